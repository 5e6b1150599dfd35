"""Tasks and how problems are drawn from them.

A task is a builder, which draws one *instance* (slots of the question, and steps that solve it), and templates that
word it. Wording never changes the code, so that one execution serves several wordings of an instance.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random

from mathcoder_kernel.problems.expression import any_notation
from mathcoder_kernel.problems.phrasing import Slot, Template, phrase, render
from mathcoder_kernel.problems.problem import Problem, Step
from mathcoder_kernel.problems.repair import with_repair
from mathcoder_kernel.problems.student import typed_question
from mathcoder_kernel.problems.verification import with_verification

REPAIR_SHARE = 0.08
VERIFICATION_SHARE = 0.1  # of the solutions that can be checked


@dataclass(frozen=True, slots=True)
class Instance:
    """What a builder draws: the parts of the question and the solution."""

    slots: Mapping[str, Slot]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of question. `constants` are numbers its code may hold although no question says them.

    `held_build`, where there is one, draws what held-out questions ask about: the wording is the instance's own there.
    """

    topic: str
    name: str
    phrasings: tuple[Template, ...]
    held_out: tuple[Template, ...]
    build: Callable[[Random], Instance]
    weight: float = 1.0
    constants: frozenset[str] = frozenset()
    repairable: bool = True
    held_build: Callable[[Random], Instance] | None = None


_TASKS: dict[str, Task] = {}


def task(
    topic: str,
    name: str,
    phrasings: Sequence[str],
    held_out: Sequence[str],
    *,
    weight: float = 1.0,
    constants: Iterable[str | int] = (),
    repairable: bool = True,
    held_build: Callable[[Random], Instance] | None = None,
) -> Callable[[Callable[[Random], Instance]], Callable[[Random], Instance]]:
    """Registers the decorated builder as a task.

    A template is used only for instances that have all its slots. New templates go to the end, which keeps ids stable.
    Raises ValueError where the name is taken.
    """

    def register(build: Callable[[Random], Instance]) -> Callable[[Random], Instance]:
        if name in _TASKS:
            raise ValueError(f"two tasks are called {name!r}")
        _TASKS[name] = Task(
            topic,
            name,
            tuple(phrase(source, f"{name}/{i}") for i, source in enumerate(phrasings)),
            tuple(phrase(source, f"{name}/held-{i}") for i, source in enumerate(held_out)),
            build,
            weight,
            frozenset(str(constant) for constant in constants),
            repairable,
            held_build,
        )
        return build

    return register


@lru_cache(maxsize=1)
def _load() -> None:
    from mathcoder_kernel.problems import families

    for module in pkgutil.iter_modules(families.__path__):
        importlib.import_module(f"{families.__name__}.{module.name}")


def all_tasks() -> tuple[Task, ...]:
    """Every registered task, by name."""
    _load()
    return tuple(_TASKS[name] for name in sorted(_TASKS))


def find_task(name: str) -> Task:
    """The task of that name; KeyError names the known ones."""
    _load()
    if name not in _TASKS:
        raise KeyError(f"no task is called {name!r}; known: {', '.join(sorted(_TASKS))}")
    return _TASKS[name]


def instances(task: Task, rng: Random, wordings: int = 1, held_out: bool = False) -> list[Problem]:
    """One instance worded `wordings` times: same steps, other template and notation. Equal questions are left out."""
    instance = (task.held_build or task.build if held_out else task.build)(rng)
    steps = instance.steps
    if task.repairable and rng.random() < REPAIR_SHARE:
        steps = with_repair(steps, rng)
    elif rng.random() < VERIFICATION_SHARE:
        steps = with_verification(steps, rng)
    problems: dict[str, Problem] = {}
    for _ in range(wordings):
        problem = reword(task, instance.slots, steps, rng, held_out)
        problems.setdefault(problem.question, problem)
    return list(problems.values())


def reword(
    task: Task, slots: Mapping[str, Slot], steps: tuple[Step, ...], rng: Random, held_out: bool = False
) -> Problem:
    """A problem with these steps in another wording; ValueError where no template fits the slots."""
    template = rng.choice(_fitting(task.name, held_out, frozenset(slots)))
    question = typed_question(render(template, slots, any_notation(rng), rng), rng)
    return Problem(task.topic, task.name, template.id, question, steps, held_out)


@cache
def _fitting(name: str, held_out: bool, slots: frozenset[str]) -> tuple[Template, ...]:
    task = _TASKS[name]
    fitting = tuple(t for t in (task.held_out if held_out else task.phrasings) if t.slots <= slots)
    if not fitting:
        kind = "held-out template" if held_out else "template"
        raise ValueError(f"no {kind} of {name} fits the slots {sorted(slots)}")
    return fitting


def sample(task: Task, rng: Random, held_out: bool = False) -> Problem:
    """One problem of the task."""
    return instances(task, rng, 1, held_out)[0]


def generate(
    seed: int,
    *,
    tasks: Iterable[Task] | None = None,
    held_out: bool = False,
    wordings: int = 1,
    weights: Mapping[str, float] | None = None,
) -> Iterator[Problem]:
    """Problems without end, the same for the same seed: tasks drawn by weight (`weights`, by task name, replaces the
    task's own), each instance worded up to `wordings` times in a row. Questions may repeat; `question_key` finds that.
    """
    rng = Random(seed)
    chosen = tuple(tasks) if tasks is not None else all_tasks()
    shares = [(weights or {}).get(task.name, task.weight) for task in chosen]
    while True:
        yield from instances(rng.choices(chosen, shares)[0], rng, wordings, held_out)


def question_key(question: str) -> str:
    """What two questions share when they differ only by case, spaces or end punctuation."""
    return "".join(question.lower().split()).rstrip(".?!")
