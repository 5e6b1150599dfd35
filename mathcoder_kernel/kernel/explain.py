"""Common exceptions of maths code in plain words, with the likely cause on the line where they happened.

A catalogue, no model: `@rule` says for which exception and message an explanation is, and looks at the line itself (its
syntax tree, where it has one). Explanations say what Python did not like, why that usually happens in maths, and what
to write instead; `fix` replaces the whole line. Nothing here imports or runs what it explains.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import keyword
import linecache
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in plain words. `text` is Markdown without HTML; `fix` replaces line `line` (1-based) of the cell."""

    title: str
    text: str
    line: int | None = None
    fix: str | None = None

    def plain(self, source_line: str = "") -> str:
        """For a terminal."""
        parts = [self.title]
        if source_line.strip():
            parts.append(f"  line {self.line}: {source_line.strip()}")
        parts.append(self.text.replace("`", ""))
        if self.fix is not None:
            parts.append("Try:\n" + "\n".join(f"    {line}" for line in self.fix.splitlines()))
        return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Trouble:
    """An exception and where it was raised."""

    name: str  # of its class
    message: str
    source: str = ""  # of the cell
    line: int | None = None  # 1-based
    names: frozenset[str] = frozenset()  # defined in the namespace

    @property
    def code(self) -> str:
        """The text of the line."""
        lines = self.source.splitlines()
        return lines[self.line - 1] if self.line is not None and 0 < self.line <= len(lines) else ""

    @property
    def tree(self) -> ast.AST | None:
        """The statement that stands in that line (or begins in it); None where it is no Python."""
        try:
            return ast.parse(self.code.strip().rstrip(":") if _opens_block(self.code) else self.code.strip())
        except (SyntaxError, ValueError, RecursionError):
            return None

    def changed(self, pattern: str, replacement: str) -> str | None:
        """The line with a pattern replaced outside of strings; None where that changes nothing."""
        code = re.sub(pattern, replacement, self.code)
        return code if code != self.code else None

    def known(self) -> set[str]:
        """Names that could have been meant."""
        bound = set(re.findall(r"\b([A-Za-z_]\w*)\s*(?:=(?!=)|,(?=[^()]*=))", self.source))
        bound |= set(re.findall(r"\b(?:def|for|as|import)\s+([A-Za-z_]\w*)", self.source))
        return bound | set(self.names)


Rule: TypeAlias = Callable[[Trouble, "re.Match[str]"], "Explanation | None"]
_RULES: list[tuple[frozenset[str], re.Pattern[str], Rule]] = []


def rule(names: str, message: str = "") -> Callable[[Rule], Rule]:
    """Register an explanation of exceptions (class names, apart by spaces) whose message matches."""

    def register(function: Rule) -> Rule:
        _RULES.append((frozenset(names.split()), re.compile(message, re.DOTALL), function))
        return function

    return register


def explain(trouble: Trouble) -> Explanation:
    """What the error means. Errors that are not in the catalogue get a general explanation."""
    name = trouble.name.rpartition(".")[2]
    message = _ANSI.sub("", trouble.message).strip()
    for names, pattern, function in _RULES:
        if name in names and (match := pattern.search(message)):
            found = function(trouble, match)
            if found is not None:
                return found if found.line is not None else _at(found, trouble.line)
    where = f" in line {trouble.line}" if trouble.line is not None else ""
    said = f" Python says: {_quoted(message)}." if message else ""
    return Explanation(
        f"Python raised {name}{where}.",
        f"This error is not in MathCoder's list of explanations.{said} Look at the line it points to: "
        "print the values in it, one by one, and compare them with what you expect.",
        trouble.line,
    )


ASKED_SOURCE = 2000  # characters of a cell that a model is asked about


def explain_message(data: Mapping[str, Any], model: str = "") -> dict[str, Any]:
    """The fields of an `explained` message for an `explain` message (docs/protocol.md); `model` can be asked too."""
    source = str(data.get("source") or "")
    traceback = data.get("traceback")
    lines = [str(line) for line in traceback] if isinstance(traceback, list) else []
    name = str(data.get("ename") or "Error")
    message = str(data.get("evalue") or "")
    found = explain(Trouble(name, message, source, line_in(lines, source, message)))
    return {
        "request": data.get("request"),
        "cell": data.get("cell"),
        "title": found.title,
        "text": found.text,
        "line": found.line,
        "fix": found.fix,
        "ask": {"model": model, "question": _question(name, message, source)} if model else None,
    }


def _question(name: str, message: str, source: str) -> str:
    """What a model is asked about an error."""
    said = f"{name}: {message}" if message else name
    return (
        f"This Python code stops with the error {said}\n\n{source[:ASKED_SOURCE].rstrip()}\n\n"
        "Explain in a few sentences what is wrong, and how to mend it."
    )


def line_in(traceback: list[str], source: str, message: str = "") -> int | None:
    """The line of the cell that a traceback, as notebooks show it, points to last."""
    text = _ANSI.sub("", "\n".join(traceback))
    lines = source.splitlines()
    found = None
    for match in re.finditer(r"^-+>\s*(\d+) ?(.*)$", text, re.MULTILINE):
        number = int(match[1])
        if 0 < number <= len(lines) and (not match[2].strip() or match[2].strip() == lines[number - 1].strip()):
            found = number
    if found is None:
        place = re.search(r"(?:Cell In\[\d+\]|<[^>]*>|\.py)\"?, line (\d+)", text)
        place = place or re.search(r"line (\d+)\)", message)
        if place is not None and 0 < int(place[1]) <= len(lines):
            found = int(place[1])
    return found if found is not None or len(lines) != 1 else 1


