#!/usr/bin/env python3
"""Our engine beside others on the same file, what a kept beginning saves, and the memory that an engine takes.

Decoding: the same prompt and number of tokens, greedy, streamed as words to the caller, in turn with
`Llama.__call__(stream=True)` of llama-cpp-python and the server inside the package xllamacpp (called without HTTP). CPU
seconds of all processes that take part, per token; each has one thread.

Follow-up question: system text and earlier turns of together `--beginning` tokens, then a short question; from
nothing, in a process that has answered the turn before, and with the beginning on disk in a new process.

Memory: what the engine's process holds beyond the mapped model file, and how much of it is the cache.

    python benchmarks/engine_beside.py                # the bundled model
    python benchmarks/engine_beside.py --random 110   # random weights, so many million parameters
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from engine_decode import DIALECT, QUESTION, through_the_border
from measure import Median, add_model_options, chosen_model, median, own_cache, ratio, report

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.speed import NO_MARKERS, generate
from mathcoder_kernel.lce.dialect import Piece

LLAMA = """
import sys, time
import llama_cpp.llama_cpp as low
from llama_cpp import Llama
path, threads, ids, count = sys.argv[1], int(sys.argv[2]), [int(t) for t in sys.argv[3].split(",")], int(sys.argv[4])
defaults = low.llama_model_default_params
def params():
    found = defaults()
    found.use_extra_bufts = False  # crashes on CPUs with AMX otherwise
    return found
low.llama_model_default_params = params
model = Llama(path, n_ctx=len(ids) + count + 8, n_threads=threads, n_threads_batch=threads, verbose=False)
never = {model.token_eos(): -100.0}
print("ready", flush=True)
for _ in sys.stdin:
    model.reset()
    wall, cpu, made = time.perf_counter(), time.process_time(), 0
    for chunk in model(ids, max_tokens=count, temperature=0.0, stream=True, logit_bias=never):
        made += 1
    print(time.perf_counter() - wall, time.process_time() - cpu, model.n_tokens - len(ids), flush=True)
"""
XLLAMACPP = """
import sys, time
import xllamacpp
path, threads, ids, count = sys.argv[1], int(sys.argv[2]), [int(t) for t in sys.argv[3].split(",")], int(sys.argv[4])
params = xllamacpp.CommonParams()
params.model.path = path
params.port, params.hostnames = 0, ["127.0.0.1"]
params.no_extra_bufts, params.fit_params, params.warmup = True, False, False
params.n_ctx, params.n_parallel, params.n_gpu_layers = len(ids) + count + 8, 1, 0
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
server = xllamacpp.Server(params)
body = {"prompt": ids, "max_tokens": count, "stream": True, "temperature": 0, "ignore_eos": True, "cache_prompt": False,
        "samplers": ["temperature"], "stream_options": {"include_usage": True}}
made = 0
def chunk(record):
    global made
    for one in record if isinstance(record, list) else [record]:
        if isinstance(one, dict) and one.get("usage"):
            made = one["usage"]["completion_tokens"]
print("ready", flush=True)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    server.handle_completions(body, chunk)
    print(time.perf_counter() - wall, time.process_time() - cpu, made, flush=True)
