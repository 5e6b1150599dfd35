"""From "the kernel is ready" to the complete first answer, with the bundled model, cold and warm.

    python benchmarks/first_answer.py [--repeats 20] [--question "Solve 2x+3=11"] [--expect 4] [--json]

Cold: a new kernel, so a new engine process and the model loaded; the file itself is in the system's cache after the
first time, which is not counted. Warm: the same kernel asked again. Each answer runs its code in the live kernel. A run
is counted whether or not it was right; how many were right is printed.
"""

from __future__ import annotations

import argparse
import re

from measure import OURS, RoundTrip, execute, kernel, kernelspecs, median, progress, report


def found(done: RoundTrip, expected: str) -> bool:
    """True if the answer line of what was shown has the expected number."""
    shown = [str(output.get("data", {}).get("text/plain") or output.get("text", "")) for output in done.outputs]
    answers = [line for text in shown for line in text.splitlines() if line.startswith("Answer:")]
    return any(re.search(rf"(?<![\d.]){re.escape(expected)}(?![\d.]*\d)", line) for line in answers[-1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=20, help="new kernels (default: 20)")
    parser.add_argument("--question", default="Solve 2x+3=11")
    parser.add_argument("--expect", default="4", help="a number that a right answer shows (default: 4)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cold: list[RoundTrip] = []
    warm: list[RoundTrip] = []
    code = f"%mathcoder ask {options.question}"
    with kernelspecs() as specs:

        def once() -> None:
            with kernel(OURS, specs) as started:
                cold.append(execute(started.client, code))
                warm.append(execute(started.client, code))

        once()
        cold.clear()
        warm.clear()
        for _ in progress(once, options.repeats, "kernels"):
            pass
    rows = []
    for name, runs in (("cold", cold), ("warm", warm)):
        rows.append((f"{name}: complete answer", median([run.seconds for run in runs]), "s"))
        shown = [run.first_output_seconds for run in runs if run.first_output_seconds is not None]
        if shown:
            rows.append((f"{name}: first thing shown", median(shown), "s"))
    right = sum(found(run, options.expect) for run in (*cold, *warm))
    report("first answer", rows, options.json, [f"{right} of {len(cold) + len(warm)} answers were {options.expect}"])


if __name__ == "__main__":
    main()
