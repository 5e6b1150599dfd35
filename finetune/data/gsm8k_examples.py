"""Training examples from GSM8K rows: programs of `finetune.data.gsm8k`, varied in numbers and names, really executed.

Numbers of a question change where nothing else in the program may mean the same value; the new results must be of the
same kind (whole where they were whole, of the same sign, not much larger). Names change to others of the same gender,
which is learned from the pronouns of the file. An example is kept if its execution gives what exact arithmetic gives.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from finetune.data.check import TestQuestions
from finetune.data.files import DataError, lines_of
from finetune.data.generate import GenerateError, solved, write_whole
from finetune.data.gsm8k import SPELLED, TASK, NoProgram, Number, Program, number_in, program
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.lce.transcript import Transcript, read_jsonl
from mathcoder_kernel.problems.family import question_key
from mathcoder_kernel.problems.problem import Problem
from mathcoder_kernel.problems.story import PEOPLE

ROWS_OF_A_SHARD = 500
VALIDATION_EVERY = 100
"""Every so many rows one is for the validation loss: without variants, and none of it in training."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the data set."""

    identity: str
    question: str
    solution: str
    answer: str


def read_rows(path: Path) -> tuple[list[Row], int]:
    """The rows of a file {id, question, solution, answer}, and how many were left out because they are marked as
    overlapping a test set; DataError names a bad line."""
    rows: list[Row] = []
    overlapping = 0
    for number, line in enumerate(lines_of(path), start=1):
        try:
            record = json.loads(line)
            row = Row(*(str(record[key]) for key in ("id", "question", "solution", "answer")))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise DataError(
                f"{path}, line {number}: a JSON object with id, question, solution and answer is expected ({error})"
            ) from error
        if record.get("overlap"):
            overlapping += 1
        else:
            rows.append(row)
    if not rows:
        raise DataError(f"{path} holds no rows")
    return rows, overlapping


# --- names

_CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_NOT_PEOPLE = re.compile(
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    "September|October|November|December|Christmas|Easter|Halloween|Thanksgiving|Valentine|English|Spanish|French|"
    "America|American|Texas|California|Florida|Alaska|Paris|London|York|Mars|Earth|Disney"
)
_BEFORE_PLACES = re.compile(r"\b(?:in|at|on|from|the|an?|of|every|each|during|this|last|next|to)$", re.IGNORECASE)


class Names:
    """Which capitalised words of a file are people, and whether they are `he` or `she`."""

    def __init__(self, questions: Sequence[str]) -> None:
        small = {word for question in questions for word in re.findall(r"\b[a-z]+\b", question)}
        seen: Counter[str] = Counter()
        places: Counter[str] = Counter()
        he: Counter[str] = Counter()
        she: Counter[str] = Counter()
        for question in questions:
            here = [match for match in _CAPITAL.finditer(question) if match[0].casefold() not in small]
            for match in here:
                seen[match[0]] += 1
                places[match[0]] += bool(_BEFORE_PLACES.search(question[: match.start()].rstrip()[-8:]))
            if len({match[0] for match in here}) == 1:
                name = here[0][0]
                he[name] += bool(_HE.search(question)) and not _SHE.search(question)
                she[name] += bool(_SHE.search(question)) and not _HE.search(question)
        known = {person.name: person.he for person in PEOPLE}
        self._gender = {
            name: known.get(name, "he" if he[name] > she[name] else "she")
            for name in seen
            if not _NOT_PEOPLE.fullmatch(name)
            and (name in known or (he[name] != she[name] and max(he[name], she[name]) * 5 >= seen[name]))
            and places[name] * 5 < seen[name]
        }

    def renamed(self, row: Row, rng: Random) -> Row:
        """The row with other people in it; the same row where nobody is known."""
        people = sorted({match[0] for match in _CAPITAL.finditer(row.question)} & set(self._gender))
        free = [person for person in PEOPLE if person.name not in row.question and person.name not in row.solution]
        new: dict[str, str] = {}
        for name in people:
            choice = [p.name for p in free if p.he == self._gender[name] and p.name not in new.values()]
            if choice:
                new[name] = rng.choice(choice)
        if not new:
            return row
        pattern = re.compile(rf"\b(?:{'|'.join(new)})\b")

        def rename(text: str) -> str:
            return pattern.sub(lambda match: new[match[0]], text)

        return Row(row.identity, rename(row.question), rename(row.solution), row.answer)