"""


class Other:
    """Another engine in a process of its own: a run for each line that it is sent."""

    def __init__(self, code: str, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "OMP_WAIT_POLICY": "passive"},
        )
        while self._line() != "ready":
            pass

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"another engine ended (exit code {self._process.wait()})")
        return line.strip()

    def run(self, count: int) -> tuple[float, float]:
        """Wall and CPU seconds."""
        assert self._process.stdin is not None
        print(file=self._process.stdin, flush=True)
        while len(words := self._line().split()) != 3:
            pass
        if not count - 1 <= int(words[2]) <= count:  # one of them does not evaluate its last token
            raise SystemExit(f"another engine wrote {words[2]} of {count} tokens")
        return float(words[0]), float(words[1])

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


async def decoding(path: Path, options: argparse.Namespace) -> list[tuple[str, Median, str]]:
    """Rows on decoding beside others."""
    engine = LlamaEngine(path, n_threads=1)
    facts = await engine.load()
    pieces: list[Piece] = list(DIALECT.prompt(QUESTION))
    session = await engine.open()
    await generate(session, pieces, NO_MARKERS, 0)
    ids = ",".join(map(str, session.ids))
    count = min(options.tokens, facts.n_ctx - session.n_tokens)
    await session.close()
    others = {"Llama.__call__(stream=True)": Other(LLAMA, path, 1, ids, count)}
    if importlib.util.find_spec("xllamacpp") is not None:
        others["xllamacpp"] = Other(XLLAMACPP, path, 1, ids, count)
    ours: list[tuple[float, float]] = []
    theirs: dict[str, list[tuple[float, float]]] = {name: [] for name in others}
    for number in range(options.repeats + 1):  # the first is not counted
        wall, cpu, caller = await through_the_border(engine, pieces, count)
        ours.append((wall / count, (cpu + caller) / count))
        for name, other in others.items():
            their_wall, their_cpu = other.run(count)
            theirs[name].append((their_wall / count, their_cpu / count))
        if not number:
            ours.clear()
            for found in theirs.values():
                found.clear()
    await engine.unload()
    rows = [
        ("ours, per token", median([wall for wall, _ in ours]), "ms"),
        ("ours, CPU per token, caller included", median([cpu for _, cpu in ours]), "ms"),
    ]
    for name, found in theirs.items():
        others[name].close()
        rows += [
            (f"{name}, per token", median([wall for wall, _ in found]), "ms"),
            (f"{name}, CPU per token", median([cpu for _, cpu in found]), "ms"),
            (f"{name}, CPU against ours", ratio([cpu for _, cpu in found], [cpu for _, cpu in ours]), "x"),
        ]
    return rows


async def follow_up(path: Path, options: argparse.Namespace) -> list[tuple[str, Median, str]]:
    """Rows on the evaluation of a follow-up question's prompt."""
    probe = LlamaEngine(path, n_threads=1, prefix_cache=False)
    facts = await probe.load()
    session = await probe.open()
    words = 1
    length = min(options.beginning, facts.n_ctx // 2)
    while await session.count(["a word of an earlier turn " * words]) < length:
        words += 8
    await session.close()
    beginning: list[Sequence[Piece]] = [["a word of an earlier turn " * words]]
    question: list[Piece] = list(DIALECT.prompt("And what is 15% of 60?"))
    times: dict[str, list[float]] = {"nothing": [], "memory": [], "disk": []}
    tokens: dict[str, int] = {}

    async def prompt(engine: LlamaEngine, where: str) -> None:
        await engine.load()
        session = await engine.open()
        before = (await engine.counters())["evaluated"]
        start = time.perf_counter()
        await session.begin(*beginning)
        await generate(session, question, NO_MARKERS, 1)
        times[where].append(time.perf_counter() - start)
        tokens[where] = (await engine.counters())["evaluated"] - before
        await session.close()

    for number in range(options.repeats + 1):
        fresh = LlamaEngine(path, n_threads=1, prefix_cache=False)
        await prompt(fresh, "nothing")
        await prompt(fresh, "memory")
        await fresh.unload()
        disk = LlamaEngine(path, n_threads=1)
        await prompt(disk, "disk")
        await disk.unload()
        if not number:
            for found in times.values():
                found.clear()
    await probe.unload()
    rows: list[tuple[str, Median, str]] = []
    for where, said in (
        ("nothing", "from nothing"),
        ("memory", "after the turn before"),
        ("disk", "beginning on disk, new process"),
    ):
        rows.append((f"follow-up prompt {said}, {tokens[where]} tokens", median(times[where]), "ms"))
    return [
        *rows,
        ("saved after the turn before", ratio(times["nothing"], times["memory"]), "x"),
        ("saved by the disk", ratio(times["nothing"], times["disk"]), "x"),
    ]


async def memory(path: Path) -> str:
    """One line on what an engine's process holds after a long prompt."""
    engine = LlamaEngine(path, n_threads=1, prefix_cache=False)
    facts = await engine.load()
    session = await engine.open()
    await generate(session, ["some words to read " * (facts.n_ctx // 16)], NO_MARKERS, 20)
    assert engine.pid is not None
    process = psutil.Process(engine.pid)
    if not hasattr(process, "memory_maps"):
        return "memory: not told by this system"
    file = str(path.resolve())
    held = sum(entry.rss for entry in process.memory_maps(grouped=True) if entry.path != file)
    await engine.unload()
    return (
        f"memory of the engine's process beyond the mapped file: {held / 2**20:.0f} MiB resident, "
        f"{engine.cache_bytes / 2**20:.0f} MiB of it cache"
    )


async def measure(path: Path, options: argparse.Namespace) -> None:
    """Measure and print."""
    with own_cache():
        rows = await decoding(path, options)
        rows += await follow_up(path, options)
        notes = [await memory(path)]
    report("engine beside others", rows, options.json, notes)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_model_options(parser)
    parser.add_argument("--tokens", type=int, default=400, help="tokens of a run (default: 400)")
    parser.add_argument("--beginning", type=int, default=500, help="tokens of a beginning (default: 500)")
    parser.add_argument("--repeats", type=int, default=20, help="runs of each (default: 20)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with chosen_model(options) as path:
        asyncio.run(measure(path, options))


if __name__ == "__main__":
    main()
