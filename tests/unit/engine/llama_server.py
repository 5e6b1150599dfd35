"""A real llama-server on loopback, from the PyPI package xllamacpp: `python llama_server.py MODEL [NAME=VALUE …]`.

Prints its address and serves until its standard input closes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import xllamacpp  # type: ignore[import-not-found,unused-ignore]


def main(model: str, *options: str) -> None:
    """Serve `model`. Options: `key=…`, which a request then needs, and `template=FILE`, a chat template."""
    named = dict(option.split("=", 1) for option in options)
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.port = 0
    params.hostnames = ["127.0.0.1"]
    params.no_extra_bufts = True  # repacked weights crash llama.cpp on CPUs with AMX
    params.n_ctx = 2048
    params.n_parallel = 2
    params.kv_unified = True
    params.n_gpu_layers = 0
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.warmup = False
    params.fit_params = False
    if "key" in named:
        params.api_keys = [named["key"]]
    if "template" in named:
        params.use_jinja = True
        params.chat_template = Path(named["template"]).read_text()
    server = xllamacpp.Server(params)
    print(f"address {server.listening_address}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
