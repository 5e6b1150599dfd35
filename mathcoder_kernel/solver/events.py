"""What happens in a turn, in order. Views, recorders and evaluators consume these; none of them drives the turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from mathcoder_kernel.engine.protocol import ModelFacts
from mathcoder_kernel.execution.protocol import ExecutionResult, Output, Verdict
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript


@dataclass(frozen=True, slots=True)
class Check:
    """An independent look at an answer. `passed` is None where no check was possible; `by` names it in plain words."""

    passed: bool | None
    by: str = ""  # "running the code again", "substituting back", …
    detail: str = ""

    @property
    def label(self) -> str:
        """What a person reads beside the answer."""
        if self.passed is None:
            return "not checked"
        return f"checked by {self.by}" if self.passed else f"check failed: {self.detail or self.by}"


@dataclass(frozen=True, slots=True)
class Stats:
    """What a turn cost. Times in seconds."""

    prompt_tokens: int = 0
    generated_tokens: int = 0
    fed_tokens: int = 0  # every token evaluated that the model did not generate: prompt and executions
    code_blocks: int = 0
    failed_blocks: int = 0  # code blocks whose execution was not ok
    load_seconds: float = 0.0
    first_token_seconds: float | None = None  # from the start of the turn
    generate_seconds: float = 0.0
    execute_seconds: float = 0.0
    check_seconds: float = 0.0
    seconds: float = 0.0

    @property
    def tokens_per_second(self) -> float:
        """Decoding speed; 0 where nothing was decoded."""
        return self.generated_tokens / self.generate_seconds if self.generate_seconds else 0.0


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The question is on its way to the model. `context` says in words what else the model sees ("" for nothing)."""

    turn: str
    question: str
    model: ModelFacts
    context: str = ""


@dataclass(frozen=True, slots=True)
class BlockStarted:
    """The model begins a block; `index` counts the transcript's blocks."""

    index: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class TextDelta:
    """More characters of the open block."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class BlockFinished:
    """A block of text or code is complete."""

    index: int
    block: Block


@dataclass(frozen=True, slots=True)
class ExecutionStarted:
    """A code block starts to run; `index` is that of the code block."""

    index: int
    code: str


@dataclass(frozen=True, slots=True)
class ExecutionRefused:
    """The guard did not let a code block run; the turn ends after it."""

    index: int
    code: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class OutputReceived:
    """A running code block showed something."""

    index: int
    output: Output


@dataclass(frozen=True, slots=True)
class ExecutionFinished:
    """A code block has run; `index` is that of the code block."""

    index: int
    result: ExecutionResult


@dataclass(frozen=True, slots=True)
class Count:
    """How many votes an answer has; `answer` as the first of them boxed it."""

    answer: str
    votes: int


@dataclass(frozen=True, slots=True)
class VotesCounted:
    """The count of a vote so far, most votes first. `without` are votes that came to no answer, `missing` those that
    are still being written or, when it is `over`, were no longer needed."""

    counts: tuple[Count, ...]
    votes: int
    missing: int
    without: int
    over: bool


@dataclass(frozen=True, slots=True)
class VoteWithdrawn:
    """The live run of a code block (`index`) gave something else than in the vote. The model goes on from the live
    run, and its answer has no votes."""

    index: int
    voted: str
    found: str


@dataclass(frozen=True, slots=True)
class AnswerFound:
    """The final answer, as the model boxed it, and what an independent check said."""

    value: str
    check: Check


@dataclass(frozen=True, slots=True)
class TurnFinished:
    """The model ended its message. Without an AnswerFound before it, `reason` says why there is no answer."""

    transcript: Transcript
    stats: Stats
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TurnStopped:
    """A person stopped the turn; the transcript holds what was there by then."""

    transcript: Transcript
    stats: Stats


@dataclass(frozen=True, slots=True)
class TurnFailed:
    """The turn could not go on. `reason` is a plain sentence; the transcript holds what was there by then."""

    transcript: Transcript
    stats: Stats
    reason: str
    kind: Literal["model", "engine", "context", "budget", "question"] = "engine"


Event: TypeAlias = (
    TurnStarted
    | BlockStarted
    | TextDelta
    | BlockFinished
    | ExecutionStarted
    | ExecutionRefused
    | OutputReceived
    | ExecutionFinished
    | VotesCounted
    | VoteWithdrawn
    | AnswerFound
    | TurnFinished
    | TurnStopped
    | TurnFailed
)
