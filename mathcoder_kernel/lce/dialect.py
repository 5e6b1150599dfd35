"""Dialects: how a model family writes a transcript. This file has MathCoder's own and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.execution_style import ExecutionStyle
from mathcoder_kernel.lce.pieces import Borders, Dialect, DialectError, DialectLimits, Marker, Piece, Role, Span
from mathcoder_kernel.lce.text_dialect import TEXT_DIALECTS
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript

__all__ = [
    "DIALECTS",
    "Borders",
    "Dialect",
    "DialectError",
    "DialectLimits",
    "Marker",
    "MathCoderDialect",
    "Piece",
    "Role",
    "Span",
    "dialect",
]


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

    limits = DialectLimits(code_blocks=32, generation_tokens=512)
    execution = ExecutionStyle()
    system: str | None = "Below is a math problem. Please solve it step by step."
    boxed_ends = runs_code_at_end = own_message = False

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
        """One block with its markers."""
        return [self._OPENER[block.kind], block.content, self.END_BLOCK]

    def written(self, blocks: Sequence[Block]) -> list[Piece]:
        """See `Dialect.written`."""
        return [piece for block in blocks for piece in self.block(block)]

    def result(self, block: Block, written: str = "", *, ended: bool = False) -> list[Piece]:
        """See `Dialect.result`."""
        return self.block(block)

    def answer(self, blocks: Sequence[Block]) -> str | None:
        """What the last block boxes, if it is text."""
        last = blocks[-1] if blocks else None
        return boxed_answer(last.content) if last is not None and last.kind is BlockKind.TEXT else None

    def encode(self, transcript: Transcript) -> list[Span]:
        """See `Dialect.encode`; nothing is refused, since markers cannot occur in text."""
        spans = [Span("prompt", tuple(self.prompt(transcript.question, transcript.system)))]
        spans += [Span(block.kind.value, tuple(self.block(block))) for block in transcript.blocks]
        return [*spans, Span("end", (self.END_MESSAGE,))]

    def decode(self, pieces: Iterable[Piece]) -> Transcript:
        """See `Dialect.decode`. The answer is what the last text block boxes, as it is when a turn is played."""
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


_ALL: tuple[Dialect, ...] = (MathCoderDialect(), *TEXT_DIALECTS)
DIALECTS: dict[str, Dialect] = {known.name: known for known in _ALL}


def dialect(name: str) -> Dialect:
    """The dialect of that name; DialectError names the known ones."""
    try:
        return DIALECTS[name]
    except KeyError:
        raise DialectError(f"no dialect is called {name!r}; known: {', '.join(sorted(DIALECTS))}") from None
