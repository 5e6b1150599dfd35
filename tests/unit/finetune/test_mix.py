"""The mix of tasks by failure: `data mix`, and `data generate --weights`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from finetune.cli import main
from finetune.data.generate import GenerateError, read_split, read_weights
from finetune.data.mix import LEAST, MOST, TaskScore, score, weights_by_failure
from finetune.data.pack import encode, role_weights
from finetune.train.loop import latest_checkpoint, load_checkpoint_model
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.problems import family


def test_an_example_counts_where_every_trained_token_is_the_first_choice(data: Path, run: Path) -> None:
    checkpoint = latest_checkpoint(run)
    assert checkpoint is not None
    model, vocabulary, _ = load_checkpoint_model(checkpoint)
    examples = list(read_split(data, "train"))[:40]
    written = seen = 0
    for transcript in examples:
        ids, roles = encode(transcript, MathCoderDialect(), vocabulary)
        if "code" not in {block.kind.value for block in transcript.blocks}:
            continue
        with torch.inference_mode():
            first = model(torch.tensor([ids]))[0].argmax(-1).tolist()
        trained = role_weights()[roles] > 0
        seen += 1
        written += all(first[i - 1] == ids[i] for i in range(1, len(ids)) if trained[i])

    for tokens in (64, 2_048):  # one by one, and many to a pass
        scores = score(model, vocabulary, examples, tokens_a_pass=tokens)
        assert sum(s.seen for s in scores.values()) == seen
        assert sum(s.written for s in scores.values()) == written


def test_what_fails_more_gets_more_within_bounds() -> None:
    scores = {"easy": TaskScore(100, 100), "middling": TaskScore(100, 70), "hard": TaskScore(100, 0)}
    scores["of no family"] = TaskScore(9_000, 0)  # neither has a weight nor counts in the mean
    weights = weights_by_failure(scores, {"easy": 2.0, "middling": 1.0, "hard": 1.0, "words only": 0.5})
    assert weights["easy"] == pytest.approx(2.0 * LEAST)
    assert LEAST < weights["middling"] < 1.0 < weights["hard"] <= MOST
    assert weights["words only"] == 0.5
    assert "of no family" not in weights


def test_the_mix_of_a_run_is_what_generation_draws_by(
    data: Path, run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = tmp_path / "new" / "weights.yaml"
    assert main(["data", "mix", str(run), "--data", str(data), "--out", str(weights)]) == 0
    printed = capsys.readouterr().out
    assert "examples written whole" in printed
    assert "no family's task  sum" in printed, "the toy source's tasks are no family's, as those of GSM8K are not"
    known = {task.name for task in family.all_tasks()}
    assert set(read_weights(weights)) == known

    small = ["examples=6", "validation=0", "held_out=0", "wordings=1", "workers=1"]
    settings = [part for key in small for part in ("--set", f"generate.{key}")]
    drawn = ["data", "generate", "debug", "--weights", str(weights), *settings, "--data"]
    assert main([*drawn, str(tmp_path / "as written")]) == 0
    lines = weights.read_text(encoding="utf-8").splitlines()
    only = [line if line.startswith("gcd:") else f"{line.partition(':')[0]}: 0" for line in lines]
    weights.write_text("\n".join(only), encoding="utf-8")
    assert main([*drawn, str(tmp_path / "one task")]) == 0
    report = json.loads((tmp_path / "one task" / "report.json").read_text(encoding="utf-8"))
    assert set(report["tasks"]) == {"gcd"}


def test_a_folder_in_place_of_the_file_is_refused_before_the_scoring(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["data", "mix", str(tmp_path / "no run"), "--data", str(tmp_path), "--out", str(tmp_path)]) == 1
    assert "is a folder: --out names the file" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[1, 2]", "gcd: much", "gcd: -1", "{"])
def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GenerateError, match=r"weights\.yaml"):
        read_weights(path)
