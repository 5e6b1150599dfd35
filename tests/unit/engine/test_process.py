"""The engine's process: how it dies, what a person is told, and that nothing is left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

from mathcoder_kernel.engine import process
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import EngineDied
from tests.conftest import ROOT
from tests.unit.engine.conftest import FREE, GREEDY, prompt, run

QUESTION = "Solve 2x + 3 = 11 for x."
SENTENCES = {"SIGKILL": "lack of memory", "SIGSEGV": "crashed", "SIGABRT": "cannot handle"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals")


@pytest.mark.parametrize("name", SENTENCES)
async def test_death_while_loading(model_path: Path, name: str) -> None:
    engine = LlamaEngine(model_path, n_threads=1)
    loading = asyncio.create_task(engine.load())
    while engine.pid is None:
        await asyncio.sleep(0.001)
    os.kill(engine.pid, getattr(signal, name))
    with pytest.raises(EngineDied, match=SENTENCES[name]):
        await loading
    assert not engine.loaded
    assert (await engine.load()).dialect == "mathcoder"
    await engine.unload()


@pytest.mark.parametrize("name", SENTENCES)
async def test_death_in_prefill(large_model: Path, name: str) -> None:
    engine = LlamaEngine(large_model, n_threads=1)
    session = await engine.open()
    running = asyncio.create_task(run(session, ["some words to read " * 200], FREE))
    await asyncio.sleep(0.2)
    assert engine.pid
    os.kill(engine.pid, getattr(signal, name))
    with pytest.raises(EngineDied, match=SENTENCES[name]):
        await running
    fresh = await engine.open()
    assert (await run(fresh, prompt("hi"), FREE, max_tokens=2))[1].generated == 2
    await engine.unload()


@pytest.mark.parametrize("name", SENTENCES)
async def test_death_in_decode(engine: LlamaEngine, name: str) -> None:
    session = await engine.open()
    generation = session.generate(prompt(QUESTION), FREE, max_tokens=480, sampling=GREEDY)
    await anext(generation)
    assert engine.pid
    os.kill(engine.pid, getattr(signal, name))
    with pytest.raises(EngineDied, match=SENTENCES[name]):
        await _exhaust(generation)
    known = session.ids
    assert known
    _, ended = await run(session, [], FREE, max_tokens=2)  # the session goes on from its ids
    assert ended.generated == 2
    assert session.ids[: len(known)] == known


async def test_death_while_idle_costs_nothing(engine: LlamaEngine) -> None:
    session = await engine.open()
    first, _ = await run(session, prompt(QUESTION))
    ids = session.ids
    assert engine.pid
    os.kill(engine.pid, signal.SIGKILL)
    while engine.loaded:
        await asyncio.sleep(0.01)
    await session.rewind(len(ids) - 1)
    await run(session, [])
    assert engine.loads == 2
    fresh = await engine.open()
    assert (await run(fresh, prompt(QUESTION)))[0] == first


async def test_an_engine_that_dies_keeps_its_log(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1)
    await engine.load()
    assert engine.pid
    os.kill(engine.pid, signal.SIGKILL)
    while engine.loaded:
        await asyncio.sleep(0.01)
    await engine.load()
    assert isinstance(engine.last_error_log, str)
    await engine.unload()


async def test_idle_engines_unload_and_come_back(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, idle_seconds=0.2)
    session = await engine.open()
    await run(session, prompt(QUESTION))
    deadline = time.monotonic() + 30
    while engine.loaded and time.monotonic() < deadline:
        await asyncio.sleep(0.02)
    assert not engine.loaded
    assert engine.pid is None
    expected = LlamaEngine(model_path, n_threads=1)
    other = await expected.open(session.ids)
    assert (await run(session, []))[0] == (await run(other, []))[0]
    assert engine.loads == 2
    await engine.unload()
    await expected.unload()


async def test_an_engine_in_use_is_not_idle(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, idle_seconds=0.05)
    session = await engine.open()
    generation = session.generate(prompt(QUESTION), FREE, max_tokens=400, sampling=GREEDY)
    await anext(generation)
    await asyncio.sleep(0.5)
    await _exhaust(generation)
    assert engine.loads == 1
    await engine.unload()


async def test_an_interrupt_of_the_group_does_not_end_it(engine: LlamaEngine) -> None:
    await engine.load()
    assert engine.pid
    os.kill(engine.pid, signal.SIGINT)
    session = await engine.open()
    assert (await run(session, prompt(QUESTION)))[1].reason == "stop"
    assert engine.loads == 1


@pytest.mark.parametrize("ending", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(3)", "sys.exit(0)"])
def test_no_process_outlives_its_parent(model_path: Path, ending: str) -> None:
    program = textwrap.dedent(
        f"""
        import asyncio, os, signal, sys
        from mathcoder_kernel.engine.llama import LlamaEngine
        engine = LlamaEngine({str(model_path)!r}, n_threads=1)
        asyncio.run(engine.load())
        print(engine.pid, flush=True)
        {ending}
        """
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    pid = int(found.stdout)
    _wait_gone(pid)


def test_no_process_outlives_its_parent_even_when_a_fork_holds_the_pipe(model_path: Path) -> None:
    program = textwrap.dedent(
        f"""
        import asyncio, os, signal, time
        from mathcoder_kernel.engine.llama import LlamaEngine
        engine = LlamaEngine({str(model_path)!r}, n_threads=1)
        asyncio.run(engine.load())
        print(engine.pid, flush=True)
        if os.fork() == 0:
            os.closerange(0, 3)
            time.sleep(20)
            os._exit(0)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    _wait_gone(int(found.stdout))


