"""%mathcoder commands in our kernel, and the magics in any other IPython shell."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import HANG_SECONDS, IPYKERNEL, ROOT, RunningKernel, gone, started

pytestmark = pytest.mark.kernel

QUESTION = "Solve 2x + 3 = 11"


@pytest.fixture(scope="module")
def plain(model_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKernel]:
    """An ordinary ipykernel with our extension."""
    folder = tmp_path_factory.mktemp("plain")
    with started(IPYKERNEL, environment={"MATHCODER_MODEL": str(model_path)}, cwd=folder) as running:
        assert running.run("%load_ext mathcoder_kernel").reply["status"] == "ok"
        yield running


# -- commands ----------------------------------------------------------------------------------------------------------


def test_help(kernel: RunningKernel) -> None:
    assert "%mathcoder status" in kernel.run("%mathcoder").stdout
    assert "show or change the settings" in kernel.run("%mathcoder help config").stdout


def test_question_mark_help(kernel: RunningKernel) -> None:
    shown = kernel.run("%mathcoder?").reply["payload"][0]["data"]["text/plain"]
    assert "Ask a maths question" in shown


def test_config_shows_changes_and_refuses(kernel: RunningKernel) -> None:
    assert "temperature" in kernel.run("%mathcoder config").stdout
    assert kernel.run("%mathcoder config seed 7").stdout == "seed = 7\n"
    assert kernel.run("%mathcoder config seed").stdout.startswith("seed = 7 ")
    assert "Did you mean 'seed'" in kernel.run("%mathcoder config sede 8").stdout
    assert "a whole number from 0" in kernel.run("%mathcoder config seed much").stdout
    assert "back to their defaults" in kernel.run("%mathcoder reset").stdout
    assert kernel.run("%mathcoder config seed").stdout.startswith("seed = 0 ")


def test_models_lists_the_model_in_use_with_its_dialect(kernel: RunningKernel, model_path: Path) -> None:
    listed = kernel.run("%mathcoder models").stdout
    heads, *rows = listed.splitlines()
    (ours,) = [row for row in rows if row.startswith(f"{model_path.stem} ")]
    assert ours[heads.index("DIALECT") :].split()[0] == "mathcoder"
    assert "%mathcoder load NAME" in listed


def test_a_model_that_writes_plain_text_answers_in_the_notebook(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Add.", "py:a = 20\na + 22", r"So $\boxed{42}$.")
    with started(environment=script_environment(script), cwd=tmp_path) as running:
        for name in ("tora", "mario", "rlhflow-gemma"):
            assert running.run(f"%mathcoder config dialect {name}").stdout == f"dialect = {name}\n"
            assert "42" in running.run("%mathcoder 20 + 22?", console=True).stdout
            assert running.run("print(a)").stdout == "20\n"  # the student's own namespace
            running.run("del a")


def test_context_that_the_model_cannot_use_is_said(kernel: RunningKernel) -> None:
    kernel.run("%mathcoder What is 2 + 3?")
    executed = kernel.run("%mathcoder config context all")
    assert executed.stdout.startswith("context = all\n")
    assert "was not trained to use turns and variables" in executed.stdout
    assert kernel.run("%mathcoder config context none").stdout == "context = none\n"


def test_a_model_that_can_sees_the_variables_that_the_question_names(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "We multiply.", "py:3 * rate", r"\(\boxed{15}\)")
    with started(environment=script_environment(script)) as kernel:
        kernel.run("rate = 5\n%mathcoder config context variables")
        assert "with the variables rate" in kernel.run("%mathcoder What is 3 times rate?", console=True).stdout


def test_load_unload_model_and_status(kernel: RunningKernel, model_path: Path) -> None:
    assert kernel.run(f"%mathcoder load {model_path}").stdout.startswith("Loaded ")
    assert "in memory" in kernel.run("%mathcoder status").stdout
    shown = kernel.run("%mathcoder model").stdout
    assert str(model_path) in shown
    assert "dialect mathcoder\n" in shown
    assert "memory is free" in kernel.run("%mathcoder unload").stdout
    assert "not in memory" in kernel.run("%mathcoder status").stdout
    assert "tokens/s" in kernel.run(f"%mathcoder {QUESTION}", console=True).stdout
    assert "Last answer" in kernel.run("%mathcoder status").stdout


def test_the_number_of_layers_on_a_gpu_reaches_the_engine(kernel: RunningKernel) -> None:
    layers = "tutor = get_ipython().mathcoder.tutor\n(tutor.engine()._n_gpu_layers, tutor.settings.n_gpu_layers)"
    assert kernel.run(layers).value == "(-1, 'auto')"
    kernel.run("%mathcoder config n_gpu_layers 0")
    assert kernel.run(layers).value == "(0, '0')"
    kernel.run("%mathcoder config n_gpu_layers auto")


def test_a_near_miss_is_not_asked(kernel: RunningKernel) -> None:
    assert "Did you mean 'status'" in kernel.run("%mathcoder statsu").stdout


def test_completion(kernel: RunningKernel) -> None:
    line = "%mathcoder con"
    assert "config" in kernel.request("complete", line, len(line))["matches"]
    line = "%%mathcoder --tem"
    assert "--temperature" in kernel.request("complete", line, len(line))["matches"]


def test_the_idle_engine_leaves_memory_and_comes_back(model_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}) as fresh:
        fresh.run("%mathcoder config idle_minutes 0.02")
        fresh.run(f"%mathcoder {QUESTION}")
        deadline = time.monotonic() + HANG_SECONDS
        while "not in memory" not in fresh.run("%mathcoder status").stdout:
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert "tokens/s" in fresh.run(f"%mathcoder {QUESTION}", console=True).stdout


# -- other IPython kernels ---------------------------------------------------------------------------------------------


def test_a_plain_ipykernel_answers_after_load_ext(plain: RunningKernel) -> None:
    for source in (f"%%mathcoder\n{QUESTION}", f"%mathcoder {QUESTION}?"):
        answered = plain.run(source)
        assert answered.reply["status"] == "ok"
        assert any("```python" in data.get("text/markdown", "") for data in answered.displays)
    assert "tokens/s" in plain.run(f"%mathcoder {QUESTION}", console=True).stdout


def test_a_plain_ipykernel_takes_comments_above_a_question_and_says_where_it_belongs(plain: RunningKernel) -> None:
    answered = plain.run(f"# Exercise 3\n\n%%mathcoder\n{QUESTION}")
    assert any("```python" in data.get("text/markdown", "") for data in answered.displays)
    assert "must be the first line of its cell" in plain.run(f"y = 1\n%%mathcoder\n{QUESTION}").stdout


def test_a_plain_ipykernel_has_the_commands(plain: RunningKernel) -> None:
    assert "Model:" in plain.run("%mathcoder status").stdout
    assert "no question yet" in plain.run("%%mathcoder").stdout
    assert "no question yet" in plain.run("%mathcoder ask").stdout


def test_without_autoawait_a_question_is_answered_synchronously(plain: RunningKernel) -> None:
    plain.run("%autoawait off")
    answered = plain.run(f"%mathcoder {QUESTION}", console=True)
    plain.run("%autoawait on")
    assert "without an event loop" in answered.stdout
    assert "tokens/s" in answered.stdout


def test_variables_of_a_plain_ipykernel_are_shared_both_ways(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Doubling.", "py:answer = 2 * number\nanswer", r"So \(\boxed{42}\).")
    with started(IPYKERNEL, environment=script_environment(script)) as running:
        running.run("%load_ext mathcoder_kernel")
        running.run("number = 21")
        answered = running.run("%mathcoder double it", console=True)
        assert "Answer: 42" in answered.stdout
        assert running.run("answer").value == "42"


def test_unload_ext_ends_the_engine(plain: RunningKernel) -> None:
    plain.run(f"%mathcoder {QUESTION}")
    processes = plain.process.children(recursive=True)
    assert processes
    assert plain.run("%unload_ext mathcoder_kernel").reply["status"] == "ok"
    assert gone(processes)
    assert plain.run(f"%mathcoder {QUESTION}").stdout == ""
    assert plain.run("%load_ext mathcoder_kernel").reply["status"] == "ok"
    assert "tokens/s" in plain.run(f"%mathcoder {QUESTION}", console=True).stdout


def test_a_terminal_ipython_answers(model_path: Path, tmp_path: Path) -> None:
    session = f"%load_ext mathcoder_kernel\n%mathcoder config model {model_path}\n%mathcoder {QUESTION}\nexit\n"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "IPython",
            "--simple-prompt",
            "--no-banner",
            "--no-confirm-exit",
            f"--ipython-dir={tmp_path}",
        ],
        input=session,
        text=True,
        capture_output=True,
        timeout=120,
        cwd=ROOT,
        check=False,
    )
    assert "tokens/s" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
