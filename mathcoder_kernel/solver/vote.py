"""Voting (self-consistency, arXiv 2203.11171): several answers are sampled, the most frequent one is shown and run.

All votes share the evaluated prompt and decode side by side in one context; each runs its code in a throw-away process
of the pool, which starts with copies of the variables that the code reads, while the others go on decoding. What votes
have in common costs once: the engine evaluates what several wrote alike only for the first, and code that certainly
gives the same again (`repeatable`) is run by the first that comes to it. Counting
ends as soon as no other answer can win. Then the shortest transcript of the winning answer is shown block by block, its
code runs in the live executor, and if that gives something else than it gave in the vote, the vote is withdrawn and the
model goes on from what the live run gave.

The same seed gives the same votes, the same count and the same transcript, since votes are counted in the order of
their lengths in tokens and not of their times: a decision waits for shorter votes that are still being written, though
no longer than PATIENCE_SECONDS if they can change nothing but the count and whose transcript of the answer is shown. On
CPUs the engine sees to it that a vote's numbers do not depend on what else is decoded; on other devices and on servers
rounding may. A dialect of plain text may end a part in the middle of a token: what is dropped and written anew changes
the order in the cache, and with it the last digits of other votes.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import dis
import pickle
import time
import types
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from mathcoder_kernel.engine.protocol import EngineError, Generated, ModelFacts, Sampling, Session, Tokens
from mathcoder_kernel.execution.protocol import (
    ExecutionRequest,
    ExecutionResult,
    Executor,
    Guard,
    OnOutput,
)
from mathcoder_kernel.lce.dialect import Borders, Dialect, Piece
from mathcoder_kernel.lce.execution_style import ExecutionStyle
from mathcoder_kernel.lce.parser import Parser
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus, Transcript
from mathcoder_kernel.solver.checking.linking import same_output
from mathcoder_kernel.solver.checking.symbolic import equivalent
from mathcoder_kernel.solver.events import (
    AnswerFound,
    BlockFinished,
    BlockStarted,
    Check,
    Count,
    Event,
    ExecutionFinished,
    ExecutionRefused,
    TextDelta,
    TurnFailed,
    TurnFinished,
    VotesCounted,
    VoteWithdrawn,
)
from mathcoder_kernel.solver.repeatable import repeatable, repeatable_value
from mathcoder_kernel.solver.turn import RunMode, Turn, _Stopped, _TurnOver

MOST = 16  # votes: what one context decodes side by side
TEMPERATURE = 0.7  # of votes, where none is set: at 0 all of them would be the same
PATIENCE_SECONDS = 2.0  # a decision that nothing can change waits so long for an exact count
COMPARE_SECONDS = 5.0  # for algebra between two answers

Snapshot = Callable[[Collection[str]], Mapping[str, Any]]
"""The values of those of the names that exist in the live namespace."""

Same = Callable[[str, str], Awaitable[bool]]
"""Whether two answers are certainly the same."""


class Pool(Protocol):
    """What voting needs of a pool."""

    async def open_session(self) -> PoolNamespace:
        """A namespace of its own, to be closed by the caller."""
        ...

    async def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        """Call `module:function` in a killable child."""
        ...


class PoolNamespace(Executor, Protocol):
    """An executor that takes copies of values."""

    async def put(self, snapshot: Mapping[str, Any]) -> None:
        """Copy values into the namespace; raises RuntimeError with a sentence where that is not possible."""
        ...

    def kill(self) -> None:
        """End the process at once; a block that runs or waits ends with status `died`."""
        ...


# --- counting ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ballot:
    """A finished vote. `answer` is None where it came to none; `reason` then says why."""

    index: int
    tokens: int  # that the model wrote for it
    answer: str | None
    transcript: Transcript
    reason: str = ""

    @property
    def key(self) -> tuple[int, int]:
        """Votes are counted in this order."""
        return self.tokens, self.index


def settled(finished: Sequence[Ballot], running: Mapping[int, int]) -> list[Ballot]:
    """The finished votes, in order, before which no running one can come (`running`: tokens written so far)."""
    first = min(((tokens, index) for index, tokens in running.items()), default=None)
    return sorted((b for b in finished if first is None or b.key < first), key=lambda ballot: ballot.key)


class Counting:
    """Answers and who gave them, in the order in which they are added."""

    def __init__(self, votes: int, same: Same, *, all_votes: bool = False) -> None:
        self.votes = votes
        self._all = all_votes
        self.counted = 0
        self.groups: list[list[Ballot]] = []
        self.without: list[Ballot] = []
        self._same = same

    async def add(self, ballot: Ballot) -> None:
        """Count one more vote."""
        self.counted += 1
        if ballot.answer is None:
            self.without.append(ballot)
            return
        for group in self.groups:
            assert group[0].answer is not None
            if await self._same(group[0].answer, ballot.answer):
                group.append(ballot)
                return
        self.groups.append([ballot])

    @property
    def winner(self) -> list[Ballot]:
        """The votes for the leading answer; of equals, the one that came first. Empty before there is one."""
        return max(self.groups, key=len, default=[])

    @property
    def decided(self) -> bool:
        """Whether the votes that are still missing can change nothing."""
        left = self.votes - self.counted
        sizes = sorted((len(group) for group in self.groups), reverse=True)
        return not left or (not self._all and bool(sizes) and sizes[0] > sum(sizes[1:2]) + left)

    def event(self, *, over: bool = False) -> VotesCounted:
        """What views show of it."""
        ordered = sorted(self.groups, key=len, reverse=True)
        counts = tuple(Count(str(group[0].answer), len(group)) for group in ordered)
        return VotesCounted(counts, self.votes, self.votes - self.counted, len(self.without), over)


async def count(ballots: Sequence[Ballot], votes: int, same: Same, *, all_votes: bool = False) -> Counting:
    """Count in the given order until it is decided, or with `all_votes` until none is missing."""
    counting = Counting(votes, same, all_votes=all_votes)
    for ballot in ballots:
        await counting.add(ballot)
        if counting.decided:
            break
    return counting


def seed_of(seed: int, index: int) -> int:
    """The seed of one vote, far from those of a neighbouring `seed`, whose votes would else be nearly the same ones
    (multiplying by 2^32 over the golden ratio spreads small numbers most evenly)."""
    return (seed * 0x9E3779B1 + index) % 2**32


# --- a vote -----------------------------------------------------------------------------------------------------------


def names_read(code: str) -> Iterator[str]:
    """Global names that `code` reads before it sets them itself, statement by statement; none for invalid code."""
    try:
        blocks = [compile(ast.Module([statement], []), "<block>", "exec") for statement in ast.parse(code).body]
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # running it tells; `return x` parses
        return
    known: set[str] = set()
    for block in blocks:
        read, written = _names(block)
        yield from sorted(read - known)
        known |= read | written


def _names(code: types.CodeType) -> tuple[set[str], set[str]]:
    read, written = set(), set()
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL"):
            read.add(instruction.argval)
        elif instruction.opname in ("STORE_NAME", "STORE_GLOBAL"):
            written.add(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            inner = _names(constant)
            read |= inner[0]
            written |= inner[1]
    return read, written


SharedRuns = dict[tuple[str, ...], "asyncio.Future[ExecutionResult]"]
"""Results that votes share: of the last of these blocks after the others."""


class VoteExecutor:
    """Runs the blocks of one vote in a pool process that is started with the first of them, or with each of them where
    the dialect's `style` says so.

    Before a block runs, the variables it reads are copied from the live namespace, once each, unless the vote's own
    code has set them. A module is imported there. Where something cannot be copied the block does not run, and its
    result says that voting is not available for it.

    Blocks that another vote has run or is running, after the same blocks, are not run again if they are `repeatable`:
    the result is taken from `shared`. A vote that goes on otherwise runs them in its own process first.
    """

    def __init__(
        self,
        pool: Pool,
        snapshot: Snapshot | None,
        style: ExecutionStyle | None = None,
        shared: SharedRuns | None = None,
    ) -> None:
        self._pool, self._snapshot, self._style = pool, snapshot, style or ExecutionStyle()
        self._shared = shared  # None as soon as a block cannot be
        self._blocks: tuple[str, ...] = ()
        self._done = 0  # how many of them the process has run
        self._session: PoolNamespace | None = None
        self._known: set[str] = set()
        self._over = False

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """See `Executor.run`."""
        earlier, self._blocks = self._blocks, (*self._blocks, request.code)
        if self._shared is None or not self._repeatable(request.code):
            self._shared = None
            return await self._run(earlier, request, on_output)
        key = self._blocks
        while (running := self._shared.get(key)) is not None:
            result = await asyncio.shield(running)
            if self._over:
                return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
            if self._shared.get(key) is running:
                if on_output is not None:
                    for output in result.outputs:
                        on_output(output)
                return result
        ours = self._shared[key] = asyncio.get_running_loop().create_future()
        result = ExecutionResult(ExecutionStatus.INTERRUPTED, "")
        try:
            result = await self._run(earlier, request, on_output)
        finally:
            if self._over or result.status is ExecutionStatus.INTERRUPTED:
                del self._shared[key]  # ended before its end: the next one that waits runs it
            ours.set_result(result)
        return result

    def _repeatable(self, code: str) -> bool:
        if not repeatable(code):
            return False
        values = {} if self._snapshot is None else self._snapshot(list(names_read(code)))
        return all(repeatable_value(value) for value in values.values())

    async def _run(
        self, earlier: Sequence[str], request: ExecutionRequest, on_output: OnOutput | None
    ) -> ExecutionResult:
        *before, code = self._style.sources(earlier, request.code)
        try:
            if self._session is None or self._style.namespace != "shared":
                await self.close()
                self._session, self._known, self._done = await self._pool.open_session(), set(), 0
                if self._over:  # since the process began to start, when there was nothing to kill
                    return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
            else:
                before = []  # the preamble stands already
            if self._style.namespace == "shared":  # what other votes have run for this one
                before += [self._style.source(block) for block in earlier[self._done :]]
            for source in before:
                await self._copy(list(names_read(source)))
                await self._session.run(replace(request, code=source))
            await self._copy(list(names_read(code)))
        except (OSError, RuntimeError) as error:
            message = f"Voting is not available for this question: {error}."
            return ExecutionResult(ExecutionStatus.DIED, "", message=message)
        self._done = len(earlier) + 1
        return await self._session.run(replace(request, code=code), on_output)

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        """See `Executor.variables`; the prompt is prepared with the live namespace."""
        return {}

    def interrupt(self) -> None:
        """End the vote's process: nothing in it is needed any more, and code may be deaf to an interrupt."""
        self._over = True
        if self._session is not None:
            self._session.kill()

    async def close(self) -> None:
        """See `Executor.close`."""
        if self._session is not None:
            await self._session.close()

    async def _copy(self, names: Sequence[str]) -> None:
        assert self._session is not None
        missing = [name for name in names if name not in self._known]
        self._known.update(names)
        if self._snapshot is None or not missing:
            return
        own = await self._session.variables(missing)
        values = dict(self._snapshot([name for name in missing if name not in own]))
        modules = {name: value.__name__ for name, value in values.items() if isinstance(value, types.ModuleType)}
        if modules:
            lines = [f"{name} = __import__('importlib').import_module({m!r})" for name, m in modules.items()]
            await self._session.run(ExecutionRequest("\n".join(lines)))
        copied = {name: value for name, value in values.items() if name not in modules}
        if not copied:
            return
        if wrong := [name for name, value in copied.items() if not _can_be_copied(value)]:
            raise RuntimeError(f"the code uses {_listed(wrong)} of this notebook, which cannot be copied")
        try:
            await self._session.put(copied)
        except RuntimeError as error:
            raise RuntimeError(
                f"the code uses {_listed(list(copied))} of this notebook, which cannot be copied ({error})"
            ) from error


