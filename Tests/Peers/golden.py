#!/usr/bin/env python3
"""Makes the forward, backward and training reference that TinyLM's tests compare with, once, in PyTorch.

Needs the environment of pytorch.py and one package more:

    ENVIRONMENT/bin/pip install safetensors

    ENVIRONMENT/bin/python Tests/Peers/golden.py Tests/TinyLMTests/Golden/gpt.safetensors

Everything is computed in double precision from weights of single precision and written in single precision. The same
versions of PyTorch write the same file; GoldenTests.swift says how near TinyLM has to come.
"""

import json
import sys

import torch
from pytorch import GPT, rotary_angles
from safetensors.torch import save_file
from torch.nn import functional

SEED = 20261125
LAYERS, WIDTH, HEADS, VOCABULARY, CONTEXT = 2, 12, 2, 23, 9
# The rows of a batch: their numbers of tokens, and how many of these are read without being scored.
ROW_LENGTHS = [10, 10, 6]
PREFIXES = [1, 4, 2]
STEPS, WARM_UP, DECAY_START, FINAL_FRACTION = 10, 3, 0.6, 0.1
PEAK_RATE, WEIGHT_DECAY, BETAS, MAX_NORM = 0.02, 0.1, (0.9, 0.98), 0.8


def new_model():
    """A model with every parameter away from the special values of a start, rounded to single precision."""
    model = GPT(LAYERS, WIDTH, HEADS, vocabulary=VOCABULARY, context=CONTEXT).double()
    model.cosine, model.sine = rotary_angles(WIDTH // HEADS, CONTEXT)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            center = 1.0 if name.endswith("norm.weight") else 0.0
            parameter.copy_((center + 0.4 * torch.randn(parameter.shape)).float().double())
    return model


def named(model, tensor_of):
    """A tensor of each parameter by TinyLM's name, matrices as (inputs, outputs)."""
    parts = {
        "attention_norm.weight": "attention.gain",
        "attention_norm.bias": "attention.bias",
        "query_key_value.weight": "attention.queryKeyValue",
        "projection.weight": "attention.projection",
        "feed_forward_norm.weight": "feedForward.gain",
        "feed_forward_norm.bias": "feedForward.bias",
        "expansion.weight": "feedForward.expansion",
        "expansion.bias": "feedForward.expansionBias",
        "contraction.weight": "feedForward.contraction",
        "contraction.bias": "feedForward.contractionBias",
    }
    others = {"embedding.weight": "embedding", "final_norm.weight": "final.gain", "final_norm.bias": "final.bias"}
    result = {}
    for name, parameter in model.named_parameters():
        tensor = tensor_of(parameter)
        if name in others:
            result[others[name]] = tensor
        else:
            _, layer, part = name.split(".", 2)
            result[f"layers.{layer}.{parts[part]}"] = tensor.t() if tensor.dim() == 2 else tensor
    return result


def losses(model, batch):
    """The logits (T, V) of each row, and the mean cross-entropy of all scored tokens."""
    logits, wrong = [], []
    for tokens, length, prefix in zip(batch, ROW_LENGTHS, PREFIXES):
        row = model(tokens[None, : length - 1])[0]
        logits.append(row)
        wrong.append(functional.cross_entropy(row[prefix - 1 :], tokens[prefix:length], reduction="none"))
    return logits, torch.cat(wrong).mean()


def learning_rate(step):
    """Up in a line over the warm-up, level, and down in a line to the last step."""
    if step < WARM_UP:
        return PEAK_RATE * (step + 1) / WARM_UP
    start = DECAY_START * STEPS
    if step <= start:
        return PEAK_RATE
    fraction = (step - start) / (STEPS - 1 - start)
    return PEAK_RATE * (1 + fraction * (FINAL_FRACTION - 1))


def main(path):
    torch.manual_seed(SEED)
    model = new_model()
    batches = torch.randint(VOCABULARY, (STEPS, len(ROW_LENGTHS), CONTEXT + 1))
    tensors = {f"initial/{name}": value for name, value in named(model, lambda p: p.detach().clone()).items()}
    tensors["batches"] = batches

    logits, loss = losses(model, batches[0])
    loss.backward()
    tensors["logits"] = torch.cat(logits).detach()
    tensors |= {f"gradient/{name}": value for name, value in named(model, lambda p: p.grad.clone()).items()}

    parameters = list(model.parameters())
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in parameters if p.dim() == 2], "weight_decay": WEIGHT_DECAY},
            {"params": [p for p in parameters if p.dim() == 1], "weight_decay": 0.0},
        ],
        betas=BETAS,
        eps=1e-8,
    )
    history, norms = [], []
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(step)
        optimizer.zero_grad()
        _, loss = losses(model, batch)
        loss.backward()
        norms.append(torch.nn.utils.clip_grad_norm_(parameters, MAX_NORM))
        optimizer.step()
        history.append(loss.detach())
    print("losses", [f"{loss:.4f}" for loss in history], "norms", [f"{norm:.3f}" for norm in norms])
    tensors["losses"] = torch.stack(history)
    tensors["gradientNorms"] = torch.stack(norms)
    tensors |= {f"trained/{name}": value for name, value in named(model, lambda p: p.detach().clone()).items()}

    numbers = {
        "layers": LAYERS, "width": WIDTH, "heads": HEADS, "vocabulary": VOCABULARY, "context": CONTEXT,
        "rowLengths": ROW_LENGTHS, "prefixes": PREFIXES, "steps": STEPS, "warmUp": WARM_UP,
        "decayStart": DECAY_START, "finalFraction": FINAL_FRACTION, "peakRate": PEAK_RATE,
        "weightDecay": WEIGHT_DECAY, "beta1": BETAS[0], "beta2": BETAS[1], "maxNorm": MAX_NORM,
        "torch": torch.__version__,
    }  # fmt: skip
    single = {
        name: (value if value.dtype == torch.int64 else value.float()).contiguous() for name, value in tensors.items()
    }
    save_file(single, path, metadata={"numbers": json.dumps(numbers)})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} FILE")
    main(sys.argv[1])