# --- numbers

_CALENDAR = {Fraction(value) for value in (7, 12, 16, 24, 30, 31, 36, 52, 60, 100, 365, 1000, 2000)}
_CALENDAR_UNIT = re.compile(
    r"^\s*-?(?:days?|hours?|minutes?|seconds?|weeks?|months?|inch(?:es)?|ounces?|pounds?|feet|cents?|grams?|meters?)\b"
    r"(?:\s+(?:in|per|a|of the|each)\b)?"
)


def changeable(made: Program) -> list[list[Number]]:
    """The numbers of a question that others may replace, those of one value together."""
    if made.loose:
        return []
    groups: dict[Fraction, list[Number]] = defaultdict(list)
    for number in made.numbers:
        groups[number.value].append(number)
    used = {made.numbers[index].value for index in made.names}
    return [
        numbers
        for value, numbers in groups.items()
        if value in used
        and value not in made.bound
        and value > 1
        and not any(number.fixed for number in numbers)
        and not any(number.percent and value >= 100 for number in numbers)
        and not (value in _CALENDAR and any(_CALENDAR_UNIT.match(made.question[number.end :]) for number in numbers))
    ]


def other_numbers(made: Program, rng: Random, tries: int = 150) -> dict[Fraction, Fraction] | None:
    """New values for a question's numbers, with results of the same kind; None where no try gives them."""
    groups = changeable(made)
    if not groups:
        return None
    before = made.values()
    fixed = {number.value for number in made.numbers} - {numbers[0].value for numbers in groups}
    for _ in range(tries):
        share = rng.choice((0.5, 0.8, 1.0))
        changed = {
            numbers[0].value: _other(numbers, rng) for numbers in groups if rng.random() < share or len(groups) == 1
        }
        changed = {old: new for old, new in changed.items() if old != new}
        kept = {numbers[0].value for numbers in groups} - set(changed)
        if not changed or len(set(changed.values())) < len(changed) or set(changed.values()) & (fixed | kept):
            continue
        try:
            after = made.values(changed)
        except ZeroDivisionError:
            continue
        if all(_alike(old, new) for old, new in zip(before, after, strict=True)):
            return changed
    return None


def _other(numbers: Sequence[Number], rng: Random) -> Fraction:
    value = numbers[0].value
    if any(number.percent for number in numbers):
        return Fraction(rng.randrange(5, 100, 5) if value % 5 == 0 else rng.randint(2, 99))
    if value.denominator > 1:
        places = max(len(number.text.partition(".")[2]) for number in numbers)
        unit = Fraction(1, 2) if (2 * value).denominator == 1 else Fraction(1, 4)
        unit = unit if (value / unit).denominator == 1 else Fraction(1, 10**places)
    elif value <= 12:
        return Fraction(rng.randint(2, 12 if value <= 10 else 20))
    else:
        unit = Fraction(_roundness(value))
    spelled = any(number.text[0].isalpha() for number in numbers)
    new: Fraction = round(value * Fraction(rng.uniform(0.4, 2.5)) / unit) * unit
    if spelled:
        return Fraction(rng.choice([number for number in SPELLED if number > 1]))
    return max(new, unit)


def _roundness(value: Fraction) -> int:
    return next(size for size in (1000, 100, 50, 10, 5, 1) if value % size == 0 and value >= 2 * size)


