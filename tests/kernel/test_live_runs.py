"""Running generated cells: modes, waiting, stopping, and notebooks that do not do their part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kernel.extension import PlayedExtension
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import RunningKernel, started
from tests.kernel.test_live_cells import ANSWER, play

pytestmark = pytest.mark.kernel

Script = Callable[..., None]


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKernel]:
    folder = tmp_path_factory.mktemp("live")
    script = write_script(folder / "script.json", "Words.", "py:6 * 7", ANSWER)
    with started(environment=script_environment(script), cwd=folder) as kernel:
        kernel.run("from mathcoder_kernel.kernel import live\nlive.RUN_SECONDS = 2.0")
        yield kernel


@pytest.fixture
def script(scripted: RunningKernel, tmp_path: Path) -> Script:
    return lambda *blocks, **speed: play(scripted, tmp_path, *blocks, **speed)


def waiting(page: PlayedExtension, *, options: str = "") -> tuple[str, str]:
    """Ask, and wait until a cell waits for a person: the ask's request and the cell."""
    request = page.begin(options=options)
    page.until(lambda: bool(page.told("wait")))
    return request, page.told("wait")[-1]["id"]


# -- modes -------------------------------------------------------------------------------------------------------------


def test_ask_mode_waits_for_the_persons_run(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    request, cell = waiting(page, options=" --run ask")
    page.pump(0.5)
    assert not page.told("run")
    assert page.told("wait")[0]["why"] == "ask"
    assert page.told("status")[-1]["phase"] == "waiting"
    assert page.run(cell).value == "42"
    assert page.finish(request).reply["status"] == "ok"
    assert page.told("running")[0]["id"] == cell
    assert page.told("end")[0]["outcome"] == "answered"


def test_votes_are_charted_and_the_winner_becomes_cells(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    asked = page.ask(options=" --vote 3")
    assert asked.reply["status"] == "ok"
    assert "3 votes" in asked.shown
    (child,) = page.generated("code")
    assert page.executed(child["id"]).value == "42"
    assert page.told("end")[0]["outcome"] == "answered"


def test_ask_mode_takes_no_votes_that_would_run_code_unseen(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    page.ask(options=" --vote 3 --run ask")
    assert "votes run theirs before you see it" in page.told("end")[0]["reason"]


def test_guarded_mode_runs_maths_and_lets_anything_else_wait_with_its_reason(
    page: PlayedExtension, script: Script
) -> None:
    script("Words.", "py:6 * 7", "A file.", "py:open('notes.txt', 'w').write('x')", ANSWER)
    request, cell = waiting(page)
    assert len(page.told("run")) == 1
    assert page.told("wait")[0]["why"] == "guard"
    assert "it opens a file (`open`)" in page.told("wait")[0]["reasons"]
    page.say("approve", turn=page.told("begin")[0]["turn"], id=cell, scope="cell")
    assert page.finish(request).reply["status"] == "ok"
    assert page.executed(cell).value == "1"


def test_declined_code_ends_the_turn_and_never_runs(page: PlayedExtension, script: Script) -> None:
    script("A file.", "py:open('declined.txt', 'w').write('x')", ANSWER)
    request, cell = waiting(page)
    page.say("decline", turn=page.told("begin")[0]["turn"], id=cell)
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    assert page.told("end")[0]["outcome"] == "stopped"
    assert page.run(page.add("import os\nos.path.exists('declined.txt')")).value == "False"


def test_approving_the_turn_lets_nothing_wait_any_more(page: PlayedExtension, script: Script) -> None:
    script("One.", "py:import os\n1", "Two.", "py:import os\n2", ANSWER)
    request, cell = waiting(page)
    page.say("approve", turn=page.told("begin")[0]["turn"], id=cell, scope="turn")
    assert page.finish(request).reply["status"] == "ok"
    assert len(page.told("wait")) == 1
    assert [cell["execution_count"] is not None for cell in page.generated("code")] == [True, True]


def test_auto_mode_runs_everything(page: PlayedExtension, script: Script) -> None:
    script("One.", "py:import os\nos.sep", ANSWER)
    assert page.ask(options=" --run auto").reply["status"] == "ok"
    assert not page.told("wait")
    assert page.executed(page.generated("code")[0]["id"]).value


def test_never_mode_inserts_and_does_not_run(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    executed = page.ask(options=" --run never")
    assert not page.told("run") + page.told("wait")
    (code,) = page.generated("code")
    assert code["metadata"]["mathcoder"]["status"] == "not run"
    assert "not run" in executed.shown
    assert page.told("end")[0]["outcome"] == "unanswered"


def test_ask_mode_without_an_extension_shows_the_code_and_says_why(scripted: RunningKernel, script: Script) -> None:
    script("Words.", "py:6007 * 7001", ANSWER)  # a product that no time or identifier beside it holds
    executed = scripted.run("%%mathcoder --run ask\nWhat?")
    assert "6007 * 7001" in executed.shown
    assert "nothing can wait" in executed.shown
    assert str(6007 * 7001) not in executed.shown


def test_the_answer_goes_on_from_what_the_person_made_of_the_code(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", "More.", ANSWER)
    request, cell = waiting(page, options=" --run ask")
    page.cell(cell)["source"] = "6 * 8"
    assert page.run(cell).value == "48"
    assert page.finish(request).reply["status"] == "ok"
    about = page.cell(cell)["metadata"]["mathcoder"]
    assert (about["edited"], about["status"]) == (True, "ok")
    assert [told["outcome"] for told in page.told("end")] == ["answered"]
    blocks = page.run(page.add("[b.content for b in get_ipython().mathcoder.tutor.last.transcript.blocks][:4]")).value
    assert eval(blocks) == ["Words.", "6 * 8", "48", "More."]


def test_what_the_person_says_is_heard_after_a_cell_that_they_edited(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", "More.", "py:import os\n5", ANSWER)
    request, cell = waiting(page, options=" --run ask")
    page.cell(cell)["source"] = "6 * 8"
    page.run(cell)
    page.until(lambda: len(page.told("wait")) == 2)
    page.say("approve", turn=page.told("begin")[0]["turn"], id=page.told("wait")[1]["id"])
    assert page.finish(request).reply["status"] == "ok"
    assert page.told("end")[0]["outcome"] == "answered"


# -- stopping ----------------------------------------------------------------------------------------------------------


def test_interrupt_of_the_ask_while_words_are_written(page: PlayedExtension, script: Script) -> None:
    script("Slow words. " * 100, ANSWER, speed=20)
    page.kernel.run("treasure = 1")
    request = page.begin()
    page.until(lambda: bool(page.told("write")))
    page.kernel.manager.interrupt_kernel()
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    assert page.told("end")[0]["outcome"] == "stopped"
    (words,) = page.generated("text")
    assert words["source"].startswith("Slow")
    assert page.run(page.add("treasure")).value == "1"


def test_a_stop_in_the_middle_of_maths_keeps_all_that_was_written(page: PlayedExtension, script: Script) -> None:
    script(r"So \(x = " + "1 + " * 200 + r"1\).", ANSWER, speed=20)
    request = page.begin()
    page.until(lambda: any(status["tokens"] >= 12 for status in page.told("status")))
    page.kernel.manager.interrupt_kernel()
    page.finish(request)
    (words,) = page.generated("text")
    assert "x = 1 + " in words["source"]
    assert words["metadata"]["mathcoder"]["text"].startswith(r"So \(x = 1")


def test_interrupt_of_a_child_ends_child_and_turn(page: PlayedExtension, script: Script) -> None:
    script("Loop.", "py:found = 17\nwhile True:\n    pass", ANSWER)
    request = page.begin()
    page.until(lambda: bool(page.generated("code")) and page.generated("code")[0]["execution_count"] is not None)
    page.pump(0.5)
    page.kernel.manager.interrupt_kernel()
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    child = page.executed(page.generated("code")[0]["id"])
    assert child.reply["status"] == "error"
    assert child.errors[0]["ename"] == "KeyboardInterrupt"
    assert page.told("end")[0]["outcome"] == "stopped"
    assert page.run(page.add("found")).value == "17"


def test_interrupt_of_a_child_that_awaits(page: PlayedExtension, script: Script) -> None:
    script("Wait.", "py:import asyncio\nawait asyncio.sleep(1000)", ANSWER)
    request = page.begin(options=" --run auto")
    page.until(lambda: bool(page.generated("code")) and page.generated("code")[0]["execution_count"] is not None)
    page.pump(0.3)
    page.kernel.manager.interrupt_kernel()
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    assert page.run(page.add("1 + 1")).value == "2"


def test_interrupt_of_an_ordinary_cell_that_awaits(page: PlayedExtension) -> None:
    request = page.start(page.add("import asyncio\nkept = 5\nawait asyncio.sleep(1000)"))
    page.until(lambda: bool(page.requests[request].of_type("execute_input")))
    page.pump(0.3)
    page.kernel.manager.interrupt_kernel()
    assert page.finish(request).reply["status"] == "error"
    assert page.run(page.add("kept")).value == "5"


def test_stop_message_while_a_cell_waits_for_a_person(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    request, cell = waiting(page, options=" --run ask")
    page.say("stop", turn=page.told("begin")[0]["turn"])
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    assert page.run(cell).value == "42"  # later it is an ordinary cell


def test_a_stopped_ask_ends_run_all(page: PlayedExtension, script: Script) -> None:
    script("Slow words. " * 100, ANSWER, speed=20)
    after = page.add("'not run'")
    first = page.begin()
    second = page.start(after)
    page.until(lambda: bool(page.told("write")))
    page.say("stop")
    page.finish(first)
    page.until(lambda: bool(page.requests[second].reply))
    assert page.requests[second].reply["status"] == "aborted"


def test_time_limit_interrupts_the_child_and_the_turn_goes_on(page: PlayedExtension, script: Script) -> None:
    script("Loop.", "py:while True:\n    pass", "Too slow.", ANSWER)
    executed = page.ask(options=" --seconds 0.5")
    assert executed.reply["status"] == "ok"
    (child,) = page.generated("code")
    assert page.executed(child["id"]).errors[0]["ename"] == "TimeoutError"
    assert child["metadata"]["mathcoder"]["status"] == "timeout"
    assert page.told("end")[0]["outcome"] == "answered"


def test_typing_into_input_does_not_count_against_the_time_limit(page: PlayedExtension, script: Script) -> None:
    script("I ask.", "py:int(input('?')) * 2", ANSWER)
    page.answers.append("21")
    request = page.begin(options=" --run auto --seconds 0.5")
    assert page.finish(request).reply["status"] == "ok"
    assert page.executed(page.generated("code")[0]["id"]).value == "42"


# -- notebooks that do not do their part -------------------------------------------------------------------------------


def test_a_child_that_is_never_run_is_run_under_the_question_visibly(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:print('six')\n6 * 7", "More.", "py:print('again')", ANSWER)
    page.runs = False
    executed = page.ask()
    assert executed.reply["status"] == "ok"
    (fallback,) = page.told("fallback")
    first = page.generated("code")[0]
    assert fallback["id"] == first["id"]
    assert first["metadata"]["mathcoder"]["status"] == "elsewhere"
    assert "did not run the cell" in executed.shown
    assert "6 * 7" in executed.shown
    assert executed.stdout == "six\nagain\n"
    assert "Answer: 42" in executed.shown
    assert len(page.generated()) == 2  # the rest stands under the question
    assert page.told("end")[0]["outcome"] == "answered"


def test_a_request_that_comes_too_late_is_not_run_a_second_time(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:runs = globals().get('runs', 0) + 1", "Slow words. " * 20, ANSWER, speed=60)
    page.kernel.run("runs = 0")
    page.runs = False
    request = page.begin(options=" --run auto")
    page.until(lambda: bool(page.told("fallback")))
    late = page.start(page.generated("code")[0]["id"])
    page.finish(request)
    page.until(lambda: bool(page.requests[late].reply))
    assert page.requests[late].reply["status"] == "aborted"
    assert page.run(page.add("runs")).value == "1"


def test_unable_falls_back_at_once(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:6 * 7", ANSWER)
    page.runs = False
    turn = lambda: page.told("begin")[0]["turn"]  # noqa: E731
    page.on_run = lambda cell: page.say("unable", turn=turn(), id=cell, reason="the notebook is read-only")
    executed = page.ask()
    assert "the notebook is read-only" in executed.shown
    assert "Answer: 42" in executed.shown


def test_comm_closed_while_words_are_written(page: PlayedExtension, script: Script) -> None:
    script("Some slow words. " * 10, "py:print('ran here')", ANSWER, speed=60)
    request = page.begin()
    page.until(lambda: bool(page.told("write")))
    page.close()
    executed = page.finish(request)
    assert executed.reply["status"] == "ok"
    assert "went away" in executed.shown
    assert executed.stdout == "ran here\n"
    assert "Answer: 42" in executed.shown


def test_comm_closed_while_a_cell_waits_for_a_person(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:import os", ANSWER)
    request, _cell = waiting(page)
    page.close()
    executed = page.finish(request)
    assert executed.reply["ename"] == "KeyboardInterrupt"
    assert "was not run: it imports `os`" in executed.shown


def test_comm_closed_while_a_child_runs(page: PlayedExtension, script: Script) -> None:
    script("Words.", "py:import time\ntime.sleep(1.5)\nprint('child')", "More.", "py:print('here')", ANSWER)
    request = page.begin()
    page.until(lambda: bool(page.generated("code")) and page.generated("code")[0]["execution_count"] is not None)
    page.close()
    executed = page.finish(request)
    assert page.executed(page.generated("code")[0]["id"]).stdout == "child\n"
    assert executed.stdout == "here\n"


def test_restart_in_the_middle_leaves_a_working_kernel(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Words that stay. " * 10, "py:import time\ntime.sleep(1000)", ANSWER)
    with started(environment=script_environment(script, tokens_per_second=200), cwd=tmp_path) as kernel:
        page = PlayedExtension(kernel)
        page.begin()
        page.until(lambda: bool(page.generated("code")) and page.generated("code")[0]["execution_count"] is not None)
        (words,) = page.generated("text")
        assert words["source"].startswith("Words that stay.")  # what was written is in the notebook
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=60)
        write_script(tmp_path / "s.json", "Words.", "py:6 * 7", ANSWER)
        again = PlayedExtension(kernel)
        assert again.told("hello")[0]["turn"] is None
        assert again.ask().reply["status"] == "ok"
        assert again.told("end")[0]["outcome"] == "answered"


def test_a_page_that_comes_back_is_told_of_the_running_turn(page: PlayedExtension, script: Script) -> None:
    script("Slow words. " * 100, ANSWER, speed=20)
    request = page.begin()
    page.until(lambda: bool(page.told("write")))
    back = PlayedExtension(page.kernel)
    assert back.told("hello")[0]["turn"] == page.told("begin")[0]["turn"]
    back.say("stop")
    page.finish(request)


# -- scripts in outputs ------------------------------------------------------------------------------------------------

EVIL = (
    "py:from IPython.display import HTML, Javascript, Markdown, display\n"
    "display(Javascript('alert(1)'))\n"
    "display(Markdown('<img src=x onerror=alert(2)>'))\n"
    "HTML('<b>bold</b><script>alert(3)</script>')"
)


def test_scripts_in_outputs_are_left_out_unless_auto(page: PlayedExtension, script: Script) -> None:
    script("Show.", EVIL, ANSWER)
    request, cell = waiting(page)
    page.run(cell)
    page.finish(request)
    shown = page.executed(cell).displays
    assert not [data for data in shown if "application/javascript" in data], shown
    assert "<img" not in shown[1]["text/markdown"]
    html = next(data["text/html"] for data in shown if "text/html" in data)
    assert "<b>bold</b>" in html
    assert "<script" not in html
    assert "left out" in html


def test_auto_mode_leaves_outputs_as_they_are(page: PlayedExtension, script: Script) -> None:
    script("Show.", EVIL, ANSWER)
    page.ask(options=" --run auto")
    shown = page.executed(page.generated("code")[0]["id"]).displays
    assert any("application/javascript" in data for data in shown)


def test_ordinary_cells_keep_their_scripts(page: PlayedExtension) -> None:
    shown = page.run(page.add("from IPython.display import HTML\nHTML('<script>1</script>')")).displays
    assert shown[0]["text/html"] == "<script>1</script>"
