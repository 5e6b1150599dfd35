"""A real JupyterLab or Notebook server with our kernel and the extension as built, in folders of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "mathcoder_kernel" / "labextension"
NAME = "mathcoder-jupyterlab"
TOKEN = "t"
START_SECONDS = 240.0  # a limit against hanging, not a measure


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    folder: Path
    log: Path

    def notebook(self, name: str, *cells: str | Mapping[str, Any], metadata: Mapping[str, Any] | None = None) -> Path:
        """Write a notebook of code cells (or whole cells) into the server's folder."""
        written = []
        for number, cell in enumerate(cells):
            base = {"cell_type": "code", "id": f"given{number}", "metadata": {}}
            given = {"source": cell} if isinstance(cell, str) else dict(cell)
            whole = base | given
            if whole["cell_type"] == "code":
                whole = {"execution_count": None, "outputs": []} | whole
            written.append(whole)
        path = self.folder / name
        spec = {"name": "mathcoder", "display_name": "MathCoder", "language": "python"}
        about = {"kernelspec": spec, **(metadata or {})}
        book = {"cells": written, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
        path.write_text(json.dumps(book), encoding="utf-8")
        return path


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    folder: Path,
    environment: Mapping[str, str],
    *,
    app: str = "lab",
    argv: Sequence[str] = (),
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    extension: bool = True,
) -> Iterator[Server]:
    """A server whose kernels have `environment`; `app` is `lab` or `notebook`.

    `argv` starts the kernel in place of its own; `settings` are a person's, by plugin (`@owner/package:plugin`).
    Without `extension`, that of the server is off; the one of the page stays.
    """
    places = {name: folder / name for name in ("data", "config", "settings", "runtime", "books", "workspaces")}
    for place in places.values():
        place.mkdir(parents=True)
    share = places["data"]
    shutil.copytree(BUILT, share / "labextensions" / NAME)
    spec = share / "kernels" / "mathcoder"
    shutil.copytree(ROOT / "mathcoder_kernel" / "kernelspec", spec)
    kernel = json.loads((spec / "kernel.json").read_text(encoding="utf-8"))
    kernel["argv"] = list(argv) or [sys.executable, *kernel["argv"][1:]]
    (spec / "kernel.json").write_text(json.dumps(kernel), encoding="utf-8")
    config = json.loads((ROOT / "labextension" / "server_config.json").read_text(encoding="utf-8"))
    extensions = config["ServerApp"]["jpserver_extensions"]
    config["ServerApp"]["jpserver_extensions"] = dict.fromkeys(extensions, extension)  # off even where it is installed
    (places["config"] / "jupyter_server_config.d").mkdir()
    (places["config"] / "jupyter_server_config.d" / "server_config.json").write_text(json.dumps(config))
    news = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
    for plugin, values in {**news, **(settings or {})}.items():
        package, _, name = plugin.partition(":")
        (places["settings"] / package).mkdir(parents=True, exist_ok=True)
        (places["settings"] / package / f"{name}.jupyterlab-settings").write_text(json.dumps(values), encoding="utf-8")
    env = {
        **os.environ,
        "JUPYTER_PATH": str(share),
        "JUPYTER_DATA_DIR": str(share),
        "JUPYTER_CONFIG_DIR": str(places["config"]),
        "JUPYTER_RUNTIME_DIR": str(places["runtime"]),
        "JUPYTERLAB_SETTINGS_DIR": str(places["settings"]),
        "JUPYTERLAB_WORKSPACES_DIR": str(places["workspaces"]),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", "")))),
        **environment,
    }
    port = free_port()
    log = folder / "server.log"
    command = [
        *(sys.executable, "-m", "jupyter", app, "--no-browser", "--allow-root", "--expose-app-in-browser"),
        *(f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"),
        *(f"--ServerApp.root_dir={places['books']}", "--ServerApp.ip=127.0.0.1"),
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=env, cwd=places["books"], stdout=output, stderr=subprocess.STDOUT)
    try:
        url = f"http://127.0.0.1:{port}"
        _await_ready(url, process, log)
        yield Server(url, places["books"], log)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/api/status?token={TOKEN}", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"the server did not start:\n{log.read_text(errors='replace')[-3000:]}")
