"""The shell executor in a terminal IPython, where values are printed to the same stream as everything else."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

pytestmark = [pytest.mark.kernel, pytest.mark.timeout(120)]

PROGRAM = """
import asyncio, json, sys
from IPython.terminal.interactiveshell import TerminalInteractiveShell
from mathcoder_kernel.execution.protocol import ExecutionRequest, Limits
from mathcoder_kernel.execution.shell import ShellExecutor
from mathcoder_kernel.execution.zygote import result_to_json

async def main():
    executor = ShellExecutor(TerminalInteractiveShell.instance())
    results = []
    for code in json.loads(sys.argv[1]):
        result = await executor.run(ExecutionRequest(code, limits=Limits(seconds=1)))
        results.append(result_to_json(result))
    return results

print("RESULTS " + json.dumps(asyncio.run(main())))
"""


def run(*blocks: str) -> tuple[str, list[dict[str, Any]]]:
    """What the terminal showed, and the results."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(blocks)], capture_output=True, text=True, timeout=100, check=True
    )
    shown, _, results = done.stdout.partition("RESULTS ")
    return shown, json.loads(results)


def test_values_and_prints_are_shown_and_read_once() -> None:
    shown, results = run(
        "x = 20\nprint('hello')\nx * 2", "display(x)", "1 / 0", "while True: pass", "x", "exit()", "x + 1"
    )
    assert [result["text"] for result in results] == [
        "hello\n40",
        "20",
        "ZeroDivisionError: division by zero",
        "TimeoutError: the code was stopped after 1 second",
        "20",
        "SystemExit",
        "21",
    ]
    assert shown.count("hello") == 1
    assert "40" in shown
    assert "ZeroDivisionError" in shown
    assert [output["output_type"] for output in results[0]["outputs"]] == ["stream", "execute_result"]
