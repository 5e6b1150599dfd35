"""Exact comparison of two answers by their kind, in well under a millisecond.

`parse_answer` reads an answer as a person or a model wrote it (plain text or LaTeX) into one of a few kinds;
`compare` decides where that is possible exactly and says None where algebra is needed (see `solver.checking`).

Conventions, chosen as a careful teacher marks:
- Decimals are exact: 0.333 is not 1/3. A tolerance counts only when the caller declares one.
- A missing unit, currency or per-cent sign is forgiven (the question names it), a different one is not; convertible
  units are converted (90 min = 1.5 h). `strict` forgives nothing: both have the unit or neither.
- 50 % equals 0.5, and (unless `strict`) 50.
- "x = 2" equals "2" (unless `strict`) but not "y = 2".
- `{…}` and a bare list "2, 3" have no order; `(…)`, `[…]` and `<…>` have one. `(0, 1)` and `[0, 1]` are intervals when
  the other answer is one, and differ from each other. Brackets do not count where none can be an interval: around
  three or more, around two numbers of which the second is not larger, and beside `<…>`.
- Times of day: "3:20 pm" equals "15:20". A missing am or pm is forgiven (unless `strict`) where the other answer says
  it; "3:20" and "15:20" differ as written. "2:30" may be a ratio: see `Ratio`.
- "3 h 20 min" is a sum, counted in its smallest unit. "Pounds" are money beside £; "p" is pence there, and "c" and
  "cents" are hundredths of the other side's $ or €.
- "7 remainder 1" equals "7 r 1" and (unless `strict`) "7, 1", in this order.
- British spellings of a few words (centre, metre, litre, colour, grey, factorise) are the American ones.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.expression import CONSTANTS, ExpressionError, multiply, names, number, parse_expression
from mathcoder_kernel.lce.typed_answer import (
    Answer,
    Assignments,
    Based,
    Division,
    Expression,
    Group,
    Interval,
    Quantity,
    Ratio,
    Relation,
    Text,
    Time,
    Truth,
    Union,
    parse_answer,
    read_amount,
    read_plain,
    read_short_division,
    read_sum,
    read_time,
)
from mathcoder_kernel.lce.units import CURRENCIES

__all__ = ["Comparer", "Comparison", "compare", "parse_answer", "parse_pair"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two answers are equal; None where that could not be decided. `by` names the path that decided."""

    equal: bool | None
    by: str


def compare(gold: str | Answer, given: str | Answer, *, tolerance: float = 0.0, strict: bool = False) -> Comparison:
    """Whether `given` is the answer `gold`; `equal` is None where only algebra can tell.

    `tolerance` is the largest absolute difference allowed between two rational numbers when at least one was written as
    a decimal. `strict` forgives no missing unit, sign or name (for rewards).
    """
    return Comparer(Fraction(tolerance), strict).compare(gold, given)


def parse_pair(gold: str | Answer, given: str | Answer) -> tuple[Answer, Answer]:
    """Both answers typed, each read in the light of the other where its text has two readings."""
    texts = tuple(plain_answer(side) if isinstance(side, str) else None for side in (gold, given))
    first = read_plain(texts[0], 0) if texts[0] is not None else gold
    second = read_plain(texts[1], 0) if texts[1] is not None else given
    assert not isinstance(first, str)
    assert not isinstance(second, str)
    first, second = _beside(first, texts[0], second, texts[1]), _beside(second, texts[1], first, texts[0])
    if isinstance(first, Text) != isinstance(second, Text):
        first = _product_of_letters(first, texts[0])
        second = _product_of_letters(second, texts[1])
    return first, second


def _beside(answer: Answer, text: str | None, other: Answer, other_text: str | None) -> Answer:
    """`answer` in its other reading, where it has one and `other` asks for it."""
    if text is None:
        return answer
    if isinstance(other, Quantity):
        currency = next((base for base, _ in other.unit if base in CURRENCIES), "")
        if currency and answer != other and isinstance(answer, Expression | Quantity):
            money = read_amount(text, glued=True, currency=currency)
            if money is not None and money.unit == other.unit:
                return money
        if isinstance(answer, Expression):  # one letter after a number (5m) else reads as a product
            return read_amount(text, glued=True) or answer
        if isinstance(answer, Text) or (isinstance(answer, Group) and not answer.opening):
            return read_sum(text, glued=True) or answer
    if not isinstance(answer, Expression):
        return answer
    both = isinstance(other, Expression) and other_text is not None  # 7 r 1 beside 7 R1, 8 pm beside 8PM
    if isinstance(other, Division) or (isinstance(other, Group) and other.opening != "{" and len(other.items) == 2):
        return read_short_division(text) or answer
    if both and read_short_division(other_text or "") is not None:
        return read_short_division(text) or answer
    if isinstance(other, Time) or (isinstance(other, Ratio) and other.clock is not None):
        return read_time(text, short=True) or answer
    if both and read_time(other_text or "", short=True) is not None:
        return read_time(text, short=True) or answer
    return answer