def _can_be_copied(value: Any) -> bool:
    if getattr(value, "__module__", None) == "__main__" or type(value).__module__ == "__main__":
        return False  # the student's own functions and classes: pickles of them hold only the name
    try:
        pickle.dumps(value)
    except Exception:  # pickling may raise anything
        return False
    return True


class _Fork:
    """The session of a vote: it counts what the model writes, and stays open until all votes are over.

    Cells of the cache that become free in between would be reused out of order, and the last digits of other votes'
    numbers would depend on when this one ended.
    """

    def __init__(self, session: Session, on_change: Callable[[], None]) -> None:
        self._session, self._on_change = session, on_change
        self.written = 0  # tokens
        self.count, self.begin, self.rewind = session.count, session.begin, session.rewind
        self.fork, self.stop = session.fork, session.stop

    @property
    def n_tokens(self) -> int:
        return self._session.n_tokens

    @property
    def ids(self) -> tuple[int, ...]:
        return self._session.ids

    async def generate(
        self, pieces: Sequence[Piece], borders: Borders, *, max_tokens: int, sampling: Sampling
    ) -> AsyncIterator[Generated]:
        generation = self._session.generate(pieces, borders, max_tokens=max_tokens, sampling=sampling)
        async for event in generation:
            if isinstance(event, Tokens):
                self.written += event.count
                self._on_change()
            yield event

    async def close(self) -> None:
        """Not yet."""

    async def really_close(self) -> None:
        await self._session.close()


