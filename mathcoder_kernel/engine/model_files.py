"""Model files: where they are, what their GGUF header says, and whether they can be loaded; llama.cpp is not needed.

The header reader (GGUF specification: ggml/docs/gguf.md) trusts nothing it reads: every length is checked against the
file, and the file is read, not mapped, since a mapped file that shrinks would end the notebook's process. What would
make llama.cpp fail or abort is found here and said in one sentence each (ModelFileError).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from mathcoder_kernel.engine import metadata
from mathcoder_kernel.engine.protocol import ModelFileError
from mathcoder_kernel.lce.dialect import DIALECTS, MathCoderDialect
from mathcoder_kernel.lce.text_dialect import TEXT_DIALECTS

MODELS_VARIABLE = "MATHCODER_MODELS"  # names the models folder
BUNDLED = Path(__file__).resolve().parents[1] / "models"

_HEADER_LIMIT = 256 * 2**20  # bytes; the largest vocabularies take some 10 MB
_TEXT_LIMIT = 16 * 2**20
_KEEP_ARRAY = 4096  # longer number arrays are not kept
_OVERHEAD = 64 * 2**20  # bytes an engine needs beside weights and cache

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9

# ggml type: (name, elements in a block, bytes of a block)
_TYPES = {
    0: ("F32", 1, 4), 1: ("F16", 1, 2), 2: ("Q4_0", 32, 18), 3: ("Q4_1", 32, 20), 6: ("Q5_0", 32, 22),
    7: ("Q5_1", 32, 24), 8: ("Q8_0", 32, 34), 9: ("Q8_1", 32, 36), 10: ("Q2_K", 256, 84), 11: ("Q3_K", 256, 110),
    12: ("Q4_K", 256, 144), 13: ("Q5_K", 256, 176), 14: ("Q6_K", 256, 210), 15: ("Q8_K", 256, 292),
    16: ("IQ2_XXS", 256, 66), 17: ("IQ2_XS", 256, 74), 18: ("IQ3_XXS", 256, 98), 19: ("IQ1_S", 256, 50),
    20: ("IQ4_NL", 32, 18), 21: ("IQ3_S", 256, 110), 22: ("IQ2_S", 256, 82), 23: ("IQ4_XS", 256, 136),
    24: ("I8", 1, 1), 25: ("I16", 1, 2), 26: ("I32", 1, 4), 27: ("I64", 1, 8), 28: ("F64", 1, 8),
    29: ("IQ1_M", 256, 56), 30: ("BF16", 1, 2), 34: ("TQ1_0", 256, 54), 35: ("TQ2_0", 256, 66),
    39: ("MXFP4", 32, 17),
}  # fmt: skip
_NEWEST_TYPE = 42  # known to llama.cpp, size not known here: the length of such a file is left to llama.cpp

# general.file_type (llama.h, enum llama_ftype)
_FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS",
    20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
}  # fmt: skip

_NO_TEXT_GENERATION = frozenset(
    {"bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "jina-bert-v2", "jina-bert-v3", "eurobert",
     "gemma-embedding", "t5encoder", "clip", "whisper", "wavtokenizer-dec", "flux", "sd1", "sdxl", "sd3"}
)  # fmt: skip

_FOREIGN = (
    (b"PK\x03\x04", "a zip archive, perhaps a PyTorch checkpoint"),
    (b"\x80\x02", "a Python pickle"),
    (b"\x80\x03", "a Python pickle"),
    (b"\x80\x04", "a Python pickle"),
    (b"\x80\x05", "a Python pickle"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"version https://git-lfs", "a Git LFS pointer, not the file itself; run `git lfs pull`"),
    (b"lmgg", "a model in the old GGML format"),
    (b"fmgg", "a model in the old GGML format"),
    (b"tjgg", "a model in the old GGML format"),
    (b"\x7fELF", "a program"),
    (b"%PDF", "a PDF document"),
)


@dataclass(frozen=True, slots=True)
class Tensor:
    """What the header says of one tensor; `n_bytes` is None for types whose size we do not know."""

    name: str
    shape: tuple[int, ...]
    type: int
    offset: int
    n_bytes: int | None

    @property
    def n_elements(self) -> int:
        """Numbers in it."""
        count = 1
        for size in self.shape:
            count *= size
        return count


@dataclass(frozen=True, slots=True)
class Header:
    """What a GGUF file says of itself."""

    path: Path
    size_bytes: int
    version: int
    metadata: Mapping[str, Any]  # without long arrays
    tokens: tuple[bytes, ...]
    tensors: tuple[Tensor, ...] = field(repr=False)
    data_start: int  # byte offset of the tensors

    @property
    def architecture(self) -> str:
        """For example `llama`, `qwen2`."""
        return str(self.metadata.get("general.architecture", ""))

    @property
    def name(self) -> str:
        """What the model is called: its own name, else the file's."""
        name = self.metadata.get("general.name")
        return name if isinstance(name, str) and name else self.path.stem

    @property
    def n_params(self) -> int:
        """Numbers in all tensors."""
        return sum(tensor.n_elements for tensor in self.tensors)

    @property
    def context_length(self) -> int:
        """Tokens the model was trained to look back on."""
        return self._number("context_length", 0)

    @property
    def n_layers(self) -> int:
        """Blocks."""
        return self._number("block_count", 0)

    @property
    def kv_bytes_per_token(self) -> int:
        """Bytes of F16 cache for one token."""
        heads = self._number("attention.head_count", 1) or 1
        width = self._number("embedding_length", 0) // heads
        keys = self._number("attention.key_length", width) + self._number("attention.value_length", width)
        kv = self.metadata.get(f"{self.architecture}.attention.head_count_kv", heads)
        kv_heads = sum(kv) if isinstance(kv, list) else int(kv) * self.n_layers
        return 2 * keys * kv_heads

    @property
    def quantisation(self) -> str:
        """For example `Q8_0`: what the file says, else what most of its weights are."""
        name = _FILE_TYPES.get(self.metadata.get("general.file_type", -1))
        if name is None:
            counts: Counter[int] = Counter()
            for tensor in self.tensors:
                counts[tensor.type] += tensor.n_elements
            most = counts.most_common(1)
            name = _TYPES.get(most[0][0], (f"type {most[0][0]}", 0, 0))[0] if most else "none"
        return name

    @property
    def our_metadata(self) -> dict[str, Any]:
        """The `mathcoder.*` keys."""
        return {key: value for key, value in self.metadata.items() if key.startswith("mathcoder.")}

    def _number(self, key: str, default: int) -> int:
        value = self.metadata.get(f"{self.architecture}.{key}", default)
        if isinstance(value, list):
            value = max(value, default=default)
        return value if isinstance(value, int) and 0 <= value < 2**40 else default


