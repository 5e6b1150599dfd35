"""Calculus in students' own short words: rules and shapes of curves, normals, improper integrals, series at a "
"point."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.expression import Expr, Notation, Sym, Text, call, equation, expr, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, noun_frames, told_frames
from mathcoder_kernel.problems.functions import (
    differentiable,
    elementary,
    some_polynomial,
    two_variables,
    x_power,
)
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code

X, Y = Sym("x"), Sym("y")


@dataclass(frozen=True, slots=True)
class Integral:
    """An integral sign with its function: `int_0^1 x^2 dx`, `∫ x^2 dx`, LaTeX."""

    f: Expr
    low: Expr | None = None
    high: Expr | None = None

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        inner = self.f.bare(notation)
        if self.f.level < 2:
            inner = f"({inner})"
        if notation.latex:
            sign, space = r"\int", r" \, dx" if notation.spaced else r"\,dx"
        else:
            sign = (
                "∫"
                if notation.signs or notation.brackets in (1, 3)
                else ("int", "integral")[notation.brackets in (2, 4)]
            )
            space = " dx"
        if self.low is None or self.high is None:
            text = f"{sign} {inner}{space}"
        else:
            low, high = self.low.bare(notation), self.high.bare(notation)
            if notation.latex:
                text = rf"{sign}_{{{low}}}^{{{high}}} {inner}{space}"
            elif notation.brackets in (4, 5) or not (low.isalnum() and high.isalnum()):
                text = f"{sign} from {low} to {high} of {inner}{space}"
            else:
                text = f"{sign}_{low}^{high} {inner}{space}"
        return f"${text}$" if notation.latex and notation.dollars else text


@task(
    "derivatives",
    "derivative_in_short",
    (
        "<differentiate|derive|diff|find the derivative of|derivative of|deriv of|d/dx of|d/dx> {f}",
        "<can|could|would> you <differentiate|derive|find the derivative of> {f} for me, <show working|with "
        "steps|please>",
        "{f} <differentiated|derivative|derivative?|derivative please|d/dx>",
        "{f}, <differentiate|derivative|find the derivative|differentiate it|what is the derivative|dy/dx>",
        "{rule} <on|for|with> {f} [help|please]",
        "<use|apply|do> [the] {rule} <on|to|for> {f}",
        "<differentiate|derive> {f} <with|using|by> [the] {rule}",
        "y = {f}, <find dy/dx|dy/dx = ?|what is dy/dx|dy/dx|what's y'|find y'>",
        "<find|work out|get|give|determine> <dy/dx|y'> <if|when|for|given> y = {f}",
        "<find|work out|whats|what is|give> f'(x) <if|when|for|given> f(x) = {f}",
        "f(x) = {f}. <f'(x)?|find f'(x)|what is f'(x)|f'(x) = ?|what does f' look like>",
        "{dx}({f})",
        "{evaluate} {dx}({f})",
        "derivative of {f} <wrt x|in x|with respect to x|please|step by step|?>",
        "how <do i|to|would i|do you> <differentiate|derive> {f}",
        "<slope function|gradient function|rate of change> of {f}",
        "<whats|what's|what is> the <derivative|derivitive|first derivative> of {f}",
        "<need|i need|give me|get> the <derivative|first derivative> of {f}",
        "the derivative <for|with> y = {f}",
        "{f} to <derivative|f'|first derivative>",
    ),
    ("for y = {f}, how fast does y change with x",),
    weight=1.4,
)
def derivative_in_short(rng: Random) -> Instance:
    """Products, quotients and chains as a student names them."""
    rule = ""
    match rng.randrange(7):
        case 0 | 1:
            f: Expr = x_power(rng, X) * elementary(rng, X, True)
            rule = "product rule"
        case 2:
            f = x_power(rng, X) / rng.choice((X**2 + rng.randint(1, 9), X + number(rng, 9), 2 * X + rng.randint(1, 5)))
            rule = "quotient rule"
        case 3:
            inner = rng.choice(
                (rng.randint(2, 6) * X, X**2, X**2 + rng.randint(1, 9), polynomial((3, number(rng, 9)), X))
            )
            f = call(rng.choice(("sin", "cos", "exp", "log", "sqrt", "atan")), inner)
            rule = "chain rule"
        case 4:
            f = call("atan", rng.choice((X, rng.randint(2, 6) * X)))
        case 5:
            f = polynomial((rng.randint(2, 5), number(rng, 9)), X) ** rng.randint(2, 8)
            rule = "chain rule"
        case _:
            f = differentiable(rng, X)
    change = f"diff({f.code()}, x)"
    code = sympy_code(f"simplify({change})" if "/" in f.code() else change, symbols=["x"])
    slots: dict[str, Slot] = {"f": f, "dx": Text("d/dx", "d/dx", r"\frac{d}{dx}")}
    if rule:
        slots["rule"] = rule
    end = boxed(rng, "The derivative is @.")
    return Instance(slots, (plan(rng, "Differentiate with respect to x.", "Take the derivative."), code, end))


@task(
    "derivatives",
    "second_derivative_in_short",
    (
        "<second|2nd> <derivative|derivitive|deriv> of {f}",
        "<second|2nd> derivative of {f} [please|?]",
        "<whats|what is|find|get|give|work out> the <second|2nd> <derivative|derivitive> of {f}",
        "y = {f}. <find|what is|work out|get> <the second derivative|d²y/dx²|y''|d^2y/dx^2>",
        "<find|work out|what is|get> <d²y/dx²|y''|d^2y/dx^2> <if|for|when> y = {f}",
        "f(x) = {f}, <f''(x)?|find f''(x)|f''(x) = ?|what is f''>",
        "<find|work out|what is|whats> f''(x) <if|for|when|given> f(x) = {f}",
        "differentiate {f} <twice|two times|and then again>",
        "{f} differentiated <twice|two times|2 times>",
        "{f}, <second derivative|2nd derivative|differentiate twice>",
        "<how do i|can you|please|i have to|help me> <differentiate {f} twice|find the second derivative of {f}>",
        "derivative of the derivative of {f}",
        "y = {f}, y'' = ?",
    ),
    ("the derivative of {f} has which derivative",),
    constants=(2,),
)
def second_derivative_in_short(rng: Random) -> Instance:
    """Twice."""
    k = number(rng, 6)
    f = rng.choice(
        (
            some_polynomial(rng, X, rng.choice((3, 4))), call("exp", scaled(k, X)), call("sin", abs(k) * X),
            x_power(rng, X) * elementary(rng, X, True), X * call("log", X), call("cos", abs(k) * X),
        )
    )  # fmt: skip
    code = sympy_code(f"diff({f.code()}, x, 2)", symbols=["x"])
    return Instance({"f": f}, (plan(rng, "Differentiate twice."), code, boxed(rng, "The second derivative is @.")))


@task(
    "tangents",
    "normal_line",
    (
        "{find} the <equation of the |>normal <line |>to {y_is} at {at}",
        "<equation of the normal|normal line|normal|eqn of the normal> <to|of|for> {y_is} at {at}",
        "<find|give|work out|whats|what is> the equation of the normal <line |>to the <curve|graph|parabola or "
        "curve> "
        "{y_is} at <the point |>{at}",
        "normal to <{f}|the graph of {f}|the curve {y_is}> at {at}",
        "{y_is}. <find the normal at|what is the normal at|normal line at|equation of the normal at> {at}",
        "<curve|given> {y_is}, <normal at|find the normal line at> {at}",
        "the line <perpendicular|at right angles> to the tangent of {y_is} at {at}",
        "which line is <perpendicular|normal|at right angles> to {y_is} at {at}",
        "{must_find} the <normal|normal line|equation of the normal> to {y_is} at {at}",
        "{wonder} what the normal to {y_is} at {at} is",
        "at {at}, what is the normal to {y_is}",
        *noun_frames(
            "<normal|normal line>",
            "<{y_is}|the curve {y_is}|the graph of {f}>",
            "at {at}",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
    ),
    ("{y_is} is met at a right angle by which line at {at}",),
    constants=(1,),
)
def normal_line(rng: Random) -> Instance:
    """The line through a point of the curve that is perpendicular to the tangent."""
    match rng.randrange(4):
        case 0:
            f: Expr = expr(rng.choice((1, 1, rng.randint(2, 6)))) / X
            a = rng.choice((1, 1, 2, 3, -1))
        case 1:
            f, a = call("sqrt", X), rng.choice((1, 4, 9))
        case _:
            p, q = rng.choice((1, 1, 2, -1)), number(rng, 6)
            f = polynomial((p, q, number(rng, 9)) if rng.random() < 0.7 else (p, 0, q, 0), X)
            a = rng.choice([a for a in (-2, -1, 1, 2, 3) if _slope(f, a)] or [1])
    code = sympy_code(
        f"f = {f.code()}",
        f"a = {a}",
        "slope = -1/diff(f, x).subs(x, a)",
        "expand(slope*(x - a) + f.subs(x, a))",
        symbols=["x"],
    )
    at = phrase(f"x = {a}")
    if "/" not in f.code() and "sqrt" not in f.code() and rng.random() < 0.5:
        at = phrase(f"({a}, {f.value({'x': a})})")
    steps = (
        plan(rng, "Its slope is -1 over the derivative.", "It is perpendicular to the tangent."),
        code,
        Words(r"The normal is $y = \boxed{⟨0⟩}$."),
    )
    return Instance({"f": f, "y_is": equation(Y, f), "at": at}, steps)


def _slope(f: Expr, a: int) -> int:
    """Nothing where the polynomial of degree up to three is flat: exact from five values."""
    v = [f.value({"x": a + i}) for i in (-2, -1, 1, 2)]
    return v[0] - 8 * v[1] + 8 * v[2] - v[3]


@task(
    "integrals",
    "improper_integral",
    (
        "{find} the integral of {f} from {a} to {inf}",
        "integral of {f} from {a} to {inf}",
        "integrate {f} from {a} to {inf}",
        "{integral}",
        "{evaluate} {integral}",
        "does {integral} converge? <give its value|what is its value|to what|find its value>",
        "does the integral of {f} from {a} to {inf} converge<? what is its value|, and to what|? if so give the value>",
        "<improper integral|integral>: {f}, x from {a} to {inf}",
        "<value of|find> the improper integral of {f} from {a} to {inf}",
        "the improper integral of {f} <from|over x from> {a} to {inf}",
        "<whats|what is|work out> the <integral|improper integral> of {f} <between|from> {a} <to|up to> {inf}",
        "area under y = {f} <from x = {a} to {inf}|for x from {a} to {inf}|for all x greater than {a}>",
        "what is the <whole|total|full> area under y = {f} to the right of x = {a}",
        "{must_find} the integral of {f} from {a} to {inf}",
        "{wonder} <what the integral of {f} from {a} to {inf} is|if the integral of {f} from {a} to {inf} converges>",
        "show that the integral of {f} from {a} to {inf} <converges|is finite> and <find it|give its value>",
    ),
    ("{f} is integrated over all x beyond {a}. what is the value",),
    constants=(0,),
)
def improper_integral(rng: Random) -> Instance:
    """Convergent integrals up to infinity."""
    k, n, a = rng.randint(1, 5), rng.randint(2, 5), rng.randint(1, 4)
    match rng.randrange(6):
        case 0 | 1:
            f: Expr = expr(k) / X**n
        case 2:
            f = X ** expr(-n)
        case 3:
            f, a = call("exp", -scaled(k, X)), rng.choice((0, 0, 0, 1))
        case 4:
            f, a = X * call("exp", -scaled(rng.choice((1, 2)), X)), 0
        case _:
            f, a = expr(1) / (X**2 + rng.choice((1, 4, 9))), 0
    code = sympy_code(f"integrate({f.code()}, (x, {a}, oo))", symbols=["x"])
    steps = (plan(rng, "Integrate up to infinity.", "Compute the improper integral."), code, boxed(rng, "It is @."))
    inf = Text("infinity", "∞", r"\infty")
    return Instance({"f": f, "a": a, "inf": inf, "integral": Integral(f, expr(a), Sym("oo"))}, steps)


@task(
    "integrals",
    "integral_in_short",
    (
        "<integrate|antiderivative of|integral of|int of|indefinite integral of|primitive of> {f}",
        "<integrate|integrate please|antiderivative|find the integral>: {f}",
        "<whats|what's|what is|find|give|get|work out> <the|an> antiderivative of {f}",
        "{integral}",
        "{integral} = ?",
        "{evaluate} {integral}",
        "{f} integrated",
        "{f}, <integrate|integrate it|integral?|antiderivative?|find the antiderivative>",
        "int {f} dx",
        "<how do i|can you|please|help me|i have to> integrate {f}",
        "<which|what> function has <derivative|the derivative|the slope function> {f}",
        "integral of {f} <dx|wrt x|with respect to x|please|in x>",
        "<find|give> F(x) <if|when|with> F'(x) = {f}",
        "dy/dx = {f}, <what is y|find y>",
    ),
    ("{f} is the derivative of what",),
)
def integral_in_short(rng: Random) -> Instance:
    """Standard integrals of the first year."""
    k, m = rng.randint(1, 6), rng.randint(2, 9)
    f = rng.choice(
        (
            expr(k) / (X**2 + m * m), expr(1) / (X**2 + m * m), expr(k) / (X**2 + 1), call("sin", m * X),
            call("cos", m * X), call("exp", m * X), call("exp", -scaled(k, X)), X * call("exp", X), X * call("cos", X),
            X * call("sin", X), call("log", X), X * call("log", X), expr(k) / X, expr(1) / (X + m),
            X**2 * call("exp", X), some_polynomial(rng, X), some_polynomial(rng, X), expr(k) / X**m, call("sqrt", X),
            expr(1) / call("sqrt", X),
            call("cos", X) ** 2, call("sin", X) ** 2,
        )
    )  # fmt: skip
    code = sympy_code(f"integrate({f.code()}, x)", symbols=["x"])
    steps = (plan(rng, "Integrate with respect to x.", "Find the antiderivative."), code)
    end = Words(r"The integral is $\boxed{⟨0⟩ + C}$.")
    return Instance({"f": f, "integral": Integral(f)}, (*steps, end))


@task(
    "integrals",
    "definite_integral_in_short",
    (
        "<integrate|integral of|int of|definite integral of> {f} from {a} to {b}",
        "<integrate|integral of> {f} <between {a} and {b}|, {a} to {b}|with limits {a} and {b}|from x = {a} to "
        "x = {b}>",
        "{integral}",
        "{integral} = ?",
        "{evaluate} {integral}",
        "<whats|what is|find|work out|get> {integral}",
        "int {f} dx from {a} to {b}",
        "{f} integrated from {a} to {b}",
        "{f}, <integrate from|integral from|integrate between> {a} <to|and> {b}",
        "<whats|what's|what is> the integral of {f} from {a} to {b}",
        "from {a} to {b} integrate {f}",
        "integrate from {a} to {b}: {f}",
        "<limits|bounds> {a} and {b}, integrate {f}",
        "<how do i|can you|please|help me|i have to> integrate {f} from {a} to {b}",
        "definite integral {a} to {b} of {f}",
        "{f} dx integrated over x from {a} to {b}",
    ),
    ("x runs from {a} to {b}; the integral of {f} is then what",),
)
def definite_integral_in_short(rng: Random) -> Instance:
    """Products by parts, logarithms, trigonometric functions; limits with pi and e."""
    zero, one, pi, e = expr(0), expr(1), Sym("pi"), Sym("E")
    c, d = expr(rng.randint(0, 2)), expr(rng.randint(3, 6))
    trig = [call("sin", X), call("cos", X), X * call("sin", X), X * call("cos", X), call("sin", X) ** 2]
    f, a, b = rng.choice(
        (
            (rng.choice(trig), zero, pi), (rng.choice(trig), zero, pi / 2), (call("log", X), one, e),
            (X * call("log", X), one, e), (call("log", X) / X, one, e), (expr(rng.randint(1, 5)) / X, one, e),
            (X * call("exp", X), zero, one), (call("exp", rng.randint(2, 4) * X), zero, one),
            (some_polynomial(rng, X), c, d), (some_polynomial(rng, X), c, d), (expr(1) / X**2, one, d),
            (expr(1) / (1 + X**2), zero, one), (call("sqrt", X), zero, expr(rng.choice((1, 4, 9)))),
        )
    )  # fmt: skip
    code = sympy_code(f"integrate({f.code()}, (x, {a.code()}, {b.code()}))", symbols=["x"])
    steps = (plan(rng, "Compute the definite integral.", "Integrate between the limits."), code)
    slots: dict[str, Slot] = {"f": f, "a": a, "b": b, "integral": Integral(f, a, b)}
    return Instance(slots, (*steps, boxed(rng, "The integral is @.")))


@task(
    "extrema",
    "extreme_point",
    (
        "{find} the <local |>{kind} point of {f}",
        "<local |>{kind} <point|turning point> of <{f}|y = {f}|f(x) = {f}>",
        "<coordinates|position> of the <local |>{kind} <point |>of <{f}|y = {f}|the curve y = {f}>",
        "where is the <local |>{kind} of <{f}|y = {f}>? <give the point|both coordinates|x and y|coordinates please>",
        "<y = {f}|f(x) = {f}>. <find|give|work out|state> <its|the> <local |>{kind} point",
        "y = {f}, <local |>{kind} point?",
        "<find|give|state|work out|determine> the coordinates of the <local |>{kind} of <{f}|y = {f}|the graph of {f}>",
        "the <local |>{kind} point of {f} <is where|is what|please>",
        "at <what|which> point <does|will> <{f}|y = {f}> have <a|its> <local |>{kind}",
        "{must_find} the <local |>{kind} point of <{f}|y = {f}>",
        "{wonder} <where the {kind} point of {f} is|at which point {f} has its {kind}>",
        *told_frames(
            "<a curve is y = {f}|the function is f(x) = {f}|we have y = {f}>",
            "<where is its local {kind} point|at which point is its {kind}|what are the coordinates of its {kind}>",
            "<where its {kind} point is|what the coordinates of its {kind} are>",
            "<its {kind} point|the local {kind} point|the coordinates of the {kind}>",
        ),
    ),
    ("{f} has a {kind} at which place and of which height",),
    constants=(2, 0),
)
def extreme_point(rng: Random) -> Instance:
    """The point where a quadratic or cubic has its one minimum or maximum."""
    lowest = rng.random() < 0.5
    if rng.random() < 0.4:
        a = rng.choice((1, 1, 2)) * (1 if lowest else -1)
        f = polynomial((a, 2 * a * number(rng, 6), number(rng, 12)), X)
    else:
        r = rng.randint(1, 4)
        if rng.random() < 0.5:
            f = polynomial((1, 0, -3 * r * r, rng.choice((0, 0, number(rng, 9)))), X)
        else:
            p = rng.randint(-3, 3)
            q = p + 2 * rng.randint(1, 3)
            f = polynomial((2, -3 * (p + q), 6 * p * q, rng.choice((0, number(rng, 9)))), X)
    kind = "minimum" if lowest else "maximum"
    code = sympy_code(
        f"f = {f.code()}",
        f"[(r, f.subs(x, r)) for r in solve(diff(f, x), x) if diff(f, x, 2).subs(x, r) {'>' if lowest else '<'} 0][0]",
        symbols=["x"],
    )
    words = phrase(f"<{kind}|{kind}|{kind[:3]}>")
    steps = (plan(rng, f"A {kind} has f' = 0 and f'' {'>' if lowest else '<'} 0."), code)
    return Instance({"f": f, "kind": words}, (*steps, boxed(rng, f"The {kind} point is @.")))


@task(
    "extrema",
    "best_value_in_short",
    (
        "<max|maximum|largest|greatest|biggest|highest> <value|possible value> of {top}",
        "<min|minimum|smallest|least|lowest> <value|possible value> of {low}",
        "<whats|what is|what's|find|give|work out> the <max|maximum|largest|greatest|highest> <value |>of {top}",
        "<whats|what is|what's|find|give|work out> the <min|minimum|smallest|least|lowest> <value |>of {low}",
        "how <big|large|high> can {top} <get|be|become>",
        "how <small|low> can {low} <get|be|become>",
        "{top}, <max value|maximum|max|largest value>",
        "{low}, <min value|minimum|min|smallest value>",
        "y = {top}. <what is the largest y|max y|how high does it go|find the maximum value>",
        "y = {low}. <what is the smallest y|min y|how low does it go|find the minimum value>",
        "what is the <most|largest value|biggest number> {top} can be",
        "what is the <least|smallest value|smallest number> {low} can be",
        "<max|maximum|maximise|maximize> {top}",
        "<min|minimum|minimise|minimize> {low}",
    ),
    ("no value of {low} is below which number", "no value of {top} is above which number"),
)
def best_value_in_short(rng: Random) -> Instance:
    """The value at the vertex."""
    x = rng.choice("xxxxtn")
    lowest = rng.random() < 0.5
    a = rng.choice((1, 1, 1, 2, 3)) * (1 if lowest else -1)
    order = (2, 1, 0) if rng.random() < 0.5 else None
    f = polynomial((a, number(rng, 12), number(rng, 20)), Sym(x), order)
    code = sympy_code(f"f = {f.code()}", f"best = solve(diff(f, {x}), {x})[0]", f"f.subs({x}, best)", symbols=[x])
    end = boxed(rng, f"The {'minimum' if lowest else 'maximum'} is @.")
    return Instance({"low" if lowest else "top": f}, (Words("It is where the derivative is zero."), code, end))


@task(
    "extrema",
    "inflection_points",
    (
        "where <is|does> <{f}|f(x) = {f}|y = {f}> <inflect|have inflection points|change concavity|have points of "
        "inflection>",
        "{find} the <inflection points|points of inflection> of <{f}|f(x) = {f}|y = {f}>",
        "<inflection points|points of inflection|inflection point|inflections> of {f}",
        "<inflection points|points of inflection> of {f}, <x values only|only x|just x>",
        "<for what x|at which x|when> <does|will> {f} <change concavity|have an inflection point|bend the other way>",
        "y = {f}, inflection points?",
        "f(x) = {f}. <where are its inflection points|find the points of inflection|inflection at which x>",
        "where does the <curve|graph> y = {f} <change from convex to concave|change its bending|switch concavity>",
        "<when|where> is the second derivative of {f} <zero|0|equal to zero>",
        "{must_find} the <x of the inflection points|inflection points> of {f}",
        "x <coordinates|values> of the <inflection points|points of inflection> of {f}",
    ),
    ("{f} turns its curvature round at which x",),
    constants=(2,),
)
def inflection_points(rng: Random) -> Instance:
    """Zeros of the second derivative."""
    if rng.random() < 0.6:
        f = polynomial((rng.choice((1, 1, 2)), 3 * number(rng, 5), number(rng, 9), rng.choice((0, number(rng, 9)))), X)
    else:
        f = polynomial((1, 0, -6 * rng.choice((1, 4, 9, 2)), 0, rng.choice((0, number(rng, 9)))), X)
    code = sympy_code(f"solve(diff({f.code()}, x, 2), x)", symbols=["x"])
    steps = (plan(rng, "Set the second derivative to zero.", "Solve f'' = 0."), code)
    return Instance({"f": f}, (*steps, Words(r"They are at $x = \boxed{⟨0:inner⟩}$.")))


@task(
    "extrema",
    "largest_fenced_area",
    (
        "{who} has {n} {unit} of <fence|fencing|wire|rope> for a rectangular {place}, <biggest|largest|max|maximum|"
        "greatest> <area|area possible|possible area>",
        "{who} has {n} {unit} of <fence|fencing|wire|rope>. what is the <biggest|largest|maximum|greatest> area "
        "<of a "
        "rectangular {place}|he can enclose in a rectangle|of a rectangle>",
        "<largest|biggest|maximum|greatest|max> <rectangle|rectangular {place}|rectangular area> "
        "<with|from|using> {n} "
        "{unit} of <fence|fencing>",
        "<largest|biggest|maximum|max> area of a <rectangle|rectangular {place}> with perimeter {n} {unit}",
        "a <rectangle|rectangular {place}> has <a perimeter of|perimeter> {n} {unit}. <what is its largest possible "
        "area|how big can its area be|max area|find the biggest area>",
        "{n} {unit} of <fence|fencing> <go|goes|is used> around a rectangular {place}. <how large can it "
        "be|what is the "
        "maximum area|biggest area?>",
        "how <big|large> can a rectangular {place} be with {n} {unit} of <fence|fencing>",
        "what is the <maximum|largest|biggest> area that can be <enclosed|fenced> by {n} {unit} of "
        "<fence|fencing|rope> in "
        "a rectangle",
        *told_frames(
            "<{who} has {n} {unit} of fence for a rectangular {place}|a rectangular {place} is to be fenced with {n} "
            "{unit} of fence|a rectangle has a perimeter of {n} {unit}>",
            "<what is the largest possible area|how large can the area be|what area is the biggest possible>",
            "<how large the area can be|what the largest area is>",
            "<the largest area|the maximum area|the greatest possible area>",
            "<{n} {unit} of fence, rectangle|rectangle with perimeter {n} {unit}>",
        ),
    ),
    ("which rectangular {place} of {n} {unit} round about has the most room, and how much",),
    constants=(2,),
)
def largest_fenced_area(rng: Random) -> Instance:
    """A rectangle of given perimeter."""
    n = rng.choice((10 * rng.randint(2, 40), 4 * rng.randint(3, 60)))
    unit, short = rng.choice((("m", "m"), ("metres", "m"), ("meters", "m"), ("m", "m"), ("feet", "ft"), ("cm", "cm")))
    code = sympy_code(
        f"area = x*({n}/S(2) - x)", "best = solve(diff(area, x), x)[0]", "area.subs(x, best)", symbols=["x"]
    )
    slots: dict[str, Slot] = {
        "n": n,
        "unit": unit,
        "who": phrase(
            "<a farmer|farmer|my uncle|a gardener|somebody|i have a neighbour who|a man|the school gardener>"
        ),
        "place": phrase("<pen|field|garden|yard|enclosure|plot|run|area|playground|paddock>"),
    }
    steps = (plan(rng, "Write the area with one side and find its maximum.", "Maximise the area."), code)
    return Instance(slots, (*steps, boxed(rng, f"The largest area is @ {short}^2.")))


@task(
    "integrals",
    "area_over_axis",
    (
        "{find} the area <under|below|of the region under> {y_is} <above the x axis|and above the x axis|over "
        "the x axis>",
        "area <under|between> {y_is} and <the x axis|the x-axis>",
        "{find} the area <between|enclosed by|bounded by> {y_is} and the <x axis|x-axis>",
        "<area|region> <between|enclosed by|bounded by> the <curve|parabola> {y_is} and the <x axis|x-axis>",
        "how <big|large> is the <area|region> <between|bounded by> {y_is} and the x axis",
        "{y_is} and the x axis <enclose|bound> <a region|an area>. <find it|how big is it|what is its area>",
        "the <parabola|curve> {y_is} and the x axis <enclose|bound> <which|what> area",
        "what area does {y_is} <enclose|cut off|make> with the x axis",
        "{y_is}, area <with the x axis|between curve and x axis|enclosed with the x axis>",
        "{must_find} the area <between|enclosed by> {y_is} and the x axis",
        "<area|find the area> of the region above the x axis and under {y_is}",
    ),
    ("over the x axis, {y_is} arches over which area",),
    constants=(0,),
)
def area_over_axis(rng: Random) -> Instance:
    """A parabola between its zeros."""
    p = rng.choice((0, 0, -1, -2, -3, 1))
    q = rng.choice((1, 2, 3, 4, 5, 6)) if p else rng.randint(2, 9)
    if q <= p:
        q = p + 2
    if rng.random() < 0.5:
        p = -q
    f = polynomial((-1, p + q, -p * q), X, (2, 1, 0) if rng.random() < 0.6 else None)
    if p == -q and rng.random() < 0.3:
        f = expr(p * p) - X**2
    code = sympy_code(f"f = {f.code()}", "a, b = solve(f, x)", "Abs(integrate(f, (x, a, b)))", symbols=["x"])
    steps = (plan(rng, "Integrate between the zeros.", "The curve meets the axis at its zeros."), code)
    return Instance({"f": f, "y_is": equation(Y, f)}, (*steps, boxed(rng, "The area is @.")))


@task(
    "series",
    "first_series_terms",
    (
        "first {n} <nonzero|non-zero> terms <in|of> the {kind} <expansion |series |>of {f}",
        "<find|give|write down|work out|i need|what are|list> the first {n} <nonzero|non-zero> terms <in|of> "
        "the {kind} "
        "<expansion|series> of {f}",
        "{kind} <expansion|series> of {f}, first {n} <nonzero|non-zero> terms",
        "{kind} <expansion|series> for {f} <with|up to> {n} <nonzero|non-zero> terms",
        "expand {f} as a {kind} series, {n} <nonzero|non-zero> terms",
        "<power series|expansion> of {f} <at|about|around> 0: first {n} nonzero terms",
        "{n} <nonzero|non-zero> terms of the {kind} series of {f}",
        "{must_find} the first {n} <nonzero|non-zero> terms of the {kind} series <of|for> {f}",
        "f(x) = {f}. <give|find|write> the first {n} <nonzero|non-zero> terms of its {kind} <series|expansion>",
    ),
    ("how does the {kind} series of {f} begin? {n} terms that are not zero",),
    constants=(0, 2, 3),
)
def first_series_terms(rng: Random) -> Instance:
    """Terms that are not zero, counted."""
    k = rng.randint(2, 5)
    f = rng.choice(
        (
            call("sin", X), call("cos", X), call("exp", X), call("log", 1 + X), call("log", 1 + k * X),
            call("sin", k * X), call("cos", k * X), call("exp", k * X), call("exp", -X), call("exp", -(X**2)),
            expr(1) / (1 - X), expr(1) / (1 + k * X), call("sqrt", 1 + X), X * call("exp", X), call("atan", X),
        )
    )  # fmt: skip
    n = rng.choice((2, 3, 3, 3, 4))
    words = {2: "two", 3: "three", 4: "four"}[n]
    code = sympy_code(
        f"f = series({f.code()}, x, 0, 2*{n} + 3).removeO()",
        f"sum(sorted(f.as_ordered_terms(), key=lambda t: degree(t, x))[:{n}])",
        symbols=["x"],
    )
    slots: dict[str, Slot] = {
        "f": f,
        "n": phrase(f"<{n}|{words}>"),
        "kind": phrase("<maclaurin|taylor|maclaurin|power>"),
    }
    steps = (plan(rng, f"Expand around 0 and keep {n} terms."), code, boxed(rng, "The terms are @."))
    return Instance(slots, steps)


@task(
    "series",
    "taylor_about_a_point",
    (
        "expand {f} <about|around|at|near> x = {a} <up to|up to and including|to|as far as> {order}",
        "taylor <expansion|series|polynomial> of {f} <about|around|at> x = {a} <up to|up to and including|to> {order}",
        "<find|give|write|work out> the taylor <expansion|series|polynomial> of {f} <about|around|at|near> x = "
        "{a} <up "
        "to|to> {order}",
        "{f} <expanded|as a taylor series> <about|around> x = {a}, <up to|to> {order}",
        "f(x) = {f}. <expand it|taylor series|write its taylor expansion> about x = {a} up to {order}",
        "taylor of {f} at {a}, <up to|to> {order}",
        "{must_find} the taylor polynomial of {f} <about|at|around> x = {a} up to {order}",
        "<approximate|develop> {f} <near|about|around> x = {a} by its taylor series <up to|to> {order}",
        "centre x = {a}: taylor expansion of {f} to {order}",
    ),
    ("around x = {a}, {f} has which taylor terms up to {order}",),
    constants=(1, 2, 3),
)
def taylor_about_a_point(rng: Random) -> Instance:
    """Around a place other than 0."""
    a = rng.choice((1, 1, 1, 2))
    f = rng.choice((expr(1) / X, call("log", X), call("sqrt", X), call("exp", X), X**3, X**4, expr(1) / X**2))
    if a == 2 and "sqrt" in f.code():
        a = 4
    n = rng.choice((2, 2, 2, 3, 1))
    words = {
        1: "the linear term|first order|order 1|degree 1",
        2: "the quadratic term|second order|order 2|degree 2|the x^2 term",
        3: "the cubic term|third order|order 3|degree 3",
    }[n]
    code = sympy_code(f"series({f.code()}, x, {a}, {n} + 1).removeO()", symbols=["x"])
    slots: dict[str, Slot] = {"f": f, "a": a, "order": phrase(f"<{words}>")}
    return Instance(slots, (plan(rng, f"Expand around {a}."), code, boxed(rng, "The expansion is @.")))


@task(
    "differential equations",
    "separable_equation",
    (
        "{eq}, {start}",
        "{eq}, {start}. <separate variables|separate the variables|solve|find y|solve it|what is y>",
        "solve {eq} <with|given|where|if|,> {start}",
        "<separate the variables|separation of variables|separate variables>: {eq}, {start}",
        "solve {eq} <by separating variables|by separation of variables>, {start}",
        "{eq} <and|with|where> {start}, <find y|find y(x)|solve for y|what is y|y = ?>",
        "<find|work out|what is|determine> y <if|when|given> {eq} and {start}",
        "<find|get> the <particular solution|solution> of {eq} <with|through|when> {start}",
        "<initial value problem|ivp|ode>: {eq}, {start}",
        "{must_find} y <with|if> {eq} and {start}",
    ),
    ("{eq} holds and {start}. how does y depend on x",),
    constants=(0,),
)
def separable_equation(rng: Random) -> Instance:
    """`dy/dx = f(x) g(y)` with y(0) given."""
    k, c = rng.choice((1, 1, 2, 2, 3, 4, -1, -2)), rng.choice((1, 1, 2, 3, 4, 5))
    y_of = call("y", X)
    match rng.randrange(4):
        case 0:
            right, coded = scaled(k, X) * Y**2, scaled(k, X) * y_of**2
        case 1:
            right, coded = scaled(k, X) * Y, scaled(k, X) * y_of
        case 2:
            right, coded = scaled(k, Y), scaled(k, y_of)
        case _:
            right, coded = scaled(k, Y**2), scaled(k, y_of**2)
    code = sympy_code(
        "y = Function('y')", f"dsolve(Eq(y(x).diff(x), {coded.code()}), y(x), ics={{y(0): {c}}}).rhs", symbols=["x"]
    )
    start = equation(call("y", 0), c)
    left = Sym(rng.choice(("dy/dx", "dy/dx", "y'")))
    steps = (Words("Solve it with the initial value."), code, Words(r"So $y = \boxed{⟨0⟩}$."))
    return Instance({"eq": equation(left, right), "start": start}, steps)


@task(
    "derivatives",
    "implicit_slope_at_point",
    (
        "<use implicit differentiation to |with implicit differentiation, |by implicit differentiation, "
        "><find|get> the <slope|gradient> of {eq} at {at}",
        "slope of {eq} at {at}",
        "<find|what is|whats|work out> the <slope|gradient> of <{eq}|the curve {eq}> at <the point |>{at}",
        "<find|what is|whats|work out> dy/dx at {at} <if|for|when|given> {eq}",
        "{eq}, <find dy/dx at|slope at|gradient at|what is dy/dx at> {at}",
        "{eq}. <find dy/dx at|what is the slope at|find the gradient at the point> {at}",
        "a <curve|circle or curve> has equation {eq}. <find|work out|what is> <its slope|the slope|its "
        "gradient|dy/dx> at "
        "{at}",
        "differentiate {eq} implicitly and <find the slope at|put in|evaluate it at> {at}",
        "<gradient|slope> of the tangent to {eq} at {at}",
        "{must_find} the <slope|gradient> of {eq} at {at}",
        "at {at}, what is the <slope|gradient> of {eq}",
        "implicit differentiation: {eq}, <slope|dy/dx> at {at}",
    ),
    ("how steep is the curve {eq} where it goes through {at}",),
)
def implicit_slope_at_point(rng: Random) -> Instance:
    """The slope of a curve given by an equation, at a point with integer coordinates."""
    while True:
        a, b = number(rng, 5), number(rng, 5)
        k = rng.randint(2, 4)
        left = rng.choice(
            (X**2 + Y**2, X**2 + Y**2, X**2 + k * Y**2, X * Y, X**2 - Y**2, X**3 + Y**3, X**2 + X * Y + Y**2, X * Y**2)
        )
        at = {"x": a, "y": b}
        up = left.value({**at, "y": b + 1}) - left.value({**at, "y": b - 1})
        if up and 2 * a + b and 2 * b + a and not (left.code() == "x**3 + y**3" and a == -b):
            break
    right = left.value(at)
    eq = equation(left, right)
    if "x*y + y" in left.code() and a + 2 * b == 0:
        eq = equation(X * Y, a * b)
    code = sympy_code(
        f"curve = {eq.left.code()} - {expr(abs(right)).code()}"
        if right >= 0
        else f"curve = {eq.left.code()} + {abs(right)}",
        f"idiff(curve, y, x).subs({{x: {a}, y: {b}}})",
        symbols=["x", "y"],
    )
    steps = (plan(rng, "Differentiate implicitly, then put in the point."), code, boxed(rng, "The slope is @."))
    return Instance({"eq": eq, "at": phrase(f"({a}, {b})")}, steps)


@task(
    "derivatives",
    "gradient_at_point",
    (
        "<gradient|gradient vector|grad> of <{f}|f(x, y) = {f}> at {at}",
        "<find|compute|work out|what is|whats> the <gradient|gradient vector> of <{f}|f(x, y) = {f}> at <the "
        "point |>{at}",
        "f(x, y) = {f}. <find|compute|what is> <grad f|the gradient|∇f|the gradient vector> at {at}",
        "∇f at {at} <for|if|where> f(x, y) = {f}",
        "f(x, y) = {f}, <gradient at|grad f at|∇f at> {at}",
        "at {at}, what is the gradient of {f}",
        "{must_find} the <gradient|gradient vector> of {f} at {at}",
        "{evaluate} the gradient of {f} at {at}",
        "<direction of steepest ascent|steepest direction> of {f} at {at}",
    ),
    ("which vector is the gradient of {f} in the point {at}",),
)
def gradient_at_point(rng: Random) -> Instance:
    """Both partial derivatives at a point."""
    f = rng.choice((two_variables(rng, X, Y), X * call("exp", Y), X**2 * Y + Y, X**2 + number(rng, 6) * X * Y))
    a, b = number(rng, 4), number(rng, 4)
    if "log" in f.code() or "exp" in f.code():
        a, b = abs(a), rng.choice((0, 1)) if "log" not in f.code() else 1
    point = f"{{x: {a}, y: {b}}}"
    code = sympy_code(f"f = {f.code()}", f"[diff(f, v).subs({point}) for v in (x, y)]", symbols=["x", "y"])
    steps = (plan(rng, "Take both partial derivatives and put in the point."), code, boxed(rng, "The gradient is @."))
    return Instance({"f": f, "at": phrase(f"({a}, {b})")}, steps)
