"""Real kernels for tests: started by jupyter_client, talked to by messages."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any

import psutil
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[2]
HANG_SECONDS = 60.0  # a limit against hanging tests, not a measure

OURS = (sys.executable, "-m", "mathcoder_kernel.kernel", "-f", "{connection_file}")
IPYKERNEL = (sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}")


@dataclass
class Executed:
    """What one execute_request led to."""

    reply: dict[str, Any] = field(default_factory=dict)
    messages: list[dict[str, Any]] = field(default_factory=list)

    def of_type(self, *types: str) -> list[dict[str, Any]]:
        """The contents of messages of these types, in order."""
        return [message["content"] for message in self.messages if message["msg_type"] in types]

    @property
    def stdout(self) -> str:
        """What was printed."""
        return "".join(content["text"] for content in self.of_type("stream") if content["name"] == "stdout")

    @property
    def displays(self) -> list[dict[str, str]]:
        """What stands under the cell in the end, updates applied, empty displays left out."""
        shown: dict[str, dict[str, str]] = {}
        for number, content in enumerate(self.of_type("display_data", "update_display_data", "execute_result")):
            shown[content.get("transient", {}).get("display_id", str(number))] = content["data"]
        return [data for data in shown.values() if any(data.values())]

    @property
    def shown(self) -> str:
        """All that a reader without HTML sees."""
        return self.stdout + "\n".join(data.get("text/plain", "") for data in self.displays)

    @property
    def value(self) -> str:
        """The text of the last expression's value."""
        return str(self.of_type("execute_result")[-1]["data"]["text/plain"])

    @property
    def errors(self) -> list[dict[str, Any]]:
        """Error outputs."""
        return self.of_type("error")


class RunningKernel:
    """A kernel process and a client of it."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager, self.client = manager, client
        self._early: dict[str, list[dict[str, Any]]] = {}  # messages that were waited for, by request

    @property
    def process(self) -> psutil.Process:
        """The kernel's process."""
        return psutil.Process(self.manager.provisioner.pid)

    def send(self, code: str, *, console: bool = False, cell_id: str | None = None, **options: Any) -> str:
        """Send an execute_request as a console does, or as a client without input() does; its message id."""
        content = {
            "code": code,
            "silent": False,
            "store_history": True,
            "user_expressions": {},
            "allow_stdin": console,
            "stop_on_error": True,
            **options,
        }
        message = self.client.session.msg("execute_request", content)
        if cell_id is not None:
            message["metadata"]["cellId"] = cell_id
        self.client.shell_channel.send(message)
        return str(message["header"]["msg_id"])

    def collect(self, message_id: str, timeout: float = HANG_SECONDS) -> Executed:
        """All messages of a request until the kernel is idle again, and its reply."""
        executed = Executed(messages=self._early.pop(message_id, []))
        deadline = time.monotonic() + timeout
        idle = False
        while not idle:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") == message_id:
                executed.messages.append(message)
                idle = message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
        while not executed.reply:
            reply = self.client.get_shell_msg(timeout=max(0.01, deadline - time.monotonic()))
            if reply["parent_header"].get("msg_id") == message_id:
                executed.reply = reply["content"]
        return executed

    def run(self, code: str, *, timeout: float = HANG_SECONDS, **options: Any) -> Executed:
        """Execute and wait."""
        return self.collect(self.send(code, **options), timeout)

    def wait_for(self, message_id: str, msg_type: str, text: str = "", timeout: float = HANG_SECONDS) -> dict[str, Any]:
        """The next message of a type that belongs to a request, and holds `text` if it is a stream."""
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != message_id:
                continue
            self._early.setdefault(message_id, []).append(message)
            content: dict[str, Any] = message["content"]
            if message["msg_type"] == msg_type and text in content.get("text", ""):
                return content

    def request(self, name: str, *arguments: Any) -> dict[str, Any]:
        """A shell request such as `complete` and the content of its reply."""
        message_id = getattr(self.client, name)(*arguments)
        while True:
            reply = self.client.get_shell_msg(timeout=HANG_SECONDS)
            if reply["parent_header"].get("msg_id") == message_id:
                content: dict[str, Any] = reply["content"]
                return content

    def drain(self) -> None:
        """Forget messages that nobody waits for."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.05)
            except Empty:
                return


@contextmanager
def started(
    command: tuple[str, ...] = OURS, *, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[RunningKernel]:
    """A kernel that is ready, and gone afterwards."""
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(
        argv=list(command), display_name="test", language="python", interrupt_mode="signal"
    )
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    manager.start_kernel(
        env={**os.environ, "PYTHONPATH": paths, **(environment or {})}, cwd=str(cwd) if cwd is not None else None
    )
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=HANG_SECONDS)
        yield RunningKernel(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=not manager.is_alive())
        manager.cleanup_resources()


def gone(processes: list[psutil.Process], seconds: float = 30.0) -> bool:
    """Whether all of these processes end within some time."""
    _, alive = psutil.wait_procs(processes, timeout=seconds)
    return not [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]
