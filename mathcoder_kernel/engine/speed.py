"""How fast a model runs here: prefill, decoding, several sequences side by side, and the raw llama.cpp loop beside it.

The raw loop is `llama_decode` + `llama_sampler_sample` (greedy) in a process of its own, and nothing else.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from mathcoder_kernel.engine.decoder import low_level
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, EngineError, Sampling, Session
from mathcoder_kernel.lce.dialect import DIALECTS, Borders, Piece

# Nothing ends it but its length; a marker in the text would.
NO_MARKERS = Borders(frozenset(), frozenset(DIALECTS["mathcoder"].markers), None)
SIDE_BY_SIDE = (1, 2, 4, 8)
PREFILL_TOKENS = 256
GREEDY = Sampling()
APART = 5.0  # temperature: sequences have no word in common
_START = (
    "import sys; from mathcoder_kernel.engine.speed import raw_loop; path, threads, ids, count, n_ctx = sys.argv[1:]; "
    "raw_loop(path, int(threads), [int(token) for token in ids.split(',')], int(count), int(n_ctx))"
)


def raw_loop(path: str, threads: int, ids: Sequence[int], count: int, n_ctx: int) -> None:
    """Child process: one run for each line on standard input; prints wall and CPU seconds.

    `n_ctx` is what the engine gives one conversation. Its own cache holds several of that size, and what a larger cache
    costs per token (its values lie further apart) is the engine's.
    """
    lib = low_level()
    quiet = lib.llama_log_callback(lambda level, text, data: None)
    lib.llama_log_set(quiet, ctypes.c_void_p(0))
    lib.llama_backend_init()
    model_params = lib.llama_model_default_params()
    model_params.use_extra_bufts = False  # as the engine does; crashes on CPUs with AMX otherwise
    model_params.n_gpu_layers = -1 if lib.llama_supports_gpu_offload() else 0
    model = lib.llama_model_load_from_file(os.fsencode(path), model_params)
    params = lib.llama_context_default_params()
    params.n_ctx = n_ctx
    params.n_batch = params.n_ubatch = 512
    params.n_threads = params.n_threads_batch = threads
    if not lib.llama_supports_gpu_offload():
        params.flash_attn_type = lib.LLAMA_FLASH_ATTN_TYPE_DISABLED  # as the engine does: it is slower on CPUs
    context = lib.llama_init_from_model(model, params)
    if not context:
        sys.exit(1)
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


class RawLoop:
    """The raw loop's process. Raises EngineError where it ends by itself."""

    def __init__(self, path: Path, threads: int, ids: Sequence[int], count: int, n_ctx: int) -> None:
        numbers = (",".join(map(str, ids)), str(count), str(n_ctx))
        command = [sys.executable, "-P", "-c", _START, str(path), str(threads), *numbers]
        environment = {**os.environ, "OMP_WAIT_POLICY": "passive", "GGML_NO_BACKTRACE": "1"}
        root = str(Path(__file__).resolve().parents[2])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self.close()
            raise EngineError(f"The raw llama.cpp loop ended by itself (exit code {self._process.returncode}).")
        return line

    def run(self) -> tuple[float, float]:
        """Wall and CPU seconds of one run."""
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # said by the missing line
            print(file=self._process.stdin, flush=True)
        wall, cpu = self._line().split()
        return float(wall), float(cpu)

    def close(self) -> None:
        """End it."""
        self._process.communicate()


async def generate(
    session: Session, pieces: list[Piece], borders: Borders, count: int, sampling: Sampling = GREEDY
) -> Ended:
    """Run a generation to its end."""
    async for event in session.generate(pieces, borders, max_tokens=count, sampling=sampling):
        if isinstance(event, Ended):
            return event
    raise AssertionError("a generation ends with Ended")


async def speeds(path: Path, *, tokens: int = 128, repeats: int = 3) -> AsyncIterator[tuple[str, float]]:
    """What was measured and its tokens per second (the median of `repeats`), as soon as it is known.

    Raises EngineError with a sentence where the model cannot be used.
    """
    engine = LlamaEngine(path, prefix_cache=False)
    try:
        facts = await engine.load()
        session = await engine.open()
        words = "a b c d e f g h " * PREFILL_TOKENS
        prefill = min(PREFILL_TOKENS, facts.n_ctx // 4)
        tokens = min(tokens, facts.n_ctx // 4)
        text = words[: max(2, len(words) * prefill // await session.count([words]))]
        await session.close()
        found = [await _prefill(engine, text) for _ in range(repeats)]
        yield f"prefill, {prefill} tokens", statistics.median(found)
        for width in SIDE_BY_SIDE:
            found = [await side_by_side(engine, width, tokens) for _ in range(repeats)]
            yield "decode" if width == 1 else f"decode, {width} side by side", statistics.median(found)
        session = await engine.open()
        await generate(session, ["1 + 1 ="], NO_MARKERS, 0)
        ids = session.ids
    finally:
        await engine.unload()
    raw = await asyncio.to_thread(RawLoop, path, engine.n_threads, ids, tokens, facts.n_ctx)
    try:
        found = [tokens / (await asyncio.to_thread(raw.run))[0] for _ in range(repeats)]
    finally:
        await asyncio.to_thread(raw.close)
    yield "raw llama.cpp loop", statistics.median(found)


async def _prefill(engine: LlamaEngine, text: str) -> float:
    """Tokens evaluated per second."""
    session = await engine.open()
    ended = await generate(session, [text], NO_MARKERS, 1)
    await session.close()
    return ended.fed / ended.feed_seconds


async def side_by_side(engine: LlamaEngine, width: int, tokens: int) -> float:
    """Tokens written per second by `width` sequences together, the prompt not counted.

    Several are drawn so hot that each goes its own way: what they wrote alike would be evaluated only once.
    """
    base = await engine.open()
    await generate(base, ["1 + 1 ="], NO_MARKERS, 0)
    forks = [await base.fork() for _ in range(width)]
    heat = [GREEDY] if width == 1 else [Sampling(temperature=APART, seed=number) for number in range(width)]
    start = time.perf_counter()
    ended = await asyncio.gather(
        *(generate(fork, [], NO_MARKERS, tokens, sampling) for fork, sampling in zip(forks, heat, strict=True))
    )
    seconds = time.perf_counter() - start
    for session in (*forks, base):
        await session.close()
    return sum(end.generated for end in ended) / seconds
