"""Equations and forms that ask for more than the solutions: surds, sums of roots, parameters, logarithms to a "
"base."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.expression import (
    Expr,
    Notation,
    Relation,
    Sym,
    call,
    equation,
    expr,
    polynomial,
    scaled,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, SAYS_IT, noun_frames, told_frames, verb_frames
from mathcoder_kernel.problems.lexicon import variable
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@dataclass(frozen=True, slots=True)
class LogBase(Expr):
    """A logarithm to a base that is written: log_2(x), log base 2 of x."""

    base: Expr
    part: Expr

    def code(self) -> str:
        return f"log({self.part.code()}, {self.base.code()})"

    def bare(self, notation: Notation) -> str:
        base, inner = self.base.bare(notation), self.part.bare(notation)
        bare = isinstance(self.part, Sym)
        if notation.latex:
            return rf"\log_{{{base}}} {inner}" if bare else rf"\log_{{{base}}}({inner})"
        if notation.brackets in (0, 1):
            return f"log base {base} of {inner}" if bare else f"log base {base} of ({inner})"
        sign = "_" if notation.brackets in (2, 3) else ""
        return f"log{sign}{base} {inner}" if bare and notation.bare_calls else f"log{sign}{base}({inner})"

    def _names(self) -> list[str]:
        return self.part._names()


def _so(x: str) -> Words:
    return Words(rf"So ${x} = \boxed{{⟨0:inner⟩}}$.")


TERSE_EQUATION = (
    "{eq}",
    "{eq}, <get|find|solve for|work out|whats|what is> {x}",
    "{eq} <solve|find {x}|{x}?|what is {x}|whats {x}|solve for {x}|solve please>",
    "{eq}. <solve|solve it|work out {x}|find {x}|what is {x}|what's {x}|get {x}>",
    "<find|work out|get|what is|whats|give|determine|calculate> {x} <if|when|where|given that|given|so that> {eq}",
    "<solve|please solve|solve for {x}|can you solve|help me solve|i need to solve|how do i solve>: {eq}",
    "<solve|please solve|can you solve|could you solve|help me solve|i need to solve|how do i solve> {eq} [for {x}]",
    "{given_that} {eq}, <determine|find|work out|calculate|what is> {x}",
    "<what|which> <value|values|number|numbers> of {x} <give|make|fit|solve|work for> {eq}",
    "{eq}: <find all real solutions|find all solutions|all solutions|real solutions|solutions>",
    "{eq} <find all real solutions|find all solutions|all real solutions please|solutions>",
    *told_frames(
        "{eq}",
        "<what is {x}|what can {x} be|what value does {x} have|how big is {x}>",
        "<what {x} is|what {x} can be|the value of {x}>",
        "<{x}|the value of {x}|all {x}|the possible values of {x}|the unknown {x}>",
    ),
)
EQUATION_HELD = ("which number {x} is hidden in {eq}", "the unknown in {eq} is {x}. how large is it")


def _solutions(rng: Random, eq: Relation, x: str, *words: str, real: bool = False) -> Instance:
    code = sympy_code(f"equation = {eq.code()}", f"solve(equation, {x})", symbols=[x], real=real)
    slots: dict[str, Slot] = {
        "eq": eq,
        "x": Sym(x),
        "given_that": phrase("<given that|given|knowing that|if|suppose that|since>"),
    }
    return Instance(slots, (plan(rng, *words), code, _so(x)))


@task("logarithmic equations", "log_base_equation", TERSE_EQUATION, EQUATION_HELD)
def log_base_equation(rng: Random) -> Instance:
    """`log_b(ax + c) = d`, `log_b(x) = d`, `k log_b(x) = d`."""
    x = variable(rng)
    s = Sym(x)
    base, power = rng.choice((2, 2, 2, 3, 3, 4, 5, 10, 10)), rng.randint(1, 4)
    match rng.randrange(5):
        case 0:
            left: Expr = LogBase(expr(base), s)
        case 1:
            left = scaled(rng.randint(2, 4), LogBase(expr(base), s))
        case 2:
            left = LogBase(expr(base), s) + rng.randint(1, 9)
        case _:
            left = LogBase(expr(base), polynomial((rng.choice((1, 1, 1, 2, 3)), number(rng, 9)), s))
    return _solutions(rng, equation(left, power), x, "Solve the logarithmic equation.", f"Solve for {x}.")


@task("logarithmic equations", "log_sum_equation", TERSE_EQUATION, EQUATION_HELD, constants=(0,))
def log_sum_equation(rng: Random) -> Instance:
    """Two logarithms to the same base whose arguments multiply to a power of it."""
    x = variable(rng)
    s = Sym(x)
    base = rng.choice((2, 2, 3, 4, 5, 6, 10, 10, 12))
    power = 1 if base > 5 else rng.randint(1, 3)
    value = base**power
    pairs = [(a, value // a) for a in range(1, value + 1) if value % a == 0 and a < value // a]
    a, b = rng.choice(pairs)
    shift = rng.choice((0, 0, rng.randint(1, 3)))
    one = LogBase(expr(base), polynomial((1, shift), s))
    other = LogBase(expr(base), polynomial((1, shift + b - a if rng.random() < 0.5 else shift - (b - a)), s))
    first, second = (one, other) if rng.random() < 0.7 else (other, one)
    eq = equation(first + second, power)
    code = sympy_code(f"equation = {eq.code()}", f"solve(equation, {x})", symbols=[x])
    slots: dict[str, Slot] = {"eq": eq, "x": s, "given_that": phrase("<given that|given|knowing that|if|since>")}
    return Instance(slots, (plan(rng, "Solve the logarithmic equation.", "Put the logarithms together."), code, _so(x)))


@task("exponential equations", "exponential_quadratic", TERSE_EQUATION, EQUATION_HELD, constants=(0,))
def exponential_quadratic(rng: Random) -> Instance:
    """A quadratic in e^x."""
    x = variable(rng) if rng.random() < 0.4 else "x"
    s = Sym(x)
    p, q = rng.sample(range(1, 10), 2)
    square, one = call("exp", 2 * s), call("exp", s)
    eq = equation(square - scaled(p + q, one) + p * q, 0)
    if rng.random() < 0.25:
        eq = equation(square + p * q, scaled(p + q, one))
    elif rng.random() < 0.25:
        eq = equation(square - scaled(p, one), 0) if p > 1 else eq
    return _solutions(rng, eq, x, f"It is a quadratic in e**{x}.", f"Find all {x}.", real=True)


@task(
    "quadratic equations",
    "surd_roots",
    (
        "<solve|can you solve|i need to solve|please solve|work out|how do i solve> {eq} "
        "<in surd form|and leave it in surd form|giving exact answers|leaving surds in|, exact answers|with "
        "exact answers"
        "|in exact form|, no decimals|, leave the roots in>",
        "{eq}, <surd form|exact answers|exact solutions|exact roots|leave in surd form|no decimals>",
        "<find|give|get|what are> the exact <solutions|roots|answers|values of {x}> of {eq}",
        "<exact|surd form> <solutions|roots|answers> of {eq}",
        "{eq}. <give|leave|write> <your answer|the answers|{x}|the solutions> <in surd form|as "
        "surds|exactly|with surds>",
        "<use|apply> the <quadratic formula|formula> on {eq} [and leave the square root in]",
        "solve {eq} by completing the square, <leave|giving> surds",
        *noun_frames("exact <solutions|roots>", "<{eq}|the equation {eq}>", plural=True, without=GOT_OR_OWNED),
        *verb_frames("solve", "solved exactly", "solving", "{eq} <exactly|in surd form>", without=(*SAYS_IT, "@P")),
    ),
    ("which surds satisfy {eq}",),
)
def surd_roots(rng: Random) -> Instance:
    """Quadratics whose roots are irrational."""
    x = variable(rng) if rng.random() < 0.4 else "x"
    s = Sym(x)
    while True:
        a, b, c = rng.choice((1, 1, 1, 2, 3)), number(rng, 10), number(rng, 9)
        under = b * b - 4 * a * c
        if under > 0 and round(under**0.5) ** 2 != under:
            break
    eq = equation(polynomial((a, b, c), s), 0)
    if rng.random() < 0.3:
        eq = equation(polynomial((a, b, 0), s), -c)
    return _solutions(rng, eq, x, "Solve the quadratic equation.", f"Find all {x}.")


@task(
    "quadratic equations",
    "roots_to_places",
    (
        "solve {eq} <giving|and give|and write> <both answers|your answers|the answers|{x}|both roots|the solutions> "
        "<to|correct to|rounded to> {places}",
        "solve {eq} <to|correct to|, round to|and round to> {places}",
        "{eq}, <find|solve for|what is> {x} <to|correct to> {places}",
        "{eq} <solve|roots|solutions|answers> <to|correct to> {places}",
        "<find|give|get> the <roots|solutions> of {eq} <to|correct to|rounded to> {places}",
        "<roots|solutions> of {eq} <to|correct to> {places}",
        "<use the quadratic formula|use the formula> to solve {eq} <to|correct to> {places}",
        "what are the <roots|solutions|answers> of {eq} <to|correct to|rounded to> {places}",
        "{eq}. <give|round> <both answers|{x}|the roots|the solutions> to {places}",
        "<i need|give me|whats|what is> {x} <to|correct to> {places} <if|when|from> {eq}",
        "{must_find} the <solutions|roots> of {eq} <to|correct to|rounded to> {places}",
        *verb_frames("solve", "solved", "solving", "{eq} <to|correct to> {places}", without=(*SAYS_IT, "@P")),
    ),
    ("rounded to {places}, which {x} satisfy {eq}",),
    constants=(0,),
)
def roots_to_places(rng: Random) -> Instance:
    """Irrational roots as decimals."""
    x = variable(rng) if rng.random() < 0.4 else "x"
    s = Sym(x)
    while True:
        a, b, c = rng.choice((1, 1, 2, 3, 4, 5)), number(rng, 12), number(rng, 12)
        under = b * b - 4 * a * c
        if under > 0 and round(under**0.5) ** 2 != under:
            break
    eq = equation(polynomial((a, b, c), s), 0)
    if rng.random() < 0.4:
        right = polynomial((-b, -c), s)
        eq = equation(polynomial((a, 0, 0), s), right)
    n = rng.choice((1, 2, 2, 2, 3))
    words = {1: "one", 2: "two", 3: "three"}[n]
    plural = "s" if n > 1 else ""
    places = phrase(f"<{n}|{n}|{words}> <decimal place{plural}|decimal place{plural}|dp|d.p.|decimal{plural}>")
    code = sympy_code(
        f"equation = {eq.code()}", f"', '.join(f'{{float(r):.{n}f}}' for r in solve(equation, {x}))", symbols=[x]
    )
    end = Words(rf"So ${x} = \boxed{{⟨0⟩}}$.")
    return Instance(
        {"eq": eq, "x": s, "places": places}, (plan(rng, "Solve and round.", "Round the roots."), code, end)
    )


@task(
    "quadratic equations",
    "sum_or_product_of_roots",
    (
        *noun_frames(
            "{kind} of the <roots|zeros|solutions>",
            "<{eq}|the equation {eq}|the quadratic {eq}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        *noun_frames("{kind} of <both roots|the two roots|the two solutions>", "{eq}", without=GOT_OR_OWNED),
        "{do} the <roots|solutions|zeros> of {eq}",
        "{eq}: {kind} of <roots|solutions|the roots>",
        "what do <the roots|the two solutions|both roots> of {eq} {give}",
        "if p and q are the <roots|solutions> of {eq}, <what is|find|work out> {pq}",
        "the <roots|solutions> of {eq} are p and q. <what is|find|work out|calculate> {pq}",
    ),
    ("the two numbers that solve {eq} have which {kind}",),
    constants=(0,),
)
def sum_or_product_of_roots(rng: Random) -> Instance:
    """Vieta's formulas."""
    x = variable(rng) if rng.random() < 0.4 else "x"
    if x in "pq":
        x = "x"
    s = Sym(x)
    while True:
        a, b, c = rng.choice((1, 1, 2, 3, 4, 5)), number(rng, 12), number(rng, 12)
        if b * b > 4 * a * c:
            break
    eq = equation(polynomial((a, b, c), s), 0)
    if rng.random() < 0.5:
        words: dict[str, Slot] = {
            "kind": "sum",
            "do": phrase("<add|add up|add together|sum>"),
            "pq": "p + q",
            "give": phrase("<add up to|sum to|add to>"),
        }
        last = "p + q"
    else:
        words = {
            "kind": "product",
            "do": phrase("<multiply|multiply together>"),
            "pq": "pq",
            "give": phrase("<multiply to|give when multiplied>"),
        }
        last = "p*q"
    code = sympy_code(f"p, q = solve({eq.code()}, {x})", f"simplify({last})", symbols=[x])
    end = boxed(rng, f"The {words['kind']} is @.")
    return Instance({"eq": eq, "x": s, **words}, (plan(rng, "Solve, then combine the roots."), code, end))


