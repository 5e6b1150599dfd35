"""Another model's tokenizer made ready for transcripts: the markers added, and every text read byte for byte.

Three habits of published tokenizers would break transcripts, and are taken off: a space put in front of every text
(Llama-2, Mistral: each block would gain one), Unicode normalisation (Qwen2's NFC; llama.cpp does not apply it, and code
must stay as it was written), and tokens put around every text (the dialect says what stands where). One limit stays: in
vocabularies made with SentencePiece a literal U+2581 reads back as a space.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tokenizers import AddedToken, Tokenizer

from finetune.data.tokenizer import SPECIAL_TOKENS, TrainedVocabulary, VocabularyError


def extended(source: Path) -> TrainedVocabulary:
    """The vocabulary of a base model's tokenizer.json with our markers as its last tokens (those it lacks).

    Raises VocabularyError where the file is missing or holds another kind of tokenizer than BPE.
    """
    try:
        record = json.loads(source.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VocabularyError(f"cannot read the tokenizer {source}: {error}") from error
    if record["model"]["type"] != "BPE":
        raise VocabularyError(
            f"{source} holds a {record['model']['type']} tokenizer; Llama, Mistral and Qwen2 have BPE ones"
        )
    record["truncation"] = record["padding"] = record["post_processor"] = None
    spaces = bool(record["model"].get("byte_fallback"))
    record["normalizer"] = {"type": "Replace", "pattern": {"String": " "}, "content": "▁"} if spaces else None
    if spaces:
        record["pre_tokenizer"] = None
        record["decoder"] = {
            "type": "Sequence",
            "decoders": [
                {"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
                {"type": "ByteFallback"},
                {"type": "Fuse"},
            ],
        }
    _exact_markers(record)
    tokenizer = Tokenizer.from_str(json.dumps(record))
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in SPECIAL_TOKENS])
    return TrainedVocabulary(tokenizer)


def _exact_markers(record: dict[str, Any]) -> None:
    """A marker that the base has already must be a control token that swallows no neighbouring spaces."""
    for token in record.get("added_tokens", []):
        if token["content"] in SPECIAL_TOKENS:
            token |= {"special": True, "lstrip": False, "rstrip": False, "single_word": False, "normalized": False}
