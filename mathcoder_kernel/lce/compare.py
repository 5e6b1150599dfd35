"""Exact comparison of two answers by their kind, in well under a millisecond.

`parse_answer` reads an answer as a person or a model wrote it (plain text or LaTeX) into one of a few kinds;
`compare` decides where that is possible exactly and says None where algebra is needed (see `solver.checking`).

Conventions, chosen as a careful teacher marks:
- Decimals are exact: 0.333 is not 1/3. A tolerance counts only when the caller declares one.
- A missing unit, currency or per-cent sign is forgiven (the question names it), a different one is not; convertible
  units are converted (90 min = 1.5 h). `strict` forgives nothing: both have the unit or neither.
- 50 % equals 0.5, and (unless `strict`) 50.
- "x = 2" equals "2" (unless `strict`) but not "y = 2".
- `{…}` and a bare list "2, 3" have no order; `(…)` and `[…]` have one. `(0, 1)` and `[0, 1]` are intervals when the
  other answer is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.expression import (
    CONSTANTS,
    FUNCTIONS,
    ExpressionError,
    Tree,
    add,
    multiply,
    names,
    number,
    parse_expression,
    rational,
)

MAX_ITEMS = 400  # of a list, set or matrix; longer ones are compared as text
_MAX_NESTING = 8


@dataclass(frozen=True, slots=True)
class Expression:
    """A number or an expression. `decimal` tells that it was written with a decimal point."""

    tree: Tree
    decimal: bool = False

    @property
    def value(self) -> Fraction | None:
        """Its value where it is a rational number."""
        return rational(self.tree)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with a unit. `unit` maps base units to powers, `scale` is the unit's size in those base units."""

    amount: Expression
    unit: tuple[tuple[str, int], ...]
    scale: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Group:
    """Several answers: `opening` is one of `{`, `(`, `[` or "" for a bare list."""

    opening: str
    items: tuple[Answer, ...]

    @property
    def ordered(self) -> bool:
        """True where the order of the items counts."""
        return self.opening in ("(", "[")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is infinite."""

    low: Expression | None
    high: Expression | None
    low_closed: bool
    high_closed: bool


@dataclass(frozen=True, slots=True)
class Union:
    """Several intervals, single numbers as closed intervals."""

    parts: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Assignments:
    """Named values: "x = 2, y = 3" is one solution, "x = 2 or x = 3" two."""

    solutions: tuple[tuple[tuple[str, Answer], ...], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation or inequality that names no single unknown; `sign` is one of = != < <=."""

    left: Tree
    sign: str
    right: Tree


@dataclass(frozen=True, slots=True)
class Ratio:
    """`3:4`, in lowest terms; `clock` tells that it may be a time of day."""

    parts: tuple[Fraction, ...]
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Based:
    """Digits in a base, such as 1011_2."""

    digits: str
    base: int


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes or no."""

    value: bool


@dataclass(frozen=True, slots=True)
class Text:
    """Words, case and punctuation folded."""

    words: str


Answer: TypeAlias = (
    Expression | Quantity | Group | Interval | Union | Assignments | Relation | Ratio | Based | Truth | Text
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two answers are equal; None where that could not be decided. `by` names the path that decided."""

    equal: bool | None
    by: str


# ---------------------------------------------------------------------------------------------------------------- units

_Unit: TypeAlias = tuple[Mapping[str, int], Fraction]


def _unit(base: str, scale: str | int = 1, exponent: int = 1) -> _Unit:
    return {base: exponent}, Fraction(scale)


UNITS: dict[str, _Unit] = {}
"""Names of units (singular, as written) with their base units and exact size."""

for _spellings, _definition in {
    "m metre meter": _unit("m"), "km kilometre kilometer": _unit("m", 1000), "cm centimetre centimeter": _unit("m", "1/100"),
    "mm millimetre millimeter": _unit("m", "1/1000"), "dm decimetre decimeter": _unit("m", "1/10"),
    "mile mi": _unit("m", "1609.344"), "yard yd": _unit("m", "0.9144"), "foot feet ft": _unit("m", "0.3048"),
    "inch inches": _unit("m", "0.0254"),
    "s sec second": _unit("s"), "min minute": _unit("s", 60), "h hr hour": _unit("s", 3600),
    "day d": _unit("s", 86400), "week": _unit("s", 604800), "ms millisecond": _unit("s", "1/1000"),
    "month": _unit("month"), "year yr": _unit("month", 12),
    "kg kilogram": _unit("g", 1000), "g gram": _unit("g"), "mg milligram": _unit("g", "1/1000"),
    "t tonne": _unit("g", 1_000_000), "lb pound": _unit("g", "453.59237"), "oz ounce": _unit("g", "28.349523125"),
    "L l litre liter": _unit("m", "1/1000", 3), "mL ml millilitre milliliter": _unit("m", "1/1000000", 3),
    "cl cL": _unit("m", "1/100000", 3), "gallon gal": _unit("gal"), "quart": _unit("gal", "1/4"), "pint": _unit("gal", "1/8"),
    "cup": _unit("gal", "1/16"),
    "$ dollar buck usd USD": _unit("$"), "¢ cent": _unit("$", "1/100"), "€ euro EUR": _unit("€"), "£ GBP": _unit("£"),
    "¥ yen": _unit("¥"), "₹ rupee": _unit("₹"),
    "% percent": ({"%": 1}, Fraction(1)), "degree deg °": _unit("degree"), "rad radian": _unit("rad"),
    "degC °C celsius": _unit("°C"), "degF °F fahrenheit": _unit("°F"), "K kelvin": _unit("K"),
    "N newton": ({"g": 1, "m": 1, "s": -2}, Fraction(1000)), "J joule": ({"g": 1, "m": 2, "s": -2}, Fraction(1000)),
    "kJ": ({"g": 1, "m": 2, "s": -2}, Fraction(10**6)), "W watt": ({"g": 1, "m": 2, "s": -3}, Fraction(1000)),
    "kW": ({"g": 1, "m": 2, "s": -3}, Fraction(10**6)), "Hz hertz": _unit("s", 1, -1),
    "mph": ({"m": 1, "s": -1}, Fraction("1609.344") / 3600), "kph": ({"m": 1, "s": -1}, Fraction(1000, 3600)),
    "hectare ha": _unit("m", 10_000, 2), "acre": _unit("m", "4046.8564224", 2), "unit": ({}, Fraction(1)),
}.items():  # fmt: skip
    for _spelling in _spellings.split():
        UNITS[_spelling] = _definition

