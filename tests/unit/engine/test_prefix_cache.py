"""What many conversations begin with is evaluated once and kept on disk; a damaged file is never read."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.model_files import cache_folder
from mathcoder_kernel.engine.prefix_store import PrefixStore
from mathcoder_kernel.engine.protocol import EngineError, Sampling
from mathcoder_kernel.lce.dialect import Piece
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript
from tests.unit.engine.conftest import DIALECT, FREE, run

SYSTEM = "Below is a math problem. Please solve it step by step. " * 6


def parts(question: str) -> tuple[list[Piece], list[Piece]]:
    """What does not depend on the question, and the rest."""
    pieces = DIALECT.prompt(question, SYSTEM)
    place = pieces.index(question)
    return pieces[:place], pieces[place:]


async def answer(path: Path, question: str, **options: int) -> tuple[list[Piece], int, dict[str, int]]:
    """The first block in a fresh process, the tokens evaluated for its beginning, and the counters."""
    engine = LlamaEngine(path, n_threads=1, **options)
    shared, rest = parts(question)
    session = await engine.open()
    fed = await session.begin(shared)
    found, _ = await run(session, rest)
    counters = await engine.counters()
    await engine.unload()
    return found, fed, counters


def states() -> list[Path]:
    return sorted((cache_folder() / "prefixes").glob("*.state"))


async def test_a_beginning_is_evaluated_once_for_all_processes(model_path: Path) -> None:
    first, fed, counters = await answer(model_path, "What is 12% of 50?")
    again, fed_again, counters_again = await answer(model_path, "What is 12% of 50?")
    assert fed > 60
    assert (fed_again, counters_again["restored"]) == (0, fed)
    assert counters_again["evaluated"] == counters["evaluated"] - fed
    assert again == first


async def test_another_question_uses_the_same_beginning(model_path: Path) -> None:
    await answer(model_path, "What is 12% of 50?")
    _, fed, _ = await answer(model_path, "Solve 2x + 3 = 11.")
    assert fed == 0
    assert len(states()) == 1


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "note", "other"])
async def test_a_damaged_file_is_replaced(model_path: Path, damage: str) -> None:
    good, fed, _ = await answer(model_path, "What is 12% of 50?")
    path = states()[0]
    data = path.read_bytes()
    if damage == "note":
        path.with_suffix(".json").write_text("not JSON")
    else:
        middle = len(data) // 2
        path.write_bytes(
            {"cut": data[:middle], "flip": data[:middle] + b"!" + data[middle + 1 :], "empty": b"", "other": data * 2}[
                damage
            ]
        )
    again, fed_again, _ = await answer(model_path, "What is 12% of 50?")
    assert (again, fed_again) == (good, fed)
    assert states()[0].read_bytes() == data
    assert (await answer(model_path, "What is 12% of 50?"))[1] == 0


async def test_another_context_size_has_its_own_file(model_path: Path) -> None:
    await answer(model_path, "What is 12% of 50?")
    assert (await answer(model_path, "What is 12% of 50?", n_ctx=256))[1] > 60
    assert len(states()) == 2


async def test_a_conversation_begins_once(engine: LlamaEngine) -> None:
    session = await engine.open()
    await session.begin(["1 + 1"])
    with pytest.raises(EngineError, match="begin only once"):
        await session.begin(["1 + 1"])


# --- follow-up questions: what the last conversation began with stays in memory -------------------------------------

QUESTIONS = ("What is 12% of 50?", "And what is 15% of 60?", "Solve 2x + 3 = 11.")


def turn(number: int) -> Transcript:
    """An earlier question with its answer."""
    words = f"The answer of question {number} took some words, so that it is worth keeping: it is {number}. " * 3
    return Transcript(QUESTIONS[number], (Block(BlockKind.TEXT, words),))


def conversation(number: int) -> tuple[list[list[Piece]], list[Piece]]:
    """The parts and the rest of a prompt whose history is the first `number` turns."""
    turns = [turn(n) for n in range(number)]
    whole = DIALECT.prompt(QUESTIONS[number], SYSTEM, turns)
    ends = [len(DIALECT.prompt("", SYSTEM, turns[:n])) - 6 for n in range(number + 1)]
    return [whole[start:end] for start, end in pairwise([0, *ends])], whole[ends[-1] :]


async def ask(engine: LlamaEngine, number: int) -> tuple[list[Piece], int, tuple[int, ...]]:
    """What is written at a high temperature (equal digits only if the state is equal to the last one), the tokens that
    had to be evaluated before the rest, and all ids."""
    session = await engine.open()
    parts, rest = conversation(number)
    fed = await session.begin(*parts)
    found, _ = await run(session, rest, FREE, max_tokens=80, sampling=Sampling(temperature=2.0, top_k=0, seed=7))
    ids = session.ids
    await session.close()
    return found, fed, ids


async def test_a_follow_up_question_evaluates_only_what_is_new(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
    fed = [(await ask(engine, number))[1] for number in range(3)]
    first = len((await ask(engine, 0))[2])
    counters = await engine.counters()
    await engine.unload()
    assert first > fed[0] > 60
    assert 0 < fed[1] < fed[0]
    assert 0 < fed[2] < fed[0]
    assert counters["reused"] == fed[0] + (fed[0] + fed[1]) + fed[0]
    assert counters["again"] == 0


async def test_it_does_not_matter_for_an_answer_where_its_beginning_comes_from(model_path: Path) -> None:
    one = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
    in_a_row = [await ask(one, number) for number in (0, 1, 2, 1, 0)]
    await one.unload()
    for number, found in zip((0, 1, 2, 1, 0), in_a_row, strict=True):
        alone = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
        fresh = await ask(alone, number)
        await alone.unload()
        assert (fresh[0], fresh[2]) == (found[0], found[2])


async def test_a_conversation_without_that_beginning_is_as_in_a_new_process(model_path: Path) -> None:
    sampling = Sampling(temperature=2.0, top_k=0, seed=3)
    texts = []
    for asked_before in (True, False):
        engine = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
        if asked_before:
            await ask(engine, 1)
        session = await engine.open()
        texts.append(await run(session, DIALECT.prompt(QUESTIONS[2]), FREE, max_tokens=80, sampling=sampling))
        await engine.unload()
    assert texts[0][0] == texts[1][0]


async def test_other_turns_after_the_same_system_text_share_only_that(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
    _, system, _ = await ask(engine, 0)
    await ask(engine, 2)
    session = await engine.open()
    parts, rest = conversation(2)
    changed: list[Piece] = ["I asked something else." if piece == QUESTIONS[0] else piece for piece in parts[1]]
    fed = await session.begin(parts[0], changed, parts[2])
    before = (await engine.counters())["evaluated"]
    await run(session, rest, max_tokens=1)
    after = (await engine.counters())["evaluated"]
    await engine.unload()
    assert fed == len(session.ids) - 1 - (after - before) - system
    assert fed > 0


async def test_a_fork_of_a_conversation_that_has_just_begun_holds_nothing_more(model_path: Path) -> None:
    engine = LlamaEngine(model_path, n_threads=1, prefix_cache=False)
    await ask(engine, 2)
    parts, rest = conversation(2)
    session = await engine.open()
    await session.begin(parts[0])
    fork = await session.fork()
    forked, _ = await run(fork, [*parts[1], *parts[2], *rest], max_tokens=40)
    plain, _ = await run(session, [*parts[1], *parts[2], *rest], max_tokens=40)
    await engine.unload()
    assert forked == plain


async def test_a_beginning_is_kept_for_votes_and_for_single_answers_apart(model_path: Path) -> None:
    shared, _ = parts("What is 12% of 50?")
    fed = []
    for _ in range(2):
        engine = LlamaEngine(model_path, n_threads=1)
        for forks in (False, True, False):
            session = await engine.open(forks=forks)
            fed.append(await session.begin(shared))
            await session.close()
        await engine.unload()
    assert fed[0] == fed[1] > 60
    assert fed[2:] == [0, 0, 0, 0]
    assert len(states()) == 2


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="POSIX permissions")
def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = PrefixStore(tmp_path / "file" / "prefixes", "model")
    store.write([1, 2, 3], lambda path: True)
    assert not store.read([1, 2, 3], lambda path: True)


def test_files_used_longest_ago_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mathcoder_kernel.engine.prefix_store.MOST_BYTES", 2500)
    store = PrefixStore(tmp_path, "model")
    for number in range(4):
        store.write([number], lambda path: bool(Path(path).write_bytes(b"x" * 1000)))
        for path in tmp_path.glob("*.state"):
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 10))
    kept = [number for number in range(4) if store.read([number], lambda path: True)]
    assert kept == [2, 3]
    assert len(list(tmp_path.iterdir())) == 4


def test_what_a_killed_process_left_makes_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mathcoder_kernel.engine.prefix_store.MOST_BYTES", 2500)
    left = tmp_path / "0123.4567.new"
    left.write_bytes(b"x" * 2000)
    os.utime(left, (0, 0))
    store = PrefixStore(tmp_path, "model")
    store.write([1], lambda path: bool(Path(path).write_bytes(b"x" * 1000)))
    assert not left.exists()
    assert store.read([1], lambda path: True)


async def test_benchmarks_keep_their_beginnings_to_themselves(model_path: Path, tmp_path: Path) -> None:
    """On every system: the place of the real cache is not read from the environment there."""
    from benchmarks.measure import own_cache

    with own_cache() as folder:
        engine = LlamaEngine(model_path, n_threads=1)
        session = await engine.open()
        await session.begin(DIALECT.prompt("one " * 80))
        await session.close()
        await engine.unload()
        assert list((folder / "prefixes").iterdir())
    assert not folder.exists()
    assert not list(tmp_path.rglob("prefixes"))
