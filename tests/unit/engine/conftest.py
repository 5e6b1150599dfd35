"""Real engines in real processes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Session, Tokens
from mathcoder_kernel.lce.dialect import Borders, Marker, MathCoderDialect, Piece

DIALECT = MathCoderDialect()
FREE = Borders(frozenset(), frozenset(), None)  # nothing stops, nothing is forbidden
GREEDY = Sampling()


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes are remembered in the test's own folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
async def engine(model_path: Path) -> AsyncIterator[LlamaEngine]:
    engine = LlamaEngine(model_path, n_threads=1)
    yield engine
    await engine.unload()


def prompt(question: str) -> list[Piece]:
    return DIALECT.prompt(question)


def result(text: str) -> list[Piece]:
    return [Marker("<|execution|>"), text, Marker("<|endofblock|>")]


async def run(
    session: Session,
    pieces: list[Piece],
    borders: Borders = DIALECT.borders,
    *,
    max_tokens: int = 60,
    sampling: Sampling = GREEDY,
) -> tuple[list[Piece], Ended]:
    """All pieces of a generation, runs of text joined, and how it ended."""
    found: list[Piece] = []
    count = 0
    async for event in session.generate(pieces, borders, max_tokens=max_tokens, sampling=sampling):
        if isinstance(event, Ended):
            assert event.generated == count
            return found, event
        assert isinstance(event, Tokens)
        count += event.count
        for piece in event.pieces:
            if isinstance(piece, str) and found and isinstance(found[-1], str):
                found[-1] += piece
            else:
                found.append(piece)
    raise AssertionError("a generation must end with Ended")
