"""Downloading, against a server of our own on loopback that answers as the hub does: metadata, ranges, errors."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.cli import main
from mathcoder_kernel.engine import hub, library, model_files
from mathcoder_kernel.engine.protocol import ModelFileError
from tests.unit.engine.sentencepiece_model import write_sentencepiece_model

pytest.importorskip("huggingface_hub", reason="the extra `hub` is not installed")

COMMIT = "c" * 40
REFERENCE = "hf:owner/repo/model.gguf"


class Hub(ThreadingHTTPServer):
    """Serves one file of one repository; `breaks` says after how many bytes downloads end, in turn."""

    daemon_threads = True

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        self.etag = hashlib.sha256(content).hexdigest()
        self.breaks: list[int] = []
        self.asked: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        wanted = self.headers.get("Range")
        self.server.asked.append((self.command, wanted))
        if self.path != "/owner/repo/resolve/main/model.gguf" and COMMIT not in self.path:
            self.send_response(404)
            self.send_header("X-Error-Code", "EntryNotFound" if "/owner/repo/" in self.path else "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content, start = self.server.content, 0
        if match := re.match(r"bytes=(\d+)-", wanted or ""):
            start = int(match[1])
        self.send_response(206 if wanted else 200)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{self.server.etag}"')
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(content) - start))
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if body:
            limit = self.server.breaks.pop(0) if self.server.breaks else None
            self.wfile.write(content[start : None if limit is None else start + limit])
            self.close_connection = limit is not None


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    path = write_sentencepiece_model(tmp_path / "model.gguf", name="tora")
    server = Hub(path.read_bytes())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setenv("MATHCODER_MODELS", str(tmp_path / "models"))
    yield server
    server.shutdown()
    server.server_close()
    thread.join(10)


def pull(reference: str = REFERENCE) -> Path:
    return hub.pull(reference, progress=False)


def test_a_model_is_downloaded_found_and_used_without_the_network_afterwards(server: Hub) -> None:
    path = pull()
    assert path.read_bytes() == server.content
    assert "model" in [entry.name for entry in library.entries() if entry.source == "models folder"]
    assert [path.name for path in path.parent.iterdir()] == ["model.gguf"]
    server.shutdown()
    asked = len(server.asked)
    assert pull() == library.find(REFERENCE) == path
    assert model_files.check(library.find(REFERENCE)).name == "tora"
    assert len(server.asked) == asked


def test_an_interrupted_download_goes_on_where_it_stopped(server: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 4096)
    server.breaks = [20_000, *[0] * 20]  # and then the line is dead
    with pytest.raises(ModelFileError, match="try again to go on"):
        pull()
    with pytest.raises(ModelFileError, match="not on this computer yet"):
        library.find(REFERENCE)
    server.breaks = []
    server.asked.clear()
    assert pull().read_bytes() == server.content
    (first,) = [wanted for command, wanted in server.asked if command == "GET"]
    assert first is not None
    assert int(first.removeprefix("bytes=").removesuffix("-")) >= 16_384


def test_a_file_that_is_not_what_the_repository_has_is_deleted(server: Hub) -> None:
    server.etag = "0" * 64
    with pytest.raises(ModelFileError, match="arrived damaged and was deleted"):
        pull()
    with pytest.raises(ModelFileError, match="not on this computer yet"):
        library.find(REFERENCE)


def test_a_file_that_is_no_model_says_so(server: Hub) -> None:
    server.content = b"<html>sign in</html>"
    server.etag = hashlib.sha256(server.content).hexdigest()
    with pytest.raises(ModelFileError, match="web page"):
        pull()


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("hf:owner/repo/other.gguf", "owner/repo has no file other.gguf"),
        ("hf:nobody/nothing/x.gguf", "There is no repository nobody/nothing"),
    ],
)
def test_what_is_not_there_is_said(server: Hub, reference: str, sentence: str) -> None:
    with pytest.raises(ModelFileError, match=sentence):
        pull(reference)


def test_no_network_is_a_sentence(server: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelFileError, match="could not be downloaded"):
        pull()


def test_the_command_line_pulls_and_lists(server: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pull", "--quiet", REFERENCE]) == 0
    assert f"%mathcoder load {REFERENCE}" in capsys.readouterr().out
    assert main(["models"]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("model "))
    assert "tora" in row
    assert main(["pull", "--quiet", "hf:owner/repo/other.gguf"]) == 1
    assert "has no file other.gguf" in capsys.readouterr().err
    assert main(["pull", "model.gguf"]) == 2
