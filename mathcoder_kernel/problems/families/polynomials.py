"""Polynomials: degree, coefficients, roots given, common divisors; angles in degrees and radians."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, equation, expr, items, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, NOT_OF, THING_ALONE, noun_frames, verb_frames
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import variable
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@task(
    "polynomials",
    "polynomial_degree",
    (
        "{find} the degree of [the polynomial] {f}",
        "degree of {f}",
        "{given} the polynomial {f}, {get} its degree",
        "which degree has {f}",
        "what degree does [the polynomial] {f} have",
        "how <high|big|large> is the degree of {f}",
        *noun_frames("degree", "<{f}|the polynomial {f}|the expression {f}>", without=("belongs to",)),
        "of <what|which> degree is <{f}|the polynomial {f}>",
        "what is the <highest|largest> power [of the variable] in {f} <after expanding|when it is multiplied out>",
        "{find} the <highest|largest> exponent of the variable in {f} <once expanded|when multiplied out>",
        "let p be the polynomial {f}. <what is its degree|{find} deg(p)|{find} the degree of p>",
        "deg({f})",
        "what order does the polynomial {f} have",
        "{f} has what degree",
    ),
    ("{f} is a polynomial of which degree",),
    weight=0.5,
)
def polynomial_degree(rng: Random) -> Instance:
    """Degrees, also of products."""
    x = Sym(variable(rng))
    f = some_polynomial(rng, x) if rng.random() < 0.6 else polynomial((1, number(rng, 9)), x) ** rng.randint(2, 9)
    if rng.random() < 0.25:
        f = some_polynomial(rng, x, 2) * some_polynomial(rng, x, rng.choice((2, 3)))
    code = sympy_code(f"degree({f.code()}, {x.name})", symbols=[x.name])
    return Instance({"f": f}, (plan(rng, "Find the highest power."), code, boxed(rng, "The degree is @.")))


@task(
    "polynomials",
    "coefficient",
    (
        "{find} the coefficient of {p} in {f}",
        "coefficient of {p} in {f}",
        "{find} the coefficient of {p} in the expansion of {f}",
        "{given} {f}, {get} the coefficient of {p}",
        "which <number|coefficient> stands before {p} in the expansion of {f}",
        "expand {f} and {get} the coefficient of {p}",
        *noun_frames(
            "coefficient",
            "{p} in <{f}|the expansion of {f}|the expanded form of {f}>",
            without=NOT_OF,
        ),
        (
            "{consider} {f}. <{find} the coefficient of {p}|what is the coefficient of {p} <in it|after "
            "expanding|when it is expanded>>"
        ),
        "<expand|multiply out> {f}. <what is|give|{find}> the coefficient of {p}",
        "when {f} is expanded, what is the coefficient of {p}",
        (
            "if <i|you|we> expand {f}, what <number stands before {p}|coefficient does {p} have|is the "
            "coefficient of {p}>"
        ),
        (
            "in the expansion of {f}, <what is the coefficient of {p}|{find} the coefficient of {p}|what "
            "coefficient does {p} have>"
        ),
        "what coefficient does {p} have in {f}",
        "what is {p} multiplied by in the <expanded form|expansion> of {f}",
        "<which|what> number is in front of {p} <when|after> {f} is <expanded|multiplied out>",
        "{f} is expanded. <what is|find|determine|give> the coefficient of {p}",
        "{f}, coefficient of {p}",
        "the {p} coefficient <of|in> {f}",
        "{find} the factor of {p} in the expansion of {f}",
        "let f = {f}. the coefficient of {p} in f is what",
    ),
    ("how often does {p} occur when {f} is multiplied out", "in {f}, which factor belongs to {p}"),
    weight=0.8,
)
def coefficient(rng: Random) -> Instance:
    """One coefficient of an expansion."""
    x = Sym(variable(rng))
    n = rng.randint(3, 9)
    f: Expr = polynomial((rng.choice((1, 1, 2, 3)), number(rng, 5)), x) ** n
    k = rng.randint(2, n)
    if rng.random() < 0.3:
        f, k = some_polynomial(rng, x, 2) * some_polynomial(rng, x, 2), rng.randint(2, 3)
    code = sympy_code(f"expand({f.code()}).coeff({x.name}, {k})", symbols=[x.name])
    return Instance(
        {"f": f, "p": x**k}, (plan(rng, "Expand and read the coefficient."), code, boxed(rng, "The coefficient is @."))
    )


@task(
    "polynomials",
    "polynomial_from_roots",
    (
        "{find} the polynomial with [the] {roots} {values}",
        "{find} a polynomial whose {roots} are {values}",
        "which polynomial has the {roots} {values}",
        "write a polynomial with {roots} {values}",
        "polynomial with {roots} {values}",
        "<given|for> the {roots} {values}, {get} the polynomial",
        "which polynomial <has|with> {roots} {values}",
        "what polynomial <is zero at|vanishes at|has zeros at> {values}",
        "{find} the polynomial <in x|> <that has|with|having> the {roots} {values}",
        "{find} the polynomial of <lowest|smallest|least> degree [and leading coefficient 1] with {roots} {values}",
        (
            "the {roots} of a [monic] polynomial are {values}. <find it|what is the polynomial|write it "
            "down|determine the polynomial>"
        ),
        "a [monic] polynomial has the {roots} {values}. <find it|what is it|write it down|determine it>",
        "if the {roots} are {values}, what is the polynomial",
        "<given|suppose> the {roots} are {values}. <find|write down|what is> the polynomial",
        "{roots}: {values}. <polynomial?|what is the polynomial|find the polynomial>",
        "build a polynomial <that is zero at|from the {roots}> {values}",
        "<construct|form|make up|create> a polynomial <with {roots}|whose {roots} are|that has the {roots}> {values}",
        "{must_find} a polynomial with {roots} {values}",
        "which polynomial is zero for x = {values}",
        (
            "{consider} the {roots} {values}. <what polynomial do they belong to|find the polynomial|write "
            "down the polynomial>"
        ),
        "write down <the expanded polynomial|a polynomial in expanded form> with {roots} {values}",
        "p(x) is zero for x equal to {values}. <find p(x)|what is p(x)|determine p(x)>",
        "multiply out the polynomial with {roots} {values}",
        "how do i find a polynomial from its {roots} {values}",
    ),
    ("a polynomial is zero exactly at {values}. how does it look",),
    weight=0.7,
)
def polynomial_from_roots(rng: Random) -> Instance:
    """Monic, in x."""
    values = [number(rng, 9) for _ in range(rng.choice((2, 2, 3)))]
    listed = items(values, plain=True)
    product = "*".join(
        f"(x - {value.code()})" if value.code()[0] != "-" else f"(x - ({value.code()}))" for value in listed.parts
    )
    code = sympy_code(f"expand({product})", symbols=["x"])
    steps = (plan(rng, "Multiply the factors x minus root."), code, boxed(rng, "The polynomial is @."))
    return Instance({"values": listed}, steps)


@task(
    "polynomials",
    "polynomial_gcd",
    (
        "{find} the <gcd|greatest common divisor|greatest common factor> of {f} and {g}",
        "<gcd|greatest common divisor> of {f} and {g}",
        "{find} the <gcd|greatest common divisor> of the polynomials {f} and {g}",
        "{given} {f} and {g}, {get} their <gcd|greatest common divisor>",
        "which is the largest polynomial that divides {f} and {g}",
        "<gcd|highest common factor> of the polynomials {f} and {g}",
        *noun_frames(
            "<gcd|greatest common divisor|greatest common factor|highest common factor>",
            "<{f} and {g}|the polynomials {f} and {g}|the two polynomials {f} and {g}>",
            several=True,
            without=("belongs to",),
        ),
        "gcd({f}, {g})",
        "{find} the <largest|greatest> common <factor|divisor> that {f} and {g} have",
        "what is the <largest|highest> polynomial that divides both {f} and {g}",
        "{define} p = {f} and q = {g}. {find} <gcd(p, q)|the gcd of p and q>",
        "<find|name> a polynomial of <highest|largest> degree that divides {f} and {g}",
        "what do {f} and {g} have in common as a <factor|divisor>",
    ),
    ("which factor do {f} and {g} share",),
    weight=0.5,
)
def polynomial_gcd(rng: Random) -> Instance:
    """Two quadratics with a common factor."""
    x = Sym(variable(rng) if rng.random() < 0.3 else "x")
    r, p, q = number(rng, 7), number(rng, 7), number(rng, 7)
    f, g = polynomial((1, -(r + p), r * p), x), polynomial((1, -(r + q), r * q), x)
    code = sympy_code(f"gcd({f.code()}, {g.code()})", symbols=[x.name])
    return Instance({"f": f, "g": g}, (plan(rng, "Compute the common divisor."), code, boxed(rng, "It is @.")))


@task(
    "trigonometry",
    "degrees_to_radians",
    (
        "<convert|change> {n} degrees <to|into> radians",
        "{find} {n} degrees in radians",
        "{n} degrees in radians",
        "<write|express> {n}° in radians",
        "how many radians are {n} degrees",
        "<convert|change> {n}° to radians",
        "{n}° to rad",
        "{consider} an angle of {n} degrees. <convert it to radians|what is it in radians|express it in radians>",
        "what is {n}° in <radians|rad>",
        "an angle <is|measures> {n}°. <convert it to|write it in|express it in> radians",
        "{n} degrees is how many radians",
        "{n}° equals how many radians",
        "how many <radians|rad> <is|are|make|correspond to> {n}°",
        "<express|give|state> {n} degrees in radian measure",
        "{must_find} {n}° in radians",
        "the radian measure of {n} degrees",
        "what is the radian measure of [an angle of] {n}°",
        "{n} degrees <to|into|in> <rad|radian>",
        "if an angle is {n}°, what is it in radians",
        "<turn|transform> {n}° into radians",
        "{wonder} what {n} degrees is in radians",
        "how do <i|you> <convert|change> {n} degrees <to|into> radians",
        "angle: {n}°. <radians?|in radians?>",
        "{n} degrees expressed in radians",
        *verb_frames(
            "convert",
            "converted to radians",
            "converting",
            "{n} degrees to radians",
            without=THING_ALONE,
        ),
        *noun_frames(
            "radian measure",
            "<{n} degrees|{n}°|an angle of {n} degrees|an angle of {n}°>",
            without=(*GOT_OR_OWNED, "what exactly", "@X. <what", "@N@A: @X"),
        ),
        (
            "<i have to|i need to|how do i|can you|could you|please|help me> <convert|change|turn|rewrite> "
            "<{n} degrees|{n}°> <to|into> <radians|rad>"
        ),
        "<what is|give|write|express> <{n} degrees|{n}°> <in radians|in rad|in radian measure|as a multiple of pi>",
    ),
    ("an angle has {n} degrees. how large is it in radians",),
    weight=0.5,
)
def degrees_to_radians(rng: Random) -> Instance:
    """Exact, as a multiple of pi."""
    n = rng.choice((30, 45, 60, 90, 120, 135, 150, 180, 270, 360, rng.randint(1, 360), 5 * rng.randint(1, 72)))
    code = sympy_code(f"rad({n})")
    return Instance({"n": n}, (plan(rng, "Convert to radians."), code, boxed(rng, "It is @ radians.")))


@task(
    "trigonometry",
    "radians_to_degrees",
    (
        "<convert|change> {n} radians <to|into> degrees",
        "{find} {n} radians in degrees",
        "{n} radians in degrees",
        "<write|express> {n} [rad] in degrees",
        "how many degrees are {n} radians",
        "<convert|change> {n} rad to degrees",
        "{consider} an angle of {n} radians. <convert it to degrees|what is it in degrees|express it in degrees>",
        "what is {n} <radians|rad> in degrees",
        "an angle <is|measures> {n} <rad|radians>. <convert it to|write it in|express it in> degrees",
        "{n} <radians|rad> is how many degrees",
        "{n} radians equals how many degrees",
        "how many degrees <is|are|make|correspond to> {n} <rad|radians>",
        "<express|give|state> {n} radians in degree measure",
        "{must_find} {n} radians in degrees",
        "the degree measure of {n} radians",
        "what is the degree measure of [an angle of] {n} radians",
        "{n} <rad|radians> <to|into|in> <deg|degrees>",
        "if an angle is {n} radians, what is it in degrees",
        "<turn|transform> {n} radians into degrees",
        "{wonder} what {n} radians is in degrees",
        "how do <i|you> <convert|change> {n} radians <to|into> degrees",
        "angle: {n} radians. <degrees?|in degrees?>",
        "{n} radians expressed in degrees",
        *verb_frames(
            "convert",
            "converted to degrees",
            "converting",
            "{n} <radians|rad> to degrees",
            without=THING_ALONE,
        ),
        *noun_frames(
            "degree measure",
            "<{n} radians|{n} rad|an angle of {n} radians|the angle {n}>",
            without=(*GOT_OR_OWNED, "what exactly", "@X. <what", "@N@A: @X"),
        ),
        (
            "<i have to|i need to|how do i|can you|could you|please|help me> <convert|change|turn|rewrite> {n} "
            "<radians|rad> <to|into> degrees"
        ),
        "<what is|give|write|express> {n} <radians|rad> in <degrees|degree measure>",
    ),
    ("an angle has {n} radians. how many degrees has it",),
    weight=0.5,
)
def radians_to_degrees(rng: Random) -> Instance:
    """Multiples of pi give exact degrees."""
    k, d = rng.randint(1, 7), rng.choice((2, 3, 4, 5, 6, 8, 9, 10, 12))
    angle = scaled(k, Sym("pi")) / d if rng.random() < 0.85 else scaled(k, Sym("pi"))
    code = sympy_code(f"deg({angle.code()})")
    return Instance({"n": angle}, (plan(rng, "Convert to degrees."), code, boxed(rng, "It is @ degrees.")))


@task(
    "complex numbers",
    "complex_roots",
    (
        "{find} the complex {roots} of {f}",
        "{solve_all} {eq} over the complex numbers",
        "{solve_all} {eq} in the complex numbers",
        "complex roots of {f}",
        "{given} {eq}, {get} all complex solutions",
        "{find} all complex solutions of {eq}",
        *noun_frames(
            "complex <roots|zeros|solutions>",
            "<{eq}|the equation {eq}>",
            plural=True,
            without=GOT_OR_OWNED,
        ),
        *noun_frames("complex <roots|zeros>", "<{f}|the polynomial {f}>", plural=True, without=GOT_OR_OWNED),
        "{fact} {eq}. <{find} all complex {x}|what complex values can {x} have>",
        "{fact} {x} is a complex number <with|such that> {eq}. <what is it|find it|{find} {x}>",
        "solve {eq}, complex solutions <too|allowed|included>",
        "solve {eq} <using|with> complex numbers",
        "if {eq}, what complex <number is {x}|values can {x} have|numbers can {x} be>",
        "{eq} has no real solution. <what are the complex ones|{find} the complex ones>",
        "for <which|what> complex {x} is {eq}",
        "<what|which> complex numbers solve {eq}",
        "{must_find} all complex {x} with {eq}",
        "<find|determine> all {x} in ℂ with {eq}",
    ),
    ("which complex numbers {x} satisfy {eq}",),
    weight=0.7,
    constants=(0,),
)
def complex_roots(rng: Random) -> Instance:
    """Quadratics without real zeros."""
    x = Sym(rng.choice("xxzzt"))
    if rng.random() < 0.4:
        f = x**2 + rng.choice((rng.randint(1, 9) ** 2, rng.randint(1, 40)))
    else:
        a, b = number(rng, 7), rng.randint(1, 7)
        f = polynomial((1, -2 * a, a * a + b * b), x)
    code = sympy_code(f"solve({f.code()}, {x.name})", symbols=[x.name])
    end = Words(rf"So ${x.name} = \boxed{{⟨0:inner⟩}}$.")
    return Instance({"f": f, "eq": equation(f, expr(0)), "x": x}, (plan(rng, "Solve with complex numbers."), code, end))
