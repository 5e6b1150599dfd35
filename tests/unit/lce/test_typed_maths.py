"""Typed maths: exotic forms are normalised, everything else is left alone."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.lce.typed_maths import normalise_question


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("5 − 3", "5 - 3"),
        ("2\u00a0x + 3\u2009y", "2 x + 3 y"),
        ("Tom’s “tank”", 'Tom\'s "tank"'),
        ("１２＋３", "12+3"),
        ("x\u200b = 2\ufeff", "x = 2"),
        (r"Solve \(x^2 = 4\).", "Solve $x^2 = 4$."),
        (r"Solve \[ x^2 = 4 \]", "Solve $x^2 = 4$"),
        ("Solve $$x^2 = 4$$", "Solve $x^2 = 4$"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_exotic_forms_become_plain(typed: str, read: str) -> None:
    assert normalise_question(typed) == read


@pytest.mark.parametrize(
    "typed", ["x² + 3·√2 × ½ ÷ 4", r"\frac{1}{2} + \sqrt{2}", "$x^2$", "costs $5 or $6", "3,5 and 1,000"]
)
def test_forms_the_models_know_stay(typed: str) -> None:
    assert normalise_question(typed) == typed


def test_a_decimal_comma_counts_only_when_asked_for() -> None:
    assert normalise_question("3,5 kg of 2, 3 and 4,25", decimal_comma=True) == "3.5 kg of 2, 3 and 4.25"
    assert normalise_question("f(1,2,3)", decimal_comma=True) == "f(1,2,3)"


@settings(max_examples=200)
@given(st.text(string.ascii_letters + string.digits + " +-*/^=()[]{}<>.,;:!?'\"%&|_~#@", max_size=60))
def test_plain_ascii_maths_never_changes(text: str) -> None:
    assert normalise_question(text) == text.strip()


@settings(max_examples=300)
@given(st.text(st.one_of(st.sampled_from("\\()[]$ −\u00a0²√“1,2x\r\n"), st.characters()), max_size=30), st.booleans())
def test_normalising_twice_changes_nothing_more(text: str, decimal_comma: bool) -> None:
    once = normalise_question(text, decimal_comma=decimal_comma)
    assert normalise_question(once, decimal_comma=decimal_comma) == once
