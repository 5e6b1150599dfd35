"""Notebook and transcript: what was written comes back, what a person changed counts."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.execution.outputs import result_of
from mathcoder_kernel.lce.notebook import NotebookError, asks_again, from_notebook, question_of, to_cells, to_notebook
from mathcoder_kernel.lce.transcript import (
    Block,
    Cut,
    ExecutionStatus,
    Transcript,
    code,
    execution,
    read_jsonl,
    text,
)

TURN = Transcript(
    "Solve 2x + 3 = 11.",
    (
        text("Subtract, then divide."),
        code("(11 - 3) / 2"),
        execution("4.0"),
        text(r"So $\boxed{4}$."),
    ),
    answer="4",
    system="Solve.",
    id="turn-1",
    meta={"model": "m"},
)


def read_as_the_kernel_does(outputs: Any) -> Block:
    return result_of(outputs).block()


def test_a_turn_becomes_cells_of_a_valid_notebook() -> None:
    notebook = to_notebook(TURN)
    nbformat.validate(notebook)
    assert [(cell["cell_type"], cell["source"]) for cell in notebook["cells"]] == [
        ("code", "%%mathcoder\nSolve 2x + 3 = 11."),
        ("markdown", "Subtract, then divide."),
        ("code", "(11 - 3) / 2"),
        ("markdown", r"So $\boxed{4}$."),
    ]
    assert notebook["cells"][2]["outputs"] == [{"output_type": "stream", "name": "stdout", "text": "4.0"}]


def test_what_was_written_comes_back_also_through_a_file() -> None:
    notebook = nbformat.reads(nbformat.writes(nbformat.from_dict(to_notebook(TURN, TURN))), as_version=4)
    first, second = from_notebook(notebook)
    assert first == second == TURN
    assert first.meta == TURN.meta


def test_all_recorded_transcripts_come_back(recorded_path: Path) -> None:
    for transcript in read_jsonl(recorded_path):
        assert from_notebook(json.loads(json.dumps(to_notebook(transcript)))) == [transcript]


def test_an_edited_cell_wins_and_the_answer_follows_the_text() -> None:
    notebook = to_notebook(TURN)
    notebook["cells"][3]["source"] = r"So $\boxed{5}$."
    notebook["cells"][0]["source"] = "%%mathcoder\nSolve 2x + 3 = 13."
    (read,) = from_notebook(notebook)
    assert read.answer == "5"
    assert read.question == "Solve 2x + 3 = 13."


def test_changed_outputs_are_read_by_the_given_rule() -> None:
    notebook = to_notebook(TURN)
    notebook["cells"][2]["source"] = "x = (13 - 3) / 2; print(x); x"
    notebook["cells"][2]["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": "5.0\n"},
        {"output_type": "execute_result", "execution_count": 3, "data": {"text/plain": "5.0"}, "metadata": {}},
    ]
    (read,) = from_notebook(notebook, read_outputs=read_as_the_kernel_does)
    assert read.blocks[1:3] == (code("x = (13 - 3) / 2; print(x); x"), execution("5.0\n5.0"))


def test_errors_cuts_and_code_that_never_ran_are_kept() -> None:
    transcript = Transcript(
        "q",
        (
            code("1/0"),
            execution("ZeroDivisionError: division by zero", ExecutionStatus.ERROR),
            code("print('a' * 9)"),
            execution("aa…aa", cut=Cut(2, 2, 5)),
            code("while True: pass"),
            execution("TimeoutError: stopped", ExecutionStatus.TIMEOUT),
            code("import os"),
        ),
    )
    notebook = to_notebook(transcript)
    nbformat.validate(notebook)
    assert notebook["cells"][1]["outputs"][0]["ename"] == "ZeroDivisionError"
    assert from_notebook(notebook) == [transcript]


def test_a_persons_own_cells_and_deleted_cells_do_not_count() -> None:
    notebook = to_notebook(TURN)
    own = {"cell_type": "code", "id": "mine", "metadata": {}, "source": "1", "outputs": [], "execution_count": 1}
    notebook["cells"].insert(2, own)
    del notebook["cells"][1]
    (read,) = from_notebook(notebook)
    assert read.blocks == TURN.blocks[1:]


def test_one_turn_can_be_named() -> None:
    notebook = to_notebook(TURN, Transcript("other", id="turn-2"))
    assert [t.question for t in from_notebook(notebook, "turn-2")] == ["other"]
    with pytest.raises(NotebookError, match="turn-9"):
        from_notebook(notebook, "turn-9")
    with pytest.raises(NotebookError, match="no notebook"):
        from_notebook({"worksheets": []})


def test_real_outputs_are_kept_beside_the_models_text() -> None:
    outputs = [{"output_type": "display_data", "data": {"image/png": "AAAA", "text/plain": "<Figure>"}, "metadata": {}}]
    cells = to_cells(TURN, "t", outputs=[outputs])
    assert cells[2]["outputs"] == outputs
    assert from_notebook({"cells": cells}) == [TURN]


@pytest.mark.parametrize(
    ("source", "question"),
    [
        ("%%mathcoder\nSolve x = 2", "Solve x = 2"),
        ("%%mathcoder --model m\nSolve x = 2", "Solve x = 2"),
        ("%%mathcoder What is 2 + 2?", "What is 2 + 2?"),
        ("# Exercise 3\n\n%%mathcoder\nWhat is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder ask What is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder What is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder vote 8 What is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder Vote 8 --seed 7 What is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder --seed=7 --temperature 0.9 What is 2 + 2?", "What is 2 + 2?"),
        ("%mathcoder Is 8 --3 + 5 positive?", "Is 8 --3 + 5 positive?"),
    ],
)
def test_every_way_to_ask_is_read(source: str, question: str) -> None:
    assert question_of(source) == question


def vote_cell(turn: str, **about: str) -> dict[str, Any]:
    metadata = {"mathcoder": {"turn": turn, "kind": "question", **about}}
    return {"cell_type": "code", "source": "%mathcoder vote 8", "metadata": metadata, "outputs": []}


def test_a_vote_on_the_question_before_has_that_question() -> None:
    cells = [*to_cells(TURN, "t"), vote_cell("v")]
    assert [t.question for t in from_notebook({"cells": cells})] == [TURN.question] * 2
    assert [t.question for t in from_notebook({"cells": cells}, "v")] == [TURN.question]
    cells[-1] = vote_cell("v", question="What is 2 + 2?")
    assert from_notebook({"cells": cells})[1].question == "What is 2 + 2?"


@pytest.mark.parametrize(
    "source",
    ["%mathcoder vote 8", "# again\n%mathcoder vote 8", "\n %mathcoder vote 8\n", "%mathcoder vote 8 --seed 3 x"],
)
def test_a_bare_vote_asks_again_also_under_a_comment(source: str) -> None:
    assert asks_again(source) == (not source.endswith("x"))


def test_a_vote_on_a_question_that_nothing_tells_is_left_out() -> None:
    assert from_notebook({"cells": [vote_cell("v")]}) == []


hostile = st.text(
    st.one_of(st.sampled_from("`%<|>\r\n\t $\\{}"), st.characters(exclude_categories=["Cs"])), max_size=30
) | st.sampled_from(
    ["```python\n1\n```", "<|endofblock|>", "%%mathcoder\nx", "a\r\nb", "\u2028", "<empty_execution>", ""]
)


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    blocks: list[Block] = []
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            blocks.append(text(draw(hostile)))
        else:
            blocks.append(code(draw(hostile)))
            if draw(st.booleans()):
                blocks.append(execution(draw(hostile), draw(st.sampled_from(ExecutionStatus))))
    return Transcript(
        draw(hostile.filter(str.strip)), tuple(blocks), draw(st.none() | hostile), id=draw(st.none() | hostile)
    )


@settings(max_examples=150)
@given(transcripts())
def test_hostile_text_comes_back_through_json(transcript: Transcript) -> None:
    notebook = to_notebook(transcript, transcript)
    nbformat.validate(copy.deepcopy(notebook))
    assert from_notebook(json.loads(json.dumps(notebook))) == [transcript, transcript]
