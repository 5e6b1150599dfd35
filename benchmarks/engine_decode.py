#!/usr/bin/env python3
"""Decoding through the engine's process border against the raw llama.cpp loop; stop latency; tokens evaluated twice.

Raw loop: `llama_decode` + `llama_sampler_sample` (greedy) in a process of its own, nothing else; same file, threads,
prompt and number of tokens, measured in turn with ours. Ours: a whole `generate` call as the solver makes it (prompt
sent as text, markers masked, words streamed back), wall clock seen by the caller. CPU: the engine's process and, for
ours, what the caller's process spent too.

    python benchmarks/engine_decode.py                      # the bundled model
    python benchmarks/engine_decode.py --random 33          # or 110: random weights, so many million parameters
"""

from __future__ import annotations

import argparse
import asyncio
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measure import Median, median, ratio, report

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Session, Tokens
from mathcoder_kernel.lce.dialect import Borders, Marker, MathCoderDialect, Piece

DIALECT = MathCoderDialect()
QUESTION = "A tank holds 240 L. Pipe A fills it in 6 h, pipe B empties it in 10 h. When is it full?"
NO_MARKERS = Borders(frozenset(), frozenset(DIALECT.markers), None)  # generates until told to end
SIZES: dict[int, dict[str, int]] = {
    33: {"width": 512, "layers": 8, "heads": 8, "hidden": 1536, "vocabulary": 8192},
    110: {"width": 768, "layers": 12, "heads": 12, "hidden": 2304, "vocabulary": 16384},
}


def raw_loop(path: str, threads: int, ids: Sequence[int], count: int) -> None:
    """Child process: one run for each line on standard input; prints wall and CPU seconds."""
    from mathcoder_kernel.engine.decoder import low_level

    lib = low_level()
    quiet = lib.llama_log_callback(lambda level, text, data: None)
    lib.llama_log_set(quiet, ctypes.c_void_p(0))
    lib.llama_backend_init()
    model_params = lib.llama_model_default_params()
    model_params.use_extra_bufts = False  # as the engine does; crashes on CPUs with AMX otherwise
    model_params.n_gpu_layers = -1 if lib.llama_supports_gpu_offload() else 0
    model = lib.llama_model_load_from_file(os.fsencode(path), model_params)
    params = lib.llama_context_default_params()
    params.n_ctx = len(ids) + count + 8
    params.n_batch = params.n_ubatch = 512
    params.n_threads = params.n_threads_batch = threads
    context = lib.llama_init_from_model(model, params)
    memory = lib.llama_get_memory(context)
    sampler = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
    lib.llama_sampler_chain_add(sampler, lib.llama_sampler_init_greedy())
    prompt = (ctypes.c_int32 * len(ids))(*ids)
    token = (ctypes.c_int32 * 1)()
    decode, sample = lib.llama_decode, lib.llama_sampler_sample
    print("ready", flush=True)
    for _ in sys.stdin:
        lib.llama_memory_clear(memory, False)
        wall, cpu = time.perf_counter(), time.process_time()
        decode(context, lib.llama_batch_get_one(prompt, len(ids)))
        one = lib.llama_batch_get_one(token, 1)
        for _ in range(count - 1):
            token[0] = sample(sampler, context, -1)
            decode(context, one)
        sample(sampler, context, -1)
        print(time.perf_counter() - wall, time.process_time() - cpu, flush=True)


