"""The transcript: system?, question, then blocks, then an answer.

One type is what the kernel runs, what the trainer reads and what a notebook is saved as. It is immutable; building one
step by step is `transcript.with_block(block)`. JSON carries a schema version and older ones are migrated on reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

SCHEMA_VERSION = 1

_Enum = TypeVar("_Enum", bound=StrEnum)


class TranscriptError(ValueError):
    """Raised for data that is no transcript; the message names the field and what was expected."""


class BlockKind(StrEnum):
    """What a block holds: language, code, or what running the code gave."""

    TEXT = "text"
    CODE = "code"
    EXECUTION = "execution"


class ExecutionStatus(StrEnum):
    """How running a code block ended."""

    OK = "ok"
    ERROR = "error"  # the code raised
    TIMEOUT = "timeout"  # the time limit interrupted it
    INTERRUPTED = "interrupted"  # a person interrupted it
    REFUSED = "refused"  # the guard did not let it run
    DIED = "died"  # the process running it ended


@dataclass(frozen=True, slots=True)
class Cut:
    """Which characters of an execution's output were left out of `Block.content` (the text the model reads)."""

    head: int  # characters kept from the start
    tail: int  # characters kept from the end
    omitted: int  # characters left out between them


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a transcript. `status` and `cut` are set on execution blocks only."""

    kind: BlockKind
    content: str
    status: ExecutionStatus | None = None
    cut: Cut | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.content, str):
            raise TranscriptError(f"block content must be a string, not {type(self.content).__name__}")
        object.__setattr__(self, "kind", _enum(BlockKind, self.kind, "block type"))
        if self.kind is BlockKind.EXECUTION:
            object.__setattr__(
                self, "status", _enum(ExecutionStatus, self.status or ExecutionStatus.OK, "execution status")
            )
        elif self.status is not None or self.cut is not None:
            raise TranscriptError(f"only execution blocks have a status or a cut, not {self.kind} blocks")


def text(content: str) -> Block:
    """A block of words."""
    return Block(BlockKind.TEXT, content)


def code(content: str) -> Block:
    """A block of Python."""
    return Block(BlockKind.CODE, content)


def execution(content: str, status: ExecutionStatus = ExecutionStatus.OK, cut: Cut | None = None) -> Block:
    """A block of execution results, as the model reads them."""
    return Block(BlockKind.EXECUTION, content, status, cut)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A question and how it was answered.

    `meta` holds provenance (model, seed, source, licence, …) and takes part in JSON, not in equality.
    An execution block must directly follow a code block: TranscriptError otherwise.
    """

    question: str
    blocks: tuple[Block, ...] = ()
    answer: str | None = None
    system: str | None = None
    id: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for name in ("question", "answer", "system", "id"):
            value = getattr(self, name)
            if not isinstance(value, str) and (name == "question" or value is not None):
                raise TranscriptError(f"{name} must be a string, not {type(value).__name__}")
        object.__setattr__(self, "blocks", tuple(self.blocks))
        before: Block | None = None
        for number, block in enumerate(self.blocks):
            if block.kind is BlockKind.EXECUTION and (before is None or before.kind is not BlockKind.CODE):
                raise TranscriptError(f"block {number} is an execution that does not follow a code block")
            before = block

    def with_block(self, block: Block) -> Transcript:
        """This transcript with one more block at its end."""
        return replace(self, blocks=(*self.blocks, block))

    def with_answer(self, answer: str | None) -> Transcript:
        """This transcript with its final answer set."""
        return replace(self, answer=answer)

    def of_kind(self, kind: BlockKind) -> tuple[Block, ...]:
        """All blocks of one kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready dict; `from_json` gives the same transcript back."""
        record: dict[str, Any] = {"schema": SCHEMA_VERSION, "question": self.question}
        for name in ("id", "system", "answer"):
            if (value := getattr(self, name)) is not None:
                record[name] = value
        record["blocks"] = [_block_to_json(block) for block in self.blocks]
        if self.meta:
            record["meta"] = dict(self.meta)
        return record

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Transcript:
        """Read a dict of any schema version up to ours; TranscriptError names what is wrong."""
        if not isinstance(record, Mapping):
            raise TranscriptError(f"a transcript is a JSON object, not {type(record).__name__}")
        version = record.get("schema", 0)
        if not isinstance(version, int) or version < 0:
            raise TranscriptError(f"schema must be a number, not {version!r}")
        if version > SCHEMA_VERSION:
            raise TranscriptError(
                f"this transcript has schema {version}, newer than ours ({SCHEMA_VERSION}): upgrade mathcoder-kernel"
            )
        for migrate in _MIGRATIONS[version:]:
            record = migrate(record)
        if "question" not in record:
            raise TranscriptError("a transcript needs a question")
        blocks = record.get("blocks", [])
        if not isinstance(blocks, list):
            raise TranscriptError(f"blocks must be a list, not {type(blocks).__name__}")
        return cls(
            question=record["question"],
            blocks=tuple(_block_from_json(block, number) for number, block in enumerate(blocks)),
            answer=record.get("answer"),
            system=record.get("system"),
            id=record.get("id"),
            meta=dict(record.get("meta") or {}),
        )


