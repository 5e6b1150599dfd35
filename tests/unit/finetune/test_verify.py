"""Every code block is run again; what does not hold is repaired where that is safe, or dropped with its reason."""

from __future__ import annotations

import errno
import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from finetune.data import files
from finetune.data.files import DataError
from finetune.data.verify import VerifyReport, VerifySettings, judge, verify
from finetune.data.workers import LocalWorkers, workers_of
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.lce.transcript import (
    Block,
    BlockKind,
    ExecutionStatus,
    Transcript,
    code,
    execution,
    read_jsonl,
    text,
    write_jsonl,
)

SETTINGS = VerifySettings(seconds=10.0)
OWN = Path(__file__).resolve().parents[2] / "data" / "replay" / "own.jsonl"


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalWorkers]:
    with LocalWorkers(1) as local:
        yield local


def _transcript(*blocks: Block, answer: str | None = "4", expected: str | None = None) -> Transcript:
    return Transcript("q", blocks, answer, meta={} if expected is None else {"answer": expected})


def _ran(workers: LocalWorkers, transcript: Transcript, settings: VerifySettings = SETTINGS) -> Transcript | str:
    codes = [block.content for block in transcript.of_kind(BlockKind.CODE)]
    (results,) = workers.run_many([codes], settings.limits)
    verdict = judge(transcript, results, settings)
    return verdict.kept if verdict.kept is not None else verdict.reason


LONG = "print(list(range(100)))"
WHOLE = str(list(range(100)))


@pytest.mark.parametrize(
    ("source", "recorded", "becomes"),
    [
        ("2 + 2", "4", "4"),
        ("[1, 2]", "[1,2]", "[1,2]"),
        ("x", "NameError   Traceback (most recent call last) x", "NameError: name 'x' is not defined"),
        (LONG, f"{WHOLE[:100]}...{WHOLE[-100:]}", WHOLE),
        (LONG, f"{WHOLE[:200]} ... (output truncated)", WHOLE),
        ("{3, 1}", "{3, 1}", "{1, 3}"),
        ("{'b': 1, 'a': 2}", "{'a': 2, 'b': 1}", "{'b': 1, 'a': 2}"),
        ("1 / 3", "0.33333334", "0.3333333333333333"),
        ("print('<f at 0x7f0011223344>')", "<f at 0x7faabbccddee>", "<f at 0x7f0011223344>"),
        ("x = 1", "<empty_execution>", "<empty_execution>"),
    ],
)  # fmt: skip
def test_results_that_agree_are_kept_and_harmless_differences_repaired(
    workers: LocalWorkers, source: str, recorded: str, becomes: str
) -> None:
    kept = _ran(workers, _transcript(code(source), execution(recorded), text("done")))
    assert isinstance(kept, Transcript), kept
    assert kept.blocks[1].content == becomes
    assert kept.blocks[1].status is (ExecutionStatus.ERROR if source == "x" else ExecutionStatus.OK)


@pytest.mark.parametrize(
    ("source", "recorded", "reason"),
    [
        ("2 + 2", "5", "gives another result"),
        ("True", "False", "gives another result"),
        ("1 / 3", "0.334", "gives another result"),
        ("[2, 1]", "[1, 2]", "gives another result"),
        (LONG, f"{WHOLE[:30]}...", "gives another result"),
        ("1 / 0", "4", "fails now: ZeroDivisionError"),
        ("2 + 2", "NameError: name 'x' is not defined", "failed when it was recorded (NameError), runs now"),
        ("1 / 0", "NameError: name 'x' is not defined", "fails in another way than recorded"),
        ("4", "<empty_execution>", "gave nothing when it was recorded, gives a result now"),
        ("x = 4", "4", "gives nothing now"),
        ("4", "Timeout waiting for reply", "ran out of time when it was recorded"),
        ("import os; os._exit(3)", "4", "ends its process"),
    ],
)
def test_differences_that_words_may_rest_on_drop_the_transcript(
    workers: LocalWorkers, source: str, recorded: str, reason: str
) -> None:
    status = ExecutionStatus.ERROR if "NameError" in recorded else ExecutionStatus.OK
    assert _ran(workers, _transcript(code(source), execution(recorded, status), text("done"))) == reason


def test_code_that_never_ends_is_dropped(workers: LocalWorkers) -> None:
    endless = _transcript(code("while True: pass"), execution("4"))
    assert _ran(workers, endless, VerifySettings(seconds=0.5)) == "runs out of time"


def test_blocks_of_a_transcript_share_their_variables(workers: LocalWorkers) -> None:
    kept = _ran(workers, _transcript(code("x = 2"), execution("<empty_execution>"), code("x + 2"), execution("4")))
    assert isinstance(kept, Transcript)


def test_a_missing_result_is_filled_in_only_if_it_is_the_answer(workers: LocalWorkers) -> None:
    kept = _ran(workers, _transcript(code("2 + 2"), text(r"\boxed{4}")))
    assert isinstance(kept, Transcript)
    assert [block.content for block in kept.blocks] == ["2 + 2", "4", r"\boxed{4}"]
    assert kept.meta["repaired"] == ["a missing result filled in"]
    other = _transcript(code("2 + 3"), text(r"\boxed{4}"))
    assert _ran(workers, other) == "no result was recorded, and none is the answer"
    fails = _transcript(code("1 / 0"), text(r"\boxed{4}"))
    assert _ran(workers, fails) == "no result was recorded, and it fails: ZeroDivisionError"


