"""Checkpoint → GGUF: Llama, Mistral and Qwen2 with their tokenizers, and our metadata.

Facts behind the choices: llama.cpp rotates interleaved pairs in Llamas where transformers rotates halves, so q and k
rows are permuted (Qwen2 rotates halves in both); tied embeddings mean that `output.weight` is left out; markers are
CONTROL tokens, which llama.cpp never matches in user text unless told to; two tokens of equal text would abort the
process that loads the file; no space is put in front of texts, as in training (`finetune.data.base_tokenizer`).
"""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from torch import Tensor

from finetune.data.tokenizer import PAD, TrainedVocabulary
from finetune.export.pre_tokenizer import pre_tokenizer_name
from finetune.export.template import CHAT_TEMPLATE
from mathcoder_kernel.lce.dialect import MathCoderDialect

_ARCHITECTURES = {
    "llama": gguf.MODEL_ARCH.LLAMA,
    "mistral": gguf.MODEL_ARCH.LLAMA,
    "qwen2": gguf.MODEL_ARCH.QWEN2,
}
_BYTE = re.compile("<0x[0-9A-F]{2}>")


class ExportError(RuntimeError):
    """A model that cannot be exported; the message says why. No file is left behind."""


def write_gguf(
    path: Path,
    weights: Mapping[str, Tensor],
    config: Mapping[str, Any],
    vocabulary: TrainedVocabulary,
    *,
    name: str,
    metadata: Mapping[str, str | int],
    half: bool = True,
) -> None:
    """Write one file. `weights` and `config` are transformers'; `half` stores matrices as F16, else all is F32.

    Raises ExportError for a model that llama.cpp would compute otherwise, or not at all.
    """
    architecture = architecture_of(config)
    if config.get("hidden_act", "silu") != "silu":
        raise ExportError(f"llama.cpp computes these models with silu, not {config['hidden_act']}")
    layers, heads = config["num_hidden_layers"], config["num_attention_heads"]
    kv_heads = config.get("num_key_value_heads") or heads
    head_size = config.get("head_dim") or config["hidden_size"] // heads
    writer = gguf.GGUFWriter(str(path), gguf.MODEL_ARCH_NAMES[architecture])
    writer.add_name(name)
    writer.add_block_count(layers)
    writer.add_context_length(_context(config))
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv_heads)
    writer.add_key_length(head_size)
    writer.add_value_length(head_size)
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_dimension_count(head_size)
    _add_rope(writer, config, head_size)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16 if half else gguf.LlamaFileType.ALL_F32)
    size = weights["model.embed_tokens.weight"].shape[0]
    writer.add_vocab_size(size)
    _add_tokenizer(writer, vocabulary, size)
    writer.add_chat_template(CHAT_TEMPLATE)
    for key, value in metadata.items():
        if isinstance(value, int):
            writer.add_uint32(key, value)
        else:
            writer.add_key_value(key, value, gguf.GGUFValueType.STRING)  # add_string leaves empty text out
    names = tensor_names(config)
    for theirs, tensor in weights.items():
        if theirs == "lm_head.weight" and config.get("tie_word_embeddings"):
            continue
        ours = names.get_name(theirs, try_suffixes=(".weight", ".bias"))
        if ours is None:
            raise ExportError(f"llama.cpp has no tensor for {theirs}")
        array = tensor.detach().float().cpu().numpy()
        if architecture == gguf.MODEL_ARCH.LLAMA:
            if ".q_proj." in theirs:
                array = interleave(array, heads)
            elif ".k_proj." in theirs:
                array = interleave(array, kv_heads)
        writer.add_tensor(ours, array.astype(np.float16) if half and array.ndim == 2 else array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def architecture_of(config: Mapping[str, Any]) -> gguf.MODEL_ARCH:
    """llama.cpp's name of a transformers model's architecture; ExportError where it is none of ours."""
    if config.get("model_type") not in _ARCHITECTURES:
        raise ExportError(f"{config.get('model_type')} models cannot be exported; known: {', '.join(_ARCHITECTURES)}")
    return _ARCHITECTURES[config["model_type"]]


def tensor_names(config: Mapping[str, Any]) -> Any:
    """gguf's map from transformers' names of weights to llama.cpp's."""
    return gguf.get_tensor_name_map(architecture_of(config), config["num_hidden_layers"])


def _context(config: Mapping[str, Any]) -> int:
    """Positions to write: no more than the sliding window, beyond which llama.cpp would attend to more."""
    positions: int = config["max_position_embeddings"]
    sliding = config.get("sliding_window") if config.get("use_sliding_window", True) else None
    return min(positions, sliding) if sliding else positions


def _add_rope(writer: gguf.GGUFWriter, config: Mapping[str, Any], head_size: int) -> None:
    """Rotary settings: transformers 5 keeps them in rope_parameters, older files in rope_theta and rope_scaling."""
    rope = dict(config.get("rope_scaling") or {}) | dict(config.get("rope_parameters") or {})
    theta = float(rope.get("rope_theta") or config.get("rope_theta") or 10_000.0)
    writer.add_rope_freq_base(theta)
    kind = rope.get("rope_type") or rope.get("type") or "default"
    if kind == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(float(rope["factor"]))
    elif kind == "yarn":
        if unknown := {"attention_factor", "mscale", "mscale_all_dim", "beta_fast", "beta_slow"} & {
            key for key, value in rope.items() if value is not None
        }:
            raise ExportError(f"rotary settings {', '.join(sorted(unknown))} of yarn cannot be exported")
        writer.add_rope_scaling_type(gguf.RopeScalingType.YARN)
        writer.add_rope_scaling_factor(float(rope["factor"]))
        writer.add_rope_scaling_orig_ctx_len(int(rope["original_max_position_embeddings"]))
    elif kind == "llama3":
        writer.add_tensor(
            gguf.TENSOR_NAMES[gguf.MODEL_TENSOR.ROPE_FREQS] + ".weight", llama3_factors(theta, head_size, rope)
        )
    elif kind != "default":
        raise ExportError(f"rotary positions of kind {kind!r} cannot be exported: known are linear, yarn and llama3")


def llama3_factors(theta: float, head_size: int, rope: Mapping[str, Any]) -> npt.NDArray[np.float32]:
    """By what each rotary frequency is divided (Llama-3.1; transformers' modeling_rope_utils)."""
    wavelength = 2 * np.pi * theta ** (np.arange(0, head_size, 2) / head_size)
    original = rope["original_max_position_embeddings"]
    low, high, factor = rope["low_freq_factor"], rope["high_freq_factor"], rope["factor"]
    smooth = np.clip((original / wavelength - low) / (high - low), 0.0, 1.0)
    factors: npt.NDArray[np.float32] = (1 / ((1 - smooth) / factor + smooth)).astype(np.float32)
    return factors


def interleave(rows: npt.NDArray[np.float32], heads: int) -> npt.NDArray[np.float32]:
    """Rows of a q or k matrix (or bias), from rotating halves (transformers) to rotating pairs (llama.cpp)."""
    height = rows.shape[0]
    return rows.reshape(heads, 2, height // heads // 2, -1).swapaxes(1, 2).reshape(rows.shape)


def _add_tokenizer(writer: gguf.GGUFWriter, vocabulary: TrainedVocabulary, size: int) -> None:
    record = json.loads(vocabulary.tokenizer.to_str())
    splitter = pre_tokenizer_name(record)
    if splitter is None:
        raise ExportError(
            "llama.cpp has no name for this tokenizer's way to split text (known: gpt-2, llama-bpe, qwen2, smollm and "
            "SentencePiece): the file would read texts otherwise than the model was trained"
        )
    merges = [tuple(m) if isinstance(m, list) else tuple(m.split(" ")) for m in record["model"]["merges"]]
    unknown = record["model"].get("unk_token")
    tokens: list[str] = []
    kinds: list[int] = []
    for token in range(size):
        text = vocabulary.tokenizer.id_to_token(token)
        tokens.append(f"[PAD{token}]" if text is None else text)
        if text is None:
            kinds.append(gguf.TokenType.UNUSED)
        elif text == unknown:
            kinds.append(gguf.TokenType.UNKNOWN)
        elif token in vocabulary.control:
            kinds.append(gguf.TokenType.CONTROL)
        elif token in vocabulary.matched:
            kinds.append(gguf.TokenType.USER_DEFINED)
        elif vocabulary.byte_fallback and _BYTE.fullmatch(text):
            kinds.append(gguf.TokenType.BYTE)
        else:
            kinds.append(gguf.TokenType.NORMAL)
    if len(set(tokens)) != len(tokens):
        raise ExportError("two tokens have the same text, which llama.cpp cannot load")
    end = vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name)
    writer.add_tokenizer_model("llama" if vocabulary.byte_fallback else "gpt2")
    writer.add_tokenizer_pre(splitter)
    writer.add_token_list(tokens)
    if vocabulary.byte_fallback:
        # SentencePiece merges what scores best; the order of merges says the same
        order: dict[str, int] = {}
        for merge in merges:
            order.setdefault("".join(merge), len(order))
        writer.add_token_scores([-float(order.get(text, len(order))) for text in tokens])
    writer.add_token_types(kinds)
    if not vocabulary.byte_fallback:
        writer.add_token_merges([" ".join(merge) for merge in merges])
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(end)
    writer.add_pad_token_id(vocabulary.marker_id(PAD))
    if unknown is not None:
        writer.add_unk_token_id(tokens.index(unknown))
    writer.add_add_bos_token(False)
    writer.add_add_eos_token(False)
    writer.add_add_space_prefix(False)


def quantise(source: Path, target: Path, kind: str, threads: int = 1, imatrix: Any = None) -> None:
    """Quantise an F16/F32 file with llama.cpp; ExportError with llama.cpp's own reason if it refuses.

    `imatrix` is an array of llama_model_imatrix_data (`importance.ImatrixArray.array`).
    """
    import llama_cpp

    lines: list[str] = []

    @llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
    def keep(level: int, text: bytes, data: Any) -> None:
        lines.append(text.decode(errors="replace"))

    parameters = llama_cpp.llama_model_quantize_default_params()
    parameters.ftype = getattr(llama_cpp, f"LLAMA_FTYPE_MOSTLY_{kind}")
    parameters.nthread = threads
    if imatrix is not None:
        parameters.imatrix = ctypes.cast(imatrix, type(parameters.imatrix))
    llama_cpp.llama_log_set(keep, ctypes.c_void_p(0))
    try:
        code = llama_cpp.llama_model_quantize(str(source).encode(), str(target).encode(), ctypes.byref(parameters))
    finally:
        llama_cpp.llama_log_set(silent_log(), ctypes.c_void_p(0))
    if code:
        raise ExportError(f"llama.cpp could not make {kind}: {''.join(lines).strip().splitlines()[-1:]}")


@lru_cache(maxsize=1)
def silent_log() -> Any:
    """A log callback that says nothing; kept alive, since llama.cpp holds a bare pointer to it."""
    import llama_cpp

    @llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
    def silent(level: int, text: bytes, data: Any) -> None:
        return None

    return silent
