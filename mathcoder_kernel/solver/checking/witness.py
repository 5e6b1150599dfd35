"""Runs in a pool child: watches what the code of a turn asks of SymPy, and checks those results another way.

`watched(source)` wraps the calls worth checking, so that `watch` sees their arguments and results as objects.
`report` then tells, as one line of JSON, which results were confirmed and how: solutions by substituting them back,
integrals by differentiating, derivatives numerically, factorisations by multiplying out, inverses by multiplying, …
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MAX_RECORDS = 50
_DIGITS = 30

_SOLVERS = frozenset({"solve", "solveset", "linsolve", "nonlinsolve", "nsolve", "roots", "real_roots", "dsolve"})
_REWRITES = frozenset({"factor", "expand", "simplify", "factorint", "primefactors", "trigsimp", "radsimp", "apart",
                       "together", "cancel"})  # fmt: skip
WATCHED = _SOLVERS | _REWRITES | {"diff", "integrate", "limit", "inv"}


@dataclass(frozen=True)
class Record:
    """One watched call: `receiver` is the object of a method call."""

    name: str
    receiver: Any
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    result: Any

    @property
    def operand(self) -> Any:
        """What the call works on: the object of a method, else the first argument."""
        return self.receiver if self.receiver is not None else (self.arguments[0] if self.arguments else None)

    @property
    def rest(self) -> tuple[Any, ...]:
        """The other arguments by place."""
        return self.arguments if self.receiver is not None else self.arguments[1:]


RECORDS: list[Record] = []


def watched(source: str) -> str:
    """The source with calls of WATCHED functions wrapped; as it is where it is not plain Python (magics)."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return source
    wrapper = _Wrapper()
    tree = ast.fix_missing_locations(wrapper.visit(tree))
    if not wrapper.count:
        return source
    return ast.unparse(tree) + (";" if source.rstrip().endswith(";") else "")


class _Wrapper(ast.NodeTransformer):
    def __init__(self) -> None:
        self.count = 0

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name not in WATCHED:
            return node
        self.count += 1
        return ast.Call(
            ast.Name("__mathcoder_watch__", ast.Load()), [ast.Constant(name), function, *node.args], node.keywords
        )


