"""Which of llama.cpp's pre-tokenizers a tokenizer.json uses.

llama.cpp knows them by name only (`tokenizer.ggml.pre`), and a wrong name splits some texts otherwise without a word.
The name is read from the file's own structure; the golden tests then prove it on hostile strings.
"""

from __future__ import annotations

from typing import Any

LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")

SENTENCEPIECE = "default"
_REGEX = {LLAMA3: "llama-bpe", QWEN2: "qwen2"}


def pre_tokenizer_name(tokenizer: dict[str, Any]) -> str | None:
    """llama.cpp's name for the splitter of a parsed tokenizer.json; None where it has none."""
    if tokenizer["model"].get("byte_fallback"):
        return SENTENCEPIECE
    splitter = tokenizer.get("pre_tokenizer") or {}
    steps = splitter["pretokenizers"] if splitter.get("type") == "Sequence" else [splitter]
    kinds = [step.get("type") for step in steps]
    last = steps[-1]
    if last.get("type") != "ByteLevel" or last.get("add_prefix_space"):
        return None
    if kinds == ["ByteLevel"] and last.get("use_regex", True):
        return "gpt-2"
    if kinds == ["Digits", "ByteLevel"] and steps[0]["individual_digits"] and last.get("use_regex", True):
        return "smollm"
    if kinds == ["Split", "ByteLevel"] and not last.get("use_regex", True) and steps[0]["behavior"] == "Isolated":
        return _REGEX.get(steps[0]["pattern"].get("Regex", ""))
    return None
