"""GSM8K rows become programs, and their variants examples, on rows made up for these tests."""

from __future__ import annotations

import gzip
import json
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from finetune.cli import main
from finetune.data.generate import read_split
from finetune.data.gsm8k import NoProgram, numbers_of, program, replaced
from finetune.data.gsm8k_examples import Names, Row, changeable, other_numbers
from mathcoder_kernel.lce.transcript import read_jsonl

QUESTION = "Zed picks 14 plums on Monday and 3 times as many on Tuesday. He eats 6 plums. How many plums are left?"
SOLUTION = """He picks 14*3 = <<14*3=42>>42 plums on Tuesday.
In total he picks 14 + 42 = <<14+42=56>>56 plums.
So Zed has 56 - 6 = <<56-6=50>>50 plums left."""


def _code(question: str, solution: str, answer: str) -> str:
    return program(question, solution, answer).code()


def test_each_mark_is_an_assignment_that_refers_to_the_question_and_to_earlier_results() -> None:
    assert _code(QUESTION, SOLUTION, "50").splitlines() == [
        "plums = 14",
        "times = 3",
        "eats_plums = 6",
        "plums_on_tuesday = plums*times",
        "total_plums = plums + plums_on_tuesday",
        "plums_left = total_plums - eats_plums",
        "plums_left",
    ]


def test_the_last_sentence_keeps_its_words_and_takes_the_answer_from_the_execution() -> None:
    made = program(QUESTION, SOLUTION, "50")
    problem = made.problem("made-up/1", Random(1))
    transcript = problem.transcript(["50"])
    assert transcript.blocks[-1].content == r"So Zed has $\boxed{50}$ plums left."
    assert transcript.answer == "50"


def test_a_percentage_and_a_share_are_written_with_the_number_of_the_question() -> None:
    code = _code("A coat costs $80 and is sold 25% cheaper. What is it now?", "It costs 80*.75=$<<80*.75=60>>60.", "60")
    assert code.splitlines() == ["price = 80", "percent = 25", "cost = price*(100 - percent)//100", "cost"]


def test_a_result_that_is_no_whole_number_is_shown_without_float_noise() -> None:
    code = _code("5 cooks share 12 litres. How much has each?", "Each has 12/5=<<12/5=2.4>>2.4 litres.", "2.4")
    assert code.splitlines()[2:] == ["new_litres = litres/cooks", "f'{new_litres:.10g}'"]


def test_a_step_that_nothing_needs_is_left_out() -> None:
    code = _code(QUESTION, "A week has 14*6=<<14*6=84>>84 plums.\n" + SOLUTION, "50")
    assert "84" not in code
    assert "week" not in code


@pytest.mark.parametrize(
    ("solution", "answer", "reason"),
    [
        ("It is 50.", "50", "no calculation marks"),
        ("It is <<14*3=43>>43.", "43", "does not hold"),
        ("It is <<14*3=42>>42.", "41", "not the answer"),
        ("It is <<14*371=5194>>5194.", "5194", "from nowhere"),
        ("It is <<14**3=2744>>2744.", "2744", "cannot be read"),
        ("It is <<1e2*3=300>>300.", "300", "not written in decimals"),
        ("It is <<1e400*3=300>>300.", "300", "not written in decimals"),
        ("It is <<True+3=4>>4.", "4", "not written in decimals"),
        ("It is <<0xe*3=42>>42.", "42", "not written in decimals"),
        (f"It is <<{'-' * 5000}14*3=42>>42.", "42", "cannot be read"),
        ("It is <<14*3=1/0>>42.", "42", "a result that is no number"),
        ("It is <<14*3=1e999999999>>42.", "42", "a result that is no number"),
    ],
)
def test_a_row_without_a_sound_program_is_left_out_with_its_reason(solution: str, answer: str, reason: str) -> None:
    with pytest.raises(NoProgram, match=reason):
        program(QUESTION.replace("6 plums", "6 percent of them"), solution, answer)


