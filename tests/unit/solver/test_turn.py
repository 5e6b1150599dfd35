"""The turn, played with the scripted engine (what a maths model never writes) and real executors."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.engine.scripted import Faults, ScriptedEngine
from mathcoder_kernel.execution.guard import judge
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Executor, Limits, Verdict
from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, Transcript
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
    TextDelta,
    TurnFailed,
    TurnFinished,
    TurnStarted,
    TurnStopped,
)
from mathcoder_kernel.solver.turn import NOT_TRAINED, Budgets, Turn

Play = Callable[..., Any]


@contextlib.asynccontextmanager
async def stage(
    tmp_path: Path, pool: PoolExecutor, blocks: Sequence[Block], **engine_options: Any
) -> AsyncIterator[tuple[ScriptedEngine, Executor]]:
    """A scripted engine that will write `blocks`, and a fresh namespace to run them in."""
    script = tmp_path / "script.json"
    script.write_text(json.dumps(Transcript("any", tuple(blocks)).to_json()), encoding="utf-8")
    engine = ScriptedEngine(script, **{"tokens_per_second": 5000.0, **engine_options})
    try:
        async with pool.session() as executor:
            yield engine, executor
    finally:
        await engine.unload()


async def play(turn: Turn) -> list[Event]:
    return [event async for event in turn.events()]


def kinds(events: Sequence[Event]) -> list[type]:
    """Types of the events without the streaming ones."""
    return [type(event) for event in events if not isinstance(event, TextDelta | OutputReceived)]


SOLUTION = (
    lce.text("Add the two."),
    lce.code("a = 20\na + 22"),
    lce.execution("42"),
    lce.text(r"So $\boxed{42}$."),
)


async def test_a_question_is_answered_block_by_block(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("20 + 22?", engine=engine, executor=executor)
        events = await play(turn)
    assert kinds(events) == [
        TurnStarted,
        BlockStarted,
        BlockFinished,
        BlockStarted,
        BlockFinished,
        ExecutionStarted,
        ExecutionFinished,
        BlockStarted,
        BlockFinished,
        AnswerFound,
        TurnFinished,
    ]
    assert turn.transcript.blocks == SOLUTION
    assert turn.transcript.answer == "42"
    assert (turn.stats.code_blocks, turn.stats.failed_blocks) == (1, 0)
    assert turn.transcript.meta["model"] == "scripted"


async def test_words_arrive_while_they_are_written(tmp_path: Path, pool: PoolExecutor) -> None:
    words = "one two three four five six seven eight nine ten " * 8
    async with stage(tmp_path, pool, [lce.text(words)], tokens_per_second=500.0) as (engine, executor):
        events = await play(Turn("count", engine=engine, executor=executor))
    deltas = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(deltas) > 3
    assert "".join(deltas) == words


async def test_variables_live_on_between_blocks(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = [lce.code("a = 6"), lce.code("a * 7"), lce.text(r"$\boxed{42}$")]
    async with stage(tmp_path, pool, blocks) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        await play(turn)
    assert [block.content for block in turn.transcript.of_kind(BlockKind.EXECUTION)][-1] == "42"


async def test_a_failed_execution_goes_back_to_the_model(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = [lce.code("sqrt(16)"), lce.code("from math import sqrt\nsqrt(16)"), lce.text(r"$\boxed{4.0}$")]
    async with stage(tmp_path, pool, blocks) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        events = await play(turn)
    results = [event.result for event in events if isinstance(event, ExecutionFinished)]
    assert [result.status for result in results] == [ExecutionStatus.ERROR, ExecutionStatus.OK]
    assert "NameError" in turn.transcript.blocks[1].content
    assert turn.stats.failed_blocks == 1
    assert turn.transcript.answer == "4.0"


async def test_failing_again_and_again_ends_the_turn_in_a_sentence(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.code("1/0")] * 9) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, budgets=Budgets(repairs=2))
        events = await play(turn)
    assert isinstance(events[-1], TurnFailed)
    assert "several times in a row" in events[-1].reason
    assert turn.stats.code_blocks == 3


async def test_held_back_code_is_shown_with_its_reasons_and_not_run(tmp_path: Path, pool: PoolExecutor) -> None:
    victim = tmp_path / "kept.txt"
    victim.write_text("kept")
    blocks = [lce.text("First, tidy up."), lce.code(f"import os\nos.remove({str(victim)!r})")]
    async with stage(tmp_path, pool, blocks) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, guard=judge)
        events = await play(turn)
    refused = next(event for event in events if isinstance(event, ExecutionRefused))
    assert refused.verdict.reasons
    assert victim.read_text() == "kept"
    assert isinstance(events[-1], TurnFinished)
    assert "not run" in events[-1].reason


@pytest.mark.parametrize(("run", "ran"), [("never", False), ("auto", True), ("guarded", False)])
async def test_the_run_mode_decides_over_the_guard(tmp_path: Path, pool: PoolExecutor, run: Any, ran: bool) -> None:
    def suspicious(code: str) -> Verdict:
        return Verdict(False, ("it looks odd",))

    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, guard=suspicious, run=run)
        events = await play(turn)
    assert any(isinstance(event, ExecutionStarted) for event in events) is ran


async def test_a_text_without_code_and_box_is_said_to_be_out_of_scope(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.text("I cannot do that.")]) as (engine, executor):
        turn = Turn("write a poem", engine=engine, executor=executor)
        events = await play(turn)
    assert isinstance(events[-1], TurnFinished)
    assert events[-1].reason == NOT_TRAINED
    assert turn.transcript.answer is None


@pytest.mark.parametrize("question", ["", "   \n\t"])
async def test_an_empty_question_is_answered_with_an_example(tmp_path: Path, pool: PoolExecutor, question: str) -> None:
    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        events = await play(Turn(question, engine=engine, executor=executor))
        assert not engine.loaded
    assert isinstance(events[-1], TurnFailed)
    assert "%mathcoder" in events[-1].reason


async def test_a_question_longer_than_the_context_is_refused_before_it_is_read(
    tmp_path: Path, pool: PoolExecutor
) -> None:
    async with stage(tmp_path, pool, SOLUTION, n_ctx=512) as (engine, executor):
        events = await play(Turn("x + " * 5000, engine=engine, executor=executor))
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].kind == "question"
    assert "too long" in events[-1].reason


async def test_a_full_context_ends_the_turn_and_keeps_what_was_found(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = [lce.code("'found ' * 3"), lce.text("and on and on " * 400)]
    async with stage(tmp_path, pool, blocks, n_ctx=512) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, budgets=Budgets(block_tokens=2000))
        events = await play(turn)
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].kind == "context"
    assert "found" in turn.transcript.blocks[1].content
    assert turn.transcript.blocks[2].content.startswith("and on")


async def test_output_too_large_for_the_context_ends_the_turn_in_a_sentence(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = [lce.code("print('9' * 5000)"), lce.text("done")]
    async with stage(tmp_path, pool, blocks, n_ctx=512) as (engine, executor):
        budgets = Budgets(execution=Limits(feedback_chars=5000))
        events = await play(Turn("q", engine=engine, executor=executor, budgets=budgets))
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].kind == "context"


async def test_a_block_that_never_ends_is_ended_by_its_budget(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.text("la " * 3000)]) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, budgets=Budgets(block_tokens=64))
        events = await play(turn)
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].kind == "budget"
    assert turn.stats.generated_tokens == 64


async def test_unfinished_code_is_never_run(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.code("x = 1\n" * 500)]) as (engine, executor):
        events = await play(Turn("q", engine=engine, executor=executor, budgets=Budgets(block_tokens=64)))
    assert not any(isinstance(event, ExecutionStarted) for event in events)


async def test_code_blocks_are_counted_against_their_budget(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.code(str(n)) for n in range(9)]) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, budgets=Budgets(code_blocks=4))
        events = await play(turn)
    assert isinstance(events[-1], TurnFailed)
    assert turn.stats.code_blocks == 4


async def test_stop_while_the_model_writes_keeps_what_was_written(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.text("word " * 2000)], tokens_per_second=200.0) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        events = []
        async for event in turn.events():
            events.append(event)
            if isinstance(event, TextDelta):
                turn.stop()
    assert isinstance(events[-1], TurnStopped)
    kept = turn.transcript.blocks[0].content
    assert kept
    assert ("word " * 2000).startswith(kept)


async def test_stop_from_another_thread_while_code_runs(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.code("import time\ntime.sleep(600)")]) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        events = []
        async for event in turn.events():
            events.append(event)
            if isinstance(event, ExecutionStarted):
                threading.Timer(0.3, turn.stop).start()
    assert isinstance(events[-1], TurnStopped)
    assert turn.transcript.blocks[0].kind is BlockKind.CODE


async def test_stop_during_prefill(tmp_path: Path, pool: PoolExecutor) -> None:
    faults = Faults(hang_in_prefill=True)
    async with stage(tmp_path, pool, SOLUTION, faults=faults) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        threading.Timer(0.5, turn.stop).start()
        events = await asyncio.wait_for(play(turn), 30)
    assert isinstance(events[-1], TurnStopped)


async def test_stop_between_prompt_and_first_token_is_not_lost(tmp_path: Path, pool: PoolExecutor) -> None:
    events: list[Event] = []
    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        async for event in turn.events():
            events.append(event)
            if isinstance(event, TurnStarted):
                turn.stop()
    assert kinds(events) == [TurnStarted, TurnStopped]
    assert turn.stats.generated_tokens == 0


async def test_stop_before_the_start_stops_at_once(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        turn.stop()
        events = await play(turn)
        assert not engine.loaded
    assert kinds(events) == [TurnStopped]


async def test_an_engine_that_dies_costs_a_sentence_and_the_next_question_works(
    tmp_path: Path, pool: PoolExecutor
) -> None:
    blocks = (lce.code("kept = 5\nkept"), lce.text("long " * 100))
    async with stage(tmp_path, pool, blocks, faults=Faults(die_at_token=40)) as (engine, executor):
        events = await play(Turn("q", engine=engine, executor=executor))
        assert isinstance(events[-1], TurnFailed)
        assert events[-1].kind == "engine"
        assert "Traceback" not in events[-1].reason
        assert await executor.variables(["kept"]) != {}
        engine.faults = Faults()
        again = await play(Turn("q", engine=engine, executor=executor))
    assert isinstance(again[-1], TurnFinished)


async def test_a_missing_model_file_is_a_sentence(tmp_path: Path, pool: PoolExecutor) -> None:
    async with pool.session() as executor:
        events = await play(Turn("q", engine=ScriptedEngine(tmp_path / "gone.json"), executor=executor))
    assert isinstance(events[-1], TurnFailed)
    assert events[-1].kind == "model"
    assert "gone.json" in events[-1].reason


async def test_the_checker_reads_a_decimal_comma_as_the_model_does(tmp_path: Path, pool: PoolExecutor) -> None:
    asked: list[str] = []

    async def checker(transcript: Transcript) -> Check:
        asked.append(transcript.question)
        return Check(True)

    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("1,250 + 2", engine=engine, executor=executor, checker=checker, decimal_comma=True)
        await play(turn)
    assert asked == ["1.250 + 2"]
    assert turn.transcript.question == "1,250 + 2"


async def test_the_checker_sees_the_finished_transcript_and_its_word_is_passed_on(
    tmp_path: Path, pool: PoolExecutor
) -> None:
    seen: list[Transcript] = []

    async def checker(transcript: Transcript) -> Check:
        seen.append(transcript)
        return Check(True, "counting on fingers")

    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        events = await play(Turn("q", engine=engine, executor=executor, checker=checker))
    answer = next(event for event in events if isinstance(event, AnswerFound))
    assert answer.check.label == "checked by counting on fingers"
    assert seen[0].answer == "42"


async def test_a_turn_goes_on_from_given_blocks(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, SOLUTION) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor, blocks=SOLUTION[:3])
        events = await play(turn)
    assert [event.index for event in events if isinstance(event, BlockStarted)] == [3]
    assert turn.transcript.blocks == SOLUTION


async def test_leaving_the_events_early_frees_engine_and_executor(tmp_path: Path, pool: PoolExecutor) -> None:
    async with stage(tmp_path, pool, [lce.text("word " * 2000)], tokens_per_second=200.0) as (engine, executor):
        turn = Turn("q", engine=engine, executor=executor)
        async with contextlib.aclosing(turn.events()) as events:
            async for event in events:
                if isinstance(event, TextDelta):
                    break
        again = await asyncio.wait_for(
            play(Turn("q", engine=engine, executor=executor, budgets=Budgets(block_tokens=8))), 30
        )
    assert isinstance(again[-1], TurnFailed)


@pytest.mark.kernel
async def test_the_real_model_answers_with_code_it_ran(model_path: Path, pool: PoolExecutor) -> None:
    from mathcoder_kernel.engine.llama import LlamaEngine

    engine = LlamaEngine(model_path)
    try:
        async with pool.session() as executor:
            turn = Turn("What is 15% of 80?", engine=engine, executor=executor)
            events = await play(turn)
    finally:
        await engine.unload()
    assert isinstance(events[-1], TurnFinished)
    assert turn.transcript.of_kind(BlockKind.EXECUTION)
    assert turn.transcript.answer is not None
