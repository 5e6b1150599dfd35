"""Two processes on one machine train as one does: same global batch, same losses. Real processes, gloo."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

pytest.importorskip("transformers", reason="fine-tuning needs the `finetune` extra")

from finetune.recipe import load_recipe
from finetune.train.distributed import Processes
from finetune.train.sft import FineTuner
from tests.unit.finetune.bases import make_base

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[3]
ALONE = Processes(0, 1, torch.device("cpu"))
METHODS = ("full", "lora")


def _settings(base: Path, *more: str) -> list[str]:
    return ["sft.device=cpu", "sft.threads=1", "sft.steps=4", "sft.row_tokens=192", "sft.rows_per_step=4",
            "sft.micro_rows=1", "sft.log_every=1", "sft.evaluate_every=4", "sft.solve_questions=2",
            "sft.solve_tokens=24", "sft.save_every=2", f"sft.base={base}", *more]  # fmt: skip


def _torchrun(arguments: list[str]) -> None:
    _run([sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2", *arguments])


def _run(command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=400, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def _lines(run: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]


def _losses(run: Path) -> dict[int, float]:
    return {line["step"]: line["loss"] for line in _lines(run) if "loss" in line}


def _validation(run: Path) -> float:
    return float(next(line["validation_loss"] for line in _lines(run) if "validation_loss" in line))


def _samples(run: Path) -> list[tuple[str, str]]:
    lines = [json.loads(line) for line in (run / "samples.jsonl").read_text().splitlines()]
    return [(line["question"], line["transcript"]["blocks"]) for line in lines]


@pytest.fixture(scope="module")
def base(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_base(tmp_path_factory.mktemp("base") / "qwen2", "qwen2", texts)


@pytest.fixture(scope="module")
def runs(data: Path, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders METHOD-1 (one process), METHOD-ddp and METHOD-fsdp (two); `stopped` holds fsdp's checkpoint of step 2,
    and `resumed` was continued from there by two processes."""
    folder = tmp_path_factory.mktemp("runs")
    jobs = []
    for method in METHODS:
        settings = _settings(base, f"sft.method={method}", "sft.mask_probability=0.3")
        FineTuner(load_recipe("sft-debug", settings), data, folder / f"{method}-1", ALONE).train()
        jobs += [
            {"data": str(data), "run": str(folder / f"{method}-{parallel}"),
             "settings": [*settings, f"sft.parallel={parallel}"]}
            for parallel in ("ddp", "fsdp")
        ]  # fmt: skip
    zero = [*_settings(base, "sft.mask_probability=0.3"), "sft.parallel=zero2", "sft.micro_rows=2"]
    jobs.append({"data": str(data), "run": str(folder / "zero2"), "settings": zero})
    stop = [*_settings(base, "sft.mask_probability=0.3"), "sft.parallel=fsdp"]
    jobs.append({"data": str(data), "run": str(folder / "resumed"), "settings": stop})
    (folder / "jobs.json").write_text(json.dumps(jobs))
    _torchrun([str(Path(__file__).with_name("several_runs.py")), str(folder / "jobs.json")])
    shutil.rmtree(folder / "resumed" / "checkpoints" / "step-4")
    shutil.copytree(folder / "resumed", folder / "stopped")
    return folder


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("parallel", ["ddp", "fsdp"])
def test_two_processes_have_the_losses_of_one(method: str, parallel: str, runs: Path) -> None:
    one, two = runs / f"{method}-1", runs / f"{method}-{parallel}"
    assert sorted(_losses(one)) == [1, 2, 3, 4]
    assert _losses(two) == pytest.approx(_losses(one), abs=2e-5)
    assert _validation(two) == pytest.approx(_validation(one), abs=2e-5)


def test_how_a_batch_is_cut_up_and_when_weights_are_gathered_does_not_matter(runs: Path) -> None:
    assert _losses(runs / "zero2") == pytest.approx(_losses(runs / "full-1"), abs=2e-5)


@pytest.mark.parametrize("parallel", ["ddp", "fsdp"])
def test_two_processes_answer_the_sample_as_one_does(parallel: str, runs: Path) -> None:
    assert len(_samples(runs / "full-1")) == 2
    assert _samples(runs / f"full-{parallel}") == _samples(runs / "full-1")


def test_accelerate_with_the_shipped_launch_file_starts_the_same_run(runs: Path, data: Path, base: Path) -> None:
    pytest.importorskip("accelerate", reason="accelerate launches this one")
    settings = _settings(base, "sft.mask_probability=0.3", "sft.solve_questions=0")
    launch = REPOSITORY / "finetune" / "launch" / "accelerate-1-node.yaml"
    command = [sys.executable, "-m", "accelerate.commands.launch", "--config_file", str(launch), "--num_processes", "2",
               "-m", "finetune", "train", "sft", "sft-debug", "--data", str(data), "--run", str(runs / "accelerate"),
               *(part for s in settings for part in ("--set", s))]  # fmt: skip
    _run(command)
    assert json.loads((runs / "accelerate" / "run.json").read_text())["processes"] == 2
    assert _losses(runs / "accelerate") == pytest.approx(_losses(runs / "full-1"), abs=2e-5)


def test_what_two_processes_wrote_together_one_process_goes_on_with(runs: Path, data: Path, base: Path) -> None:
    """A checkpoint does not remember how many processes wrote it, nor how they shared the weights."""
    settings = _settings(base, "sft.mask_probability=0.3")
    FineTuner(load_recipe("sft-debug", settings), data, runs / "stopped", ALONE, resume=True).train()
    assert _losses(runs / "stopped") == pytest.approx(_losses(runs / "full-1"), abs=2e-5)


def test_the_command_is_the_same_under_torchrun_and_resumes_there(runs: Path, data: Path, base: Path) -> None:
    run = runs / "resumed"
    first, second = _losses(run)[3], _losses(run)[4]
    overrides = [
        part for s in (*_settings(base, "sft.mask_probability=0.3"), "sft.parallel=fsdp") for part in ("--set", s)
    ]
    _torchrun(["-m", "--", "finetune", "train", "sft", "sft-debug", "--data", str(data), "--run", str(run), "--resume",
               *overrides])  # fmt: skip
    again = [line["loss"] for line in _lines(run) if line.get("step") in (3, 4) and "loss" in line]
    assert again == pytest.approx([first, second, first, second], abs=1e-6)
