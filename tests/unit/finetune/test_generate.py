"""Training data is executed for real, repeatable, and free of what would teach wrong things."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finetune.data.check import TestQuestions
from finetune.data.generate import GenerateError, Source, generate, read_split, solved
from finetune.recipe import GenerateSettings
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus, Transcript
from mathcoder_kernel.problems.family import question_key
from mathcoder_kernel.problems.problem import Code, Problem, Words
from tests.unit.finetune.pipeline import TOY, toy_problems

SMALL = GenerateSettings(examples=60, validation=8, held_out=8, wordings=2, shard=25, workers=1)


def _problem(*steps: Words | Code) -> Problem:
    return Problem("t", "task", "task/0", "q", steps)


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolExecutor]:
    with PoolExecutor(1) as executor:
        yield executor


def _outcome(pool: PoolExecutor, problem: Problem, seconds: float = 10.0) -> Transcript | str:
    (results,) = pool.run_many([problem.codes], Limits(seconds=seconds))
    return solved(problem, results)


def test_executions_in_the_data_are_what_the_code_gives(data: Path) -> None:
    transcripts = itertools.islice(read_split(data, "train"), 20)
    runs = [pair for t in transcripts for pair in itertools.pairwise(t.blocks) if pair[1].status is ExecutionStatus.OK]
    assert len(runs) > 10
    for code, execution in runs:
        *body, last = code.content.splitlines()
        namespace: dict[str, int] = {}
        exec("\n".join(body), namespace)
        assert execution.content == repr(eval(last, namespace))


def test_a_repaired_example_keeps_its_real_error(data: Path) -> None:
    failed = [b for t in read_split(data, "train") for b in t.blocks if b.status is ExecutionStatus.ERROR]
    assert failed
    assert all("NameError" in block.content for block in failed)


def test_several_phrasings_share_one_execution(tmp_path: Path) -> None:
    report = generate(tmp_path, SMALL, 3, TOY)
    assert report["examples"]["train"] == 60
    assert report["executions"] < 60


def test_equal_seeds_give_equal_examples_also_after_a_stop(tmp_path: Path) -> None:
    generate(tmp_path / "a", SMALL, 3, TOY)
    generate(tmp_path / "b", SMALL, 3, TOY)
    removed = tmp_path / "b" / "examples" / "train-00001.jsonl.gz"
    removed.unlink()
    generate(tmp_path / "b", SMALL, 3, TOY)
    for path in sorted((tmp_path / "a" / "examples").glob("*.gz")):
        assert path.read_bytes() == (tmp_path / "b" / "examples" / path.name).read_bytes()


def test_no_question_occurs_twice_or_in_an_evaluation_set(tmp_path: Path) -> None:
    generate(tmp_path, SMALL, 3, TOY)
    splits = {
        s: [question_key(t.question) for t in read_split(tmp_path, s)] for s in ("train", "validation", "held_out")
    }
    everything = [key for keys in splits.values() for key in keys]
    assert len(everything) == len(set(everything)) == 76


def test_excluded_questions_are_left_out(tmp_path: Path) -> None:
    first = [p.question for p in itertools.islice(toy_problems(9, False, 1), 5)]
    source = Source(lambda seed, held_out, wordings: toy_problems(9 if not held_out else seed, held_out, wordings))
    settings = GenerateSettings(examples=20, validation=0, held_out=0, wordings=1, workers=1)
    generate(tmp_path, settings, 0, source, excluded=TestQuestions.of(q.upper() for q in first))
    assert not {question_key(q) for q in first} & {question_key(t.question) for t in read_split(tmp_path, "train")}


def test_held_out_phrasings_stay_out_of_training(data: Path) -> None:
    assert not any(t.meta["held_out"] for t in read_split(data, "train"))
    held_out = list(read_split(data, "held_out"))
    assert held_out
    assert all(t.meta["held_out"] or t.meta["task"] == "weather" for t in held_out)


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (_problem(Code("1/0"), Words(r"$\boxed{⟨0⟩}$")), "failed: ZeroDivisionError"),
        (_problem(Code("x = 1"), Words(r"$\boxed{1}$")), "no result"),
        (_problem(Code("2 + 2"), Words(r"$\boxed{5}$")), "the box is not what the code gave"),
        (_problem(Code("2 + 2"), Words("It is ⟨0⟩.")), "no boxed answer"),
        (_problem(Code("2 + 2", flawed=True), Code("4"), Words(r"$\boxed{⟨1⟩}$")), "a block that should fail did not"),
        (_problem(Code("'a' * 9999"), Words(r"$\boxed{⟨0⟩}$")), "output too long"),
    ],
)
def test_what_would_teach_wrong_things_is_left_out(pool: PoolExecutor, problem: Problem, reason: str) -> None:
    assert _outcome(pool, problem) == reason


def test_code_that_never_ends_is_left_out(pool: PoolExecutor) -> None:
    endless = _problem(Code("while True: pass"), Words(r"$\boxed{⟨0⟩}$"))
    assert _outcome(pool, endless, seconds=0.5) == "ran out of time"


@pytest.mark.parametrize("box", [r"\text{⟨0⟩}", "⟨0⟩ cm", "⟨0⟩ + C", "€⟨0⟩"])
def test_units_and_words_may_stand_around_the_result(pool: PoolExecutor, box: str) -> None:
    assert isinstance(_outcome(pool, _problem(Code("2 + 2"), Words(rf"$\boxed{{{box}}}$"))), Transcript)


def test_a_refusal_needs_no_code(pool: PoolExecutor) -> None:
    outcome = _outcome(pool, _problem(Words("I cannot answer this.")))
    assert isinstance(outcome, Transcript)
    assert [b.kind for b in outcome.blocks] == [BlockKind.TEXT]


def test_a_source_without_enough_questions_is_said(tmp_path: Path) -> None:
    def same(seed: int, held_out: bool, wordings: int) -> Iterator[Problem]:
        while True:
            yield _problem(Words("no"))

    with pytest.raises(GenerateError, match="repeated question"):
        generate(tmp_path, SMALL, 0, Source(same))


@pytest.mark.parametrize(
    ("other", "seed", "named"),
    [({}, 4, "seed"), ({"wordings": 9}, 3, "wordings"), ({"weights": {"sum": 2.0}}, 3, "weights")],
)
def test_other_settings_do_not_mix_with_finished_shards(
    tmp_path: Path, other: dict[str, Any], seed: int, named: str
) -> None:
    before = generate(tmp_path, SMALL, 3, TOY)
    with pytest.raises(GenerateError, match=rf"other settings \({named}\)"):
        generate(tmp_path, replace(SMALL, **other), seed, TOY)
    assert generate(tmp_path, SMALL, 3, TOY) == before, "nothing is lost"


def test_other_excluded_questions_do_not_mix_with_finished_shards(tmp_path: Path) -> None:
    first = TestQuestions.of(["What is one and one?", "What is two and two?"])
    generate(tmp_path, SMALL, 3, TOY, excluded=first)
    for other in (None, TestQuestions.of(["What is one and one?"])):
        with pytest.raises(GenerateError, match=r"other settings \(excluded\)"):
            generate(tmp_path, SMALL, 3, TOY, excluded=other)
    generate(tmp_path, SMALL, 3, TOY, excluded=TestQuestions.of(["what is two and two", "What is one and one?"]))


def test_unknown_task_weights_are_refused() -> None:
    with pytest.raises(GenerateError, match="no_such_task"):
        Source.families(GenerateSettings(weights={"no_such_task": 2.0}))
