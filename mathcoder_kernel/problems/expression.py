"""Mathematics as a student orders it: one tree, written as Python/sympy code or as people type it.

Terms and factors keep their order, so code is a copy of the question and never a calculation done beforehand.
Anything with `typed(notation)` can stand in a phrasing; anything with `code()` can stand in a solution.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Notation:
    """How one student types: chosen once a question, used for every formula in it."""

    latex: bool = False
    power: str = "^"  # "^", "**" or "²"
    times: str = ""  # between a number and a letter: "", "*", " " or "·"
    cross: str = "*"  # between two numbers: "*", "×" or "·"
    spaced: bool = True
    minus: str = "-"
    root: str = "sqrt"  # "sqrt" or "√"
    logarithm: str = "ln"
    exponential: str = "e^"  # "e^" or "exp"
    bare_calls: bool = False  # "sin x" for "sin(x)"
    signs: bool = False  # "≤", "π", "∞" for "<=", "pi", "infinity"
    brackets: int = 0  # which of the ways to write lists, vectors and matrices
    number_words: bool = False
    dollars: bool = True
    spoken: bool = False  # "x squared plus 3x equals 4", for formulas that need no brackets


PLAIN = Notation()


def any_notation(rng: Random) -> Notation:
    """A notation drawn with about the shares seen in students' questions (LaTeX 12 %)."""
    draw = rng.random
    if draw() < 0.12:
        return Notation(latex=True, spaced=draw() < 0.7, brackets=int(draw() * 6), dollars=draw() < 0.8)
    return Notation(
        power=_pick(draw(), (0.62, "^"), (0.22, "**"), (1, "²")),
        times=_pick(draw(), (0.7, ""), (0.24, "*"), (0.02, " "), (1, "·")),
        cross=_pick(draw(), (0.6, "*"), (0.3, "×"), (1, "·")),
        spaced=draw() < 0.68,
        minus="−" if draw() < 0.06 else "-",
        root="√" if draw() < 0.3 else "sqrt",
        logarithm="log" if draw() < 0.25 else "ln",
        exponential="exp" if draw() < 0.35 else "e^",
        bare_calls=draw() < 0.2,
        signs=draw() < 0.3,
        brackets=int(draw() * 6),
        number_words=draw() < 0.2,
        spoken=draw() < 0.035,
    )


def _pick(draw: float, *shares: tuple[float, str]) -> str:
    for share, value in shares:
        if draw < share:
            return value
        draw -= share
    return shares[-1][1]


class Typed(Protocol):
    """Something that a question can hold."""

    def typed(self, notation: Notation) -> str:
        """How a student with this notation types it."""
        ...


_SUM, _NEGATIVE, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4, 5
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Expr:
    """A formula. `+ - * / **` build larger ones and keep the order given; plain numbers are converted."""

    __slots__ = ()
    level = _ATOM

    def code(self) -> str:
        """As Python with sympy names; exact (fractions of numbers become Rational)."""
        raise TypeError(f"{type(self).__name__} has no code")

    def bare(self, notation: Notation) -> str:
        """As typed, without the dollars around LaTeX."""
        raise TypeError(f"{type(self).__name__} cannot be typed")

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        if notation.spoken:
            said = spoken(self)
            if said is not None:
                return said
        text = self.bare(notation)
        return f"${text}$" if notation.latex and notation.dollars else text

    @property
    def symbols(self) -> tuple[str, ...]:
        """Names of the variables, in order of first appearance."""
        return tuple(dict.fromkeys(self._names()))

    def _names(self) -> list[str]:
        return []

    @property
    def numeric(self) -> bool:
        """True where Python would calculate with plain numbers."""
        return False

    def value(self, at: Mapping[str, int]) -> int:
        """The integer that a polynomial takes there: for builders that choose friendly numbers, never for answers."""
        return int(eval(self.code(), {"__builtins__": {}}, dict(at)))

    def __add__(self, other: Number) -> Expr:
        return _add(self, expr(other), "+")

    def __sub__(self, other: Number) -> Expr:
        return _add(self, expr(other), "-")

    def __mul__(self, other: Number) -> Expr:
        return _multiply(self, expr(other))

    def __truediv__(self, other: Number) -> Expr:
        bottom = expr(other)
        return Negative(Quotient(self.part, bottom)) if isinstance(self, Negative) else Quotient(self, bottom)

    def __pow__(self, other: Number) -> Expr:
        return Power(self, expr(other))

    def __radd__(self, other: Number) -> Expr:
        return expr(other) + self

    def __rsub__(self, other: Number) -> Expr:
        return expr(other) - self

    def __rmul__(self, other: Number) -> Expr:
        return expr(other) * self

    def __rtruediv__(self, other: Number) -> Expr:
        return expr(other) / self

    def __rpow__(self, other: Number) -> Expr:
        return expr(other) ** self

    def __neg__(self) -> Expr:
        return self.part if isinstance(self, Negative) else Negative(self)


