"""notebooks/results.ipynb draws the figures that `mathcoder-finetune report` writes, and runs without a network."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from finetune.cli import _parser, main
from finetune.evaluate.questions import TITLES
from finetune.evaluate.report import figures, summarise, wilson

NOTEBOOKS = Path(__file__).parents[3] / "notebooks"


def _outcome(number: int, verdict: str, check: bool | None, right: int = 0, samples: int = 1) -> dict[str, Any]:
    return {
        "id": str(number), "topic": ("sums", "rates")[number % 2], "question": "a question that must stay out",
        "gold": "1", "answer": None if verdict.startswith("refused") else "1", "verdict": verdict, "check": check,
        "code_blocks": 2, "failed_blocks": 1, "seconds": 0.5, "samples": samples, "right_samples": right,
        "transcript": {"blocks": []},
    }  # fmt: skip


def _report(model: str, samples: int, sets: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "model": model, "sha256": "ab" * 32, "quantisation": "Q8_0", "commit": None, "scorer": None,
        "way": {"samples": samples}, "sets": {name: summarise(outcomes) for name, outcomes in sets.items()},
    }  # fmt: skip


def _printed(notebook: nbformat.NotebookNode) -> str:
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error"]
    return "".join(output.text for output in outputs if output.output_type == "stream")


def _pictures(notebook: nbformat.NotebookNode) -> int:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return sum("image/png" in output.get("data", {}) for cell in cells for output in cell.outputs)


def _run(folder: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(NOTEBOOKS / "results.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": folder}})
    client.execute()
    return notebook


def test_figures_keep_every_count_and_no_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [_outcome(0, "right", True), _outcome(1, "wrong", True), _outcome(2, "refused rightly", None)]
    outcomes += [_outcome(3, "wrong", False), _outcome(4, "right", None)]
    report = tmp_path / "report.json"
    report.write_text(json.dumps(_report("tiny", 1, {"fresh seeds": outcomes})))
    assert main(["report", str(report), "--out", str(tmp_path / "figures.json")]) == 0
    assert "figures.json" in capsys.readouterr().out
    text = (tmp_path / "figures.json").read_text()
    assert "must stay out" not in text
    (kept,) = json.loads(text)["evaluations"]
    result = kept["sets"]["fresh seeds"]
    assert (result["solved"], result["asked"]) == (3, 5)
    told = {name: (cell["solved"], cell["asked"]) for name, cell in result["told"].items()}
    assert told == {"checked": (1, 2), "not checked": (1, 1), "check failed": (0, 1)}  # the refusal is no answer


def test_the_stored_outputs_are_those_of_the_stored_figures_and_light() -> None:
    path = NOTEBOOKS / "results.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert path.stat().st_size < 400_000
    assert _pictures(notebook) >= 4
    printed = _printed(notebook)
    for evaluation in json.loads((NOTEBOOKS / "results.json").read_text(encoding="utf-8"))["evaluations"]:
        assert f"file {evaluation['sha256'][:12]}" in printed
        for name, result in evaluation["sets"].items():
            assert f"{name:28} {result['solved']:5} of {result['asked']:5}" in printed


@pytest.mark.kernel
def test_it_runs_on_the_stored_figures() -> None:
    notebook = _run(NOTEBOOKS)
    stored = nbformat.read(NOTEBOOKS / "results.ipynb", as_version=4)
    assert _printed(notebook) == _printed(stored)
    assert _pictures(notebook) == _pictures(stored)


@pytest.mark.kernel
def test_greedy_answers_and_votes_of_one_file_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = [_outcome(n, "right" if n < 9 else "wrong", True) for n in range(10)]
    greedy = [_outcome(n, "right" if n < 5 else "wrong", None) for n in range(10)]
    votes = [_outcome(n, "right" if n < 7 else "wrong", None, right=n % 4, samples=4) for n in range(10)]
    reports = [_report("other", 1, {"gsm8k": other}) | {"sha256": "cd" * 32}]
    reports += [_report("tiny", 1, {"gsm8k": greedy}), _report("tiny", 4, {"gsm8k": votes})]
    path = tmp_path / "results.json"
    path.write_text(json.dumps({"evaluations": [figures(report) for report in reports]}))
    monkeypatch.setenv("MATHCODER_RESULTS", str(path))
    printed = _printed(_run(tmp_path))
    assert "tiny Q8_0, majority of 4" in printed
    assert "greedy  50.0 %, vote  70.0 %, one sample  32.5 %, any sample  70.0 %" in printed
    assert "neither fresh problems nor held-out phrasings" in printed
    low, high = wilson(1, 10)
    assert f"checked: 1 of 10, 10.00 % ({100 * low:.2f} to {100 * high:.2f})" in printed


def test_the_command_that_it_states_gives_the_sets_of_the_stored_figures() -> None:
    notebook = nbformat.read(NOTEBOOKS / "results.ipynb", as_version=4)
    (block,) = re.findall(r"```\n(.*?)```", notebook.cells[0].source, re.DOTALL)
    made, written = block.replace("\\\n", " ").strip().splitlines()
    _, *arguments = shlex.split(made)
    options = _parser().parse_args(arguments)
    sets = [TITLES.get(name, name) for given in options.set for name in given.split(",")]
    evaluation = json.loads((NOTEBOOKS / "results.json").read_text(encoding="utf-8"))["evaluations"][0]
    asked = {name: result["asked"] for name, result in evaluation["sets"].items()}
    assert list(asked) == [*sets, options.questions.stem]
    assert {asked[title] for title in TITLES.values()} == {options.count}
    drawn = [asked[name] for name in sets if name not in TITLES.values()]
    assert max(drawn) == options.limit, "a smaller set is asked whole"
    assert (evaluation["seed"], evaluation["way"]["samples"]) == (options.seed, options.samples)
    assert shlex.split(written)[-2:] == ["--out", "notebooks/results.json"]
