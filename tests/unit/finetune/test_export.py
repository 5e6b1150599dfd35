"""From generated problems to a GGUF that answers; and files that would be wrong are not written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import pytest
import torch

from finetune.cli import main
from finetune.data.tokenizer import TrainedVocabulary
from finetune.export import exporter, gguf_file, golden
from finetune.export.card import model_card
from finetune.export.gguf_file import ExportError
from finetune.recipe import load_recipe
from finetune.train.loop import latest_checkpoint, load_checkpoint_model
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Tokens
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.vocabulary import to_ids


def test_the_whole_pipeline_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Real problem families, real execution, every golden test, a file that the kernel's own header check accepts."""
    data, run, model = tmp_path / "data", tmp_path / "run", tmp_path / "debug.gguf"
    small = ["--set", "generate.examples=120", "--set", "generate.validation=20", "--set", "generate.held_out=20"]
    for command in (
        ["data", "generate", "debug", "--data", str(data), *small],
        ["data", "tokenizer", "debug", "--data", str(data)],
        ["data", "pack", "debug", "--data", str(data)],
        ["data", "show", "--data", str(data), "--plain"],
        ["train", "scratch", "debug", "--data", str(data), "--run", str(run), "--set", "train.steps=25"],
        ["export", str(run), "--out", str(model)],
    ):
        assert main(command) == 0, capsys.readouterr().err
    printed = capsys.readouterr().out
    assert "every golden test passed" in printed
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    assert (tmp_path / "debug.gguf.sha256").read_text().split()[0] == digest
    card = (tmp_path / "debug.md").read_text()
    assert digest in card
    assert "license: apache-2.0" in card


def test_the_card_says_what_part_of_the_data_is_gsm8k() -> None:
    recipe = load_recipe("debug", [])
    data = {"documents": 100, "tokens": 5_000, "row_tokens": 320, "sha256": "0" * 64}

    def card(topics: dict[str, int]) -> str:
        return model_card(recipe, data | {"topics": topics}, {"files": [], "parity": {}}, 1_000_000, {"step": 60}, None)

    mixed = card({"arithmetic": 70, "school word problems": 30})
    assert "70 problems generated" in mixed
    assert "30 from GSM8K's training questions" in mixed
    assert "MIT licence" in mixed
    alone = card({"arithmetic": 100})
    assert "100 problems generated" in alone
    assert "GSM8K" not in alone


def test_gsm8k_in_an_earlier_stage_is_named_in_the_licence() -> None:
    recipe = load_recipe("debug", [])
    data = {"documents": 9, "tokens": 5, "row_tokens": 320, "sha256": "0" * 64, "topics": {"arithmetic": 9}}
    earlier = {"recipe": "first", "tokens": 5, "minutes": 1, "data_sha256": "1" * 64, "begun_with": None}
    earlier["topics"] = {"arithmetic": 5, "school word problems": 4}
    between = {**earlier, "recipe": "second", "topics": {"arithmetic": 9}, "begun_with": earlier}

    def card(begun_with: dict[str, Any] | None) -> str:
        training = {"step": 60, "run": {"begun_with": begun_with}}
        return model_card(recipe, data, {"files": [], "parity": {}}, 1_000_000, training, None)

    assert "GSM8K's questions are under the MIT licence" in card(between)
    assert "GSM8K" not in card({**between, "begun_with": None})
    assert "GSM8K" not in card(None)


def test_the_card_names_a_base_of_ours_and_holds_no_path(run: Path) -> None:
    checkpoint = latest_checkpoint(run)
    assert checkpoint is not None
    data = {"documents": 9, "tokens": 5, "row_tokens": 320, "sha256": "0" * 64, "topics": {"arithmetic": 9}}

    def card(name: str, *overrides: str) -> str:
        recipe = load_recipe(name, overrides)
        return model_card(recipe, data, {"files": [], "parity": {}}, 1_000_000, {"step": 60}, None)

    tuned = card("sft-debug", f"sft.base={checkpoint}", f"train.init={run}")
    assert f"fine-tuned (full) from `debug ({checkpoint.name})`" in tuned
    assert f"base: debug ({checkpoint.name})" in tuned
    assert f"init: debug ({run.name})" in tuned
    assert str(run.parent) not in tuned
    assert "from `model`" in card("sft-debug", "sft.base=/home/somebody/model")
    assert "from `somebody/model`" in card("sft-debug", "sft.base=somebody/model")


