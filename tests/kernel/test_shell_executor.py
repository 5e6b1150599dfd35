"""The shell executor in a real ipykernel: what the person sees, what the model reads, and how code is stopped."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager, start_new_kernel

pytestmark = [pytest.mark.kernel, pytest.mark.timeout(120)]

SETUP = """
import json as _json
from mathcoder_kernel.execution.protocol import ExecutionRequest as _Request, Limits as _Limits
from mathcoder_kernel.execution.shell import ShellExecutor as _Executor
from mathcoder_kernel.execution.zygote import result_to_json as _to_json
_executor = _Executor(get_ipython())
_live = []
"""


class Notebook:
    """A kernel and a client that behaves like a notebook front end: it keeps what one request shows."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager = manager
        self.client = client
        self.shown: list[dict[str, Any]] = []

    def cell(self, code: str, timeout: float = 60) -> dict[str, Any]:
        """Run a cell of the student's; its outputs are in `shown`."""
        self.shown = []

        def keep(message: dict[str, Any]) -> None:
            if message["msg_type"] in ("stream", "display_data", "execute_result", "error", "update_display_data"):
                self.shown.append({"type": message["msg_type"], **message["content"]})

        reply: dict[str, Any] = self.client.execute_interactive(
            code, output_hook=keep, timeout=timeout, allow_stdin=False
        )["content"]
        return reply

    def printed(self, name: str = "stdout") -> str:
        return "".join(o["text"] for o in self.shown if o["type"] == "stream" and o["name"] == name)

    def run(self, code: str, **limits: Any) -> dict[str, Any]:
        """Run a block as the solver does, awaited in a cell."""
        reply = self.cell(
            f"_result = await _executor.run(_Request({code!r}, limits=_Limits(**{limits!r})), _live.append)"
        )
        assert reply["status"] == "ok", reply
        shown = self.shown
        self.cell("print(_json.dumps(_to_json(_result)))")
        result: dict[str, Any] = json.loads(self.printed())
        self.shown = shown
        return result


@pytest.fixture(scope="module")
def kernel() -> Iterator[Notebook]:
    manager, client = start_new_kernel(kernel_name="python3")
    notebook = Notebook(manager, client)
    assert notebook.cell(SETUP)["status"] == "ok", notebook.shown
    yield notebook
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def notebook(kernel: Notebook) -> Notebook:
    kernel.cell("_live.clear()")
    return kernel


def test_variables_are_shared_both_ways(notebook: Notebook) -> None:
    notebook.cell("students_own = 20")
    assert notebook.run("doubled = students_own * 2\ndoubled + 2")["text"] == "42"
    notebook.cell("print(doubled)")
    assert notebook.printed() == "40\n"


def test_print_and_value_are_shown_and_read_in_order(notebook: Notebook) -> None:
    result = notebook.run("print('first')\n{'second': 2}")
    assert result["text"] == "first\n{'second': 2}"
    assert result["value"] == "{'second': 2}"
    assert [o["type"] for o in notebook.shown] == ["stream", "execute_result"]
    assert notebook.shown[1]["data"]["text/plain"] == "{'second': 2}"


def test_outputs_come_as_they_appear(notebook: Notebook) -> None:
    code = "import sys\nprint('a')\ndisplay('b')\nprint('c', file=sys.stderr)\nprint('d')\n'e'"
    result = notebook.run(code)
    kinds = [(o["output_type"], o.get("name")) for o in result["outputs"]]
    assert kinds == [
        ("stream", "stdout"),
        ("display_data", None),
        ("stream", "stderr"),
        ("stream", "stdout"),
        ("execute_result", None),
    ]
    assert [o["type"] for o in notebook.shown] == [kind for kind, _ in kinds]
    assert result["text"] == "a\n'b'\nd\n'e'"
    notebook.cell("print([o['output_type'] for o in _live])")
    assert notebook.printed().count("display_data") == 1


def test_a_semicolon_hides_the_value_of_the_block_and_only_of_the_block(notebook: Notebook) -> None:
    assert notebook.run("1 + 1;")["text"] == "<empty_execution>"
    notebook.cell("_result = await _executor.run(_Request('1 + 1'));")
    notebook.cell("print(_result.text)")
    assert notebook.printed() == "2\n"


def test_an_error_shows_the_traceback_of_the_code_and_none_of_ours(notebook: Notebook) -> None:
    result = notebook.run("def half(n):\n    return n / 0\nprint('before')\nhalf(3)")
    assert (result["status"], result["error"]) == ("error", "ZeroDivisionError")
    assert result["text"] == "before\nZeroDivisionError: division by zero"
    error = next(o for o in notebook.shown if o["type"] == "error")
    traceback = "\n".join(error["traceback"])
    assert "half(n)" in traceback
    assert "mathcoder" not in traceback
    assert "interactiveshell" not in traceback


