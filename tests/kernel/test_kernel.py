"""The kernel with the real model: questions, a namespace shared with the student, and everything else as Python."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import jupyter_kernel_test
import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

from mathcoder_kernel.kernel import kernelspecs
from tests.kernel.starting import HANG_SECONDS, ROOT, RunningKernel, gone, started

pytestmark = pytest.mark.kernel

QUESTION = "Solve 2x + 3 = 11"


# -- starting ----------------------------------------------------------------------------------------------------------


def test_the_kernel_starts_without_the_heavy_packages(kernel: RunningKernel) -> None:
    heavy = "[name for name in ('llama_cpp', 'numpy', 'sympy', 'torch', 'nbclient', 'tqdm') if name in sys.modules]"
    with started() as fresh:
        assert fresh.run(f"import sys; {heavy}").value == "[]"


def test_kernel_info_names_the_kernel(kernel: RunningKernel) -> None:
    info = kernel.request("kernel_info")
    assert info["implementation"] == "mathcoder"
    assert info["language_info"]["name"] == "python"
    assert "%mathcoder" in info["banner"]


def test_a_students_module_does_not_shadow_the_library(tmp_path: Path) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('shadowed')")
    (tmp_path / "mine.py").write_text("number = 5")
    with started(cwd=tmp_path) as fresh:
        assert fresh.run("import mine; mine.number").value == "5"


# -- questions ---------------------------------------------------------------------------------------------------------


def test_a_question_is_answered_with_words_code_outputs_and_a_summary(kernel: RunningKernel) -> None:
    answered = kernel.run(f"%%mathcoder\n{QUESTION}", cell_id="a")
    assert answered.reply["status"] == "ok"
    kinds = [data["text/markdown"] for data in answered.displays if "text/markdown" in data]
    assert any("```python" in shown for shown in kinds)
    assert "tokens/s" in kinds[-1]
    assert all(data.get("text/plain") for data in answered.displays)


def test_code_is_shown_before_its_outputs(kernel: RunningKernel) -> None:
    answered = kernel.run(f"%%mathcoder --seed 1\n{QUESTION}", cell_id="a")
    kinds = [_kind(message) for message in answered.messages]
    assert "code" in kinds
    assert "output" in kinds
    assert kinds.index("code") < kinds.index("output")


def _kind(message: dict[str, Any]) -> str:
    if message["msg_type"] in ("stream", "execute_result", "error"):
        return "output"
    if message["msg_type"] == "display_data":
        return "code" if "```python" in message["content"]["data"].get("text/markdown", "") else "words"
    return ""


def test_words_come_in_as_they_are_decoded(kernel: RunningKernel) -> None:
    answered = kernel.run(f"%mathcoder {QUESTION}", console=True)
    assert len(answered.of_type("stream")) > 3


def test_the_console_gets_plain_text_only(kernel: RunningKernel) -> None:
    answered = kernel.run(f"%mathcoder {QUESTION}", console=True)
    assert not [d for d in answered.of_type("display_data") if "text/markdown" in d["data"]]
    assert "tokens/s" in answered.stdout


def test_the_view_setting_overrides_the_frontend(kernel: RunningKernel) -> None:
    answered = kernel.run(f"%%mathcoder --view plain\n{QUESTION}", cell_id="a")
    assert "tokens/s" in answered.stdout
    assert not [d for d in answered.of_type("display_data") if "text/markdown" in d["data"]]


def test_questions_count_as_cells(kernel: RunningKernel) -> None:
    before = kernel.run("'a cell'").reply["execution_count"]
    answered = kernel.run(f"%mathcoder {QUESTION}")
    assert answered.of_type("execute_input")[0]["execution_count"] == before + 1
    assert answered.reply["execution_count"] == before + 1
    after = kernel.run(f"In[{before + 1}]")
    assert QUESTION in after.value
    assert after.reply["execution_count"] == before + 2


def test_the_same_seed_gives_the_same_answer(kernel: RunningKernel) -> None:
    ask = f"%%mathcoder --temperature 0.9 --seed 5 --view plain --run never\n{QUESTION}"
    first, second = (kernel.run(ask).stdout.rsplit("\n", 2)[0] for _ in range(2))
    assert first == second


# -- one namespace -----------------------------------------------------------------------------------------------------


def test_a_question_among_other_lines_is_answered_in_its_place(kernel: RunningKernel) -> None:
    executed = kernel.run(f"print('before')\n%mathcoder {QUESTION}?\nprint('after')", console=True)
    assert executed.reply["status"] == "ok"
    before, after = executed.stdout.index("before"), executed.stdout.rindex("after")
    assert before < executed.stdout.index("tokens/s") < after


def test_a_question_inside_a_function_is_answered_synchronously_and_says_what_is_lost(kernel: RunningKernel) -> None:
    executed = kernel.run(f"def f():\n    %mathcoder {QUESTION}\nf()", console=True)
    assert executed.reply["status"] == "ok"
    assert "without an event loop" in executed.stdout
    assert "tokens/s" in executed.stdout


@pytest.mark.parametrize(
    "asking",
    [
        "%time %mathcoder {}",
        "%%time\n%mathcoder {}",
        "%%time\n%%mathcoder\n{}",
        "get_ipython().run_cell('%mathcoder {}')",
    ],
)
def test_a_question_in_code_that_a_cell_runs_itself_is_answered(kernel: RunningKernel, asking: str) -> None:
    executed = kernel.run(asking.format(QUESTION), console=True)
    assert not executed.errors
    assert "tokens/s" in executed.stdout


def test_a_call_of_the_magic_with_a_computed_question_is_left_as_it_is(kernel: RunningKernel) -> None:
    executed = kernel.run(
        "n = 3\nget_ipython().run_line_magic('mathcoder', f'help {\"status\"}' if n else '')", console=True
    )
    assert not executed.errors
    assert "what is loaded" in executed.stdout


def test_an_answer_can_be_captured(kernel: RunningKernel) -> None:
    kernel.run(f"%%capture captured\n%mathcoder {QUESTION}", console=True)
    assert "tokens/s" in kernel.run("print(captured.stdout)").stdout
    assert kernel.run("[output.data['text/plain'] for output in captured.outputs]").value == "['4']"


def test_unusual_line_separators_before_a_question_move_nothing(kernel: RunningKernel) -> None:
    executed = kernel.run(f"s = 'a\u2028b\x0cc\x85d'\nif s:\n    %mathcoder {QUESTION}\nprint(len(s))", console=True)
    assert not executed.errors
    assert executed.stdout.endswith("7\n")


def test_ordinary_cells_are_ipykernels(kernel: RunningKernel) -> None:
    assert kernel.run("1 + 1").value == "2"
    assert kernel.run("import asyncio\nawait asyncio.sleep(0)\n'awaited'").value == "'awaited'"
    assert kernel.run("print('%mathcoder status')").stdout == "%mathcoder status\n"
    failed = kernel.run("1 / 0")
    assert failed.reply["status"] == "error"
    assert failed.reply["ename"] == "ZeroDivisionError"


# -- the end -----------------------------------------------------------------------------------------------------------


def test_the_specification_is_true_when_it_says_that_the_kernel_speaks_encrypted() -> None:
    manager = KernelManager(transport_encryption="required")
    manager._kernel_spec = KernelSpec(**kernelspecs.kernel_json())
    manager.start_kernel(env={**os.environ, "PYTHONPATH": str(ROOT)})
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=HANG_SECONDS)
        assert client.execute_interactive("%mathcoder help", timeout=HANG_SECONDS)["content"]["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def test_shutdown_leaves_no_process_behind(model_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}) as fresh:
        fresh.run(f"%mathcoder {QUESTION}")
        processes = fresh.process.children(recursive=True)
        assert processes
    assert gone(processes)


def test_a_killed_kernel_leaves_no_process_behind(model_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}) as fresh:
        fresh.run(f"%mathcoder {QUESTION}")
        processes = fresh.process.children(recursive=True)
        assert processes
        fresh.process.kill()
        assert gone(processes)


# -- trouble -----------------------------------------------------------------------------------------------------------


def test_an_empty_question_is_one_sentence(kernel: RunningKernel) -> None:
    for source in ("%%mathcoder", "%%mathcoder\n  \n", "%mathcoder ask"):
        executed = kernel.run(source)
        assert executed.stdout.count("\n") == 1
        assert "no question yet" in executed.stdout
        assert executed.reply["status"] == "ok"


def test_a_question_longer_than_the_context_is_refused_in_a_sentence(kernel: RunningKernel) -> None:
    executed = kernel.run("%%mathcoder\n" + "and then add 12345 " * 4000, console=True)
    assert "too long for this model" in executed.stdout
    assert not executed.errors
    assert kernel.run(f"%mathcoder {QUESTION}", console=True).reply["status"] == "ok"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.gguf", None, "no model file"),
        ("text.gguf", b"this is no model" * 100, "not a GGUF"),
        ("page.gguf", b"<!DOCTYPE html><html></html>", "web page"),
        ("empty.gguf", b"", "empty"),
    ],
)
def test_a_wrong_model_file_is_a_sentence_and_the_next_question_works(
    kernel: RunningKernel, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    executed = kernel.run(f"%%mathcoder --model {path}\n{QUESTION}", console=True)
    assert said in executed.stdout
    assert "Traceback" not in executed.stdout
    assert not executed.errors
    assert "tokens/s" in kernel.run(f"%mathcoder {QUESTION}", console=True).stdout


def test_a_truncated_model_is_a_sentence_and_the_model_before_stays(
    kernel: RunningKernel, model_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "half.gguf"
    path.write_bytes(model_path.read_bytes()[: model_path.stat().st_size // 2])
    executed = kernel.run(f"%mathcoder load {path}")
    assert "incomplete" in executed.stdout
    assert "model before stays" in executed.stdout
    assert "tokens/s" in kernel.run(f"%mathcoder {QUESTION}", console=True).stdout


def test_an_engine_that_is_killed_costs_a_sentence_and_no_variable(model_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}) as fresh:
        fresh.run("treasure = [1, 2, 3]")
        fresh.run(f"%mathcoder {QUESTION}")
        for engine in fresh.process.children():
            engine.kill()
        again = fresh.run(f"%mathcoder {QUESTION}", console=True)
        assert not again.errors
        if "tokens/s" not in again.stdout:
            assert "engine" in again.stdout.lower()
        assert "tokens/s" in fresh.run(f"%mathcoder {QUESTION}", console=True).stdout
        assert fresh.run("treasure").value == "[1, 2, 3]"


# -- the message specification -----------------------------------------------------------------------------------------


class TestMessages(jupyter_kernel_test.KernelTests):
    """jupyter_kernel_test's suite, against the kernel as `mathcoder install` makes it known."""

    kernel_name = "mathcoder"
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('oops', file=sys.stderr)"
    code_execute_result: ClassVar = [
        {"code": "1+2+3", "result": "6"},
        {"code": "[n*n for n in range(1, 4)]", "result": "[1, 4, 9]"},
    ]
    code_display_data: ClassVar = [
        {"code": "from IPython.display import HTML, display; display(HTML('x'))", "mime": "text/html"}
    ]
    code_generate_error = "raise ValueError('x')"
    code_inspect_sample = "print"
    code_clear_output = "from IPython.display import clear_output; clear_output()"
    completion_samples: ClassVar = [
        {"text": "zi", "matches": {"zip"}},
        {"text": "%mathcoder sta", "matches": {"status"}},
        {"text": "%mathcoder config te", "matches": {"temperature"}},
    ]
    complete_code_samples: ClassVar = ["1", "print('hello')", "%mathcoder status"]
    incomplete_code_samples: ClassVar = ["for i in range(3):", "'''"]
    invalid_code_samples: ClassVar = ["import = 7q"]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "search")

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def _installed(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
        prefix = tmp_path_factory.mktemp("prefix")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("JUPYTER_PATH", str(prefix / "share" / "jupyter"))
            patch.setenv("PYTHONPATH", str(ROOT))
            patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
            kernelspecs.install(prefix=str(prefix))
            yield

    @classmethod
    def setUpClass(cls) -> None:
        """Started in `_kernel`, when the specification is installed."""

    @classmethod
    def tearDownClass(cls) -> None:
        """Stopped in `_kernel`."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def _kernel(cls, _installed: None) -> Iterator[None]:
        super().setUpClass()
        yield
        super().tearDownClass()
