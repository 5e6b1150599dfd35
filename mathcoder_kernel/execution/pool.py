"""The pool executor: every session runs in a throw-away process of its own, forked from a warm zygote.

    pool = PoolExecutor(workers=2)
    async with pool.session() as executor:
        result = await executor.run(ExecutionRequest("1 + 1"))
    pool.close()

    for results in run_many([["x = 2", "x + 1"], ["1 / 0"]]):  # data generation: no event loop needed
        ...

For verification, voting and training data, never for the student's own variables. A child has its own namespace,
home and working folder, limits on memory, CPU, files and processes, no stdin and, on Linux, no network and no way to
start programs. It is a guard against accidents and runaway code; code that attacks the machine needs a real sandbox.

Where `fork` is missing (Windows) each session starts a fresh process that speaks the same protocol; this way has been
tried on Linux only, and has no resource limits there beyond time.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import pickle
import queue
import secrets
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from mathcoder_kernel.execution.outputs import DIED_NOTE, ErrorText, timeout_message, timeout_note
from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Limits, OnOutput
from mathcoder_kernel.execution.zygote import receive_frame, send_frame
from mathcoder_kernel.lce.transcript import Cut, ExecutionStatus

PRELOAD = ("numpy", "sympy")
GRACE_SECONDS = 1.0  # between the interrupt at the time limit and the kill
RECYCLE_AFTER = 4_000  # forks; a zygote's memory slowly fragments
_AHEAD = 64  # solutions for a worker that `run_many` reads ahead: others go on while one runs to its time limit
_START_SECONDS = 120.0
_MAX_ANSWER_BYTES = 256 << 20


class PoolError(RuntimeError):
    """Raised when a pool cannot do what was asked; the message says what and why."""


class CallError(PoolError):
    """Raised by `call` when the function raised; `error` is the name of the exception's class."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


class CallTimeoutError(PoolError, TimeoutError):
    """Raised by `call` when the function did not end within its seconds; its process is gone."""


class _DiedError(Exception):
    """The process of a session ended; the text says how."""


class _TooLongError(Exception):
    """The process of a session did not answer in time and was killed."""


# --- processes ------------------------------------------------------------------------------------------------------


class _Zygote:
    """The zygote process, started when first needed and again after a crash or many forks. Thread-safe."""

    def __init__(self, preload: Sequence[str]) -> None:
        self._preload = preload
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._homes: tempfile.TemporaryDirectory[str] | None = None
        self._log: IO[bytes] | None = None
        self._closed = False
        self._forks = 0
        self._alive = 0
        self.generation = 0

    def start(self) -> None:
        """Start the process if it does not run."""
        with self._lock:
            self._ensure()

    def fork(self) -> tuple[socket.socket, int, int]:
        """A new child: its session socket, its pid, and the generation of the zygote it belongs to."""
        with self._lock:
            for attempt in (1, 2):
                control = self._ensure()
                ours, theirs = socket.socketpair()
                try:
                    with theirs:
                        socket.send_fds(control, [b"F"], [theirs.fileno()])
                    (pid,) = struct.unpack("!i", _exactly(control, 4))
                except OSError as error:
                    ours.close()
                    self._stop()
                    if attempt == 2:
                        raise PoolError(f"the pool's main process ended twice in a row: {error}") from error
                    continue
                self._forks += 1
                self._alive += 1
                return ours, pid, self.generation
        raise PoolError("the pool's main process did not start")

    def reap(self, pid: int, generation: int) -> int | None:
        """Kill a child and everything in its group; its wait status, or None if its zygote is gone."""
        with self._lock:
            if generation != self.generation or self._control is None:
                return None
            self._alive -= 1
            try:
                self._control.sendall(b"R" + struct.pack("!i", pid))
                (status,) = struct.unpack("!i", _exactly(self._control, 4))
            except OSError:
                self._stop()
                return None
            if self._forks >= RECYCLE_AFTER and self._alive == 0:
                self._stop()
            return int(status)

    def stop(self) -> None:
        """End the process and its children for good."""
        with self._lock:
            self._closed = True
            self._stop()

    @property
    def pid(self) -> int | None:
        """The process id, if it runs."""
        return self._process.pid if self._process is not None else None

    def _ensure(self) -> socket.socket:
        if self._closed:  # a thread that was about to start it may come after the end
            raise PoolError("the pool is closed")
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._control is not None:
            return self._control
        self._homes = tempfile.TemporaryDirectory(prefix="mathcoder-", ignore_cleanup_errors=True)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the process); a pipe that nobody reads fills up
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", _MODULE, str(theirs.fileno()), self._homes.name],
                env=_environment(self._preload),
                cwd=self._homes.name,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._control = ours
        self._forks = self._alive = 0
        self.generation += 1
        ours.settimeout(_START_SECONDS)
        try:
            _exactly(ours, len(b"ready"))
        except OSError as error:
            self._process.kill()
            self._process.wait()
            self._log.seek(0)
            last = self._log.read().decode(errors="replace").strip().splitlines()[-1:] or [str(error)]
            self._stop()
            raise PoolError(f"the pool's main process did not start: {last[0]}") from error
        return ours

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._log is not None:
            self._log.close()
            self._log = None
        if self._homes is not None:
            self._homes.cleanup()
            self._homes = None


