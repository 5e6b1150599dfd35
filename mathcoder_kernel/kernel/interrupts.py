"""SIGINT while a question is being answered.

The stock handler of an async cell does not wake an idle event loop (seconds), and `default_int_handler` would raise in
the middle of the loop and end the kernel. So while a turn is active SIGINT asks it to stop. Generated code runs under
the executor's own handler, so that it gets an ordinary KeyboardInterrupt. Signals exist in the main thread only;
elsewhere these functions do nothing.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeAlias

Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


class HandlerStack:
    """SIGINT handlers, each pushed over the one before and popped in turn. Nested requests nest their handlers."""

    def __init__(self) -> None:
        self._below: list[Handler] = []

    def push(self, handler: Handler) -> None:
        """Install a handler over the present one."""
        if threading.current_thread() is threading.main_thread():
            self._below.append(signal.signal(signal.SIGINT, handler))

    def hold(self) -> None:
        """Keep the present handler for one more level, to be popped as any other."""
        if threading.current_thread() is threading.main_thread():
            self.push(signal.getsignal(signal.SIGINT))

    def pop(self) -> None:
        """Put back the handler under the last one pushed."""
        if self._below and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._below.pop())

    def replace(self, handler: Handler) -> None:
        """Exchange the present handler; `pop` still puts back the one under it."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, handler)


class StopOnInterrupt:
    """A SIGINT handler that stops what is under way: the first interrupt by `stop`, a second by `cancel`.

    Both are called inside the signal handler. An interrupt that comes before `arm` is remembered and stops at once.
    """

    def __init__(self) -> None:
        self._stop: Callable[[], None] | None = None
        self._cancel: Callable[[], None] | None = None
        self.interrupts = 0

    def arm(self, stop: Callable[[], None], cancel: Callable[[], None]) -> None:
        """From now on interrupts end this."""
        self._stop, self._cancel = stop, cancel
        if self.interrupts:
            stop()

    def disarm(self) -> None:
        """It is over: interrupts that come now have nothing to stop."""
        self._stop = self._cancel = None

    def __call__(self, signum: int = signal.SIGINT, frame: FrameType | None = None) -> None:
        self.interrupts += 1
        act = self._stop if self.interrupts == 1 else self._cancel
        if act is not None:
            act()


@contextmanager
def stop_on_interrupt(handlers: HandlerStack | None = None) -> Iterator[StopOnInterrupt]:
    """A StopOnInterrupt that is installed while the context lasts."""
    handlers = handlers or HandlerStack()
    handler = StopOnInterrupt()
    handlers.push(handler)
    try:
        yield handler
    finally:
        handlers.pop()
