"""Decontamination: does training data hold questions that models are tested on?

`TestQuestions` is the one place that decides; `data generate --exclude` and `data check` both ask it. Three rules, from
strict sameness to a question hidden in a longer text:

- exact: the same question but for case, spaces and end punctuation (`problems.family.question_key`).
- 13-gram: the question shares 13 words in a row with a test question (the rule of GPT-3, arXiv 2005.14165, app. C).
- inside: a whole test question of 8 words or more stands in the training text, for example on a long page or in the
  docstring of a program. (MathCoder2's published filter asks only whether the page is inside the test question.)

Words are runs of letters and digits without case; signs between them do not count, so LaTeX and plain text meet.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from finetune.data.files import DataError, WholeFile, beside, lines_of, transcripts_of, write_json
from mathcoder_kernel.lce.transcript import Transcript
from mathcoder_kernel.problems.family import question_key

GRAM = 13
SHORTEST_INSIDE = 8
_WORD = re.compile(r"[^\W_]+")


class Rule(StrEnum):
    """Which rule found a test question."""

    EXACT = "exact"
    GRAM = "13-gram"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Found:
    """A test question found in training data."""

    rule: Rule
    test_set: str
    question: str


class TestQuestions:
    """Questions of test sets, indexed for the three rules."""

    __test__ = False  # no test class, whatever its name says

    def __init__(self) -> None:
        self._exact: dict[str, tuple[str, str]] = {}
        self._grams: dict[tuple[str, ...], tuple[str, str]] = {}
        # by its first words: the whole questions that begin with them
        self._inside: dict[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, str]]]] = defaultdict(list)
        self.counts: Counter[str] = Counter()

    @classmethod
    def of(cls, questions: Iterable[str], name: str = "test") -> TestQuestions:
        """The questions of one set."""
        index = cls()
        index.add(questions, name)
        return index

    @classmethod
    def read(cls, paths: Iterable[Path]) -> TestQuestions:
        """Files of rows with a `question` (or `problem`); a set is named by its file."""
        index = cls()
        for path in paths:
            index.add(read_questions(path), path.name.split(".")[0])
        return index

    def add(self, questions: Iterable[str], name: str) -> None:
        """More questions."""
        for question in questions:
            self.counts[name] += 1
            source = (name, question)
            self._exact.setdefault(question_key(question), source)
            words = tuple(words_of(question))
            for gram in _grams(words, GRAM):
                self._grams.setdefault(gram, source)
            if len(words) >= SHORTEST_INSIDE:
                self._inside[words[:SHORTEST_INSIDE]].append((words, source))

    @property
    def digest(self) -> str | None:
        """Short SHA-256 of the questions, in any order; None where there are none. Data made without them says so."""
        if not self._exact:
            return None
        return hashlib.sha256(json.dumps(sorted(self._exact)).encode()).hexdigest()[:16]

    def find(self, question: str, more: Iterable[str] = ()) -> Found | None:
        """The first test question found in a training question, or in its `more` text; None where there is none."""
        if (source := self._exact.get(question_key(question))) is not None:
            return Found(Rule.EXACT, *source)
        words = tuple(words_of(question))
        for gram in _grams(words, GRAM):
            if (source := self._grams.get(gram)) is not None:
                return Found(Rule.GRAM, *source)
        for page in (words, *(tuple(words_of(text)) for text in more)):
            for at, start in enumerate(_grams(page, SHORTEST_INSIDE)):
                for whole, source in self._inside.get(start, ()):
                    if page[at : at + len(whole)] == whole:
                        return Found(Rule.INSIDE, *source)
        return None

    def find_in(self, transcript: Transcript) -> Found | None:
        """`find` in a transcript: its question, its system text and every block."""
        more = [block.content for block in transcript.blocks]
        return self.find(transcript.question, [*more, transcript.system or ""])


def words_of(text: str) -> list[str]:
    """The words of a text, as the rules compare them."""
    return _WORD.findall(text.casefold())


def read_questions(path: Path) -> list[str]:
    """The questions of a JSON-lines file (gzip if it ends in .gz); DataError names a bad line or an unreadable file."""
    questions: list[str] = []
    for number, line in enumerate(lines_of(path), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            questions.append(str(record["question"] if "question" in record else record["problem"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise DataError(f"{path}, line {number}: a JSON object with a question is expected ({error})") from error
    if not questions:
        raise DataError(f"{path} holds no questions")
    return questions


@dataclass
class CheckReport:
    """What a check found."""

    transcripts: int = 0
    tests: dict[str, int] = field(default_factory=dict)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)  # (rule, test set)
    licences: Counter[str] = field(default_factory=Counter)  # of what was kept
    not_allowed: Counter[str] = field(default_factory=Counter)  # licences, where only some are allowed
    examples: list[tuple[str, Found]] = field(default_factory=list)

    @property
    def contaminated(self) -> int:
        """Transcripts in which a test question was found."""
        return self.found.total()

    @property
    def kept(self) -> int:
        """Transcripts without one, of an allowed licence."""
        return self.transcripts - self.contaminated - self.not_allowed.total()

    def to_json(self) -> dict[str, Any]:
        """Counts, ready for a file."""
        by_set: dict[str, dict[str, int]] = {}
        for (rule, name), count in sorted(self.found.items()):
            by_set.setdefault(name, {})[rule] = count
        return {
            "transcripts": self.transcripts,
            "kept": self.kept,
            "contaminated": by_set,
            "test_questions": self.tests,
            "licences": dict(self.licences.most_common()),
            "licences_left_out": dict(self.not_allowed.most_common()),
        }

    def text(self) -> str:
        """The report as a person reads it."""
        tests = ", ".join(f"{name} ({count:,})" for name, count in self.tests.items())
        lines = [
            f"{self.kept:,} of {self.transcripts:,} transcripts hold no question of {tests}"
            + (" and have an allowed licence" if self.not_allowed else "")
        ]
        if self.found:
            rules = [str(rule) for rule in Rule]
            lines.append(f"{'test questions found in':30}" + "".join(f"{rule:>10}" for rule in rules))
            for name in self.tests:
                counts = [self.found[(rule, name)] for rule in rules]
                if any(counts):
                    lines.append(f"  {name:28}" + "".join(f"{count:10,}" for count in counts))
            lines += [
                f"  for example {identity} ({found.rule}, {found.test_set}): {_shortened(found.question)}"
                for identity, found in self.examples
            ]
        if self.licences:
            lines.append("licences of what is kept:")
        lines += [f"  {count:8,}  {name}" for name, count in self.licences.most_common()]
        if self.not_allowed:
            lines.append("left out for their licence:")
            lines += [f"  {count:8,}  {name}" for name, count in self.not_allowed.most_common()]
        return "\n".join(lines)


def check(
    source: Path,
    tests: TestQuestions,
    out: Path | None = None,
    *,
    licences: Sequence[str] = (),
    on_progress: Callable[[int], object] | None = None,
) -> CheckReport:
    """Look for test questions in the transcripts of `source`; with `out`, write what holds none.

    What was found goes to `OUT.contaminated.jsonl` with rule, test set and test question. `licences` names those that
    may be kept (a beginning is enough: "MIT"); without it all are. Raises DataError for unreadable files.
    """
    report = CheckReport(tests=dict(tests.counts))
    with _Writers(out) as writers:
        for number, transcript in enumerate(transcripts_of(source), start=1):
            report.transcripts += 1
            licence = str(transcript.meta.get("license", transcript.meta.get("licence", "not stated")))
            identity = transcript.id or f"transcript {number}"
            found = tests.find_in(transcript)
            if found is not None:
                report.found[(str(found.rule), found.test_set)] += 1
                if len(report.examples) < 5:
                    report.examples.append((identity, found))
                writers.left_out(transcript, f"{found.rule}: {found.test_set}", found.question)
            elif licences and not licence.casefold().startswith(tuple(name.casefold() for name in licences)):
                report.not_allowed[licence] += 1
                writers.left_out(transcript, f"licence: {licence}", None)
            else:
                report.licences[licence] += 1
                writers.keep(transcript)
            if on_progress:
                on_progress(1)
        if not report.transcripts:
            raise DataError(f"{source} holds no transcripts")
    if out is not None:
        write_json(beside(out, "report.json"), report.to_json())
    return report


class _Writers:
    """The two files of a check, or none."""

    def __init__(self, out: Path | None) -> None:
        self._files = (WholeFile(out), WholeFile(beside(out, "contaminated.jsonl"))) if out is not None else ()

    def __enter__(self) -> _Writers:
        for file in self._files:
            file.__enter__()
        return self

    def keep(self, transcript: Transcript) -> None:
        if self._files:
            self._files[0].write(json.dumps(transcript.to_json(), ensure_ascii=False) + "\n")

    def left_out(self, transcript: Transcript, reason: str, question: str | None) -> None:
        if self._files:
            record = {"reason": reason, "test_question": question, "transcript": transcript.to_json()}
            self._files[1].write(json.dumps(record, ensure_ascii=False) + "\n")

    def __exit__(self, *error: Any) -> None:
        for file in self._files:
            file.__exit__(*error)


def _grams(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _shortened(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= 100 else line[:97] + "…"
