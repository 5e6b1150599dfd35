"""Importance of columns, adapters as files of their own, and what quantisation costs on transcripts."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest
import torch

pytest.importorskip("peft", reason="adapters need the `finetune` extra")

from safetensors.torch import load_file, save_file

from finetune.cli import main
from finetune.export import adapter_file, gguf_file
from finetune.export.checkpoint import checkpoint_folder, config_of, load_model
from finetune.export.exporter import Measured, export
from finetune.export.gguf_file import ExportError, quantise
from finetune.export.importance import ImatrixArray, documents, hookable, importance, read_transcripts
from finetune.recipe import load_recipe
from finetune.train.distributed import Processes
from finetune.train.sft import FineTuner
from tests.unit.finetune.bases import make_base

ALONE = Processes(0, 1, torch.device("cpu"))


@pytest.fixture(scope="module")
def weighed(run: Path, data: Path) -> dict[str, np.ndarray]:
    folder = checkpoint_folder(run)
    model, vocabulary, _ = load_model(folder)
    model = hookable(model, folder)
    texts = documents(read_transcripts(data), vocabulary, tokens=600, longest=300)
    return importance(model, config_of(model, vocabulary), texts)


def test_importance_is_the_mean_squared_input_of_each_column(run: Path, data: Path) -> None:
    folder = checkpoint_folder(run)
    model, vocabulary, _ = load_model(folder)
    model = hookable(model, folder)
    texts = documents(read_transcripts(data), vocabulary, tokens=200, longest=300)
    found = importance(model, config_of(model, vocabulary), texts)
    seen: list[torch.Tensor] = []
    down = model.get_submodule("model.layers.0.mlp.down_proj")
    hook = down.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0].detach().reshape(-1, 192)))
    with torch.no_grad():
        for ids, _ in texts:
            model(torch.tensor([ids]))
    hook.remove()
    expected = torch.cat(seen).square().mean(0).numpy()
    np.testing.assert_allclose(found["blk.0.ffn_down.weight"], expected, rtol=1e-4)


def test_every_matrix_of_the_file_is_weighed_by_its_columns(
    weighed: dict[str, np.ndarray], run: Path, tmp_path: Path
) -> None:
    export(run, tmp_path / "m.gguf", overrides=["export.quantisation=F16"])
    shapes = {tensor.name: tensor.shape for tensor in gguf.GGUFReader(tmp_path / "m.gguf").tensors}
    matrices = {name: int(shape[0]) for name, shape in shapes.items() if len(shape) == 2}
    assert {name: column.size for name, column in weighed.items()} == matrices


def test_llama_cpp_takes_the_importance_and_refuses_one_of_another_shape(
    weighed: dict[str, np.ndarray], run: Path, tmp_path: Path
) -> None:
    source = tmp_path / "m.gguf"
    export(run, source, overrides=["export.quantisation=F16"])
    quantise(source, tmp_path / "plain.gguf", "Q4_K_M")
    quantise(source, tmp_path / "weighed.gguf", "Q4_K_M", imatrix=ImatrixArray(weighed).array)
    assert (tmp_path / "plain.gguf").read_bytes() != (tmp_path / "weighed.gguf").read_bytes()
    quantise(source, tmp_path / "plain-8.gguf", "Q8_0")
    quantise(source, tmp_path / "weighed-8.gguf", "Q8_0", imatrix=ImatrixArray(weighed).array)
    assert (tmp_path / "plain-8.gguf").read_bytes() == (tmp_path / "weighed-8.gguf").read_bytes()
    wrong = {name: column[:-1] for name, column in weighed.items()}
    with pytest.raises(ExportError, match="Q4_K_M"):
        quantise(source, tmp_path / "wrong.gguf", "Q4_K_M", imatrix=ImatrixArray(wrong).array)


def test_the_card_has_perplexity_and_divergence_of_every_quantisation(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "m.gguf"
    command = ["export", str(run), "--out", str(out), "--quant", "F16,Q8_0,Q4_K_M", "--imatrix", str(data)]
    assert main([*command, "--held-out", str(data)]) == 0, capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.glob("*.gguf")) == ["m-F16.gguf", "m-Q4_K_M.gguf", "m-Q8_0.gguf"]
    card = (tmp_path / "m.md").read_text()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in card.splitlines() if line.startswith("| ")]
    figures = {row[0]: row for row in rows if row[0] in ("F16", "Q8_0", "Q4_K_M")}
    divergence = [float(figures[kind][5]) for kind in ("F16", "Q8_0", "Q4_K_M")]
    assert divergence == sorted(divergence)
    reference = float(card.split("torch has perplexity ")[1].split(".\n")[0])
    assert float(figures["F16"][4]) == pytest.approx(reference, rel=1e-3)
    assert "importance of columns" in card


def test_an_importance_that_would_change_nothing_is_refused(run: Path, data: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="changes nothing in Q8_0"):
        export(run, tmp_path / "m.gguf", overrides=["export.quantisation=Q8_0"], measured=Measured(imatrix=data))
    assert not list(tmp_path.glob("*.gguf"))


def test_transcripts_that_are_not_there_are_named(run: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"gone\.jsonl"):
        export(run, tmp_path / "m.gguf", measured=Measured(held_out=tmp_path / "gone.jsonl"))
    assert not list(tmp_path.glob("*.gguf"))


INTERLEAVED = ["llama", "mistral"]  # families whose heads llama.cpp rotates in pairs of neighbours, not in halves


@pytest.fixture(scope="module", params=[*INTERLEAVED, "qwen2"])
def adapters(
    request: pytest.FixtureRequest, texts: list[str], data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A LoRA checkpoint whose matrices say something."""
    folder = tmp_path_factory.mktemp(request.param)
    base = make_base(folder / "base", request.param, texts)
    settings = [f"sft.base={base}", "sft.device=cpu", "sft.threads=1", "sft.steps=2", "sft.row_tokens=192",
                "sft.rows_per_step=4", "sft.micro_rows=2", "sft.method=lora", "sft.solve_questions=0"]  # fmt: skip
    checkpoint = FineTuner(load_recipe("sft-debug", settings), data, folder / "run", ALONE).train()
    weights = load_file(checkpoint / "adapter_model.safetensors")
    torch.manual_seed(0)
    loud = {name: torch.randn_like(w) * 0.05 if ".lora_B." in name else w for name, w in weights.items()}
    save_file(loud, checkpoint / "adapter_model.safetensors")
    return checkpoint