class Raw:
    """The raw loop's process."""

    def __init__(self, path: Path, threads: int, ids: Sequence[int], count: int) -> None:
        command = [sys.executable, __file__, "--raw", str(path), str(threads), ",".join(map(str, ids)), str(count)]
        environment = {**os.environ, "OMP_WAIT_POLICY": "passive"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def run(self) -> tuple[float, float]:
        """Wall and CPU seconds of one run."""
        assert self._process.stdin is not None
        print(file=self._process.stdin, flush=True)
        wall, cpu = self._line().split()
        return float(wall), float(cpu)

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


async def generate(session: Session, pieces: list[Piece], borders: Borders, count: int) -> Ended:
    """Run a generation to its end."""
    async for event in session.generate(pieces, borders, max_tokens=count, sampling=Sampling()):
        if isinstance(event, Ended):
            return event
    raise AssertionError("a generation ends with Ended")


async def through_the_border(engine: LlamaEngine, pieces: list[Piece], count: int) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds of the engine's process, CPU seconds of ours."""
    session = await engine.open()
    before, ours = (await engine.counters())["cpu_us"], time.process_time()
    wall = time.perf_counter()
    ended = await generate(session, pieces, NO_MARKERS, count)
    wall = time.perf_counter() - wall
    ours, after = time.process_time() - ours, (await engine.counters())["cpu_us"]
    await session.close()
    if ended.generated != count:
        raise SystemExit(f"only {ended.generated} of {count} tokens came ({ended.reason}); use fewer --tokens")
    return wall, (after - before) / 1e6, ours


async def stop_latency(engine: LlamaEngine, where: str, text: str) -> float:
    """Seconds from `stop()` to the last event, in the middle of a prompt or of an answer."""
    session = await engine.open()
    stopped = 0.0
    if where == "prefill":
        running = asyncio.create_task(generate(session, [text], NO_MARKERS, 50))
        await asyncio.sleep(0.05)
        stopped = time.perf_counter()
        session.stop()
        ended = await running
    else:
        async for event in session.generate(
            list(DIALECT.prompt(QUESTION)), NO_MARKERS, max_tokens=2000, sampling=Sampling()
        ):
            if isinstance(event, Tokens) and not stopped:
                stopped = time.perf_counter()
                session.stop()
            elif isinstance(event, Ended):
                ended = event
    latency = time.perf_counter() - stopped
    await session.close()
    return latency if ended.reason == "aborted" else -1.0  # it was over before the stop arrived


async def evaluated_twice(path: Path, text: str) -> tuple[int, int, int]:
    """Tokens evaluated again in an uninterrupted turn, by one rewind, by one abort in a prompt."""
    found = []
    for kind in ("turn", "rewind", "abort"):
        engine = LlamaEngine(path)
        session = await engine.open()
        if kind == "abort":
            running = asyncio.create_task(generate(session, [text], NO_MARKERS, 50))
            await asyncio.sleep(0.05)
            session.stop()
            await running
            await generate(session, [], NO_MARKERS, 1)
        else:
            pieces: list[Piece] = list(DIALECT.prompt(QUESTION))
            n_prompt = await session.count(pieces)
            for _ in range(3):
                await generate(session, pieces, DIALECT.borders, 60)
                pieces = [Marker("<|execution|>"), "15\n", Marker("<|endofblock|>")]
            if kind == "rewind":
                await session.rewind(n_prompt)
                await generate(session, [], DIALECT.borders, 60)
        found.append((await engine.counters())["again"])
        await engine.unload()
    return found[0], found[1], found[2]


async def measure(path: Path, options: argparse.Namespace) -> None:
    """Measure and print."""
    engine = LlamaEngine(path, n_threads=options.threads, n_ctx=options.context)
    facts = await engine.load()
    pieces: list[Piece] = list(DIALECT.prompt(QUESTION))
    session = await engine.open()
    await generate(session, pieces, NO_MARKERS, 0)
    ids = session.ids
    await session.close()
    room = facts.n_ctx - len(ids)
    count = min(options.tokens, room)
    raw = Raw(path, options.threads, ids, count)
    columns: dict[str, list[float]] = {name: [] for name in ("raw", "raw cpu", "ours", "ours cpu", "both cpu")}
    raw.run(), await through_the_border(engine, pieces, count)  # not counted
    for number in range(options.repeats):
        for which in ("raw", "ours") if number % 2 else ("ours", "raw"):
            if which == "raw":
                wall, cpu = raw.run()
                columns["raw"].append(wall / count)
                columns["raw cpu"].append(cpu / count)
            else:
                wall, cpu, caller = await through_the_border(engine, pieces, count)
                columns["ours"].append(wall / count)
                columns["ours cpu"].append(cpu / count)
                columns["both cpu"].append((cpu + caller) / count)
    raw.close()
    text = "some words to read " * ((facts.n_ctx - 60) // 20)
    rows: list[tuple[str, Median, str]] = [
        ("raw loop, per token", median(columns["raw"]), "ms"),
        ("through the border, per token", median(columns["ours"]), "ms"),
        ("speed against raw, wall", ratio(columns["raw"], columns["ours"]), "x"),
        ("speed against raw, CPU of the engine", ratio(columns["raw cpu"], columns["ours cpu"]), "x"),
        ("speed against raw, CPU with the caller", ratio(columns["raw cpu"], columns["both cpu"]), "x"),
    ]
    for where in ("prefill", "decode"):
        found = [await stop_latency(engine, where, text) for _ in range(options.repeats)]
        hits = [latency for latency in found if latency >= 0]
        if hits:
            rows.append((f"stop in {where}", median(hits), "ms"))
    await engine.unload()
    turn, rewind, abort = await evaluated_twice(path, text)
    notes = [
        f"{facts.name}: {facts.n_params / 1e6:.1f}M parameters, {facts.quantisation}, "
        f"{count} tokens a run, {options.threads} thread(s)",
        f"tokens evaluated twice: {turn} in an uninterrupted turn, {rewind} by a rewind, {abort} by an aborted prompt",
    ]
    report("engine decode", rows, options.json, notes)


def main() -> None:
    """Read the command line."""
    if sys.argv[1:2] == ["--raw"]:
        path, threads, ids, count = sys.argv[2:6]
        raw_loop(path, int(threads), [int(token) for token in ids.split(",")], int(count))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="a name or path (default: the bundled model)")
    parser.add_argument("--random", type=int, choices=sorted(SIZES), help="random weights, million parameters")
    parser.add_argument("--tokens", type=int, default=400, help="tokens of a run (default: 400)")
    parser.add_argument("--repeats", type=int, default=20, help="runs of each (default: 20)")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--context", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.random:
        from random_model import write_random_model

        with tempfile.TemporaryDirectory() as folder:
            path = write_random_model(Path(folder) / "random.gguf", **SIZES[options.random])
            asyncio.run(measure(path, options))
    else:
        asyncio.run(measure(model_files.find(options.model), options))


if __name__ == "__main__":
    main()
