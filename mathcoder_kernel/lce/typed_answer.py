"""Reading an answer, as a person, a model or SymPy wrote it, into one of a few types; the last is `Text`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.expression import (
    CONSTANTS,
    FUNCTIONS,
    ExpressionError,
    Tree,
    multiply,
    names,
    number,
    parse_expression,
    rational,
)
from mathcoder_kernel.lce.units import CURRENCIES, UNITS, lookup_unit, read_unit

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
    """An amount with a unit. `unit` maps base units to powers, `scale` is the unit's size in those base units.

    A sum such as 3 h 20 min is counted in its smallest unit; `parts` are its numbers as written (3 and 20).
    """

    amount: Expression
    unit: tuple[tuple[str, int], ...]
    scale: Fraction = Fraction(1)
    parts: tuple[Expression, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Several answers: `opening` is one of `{`, `(`, `[`, `<` or "" for a bare list."""

    opening: str
    items: tuple[Answer, ...]

    @property
    def ordered(self) -> bool:
        """True where the order of the items counts."""
        return self.opening in ("(", "[", "<")


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
class Time:
    """A time of day in minutes since midnight.

    `half_known` is False where "am" or "pm" may be missing: hours 1 to 12 without a leading zero. `08:25`, `15:20` and
    `0:15` are read on the 24-hour clock.
    """

    minutes: int
    half_known: bool = True


@dataclass(frozen=True, slots=True)
class Ratio:
    """`3:4`, in lowest terms; `clock` is the time of day that it may be instead, where it has the shape of one.

    The shape: an hour below 24, a colon, two digits below 60. The other answer decides which is meant: two of that
    shape, or one beside a time with am or pm, are times (3:30 is not 1:10); one beside any other ratio or a number is
    a ratio (10:15 is 2:3, 2:24 is 1/12).
    """

    parts: tuple[Fraction, ...]
    clock: Time | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """A quotient with its remainder, `7 remainder 1`."""

    quotient: Expression
    remainder: Expression


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
    Expression
    | Quantity
    | Group
    | Interval
    | Union
    | Assignments
    | Relation
    | Ratio
    | Time
    | Division
    | Based
    | Truth
    | Text
)


_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_NUMBER = r"[-+]?\s*(?:\d+\s+\d+/\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+|\s*\*\s*10\s*\^\s*\(?-?\d+\)?)?(?:\s*/\s*\d+)?)"
_MONEY_FIRST = re.compile(rf"([-+]?)\s*([$€£¥₹])\s*({_NUMBER})(?:\s*(million|billion|thousand))?\s*(.*)")
_AMOUNT = re.compile(rf"({_NUMBER})(\s*)([A-Za-z%¢€£¥₹$°].*)")
_PART_OF_SUM = re.compile(r"\s*(,|\+|)\s*(?:and\s+)?(\d{1,30}(?:\.\d{1,30})?)(\s*)([A-Za-z]+|[$€£¢])\.?")
_TIME = re.compile(r"(\d{1,2})(?:([:.])([0-5]\d))?\s*([ap])(\.?)\s?m\.?", re.IGNORECASE)
_NAMED_TIMES = {"noon": 720, "midday": 720, "12 noon": 720, "midnight": 0, "12 midnight": 0}
_REMAINDER = re.compile(
    r"(?:(?:the\s+)?quotient\s*(?:is\s+|of\s+|:\s*)?)?(?!(?:an?|the|with|and)\b)([^=<>,;]+?)\s*"
    r"(?:[,;]\s*|\b)(?:and\s+|with\s+)?(?:an?\s+|the\s+)?"
    r"(?:remainder|rem\b\.?)\s*(?:is\s+|of\s+|:\s*)?([^=<>,;]+)",
    re.IGNORECASE,
)
_SHORT_REMAINDER = re.compile(r"(\d+)\s*[rR]\.?\s*(\d+)")
_BRITISH = re.compile(
    r"\b(?:((?:kilo|centi|milli|deci)?(?:cent|met|lit))re(?=s?\b)|(col)ou(?=rs?\b)|(gr)e(?=y\b)|(factori)s(?=e[sd]?\b))",
    re.IGNORECASE,
)
_AMERICAN = ("er", "o", "a", "z")  # what stands in place, group by group
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_SYMPY_WRAPPER = re.compile(
    r"(Eq|Matrix|ImmutableMatrix|FiniteSet|Interval(?:\.\w+)?|Union|array|Fraction|Rational)\((.*)\)"
)
_CLOSING = {"{": "}", "(": ")", "[": "]", "<": ">"}
_RELATION = re.compile(r"(<=|>=|!=|==|=<|=>|<|>|=)")
_FLIP = {">": "<", ">=": "<="}


