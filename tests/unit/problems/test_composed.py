"""Composed questions: the code agrees with a computation that does not use it."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from mathcoder_kernel.problems.expression import Expr, Pair, Relation
from mathcoder_kernel.problems.family import Instance, find_task
from mathcoder_kernel.problems.problem import Code

SEEDS = range(25)


def answer(instance: Instance) -> Any:
    """What the code of the solution gives."""
    (source,) = (step.source for step in instance.steps if isinstance(step, Code))
    *body, last = source.splitlines()
    namespace: dict[str, Any] = {}
    exec("\n".join(body), namespace)
    return eval(last, namespace)


def slot(instance: Instance, name: str, kind: type[Any]) -> Any:
    value = instance.slots[name]
    assert isinstance(value, kind)
    return value


def value(formula: Expr, **names: Any) -> Any:
    return eval(formula.code(), {"__builtins__": {}, "Rational": Fraction, **names})


def holds(equation: Relation, **names: Any) -> bool:
    return bool(value(equation.left, **names) == value(equation.right, **names))


def function(definition: Relation, **known: Any) -> Callable[[Any], Any]:
    """The Python function that `f(x) = …` defines."""
    (variable,) = definition.left.symbols
    return lambda at: value(definition.right, **known, **{variable: at})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_function_made_from_another_one_takes_the_same_value(seed: int) -> None:
    instance = find_task("shifted_function_value").build(Random(seed))
    one, two = slot(instance, "one", Relation), slot(instance, "two", Relation)
    first, second = one.left.code()[0], two.left.code()[0]
    inner = function(one)
    expected = value(slot(instance, "asked", Expr), **{second: function(two, **{first: inner})})
    assert answer(instance) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_a_solved_equation_is_used_in_the_next_sentence(seed: int) -> None:
    instance = find_task("solve_then_value").build(Random(seed))
    one, two = slot(instance, "one", Relation), slot(instance, "two", Relation)
    (x,) = one.symbols
    (root,) = (n for n in range(-60, 61) if holds(one, **{x: n}))
    y = two.left.code()
    known = {x: root, y: value(two.right, **{x: root})}
    assert answer(instance) == value(slot(instance, "asked", Expr), **known)


@pytest.mark.parametrize("name", ["system_one_unknown", "system_then_expression"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_system_is_solved_before_its_solution_is_used(name: str, seed: int) -> None:
    instance = find_task(name).build(Random(seed))
    equations = slot(instance, "eqs", Pair).parts
    x, y = (slot(instance, letter, Expr).code() for letter in "xy")
    pairs = [{x: a, y: b} for a in range(-7, 8) for b in range(-7, 8)]
    (solution,) = (pair for pair in pairs if all(holds(equation, **pair) for equation in equations))
    asked = slot(instance, "asked" if name == "system_then_expression" else "y", Expr)
    assert answer(instance) == value(asked, **solution)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_zeros_of_a_derivative_are_where_the_difference_quotient_vanishes(seed: int) -> None:
    instance = find_task("derivative_roots").build(Random(seed))
    f = slot(instance, "f", Expr)
    x = str(instance.slots["x"])
    order = {"once": 1, "twice": 2}.get(str(instance.slots["times"]), 3)
    step = Fraction(1, 10**6)
    roots = answer(instance)
    assert roots
    for root in roots:
        points = [Fraction(str(root)) + (Fraction(order, 2) - i) * step for i in range(order + 1)]
        signed = [(-1) ** i * math.comb(order, i) * value(f, **{x: point}) for i, point in enumerate(points)]
        assert abs(sum(signed) / step**order) < Fraction(1, 10**6)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_picked_root_solves_the_equation_and_is_the_right_one(seed: int) -> None:
    instance = find_task("root_then_value").build(Random(seed))
    equation = slot(instance, "eq", Relation)
    (x,) = equation.symbols
    roots = [n for n in range(-10, 11) if holds(equation, **{x: n})]
    assert len(roots) == 2
    largest = "larger" in instance.slots["which"].source  # type: ignore[union-attr]
    r = slot(instance, "r", Expr).code()
    assert answer(instance) == value(slot(instance, "asked", Expr), **{r: max(roots) if largest else min(roots)})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_function_takes_the_asked_value_at_each_solution(seed: int) -> None:
    instance = find_task("function_equation").build(Random(seed))
    f, wanted = function(slot(instance, "fx", Relation)), slot(instance, "c", Expr)
    found = answer(instance)
    assert found
    assert all(f(root) == value(wanted) for root in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_functions_agree_at_each_solution(seed: int) -> None:
    instance = find_task("functions_equal").build(Random(seed))
    f, g = (function(slot(instance, name, Relation)) for name in ("fx", "gx"))
    agree = [n for n in range(-40, 41) if f(n) == g(n)]
    assert [int(root) for root in sorted(answer(instance))] == agree


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_equation_gives_the_parameter_of_the_second(seed: int) -> None:
    instance = find_task("parameter_equation").build(Random(seed))
    one, two = slot(instance, "one", Relation), slot(instance, "two", Relation)
    k, x = (slot(instance, name, Expr).code() for name in "kx")
    (parameter,) = (n for n in range(-60, 61) if holds(one, **{k: n}))
    assert holds(two, **{k: parameter, x: Fraction(str(answer(instance)))})
