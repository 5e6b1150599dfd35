"""Checkpoints of every kind as one thing to export: from scratch, fully fine-tuned, or adapters on a base."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from torch import nn

from finetune.data.tokenizer import TrainedVocabulary, VocabularyError
from finetune.export.gguf_file import ExportError
from finetune.recipe import Recipe, RecipeError, recipe_from_dict
from finetune.train.loop import TrainingError, latest_checkpoint, load_checkpoint_model
from finetune.train.model import Llama
from mathcoder_kernel.lce.dialect import MathCoderDialect

WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "adapter_model.safetensors")


def checkpoint_folder(run: Path) -> Path:
    """The folder itself if it is a checkpoint, or the last one of a run; ExportError if there is none."""
    if any((run / name).is_file() for name in WEIGHTS):
        return run
    folder = latest_checkpoint(run)
    if folder is None:
        raise ExportError(f"there is no checkpoint in {run}: give a run folder or one of its checkpoints")
    return folder


def load_model(folder: Path) -> tuple[nn.Module, TrainedVocabulary, Recipe]:
    """The float32 model (adapters merged into their base), vocabulary and recipe; ExportError if it is not one."""
    from finetune.train.base import BaseModelError

    try:
        recipe = recipe_from_dict(json.loads((folder / "recipe.json").read_text(encoding="utf-8")))
        if recipe.sft is None:
            return load_checkpoint_model(folder)
        vocabulary = TrainedVocabulary.load(folder / "tokenizer.json")
        return _fine_tuned(folder, vocabulary, recipe), vocabulary, recipe
    except (OSError, ValueError, RecipeError, TrainingError, VocabularyError, BaseModelError) as error:
        raise ExportError(f"{folder} cannot be read as a checkpoint: {error}") from error


def _fine_tuned(folder: Path, vocabulary: TrainedVocabulary, recipe: Recipe) -> nn.Module:
    from finetune.train.base import extend_model, known_tokens, load_causal_lm

    assert recipe.sft is not None
    if not (folder / "adapter_config.json").is_file():
        full: nn.Module = load_causal_lm(str(folder)).eval()
        return full
    from peft import PeftModel

    model = load_causal_lm(recipe.sft.base)
    extend_model(model, vocabulary, known_tokens(recipe.sft.base))
    merged: nn.Module = PeftModel.from_pretrained(model, str(folder)).merge_and_unload().eval()
    return merged


def config_of(model: nn.Module, vocabulary: TrainedVocabulary) -> dict[str, Any]:
    """config.json of a model, as transformers has it."""
    if isinstance(model, Llama):
        return model.hf_config(vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name), vocabulary.pad)
    config: dict[str, Any] = model.config.to_dict()  # type: ignore[union-attr, operator]
    return config


def merge(run: Path, target: Path) -> Path:
    """Write the adapters of a checkpoint, merged into their base, as a transformers folder of its own."""
    folder = checkpoint_folder(run)
    if not (folder / "adapter_config.json").is_file():
        raise ExportError(f"{folder} holds no adapters: it is a whole model already, export it as it is")
    if target.exists() and any(target.iterdir()):
        raise ExportError(f"{target} is not empty: give a new folder")
    model, _, _ = load_model(folder)
    model.save_pretrained(target)  # type: ignore[operator]
    for name in ("tokenizer.json", "tokenizer_config.json", "recipe.json", "data.json"):
        shutil.copyfile(folder / name, target / name)
    return target
