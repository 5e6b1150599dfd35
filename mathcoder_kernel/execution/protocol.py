"""What an executor offers. The solver knows executors by this file only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from mathcoder_kernel.lce.transcript import Block, Cut, ExecutionStatus, execution

Output: TypeAlias = Mapping[str, Any]
"""One nbformat v4 output: `stream`, `display_data`, `execute_result` or `error`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one block of code may use."""

    seconds: float = 30.0  # wall clock; then the code is interrupted
    feedback_chars: int = 4_000  # characters of output the model reads: half from the head, half from the tail
    shown_bytes: int = 1_000_000  # bytes of stream output a person is shown; the rest is counted, not kept
    memory_bytes: int | None = 4 << 30  # address space of a pool child; the live kernel has no such limit


@dataclass(frozen=True, slots=True)
class ExecutionRequest:
    """Code to run, and where it came from. `provenance` goes into the metadata of what a person keeps."""

    code: str
    turn: str = ""
    block: int = 0  # index of the code block in its transcript
    limits: Limits = field(default_factory=Limits)
    provenance: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExecutionResult:
    """How a run ended. `text` is what the model reads (see `outputs`), cut per `cut`."""

    status: ExecutionStatus
    text: str
    outputs: tuple[Output, ...] = ()
    value: str | None = None  # text/plain of the last expression
    error: str | None = None  # name of the exception's class; TimeoutError or KeyboardInterrupt where code was stopped
    message: str = ""  # a plain sentence for a person, where status is not ok
    cut: Cut | None = None
    seconds: float = 0.0
    execution_count: int | None = None

    def block(self) -> Block:
        """The execution block that a transcript keeps of this run."""
        return execution(self.text, self.status, self.cut)


OnOutput: TypeAlias = Callable[[Output], None]


class Executor(Protocol):
    """Runs code blocks one after the other in one namespace."""

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """Run one block; `on_output` is called as outputs appear. Never raises for what the code does."""
        ...

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        """One-line descriptions (type and short value) of those of `names` that exist in the namespace."""
        ...

    def interrupt(self) -> None:
        """Interrupt the running block; it ends with status `interrupted`. Callable from any thread."""
        ...

    async def close(self) -> None:
        """Give back what the executor holds."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard says of a block of code: whether it is ordinary maths, and if not, why, in plain words."""

    allowed: bool
    reasons: tuple[str, ...] = ()


Guard: TypeAlias = Callable[[str], Verdict]
