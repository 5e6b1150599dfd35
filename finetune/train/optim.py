"""Optimisers and the learning-rate schedule.

Matrices inside the layers go to Muon (Keller Jordan, 2024; torch.optim.Muon), embedding and norms to AdamW. The
schedule is warm-up, stable, decay (arXiv 2404.06395), over steps or over elapsed wall-clock time.
"""

from __future__ import annotations

from typing import Any

import torch

from finetune.recipe import TrainSettings
from finetune.train.model import Llama


class Optimisers:
    """Muon and AdamW as one."""

    def __init__(self, model: Llama, settings: TrainSettings) -> None:
        inner = [p for name, p in model.named_parameters() if p.ndim == 2 and "embed" not in name]
        outer = [p for name, p in model.named_parameters() if p.ndim != 2 or "embed" in name]
        self._base = (settings.muon_lr, settings.adamw_lr)
        self._parts: tuple[torch.optim.Optimizer, ...] = (
            torch.optim.Muon(
                inner,
                lr=settings.muon_lr,
                momentum=settings.muon_momentum,
                weight_decay=settings.muon_weight_decay,
                nesterov=True,
            ),
            torch.optim.AdamW(outer, lr=settings.adamw_lr, betas=(0.9, 0.95), weight_decay=0.0, fused=True),
        )

    def step(self, share: float) -> None:
        """One update at `share` of the full learning rate; gradients are freed."""
        for part, base in zip(self._parts, self._base, strict=True):
            for group in part.param_groups:
                group["lr"] = base * share
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """State to resume from."""
        return [part.state_dict() for part in self._parts]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Resume from `state_dict`."""
        for part, state in zip(self._parts, states, strict=True):
            part.load_state_dict(state)


def learning_rate_share(settings: TrainSettings, step: int, progress: float) -> float:
    """Share of the full learning rate at `step` (from 0), `progress` being the share of the run that is over."""
    warm = min(1.0, (step + 1) / max(1, settings.warmup_steps))
    left = (1.0 - min(1.0, progress)) / max(settings.decay_share, 1e-9)
    return warm * max(settings.final_lr_share, min(1.0, left))
