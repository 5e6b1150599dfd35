# mypy: disable-error-code="no-untyped-call"
"""MathCoderKernel: ipykernel's Python kernel that also answers questions.

A cell that is a question is handled in `do_execute` and awaited on the kernel's main event loop, outside of IPython's
`run_cell`, so that generated code can run in the live namespace meanwhile. Every other request goes to ipykernel
untouched.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Mapping
from typing import Any

from ipykernel.ipkernel import IPythonKernel

from mathcoder_kernel import __version__
from mathcoder_kernel.kernel import extension
from mathcoder_kernel.kernel.commands import CommandError, Request, parse_source
from mathcoder_kernel.kernel.extension import STOPPED, perform
from mathcoder_kernel.kernel.interrupts import HandlerStack, StopOnInterrupt
from mathcoder_kernel.kernel.tutor import Tutor

MAGIC = "%mathcoder"
FAULT = "Something inside MathCoder went wrong. Your variables are safe. The kernel's log has the details for a report."


class MathCoderKernel(IPythonKernel):
    """The Python kernel of ipykernel with a tutor (`shell.mathcoder`)."""

    implementation = "mathcoder"
    implementation_version = __version__

    def __init__(self, **kwargs: Any) -> None:
        self._handlers = HandlerStack()
        self._interrupt: StopOnInterrupt | None = None  # of the request that may be a question
        super().__init__(**kwargs)
        self.tutor: Tutor = extension.load(self.shell)

    @property
    def banner(self) -> str:  # type: ignore[override]  # a property there too
        """Shown by consoles when they connect."""
        return (
            f"MathCoder {__version__}, Python {sys.version.split()[0]}. Everything Python works; "
            "%mathcoder and a question asks the local model, %mathcoder alone shows help.\n"
        )

    # -- interrupts ----------------------------------------------------------------------------------------------------

    def pre_handler_hook(self) -> None:
        """SIGINT raises KeyboardInterrupt during a request, as in ipykernel, but stops a question softly."""
        if MAGIC in self.get_parent("shell").get("content", {}).get("code", ""):
            self._interrupt = StopOnInterrupt()
            self._handlers.push(self._interrupt)
        else:
            self._handlers.push(signal.default_int_handler)

    def post_handler_hook(self) -> None:
        """Put back what `pre_handler_hook` replaced."""
        self._handlers.pop()

    async def interrupt_request(self, stream: Any, ident: Any, parent: Any) -> None:
        """Stop the present question even where no signal can be sent (Windows, message-mode interrupts)."""
        self.tutor.stop()
        await super().interrupt_request(stream, ident, parent)

    # -- execution -----------------------------------------------------------------------------------------------------

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
    ) -> dict[str, Any]:
        """Answer a question or run a `%mathcoder` command; anything else is ipykernel's."""
        if MAGIC in code:
            request: Request | CommandError | None
            try:
                request = parse_source(code)
            except CommandError as error:
                request = error
            if request is not None:
                return await self._own_cell(request, code, silent, store_history, user_expressions, allow_stdin)
            self._handlers.replace(signal.default_int_handler)  # Python after all
        return await super().do_execute(  # type: ignore[no-any-return]
            code, silent, store_history, user_expressions, allow_stdin, cell_meta=cell_meta, cell_id=cell_id
        )

    async def _own_cell(
        self,
        request: Request | CommandError,
        code: str,
        silent: bool,
        store_history: bool,
        user_expressions: Mapping[str, str] | None,
        allow_stdin: bool,
    ) -> dict[str, Any]:
        """Handle a cell that is ours as a whole, with the execution count, history and reply of an ordinary cell.

        It keeps its own count: generated code that runs meanwhile takes the next ones.
        """
        shell: Any = self.shell
        count = shell.execution_count
        if store_history and not silent:
            shell.history_manager.store_inputs(count, shell.transform_cell(code), code)
            shell.execution_count = count + 1
        self._forward_input(allow_stdin)
        error: dict[str, Any] | None = None
        try:
            if isinstance(request, CommandError):
                print(request)
            elif await self._perform(request, silent):
                error = {"ename": "KeyboardInterrupt", "evalue": STOPPED, "traceback": [STOPPED]}
        except Exception:  # a fault of ours; without a reply the notebook would wait for ever
            self.log.exception("A question could not be handled")
            error = {"ename": "MathCoderError", "evalue": FAULT, "traceback": [FAULT]}
        finally:
            self._restore_input()
        reply: dict[str, Any] = {"status": "ok", "execution_count": count, "user_expressions": {}}
        if error is not None:
            if not silent:
                self.send_response(self.iopub_socket, "error", error, ident=self._topic("error"))
            reply |= {"status": "error", **error}
        else:
            reply["user_expressions"] = shell.user_expressions(user_expressions or {})
        reply["payload"] = shell.payload_manager.read_payload()
        shell.payload_manager.clear_payload()
        return reply

    async def _perform(self, request: Request, silent: bool) -> bool:
        """Answer or obey; True if a person stopped it. A task of its own, which interrupts may cancel."""
        if threading.current_thread() is not threading.main_thread():
            print("Questions are answered in the notebook's main shell, not in a subshell.")
            return False
        interrupt = self._interrupt or StopOnInterrupt()
        return await asyncio.ensure_future(perform(self.tutor, request, interrupt=interrupt, silent=silent))

    # -- the end -------------------------------------------------------------------------------------------------------

    def do_shutdown(self, restart: bool) -> dict[str, Any]:  # type: ignore[override]  # as in IPythonKernel
        """End the engine's process and the pool with the kernel; called in the control thread."""
        self.tutor.close()
        return super().do_shutdown(restart)  # type: ignore[no-any-return]
