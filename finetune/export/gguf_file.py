"""Checkpoint → GGUF: Llama tensors, our byte-level BPE under llama.cpp's pre-tokenizer `smollm`, our metadata.

Facts behind the choices: llama.cpp rotates interleaved pairs where transformers rotates halves, so q and k rows are
permuted; tied embeddings mean that `output.weight` is left out; markers are CONTROL tokens, which llama.cpp never
matches in user text unless told to; two tokens of equal text would abort the process that loads the file.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import numpy.typing as npt
from torch import Tensor

from finetune.data.tokenizer import PAD, SPECIAL_TOKENS, TrainedVocabulary
from finetune.recipe import ModelSettings
from mathcoder_kernel.lce.dialect import MathCoderDialect

PRE_TOKENIZER = "smollm"


class ExportError(RuntimeError):
    """A model that cannot be exported; the message says why. No file is left behind."""


def write_gguf(
    path: Path,
    weights: Mapping[str, Tensor],
    settings: ModelSettings,
    vocabulary: TrainedVocabulary,
    *,
    name: str,
    metadata: Mapping[str, str | int],
    half: bool = True,
) -> None:
    """Write one file. `weights` has transformers' names; `half` stores matrices as F16, else all is F32."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name(name)
    writer.add_block_count(settings.layers)
    writer.add_context_length(settings.context)
    writer.add_embedding_length(settings.hidden)
    writer.add_feed_forward_length(settings.ffn)
    writer.add_head_count(settings.heads)
    writer.add_head_count_kv(settings.kv_heads)
    writer.add_layer_norm_rms_eps(settings.norm_eps)
    writer.add_rope_dimension_count(settings.hidden // settings.heads)
    writer.add_rope_freq_base(settings.rope_theta)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16 if half else gguf.LlamaFileType.ALL_F32)
    size = weights["model.embed_tokens.weight"].shape[0]
    writer.add_vocab_size(size)
    _add_tokenizer(writer, vocabulary, size)
    for key, value in metadata.items():
        if isinstance(value, int):
            writer.add_uint32(key, value)
        else:
            writer.add_key_value(key, value, gguf.GGUFValueType.STRING)  # add_string leaves empty text out
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, settings.layers)
    for theirs, tensor in weights.items():
        ours = names.get_name(theirs, try_suffixes=(".weight", ".bias"))
        if ours is None:
            raise ExportError(f"llama.cpp has no tensor for {theirs}")
        array = tensor.detach().float().cpu().numpy()
        if theirs.endswith("q_proj.weight"):
            array = interleave(array, settings.heads)
        elif theirs.endswith("k_proj.weight"):
            array = interleave(array, settings.kv_heads)
        writer.add_tensor(ours, array.astype(np.float16) if half and array.ndim == 2 else array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def interleave(rows: npt.NDArray[np.float32], heads: int) -> npt.NDArray[np.float32]:
    """Rows of a q or k matrix, from rotating halves (transformers) to rotating pairs (llama.cpp)."""
    height, width = rows.shape
    return rows.reshape(heads, 2, height // heads // 2, width).swapaxes(1, 2).reshape(height, width)


def _add_tokenizer(writer: gguf.GGUFWriter, vocabulary: TrainedVocabulary, size: int) -> None:
    model = json.loads(vocabulary.tokenizer.to_str())["model"]
    tokens: list[str] = []
    kinds: list[int] = []
    for token in range(size):
        text = vocabulary.tokenizer.id_to_token(token)
        if text is None:
            tokens.append(f"[PAD{token}]")
            kinds.append(gguf.TokenType.UNUSED)
        else:
            tokens.append(text)
            kinds.append(gguf.TokenType.CONTROL if text in SPECIAL_TOKENS else gguf.TokenType.NORMAL)
    if len(set(tokens)) != len(tokens):
        raise ExportError("two tokens have the same text, which llama.cpp cannot load")
    end = vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(PRE_TOKENIZER)
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([m if isinstance(m, str) else " ".join(m) for m in model["merges"]])
    writer.add_bos_token_id(end)
    writer.add_eos_token_id(end)
    writer.add_pad_token_id(vocabulary.marker_id(PAD))
    writer.add_add_bos_token(False)
    writer.add_add_eos_token(False)
    writer.add_add_space_prefix(False)


def quantise(source: Path, target: Path, kind: str, threads: int = 1) -> None:
    """Quantise an F16/F32 file with llama.cpp; ExportError with llama.cpp's own reason if it refuses."""
    import llama_cpp

    lines: list[str] = []

    @llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
    def keep(level: int, text: bytes, data: Any) -> None:
        lines.append(text.decode(errors="replace"))

    parameters = llama_cpp.llama_model_quantize_default_params()
    parameters.ftype = getattr(llama_cpp, f"LLAMA_FTYPE_MOSTLY_{kind}")
    parameters.nthread = threads
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
