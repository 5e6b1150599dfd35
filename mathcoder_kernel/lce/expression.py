"""Typed maths as a tree: a small reader that never evaluates anything but exact rational arithmetic of bounded size.

A tree is a nested tuple: `("number", Fraction)`, `("name", "x")`, `("call", "sin", tree, …)`, `("sum", tree, …)`,
`("product", tree, …)`, `("power", base, exponent)`. Building one brings it to a normal form: sums and products are
flat and sorted, like terms and equal bases are collected, numbers are combined, square roots of whole numbers lose
their square factors. Equal trees are equal expressions; different ones may still be.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, TypeAlias

Tree: TypeAlias = tuple[Any, ...]

MAX_CHARS = 2_000
MAX_DEPTH = 50
MAX_BITS = 4_096  # of a numerator or denominator; larger powers and factorials stay unevaluated


class ExpressionError(ValueError):
    """Raised for text that is no expression; the message says where reading stopped."""


FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "asin",
        "acos",
        "atan",
        "sinh",
        "cosh",
        "tanh",
        "asinh",
        "acosh",
        "atanh",
        "ln",
        "exp",
        "sqrt",
        "cbrt",
        "root",
        "abs",
        "log",
        "floor",
        "ceiling",
        "factorial",
        "binomial",
        "gcd",
        "lcm",
        "max",
        "min",
        "re",
        "im",
        "conjugate",
        "sign",
        "gamma",
        "erf",
        "det",
        "Abs",
    ]
)
_ALIASES = {"arcsin": "asin", "arccos": "acos", "arctan": "atan", "Abs": "abs", "ceil": "ceiling", "log10": "log10",
            "log2": "log2", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh"}  # fmt: skip
CONSTANTS = {
    "pi": "pi",
    "e": "e",
    "E": "e",
    "i": "i",
    "I": "i",
    "oo": "oo",
    "inf": "oo",
    "infinity": "oo",
    "zoo": "zoo",
}
_GREEK = frozenset(
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "rho",
        "sigma",
        "tau",
        "phi",
        "chi",
        "psi",
        "omega",
        "Gamma",
        "Delta",
        "Theta",
        "Lambda",
        "Sigma",
        "Phi",
        "Psi",
        "Omega",
        "varphi",
        "vartheta",
    ]
)
_TOKEN = re.compile(
    r"\s*(?:(?P<repeating>\d*\.\d*\(\d+\))|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+(?![A-Za-z0-9]))?)|"
    r"(?P<name>[A-Za-z]+(?:_\w+|\d+(?=\())?'*)|(?P<sign>\*\*|[-+*/^()!|,%]))"
)

ZERO: Tree = ("number", Fraction(0))
ONE: Tree = ("number", Fraction(1))


def number(value: int | Fraction) -> Tree:
    """A rational number as a tree."""
    return ("number", Fraction(value))


def parse_expression(text: str) -> Tree:
    """The tree of a typed expression: `2x`, `2*x^2`, `x**2`, `3 sqrt(2)`, `2 1/2`, `sin^2(x)`, `|x|`, `5!`, `0.(3)`.

    Implicit products bind like `*`; a run of letters that is no known name is a product of one-letter names. Raises
    ExpressionError for anything else.
    """
    if len(text) > MAX_CHARS:
        raise ExpressionError("the text is too long for an expression")
    reader = _Reader(text)
    tree = reader.sum()
    reader.expect_end()
    return tree


def names(tree: Tree) -> frozenset[str]:
    """The names (unknowns) in a tree; constants such as pi are not among them."""
    if tree[0] == "name":
        return frozenset() if tree[1] in CONSTANTS.values() else frozenset({tree[1]})
    return frozenset().union(*(names(part) for part in tree[1:] if isinstance(part, tuple)))


def rational(tree: Tree) -> Fraction | None:
    """The value of a tree that is a rational number."""
    return tree[1] if tree[0] == "number" else None


def add(*terms: Tree) -> Tree:
    """The sum of trees, in normal form."""
    constant = Fraction(0)
    coefficients: dict[Tree, Fraction] = {}
    pending = list(terms)
    while pending:
        term = pending.pop()
        if term[0] == "sum":
            pending.extend(term[1:])
        elif term[0] == "number":
            constant += term[1]
        else:
            coefficient, rest = _coefficient(term)
            coefficients[rest] = coefficients.get(rest, Fraction(0)) + coefficient
    parts = [multiply(number(c), rest) if c != 1 else rest for rest, c in coefficients.items() if c]
    if constant:
        parts.append(number(constant))
    if len(parts) < 2:
        return parts[0] if parts else ZERO
    return ("sum", *sorted(parts, key=repr))


def multiply(*factors: Tree) -> Tree:
    """The product of trees, in normal form."""
    constant = Fraction(1)
    exponents: dict[Tree, Tree] = {}
    pending = list(factors)
    while pending:
        factor = pending.pop()
        if factor[0] == "product":
            pending.extend(factor[1:])
        elif factor[0] == "number":
            constant *= factor[1]
        else:
            base, exponent = (factor[1], factor[2]) if factor[0] == "power" else (factor, ONE)
            exponents[base] = add(exponents[base], exponent) if base in exponents else exponent
    if not constant:
        return ZERO
    parts: list[Tree] = []
    for base, exponent in exponents.items():
        part = power(base, exponent)
        if part[0] == "number":
            constant *= part[1]
        elif part[0] == "product":  # a root gave up its square factor
            for piece in part[1:]:
                if piece[0] == "number":
                    constant *= piece[1]
                else:
                    parts.append(piece)
        else:
            parts.append(part)
    if len(parts) == 1 and parts[0][0] == "sum" and constant != 1:  # 2(x + 1) = 2x + 2
        return add(*(multiply(number(constant), term) for term in parts[0][1:]))
    if constant != 1:
        parts.append(number(constant))
    if len(parts) < 2:
        return parts[0] if parts else ONE
    return ("product", *sorted(parts, key=repr))


def power(base: Tree, exponent: Tree) -> Tree:
    """A power of trees, in normal form; a huge one stays as it is."""
    if exponent == ONE:
        return base
    if base[0] == "number" and exponent[0] == "number":
        value = _rational_power(base[1], exponent[1])
        if value is not None:
            return value
    if exponent[0] == "number" and exponent[1].denominator == 1:
        if exponent == ZERO and base[0] != "name":
            return ("power", base, exponent)
        if exponent == ZERO:
            return ONE
        if base[0] == "power":
            return power(base[1], multiply(base[2], exponent))
        if base[0] == "product":
            return multiply(*(power(factor, exponent) for factor in base[1:]))
        if base == ("name", "i"):
            return (ONE, base, number(-1), multiply(number(-1), base))[int(exponent[1]) % 4]
    return ("power", base, exponent)


def _coefficient(term: Tree) -> tuple[Fraction, Tree]:
    if term[0] == "product":
        for position, factor in enumerate(term[1:], 1):
            if factor[0] == "number":
                rest = term[1:position] + term[position + 1 :]
                return factor[1], rest[0] if len(rest) == 1 else ("product", *rest)
    return Fraction(1), term


def _rational_power(base: Fraction, exponent: Fraction) -> Tree | None:
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if exponent.denominator == 1:
        if not base and exponent < 0:
            raise ExpressionError("division by zero")
        if not base and not exponent:
            return None
        if size * abs(exponent) > MAX_BITS and abs(base) != 1:
            return None
        return number(base ** int(exponent))
    if exponent.denominator == 2 and base > 0 and size <= 40 and abs(exponent) < 64:
        whole = number(base ** (exponent.numerator // 2))  # b^(n/2) = b^(n//2) sqrt(b)
        inside = base.numerator * base.denominator  # sqrt(p/q) = sqrt(pq)/q
        outside = 1
        factor = 2
        while factor * factor <= inside and factor < 2_000:
            while inside % (factor * factor) == 0:
                inside //= factor * factor
                outside *= factor
            factor += 1
        root = round(inside**0.5)
        if root * root == inside:
            outside, inside = outside * root, 1
        coefficient = number(Fraction(outside, base.denominator))
        if inside == 1:
            return multiply(whole, coefficient)
        surd: Tree = ("power", number(inside), number(Fraction(1, 2)))
        scale = whole[1] * coefficient[1]
        return surd if scale == 1 else ("product", *sorted((number(scale), surd), key=repr))
    return None


class _Reader:
    """Recursive descent; every level of brackets counts against MAX_DEPTH."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[tuple[str, str, int]] = []
        at = 0
        stripped = text.rstrip()
        while at < len(stripped):
            match = _TOKEN.match(stripped, at)
            if match is None:
                raise ExpressionError(f"cannot read {stripped[at : at + 10]!r}")
            kind = match.lastgroup or ""
            self._token(kind, match[kind], match.start(kind))
            at = match.end()
        self.at = 0
        self.depth = 0
        self.bars = 0

    def _token(self, kind: str, token: str, start: int) -> None:
        if kind != "name" or "_" in token:
            self.tokens.append((kind, token, start))
            return
        while token:  # a run of letters: known names first, the longest one, else letter by letter
            for length in range(len(token), 0, -1):
                part = token[:length]
                if length == 1 or part in FUNCTIONS or part in _ALIASES or part in CONSTANTS or part in _GREEK:
                    break
            rest = token[len(part) :]
            if rest.startswith("'"):
                quotes = len(rest) - len(rest.lstrip("'"))
                part, rest = part + rest[:quotes], rest[quotes:]
            self.tokens.append(("name", part, start))
            token = rest

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def take(self, token: str) -> bool:
        if self.peek() == token:
            self.at += 1
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.take(token):
            raise ExpressionError(f"expected {token!r} before {self.peek() or 'the end'!r}")

    def expect_end(self) -> None:
        if self.at < len(self.tokens):
            raise ExpressionError(f"cannot read from {self.peek()!r} on")

    def sum(self) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionError("brackets are nested too deep")
        terms = [self.product()]
        while self.peek() in ("+", "-"):
            sign = self.peek()
            self.at += 1
            term = self.product()
            terms.append(multiply(number(-1), term) if sign == "-" else term)
        self.depth -= 1
        return add(*terms)

    def product(self) -> Tree:
        negative = False
        while self.peek() in ("+", "-"):
            negative ^= self.peek() == "-"
            self.at += 1
        factors = [self.power()]
        mixed = self._mixed()
        if mixed is not None:
            factors[0] = add(factors[0], mixed)
        while True:
            if self.take("*"):
                factors.append(self.signed_power())
            elif self.take("/"):
                factors.append(_inverse(self.signed_power()))
            elif self.kind() in ("name", "number", "repeating") or self.peek() == "(" or self._bar_opens():
                if self.kind() in ("number", "repeating") and self.tokens[self.at - 1][0] in ("number", "repeating"):
                    raise ExpressionError("two numbers stand side by side")
                factors.append(self.power())
            else:
                break
        tree = multiply(*factors)
        return multiply(number(-1), tree) if negative else tree

    def _bar_opens(self) -> bool:
        return self.peek() == "|" and self.bars == 0

    def _mixed(self) -> Tree | None:
        """`2 1/2`: a whole number, a space, then a proper fraction of whole numbers."""
        following = self.tokens[self.at : self.at + 3]
        if (
            self.at
            and len(following) == 3
            and following[1][1] == "/"
            and all(t[0] == "number" and t[1].isdigit() for t in (self.tokens[self.at - 1], following[0], following[2]))
            and int(following[2][1]) > int(following[0][1])
            and self.text[following[0][2] - 1].isspace()
        ):
            self.at += 3
            return number(Fraction(int(following[0][1]), int(following[2][1])))
        return None

    def signed_power(self) -> Tree:
        if self.take("-"):
            return multiply(number(-1), self.signed_power())
        self.take("+")
        return self.power()

    def power(self) -> Tree:
        base = self.atom()
        while self.take("!"):
            base = _call("factorial", base)
        if self.take("%"):
            base = multiply(base, number(Fraction(1, 100)))
        if self.peek() in ("^", "**"):
            self.at += 1
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise ExpressionError("powers are nested too deep")
            base = power(base, self.signed_power())
            self.depth -= 1
        return base

    def atom(self) -> Tree:
        kind, token = self.kind(), self.peek()
        self.at += 1
        if kind == "number":
            return number(_decimal(token))
        if kind == "repeating":
            return number(_repeating(token))
        if token == "(":
            inner = self.sum()
            self.expect(")")
            return inner
        if token == "|":
            self.bars += 1
            inner = self.sum()
            self.bars -= 1
            self.expect("|")
            return _call("abs", inner)
        if kind == "name":
            return self.named(token)
        raise ExpressionError(f"cannot read from {token or 'the end'!r} on")

    def named(self, token: str) -> Tree:
        function = _ALIASES.get(token, token)
        if function in FUNCTIONS or token in _ALIASES:
            exponent: Tree | None = None
            if self.peek() in ("^", "**") and self.at + 1 < len(self.tokens):  # sin^2(x)
                self.at += 1
                exponent = self.signed_power() if self.peek() == "-" else self.atom()
            if self.take("("):
                arguments = [self.sum()]
                while self.take(","):
                    arguments.append(self.sum())
                self.expect(")")
            elif self.kind() in ("name", "number", "repeating") or self.peek() == "|":
                arguments = [self._bare_argument()]
            elif token in _GREEK:  # gamma as a name
                return ("name", token)
            else:
                raise ExpressionError(f"{token} needs an argument")
            tree = _call(function, *arguments)
            return tree if exponent is None else power(tree, exponent)
        return ("name", CONSTANTS.get(token, token))

    def _bare_argument(self) -> Tree:
        """`sin 2x`: the factors that follow, up to a sign or another function."""
        factors = [self.power()]
        while self.kind() in ("name", "number") and self.peek() not in FUNCTIONS and self.peek() not in _ALIASES:
            factors.append(self.power())
        return multiply(*factors)


