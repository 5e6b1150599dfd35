"""What an engine offers. The solver knows engines by this file only; a remote server is one more implementation.

An engine holds one model. A session is one conversation: a growing run of token ids whose evaluated state is kept, so
that nothing is evaluated twice. Sessions of one engine share its memory and may decode side by side (voting: `fork`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from mathcoder_kernel.lce.dialect import Borders, Piece


class EngineError(Exception):
    """Something a person should read: one plain sentence that says what happened and what to do."""


class ModelFileError(EngineError):
    """The model file is missing, damaged, or of a kind that cannot be loaded."""


class EngineDied(EngineError):
    """The engine's process ended. The next use starts a new one; a session goes on from its ids as far as known."""


class ContextFull(EngineError):
    """What was to be fed does not fit into the context; nothing of it was evaluated."""

    def __init__(self, message: str, *, needed: int, available: int) -> None:
        super().__init__(message)
        self.needed = needed  # tokens
        self.available = available  # tokens


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is known of a loaded model. `metadata` holds the GGUF's own `mathcoder.*` keys (see engine/metadata.py)."""

    name: str
    path: str
    sha256: str
    dialect: str
    n_ctx: int  # tokens of the live context
    n_params: int
    size_bytes: int
    quantisation: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is chosen. temperature 0 is greedy; otherwise top_k, then top_p, then the temperature."""

    temperature: float = 0.0
    top_k: int = 40
    top_p: float = 0.95
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Tokens:
    """Newly decoded tokens, batched by time: their pieces (runs of text joined) and how many there are."""

    pieces: tuple[Piece, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A generation is over. The token of a stop marker is part of the session and was reported in `Tokens`."""

    reason: Literal["stop", "length", "context_full", "aborted"]
    generated: int  # tokens
    fed: int  # tokens evaluated for this call before the first new one
    feed_seconds: float
    generate_seconds: float


Generated: TypeAlias = Tokens | Ended


class Session(Protocol):
    """One conversation with a model."""

    @property
    def n_tokens(self) -> int:
        """Tokens in the session, evaluated or about to be."""
        ...

    @property
    def ids(self) -> tuple[int, ...]:
        """All token ids so far: enough to rebuild the session (`Engine.open(ids)`)."""
        ...

    async def count(self, pieces: Sequence[Piece]) -> int:
        """How many tokens `pieces` are."""
        ...

    def generate(
        self, pieces: Sequence[Piece], borders: Borders, *, max_tokens: int, sampling: Sampling
    ) -> AsyncIterator[Generated]:
        """Append `pieces`, then decode until a stop marker, `max_tokens`, a full context, or `stop()`.

        The last event is always `Ended`. Raises ContextFull before anything is evaluated if `pieces` do not fit, and
        EngineDied if the process ends. Leaving the iterator early stops the generation. With `max_tokens` 0 the pieces
        are evaluated, all but the last token, and nothing is generated: a prefix to fork from. A stop that comes while
        the model is still loading ends the generation before `pieces` are appended.
        """
        ...

    async def begin(self, *parts: Sequence[Piece]) -> int:
        """Evaluate what many conversations begin with (system text, earlier turns one by one), as the first of an empty
        session; how many tokens had to be evaluated.

        The state may come from an earlier conversation that began with the same parts, that of the first part also from
        the disk. Every part is evaluated on its own either way, so that what follows does not depend on where it came
        from.
        """
        ...

    async def rewind(self, n_tokens: int) -> None:
        """Forget everything after the first `n_tokens` tokens (an edit, a retry)."""
        ...

    async def fork(self) -> Session:
        """A second session that starts as this one is now and shares its evaluated state."""
        ...

    def stop(self) -> None:
        """Abort the running generation; it ends with reason `aborted`. Callable from any thread and signal handler."""
        ...

    async def close(self) -> None:
        """Give the session's memory back; harmless when called again or after the engine died."""
        ...


class Engine(Protocol):
    """One model, loaded when first needed."""

    @property
    def loaded(self) -> bool:
        """True while the model is in memory."""
        ...

    async def load(self) -> ModelFacts:
        """Load the model if it is not loaded; raises ModelFileError or EngineDied with a sentence for a person."""
        ...

    async def open(self, ids: Sequence[int] = (), *, forks: bool = False) -> Session:
        """A new session, loading the model first if needed; `ids` are evaluated before the first generation. With
        `forks` it will be forked, and what a fork writes shall not depend on the other forks."""
        ...

    async def unload(self) -> None:
        """Free the model's memory; the next `open` loads it again."""
        ...
