"""The notebook's side of an engine that lives in a process: starting it, talking to it, and saying why it died.

Nothing here belongs to one asyncio loop: a thread reads replies and hands them to whichever loop waits for them, so an
engine may be used from Jupyter's loop, then from another one. Sessions are token ids kept on this side; the process may
be unloaded, die or be replaced between two uses, and a session goes on by having its ids evaluated again.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import dataclasses
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from mathcoder_kernel.engine.model_files import available_memory
from mathcoder_kernel.engine.protocol import (
    ContextFull,
    Ended,
    EngineDied,
    EngineError,
    Generated,
    ModelFacts,
    ModelFileError,
    Sampling,
    Tokens,
)
from mathcoder_kernel.lce.dialect import Borders, Marker, Piece

STOP_SECONDS = 10.0  # an engine that has not obeyed a stop by then is killed
MEMORY_CHECK_SECONDS = 20.0  # how often an idle engine looks whether memory is short
LOW_MEMORY = 256 * 2**20  # bytes free below which an idle engine gives its own back
LOG_CHARS = 4000  # of the process's log, kept for `doctor`

_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; root = sys.argv[1]; root in sys.path or sys.path.insert(0, root); "
    "from mathcoder_kernel.engine.worker import main; main()"
)
_T = TypeVar("_T")

Reply = dict[str, Any]


def _why(code: int | None, doing: str) -> str:
    """How a process ended, as a sentence for a person."""
    where = f" while {doing}" if doing else ""
    again = " Your variables are safe; ask again and it starts anew."
    name = ""
    if code is not None and code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
    if name == "SIGKILL":
        return f"The engine was stopped by the system{where}, probably for lack of memory.{again}"
    if name == "SIGTERM":
        return f"The engine was told to end{where}.{again}"
    if name in ("SIGABRT", "SIGILL", "SIGFPE"):
        return f"The engine gave up{where}: llama.cpp met something it cannot handle ({name}).{again}"
    if name in ("SIGSEGV", "SIGBUS"):
        return (
            f"The engine crashed{where} ({name}); the model file may have changed on disk or be damaged, "
            f"or there is a fault in llama.cpp.{again}"
        )
    detail = name or ("" if code is None else f"exit code {code}")
    return f"The engine ended unexpectedly{where}{f' ({detail})' if detail else ''}.{again}"


def _to_wire(pieces: Sequence[Piece]) -> list[str | list[str]]:
    return [[piece.name] if isinstance(piece, Marker) else piece for piece in pieces]


def _from_wire(pieces: Sequence[str | list[str]]) -> tuple[Piece, ...]:
    return tuple(piece if isinstance(piece, str) else Marker(piece[0]) for piece in pieces)


def _error(reply: Reply) -> EngineError:
    if reply["error"] == "context":
        needed, available = reply["needed"], reply["available"]
        return ContextFull(
            f"This needs {needed:,} tokens, but only {available:,} are left in the model's context. "
            "Ask something shorter, or start afresh with `%mathcoder reset`.",
            needed=needed,
            available=available,
        )
    return ModelFileError(reply["message"]) if reply["error"] == "model" else EngineError(reply["message"])


class Connection:
    """One child process: commands go through a writer thread (so sending never blocks and is safe in a signal handler),
    replies come through a reader thread."""

    def __init__(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the process is gone)
        environment = {**os.environ, "GGML_NO_BACKTRACE": "1", "PYTHONUNBUFFERED": "1"}
        environment.setdefault("OMP_WAIT_POLICY", "passive")
        options: dict[str, Any] = {}
        if os.name == "nt":
            options["creationflags"] = 0x08000000 | 0x00000200  # CREATE_NO_WINDOW, CREATE_NEW_PROCESS_GROUP
        else:
            options["process_group"] = 0  # a terminal's Ctrl-C does not reach it, not even while it starts
        self.process = subprocess.Popen(
            # -P: a student's own random.py or json.py beside the notebook must not shadow the library's
            [sys.executable, "-P", "-c", _START, _ROOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            bufsize=0,
            env=environment,
            **options,
        )
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._routes: dict[int, Callable[[Reply], None]] = {}
        self._routes_lock = threading.Lock()
        self._numbers = 0
        self.doing = "starting"
        self.dead: EngineDied | None = None
        self._killed_for = ""
        self.log = ""
        self.gone = threading.Event()
        for target in (self._write, self._read):
            threading.Thread(target=target, name=f"engine {target.__name__[1:]}", daemon=True).start()

    @property
    def alive(self) -> bool:
        """False as soon as the process has ended, also before the reader has told those who wait for it."""
        return self.dead is None and self.process.poll() is None

    def number(self) -> int:
        """A number for the next request."""
        with self._routes_lock:
            self._numbers += 1
            return self._numbers

    def send(self, **message: Any) -> None:
        """Queue a command. Safe in signal handlers."""
        self._outbox.put(json.dumps(message, separators=(",", ":")).encode() + b"\n")

    def ask(self, on_reply: Callable[[Reply], None], number: int | None = None, **message: Any) -> None:
        """Send a command whose replies go to `on_reply`, called in the reader thread, until it is `forget`-ed.

        A death is delivered once, as `{"died": EngineDied}`.
        """
        number = number or self.number()
        with self._routes_lock:
            dead = self.dead  # looked at once: a death after this is told by the reader
            if dead is None:
                self._routes[number] = on_reply
        if dead is not None:
            on_reply({"died": dead})
            return
        self.send(re=number, **message)

    def request(self, **message: Any) -> Future[Reply]:
        """Send a command that has one reply."""
        future: Future[Reply] = Future()
        number = self.number()

        def done(reply: Reply) -> None:
            self.forget(number)
            if "died" in reply:
                future.set_exception(reply["died"])
            elif "error" in reply:
                future.set_exception(_error(reply))
            else:
                future.set_result(reply)

        self.ask(done, number, **message)
        return future

    def forget(self, number: int) -> None:
        """No more replies for this request."""
        with self._routes_lock:
            self._routes.pop(number, None)

    def kill(self, reason: str = "") -> None:
        """End the process at once; `reason` becomes the sentence that waiting callers get."""
        self._killed_for = reason or self._killed_for
        self.process.kill()

    def close(self, seconds: float = 2.0) -> None:
        """End the process in order, by force if it does not go."""
        self._killed_for = self._killed_for or "The engine was unloaded."
        self.send(op="exit")
        if not self.gone.wait(seconds):
            self.process.kill()
            self.gone.wait(seconds)

    def _write(self) -> None:
        # Only this thread closes the pipe: closed by another, its number may be another file's at the next write.
        assert self.process.stdin is not None
        with contextlib.suppress(OSError), self.process.stdin as pipe:  # the reader tells why a process ended
            while (data := self._outbox.get()) is not None:
                view = memoryview(data)
                while view:
                    view = view[os.write(pipe.fileno(), view) :]

    def _read(self) -> None:
        try:
            self._dispatch()
        except Exception:  # a fault of ours must not leave anyone waiting for ever
            self._killed_for = "The engine sent something that was not understood and was ended."
            self.process.kill()
            raise
        finally:
            self._bury()

    def _dispatch(self) -> None:
        assert self.process.stdout is not None
        pipe = self.process.stdout.fileno()
        pending = b""
        while True:
            try:
                chunk = os.read(pipe, 65536)
            except OSError:
                return
            if not chunk:
                return
            *lines, pending = (pending + chunk).split(b"\n")
            for line in lines:
                reply = json.loads(line)
                route = self._routes.get(reply["re"])
                if route is not None:
                    route(reply)

    def _bury(self) -> None:
        try:
            code: int | None = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:  # it closed its pipe and yet lives
            self.process.kill()
            code = self.process.wait()
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - LOG_CHARS))
        self.log = self._log.read().decode("utf-8", "replace")
        self._log.close()
        error = EngineDied(self._killed_for or _why(code, self.doing))
        with self._routes_lock:
            self.dead = error
            routes, self._routes = list(self._routes.values()), {}
        self._outbox.put(None)
        self.gone.set()
        for route in routes:
            route({"died": error})
        assert self.process.stdout is not None
        self.process.stdout.close()


_engines: weakref.WeakSet[ProcessEngine] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    for engine in list(_engines):
        engine.close()


class ProcessEngine:
    """An engine in a child process (see `protocol.Engine`). Subclasses say what is loaded.

    `idle_seconds`: unload after this long without use (None: only when memory is short). The next use loads again by
    itself.
    """

    def __init__(self, *, idle_seconds: float | None = None) -> None:
        self.idle_seconds = idle_seconds
        self.last_error_log = ""  # the end of the log of the process that died last
        self._lock = threading.RLock()
        self._connection: Connection | None = None
        self._facts: Future[ModelFacts] | None = None
        self._sessions = 0
        self._busy = 0
        self._idle_timer: threading.Timer | None = None
        self._idle_since = 0.0
        self._loads = 0
        _engines.add(self)

    # -- for subclasses

    def _prepare(self) -> tuple[dict[str, Any], Callable[[Reply], ModelFacts]]:
        """Settings for the process's `load`, and how its reply becomes facts. May raise ModelFileError. Runs in a
        thread while the process starts."""
        raise ModelFileError("There is nothing to load.")

    def _prefix_store(self) -> dict[str, str] | None:
        """Where evaluated beginnings are kept (`folder`), and what they depend on (`about`); None: nowhere."""
        return None

    # -- protocol.Engine

    @property
    def loaded(self) -> bool:
        """True while the model is in memory."""
        facts, connection = self._facts, self._connection
        alive = connection is not None and connection.alive
        return alive and facts is not None and facts.done() and facts.exception() is None

    @property
    def pid(self) -> int | None:
        """The process that holds the model, None while there is none."""
        connection = self._connection
        return None if connection is None or connection.dead is not None else connection.process.pid

    @property
    def loads(self) -> int:
        """How often a process was started."""
        return self._loads

    async def load(self) -> ModelFacts:
        """See `Engine.load`."""
        with self._use():
            return (await self._ready())[1]

    async def open(self, ids: Sequence[int] = (), *, forks: bool = False) -> ProcessSession:
        """See `Engine.open`."""
        await self.load()
        return ProcessSession(self, ids, forks=forks)

    async def unload(self) -> None:
        """See `Engine.unload`; a running generation ends with EngineDied."""
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Unload without a loop (at exit, in a finaliser)."""
        with self._lock:
            connection, self._connection, self._facts = self._connection, None, None
            if self._idle_timer is not None:
                self._idle_timer.cancel()
                self._idle_timer = None
        if connection is not None:
            connection.close()

    async def counters(self) -> dict[str, int]:
        """Tokens evaluated (and how many of them again), tokens generated, decode calls, aborts, evictions, CPU µs."""
        with self._use():
            connection, _ = await self._ready()
            reply = await _result(connection.request(op="counters"))
            return {name: value for name, value in reply.items() if name != "re"}

    # -- loading

    async def _ready(self) -> tuple[Connection, ModelFacts]:
        """The process with its model loaded, started if needed."""
        with self._lock:
            if self._connection is not None and not self._connection.alive:
                self.last_error_log = self._connection.log
                self._connection = None
            if self._connection is None or self._facts is None:
                self._start()
            connection, future = self._connection, self._facts
        assert connection is not None
        assert future is not None
        return connection, await _result(future)

    def _start(self) -> None:
        facts: Future[ModelFacts] = Future()
        try:
            connection = Connection()
        except OSError as error:
            raise EngineError(f"The engine's process could not be started: {error}") from error
        self._connection, self._facts = connection, facts
        self._loads += 1
        threading.Thread(target=self._load, args=(connection, facts), name="engine load", daemon=True).start()

    def _load(self, connection: Connection, facts: Future[ModelFacts]) -> None:
        try:
            settings, finish = self._prepare()
            connection.doing = "loading the model"
            result = finish(connection.request(op="load", settings=settings).result())
            connection.doing = ""
        except BaseException as error:
            connection.close()
            self.last_error_log = connection.log
            with self._lock:
                if self._connection is connection:
                    self._connection = self._facts = None
            facts.set_exception(error)
        else:
            facts.set_result(result)

    # -- idleness

    def _use(self) -> _Use:
        return _Use(self)

    def _watch_idle(self) -> None:
        """Look again soon whether to unload; the lock is held."""
        due = MEMORY_CHECK_SECONDS
        if self.idle_seconds is not None:
            due = min(due, max(0.0, self._idle_since + self.idle_seconds - time.monotonic()))
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        self._idle_timer = threading.Timer(due, self._unload_idle)
        self._idle_timer.daemon = True
        self._idle_timer.start()

    def _unload_idle(self) -> None:
        """Unload after the idle time, or when memory is short: better now than the system ending some process."""
        with self._lock:
            if self._busy or self._idle_timer is None:
                return
            idle = time.monotonic() - self._idle_since
            if self.idle_seconds is None or idle < self.idle_seconds:
                free = available_memory()
                if free is None or free >= LOW_MEMORY:
                    self._watch_idle()
                    return
            self._idle_timer = None
            connection, self._connection, self._facts = self._connection, None, None
        if connection is not None:
            connection.close()


