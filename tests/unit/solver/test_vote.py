"""Voting: counting in order, early decisions, copies of variables, and the winner in the live namespace."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.process import ProcessSession
from mathcoder_kernel.engine.protocol import EngineDied, Sampling
from mathcoder_kernel.engine.scripted import ScriptedEngine
from mathcoder_kernel.execution.guard import judge
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionRequest, Executor
from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.execution_style import ExecutionStyle
from mathcoder_kernel.lce.text_dialect import TEXT_DIALECTS
from mathcoder_kernel.lce.transcript import Block, ExecutionStatus, Transcript
from mathcoder_kernel.solver.events import (
    AnswerFound,
    Check,
    Event,
    TurnFailed,
    TurnFinished,
    TurnStopped,
    VotesCounted,
    VoteWithdrawn,
)
from mathcoder_kernel.solver.vote import (
    Ballot,
    Counting,
    SharedRuns,
    VotedTurn,
    VoteExecutor,
    count,
    names_read,
    seed_of,
    settled,
)


@pytest.fixture(scope="module")
def pool() -> Any:
    executor = PoolExecutor(workers=2)
    yield executor
    executor.close()


@pytest.fixture
async def live(pool: PoolExecutor) -> AsyncIterator[Executor]:
    """What stands for the student's namespace."""
    async with pool.session() as executor:
        yield executor


def solution(value: str, code: str = "") -> tuple[Block, ...]:
    return (
        lce.text("We compute."),
        lce.code(code or value),
        lce.execution(value),
        lce.text(rf"So $\boxed{{{value}}}$."),
    )


def scripted(tmp_path: Path, solutions: Sequence[Sequence[Block]], **options: Any) -> ScriptedEngine:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([Transcript("any", tuple(blocks)).to_json() for blocks in solutions]))
    return ScriptedEngine(script, **{"tokens_per_second": 5000.0, **options})


async def play(turn: VotedTurn) -> list[Event]:
    return [event async for event in turn.events()]


def ballot(index: int, tokens: int, answer: str | None) -> Ballot:
    return Ballot(index, tokens, answer, Transcript("q"))


async def same(first: str, second: str) -> bool:
    return first == second


# --- counting ---------------------------------------------------------------------------------------------------------


def test_votes_are_counted_by_length_and_not_before_a_shorter_one_can_still_come() -> None:
    finished = [ballot(2, 90, "a"), ballot(0, 50, "b")]
    assert [b.index for b in settled(finished, {1: 40})] == []
    assert [b.index for b in settled(finished, {1: 50})] == [0]
    assert [b.index for b in settled(finished, {1: 91})] == [0, 2]


async def test_a_majority_that_cannot_be_reached_any_more_decides() -> None:
    counting = Counting(8, same)
    for index in range(4):
        await counting.add(ballot(index, index, "1"))
    assert not counting.decided
    await counting.add(ballot(4, 4, "1"))
    assert counting.decided


async def test_votes_without_an_answer_bring_the_decision_nearer() -> None:
    counting = await count([ballot(n, n, answer) for n, answer in enumerate(["1", "1", None])], 4, same)
    assert counting.decided
    assert [len(counting.winner), len(counting.without)] == [2, 1]


async def test_counting_ends_with_the_decision() -> None:
    counting = await count([ballot(n, n, "1") for n in range(8)], 8, same)
    assert counting.counted == 5


async def test_the_first_of_equals_wins() -> None:
    counting = await count([ballot(n, n, answer) for n, answer in enumerate("2112")], 4, same)
    assert counting.decided
    assert counting.winner[0].answer == "2"


def test_votes_of_neighbouring_seeds_have_no_seed_in_common() -> None:
    seeds = [seed_of(seed, index) for seed in range(50) for index in range(16)]
    assert len(set(seeds)) == len(seeds)
    assert all(0 <= seed < 2**32 for seed in seeds)