def _decimal(token: str) -> Fraction:
    exponent = re.search(r"[eE]([+-]?\d+)$", token)
    if exponent is not None and abs(int(exponent[1])) > 1_000:
        raise ExpressionError("the exponent is too large")
    return Fraction(token.rstrip(".") if exponent is None else token)


def _repeating(token: str) -> Fraction:
    before, _, period = token[:-1].partition("(")
    whole, _, places = before.partition(".")
    scale = 10 ** len(places)
    return Fraction(int((whole or "0") + places), scale) + Fraction(int(period), scale * (10 ** len(period) - 1))


def _inverse(tree: Tree) -> Tree:
    return power(tree, number(-1))


def _call(function: str, *arguments: Tree) -> Tree:
    first = arguments[0]
    if len(arguments) == 1:
        if function == "sqrt":
            return power(first, number(Fraction(1, 2)))
        if function == "cbrt":
            return _root(first, 3)
        if function == "exp":
            return power(("name", "e"), first)
        if function == "log":
            function = "ln"
        if function in ("log2", "log10"):
            return multiply(("call", "ln", first), power(("call", "ln", number(int(function[3:]))), number(-1)))
        value = rational(first)
        if function == "abs" and value is not None:
            return number(abs(value))
        if function in ("ln",) and first == ("name", "e"):
            return ONE
        if function in ("floor", "ceiling") and value is not None:
            return number(value.__floor__() if function == "floor" else value.__ceil__())
        if function == "factorial" and value is not None and value.denominator == 1 and 0 <= value <= 500:
            product = 1
            for factor in range(2, int(value) + 1):
                product *= factor
            return number(product)
    elif len(arguments) == 2:
        if function == "root" and (degree := rational(arguments[1])) is not None and degree.denominator == 1 and degree:
            return _root(first, int(degree))
        if function == "log":
            return multiply(("call", "ln", first), power(("call", "ln", arguments[1]), number(-1)))
    return ("call", function, *arguments)


def _root(tree: Tree, degree: int) -> Tree:
    value = rational(tree)
    if value is not None and degree % 2 and abs(degree) < 64:  # exact roots, real ones of negative numbers too
        sign = -1 if value < 0 else 1
        above, below = (round(abs(part) ** (1 / degree)) for part in _safe(value))
        if Fraction(above, below or 1) ** degree == abs(value):
            return number(sign * Fraction(above, below))
        if sign < 0:
            return multiply(number(-1), power(number(-value), number(Fraction(1, degree))))
    return power(tree, number(Fraction(1, degree)))


def _safe(value: Fraction) -> tuple[int, int]:
    return (value.numerator, value.denominator) if value.numerator.bit_length() < 500 else (1, 1)
