"""Our answer comparison beside math-verify alone, on tests/data/answer_pairs.jsonl.

    python benchmarks/answer_checker.py [--pairs FILE] [--show]

Prints agreement with the human judgement by topic, medians of the time per pair, and with --show each disagreement.
math-verify runs in the same kind of killable child with the same limit (it is an optional extra: `checking`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mathcoder_kernel.execution.pool import PRELOAD, PoolError, PoolExecutor  # noqa: E402
from mathcoder_kernel.lce.compare import compare  # noqa: E402
from mathcoder_kernel.solver.checking.symbolic import equivalent  # noqa: E402

SECONDS = 5.0


def math_verify_alone(gold: str, given: str) -> tuple[bool, float]:
    """Runs in a pool child: its verdict and the seconds it took, imports not counted."""
    from math_verify import parse, verify

    started = time.perf_counter()
    sides = [parse(f"${side}$", parsing_timeout=None) for side in (gold, given)]
    return bool(verify(sides[0], sides[1], timeout_seconds=None)), time.perf_counter() - started


async def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pairs", type=Path, default=ROOT / "tests" / "data" / "answer_pairs.jsonl")
    arguments.add_argument("--show", action="store_true", help="print each disagreement")
    options = arguments.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    total: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    times: dict[str, list[float]] = {"exact": [], "ours": [], "math-verify": []}
    exact = hung = 0
    with PoolExecutor(workers=1, preload=(*PRELOAD, "math_verify")) as pool:
        session = pool.open()  # math-verify stays warm in one child, which a timeout replaces
        for row in rows:
            total[row["topic"]] += 1
            settings: dict[str, Any] = {name: row[name] for name in ("tolerance", "up_to_constant") if name in row}
            started = time.perf_counter()
            exact += compare(row["gold"], row["given"]).equal is not None
            times["exact"].append(time.perf_counter() - started)
            started = time.perf_counter()
            outcome = await equivalent(row["gold"], row["given"], pool=pool, seconds=SECONDS, **settings)
            times["ours"].append(time.perf_counter() - started)
            agrees = bool(outcome.equal) == row["equal"]
            ours[row["topic"]] += agrees
            try:
                target = "benchmarks.answer_checker:math_verify_alone"
                verdict, seconds = session.call(target, (row["gold"], row["given"]), SECONDS)
                times["math-verify"].append(seconds)
            except TimeoutError:
                verdict, hung = False, hung + 1
                session.close()
                session = pool.open()
            except PoolError as error:
                verdict = False
                if "math_verify" in str(error):
                    sys.exit("math-verify is not installed: pip install math-verify")
                session.close()
                session = pool.open()
            theirs[row["topic"]] += verdict == row["equal"]
            if options.show and (not agrees or verdict != row["equal"]):
                judged = "=" if row["equal"] else "≠"
                print(f"{row['gold'][:40]!r} {judged} {row['given'][:40]!r}: ours {outcome}, math-verify {verdict}")
        session.close()
    print(f"{'topic':<16}{'pairs':>6}{'ours':>8}{'math-verify':>13}")
    for topic, count in total.items():
        print(f"{topic:<16}{count:>6}{ours[topic]:>8}{theirs[topic]:>13}")
    count = len(rows)
    print(f"{'all':<16}{count:>6}{ours.total() / count:>8.1%}{theirs.total() / count:>13.1%}")
    medians = ", ".join(f"{name} {statistics.median(values) * 1000:.2f} ms" for name, values in times.items() if values)
    print(f"decided exactly: {exact}/{count}; medians: {medians}; math-verify over {SECONDS:g} s: {hung}")


if __name__ == "__main__":
    asyncio.run(main())
