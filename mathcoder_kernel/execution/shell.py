"""The shell executor: runs generated code in the live IPython shell, with IPython's own semantics.

Outputs are shown as those of any cell, under the request that is being handled, and collected in order on the way:
`sys.stdout` and `sys.stderr` are wrapped while a block runs, the display hook, the display publisher and the traceback
printer are watched. So it is the same in an ipykernel and in a terminal.

What belongs to a block is told by a context variable, not by time: a thread that an earlier block (or the student)
started prints to the notebook as ever, and the model does not read it as the output of the block that runs now.

Stopping: the time limit and `interrupt()` raise KeyboardInterrupt in the thread that runs the code, by SIGINT where it
is the main thread; a top-level `await` is cancelled. Code that swallows the exception is interrupted again and again.
Native code cannot be stopped from Python: after two seconds a line says so.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import ctypes
import io
import os
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Collection, Iterator
from types import FrameType
from typing import Any, TypeAlias

from mathcoder_kernel.execution.outputs import (
    INTERRUPTED_MESSAGE,
    INTERRUPTED_NOTE,
    ErrorText,
    OutputCollector,
    timeout_message,
    timeout_note,
)
from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, OnOutput
from mathcoder_kernel.execution.variables import describe
from mathcoder_kernel.lce.transcript import ExecutionStatus

AGAIN_SECONDS = 0.25  # between interrupts, while the code does not stop
STUBBORN_SECONDS = 2.0  # then a line says that it cannot be stopped
STUBBORN_LINE = "\nStill stopping: the code is in a step that Python cannot interrupt. Restart the kernel to end it.\n"

_running: contextvars.ContextVar[_Run | None] = contextvars.ContextVar("mathcoder_running_block", default=None)

RunCell: TypeAlias = Callable[[], Awaitable[BaseException | None]]
"""Runs a cell by the kernel's own means and shows its outputs; returns its error, if any."""


def stops_with_block(task: asyncio.Future[Any]) -> bool:
    """Tie the task of a top-level `await` to the block that runs in this context; False where none runs."""
    run = _running.get()
    if run is not None:
        run.adopt(task)
    return run is not None


@contextlib.contextmanager
def time_limit_paused() -> Iterator[None]:
    """While a person types into `input()`, the time limit of the block in this context stands still."""
    run = _running.get()
    if run is None:
        yield
        return
    with run.paused():
        yield


class ShellExecutor:
    """Runs blocks in `shell`, one at a time, on the thread and the event loop that call `run`.

    `error_text` is what the model reads of an error: its last line, or the traceback.
    """

    def __init__(self, shell: Any, error_text: ErrorText = "short") -> None:
        self.shell = shell
        self._error_text = error_text
        self._current: _Run | None = None

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """Run one block in the live namespace; see the module's docstring. Never raises for what the code does."""
        return await self._watch(request, None, on_output)

    async def watch(
        self, request: ExecutionRequest, cell: RunCell, on_output: OnOutput | None = None
    ) -> ExecutionResult:
        """Collect, limit and stop as in `run` a block that is a cell of its own: `cell` runs it."""
        return await self._watch(request, cell, on_output)

    async def _watch(
        self, request: ExecutionRequest, cell: RunCell | None, on_output: OnOutput | None
    ) -> ExecutionResult:
        if self._current is not None:
            return ExecutionResult(
                ExecutionStatus.REFUSED,
                "RuntimeError: another block is running",
                message="Another block of generated code is still running in this kernel.",
            )
        collector = OutputCollector(request.limits, on_output, self._error_text)
        run = self._current = _Run(self.shell, request, collector, cell)
        try:
            return await run.execute()
        finally:
            self._current = None

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        """One-line descriptions of those of `names` that exist in the live namespace."""
        space = self.shell.user_ns
        return {name: describe(space[name]) for name in names if name in space}

    def interrupt(self) -> None:
        """Interrupt the running block, if any. Callable from any thread."""
        run = self._current
        if run is not None:
            run.stop("interrupted")

    async def close(self) -> None:
        """Nothing is held: the shell belongs to the kernel."""


