"""A torch model as an engine of the kernel's solver: what was trained answers before it is exported.

Speaks dialects of markers (what `train` makes); a model that writes its code in plain text is evaluated as a GGUF or on
a server. Everything happens in the caller's thread, so that a training run can lend its model, split over processes or
not (`Context`). Greedy and sampled choice follow llama.cpp's order: masks, top_k, top_p, temperature.
"""

from __future__ import annotations

import asyncio
import codecs
import copy
import hashlib
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor

from finetune.data.tokenizer import TrainedVocabulary, VocabularyError
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.engine.protocol import (
    ContextFull,
    Ended,
    EngineError,
    Generated,
    ModelFacts,
    ModelFileError,
    Sampling,
    Tokens,
)
from mathcoder_kernel.lce.dialect import Borders, Marker, MathCoderDialect, Piece
from mathcoder_kernel.lce.vocabulary import to_ids

DEFAULT_CONTEXT = 4096


class Context(Protocol):
    """The evaluated state of one conversation."""

    def logits(self, ids: Sequence[int], keep: int) -> Tensor:
        """Forget all but the first `keep` tokens, evaluate `ids` after them; logits after the last, (vocabulary,)."""
        ...

    def twin(self) -> Context | None:
        """A copy that goes its own way; None where it must be evaluated anew."""
        ...


class CachedModel:
    """`Context` over a transformers model with its key-value cache."""

    def __init__(self, next_logits: Callable[[Tensor, Any], Tensor], device: torch.device) -> None:
        from transformers import DynamicCache

        self._next_logits, self._device = next_logits, device
        self._cache = DynamicCache()

    @torch.no_grad()
    def logits(self, ids: Sequence[int], keep: int) -> Tensor:
        """See `Context`."""
        if keep < self._cache.get_seq_length():
            self._cache.crop(keep - self._cache.get_seq_length())  # less than nothing: so many are taken away
        return self._next_logits(torch.tensor([list(ids)], device=self._device), self._cache)

    def twin(self) -> CachedModel:
        """See `Context`."""
        other = CachedModel(self._next_logits, self._device)
        other._cache = copy.deepcopy(self._cache)
        return other


def next_logits(causal: Any, ids: Tensor, cache: Any) -> Tensor:
    """Logits after the last of `ids` (1, T), which follow what `cache` holds; the cache grows by them."""
    start = cache.get_seq_length()
    positions = torch.arange(start, start + ids.shape[1], device=ids.device)[None]
    hidden = causal.model(
        input_ids=ids, position_ids=positions, past_key_values=cache, use_cache=True
    ).last_hidden_state
    logits: Tensor = causal.get_output_embeddings()(hidden[:, -1])[0].float()
    return logits


