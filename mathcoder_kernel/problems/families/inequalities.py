"""Inequalities: linear, quadratic, with absolute value."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Relation, Sym, call, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import variable
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code

ASK = (
    "{solve} {eq}",
    "{solve} {eq} for {x}",
    "{solve} the inequality {eq}",
    "for <which|what> {x} is {eq}",
    "{get} all {x} <such that|with|for which> {eq}",
    "{given} {eq}, what <is|can be said about> {x}",
    "what values of {x} satisfy {eq}",
    "inequality: {eq}",
    "solve for {x}: {eq}",
    "{eq}",
    "{find} the solution set of {eq}",
)
HELD_OUT = ("when is {eq} true", "which {x} satisfy the inequality {eq}")
SIGNS = ("<", ">", "<=", ">=")


def _instance(rng: Random, x: str, eq: Relation, real: bool = False) -> Instance:
    source = sympy_code(
        f"answer = str(solve({eq.code()}, {x}))",
        f"for old, new in [('(', ''), (')', ''), ('-oo < {x} & ', ''), (' & {x} < oo', ''), ('|', 'or'), ('&', 'and')]"
        ":",
        "    answer = answer.replace(old, new)",
        "answer",
        symbols=[x],
    )
    steps = (plan(rng, f"Solve the inequality for {x}.", f"Find all {x} for which it holds."), source)
    return Instance({"eq": eq, "x": Sym(x)}, (*steps, boxed(rng, "The solution is @.")))


def _sign(rng: Random) -> str:
    return rng.choice(SIGNS)


@task("inequalities", "linear_inequality", ASK, HELD_OUT)
def linear_inequality(rng: Random) -> Instance:
    """`ax + b < c`, with terms or brackets on both sides."""
    x = variable(rng)
    s = Sym(x)
    a = number(rng, 9, 0.3)
    left: Expr = polynomial((a, number(rng, 20)), s)
    right: Expr = expr(number(rng, 40))
    kind = rng.random()
    if kind < 0.15:
        left = scaled(a if a != 1 else 3, s)
    elif kind < 0.35:
        right = polynomial((rng.choice([c for c in range(1, 8) if c != a]), number(rng, 20)), s)
    elif kind < 0.5:
        left = rng.randint(2, 6) * polynomial((1, number(rng, 9)), s)
    elif kind < 0.6:
        left = s / rng.randint(2, 7) + number(rng, 9)
    return _instance(rng, x, Relation(left, right, _sign(rng)))


@task("inequalities", "quadratic_inequality", ASK, HELD_OUT)
def quadratic_inequality(rng: Random) -> Instance:
    """`x² + bx + c > 0` with two different rational roots, also as a product."""
    x = variable(rng)
    s = Sym(x)
    p = rng.randint(-8, 8)
    q = rng.choice([q for q in range(-8, 9) if q != p])
    a = rng.choice((1, 1, 1, 1, -1, 2))
    kind = rng.random()
    if kind < 0.7:
        eq = Relation(polynomial((a, -a * (p + q), a * p * q), s), expr(0), _sign(rng))
    elif kind < 0.85:
        eq = Relation(s**2, expr(rng.randint(1, 10) ** 2), _sign(rng))
    else:
        eq = Relation((s + number(rng, 8)) * (s - rng.randint(9, 14)), expr(0), _sign(rng))
    return _instance(rng, x, eq)


@task("inequalities", "absolute_value_inequality", ASK, HELD_OUT, weight=0.7)
def absolute_value_inequality(rng: Random) -> Instance:
    """`|ax + b| < c`."""
    x = variable(rng)
    inner = call("Abs", polynomial((rng.choice((1, 1, 1, 2)), number(rng, 12)), Sym(x)))
    return _instance(rng, x, Relation(inner, expr(rng.randint(1, 15)), _sign(rng)))