def test_numbers_are_found_in_digits_and_words_but_not_in_ordinals_fractions_or_times() -> None:
    found = numbers_of("On the 3rd day at 5:30 Ann had twenty-one eggs, 1,200 nuts, $4.50, two-thirds of 1/2 and 40%.")
    assert [str(number.value) for number in found] == ["21", "1200", "9/2", "40"]
    assert [number.percent for number in found] == [False, False, False, True]


def test_replaced_numbers_keep_the_way_they_were_written() -> None:
    changed = {Fraction(3): Fraction(8), Fraction(1200): Fraction(2500), Fraction(9, 2): Fraction(6)}
    text = replaced("Three hens, a 3 and 1,200 eggs cost $4.50.", changed)
    assert text == "Eight hens, an 8 and 2,500 eggs cost $6.00."


def test_variants_are_computed_again_and_stay_of_the_same_kind() -> None:
    made = program(QUESTION, SOLUTION, "50")
    rng = Random(5)
    seen = set()
    for _ in range(20):
        changed = other_numbers(made, rng)
        assert changed is not None
        values = made.values(changed)
        picked, times, eaten = (changed.get(Fraction(n), Fraction(n)) for n in (14, 3, 6))
        assert values[-1] == picked + picked * times - eaten
        assert values[-1] > 0
        assert values[-1].denominator == 1
        problem = made.problem("made-up/1", rng, changed)
        assert f"Zed picks {picked} plums" in problem.question
        assert f"plums = {picked}\n" in problem.codes[0]
        seen.add(problem.question)
    assert len(seen) > 10


def test_a_number_that_may_mean_two_things_is_not_changed() -> None:
    # the 2 of `42/2` may be the two baskets, or the half
    question = "Zed has 42 plums and 2 baskets. He puts half of the plums into each. How many plums are in a basket?"
    made = program(question, "Each has 42/2=<<42/2=21>>21 plums.", "21")
    assert [numbers[0].value for numbers in changeable(made)] == [42]
    # the 6 of the last line may be the six eggs, or the result of the first line
    loose = program(
        "Zed has 12 eggs in 2 bags and 6 eggs on a plate. How many eggs are on the plate and in a bag?",
        "A bag has 12/2=<<12/2=6>>6 eggs.\nThat makes 6+6=<<6+6=12>>12 eggs.",
        "12",
    )
    assert changeable(loose) == []


def test_people_change_into_others_of_the_same_gender() -> None:
    rows = [Row("1", "Zed has 3 plums. He eats 1. Zed is full.", "Zed has 2.", "2")]
    names = Names([row.question for row in rows])
    for seed in range(10):
        other = names.renamed(rows[0], Random(seed))
        new = other.question.split()[0]
        assert new != "Zed"
        assert other.question == f"{new} has 3 plums. He eats 1. {new} is full."
        assert other.solution == f"{new} has 2."
    assert names.renamed(Row("2", "A man in Monday", "", ""), Random(0)).question == "A man in Monday"


