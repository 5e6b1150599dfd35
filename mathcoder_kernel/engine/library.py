"""The models on this computer: ours, the person's, and those that other programs have downloaded already.

Nothing is copied or changed: Hugging Face's cache, LM Studio's folder and Ollama's store are read where they are.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.protocol import ModelFileError

HUB = "hf:"  # before OWNER/REPO/FILE: a file of a Hugging Face repository

_OLLAMA_MODEL = "application/vnd.ollama.image.model"
_PART = re.compile(r"-(\d{5})-of-\d{5}\.gguf$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A model file and what it is called here."""

    name: str  # what `%mathcoder load` takes
    path: Path
    source: str  # "bundled", "models folder", "Hugging Face cache", "LM Studio", "Ollama"


@dataclass(frozen=True, slots=True)
class Description:
    """What a list says of a model. `trouble` is a sentence where it cannot be used; the rest may be unknown then."""

    entry: Entry
    size_bytes: int
    quantisation: str = ""
    context_length: int = 0
    n_params: int = 0
    dialect: str = ""
    needed_bytes: int = 0  # weights, cache of a conversation of the default length, and overhead
    fits: bool | None = None  # into the memory that is free now; None where that cannot be told
    trouble: str = ""


def entries() -> list[Entry]:
    """All models found, each file once: bundled ones first, then by where they are."""
    seen: set[Path] = set()
    found: list[Entry] = []
    for entry in _all():
        try:
            real = entry.path.resolve()
        except OSError:
            continue
        if real not in seen:
            seen.add(real)
            found.append(entry)
    return found


def _all() -> Iterator[Entry]:
    for path in sorted(model_files.BUNDLED.glob("*.gguf")):
        yield Entry(path.stem, path, "bundled")
    folder = model_files.models_folder()
    for path in _files(folder):
        yield Entry(path.stem, path, "models folder")
    for repository, path, file in _hub_files():
        yield Entry(f"{HUB}{repository}/{file}", path, "Hugging Face cache")
    for folder in (Path.home() / ".lmstudio" / "models", Path.home() / ".cache" / "lm-studio" / "models"):
        for path in _files(folder):
            yield Entry(path.stem, path, "LM Studio")
    yield from _ollama()


def _files(folder: Path) -> list[Path]:
    """Model files in a folder and its subfolders; of a model in several files the first, and no image encoders."""
    if not folder.is_dir():
        return []
    try:
        paths = sorted(folder.rglob("*.gguf"))
    except OSError:
        return []
    return [path for path in paths if _is_a_model(path.name)]


def _is_a_model(name: str) -> bool:
    part = _PART.search(name)
    return not name.lower().startswith("mmproj") and (part is None or int(part[1]) == 1)


def hub_cache() -> Path:
    """Where huggingface_hub keeps what it downloads."""
    for variable in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if folder := os.environ.get(variable):
            return Path(folder).expanduser()
    if home := os.environ.get("HF_HOME"):
        return Path(home).expanduser() / "hub"
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache).expanduser() if cache else Path.home() / ".cache") / "huggingface" / "hub"


def _hub_files() -> Iterator[tuple[str, Path, str]]:
    """Repository, path and name in the repository of each cached model file; of several versions the newest."""
    cache = hub_cache()
    if not cache.is_dir():
        return
    for folder in sorted(cache.glob("models--*")):
        repository = folder.name.removeprefix("models--").replace("--", "/", 1)
        newest: dict[str, Path] = {}
        for snapshot in sorted((folder / "snapshots").glob("*"), key=_changed):
            for path in _files(snapshot):
                newest[path.relative_to(snapshot).as_posix()] = path
        for file, path in sorted(newest.items()):
            yield repository, path, file


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _ollama() -> Iterator[Entry]:
    folders = [Path.home() / ".ollama" / "models", Path("/usr/share/ollama/.ollama/models")]
    if chosen := os.environ.get("OLLAMA_MODELS"):
        folders = [Path(chosen).expanduser()]
    for folder in folders:
        manifests = folder / "manifests"
        try:
            paths = sorted(path for path in manifests.rglob("*") if path.is_file())
        except OSError:
            continue
        for path in paths:
            blob = _ollama_blob(folder, path)
            if blob is None:
                continue
            parts = path.relative_to(manifests).parts  # registry, namespace, model, tag
            names = parts[2:-1] if parts[:2] == ("registry.ollama.ai", "library") else parts[1:-1]
            yield Entry(f"{'/'.join(names) or path.parent.name}:{parts[-1]}", blob, "Ollama")


