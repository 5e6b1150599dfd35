"""Replay of recorded transcripts through our own execution.

    python -m mathcoder_kernel.execution.replay FILE [--limit N] [--kernel | --pool] [--seconds S] [--workers N]

FILE holds transcripts, one JSON object a line, gzip or not: ours, or MathCoder's recorded runs. Every code block runs
in order in one namespace for each record, and its output is compared with the recorded one: exact after stripping, else
without white space, else with the same numbers to 1e-9; errors by the class of the exception. A recorded time-out and
everything after it in its record is left out: those runs did not interrupt the code, so later outputs are not theirs.

`--kernel` (default) runs the blocks with the shell executor in a MathCoder kernel, `--pool` in the pool. Prints the
shares that come out as recorded and the blocks that do not; the exit status is 1 below 99 % of blocks or 98 % of
records.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from mathcoder_kernel.execution.outputs import EMPTY_EXECUTION, error_line
from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Limits
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, Transcript, read_jsonl

BLOCKS_TO_REACH = 0.99
RECORDS_TO_REACH = 0.98
SECONDS = 20.0

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_HEADER = re.compile(r"([A-Za-z_][\w.]*)\s+Traceback \(most recent call last\)")
_LAST_ERROR = re.compile(
    r"(?:^|[\n ])([A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Infeasible|Overflow))(?::|\s*$)"
)
_RECORDED_TIMEOUT = "Timeout waiting for reply"
# The recorder's own IPython wrote this into the output of whatever cell was running.
_RECORDER_NOISE = re.compile(
    r"The history saving thread hit .*?History will not be written to the database\.", re.DOTALL
)
_MODULE = "mathcoder_kernel.execution.replay"
_MIME = "application/vnd.mathcoder.replay+json"


class Outcome(StrEnum):
    """How a replayed block compares with the recorded one."""

    EXACT = "the same text"
    SPACES = "the same but for white space"
    NUMBERS = "the same numbers to 1e-9"
    ERROR = "the same class of exception"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Step:
    """A code block and what its run gave when it was recorded."""

    code: str
    recorded: Block


@dataclass(frozen=True, slots=True)
class Difference:
    """A block that did not come out as recorded."""

    record: str
    number: int  # of the code block in its record, from 0
    code: str
    recorded: str
    result: ExecutionResult


@dataclass
class Report:
    """What a replay found."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    left_out: int = 0  # blocks at or behind a recorded time-out
    records: int = 0
    records_as_recorded: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def blocks(self) -> int:
        """Blocks that were compared."""
        return self.outcomes.total()

    @property
    def block_share(self) -> float:
        """Share of compared blocks that came out as recorded."""
        return 1 - self.outcomes[Outcome.DIFFERENT] / self.blocks if self.blocks else 1.0

    @property
    def record_share(self) -> float:
        """Share of records of which every compared block came out as recorded."""
        return self.records_as_recorded / self.records if self.records else 1.0

    def add(self, record: str, steps: Sequence[Step], results: Sequence[ExecutionResult]) -> None:
        """Compare the results of one record."""
        as_recorded = True
        for number, (step, result) in enumerate(zip(steps, results, strict=True)):
            outcome = compare(step.recorded, result)
            self.outcomes[outcome] += 1
            if outcome is Outcome.DIFFERENT:
                as_recorded = False
                self.differences.append(Difference(record, number, step.code, step.recorded.content, result))
        self.records += 1
        self.records_as_recorded += as_recorded

    def text(self, shown: int = 20) -> str:
        """The report as a person reads it, with the first `shown` differences."""
        lines = [
            f"records as recorded: {self.records_as_recorded} of {self.records} ({self.record_share:.2%})",
            f"blocks as recorded:  {self.blocks - self.outcomes[Outcome.DIFFERENT]} of {self.blocks} "
            f"({self.block_share:.2%})",
        ]
        lines += [f"  {self.outcomes[outcome]:7} {outcome}" for outcome in Outcome if self.outcomes[outcome]]
        if self.left_out:
            lines.append(f"  {self.left_out:7} left out: at or behind a recorded time-out")
        for difference in self.differences[:shown]:
            result = difference.result
            lines += [
                f"--- {difference.record}, code block {difference.number} ({result.status}, {result.seconds:.1f} s)",
                *(f"    {line}" for line in difference.code.splitlines()[-6:]),
                f"  recorded: {difference.recorded[-300:]!r}",
                f"  now:      {result.text[-300:]!r}",
            ]
        if len(self.differences) > shown:
            lines.append(f"... and {len(self.differences) - shown} more")
        return "\n".join(lines)