# --- what code reads --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("x + y", {"x", "y"}),
        ("x = 2\nx + y", {"y"}),
        ("x = x + 1", {"x"}),
        ("import math\nmath.sqrt(a)", {"a"}),
        ("[i * a for i in range(3)]", {"a", "range"}),
        ("def f(n):\n    return n * rate\nf(2)", {"rate"}),
        ("for k in range(n): total += k", {"n", "range", "total"}),
        ("not valid (", set()),
        ("y = a\nreturn y", set()),
        ("break", set()),
    ],
)
def test_names_that_code_reads_before_it_sets_them(code: str, read: set[str]) -> None:
    assert set(names_read(code)) - {"k"} == read


async def test_a_vote_starts_with_copies_of_the_variables_it_reads(pool: PoolExecutor) -> None:
    live: Mapping[str, Any] = {"a": 20, "m": math, "unused": open}
    asked: list[str] = []

    def snapshot(names: Any) -> dict[str, Any]:
        asked.extend(names)
        return {name: live[name] for name in names if name in live}

    executor = VoteExecutor(pool, snapshot)
    first = await executor.run(ExecutionRequest("a = a + 1\nm.floor(a / 2)"))
    second = await executor.run(ExecutionRequest("a"))
    await executor.close()
    assert (first.text, second.text) == ("10", "21")
    assert "unused" not in asked


async def test_what_cannot_be_copied_is_said(pool: PoolExecutor) -> None:
    executor = VoteExecutor(pool, lambda names: {name: (lambda: 1) for name in names if name == "f"})
    result = await executor.run(ExecutionRequest("f()"))
    await executor.close()
    assert "not available" in result.message
    assert "uses f of this notebook" in result.message


async def test_code_of_a_vote_that_ended_while_its_process_started_does_not_run(pool: PoolExecutor) -> None:
    class Slow:
        async def open_session(self) -> Any:
            session = await pool.open_session()
            executor.interrupt()
            return session

        async def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
            return await pool.call(target, args, seconds)

    executor = VoteExecutor(Slow(), None)
    result = await executor.run(ExecutionRequest("print('ran')"))
    await executor.close()
    assert (result.status, result.text) == (ExecutionStatus.INTERRUPTED, "")


@pytest.mark.parametrize(
    ("namespace", "seen"),
    [("shared", "live 3"), ("replayed", "live 3"), ("replayed silently", "live 3"), ("fresh", "")],
)
async def test_a_vote_runs_its_code_as_the_dialect_does(pool: PoolExecutor, namespace: Any, seen: str) -> None:
    style = ExecutionStyle(namespace=namespace, preamble="one = 1")
    executor = VoteExecutor(pool, lambda names: {n: "live" for n in names if n == "word"}, style)
    first = await executor.run(ExecutionRequest("n = one + 1\nprint(word, n)"))
    second = await executor.run(ExecutionRequest("n = n + one\nprint(word, n)"))
    await executor.close()
    assert first.text.strip() == "live 2"
    assert second.text.strip() == seen if seen else "name 'n' is not defined" in second.text


class Counted:
    """A pool that counts the processes it starts and the blocks they run."""

    def __init__(self, pool: PoolExecutor) -> None:
        self._pool = pool
        self.started = 0
        self.ran: list[str] = []

    async def open_session(self) -> Any:
        self.started += 1
        session = await self._pool.open_session()
        run = session.run

        async def noted(request: ExecutionRequest, on_output: Any = None) -> Any:
            self.ran.append(request.code)
            return await run(request, on_output)

        session.run = noted  # type: ignore[method-assign]
        return session

    async def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        return await self._pool.call(target, args, seconds)


async def test_votes_that_wrote_the_same_code_run_it_once(pool: PoolExecutor) -> None:
    counted, shared = Counted(pool), SharedRuns()
    votes = [VoteExecutor(counted, None, shared=shared) for _ in range(4)]
    first = await asyncio.gather(*(vote.run(ExecutionRequest("x = 6 * 7\nprint(x)")) for vote in votes))
    shown: list[Any] = []
    late = VoteExecutor(counted, None, shared=shared)
    last = await late.run(ExecutionRequest("x = 6 * 7\nprint(x)"), shown.append)
    assert {result.text.strip() for result in (*first, last)} == {"42"}
    assert [output["text"] for output in shown] == ["42\n"]
    assert (counted.started, len(counted.ran)) == (1, 1)
    for vote in (*votes, late):
        await vote.close()


