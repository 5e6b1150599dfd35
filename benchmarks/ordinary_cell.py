"""Round trip of ordinary cells (no question in them), MathCoder's kernel beside ipykernel, cell by cell in turns.

python benchmarks/ordinary_cell.py [--cells 500] [--json]
"""

from __future__ import annotations

import argparse

from measure import OURS, PLAIN, cpu_seconds, execute, kernel, kernelspecs, median, progress, ratio, report

CELLS = (
    "1 + 1",
    "total = sum(i * i for i in range(100))",
    "print(total)",
    "def double(x):\n    return 2 * x\n[double(i) for i in range(5)]",
    "import math; math.sqrt(total)",
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=500, help="cells run in each kernel (default: 500)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    times: dict[str, list[float]] = {PLAIN: [], OURS: []}
    with kernelspecs() as specs, kernel(PLAIN, specs) as plain, kernel(OURS, specs) as ours:
        kernels = {PLAIN: plain, OURS: ours}
        for code in CELLS * 4:  # warm up
            for started in kernels.values():
                execute(started.client, code)
        before = {name: cpu_seconds(started.process) for name, started in kernels.items()}

        def pair() -> None:
            n = len(times[PLAIN])
            for name in (PLAIN, OURS) if n % 2 else (OURS, PLAIN):
                done = execute(kernels[name].client, CELLS[n % len(CELLS)])
                if done.status != "ok":
                    raise SystemExit(f"{name} did not run {CELLS[n % len(CELLS)]!r}: {done.outputs}")
                times[name].append(done.seconds)

        for _ in progress(pair, options.cells, "pairs of cells"):
            pass
        used = {name: cpu_seconds(started.process) - before[name] for name, started in kernels.items()}
    rows = [
        ("ipykernel", median(times[PLAIN]), "ms"),
        ("mathcoder", median(times[OURS]), "ms"),
        ("ratio", ratio(times[OURS], times[PLAIN]), "x"),
    ]
    per_cell = {name: seconds / options.cells * 1e3 for name, seconds in used.items()}
    note = f"CPU per cell: ipykernel {per_cell[PLAIN]:.2f} ms, mathcoder {per_cell[OURS]:.2f} ms"
    report("ordinary cell", rows, options.json, [note])


if __name__ == "__main__":
    main()