def _ollama_blob(folder: Path, manifest: Path) -> Path | None:
    """The file with the weights that a manifest names."""
    try:
        layers = json.loads(manifest.read_text(encoding="utf-8"))["layers"]
        digest = next(layer["digest"] for layer in layers if layer["mediaType"] == _OLLAMA_MODEL)
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return None
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", str(digest)):
        return None
    blob = folder / "blobs" / str(digest).replace(":", "-")
    return blob if blob.is_file() else None


def describe(entry: Entry) -> Description:
    """Read a model's header and say what it is, and what stands in the way of using it."""
    from mathcoder_kernel.engine.llama import DEFAULT_CONTEXT

    try:
        size = entry.path.stat().st_size
    except OSError as error:
        return Description(entry, 0, trouble=f"{entry.path} cannot be read: {error.strerror or error}.")
    try:
        header = model_files.check(entry.path)
    except ModelFileError as error:
        return Description(entry, size, trouble=str(error))
    dialect, trouble = "", ""
    try:
        dialect = model_files.dialect_of(header)
    except ModelFileError as error:
        trouble = str(error)
    needed = model_files.needed_memory(header, min(DEFAULT_CONTEXT, header.context_length))
    free = model_files.available_memory()
    return Description(
        entry, size, header.quantisation, header.context_length, header.n_params, dialect, needed,
        None if free is None else needed <= free, trouble,
    )  # fmt: skip


def find(name: str | Path | None = None) -> Path:
    """The file of a model: None for the bundled one, else a path, a name as `entries` gives it, or hf:OWNER/REPO/FILE.

    ModelFileError with a sentence where there is none; one that is not downloaded yet says how to get it.
    """
    text = "" if name is None else str(name)
    if not text:
        return model_files.find(None)
    if text.startswith(HUB):
        return cached(text)
    if Path(text).expanduser().exists():
        return Path(text).expanduser()
    wanted = text.removesuffix(":latest")
    matches = [
        entry for entry in entries() if wanted in (entry.name.removesuffix(":latest"), entry.path.name, entry.path.stem)
    ]
    if len({entry.path for entry in matches}) > 1:
        raise ModelFileError(
            f"Several models are called {text!r}: {', '.join(str(e.path) for e in matches)}; name one."
        )
    if matches:
        return matches[0].path
    if text.endswith(".gguf") or len(Path(text).parts) > 1:
        raise ModelFileError(f"There is no model file {text}; `%mathcoder models` lists those found.")
    names = ", ".join(entry.name for entry in entries()) or "none"
    raise ModelFileError(f"No model is called {text!r}; found: {names}.")


def reference(text: str) -> tuple[str, str]:
    """Repository and file of hf:OWNER/REPO/FILE; ModelFileError shows the form."""
    parts = text.removeprefix(HUB).split("/")
    good = re.compile(r"[\w.-]+")
    if len(parts) < 3 or not all(good.fullmatch(part) and set(part) != {"."} for part in parts):
        raise ModelFileError(f"{text!r} is no file of a Hugging Face repository; write {HUB}OWNER/REPO/FILE.gguf")
    if not parts[-1].lower().endswith(".gguf"):
        raise ModelFileError(f"{parts[-1]} is no GGUF file; name one that ends in .gguf.")
    return "/".join(parts[:2]), "/".join(parts[2:])


def pulled(repository: str, file: str) -> Path:
    """Where `hub.pull` puts a file."""
    return model_files.models_folder().joinpath(*repository.split("/"), *file.split("/"))


def cached(text: str) -> Path:
    """The file of hf:OWNER/REPO/FILE if it is on this computer already; nothing is downloaded."""
    repository, file = reference(text)
    if (path := pulled(repository, file)).is_file():
        return path
    for known, path, name in _hub_files():
        if (known, name) == (repository, file):
            return path
    raise ModelFileError(f"{text} is not on this computer yet; get it with  mathcoder pull {text}")


def table(descriptions: list[Description]) -> str:
    """A list for a person, a line each; what cannot be used comes last, with the reason."""
    good = [d for d in descriptions if not d.trouble]
    rows = [("NAME", "SIZE", "FORMAT", "CONTEXT", "DIALECT", "MEMORY", "WHERE")]
    for one in good:
        fits = "" if one.fits is None else ", fits" if one.fits else ", TOO LARGE NOW"
        rows.append(
            (
                one.entry.name,
                _bytes(one.size_bytes),
                one.quantisation,
                f"{one.context_length:,}",
                one.dialect,
                _bytes(one.needed_bytes) + fits,
                one.entry.source,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    if not good:
        lines = ["No model that can be used was found."]
    bad = [d for d in descriptions if d.trouble]
    if bad:
        lines += ["", "Also found:"]
        lines += [f"  {one.entry.name} ({one.entry.source}): {one.trouble}" for one in bad]
    return "\n".join(lines)


def _bytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"
