"""Equations that are not linear: quadratic, polynomial, absolute value, rational, radical, exponential, logarithmic."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Sym, call, equation, expr, polynomial
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, SAYS_IT, noun_frames, verb_frames
from mathcoder_kernel.problems.lexicon import variable
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan, roots
from mathcoder_kernel.problems.sympy_code import sympy_code

ASK = (
    "{solve_all} {eq}",
    "{solve_all} {eq} for {x}",
    "{solve_all} the {equation} {eq}",
    "{get} all <{x}|values of {x}|solutions> <such that|with|for which|of> {eq}",
    "{given} {eq}, <find {x}|what is {x}|solve for {x}>",
    "for <which|what> {x} is {eq}",
    "{eq}, {x} = ?",
    "{eq}",
    "what is {x} <if|when> {eq}",
    "solve for {x}: {eq}",
    "what are the <possible|> values of {x} <if|when> {eq}",
    "when is {eq} <true|correct|satisfied>",
    "find {x} to make {eq} true",
    "{eq} is true for which {x}",
    "{fact} {eq}. {find} {x}",
    "{fact} {eq}. what <can {x} be|values can {x} have|are the possible values of {x}|is {x}>",
    "what <can|could> {x} be <if|when> {eq}",
    "what <numbers|values> <solve|fit|fulfil> {eq}",
    "<what|which> values of {x} <solve|fulfil|work in|fit> {eq}",
    "{eq}. <find|get|solve for|determine|calculate> {x}",
    "{eq}. what <are the solutions|can {x} be|is {x}>",
    "here is an equation: {eq}. <solve it|find all {x}|what are its solutions>",
    "i <have|got|was given> <the|this> equation {eq}. <how do i solve it|what are its solutions|find {x}>",
    (
        "{consider} the equation {eq}. <solve it [for {x}]|find all {x}|what are its {solutions}|determine "
        "its {solutions}>"
    ),
    "the <number|unknown> {x} <fulfils|is a solution of> {eq}. <find it|what can it be|determine {x}|what is {x}>",
    "{wonder} what {x} <is|can be> <if|when> {eq}",
    "{must_find} <all {x}|{x}|the possible {x}> <from|in|when|if> {eq}",
    "{must_find} the {solutions} of <the {equation}|> {eq}",
    (
        "<determine|find|compute|calculate> <all numbers|all values|the numbers|all the values> {x} <such "
        "that|so that|for which|with> {eq}"
    ),
    "<solutions|roots|answers> of [the equation] {eq}",
    "<equation|solve this equation|to solve|solve>: {eq}",
    "let {x} be <a|any> number <such that|so that|for which> {eq}. <what can {x} be|determine {x}|find {x}>",
    "when {eq}, {x} is what",
    "how do <i|you|we> <get|find> {x} <out of|from|in> {eq}",
    "solve for the <unknown|variable> in {eq}",
    "solve {eq} <with respect to {x}|in {x}|completely>",
    "the equation {eq} <has to|must|should|is to> be solved [for {x}]",
    "what are <all|> the <roots|answers|solutions> of the equation {eq}",
    "what is the solution <set|> of [the equation] {eq}",
    "<for|with> {eq}, <find|determine|what is> {x}",
    "i know that {eq}, but <what is {x}|i cannot find {x}|how do i find {x}>",
    "it is given that {eq}. <find|calculate|determine|what is> {x}",
    "<calculate|determine> {x}, <given|where|if> {eq}",
    "find <numbers|every number|all numbers|each number> {x} <for which|such that|so that> {eq}",
    "does {x} have values with {eq}, and what are they",
    "list <all|the> <{x}|values of {x}|numbers {x}> <with|such that|for which> {eq}",
    "at <what|which> <{x}|values of {x}> <do we have|is it true that|does it hold that> {eq}",
)
HELD_OUT = (
    "which {x} satisfy {eq}",
    "the equation {eq} is given. {get} every solution",
)


def quadratic(rng: Random, x: Expr, *, real: bool = False) -> Expr:
    """A quadratic with integer or rational roots most of the time (always `real` ones if asked for), the terms at times
    in another order."""
    kind = rng.random()
    if kind < 0.6:
        r, s = rng.randint(-9, 9), rng.randint(-9, 9)
        a = rng.choice((1, 1, 1, 1, 2, 3, -1))
        coefficients = (a, -a * (r + s), a * r * s)
    elif kind < 0.75:
        p, q, r, s = rng.randint(2, 4), number(rng, 7), rng.randint(1, 3), number(rng, 7)
        coefficients = (p * r, p * s + q * r, q * s)
    elif kind < 0.85:
        coefficients = (rng.choice((1, 1, 2)), 0, -(rng.randint(1, 12) ** 2))
    else:
        a, b, c = rng.randint(1, 4), number(rng, 9), number(rng, 12)
        coefficients = (a, b, -c if real and b * b < 4 * a * c else c)
    order = rng.choice(((1, 0, 2), (2, 1, 0), (2, 0, 1))) if rng.random() < 0.08 else None
    return polynomial(coefficients, x, order)


@task(
    "quadratic equations",
    "quadratic_equation",
    (
        *ASK,
        "{solve_all} the quadratic [{equation}] {eq}",
        "use the quadratic formula to solve {eq}",
        "{solve_all} <the|this> quadratic: {eq}",
        "<find|what are> the <two|> {roots} of the quadratic [{equation}] {eq}",
        "solve {eq} <by|with|using> <the quadratic formula|the abc formula|completing the square|factoring>",
        (
            "{consider} the quadratic [{equation}] {eq}. <what are its {roots}|find both solutions|solve "
            "it|{get} its {roots}>"
        ),
        "<both|the two> <solutions|roots> of {eq}",
        "the quadratic {equation} {eq} <must|has to|should> be solved",
        "{must_find} the {roots} of the quadratic [{equation}] {eq}",
    ),
    HELD_OUT,
    weight=1.5,
)
def quadratic_equation(rng: Random) -> Instance:
    """`ax² + bx + c = 0`, also with terms on the right."""
    x = variable(rng)
    s = Sym(x)
    kind = rng.random()
    if kind < 0.62:
        eq = equation(quadratic(rng, s), 0)
    elif kind < 0.75:
        eq = equation(polynomial((rng.choice((1, 1, 2)), number(rng, 9), 0), s), rng.randint(1, 40))
    elif kind < 0.88:
        eq = equation(s**2, rng.choice((rng.randint(1, 15) ** 2, rng.randint(2, 50))))
    else:
        p, q = rng.randint(-9, 9), rng.randint(-9, 9)
        eq = equation(s**2, polynomial((p + q, -p * q), s))
    return Instance(
        {"eq": eq, "x": s}, roots(rng, eq, x, rng.choice(("Solve the quadratic equation.", f"Find all {x}.")))
    )


@task(
    "quadratic equations",
    "quadratic_roots",
    (
        "{find} the {roots} of {f}",
        "{find} the {roots} of the {function} {f}",
        "{find} the {roots} of f({x}) = {f}",
        "where <is|does> {f} <equal to zero|equal zero|become zero|equal 0>",
        "at which {x} <is|does> f({x}) = {f} <zero|cross the x axis|have a root>",
        "{roots} of {f}",
        "{given} f({x}) = {f}, {get} its {roots}",
        "{find} the <x intercepts|x-intercepts> of y = {f}",
        "{consider} f({x}) = {f}. {find} <the|its> {roots}",
        "let f({x}) = {f}. <solve f({x}) = 0|find all {x} with f({x}) = 0|for which {x} is f({x}) = 0>",
        (
            "{given} f({x}) = {f}, <solve f({x}) = 0|for which {x} is f({x}) zero|where is f({x}) zero|when is "
            "f({x}) = 0>"
        ),
        "{wonder} where {f} <is zero|equals zero|becomes zero|has its {roots}>",
        "when <is|does> {f} <zero|equal to 0|become zero|equal 0>",
        "what {x} makes {f} <zero|equal to zero|0>",
        "what values of {x} make {f} <zero|equal to zero|0>",
        "<find|determine|compute> all {x} <where|for which|such that> {f} <is zero|equals 0|becomes zero>",
        "set {f} <equal to zero|to zero> and solve [for {x}]",
        (
            "{consider} the {function} f({x}) = {f}. <where does it cross the x axis|at which {x} is it "
            "zero|what are its {roots}>"
        ),
        "where <does|will> the <curve|graph|parabola or curve> y = {f} <cut|cross|touch or cross|hit> the x axis",
        *noun_frames("{roots}", "{f}", plural=True),
        *noun_frames(
            "{roots}",
            "the <{function}|polynomial> {f}",
            plural=True,
            without=("what exactly", "say|explain", "belongs to"),
        ),
    ),
    ("for which {x} does the {function} f({x}) = {f} vanish", "where does the graph of {f} meet the x axis"),
    constants=(0,),
)
def quadratic_roots(rng: Random) -> Instance:
    """Zeros of a quadratic or cubic function, all of them real."""
    x = variable(rng) if rng.random() < 0.2 else "x"
    if x == "y":  # the name of the function's value in some questions
        x = "x"
    s = Sym(x)
    f = quadratic(rng, s, real=True) if rng.random() < 0.75 else _cubic(rng, s)
    code = sympy_code(f"solve({f.code()}, {x})", symbols=[x])
    steps = (plan(rng, "Set the function to zero and solve.", "Find where it is zero."), code)
    return Instance({"f": f, "x": s}, (*steps, Words(r"The roots are $\boxed{⟨0:inner⟩}$.")))


def _cubic(rng: Random, s: Expr) -> Expr:
    a, b, c = (rng.randint(-5, 5) for _ in range(3))
    return polynomial((1, -(a + b + c), a * b + a * c + b * c, -a * b * c), s)


@task("polynomial equations", "polynomial_equation", ASK, HELD_OUT)
def polynomial_equation(rng: Random) -> Instance:
    """Cubic and biquadratic equations with rational roots; products equal to zero; pure powers."""
    x = variable(rng)
    s = Sym(x)
    match rng.randrange(5):
        case 0 | 1:
            eq = equation(_cubic(rng, s), 0)
        case 2:
            p, q = rng.randint(1, 4) ** 2, rng.randint(1, 5) ** 2
            eq = equation(polynomial((1, 0, -(p + q), 0, p * q), s), 0)
        case 3:
            eq = equation((s - number(rng, 9)) * (s - number(rng, 9)) * (rng.randint(1, 3) * s + number(rng, 9)), 0)
        case _:
            n = rng.choice((3, 3, 5))
            eq = equation(s**n, rng.randint(2, 6) ** n)
            # the real root only: x**3 = 8 has 2 as its answer at school
            code = sympy_code(f"solve({eq.code()}, {x})", symbols=[x], real=True)
            return Instance({"eq": eq, "x": s}, (Words("Solve for the real root."), code, _so(x)))
    return Instance(
        {"eq": eq, "x": s}, roots(rng, eq, x, rng.choice(("Solve the polynomial equation.", f"Find all {x}.")))
    )


def _so(x: str) -> Words:
    return Words(rf"So ${x} = \boxed{{⟨0:inner⟩}}$.")


@task("absolute value", "absolute_value_equation", ASK, HELD_OUT)
def absolute_value_equation(rng: Random) -> Instance:
    """`|ax + b| = c`, `a|x + b| + c = d` with two solutions."""
    x = variable(rng)
    s = Sym(x)
    inner = call("Abs", polynomial((rng.choice((1, 1, 1, 2, 3)), number(rng, 12)), s))
    match rng.randrange(4):
        case 0:
            c = rng.randint(1, 9)
            eq = equation(inner + c, c + rng.randint(1, 15))
        case 1:
            eq = equation(rng.randint(2, 5) * inner, rng.randint(1, 30))
        case _:
            eq = equation(inner, rng.randint(1, 20))
    code = sympy_code(f"solve({eq.code()}, {x})", symbols=[x], real=True)
    return Instance(
        {"eq": eq, "x": s}, (plan(rng, "Solve both cases.", "Solve the absolute value equation."), code, _so(x))
    )


@task("rational equations", "rational_equation", ASK, HELD_OUT)
def rational_equation(rng: Random) -> Instance:
    """`a/(x + b) = c`, `a/x + b = c`, `(x + a)/(x + b) = c`, `a/x = b/(x + c)`, `x + a/x = b`."""
    x = variable(rng)
    s = Sym(x)
    a, b, c = rng.randint(1, 20), number(rng, 9), number(rng, 9)
    match rng.randrange(5):
        case 0:
            eq = equation(expr(a) / (s + b), c)
        case 1:
            d = c + rng.choice((1, 2, 3, -1, -2))
            eq = equation(expr(a) / s + c, d)
        case 2:
            d = rng.randint(2, 9)
            eq = equation((s + b) / (s + (c if c != b else c + 1)), d)
        case 3:
            d = a + rng.randint(1, 6)
            eq = equation(expr(a) / s, expr(d) / (s + b))
        case _:
            r, t = rng.randint(1, 6), rng.randint(1, 6)
            eq = equation(s + expr(r * t) / s, r + t)
    words = rng.choice(("Solve the rational equation.", f"Solve for {x}."))
    return Instance({"eq": eq, "x": s}, roots(rng, eq, x, words))


@task("radical equations", "radical_equation", ASK, HELD_OUT)
def radical_equation(rng: Random) -> Instance:
    """`√(ax + b) = c`, `√x + b = c`, `√(x + a) = x + b` with a real solution."""
    x = variable(rng)
    s = Sym(x)
    c = rng.randint(1, 12)
    match rng.randrange(4):
        case 0:
            b = rng.randint(1, 9)
            eq = equation(call("sqrt", s) + b, b + c)
        case 1:
            r = rng.randint(1, 9)  # √(x + a) = x + b at x = r
            b = rng.randint(0, 5) - r if r > 5 else rng.randint(1, 5) - r
            root = r + b
            if root < 1 or root**2 == r or b == 0:
                eq = equation(call("sqrt", s + c), c + 1)
            else:
                eq = equation(call("sqrt", s + (root**2 - r)), s + b)
        case _:
            eq = equation(call("sqrt", polynomial((rng.randint(1, 5), number(rng, 12)), s)), c)
    return Instance(
        {"eq": eq, "x": s}, roots(rng, eq, x, rng.choice(("Solve the radical equation.", f"Solve for {x}.")))
    )


@task("exponential equations", "exponential_equation", ASK, HELD_OUT, constants=(1,))
def exponential_equation(rng: Random) -> Instance:
    """`a^(bx + c) = d`, `e^(ax) = b`, `a*b^x = c` through logarithms."""
    x = variable(rng)
    s = Sym(x)
    base = rng.choice((2, 2, 3, 3, 5, 10, 4, 7))
    power = rng.randint(1, 5)
    exponent: Expr = rng.choice((s, s, s + rng.randint(1, 5), s - rng.randint(1, 5), rng.randint(2, 4) * s))
    match rng.randrange(5):
        case 0:
            eq = equation(call("exp", rng.choice((s, rng.randint(2, 6) * s))), rng.randint(2, 40))
        case 1:
            k = rng.randint(2, 9)
            eq = equation(k * expr(base) ** s, k * base**power)
        case 2:
            eq = equation(expr(base) ** exponent, rng.randint(2, 60))
        case _:
            eq = equation(expr(base) ** exponent, base**power)
    code = sympy_code(f"simplify(solve({eq.code()}, {x})[0])", symbols=[x], real=True)
    return Instance(
        {"eq": eq, "x": s}, (plan(rng, "Solve the exponential equation.", "Take logarithms."), code, _so(x))
    )


@task("logarithmic equations", "logarithmic_equation", ASK, HELD_OUT)
def logarithmic_equation(rng: Random) -> Instance:
    """`ln(ax + b) = c`, `a ln(x) = b`, `ln(x) + ln(a) = ln(b)`."""
    x = variable(rng)
    s = Sym(x)
    c = rng.randint(1, 6)
    match rng.randrange(4):
        case 0:
            eq = equation(rng.randint(2, 6) * call("log", s), c)
        case 1:
            eq = equation(call("log", s) + call("log", rng.randint(2, 9)), call("log", rng.randint(10, 60)))
        case _:
            eq = equation(call("log", polynomial((rng.randint(1, 5), rng.choice((0, number(rng, 9)))), s)), c)
    return Instance(
        {"eq": eq, "x": s}, roots(rng, eq, x, rng.choice(("Solve the logarithmic equation.", f"Solve for {x}.")))
    )


@task(
    "quadratic equations",
    "discriminant",
    (
        "{find} the discriminant of {f}",
        "{find} the discriminant of the <quadratic|{equation}|polynomial> {eq}",
        "discriminant of {f}",
        "{given} {eq}, {get} its discriminant",
        "{get} the discriminant <D|> of {eq}",
        "how <big|large> is the discriminant of {f}",
        *noun_frames(
            "discriminant", "<{f}|the quadratic {f}|the polynomial {f}>", without=("the @N of @X@A @is what",)
        ),
        *noun_frames(
            "discriminant", "the {equation} {eq}", without=("@N for", "what @N", "@X, @N", "the @N of @X@A @is what")
        ),
    ),
    ("the quadratic {f} has which discriminant", "b^2 - 4ac for {f}"),
    constants=(),
)
def discriminant(rng: Random) -> Instance:
    """The discriminant of a quadratic."""
    x = variable(rng)
    f = quadratic(rng, Sym(x))
    code = sympy_code(f"discriminant({f.code()}, {x})", symbols=[x])
    steps = (plan(rng, "Compute the discriminant.", "Use b**2 - 4*a*c."), code, boxed(rng, "The discriminant is @."))
    return Instance({"f": f, "eq": equation(f, 0), "x": Sym(x)}, steps)


@task(
    "quadratic equations",
    "complete_the_square",
    (
        "complete the square <for|in|of|:> {f}",
        "<write|put|bring|rewrite> {f} <in|into> <vertex form|completed square form>",
        "{find} the vertex form of {f}",
        "<write|rewrite> {f} as a <perfect square plus a number|square plus a constant>",
        "please complete the square: {f}",
        "{get} the completed square of [the quadratic] {f}",
        "convert {f} to vertex form",
        "completing the square for {f}",
        *verb_frames(
            "complete the square in",
            "in completed square form",
            "completing the square in",
            "{f}",
            without=(*SAYS_IT, "@P", "after", "results in"),
        ),
        *noun_frames(
            "<vertex form|completed square form>",
            "<{f}|the quadratic {f}|the parabola {f}>",
            without=GOT_OR_OWNED,
        ),
        "{consider} {f}. <complete the square|write it in vertex form|bring it into vertex form>",
        "{f}, complete the square",
        "{f} in <vertex form|completed square form>",
        "how does {f} look <in vertex form|after completing the square>",
        "<what is|give|show> {f} <after completing the square|in vertex form|with the square completed>",
        (
            "<express|rewrite|present> [the quadratic] {f} as <a multiple of a square plus a number|a square "
            "plus a number|a completed square>"
        ),
        "complete the square: {f}",
    ),
    ("turn {f} into the form a(x - h)^2 + k", "by completing the square, rewrite {f}"),
    constants=(2,),
)
def complete_the_square(rng: Random) -> Instance:
    """Vertex form of a quadratic."""
    x = variable(rng)
    a = rng.choice((1, 1, 1, 2, 3, -1))
    f = polynomial((a, a * 2 * number(rng, 8) if rng.random() < 0.8 else number(rng, 9), number(rng, 20)), Sym(x))
    code = sympy_code(
        f"f = {f.code()}",
        f"h = solve(diff(f, {x}), {x})[0]",
        f"f.coeff({x}, 2)*({x} - h)**2 + f.subs({x}, h)",
        symbols=[x],
    )
    return Instance(
        {"f": f}, (plan(rng, "Complete the square.", "Write it in vertex form."), code, boxed(rng, "It is @."))
    )


@task(
    "quadratic equations",
    "vertex",
    (
        "{find} the vertex of [the parabola] y = {f}",
        "{find} the vertex of <the parabola|the quadratic|> {f}",
        "vertex of {f}",
        "<where|at which point> is the vertex of y = {f}",
        "{given} the parabola y = {f}, {get} its vertex",
        "{get} the <turning point|vertex> of {f}",
        *noun_frames(
            "<vertex|turning point>",
            "<{f}|y = {f}|the parabola y = {f}|the quadratic function {f}>",
            without=("what @N", "@N for"),
        ),
        (
            "{consider} the parabola y = {f}. <where is its vertex|what are the coordinates of its vertex|find "
            "its turning point>"
        ),
        "<coordinates|position> of the <vertex|turning point> of y = {f}",
        "where does the parabola y = {f} <turn|have its vertex|have its turning point>",
        "<where|at what point> does y = {f} <turn|have its turning point|reach its vertex>",
        "{find} the coordinates of the <vertex|turning point> of y = {f}",
        "let f(x) = {f}. {find} the <vertex|turning point> of <the graph|its graph|the parabola>",
    ),
    ("which point is the vertex of the parabola {f}", "the graph of y = {f} has which turning point"),
)
def vertex(rng: Random) -> Instance:
    """The vertex of a parabola."""
    f = polynomial((number(rng, 4), number(rng, 12), number(rng, 20)), Sym("x"))
    code = sympy_code(f"f = {f.code()}", "h = solve(diff(f, x), x)[0]", "(h, f.subs(x, h))", symbols=["x"])
    return Instance({"f": f}, (plan(rng, "Find where the slope is zero."), code, boxed(rng, "The vertex is @.")))