_MONEY = "$€£¥₹¢"
_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3}
_AFTER_WORDS = {"squared": 2, "cubed": 3}


def _read_unit(words: str) -> tuple[tuple[tuple[str, int], ...], Fraction] | None:
    """A unit such as `km/h`, `cm^2`, `square metres`, `miles per hour`, `m s^-1`, or a counted noun; else None."""
    words = words.strip().rstrip(".")
    if not words or len(words) > 60:
        return None
    dimensions: dict[str, int] = {}
    scale = Fraction(1)
    sign = 1
    pending = 1
    nouns: list[str] = []
    last: tuple[Mapping[str, int], Fraction] | None = None
    for part in re.findall(r"[A-Za-z°]+|[$€£¥₹¢%]|\^?\(?[-+]?\d+\)?|[/*]|\S", words):
        if part == "/" or part.lower() == "per":
            sign, last = -1, None
        elif part == "*":
            last = None
        elif part.lower() in _POWER_WORDS:
            pending = _POWER_WORDS[part.lower()]
        elif (power := _AFTER_WORDS.get(part.lower())) is not None or re.fullmatch(r"\^?\(?[-+]?\d\)?", part):
            if last is None:
                return None
            exponent = power if power is not None else int(part.strip("^()"))
            scale *= last[1] ** (sign * (exponent - 1))
            for base, dimension in last[0].items():
                dimensions[base] = dimensions.get(base, 0) + sign * dimension * (exponent - 1)
            last = None
        elif (found := _lookup(part)) is not None:
            for base, dimension in found[0].items():
                dimensions[base] = dimensions.get(base, 0) + sign * dimension * pending
            scale *= found[1] ** (sign * pending)
            last, pending = found, 1
        elif re.fullmatch(r"[A-Za-z]{3,}", part) and part not in FUNCTIONS and part not in CONSTANTS:
            nouns.append(("per " if sign < 0 else "") + _singular(part.lower()))
            last = None
        elif part.lower() in ("of", "in", "a", "an"):
            continue
        else:
            return None
    if nouns:
        dimensions[" ".join(nouns)] = 1
    return tuple(sorted((base, power) for base, power in dimensions.items() if power)), scale


def _lookup(word: str) -> _Unit | None:
    for spelling in (word, word.lower() if len(word) > 2 else word, _singular(word), _singular(word.lower())):
        if spelling in UNITS and (len(spelling) > 1 or spelling == word):
            return UNITS[spelling]
    return None


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


# -------------------------------------------------------------------------------------------------------------- reading

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_NUMBER = r"[-+]?\s*(?:\d+\s+\d+/\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+|\s*\*\s*10\s*\^\s*\(?-?\d+\)?)?(?:\s*/\s*\d+)?)"
_MONEY_FIRST = re.compile(rf"([-+]?)\s*([$€£¥₹])\s*({_NUMBER})(?:\s*(million|billion|thousand))?\s*(.*)")
_AMOUNT = re.compile(rf"({_NUMBER})(\s*)([A-Za-z%¢€£¥₹$°].*)")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_SYMPY_WRAPPER = re.compile(r"(Eq|Matrix|ImmutableMatrix|FiniteSet|Interval(?:\.\w+)?|Union|array|Fraction|Rational)\((.*)\)")
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_RELATION = re.compile(r"(<=|>=|!=|==|=<|=>|<|>|=)")
_FLIP = {">": "<", ">=": "<="}


def parse_answer(text: str) -> Answer:
    """An answer, typed. Never fails: what is nothing else is `Text`."""
    plain = plain_answer(text)
    return _parse(plain, 0)


def _parse(plain: str, depth: int) -> Answer:
    plain = plain.strip().lstrip("~").strip()
    if depth > _MAX_NESTING or len(plain) > 2_000:
        return _text(plain)
    folded = plain.casefold().rstrip(".! ")
    if folded in _TRUTHS:
        return Truth(_TRUTHS[folded])
    for read in (_read_wrapped, _read_intervals, _read_alternatives, _read_bracketed, _read_relation):
        answer = read(plain, depth)
        if answer is not None:
            return answer
    items = _split(plain, ",;")
    if len(items) == 1 and " and " in plain and not re.search(r"[A-Za-z]{3,}", plain.replace(" and ", " ")):
        items = plain.split(" and ")
    if 1 < len(items) <= MAX_ITEMS and all(item.strip() for item in items) and not _THOUSANDS.fullmatch(plain.strip()):
        last = re.sub(r"^\s*and\s+", "", items[-1])
        items = items[:-1] + (re.split(r"\s+and\s+", last) if not re.search(r"[A-Za-z]{4,}", last) else [last])
        read_items = tuple(_parse(item, depth + 1) for item in items)
        if all(isinstance(item, Assignments) and len(item.solutions) == 1 for item in read_items):
            return _merge(item for item in read_items if isinstance(item, Assignments))
        if not any(isinstance(item, Text) and " " in item.words for item in read_items):
            return Group("", read_items)
    return _read_number(plain) or _read_quantity(plain) or _read_expression(plain) or _text(plain)


