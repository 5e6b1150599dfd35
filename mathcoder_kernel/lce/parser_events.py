"""What a streaming parser finds, and what every one of them offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from mathcoder_kernel.lce.pieces import Piece
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


class Parser(Protocol):
    """Parses what a model writes in one turn."""

    ended: bool  # the model ended its message

    @property
    def written(self) -> str:
        """What the model wrote after the last character of its last code; "" where markers tell that."""
        ...

    @property
    def open_block(self) -> Block | None:
        """The block being written, as far as it goes; None between blocks."""
        ...

    def feed(self, piece: Piece) -> Iterator[ParserEvent]:
        """Events of one more piece; nothing more comes after `MessageEnded`, until `resume`."""
        ...

    def stopped(self) -> Iterator[ParserEvent]:
        """The model wrote one of the dialect's stop texts, which is not fed."""
        ...

    def resume(self) -> None:
        """The host wrote a result: what comes next is the model's again."""
        ...

    def finish(self) -> Iterator[ParserEvent]:
        """Close what is open, after the last piece of a turn (limit reached, stopped, engine lost)."""
        ...
