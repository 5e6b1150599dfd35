"""How fast a model runs: the raw loop that the engine is measured against."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import EngineError
from mathcoder_kernel.engine.speed import RawLoop, side_by_side


def test_a_raw_loop_that_ends_by_itself_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="ended by itself"):
        RawLoop(tmp_path / "none.gguf", 1, [1], 4, 256)


def test_a_raw_loop_measures_its_runs(model_path: Path) -> None:
    raw = RawLoop(model_path, 1, [1, 2, 3], 4, 256)
    wall, cpu = raw.run()
    raw.close()
    assert wall > 0
    assert cpu > 0


async def test_sequences_side_by_side_share_nothing_but_their_beginning(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
    assert await side_by_side(engine, 4, 20) > 0
    counters = await engine.counters()
    await engine.unload()
    assert counters["generated"] == 80
    assert counters["evaluated"] >= 4 * 18
