"""Generated cells in a notebook, with a client that plays the JupyterLab extension: how long until they run, and stop.

    python benchmarks/live_cells.py [--repeats 50] [--stops 20] [--json]

"run message → child running": from the kernel sending `run` until it publishes the child's `execute_input`, the way
through the client and back included (both times are the kernel's own). "inserted → running": the same from the message
that inserts the cell, so the writing of a one-line block is in it. "child → ask again": from the child's idle until the
kernel writes on. The scripted engine plays the answers, at 2,000 tokens a second. "Stop → idle": from the client's
`stop` message and interrupt until the asking cell is idle, while a long question is read (by llama.cpp; 33M random
weights), while words are written, and while generated code loops in Python. "completion": of a word in another cell,
while words are written.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import tempfile
import time
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

from jupyter_client import BlockingKernelClient
from measure import OURS, Started, kernel, kernelspecs, median, progress, report
from random_model import long_question, write_random_model

from mathcoder_kernel.lce.transcript import Transcript, code, text

LONG_WORDS = "Let us think about this for a while. " * 40


class Page:
    """Does what docs/protocol.md asks of a client, and keeps every message."""

    def __init__(self, started: Started) -> None:
        self.kernel, self.client = started, started.client
        self.comm = uuid.uuid4().hex
        opening = {"protocol": 1, "client": "benchmark", "capabilities": ["cells"]}
        self.send("comm_open", {"comm_id": self.comm, "target_name": "mathcoder", "data": opening})
        self.sources: dict[str, str] = {}

    def send(self, kind: str, content: dict[str, Any], **metadata: Any) -> str:
        """Send on the shell channel; the message's id."""
        client: BlockingKernelClient = self.client
        message = client.session.msg(kind, content)
        message["metadata"] = metadata
        client.shell_channel.send(message)
        return str(message["header"]["msg_id"])

    def execute(self, source: str, cell: str) -> str:
        """Run a cell."""
        content = {"code": source, "silent": False, "store_history": True, "user_expressions": {}}
        return self.send("execute_request", content | {"allow_stdin": False, "stop_on_error": True}, cellId=cell)

    def ask(self, stop_after: str = "", question: str = "Go on.") -> tuple[list[dict[str, Any]], float]:
        """Ask and play along; all messages, and the seconds from stopping (when `stop_after` was seen) to idle.

        `stop_after` is what comes last before it: a message's `op`, a phase, or "child" (generated code runs).
        """
        asked = self.execute(f"%%mathcoder\n{question}", uuid.uuid4().hex)
        messages: list[dict[str, Any]] = []
        children: set[str] = set()
        stopped = 0.0
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            messages.append(message)
            kind, content, parent = message["msg_type"], message["content"], message["parent_header"].get("msg_id")
            if kind == "comm_msg":
                data = content["data"]
                if data["op"] == "written":
                    self.sources[data["id"]] = data["source"]
                elif data["op"] == "run":
                    children.add(self.execute(self.sources[data["id"]], data["id"]))
            if kind == "comm_msg":
                seen = {data["op"], data.get("phase")}
            else:
                seen = {"child"} if kind == "execute_input" and parent in children else set()
            if stop_after in seen and not stopped:
                time.sleep(0.3)
                stopped = time.perf_counter()
                self.send("comm_msg", {"comm_id": self.comm, "data": {"op": "stop"}})
                self.kernel.manager.interrupt_kernel()
            if kind == "status" and content["execution_state"] == "idle" and parent == asked:
                return messages, time.perf_counter() - stopped

    def complete(self) -> float:
        """Ask, complete a word while the answer is written, stop; the seconds until the completion was there."""
        asked = self.execute("%%mathcoder\nGo on.", uuid.uuid4().hex)
        seconds = 0.0
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            content = message["content"]
            if not seconds and message["msg_type"] == "comm_msg" and content["data"]["op"] == "insert":
                start = time.perf_counter()
                sent = self.send("complete_request", {"code": "pri", "cursor_pos": 3})
                while self.client.get_shell_msg(timeout=120)["parent_header"].get("msg_id") != sent:
                    pass
                seconds = time.perf_counter() - start
                self.send("comm_msg", {"comm_id": self.comm, "data": {"op": "stop"}})
            idle = message["msg_type"] == "status" and content["execution_state"] == "idle"
            if idle and message["parent_header"].get("msg_id") == asked:
                return seconds


