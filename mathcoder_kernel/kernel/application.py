# mypy: disable-error-code="no-untyped-call,no-untyped-def,attr-defined"
"""The kernel's process: ipykernel's application, and a first cell that waits until somebody hears what it says.

`jupyter console` sends its first cell without knowing whether its iopub socket is connected yet; where it is not, the
cell's idle status is lost and the console waits for it for ever.
"""

from __future__ import annotations

import threading
from typing import Any

from ipykernel import kernelapp
from ipykernel.iostream import IOPubThread


class HeardIOPubThread(IOPubThread):
    """`heard` is set from the first subscription on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.heard = threading.Event()
        super().__init__(*args, **kwargs)

    def _handle_subscription(self, frames):
        super()._handle_subscription(frames)
        self.heard.set()


class MathCoderKernelApp(kernelapp.IPKernelApp):
    """ipykernel's application with `HeardIOPubThread`."""

    def init_iopub(self, context):
        """As in ipykernel; it offers no other place to choose the thread's class."""
        kernelapp.IOPubThread = HeardIOPubThread
        try:
            super().init_iopub(context)
        finally:
            kernelapp.IOPubThread = IOPubThread
