#!/usr/bin/env python3
"""Measures OpenBLAS, on one thread, on the matrix products of the models that tlviz trains.

Needs Python 3 and, in an environment of its own (the wheel of numpy carries OpenBLAS):

    python3 -m venv ENVIRONMENT
    ENVIRONMENT/bin/pip install numpy threadpoolctl

    ENVIRONMENT/bin/python Tests/Peers/openblas.py --tlviz .build/release/tlviz

Not part of the tests that run by themselves.
"""

import os

# OpenBLAS chooses its kernels by the processor, and reads this when it is loaded.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import json
import math
import subprocess
import time

import numpy
import threadpoolctl

TOKENS = 1024
SEQUENCE = 64
VOCABULARY = 470
WIDTHS = {"XS": 8, "XS16": 16, "S": 24, "SM": 40, "M": 56, "L": 128}


def fastest(work, repetitions=20):
    """The shortest of several times, in seconds: what other programs take away is not OpenBLAS's speed."""
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def products(inputs, outputs):
    """One matrix's products, forward, backward and of its gradient: as work in pieces of a sequence, and unsplit."""
    random = numpy.random.default_rng(1)
    forward = random.standard_normal((inputs, outputs), dtype=numpy.float32)
    backward = numpy.ascontiguousarray(forward.T)
    x = random.standard_normal((TOKENS, inputs), dtype=numpy.float32)
    y = random.standard_normal((TOKENS, outputs), dtype=numpy.float32)
    gradient = numpy.empty_like(forward)

    def both_ways(piece):
        for start in range(0, TOKENS, piece):
            rows = slice(start, start + piece)
            numpy.matmul(x[rows], forward, out=y[rows])
            numpy.matmul(y[rows], backward, out=x[rows])
        numpy.matmul(x.T, y, out=gradient)
        # The numbers stay near 1: infinities and denormal numbers have other speeds.
        x[:] = x_at_first
        y[:] = y_at_first

    x_at_first, y_at_first = x.copy(), y.copy()
    restoring = fastest(lambda: (numpy.copyto(x, x_at_first), numpy.copyto(y, y_at_first)))
    return [fastest(lambda: both_ways(piece)) - restoring for piece in (SEQUENCE, TOKENS)]


def gigaflop_per_second(width, best):
    """Over the five matrices of a layer and of the output; `best` keeps each one's shortest times over the rounds."""
    operations = seconds = 0.0
    for index, (inputs, outputs) in enumerate(
        [(width, 3 * width), (width, width), (width, 4 * width), (4 * width, width), (width, VOCABULARY)]
    ):
        key = (width, index)
        best[key] = min(products(inputs, outputs) + [best.get(key, math.inf)])
        operations += 3 * 2 * TOKENS * inputs * outputs
        seconds += best[key]
    return operations / seconds / 1e9


def main():
    parser = argparse.ArgumentParser(description="OpenBLAS on the matrix products of tlviz, in GFLOP/s, on one core.")
    parser.add_argument("--tlviz", metavar="PATH", help="measure this program too, and print the ratios")
    parser.add_argument("--rounds", type=int, default=3, help="both programs in turn, so often; the best counts")
    arguments = parser.parse_args()

    own, peer, best = {}, {}, {}
    for _ in range(arguments.rounds):
        if arguments.tlviz:
            command = [arguments.tlviz, "benchmark", "--format", "json"]
            report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            for entry in report["matrixProducts"]:
                own[entry["size"]] = max(own.get(entry["size"], 0.0), entry["gigaflopPerSecond"])
        for size, width in WIDTHS.items():
            peer[size] = gigaflop_per_second(width, best)

    for library in threadpoolctl.threadpool_info():
        if library["internal_api"] == "openblas":
            print(f"OpenBLAS {library['version']}, kernels {library['architecture']}, {library['num_threads']} thread")
    print("size   OpenBLAS      tlviz  ratio")
    for size in WIDTHS:
        line = f"{size:5} {peer[size]:10.1f}"
        if size in own:
            line += f" {own[size]:10.1f} {own[size] / peer[size]:6.2f}"
        print(line)
    if own:
        logarithms = [math.log(own[size] / peer[size]) for size in WIDTHS]
        print(f"geometric mean {math.exp(sum(logarithms) / len(logarithms)):.2f}")


if __name__ == "__main__":
    main()
