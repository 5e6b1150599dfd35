"""Two evaluations held against each other."""

from __future__ import annotations

from typing import Any

import pytest

from finetune.data.files import DataError
from finetune.evaluate.compare import as_text, compare, mcnemar


def _report(name: str, solved: list[bool], question: str = "?") -> dict[str, Any]:
    outcomes = [
        {"id": str(n), "question": question, "verdict": "right" if right else "wrong"} for n, right in enumerate(solved)
    ]
    return {"model": name, "sets": {"own": {"outcomes": outcomes}}}


def test_only_questions_that_one_of_them_solves_speak_for_a_difference() -> None:
    first = _report("a", [True] * 60 + [True] * 10 + [False] * 2 + [False] * 28)
    second = _report("b", [True] * 60 + [False] * 10 + [True] * 2 + [False] * 28)
    found = compare(first, second)["sets"]["own"]
    assert (found["both"], found["only_first"], found["only_second"], found["neither"]) == (60, 10, 2, 28)
    assert found["difference"] == pytest.approx(-0.08)
    low, high = found["interval"]
    # normal approximation of a paired difference: -0.08 ± 1.96 · 0.0337
    assert (low, high) == (pytest.approx(-0.146, abs=0.01), pytest.approx(-0.014, abs=0.01))
    assert found["p"] == pytest.approx(0.0386, abs=1e-4)


def test_mcnemars_exact_test() -> None:
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(5, 5) == 1.0
    assert mcnemar(0, 6) == pytest.approx(2 / 2**6)


def test_the_verdict_says_who_is_better_or_that_nobody_can_tell() -> None:
    worse, better = _report("a", [False] * 30 + [True] * 30), _report("b", [True] * 60)
    assert "B is better." in as_text(compare(worse, better))
    assert "A is better." in as_text(compare(better, worse))
    assert "No difference can be told" in as_text(compare(worse, worse))


def test_evaluations_without_a_common_question_are_refused() -> None:
    with pytest.raises(DataError, match="no question in common"):
        compare(_report("a", [True], "one?"), _report("b", [True], "another?"))
