"""A question asked in JupyterLab with the real model, and what a student can do with its answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.page import Notebook, opened
from tests.browser.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUESTION = "%%mathcoder\nSolve 2x + 3 = 11"


@pytest.fixture
def notebook(browser: Browser, lab: Server, request: pytest.FixtureRequest) -> Iterator[Notebook]:
    path = lab.notebook(f"{request.node.name}.ipynb", QUESTION, "after = 1")
    with opened(browser, lab, path) as opened_notebook:
        opened_notebook.attached()
        yield opened_notebook


def ask(notebook: Notebook) -> None:
    notebook.run(0)
    notebook.answered()


def sources(notebook: Notebook) -> list[str]:
    return [cell["source"] for cell in notebook.cells()]


def test_an_answer_becomes_real_cells_that_ran(notebook: Notebook, pictures: Path | None) -> None:
    ask(notebook)
    cells = notebook.generated()
    assert {cell["type"] for cell in cells} == {"markdown", "code"}
    code = [cell for cell in cells if cell["type"] == "code"]
    assert [cell["prompt"] for cell in code] == [f"[{number}]:" for number in range(2, 2 + len(code))]
    assert all(cell["text"] for cell in cells if cell["type"] == "markdown"), "words are shown formatted"
    assert notebook.cells()[0]["prompt"] == "[1]:"
    assert notebook.cells()[-1]["source"] == "after = 1", "the cell below the question stays below the answer"
    assert "connecting" not in notebook.state()
    if pictures:
        notebook.page.screenshot(path=pictures / "answer-light.png")
    assert not notebook.problems


def test_the_variables_of_an_answer_are_the_students_own(notebook: Notebook) -> None:
    ask(notebook)
    last = len(notebook.cells()) - 1
    notebook.type_into(last, "x")
    notebook.page.keyboard.press("Control+Enter")
    notebook.wait(lambda: notebook.cells()[last]["output"], "the output of the student's cell")
    assert "NameError" not in notebook.cells()[last]["output"]


def test_one_undo_takes_the_answer_away_and_redo_brings_it_back(notebook: Notebook) -> None:
    before = sources(notebook)
    ask(notebook)
    answered = sources(notebook)
    notebook.command("notebook:undo-cell-action")
    notebook.wait(lambda: sources(notebook) == before, "the undoing")
    notebook.command("notebook:redo-cell-action")
    notebook.wait(lambda: len(sources(notebook)) == len(answered), "the redoing")
    notebook.wait(lambda: sources(notebook) == answered, "the return of the cells' text")


def test_removing_takes_all_generated_cells_and_is_one_undo_step(notebook: Notebook) -> None:
    before = sources(notebook)
    ask(notebook)
    answered = sources(notebook)
    notebook.select(0)
    notebook.command("mathcoder:remove-answer")
    notebook.wait(lambda: sources(notebook) == before, "the removal")
    notebook.command("notebook:undo-cell-action")
    notebook.wait(lambda: sources(notebook) == answered, "the return of the cells")


def test_asking_again_replaces_the_answer_but_keeps_edited_cells_as_stale(notebook: Notebook) -> None:
    ask(notebook)
    first = sources(notebook)
    code = next(i for i, cell in enumerate(notebook.cells()) if cell["generated"] and cell["type"] == "code")
    notebook.type_into(code, "mine = 7")
    notebook.page.keyboard.press("Escape")
    notebook.wait(lambda: "edited" in notebook.cells()[code]["bar"], "the mark of an edited cell")
    notebook.command("mathcoder:ask-again")
    notebook.wait(lambda: any(cell["stale"] for cell in notebook.cells()), "the mark of a stale cell")
    notebook.answered()
    (stale,) = [cell for cell in notebook.cells() if cell["stale"]]
    assert stale["source"] == "mine = 7"
    assert len(sources(notebook)) == len(first) + 1, "the other old cells are gone"
    notebook.command("notebook:undo-cell-action")
    notebook.wait(lambda: len(sources(notebook)) == len(first), "one undo brings the old answer back")


def test_continue_from_here_goes_on_from_the_edited_cell(notebook: Notebook) -> None:
    ask(notebook)
    code = next(i for i, cell in enumerate(notebook.cells()) if cell["generated"] and cell["type"] == "code")
    notebook.type_into(code, "print(12345)")
    notebook.page.keyboard.press("Control+Enter")
    notebook.wait(lambda: "12345" in notebook.cells()[code]["output"], "the run of the edited cell")
    notebook.select(code)
    kept = sources(notebook)[: code + 1]
    notebook.answered_again(lambda: notebook.command("mathcoder:continue-from-cell"))
    assert sources(notebook)[: code + 1] == kept, "what stands up to the cell stays as it is"
    assert not any(cell["stale"] for cell in notebook.cells())


def test_kept_cells_are_ordinary_cells(notebook: Notebook) -> None:
    ask(notebook)
    code = next(i for i, cell in enumerate(notebook.cells()) if cell["generated"] and cell["type"] == "code")
    kept = notebook.cells()[code]["source"]
    notebook.select(code)
    notebook.command("mathcoder:keep-cell")
    notebook.wait(lambda: not notebook.cells()[code]["generated"], "the loss of the mark")
    notebook.select(0)
    notebook.command("mathcoder:remove-answer")
    notebook.wait(lambda: not notebook.generated(), "the removal of the others")
    assert kept in sources(notebook)


def test_run_all_keeps_its_order(browser: Browser, lab: Server) -> None:
    path = lab.notebook("order.ipynb", "seen = []\nseen.append('before')", QUESTION, "seen.append('after')\nseen")
    with opened(browser, lab, path) as notebook:
        notebook.attached()
        notebook.command("notebook:run-all-cells")
        notebook.wait(lambda: "after" in notebook.cells()[-1]["output"], "the last cell")
        cells = notebook.cells()
        numbers = [int(cell["prompt"].strip("[]:")) for cell in cells if cell["type"] == "code"]
        assert numbers == list(range(1, len(numbers) + 1))
        assert "['before', 'after']" in cells[-1]["output"]


def test_restart_and_reload_leave_a_notebook_that_works(notebook: Notebook) -> None:
    ask(notebook)
    answered = sources(notebook)
    notebook.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    notebook.wait(lambda: "ready" in notebook.state() or "connecting" in notebook.state(), "the restart")
    notebook.attached()
    assert sources(notebook) == answered
    notebook.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    notebook.page.reload()
    notebook.page.wait_for_selector(".jp-Notebook .jp-Cell")
    notebook.wait(lambda: len(notebook.generated()) == len(answered) - 2, "the marks after a reload")
    notebook.wait(lambda: notebook.state() and "connecting" not in notebook.state(), "attaching again")
    notebook.answered_again(lambda: notebook.run(0))
    assert len(sources(notebook)) == len(answered), "the old answer was replaced"
