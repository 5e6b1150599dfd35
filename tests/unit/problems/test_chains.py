"""Chains of definitions: what the code computes is what the chain keeps track of by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest
import sympy

from mathcoder_kernel.problems.chains import Chain, Given, Noun, Unfit, many_terms
from mathcoder_kernel.problems.expression import Expr, Sym
from mathcoder_kernel.problems.families import chained
from mathcoder_kernel.problems.family import find_task, sample
from mathcoder_kernel.problems.sympy_code import sympy_code

NOUNS = {
    noun.__name__: noun
    for noun in (*chained._ARITHMETIC, *chained._NUMBERS, *chained._OTHER, chained._function_value, chained._slope)
}


def computed(chain: Chain, *last: str) -> dict[str, object]:
    """The names after running the chain's code and the lines that follow."""
    names: dict[str, object] = {}
    exec(sympy_code(*chain.lines, *last, symbols=list(dict.fromkeys(chain.symbols))).source, names)
    return names


def drawn(noun: Callable[[Chain], Noun], seed: int) -> tuple[Chain, Noun]:
    """A noun after some definitions."""
    rng = Random(seed)
    while True:
        chain = Chain(rng)
        try:
            chain.name_rule(rng.choice((2, 3)))
            for _ in range(rng.randrange(3)):
                chained._defined(chain)
            return chain, noun(chain)
        except (Unfit, ZeroDivisionError):
            continue


@pytest.mark.parametrize("name", NOUNS)
def test_a_described_number_has_the_value_that_its_code_gives(name: str) -> None:
    for seed in range(25):
        chain, noun = drawn(NOUNS[name], seed)
        result = computed(chain, f"result = {noun.code}")["result"]
        assert Fraction(str(sympy.nsimplify(result))) == noun.value, (chain.sentences, noun)


def test_named_numbers_and_functions_have_the_values_kept_for_them() -> None:
    for seed in range(60):
        chain, _ = drawn(chained._sum, seed)
        names = computed(chain)
        for given in chain.numbers:
            assert Fraction(str(sympy.nsimplify(names[given.name]))) == given.value, chain.lines
        for rule in chain.rules:
            at = sympy.sympify(names[rule.name]).subs(rule.letter, 3)
            assert Fraction(str(at)) == rule.at(Fraction(3)), chain.lines


@pytest.mark.parametrize("name", ["arithmetic", "numbers", "values", "equations", "comparison", "draws"])
def test_everything_that_is_defined_is_used(name: str) -> None:
    for seed in range(20):
        problem = sample(find_task(f"chained_{name}"), Random(seed))
        *lines, last = problem.codes[-1].splitlines()
        for number, line in enumerate(lines):
            defined, sign, _ = line.partition(" = ")
            if sign and defined.isidentifier() and not line.startswith(" "):
                later = "\n".join((*lines[number + 1 :], last))
                assert re.search(rf"\b{defined}\b", later), problem.codes[-1]


def test_letters_like_numbers_are_rare() -> None:
    names = Counter(Chain(Random(seed)).letter() for seed in range(500))
    assert sum(names[letter] for letter in "eilo") < 100
    assert len(names) > 20


def test_the_closest_number_is_found_whatever_letter_the_target_has() -> None:
    checked = 0
    for seed in range(600):
        chain = Chain(Random(seed))
        chain.numbers.append(Given("n", Fraction(7)))
        try:
            (line,) = chained._asked_comparison(chain).lines
        except Unfit:
            continue
        if line.endswith("- n))"):
            listed = line.removeprefix("min(").partition(", key=")[0]
            names: dict[str, object] = {"n": 7}
            exec(sympy_code(f"closest = {line}", f"listed = {listed}").source, names)
            listing = names["listed"]
            assert isinstance(listing, list)
            assert names["closest"] == min(listing, key=lambda number: abs(number - 7))
            checked += 1
    assert checked


def test_a_derivative_of_two_letters_says_by_which() -> None:
    checked = 0
    for seed in range(200):
        chain = Chain(Random(seed))
        try:
            ask = chained._asked_derivative(chain)
        except Unfit:
            continue
        body = chain.slots["e0"]
        assert isinstance(body, Expr)
        if len(body.symbols) > 1:
            assert "{e0}|" not in ask.said
            assert ask.kept.endswith(" by {e1}")
            checked += 1
    assert checked


def test_a_sum_in_many_terms_is_the_sum() -> None:
    x = sympy.Symbol("x")
    for seed in range(50):
        rng = Random(seed)
        slope, constant = rng.randint(-9, 9), rng.randint(-50, 50)
        written = many_terms(rng, Sym("x"), slope, constant)
        assert sympy.expand(sympy.sympify(written.code()) - slope * x - constant) == 0
