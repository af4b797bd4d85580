#!/usr/bin/env python3
"""Measures how quickly PyTorch trains the GPT that tlviz trains, on this processor.

Needs Python 3 and, in an environment of its own:

    python3 -m venv ENVIRONMENT
    ENVIRONMENT/bin/pip install 'torch==2.13.0+cpu' numpy --extra-index-url https://download.pytorch.org/whl/cpu

    ENVIRONMENT/bin/python Tests/Peers/pytorch.py --tlviz .build/release/tlviz

Not part of the tests that run by themselves: it takes minutes, and PyTorch is large.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

CONTEXT = 64
ROWS = 16
VOCABULARY = 470


@dataclass(frozen=True)
class Size:
    name: str
    layers: int
    width: int
    heads: int
    learning_rate: float


SIZES = [
    Size("XS", 1, 8, 1, 0.015),
    Size("XS16", 1, 16, 2, 0.012),
    Size("S", 2, 24, 2, 0.010),
    Size("SM", 2, 40, 4, 0.008),
    Size("M", 3, 56, 4, 0.006),
    Size("L", 4, 128, 4, 0.004),
]


def rotary_angles(head_width, context):
    """Cosines and sines (context, head_width / 2) of the rotary positions, in double precision."""
    half = head_width // 2
    frequencies = 10_000.0 ** (-torch.arange(half, dtype=torch.float64) / half)
    angles = torch.outer(torch.arange(context, dtype=torch.float64), frequencies)
    return angles.cos(), angles.sin()


def rotated(x, cosine, sine):
    """Turns the pairs (i, i + half) of x (..., context, head_width)."""
    left, right = x.chunk(2, dim=-1)
    return torch.cat((left * cosine - right * sine, right * cosine + left * sine), dim=-1)


def attention_library(query, key, value):
    """The library's own attention, in one call."""
    return functional.scaled_dot_product_attention(query, key, value, is_causal=True)


def attention_written_out(query, key, value):
    """Products and a softmax, one after the other."""
    length = query.shape[-2]
    hidden = torch.ones(length, length, dtype=torch.bool).triu(1)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-2, -1)
    return scores.masked_fill(hidden, -math.inf).softmax(dim=-1) @ value


ATTENTIONS = {"library": attention_library, "written out": attention_written_out}


class Block(nn.Module):
    def __init__(self, width, heads, attention):
        super().__init__()
        self.heads = heads
        self.attention = attention
        self.attention_norm = nn.LayerNorm(width, eps=1e-5)
        self.query_key_value = nn.Linear(width, 3 * width, bias=False)
        self.projection = nn.Linear(width, width, bias=False)
        self.feed_forward_norm = nn.LayerNorm(width, eps=1e-5)
        self.expansion = nn.Linear(width, 4 * width)
        self.contraction = nn.Linear(4 * width, width)

    def forward(self, x, cosine, sine):
        rows, length, width = x.shape
        heads, head_width = self.heads, width // self.heads
        parts = self.query_key_value(self.attention_norm(x)).view(rows, length, 3 * heads, head_width).transpose(1, 2)
        # Queries and keys are turned together.
        turned = rotated(parts[:, : 2 * heads], cosine[:length], sine[:length])
        gathered = self.attention(turned[:, :heads], turned[:, heads:], parts[:, 2 * heads :])
        x = x + self.projection(gathered.transpose(1, 2).reshape(rows, length, width))
        hidden = functional.gelu(self.expansion(self.feed_forward_norm(x)), approximate="tanh")
        return x + self.contraction(hidden)


