"""Model files: what a header says, and a sentence for each way in which a file is no usable model."""

from __future__ import annotations

import errno
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import EngineError, ModelFileError


def test_the_header_tells_what_a_model_is(model_path: Path) -> None:
    header = model_files.check(model_path)
    assert header.architecture == "llama"
    assert header.quantisation == "Q8_0"
    assert header.n_params > 1_000_000
    assert header.context_length >= 256
    assert b"<|code|>" in header.tokens
    assert header.kv_bytes_per_token > 0
    assert model_files.dialect_of(header) == "mathcoder"


def test_the_header_agrees_with_the_gguf_package(model_path: Path) -> None:
    import gguf

    reader = gguf.GGUFReader(model_path)
    header = model_files.read_header(model_path)
    assert header.data_start == reader.data_offset
    assert [(t.name, t.shape, t.type, t.n_bytes) for t in header.tensors] == [
        (t.name, tuple(int(n) for n in t.shape), int(t.tensor_type), int(t.n_bytes)) for t in reader.tensors
    ]
    for key in ("general.name", "llama.block_count", "llama.rope.freq_base", "tokenizer.ggml.pre"):
        assert header.metadata[key] == reader.get_field(key).contents()
    assert [token.decode() for token in header.tokens] == reader.get_field("tokenizer.ggml.tokens").contents()


def test_a_name_a_path_or_nothing_finds_a_model(
    model_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    mine = folder / "mine.gguf"
    mine.write_bytes(model_path.read_bytes())
    monkeypatch.setenv("MATHCODER_MODELS", str(folder))
    assert mine in model_files.available()
    assert model_files.find("mine") == model_files.find("mine.gguf") == model_files.find(mine) == mine
    with pytest.raises(ModelFileError, match=r"No model is called 'yours'; found: .*mine"):
        model_files.find("yours")
    with pytest.raises(ModelFileError, match="no model file"):
        model_files.find(tmp_path / "gone.gguf")
    monkeypatch.setattr(model_files, "BUNDLED", tmp_path / "none")
    assert model_files.find() == mine


def test_a_hash_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one")
    first = model_files.sha256(path)
    stamp = path.stat().st_mtime_ns
    path.write_bytes(b"two")
    os.utime(path, ns=(stamp, stamp))
    assert model_files.sha256(path) == first  # same size and time: not read again
    os.utime(path, ns=(stamp, stamp + 1))
    assert model_files.sha256(path) != first


def test_a_full_disk_leaves_no_half_written_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"one")
    monkeypatch.setattr(model_files, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(Path, "write_text", full)
    assert len(model_files.sha256(path)) == 64
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_that_goes_away_while_it_is_hashed_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"gone\.gguf cannot be read: No such file"):
        model_files.sha256(tmp_path / "gone.gguf")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ModelFileError, match="cannot be read"):
        model_files.sha256(tmp_path / "folder")


def test_a_model_larger_than_memory_is_refused(model_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = model_files.check(model_path)
    monkeypatch.setattr(model_files, "available_memory", lambda: 1_000_000)
    with pytest.raises(ModelFileError, match=r"needs about 0\.\d GB of memory, but only 0\.0 GB are free"):
        model_files.check_memory(header, 512)


def test_a_dialect_that_is_not_known_is_named(model_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"dialect 'klingon'; this version knows: .*mathcoder"):
        model_files.dialect_of(model_files.check(model_path), override="klingon")


# -- damage: (name, what is done to the bytes, what the sentence says)

Damage = Callable[[bytes], bytes]


def _swap(old: bytes, new: bytes, times: int = -1) -> Damage:
    assert len(old) == len(new)

    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, times)

    return change


def _key(key: str, code: str, value: object) -> Damage:
    """Overwrite the scalar of a metadata key."""

    def change(data: bytes) -> bytes:
        raw = key.encode()
        start = data.index(struct.pack("<Q", len(raw)) + raw) + 8 + len(raw) + 4
        new = struct.pack("<" + code, value)
        return data[:start] + new + data[start + len(new) :]

    return change