def read_jsonl(path: str | Path) -> Iterator[Transcript]:
    """Transcripts of a JSON-lines file (gzip if it ends in .gz).

    TranscriptError names the line that is no transcript, and a file that is cut off, damaged or not UTF-8.
    """
    import gzip
    import zlib

    opener = gzip.open if str(path).endswith(".gz") else open
    number = 0
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):  # noqa: B007 (for the message)
                if line.strip():
                    yield Transcript.from_json(json.loads(line))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise TranscriptError(f"{path} cannot be unpacked ({error}): it is cut off or no gzip file") from error
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path} is not UTF-8 text ({error.reason}): save it as UTF-8") from error
    except ValueError as error:
        raise TranscriptError(f"{path}, line {number}: {error}") from error


def write_jsonl(path: str | Path, transcripts: Iterable[Transcript]) -> int:
    """Write transcripts as JSON lines (gzip if the name ends in .gz); returns how many."""
    import gzip

    opener = gzip.open if str(path).endswith(".gz") else open
    count = 0
    with opener(path, "wt", encoding="utf-8", newline="\n") as lines:
        for transcript in transcripts:
            lines.write(json.dumps(transcript.to_json(), ensure_ascii=False) + "\n")
            count += 1
    return count


def _enum(kind: type[_Enum], value: Any, what: str) -> _Enum:
    try:
        return kind(value)
    except ValueError:
        raise TranscriptError(f"{what} must be one of {', '.join(kind)}, not {value!r}") from None


def _block_to_json(block: Block) -> dict[str, Any]:
    record: dict[str, Any] = {"type": str(block.kind), "content": block.content}
    if block.status is not None and block.status is not ExecutionStatus.OK:
        record["status"] = str(block.status)
    if block.cut is not None:
        record["cut"] = {"head": block.cut.head, "tail": block.cut.tail, "omitted": block.cut.omitted}
    return record


def _block_from_json(record: Any, number: int) -> Block:
    if not isinstance(record, Mapping) or "type" not in record or "content" not in record:
        raise TranscriptError(f"block {number} must be an object with type and content")
    cut = record.get("cut")
    try:
        return Block(record["type"], record["content"], record.get("status"), Cut(**cut) if cut else None)
    except TypeError as error:
        raise TranscriptError(f"block {number}: {error}") from error


def _from_recorded_run(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Schema 0: MathCoder's recorded runs, whose last text block repeats the bare final answer."""
    known = {"question", "blocks", "system", "id"}
    blocks = list(record.get("blocks", []))
    completion = record.get("completion")
    if completion is not None and blocks and blocks[-1] == {"type": "text", "content": completion}:
        blocks = blocks[:-1]
    migrated: dict[str, Any] = {key: record[key] for key in known if key in record}
    migrated["blocks"] = blocks
    migrated["answer"] = completion if completion is not None else record.get("answer")
    migrated["meta"] = {key: value for key, value in record.items() if key not in known}
    return migrated


_MIGRATIONS = (_from_recorded_run,)
