"""An engine used from a notebook: its process is the engine's own affair, the kernel's variables are the student's."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.kernel.starting import IPYKERNEL, RunningKernel, started

pytestmark = [pytest.mark.kernel, pytest.mark.skipif(os.name == "nt", reason="POSIX signals")]

SETUP = """
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import EngineDied, Sampling, Tokens
from mathcoder_kernel.lce.dialect import Borders, MathCoderDialect
import os, signal
engine = LlamaEngine({path!r}, n_threads=1)
everything = Borders(frozenset(), frozenset(), None)

async def words(question, borders=MathCoderDialect.borders, kill=None, max_tokens=60):
    session = await engine.open()
    found = []
    async for event in session.generate(
        MathCoderDialect().prompt(question), borders, max_tokens=max_tokens, sampling=Sampling()
    ):
        if isinstance(event, Tokens):
            found += [str(piece) for piece in event.pieces]
            if kill:
                os.kill(engine.pid, kill)
    return "".join(found)
"""


@pytest.fixture
def kernel(model_path: Path, tmp_path: Path) -> Iterator[RunningKernel]:
    with started(IPYKERNEL, cwd=tmp_path) as running:
        assert running.run(SETUP.format(path=str(model_path.absolute()))).reply["status"] == "ok"
        yield running


def test_a_killed_engine_costs_a_sentence_and_no_variables(kernel: RunningKernel) -> None:
    kernel.run("precious = 42")
    dying = """
    try:
        await words("What is 2 + 3?", everything, signal.SIGKILL, 400)
    except EngineDied as error:
        print(error)
    """
    assert "lack of memory" in kernel.run(dying.replace("\n    ", "\n")).stdout
    assert kernel.run("precious").value == "42"
    assert "endofblock" in kernel.run("await words('What is 2 + 3?')").value


def test_an_interrupted_kernel_keeps_its_engine(kernel: RunningKernel) -> None:
    pid = int(kernel.run("await engine.load(); engine.pid").value)
    sleeping = kernel.send("import time; time.sleep(30)")
    time.sleep(0.5)
    kernel.manager.interrupt_kernel()
    kernel.collect(sleeping)
    assert int(kernel.run("engine.pid").value) == pid
    assert "endofblock" in kernel.run("await words('What is 2 + 3?')").value


def test_no_engine_outlives_a_killed_kernel(kernel: RunningKernel) -> None:
    pid = int(kernel.run("await engine.load(); engine.pid").value)
    kernel.process.send_signal(signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=30)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
