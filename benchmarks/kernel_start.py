"""Time until a new kernel answers, MathCoder's beside ipykernel's, started in turns.

    python benchmarks/kernel_start.py [--repeats 20] [--json]

CPU time is that of the kernel's process until it answered: less moved by other programs than the wall clock.
"""

from __future__ import annotations

import argparse

from measure import OURS, PLAIN, kernel, kernelspecs, median, progress, ratio, report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=20, help="starts of each kernel (default: 20)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    wall: dict[str, list[float]] = {PLAIN: [], OURS: []}
    cpu: dict[str, list[float]] = {PLAIN: [], OURS: []}
    with kernelspecs() as specs:

        def pair() -> None:
            # Who comes first changes from pair to pair, so that neither always finds the warmer caches.
            for name in (PLAIN, OURS) if len(wall[PLAIN]) % 2 else (OURS, PLAIN):
                with kernel(name, specs) as started:
                    wall[name].append(started.seconds)
                    cpu[name].append(started.cpu_seconds)

        pair()  # compiles .pyc files and fills the file cache; not counted
        for times in (*wall.values(), *cpu.values()):
            times.clear()
        for _ in progress(pair, options.repeats, "pairs of kernels"):
            pass
    rows = [
        ("ipykernel", median(wall[PLAIN]), "s"),
        ("mathcoder", median(wall[OURS]), "s"),
        ("ratio", ratio(wall[OURS], wall[PLAIN]), "x"),
        ("ipykernel CPU", median(cpu[PLAIN]), "s"),
        ("mathcoder CPU", median(cpu[OURS]), "s"),
        ("ratio CPU", ratio(cpu[OURS], cpu[PLAIN]), "x"),
    ]
    report("kernel start", rows, options.json)


if __name__ == "__main__":
    main()
