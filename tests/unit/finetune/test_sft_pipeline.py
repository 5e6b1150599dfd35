"""From a model made from nothing and somebody's data file to a GGUF that answers in a notebook's kernel."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("peft", reason="adapters need the `finetune` extra")

from finetune.cli import main
from finetune.evaluate.runner import evaluate
from finetune.train.loop import latest_checkpoint
from mathcoder_kernel.engine.model_files import check
from tests.kernel.starting import started

pytestmark = pytest.mark.slow

SUMS = ((12, 30), (7, 5), (640, 2), (15, 15), (81, 9), (3, 1004))


def _row(a: int, b: int, result: int) -> dict[str, Any]:
    """A row of MathCodeInstruct."""
    parts = (
        ("text", "Add the numbers."),
        ("code", f"a = {a}\nb = {b}\na + b"),
        ("execution", str(result)),
        ("text", rf"The sum is $\boxed{{{result}}}$."),
    )
    answer = [{"type": kind, "content": content} for kind, content in parts]
    question = [{"type": "text", "content": f"add {a} and {b}"}]
    return {"messages": [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]}


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Transcripts that were imported and whose code was run again; one row held a result that its code never gave."""
    folder = tmp_path_factory.mktemp("theirs")
    rows = [_row(a, b, a + b) for a, b in SUMS] + [_row(20, 20, 41)]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    imported, kept = folder / "imported.jsonl", folder / "verified.jsonl"
    assert main(["data", "import", str(folder / "rows.jsonl"), "--out", str(imported)]) == 0
    assert main(["data", "verify", str(imported), "--out", str(kept), "--workers", "1"]) == 0
    assert [json.loads(line)["question"] for line in kept.open()] == [f"add {a} and {b}" for a, b in SUMS]
    return kept


def _sft(base: Path, data: Path, run: Path, *settings: str) -> None:
    changed = (f"sft.base={base}", "sft.device=cpu", "sft.threads=1", "sft.row_tokens=128", "sft.micro_rows=3",
               "sft.rows_per_step=3", "sft.save_every=1000", *settings)  # fmt: skip
    overrides = [part for setting in changed for part in ("--set", setting)]
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(run), *overrides]) == 0


@pytest.mark.kernel
@pytest.mark.parametrize("method", ["full", "lora", "qlora"])
def test_scratch_import_verify_sft_merge_export_and_the_kernel_answers(
    method: str, run: Path, verified: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch = latest_checkpoint(run)
    assert scratch is not None
    tuned = tmp_path / "tuned"
    if method == "full":
        _sft(scratch, verified, tuned, "sft.steps=120", "sft.lr=3e-3")
    else:
        adapters = (f"sft.method={method}", "sft.lora_rank=16", "sft.lora_alpha=32")
        _sft(scratch, verified, tmp_path / "adapters", "sft.steps=250", "sft.lr=1e-2", *adapters)
        assert main(["merge", str(tmp_path / "adapters"), "--out", str(tuned)]) == 0
    model = tmp_path / "model.gguf"
    assert main(["export", str(tuned), "--out", str(model)]) == 0, capsys.readouterr().err
    assert "every golden test passed" in capsys.readouterr().out
    quantised = tmp_path / "model-Q8_0.gguf"
    assert check(quantised).our_metadata["mathcoder.dialect"] == "mathcoder"
    asked = tmp_path / "sums.jsonl"
    asked.write_text(
        "".join(json.dumps({"question": f"add {a} and {b}", "answer": str(a + b)}) + "\n" for a, b in SUMS)
    )
    evaluated = [evaluate(which, 0, 1, sets=[str(asked)], device="cpu")["sets"]["sums"] for which in (tuned, quantised)]
    assert [result["solved"] for result in evaluated] == [len(SUMS)] * 2  # through torch and through llama.cpp
    with started(environment={"MATHCODER_MODEL": str(quantised)}, cwd=tmp_path) as kernel:
        for a, b in SUMS[:3]:
            answered = kernel.run(f"%%mathcoder --view plain\nadd {a} and {b}")
            assert answered.reply["status"] == "ok"
            said = "\n".join(line for line in answered.stdout.splitlines() if "tokens/s" not in line)
            assert re.search(rf"\b{a + b}\b", said)
        # the code that it wrote ran in the student's own namespace
        assert kernel.run("a + b").value == str(sum(SUMS[2]))


def test_an_adapter_checkpoint_is_exported_without_merging_first_and_a_whole_model_is_not_merged(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = latest_checkpoint(run)
    changed = (f"sft.base={base}", "sft.steps=2", "sft.method=lora", "sft.device=cpu", "sft.threads=1")
    settings = [part for setting in changed for part in ("--set", setting)]
    lora = tmp_path / "lora"
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(lora), *settings]) == 0
    losses = [json.loads(line) for line in (lora / "metrics.jsonl").read_text().splitlines()]
    assert any("validation_loss" in line and "sample_solved" in line for line in losses)
    out = ["--out", str(tmp_path / "m.gguf"), "--set", "export.quantisation=F16"]
    assert main(["export", str(lora), *out]) == 0, capsys.readouterr().err
    assert (tmp_path / "m.gguf").is_file()
    assert main(["merge", str(base), "--out", str(tmp_path / "merged")]) == 1
    assert "holds no adapters" in capsys.readouterr().err
