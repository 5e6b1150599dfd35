"""Linear equations in one unknown."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, equation, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import variable
from mathcoder_kernel.problems.problem import Step, Words
from mathcoder_kernel.problems.solutions import number, solved
from mathcoder_kernel.problems.sympy_code import sympy_code

ASK = (
    "{solve} {eq}",
    "{solve} {eq} for {x}",
    "{solve} the [linear] {equation} {eq}",
    "{get} {x} <if|when|given that> {eq}",
    "what is {x} <if|when|given> {eq}",
    "{given} {eq}, <find {x}|what is {x}|solve for {x}|calculate {x}>",
    "for <which|what> {x} <is|does it hold that> {eq}",
    "{eq}, {x} = ?",
    "{eq}, solve for {x}",
    "{find} the value of {x} <in|that satisfies|such that> {eq}",
)
HELD_OUT = (
    "which number {x} makes {eq} true",
    "the equation {eq} has one solution. {get} it",
    "we know {eq}. how much is {x}",
)


def _side(rng: Random, x: Expr, with_x: bool = True) -> Expr:
    a = number(rng, 12)
    b = number(rng, 30)
    if not with_x:
        return expr(number(rng, 60))
    match rng.randrange(8):
        case 0:
            return scaled(a, x)
        case 1 | 2:
            return expr(b) + scaled(a, x)
        case _:
            return polynomial((a, b), x)


def _instance(rng: Random, x: str, left: Expr, right: Expr) -> Instance:
    eq = equation(left, right)
    plan = rng.choice((f"Solve the equation for {x}.", f"Isolate {x} in the linear equation."))
    return Instance({"eq": eq, "x": Sym(x)}, solved(rng, eq, x, plan))


@task("linear equations", "linear_equation", ASK, HELD_OUT, weight=1.5)
def linear_equation(rng: Random) -> Instance:
    x = variable(rng)
    left, right = _side(rng, Sym(x)), expr(number(rng, 80))
    if rng.random() < 0.15:
        left, right = right, left
    return _instance(rng, x, left, right)