def last_trouble(shell: Any) -> Trouble | None:
    """The last exception that a cell of this shell raised; None where there was none."""
    error = getattr(sys, "last_value", None)
    if error is None:
        return None
    names = frozenset(str(name) for name in shell.user_ns if not str(name).startswith("_"))
    if isinstance(error, SyntaxError):
        filename, line = error.filename or "", error.lineno
        source = "".join(linecache.getlines(filename)) or (error.text or "")
        if line is not None and not 0 < line <= len(source.splitlines()):
            source, line = error.text or "", 1
        return Trouble(type(error).__name__, error.msg or "", source, line, names)
    cells = getattr(shell.compile, "_filename_map", {})
    source, line = "", None
    traceback = error.__traceback__
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename in cells or filename.startswith("<ipython-input"):
            source, line = "".join(linecache.getlines(filename)), traceback.tb_lineno
        traceback = traceback.tb_next
    return Trouble(type(error).__name__, str(error), source, line, names)


def explain_last(shell: Any) -> str:
    """The last error of a shell in plain words, as text."""
    trouble = last_trouble(shell)
    if trouble is None:
        return "There was no error yet. After one, this explains it."
    return explain(trouble).plain(trouble.code)


def _words(text: str) -> list[str]:
    return text.split()


# -- names -------------------------------------------------------------------------------------------------------------

_SYMPY = frozenset(
    _words("""
    symbols Symbol solve solveset Eq simplify expand factor diff integrate limit series Matrix Rational Integer
    sqrt sin cos tan cot sec csc asin acos atan sinh cosh tanh exp log ln pi E I oo nsolve linsolve nonlinsolve dsolve
    Function Derivative Integral Sum Product summation lambdify latex pprint init_printing S N Poly roots apart together
    cancel collect trigsimp Abs factorial binomial gcd lcm isprime factorint divisors nextprime primerange Piecewise
    Interval FiniteSet Union Reals det eye zeros ones diag plot re im conjugate arg""")
)
_MATH = frozenset(_words("ceil floor hypot radians degrees isqrt comb perm prod log2 log10 tau inf nan atan2 fabs e"))
_IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "sp": "import sympy as sp",
    "sympy": "import sympy",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "math": "import math",
    "cmath": "import cmath",
    "Fraction": "from fractions import Fraction",
    "Decimal": "from decimal import Decimal",
    "mean": "from statistics import mean",
    "median": "from statistics import median",
    "stdev": "from statistics import stdev",
    "random": "import random",
    "itertools": "import itertools",
    "permutations": "from itertools import permutations",
    "combinations": "from itertools import combinations",
    "product": "from itertools import product",
    "Counter": "from collections import Counter",
    "reduce": "from functools import reduce",
    "display": "from IPython.display import display",
}
_MEANT = {"true": "True", "false": "False", "none": "None", "null": "None", "sen": "sin", "tg": "tan", "lg": "log10"}


@rule("NameError", r"name '(\w+)' is not defined")
def _undefined(trouble: Trouble, match: re.Match[str]) -> Explanation | None:
    name = match[1]
    title = f"Python does not know the name {name!r}."
    if name in _MEANT:
        meant = _MEANT[name]
        return Explanation(title, f"In Python it is written `{meant}`.", fix=_renamed(trouble, name, meant))
    if (imported := _import_of(name)) is not None:
        return Explanation(
            title,
            f"`{name}` is there only after it was imported. Write `{imported}` at the top of the cell.",
            fix=_under(trouble, imported),
        )
    near = difflib.get_close_matches(name, trouble.known() - {name}, n=1, cutoff=0.75 if len(name) > 3 else 0.9)
    if not near and name.lower() != name and name.lower() in trouble.known():
        near = [name.lower()]
    if near:
        return Explanation(
            title,
            f"There is a `{near[0]}`. Capital and small letters count, and so does every character.",
            fix=_renamed(trouble, name, near[0]),
        )
    if re.fullmatch(r"[A-Za-z]|theta|alpha|beta|gamma|lamda|omega|phi", name):
        symbol = f"from sympy import symbols\n{name} = symbols('{name}')"
        return Explanation(
            title,
            f"If `{name}` is an unknown, make it a symbol first: `{name} = symbols('{name}')`. "
            f"If it is a number, give it a value first: `{name} = …`. "
            "If it is defined in another cell, run that cell.",
            fix=_under(trouble, symbol),
        )
    if re.fullmatch(r"[a-z]{2,3}", name) and set(name) <= trouble.known():
        product = "*".join(name)
        return Explanation(title, f"For a product, write the sign: `{product}`.", fix=_renamed(trouble, name, product))
    return Explanation(
        title,
        f"Either the cell that defines `{name}` was not run (run it now), or the name is misspelt, "
        "or its quotation marks are missing because it is text.",
    )


@rule("UnboundLocalError", r"variable '(\w+)'")
def _unbound_local(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"{match[1]!r} has no value yet inside this function.",
        f"A function that assigns to `{match[1]}` has its own `{match[1]}`; the one outside is not seen. "
        "Hand it to the function as a parameter, or use another name inside.",
    )


@rule("ModuleNotFoundError ImportError", r"No module named '([\w.]+)'")
def _no_module(trouble: Trouble, match: re.Match[str]) -> Explanation:
    top = match[1].partition(".")[0]
    usual = ("numpy", "sympy", "scipy", "matplotlib", "pandas", "math", "statistics", "fractions", "mpmath")
    near = difflib.get_close_matches(top.lower(), usual, n=1, cutoff=0.75)
    if near and near[0] != top:
        return Explanation(
            f"There is no module called {top!r}.", f"Did you mean `{near[0]}`?", fix=_renamed(trouble, top, near[0])
        )
    return Explanation(
        f"The module {top!r} is not installed here.",
        f"If you need it, install it with `%pip install {top}` in a cell of its own (that needs the internet), "
        "then restart the kernel. Otherwise check the spelling.",
    )


