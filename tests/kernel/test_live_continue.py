"""Continue from here, ask again, and what a notebook keeps of an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mathcoder_kernel.lce.notebook import from_notebook
from mathcoder_kernel.lce.transcript import BlockKind
from tests.kernel.extension import PlayedExtension
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import RunningKernel, started
from tests.kernel.test_live_cells import play

pytestmark = pytest.mark.kernel

FIRST = ("We add.", "py:a = 2\nb = 3\na + b", "Then we multiply.", "py:total = (a + b) * 10\ntotal", r"\(\boxed{50}\)")


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningKernel]:
    folder = tmp_path_factory.mktemp("live")
    script = write_script(folder / "script.json", *FIRST)
    with started(environment=script_environment(script), cwd=folder) as kernel:
        yield kernel


@pytest.fixture
def page(scripted: RunningKernel, tmp_path: Path) -> Iterator[PlayedExtension]:
    play(scripted, tmp_path, *FIRST)
    extension = PlayedExtension(scripted)
    yield extension
    extension.close()
    scripted.drain()


def carry_on(page: PlayedExtension, cell: dict[str, Any], **changes: Any) -> Any:
    """Continue from a cell: the asking cell is run with the cells as they are now."""
    turn = cell["metadata"]["mathcoder"]["turn"]
    place = [c["id"] for c in page.cells].index(cell["id"])
    cells = [c for c in page.cells[: place + 1] if c["id"] != page.asking]
    wanted = {"op": "continue", "turn": turn, "from": cell["id"], "cells": json.loads(json.dumps(cells)), **changes}
    page.messages.clear()
    return page.run(page.asking, mathcoder_request=wanted)


def test_continuing_from_an_edited_code_cell_goes_on_from_its_new_result(
    page: PlayedExtension, scripted: RunningKernel, tmp_path: Path
) -> None:
    page.ask("How many?")
    first = page.generated("code")[0]
    first["source"] = "a = 4\nb = 3\na + b"
    page.run(first["id"])
    play(scripted, tmp_path, "We add.", "py:" + first["source"], "Go on.", FIRST[3], r"\(\boxed{70}\)")
    assert carry_on(page, first).reply["status"] == "ok"
    (begin,) = page.told("begin")
    assert begin["mode"] == "continue"
    assert begin["turn"] == first["metadata"]["mathcoder"]["turn"]
    kinds = [cell["metadata"]["mathcoder"]["kind"] for cell in page.generated()]
    assert kinds == ["text", "code", "text", "code", "text", "answer"]
    assert page.generated("code")[0] is first
    assert page.executed(page.generated("code")[1]["id"]).value == "70"
    assert page.told("answer")[0]["plain"] == "70"
    assert len({cell["metadata"]["mathcoder"]["turn"] for cell in page.generated()}) == 1


def test_the_model_reads_the_cells_as_they_are(page: PlayedExtension, scripted: RunningKernel) -> None:
    page.ask("How many?")
    first = page.generated("code")[0]
    first["source"] = "a = 4\na + b"
    page.run(first["id"])
    carry_on(page, first)
    blocks = page.run(
        page.add("[(str(b.kind), b.content) for b in get_ipython().mathcoder.tutor.last.transcript.blocks[:3]]")
    ).value
    assert eval(blocks) == [("text", "We add."), ("code", "a = 4\na + b"), ("execution", "7")]


def test_code_that_was_not_run_since_its_edit_is_run_first(page: PlayedExtension) -> None:
    page.ask("How many?")
    first = page.generated("code")[0]
    first["source"], first["outputs"], first["execution_count"] = "a = 6\na + b", [], None
    carry_on(page, first)
    assert page.told("run")[0]["id"] == first["id"]
    assert page.executed(first["id"]).value == "9"
    assert page.told("end")[0]["outcome"] == "answered"


def test_words_that_nobody_edited_are_the_models_own_again(
    page: PlayedExtension, scripted: RunningKernel, tmp_path: Path
) -> None:
    said = r"Let \(x < 3\) and [1, 2]."
    play(scripted, tmp_path, said, "py:1", r"\(\boxed{1}\)")
    page.ask()
    words = page.generated("text")[0]
    assert words["source"] != said
    carry_on(page, words)
    last = page.run(page.add("get_ipython().mathcoder.tutor.last.transcript.blocks[0].content")).value
    assert eval(last) == said


def test_cells_that_cannot_be_read_are_said_and_nothing_is_removed(page: PlayedExtension) -> None:
    page.ask("How many?")
    before = len(page.cells)
    executed = carry_on(page, page.generated("code")[0], cells=[{"cell_type": "raw"}])
    assert "could not be read" in executed.shown
    assert len(page.cells) == before
    assert not page.told("begin")
    assert "could not be read" in carry_on(page, page.generated("code")[0], cells="none").shown


def test_asking_again_replaces_unchanged_cells_and_keeps_edited_ones_as_stale(page: PlayedExtension) -> None:
    page.ask("How many?")
    edited = page.generated("code")[0]
    edited["source"] += "  # mine"
    old = {cell["id"] for cell in page.generated()}
    page.messages.clear()
    page.run(page.asking, mathcoder_request={"op": "again"})
    kept = [cell for cell in page.generated() if cell["id"] in old]
    assert kept == [edited]
    assert edited["metadata"]["mathcoder"]["stale"] is True
    assert len(page.generated()) == 1 + 6
    history = page.run(page.add("len(get_ipython().mathcoder.tutor.history)")).value
    page.run(page.asking)
    assert page.run(page.add("len(get_ipython().mathcoder.tutor.history)")).value == history


def test_the_notebook_is_a_transcript(page: PlayedExtension) -> None:
    page.ask("How many?")
    turn = page.told("begin")[0]["turn"]
    (transcript,) = from_notebook({"cells": page.cells}, turn)
    assert transcript.question == "How many?"
    kinds = [block.kind for block in transcript.blocks]
    assert kinds == [
        BlockKind.TEXT, BlockKind.CODE, BlockKind.EXECUTION, BlockKind.TEXT, BlockKind.CODE, BlockKind.EXECUTION,
        BlockKind.TEXT,
    ]  # fmt: skip
    assert transcript.blocks[5].content == "50"


def test_a_box_outside_maths_is_shown_as_maths_and_read_back_exactly(
    page: PlayedExtension, scripted: RunningKernel, tmp_path: Path
) -> None:
    said = r"So x = \boxed{4}, that is < 5."
    play(scripted, tmp_path, said)
    page.ask()
    assert page.generated("text")[0]["source"] == r"So x = $\boxed{4}$, that is &#60; 5."
    (transcript,) = from_notebook({"cells": page.cells}, page.told("begin")[0]["turn"])
    assert [block.content for block in transcript.blocks] == [said]
    assert transcript.answer == "4"


def test_generated_cells_run_in_a_plain_kernel(page: PlayedExtension, tmp_path: Path) -> None:
    from tests.kernel.starting import IPYKERNEL

    page.ask("How many?")
    codes = [cell["source"] for cell in page.generated("code")]
    with started(IPYKERNEL, cwd=tmp_path) as plain:
        assert [plain.run(code).value for code in codes] == ["5", "50"]


def test_explaining_an_error_through_the_protocol(page: PlayedExtension) -> None:
    failing = page.add("x = 5\ny = 2(x + 1)")
    error = page.run(failing).errors[0]
    page.say("explain", request="e1", cell=failing, source=page.cell(failing)["source"], **error)
    page.until(lambda: bool(page.told("explained")))
    (told,) = page.told("explained")
    assert (told["request"], told["cell"], told["line"]) == ("e1", failing, 2)
    assert told["fix"] == "y = 2*(x + 1)"
    assert "product" in told["text"]


def test_a_large_model_that_is_loaded_can_be_asked_about_an_error(page: PlayedExtension) -> None:
    failing = page.add("y = 1 / 0")
    error = page.run(failing).errors[0]

    def explained() -> dict[str, Any]:
        before = len(page.told("explained"))
        page.say("explain", request="e", cell=failing, source=page.cell(failing)["source"], **error)
        page.until(lambda: len(page.told("explained")) > before)
        return dict(page.told("explained")[-1])

    page.ask()
    assert explained()["ask"] is None, "the model is small"
    page.run(page.add("import mathcoder_kernel.kernel.tutor as tutor\ntutor.LARGE = 0"))
    asked = explained()["ask"]
    assert asked["model"] == "scripted"
    assert "ZeroDivisionError" in asked["question"]
    assert "y = 1 / 0" in asked["question"]
    page.run(page.add("%mathcoder unload"))
    assert explained()["ask"] is None, "none is loaded"


def test_explaining_the_last_error_in_any_frontend(page: PlayedExtension) -> None:
    page.run(page.add("a = [1, 2]\nprint(a[5])"))
    said = page.run(page.add("%mathcoder explain")).stdout
    assert "line 2: print(a[5])" in said
    assert "count from 0" in said


def test_explaining_a_line_that_is_no_python(page: PlayedExtension) -> None:
    page.run(page.add("x = 3\ny = 2x + 1"))
    said = page.run(page.add("%mathcoder explain")).stdout
    assert "line 2: y = 2x + 1" in said
    assert "y = 2*x + 1" in said
