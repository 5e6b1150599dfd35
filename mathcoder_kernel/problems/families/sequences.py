"""Sequences: next terms, nth terms and sums."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.families.number_theory import nth
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, phrased, steps


def _shown(rng: Random, terms: list[int]) -> str:
    text = ", ".join(map(str, terms))
    return text + rng.choice((", ...", "...", ", …", "", "")) if rng.random() < 0.7 else text


@task(
    "sequences",
    "arithmetic_nth_term",
    (
        "{find} the {nth} term of {list}",
        "{find} the {nth} term of <the sequence|the arithmetic sequence|the arithmetic progression|the pattern|the "
        "number sequence> {list}",
        "<given|for> <the sequence|the arithmetic sequence> {list}, {find} the {nth} term",
        "{list}: {find} the {nth} term",
        "an arithmetic sequence <starts|begins> {list}. {find} <the {nth} term|term number {n}>",
        "{nth} term of {list}",
        "what is the {nth} number in the sequence {list}",
        "the sequence {list} goes on like this. <what is|find> the {nth} term",
        "{find} term {n} of the arithmetic sequence {list}",
        "if a sequence goes {list}, what is its {nth} term",
    ),
    (
        "continuing {list} in equal steps, which number stands at place {n}",
        "in the list {list} that grows evenly, name element number {n}",
    ),
    constants=(0, 1),
)
def arithmetic_nth_term(rng: Random) -> Instance:
    terms, n = _arithmetic(rng)
    return Instance(
        {"list": _shown(rng, terms), "n": n, "nth": nth(n), "terms": " ".join(map(str, terms))},
        steps(
            "The difference of two terms is constant.",
            f"terms = {terms}\nd = terms[1] - terms[0]\nterms[0] + ({n} - 1)*d",
            boxed(f"Term {n} is"),
        ),
    )


def _arithmetic(rng: Random) -> tuple[list[int], int]:
    start, step = rng.randint(-20, 60), rng.choice((1, 1, 1, -1)) * rng.randint(2, 15)
    return [start + step * k for k in range(rng.choice((3, 3, 4, 4, 5)))], rng.choice(
        (10, 20, 15, 50, 100, rng.randint(6, 200))
    )


@task(
    "sequences",
    "arithmetic_sum_of_terms",
    (
        "{find} the sum of the first {n} terms of {list}",
        "{find} the sum of the first {n} terms of <the sequence|the arithmetic sequence|the arithmetic "
        "progression|the arithmetic series> {list}",
        "sum of <the first {n} terms|{n} terms> of {list}",
        "an arithmetic sequence <starts|begins> {list}. {find} the sum of the first {n} terms",
        "add the first {n} terms of {list}",
        "for the arithmetic series {list}, find the sum of {n} terms",
    ),
    ("{list} goes on evenly. how much do its first {n} numbers make together",),
    constants=(0, 1),
)
def arithmetic_sum(rng: Random) -> Instance:
    terms, n = _arithmetic(rng)
    return Instance(
        {"list": _shown(rng, terms), "n": n, "terms": " ".join(map(str, terms))},
        steps(
            "We add the terms with their constant difference.",
            f"terms = {terms}\nd = terms[1] - terms[0]\nsum(terms[0] + k*d for k in range({n}))",
            boxed("The sum is"),
        ),
    )


@task(
    "sequences",
    "arithmetic_from_first_and_difference",
    (
        "{find} the {nth} term of <an|the> arithmetic <sequence|progression> with first term {a} and [common] "
        "difference {d}",
        "an arithmetic <sequence|progression> has first term {a} and common difference {d}. {find} <the {nth} "
        "term|term {n}>",
        "first term {a}, common difference {d}: {find} the {nth} term",
        "a sequence <starts at|starts with|begins with> {a} and each term is {d} more than the one before. {find} "
        "the {nth} term",
        "a1 = {a}, d = {d}, {find} a{n}",
        "with common difference {d} and first term {a}, what is the {nth} term",
    ),
    ("starting from {a} we keep adding {d}; what is the {nth} number of this sequence",),
    constants=(1,),
)
def arithmetic_given(rng: Random) -> Instance:
    a, d, n = rng.randint(-30, 60), rng.randint(2, 25), rng.randint(4, 120)
    return Instance(
        {"a": a, "d": d, "n": n, "nth": nth(n)},
        steps(
            "Each term adds the difference once more.",
            f"first = {a}\ndifference = {d}\nfirst + ({n} - 1)*difference",
            boxed(f"Term {n} is"),
        ),
    )


def _geometric(rng: Random) -> tuple[list[int], int]:
    start, ratio = rng.choice((1, 1, 2, 3, 4, 5, 6, 7)), rng.choice((2, 2, 3, 3, 4, 5, 10, -2, -3))
    return [start * ratio**k for k in range(rng.choice((3, 3, 4)))], rng.randint(5, 14)


@task(
    "sequences",
    "geometric_nth_term",
    (
        "{find} the {nth} term of <the geometric sequence|the geometric progression|the geometric series> {list}",
        "a geometric sequence <starts|begins> {list}. {find} <the {nth} term|term number {n}>",
        "{find} term {n} of the geometric sequence {list}",
        "<given|for> the geometric sequence {list}, {find} the {nth} term",
        "geometric sequence {list}: {nth} term",
        "the geometric progression {list} goes on. what is its {nth} term",
    ),
    ("in {list} every number is the same multiple of the one before; which number stands at place {n}",),
    constants=(0, 1),
)
def geometric_nth_term(rng: Random) -> Instance:
    terms, n = _geometric(rng)
    return Instance(
        {"list": _shown(rng, terms), "n": n, "nth": nth(n), "terms": " ".join(map(str, terms))},
        steps(
            "The ratio of two terms is constant.",
            f"from sympy import Rational\nterms = {terms}\nratio = Rational(terms[1], "
            f"terms[0])\nterms[0]*ratio**({n} - 1)",
            boxed(f"Term {n} is"),
        ),
    )


@task(
    "sequences",
    "geometric_sum_of_terms",
    (
        "{find} the sum of the first {n} terms of <the geometric sequence|the geometric series|the geometric "
        "progression> {list}",
        "a geometric sequence <starts|begins> {list}. {find} the sum of the first {n} terms",
        "sum of the first {n} terms of the geometric series {list}",
        "add the first {n} terms of the geometric sequence {list}",
        "for the geometric series {list}, {find} the sum of {n} terms",
    ),
    ("the geometric sequence {list} is added up to its {nth} term. what comes out",),
    constants=(0, 1),
)
def geometric_sum(rng: Random) -> Instance:
    terms, n = _geometric(rng)
    return Instance(
        {"list": _shown(rng, terms), "n": n, "nth": nth(n), "terms": " ".join(map(str, terms))},
        steps(
            "We add the terms with their constant ratio.",
            f"from sympy import Rational\nterms = {terms}\nratio = Rational(terms[1], "
            f"terms[0])\nsum(terms[0]*ratio**k for k in range({n}))",
            boxed("The sum is"),
        ),
    )


@task(
    "sequences",
    "infinite_geometric_sum",
    (
        "{find} the sum of the infinite geometric series with first term {a} and ratio {r}",
        "{find} the sum to infinity of a geometric <series|sequence> with first term {a} and common ratio {r}",
        "an infinite geometric series has first term {a} and common ratio {r}. {find} its sum",
        "sum to infinity, first term {a}, ratio {r}",
        "first term {a}, ratio {r}: {find} the infinite sum",
        "what does the geometric series with first term {a} and ratio {r} converge to",
        "{find} the limit of the sum of a geometric series that starts with {a} and has ratio {r}",
        "a geometric series starts with {a} and has the ratio {r}. what is its infinite sum",
    ),
    ("starting with {a}, each term is {r} times the one before, for ever. what is the whole sum",),
    constants=(1,),
)
def infinite_geometric(rng: Random) -> Instance:
    a, q = rng.randint(1, 40), rng.randint(2, 9)
    p = rng.randint(1, q - 1)
    return Instance(
        {"a": a, "r": f"{p}/{q}", "p": p, "q": q},
        steps(
            "The sum is the first term divided by 1 minus the ratio.",
            f"from sympy import Rational\nfirst = {a}\nratio = Rational({p}, {q})\nfirst/(1 - ratio)",
            boxed("The sum is"),
        ),
    )


@task(
    "sequences",
    "next_term",
    (
        "what <comes next|is the next number|is the next term|number comes next>< in the sequence|>: {list}",
        "{find} the next <number|term> <in|of> [the sequence] {list}",
        "next <term|number> of {list}",
        "<continue|complete> the sequence {list} with the next number",
        "{list}, what comes next",
        "which number follows in {list}",
    ),
    ("{list} goes on in equal steps; tell the following number",),
    constants=(1, -1, -2),
)
def next_term(rng: Random) -> Instance:
    terms, _ = _arithmetic(rng)
    shown = ", ".join(map(str, terms))
    return Instance(
        {"list": shown},
        steps(
            "The step from term to term is constant.",
            f"terms = [{shown}]\nterms[-1] + terms[-1] - terms[-2]",
            boxed("The next number is"),
        ),
    )


@task(
    "sequences",
    "fibonacci",
    (
        "{find} the {nth} fibonacci number",
        "{nth} fibonacci number",
        "{find} the {nth} term of the fibonacci sequence",
        "<what is|find> fibonacci number {n}",
        "what is F({n}) in the fibonacci sequence",
        "fibonacci of {n}",
    ),
    ("in 1, 1, 2, 3, 5, 8, ... each number is the sum of the two before it. which one is the {nth}",),
)
def fibonacci(rng: Random) -> Instance:
    n = rng.randint(3, 60)
    return Instance(
        {"n": n, "nth": nth(n)},
        steps("fibonacci counts from 1, 1, 2, 3.", f"from sympy import fibonacci\nfibonacci({n})", boxed("It is")),
    )


@task(
    "sequences",
    "sum_of_first_numbers",
    (
        "{find} the sum of <all|the> <numbers|integers|whole numbers> from {a} to {b}",
        "sum of <the|all> <numbers|integers> from {a} to {b}",
        "add <up|> [all] [the] <numbers|integers|whole numbers> from {a} to {b}",
        "{a} + {a1} + ... + {b}",
        "{evaluate} {a} + {a1} + {a2} + ... + {b}",
        "what do you get if you add [up] all <numbers|integers> from {a} to {b}",
        "{find} the sum of {a} to {b}",
        "sum {a} through {b}",
    ),
    ("every whole number starting at {a} and ending at {b} is added. find the total",),
    constants=(1,),
)
def sum_of_range(rng: Random) -> Instance:
    a = rng.choice((1, 1, 1, rng.randint(2, 60)))
    b = a + rng.choice((9, 19, 49, 99, 199, 999, rng.randint(5, 500)))
    return Instance(
        {"a": a, "b": b, "a1": a + 1, "a2": a + 2},
        steps("We add the range, its end included.", f"sum(range({a}, {b} + 1))", boxed("The sum is")),
    )


@task(
    "sequences",
    "sum_of_first_n_of_a_kind",
    (
        "{find} the sum of the first {n} {kind}",
        "sum of the first {n} {kind}",
        "add <up|> the first {n} {kind}",
        "what is the total of the first {n} {kind}",
        "what do the first {n} {kind} add up to",
    ),
    ("the first {n} {kind} are added together. how much is that",),
    constants=(1, 2, 3),
)
def sum_of_kind(rng: Random) -> Instance:
    kind, term = rng.choice(
        (
            ("even numbers", "2*k"),
            ("odd numbers", "2*k - 1"),
            ("natural numbers", "k"),
            ("positive integers", "k"),
            ("squares", "k**2"),
            ("square numbers", "k**2"),
            ("cubes", "k**3"),
            ("positive even numbers", "2*k"),
            ("perfect squares", "k**2"),
            ("positive odd numbers", "2*k - 1"),
        )
    )
    n = rng.choice((10, 20, 50, 100, rng.randint(3, 200)))
    if rng.random() < 0.2:
        m = rng.randint(3, 12)
        kind, term = f"multiples of {m}", f"{m}*k"
    return Instance(
        {"n": n, "kind": phrased(kind), "term": term},
        steps(f"Number k of the {kind} is {term}.", f"sum({term} for k in range(1, {n} + 1))", boxed("The sum is")),
    )


@task(
    "sequences",
    "terms_of_formula",
    (
        "{find_them} first {m} terms of the sequence a_n = {f}",
        "<list|write down> the first {m} terms of a_n = {f}",
        "first {m} terms of {f}",
        "the nth term of a sequence is {f}. {find} the first {m} terms",
        "a sequence is given by a(n) = {f}. what are the first {m} terms",
    ),
    ("putting n = 1, 2, 3, ... into {f} gives a sequence. show its beginning, {m} terms",),
    constants=(1,),
)
def terms_of_formula(rng: Random) -> Instance:
    a, b, m = rng.randint(2, 9), rng.randint(1, 12), rng.randint(3, 7)
    shown, code = rng.choice(
        (
            (f"{a}n + {b}", f"{a}*n + {b}"),
            (f"{a}n - {b}", f"{a}*n - {b}"),
            ("n^2", "n**2"),
            (f"n^2 + {b}", f"n**2 + {b}"),
            (f"{a}^n", f"{a}**n"),
            (f"n^2 - {a}n", f"n**2 - {a}*n"),
            (f"{a}*{b}^n", f"{a}*{b}**n"),
            ("n(n+1)", "n*(n + 1)"),
            (f"{a}n^2", f"{a}*n**2"),
            (f"n^3 - {b}", f"n**3 - {b}"),
        )
    )
    return Instance(
        {"f": shown, "m": m},
        steps(
            "We put n = 1, 2, 3, … into the formula.",
            f"[{code} for n in range(1, {m} + 1)]",
            "The terms are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "sequences",
    "common_difference_or_ratio",
    (
        "{find} the common difference of [the arithmetic sequence] {list}",
        "common difference of {list}",
        "<what is|find> the common difference in the sequence {list}",
        "by how much does each term grow in {list}",
        "what is d in the arithmetic sequence {list}",
        "an arithmetic sequence goes {list}. {find} its common difference",
        "{list}: common difference",
        "which number is added each time in {list}",
    ),
    ("in {list}, how far is each number from the one before",),
    constants=(0, 1),
)
def common_difference(rng: Random) -> Instance:
    terms, _ = _arithmetic(rng)
    return Instance(
        {"list": _shown(rng, terms)},
        steps(
            "We subtract a term from the next.",
            f"terms = {terms}\nterms[1] - terms[0]",
            boxed("The common difference is"),
        ),
    )


@task(
    "sequences",
    "common_ratio",
    (
        "{find} the common ratio of [the geometric sequence] {list}",
        "common ratio of {list}",
        "<what is|find> the common ratio in the geometric sequence {list}",
        "by what factor does each term grow in {list}",
        "what is r in the geometric sequence {list}",
        "a geometric sequence goes {list}. {find} its common ratio",
        "{list}: common ratio",
        "by which number is each term multiplied in {list}",
    ),
    ("in {list}, each number is how many times the one before",),
    constants=(0, 1),
)
def common_ratio(rng: Random) -> Instance:
    terms, _ = _geometric(rng)
    return Instance(
        {"list": _shown(rng, terms)},
        steps(
            "We divide a term by the one before.",
            f"from sympy import Rational\nterms = {terms}\nRational(terms[1], terms[0])",
            boxed("The common ratio is"),
        ),
    )
