"""Questions with two or three parts: a code block for each, one answer that names them all."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Sym, call, equation, expr, matrix, polynomial, scaled, vector
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.functions import differentiable, function_letter, number_point, some_polynomial
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import number
from mathcoder_kernel.problems.sympy_code import sympy_code


def _both(what: str, first: str = "⟨0⟩", second: str = "⟨1⟩") -> Words:
    return Words(rf"{what} $\boxed{{{first}; {second}}}$.")


@task(
    "derivatives",
    "first_and_second_derivative",
    (
        "{find} the first and second derivative of {f}",
        "{find} the first two derivatives of {f}",
        "{find} {f1} and {f2} <if|for|when> {fx}",
        "{given} {fx}, {find} {f1} and {f2}",
        "differentiate {f} once and twice",
        "first and second derivative of {f}",
        "{find} the derivative of {f} and then its second derivative",
        "{find} both the first and the second derivative of {f}",
        "{find} the derivative and the second derivative of {f}",
        "{find} the first derivative of {f}, then the second",
        "{find} {f1} and {f2} for the function {fx}",
        "let {fx}. {find} the first and the second derivative",
        "for {fx}, {get} {f1} and {f2}",
        "for the function {f}, {get} the first and second derivatives",
        "<differentiate|derive> {f} twice and <give|show> both derivatives",
        "<differentiate|derive> {f}, then <differentiate|derive> the result again",
        "<differentiate|derive> {fx} two times. {find} {f1} and {f2}",
        "i need {f1} and {f2} of {fx}",
        "i need the first and second derivative of {f}",
        "what are the first and second derivatives of {f}",
        "what are the first two derivatives of {f}",
        "what is the derivative of {f} and what is its second derivative",
        "consider {fx}. {get} {f1} as well as {f2}",
        "the function {fx} is given. {get} its first and second derivatives",
        "{f1} and {f2} of {fx}",
        "{f1} = ? and {f2} = ? for {fx}",
        "derivatives of order one and two of {f}",
        "{tell} what {f1} and {f2} are if {fx}",
        "take the derivative of {f}, and the derivative of that",
        "how do the first and second derivative of {f} look",
    ),
    ("{fx}. what are {f1} and {f2}", "take {f} and give its first derivative and also its second one"),
    weight=0.8,
)
def first_and_second_derivative(rng: Random) -> Instance:
    """Two derivatives, the second from the first."""
    x = function_letter(rng)
    s = Sym(x)
    f = some_polynomial(rng, s) if rng.random() < 0.6 else differentiable(rng, s)
    first = sympy_code(f"first = diff({f.code()}, {x})", "first", symbols=[x])
    second = Code(f"first.diff({x})")
    slots: dict[str, Slot] = {
        "f": f,
        "fx": equation(call("f", s), f),
        "f1": call("f'", s),
        "f2": call("f''", s),
    }
    steps = (Words("Differentiate once."), first, Words("Differentiate again."), second, _both("The derivatives are"))
    return Instance(slots, steps)


@task(
    "derivatives",
    "value_and_slope",
    (
        "{given} {fx}, {find} {fa} and {f1a}",
        "{find} {fa} and {f1a} <if|for|when> {fx}",
        "{find} the value and the {slope} of {f} at {x} = {a}",
        "{evaluate} {f} and its derivative at {x} = {a}",
        "value and {slope} of {f} at {x} = {a}",
        "{fx}. {find} {fa} and {f1a}",
        "{find} the value and the derivative of {f} at {x} = {a}",
        "{find} the function value and the {slope} of {f} at {x} = {a}",
        "{find} both {fa} and {f1a} for {fx}",
        "let {fx}. {find} {fa} and {f1a}",
        "for {fx}, {get} {fa} and also {f1a}",
        "for the function {f}, {get} the value and the {slope} at {x} = {a}",
        "consider {fx}. {evaluate} {fa} and {f1a}",
        "the function {fx} is given. {get} {fa} and {f1a}",
        "{evaluate} {fa} and {f1a} when {fx}",
        "what are {fa} and {f1a} if {fx}",
        "what are the value and the {slope} of {f} at {x} = {a}",
        "what is {fa}, and what is {f1a}, for {fx}",
        "i need {fa} and {f1a} for {fx}",
        "{fa} and {f1a} for {fx}",
        "put {x} = {a} into {f} and into its derivative",
        "{tell} the value and the {slope} of the function {f} at the point {x} = {a}",
        "at {x} = {a}, {find} the value of {f} and the value of its derivative",
        "at {x} = {a}, what are the height and the {slope} of the curve {f}",
        "the curve y = {f} has what value and what {slope} at {x} = {a}",
        "{fa} first, then {f1a}, for {fx}",
    ),
    ("how high and how steep is the graph of {f} at {x} = {a}", "{fx}. which value and which {slope} at {x} = {a}"),
    weight=0.7,
)
def value_and_slope(rng: Random) -> Instance:
    """f(a) and f'(a)."""
    x = function_letter(rng)
    s = Sym(x)
    f, a = some_polynomial(rng, s), number_point(rng)
    value = sympy_code(f"f = {f.code()}", f"f.subs({x}, {a.code()})", symbols=[x])
    slots: dict[str, Slot] = {
        "f": f,
        "x": s,
        "a": a,
        "fx": equation(call("f", s), f),
        "fa": call("f", a),
        "f1a": call("f'", a),
    }
    slope = Code(f"f.diff({x}).subs({x}, {a.code()})")
    steps = (Words("Put in the value."), value, Words("Now the derivative there."), slope, _both("The values are"))
    return Instance(slots, steps)


