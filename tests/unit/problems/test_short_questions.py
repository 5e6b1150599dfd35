"""Short questions, checked by computing the other way round."""

from __future__ import annotations

import re
from random import Random

import pytest

from mathcoder_kernel.problems.family import find_task
from tests.unit.problems.running import drawn

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_number_has_the_digits_and_a_neighbour_at_that_distance_has_not(seed: int) -> None:
    instance = find_task("extreme_number_with_digits").build(Random(f"extreme_number_with_digits {seed}"))
    step = int(str(instance.slots["d"]))
    _, answer, _ = drawn("extreme_number_with_digits", seed)
    number, digits = int(answer), len(answer)
    assert number % step == 0
    assert {len(str(number - step)), len(str(number + step))} != {digits} or number - step <= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_one_of_two_numbers_has_a_partner_with_that_sum_and_difference(seed: int) -> None:
    problem, answer, _ = drawn("one_of_two_numbers", seed)
    given = {int(text) for text in re.findall(r"\d+", problem.question)}
    number = int(answer)
    assert any(abs(number - (total - number)) in given for total in given if total > number), problem.question


@pytest.mark.parametrize("name", ["right_triangle_in_few_words", "ladder_and_the_like"])
def test_right_triangles_have_sides_that_need_no_rounding(name: str) -> None:
    for seed in SEEDS:
        problem, answer, _ = drawn(name, seed)
        sides = [float(text) for text in re.findall(r"\d+(?:\.\d+)?", problem.question)][-2:]
        a, b, c = sorted((*sides, float(answer)))
        assert len(answer.partition(".")[2]) <= 1, answer
        assert a**2 + b**2 == pytest.approx(c**2), problem.question