class _ForkedProcess:
    """One child of the zygote."""

    def __init__(self, zygote: _Zygote) -> None:
        self._zygote = zygote
        self.channel, self.pid, self._generation = zygote.fork()
        self._reaped = False

    def interrupt(self) -> None:
        self._send(signal.SIGINT)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, number: int) -> None:
        # The zygote reaps only when told to, so the pid is still the child's.
        if not self._reaped and self._generation == self._zygote.generation:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def end(self) -> str:
        """Kill the child; a sentence that says how it ended."""
        self.channel.close()
        if self._reaped:
            return "it ended"
        self._reaped = True
        status = self._zygote.reap(self.pid, self._generation)
        if status is None:
            return "the pool's main process ended"
        return _how_it_ended(os.waitstatus_to_exitcode(status))


class _SpawnedProcess:
    """A fresh process for one session, where there is no fork."""

    def __init__(self, preload: Sequence[str]) -> None:
        token = secrets.token_hex(16)
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(_START_SECONDS)
            flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", _MODULE, "--session", str(server.getsockname()[1]), token],
                env=_environment(preload),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
                start_new_session=True,
            )
            try:
                self.channel, _ = server.accept()
                self.channel.settimeout(_START_SECONDS)
                if not secrets.compare_digest(_exactly(self.channel, len(token)), token.encode()):
                    raise OSError("another program answered")
            except OSError as error:
                self._process.kill()
                self._process.wait()
                raise PoolError(f"the process for the session did not start: {error}") from error
        self.pid = self._process.pid

    def interrupt(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT if os.name != "nt" else signal.CTRL_BREAK_EVENT)  # type: ignore[attr-defined,unused-ignore]

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> str:
        self.channel.close()
        code = self._process.poll()
        self._process.kill()
        self._process.wait()
        return _how_it_ended(code if code is not None else 0)


_MODULE = "mathcoder_kernel.execution.zygote"


def _environment(preload: Sequence[str]) -> dict[str, str]:
    here = str(Path(__file__).resolve().parents[2])
    try:
        folder = os.getcwd()
    except FileNotFoundError:  # it may be gone
        folder = ""
    # The order stays: a backport in site-packages must not shadow the library, nor a student's own sympy.py.
    paths = [path for path in sys.path if path and Path(path).is_dir() and (path == here or path != folder)]
    if here not in paths:
        paths.insert(0, here)
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "MPLBACKEND": "Agg",
        "MATHCODER_PRELOAD": ",".join(preload),
    }


