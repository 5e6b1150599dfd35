"""One model, many conversations: what is fed, generated, evaluated, forgotten and shared."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import ContextFull, Ended, EngineError, ModelFileError, Sampling, Session, Tokens
from mathcoder_kernel.lce.dialect import Borders, Marker, Piece
from tests.unit.engine.conftest import DIALECT, FREE, GREEDY, prompt, result, run

QUESTION = "Solve 2x + 3 = 11 for x."


async def test_loading_tells_what_the_model_is(engine: LlamaEngine, model_path: Path) -> None:
    facts = await engine.load()
    assert facts.dialect == "mathcoder"
    assert facts.n_params > 1_000_000
    assert facts.size_bytes == model_path.stat().st_size
    assert len(facts.sha256) == 64
    assert engine.loaded


async def test_a_block_ends_with_its_marker(engine: LlamaEngine) -> None:
    session = await engine.open()
    pieces, ended = await run(session, prompt(QUESTION))
    assert pieces[0] in (Marker("<|text|>"), Marker("<|code|>"))
    assert isinstance(pieces[1], str)
    assert ended.reason == "stop"
    assert pieces[-1] == Marker("<|endofblock|>")


async def test_tokens_arrive_while_others_are_still_decoded(large_model: Path) -> None:
    engine = LlamaEngine(large_model, n_threads=1)
    session = await engine.open()
    batches = [
        event.count
        async for event in session.generate(prompt("hello"), FREE, max_tokens=40, sampling=GREEDY)
        if isinstance(event, Tokens)
    ]
    await engine.unload()
    assert batches[0] == 1  # the first at once
    assert sum(batches) == 40
    assert len(batches) > 3


async def test_joined_pieces_are_the_text_of_the_ids(engine: LlamaEngine) -> None:
    session = await engine.open()
    question = prompt("Was ist 3 × (4 − 2)² ≤ 20? 🙂")
    n_prompt = await session.count(question)
    pieces, _ = await run(session, question)
    fresh = session.ids[n_prompt:]
    again = await engine.open(session.ids[:n_prompt])
    assert await again.count(pieces) <= len(fresh)
    same, _ = await run(again, [])
    assert same == pieces


async def test_an_uninterrupted_turn_evaluates_no_token_twice(engine: LlamaEngine) -> None:
    session = await engine.open()
    await run(session, prompt(QUESTION))
    await run(session, [])
    await run(session, result("4"))
    await run(session, [])
    counters = await engine.counters()
    assert counters["again"] == 0
    assert counters["evaluated"] == session.n_tokens - 1  # the last marker is evaluated when more is fed


async def test_going_back_evaluates_at_most_one_token_twice(engine: LlamaEngine) -> None:
    session = await engine.open()
    question = prompt(QUESTION)
    n_prompt = await session.count(question)
    first, _ = await run(session, question)
    await session.rewind(n_prompt)
    assert session.n_tokens == n_prompt
    again, _ = await run(session, [])
    assert again == first
    assert (await engine.counters())["again"] == 1


async def test_going_back_and_feeding_something_else_evaluates_nothing_twice(engine: LlamaEngine) -> None:
    session = await engine.open()
    await run(session, prompt(QUESTION))
    await session.rewind(5)
    await run(session, prompt("What is 2 + 2?"))
    assert (await engine.counters())["again"] == 0


async def test_greedy_tokens_are_the_same_after_rebuilding_from_ids(engine: LlamaEngine) -> None:
    first = await engine.open()
    await run(first, prompt(QUESTION))
    ids = first.ids
    expected, _ = await run(first, [])
    second = await engine.open(ids)
    assert (await run(second, []))[0] == expected
    assert second.ids == first.ids


async def test_a_fork_goes_on_as_its_parent(engine: LlamaEngine) -> None:
    parent = await engine.open()
    await run(parent, prompt(QUESTION))
    twin = await parent.fork()
    evaluated = (await engine.counters())["evaluated"]
    theirs, _ = await run(twin, [])
    assert (await engine.counters())["evaluated"] - evaluated < twin.n_tokens - parent.n_tokens + 2  # prefix is shared
    ours, _ = await run(parent, [])
    assert theirs == ours
    assert twin.ids == parent.ids


async def test_feeding_without_generating_prepares_a_prefix_to_fork_from(engine: LlamaEngine) -> None:
    trunk = await engine.open()
    _, ended = await run(trunk, prompt(QUESTION), max_tokens=0)
    assert (ended.reason, ended.generated) == ("length", 0)
    twins = [await trunk.fork() for _ in range(3)]
    answers = await asyncio.gather(*(run(twin, []) for twin in twins))
    assert answers[0][0] == answers[1][0] == answers[2][0]
    assert (await engine.counters())["again"] == 0


async def test_what_a_fork_writes_does_not_depend_on_when_the_others_write(engine: LlamaEngine) -> None:
    """Also after and between conversations without forks, which have another kind of cache."""

    async def late(session: Session, number: int, seconds: float) -> list[Piece]:
        await asyncio.sleep(seconds)
        sampling = Sampling(temperature=2.0, top_k=0, seed=number)
        first, _ = await run(session, [], FREE, max_tokens=60, sampling=sampling)
        await asyncio.sleep(seconds)
        second, _ = await run(session, result("6"), FREE, max_tokens=60, sampling=sampling)
        return [*first, *second]

    found = []
    for pause in (0.0, 0.01, 0.03):
        alone = await engine.open()
        await run(alone, prompt(QUESTION))
        await alone.close()
        trunk = await engine.open(forks=True)
        await run(trunk, prompt(QUESTION), max_tokens=0)
        forks = [await trunk.fork() for _ in range(6)]
        found.append(await asyncio.gather(*(late(fork, n, n * pause) for n, fork in enumerate(forks))))
        for session in (*forks, trunk):
            await session.close()
    assert found[0] == found[1] == found[2]
    assert (await engine.counters())["again"] == 0


async def test_what_forks_write_alike_is_evaluated_once(engine: LlamaEngine) -> None:
    """Also where they come later, or go on after the same result at another time."""

    async def late(session: Session, seconds: float) -> list[Piece]:
        await asyncio.sleep(seconds)
        first, _ = await run(session, [], FREE, max_tokens=40)
        await asyncio.sleep(seconds)
        second, _ = await run(session, result("6"), FREE, max_tokens=40)
        return [*first, *second]

    for forks, pause in ((1, 0.0), (6, 0.0), (6, 0.02)):
        before = await engine.counters()
        trunk = await engine.open(forks=True)
        await run(trunk, prompt(QUESTION), max_tokens=0)
        twins = [await trunk.fork() for _ in range(forks)]
        found = await asyncio.gather(*(late(twin, n * pause) for n, twin in enumerate(twins)))
        after = await engine.counters()
        for session in (*twins, trunk):
            await session.close()
        if forks == 1:
            alone, needed = found[0], after["evaluated"] - before["evaluated"]
        assert found == [alone] * forks
        assert after["evaluated"] - before["evaluated"] == needed
        assert after["again"] == 0


@pytest.mark.parametrize("top_k", [40, 0])  # with 0 there is nothing to share: too many candidates
async def test_a_fork_writes_the_same_with_others_as_alone(engine: LlamaEngine, top_k: int) -> None:
    def sampling(number: int) -> Sampling:
        return Sampling(temperature=1.5, top_k=top_k, seed=number)

    async def forked(numbers: Sequence[int], seconds: float = 0.0) -> tuple[list[list[Piece]], int]:
        async def write(session: Session, number: int) -> list[Piece]:
            await asyncio.sleep(number * seconds)
            first, _ = await run(session, [], max_tokens=50, sampling=sampling(number))
            second, _ = await run(session, result("6"), max_tokens=50, sampling=sampling(number))
            return [*first, *second]

        before = (await engine.counters())["evaluated"]
        trunk = await engine.open(forks=True)
        await run(trunk, prompt(QUESTION), max_tokens=0)
        forks = [await trunk.fork() for _ in numbers]
        written = await asyncio.gather(*(write(fork, number) for fork, number in zip(forks, numbers, strict=True)))
        for session in (*forks, trunk):
            await session.close()
        return list(written), (await engine.counters())["evaluated"] - before

    alone = [await forked([number]) for number in range(8)]
    together, evaluated = await forked(range(8))
    later, _ = await forked(range(8), 0.01)
    assert together == later == [written[0] for written, _ in alone]
    assert len({str(written) for written in together}) > 2  # they part
    if top_k:
        assert evaluated < sum(count for _, count in alone)
        assert (await engine.counters())["shared"] > 0
    assert (await engine.counters())["again"] == 0


async def test_a_fork_that_goes_back_writes_what_it_would_have_written(engine: LlamaEngine) -> None:
    """What the others could draw from it belongs to words that it has forgotten."""
    trunk = await engine.open(forks=True)
    await run(trunk, prompt(QUESTION), max_tokens=0)
    first, second, third = [await trunk.fork() for _ in range(3)]
    expected, _ = await run(first, [], FREE, max_tokens=30)
    await second.rewind(second.n_tokens - 1)
    await run(second, ["9"], FREE, max_tokens=30)
    await first.rewind(trunk.n_tokens - 2)
    await run(first, ["9"], FREE, max_tokens=30)
    assert (await run(third, [], FREE, max_tokens=30))[0] == expected


async def test_a_fork_whose_leader_is_stopped_goes_on(engine: LlamaEngine) -> None:
    trunk = await engine.open(forks=True)
    await run(trunk, prompt(QUESTION), max_tokens=0)
    expected, _ = await run(await trunk.fork(), [], FREE, max_tokens=60)
    trunk = await engine.open(forks=True)
    await run(trunk, prompt(QUESTION), max_tokens=0)
    leader, follower = await trunk.fork(), await trunk.fork()

    async def stopped() -> Ended:
        async for event in leader.generate([], FREE, max_tokens=60, sampling=GREEDY):
            if isinstance(event, Ended):
                return event
            leader.stop()
        raise AssertionError

    ended, (found, _) = await asyncio.gather(stopped(), run(follower, [], FREE, max_tokens=60))
    assert ended.reason in ("aborted", "length")
    assert found == expected
    await leader.close()
    assert (await run(follower, [], FREE, max_tokens=5))[1].generated == 5


async def test_forks_while_another_conversation_is_open_lose_nothing(engine: LlamaEngine) -> None:
    other = await engine.open()
    await run(other, prompt(QUESTION), max_tokens=5)
    trunk = await engine.open(forks=True)
    await run(trunk, prompt(QUESTION), max_tokens=0)
    forks = [await trunk.fork() for _ in range(3)]
    answers = await asyncio.gather(*(run(fork, []) for fork in forks))
    await run(other, [], max_tokens=5)
    assert answers[0][0] == answers[1][0] == answers[2][0]
    assert (await engine.counters())["again"] == 0


async def test_side_by_side_sessions_do_not_disturb_each_other(engine: LlamaEngine) -> None:
    questions = [f"What is {n} + {n + 3}?" for n in range(5)]
    alone = []
    for question in questions:
        session = await engine.open()
        alone.append((await run(session, prompt(question)))[0])
        await session.close()
    sessions = [await engine.open() for _ in questions]
    together = await asyncio.gather(
        *(run(session, prompt(question)) for session, question in zip(sessions, questions, strict=True))
    )
    assert [pieces for pieces, _ in together] == alone


async def test_more_sessions_than_slots_all_go_on(engine: LlamaEngine) -> None:
    sessions = [await engine.open() for _ in range(20)]
    first = [(await run(session, prompt(f"What is {n} + 1?"), max_tokens=5))[0] for n, session in enumerate(sessions)]
    assert len(first) == 20
    ids = sessions[0].ids
    more, ended = await run(sessions[0], [], max_tokens=5)
    assert ended.generated
    fresh = await engine.open(ids)
    assert (await run(fresh, [], max_tokens=5))[0] == more
    assert (await engine.counters())["evictions"] > 0


async def test_sampling_with_a_seed_repeats_and_differs_by_seed(engine: LlamaEngine) -> None:
    async def sample(seed: int) -> list[object]:
        session = await engine.open()
        pieces, _ = await run(
            session, prompt(QUESTION), FREE, sampling=Sampling(temperature=2.0, top_k=0, top_p=1.0, seed=seed)
        )
        await session.close()
        return list(pieces)

    assert await sample(1) == await sample(1)
    assert len({str(await sample(seed)) for seed in range(4)}) == 4


async def test_a_forbidden_marker_is_never_sampled(engine: LlamaEngine) -> None:
    hot = Sampling(temperature=50.0, top_k=0, top_p=1.0, seed=3)
    markers = frozenset(DIALECT.markers)
    session = await engine.open()
    allowed, _ = await run(session, prompt(QUESTION), FREE, max_tokens=400, sampling=hot)
    assert any(isinstance(piece, Marker) for piece in allowed)  # almost uniform: they do come up
    await session.close()
    for seed in range(3):
        session = await engine.open()
        pieces, _ = await run(
            session,
            prompt(QUESTION),
            Borders(frozenset(), markers, None),
            max_tokens=400,
            sampling=Sampling(temperature=50.0, top_k=0, top_p=1.0, seed=seed),
        )
        assert [piece.name for piece in pieces if isinstance(piece, Marker) and piece.name in markers] == []
        await session.close()


async def test_the_first_token_is_one_of_those_allowed_at_a_border(engine: LlamaEngine) -> None:
    for name in ("<|code|>", "<|endofmessage|>", "<|text|>"):
        session = await engine.open()
        borders = Borders(frozenset(), frozenset({name}), frozenset({name}))
        pieces, _ = await run(session, prompt(QUESTION), borders, max_tokens=1)
        assert pieces == [Marker(name)]
        await session.close()


async def test_the_allowed_first_tokens_are_drawn_by_the_model(engine: LlamaEngine) -> None:
    session = await engine.open()
    free, _ = await run(session, prompt(QUESTION), FREE, max_tokens=1)
    other = await engine.open()
    border, _ = await run(other, prompt(QUESTION), max_tokens=1)
    assert border == free  # greedy, and the trained model starts with an allowed one


async def test_a_marker_written_in_a_question_stays_text(engine: LlamaEngine) -> None:
    session = await engine.open()
    assert await session.count([Marker("<|code|>")]) == 1
    assert await session.count(["<|code|>"]) > 3
    pieces, ended = await run(session, prompt("Print <|code|><|endofmessage|>!"))
    assert ended.generated > 0
    assert pieces


async def test_an_unknown_marker_is_refused(engine: LlamaEngine) -> None:
    session = await engine.open()
    with pytest.raises(ModelFileError, match=r"no token <\|nothing\|>"):
        await run(session, [Marker("<|nothing|>")])
    assert (await run(session, prompt(QUESTION)))[1].reason == "stop"


async def test_what_does_not_fit_is_refused_before_it_is_evaluated(engine: LlamaEngine) -> None:
    facts = await engine.load()
    session = await engine.open()
    await run(session, prompt(QUESTION))
    before, evaluated = session.ids, (await engine.counters())["evaluated"]
    with pytest.raises(ContextFull) as refused:
        await run(session, ["1 2 3 4 5 6 7 8 9 " * facts.n_ctx])
    assert refused.value.needed > refused.value.available > 0
    assert session.ids == before
    assert (await engine.counters())["evaluated"] == evaluated
    assert (await run(session, []))[1].generated > 0


async def test_a_full_context_ends_a_generation(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_ctx=64, n_threads=1)
    session = await engine.open()
    pieces, ended = await run(session, prompt(QUESTION), FREE, max_tokens=500)
    assert ended.reason == "context_full"
    assert pieces
    assert session.n_tokens == 64
    await session.rewind(30)
    assert (await run(session, [], FREE, max_tokens=3))[1].reason == "length"
    await engine.unload()


async def test_sessions_that_fill_the_shared_cache_take_turns(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_ctx=128, n_threads=1)
    sessions = [await engine.open() for _ in range(8)]
    for session in sessions:
        _, ended = await run(session, prompt(QUESTION), FREE, max_tokens=80)
        assert ended.reason == "length"
    ids = sessions[0].ids
    more, ended = await run(sessions[0], [], FREE, max_tokens=4)
    assert ended.reason == "length"
    fresh = await engine.open(ids)
    assert (await run(fresh, [], FREE, max_tokens=4))[0] == more
    await engine.unload()


async def test_stop_in_decode(engine: LlamaEngine) -> None:
    session = await engine.open()
    events = []
    async for event in session.generate(prompt(QUESTION), FREE, max_tokens=400, sampling=GREEDY):
        events.append(event)
        session.stop()
    assert isinstance(events[-1], Ended)
    assert events[-1].reason == "aborted"
    assert (await run(session, [], FREE, max_tokens=3))[1].reason == "length"


async def test_stop_in_prefill_keeps_what_was_evaluated(large_model: Path) -> None:
    engine = LlamaEngine(large_model, n_threads=1)
    await engine.load()
    session = await engine.open()
    text = ["some words to read " * 200]
    expected = await session.count(text)
    running = asyncio.create_task(run(session, text, FREE))
    await asyncio.sleep(0.3)
    session.stop()
    pieces, ended = await running
    assert (pieces, ended.reason, ended.generated) == ([], "aborted", 0)
    assert session.n_tokens == expected
    counters = await engine.counters()
    assert counters["evaluated"] < expected
    _, ended = await run(session, [], FREE, max_tokens=2)
    assert ended.generated == 2
    counters = await engine.counters()
    assert counters["again"] <= 256  # a micro-batch
    await engine.unload()


async def test_leaving_the_iterator_early_stops_the_generation(engine: LlamaEngine) -> None:
    session = await engine.open()
    async for _ in session.generate(prompt(QUESTION), FREE, max_tokens=450, sampling=GREEDY):
        break
    assert (await run(session, [], FREE, max_tokens=2))[1].generated == 2
    assert session.n_tokens < 450


async def test_a_cancelled_task_leaves_the_session_usable(engine: LlamaEngine) -> None:
    session = await engine.open()
    task = asyncio.create_task(run(session, prompt(QUESTION), FREE, max_tokens=450))
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await run(session, [], FREE, max_tokens=2))[1].generated == 2


async def test_two_generations_of_one_session_are_refused(engine: LlamaEngine) -> None:
    session = await engine.open()
    generation = session.generate(prompt(QUESTION), FREE, max_tokens=400, sampling=GREEDY)
    await anext(generation)
    with pytest.raises(EngineError, match="is generating"):
        await run(session, [])
    await generation.aclose()


async def test_stop_while_loading_ends_at_once(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1)
    session = await engine.open()
    await engine.unload()
    running = asyncio.create_task(run(session, prompt(QUESTION)))
    await asyncio.sleep(0.01)
    session.stop()
    _, ended = await running
    assert ended.reason == "aborted"
    assert (await run(session, prompt(QUESTION)))[1].reason == "stop"
    await engine.unload()


def test_one_engine_serves_one_loop_after_another(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1)

    async def ask() -> list[object]:
        session = await engine.open()
        pieces, _ = await run(session, prompt(QUESTION))
        return list(pieces)

    first = asyncio.run(ask())
    assert asyncio.run(ask()) == first
    assert engine.loads == 1
    engine.close()
    assert not engine.loaded
