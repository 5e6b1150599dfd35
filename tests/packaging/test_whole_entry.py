"""The README's first command from nothing: environment, real dependencies, a question; and again at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

pytestmark = [pytest.mark.network, pytest.mark.slow, pytest.mark.kernel]


def compiled_wheel_kept() -> bool:
    """True if bootstrap.py would not have to compile llama.cpp (minutes): its doctor names a wheel."""
    done = subprocess.run(
        [sys.executable, "bootstrap.py", "doctor"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    return "no kept wheel" not in done.stdout


def test_ask_makes_an_environment_answers_in_a_notebook_and_is_quick_again(tmp_path: Path) -> None:
    if not compiled_wheel_kept():
        pytest.skip("llama-cpp-python was not compiled by bootstrap.py on this machine, and compiling takes minutes")
    drop = ("PYTHONPATH", "VIRTUAL_ENV", "MATHCODER_MODEL")
    env = {name: value for name, value in os.environ.items() if name not in drop}
    notebook = tmp_path / "answer.ipynb"

    def ask() -> str:
        words = ("ask", "--venv", str(tmp_path / "env"), "--notebook", str(notebook), "What is 15 % of 240?")
        done = subprocess.run(
            [sys.executable, str(ROOT / "bootstrap.py"), *words], capture_output=True, text=True, env=env, timeout=900
        )
        assert "Traceback" not in done.stdout + done.stderr
        assert notebook.exists(), done.stdout + done.stderr
        return done.stdout

    first = ask()
    assert "Making an environment" in first
    assert "Installing MathCoder" in first
    (cell,) = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert "What is 15 % of 240?" in "".join(cell["source"])
    assert cell["outputs"]
    assert not [output for output in cell["outputs"] if output["output_type"] == "error"]

    again = ask()
    assert "Installing" not in again
    assert "Making" not in again