@rule("ImportError", r"cannot import name '(\w+)' from '([\w.]+)'")
def _no_such_import(trouble: Trouble, match: re.Match[str]) -> Explanation:
    name, module = match[1], match[2]
    other = _import_of(name)
    if other is not None and module.partition(".")[0] not in other:
        return Explanation(
            f"{module} has no {name!r}.", f"It is found elsewhere: `{other}`.", fix=_indented_like(trouble, other)
        )
    near = difflib.get_close_matches(name, _SYMPY if module == "sympy" else _MATH, n=1, cutoff=0.7)
    hint = f" Did you mean `{near[0]}`?" if near else ""
    return Explanation(f"{module} has no {name!r}.", f"Check the spelling and the capital letters.{hint}")


# -- calls, products, powers -------------------------------------------------------------------------------------------


@rule("TypeError", r"'(\w+)' object is not callable")
def _not_callable(trouble: Trouble, match: re.Match[str]) -> Explanation:
    kind = match[1]
    title = f"Python was asked to call a {_kind(kind)} like a function."
    call = _suspect_call(trouble)
    if call is not None and isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id):
        name = call.func.id
        return Explanation(
            title,
            f"`{name}` is a function of Python, but a cell has used `{name}` as the name of a variable, which "
            "hides it. "
            f"Run `del {name}` once and choose another name for the variable.",
            fix=_under(trouble, f"del {name}"),
        )
    if call is not None and (fix := _with_sign(trouble, call)) is not None:
        return Explanation(
            title,
            "In Python a product always needs its sign: a number, a letter or a bracket directly before `(` means a "
            "function call. Write `2*(x + 1)`, not `2(x + 1)`.",
            fix=fix,
        )
    fix = trouble.changed(r"(?<![\w.])(\d+(?:\.\d+)?|\))\s*\(", r"\1*(")
    return Explanation(
        title,
        "Directly before `(` there must be the name of a function. For a product write the sign: `2*(x + "
        "1)`, `a*(b + c)`.",
        fix=fix,
    )


@rule("TypeError", r"unsupported operand type\(s\) for \^|ufunc 'bitwise_xor' not supported")
def _caret(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "`^` is not a power in Python.",
        "Powers are written with two stars: `x**2`. (`^` combines the bits of whole numbers.)",
        fix=trouble.changed(r"\s*\^\s*", "**"),
    )


@rule("TypeError", r"unsupported operand type\(s\) for (\S+(?: or \w+\(\))?): '(\w+)' and '(\w+)'")
def _operands(trouble: Trouble, match: re.Match[str]) -> Explanation:
    sign, left, right = match[1], match[2], match[3]
    title = f"{_kind(left).capitalize()} and {_kind(right)} cannot be combined with {sign}."
    if "NoneType" in (left, right):
        return Explanation(
            title,
            "One of the values is `None`, that is, nothing. It often comes from a function without `return`, from "
            "`print(…)`, or from `list.sort()`, which changes the list and gives back nothing.",
        )
    if "str" in (left, right):
        return Explanation(
            title,
            "One of the values is text, even if it looks like a number (`input()` always gives text). "
            "Turn it into a number first: `int(…)` or `float(…)`.",
        )
    if "list" in (left, right) or "tuple" in (left, right):
        return Explanation(
            title,
            "A list is no vector. For calculations with all its elements use `numpy.array([…])` or "
            "`sympy.Matrix([…])`; "
            "for one solution of `solve` take an element, for example `solutions[0]`.",
        )
    return Explanation(title, "Look at the types of both values: `type(…)` shows them.")


@rule("TypeError", r"can only concatenate (\w+) \(not \"(\w+)\"\) to")
def _concatenate(trouble: Trouble, match: re.Match[str]) -> Explanation:
    if match[1] == "str":
        return Explanation(
            "Text and a number cannot be added.",
            "To show a number within text use `print('x =', x)` or `f'x = {x}'`. To calculate with text that "
            "looks like "
            "a number, turn it into one: `float(…)`.",
        )
    return Explanation(
        f"A {match[1]} and a {_kind(match[2])} cannot be added.",
        "`+` puts two lists together. To add a number to every element use `numpy.array(…) + number`; "
        "to put an element at the end use `.append(…)`.",
    )


@rule("TypeError", r"can't multiply sequence by non-int of type '(\w+)'")
def _sequence_times(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"A list or text cannot be multiplied by a {_kind(match[1])}.",
        "For a vector times a number use `numpy.array([…]) * number`. If it is text, turn it into a number "
        "first: `float(…)`.",
    )


@rule("TypeError", r"cannot determine truth value of Relational")
def _relational(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "SymPy cannot say whether this comparison is true, because it holds an unknown.",
        "`if x > 0` needs a number for `x`. Put one in first (`expr.subs(x, 3) > 0`), use `Piecewise` for a "
        "function by "
        "cases, or declare what you know: `symbols('x', positive=True)`.",
    )


@rule("TypeError", r"[Cc]an(?:not|'t) convert (?:complex|expression) to float")
def _symbol_to_float(trouble: Trouble, match: re.Match[str]) -> Explanation:
    functions = "sqrt|sin|cos|tan|exp|log|asin|acos|atan"
    fix = trouble.changed(rf"\b(?:math|np|numpy)\.({functions})\b", r"sympy.\1")
    if "complex" in match[0]:
        return Explanation(
            "The result is a complex number, and `float` takes real ones only.",
            "Use `complex(…)`, or `sympy.re(…)` and `sympy.im(…)`. If you expected a real number, look for a root or a "
            "logarithm of something negative.",
        )
    return Explanation(
        "An expression with an unknown in it has no single number as its value.",
        "Functions of `math` and `numpy` want numbers. With symbols use those of SymPy (`sympy.sin(x)`), "
        "or put a number in first: `expr.subs(x, 2)`.",
        fix=_under(trouble, "import sympy", fix) if fix is not None else None,
    )


