"""The process that pool children are forked from: `python -m mathcoder_kernel.execution.zygote FD`.

It has NumPy, SymPy and a ready IPython shell in memory, runs one thread, and does two things on request of the host:
fork a child that serves one session, and kill and reap a child. It ends, with all its children, when the host's end of
the control socket closes. With `--session PORT TOKEN` it serves a single session itself: the way where fork is missing.

Control socket, host to zygote: `F` + a passed descriptor (answer: pid, 4 bytes), `R` + pid (kill, reap; answer: wait
status, 4 bytes). Session socket: frames of 4 bytes length + body; requests are pickles (the host is trusted), answers
are JSON (the child is not).
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import io
import json
import os
import pickle
import random
import shutil
import signal
import socket
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping
from types import FrameType
from typing import Any

from mathcoder_kernel.execution.confinement import confine, refuse
from mathcoder_kernel.execution.outputs import (
    INTERRUPTED_MESSAGE,
    INTERRUPTED_NOTE,
    ErrorText,
    OutputCollector,
    timeout_message,
    timeout_note,
)
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.execution.variables import describe
from mathcoder_kernel.lce.transcript import ExecutionStatus

SEED = 0
FILE_BYTES = 64 << 20  # largest file a child may write
OPEN_FILES = 64
_FRAMES = 10  # of a traceback, from either end
_NOT_THEIRS: set[str] = set()  # files whose frames are not part of a student's traceback

# SymPy imports lazily and builds tables on first use: 110 ms that every child would pay. The cache is emptied again, so
# that results do not depend on what ran before.
_WARM_UP = """
from sympy import *
x, y, n = symbols("x y n")
solve(x**2 - 3*x + 1, x), solve([x + y - 3, x - y - 1], [x, y]), solve(x**2 > 1, x), solveset(x**2 - 2, x)
nsolve(cos(x) - x, 1), simplify(sin(x)**2 + (x**2 - 1)/(x - 1)), factor(x**3 - 1), expand((x + 1)**3)
diff(sin(x)*exp(x), x), integrate(x**2*exp(x), x), integrate(sin(x), (x, 0, pi)), limit(sin(x)/x, x, 0)
summation(n, (n, 1, 10)), series(exp(x), x, 0, 4), apart(1/(x**2 - 1)), together(1/x + 1/y), div(x**3 - 1, x - 1)
Matrix([[1, 2], [3, 4]]).inv(), Matrix([[1, 2], [3, 4]]).eigenvals(), Matrix([[1, 2], [3, 4]]).det()
factorint(360), isprime(97), gcd(12, 18), nsimplify(0.5), sqrt(8), Rational(1, 3).evalf(), N(pi), latex(x/2)
"""
_FORGET = "from sympy.core.cache import clear_cache; clear_cache()"


# --- frames ---------------------------------------------------------------------------------------------------------


def send_frame(channel: socket.socket, body: bytes) -> None:
    """Write one frame."""
    channel.sendall(struct.pack("!I", len(body)) + body)


def receive_frame(channel: socket.socket, limit: int = 1 << 30) -> bytes:
    """Read one frame; EOFError when the other end is gone, ValueError when it is longer than `limit`."""
    (length,) = struct.unpack("!I", _receive(channel, 4))
    if length > limit:
        raise ValueError(f"frame of {length} bytes")
    return _receive(channel, length)


def _receive(channel: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = channel.recv(min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def result_to_json(result: ExecutionResult) -> dict[str, Any]:
    """A JSON-ready dict of a result; `pool` reads it back."""
    cut = result.cut
    return {
        "status": str(result.status),
        "text": result.text,
        "outputs": list(result.outputs),
        "value": result.value,
        "error": result.error,
        "message": result.message,
        "cut": None if cut is None else [cut.head, cut.tail, cut.omitted],
        "seconds": result.seconds,
        "execution_count": result.execution_count,
    }


# --- the shell in a child -------------------------------------------------------------------------------------------


class _Stream(io.TextIOBase):
    """sys.stdout or sys.stderr of a child: goes to the collector of the running block."""

    encoding = "utf-8"
    errors = "surrogatepass"

    def __init__(self, name: str, child: Child) -> None:
        self._name = name
        self._child = child

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        collector = self._child.collector
        if collector is not None:
            collector.stream(self._name, text)
        return len(text)


class Child:
    """The shell and the state of one session. Built once in the zygote; the forked child uses its copy."""

    def __init__(self) -> None:
        from IPython.core.displayhook import DisplayHook
        from IPython.core.displaypub import DisplayPublisher
        from IPython.core.interactiveshell import InteractiveShell
        from IPython.lib.pretty import pretty
        from traitlets.config import Config

        child = self

        class Hook(DisplayHook):
            def compute_format_data(self, result: Any) -> Any:
                data, metadata = super().compute_format_data(result)  # type: ignore[no-untyped-call]
                if not data:
                    try:
                        pretty(result)  # type: ignore[no-untyped-call]
                    except Exception as error:  # a kernel shows it as an error; here the formatter only prints it
                        child.shown_error = error
                return data, metadata

            def write_output_prompt(self) -> None:
                pass

            def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
                child.add({"output_type": "execute_result", "data": format_dict, "metadata": md_dict or {}})

            def log_output(self, format_dict: dict[str, Any]) -> None:
                pass

            def finish_displayhook(self) -> None:
                self._is_active = False

        class Publisher(DisplayPublisher):
            def publish(self, data: Any, metadata: Any = None, *_: Any, **__: Any) -> None:
                child.add({"output_type": "display_data", "data": dict(data), "metadata": metadata or {}})

            def clear_output(self, wait: bool = False) -> None:
                pass

        class Shell(InteractiveShell):
            def showtraceback(self, *args: Any, **kwargs: Any) -> None:
                pass  # the error is read from the result of run_cell

            def _showtraceback(self, *args: Any, **kwargs: Any) -> None:
                pass

            def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
                pass

            def showindentationerror(self) -> None:
                pass

            def _format_exception_for_storage(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
                return {"ename": "", "evalue": "", "traceback": []}  # its coloured traceback takes 20 ms and more

            def ask_exit(self) -> None:
                raise SystemExit

        config = Config()
        config.HistoryManager.enabled = False  # else it starts a thread, and fork needs a single one
        _NOT_THEIRS.update({__file__, InteractiveShell.run_code.__code__.co_filename})
        self.collector: OutputCollector | None = None
        self.shown_error: BaseException | None = None
        self._stopped: str | None = None
        self._running = False
        make_shell: Any = Shell
        self.shell: Any = make_shell(config=config, displayhook_class=Hook, display_pub_class=Publisher)
        self.shell.display_formatter.active_types = ["text/plain"]
        self.streams = _Stream("stdout", self), _Stream("stderr", self)
        for block in ("1 +", "1 / 0", "1 + 1", *((_WARM_UP, _FORGET) if "sympy" in sys.modules else ())):
            self.run(block, Limits(), "short")
        self.shell.reset(new_session=True)
        self.shell.execution_count = 1

    def add(self, output: dict[str, Any]) -> None:
        if self.collector is not None:
            self.collector.add(output)

    def stop(self, number: int, frame: FrameType | None) -> None:
        """Signal handler: SIGALRM is the time limit, SIGINT a person."""
        if self._running:
            self._stopped = "interrupted" if number == signal.SIGINT else "timeout"
            raise KeyboardInterrupt

    def run(self, code: str, limits: Limits, error_text: ErrorText) -> ExecutionResult:
        """Run one block in the shell."""
        collector = self.collector = OutputCollector(limits, error_text=error_text)
        count = self.shell.execution_count
        self._stopped = self.shown_error = None
        saved = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self.streams
        started = time.perf_counter()
        error: BaseException | None = None
        try:
            self._running = True
            outcome = self.shell.run_cell(code, store_history=True)
            self._running = False
            error = outcome.error_before_exec or outcome.error_in_exec or self.shown_error
        except BaseException as raised:  # a signal between the code and our own lines
            self._running = False
            error = raised
        finally:
            sys.stdout, sys.stderr = saved
        seconds = time.perf_counter() - started
        self.collector = None
        if isinstance(error, KeyboardInterrupt) and self._stopped == "timeout":
            collector.add(_error_output(TimeoutError(timeout_message(limits.seconds))))
            return collector.result(
                ExecutionStatus.TIMEOUT,
                note=timeout_note(limits.seconds),
                message=timeout_message(limits.seconds),
                seconds=seconds,
                execution_count=count,
            )
        if isinstance(error, KeyboardInterrupt) and self._stopped == "interrupted":
            collector.add(_error_output(KeyboardInterrupt(INTERRUPTED_MESSAGE)))
            return collector.result(
                ExecutionStatus.INTERRUPTED,
                note=INTERRUPTED_NOTE,
                message=INTERRUPTED_MESSAGE,
                seconds=seconds,
                execution_count=count,
            )
        if error is not None:
            collector.add(_error_output(error))
        return collector.result(seconds=seconds, execution_count=count)

    def answer(self, request: Mapping[str, Any]) -> Any:
        """Serve one request of the host; the answer is JSON-ready."""
        operation = request["op"]
        limits: Limits = request.get("limits") or Limits()
        if operation == "run":
            with _limited(limits):
                return result_to_json(self.run(request["code"], limits, request["error_text"]))
        if operation == "put":
            with _limited(limits):
                self.shell.push({name: pickle.loads(data) for name, data in request["names"].items()})
            return None
        if operation == "variables":
            space = self.shell.user_ns
            return {name: describe(space[name]) for name in request["names"] if name in space}
        if operation == "call":
            module, _, name = request["target"].partition(":")
            with _limited(limits):
                function: Any = importlib.import_module(module)
                for part in name.split("."):
                    function = getattr(function, part)
                return function(*request["args"])
        raise ValueError(f"unknown request {operation!r}")

    def serve(self, channel: socket.socket) -> None:
        """Answer requests until the host hangs up."""
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while True:
            try:
                request = pickle.loads(receive_frame(channel))
            except EOFError:
                return
            try:
                answer: dict[str, Any] = {"ok": self.answer(request)}
                body = json.dumps(answer).encode("utf-8", "surrogatepass")
            except BaseException as error:
                name = type(error).__name__
                body = json.dumps({"error": name, "message": f"{name}: {error}"}).encode("utf-8", "surrogatepass")
            send_frame(channel, body)


def _error_output(error: BaseException) -> dict[str, Any]:
    frames = [
        frame for frame in traceback.walk_tb(error.__traceback__) if frame[0].f_code.co_filename not in _NOT_THEIRS
    ]
    if len(frames) > 2 * _FRAMES:
        frames = frames[:_FRAMES] + frames[-_FRAMES:]
    try:
        message = str(error)
        lines = traceback.StackSummary.extract(frames).format() + traceback.format_exception_only(error)
    except Exception:  # the exception's own __str__ failed
        message, lines = "", []
    return {
        "output_type": "error",
        "ename": type(error).__name__,
        "evalue": message,
        "traceback": [line.rstrip("\n") for line in lines],
    }


@contextlib.contextmanager
def _limited(limits: Limits) -> Iterator[None]:
    """Memory and CPU limits and the soft time limit; the host holds the hard one."""
    try:
        import resource
    except ImportError:
        yield
        return
    if limits.memory_bytes is not None:
        _set_limit(resource.RLIMIT_AS, limits.memory_bytes)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _set_limit(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + limits.seconds) + 5)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds, 0.25)  # repeats: code may swallow the first one
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _set_limit(which: int, value: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


# --- the zygote -----------------------------------------------------------------------------------------------------


def _enclose(home: str) -> None:
    """What a forked child does first: own group, own home, no terminal, limits, no network, no processes."""
    os.setpgid(0, 0)
    os.mkdir(home, 0o700)
    os.chdir(home)
    os.environ.update(HOME=home, TMPDIR=home, PWD=home)
    tempfile.tempdir = None
    random.seed(SEED)  # Python seeds it anew after a fork
    import resource

    for which, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _set_limit(which, value)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then a too large file is an OSError
    confine(home)


def serve_host(control: socket.socket, homes: str) -> None:
    """The zygote's loop; returns when the host hangs up."""
    child = Child()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    alive: set[int] = set()
    control.sendall(b"ready")
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 5, 1)
        if not message:
            break
        if message[:1] == b"F":
            pid = os.fork()
            if pid == 0:
                control.close()
                try:
                    _die_with_parent()
                    _enclose(os.path.join(homes, str(os.getpid())))
                    with socket.socket(fileno=descriptors[0]) as channel:
                        child.serve(channel)
                finally:
                    os._exit(0)
            os.close(descriptors[0])
            alive.add(pid)
            control.sendall(struct.pack("!i", pid))
        else:
            (pid,) = struct.unpack("!i", message[1:])
            control.sendall(struct.pack("!i", _reap(pid, homes)))
            alive.discard(pid)
    for pid in alive:
        _reap(pid, homes)
    shutil.rmtree(homes, ignore_errors=True)  # a host that was killed cannot


def _reap(pid: int, homes: str) -> int:
    for kill in (os.kill, os.killpg):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)
    try:
        _, status = os.waitpid(pid, 0)
    except ChildProcessError:
        status = 0
    home = os.path.join(homes, str(pid))
    try:
        os.rmdir(home)
    except OSError:
        shutil.rmtree(home, ignore_errors=True)
    return status


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def main(arguments: list[str]) -> None:
    """Entry point of the process; see the module's docstring."""
    for name in os.environ.get("MATHCODER_PRELOAD", "").split(","):
        if name:
            importlib.import_module(name)
    random.seed(SEED)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(SEED)
    if arguments[0] == "--session":
        port, token = arguments[1:]
        channel = socket.create_connection(("127.0.0.1", int(port)))
        channel.sendall(token.encode())
        home = tempfile.mkdtemp(prefix="mathcoder-")
        os.chdir(home)
        try:
            child = Child()
            sys.addaudithook(refuse)
            child.serve(channel)
        finally:
            os.chdir(os.path.dirname(home))
            shutil.rmtree(home, ignore_errors=True)
        return
    with socket.socket(fileno=int(arguments[0])) as control:
        serve_host(control, arguments[1])


if __name__ == "__main__":
    main(sys.argv[1:])
