"""The data commands, one after the other, as a person gives them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from finetune.cli import main
from finetune.data.pack import Rows
from finetune.data.show import document_lengths, summary
from finetune.recipe import RECIPES, load_recipe
from mathcoder_kernel.lce.transcript import read_jsonl


def _rows(folder: Path) -> Path:
    def row(number: int, said: str, question: str = "") -> dict[str, str]:
        code = f"```python\n{number} + 1\n```\n```output\n{said}\n```\n" + rf"It is \boxed{{{number + 1}}}."
        return {"problem": question or f"What is {number} plus one?", "solution": code, "license": "Apache-2.0"}

    lines = [json.dumps(row(n, str(n + 1))) for n in range(3)]
    lines += [json.dumps(row(7, "9")), '{"problem": "cut', json.dumps(row(50, "51", "A well known test question."))]
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_import_verify_and_check_lead_to_clean_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tests = tmp_path / "tests.jsonl"
    tests.write_text(json.dumps({"question": "a well-known  test question"}))
    imported, verified, clean = (str(tmp_path / f"{name}.jsonl") for name in ("imported", "verified", "clean"))
    assert main(["data", "import", str(_rows(tmp_path)), "--out", imported]) == 0
    printed = capsys.readouterr().out
    assert "5 transcripts from 6 rows (numina: 5)" in printed
    assert "rows.jsonl, line 5: not JSON" in printed
    assert main(["data", "verify", imported, "--out", verified, "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert "4 of 5 transcripts kept" in printed
    assert "solutions/s" in printed
    assert "1  gives another result" in printed
    tests.write_text(json.dumps({"question": "a well known test question"}))
    assert main(["data", "check", verified, "--against", str(tests), "--out", clean]) == 0
    assert "3  Apache-2.0" in capsys.readouterr().out
    assert [t.answer for t in read_jsonl(clean)] == ["1", "2", "3"]
    assert main(["plan", "debug", "--data", clean]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["data", "import", "nothing.jsonl", "--out", "out.jsonl"], "there is no file nothing.jsonl"),
        (["data", "import", "wrong.jsonl", "--out", "out.jsonl", "--format", "tora"], "could be read as tora"),
        (["data", "verify", "wrong.jsonl", "--out", "out.jsonl"], "`mathcoder-finetune data import` reads other"),
        (["data", "check", "wrong.jsonl", "--against", "wrong.jsonl"], "needs a question"),
        (["data", "check", "wrong.jsonl", "--against", "bad.jsonl"], "bad.jsonl, line 1"),
        (["plan", "debug", "--data", "wrong.jsonl"], "wrong.jsonl, line 1"),
    ],
)
def test_bad_input_is_one_message(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wrong.jsonl").write_text(json.dumps({"problem": "q", "solution": "a"}))
    Path("bad.jsonl").write_text("{}")
    assert main(arguments) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "mathcoder-finetune: " in line]
    assert len(said) == 1
    assert message in said[0]
    assert not Path("out.jsonl").exists()


def test_what_a_recipe_trains_on_is_shown_before_and_after_the_run_begins(
    run: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The base may be given as the run folder that it came from."""
    given = [f"sft.base={run}", "sft.steps=1", "sft.solve_questions=0", "sft.device=cpu", "sft.threads=1"]
    settings = [part for setting in given for part in ("--set", setting)]
    shown = ["--row", "1", "--plain"]
    assert main(["data", "show", "sft-debug", "--data", str(data), *settings, *shown]) == 0
    before = capsys.readouterr().out
    assert "% of all positions are real tokens" in before
    assert re.search(r"⟦<\|execution\|>.*?<\|endofblock\|>⟧", before)
    weighed = [*settings, "--set", "sft.execution_loss_weight=1"]
    assert main(["data", "show", "sft-debug", "--data", str(data), *weighed, *shown]) == 0
    trained = capsys.readouterr().out
    assert not re.search(r"⟦<\|execution\|>", trained)
    tuned = tmp_path / "tuned"
    assert main(["train", "sft", "sft-debug", "--data", str(data), "--run", str(tuned), *weighed]) == 0
    capsys.readouterr()
    assert main(["data", "show", "--data", str(tuned), *shown]) == 0
    assert capsys.readouterr().out == trained


def test_recipes_are_listed_and_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes"]) == 0
    listed = capsys.readouterr().out
    assert {path.stem for path in RECIPES.glob("*.yaml")} <= set(listed.splitlines())
    assert main(["recipes", "mft-gsm8k", "--set", "sft.lr=3e-6"]) == 0
    shown = yaml.safe_load(capsys.readouterr().out)
    assert shown == load_recipe("mft-gsm8k", ["sft.lr=3e-6"]).to_dict()


def test_show_tells_lengths_and_packing(data: Path) -> None:
    rows = Rows.load(data / "packed" / "train")
    lengths = document_lengths(rows)
    assert len(lengths) == rows.facts["documents"]
    assert lengths.sum() == rows.facts["tokens"]
    words = "\n".join(summary(rows))
    assert f"{lengths.max():,} at most" in words
    assert f"packing: {rows.facts['real_token_share']:.1%} of all positions" in words
