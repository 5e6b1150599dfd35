"""Everything with the keyboard alone: ask, stop, run what waits, continue, explain, ask again, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import Play
from tests.browser.page import Notebook, opened
from tests.browser.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG = " ".join(f"word{number}" for number in range(1000))


def press(notebook: Notebook, *keys: str) -> None:
    for key in keys:
        notebook.page.keyboard.press(key)


def active(notebook: Notebook) -> int:
    return next(index for index, cell in enumerate(notebook.cells()) if cell["active"])


def go_to(notebook: Notebook, index: int) -> None:
    """Move to a cell with the arrow keys, in command mode."""
    press(notebook, "Escape")
    for _ in range(50):
        at = active(notebook)
        if at == index:
            return
        press(notebook, "ArrowUp" if at > index else "ArrowDown")
        notebook.page.wait_for_timeout(50)
    raise AssertionError(f"the cell {index} was not reached: {notebook.cells()}")


def code_cell(notebook: Notebook) -> int:
    return next(i for i, cell in enumerate(notebook.cells()) if cell["generated"] and cell["type"] == "code")


def from_palette(notebook: Notebook, words: str) -> None:
    press(notebook, "Control+Shift+c")
    notebook.page.locator(".lm-CommandPalette-input").wait_for()
    notebook.page.keyboard.type(words)
    notebook.page.wait_for_timeout(300)
    press(notebook, "Enter")


def test_a_question_from_asking_to_removing_its_answer(browser: Browser, lab: Server) -> None:
    path = lab.notebook("keyboard.ipynb", "first = 1")
    with opened(browser, lab, path) as notebook:
        notebook.attached()
        notebook.page.locator(".jp-Notebook").focus()

        press(notebook, "Escape", "q", "q")
        notebook.wait(lambda: any(cell["question"] for cell in notebook.cells()), "the question cell")
        notebook.page.wait_for_timeout(300)
        notebook.page.keyboard.type("Solve 2x + 3 = 11")
        press(notebook, "Control+Enter")
        notebook.answered()
        words = [cell["source"] for cell in notebook.cells()]

        code = code_cell(notebook)
        go_to(notebook, code)
        press(notebook, "Enter", "Control+a")
        notebook.page.keyboard.type("print(12345)")
        press(notebook, "Control+Enter")
        notebook.wait(lambda: "12345" in notebook.cells()[code]["output"], "the run of the edited cell")
        notebook.answered_again(lambda: press(notebook, "Alt+Shift+C"))
        assert notebook.cells()[code]["source"].strip() == "print(12345)"

        go_to(notebook, code)
        press(notebook, "Enter", "Control+a")
        notebook.page.keyboard.type("1 / 0")
        press(notebook, "Control+Enter")
        notebook.wait(lambda: "ZeroDivisionError" in notebook.cells()[code]["output"], "the error")
        press(notebook, "Alt+Shift+E")
        notebook.page.locator(".jp-MathCoder-explanation").wait_for()

        notebook.answered_again(lambda: press(notebook, "Alt+Shift+A"))
        (stale,) = [cell for cell in notebook.cells() if cell["stale"]]
        assert "1 / 0" in stale["source"]

        go_to(notebook, 1)
        from_palette(notebook, "Remove Generated")
        notebook.wait(lambda: not notebook.generated(), "the removal")
        assert len(words) > 2
        assert [cell["source"].strip() for cell in notebook.cells()] == ["first = 1", "Solve 2x + 3 = 11"]
        assert not notebook.problems


def test_stopping(play: Play) -> None:
    with play(LONG) as notebook:
        notebook.attached()
        notebook.page.locator(".jp-Notebook").focus()
        press(notebook, "Escape", "Control+Enter")
        notebook.wait(lambda: notebook.generated(), "the first words")
        press(notebook, "Alt+Shift+S")
        notebook.wait(notebook.turn_over, "the stop")
        assert "stopped" in notebook.state()


def test_code_that_waits_is_run_as_any_cell(play: Play) -> None:
    with play("py:import os\nprint(len(os.listdir('.')) > 0)", "Done.") as notebook:
        notebook.attached()
        notebook.page.locator(".jp-Notebook").focus()
        press(notebook, "Escape", "Control+Enter")
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        go_to(notebook, code_cell(notebook))
        press(notebook, "Control+Enter")
        notebook.wait(lambda: any("True" in cell["output"] for cell in notebook.generated()), "the run")
        notebook.wait(notebook.turn_over, "the end of the answer")


def test_the_buttons_at_a_waiting_cell_are_reached_with_tab(play: Play) -> None:
    with play("py:import os\nprint(len(os.listdir('.')) > 0)", "Done.") as notebook:
        notebook.attached()
        notebook.page.locator(".jp-Notebook").focus()
        press(notebook, "Escape", "Control+Enter")
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        focused = "() => document.activeElement?.textContent"
        notebook.wait(
            lambda: press(notebook, "Tab") or notebook.page.evaluate(focused) == "Don't run", "reaching the button", 30
        )
        press(notebook, "Enter")
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert all(not cell["output"] for cell in notebook.generated())
