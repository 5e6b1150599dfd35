"""Every code block of every transcript is run again, and what does not hold is repaired where that is safe, or dropped.

The code runs as the kernel would run it: one namespace for a transcript, the value of the last expression counts. The
comparison is the replay's (`execution.replay.compare`). What happens then:

- As recorded (but for white space or the last digits): kept, with the status of the run.
- The same exception: kept, with the error as our kernel writes it (a line) in place of a recorded traceback.
- No result was recorded: filled in, if one of the results is the transcript's answer.
- The recorded result was cut: the whole text of the run takes its place, if head and tail agree.
- The same set, dictionary or memory address written otherwise, or numbers equal to 1e-6: ours takes its place.
- Anything else: the words that follow may rest on the old result, so the transcript is dropped, with the reason.

Code that runs for long or ends its process is put aside, so that nobody waits for it, and runs once more at the end
with the whole time; a busy machine does that to code, too. Every verdict goes to a journal beside the output as soon as
it is known; a killed run continues from there. At the end there are OUT, `OUT.dropped.jsonl` (transcripts with their
reasons), both in the order of the source, and `OUT.report.json`, and the journal is removed.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from finetune.data.files import DataError, Journal, WholeFile, beside, explained, transcripts_of, write_json
from finetune.data.workers import Workers
from mathcoder_kernel.execution.outputs import EMPTY_EXECUTION
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.execution.replay import Outcome, compare, recorded_error, recorded_timeout, same_numbers
from mathcoder_kernel.lce.compare import compare as compare_answers
from mathcoder_kernel.lce.transcript import (
    Block,
    BlockKind,
    ExecutionStatus,
    Transcript,
    execution,
)

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
_CUT_MARK = re.compile(r"\s*\.\.\.(?: \(output truncated\))?\s*")
_SHORTEST_HEAD = 40  # characters of a cut result that must agree
_CLOSE = 1e-6
_FIRST_SECONDS = 5.0  # of a block that is not put aside; the longest that was recorded as whole took 6
_LOST = (ExecutionStatus.TIMEOUT, ExecutionStatus.DIED)


@dataclass(frozen=True, slots=True)
class VerifySettings:
    """What is kept."""

    seconds: float = 20.0
    """Time limit of a block. What takes more than 5 of them waits until the others are done."""
    feedback_chars: int = 4_000
    """Longest output the model reads; longer ones are cut, as in the kernel."""
    repair: bool = True
    """Whether results may be replaced where that is safe; else such transcripts are dropped."""
    correct: bool = False
    """Whether the answer must equal the data set's (`meta.answer`)."""

    @property
    def limits(self) -> Limits:
        """The limits of a block. Outputs are compared whole, so nothing is cut yet."""
        return Limits(seconds=self.seconds, feedback_chars=1_000_000)

    @property
    def first_limits(self) -> Limits:
        """Those of a block's first run."""
        return replace(self.limits, seconds=min(self.seconds, _FIRST_SECONDS))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a transcript: `kept`, or the reason why it was dropped; `repairs` names what was replaced."""

    kept: Transcript | None
    reason: str = ""
    repairs: tuple[str, ...] = ()


@dataclass
class VerifyReport:
    """Counts of a whole run; `solutions_per_second` of this call alone."""

    transcripts: int = 0
    kept: int = 0
    repaired: int = 0
    blocks: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    executed_now: int = 0
    seconds: float = 0.0

    @property
    def solutions_per_second(self) -> float:
        """Transcripts with code that were run in this call, by its wall-clock time."""
        return self.executed_now / self.seconds if self.seconds else 0.0

    def add(self, record: dict[str, Any]) -> None:
        """Count a line of the journal."""
        self.transcripts += 1
        self.blocks += record["blocks"]
        self.repairs.update(record["repairs"])
        self.repaired += bool(record["repairs"]) and not record["reason"]
        if record["reason"]:
            self.reasons[record["reason"]] += 1
        else:
            self.kept += 1

    def to_json(self) -> dict[str, Any]:
        """Counts, ready for a file."""
        return {
            "transcripts": self.transcripts,
            "kept": self.kept,
            "repaired": self.repaired,
            "dropped": dict(self.reasons.most_common()),
            "repairs": dict(self.repairs.most_common()),
            "code_blocks": self.blocks,
            "solutions_per_second": round(self.solutions_per_second, 1),
        }

    def text(self) -> str:
        """The report as a person reads it."""
        lines = [
            f"{self.kept:,} of {self.transcripts:,} transcripts kept "
            f"({self.kept / max(1, self.transcripts):.1%}), {self.repaired:,} of them repaired; "
            f"{self.blocks:,} code blocks"
        ]
        if self.seconds:
            lines[0] += f"; {self.solutions_per_second:.1f} solutions/s"
        for title, counts in (("repaired, by block:", self.repairs), ("dropped:", self.reasons)):
            if counts:
                lines.append(title)
                lines += [f"  {count:6}  {reason}" for reason, count in counts.most_common()]
        return "\n".join(lines)


def verify(
    source: Path,
    out: Path,
    workers: Workers,
    settings: VerifySettings | None = None,
    *,
    on_progress: Callable[[int], object] | None = None,
) -> VerifyReport:
    """Verify the transcripts of `source`; see the module. Continues a run of the same source and settings.

    `on_progress` is given the number of new verdicts, those of an earlier run at once. Raises DataError for a source
    that holds no transcripts, an existing `out`, or a full disk.
    """
    settings = settings or VerifySettings()
    if out.exists():
        raise DataError(f"{out} is there already: remove it, or give another --out")
    if not source.is_file():
        raise DataError(f"there is no file {source}")
    header = {"source": _digest(source), "settings": _as_dict(settings), "rows": "numbered"}
    report = VerifyReport()
    path = beside(out, "journal.jsonl")
    with Journal(path, header) as journal:
        if on_progress and journal.done:
            on_progress(journal.done)
        started = time.monotonic()
        done = {record["row"] for record in journal.records("row")}
        for row, transcript, verdict in _verdicts(source, done, workers, settings):
            journal.add(_record(row, transcript, verdict))
            report.executed_now += bool(_to_run(transcript))
            if on_progress:
                on_progress(1)
        report.seconds = time.monotonic() - started
        if not journal.done:
            raise DataError(f"{source} holds no transcripts")
        _write(journal, out, report)
    write_json(beside(out, "report.json"), report.to_json() | {"settings": header["settings"], "ran_with": _versions()})
    path.unlink()
    return report


def judge(transcript: Transcript, results: Sequence[ExecutionResult], settings: VerifySettings) -> Verdict:
    """What becomes of a transcript whose code blocks, in order, gave `results`.

    They end with the first that ran out of time or ended its process; none are needed where there is nothing to run.
    """
    if any(recorded_timeout(block) for block in transcript.of_kind(BlockKind.EXECUTION)):
        return Verdict(None, "ran out of time when it was recorded")
    ran = iter(results)
    blocks: list[Block] = []
    repairs: list[str] = []
    filled = False
    given: list[str] = []  # results in the order of the blocks
    for number, block in enumerate(transcript.blocks):
        if block.kind is BlockKind.EXECUTION:
            continue  # taken with its code
        blocks.append(block)
        if block.kind is not BlockKind.CODE:
            continue
        result = next(ran)
        given.append(result.text)
        after = transcript.blocks[number + 1 : number + 2]
        recorded = after[0] if after and after[0].kind is BlockKind.EXECUTION else None
        if result.status is ExecutionStatus.TIMEOUT:
            return Verdict(None, "runs out of time")
        if result.status is ExecutionStatus.DIED:
            return Verdict(None, "ends its process")
        if recorded is None:
            if result.error is not None:
                return Verdict(None, f"no result was recorded, and it fails: {result.error}")
            filled = True
            repairs.append("a missing result filled in")
            blocks.append(_as_read(result, settings))
            continue
        outcome = compare(recorded, result)
        if outcome is Outcome.DIFFERENT:
            repair = _safe_repair(recorded, result)
            if repair is None:
                return Verdict(None, _difference(recorded, result))
            repairs.append(repair)
            blocks.append(_as_read(result, settings))
        elif outcome is Outcome.ERROR:
            ours = _as_read(result, settings)
            if ours.content.strip() != recorded.content.strip():
                repairs.append("an error as our kernel writes it")
            blocks.append(ours)
        elif len(recorded.content) > settings.feedback_chars and recorded.cut is None:
            repairs.append("a long output cut as in the kernel")
            blocks.append(_as_read(result, settings))
        else:
            blocks.append(replace(recorded, status=result.status))
    if repairs and not settings.repair:
        return Verdict(None, f"would need a repair: {repairs[0]}")
    answer = transcript.answer
    if filled and (answer is None or not any(compare_answers(answer, text).equal for text in given)):
        return Verdict(None, "no result was recorded, and none is the answer")
    if settings.correct:
        expected = transcript.meta.get("answer")
        if expected is None:
            return Verdict(None, "the data set gives no answer to compare with")
        if answer is None or not compare_answers(str(expected), answer).equal:
            return Verdict(None, "the answer is not the data set's")
    meta = {**transcript.meta, "repaired": sorted(set(repairs))} if repairs else transcript.meta
    return Verdict(replace(transcript, blocks=tuple(blocks), meta=meta), "", tuple(repairs))


def _safe_repair(recorded: Block, result: ExecutionResult) -> str | None:
    """Why the result of the run may stand in the place of the recorded one; None where it may not."""
    if result.error is not None or recorded_error(recorded) is not None:
        return None
    theirs, ours = recorded.content.strip(), result.text.strip()
    if _is_cut_of(recorded, ours):
        return "a cut result made whole"
    if _ADDRESS.sub("0x", theirs) == _ADDRESS.sub("0x", ours):
        return "other memory addresses"
    if same_numbers(ours, theirs, _CLOSE):
        return "the same numbers to 1e-6"
    try:
        left, right = ast.literal_eval(theirs), ast.literal_eval(ours)
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None
    if type(left) is type(right) and isinstance(left, set | dict) and left == right:
        return "the same set or dictionary in another order"
    return None


def _is_cut_of(recorded: Block, ours: str) -> bool:
    theirs = recorded.content.strip()
    if recorded.cut is not None:
        head, tail = theirs[: recorded.cut.head], theirs[len(theirs) - recorded.cut.tail :]
        return len(ours) > len(head) + len(tail) and ours.startswith(head) and ours.endswith(tail)
    for mark in _CUT_MARK.finditer(theirs):
        head, tail = theirs[: mark.start()], theirs[mark.end() :]
        if len(head) < _SHORTEST_HEAD or len(ours) <= len(head) + len(tail):
            continue
        if ours.startswith(head) and ours.endswith(tail):
            return True
    return False


def _difference(recorded: Block, result: ExecutionResult) -> str:
    before = recorded_error(recorded)
    if before is None and result.error is not None:
        return f"fails now: {result.error}"
    if before is not None and result.error is None:
        return f"failed when it was recorded ({before}), runs now"
    if before is not None:
        return "fails in another way than recorded"
    if recorded.content.strip() in ("", EMPTY_EXECUTION):
        return "gave nothing when it was recorded, gives a result now"
    if result.text == EMPTY_EXECUTION:
        return "gives nothing now"
    return "gives another result"


def _as_read(result: ExecutionResult, settings: VerifySettings) -> Block:
    """The execution block as our kernel would write it: long output cut to head and tail."""
    from mathcoder_kernel.execution.outputs import result_of

    if len(result.text) <= settings.feedback_chars:
        return execution(result.text, result.status)
    limits = Limits(feedback_chars=settings.feedback_chars)
    shown = result_of([{"output_type": "stream", "name": "stdout", "text": result.text}], limits)
    return execution(shown.text, result.status, shown.cut)


_Row = tuple[int, Transcript]


def _verdicts(
    source: Path, done: Collection[int], workers: Workers, settings: VerifySettings
) -> Iterator[tuple[int, Transcript, Verdict]]:
    """Verdicts on the rows that are not `done`: in order, but those at the end that had to be put aside."""
    aside: set[int] = set()
    fresh = ((row, transcript) for row, transcript in enumerate(transcripts_of(source)) if row not in done)
    for row, transcript, results in _runs(fresh, workers, settings.first_limits):
        if results and results[-1].status in _LOST:
            aside.add(row)
        else:
            yield row, transcript, judge(transcript, results, settings)
    again = (
        (row, transcript) for row, transcript in enumerate(transcripts_of(source) if aside else ()) if row in aside
    )
    for row, transcript, results in _runs(again, workers, settings.limits):
        yield row, transcript, judge(transcript, results, settings)


def _runs(
    rows: Iterable[_Row], workers: Workers, limits: Limits
) -> Iterator[tuple[int, Transcript, Sequence[ExecutionResult]]]:
    """Rows with the results of their code; none for those without anything to run."""
    ahead: deque[_Row] = deque()  # read by the workers, not given back yet

    def solutions() -> Iterator[list[str]]:
        for row, transcript in rows:
            ahead.append((row, transcript))
            codes = _to_run(transcript)
            if codes:
                yield codes

    for results in workers.run_many(solutions(), limits, give_up=True):
        while not _to_run(ahead[0][1]):
            yield *ahead.popleft(), ()
        yield *ahead.popleft(), results
    while ahead:
        yield *ahead.popleft(), ()


def _to_run(transcript: Transcript) -> list[str]:
    """The code that a verdict needs: none where a recorded run timed out, which shifted the results behind it."""
    if any(recorded_timeout(block) for block in transcript.of_kind(BlockKind.EXECUTION)):
        return []
    return [block.content for block in transcript.of_kind(BlockKind.CODE)]


def _record(row: int, transcript: Transcript, verdict: Verdict) -> dict[str, Any]:
    return {
        "row": row,
        "reason": verdict.reason,
        "repairs": list(verdict.repairs),
        "blocks": len(transcript.of_kind(BlockKind.CODE)),
        "transcript": (verdict.kept or transcript).to_json(),
    }


def _write(journal: Journal, out: Path, report: VerifyReport) -> None:
    dropped_path = beside(out, "dropped.jsonl")
    kept_note = "every verdict is kept: free some space and give the same command again"
    with explained(out, kept_note), WholeFile(out) as kept, WholeFile(dropped_path) as dropped:
        for record in journal.records("row"):
            report.add(record)
            if record["reason"]:
                line = {"reason": record["reason"], "transcript": record["transcript"]}
                dropped.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                kept.write(json.dumps(record["transcript"], ensure_ascii=False) + "\n")


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _as_dict(settings: VerifySettings) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in settings.__dataclass_fields__}


def _versions() -> dict[str, str]:
    import platform

    return {"python": platform.python_version()} | {name: version(name) for name in ("sympy", "numpy", "ipython")}