def steps_of(transcript: Transcript) -> tuple[list[Step], int]:
    """The code blocks to be compared, and how many are left out: a recorded time-out and what follows it."""
    steps = [
        Step(code.content, run)
        for code, run in pairwise(transcript.blocks)
        if code.kind is BlockKind.CODE and run.kind is BlockKind.EXECUTION
    ]
    kept = next((number for number, step in enumerate(steps) if recorded_timeout(step.recorded)), len(steps))
    return steps[:kept], len(steps) - kept


def compare(recorded: Block, result: ExecutionResult) -> Outcome:
    """Compare one run with the recorded one."""
    error = recorded_error(recorded)
    if error is not None or result.error is not None:
        return Outcome.ERROR if error == result.error else Outcome.DIFFERENT
    if result.status is not ExecutionStatus.OK:
        return Outcome.DIFFERENT
    theirs = _RECORDER_NOISE.sub("", recorded.content.replace("\r\n", "\n")).strip() or EMPTY_EXECUTION
    ours = result.text.strip()
    if ours == theirs:
        return Outcome.EXACT
    if "".join(ours.split()) == "".join(theirs.split()):
        return Outcome.SPACES
    if same_numbers(ours, theirs):
        return Outcome.NUMBERS
    return Outcome.DIFFERENT


def recorded_error(block: Block) -> str | None:
    """Class of the exception that a recorded run ended with: from a traceback, or from the line that we write."""
    text = _ANSI.sub("", block.content)
    headers: list[str] = [name.rpartition(".")[2] for name in _HEADER.findall(text)]
    if headers:  # of chained exceptions the last one shown ended the run
        last: list[str] = [name.rpartition(".")[2] for name in _LAST_ERROR.findall(text)][-1:]
        return last[0] if last and last[0] in headers else headers[-1]
    ended_in_error = block.status is ExecutionStatus.ERROR or re.match(r"\s*(?:Cell In|File |Traceback \()", text)
    names = _LAST_ERROR.findall(text) if ended_in_error else []
    if ended_in_error and not names:  # an exception class of the code's own
        names = re.findall(r"^([A-Za-z_]\w*)(?::|$)", text, re.MULTILINE)
    return str(names[-1]).rpartition(".")[2] if names else None


def recorded_timeout(block: Block) -> bool:
    """Whether a recorded run ran out of time."""
    return block.status is ExecutionStatus.TIMEOUT or _RECORDED_TIMEOUT in block.content


def same_numbers(ours: str, theirs: str, tolerance: float = 1e-9) -> bool:
    """Whether two outputs differ by nothing but white space and the digits of numbers that are equal to `tolerance`."""
    if "".join(_NUMBER.sub("#", ours).split()) != "".join(_NUMBER.sub("#", theirs).split()):
        return False
    return all(
        math.isclose(float(a), float(b), rel_tol=tolerance, abs_tol=tolerance)
        for a, b in zip(_NUMBER.findall(ours), _NUMBER.findall(theirs), strict=True)
    )


# --- the two ways to run --------------------------------------------------------------------------------------------


def replay_in_pool(transcripts: Iterable[Transcript], limits: Limits, workers: int | None = None) -> Report:
    """Replay in the pool, a child for each record."""
    from mathcoder_kernel.execution.pool import run_many

    report = Report()
    records = []
    for number, transcript in enumerate(transcripts):
        steps, left_out = steps_of(transcript)
        report.left_out += left_out
        records.append((_name(transcript, number), steps))
    runs = run_many(([step.code for step in steps] for _, steps in records), limits, workers)
    for (name, steps), results in zip(records, runs, strict=True):
        report.add(name, steps, results)
    return report


def replay_in_kernel(transcripts: Iterable[Transcript], limits: Limits, kernel_command: Sequence[str] = ()) -> Report:
    """Replay with the shell executor in one live kernel, its namespace reset between records."""
    report = Report()
    with _Kernel(kernel_command or KERNEL_COMMAND) as kernel:
        for number, transcript in enumerate(transcripts):
            steps, left_out = steps_of(transcript)
            report.left_out += left_out
            report.add(_name(transcript, number), steps, kernel.run([step.code for step in steps], limits))
    return report


KERNEL_COMMAND = (sys.executable, "-m", "mathcoder_kernel.kernel", "-f", "{connection_file}")


