"""An extension of Jupyter Server: what the kernel says reaches the page at once.

Jupyter Server leaves Nagle's algorithm (RFC 896) on, so a small message waits until the page's system has acknowledged
the one before, which it delays by up to 40 ms on Linux and 200 ms on Windows: words came in batches, and a child cell
was seen to run that much later. This sets TCP_NODELAY on the websockets of kernels, of whichever connection class the
server was configured with. `jupyter server extension disable mathcoder_kernel.server_extension` turns it off.
"""

from __future__ import annotations

from typing import Any

_SETTING = "kernel_websocket_connection_class"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: Any) -> None:
    settings = app.web_app.settings
    if _SETTING in settings:  # Jupyter Server 2
        settings[_SETTING] = without_delay(settings[_SETTING])


def without_delay(connection: type[Any]) -> type[Any]:
    """A kernel websocket connection class like `connection` whose socket sends small messages at once."""

    def connect(self: Any) -> Any:
        self.websocket_handler.set_nodelay(True)
        return connection.connect(self)

    # The same name: its configuration and its log lines are found under it.
    return type(connection.__name__, (connection,), {"connect": connect, "__doc__": connection.__doc__})
