"""How much each input column of each matrix matters, so that quantisation rounds the others more (an "imatrix").

It is the mean of the squared activations that reach a column, over transcripts as the model would see them. We measure
it in torch, with hooks on the linear layers, and hand it to llama.cpp's quantiser through its API
(`llama_model_quantize_params.imatrix`): no file of llama-imatrix is needed. Rows of q and k are permuted in the GGUF,
columns are not, so the figures fit as they are.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from finetune.data.generate import GenerateError, read_split
from finetune.data.pack import encode
from finetune.data.tokenizer import TrainedVocabulary
from finetune.export.gguf_file import ExportError, tensor_names
from finetune.train.base import load_causal_lm
from finetune.train.model import Llama
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import Transcript, TranscriptError, read_jsonl

Importance = Mapping[str, npt.NDArray[np.float32]]
"""GGUF tensor name → mean squared input of each column."""

UNWEIGHED = frozenset({"F32", "F16", "Q8_0"})
"""Kinds that llama.cpp writes without looking at the importance of columns."""

TOKENS = 50_000
"""Tokens to measure on: more changes little (llama.cpp's own advice is some tens of thousands)."""


def read_transcripts(source: Path) -> list[Transcript]:
    """Transcripts of a JSONL file, or the validation split of a folder that `data generate` wrote; ExportError."""
    try:
        if source.is_dir():
            return list(read_split(source, "validation"))
        return list(read_jsonl(source))
    except (OSError, TranscriptError, GenerateError) as error:
        raise ExportError(f"cannot read transcripts from {source}: {error}") from error


def documents(
    transcripts: Iterable[Transcript], vocabulary: TrainedVocabulary, *, tokens: int, longest: int
) -> list[tuple[list[int], list[int]]]:
    """Ids and roles of transcripts (cut at `longest` tokens) until there are `tokens` of them; ExportError for none."""
    found: list[tuple[list[int], list[int]]] = []
    total = 0
    for transcript in transcripts:
        ids, roles = (part[:longest] for part in encode(transcript, MathCoderDialect(), vocabulary))
        found.append((ids, roles))
        total += len(ids)
        if total >= tokens:
            break
    if not found:
        raise ExportError("there are no transcripts to measure on")
    return found


def hookable(model: nn.Module, folder: Path) -> nn.Module:
    """The same weights in a model whose linear layers are called as modules: our own Llama multiplies by itself."""
    if not isinstance(model, Llama):
        return model
    same: nn.Module = load_causal_lm(str(folder)).eval()
    return same


@torch.no_grad()
def importance(
    model: nn.Module, config: Mapping[str, Any], texts: Iterable[tuple[list[int], list[int]]]
) -> dict[str, npt.NDArray[np.float32]]:
    """Run the model over texts, each alone, and average the squared inputs of every linear layer."""
    names = tensor_names(config)
    sums: dict[str, Tensor] = {}
    counts: dict[str, int] = defaultdict(int)
    hooks = []

    def watch(name: str) -> Any:
        def hook(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            x = inputs[0].detach().reshape(-1, inputs[0].shape[-1]).double()
            squared = x.square().sum(0).cpu()
            sums[name] = sums[name] + squared if name in sums else squared
            counts[name] += len(x)

        return hook

    for theirs, module in model.named_modules():
        ours = names.get_name(f"{theirs}.weight", try_suffixes=(".weight",)) if isinstance(module, nn.Linear) else None
        if ours is not None:
            hooks.append(module.register_forward_pre_hook(watch(ours)))
    try:
        device = next(model.parameters()).device
        for ids, _ in texts:
            model(torch.tensor([ids], device=device))
    finally:
        for hook in hooks:
            hook.remove()
    if not sums:
        raise ExportError("no linear layer of this model was reached, so nothing can be weighed")
    if config.get("tie_word_embeddings") and "output.weight" in sums:  # one matrix is both
        sums["token_embd.weight"], counts["token_embd.weight"] = sums.pop("output.weight"), counts["output.weight"]
    return {name: (total / counts[name]).float().numpy() for name, total in sums.items()}


class ImatrixArray:
    """`Importance` as llama.cpp takes it: an array of structures ended by one without a name. Keep it alive."""

    def __init__(self, values: Importance) -> None:
        import llama_cpp

        self._columns = [np.ascontiguousarray(column, np.float32) for column in values.values()]
        self.array = (llama_cpp.llama_model_imatrix_data * (len(values) + 1))()
        for entry, name, column in zip(self.array, values, self._columns, strict=False):
            entry.name = name.encode()
            entry.data = column.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
            entry.size = column.size
        self.array[len(values)].name = None
