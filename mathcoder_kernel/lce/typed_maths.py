r"""Maths as people type or paste it, written the way the models read it.

Only exotic forms change: lookalike characters from word processors and phones, invisible characters, and LaTeX
delimiters. What training data contains itself (`²`, `√`, `×`, `½`, LaTeX commands, plain ASCII maths) stays as typed.
"""

from __future__ import annotations

import re

_LOOKALIKES = str.maketrans(
    {
        "−": "-", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "﹣": "-", "－": "-",
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
        "∗": "*", "⋅": "·", "∙": "·", "⁄": "/", "∕": "/", "∶": ":", "﹢": "+", "⩽": "≤", "⩾": "≥", "＜": "<",
        "\u2028": "\n", "\u2029": "\n", "\u0085": "\n",
    }
    | {chr(code): " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
    | {chr(code): "" for code in (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063, 0xFEFF)}
    | {chr(code): "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFE0E, 0xFE0F)}
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "－＜"}
)  # fmt: skip
_INLINE = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.DOTALL)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d.,]*\d)")


def normalise_question(text: str, *, decimal_comma: bool = False) -> str:
    r"""The question with exotic characters and LaTeX delimiters in their plain form; applying it twice changes nothing.

    `\(…\)`, `\[…\]` and `$$…$$` become `$…$`. With `decimal_comma` a comma between two digits, without a space, is a
    decimal point ("3,5" → "3.5"); lists then need a space or semicolon ("3, 5"), as such countries write them.
    Plain ASCII text without LaTeX delimiters comes back unchanged but for white space at its ends.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LOOKALIKES)
    before = None
    while before != text:  # unwrapping may bring new delimiters together
        before = text
        text = _INLINE.sub(
            lambda match: f"${next(g for g in match.groups() if g is not None).strip().strip('$')}$", text
        )
    if decimal_comma:
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    return text.strip()