@rule("TypeError", r"(?:loop of ufunc|ufunc '\w+' not supported).*")
def _numpy_of_symbol(trouble: Trouble, match: re.Match[str]) -> Explanation:
    fix = trouble.changed(r"\b(?:np|numpy)\.(sqrt|sin|cos|tan|exp|log)\b", r"sympy.\1")
    return Explanation(
        "NumPy was given something that is not a number, most likely a symbol.",
        "With symbols use the functions of SymPy: `sympy.sin(x)`. For numbers from an expression use "
        "`sympy.lambdify(x, expr)`.",
        fix=_under(trouble, "import sympy", fix) if fix is not None else None,
    )


@rule("TypeError", r"only (?:size-1|length-1|0-dimensional) arrays can be converted")
def _array_to_scalar(trouble: Trouble, match: re.Match[str]) -> Explanation:
    fix = trouble.changed(r"\bmath\.(\w+)", r"np.\1")
    return Explanation(
        "A function for one number was given a whole array.",
        "The functions of `math` take one number. For arrays use those of NumPy: `np.sin(values)`.",
        fix=_under(trouble, "import numpy as np", fix) if fix is not None else None,
    )


@rule("TypeError", r"'(\w+)' object cannot be interpreted as an integer")
def _needs_integer(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"A whole number is needed here, and this is a {_kind(match[1])}.",
        "`/` gives a decimal number even where it divides evenly; `//` gives a whole one. "
        "Or convert it: `range(int(n))`.",
        fix=trouble.changed(r"(?<!/)/(?!/)", "//") if "range" in trouble.code else None,
    )


@rule("TypeError", r"list indices must be integers or slices, not (\w+)|string indices must be integers")
def _index_type(trouble: Trouble, match: re.Match[str]) -> Explanation:
    if match[1] == "Symbol":
        return Explanation(
            "A list was asked for the value of a symbol.",
            "`solve` gave a list of solutions, not a table by unknowns. Take one by its number (`solutions[0]`), "
            "or ask for tables: `solve(…, dict=True)`.",
        )
    return Explanation(
        "The place in a list is given by a whole number.",
        "Places count from 0. A decimal number (from `/`) must be made whole first: `values[n // 2]`.",
    )


@rule("TypeError", r"'(\w+)' object is not subscriptable")
def _not_subscriptable(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"A {_kind(match[1])} has no elements that `[…]` could take.",
        "Square brackets take an element of a list. For a function call use round brackets; "
        "for a product write the sign: `a*(b + c)`.",
    )


@rule("TypeError", r"cannot unpack non-iterable (\w+) object|'(\w+)' object is not iterable")
def _not_iterable(trouble: Trouble, match: re.Match[str]) -> Explanation:
    kind = match[1] or match[2]
    if kind == "int" and re.search(r"\bin\s+(?:len\(|\w+\s*:)", trouble.code):
        return Explanation(
            "A number is no sequence that a loop could go through.",
            "To count from 0 up to it use `range(…)`.",
            fix=trouble.changed(r"\bin\s+([^:]+?)\s*:", r"in range(\1):"),
        )
    return Explanation(
        f"A {_kind(kind)} is one value, and several are needed here.",
        "Loops, `sum`, `max` and assignments such as `a, b = …` need a list or something like it.",
    )


@rule("TypeError", r"(\w+)\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.*)")
def _missing_argument(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"{match[1]}() was called without {match[3]}.",
        f"Put a value for each of its parameters into the brackets. `help({match[1]})` lists them.",
    )


@rule("TypeError", r"(\w+)\(\) takes (?:from )?(\d+)(?: to \d+)? positional arguments? but (\d+) (?:was|were) given")
def _too_many_arguments(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"{match[1]}() was given {match[3]} values and takes {match[2]}.",
        "Count the commas between its brackets. Several values that belong together go into a list: `f([1, 2, 3])`. "
        "A decimal number is written with a point: `3.5`, not `3,5`.",
    )


@rule("TypeError", r"'(?:<|>|<=|>=)' not supported between instances of '(\w+)' and '(\w+)'")
def _no_order(trouble: Trouble, match: re.Match[str]) -> Explanation:
    hint = (
        "Text that looks like a number must become one first: `float(…)`."
        if "str" in match.groups()
        else "Complex numbers have no order; compare `abs(…)`."
        if "complex" in match.groups()
        else "Compare numbers with numbers: take an element of the list, or the value that you mean."
    )
    return Explanation(f"{_kind(match[1]).capitalize()} and {_kind(match[2])} cannot be compared by size.", hint)


# -- numbers -----------------------------------------------------------------------------------------------------------


@rule("ZeroDivisionError")
def _zero_division(trouble: Trouble, match: re.Match[str]) -> Explanation:
    divisors = [
        ast.unparse(node.right)
        for node in ast.walk(trouble.tree or ast.Module([], []))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod)
    ]
    which = f" Here that is {_all(divisors)}." if divisors else ""
    return Explanation(
        "Something was divided by zero.",
        f"Look at what stands below the line of the fraction.{which} Print it just before. If it is allowed "
        "to be zero, "
        "handle that case on its own (`if … == 0:`).",
    )


@rule(
    "ValueError",
    r"math domain error|expected a (?:nonnegative|positive) (?:input|noninteger)|expected a number in range",
)
def _domain(trouble: Trouble, match: re.Match[str]) -> Explanation:
    called = re.search(r"\b(sqrt|log2?|log10|asin|acos|acosh|atanh)\b", trouble.code)
    why = {
        "sqrt": "A square root of a negative number is not real.",
        "asin": "`asin` and `acos` take numbers from -1 to 1.",
        "acos": "`asin` and `acos` take numbers from -1 to 1.",
    }.get(called[1] if called else "", "A logarithm exists for positive numbers only.")
    if called is None:
        why = "Roots of negative numbers and logarithms of zero or less are not real numbers."
    return Explanation(
        "There is no real number as the result.",
        f"{why} Print the value in the brackets: is it what you expect? For complex results use `cmath` instead of "
        "`math`, or `sympy.sqrt`, which gives `I`.",
        fix=_under(trouble, "import cmath", fix) if (fix := trouble.changed(r"\bmath\.", "cmath.")) else None,
    )