class _Run:
    """One block while it runs."""

    def __init__(
        self, shell: Any, request: ExecutionRequest, collector: OutputCollector, cell: RunCell | None = None
    ) -> None:
        self.shell = shell
        self._cell = cell
        self.request = request
        self.collector = collector
        self.muted = False  # while the terminal's display hook prints what is collected as a value
        self._thread = threading.get_ident()
        self._on_main = threading.current_thread() is threading.main_thread()
        self._lock = threading.Lock()
        self._stopped: str | None = None
        self._in_code = False
        self._done = threading.Event()
        self._wake = threading.Event()
        self._paused_since: float | None = None
        self._paused_seconds = 0.0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Future[Any] | None = None

    # --- running ----------------------------------------------------------------------------------------------------

    async def execute(self) -> ExecutionResult:
        limits = self.request.limits
        self._loop = asyncio.get_running_loop()
        token = _running.set(self)
        started = time.perf_counter()
        error: BaseException | None = None
        try:
            with self._collecting(), self._stoppable():
                try:
                    self._in_code = True
                    error = await (self._run_cell() if self._cell is None else self._cell())
                except KeyboardInterrupt as interrupt:  # raised by our handler between the code and IPython's lines
                    error = interrupt
                except Exception as failure:  # IPython itself stumbles over what the code left (`sys.stdout = None`)
                    error = failure
                finally:
                    self._in_code = False
        finally:
            _running.reset(token)
        seconds = time.perf_counter() - started
        stopped = self._stopped if isinstance(error, KeyboardInterrupt | asyncio.CancelledError) else None
        if self._stopped == "interrupted":  # also when the code had just ended, or swallowed it: the person said stop
            stopped = "interrupted"
        if stopped == "timeout":
            return self.collector.result(
                ExecutionStatus.TIMEOUT,
                note=timeout_note(limits.seconds),
                message=timeout_message(limits.seconds),
                seconds=seconds,
            )
        if stopped == "interrupted":
            return self.collector.result(
                ExecutionStatus.INTERRUPTED, note=INTERRUPTED_NOTE, message=INTERRUPTED_MESSAGE, seconds=seconds
            )
        if error is not None and self.collector.error is None:  # IPython showed no traceback of it
            self.collector.add(
                {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": []}
            )
        return self.collector.result(seconds=seconds)

    async def _run_cell(self) -> BaseException | None:
        shell, code = self.shell, self.request.code
        preprocessing = None
        try:
            transformed = shell.transform_cell(code)
        except Exception:
            transformed, preprocessing = code, sys.exc_info()
        coroutine = shell.run_cell_async(
            code, store_history=False, transformed_cell=transformed, preprocessing_exc_tuple=preprocessing
        )
        outcome: Any = None
        try:
            if shell.should_run_async(code, transformed_cell=transformed, preprocessing_exc_tuple=preprocessing):
                # A task of its own, so that a stop cancels the code and not the turn that waits for it.
                self._task = asyncio.ensure_future(coroutine)
                try:
                    outcome = await asyncio.shield(self._task)
                except asyncio.CancelledError:
                    if not self._task.done():  # the turn was cancelled: so is its code
                        self._task.cancel()
                        await asyncio.wait([self._task])
                    raise
            else:
                outcome = await coroutine
        finally:
            shell.events.trigger("post_execute")  # the inline backend shows figures here
            shell.events.trigger("post_run_cell", outcome)
        error: BaseException | None = outcome.error_before_exec or outcome.error_in_exec
        return error

    # --- collecting -------------------------------------------------------------------------------------------------

    def takes(self) -> bool:
        """Whether output of the calling context belongs to this block."""
        return _running.get() is self and not self.muted

    @contextlib.contextmanager
    def _collecting(self) -> Iterator[None]:
        shell, collector = self.shell, self.collector
        hook, publisher = shell.displayhook, shell.display_pub
        provenance = {"mathcoder": dict(self.request.provenance)} if self.request.provenance else {}
        quiet = hook.semicolon_at_end_of_expression

        start, compute, finish = hook.start_displayhook, hook.compute_format_data, hook.finish_displayhook

        def start_displayhook() -> None:
            self.muted = _running.get() is self
            start()

        def compute_format_data(result: Any) -> Any:
            data, metadata = compute(result)
            if _running.get() is self and data:
                metadata = {**(metadata or {}), **provenance}
                collector.add(
                    {"output_type": "execute_result", "data": data, "metadata": metadata, "execution_count": None},
                    _stock_text(shell, result),
                )
            return data, metadata

        def finish_displayhook() -> None:
            try:
                finish()
            finally:
                self.muted = False

        capturing = sys.displayhook  # where the asking cell captures its outputs (`%%capture`), values go there

        def capture_and_collect(result: Any) -> None:
            capturing(result)
            if _running.get() is self and result is not None and not quiet(self.request.code):
                data, metadata = shell.display_formatter.format(result)
                collector.add(
                    {"output_type": "execute_result", "data": data, "metadata": metadata, "execution_count": None},
                    _stock_text(shell, result),
                )

        publish = publisher.publish

        def publish_collected(data: Any, metadata: Any = None, *args: Any, **kwargs: Any) -> None:
            if not self.takes():
                publish(data, metadata, *args, **kwargs)
                return
            metadata = {**(metadata or {}), **provenance}
            shown = True
            if not kwargs.get("update"):
                shown = collector.add({"output_type": "display_data", "data": dict(data), "metadata": metadata})
            if shown:
                self.muted = True
                try:
                    publish(data, metadata, *args, **kwargs)
                finally:
                    self.muted = False

        show, print_traceback = shell.showtraceback, shell._showtraceback

        def showtraceback(*args: Any, **kwargs: Any) -> None:
            self.muted = False
            kind = sys.exc_info()[0]
            if self._stopped and kind is not None and issubclass(kind, KeyboardInterrupt | asyncio.CancelledError):
                # Rendering a traceback takes up to 100 ms, and where it was stopped is chance.
                timed_out = self._stopped == "timeout"
                name = "TimeoutError" if timed_out else "KeyboardInterrupt"
                message = timeout_message(self.request.limits.seconds) if timed_out else INTERRUPTED_MESSAGE
                print_and_collect(type(name, (Exception,), {}), message, [f"{name}: {message}"])
                return
            show(*args, **kwargs)

        def print_and_collect(kind: Any, value: Any, lines: list[str]) -> None:
            if _running.get() is self:
                collector.add(
                    {
                        "output_type": "error",
                        "ename": kind.__name__,
                        "evalue": str(value),
                        "traceback": [str(line) for line in lines],
                    }
                )
            was, self.muted = self.muted, True  # a terminal prints it
            try:
                print_traceback(kind, value, lines)
            finally:
                self.muted = was

        store = getattr(shell, "_format_exception_for_storage", None)

        def format_for_storage(error: Any, *args: Any, **kwargs: Any) -> Any:
            if self._stopped and isinstance(error, KeyboardInterrupt | asyncio.CancelledError):
                return {"ename": type(error).__name__, "evalue": str(error), "traceback": []}  # as above
            return store(error, *args, **kwargs) if store is not None else {}

        def ask_exit(*_: Any) -> None:
            raise SystemExit  # exit() ends the block, never the kernel

        replaced: list[tuple[Any, str, Any]] = [
            (hook, "start_displayhook", start_displayhook),
            (hook, "compute_format_data", compute_format_data),
            (hook, "finish_displayhook", finish_displayhook),
            (hook, "quiet", lambda: quiet(self.request.code)),
            (publisher, "publish", publish_collected),
            (shell, "showtraceback", showtraceback),
            (shell, "_showtraceback", print_and_collect),
            (shell, "ask_exit", ask_exit),
            # ipykernel's note that a value could not be shown: not to fail the cell that asked
            (shell, "_last_traceback_during_displayhook", False),
            (shell, "_format_exception_for_storage", format_for_storage),
        ]
        from IPython.core.displayhook import CapturingDisplayHook

        if isinstance(capturing, CapturingDisplayHook):
            replaced.append((sys, "displayhook", capture_and_collect))
        streams = _Tee("stdout", sys.stdout, self), _Tee("stderr", sys.stderr, self)
        with contextlib.ExitStack() as stack:
            for owner, name, replacement in replaced:
                stack.enter_context(_instance_attribute(owner, name, replacement))
            stack.enter_context(_threads_keep_context())
            sys.stdout, sys.stderr = streams
            try:
                yield
            finally:
                for name, tee in zip(("stdout", "stderr"), streams, strict=True):
                    with contextlib.suppress(Exception):
                        tee.flush()
                    now = getattr(sys, name, None)
                    # What else stands there is a redirection that the code means to keep, if one can print to it.
                    if now is tee or not (hasattr(now, "write") and hasattr(now, "flush")):
                        setattr(sys, name, tee.real)

    # --- stopping ---------------------------------------------------------------------------------------------------

    def stop(self, reason: str) -> None:
        """Stop the code; the first reason counts. Callable from any thread."""
        with self._lock:
            if self._done.is_set():
                return
            if self._stopped is None:
                self._stopped = reason
        self._wake.set()

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """The time limit stands still."""
        self._paused_since = since = time.monotonic()
        try:
            yield
        finally:
            self._paused_seconds += time.monotonic() - since
            self._paused_since = None

    @contextlib.contextmanager
    def _stoppable(self) -> Iterator[None]:
        previous: Any = None
        if self._on_main:
            previous = signal.signal(signal.SIGINT, self._on_signal)
        # In the block's context, so that the line of the watchdog appears under the block.
        watchdog = threading.Thread(
            target=contextvars.copy_context().run, args=(self._watch,), name="mathcoder-watchdog", daemon=True
        )
        watchdog.start()
        try:
            yield
        finally:
            with self._lock:
                self._done.set()
            self._wake.set()
            watchdog.join()
            if self._on_main:
                # A last interrupt of the watchdog may be pending: it runs here, under our handler, and does nothing.
                signal.signal(signal.SIGINT, signal.SIG_DFL if previous is None else previous)

    def _watch(self) -> None:
        """The watchdog: waits for the end, the limit or a stop, then interrupts until the code has ended."""
        started = time.monotonic()
        while not self._wake.is_set():
            since, limit = self._paused_since, self.request.limits.seconds + self._paused_seconds
            left = AGAIN_SECONDS if since is not None else started + limit - time.monotonic()
            if left <= 0:
                self.stop("timeout")
            else:
                self._wake.wait(left)
        if self._done.is_set():
            return
        asked, said = time.monotonic(), False
        while True:
            with self._lock:
                if self._done.is_set():
                    return
                self._interrupt_thread()
            if self._done.wait(AGAIN_SECONDS):
                return
            if not said and time.monotonic() - asked > STUBBORN_SECONDS:
                said = True
                stream = getattr(sys.stderr, "real", sys.stderr)
                with contextlib.suppress(Exception):
                    stream.write(STUBBORN_LINE)
                    stream.flush()

    def _interrupt_thread(self) -> None:
        if self._on_main:
            if os.name == "posix":
                signal.pthread_kill(self._thread, signal.SIGINT)  # also ends a sleep or a read
            else:
                import _thread

                _thread.interrupt_main()
        elif self._task is not None:
            self._cancel_task()
        elif self._in_code:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._thread), ctypes.py_object(KeyboardInterrupt)
            )

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        """SIGINT, of a person or of the watchdog, while the block runs."""
        if self._done.is_set():  # this thread may be inside of `_wake.set()`, whose lock is not to be taken twice
            return
        if self._stopped is None:
            self._stopped = "interrupted"
            self._wake.set()
        if not self._in_code:
            return
        if self._is_executing(frame):
            raise KeyboardInterrupt
        self._cancel_task()

    def adopt(self, task: asyncio.Future[Any]) -> None:
        """Cancel this task to stop the block."""
        self._task = task

    def _cancel_task(self) -> None:
        if self._task is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)

    def _is_executing(self, frame: FrameType | None) -> bool:
        """Whether the code is on the stack; raising elsewhere would end the event loop, hence the kernel."""
        own: set[Any] = {type(self.shell).run_code.__code__}
        if self._cell is None:
            own.add(_Run._run_cell.__code__)
        while frame is not None:
            if frame.f_code in own:
                return True
            frame = frame.f_back
        return False


