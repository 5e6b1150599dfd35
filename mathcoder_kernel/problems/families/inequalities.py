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
    "{fact} {eq}. what <can {x} be|is {x}|are the possible values of {x}|values can {x} have>",
    "{fact} {eq}. {get} <all possible {x}|the possible values of {x}|{x}>",
    "if {eq}, what <can {x} be|values can {x} take|do we know about {x}|are the possible values of {x}>",
    "{eq}. <solve for|find|determine> {x}",
    "{eq}. <what can {x} be|solve it|for which {x} is this true|what are the solutions>",
    (
        "{consider} the inequality {eq}. <solve it [for {x}]|what is its solution set|find all {x}|for "
        "which {x} does it hold>"
    ),
    "here is an inequality: {eq}. <solve it|what is the solution|find {x}>",
    "i have <to solve|this inequality:|the inequality> {eq}",
    "{must_find} <all {x} with|the solution set of|the solutions of|the solution of> {eq}",
    "{wonder} for <which|what> {x} <it holds that|we have> {eq}",
    "<what|which> <numbers|values> <fulfil|solve|fit> {eq}",
    (
        "<find|determine|compute|give|list> <all numbers|all values|the values|the range of> {x} "
        "<with|such that|for which|so that> {eq}"
    ),
    "for <which|what> <values of|numbers> {x} <is|do we have|does it hold that|is it true that> {eq}",
    "<solution|solution set|solutions> of [the inequality] {eq}",
    "what <is|would be> the <solution|solution set> of [the inequality] {eq}",
    "what are the solutions of [the inequality] {eq}",
    "how do <i|you> solve <the inequality|> {eq}",
    "how <big|small|large> <may|can|must> {x} be <if|so that|when> {eq}",
    "the inequality {eq} <must|should|has to|is to> be solved [for {x}]",
    "<solve|solve this|work out>: {eq}",
    "where <do we have|does it hold that> {eq}",
    "<in|on> <what|which> <interval|range|region> <do we have|is it true that> {eq}",
    "solve {eq} <over the real numbers|for real {x}|in the reals>",
    "what must {x} be so that {eq}",
    "what range of {x} gives {eq}",
    "<range|values> of {x} for {eq}",
    "describe all {x} <with|for which> {eq}",
    (
        "let {x} be a <real|> number <with|such that> {eq}. <what can be said about {x}|where does {x} "
        "lie|what can {x} be>"
    ),
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
