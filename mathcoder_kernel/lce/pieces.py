"""What dialects are made of: pieces, spans, the borders of a generation, and what every dialect offers.

A dialect turns a transcript into *pieces* and back. A piece is a `str` of plain text or a `Marker`, a single control
token named by its text. Pieces are what the engine, the parser and the trainer exchange: text is always tokenised with
special parsing off and each piece on its own, so a literal `<|code|>` in a question or in printed output stays text,
and the trainer's ids are the ids the kernel feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from mathcoder_kernel.lce.execution_style import ExecutionStyle
from mathcoder_kernel.lce.transcript import Block, Transcript


class DialectError(ValueError):
    """Raised when a dialect cannot write a transcript, or cannot read pieces; the message says why."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One control token, named by its text (for example `<|code|>`)."""

    name: str


Piece: TypeAlias = str | Marker

END_OF_SEQUENCE = Marker("end of sequence")
"""The token that ends a text in a model's vocabulary, whatever it is called there (`</s>`, `<|endoftext|>`, …)."""

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
    `stop_text` ends a generation too, matched across token borders; unlike a marker it is no part of the session, nor
    of what is reported: who goes on writes it again.
    """

    stop: frozenset[str]
    forbidden: frozenset[str]
    at_border: frozenset[str] | None
    stop_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DialectLimits:
    """What the reference loop of a dialect allows."""

    code_blocks: int  # executions a question
    generation_tokens: int  # new tokens between two executions (MathCoder: of one block)


class Dialect(Protocol):
    """How a model family writes a transcript."""

    @property
    def name(self) -> str:
        """What it is called in settings and in a model's metadata."""
        ...

    @property
    def markers(self) -> tuple[str, ...]:
        """Single control tokens that the model's vocabulary must have."""
        ...

    @property
    def borders(self) -> Borders:
        """What may be generated, and what ends a generation."""
        ...

    @property
    def limits(self) -> DialectLimits:
        """What the reference loop allows."""
        ...

    @property
    def execution(self) -> ExecutionStyle:
        """How code is run and what the model reads of it."""
        ...

    @property
    def system(self) -> str | None:
        """The system text for models that carry none of their own; None for none."""
        ...

    @property
    def boxed_ends(self) -> bool:
        r"""True where a `\boxed{…}` in the words of a generation ends the answer, even if code follows."""
        ...

    @property
    def runs_code_at_end(self) -> bool:
        """True where code that stands last in a message is run although the model ended the message."""
        ...

    @property
    def own_message(self) -> bool:
        """True where results stand in a message of their own, so that the model's end of message before it stays."""
        ...

    def prompt(self, question: str, system: str | None = None, history: Sequence[Transcript] = ()) -> list[Piece]:
        """Everything before the model's first token, `history` being earlier turns; DialectError where it cannot."""
        ...

    def written(self, blocks: Sequence[Block]) -> list[Piece]:
        """These blocks as the beginning of an assistant message that goes on."""
        ...

    def result(self, block: Block, written: str = "", *, ended: bool = False) -> list[Piece]:
        """What the host writes after a code block: its execution, and what the model left out before it.

        `written` is what the model wrote after the code's last character, `ended` whether it ended its message.
        """
        ...

    def answer(self, blocks: Sequence[Block]) -> str | None:
        """The final answer in a finished message, if there is one."""
        ...

    def encode(self, transcript: Transcript) -> list[Span]:
        """The whole transcript; DialectError where this dialect cannot hold it."""
        ...

    def decode(self, pieces: Iterable[Piece]) -> Transcript:
        """The transcript written in `pieces`; `decode(encode(t))` equals `t` but for statuses, cuts, answer and id."""
        ...
