"""Masked-thought fine-tuning (arXiv 2403.02178): part of the input that the model itself would write is hidden.

Labels stay as they were: every target is trained, also where its own input is hidden. What the model never writes
(question, execution results) and what holds a transcript together (markers, padding) is never touched; the paper says
nothing of executions, and leaving them alone is our choice. The noise of a row depends on seed, step and the row's
place in the step alone, so it is redrawn whenever a row is seen, the same in a resumed run, and the same for any number
of processes.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from finetune.data.pack import ROLES
from finetune.data.tokenizer import TrainedVocabulary
from finetune.recipe import SftSettings

_WRITTEN = np.array([role in ("text", "code") for role in ROLES])


def mask_share(settings: SftSettings, step: int, steps: int) -> float:
    """The share of tokens hidden at `step` (from 0): rises to mask_probability, then stays (the paper's schedule)."""
    return min(1.0, step / (settings.mask_ramp_share * steps + 1)) * settings.mask_probability


class Noise:
    """`noise(tokens, roles, share, key)` is `tokens` with that share of the model's own words replaced."""

    def __init__(self, settings: SftSettings, vocabulary: TrainedVocabulary) -> None:
        self._hidden_by_mask, self._mask = settings.mask_noise == "mask", vocabulary.pad
        self._control = np.array(sorted(vocabulary.control))
        self._ordinary = np.setdiff1d(np.arange(vocabulary.size), self._control)

    def eligible(self, tokens: npt.NDArray[np.int64], roles: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
        """Which tokens may be replaced: those of text and of code that is trained, but for control tokens."""
        at: npt.NDArray[np.bool_] = _WRITTEN[roles] & ~np.isin(tokens, self._control)
        return at

    def __call__(
        self, tokens: npt.NDArray[np.int64], roles: npt.NDArray[np.uint8], share: float, key: tuple[int, ...]
    ) -> npt.NDArray[np.int64]:
        """One row; `key` seeds the draw."""
        if not share:
            return tokens
        draw = np.random.default_rng(key)
        at = self.eligible(tokens, roles) & (draw.random(tokens.shape) < share)
        if self._hidden_by_mask:
            return np.where(at, self._mask, tokens)
        return np.where(at, draw.choice(self._ordinary, tokens.shape), tokens)
