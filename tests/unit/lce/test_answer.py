"""Final answers in words, and answers as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.lce.answer import boxed_answer, final_answer, plain_answer


def test_the_last_complete_box_counts() -> None:
    assert boxed_answer(r"\boxed{1} then $\boxed {\frac{1}{2}}$ and \boxed{3") == r"\frac{1}{2}"
    assert boxed_answer(r"\boxed{\{1, 2\}}") == r"\{1, 2\}"
    assert boxed_answer("no box") is None


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (r"The answer is 3. So \(\boxed{4}\).", "4"),
        ("So the answer is 12 km/h.", "12 km/h"),
        ("The final answer is: **42**.", "42"),
        (r"Answer: \(x = 3\)", "x = 3"),
        ("steps\n#### 18", "18"),
        ("the answer is 3.5 because it is", "3.5"),
        ("The answer is $5.", "$5"),
        ("There are 12 apples.", None),
        ("", None),
    ],
)
def test_a_stated_answer_is_found(words: str, answer: str | None) -> None:
    assert final_answer(words) == answer


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"\frac{1}{2}", "1/2"),
        (r"2\frac{1}{2}", "2 1/2"),
        (r"\dfrac{x+1}{2}", "(x+1)/2"),
        (r"\frac{81}{32}\pi", "81/32*pi"),
        (r"\sqrt{2}", "sqrt(2)"),
        (r"3\sqrt2", "3*sqrt(2)"),
        (r"\sqrt[3]{2}", "cbrt(2)"),
        (r"\left( -\infty, 3 \right]", "(-infinity, 3]"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "[[1, 2], [3, 4]]"),
        (r"50\%", "50%"),
        (r"\$5.50", "$5.50"),
        (r"12\text{ km/h}", "12 km/h"),
        (r"30^\circ", "30 degrees"),
        (r"0.\overline{3}", "0.(3)"),
        (r"e^{-x}", "e^(-x)"),
        (r"e^{2x}", "e^(2x)"),
        (r"\sin^2 x + \ln|x|", "sin^2(x) + ln(|x|)"),
        (r"\{1, 2\}", "{1, 2}"),
        ("$x = 2$.", "x = 2"),
        ("two lines", "two lines"),
        ("[2, -3]", "[2, -3]"),
        ("x² + ½", "x^2 + 1/2"),
    ],
)
def test_latex_becomes_plain_text(latex: str, plain: str) -> None:
    assert plain_answer(latex) == plain


@settings(max_examples=300)
@given(st.text(st.one_of(st.sampled_from(r"\frac\sqrt{}[]^_$&12xy "), st.characters()), max_size=40))
def test_plain_text_is_found_for_everything(text: str) -> None:
    assert isinstance(plain_answer(text), str)
    assert isinstance(plain_answer(r"\frac{" + text), str)
