"""`jupyter console`: words stream as text, answers read well without any markup."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mathcoder_kernel.kernel import kernelspecs
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import ROOT

pytestmark = pytest.mark.kernel

pytest.importorskip("jupyter_console", reason="jupyter_console is not installed")

# a console that does not end says where it waits, and ends
_CONSOLE = """
import faulthandler, sys
faulthandler.dump_traceback_later(120, exit=True)
from jupyter_console.app import main
sys.exit(main())
"""


# its iopub socket connects late, as a retry of TCP can make it
_LATE = """
import zmq
from jupyter_client.connect import ConnectionFileMixin
connected = ConnectionFileMixin._create_connected_socket
def late(self, channel, identity=None):
    if channel != "iopub":
        return connected(self, channel, identity)
    socket = self.context.socket(zmq.SUB)
    socket.setsockopt(zmq.RECONNECT_IVL, 500)
    socket.connect(self._make_url(channel))
    return socket
ConnectionFileMixin._create_connected_socket = late
"""


def _console(lines: str, tmp_path: Path, *, before: str = "", **environment: str) -> str:
    kernelspecs.install(prefix=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", before + _CONSOLE, "--simple-prompt", "--kernel", "mathcoder"],
        input=lines,
        text=True,
        capture_output=True,
        timeout=180,
        cwd=tmp_path,
        env={
            **os.environ,
            "JUPYTER_PATH": str(tmp_path / "share" / "jupyter"),
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def test_a_question_on_one_line_is_answered_in_plain_text(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Adding.", "py:total = 19 + 23\ntotal", r"So \(\boxed{42}\).")
    shown = _console("%mathcoder What is 19 + 23?\ntotal\nexit\n", tmp_path, **script_environment(script))
    assert "    total = 19 + 23" in shown
    assert "Answer: 42" in shown
    assert "\x1b[" not in shown.partition("Adding.")[2].partition("Answer:")[0].replace("\x1b[0m", "")
    assert "<" not in shown.partition("Adding.")[2].partition("Answer:")[0]
    assert shown.count("42") >= 2


def test_a_cell_magic_on_one_line_works_and_without_a_question_explains(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Adding.", "py:19 + 23", r"So \(\boxed{42}\).")
    shown = _console("%%mathcoder\n%%mathcoder What is 19 + 23?\nexit\n", tmp_path, **script_environment(script))
    assert "no question yet" in shown
    assert "Answer: 42" in shown


def test_a_console_that_listens_late_misses_nothing(tmp_path: Path) -> None:
    assert "no question yet" in _console("%%mathcoder\nexit\n", tmp_path, before=_LATE)


def test_the_real_model_answers_in_the_console(tmp_path: Path, model_path: Path) -> None:
    shown = _console("%mathcoder Solve 2x + 3 = 11\nexit\n", tmp_path, MATHCODER_MODEL=str(model_path))
    assert "tokens/s" in shown
    assert "Traceback" not in shown
