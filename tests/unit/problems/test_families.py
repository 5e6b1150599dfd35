"""Every task: its questions differ, its code really runs, and nothing in it was calculated beforehand."""

from __future__ import annotations

import re
import time
from random import Random
from typing import Any

import pytest

from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.problems.family import Task, all_tasks, instances, question_key, sample
from mathcoder_kernel.problems.lexicon import NUMBER_WORDS, ORDINALS
from mathcoder_kernel.problems.problem import Code, Problem, Words
from tests.unit.problems.running import shown

TASKS = {task.name: task for task in all_tasks()}
HANG = 30.0  # seconds; no code comes near it

every_task = pytest.mark.parametrize("task", TASKS.values(), ids=TASKS.keys())


def results(problem: Problem) -> list[str]:
    """What each code block of the problem gives; an error text for those that are meant to fail."""
    namespace: dict[str, Any] = {}
    texts = []
    for step in problem.steps:
        if not isinstance(step, Code):
            continue
        if not step.flawed:
            texts.append(shown(step.source, namespace))
            continue
        with pytest.raises((NameError, SyntaxError, TypeError, AttributeError)) as caught:
            shown(step.source, namespace)
        texts.append(f"{type(caught.value).__name__}: {caught.value}")
    return texts


def problems(task: Task, count: int, seed: int = 0, held_out: bool = False) -> list[Problem]:
    rng = Random(f"{task.name} {seed}")
    return [sample(task, rng, held_out) for _ in range(count)]


@every_task
def test_code_runs_and_the_answer_is_boxed(task: Task) -> None:
    for problem in problems(task, 20):
        started = time.perf_counter()
        texts = results(problem)
        assert time.perf_counter() - started < HANG
        assert all(texts), f"a block shows nothing: {problem.codes}"
        transcript = problem.transcript(texts)
        if not problem.codes:
            assert transcript.answer is None, "a refusal boxes nothing"
            continue
        assert isinstance(problem.steps[-1], Words)
        answer = boxed_answer(transcript.blocks[-1].content)
        assert answer is not None, transcript
        assert answer.strip(), transcript
        assert "⟨" not in transcript.blocks[-1].content


TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SAID = {word: str(n) for words in (NUMBER_WORDS, ORDINALS) for n, word in enumerate(words)}
SAID |= {word: str(10 * n) for n, word in enumerate(TENS, 2)}
SAID |= {
    "hundred": "100",
    "thousand": "1000",
    "percent": "100",
    "per cent": "100",
    "%": "100",
    "pct": "100",
    "discount": "100",
}
SAID |= {
    "half": "2",
    "halves": "2",
    "double": "2",
    "twice": "2",
    "square": "2",
    "cube": "3",
    "triple": "3",
    "dozen": "12",
}
SAID |= {"quarter": "4", "tenth": "10", "twelfth": "12", "twentieth": "20"}
SAID |= {word + "s": value for word, value in SAID.items()}
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")


@every_task
def test_every_number_of_the_code_is_in_the_question(task: Task) -> None:
    for problem in problems(task, 60, seed=1) + problems(task, 20, seed=2, held_out=True):
        said = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda m: f" {m[0].translate(RAISED)} ", problem.question).lower()
        known = set(re.findall(r"\d+(?:\.\d+)?", said.replace(",", ""))) | set(re.findall(r"\d+(?:\.\d+)?", said))
        # 9² is 9 and 2, not 92
        known |= set(re.findall(r"\d+(?:\.\d+)?", problem.question))
        known |= {value for word, value in SAID.items() if word in said}
        for step in problem.steps:
            if isinstance(step, Code) and not step.flawed:
                body = "\n".join(line for line in step.source.splitlines() if not line.startswith("from"))
                # [0] is a place in a list, not a number of the problem
                body = re.sub(r"\[-?\d+\]", "", body) if "[[" not in body else body
                # how many places to show
                body = re.sub(r"(round\(.*), \d+\)", r"\1)", body)
                body = re.sub(r":,?(\.\d+[fg]|0\dd)", "", body)
                missing = set(NUMBER.findall(body)) - known - task.constants
                assert not missing, f"{missing} not in {problem.question!r}: {step.source}"


@every_task
def test_held_out_phrasings_are_never_met_in_training(task: Task) -> None:
    trained = {question_key(problem.question) for problem in problems(task, 80, seed=3)}
    assert task.held_out, "each task keeps a phrasing back"
    assert all(problem.held_out and "/held-" in problem.phrasing for problem in problems(task, 3, held_out=True))
    unseen = {question_key(problem.question) for problem in problems(task, 80, seed=3, held_out=True)}
    assert not trained & unseen


@every_task
def test_a_task_is_asked_in_many_ways(task: Task) -> None:
    forms = {re.sub(r"\W?\d+|\b[a-z]\b", "#", problem.question.lower()) for problem in problems(task, 200, seed=4)}
    assert len(forms) >= 25


@every_task
def test_rewording_keeps_the_steps(task: Task) -> None:
    worded = instances(task, Random(5), 4)
    assert len({problem.steps for problem in worded}) == 1
    assert len({problem.question for problem in worded}) == len(worded)


@every_task
def test_same_seed_same_problems(task: Task) -> None:
    assert problems(task, 10, seed=6) == problems(task, 10, seed=6)


def test_roots_of_a_function_are_real_because_a_question_may_ask_where_it_crosses_the_axis() -> None:
    for problem in problems(TASKS["quadratic_roots"], 60):
        assert not any(re.search(r"\bI\b", text) for text in results(problem)), problem.question


CURVES = [
    name
    for name, task in TASKS.items()
    if any(re.search(r"\{y_(is|f)\}|y = \{f\}", template.source) for template in task.phrasings + task.held_out)
]


@pytest.mark.parametrize("name", CURVES)
def test_y_is_not_a_function_of_itself(name: str) -> None:
    questions = [problem.question.replace("$", "") for problem in problems(TASKS[name], 300)]
    curves = [curve[1] for text in questions if (curve := re.search(r"\by ?= ?(\S+(?: [-+−] \S+)*)", text))]
    assert curves
    assert not [curve for curve in curves if "y" in curve]