Number: TypeAlias = "Expr | int | float | str | Fraction"


def expr(value: Number) -> Expr:
    """An expression from itself, an integer, a fraction, or a decimal given as text or float."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, Fraction) and value.denominator != 1:
        magnitude: Expr = Quotient(Num(str(abs(value.numerator))), Num(str(value.denominator)))
        return Negative(magnitude) if value < 0 else magnitude
    text = str(value)
    return Negative(Num(text[1:])) if text.startswith("-") else Num(text)


def _add(left: Expr, right: Expr, sign: str) -> Expr:
    if isinstance(right, Negative):
        right, sign = right.part, "-" if sign == "+" else "+"
    terms = (
        left.terms if isinstance(left, Sum) else (("-", left.part),) if isinstance(left, Negative) else (("+", left),)
    )
    if isinstance(right, Sum) and sign == "+":
        return Sum(terms + right.terms)
    return Sum((*terms, (sign, right)))


def _multiply(left: Expr, right: Expr) -> Expr:
    if isinstance(left, Negative):
        return Negative(_multiply(left.part, right))
    factors = (left.factors if isinstance(left, Product) else (left,)) + (
        right.factors if isinstance(right, Product) else (right,)
    )
    return Product(factors)


def _wrap(part: Expr, text: str, level: int, latex: bool = False) -> str:
    if part.level >= level:
        return text
    return rf"\left({text}\right)" if latex and "frac" in text else f"({text})"


@dataclass(frozen=True, slots=True)
class Num(Expr):
    """A number without sign, as text: an integer or a decimal."""

    text: str

    def code(self) -> str:
        return self.text

    def bare(self, notation: Notation) -> str:
        return self.text

    @property
    def numeric(self) -> bool:
        return True


_SPECIAL = {
    "pi": ("pi", "π", r"\pi"),
    "oo": ("infinity", "∞", r"\infty"),
    "E": ("e", "e", "e"),
    "I": ("i", "i", "i"),
}


_GREEK = frozenset({"alpha", "beta", "gamma", "lambda", "mu", "theta", "omega", "phi"})


@dataclass(frozen=True, slots=True)
class Sym(Expr):
    """A variable, or one of sympy's constants pi, oo, E, I."""

    name: str

    def code(self) -> str:
        return self.name

    def bare(self, notation: Notation) -> str:
        special = _SPECIAL.get(self.name)
        if special is None:
            return "\\" + self.name if notation.latex and self.name in _GREEK else self.name
        return special[2] if notation.latex else special[notation.signs]

    def _names(self) -> list[str]:
        return [] if self.name in _SPECIAL else [self.name]


@dataclass(frozen=True, slots=True)
class Negative(Expr):
    """Minus an expression."""

    part: Expr
    level = _NEGATIVE

    def code(self) -> str:
        return "-" + _wrap(self.part, self.part.code(), _PRODUCT)

    def bare(self, notation: Notation) -> str:
        return notation.minus + _wrap(self.part, self.part.bare(notation), _PRODUCT, notation.latex)

    def _names(self) -> list[str]:
        return self.part._names()

    @property
    def numeric(self) -> bool:
        return self.part.numeric


@dataclass(frozen=True, slots=True)
class Sum(Expr):
    """Signed terms in order."""

    terms: tuple[tuple[str, Expr], ...]
    level = _SUM

    def code(self) -> str:
        return self._join([_wrap(t, t.code(), _NEGATIVE + 1) for _, t in self.terms], "-", True)

    def bare(self, notation: Notation) -> str:
        parts = [_wrap(t, t.bare(notation), _NEGATIVE + 1, notation.latex) for _, t in self.terms]
        return self._join(parts, notation.minus, notation.spaced)

    def _join(self, parts: list[str], minus: str, spaced: bool) -> str:
        text = parts[0] if self.terms[0][0] == "+" else minus + parts[0]
        space = " " if spaced else ""
        for (sign, _), part in zip(self.terms[1:], parts[1:], strict=True):
            text += f"{space}{'+' if sign == '+' else minus}{space}{part}"
        return text

    def _names(self) -> list[str]:
        return [name for _, term in self.terms for name in term._names()]

    @property
    def numeric(self) -> bool:
        return all(term.numeric for _, term in self.terms)


