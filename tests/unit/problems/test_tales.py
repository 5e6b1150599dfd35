"""Tales: their files are read, told with fitting numbers, and their code gives what the exact computation gives."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from mathcoder_kernel.problems import tales
from mathcoder_kernel.problems.problem import Code, Words
from tests.unit.problems.running import value

SECTIONS = {section.name: section for section in tales.sections()}
GOOD = """task: t | counts
T {A} has {n:5..9} {many fruit}. {He} eats {m:1..4}.
Q How many are left?
= left = n - m # what is left
A {A} has @ left.
"""


@pytest.mark.parametrize("name", SECTIONS)
def test_the_code_of_each_tale_gives_the_exact_result(name: str) -> None:
    for tale in SECTIONS[name].tales:
        for seed in range(6):
            instance = tales.tell(tale, Random(f"{tale.at} {seed}"))
            plan, code, end = instance.steps
            assert isinstance(plan, Words)
            assert isinstance(code, Code)
            assert isinstance(end, Words)
            numbers = tales._numbers(tale, Random(f"{tale.at} {seed}"))
            exact = tales.value_of(tale.steps[-1].value, numbers.values)
            assert abs(Fraction(str(value(code.source))) - exact) <= Fraction(6, 1000), (tale.at, code.source)
            assert end.template.count("⟨0⟩") == 1


@pytest.mark.parametrize("name", SECTIONS)
def test_no_sentence_of_a_held_out_tale_is_trained(name: str) -> None:
    trained = {told for tale in SECTIONS[name].part(False) for told in tale.told}
    kept = {told for tale in SECTIONS[name].part(True) for told in tale.told}
    assert kept
    assert not trained & kept
