"""llama-cpp-python's own server on loopback: `python llama_cpp_server.py MODEL PORT`, until standard input closes."""

from __future__ import annotations

import os
import sys
import threading

import llama_cpp.llama_cpp as low
import uvicorn
from llama_cpp.server.app import create_app
from llama_cpp.server.settings import ModelSettings, ServerSettings

_defaults = low.llama_model_default_params


def _without_repacking() -> low.llama_model_params:
    params = _defaults()
    params.use_extra_bufts = False  # repacked weights crash llama.cpp on CPUs with AMX
    return params


def _until_closed() -> None:
    sys.stdin.read()
    os._exit(0)


def main(model: str, port: str) -> None:
    """Serve `model`."""
    low.llama_model_default_params = _without_repacking
    threading.Thread(target=_until_closed, daemon=True).start()
    settings = ModelSettings(model=model, n_ctx=512, n_threads=1, n_threads_batch=1, n_gpu_layers=0, verbose=False)
    app = create_app(server_settings=ServerSettings(host="127.0.0.1", port=int(port)), model_settings=[settings])
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="warning")


if __name__ == "__main__":
    main(*sys.argv[1:])
