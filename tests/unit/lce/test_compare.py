"""Exact comparison: what it decides, what it leaves to algebra, and that nothing makes it fail."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.lce.compare import compare, parse_answer
from mathcoder_kernel.lce.expression import ExpressionError, parse_expression
from mathcoder_kernel.lce.typed_answer import Assignments, Expression, Group, Interval, Quantity, Text

PAIRS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "data" / "answer_pairs.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,000", Expression),
        ("x = 2 or x = 3", Assignments),
        ("[0, 1)", Interval),
        ("0 <= x < 1", Interval),
        (r"\{1, 2\}", Group),
        ("(3, 5)", Group),
        ("$12.50", Quantity),
        ("9.8 m/s^2", Quantity),
        ("Monday", Text),
    ],
)
def test_answers_are_typed(text: str, kind: type) -> None:
    assert isinstance(parse_answer(text), kind)


def test_what_is_decided_exactly_is_decided_rightly() -> None:
    wrong = []
    for pair in PAIRS:
        outcome = compare(pair["gold"], pair["given"], tolerance=pair.get("tolerance", 0.0))
        if outcome.equal is not None and outcome.equal != pair["equal"] and "up_to_constant" not in pair:
            wrong.append((pair["gold"], pair["given"], outcome))
    assert len(wrong) <= 0.03 * len(PAIRS), wrong


@pytest.mark.parametrize(("gold", "given"), [("(x-1)(x+1)", "x^2-1"), ("2x+3y=6", "y=2-2x/3"), ("sin(x)", "cos(x)")])
def test_algebra_is_left_undecided(gold: str, given: str) -> None:
    assert compare(gold, given).equal is None


@pytest.mark.parametrize(
    ("gold", "given"), [("12 km/h", "12"), ("50%", "50"), ("x = 2", "2"), ("33_4", "33"), ("2, 3", "x = 2 or x = 3")]
)
def test_strict_forgives_nothing(gold: str, given: str) -> None:
    assert compare(gold, given).equal is True
    assert compare(gold, given, strict=True).equal is False


def test_a_tolerance_counts_only_when_declared() -> None:
    assert compare("1/3", "0.333").equal is False
    assert compare("1/3", "0.333", tolerance=0.001).equal is True
    assert compare("3", "4", tolerance=2).equal is False  # two whole numbers are never close enough


def test_the_comparison_says_what_decided() -> None:
    assert compare("5 kg", "5 g").by == "exact value, same kind of unit"
    assert compare("5 kg", "5 s").by == "different units"


@settings(max_examples=150)
@given(st.fractions(max_denominator=10_000))
def test_a_number_equals_itself_in_every_notation(value: Fraction) -> None:
    sign = "-" if value < 0 else ""
    latex = rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"
    assert compare(latex, str(value)).equal is True
    assert compare(f"${latex}$", f"x = {value}").equal is True
    assert compare(latex, str(value + 1)).equal is False


@settings(max_examples=300)
@given(st.text(st.one_of(st.sampled_from("\\frac{}()[]^_$%=<>|,;:.0123456789xy+-*/! "), st.characters()), max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    parse_answer(text)
    assert compare(text, text).equal is (bool(text.strip()))
    compare("5", text)


@pytest.mark.parametrize(
    "text", ["9^9^9^9^9", "(" * 3_000, r"\frac{" * 900, "1e999999999", "10!" * 500, "-" * 1_901 + "1"]
)
def test_hostile_numbers_are_never_evaluated(text: str) -> None:
    assert compare(text, "1").equal is not True


def test_expressions_reach_one_normal_form() -> None:
    assert parse_expression("2(x+1) - sqrt(8)") == parse_expression("-2*2^(1/2) + 2x + 2")
    with pytest.raises(ExpressionError, match="division by zero"):
        parse_expression("1/0")
