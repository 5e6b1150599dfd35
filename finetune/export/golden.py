"""What every exported file must show before it is kept: it reads, computes and writes as the torch model does.

Silent damage is the usual complaint about exported models (wrong pre-tokenizer, missing permutation, a stop token that
was never trained); each test here catches one of these. `check` raises ExportError and returns the measured figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from finetune.data.tokenizer import SPECIAL_TOKENS, TrainedVocabulary
from finetune.export.gguf_file import ExportError
from finetune.train.model import Llama
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


class LlamaCppModel:
    """A GGUF evaluated token by token with float32 keys and values, for comparison only."""

    def __init__(self, path: Path, context: int = 512) -> None:
        import llama_cpp

        try:
            self._model = llama_cpp.Llama(
                str(path), n_ctx=context, n_batch=context, n_threads=1, n_threads_batch=1, logits_all=True,
                type_k=llama_cpp.GGML_TYPE_F32, type_v=llama_cpp.GGML_TYPE_F32, verbose=False,
            )  # fmt: skip
        except ValueError as error:
            raise ExportError(f"llama.cpp cannot load {path.name}: {error}") from error

    def encode_text(self, text: str) -> list[int]:
        """Ids of plain text."""
        return list(self._model.tokenize(text.encode("utf-8"), add_bos=False, special=False))

    def marker(self, name: str) -> list[int]:
        """Ids of a control token's text, read as a control token."""
        return list(self._model.tokenize(name.encode(), add_bos=False, special=True))

    def metadata(self) -> dict[str, str]:
        """The header, as text."""
        return dict(self._model.metadata)

    def logits(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Logits after each of `ids`."""
        self._model.reset()
        self._model.eval(list(ids))
        return np.array(self._model.scores[: len(ids)])

    def close(self) -> None:
        """Free the model."""
        self._model.close()


def check(
    path: Path, kind: str, model: Llama, vocabulary: TrainedVocabulary, metadata: Mapping[str, Any], tokens: int = 40
) -> dict[str, float]:
    """All comparisons of one file with the torch model; ExportError names the first that fails."""
    file = LlamaCppModel(path)
    try:
        _check_tokenizer(file, vocabulary)
        header = file.metadata()
        for key, value in metadata.items():
            if header.get(key) != str(value):
                raise ExportError(f"{key} is {header.get(key)!r} in the file, not {value!r}")
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
        if any(token in theirs for token in map(vocabulary.marker_id, SPECIAL_TOKENS)):
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
def _torch_logits(model: Llama, ids: Sequence[int]) -> npt.NDArray[np.float32]:
    logits: npt.NDArray[np.float32] = model(torch.tensor([list(ids)]))[0].float().numpy()
    return logits


def _check_logits(file: LlamaCppModel, kind: str, model: Llama, vocabulary: TrainedVocabulary) -> dict[str, float]:
    worst, agreed, total = 0.0, 0, 0
    used = vocabulary.size
    for ids in _prompts(vocabulary):
        ours, theirs = _torch_logits(model, ids)[:, :used], file.logits(ids)[:, :used]
        worst = max(worst, float(np.abs(ours - theirs).max()))
        agreed += int((ours.argmax(-1) == theirs.argmax(-1)).sum())
        total += len(ids)
    if worst > LOGIT_TOLERANCE[kind] or agreed / total < ARGMAX_SHARE[kind]:
        raise ExportError(
            f"{kind} computes other logits than torch: largest difference {worst:.3f} (limit {LOGIT_TOLERANCE[kind]}), "
            f"same best token {agreed}/{total}"
        )
    return {"max_logit_difference": round(worst, 5), "same_best_token": round(agreed / total, 4)}


def _check_greedy(
    file: LlamaCppModel, kind: str, model: Llama, vocabulary: TrainedVocabulary, tokens: int
) -> dict[str, float]:
    """Both follow torch's greedy continuation; each next token must be the same where torch is not in two minds."""
    same = total = 0
    end = vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name)
    for prompt in _prompts(vocabulary):
        ids = list(prompt)
        for _ in range(tokens):
            ids.append(int(_torch_logits(model, ids)[-1].argmax()))
            if ids[-1] == end:
                break
        ours, theirs = _torch_logits(model, ids), file.logits(ids)
        for at in range(len(prompt) - 1, len(ids) - 1):
            best = np.sort(ours[at])[-2:]
            equal = ours[at].argmax() == theirs[at].argmax()
            same, total = same + int(equal), total + 1
            if not equal and kind != "Q8_0" and best[1] - best[0] > MARGIN:
                raise ExportError(
                    f"{kind} writes token {int(theirs[at].argmax())} where torch writes {int(ours[at].argmax())} "
                    f"by a margin of {best[1] - best[0]:.3f}"
                )
    return {"same_greedy_token": round(same / total, 4)}
