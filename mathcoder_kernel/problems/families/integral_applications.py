"""What integrals are used for, and differential equations with more conditions."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, call, equation, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@task(
    "integrals",
    "area_between_curves",
    (
        "{find} the area between {y_f} and {y_g}",
        "{find} the area <enclosed|bounded> by {y_f} and {y_g}",
        "area between the curves {y_f} and {y_g}",
        "{given} {y_f} and {y_g}, {find} the area between them",
        "how <big|large> is the area between {y_f} and {y_g}",
        "{find} the area of the region between the graphs of {f} and {g}",
    ),
    ("the graphs {y_f} and {y_g} enclose which area",),
    weight=0.8,
    constants=(0, 1),
)
def area_between_curves(rng: Random) -> Instance:
    """A parabola and a line that cross at integers."""
    x, y = Sym("x"), Sym("y")
    p = rng.randint(-4, 3)
    q = p + rng.randint(1, 5)
    m, c = rng.randint(-4, 4), rng.randint(-6, 6)
    f = polynomial((1, m - p - q, p * q + c), x)
    g = polynomial((m, c), x) if m or c else expr(0)
    code = sympy_code(
        f"f = {f.code()}",
        f"g = {g.code()}",
        "a, b = solve(Eq(f, g), x)",
        "Abs(integrate(f - g, (x, a, b)))",
        symbols=["x"],
    )
    steps = (plan(rng, "Integrate between the points where they meet."), code, boxed(rng, "The area is @."))
    return Instance({"f": f, "g": g, "y_f": equation(y, f), "y_g": equation(y, g)}, steps)


@task(
    "integrals",
    "volume_of_revolution",
    (
        "{find} the volume when {y_is} is rotated about the x axis from {a} to {b}",
        "{find} the volume of revolution of {f} about the x axis from {a} to {b}",
        "rotate {y_is} around the x axis between {a} and {b} and {find} the volume",
        "volume of the solid <from|when> rotating {f} about the x axis from x = {a} to x = {b}",
        "{given} {y_is}, {find} the volume of the solid of revolution around the x axis from {a} to {b}",
        "how <big|large> is the volume when the graph of {f} turns about the x axis, x from {a} to {b}",
    ),
    ("the curve {y_is} spins about the x axis for x between {a} and {b}. which volume arises",),
    weight=0.6,
    constants=(2,),
)
def volume_of_revolution(rng: Random) -> Instance:
    """About the x axis."""
    x = Sym("x")
    low = rng.choice((0, 0, 0, 1, 1, 2))
    a, b = expr(low), expr(low + rng.randint(1, 4))
    f: Expr = rng.choice(
        (
            x,
            x**2,
            call("sqrt", x),
            scaled(rng.randint(2, 5), x),
            x + rng.randint(1, 5),
            x**2 + rng.randint(1, 4),
            call("exp", x),
        )
    )
    code = sympy_code(f"pi*integrate(({f.code()})**2, (x, {a.code()}, {b.code()}))", symbols=["x"])
    steps = (plan(rng, "Integrate pi times the square."), code, boxed(rng, "The volume is @."))
    return Instance({"f": f, "y_is": equation(Sym("y"), f), "a": a, "b": b}, steps)


@task(
    "integrals",
    "average_value",
    (
        "{find} the average value of {f} from {a} to {b}",
        "{find} the average value of {fx} on the interval from {a} to {b}",
        "{find} the mean value of {f} between {a} and {b}",
        "average of the function {f} from x = {a} to x = {b}",
        "{given} {fx}, {find} its average value between {a} and {b}",
        "mean value of {f} over the interval from {a} to {b}",
    ),
    ("how large is {f} on average when x goes from {a} to {b}",),
    weight=0.6,
)
def average_value(rng: Random) -> Instance:
    """The integral divided by the length."""
    x = Sym("x")
    low = rng.choice((0, 0, 1, -1, 2))
    a, b = expr(low), expr(low + rng.randint(1, 6))
    f: Expr = rng.choice(
        (
            x**2,
            x**3,
            polynomial((rng.randint(1, 5), number(rng, 6), number(rng, 6)), x),
            call("exp", x),
            polynomial((rng.randint(1, 9), number(rng, 9)), x),
        )
    )
    code = sympy_code(f"a, b = {a.code()}, {b.code()}", f"integrate({f.code()}, (x, a, b))/(b - a)", symbols=["x"])
    steps = (plan(rng, "Divide the integral by the length."), code, boxed(rng, "The average value is @."))
    return Instance({"f": f, "fx": equation(call("f", x), f), "a": a, "b": b}, steps)


@task(
    "differential equations",
    "ode_initial_value",
    (
        "{solve} {eq} with {start}",
        "{solve} the differential equation {eq} with {start}",
        "{solve} the initial value problem {eq}, {start}",
        "{find} y(x) if {eq} and {start}",
        "{given} {eq} and {start}, {get} y(x)",
        "{eq}, {start}, {get} y(x)",
    ),
    ("which function y satisfies {eq} and {start}",),
    weight=0.7,
    constants=(0,),
)
def ode_initial_value(rng: Random) -> Instance:
    """`y' = ky`, `y' = ky + b`, `y' = p(x)` with y(0) given."""
    x, y = Sym("x"), Sym("y")
    k, c = number(rng, 6), number(rng, 9)
    y_of = call("y", x)
    start = equation(call("y", 0), c)
    match rng.randrange(3):
        case 0:
            right, coded = scaled(k, y), scaled(k, y_of)
        case 1:
            b = number(rng, 9)
            right, coded = scaled(k, y) + b, scaled(k, y_of) + b
        case _:
            right = coded = polynomial((rng.randint(1, 6), number(rng, 9)), x)
    code = sympy_code(
        "y = Function('y')",
        f"dsolve(Eq(y(x).diff(x), {coded.code()}), y(x), ics={{y(0): {expr(c).code()}}}).rhs",
        symbols=["x"],
    )
    steps = (Words("Solve it with the initial value."), code, Words(r"So $y = \boxed{⟨0⟩}$."))
    return Instance({"eq": equation(Sym("y'"), right), "start": start}, steps)


@task(
    "differential equations",
    "ode_second_order",
    (
        "{solve} {eq}",
        "{solve} the differential equation {eq}",
        "{solve} the second order ode {eq}",
        "{find} the general solution of {eq}",
        "{find} y(x) if {eq}",
        "{given} {eq}, {get} y(x)",
        "differential equation {eq}",
    ),
    ("which functions y satisfy {eq}",),
    weight=0.5,
    constants=(2, 0),
)
def ode_second_order(rng: Random) -> Instance:
    """Linear with constant coefficients and friendly roots."""
    x, y = Sym("x"), Sym("y")
    y_of = call("y", x)
    second, first = Sym("y(x).diff(x, 2)"), Sym("y(x).diff(x)")
    if rng.random() < 0.4:
        k = rng.randint(1, 6) ** 2 * rng.choice((1, -1))
        left, coded = Sym("y''") + scaled(k, y), second + scaled(k, y_of)
    else:
        r, q = number(rng, 5), number(rng, 5)
        b, c = -(r + q), r * q
        middle = [scaled(b, Sym("y'"))] if b else []
        coded_middle = [scaled(b, first)] if b else []
        left, coded = Sym("y''"), second
        for part, coded_part in zip([*middle, scaled(c, y)], [*coded_middle, scaled(c, y_of)], strict=True):
            left, coded = left + part, coded + coded_part
    code = sympy_code("y = Function('y')", f"dsolve({coded.code()}, y(x)).rhs", symbols=["x"])
    return Instance(
        {"eq": equation(left, 0)}, (Words("Solve the differential equation."), code, Words(r"So $y = \boxed{⟨0⟩}$."))
    )
