"""An export goes to a hub only when told to, whole, and as it was written. The hub is a small server of our own."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("huggingface_hub", reason="pushing needs the `hub` extra")

from finetune.cli import main
from finetune.export.gguf_file import ExportError
from finetune.export.hub import push, uploads

REPOSITORY = Path(__file__).parents[3]


class Hub(ThreadingHTTPServer):
    """Takes commits as the hub does: models by LFS, the rest inside the commit. Knows one token."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[str] = []
        self.files: dict[str, bytes] = {}
        self.objects: dict[str, bytes] = {}
        self.private: bool | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") == "chunked":
            data = b""
            while size := int(self.rfile.readline(), 16):
                data += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return data
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _answer(self, record: Any, status: int = 200) -> None:
        data = json.dumps(record).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self) -> None:
        hub, body = self.server, self._body()
        hub.requests.append(self.path)
        if self.headers.get("Authorization") != "Bearer hf_right":
            self._answer({"error": "Invalid credentials"}, 401)
        elif self.path == "/api/repos/create":
            asked_for = json.loads(body)
            hub.private = asked_for.get("visibility") == "private" or asked_for.get("private") is True
            self._answer({"url": f"{hub.address}/someone/model", "id": "someone/model"})
        elif self.path == "/api/validate-yaml":  # of the card
            self._answer({"errors": [], "warnings": []})
        elif "/preupload/" in self.path:
            files = json.loads(body)["files"]
            modes = [
                {"path": f["path"], "uploadMode": "lfs" if f["path"].endswith(".gguf") else "regular",
                 "shouldIgnore": False} for f in files
            ]  # fmt: skip
            self._answer({"files": modes})
        elif self.path.endswith("/info/lfs/objects/batch"):
            asked = json.loads(body)["objects"]
            actions = [{**o, "actions": {"upload": {"href": f"{hub.address}/store/{o['oid']}"}}} for o in asked]
            self._answer({"transfer": "basic", "objects": actions})
        elif "/commit/" in self.path:
            for line in body.decode().splitlines():
                record = json.loads(line)
                value = record["value"]
                if record["key"] == "file":
                    hub.files[value["path"]] = base64.b64decode(value["content"])
                elif record["key"] == "lfsFile":
                    hub.files[value["path"]] = hub.objects[value["oid"]]
            self._answer(
                {"success": True, "commitUrl": f"{hub.address}/someone/model/commit/1", "commitOid": "1",
                 "hookOutput": ""}
            )  # fmt: skip
        else:
            self._answer({"error": f"unknown {self.path}"}, 404)

    def do_PUT(self) -> None:
        data = self._body()
        digest = self.path.rsplit("/", 1)[1]
        if hashlib.sha256(data).hexdigest() == digest:
            self.server.objects[digest] = data
        self._answer({})

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        self._answer({"id": "someone/model", "siblings": []})

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def hub() -> Iterator[Hub]:
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def model(exported: Path, tmp_path: Path) -> Path:
    """A copy of an export with all that belongs to it."""
    for path in exported.parent.glob(f"{exported.stem}.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path / exported.name


def _push(hub: Hub, model: Path, token: str, *more: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: huggingface_hub reads its endpoint when it is imported."""
    environment = {"HF_ENDPOINT": hub.address, "HF_TOKEN": token, "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY":
                   "1", "PYTHONPATH": str(REPOSITORY), "PATH": "", "HOME": str(model.parent)}  # fmt: skip
    command = [sys.executable, "-m", "finetune", "push", str(model), "--to", "someone/model", *more]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


def test_without_yes_nothing_is_sent(hub: Hub, model: Path) -> None:
    done = _push(hub, model, "hf_right")
    assert done.returncode == 0, done.stderr
    assert model.name in done.stdout
    assert "nothing was sent" in done.stdout
    assert not hub.requests


def test_everything_that_belongs_to_an_export_arrives_as_it_was_written(hub: Hub, model: Path) -> None:
    done = _push(hub, model, "hf_right", "--yes")
    assert done.returncode == 0, done.stderr
    assert sorted(hub.files) == ["Modelfile", "README.md", model.name, f"{model.name}.sha256"]
    assert hub.files[model.name] == model.read_bytes()
    assert hub.files["README.md"] == model.with_suffix(".md").read_bytes()
    assert hub.private is True
    assert "hf_right" not in done.stdout + done.stderr


def test_a_refused_token_is_one_sentence(hub: Hub, model: Path) -> None:
    done = _push(hub, model, "hf_wrong", "--yes")
    assert done.returncode == 1
    assert "the hub refused" in done.stderr
    assert "Traceback" not in done.stderr
    assert not hub.files


def test_a_hub_that_is_not_there_is_one_sentence(hub: Hub, model: Path) -> None:
    hub.shutdown()
    hub.server_close()
    done = _push(hub, model, "hf_right", "--yes")
    assert done.returncode == 1
    assert "was not reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_files_that_the_card_lists_are_sent_and_no_older_ones(model: Path) -> None:
    adapter, older = (model.with_name(f"{model.stem}-{kind}.gguf") for kind in ("adapter", "Q4_0"))
    for path in (adapter, older):
        path.write_bytes(path.name.encode())
        digest = hashlib.sha256(path.name.encode()).hexdigest()
        path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")
    with model.with_suffix(".md").open("a", encoding="utf-8") as card:
        card.write(f"\n- `{adapter.name}`, SHA-256 `{digest}`.\n")
    names = {file.name for file in uploads(model)}
    assert {model.name, adapter.name, f"{adapter.name}.sha256"} <= names
    assert older.name not in names
    adapter.unlink()
    with pytest.raises(ExportError, match=f"{adapter.name}, which the card lists, is missing"):
        uploads(model)


def test_a_file_that_changed_since_it_was_exported_is_not_sent(model: Path) -> None:
    model.write_bytes(model.read_bytes() + b"x")
    with pytest.raises(ExportError, match="changed since it was exported"):
        uploads(model)


def test_a_model_without_a_card_is_not_sent(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model.with_suffix(".md").unlink()
    assert main(["push", str(model), "--to", "someone/model"]) == 1
    assert "card" in capsys.readouterr().err


def test_a_repository_needs_owner_and_name(model: Path) -> None:
    with pytest.raises(ExportError, match="OWNER/NAME"):
        push(uploads(model), "model")
