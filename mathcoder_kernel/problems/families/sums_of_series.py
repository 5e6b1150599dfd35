"""Sums given by a formula for their terms: finite, symbolic and infinite; products."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, call, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import NOT_OF, noun_frames, told_frames
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


def _term(rng: Random, k: Expr) -> Expr:
    match rng.randrange(6):
        case 0:
            return k ** rng.choice((2, 2, 3))
        case 1:
            return polynomial((number(rng, 6), number(rng, 9)), k)
        case 2:
            return expr(rng.choice((2, 2, 3, 5))) ** k
        case 3:
            return k * (k + rng.randint(1, 4))
        case 4:
            return scaled(rng.randint(2, 9), k)
        case _:
            return polynomial((rng.randint(1, 3), number(rng, 5), rng.randint(0, 5)), k)


SUM = (
    "{find} the sum of {f} <for|from> {k} = {a} to {n}",
    "sum {f} for {k} from {a} to {n}",
    "{evaluate} the sum of {f} <where|with|as> {k} <goes|runs> from {a} to {n}",
    "sum of {f}, {k} = {a} to {n}",
    "sum from {k} = {a} to {n} of {f}",
    "add up {f} for {k} <from|between> {a} <to|and> {n}",
    "add {f} for all {k} from {a} to {n}",
    "what does the sum of {f} from {k} = {a} to {n} <give|equal>",
    "{must_find} the sum of {f} <for|from> {k} = {a} to {n}",
    "{wonder} what the sum of {f} from {k} = {a} to {n} is",
    "what is the <sum|total> of {f} <for|from> {k} = {a} <to|up to|through> {n}",
    "what do you get when you add {f} for {k} from {a} to {n}",
    "if you add {f} for {k} = {a} to {n}, what is the <sum|total>",
    "<sum up|add together|total> {f} <with|for> {k} going from {a} to {n}",
    "<sum up|add up> all values of {f} for {k} = {a} to {n}",
    "the sum of {f} for {k} from {a} to {n} is <what|how much>",
    "{having} the series with terms {f}, {k} from {a} to {n}, {find} its sum",
    "consider the series of {f} with {k} from {a} to {n}. {get} its <sum|value|total>",
    "the terms of a series are {f}, where {k} = {a} to {n}. {find} the sum",
    "sigma of {f}, {k} from {a} to {n}",
    "∑ ({f}), {k} = {a} to {n}",
    "{evaluate} ∑ ({f}) <for|with> {k} = {a} to {n}",
    "sum({f}, {k} = {a} .. {n})",
    "sigma notation: {k} = {a} below, {n} above, term {f}. {find} the value",
    "{evaluate} the series of {f} from {k} = {a} to {n}",
    "let {k} run from {a} to {n} and add {f} each time. {result_q}",
    "what is the value of the series {f}, {k} = {a} to {n}",
    "{f} is summed over {k} from {a} to {n}. {result_q}",
    "how <big|large> is the sum over {k} from {a} to {n} of {f}",
    *noun_frames(
        "<sum|total>",
        "{f}",
        "<from|for> {k} = {a} to {n}",
        without=NOT_OF,
    ),
    *told_frames(
        "<{k} runs from {a} to {n} and the terms are {f}|the terms of a sum are {f} "
        "with {k} from {a} to {n}|somebody adds {f} for every {k} from {a} to {n}>",
        "<what is the sum|what is the total|what comes out|what does it add up to>",
        "<what the sum is|what comes out|what it adds up to>",
        "<the sum|the total|the value of the sum>",
        "<terms {f}, {k} = {a} to {n}|{f}, {k} from {a} to {n}>",
    ),
)
SUM_HELD_OUT = (
    "{k} runs from {a} to {n}. {get} the sum of all {f}",
    "the terms {f} with {k} = {a}, ..., {n} add up to what",
)


def _slots(f: Expr, k: Expr, a: Expr, n: Expr) -> dict[str, Slot]:
    return {"f": f, "k": k, "a": a, "n": n}


@task("sums", "finite_sum", SUM, SUM_HELD_OUT)
def finite_sum(rng: Random) -> Instance:
    """A sum with a number of terms that is known."""
    k = Sym(rng.choice("kkinjm"))
    f = _term(rng, k)
    a, n = expr(rng.choice((1, 1, 1, 0, 2, 3))), expr(rng.choice((rng.randint(5, 12), rng.randint(10, 100))))
    code = sympy_code(f"summation({f.code()}, ({k.name}, {a.code()}, {n.code()}))", symbols=[k.name])
    return Instance(
        _slots(f, k, a, n), (plan(rng, "Add all the terms.", "Compute the sum."), code, boxed(rng, "The sum is @."))
    )


@task(
    "sums",
    "symbolic_sum",
    (
        *SUM,
        "{find} a formula for the sum of {f} from {k} = {a} to {n}",
        "formula for the sum of {f}, {k} = {a} to {n}",
        "{find} <a closed form|a closed formula|an expression in n> for the sum of {f} from {k} = {a} to {n}",
        "<write|express> the sum of {f} for {k} = {a} to {n} <in terms of n|as a formula in n|without a sum sign>",
        "which formula <gives|describes> the sum of {f} for {k} from {a} to {n}",
    ),
    SUM_HELD_OUT,
    weight=0.7,
)
def symbolic_sum(rng: Random) -> Instance:
    """A sum up to n as a formula."""
    k = Sym(rng.choice("kij"))
    f = k ** rng.choice((1, 2, 3)) if rng.random() < 0.3 else _term(rng, k)
    code = sympy_code(f"factor(summation({f.code()}, ({k.name}, 1, n)))", symbols=[k.name, "n"])
    steps = (plan(rng, "Find a formula for the sum."), code, boxed(rng, "The sum is @."))
    return Instance(_slots(f, k, expr(1), Sym("n")), steps)


@task(
    "sums",
    "infinite_sum",
    (
        *SUM,
        "to what value does the series of {f} from {k} = {a} to {n} converge",
        "{find} the limit of the series of {f}, {k} from {a} to {n}",
        "the series with terms {f} starts at {k} = {a} and <never ends|goes on forever>. {find} its sum",
        "what do infinitely many terms {f} add up to if {k} starts at {a}",
        "infinite series of {f}, starting at {k} = {a}: sum",
        *told_frames(
            "<{k} runs from {a} to {n} and the terms are {f}|the terms of a series are {f} with {k} from {a} to {n}>",
            "<what is the sum|what does the series add up to|what is the value of the series>",
            "<what the sum is|what the series adds up to>",
            "<the sum|the value of the series|the sum of the series>",
            "<terms {f}, {k} = {a} to {n}|series {f}, {k} from {a} to {n}>",
        ),
    ),
    SUM_HELD_OUT,
    weight=0.8,
)
def infinite_sum(rng: Random) -> Instance:
    """Convergent series that sympy sums exactly."""
    k = Sym(rng.choice("knkni"))
    base = rng.randint(2, 9)
    a = expr(rng.choice((0, 1)))
    match rng.randrange(5):
        case 0 | 1:
            f = expr(1) / expr(base) ** k if rng.random() < 0.5 else (expr(1) / base) ** k
        case 2:
            top = rng.randint(1, base)
            f = (expr(top) / (base + 1)) ** k
        case 3:
            a = expr(1)
            f = expr(1) / k**2 if rng.random() < 0.5 else expr(1) / (k * (k + rng.randint(1, 2)))
        case _:
            f = expr(1) / call("factorial", k)
    code = sympy_code(f"summation({f.code()}, ({k.name}, {a.code()}, oo))", symbols=[k.name])
    return Instance(_slots(f, k, a, Sym("oo")), (plan(rng, "Sum the series."), code, boxed(rng, "The sum is @.")))


@task(
    "sums",
    "finite_product",
    (
        "{find} the product of {f} <for|from> {k} = {a} to {n}",
        "multiply {f} for {k} from {a} to {n}",
        "{evaluate} the product of {f} <where|with|as> {k} <goes|runs> from {a} to {n}",
        "product of {f}, {k} = {a} to {n}",
        "product from {k} = {a} to {n} of {f}",
        "multiply {f} for all {k} <from|between> {a} <to|and> {n}",
        "{must_find} the product of {f} <for|from> {k} = {a} to {n}",
        "{wonder} what the product of {f} from {k} = {a} to {n} is",
        "what is the product of {f} <for|from> {k} = {a} <to|up to|through> {n}",
        "what do you get when you multiply {f} for {k} from {a} to {n}",
        "if you multiply {f} for {k} = {a} to {n}, what is the <product|result>",
        "<multiply|multiply together> {f} <with|for> {k} going from {a} to {n}",
        "multiply all values of {f} for {k} = {a} to {n}",
        "the product of {f} for {k} from {a} to {n} is <what|how much>",
        "∏ ({f}), {k} = {a} to {n}",
        "{evaluate} ∏ ({f}) <for|with> {k} = {a} to {n}",
        "product({f}, {k} = {a} .. {n})",
        "let {k} run from {a} to {n} and multiply {f} each time. {result_q}",
        "the factors of a product are {f}, where {k} = {a} to {n}. {find} the product",
        "how <big|large> is the product over {k} from {a} to {n} of {f}",
        "pi notation: {k} = {a} below, {n} above, factor {f}. {find} the value",
        *noun_frames(
            "product",
            "{f}",
            "<from|for> {k} = {a} to {n}",
            without=NOT_OF,
        ),
    ),
    ("{k} runs from {a} to {n}. {get} the product of all {f}",),
    weight=0.4,
)
def finite_product(rng: Random) -> Instance:
    """A product of known length."""
    k = Sym(rng.choice("kkinj"))
    f = rng.choice(
        (k, k**2, scaled(rng.randint(2, 5), k), k + rng.randint(1, 9), polynomial((2, rng.randint(1, 5)), k))
    )
    a, n = expr(rng.choice((1, 1, 2, 3))), expr(rng.randint(4, 10))
    code = sympy_code(f"product({f.code()}, ({k.name}, {a.code()}, {n.code()}))", symbols=[k.name])
    return Instance(_slots(f, k, a, n), (plan(rng, "Multiply all the terms."), code, boxed(rng, "The product is @.")))


@task(
    "sums",
    "first_terms",
    (
        "{find} the first {n} terms of {f} <for|with> {k} = 1, 2, 3, ...",
        "list the first {n} terms of the sequence a_{k} = {f}",
        "first {n} terms of a_{k} = {f}",
        "<write down|write|show> the first {n} <terms|numbers|elements> of the sequence {f}",
        "{given} the sequence a_{k} = {f}, {get} its first {n} terms",
        "what are the first {n} terms of the sequence {f}",
        "{must_find} the first {n} terms of the sequence a_{k} = {f}",
        "{wonder} what the first {n} terms are in the sequence a_{k} = {f}",
        "a sequence has a_{k} = {f}. <write down|list|give|what are> its first {n} <terms|members|elements>",
        "<generate|produce|calculate|compute> the first {n} <terms|numbers> of a_{k} = {f}",
        "if a_{k} = {f}, what are the first {n} <terms|numbers> of the sequence",
        "the general term of a sequence is {f}. {find} the first {n} terms",
        "the rule of a sequence is {f}. {find} the first {n} <numbers|terms>",
        "{find_them} first {n} <members|elements|values> of the sequence given by {f}",
        "sequence a_{k} = {f}: first {n} terms",
        "put {k} = 1, 2, 3 and so on into {f} and <list|write down> the first {n} <results|values>",
        "calculate {f} for {k} = 1 to {n}",
        "what are the values of {f} for {k} from 1 to {n}",
        "use the formula a_{k} = {f} to <list|find> the first {n} terms",
        "a_{k} = {f}, {n} terms",
        *noun_frames("first {n} terms", "the sequence a_{k} = {f}", plural=True),
    ),
    ("how does the sequence a_{k} = {f} start? give {n} terms", "the sequence {f} begins with which {n} numbers"),
    weight=0.7,
    constants=(1,),
)
def first_terms(rng: Random) -> Instance:
    """A sequence from its formula, starting at 1."""
    k = Sym(rng.choice("nnnk"))
    f, n = _term(rng, k), rng.randint(3, 8)
    source = f"[{f.code()} for {k.name} in range(1, {n} + 1)]"
    steps = (
        plan(rng, f"Put in 1 to {n}.", "Compute the terms."),
        Code(source),
        Words(r"The terms are $\boxed{⟨0:inner⟩}$."),
    )
    return Instance({"f": f, "k": k.name, "n": n}, steps)