async def test_a_vote_that_goes_on_otherwise_has_run_the_code_before(pool: PoolExecutor) -> None:
    counted, shared = Counted(pool), SharedRuns()
    one, other = VoteExecutor(counted, None, shared=shared), VoteExecutor(counted, None, shared=shared)
    for vote in (one, other):
        await vote.run(ExecutionRequest("x = 6"))
    assert (await one.run(ExecutionRequest("x = x + 1\nx"))).text == "7"
    assert (await other.run(ExecutionRequest("x = x * 7\nx"))).text == "42"
    assert (await other.run(ExecutionRequest("x"))).text == "42"
    assert (await one.run(ExecutionRequest("x"))).text == "7"
    assert counted.ran.count("x = 6") == 2
    for vote in (one, other):
        await vote.close()


async def test_code_that_may_give_something_else_each_time_is_run_by_every_vote(pool: PoolExecutor) -> None:
    counted, shared = Counted(pool), SharedRuns()
    votes = [VoteExecutor(counted, None, shared=shared) for _ in range(3)]
    code = "from numpy.random import default_rng\ndefault_rng().integers(10**9)"
    found = [(await vote.run(ExecutionRequest(code))).text for vote in votes]
    await asyncio.gather(*(vote.run(ExecutionRequest("1")) for vote in votes))  # nor what follows in its process
    assert len(set(found)) == 3
    assert (counted.started, len(counted.ran)) == (3, 6)
    for vote in votes:
        await vote.close()


async def test_code_that_calls_a_module_of_the_student_is_run_by_every_vote(pool: PoolExecutor) -> None:
    import time

    counted, shared = Counted(pool), SharedRuns()
    votes = [VoteExecutor(counted, lambda names: {"clock": time}, shared=shared) for _ in range(2)]
    for vote in votes:
        await vote.run(ExecutionRequest("clock.time()"))
        await vote.close()
    assert counted.started == 2


async def test_who_waits_for_the_run_of_a_vote_that_is_ended_is_told(pool: PoolExecutor) -> None:
    shared = SharedRuns()
    votes = [VoteExecutor(pool, None, shared=shared) for _ in range(3)]
    code = ExecutionRequest("n = 0\nwhile True:\n    n += 1")
    running = [asyncio.ensure_future(vote.run(code)) for vote in votes]
    await asyncio.sleep(0.5)
    for vote in votes:
        vote.interrupt()
    async with asyncio.timeout(30):
        results = await asyncio.gather(*running)
    assert all(result.status in (ExecutionStatus.DIED, ExecutionStatus.INTERRUPTED) for result in results)
    for vote in votes:
        await vote.close()


async def test_code_that_no_python_takes_is_an_error_of_that_vote_alone(pool: PoolExecutor) -> None:
    vote = VoteExecutor(pool, lambda names: {}, shared=SharedRuns())
    result = await vote.run(ExecutionRequest("x = 2\nreturn x"))
    assert (result.status, result.error) == (ExecutionStatus.ERROR, "SyntaxError")
    await vote.close()


async def test_the_run_of_a_vote_that_alone_is_ended_is_taken_over(pool: PoolExecutor) -> None:
    shared = SharedRuns()
    votes = [VoteExecutor(pool, None, shared=shared) for _ in range(3)]
    code = ExecutionRequest("n = 0\nwhile n < 10**7:\n    n += 1\nn")
    running = [asyncio.ensure_future(vote.run(code)) for vote in votes]
    await asyncio.sleep(0.1)
    votes[0].interrupt()
    async with asyncio.timeout(60):
        _, *others = await asyncio.gather(*running)
    assert {result.text for result in others} == {"10000000"}
    for vote in votes:
        await vote.close()


