"""What quantisation costs on real transcripts: perplexity of what the model writes, and how far its choices moved.

Measured where the loss is (text, code and end of message), on transcripts that the caller names, for torch in float32
and for every file made of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from finetune.data.pack import role_weights
from finetune.export.golden import LlamaCppModel, torch_logits

TOKENS = 8_000
"""Tokens to measure on: enough for perplexity to a per cent or two, little enough for a CPU."""
LONGEST = 1_024

Texts = Sequence[tuple[list[int], list[int]]]


def reference(model: nn.Module, texts: Texts, size: int) -> dict[str, float]:
    """Perplexity of the torch model; `size` is that of its vocabulary."""
    loss, count = 0.0, 0
    for ids, roles in texts:
        at = _trained(roles)
        loss -= float(_log_shares(torch_logits(model, ids)[:, :size])[at - 1, np.array(ids)[at]].sum())
        count += len(at)
    return {"perplexity": round(math.exp(loss / count), 4), "tokens": count}


def of_file(path: Path, model: nn.Module, texts: Texts, size: int, adapter: Path | None = None) -> dict[str, float]:
    """Perplexity of a GGUF, its mean Kullback-Leibler divergence from torch (nats) and how often the best token is
    the same."""
    file = LlamaCppModel(path, context=LONGEST, adapter=adapter)
    loss, divergence, same, count = 0.0, 0.0, 0, 0
    try:
        for ids, roles in texts:
            at = _trained(roles)
            p = _log_shares(torch_logits(model, ids)[:, :size])[at - 1]
            q = _log_shares(file.logits(ids)[:, :size])[at - 1]
            loss -= float(q[np.arange(len(at)), np.array(ids)[at]].sum())
            divergence += float((np.exp(p) * (p - q)).sum())
            same += int((p.argmax(-1) == q.argmax(-1)).sum())
            count += len(at)
    finally:
        file.close()
    return {
        "perplexity": round(math.exp(loss / count), 4),
        "kl_on_transcripts": round(divergence / count, 6),
        "same_token_on_transcripts": round(same / count, 4),
    }


def _trained(roles: list[int]) -> npt.NDArray[np.int64]:
    weights = role_weights()[np.array(roles)]
    weights[0] = 0.0  # nothing predicts the first token
    return np.flatnonzero(weights)


def _log_shares(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    shares: npt.NDArray[np.float64] = torch.log_softmax(torch.from_numpy(logits).double(), -1).numpy()
    return shares
