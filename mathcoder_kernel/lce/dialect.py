"""Dialects: how a model family writes a transcript.

A dialect turns a transcript into *pieces* and back. A piece is a `str` of plain text or a `Marker`, a single control
token named by its text. Pieces are what the engine, the parser and the trainer exchange: text is always tokenised with
special parsing off and each piece on its own, so a literal `<|code|>` in a question or in printed output stays text,
and the trainer's ids are the ids the kernel feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol, TypeAlias

from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript


class DialectError(ValueError):
    """Raised when a dialect cannot write a transcript, or cannot read pieces; the message says why."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One control token, named by its text (for example `<|code|>`)."""

    name: str


Piece: TypeAlias = str | Marker

Role: TypeAlias = Literal["prompt", "text", "code", "execution", "end"]


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces of one role. The model writes `text`, `code` and `end` spans; the host writes `prompt` and `execution`."""

    role: Role
    pieces: tuple[Piece, ...]

    @property
    def written_by_model(self) -> bool:
        """True where a training loss belongs (MathCoder paper §2.2: language and code, not execution results)."""
        return self.role in ("text", "code", "end")


@dataclass(frozen=True, slots=True)
class Borders:
    """What may be generated: masks for the sampler, as marker names.

    `stop` ends a generation (the marker itself is part of it). `at_border` lists the only tokens allowed as the FIRST
    of a generation, also those forbidden later (None: no limit there). `forbidden` is never sampled after the first.
    """

    stop: frozenset[str]
    forbidden: frozenset[str]
    at_border: frozenset[str] | None


class Dialect(Protocol):
    """How a model family writes a transcript."""

    name: str
    markers: tuple[str, ...]  # single control tokens that the model's vocabulary must have
    borders: Borders

    def prompt(self, question: str, system: str | None = None, history: Sequence[Transcript] = ()) -> list[Piece]:
        """Everything before the model's first token, `history` being earlier turns."""
        ...

    def block(self, block: Block) -> list[Piece]:
        """One block with its markers, as it stands inside an assistant message."""
        ...

    def encode(self, transcript: Transcript) -> list[Span]:
        """The whole transcript; DialectError where this dialect cannot hold it."""
        ...

    def decode(self, pieces: Iterable[Piece]) -> Transcript:
        """The transcript written in `pieces`; `decode(encode(t))` equals `t` but for statuses, cuts and id."""
        ...


class MathCoderDialect:
    """MathCoder's tags (arXiv 2310.03731; src/inference.py of mathllm/MathCoder). No newline between tokens:

    `<|user|><|text|>q<|endofblock|><|endofmessage|><|assistant|><|text|>…<|endofblock|><|code|>…<|endofblock|>`
    `<|execution|>…<|endofblock|>…<|endofmessage|>`, with a `<|system|>` message in front where there is a system text.
    The loop generates a block at a time: both end tags stop it.
    """

    name = "mathcoder"
    SYSTEM, USER, ASSISTANT = Marker("<|system|>"), Marker("<|user|>"), Marker("<|assistant|>")
    TEXT, CODE, EXECUTION = Marker("<|text|>"), Marker("<|code|>"), Marker("<|execution|>")
    END_BLOCK, END_MESSAGE = Marker("<|endofblock|>"), Marker("<|endofmessage|>")
    markers = tuple(marker.name for marker in (SYSTEM, USER, ASSISTANT, TEXT, CODE, EXECUTION, END_BLOCK, END_MESSAGE))
    borders = Borders(
        stop=frozenset({END_BLOCK.name, END_MESSAGE.name}),
        forbidden=frozenset({EXECUTION.name, SYSTEM.name, USER.name, ASSISTANT.name, TEXT.name, CODE.name}),
        at_border=frozenset({TEXT.name, CODE.name, END_MESSAGE.name}),
    )
    _OPENER: ClassVar = {BlockKind.TEXT: TEXT, BlockKind.CODE: CODE, BlockKind.EXECUTION: EXECUTION}
    _KIND: ClassVar = {TEXT: BlockKind.TEXT, CODE: BlockKind.CODE, EXECUTION: BlockKind.EXECUTION}

    def prompt(self, question: str, system: str | None = None, history: Sequence[Transcript] = ()) -> list[Piece]:
        """See `Dialect.prompt`."""
        pieces: list[Piece] = []
        if system is not None:
            pieces += self._message(self.SYSTEM, system)
        for turn in history:
            pieces += self._message(self.USER, turn.question)
            pieces.append(self.ASSISTANT)
            for block in turn.blocks:
                pieces += self.block(block)
            pieces.append(self.END_MESSAGE)
        return [*pieces, *self._message(self.USER, question), self.ASSISTANT]

    def block(self, block: Block) -> list[Piece]:
        """See `Dialect.block`."""
        return [self._OPENER[block.kind], block.content, self.END_BLOCK]

    def encode(self, transcript: Transcript) -> list[Span]:
        """See `Dialect.encode`; nothing is refused, since markers cannot occur in text."""
        spans = [Span("prompt", tuple(self.prompt(transcript.question, transcript.system)))]
        spans += [Span(block.kind.value, tuple(self.block(block))) for block in transcript.blocks]
        return [*spans, Span("end", (self.END_MESSAGE,))]

    def decode(self, pieces: Iterable[Piece]) -> Transcript:
        """See `Dialect.decode`. The answer is what the last text block boxes, as it is when a turn is played."""
        from mathcoder_kernel.lce.answer import boxed_answer

        system: str | None = None
        question: str | None = None
        blocks: list[Block] = []
        author: Marker | None = None
        kind: BlockKind | None = None
        content: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                if kind is None:
                    raise DialectError(f"text outside a block: {piece[:40]!r}")
                content.append(piece)
            elif piece in (self.SYSTEM, self.USER, self.ASSISTANT):
                author = piece
            elif piece in self._KIND:
                kind, content = self._KIND[piece], []
            elif piece == self.END_BLOCK:
                if kind is None or author is None:
                    raise DialectError("a block ends that was never opened")
                if author == self.ASSISTANT:
                    blocks.append(Block(kind, "".join(content)))
                elif author == self.SYSTEM:
                    system = "".join(content)
                else:
                    question = "".join(content)
                kind = None
            elif piece != self.END_MESSAGE:
                raise DialectError(f"{piece.name} is no marker of this dialect")
        if question is None:
            raise DialectError("no question found")
        answer = next((boxed_answer(b.content) for b in reversed(blocks) if b.kind is BlockKind.TEXT), None)
        return Transcript(question, tuple(blocks), answer, system)

    def _message(self, author: Marker, content: str) -> list[Piece]:
        return [author, self.TEXT, content, self.END_BLOCK, self.END_MESSAGE]


DIALECTS: dict[str, Dialect] = {dialect.name: dialect for dialect in (MathCoderDialect(),)}


def dialect(name: str) -> Dialect:
    """The dialect of that name; DialectError names the known ones."""
    try:
        return DIALECTS[name]
    except KeyError:
        raise DialectError(f"no dialect is called {name!r}; known: {', '.join(sorted(DIALECTS))}") from None
