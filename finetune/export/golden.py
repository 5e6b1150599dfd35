"""What every exported file must show before it is kept: it reads, computes and writes as the torch model does.

Silent damage is the usual complaint about exported models (wrong pre-tokenizer, missing permutation, a stop token that
was never trained); each test here catches one of these. `check` raises ExportError and returns the measured figures.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from finetune.data.tokenizer import SPECIAL_TOKENS, TrainedVocabulary
from finetune.export.gguf_file import ExportError, silent_log
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.vocabulary import to_ids

HOSTILE = (
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\t  \t",
    "   leading and trailing   ",
    "Solve 2x + 3 = 11.",
    "x² + 5x = −6, x∈ℝ, 3·4 ≤ 12, √2≈1.414, ½",
    "\\frac{1}{2}\\cdot\\boxed{\\{1,\\,2\\}}",
    "from sympy import *\nx = symbols('x')\nfor i in range(10):\n    if i % 2 == 0:\n        print(i**2, end='')\n",
    "print(((1+2))**(-3)) # ))**((",
    "don't we'll I'm you've he'd they're 'S 'LL it's",
    "0 12 345 6789 1234567890 3.14159 1,000,000 ١٢٣ Ⅷ ²³",
    "emoji 😀👩‍👩‍👧‍👦🇨🇭 café café naïve Ωμέγα 数学 математика שלום",
    "non\u00a0breaking\u2009thin\u3000wide\u200bzero\ufeffbom",
    "<|user|><|text|>ignore this<|endofblock|><|endofmessage|><|assistant|><|code|>1+1<|pad|>",
    "<|execution", "|>", "< |code| >",
    "a_b __init__ camelCase SHOUT snake_case2 x1y2",
    "$$\\int_0^\\infty e^{-x^2}\\,dx$$ & <b>html</b> \"quotes\" `ticks`",
    "line\n\n\n   indented\n\ttab \n trailing \n",
    "\x00\x01\x7f control",
    "!!!???...,,,;;;:::---___+++===***///\\\\\\|||~~~^^^",
    "<s>[INST] x </s><unk><0x0A> <|im_start|>user<|im_end|><|eot_id|><tool_call>1</tool_call>",
)  # fmt: skip

QUESTIONS = (
    "Solve 2x + 3 = 11.",
    "What is 15% of 240?",
    "Find the derivative of x^3*sin(x).",
    "A train covers 180 km in 2.5 hours. What is its speed?",
    "Compute the determinant of [[1, 2], [3, 4]].",
    "gcd of 84 and 126",
    HOSTILE[7],
    HOSTILE[15],
)

LOGIT_TOLERANCE = {"F32": 0.005, "F16": 0.25, "Q8_0": 3.0}
"""Largest difference of a logit from torch float32. A missing permutation gives about 10 (random weights)."""
MARGIN = 0.05
"""Greedy tokens must agree wherever torch's best two logits are further apart than this (F32, F16)."""
ARGMAX_SHARE = {"F32": 0.999, "F16": 0.98, "Q8_0": 0.9}
KL_LIMIT = {"F32": 1e-4, "F16": 0.01, "Q8_0": 0.1, "Q6_K": 0.3}
"""Mean Kullback-Leibler divergence from torch float32, in nats; coarser kinds may reach KL_LIMIT_COARSE."""
KL_LIMIT_COARSE = 1.5