async def test_the_kernel_engine_reads_what_the_trainer_wrote(exported: Path, run: Path) -> None:
    checkpoint = latest_checkpoint(run)
    assert checkpoint is not None
    vocabulary = TrainedVocabulary.load(checkpoint / "tokenizer.json")
    dialect = MathCoderDialect()
    engine = LlamaEngine(exported, n_threads=1)
    try:
        facts = await engine.load()
        assert facts.metadata[keys.DIALECT] == "mathcoder"
        assert json.loads(facts.metadata[keys.TOPICS]) == ["arithmetic", "refusals"]
        assert facts.metadata[keys.SYSTEM] == ""
        session = await engine.open()
        pieces = dialect.prompt("add <|code|> 2 and 3")
        assert await session.count(pieces) == len(to_ids(pieces, vocabulary))
        events = [e async for e in session.generate(pieces, dialect.borders, max_tokens=8, sampling=Sampling())]
        assert isinstance(events[-1], Ended)
        assert sum(e.count for e in events if isinstance(e, Tokens)) == events[-1].generated
    finally:
        await engine.unload()


def test_parity_figures_are_measured_for_every_kind(run: Path, tmp_path: Path) -> None:
    figures = exporter.export(run, tmp_path / "a.gguf", overrides=["export.quantisation=F32"])
    assert figures["parity"]["F32"]["max_logit_difference"] < 1e-3
    assert figures["parity"]["F32"]["same_greedy_token"] == 1.0
    figures = exporter.export(run, tmp_path / "b.gguf", overrides=["export.quantisation=Q8_0"])
    assert set(figures["parity"]) == {"F16", "Q8_0"}
    assert (tmp_path / "b.gguf").stat().st_size < (tmp_path / "a.gguf").stat().st_size / 2


@pytest.fixture
def refused(run: Path, tmp_path: Path) -> Callable[[str], None]:
    """Exports and expects a refusal that leaves nothing behind."""

    def attempt(match: str) -> None:
        with pytest.raises(ExportError, match=match):
            exporter.export(run, tmp_path / "bad.gguf")
        assert list(tmp_path.iterdir()) == []

    return attempt


def test_a_missing_permutation_is_caught(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sharper attention, so that where a token looks matters: a barely trained model hardly looks anywhere."""

    def sharp(folder: Path) -> Any:
        model, vocabulary, recipe = load_checkpoint_model(folder)
        with torch.no_grad():
            for layer in model.model.layers:
                layer.self_attn.q_proj.weight *= 6
                layer.self_attn.k_proj.weight *= 6
        return model, vocabulary, recipe

    monkeypatch.setattr(exporter, "load_model", sharp)
    monkeypatch.setattr(gguf_file, "interleave", lambda rows, heads: rows)
    refused("other logits than torch")


def test_a_tokenizer_that_reads_otherwise_is_caught(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    write = gguf.GGUFWriter.add_token_merges
    monkeypatch.setattr(gguf.GGUFWriter, "add_token_merges", lambda self, merges: write(self, merges[-1:]))
    refused("llama.cpp reads")


def test_text_that_becomes_a_control_token_is_caught(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    write = gguf.GGUFWriter.add_token_types
    matched_anywhere = int(gguf.TokenType.USER_DEFINED)
    monkeypatch.setattr(
        gguf.GGUFWriter,
        "add_token_types",
        lambda self, kinds: write(
            self, [matched_anywhere if kind == gguf.TokenType.CONTROL else kind for kind in kinds]
        ),
    )
    refused("llama.cpp reads")


def test_a_stop_that_was_never_trained_is_caught(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "check_trained_stops", _without_end(golden.check_trained_stops))
    refused("'end'")


def _without_end(check: Any) -> Any:
    return lambda data: check({"tokens_by_role": {**data["tokens_by_role"], "end": 0}})


def test_lost_metadata_is_caught(refused: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    write = gguf_file.write_gguf

    def forgetful(*arguments: Any, metadata: dict[str, Any], **options: Any) -> None:
        write(*arguments, metadata={k: v for k, v in metadata.items() if k != keys.DIALECT}, **options)

    monkeypatch.setattr(exporter, "write_gguf", forgetful)
    refused(keys.DIALECT)


def test_a_trained_model_cannot_be_reshaped_at_export(run: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="only the export part"):
        exporter.export(run, tmp_path / "x.gguf", overrides=["model.layers=3"])


def test_a_folder_without_a_checkpoint_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no checkpoint"):
        exporter.export(tmp_path, tmp_path / "x.gguf")


def test_interleaving_pairs_each_number_with_its_partner_of_the_other_half() -> None:
    rows = np.arange(8, dtype=np.float32)[:, None]
    assert gguf_file.interleave(rows, 2).ravel().tolist() == [0, 2, 1, 3, 4, 6, 5, 7]