def _text(plain: str) -> Text:
    words = re.sub(r"[^\w+\-*/^=<>.%$€£']+", " ", plain.casefold())
    return Text(re.sub(r"^(?:the|a|an)\s+|[.\s]+$", "", words.strip()).strip())


def _read_wrapped(plain: str, depth: int) -> Answer | None:
    """What sympy and numpy print around a value."""
    if plain in ("EmptySet", "{}", "set()", "empty set", "no solution", "no solutions", "none", "None", "[]"):
        return Group("{", ())
    if plain in ("R", "Reals", "all real numbers", "all reals", "(-oo, oo)"):
        return Interval(None, None, False, False)
    wrapped = _SYMPY_WRAPPER.fullmatch(plain)
    if wrapped is None:
        return None
    name, inner = wrapped[1], wrapped[2]
    if not _balanced(inner):
        return None
    parts = _split(inner, ",")
    if name in ("Matrix", "ImmutableMatrix", "array"):
        return _parse(parts[0], depth + 1)
    if name == "Eq":
        return _read_relation(f"{parts[0]} = {parts[1]}", depth) if len(parts) == 2 else None
    if name == "FiniteSet":
        return _parse("{" + inner + "}", depth + 1)
    if name in ("Fraction", "Rational"):
        return _read_expression(f"({parts[0]})/({parts[1]})") if len(parts) == 2 else None
    if name == "Union":
        return _union(_parse(part, depth + 1) for part in parts)
    opened = [part.strip() == "True" for part in parts[2:4]] + [False, False]
    low_open = name in ("Interval.open", "Interval.Lopen") or opened[0]
    high_open = name in ("Interval.open", "Interval.Ropen") or opened[1]
    return _interval(parts[0], parts[1], not low_open, not high_open) if len(parts) >= 2 else None


def _read_intervals(plain: str, depth: int) -> Answer | None:
    """`[0, 1)`, `(-oo, 2] U [3, oo)`, `x in (0, 1)`."""
    body = re.sub(r"^[A-Za-z]\s+in\s+", "", plain)
    named = body != plain
    parts = [part.strip() for part in re.split(r"\s+U\s+|\s+or\s+(?=[\[(])|\s+union\s+", body)]
    intervals: list[Answer] = []
    for part in parts:
        pair = _split(part[1:-1], ",;") if len(part) > 2 and part[0] in "([{" and part[-1] in ")]}" else []
        if part[:1] == "{" and len(parts) > 1:
            intervals += [_parse(item, depth + 1) for item in pair]
            continue
        if len(pair) != 2 or not _balanced(part[1:-1]):
            return None
        infinite = re.fullmatch(r"\s*[-+]?\s*(?:oo|inf|infinity)\s*", pair[0]) or re.fullmatch(
            r"\s*[-+]?\s*(?:oo|inf|infinity)\s*", pair[1]
        )
        mixed = (part[0] == "[") != (part[-1] == "]")
        if len(parts) == 1 and not (named or mixed or infinite):
            return None
        interval = _interval(pair[0], pair[1], part[0] == "[", part[-1] == "]")
        if interval is None:
            return None
        intervals.append(interval)
    return intervals[0] if len(intervals) == 1 else _union(intervals)


def _interval(low: str, high: str, low_closed: bool, high_closed: bool) -> Interval | None:
    ends = []
    for end, infinity in ((low, r"-\s*(?:oo|inf|infinity)"), (high, r"\+?\s*(?:oo|inf|infinity)")):
        if re.fullmatch(infinity, end.strip()):
            ends.append(None)
        else:
            expression = _read_number(end.strip()) or _read_expression(end.strip())
            if expression is None:
                return None
            ends.append(expression)
    return Interval(ends[0], ends[1], low_closed and ends[0] is not None, high_closed and ends[1] is not None)


def _union(parts: Iterable[Answer]) -> Answer | None:
    """One set of numbers, parts sorted and joined where they meet; None where the ends cannot be ordered."""
    intervals: list[Interval] = []
    for part in parts:
        if isinstance(part, Interval):
            intervals.append(part)
        elif isinstance(part, Union):
            intervals += part.parts
        elif isinstance(part, Expression):
            intervals.append(Interval(part, part, True, True))
        elif isinstance(part, Group) and all(isinstance(item, Expression) for item in part.items):
            intervals += [Interval(item, item, True, True) for item in part.items if isinstance(item, Expression)]
        else:
            return None
    ends = [end.value for part in intervals for end in (part.low, part.high) if end is not None]
    if any(end is None for end in ends):
        return Union(tuple(sorted(intervals, key=repr)))
    intervals.sort(key=lambda part: (part.low is not None, _value(part.low), not part.low_closed))
    joined: list[Interval] = []
    for part in intervals:
        if joined and _meets(joined[-1], part):
            last = joined.pop()
            ends_later = part.high is None or (
                last.high is not None and (_value(part.high), part.high_closed) > (_value(last.high), last.high_closed)
            )
            high, closed = (part.high, part.high_closed) if ends_later else (last.high, last.high_closed)
            if last.high is None:
                high, closed = None, False
            joined.append(Interval(last.low, high, last.low_closed, closed))
        else:
            joined.append(part)
    return joined[0] if len(joined) == 1 else Union(tuple(joined))


def _value(end: Expression | None) -> Fraction:
    value = end.value if end is not None else None
    return value if value is not None else Fraction(0)


def _meets(first: Interval, second: Interval) -> bool:
    if first.high is None or second.low is None:
        return True
    high, low = _value(first.high), _value(second.low)
    return high > low or (high == low and (first.high_closed or second.low_closed))


