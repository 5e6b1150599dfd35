"""A turn: one question to its answer.

    turn = Turn(question, engine=engine, executor=executor)
    async for event in turn.events():
        ...

The loop: the model writes a block; a text block is followed by the next one; a code block is judged by the guard, run
by the executor, and its result is fed back into the live context; the end of the message ends the turn. Trouble of any
kind (model file, engine, context, budgets) becomes a `TurnFailed` with a plain sentence: `events()` raises nothing for
it.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar

from mathcoder_kernel.engine.protocol import (
    ContextFull,
    Ended,
    Engine,
    EngineError,
    ModelFacts,
    ModelFileError,
    Sampling,
    Session,
)
from mathcoder_kernel.execution.protocol import (
    ExecutionRequest,
    ExecutionResult,
    Executor,
    Guard,
    Limits,
    OnOutput,
    Output,
    Verdict,
)
from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.dialect import Dialect, DialectError, Piece, dialect
from mathcoder_kernel.lce.parser import Closed, Delta, Opened, Parser, ParserEvent, parser_for
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, Transcript
from mathcoder_kernel.lce.typed_maths import normalise_question
from mathcoder_kernel.solver.context import ContextPolicy, prepare
from mathcoder_kernel.solver.events import (
    AnswerFound,
    BlockFinished,
    BlockStarted,
    Check,
    Event,
    ExecutionFinished,
    ExecutionRefused,
    ExecutionStarted,
    OutputReceived,
    Stats,
    TextDelta,
    TurnFailed,
    TurnFinished,
    TurnStarted,
    TurnStopped,
)

RunMode = Literal["guarded", "auto", "never"]
Checker = Callable[[Transcript], Awaitable[Check]]

_T = TypeVar("_T")

NOT_TRAINED = (
    "This model was not trained for this kind of question. "
    "A larger one may be: load it with %mathcoder load PATH (a GGUF file)."
)

_CONTEXT_FULL = (
    "The model's context is full: question and answer together are too long for it. What was found so far stands above."
)


@dataclass(frozen=True, slots=True)
class Budgets:
    """What a turn may use. None: what the reference loop of the model's dialect allows."""

    code_blocks: int | None = None  # code blocks a turn (MathCoder's paper allows 32)
    block_tokens: int | None = None  # new tokens a block, or of all blocks up to the next code that is run
    turn_tokens: int = 4096  # new tokens a turn
    repairs: int = 3  # failed executions in a row before the turn ends
    execution: Limits = field(default_factory=Limits)  # seconds, characters fed back, …


class _Stopped(Exception):
    """A person stopped the turn."""


class _TurnOver(Exception):
    """The turn cannot go on; carries its last event's reason and kind."""

    def __init__(self, reason: str, kind: Literal["model", "engine", "context", "budget", "question"]) -> None:
        super().__init__(reason)
        self.reason, self.kind = reason, kind