@rule("ValueError", r"could not convert string to float: '(.*)'")
def _text_to_float(trouble: Trouble, match: re.Match[str]) -> Explanation:
    text = match[1]
    if re.fullmatch(r"\s*-?\d+,\d+\s*", text):
        return Explanation(
            f"{text!r} is written with a comma.",
            "Python writes decimals with a point: `3.5`. Convert the text first: `float(text.replace(',', '.'))`.",
            fix=trouble.changed(re.escape(text), text.replace(",", ".")),
        )
    if re.fullmatch(r"\s*-?\d+\s*/\s*\d+\s*", text):
        return Explanation(
            f"{text!r} is a fraction, and `float` reads decimals only.",
            "Use `Fraction('1/3')` from `fractions`, or `sympy.Rational('1/3')`.",
        )
    return Explanation(
        f"The text {text!r} is not a number.", "Leave out units, spaces and signs: only digits, a point and a minus."
    )


@rule("ValueError", r"invalid literal for int\(\) with base 10: '(.*)'")
def _text_to_int(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"The text {match[1]!r} is not a whole number.",
        "For decimals use `float(…)`. Leave out units and spaces.",
        fix=trouble.changed(r"\bint\(", "float(") if re.fullmatch(r"\s*-?\d+\.\d+\s*", match[1]) else None,
    )


@rule("ValueError", r"(not enough|too many) values to unpack \(expected (\d+)(?:, got (\d+))?\)?")
def _unpack(trouble: Trouble, match: re.Match[str]) -> Explanation:
    got = f" and {match[3]} came" if match[3] else ""
    solving = (
        " An equation may have fewer or more solutions than you think: look at the list first, then take what you need."
        if "solve" in trouble.source
        else ""
    )
    return Explanation(
        f"On the left there are {match[2]} names, on the right "
        f"{'fewer' if match[1] == 'not enough' else 'more'} values.",
        f"{match[2]} values are needed{got}.{solving or ' Print the right side to see what it holds.'}",
    )


@rule(
    "ValueError",
    r"truth value of an array with more than one element is ambiguous|truth value of a (?:Series|DataFrame)",
)
def _truth_of_array(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "A whole array cannot be true or false at once.",
        "Say whether all elements are meant or any: `(values > 0).all()` or `(values > 0).any()`. "
        "Combine conditions with `&` and `|`, each in brackets.",
    )


@rule(
    "ValueError",
    r"operands could not be broadcast together|shapes .* not aligned|matmul: .*mismatch|dimension mismatch",
)
def _shapes(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The shapes of two arrays do not fit together.",
        "For a sum both need the same shape. For a matrix product (`@`) the first needs as many columns as "
        "the second has "
        "rows. `.shape` shows a shape; `.T` turns rows into columns.",
    )


@rule("ShapeError")
def _matrix_shapes(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The sizes of two matrices do not fit together.",
        "For a sum both need the same size. For a product the first needs as many columns as the second has rows. "
        "`A.shape` shows rows and columns; `A.T` turns rows into columns.",
    )


@rule("NonSquareMatrixError")
def _not_square(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "Only a square matrix has a determinant, an inverse or eigenvalues.",
        "`A.shape` shows rows and columns. For a system with more equations than unknowns use `linsolve`, "
        "or `A.solve_least_squares(b)`.",
    )


@rule("NonInvertibleMatrixError LinAlgError", r"(?i)det == 0|singular|not invertible|")
def _singular(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "This matrix has no inverse.",
        "Its determinant is zero: a row can be made from the others. So a system with it has no solution, or "
        "infinitely "
        "many: `linsolve` says which. Check whether two rows are multiples of each other.",
    )


@rule("OverflowError")
def _overflow(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The number is too large for a decimal number (more than about 10 to the power of 308).",
        "Whole numbers may be as large as you like: leave out the decimal point, `/` (use `//`) and "
        "functions of `math`. "
        "For very large powers use logarithms, or SymPy, which calculates exactly.",
    )


# -- lists, tables, attributes -----------------------------------------------------------------------------------------


@rule(
    "IndexError",
    r"(?:list|tuple|string) index out of range|list assignment index|index -?\d+ is out of bounds|Index out of",
)
def _index(trouble: Trouble, match: re.Match[str]) -> Explanation:
    if re.search(r"\b\w*solv\w*\(|\broots\(", trouble.source):
        return Explanation(
            "There is no element at this place; perhaps there is no solution at all.",
            "`solve` gives an empty list `[]` where it finds no solution (for example no real one). Print the "
            "list before "
            "you take an element. Check the equation, and whether a condition such as `positive=True` excludes "
            "solutions.",
        )
    return Explanation(
        "There is no element at this place.",
        "Places count from 0, so the last of n elements has the number n - 1; `[-1]` is always the last one. "
        "`len(…)` shows how many there are.",
    )


@rule("KeyError", r"(.*)")
def _key(trouble: Trouble, match: re.Match[str]) -> Explanation:
    key = match[1].strip() or "this key"
    if re.search(r"\b\w*solve\(", trouble.source) or re.fullmatch(r"[A-Za-z]\w?", key):
        return Explanation(
            f"The table has no entry for {key}.",
            f"`solve` leaves out unknowns that may be anything, and unknowns that it expresses by others. "
            f"Print the table to see what is there. A symbol and text differ: `{key.strip(chr(39))}` is not "
            f"`'{key.strip(chr(39))}'`.",
        )
    return Explanation(
        f"The table has no entry for {key}.", "Print `list(table)` to see its entries; spelling and type must agree."
    )


