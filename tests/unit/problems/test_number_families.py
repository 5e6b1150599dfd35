"""Number tasks, checked by computing the other way round: put back, search, count."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest

from mathcoder_kernel.problems.family import Instance, find_task
from mathcoder_kernel.problems.phrasing import Template
from mathcoder_kernel.problems.problem import Problem
from tests.unit.problems.running import all_shown

SEEDS = range(40)
BASES = {"binary": 2, "octal": 8, "hexadecimal": 16, "hex": 16, "base two": 2}


def instance(name: str, seed: int) -> Instance:
    return find_task(name).build(Random(f"{name} {seed}"))


def said(value: object) -> str:
    return value.source if isinstance(value, Template) else str(value)


def answer(drawn: Instance) -> str:
    """What is boxed once the code has been run."""
    problem = Problem("numbers", "x", "x", "q", drawn.steps)
    boxed = problem.transcript(all_shown(problem)).answer
    assert boxed is not None
    return boxed


def base_of(words: object) -> int:
    name = said(words)
    return BASES[name] if name in BASES else int(name.removeprefix("base "))


def numbers_in(words: object) -> list[Fraction]:
    return [Fraction(text) for text in re.findall(r"-?\d+(?:[./]\d+)?", said(words))]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_missing_number_makes_the_equation_true(seed: int) -> None:
    drawn = instance("missing_number", seed)
    left, right = said(drawn.slots["eq"]).split(" = ")
    filled = re.sub(r"_+|\?|□|\.\.\.", f"({answer(drawn)})", left)
    for sign, operator in (("×", "*"), (" x ", "*"), ("÷", "/"), (":", "/")):
        filled = filled.replace(sign, operator)
    assert eval(filled) == int(right)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_number_keeps_its_value_in_another_base(seed: int) -> None:
    drawn = instance("base_to_base", seed)
    value = int(str(drawn.slots["x"]), base_of(drawn.slots["from_base"]))
    assert int(answer(drawn), base_of(drawn.slots["to_base"])) == value


@pytest.mark.parametrize("seed", SEEDS)
def test_arithmetic_in_a_base_agrees_with_decimal_arithmetic(seed: int) -> None:
    drawn = instance("arithmetic_in_a_base", seed)
    base = base_of(drawn.slots["base"])
    x, y = (int(str(drawn.slots[name]), base) for name in ("x", "y"))
    expected = {"+": x + y, "-": x - y}.get(str(drawn.slots["sign"]), x * y)
    assert int(answer(drawn), base) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_no_whole_number_is_nearer_to_the_root(seed: int) -> None:
    drawn = instance("nearest_integer_root", seed)
    x, n, root = int(said(drawn.slots["x"])), int(said(drawn.slots["n"])), int(answer(drawn))
    assert (2 * root - 1) ** n <= 2**n * x <= (2 * root + 1) ** n


@pytest.mark.parametrize("seed", SEEDS)
def test_no_listed_number_is_closer(seed: int) -> None:
    drawn = instance("closest_to", seed)
    target, found = Fraction(said(drawn.slots["t"])), Fraction(answer(drawn))
    assert abs(found - target) == min(abs(item - target) for item in numbers_in(drawn.slots["list"]))


@pytest.mark.parametrize("seed", SEEDS)
def test_as_many_numbers_lie_beyond_the_kth_as_its_name_says(seed: int) -> None:
    drawn = instance("kth_in_order", seed)
    name, found = said(drawn.slots["kth"]), Fraction(answer(drawn))
    order = ("second", "third", "fourth", "fifth"), ("2nd", "3rd", "4th", "5th")
    beyond = next((i + 1 for words in order for i, word in enumerate(words) if name.startswith(word)), 0)
    downwards = any(word in name for word in ("larg", "big", "great", "high"))
    items = numbers_in(drawn.slots["list"])
    assert sum(item > found if downwards else item < found for item in items) == beyond


@pytest.mark.parametrize("seed", SEEDS)
def test_the_common_denominator_is_the_first_that_fits_all(seed: int) -> None:
    drawn = instance("common_denominator", seed)
    below = [item.denominator for item in numbers_in(drawn.slots["list"])]
    found = int(answer(drawn))
    assert all(found % q == 0 for q in below)
    assert not any(all(d % q == 0 for q in below) for d in range(1, found))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_percent_changes_are_taken_one_after_the_other(seed: int) -> None:
    drawn = instance("two_percent_changes", seed)
    value = Fraction(int(str(drawn.slots["n"])))
    for rate, verb in (("p", "first"), ("q", "second")):
        down = any(word in said(drawn.slots[verb]) for word in ("fall", "decreas", "drop", "down", "reduc", "lower"))
        value += value * int(str(drawn.slots[rate])) / 100 * (-1 if down else 1)
    assert float(answer(drawn)) == pytest.approx(float(value), abs=0.0051)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_remains_and_the_percent_make_the_whole(seed: int) -> None:
    drawn = instance("percent_that_remains", seed)
    n, p = int(str(drawn.slots["n"])), int(str(drawn.slots["p"]))
    assert int(answer(drawn)) + n * p / 100 == n


@pytest.mark.parametrize("seed", SEEDS)
def test_composite_numbers_have_a_divisor_in_between(seed: int) -> None:
    drawn = instance("is_composite", seed)
    n = int(said(drawn.slots["n"]))
    assert (answer(drawn) == "yes") == any(n % d == 0 for d in range(2, int(n**0.5) + 1))