@task(
    "quadratic equations",
    "roots_and_vertex",
    (
        "{find} the {roots} and the vertex of {f}",
        "{find} the {roots} and the vertex of y = {f}",
        "{given} the parabola y = {f}, {get} its {roots} and its vertex",
        "{roots} and vertex of {f}",
        "where are the {roots} of {f}, and where is its vertex",
        "{get} the vertex and the {roots} of the quadratic {f}",
        "{find} the vertex and the {roots} of {f}",
        "{tell} where {f} is zero and where its vertex lies",
        "{find} the x-intercepts and the vertex of y = {f}",
        "{find} the x-intercepts and the vertex of the parabola y = {f}",
        "{find} both the {roots} and the vertex of the quadratic function {f}",
        "what are the {roots} and the vertex of {f}",
        "what are the x-intercepts and the vertex of the graph of {f}",
        "for the parabola y = {f}, {get} the {roots} and the vertex",
        "for the quadratic {f}, {find} all zeros and the vertex",
        "the parabola y = {f} is given. {get} its zeros and its vertex",
        "a parabola has the equation y = {f}. {find} its {roots} and its vertex",
        "let f(x) = {f}. {find} the {roots} of f and the vertex of its graph",
        "consider y = {f}. {get} its x-intercepts and its vertex",
        "i need the {roots} and the vertex of {f}",
        "zeros and vertex of y = {f}",
        "vertex and {roots}: {f}",
        "{tell} the {roots} and the vertex of y = {f}",
        "<determine|compute> the zeros of {f}, then its vertex",
        "solve {f} = 0 and find the vertex of y = {f}",
        "which {roots} and which vertex does {f} have",
    ),
    ("the parabola {f}: where does it cross the x axis and where is its turning point",),
    weight=0.8,
)
def roots_and_vertex(rng: Random) -> Instance:
    """Both for a parabola with rational zeros."""
    x = Sym("x")
    a, r, q = rng.choice((1, 1, 2, -1)), number(rng, 8), number(rng, 8)
    f = polynomial((a, -a * (r + q), a * r * q), x)
    zeros = sympy_code(f"f = {f.code()}", "solve(f, x)", symbols=["x"])
    vertex = Code("h = solve(f.diff(x), x)[0]\n(h, f.subs(x, h))")
    steps = (Words("Set it to zero."), zeros, Words("The vertex has slope zero."), vertex)
    return Instance({"f": f}, (*steps, _both("Roots and vertex are", "⟨0:inner⟩")))


