"""Models are judged by the solver that people use, against what the teacher's code really gives."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from finetune.cli import main
from finetune.data.files import DataError
from finetune.evaluate.engines import kind_of
from finetune.evaluate.questions import read_file, read_sets, sample
from finetune.evaluate.report import VERDICTS, as_text
from finetune.evaluate.runner import EvaluationError, Outcome, evaluate, scorer_of
from finetune.evaluate.solving import SELF_WRITTEN, Asked, Way, checks_score, choose, is_right
from mathcoder_kernel.execution.pool import PoolExecutor
from tests.unit.engine.test_server import llama_server


def test_every_set_is_played_and_every_question_ends_in_one_way(exported: Path, tmp_path: Path) -> None:
    questions = tmp_path / "own.jsonl"
    questions.write_text(json.dumps({"id": "q1", "topic": "sums", "question": "add 2 and 3", "answer": "5"}) + "\n")
    seen: list[Outcome] = []
    report = evaluate(exported, 3, 5, questions=questions, on_outcome=seen.append)
    assert list(report["sets"]) == ["fresh seeds", "held-out phrasings", "own"]
    assert [result["asked"] for result in report["sets"].values()] == [3, 3, 1]
    assert len(seen) == 7
    assert all(outcome.verdict in VERDICTS for outcome in seen)
    assert report["sets"]["own"]["outcomes"][0]["gold"] == "5"
    assert json.loads(json.dumps(report))["sha256"] == report["sha256"]
    assert "own" in as_text(report, wrong=2)


def test_two_sets_of_one_name_are_refused_and_one_given_twice_is_asked_once(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "own.jsonl").write_text(json.dumps({"question": f"add 2 and {folder}", "answer": "5"}))
    first, second = (str(tmp_path / folder / "own.jsonl") for folder in ("a", "b"))
    with PoolExecutor(1) as pool:
        assert len(read_sets([first, first], pool, count=0, seed=1)["own"]) == 1
        with pytest.raises(DataError, match="rename one"):
            read_sets([first, second], pool, count=0, seed=1)


def test_equal_seeds_ask_and_answer_alike(exported: Path) -> None:
    first, second = (evaluate(exported, 2, 7)["sets"]["fresh seeds"]["outcomes"] for _ in range(2))
    assert [(o["question"], o["gold"], o["answer"]) for o in first] == [
        (o["question"], o["gold"], o["answer"]) for o in second
    ]


def test_a_file_that_is_no_model_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "no.gguf"
    path.write_bytes(b"nothing")
    with pytest.raises(EvaluationError):
        evaluate(path, 1, 1)


def test_a_folder_is_evaluated_through_torch_and_a_file_through_llama_cpp(run: Path, exported: Path) -> None:
    assert "torch" in kind_of(str(run)).about
    assert "llama.cpp" in kind_of(str(exported)).about
    report = evaluate(run, 2, 5, sets=["fresh"], device="cpu", way=Way(turn_tokens=60))
    assert report["quantisation"] == "float32"
    verdicts = [outcome["verdict"] for outcome in report["sets"]["fresh seeds"]["outcomes"]]
    assert len(verdicts) == 2
    assert set(verdicts) <= set(VERDICTS)


def test_a_folder_without_a_model_is_explained(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no checkpoint"):
        evaluate(tmp_path, 1, 1, sets=["fresh"])


def test_a_stopped_evaluation_goes_on_and_gives_the_report_of_an_unstopped_one(exported: Path, tmp_path: Path) -> None:
    way = Way(turn_tokens=60)
    whole = evaluate(exported, 4, 5, sets=["fresh"], way=way)
    asked: list[str] = []

    def stop(outcome: Outcome) -> None:
        asked.append(outcome.id)
        if len(asked) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate(exported, 4, 5, sets=["fresh"], way=way, out=tmp_path, on_outcome=stop)
    rest: list[str] = []
    report = evaluate(
        exported, 4, 5, sets=["fresh"], way=way, out=tmp_path, on_outcome=lambda outcome: rest.append(outcome.id)
    )
    assert not set(asked) & set(rest)
    assert [_told(o) for o in report["sets"]["fresh seeds"]["outcomes"]] == [
        _told(o) for o in whole["sets"]["fresh seeds"]["outcomes"]
    ]
    assert json.loads((tmp_path / "report.json").read_text())["sets"].keys() == report["sets"].keys()


def _told(outcome: dict[str, object]) -> tuple[object, ...]:
    return tuple(outcome[key] for key in ("id", "question", "gold", "answer", "verdict", "code_blocks"))


def test_outcomes_of_another_evaluation_are_not_mixed_in(exported: Path, tmp_path: Path) -> None:
    evaluate(exported, 1, 5, sets=["fresh"], way=Way(turn_tokens=40), out=tmp_path)
    with pytest.raises(DataError, match="other settings"):
        evaluate(exported, 1, 5, sets=["fresh"], way=Way(turn_tokens=40, samples=2, temperature=0.5), out=tmp_path)


def test_several_samples_are_drawn_and_counted(exported: Path) -> None:
    way = Way(samples=3, temperature=0.9, turn_tokens=40)
    (outcome,) = evaluate(exported, 1, 5, sets=["fresh"], way=way)["sets"]["fresh seeds"]["outcomes"]
    assert outcome["samples"] == 3
    assert 0 <= outcome["right_samples"] <= 3


class TestChoosing:
    @staticmethod
    def _sample(answer: str | None, *, check: bool | None = None, right: bool = False, tokens: int = 10) -> Outcome:
        verdict = "right" if right else "wrong" if answer else "no answer"
        return Outcome(
            id="q", topic="t", question="?", gold="1/2", answer=answer, verdict=verdict, check=check, code_blocks=1,
            failed_blocks=0, seconds=0.1, transcript={}, tokens=tokens, right_samples=int(right),
        )  # fmt: skip

    async def test_equal_answers_vote_together_however_they_are_written(self) -> None:
        drawn = [self._sample(answer) for answer in ("3", r"\frac{1}{2}", "3", "0.5", "1/2", None)]
        with PoolExecutor(2) as pool:
            chosen = await choose(drawn, pool, None)
        assert (chosen.answer, chosen.votes, chosen.samples) == (r"\frac{1}{2}", 3, 6)

    async def test_a_scorer_takes_the_sample_it_likes_best(self) -> None:
        drawn = [self._sample("3"), self._sample("3"), self._sample("1/2", check=True, right=True)]
        with PoolExecutor(2) as pool:
            chosen = await choose(drawn, pool, checks_score)
        assert (chosen.answer, chosen.votes, chosen.right_samples) == ("1/2", 1, 1)

    def test_an_unknown_scorer_is_named(self) -> None:
        assert scorer_of("checks") is checks_score
        with pytest.raises(EvaluationError, match="nowhere:best"):
            scorer_of("nowhere:best")


class TestSets:
    ROWS = (
        {"id": "a", "question": "1+1?", "answer": "2", "level": 3, "subject": "sums"},
        {"id": "a", "question": "2+2?", "answer": "B", "options": ["A)3", "B) 4"]},
        {"question": "weather?", "answer": None},
    )

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        with gzip.open(tmp_path / "tiny_test.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in self.ROWS)
        return tmp_path

    def test_rows_keep_topic_level_and_what_an_option_says(self, folder: Path) -> None:
        first, second, third = read_file(folder / "tiny_test.jsonl.gz")
        assert (first.topic, first.level, first.also) == ("sums", "3", ())
        assert (second.id, second.answer, second.also) == ("a#2", "B", ("4",))
        assert (third.topic, third.answer) == ("tiny", None)

    def test_a_name_stands_for_its_test_file_in_the_folder(self, folder: Path) -> None:
        with PoolExecutor(1) as pool:
            sets = read_sets(["tiny"], pool, count=0, seed=1, folder=folder)
            assert [len(asked) for asked in sets.values()] == [3]
            with pytest.raises(DataError, match=r"gone_test\.jsonl"):
                read_sets(["gone"], pool, count=0, seed=1, folder=folder)

    def test_a_drawn_part_of_a_set_depends_on_the_seed_alone(self) -> None:
        asked = [Asked(str(n), "t", f"{n}?", "1") for n in range(50)]
        assert sample(asked, 10, 1) == sample(asked, 10, 1) != sample(asked, 10, 2)
        assert sample(asked, 99, 1) == asked


@pytest.mark.parametrize(
    ("key", "also", "answer", "right"),
    [
        ("x^3/3", (), "x**3/3 + C", True),
        ("x^3/3 + C", (), "x**3/3 + C", True),
        ("x^3/3", (), "x**3/3 + 1", False),
        ("e^x", (), "exp(x) + C", True),
        ("9", (), "9 + C", False),  # of a definite integral
        (r"\frac{\pi}{4}", (), "pi/4 + C", False),
        (r"\frac{\pi}{4}", (), "pi/4", True),
        ("yes", ("prime",), "prime", True),
        ("yes", ("prime",), "not prime", False),
    ],
)
async def test_an_answer_is_right_in_any_form_that_the_key_allows(
    key: str, also: tuple[str, ...], answer: str, right: bool
) -> None:
    with PoolExecutor(1) as pool:
        assert await is_right(Asked("1", "integrals", "?", key, also=also), answer, pool) is right


def test_other_forms_stand_in_the_questions_file_as_a_list_or_as_one_string(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(
        '{"question": "is 97 prime?", "answer": "yes", "also": ["prime"]}\n'
        '{"question": "5/2?", "answer": "5/2", "also": "2.5"}\n'
    )
    assert [asked.also for asked in read_file(path)] == [("prime",), ("2.5",)]


@pytest.mark.parametrize("also", ["2.5", '{"a": "b"}', "[2.5]", "null"])
def test_other_forms_that_are_no_strings_are_refused_with_their_line(tmp_path: Path, also: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(
        '{"question": "1+1?", "answer": "2"}\n\n{"question": "5/2?", "answer": "5/2", "also": ' + also + "}"
    )
    with pytest.raises(DataError, match=r"own\.jsonl, line 3: `also`"):
        read_file(path)


def test_a_result_that_the_model_made_up_is_seen() -> None:
    for made_up in ("so\n```output\n4\n```", "<|execution|>4", "text\nOutput: 4", "<llm-code-output>"):
        assert SELF_WRITTEN.search(made_up)
    assert not SELF_WRITTEN.search("The output: 4. It gives an Output of 3.")


def test_eval_report_and_compare_from_the_command_line(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "own.jsonl"
    rows.write_text(json.dumps({"id": "q", "question": "add <b>2</b> and 3 for $5", "answer": "5"}) + "\n")
    one, two = tmp_path / "one", tmp_path / "two"
    assert main(["eval", str(exported), "--set", str(rows), "--out", str(one)]) == 0
    assert main(["eval", str(exported), "--set", str(rows), "--samples", "2", "--out", str(two)]) == 0
    page = (one / "report.html").read_text()
    assert page.count("<svg") >= 3
    assert "add &lt;b&gt;2&lt;/b&gt; and 3" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)  # it opens without a network
    assert main(["report", str(one), str(two), "--out", str(tmp_path / "both.html")]) == 0
    capsys.readouterr()
    assert main(["compare", str(one), str(two)]) == 0
    assert "own: 1 questions" in capsys.readouterr().out
    assert main(["eval", str(exported), "--set", "nonsense"]) == 1
    assert "there is no set 'nonsense'" in capsys.readouterr().err


def test_a_model_behind_a_server_is_evaluated_as_the_file_itself_is(model_path: Path) -> None:
    """A real llama-server on loopback, several questions side by side."""
    with llama_server(model_path) as address:
        assert "server" in kind_of(f"{address}/v1").about
        remote = evaluate(f"{address}/v1", 6, 5, sets=["fresh"])
    local = evaluate(model_path, 6, 5, sets=["fresh"])
    answers = [
        [(o["question"], o["answer"], o["verdict"]) for o in report["sets"]["fresh seeds"]["outcomes"]]
        for report in (remote, local)
    ]
    assert answers[0] == answers[1]


def test_a_server_that_is_not_there_is_explained() -> None:
    with pytest.raises(EvaluationError, match=r"127\.0\.0\.1:9"):
        evaluate("http://127.0.0.1:9", 1, 1, sets=["fresh"])
