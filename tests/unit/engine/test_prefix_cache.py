"""What many conversations begin with is evaluated once and kept on disk; a damaged file is never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.model_files import cache_folder
from mathcoder_kernel.engine.prefix_store import PrefixStore
from mathcoder_kernel.engine.protocol import EngineError
from mathcoder_kernel.lce.dialect import Piece
from tests.unit.engine.conftest import DIALECT, run

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
