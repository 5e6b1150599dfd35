"""Two processes on one machine train as one does: same global batch, same losses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("transformers", reason="fine-tuning needs the `finetune` extra")

from tests.unit.finetune.bases import make_base

REPOSITORY = Path(__file__).parents[3]


def _train(
    data: Path, base: Path, run: Path, processes: int, *overrides: str, resume: bool = False
) -> dict[int, float]:
    launcher = [sys.executable, "-m"]
    if processes > 1:
        launcher += ["torch.distributed.run", "--standalone", f"--nproc-per-node={processes}", "-m", "--"]
    settings = ("sft.device=cpu", "sft.threads=1", "sft.steps=4", "sft.row_tokens=192", "sft.rows_per_step=4",
                "sft.micro_rows=1", "sft.log_every=1", f"sft.base={base}", *overrides)  # fmt: skip
    command = [*launcher, "finetune", "train", "sft", "sft-debug", "--data", str(data), "--run", str(run)]
    command += ["--resume"] if resume else []
    for setting in settings:
        command += ["--set", setting]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=400, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    return {line["step"]: line["loss"] for line in lines if "loss" in line}


@pytest.fixture(scope="module")
def base(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_base(tmp_path_factory.mktemp("base") / "qwen2", "qwen2", texts)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["full", "lora"])
def test_two_processes_have_the_losses_of_one(method: str, data: Path, base: Path, tmp_path: Path) -> None:
    settings = (f"sft.method={method}", "sft.mask_probability=0.3")
    one = _train(data, base, tmp_path / "one", 1, *settings)
    assert sorted(one) == [1, 2, 3, 4]
    for parallel in ("ddp", "fsdp"):
        two = _train(data, base, tmp_path / parallel, 2, *settings, f"sft.parallel={parallel}")
        assert two == pytest.approx(one, abs=2e-5), parallel


@pytest.mark.slow
def test_a_run_of_one_process_goes_on_with_two(data: Path, base: Path, tmp_path: Path) -> None:
    """A checkpoint does not remember how many processes wrote it, nor how they shared the weights."""
    whole = _train(data, base, tmp_path / "whole", 1)
    _train(data, base, tmp_path / "parts", 2, "sft.parallel=fsdp", "sft.save_every=2")
    last = tmp_path / "parts" / "checkpoints" / "step-4"
    for path in sorted(last.rglob("*")):
        path.unlink()
    last.rmdir()
    parts = _train(data, base, tmp_path / "parts", 1, resume=True)
    assert parts == pytest.approx(whole, abs=2e-5)
