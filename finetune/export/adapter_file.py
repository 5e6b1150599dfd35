"""LoRA adapters as a GGUF of their own, which llama.cpp lays over a base model (`--lora`, Ollama's ADAPTER).

Such a file holds the two small matrices of each layer; the trained embeddings of the markers cannot be in it, so the
base that belongs to it is exported with them (`base_with_markers`). The kernel loads whole models only: export merged
for it. Format: general.type `adapter`, adapter.type `lora`, for each tensor `….lora_a` (rank, in) and `….lora_b` (out,
rank).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

from finetune.data.tokenizer import TrainedVocabulary
from finetune.export.gguf_file import ExportError, architecture_of, interleave, tensor_names
from finetune.recipe import Recipe

_PREFIX = "base_model.model."


def is_adapter(folder: Path) -> bool:
    """Whether a checkpoint folder holds adapters."""
    return (folder / "adapter_config.json").is_file()


def base_with_markers(folder: Path, vocabulary: TrainedVocabulary, recipe: Recipe) -> nn.Module:
    """The base model with the markers' trained rows, but without the adapters' matrices."""
    from peft import PeftModel

    from finetune.train.base import extend_model, known_tokens, load_causal_lm

    assert recipe.sft is not None
    model = load_causal_lm(recipe.sft.base)
    extend_model(model, vocabulary, known_tokens(recipe.sft.base))
    adapted = PeftModel.from_pretrained(model, str(folder))
    with torch.no_grad():
        for name, parameter in adapted.named_parameters():
            if ".lora_B." in name:
                parameter.zero_()
    whole: nn.Module = adapted.merge_and_unload().eval()
    return whole


def write_adapter(path: Path, folder: Path, config: Mapping[str, Any], *, name: str) -> None:
    """Write the adapters of a checkpoint folder; ExportError where they are of a kind that llama.cpp lacks."""
    settings = json.loads((folder / "adapter_config.json").read_text(encoding="utf-8"))
    if settings.get("use_rslora") or settings.get("use_dora") or settings.get("rank_pattern"):
        raise ExportError("only plain LoRA of one rank can be an adapter file: merge it and export the whole model")
    architecture = architecture_of(config)
    names, heads = tensor_names(config), config["num_attention_heads"]
    kv_heads = config.get("num_key_value_heads") or heads
    writer = gguf.GGUFWriter(str(path), gguf.MODEL_ARCH_NAMES[architecture])
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_name(name)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, float(settings["lora_alpha"]))
    found = 0
    for key, tensor in sorted(load_file(folder / "adapter_model.safetensors").items()):
        for theirs, ours in ((".lora_A.weight", ".lora_a"), (".lora_B.weight", ".lora_b")):
            if not key.endswith(theirs):
                continue
            module = key.removeprefix(_PREFIX).removesuffix(theirs)
            target = names.get_name(f"{module}.weight", try_suffixes=(".weight",))
            if target is None:
                raise ExportError(f"llama.cpp has no tensor for {module}")
            array = tensor.float().numpy()
            if ours == ".lora_b" and architecture == gguf.MODEL_ARCH.LLAMA:
                if module.endswith(".q_proj"):
                    array = interleave(array, heads)
                elif module.endswith(".k_proj"):
                    array = interleave(array, kv_heads)
            writer.add_tensor(target + ours, np.ascontiguousarray(array))
            found += 1
    if not found:
        raise ExportError(f"{folder} holds no LoRA matrices")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