class _Tee(io.TextIOBase):
    """A stream that shows what it is given on the real one and hands it to the block's collector."""

    def __init__(self, name: str, real: Any, run: _Run) -> None:
        self.real = real
        self._name = name
        self._run = run

    def write(self, text: str) -> int:
        if self._run.takes():
            if not isinstance(text, str):
                raise TypeError(f"write() argument must be str, not {type(text).__name__}")
            shown = self._run.collector.stream(self._name, text)
            if shown:
                self.real.write(shown)
        else:
            self.real.write(text)
        return len(text)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        self.real.flush()

    def isatty(self) -> bool:
        return bool(self.real.isatty())

    def fileno(self) -> int:
        return int(self.real.fileno())

    @property
    def encoding(self) -> Any:  # type: ignore[override]
        return self.real.encoding

    @property
    def errors(self) -> Any:  # type: ignore[override]
        return self.real.errors

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def _stock_text(shell: Any, value: Any) -> str | None:
    """`value` as IPython writes it without the person's own printers (SymPy's `init_printing`, `%precision`), which a
    model has never read; None where the shell has none."""
    from IPython.core.formatters import PlainTextFormatter
    from IPython.lib import pretty

    printers = shell.display_formatter.formatters["text/plain"].type_printers
    stock: dict[Any, Any] = pretty._type_pprinters
    if all(stock.get(kind) is printer for kind, printer in printers.items()):
        return None
    text = PlainTextFormatter()(value)
    return text if isinstance(text, str) else None


@contextlib.contextmanager
def _instance_attribute(owner: Any, name: str, value: Any) -> Iterator[None]:
    """`value` in place of `owner.name` for a while; the class is left alone."""
    missing = object()
    before = vars(owner).get(name, missing)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if before is missing:
            with contextlib.suppress(AttributeError):
                delattr(owner, name)
        else:
            setattr(owner, name, before)


@contextlib.contextmanager
def _threads_keep_context() -> Iterator[None]:
    """Threads that the code starts run in a copy of its context, so that what they print stays with their block."""
    start: Callable[[threading.Thread], None] = threading.Thread.start

    def start_in_context(thread: threading.Thread) -> None:
        if _running.get() is not None:
            run, context = thread.run, contextvars.copy_context()
            thread.run = lambda: context.run(run)  # type: ignore[method-assign]
        start(thread)

    threading.Thread.start = start_in_context  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        threading.Thread.start = start  # type: ignore[method-assign,assignment]