class _Damaged(Exception):
    """The header cannot be read; the message completes "… is damaged: "."""


class _Reader:
    """Bounds-checked reading of little-endian values."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size
        self._data = b""
        self._position = 0  # in _data
        self._start = 0  # of _data in the file

    @property
    def position(self) -> int:
        return self._start + self._position

    def _need(self, count: int) -> None:
        missing = self._position + count - len(self._data)
        if missing <= 0:
            return
        if self.position + count > min(self._size, _HEADER_LIMIT):
            if self.position + count > self._size:
                raise _Damaged("it ends in the middle of its header; copy or download it again")
            raise _Damaged("its header is larger than any model's")
        self._data = self._data[self._position :] + self._file.read(max(missing, 1 << 20))
        self._start, self._position = self.position, 0
        if count > len(self._data):
            raise _Damaged("it ends in the middle of its header; copy or download it again")

    def take(self, count: int) -> bytes:
        self._need(count)
        data = self._data[self._position : self._position + count]
        self._position += count
        return data

    def skip(self, count: int) -> None:
        while count:
            step = min(count, 1 << 20)
            self._need(step)
            self._position += step
            count -= step

    def number(self, code: str) -> Any:
        return struct.unpack("<" + code, self.take(struct.calcsize(code)))[0]

    def string(self) -> bytes:
        length = self.number("Q")
        if length > min(_TEXT_LIMIT, self._size - self.position):
            raise _Damaged("a text in its header is longer than the file")
        return self.take(length)

    def strings(self, count: int) -> list[bytes]:
        return [self.string() for _ in range(count)]

    def value(self, kind: int, *, keep: bool) -> Any:
        if kind in _SCALARS:
            return self.number(_SCALARS[kind])
        if kind == _STRING:
            return self.string().decode("utf-8", "replace")
        if kind != _ARRAY:
            raise _Damaged(f"its header holds a value of unknown type {kind}")
        element, count = self.number("I"), self.number("Q")
        if count > self._size - self.position:
            raise _Damaged("a list in its header is longer than the file")
        if element == _STRING:
            strings = self.strings(count)
            return strings if keep else [text.decode("utf-8", "replace") for text in strings[:_KEEP_ARRAY]]
        if element not in _SCALARS:
            raise _Damaged(f"its header holds a list of unknown type {element}")
        code = _SCALARS[element]
        size = struct.calcsize(code)
        if count > _KEEP_ARRAY:
            self.skip(count * size)
            return None
        return list(struct.unpack(f"<{count}{code}", self.take(count * size)))


def read_header(path: str | Path) -> Header:
    """Read a GGUF header; ModelFileError says in one sentence what is wrong with a file that is none."""
    path = Path(path)
    try:
        if path.is_dir():
            raise ModelFileError(f"{path} is a folder, not a model file; name the .gguf file in it.")
        size = path.stat().st_size
        if size == 0:
            raise ModelFileError(f"{path} is empty; copy or download the model again.")
        with path.open("rb") as file:
            magic = file.read(64)
            _refuse_foreign(path, magic)
            file.seek(0)
            try:
                return _parse(path, size, _Reader(file, size))
            except _Damaged as error:
                raise ModelFileError(f"{path} is damaged: {error}.") from None
            except (MemoryError, struct.error, OverflowError):
                raise ModelFileError(f"{path} is damaged: its header makes no sense.") from None
    except FileNotFoundError:
        raise ModelFileError(f"There is no model file {path}; `%mathcoder model` lists those found.") from None
    except OSError as error:
        raise ModelFileError(f"{path} cannot be read: {error.strerror or error}.") from None


def _refuse_foreign(path: Path, head: bytes) -> None:
    if head[:4] == b"GGUF":
        return
    what = next((name for magic, name in _FOREIGN if head.startswith(magic)), None)
    if what is None:
        text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if text.startswith((b"<!doctype", b"<html", b"<?xml")):
            what = "a web page: the download went wrong or needs a login"
        elif len(head) > 9 and head[8:9] == b"{" and struct.unpack("<Q", head[:8])[0] < 2**32:
            what = "a safetensors file; convert it to GGUF first"
        elif text.startswith((b"{", b"[")):
            what = "a JSON file"
    raise ModelFileError(f"{path} is not a GGUF model file{f'; it is {what}' if what else ''}.")


def _parse(path: Path, size: int, reader: _Reader) -> Header:
    reader.skip(4)  # the magic
    version = reader.number("I")
    if version not in (2, 3):
        swapped = struct.unpack(">I", struct.pack("<I", version))[0]
        if swapped in (2, 3):
            raise ModelFileError(f"{path} is a big-endian GGUF file, which this computer cannot use.")
        raise ModelFileError(f"{path} is a GGUF file of version {version}; only versions 2 and 3 can be loaded.")
    n_tensors, n_values = reader.number("Q"), reader.number("Q")
    if n_tensors > size // 24 or n_values > size // 12:
        raise _Damaged("it claims to hold more than its size allows")
    values: dict[str, Any] = {}
    tokens: tuple[bytes, ...] = ()
    for _ in range(n_values):
        key = reader.string().decode("utf-8", "replace")
        is_tokens = key == "tokenizer.ggml.tokens"
        value = reader.value(reader.number("I"), keep=is_tokens)
        if is_tokens and isinstance(value, list):
            tokens = tuple(text if isinstance(text, bytes) else b"" for text in value)
        elif value is not None and not key.startswith("tokenizer.ggml.merges"):
            values[key] = value
    tensors = []
    for _ in range(n_tensors):
        name = reader.string().decode("utf-8", "replace")
        n_dims = reader.number("I")
        if n_dims > 8:
            raise _Damaged(f"tensor {name} claims {n_dims} dimensions")
        shape = tuple(reader.number("Q") for _ in range(n_dims))
        kind, offset = reader.number("I"), reader.number("Q")
        if kind not in _TYPES and kind > _NEWEST_TYPE:
            raise _Damaged(f"tensor {name} is of unknown type {kind}")
        tensor = Tensor(name, shape, kind, offset, None)
        if kind in _TYPES:
            _, per_block, block_bytes = _TYPES[kind]
            tensor = Tensor(name, shape, kind, offset, tensor.n_elements // per_block * block_bytes)
        tensors.append(tensor)
    alignment = values.get("general.alignment", 32)
    if not isinstance(alignment, int) or not 0 < alignment <= 2**16:
        raise _Damaged("its alignment makes no sense")
    data_start = -(-reader.position // alignment) * alignment
    return Header(path, size, version, values, tokens, tuple(tensors), data_start)


def check(path: str | Path) -> Header:
    """The header of a model that llama.cpp can be given; ModelFileError says in one sentence why it cannot."""
    header = read_header(path)
    path = header.path
    kind = header.metadata.get("general.type", "model")
    if kind != "model":
        raise ModelFileError(f"{path} holds no model but {_article(str(kind))}; name the model's own file.")
    if not header.architecture:
        raise ModelFileError(f"{path} does not say what kind of model it is.")
    if header.architecture in _NO_TEXT_GENERATION:
        raise ModelFileError(f"{path} is {_article(header.architecture)} model, which does not write text.")
    if header.metadata.get("split.no", 0):
        raise ModelFileError(f"{path} is a later part of a model in several files; name the first part.")
    if not header.tensors:
        raise ModelFileError(f"{path} holds no weights, only a description of a model.")
    end = max(
        (header.data_start + tensor.offset + (tensor.n_bytes or 0) for tensor in header.tensors), default=0
    )  # fmt: skip
    if end > header.size_bytes:
        missing = end - header.size_bytes
        raise ModelFileError(
            f"{path} is incomplete: {missing:,} of {end:,} bytes are missing; copy or download it again."
        )
    if not header.tokens:
        raise ModelFileError(f"{path} has no vocabulary, so it cannot read or write text.")
    if len(set(header.tokens)) != len(header.tokens):
        text, times = Counter(header.tokens).most_common(1)[0]
        raise ModelFileError(
            f"{path} is damaged: its vocabulary holds {text.decode('utf-8', 'replace')!r} {times} times."
        )
    if header.context_length <= 0 or header.n_layers <= 0:
        raise ModelFileError(f"{path} is damaged: it does not say how large the model is.")
    return header


def _article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def dialect_of(header: Header, *, override: str | None = None) -> str:
    """The dialect a model writes: `override`, else what the file says, else by the marker tokens it has, else by its
    chat template, else by its name (which is all that models without a template have): its own or the file's."""
    known = ", ".join(sorted(DIALECTS))
    name = override or header.metadata.get(metadata.DIALECT)
    tokens = set(header.tokens)
    if name is not None:
        if name not in DIALECTS:
            raise ModelFileError(f"{header.path} is for the dialect {name!r}; this version knows: {known}.")
        lacking = [m for m in MathCoderDialect.markers if m.encode() not in tokens]
        if name == MathCoderDialect.name and lacking:
            raise ModelFileError(
                f"{header.path} lacks {lacking[0]}, without which the dialect {name} cannot be written."
            )
        return str(name)
    if all(marker.encode() in tokens for marker in MathCoderDialect.markers):
        return MathCoderDialect.name
    template = header.metadata.get("tokenizer.chat_template")
    for candidate in TEXT_DIALECTS:
        hints = candidate.chat_template
        if isinstance(template, str) and hints and all(hint in template for hint in hints):
            return candidate.name
    names = f"{header.metadata.get('general.basename', '')} {header.name} {header.path.stem}".lower()
    for candidate in TEXT_DIALECTS:
        if any(re.search(rf"(?<![a-z]){re.escape(hint)}(?![a-z])", names) for hint in candidate.names):
            return candidate.name
    raise ModelFileError(
        f"{header.path} is a language model, but by its file not one trained to answer by running code in a form this "
        f"version knows. If it is, choose its form with  %mathcoder config dialect NAME  ({known})."
    )


