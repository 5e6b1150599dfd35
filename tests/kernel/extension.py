"""A client that plays the JupyterLab extension: it keeps a notebook, inserts cells and runs them when told to."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping
from queue import Empty
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.session import Session

from mathcoder_kernel.lce.notebook import source_hash
from tests.kernel.starting import HANG_SECONDS, Executed, RunningKernel

ALL = ("cells", "continue", "wait", "explain")


class PlayedExtension:
    """Opens the comm and does what docs/protocol.md asks of a client.

    `runs` False: it ignores `run`. `answers` is what it types into `input()`.
    """

    def __init__(
        self,
        kernel: RunningKernel,
        *,
        protocol: Any = 1,
        capabilities: tuple[str, ...] = ALL,
        runs: bool = True,
        client: BlockingKernelClient | None = None,
        answers: tuple[str, ...] = (),
        attach: bool = True,
        subshell: str | None = None,
    ) -> None:
        self.kernel = kernel
        self.client = client or kernel.client
        self.runs = runs
        self.subshell = subshell  # on which comm messages are sent, as JupyterLab does
        self.answers = list(answers)
        self.cells: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.arrivals: list[tuple[float, dict[str, Any]]] = []  # every iopub message, when it came
        self.requests: dict[str, Executed] = {}
        self.of_cell: dict[str, str] = {}  # the last request of a cell
        self.on_run: Callable[[str], None] = lambda cell: None
        self.comm = uuid.uuid4().hex
        if attach:
            self._send(
                "comm_open",
                {
                    "comm_id": self.comm,
                    "target_name": "mathcoder",
                    "data": {"protocol": protocol, "client": "played", "capabilities": list(capabilities)},
                },
            )
            self.until(lambda: bool(self.told("hello")))

    # -- what a person does --------------------------------------------------------------------------------------------

    def add(self, source: str, cell_type: str = "code", **metadata: Any) -> str:
        """A new cell at the end of the notebook; its id."""
        cell = {"id": uuid.uuid4().hex, "cell_type": cell_type, "source": source, "metadata": metadata}
        self.cells.append(cell | ({"outputs": [], "execution_count": None} if cell_type == "code" else {}))
        return str(cell["id"])

    def start(self, cell_id: str, **metadata: Any) -> str:
        """Run a cell, without waiting; the request's id."""
        cell = self.cell(cell_id)
        cell["outputs"], cell["execution_count"] = [], None
        content = {
            "code": cell["source"],
            "silent": False,
            "store_history": True,
            "user_expressions": {},
            "allow_stdin": True,
            "stop_on_error": True,
        }
        request = self._send("execute_request", content, {**cell["metadata"], **metadata, "cellId": cell_id})
        self.requests[request] = Executed()
        self.of_cell[cell_id] = request
        return request

    def run(self, cell_id: str, timeout: float = HANG_SECONDS, **metadata: Any) -> Executed:
        """Run a cell to its end."""
        return self.finish(self.start(cell_id, **metadata), timeout)

    def ask(self, question: str = "go on", *, options: str = "", **metadata: Any) -> Executed:
        """Ask in a new cell and wait for the answer."""
        self.asking = self.add(f"%%mathcoder{options}\n{question}")
        return self.run(self.asking, **metadata)

    def begin(self, question: str = "go on", *, options: str = "") -> str:
        """Ask in a new cell, without waiting; the request's id."""
        self.asking = self.add(f"%%mathcoder{options}\n{question}")
        return self.start(self.asking)

    def say(self, op: str, **fields: Any) -> None:
        """Send a message of the protocol."""
        self._send("comm_msg", {"comm_id": self.comm, "data": {"op": op, **fields}})

    def close(self) -> None:
        """Close the comm."""
        self._send("comm_close", {"comm_id": self.comm, "data": {}})

    def request(self, kind: str, **content: Any) -> dict[str, Any]:
        """Send a request of another kind (complete, inspect, …) and wait for the content of its reply."""
        request = self._send(f"{kind}_request", content)
        executed = self.requests[request] = Executed()
        self.until(lambda: bool(executed.reply) and _idle(executed))
        return executed.reply

    # -- what was seen -------------------------------------------------------------------------------------------------

    def cell(self, cell_id: str) -> dict[str, Any]:
        """A cell of the notebook."""
        return next(cell for cell in self.cells if cell["id"] == cell_id)

    def told(self, op: str) -> list[dict[str, Any]]:
        """Messages of one kind, in order."""
        return [message for message in self.messages if message["op"] == op]

    def generated(self, kind: str | None = None) -> list[dict[str, Any]]:
        """Generated cells of the notebook, in order."""
        about = [(cell, cell["metadata"].get("mathcoder", {})) for cell in self.cells]
        return [cell for cell, a in about if a.get("ask") and kind in (None, a["kind"])]

    def executed(self, cell_id: str) -> Executed:
        """What the last request of a cell led to."""
        return self.requests[self.of_cell[cell_id]]

    # -- the loop ------------------------------------------------------------------------------------------------------

    def finish(self, request: str, timeout: float = HANG_SECONDS) -> Executed:
        """Wait until a request has its reply and its idle status."""
        executed = self.requests[request]
        self.until(lambda: bool(executed.reply) and _idle(executed), timeout)
        return executed

    def until(self, condition: Callable[[], bool], timeout: float = HANG_SECONDS) -> None:
        """Handle messages until the condition holds."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"nothing more came; told: {[m['op'] for m in self.messages][-12:]}"
            self._replies()
            try:
                self._handle(self.client.get_iopub_msg(timeout=0.02))
            except Empty:
                continue

    def pump(self, seconds: float) -> None:
        """Handle messages for some time."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, seconds + 5)

    def _replies(self) -> None:
        while self.client.shell_channel.msg_ready():
            reply = self.client.get_shell_msg(timeout=1)
            executed = self.requests.get(reply["parent_header"].get("msg_id", ""))
            if executed is not None:
                executed.reply = reply["content"]
        while self.client.stdin_channel.msg_ready():
            asked = self.client.get_stdin_msg(timeout=1)
            reply = self.client.session.msg(
                "input_reply", {"value": self.answers.pop(0), "status": "ok"}, parent=asked["header"]
            )
            self.client.stdin_channel.send(reply)

    def _handle(self, message: dict[str, Any]) -> None:
        self.arrivals.append((time.perf_counter(), message))
        content = message["content"]
        parent = message["parent_header"].get("msg_id", "")
        if parent in self.requests:
            self.requests[parent].messages.append(message)
            cell_id = next((cell for cell, request in self.of_cell.items() if request == parent), None)
            if cell_id is not None:
                self._output(cell_id, message["msg_type"], content)
        if message["msg_type"] in ("comm_msg", "comm_close") and content.get("comm_id") == self.comm:
            data = content["data"]
            self.messages.append(data)
            if message["msg_type"] == "comm_msg":
                self._obey(data)

    def _output(self, cell_id: str, kind: str, content: Mapping[str, Any]) -> None:
        cell = next((cell for cell in self.cells if cell["id"] == cell_id), None)
        if cell is None:
            return
        if kind == "execute_input":
            cell["execution_count"] = content["execution_count"]
        elif kind in ("stream", "display_data", "execute_result", "error"):
            output = {k: v for k, v in content.items() if k != "transient"}
            cell["outputs"].append({"output_type": kind, **output})

    def _obey(self, data: Mapping[str, Any]) -> None:
        match data["op"]:
            case "begin":
                for cell in list(self.cells):
                    about = cell["metadata"].get("mathcoder", {})
                    if about.get("ask") == data["ask"] and cell["id"] not in data["keep"]:
                        if about["hash"] == source_hash(cell["source"]):
                            self.cells.remove(cell)
                        else:
                            about["stale"] = True
                self._merge(data["ask"], data["metadata"])
            case "insert":
                ids = [cell["id"] for cell in self.cells]
                cell = {"id": data["id"], "cell_type": data["cell_type"], "source": data["source"]}
                cell["metadata"] = {"mathcoder": dict(data["metadata"]["mathcoder"])}
                if data["cell_type"] == "code":
                    cell |= {"outputs": [], "execution_count": None}
                self.cells.insert(ids.index(data["after"]) + 1, cell)
            case "write":
                cell = self.cell(data["id"])
                units = cell["source"].encode("utf-16-le")[: 2 * data["at"]].decode("utf-16-le")
                cell["source"] = units + data["text"]
            case "written":
                self.cell(data["id"])["source"] = data["source"]
                self._merge(data["id"], data["metadata"])
            case "metadata":
                self._merge(data["id"], data["metadata"])
            case "remove":
                self.cells[:] = [cell for cell in self.cells if cell["id"] not in data["ids"]]
            case "run":
                self.on_run(data["id"])
                if self.runs:
                    self.start(data["id"])

    def _merge(self, cell_id: str, metadata: Mapping[str, Any]) -> None:
        about = self.cell(cell_id)["metadata"].setdefault("mathcoder", {})
        for key, value in metadata["mathcoder"].items():
            if value is None:
                about.pop(key, None)
            else:
                about[key] = value

    def _send(self, kind: str, content: Mapping[str, Any], metadata: Mapping[str, Any] | None = None) -> str:
        message = self.client.session.msg(kind, dict(content))
        message["metadata"] = dict(metadata or {})
        if self.subshell is not None and kind.startswith("comm_"):
            message["header"]["subshell_id"] = self.subshell
        self.client.shell_channel.send(message)
        return str(message["header"]["msg_id"])


def second_client(kernel: RunningKernel) -> BlockingKernelClient:
    """Another client of the same kernel, with a session of its own (another page)."""
    client = BlockingKernelClient()
    client.load_connection_info(kernel.manager.get_connection_info())
    client.session = Session(key=kernel.manager.session.key, signature_scheme=kernel.manager.session.signature_scheme)
    client.start_channels()
    return client


def _idle(executed: Executed) -> bool:
    return any(
        message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
        for message in executed.messages
    )
