"""The tutor of one shell: it owns the settings, the engine, the executors, the conversation and the present turn.

The kernel, the magics in other IPython shells and the command line all ask through it. Engine, executor and checks are
imported and made when the first question is asked; until then a shell with a tutor costs nothing.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mathcoder_kernel.kernel.interrupts import StopOnInterrupt
from mathcoder_kernel.kernel.settings import MathCoderSettings

if TYPE_CHECKING:
    from mathcoder_kernel.engine.protocol import EngineError, ModelFacts, Session
    from mathcoder_kernel.execution.pool import PoolExecutor
    from mathcoder_kernel.execution.protocol import Executor, Verdict
    from mathcoder_kernel.kernel.views import View
    from mathcoder_kernel.lce.transcript import Block, Transcript
    from mathcoder_kernel.solver.events import Check, Event, Stats
    from mathcoder_kernel.solver.turn import Turn

LARGE = 1_000_000_000  # parameters: such a model can speak of more than the problems it was trained on
SCRIPT_VARIABLE = "MATHCODER_SCRIPT"
"""A testing aid: the path of a script that the scripted engine plays instead of a model (see engine/scripted.py)."""

SCRIPT_SPEED_VARIABLE = "MATHCODER_SCRIPT_SPEED"
"""Tokens per second at which it is played (default 500)."""


POOL_WORKERS = 2


class TutorBusy(RuntimeError):
    """A question is being answered already; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a question ended. `answer` is as the model boxed it; `trouble` is a sentence where there is none."""

    transcript: Transcript
    stats: Stats
    answer: str | None = None
    check: Check | None = None
    stopped: bool = False
    failed: bool = False  # the turn could not go on (model, engine, budgets)
    trouble: str = ""


class Tutor:
    """See the module. `shell` is an IPython InteractiveShell in whose namespace generated code runs."""

    def __init__(self, shell: Any, settings: MathCoderSettings | None = None) -> None:
        self.shell = shell
        self.settings = settings or MathCoderSettings(parent=shell)
        self.history: list[Transcript] = []
        self.last: Outcome | None = None
        self.facts: ModelFacts | None = None  # of the model that answered last
        self._engine: Any = None
        self._engine_key: tuple[object, ...] | None = None
        self._executor: Executor | None = None
        self._pool: PoolExecutor | None = None
        self._turn: Turn | None = None
        self.busy = False  # True while a question is being answered

    # -- questions -----------------------------------------------------------------------------------------------------

    async def ask(
        self,
        question: str,
        view: View,
        changes: Mapping[str, str] | None = None,
        *,
        interrupt: StopOnInterrupt | None = None,
        executor: Executor | None = None,
        executor_judges: bool = False,
        turn_id: str | None = None,
        blocks: Sequence[Block] = (),
    ) -> Outcome:
        """Answer a question and show it; `changes` are settings (as typed) for this question only.

        Generated code runs in the shell's namespace, or where `executor` runs it; with `executor_judges` that one
        decides what runs at once (except in the mode "never"). `turn_id` and `blocks` continue an earlier answer,
        without a vote.

        Trouble of model, engine and code is part of the outcome. Raises TutorBusy, and SettingError for `changes`.
        `interrupt` is armed with this question: it stops the turn, or cancels this task when it comes again.
        """
        if self.busy:
            raise TutorBusy("One question at a time: the one before is still being answered.")
        settings = self.settings.replaced(changes) if changes else self.settings
        self.busy = True
        try:
            view.start()
            turn = self._turn = self._new_turn(question, settings, executor, executor_judges, turn_id, blocks)
            if interrupt is not None:
                interrupt.arm(turn.stop, canceller())
            outcome = await self._play(turn, view)
        finally:
            if interrupt is not None:
                interrupt.disarm()
            self._turn = None
            self.busy = False
            view.close()
        self.last = outcome
        self.forget(turn_id)
        if outcome.answer is not None:
            self.history.append(outcome.transcript)
        return outcome

    def asked_before(self, turn_id: str | None = None) -> str:
        """The question of that turn, else the last one; "" where there was none."""
        for transcript in self.history:
            if transcript.id == turn_id:
                return transcript.question
        return self.last.transcript.question if self.last is not None else ""

    def forget(self, turn_id: str | None) -> None:
        """Leave a turn out of the conversation (its answer was replaced)."""
        if turn_id is not None:
            self.history[:] = [transcript for transcript in self.history if transcript.id != turn_id]

    def stop(self) -> None:
        """Stop the present turn, if there is one. Callable from any thread and from a signal handler."""
        turn = self._turn
        if turn is not None:
            turn.stop()

    def _new_turn(
        self,
        question: str,
        settings: MathCoderSettings,
        executor: Executor | None,
        executor_judges: bool,
        turn_id: str | None,
        blocks: Sequence[Block],
    ) -> Turn:
        from mathcoder_kernel.engine.protocol import Sampling
        from mathcoder_kernel.execution.guard import judge
        from mathcoder_kernel.execution.protocol import Limits
        from mathcoder_kernel.solver.context import ContextPolicy
        from mathcoder_kernel.solver.turn import Budgets, RunMode, Turn

        asks = settings.run == "ask"
        run: RunMode = "guarded" if asks else settings.run  # type: ignore[assignment]  # an Enum trait is a str to mypy
        options: dict[str, Any] = {
            "engine": self.engine(settings),
            "executor": executor or self.executor(),
            "budgets": Budgets(
                code_blocks=settings.max_blocks or None,
                block_tokens=settings.block_tokens or None,
                turn_tokens=settings.turn_tokens,
                execution=Limits(seconds=settings.seconds, feedback_chars=settings.feedback_chars),
            ),
            "sampling": Sampling(temperature=settings.temperature, seed=settings.seed),
            "guard": _nobody_to_ask if asks else judge,
            "run": "auto" if executor_judges and run != "never" else run,
            "checker": self._checker(settings),
            "history": tuple(transcript for transcript in self.history if transcript.id != turn_id),
            "context": ContextPolicy(
                turns=settings.context in ("turns", "all"), variables=settings.context in ("variables", "all")
            ),
            "decimal_comma": settings.decimal_comma,
            "turn_id": turn_id,
            "blocks": blocks,
        }
        if settings.vote == 1 or blocks:  # what goes on has been decided already
            return Turn(question, **options)
        from mathcoder_kernel.solver.vote import VotedTurn

        return VotedTurn(
            question,
            votes=settings.vote,
            pool=self.pool(),
            snapshot=self._snapshot if executor is None or executor_judges else None,
            votes_guard=_votes_cannot_ask if asks else judge,
            votes_run=run,
            **options,
        )

    def _snapshot(self, names: Collection[str]) -> dict[str, Any]:
        """The person's own variables among `names`."""
        own, hidden = self.shell.user_ns, self.shell.user_ns_hidden
        return {name: own[name] for name in names if name in own and name not in hidden and not name.startswith("_")}

    async def _play(self, turn: Turn, view: View) -> Outcome:
        from mathcoder_kernel.solver.events import AnswerFound, TurnFailed, TurnFinished, TurnStarted, TurnStopped

        answer: str | None = None
        check: Check | None = None
        ending: Event | None = None
        async for event in turn.events():
            view.handle(event)
            match event:
                case TurnStarted():
                    self.facts = event.model
                case AnswerFound():
                    answer, check = event.value, event.check
                case TurnFinished() | TurnStopped() | TurnFailed():
                    ending = event
        return Outcome(
            transcript=turn.transcript,
            stats=turn.stats,
            answer=answer,
            check=check,
            stopped=isinstance(ending, TurnStopped),
            failed=isinstance(ending, TurnFailed),
            trouble=ending.reason if isinstance(ending, TurnFailed | TurnFinished) else "",
        )

    # -- what a turn needs ---------------------------------------------------------------------------------------------

    def engine(self, settings: MathCoderSettings | None = None) -> Any:
        """The engine of the model that the settings name; another model's engine is closed first.

        An engine is made here; its model is loaded at its first use.
        """
        settings = settings or self.settings
        key = _engine_key(settings)
        if self._engine is None or key != self._engine_key or isinstance(self._engine, _NoModel):
            self.close_engine()
            self._engine = make_engine(settings)
            self._engine_key = key
        return self._engine

    def executor(self) -> Executor:
        """The executor of the shell's live namespace."""
        if self._executor is None:
            from mathcoder_kernel.execution.shell import ShellExecutor

            self._executor = ShellExecutor(self.shell)
        return self._executor

    def pool(self) -> PoolExecutor:
        """The pool of throw-away processes, for checks and for questions in bulk."""
        if self._pool is None:
            from mathcoder_kernel.execution.pool import PoolExecutor

            self._pool = PoolExecutor(workers=POOL_WORKERS)
            threading.Thread(target=_start, args=(self._pool,), name="mathcoder-pool-start", daemon=True).start()
        return self._pool

    @property
    def model_in_memory(self) -> bool:
        """True while a model is loaded."""
        return self._engine is not None and bool(self._engine.loaded)

    @property
    def large_model(self) -> str:
        """The name of the model that the next question would ask, if it is loaded and large; else ""."""
        facts = self.facts
        if facts is None or not self.model_in_memory or self._engine_key != _engine_key(self.settings):
            return ""
        return facts.name if self.settings.engine or facts.n_params >= LARGE else ""

    async def load(self) -> ModelFacts:
        """Load the model that the settings name; EngineError with a sentence where that fails."""
        facts: ModelFacts = await self.engine().load()
        self.facts = facts
        return facts

    async def unload(self) -> None:
        """Free the model's memory; the next question loads it again."""
        if self._engine is not None:
            await self._engine.unload()

    def reset(self) -> None:
        """Forget earlier questions and set all settings back. Variables stay."""
        self.history.clear()
        self.last = None
        fresh = MathCoderSettings(parent=self.settings.parent)
        for name in self.settings.names():
            setattr(self.settings, name, getattr(fresh, name))

    def close_engine(self) -> None:
        """End the engine's process; harmless without one. Callable from any thread."""
        engine, self._engine, self._engine_key = self._engine, None, None
        if engine is not None:
            engine.close()

    def close(self) -> None:
        """Stop what runs and end every process that was started. Callable from any thread, and again."""
        self.stop()
        self.close_engine()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _checker(self, settings: MathCoderSettings) -> Callable[[Transcript], Awaitable[Check]] | None:
        """The independent check of answers; its pool is started now, while the model is still loading and writing."""
        if not settings.check:
            return None
        from mathcoder_kernel.solver.checking.answer_check import check_answer

        pool = self.pool()
        return lambda transcript: check_answer(transcript, pool=pool)


