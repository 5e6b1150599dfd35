"""The streaming parser: pieces as they are decoded in, typed block events out.

It never fails: markers that are missing or wrong are repaired the way a reader would, and what the host must write
itself (execution results) is set aside when a model writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mathcoder_kernel.lce.dialect import DIALECTS, MathCoderDialect, Piece
from mathcoder_kernel.lce.parser_events import Closed, Delta, Invented, MessageEnded, Opened, Parser, ParserEvent
from mathcoder_kernel.lce.text_dialect import TextDialect
from mathcoder_kernel.lce.text_parser import TextBlockParser
from mathcoder_kernel.lce.transcript import Block, BlockKind

__all__ = [
    "BlockParser",
    "Closed",
    "Delta",
    "Invented",
    "MessageEnded",
    "Opened",
    "Parser",
    "ParserEvent",
    "TextBlockParser",
    "parser_for",
]


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
        self.written = ""

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

    def stopped(self) -> Iterator[ParserEvent]:
        """Markers tell what ended; there is nothing to close."""
        return iter(())

    def resume(self) -> None:
        """The host wrote a result: blocks go on."""
        self.ended = False

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


def parser_for(dialect: str) -> Parser:
    """A fresh parser for what a model of that dialect writes; KeyError for an unknown dialect."""
    language = DIALECTS[dialect]
    return TextBlockParser(language) if isinstance(language, TextDialect) else BlockParser()
