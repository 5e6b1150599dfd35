"""From a model made from nothing, through fine-tuning and merging, to a file that the kernel's engine loads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("peft", reason="adapters need the `finetune` extra")

from finetune.cli import main
from finetune.train.loop import latest_checkpoint
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling
from mathcoder_kernel.lce.dialect import MathCoderDialect

pytestmark = pytest.mark.slow


async def test_scratch_sft_merge_export_and_the_engine_answers(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = latest_checkpoint(run)
    assert base is not None
    cpu = ["--set", "sft.device=cpu", "--set", "sft.threads=1"]
    full = [*cpu, "--set", f"sft.base={base}", "--set", "sft.steps=4"]
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(tmp_path / "full"), *full]) == 0
    checkpoint = latest_checkpoint(tmp_path / "full")
    assert checkpoint is not None
    adapters = [*cpu, "--set", f"sft.base={checkpoint}", "--set", "sft.steps=4", "--set", "sft.method=lora"]
    lora = tmp_path / "lora"
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(lora), *adapters]) == 0
    assert main(["merge", str(lora), "--out", str(tmp_path / "merged")]) == 0
    model = tmp_path / "model.gguf"
    assert main(["export", str(tmp_path / "merged"), "--out", str(model)]) == 0, capsys.readouterr().err
    assert "every golden test passed" in capsys.readouterr().out
    losses = [json.loads(line) for line in (tmp_path / "full" / "metrics.jsonl").read_text().splitlines()]
    assert any("validation_loss" in line for line in losses)
    engine, dialect = LlamaEngine(tmp_path / "model-Q8_0.gguf", n_threads=1), MathCoderDialect()
    try:
        facts = await engine.load()
        assert facts.metadata[keys.DIALECT] == "mathcoder"
        session = await engine.open()
        prompt = dialect.prompt("add 2 and 3")
        events = [e async for e in session.generate(prompt, dialect.borders, max_tokens=8, sampling=Sampling())]
        assert isinstance(events[-1], Ended)
        assert events[-1].generated > 0
    finally:
        await engine.unload()


def test_an_adapter_checkpoint_is_exported_without_merging_first_and_a_whole_model_is_not_merged(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = latest_checkpoint(run)
    changed = (f"sft.base={base}", "sft.steps=2", "sft.method=lora", "sft.device=cpu", "sft.threads=1")
    settings = [part for setting in changed for part in ("--set", setting)]
    lora = tmp_path / "lora"
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(lora), *settings]) == 0
    out = ["--out", str(tmp_path / "m.gguf"), "--set", "export.quantisation=F16"]
    assert main(["export", str(lora), *out]) == 0, capsys.readouterr().err
    assert (tmp_path / "m.gguf").is_file()
    assert main(["merge", str(base), "--out", str(tmp_path / "merged")]) == 1
    assert "holds no adapters" in capsys.readouterr().err
