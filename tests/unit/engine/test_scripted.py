"""The scripted engine: a transcript played through the real process border."""

from __future__ import annotations

import asyncio
import json
import os
import threading
from pathlib import Path

import pytest

from mathcoder_kernel.engine.protocol import EngineDied, ModelFileError
from mathcoder_kernel.engine.scripted import Faults, ScriptedEngine
from mathcoder_kernel.lce.dialect import Marker
from mathcoder_kernel.lce.transcript import Transcript, code, execution, text
from tests.unit.engine.conftest import DIALECT, prompt, result, run

TURN = Transcript("q", (text("I compute ½ 🙂."), code("print(1)"), execution("1\n"), text(r"It is $\boxed{1}$.")))
SECOND = Transcript("r", (text("again"),))


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.json"
    path.write_text(json.dumps([TURN.to_json(), SECOND.to_json()]), encoding="utf-8")
    return path


async def test_a_script_is_played_block_by_block(script: Path) -> None:
    engine = ScriptedEngine(script, tokens_per_second=5000)
    assert (await engine.load()).dialect == "mathcoder"
    session = await engine.open()
    first, ended = await run(session, prompt("anything"))
    assert first == [Marker("<|text|>"), "I compute ½ 🙂.", Marker("<|endofblock|>")]
    assert ended.reason == "stop"
    second, _ = await run(session, [])
    assert second == [Marker("<|code|>"), "print(1)", Marker("<|endofblock|>")]
    third, _ = await run(session, result("1\n"))
    assert third == [Marker("<|text|>"), r"It is $\boxed{1}$.", Marker("<|endofblock|>")]
    last, _ = await run(session, [])
    assert last == [Marker("<|endofmessage|>")]
    assert (await engine.counters())["again"] == 0
    await engine.unload()


async def test_the_second_question_gets_the_second_transcript(script: Path) -> None:
    engine = ScriptedEngine(script, tokens_per_second=5000)
    session = await engine.open()
    pieces, _ = await run(session, DIALECT.prompt("two", None, [TURN]))
    assert "again" in pieces
    await engine.unload()


async def test_rewinding_forking_and_rebuilding_follow_the_ids(script: Path) -> None:
    engine = ScriptedEngine(script, tokens_per_second=5000)
    session = await engine.open()
    await run(session, prompt("anything"))
    ids = session.ids
    expected, _ = await run(session, [])
    await session.rewind(len(ids))
    twin = await session.fork()
    assert (await run(twin, []))[0] == expected
    await engine.unload()
    rebuilt = await engine.open(ids)
    assert (await run(rebuilt, []))[0] == expected
    await engine.unload()


async def test_a_long_answer_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_text(json.dumps(Transcript("q", (text("a long answer " * 600),)).to_json()))
    engine = ScriptedEngine(path, tokens_per_second=200)
    session = await engine.open()
    running = asyncio.create_task(run(session, prompt("q"), max_tokens=4000))
    await asyncio.sleep(0.4)
    session.stop()
    pieces, ended = await running
    assert ended.reason == "aborted"
    assert 0 < ended.generated < 2000
    assert pieces[0] == Marker("<|text|>")
    await engine.unload()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
async def test_it_dies_at_the_given_token(script: Path) -> None:
    engine = ScriptedEngine(script, tokens_per_second=5000, faults=Faults(die_at_token=3, die_signal="SIGSEGV"))
    session = await engine.open()
    with pytest.raises(EngineDied, match="SIGSEGV"):
        await run(session, prompt("anything"))
    assert not engine.loaded
    await engine.unload()


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
async def test_it_dies_while_loading(script: Path) -> None:
    engine = ScriptedEngine(script, faults=Faults(die_while_loading=True))
    with pytest.raises(EngineDied, match="while loading the model, probably for lack of memory"):
        await engine.load()


async def test_a_hang_in_prefill_ends_with_a_stop(script: Path) -> None:
    engine = ScriptedEngine(script, faults=Faults(hang_in_prefill=True))
    session = await engine.open()
    running = asyncio.create_task(run(session, prompt("anything")))
    await asyncio.sleep(0.3)
    assert not running.done()
    session.stop()
    assert (await running)[1].reason == "aborted"
    await engine.unload()


async def test_a_stop_starts_no_thread(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is called in signal handlers, where the locks of a starting thread may be held already."""
    engine = ScriptedEngine(script, faults=Faults(hang_in_prefill=True))
    session = await engine.open()
    running = asyncio.create_task(run(session, prompt("anything")))
    await asyncio.sleep(0.3)
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", None)
        session.stop()
    assert (await running)[1].reason == "aborted"
    await engine.unload()


async def test_an_engine_that_does_not_obey_is_ended(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mathcoder_kernel.engine.process.STOP_SECONDS", 0.5)
    engine = ScriptedEngine(script, faults=Faults(hang_in_prefill=True, deaf=True))
    session = await engine.open()
    running = asyncio.create_task(run(session, prompt("anything")))
    await asyncio.sleep(0.2)
    session.stop()
    with pytest.raises(EngineDied, match="did not stop when told to"):
        await running


async def test_a_script_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "script.json"
    for content, sentence in (("[]", "no transcript"), ("{", "no script"), ('{"blocks": []}', "needs a question")):
        path.write_text(content)
        with pytest.raises(ModelFileError, match=sentence):
            await ScriptedEngine(path).load()
    with pytest.raises(ModelFileError, match="There is no script"):
        await ScriptedEngine(tmp_path / "gone.json").load()