def watch(name: str, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Call the function and remember what it was given and what it gave."""
    result = function(*arguments, **options)
    if len(RECORDS) < MAX_RECORDS:
        receiver = getattr(function, "__self__", None)
        RECORDS.append(
            Record(name, None if type(receiver).__name__ == "module" else receiver, arguments, options, result)
        )
    return result


def install() -> None:
    """Make `watch` known to watched code, outside its namespace."""
    import builtins

    RECORDS.clear()
    vars(builtins)["__mathcoder_watch__"] = watch


def report(question: str, answer: str, results: list[str], rounded: bool) -> None:
    """Print one line of JSON: whether the answer is in the results, and the confirmed calls that it follows from."""
    from mathcoder_kernel.solver.checking.linking import Linker

    linker = Linker(answer, rounded)
    stated = linker.stated_in(results)
    stated_expressions = _question_operands(question)
    confirmed = []
    for record in reversed(RECORDS):
        if not linker.follows_from(_text(record.result)):
            continue
        try:
            outcome = _confirm(record)
        except Exception:  # an object that cannot be checked this way is not checked
            outcome = None
        if outcome is not None:
            confirmed.append(
                {
                    "call": record.name,
                    "ok": outcome[0],
                    "by": outcome[1],
                    "asked": _wanted(record, question)
                    and _complete(record, linker, question)
                    and _asked(record, stated_expressions, question),
                }
            )
    print(json.dumps({"stated": stated, "confirmed": confirmed}))


def _text(value: Any) -> str:
    return str(value)


def _confirm(record: Record) -> tuple[bool, str] | None:
    """Whether a result is right, and by what; None where there is no independent way."""
    operand, rest, name, result = record.operand, record.rest, record.name, record.result
    if name == "inv":
        import sympy

        size = operand.shape[0]
        product = (operand * result).applyfunc(sympy.simplify)
        return product == sympy.eye(size), "multiplying by the matrix"
    if name == "dsolve":
        from sympy.solvers.ode import checkodesol

        found = checkodesol(operand, result)
        outcomes = found if isinstance(found, list) else [found]
        return all(outcome[0] for outcome in outcomes), "substituting back"
    if name in _SOLVERS:
        return _confirm_solutions(name, operand, rest, result)
    if name in ("factorint", "primefactors"):
        from sympy import isprime

        number = int(operand)
        if name == "primefactors":
            return all(number % p == 0 and isprime(p) for p in result), "dividing by the factors"
        product = 1
        for prime, power in result.items():
            product *= int(prime) ** int(power)
        return product == number and all(p == -1 or isprime(p) for p in result), "multiplying the factors"
    if name in _REWRITES:
        by = "multiplying out" if name == "factor" else "trying values"
        same = _same(operand, result)
        return None if same is None else (same, by)
    if name == "diff":
        return _confirm_derivative(operand, rest, result)
    if name == "integrate":
        return _confirm_integral(operand, rest, result)
    if name == "limit":
        return _confirm_limit(operand, rest, result, _side(record))
    return None


def _side(record: Record) -> str:
    """From which side a limit was taken: `+`, SymPy's default, `-` or `+-`."""
    return str(record.rest[2] if len(record.rest) > 2 else record.options.get("dir", "+"))


# ------------------------------------------------------------------------------------------------------------ solutions


def _equations(operand: Any) -> list[Any]:
    import sympy

    items = list(operand) if isinstance(operand, list | tuple | set) else [operand]
    return [sympy.sympify(item) for item in items]


def _symbols(operand: Any, rest: tuple[Any, ...]) -> list[Any]:
    """The unknowns of a solver's call: those that it names, else all."""
    import sympy

    symbols = [s for argument in rest for s in (argument if isinstance(argument, list | tuple) else [argument])]
    named = [s for s in symbols if isinstance(s, sympy.Symbol)]
    return named or sorted({s for equation in _equations(operand) for s in equation.free_symbols}, key=str)


def _confirm_solutions(name: str, operand: Any, rest: tuple[Any, ...], result: Any) -> tuple[bool, str] | None:
    import sympy

    equations = _equations(operand)
    if any(isinstance(equation, sympy.MatrixBase) for equation in equations):  # linsolve((A, b))
        return None
    symbols = _symbols(operand, rest)
    if any(isinstance(e, sympy.core.relational.Relational) and not isinstance(e, sympy.Equality) for e in equations):
        return _confirm_inequality(equations, symbols, result)
    solutions = list(_solutions(name, symbols, result))
    if not solutions:
        return None
    for solution in solutions:
        for equation in equations:
            residual = equation.lhs - equation.rhs if isinstance(equation, sympy.Equality) else equation
            scale = max((abs(_number(term.subs(solution)) or 0) for term in sympy.Add.make_args(residual)), default=1)
            left = residual.subs(solution)
            value = _number(left)
            if value is None:
                if sympy.simplify(left) != 0:
                    return False, "substituting back"
            elif abs(value) > (1e-9 if name == "nsolve" or left.has(sympy.Float) else 1e-15) * max(1, float(scale)):
                return False, "substituting back"
    return True, "substituting back"


def _solutions(name: str, symbols: list[Any], result: Any) -> Iterator[dict[Any, Any]]:
    """Every shape in which SymPy gives solutions, as substitutions."""
    import sympy

    if name == "roots" and isinstance(result, dict):
        result = list(result)
    if isinstance(result, dict):
        yield result
    elif isinstance(result, sympy.MatrixBase):
        yield dict(zip(symbols, list(result), strict=False))
    elif isinstance(result, list | set | tuple | sympy.FiniteSet | sympy.Tuple):
        items = list(result)
        if isinstance(result, tuple | sympy.Tuple) and len(items) == len(symbols) > 1:
            items = [tuple(items)]
        for item in items:
            if isinstance(item, dict):
                yield item
            elif isinstance(item, tuple | sympy.Tuple):
                yield dict(zip(symbols, item, strict=False))
            elif len(symbols) == 1:
                yield {symbols[0]: item}
    elif isinstance(result, sympy.Expr) and len(symbols) == 1:
        yield {symbols[0]: result}


def _confirm_inequality(relations: list[Any], symbols: list[Any], result: Any) -> tuple[bool, str] | None:
    import sympy

    if len(symbols) != 1:
        return None
    (unknown,) = symbols
    for step in range(-41, 42):
        value = sympy.Rational(step, 2) + (sympy.Rational(1, 7) if step % 2 else 0)
        wanted = all(bool(relation.subs(unknown, value)) for relation in relations)
        found = value in result if isinstance(result, sympy.Set) else bool(result.subs(unknown, value))
        if wanted != found:
            return False, "trying values"
    return True, "trying values"


# ------------------------------------------------------------------------------------------------------------- calculus


def _variable(operand: Any, rest: tuple[Any, ...]) -> Any:
    import sympy

    first = rest[0] if rest else None
    if isinstance(first, list | tuple | sympy.Tuple):
        return first[0]
    if first is not None:
        return first
    symbols = sorted(operand.free_symbols, key=str)
    return symbols[0] if len(symbols) == 1 else None


def _confirm_derivative(operand: Any, rest: tuple[Any, ...], result: Any) -> tuple[bool, str] | None:
    """Central differences with many digits, for derivatives in one variable up to order 3."""
    import sympy

    operand = sympy.sympify(operand)
    variable = _variable(operand, rest)
    if variable is None:
        return None
    order = 1
    orders = [argument for argument in rest[1:] if not isinstance(argument, sympy.Symbol)]
    if len(rest) == 1 and isinstance(rest[0], tuple | list) and len(rest[0]) == 2:
        order = int(rest[0][1])
    elif len(rest) > 1:
        if not orders and any(argument != variable for argument in rest[1:]):
            return None
        order = int(orders[0]) if orders else len(rest)
    if not 1 <= order <= 3:
        return None
    step = sympy.Float("1e-12", 60)
    stencil = {1: ((1, 0.5), (-1, -0.5)), 2: ((1, 1), (0, -2), (-1, 1)), 3: ((2, 0.5), (1, -1), (-1, 1), (-2, -0.5))}
    agreed = 0
    for point in _points(operand.free_symbols | {variable}):
        estimate = sum(
            weight * sympy.N(operand.subs({**point, variable: point[variable] + place * step}), 60)
            for place, weight in stencil[order]
        )
        estimate, value = _number(estimate / step**order), _number(sympy.sympify(result).subs(point))
        if estimate is None or value is None or not _real(estimate) or not _real(value):
            continue
        if abs(estimate - value) > 1e-7 * max(1, abs(value)):
            return False, "differentiating numerically"
        agreed += 1
    return (True, "differentiating numerically") if agreed >= 3 else None


def _confirm_integral(operand: Any, rest: tuple[Any, ...], result: Any) -> tuple[bool, str] | None:
    import sympy

    operand, result = sympy.sympify(operand), sympy.sympify(result)
    variable = _variable(operand, rest)
    if variable is None or result.has(sympy.Integral):
        return None
    limits = [tuple(argument) for argument in rest if isinstance(argument, list | tuple | sympy.Tuple)]
    if not limits:
        same = _same(sympy.diff(result, variable), operand)
        return None if same is None or len(rest) > 1 else (same, "differentiating back")
    if len(limits) != 1 or len(limits[0]) != 3 or operand.free_symbols - {variable}:
        return None
    import mpmath

    low, high = (mpmath.mpf(str(sympy.N(end, 20))) if sympy.sympify(end).is_finite else
                 (mpmath.inf if end == sympy.oo else -mpmath.inf) for end in limits[0][1:])  # fmt: skip
    estimate = mpmath.quad(sympy.lambdify(variable, operand, "mpmath"), [low, high])
    value = _number(result)
    if value is None:
        return None
    return bool(abs(complex(estimate) - complex(value)) < 1e-6 * max(1, abs(complex(value)))), "integrating numerically"


def _confirm_limit(operand: Any, rest: tuple[Any, ...], result: Any, where: str) -> tuple[bool, str] | None:
    import sympy

    operand, result = sympy.sympify(operand), sympy.sympify(result)
    variable, target = rest[0], sympy.sympify(rest[1])
    if operand.free_symbols - {variable} or not (result.is_number and result.is_finite):
        return None
    side = -1 if where == "-" else 1
    near = (
        sympy.Float(10**8, 50) * (1 if target == sympy.oo else -1)
        if not target.is_finite
        else target + side * sympy.Float("1e-12", 50)
    )
    value = _number(operand.subs(variable, near))
    wanted = _number(result)
    if value is None or wanted is None:
        return None
    return bool(abs(value - wanted) < 1e-5 * max(1, abs(wanted))), "trying values near the limit"


# --------------------------------------------------------------------------------------------------------------- values


def _number(value: Any) -> complex | None:
    import sympy

    value = sympy.N(value, _DIGITS)
    if not getattr(value, "is_number", False) or value.has(sympy.nan, sympy.zoo, sympy.oo):
        return None
    return complex(value)


def _real(value: complex) -> bool:
    return abs(value.imag) <= 1e-12 * max(1.0, abs(value.real))


def _points(symbols: set[Any]) -> Iterator[dict[Any, Any]]:
    import random

    import sympy

    chance = random.Random(0)
    for _ in range(5):
        yield {s: sympy.Float(round(chance.uniform(0.15, 2.5), 6), 60) for s in sorted(symbols, key=str)}


def _same(first: Any, second: Any) -> bool | None:
    """Whether two expressions have the same values; None where too few points have real ones."""
    import sympy

    first, second = sympy.sympify(first), sympy.sympify(second)
    agreed = 0
    for point in _points(first.free_symbols | second.free_symbols):
        values = [_number(side.subs(point)) for side in (first, second)]
        if values[0] is None or values[1] is None:
            continue
        if abs(values[0] - values[1]) > 1e-9 * max(1, abs(values[0])):
            return False
        agreed += 1
    return True if agreed >= 3 else None


# ------------------------------------------------------------------------------------------------------- the question's


def _question_operands(question: str) -> list[list[Any]]:
    """The expressions with unknowns in the question, each in its forms, as SymPy; equations as left minus right."""
    from mathcoder_kernel.solver.checking.linking import question_trees
    from mathcoder_kernel.solver.checking.symbolic import to_sympy

    return [[to_sympy(tree) for tree in forms] for forms in question_trees(question)]


def _wanted(record: Record, question: str) -> bool:
    """Whether the question wants this result itself, not something of it and not the next derivative."""
    from mathcoder_kernel.solver.checking.linking import (
        side_of_limit,
        wants_a_place_or_number,
        wants_approximation,
        wants_higher_derivative,
        wants_one_of,
        wants_other_than_derivative,
        wants_repeated_factors,
    )

    if record.name == "primefactors" and wants_repeated_factors(question):
        return False
    if record.name == "limit":
        return _side(record) in (side_of_limit(question) or "+", "+-")
    if record.name in _SOLVERS or record.name in ("factorint", "primefactors"):
        return not wants_one_of(question)
    gives_expression = record.name in _REWRITES | {"diff"} or (record.name == "integrate" and not _bounded(record))
    if gives_expression and wants_a_place_or_number(question):
        return False
    if record.name == "integrate" and wants_approximation(question):
        return False
    if record.name == "diff" and wants_other_than_derivative(question):
        return False
    if record.name == "diff" and wants_higher_derivative(question):
        return len(record.rest) > 1 or any(isinstance(argument, tuple | list) for argument in record.rest)
    return True


def _complete(record: Record, linker: Any, question: str) -> bool:
    """Whether the answer states all that the call found: every real solution, of each unknown that is asked for."""
    from mathcoder_kernel.solver.checking.linking import unknowns_asked_for

    if record.name == "primefactors":
        return all(linker.states(_text(prime)) for prime in record.result)
    if record.name not in _SOLVERS or record.name == "dsolve":
        return True
    asked = unknowns_asked_for(question)
    for solution in _solutions(record.name, _symbols(record.operand, record.rest), record.result):
        named = {str(symbol) for symbol in solution} & asked
        for symbol, value in solution.items():
            if (not named or str(symbol) in named) and value.is_real is not False and not linker.states(_text(value)):
                return False
    return True


def _written_parts(entry: Any) -> tuple[Any, ...]:
    """The numbers with which an entry of a matrix is written: two for a fraction."""
    return (entry.p, entry.q) if entry.is_Rational and entry.q > 1 else (entry,)


def _bounded(record: Record) -> bool:
    """Whether an integral has limits."""
    return any(
        isinstance(argument, tuple | list) or type(argument).__name__ == "Tuple" for argument in record.arguments
    )


def _asked(record: Record, stated: list[list[Any]], question: str) -> bool | None:
    """Whether the call worked on what the question states, all of it; None where the question states nothing readable.

    What the model wrote down itself, such as the equations of a word problem, may be solved well and still be wrong.
    """
    import sympy

    from mathcoder_kernel.solver.checking.linking import numbers_in

    given = record.operand
    if record.name in ("factorint", "primefactors"):
        return int(given) in numbers_in(question)
    if isinstance(given, sympy.MatrixBase):
        entries = [part for entry in given for part in _written_parts(abs(entry))]
        numbers = [sympy.Rational(number.numerator, number.denominator) for number in numbers_in(question)]
        return any(numbers[at : at + len(entries)] == entries for at in range(len(numbers)))
    if record.name == "limit" and not _target_is_stated(record, question):
        return False
    if not stated:
        return None
    expressions = []
    for item in given if isinstance(given, list | tuple | set) else [given]:
        item = sympy.sympify(item)
        relational = isinstance(item, sympy.core.relational.Relational)
        expressions.append(item.lhs - item.rhs if relational else item)
    used = [[any(_proportional(e, form) for form in forms) for e in expressions] for forms in stated]
    if not all(any(column) for column in zip(*used, strict=True)):
        return False
    bounds = record.name in ("integrate", "limit")  # `from x = 0 to x = 2`
    return all(any(row) or (bounds and _is_a_value(forms)) for row, forms in zip(used, stated, strict=True))


def _target_is_stated(record: Record, question: str) -> bool:
    """Whether the question says where the limit is taken; signs are left aside."""
    import sympy

    from mathcoder_kernel.solver.checking.linking import numbers_in

    target = abs(sympy.sympify(record.rest[1]))
    if target == sympy.oo:
        return re.search(r"infin|\u221e|\boo\b|large|forever|without bound", question, re.IGNORECASE) is not None
    if not target.is_Rational:
        return True
    said = [sympy.Rational(number.numerator, number.denominator) for number in numbers_in(question)]
    return (
        target in said
        or (target == 0 and re.search(r"\bzero\b|origin", question, re.IGNORECASE) is not None)
        or any(a / b == target for a in said for b in said if b)
    )


def _is_a_value(forms: list[Any]) -> bool:
    """Whether forms of an expression say that an unknown has some value."""
    return any(
        form.is_Add and len(form.free_symbols) == 1 and form.diff(*form.free_symbols) == 1 for form in forms
    ) or (any(form.is_Symbol for form in forms))


def _proportional(expression: Any, operand: Any) -> bool:
    """The same up to names' assumptions and sign (an equation's sides may be exchanged)."""
    import sympy

    names = {symbol: sympy.Symbol(str(symbol), real=True) for symbol in expression.free_symbols}
    renamed = expression.subs(names)
    return bool(_same(renamed, operand)) or bool(_same(-renamed, operand))
