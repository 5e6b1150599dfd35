"""The model that fine-tuning starts from: loaded, its vocabulary extended by the markers, adapters put on.

A marker's embedding (and its row of the output head) starts as the mean of the embeddings of a few words that say what
it means, which is far closer to where it will end than noise is; see `MEANINGS`. Rows between are left as they are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from finetune.data.base_tokenizer import extended
from finetune.data.tokenizer import PAD, TrainedVocabulary
from finetune.recipe import SftSettings
from mathcoder_kernel.lce.dialect import MathCoderDialect

FAMILIES = {"llama": "LlamaForCausalLM", "mistral": "MistralForCausalLM", "qwen2": "Qwen2ForCausalLM"}
"""model_type of config.json → class."""

MEANINGS: Mapping[str, str] = {
    PAD: " ",
    "<|system|>": "system instructions:",
    "<|user|>": "user question:",
    "<|assistant|>": "assistant answer:",
    "<|text|>": "text:",
    "<|code|>": "Python code:",
    "<|execution|>": "execution output:",
    "<|endofblock|>": "end of block\n",
    "<|endofmessage|>": "end of message\n\n",
}
"""The words whose embeddings a marker starts from."""

LINEAR = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
"""What adapters are put on: every matrix inside the layers (QLoRA §4 found that all of them are needed)."""


class BaseModelError(RuntimeError):
    """A base model that cannot be fine-tuned here; the message says why and what to do."""


def found(base: str) -> str:
    """The base as every later command finds it: a folder by its whole path, a run folder's last checkpoint, a name as
    it is. BaseModelError for a folder that holds no model."""
    folder = Path(base)
    if not folder.is_dir():
        return base
    if not (folder / "config.json").is_file():
        from finetune.train.loop import latest_checkpoint

        checkpoint = latest_checkpoint(folder)
        if checkpoint is None:
            raise BaseModelError(f"{folder} holds no config.json: give the folder of a model, or of a run")
        if (checkpoint / "adapter_config.json").is_file():
            raise BaseModelError(f"{folder} holds adapters: `mathcoder-finetune merge` makes a base of them")
        folder = checkpoint
    return str(folder.resolve())


def tokenizer_file(base: str) -> Path:
    """tokenizer.json of a folder or of a model on the hub (downloaded once, kept in its cache)."""
    folder = Path(base)
    if folder.is_dir():
        if not (folder / "tokenizer.json").is_file():
            raise BaseModelError(f"{folder} has no tokenizer.json: save the tokenizer with save_pretrained there")
        return folder / "tokenizer.json"
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(hf_hub_download(base, "tokenizer.json"))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        first = str(error).strip().splitlines()[0]
        raise BaseModelError(
            f"{base!r} is no model folder, and the hub did not give it ({first}): give the folder of a downloaded "
            "model with --set sft.base=PATH"
        ) from error


def load_vocabulary(base: str) -> TrainedVocabulary:
    """The base's vocabulary with our markers."""
    return extended(tokenizer_file(found(base)))


def load_causal_lm(
    folder: str, *, dtype: torch.dtype = torch.float32, attention: str = "sdpa", quantisation: Any = None
) -> Any:
    """A transformers model of one of FAMILIES, on the CPU (quantised ones on the GPU); BaseModelError otherwise."""
    from transformers import AutoConfig, AutoModelForCausalLM
    from transformers.utils import logging as transformers_logging

    if not sys.stderr.isatty():
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        config = AutoConfig.from_pretrained(folder)
    except (OSError, ValueError, json.JSONDecodeError) as error:
        raise BaseModelError(f"cannot read the model {folder}: {str(error).strip().splitlines()[0]}") from error
    if config.model_type not in FAMILIES:
        raise BaseModelError(f"{folder} is a {config.model_type} model; known are {', '.join(FAMILIES)}")
    try:
        model: Any = AutoModelForCausalLM.from_pretrained(
            folder, config=config, dtype=dtype, attn_implementation=attention, quantization_config=quantisation
        )
    except (OSError, ValueError) as error:
        raise BaseModelError(f"cannot load the weights of {folder}: {str(error).strip().splitlines()[0]}") from error
    # the padding token also hides words (masked thought), so it learns like any other
    model.get_input_embeddings().padding_idx = None
    return model


def extend_model(model: Any, vocabulary: TrainedVocabulary, known: int) -> list[int]:
    """Make room for the markers and give them their first embeddings; the ids of those that were new.

    `known` is the size of the base's own vocabulary. Matrices only ever grow, to a multiple of 64 rows; some bases have
    spare rows already. The same base and vocabulary give the same weights, which merging an adapter relies on.
    BaseModelError where the tokenizer knows more tokens than the model.
    """
    rows = model.get_input_embeddings().weight.shape[0]
    if known > rows:
        raise BaseModelError(
            f"the base's tokenizer has {known:,} tokens and its model {rows:,} embeddings: they do not belong together"
        )
    new = [token for token in sorted(vocabulary.control) if token >= known]
    end, pad = vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name), vocabulary.pad
    for config in (model.config, model.generation_config):
        config.bos_token_id, config.eos_token_id, config.pad_token_id = None, end, pad
    if not new:
        return new
    embedding = model.get_input_embeddings()
    if vocabulary.size > embedding.weight.shape[0]:
        model.resize_token_embeddings(-(-vocabulary.size // 64) * 64, mean_resizing=False)
    matrices = [model.get_input_embeddings().weight]
    if not model.config.tie_word_embeddings:
        matrices.append(model.get_output_embeddings().weight)
    with torch.no_grad():
        for matrix in matrices:
            spare = matrix[:known].float().mean(0)
            matrix[known:] = spare.to(matrix.dtype)  # rows no token has: an average one is never a likely one
            for token in new:
                words = vocabulary.encode_text(MEANINGS[vocabulary.control[token]])
                matrix[token] = matrix[words].float().mean(0).to(matrix.dtype)
    return new


def known_tokens(base: str) -> int:
    """Tokens of the base's own vocabulary, added ones included."""
    from tokenizers import Tokenizer

    size: int = Tokenizer.from_file(str(tokenizer_file(base))).get_vocab_size()
    return size


def quantised_base() -> Any:
    """Settings of a 4-bit base (QLoRA, arXiv 2305.14314: NF4, doubly quantised, bfloat16 products), or a refusal."""
    from importlib.util import find_spec

    if find_spec("bitsandbytes") is None:
        raise BaseModelError(
            "sft.method=qlora needs bitsandbytes: pip install 'mathcoder-kernel[qlora]', or use sft.method=lora"
        )
    from transformers import BitsAndBytesConfig

    make: Any = BitsAndBytesConfig
    return make(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )


def with_adapters(model: Any, settings: SftSettings, new_tokens: list[int]) -> Any:
    """Low-rank adapters on every inner matrix; of the embeddings only the new markers' rows are trained."""
    import peft

    rows: dict[str, list[int]] | None = None
    if new_tokens:
        rows = {"embed_tokens": new_tokens}
        if not model.config.tie_word_embeddings:
            rows["lm_head"] = new_tokens
    lora: Any = peft  # its annotations are narrower than what it takes
    config = lora.LoraConfig(
        r=settings.lora_rank,
        lora_alpha=settings.lora_alpha,
        lora_dropout=settings.lora_dropout,
        target_modules=LINEAR,
        trainable_token_indices=rows,
        task_type="CAUSAL_LM",
    )
    return lora.get_peft_model(model, config)
