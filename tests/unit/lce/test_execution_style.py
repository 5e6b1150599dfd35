"""What a dialect's model reads of a run: values that are printed first, and where output is cut."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.lce.execution_style import ExecutionStyle, Truncation, printed, without_prints
from mathcoder_kernel.lce.transcript import Cut, ExecutionStatus

OK, ERROR = ExecutionStatus.OK, ExecutionStatus.ERROR


@pytest.mark.parametrize(
    ("code", "rewritten"),
    [
        ("x = 1\nx", "x = 1\nprint(x)"),
        ("x = 1\r\nx  # the value\r\n", "x = 1\r\nprint(x)  # the value\r\n"),
        ("é = 'ü'; é", "é = 'ü'; print(é)"),
        ("'\u2028'; 1", "'\u2028'; print(1)"),
        ("[i\n for i in range(3)]", "print([i\n for i in range(3)])"),
        ("a = 1\nprint(a)", "a = 1\nprint(a)"),
        ("plt.show()", "plt.show()"),
        ("display(x)", "display(x)"),
        ("x;", "x;"),
        ("x = 1", "x = 1"),
        ("def f():\n    return 1", "def f():\n    return 1"),
        ("for i in (1, 2):\n    i", "for i in (1, 2):\n    i"),
        ("%timeit x", "%timeit x"),
        ("1 +", "1 +"),
        ("", ""),
        ("None", "None"),
    ],
)
def test_a_last_value_is_printed_and_nothing_else_changes(code: str, rewritten: str) -> None:
    assert printed(code) == rewritten


@pytest.mark.parametrize("code", ["(1 +\n 2)", "(yield_)", "((x))", "('a'\n 'b')", "(x) # c"])
def test_a_last_value_in_brackets_stays_python(code: str) -> None:
    ast.parse(printed(code))
    assert "print(" in printed(code)


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_given(code: str) -> None:
    changed = (printed(code), without_prints(code))
    try:
        ast.parse(code)
    except (SyntaxError, ValueError):
        assert changed == (code, code)
    else:
        for source in changed:
            ast.parse(source)


def test_top_level_prints_are_taken_out_and_others_stay() -> None:
    code = "x = 1\nprint(x)\nfor i in range(2):\n    print(i)\nprint('a',\n      'b'); y = 2"
    assert without_prints(code) == "x = 1\npass\nfor i in range(2):\n    print(i)\npass; y = 2"


BOTH_ENDS = ExecutionStyle(truncation=Truncation(3, 2, "..."), empty="", error_mark="Runtime errors: ")


@pytest.mark.parametrize(
    ("text", "status", "cut", "read"),
    [
        ("12345", OK, None, ("12345", None)),
        ("123456", OK, None, ("123...56", Cut(3, 2, 1))),
        ("abcd[…]wxyz", OK, Cut(4, 4, 92), ("abc...yz", Cut(3, 2, 95))),  # cut before, by a larger limit
        ("<empty_execution>", OK, None, ("", None)),
        ("E: x", ERROR, None, ("Run... x", Cut(3, 2, 15))),
    ],
)
def test_output_is_cut_to_its_ends_and_the_cut_counts_what_the_program_wrote(
    text: str, status: ExecutionStatus, cut: Cut | None, read: tuple[str, Cut | None]
) -> None:
    assert BOTH_ENDS.feedback(text, status, cut) == read


def test_errors_may_have_a_limit_of_their_own() -> None:
    style = ExecutionStyle(truncation=Truncation(1, 1), error_truncation=Truncation(100, 100), error_mark="E: ")
    assert style.feedback("ValueError: no", ERROR, None) == ("E: ValueError: no", None)


def test_a_head_alone_can_be_kept() -> None:
    assert ExecutionStyle(truncation=Truncation(2, 0, " (cut)")).feedback("abc", OK, None) == ("ab (cut)", Cut(2, 0, 1))
