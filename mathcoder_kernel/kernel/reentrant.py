# mypy: disable-error-code="no-untyped-call,no-untyped-def"
"""A kernel that goes on handling requests while one of its cells awaits.

ipykernel handles the requests of its main shell one after the other. While a question is being answered its cell only
waits for the model, so these may pass: the cells that the answer inserted and is waiting for (`expect`), completion,
inspection and the like, and comm messages. All other cells wait for the end as ever, so Run All keeps its order.

Requests that pass run in a context of their own: their outputs, `input()` and replies belong to them. When such a
request has ended, the asking cell is the parent again and is published as busy again.
"""

from __future__ import annotations

import asyncio
import builtins
import contextvars
import getpass
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeAlias

from ipykernel.ipkernel import IPythonKernel

from mathcoder_kernel.execution.shell import stops_with_block, time_limit_paused
from mathcoder_kernel.kernel.interrupts import HandlerStack

Reply: TypeAlias = dict[str, Any]
Play: TypeAlias = Callable[[str, Callable[[], Awaitable[Reply]]], Awaitable[Reply]]
"""Runs a child: takes the request's code and what executes it, returns the content of its reply."""

_PASSING = frozenset(
    {
        "complete_request",
        "inspect_request",
        "is_complete_request",
        "kernel_info_request",
        "comm_info_request",
        "history_request",
    }
)
_COMMS = frozenset({"comm_open", "comm_msg", "comm_close"})

_HEARD_SECONDS = 1.0


