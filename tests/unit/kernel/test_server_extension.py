"""The extension of Jupyter Server: kernels' websockets send small messages at once."""

from __future__ import annotations

import importlib
import json
import socket
from types import SimpleNamespace
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect

from mathcoder_kernel.server_extension import _load_jupyter_server_extension, without_delay
from tests.conftest import ROOT


class Channels:
    """Stands where Jupyter Server's connection class stands: made with the handler, connected when it opens."""

    def __init__(self, websocket_handler: WebSocketHandler) -> None:
        self.websocket_handler = websocket_handler

    async def connect(self) -> str:
        return "connected"


async def nodelay_of(connection_class: type[Any]) -> tuple[int, str]:
    """TCP_NODELAY of a real websocket's socket once its connection is made, and what connecting returned."""
    found: list[tuple[int, str]] = []

    class Handler(WebSocketHandler):
        async def open(self, *_: str) -> None:
            connected = await connection_class(self).connect()
            assert self.ws_connection is not None
            pipe: socket.socket = self.ws_connection.stream.socket  # type: ignore[attr-defined]
            found.append((pipe.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), connected))
            await self.write_message("open")

    listening, port = bind_unused_port()
    server = HTTPServer(Application([("/", Handler)]))
    server.add_socket(listening)
    page = await websocket_connect(f"ws://127.0.0.1:{port}/")
    assert await page.read_message() == "open"
    page.close()
    server.stop()
    return found[0]


async def test_messages_wait_for_no_acknowledgement_and_connecting_is_as_before() -> None:
    assert await nodelay_of(Channels) == (0, "connected")
    on, connected = await nodelay_of(without_delay(Channels))
    assert on
    assert connected == "connected"


def test_the_servers_own_class_is_kept_under_its_name() -> None:
    settings = {"kernel_websocket_connection_class": Channels}
    _load_jupyter_server_extension(SimpleNamespace(web_app=SimpleNamespace(settings=settings)))
    made = settings["kernel_websocket_connection_class"]
    assert issubclass(made, Channels)
    assert made is not Channels
    assert made.__name__ == "Channels"


def test_a_server_without_such_a_class_is_left_alone() -> None:
    settings: dict[str, Any] = {}
    _load_jupyter_server_extension(SimpleNamespace(web_app=SimpleNamespace(settings=settings)))
    assert not settings


def test_the_configuration_names_a_module_that_is_an_extension() -> None:
    written = json.loads((ROOT / "labextension" / "server_config.json").read_text(encoding="utf-8"))
    (name,) = written["ServerApp"]["jpserver_extensions"]
    assert importlib.import_module(name)._jupyter_server_extension_points() == [{"module": name}]
