"""The mix of tasks by failure: what a checkpoint cannot yet write gets more of the next stage's examples.

An example counts as written when, given everything before, every trained token of it is the model's first choice: what
greedy decoding would write if it saw the same executions. That needs one pass over the example and no decoding.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice

import torch

from finetune.data.pack import encode, role_weights
from finetune.data.tokenizer import TrainedVocabulary
from finetune.train.model import Llama
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import BlockKind, Transcript

LEAST, MOST = 0.8, 3.0
"""Bounds of a task's new weight, in parts of its own. At 0.4, easy kinds in everyday words were lost (LOG.md)."""

_PRIOR = 4  # examples a task is credited with at the mean failure: a few examples alone decide little


@dataclass(frozen=True, slots=True)
class TaskScore:
    """How many examples of a task were seen, and how many of them the model would write whole."""

    seen: int
    written: int


def score(
    model: Llama,
    vocabulary: TrainedVocabulary,
    examples: Iterable[Transcript],
    dtype: torch.dtype = torch.float32,
    tokens_a_pass: int = 8_192,
) -> dict[str, TaskScore]:
    """Scores by task. Examples longer than the model's context are left out, and those without code: words alone (a
    refusal) have many right forms."""
    trained = torch.from_numpy(role_weights()) > 0
    counts: dict[str, list[int]] = {}
    encoded = []
    for transcript in examples:
        ids, roles = encode(transcript, MathCoderDialect(), vocabulary)
        coded = any(block.kind is BlockKind.CODE for block in transcript.blocks)
        if coded and len(ids) <= model.settings.context:
            encoded.append((str(transcript.meta["task"]), ids, roles))
    for batch, length in _by_length(encoded, tokens_a_pass):
        rows = max(1, tokens_a_pass // length)  # the last batch too: a CPU's kernels are made for each shape
        tokens, documents = (torch.zeros(rows, length, dtype=torch.long) for _ in range(2))
        asked = torch.zeros(rows, length, dtype=torch.bool)
        for row, (_, ids, roles) in enumerate(batch):
            tokens[row, : len(ids)] = torch.tensor(ids)
            documents[row, : len(ids)] = 1
            asked[row, : len(ids)] = trained[torch.tensor(roles)]
        with torch.inference_mode():
            chosen = model.logits(model.hidden(tokens, documents, dtype)).argmax(-1)
        missed = ((chosen[:, :-1] != tokens[:, 1:]) & asked[:, 1:]).any(1)[: len(batch)]
        for (task, _, _), wrong in zip(batch, missed.tolist(), strict=True):
            count = counts.setdefault(task, [0, 0])
            count[0] += 1
            count[1] += not wrong
    return {task: TaskScore(*count) for task, count in sorted(counts.items())}


def weights_by_failure(scores: Mapping[str, TaskScore], own: Mapping[str, float]) -> dict[str, float]:
    """New sampling weights: a task's own one times the root of its failure over the mean, within LEAST and MOST.

    The root, since harder examples also need more examples, but not in proportion: what is written already is forgotten
    when it is left out. Tasks without a score keep their own weight; scores of tasks that `own` does not name (such as
    GSM8K's, which no family makes) give none.
    """
    scores = {task: score_of for task, score_of in scores.items() if task in own}
    seen = sum(s.seen for s in scores.values())
    mean = max((seen - sum(s.written for s in scores.values())) / max(seen, 1), 1e-3)
    weights = dict(own)
    for task, s in scores.items():
        failure = (s.seen - s.written + _PRIOR * mean) / (s.seen + _PRIOR)
        weights[task] = round(own[task] * min(MOST, max(LEAST, math.sqrt(failure / mean))), 3)
    return weights


_Encoded = tuple[str, list[int], list[int]]  # task, ids, roles


def _by_length(encoded: list[_Encoded], tokens: int, step: int = 64) -> Iterator[tuple[list[_Encoded], int]]:
    """Batches of examples whose length rounds up to the same multiple of `step`, and that multiple."""
    for length, same in groupby(sorted(encoded, key=lambda e: len(e[1])), lambda e: -(-len(e[1]) // step) * step):
        while batch := list(islice(same, max(1, tokens // length))):
            yield batch, length