@rule("AttributeError", r"'(\w+)' object has no attribute '(\w+)'")
def _attribute(trouble: Trouble, match: re.Match[str]) -> Explanation:
    kind, name = match[1], match[2]
    title = f"A {_kind(kind)} has no .{name}."
    symbolic = {
        "subs",
        "evalf",
        "simplify",
        "expand",
        "diff",
        "integrate",
        "factor",
        "n",
        "as_real_imag",
        "free_symbols",
    }
    if kind in ("list", "tuple", "set", "dict", "FiniteSet") and name in symbolic | {"is_real", "args"}:
        return Explanation(
            title,
            f"`solve` gives a list of solutions. Take one of them (`solutions[0].{name}…`), or go through all: "
            f"`[s.{name}(…) for s in solutions]`.",
        )
    if kind in ("int", "float", "complex") and name in symbolic:
        return Explanation(
            title,
            f"This is an ordinary number of Python, not an expression of SymPy, so `.{name}` has nothing to do. "
            "Leave it out, or keep the calculation exact with `Rational(1, 3)` or `sympify(…)`.",
        )
    if kind == "NoneType":
        return Explanation(
            "There is no value here, only None.",
            "It often comes from a function without `return`, from `print(…)`, or from a method that changes a list in "
            "place (`values.sort()`): write that on a line of its own.",
        )
    if kind == "str" and name in symbolic:
        return Explanation(title, "This is text. Make it an expression first: `sympy.sympify(text)`.")
    if kind == "list" and name in ("shape", "T", "dot", "mean", "sum", "reshape", "std"):
        return Explanation(title, "Make the list an array first: `numpy.array(values)`.")
    if kind == "ndarray" and name in ("append", "det", "inv"):
        hints = {"append": "numpy.append(values, x)", "det": "numpy.linalg.det(A)", "inv": "numpy.linalg.inv(A)"}
        return Explanation(title, f"For arrays it is `{hints[name]}`.")
    return Explanation(
        title, f"Check the spelling. `dir(…)` lists what a {_kind(kind)} has, and `type(…)` says what it is."
    )


@rule("AttributeError", r"module '([\w.]+)' has no attribute '(\w+)'")
def _module_attribute(trouble: Trouble, match: re.Match[str]) -> Explanation:
    module, name = match[1], match[2]
    title = f"{module} has no {name!r}."
    near = difflib.get_close_matches(name, _attributes(module), n=1, cutoff=0.75)
    if near:
        return Explanation(title, f"Did you mean `{near[0]}`?", fix=_renamed(trouble, name, near[0]))
    if module == "math" and name in _SYMPY:
        return Explanation(
            title,
            f"SymPy has it: `sympy.{name}`.",
            fix=_under(trouble, "import sympy", trouble.changed(rf"\bmath\.{name}\b", f"sympy.{name}")),
        )
    return Explanation(
        title,
        "Check the spelling and the capital letters. If a file of your own in this folder is called "
        f"`{module.partition('.')[0]}.py`, Python takes that one: rename it.",
    )


# -- SymPy -------------------------------------------------------------------------------------------------------------


@rule("NotImplementedError", r"(?i)solv|multiple generators|no algorithms|could not")
def _not_solvable(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "SymPy found no formula for the solution.",
        "Many equations have none. Look for a number instead: `nsolve(equation, x, 1)` searches near 1. "
        "A plot shows where to start.",
    )


@rule("SympifyError")
def _sympify(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "SymPy cannot read this as an expression.",
        "In text for SymPy products need their sign and powers two stars, as in Python: `'2*x**2 + 3'`. "
        "An equation is `Eq(left, right)`, not text with `=`.",
    )


@rule("PolynomialError GeneratorsNeeded CoercionFailed PolificationFailed")
def _polynomial(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "This is not a polynomial in the given unknown.",
        "Functions such as `sin(x)`, roots, or x in a denominator are no polynomials. Use `solve` or `solveset`, "
        "or say which letter is the unknown: `Poly(expr, x)`.",
    )


@rule("ValueError", r"(?i)no solution|convergence|could not find root|within given tolerance")
def _no_convergence(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The search for a number did not reach a solution.",
        "Give a start nearer to the solution: `nsolve(equation, x, start)`. A plot shows where it is, and "
        "whether there "
        "is one.",
    )


# -- grammar -----------------------------------------------------------------------------------------------------------

_SIGNS = {
    "×": "*", "·": "*", "⋅": "*", "∙": "*", "−": "-", "–": "-", "—": "-", "÷": "/", "⁄": "/", "∕": "/",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "′": "'", "²": "**2", "³": "**3", "≤": "<=", "≥": ">=",
    "≠": "!=", "√": "sqrt", "π": "pi", "½": "1/2", "¼": "1/4", "，": ",", "（": "(", "）": ")", "：": ":",
    "\xa0": " ", "\u202f": " ",
}  # fmt: skip


@rule("SyntaxError", r"invalid (?:non-printable )?character")
def _character(trouble: Trouble, match: re.Match[str]) -> Explanation:
    found = [character for character in trouble.code if character in _SIGNS]
    fixed = "".join(_SIGNS.get(character, character) for character in trouble.code)
    if not found:
        return Explanation(
            "There is a character that Python does not use.",
            "It often comes along with copied text. Delete it and type the line again.",
        )
    said = _all([f"`{_SIGNS[c]}` for `{c}`" if not c.isspace() else "an ordinary space" for c in dict.fromkeys(found)])
    return Explanation("There is a character that Python does not use.", f"Write {said}.", fix=fixed)


_IMPLICIT = (
    r"(?<![\w.])(\d+(?:\.\d+)?)(?!e[+-]?\d|E[+-]?\d|0?[xob][\da-fA-F]|j\b)\s*"
    r"(?=[A-Za-z_(])(?!(?:if|for|in|and|or|is|not|else)\b)"
)