def _read_alternatives(plain: str, depth: int) -> Answer | None:
    """`x = 2 or x = 3`, `x < 1 or x > 3`, `+-2`, sympy's `(x < 1) | (x > 3)`."""
    if re.search(r"\)\s*[|&]\s*\(", plain) and _RELATION.search(plain):
        parts = [part.strip() for part in _split(plain, "|")]
        if len(parts) > 1:
            return _join_alternatives([_parse(part, depth + 1) for part in parts])
        parts = [_strip_brackets(part) for part in _split(plain, "&")]
        return _conjunction(parts, depth)
    parts = re.split(r"\s+or\s+", plain)
    if len(parts) > 1:
        return _join_alternatives([_parse(part, depth + 1) for part in parts if part.strip()])
    if "+-" in plain and not plain.startswith(("[", "{")) and plain.count("+-") == 1:
        name, equals, right = plain.rpartition("=")
        both = [f"{name}{equals}{right.replace('+-', sign, 1)}" for sign in ("+", "-")]
        return _join_alternatives([_parse(part, depth + 1) for part in both])
    parts = re.split(r"\s+and\s+", plain)
    if len(parts) == 2 and all(_RELATION.search(part) for part in parts):
        if any(re.search(r"[<>]", part) for part in parts):
            return _conjunction(parts, depth)
        read = [_parse(part, depth + 1) for part in parts]
        if all(isinstance(item, Assignments) for item in read):
            return _merge(item for item in read if isinstance(item, Assignments))
    return None


def _join_alternatives(parts: list[Answer]) -> Answer | None:
    if all(isinstance(part, Assignments) for part in parts):
        return Assignments(tuple(s for part in parts if isinstance(part, Assignments) for s in part.solutions))
    if any(isinstance(part, Interval | Union) for part in parts):
        return _union(parts)
    if all(isinstance(part, Expression) for part in parts):
        return Group("", tuple(parts))
    first = parts[0]
    if isinstance(first, Assignments) and len(first.solutions[0]) == 1:  # "x = 2 or 3"
        name = first.solutions[0][0][0]
        rest = tuple(((name, part),) for part in parts[1:] if isinstance(part, Expression))
        return Assignments(first.solutions + rest) if len(rest) == len(parts) - 1 else None
    return None


def _conjunction(parts: list[str], depth: int) -> Answer | None:
    """`0 <= x` and `x < 1`: the interval in both, where the ends can be ordered."""
    read = [_parse(part, depth + 1) for part in parts]
    if len(read) != 2 or not all(isinstance(part, Interval) for part in read):
        return None
    first, second = (part for part in read if isinstance(part, Interval))
    if first.low is None and second.low is not None:
        first, second = second, first
    if first.high is None and second.low is None:
        return Interval(first.low, second.high, first.low_closed, second.high_closed)
    return None


def _merge(parts: Iterable[Assignments]) -> Assignments:
    """Listed assignments: different names make one solution, a repeated name several."""
    solutions: list[dict[str, Answer]] = [{}]
    for part in parts:
        for name, value in part.solutions[0]:
            if name in solutions[-1]:
                solutions.append({})
            solutions[-1][name] = value
    return Assignments(tuple(tuple(sorted(s.items(), key=lambda pair: pair[0])) for s in solutions))


def _read_bracketed(plain: str, depth: int) -> Answer | None:
    if len(plain) < 2 or plain[0] not in _CLOSING or plain[-1] != _CLOSING[plain[0]] or not _balanced(plain[1:-1]):
        return None
    inner = plain[1:-1]
    items = _split(inner, ",;")
    if not inner.strip():
        return Group(plain[0], ())
    if plain[0] == "(" and len(items) == 2 and not items[1].strip():  # Python's (2,)
        items = items[:1]
        return Group("(", (_parse(items[0], depth + 1),))
    if len(items) > MAX_ITEMS or not all(item.strip() for item in items):
        return None
    if plain[0] == "(" and len(items) == 1:
        if re.fullmatch(r"[A-Za-z]", inner.strip()) or _RELATION.search(inner):
            return _parse(inner, depth + 1)
        return None
    pairs = [_split(item, ":") for item in items]
    if plain[0] == "{" and all(len(pair) == 2 for pair in pairs):
        return _read_dict([(key.strip(), value.strip()) for key, value in pairs], depth)
    read = tuple(_parse(item, depth + 1) for item in items)
    if read and all(isinstance(item, Assignments) and len(item.solutions) == 1 for item in read):
        flat = [item for item in read if isinstance(item, Assignments)]
        if plain[0] == "[":
            return Assignments(tuple(item.solutions[0] for item in flat))
        return _merge(flat)
    if read and len(read) == 1 and plain[0] == "[" and isinstance(read[0], Group) and read[0].ordered:
        return Group("[", read)
    return Group(plain[0], read)


def _read_dict(pairs: list[tuple[str, str]], depth: int) -> Answer | None:
    """sympy's `{x: 2, y: 3}` is a solution, factorint's `{2: 3, 5: 1}` a product of powers."""
    if all(re.fullmatch(r"[A-Za-z]\w*", key) for key, _ in pairs):
        return Assignments((tuple(sorted((key, _parse(value, depth + 1)) for key, value in pairs)),))
    if all(key.lstrip("-").isdigit() and value.isdigit() for key, value in pairs):
        return _read_expression("*".join(f"({key})^{value}" for key, value in pairs))
    return None