def moment(message: dict[str, Any]) -> float:
    """When the kernel sent it."""
    date = message["header"]["date"]
    return (date if isinstance(date, datetime) else datetime.fromisoformat(str(date))).timestamp()


def gaps(messages: list[dict[str, Any]]) -> dict[str, list[float]]:
    """Seconds between the messages of each generated code cell."""
    found: dict[str, list[float]] = {"run": [], "insert": [], "return": []}
    inserted, asked_to_run, idle = 0.0, 0.0, 0.0
    for message in messages:
        kind, content = message["msg_type"], message["content"]
        data = content.get("data", {}) if kind == "comm_msg" else {}
        if data.get("op") == "insert" and data["cell_type"] == "code":
            inserted = moment(message)
        elif data.get("op") == "run":
            asked_to_run = moment(message)
        elif kind == "execute_input" and asked_to_run:
            found["run"].append(moment(message) - asked_to_run)
            found["insert"].append(moment(message) - inserted)
            asked_to_run = 0.0
        elif kind == "status" and content["execution_state"] == "idle":
            idle = moment(message)
        elif kind == "status" and content["execution_state"] == "busy" and idle:
            found["return"].append(moment(message) - idle)
            idle = 0.0
    return found


def script(folder: Path, *blocks: str) -> None:
    """What the engine plays; blocks that begin with `py:` are code."""
    transcript = Transcript("any", tuple(code(b[3:]) if b.startswith("py:") else text(b) for b in blocks))
    (folder / "script.json").write_text(json.dumps(transcript.to_json()), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=50, help="answers with three code cells each (default: 50)")
    parser.add_argument("--stops", type=int, default=20, help="stops of each kind (default: 20)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    measured: dict[str, list[float]] = {"run": [], "insert": [], "return": []}
    stops: dict[str, list[float]] = {"reading": [], "words": [], "code": []}
    with tempfile.TemporaryDirectory(prefix="mathcoder-bench-") as name, kernelspecs() as specs:
        folder = Path(name)
        os.environ |= {"MATHCODER_SCRIPT": str(folder / "script.json"), "MATHCODER_SCRIPT_SPEED": "2000"}
        script(folder, "First.", "py:a = 6", "Then.", "py:b = 7", "Now.", "py:a * b", r"So \(\boxed{42}\).")
        with kernel(OURS, specs) as started:
            page = Page(started)
            page.ask()
            for messages, _ in progress(page.ask, options.repeats, "answers"):
                for gap, values in gaps(messages).items():
                    measured[gap] += values
        os.environ["MATHCODER_SCRIPT_SPEED"] = "30"
        for kind, blocks, seen in (
            ("words", (LONG_WORDS,), "insert"),
            ("code", ("Loop.", "py:while True:\n    pass"), "child"),
        ):
            script(folder, *blocks)
            with kernel(OURS, specs) as started:
                page = Page(started)
                for _, seconds in progress(lambda p=page, s=seen: p.ask(s), options.stops + 1, f"stops in {kind}"):
                    stops[kind].append(seconds)
                if kind == "words":
                    page.complete()  # the first one loads what completes
                    completions = list(progress(page.complete, options.stops, "completions"))
            del stops[kind][0]
        os.environ.pop("MATHCODER_SCRIPT")
        os.environ["MATHCODER_MODEL"] = str(write_random_model(folder / "random.gguf"))
        with kernel(OURS, specs) as started:
            page, asked = Page(started), itertools.count()
            for messages, seconds in progress(
                lambda: page.ask("reading", long_question(next(asked))), options.stops + 1, "stops in reading"
            ):
                if any(m["msg_type"] == "comm_msg" and m["content"]["data"]["op"] == "insert" for m in messages):
                    raise RuntimeError("The question had been read when it was to be stopped.")
                stops["reading"].append(seconds)
        del stops["reading"][0]
    rows = [
        ("run message -> child running", median(measured["run"]), "ms"),
        ("inserted -> running (one line is written)", median(measured["insert"]), "ms"),
        ("child idle -> asking cell goes on", median(measured["return"]), "ms"),
        ("completion while words are written", median(completions), "ms"),
        ("stop -> idle, a long question is read", median(stops["reading"]), "ms"),
        ("stop -> idle, words", median(stops["words"]), "ms"),
        ("stop -> idle, generated Python loop", median(stops["code"]), "ms"),
    ]
    report("live cells", rows, options.json)


if __name__ == "__main__":
    main()