@task(
    "matrices",
    "determinant_and_inverse",
    (
        "{find} the determinant and the inverse of {m}",
        "{find} the determinant and inverse of the matrix {m}",
        "{given} A = {m}, {find} det(A) and A^-1",
        "determinant and inverse of {m}",
        "{find} det(A) and the inverse <if|for> A = {m}",
        "{get} the determinant of {m} and then its inverse",
        "{find} the determinant of {m} and its inverse",
        "{find} both the determinant and the inverse of {m}",
        "{find} det and inverse of {m}",
        "{find} the inverse of {m} as well as its determinant",
        "let A = {m}. {find} det(A) and A^-1",
        "let A = {m}. {find} the determinant and the inverse of A",
        "for the matrix {m}, {get} the determinant and the inverse",
        "for A = {m}, {get} det(A) and the inverse matrix",
        "the matrix A = {m} is given. {get} its determinant and its inverse",
        "consider the matrix {m}. {get} its determinant and inverse",
        "what are the determinant and the inverse of {m}",
        "what is the determinant of {m}, and what is its inverse",
        "i need the determinant and the inverse of {m}",
        "det and inverse: {m}",
        "det(A) and A^-1 for A = {m}",
        "{tell} the determinant and the inverse matrix of {m}",
        "the determinant first, then the inverse of {m}",
        "invert the matrix {m} and give its determinant",
        "invert {m}. also {get} its determinant",
        "<calculate|compute> det(A) and the inverse of A for A = {m}",
        "A = {m}, {find} det(A) and A^-1",
    ),
    ("A = {m}. how large is det(A), and which matrix is the inverse",),
    weight=0.6,
)
def determinant_and_inverse(rng: Random) -> Instance:
    """For a regular 2x2 matrix."""
    while True:
        a, b, c, d = (number(rng, 9) for _ in range(4))
        if a * d != b * c:
            break
    m = matrix([[a, b], [c, d]])
    det = sympy_code(f"A = {m.code()}", "A.det()")
    steps = (Words("Compute the determinant."), det, Words("Now the inverse."), Code("A.inv().tolist()"))
    return Instance({"m": m}, (*steps, _both("Determinant and inverse are")))


@task(
    "vectors",
    "sum_and_dot_product",
    (
        "{find} the sum and the dot product of {u} and {v}",
        "{given} u = {u} and v = {v}, {find} u + v and u·v",
        "u = {u}, v = {v}, {find} the sum and the dot product",
        "sum and dot product of {u} and {v}",
        "{get} the sum of {u} and {v} and also their dot product",
        "{find} u + v and u·v <if|for> u = {u} and v = {v}",
        "{find} both the sum and the dot product of {u} and {v}",
        "{find} the sum of {u} and {v} and their scalar product",
        "{find} the vector sum and the scalar product of {u} and {v}",
        "{find} the dot product and the sum of {u} and {v}",
        "let u = {u} and v = {v}. {find} u + v and u·v",
        "let u = {u}, v = {v}. {find} the sum and the scalar product",
        "for the vectors {u} and {v}, {get} the sum and the dot product",
        "for u = {u} and v = {v}, {get} u + v and also the dot product",
        "the vectors u = {u} and v = {v} are given. {get} u + v and u·v",
        "consider the vectors {u} and {v}. {get} their sum and their dot product",
        "what are the sum and the dot product of {u} and {v}",
        "what is {u} + {v}, and what is the dot product of the two",
        "i need the sum and the dot product of {u} and {v}",
        "add {u} and {v}, then {get} their dot product",
        "add the vectors {u} and {v} and also multiply them as a scalar product",
        "u + v and u·v for u = {u}, v = {v}",
        "sum and scalar product: {u}, {v}",
        "{tell} the sum and the dot product of the vectors {u} and {v}",
        "two vectors are {u} and {v}. {find} their sum and their inner product",
        "first add {u} and {v}, then take their dot product",
    ),
    ("the vectors {u} and {v} have which sum and which scalar product",),
    weight=0.5,
)
def sum_and_dot_product(rng: Random) -> Instance:
    """Two results for two vectors."""
    size = rng.choice((2, 3))
    u, v = (vector([number(rng, 9) for _ in range(size)]) for _ in range(2))
    added = sympy_code(f"u = {u.code()}", f"v = {v.code()}", "list(u + v)")
    steps = (Words("Add the vectors."), added, Words("Now the dot product."), Code("u.dot(v)"))
    return Instance({"u": u, "v": v}, (*steps, _both("Sum and dot product are", "(⟨0:inner⟩)")))