def _alike(old: Fraction, new: Fraction) -> bool:
    """Whether a result may stand in the place of another: sign, wholeness, decimals and size."""
    if (old > 0) != (new > 0) or (old < 0) != (new < 0):
        return False
    if abs(old) < 1 and abs(new) > 1:
        return False
    if abs(new) > max(10 * abs(old), Fraction(100)):
        return False
    return _places(new) <= _places(old)


def _places(value: Fraction) -> int:
    return next((places for places in range(5) if (value * 10**places).denominator == 1), 9)


# --- examples


@dataclass(frozen=True, slots=True)
class _Candidate:
    problem: Problem
    result: Fraction


def _candidates(row: Row, names: Names, variants: int, seed: int) -> list[_Candidate] | str:
    """The row itself and its variants; the reason where no program can be made."""
    rng = Random(f"{seed}/{row.identity}")
    try:
        made = program(row.question, row.solution, row.answer)
    except (NoProgram, ZeroDivisionError) as error:
        return str(error)
    found = [_Candidate(made.problem(row.identity, rng), made.values()[-1])]
    for number in range(1, (min(variants, 1) if made.loose else variants) + 1):
        other = names.renamed(row, rng)
        if other is row or rng.random() < 0.3:
            named = made
        else:
            try:
                named = program(other.question, other.solution, other.answer)
            except NoProgram:
                continue
        changed = other_numbers(named, rng)
        if changed is None and named is made:
            continue
        values = named.values(changed)
        found.append(_Candidate(named.problem(f"{row.identity}/{number}", rng, changed), values[-1]))
    return found


def write_examples(
    source: Path,
    folder: Path,
    *,
    variants: int,
    seed: int,
    workers: int = 2,
    seconds: float = 10.0,
    excluded: TestQuestions | None = None,
    on_progress: Callable[[int], object] | None = None,
) -> dict[str, Any]:
    """Write `folder/examples/train-gsm8k-NNNNN.jsonl.gz` (and `validation-…`) and `folder/gsm8k.json`; the report.

    They are shards as `data generate` writes them, so that `data pack` reads both from one folder. A stopped run
    continues where it was; GenerateError where it was begun with other settings, another source or other `excluded`.
    A row in which one of `excluded` is found gives nothing. `on_progress` is given the number of rows done.
    """
    rows, overlapping = read_rows(source)
    names = Names([row.question for row in rows])
    examples = folder / "examples"
    examples.mkdir(parents=True, exist_ok=True)
    held = rows[::VALIDATION_EVERY]
    others = [row for index, row in enumerate(rows) if index % VALIDATION_EVERY]
    shards: list[tuple[str, list[Row], int]] = [("validation-gsm8k-00000", held, 0)]
    for number, at in enumerate(range(0, len(others), ROWS_OF_A_SHARD)):
        shards.append((f"train-gsm8k-{number:05}", others[at : at + ROWS_OF_A_SHARD], variants))
    settings = {"seed": seed, "variants": variants, "source": source.name, "rows": len(rows)}
    settings["source_sha256"] = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    settings["excluded"] = excluded.digest if excluded else None
    total: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    per_row: Counter[int] = Counter()
    seen: set[str] = set()
    with PoolExecutor(workers) as pool:
        for name, members, count in shards:
            path, facts_path = examples / f"{name}.jsonl.gz", examples / f"{name}.json"
            if path.is_file() and facts_path.is_file():
                facts = json.loads(facts_path.read_text(encoding="utf-8"))
                if other := [name for name, value in settings.items() if facts["settings"].get(name) != value]:
                    raise GenerateError(
                        f"{path} was made with other settings ({', '.join(other)}): use another folder, or remove "
                        f"{examples}"
                    )
                seen.update(question_key(transcript.question) for transcript in read_jsonl(path))
            else:
                facts = _write_shard(path, members, names, count, seed, seen, excluded, pool, Limits(seconds=seconds))
                facts["settings"] = settings
                write_whole(facts_path, json.dumps(facts, indent=1).encode())
            split = name.partition("-")[0]
            total.update({split: facts["written"], "rows with a program": facts["programs"]})
            total.update({"executions": facts["executions"]})
            dropped.update(facts["dropped"])
            per_row.update({int(examples_of): rows_of for examples_of, rows_of in facts["examples_per_row"].items()})
            if on_progress:
                on_progress(len(members))
    report = {
        **settings,
        "overlapping": overlapping,
        "rows_with_a_program": total["rows with a program"],
        "examples": {"train": total["train"], "validation": total["validation"]},
        "executions": total["executions"],
        "examples_per_row": {str(count): per_row[count] for count in sorted(per_row)},
        "dropped": dict(dropped.most_common()),
    }
    write_whole(folder / "gsm8k.json", json.dumps(report, indent=1).encode())
    return report