@task(
    "quadratic equations",
    "repeated_root_parameter",
    (
        "<for what|for which|what> [value of|values of] {k} <does|will> {f} have {repeated}",
        "<find|work out|determine|what is|whats> {k} <if|so that|given that|such that|when> {eq} has {repeated}",
        "<find|work out|determine|give> the <value|values|possible values> of {k} <for which|so that|such that> "
        "{eq} has "
        "{repeated}",
        "<what|which> <{k}|value of {k}|values of {k}> <make|makes|give|gives> {eq} {repeated}",
        "{eq} has {repeated}. <find {k}|what is {k}|what can {k} be|work out {k}|possible values of {k}|{k} = ?>",
        "{f} has {repeated}, <find {k}|what is {k}|what are the possible values of {k}>",
        "{k} <so that|such that|for which> {eq} has {repeated}",
        "the quadratic {f} has {repeated}. <find {k}|what is {k}|work out {k}>",
        "for what {k} <is {f} a perfect square|does {f} touch the x axis|is the discriminant of {f} zero>",
        "<when|for which {k}> is the discriminant of {f} <zero|equal to 0|0>",
        "{f} <is a perfect square|touches the x axis|just touches the x axis>. <find {k}|what is {k}>",
        *told_frames(
            "<{eq} has {repeated}|the quadratic {f} has {repeated}|the equation {eq} has {repeated}>",
            "<what is {k}|what can {k} be|which values can {k} have>",
            "<what {k} is|what {k} can be>",
            "<{k}|the value of {k}|the possible values of {k}>",
        ),
        "<for what|for which> {sort} [value of] {some_k} does <{some_f}|{some_eq}> have {some_repeated}",
        "what {sort} <{some_k}|value of {some_k}> <gives|makes> <{some_f}|{some_eq}> {some_repeated}",
        "{some_eq} has {some_repeated} and {some_k} is {sort}. <find|what is|work out> {some_k}",
        "{some_f} has {some_repeated}, {some_k} {sort}. <find|what is|work out> {some_k}",
        "<find|work out|determine|give> the {sort} <value of {some_k}|{some_k}> <for which|so that|if|when> "
        "{some_eq} has "
        "{some_repeated}",
        "{some_k} is {sort} and <{some_eq}|{some_f}> has {some_repeated}. <{some_k} = ?|find {some_k}>",
        *told_frames(
            "<{some_eq}|{some_f}|the quadratic {some_f}> has {some_repeated} and {some_k} is {sort}",
            "<what is {some_k}|how big is {some_k}>",
            "<what {some_k} is|the size of {some_k}>",
            "<{some_k}|the value of {some_k}|the {sort} value of {some_k}>",
        ),
    ),
    (
        "how must {k} be chosen so that {eq} has {repeated}",
        "{some_eq} with {sort} {some_k} has {some_repeated} for which {some_k}",
    ),
    constants=(0,),
)
def repeated_root_parameter(rng: Random) -> Instance:
    """The discriminant is zero."""
    k = rng.choice("kkkkmpabct")
    x = Sym("x")
    kk = Sym(k)
    sort = ""
    if rng.random() < 0.65:
        c = rng.randint(1, 10) ** 2
        a = rng.choice((1, 1, 1, 4, 9))
        f = polynomial((a, 0, 0), x) + kk * x + c
        if rng.random() < 0.4:
            sort = rng.choice(("positive", "positive", "negative"))
    else:
        a, b = rng.choice((1, 1, 4, 9)), number(rng, 12)
        f = polynomial((a, b, 0), x) + kk
    positive = " real" if rng.random() < 0.2 else ""
    repeated = phrase(
        f"<a repeated{positive} root|a double{positive} root|equal{positive} roots|two equal roots|only "
        f"one{positive} solution|exactly one{positive} root|one{positive} root|one repeated root>"
    )
    slots: dict[str, Slot] = {"f": f, "eq": equation(f, 0), "k": kk, "repeated": repeated}
    if sort:
        sign = ">" if sort == "positive" else "<"
        code = sympy_code(f"[r for r in solve(discriminant({f.code()}, x), {k}) if r {sign} 0][0]", symbols=["x", k])
        for name in ("f", "eq", "k", "repeated"):
            slots[f"some_{name}"] = slots.pop(name)
        slots["sort"] = sort
        end = Words(rf"So ${k} = \boxed{{⟨0⟩}}$.")
        return Instance(slots, (plan(rng, "Set the discriminant to zero.", f"Take the {sort} one."), code, end))
    code = sympy_code(f"solve(discriminant({f.code()}, x), {k})", symbols=["x", k])
    return Instance(
        slots, (plan(rng, "Set the discriminant to zero.", "A repeated root needs discriminant zero."), code, _so(k))
    )


