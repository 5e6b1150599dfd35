"""Several variables: mixed derivatives, gradients, double integrals, implicit derivatives."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Interval, Sym, call, equation, expr, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, noun_frames
from mathcoder_kernel.problems.functions import two_variables
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


def _letters(rng: Random) -> tuple[str, str]:
    return rng.choice((("x", "y"), ("x", "y"), ("x", "y"), ("u", "v"), ("s", "t")))


def _named(f: Expr, x: str, y: str) -> Expr:
    return equation(call("f", Sym(x), Sym(y)), f)


@task(
    "derivatives",
    "mixed_partial_derivative",
    (
        "{find} the mixed partial derivative of {f}",
        "{find} the mixed [second] partial derivative of {f} {with_respect_to} {x} and {y}",
        "differentiate {f} first {with_respect_to} {x} and then {with_respect_to} {y}",
        "{given} {fx}, {find} the mixed partial derivative",
        "mixed partial derivative of {f}",
        "{get} d²f/(d{x} d{y}) <if|for|when> {fx}",
        *noun_frames(
            "mixed [second] partial derivative",
            "<{f}|the function {f}|{fx}>",
            without=(*GOT_OR_OWNED, "what exactly"),
        ),
        "{define} {fx}. {find} <the mixed [second] partial derivative|d²f/(d{x} d{y})|f_{x}{y}|∂²f/∂{x}∂{y}>",
        "{define} {fx}. differentiate [f] <first|> by {x} and then by {y}",
        "if {fx}, what is <f_{x}{y}|d²f/(d{x} d{y})|the mixed second derivative>",
        "{find} f_{x}{y} <if|for|when|given> {fx}",
        "{consider} {f}. <differentiate it by {x} and then by {y}|what is its mixed derivative>",
        "{find} ∂²/∂{x}∂{y} of {f}",
        "differentiate {f} once by {x} and once by {y}",
        "{must_find} the mixed derivative of {f}",
        "mixed derivative of {f} {with_respect_to} {x} and {y}",
        "differentiate {f} partially, first by {x}, then by {y}",
        "what do you get when you differentiate {f} by {x} and then by {y}",
        "the partial derivative by {x} of {f} is differentiated by {y}. <find|what is> the result",
        "<compute|find|work out|calculate|what is|whats> ∂²z/∂{x}∂{y} <if|for|when|given> z = {f}",
        "z = {f}. <compute|find|work out|what is> ∂²z/∂{x}∂{y}",
        "∂²f/∂{x}∂{y} <of|for> {f}",
        "{f}, <find |>d^2f/d{x}d{y}",
        "<mixed partial|mixed second derivative|f_{x}{y}> of {f}",
        "f({x}, {y}) = {f}, f_{x}{y} = ?",
        "<find|compute|whats> f_{x}{y} <if|for|when> f({x}, {y}) = {f}",
    ),
    ("take the derivative of {f} by {x}, and the derivative of that by {y}",),
    weight=0.7,
    constants=(2,),
)
def mixed_partial_derivative(rng: Random) -> Instance:
    """First by one, then by the other variable."""
    x, y = _letters(rng)
    f = two_variables(rng, Sym(x), Sym(y))
    code = sympy_code(f"diff({f.code()}, {x}, {y})", symbols=[x, y])
    steps = (plan(rng, f"Differentiate by {x}, then by {y}."), code, boxed(rng, "The mixed derivative is @."))
    return Instance({"f": f, "fx": _named(f, x, y), "x": Sym(x), "y": Sym(y)}, steps)


@task(
    "derivatives",
    "gradient",
    (
        "{find} the gradient of [the {function}] {f}",
        "{find} the gradient of {fx}",
        "{given} {fx}, {find} its gradient",
        "gradient of {f}",
        "{find} grad f <if|for|when> {fx}",
        "{find} the vector of partial derivatives of {f}",
        "{find} both partial derivatives of {f}",
        *noun_frames("gradient", "<{f}|the function {f}|{fx}>", without=("belongs to", "what exactly")),
        "{define} {fx}. {find} <its gradient|the gradient|grad f|∇f|the gradient of f>",
        "{define} {fx}. <what is|compute> <grad f|∇f|the gradient vector>",
        "if {fx}, what is <∇f|grad f|its gradient|the gradient of f>",
        "{find} ∇f <if|for|when|given> {fx}",
        "∇({f})",
        "{find} the gradient vector of {f}",
        "<form|write down> the vector of <both|the> partial derivatives of {f}",
        "{find} the two partial derivatives of <{f}|{fx}>",
        "partial derivatives of {f}",
        "{wonder} what the partial derivatives of {f} are",
        "in which direction does {f} <grow|increase> fastest, as a gradient",
    ),
    ("{fx}. which vector is the gradient", "what are all partial derivatives of {f}"),
    weight=0.8,
)
def gradient(rng: Random) -> Instance:
    """The vector of both partial derivatives."""
    x, y = _letters(rng)
    f = two_variables(rng, Sym(x), Sym(y))
    code = sympy_code(f"f = {f.code()}", f"[diff(f, {x}), diff(f, {y})]", symbols=[x, y])
    end = Words(r"The gradient is $\boxed{(⟨0:inner⟩)}$.")
    return Instance({"f": f, "fx": _named(f, x, y)}, (plan(rng, "Take both partial derivatives."), code, end))


@task(
    "integrals",
    "double_integral",
    (
        "{find} the double integral of {f} for {x} from {a} to {b} and {y} from {c} to {d}",
        "integrate {f} over {x} from {a} to {b} and {y} from {c} to {d}",
        "double integral of {f}, {x} from {a} to {b}, {y} from {c} to {d}",
        "{integrate} {f} d{x} d{y} for {x} from {a} to {b} and {y} from {c} to {d}",
        "{given} {fx}, integrate it for {x} from {a} to {b} and {y} from {c} to {d}",
        "{find} the integral of {f} over the rectangle {x} from {a} to {b}, {y} from {c} to {d}",
        "{define} {fx}. integrate f for {x} from {a} to {b} and {y} from {c} to {d}",
        "{define} {fx}. {find} <its|the> double integral over {x} from {a} to {b} and {y} from {c} to {d}",
        "if {fx}, what is its integral over {x} from {a} to {b} and {y} from {c} to {d}",
        "{must_find} the double integral of {f} for {x} from {a} to {b} and {y} from {c} to {d}",
        "{wonder} what the double integral of {f} for {x} from {a} to {b} and {y} from {c} to {d} is",
        "{evaluate} the double integral of {f} where {x} goes from {a} to {b} and {y} from {c} to {d}",
        "{consider} {f}. integrate it over {x} from {a} to {b} and {y} from {c} to {d}",
        (
            "integrate {f} <first by {x} from {a} to {b}, then by {y} from {c} to {d}|over {x} in {first} "
            "and {y} in {second}>"
        ),
        "∫∫ {f} d{x} d{y}, {x} from {a} to {b}, {y} from {c} to {d}",
        "{x} from {a} to {b}, {y} from {c} to {d}: {find} the double integral of {f}",
        "double integral: {f}, {x} in {first}, {y} in {second}",
        (
            "the function {f} is integrated over {x} from {a} to {b} and {y} from {c} to {d}. <what is the "
            "result|give the value|what comes out>"
        ),
        "let R be the rectangle with {x} from {a} to {b} and {y} from {c} to {d}. integrate {f} over R",
        "what do you get when you integrate {f} over {x} from {a} to {b} and {y} from {c} to {d}",
        "<how do i|can you|please|i have to|help me> integrate {f} over {x} from {a} to {b} and {y} from {c} to {d}",
    ),
    ("over the rectangle with {x} between {a} and {b} and {y} between {c} and {d}, what is the integral of {f}",),
    weight=0.7,
)
def double_integral(rng: Random) -> Instance:
    """A polynomial over a rectangle."""
    x, y = _letters(rng)
    s, t = Sym(x), Sym(y)
    f = rng.choice(
        (
            s * t,
            s**2 + t**2,
            s**2 * t,
            s + t,
            s * t**2,
            scaled(rng.randint(2, 6), s * t) + number(rng, 5),
            s**2 + scaled(rng.randint(2, 9), t),
        )
    )
    low, other = rng.choice((0, 0, 0, 1, -1)), rng.choice((0, 0, 0, 1, -1))
    a, b, c, d = (expr(v) for v in (low, low + rng.randint(1, 4), other, other + rng.randint(1, 4)))
    code = sympy_code(
        f"integrate({f.code()}, ({x}, {a.code()}, {b.code()}), ({y}, {c.code()}, {d.code()}))", symbols=[x, y]
    )
    slots: dict[str, Slot] = {"f": f, "fx": _named(f, x, y), "x": s, "y": t, "a": a, "b": b, "c": c, "d": d}
    slots |= {"first": Interval(a, b), "second": Interval(c, d)}
    return Instance(slots, (plan(rng, "Integrate over both variables."), code, boxed(rng, "The integral is @.")))


@task(
    "derivatives",
    "implicit_derivative",
    (
        "{find} dy/dx <if|for|when> {eq}",
        "{find} dy/dx by implicit differentiation <if|for> {eq}",
        "{given} {eq}, {find} dy/dx",
        "differentiate {eq} implicitly",
        "use implicit differentiation on {eq}",
        "{find} the {slope} dy/dx of the curve {eq}",
        "implicit derivative of {eq}",
        "{fact} {eq}. {find} <dy/dx|y'|dy/dx by implicit differentiation>",
        "{fact} {eq}. <what is dy/dx|what is y'|differentiate implicitly>",
        "if {eq}, what is <dy/dx|y'|the derivative dy/dx>",
        "{must_find} dy/dx <if|for|when|from> {eq}",
        "{wonder} what dy/dx is <if|for|when> {eq}",
        "{consider} the curve {eq}. <what is dy/dx|{find} dy/dx|find its slope dy/dx|differentiate implicitly>",
        "y is <defined|given> implicitly by {eq}. <{find} dy/dx|find its derivative|{find} y'>",
        "<how do i|can you|please|i have to|help me> differentiate {eq} implicitly",
        "{eq}, dy/dx = ?",
        "{eq}. {find} dy/dx",
        "dy/dx from {eq}",
        "y' <for|if|from> {eq}",
        "implicit differentiation: {eq}",
        "the slope dy/dx of the curve {eq} at <a point (x, y)|any point>",
        "{find} the derivative of y {with_respect_to} x <if|when|given> {eq}",
        "differentiate both sides of {eq} and solve for dy/dx",
        "along the curve {eq}, what is dy/dx",
        "the points of a curve satisfy {eq}. <what is|{find}> the slope dy/dx",
    ),
    ("y depends on x through {eq}. what is its derivative",),
    weight=0.7,
)
def implicit_derivative(rng: Random) -> Instance:
    """dy/dx from an equation."""
    x, y = Sym("x"), Sym("y")
    c = rng.randint(1, 30)
    left = rng.choice(
        (
            x**2 + y**2,
            x * y,
            x**3 + y**3,
            x**2 + scaled(rng.choice((1, 3, 4)), x * y) + y**2,
            scaled(rng.randint(2, 9), x**2) + scaled(rng.randint(2, 9), y**2),
            x**2 * y,
            x * y**2 + x,
            x**2 - y**2,
        )
    )
    eq = equation(left, c)
    code = sympy_code(f"idiff({left.code()} - {c}, y, x)", symbols=["x", "y"])
    return Instance({"eq": eq}, (plan(rng, "Differentiate both sides by x."), code, boxed(rng, "So dy/dx is @.")))
