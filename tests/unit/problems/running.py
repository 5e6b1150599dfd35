"""Running the code of problems as the kernel would."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from random import Random
from typing import Any

from mathcoder_kernel.problems.family import find_task, reword
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.problem import Problem


def value(source: str, namespace: dict[str, Any] | None = None) -> Any:
    """What the last expression of a block is; AssertionError where the last line is none."""
    names = {} if namespace is None else namespace
    tree = ast.parse(source)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr), f"the last line is no expression: {source}"
    exec(compile(tree, "<block>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<block>", "eval"), names)


def shown(source: str, namespace: dict[str, Any] | None = None) -> str:
    """The result of a block as the kernel shows it."""
    return repr(value(source, namespace))


def all_shown(problem: Problem) -> list[str]:
    """What each block of a problem shows, all in one namespace."""
    names: dict[str, Any] = {}
    return [shown(source, names) for source in problem.codes]


def drawn(name: str, seed: int) -> tuple[Problem, str, Mapping[str, Slot]]:
    """A problem of the task, what is boxed once its code has run, and the slots of its question."""
    rng = Random(f"{name} {seed}")
    instance = find_task(name).build(rng)
    problem = reword(find_task(name), instance.slots, instance.steps, rng)
    answer = problem.transcript(all_shown(problem)).answer
    assert answer is not None
    return problem, answer, instance.slots