def _nan_weights(data: bytes) -> bytes:
    return data[: -len(data) // 2] + b"\xff" * (len(data) // 2)


def _noise_weights(data: bytes) -> bytes:
    return data[: -len(data) // 2] + random.Random(0).randbytes(len(data) // 2)


def _offset_outside(data: bytes) -> bytes:
    name = b"output_norm.weight"
    start = data.index(name) + len(name)
    dims = struct.unpack_from("<I", data, start)[0]
    at = start + 4 + 8 * dims + 4
    return data[:at] + struct.pack("<Q", 2**40) + data[at + 8 :]


def _type_of_tensor(data: bytes) -> bytes:
    name = b"output_norm.weight"
    start = data.index(name) + len(name)
    at = start + 4 + 8 * struct.unpack_from("<I", data, start)[0]
    return data[:at] + struct.pack("<I", 999) + data[at + 4 :]


DAMAGED: dict[str, tuple[Damage, str]] = {
    "empty": (lambda data: b"", "is empty"),
    "wrong magic": (lambda data: b"GGXX" + data[4:], "not a GGUF model file"),
    "html": (lambda data: b"<!DOCTYPE html><html>login</html>", "a web page"),
    "safetensors": (lambda data: struct.pack("<Q", 200) + b'{"__metadata__":{}}' + bytes(300), "safetensors"),
    "pickle": (lambda data: b"\x80\x04\x95" + bytes(100), "pickle"),
    "lfs pointer": (lambda data: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS pointer"),
    "version 99": (lambda data: data[:4] + struct.pack("<I", 99) + data[8:], "version 99"),
    "big endian": (lambda data: data[:4] + struct.pack(">I", 3) + data[8:], "big-endian"),
    "four bytes": (lambda data: data[:4], "in the middle of its header"),
    "header cut": (lambda data: data[:1000], "damaged"),
    "half": (lambda data: data[: len(data) // 2], "incomplete"),
    "last byte missing": (lambda data: data[:-1], "1 of .* bytes are missing"),
    "huge tensor count": (lambda data: data[:8] + struct.pack("<Q", 2**60) + data[16:], "more than its size allows"),
    "huge key count": (lambda data: data[:16] + struct.pack("<Q", 2**60) + data[24:], "more than its size allows"),
    "huge text": (lambda data: data[:24] + struct.pack("<Q", 2**62) + data[32:], "longer than the file"),
    "one more layer": (
        lambda data: _key("llama.block_count", "I", model_layers(data) + 1)(data),
        "could not load this model file",
    ),
    "no layers": (_key("llama.block_count", "I", 0), "how large the model is"),
    "three kv heads": (_key("llama.attention.head_count_kv", "I", 3), "could not load this model file"),
    "no kv heads": (_key("llama.attention.head_count_kv", "I", 0), "could not load this model file"),
    "unknown tokenizer": (_swap(b"smollm", b"smellm"), "could not load this model file"),
    "unknown architecture": (_swap(b"llama", b"lxama"), "could not load this model file"),
    "no text model": (_swap(b"\x05\0\0\0\0\0\0\0llama", b"\x05\0\0\0\0\0\0\0t5enc", 1), "does not say|large|text"),
    "bad tensor type": (_type_of_tensor, "unknown type 999"),
    "tensor outside": (_offset_outside, "incomplete"),
    "token twice": (_swap(b"<|code|>", b"<|text|>"), "vocabulary holds '<|text|>' 2 times".replace("|", r"\|")),
    "no markers": (_swap(b"<|code|>", b"<|coda|>"), r"but by its file not one trained to answer|lacks <\|code\|>"),
    "weights not numbers": (_nan_weights, "weights are damaged"),
}


def model_layers(data: bytes) -> int:
    key = b"llama.block_count"
    return int(struct.unpack_from("<I", data, data.index(key) + len(key) + 4)[0])


@pytest.mark.parametrize("name", DAMAGED)
async def test_a_damaged_file_gives_one_sentence(model_path: Path, tmp_path: Path, name: str) -> None:
    damage, sentence = DAMAGED[name]
    path = tmp_path / "damaged.gguf"
    path.write_bytes(damage(model_path.read_bytes()))
    engine = LlamaEngine(path, n_threads=1)
    with pytest.raises(ModelFileError, match=sentence) as refused:
        await engine.load()
    assert "\n" not in str(refused.value)
    assert not engine.loaded
    assert engine.pid is None


async def test_noise_in_the_weights_does_not_take_anything_down(model_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "noise.gguf"
    path.write_bytes(_noise_weights(model_path.read_bytes()))
    engine = LlamaEngine(path, n_threads=1)
    with pytest.raises(EngineError):
        await engine.load()


async def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    for path, sentence in ((tmp_path, "is a folder"), (tmp_path / "gone.gguf", "There is no model file")):
        with pytest.raises(ModelFileError, match=sentence):
            await LlamaEngine(path).load()


async def test_a_zip_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data.pkl", b"x")
    with pytest.raises(ModelFileError, match="a zip archive"):
        await LlamaEngine(path).load()


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read all")
async def test_a_file_that_may_not_be_read_is_named(model_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "secret.gguf"
    path.write_bytes(model_path.read_bytes())
    path.chmod(0)
    with pytest.raises(ModelFileError, match="cannot be read"):
        await LlamaEngine(path).load()


def test_random_damage_to_the_header_never_raises_anything_else(model_path: Path, tmp_path: Path) -> None:
    data = model_path.read_bytes()
    size = model_files.read_header(model_path).data_start
    path = tmp_path / "fuzzed.gguf"
    rng = random.Random(1)
    refused = 0
    for _ in range(150):
        damaged = bytearray(data[: rng.choice([len(data), size, rng.randrange(24, size)])])
        for _ in range(rng.randrange(1, 6)):
            at = rng.randrange(4, min(len(damaged), size))
            damaged[at : at + 8] = rng.randbytes(min(8, len(damaged) - at))
        path.write_bytes(damaged)
        try:
            model_files.check(path)
        except ModelFileError:
            refused += 1
    assert refused > 50, "most of the damage should be seen"