@rule("SyntaxError", r"invalid decimal literal|invalid (?:hexadecimal|binary|octal) literal|invalid digit")
def _number_and_letter(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "A number is followed directly by a letter.",
        "In Python a product always needs its sign: `2*x`, not `2x`. And a name cannot begin with a digit.",
        fix=trouble.changed(r"(?<![\w.])(\d+(?:\.\d+)?)\s*(?=[A-Za-z_])", r"\1*"),
    )


@rule("SyntaxError", r"(cannot assign to|Maybe you meant '==')")
def _assign(trouble: Trouble, match: re.Match[str]) -> Explanation:
    if re.match(r"\s*(?:if|while|elif)\b", trouble.code):
        return Explanation(
            "`=` gives a name a value; a comparison is written `==`.",
            "Use `==` to ask whether two values are equal.",
            fix=trouble.changed(r"(?<![=!<>:])=(?!=)", "=="),
        )
    sides = re.match(r"(\s*)(?:(\w+)\s*=\s*)?([^=]+?)\s*(?<![=!<>])=(?!=)\s*([^=]+?)\s*$", trouble.code)
    fix = None
    if sides is not None and not re.match(r"[\w.]+\(", sides[3]):
        name = f"{sides[2]} = " if sides[2] else "equation = "
        fix = f"{sides[1]}{name}Eq({_signed(sides[3])}, {_signed(sides[4])})"
    return Explanation(
        "On the left of `=` there must be a name.",
        "`=` gives a name a value, it is no equation. For an equation write `Eq(left, right)` (SymPy), "
        "for a comparison `==`.",
        fix=fix,
    )


@rule("SyntaxError", r"'([(\[{])' was never closed")
def _never_closed(trouble: Trouble, match: re.Match[str]) -> Explanation:
    closing = {"(": ")", "[": "]", "{": "}"}[match[1]]
    code = trouble.code
    missing = code.count(match[1]) - code.count(closing)
    fix = None
    if missing > 0 and not code.rstrip().endswith(("(", "[", "{", ",", "+", "-", "*", "/")):
        stripped = code.rstrip()
        colon = stripped.endswith(":") and _opens_block(stripped)
        fix = stripped[:-1] + closing * missing + ":" if colon else stripped + closing * missing
    return Explanation(
        f"A bracket {match[1]} is opened here and never closed.", "Count the brackets of the line.", fix=fix
    )


@rule("SyntaxError", r"unmatched '([)\]}])'|closing parenthesis '([)\]}])' does not match")
def _unmatched(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"The bracket {match[1] or match[2]} closes nothing that was opened before.",
        "Count the brackets of this line and the one above; ( goes with ), [ with ], { with }.",
    )


@rule("SyntaxError", r"unterminated (?:triple-quoted )?(?:f-)?string literal|EOL while scanning")
def _string(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "A text is not ended.",
        'Text begins and ends with the same quotation mark. If an apostrophe stands inside, use double ones: "don\'t".',
    )


@rule("SyntaxError", r"expected ':'")
def _colon(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "There is a colon missing.",
        "`if`, `else`, `for`, `while` and `def` lines end with a colon.",
        fix=trouble.code.rstrip() + ":" if trouble.code.strip() else None,
    )


@rule("SyntaxError", r"Missing parentheses in call to '(\w+)'")
def _print(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        f"{match[1]} needs brackets.",
        f"Write `{match[1]}(…)`.",
        fix=trouble.changed(rf"\b{match[1]}\s+(.+)$", rf"{match[1]}(\1)"),
    )


@rule("SyntaxError", r"leading zeros in decimal integer literals")
def _zeros(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "Whole numbers are written without zeros in front.",
        "Write `7`, not `007`.",
        fix=trouble.changed(r"(?<![\w.])0+(?=[1-9])", ""),
    )


@rule("SyntaxError", r"'(return|await|yield)' outside|'(break|continue)' (?:outside|not properly)")
def _outside(trouble: Trouble, match: re.Match[str]) -> Explanation:
    word = match[1] or match[2]
    place = "a function" if match[1] else "a loop"
    return Explanation(
        f"`{word}` stands outside of {place}.",
        f"It works only in the indented lines of {place}. To see a value in a notebook, write its name in the "
        "last line.",
    )


@rule("IndentationError TabError", r"")
def _indentation(trouble: Trouble, match: re.Match[str]) -> Explanation:
    message = trouble.message
    if "expected an indented block" in message:
        return Explanation(
            "Behind a line that ends with a colon, indented lines must follow.",
            "Put four spaces in front of the lines that belong to it.",
            fix="    " + trouble.code.lstrip() if trouble.code.strip() else None,
        )
    if "unexpected indent" in message:
        return Explanation(
            "This line is indented, and nothing above it asks for that.",
            "Remove the spaces at its beginning.",
            fix=trouble.code.lstrip() or None,
        )
    return Explanation(
        "The spaces at the beginning of the lines do not fit together.",
        "Lines that belong together begin in the same column. Use four spaces for each step, and no tabs.",
    )


@rule("SyntaxError", r"f-string")
def _f_string(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "Something in the curly brackets of an f-string is not Python.",
        "Between { and } stands an expression: `f'x = {x}'`. For real curly brackets write them twice: {{ }}.",
    )


