"""The same in Jupyter Notebook 7, which has no status bar."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.page import opened
from tests.browser.server import serving
from tests.kernel.scripts import script_environment, write_script

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
            notebook.answered()
            code = [cell for cell in notebook.generated() if cell["type"] == "code"]
            assert code
            assert code[0]["prompt"] == "[2]:"
            if pictures:
                notebook.page.screenshot(path=pictures / "notebook.png")
            assert not notebook.problems


def test_waiting_code_stopping_explaining_and_questions_work_there_too(browser: Browser, tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(1000))
    script = write_script(tmp_path / "script.json", "py:import os\nos.sep[9]", long)
    with serving(tmp_path / "server", script_environment(script, tokens_per_second=40), app="notebook") as server:
        path = server.notebook("asked.ipynb", "%%mathcoder --block_tokens 4000\nany question")
        with opened(browser, server, path, app="notebook") as notebook:
            notebook.attached()
            notebook.run(0)
            notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
            notebook.page.get_by_role("button", name="Run", exact=True).click()
            notebook.wait(lambda: any("word5" in cell["text"] for cell in notebook.generated()), "the words")
            notebook.page.get_by_role("button", name="Stop answer").click()
            notebook.wait(notebook.turn_over, "the stop")
            assert "stopped" in notebook.state()
            notebook.page.get_by_role("button", name="Explain this error").click()
            notebook.page.locator(".jp-MathCoder-explanation").wait_for()
            notebook.select(0)
            notebook.page.keyboard.press("q")
            notebook.page.keyboard.press("q")
            notebook.wait(lambda: sum(cell["question"] for cell in notebook.cells()) == 2, "the question cell")
            assert not notebook.problems
