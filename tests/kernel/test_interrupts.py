"""Stopping a question at any moment: the kernel is idle again, variables are intact, the next question works."""

from __future__ import annotations

import random
import time
from pathlib import Path

import psutil
import pytest

from mathcoder_kernel.kernel.extension import STOPPED
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import IPYKERNEL, Executed, RunningKernel, started

pytestmark = pytest.mark.kernel

QUESTION = "Solve 2x + 3 = 11"
LONG_WORDS = "Let us think about this for a long time. " * 200


def _stopped(executed: Executed) -> bool:
    return executed.reply["status"] == "error" and executed.reply["ename"] == "KeyboardInterrupt"


def _interrupt(kernel: RunningKernel, code: str, seconds: float) -> tuple[Executed, float]:
    """Run `code`, interrupt after some seconds; what came of it, and how long the kernel took to be idle."""
    message_id = kernel.send(code, console=True)
    kernel.wait_for(message_id, "execute_input")
    time.sleep(seconds)
    at = time.monotonic()
    kernel.manager.interrupt_kernel()
    return kernel.collect(message_id), time.monotonic() - at


def _interrupt_at(kernel: RunningKernel, code: str, text: str) -> Executed:
    """Run `code` and interrupt when it has written `text`."""
    message_id = kernel.send(code, console=True)
    kernel.wait_for(message_id, "stream", text)
    kernel.manager.interrupt_kernel()
    return kernel.collect(message_id)


def test_interrupts_at_random_moments_of_a_real_answer(kernel: RunningKernel) -> None:
    moments = random.Random(20261122)
    kernel.run("treasure = [1, 2, 3]")
    kernel.run(f"%mathcoder {QUESTION}")
    stops = 0
    for _ in range(25):
        question = f"%%mathcoder --temperature 1 --seed {moments.randrange(1000)}\n{QUESTION}"
        executed, _seconds = _interrupt(kernel, question, moments.uniform(0, 0.15))
        stops += _stopped(executed)
        assert executed.reply["status"] in ("ok", "error")
        assert kernel.run("treasure").value == "[1, 2, 3]"
    assert stops > 0
    assert "tokens/s" in kernel.run(f"%mathcoder {QUESTION}", console=True).stdout


def test_interrupts_at_random_moments_of_slow_words_and_slow_code(tmp_path: Path) -> None:
    script = write_script(
        tmp_path / "slow.json",
        "First some words. " * 3,
        "py:import time\nfor step in range(40):\n    total = sum(range(20_000))\n    time.sleep(0.005)\ntotal",
        "Then more words. " * 3,
        r"So \(\boxed{199990000}\).",
    )
    moments = random.Random(7)
    with started(environment=script_environment(script, tokens_per_second=100)) as slow:
        slow.run("treasure = [1, 2, 3]")
        slow.run("%mathcoder load " + str(script))
        for _ in range(25):
            executed, _seconds = _interrupt(slow, "%mathcoder go on", moments.uniform(0, 0.8))
            assert _stopped(executed), executed.reply
            assert slow.run("treasure").value == "[1, 2, 3]"
        assert "Answer: 199990000" in slow.run("%mathcoder go on", console=True).stdout


def test_stop_during_code_leaves_what_it_computed(tmp_path: Path) -> None:
    script = write_script(
        tmp_path / "s.json", "Running.", "py:found = 17\nprint('!!')\nwhile True:\n    pass", r"\(\boxed{1}\)"
    )
    with started(environment=script_environment(script)) as kernel:
        assert _stopped(_interrupt_at(kernel, "%mathcoder loop", "!!\n"))
        assert kernel.run("found").value == "17"


