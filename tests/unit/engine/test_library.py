"""The models that are on a computer already, wherever a program put them, and which dialect each of them writes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mathcoder_kernel.engine import library, model_files
from mathcoder_kernel.engine.protocol import ModelFileError
from mathcoder_kernel.lce.dialect import DIALECTS
from mathcoder_kernel.lce.names import DIALECT_NAMES
from tests.unit.engine.sentencepiece_model import write_sentencepiece_model


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that the models of whoever runs the tests are not found."""
    for variable in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "OLLAMA_MODELS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("MATHCODER_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(model_files, "BUNDLED", tmp_path / "bundled")
    return tmp_path


@pytest.fixture(scope="module")
def tora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sentencepiece_model(tmp_path_factory.mktemp("m") / "x.gguf", name="ToRA 7B")


def put(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
    return target


def test_models_are_found_in_every_place_and_named_as_load_takes_them(home: Path, tora: Path) -> None:
    put(tora, home / "bundled" / "mini.gguf")
    put(tora, home / "models" / "deep" / "mine.gguf")
    hub = home / ".cache" / "huggingface" / "hub" / "models--owner--re-po" / "snapshots" / "abc" / "sub"
    put(tora, hub / "file.gguf")
    put(tora, home / ".lmstudio" / "models" / "someone" / "repo" / "studio.gguf")
    digest = "ab" * 32
    blob = put(tora, home / ".ollama" / "models" / "blobs" / f"sha256-{digest}")
    manifest = home / ".ollama" / "models" / "manifests" / "registry.ollama.ai" / "library" / "qwen2.5-math" / "7b"
    manifest.parent.mkdir(parents=True)
    layers = [
        {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:" + "0" * 64},
        {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}"},
    ]
    manifest.write_text(json.dumps({"schemaVersion": 2, "layers": layers}))
    found = {entry.name: (entry.source, entry.path) for entry in library.entries()}
    assert {name: source for name, (source, _) in found.items()} == {
        "mini": "bundled",
        "mine": "models folder",
        "hf:owner/re-po/sub/file.gguf": "Hugging Face cache",
        "studio": "LM Studio",
        "qwen2.5-math:7b": "Ollama",
    }
    assert found["qwen2.5-math:7b"][1] == blob
    for name, (_, path) in found.items():
        assert library.find(name) == path


def test_a_file_that_several_programs_share_is_listed_once(home: Path, tora: Path) -> None:
    path = put(tora, home / "models" / "a.gguf")
    link = home / ".lmstudio" / "models" / "b.gguf"
    link.parent.mkdir(parents=True)
    link.symlink_to(path)
    assert [entry.name for entry in library.entries()] == ["a"]


def test_later_parts_and_image_encoders_are_no_models(home: Path, tora: Path) -> None:
    for name in ("m-00001-of-00002.gguf", "m-00002-of-00002.gguf", "mmproj-m.gguf"):
        put(tora, home / "models" / name)
    assert [entry.path.name for entry in library.entries()] == ["m-00001-of-00002.gguf"]


@pytest.mark.parametrize(
    "text",
    ["{", '{"layers": 3}', '{"layers": [{"mediaType": "application/vnd.ollama.image.model", "digest": "../../x"}]}'],
)
def test_a_strange_ollama_manifest_is_passed_over(home: Path, text: str) -> None:
    manifest = home / ".ollama" / "models" / "manifests" / "r" / "l" / "m" / "t"
    manifest.parent.mkdir(parents=True)
    manifest.write_text(text)
    assert library.entries() == []


def test_the_table_says_what_a_model_is_whether_it_fits_and_what_is_wrong_with_others(
    home: Path, tora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tora, home / "models" / "good.gguf")
    (home / "models" / "bad.gguf").write_bytes(b"<html>please log in</html>")
    monkeypatch.setattr(model_files, "available_memory", lambda: 1000)
    table = library.table([library.describe(entry) for entry in library.entries()])
    head, row = table.splitlines()[:2]
    assert head.split() == ["NAME", "SIZE", "FORMAT", "CONTEXT", "DIALECT", "MEMORY", "WHERE"]
    assert row.split()[0] == "good"
    assert "2,048" in row
    assert "tora" in row
    assert "TOO LARGE NOW" in row
    assert "web page" in table.split("Also found:")[1]
    monkeypatch.setattr(model_files, "available_memory", lambda: 10**12)
    assert ", fits" in library.table([library.describe(entry) for entry in library.entries()])


def test_two_models_of_one_name_are_told_apart_by_their_paths(home: Path, tora: Path) -> None:
    put(tora, home / "models" / "a" / "same.gguf")
    put(tora, home / "models" / "b" / "same.gguf")
    with pytest.raises(ModelFileError, match="Several models"):
        library.find("same")
    assert library.find(home / "models" / "b" / "same.gguf").parent.name == "b"


def test_a_name_that_is_none_lists_all_that_are_there(home: Path, tora: Path) -> None:
    put(tora, home / "models" / "mine.gguf")
    put(tora, home / ".lmstudio" / "models" / "someone" / "repo" / "studio.gguf")
    with pytest.raises(ModelFileError, match=r"No model is called 'other'; found: mine, studio\."):
        library.find("other")
    with pytest.raises(ModelFileError, match=r"There is no model file .*gone\.gguf"):
        library.find(home / "gone.gguf")


def test_a_model_of_the_hub_that_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(ModelFileError, match=r"mathcoder pull hf:owner/repo/file\.gguf"):
        library.find("hf:owner/repo/file.gguf")


@pytest.mark.parametrize("text", ["hf:owner/repo", "hf:file.gguf", "hf:owner/../x.gguf", "hf:owner/repo/model.bin"])
def test_what_is_no_reference_shows_the_form(text: str) -> None:
    with pytest.raises(ModelFileError, match=r"gguf"):
        library.reference(text)


# -- dialects


@pytest.mark.parametrize(
    ("template", "name", "dialect"),
    [
        ("{% for m in messages %}<|im_start|>{{ m.role }}\n", "any", "qwen-math-tir"),
        ("{{ '### Problem: ' + m['content'] }}### Solution: ", "any", "numina-tir"),
        ("{{ 'User: ' + m['content'] }}\n\nAssistant:", "any", "deepseek-math"),
        ("<start_of_turn>{{ role }}", "any", "rlhflow-gemma"),
        ("<|start_header_id|>{{ role }}<|end_header_id|>", "any", "rlhflow-llama3"),
        ("[INST] {{ m }} [/INST]", "any", "rlhflow-mistral"),
        (None, "llm-agents_tora-code-7b-v1.0", "tora"),
        (None, "MARIO-7B-v1", "mario"),
        (None, "OpenMath-Mistral-7B", "openmath"),
        (None, "DeepSeek-Math-7B-RL", "deepseek-math"),
    ],
)
def test_the_dialect_follows_from_the_chat_template_else_from_the_name(
    tmp_path: Path, template: str | None, name: str, dialect: str
) -> None:
    header = model_files.check(write_sentencepiece_model(tmp_path / "m.gguf", chat_template=template, name=name))
    assert model_files.dialect_of(header) == dialect
    assert model_files.dialect_of(header, override="tora") == "tora"
    with pytest.raises(ModelFileError, match="cannot be written"):
        model_files.dialect_of(header, override="mathcoder")


def test_a_model_that_says_nothing_of_its_form_is_not_guessed(tmp_path: Path) -> None:
    path = write_sentencepiece_model(tmp_path / "m.gguf", name="prehistoric toraja")
    with pytest.raises(ModelFileError, match=r"%mathcoder config dialect NAME"):
        model_files.dialect_of(model_files.check(path))


def test_the_list_of_names_is_the_list_of_dialects() -> None:
    assert tuple(sorted(DIALECT_NAMES)) == tuple(sorted(DIALECTS))