# --- whole turns ------------------------------------------------------------------------------------------------------


async def test_the_most_frequent_answer_is_shown_and_run(tmp_path: Path, pool: PoolExecutor, live: Executor) -> None:
    solutions = [solution("1/2", "x = 1/2\nprint('1/2')"), solution("9"), solution("0.5", "x = 0.5\nprint('0.5')")]
    engine = scripted(tmp_path, solutions)
    turn = VotedTurn("any", votes=5, pool=pool, engine=engine, executor=live)
    events = await play(turn)
    await engine.unload()
    final = [event for event in events if isinstance(event, VotesCounted)][-1]
    assert final.over
    assert final.counts[0].votes == 3
    answer = next(event for event in events if isinstance(event, AnswerFound))
    assert answer.value in ("1/2", "0.5")
    assert answer.check == Check(
        None, "agreement of votes", f"{final.counts[0].votes} of 5 votes agree, but nothing else confirms it"
    )
    assert (await live.run(ExecutionRequest("x == 0.5"))).text == "True"
    assert isinstance(events[-1], TurnFinished)
    assert turn.transcript.meta["votes"] == {"of": 5, "for": 3}


@pytest.mark.parametrize("name", [language.name for language in TEXT_DIALECTS])
async def test_models_that_write_plain_text_vote(tmp_path: Path, pool: PoolExecutor, live: Executor, name: str) -> None:
    await live.run(ExecutionRequest("seen = 6"))
    engine = scripted(tmp_path, [solution("5", "print(seen)")], dialect=name)
    agreed = VotedTurn("any", votes=2, pool=pool, engine=engine, executor=live, snapshot=lambda names: {"seen": 6})
    events = await play(agreed)
    assert isinstance(events[-1], TurnFinished)
    assert agreed.transcript.meta["votes"] == {"of": 2, "for": 2}
    assert agreed.transcript.answer == "5"
    differing = VotedTurn("any", votes=2, pool=pool, engine=engine, executor=live, snapshot=lambda names: {"seen": 5})
    events = await play(differing)
    await engine.unload()
    assert [type(event) for event in events].count(VoteWithdrawn) == 1
    assert isinstance(events[-1], TurnFinished)
    assert [block.content.strip() for block in differing.transcript.blocks] == [
        "We compute.",
        "print(seen)",
        "6",
        r"So $\boxed{5}$.",
    ]


async def test_the_code_of_votes_has_a_guard_of_its_own(tmp_path: Path, pool: PoolExecutor, live: Executor) -> None:
    engine = scripted(tmp_path, [solution("0", "import os\nos.system('true')")])
    turn = VotedTurn(
        "any", votes=2, pool=pool, engine=engine, executor=live, run="auto", votes_guard=judge, votes_run="guarded"
    )
    events = await play(turn)
    await engine.unload()
    assert isinstance(events[-1], TurnFailed)
    assert "None of the 2 votes came to an answer" in events[-1].reason


async def test_votes_that_are_no_longer_needed_are_ended(tmp_path: Path, pool: PoolExecutor, live: Executor) -> None:
    endless = (lce.text("word " * 4000),)
    engine = scripted(tmp_path, [solution("7"), solution("7"), solution("7"), endless], tokens_per_second=400.0)
    async with asyncio.timeout(60):
        events = await play(VotedTurn("any", votes=4, pool=pool, engine=engine, executor=live))
    await engine.unload()
    final = [event for event in events if isinstance(event, VotesCounted)][-1]
    assert (final.counts[0].votes, final.missing) == (3, 1)


