"""A window as narrow as a phone's or a tablet's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Play
from tests.browser.page import Notebook

LONG = " ".join(f"word{number}" for number in range(600))


def inside(notebook: Notebook, selector: str) -> bool:
    """Whether all of an element is in the window."""
    box = notebook.page.locator(selector).first.bounding_box()
    size = notebook.page.viewport_size
    assert box is not None
    assert size is not None
    return box["x"] >= 0 and box["x"] + box["width"] <= size["width"]


@pytest.mark.parametrize("width", [390, 768])
def test_what_an_answer_needs_can_be_seen_and_pressed(play: Play, width: int, pictures: Path | None) -> None:
    blocks = ("Let us see.", "py:import os\nprint(len(os.listdir('.')) > 0)", LONG)
    with play(*blocks, width=width, height=844) as notebook:
        notebook.attached()
        if width < 500:
            notebook.command("application:toggle-left-area")  # JupyterLab's file browser alone is as wide as a phone
            notebook.command("application:toggle-side-tabbar", side="right")
        notebook.run(0)
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        for name in ("Run", "Run all of this answer", "Don't run"):
            notebook.page.get_by_role("button", name=name, exact=True).click(trial=True)
        assert inside(notebook, ".jp-MathCoder-notice")
        assert inside(notebook, ".jp-MathCoder-statusStop")
        notebook.page.get_by_role("button", name="Run", exact=True).click()
        notebook.wait(lambda: any("word9" in cell["text"] for cell in notebook.generated()), "the words")
        if pictures:
            notebook.page.screenshot(path=pictures / f"narrow-{width}.png")
        assert "writing" in notebook.page.locator(".jp-MathCoder-statusText").inner_text()
        notebook.page.locator(".jp-MathCoder-statusStop").click()
        notebook.wait(notebook.turn_over, "the stop")
        # What does not fit into the toolbar is behind its last button.
        notebook.page.locator(
            ".jp-NotebookPanel-toolbar .jp-Toolbar-responsive-opener button, "
            ".jp-NotebookPanel-toolbar .jp-Toolbar-responsive-opener"
        ).first.click()
        select = notebook.page.get_by_label("How generated code is run")
        select.select_option("ask")
        notebook.wait(lambda: select.input_value() == "ask", "the choice")
        assert inside(notebook, ".jp-MathCoder-select")
