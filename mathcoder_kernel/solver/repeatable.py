"""Whether code gives the same result each time it is run from the same variables, so that votes may share one run.

A yes is meant to be certain for the processes of the pool (same seeds of `random` and NumPy, no files, no network):
only modules of mathematics, and no name that has to do with chance, clocks or the process itself. A no costs a second
run.
"""

from __future__ import annotations

import ast
import types
from typing import Any


def _words(text: str) -> list[str]:
    return text.split()


_MODULES = frozenset(
    _words("""
    __future__ cmath collections copy dataclasses decimal enum fractions functools heapq itertools math mpmath numbers
    numpy operator scipy statistics string sympy typing
    """)
)
_NAMES = frozenset(
    _words("""
    breakpoint compile delattr dir empty empty_like eval exec get_ipython getattr globals hash help id importlib input
    locals memoryview ndarray object open setattr vars
    """)
)
_PARTS = ("rand", "rng", "seed", "sampl", "shuffle", "choice", "rvs", "entropy", "datetime", "urandom", "__")


def repeatable(code: str) -> bool:
    """Whether `code`, run from the same variables in another process of the pool, certainly gives the same."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            if not all(_known(alias.name) for alias in node.names):
                return False
        elif isinstance(node, ast.ImportFrom):
            if node.level or not _known(node.module or "") or any(_changing(alias.name) for alias in node.names):
                return False
        elif isinstance(node, ast.Name):
            if _changing(node.id):
                return False
        elif isinstance(node, ast.Attribute) and _changing(node.attr):
            return False
    return True


def repeatable_value(value: Any) -> bool:
    """Whether a value of the notebook does nothing else when code uses a copy of it: data, or a part of the modules of
    mathematics."""
    if isinstance(value, types.ModuleType):
        return _known(value.__name__)
    # Attributes are asked for only where they are Python's own: a student's `__getattr__` must not run here.
    if isinstance(value, types.BuiltinMethodType | types.MethodType) and not isinstance(
        value.__self__, types.ModuleType
    ):
        value = type(value.__self__)
    own = isinstance(value, type | types.FunctionType | types.BuiltinFunctionType)
    module = (value.__module__ if own else None) or type(value).__module__
    return isinstance(module, str) and (module == "builtins" or _known(module))


def _known(module: str) -> bool:
    return module.partition(".")[0] in _MODULES and (module == "__future__" or not _changing(module))


def _changing(name: str) -> bool:
    lowered = name.lower()
    return name in _NAMES or any(part in lowered for part in _PARTS)
