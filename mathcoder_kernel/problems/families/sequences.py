"""Sequences: next terms, nth terms and sums."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import NOT_OF, noun_frames, told_frames
from mathcoder_kernel.problems.lexicon import nth
from mathcoder_kernel.problems.phrasing import Slot
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
        "{wonder} what the {nth} term of {list} is",
        "{must_find} the {nth} <term|number> of the <arithmetic |>sequence {list}",
        "what is the {nth} <term|number|element|entry|member> <of|in> the <arithmetic sequence|arithmetic "
        "progression|AP|linear sequence|list> {list}",
        "{find} the {nth} <element|member|entry> of the <arithmetic sequence|arithmetic progression> {list}",
        "{having} the arithmetic <sequence|progression> {list}, what is <the {nth} term|term number {n}>",
        "the <first terms|first numbers> of an arithmetic <sequence|progression> are {list}. {find} the {nth} "
        "<term|number>",
        "an arithmetic <sequence|progression> <begins with|starts with|has the first terms> {list}. what is <its|the> "
        "{nth} term",
        "if the arithmetic sequence {list} is continued, what is <the {nth} term|the {nth} number|term {n}>",
        "<which|what> number is <at position|in position|at place|number> {n} of the arithmetic sequence {list}",
        "{list} is an arithmetic <sequence|progression>. {find} a_{n}",
        "a_1, a_2, ... is the arithmetic sequence {list}. {find} a_{n}",
        "the terms of an arithmetic sequence are {list}. what is the value of term {n}",
        "the <pattern|sequence> {list} <grows|changes> by the same amount each time. {find} the {nth} <term|number>",
        "<a number pattern|a pattern> goes {list}. what will the {nth} number be",
        "consider the arithmetic <sequence|progression> {list}. {find} the term with number {n}",
        "AP: {list}. {nth} term",
        "{list}, {nth} term [please]",
        "in an arithmetic sequence that <starts|begins> {list}, what is the {nth} term",
        "seats in a hall are numbered {rows} and so on by the same step. which number has the {nth} seat",
        "rows of a <theatre|stadium|pattern> have {rows} <seats|stones>, always the same change. how many are in the "
        "{nth} row",
        "<follow|use> the rule of the <sequence|pattern> {list} to find <term {n}|the {nth} term>",
        *noun_frames("{nth} term", "the <arithmetic |>sequence {list}"),
        *told_frames(
            "<an arithmetic sequence goes {list}|the terms {list} grow or fall by the same "
            "step|a list of numbers with equal steps begins {list}|the sequence {list} is "
            "arithmetic>",
            "<what is the {nth} term|which number is term {n}|what is a_{n}|what number stands at place {n}>",
            "<what the {nth} term is|which number stands at place {n}|what term {n} is>",
            "<the {nth} term|term {n}|term number {n}|a_{n}>",
            "<arithmetic sequence {list}|AP {list}|linear pattern {list}>",
        ),
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
        {"list": _shown(rng, terms), "n": n, "nth": nth(n), "terms": " ".join(map(str, terms)), **_rows(terms)},
        steps(
            "The difference of two terms is constant.",
            f"terms = {terms}\nd = terms[1] - terms[0]\nterms[0] + ({n} - 1)*d",
            boxed(f"Term {n} is"),
        ),
    )


def _rows(terms: list[int]) -> dict[str, Slot]:
    """Numbers of things, for stories that need them positive and growing."""
    return {"rows": ", ".join(map(str, terms))} if 0 < terms[0] < terms[1] else {}


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
        "{find} S_{n} for the arithmetic <sequence|series> {list}",
        "what do the first {n} terms of the arithmetic <sequence|progression> {list} <add up to|sum to>",
        "what is the <sum|total> of the first {n} <terms|numbers|members> of the arithmetic <sequence|progression> "
        "{list}",
        "{must_find} the sum of the first {n} terms of the arithmetic <sequence|series> {list}",
        "{wonder} what the first {n} terms of {list} add up to",
        "{having} the arithmetic sequence {list}, {find} the sum of its first {n} terms",
        "<add up|add together|sum> the first {n} <terms|numbers> of the arithmetic <sequence|progression> {list}",
        "the first terms of an arithmetic <sequence|series> are {list}. how <large|big> is the sum of the first {n} "
        "terms",
        "if the arithmetic sequence {list} is continued, what is the sum of the first {n} <terms|numbers>",
        "{list} is an arithmetic <progression|sequence>. what is the sum of its first {n} <terms|members>",
        "the first {n} terms of the arithmetic sequence {list} are added. {result_q}",
        "arithmetic series {list}: sum of the first {n} terms",
        "the sum of {n} terms of the arithmetic series {list} is <what|how much>",
        "rows of a <theatre|stadium> have {rows} seats and so on by the same step. how many seats are in the first "
        "{n} rows",
        "someone saves {rows} <dollars|euros|coins>, changing by the same amount every week. how <much|many> is that "
        "{together} after {n} weeks",
        "consider the arithmetic sequence {list}. {get} the <total|sum> of its first {n} terms",
        "{find} the partial sum S_{n} of the arithmetic series {list}",
        "how much do the first {n} terms of the arithmetic sequence {list} make when added",
        *noun_frames("sum of the first {n} terms", "the arithmetic <sequence|series> {list}"),
        *told_frames(
            "<an arithmetic sequence goes {list}|the sequence {list} is arithmetic|a list "
            "of numbers with equal steps begins {list}>",
            "<what is the sum of the first {n} terms|what do {n} terms add up to|how much "
            "is S_{n}|what is the total of the first {n}>",
            "<what the first {n} terms add up to|how much {n} terms make|what S_{n} is>",
            "<the sum of the first {n} terms|S_{n}|the sum of {n} terms|the total of the first {n}>",
            "<arithmetic sequence {list}|AP {list}|arithmetic series {list}>",
        ),
    ),
    ("{list} goes on evenly. how much do its first {n} numbers make together",),
    constants=(0, 1),
)
def arithmetic_sum(rng: Random) -> Instance:
    terms, n = _arithmetic(rng)
    return Instance(
        {"list": _shown(rng, terms), "n": n, "terms": " ".join(map(str, terms)), **_rows(terms)},
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
        "{find} the {nth} <term|number|member> of <an|the> arithmetic <sequence|progression> that <starts with|begins "
        "with|starts at> {a} and has <common |>difference {d}",
        "an arithmetic <sequence|progression> <starts with|begins with|starts at> {a} and <increases|goes up|grows> "
        "by {d} each <time|step>. what is the {nth} <term|number>",
        "the first term of an arithmetic <sequence|progression> is {a} and the common difference is {d}. {find} <the "
        "{nth} term|term number {n}|a_{n}>",
        "if a_1 = {a} and d = {d}, what is a_{n} in the arithmetic sequence",
        "if the first term is {a} and the common difference is {d}, what is the {nth} term",
        "{given} a_1 = {a} and d = {d}, {find} a_{n}",
        "arithmetic sequence, a_1 = {a}, d = {d}, a_{n} = ?",
        "{wonder} what the {nth} term of an arithmetic sequence is if it starts with {a} and the difference is {d}",
        "{must_find} term {n} of the arithmetic sequence with first term {a} and difference {d}",
        "{someone} saves {positive} <dollars|euros> in the first week and {d} more each week than the week before. "
        "how much is saved in week {n}",
        "the first row has {positive} <seats|chairs|stones> and every row has {d} more than the one in front. how "
        "many are in row {n}",
        "what is the {nth} term of a sequence with first term {a} if each term is {d} <larger|bigger|greater> than "
        "the <previous one|one before|last>",
        "a <pattern|sequence> starts with {a} and the rule is to add {d}. what is the {nth} <number|term>",
        "starting at {a} and counting <up |>in steps of {d}, <what|which> is the {nth} number",
        "with a first term of {a} and a <constant|common> difference of {d}, the {nth} term is <what|which number>",
        "a(1) = {a}, a(n+1) = a(n) + {d}. {find} a({n})",
        "a_1 = {a}, a_(n+1) = a_n + {d}. what is a_{n}",
        "an AP has first term {a} and common difference {d}. what is its {nth} term",
        *noun_frames("{nth} term", "<an|the> arithmetic sequence with first term {a} and common difference {d}"),
        *told_frames(
            "<an arithmetic sequence starts at {a} with steps of {d}|a_1 is {a} and the "
            "difference is {d}|a list starts with {a} and goes up by {d} every time|the "
            "first number is {a} and every next one is {d} higher>",
            "<what is the {nth} term|which number is term {n}|what is a_{n}|what number stands at place {n}>",
            "<what the {nth} term is|which number stands at place {n}|what term {n} is>",
            "<the {nth} term|term {n}|term number {n}|a_{n}>",
            "<first term {a}, step {d}|start {a}, common difference {d}|a_1 = {a}, d = {d}>",
        ),
    ),
    ("starting from {a} we keep adding {d}; what is the {nth} number of this sequence",),
    constants=(1,),
)
def arithmetic_given(rng: Random) -> Instance:
    a, d, n = rng.randint(-30, 60), rng.randint(2, 25), rng.randint(4, 120)
    story: dict[str, Slot] = {"positive": a} if a > 0 else {}
    return Instance(
        {"a": a, "d": d, "n": n, "nth": nth(n), **story},
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
        "what is the {nth} <term|number|element|member> of the geometric <sequence|progression> {list}",
        "{must_find} the {nth} term of the geometric <sequence|progression> {list}",
        "{wonder} what the {nth} term of the geometric sequence {list} is",
        "{list} is a geometric <sequence|progression>. {find} <the {nth} term|a_{n}|term {n}>",
        "the first terms of a geometric <sequence|progression> are {list}. {find} the {nth} <term|number>",
        "if the geometric sequence {list} is continued, what is <the {nth} term|term {n}>",
        "<which|what> number is <at position|in position|at place|number> {n} of the geometric sequence {list}",
        "a_1, a_2, ... is the geometric sequence {list}. {find} a_{n}",
        "in a geometric <sequence|progression> that <starts|begins> {list}, what is the {nth} term",
        "in the <sequence|pattern> {list} each term is multiplied by the same number. {find} the {nth} term",
        "the <pattern|sequence> {list} is made by multiplying by the same factor each time. what is the {nth} "
        "<term|number>",
        "{having} the geometric <progression|sequence> {list}, what is <the {nth} term|term number {n}>",
        "GP: {list}. {nth} term",
        "consider the geometric <sequence|progression> {list}. {get} its {nth} term",
        "a geometric <sequence|progression> <begins with|has the first terms> {list}. what is the value of term {n}",
        "the geometric sequence {list} has which {nth} term",
        "{nth} <term|member> of the geometric <sequence|progression> {list}",
        *noun_frames("{nth} term", "the geometric <sequence|progression> {list}"),
        *told_frames(
            "<a geometric sequence goes {list}|the sequence {list} is geometric|each number"
            " of {list} is the one before times the same factor>",
            "<what is the {nth} term|which number is term {n}|what is a_{n}|what number stands at place {n}>",
            "<what the {nth} term is|which number stands at place {n}|what term {n} is>",
            "<the {nth} term|term {n}|term number {n}|a_{n}>",
            "<geometric sequence {list}|GP {list}|geometric progression {list}>",
        ),
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
        "what is the <sum|total> of the first {n} <terms|numbers|members> of the geometric "
        "<sequence|series|progression> {list}",
        "what do the first {n} terms of the geometric <sequence|progression> {list} <add up to|sum to>",
        "{find} S_{n} for the geometric <series|sequence> {list}",
        "{find} the partial sum S_{n} of the geometric series {list}",
        "{must_find} the sum of the first {n} terms of the geometric <series|sequence> {list}",
        "{wonder} what the first {n} terms of the geometric sequence {list} add up to",
        "{having} the geometric sequence {list}, {find} the sum of its first {n} terms",
        "<add up|add together|sum> the first {n} <terms|numbers> of the geometric <series|progression> {list}",
        "{list} is a geometric <progression|sequence>. what is the sum of its first {n} <terms|members>",
        "the first {n} terms of the geometric sequence {list} are added. {result_q}",
        "the first terms of a geometric <sequence|series> are {list}. how <large|big> is the sum of the first {n} "
        "terms",
        "geometric series {list}: sum of {n} terms",
        "if the geometric sequence {list} is continued, what is the sum of the first {n} <terms|numbers>",
        "in the sequence {list} each term is multiplied by the same number. {find} the sum of the first {n} terms",
        "the sum of {n} terms of the geometric series {list} is <what|how much>",
        "consider the geometric sequence {list}. {get} the <total|sum> of its first {n} terms",
        "how much do the first {n} terms of the geometric sequence {list} make when added",
        *noun_frames("sum of the first {n} terms", "the geometric <sequence|series> {list}"),
        *told_frames(
            "<a geometric sequence goes {list}|the sequence {list} is geometric|each number"
            " of {list} is the one before times the same factor>",
            "<what is the sum of the first {n} terms|what do {n} terms add up to|how much "
            "is S_{n}|what is the total of the first {n}>",
            "<what the first {n} terms add up to|how much {n} terms make|what S_{n} is>",
            "<the sum of the first {n} terms|S_{n}|the sum of {n} terms|the total of the first {n}>",
            "<geometric sequence {list}|GP {list}|geometric series {list}>",
        ),
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
        "what is the sum <to infinity|of all terms> of a geometric <series|sequence> <with|that has> first term {a} "
        "and <common |>ratio {r}",
        "{must_find} the sum of an infinite geometric series with first term {a} and ratio {r}",
        "{wonder} what the infinite geometric series with first term {a} and common ratio {r} adds up to",
        "if a geometric series has first term {a} and <common |>ratio {r}, what is its sum to infinity",
        "the first term of a geometric series is {a} and its ratio is {r}. {find} the sum <to infinity|of infinitely "
        "many terms|of all its terms>",
        "an infinite geometric <series|sequence> <starts with|begins with> {a} and each term is multiplied by {r}. "
        "{find} the <sum|total>",
        "a = {a}, r = {r}: {find} the sum to infinity",
        "{given} a = {a} and r = {r}, {find} the sum of the infinite geometric series",
        "S_∞ for a_1 = {a} and r = {r}",
        "what value does the infinite geometric series with a_1 = {a} and r = {r} <approach|converge to|have>",
        "to <what|which> number does a geometric series with first term {a} and common ratio {r} converge",
        "with first term {a} and ratio {r}, what do all terms of the geometric series <add up to|sum to>",
        "add all [the] terms of the infinite geometric sequence with first term {a} and ratio {r}",
        "{find} the total of a geometric series that goes on forever, first term {a}, common ratio {r}",
        "a ball's jumps form a geometric series with first term {a} and ratio {r}. what is the total <of all "
        "jumps|sum>",
        "infinite geometric series: first term {a}, common ratio {r}, sum",
        *noun_frames("<sum|sum to infinity>", "an infinite geometric series with first term {a} and ratio {r}"),
        "a geometric series with first term {a} and ratio {r} goes on for ever. {find} <the sum of all its terms|its "
        "whole sum>",
        *told_frames(
            "<a geometric series starts with {a} and has the ratio {r}|the first term is "
            "{a} and every term is {r} times the one before|a = {a} and r = {r} in a "
            "geometric series|infinitely many terms start with {a}, each {r} times the one "
            "before>",
            "<what is the sum to infinity|what does the series add up to|what is the "
            "infinite sum|what do all terms make>",
            "<what the sum to infinity is|what the series adds up to|what all terms make>",
            "<the sum to infinity|the infinite sum|the sum of all terms|the limit of the sums>",
            "<a = {a}, r = {r}|first term {a}, common ratio {r}|geometric series, a_1 = {a}, ratio {r}>",
        ),
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
        "what is the <next|following> <number|term> <in|of> the <sequence|pattern|list|number sequence> {list}",
        "{wonder} what comes <next|after that> in {list}",
        "{wonder} which number <comes next|follows|continues the pattern>: {list}",
        "{must_find} the next <number|term> <of|in> the <sequence|pattern> {list}",
        "<continue|extend> the <pattern|sequence|list> by one <number|term>: {list}",
        "{list}, <and then what|and what then|what now|then>",
        "{list}, __: <what goes in the gap|fill in the blank|which number is missing>",
        "<a sequence|a pattern|a list of numbers> <goes|starts|begins|reads> {list}. what <comes next|is the next "
        "term|will the next number be>",
        "the first numbers of a <pattern|sequence> are {list}. {find} the <next|following> one",
        "which number <should come|comes|goes> <next|after {last}> in the <pattern|sequence> {list}",
        "<look at the|here is a> <pattern|sequence> {list}. {find} the next <number|term>",
        "{having} the <sequence|pattern|numbers> {list}, <what is|find> the next term",
        "if the <pattern|sequence> {list} <continues|goes on>, what is the next <number|term>",
        "someone counts {list}. what number is said next",
        "the numbers {list} follow a rule. what is the next <number|one>",
        "next in line: {list}",
        "{find} the <term|number> that <follows|comes after> {last} in {list}",
        "after {list} comes <which number|what|which term>",
        "name the <next|following> <number|term> of the arithmetic sequence {list}",
        *noun_frames("next <term|number>", "the <sequence|pattern> {list}"),
        "continuing the <pattern|sequence> {list}, <which number|what> comes next",
        *told_frames(
            "<a sequence goes {list}|the numbers are {list}|a pattern begins {list}|somebody writes {list}>",
            "<what is next|which number follows|what is the next one|what comes after {last}>",
            "<what comes next|which number follows|how it goes on>",
            "<the next number|the next term|the number that follows>",
            "<{list}|sequence {list}|pattern {list}>",
        ),
    ),
    ("{list} goes on in equal steps; tell the following number",),
    constants=(1, -1, -2),
)
def next_term(rng: Random) -> Instance:
    return _next(rng, _arithmetic(rng)[0])


def _next(rng: Random, terms: list[int]) -> Instance:
    shown = ", ".join(map(str, terms))
    return Instance(
        {"list": shown, "last": terms[-1]},
        steps(
            "The rule is the simplest polynomial through the terms.",
            f"from sympy import interpolate\nterms = [{shown}]\ninterpolate(terms, len(terms) + 1)",
            boxed("The next number is"),
        ),
    )


def _polynomial(rng: Random, degree: int) -> list[int]:
    """Terms of a polynomial in n, more than are needed to determine it."""
    c = [rng.randint(-30, 40), rng.randint(-9, 12), rng.choice((1, 1, 2, 3, -1, -2, 4)), rng.choice((1, 1, 2, -1))]
    count = degree + 2 + rng.randint(0, 1)
    return [sum(c[k] * n**k for k in range(degree + 1)) for n in range(1, count + 1)]


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
        "{must_find} the {nth} fibonacci number",
        "{wonder} what the {nth} fibonacci number is",
        "what is the {nth} <number|term|element> <of|in> the fibonacci <sequence|series>",
        "which number is <at position|number> {n} in the fibonacci <sequence|series>",
        "{find} <F_{n}|F({n})|fib({n})> <where F is the fibonacci sequence|of the fibonacci sequence|for the "
        "fibonacci numbers>",
        "fib({n})",
        "fibonacci({n})",
        "the {nth} fibonacci number is <what|which number>",
        "with F(1) = F(2) = 1 and F(n) = F(n-1) + F(n-2), what is F({n})",
        "the fibonacci <sequence|numbers> <starts|start> 1, 1, 2, 3, 5. {find} the {nth} <number|term>",
        "if the fibonacci sequence begins with 1, 1, 2, 3, what is its {nth} term",
        "{given} F_1 = 1, F_2 = 1 and F_n = F_(n-1) + F_(n-2), {find} F_{n}",
        "how <big|large> is the {nth} fibonacci number",
        "name the {nth} number of fibonacci",
        "{find} the value of fibonacci number {n}",
        "rabbits multiply like the fibonacci numbers 1, 1, 2, 3, 5. how many pairs are there in month {n}",
        *noun_frames("{nth} <term|number>", "the fibonacci sequence"),
        *told_frames(
            "<the fibonacci sequence starts with 1, 1, 2, 3, 5|fibonacci numbers begin 1, "
            "1, 2, 3|each fibonacci number is the sum of the two before>",
            "<what is the {nth} one|which one is number {n}|what is F_{n}|which number stands at place {n}>",
            "<what the {nth} one is|which number stands at place {n}>",
            "<the {nth} fibonacci number|F_{n}|number {n} of it>",
        ),
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
        "{must_find} the sum of <all|the> <numbers|integers|whole numbers> from {a} to {b}",
        "{wonder} what the <numbers|integers|whole numbers> from {a} to {b} add up to",
        "what is the <sum|total> of all <numbers|integers|whole numbers|natural numbers> from {a} <to|up to|through> "
        "{b}",
        "what do <all |>the <numbers|integers> <from {a} to {b}|{a} to {b}> <add up to|sum to>",
        "<add together|add up|sum up> all the <numbers|integers|whole numbers> between {a} and {b}, both included",
        "all <numbers|integers> from {a} to {b} are added. {result_q}",
        "if you add {a}, {a1}, {a2} and so on up to {b}, what <do you get|is the sum>",
        "{evaluate} {a}+{a1}+{a2}+...+{b}",
        "{a} + {a1} + {a2} + ... + {b} = ?",
        "how much is {a} plus {a1} plus {a2} and so on up to {b}",
        "how <large|big> is the sum of the <consecutive |>integers from {a} to {b}",
        "the sum of the <numbers|integers> {a}, {a1}, {a2}, ..., {b} is <what|how much>",
        "sum of <consecutive |>integers {a} to {b}",
        "{find} the sum of the consecutive <integers|numbers> {a}, {a1}, ..., {b}",
        "add every <number|integer|whole number> from {a} to {b} <inclusive|including both ends>",
        "gauss had to add all numbers from {a} to {b}. {result_q}",
        "starting with {a}, add the next number again and again up to {b}. what is the total",
        "sum({a}..{b})",
        *noun_frames("<sum|total>", "<all|the> <numbers|integers> from {a} to {b}", several=True),
        *told_frames(
            "<somebody adds all whole numbers from {a} to {b}|all integers from {a} up to "
            "{b} are added|we count from {a} to {b} and add the numbers>",
            "<what is the sum|what comes out|what is the total|how much is it>",
            "<what the sum is|what comes out|how much it is>",
            "<the sum|the total|the result>",
            "<{a} to {b}, all integers|integers {a} to {b}>",
        ),
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
        "what is the <sum|total> of the first {n} {kind}",
        "{must_find} the sum of the first {n} {kind}",
        "{wonder} what the first {n} {kind} add up to",
        "how much <is|do you get for> the sum of the first {n} {kind}",
        "<add up|add together|sum up|sum> the first {n} {kind}",
        "if you add the first {n} {kind}, what <do you get|is the result|is the sum>",
        "the sum of the first {n} {kind} is <what|how much|which number>",
        "how <big|large> is the total of the first {n} {kind}",
        "{find} the <total|sum> when the first {n} {kind} are added <up|together|>",
        "consider the first {n} {kind}. what is their sum",
        "take the first {n} {kind} and add them. {result_q}",
        "the first {n} {kind}: {find} the sum",
        "someone adds {kind}, {n} of them from the <start|beginning>. {result_q}",
        "add {n} {kind}, starting with the first one",
        "the first {n} {kind} have <what|which> sum",
        "sum of {n} {kind} from the first on",
        *noun_frames("<sum|total>", "the first {n} {kind}", several=True),
        *told_frames(
            "<somebody adds the first {n} {kind}|the first {n} {kind} are added up|we take "
            "the first {n} {kind} and add them>",
            "<what is the sum|what comes out|what is the total|how much is it>",
            "<what the sum is|what comes out|how much it is>",
            "<the sum|the total|the result>",
            "<first {n} {kind}|{n} {kind} from the start>",
        ),
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
        "{find_them} first {m} <terms|members|elements|numbers> of the sequence <given by|defined by|with> a_n = {f}",
        "the <nth|n-th|general> term of a sequence is {f}. <write down|list|give> its first {m} terms",
        "a sequence has the <formula|rule|general term> {f}. what are its first {m} <terms|numbers>",
        "what are the first {m} <terms|numbers> of the sequence <a_n = {f}|with nth term {f}|with the rule {f}>",
        "{given} a_n = {f}, {find_them} first {m} terms",
        "if the nth term is {f}, what are the first {m} terms",
        "<use|take> the rule {f} to <write|find|list> the first {m} terms <of the sequence|>",
        "{must_find} the first {m} terms of a(n) = {f}",
        "a(n) = {f}, n = 1, 2, 3, ... list the first {m} <terms|values>",
        "{wonder} which {m} numbers the sequence a_n = {f} has first",
        "u_n = {f}. {find_them} first {m} terms",
        "<generate|produce|make> the first {m} terms of the sequence with nth term {f}",
        "the sequence a_n = {f} starts at n = 1. <write|list|give> the first {m} <terms|values>",
        "for n from 1 to {m}, what are the values of {f}",
        "calculate a_n = {f} for n = 1 to {m}",
        "nth term {f}: first {m} terms",
        *noun_frames("first {m} terms", "the sequence a_n = {f}", plural=True),
        *told_frames(
            "<the nth term of a sequence is {f}|a_n is {f}|a sequence has the rule {f}|the "
            "formula of a sequence is a_n = {f}>",
            "<what are the first {m} terms|how does it start, {m} terms|which numbers are the first {m}>",
            "<what the first {m} terms are|which numbers come first, {m} of them>",
            "<the first {m} terms|{m} terms from the start|the first {m} numbers>",
            "<a_n = {f}|nth term {f}|rule {f}>",
        ),
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
        "{must_find} the common difference of the <arithmetic sequence|arithmetic progression|AP> {list}",
        "{wonder} what the common difference of {list} is",
        "what is the <common difference|constant difference|difference between consecutive terms> <of|in> the "
        "<arithmetic sequence|arithmetic progression|sequence> {list}",
        "{having} the arithmetic sequence {list}, {find} <d|the common difference>",
        "{list} is an arithmetic <sequence|progression>. what is <d|its common difference|the difference between its "
        "terms>",
        "by <what|which> number does the arithmetic sequence {list} change <each time|at each step>",
        "<what|which number> is added to <each term|every term> to get the next <one|term> in {list}",
        "the terms of an arithmetic <sequence|progression> are {list}. {find} the <constant |common >difference",
        "<what|how big> is the step of the arithmetic sequence {list}",
        "if an arithmetic <sequence|progression> <starts|begins> {list}, what is the common difference",
        "a pattern goes {list} with equal steps. {find} the step",
        "{find} d for the arithmetic <sequence|progression> {list}",
        "difference between <two neighbouring|successive|consecutive> terms of {list}",
        "consider the arithmetic sequence {list} and {get} its common difference",
        "the common difference of {list} is <what|which number>",
        *noun_frames("common difference", "the arithmetic <sequence|progression> {list}"),
        *told_frames(
            "<an arithmetic sequence goes {list}|the sequence {list} is arithmetic|{list} has equal steps>",
            "<what is the common difference|how big is the step|what is d|what is added each time>",
            "<what the common difference is|how big the step is|what is added each time>",
            "<the common difference|the step|the constant difference>",
            "<arithmetic sequence {list}|AP {list}>",
        ),
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
        "{must_find} the common ratio of the <geometric sequence|geometric progression|GP> {list}",
        "{wonder} what the common ratio of {list} is",
        "what is the <common ratio|constant factor|ratio of consecutive terms> <of|in> the geometric "
        "<sequence|progression> {list}",
        "{having} the geometric sequence {list}, {find} <r|q|the common ratio>",
        "{list} is a geometric <sequence|progression>. what is <r|its common ratio|the ratio between its terms>",
        "by <what|which> factor does the geometric sequence {list} change <each time|at each step>",
        "<what|which number> is <each term|every term> multiplied by to get the next <one|term> in {list}",
        "the terms of a geometric <sequence|progression> are {list}. {find} the <constant |common >ratio",
        "if a geometric <sequence|progression> <starts|begins> {list}, what is the common ratio",
        "a pattern goes {list}, always multiplied by the same number. {find} this number",
        "{find} r for the geometric <sequence|progression> {list}",
        "ratio of <two neighbouring|successive|consecutive> terms of {list}",
        "consider the geometric sequence {list} and {get} its common ratio",
        "the common ratio of {list} is <what|which number>",
        "<divide|compare> neighbouring terms: what is the common ratio of {list}",
        *noun_frames("common ratio", "the geometric <sequence|progression> {list}"),
        *told_frames(
            "<a geometric sequence goes {list}|the sequence {list} is geometric|{list} has a constant factor>",
            "<what is the common ratio|how big is the factor|what is r|by what is each term multiplied>",
            "<what the common ratio is|how big the factor is|by what each term is multiplied>",
            "<the common ratio|the factor|the constant ratio>",
            "<geometric sequence {list}|GP {list}>",
        ),
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


@task(
    "sequences",
    "next_term_of_polynomial",
    (
        "what <comes next|is the next number|is the next term|number comes next|follows>: {list}",
        "what <comes next|is the next number|is the next term> in the <sequence|pattern> {list}",
        "{find} the next <number|term> <in|of> [the <sequence|pattern>] {list}",
        "{find} the next <number|term> <in|of> the {kind} <sequence|pattern> {list}",
        "{wonder} which number <comes next|follows|continues the pattern>: {list}",
        "{must_find} the next <number|term> <of|in> the <sequence|pattern> {list}",
        "<continue|extend> the <pattern|sequence|list> by one <number|term>: {list}",
        "{list}, <and then what|and what then|what now|then>",
        "<a sequence|a pattern|a list of numbers> <goes|starts|begins> {list}. what <comes next|is the next term>",
        "the differences in {list} are not equal. {find} the next <term|number>",
        "which number <should come|comes|goes> <next|after {last}> in {list}",
        "{having} the <sequence|pattern|numbers> {list}, what is the next term",
        "if the {kind} <pattern|sequence> {list} <continues|goes on>, what is the next <number|term>",
        "a {kind} sequence <starts|begins> {list}. {find} the next <number|term>",
        "the numbers {list} follow a <rule|{kind} rule>. what is the next one",
        "{list} is a {kind} sequence. which term follows",
        *noun_frames("next <term|number>", "the <{kind} |>sequence {list}"),
        *told_frames(
            "<a sequence goes {list}|the numbers are {list}|a pattern begins {list}|a {kind} sequence starts {list}>",
            "<what is next|which number follows|what is the next one|what comes after {last}>",
            "<what comes next|which number follows|how it goes on>",
            "<the next number|the next term|the number that follows>",
            "<{list}|{kind} sequence {list}|{kind} pattern {list}>",
        ),
        "<use differences to continue|use differences and continue> {list} by one <number|term>",
        "the terms {list} come from a {kind} formula. <what is|give|find> the next <one|term>",
        "a {kind} in n gives {list} one after the other. <what|which value> does it give next",
    ),
    ("{list} goes on by a {kind} rule; tell the following number",),
    constants=(1,),
)
def next_term_of_polynomial(rng: Random) -> Instance:
    degree = rng.choice((2, 2, 2, 3))
    instance = _next(rng, _polynomial(rng, degree))
    return Instance({**instance.slots, "kind": phrased("quadratic" if degree == 2 else "cubic")}, instance.steps)


@task(
    "sequences",
    "next_term_of_geometric",
    (
        "{find} the next <number|term> <in|of> the geometric <sequence|progression|series> {list}",
        "what <comes next|is the next number|is the next term> in the geometric <sequence|progression> {list}",
        "{wonder} which number <comes next|follows> in the geometric sequence {list}",
        "{must_find} the next term of the geometric <sequence|progression> {list}",
        "<continue|extend> the geometric <progression|sequence> {list} by one <number|term>",
        "a geometric <sequence|progression> <goes|starts|begins> {list}. what <comes next|is the next term>",
        "in {list} each term is multiplied by the same number. {find} the next <term|number>",
        "{having} the geometric sequence {list}, what is the next term",
        "if the geometric <progression|sequence> {list} <continues|goes on>, what is the next <number|term>",
        "{list} is a geometric sequence. which term <follows|comes after {last}>",
        "next term of the geometric sequence {list}",
        "the terms {list} have a constant ratio. what is the next <one|term>",
        *noun_frames("next <term|number>", "the geometric <sequence|progression> {list}"),
        *told_frames(
            "<a geometric sequence goes {list}|the sequence {list} is geometric|{list} is made with a constant factor>",
            "<what is next|which number follows|what is the next one|what comes after {last}>",
            "<what comes next|which number follows|how it goes on>",
            "<the next number|the next term|the number that follows>",
            "<geometric sequence {list}|GP {list}>",
        ),
    ),
    ("{list} is multiplied by one and the same factor again and again; tell the following number",),
    constants=(0, 1),
)
def next_term_of_geometric(rng: Random) -> Instance:
    terms, _ = _geometric(rng)
    shown = ", ".join(map(str, terms))
    return Instance(
        {"list": shown, "last": terms[-1]},
        steps(
            "The ratio of two terms is constant.",
            f"from sympy import Rational\nterms = [{shown}]\nterms[-1]*Rational(terms[1], terms[0])",
            boxed("The next number is"),
        ),
    )


@task(
    "sequences",
    "nth_term_formula",
    (
        "{find} <a formula for |an expression for |>the <nth|n-th|general> term of <the sequence |>{list}",
        "{find} the <nth|n-th> term of {list}",
        "what is the <nth|n-th|general> term <of|for> <the sequence|the pattern|> {list}",
        "{wonder} what the <nth|n-th> term of {list} is",
        "{must_find} <a formula|an expression|a rule> for the <nth|n-th> term of the sequence {list}",
        "<nth|n-th> term of {list}",
        "{list}: <nth term|formula for the nth term|rule in terms of n>",
        "<write|give|express> the <nth|n-th|general> term of {list} <in terms of n|as a formula in n|using n>",
        "<a sequence|a pattern> <goes|starts|begins> {list}. {find} <its|the> <nth|n-th> term",
        "{having} the sequence {list}, {find} <a_n|the nth term|an expression for the nth term>",
        "which <formula|rule|expression in n> <gives|produces|describes> the <sequence|numbers|terms> {list}",
        "{find} a_n if the sequence <starts|begins|goes> {list}",
        "the terms of a sequence are {list}. <what is|find> its <general term|nth term|formula>",
        "{find} the <position-to-term rule|rule|general rule> for {list}",
        "a {kind} sequence <starts|begins> {list}. {find} its <nth term|formula>",
        "{find} the <nth|n-th> term of the {kind} sequence {list}",
        "if the first terms are {list}, what is the <nth|n-th> term",
        "the sequence {list} has <what|which> nth term",
        *noun_frames("<nth|n-th|general> term", "the <{kind} |>sequence {list}"),
        *told_frames(
            "<a sequence goes {list}|the terms are {list}|a {kind} sequence starts {list}|the pattern {list} goes on>",
            "<what is the nth term|what is the formula|what is a_n|which rule gives the nth term>",
            "<what the nth term is|which formula gives the nth term|what a_n is>",
            "<the nth term|the general term|a formula for a_n|the rule in n>",
            "<sequence {list}|{kind} sequence {list}|terms {list}>",
        ),
    ),
    ("by which expression in n can every number of {list} be computed from its place n",),
)
def nth_term_formula(rng: Random) -> Instance:
    degree = rng.choice((1, 1, 1, 2, 2, 3))
    terms = _arithmetic(rng)[0] if degree == 1 else _polynomial(rng, degree)
    return Instance(
        {"list": _shown(rng, terms), "kind": phrased(("linear", "quadratic", "cubic")[degree - 1])},
        steps(
            "The simplest polynomial in n through the terms is the rule.",
            f"from sympy import symbols, interpolate\nn = symbols('n')\ninterpolate({terms}, n)",
            boxed("The nth term is"),
        ),
    )


@task(
    "sequences",
    "position_of_term",
    (
        "which term of the <arithmetic |>sequence {list} is {x}",
        "{find} the <position|number|index|place> of {x} in the <arithmetic sequence|arithmetic progression|sequence> "
        "{list}",
        "<at|in> which <position|place> <is|does one find|comes> {x} in the arithmetic sequence {list}",
        "the arithmetic <sequence|progression> {list} <contains|has> the term {x}. which <term|position> is it",
        "for which n is the nth term of {list} equal to {x}",
        "{list}: which term equals {x}",
        "how many terms <are there in|has> the arithmetic <sequence|progression> {list}, up to {x}",
        "{having} the arithmetic sequence {list}, {find} n with a_n = {x}",
        "an arithmetic sequence <starts|begins> {list}. which term is <equal to |>{x}",
        "{x} is a term of the arithmetic sequence {list}. {find} its <position|number>",
        "if a_n = {x} in the arithmetic sequence {list}, what is n",
        "{wonder} which term of the arithmetic sequence {list} <equals|is> {x}",
        *noun_frames(
            "position",
            "{x}",
            "in the arithmetic sequence {list}",
            without=NOT_OF,
        ),
        "how many terms must one count in {list} until {x} is reached, {x} included",
        "the sequence {list} is continued until {x}. how many terms does it have",
        "{x} appears in the arithmetic sequence {list}. as which term",
        "at which n does the arithmetic sequence {list} reach {x}",
        "solve a_n = {x} for n in the arithmetic sequence {list}",
        "what is the <index|place|number> of the term {x} in {list}",
        *told_frames(
            "<an arithmetic sequence goes {list} and reaches {x}|the number {x} occurs in "
            "the sequence {list}|{x} is one of the terms of {list}>",
            "<at which place is {x}|which term is it|what is the position of {x}|what is its number>",
            "<at which place {x} stands|which term it is|what the position of {x} is>",
            "<the position of {x}|the place of {x}|its position>",
            "<sequence {list}, term {x}|AP {list}, value {x}>",
        ),
    ),
    ("counting along {list} in equal steps, after how many numbers do we stand on {x}",),
    constants=(0, 1),
)
def position_of_term(rng: Random) -> Instance:
    terms, n = _arithmetic(rng)
    x = terms[0] + (n - 1) * (terms[1] - terms[0])
    return Instance(
        {"list": ", ".join(map(str, terms)) + ", ...", "x": x},
        steps(
            "We count the steps from the first term.",
            f"terms = {terms}\nd = terms[1] - terms[0]\n({x} - terms[0])//d + 1",
            boxed("Its position is"),
        ),
    )


@task(
    "sequences",
    "missing_term",
    (
        "{find} the missing <number|term> in the arithmetic <sequence|progression> {gap}",
        "<what|which> number is missing in <the arithmetic sequence |the pattern |>{gap}",
        "fill in the <blank|gap|missing number>: {gap}",
        "{gap}, {find} the missing number",
        "complete the <arithmetic |>sequence {gap}",
        "an arithmetic <sequence|progression> reads {gap}. {find} the missing <term|number>",
        "which number <belongs|goes|fits> in the gap of {gap}, if all steps are equal",
        "{wonder} which number is missing in {gap}",
        "{must_find} the number missing from the arithmetic sequence {gap}",
        "{having} the arithmetic sequence {gap}, what is the missing term",
        "one term of an arithmetic sequence is <unreadable|missing|lost>: {gap}. {find} it",
        "what must stand in the place of the <gap|blank> in the arithmetic sequence {gap}",
        *noun_frames("missing <term|number>", "the arithmetic sequence {gap}"),
        "which number fits into the hole in the arithmetic sequence {gap}",
        "there is a hole in the evenly growing or falling list {gap}. {find} the number in it",
        *told_frames(
            "<one number of the arithmetic sequence {gap} is missing|there is a gap in "
            "{gap}, where all steps are equal|an arithmetic sequence reads {gap}>",
            "<what is the missing number|which number is it|what belongs into the gap>",
            "<what the missing number is|which number belongs there|what fills the gap>",
            "<the missing number|the number in the gap|the missing term>",
            "<arithmetic sequence {gap}|{gap}, equal steps>",
        ),
    ),
    ("{gap} should rise or fall evenly; which number closes the hole",),
    constants=(2,),
)
def missing_term(rng: Random) -> Instance:
    terms, _ = _arithmetic(rng)
    terms = [*terms, terms[-1] + terms[-1] - terms[-2]]
    at = rng.randrange(1, len(terms) - 1)
    mark = rng.choice(("?", "_", "__", "x", "..."))
    return Instance(
        {"gap": ", ".join(mark if k == at else str(term) for k, term in enumerate(terms))},
        steps(
            "A term is the mean of its two neighbours.",
            f"before = {terms[at - 1]}\nafter = {terms[at + 1]}\n(before + after)//2",
            boxed("The missing number is"),
        ),
    )


@task(
    "sequences",
    "recursive_sequence",
    (
        "a_1 = {a} and a_(n+1) = {rule}. {find} a_{n}",
        "a sequence <starts with|begins with> {a} and <follows|has> the rule a_(n+1) = {rule}. {find} <the {nth} term|"
        "a_{n}>",
        "{find} the {nth} term of the sequence <defined by|with|given by> a_1 = {a} and a_(n+1) = {rule}",
        "<for|given> the recursive sequence a_1 = {a}, a_(n+1) = {rule}, {find} a_{n}",
        "if a_1 = {a} and a_(n+1) = {rule}, what is a_{n}",
        "the first term of a sequence is {a}. each term is {words}. {find} the {nth} term",
        "a sequence starts with {a} and every <next|new> <term|number> is {words}. what is the {nth} term",
        "<start with|begin with|start at> {a}. each following number is {words}. what is the {nth} number",
        "{wonder} what a_{n} is when a_1 = {a} and a_(n+1) = {rule}",
        "recursion a_1 = {a}, a_(n+1) = {rule}, a_{n} = ?",
        "{must_find} a_{n}, where a_1 = {a} and a_(n+1) = {rule}",
        *noun_frames("{nth} term", "the sequence with a_1 = {a} and a_(n+1) = {rule}"),
        "let a_1 = {a} and a_(n+1) = {rule}. {get} a_{n}",
        "the rule is a_(n+1) = {rule} and the <first term|start> is {a}. {find} term {n}",
        "with a_1 = {a} and the rule a_(n+1) = {rule}, what is the {nth} term",
        "a_1 is {a}; from then on a_(n+1) = {rule}. what does one get for a_{n}",
        "{someone} starts with {a} and makes each new number {words}. what is the {nth} number",
        "term 1 is {a}, each later term is {words}. {find} term {n}",
        *told_frames(
            "<a_1 is {a} and a_(n+1) = {rule}|the first term is {a} and each term is "
            "{words}|a sequence begins with {a} and then every number is {words}>",
            "<what is a_{n}|what is the {nth} term|which number is term {n}>",
            "<what a_{n} is|what the {nth} term is|which number comes at place {n}>",
            "<a_{n}|the {nth} term|term {n}>",
            "<a_1 = {a}, a_(n+1) = {rule}|start {a}, rule a_(n+1) = {rule}>",
        ),
    ),
    ("from {a} on, the rule a_(n+1) = {rule} is used again and again; what stands at place {n}",),
    constants=(1,),
)
def recursive_sequence(rng: Random) -> Instance:
    a, n, m, b = rng.randint(1, 12), rng.randint(3, 9), rng.randint(2, 4), rng.randint(1, 9)
    sign, change = rng.choice((("+", "plus"), ("+", "plus"), ("-", "minus")))
    return Instance(
        {
            "a": a,
            "n": n,
            "nth": nth(n),
            "rule": f"{m}{rng.choice(('*', ' * ', ''))}a_n {sign} {b}",
            "words": phrased(f"{m} times the <previous one|one before|term before> {change} {b}"),
        },
        steps(
            "We apply the rule again and again.",
            f"term = {a}\nfor step in range({n} - 1):\n    term = {m}*term {sign} {b}\nterm",
            boxed(f"Term {n} is"),
        ),
    )
