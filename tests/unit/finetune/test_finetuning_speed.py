"""benchmarks/finetuning_speed.py compares like with like."""

from __future__ import annotations

import importlib.util
import sys
from argparse import Namespace
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "finetuning_speed.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", list(sys.path))  # the script adds the repository
    spec = importlib.util.spec_from_file_location("finetuning_speed", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("rows", "micro_rows"), [(8, 4), (8, 1), (2, 2)])
def test_packed_passes_and_steps_are_of_one_size_on_both_sides(
    script: ModuleType, tmp_path: Path, rows: int, micro_rows: int
) -> None:
    options = Namespace(rows=rows, micro_rows=micro_rows, steps=3, row_tokens=256)
    ours = script._recipe("lora", tmp_path, options, script.VARIANTS["ours, packed, varlen"]).sft
    theirs = script.packed_batch(rows, micro_rows)
    assert theirs["per_device_train_batch_size"] == ours.micro_rows
    assert theirs["per_device_train_batch_size"] * theirs["gradient_accumulation_steps"] == ours.rows_per_step