def parse_answer(text: str) -> Answer:
    """An answer, typed. Never fails: what is nothing else is `Text`."""
    plain = plain_answer(text)
    return read_plain(plain, 0)


def read_plain(plain: str, depth: int = 0) -> Answer:
    """`parse_answer` of what is plain text already; `depth` counts the brackets around it."""
    plain = plain.strip().lstrip("~").strip()
    if depth > _MAX_NESTING or len(plain) > 2_000:
        return _text(plain)
    folded = plain.casefold().rstrip(".! ")
    if folded in _TRUTHS:
        return Truth(_TRUTHS[folded])
    if depth == 0:
        plain = _BRITISH.sub(_to_american, plain)
    for read in (_read_wrapped, _read_division, _read_intervals, _read_alternatives, _read_bracketed, _read_relation):
        answer = read(plain, depth)
        if answer is not None:
            return answer
    items = _split(plain, ",;")
    if len(items) == 1 and " and " in plain and not re.search(r"[A-Za-z]{3,}", plain.replace(" and ", " ")):
        items = plain.split(" and ")
    if 1 < len(items) <= MAX_ITEMS and all(item.strip() for item in items) and not _THOUSANDS.fullmatch(plain.strip()):
        last = re.sub(r"^\s*and\s+", "", items[-1])
        items = items[:-1] + (re.split(r"\s+and\s+", last) if not re.search(r"[A-Za-z]{4,}", last) else [last])
        read_items = tuple(read_plain(item, depth + 1) for item in items)
        if all(isinstance(item, Assignments) and len(item.solutions) == 1 for item in read_items):
            return _merge(item for item in read_items if isinstance(item, Assignments))
        if not any(isinstance(item, Text) and " " in item.words for item in read_items):
            return Group("", read_items)
    return _read_number(plain) or _read_quantity(plain) or _read_expression(plain) or _text(plain)


def _text(plain: str) -> Text:
    words = re.sub(r"[^\w+\-*/^=<>.%$€£']+", " ", plain.casefold())
    return Text(re.sub(r"^(?:the|a|an)\s+|[.\s]+$", "", words.strip()).strip())


def _to_american(spelling: re.Match[str]) -> str:
    """`centre` as `center`, so that both are read as one word."""
    group = spelling.lastindex or 1
    return spelling[group] + _AMERICAN[group - 1]


def _read_division(plain: str, depth: int) -> Answer | None:
    """`7 remainder 1`, `quotient 7, remainder 1`."""
    written = _REMAINDER.fullmatch(plain) if "rem" in plain.casefold() else None
    return _division(written[1], written[2]) if written is not None else None


def read_short_division(plain: str) -> Division | None:
    """`7 r 1`, which else is a product."""
    written = _SHORT_REMAINDER.fullmatch(plain)
    return _division(written[1], written[2]) if written is not None else None


def _division(quotient: str, remainder: str) -> Division | None:
    read = [_read_number(part.strip()) or _read_expression(part.strip()) for part in (quotient, remainder)]
    return Division(read[0], read[1]) if read[0] is not None and read[1] is not None else None


