"""The view follows an answer that is being written, and leaves a student alone who looks or works elsewhere."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Play
from tests.browser.page import Notebook

PARAGRAPHS = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(200))
QUESTION = "%%mathcoder --block_tokens 8000\nany question"
ABOVE = "\n".join(f"line{number} = {number}" for number in range(12))

OUTER = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer')"
BELOW = f"""() => {{
    const cells = [...{OUTER}.querySelectorAll('.jp-mod-mathcoder-generated')];
    return cells.at(-1).getBoundingClientRect().bottom - {OUTER}.getBoundingClientRect().bottom;
}}"""


def scrolled(notebook: Notebook) -> float:
    position: float = notebook.page.evaluate(f"() => {OUTER}.scrollTop")
    return position


def below(notebook: Notebook) -> float:
    """Pixels of the answer that are below what is in view."""
    pixels: float = notebook.page.evaluate(BELOW)
    return pixels


def ask(notebook: Notebook) -> None:
    notebook.attached()
    notebook.run(0)
    notebook.wait(lambda: notebook.generated(), "the first words")


def test_the_end_of_the_answer_stays_in_view(play: Play) -> None:
    blocks = (PARAGRAPHS, "py:print('\\n'.join('0123456789'))", "So it is.")
    with play(*blocks, cells=(QUESTION, "after = 1")) as notebook:
        ask(notebook)
        notebook.wait(lambda: scrolled(notebook) > 100, "following")
        notebook.wait(lambda: below(notebook) < 60, "following")
        assert not notebook.turn_over()
        notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.wait(lambda: below(notebook) <= 0, "the end of the answer in view", 10)
        assert notebook.cells()[0]["active"], "the focus stays where it was"


def test_scrolling_away_is_respected_and_scrolling_back_follows_again(play: Play) -> None:
    with play(PARAGRAPHS, cells=(QUESTION, "after = 1")) as notebook:
        ask(notebook)
        notebook.wait(lambda: scrolled(notebook) > 100, "following")
        box = notebook.page.locator(".jp-NotebookPanel .jp-WindowedPanel-outer").bounding_box()
        assert box is not None
        notebook.page.mouse.move(box["x"] + 200, box["y"] + 200)
        notebook.page.mouse.wheel(0, -10_000)
        notebook.page.wait_for_timeout(200)
        position = scrolled(notebook)
        notebook.page.wait_for_timeout(700)
        assert not notebook.turn_over(), "the answer was still being written"
        assert scrolled(notebook) == position
        notebook.page.mouse.wheel(0, 100_000)
        notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.wait(lambda: below(notebook) <= 0, "the end of the answer in view", 10)


@pytest.mark.parametrize("what", ["typing", "clicking"])
def test_working_in_another_cell_is_respected(play: Play, what: str) -> None:
    with play(PARAGRAPHS, cells=(QUESTION, ABOVE)) as notebook:
        ask(notebook)
        cell = notebook.page.locator(".jp-Notebook .jp-Cell").nth(0)
        if what == "typing":
            cell.locator(".cm-content").focus()
            notebook.page.keyboard.type("x")
        else:
            cell.locator(".jp-InputPrompt").first.click()
        notebook.page.wait_for_timeout(150)
        position = scrolled(notebook)
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert scrolled(notebook) == position
        assert below(notebook) > 100
