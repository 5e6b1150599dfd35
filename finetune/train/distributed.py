"""The processes of one run: alone, or started by torchrun (also `accelerate launch`), which set the same variables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Processes:
    """Which process this is, of how many, and its device."""

    rank: int
    world: int
    device: torch.device

    @property
    def first(self) -> bool:
        """True in the one process that writes and prints."""
        return self.rank == 0

    def total(self, value: Tensor) -> Tensor:
        """The sum of `value` over all processes."""
        if self.world > 1:
            torch.distributed.all_reduce(value)
        return value

    def wait(self) -> None:
        """Until every process is here."""
        if self.world > 1:
            torch.distributed.barrier()


@contextmanager
def processes(device: str) -> Iterator[Processes]:
    """Join the group that torchrun started, nccl on CUDA and gloo on CPU; alone where it did not."""
    world, rank = int(os.environ.get("WORLD_SIZE", "1")), int(os.environ.get("RANK", "0"))
    place = torch.device(device, int(os.environ.get("LOCAL_RANK", "0"))) if device == "cuda" else torch.device(device)
    if place.type == "cuda":
        torch.cuda.set_device(place)
    if world == 1:
        yield Processes(0, 1, place)
        return
    torch.distributed.init_process_group("nccl" if place.type == "cuda" else "gloo")
    try:
        yield Processes(rank, world, place)
    finally:
        torch.distributed.destroy_process_group()
