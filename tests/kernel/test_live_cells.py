"""An answer becomes real cells of the asking client's notebook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.lce.notebook import from_notebook, source_hash
from tests.kernel.extension import PlayedExtension, second_client
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import RunningKernel, started

pytestmark = pytest.mark.kernel

WORDS = "Both pipes are open, so \\(r = \\frac{1}{6} - \\frac{1}{10}\\)."
CODE = "py:rate = 7\nprint('rate', rate)\nrate * 6"
ANSWER = r"So the answer is \(\boxed{42}\)."


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKernel]:
    folder = tmp_path_factory.mktemp("live")
    script = write_script(folder / "script.json", WORDS, CODE, ANSWER)
    with started(environment=script_environment(script), cwd=folder) as kernel:
        yield kernel


def play(kernel: RunningKernel, folder: Path, *blocks: str, speed: int = 2000) -> None:
    """Let the kernel play another script from now on, with `speed` tokens per second."""
    path = write_script(folder / "other.json", *blocks)
    kernel.run(
        f"import os\nos.environ.update(MATHCODER_SCRIPT={str(path)!r}, MATHCODER_SCRIPT_SPEED='{speed}')\n"
        "get_ipython().mathcoder.tutor.close_engine()"
    )


@pytest.fixture
def script(scripted: RunningKernel, tmp_path: Path) -> Iterator[Any]:
    """A function that sets what the model writes in this test."""
    yield lambda *blocks, **speed: play(scripted, tmp_path, *blocks, **speed)
    play(scripted, tmp_path, WORDS, CODE, ANSWER)


def test_hello_says_version_capabilities_and_settings(page: PlayedExtension) -> None:
    (hello,) = page.told("hello")
    assert hello["protocol"] == 1
    assert hello["usable"] is True
    assert "cells" in hello["capabilities"]
    assert hello["settings"]["run"] == "guarded"
    assert hello["choices"]["run"] == ["ask", "guarded", "auto", "never"]
    assert hello["turn"] is None


def test_words_code_and_answer_become_cells_in_order(page: PlayedExtension) -> None:
    reply = page.ask("When is the tank full?").reply
    assert reply["status"] == "ok"
    kinds = [cell["metadata"]["mathcoder"]["kind"] for cell in page.generated()]
    assert kinds == ["text", "code", "text", "answer"]
    words, code, _, answer = page.generated()
    assert words["cell_type"] == "markdown"
    assert r"$r = \frac{1}{6}" in words["source"]
    assert code["source"] == "rate = 7\nprint('rate', rate)\nrate * 6"
    assert answer["source"].startswith(r"**Answer:** $\displaystyle 42$ — ")
    assert page.cells[0]["id"] == page.asking


def test_prompts_are_real_ask_n_child_n_plus_1(page: PlayedExtension) -> None:
    executed = page.ask()
    count = executed.of_type("execute_input")[0]["execution_count"]
    assert executed.reply["execution_count"] == count
    (child,) = page.generated("code")
    assert child["execution_count"] == count + 1
    assert page.executed(child["id"]).reply["execution_count"] == count + 1
    following = page.run(page.add("1 + 1"))
    assert following.reply["execution_count"] == count + 2


def test_outputs_belong_to_the_child_and_variables_to_the_student(page: PlayedExtension) -> None:
    executed = page.ask()
    (child,) = page.generated("code")
    assert page.executed(child["id"]).stdout == "rate 7\n"
    assert page.executed(child["id"]).value == "42"
    assert executed.stdout == ""
    assert page.run(page.add("rate")).value == "7"


def test_the_last_question_can_be_put_to_the_vote(page: PlayedExtension) -> None:
    page.ask("When is the tank full?")
    page.asking = page.add("%mathcoder vote 3")
    page.run(page.asking)
    assert [answer["plain"] for answer in page.told("answer")] == ["42", "42"]
    asked = page.run(page.add("get_ipython().mathcoder.tutor.last.transcript.question"))
    assert asked.value == "'When is the tank full?'"
    assert from_notebook({"cells": page.cells})[-1].question == "When is the tank full?"


def test_ask_is_busy_again_behind_its_child(page: PlayedExtension) -> None:
    executed = page.ask()
    (child,) = page.generated("code")
    states = [
        (message["parent_header"]["msg_id"], message["content"]["execution_state"])
        for _, message in page.arrivals
        if message["msg_type"] == "status"
    ]
    ask, run = page.of_cell[page.asking], page.of_cell[child["id"]]
    assert states[states.index((run, "idle")) + 1] == (ask, "busy")
    assert [state for parent, state in states if parent == ask][-1] == "idle"
    assert executed.reply["status"] == "ok"


def test_status_answer_and_end_are_told(page: PlayedExtension) -> None:
    page.ask()
    phases = [message["phase"] for message in page.told("status")]
    assert [p for p in ("loading", "reading", "writing", "running") if p in phases] == [
        "loading", "reading", "writing", "running",
    ]  # fmt: skip
    (answer,) = page.told("answer")
    assert (answer["plain"], answer["passed"]) == ("42", None)
    (end,) = page.told("end")
    assert end["outcome"] == "answered"
    assert end["stats"]["code_blocks"] == 1
    assert end["cells"] == [cell["id"] for cell in page.generated()]


def test_the_asking_cell_shows_a_compact_status_of_its_own(page: PlayedExtension) -> None:
    executed = page.ask()
    (shown,) = executed.displays
    assert "Answer: 42" in shown["text/plain"]
    assert "tokens/s" in shown["text/plain"]
    assert "Answer" not in shown["text/markdown"], "that is a cell of its own"


def test_cells_carry_provenance_and_the_hash_of_their_source(page: PlayedExtension) -> None:
    page.ask()
    (code,) = page.generated("code")
    about = code["metadata"]["mathcoder"]
    assert about["hash"] == source_hash(code["source"])
    assert about["ask"] == page.asking
    assert (about["model"], about["dialect"], about["seed"], about["status"]) == ("scripted", "mathcoder", 0, "ok")
    assert len(about["model_sha256"]) == 64
    question = page.cell(page.asking)["metadata"]["mathcoder"]
    assert (question["turn"], question["kind"], question["answer"]) == (about["turn"], "question", "42")
    (words, _) = page.generated("text")
    assert words["metadata"]["mathcoder"]["text"] == WORDS


def test_words_are_streamed_in_few_messages(page: PlayedExtension, script: Any) -> None:
    script("A word and another one 😀 with more. " * 30, ANSWER)
    page.ask()
    words = page.generated("text")[0]
    writes = [message for message in page.told("write") if message["id"] == words["id"]]
    assert 1 <= len(writes) < 30
    assert words["source"].count("😀") == 30


def test_run_all_keeps_its_order(page: PlayedExtension) -> None:
    page.asking = page.add("%%mathcoder\nWhen?")
    after = page.add("print('after', rate)\nrate = 100")
    first, second = page.start(page.asking), page.start(after)
    page.finish(first)
    page.finish(second)
    (child,) = page.generated("code")
    assert page.executed(child["id"]).value == "42"
    assert page.executed(after).stdout == "after 7\n"
    assert page.cell(after)["execution_count"] == page.cell(child["id"])["execution_count"] + 1


def test_a_failing_child_does_not_abort_later_cells(page: PlayedExtension, script: Any) -> None:
    script("Try.", "py:1 / 0", "It failed.", ANSWER)
    page.asking = page.add("%%mathcoder\nWhen?")
    after = page.add("'still here'")
    first, second = page.start(page.asking), page.start(after)
    assert page.finish(first).reply["status"] == "ok"
    assert page.finish(second).value == "'still here'"
    (child,) = page.generated("code")
    assert page.executed(child["id"]).reply["ename"] == "ZeroDivisionError"
    assert child["metadata"]["mathcoder"]["status"] == "error"


def test_completion_and_inspection_are_answered_during_a_turn(page: PlayedExtension, script: Any) -> None:
    script("Slow words. " * 100, ANSWER, speed=20)
    request = page.begin()
    page.until(lambda: bool(page.told("write")))
    assert "range" in page.request("complete", code="ran", cursor_pos=3)["matches"]
    assert page.request("inspect", code="print", cursor_pos=5, detail_level=0)["found"] is True
    assert page.request("is_complete", code="for x in y:")["status"] == "incomplete"
    assert page.request("kernel_info")["implementation"] == "mathcoder"
    assert not page.requests[request].reply
    page.say("stop")
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"


def test_input_works_in_a_child(page: PlayedExtension, script: Any) -> None:
    script("I ask.", "py:number = int(input('Which number? '))\nnumber * 2", ANSWER)
    page.answers.append("21")
    request = page.begin(options=" --run auto")
    assert page.finish(request).reply["status"] == "ok"
    (child,) = page.generated("code")
    assert page.executed(child["id"]).value == "42"


def test_rich_output_and_late_updates_stay_with_their_cell(page: PlayedExtension, script: Any) -> None:
    script(
        "Show.",
        "py:from IPython.display import display, Markdown\nshown = display(Markdown('**one**'), display_id=True)",
        "More.",
        "py:shown.update(Markdown('**two**'))\n'done'",
        ANSWER,
    )
    page.ask()
    first, second = page.generated("code")
    assert page.executed(first["id"]).displays[0]["text/markdown"] == "**one**"
    update = page.executed(second["id"]).of_type("update_display_data")
    assert update[0]["data"]["text/markdown"] == "**two**"


def test_widgets_are_made_by_their_cell_and_react_during_the_turn(page: PlayedExtension, script: Any) -> None:
    script(
        "A slider.",
        "py:from ipywidgets import IntSlider\nslider = IntSlider(value=3)\nslider",
        "Slow words. " * 60,
        ANSWER,
        speed=60,
    )
    request = page.begin(options=" --run auto")
    page.until(lambda: len(page.generated("text")) == 2)
    child = page.executed(page.generated("code")[0]["id"])
    (shown,) = [data for data in child.displays if "application/vnd.jupyter.widget-view+json" in data]
    model = shown["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert model in [opened["comm_id"] for opened in child.of_type("comm_open")]
    change = {"method": "update", "state": {"value": 8}, "buffer_paths": []}
    page._send("comm_msg", {"comm_id": model, "data": change})
    page.finish(request)
    assert page.run(page.add("slider.value")).value == "8"


def test_a_thread_of_one_child_prints_into_its_own_cell(page: PlayedExtension, script: Any) -> None:
    script(
        "Start.",
        "py:import threading, time\n"
        "def later():\n    time.sleep(0.8)\n    print('from the first')\n"
        "threading.Thread(target=later).start()\n'started'",
        "Wait.",
        "py:time.sleep(1.5)\nprint('from the second')",
        ANSWER,
    )
    page.ask(options=" --run auto")
    first, second = page.generated("code")
    page.until(lambda: "from the first" in page.executed(first["id"]).stdout)
    assert page.executed(second["id"]).stdout == "from the second\n"


def test_a_nested_question_is_refused(page: PlayedExtension, script: Any) -> None:
    script("I ask myself.", "py:%mathcoder what is two and two", ANSWER)
    assert page.ask(options=" --run auto").reply["status"] == "ok"
    (child,) = page.generated("code")
    assert "One question at a time" in page.executed(child["id"]).stdout
    assert len(page.told("begin")) == 1


def test_top_level_await_in_a_child(page: PlayedExtension, script: Any) -> None:
    script("Wait.", "py:import asyncio\nawait asyncio.sleep(0.05)\nslept = 3\nslept", ANSWER)
    page.ask(options=" --run auto")
    (child,) = page.generated("code")
    assert page.executed(child["id"]).value == "3"


def test_only_the_asking_client_inserts(scripted: RunningKernel, page: PlayedExtension) -> None:
    client = second_client(scripted)
    try:
        other = PlayedExtension(scripted, client=client)
        page.ask()
        other.until(lambda: bool(other.told("end")))
        assert not other.told("insert")
        assert not other.told("run")
        assert other.told("status")
        assert other.told("answer")[0]["plain"] == "42"
    finally:
        client.stop_channels()


def test_a_client_without_extension_sees_the_answer_under_its_cell(
    scripted: RunningKernel, page: PlayedExtension
) -> None:
    client = second_client(scripted)
    try:
        other = PlayedExtension(scripted, client=client, attach=False)
        executed = other.ask()
        assert "Answer: 42" in executed.shown
        assert "rate 7" in executed.stdout
        page.pump(0.3)
        assert not page.told("insert")
    finally:
        client.stop_channels()


def test_two_pages_of_one_kernel_get_the_answers_to_their_own_questions(
    scripted: RunningKernel, page: PlayedExtension
) -> None:
    client = second_client(scripted)
    try:
        other = PlayedExtension(scripted, client=client)
        mine = page.begin("Mine?")
        page.until(lambda: bool(page.told("begin")))  # two sockets: which request comes first would be chance
        theirs = other.begin("Theirs?")
        page.finish(mine)
        other.finish(theirs)
        assert [told["question"] for told in page.told("begin")] == ["Mine?"]
        assert [told["question"] for told in other.told("begin")] == ["Theirs?"]
        assert len(page.generated()) == len(other.generated()) == 4
    finally:
        client.stop_channels()


def test_a_client_whose_comm_lives_on_a_subshell(scripted: RunningKernel, script: Any) -> None:
    script("Slow words. " * 100, ANSWER, speed=20)
    control = scripted.client.session.msg("create_subshell_request", {})
    scripted.client.control_channel.send(control)
    subshell = scripted.client.get_control_msg(timeout=30)["content"]["subshell_id"]
    page = PlayedExtension(scripted, subshell=subshell)
    request = page.begin()
    page.until(lambda: bool(page.told("write")))
    page.say("settings", settings={"seed": "3"})
    page.until(lambda: bool(page.told("settings")))
    page.say("stop")
    assert page.finish(request).reply["ename"] == "KeyboardInterrupt"
    page.run(page.add("%mathcoder reset"))
    page.close()


def test_another_version_is_answered_under_the_cell_and_said_once(scripted: RunningKernel) -> None:
    newer = PlayedExtension(scripted, protocol=2)
    (hello,) = newer.told("hello")
    assert hello["usable"] is False
    assert "version 2" in hello["reason"]
    executed = newer.ask()
    assert "Answer: 42" in executed.shown
    assert "version 2 of the live-cells protocol, this kernel version 1" in executed.stdout
    assert not newer.told("begin")
    assert "version" not in newer.ask().stdout
    newer.close()


def test_settings_are_changed_and_told_to_all(scripted: RunningKernel, page: PlayedExtension) -> None:
    page.say("settings", request="r1", settings={"run": "never", "seed": "5"})
    page.until(lambda: bool(page.told("settings")))
    assert page.told("settings")[-1]["settings"]["run"] == "never"
    assert "never" in page.run(page.add("%mathcoder status")).stdout
    page.say("settings", request="r2", settings={"run": "sometimes", "seed": "6"})
    page.until(lambda: bool(page.told("trouble")))
    assert page.told("trouble")[0]["request"] == "r2"
    assert page.run(page.add("get_ipython().mathcoder.tutor.settings.seed")).value == "5"
    page.run(page.add("%mathcoder reset"))
    page.until(lambda: page.told("settings")[-1]["settings"]["run"] == "guarded")


def test_the_real_model_answers_in_cells(model_path: Path, tmp_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}, cwd=tmp_path) as kernel:
        page = PlayedExtension(kernel)
        assert page.ask("Solve 2x + 3 = 11").reply["status"] == "ok"
        assert page.told("end")[0]["outcome"] in ("answered", "unanswered")
        assert page.generated("text")
        for cell in page.generated("code"):
            assert cell["execution_count"] is not None