def _product_of_letters(answer: Answer, text: str | None) -> Answer:
    """A short word (`xy`) beside an expression is a product of letters."""
    if isinstance(answer, Text) and text is not None and re.fullmatch(r"[a-z]{2,4}", text):
        with contextlib.suppress(ExpressionError):
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
            assert isinstance(a, Text)
            assert isinstance(b, Text)
            return Comparison(bool(a.words) and _same_words(a.words, b.words), "text")
        if Interval in kinds or Union in kinds:
            return self._intervals(a, b)
        if Division in kinds:
            return self._divisions(a, b)
        if Group in kinds:
            return self._groups(a, b)
        if kinds == (Assignments, Assignments):
            return self._assignments(a, b)  # type: ignore[arg-type]
        if kinds == (Relation, Relation) or (Relation in kinds and Assignments in kinds):
            return self.undecided(a, b, "equation")
        if Time in kinds:
            return self._times(a, b)
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
        if _brackets_tell(a, b):
            return Comparison(False, "kind of brackets")
        if {a.opening, b.opening} in ({"{", "("}, {"{", "<"}):
            return Comparison(False, "set against tuple")
        if (a.ordered and ("" in (a.opening, b.opening) or b.ordered)) or (b.ordered and a.opening == ""):
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
        parts: list[tuple[Interval, ...]] = []
        for side in (a, b):
            if isinstance(side, Interval):
                parts.append((side,))
            elif isinstance(side, Union):
                parts.append(side.parts)
            elif isinstance(side, Group) and len(side.items) == 2 and side.opening in ("(", "["):
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
            if a.clock is not None and b.clock is not None:
                return Comparison(a.clock.minutes == b.clock.minutes, "time or ratio as written")
            return Comparison(a.parts == b.parts, "ratio")
        ratio, other = (a, b) if isinstance(a, Ratio) else (b, a)
        assert isinstance(ratio, Ratio)
        if isinstance(other, Expression) and other.value is not None and len(ratio.parts) == 2 and ratio.parts[1]:
            return Comparison(other.value == ratio.parts[0] / ratio.parts[1], "ratio as a quotient")
        return Comparison(False, f"ratio against {_kind(other)}")

    def _times(self, a: Answer, b: Answer) -> Comparison:
        first, second = (side.clock if isinstance(side, Ratio) else side for side in (a, b))
        if not isinstance(first, Time) or not isinstance(second, Time):
            return Comparison(False, f"{_kind(a)} against {_kind(b)}")
        if first.half_known and second.half_known:
            return Comparison(first.minutes == second.minutes, "time of day")
        same = not self.strict and first.minutes % 720 == second.minutes % 720
        return Comparison(same, "time of day, am or pm missing on one side")

    def _divisions(self, a: Answer, b: Answer) -> Comparison:
        pairs: list[tuple[Answer, ...]] = []
        for side in (a, b):
            if isinstance(side, Division):
                pairs.append((side.quotient, side.remainder))
            elif isinstance(side, Group) and len(side.items) == 1:
                return self._groups(a, b)
            elif isinstance(side, Group) and len(side.items) == 2 and side.opening != "{" and not self.strict:
                pairs.append(side.items)
            else:
                return Comparison(False, f"{_kind(a)} against {_kind(b)}")
        return _all([self.equal(x, y) for x, y in zip(*pairs, strict=True)], "quotient and remainder")

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


def _brackets_tell(a: Group, b: Group) -> bool:
    """Whether different brackets make two ordered groups different: `[1, 2]` and `(1, 2)`, which may be intervals."""
    if not a.ordered or not b.ordered or a.opening == b.opening or _is_matrix(a) or _is_matrix(b):
        return False
    if not all(isinstance(item, Expression) for item in (*a.items, *b.items)):
        return True
    if len(a.items) != 2 or "<" in (a.opening, b.opening):
        return len(a.items) < 2
    low, high = (item.value if isinstance(item, Expression) else None for item in a.items)
    return low is None or high is None or low < high


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
        return {"{": "set", "(": "tuple", "[": "list", "<": "vector", "": "list"}[answer.opening]
    return {"Quantity": "amount", "Truth": "truth value", "Based": "number in a base", "Union": "union of intervals",
            "Assignments": "named values", "Division": "quotient and remainder",
            "Time": "time of day"}.get(type(answer).__name__, type(answer).__name__.lower())  # fmt: skip
