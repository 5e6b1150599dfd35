"""Data files that are whole or not there, and journals that survive a kill: how the data commands read and write."""

from __future__ import annotations

import contextlib
import errno
import gzip
import io
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from mathcoder_kernel.lce.transcript import Transcript, TranscriptError, read_jsonl


class DataError(ValueError):
    """Data that cannot be read or written; the message says what was wrong and what to do."""


def beside(out: Path, ending: str) -> Path:
    """The file that belongs to `out`: `data.jsonl.gz` and "report.json" give `data.report.json`."""
    name = out.name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")
    return out.with_name(f"{name}.{ending}")


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file (gzip if its name ends in .gz); DataError where it is cut off, damaged or not UTF-8."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8 text ({error.reason}): save it as UTF-8") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DataError(f"{path} cannot be unpacked ({error}): it is cut off or no gzip file") from error


def transcripts_of(source: Path) -> Iterator[Transcript]:
    """The transcripts of a file; DataError names the first row that is none, and says what to do."""
    try:
        yield from read_jsonl(source)
    except TranscriptError as error:
        raise DataError(f"{error}; `mathcoder-finetune data import` reads other formats and skips bad rows") from error


class WholeFile:
    """A text file that takes its place when the block ends without an error; gzip if its name ends in .gz.

    A full disk becomes a DataError, and nothing is left of the half file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._partial = path.with_name(f".{path.name}.partial")
        self._keep = True

    def __enter__(self) -> WholeFile:
        with explained(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._raw = open(self._partial, "wb")
        # no time in the header: equal data give equal files
        binary: Any = gzip.GzipFile("", "wb", 6, self._raw, mtime=0) if self.path.suffix == ".gz" else self._raw
        self._binary = binary
        self._text = io.TextIOWrapper(binary, encoding="utf-8", newline="\n")
        return self

    def write(self, text: str) -> None:
        """Add text."""
        with explained(self.path):
            self._text.write(text)

    def discard(self) -> None:
        """Leave nothing when the block ends."""
        self._keep = False

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._keep:
                with explained(self.path):
                    self._text.close()
                    if not self._raw.closed:
                        self._raw.close()
                    os.replace(self._partial, self.path)
        finally:
            for stream in (self._text, self._raw):
                with contextlib.suppress(OSError, ValueError):
                    stream.close()
            self._partial.unlink(missing_ok=True)


class Journal:
    """A JSON-lines file that is added to, a line for each finished piece of work, and read again after a stop.

    `header` says what the work is; a journal of other work is refused (DataError). A last line that was cut off by a
    kill or a full disk is taken away when the journal is opened again.
    """

    def __init__(self, path: Path, header: dict[str, Any]) -> None:
        self.path = path
        self.header = header

    def __enter__(self) -> Journal:
        with explained(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.done = self._restore()
            self._file = open(self.path, "ab", buffering=0)
            if not self.path.stat().st_size:
                self._line(self.header)
        return self

    def add(self, record: dict[str, Any]) -> None:
        """Write one line; it is in the file when this returns."""
        with explained(self.path, "what was finished is kept: free some space and give the same command again"):
            self._line(record)
        self.done += 1

    def records(self, key: str | None = None) -> Iterator[dict[str, Any]]:
        """All lines but the header, as they were added or in the order of their field `key`."""
        places: list[tuple[Any, int]] = []
        with open(self.path, "rb") as lines:
            at = len(next(lines, b""))
            for line in lines:
                places.append((json.loads(line)[key] if key else at, at))
                at += len(line)
            for _, place in sorted(places):
                lines.seek(place)
                yield json.loads(lines.readline())

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _line(self, record: dict[str, Any]) -> None:
        data = (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
        while data:  # a raw file may take a part of it
            data = data[self._file.write(data) :]

    def _restore(self) -> int:
        """How many lines there are; cuts a half one off."""
        if not self.path.exists():
            return 0
        good = 0
        count = -1
        with open(self.path, "rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                if count == -1 and json.loads(line) != self.header:
                    raise DataError(
                        f"{self.path} belongs to a run with other settings or another source: "
                        "remove it, or give another output"
                    )
                good += len(line)
                count += 1
        os.truncate(self.path, good)
        return max(count, 0)


@contextlib.contextmanager
def explained(path: Path, kept: str = "free some space and give the same command again") -> Iterator[None]:
    """Turns a full disk into a DataError that says so."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
            raise DataError(f"the disk that holds {path} is full; {kept}") from error
        raise


def write_json(path: Path, record: Any) -> None:
    """Write a JSON file whole."""
    with WholeFile(path) as file:
        file.write(json.dumps(record, indent=1, ensure_ascii=False) + "\n")