@rule("SyntaxError", r"invalid syntax|forgot a comma|")
def _syntax(trouble: Trouble, match: re.Match[str]) -> Explanation:
    fix = trouble.changed(_IMPLICIT, r"\1*") or trouble.changed(
        r"\)\s*(?=[\w(])(?!\s*(?:if|for|in|and|or|is|not|else)\b)", ")*"
    )
    if fix is not None and _parses(fix):
        return Explanation(
            "Python does not understand this line.",
            "Most likely the sign of a product is missing: `2*x`, `(a + b)*(a - b)`.",
            fix=fix,
        )
    words = re.findall(r"\b\w+\b", trouble.code)
    if any(keyword.iskeyword(word) and re.search(rf"\b{word}\s*=[^=]", trouble.code) for word in words):
        return Explanation(
            "A word of Python's own is used as a name.",
            "Words such as `lambda`, `in`, `is` and `class` cannot be names. Choose another one (`lam`, `inside`).",
        )
    if re.match(r"\s*else\s+if\b", trouble.code):
        return Explanation(
            "In Python `else if` is one word.", "Write `elif`.", fix=trouble.changed(r"\belse\s+if\b", "elif")
        )
    return Explanation(
        "Python does not understand this line.",
        "Look just before the marked place, and at the end of the line above: a missing bracket, comma, sign or "
        "quotation mark is the usual cause. Words that are not code need a `#` in front.",
    )


# -- the rest ----------------------------------------------------------------------------------------------------------


@rule("RecursionError")
def _recursion(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "A function called itself too many times.",
        "It needs a case in which it stops (`if n == 0: return 1`), and every call must come nearer to it.",
    )


@rule("MemoryError")
def _memory(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The computer's memory is not enough for this.",
        "A list or an array grew too large. Calculate with smaller numbers first, or step by step instead of "
        "all at once.",
    )


@rule("FileNotFoundError", r"(?:'(.*)')?")
def _file(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "There is no such file.",
        "Files are looked for in the notebook's folder. `%pwd` shows it, `%ls` what is in it; capital letters count.",
    )


@rule("AssertionError")
def _assertion(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "A check in the code found that something is not as it should be.",
        "`assert` stops where its condition is false. Print both sides of the condition to see which value is wrong.",
    )


@rule("KeyboardInterrupt TimeoutError CancelledError")
def _stopped(trouble: Trouble, match: re.Match[str]) -> Explanation:
    return Explanation(
        "The code was stopped before it had finished.",
        "If it ran very long, look for a loop that does not end (`while True`, a condition that never changes), "
        "or try smaller numbers.",
    )


# -- helpers -----------------------------------------------------------------------------------------------------------

_KINDS = {
    "int": "whole number", "float": "decimal number", "complex": "complex number", "str": "text", "list": "list",
    "tuple": "tuple", "dict": "table (dict)", "set": "set", "NoneType": "nothing (None)", "bool": "truth value",
    "Symbol": "symbol", "Add": "sum", "Mul": "product", "Pow": "power", "function": "function", "ndarray": "array",
    "Integer": "whole number", "Rational": "fraction", "Float": "decimal number", "Half": "fraction",
    "One": "whole number", "Zero": "whole number", "NegativeOne": "whole number", "method": "function",
    "builtin_function_or_method": "function", "module": "module", "Equality": "equation", "FiniteSet": "set",
    "range": "range", "generator": "generator",
}  # fmt: skip


def _kind(name: str) -> str:
    return _KINDS.get(name, name)


def _quoted(text: str) -> str:
    line = text.splitlines()[0] if text else ""
    return "`" + line.replace("`", "'")[:300] + "`"


def _all(parts: list[str]) -> str:
    shown = [part if part.startswith(("`", "an ")) else f"`{part}`" for part in parts]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def _at(found: Explanation, line: int | None) -> Explanation:
    return Explanation(found.title, found.text, line, found.fix if line is not None else None)


def _opens_block(code: str) -> bool:
    return re.match(r"\s*(?:if|elif|else|for|while|def|with|try|except|class)\b", code) is not None


def _parses(code: str) -> bool:
    text = code.strip()
    try:
        ast.parse(text + " pass" if text.endswith(":") else text)
    except (SyntaxError, ValueError):
        return False
    return True


def _renamed(trouble: Trouble, name: str, other: str) -> str | None:
    return trouble.changed(rf"(?<![\w'\"]){re.escape(name)}(?![\w'\"])", other)


def _indented_like(trouble: Trouble, code: str) -> str:
    indent = re.match(r"\s*", trouble.code)
    return (indent[0] if indent else "") + code


def _under(trouble: Trouble, before: str, line: str | None = None) -> str | None:
    """`before` on lines of its own above the line."""
    code = trouble.code if line is None else line
    if not code.strip():
        return None
    return "\n".join([*(_indented_like(trouble, part) for part in before.splitlines()), code])


def _import_of(name: str) -> str | None:
    if name in _IMPORTS:
        return _IMPORTS[name]
    if name in _SYMPY:
        return f"from sympy import {name}"
    return f"from math import {name}" if name in _MATH else None


def _attributes(module: str) -> list[str]:
    """What a module has that is loaded already."""
    loaded = sys.modules.get(module)
    return [name for name in dir(loaded) if not name.startswith("_")] if loaded is not None else []


def _suspect_call(trouble: Trouble) -> ast.Call | None:
    """The call in the line that most likely is none."""
    tree = trouble.tree
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree is not None else []
    for call in calls:
        if isinstance(call.func, ast.Constant | ast.BinOp | ast.UnaryOp | ast.Call):
            return call
    for call in calls:
        if isinstance(call.func, ast.Name) and (len(call.func.id) == 1 or hasattr(builtins, call.func.id)):
            return call
    return None


def _with_sign(trouble: Trouble, call: ast.Call) -> str | None:
    """The line with a `*` between what is called and the bracket."""
    code = trouble.code
    offset = len(code) - len(code.lstrip())
    end = call.func.end_col_offset
    if end is None or not code.isascii():
        return None
    place = code.find("(", offset + end)
    if isinstance(call.func, ast.BinOp | ast.UnaryOp):
        place = code.find("(", code.find(")", offset + end) + 1)
    return code[:place] + "*" + code[place:] if place > 0 else None


def _signed(side: str) -> str:
    """A side of an equation as Python writes it."""
    side = re.sub(_IMPLICIT, r"\1*", side.strip())
    return side.replace("^", "**")