class GPT(nn.Module):
    """Pre-LayerNorm, rotary positions, tanh GELU, no biases in attention, the embedding tied to the output."""

    def __init__(self, layers, width, heads, vocabulary=VOCABULARY, context=CONTEXT, attention=attention_library):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        self.blocks = nn.ModuleList(Block(width, heads, attention) for _ in range(layers))
        self.final_norm = nn.LayerNorm(width, eps=1e-5)
        cosine, sine = rotary_angles(width // heads, context)
        self.register_buffer("cosine", cosine.float())
        self.register_buffer("sine", sine.float())
        nn.init.normal_(self.embedding.weight, std=0.05)

    def forward(self, tokens):
        """Tokens (rows, length) to logits (rows, length, vocabulary)."""
        x = self.embedding(tokens)
        for block in self.blocks:
            x = block(x, self.cosine, self.sine)
        return functional.linear(self.final_norm(x), self.embedding.weight)


def optimizer_for(model, learning_rate):
    """AdamW with decay on the matrices only, its update in one kernel."""
    parameters = list(model.parameters())
    groups = [
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": 0.05},
        {"params": [p for p in parameters if p.dim() == 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=learning_rate, betas=(0.9, 0.98), eps=1e-8, fused=True)


def train_step(model, optimizer):
    batch = torch.randint(VOCABULARY, (ROWS, CONTEXT + 1))
    logits = model(batch[:, :-1])
    loss = functional.cross_entropy(logits.reshape(-1, VOCABULARY), batch[:, 1:].reshape(-1))
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


def tokens_per_second(size, threads, attention, windows, seconds):
    """The fastest of several windows: what other programs take away is not PyTorch's speed."""
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model = GPT(size.layers, size.width, size.heads, attention=attention)
    optimizer = optimizer_for(model, size.learning_rate)
    for _ in range(5):
        train_step(model, optimizer)
    best = 0.0
    for _ in range(windows):
        steps = 0
        start = time.perf_counter()
        while (elapsed := time.perf_counter() - start) < seconds:
            train_step(model, optimizer)
            steps += 1
        best = max(best, steps * ROWS * CONTEXT / elapsed)
    return best


def measure_pytorch(best, thread_counts, windows, seconds):
    """Raises the speeds in `best`, by size, threads and form of attention, to those of another round."""
    for size in SIZES:
        for threads in thread_counts:
            for form, attention in ATTENTIONS.items():
                key = (size.name, threads, form)
                best[key] = max(best.get(key, 0.0), tokens_per_second(size, threads, attention, windows, seconds))


def measure_tlviz(best, path):
    """Raises the speeds in `best`, by size and threads, to those of another run of the benchmark."""
    report = subprocess.run([path, "benchmark", "--format", "json"], check=True, capture_output=True, text=True)
    counts = {
        size.name: sum(p.numel() for p in GPT(size.layers, size.width, size.heads).parameters()) for size in SIZES
    }
    for entry in json.loads(report.stdout)["training"]:
        if entry["parameterCount"] != counts[entry["size"]]:
            sys.exit(f"{entry['size']}: {entry['parameterCount']} parameters there, {counts[entry['size']]} here")
        key = (entry["size"], entry["threads"])
        best[key] = max(best.get(key, 0.0), entry["tokensPerSecond"])


def better(best, name, threads):
    """The faster form of attention."""
    return max(best[name, threads, form] for form in ATTENTIONS)


def geometric_mean(values):
    values = list(values)
    return math.exp(sum(map(math.log, values)) / len(values))


def main():
    parser = argparse.ArgumentParser(description="PyTorch's speed on the models of tlviz, in tokens a second.")
    parser.add_argument("--tlviz", metavar="PATH", help="measure this program too, and print the ratios")
    parser.add_argument("--rounds", type=int, default=3, help="both programs in turn, so often; the best counts")
    parser.add_argument("--windows", type=int, default=20, help="windows of a round, as the benchmark of tlviz has")
    parser.add_argument("--seconds", type=float, default=0.05, help="of a window")
    parser.add_argument("--json", metavar="PATH", help="write the numbers there, not to the output")
    arguments = parser.parse_args()

    thread_counts = sorted({1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()})
    peer, own = {}, {}
    for _ in range(arguments.rounds):
        if arguments.tlviz:
            measure_tlviz(own, arguments.tlviz)
        measure_pytorch(peer, thread_counts, arguments.windows, arguments.seconds)

    result = {"torch": torch.__version__, "cpu": torch.backends.cpu.get_cpu_capability(), "training": []}
    ratios, ratios_on_one = [], []
    print(f"PyTorch {result['torch']} ({result['cpu']}), tokens a second, the better form of attention")
    print("size  threads    PyTorch      tlviz  ratio")
    for size in SIZES:
        for threads in thread_counts:
            entry = {"size": size.name, "threads": threads, "pytorch": better(peer, size.name, threads)}
            entry |= {form: peer[size.name, threads, form] for form in ATTENTIONS}
            line = f"{size.name:5} {threads:7} {entry['pytorch']:10.0f}"
            if (size.name, threads) in own:
                entry["tlviz"] = own[size.name, threads]
                entry["ratio"] = entry["tlviz"] / entry["pytorch"]
                line += f" {entry['tlviz']:10.0f} {entry['ratio']:6.2f}"
            result["training"].append(entry)
            print(line)
        if own:
            most = max(speed for (name, _), speed in own.items() if name == size.name)
            ratios.append(most / max(better(peer, size.name, threads) for threads in thread_counts))
            ratios_on_one.append(own[size.name, 1] / better(peer, size.name, 1))
            print(f"{size.name:5}  better of each {'':14} {ratios[-1]:12.2f}")
    if own:
        result["geometricMean"] = geometric_mean(ratios)
        result["geometricMeanOnOneThread"] = geometric_mean(ratios_on_one)
        print(f"geometric mean, better number of threads on each side: {result['geometricMean']:.2f}")
        print(f"geometric mean, one thread against one: {result['geometricMeanOnOneThread']:.2f}")
    text = json.dumps(result, indent=2)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    else:
        print(text)


if __name__ == "__main__":
    main()
