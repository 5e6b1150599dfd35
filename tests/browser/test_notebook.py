"""The same in Jupyter Notebook 7, which has no status bar."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.page import opened
from tests.browser.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("notebook") is None, reason="Jupyter Notebook is not installed"
)


def test_an_answer_becomes_cells_in_jupyter_notebook(
    browser: Browser, model_path: Path, tmp_path: Path, pictures: Path | None
) -> None:
    with serving(tmp_path, {"MATHCODER_MODEL": str(model_path)}, app="notebook") as server:
        path = server.notebook("asked.ipynb", "%%mathcoder\nSolve 2x + 3 = 11", "after = 1")
        with opened(browser, server, path, app="notebook") as notebook:
            notebook.attached()
            notebook.run(0)
            notebook.wait(lambda: not notebook.turn_over(), "the beginning of the answer")
            notebook.wait(lambda: notebook.turn_over() and notebook.generated(), "the end of the answer")
            code = [cell for cell in notebook.generated() if cell["type"] == "code"]
            assert code
            assert code[0]["prompt"] == "[2]:"
            if pictures:
                notebook.page.screenshot(path=pictures / "notebook.png")
            assert not notebook.problems
