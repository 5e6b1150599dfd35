"""Reading other people's data files: rows of any known format become transcripts, and every row is accounted for.

A source is JSON lines, a JSON list or object (each also gzip'd), Parquet, a notebook, a folder of such files, or, as
`hf:NAME` or `hf:NAME@SPLIT`, anything that the `datasets` library loads: a data set of its hub, or a local one. What
cannot be read goes, with its line number, a reason and the row itself, to `OUT.rejected.jsonl`; counts go to
`OUT.report.json`.
OUT is written beside its place and moved there when it is whole, so a stopped import leaves no half file.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from finetune.data.files import DataError, WholeFile, beside, write_json
from finetune.data.formats import FORMATS, Format, RowError, format_of, read_row
from mathcoder_kernel.execution.outputs import result_of
from mathcoder_kernel.lce.notebook import NotebookError, from_notebook
from mathcoder_kernel.lce.transcript import Transcript

NOTEBOOK = "notebook"
AUTO = "auto"
HUB = "hf:"
SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".json.gz", ".parquet", ".ipynb")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a file: its line (or its place in a list, both from 1), what stands there, and what was read of it."""

    source: Path
    line: int
    raw: str
    record: Any = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that gave no transcript."""

    row: SourceRow
    reason: str


@dataclass
class ImportReport:
    """What an import did."""

    rows: int = 0
    transcripts: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    code_blocks: int = 0
    without_code: int = 0
    first: list[Rejected] = field(default_factory=list)  # some rejected rows, to be shown

    @property
    def rejected(self) -> int:
        """Rows that gave no transcript."""
        return self.reasons.total()

    def to_json(self) -> dict[str, Any]:
        """Counts, ready for a file."""
        return {
            "rows": self.rows,
            "transcripts": self.transcripts,
            "rejected": self.rejected,
            "reasons": dict(self.reasons.most_common()),
            "formats": dict(self.formats.most_common()),
            "licences": dict(self.licences.most_common()),
            "code_blocks": self.code_blocks,
            "without_code": self.without_code,
        }

    def text(self) -> str:
        """The report as a person reads it."""
        lines = [
            f"{self.transcripts:,} transcripts from {self.rows:,} rows "
            f"({', '.join(f'{name}: {count:,}' for name, count in self.formats.most_common())}); "
            f"{self.code_blocks:,} code blocks, {self.without_code:,} transcripts without code"
        ]
        if self.licences:
            lines.append("licences: " + ", ".join(f"{name} ({count:,})" for name, count in self.licences.most_common()))
        if self.rejected:
            lines.append(f"{self.rejected:,} rows left out:")
            lines += [f"  {count:6}  {reason}" for reason, count in self.reasons.most_common(20)]
            lines.append("the first of them:")
            lines += [f"  {r.row.source.name}, line {r.row.line}: {r.reason}" for r in self.first]
        return "\n".join(lines)


def import_files(
    sources: Sequence[Path],
    out: Path,
    format_name: str = AUTO,
    *,
    licence: str | None = None,
    on_row: Callable[[], object] | None = None,
) -> ImportReport:
    """Write the transcripts of `sources` to `out` (JSON lines, gzip if it ends in .gz) and return the report.

    `licence` is noted on transcripts that name none. Raises DataError where nothing could be read, OSError from files.
    """
    known = None if format_name in (AUTO, NOTEBOOK) else FORMATS.get(format_name)
    if known is None and format_name not in (AUTO, NOTEBOOK):
        raise DataError(f"no format is called {format_name!r}; known: {', '.join((AUTO, *FORMATS, NOTEBOOK))}")
    report = ImportReport()
    rejected_path = beside(out, "rejected.jsonl")
    ids: Counter[str] = Counter()
    with WholeFile(out) as kept, WholeFile(rejected_path) as rejected:
        for path in _files(sources):
            for row in _rows(path, notebook=format_name == NOTEBOOK):
                report.rows += 1
                try:
                    name, transcripts = _transcripts(row, known)
                except RowError as error:
                    _reject(report, rejected, Rejected(row, str(error)))
                else:
                    report.formats[name] += 1
                    for transcript in transcripts:
                        transcript = _marked(transcript, row, name, licence, ids)
                        kept.write(json.dumps(transcript.to_json(), ensure_ascii=False) + "\n")
                        _count(report, transcript)
                if on_row:
                    on_row()
        if not report.transcripts:
            kept.discard()
            rejected.discard()
            raise DataError(_nothing(sources, report, format_name))
        if not report.rejected:
            rejected.discard()
            rejected_path.unlink(missing_ok=True)  # of an earlier import
    write_json(beside(out, "report.json"), report.to_json())
    return report


def _files(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        if str(source).startswith(HUB):
            yield source
        elif source.is_dir():
            inside = sorted(p for p in source.rglob("*") if p.is_file() and p.name.endswith(SUFFIXES))
            if not inside:
                raise DataError(f"there is no {', '.join(SUFFIXES)} file in {source}")
            yield from inside
        elif not source.is_file():
            raise DataError(f"there is no file {source}")
        else:
            yield source


def _rows(path: Path, *, notebook: bool) -> Iterator[SourceRow]:
    if str(path).startswith(HUB):
        yield from _data_set(path)
        return
    if path.suffix == ".parquet":
        yield from _parquet(path)
        return
    if notebook or path.suffix == ".ipynb":
        yield _row(path, 1, path.read_bytes(), whole=True)
        return
    with gzip.open(path, "rb") if path.suffix == ".gz" else open(path, "rb") as lines:
        number = 0
        try:
            for number, line in enumerate(lines, start=1):
                if number == 1 and (line.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"") or line.strip() == b"{"):
                    yield from _whole(path, line + lines.read())
                    return
                if line.strip():
                    yield _row(path, number, line)
        except (EOFError, gzip.BadGzipFile) as error:
            yield SourceRow(path, number + 1, "", error=f"the gzip file is damaged or cut off ({error})")


def _data_set(reference: Path) -> Iterator[SourceRow]:
    """Rows of a data set, streamed (nothing is stored); DataError where it cannot be loaded."""
    try:
        from datasets import load_dataset
    except ImportError as error:
        raise DataError(f"{reference} needs the library datasets: pip install datasets") from error
    name, _, split = reference.as_posix().removeprefix(HUB).partition("@")
    number = 0
    try:
        for number, record in enumerate(load_dataset(name, split=split or "train", streaming=True), start=1):
            yield SourceRow(reference, number, json.dumps(record, ensure_ascii=False, default=str), record)
    except Exception as error:  # the library raises what its many readers raise
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        if not number:
            raise DataError(f"{reference} cannot be loaded: {reason}") from error
        yield SourceRow(reference, number + 1, "", error=f"the data set ends in an error ({reason})")


def _parquet(path: Path) -> Iterator[SourceRow]:
    """Rows of a Parquet file, some thousand at a time; DataError where it cannot be read."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise DataError(f"{path} is Parquet, which needs pyarrow: pip install pyarrow") from error
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=2_000):
                for record in batch.to_pylist():
                    number += 1
                    yield SourceRow(path, number, json.dumps(record, ensure_ascii=False, default=str), record)
    except (pyarrow.ArrowException, OSError) as error:
        if not number:
            raise DataError(f"{path} cannot be read as Parquet: {str(error).splitlines()[0]}") from error
        yield SourceRow(path, number + 1, "", error=f"the Parquet file is damaged from here on ({error})")


