"""Notebook ⇄ transcript, on nbformat 4.5 dicts (nothing imported for it).

A turn is a question cell (`%%mathcoder` + the question), then a markdown cell for each text block and a code cell with
its outputs for each code block. `metadata.mathcoder` of a cell holds `turn`, `kind` (question, text, code) and `hash`
of the source as it was written; a text cell's also `text`, the block itself where other signs show it; the question's
also what a transcript has beside its blocks; a code cell's the `execution` (status, exact text, cut) with the hash of
its outputs.

Reading takes the cells as they are now: edited, moved and deleted cells count, and outputs that changed are read by the
caller's rule. What did not change comes back exactly. Cells that are no part of a turn are left out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.asking import without_comments_above
from mathcoder_kernel.lce.transcript import (
    Block,
    BlockKind,
    Cut,
    ExecutionStatus,
    Transcript,
    TranscriptError,
    code,
    execution,
    text,
)

KEY = "mathcoder"
EMPTY_EXECUTION = "<empty_execution>"

Cell: TypeAlias = Mapping[str, Any]
Outputs: TypeAlias = Sequence[Mapping[str, Any]]
ReadOutputs: TypeAlias = Callable[[Outputs], Block]
"""Turns the outputs of a cell into an execution block (`execution.outputs.result_of(outputs).block()`)."""


class NotebookError(ValueError):
    """Raised for what is no notebook, or for a turn that it does not hold; the message says which."""


def to_notebook(*transcripts: Transcript) -> dict[str, Any]:
    """A notebook with these transcripts, a turn each, named by the transcripts' ids, else t1, t2, …

    Outputs are what a transcript keeps of them: text.
    """
    cells: list[dict[str, Any]] = []
    taken: set[str] = set()
    for position, transcript in enumerate(transcripts, 1):
        turn = transcript.id or f"t{position}"
        if turn in taken:
            turn = f"{turn}-{position}"
        taken.add(turn)
        cells += to_cells(transcript, turn, first=len(cells))
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "MathCoder", "language": "python", "name": "mathcoder"},
            "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def to_cells(
    transcript: Transcript, turn: str, *, first: int = 0, outputs: Sequence[Outputs] | None = None
) -> list[dict[str, Any]]:
    """The cells of one turn. `outputs`: the real outputs of the code blocks that ran, in order; else their text."""
    about: dict[str, Any] = {}
    for name in ("id", "system", "answer"):
        if (value := getattr(transcript, name)) is not None:
            about[name] = value
    if transcript.meta:
        about["meta"] = dict(transcript.meta)
    cells = [_cell("code", f"%%mathcoder\n{transcript.question}", turn, "question", first, about)]
    real = iter(outputs) if outputs is not None else None
    for number, block in enumerate(transcript.blocks):
        if block.kind is BlockKind.TEXT:
            cells.append(_cell("markdown", block.content, turn, "text", first + len(cells), {}))
        elif block.kind is BlockKind.CODE:
            cell = _cell("code", block.content, turn, "code", first + len(cells), {})
            following = transcript.blocks[number + 1 : number + 2]
            if following and following[0].kind is BlockKind.EXECUTION:
                shown = next(real, None) if real is not None else None
                _add_execution(cell, following[0], shown)
            cells.append(cell)
    return cells


def from_notebook(
    notebook: Mapping[str, Any], turn: str | None = None, *, read_outputs: ReadOutputs | None = None
) -> list[Transcript]:
    """The transcripts of a notebook's turns (or of one), from the cells as they are now.

    `read_outputs` is asked for outputs that are not those written with the cell; without it their plain text counts.
    A turn whose question cell was deleted is left out. Raises NotebookError for what is no nbformat 4 notebook, and for
    a named turn that is not there.
    """
    cells = notebook.get("cells") if isinstance(notebook, Mapping) else None
    if not isinstance(cells, list):
        raise NotebookError("this is no notebook of format 4: it has no list of cells")
    turns: dict[str, list[tuple[Cell, Mapping[str, Any]]]] = {}
    for cell in cells:
        metadata = cell.get("metadata") if isinstance(cell, Mapping) else None
        about = metadata.get(KEY) if isinstance(metadata, Mapping) else None
        if isinstance(about, Mapping) and isinstance(about.get("turn"), str):
            turns.setdefault(about["turn"], []).append((cell, about))
    transcripts = []
    before: str | None = None
    for name, members in turns.items():
        question = _question(members, before)
        if question is None:
            continue
        before = question
        if turn is None or name == turn:
            transcripts.append(_read_turn(question, members, read_outputs or _plain_outputs))
    if turn is not None and not transcripts:
        raise NotebookError(f"this notebook has no turn {turn!r} with its question")
    return transcripts


_SAME_AGAIN = re.compile(r"%%?mathcoder\s+vote\s+\d+\s*", re.IGNORECASE)
_BEFORE_QUESTION = re.compile(r"^(?:ask\s+|vote\s+\d+\s+(?=\S))?(?:--[a-z][\w-]*(?:=\S*|\s+\S+)\s+)*", re.IGNORECASE)


def question_of(source: str) -> str:
    """The question in an asking cell: the body under `%%mathcoder`, or the rest of the line where there is no body."""
    line, newline, body = without_comments_above(source).partition("\n")
    asked = re.fullmatch(r"(%%?)mathcoder\b[ \t]*(.*?)\r?", line)
    if asked is None:
        return source
    if asked[1] == "%%" and newline and body.strip():
        return body
    return _BEFORE_QUESTION.sub("", asked[2])


def asks_again(source: str) -> bool:
    """Whether an asking cell, a bare `%mathcoder vote 8`, asks what was asked before it and does not say what that was.

    The cell's metadata says it (`question`); without them it is the question of the turn above.
    """
    return _SAME_AGAIN.fullmatch(without_comments_above(source).strip()) is not None


Members = list[tuple[Cell, Mapping[str, Any]]]


def _question(members: Members, before: str | None) -> str | None:
    """What a turn asks; None where nothing says it. `before` is the question of the turn above it."""
    for cell, about in members:
        if about.get("kind") == "question":
            source = _joined(cell.get("source", ""))
            if not asks_again(source):
                return question_of(source)
            noted = about.get("question")
            return noted if isinstance(noted, str) else before
    return None


def _read_turn(question: str, members: Members, read_outputs: ReadOutputs) -> Transcript:
    about_turn: Mapping[str, Any] | None = None
    count: Any = None
    blocks: list[Block] = []
    untouched = True  # all that the answer depends on
    for cell, about in members:
        source = _joined(cell.get("source", ""))
        kind = about.get("kind")
        untouched = untouched and about.get("hash") == source_hash(source)
        if kind == "question" and about_turn is None:
            about_turn = about
            count = about.get("blocks")
        elif kind == "text":
            written = about.get("text")  # the model's own words, where they are shown in other signs
            if not isinstance(written, str) or about.get("hash") != source_hash(source):
                written = source
            blocks.append(text(written))
        elif kind == "code":
            blocks.append(code(source))
            ran = _read_execution(cell, about, read_outputs)
            if ran is not None:
                blocks.append(ran)
    about_turn = about_turn or {}
    answer = about_turn.get("answer")
    if not untouched or count not in (None, len(members) - 1):
        answer = next((boxed_answer(b.content) for b in reversed(blocks) if b.kind is BlockKind.TEXT), None)
    meta = about_turn.get("meta")
    return Transcript(
        question,
        tuple(blocks),
        answer,
        about_turn.get("system"),
        about_turn.get("id"),
        dict(meta) if isinstance(meta, Mapping) else {},
    )


def _read_execution(cell: Cell, about: Mapping[str, Any], read_outputs: ReadOutputs) -> Block | None:
    outputs = cell.get("outputs") or []
    written = about.get("execution")
    if isinstance(written, Mapping) and written.get("outputs") == _hash_of(outputs):
        cut = written.get("cut")
        try:
            return execution(written["text"], ExecutionStatus(written.get("status", "ok")), Cut(**cut) if cut else None)
        except (KeyError, TypeError, ValueError) as error:
            raise NotebookError(f"the metadata of a code cell is damaged: {error}") from error
    if not outputs and written is None and cell.get("execution_count") is None:
        return None  # never ran
    return read_outputs(outputs)


def _plain_outputs(outputs: Outputs) -> Block:
    parts = []
    status = ExecutionStatus.OK
    for output in outputs:
        kind = output.get("output_type")
        if kind == "stream" and output.get("name") != "stderr":
            parts.append(_joined(output.get("text", "")))
        elif kind == "execute_result":
            parts.append(_joined(output.get("data", {}).get("text/plain", "")))
        elif kind == "error":
            status = ExecutionStatus.ERROR
            parts.append(f"{output.get('ename', 'Error')}: {output.get('evalue', '')}")
    return execution("".join(parts).strip() or EMPTY_EXECUTION, status)


def _cell(cell_type: str, source: str, turn: str, kind: str, position: int, about: Mapping[str, Any]) -> dict[str, Any]:
    safe = re.sub(r"[^A-Za-z0-9_-]+", "-", turn)[:40]
    cell: dict[str, Any] = {
        "cell_type": cell_type,
        "id": f"{safe}-{position}",
        "metadata": {KEY: {"turn": turn, "kind": kind, "hash": source_hash(source), **about}},
        "source": source,
    }
    if cell_type == "code":
        cell |= {"execution_count": None, "outputs": []}
    return cell


def _add_execution(cell: dict[str, Any], block: Block, outputs: Outputs | None) -> None:
    cell["outputs"] = [dict(output) for output in outputs] if outputs is not None else _shown(block)
    written: dict[str, Any] = {
        "status": str(block.status),
        "text": block.content,
        "outputs": _hash_of(cell["outputs"]),
    }
    if block.cut is not None:
        written["cut"] = {"head": block.cut.head, "tail": block.cut.tail, "omitted": block.cut.omitted}
    cell["metadata"][KEY]["execution"] = written


def _shown(block: Block) -> list[dict[str, Any]]:
    """Outputs that show what a transcript kept: its text, or the error's line under what was printed before it."""
    if block.content == EMPTY_EXECUTION:
        return []
    outputs: list[dict[str, Any]] = []
    printed = block.content
    if block.status is not ExecutionStatus.OK:
        before, _, last = block.content.rstrip().rpartition("\n")
        raised = re.match(r"([A-Za-z_]\w*(?:Error|Exception|Interrupt|Warning|Exit|Iteration)): ?(.*)", last)
        if raised is not None:
            printed = before
            error = {"output_type": "error", "ename": raised[1], "evalue": raised[2], "traceback": [last]}
            outputs.append(error)
    if printed:
        outputs.insert(0, {"output_type": "stream", "name": "stdout", "text": printed})
    return outputs


def _joined(source: Any) -> str:
    """nbformat allows a string or a list of lines."""
    return source if isinstance(source, str) else "".join(str(line) for line in source)


def source_hash(source: str) -> str:
    """The hash by which a cell is known to be as it was written."""
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _hash_of(outputs: Outputs) -> str:
    """A hash that joining or splitting lines, as notebook files do, leaves alone."""

    def plain(value: Any, key: str = "") -> Any:
        if isinstance(value, Mapping):
            return {
                str(name): plain(item, str(name)) for name, item in sorted(value.items()) if name != "execution_count"
            }
        if isinstance(value, list | tuple):
            if key == "text" or "/" in key:  # stream text, and data by MIME type
                return "".join(map(str, value))
            return [plain(item) for item in value]
        return value

    return source_hash(json.dumps([plain(output) for output in outputs], default=str))


__all__ = ["NotebookError", "TranscriptError", "asks_again", "from_notebook", "question_of", "to_cells", "to_notebook"]