def test_base_and_adapter_file_together_compute_what_the_merged_model_does(adapters: Path, tmp_path: Path) -> None:
    figures = export(adapters, tmp_path / "m.gguf", overrides=["export.quantisation=F16"], adapter=True)
    assert [file["file"] for file in figures["files"]] == ["m.gguf", "m-adapter.gguf"]
    assert figures["parity"]["adapter"]["max_logit_difference"] < 0.25
    assert figures["parity"]["adapter"]["same_greedy_token"] > 0.99
    reader = gguf.GGUFReader(tmp_path / "m-adapter.gguf")
    names = {tensor.name for tensor in reader.tensors}
    assert {"blk.0.attn_q.weight.lora_a", "blk.1.ffn_down.weight.lora_b"} <= names
    assert "ADAPTER ./m-adapter.gguf" in (tmp_path / "m.Modelfile").read_text()


@pytest.mark.parametrize("adapters", INTERLEAVED, indirect=True)
def test_an_adapter_whose_heads_are_not_interleaved_is_caught(
    adapters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gguf_file.interleave is adapter_file.interleave
    monkeypatch.setattr(adapter_file, "interleave", lambda rows, heads: rows)
    with pytest.raises(ExportError, match=r"other logits than torch|writes token"):
        export(adapters, tmp_path / "m.gguf", overrides=["export.quantisation=F16"], adapter=True)
    assert not list(tmp_path.iterdir())


def test_a_whole_model_has_no_adapter_to_write(run: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="holds no adapters"):
        export(run, tmp_path / "m.gguf", adapter=True)
