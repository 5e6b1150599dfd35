"""Questions that models are tested on are found in training data, wherever they stand in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from finetune.data.check import Rule, TestQuestions, check, read_questions
from finetune.data.files import DataError
from mathcoder_kernel.lce.transcript import Transcript, code, read_jsonl, text, write_jsonl

LONG = (
    "A farmer has 12 hens, and each of them lays 5 eggs in a week; he sells every egg for 3 coins. "
    "How many coins does he earn in one week?"
)
SHORT = "What is the sum of 17 and 25 cows?"  # 8 words
TINY = "What is 2 + 2?"


@pytest.fixture
def tests() -> TestQuestions:
    return TestQuestions.of([LONG, SHORT, TINY], "gsm8k")


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        (LONG, Rule.EXACT),
        (f"  {LONG.upper().rstrip('?')} ", Rule.EXACT),
        (TINY.replace(" ", ""), Rule.EXACT),
        (LONG.replace("coins?", "euros?").replace("How many", "So how many"), Rule.GRAM),
        ("On Monday: " + " ".join(LONG.split()[2:17]), Rule.GRAM),
        (f"Read this aloud. {SHORT}", Rule.INSIDE),
        ("A farmer has 12 hens and each of them lays", None),
        ("What is 2 + 2? And what is 2 + 3?", None),
        ("What is the sum of 17 and 26 cows?", None),
    ],
)
def test_a_question_is_judged_by_the_strictest_rule(tests: TestQuestions, question: str, rule: Rule | None) -> None:
    found = tests.find(question)
    assert (found and found.rule) == rule


def test_latex_and_punctuation_do_not_hide_a_question(tests: TestQuestions) -> None:
    written = LONG.replace("12 hens", "$12$ hens").replace("5 eggs", r"\(5\) eggs").replace(";", " —")
    found = tests.find(written)
    assert found is not None
    assert (found.rule, found.test_set, found.question) == (Rule.GRAM, "gsm8k", LONG)


@pytest.mark.parametrize("hidden", [LONG, SHORT])
@pytest.mark.parametrize("place", ["text", "code"])
def test_a_question_inside_a_page_is_found(tests: TestQuestions, hidden: str, place: str) -> None:
    page = "Many words about hens. " * 200
    block = text(f"{page} {hidden} {page}") if place == "text" else code(f'def f():\n    """{hidden}"""\n    return 1')
    found = tests.find_in(Transcript("Something else entirely?", (text("Let us see."), block)))
    assert found is not None
    assert found.rule is Rule.INSIDE
    assert tests.find_in(Transcript("Something else entirely?", (text(page),))) is None


def test_a_short_question_is_not_looked_for_inside_pages(tests: TestQuestions) -> None:
    assert tests.find_in(Transcript("Easy ones", (text(f"First: {TINY} Four."),))) is None


def _source(folder: Path) -> Path:
    rows = [
        Transcript("How old is Ann?", (text("9"),), id="clean", meta={"license": "MIT"}),
        Transcript(LONG, (text("180"),), id="same", meta={"license": "MIT"}),
        Transcript("A riddle", (text(f"It was said: {SHORT}"),), id="page"),
        Transcript("How old is Bob?", (text("8"),), id="bought", meta={"license": "CC BY-NC 4.0"}),
    ]
    write_jsonl(folder / "in.jsonl", rows)
    return folder / "in.jsonl"


def test_what_is_left_out_is_kept_apart_with_rule_and_test_question(tests: TestQuestions, tmp_path: Path) -> None:
    report = check(_source(tmp_path), tests, tmp_path / "out.jsonl")
    assert [t.id for t in read_jsonl(tmp_path / "out.jsonl")] == ["clean", "bought"]
    left_out = [json.loads(line) for line in (tmp_path / "out.contaminated.jsonl").read_text().splitlines()]
    assert [(r["reason"], r["test_question"]) for r in left_out] == [("exact: gsm8k", LONG), ("inside: gsm8k", SHORT)]
    written = json.loads((tmp_path / "out.report.json").read_text())
    assert written["contaminated"] == {"gsm8k": {"exact": 1, "inside": 1}}
    assert "2 of 4 transcripts hold no question of gsm8k (3)" in report.text()


def test_the_licence_is_kept_counted_and_may_be_asked_for(tests: TestQuestions, tmp_path: Path) -> None:
    report = check(_source(tmp_path), tests, tmp_path / "out.jsonl", licences=["mit"])
    assert report.licences == {"MIT": 1}
    assert report.not_allowed == {"CC BY-NC 4.0": 1}
    (kept,) = read_jsonl(tmp_path / "out.jsonl")
    assert kept.meta["license"] == "MIT"


def test_without_an_output_only_the_report_is_made(tests: TestQuestions, tmp_path: Path) -> None:
    assert check(_source(tmp_path), tests).contaminated == 2
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_test_sets_are_named_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "math.jsonl.gz").write_bytes(gzip.compress(json.dumps({"problem": LONG}).encode()))
    (tmp_path / "own.jsonl").write_text(json.dumps({"question": SHORT}))
    tests = TestQuestions.read([tmp_path / "math.jsonl.gz", tmp_path / "own.jsonl"])
    assert tests.counts == {"math": 1, "own": 1}
    found = tests.find(LONG)
    assert found is not None
    assert found.test_set == "math"


@pytest.mark.parametrize(("content", "message"), [('{"question": "1+1"}\n{}\n', "line 2"), ("", "holds no questions")])
def test_a_bad_file_of_questions_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(content)
    with pytest.raises(DataError, match=message):
        read_questions(path)


def test_recorded_runs_on_test_questions_are_all_found(recorded_path: Path) -> None:
    """The recorded GSM8K runs answer GSM8K's test questions; none may slip through."""
    path = recorded_path.parent / "gsm8k_test.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/data/gsm8k_test.jsonl.gz is not here")
    tests = TestQuestions.read([path])
    recorded = [t for t in read_jsonl(recorded_path) if t.meta["dataset"] == "GSM8K"]
    assert len(recorded) == 2_000
    assert all(tests.find(t.question) is not None for t in recorded)