def needed_memory(header: Header, n_pool: int) -> int:
    """Bytes for the weights, a cache of `n_pool` tokens and what an engine needs beside them."""
    return header.size_bytes + n_pool * header.kv_bytes_per_token + _OVERHEAD


def check_memory(header: Header, n_pool: int) -> None:
    """ModelFileError if weights and a cache of `n_pool` tokens do not fit into the memory that is free now."""
    needed = needed_memory(header, n_pool)
    free = available_memory()
    if free is not None and needed > free:
        raise ModelFileError(
            f"{header.name} needs about {_gigabytes(needed)} of memory, but only {_gigabytes(free)} are free; "
            "close other programs or choose a smaller model."
        )


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"


def available_memory() -> int | None:
    """Bytes that can be used without swapping, a container's limit included; None where that cannot be told."""
    import psutil  # type: ignore[import-untyped]

    free = int(psutil.virtual_memory().available)
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text().strip()
        if limit != "max":
            used = int(Path("/sys/fs/cgroup/memory.current").read_text())
            cached = re.search(r"^inactive_file (\d+)", Path("/sys/fs/cgroup/memory.stat").read_text(), re.MULTILINE)
            free = min(free, int(limit) - used + (int(cached[1]) if cached else 0))
    except (OSError, ValueError):
        pass
    return free


