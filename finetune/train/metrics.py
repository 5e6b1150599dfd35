"""Metrics of a run: metrics.jsonl, and TensorBoard where it is installed."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def metric_writer(run: Path) -> Iterator[Callable[[dict[str, Any]], None]]:
    """A function that appends a record (its `step` is the horizontal axis) to the run's metrics."""
    try:
        from torch.utils.tensorboard import SummaryWriter

        board = SummaryWriter(str(run / "tensorboard"))  # type: ignore[no-untyped-call]
    except ImportError:
        board = None
    with (run / "metrics.jsonl").open("a", encoding="utf-8") as lines:

        def write(record: dict[str, Any]) -> None:
            lines.write(json.dumps(record) + "\n")
            lines.flush()
            if board is not None:
                for name, value in record.items():
                    if name != "step":
                        board.add_scalar(name, value, record["step"])  # type: ignore[no-untyped-call]

        try:
            yield write
        finally:
            if board is not None:
                board.close()  # type: ignore[no-untyped-call]