class _Use:
    """While one of these is entered, an engine is not idle."""

    def __init__(self, engine: ProcessEngine) -> None:
        self._engine = engine

    def __enter__(self) -> None:
        engine = self._engine
        with engine._lock:
            engine._busy += 1
            if engine._idle_timer is not None:
                engine._idle_timer.cancel()
                engine._idle_timer = None

    def __exit__(self, *_: object) -> None:
        engine = self._engine
        with engine._lock:
            engine._busy -= 1
            if not engine._busy and engine._connection is not None:
                engine._idle_since = time.monotonic()
                engine._watch_idle()


async def _result(future: Future[_T]) -> _T:
    """Wait for a future that others may wait for too: being cancelled here does not cancel it."""
    if future.done():
        return future.result()
    return await asyncio.shield(asyncio.wrap_future(future))


class _Generation:
    """What a session knows of its running generation."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.replies: asyncio.Queue[Reply] = asyncio.Queue()
        self.over: Future[None] = Future()
        self.connection: Connection | None = None
        self.number = 0
        self.stopped = False
        self.stopped_early = asyncio.Event()  # stopped before anything was sent

    def deliver(self, reply: Reply) -> None:
        with contextlib.suppress(RuntimeError):  # the loop that asked is closed: nobody waits any more
            self.loop.call_soon_threadsafe(self.replies.put_nowait, reply)

    def stop(self) -> None:
        """Safe in any thread and signal handler."""
        if self.stopped or self.over.done():
            return
        self.stopped = True
        if self.connection is not None:
            self._send_stop(self.connection)
            return
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self.stopped_early.set)

    def sent(self, connection: Connection, number: int) -> None:
        """The process has been told to generate; a stop that came just before is passed on."""
        self.number = number
        self.connection = connection
        if self.stopped:
            self._send_stop(connection)

    def _send_stop(self, connection: Connection) -> None:
        connection.send(op="stop", job=self.number)
        # No threading.Timer: starting a thread takes locks that the code under a signal handler may hold.
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self.loop.call_later, STOP_SECONDS, self._end_a_deaf_engine, connection)

    def _end_a_deaf_engine(self, connection: Connection) -> None:
        if not self.over.done():
            connection.kill("The engine did not stop when told to and was ended.")

    def finish(self) -> None:
        if not self.over.done():
            self.over.set_result(None)


class ProcessSession:
    """One conversation (see `protocol.Session`). It outlives the process: its ids are evaluated again when needed."""

    def __init__(self, engine: ProcessEngine, ids: Sequence[int], *, forks: bool = False) -> None:
        self._engine, self._forks = engine, forks
        self._ids = list(ids)
        self._home: Connection | None = None  # the process that knows this session
        with engine._lock:
            engine._sessions += 1
            self._number = engine._sessions
        self._generation: _Generation | None = None

    @property
    def n_tokens(self) -> int:
        """See `Session.n_tokens`."""
        return len(self._ids)

    @property
    def ids(self) -> tuple[int, ...]:
        """See `Session.ids`."""
        return tuple(self._ids)

    async def count(self, pieces: Sequence[Piece]) -> int:
        """See `Session.count`."""
        with self._engine._use():
            connection, _ = await self._engine._ready()
            return int((await _result(connection.request(op="count", pieces=_to_wire(pieces))))["count"])

    async def begin(self, *parts: Sequence[Piece]) -> int:
        """See `Session.begin`."""
        if self._ids:
            raise EngineError("A conversation can begin only once.")
        fed = 0
        nothing = Borders(frozenset(), frozenset(), None)
        for part in parts:
            async for event in self._generate(part, nothing, 0, Sampling(), begins=True):
                if isinstance(event, Ended):
                    fed += event.fed
                    if event.reason != "length":
                        return fed  # stopped, or no room
        return fed

    async def generate(
        self, pieces: Sequence[Piece], borders: Borders, *, max_tokens: int, sampling: Sampling
    ) -> AsyncIterator[Generated]:
        """See `Session.generate`. With `max_tokens` 0 the pieces are evaluated and nothing is generated."""
        async with contextlib.aclosing(self._generate(pieces, borders, max_tokens, sampling)) as events:
            async for event in events:
                yield event

    async def _generate(
        self, pieces: Sequence[Piece], borders: Borders, max_tokens: int, sampling: Sampling, *, begins: bool = False
    ) -> AsyncGenerator[Generated, None]:
        await self._settled()
        generation = self._generation = _Generation()
        with self._engine._use():
            try:
                connection = await self._attach(generation)
                if connection is None:
                    yield Ended("aborted", 0, 0, 0.0, 0.0)
                    return
                self._begin(generation, connection, pieces, borders, max_tokens, sampling, begins)
                while True:
                    reply = await generation.replies.get()
                    if "died" in reply:
                        self._engine.last_error_log = connection.log
                        raise reply["died"]
                    if "error" in reply:
                        raise _error(reply)
                    if reply.get("pieces") or reply.get("ids"):
                        yield Tokens(_from_wire(reply["pieces"]), len(reply.get("ids", ())))
                    if "end" in reply:
                        yield Ended(
                            reply["end"],
                            reply["generated"],
                            reply["fed"],
                            reply["feed_seconds"],
                            reply["generate_seconds"],
                        )
                        return
            finally:
                if generation.connection is None:
                    generation.finish()
                elif not generation.over.done():
                    generation.stop()
                    await _result(generation.over)

    async def rewind(self, n_tokens: int) -> None:
        """See `Session.rewind`."""
        if not 0 <= n_tokens <= len(self._ids):
            raise EngineError(f"Cannot go back to token {n_tokens} of a session of {len(self._ids)} tokens.")
        await self._settled()
        del self._ids[n_tokens:]
        if self._home is not None and self._home.dead is None:
            self._home.send(op="rewind", session=self._number, n=n_tokens)

    async def fork(self) -> ProcessSession:
        """See `Session.fork`."""
        await self._settled()
        twin = ProcessSession(self._engine, self._ids, forks=self._forks)
        if self._home is not None and self._home.dead is None:
            twin._home = self._home
            self._home.send(op="fork", session=self._number, new=twin._number)
        return twin

    def stop(self) -> None:
        """See `Session.stop`."""
        generation = self._generation
        if generation is not None:
            generation.stop()

    async def close(self) -> None:
        """See `Session.close`."""
        generation = self._generation
        if generation is not None and not generation.over.done():
            generation.stop()
            await _result(generation.over)
        if self._home is not None and self._home.dead is None:
            self._home.send(op="close", session=self._number)
        self._home = None

    async def _settled(self) -> None:
        """Wait for a generation that was left early; refuse while one is being read."""
        generation = self._generation
        if generation is not None and not generation.over.done():
            for _ in range(4):  # an iterator left by `break` is closed by the loop, some turns later
                if not generation.stopped:
                    await asyncio.sleep(0)
            if not generation.stopped and not generation.over.done():
                raise EngineError("This session is generating; stop it or wait for its end.")
            await _result(generation.over)

    async def _attach(self, generation: _Generation) -> Connection | None:
        """A process that has the model and knows this session; None if the generation is stopped before that."""
        if self._engine.loaded:
            connection, _ = await self._engine._ready()
        else:
            ready = asyncio.ensure_future(self._engine._ready())
            stopped = asyncio.ensure_future(generation.stopped_early.wait())
            try:
                await asyncio.wait({ready, stopped}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                stopped.cancel()
                if not ready.done():
                    ready.cancel()
            if generation.stopped:
                if ready.done() and not ready.cancelled():
                    ready.exception()  # nobody is left to read it
                return None
            connection, _ = ready.result()
        if self._home is not connection:
            connection.send(op="open", session=self._number, ids=self._ids, forks=self._forks)
            self._home = connection
        return connection

    def _begin(
        self,
        generation: _Generation,
        connection: Connection,
        pieces: Sequence[Piece],
        borders: Borders,
        max_tokens: int,
        sampling: Sampling,
        begins: bool,
    ) -> None:
        number = connection.number()

        def on_reply(reply: Reply) -> None:  # in the reader thread
            self._ids += reply.get("appended") or reply.get("ids") or ()
            if dropped := reply.get("dropped"):  # a stop text, which is no part of the session
                del self._ids[-dropped:]
                self._ids += reply["again"]
            if reply.keys() & {"end", "error", "died"}:
                connection.forget(number)
                generation.finish()
            if "appended" not in reply:
                generation.deliver(reply)

        connection.ask(
            on_reply,
            number,
            op="generate",
            session=self._number,
            pieces=_to_wire(pieces),
            stop=sorted(borders.stop),
            stop_text=borders.stop_text,
            forbidden=sorted(borders.forbidden),
            first=None if borders.at_border is None else sorted(borders.at_border),
            max_tokens=max_tokens,
            sampling=dataclasses.asdict(sampling),
            prefix=self._engine._prefix_store() if begins else None,
            begins=begins,
        )
        generation.sent(connection, number)

    def __del__(self) -> None:
        if self._home is not None and self._home.dead is None:
            self._home.send(op="close", session=self._number)