# -- where models are


def models_folder() -> Path:
    """Where a person's own models lie: $MATHCODER_MODELS, else the data folder of this system."""
    if folder := os.environ.get(MODELS_VARIABLE):
        return Path(folder).expanduser()
    from platformdirs import user_data_path

    return user_data_path("mathcoder", appauthor=False) / "models"


def available() -> list[Path]:
    """Model files: bundled ones first, then those of the models folder (its subfolders too), by name."""
    folder = models_folder()
    return [*sorted(BUNDLED.glob("*.gguf")), *(sorted(folder.rglob("*.gguf")) if folder.is_dir() else ())]


def find(name: str | Path | None = None) -> Path:
    """The file of a model: None for the bundled one, else a path, or a name as `available` shows it."""
    models = available()
    if name is None:
        if not models:
            raise ModelFileError(f"No model is installed; put a .gguf file into {models_folder()}.")
        return models[0]
    path = Path(name).expanduser()
    if path.exists():
        return path
    for model in models:
        if str(name) in (model.name, model.stem):
            return model
    if path.suffix == ".gguf" or len(path.parts) > 1:
        raise ModelFileError(f"There is no model file {path}; `%mathcoder model` lists those found.")
    names = ", ".join(model.stem for model in models) or "none"
    raise ModelFileError(f"No model is called {name!r}; found: {names}.")


# -- hashes


def cache_folder() -> Path:
    """Where what can be computed again is kept."""
    from platformdirs import user_cache_path

    return user_cache_path("mathcoder", appauthor=False)


def sha256(path: str | Path) -> str:
    """The file's SHA-256, remembered by its path, size and time of change; ModelFileError where it cannot be read."""
    try:
        return _sha256(Path(path).resolve())
    except OSError as error:
        raise ModelFileError(f"{path} cannot be read: {error.strerror or error}.") from error


def _sha256(path: Path) -> str:
    status = path.stat()
    key = f"{path}|{status.st_size}|{status.st_mtime_ns}"
    store = cache_folder() / "sha256.json"
    try:
        known = json.loads(store.read_text(encoding="utf-8"))
        if isinstance(known.get(key), str):
            return str(known[key])
    except (OSError, ValueError, AttributeError):
        known = {}
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    known = {other: value for other, value in known.items() if not other.startswith(f"{path}|")} | {key: digest}
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        fresh = store.with_name(f"{store.name}.{os.getpid()}")
        try:
            fresh.write_text(json.dumps(known), encoding="utf-8")
            fresh.replace(store)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError:
        pass  # a home that cannot be written costs the time of hashing again
    return digest