def read_time(plain: str, *, short: bool) -> Time | None:
    """`8:25 am`, `8 p.m.`, `noon`. `short`: also `8 pm` and `8.25am`, which else are products."""
    if (named := _NAMED_TIMES.get(plain.casefold())) is not None:
        return Time(named)
    written = _TIME.fullmatch(plain)
    if written is None or not (short or written[2] == ":" or written[5]):
        return None
    hour, minutes = int(written[1]), int(written[3] or 0)
    if written[4] in "aA":
        return Time(hour % 12 * 60 + minutes) if hour <= 12 else None
    return Time((hour % 12 + 12) * 60 + minutes) if hour < 24 else None


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
        return read_plain(parts[0], depth + 1)
    if name == "Eq":
        return _read_relation(f"{parts[0]} = {parts[1]}", depth) if len(parts) == 2 else None
    if name == "FiniteSet":
        return read_plain("{" + inner + "}", depth + 1)
    if name in ("Fraction", "Rational"):
        return _read_expression(f"({parts[0]})/({parts[1]})") if len(parts) == 2 else None
    if name == "Union":
        return _union(read_plain(part, depth + 1) for part in parts)
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
            intervals += [read_plain(item, depth + 1) for item in pair]
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
    ends: list[Expression | None] = []
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
            return _join_alternatives([read_plain(part, depth + 1) for part in parts])
        parts = [_strip_brackets(part) for part in _split(plain, "&")]
        return _conjunction(parts, depth)
    parts = re.split(r"\s+or\s+", plain)
    if len(parts) > 1:
        return _join_alternatives([read_plain(part, depth + 1) for part in parts if part.strip()])
    if "+-" in plain and not plain.startswith(("[", "{")) and plain.count("+-") == 1:
        name, equals, right = plain.rpartition("=")
        both = [f"{name}{equals}{right.replace('+-', sign, 1)}" for sign in ("+", "-")]
        return _join_alternatives([read_plain(part, depth + 1) for part in both])
    parts = re.split(r"\s+and\s+", plain)
    if len(parts) == 2 and all(_RELATION.search(part) for part in parts):
        if any(re.search(r"[<>]", part) for part in parts):
            return _conjunction(parts, depth)
        read = [read_plain(part, depth + 1) for part in parts]
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
    read = [read_plain(part, depth + 1) for part in parts]
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
    if plain[0] == "<" and (len(items) == 1 or re.search(r"[<>=]", inner)):
        return None
    if not inner.strip():
        return Group(plain[0], ())
    if plain[0] == "(" and len(items) == 2 and not items[1].strip():  # Python's (2,)
        items = items[:1]
        return Group("(", (read_plain(items[0], depth + 1),))
    if len(items) > MAX_ITEMS or not all(item.strip() for item in items):
        return None
    if plain[0] == "(" and len(items) == 1:
        if re.fullmatch(r"[A-Za-z]", inner.strip()) or _RELATION.search(inner):
            return read_plain(inner, depth + 1)
        return None
    pairs = [_split(item, ":") for item in items]
    if plain[0] == "{" and all(len(pair) == 2 for pair in pairs):
        return _read_dict([(key.strip(), value.strip()) for key, value in pairs], depth)
    read = tuple(read_plain(item, depth + 1) for item in items)
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
        return Assignments((tuple(sorted((key, read_plain(value, depth + 1)) for key, value in pairs)),))
    if all(key.lstrip("-").isdigit() and value.isdigit() for key, value in pairs):
        return _read_expression("*".join(f"({key})^{value}" for key, value in pairs))
    return None


def _read_relation(plain: str, depth: int) -> Answer | None:
    parts = _RELATION.split(plain)
    if len(parts) not in (3, 5) or not all(part.strip() for part in parts):
        return None
    parts = [
        {"==": "=", "=<": "<=", "=>": ">="}.get(part, part) if n % 2 else part.strip() for n, part in enumerate(parts)
    ]
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
        if named is not None and isinstance(values := read_plain(right, depth + 1), Group):
            unknowns = re.findall(r"\w+", named[1])
            if len(unknowns) == len(values.items) == len(set(unknowns)):
                return Assignments((tuple(sorted(zip(unknowns, values.items, strict=True), key=lambda p: p[0])),))
        if not re.fullmatch(r"[A-Za-z]\w*(?:\([A-Za-z](?:,\s*[A-Za-z])*\))?'*", left):
            swapped = re.fullmatch(r"[A-Za-z]\w?", right) and not re.search(r"[A-Za-z]", left)
            if not swapped:
                return _relation(left, sign, right)
            left, right = right, left
        value = read_plain(right, depth + 1)
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
        unit = read_unit(rest) if rest else ((), Fraction(1))
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
        return Ratio(tuple(part / divisor for part in parts), _clock(plain))
    if (time := read_time(plain, short=False)) is not None:
        return time
    based = re.fullmatch(r"([0-9A-Fa-f]+)_\(?(\d{1,2})\)?(?:\s*base)?", plain) or re.fullmatch(
        r"([0-9A-Fa-f]+)\s+\(?(?:in\s+)?base\s+(\d{1,2})\)?", plain
    )
    if based is not None and 2 <= int(based[2]) <= 36:
        return Based(based[1].upper().lstrip("0") or "0", int(based[2]))
    return read_amount(plain, glued=False)


def _clock(plain: str) -> Time | None:
    written = re.fullmatch(r"(\d{1,2}):([0-5]\d)", plain)
    if written is None or (hour := int(written[1])) > 23:
        return None
    return Time(hour * 60 + int(written[2]), hour > 12 or plain.startswith("0"))


