"""Figures of an evaluation."""

from __future__ import annotations

from typing import Any

import pytest

from finetune.evaluate.report import as_text, summarise, wilson


def _outcome(topic: str, verdict: str, check: bool | None = None) -> dict[str, Any]:
    blocks = [{"type": "code", "content": "1 + 1"}]
    return {
        "topic": topic, "verdict": verdict, "check": check, "code_blocks": 2, "failed_blocks": 1, "seconds": 0.5,
        "question": "one and one", "answer": "2", "gold": "3", "transcript": {"blocks": blocks},
    }  # fmt: skip


def test_intervals_are_wilsons() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, table I
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_right_answers_and_right_refusals_are_solved() -> None:
    verdicts = ["right", "refused rightly", "wrong", "no answer", "answered what it should refuse"]
    summary = summarise([_outcome("a" if v == "wrong" else "b", v) for v in verdicts])
    assert (summary["solved"], summary["asked"]) == (2, 5)
    assert summary["code_error_rate"] == 0.5
    counts = {topic: (cell["solved"], cell["asked"]) for topic, cell in summary["topics"].items()}
    assert counts == {"a": (0, 1), "b": (2, 4)}
    assert summary["topics"]["b"]["interval"] == wilson(2, 4)


def test_what_a_student_is_told_is_held_against_what_is_right() -> None:
    told = [("right", True), ("right", False), ("wrong", True), ("wrong", False), ("right", None)]
    summary = summarise([_outcome("a", verdict, check) for verdict, check in told])
    assert (summary["checked"], summary["checked_but_wrong"], summary["check_failed_but_right"]) == (2, 1, 1)


def test_a_refusal_and_an_unchecked_answer_mislead_nobody() -> None:
    told = [("right", True), ("refused wrongly", None), ("wrong", None), ("wrong", False), ("wrong", True)]
    summary = summarise([_outcome("a", verdict, check) for verdict, check in told])
    assert (summary["right_or_refused"], summary["not_misleading"]) == (2, 4)
    assert summary["not_misleading_interval"] == wilson(4, 5)


def test_the_table_shows_sets_side_by_side_and_what_went_wrong() -> None:
    sets = {
        "fresh seeds": summarise([_outcome("a", "right")]),
        "held-out phrasings": summarise([_outcome("a", "wrong"), _outcome("b", "right")]),
    }
    table = as_text({"model": "m", "sets": sets}, wrong=1)
    assert any(line.split() == ["a", "1/1", "100.0", "%", "0/1", "0.0", "%"] for line in table.splitlines())
    assert "Not solved, held-out phrasings" in table
    assert "| 1 + 1" in table
