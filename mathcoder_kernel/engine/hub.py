"""Downloading a model file from a Hugging Face repository (or a mirror: the environment variable HF_ENDPOINT).

huggingface_hub (optional: `pip install "mathcoder-kernel[hub]"`) knows addresses, logins and how to transfer. It begins
anew after an interruption, which is hard on a large file and a slow line; so the file goes to the models folder through
a part that is kept and continued. It counts as downloaded once its SHA-256 is the repository's and it is a model;
from then on it is found and loaded without any network.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mathcoder_kernel.engine import library, model_files
from mathcoder_kernel.engine.protocol import ModelFileError


def pull(reference: str, *, progress: bool = True) -> Path:
    """Download hf:OWNER/REPO/FILE unless it is here; returns its path. ModelFileError with a sentence for a person.

    A download that was interrupted goes on where it stopped. `progress` shows a bar on stderr.
    """
    repository, file = library.reference(reference)
    try:
        path = library.cached(reference)
        model_files.check(path)
        return path
    except ModelFileError:
        pass  # not here, or not whole
    hub = _hub()
    target = library.pulled(repository, file)
    endpoint = os.environ.get("HF_ENDPOINT") or None
    try:
        url = hub.hf_hub_url(repository, file, endpoint=endpoint)
        facts = hub.get_hf_file_metadata(url, endpoint=endpoint)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{hashlib.sha256((facts.etag or url).encode()).hexdigest()[:12]}.part")
        _transfer(url, facts, part, progress)
    except Exception as error:
        raise ModelFileError(_why(error, hub, repository, file)) from error
    _verify(part, file, facts.etag, facts.size)
    model_files.check(part)
    os.replace(part, target)
    return target


def _transfer(url: str, facts: Any, part: Path, progress: bool) -> None:
    """Append what is missing to the part."""
    from filelock import FileLock
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]

    headers = build_hf_headers(library_name="mathcoder-kernel")
    if urlsplit(facts.location).netloc != urlsplit(url).netloc:  # a login is for the repository, not for its storage
        headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
    with FileLock(f"{part}.lock", timeout=0):
        have = part.stat().st_size if part.exists() else 0
        if facts.size is not None and have > facts.size:
            part.unlink()
            have = 0
        if facts.size is None or have < facts.size:
            with part.open("ab") as content:
                http_get(
                    facts.location,
                    content,
                    resume_size=have,
                    headers=headers,
                    expected_size=facts.size,
                    displayed_filename=part.name.split(".gguf")[0],
                    tqdm_class=None if progress else _no_bar(),
                )
    Path(f"{part}.lock").unlink(missing_ok=True)


def _verify(part: Path, name: str, etag: str | None, size: int | None) -> None:
    """A file that is not what the repository has is deleted."""
    wrong = size is not None and part.stat().st_size != size
    if not wrong and etag is not None and re.fullmatch(r"[0-9a-f]{64}", etag):  # SHA-256 of large files
        with part.open("rb") as content:
            wrong = hashlib.file_digest(content, "sha256").hexdigest() != etag
    if wrong:
        part.unlink(missing_ok=True)
        raise ModelFileError(f"{name} arrived damaged and was deleted; please download it again.")


def _hub() -> Any:
    try:
        import huggingface_hub
    except ImportError:
        raise ModelFileError(
            'Downloading needs the package huggingface_hub: pip install "mathcoder-kernel[hub]". '
            f"Or put a .gguf file into {model_files.models_folder()}."
        ) from None
    return huggingface_hub


def _no_bar() -> Any:
    from tqdm import tqdm

    class Silent(tqdm):  # type: ignore[type-arg]
        def __init__(self, *args: Any, **options: Any) -> None:
            options.pop("name", None)
            super().__init__(*args, **{**options, "disable": True})

    return Silent


def _why(error: Exception, hub: Any, repository: str, file: str) -> str:
    errors = hub.errors
    if isinstance(error, errors.GatedRepoError):
        return f"{repository} is open only to those who accept its terms: do so on its page, then run  hf auth login"
    if isinstance(error, errors.RepositoryNotFoundError):
        return f"There is no repository {repository}, or it is private (then run  hf auth login)."
    if isinstance(error, errors.EntryNotFoundError) and not isinstance(error, errors.LocalEntryNotFoundError):
        return f"{repository} has no file {file}."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return f"There is no room on the disk of {model_files.models_folder()} for {file}."
    if type(error).__name__ == "Timeout" and type(error).__module__.startswith("filelock"):
        return f"{file} is being downloaded already, by another program."
    return (
        f"{file} could not be downloaded from {repository} ({type(error).__name__}: {_first_line(error)}). "
        "What has arrived is kept: try again to go on."
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [""])[0][:200]
