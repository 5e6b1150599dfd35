"""Figures, errors in Run All, copying, the launcher, and what a notebook may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import QUESTION, Play
from tests.browser.page import opened
from tests.browser.server import TOKEN, Server, serving
from tests.kernel.scripts import script_environment, write_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SAVED = """async () => {
    const { raw } = await window.jupyterapp.serviceManager.settings.fetch('mathcoder-jupyterlab:attach');
    return raw;
}"""


def test_an_answer_of_three_code_blocks(play: Play) -> None:
    blocks = ("First.", "py:a = 6\na", "Then.", "py:b = 7\nb", "Now.", "py:a * b", r"So $\boxed{42}$.")
    with play(*blocks, cells=("# Exercise 1\n%%mathcoder\nany question", "after = 1")) as notebook:
        notebook.attached()
        notebook.run(0)
        notebook.wait(lambda: any("Answer" in cell["text"] for cell in notebook.generated()), "the answer")
        notebook.wait(notebook.turn_over, "the end of the answer")
        cells = notebook.cells()
        assert cells[0]["question"], "comments may stand above it"
        assert [cell["prompt"] for cell in cells if cell["type"] == "code"] == ["[1]:", "[2]:", "[3]:", "[4]:", "[ ]:"]
        outputs = [cell["output"] for cell in cells if cell["generated"] and cell["type"] == "code"]
        assert [output.split()[-1] for output in outputs] == ["6", "7", "42"]
        assert not notebook.problems


def test_a_figure_of_generated_code_stands_under_it(play: Play) -> None:
    pytest.importorskip("matplotlib", reason="figures need matplotlib")
    with play("py:import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])\nplt.show()") as notebook:
        notebook.attached()
        notebook.run(0)
        notebook.page.locator(".jp-mod-mathcoder-generated .jp-OutputArea img").wait_for()
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert not notebook.problems


def test_generated_code_that_fails_does_not_end_run_all(play: Play) -> None:
    with play("py:1 / 0", "So it is.", cells=(QUESTION, "after = 1\nafter")) as notebook:
        notebook.attached()
        notebook.command("notebook:run-all-cells")
        notebook.wait(lambda: notebook.cells()[-1]["output"], "the run of the last cell")
        assert "1" in notebook.cells()[-1]["output"]
        assert any("ZeroDivisionError" in cell["output"] for cell in notebook.generated())


def test_the_answer_is_copied_as_plain_text(play: Play) -> None:
    with play(r"So it is $\boxed{\frac{1}{2}}$.") as notebook:
        notebook.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        notebook.attached()
        notebook.run(0)
        notebook.wait(lambda: any("Answer" in cell["text"] for cell in notebook.generated()), "the answer")
        notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.page.get_by_role("button", name="What can be done with this answer").first.click()
        notebook.page.get_by_role("menuitem", name="Copy Answer").click()
        notebook.wait(lambda: notebook.page.evaluate("() => navigator.clipboard.readText()") == "1/2", "the copy")


def test_a_large_model_can_be_asked_about_an_error(play: Play) -> None:
    large = "import mathcoder_kernel.kernel.tutor as tutor\ntutor.LARGE = 0"
    with play("You divide by nought.", cells=(QUESTION, large, "y = 1 / 0")) as notebook:
        notebook.attached()
        notebook.command("notebook:run-all-cells")
        notebook.wait(lambda: "ZeroDivisionError" in notebook.cells()[-1]["output"], "the error")
        notebook.page.get_by_role("button", name="Explain this error").click()
        notebook.page.get_by_role("button", name="Ask scripted about it").click()
        notebook.wait(lambda: notebook.cells()[-1]["text"], "the answer below the error")
        notebook.wait(notebook.turn_over, "the end of the answer")
        # the last frame may still be on its way into the page
        notebook.wait(lambda: notebook.cells()[-1]["text"].strip() == "You divide by nought.", "the last word", 5)
        *_, failed, asked, _ = notebook.cells()
        assert failed["source"] == "y = 1 / 0"
        assert asked["question"]
        assert "ZeroDivisionError" in asked["source"]
        assert "%%mathcoder" not in asked["source"]
        assert not notebook.problems


def test_the_settings_editor_has_ours_and_they_take_effect(browser: Browser, tmp_path: Path) -> None:
    script = write_script(tmp_path / "script.json", "py:6 * 7", "So it is.")
    with (
        serving(tmp_path / "server", script_environment(script)) as server,
        opened(browser, server, server.notebook("set.ipynb", QUESTION, "after = 1")) as notebook,
    ):
        notebook.attached()
        notebook.command("settingeditor:open", query="MathCoder")
        for said in ("words and code of an answer become cells", "code that an answer brings runs at once"):
            notebook.page.locator(".jp-FormGroup-description", has_text=said).wait_for()
        notebook.page.get_by_label("Answers become cells").uncheck()
        notebook.wait(lambda: "false" in notebook.page.evaluate(SAVED), "the saving of the setting")
        notebook.page.wait_for_timeout(1000)
        notebook.command("application:close")
        notebook.wait(lambda: notebook.cells(), "the notebook")
        notebook.attached()
        notebook.run(0)
        notebook.wait(lambda: "42" in notebook.cells()[0]["output"], "the answer under the question")
        assert not notebook.generated()
        assert not notebook.problems


def test_a_notebook_can_make_the_run_mode_stricter_only(browser: Browser, scripted: Server) -> None:
    for wanted, mode in (("never", "never"), ("auto", "guarded")):
        path = scripted.notebook(f"{wanted}.ipynb", QUESTION, metadata={"mathcoder": {"run": wanted}})
        with opened(browser, scripted, path) as notebook:
            notebook.attached()
            notebook.page.wait_for_timeout(500)
            assert notebook.page.get_by_label("How generated code is run").input_value() == mode


def test_a_question_that_was_saved_is_still_shown_as_words(play: Play) -> None:
    saved = {"source": "%%mathcoder\nAnd is 5 in it?", "metadata": {"mathcoder": {"kind": "question", "plain": True}}}
    with play("Yes.", cells=(saved, "for x in 5, 6: pass")) as notebook:
        notebook.attached()
        notebook.page.wait_for_timeout(1000)
        assert notebook.cells()[0]["source"].strip() == "And is 5 in it?"
        highlights = [notebook.page.locator(".jp-Cell").nth(n).locator(".cm-line span").count() for n in (0, 1)]
        assert highlights[0] == 0
        assert highlights[1] > 0, "code has colours"


def test_the_launcher_offers_a_question(browser: Browser, scripted: Server) -> None:
    with opened(browser, scripted, scripted.notebook("start.ipynb", "1")) as notebook:
        notebook.page.goto(f"{scripted.url}/lab?reset&token={TOKEN}")
        notebook.page.locator(".jp-LauncherCard", has_text="MathCoder Question").first.click()
        notebook.wait(lambda: any(cell["question"] for cell in notebook.cells()), "the question cell")
        notebook.attached()
        notebook.page.wait_for_timeout(500)
        notebook.page.keyboard.type("What is half of 1?")
        assert notebook.cells()[0]["source"].strip() == "What is half of 1?"
        assert len(notebook.cells()) == 1
        assert not notebook.problems


def test_the_servers_extension_is_loaded(play: Play, scripted: Server) -> None:
    with play("Done.") as notebook:
        notebook.attached()
    assert "mathcoder_kernel.server_extension | extension was successfully loaded" in scripted.log.read_text()
