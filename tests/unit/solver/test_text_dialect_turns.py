"""Turns of models that write plain text: what stops them, what runs, what they read, and when they are done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.engine.scripted import Faults, ScriptedEngine
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.dialect import Piece, dialect
from mathcoder_kernel.lce.text_dialect import TEXT_DIALECTS
from mathcoder_kernel.lce.transcript import Block, BlockKind, Cut, Transcript
from mathcoder_kernel.solver.events import Event, TurnFailed, TurnFinished
from mathcoder_kernel.solver.turn import Budgets, Turn

NAMES = [language.name for language in TEXT_DIALECTS]

SOLUTION = (
    lce.text("Add the two."),
    lce.code("a = 20\nprint(a + 22)"),
    lce.execution("42"),
    lce.text("And once more, é."),
    lce.code("print(a + 1)"),
    lce.execution("21"),
    lce.text(r"So $\boxed{42}$."),
)


async def played(
    tmp_path: Path,
    pool: PoolExecutor,
    name: str,
    script_blocks: Sequence[Block],
    *,
    faults: Faults | None = None,
    **options: Any,
) -> tuple[Turn, list[Event], str]:
    """The turn, its events, and the session's text when the turn was over."""
    script = tmp_path / "script.json"
    script.write_text(json.dumps(Transcript("any", tuple(script_blocks)).to_json()), encoding="utf-8")
    engine = ScriptedEngine(script, tokens_per_second=5000, dialect=name, faults=faults)
    opened: list[Any] = []
    open_session = engine.open

    async def watched(ids: Sequence[int] = ()) -> Any:
        opened.append(await open_session(ids))
        return opened[-1]

    engine.open = watched  # type: ignore[method-assign]
    try:
        async with pool.session() as executor:
            turn = Turn("20 + 22?", engine=engine, executor=executor, **options)
            events = [event async for event in turn.events()]
    finally:
        await engine.unload()
    return turn, events, text_of(name, opened[0].ids)


def text_of(name: str, ids: Sequence[int]) -> str:
    from mathcoder_kernel.engine.scripted import _Tokens

    tokens = _Tokens(dialect(name))
    return b"".join(p if isinstance(p := tokens.piece(i), bytes) else p.encode() for i in ids).decode()


