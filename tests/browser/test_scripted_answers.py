"""What a trained maths model never writes, played by the scripted engine: hostile code, widgets, very long answers."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import QUESTION, Play
from tests.browser.page import Notebook

AUTO = "%%mathcoder --run auto\nany question"
AT_LENGTH = "%%mathcoder --block_tokens 4000\nany question"
IN_VIEW = """() => {
    const view = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
    const cell = document.activeElement.closest('.jp-Cell').getBoundingClientRect();
    return cell.top >= view.top && cell.bottom <= view.bottom;
}"""
LONG = " ".join(f"word{number}" for number in range(1000))


def ask(notebook: Notebook) -> None:
    notebook.attached()
    notebook.run(0)
    notebook.wait(
        lambda: not notebook.turn_over() or notebook.cells()[0]["prompt"] not in ("[ ]:", "[*]:"), "the beginning"
    )


def test_a_widget_of_generated_code_is_alive(play: Play) -> None:
    with play(
        "py:import ipywidgets\nslider = ipywidgets.IntSlider(value=3, description='n')\nslider",
        cells=(AUTO, "slider.value"),
    ) as notebook:
        ask(notebook)
        slider = notebook.page.locator(".jp-mod-mathcoder-generated .widget-slider")
        slider.wait_for()
        notebook.wait(notebook.turn_over, "the end of the answer")
        slider.locator(".noUi-handle").press("ArrowRight")
        last = len(notebook.cells()) - 1
        notebook.run(last)
        notebook.wait(lambda: notebook.cells()[last]["output"], "the value in the student's cell")
        assert notebook.cells()[last]["output"].splitlines()[-1] == "4"


def test_generated_code_can_ask_the_student_for_input(play: Play) -> None:
    with play("py:name = input('Your name? ')\nprint('Hello', name)", cells=(AUTO, "name")) as notebook:
        ask(notebook)
        box = notebook.page.locator(".jp-mod-mathcoder-generated .jp-Stdin-input")
        box.fill("Ada")
        box.press("Enter")
        notebook.wait(lambda: any("Hello Ada" in cell["output"] for cell in notebook.generated()), "the printed name")
        notebook.wait(notebook.turn_over, "the end of the answer")
        last = len(notebook.cells()) - 1
        notebook.run(last)
        notebook.wait(lambda: notebook.cells()[last]["output"], "the value in the student's cell")
        assert notebook.cells()[last]["output"].splitlines()[-1] == "'Ada'"


def test_scripts_in_words_and_in_generated_html_do_not_run(play: Play) -> None:
    attack = "<script>window.attacked = 1</script><img src=x onerror='window.attacked = 2'>"
    with play(f"Look: {attack}", f"py:from IPython.display import HTML\nHTML({attack!r})") as notebook:
        ask(notebook)
        waiting = notebook.wait(
            lambda: notebook.turn_over() or any(cell["waiting"] for cell in notebook.cells()), "the end or a wait"
        )
        assert waiting
        if not notebook.turn_over():
            notebook.page.get_by_role("button", name="Run", exact=True).click()
            notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.page.wait_for_timeout(1500)
        assert notebook.page.evaluate("() => window.attacked") is None


def test_code_that_is_held_back_says_why_and_runs_when_told(play: Play, pictures: Path | None) -> None:
    with play("py:import os\nprint(len(os.listdir('.')) > 0)", "Done.") as notebook:
        ask(notebook)
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        (cell,) = [cell for cell in notebook.cells() if cell["waiting"]]
        assert "os" in cell["bar"]
        assert cell["prompt"] == "[ ]:"
        if pictures:
            notebook.page.screenshot(path=pictures / "held-back.png")
        notebook.page.get_by_role("button", name="Run", exact=True).click()
        notebook.wait(lambda: any("True" in cell["output"] for cell in notebook.generated()), "the run")
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert not any(cell["waiting"] for cell in notebook.cells())


def test_declining_ends_the_answer_and_runs_nothing(play: Play) -> None:
    with play("py:import os\nprint(os.getcwd())", "Done.") as notebook:
        ask(notebook)
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
        notebook.page.get_by_role("button", name="Don't run").click()
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert all(not cell["output"] for cell in notebook.generated())


def test_the_run_mode_is_chosen_in_the_toolbar(play: Play) -> None:
    with play("py:print(6 * 7)") as notebook:
        notebook.attached()
        select = notebook.page.get_by_label("How generated code is run")
        select.select_option("ask")
        notebook.page.wait_for_timeout(500)
        ask(notebook)
        notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait of harmless code")
        notebook.page.get_by_role("button", name="Run", exact=True).click()
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the run")


def test_two_thousand_tokens_disturb_nobody_who_types(play: Play) -> None:
    with play(LONG, cells=(AT_LENGTH, "typed = ''")) as notebook:
        ask(notebook)
        notebook.wait(lambda: notebook.generated(), "the first words")
        own = len(notebook.cells()) - 1
        notebook.page.locator(".jp-Notebook .jp-Cell").nth(own).locator(".cm-content").click()
        notebook.page.keyboard.press("Control+a")
        for letter in "abcdefghij":
            notebook.page.keyboard.type(letter)
            notebook.page.wait_for_timeout(100)
        assert not notebook.turn_over(), "the answer was still being written"
        assert notebook.cells()[-1]["source"] == "abcdefghij"
        assert notebook.cells()[-1]["active"]
        assert notebook.page.evaluate("() => document.activeElement.closest('.cm-content') !== null")
        notebook.wait(lambda: notebook.page.evaluate(IN_VIEW), "staying in view", 5)
        notebook.wait(notebook.turn_over, "the end of the answer")
        # the last frame may still be on its way into the page
        notebook.wait(lambda: notebook.generated()[0]["text"].split()[-1:] == ["word999"], "the last word", 5)


def test_stop_ends_the_answer_and_keeps_what_was_written(play: Play) -> None:
    with play(LONG, cells=(AT_LENGTH, "6 * 7")) as notebook:
        ask(notebook)
        notebook.wait(lambda: any("word5" in cell["text"] for cell in notebook.generated()), "some words")
        notebook.page.get_by_role("button", name="Stop", exact=True).click()
        notebook.wait(notebook.turn_over, "the stop")
        assert "stopped" in notebook.state()
        words = notebook.generated()[0]["text"].split()
        assert words[0] == "word0"
        assert "word999" not in words
        last = len(notebook.cells()) - 1
        notebook.run(last)
        notebook.wait(lambda: "42" in notebook.cells()[last]["output"], "the kernel works on")


def test_code_that_cannot_be_interrupted_is_said_and_a_restart_is_offered(play: Play) -> None:
    native = "py:import hashlib\nhashlib.pbkdf2_hmac('sha256', b'a', b'b', 400_000_000)"
    with play("These words stay.", native, cells=(AUTO, "6 * 7")) as notebook:
        ask(notebook)
        notebook.wait(lambda: "running" in notebook.state(), "the run")
        notebook.page.get_by_role("button", name="Stop", exact=True).click()
        notebook.wait(lambda: "still stopping" in notebook.state(), "the words on it")
        notebook.page.get_by_role("button", name="Restart Kernel").click()
        notebook.attached()
        assert notebook.generated()[0]["text"].strip() == "These words stay."
        notebook.run(len(notebook.cells()) - 1)
        notebook.wait(lambda: "42" in notebook.cells()[-1]["output"], "the kernel works on")


def test_a_crash_of_the_kernel_leaves_what_was_written(play: Play) -> None:
    with play("These words stay.", "py:import os\nos._exit(1)", cells=(AUTO, "1")) as notebook:
        ask(notebook)
        notebook.wait(lambda: any("os._exit" in cell["source"] for cell in notebook.generated()), "the code")
        notebook.page.locator(".jp-Dialog .jp-mod-accept").click()  # "Kernel Restarting", a dialog of JupyterLab
        notebook.attached()
        assert notebook.generated()[0]["text"].strip() == "These words stay."


def test_a_page_that_is_reloaded_during_an_answer_works_on(play: Play) -> None:
    with play(LONG, cells=(AT_LENGTH, "6 * 7")) as notebook:
        notebook.page.on("dialog", lambda dialog: dialog.accept())  # "changes you made may not be saved"
        ask(notebook)
        notebook.wait(lambda: any("word5" in cell["text"] for cell in notebook.generated()), "some words")
        notebook.page.reload()
        notebook.page.wait_for_selector(".jp-Notebook .jp-Cell")
        notebook.wait(lambda: notebook.state() and "connecting" not in notebook.state(), "attaching again")
        notebook.wait(notebook.turn_over, "the end of the answer")
        assert not any("writing" in cell["bar"] for cell in notebook.cells())
        notebook.run(len(notebook.cells()) - 1)
        notebook.wait(lambda: "42" in notebook.cells()[-1]["output"], "the kernel works on")
        notebook.run(0)
        notebook.wait(lambda: notebook.generated() and not notebook.turn_over(), "the next answer")
        notebook.page.get_by_role("button", name="Stop", exact=True).click()
        notebook.wait(notebook.turn_over, "the stop")


def test_an_error_is_explained_in_plain_words(play: Play) -> None:
    with play("py:values = [1, 2]\nvalues[5]", "Done.") as notebook:
        ask(notebook)
        notebook.wait(notebook.turn_over, "the end of the answer")
        notebook.page.get_by_role("button", name="Explain this error").click()
        notebook.page.wait_for_selector(".jp-MathCoder-explanation")
        assert len(notebook.page.locator(".jp-MathCoder-explanation").inner_text()) > 40
        assert not notebook.problems


def test_a_question_cell_takes_plain_words_and_is_saved_as_a_magic(play: Play) -> None:
    with play("py:print(6 * 7)", cells=("first = 1",)) as notebook:
        notebook.attached()
        notebook.select(0)
        notebook.page.keyboard.press("q")
        notebook.page.keyboard.press("q")
        notebook.wait(lambda: any(cell["question"] for cell in notebook.cells()), "the question cell")
        notebook.page.wait_for_timeout(500)
        notebook.page.keyboard.press("Backspace")  # the hidden first line cannot be deleted
        notebook.page.keyboard.type("What is 6 times 7?")
        assert notebook.cells()[1]["source"].strip() == "What is 6 times 7?"
        saved = "() => window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.getSource()"
        assert notebook.page.evaluate(saved) == "%%mathcoder\nWhat is 6 times 7?"
        notebook.page.keyboard.press("Shift+Enter")
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the answer")
        assert not notebook.problems


def test_deleting_the_question_during_the_answer_loses_nothing_else(play: Play) -> None:
    with play(LONG[:600], "py:print(6 * 7)", cells=(QUESTION, "after = 1")) as notebook:
        ask(notebook)
        notebook.wait(lambda: notebook.generated(), "the first words")
        notebook.select(0)
        notebook.page.keyboard.press("d")
        notebook.page.keyboard.press("d")
        notebook.wait(lambda: any("42" in cell["output"] for cell in notebook.generated()), "the code below the words")
        assert notebook.cells()[0]["text"].startswith("word0")
        assert notebook.cells()[-1]["source"] == "after = 1"