def test_a_syntax_error_reads_without_a_file_name(notebook: Notebook) -> None:
    result = notebook.run("x = 1\ny = 1 +")
    assert result["error"] == "SyntaxError"
    assert result["text"] == "SyntaxError: invalid syntax (line 2)"
    assert [o["type"] for o in notebook.shown] == ["error"]


def test_a_figure_is_shown_in_its_block(notebook: Notebook) -> None:
    notebook.cell("%matplotlib inline")
    result = notebook.run("import matplotlib.pyplot as plt\nplt.plot([1, 2, 3]);\nprint('drawn')")
    assert [o["type"] for o in notebook.shown] == ["stream", "display_data"]
    assert "image/png" in notebook.shown[1]["data"]
    assert "image/png" in result["outputs"][1]["data"]
    assert result["text"] == "drawn"


def test_top_level_await_runs_on_the_kernels_loop(notebook: Notebook) -> None:
    result = notebook.run(
        "import asyncio\nloop = asyncio.get_running_loop()\nawait asyncio.sleep(0.01)\nloop.is_running()"
    )
    assert (result["status"], result["text"]) == ("ok", "True")


def test_numpy_scalars_read_as_numbers_and_the_students_settings_stay(notebook: Notebook) -> None:
    result = notebook.run("import numpy as np\nprint([np.float64(0.25)], np.array([1.5]))\nnp.float64(0.5)")
    assert result["text"] == "[0.25] [1.5]\n0.5"
    notebook.cell("np.float64(0.5)")
    assert notebook.shown[0]["data"]["text/plain"] == "np.float64(0.5)"


def test_display_settings_are_the_students_and_the_model_reads_plain_values(notebook: Notebook) -> None:
    notebook.cell("%precision 3")
    assert notebook.run("1/3")["text"] == "0.3333333333333333"
    assert notebook.shown[0]["data"]["text/plain"] == "0.333"
    notebook.cell("import sympy\nsympy.init_printing(use_latex=False, use_unicode=True)")
    assert notebook.run("x = sympy.symbols('x')\n[x**2, x/2]")["text"] == "[x**2, x/2]"
    assert "\n" in notebook.shown[0]["data"]["text/plain"]  # the exponent stands above
    notebook.cell("sympy.init_printing(pretty_print=False)\n%precision")


@pytest.mark.parametrize("code", ["sys.stdout = None\n1", "del sys.stdout\nprint(1)", "sys.stdout.close()\n1"])
def test_a_kernel_without_stdout_gets_its_own_back(notebook: Notebook, code: str) -> None:
    notebook.run(f"import sys\n{code}")
    notebook.cell("print('alive')")
    assert notebook.printed() == "alive\n"


def test_exit_ends_the_block_and_not_the_kernel(notebook: Notebook) -> None:
    for code in ("kept = 5\nexit()\nkept = 6", "quit()", "import sys\nsys.exit(3)", "raise SystemExit"):
        assert notebook.run(code)["error"] == "SystemExit"
    notebook.cell("print(kept)")
    assert notebook.printed() == "5\n"


def test_input_without_a_person_is_an_error_that_says_so(notebook: Notebook) -> None:
    result = notebook.run("input('a number? ')")
    assert (result["status"], result["error"]) == ("error", "StdinNotImplementedError")


@pytest.mark.parametrize(
    "code",
    [
        "while True:\n    pass",
        "import time\ntime.sleep(60)",
        "while True:\n    try:\n        pass\n    except KeyboardInterrupt:\n        pass",
        "import asyncio\nawait asyncio.sleep(60)",
        "import threading\nthreading.Event().wait(60)",
    ],
    ids=["loop", "sleep", "catches", "await", "wait"],
)
def test_the_time_limit_stops_code_and_keeps_variables(notebook: Notebook, code: str) -> None:
    result = notebook.run(f"before = 1\nprint('started')\n{code}", seconds=0.5)
    assert result["status"] == "timeout"
    assert result["text"] == "started\nTimeoutError: the code was stopped after 0.5 seconds"
    assert notebook.shown[-1]["ename"] == result["error"] == "TimeoutError"
    assert "0.5 seconds" in result["message"]
    assert notebook.run("before")["text"] == "1"