def test_importing_the_engine_loads_neither_llama_nor_numpy() -> None:
    code = (
        "import sys, mathcoder_kernel.engine.llama\n"
        "print([name for name in ('llama_cpp', 'numpy', 'sympy', 'psutil') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


async def test_modules_of_the_students_folder_do_not_reach_the_process(
    model_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "codecs.py", "llama_cpp.py"):
        (tmp_path / name).write_text("raise SystemExit('shadowed')")
    path = model_path.absolute()
    monkeypatch.chdir(tmp_path)
    engine = LlamaEngine(path, n_threads=1)
    assert (await engine.load()).dialect == "mathcoder"
    await engine.unload()


async def _exhaust(events: AsyncIterator[object]) -> None:
    async for _ in events:
        pass


def _wait_gone(pid: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            return
        time.sleep(0.05)
    raise AssertionError(f"process {pid} is still there")


async def test_an_idle_engine_leaves_memory_when_it_is_short(model_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MEMORY_CHECK_SECONDS", 0.05)
    monkeypatch.setattr(process, "available_memory", lambda: 2**40)
    engine = LlamaEngine(model_path, n_threads=1)
    await engine.load()
    await asyncio.sleep(0.5)
    assert engine.loaded
    monkeypatch.setattr(process, "available_memory", lambda: 100 * 2**20)
    async with asyncio.timeout(30):
        while engine.loaded:
            await asyncio.sleep(0.02)
    await engine.load()  # it comes back when it is needed
    assert engine.loads == 2
    await engine.unload()


def test_a_late_command_goes_into_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer may come to its command after the process's death, when the pipe's number could be reused."""
    connection, real = process.Connection(), os.write
    assert connection.process.stdin is not None
    pipe = connection.process.stdin
    number, inode = pipe.fileno(), os.fstat(pipe.fileno()).st_ino
    late: list[int] = []

    def write(descriptor: int, data: memoryview) -> int:
        if descriptor != number or late:
            return real(descriptor, data)
        connection.kill()
        assert connection.gone.wait(10)
        time.sleep(0.1)  # for whatever the reader does after it has told of the death
        late.append(os.fstat(descriptor).st_ino)
        return real(descriptor, data)

    monkeypatch.setattr(process.os, "write", write)
    connection.send(op="nothing")
    deadline = time.monotonic() + 20
    while not pipe.closed and time.monotonic() < deadline:
        time.sleep(0.01)
    assert late == [inode]
    assert pipe.closed


def test_a_death_is_told_once_also_to_who_asks_at_that_moment() -> None:
    connection = process.Connection()
    connection.kill()
    assert connection.gone.wait(10)
    dead, connection.dead = connection.dead, None
    assert dead is not None

    class Lock:
        """Its owner dies as soon as it is let go for the second time: after the route is known."""

        times = 0

        def __enter__(self) -> None:
            self.times += 1

        def __exit__(self, *_: object) -> None:
            if self.times == 2:
                connection.dead = dead
                for route in list(connection._routes.values()):
                    route({"died": dead})

    connection._routes_lock = Lock()  # type: ignore[assignment]
    with pytest.raises(EngineDied):
        connection.request(op="load").result(10)
