"""The questions of an evaluation: problems of our families, kinds that no family teaches, test sets, files of rows.

A row is a JSON object with `question` (or `problem`) and `answer`; `id`, `topic` (or `subject`), `level` and `options`
count where they are there. `answer` null means that the question is to be refused. `also` holds other forms of the
right answer: a list of strings, or one string.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from finetune.data.check import read_questions
from finetune.data.files import DataError, lines_of
from finetune.data.generate import solved
from finetune.evaluate.held_out_tasks import held_out_task_questions
from finetune.evaluate.solving import Asked
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.lce.transcript import Transcript
from mathcoder_kernel.problems import family

FRESH, HELD_OUT, HELD_OUT_TASKS = "fresh", "held-out", "held-out-tasks"
TITLES = {FRESH: "fresh seeds", HELD_OUT: "held-out phrasings", HELD_OUT_TASKS: "held-out task types"}
"""Names of the generated sets on the command line → in reports."""

FOLDER_VARIABLE = "MATHCODER_TEST_SETS"
"""Where test sets lie that are named and not given as files."""


def read_sets(
    names: Sequence[str],
    pool: PoolExecutor,
    *,
    count: int,
    seed: int,
    limit: int | None = None,
    folder: Path | None = None,
) -> dict[str, list[Asked]]:
    """The questions of sets: those of TITLES, a file, or NAME for NAME_test.jsonl[.gz] in `folder`.

    `count` problems are generated; of any other set `limit` questions are drawn (None: all). DataError for an unknown
    set, and for two files of one name.
    """
    sets: dict[str, list[Asked]] = {}
    files: dict[str, Path] = {}
    for name in names:
        if name == HELD_OUT_TASKS:
            sets[TITLES[name]] = held_out_task_questions(count, seed)
        elif name in TITLES:
            held_out = name == HELD_OUT
            sets[TITLES[name]] = _problems(pool, count, seed + held_out, held_out=held_out)
        else:
            path = set_file(name, folder)
            if files.setdefault(set_name(path), path).resolve() != path.resolve():
                other = files[set_name(path)]
                raise DataError(f"{other} and {path} would both be the set {set_name(path)!r}: rename one of them")
            asked = read_file(path)
            sets[set_name(path)] = asked if limit is None else sample(asked, limit, seed)
    return sets


def set_file(name: str, folder: Path | None) -> Path:
    """Where the set lies."""
    if Path(name).is_file():
        return Path(name)
    home = folder or (Path(os.environ[FOLDER_VARIABLE]) if FOLDER_VARIABLE in os.environ else None)
    tried = []
    if home is not None:
        for stem in (f"{name}_test", name):
            for ending in (".jsonl", ".jsonl.gz"):
                tried.append(home / f"{stem}{ending}")
                if tried[-1].is_file():
                    return tried[-1]
    where = f"looked for {tried[0].name}[.gz] in {home}" if home else "no folder of test sets was given (--sets-folder)"
    raise DataError(f"there is no set {name!r}: {where}; known without files are {', '.join(TITLES)}")


def read_file(path: Path) -> list[Asked]:
    """Every row of a file; DataError names a bad line."""
    read_questions(path)  # says what is wrong with a bad line
    rows = [(line, json.loads(text)) for line, text in enumerate(lines_of(path), start=1) if text.strip()]
    for line, row in rows:
        also = row.get("also", [])
        if not isinstance(also, str) and not (isinstance(also, list) and all(isinstance(form, str) for form in also)):
            raise DataError(
                f"{path}, line {line}: `also` holds other forms of the answer, as a list of strings or one string"
            )
    asked = [_asked(row, number, set_name(path)) for number, (_, row) in enumerate(rows)]
    seen: Counter[str] = Counter()
    for number, question in enumerate(asked):
        seen[question.id] += 1
        if seen[question.id] > 1:
            asked[number] = replace(question, id=f"{question.id}#{seen[question.id]}")
    return asked


def set_name(path: Path) -> str:
    """What a file's set is called in reports."""
    return path.name.split(".")[0].removesuffix("_test")


def sample(asked: Sequence[Asked], count: int, seed: int) -> list[Asked]:
    """`count` of the questions, the same for the same seed, in their own order; all where there are no more."""
    if len(asked) <= count:
        return list(asked)
    order = sorted(range(len(asked)), key=lambda n: hashlib.sha256(f"{seed} {asked[n].id}".encode()).digest())
    return [asked[n] for n in sorted(order[:count])]


def digest(sets: Mapping[str, Sequence[Asked]]) -> str:
    """SHA-256 of all questions and answers."""
    record = {name: [[a.id, a.question, a.answer, list(a.also)] for a in asked] for name, asked in sorted(sets.items())}
    return hashlib.sha256(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _asked(row: Mapping[str, Any], number: int, name: str) -> Asked:
    answer, level = row.get("answer"), row.get("level")
    answer = None if answer is None else str(answer)
    also = row.get("also", [])
    return Asked(
        id=str(row.get("id", number)),
        topic=str(row.get("topic") or row.get("subject") or name),
        question=row.get("question") or row["problem"],
        answer=answer,
        level=None if level is None else str(level),
        also=(*([also] if isinstance(also, str) else also), *_option(answer, row.get("options"))),
    )


def _option(answer: str | None, options: Any) -> tuple[str, ...]:
    """Where the answer is the letter of an option, what that option says is right too."""
    if answer is None or len(answer) != 1 or not options:
        return ()
    if isinstance(options, Mapping):
        found = [str(text) for letter, text in options.items() if str(letter).lower() == answer.lower()]
    else:
        found = [text[2:].strip() for text in map(str, options) if text[:2].lower() == f"{answer.lower()})"]
    return tuple(found)


def _problems(pool: PoolExecutor, count: int, seed: int, *, held_out: bool) -> list[Asked]:
    """Problems of another seed whose teacher's code runs and states its answer."""
    asked: list[Asked] = []
    problems = list(islice(family.generate(seed, held_out=held_out), count))
    for number, (problem, results) in enumerate(
        zip(problems, pool.run_many((p.codes for p in problems), Limits(seconds=10.0)), strict=True)
    ):
        transcript = solved(problem, results)
        if isinstance(transcript, Transcript):
            asked.append(Asked(f"{problem.task}-{number}", problem.topic, problem.question, transcript.answer))
    return asked