def _read_relation(plain: str, depth: int) -> Answer | None:
    parts = _RELATION.split(plain)
    if len(parts) not in (3, 5) or not all(part.strip() for part in parts):
        return None
    parts = [{"==": "=", "=<": "<=", "=>": ">="}.get(part, part) if n % 2 else part.strip() for n, part in enumerate(parts)]
    if len(parts) == 5:
        low, first, middle, second, high = parts
        if first in ("<", "<=") and second in ("<", "<="):
            pass
        elif first in (">", ">=") and second in (">", ">="):
            low, first, second, high = high, _FLIP[second], _FLIP[first], low
        else:
            return None
        if re.fullmatch(r"[A-Za-z]\w{0,3}", middle):
            return _interval(low, high, first == "<=", second == "<=")
        return None
    left, sign, right = parts
    if sign in _FLIP:
        left, sign, right = right, _FLIP[sign], left
    if sign == "=":
        named = re.fullmatch(r"\(\s*([A-Za-z]\w?(?:\s*,\s*[A-Za-z]\w?)+)\s*\)", left)
        if named is not None and isinstance(values := _parse(right, depth + 1), Group):
            unknowns = re.findall(r"\w+", named[1])
            if len(unknowns) == len(values.items) == len(set(unknowns)):
                return Assignments((tuple(sorted(zip(unknowns, values.items, strict=True), key=lambda p: p[0])),))
        if not re.fullmatch(r"[A-Za-z]\w*(?:\([A-Za-z](?:,\s*[A-Za-z])*\))?'*", left):
            swapped = re.fullmatch(r"[A-Za-z]\w?", right) and not re.search(r"[A-Za-z]", left)
            if not swapped:
                return _relation(left, sign, right)
            left, right = right, left
        value = _parse(right, depth + 1)
        if isinstance(value, Group) and value.opening == "" and len(left) == 1:
            return Assignments(tuple(((left, item),) for item in value.items))
        return Assignments((((left, value),),))
    if sign in ("<", "<="):
        closed = sign == "<="
        if re.fullmatch(r"[A-Za-z]\w?", left) and not re.search(r"\b" + left + r"\b", right):
            return _interval("-oo", right, False, closed)
        if re.fullmatch(r"[A-Za-z]\w?", right) and not re.search(r"\b" + right + r"\b", left):
            return _interval(left, "oo", closed, False)
    return _relation(left, sign, right)


def _relation(left: str, sign: str, right: str) -> Relation | None:
    try:
        return Relation(parse_expression(left), sign, parse_expression(right))
    except ExpressionError:
        return None


def _read_number(plain: str) -> Expression | None:
    """The common case, quickly: an integer, decimal or fraction, thousands separated by commas or not."""
    compact = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), plain)
    if re.fullmatch(r"[-+]?\d{1,300}(?:\.\d{0,300})?|[-+]?\.\d{1,300}", compact):
        return Expression(number(Fraction(compact.rstrip("."))), "." in compact)
    return None


def _read_quantity(plain: str) -> Answer | None:
    plain = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), plain)
    money = _MONEY_FIRST.fullmatch(plain)
    if money is not None:
        sign, currency, amount, scale, rest = money.groups()
        unit = _read_unit(rest) if rest else ((), Fraction(1))
        value = _read_expression(f"{sign}({amount})")
        if value is None or unit is None:
            return None
        if rest.casefold().strip() in ("dollars", "dollar", "usd"):
            unit = (), Fraction(1)
        if scale:
            value = Expression(multiply(value.tree, number(_SCALES[scale])), value.decimal)
        return _quantity(value, tuple(sorted([*unit[0], (currency, 1)])), unit[1])
    ratio = re.fullmatch(r"\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?)+", plain)
    if ratio is not None:
        parts = [Fraction(part) for part in plain.replace(" ", "").split(":")]
        divisor = parts[0] or Fraction(1)
        clock = plain if re.fullmatch(r"\d{1,2}:[0-5]\d", plain) else ""
        return Ratio(tuple(part / divisor for part in parts), clock)
    based = re.fullmatch(r"([0-9A-Fa-f]+)_\(?(\d{1,2})\)?(?:\s*base)?", plain) or re.fullmatch(
        r"([0-9A-Fa-f]+)\s+\(?(?:in\s+)?base\s+(\d{1,2})\)?", plain
    )
    if based is not None and 2 <= int(based[2]) <= 36:
        return Based(based[1].upper().lstrip("0") or "0", int(based[2]))
    return _amount(plain, glued=False)


def _amount(plain: str, *, glued: bool) -> Quantity | None:
    """A number and a unit. `glued`: a one-letter unit may touch its number (5m), which else is a product."""
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        pieces = re.fullmatch(r"(.*[\d)a-z])\s+((?:[A-Za-z]{2,}|°)[A-Za-z/^0-9 ]*)", plain)  # sqrt(2) cm, 5*pi m^2
        if pieces is None or (unit := _read_unit(pieces[2])) is None or not set(_known(pieces[2])):
            return None
        value = _read_expression(pieces[1])
        return _quantity(value, *unit) if value is not None and _is_amount(value) else None
    amount, gap, words = match.groups()
    scale = re.match(r"(thousand|million|billion)\b\s*", words)
    if scale:
        words = words[scale.end() :]
    bare = re.split(r"[\s/^*]", words)[0]
    known = _lookup(bare) is not None
    if not gap and not glued and not scale and (not known or len(bare) < 2) and bare[:1] not in _MONEY + "%°":
        return None
    if gap and len(bare) == 1 and not known and bare not in _MONEY + "%":
        return None
    if not known and (bare in FUNCTIONS or bare in CONSTANTS):
        return None
    unit = _read_unit(words) if words else ((), Fraction(1))
    value = _read_expression(amount)
    if unit is None or value is None:
        return None
    if scale:
        value = Expression(multiply(value.tree, number(_SCALES[scale[1]])), value.decimal)
    return _quantity(value, *unit)


def _known(words: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z°]+", words) if _lookup(word) is not None]


