"""Results in Python's notation as TeX: the notation changes, the expression does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.kernel import markdown
from mathcoder_kernel.kernel.tex import as_tex


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("x**2", "x^{2}"),
        ("x^2", "x^{2}"),
        ("15/4", r"\frac{15}{4}"),
        ("x**3*cos(x) + 3*x**2*sin(x)", r"x^{3} \cos\left(x\right) + 3 x^{2} \sin\left(x\right)"),
        ("(x - 3)*(x - 2)", r"\left(x - 3\right) \left(x - 2\right)"),
        ("2*3", r"2 \cdot 3"),
        ("-x**2/2", r"\frac{-x^{2}}{2}"),
        ("-2*x - 3", "-2 x - 3"),
        ("-(x + 1)", r"-\left(x + 1\right)"),
        ("(-x)**2", r"\left(-x\right)^{2}"),
        ("(x + 1)**(1/2)", r"\sqrt{x + 1}"),
        ("2*sqrt(3)", r"2 \sqrt{3}"),
        ("a - (b - c)", r"a - \left(b - c\right)"),
        ("a*(-2)", r"a \left(-2\right)"),
        ("(1/2)**n", r"\left(\frac{1}{2}\right)^{n}"),
        ("exp(-x)", "e^{-x}"),
        ("pi*r**2", r"\pi r^{2}"),
        ("C_1*exp(x) + x0", "C_{1} e^{x} + x_{0}"),
        ("[[3, -1], [-5, 2]]", r"\begin{pmatrix}3 & -1 \\ -5 & 2\end{pmatrix}"),
        ("x = 3/2, y = 68.00", r"x = \frac{3}{2}, y = 68.00"),
        ("1 <= x < 5", r"1 \le x < 5"),
        ("factorial(5)", "5!"),
        ("2.5e-05*x", r"2.5 \cdot 10^{-5} x"),
        ("(1e3)**2", r"\left(1 \cdot 10^{3}\right)^{2}"),
    ],
)
def test_notation(written: str, shown: str) -> None:
    assert as_tex(written) == shown


@pytest.mark.parametrize(
    "left",
    [
        "4",
        "68.00",
        "2, 3",
        "Tuesday",
        "5 km/h",
        "2x + 1/2",
        r"\frac{1}{2}",
        "f(",
        "import os",
        "x.y/2",
        "[[1], [2, 3]]",
        "1_000*x",
    ],
)
def test_what_needs_no_change_or_is_no_such_expression_is_left_alone(left: str) -> None:
    assert as_tex(left) is None


@given(st.text(alphabet="xyE12+-*/^()[], =<", max_size=40))
def test_braces_are_balanced_whatever_is_written(text: str) -> None:
    shown = as_tex(text)
    assert shown is None or shown.count("{") == shown.count("}")


def test_boxes_and_answers_are_shown_so() -> None:
    assert markdown.prose(r"It is $\boxed{x**2}$ or \boxed{1/2}.") == r"It is $\boxed{x^{2}}$ or $\boxed{\frac{1}{2}}$."
    assert markdown.answer("x**2") == r"**Answer:** $\displaystyle x^{2}$"