class LlamaCppModel:
    """A GGUF evaluated in one batch a time with float32 keys and values, for comparison only.

    `adapter` is a LoRA file that is laid over it.
    """

    def __init__(self, path: Path, context: int = 512, adapter: Path | None = None) -> None:
        import llama_cpp

        self._lib: Any = llama_cpp
        llama_cpp.llama_log_set(silent_log(), ctypes.c_void_p(0))
        llama_cpp.llama_backend_init()
        parameters = llama_cpp.llama_model_default_params()
        parameters.use_extra_bufts = False  # repacked weights crash on AMX (ggml-org/llama.cpp issue 20824)
        parameters.n_gpu_layers = 0
        self._model = llama_cpp.llama_model_load_from_file(os.fsencode(path), parameters)
        if not self._model:
            raise ExportError(f"llama.cpp cannot load {path.name}")
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = settings.n_batch = settings.n_ubatch = context
        settings.n_threads = settings.n_threads_batch = 1
        settings.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED  # it computes in half precision
        settings.type_k = settings.type_v = llama_cpp.GGML_TYPE_F32
        self._context = llama_cpp.llama_init_from_model(self._model, settings)
        if not self._context:
            llama_cpp.llama_model_free(self._model)
            raise ExportError(f"llama.cpp cannot make a context of {context} tokens for {path.name}")
        if adapter is not None:
            self._lay_over(adapter)
        self._vocabulary = llama_cpp.llama_model_get_vocab(self._model)
        self._batch = llama_cpp.llama_batch_init(context, 0, 1)

    def _lay_over(self, adapter: Path) -> None:
        lib = self._lib
        loaded = lib.llama_adapter_lora_init(self._model, os.fsencode(adapter))  # freed with the model
        if not loaded:
            raise ExportError(f"llama.cpp cannot load the adapter {adapter.name} on this base")
        adapters, scales = (type(loaded) * 1)(loaded), (ctypes.c_float * 1)(1.0)
        if code := lib.llama_set_adapters_lora(self._context, adapters, 1, scales):
            raise ExportError(f"llama.cpp could not use the adapter {adapter.name} (code {code})")

    def encode_text(self, text: str) -> list[int]:
        """Ids of plain text."""
        return self._tokenize(text, special=False)

    def marker(self, name: str) -> list[int]:
        """Ids of a control token's text, read as a control token."""
        return self._tokenize(name, special=True)

    def metadata(self, key: str) -> str | None:
        """A value of the header, as text; None if it is not there."""
        room = ctypes.create_string_buffer(1 << 16)
        length = self._lib.llama_model_meta_val_str(self._model, key.encode(), room, len(room))
        return None if length < 0 else room.value.decode("utf-8")

    def logits(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Logits after each of `ids`, (len(ids), vocabulary)."""
        lib, batch = self._lib, self._batch
        lib.llama_memory_clear(lib.llama_get_memory(self._context), True)
        batch.n_tokens = len(ids)
        for at, token in enumerate(ids):
            batch.token[at], batch.pos[at], batch.n_seq_id[at], batch.logits[at] = token, at, 1, 1
            batch.seq_id[at][0] = 0
        if code := lib.llama_decode(self._context, batch):
            raise ExportError(f"llama.cpp could not evaluate {len(ids)} tokens (code {code})")
        size = lib.llama_vocab_n_tokens(self._vocabulary)
        pointer = lib.llama_get_logits(self._context)
        return np.ctypeslib.as_array(pointer, shape=(len(ids), size)).copy()

    def close(self) -> None:
        """Free the model."""
        self._lib.llama_batch_free(self._batch)
        self._lib.llama_free(self._context)
        self._lib.llama_model_free(self._model)

    def _tokenize(self, text: str, *, special: bool) -> list[int]:
        raw = text.encode("utf-8")
        room = len(raw) + 8
        ids = (ctypes.c_int32 * room)()
        count = self._lib.llama_tokenize(self._vocabulary, raw, len(raw), ids, room, False, special)
        return list(ids[:count])


def check(
    path: Path,
    kind: str,
    model: nn.Module,
    vocabulary: TrainedVocabulary,
    metadata: Mapping[str, Any],
    tokens: int = 40,
    adapter: Path | None = None,
) -> dict[str, float]:
    """All comparisons of one file (with a LoRA `adapter` over it) with the torch model; ExportError names the first
    that fails."""
    file = LlamaCppModel(path, adapter=adapter)
    try:
        _check_tokenizer(file, vocabulary)
        for key, value in metadata.items():
            if (found := file.metadata(key)) != str(value):
                raise ExportError(f"{key} is {found!r} in the file, not {value!r}")
        return _check_logits(file, kind, model, vocabulary) | _check_greedy(file, kind, model, vocabulary, tokens)
    finally:
        file.close()


def check_trained_stops(data: Mapping[str, Any]) -> None:
    """The end of a message and the end of a block must have been trained, or the model would never stop."""
    trained = data["tokens_by_role"]
    for role in ("text", "code", "end"):
        if not trained.get(role):
            raise ExportError(f"no token of role {role!r} was trained, so the model would not stop: check the data")


def _check_tokenizer(file: LlamaCppModel, vocabulary: TrainedVocabulary) -> None:
    for text in HOSTILE:
        ours, theirs = vocabulary.encode_text(text), file.encode_text(text)
        if ours != theirs:
            raise ExportError(f"llama.cpp reads {text!r} as {theirs}, the trainer as {ours}")
        if any(token in vocabulary.control for token in theirs):
            raise ExportError(f"plain text became a control token: {text!r}")
        back = b"".join(p for p in map(vocabulary.piece, ours) if isinstance(p, bytes))
        if back.decode("utf-8") != text:
            raise ExportError(f"tokens of {text!r} read back as {back!r}")
    for name in SPECIAL_TOKENS:
        if file.marker(name) != [vocabulary.marker_id(name)]:
            raise ExportError(f"{name} is not one control token in the file: {file.marker(name)}")


def _prompts(vocabulary: TrainedVocabulary) -> list[list[int]]:
    return [to_ids(MathCoderDialect().prompt(question), vocabulary) for question in QUESTIONS]


@torch.no_grad()
def torch_logits(model: nn.Module, ids: Sequence[int]) -> npt.NDArray[np.float32]:
    """Logits after each of `ids`, (len(ids), vocabulary)."""
    device = next(model.parameters()).device
    given = model(torch.tensor([list(ids)], device=device))
    logits: npt.NDArray[np.float32] = getattr(given, "logits", given)[0].float().cpu().numpy()
    return logits


def _check_logits(file: LlamaCppModel, kind: str, model: nn.Module, vocabulary: TrainedVocabulary) -> dict[str, float]:
    worst, agreed, total, divergence = 0.0, 0, 0, 0.0
    used = vocabulary.size
    for ids in _prompts(vocabulary):
        ours, theirs = torch_logits(model, ids)[:, :used], file.logits(ids)[:, :used]
        worst = max(worst, float(np.abs(ours - theirs).max()))
        agreed += int((ours.argmax(-1) == theirs.argmax(-1)).sum())
        divergence += _divergence(ours, theirs)
        total += len(ids)
    if worst > LOGIT_TOLERANCE.get(kind, np.inf) or agreed / total < ARGMAX_SHARE.get(kind, 0.0):
        raise ExportError(
            f"{kind} computes other logits than torch: largest difference {worst:.3f} (limit {LOGIT_TOLERANCE[kind]}), "
            f"same best token {agreed}/{total}"
        )
    divergence /= total
    if not divergence <= KL_LIMIT.get(kind, KL_LIMIT_COARSE):
        raise ExportError(
            f"{kind} lost too much: KL divergence {divergence:.4f} from torch "
            f"(limit {KL_LIMIT.get(kind, KL_LIMIT_COARSE)}); use a finer quantisation"
        )
    return {
        "max_logit_difference": round(worst, 5),
        "same_best_token": round(agreed / total, 4),
        "kl_divergence": round(divergence, 6),
    }


def _divergence(ours: npt.NDArray[np.float32], theirs: npt.NDArray[np.float32]) -> float:
    """Kullback-Leibler divergence summed over positions, in nats."""
    p, q = (torch.log_softmax(torch.from_numpy(logits).double(), -1) for logits in (ours, theirs))
    return float((p.exp() * (p - q)).sum())


def _check_greedy(
    file: LlamaCppModel, kind: str, model: nn.Module, vocabulary: TrainedVocabulary, tokens: int
) -> dict[str, float]:
    """Both follow torch's greedy continuation; each next token must be the same where torch is not in two minds."""
    same = total = 0
    end = vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name)
    for prompt in _prompts(vocabulary):
        ids = list(prompt)
        for _ in range(tokens):
            ids.append(int(torch_logits(model, ids)[-1].argmax()))
            if ids[-1] == end:
                break
        ours, theirs = torch_logits(model, ids), file.logits(ids)
        for at in range(len(prompt) - 1, len(ids) - 1):
            best = np.sort(ours[at])[-2:]
            equal = ours[at].argmax() == theirs[at].argmax()
            same, total = same + int(equal), total + 1
            if not equal and kind in ("F32", "F16") and best[1] - best[0] > MARGIN:
                raise ExportError(
                    f"{kind} writes token {int(theirs[at].argmax())} where torch writes {int(ours[at].argmax())} "
                    f"by a margin of {best[1] - best[0]:.3f}"
                )
    return {"same_greedy_token": round(same / total, 4)}
