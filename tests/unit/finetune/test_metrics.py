"""Metrics of a run are JSON lines, and TensorBoard's events beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finetune.train.metrics import metric_writer


def test_every_record_is_a_line_and_a_point_in_tensorboard(tmp_path: Path) -> None:
    events = pytest.importorskip(
        "tensorboard.backend.event_processing.event_accumulator", reason="TensorBoard is not installed"
    )
    with metric_writer(tmp_path) as write:
        write({"step": 1, "loss": 2.5})
        write({"step": 2, "loss": 1.5, "sample_solved": 0.25})
    lines = [json.loads(line) for line in (tmp_path / "metrics.jsonl").read_text().splitlines()]
    assert [line["loss"] for line in lines] == [2.5, 1.5]
    board = events.EventAccumulator(str(tmp_path / "tensorboard"))
    board.Reload()
    assert [(point.step, point.value) for point in board.Scalars("loss")] == [(1, 2.5), (2, 1.5)]
    assert [(point.step, point.value) for point in board.Scalars("sample_solved")] == [(2, 0.25)]
