"""Pieces that many builders share: numbers to ask about, and solution shapes."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Relation
from mathcoder_kernel.problems.problem import Step, Words
from mathcoder_kernel.problems.sympy_code import sympy_code

CHECK_SHARE = 0.05


def number(rng: Random, largest: int, negative: float = 0.4) -> int:
    """A number from 1 to `largest` in size, small ones more often, negative with that share."""
    value = rng.randint(1, rng.choice((min(9, largest), largest)))
    return -value if rng.random() < negative else value


def plan(rng: Random, *sentences: str) -> Words:
    """One of the sentences, as the step that opens a solution."""
    return Words(rng.choice(sentences))


def boxed(rng: Random, *sentences: str) -> Words:
    """One of the sentences as the last step; `@` stands for the boxed result of the first code block, `@1` …"""
    sentence = rng.choice(sentences)
    return Words(sentence.replace("@", r"$\boxed{⟨0⟩}$"))


def solved(rng: Random, eq: Relation, x: str, words: str) -> tuple[Step, ...]:
    """An equation with one solution; in a share of cases the solution is put back into the equation."""
    end = Words(rf"So ${x} = \boxed{{⟨0⟩}}$.")
    if rng.random() >= CHECK_SHARE:
        code = sympy_code(f"equation = {eq.code()}", f"solve(equation, {x})[0]", symbols=[x])
        return Words(words), code, end
    code = sympy_code(f"equation = {eq.code()}", f"solution = solve(equation, {x})[0]", "solution", symbols=[x])
    check = sympy_code(f"equation.subs({x}, solution)")
    return Words(words), code, Words("Check by putting it back in."), check, end


def roots(rng: Random, eq: Relation, x: str, words: str) -> tuple[Step, ...]:
    """An equation that may have several solutions; in a share of cases all are put back."""
    end = Words(rf"So ${x} = \boxed{{⟨0:inner⟩}}$.")
    if rng.random() >= CHECK_SHARE:
        code = sympy_code(f"equation = {eq.code()}", f"solve(equation, {x})", symbols=[x])
        return Words(words), code, end
    code = sympy_code(f"equation = {eq.code()}", f"solutions = solve(equation, {x})", "solutions", symbols=[x])
    check = sympy_code(f"[simplify(equation.subs({x}, s)) for s in solutions]")
    return Words(words), code, Words("Check by putting them back in."), check, end