@task(
    "integrals",
    "antiderivative_and_integral",
    (
        "{find} an antiderivative of {f} and the integral from {a} to {b}",
        "{find} the indefinite integral of {f} and its value from {a} to {b}",
        "integrate {f} and then {evaluate} the integral from {a} to {b}",
        "{given} {fx}, {find} an antiderivative and the integral from {a} to {b}",
        "antiderivative of {f} and integral from {a} to {b}",
        "{get} the antiderivative of {f}, then the definite integral from {a} to {b}",
        "{find} an antiderivative of {f} and then the definite integral from {a} to {b}",
        "{find} the indefinite integral of {f} and the definite integral from {a} to {b}",
        "{find} a primitive of {f} and use it for the integral from {a} to {b}",
        "{find} both the antiderivative of {f} and its integral between {a} and {b}",
        "let {fx}. {find} an antiderivative and the integral from {a} to {b}",
        "{fx}. {find} an antiderivative of f and the integral of f from {a} to {b}",
        "for {fx}, {get} an antiderivative and the integral over the interval from {a} to {b}",
        "for the function {f}, {get} a primitive and the integral from {a} to {b}",
        "consider {fx}. {get} an antiderivative and then the area integral from {a} to {b}",
        "the function {fx} is given. {get} an antiderivative and the definite integral from {a} to {b}",
        "what are an antiderivative of {f} and the integral from {a} to {b}",
        "what is an antiderivative of {f}, and what is the integral from {a} to {b}",
        "i need an antiderivative of {f} and the integral from {a} to {b}",
        "<integrate|first integrate> {f}. then put in the limits {a} and {b}",
        "integrate {f} without limits and then from {a} to {b}",
        "primitive of {f} and integral from {a} to {b}",
        "antiderivative, then the value from {a} to {b}: {f}",
        "{tell} an antiderivative of {f} and the value of the integral from {a} to {b}",
        "the indefinite integral of {f} first, then the definite one from {a} to {b}",
        "<determine|calculate> an antiderivative of {f} and use it to <integrate|compute the integral> from {a} to {b}",
    ),
    ("{fx}. which function has it as derivative, and how large is its integral between {a} and {b}",),
    weight=0.6,
)
def antiderivative_and_integral(rng: Random) -> Instance:
    """The definite integral from the antiderivative."""
    x = function_letter(rng)
    s = Sym(x)
    f = (
        some_polynomial(rng, s, rng.choice((1, 2, 3)))
        if rng.random() < 0.7
        else scaled(rng.randint(1, 5), call("exp", s))
    )
    low = rng.choice((0, 0, 1, -1, 2))
    a, b = expr(low), expr(low + rng.randint(1, 5))
    whole = sympy_code(f"F = integrate({f.code()}, {x})", "F", symbols=[x])
    part = Code(f"F.subs({x}, {b.code()}) - F.subs({x}, {a.code()})")
    steps = (Words("Find the antiderivative."), whole, Words("Put in the limits."), part)
    slots: dict[str, Slot] = {"f": f, "a": a, "b": b, "fx": equation(call("f", s), f)}
    return Instance(slots, (*steps, _both("The results are")))


