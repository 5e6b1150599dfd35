"""Many questions from a file: each in a namespace of its own, results as JSON lines, resumable.

Generated code runs in throw-away processes of the pool, so that no question sees another's variables and none can hang
or end the run.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from mathcoder_kernel.kernel.interrupts import StopOnInterrupt, stop_on_interrupt
from mathcoder_kernel.kernel.terminal import fresh_tutor, row
from mathcoder_kernel.kernel.tutor import Tutor
from mathcoder_kernel.kernel.views import SilentView


class BadRow(ValueError):
    """A line that is no question; the message names the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the file."""

    id: str | int
    question: str


def read_rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a file in order, bad ones as the error that says why; OSError where it cannot be read."""
    seen: set[str | int] = set()
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _row(line, seen)
            except ValueError as error:
                yield BadRow(f"{path.name}, line {number}: {error}")


def _row(line: str, seen: set[str | int]) -> Row:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg}, column {error.colno})") from None
    if not isinstance(record, dict):
        raise ValueError('not an object like {"id": 1, "question": "…"}')
    identity, question = record.get("id"), record.get("question")
    if not isinstance(identity, str | int) or isinstance(identity, bool):
        raise ValueError('"id" must be a text or a whole number')
    if not isinstance(question, str) or not question.strip():
        raise ValueError('"question" must be a text that is not empty')
    if identity in seen:
        raise ValueError(f"the id {identity!r} was there before")
    seen.add(identity)
    return Row(identity, question)


def answered(path: Path) -> dict[str | int, str]:
    """Ids and questions that a results file holds already; a last line cut off in the middle is removed from it."""
    if not path.exists():
        return {}
    questions: dict[str | int, str] = {}
    good = 0
    with path.open("rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                break
            with suppress(ValueError, KeyError, TypeError):
                record = json.loads(line)
                questions[record["id"]] = record["question"]
            good += len(line)
    if good < path.stat().st_size:
        with path.open("r+b") as file:
            file.truncate(good)
    return questions


def answer_file(path: Path, out: Path | None, settings: Mapping[str, str]) -> int:
    """Answer every row of `path`; the exit code is 1 if a row was bad or a question could not be put to the model."""
    from tqdm import tqdm

    from mathcoder_kernel.execution.pool import PoolError

    try:
        rows = list(read_rows(path))
        done = answered(out) if out is not None else {}
        if out is not None:
            out.open("a").close()  # before the first question, and not after it, one learns that it cannot be written
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    bad = [row for row in rows if isinstance(row, BadRow)]
    for wrong in bad:
        print(wrong, file=sys.stderr)
    questions = [row for row in rows if isinstance(row, Row)]
    todo = [row for row in questions if row.id not in done]
    other = next((row for row in questions if done.get(row.id, row.question) != row.question), None)
    if other is not None:
        print(f"{out} answers another question under id {other.id!r}: name another file with --out.", file=sys.stderr)
        return 1
    if len(todo) < len(questions):
        print(f"{len(questions) - len(todo)} of {len(questions)} were answered before.", file=sys.stderr)
    with fresh_tutor(settings) as tutor, tqdm(total=len(todo), file=sys.stderr, unit="question") as bar:
        target = out.open("a", encoding="utf-8", newline="\n") if out is not None else sys.stdout
        try:
            failed = asyncio.run(_answer_all(tutor, todo, target, bar))
        except PoolError as error:
            print(f"Generated code cannot be run: {error}. What was answered before is kept.", file=sys.stderr)
            return 1
        finally:
            if out is not None:
                target.close()
    return 1 if bad or failed else 0


async def _answer_all(tutor: Tutor, rows: list[Row], target: TextIO, bar: Any) -> int:
    """Answer in order, one line each as soon as it is there; how many could not be put to the model."""
    failed = 0
    pool = tutor.pool()
    for asked in rows:
        with stop_on_interrupt() as interrupt:
            record, trouble = await _answer(tutor, pool, asked, interrupt)
        failed += trouble
        with bar.external_write_mode(file=target):
            target.write(json.dumps(record, ensure_ascii=False) + "\n")
            target.flush()
        bar.update()
    return failed


async def _answer(tutor: Tutor, pool: Any, asked: Row, interrupt: StopOnInterrupt) -> tuple[dict[str, Any], bool]:
    async with pool.session() as executor:
        outcome = await tutor.ask(asked.question, SilentView(), interrupt=interrupt, executor=executor)
    tutor.history.clear()
    if outcome.stopped:
        raise KeyboardInterrupt
    return row(asked.id, asked.question, outcome), outcome.failed
