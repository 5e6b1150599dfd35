"""Models of other families become GGUFs that read, compute and write as transformers does; wrong files are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

pytest.importorskip("transformers", reason="other families need the `finetune` extra")

from finetune.data.base_tokenizer import extended
from finetune.data.tokenizer import VocabularyError
from finetune.export import exporter, gguf_file, golden
from finetune.export.gguf_file import ExportError
from finetune.export.template import CHAT_TEMPLATE, modelfile
from finetune.train import base
from finetune.train.sft import save_tokenizer
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.vocabulary import to_ids
from tests.unit.finetune.bases import FAMILIES, make_base

FACTS = {
    "topics": {"arithmetic": 3},
    "max_blocks": 2,
    "sha256": "0" * 64,
    "tokens_by_role": {"text": 1, "code": 1, "end": 1},
    "documents": 3,
    "tokens": 30,
    "row_tokens": 64,
}


@pytest.fixture(scope="session")
def checkpoints(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A random model of each family with markers, as `train sft` would save it before the first step."""
    folder = tmp_path_factory.mktemp("families")
    found = {}
    for family in FAMILIES:
        source = make_base(folder / family, family, texts)
        vocabulary = base.load_vocabulary(str(source))
        model = base.load_causal_lm(str(source))
        base.extend_model(model, vocabulary, base.known_tokens(str(source)))
        found[family] = folder / f"{family}-markers"
        model.save_pretrained(found[family])
        save_tokenizer(vocabulary, found[family])
        recipe = {"name": family, "sft": {"base": str(source), "steps": 1}, "export": {"quantisation": "F32,F16,Q8_0"}}
        (found[family] / "recipe.json").write_text(json.dumps(recipe))
        (found[family] / "data.json").write_text(json.dumps(FACTS))
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_a_random_model_of_each_family_keeps_its_figures(
    family: str, checkpoints: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = exporter.export(checkpoints[family], tmp_path / f"{family}.gguf", say=print)
    with capsys.disabled():
        print(f"\n{family}: " + "; ".join(f"{kind} {parity}" for kind, parity in figures["parity"].items()))
    assert figures["parity"]["F32"]["max_logit_difference"] < 2e-3
    assert figures["parity"]["F32"]["same_greedy_token"] == 1.0
    assert {file["file"] for file in figures["files"]} == {f"{family}-{kind}.gguf" for kind in ("F32", "F16", "Q8_0")}
    for file in figures["files"]:
        assert (tmp_path / f"{file['file']}.sha256").read_text().split()[0] == file["sha256"]
    assert figures["files"][-1]["file"] in (tmp_path / f"{family}.Modelfile").read_text()
    file_ = golden.LlamaCppModel(tmp_path / f"{family}-F16.gguf")
    try:
        assert file_.metadata("tokenizer.chat_template") == CHAT_TEMPLATE
        assert file_.metadata(keys.DIALECT) == "mathcoder"
    finally:
        file_.close()


@pytest.mark.parametrize("family", ["llama", "mistral"])
def test_a_missing_permutation_is_caught(
    family: str, checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf_file, "interleave", lambda rows, heads: rows)
    with pytest.raises(ExportError, match="other logits than torch"):
        exporter.export(checkpoints[family], tmp_path / "bad.gguf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("family", ["llama3", "llama-linear", "qwen2-yarn"])
def test_forgotten_rotary_settings_are_caught(
    family: str, checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf_file, "_add_rope", lambda writer, config, size: writer.add_rope_freq_base(10_000.0))
    with pytest.raises(ExportError, match="other logits than torch"):
        exporter.export(checkpoints[family], tmp_path / "bad.gguf")


def test_a_wrong_name_of_the_pre_tokenizer_is_caught(
    checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf_file, "pre_tokenizer_name", lambda record: "qwen2")
    with pytest.raises(ExportError, match=r"llama\.cpp reads"):
        exporter.export(checkpoints["llama3"], tmp_path / "bad.gguf")


def test_lost_scores_of_a_sentencepiece_vocabulary_are_caught(
    checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import gguf

    write = gguf.GGUFWriter.add_token_scores
    monkeypatch.setattr(gguf.GGUFWriter, "add_token_scores", lambda self, scores: write(self, [0.0] * len(scores)))
    with pytest.raises(ExportError, match=r"llama\.cpp reads"):
        exporter.export(checkpoints["llama"], tmp_path / "bad.gguf")


def test_a_tokenizer_llama_cpp_has_no_name_for_is_refused(
    checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf_file, "pre_tokenizer_name", lambda record: None)
    with pytest.raises(ExportError, match="has no name for this tokenizer"):
        exporter.export(checkpoints["qwen2"], tmp_path / "bad.gguf")


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("text", golden.HOSTILE)
def test_texts_read_back_as_they_were(family: str, text: str, checkpoints: dict[str, Path]) -> None:
    """No space in front, no normalisation, no token around: code must come back byte for byte."""
    vocabulary = extended(checkpoints[family] / "tokenizer.json")
    ids = vocabulary.encode_text(text)
    assert b"".join(p for p in map(vocabulary.piece, ids) if isinstance(p, bytes)).decode() == text
    assert not {*ids} & {*vocabulary.control}


def test_extending_twice_changes_nothing(checkpoints: dict[str, Path]) -> None:
    for family in FAMILIES:
        path = checkpoints[family] / "tokenizer.json"
        again = extended(path)
        assert json.loads(again.tokenizer.to_str()) == json.loads(path.read_text())


def test_a_tokenizer_that_is_no_bpe_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({"model": {"type": "Unigram"}}))
    with pytest.raises(VocabularyError, match="Unigram"):
        extended(path)


def test_the_chat_template_writes_what_the_dialect_writes(checkpoints: dict[str, Path]) -> None:
    import jinja2

    vocabulary = extended(checkpoints["qwen2"] / "tokenizer.json")
    messages = [{"role": "system", "content": "be brief"}, {"role": "user", "content": "1+1?"}]
    written = jinja2.Environment().from_string(CHAT_TEMPLATE).render(messages=messages, add_generation_prompt=True)
    pieces = MathCoderDialect().prompt("1+1?", system="be brief")
    assert written == "".join(piece if isinstance(piece, str) else piece.name for piece in pieces)
    assert len(to_ids(pieces, vocabulary)) > len(pieces) - 2


def test_the_modelfile_has_the_prompt_and_both_stops() -> None:
    text = modelfile("m.gguf")
    assert text.startswith("FROM ./m.gguf\n")
    assert "<|user|><|text|>{{ .Prompt }}<|endofblock|><|endofmessage|><|assistant|>" in text
    assert text.count("PARAMETER stop") == 2


def test_coarse_quantisations_carry_their_divergence(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    figures: dict[str, Any] = exporter.export(
        checkpoints["qwen2"], tmp_path / "m.gguf", overrides=["export.quantisation=F16,Q8_0,Q6_K,Q4_K_M"]
    )
    divergences = [figures["parity"][kind]["kl_divergence"] for kind in ("F16", "Q8_0", "Q6_K", "Q4_K_M")]
    assert divergences == sorted(divergences)
    rows = [line for line in (tmp_path / "m.md").read_text().splitlines() if line.startswith("| Q4_K_M |")]
    assert f"| {divergences[-1]} |" in rows[0]


def test_llama3_factors_are_those_of_transformers() -> None:
    from transformers import LlamaConfig
    from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

    from tests.unit.finetune.bases import LLAMA3_ROPE, SHAPE

    config = LlamaConfig(**SHAPE, rope_parameters=LLAMA3_ROPE)
    theirs, _ = ROPE_INIT_FUNCTIONS["llama3"](config, torch.device("cpu"))
    plain = 1 / 10_000.0 ** (torch.arange(0, 16, 2) / 16)
    ours = torch.from_numpy(gguf_file.llama3_factors(10_000.0, 16, LLAMA3_ROPE))
    assert torch.allclose(plain / ours, theirs)