def _nobody_to_ask(code: str) -> Verdict:
    """The guard of the mode "ask" where code cannot wait for a person."""
    from mathcoder_kernel.execution.protocol import Verdict

    return Verdict(False, ("generated code is set to wait for you, and nothing can wait in this frontend",))


def _votes_cannot_ask(code: str) -> Verdict:
    """The guard of votes in the mode "ask": their code would run before anyone has seen it."""
    from mathcoder_kernel.execution.protocol import Verdict

    return Verdict(False, ("Generated code is set to wait for you, but votes run theirs before you see it.",))


class _NoModel:
    """The engine of a model that cannot be found: every use says why."""

    loaded = False

    def __init__(self, error: EngineError) -> None:
        self._error = error

    async def load(self) -> ModelFacts:
        raise self._error

    async def open(self, ids: Sequence[int] = (), *, forks: bool = False) -> Session:
        raise self._error

    async def unload(self) -> None:
        """Nothing is in memory."""

    def close(self) -> None:
        """Nothing runs."""


def _engine_key(settings: MathCoderSettings) -> tuple[object, ...]:
    """What another engine is needed for."""
    names = (settings.model, settings.dialect, settings.engine, settings.server_model, settings.n_gpu_layers)
    return (*names, settings.idle_minutes, os.environ.get(SCRIPT_VARIABLE))