def test_without_repair_such_transcripts_are_dropped(workers: LocalWorkers) -> None:
    settings = VerifySettings(repair=False)
    assert _ran(workers, _transcript(code("2 + 2"), text("4")), settings) == (
        "would need a repair: a missing result filled in"
    )


def test_only_correct_answers_are_kept_if_asked_for(workers: LocalWorkers) -> None:
    settings = VerifySettings(correct=True)
    blocks = (code("2 + 2"), execution("4"))
    assert isinstance(_ran(workers, _transcript(*blocks, expected="4.0"), settings), Transcript)
    assert _ran(workers, _transcript(*blocks, expected="5"), settings) == "the answer is not the data set's"
    assert "no answer to compare with" in str(_ran(workers, _transcript(*blocks), settings))


def test_output_longer_than_the_kernel_shows_is_cut_as_there(workers: LocalWorkers) -> None:
    long = "x" * 9_000
    kept = _ran(workers, _transcript(code("print('x' * 9000)"), execution(long)))
    assert isinstance(kept, Transcript)
    assert len(kept.blocks[1].content) < 5_000
    assert kept.blocks[1].cut is not None


def test_our_own_recorded_transcripts_are_all_kept(workers: LocalWorkers, tmp_path: Path) -> None:
    report = verify(OWN, tmp_path / "kept.jsonl", workers)
    assert report.reasons == {}
    assert report.kept == report.transcripts == len(list(read_jsonl(tmp_path / "kept.jsonl"))) >= 50
    assert report.solutions_per_second > 0
    assert not (tmp_path / "kept.journal.jsonl").exists()


