"""Polynomials: degree, coefficients, roots given, common divisors; angles in degrees and radians."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, equation, expr, items, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
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
