"""Downloading a model file from a Hugging Face repository (or a mirror: the environment variable HF_ENDPOINT).

huggingface_hub does the work (optional: `pip install "mathcoder-kernel[hub]"`): its cache, its resuming after an
interruption, its login. Here: the file is compared with the SHA-256 that the repository gives, and looked at as a
model, before it counts as downloaded. Afterwards it is found and loaded without any network.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

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
    endpoint = os.environ.get("HF_ENDPOINT") or None
    try:
        facts = hub.get_hf_file_metadata(hub.hf_hub_url(repository, file, endpoint=endpoint), endpoint=endpoint)
        path = Path(
            hub.hf_hub_download(
                repository,
                file,
                cache_dir=library.hub_cache(),
                endpoint=endpoint,
                tqdm_class=None if progress else _no_bar(),
            )
        )
    except Exception as error:
        raise ModelFileError(_why(error, hub, repository, file)) from error
    _verify(path, facts.etag, facts.size)
    model_files.check(path)
    return path


def _verify(path: Path, etag: str | None, size: int | None) -> None:
    """A file that is not what the repository has is deleted."""
    wrong = size is not None and path.stat().st_size != size
    if not wrong and etag is not None and re.fullmatch(r"[0-9a-f]{64}", etag):  # SHA-256 of large files
        with path.open("rb") as content:
            wrong = hashlib.file_digest(content, "sha256").hexdigest() != etag
    if wrong:
        real = path.resolve()
        path.unlink(missing_ok=True)
        real.unlink(missing_ok=True)
        raise ModelFileError(f"{path.name} arrived damaged and was deleted; please download it again.")


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
    if isinstance(error, OSError) and error.errno == 28:
        return f"There is no room on the disk of {library.hub_cache()} for {file}."
    return (
        f"{file} could not be downloaded from {repository} ({type(error).__name__}: {_first_line(error)}). "
        "What has arrived is kept: try again to go on."
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [""])[0][:200]
