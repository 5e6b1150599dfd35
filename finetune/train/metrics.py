"""Metrics of a run: metrics.jsonl, and TensorBoard where it is installed."""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def metric_writer(run: Path) -> Iterator[Callable[[dict[str, Any]], None]]:
    """A function that appends a record (its `step` is the horizontal axis) to the run's metrics."""
    try:
        board: Any = importlib.import_module("torch.utils.tensorboard").SummaryWriter(str(run / "tensorboard"))
    except ImportError:
        board = None
    with (run / "metrics.jsonl").open("a", encoding="utf-8") as lines:

        def write(record: dict[str, Any]) -> None:
            lines.write(json.dumps(record) + "\n")
            lines.flush()
            if board is not None:
                for name, value in record.items():
                    if name != "step":
                        board.add_scalar(name, value, record["step"])

        try:
            yield write
        finally:
            if board is not None:
                board.close()