class TorchEngine:
    """See `engine.protocol.Engine`. `make` loads the model when first needed: its facts, and how contexts are made."""

    def __init__(
        self, vocabulary: TrainedVocabulary, make: Callable[[], tuple[ModelFacts, Callable[[], Context]]]
    ) -> None:
        self.vocabulary = vocabulary
        self._make = make
        self._loaded: tuple[ModelFacts, Callable[[], Context]] | None = None

    @classmethod
    def of_folder(cls, folder: Path, device: str = "auto") -> TorchEngine:
        """The model of a run, checkpoint or merged folder (adapters are merged into their base); ModelFileError."""
        from finetune.export.checkpoint import checkpoint_folder
        from finetune.export.gguf_file import ExportError

        try:
            home = checkpoint_folder(folder)
            vocabulary = TrainedVocabulary.load(home / "tokenizer.json")
        except (ExportError, VocabularyError) as error:
            raise ModelFileError(str(error)) from error
        place = torch.device(("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device)
        return cls(vocabulary, lambda: _load(home, vocabulary, place))

    @property
    def loaded(self) -> bool:
        """See `Engine`."""
        return self._loaded is not None

    async def load(self) -> ModelFacts:
        """See `Engine`."""
        return self.ready()[0]

    async def open(self, ids: Sequence[int] = (), *, forks: bool = False) -> TorchSession:
        """See `Engine`; every session can be forked."""
        facts, context = self.ready()
        return TorchSession(self.vocabulary, facts.n_ctx, context(), list(ids), context)

    async def unload(self) -> None:
        """See `Engine`."""
        self._loaded = None

    def ready(self) -> tuple[ModelFacts, Callable[[], Context]]:
        """What was loaded; loads it where that is still to be done."""
        if self._loaded is None:
            self._loaded = self._make()
        return self._loaded


class TorchSession:
    """See `engine.protocol.Session`."""

    def __init__(
        self,
        vocabulary: TrainedVocabulary,
        n_ctx: int,
        context: Context,
        ids: list[int],
        fresh: Callable[[], Context],
    ) -> None:
        self._vocabulary, self._n_ctx, self._context, self._ids, self._fresh = vocabulary, n_ctx, context, ids, fresh
        self._held = 0  # leading ids that are evaluated
        self._stopping = False

    @property
    def n_tokens(self) -> int:
        """See `Session`."""
        return len(self._ids)

    @property
    def ids(self) -> tuple[int, ...]:
        """See `Session`."""
        return tuple(self._ids)

    async def count(self, pieces: Sequence[Piece]) -> int:
        """See `Session`."""
        return len(self._encoded(pieces))

    async def begin(self, *parts: Sequence[Piece]) -> int:
        """See `Session`; nothing is kept on disk."""
        if self._ids:
            raise EngineError("A conversation can begin only once.")
        for part in parts:
            self._append(part)
            self._evaluate()
        return len(self._ids)

    async def generate(
        self, pieces: Sequence[Piece], borders: Borders, *, max_tokens: int, sampling: Sampling
    ) -> AsyncIterator[Generated]:
        """See `Session`."""
        if borders.stop_text:
            raise ModelFileError(
                "A torch model is evaluated in dialects of markers only: export it to a GGUF, or put it on a server."
            )
        self._append(pieces)
        self._stopping = False
        started = time.perf_counter()
        fed = len(self._ids) - self._held
        logits = self._evaluate()
        fed_at = time.perf_counter()
        choose = _Chooser(self._vocabulary, borders, sampling)
        text = codecs.getincrementaldecoder("utf-8")("replace")
        generated, reason, pending = 0, "length", 0
        while generated < max_tokens:
            await asyncio.sleep(0)  # others of this loop have their turn
            if self._stopping:
                reason = "aborted"
                break
            if len(self._ids) >= self._n_ctx:
                reason = "context_full"
                break
            token = choose(logits)
            self._ids.append(token)
            generated += 1
            pending += 1
            piece = self._vocabulary.piece(token)
            if isinstance(piece, bytes):
                words: Sequence[Piece] = tuple(filter(None, [text.decode(piece)]))
            else:
                words = (*filter(None, [text.decode(b"", final=True)]), Marker(piece))
                text.reset()
            if words:
                yield Tokens(tuple(words), pending)
                pending = 0
            if token in choose.stop:
                reason = "stop"
                break
            if generated < max_tokens:
                logits = self._evaluate()
        rest = text.decode(b"", final=True)
        if pending:
            yield Tokens((rest,) if rest else (), pending)
        now = time.perf_counter()
        yield Ended(reason, generated, fed, fed_at - started, now - fed_at)  # type: ignore[arg-type]

    async def rewind(self, n_tokens: int) -> None:
        """See `Session`."""
        del self._ids[n_tokens:]
        self._held = min(self._held, n_tokens)

    async def fork(self) -> TorchSession:
        """See `Session`."""
        twin = self._context.twin()
        other = TorchSession(self._vocabulary, self._n_ctx, twin or self._fresh(), list(self._ids), self._fresh)
        other._held = self._held if twin is not None else 0
        return other

    def stop(self) -> None:
        """See `Session`."""
        self._stopping = True

    async def close(self) -> None:
        """See `Session`."""
        self._context, self._held = self._fresh(), 0

    def _encoded(self, pieces: Sequence[Piece]) -> list[int]:
        try:
            return to_ids(pieces, self._vocabulary)
        except KeyError as error:
            raise ModelFileError(f"This model's vocabulary has no token {error.args[0]}.") from None

    def _append(self, pieces: Sequence[Piece]) -> None:
        fresh, available = self._encoded(pieces), self._n_ctx - len(self._ids)
        if len(fresh) > available:
            raise ContextFull(
                f"This needs {len(fresh):,} tokens, but only {available:,} are left in the model's context.",
                needed=len(fresh),
                available=available,
            )
        self._ids += fresh

    def _evaluate(self) -> Tensor:
        keep = min(self._held, len(self._ids) - 1)
        logits = self._context.logits(self._ids[keep:], keep)
        self._held = len(self._ids)
        return logits


class _Chooser:
    """The next token under a dialect's masks; control tokens that the dialect does not use are never chosen."""

    def __init__(self, vocabulary: TrainedVocabulary, borders: Borders, sampling: Sampling) -> None:
        known = {name: token for token, name in vocabulary.control.items()}
        self.stop = frozenset(known[name] for name in borders.stop if name in known)
        first = borders.at_border
        self._first = None if first is None else sorted(known[name] for name in first if name in known)
        allowed = self.stop | frozenset(self._first or ())
        self._never = sorted(
            {token for token in known.values() if token not in allowed}
            | {known[name] for name in borders.forbidden if name in known}
        )
        self._size = vocabulary.size
        self._sampling = sampling
        self._random = torch.Generator().manual_seed(sampling.seed & 0xFFFFFFFF)

    def __call__(self, logits: Tensor) -> int:
        logits = logits[: self._size].cpu()
        mask = torch.zeros_like(logits)
        if self._first is not None:
            mask += -torch.inf
            mask[self._first] = 0.0
            self._first = None
        else:
            mask[self._never] = -torch.inf
        logits = logits + mask
        sampling = self._sampling
        if sampling.temperature <= 0:
            return int(logits.argmax())
        order = logits.argsort(descending=True, stable=True)
        if sampling.top_k > 0:
            order = order[: sampling.top_k]
        if sampling.top_p < 1:
            shares = torch.softmax(logits[order], -1)
            order = order[: int((shares.cumsum(0) - shares < sampling.top_p).sum())]
        shares = torch.softmax(logits[order] / sampling.temperature, -1)
        return int(order[torch.multinomial(shares, 1, generator=self._random)])


def _load(
    folder: Path, vocabulary: TrainedVocabulary, device: torch.device
) -> tuple[ModelFacts, Callable[[], Context]]:
    from finetune.export.checkpoint import load_model
    from finetune.export.gguf_file import ExportError
    from finetune.train.base import BaseModelError, load_causal_lm

    try:
        if (folder / "adapter_config.json").is_file():
            model: Any = load_model(folder)[0]
        else:
            model = load_causal_lm(str(folder))
    except (ExportError, BaseModelError) as error:
        raise ModelFileError(str(error)) from error
    dtype = torch.bfloat16 if device.type == "cuda" else torch.float32
    model = model.to(device, dtype).eval()
    positions: int = model.config.max_position_embeddings
    facts = ModelFacts(
        name=_name(folder),
        path=str(folder),
        sha256=_digest(folder),
        dialect=MathCoderDialect.name,
        n_ctx=min(DEFAULT_CONTEXT, positions),
        n_params=sum(p.numel() for p in model.parameters()),
        size_bytes=sum(path.stat().st_size for path in folder.glob("*.safetensors")),
        quantisation=str(dtype).removeprefix("torch."),
        metadata={keys.SYSTEM: "", keys.CONTEXT: "none"},  # as in what is exported
    )

    def context() -> Context:
        return CachedModel(lambda ids, cache: next_logits(model, ids, cache), device)

    return facts, context


def _name(folder: Path) -> str:
    record = folder / "recipe.json"
    name = json.loads(record.read_text(encoding="utf-8"))["export"]["name"] if record.is_file() else folder.name
    return f"{name} ({folder.name})"


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as content:
            digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()
