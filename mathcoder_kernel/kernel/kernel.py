# mypy: disable-error-code="no-untyped-call"
"""MathCoderKernel: ipykernel's Python kernel that also answers questions.

A cell that is a question is handled in `do_execute` and awaited on the kernel's main event loop, outside of IPython's
`run_cell`, so that generated code can run in the live namespace meanwhile, as cells of the notebook where the asking
frontend can insert them (`live`). Every other request goes to ipykernel untouched.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Mapping
from typing import Any

from mathcoder_kernel import __version__
from mathcoder_kernel.kernel import extension
from mathcoder_kernel.kernel.cells import KEY, TARGET, Client, Clients
from mathcoder_kernel.kernel.commands import Ask, CommandError, Request, parse_source
from mathcoder_kernel.kernel.extension import STOPPED, perform
from mathcoder_kernel.kernel.interrupts import StopOnInterrupt
from mathcoder_kernel.kernel.reentrant import ReentrantKernel
from mathcoder_kernel.kernel.settings import SettingError
from mathcoder_kernel.kernel.tutor import Tutor, TutorBusy

MAGIC = "%mathcoder"
FAULT = "Something inside MathCoder went wrong. Your variables are safe. The kernel's log has the details for a report."


NESTED = "One question at a time: generated code cannot ask while its own question is being answered."


class MathCoderKernel(ReentrantKernel):
    """The Python kernel of ipykernel with a tutor (`shell.mathcoder`)."""

    implementation = "mathcoder"
    implementation_version = __version__

    def __init__(self, **kwargs: Any) -> None:
        self._interrupt: StopOnInterrupt | None = None  # of the request that may be a question
        super().__init__(**kwargs)
        self.tutor: Tutor = extension.load(self.shell)
        self.clients = Clients(self.tutor.settings, self.tutor.stop, lambda: self.tutor.large_model)
        self.comm_manager.register_target(TARGET, self.clients.opened)

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
        if not self.nested and MAGIC in self.get_parent("shell").get("content", {}).get("code", ""):
            self._interrupt = StopOnInterrupt()
            self._handlers.push(self._interrupt)
        else:
            super().pre_handler_hook()

    async def interrupt_request(self, stream: Any, ident: Any, parent: Any) -> None:
        """Stop the present question even where no signal can be sent (Windows, message-mode interrupts)."""
        self.tutor.stop()
        await super().interrupt_request(stream, ident, parent)

    # -- execution -----------------------------------------------------------------------------------------------------

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
            if not self.nested:
                self._handlers.replace(signal.default_int_handler)  # Python after all
        return await super().execute_cell(
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

        Its count is the one at its start, and taken (unless it is silent or not stored) before anything else runs:
        generated cells take the next ones; code that runs under the question takes none. The reply's metadata tell how
        a question ended.
        """
        shell: Any = self.shell
        count = shell.execution_count
        if store_history and not silent:
            shell.history_manager.store_inputs(count, shell.transform_cell(code), code)
            shell.execution_count = count + 1
        self._forward_input(allow_stdin)
        error: dict[str, Any] | None = None
        before = self.tutor.last
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
        if isinstance(request, Ask) and (outcome := self.tutor.last) is not None and outcome is not before:
            reply[KEY] = {
                "answer": outcome.answer,
                "checked": outcome.check.passed if outcome.check is not None else None,
            }
        reply["payload"] = shell.payload_manager.read_payload()
        shell.payload_manager.clear_payload()
        return reply

    def finish_metadata(
        self, parent: dict[str, Any], metadata: dict[str, Any], reply_content: dict[str, Any]
    ) -> dict[str, Any]:
        """As in ipykernel, with the outcome of a question, which is no part of an ordinary reply's content."""
        if (outcome := reply_content.pop(KEY, None)) is not None:
            metadata[KEY] = outcome
        return super().finish_metadata(parent, metadata, reply_content)  # type: ignore[no-any-return]

    async def _perform(self, request: Request, silent: bool) -> bool:
        """Answer or obey; True if a person stopped it. A task of its own, which interrupts may cancel."""
        if threading.current_thread() is not threading.main_thread():
            print("Questions are answered in the notebook's main shell, not in a subshell.")
            return False
        if self.nested and isinstance(request, Ask):
            print(NESTED)
            return False
        interrupt = StopOnInterrupt() if self.nested or self._interrupt is None else self._interrupt
        client = self._asking_client() if isinstance(request, Ask) and not silent else None
        if isinstance(request, Ask) and client is not None and client.writes_cells and self._cell_id() is not None:
            task = asyncio.ensure_future(self._answer_live(request, client, interrupt))
        else:
            task = asyncio.ensure_future(perform(self.tutor, request, interrupt=interrupt, silent=silent))
        try:
            if not isinstance(request, Ask):
                return await task
            with self.awaiting():
                return await task
        finally:
            if client is not None and client.reason and not client.told:
                client.told = True
                print(client.reason)

    # -- live cells ----------------------------------------------------------------------------------------------------

    def _asking_client(self) -> Client | None:
        """The attached client whose notebook holds the cell that is being run."""
        return self.clients.of(str(self.get_parent("shell").get("header", {}).get("session", "")))

    def _cell_id(self) -> str | None:
        metadata = self.get_parent("shell").get("metadata", {})
        cell_id = metadata.get("cellId") or metadata.get("cell_id")
        return cell_id if isinstance(cell_id, str) else None

    async def _answer_live(self, request: Ask, client: Client, interrupt: StopOnInterrupt) -> bool:
        from mathcoder_kernel.kernel.live import answer_live

        parent: dict[str, Any] = self.get_parent("shell")

        def publish(bundle: Mapping[str, str], name: str, update: bool) -> None:
            shell: Any = self.shell
            shell.display_pub.publish(data=dict(bundle), metadata={}, transient={"display_id": name}, update=update)

        try:
            return await answer_live(
                self,
                self.tutor,
                self.clients,
                client,
                request,
                source=str(parent["content"]["code"]),
                cell_id=self._cell_id() or "",
                metadata=parent.get("metadata", {}),
                publish=publish,
                interrupt=interrupt,
            )
        except (TutorBusy, SettingError) as error:
            print(error)
            return False
        except asyncio.CancelledError:
            if not interrupt.interrupts:  # not by the person
                raise
            return True
        finally:
            interrupt.disarm()

    # -- the end -------------------------------------------------------------------------------------------------------

    def do_shutdown(self, restart: bool) -> dict[str, Any]:  # type: ignore[override]  # as in IPythonKernel
        """End the engine's process and the pool with the kernel; called in the control thread."""
        self.tutor.close()
        return super().do_shutdown(restart)  # type: ignore[no-any-return]
