"""Several notebooks on one kernel in one page, and kernels that speak another version of the protocol."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import QUESTION, Play
from tests.browser.page import Notebook, opened
from tests.browser.server import Server, serving
from tests.kernel.scripts import script_environment, write_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KERNEL_ID = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id"

STATUS = "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status"


def open_on_the_same_kernel(notebook: Notebook, path: Path) -> None:
    """Open another notebook in the page, on the kernel of the one in front."""
    kernel = notebook.page.evaluate(KERNEL_ID)
    notebook.command("docmanager:open", path=path.name, factory="Notebook", kernel={"id": kernel})
    notebook.wait(lambda: any("second" in cell["source"] for cell in notebook.cells()), "the second notebook")


def test_each_notebook_on_a_kernel_gets_its_own_answers_as_cells(play: Play, scripted: Server) -> None:
    second = scripted.notebook("second.ipynb", QUESTION, "second = 2")
    with play("py:shared = 6 * 7\nshared") as notebook:
        notebook.attached()
        open_on_the_same_kernel(notebook, second)
        notebook.attached()
        notebook.run(0)
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the answer's run")
        notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.command("application:activate-previous-tab")
        notebook.wait(lambda: notebook.cells()[-1]["source"] == "after = 1", "the first notebook")
        assert not notebook.generated(), "the first notebook asked nothing"
        notebook.run(0)
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the run of its own")
        assert not notebook.problems


def test_closing_the_first_notebook_leaves_the_second_its_live_cells(play: Play, scripted: Server) -> None:
    second = scripted.notebook("second.ipynb", QUESTION, "second = 2")
    with play("py:6 * 7") as notebook:
        notebook.attached()
        open_on_the_same_kernel(notebook, second)
        notebook.attached()
        notebook.page.evaluate(
            "() => [...window.jupyterapp.shell.widgets('main')].filter(w => !w.isVisible).forEach(w => w.dispose())"
        )
        notebook.run(0)
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the answer's run")


@pytest.mark.parametrize(
    ("change", "said"),
    [("cells.PROTOCOL = 2", "speaks version 1"), ("cells.TARGET = 'something else'", "")],
    ids=["a later protocol", "no live cells at all"],
)
def test_a_kernel_of_another_version_answers_under_the_question(
    browser: Browser, tmp_path: Path, change: str, said: str
) -> None:
    script = write_script(tmp_path / "script.json", "py:6 * 7", "So it is.")
    program = (
        f"import runpy, mathcoder_kernel.kernel.cells as cells; {change}; "
        "runpy.run_module('mathcoder_kernel.kernel', run_name='__main__', alter_sys=True)"
    )
    argv = [sys.executable, "-c", program, "-f", "{connection_file}"]
    with serving(tmp_path / "server", script_environment(script), argv=argv) as server:
        path = server.notebook("other.ipynb", QUESTION, "after = 1")
        with opened(browser, server, path) as notebook:
            if said:
                notebook.page.get_by_text(said).first.wait_for()
            notebook.wait(lambda: notebook.page.evaluate(STATUS) == "idle", "the start of the kernel")
            notebook.run(0)
            notebook.wait(lambda: "42" in notebook.cells()[0]["output"], "the answer under the question")
            assert len(notebook.cells()) == 2
            # JupyterLab says so of every comm that a kernel closes and that it did not make itself.
            assert not [problem for problem in notebook.problems if "Comm not found" not in problem]