def test_a_stopped_question_ends_run_all(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    with started(environment=script_environment(script, tokens_per_second=50)) as kernel:
        asked = kernel.send("%mathcoder slowly", console=True)
        following = kernel.send("'ran'")
        kernel.wait_for(asked, "stream")
        kernel.manager.interrupt_kernel()
        assert _stopped(kernel.collect(asked))
        while (reply := kernel.client.get_shell_msg(timeout=30))["parent_header"]["msg_id"] != following:
            pass
        assert reply["content"]["status"] == "aborted"
        kernel.drain()
        assert kernel.run("'next'").value == "'next'"


def test_the_interrupt_message_stops_too(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    with started(environment=script_environment(script, tokens_per_second=50)) as kernel:
        asked = kernel.send("%mathcoder slowly", console=True)
        kernel.wait_for(asked, "stream")
        kernel.client.control_channel.send(kernel.client.session.msg("interrupt_request", {}))
        assert _stopped(kernel.collect(asked))
        assert kernel.run("'next'").value == "'next'"


def test_a_stop_shows_one_line_and_no_traceback(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    with started(environment=script_environment(script, tokens_per_second=50)) as kernel:
        executed = _interrupt_at(kernel, "%mathcoder slowly", "Let")
        assert len(executed.errors) == 1
        assert len(executed.errors[0]["traceback"]) == 1
        assert "Let" in executed.stdout


def test_a_question_in_a_plain_ipykernel_can_be_stopped(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    with started(IPYKERNEL, environment=script_environment(script, tokens_per_second=50)) as kernel:
        kernel.run("%load_ext mathcoder_kernel")
        executed = _interrupt_at(kernel, "%mathcoder slowly", "Let")
        assert executed.reply["status"] == "error"
        assert "Stopped" in "".join(executed.errors[0]["traceback"])
        assert kernel.run("'next'").value == "'next'"


@pytest.mark.parametrize("asking", ["if True:\n    %mathcoder slowly", "def f():\n    %mathcoder slowly\nf()"])
def test_two_quick_interrupts_stop_a_question_inside_other_code_in_one_line(tmp_path: Path, asking: str) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    with started(environment=script_environment(script, tokens_per_second=50)) as kernel:
        message_id = kernel.send(asking, console=True)
        kernel.wait_for(message_id, "stream", "Let")
        kernel.manager.interrupt_kernel()
        kernel.manager.interrupt_kernel()
        executed = kernel.collect(message_id)
        assert [error["traceback"] for error in executed.errors] == [[STOPPED]]
        assert kernel.run("'next'").value == "'next'"


def test_loading_a_model_inside_other_code_can_be_stopped(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "any words")
    with started(environment=script_environment(script)) as kernel:
        kernel.run(
            "import asyncio\ntutor = get_ipython().mathcoder.tutor\n"
            "async def load():\n    print('loading')\n    await asyncio.sleep(60)\ntutor.load = load"
        )
        executed = _interrupt_at(kernel, "if True:\n    %mathcoder load x.gguf", "loading")
        assert [error["traceback"] for error in executed.errors] == [[STOPPED]]


def test_an_interrupt_between_questions_does_nothing(kernel: RunningKernel) -> None:
    kernel.manager.interrupt_kernel()
    time.sleep(0.1)
    assert kernel.run("'alive'").value == "'alive'"


def test_ordinary_cells_are_interrupted_as_in_ipykernel(kernel: RunningKernel) -> None:
    executed, _ = _interrupt(kernel, "import time\ntime.sleep(60)", 0.3)
    assert executed.reply["ename"] == "KeyboardInterrupt"


# -- what a model of ours does not write -------------------------------------------------------------------------------


def test_code_that_never_ends_is_stopped_at_its_limit_and_the_model_reads_on(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Looping.", "py:while True:\n    pass", r"Then \(\boxed{5}\).")
    with started(environment=script_environment(script)) as kernel:
        kernel.run("%mathcoder config seconds 1")
        executed = kernel.run("%mathcoder loop", console=True)
        assert executed.reply["status"] == "ok"
        assert "stopped after 1 second" in executed.errors[0]["evalue"]
        assert "Answer: 5" in executed.stdout


def test_code_that_prints_50_megabytes_is_cut_and_said(tmp_path: Path) -> None:
    script = write_script(
        tmp_path / "s.json", "Printing.", "py:for _ in range(50):\n    print('x' * 1_000_000)", r"Then \(\boxed{5}\)."
    )
    with started(environment=script_environment(script)) as kernel:
        executed = kernel.run("%mathcoder print", console=True)
        assert "Answer: 5" in executed.stdout
        assert len(executed.stdout) < 2_000_000
        assert "bytes were left out" in executed.stdout


def test_code_that_raises_shows_its_error_and_the_model_goes_on(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Trying.", "py:1 / 0", r"Then \(\boxed{5}\).")
    with started(environment=script_environment(script)) as kernel:
        executed = kernel.run("%mathcoder try", console=True)
        assert executed.reply["status"] == "ok"
        assert executed.errors[0]["ename"] == "ZeroDivisionError"
        assert "Answer: 5" in executed.stdout


def test_a_value_that_cannot_be_shown_does_not_fail_the_cell_that_asks(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Huge.", "py:10**5000", r"So \(\boxed{10^{5000}}\).")
    with started(environment=script_environment(script)) as kernel:
        executed = kernel.run("if True:\n    %mathcoder what is 10^5000?", console=True)
        assert [error["ename"] for error in executed.errors] == ["ValueError"]
        assert executed.reply["status"] == "ok"


def test_code_that_does_more_than_maths_is_shown_with_the_reason_and_not_run(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    script = write_script(
        tmp_path / "s.json", "Writing.", f"py:open({str(victim)!r}, 'w').write('x')", r"Then \(\boxed{5}\)."
    )
    with started(environment=script_environment(script)) as kernel:
        executed = kernel.run("%%mathcoder\nwrite", cell_id="a")
        assert not victim.exists()
        assert "not run" in executed.shown
        assert "%mathcoder config run auto" in executed.shown
        assert executed.reply["status"] == "ok"
        kernel.run("%mathcoder config run auto")
        kernel.run("%%mathcoder\nwrite", cell_id="a")
        assert victim.exists()


def test_an_engine_killed_in_the_middle_of_an_answer_costs_a_sentence(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", LONG_WORDS)
    short = write_script(tmp_path / "short.json", "Adding.", "py:1 + 1", r"\(\boxed{2}\)")
    with started(environment=script_environment(script, tokens_per_second=50)) as kernel:
        kernel.run("treasure = [1, 2, 3]")
        asked = kernel.send("%mathcoder slowly", console=True)
        kernel.wait_for(asked, "stream")
        for child in psutil.Process(kernel.process.pid).children():
            child.kill()
        executed = kernel.collect(asked)
        assert "stopped by the system" in executed.stdout
        assert not executed.errors
        assert kernel.run("treasure").value == "[1, 2, 3]"
        kernel.run(f"import os; os.environ['MATHCODER_SCRIPT'] = {str(short)!r}")
        assert "Answer: 2" in kernel.run("%mathcoder add", console=True).stdout


def test_answers_are_checked_independently(tmp_path: Path) -> None:
    right = write_script(tmp_path / "right.json", "Adding.", "py:19 + 23", r"So \(\boxed{42}\).")
    wrong = write_script(tmp_path / "wrong.json", "Adding.", "py:19 + 23", r"So \(\boxed{41}\).")
    with started(environment=script_environment(right)) as kernel:
        question = "%mathcoder What is 19 + 23?"
        assert "Answer: 42   (checked by " in kernel.run(question, console=True).stdout
        kernel.run(f"import os; os.environ['MATHCODER_SCRIPT'] = {str(wrong)!r}")
        assert "Answer: 41   (check failed: " in kernel.run(question, console=True).stdout
        kernel.run("%mathcoder config check off")
        assert "Answer: 41   (not checked)" in kernel.run(question, console=True).stdout


def test_one_question_at_a_time(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Asking.", "py:%mathcoder and what is 1 + 1?", r"\(\boxed{2}\)")
    with started(environment=script_environment(script)) as kernel:
        kernel.run("%mathcoder config run auto")
        executed = kernel.run("%mathcoder ask yourself", console=True)
        assert "One question at a time" in executed.stdout
        assert "Answer: 2" in executed.stdout


def test_input_in_generated_code_asks_the_student(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Asking.", "py:name = input('Your number? ')\nname", r"\(\boxed{2}\)")
    with started(environment=script_environment(script)) as kernel:
        kernel.run("%mathcoder config run auto")
        asked = kernel.send("%mathcoder ask me", console=True)
        assert kernel.client.get_stdin_msg(timeout=60)["content"]["prompt"] == "Your number? "
        kernel.client.input("7")
        assert kernel.collect(asked).reply["status"] == "ok"
        assert kernel.run("name").value == "'7'"
