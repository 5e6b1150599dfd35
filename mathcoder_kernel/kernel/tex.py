r"""Results in Python's or sympy's notation as TeX: `x**2*sin(x)/3` → `\frac{x^{2} \sin\left(x\right)}{3}`.

Small models copy what their code printed into the answer. Only the notation is changed here: nothing is evaluated,
sorted or simplified, and what is not plainly such an expression is left to the caller. Pure functions.
"""

from __future__ import annotations

import ast
import re

MAX_CHARS = 400

_PLAIN = re.compile(r"[A-Za-z0-9_ .+\-*/^()\[\],=<>]+")
_WORTH_IT = re.compile(r"[*/^(]|\[\s*\[|<=|>=")
_GREEK = re.compile(
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega|"
    "Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|pi"
)
_CONSTANTS = {"E": "e", "I": "i", "oo": r"\infty"}
_FUNCTIONS = {
    name: rf"\{name}" for name in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "ln", "log")
}
_FUNCTIONS |= {
    "asin": r"\arcsin",
    "acos": r"\arccos",
    "atan": r"\arctan",
    "gcd": r"\gcd",
    "max": r"\max",
    "min": r"\min",
}
_RELATIONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=", ast.Lt: "<", ast.Gt: ">", ast.LtE: r"\le", ast.GtE: r"\ge", ast.NotEq: r"\ne",
}  # fmt: skip

_SUM, _PRODUCT, _FRACTION, _POWER, _ATOM = range(5)  # how tightly a part holds together


class _NotPlain(Exception):
    pass


def as_tex(text: str) -> str | None:
    """The TeX of an expression, or of several with commas between; None for anything else, and for mere numbers."""
    text = text.strip()
    if len(text) > MAX_CHARS or not _PLAIN.fullmatch(text) or not _WORTH_IT.search(text):
        return None
    source = "[" + re.sub(r"(?<![<>=])=(?!=)", "==", text.replace("^", "**")) + "]"
    try:
        items = ast.parse(source, mode="eval").body
        if not isinstance(items, ast.List):
            return None
        return ", ".join(_Writer(source).write(item)[0] for item in items.elts) or None
    except (SyntaxError, ValueError, RecursionError, MemoryError, _NotPlain):
        return None


class _Writer:
    def __init__(self, source: str) -> None:
        self._source = source

    def write(self, node: ast.expr) -> tuple[str, int]:
        """TeX, and how tightly it holds together."""
        match node:
            case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
                return self._number(node)
            case ast.Name():
                return _name(node.id), _ATOM
            case ast.UnaryOp(op=ast.USub()):
                return f"-{self._at_least(node.operand, _PRODUCT)}", _PRODUCT
            case ast.BinOp():
                return self._operation(node)
            case ast.Call(func=ast.Name(), keywords=[]) if node.args:
                return self._call(node)
            case ast.Compare():
                parts = [self.write(node.left)[0]]
                for operator, right in zip(node.ops, node.comparators, strict=True):
                    if type(operator) not in _RELATIONS:
                        raise _NotPlain
                    parts += [_RELATIONS[type(operator)], self.write(right)[0]]
                return " ".join(parts), _SUM
            case ast.List(elts=[ast.List(), *_]):
                return self._matrix(node), _ATOM
            case ast.List():
                return rf"\left[{self._list(node.elts)}\right]", _ATOM
            case ast.Tuple():
                return rf"\left({self._list(node.elts)}\right)", _ATOM
            case _:
                raise _NotPlain

    def _number(self, node: ast.Constant) -> tuple[str, int]:
        written = ast.get_source_segment(self._source, node) or str(node.value)
        number = re.fullmatch(r"([\d.]+)(?:[eE]([+-]?\d+))?", written)
        if number is None:  # Python's own, such as 0x10 and 1_000
            raise _NotPlain
        if number[2] is None:
            return written, _ATOM
        return rf"{number[1]} \cdot 10^{{{int(number[2])}}}", _PRODUCT

    def _operation(self, node: ast.BinOp) -> tuple[str, int]:
        match node.op:
            case ast.Add():
                return f"{self._at_least(node.left, _SUM)} + {self._behind(node.right, _SUM)}", _SUM
            case ast.Sub():
                return f"{self._at_least(node.left, _SUM)} - {self._behind(node.right, _PRODUCT)}", _SUM
            case ast.Mult():
                left, right = self._at_least(node.left, _PRODUCT), self._behind(node.right, _PRODUCT)
                dot = r"\cdot " if right[0].isdigit() or (right.startswith(r"\frac") and left[-1].isalnum()) else ""
                return f"{left} {dot}{right}", _PRODUCT
            case ast.Div():
                return rf"\frac{{{self.write(node.left)[0]}}}{{{self.write(node.right)[0]}}}", _FRACTION
            case ast.Pow():
                exponent = self.write(node.right)[0]
                if exponent == r"\frac{1}{2}":
                    return rf"\sqrt{{{self.write(node.left)[0]}}}", _ATOM
                return f"{self._at_least(node.left, _ATOM)}^{{{exponent}}}", _POWER
            case _:
                raise _NotPlain

    def _call(self, node: ast.Call) -> tuple[str, int]:
        assert isinstance(node.func, ast.Name)
        name, inside = node.func.id, self._list(node.args)
        if name in _FUNCTIONS:
            return rf"{_FUNCTIONS[name]}\left({inside}\right)", _POWER
        if len(node.args) != 1:
            raise _NotPlain
        match name:
            case "sqrt":
                return rf"\sqrt{{{inside}}}", _ATOM
            case "exp":
                return f"e^{{{inside}}}", _POWER
            case "Abs" | "abs":
                return rf"\left|{inside}\right|", _ATOM
            case "factorial":
                return f"{self._at_least(node.args[0], _ATOM)}!", _POWER
            case _:
                raise _NotPlain

    def _matrix(self, node: ast.List) -> str:
        rows = [row.elts if isinstance(row, ast.List) else [] for row in node.elts]
        if not rows[0] or len({len(row) for row in rows}) != 1:
            raise _NotPlain
        written = r" \\ ".join(" & ".join(self.write(cell)[0] for cell in row) for row in rows)
        return rf"\begin{{pmatrix}}{written}\end{{pmatrix}}"

    def _list(self, nodes: list[ast.expr]) -> str:
        return ", ".join(self.write(node)[0] for node in nodes)

    def _at_least(self, node: ast.expr, level: int) -> str:
        written, own = self.write(node)
        return written if own >= level else rf"\left({written}\right)"

    def _behind(self, node: ast.expr, level: int) -> str:
        """A part behind a sign: a minus of its own goes into brackets."""
        written = self._at_least(node, level)
        return rf"\left({written}\right)" if written.startswith("-") else written


def _name(name: str) -> str:
    if name in _CONSTANTS:
        return _CONSTANTS[name]
    letter = re.fullmatch(r"([A-Za-z]+?)_?(\d*)", name)
    greek = letter is not None and _GREEK.fullmatch(letter[1]) is not None
    if letter is None or not (greek or len(letter[1]) == 1):
        raise _NotPlain
    base = rf"\{letter[1]}" if greek else letter[1]
    return f"{base}_{{{letter[2]}}}" if letter[2] else base
