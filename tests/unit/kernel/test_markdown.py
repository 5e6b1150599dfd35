r"""Model text as Markdown: maths and formatting live, HTML, links and images do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.kernel import markdown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"so \(x^2\)", "so $x^2$"),
        (r"so \[x^2\] ends", "so $$x^2$$ ends"),
        ("so $x^2$ ends", "so $x^2$ ends"),
        ("so $$x^2$$ ends", "so $$x^2$$ ends"),
        (r"\(a < b > c\)", r"$a \lt b \gt c$"),
        ("\\[a\n\n= b\\]", "$$a = b$$"),
        (r"\(5% of #3\)", r"$5\% of \#3$"),
        ("\\begin{align*}a&=b\\\\c&=d\\end{align*}", "$$\\begin{aligned}a&=b\\\\c&=d\\end{aligned}$$"),
        ("**bold** _it_\n\n- one\n- two", "**bold** _it_\n\n- one\n- two"),
        ("costs $5 and then $6", "costs <span>&#36;</span>5 and then <span>&#36;</span>6"),
        ("from $5/$6", "from <span>&#36;</span>5/<span>&#36;</span>6"),
        ("if a < b & c", "if a &#60; b &#38; c"),
        ("use `x[0]` here", "use <code>x&#91;0&#93;</code> here"),
        (r"so x = \boxed{4}.", r"so x = $\boxed{4}$."),
        (r"so $x = \boxed{4}$ or \boxed{\frac{1}{2}}", r"so $x = \boxed{4}$ or $\boxed{\frac{1}{2}}$"),
        (r"on \boxed{Tuesday}", r"on $\boxed{\text{Tuesday}}$"),
        (r"it costs \boxed{$5}", r"it costs $\boxed{\$5}$"),
        (r"that is \boxed{$x^2$}", r"that is $\boxed{x^{2}}$"),
        (r"an empty \boxed{}", r"an empty <span>&#92;</span>boxed{}"),
    ],
)
def test_words_and_maths(written: str, shown: str) -> None:
    assert markdown.prose(written) == shown


@pytest.mark.parametrize("unfinished", [r"so \(x^2", r"so \[x", "so $x", "so $$x", r"so \({x\)", "`x", "**b"])
def test_unfinished_text_is_shown_without_maths(unfinished: str) -> None:
    shown = markdown.prose(unfinished)
    assert "$" not in shown
    assert "\\" not in shown


@pytest.mark.parametrize("unfinished", [r"so \(x^2", r"so \[x", "so $x", "so $2x + ", r"so \boxed{4", "so \\", "so $"])
def test_maths_that_is_being_written_is_shown_when_it_is_whole(unfinished: str) -> None:
    assert markdown.prose(unfinished, unfinished=True) == "so "


def test_money_is_shown_while_it_is_written() -> None:
    assert markdown.prose("costs $5 and", unfinished=True) == "costs <span>&#36;</span>5 and"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click]( javascript&colon;alert(1))",
    "![x](https://example.org/pixel.png)",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    "see https://example.org or www.example.org or a@example.org",
    r"\(\href{javascript:alert(1)}{x}\)",
    r"\boxed{\href{javascript:alert(1)}{x}} \boxed{<script>} \fbox{[a](javascript:x)}",
    r"\(<script>\) `<script>` \[<b>\]",
    r"\({ \) [a](javascript:x) \( }\)",
    r"\({ \href{javascript:alert(1)}{x}\)",
    r"$ \href{javascript:alert(1)}{x} $",
    r"\begin{x} \href{javascript:alert(1)}{x} \end{y}",
    "\\(a\n\n[a](javascript:x)\\)",
    "$`<img onerror=x>`$",
    "```html\n<script>\n```",
    "`<b>\\` [x](javascript:y)`",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_the_text_becomes_markup(text: str) -> None:
    _assert_harmless(markdown.prose(text))


_PIECES = st.sampled_from(
    [
        *HOSTILE,
        "<",
        ">",
        "`",
        "``",
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\boxed{",
        "}",
        "{",
        "}",
        "[",
        "](",
        ")",
        "!",
        "\\",
        "\n",
        "x",
        "1",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_mixture_becomes_markup(text: str) -> None:
    _assert_harmless(markdown.prose(text))


@given(st.text())
def test_answers_are_harmless_whatever_they_hold(text: str) -> None:
    _assert_harmless(markdown.answer(text))


def _assert_harmless(shown: str) -> None:
    """Our own tags aside, nothing may open HTML, a link, an image, an autolink, a code span or maths of its own."""
    rest = re.sub(r"<span>&#(?:36|92);</span>|</?code>", "", shown)
    assert "&#36;" not in rest
    assert "&#92;" not in rest
    assert "<" not in rest
    assert "`" not in rest
    assert not re.search(r"\]\s*[(\[:]", rest)
    assert not re.search(r"(?i)\w+://|www\.\w|[\w.]@[\w.]|\\href", rest)


def test_terminal_control_sequences_are_left_out() -> None:
    assert markdown.plain("a\x1b[31mred\x07\u202e b\n\tc") == "a[31mred b\n\tc"


def test_code_is_fenced_longer_than_any_run_of_backticks_in_it() -> None:
    code = 's = """```python\n````\n"""'
    shown = markdown.code_block(code)
    assert shown.startswith("`````python\n")
    assert shown.endswith("\n`````")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("11", r"**Answer:** $\displaystyle 11$"),
        (r"\frac{1}{2}", r"**Answer:** $\displaystyle \frac{1}{2}$"),
        ("x < 3", r"**Answer:** $\displaystyle x \lt 3$"),
        ("x = 1 or x = 2", r"**Answer:** $\displaystyle x = 1\text{ or }x = 2$"),
        ("5%", r"**Answer:** $\displaystyle 5\%$"),
        ("Tuesday", "**Answer:** Tuesday"),
        ("{", "**Answer:** {"),
    ],
)
def test_answers_are_one_line_of_maths_or_words(value: str, shown: str) -> None:
    assert markdown.answer(value) == shown
