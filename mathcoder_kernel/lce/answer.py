"""Finding the final answer in what a model wrote."""

from __future__ import annotations


def boxed_answer(words: str) -> str | None:
    r"""The content of the last complete `\boxed{…}` (or `\fbox{…}`), braces nested to any depth; None without one.

    Escaped braces (`\{`, `\}`) are content and do not count as nesting.
    """
    for name in (r"\boxed", r"\fbox"):
        start = len(words)
        while (start := words.rfind(name, 0, start)) >= 0:
            opening = start + len(name)
            while opening < len(words) and words[opening].isspace():
                opening += 1
            if opening < len(words) and words[opening] == "{" and (closing := _closing(words, opening)) is not None:
                return words[opening + 1 : closing].strip()
    return None


def _closing(words: str, opening: int) -> int | None:
    depth = 0
    position = opening
    while position < len(words):
        character = words[position]
        if character == "\\":
            position += 2
            continue
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return position
        position += 1
    return None
