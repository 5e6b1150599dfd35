"""Tales: their files are read, told with fitting numbers, and their code gives what the exact computation gives."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

import pytest

from mathcoder_kernel.problems import tales
from mathcoder_kernel.problems.problem import Code, Words
from tests.unit.problems.running import value

SECTIONS = {section.name: section for section in tales.sections()}
GOOD = """task: t | counts

T {A} has {n:5..9} {many fruit}. {A} eats {m:1..4}.
Q How many are left?
= left = n - m  # what is left
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


def tale(text: str) -> tales.Tale:
    """The one tale of a file."""
    ((one,),) = [section.tales for section in tales.read(text, "f.txt")]
    return one


def solved(text: str, seed: int = 1) -> tuple[str, str]:
    """The code of a tale, and what it gives."""
    code = tales.tell(tale(text), Random(seed)).steps[1]
    assert isinstance(code, Code)
    return code.source, str(value(code.source))


def test_the_numbers_of_the_question_stand_in_the_code() -> None:
    source, _ = solved(GOOD)
    assert re.fullmatch(r"left = [5-9] - [1-4]\nleft", source)


def test_a_division_comes_out_where_counts_are_computed_and_shows_decimals_where_it_may() -> None:
    shared = GOOD.replace("= left = n - m", "= left = n / m")
    source, result = solved(shared)
    assert "//" in source
    assert result.isdigit()
    source, result = solved(shared.replace("= left", "=~ left"))
    assert "//" not in source
    assert source.endswith("round(left, 2)")


def test_an_amount_of_money_has_two_decimals() -> None:
    paid = GOOD.replace("{n:5..9} {many fruit}", "{$n:5.05..9.95}").replace("= left", "=$ left")
    source, result = solved(paid)
    assert source.endswith("f'{left:.2f}'")
    assert re.fullmatch(r"\d\.\d\d", result)


def test_equations_are_solved_for_what_is_asked() -> None:
    text = """task: t | equations

H kids:3..9; adults:2..8; heads = kids + adults; paid = 5*adults + 2*kids
T {heads} people paid {$paid}. An adult pays {$five:5..5}, a child {$two:2..2}.
Q How many adults were there?
=* adults, kids: adults + kids = heads; five*adults + two*kids = paid  # the numbers of both
= adults  # the number of adults
A There were @ adults.
"""
    source, result = solved(text)
    assert source.splitlines()[0] == "from sympy import symbols, solve, Eq"
    assert source.endswith("solution[adults]")
    assert 2 <= int(result) <= 8


def test_equations_that_do_not_hold_are_named_once() -> None:
    text = """task: t | equations

H kids:3..9; adults:2..8; heads = kids + adults + 1
T {heads} people came, {$kids} of them children.
Q How many adults were there?
=* adults, kids: adults + kids = heads; kids = kids  # the numbers of both
= adults  # the number of adults
A There were @ adults.
"""
    with pytest.raises(tales.TaleError, match=r"^f.txt:3: adults \+ kids = heads does not hold"):
        solved(text)


def test_rounding_up_is_imported() -> None:
    source, result = solved(GOOD.replace("= left = n - m", "= left = ceil(n / m)"))
    assert source.startswith("from math import ceil")
    assert result.isdigit()


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ("A {A} has @ left.", "A {A} has some left.", "f.txt:3: an answer without @"),
        ("A {A} has @ left.", "", "no line with A"),
        ("{many fruit}", "{many fruits}", "{many fruits} is no number, person or list of words"),
        ("{n:5..9}", "{n:9..5}", "an empty range"),
        ("{n:5..9}", "{n:a..b}", "not a range"),
        ("= left", "B left", "a line begins with T, Q, H"),
        ("  # what is left", "", "without `# what it is`"),
        ("n - m ", "n - k ", "'k'"),
        ("{A} eats {m:1..4}.", "H", "'m'"),
        ("n - m ", "n - 20 ", "no numbers found"),
    ],
)
def test_a_tale_that_cannot_be_told_is_refused_by_name(line: str, instead: str, said: str) -> None:
    with pytest.raises(tales.TaleError) as caught:
        tales.tell(tale(GOOD.replace(line, instead)), Random(1))
    assert said in str(caught.value)
    assert "f.txt:" in str(caught.value)