@task(
    "radical equations",
    "root_equation_in_words",
    (
        "{find} {x} <when|if|where|so that|given that> {said}",
        "{said}. <solve|solve it|find {x}|what is {x}|what's {x}|work out {x}>",
        "{said}, <solve|find {x}|what is {x}|get {x}|{x} = ?>",
        "solve: {said}",
        "what is {x} <if|when> {said}",
        "for <which|what> {x} is it true that {said}",
        "<whats|what's> {x} if {said}",
        "<if|when> {said}, <what is|find|work out> {x}",
        *told_frames(
            "{said}",
            "<what is {x}|what number is {x}|how big is {x}>",
            "<what {x} is|how big {x} is>",
            "<{x}|the value of {x}|the number {x}>",
        ),
    ),
    ("{said}; how large must {x} be",),
    constants=(1, 3),
)
def root_equation_in_words(rng: Random) -> Instance:
    """Square and cube roots said in words."""
    x = variable(rng)
    s = Sym(x)
    a = rng.choice((1, 1, 1, 2, 3))
    b = number(rng, 12)
    inner = polynomial((a, b), s) if rng.random() < 0.8 else s
    sign = "plus" if b > 0 else "minus"
    lead = x if a == 1 else f"{a}{x}"
    words = x if isinstance(inner, Sym) else f"({lead} {sign} {abs(b)})"
    equals = "<is|equals|is equal to|=|gives>"
    if rng.random() < 0.5:
        value = rng.randint(1, 12)
        said = phrase(f"<the square root of|the root of|square root of|sqrt of> {words} {equals} {value}")
        eq = equation(call("sqrt", inner), value)
    else:
        value = rng.randint(1, 5)
        said = phrase(f"<the cube root of|the third root of|cube root of> {words} {equals} {value}")
        eq = equation(call("cbrt", inner), value)
    code = sympy_code(f"equation = {eq.code()}", f"solve(equation, {x})[0]", symbols=[x])
    end = Words(rf"So ${x} = \boxed{{⟨0⟩}}$.")
    return Instance({"said": said, "x": s}, (plan(rng, "Solve the root equation.", f"Solve for {x}."), code, end))


