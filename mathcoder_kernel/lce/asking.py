"""How a cell asks. Apart from `notebook`, because every kernel needs it at its start."""

from __future__ import annotations

import re


def without_comments_above(source: str) -> str:
    """The source of an asking cell without the comment and empty lines above its magic; any other source as it is."""
    match = re.match(r"\s*(?:#[^\r\n]*\r?\n\s*)*(?=%%?mathcoder\b)", source)
    return source[match.end() :] if match else source
