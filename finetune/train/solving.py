"""While fine-tuning: some validation questions are answered with real execution, by the model as it is at that step.

The first process plays the turns. Where weights are split over processes (fsdp) every forward pass needs all of them:
the others follow, evaluating what the first one sends them until it sends an end.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from finetune.data.tokenizer import TrainedVocabulary
from finetune.evaluate.solving import Asked, Outcome, Way, play
from finetune.evaluate.torch_engine import CachedModel, Context, TorchEngine
from finetune.train.distributed import Processes
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.engine.protocol import ModelFacts
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import Transcript

SAMPLES = "samples.jsonl"
_END = -1


def questions_of(transcripts: Iterable[Transcript], count: int) -> list[Asked]:
    """The first `count` of them that have an answer."""
    answered = (t for t in transcripts if t.answer is not None)
    return [
        Asked(t.id or str(number), str(t.meta.get("topic", "unknown")), t.question, t.answer)
        for number, t in enumerate(islice(answered, count))
    ]


class Solving:
    """Plays `questions` when called, appends each to samples.jsonl of the run, and returns the figures."""

    def __init__(self, questions: Sequence[Asked], run: Path, tokens: int) -> None:
        self._questions, self._run = questions, run
        self._way = Way(turn_tokens=tokens)
        self._pool: PoolExecutor | None = None

    def __call__(
        self, step: int, vocabulary: TrainedVocabulary, context: Callable[[], Context], positions: int
    ) -> dict[str, Any]:
        """`context` makes the evaluated state of one conversation of at most `positions` tokens."""
        metadata = {keys.SYSTEM: "", keys.CONTEXT: "none"}  # as in what is exported
        facts = ModelFacts(f"step {step}", str(self._run), "", MathCoderDialect.name, positions, 0, 0, "none", metadata)
        engine = TorchEngine(vocabulary, lambda: (facts, context))
        if self._pool is None:
            self._pool = PoolExecutor(2)
        outcomes = asyncio.run(self._play(engine, self._pool))
        with (self._run / SAMPLES).open("a", encoding="utf-8") as lines:
            for outcome in outcomes:
                lines.write(json.dumps({"step": step, **asdict(outcome)}, ensure_ascii=False) + "\n")
        blocks = sum(outcome.code_blocks for outcome in outcomes)
        return {
            "sample_solved": sum(outcome.right_samples for outcome in outcomes) / len(outcomes),
            "sample_code_errors": sum(outcome.failed_blocks for outcome in outcomes) / blocks if blocks else 0.0,
            "sample_code_blocks": blocks / len(outcomes),
        }

    def close(self) -> None:
        """End the processes that ran code."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    async def _play(self, engine: TorchEngine, pool: PoolExecutor) -> list[Outcome]:
        return [await play(question, engine, pool, self._way) for question in self._questions]


class LedContext:
    """`Context` of the first of several processes that hold one model together: the others are told what to do."""

    def __init__(self, own: CachedModel, group: Processes) -> None:
        self._own, self._group = own, group

    def logits(self, ids: Sequence[int], keep: int) -> Tensor:
        """See `Context`."""
        _send(self._group, [keep, *ids])
        return self._own.logits(ids, keep)

    def twin(self) -> None:
        """See `Context`."""


@contextmanager
def led(group: Processes, own: Callable[[], CachedModel]) -> Iterator[Callable[[], Context]]:
    """In the first process: contexts that the others follow (see `follow`) until the block is left."""
    try:
        yield lambda: LedContext(own(), group)
    finally:
        _send(group, [_END])


def follow(group: Processes, own: Callable[[], CachedModel]) -> None:
    """In the other processes: evaluate what the first one evaluates, until it ends."""
    context = own()
    while (message := _receive(group))[0] != _END:
        keep, ids = message[0], message[1:]
        if keep == 0:  # another conversation, or this one from its beginning
            context = own()
        context.logits(ids, keep)


def _send(group: Processes, numbers: list[int]) -> None:
    torch.distributed.broadcast(torch.tensor([len(numbers)], device=group.device), 0)
    torch.distributed.broadcast(torch.tensor(numbers, device=group.device), 0)


def _receive(group: Processes) -> list[int]:
    length = torch.zeros(1, dtype=torch.int64, device=group.device)
    torch.distributed.broadcast(length, 0)
    numbers = torch.zeros(int(length), dtype=torch.int64, device=group.device)
    torch.distributed.broadcast(numbers, 0)
    found: list[int] = numbers.tolist()
    return found