async def test_a_vote_that_the_live_run_contradicts_is_withdrawn(
    tmp_path: Path, pool: PoolExecutor, live: Executor
) -> None:
    await live.run(ExecutionRequest("seen = 6"))
    engine = scripted(tmp_path, [solution("5", "seen")])
    turn = VotedTurn("any", votes=2, pool=pool, engine=engine, executor=live, snapshot=lambda names: {"seen": 5})
    events = await play(turn)
    await engine.unload()
    withdrawn = next(event for event in events if isinstance(event, VoteWithdrawn))
    assert (withdrawn.voted, withdrawn.found) == ("5", "6")
    assert [block.content for block in turn.transcript.blocks][-2] == "6"
    answer = next(event for event in events if isinstance(event, AnswerFound))
    assert "votes" not in answer.check.detail
    assert "votes" not in turn.transcript.meta


async def test_an_engine_that_fails_while_votes_begin_ends_the_turn_with_its_sentence(
    tmp_path: Path, pool: PoolExecutor, live: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = scripted(tmp_path, [solution("7")])
    forks: list[ProcessSession] = []
    closed: list[ProcessSession] = []
    fork, close = ProcessSession.fork, ProcessSession.close

    async def failing(self: ProcessSession) -> ProcessSession:
        if len(forks) == 2:
            raise EngineDied("The engine was stopped by the system.")
        forks.append(await fork(self))
        return forks[-1]

    async def noted(self: ProcessSession) -> None:
        closed.append(self)
        await close(self)

    monkeypatch.setattr(ProcessSession, "fork", failing)
    monkeypatch.setattr(ProcessSession, "close", noted)
    events = await play(VotedTurn("any", votes=4, pool=pool, engine=engine, executor=live))
    await engine.unload()
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].reason == "The engine was stopped by the system."
    assert set(forks) < set(closed)


async def test_votes_that_came_to_nothing_end_with_the_reason(
    tmp_path: Path, pool: PoolExecutor, live: Executor
) -> None:
    engine = scripted(tmp_path, [solution("1", "open('a', 'w')")])
    events = await play(VotedTurn("any", votes=3, pool=pool, engine=engine, executor=live, guard=judge))
    await engine.unload()
    failed = events[-1]
    assert isinstance(failed, TurnFailed)
    assert failed.reason.startswith("None of the 3 votes came to an answer")


async def test_a_stop_ends_all_votes(tmp_path: Path, pool: PoolExecutor, live: Executor) -> None:
    engine = scripted(tmp_path, [solution("1", "import time\ntime.sleep(60)")])
    turn = VotedTurn("any", votes=4, pool=pool, engine=engine, executor=live)
    asyncio.get_running_loop().call_later(1.0, turn.stop)
    async with asyncio.timeout(30):
        events = await play(turn)
    assert isinstance(events[-1], TurnStopped)
    await engine.unload()


async def test_the_same_seed_gives_the_same_votes_and_another_seed_others(
    model_path: Path, pool: PoolExecutor, live: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    engine = LlamaEngine(model_path, n_threads=1)
    found = []
    for seed in (3, 3, 4):
        turn = VotedTurn(
            "Tell me something about seven green kites.",
            votes=6,
            pool=pool,
            engine=engine,
            executor=live,
            sampling=Sampling(temperature=2.0, seed=seed),
        )
        counts = [event for event in await play(turn) if isinstance(event, VotesCounted)]
        found.append((counts[-1], [(vote.index, vote.tokens) for vote in turn.votes_cast], turn.transcript.blocks))
    await engine.unload()
    assert found[0][0] == found[1][0]
    assert found[0][2] == found[1][2]
    assert found[0] != found[2]


async def test_the_prompt_is_evaluated_once_for_all_votes(
    model_path: Path, pool: PoolExecutor, live: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    engine = LlamaEngine(model_path, n_threads=1)
    turn = VotedTurn("What is 12% of 50?", votes=4, pool=pool, engine=engine, executor=live)
    await play(turn)
    counters = await engine.counters()
    await engine.unload()
    assert counters["again"] == 0
    executed = sum(vote.stats.fed_tokens for vote in turn.votes_cast)
    assert counters["evaluated"] - counters["generated"] <= turn.stats.prompt_tokens + executed
    assert counters["evaluated"] < counters["generated"]  # what votes write alike, too
