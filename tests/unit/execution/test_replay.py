"""The own corpus replayed in the pool, and the rules by which runs are compared with recorded ones."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from mathcoder_kernel.execution.outputs import EMPTY_EXECUTION
from mathcoder_kernel.execution.pool import can_fork
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.execution.replay import Outcome, compare, recorded_error, replay_in_pool, select, steps_of
from mathcoder_kernel.lce.transcript import (
    BlockKind,
    ExecutionStatus,
    Transcript,
    code,
    execution,
    read_jsonl,
)

OWN = Path(__file__).resolve().parents[2] / "data" / "replay" / "own.jsonl"


def own_corpus() -> list[Transcript]:
    """Our transcripts; those that draw need matplotlib."""
    return [t for t in read_jsonl(OWN) if t.id != "plots" or find_spec("matplotlib")]


def test_the_own_corpus_covers_the_shapes_of_the_recorded_one() -> None:
    corpus = own_corpus()
    blocks = [block for t in corpus for block in t.blocks]
    codes = [block.content for block in blocks if block.kind is BlockKind.CODE]
    runs = [block for block in blocks if block.kind is BlockKind.EXECUTION]
    assert len(corpus) >= 30
    assert any(t.blocks[0].kind is BlockKind.CODE for t in corpus)
    assert any(not t.of_kind(BlockKind.CODE) for t in corpus)
    assert any("\r\n" in text for text in codes)
    assert any(run.content == EMPTY_EXECUTION for run in runs)
    assert any(len(run.content) > 4_000 for run in runs)
    assert any(not run.content.isascii() for run in runs)
    assert {
        "NameError", "TypeError", "IndexError", "AttributeError", "ValueError", "KeyError", "ImportError",
        "SyntaxError", "ZeroDivisionError", "NotImplementedError", "ModuleNotFoundError", "IndentationError",
    } <= {recorded_error(run) for run in runs}  # fmt: skip


@pytest.mark.skipif(not can_fork(), reason="the pool forks its children from a zygote on POSIX only")
@pytest.mark.timeout(120)
def test_the_own_corpus_comes_out_as_recorded_in_the_pool() -> None:
    report = replay_in_pool(own_corpus(), Limits(feedback_chars=100_000), workers=2)
    assert report.differences == [], report.text()
    assert report.records_as_recorded == report.records >= 30


@pytest.mark.slow
@pytest.mark.skipif(not can_fork(), reason="the pool forks its children from a zygote on POSIX only")
@pytest.mark.timeout(300)
def test_recorded_transcripts_come_out_as_recorded_in_the_pool(recorded_path: Path) -> None:
    sample = select(read_jsonl(recorded_path), 300, seed=1)
    report = replay_in_pool(sample, Limits(seconds=20, feedback_chars=100_000), workers=2)
    print(report.text())
    assert report.block_share >= 0.99
    assert report.record_share >= 0.98


def ok(text: str) -> ExecutionResult:
    return ExecutionResult(ExecutionStatus.OK, text)


@pytest.mark.parametrize(
    ("recorded", "now", "outcome"),
    [
        ("[1, 2]", "[1, 2]", Outcome.EXACT),
        ("[1,\r\n 2] ", "[1,\n 2]", Outcome.EXACT),
        ("[1,2]", "[1, 2]", Outcome.SPACES),
        ("0.30000000000000004*x", "0.3*x", Outcome.NUMBERS),
        ("0.3*x", "0.4*x", Outcome.DIFFERENT),
        ("0.3*x", "0.3*y", Outcome.DIFFERENT),
        ("", EMPTY_EXECUTION, Outcome.EXACT),
        ("x1", "x2", Outcome.DIFFERENT),
    ],
)
def test_values_are_compared_by_text_then_by_number(recorded: str, now: str, outcome: Outcome) -> None:
    assert compare(execution(recorded), ok(now)) is outcome


RULE = "-" * 75


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{RULE} NameError          Traceback (most recent call last) Cell In[1], line 1\nNameError: no", "NameError"),
        (f"{RULE} \x1b[31mTypeError\x1b[0m  Traceback (most recent call last) …\nTypeError: no", "TypeError"),
        (
            f"{RULE} KeyError  Traceback (most recent call last) …\nKeyError: 1\n\nDuring handling …:\n\n"
            "ValueError  Traceback (most recent call last) …\nValueError: not a pair",
            "ValueError",
        ),
        ("  Cell In[6], line 5\n    a b\n      ^\nSyntaxError: invalid syntax", "SyntaxError"),
        ("NameError: a printed line", None),
        ("42", None),
    ],
)
def test_the_class_of_a_recorded_error_is_found(text: str, name: str | None) -> None:
    assert recorded_error(execution(text)) == name


def test_errors_are_compared_by_class() -> None:
    recorded = execution("NameError: name 'a' is not defined", ExecutionStatus.ERROR)
    same = ExecutionResult(ExecutionStatus.ERROR, "NameError: other words", error="NameError")
    other = ExecutionResult(ExecutionStatus.ERROR, "TypeError: no", error="TypeError")
    assert compare(recorded, same) is Outcome.ERROR
    assert compare(recorded, other) is Outcome.DIFFERENT
    assert compare(recorded, ok("5")) is Outcome.DIFFERENT
    assert compare(execution("5"), same) is Outcome.DIFFERENT


def test_what_follows_a_recorded_time_out_is_left_out() -> None:
    stuck = execution(f"{RULE} Timeout waiting for reply      Traceback (most recent call last) ")
    blocks = (code("1"), execution("1"), code("2"), stuck, code("3"), execution("1"))
    steps, left_out = steps_of(Transcript("q", blocks))
    assert ([step.code for step in steps], left_out) == (["1"], 2)