class Turn:
    """One question on its way to its answer; use it once.

    Parameters: `guard` judges code before it runs (None: everything is ordinary); `run` is how it is used: "guarded"
    runs what the guard allows, "auto" runs everything, "never" runs nothing. `checker` looks at the finished
    transcript independently and must not raise. `history` holds earlier turns of the conversation, oldest first, and
    `context` how much of them and of the namespace the model may see. `blocks` continues an unfinished answer.
    `system` overrides the model's own text.
    """

    def __init__(
        self,
        question: str,
        *,
        engine: Engine,
        executor: Executor,
        budgets: Budgets | None = None,
        sampling: Sampling | None = None,
        guard: Guard | None = None,
        run: RunMode = "guarded",
        checker: Checker | None = None,
        history: Sequence[Transcript] = (),
        context: ContextPolicy | None = None,
        blocks: Sequence[Block] = (),
        system: str | None = None,
        turn_id: str | None = None,
        decimal_comma: bool = False,
    ) -> None:
        self.id = turn_id or uuid.uuid4().hex[:12]
        self.question = question
        self.stats = Stats()
        self.transcript = Transcript(question=question, blocks=tuple(blocks), system=system, id=self.id)
        self._engine, self._executor = engine, executor
        self._budgets = budgets or Budgets()
        self._language: Dialect | None = None
        self._sampling = sampling or Sampling()
        self._guard, self._run, self._checker = guard, run, checker
        self._history, self._context = tuple(history), context or ContextPolicy()
        self._decimal_comma = decimal_comma
        self._session: Session | None = None
        self._executing = False
        self._stopping = False
        self._stop_event: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def stop(self) -> None:
        """End the turn soon (a TurnStopped follows). Callable from any thread and from a signal handler."""
        self._stopping = True
        if self._session is not None:
            self._session.stop()
        if self._executing:
            self._executor.interrupt()
        if self._loop is not None and self._stop_event is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stop_in_loop)

    def _stop_in_loop(self) -> None:
        """Wake what waits, and stop a generation that had not quite begun when `stop` was called."""
        assert self._stop_event is not None
        self._stop_event.set()
        if self._session is not None:
            self._session.stop()

    async def events(self) -> AsyncIterator[Event]:
        """Play the turn. The last event is TurnFinished, TurnStopped or TurnFailed."""
        started = time.perf_counter()
        self._loop, self._stop_event = asyncio.get_running_loop(), asyncio.Event()
        parser: Parser | None = None
        try:
            if not self.question.strip():
                raise _TurnOver("There is no question. Example: %mathcoder Solve 2x + 3 = 11", "question")
            question = normalise_question(self.question, decimal_comma=self._decimal_comma)
            facts = await self._loaded()
            language = self._language = dialect(facts.dialect)
            parser = parser_for(facts.dialect)
            self._session = await self._or_stopped(self._opened())
            pieces, seen = await self._prompt(question, facts, language)
            self.transcript = replace(self.transcript, meta=self._provenance(facts))
            yield TurnStarted(self.id, self.question, facts, seen)
            async with aclosing(self._blocks(pieces, language, parser, started)) as blocks:
                async for event in blocks:
                    yield event
            async for event in self._ending():
                yield event
            self._tally(seconds=time.perf_counter() - started)
            yield TurnFinished(self.transcript, self.stats, self._why_no_answer())
        except (_Stopped, asyncio.CancelledError) as error:
            self._keep_open_block(parser)
            self._tally(seconds=time.perf_counter() - started)
            yield TurnStopped(self.transcript, self.stats)
            if isinstance(error, asyncio.CancelledError):
                raise
        except (_TurnOver, EngineError, DialectError) as error:
            self._keep_open_block(parser)
            self._tally(seconds=time.perf_counter() - started)
            reason = _CONTEXT_FULL if isinstance(error, ContextFull) else str(error)
            yield TurnFailed(self.transcript, self.stats, reason, _kind(error))
        finally:
            session, self._session = self._session, None
            if session is not None:
                await session.close()

    # -- the steps of a turn, in order ---------------------------------------------------------------------------------

    async def _loaded(self) -> ModelFacts:
        started = time.perf_counter()
        facts = await self._or_stopped(self._engine.load())
        self._tally(load_seconds=time.perf_counter() - started)
        return facts

    async def _opened(self) -> Session:
        """The session this turn is played in; it is closed when the turn is over."""
        return await self._engine.open()

    async def _prompt(self, question: str, facts: ModelFacts, language: Dialect) -> tuple[list[Piece], str]:
        """The pieces before the model's first token, and what else than the question they hold, in words."""
        assert self._session is not None
        prepared = await prepare(
            question,
            facts=facts,
            dialect=language,
            policy=self._context,
            history=self._history,
            system=self.transcript.system,
            executor=self._executor,
            count=self._session.count,
        )
        written = language.written(self.transcript.blocks)
        needed = await self._session.count([*prepared.pieces, *written])
        if needed > (room := facts.n_ctx - min(self._block_tokens(language), facts.n_ctx // 4)):
            raise _TurnOver(
                f"The question is too long for this model: it has {needed} tokens, and at most {room} fit. "
                "Please shorten it.",
                "question",
            )
        self._tally(prompt_tokens=needed)
        if prepared.borders:
            self._tally(fed_tokens=await self._or_stopped(self._session.begin(*prepared.parts)))
        return [*prepared.rest, *written], prepared.seen

    async def _blocks(
        self, pieces: list[Piece], language: Dialect, parser: Parser, started: float
    ) -> AsyncGenerator[Event, None]:
        """Blocks until the model ends its message; between them, code runs and its results are fed back."""
        assert self._session is not None
        failures_in_a_row = 0
        code_blocks = self._budgets.code_blocks or language.limits.code_blocks
        while not parser.ended:
            if self._stopping:  # since the last generation
                raise _Stopped
            left = self._budgets.turn_tokens - self.stats.generated_tokens
            if left <= 0:
                raise _TurnOver("The answer grew too long and was ended here.", "budget")
            fresh: list[Block] = []  # blocks of this generation
            ended: Ended | None = None
            generation = self._session.generate(
                pieces, language.borders, max_tokens=min(self._block_tokens(language), left), sampling=self._sampling
            )
            async for news in generation:
                if isinstance(news, Ended):
                    ended = news
                    continue
                if self.stats.first_token_seconds is None:
                    self._tally(first_token_seconds=time.perf_counter() - started)
                for piece in news.pieces:
                    for event in self._parsed(parser.feed(piece)):
                        if isinstance(event, BlockFinished):
                            fresh.append(event.block)
                        yield event
            if ended is None:
                raise EngineError("The engine ended the answer without saying why. Please ask again.")
            self._tally(
                generated_tokens=self.stats.generated_tokens + ended.generated,
                fed_tokens=self.stats.fed_tokens + ended.fed,
                generate_seconds=self.stats.generate_seconds + ended.generate_seconds,
            )
            if ended.reason == "aborted" or self._stopping:
                raise _Stopped
            if ended.reason == "context_full":
                raise _TurnOver(_CONTEXT_FULL, "context")
            if ended.reason == "length":
                raise _TurnOver("A part of the answer grew too long and was ended here.", "budget")
            for event in self._parsed(parser.stopped()):
                if isinstance(event, BlockFinished):
                    fresh.append(event.block)
                yield event
            pieces = []
            last = fresh[-1] if fresh else None
            if language.boxed_ends and any(b.kind is BlockKind.TEXT and boxed_answer(b.content) for b in fresh):
                return
            if last is None or last.kind is not BlockKind.CODE or (parser.ended and not language.runs_code_at_end):
                if last is None and not parser.ended:  # an empty block: nothing was said, so nothing will follow
                    raise _TurnOver("The model wrote nothing. Please ask in other words.", "model")
                if language.borders.stop_text:  # such a generation is the whole rest of a message
                    return
                continue
            if self.stats.code_blocks >= code_blocks:
                raise _TurnOver(f"The answer used all its {code_blocks} code blocks.", "budget")
            message_ended = parser.ended
            result: ExecutionResult | None = None
            async with aclosing(self._execute(last.content)) as execution:
                async for event in execution:
                    if isinstance(event, ExecutionFinished):
                        result = event.result
                    yield event
            if result is None:  # refused: shown with its reasons, and the turn is over
                return
            if result.status is ExecutionStatus.INTERRUPTED or self._stopping:
                raise _Stopped
            if result.status is ExecutionStatus.DIED:
                raise _TurnOver(result.message or "The process that ran the code ended.", "engine")
            failures_in_a_row = 0 if result.status is ExecutionStatus.OK else failures_in_a_row + 1
            if failures_in_a_row > self._budgets.repairs:
                raise _TurnOver("The code failed several times in a row, so the turn was ended here.", "budget")
            if message_ended and not language.own_message:  # the result belongs into the message that was ended
                await self._session.rewind(self._session.n_tokens - 1)
                message_ended = False
            pieces = language.result(result.block(), parser.written, ended=message_ended)
            parser.resume()

    def _parsed(self, found: Iterator[ParserEvent]) -> Iterator[Event]:
        """What a parser found, as events; finished blocks join the transcript."""
        for event in found:
            index = len(self.transcript.blocks)
            if isinstance(event, Opened):
                yield BlockStarted(index, event.kind)
            elif isinstance(event, Delta):
                yield TextDelta(index, event.text)
            elif isinstance(event, Closed):
                self.transcript = self.transcript.with_block(event.block)
                yield BlockFinished(index, event.block)

    def _block_tokens(self, language: Dialect) -> int:
        return self._budgets.block_tokens or language.limits.generation_tokens

    async def _execute(self, code: str) -> AsyncGenerator[Event, None]:
        """Run the code block that was just written; its result joins the transcript."""
        index = len(self.transcript.blocks) - 1
        verdict = self._verdict(code)
        if not verdict.allowed:
            yield ExecutionRefused(index, code, verdict)
            return
        number = self.stats.code_blocks
        self._tally(code_blocks=number + 1)
        yield ExecutionStarted(index, code)
        assert self._language is not None
        style = self._language.execution
        limits = self._budgets.execution
        if style.seconds is not None:
            limits = replace(limits, seconds=min(limits.seconds, style.seconds))
        request = ExecutionRequest(style.source(code), self.id, number, limits, dict(self.transcript.meta))
        outputs: asyncio.Queue[Output] = asyncio.Queue()
        self._executing = True
        started = time.perf_counter()
        running = asyncio.ensure_future(self._run_unless_stopped(request, outputs.put_nowait))
        try:
            while not running.done():
                waiting = asyncio.ensure_future(outputs.get())
                await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
                if waiting.done():
                    yield OutputReceived(index, waiting.result())
                else:
                    waiting.cancel()
            while not outputs.empty():
                yield OutputReceived(index, outputs.get_nowait())
            result = running.result()
            text, cut = style.feedback(result.text, result.status, result.cut)
            result = replace(result, text=text, cut=cut)
        finally:
            self._executing = False
            if not running.done():
                self._executor.interrupt()
                await asyncio.wait({running})
        self.transcript = self.transcript.with_block(result.block())
        self._tally(
            execute_seconds=self.stats.execute_seconds + time.perf_counter() - started,
            failed_blocks=self.stats.failed_blocks + (result.status is not ExecutionStatus.OK),
        )
        yield ExecutionFinished(index, result)

    async def _ending(self) -> AsyncIterator[Event]:
        """The final answer, if there is one: what the last text block boxes."""
        assert self._language is not None
        answer = self._language.answer(self.transcript.blocks)
        if not answer:
            return
        self.transcript = self.transcript.with_answer(answer)
        check = Check(passed=None)
        if self._checker is not None:
            started = time.perf_counter()
            read = normalise_question(self.question, decimal_comma=self._decimal_comma)  # as the model read it
            check = await self._or_stopped(self._checker(replace(self.transcript, question=read)))
            self._tally(check_seconds=time.perf_counter() - started)
        yield AnswerFound(answer, check)

    # -- helpers -------------------------------------------------------------------------------------------------------

    async def _run_unless_stopped(self, request: ExecutionRequest, on_output: OnOutput) -> ExecutionResult:
        if self._stopping:  # stopped between the model's last token and here, where nothing could be interrupted yet
            return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
        return await self._executor.run(request, on_output)

    def _verdict(self, code: str) -> Verdict:
        if self._run == "never":
            return Verdict(False, ("generated code is set to never run (%mathcoder config run guarded changes this)",))
        if self._run == "auto" or self._guard is None:
            return Verdict(True)
        return self._guard(code)

    def _why_no_answer(self) -> str:
        if self.transcript.answer is not None:
            return ""
        blocks = self.transcript.blocks
        if not blocks:
            return "The model gave no answer. Please ask in other words."
        if blocks[-1].kind is BlockKind.CODE:
            return "The code above was not run, so there is no answer yet."
        if not self.transcript.of_kind(BlockKind.CODE):
            return NOT_TRAINED
        return "The model ended without a final answer."

    def _provenance(self, facts: ModelFacts) -> Mapping[str, Any]:
        return {
            "turn": self.id,
            "model": facts.name,
            "model_sha256": facts.sha256,
            "dialect": facts.dialect,
            "seed": self._sampling.seed,
            "temperature": self._sampling.temperature,
        }

    def _keep_open_block(self, parser: Parser | None) -> None:
        """What was being written when the turn ended early belongs to the transcript too."""
        if parser is not None and (block := parser.open_block) is not None:
            self.transcript = self.transcript.with_block(block)

    def _tally(self, **changes: Any) -> None:
        self.stats = replace(self.stats, **changes)

    async def _or_stopped(self, work: Awaitable[_T]) -> _T:
        """The result of `work`, unless the turn is stopped first; then `work` is cancelled."""
        assert self._stop_event is not None
        if self._stopping:
            if isinstance(work, Coroutine):
                work.close()
            raise _Stopped
        task = asyncio.ensure_future(work)
        stopping = asyncio.ensure_future(self._stop_event.wait())
        try:
            await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise _Stopped
            return task.result()
        finally:
            stopping.cancel()
            task.cancel()


def _kind(error: Exception) -> Literal["model", "engine", "context", "budget", "question"]:
    if isinstance(error, _TurnOver):
        return error.kind
    if isinstance(error, ContextFull):
        return "context"
    return "model" if isinstance(error, ModelFileError | DialectError) else "engine"


async def solve(question: str, **options: Any) -> Transcript:
    """Play a turn to its end and return its transcript; for scripts that need no events. Options: those of `Turn`."""
    turn = Turn(question, **options)
    async for _ in turn.events():
        pass
    return turn.transcript
