"""Whether two answers are equal, with algebra where the exact comparison cannot tell.

`equivalent` asks `lce.compare` first (exact, well under a millisecond). What that leaves open goes to a pool child
with SymPy, which is killed at its time limit, so that nothing hangs. SymPy expressions are built from our own tree, so
that no answer is ever evaluated as Python. Text that our reader does not understand goes to math-verify where
it is installed (extra `checking`). `Comparison.by` names the path that decided.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol

from mathcoder_kernel.lce.compare import Comparer, Comparison, parse_pair
from mathcoder_kernel.lce.expression import Tree, names
from mathcoder_kernel.lce.typed_answer import Answer, Assignments, Expression, Interval, Relation, Text, Union

POINTS = 8  # where expressions with unknowns are compared
DIGITS = 30  # to which they are evaluated there
MAX_EXPONENT = 100_000
_CONSTANT_OF_INTEGRATION = re.compile(r"[CcKk](?:_?\d+)?")


class _TooLargeError(ArithmeticError):
    """A power or factorial that would fill the memory."""


class Caller(Protocol):
    """What this module needs of a pool."""

    async def call(self, target: str, args: Sequence[Any] = (), seconds: float = 30.0) -> Any:
        """Call `module:function` in a killable child."""
        ...


async def equivalent(
    gold: str,
    given: str,
    *,
    pool: Caller,
    seconds: float = 5.0,
    tolerance: float = 0.0,
    strict: bool = False,
    up_to_constant: bool = False,
) -> Comparison:
    """Whether `given` is the answer `gold`; never raises, and ends within `seconds` of child time.

    `tolerance` (absolute) counts only where a decimal is involved; `strict` forgives no missing unit or name and uses
    neither numbers at sample points nor math-verify; `up_to_constant` accepts antiderivatives that differ by a constant
    (also meant where the gold answer ends in `+ C`).
    """
    quick = Comparer(Fraction(tolerance), strict).compare(gold, given)
    first, second = parse_pair(gold, given)
    unread = not strict and quick.equal is False and _unread(gold, first, second, given)
    if (quick.equal is not None and not unread) and not (up_to_constant and quick.equal is False):
        return quick
    target = f"{__name__}:compare_with_sympy"
    try:
        equal, by = await pool.call(target, (gold, given, tolerance, strict, up_to_constant, unread), seconds=seconds)
    except TimeoutError:
        return Comparison(None, f"no decision within {seconds:g} s")
    except Exception as error:  # a child may die of memory, recursion, or a fault in a library
        return Comparison(None, f"the comparison failed: {error}")
    return Comparison(equal, by)


def _unread(gold: str, first: Answer, second: Answer, given: str) -> bool:
    """Whether a text is maths that our reader does not understand (words are understood: as words)."""
    return any(
        isinstance(answer, Text) and re.search(r"\\[a-zA-Z]|[\^_]", source)
        for answer, source in ((first, gold), (second, given))
    )


def compare_with_sympy(
    gold: str, given: str, tolerance: float, strict: bool, up_to_constant: bool, unread: bool
) -> tuple[bool | None, str]:
    """Runs in a pool child."""
    if unread:
        return _math_verify(gold, given) or (False, "text (math-verify is not installed)")
    try:
        comparison = SymbolicComparer(Fraction(tolerance), strict, up_to_constant).compare(gold, given)
    except _TooLargeError:
        return None, "numbers too large to compare"
    return comparison.equal, comparison.by


def _math_verify(gold: str, given: str) -> tuple[bool, str] | None:
    try:
        from math_verify import parse, verify
    except ImportError:
        return None
    # No limits of its own: they need SIGALRM, and the child is killed in time anyway.
    read = [parse(f"${side.strip().strip('$')}$", parsing_timeout=None) for side in (gold, given)]
    return bool(verify(read[0], read[1], timeout_seconds=None)), "math-verify"


@dataclass(frozen=True)
class SymbolicComparer(Comparer):
    """Decides with SymPy what `Comparer` leaves open. Slow and unbounded: for a child with a time limit."""

    up_to_constant: bool = False

    def undecided(self, a: Answer, b: Answer, by: str) -> Comparison:
        """See `Comparer.undecided`."""
        if isinstance(a, Expression) and isinstance(b, Expression):
            return self._same_expression(a.tree, b.tree)
        if isinstance(a, Interval | Union | Relation) and isinstance(b, Interval | Union | Relation):
            relations = [side for side in (a, b) if isinstance(side, Relation)]
            if len(relations) < 2 or all(len(_unknowns(side)) == 1 and side.sign != "=" for side in relations):
                return self._same_numbers(a, b)
        if isinstance(a, Relation | Assignments) and isinstance(b, Relation | Assignments):
            first, second = _as_relation(a), _as_relation(b)
            if first is not None and second is not None:
                return self._same_relation(first, second)
        return Comparison(None, by)

    def equal(self, a: Answer, b: Answer) -> Comparison:
        """See `Comparer.equal`."""
        outcome = super().equal(a, b)
        if outcome.equal is False and self.up_to_constant and isinstance(a, Expression) and isinstance(b, Expression):
            return self._same_expression(a.tree, b.tree)
        return outcome

    def _same_expression(self, a: Tree, b: Tree) -> Comparison:
        import sympy

        x, y = to_sympy(a), to_sympy(b)
        constants = [name for name in names(a) | names(b) if _CONSTANT_OF_INTEGRATION.fullmatch(name)]
        arbitrary = [name for name in constants if _is_added(a, name) and not self.strict]
        others = sorted((names(a) | names(b)) - set(constants))
        if (self.up_to_constant or arbitrary) and len(others) <= 1:
            # d/dx removes the constant, and ln|x| and ln x agree
            variable = sympy.Symbol(others[0], real=True) if others else sympy.Symbol("x", real=True)
            outcome = _agree(sympy.diff(x, variable), sympy.diff(y, variable))
            return Comparison(outcome.equal, f"{outcome.by}, up to a constant")
        outcome = _agree(x, y)
        if outcome.equal is False and self.tolerance and not (x - y).free_symbols:
            close = abs(complex(sympy.N(x - y, DIGITS))) <= self.tolerance
            return Comparison(close, "value within the tolerance")
        return outcome

    def _same_relation(self, a: Relation, b: Relation) -> Comparison:
        import sympy

        if ("<" in a.sign) != ("<" in b.sign) or a.sign != b.sign:
            return Comparison(False, "kind of relation")
        f = to_sympy(a.left) - to_sympy(a.right)
        g = to_sympy(b.left) - to_sympy(b.right)
        if f.free_symbols != g.free_symbols:
            return Comparison(False, "names in the equation")
        factor = sympy.cancel(f / g) if g != 0 else sympy.nan
        if not factor.is_number:
            factor = sympy.simplify(factor)
        if not factor.is_number:
            return Comparison(False, "equations, side by side")
        same = factor.is_nonzero if a.sign in ("=", "!=") else factor.is_positive
        return Comparison(bool(same), "equations, side by side")

    def _same_numbers(self, a: Answer, b: Answer) -> Comparison:
        import sympy

        unknowns = {name for side in (a, b) if isinstance(side, Relation) for name in _unknowns(side)}
        if len(unknowns) > 1:
            return Comparison(False, "names in the inequality")
        first, second = _as_set(a), _as_set(b)
        if first is None or second is None:
            return Comparison(None, "inequality")
        same = first == second or sympy.SymmetricDifference(first, second).doit() == sympy.S.EmptySet
        return Comparison(bool(same), "sets of numbers")


def _unknowns(relation: Relation) -> frozenset[str]:
    return names(relation.left) | names(relation.right)


def _is_added(tree: Tree, name: str) -> bool:
    return tree == ("name", name) or (tree[0] == "sum" and ("name", name) in tree[1:])


def _as_relation(answer: Answer) -> Relation | None:
    if isinstance(answer, Relation):
        return answer
    if isinstance(answer, Assignments) and len(answer.solutions) == 1 and len(answer.solutions[0]) == 1:
        name, value = answer.solutions[0][0]
        if isinstance(value, Expression) and re.fullmatch(r"\w+", name):
            return Relation(("name", name), "=", value.tree)
    return None


def _as_set(answer: Answer) -> Any:
    """A SymPy set of reals; None where it cannot be found."""
    import sympy

    if isinstance(answer, Relation):
        (name,) = _unknowns(answer)
        left, right = to_sympy(answer.left), to_sympy(answer.right)
        relation = {"<": sympy.Lt, "<=": sympy.Le, "!=": sympy.Ne, "=": sympy.Eq}[answer.sign](left, right)
        found = sympy.solveset(relation, sympy.Symbol(name, real=True), sympy.S.Reals)
        return found if not found.has(sympy.ConditionSet) else None
    parts = answer.parts if isinstance(answer, Union) else (answer,)
    return sympy.Union(
        *(
            sympy.Interval(
                -sympy.oo if part.low is None else to_sympy(part.low.tree),
                sympy.oo if part.high is None else to_sympy(part.high.tree),
                not part.low_closed,
                not part.high_closed,
            )
            for part in parts
            if isinstance(part, Interval)
        )
    )


def _agree(x: Any, y: Any) -> Comparison:
    """Two SymPy expressions: numbers to DIGITS digits, else at sample points, then by algebra."""
    import sympy

    if x == y:
        return Comparison(True, "algebra")
    difference = x - y
    if not difference.free_symbols:
        if difference.is_infinite or difference is sympy.nan:
            return Comparison(False, "infinite values")
        if _far(x, y, {}) if not x.free_symbols else _far(difference, sympy.S.Zero, {}):
            return Comparison(False, f"values to {DIGITS} digits")
        zero = difference.equals(0)
        return Comparison(True, "algebra" if zero else f"values to {DIGITS} digits")
    differs = 0
    agrees = 0
    for point in _points(sorted(difference.free_symbols, key=str)):
        far = _far(x, y, point)
        agrees += far is False
        differs += far is True
    if differs:
        return Comparison(False, "values at sample points")
    if difference.is_polynomial() and sympy.expand(difference) == 0:
        return Comparison(True, "algebra")
    if agrees >= POINTS // 2:
        return Comparison(True, f"values at {agrees} sample points")
    simplified = sympy.simplify(difference)
    return Comparison(True, "algebra") if simplified == 0 else Comparison(None, "no sample point has a real value")


def _points(symbols: list[Any]) -> Iterator[dict[Any, Any]]:
    import sympy

    chance = random.Random(0)
    for number in range(POINTS):
        sign = -1 if number % 3 == 2 else 1
        yield {s: sympy.Float(sign * chance.uniform(0.1, 3.0), DIGITS + 20) for s in symbols}


def _far(x: Any, y: Any, point: dict[Any, Any]) -> bool | None:
    """Whether the values differ; None where either has no real value there (the domain, not the answer, differs)."""
    import sympy

    values = []
    for side in (x, y):
        value = sympy.N(side.subs(point), DIGITS) if point else sympy.N(side, DIGITS)
        if not value.is_number or value.has(sympy.nan, sympy.zoo, sympy.oo):
            return None
        values.append(value)
    if point and any(abs(sympy.im(value)) > 1e-15 for value in values):
        return None
    scale = max(abs(values[0]), abs(values[1]), sympy.Float(1e-30))
    return bool(abs(values[0] - values[1]) > scale * sympy.Float(10) ** (-DIGITS + 8))


def to_sympy(tree: Tree) -> Any:
    """Our tree as a SymPy expression with real unknowns. Nothing is parsed or evaluated as Python."""
    import sympy

    kind = tree[0]
    if kind == "number":
        return sympy.Rational(tree[1].numerator, tree[1].denominator)
    if kind == "name":
        constants = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "oo": sympy.oo, "zoo": sympy.zoo}
        return constants[tree[1]] if tree[1] in constants else sympy.Symbol(tree[1], real=True)
    if kind == "sum":
        return sympy.Add(*(to_sympy(part) for part in tree[1:]))
    if kind == "product":
        return sympy.Mul(*(to_sympy(part) for part in tree[1:]))
    if kind == "power":
        base, exponent = to_sympy(tree[1]), to_sympy(tree[2])
        if base.is_number and exponent.is_Rational and abs(exponent) > MAX_EXPONENT:
            raise _TooLargeError
        return sympy.Pow(base, exponent)
    function = {"ln": sympy.log, "abs": sympy.Abs, "max": sympy.Max, "min": sympy.Min}.get(tree[1])
    if function is None:
        function = getattr(sympy, tree[1], None) or sympy.Function(tree[1])
    arguments = [to_sympy(part) for part in tree[2:]]
    if tree[1] in ("factorial", "binomial", "gamma") and any(
        a.is_Rational and abs(a) > MAX_EXPONENT for a in arguments
    ):
        raise _TooLargeError
    return function(*arguments)
