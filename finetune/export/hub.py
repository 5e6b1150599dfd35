"""Putting an exported model on a hub, through huggingface_hub. Nothing is sent before a person says so twice: by the
command, and by `--yes` after reading what would be sent.

The files are those that `export` wrote side by side; the card becomes the repository's README.md. Every file is held
against its checksum first. The token comes from where huggingface_hub finds it (HF_TOKEN, `hf auth login`), and is
never printed; HF_ENDPOINT names another hub.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from finetune.export.gguf_file import ExportError

_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_LISTED = re.compile(r"^- `([^`/\\]+)`, SHA-256 `", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file and its name in the repository."""

    path: Path
    name: str

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size


def uploads(target: Path) -> list[Upload]:
    """What belongs to an export that was written to `target` (the `--out` of `export`): the files that its card lists.
    ExportError where something is missing or has changed since."""
    card = target.with_suffix(".md")
    if not card.is_file():
        raise ExportError(f"the model card {card} is missing: a model without one is not pushed, export it first")
    models = [target.with_name(name) for name in _LISTED.findall(card.read_text(encoding="utf-8"))]
    if not models:
        raise ExportError(f"the model card {card} lists no file with its checksum: export the model again")
    found = [Upload(card, "README.md")]
    for model in models:
        if not model.is_file():
            raise ExportError(f"{model.name}, which the card lists, is missing: export the model again")
        checksum = model.with_name(f"{model.name}.sha256")
        if not checksum.is_file():
            raise ExportError(f"{checksum.name} is missing, so nobody knows whether {model.name} is what was exported")
        with model.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        if digest != checksum.read_text(encoding="utf-8").split()[0]:
            raise ExportError(f"{model.name} has changed since it was exported (its checksum differs): export it again")
        found += [Upload(model, model.name), Upload(checksum, checksum.name)]
    modelfile = target.with_suffix(".Modelfile")
    if modelfile.is_file():
        found.append(Upload(modelfile, "Modelfile"))
    return found


def as_text(files: Sequence[Upload], repository: str) -> str:
    """What would be sent, for a person to read."""
    width = max(len(file.name) for file in files)
    lines = [f"to {repository}:"]
    lines += [f"  {file.name:{width}}  {file.size / 1e6:10.2f} MB" for file in files]
    return "\n".join(lines)


def push(files: Sequence[Upload], repository: str, *, private: bool = True, message: str = "") -> str:
    """Create the repository if need be and send the files in one commit; its address. ExportError with the reason."""
    if not _REPOSITORY.fullmatch(repository):
        raise ExportError(f"a repository is called OWNER/NAME, not {repository!r}")
    try:
        from huggingface_hub import CommitOperationAdd, HfApi
    except ImportError as error:
        raise ExportError("pushing needs huggingface_hub: pip install huggingface_hub") from error
    api = HfApi()
    operations: list[Any] = [CommitOperationAdd(file.name, file.path) for file in files]
    try:
        api.create_repo(repository, private=private, exist_ok=True)
        commit = api.create_commit(repository, operations, commit_message=message or "Exported model")
    except Exception as error:  # besides its own errors, those of whichever HTTP library it uses
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        hint = ": log in with `hf auth login`, or set HF_TOKEN" if "401" in first else ""
        raise ExportError(f"the hub refused, or was not reached ({first}){hint}; no commit was made") from error
    return str(commit.commit_url)