def make_engine(settings: MathCoderSettings) -> Any:
    """The engine for the model or server that the settings name; nothing is loaded yet. Never raises for either."""
    from mathcoder_kernel.engine import library
    from mathcoder_kernel.engine.llama import LlamaEngine
    from mathcoder_kernel.engine.protocol import EngineError
    from mathcoder_kernel.lce.dialect import MathCoderDialect

    idle_seconds = settings.idle_minutes * 60 or None
    dialect = None if settings.dialect == "auto" else settings.dialect
    if script := os.environ.get(SCRIPT_VARIABLE):
        from mathcoder_kernel.engine.scripted import ScriptedEngine

        speed = float(os.environ.get(SCRIPT_SPEED_VARIABLE, "500"))
        return ScriptedEngine(
            script, tokens_per_second=speed, idle_seconds=idle_seconds, dialect=dialect or MathCoderDialect.name
        )
    try:
        if settings.engine:
            from mathcoder_kernel.engine.server import ServerEngine

            return ServerEngine(settings.engine, model=settings.server_model, dialect=dialect)
        layers = -1 if settings.n_gpu_layers == "auto" else int(settings.n_gpu_layers)
        path = library.find(settings.model or None)
        return LlamaEngine(path, n_gpu_layers=layers, idle_seconds=idle_seconds, dialect=dialect)
    except EngineError as error:
        return _NoModel(error)


def _start(pool: PoolExecutor) -> None:
    from mathcoder_kernel.execution.pool import PoolError

    with suppress(PoolError, OSError):  # who needs a session says what is wrong
        pool.start()


def canceller() -> Callable[[], None]:
    """What cancels the present task; callable from any thread and from a signal handler."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None

    def cancel() -> None:
        loop.call_soon_threadsafe(task.cancel)

    return cancel
