"""The pool executor: real children, their namespaces, limits and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from mathcoder_kernel.execution.pool import CallError, CallTimeoutError, PoolError, PoolExecutor, PoolSession, can_fork
from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Limits
from mathcoder_kernel.lce.transcript import ExecutionStatus

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(not can_fork(), reason="the pool forks its children from a zygote on POSIX only"),
]
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="enforced by Linux kernel features")


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolExecutor]:
    with PoolExecutor(workers=2) as pool:
        yield pool


@pytest.fixture
def session(pool: PoolExecutor) -> Iterator[PoolSession]:
    with pool.open() as session:
        yield session


def run(session: PoolSession, code: str, seconds: float = 30.0, memory_bytes: int = 4 << 30) -> ExecutionResult:
    return session.run(ExecutionRequest(code, limits=Limits(seconds=seconds, memory_bytes=memory_bytes)))


def test_blocks_of_a_session_share_one_namespace(session: PoolSession) -> None:
    assert run(session, "from sympy import *\nx = symbols('x')").text == "<empty_execution>"
    assert run(session, "solve(x**2 - 4, x)").text == "[-2, 2]"


def test_sessions_do_not_see_each_other(pool: PoolExecutor) -> None:
    with pool.open() as first, pool.open() as second:
        run(first, "secret = 1\nimport sympy\nsympy.leaked = 2")
        assert run(second, "secret").error == "NameError"
        assert run(second, "import sympy\nsympy.leaked").error == "AttributeError"


def test_a_session_starts_from_the_same_state_every_time(pool: PoolExecutor) -> None:
    code = "import random, numpy\n(random.random(), float(numpy.random.rand()), hash('text'))"
    with pool.open() as first, pool.open() as second:
        assert run(first, code).text == run(second, code).text


def test_an_error_reads_as_one_line_after_what_was_printed(session: PoolSession) -> None:
    result = run(session, "def half(n):\n    return n / 0\nprint('before')\nhalf(1)")
    assert (result.status, result.error) == (ExecutionStatus.ERROR, "ZeroDivisionError")
    assert result.text == "before\nZeroDivisionError: division by zero"
    traceback = "\n".join(result.outputs[-1]["traceback"])
    assert "half(1)" in traceback
    assert "zygote" not in traceback
    assert run(session, "half").status is ExecutionStatus.OK


def test_a_value_that_cannot_be_shown_is_an_error_as_in_the_kernel(session: PoolSession) -> None:
    result = run(session, "huge = 10**5000\nprint('computed')\nhuge")
    assert (result.status, result.error) == (ExecutionStatus.ERROR, "ValueError")
    assert result.text.startswith("computed\nValueError: Exceeds the limit")
    assert run(session, "huge % 7").status is ExecutionStatus.OK


def test_the_traceback_form_is_a_setting() -> None:
    with PoolExecutor(workers=1, preload=(), error_text="traceback") as pool, pool.open() as session:
        text = run(session, "1 / 0").text
        assert "line 1, in <module>" in text
        assert text.endswith("ZeroDivisionError: division by zero")


def test_exit_and_input_end_the_block_only(session: PoolSession) -> None:
    assert run(session, "kept = 1\nexit()\nkept = 2").error == "SystemExit"
    assert run(session, "raise SystemExit(2)").error == "SystemExit"
    assert run(session, "input()").error == "EOFError"
    assert run(session, "kept").text == "1"


@pytest.mark.parametrize(
    "code",
    ["while True: pass", "import time\ntime.sleep(60)", "import asyncio\nawait asyncio.sleep(60)"],
    ids=["loop", "sleep", "await"],
)
def test_a_block_over_its_time_is_stopped_and_the_namespace_stays(session: PoolSession, code: str) -> None:
    result = run(session, f"kept = 3\nprint('started')\n{code}", seconds=0.5)
    assert result.status is ExecutionStatus.TIMEOUT
    assert result.text == "started\nTimeoutError: the code was stopped after 0.5 seconds"
    assert run(session, "kept").text == "3"


@pytest.mark.parametrize(
    "code",
    [
        "sum(range(10**12))",
        "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass",
    ],
    ids=["native loop", "ignores the alarm"],
)
def test_code_that_cannot_be_interrupted_is_killed(pool: PoolExecutor, code: str) -> None:
    with pool.open() as session:
        started = time.monotonic()
        assert run(session, code, seconds=0.5).status is ExecutionStatus.TIMEOUT
        assert time.monotonic() - started < 30
        after = run(session, "1 + 1")
        assert after.status is ExecutionStatus.DIED
        assert "did not stop" in after.message
    with pool.open() as session:
        assert run(session, "1 + 1").text == "2"


def test_code_that_swallows_every_exception_is_stopped_all_the_same(session: PoolSession) -> None:
    code = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    assert run(session, code, seconds=0.5).status is ExecutionStatus.TIMEOUT


@LINUX_ONLY
def test_memory_is_limited(session: PoolSession) -> None:
    result = run(session, "x = bytearray(8 * 10**9)", memory_bytes=2 << 30)
    assert (result.status, result.error) == (ExecutionStatus.ERROR, "MemoryError")
    assert run(session, "1 + 1").text == "2"


def test_fifty_megabytes_of_output_are_cut_and_counted(session: PoolSession) -> None:
    result = run(session, "for _ in range(50): print('x' * 1_000_000)\nprint('end')")
    assert sum(len(output["text"]) for output in result.outputs) < 1_001_000
    assert result.cut is not None
    assert result.cut.omitted > 49_000_000
    assert result.text.endswith("end")
    assert "left out" in result.message


@LINUX_ONLY
@pytest.mark.parametrize(
    "code",
    [
        "import os\nwhile True: os.fork()",
        "import subprocess\nsubprocess.run(['true'])",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
        "import socket\nsocket.create_connection(('127.0.0.1', 9))",
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9')",
        "import os\nos.kill(os.getppid(), 9)",
    ],
    ids=["fork bomb", "program", "process", "socket", "url", "kill"],
)
def test_no_processes_no_network_no_signals(session: PoolSession, code: str) -> None:
    result = run(session, code)
    assert result.status is ExecutionStatus.ERROR
    assert "not permitted" in result.text
    assert run(session, "1 + 1").text == "2"


@LINUX_ONLY
def test_threads_and_top_level_await_still_work(session: PoolSession) -> None:
    assert (
        run(session, "import threading\nt = threading.Thread(target=print, args=(3,))\nt.start(); t.join()").text == "3"
    )
    assert run(session, "import asyncio\nawait asyncio.sleep(0.01, 'slept')").text == "'slept'"


def test_files_live_in_a_home_that_goes_with_the_session(pool: PoolExecutor) -> None:
    with pool.open() as session:
        home = run(session, "import os\nopen('note.txt', 'w').write('x')\nprint(os.environ['HOME'])").text
        assert os.path.exists(os.path.join(home, "note.txt"))
        assert run(session, "os.getcwd()").value == repr(home)
    assert not os.path.exists(home)


@LINUX_ONLY
def test_files_elsewhere_cannot_be_changed(session: PoolSession, tmp_path: object) -> None:
    probe = "import os\nos.uname().release"
    release = tuple(int(part) for part in run(session, probe).text.strip("'").split(".")[:2])
    if release < (5, 13):
        pytest.skip("this Linux has no Landlock")
    assert run(session, f"open({os.path.join(str(tmp_path), 'a')!r}, 'w')").error == "PermissionError"


@pytest.mark.parametrize(("code", "how"), [("os._exit(3)", "exit code 3"), ("os.abort()", "SIGABRT")])
def test_a_child_that_ends_itself_is_reported(session: PoolSession, code: str, how: str) -> None:
    result = run(session, f"import os\n{code}")
    assert result.status is ExecutionStatus.DIED
    assert how in result.message


def test_a_killed_zygote_is_started_again() -> None:
    with PoolExecutor(workers=1, preload=()) as pool:
        with pool.open() as session:
            run(session, "x = 1")
            assert pool.zygote_pid is not None
            os.kill(pool.zygote_pid, signal.SIGKILL)
            time.sleep(0.2)
            assert run(session, "x").status is ExecutionStatus.DIED
        with pool.open() as session:
            assert run(session, "1 + 1").text == "2"


def test_a_zygote_that_cannot_start_says_why() -> None:
    pool = PoolExecutor(workers=1, preload=("surely_no_such_module",))
    with pool, pytest.raises(PoolError, match="surely_no_such_module"):
        pool.start()


@LINUX_ONLY
def test_nothing_is_left_running_after_close() -> None:
    pool = PoolExecutor(workers=1, preload=())
    session = pool.open()
    pid = int(run(session, "import os\nos.getpid()").text)
    zygote = pool.zygote_pid
    pool.close()
    assert zygote is not None
    for number in (pid, zygote):
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


@LINUX_ONLY
def test_a_closed_pool_starts_nothing_any_more() -> None:
    pool = PoolExecutor(workers=1, preload=())
    pool.close()
    for start in (pool.start, pool.open):
        with pytest.raises(PoolError, match="closed"):
            start()
    assert pool.zygote_pid is None


@LINUX_ONLY
def test_what_children_write_past_python_blocks_nothing() -> None:
    with PoolExecutor(workers=1, preload=()) as pool:
        for _ in range(3):
            with pool.open() as session:
                assert run(session, "import os\nos.write(2, b'x' * 1_000_000)", seconds=30).text == "1000000"


def test_many_solutions_come_back_in_their_order(pool: PoolExecutor) -> None:
    solutions = [[f"import time\ntime.sleep({0.05 if n % 7 == 0 else 0})\nn = {n}", "n * 2"] for n in range(40)]
    results = list(pool.run_many(iter(solutions)))
    assert [[result.text for result in blocks] for blocks in results] == [
        ["<empty_execution>", str(2 * n)] for n in range(40)
    ]


def test_a_solution_may_be_given_up_where_a_block_has_no_end(pool: PoolExecutor) -> None:
    solution = ["1", "while True: pass", "2"]
    whole, short = (next(pool.run_many([solution], Limits(seconds=0.5), give_up=given)) for given in (False, True))
    assert [result.status for result in whole] == [ExecutionStatus.OK, ExecutionStatus.TIMEOUT, ExecutionStatus.OK]
    assert [result.status for result in short] == [ExecutionStatus.OK, ExecutionStatus.TIMEOUT]


def test_solutions_are_read_lazily(pool: PoolExecutor) -> None:
    taken = []

    def endless() -> Iterator[list[str]]:
        while True:
            taken.append(1)
            yield ["1"]

    runs = pool.run_many(endless())
    assert next(runs)[0].text == "1"
    runs.close()  # type: ignore[attr-defined]
    assert len(taken) < 200


async def test_an_async_session_is_an_executor() -> None:
    with PoolExecutor(workers=2) as pool:
        async with pool.session({"start": 20, "names": ["a"]}) as executor:
            seen: list[object] = []
            result = await executor.run(ExecutionRequest("print(names)\nstart * 2"), seen.append)
            assert result.text == "['a']\n40"
            assert len(seen) == 2
            assert await executor.variables(["start", "missing"]) == {"start": "int 20"}


async def test_an_interrupt_is_not_a_time_out() -> None:
    with PoolExecutor(workers=1, preload=()) as pool:
        async with pool.session() as executor:
            running = asyncio.ensure_future(executor.run(ExecutionRequest("kept = 1\nwhile True: pass")))
            await asyncio.sleep(0.5)
            executor.interrupt()
            assert (await running).status is ExecutionStatus.INTERRUPTED
            assert (await executor.run(ExecutionRequest("kept"))).text == "1"


async def test_more_sessions_than_workers_wait_their_turn() -> None:
    with PoolExecutor(workers=2, preload=()) as pool:

        async def one(n: int) -> str:
            async with pool.session() as executor:
                return (await executor.run(ExecutionRequest(f"{n} + 1"))).text

        assert await asyncio.gather(*(one(n) for n in range(8))) == [str(n + 1) for n in range(8)]


async def test_a_snapshot_that_cannot_be_copied_names_the_culprit(pool: PoolExecutor) -> None:
    with pytest.raises(PoolError, match="stream"):
        async with PoolExecutor(workers=1, preload=()).session({"fine": 1, "stream": sys.stdout}):
            pass


async def test_a_session_given_up_while_it_opens_leaves_no_child() -> None:
    with PoolExecutor(workers=1, preload=()) as pool:
        entering = asyncio.ensure_future(pool.session().__aenter__())
        await asyncio.sleep(0.05)  # the zygote is still starting
        entering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await entering
        async with pool.session() as executor:  # the one thread of the pool is free again
            assert (await executor.run(ExecutionRequest("1"))).text == "1"
            assert len(psutil.Process(pool.zygote_pid).children()) == 1


def test_a_killed_host_leaves_no_folder() -> None:
    program = (
        "import os, signal\nfrom mathcoder_kernel.execution.pool import PoolExecutor\n"
        "pool = PoolExecutor(workers=1, preload=())\nsession = pool.open()\n"
        "print(pool._zygote._homes.name, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    homes = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stdout.strip()
    assert homes
    deadline = time.monotonic() + 30
    while Path(homes).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(homes).exists()


def test_modules_of_the_students_folder_do_not_reach_the_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "random.py").write_text("raise RuntimeError('the student's own')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])  # as VS Code does
    with PoolExecutor(workers=1, preload=()) as pool, pool.open() as session:
        assert run(session, "import random\nrandom.randint(1, 1)").text == "1"


async def test_call_runs_an_importable_function_in_a_child() -> None:
    with PoolExecutor(workers=1, preload=()) as pool:
        assert await pool.call("math:gcd", (12, 18)) == 6
        with pytest.raises(CallError, match="ZeroDivisionError") as caught:
            await pool.call("operator:truediv", (1, 0))
        assert caught.value.error == "ZeroDivisionError"
        with pytest.raises(CallTimeoutError):
            await pool.call("time:sleep", (60,), seconds=0.3)
        with pytest.raises(CallError, match="JSON"):
            await pool.call("fractions:Fraction", (1, 3))


def test_a_fresh_process_per_session_speaks_the_same_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mathcoder_kernel.execution.pool.can_fork", lambda: False)
    with PoolExecutor(workers=1, preload=()) as pool, pool.open() as session:
        run(session, "x = 20")
        assert run(session, "x * 2").text == "40"
        assert run(session, "import os\nos.system('true')").error == "PermissionError"
        assert run(session, "while True: pass", seconds=0.3).status is ExecutionStatus.TIMEOUT
