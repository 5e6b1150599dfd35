"""Repairs fail as they claim and are mended; checks give True and leave the result as it was."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from mathcoder_kernel.problems.family import all_tasks
from mathcoder_kernel.problems.problem import Code, Step, Words
from mathcoder_kernel.problems.repair import with_repair
from mathcoder_kernel.problems.sympy_code import sympy_code
from mathcoder_kernel.problems.verification import with_verification
from tests.unit.problems.running import shown

END = Words(r"It is $\boxed{⟨0⟩}$.")
STORY = "apples_of_ana = 3\napples_of_ben = 2*apples_of_ana\ntotal = apples_of_ana + apples_of_ben\ntotal"


def flaws(source: str) -> dict[str, str]:
    """The flawed blocks that repairs make of a source, by the words that name the flaw."""
    found: dict[str, str] = {}
    for seed in range(200):
        steps: tuple[Step, ...] = with_repair((Words("plan"), Code(source), END), Random(seed))
        if len(steps) == 5:
            flawed, reason = steps[1], steps[2]
            assert isinstance(flawed, Code)
            assert isinstance(reason, Words)
            assert flawed.flawed
            assert steps[3] == Code(source)
            found[reason.template] = flawed.source
    return found


@pytest.mark.parametrize(
    ("source", "reason", "error"),
    [
        (
            "from sympy import symbols, solve\nx = symbols('x')\nsolve(3*x - 1, x)",
            "I forgot to import solve.",
            NameError,
        ),
        ("from sympy import symbols, solve\nx = symbols('x')\nsolve(3*x - 1, x)", "A quote is missing.", SyntaxError),
        ("from sympy import symbols, solve\nx = symbols('x')\nsolve(3*x - 1, x)", "A comma is missing.", SyntaxError),
        (
            "from sympy import symbols, solve\nx = symbols('x')\nsolve(3*x - 1, x)",
            "The function is called solve.",
            NameError,
        ),
        (
            "from sympy import symbols, solve\nx = symbols('x')\nsolve(3*x - 1, x)",
            "A multiplication sign is missing: 3*x.",
            SyntaxError,
        ),
        (
            "from sympy import symbols, expand\nx = symbols('x')\nexpand(2*x**2 + 1)",
            "A power is written with ** in Python.",
            TypeError,
        ),
        (
            "from sympy import symbols, solve, Eq\nx = symbols('x')\nsolve(Eq(3*x, 1), x)",
            "An equation is written as Eq(left, right).",
            SyntaxError,
        ),
        ("from sympy import Matrix\nMatrix([[1, 2], [3, 4]]).det()", "The method is called det.", AttributeError),
        (STORY, "I mistyped a name: it is apples_of_ana.", NameError),
        (STORY, "apples_of_ana must be defined before it is used.", NameError),
    ],
)
def test_each_kind_of_slip_fails_as_it_claims(source: str, reason: str, error: type[Exception]) -> None:
    flawed = flaws(source)[reason]
    with pytest.raises(error):
        shown(flawed, {})


def test_a_block_without_a_fitting_slip_stays_as_it_is() -> None:
    steps = (Words("plan"), Code("2 + 3"), END)
    assert with_repair(steps, Random(0)) == steps


@pytest.mark.parametrize(
    "code",
    [
        sympy_code("equation = Eq(3*x - 4, 11)", "solve(equation, x)[0]", symbols=["x"]),
        sympy_code("solve(Eq(2*x + 1, x - 3), x)[0]", symbols=["x"]),
        sympy_code("solution = solve([Eq(x + y, 5), Eq(x - y, 1)], [x, y])", "solution[x]", symbols=["x", "y"]),
        sympy_code("factor(x**2 - 9)", symbols=["x"]),
        sympy_code("expand((x + 1)*(x - 4))", symbols=["x"]),
        sympy_code("integrate(3*x**2 + 2, x)", symbols=["x"]),
        Code("quotient, rest = divmod(47, 6)\nf'{quotient} remainder {rest}'"),
    ],
)
def test_a_check_gives_true_and_keeps_the_result(code: Code) -> None:
    steps = with_verification((Words("plan"), code, END), Random(0))
    assert [type(step) for step in steps] == [Words, Code, Words, Code, Words]
    names: dict[str, Any] = {}
    first, check = steps[1], steps[3]
    assert isinstance(first, Code)
    assert isinstance(check, Code)
    assert shown(first.source, names) == shown(code.source, {})
    assert shown(check.source, names) == "True"


def test_what_may_not_check_exactly_is_not_checked() -> None:
    for code in (
        sympy_code("solve(Eq(0.1*x + 0.2, 0.5), x)[0]", symbols=["x"]),
        sympy_code("solve(Eq(sqrt(x), 3), x)[0]", symbols=["x"]),
        sympy_code("integrate(sin(x), x)", symbols=["x"]),
    ):
        steps = (Words("plan"), code, END)
        assert with_verification(steps, Random(0)) == steps


def test_every_check_of_every_task_holds() -> None:
    checked = 0
    for task in all_tasks():
        for seed in range(3):
            steps = task.build(Random(seed)).steps
            new = with_verification(steps, Random(seed))
            if new == steps:
                continue
            names: dict[str, Any] = {}
            results = [shown(step.source, names) for step in new if isinstance(step, Code)]
            assert results[-1] == "True", (task.name, new)
            checked += 1
    assert checked > 20
