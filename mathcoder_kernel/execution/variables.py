"""One-line descriptions of variables for the model: type and short value, never slow on huge objects."""

from __future__ import annotations

import reprlib
from typing import Any

MAX_CHARS = 120

_short = reprlib.Repr()
_short.maxstring = _short.maxother = _short.maxlong = 80
_short.maxlevel = 3

_PLAIN = (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, type(None))
_MAX_SYMPY_NODES = 60


def describe(value: Any) -> str:
    """`int 3`, `list (200 items) [1, 2, 3, ...]`, `ndarray (3, 4) float64`: type, size and, where cheap, the value."""
    kind = type(value)
    name = kind.__name__
    try:
        detail = _detail(value)
    except Exception:  # a property or repr of the student's own class may raise anything
        detail = ""
    text = f"{name} {detail}".strip().replace("\n", " ")
    return text if len(text) <= MAX_CHARS else text[: MAX_CHARS - 3] + "..."


def _detail(value: Any, depth: int = 0) -> str:
    kind = type(value)
    if kind in _PLAIN:
        if kind is int and value.bit_length() > 2000:
            return f"({value.bit_length()} bits)"
        size = f"({len(value)} items) " if kind in (list, tuple, dict, set, frozenset) and len(value) > 6 else ""
        if size or kind in (list, tuple, dict, set, frozenset):
            return size + (_items(value, depth) if depth < 2 else "")
        return _short.repr(value)
    module = (kind.__module__ or "").partition(".")[0]
    if module == "numpy" and hasattr(value, "shape"):
        if not value.shape:
            return str(value)
        return f"{value.shape} {value.dtype}"
    if module == "pandas" and hasattr(value, "shape"):
        return f"{value.shape}"
    if module == "sympy" and hasattr(value, "free_symbols"):
        return str(value) if _small(value) else "(large expression)"
    if module in ("fractions", "decimal", "datetime"):
        return str(value)
    if callable(value):
        return str(getattr(value, "__name__", ""))
    return ""


def _items(value: Any, depth: int) -> str:
    """The first items of a container, each by its own description rule, so that no huge item is ever repr'ed."""
    shown = []
    for number, item in enumerate(value):
        if number == 6:
            shown.append("...")
            break
        text = _detail(item, depth + 1) or type(item).__name__
        if isinstance(value, dict):
            text += ": " + (_detail(value[item], depth + 1) or type(value[item]).__name__)
        shown.append(text)
    opening, closing = "[]" if isinstance(value, list) else "()" if isinstance(value, tuple) else "{}"
    return f"{opening}{', '.join(shown)}{closing}"


def _small(expression: Any) -> bool:
    """Whether a SymPy object has few nodes; counts no further than the limit."""
    if hasattr(expression, "shape"):  # matrices: not a tree of args
        rows, columns = expression.shape
        return bool(rows * columns <= 16)
    stack, count = [expression], 0
    while stack:
        node = stack.pop()
        count += 1
        if count > _MAX_SYMPY_NODES:
            return False
        if getattr(node, "is_Integer", False) and node.p.bit_length() > 400:
            return False
        stack.extend(getattr(node, "args", ()))
    return True