class _Vote(Turn):
    """One vote: a turn on a session that holds the prompt already."""

    def __init__(self, index: int, question: str, fork: _Fork, *, executor: VoteExecutor, **options: Any) -> None:
        super().__init__(question, executor=executor, **options)
        self.index, self.fork, self.executor = index, fork, executor

    @property
    def tokens(self) -> int:
        """Tokens that the model has written so far."""
        return self.fork.written

    async def _opened(self) -> Session:
        return self.fork

    async def _prompt(self, question: str, facts: ModelFacts, language: Dialect) -> tuple[list[Piece], str]:
        return [], ""

    async def cast(self) -> Ballot:
        """Play the turn to its end."""
        answer, reason = None, ""
        async for event in self.events():
            match event:
                case AnswerFound():
                    answer = event.value
                case ExecutionRefused():
                    reason = "; ".join(event.verdict.reasons) or reason
                case TurnFailed() | TurnFinished():
                    reason = reason or event.reason
                case _:
                    pass
        return Ballot(self.index, self.tokens, answer, self.transcript, "" if answer else reason)


# --- the turn ---------------------------------------------------------------------------------------------------------


class VotedTurn(Turn):
    """A turn whose answer is the most frequent of `votes` sampled ones.

    `snapshot` gives the live values that votes may copy (None: votes see no variables). `votes_guard` and `votes_run`
    are for the code of the votes, where these differ from those of the answer that is shown. Others: see `Turn`.
    With `all_votes` no vote is ended early. A sampling temperature of 0 is replaced by TEMPERATURE.
    """

    def __init__(
        self,
        question: str,
        *,
        votes: int,
        pool: Pool,
        snapshot: Snapshot | None = None,
        all_votes: bool = False,
        votes_guard: Guard | None = None,
        votes_run: RunMode | None = None,
        sampling: Sampling | None = None,
        **options: Any,
    ) -> None:
        if not 2 <= votes <= MOST:
            raise ValueError(f"votes must be from 2 to {MOST}, not {votes}")
        sampling = sampling or Sampling()
        if sampling.temperature <= 0:
            sampling = replace(sampling, temperature=TEMPERATURE)
        super().__init__(question, sampling=sampling, **options)
        self.votes = votes
        self._pool, self._snapshot, self._all_votes = pool, snapshot, all_votes
        self._votes_guard, self._votes_run = votes_guard or self._guard, votes_run or self._run
        self.votes_cast: list[_Vote] = []
        self._compared: dict[tuple[str, str], bool] = {}
        self._agreed = ""  # "7 of 8 votes agree", while the vote stands

    async def _opened(self) -> Session:
        return await self._engine.open(forks=True)

    def stop(self) -> None:
        """See `Turn.stop`."""
        super().stop()
        for vote in self.votes_cast:
            vote.stop()

    async def _blocks(
        self, pieces: list[Piece], language: Dialect, parser: Parser, started: float
    ) -> AsyncGenerator[Event, None]:
        counting = Counting(self.votes, self._same, all_votes=self._all_votes)
        async for counting in self._vote(pieces, language):
            yield counting.event(over=counting.decided)
        winner = counting.winner
        if not winner:
            reason = Counter(ballot.reason for ballot in counting.without).most_common(1)[0][0]
            raise _TurnOver(f"None of the {self.votes} votes came to an answer. {reason}".strip(), "model")
        self._agreed = f"{len(winner)} of {self.votes} votes agree"
        meta = {**self.transcript.meta, "votes": {"of": self.votes, "for": len(winner)}}
        self.transcript = replace(self.transcript, meta=meta)
        self._tally(first_token_seconds=time.perf_counter() - started)
        blocks = winner[0].transcript.blocks
        asked = len(language.written(self.transcript.blocks))  # pieces that the session has
        for block, after in zip(blocks, [*blocks[1:], None], strict=True):
            if block.kind is BlockKind.EXECUTION:
                continue
            index = len(self.transcript.blocks)
            yield BlockStarted(index, block.kind)
            yield TextDelta(index, block.content)
            self.transcript = self.transcript.with_block(block)
            yield BlockFinished(index, block)
            if block.kind is not BlockKind.CODE or after is None or after.kind is not BlockKind.EXECUTION:
                continue
            result: ExecutionResult | None = None
            async for event in self._execute(block.content):
                if isinstance(event, ExecutionFinished):
                    result = event.result
                yield event
            if result is None:  # not run: shown with the reasons, and the turn is over
                return
            if result.status is ExecutionStatus.INTERRUPTED or self._stopping:
                raise _Stopped
            if result.status is ExecutionStatus.DIED:
                raise _TurnOver(result.message or "The process that ran the code ended.", "engine")
            if result.status is not after.status or not same_output(after.content, result.text):
                self._agreed = ""
                meta.pop("votes")
                self.transcript = replace(self.transcript, meta=meta)
                yield VoteWithdrawn(index, after.content, result.text)
                pieces = language.written(self.transcript.blocks)[asked:]
                async for event in super()._blocks(pieces, language, parser, started):
                    yield event
                return

    async def _vote(self, pieces: list[Piece], language: Dialect) -> AsyncGenerator[Counting, None]:
        """The count whenever it has changed, the last one decided; the session holds the prompt afterwards."""
        session = self._session
        assert session is not None
        async for _ in session.generate(pieces, language.borders, max_tokens=0, sampling=self._sampling):
            pass
        began = time.perf_counter()
        changed = asyncio.Event()
        shared: SharedRuns = {}
        tasks: dict[asyncio.Future[Ballot], _Vote] = {}
        counting = Counting(self.votes, self._same, all_votes=self._all_votes)
        deadline: float | None = None
        try:
            for index in range(self.votes):
                if self._stopping:
                    raise _Stopped
                fork = _Fork(await session.fork(), changed.set)
                self.votes_cast.append(self._new_vote(index, language, fork, shared))
            tasks |= {asyncio.ensure_future(vote.cast()): vote for vote in self.votes_cast}
            for task in tasks:
                task.add_done_callback(lambda _: changed.set())
            yield counting
            while not counting.decided:
                await self._news(changed, deadline)
                if self._stopping:  # the votes were stopped too, and say nothing
                    raise _Stopped
                finished = [task.result() for task in tasks if task.done()]
                running = {vote.index: vote.tokens for task, vote in tasks.items() if not task.done()}
                before, counting = counting, await self._count(settled(finished, running))
                if not counting.decided:
                    certain = await self._count(settled(finished, {}))
                    if certain.decided:  # the rest would only make the count exact
                        deadline = deadline or time.perf_counter() + PATIENCE_SECONDS
                        if time.perf_counter() >= deadline:
                            counting = certain
                if counting.counted > before.counted:
                    yield counting
        finally:
            for vote in self.votes_cast:
                vote.stop()
            try:
                await asyncio.gather(*tasks, return_exceptions=True)
            finally:  # also where a second Stop comes while they end
                for vote in self.votes_cast:  # a turn that ends with an error says that one
                    with contextlib.suppress(EngineError, OSError):
                        await vote.executor.close()
                    with contextlib.suppress(EngineError, OSError):
                        await vote.fork.really_close()
            self._tally(
                generated_tokens=self.stats.generated_tokens + sum(vote.tokens for vote in self.votes_cast),
                fed_tokens=self.stats.fed_tokens + sum(vote.stats.fed_tokens for vote in self.votes_cast),
                generate_seconds=self.stats.generate_seconds + time.perf_counter() - began,
            )

    def _new_vote(self, index: int, language: Dialect, fork: _Fork, shared: SharedRuns) -> _Vote:
        return _Vote(
            index,
            self.question,
            fork,
            engine=self._engine,
            executor=VoteExecutor(self._pool, self._snapshot, language.execution, shared),
            budgets=self._budgets,
            sampling=replace(self._sampling, seed=seed_of(self._sampling.seed, index)),
            guard=self._votes_guard,
            run=self._votes_run,
            decimal_comma=self._decimal_comma,
        )

    async def _news(self, changed: asyncio.Event, deadline: float | None) -> None:
        """Wait until a vote has got further, or for the deadline."""
        left = None if deadline is None else max(0.0, deadline - time.perf_counter())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._or_stopped(changed.wait()), left)
        changed.clear()

    async def _count(self, ballots: Sequence[Ballot]) -> Counting:
        return await count(ballots, self.votes, self._same, all_votes=self._all_votes)

    async def _same(self, first: str, second: str) -> bool:
        """Whether two answers are the same; remembered, since votes are counted again and again."""
        if (first, second) not in self._compared:
            comparison = await equivalent(first, second, pool=self._pool, seconds=COMPARE_SECONDS)
            self._compared[first, second] = comparison.equal is True
        return self._compared[first, second]

    async def _ending(self) -> AsyncIterator[Event]:
        """See `Turn._ending`. Agreement is said beside the answer, but is no check: a model may err eight times."""
        async for event in super()._ending():
            if isinstance(event, AnswerFound) and event.check.passed is None and self._agreed:
                detail = f"{self._agreed}, but nothing else confirms it"
                event = AnswerFound(event.value, Check(None, "agreement of votes", detail))
            yield event


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