def read_sum(plain: str, *, glued: bool, currency: str = "") -> Quantity | None:
    """Amounts of one dimension, larger units first: `3 h 20 min`, `5 ft 3 in`, `2 pounds 35 pence`.

    `glued`: also `3h20`, `3h20m` and `3 hours, 20 minutes`, which else are products or lists. `in` is an inch, `m`
    beside another unit of time a minute. `currency`: see `read_unit`.
    """
    parts: list[re.Match[str]] = []
    position = 0
    while (part := _PART_OF_SUM.match(plain, position)) is not None and len(parts) < 5:
        parts.append(part)
        position = part.end()
    if not parts or parts[0].start(2) > 0:
        return None
    numbers, words = [part[2] for part in parts], ["inch" if part[4] == "in" else part[4] for part in parts]
    if rest := plain[position:].strip():
        if not glued or len(parts) > 1 or words != ["h"] or not re.fullmatch(r"[0-5]\d", rest):
            return None
        numbers, words = [*numbers, rest], [*words, "min"]
    if len(words) < 2 or (not glued and (any(part[1] for part in parts) or all(_touches(part) for part in parts))):
        return None
    units = [lookup_unit(word, currency) for word in words]
    coins = [base for unit in units if unit is not None for base in unit[0] if base in CURRENCIES]
    if coins and not currency:
        units = [lookup_unit(word, coins[0]) for word in words]
    if any(unit is not None and unit[0] == {"s": 1} for unit in units):
        units = [UNITS["min"] if word == "m" else unit for word, unit in zip(words, units, strict=True)]
    known = [unit for unit in units if unit is not None]
    scales = [scale for _, scale in known]
    if len(known) < len(words) or not known[0][0] or any(dimensions != known[0][0] for dimensions, _ in known):
        return None
    if any(larger <= smaller for larger, smaller in pairwise(scales)):
        return None
    values = [Fraction(written) for written in numbers]
    total = sum((value * scale for value, scale in zip(values, scales, strict=True)), Fraction(0)) / scales[-1]
    amounts = tuple(Expression(number(value), "." in text) for value, text in zip(values, numbers, strict=True))
    unit_of_all = tuple(sorted(known[0][0].items()))
    return Quantity(Expression(number(total), any(a.decimal for a in amounts)), unit_of_all, scales[-1], amounts)


def _touches(part: re.Match[str]) -> bool:
    return not part[3] and len(part[4]) == 1


def read_amount(plain: str, *, glued: bool, currency: str = "") -> Quantity | None:
    """A number and a unit, or a sum of them. `glued`: a one-letter unit may touch its number (5m), which else is a
    product. `currency`: see `read_unit`."""
    if (together := read_sum(plain, glued=glued, currency=currency)) is not None:
        return together
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        pieces = re.fullmatch(r"(.*[\d)a-z])\s+((?:[A-Za-z]{2,}|°)[A-Za-z/^0-9 ]*)", plain)  # sqrt(2) cm, 5*pi m^2
        if pieces is None or (unit := read_unit(pieces[2])) is None or not set(_known(pieces[2])):
            return None
        value = _read_expression(pieces[1])
        return _quantity(value, *unit) if value is not None and _is_amount(value) else None
    amount, gap, words = match.groups()
    scale = re.match(r"(thousand|million|billion)\b\s*", words)
    if scale:
        words = words[scale.end() :]
    bare = re.split(r"[\s/^*]", words)[0]
    known = lookup_unit(bare, currency) is not None
    if not gap and not glued and not scale and (not known or len(bare) < 2) and bare[:1] not in CURRENCIES + "%°":
        return None
    if gap and len(bare) == 1 and not known and bare not in CURRENCIES + "%":
        return None
    if not known and (bare in FUNCTIONS or bare in CONSTANTS):
        return None
    unit = read_unit(words, currency) if words else ((), Fraction(1))
    value = _read_expression(amount)
    if unit is None or value is None:
        return None
    if scale:
        value = Expression(multiply(value.tree, number(_SCALES[scale[1]])), value.decimal)
    return _quantity(value, *unit)


def _known(words: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z°]+", words) if lookup_unit(word) is not None]


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
    return word in CONSTANTS or word in (
        "alpha",
        "beta",
        "gamma",
        "theta",
        "phi",
        "lambda",
        "mu",
        "sigma",
        "omega",
        "tau",
    )


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
    protected = {
        m.start() + m[0].index(",") + 4 * n for m in _THOUSANDS.finditer(words) for n in range(m[0].count(","))
    }
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