def _is_amount(value: Expression) -> bool:
    return not names(value.tree)


def _quantity(value: Expression, unit: tuple[tuple[str, int], ...], scale: Fraction) -> Quantity:
    if unit and not value.decimal and value.value is None:
        return Quantity(value, unit, scale)
    return Quantity(value, unit, scale)


def _read_expression(plain: str) -> Expression | None:
    compact = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), plain).replace("[", "(").replace("]", ")")
    if re.fullmatch(r"[A-Za-z]{2,}(?:\s+[A-Za-z]+)*", compact) and not _is_name(compact):
        return None
    if re.search(r"[A-Za-z]{3,}\s+[A-Za-z]{2,}", compact):  # words, not a product of letters
        return None
    try:
        return Expression(parse_expression(compact), bool(re.search(r"\.|\de-\d", compact)))
    except (ExpressionError, RecursionError):
        return None


def _is_name(word: str) -> bool:
    return word in CONSTANTS or word in ("alpha", "beta", "gamma", "theta", "phi", "lambda", "mu", "sigma", "omega", "tau")


def _balanced(words: str) -> bool:
    depth = 0
    for character in words:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            return False
    return depth == 0


def _strip_brackets(part: str) -> str:
    part = part.strip()
    return part[1:-1] if part.startswith("(") and part.endswith(")") and _balanced(part[1:-1]) else part


def _split(words: str, separators: str) -> list[str]:
    """Split at separators outside brackets; commas of thousands (1,000) do not separate outside brackets."""
    protected = {m.start() + m[0].index(",") + 4 * n for m in _THOUSANDS.finditer(words) for n in range(m[0].count(","))}
    if re.search(r",\s|[{\[(]", words) is not None and re.search(r"\d,\d{3}(?!\d)", words) is None:
        protected = set()
    parts: list[str] = []
    depth = start = 0
    for position, character in enumerate(words):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0 and character in separators and position not in protected:
            parts.append(words[start:position])
            start = position + 1
    parts.append(words[start:])
    return parts


# ------------------------------------------------------------------------------------------------------------ comparing


def compare(gold: str | Answer, given: str | Answer, *, tolerance: float = 0.0, strict: bool = False) -> Comparison:
    """Whether `given` is the answer `gold`; `equal` is None where only algebra can tell.

    `tolerance` is the largest absolute difference allowed between two rational numbers when at least one was written as
    a decimal. `strict` forgives no missing unit, sign or name (for rewards).
    """
    return Comparer(Fraction(tolerance), strict).compare(gold, given)


def parse_pair(gold: str | Answer, given: str | Answer) -> tuple[Answer, Answer]:
    """Both answers typed, each read in the light of the other where its text has two readings."""
    texts = tuple(plain_answer(side) if isinstance(side, str) else None for side in (gold, given))
    first = _parse(texts[0], 0) if texts[0] is not None else gold
    second = _parse(texts[1], 0) if texts[1] is not None else given
    assert not isinstance(first, str) and not isinstance(second, str)
    # one letter after a number (5m) reads as a product unless the other side is an amount
    if isinstance(first, Quantity) and texts[1] is not None and isinstance(second, Expression):
        second = _amount(texts[1], glued=True) or second
    elif isinstance(second, Quantity) and texts[0] is not None and isinstance(first, Expression):
        first = _amount(texts[0], glued=True) or first
    elif isinstance(first, Text) != isinstance(second, Text):
        first = _product_of_letters(first, texts[0])
        second = _product_of_letters(second, texts[1])
    return first, second


def _product_of_letters(answer: Answer, text: str | None) -> Answer:
    """A short word (`xy`) beside an expression is a product of letters."""
    if isinstance(answer, Text) and text is not None and re.fullmatch(r"[a-z]{2,4}", text):
        return Expression(parse_expression(text))
    return answer


