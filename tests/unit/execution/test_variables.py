"""One-line descriptions of variables."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from mathcoder_kernel.execution.variables import MAX_CHARS, describe


class Awkward:
    def __repr__(self) -> str:
        raise RuntimeError("asked for its repr")


class Shaped:
    shape = (3,)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


LOOP: list[Any] = [1]
LOOP.append(LOOP)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (3, "int 3"),
        (2.5, "float 2.5"),
        (True, "bool True"),
        (None, "NoneType None"),
        ("pump", "str 'pump'"),
        ([1, 2], "list [1, 2]"),
        ((1,), "tuple (1)"),
        ({"a": [1, 2]}, "dict {'a': [1, 2]}"),
        (list(range(100)), "list (100 items) [0, 1, 2, 3, 4, 5, ...]"),
        (10**2000, "int (6644 bits)"),
        (Awkward(), "Awkward"),
        ([Awkward()], "list [Awkward]"),
        ([Shaped()], "list [Shaped]"),
        (len, "builtin_function_or_method len"),
        (sympy.Symbol("x") + 1, "Add x + 1"),
        (sympy.Add(*sympy.symbols("x:200")), "Add (large expression)"),
    ],
)
def test_a_value_is_described_in_one_line(value: Any, line: str) -> None:
    assert describe(value) == line


@pytest.mark.parametrize("value", ["x" * 10**7, LOOP, [["y" * 1000] * 50] * 50, "two\nlines", {"k": "v" * 5000}])
def test_a_description_is_one_short_line(value: Any) -> None:
    text = describe(value)
    assert len(text) <= MAX_CHARS
    assert "\n" not in text
