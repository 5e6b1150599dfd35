"""Checks of accessibility by axe-core over all that we show, in the themes that come with JupyterLab."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Play
from tests.browser.page import Notebook

pytest.importorskip("axe_playwright_python", reason="accessibility tests need axe-playwright-python")

THEMES = ("JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast")
OURS = (
    ".jp-MathCoder-bar",
    ".jp-MathCoder-status",
    ".jp-MathCoder-toolbarItem",
    ".jp-MathCoder-explanation",
    ".cm-content[aria-label='Question for MathCoder']",
)
RUN_AXE = """async ours => {
    const include = ours.filter(selector => document.querySelector(selector)).map(selector => [selector]);
    const { violations } = await axe.run({ include }, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(
        node => node.html.slice(0, 300) + ' ' + node.failureSummary
    ) }));
}"""


def serious(notebook: Notebook) -> list[dict[str, Any]]:
    """What axe-core finds serious or critical in our part of the page."""
    if not notebook.page.evaluate("() => 'axe' in window"):
        notebook.page.add_script_tag(content=files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: list[dict[str, Any]] = notebook.page.evaluate(RUN_AXE, list(OURS))
    return [violation for violation in found if violation["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_serious_is_found(play: Play, theme: str, pictures: Path | None) -> None:
    blocks = ("Let us try.", "py:1 / 0", "py:import os\nprint(os.getcwd())", "Done.")
    with play(*blocks, cells=("%%mathcoder\nany question", "after = 1")) as notebook:
        notebook.attached()
        notebook.command("apputils:change-theme", theme=theme)
        notebook.wait(
            lambda: notebook.page.evaluate("() => document.body.dataset.jpThemeName") == theme, f"the theme {theme}"
        )
        notebook.page.keyboard.press("Escape")
        notebook.select(1)
        notebook.page.keyboard.press("q")
        notebook.page.keyboard.press("q")  # a question without text, too
        notebook.run(0)
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        notebook.page.get_by_role("button", name="Explain this error").first.click()
        notebook.page.locator(".jp-MathCoder-explanation").wait_for()
        notebook.page.wait_for_timeout(300)
        if pictures:
            notebook.page.screenshot(path=pictures / f"all-{theme.split()[-1].lower()}.png")
        for selector in OURS:
            assert notebook.page.locator(selector).count(), f"{selector} is on the page"
        assert serious(notebook) == []
        notebook.page.get_by_role("button", name="What can be done with this answer").first.click()
        notebook.page.locator(".lm-Menu").wait_for()
        notebook.page.keyboard.press("Escape")
        notebook.page.get_by_role("button", name="Don't run").click()
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert serious(notebook) == []