class _Kernel:
    """A kernel process and a client of it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)

    def __enter__(self) -> _Kernel:
        from jupyter_client.kernelspec import KernelSpec
        from jupyter_client.manager import KernelManager

        self._manager = KernelManager()
        self._manager._kernel_spec = KernelSpec(argv=self._command, display_name="replay", language="python")
        self._manager.start_kernel(stderr=subprocess.DEVNULL)
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=60)
        return self

    def __exit__(self, *_: object) -> None:
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    def run(self, blocks: Sequence[str], limits: Limits) -> list[ExecutionResult]:
        """Run the blocks of a record; a kernel that died is started anew."""
        from mathcoder_kernel.execution.pool import result_from_json

        answers: list[Any] = []

        def keep(message: dict[str, Any]) -> None:
            if message["msg_type"] == "display_data" and _MIME in message["content"]["data"]:
                answers.extend(message["content"]["data"][_MIME]["results"])

        request = json.dumps([list(blocks), limits.seconds, limits.feedback_chars])
        code = f"await __import__('{_MODULE}', fromlist=['x']).run_here({request!r})"
        timeout = (limits.seconds + 10) * (len(blocks) + 1)
        try:
            self._client.execute_interactive(
                code, store_history=False, output_hook=keep, timeout=timeout, allow_stdin=False
            )
        except (TimeoutError, RuntimeError) as error:
            self.__exit__()
            self.__enter__()
            died = ExecutionResult(
                ExecutionStatus.DIED, error_line("RuntimeError", f"the kernel hung or died: {error}")
            )
            return [died] * len(blocks)
        return [result_from_json(answer) for answer in answers]


async def run_here(request: str) -> None:
    """Runs in the kernel: the blocks of one record with the shell executor, in a namespace emptied before."""
    from IPython.core.getipython import get_ipython

    from mathcoder_kernel.execution.shell import ShellExecutor
    from mathcoder_kernel.execution.zygote import result_to_json

    shell: Any = get_ipython()
    blocks, seconds, feedback_chars = json.loads(request)
    shell.reset(new_session=False)
    random.seed(0)
    executor = ShellExecutor(shell)
    limits = Limits(seconds=seconds, feedback_chars=feedback_chars)
    results = []
    for number, code in enumerate(blocks):
        results.append(result_to_json(await executor.run(ExecutionRequest(code, block=number, limits=limits))))
    for result in results:
        result["outputs"] = []  # shown already
    shell.display_pub.publish({_MIME: {"results": results}})


def _name(transcript: Transcript, number: int) -> str:
    return transcript.id or f"record {number}"


def select(transcripts: Iterable[Transcript], limit: int | None, seed: int = 0) -> Iterator[Transcript]:
    """All transcripts, or `limit` of them drawn at random with `seed`."""
    if limit is None:
        yield from transcripts
        return
    everything = list(transcripts)
    chosen = sorted(random.Random(seed).sample(range(len(everything)), min(limit, len(everything))))
    yield from (everything[number] for number in chosen)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m mathcoder_kernel.execution.replay",
        description="Run recorded transcripts block by block and compare what comes out.",
    )
    parser.add_argument("file", type=Path, help="transcripts, one JSON object a line (.gz allowed)")
    parser.add_argument("--limit", type=int, help="replay only so many records, drawn at random")
    parser.add_argument("--first", type=int, help="replay only the first so many records")
    parser.add_argument("--seed", type=int, default=0, help="seed of the draw (default 0)")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"time limit of a block (default {SECONDS:g})")
    parser.add_argument("--workers", type=int, help="children at a time, with --pool (default: one for each CPU)")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print (default 20)")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--kernel", action="store_true", help="with the shell executor in a MathCoder kernel (default)")
    way.add_argument("--pool", action="store_true", help="in the pool")
    options = parser.parse_args(arguments)
    if not options.file.exists():
        parser.error(f"there is no file {options.file}")
    limits = Limits(seconds=options.seconds, feedback_chars=1_000_000)
    transcripts = select(islice(read_jsonl(options.file), options.first), options.limit, options.seed)
    if options.pool:
        report = replay_in_pool(transcripts, limits, options.workers)
    else:
        report = replay_in_kernel(transcripts, limits)
    print(report.text(options.show))
    return 0 if report.block_share >= BLOCKS_TO_REACH and report.record_share >= RECORDS_TO_REACH else 1


if __name__ == "__main__":
    sys.exit(main())