def _write_shard(
    path: Path,
    rows: Sequence[Row],
    names: Names,
    variants: int,
    seed: int,
    seen: set[str],
    excluded: TestQuestions | None,
    pool: PoolExecutor,
    limits: Limits,
) -> dict[str, Any]:
    dropped: Counter[str] = Counter()
    written: Counter[str] = Counter()
    lines: list[str] = []
    waiting: deque[tuple[Row, _Candidate]] = deque()

    def solutions() -> Iterator[Sequence[str]]:
        for row in rows:
            if excluded and (known := excluded.find(row.question, [row.solution])) is not None:
                # its variants too: other numbers in a test question still teach how that question is solved
                dropped[f"a test question ({known.rule}, {known.test_set})"] += 1
                continue
            found = _candidates(row, names, variants, seed)
            if isinstance(found, str):
                dropped[f"no program: {found}"] += 1
                continue
            for candidate in found:
                key = question_key(candidate.problem.question)
                if key in seen:
                    dropped["repeated question"] += 1
                    continue
                seen.add(key)
                hit = excluded.find(candidate.problem.question) if excluded else None
                if hit is not None:
                    dropped[f"a variant that is a test question ({hit.rule}, {hit.test_set})"] += 1
                    continue
                waiting.append((row, candidate))
                yield candidate.problem.codes

    executions = 0
    for results in pool.run_many(solutions(), limits):
        row, candidate = waiting.popleft()
        executions += 1
        outcome = _kept(candidate, results)
        if isinstance(outcome, str):
            dropped[outcome] += 1
            continue
        written[row.identity] += 1
        lines.append(json.dumps(outcome.to_json(), ensure_ascii=False) + "\n")
    write_whole(path, gzip.compress("".join(lines).encode(), compresslevel=4, mtime=0))
    return {
        "written": len(lines),
        "programs": len(written),
        "executions": executions,
        "examples_per_row": dict(Counter(written.values())),
        "dropped": dict(dropped),
        "tasks": {TASK: len(lines)},
    }


def _kept(candidate: _Candidate, results: Sequence[ExecutionResult]) -> Transcript | str:
    outcome = solved(candidate.problem, results)
    if isinstance(outcome, str):
        return outcome
    if outcome.answer is None or number_in(outcome.answer) != candidate.result:
        return "the execution gives another result"
    return outcome


def summary(report: Mapping[str, Any]) -> str:
    """The report as a person reads it."""
    share = 100 * report["rows_with_a_program"] / report["rows"]
    lines = [
        f"{report['rows_with_a_program']:,} of {report['rows']:,} rows ({share:.1f} %) have a verified program; "
        f"{report['overlapping']} rows that overlap a test set were not read",
        f"{report['examples']['train']:,} training and {report['examples']['validation']:,} validation examples "
        f"from {report['executions']:,} executed solutions; left out:",
    ]
    lines += [f"  {count:6,}  {reason}" for reason, count in list(report["dropped"].items())[:20]]
    return "\n".join(lines)