@task(
    "equations in several steps",
    "solve_then_evaluate",
    (
        "{given} {eq}, {find} the value of {g}",
        "{given} {eq}, {evaluate} {g}",
        "{find} {g} <if|when|given that> {eq}",
        "<solve|work out> {eq} and then {evaluate} {g}",
        "{eq}. {find} {g}",
        "{x} solves {eq}. {evaluate} {g}",
        "let {x} be the solution of {eq}. {find} {g}",
        "{find} the value of {g} <if|when|given that> {eq}",
        "<if|when|suppose|since> {eq}, <what is|how much is|find> {g}",
        "<if|when> {eq}, <what is|find> the value of {g}",
        "<if|when> {x} satisfies {eq}, <what is|find> {g}",
        "first solve {eq}, then {evaluate} {g}",
        "solve {eq} and put the solution into {g}",
        "solve {eq} for {x}. then {evaluate} {g}",
        "solve {eq}. what is {g} then",
        "{x} is a number with {eq}. {evaluate} {g}",
        "{x} is the solution of {eq}. {find} {g}",
        "the number {x} satisfies {eq}. {find} the value of {g}",
        "the equation {eq} has the solution {x}. {evaluate} {g}",
        "it is known that {eq}. {find} {g}",
        "what is {g} <if|when|given that> {eq}",
        "what is the value of {g} <if|when> {eq}",
        "what value does {g} have when {eq}",
        "let {eq}. {find} {g}",
        "for the {x} with {eq}, {evaluate} {g}",
        "for the solution of {eq}, {find} the value of {g}",
        "{tell} what {g} is <if|when> {eq}",
        "{g} = ? <if|when> {eq}",
        "{eq}, so {g} = ?",
        "{eq}, {find} {g}",
        "{eq} is given. i need {g}",
    ),
    ("we know that {eq}. so how much is {g}", "how large is {g} for the {x} that solves {eq}"),
)
def solve_then_evaluate(rng: Random) -> Instance:
    """A linear equation first, then an expression of its solution."""
    x = rng.choice("xxxxyzntabk")
    s = Sym(x)
    left = polynomial((number(rng, 9), number(rng, 20)), s)
    eq = equation(left, left.value({x: rng.randint(-9, 9)}))
    while True:
        g = rng.choice(
            (
                polynomial((number(rng, 9), number(rng, 12)), s),
                s**2 + number(rng, 9),
                scaled(rng.randint(2, 9), s**2),
                s**3,
            )
        )
        if g.code() != left.code():
            break
    solve = sympy_code(f"solution = solve({eq.code()}, {x})[0]", "solution", symbols=[x])
    value = Code(f"({g.code()}).subs({x}, solution)")
    steps = (Words(f"Solve for {x} first."), solve, Words("Put the solution in."), value)
    return Instance({"eq": eq, "x": s, "g": g}, (*steps, Words(r"The value is $\boxed{⟨1⟩}$.")))


@task(
    "equations in several steps",
    "derivative_zero_value",
    (
        "{find} the {x} where f'({x}) = 0 and the value of f there, <if|for> {fx}",
        "{given} {fx}, {get} the turning point and its {kind} value",
        "where is the {kind} of {f} and how large is it",
        "{get} the place and the value of the {kind} of {f}",
        "{find} the {kind} point of {fx}",
        "{get} both coordinates of the {kind} of y = {f}",
        "place and value of the {kind} of {f}",
        "{find} the {kind} of {f} and where it is",
        "{find} the place of the {kind} of {f} and the {kind} value",
        "{find} the coordinates of the {kind} of {f}",
        "{find} the coordinates of the {kind} of y = {f}",
        "{find} the {kind} of the function {f} with both coordinates",
        "{find} the {x} at which {f} has its {kind}, and the {kind} value",
        "let {fx}. {find} the place and the value of its {kind}",
        "{fx}. {find} the {kind} and where it lies",
        "for {fx}, {get} the {kind} point",
        "for the function {f}, {get} the place and the value of the {kind}",
        "for which {x} does {f} reach its {kind}, and how large is it",
        "where does {f} have its {kind}, and what is its value there",
        "where does the graph of {f} have its {kind} point",
        "consider {fx}. {get} both coordinates of its {kind}",
        "the function {fx} is given. {get} the position and the value of its {kind}",
        "what are the coordinates of the {kind} point of {f}",
        "what is the {kind} point of y = {f}",
        "i need the {kind} point of {f}",
        "set the derivative of {f} to zero and find the {kind} point",
        "use the derivative to find the {kind} point of {f}",
        "{kind} point of {f}",
        "{kind} of {f}: place and value",
        "{tell} where {f} has its {kind} and what the {kind} value is",
    ),
    ("{fx} has one {kind}. at which {x}, and what is the value",),
    weight=0.7,
)
def derivative_zero_value(rng: Random) -> Instance:
    """Place and value of the extremum of a quadratic."""
    x = rng.choice("xxxxt")
    s = Sym(x)
    lowest = rng.random() < 0.55
    a = rng.choice((1, 1, 2, 3))
    f = polynomial((a if lowest else -a, number(rng, 12), number(rng, 20)), s)
    place = sympy_code(f"f = {f.code()}", f"place = solve(diff(f, {x}), {x})[0]", "place", symbols=[x])
    steps = (Words("Set the derivative to zero."), place, Words("Put the place in."), Code(f"f.subs({x}, place)"))
    slots: dict[str, Slot] = {
        "f": f,
        "x": x,
        "fx": equation(call("f", s), f),
        "kind": "minimum" if lowest else "maximum",
    }
    return Instance(slots, (*steps, _both("Place and value are")))
