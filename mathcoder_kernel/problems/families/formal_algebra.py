"""Algebra as exams print it, in any letter: long equations, one unknown of a system, sums and products of polynomials,
powers of one letter, rules applied in a row, functions put together, derivatives of polynomials in two letters."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.chains import LETTERS
from mathcoder_kernel.problems.expression import (
    Expr,
    Pair,
    Product,
    Relation,
    Sym,
    Text,
    WithSigns,
    call,
    equation,
    expr,
    polynomial,
    readable,
    scaled,
    total,
)
from mathcoder_kernel.problems.families.calculus import DerivativeSign
from mathcoder_kernel.problems.families.linear_equations import ASK, HELD_OUT
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import (
    GOT_OR_OWNED,
    NOT_OF,
    SAYS_IT,
    THING_ALONE,
    noun_frames,
    told_frames,
    verb_frames,
)
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import ORDINALS, nth
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan, solved
from mathcoder_kernel.problems.sympy_code import sympy_code

NAMES = "fghpqrkuvwm"


def letters(rng: Random, count: int, *, without: str = "") -> list[str]:
    """Different letters, all about as often."""
    return rng.sample([letter for letter in dict.fromkeys(LETTERS) if letter not in without], count)


def letter(rng: Random, *, without: str = "") -> str:
    """One letter."""
    return rng.choice([name for name in LETTERS if name not in without])


@task(
    "linear equations",
    "long_linear_equation",
    (
        *ASK,
        "{eq}: <solve|find {x}|isolate {x}|determine {x}|calculate {x}>",
        "{eq}; <solve for {x}|what is {x}|find {x}|give {x}>",
        "<combine|collect> [the] like terms and solve {eq}",
        "<determine|find|give|state|compute> the <value|number> {x} that {eq} leaves possible",
        "<bring all terms with {x} to one side|tidy up both sides> and solve {eq}",
        "let {eq}. <solve for {x}|calculate {x}|what is {x}|determine {x}|find {x}>",
        "suppose {eq}. <solve for {x}|calculate {x}|what is {x}|determine {x}|find {x}>",
        "{x} <satisfies|obeys|is fixed by> {eq}. <give {x}|what is {x}|compute {x}|state its value>",
    ),
    HELD_OUT,
    weight=1.2,
)
def long_linear_equation(rng: Random) -> Instance:
    """Several terms on both sides, in any order."""
    x = letter(rng)
    s = Sym(x)
    largest = rng.choice((9, 12, 15, 80))
    while True:
        sizes = rng.choice(((3, 1), (2, 2), (3, 2), (3, 3), (4, 3), (1, 3), (4, 1), (4, 4), (5, 2)))
        sides = [[(rng.random() < 0.55, number(rng, largest)) for _ in range(size)] for size in sizes]
        a, b = (
            sum(c for of_x, c in sides[0] if of_x == kind) - sum(c for of_x, c in sides[1] if of_x == kind)
            for kind in (True, False)
        )
        if a and rng.random() < 0.75:
            b, rest = a * rng.randint(-12, 12), b
            sides[1].append((False, rest - b))
            rng.shuffle(sides[1])
        parts = [[scaled(c, s) if of_x else expr(c) for of_x, c in side if c] for side in sides]
        if a and all(parts):
            break
    left, right = (total(terms) for terms in parts)
    if rng.random() < 0.12:
        left, right = (
            expr(0),
            left + scaled(-1, expr(sides[1][0][1]))
            if len(sides[1]) == 1 and not sides[1][0][0]
            else total([*parts[0], *(-part for part in parts[1])]),
        )
    eq = equation(left, right)
    return Instance({"eq": eq, "x": s}, solved(rng, eq, x, rng.choice((f"Solve for {x}.", "Solve the equation."))))


@task(
    "systems of equations",
    "one_unknown_of_a_system",
    (
        *told_frames(
            "{eqs}",
            "<what is {x}|find {x}|what does {x} equal|how large is {x}|calculate {x}|solve for {x}|compute {x}>",
            "<what {x} is|what {x} equals|the value of {x}>",
            "<{x}|{x}|the value of {x}|the number {x}>",
            "{eqs}",
            sentences="<{eqs}|{fact} {eqs}|{fact} {eqs}|the equations {eqs} hold|the numbers {x} and {y} "
            "satisfy {eqs}>",
            without=("@L, @W = ?",),
        ),
        "{eqs}, {x} = ?",
        "{eqs}. {x} = ?",
        "solve {eqs} for {x}",
        "solve the <system|simultaneous equations|pair of equations> {eqs} for {x}",
        "<solve|consider|take> the system {eqs} and <state|give|find|write down> {x} [only]",
        "by <elimination|substitution> of {y}, <find|give|compute> {x} <from|out of> {eqs}",
        "<two numbers|the unknowns> {x} and {y} <satisfy|fulfil> {eqs}. <give|find|determine> {x}",
        "{y} and {x} are <numbers|unknowns> with {eqs}. <give|find|determine|what is> {x}",
        "let {x} and {y} <satisfy|be numbers with|fulfil> {eqs}. <give|find|determine|what is|state> {x}",
        "<both|both of> {eqs} <hold|are true>. <give|find|determine|what is|state> {x}",
        "<which|what> <{x}|value of {x}> <solves|belongs to the solution of|fits> {eqs}",
        "only {x} is <wanted|needed>: {eqs}",
        "{must_find} {x} but not {y}: {eqs}",
        "<use|by> <substitution|elimination>, <find|get> {x} <from|in> {eqs}",
        "{given} {eqs}, <compute|find|determine|give|what is> {x}",
        "given {eqs}, <find|determine|give|state> <{x}|the value of {x}>",
        "{eqs} <are both true|are given>. <give|find|state|compute|work out> {x}",
        "the <pair|system> {eqs} has one solution. <give|find|state|compute> its {x}",
        "<eliminate|substitute> to <find|get> {x}: {eqs}",
        "what is {x} in the solution of {eqs}",
    ),
    (
        "{eqs} fix two numbers; {x} is which of them",
        "how much must {x} be for {eqs} to be true at once",
    ),
    weight=1.6,
)
def one_unknown_of_a_system(rng: Random) -> Instance:
    """Two linear equations, in several arrangements; one of the unknowns is asked for."""
    x, y = letters(rng, 2)
    pair = [Sym(x), Sym(y)]
    truth = [rng.randint(-9, 12), rng.randint(-9, 12)]
    while True:
        rows = [[number(rng, 9), number(rng, 9)] for _ in range(2)]
        if rng.random() < 0.5:
            rows[1][rng.randrange(2)] = rng.choice((1, 1, -1))
        if rows[0][0] * rows[1][1] != rows[0][1] * rows[1][0]:
            break
    eqs = [_arranged(rng, row, pair, sum(c * t for c, t in zip(row, truth, strict=True))) for row in rows]
    if rng.random() < 0.4:
        eqs.reverse()
    both = Pair(tuple(eqs))
    order = ", ".join(sorted((x, y)))
    code = sympy_code(f"solve({both.code()}, [{order}])[{x}]", symbols=sorted((x, y)))
    steps = (
        plan(rng, f"Solve the system and take {x}.", f"Solve both equations; {x} is asked."),
        code,
        Words(rf"So ${x} = \boxed{{⟨0⟩}}$."),
    )
    return Instance({"eqs": both, "x": Sym(x), "y": Sym(y)}, steps)


def _arranged(rng: Random, row: list[int], pair: Sequence[Expr], value: int) -> Relation:
    (a, b), (s, t) = row, pair
    if rng.random() < 0.4:
        (a, b), (s, t) = (b, a), (t, s)
    x, y = scaled(a, s), scaled(b, t)
    if abs(a) == 1 and rng.random() < 0.6:  # solved for one letter
        return equation(s, polynomial((-a * b, a * value), t) if rng.random() < 0.7 else _sum(a * value, (-a * b, t)))
    match rng.randrange(9):
        case 0:
            return equation(x, _sum(value, (-b, t)))
        case 1:
            return equation(0, _sum(0, (a, s), (b, t), (-value, None)))
        case 2:
            return equation(_sum(0, (a, s), (b, t), (-value, None)), 0)
        case 3:
            shift = number(rng, 20)
            return equation(_sum(0, (a, s), (shift, None)), _sum(value + shift, (-b, t)))
        case 4:
            more = number(rng, 9)
            return equation(_sum(0, (a + more, s), (b, t)), _sum(value, (more, s)))
        case _:
            return equation(x + y, value)


def _sum(first: int, *terms: tuple[int, Expr | None]) -> Expr:
    """A sum of scaled letters and numbers without the terms that are 0."""
    parts = [expr(first)] if first else []
    parts += [expr(c) if s is None else scaled(c, s) for c, s in terms if c]
    return total(parts) if parts else expr(0)


def _mixed(rng: Random, x: Expr, degree: int, largest: int = 12) -> Expr:
    """A polynomial with terms missing and sometimes out of order."""
    coefficients = [number(rng, largest)] + [number(rng, largest) if rng.random() < 0.7 else 0 for _ in range(degree)]
    if not any(coefficients[1:]):
        coefficients[-1] = number(rng, largest)
    order = list(range(degree + 1))
    if rng.random() < 0.3:
        rng.shuffle(order)
    return polynomial(coefficients, x, order)


_POLYNOMIAL_END = "[<, simplified|, as a polynomial|, in standard form|, in descending powers>]"


@task(
    "polynomials",
    "sum_of_polynomials",
    (
        "add {f} to {g}",
        "add {f} and {g}",
        "{find} the sum of {f} and {g}" + _POLYNOMIAL_END,
        "the sum of {f} and {g}" + _POLYNOMIAL_END,
        "{f} plus {g}" + _POLYNOMIAL_END,
        "what <is|do you get for|results from> {f} plus {g}" + _POLYNOMIAL_END,
        "{f} is added to {g}. <{result_q}|give the sum|state the sum|which polynomial results>",
        "if {f} and {g} are added, <{result_q}|what is the sum|which polynomial results>",
        "<increase|enlarge> {g} by {f}",
        "{consider_all} [the polynomials] {f} and {g}. <add them|give their sum|what is their sum|find the sum>",
        "to {g} <add|we add|one adds> {f}. <{result_q}|simplify>",
        "({f}) + ({g})",
        "<simplify|compute|calculate|work out>: ({f}) + ({g})",
        "({f}) + ({g}) = ?",
        "<what must be|what is> the total of {f} and {g}",
        "<combine|put together> {f} and {g} by addition",
        *verb_frames("add", "added", "adding", "{f} and {g}", without=(*SAYS_IT, "@V @X <for", "i am <", "{consider}")),
        *noun_frames("sum", "<{f} and {g}|the polynomials {f} and {g}>", several=True, without=("belongs to",)),
        "let {a} = {f} and {b} = {g}. <{find}|give|state> {a} + {b}",
        "{a} = {f}, {b} = {g}, {a} + {b} = ?",
    ),
    ("{f} and {g} together make which polynomial", "which polynomial is {f} more than {g}"),
)
def sum_of_polynomials(rng: Random) -> Instance:
    """Two polynomials in the same letter added."""
    return _combined_by(rng, "+", "Add the polynomials.", "The sum is @.")


@task(
    "polynomials",
    "difference_of_polynomials",
    (
        "subtract {g} from {f}",
        "<take away|take|deduct|remove> {g} from {f}",
        "from {f} <subtract|remove|we subtract> {g}",
        "{find} the difference of {f} and {g}" + _POLYNOMIAL_END,
        "the difference between {f} and {g}" + _POLYNOMIAL_END,
        "({f}) minus ({g})" + _POLYNOMIAL_END,
        "what <is|do you get for|results from> ({f}) minus ({g})" + _POLYNOMIAL_END,
        "{g} is <subtracted|taken away|taken> from {f}. <{result_q}|give the difference|which polynomial results>",
        "if {g} is <subtracted|taken away> from {f}, <{result_q}|what is left|which polynomial results>",
        "when <i|you|we> <subtract|take away> {g} from {f}, <{result_q}|what is left|what remains>",
        "<decrease|diminish|reduce> {f} by {g}",
        "{consider_all} [the polynomials] {f} and {g}. <subtract the second from the first|give the first minus the "
        "second>",
        "({f}) - ({g})",
        "<simplify|compute|calculate|work out>: ({f}) - ({g})",
        "({f}) - ({g}) = ?",
        "what remains of {f} after {g} is <subtracted|taken away>",
        "<what must be|which polynomial has to be> added to {g} to <get|give|obtain> {f}",
        *verb_frames("subtract", "subtracted", "subtracting", "{g} from {f}", without=(*THING_ALONE, "@V @X <for")),
        "{must_find} ({f}) minus ({g})",
        "how much <larger|bigger|more> is {f} than {g}",
        "let {a} = {f} and {b} = {g}. <{find}|give|state> {a} - {b}",
        "{a} = {f}, {b} = {g}, {a} - {b} = ?",
    ),
    ("by which polynomial does {f} exceed {g}", "{f} less {g} comes to what"),
)
def difference_of_polynomials(rng: Random) -> Instance:
    """One polynomial taken away from another."""
    return _combined_by(rng, "-", "Subtract the polynomials.", "The difference is @.")


def _combined_by(rng: Random, sign: str, words: str, end: str) -> Instance:
    x = letter(rng)
    s = Sym(x)
    f, g = (_mixed(rng, s, rng.choice((1, 2, 2, 2, 3, 3, 4))) for _ in range(2))
    a, b = rng.choice([pair for pair in ("PQ", "AB", "FG", "RS", "UV") if x.upper() not in pair])
    between = sign if sign == "*" else f" {sign} "
    code = sympy_code(f"expand(({f.code()}){between}({g.code()}))", symbols=[x])
    return Instance({"f": f, "g": g, "a": Sym(a), "b": Sym(b)}, (Words(words), code, boxed(rng, "It is @.", end)))


_STANDARD = (
    "<write|rewrite|give|express> {f} <in descending powers|in standard form|as a polynomial> [of {x}|in {x}]",
    "<turn|put> {f} into <standard form|the usual form of a polynomial>",
    "<simplify|expand|multiply out|tidy up|sort out>: {f}",
    "{f} as a polynomial [in {x}]",
    "<which|what> polynomial [in {x}] is {f} [<when multiplied out|when simplified|in standard form>]",
    "{f} = ?",
    "{f}",
    "<simplify|reduce> {f} as <far|much> as <you can|it goes>",
    "<remove all brackets in|clear the brackets of> {f} and <collect|combine> like terms",
    "let {x} be <a|any> number. <simplify|expand|write as a polynomial>: {f}",
    *verb_frames(
        "<expand and simplify|simplify|multiply out and sort>",
        "<expanded and simplified|simplified|multiplied out and sorted>",
        "<expanding and simplifying|simplifying|multiplying out and sorting>",
        "{f}",
    ),
    *noun_frames("<standard form|simplest form as a polynomial>", "{f}", without=GOT_OR_OWNED),
)


@task(
    "polynomials",
    "products_to_standard_form",
    ("{expand} {f}", "{expand} {f} and <collect|sort|combine> the terms", *_STANDARD),
    ("{f} holds brackets; without them it reads how", "sort {f} by powers once it is multiplied out"),
    weight=1.3,
)
def products_to_standard_form(rng: Random) -> Instance:
    """Products with a minus in front, unsorted brackets, sums of products, squares of sums."""
    x = letter(rng)
    s = Sym(x)

    def bracket() -> Expr:
        if rng.random() < 0.2:
            return total(rng.sample((s, s, scaled(number(rng, 6), s), expr(number(rng, 9))), 3)) + number(rng, 9)
        return _mixed(rng, s, rng.choice((1, 1, 1, 2)), 9)

    def single() -> Expr:
        return Product((scaled(number(rng, 9), s if rng.random() < 0.7 else s**2),))

    match rng.randrange(8):
        case 0:
            f: Expr = -(bracket() * bracket())
        case 1:
            f = Product((bracket(), single()))
        case 2:
            f = scaled(number(rng, 9), s) * bracket()
        case 3:
            f = bracket() * bracket() + rng.choice((1, -1)) * rng.randint(2, 9) * bracket()
        case 4:
            f = (bracket() * bracket()) - (bracket() * bracket())
        case 5:
            f = bracket() ** 2 - scaled(number(rng, 9), s**2)
        case 6:
            f = bracket() * bracket() * bracket()
        case _:
            f = number(rng, 9) * bracket() - number(rng, 9) * bracket() + bracket()
    code = sympy_code(f"expand({f.code()})", symbols=[x])
    return Instance(
        {"f": f, "x": s},
        (plan(rng, "Multiply out and sort.", "Expand and collect terms."), code, boxed(rng, "It is @.")),
    )


@task(
    "polynomials",
    "like_terms_of_powers",
    ("{simplify} {f}", "<combine|collect|add up> the like terms <in|of> {f}", *_STANDARD),
    ("{f} can be written with fewer terms; how", "each power only once: {f}"),
)
def like_terms_of_powers(rng: Random) -> Instance:
    """Four to eight terms in powers of one letter, rarely of two."""
    names = letters(rng, 1 if rng.random() < 0.75 else 2)
    s = Sym(names[0])
    kinds: list[Expr | None] = [s, s, s ** rng.choice((2, 2, 3)), None]
    if len(names) == 2:
        kinds[1] = rng.choice((Sym(names[1]), s * Sym(names[1])))
    while True:
        drawn = [rng.choice(kinds) for _ in range(rng.randint(4, 8))]
        if len({*drawn} - {None}) >= min(2, len(drawn)) and len({*drawn}) < len(drawn):
            break
    largest = rng.choice((9, 12, 40))
    f = total([expr(c) if kind is None else scaled(c, kind) for kind in drawn for c in [number(rng, largest)]])
    code = sympy_code(f"expand({f.code()})", symbols=f.symbols)
    steps = (plan(rng, "Combine like terms.", "Add up the terms of each power."), code, boxed(rng, "It is @."))
    return Instance({"f": f, "x": Sym(f.symbols[0])}, steps)


@task(
    "algebra",
    "one_power_of_a_letter",
    (
        "{simplify} {f}{for}",
        *verb_frames(
            "<write|express|rewrite>",
            "<written|expressed> as <a single|one> power",
            "<writing|expressing>",
            "{f} as <a single|one> power [of {x}]{for}",
            without=(*THING_ALONE, "if <you"),
        ),
        *verb_frames("simplify", "simplified", "simplifying", "{f}"),
        "{f} as <a single|one> power [of {x}]{for}",
        "<combine|reduce|bring> {f} <into|to> <one|a single> power [of {x}]{for}",
        "<use|apply> the <laws of exponents|index laws|rules for powers> to <simplify|combine> {f}{for}",
        "{f} is one power of {x}. <which one|write it out|write out the power>",
        "let {x} be positive. <simplify {f}|write {f} as a power of {x}|reduce {f} to one power>",
        "suppose {positive}. <simplify {f}|write {f} as a power of {x}|reduce {f} to one power>",
        "{f}, <simplify|one power of {x}|as a power of {x}>",
        "<what|which> power of {x} <is|equals|is equal to> {f}{for}",
        "simplify {f} <assuming|given that|if> {x} is positive",
        "<assuming|given that> {x} is positive, <simplify|reduce|write as one power> {f}",
    ),
    ("{x} occurs several times in {f}; let it occur once", "which single power of {x} has the value {f}"),
    constants=(0,),
    weight=1.3,
)
def one_power_of_a_letter(rng: Random) -> Instance:
    """Products, quotients and powers of powers, with negative and fractional exponents."""
    x = letter(rng)
    s = Sym(x)
    fractional, negative = rng.random() < 0.4, rng.random() < 0.4

    def exponent() -> Fraction:
        if fractional and rng.random() < 0.75:
            return Fraction(rng.choice((1, 1, 2, 3, 5, -1, -2, 7)), rng.choice((2, 3, 3, 4, 5, 6)))
        return Fraction(rng.randint(1, 12) * (-1 if negative and rng.random() < 0.5 else 1))

    def power(depth: int) -> tuple[Expr, Fraction]:
        draw = rng.random()
        if draw < 0.14:
            return s, Fraction(1)
        if draw < 0.2 and fractional:
            return call("sqrt", s), Fraction(1, 2)
        if draw < 0.5 and depth:
            inner, value = product(1 if rng.random() < 0.6 else 2, depth - 1)
            e = exponent() if rng.random() < 0.4 else Fraction(rng.choice((2, 2, 3, 3, 4, 5, -1, -2)))
            return (inner, value) if e == 1 else (inner ** expr(e), value * e)
        e = exponent()
        return (s, e) if e == 1 else (s ** expr(e), e)

    def product(count: int, depth: int) -> tuple[Expr, Fraction]:
        result, value = power(depth)
        for _ in range(count - 1):
            other, more = power(depth)
            if rng.random() < 0.35:
                result, value = result / other, value - more
            else:
                result, value = result * other, value + more
        return result, value

    while True:
        f, value = product(rng.choice((1, 2, 2, 2, 3, 3, 4)), 2)
        if value not in (0, 1) and abs(value) <= 60 and f.code().count("**") >= 1 and f.code().count(x) > 1:
            break
        if f.code().count("**") >= 2 and value not in (0, 1) and abs(value) <= 60:
            break
    code = sympy_code(f"{x} = symbols('{x}', positive=True)", f"simplify({f.code()})")
    after = phrase(
        "[<, {x} positive| for {positive}| with {positive}| ({positive})| where {x} is positive|, assuming {positive}>]"
    )
    steps = (plan(rng, "Use the laws of exponents.", "Combine the powers."), code, boxed(rng, "It is @."))
    return Instance({"f": WithSigns(f), "x": s, "for": after, "positive": Relation(s, expr(0), ">")}, steps)


@task(
    "polynomials",
    "feature_of_a_product",
    (
        "{find} the {what} of {f}",
        "<determine|state|give|calculate> the {what} <of|in> {f}",
        *noun_frames(
            "{what}",
            "<{f}|the polynomial {f}|the expression {f}|the product {f}>",
            without=(*GOT_OR_OWNED, "@X, @N", "what exactly"),
        ),
        "<multiply out|expand> {f} and <state|give|read off|find> the {what}",
        "<multiply out|expand> {f}. <what is|give|state> the {what}",
        "when {f} is <multiplied out|expanded>, what is the {what}",
        "without expanding <everything|completely>, <find|give> the {what} of {f}",
        "let {a} = {f}. <what is|find|give|state> the {what} of {a}",
        "the polynomial {a} is {f}. <what is|find|give|state> its {what}",
        "{what}: {f}",
    ),
    ("{f} has brackets; once they are gone, which {what} is seen",),
    constants=(0, 1),
)
def feature_of_a_product(rng: Random) -> Instance:
    """Degree, constant term, leading coefficient, sum of coefficients or one coefficient of a product."""
    x = letter(rng)
    s = Sym(x)
    factors = [_mixed(rng, s, rng.choice((1, 1, 2, 2, 3)), 9) for _ in range(rng.choice((2, 2, 3)))]
    if rng.random() < 0.5:
        place = rng.randrange(len(factors))
        factors[place] = factors[place] ** rng.randint(2, 4)
    f = factors[0]
    for other in factors[1:]:
        f = f * other
    if rng.random() < 0.2:
        f = f + _mixed(rng, s, 2)
    slots: dict[str, Slot] = {"f": f, "a": Sym(rng.choice("PQRTW"))}
    said = f.code()
    match rng.randrange(5):
        case 0:
            what, line = "<degree|degree|highest exponent>", f"degree({said}, {x})"
        case 1:
            what, line = "<constant term|constant term|constant>", f"expand({said}).coeff({x}, 0)"
        case 2:
            what = "<leading coefficient|leading coefficient|coefficient of the highest power>"
            line = f"Poly({said}, {x}).LC()"
        case 3:
            what, line = "<sum of the coefficients|sum of all coefficients>", f"sum(Poly({said}, {x}).all_coeffs())"
        case _:
            k = rng.randint(1, 3)
            slots["p"] = s**k if k > 1 else s
            what, line = "<coefficient of {p}|{p} coefficient>", f"expand({said}).coeff({x}, {k})"
    return Instance(
        slots | {"what": phrase(what)},
        (
            plan(rng, "Look at the product as one polynomial.", "Treat it as one polynomial."),
            sympy_code(line, symbols=[x]),
            boxed(rng, "It is @.", "The answer is @."),
        ),
    )


def _times(n: int) -> Slot:
    return phrase({2: "<twice|two times|2 times>", 3: "<three times|3 times>"}[n])


_ARROW = Text("->", "→", r"\to")
_RULE = (
    "<let {gx}|the rule is {gx}|suppose {gx}|define {gx}|the function {g} is given by {gx}|the rule {g} <sends|takes"
    "|maps> {x} to {f}|{g} <turns|sends|takes|maps> {x} <into|to> {f}|{g}: {x} {to} {f}|consider the <rule|map> {gx}>"
)


@task(
    "functions",
    "rule_twice_on_a_letter",
    (
        _RULE + ". <apply {g} twice to {x}|use {g} twice, starting from {x}|give {ggx}|what is {ggx}|expand {ggx}>",
        _RULE + ". what <results|comes out|do you get> <when|if> {g} is <applied|used> <twice|two times>",
        _RULE + ". <simplify|find|write out|determine|calculate|write as a polynomial:> {ggx}",
        "<apply|use> <the function|the map> {gx} <twice|two times> [to {x}]",
        "<apply|use> {gx} <twice|two times|to itself>. <{result_q}|give the result>",
        "{ggx} <if|when|for|where|given|with> {gx}",
        "{find} {ggx} <if|when|for|given> {gx}",
        "{gx}, {ggx} = ?",
        "{gx}. {find} {ggx} [in expanded form|as a polynomial]",
        "<expand|simplify|multiply out> {ggx} <where|for|with> {gx}",
        "{find} the <second iterate|composition of {g} with itself> <if|when|for> {gx}",
        "put {gx} into itself",
        "{must_find} {ggx} <if|when|for> {gx}",
        "the <rule|function> {gx} is <applied|used> twice. <which polynomial results|what comes out|{result_q}>",
        "starting <from|with> {x}, {gx} is applied two times. <{result_q}|give the polynomial>",
    ),
    ("{g} follows {g}, and {gx}: which expression in {x} stands at the end",),
)
def rule_twice_on_a_letter(rng: Random) -> Instance:
    """A function put into itself, multiplied out."""
    name, x, f = _rule(rng)
    ggx = call(name, call(name, Sym(x)))
    code = sympy_code(f"{name} = {f.code()}", f"expand({name}.subs({x}, {name}))", symbols=[x])
    slots: dict[str, Slot] = {
        "g": Sym(name), "x": Sym(x), "f": f, "gx": equation(call(name, Sym(x)), f), "ggx": ggx, "to": _ARROW,
    }  # fmt: skip
    steps = (plan(rng, f"Put {name}({x}) into {name}.", "Apply the rule to its own result."), code)
    return Instance(slots, (*steps, boxed(rng, "The result is @.", "It is @.")))


def _rule(rng: Random) -> tuple[str, str, Expr]:
    name = rng.choice(NAMES)
    x = letter(rng, without=name)
    f = polynomial((number(rng, 6), number(rng, 12)), Sym(x))
    if rng.random() < 0.45:
        f = polynomial((rng.choice((1, 1, -1, 2)), number(rng, 6) if rng.random() < 0.7 else 0, number(rng, 6)), Sym(x))
    elif rng.random() < 0.3:
        f = number(rng, 9) - scaled(rng.randint(1, 6), Sym(x))
    return name, x, f


@task(
    "functions",
    "rule_repeated_on_a_number",
    (
        _RULE + ". {n} is the starting value, and {g} is used {times}. <{result_q}|which number is reached>",
        _RULE + ". <start|begin> <at|with> {n} and <apply|use> {g} {times}. <{result_q}|which number is reached>",
        _RULE + ". {g} is <applied|used> {times} to {n}. <{result_q}|which number comes out|give the result>",
        _RULE + ". <apply {g} {times} to {n}|use {g} {times} on {n}|what does {g}, used {times}, make of {n}>",
        _RULE + ". <{find}|give|calculate|evaluate|what is> {nested}",
        "<apply|use> the <rule|function|map> {gx} {times} <to|on> {n}",
        "<apply|use> {gx} {times}, <starting at|starting from|beginning with> {n}",
        "{nested} <if|when|for|where|given|with> {gx}",
        "{evaluate} {nested} <if|when|for|given> {gx}",
        "{gx}, {nested} = ?",
        "{gx}. <{find}|evaluate|what is|give> {nested}",
        "{must_find} {nested} <if|when|for> {gx}",
        "{n} is put into {gx} and the result put in again, {times} in all. <{result_q}|what comes out>",
        "<which|what> number <results|comes out> when {gx} is applied {times} to {n}",
        "from {n}, {times} through the rule {gx}: <{result_q}|where does it end>",
    ),
    ("{n} goes through {gx} {times}; what number leaves it last",),
)
def rule_repeated_on_a_number(rng: Random) -> Instance:
    """A function applied two or three times to a number."""
    name, x, f = _rule(rng)
    count = rng.choice((2, 2, 3))
    if "**" in f.code():
        count = 2
    n = expr(number(rng, 7))
    nested, code = call(name, n), f"{name}.subs({x}, {n.code()})"
    for _ in range(count - 1):
        nested, code = call(name, nested), f"{name}.subs({x}, {code})"
    slots: dict[str, Slot] = {
        "g": Sym(name), "x": Sym(x), "f": f, "gx": equation(call(name, Sym(x)), f), "n": n, "nested": nested,
        "to": _ARROW,
    }  # fmt: skip
    steps = (
        plan(rng, "Put the number in, then the result again.", "Apply the rule again and again."),
        sympy_code(f"{name} = {f.code()}", code, symbols=[x]),
        boxed(rng, "The result is @.", "It is @."),
    )
    return Instance(slots | {"times": _times(count)}, steps)


@task(
    "functions",
    "rules_in_a_row",
    (
        "{define} {fx} and {gx}. {p} acts on {at} and {q} on the outcome. <{result_q}|give the outcome>",
        "let {fx} and let {gx}. <apply|use> first {p} and then {q} <to|on> {at}",
        "let {gx} and let {fx}. <apply|use> {p} to {at} and {q} to <the result|what comes out>. <{result_q}|simplify>",
        "{fx}, {gx}. {at} goes <first |>into {p}, <the result|what comes out> into {q}. <{result_q}|what comes out>",
        "<apply|use> {p} and <afterwards|then|after that> {q} <to|on> {at} <if|where|for|with> {fx} and {gx}",
        "{q} after {p} <at|applied to> {at} <if|where|for|with> {fx} and {gx}",
        "{find} {nested} <if|where|for|given|with> {fx} and {gx}",
        "{nested} <if|where|for|given|with> {gx} and {fx}",
        "let {fx}. let {gx}. <{find}|what is|give|simplify|calculate|determine> {nested}",
        "{gx}. {fx}. <{find}|what is|give|simplify|calculate|determine> {nested}",
        "suppose {fx} and {gx}. <{find}|what is|give|simplify|calculate|determine> {nested}",
        "put {fx} and {gx}. <what is|determine|give> {nested}",
        "the output of {fx} at {at} is the input of {gx}. <{result_q}|what is the last output>",
        "two rules are <used|applied> one after the other to {at}: {fx}, then {gx}. <{result_q}|what comes out>",
        "{fx}, {gx}, {nested} = ?",
        "{must_find} {nested} <if|when|for> {fx} and {gx}",
        "<put|insert|feed> {p}({at}) into {q} <if|where|for|with> {fx} and {gx}",
    ),
    ("{at} meets {fx} on its way and after it {gx}; how does it arrive",),
)
def rules_in_a_row(rng: Random) -> Instance:
    """One function after another, at a letter or at a number."""
    p, q = rng.sample(NAMES, 2)
    x = letter(rng, without=p + q)
    s = Sym(x)
    f = _mixed(rng, s, rng.choice((1, 1, 2)), 9)
    g = _mixed(rng, s, 1 if "**2" in f.code() and rng.random() < 0.7 else rng.choice((1, 2, 2)), 9)
    at: Expr = s
    last = f"expand({q}.subs({x}, {p}))"
    if rng.random() < 0.35:
        at = expr(number(rng, 8))
        last = f"{q}.subs({x}, {p}.subs({x}, {at.code()}))"
    slots: dict[str, Slot] = {
        "p": Sym(p), "q": Sym(q), "at": at, "fx": equation(call(p, s), f), "gx": equation(call(q, s), g),
        "nested": call(q, call(p, at)),
    }  # fmt: skip
    steps = (
        plan(rng, f"First {p}, then {q}.", f"Put {p} into {q}."),
        sympy_code(f"{p} = {f.code()}", f"{q} = {g.code()}", last, symbols=[x]),
        boxed(rng, "The result is @.", "It is @."),
    )
    return Instance(slots, steps)


def _functions(rng: Random) -> tuple[str, list[str], Slot, Expr, str]:
    """The letter, the code of the definitions, the definitions, an expression made of them and its code."""
    p, q = rng.sample(NAMES, 2)
    x = letter(rng, without=p + q)
    s = Sym(x)
    f, g = _mixed(rng, s, rng.choice((1, 2, 2, 3)), 9), _mixed(rng, s, rng.choice((1, 1, 2)), 9)
    a, b, c = number(rng, 9), number(rng, 9), number(rng, 9)
    k = rng.choice((1, -1, 2, 3, -2))
    alone, kind = rng.random() < 0.35, rng.randrange(7)

    def made(fx: Expr, gx: Expr, inner: Expr, moved: Expr, minus: Expr) -> Expr:
        if alone:
            choices = (
                scaled(a, fx) + scaled(b, s), s * fx, fx + minus, fx - minus, scaled(a, fx) + scaled(b, s**2) + c,
                moved - fx, (s + k) * fx,
            )  # fmt: skip
        else:
            choices = (
                fx * gx, scaled(a, fx) + scaled(b, gx), fx - gx**2, fx + scaled(b, gx) + scaled(c, s), inner + fx,
                s * gx - fx, inner - scaled(b, gx),
            )  # fmt: skip
        return choices[kind]

    shown = made(call(p, s), call(q, s), call(p, call(q, s)), call(p, s + k), call(p, -s))
    code = made(
        Sym(p), Sym(q), Sym(f"{p}.subs({x}, {q})"), Sym(f"{p}.subs({x}, {(s + k).code()})"), Sym(f"{p}.subs({x}, -{x})")
    )
    first, second = equation(call(p, s), f), equation(call(q, s), g)
    lines = [f"{p} = {f.code()}"] if alone else [f"{p} = {f.code()}", f"{q} = {g.code()}"]
    return x, lines, first if alone else Pair((first, second)), shown, code.code()


_DEFINED = "<{define} {defs}|let {defs}|put {defs}|suppose that {defs}>"


def _of_functions(rng: Random, last: str, **more: Slot) -> Instance:
    """`last`: the line that is asked, `@` stands for the expression."""
    x, lines, defs, shown, code = _functions(rng)
    taken = "".join(line[0] for line in lines) + x
    slots: dict[str, Slot] = {"defs": defs, "x": Sym(x)} | more
    if rng.random() < 0.5:
        name = rng.choice([n for n in "ghkwmpvrA" if n not in taken])
        lines.append(f"{name} = {code}")
        slots |= {"whole": readable(equation(call(name, Sym(x)), shown)), "w": call(name, Sym(x)), "name": Sym(name)}
        slots["w_prime"] = call(name + "'", Sym(x))
        if "n" in more:
            assert isinstance(more["n"], Expr)
            slots["at"] = call(name, more["n"])
        code = name
    else:
        slots["w_alone"] = readable(shown)
    bare = code if code.isalpha() else f"({code})"
    asked = last.replace("(@)", bare if ".subs" in last else f"({code})").replace("@", code).replace("!", x)
    return Instance(
        slots,
        (
            plan(rng, "Put the definitions together.", "Write the definitions down, then compute."),
            sympy_code(*lines, asked, symbols=[x]),
            boxed(rng, "The result is @.", "It is @."),
        ),
    )


@task(
    "functions",
    "functions_put_together",
    (
        *(
            frame
            for opening, w in (
                (_DEFINED + ". <let|define|put|set|and let> {whole}", "{w}"),
                (_DEFINED, "{w_alone}"),
            )
            for frame in (
                f"{opening}. <{{expand}}|simplify|multiply out> {w}",
                f"{opening}. <give|express|rewrite> {w} as a polynomial [in {{x}}]",
                f"{opening}. <{{find}}|determine|calculate|what is> {w} [in expanded form|in standard form]",
                f"{opening}. <bring|put> {w} into <standard form|descending powers of {{x}}>",
                f"{opening}. <which|what> polynomial is {w}",
                f"{opening}. {{must_find}} {w} as a polynomial",
            )
        ),
        "{w_alone} <if|where|for|with|given> {defs}",
        "<expand|simplify|{find}> {w_alone} <if|where|for|with|given> {defs}",
        "{defs}, {w_alone} = ?",
        "{defs}. {whole}. <expand {w}|simplify {w}|{w} = ?>",
        "<simplify|expand> {whole} <if|where|for|with> {defs}",
    ),
    ("from {defs} one builds {whole}; which polynomial is that", "knowing {defs}, multiply {w_alone} out"),
)
def functions_put_together(rng: Random) -> Instance:
    """Sums, products, squares and compositions of defined functions as a polynomial."""
    return _of_functions(rng, "expand(@)")


@task(
    "functions",
    "functions_put_together_at_a_number",
    (
        *(
            frame
            for opening, w in (
                (_DEFINED + ". <let|define|put|set|and let> {whole}", "{at}"),
                (_DEFINED, "{w_alone} at {x} = {n}"),
            )
            for frame in (
                f"{opening}. <{{find}}|calculate|evaluate|determine|what is> {w}",
                f"{opening}. {{must_find}} {w}",
                f"{opening}. <give|state|compute> the value <of|> {w}",
            )
        ),
        "{w_alone} at {x} = {n} <if|where|for|with|given> {defs}",
        "{defs}, {x} = {n}. <{find}|evaluate|what is|calculate> {w_alone}",
        "<{find}|evaluate> {w_alone} for {x} = {n} <if|where|with|given> {defs}",
        "{defs}. {whole}. <{at} = ?|what is {at}|evaluate {at}|how large is {at}>",
        "<{find}|evaluate> {at} <if|where|for|with> {defs} and {whole}",
    ),
    (
        "from {defs} one builds {whole}; what stands at {x} = {n}",
        "knowing {defs}, what number is {w_alone} for the input {n}",
    ),
)
def functions_put_together_at_a_number(rng: Random) -> Instance:
    """The same, evaluated."""
    n = expr(number(rng, 10))
    return _of_functions(rng, f"(@).subs(!, {n.code()})", n=n)


@task(
    "derivatives",
    "functions_put_together_derivative",
    (
        *(
            frame
            for opening, w in (
                (_DEFINED + ". <let|define|put|set|and let> {whole}", "{w}"),
                (_DEFINED, "{w_alone}"),
            )
            for frame in (
                f"{opening}. {{differentiate}} {w} [with respect to {{x}}]",
                f"{opening}. <{{find}}|determine|give|compute> the [first] derivative of {w} [, expanded]",
                f"{opening}. <what is|calculate> d/d{{x}} of {w}",
                f"{opening}. {{must_find}} the derivative of {w}",
            )
        ),
        "derivative of {w_alone} <if|where|for|with|given> {defs}",
        "<differentiate|{find} the derivative of> {w_alone} <if|where|for|with|given> {defs}",
        "{defs}. {whole}. <{w_prime} = ?|what is {w_prime}|give {w_prime}|find {w_prime}>",
        _DEFINED + ". let {whole}. <what is|give|find|determine|calculate> {w_prime}",
        "<{find}|give|determine> {w_prime} <if|where|for|with> {defs} and {whole}",
    ),
    (
        "from {defs} one builds {whole}; which function describes its slope",
        "knowing {defs}, how fast does {w_alone} change with {x}",
    ),
)
def functions_put_together_derivative(rng: Random) -> Instance:
    """The same, differentiated and multiplied out."""
    return _of_functions(rng, "expand(diff(@, !))")


@task(
    "polynomials",
    "letters_that_stand_for_expressions",
    (
        "{define} {defs}. <give|express|rewrite> {w} <as a polynomial in {x}|in terms of {x}|using only {x}>",
        "{given} {defs}, <give|express|rewrite> {w} <as a polynomial in {x}|in terms of {x}|using only {x}>",
        "let {defs}. <what is|find|determine|expand|simplify> {w} [in terms of {x}]",
        "{w} <in terms of {x}|as a polynomial in {x}> <if|when|where|given> {defs}",
        "{find} {w} <in terms of {x}|as a polynomial in {x}> <if|when|given> {defs}",
        "<substitute|put|insert> {defs} <in|into> {w} [and <simplify|expand>]",
        "{defs}. <{w} = ?|what is {w} in terms of {x}|expand {w}|give {w} as a polynomial>",
        "suppose {defs}. then {w} is <which polynomial in {x}|what in terms of {x}>",
        "<expand|simplify|rewrite> {w} <if|when|where|with|given> {defs}",
        "{must_find} {w} in terms of {x} <if|when|where|given> {defs}",
        "<replace|eliminate> the other letters in {w} <using|with> {defs}",
        "which polynomial in {x} <is|equals> {w} <if|when> {defs}",
    ),
    ("with {defs}, only {x} shall stay in {w}; how does it look",),
)
def letters_that_stand_for_expressions(rng: Random) -> Instance:
    """Letters defined by expressions of another one, put together and multiplied out."""
    x, a, m = letters(rng, 3)
    s, p, q = Sym(x), Sym(a), Sym(m)
    first = _mixed(rng, s, rng.choice((1, 1, 2)), 9)
    second = rng.choice((p * s, p**2, scaled(number(rng, 6), p) + number(rng, 9), p + s, p - scaled(number(rng, 5), s)))
    if rng.random() < 0.3:
        second = _mixed(rng, s, 1, 9)
    k, c = number(rng, 6), number(rng, 9)
    w = rng.choice((q + scaled(k, p), p * q, scaled(k, q) - p, q - p**2, q + scaled(k, s), s * q + c * p, p + q + c))
    if a not in w.symbols and a not in second.symbols:
        w = w + p
    both = Pair((equation(p, first), readable(equation(q, second))))
    code = sympy_code(f"{a} = {first.code()}", f"{m} = {second.code()}", f"expand({w.code()})", symbols=[x])
    steps = (plan(rng, "Put the expressions in and multiply out.", f"Write all in {x}."), code)
    return Instance({"defs": both, "w": readable(w), "x": s}, (*steps, boxed(rng, "It is @.")))


def _product_of(*factors: tuple[int, ...]) -> tuple[int, ...]:
    """The coefficients of the product."""
    result: tuple[int, ...] = (1,)
    for factor in factors:
        new = [0] * (len(result) + len(factor) - 1)
        for i, a in enumerate(result):
            for j, b in enumerate(factor):
                new[i + j] += a * b
        result = tuple(new)
    return result


@task(
    "algebra",
    "factor_fully",
    (
        "{factor} {f}",
        "factor {f} <completely|fully|as far as possible>",
        "<write|express|give> {f} as a product of factors that <cannot be split further|do not split again>",
        "<take out|pull out> <the|any> common factor first and <factor|factorise> {f} <fully|completely>",
        "<decompose|resolve|split> {f} into <irreducible|its simplest> factors",
        "{find} the <complete|full> <factorisation|factorization> of {f}",
        *verb_frames(
            "<factor|factorise>",
            "<fully factored|completely factorised>",
            "<factoring|factorising>",
            "<{f}|the polynomial {f}>",
        ),
        *noun_frames(
            "<factored form|complete factorisation>",
            "<{f}|the polynomial {f}>",
            without=(*GOT_OR_OWNED, "@N@A: @X", "for @X, what"),
        ),
        "{f} as a product of <linear factors and numbers|factors|irreducible polynomials>",
        "let {a} = {f}. <factor|factorise> {a} [completely]",
        "let {a} = {f}. <write {a} in factored form|give {a} as a product>",
        "factor: {f}",
    ),
    ("{f} splits into which irreducible pieces", "as a product with nothing left to take out, {f} reads how"),
    weight=1.3,
)
def factor_fully(rng: Random) -> Instance:
    """A common factor with a difference of squares, a square or a quadratic; rarely two letters."""
    x, y = letters(rng, 2)
    s, t = Sym(x), Sym(y)
    k = rng.choice((1, 2, 3, 4, 5, 6, -1, -2, -3, 7, 10))
    r, q, a = number(rng, 9), number(rng, 9), rng.choice((1, 1, 1, 2, 3))
    z = (1, 0)
    kind = rng.randrange(9)
    match kind:
        case 0:
            c = _product_of((k,), z, (a, r), (a, -r))
        case 1:
            c = _product_of((k,), z, (1, r), (1, q))
        case 2:
            c = _product_of((k,), (a, r), (a, r), *((z,) if rng.random() < 0.5 else ()))
        case 3:
            c = _product_of((k if abs(k) > 1 else 2,), (1, r), (a, q))
        case 4:
            c = _product_of((k,), z, z, (1, r), (1, q))
        case 5:
            c = _product_of((1, r), (1, q), (1, -q))
        case 6:
            c = _product_of((k,), (1, r), (1, -r), (1, 0, r * r))
        case 7:
            c = _product_of((k,), z, z, z, (a, q))
        case _:
            n = rng.randint(2, 6)
            f = rng.choice(
                (
                    scaled(k, s**2 * t) - scaled(k * n * n, t),
                    scaled(n, s**2) - scaled(n * r * r, t**2),
                    scaled(n, s * t) + scaled(n * abs(k), s),
                    s**3 * t - s * t**3,
                    scaled(n * 2, s**2 * t) - scaled(n * 3, s * t**2),
                )
            )
    if kind < 8:
        order = list(range(len(c)))
        if rng.random() < 0.2:
            rng.shuffle(order)
        f = polynomial(c, s, order)
    code = sympy_code(f"factor({f.code()})", symbols=f.symbols)
    steps = (plan(rng, "Factor completely.", "Take out common factors and split the rest."), code)
    return Instance({"f": f, "a": Sym(rng.choice("PQRTW"))}, (*steps, boxed(rng, "It is @.")))


@task(
    "algebra",
    "divide_polynomials",
    (
        "divide {f} by {g}",
        *verb_frames("divide", "divided by {g}", "dividing", "{f} by {g}", without=(*SAYS_IT, "@P")),
        "{f} divided by {g}",
        "{evaluate} ({f}) / ({g}) by polynomial division",
        "({f}) : ({g})",
        "{f} is divided by {g}. {result_q}",
        "<what do you get|what results|what comes out> <when|if> {f} is divided by {g}",
        "<carry out|do> the division ({f}) : ({g})",
        "{consider_all} {f} and {g}. divide the <first|former> by the <second|latter>",
        "let {a} = {f} and {b} = {g}. divide {a} by {b}",
        "{must_find} {f} divided by {g}",
    ),
    ("{f} shared out by {g} gives what", "how does {f} look after a division by {g}"),
    constants=(0,),
)
def divide_polynomials(rng: Random) -> Instance:
    """A division that mostly leaves no remainder: then the quotient alone is the answer."""
    x = letter(rng, without="qr")
    s = Sym(x)
    low = (rng.choice((1, 1, 1, 2, 3)), number(rng, 6)) if rng.random() < 0.8 else (1, number(rng, 5), number(rng, 6))
    high = (rng.choice((1, 1, 2, 3, 6, -1)), *(number(rng, 9) for _ in range(rng.choice((1, 2, 2)))))
    c = list(_product_of(low, high))
    if rng.random() < 0.2:
        c[-1] += number(rng, 9)
    f, g = polynomial(c, s), polynomial(low, s)
    code = sympy_code(f"q, r = div({f.code()}, {g.code()})", "q if r == 0 else (q, r)", symbols=[x])
    a, b = rng.choice(("PQ", "AB", "FG", "UV"))
    steps = (plan(rng, "Divide the polynomials."), code, boxed(rng, "The division gives @."))
    return Instance({"f": f, "g": g, "a": Sym(a), "b": Sym(b)}, steps)


@task(
    "algebra",
    "quotient_or_remainder_in_any_letter",
    (
        "{find} the {part} <when|if> {f} is divided by {g}",
        "{find} the {part} of {f} <divided by|on division by> {g}",
        "<divide|we divide> {f} by {g}. <what is|give|state> the {part}",
        "{f} is divided by {g}. <what is|give|state|determine> the {part}",
        "{part} of {f} : {g}",
        *noun_frames("{part}", "<{f} divided by {g}|the division of {f} by {g}>", without=NOT_OF),
        "let {a} = {f} and {b} = {g}. {find} the {part} of {a} divided by {b}",
        "dividing {f} by {g}, <which|what> {part} <results|do you get|comes out>",
        "only the {part} is <asked for|wanted|needed>: {f} divided by {g}",
        "divide {f} by {g} and <state|give|write down> <only|just|> the {part}",
    ),
    ("{g} divides {f} with some {part}; which",),
)
def quotient_or_remainder_in_any_letter(rng: Random) -> Instance:
    """One result of a polynomial division."""
    x = letter(rng)
    s = Sym(x)
    f = _mixed(rng, s, rng.choice((2, 3, 3, 4)))
    g = polynomial((rng.choice((1, 1, 1, 2)), number(rng, 7)), s) if rng.random() < 0.8 else s**2 + number(rng, 6)
    part, short = rng.choice((("quotient", "quo"), ("remainder", "rem")))
    a, b = rng.choice(("PQ", "AB", "FG", "UV"))
    code = sympy_code(f"{short}({f.code()}, {g.code()})", symbols=[x])
    steps = (plan(rng, "Divide the polynomials."), code, boxed(rng, f"The {part} is @."))
    return Instance({"f": f, "g": g, "part": part, "a": Sym(a), "b": Sym(b)}, steps)


@task(
    "derivatives",
    "derivative_of_a_polynomial_in_letters",
    (
        "{find} the {nd} of {f}{wrt}",
        "{find} the {nd} {with_respect_to} {v} of {f}",
        "{nd} of {f}{wrt}",
        "{nd} in {v} of {f}",
        "differentiate {f}{wrt}{times}",
        "differentiate {f}{times}{wrt}",
        "differentiate{times} in {v}: {f}",
        "differentiate{times}{wrt}: {f}",
        "<derive|differentiate> {f}{times} <in the variable|in|for the variable> {v}",
        "{f}{wrt}, {nd}",
        "{sign}",
        "{sign} = ?",
        "<what is|{find}|calculate|evaluate|determine|work out> {sign}",
        "<what is|give|state|compute> the {nd} of {f}{wrt}",
        "let {fx}. {find} the {nd} of {name}{wrt}",
        "let {fx}. what is the {nd} {with_respect_to} {v}",
        "suppose {fx}. <give|determine|calculate> the {nd} of {name}{wrt}",
        "the {nd} {with_respect_to} {v} of {f} is what",
        "take the {nd} of {f}{wrt}",
        "regard the other <letter|letters|variables> as <constant|a constant|numbers> and differentiate {of_several}"
        "{times} in {v}",
        "<regard|hold|see> {other} as <constant|a constant|fixed> and differentiate {f}{times} [{with_respect_to} {v}]",
        "<for fixed|for constant|with constant> {other}, {find} the {nd} of {f}{wrt}",
        "({one})'[, differentiated <by|for> {v}]",
        "{find} ({one})'",
        *noun_frames("{nd}", "{f}", "{with_respect_to} {v}", without=(*GOT_OR_OWNED, "what exactly", "@N@A: @X")),
        *verb_frames(
            "differentiate",
            "differentiated",
            "differentiating",
            "{f}{wrt}{times}",
            without=(*THING_ALONE, "@V @X <for"),
        ),
    ),
    (
        "let only {v} vary in {f}; {get} its {nd}",
        "for the variable {v}, write down the {nd} that {f} has",
    ),
    constants=(1, 2, 3, 4),
    weight=1.8,
)
def derivative_of_a_polynomial_in_letters(rng: Random) -> Instance:
    """The first to fourth derivative of a polynomial in one to three letters."""
    names = letters(rng, rng.choice((1, 1, 2, 2, 2, 3)), without="d")
    v = rng.choice(names)
    n = rng.choice((1, 1, 1, 2, 2, 3)) if rng.random() < 0.95 else 4
    s = Sym(v)
    terms: dict[str, Expr] = {}
    size = rng.choice((2, 3, 3, 4, 5))
    while len(terms) < size or not any(v in term.symbols for term in terms.values()):
        powers = {name: rng.choice((0, 0, 1, 2, 3, 4)) for name in names if name != v}
        powers[v] = rng.choice((0, 1, 2, 3, 4, 5, n, n + 1, n + 2, rng.randint(5, 12)))
        if len(names) > 1 and rng.random() < 0.4:
            powers = {name: power if name == v else 0 for name, power in powers.items()}
        factors = [Sym(name) ** power if power > 1 else Sym(name) for name, power in powers.items() if power]
        if rng.random() < 0.5:
            factors.reverse()
        c = number(rng, rng.choice((9, 12, 40)))
        if not factors:
            terms.setdefault("", expr(c))
            continue
        monomial = factors[0]
        for other in factors[1:]:
            monomial = monomial * other
        terms.setdefault(str(sorted(powers.items())), scaled(c, monomial))
    f = total(list(terms.values()))
    several = len(f.symbols) > 1
    noun = (
        "<derivative|derivative|first derivative>" if n == 1 else f"<{ORDINALS[n]}|{ORDINALS[n]}|{nth(n)}> derivative"
    )
    often = {1: "[ once| one time]", 2: "< twice| two times>", 3: "< three times| 3 times>"}.get(n, f" {n} times")
    wrt = " <{with_respect_to} {v}|with respect to {v}|in {v}|in the variable {v}>"
    name = rng.choice([letter for letter in "fghFGHpq" if letter not in names])
    slots: dict[str, Slot] = {
        "f": f, "v": s, "nd": phrase(noun), "times": phrase(often),
        "wrt": phrase(wrt if several else f"[{wrt}]"), "sign": DerivativeSign(f, s, n, several),
        "name": Sym(name), "fx": equation(call(name, *(Sym(symbol) for symbol in f.symbols)), f),
    }  # fmt: skip
    if several:
        slots["of_several"] = f
        others = [symbol for symbol in f.symbols if symbol != v]
        slots["other"] = " and ".join(others)
    elif n == 1:
        slots["one"] = f
    order = f", {n}" if n > 1 else ""
    code = sympy_code(f"diff({f.code()}, {v}{order})", symbols=f.symbols)
    words = "Differentiate" + (f" {n} times" if n > 1 else "")
    steps = (plan(rng, f"{words} with respect to {v}.", f"{words} in {v}."), code, boxed(rng, "It is @."))
    return Instance(slots, steps)


@task(
    "derivatives",
    "expand_and_differentiate",
    (
        "<expand|multiply out> {f} and <differentiate|derive>{times}",
        "<expand|multiply out> {f} and <differentiate|derive> <it|the result>{times}",
        "<expand|multiply out> {f}, then <differentiate|derive>{times}",
        "differentiate {f}{times} and <expand|multiply out> [the result]",
        "{find} the {nd} of {f} [in {x}], <expanded|multiplied out|in expanded form|as a polynomial>",
        "<what is|give|state> the {nd} of {f} <in expanded form|as a polynomial|without brackets>",
        "{nd} of {f}, <expanded|in expanded form|without brackets|in descending powers of {x}>",
        "write the {nd} of {f} <in expanded form|as a polynomial|without brackets>",
        "let {name} = {f}. {find} the {nd} of {name} <in expanded form|as a polynomial|without brackets>",
        "{f} is <expanded|multiplied out> and differentiated{times}. {result_q}",
        "<remove the brackets in|clear the brackets in> {f} and differentiate{times}",
        "<without using the product rule|by expanding first>, <find|give> the {nd} of {f}",
        "<expand|multiply out> and differentiate{times}: {f}",
        "{must_find} the {nd} of {f} <in expanded form|as a polynomial>",
        "after <expanding|multiplying out> {f}, what is its {nd}",
        "take the {nd} of {f} and <multiply it out|expand it|remove all brackets>",
    ),
    ("once {f} has lost its brackets, which polynomial is its {nd}",),
    constants=(1, 2),
)
def expand_and_differentiate(rng: Random) -> Instance:
    """A product or power, differentiated and multiplied out."""
    x = letter(rng, without="d")
    s = Sym(x)
    n = rng.choice((1, 1, 1, 2))
    match rng.randrange(4):
        case 0:
            f: Expr = _mixed(rng, s, 1, 7) ** rng.choice((2, 2, 3, 3, 4))
        case 1:
            f = _mixed(rng, s, rng.choice((1, 2)), 9) * _mixed(rng, s, rng.choice((1, 2)), 9)
        case 2:
            f = scaled(number(rng, 6), s ** rng.choice((2, 3))) * some_polynomial(rng, s, 2)
        case _:
            f = _mixed(rng, s, 1, 6) * _mixed(rng, s, 1, 6) * _mixed(rng, s, 1, 6)
    noun = "<derivative|first derivative>" if n == 1 else "<second|2nd> derivative"
    slots: dict[str, Slot] = {
        "f": f, "x": s, "nd": phrase(noun), "times": phrase("[ once]" if n == 1 else "< twice| two times>"),
        "name": Sym(rng.choice([name for name in "FGHPQ" if name.lower() != x])),
    }  # fmt: skip
    code = sympy_code(f"expand(diff({f.code()}, {x}{', 2' if n == 2 else ''}))", symbols=[x])
    return Instance(slots, (plan(rng, "Differentiate and multiply out."), code, boxed(rng, "It is @.")))


@task(
    "derivatives",
    "higher_derivative_at_a_number",
    (
        "let {fx}. {find} {prime_a}",
        "let {fx}. <what is|calculate|evaluate|determine|give> {prime_a}",
        "{define} {fx}. <what is|calculate|evaluate|determine|give> {prime_a}",
        "{fx}. <{prime_a} = ?|what is {prime_a}|evaluate {prime_a}>",
        "{find} {prime_a} <if|when|for|given> {fx}",
        "{find} the {nd} of {f} at {x} = {a}",
        "{nd} of {f} at {x} = {a}",
        "<evaluate|calculate|compute> the {nd} of {f} <at|for|when> {x} = {a}",
        "differentiate {f}{times} and <put in|insert|substitute|set> {x} = {a}",
        "<what|which> value does the {nd} of {f} <have|take> <at|for> {x} = {a}",
        "<how large|how big> is the {nd} of {f} <at|when|where> {x} = {a}",
        "{must_find} the {nd} of {f} at {x} = {a}",
        "the {nd} of {f} is evaluated at {x} = {a}. {result_q}",
        "suppose {fx}. {find} the {nd} of {name} at {x} = {a}",
        *noun_frames("{nd}", "{f}", "at {x} = {a}", without=(*GOT_OR_OWNED, "what exactly", "@N@A: @X")),
        "<determine|state|give> the <gradient|slope> of the curve {name}({x}) = {one} for {x} = {a}",
        "<what|which> <gradient|slope> does the <graph|curve> of {one} have at the point <where|with> {x} = {a}",
        "{find} the <gradient|slope> of {one} <at|when|where> {x} = {a}",
    ),
    ("at {x} = {a} the {nd} belonging to {fx} is which number", "put {a} for {x} in the {nd} that {fx} has"),
    constants=(1, 2, 3),
)
def higher_derivative_at_a_number(rng: Random) -> Instance:
    """The first to third derivative of a polynomial at a number."""
    x = letter(rng, without="d")
    n = rng.choice((1, 1, 2, 2, 3))
    f = _mixed(rng, Sym(x), rng.choice((2, 3, 3, 4)) + (n > 2))
    a = expr(number(rng, 6))
    name = rng.choice([name for name in "fghFGHpq" if name != x])
    noun = "<derivative|first derivative>" if n == 1 else f"{ORDINALS[n]} derivative"
    slots: dict[str, Slot] = {
        "f": f, "x": Sym(x), "a": a, "nd": phrase(noun), "name": Sym(name), "fx": equation(call(name, Sym(x)), f),
        "prime_a": call(name + "'" * n, a), "times": phrase("[ once]") if n == 1 else phrase(f"< {n} times>"),
    }  # fmt: skip
    if n == 1:
        slots["one"] = f
    order = f", {n}" if n > 1 else ""
    code = sympy_code(f"diff({f.code()}, {x}{order}).subs({x}, {a.code()})", symbols=[x])
    steps = (plan(rng, "Differentiate, then put in the number.", "Take the derivative at that place."), code)
    return Instance(slots, (*steps, boxed(rng, "The value is @.", "It is @.")))


@task(
    "polynomials",
    "product_of_polynomials",
    (
        "multiply {f} by {g}",
        "multiply {f} with {g}",
        "multiply {f} and {g}" + _POLYNOMIAL_END,
        "{find} the product of {f} and {g}" + _POLYNOMIAL_END,
        "the product of {f} and {g}" + _POLYNOMIAL_END,
        "({f}) times ({g})" + _POLYNOMIAL_END,
        "{f} is multiplied by {g}. <{result_q}|give the product|which polynomial results>",
        "if {f} is multiplied by {g}, <{result_q}|what is the product|which polynomial results>",
        "{consider_all} [the polynomials] {f} and {g}. <multiply them|what is their product|find the product>",
        "let {a} = {f} and {b} = {g}. <{find}|give|expand|multiply out> {a}{b}",
        "{a} = {f}, {b} = {g}. <expand the product {a}*{b}|what is {a} times {b}|give {a}*{b} as a polynomial>",
        *verb_frames("multiply", "multiplied by {g}", "multiplying", "{f} by {g}", without=(*SAYS_IT, "@P")),
        *noun_frames("product", "<{f} and {g}|the polynomials {f} and {g}>", several=True, without=("belongs to",)),
    ),
    ("{f} and {g} as factors make which polynomial",),
    weight=0.8,
)
def product_of_polynomials(rng: Random) -> Instance:
    """Two polynomials told apart and multiplied."""
    return _combined_by(rng, "*", "Multiply the polynomials.", "The product is @.")


@task(
    "polynomials",
    "multiples_of_polynomials",
    (
        "let {a} = {f} and {b} = {g}. {find} {w}",
        "{a} = {f}, {b} = {g}. <{w} = ?|what is {w}|simplify {w}|expand {w}|give {w} as a polynomial>",
        "{w} <if|where|for|with|given> {a} = {f} and {b} = {g}",
        "<expand|simplify|calculate|{find}> {w} <if|where|for|with|given> {a} = {f} and {b} = {g}",
        "<suppose|put|define> {a} = {f} and {b} = {g}. <{find}|give|simplify|write out> {w}",
        "<suppose|put|define|let> {b} = {g} and {a} = {f}. <{find}|give|simplify|write out> {w}",
        "{must_find} {w} <if|where|for|with> {a} = {f} and {b} = {g}",
        "{said} [, simplified|, as a polynomial]",
        "{find} {said} [, simplified|, as a polynomial]",
        "<simplify|expand|calculate|work out>: {said}",
        "<simplify|expand|calculate|work out>: {full}",
        "{full}",
        "{full} = ?",
        "<write|give|express> {full} as a polynomial",
    ),
    ("{a} is {f}, {b} is {g}; which polynomial does {w} make",),
    weight=0.8,
)
def multiples_of_polynomials(rng: Random) -> Instance:
    """`3P - 2Q`, also told in words."""
    x = letter(rng)
    s = Sym(x)
    f, g = (_mixed(rng, s, rng.choice((1, 2, 2, 3)), 9) for _ in range(2))
    a, b = rng.choice([pair for pair in ("PQ", "AB", "FG", "RT", "UV") if x.upper() not in pair])
    k, m, minus = rng.randint(2, 9), rng.randint(1, 9), rng.random() < 0.5
    second = scaled(m, Product((g,)))
    full = k * Product((f,)) - second if minus else k * Product((f,)) + second
    letters_ = scaled(k, Sym(a)), scaled(m, Sym(b))
    w = letters_[0] - letters_[1] if minus else letters_[0] + letters_[1]
    said = f"{{k}} times ({{f}}) {'minus' if minus else 'plus'} " + "{m} times " * (m > 1) + "({g})"
    slots: dict[str, Slot] = {
        "f": f, "g": g, "a": Sym(a), "b": Sym(b), "k": k, "m": m, "w": w, "full": full, "said": phrase(said),
    }  # fmt: skip
    code = sympy_code(f"expand({full.code()})", symbols=[x])
    return Instance(slots, (plan(rng, "Multiply, then combine.", "Expand and combine."), code, boxed(rng, "It is @.")))


@task(
    "sequences",
    "term_of_polynomial_sequence",
    (
        "the terms {list} come from a {kind} formula. <what is|give|find> <the {nth} term|term {n}>",
        "put n = 1, 2, 3, ... into a {kind} and {list} come out. <give|find|what is> its value for n = {n}",
        "a {kind} <polynomial|function> takes the values {list} at 1, 2, 3, ... <what is|find> its value at {n}",
        "{list}, ... <is|are the terms of> a {kind} sequence. <{find}|what is|state> <the {nth} term|term {n}>",
        "{find} <the {nth} term|term {n}> of the {kind} sequence {list}",
        "{nth} term of the {kind} sequence {list}",
        "<using differences|by the method of differences>, {find} <the {nth} term|term number {n}> of {list}",
        "a {kind} sequence <starts|begins> <with |>{list}. {find} <the {nth} term|its {nth} term|term {n}>",
        "if {list} <goes on|continues> as a {kind} sequence, what is <the {nth} term|term {n}>",
        "the <second differences|differences of the differences> of {list} are {constant}. {find} the {nth} term",
        "u_1, u_2, ... is the {kind} sequence {list}. {find} u_{n}",
        *noun_frames("{nth} term", "the {kind} sequence {list}", without=("what @N",)),
        *told_frames(
            "<a {kind} sequence goes {list}|a {kind} polynomial gives {list} for n = 1, 2, 3, ...>",
            "<what is the {nth} term|which number is term {n}|what is its value for n = {n}>",
            "<what the {nth} term is|which number stands at place {n}>",
            "<the {nth} term|term {n}|the value for n = {n}>",
            "{kind} sequence {list}",
        ),
    ),
    ("fit a {kind} through {list} and name what it gives at place {n}",),
    constants=(1, 2, 3),
)
def term_of_polynomial_sequence(rng: Random) -> Instance:
    """A later term of a quadratic or cubic sequence."""
    degree = rng.choice((2, 2, 3))
    c = [rng.randint(-20, 30), rng.randint(-9, 12), rng.choice((1, 1, 2, 3, -1, -2)), rng.choice((1, 1, 2, -1))]
    count = degree + 2 + rng.randint(0, 1)
    terms = [sum(c[k] * n**k for k in range(degree + 1)) for n in range(1, count + 1)]
    n = count + rng.choice((1, 1, 1, 2, 3, rng.randint(4, 30)))
    slots: dict[str, Slot] = {
        "list": ", ".join(map(str, terms)), "n": n, "nth": ORDINALS[n] if n <= 10 and rng.random() < 0.5 else nth(n),
        "kind": ("quadratic", "cubic")[degree - 2],
    }  # fmt: skip
    if degree == 2:
        slots["constant"] = phrase("<constant|all equal|all the same>")
    code = Code(f"from sympy import interpolate\nterms = {terms}\ninterpolate(terms, {n})")
    steps = (plan(rng, "Take the polynomial through the terms."), code, boxed(rng, f"Term {n} is @."))
    return Instance(slots, steps)