def test_every_transcript_is_in_one_of_the_two_files(workers: LocalWorkers, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    write_jsonl(source, [_transcript(code("2 + 2"), execution(said)) for said in "45"] + [_transcript(text("no code"))])
    report = verify(source, tmp_path / "out.jsonl", workers)
    dropped = [json.loads(line) for line in (tmp_path / "out.dropped.jsonl").read_text().splitlines()]
    assert (report.kept, len(list(read_jsonl(tmp_path / "out.jsonl")))) == (2, 2)
    assert [(d["reason"], d["transcript"]["blocks"][1]["content"]) for d in dropped] == [("gives another result", "5")]
    assert json.loads((tmp_path / "out.report.json").read_text())["dropped"] == {"gives another result": 1}


class _Killed(Exception):
    pass


class _DiesAfter:
    """Local workers that are killed after some solutions; counts what it ran."""

    count = 1

    def __init__(self, workers: LocalWorkers, after: int) -> None:
        self._workers, self._after = workers, after
        self.ran = 0

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        for results in self._workers.run_many(solutions, limits, give_up=give_up):
            if self.ran == self._after:
                raise _Killed
            self.ran += 1
            yield results


def _numbers(path: Path, count: int) -> Path:
    write_jsonl(path, [_transcript(code(f"{n} + 1"), execution(str(n + 1 + (n == 3)))) for n in range(count)])
    return path


def test_a_killed_run_continues_where_it_was_and_gives_the_same(workers: LocalWorkers, tmp_path: Path) -> None:
    source = _numbers(tmp_path / "in.jsonl", 8)
    verify(source, tmp_path / "whole.jsonl", workers)
    with pytest.raises(_Killed):
        verify(source, tmp_path / "out.jsonl", _DiesAfter(workers, 5))
    assert not (tmp_path / "out.jsonl").exists()
    with open(tmp_path / "out.journal.jsonl", "ab") as journal:
        journal.write(b'{"reason": "", "tran')  # a line that the kill cut off
    rest = _DiesAfter(workers, 100)
    steps: list[int] = []
    verify(source, tmp_path / "out.jsonl", rest, on_progress=steps.append)
    assert (rest.ran, steps) == (3, [5, 1, 1, 1])
    for ending in (".jsonl", ".dropped.jsonl"):
        assert (tmp_path / f"out{ending}").read_bytes() == (tmp_path / f"whole{ending}").read_bytes()


class _Recording:
    """Local workers that note what they ran, in how much time; `first` stands in for the first results."""

    count = 1

    def __init__(self, workers: LocalWorkers, first: ExecutionResult | None = None) -> None:
        self._workers, self._first = workers, first
        self.asked: list[tuple[float, int]] = []

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        assert limits is not None
        first, self._first = self._first, None
        for results in self._workers.run_many(solutions, limits, give_up=give_up):
            self.asked.append((limits.seconds, len(results)))
            yield [first] if first else results


def test_a_busy_machine_costs_no_data(workers: LocalWorkers, tmp_path: Path) -> None:
    busy = _Recording(workers, ExecutionResult(ExecutionStatus.DIED, ""))
    report = verify(_numbers(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl", busy)
    assert (report.kept, report.reasons) == (3, {})
    assert busy.asked == [(5.0, 1)] * 3 + [(20.0, 1)] * 3, "put aside, and run again with the whole time"


def test_a_row_that_never_ends_waits_for_the_end_and_keeps_its_place(workers: LocalWorkers, tmp_path: Path) -> None:
    good = _transcript(code("2 + 2"), execution("4"))
    slow = _transcript(code("while True: pass"), execution("4"), code("2 + 2"), execution("4"))
    broken = _transcript(code("2 + 2"), execution("5"))
    write_jsonl(tmp_path / "in.jsonl", [good, slow, good, broken, slow, good])
    asked = _Recording(workers)
    steps: list[tuple[int, int]] = []
    report = verify(
        tmp_path / "in.jsonl",
        tmp_path / "out.jsonl",
        asked,
        VerifySettings(seconds=0.4),
        on_progress=lambda new: steps.append((new, len(asked.asked))),
    )
    assert report.reasons == {"runs out of time": 2, "gives another result": 1}
    assert [ran for _, ran in steps] == [1, 3, 4, 6, 7, 8], "verdicts on the others do not wait"
    assert asked.asked[1] == (0.4, 1), "nothing runs behind a block that has no end"
    dropped = [json.loads(line)["reason"] for line in (tmp_path / "out.dropped.jsonl").read_text().splitlines()]
    assert dropped == ["runs out of time", "gives another result", "runs out of time"]


def test_what_follows_a_recorded_time_out_is_not_run(workers: LocalWorkers, tmp_path: Path) -> None:
    timed_out = execution("-" * 75 + " TimeoutError: Timeout waiting for reply")
    write_jsonl(tmp_path / "in.jsonl", [_transcript(code("while True: pass"), timed_out)])
    asked = _Recording(workers)
    report = verify(tmp_path / "in.jsonl", tmp_path / "out.jsonl", asked)
    assert (asked.asked, report.reasons) == ([], {"ran out of time when it was recorded": 1})


def test_a_run_of_another_source_is_not_continued(workers: LocalWorkers, tmp_path: Path) -> None:
    with pytest.raises(_Killed):
        verify(_numbers(tmp_path / "in.jsonl", 4), tmp_path / "out.jsonl", _DiesAfter(workers, 2))
    with pytest.raises(DataError, match="other settings or another source"):
        verify(_numbers(tmp_path / "in.jsonl", 5), tmp_path / "out.jsonl", workers)


def test_a_full_disk_keeps_what_was_finished(
    workers: LocalWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _numbers(tmp_path / "in.jsonl", 6)
    written = files.Journal._line
    count = 0

    def until_full(journal: files.Journal, record: dict[str, object]) -> None:
        nonlocal count
        count += 1
        if count > 4:  # the header and three verdicts fit
            raise OSError(errno.ENOSPC, "No space left on device")
        written(journal, record)

    monkeypatch.setattr(files.Journal, "_line", until_full)
    with pytest.raises(DataError, match="is full; what was finished is kept"):
        verify(source, tmp_path / "out.jsonl", workers)
    monkeypatch.undo()
    rest = _DiesAfter(workers, 100)
    assert verify(source, tmp_path / "out.jsonl", rest).transcripts == 6
    assert rest.ran == 3


def test_output_that_is_there_is_not_overwritten(workers: LocalWorkers, tmp_path: Path) -> None:
    source = _numbers(tmp_path / "in.jsonl", 1)
    with pytest.raises(DataError, match="there already"):
        verify(source, source, workers)


@pytest.mark.parametrize(("content", "message"), [("", "holds no transcripts"), ('{"a": 1}', "line 1: .* data import")])
def test_sources_that_are_no_transcripts_are_refused(
    workers: LocalWorkers, tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "in.jsonl").write_text(content)
    with pytest.raises(DataError, match=message):
        verify(tmp_path / "in.jsonl", tmp_path / "out.jsonl", workers)


def test_the_report_names_counts_and_speed() -> None:
    report = VerifyReport(executed_now=50, seconds=2.0)
    report.add({"reason": "", "repairs": ["a cut result made whole"], "blocks": 2})
    report.add({"reason": "gives another result", "repairs": [], "blocks": 1})
    assert "1 of 2 transcripts kept (50.0%), 1 of them repaired; 3 code blocks; 25.0 solutions/s" in report.text()


@pytest.mark.skipif(importlib.util.find_spec("ray") is not None, reason="Ray is installed here")
def test_without_ray_the_message_says_how_to_get_it() -> None:
    with pytest.raises(DataError, match=r"pip install 'mathcoder-kernel\[ray\]'"):
        workers_of("ray")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="the extra `ray` is not installed")
def test_ray_gives_what_the_local_pool_gives(workers: LocalWorkers, tmp_path: Path) -> None:
    source = _numbers(tmp_path / "in.jsonl", 40)
    verify(source, tmp_path / "local.jsonl", workers)
    with workers_of("ray", 1, None) as ray:
        verify(source, tmp_path / "ray.jsonl", ray)
    assert (tmp_path / "ray.jsonl").read_bytes() == (tmp_path / "local.jsonl").read_bytes()
