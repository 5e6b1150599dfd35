"""Stopping on text, on real tokenizers: wherever token borders fall, what stops is in neither report nor session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Session, Tokens
from mathcoder_kernel.engine.worker import Job
from mathcoder_kernel.lce.dialect import Borders, dialect
from tests.unit.engine.conftest import FREE
from tests.unit.engine.sentencepiece_model import write_sentencepiece_model


@pytest.fixture(scope="module")
def spm_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sentencepiece_model(tmp_path_factory.mktemp("spm") / "spm.gguf")


@pytest.fixture
async def engine(spm_path: Path) -> AsyncIterator[LlamaEngine]:
    engine = LlamaEngine(spm_path, n_threads=1, dialect="tora")
    yield engine
    await engine.unload()


async def generated(session: Session, pieces: list[str], borders: Borders, sampling: Sampling) -> tuple[str, Ended]:
    words = ""
    async for event in session.generate(pieces, borders, max_tokens=60, sampling=sampling):
        if isinstance(event, Ended):
            return words, event
        assert isinstance(event, Tokens)
        words += "".join(piece if isinstance(piece, str) else "" for piece in event.pieces)
    raise AssertionError("a generation must end with Ended")


def characters(path: Path, ids: tuple[int, ...]) -> str:
    """The text of ids, read with llama.cpp in this process."""
    import llama_cpp

    model = llama_cpp.Llama(str(path), vocab_only=True, verbose=False)
    return model.detokenize(list(ids), special=True).decode("utf-8", "replace")


async def test_a_stop_text_is_found_wherever_it_falls_and_left_out(engine: LlamaEngine, spm_path: Path) -> None:
    free, ids, found = Sampling(temperature=1.0, top_k=0, top_p=1.0, seed=3), (), 0
    session = await engine.open()
    whole, _ = await generated(session, ["1 + 1 ="], FREE, free)
    await session.close()
    printable = [n for n in range(5, len(whole) - 6) if whole[n : n + 5].isascii() and whole[n : n + 5].isprintable()]
    assert len(printable) >= 10
    for place in printable[::3]:
        stop = whole[place : place + 5]
        session = await engine.open()
        words, ended = await generated(session, ["1 + 1 ="], Borders(frozenset(), frozenset(), None, (stop,)), free)
        assert (words, ended.reason) == (whole[: whole.index(stop)], "stop")
        assert characters(spm_path, session.ids).endswith(words)
        ids, found = session.ids, found + 1
        await session.close()
    assert ids
    assert found >= 4


async def test_what_is_fed_next_continues_the_text_and_nothing_is_lost(engine: LlamaEngine, spm_path: Path) -> None:
    sampling = Sampling(temperature=1.0, top_k=0, top_p=1.0, seed=3)
    session = await engine.open()
    whole, _ = await generated(session, ["x"], FREE, sampling)
    place = next(n for n in range(8, len(whole)) if whole[n : n + 3].isascii() and whole[n : n + 3].isprintable())
    stop = whole[place : place + 3]
    await session.close()
    session = await engine.open()
    words, _ = await generated(session, ["x"], Borders(frozenset(), frozenset(), None, (stop,)), sampling)
    before = session.ids
    await generated(session, ["```output", "\n42\n```\n"], FREE, Sampling())
    assert session.ids[: len(before)] == before
    assert characters(spm_path, session.ids).lstrip().startswith("<s> x" + words + "```output\n42\n```\n")
    counters = await engine.counters()
    assert counters["again"] == 0


async def test_a_vocabulary_that_begins_texts_with_a_token_gets_it_once(engine: LlamaEngine) -> None:
    session = await engine.open()
    await generated(session, ["So"], FREE, Sampling())
    await generated(session, ["So"], FREE, Sampling())
    assert session.ids[0] == 1
    assert session.ids.count(1) == 1


async def test_text_after_text_gets_no_space_in_front(engine: LlamaEngine, spm_path: Path) -> None:
    session = await engine.open()
    async for _ in session.generate(["n =", "the"], FREE, max_tokens=0, sampling=Sampling()):
        pass
    assert characters(spm_path, session.ids) == "<s> n =the"


async def test_a_prompt_of_a_text_dialect_is_ids_of_the_model(engine: LlamaEngine, spm_path: Path) -> None:
    import llama_cpp

    session = await engine.open()
    prompt = dialect("tora").prompt("the n")
    async for _ in session.generate(prompt, FREE, max_tokens=0, sampling=Sampling()):
        pass
    model = llama_cpp.Llama(str(spm_path), vocab_only=True, verbose=False)
    assert list(session.ids) == model.tokenize(b"<|user|>\nthe n\n<|assistant|>\n", add_bos=True, special=False)


def job(*stops: str) -> Job:
    return Job(1, None, frozenset(), 10, tuple(stop.encode() for stop in stops))


@pytest.mark.parametrize(
    ("written", "passed_on"),
    [("Let x", "Let x"), ("Let x\n```out", "Let x\n"), ("a `", "a "), ("é</cod", "é"), ("``x", "``x")],
)
def test_what_may_become_a_stop_text_is_held_back(written: str, passed_on: str) -> None:
    one = job("```output", "</code>")
    one.buffer += written.encode()
    one.take_text(final=False)
    assert "".join(str(piece) for piece in one.pieces) == passed_on
    one.take_text(final=True)
    assert "".join(str(piece) for piece in one.pieces) == written


def test_the_first_of_several_stop_texts_counts() -> None:
    one = job("```output", "</code>")
    one.buffer += b"x</code>```output"
    assert one.stop_found(17) == 1