@task(
    "inequalities",
    "count_integers_between",
    (
        "how many <integers|whole numbers|integer values of|integer values> {x} <satisfy|fulfil|make "
        "true|solve|have> {eq}",
        "<number|count> of <integers|whole numbers|integer solutions> {x} <with|such that|for which|for> {eq}",
        "{eq}. how many <integer solutions|integers|whole number solutions|integers work|whole numbers fit>",
        "how many <integer|whole number> solutions does {eq} have",
        "<count|find the number of> <integers|integer values> {x} <with|such that|satisfying|for which> {eq}",
        "{x} is <an integer|a whole number|an integer number> <and|with> {eq}. how many <values can {x} "
        "take|{x} are there|"
        "possible values are there>",
        "<for|at> how many <integers|whole numbers> {x} <is|do we have|does it hold that> {eq}",
        "{wonder} how many <integers|whole numbers> {x} <fulfil|satisfy|fit> {eq}",
        "in how many ways can an integer {x} satisfy {eq}",
        "if {x} is <an integer|a whole number>, how many {x} <satisfy|fulfil> {eq}",
        "{eq} where {x} is an integer, how many <solutions|values|values of {x}>",
        "{given_that} {eq}, how many <integers {x} are there|integer values can {x} take|whole numbers can {x} be>",
        "how many <integers|whole numbers> are <solutions of|in the solution set of> {eq}",
        "the number of integer solutions <of|to> {eq}",
    ),
    ("{x} runs through the integers. how often is {eq} true",),
    constants=(1, 100, 101),
    repairable=False,
)
def count_integers_between(rng: Random) -> Instance:
    """`a < bx + c <= d` for whole numbers."""
    x = rng.choice("nnnnxxxkma")
    s = Sym(x)
    b, c = rng.choice((1, 2, 2, 3, 4)), rng.choice((0, number(rng, 9)))
    low = rng.randint(-15, 6)
    high = low + rng.randint(4, 25)
    left, right = rng.choice(("<", "<", "<=")), rng.choice(("<", "<=", "<="))
    middle = polynomial((b, c), s) if b > 1 or c else scaled(2, s)
    eq = _Between(expr(low), left, middle, right, expr(high))
    code = Code(f"len([{x} for {x} in range(-100, 101) if {eq.code()}])")
    slots: dict[str, Slot] = {"eq": eq, "x": s, "given_that": phrase("<given that|given|if|when>")}
    return Instance(
        slots,
        (
            plan(rng, "Count the integers that fit.", f"Try all {x} and count."),
            code,
            boxed(rng, "There are @.", "The number is @."),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Between(Expr):
    """`low < middle <= high`."""

    low: Expr
    first: str
    middle: Expr
    second: str
    high: Expr
    level = 0

    def code(self) -> str:
        return f"{self.low.code()} {self.first} {self.middle.code()} {self.second} {self.high.code()}"

    def bare(self, notation: Notation) -> str:
        left = Relation(self.low, self.middle, self.first).bare(notation)
        return left + Relation(expr("0"), self.high, self.second).bare(notation)[1:]

    def _names(self) -> list[str]:
        return self.middle._names()


@task(
    "algebra",
    "common_factor",
    (
        *verb_frames(
            "<factor|factorise|factorize>", "<factored|factorised>", "<factoring|factorising>", "{f}", without=SAYS_IT
        ),
        "<pull|take|bring|factor> out the <highest |greatest |biggest |>common factor <from|of|in> {f}",
        "take {f} and <pull|take|factor> out <the common factor|what is common|everything common>",
        "{f}: <take out|pull out|factor out> <the common factor|the gcf|the hcf|what you can>",
        "<put|write> {f} <with brackets|as a product|with one bracket|in factored form>",
        "<factorise|factorize|factor> <completely|fully>: {f}",
        "<factorise|factorize|factor> {f} <completely|fully|using the common factor>",
        "what is {f} <factored|factorised|with the common factor outside|with the common factor taken out>",
        "{f} <factored|factorised|in factored form>",
        "common factor of {f}, <factor it|take it out|put it in front>",
        "{must_find} the factored form of {f}",
    ),
    ("write {f} with everything that its terms share in front of a bracket",),
)
def common_factor(rng: Random) -> Instance:
    """Two or three terms in two letters that share a factor."""
    a, b = (Sym(letter) for letter in rng.choice(("ab", "xy", "xy", "pq", "mn", "ab", "st")))
    common = rng.randint(2, 9)
    p, q = rng.sample([n for n in range(1, 9)], 2)
    i, j, k, m = rng.choice(
        (
            (2, 1, 1, 2),
            (2, 1, 1, 1),
            (1, 2, 1, 1),
            (3, 1, 1, 2),
            (3, 2, 2, 3),
            (2, 0, 1, 1),
            (1, 1, 0, 2),
            (1, 1, 1, 0),
            (2, 1, 0, 1),
            (4, 0, 2, 1),
        )
    )

    def monomial(count: int, one: int, two: int) -> Expr:
        parts = [base**power if power > 1 else base for base, power in ((a, one), (b, two)) if power]
        product = parts[0] if len(parts) == 1 else parts[0] * parts[1]
        return scaled(count, product)

    f = monomial(common * p, i, j)
    second = monomial(common * q, k, m)
    f = f + second if rng.random() < 0.5 else f - second
    if rng.random() < 0.2:
        f = f + monomial(common, i + 1, j + 1)
    code = sympy_code(f"factor({f.code()})", symbols=[a.name, b.name])
    return Instance(
        {"f": f},
        (
            plan(rng, "Take out the common factor.", "Write it as a product."),
            code,
            boxed(rng, "It is @.", "So we get @."),
        ),
    )


SURD_SUM = (
    "<simplify|please simplify|can you simplify|simplify fully|simplify the surds|work out exactly>: {f}",
    "<simplify|please simplify|can you simplify|how do i simplify|help me simplify> {f} <fully|completely|as far as "
    "possible|exactly|> ",
    "<write|express|give|put|rewrite> {f} <as one surd|as a single surd|as one root|as a single root|in surd form|in "
    "simplest surd form|in its simplest form|in the form a sqrt(b)|as simply as possible|exactly>",
    "{f} <as one surd|as a single surd|as a single root|in surd form|in simplest surd form|simplified|exactly|exact "
    "value>",
    "what is {f} <in surd form|as a single surd|in simplest form|exactly|simplified>",
    "{f}, <simplify|simplify it|leave in surd form|no decimals|keep the roots|exact answer>",
    "<exact value|simplest form|surd form> of {f}",
    "{find} the <exact value|simplest form|simplest surd form> of {f}",
    "{must_find} the <exact value|simplest surd form> of {f}",
    "<combine|collect> the <roots|surds|square roots> <in|of> {f}",
    "{wonder} what {f} is <in surd form|as one surd|without decimals|exactly>",
    "{f} = ? <surd form|leave the root|exact answer please|no calculator>",
)


@task("algebra", "surd_sum", tuple(t.strip() for t in SURD_SUM), ("which single root is worth as much as {f}",))
def surd_sum(rng: Random) -> Instance:
    """Roots that are multiples of the same root: sums, differences, products, one root."""
    base = rng.choice((2, 2, 3, 3, 5, 6, 7, 10))
    p, q, r = rng.sample(range(2, 10 if base < 6 else 6), 3)

    def term(size: int) -> Expr:
        root = call("sqrt", base * size * size)
        return scaled(rng.randint(2, 5), root) if rng.random() < 0.2 else root

    match rng.randrange(6):
        case 0:
            f = term(p)
        case 1 | 2:
            f = term(p) + term(q)
        case 3:
            f = term(p) - term(q)
        case 4:
            f = term(p) + term(q) - term(r)
        case _:
            f = term(p) + call("sqrt", base)
    code = sympy_code(f"simplify({f.code()})")
    return Instance(
        {"f": f},
        (
            plan(rng, "Simplify the roots.", "Take the squares out of the roots."),
            code,
            boxed(rng, "It is @.", "The simplest form is @."),
        ),
    )


@task(
    "algebra",
    "rationalise_denominator",
    (
        *verb_frames(
            "<rationalise|rationalize>",
            "<rationalised|rationalized>",
            "<rationalising|rationalizing>",
            "<the denominator of {f}|the bottom of {f}>",
            without=SAYS_IT,
        ),
        "{f}, <rationalise the denominator|rationalize the denominator|get rid of the root below|no root in the "
        "bottom>",
        "<rationalise|rationalize> {f}",
        "<write|express|give> {f} <without a root in the denominator|with a rational denominator|with no surd in the "
        "denominator>",
        "<get rid of|remove|clear> the <root|surd|square root> <in|from> the <denominator|bottom> of {f}",
        "{f} with a rational denominator",
        "<rationalise|rationalize> the <denominator|bottom>: {f}",
    ),
    ("which fraction without a root below equals {f}",),
)
def rationalise_denominator(rng: Random) -> Instance:
    """`a/√b`, `a/(b + √c)`."""
    base = rng.choice((2, 3, 5, 6, 7, 10, 11))
    a, b = rng.randint(1, 12), rng.randint(1, 6)
    root = call("sqrt", base)
    bottom: Expr = rng.choice((root, root, scaled(rng.randint(2, 4), root), b + root, root - b, root + b))
    if bottom.code() == f"sqrt({base}) - {b}" and b * b == base:
        bottom = root
    f = expr(a) / bottom
    code = sympy_code(f"radsimp({f.code()})")
    return Instance({"f": f}, (plan(rng, "Rationalise the denominator."), code, boxed(rng, "It is @.")))


@task(
    "quadratic equations",
    "square_form",
    (
        "<write|express|put|rewrite> {f} <in the form|as|in the shape> {form}",
        "{f} in the form {form}",
        "<bring|convert|change> {f} <to|into> the form {form}",
        "{f}. <write it as|express it in the form|put it in the form> {form}",
        "<can|could|would> you <write|express|put> {f} in the form {form}",
        "<complete the square|completing the square> to write {f} as {form}",
        "<complete the square|completing the square>: {f} in the form {form}",
        "{must_find} the form {form} of {f}",
        "how do i <write|get|express> {f} <in the form|as> {form}",
        "{f} = {form}. <complete the square|what is the completed square|write it that way>",
        "<find|give> the completed square form of {f}, {form}",
        "i <have to|need to|must|should> <write|express|put> {f} in the form {form}",
    ),
    ("which square form {form} belongs to {f}",),
    constants=(2, 4),
)
def square_form(rng: Random) -> Instance:
    """`a(x + p)² + q`."""
    x = variable(rng) if rng.random() < 0.15 else "x"
    if x in "abpqhkc":
        x = "x"
    s = Sym(x)
    a = rng.choice((1, 1, 1, 2, 2, 3, -1, 4))
    f = polynomial((a, a * 2 * number(rng, 8) if rng.random() < 0.85 else number(rng, 9), number(rng, 20)), s)
    one, two = rng.choice(("pq", "pq", "bc", "hk"))
    square = (s + Sym(one)) ** 2 if one != "h" else (s - Sym("h")) ** 2
    form = (Sym("a") * square if a != 1 or rng.random() < 0.2 else square) + Sym(two)
    code = sympy_code(
        f"a, b, c = Poly({f.code()}, {x}).all_coeffs()",
        f"a*({x} + b/(2*a))**2 + c - b**2/(4*a)",
        symbols=[x],
    )
    return Instance({"f": f, "form": form}, (plan(rng, "Complete the square."), code, boxed(rng, "It is @.")))
