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
import time
from pathlib import Path

from measure import Median, add_model_options, chosen_model, median, ratio, report

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Tokens
from mathcoder_kernel.engine.speed import NO_MARKERS, RawLoop, generate
from mathcoder_kernel.lce.dialect import Marker, MathCoderDialect, Piece

DIALECT = MathCoderDialect()
QUESTION = "A tank holds 240 L. Pipe A fills it in 6 h, pipe B empties it in 10 h. When is it full?"


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
    raw = RawLoop(path, options.threads, ids, count, facts.n_ctx)
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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_model_options(parser)
    parser.add_argument("--tokens", type=int, default=400, help="tokens of a run (default: 400)")
    parser.add_argument("--repeats", type=int, default=20, help="runs of each (default: 20)")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--context", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with chosen_model(options) as path:
        asyncio.run(measure(path, options))


if __name__ == "__main__":
    main()