def _file(folder: Path) -> Path:
    rows = [{"id": f"made-up/{n}", "question": QUESTION, "solution": SOLUTION, "answer": "50"} for n in range(1)]
    rows += [
        {
            "id": f"made-up/more/{n}",
            "question": f"A shop packs {n} pens into each of {n + 7} boxes. How many pens are that?",
            "solution": f"It packs {n}*{n + 7}=<<{n}*{n + 7}={n * (n + 7)}>>{n * (n + 7)} pens.",
            "answer": str(n * (n + 7)),
        }
        for n in range(13, 23)
    ]
    rows.append(rows[1] | {"id": "made-up/flagged", "overlap": ["some_test:exact"]})
    rows.append(rows[1] | {"id": "made-up/bare", "question": "Pens?", "solution": "None.", "answer": "0"})
    path = folder / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_examples_are_executed_and_lie_where_pack_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(tmp_path)
    excluded = tmp_path / "tests.jsonl"
    excluded.write_text(json.dumps({"question": "a shop packs 15 pens into each of 22 boxes. how many pens are that"}))
    command = ["data", "gsm8k", str(source), "--out", str(tmp_path / "out"), "--variants", "4", "--workers", "1"]
    command += ["--exclude", str(excluded)]
    assert main(command) == 0
    printed = capsys.readouterr().out
    assert "10 of 12 rows (83.3 %) have a verified program; 1 rows that overlap" in printed  # the bare one, a test row
    report = json.loads((tmp_path / "out" / "gsm8k.json").read_text())
    assert report["dropped"]["a test question (exact, tests)"] == 1
    assert report["dropped"]["no program: no calculation marks"] == 1
    examples = list(read_split(tmp_path / "out", "train"))
    assert len(examples) == report["examples"]["train"] > 20
    for transcript in examples:
        assert transcript.answer is not None
        assert transcript.answer == transcript.blocks[2].content.strip("'")
        assert transcript.answer in transcript.blocks[-1].content
        assert "made-up" in str(transcript.meta["phrasing"])
    assert len({transcript.question for transcript in examples}) == len(examples)
    of_rows = {str(transcript.meta["phrasing"]).split("/")[2] for transcript in examples if "/more/" in str(transcript)}
    assert {"14", "16"} <= of_rows
    assert "15" not in of_rows, "no variant of the excluded question either"
    shard = tmp_path / "out" / "examples" / "train-gsm8k-00000.jsonl.gz"
    before = shard.read_bytes()
    assert main(command) == 0  # nothing is left to do
    shard.unlink()
    assert main(command) == 0  # made again from the same seeds
    assert shard.read_bytes() == before
    assert len(list(read_jsonl(shard))) == len(examples)


def test_a_test_question_inside_a_solution_excludes_its_row(tmp_path: Path) -> None:
    excluded = tmp_path / "tests.jsonl"
    excluded.write_text(json.dumps({"question": "So the shop has sold all of its pens and boxes."}))
    lines = _file(tmp_path).read_text().splitlines()
    row = json.loads(lines[3])
    assert row["id"] == "made-up/more/15"
    row["solution"] += "\nSo the shop has sold all of its pens and boxes: <<15*22=330>>330."
    source = tmp_path / "more.jsonl"
    source.write_text("\n".join([*lines[:3], json.dumps(row)]))
    out = tmp_path / "out"
    command = ["data", "gsm8k", str(source), "--out", str(out), "--exclude", str(excluded), "--workers", "1"]
    assert main(command) == 0
    assert not [t for t in read_split(out, "train") if "more/15" in str(t.meta["phrasing"])]


def test_another_seed_source_or_exclusion_into_the_same_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(tmp_path)
    excluded = tmp_path / "tests.jsonl"
    excluded.write_text(json.dumps({"question": "What is one and one?"}))
    command = ["data", "gsm8k", str(source), "--out", str(tmp_path / "out"), "--variants", "0", "--workers", "1"]
    assert main(command) == 0
    assert main([*command, "--seed", "7"]) == 1
    assert "other settings (seed)" in capsys.readouterr().err
    assert main([*command, "--exclude", str(excluded)]) == 1
    assert "other settings (excluded)" in capsys.readouterr().err
    source.write_text(source.read_text().replace("14 plums", "14 figs"))  # as many rows, under the same name
    assert main(command) == 1
    assert "other settings (source_sha256)" in capsys.readouterr().err


_ROW = b'{"id": "1", "question": "one", "solution": "", "answer": "1"}\n'


@pytest.mark.parametrize("role", ["the rows", "excluded questions"])
@pytest.mark.parametrize(
    ("name", "data", "message"),
    [  # each is whole until it cannot be read
        ("latin.jsonl", '{"question": "café"}'.encode("latin-1"), "latin.jsonl is not UTF-8 text"),
        ("cut.jsonl.gz", gzip.compress(_ROW * 999)[:-9], "cut.jsonl.gz cannot be unpacked"),
        ("plain.jsonl.gz", _ROW, "plain.jsonl.gz cannot be unpacked"),
    ],
    ids=["not UTF-8", "cut off", "no gzip"],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], role: str, name: str, data: bytes, message: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    files = [str(bad)] if role == "the rows" else [str(_file(tmp_path)), "--exclude", str(bad)]
    assert main(["data", "gsm8k", *files, "--out", str(tmp_path / "out"), "--workers", "1"]) == 1
    (said,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("mathcoder-finetune: ")]
    assert message in said