class Child:
    """A cell that was inserted and whose request is expected. `finished` resolves behind its idle status."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.arrived = False
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()


_child: contextvars.ContextVar[Child | None] = contextvars.ContextVar("mathcoder_child", default=None)


class ReentrantKernel(IPythonKernel):
    """See the module."""

    def __init__(self, **kwargs: Any) -> None:
        self._handlers = HandlerStack()
        self._children: dict[str, Child] = {}
        self._given_up: set[str] = set()
        self._awaiting: tuple[Any, Any] | None = None  # identity and parent of the request that awaits
        self._inputs: list[tuple[Any, Any, bool]] = []
        self._hearing: asyncio.Future[bool] | None = None
        super().__init__(**kwargs)

    # -- what the request that awaits uses -----------------------------------------------------------------------------

    @contextmanager
    def awaiting(self) -> Iterator[None]:
        """While it lasts, the present request of the main shell awaits, and others may pass it."""
        before, self._awaiting = (
            self._awaiting,
            (self._get_shell_context_var(self._shell_parent_ident), self.get_parent("shell")),
        )
        try:
            yield
        finally:
            self._awaiting = before
            self._children.clear()
            self._given_up.clear()

    def expect(self, cell_id: str, play: Play) -> Child:
        """Let the request of that cell pass when it comes, and run it by `play`."""
        self._given_up.discard(cell_id)
        child = self._children[cell_id] = Child(play)
        return child

    def give_up(self, cell_id: str) -> None:
        """Expect that cell no more; a request of it that comes while this one awaits is answered as aborted."""
        self._children.pop(cell_id, None)
        self._given_up.add(cell_id)

    @property
    def nested(self) -> bool:
        """Whether the request being handled passed another one that awaits."""
        return self._awaiting is not None

    # -- messages ------------------------------------------------------------------------------------------------------

    async def shell_main(self, subshell_id: str | None, msg: Any) -> None:
        """Handle a message of the main shell at once where it may pass, else in its turn."""
        if subshell_id is None and self._awaiting is not None and self._main_asyncio_lock.locked():
            header, metadata = self._peek(msg)
            kind = header.get("msg_type")
            if kind == "execute_request":
                cell_id = metadata.get("cellId") or metadata.get("cell_id")
                child = self._children.pop(cell_id, None) if isinstance(cell_id, str) else None
                if child is not None:
                    await self._pass(msg, child)
                    return
                if cell_id in self._given_up:
                    await self._abort(msg)
                    return
            elif kind in _PASSING:
                await self._pass(msg)
                return
            elif kind in _COMMS:
                await self._pass(msg, quiet=True)
                return
        await self._heard()
        await super().shell_main(subshell_id, msg)

    async def _heard(self) -> None:
        """Wait, once and at most `_HEARD_SECONDS`, until a frontend listens: what a cell says before is lost."""
        if self._hearing is None:
            heard: threading.Event | None = getattr(self.iopub_thread, "heard", None)
            loop = asyncio.get_running_loop()
            if heard is None or heard.is_set():
                self._hearing = loop.create_future()
                self._hearing.set_result(True)
            else:
                self._hearing = loop.run_in_executor(None, heard.wait, _HEARD_SECONDS)
        if not self._hearing.done():
            await asyncio.shield(self._hearing)  # all wait for the same: their order is kept

    def _peek(self, msg: Any) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Header and metadata, the message left as it is."""
        if self.session is None:
            return {}, {}
        try:
            _, frames = self.session.feed_identities(msg, copy=False)
            peeked = self.session.deserialize(frames, content=False, copy=False)
            return peeked["header"], peeked["metadata"]
        except Exception:  # ipykernel's own signals between its threads are no messages
            return {}, {}

    async def _pass(self, msg: Any, child: Child | None = None, *, quiet: bool = False) -> None:
        context = contextvars.copy_context()
        if child is not None:
            context.run(_child.set, child)
        handling = asyncio.create_task(self.dispatch_shell(msg, concurrent=quiet), context=context)
        try:
            await handling
        finally:
            self._return_to_asker(publish=not quiet)
            if child is not None and not child.finished.done():
                child.finished.set_result(None)

    async def _abort(self, msg: Any) -> None:
        """Answer a request that came too late without running it."""
        assert self.session is not None
        idents, frames = self.session.feed_identities(msg, copy=False)
        request = self.session.deserialize(frames, content=True, copy=False)
        stream = (
            self.shell_channel_thread.manager.get_subshell_to_shell_channel_socket(None)
            if self._supports_kernel_subshells
            else self.shell_stream
        )
        self._publish_status("busy", "shell", parent=request)
        self._send_abort_reply(stream, request, idents)
        self._publish_status("idle", "shell", parent=request)
        self._return_to_asker(publish=True)

    def _return_to_asker(self, *, publish: bool) -> None:
        if self._awaiting is None:
            return
        ident, parent = self._awaiting
        self.set_parent(ident, parent, channel="shell")
        if publish:
            self._publish_status("busy", "shell", parent=parent)

    # -- cells ---------------------------------------------------------------------------------------------------------

    async def do_execute(
        self,
        code: str,
        silent: bool,
        store_history: bool = True,
        user_expressions: Mapping[str, str] | None = None,
        allow_stdin: bool = False,
        *,
        cell_meta: Mapping[str, Any] | None = None,
        cell_id: str | None = None,
    ) -> Reply:
        """Run a cell: a child as its answer wants it, any other by `execute_cell`."""
        run = partial(
            self.execute_cell,
            code,
            silent,
            store_history,
            user_expressions,
            allow_stdin,
            cell_meta=cell_meta,
            cell_id=cell_id,
        )
        child = _child.get()
        if child is None:
            return await run()
        child.arrived = True
        return await child.play(code, run)

    async def execute_cell(
        self,
        code: str,
        silent: bool,
        store_history: bool = True,
        user_expressions: Mapping[str, str] | None = None,
        allow_stdin: bool = False,
        *,
        cell_meta: Mapping[str, Any] | None = None,
        cell_id: str | None = None,
    ) -> Reply:
        """ipykernel's own execution."""
        return await super().do_execute(  # type: ignore[no-any-return]
            code, silent, store_history, user_expressions, allow_stdin, cell_meta=cell_meta, cell_id=cell_id
        )

    def _abort_queues(self, subshell_id: str | None = None) -> None:
        """A cell that fails ends Run All, but a generated one does not."""
        if _child.get() is None:
            super()._abort_queues(subshell_id)

    def _forward_input(self, allow_stdin: bool = False) -> None:
        """As in ipykernel, but a stack: a child has its own."""
        self._inputs.append((builtins.input, getpass.getpass, self._allow_stdin))
        super()._forward_input(allow_stdin)

    def _restore_input(self) -> None:
        builtins.input, getpass.getpass, self._allow_stdin = self._inputs.pop()

    def _input_request(self, *args: Any, **kwargs: Any) -> str:
        with time_limit_paused():
            return super()._input_request(*args, **kwargs)

    # -- interrupts ----------------------------------------------------------------------------------------------------

    def pre_handler_hook(self) -> None:
        """SIGINT raises KeyboardInterrupt during a request, but goes on to stop the asking cell during one that passed.

        There it must not raise: it would end the event loop that the asking cell awaits on.
        """
        if self.nested:
            self._handlers.hold()
        else:
            self._handlers.push(signal.default_int_handler)

    def post_handler_hook(self) -> None:
        """Put back what `pre_handler_hook` replaced."""
        self._handlers.pop()

    @contextmanager
    def _cancel_on_sigint(self, future: asyncio.Future[Any]) -> Iterator[None]:
        """As in ipykernel, but a loop that only waits is woken; a child is stopped by what watches it."""
        if stops_with_block(future) or threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        self._handlers.push(lambda number, frame: loop.call_soon_threadsafe(future.cancel) and None)
        try:
            yield
        finally:
            self._handlers.pop()