@dataclass(frozen=True)
class Comparer:
    """Compares typed answers, gold first. What needs algebra is left to `undecided`, which a subclass may decide."""

    tolerance: Fraction = Fraction(0)
    strict: bool = False

    def compare(self, gold: str | Answer, given: str | Answer) -> Comparison:
        """See `compare`."""
        if isinstance(gold, str) and isinstance(given, str) and gold.strip() and gold.strip() == given.strip():
            return Comparison(True, "same text")
        return self.equal(*parse_pair(gold, given))

    def undecided(self, a: Answer, b: Answer, by: str) -> Comparison:
        """Two answers that only algebra can tell apart."""
        return Comparison(None, by)

    def equal(self, a: Answer, b: Answer) -> Comparison:
        if a == b and not isinstance(a, Text):
            return Comparison(True, f"same {_kind(a)}")
        if not self.strict:
            a, b = _without_name(a, b)
        kinds = (type(a), type(b))
        if kinds == (Expression, Expression):
            return self.expressions(a, b)  # type: ignore[arg-type]
        if Quantity in kinds:
            return self._quantities(a, b)
        if kinds == (Truth, Truth):
            return Comparison(False, "truth value")
        if kinds == (Text, Text):
            assert isinstance(a, Text) and isinstance(b, Text)
            return Comparison(bool(a.words) and _same_words(a.words, b.words), "text")
        if Interval in kinds or Union in kinds:
            return self._intervals(a, b)
        if Group in kinds:
            return self._groups(a, b)
        if kinds == (Assignments, Assignments):
            return self._assignments(a, b)  # type: ignore[arg-type]
        if kinds == (Relation, Relation) or (Relation in kinds and Assignments in kinds):
            return self.undecided(a, b, "equation")
        if Ratio in kinds:
            return self._ratios(a, b)
        if Based in kinds:
            return self._based(a, b)
        return Comparison(False, f"{_kind(a)} against {_kind(b)}")

    def expressions(self, a: Expression, b: Expression) -> Comparison:
        x, y = a.value, b.value
        if x is not None and y is not None:
            close = x == y or ((a.decimal or b.decimal) and abs(x - y) <= self.tolerance)
            return Comparison(close, "exact value" if x == y or not self.tolerance else "value within the tolerance")
        if a.tree == b.tree:
            return Comparison(True, "normal form")
        if a.tree[0] == b.tree[0] == "name" and {a.tree[1], b.tree[1]}.isdisjoint(CONSTANTS.values()):
            return Comparison(False, "name")
        return self.undecided(a, b, "expression")

    def _quantities(self, a: Answer, b: Answer) -> Comparison:
        if isinstance(a, Quantity) and isinstance(b, Quantity):
            if a.unit == b.unit:
                amounts = [_scaled(q.amount, q.scale) for q in (a, b)]
                outcome = self.expressions(amounts[0], amounts[1])
                return Comparison(outcome.equal, f"{outcome.by}, same kind of unit")
            if not self.strict and (not a.unit or not b.unit):
                return self.equal(a.amount, b.amount)
            return Comparison(False, "different units")
        quantity, other = (a, b) if isinstance(a, Quantity) else (b, a)
        assert isinstance(quantity, Quantity)
        if not isinstance(other, Expression):
            return Comparison(False, f"amount against {_kind(other)}")
        unit = dict(quantity.unit)
        order: Callable[[Expression], Comparison] = lambda value: (  # noqa: E731
            self.expressions(value, other) if quantity is a else self.expressions(other, value)
        )
        if unit == {"%": 1}:
            share = order(_scaled(quantity.amount, Fraction(1, 100)))
            if share.equal or self.strict:
                return Comparison(share.equal, "per cent as a share")
        elif unit == {"degree": 1} and "pi" in repr(other.tree):
            return order(Expression(multiply(quantity.amount.tree, ("name", "pi"), number(Fraction(1, 180)))))
        elif self.strict and unit:
            return Comparison(False, "a unit is missing")
        outcome = order(quantity.amount)
        return Comparison(outcome.equal, f"{outcome.by}, unit missing on one side")

    def _groups(self, a: Answer, b: Answer) -> Comparison:
        if not isinstance(a, Group) or not isinstance(b, Group):
            group, other = (a, b) if isinstance(a, Group) else (b, a)
            assert isinstance(group, Group)
            if isinstance(other, Assignments) and not self.strict:
                return self._group_of_values(group, other)
            if len(group.items) == 1 and not self.strict and not isinstance(other, Text):
                return self.equal(group.items[0], other) if a is group else self.equal(other, group.items[0])
            return Comparison(False, f"{_kind(a)} against {_kind(b)}")
        if len(a.items) != len(b.items):
            flat = [_flat(group) for group in (a, b)]  # a column [[1], [2]] against (1, 2)
            if not self.strict and len(flat[0].items) == len(flat[1].items) and not (_is_matrix(a) and _is_matrix(b)):
                return self._groups(flat[0], flat[1])
            return Comparison(False, "number of items")
        if a.ordered and b.ordered and a.opening != b.opening and not _is_matrix(a) and not _is_matrix(b):
            return Comparison(False, "kind of brackets")
        if {a.opening, b.opening} == {"{", "("}:
            return Comparison(False, "set against tuple")
        if a.ordered and ("" in (a.opening, b.opening) or b.ordered) or (b.ordered and a.opening == ""):
            outcomes = [self.equal(x, y) for x, y in zip(a.items, b.items, strict=True)]
            return _all(outcomes, "item by item")
        return self._unordered(a.items, b.items)

    def _unordered(self, first: tuple[Answer, ...], second: tuple[Answer, ...]) -> Comparison:
        """Some one-to-one pairing in which all are equal; greedy, since equality is transitive here."""
        left = list(second)
        undecided = False
        for item in first:
            outcomes = [self.equal(item, other).equal for other in left]
            if True in outcomes:
                left.pop(outcomes.index(True))
            elif None in outcomes:
                undecided = True
            else:
                return Comparison(False, "items in any order")
        return Comparison(None if undecided else True, "items in any order")

    def _group_of_values(self, group: Group, assignments: Assignments) -> Comparison:
        """`x = 2 or x = 3` against {2, 3}; `x = 1, y = 2` against (1, 2)."""
        solutions = assignments.solutions
        if all(len(solution) == 1 for solution in solutions) and len({s[0][0] for s in solutions}) == 1:
            return self._unordered(group.items, tuple(solution[0][1] for solution in solutions))
        if len(solutions) == 1 and len(group.items) == 1 and isinstance(group.items[0], Group | Assignments):
            return self.equal(group.items[0], assignments)
        if len(solutions) == 1 and group.opening != "{":
            values = Group("(", tuple(value for _, value in solutions[0]))
            return self._groups(Group("(", group.items), values)
        if len(solutions) == len(group.items):
            values_of = tuple(Group("(", tuple(value for _, value in solution)) for solution in solutions)
            return self._unordered(group.items, values_of)
        return Comparison(False, "number of solutions")

    def _assignments(self, a: Assignments, b: Assignments) -> Comparison:
        if len(a.solutions) != len(b.solutions):
            return Comparison(False, "number of solutions")
        left = list(b.solutions)
        undecided = False
        for solution in a.solutions:
            outcomes = [self._solution(solution, other) for other in left]
            if True in outcomes:
                left.pop(outcomes.index(True))
            elif None in outcomes:
                undecided = True
            else:
                return Comparison(False, "named values")
        return Comparison(None if undecided else True, "named values")

    def _solution(self, a: tuple[tuple[str, Answer], ...], b: tuple[tuple[str, Answer], ...]) -> bool | None:
        first, second = dict(a), dict(b)
        if first.keys() != second.keys():
            # y = 2x - 13 against x = …: two ways to write one equation
            if len(first) == len(second) == 1 and any(map(_has_names, (*first.values(), *second.values()))):
                return self.undecided(Assignments((a,)), Assignments((b,)), "equation").equal
            return False
        return _all([self.equal(first[name], second[name]) for name in first], "").equal

    def _intervals(self, a: Answer, b: Answer) -> Comparison:
        parts = []
        for side in (a, b):
            if isinstance(side, Interval):
                parts.append((side,))
            elif isinstance(side, Union):
                parts.append(side.parts)
            elif isinstance(side, Group) and len(side.items) == 2 and side.ordered:
                low, high = side.items
                if not isinstance(low, Expression) or not isinstance(high, Expression):
                    return Comparison(False, "interval")
                parts.append((Interval(low, high, side.opening == "[", side.opening == "["),))
            else:
                if isinstance(side, Relation):
                    return self.undecided(a, b, "inequality")
                return Comparison(False, f"interval against {_kind(side)}")
        if len(parts[0]) != len(parts[1]):
            if _open_ended(a) or _open_ended(b):
                return self.undecided(a, b, "intervals")
            return Comparison(False, "number of intervals")
        outcomes = []
        for x, y in zip(*parts, strict=True):
            if (x.low is None, x.high is None) != (y.low is None, y.high is None):
                return Comparison(False, "interval")
            if (x.low_closed, x.high_closed) != (y.low_closed, y.high_closed):
                return Comparison(False, "open and closed ends")
            for low, high in ((x.low, y.low), (x.high, y.high)):
                if low is not None and high is not None:
                    outcomes.append(self.expressions(low, high))
        return _all(outcomes, "ends of intervals")

    def _ratios(self, a: Answer, b: Answer) -> Comparison:
        if isinstance(a, Ratio) and isinstance(b, Ratio):
            if a.clock and b.clock:
                return Comparison(a.clock == b.clock, "time or ratio as written")
            return Comparison(a.parts == b.parts, "ratio")
        ratio, other = (a, b) if isinstance(a, Ratio) else (b, a)
        assert isinstance(ratio, Ratio)
        if isinstance(other, Expression) and other.value is not None and len(ratio.parts) == 2 and ratio.parts[1]:
            return Comparison(other.value == ratio.parts[0] / ratio.parts[1], "ratio as a quotient")
        return Comparison(False, f"ratio against {_kind(other)}")

    def _based(self, a: Answer, b: Answer) -> Comparison:
        if isinstance(a, Based) and isinstance(b, Based):
            return Comparison(a == b, "digits in a base")
        based, other = (a, b) if isinstance(a, Based) else (b, a)
        assert isinstance(based, Based)
        if isinstance(other, Expression) and not self.strict:
            value = other.value
            return Comparison(value is not None and str(value) == based.digits, "digits, base missing on one side")
        words = other.words.upper() if isinstance(other, Text) else ""
        return Comparison(words == based.digits and not self.strict, "digits in a base")