def _whole(path: Path, data: bytes) -> Iterator[SourceRow]:
    """A file that is one JSON value, or JSON lines that begin with empty ones."""
    row = _row(path, 1, data, whole=True)
    if row.error is not None:
        lines = [(n, line) for n, line in enumerate(data.splitlines(), 1) if line.strip()]
        if lines and lines[0][0] > 1 and lines[0][1].lstrip()[:1] == b"{":
            yield from (_row(path, n, line) for n, line in lines)
            return
        yield row
        return
    record = row.record
    if isinstance(record, dict) and format_of(record) is None:
        lists = [value for value in record.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        record = lists[0] if len(lists) == 1 else record  # {"data": [rows]}
    for number, item in enumerate(record if isinstance(record, list) else [record], start=1):
        yield SourceRow(path, number, json.dumps(item, ensure_ascii=False), item)


def _row(path: Path, number: int, data: bytes, *, whole: bool = False) -> SourceRow:
    raw = data.decode("utf-8-sig", "backslashreplace").strip()
    try:
        return SourceRow(path, number, raw if not whole else "", json.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        return SourceRow(path, number, raw, error=f"not UTF-8 text ({error.reason} at byte {error.start})")
    except json.JSONDecodeError as error:
        return SourceRow(path, number, raw, error=f"not JSON: {error.msg} at character {error.pos}")
    except RecursionError:
        return SourceRow(path, number, raw, error="not JSON: nested too deeply")


def _transcripts(row: SourceRow, known: Format | None) -> tuple[str, list[Transcript]]:
    if row.error is not None:
        raise RowError(row.error)
    record = row.record
    if not isinstance(record, dict):
        raise RowError(f"a row is a JSON object, not {type(record).__name__}")
    if known is None and "cells" in record and "nbformat" in record:
        try:
            transcripts = from_notebook(record, read_outputs=lambda outputs: result_of(outputs).block())
        except NotebookError as error:
            raise RowError(str(error)) from error
        if not transcripts:
            raise RowError("this notebook holds no question that MathCoder answered")
        return NOTEBOOK, transcripts
    found = known or format_of(record)
    if found is None:
        raise RowError(f"in no known format: its keys are {', '.join(sorted(map(str, record))[:12])}")
    return found.name, read_row(record, found)


def _marked(transcript: Transcript, row: SourceRow, name: str, licence: str | None, ids: Counter[str]) -> Transcript:
    """With its origin in `meta`, and an id that no other has."""
    identity = transcript.id or f"{row.source.name}:{row.line}"
    ids[identity] += 1
    if ids[identity] > 1:
        identity = f"{identity}#{ids[identity]}"
    meta = {**transcript.meta, "imported": {"file": row.source.name, "line": row.line, "format": name}}
    if licence is not None:
        meta.setdefault("license", licence)
    return replace(transcript, id=identity, meta=meta)


def _count(report: ImportReport, transcript: Transcript) -> None:
    report.transcripts += 1
    codes = sum(block.kind == "code" for block in transcript.blocks)
    report.code_blocks += codes
    report.without_code += not codes
    report.licences[str(transcript.meta.get("license", "not stated"))] += 1


def _reject(report: ImportReport, to: WholeFile, rejected: Rejected) -> None:
    row = rejected.row
    report.reasons[rejected.reason] += 1
    if len(report.first) < 5:
        report.first.append(rejected)
    record = {"source": row.source.name, "line": row.line, "reason": rejected.reason, "row": row.raw}
    to.write(json.dumps(record, ensure_ascii=False) + "\n")


def _nothing(sources: Sequence[Path], report: ImportReport, format_name: str) -> str:
    names = ", ".join(str(source) for source in sources)
    if not report.rows:
        return f"{names} holds no rows"
    reason, count = report.reasons.most_common(1)[0]
    wanted = f"as {format_name}" if format_name != AUTO else "in any known format"
    hint = "" if format_name == AUTO else "; without --format the format is found by itself"
    return f"none of the {report.rows:,} rows of {names} could be read {wanted} ({reason}: {count:,} rows){hint}"