def _exactly(channel: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        part = channel.recv(length - len(data))
        if not part:
            raise OSError("the process hung up")
        data += part
    return data


def _how_it_ended(code: int) -> str:
    if code == -getattr(signal, "SIGXCPU", 24):
        return "it used up its CPU time"
    if code == -getattr(signal, "SIGKILL", 9):
        return "it was killed, perhaps for lack of memory"
    if code < 0:
        with contextlib.suppress(ValueError):
            return f"it crashed ({signal.Signals(-code).name})"
    return f"it ended with exit code {code}"


# --- a session ------------------------------------------------------------------------------------------------------


class PoolSession:
    """One namespace in one process, blocking calls. `PoolExecutor.session` wraps it for asyncio."""

    def __init__(self, process: _ForkedProcess | _SpawnedProcess, error_text: ErrorText = "short") -> None:
        self._process = process
        self._error_text = error_text
        self._ended: str | None = None

    def run(self, request: ExecutionRequest) -> ExecutionResult:
        """Run one block; never raises for what the code does."""
        limits = request.limits
        started = time.perf_counter()
        try:
            answer = self._ask(
                {"op": "run", "code": request.code, "limits": limits, "error_text": self._error_text}, limits.seconds
            )
            return result_from_json(answer)
        except _TooLongError:
            return ExecutionResult(
                ExecutionStatus.TIMEOUT,
                timeout_note(limits.seconds),
                message=timeout_message(limits.seconds) + " It could not be interrupted, so its process was ended.",
                seconds=time.perf_counter() - started,
            )
        except _DiedError as died:
            return ExecutionResult(
                ExecutionStatus.DIED,
                DIED_NOTE,
                message=f"The process that ran the code is gone: {died}.",
                seconds=time.perf_counter() - started,
            )
        except (CallError, KeyError, TypeError, ValueError) as error:
            return ExecutionResult(
                ExecutionStatus.DIED, DIED_NOTE, message=f"The process that ran the code failed: {error}."
            )

    def put(self, snapshot: Mapping[str, Any], limits: Limits | None = None) -> None:
        """Copy values into the namespace; PoolError names those that cannot be copied."""
        names: dict[str, bytes] = {}
        bad: list[str] = []
        for name, value in snapshot.items():
            try:
                names[name] = pickle.dumps(value)
            except Exception:  # pickling may raise anything
                bad.append(name)
        if bad:
            raise PoolError(f"cannot be copied to another process: {', '.join(bad)}")
        limits = limits or Limits()
        self._ask_or_raise({"op": "put", "names": names, "limits": limits}, limits.seconds)

    def variables(self, names: Collection[str]) -> dict[str, str]:
        """One-line descriptions of those of `names` that exist."""
        try:
            return dict(self._ask({"op": "variables", "names": list(names)}, 10.0))
        except (_TooLongError, _DiedError, CallError):
            return {}

    def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        """Call `package.module:function` with picklable arguments; the result must be JSON (tuples become lists).

        Raises CallError for what the function raised, CallTimeoutError, PoolError when the process died.
        """
        request = {"op": "call", "target": target, "args": tuple(args), "limits": Limits(seconds=seconds)}
        return self._ask_or_raise(request, seconds)

    def interrupt(self) -> None:
        """Interrupt the running block."""
        self._process.interrupt()

    def kill(self) -> None:
        """End the process at once, from any thread; a block that runs or comes later ends with status `died`."""
        self._process.kill()

    def close(self) -> None:
        """End the process."""
        if self._ended is None:
            self._ended = "the session is closed"
            self._process.end()

    def __enter__(self) -> PoolSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask_or_raise(self, request: Mapping[str, Any], seconds: float) -> Any:
        try:
            return self._ask(request, seconds)
        except _TooLongError:
            raise CallTimeoutError(f"no result within {seconds:g} seconds") from None
        except _DiedError as died:
            raise PoolError(f"the process is gone: {died}") from None

    def _ask(self, request: Mapping[str, Any], seconds: float) -> Any:
        if self._ended is not None:
            raise _DiedError(self._ended)
        channel = self._process.channel
        try:
            channel.settimeout(seconds + GRACE_SECONDS)
            send_frame(channel, pickle.dumps(dict(request)))
            answer = json.loads(receive_frame(channel, _MAX_ANSWER_BYTES))
        except TimeoutError:
            self._ended = "it did not stop at its time limit"
            self._process.end()
            raise _TooLongError from None
        except (OSError, EOFError, ValueError):
            self._ended = self._process.end()
            raise _DiedError(self._ended) from None
        if "error" in answer:
            raise CallError(answer["error"], answer["message"])
        return answer["ok"]


def result_from_json(record: Mapping[str, Any]) -> ExecutionResult:
    """The result that `zygote.result_to_json` wrote."""
    cut = record["cut"]
    return ExecutionResult(
        status=ExecutionStatus(record["status"]),
        text=record["text"],
        outputs=tuple(record["outputs"]),
        value=record["value"],
        error=record["error"],
        message=record["message"],
        cut=None if cut is None else Cut(*cut),
        seconds=record["seconds"],
        execution_count=record["execution_count"],
    )


class _AsyncSession:
    """A PoolSession as the `Executor` that the solver knows."""

    def __init__(self, session: PoolSession, threads: ThreadPoolExecutor) -> None:
        self._session = session
        self._threads = threads

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """Run one block; outputs are reported together when the block has ended."""
        loop = asyncio.get_running_loop()
        try:
            result = await loop.run_in_executor(self._threads, self._session.run, request)
        except asyncio.CancelledError:
            self._session.interrupt()
            raise
        if on_output is not None:
            for output in result.outputs:
                on_output(output)
        return result

    async def put(self, snapshot: Mapping[str, Any]) -> None:
        """Copy values into the namespace; PoolError where that is not possible."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._session.put, snapshot)

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._session.variables, names)

    def interrupt(self) -> None:
        self._session.interrupt()

    def kill(self) -> None:
        """See `PoolSession.kill`."""
        self._session.kill()

    async def close(self) -> None:
        self._session.close()


class PoolExecutor:
    """Sessions in throw-away processes, at most `workers` at a time (default: one for each CPU)."""

    def __init__(
        self, workers: int | None = None, preload: Sequence[str] = PRELOAD, error_text: ErrorText = "short"
    ) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._preload = tuple(preload)
        self._error_text = error_text
        self._zygote = _Zygote(self._preload) if can_fork() else None
        self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="mathcoder-pool")
        self._places = asyncio.Semaphore(self.workers)

    @property
    def zygote_pid(self) -> int | None:
        """The process that children are forked from, if it runs."""
        return self._zygote.pid if self._zygote is not None else None

    def start(self) -> None:
        """Start the zygote now rather than with the first session (it takes about half a second)."""
        if self._zygote is not None:
            self._zygote.start()

    def open(self) -> PoolSession:
        """A session with blocking calls, to be closed by the caller; not counted against `workers`."""
        process = _ForkedProcess(self._zygote) if self._zygote is not None else _SpawnedProcess(self._preload)
        return PoolSession(process, self._error_text)

    @contextlib.asynccontextmanager
    async def session(self, snapshot: Mapping[str, Any] | None = None) -> AsyncIterator[_AsyncSession]:
        """An executor with its own namespace, which starts with `snapshot`; PoolError if that cannot be pickled."""
        loop = asyncio.get_running_loop()
        async with self._places:
            opening = loop.run_in_executor(self._threads, self.open)
            try:
                session = await asyncio.shield(opening)
            except asyncio.CancelledError:
                opening.add_done_callback(_close_unwanted)
                raise
            try:
                if snapshot:
                    await loop.run_in_executor(self._threads, session.put, snapshot)
                yield _AsyncSession(session, self._threads)
            finally:
                session.close()

    async def open_session(self) -> _AsyncSession:
        """An executor with its own namespace, to be closed by the caller. It holds no place, so that many may wait side
        by side for their next block; at most `workers` blocks run at a time."""
        loop = asyncio.get_running_loop()
        return _AsyncSession(await loop.run_in_executor(self._threads, self.open), self._threads)

    async def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        """`PoolSession.call` in a child of its own."""
        loop = asyncio.get_running_loop()
        async with self._places:
            return await loop.run_in_executor(self._threads, self.call_now, target, args, seconds)

    def call_now(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        """`call` for code without an event loop."""
        with self.open() as session:
            return session.call(target, args, seconds)

    def run_many(
        self, solutions: Iterable[Sequence[str]], limits: Limits | None = None, *, give_up: bool = False
    ) -> Iterator[list[ExecutionResult]]:
        """Run each solution's blocks in a child of its own; the results come in the order of the solutions.

        Reads `solutions` lazily, a few ahead. Blocks after a failed one still run, as in a notebook. With `give_up` a
        block that ran out of time or ended its process is its solution's last: there are fewer results than blocks.
        """
        limits = limits or Limits()
        running: queue.SimpleQueue[Future[list[ExecutionResult]]] = queue.SimpleQueue()
        waiting = iter(solutions)
        with ThreadPoolExecutor(self.workers, thread_name_prefix="mathcoder-many") as threads:
            try:
                ahead = 0
                while True:
                    while ahead < _AHEAD * self.workers:
                        try:
                            blocks = next(waiting)
                        except StopIteration:
                            break
                        running.put(threads.submit(self._run_solution, tuple(blocks), limits, give_up))
                        ahead += 1
                    if not ahead:
                        return
                    yield running.get().result()
                    ahead -= 1
            finally:
                threads.shutdown(wait=True, cancel_futures=True)

    def _run_solution(self, blocks: Sequence[str], limits: Limits, give_up: bool) -> list[ExecutionResult]:
        results: list[ExecutionResult] = []
        with self.open() as session:
            for number, code in enumerate(blocks):
                results.append(session.run(ExecutionRequest(code, block=number, limits=limits)))
                if give_up and results[-1].status in (ExecutionStatus.TIMEOUT, ExecutionStatus.DIED):
                    break
        return results

    def close(self) -> None:
        """End all processes of the pool."""
        if self._zygote is not None:
            self._zygote.stop()
        self._threads.shutdown(wait=True)

    def __enter__(self) -> PoolExecutor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _close_unwanted(opening: asyncio.Future[PoolSession]) -> None:
    """Nobody waits any more for a session that was being opened."""
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def run_many(
    solutions: Iterable[Sequence[str]],
    limits: Limits | None = None,
    workers: int | None = None,
    preload: Sequence[str] = PRELOAD,
) -> Iterator[list[ExecutionResult]]:
    """Run many solutions in order with a pool of their own; see `PoolExecutor.run_many`."""
    with PoolExecutor(workers, preload) as pool:
        yield from pool.run_many(solutions, limits)


def can_fork() -> bool:
    """Whether children are forked from a zygote here (POSIX) or started afresh."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")