def _without_name(a: Answer, b: Answer) -> tuple[Answer, Answer]:
    """`x = 2` beside a bare value is its value."""

    def bare(answer: Answer, other: Answer) -> Answer:
        if isinstance(answer, Assignments) and len(answer.solutions) == 1 and len(answer.solutions[0]) == 1:
            value = answer.solutions[0][0][1]
            if not isinstance(other, Assignments | Relation):
                return value
        return answer

    return bare(a, b), bare(b, a)


def _scaled(amount: Expression, scale: Fraction) -> Expression:
    return Expression(multiply(amount.tree, number(scale)), amount.decimal) if scale != 1 else amount


def _same_words(a: str, b: str) -> bool:
    def compact(words: str) -> str:
        return re.sub(r"[\s'\"]|\b(?:the|an?)\b", "", words)

    return compact(a) == compact(b)


def _all(outcomes: list[Comparison], by: str) -> Comparison:
    if any(outcome.equal is False for outcome in outcomes):
        return Comparison(False, by)
    return Comparison(None if any(outcome.equal is None for outcome in outcomes) else True, by)


def _flat(group: Group) -> Group:
    """A matrix of one row or one column as a tuple."""
    rows = group.items
    if len(rows) == 1 and isinstance(rows[0], Group):
        return Group("(", rows[0].items)
    if rows and all(isinstance(row, Group) and len(row.items) == 1 for row in rows):
        return Group("(", tuple(row.items[0] for row in rows if isinstance(row, Group)))
    return group


def _is_matrix(group: Group) -> bool:
    return bool(group.items) and all(isinstance(item, Group) and item.ordered for item in group.items)


def _open_ended(answer: Answer) -> bool:
    """Ends of an interval that are not all rational, so that parts may be joined or not."""
    parts = answer.parts if isinstance(answer, Union) else (answer,) if isinstance(answer, Interval) else ()
    return any(end is not None and end.value is None for part in parts for end in (part.low, part.high))


def _has_names(answer: Answer) -> bool:
    return isinstance(answer, Expression) and bool(names(answer.tree))


def _kind(answer: Answer) -> str:
    if isinstance(answer, Expression):
        return "number" if answer.value is not None else "expression"
    if isinstance(answer, Group):
        return {"{": "set", "(": "tuple", "[": "list", "": "list"}[answer.opening]
    return {"Quantity": "amount", "Truth": "truth value", "Based": "number in a base", "Union": "union of intervals",
            "Assignments": "named values"}.get(type(answer).__name__, type(answer).__name__.lower())  # fmt: skip


def difference(a: Tree, b: Tree) -> Tree:
    """`a - b`, in normal form."""
    return add(a, multiply(number(-1), b))
