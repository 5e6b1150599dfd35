"""The streaming parser: pieces as they are decoded in, typed block events out.

It never fails: markers that are missing or wrong are repaired the way a reader would, and what the host must write
itself (execution results) is set aside when a model writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from mathcoder_kernel.lce.dialect import MathCoderDialect, Piece
from mathcoder_kernel.lce.transcript import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Opened:
    """A block begins."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Delta:
    """More characters of the open block."""

    text: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A block is complete. `repaired` tells that its end marker was missing."""

    block: Block
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Invented:
    """The model wrote an execution result itself; it is no block of the transcript."""

    content: str


@dataclass(frozen=True, slots=True)
class MessageEnded:
    """The model ended its message."""


ParserEvent: TypeAlias = Opened | Delta | Closed | Invented | MessageEnded


class BlockParser:
    """Parses what a model writes in the MathCoder dialect, a piece at a time.

    Repairs: text outside a block opens a text block; an opening marker inside a block closes it first; an end marker
    without a block is dropped; a marker that only the host may write ends the message. Empty blocks are dropped.
    """

    _KIND: ClassVar = {MathCoderDialect.TEXT: BlockKind.TEXT, MathCoderDialect.CODE: BlockKind.CODE}

    def __init__(self) -> None:
        self._kind: BlockKind | None = None
        self._inventing = False
        self._content: list[str] = []
        self._announced = False
        self.ended = False

    def feed(self, piece: Piece) -> Iterator[ParserEvent]:
        """Events of one more piece; nothing more comes after `MessageEnded`."""
        if self.ended:
            return
        if isinstance(piece, str):
            yield from self._text(piece)
        elif piece in self._KIND:
            yield from self._close(repaired=True)
            self._kind = self._KIND[piece]
        elif piece == MathCoderDialect.EXECUTION:
            yield from self._close(repaired=True)
            self._inventing = True
        elif piece == MathCoderDialect.END_BLOCK:
            yield from self._close()
        else:
            yield from self._close(repaired=True)
            self.ended = True
            yield MessageEnded()

    def finish(self) -> Iterator[ParserEvent]:
        """Close what is open, after the last piece of a turn (limit reached, stopped, engine lost)."""
        if not self.ended:
            yield from self._close(repaired=True)

    @property
    def open_block(self) -> Block | None:
        """The block being written, as far as it goes; None between blocks."""
        return Block(self._kind, "".join(self._content)) if self._kind is not None and self._announced else None

    def _text(self, piece: str) -> Iterator[ParserEvent]:
        if not piece:
            return
        self._content.append(piece)
        if self._inventing:
            return
        if self._kind is None:
            if not piece.strip():  # white space between blocks says nothing
                self._content.clear()
                return
            self._kind = BlockKind.TEXT
        if not self._announced:
            self._announced = True
            yield Opened(self._kind)
        yield Delta(piece)

    def _close(self, *, repaired: bool = False) -> Iterator[ParserEvent]:
        content, kind, announced, inventing = "".join(self._content), self._kind, self._announced, self._inventing
        self._kind, self._announced, self._inventing, self._content = None, False, False, []
        if inventing:
            yield Invented(content)
        elif kind is not None and announced:
            yield Closed(Block(kind, content), repaired)


_PARSERS: dict[str, type[BlockParser]] = {MathCoderDialect.name: BlockParser}


def parser_for(dialect: str) -> BlockParser:
    """A fresh parser for what a model of that dialect writes; KeyError for an unknown dialect."""
    return _PARSERS[dialect]()