@dataclass(frozen=True, slots=True)
class Product(Expr):
    """Factors in order."""

    factors: tuple[Expr, ...]
    level = _PRODUCT

    def code(self) -> str:
        if len(self.factors) == 1:  # a bracket that somebody wrote
            return f"({self.factors[0].code()})"
        return "*".join(
            _wrap(f, f.code(), _PRODUCT if i == 0 or not isinstance(f, Quotient) else _POWER)
            for i, f in enumerate(self.factors)
        )

    def bare(self, notation: Notation) -> str:
        text = ""
        if len(self.factors) == 1:
            return f"({self.factors[0].bare(notation)})"
        for index, factor in enumerate(self.factors):
            inline = notation.latex or not isinstance(factor, Quotient)
            # "ln y x" would read as ln(yx): only the last factor may go without brackets
            style = notation if index == len(self.factors) - 1 else _brackets_always(notation)
            part = _wrap(factor, factor.bare(style), _PRODUCT if inline else _POWER, notation.latex)
            text = (
                part if index == 0 else text + self._sign(self.factors[index - 1], factor, text, part, notation) + part
            )
        return text

    @staticmethod
    def _sign(left: Expr, right: Expr, before: str, after: str, notation: Notation) -> str:
        if after[0].isdigit():
            if notation.latex:
                return r" \cdot "
            return f" {notation.cross} " if notation.spaced else notation.cross
        if notation.times != "" and not notation.latex:
            return notation.times
        if after.startswith("("):
            # "x^y(…" and "f(…" would read differently
            return "*" if not notation.latex and (before[-1].isalpha() and isinstance(left, Power)) else ""
        if isinstance(left, Call) and before[-1].isalpha() and not notation.latex:
            return " "
        if after[0].isalpha() and len(after) > 1 and after[:2].isalpha() and (before[-1].isalpha()):
            return " "
        if isinstance(left, Power) and before[-1].isalnum() and notation.power != "²" and not notation.latex:
            return "*" if before[-1].isalpha() else ""
        return " " if notation.latex and after[0].isalpha() and "\\" in before else ""

    def _names(self) -> list[str]:
        return [name for factor in self.factors for name in factor._names()]

    @property
    def numeric(self) -> bool:
        return all(factor.numeric for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Quotient(Expr):
    """One expression over another."""

    top: Expr
    bottom: Expr
    level = _PRODUCT

    def code(self) -> str:
        if isinstance(self.top, Num) and isinstance(self.bottom, Num):
            return f"Rational({self.top.text}, {self.bottom.text})"
        if self.numeric:
            return f"S({self.top.code()})/{_wrap(self.bottom, self.bottom.code(), _POWER)}"
        return _wrap(self.top, self.top.code(), _PRODUCT) + "/" + _wrap(self.bottom, self.bottom.code(), _POWER)

    def bare(self, notation: Notation) -> str:
        top, bottom = self.top.bare(notation), self.bottom.bare(notation)
        if notation.latex:
            return rf"\frac{{{top}}}{{{bottom}}}"
        wide = notation.spaced and not self.numeric and self.top.level < _PRODUCT
        return _wrap(self.top, top, _PRODUCT) + (" / " if wide else "/") + _wrap(self.bottom, bottom, _POWER)

    def _names(self) -> list[str]:
        return self.top._names() + self.bottom._names()

    @property
    def numeric(self) -> bool:
        return self.top.numeric and self.bottom.numeric


@dataclass(frozen=True, slots=True)
class Power(Expr):
    """A base with an exponent."""

    base: Expr
    exponent: Expr
    level = _POWER

    def code(self) -> str:
        return _wrap(self.base, self.base.code(), _ATOM) + "**" + _wrap(self.exponent, self.exponent.code(), _ATOM)

    def bare(self, notation: Notation) -> str:
        exponent = self.exponent.bare(notation)
        if isinstance(self.base, Call) and self.base.name in _TRIG and isinstance(self.exponent, Num):
            if notation.latex:
                return rf"\{self.base.name}^{{{exponent}}}{self.base.brackets(notation)}"
            if notation.bare_calls:
                return f"{self.base.name}^{exponent}({self.base.parts[0].bare(notation)})"
            notation = _brackets_always(notation)
        base = _wrap(self.base, self.base.bare(notation), _ATOM, notation.latex)
        if notation.latex:
            return f"{base}^{exponent}" if len(exponent) == 1 else f"{base}^{{{exponent}}}"
        if notation.power == "²" and exponent.isdecimal():
            return base + exponent.translate(SUPERSCRIPT)
        sign = "**" if notation.power == "**" else "^"
        return base + sign + _wrap(self.exponent, exponent, _ATOM)

    def _names(self) -> list[str]:
        return self.base._names() + self.exponent._names()

    @property
    def numeric(self) -> bool:
        return self.base.numeric and self.exponent.numeric


_TRIG = frozenset({"sin", "cos", "tan"})
_LATEX_NAMES = _TRIG | {"ln", "log", "exp", "arctan"}


def _brackets_always(notation: Notation) -> Notation:
    return replace(notation, bare_calls=False) if notation.bare_calls else notation


@dataclass(frozen=True, slots=True)
class Call(Expr):
    """A named function: sympy's name (sin, exp, log, sqrt, Abs) or one defined in the question (f)."""

    name: str
    parts: tuple[Expr, ...]

    @property
    def level(self) -> int:  # type: ignore[override]
        return _ATOM

    def code(self) -> str:
        return f"{self.name}({', '.join(part.code() for part in self.parts)})"

    def brackets(self, notation: Notation) -> str:
        """The arguments in brackets."""
        return f"({', '.join(part.bare(notation) for part in self.parts)})"

    def bare(self, notation: Notation) -> str:
        inner = self.parts[0].bare(notation)
        short = isinstance(self.parts[0], (Sym, Num))
        if self.name == "exp":
            if notation.latex:
                return f"e^{{{inner}}}" if len(inner) > 1 else f"e^{inner}"
            if notation.exponential == "exp":
                return f"exp({inner})"
            sign = "**" if notation.power == "**" else "^"
            return "e" + sign + _wrap(self.parts[0], inner, _ATOM)
        if self.name == "sqrt":
            if notation.latex:
                return rf"\sqrt{{{inner}}}"
            if notation.root == "√":
                return f"√{inner}" if short else f"√({inner})"
            return f"sqrt({inner})"
        if self.name == "factorial":
            return _wrap(self.parts[0], inner, _ATOM) + "!"
        if self.name == "Abs":
            return f"|{inner}|" if notation.latex or notation.exponential == "e^" else f"abs({inner})"
        name = notation.logarithm if self.name == "log" else "arctan" if self.name == "atan" else self.name
        if self.name == "log" and notation.latex:
            name = "ln"
        if notation.latex and name in _LATEX_NAMES:
            return rf"\{name} {inner}" if notation.bare_calls and short else rf"\{name}{self.brackets(notation)}"
        if notation.bare_calls and short and name in _TRIG | {"ln", "log"}:
            return f"{name} {inner}"
        return name + self.brackets(notation)

    def _names(self) -> list[str]:
        return [name for part in self.parts for name in part._names()]


def call(name: str, *parts: Number) -> Expr:
    """`name(parts…)`."""
    return Call(name, tuple(expr(part) for part in parts))


_SIGNS = {"<=": ("<=", "≤", r"\le"), ">=": (">=", "≥", r"\ge"), "<": ("<", "<", "<"), ">": (">", ">", ">")}


@dataclass(frozen=True, slots=True)
class Relation(Expr):
    """An equation (`Eq(left, right)` in code) or an inequality."""

    left: Expr
    right: Expr
    sign: str = "="
    level = 0

    def code(self) -> str:
        if self.sign == "=":
            return f"Eq({self.left.code()}, {self.right.code()})"
        return f"{self.left.code()} {self.sign} {self.right.code()}"

    def bare(self, notation: Notation) -> str:
        sign = "=" if self.sign == "=" else _SIGNS[self.sign][2 if notation.latex else notation.signs]
        # LaTeX command names need the space before a letter
        space = " " if notation.spaced or sign.startswith("\\") else ""
        return f"{self.left.bare(notation)}{space}{sign}{space}{self.right.bare(notation)}"

    def _names(self) -> list[str]:
        return self.left._names() + self.right._names()


def equation(left: Number, right: Number) -> Relation:
    """`left = right`."""
    return Relation(expr(left), expr(right))


def polynomial(coefficients: Sequence[Number], x: Expr, order: Sequence[int] | None = None) -> Expr:
    """Coefficients from the highest power down; zeros left out, ones not written. `order`: another order of terms."""
    degree = len(coefficients) - 1
    terms: list[Expr] = []
    for index in order if order is not None else range(degree + 1):
        coefficient, power = coefficients[index], degree - index
        if not isinstance(coefficient, Expr) and coefficient == 0:
            continue
        terms.append(scaled(coefficient, x**power if power > 1 else x) if power else expr(coefficient))
    return total(terms) if terms else Num("0")


def scaled(coefficient: Number, factor: Expr) -> Expr:
    """`coefficient*factor`, where 1 and -1 are not written."""
    if not isinstance(coefficient, Expr):
        if coefficient == 1:
            return factor
        if coefficient == -1:
            return -factor
    return expr(coefficient) * factor


def total(terms: Sequence[Expr]) -> Expr:
    """The sum of the terms in order."""
    result = terms[0]
    for term in terms[1:]:
        result = result + term
    return result


_RELATIONS = {
    "=": "equals",
    "<": "is less than",
    ">": "is greater than",
    "<=": "is at most",
    ">=": "is at least",
}


def spoken(formula: Expr) -> str | None:
    """The formula read aloud, or None where that would need brackets."""
    match formula:
        case Num(text):
            return text
        case Sym(name):
            return _SPECIAL[name][0] if name in _SPECIAL else name
        case Negative(part):
            said = spoken(part)
            return None if said is None or part.level < _PRODUCT else f"minus {said}"
        case Sum(terms):
            words = ""
            for index, (sign, term) in enumerate(terms):
                said = None if term.level < _PRODUCT else spoken(term)
                if said is None:
                    return None
                if index == 0:
                    words = said if sign == "+" else f"minus {said}"
                else:
                    words += f" {'plus' if sign == '+' else 'minus'} {said}"
            return words
        case Product((Num(text), second)) if second.level >= _POWER and not isinstance(second, (Num, Call)):
            said = spoken(second)
            return None if said is None or not said[0].isalpha() else f"{text}{said}"
        case Power(Sym(name), Num(exponent)):
            ordinary = {"2": "squared", "3": "cubed"}
            return f"{name} {ordinary.get(exponent, f'to the power of {exponent}')}"
        case Call("sqrt", (part,)) if isinstance(part, (Num, Sym)):
            return f"the square root of {spoken(part)}"
        case Call(("sin" | "cos" | "tan") as name, (Sym(letter),)):
            return f"{name} of {letter}"
        case Relation(left, right, sign):
            before, after = spoken(left), spoken(right)
            return None if before is None or after is None else f"{before} {_RELATIONS[sign]} {after}"
    return None


@dataclass(frozen=True, slots=True)
class WithSigns(Expr):
    """A formula whose products of letters show their sign: `x * x^2`, where `xx^2` would be hard to read."""

    f: Expr

    def code(self) -> str:
        return self.f.code()

    def bare(self, notation: Notation) -> str:
        if notation.latex:
            return self.f.bare(notation)
        sign = notation.times.strip() or notation.cross
        text = self.f.bare(replace(notation, times=f" {sign} " if notation.spaced else sign))
        return re.sub(r"\*\*\((-\d+)\)", r"**\1", text) if notation.brackets < 2 else text

    def _names(self) -> list[str]:
        return self.f._names()


def readable(f: Expr) -> Expr:
    """With signs where two letters, or a letter and a function, would stand side by side."""
    return WithSigns(f) if re.search(r"\b[a-z]\*[a-z]\b", re.sub(r"\([a-z]\)", "", f.code())) else f


@dataclass(frozen=True, slots=True)
class Items:
    """A list of formulas or numbers: "3, 5 and 8", "3 5 8", "[3, 5, 8]" …; a Python list in code."""

    parts: tuple[Expr, ...]
    plain: bool = False  # never brackets

    def code(self) -> str:
        return f"[{', '.join(part.code() for part in self.parts)}]"

    def typed(self, notation: Notation) -> str:
        texts = [part.bare(notation) for part in self.parts]
        style = notation.brackets
        if notation.latex and notation.dollars:
            return f"${', '.join(texts)}$"
        if self.plain and style in (3, 4):
            style = 0
        if style == 1:
            return ",".join(texts)
        if style == 2 and all(part.numeric for part in self.parts):
            return " ".join(texts)
        if style == 3:
            return f"[{', '.join(texts)}]"
        if style == 4:
            return "{" + ", ".join(texts) + "}"
        if style == 5 and len(texts) > 1:
            return ", ".join(texts[:-1]) + " and " + texts[-1]
        return ", ".join(texts)


def items(values: Sequence[Number], plain: bool = False) -> Items:
    """`Items` from plain values."""
    return Items(tuple(expr(value) for value in values), plain)


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval."""

    low: Expr
    high: Expr

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        text = f"[{self.low.bare(notation)}, {self.high.bare(notation)}]"
        return f"${text}$" if notation.latex and notation.dollars else text


@dataclass(frozen=True, slots=True)
class VectorLiteral:
    """A vector; a `Matrix` of one column in code."""

    parts: tuple[Expr, ...]

    def code(self) -> str:
        return f"Matrix([{', '.join(part.code() for part in self.parts)}])"

    def typed(self, notation: Notation) -> str:
        separator = ", " if notation.spaced else ","
        inner = separator.join(part.bare(notation) for part in self.parts)
        if notation.latex:
            column = r" \\ ".join(p.bare(notation) for p in self.parts)
            text = rf"\begin{{pmatrix}} {column} \end{{pmatrix}}"
            return f"${text}$" if notation.dollars else text
        left, right = ("()", "()", "[]", "[]", "<>", "()")[notation.brackets]
        return left + inner + right


def vector(values: Sequence[Number]) -> VectorLiteral:
    """`VectorLiteral` from plain values."""
    return VectorLiteral(tuple(expr(value) for value in values))


@dataclass(frozen=True, slots=True)
class MatrixLiteral:
    """A matrix by rows."""

    rows: tuple[tuple[Expr, ...], ...]

    def code(self) -> str:
        return f"Matrix([{', '.join('[' + ', '.join(p.code() for p in row) + ']' for row in self.rows)}])"

    def typed(self, notation: Notation) -> str:
        rows = [[part.bare(notation) for part in row] for row in self.rows]
        if notation.latex:
            kind = "pmatrix" if notation.brackets < 3 else "bmatrix"
            body = r" \\ ".join(" & ".join(row) for row in rows)
            text = rf"\begin{{{kind}}} {body} \end{{{kind}}}"
            return f"${text}$" if notation.dollars else text
        comma = ", " if notation.spaced else ","
        match notation.brackets:
            case 0 | 1 | 2:
                return "[" + comma.join(f"[{comma.join(row)}]" for row in rows) + "]"
            case 3:
                return "[" + "; ".join(" ".join(row) for row in rows) + "]"
            case 4:
                return "(" + comma.join(f"({comma.join(row)})" for row in rows) + ")"
            case _:
                return comma.join(f"[{comma.join(row)}]" for row in rows)


def matrix(rows: Sequence[Sequence[Number]]) -> MatrixLiteral:
    """`MatrixLiteral` from plain values."""
    return MatrixLiteral(tuple(tuple(expr(value) for value in row) for row in rows))


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words per notation: plain, or the second where the student writes signs, or LaTeX."""

    plain: str
    sign: str = field(default="")
    latex: str = field(default="")

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        if notation.latex and self.latex:
            return f"${self.latex}$" if notation.dollars else self.latex
        return self.sign if notation.signs and self.sign else self.plain


@dataclass(frozen=True, slots=True)
class Pair:
    """Several formulas side by side: "x + y = 5, x - y = 1" or with "and" between; a Python list in code."""

    parts: tuple[Expr, ...]

    def code(self) -> str:
        return f"[{', '.join(part.code() for part in self.parts)}]"

    def typed(self, notation: Notation) -> str:
        texts = [part.typed(notation) for part in self.parts]
        if notation.brackets < 3:
            return ", ".join(texts[:-1]) + " and " + texts[-1]
        return ("; " if notation.brackets == 5 else ", ").join(texts)
