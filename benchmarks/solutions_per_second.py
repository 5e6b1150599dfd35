"""Solutions run by the pool executor, beside one Jupyter kernel for each: CPU and wall-clock seconds of a solution.

python benchmarks/solutions_per_second.py [--transcripts FILE.jsonl[.gz]] [--rounds 20] [--json]

A solution is two blocks of SymPy, or with --transcripts the code of a recorded transcript, drawn by a fixed seed. A
round is one solution in a fresh kernel, then that one and nine more in children of the pool, one at a time. CPU seconds
count the kernel's process, and the zygote with the children it has ended; the zygote's own start (half a second, once)
is left out. `mathcoder-finetune data verify` prints the rate of a whole file.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
from measure import PLAIN, cpu_seconds, execute, kernel, kernelspecs, median, progress, ratio, report

from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.replay import recorded_timeout
from mathcoder_kernel.lce.transcript import BlockKind, read_jsonl

SOLUTION = (
    "from sympy import symbols, solve, simplify\nx = symbols('x')\nroots = solve(x**2 - 5*x + 6, x)\nroots",
    "simplify(sum(roots) * (x + 1) - 5)",
)
IN_POOL = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, help="kernels started (default: 20)")
    parser.add_argument("--transcripts", type=Path, metavar="FILE", help="their code instead of our two blocks")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    drawn = _drawn(options.transcripts)
    cpu: dict[str, list[float]] = {"kernel": [], "pool": []}
    wall: dict[str, list[float]] = {"kernel": [], "pool": []}
    with kernelspecs() as specs, PoolExecutor(1) as pool:
        list(pool.run_many([SOLUTION] * 3))  # warm up
        assert pool.zygote_pid is not None, "this system cannot fork: there is no pool to measure"
        zygote = psutil.Process(pool.zygote_pid)

        def one_round() -> None:
            solutions = [next(drawn) for _ in range(IN_POOL)]
            start = time.perf_counter()
            with kernel(PLAIN, specs) as started:
                for code in solutions[0]:
                    done = execute(started.client, code)
                    if done.status != "ok" and options.transcripts is None:
                        raise SystemExit(f"the kernel did not run {code!r}: {done.outputs}")
                cpu["kernel"].append(cpu_seconds(started.process))
            wall["kernel"].append(time.perf_counter() - start)
            before, start = _with_children(zygote), time.perf_counter()
            list(pool.run_many(solutions))
            wall["pool"].append((time.perf_counter() - start) / IN_POOL)
            cpu["pool"].append((_with_children(zygote) - before) / IN_POOL)

        for _ in progress(one_round, options.rounds, "rounds"):
            pass
    rows = [
        ("a kernel each, CPU", median(cpu["kernel"]), "s"),
        ("pool, CPU", median(cpu["pool"]), "s"),
        ("pool against a kernel each, CPU", ratio(cpu["kernel"], cpu["pool"]), "x"),
        ("a kernel each, wall clock", median(wall["kernel"]), "s"),
        ("pool, wall clock", median(wall["pool"]), "s"),
        ("pool against a kernel each, wall clock", ratio(wall["kernel"], wall["pool"]), "x"),
    ]
    what = f"of {options.transcripts.name}" if options.transcripts else "of two blocks"
    note = f"{options.rounds} kernels, {options.rounds * IN_POOL} solutions {what} in the pool"
    report("solutions", rows, options.json, [note])


def _drawn(transcripts: Path | None) -> Iterator[Sequence[str]]:
    """Solutions without end: ours, or the code of transcripts in a drawn order, but for recorded time-outs."""
    if transcripts is None:
        while True:
            yield SOLUTION
    found = [
        [block.content for block in transcript.of_kind(BlockKind.CODE)]
        for transcript in read_jsonl(transcripts)
        if not any(recorded_timeout(block) for block in transcript.of_kind(BlockKind.EXECUTION))
    ]
    found = [codes for codes in found if codes]
    if not found:
        raise SystemExit(f"{transcripts} holds no code")
    rng = random.Random(0)
    while True:
        yield rng.choice(found)


def _with_children(process: psutil.Process) -> float:
    """CPU seconds of a process and of the children that it has waited for."""
    used = process.cpu_times()
    return float(used.user + used.system + used.children_user + used.children_system)


if __name__ == "__main__":
    main()
