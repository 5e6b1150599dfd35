"""Models are judged by the solver that people use, against what the teacher's code really gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finetune.evaluate.report import VERDICTS, as_text
from finetune.evaluate.runner import EvaluationError, Outcome, evaluate


def test_every_set_is_played_and_every_question_ends_in_one_way(exported: Path, tmp_path: Path) -> None:
    questions = tmp_path / "own.jsonl"
    questions.write_text(json.dumps({"id": "q1", "topic": "sums", "question": "add 2 and 3", "answer": "5"}) + "\n")
    seen: list[Outcome] = []
    report = evaluate(exported, 3, 5, questions=questions, on_outcome=seen.append)
    assert list(report["sets"]) == ["fresh seeds", "held-out phrasings", "own"]
    assert [result["asked"] for result in report["sets"].values()] == [3, 3, 1]
    assert len(seen) == 7
    assert all(outcome.verdict in VERDICTS for outcome in seen)
    assert report["sets"]["own"]["outcomes"][0]["gold"] == "5"
    assert json.loads(json.dumps(report))["sha256"] == report["sha256"]
    assert "own" in as_text(report, wrong=2)


def test_equal_seeds_ask_and_answer_alike(exported: Path) -> None:
    first, second = (evaluate(exported, 2, 7)["sets"]["fresh seeds"]["outcomes"] for _ in range(2))
    assert [(o["question"], o["gold"], o["answer"]) for o in first] == [
        (o["question"], o["gold"], o["answer"]) for o in second
    ]


def test_a_file_that_is_no_model_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "no.gguf"
    path.write_bytes(b"nothing")
    with pytest.raises(EvaluationError):
        evaluate(path, 1, 1)
