"""Outputs of generated code lose what would run in the page, and nothing else."""

from __future__ import annotations

import pytest

from mathcoder_kernel.kernel.harmless import LEFT_OUT, harmless


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=x ONERROR = 'alert(1)'>",
        "<svg/onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java&#115;cript:alert(1)">x</a>',
        '<iframe srcdoc="<script>1</script>"></iframe>',
        "<object data=x></object>",
        '<form action="x"><button formaction="javascript:1">x</button></form>',
        '<a href="data:text/html,<script>1</script>">x</a>',
        "<scr<script>ipt>alert(1)</script>",
        "<math><mtext></mtext><mglyph><style></math><img src onerror=alert(1)>",
    ],
)
def test_html_cannot_run_anything(html: str) -> None:
    (kept, _removed) = harmless({"text/html": html, "text/plain": "x"})
    cleaned = kept["text/html"].replace(LEFT_OUT, "").lower()
    for bad in ("<script", "onerror", "onload", "javascript:", "<iframe", "<object", "<form", "formaction", "data:"):
        assert bad not in cleaned


def test_what_was_left_out_is_said() -> None:
    kept, removed = harmless({"text/html": "<b>x</b><script>1</script>"})
    assert removed
    assert LEFT_OUT in kept["text/html"]
    kept, removed = harmless({"application/javascript": "alert(1)", "text/plain": "<Javascript>"})
    assert removed
    assert kept == {"text/plain": f"<Javascript>\n{LEFT_OUT}"}


def test_tables_and_pictures_stay() -> None:
    table = (
        '<table border="1" class="dataframe"><thead><tr><th>a</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>"
    )
    assert harmless({"text/html": table}) == ({"text/html": table}, False)
    picture = {"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"}
    assert harmless(picture) == (picture, False)
    figure = {"image/svg+xml": '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#g1" x="3"/></svg>'}
    assert harmless(figure) == (figure, False)


def test_widgets_and_latex_stay() -> None:
    bundle = {
        "application/vnd.jupyter.widget-view+json": {"model_id": "1"},
        "text/latex": r"$\frac{1}{2}$",
        "text/plain": "1/2",
    }
    assert harmless(bundle) == (bundle, False)


def test_markdown_keeps_its_formatting_and_loses_markup() -> None:
    kept, _ = harmless({"text/markdown": "**a** < b, <img src=x onerror=1> [x](javascript:1) $x<y$"})
    assert kept["text/markdown"].startswith("**a** < b, &lt;img")
    assert "javascript:" not in kept["text/markdown"]


def test_a_drawing_with_a_script_is_left_out() -> None:
    kept, removed = harmless({"image/svg+xml": "<svg><script>1</script></svg>", "text/plain": "drawing"})
    assert removed
    assert "image/svg+xml" not in kept
