"""The engine's process dies in every phase of a question: a sentence, no variable lost, and the next question works."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.kernel.starting import RunningKernel, gone, started

pytestmark = [pytest.mark.kernel, pytest.mark.skipif(os.name == "nt", reason="POSIX signals")]

# Runs in the kernel: kills the engine's process as soon as a question has reached a phase.
ASSASSIN = """
import os, signal, threading, time
precious = 42
def assassin(phase, number):
    tutor = get_ipython().mathcoder.tutor
    def reached():
        engine, turn = tutor._engine, tutor._turn
        if engine is None or turn is None or engine.pid is None:
            return False
        if phase == "load":
            return not engine.loaded
        begun = turn.stats.first_token_seconds is not None
        return engine.loaded and turn._session is not None and begun == (phase == "decode")
    def work():
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if reached():
                time.sleep(0.1 if phase == "prefill" else 0)
                os.kill(tutor._engine.pid, number)
                return
            time.sleep(0.002)
    threading.Thread(target=work, daemon=True).start()
"""
SHORT = "What is 12% of 50?"
LONG = "some words to read " * 150


@pytest.fixture(scope="module")
def armed(kernel: RunningKernel) -> RunningKernel:
    assert kernel.run(ASSASSIN).reply["status"] == "ok"
    return kernel


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT], ids=lambda s: s.name)
@pytest.mark.parametrize("phase", ["load", "prefill", "decode"])
def test_a_death_in_any_phase_costs_a_sentence(
    armed: RunningKernel, large_model: Path, phase: str, number: signal.Signals
) -> None:
    armed.run("%mathcoder unload")
    armed.run(f"%mathcoder config model {large_model}")
    armed.run(f"assassin({phase!r}, {int(number)})")
    question = SHORT if phase == "decode" else LONG  # random weights write much after the one, nothing after the other
    died = armed.run(f"%%mathcoder --block-tokens 2000\n{question}", timeout=120)
    assert died.reply["status"] == "ok"
    assert "Your variables are safe" in died.shown
    assert "Traceback" not in died.shown
    assert armed.run("precious").value == "42"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT], ids=lambda s: s.name)
def test_an_engine_that_dies_while_idle_is_not_missed(
    armed: RunningKernel, model_path: Path, number: signal.Signals
) -> None:
    armed.run(f"%mathcoder config model {model_path}")
    assert "Answer: 6" in armed.run("%mathcoder What is 12% of 50?").shown
    armed.run(
        "import os, psutil, time\n"
        "pid = get_ipython().mathcoder.tutor._engine.pid\n"
        f"os.kill(pid, {int(number)})\n"
        "while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:\n"
        "    time.sleep(0.01)"
    )
    assert "Answer: 6" in armed.run("%mathcoder What is 12% of 50?").shown


def test_an_engine_that_dies_in_a_vote_costs_a_sentence(armed: RunningKernel, large_model: Path) -> None:
    armed.run("%mathcoder unload")
    armed.run(f"%mathcoder config model {large_model}")
    armed.run(
        "def later():\n"
        "    tutor = get_ipython().mathcoder.tutor\n"
        "    while not any(vote.tokens > 3 for vote in getattr(tutor._turn, 'votes_cast', ())): time.sleep(0.01)\n"
        f"    os.kill(tutor._engine.pid, {int(signal.SIGKILL)})\n"
        "threading.Thread(target=later, daemon=True).start()"
    )
    died = armed.run("%mathcoder vote 4 What is 12% of 50?", timeout=120)
    assert "Your variables are safe" in died.shown
    assert armed.run("precious").value == "42"


def test_a_restart_leaves_no_process_behind(model_path: Path, tmp_path: Path) -> None:
    with started(environment={"MATHCODER_MODEL": str(model_path)}, cwd=tmp_path) as running:
        running.run("%mathcoder vote 3 What is 12% of 50?")
        children = running.process.children(recursive=True)
        assert len(children) >= 2  # the engine and the pool
        running.manager.restart_kernel()
        running.client.wait_for_ready(timeout=60)
        assert gone(children)


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="memory maps are read from /proc")
async def test_ten_engines_share_the_weights(model_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mathcoder_kernel.engine.llama import LlamaEngine

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    engines = [LlamaEngine(model_path, n_threads=1, n_ctx=128) for _ in range(10)]
    try:
        for engine in engines:
            await engine.load()
        mapped = []
        for engine in engines:
            maps = psutil.Process(engine.pid).memory_maps(grouped=True)
            mapped.append([(entry.rss, entry.pss) for entry in maps if entry.path == str(model_path.resolve())])
        assert all(mapped)
        rss = sum(entry[0] for entries in mapped for entry in entries)
        pss = sum(entry[1] for entries in mapped for entry in entries)
        assert pss <= 1.1 * model_path.stat().st_size
        assert pss <= rss / 8
    finally:
        for engine in engines:
            await engine.unload()
