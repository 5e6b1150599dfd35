"""Evaluated beginnings of conversations on disk (the system text, never a question), by model and tokens.

A file is used only if it is whole: its SHA-256 stands in a note beside it and is compared first, because llama.cpp ends
the process for some damaged files. Both are written under another name and renamed, so that two kernels may share the
folder. The name covers everything that the state depends on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

SMALLEST = 32  # tokens; fewer are evaluated as quickly as read
MOST_BYTES = 256 * 2**20  # of the whole folder; the files used longest ago go first


class PrefixStore:
    """Files in `folder` for one model with one set of settings, both described by `about`."""

    def __init__(self, folder: Path, about: str) -> None:
        self._folder, self._about = folder, about

    def _path(self, tokens: Sequence[int]) -> Path:
        name = hashlib.sha256(f"{self._about} {','.join(map(str, tokens))}".encode()).hexdigest()
        return self._folder / f"{name[:40]}.state"

    def read(self, tokens: Sequence[int], restore: Callable[[str], bool]) -> bool:
        """Restore the state of `tokens` if there is a whole file of it."""
        path = self._path(tokens)
        note = path.with_suffix(".json")
        try:
            wanted = json.loads(note.read_text())["sha256"]
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if found == wanted and restore(str(path)):
                os.utime(path)
                return True
        except FileNotFoundError:
            return False
        except (OSError, ValueError, KeyError, TypeError):
            pass
        self._remove(path)
        return False

    def write(self, tokens: Sequence[int], save: Callable[[str], bool]) -> None:
        """Keep the state of `tokens`; a disk that is full or read-only is no trouble, there is just nothing kept."""
        path = self._path(tokens)
        note = path.with_suffix(".json")
        fresh = path.with_suffix(f".{os.getpid()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not save(str(fresh)) or fresh.stat().st_size > MOST_BYTES // 2:
                return
            with fresh.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            note.unlink(missing_ok=True)  # in between there is no note: nobody reads
            fresh.replace(path)
            fresh.write_text(json.dumps({"sha256": digest}))
            fresh.replace(note)
            self._tidy()
        except OSError:
            return
        finally:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)

    def _tidy(self) -> None:
        # `.new` ones too: a process that was killed while it wrote left them
        files = [(path.stat(), path) for path in self._folder.iterdir() if path.suffix in (".state", ".new")]
        size = sum(found.st_size for found, _ in files)
        for found, path in sorted(files, key=lambda entry: entry[0].st_mtime):
            if size <= MOST_BYTES:
                break
            self._remove(path)
            size -= found.st_size

    def _remove(self, path: Path) -> None:
        for file in (path.with_suffix(".json"), path):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
