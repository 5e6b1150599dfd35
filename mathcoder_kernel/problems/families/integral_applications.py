"""What integrals are used for, and differential equations with more conditions."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Interval, Sym, call, equation, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, noun_frames, verb_frames
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
        *noun_frames(
            "area",
            "the region <between|bounded by|enclosed by> {y_f} and {y_g}",
            without=(*GOT_OR_OWNED, "what exactly", "@X, @N", "@N for", "i have @X", "@X: <find"),
        ),
        (
            "{consider_all} the curves {y_f} and {y_g}. <what is the area between them|find the area they "
            "enclose|how large is the region between them>"
        ),
        "if {y_f} and {y_g}, what is the area <between the graphs|between the two curves|enclosed by them>",
        (
            "two curves <are|are given by> {y_f} and {y_g}. <find|what is|calculate> the area <between "
            "them|they enclose|of the region between them>"
        ),
        "{must_find} the area <between|enclosed by|bounded by> {y_f} and {y_g}",
        "{wonder} how <big|large> the <area|region> between {y_f} and {y_g} is",
        "<what|how much> area <lies|is> between {y_f} and {y_g}",
        "<what|how much> area do {y_f} and {y_g} <bound|cut out|surround>",
        "<use an integral to|> {find} the area <between|enclosed by> {y_f} and {y_g}",
        "area bounded by {y_f} and {y_g}",
        "{y_f}, {y_g}, area between them",
        "the parabola {y_f} and the line {y_g} bound a region. <what is its area|find its area|how large is it>",
        "<calculate|compute> the size of the region bounded by {y_f} and {y_g}",
        "the line {y_g} cuts off a piece of the parabola {y_f}. <what is its area|find its area>",
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
        (
            "{define} {y_is}. {find} the volume of the solid <that arises|you get> when <the graph|the curve> "
            "is <rotated|turned|revolved> about the x axis from {a} to {b}"
        ),
        (
            "{must_find} the volume when {y_is} is <rotated|revolved> about the x axis <from {a} to "
            "{b}|between {a} and {b}>"
        ),
        "{wonder} what the volume is when {y_is} is rotated <about|around> the x axis from x = {a} to x = {b}",
        (
            "if {y_is} is <rotated|revolved|turned> <about|around> the x axis <from {a} to {b}|between x = {a} "
            "and x = {b}>, what is the volume"
        ),
        (
            "when {y_is} <rotates|revolves> about the x axis between x = {a} and x = {b}, what volume <do you "
            "get|results>"
        ),
        (
            "{consider} the curve {y_is} from x = {a} to x = {b}. it is rotated about the x axis. <what is the "
            "volume|find the volume>"
        ),
        (
            "the curve {y_is} is rotated around the x axis, x from {a} to {b}. <what is the volume|find the "
            "volume|how large is the solid>"
        ),
        (
            "the region <under|below> {y_is} from x = {a} to x = {b} is <rotated|revolved|turned> about the x "
            "axis. <what is the volume|{find} the volume>"
        ),
        "rotating {y_is} about the x axis from {a} to {b} gives a solid. <what is its volume|{find} its volume>",
        "<disk method|solid of revolution|volume of revolution>: {y_is}, x from {a} to {b}, about the x axis",
        "use the disk method to {get} the volume of {y_is} rotated about the x axis from {a} to {b}",
        "volume of the solid of revolution of {f} about the x axis, x from {a} to {b}",
        (
            "<compute|calculate|work out> the volume generated by <turning|rotating|revolving> {y_is} about "
            "the x axis from {a} to {b}"
        ),
        "revolve {y_is} about the x axis from x = {a} to x = {b}. what is the volume <of the solid|>",
        (
            "a solid is made by rotating the graph of {f} about the x axis between {a} and {b}. <what is its "
            "volume|{find} its volume>"
        ),
        "{f} rotated about the x axis from {a} to {b}, volume",
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
        *noun_frames(
            "<average|average value|mean value|mean>",
            "<{f}|the function {f}|{fx}>",
            "<from x = {a} to x = {b}|between {a} and {b}|on the interval {interval}|over {interval}>",
            without=(*GOT_OR_OWNED, "what exactly", "@N@A: @X"),
        ),
        "{define} {fx}. {find} <its|the> <average|mean> value from {a} to {b}",
        "{define} {fx}. what is the <average|mean> of f <on|over> {interval}",
        "if {fx}, what is <its average value|the mean value of f> <from {a} to {b}|on {interval}>",
        "what is the average height of the graph of {f} <from {a} to {b}|between x = {a} and x = {b}>",
        "{wonder} what the average of {f} over the interval from {a} to {b} is",
        "on average, what value does {f} have <from x = {a} to x = {b}|between {a} and {b}>",
        "what constant has the same integral as {f} from {a} to {b}",
        "use an integral to {get} the average value of {f} from {a} to {b}",
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
    return Instance({"f": f, "fx": equation(call("f", x), f), "a": a, "b": b, "interval": Interval(a, b)}, steps)


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
        *verb_frames(
            "solve",
            "solved",
            "solving",
            "<{eq} with {start}|the initial value problem {eq}, {start}|the differential equation {eq}, {start}>",
            without=("@P", "@X, @V", "@X: @V", "@V: @X"),
        ),
        "{fact} {eq} and {start}. {find} <y|y(x)|the function y>",
        "{fact} {eq}, and {start}. what is <y|y(x)>",
        "let y be a function <with|such that> {eq} and {start}. <what is y(x)|{find} y(x)|{get} y>",
        "y is a function of x, {eq} and {start}. <what is y|{find} y(x)|solve for y>",
        "if {eq} and {start}, what is <y|y(x)|the function y(x)>",
        "{eq} and {start}. {find} y(x)",
        "a function y <fulfils|obeys|has> {eq} and {start}. <how does it look|find it|what is y(x)>",
        "initial value problem: {eq}, {start}",
        "{find} the <particular solution|solution> of {eq} <with|that fulfils|for> {start}",
        "{must_find} the solution of {eq} with {start}",
        "{wonder} what y(x) is if {eq} and {start}",
        "use the initial condition {start} to solve {eq}",
        "the differential equation {eq} with <initial value|initial condition|starting value> {start}",
        "solution of {eq}, {start}",
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
        *noun_frames(
            "<general solution|solution>",
            "<{eq}|the differential equation {eq}|the second order ode {eq}>",
            without=(*GOT_OR_OWNED, "@N@A: @X", "@X, @N", "what exactly"),
        ),
        *verb_frames(
            "solve",
            "solved",
            "solving",
            "<the differential equation|the ode|the second order equation|the diff eq> {eq}",
            without=("@P", "@X, @V"),
        ),
        "{fact} {eq}. {find} <y|y(x)|the function y|the general y(x)>",
        "let y be a function <with|such that> {eq}. <what is y(x)|{find} y(x)|{get} y>",
        "a function y <fulfils|obeys> {eq}. <what is y(x)|{find} y|how does y look>",
        "y is a function of x and {eq}. <what is y|{find} y(x)|solve for y>",
        "if {eq}, what is <y|y(x)|the function y(x)>",
        "{solve} {eq} for <y|y(x)|the function y(x)>",
        "what functions y <solve|fulfil|obey> {eq}",
        "find all functions y(x) <with|for which|such that> {eq}",
        "ode: {eq}",
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