@pytest.mark.parametrize("code", ["while True: pass", "import asyncio\nawait asyncio.sleep(60)"], ids=["loop", "await"])
def test_an_interrupt_of_the_person_is_not_a_time_out(notebook: Notebook, code: str) -> None:
    timer = threading.Timer(1.0, notebook.manager.interrupt_kernel)
    timer.start()
    result = notebook.run(f"print('on')\n{code}", seconds=60)
    assert result["status"] == "interrupted"
    assert result["text"] == "on\nKeyboardInterrupt: the code was interrupted"


def test_interrupt_can_be_called_from_any_thread(notebook: Notebook) -> None:
    notebook.cell("import threading as _t; _t.Timer(0.5, _executor.interrupt).start()")
    assert notebook.run("while True: pass", seconds=60)["status"] == "interrupted"
    assert notebook.run("1")["status"] == "ok"


def test_code_that_cannot_be_interrupted_is_reported_and_its_end_is_a_time_out(notebook: Notebook) -> None:
    result = notebook.run("import hashlib\nhashlib.pbkdf2_hmac('sha256', b'a', b'b', 3 * 10**7)\n1", seconds=0.2)
    assert result["status"] == "timeout"
    assert "Still stopping" in notebook.printed("stderr")
    assert notebook.run("1 + 1")["text"] == "2"


def test_fifty_megabytes_do_not_flood_the_notebook(notebook: Notebook) -> None:
    result = notebook.run("for _ in range(50):\n    print('x' * 1_000_000)\nprint('end')", shown_bytes=100_000)
    assert len(notebook.printed()) < 101_000
    assert notebook.printed().rstrip().endswith("more than 100,000 bytes were printed; the rest is not shown]")
    assert "further bytes were left out" in result["message"]
    assert result["text"].endswith("end")
    assert len(result["text"]) < 4_100
    assert result["cut"][2] > 49_000_000


def test_a_thread_of_an_earlier_block_is_not_read_as_output_of_the_next(notebook: Notebook) -> None:
    started = (
        "import threading, time\n"
        "def speak():\n    time.sleep(0.3)\n    print('late')\n"
        "threading.Thread(target=speak).start()"
    )
    notebook.run(started)
    result = notebook.run("import time\ntime.sleep(0.8)\nprint('mine')")
    assert result["text"] == "mine"


def test_a_thread_of_the_block_itself_is_read(notebook: Notebook) -> None:
    result = notebook.run("import threading\nt = threading.Thread(target=lambda: print('inside'))\nt.start(); t.join()")
    assert result["text"] == "inside"


def test_a_widget_is_shown_and_not_read(notebook: Notebook) -> None:
    result = notebook.run("import ipywidgets\nipywidgets.IntSlider()")
    assert result["status"] == "ok"
    assert any("application/vnd.jupyter.widget-view+json" in o.get("data", {}) for o in notebook.shown)


def test_provenance_is_kept_in_the_metadata_of_outputs(notebook: Notebook) -> None:
    notebook.cell("_result = await _executor.run(_Request('display(1)\\n2', provenance={'turn': 't1'}))")
    assert [o["metadata"]["mathcoder"] for o in notebook.shown] == [{"turn": "t1"}, {"turn": "t1"}]


def test_variables_are_described_in_one_line_without_their_huge_values(notebook: Notebook) -> None:
    notebook.cell(
        "import numpy, sympy\nn = 3\nbig = list(range(10**6))\na = numpy.zeros((1000, 1000))\ne = sympy.Symbol('x')**2"
    )
    notebook.cell("print(_json.dumps(await _executor.variables(['n', 'big', 'a', 'e', 'missing'])))")
    assert json.loads(notebook.printed()) == {
        "n": "int 3",
        "big": "list (1000000 items) [0, 1, 2, 3, 4, 5, ...]",
        "a": "ndarray (1000, 1000) float64",
        "e": "Pow x**2",
    }


def test_after_a_block_nothing_of_ours_is_left_in_the_shell(notebook: Notebook) -> None:
    notebook.run("1")
    notebook.cell(
        "import sys, threading\nsh = get_ipython()\n"
        "print(type(sys.stdout).__name__, 'quiet' in vars(sh.displayhook), 'publish' in vars(sh.display_pub), "
        "sh._showtraceback.__module__.split('.')[0], 'ask_exit' in vars(sh), threading.Thread.start.__module__)"
    )
    assert notebook.printed() == "OutStream False False ipykernel False threading\n"


def test_stopping_takes_little_time(notebook: Notebook) -> None:
    started = time.monotonic()
    assert notebook.run("while True: pass", seconds=0.3)["status"] == "timeout"
    assert time.monotonic() - started < 30