def flat(pieces: Sequence[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.name for piece in pieces)


@pytest.mark.parametrize("name", NAMES)
async def test_a_question_is_answered_and_the_session_holds_what_training_would_see(
    tmp_path: Path, pool: PoolExecutor, name: str
) -> None:
    turn, events, text = await played(tmp_path, pool, name, SOLUTION)
    assert isinstance(events[-1], TurnFinished), events[-1]
    assert (turn.transcript.blocks, turn.transcript.answer) == (SOLUTION, "42")
    system = dialect(name).system
    wanted = Transcript("20 + 22?", SOLUTION, system=system)
    assert text == flat([piece for span in dialect(name).encode(wanted) for piece in span.pieces])


@pytest.mark.parametrize("name", ["tora", "qwen-math-tir", "mario"])
async def test_code_that_ends_a_message_is_run_and_the_message_goes_on(
    tmp_path: Path, pool: PoolExecutor, name: str
) -> None:
    turn, _events, text = await played(tmp_path, pool, name, SOLUTION, faults=Faults(ends_at_code=True))
    assert (turn.transcript.blocks, turn.transcript.answer) == (SOLUTION, "42")
    wanted = Transcript("20 + 22?", SOLUTION, system=dialect(name).system)
    assert text == flat([piece for span in dialect(name).encode(wanted) for piece in span.pieces])


async def test_where_only_prints_are_read_a_last_value_is_printed(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = (
        lce.code("from fractions import Fraction\nFraction(1, 2)"),
        lce.execution("1/2"),
        lce.text(r"\boxed{1/2}"),
    )
    turn, _, _ = await played(tmp_path, pool, "tora", blocks)
    assert turn.transcript.blocks == blocks  # MathCoder would read Fraction(1, 2)


async def test_long_output_is_cut_as_the_family_cuts_it_and_the_cut_is_recorded(
    tmp_path: Path, pool: PoolExecutor
) -> None:
    seen = "x" * 200 + "..." + "y" * 200
    blocks = (lce.code("print('x' * 5000 + 'y' * 5000, end='')"), lce.execution(seen), lce.text(r"\boxed{1}"))
    turn, _, _ = await played(tmp_path, pool, "qwen-math-tir", blocks)
    assert turn.transcript.blocks[1] == lce.execution(seen, cut=Cut(200, 200, 9600))


async def test_errors_read_as_the_family_writes_them(tmp_path: Path, pool: PoolExecutor) -> None:
    error = "Runtime errors: ZeroDivisionError: division by zero"
    blocks = (lce.code("print(1/0)"), lce.execution(error), lce.text(r"\boxed{none}"))
    turn, _, _ = await played(tmp_path, pool, "deepseek-math", blocks)
    assert turn.transcript.blocks[1].content == error


async def test_nothing_printed_is_an_empty_output(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = (lce.code("x = 1"), lce.execution(""), lce.text(r"\boxed{1}"))
    turn, _, _ = await played(tmp_path, pool, "tora", blocks)
    assert turn.transcript.blocks == blocks


async def test_a_box_ends_the_answer_before_code_that_follows_it(tmp_path: Path, pool: PoolExecutor) -> None:
    blocks = (lce.text(r"It is \boxed{3}."), lce.code("print(3)"), lce.execution("3"), lce.text("no"))
    turn, events, _ = await played(tmp_path, pool, "tora", blocks)
    assert isinstance(events[-1], TurnFinished)
    assert (turn.transcript.answer, turn.stats.code_blocks) == ("3", 0)
    turn, _, _ = await played(tmp_path, pool, "numina-tir", (*blocks[:3], lce.text(r"So \boxed{3}.")))
    assert (turn.transcript.answer, turn.stats.code_blocks) == ("3", 1)


async def test_the_dialect_limits_rounds_unless_a_person_does(tmp_path: Path, pool: PoolExecutor) -> None:
    steps = tuple(b for n in range(4) for b in (lce.code(f"print({n})"), lce.execution(str(n))))
    blocks = (*steps, lce.text(r"\boxed{3}"))
    turn, events, _ = await played(tmp_path, pool, "deepseek-math", blocks)  # two rounds
    assert isinstance(events[-1], TurnFailed)
    assert "all its 2 code blocks" in events[-1].reason
    assert len(turn.transcript.of_kind(BlockKind.EXECUTION)) == 2
    turn, events, _ = await played(tmp_path, pool, "deepseek-math", blocks, budgets=Budgets(code_blocks=8))
    assert turn.transcript.answer == "3"


async def test_an_unfinished_answer_goes_on_in_its_message(tmp_path: Path, pool: PoolExecutor) -> None:
    turn, _, text = await played(tmp_path, pool, "qwen-math-tir", SOLUTION, blocks=SOLUTION[:3])
    assert turn.transcript.answer == "42"
    assert text.count("<|im_start|>") == 3


async def test_a_script_that_a_dialect_cannot_write_is_refused_in_a_sentence(
    tmp_path: Path, pool: PoolExecutor
) -> None:
    blocks = (lce.code("print('```output')"), lce.execution("```output"), lce.text("done"))
    script = tmp_path / "s.json"
    script.write_text(json.dumps(Transcript("q", blocks).to_json()), encoding="utf-8")
    engine = ScriptedEngine(script, dialect="tora")
    async with pool.session() as executor:
        turn = Turn("q", engine=engine, executor=executor)
        events = [event async for event in turn.events()]
    assert isinstance(events[-1], TurnFailed)
    assert "cannot be played" in events[-1].reason
