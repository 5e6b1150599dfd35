"""Derivatives, integrals, limits, series, tangents, extrema, first-order differential equations."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.expression import (
    SUPERSCRIPT,
    Call,
    Expr,
    Interval,
    Notation,
    Sym,
    Text,
    call,
    equation,
    expr,
    polynomial,
    scaled,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, THING_ALONE, noun_frames, told_frames, verb_frames
from mathcoder_kernel.problems.functions import (
    differentiable,
    elementary,
    function_letter,
    integrable,
    number_point,
    some_polynomial,
    two_variables,
    x_power,
)
from mathcoder_kernel.problems.lexicon import ORDINALS, nth
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


def _named(f: Expr, x: str, name: str = "f") -> Expr:
    """`f(x) = …`."""
    return equation(Call(name, (Sym(x),)), f)


def _slots(f: Expr, x: str, **more: Slot) -> dict[str, Slot]:
    slots: dict[str, Slot] = {"f": f, "x": Sym(x), "fx": _named(f, x), "f_prime": call("f'", Sym(x))}
    if x != "y":
        slots["y_is"] = equation(Sym("y"), f)
    return slots | more


@dataclass(frozen=True, slots=True)
class DerivativeSign:
    """`d/dt(f)`, `d^2/dt^2 (f)`, `∂/∂t (f)`, LaTeX."""

    f: Expr
    x: Sym
    n: int
    partial: bool = False

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        d = "∂" if self.partial and notation.signs else "d"
        f, x = self.f.bare(notation), self.x.name
        if notation.latex:
            d = r"\partial " if self.partial and notation.signs else "d"
            power = f"^{self.n}" if self.n > 1 else ""
            text = rf"\frac{{{d.strip()}{power}}}{{{d}{x}{power}}} ({f})"
            return f"${text}$" if notation.dollars else text
        power = "" if self.n == 1 else str(self.n).translate(SUPERSCRIPT) if notation.power == "²" else f"^{self.n}"
        sign = f"{d}{power}/{d}{x}{power}"
        match notation.brackets:
            case 0 | 1:
                return f"{sign}({f})"
            case 2:
                return f"{sign} of {f}"
            case 3:
                return f"{sign} [{f}]"
            case 4 if self.n == 1:
                return f"d({f})/d{x}"
            case _:
                return f"{sign} ({f})"


@task(
    "derivatives",
    "derivative",
    (
        "{differentiate} {f}",
        "{differentiate} {f} {with_respect_to} {x}",
        "{find} the [first] derivative of {f}",
        "{find} the [first] {derivative} of [the {function}] {fx}",
        "{given} {fx}, {get} {f_prime}",
        "derivative of {f}",
        "d/d{x} {f}",
        "{differentiate} the {function} {fx}",
        "{f}, <derivative|differentiate it|take the derivative>",
        "<how do i|please> differentiate {f}",
        "{fx}, {f_prime} = ?",
        "{find} dy/d{x} <if|for|when> {y_is}",
        "{f} differentiated [{with_respect_to} {x}]",
        "the derivative of {f} is what",
        "what is {f} when it is differentiated",
        *verb_frames("differentiate", "differentiated", "differentiating", "{f}", without=("@P. ",)),
        *noun_frames("[first] {derivative}", "<{f}|the {function} {f}>", without=GOT_OR_OWNED),
        "{define} {fx}. {find} <{f_prime}|the [first] derivative|its {derivative}|f'>",
        "{define} {fx}. <{differentiate} <it|f>|what is {f_prime}|{f_prime} = ?>",
        "if {fx}, <then|> what is <{f_prime}|its derivative|f'>",
        "{must_find} <{f_prime}|the derivative f'> <if|when|for|given> {fx}",
        "{wonder} what {f_prime} is <if|when|for> {fx}",
        "{y_is}. {find} <y'|dy/d{x}|the derivative of y [{with_respect_to} {x}]>",
        "{given} {y_is}, <{get} dy/d{x}|what is dy/d{x}|what is y'|{get} y'>",
        "{differentiate} {y_is}",
        "{find} the rate <at which|with which> {f} changes <{with_respect_to} {x}|when {x} changes>",
        "<differentiate|derive> {fx} {with_respect_to} {x}",
        "(d/d{x}) {f} = ?",
        "{find} d/d{x} <of|> {f}",
        "({f})'",
        "<apply|use> the <rules of differentiation|differentiation rules|derivative rules> to {f}",
        "what is the slope <function|at every point {x}> of <{f}|the graph of {f}>",
        "the derivative {with_respect_to} {x} of {f} is what",
        "{sign}",
        "{sign} = ?",
        "<what is|find|calculate|compute|evaluate|determine> {sign}",
        "let {fx}. <what is|give|state> the derivative of f [with respect to {x}]",
    ),
    (
        "let f be the {function} {f}. {get} its derivative",
        "which function is the derivative of {f}",
        "how does {f} change with {x}",
    ),
    weight=1.5,
)
def derivative(rng: Random) -> Instance:
    """The first derivative."""
    x = function_letter(rng)
    f = differentiable(rng, Sym(x))
    code = sympy_code(f"diff({f.code()}, {x})", symbols=[x])
    end = boxed(rng, "The derivative is @.")
    slots = _slots(f, x, sign=DerivativeSign(f, Sym(x), 1))
    return Instance(slots, (plan(rng, f"Differentiate with respect to {x}.", "Take the derivative."), code, end))


@task(
    "derivatives",
    "higher_derivative",
    (
        "{find} the {nth} derivative of {f}",
        "{find} the {nth} derivative of [the {function}] {fx}",
        "{get} the {nth} derivative {with_respect_to} {x} of {f}",
        "{nth} derivative of {f}",
        "differentiate {f} {times}",
        "{given} {fx}, {find} its {nth} derivative",
        "<take|compute> the {nth} derivative of {f}",
        *noun_frames("{nth} derivative", "<{f}|the function {f}|{fx}>", without=(*GOT_OR_OWNED, "for @X, {get}")),
        "{define} {fx}. {find} <the|its> {nth} derivative",
        "{consider} {f}. differentiate it {times}",
        "differentiate {fx} {times}",
        "<if|suppose|given that> {fx}, what is <the|its> {nth} derivative",
        "take the derivative of {f} {times}",
        "how do i differentiate {f} {times}",
        "what does {f} become <after differentiating it {times}|differentiated {times}>",
        "{f} differentiated {times}",
        "the result of differentiating {f} {times}",
        "<find|compute> d^{n}/d{x}^{n} of {f}",
        "(d/d{x})^{n} {f}",
        "{find} the derivative of order {n} <if|for|when> {fx}",
        "the derivative of order {n} of {f}",
        "{sign}",
        "{sign} = ?",
        "<what is|find|calculate|compute|evaluate|determine> {sign}",
        "differentiate {f} {times} in {x}",
        "{nth} derivative in {x} of {f}",
    ),
    ("what do we get when {f} is differentiated {times}", "for {fx}, {get} derivative number {n}"),
    constants=(1, 2, 3, 4, 5),
)
def higher_derivative(rng: Random) -> Instance:
    """The second to fifth derivative."""
    x = function_letter(rng)
    n = rng.choice((2, 2, 2, 3, 3, 4, 5))
    s = Sym(x)
    if rng.random() < 0.6:
        f = some_polynomial(rng, s, rng.choice((3, 4, 5)))
    else:
        f = rng.choice(
            (
                x_power(rng, s) * elementary(rng, s, True),
                elementary(rng, s),
                elementary(rng, s) + some_polynomial(rng, s),
            )
        )
    order = phrase(f"<{ORDINALS[n]}|{nth(n)}>")
    times = phrase(f"<{'twice' if n == 2 else f'{n} times'}|{n} times>")
    code = sympy_code(f"diff({f.code()}, {x}, {n})", symbols=[x])
    steps = (
        plan(rng, "Differentiate several times.", f"Take the derivative {n} times."),
        code,
        boxed(rng, "The result is @."),
    )
    return Instance(_slots(f, x, nth=order, times=times, n=n, sign=DerivativeSign(f, Sym(x), n)), steps)


@task(
    "derivatives",
    "derivative_at_a_point",
    (
        "{find} the {derivative} of {f} at {x} = {a}",
        "{find} {f_prime_a} <if|for|when|given> {fx}",
        "{given} {fx}, {find} {f_prime_a}",
        "{find} the {slope} of {f} at {x} = {a}",
        "{find} the {slope} of the <{function}|graph|tangent to the curve> {y_is} at {x} = {a}",
        "differentiate {f} and {evaluate} it at {x} = {a}",
        "<how steep is|what is the slope of> {fx} at {x} = {a}",
        "derivative of {f} at {a}",
        *noun_frames(
            "{derivative}",
            "<{f}|the {function} {f}|{fx}>",
            "at {x} = {a}",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
        *noun_frames(
            "{slope}",
            "<the curve {y_is}|the graph of {f}|{y_is}>",
            "at {x} = {a}",
            without=(*GOT_OR_OWNED, "@N@A: @X", "{get}"),
        ),
        "{define} {fx}. {find} {f_prime_a}",
        "{define} {fx}. <what is|calculate|evaluate|how large is> {f_prime_a}",
        "if {fx}, <what is|then what is> {f_prime_a}",
        "{fx}, {f_prime_a} = ?",
        "{must_find} {f_prime_a} <if|when|for|given that> {fx}",
        "{wonder} what {f_prime_a} is <if|when|for> {fx}",
        "let f' be the derivative of {fx}. {find} {f_prime_a}",
        "{differentiate} {fx} <and then|then|and> <put in|plug in|substitute|insert> {x} = {a}",
        "how fast does {f} <grow|change> at {x} = {a}",
        "how <steep|quickly changing> is <the graph of|> {f} <at|where|when> {x} = {a}",
        "what slope does the tangent to {y_is} have at {x} = {a}",
        "{find} the slope of the tangent <line|> to <the graph of {f}|{y_is}> at {x} = {a}",
        "the instantaneous rate of change of {f} at {x} = {a}",
        "{find} the instantaneous rate of change of {f} <when|at> {x} = {a}",
        "<state|give|determine> the <gradient|slope> of the curve {y_is} for {x} = {a}",
        "<what|which> <gradient|slope> does the curve {y_is} have at the point with {x} = {a}",
        "<calculate|state|give|determine> the gradient of {fx} <at|when|where> {x} = {a}",
        "the <gradient|slope> of {y_is} <when|where|at the point with> {x} = {a}",
    ),
    (
        "at {x} = {a}, what is the rate of change of {f}",
        "the {function} {fx} has which {slope} where {x} is {a}",
    ),
)
def derivative_at_a_point(rng: Random) -> Instance:
    """The derivative at a place."""
    x = function_letter(rng)
    f = (
        some_polynomial(rng, Sym(x))
        if rng.random() < 0.75
        else Sym(x) * call(rng.choice(("exp", "sin")), Sym(x)) + number(rng, 9) * Sym(x)
    )
    a = number_point(rng)
    code = sympy_code(f"diff({f.code()}, {x}).subs({x}, {a.code()})", symbols=[x])
    steps = (plan(rng, "Differentiate, then put in the value.", "Take the derivative at the point."), code)
    return Instance(_slots(f, x, a=a, f_prime_a=call("f'", a)), (*steps, boxed(rng, "The value is @.")))


@task(
    "derivatives",
    "partial_derivative",
    (
        "{find} the partial derivative of {f} {with_respect_to} {v}",
        "{differentiate} {f} {with_respect_to} {v}",
        "{find} the partial derivative {with_respect_to} {v} of [the {function}] {fx}",
        "{given} {fx}, {find} the partial derivative {with_respect_to} {v}",
        "partial derivative of {f} {with_respect_to} {v}",
        "{find} df/d{v} <for|if|when> {fx}",
        "differentiate {f} partially {with_respect_to} {v}",
        *noun_frames(
            "partial derivative {with_respect_to} {v}",
            "<{f}|the function {f}|{fx}>",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
        *verb_frames(
            "differentiate",
            "differentiated {with_respect_to} {v}",
            "differentiating",
            "{f} {with_respect_to} {v}",
            without=(*THING_ALONE, "@V @X <for"),
        ),
        "{consider} {f}. differentiate it {with_respect_to} {v}",
        "{define} {fx}. {find} <df/d{v}|the partial derivative for {v}|f_{v}|its derivative {with_respect_to} {v}>",
        "{define} {fx}. <take|compute> the partial derivative {with_respect_to} {v}",
        "if {fx}, what is <df/d{v}|∂f/∂{v}|the partial derivative {with_respect_to} {v}>",
        "∂/∂{v} <of|> {f}",
        "{find} ∂f/∂{v} <if|for|when|given> {fx}",
        "{must_find} df/d{v} <if|for|when|given> {fx}",
        "treat {v} as the <only variable|variable> and differentiate {f}",
        "keep the other variable <fixed|constant> and differentiate {f} {with_respect_to} {v}",
        "d/d{v} of {f}",
        "{f}: partial derivative {with_respect_to} {v}",
        "{find} the rate of change of {f} in <the direction of|direction> {v}",
    ),
    ("how does {fx} change when only {v} changes", "{get} f_{v} for {fx}"),
)
def partial_derivative(rng: Random) -> Instance:
    """One partial derivative of a function of two variables."""
    x, y = rng.choice((("x", "y"), ("x", "y"), ("u", "v"), ("s", "t")))
    f = two_variables(rng, Sym(x), Sym(y))
    v = rng.choice((x, y))
    code = sympy_code(f"diff({f.code()}, {v})", symbols=[x, y])
    fx = equation(call("f", Sym(x), Sym(y)), f)
    end = boxed(rng, "The partial derivative is @.")
    return Instance({"f": f, "v": Sym(v), "fx": fx}, (Words(f"Differentiate with respect to {v}."), code, end))


@task(
    "integrals",
    "indefinite_integral",
    (
        "{integrate} {f}",
        "{integrate} {f} d{x}",
        "{integrate} {f} {with_respect_to} {x}",
        "{find} the {integral} of {f}",
        "{find} the {integral} of [the {function}] {fx}",
        "{integral} of {f}",
        "{int} {f} d{x}",
        "<find|compute|evaluate> {int} {f} d{x}",
        "{given} {fx}, {get} its {integral}",
        "{find} an <antiderivative|primitive> of {f}",
        "<how do i|please> integrate {f}",
        *verb_frames("integrate", "integrated", "integrating", "{f}"),
        *noun_frames("<{integral}|indefinite integral>", "<{f}|the {function} {f}>", without=GOT_OR_OWNED),
        "{define} {fx}. {find} <its|the> {integral}",
        (
            "{define} {fx}. <integrate it|what is its antiderivative|what is an antiderivative of f|{get} an "
            "antiderivative of f>"
        ),
        "if {fx}, <then|> what is <its|the> {integral}",
        "{find} <all antiderivatives|the general antiderivative|the most general antiderivative> of {f}",
        "the <general|most general> antiderivative of {f}",
        "{int} {f} d{x} = ?",
        "{wonder} what {int} {f} d{x} is",
        "{must_find} {int} {f} d{x}",
        "what must i differentiate to get {f}",
        "what function gives {f} when it is differentiated",
        "<undo|reverse> the derivative: {f}",
        "find a function whose derivative is {f}",
        "find a function with derivative {f}",
        "the derivative of F is {f}. {find} F",
        "F' = {f}. {get} F",
        "{find} the integral {with_respect_to} {x} of {f}",
        "integral of {f} d{x}",
        "integrate {fx} {with_respect_to} {x}",
    ),
    (
        "which function has {f} as its derivative",
        "let {fx}. {get} a function F with F' = f",
    ),
    weight=1.3,
)
def indefinite_integral(rng: Random) -> Instance:
    """An antiderivative, with + C in the answer."""
    x = function_letter(rng)
    f = integrable(rng, Sym(x))
    code = sympy_code(f"integrate({f.code()}, {x})", symbols=[x])
    end = Words(r"The integral is $\boxed{⟨0⟩ + C}$.")
    slots = _slots(f, x, int=Text("integral of", "∫", r"\int"))
    return Instance(slots, (plan(rng, f"Integrate with respect to {x}.", "Find the antiderivative."), code, end))


@task(
    "integrals",
    "definite_integral",
    (
        "{integrate} {f} from {a} to {b}",
        "{integrate} {f} from {x} = {a} to {x} = {b}",
        "{integrate} {f} d{x} <from {a} to {b}|between {a} and {b}>",
        "{find} the [definite] integral of {f} from {a} to {b}",
        "{find} the integral of {f} <between|over> {a} and {b}",
        "definite integral of {f} from {a} to {b}",
        "{given} {fx}, {integrate} it from {a} to {b}",
        "integral from {a} to {b} of {f} [d{x}]",
        "{integrate} {f} over the interval from {a} to {b}",
        "{find} the integral from {a} to {b} of {f}",
        *noun_frames(
            "[definite] integral",
            "{f}",
            "<from {x} = {a} to {x} = {b}|between {x} = {a} and {x} = {b}>",
            without=(*GOT_OR_OWNED, "@N@A: @X", "@X, @N"),
        ),
        "{define} {fx}. integrate <f|it> from {a} to {b}",
        "{define} {fx}. {find} <its|the> [definite] integral <from {a} to {b}|between {a} and {b}>",
        "{consider} the function {f}. <what is its integral|{find} the integral|integrate it> from {a} to {b}",
        "if {fx}, what is the integral of <f|it> from {a} to {b}",
        "{must_find} the integral of {f} from {a} to {b}",
        "{wonder} what the integral of {f} from {a} to {b} is",
        "<can you|how do i|i have to|please|help me> integrate {f} from {a} to {b}",
        "what do you get when you integrate {f} from {a} to {b}",
        "integrate from {a} to {b}: {f}",
        "{f} integrated <from {a} to {b}|between {a} and {b}|over {x} from {a} to {b}>",
        "integral, lower limit {a}, upper limit {b}, of {f}",
        "integral of {f} with lower limit {a} and upper limit {b}",
        "<compute|find> the integral of {f}, {x} <goes|going> from {a} to {b}",
        "the integral of {f} <has|with> the limits {a} and {b}. <evaluate it|what is it|{get} its value>",
        "take {f} and integrate it <from {a} to {b}|between {a} and {b}>",
        "{evaluate} the definite integral of {f} <on|over> [the interval] {interval}",
        "integrate {f} for {x} <from {a} to {b}|between {a} and {b}>",
    ),
    (
        "with limits {a} and {b}, what is the integral of {f}",
        "{x} runs from {a} to {b}. integrate {f} over it",
    ),
    weight=1.2,
)
def definite_integral(rng: Random) -> Instance:
    """A definite integral, exact."""
    x = function_letter(rng)
    s = Sym(x)
    low = rng.choice((0, 0, 0, 1, 1, -1, 2, -2))
    a, b = expr(low), expr(low + rng.randint(1, 6))
    f = some_polynomial(rng, s)
    if rng.random() < 0.4:
        f = rng.choice((call("exp", s), scaled(rng.randint(2, 5), call("sin", s)), call("cos", s), call("exp", s) * s))
        if rng.random() < 0.35 and "exp" not in f.code():
            a, b = expr(0), rng.choice((Sym("pi"), Sym("pi") / 2))
    if low >= 1 and rng.random() < 0.2:
        f = expr(rng.randint(1, 6)) / rng.choice((s, s**2))
    code = sympy_code(f"integrate({f.code()}, ({x}, {a.code()}, {b.code()}))", symbols=[x])
    steps = (plan(rng, "Compute the definite integral.", f"Integrate over {x} between the limits."), code)
    return Instance(_slots(f, x, a=a, b=b, interval=Interval(a, b)), (*steps, boxed(rng, "The integral is @.")))


@task(
    "integrals",
    "area_under_curve",
    (
        "{find} the area under [the curve] {y_is} from {a} to {b}",
        "{find} the area under {f} between {x} = {a} and {x} = {b}",
        "{find} the area between {y_is} and the x axis from {x} = {a} to {x} = {b}",
        "area under {f} from {a} to {b}",
        "how <big|large> is the area under {y_is} between {a} and {b}",
        "{given} {fx}, {find} the area under the curve from {a} to {b}",
        "{get} the area below the graph of {f} <from {a} to {b}|between {a} and {b}>",
        *noun_frames(
            "area",
            (
                "the region <between|enclosed by> {y_is}<, the x axis and| and the x axis, between> the lines "
                "{x} = {a} and {x} = {b}"
            ),
            without=(*GOT_OR_OWNED, "@N@A: @X", "@N for", "its", "@X, @N"),
        ),
        (
            "{define} {fx}. {find} the area <under|below> <its graph|the curve|the graph of f> from {x} = {a} "
            "to {x} = {b}"
        ),
        "if {fx}, what is the area under the <curve|graph> <from {a} to {b}|between {a} and {b}>",
        "{must_find} the area <under|below> {y_is} <from {a} to {b}|between {x} = {a} and {x} = {b}>",
        "{wonder} what the area <under|below> {y_is} from {a} to {b} is",
        "<what|how much> area is <there|enclosed> <between|by> {y_is} and the x axis from {a} to {b}",
        "how much area <is|lies> <under|below> the curve {y_is} from {x} = {a} to {x} = {b}",
        "{consider} the curve {y_is}. what is the area under it from {a} to {b}",
        "<what|how large> is the area under {f} <on|over> the interval from {a} to {b}",
        "the curve {y_is} and the x axis enclose a region from {x} = {a} to {x} = {b}. {find} its area",
        "<use an integral to|> {find} the area <under|below> {y_is} <from {a} to {b}|between {a} and {b}>",
        "area <below|under> the graph of {f}, {x} from {a} to {b}",
        "the area <under|below> {y_is} from {a} to {b} is what",
        "area between {f} and the x-axis on {interval}",
    ),
    ("which area lies under the graph of {fx} when {x} goes from {a} to {b}",),
)
def area_under_curve(rng: Random) -> Instance:
    """The area under a curve that stays above the axis."""
    s = Sym("x")
    low = rng.randint(0, 3)
    a, b = expr(low), expr(low + rng.randint(1, 5))
    f = rng.choice(
        (
            polynomial((rng.randint(1, 5), rng.randint(0, 3), rng.randint(0, 9)), s),
            polynomial((rng.randint(1, 9), rng.randint(0, 9)), s),
            s**3 + rng.randint(1, 9),
            call("exp", s),
            call("sqrt", s),
            s**2,
        )
    )
    code = sympy_code(f"integrate({f.code()}, (x, {a.code()}, {b.code()}))", symbols=["x"])
    steps = (plan(rng, "Integrate between the limits.", "The area is the definite integral."), code)
    return Instance(_slots(f, "x", a=a, b=b, interval=Interval(a, b)), (*steps, boxed(rng, "The area is @.")))


@task(
    "limits",
    "limit",
    (
        "{find} the limit of {f} as {x} <approaches|goes to|tends to> {a}",
        "{find} the limit of {f} when {x} <approaches|goes to|tends to> {a}",
        "limit of {f} <as|for|when> {x} {to} {a}",
        "lim {x} {to} {a} {f}",
        "lim {x} {to} {a} of {f}",
        "what does {f} <approach|tend to|converge to> <as|when> {x} <goes to|approaches> {a}",
        "{given} {fx}, {get} its limit as {x} goes to {a}",
        "{evaluate} the limit of {f} at {x} = {a}",
        "{evaluate} lim {f} <as|for> {x} to {a}",
        "what happens to {f} <as|when> {x} gets <close|near> to {a}",
        *noun_frames(
            "limit",
            "{f}",
            "<as|when> {x} <approaches|goes to|tends to> {a}",
            without=(*GOT_OR_OWNED, "@N@A: @X", "@X, @N"),
        ),
        "{define} {fx}. {find} the limit <of f|> <as|when> {x} <approaches|goes to|tends to> {a}",
        "{define} {fx}. what <happens to f|does f approach|does f tend to> as {x} <goes to|approaches> {a}",
        "if {fx}, what is the limit <as|when> {x} goes to {a}",
        "{must_find} the limit of {f} for {x} {to} {a}",
        "{wonder} what {f} <approaches|tends to> <as|when> {x} <goes to|approaches|tends to> {a}",
        "<what|which number> does {f} get <close|closer and closer> to <as|when> {x} goes to {a}",
        (
            "<as|when> {x} <approaches|goes to|tends to> {a}, what <is the limit of {f}|does {f} tend "
            "to|does {f} approach>"
        ),
        "<as|when> {x} <approaches|goes to|tends to> {a}, {f} <goes to|tends to|approaches> what",
        "for {x} {to} {a}, <find|compute|what is> the limit of {f}",
        "{consider} {f}. what is its limit <for {x} {to} {a}|as {x} approaches {a}>",
        "let {x} <go to|approach|tend to> {a}. what <does {f} approach|is the limit of {f}|happens to {f}>",
        "lim {f}, {x} {to} {a}",
        "lim({f}) for {x} {to} {a}",
        "limit {x} {to} {a}: {f}",
        "take the limit {x} {to} {a} of {f}",
        "<compute|calculate|evaluate|determine> the limit: {f}, {x} {to} {a}",
        "how does {f} behave <as|when> {x} <goes to|tends to|approaches> {a}",
        "where does {f} go <as|when> {x} <goes|tends> to {a}",
    ),
    (
        "as {x} gets close to {a}, which value does {f} reach",
        "{x} tends to {a}. {get} the limit of {f}",
    ),
    weight=1.2,
    constants=(0,),
)
def limit(rng: Random) -> Instance:
    """Limits at a point and at infinity."""
    x = function_letter(rng)
    s = Sym(x)
    a: Expr = expr(0)
    k, m = rng.randint(2, 9), rng.randint(2, 9)
    match rng.randrange(10):
        case 0 | 1:
            r, q = number(rng, 6), number(rng, 6)
            a = expr(r)
            f = polynomial((1, -(r + q), r * q), s) / polynomial((1, -r), s)
        case 2:
            f = call("sin", k * s) / rng.choice((s, m * s))
        case 3:
            f = rng.choice(
                ((1 - call("cos", s)) / s**2, (call("exp", s) - 1) / s, call("tan", s) / s, call("log", 1 + s) / s)
            )
        case 4 | 5:
            a = Sym("oo")
            top = polynomial((rng.randint(1, 9), number(rng, 9), rng.choice((0, number(rng, 9)))), s)
            f = top / rng.choice(
                (
                    polynomial((rng.randint(1, 9), 0, number(rng, 9)), s),
                    polynomial((rng.randint(1, 5), number(rng, 9)), s),
                )
            )
        case 6:
            a = Sym("oo")
            f = rng.choice(
                ((1 + expr(k if rng.random() < 0.6 else 1) / s) ** s, expr(k) / s, polynomial((k, m), s) / (m * s - k))
            )
        case 7:
            f = (call("exp", k * s) - 1) / rng.choice((s, m * s))
        case 8:
            a = number_point(rng)
            f = some_polynomial(rng, s)
        case _:
            r = rng.randint(1, 9)
            a = expr(r * r)
            f = (call("sqrt", s) - r) / (s - r * r)
    code = sympy_code(f"limit({f.code()}, {x}, {a.code()})", symbols=[x])
    return Instance(
        _slots(f, x, a=a, to=Text("->", "→", r"\to")),
        (plan(rng, "Compute the limit.", "Take the limit."), code, boxed(rng, "The limit is @.")),
    )


@task(
    "limits",
    "one_sided_limit",
    (
        "{find} the limit of {f} as {x} <approaches|goes to|tends to> {a} from {side}",
        "{find} the {sided} limit of {f} at {x} = {a}",
        "{find} the {sided} limit of {f} <as|when|for> {x} <approaches|tends to|goes to> {a}",
        "{sided} limit of {f} at {x} = {a}",
        "limit of {f} as {x} {to} {a} from {side}",
        "lim {x} {to} {a}{sign} {f}",
        "lim {x} {to} {a}{sign} of {f}",
        "{find} lim {x} {to} {a}{sign} of {f}",
        "{define} {fx}. {find} the {sided} limit at {x} = {a}",
        "{define} {fx}. what happens <to f|> as {x} <approaches|goes to|tends to> {a} from {side}",
        "what does {f} <approach|tend to> <as|when> {x} <approaches|goes to|tends to> {a} from {side}",
        "if {x} <approaches|goes to|tends to> {a} from {side}, what <does {f} approach|is the limit of {f}>",
        "{must_find} the {sided} limit of {f} at {a}",
        "{wonder} what {f} tends to <as|when> {x} approaches {a} from {side}",
        "{consider} {f}. what is its limit <as|when> {x} approaches {a} from {side}",
        "let {x} <approach|go to|tend to> {a} from {side}. <what does {f} approach|what is the limit of {f}>",
        "coming from {side}, {x} <approaches|goes to> {a}. <what is|find> the limit of {f}",
        "{get} the limit from {side} of {f} at {x} = {a}",
        "how does {f} behave <as|when> {x} gets close to {a} from {side}",
        "the limit of {f} for {x} {to} {a}, {side} only",
        (
            "<i need|i am looking for|what is|compute|determine|calculate> the {sided} limit of {f} <as|when> "
            "{x} <approaches|tends to|goes to> {a}"
        ),
        "as {x} <approaches|tends to|goes to> {a} from {side}, <find|determine|compute|what is> the limit of {f}",
        "{f} <as|when> {x} <approaches|tends to> {a} from {side}: <what is the limit|find the limit|limit?>",
        "{evaluate} the limit of {f} at {a} from {side}",
    ),
    ("near {a}, with {x} always {beyond} {a}, which value does {f} reach",),
    constants=(0,),
    weight=0.7,
)
def one_sided_limit(rng: Random) -> Instance:
    """Poles, jumps, roots and logarithms at their edge."""
    x = function_letter(rng)
    s = Sym(x)
    r, k = number(rng, 6), rng.randint(1, 6)
    right = rng.random() < 0.5
    shifted = polynomial((1, -r), s)
    a = expr(r)
    match rng.randrange(6):
        case 0 | 1:
            f: Expr = expr(k) / rng.choice((shifted, shifted, shifted**2))
        case 2:
            f = polynomial((rng.randint(1, 4), number(rng, 9)), s) / shifted
        case 3:
            f = rng.choice((call("Abs", shifted) / shifted, shifted / call("Abs", shifted)))
        case 4:
            right, a = True, expr(0)
            f = rng.choice((call("log", s), s * call("log", s), call("sqrt", s) / s, call("sqrt", s) + k))
        case _:
            a = expr(0)
            f = rng.choice((call("exp", expr(1) / s), expr(k) / s, call("Abs", s) / s, expr(k) / s**3))
    mark = "+" if right else "-"
    code = sympy_code(f"limit({f.code()}, {x}, {a.code()}, '{mark}')", symbols=[x])
    words: dict[str, Slot] = {
        "to": Text("->", "→", r"\to"),
        "side": phrase(f"<the {'right' if right else 'left'}|{'above' if right else 'below'}>"),
        "sided": phrase("<right-hand|right-sided|right>" if right else "<left-hand|left-sided|left>"),
        "sign": Text(mark, "⁺" if right else "⁻", f"^{mark}"),
        "beyond": "above" if right else "below",
    }
    steps = (plan(rng, f"Take the limit from the {'right' if right else 'left'}."), code, boxed(rng, "The limit is @."))
    return Instance(_slots(f, x, a=a, **words), steps)


@task(
    "series",
    "taylor_series",
    (
        "{find} the <taylor|maclaurin> <series|polynomial|expansion> of {f} <up to|to> <order|degree> {n}",
        "{find} the <taylor|maclaurin> <series|polynomial|expansion> of {f} at {x} = 0 to <order|degree> {n}",
        "<taylor|maclaurin> <series|polynomial> of {f} of <order|degree> {n}",
        "expand {f} <in|into> a <taylor|maclaurin|power> series up to <order|degree> {n}",
        "<develop|write> {f} as a power series [around 0] up to <order|degree> {n}",
        "{given} {fx}, {get} its taylor polynomial of degree {n}",
        *noun_frames(
            "<taylor|maclaurin> polynomial",
            "<{f}|the function {f}|{fx}>",
            "of <degree|order> {n}",
            without=(*GOT_OR_OWNED, "@N@A: @X", "{must_find} the"),
        ),
        "{must_find} the <taylor|maclaurin> <series|polynomial|expansion> of {f} <up to|of> <degree|order> {n}",
        (
            "{define} {fx}. {find} <the|its> <taylor|maclaurin> <polynomial|expansion> of <degree|order> {n} "
            "[<at|around|about> 0]"
        ),
        (
            "{find} the <taylor|maclaurin> <series|expansion> of {f} <about|around|at> {x} = 0 up to [and "
            "including] the term {x}^{n}"
        ),
        "<expand|develop> {f} <around|about|at> {x} = 0 <up to|to> <order|degree|power> {n}",
        "<expand|develop> {f} in powers of {x} up to {x}^{n}",
        "how do i <expand|develop> {f} in a <taylor|power> series <up to|to> <order|degree> {n}",
        "what is the <taylor|maclaurin> <series|expansion|polynomial> of {f} up to <degree|order> {n}",
        "<taylor|maclaurin> series: {f}, <order|degree> {n}",
        "<taylor|power series> expansion of {f} <up to|through> {x}^{n}",
        "the power series of {f} up to <order|degree> {n}",
        "replace {f} by its taylor polynomial of <degree|order> {n} <at|around> 0",
        "{consider} {f}. <develop|expand> it <at|around> 0 up to <order|degree> {n}",
    ),
    ("approximate {f} near 0 by a polynomial of degree {n}", "which taylor polynomial of order {n} belongs to {f}"),
    constants=(0, 1),
)
def taylor_series(rng: Random) -> Instance:
    """Taylor polynomials around zero."""
    s = Sym("x")
    k = rng.randint(2, 4)
    f = rng.choice(
        (
            call("sin", s), call("cos", s), call("exp", s), call("log", 1 + s), expr(1) / (1 - s), expr(1) / (1 + s),
            call("exp", k * s), call("sin", k * s), call("cos", k * s), s * call("exp", s), call("sqrt", 1 + s),
            s * call("sin", s), expr(1) / (k - s), call("exp", -s), call("tan", s),
        )
    )  # fmt: skip
    n = rng.randint(2, 7)
    code = sympy_code(f"series({f.code()}, x, 0, {n} + 1).removeO()", symbols=["x"])
    steps = (plan(rng, f"Expand around 0 up to order {n}."), code, boxed(rng, "The polynomial is @."))
    return Instance(_slots(f, "x", n=n), steps)


@task(
    "derivatives",
    "tangent_line",
    (
        "{find} the [{equation} of the] tangent [line] to {y_is} at {x} = {a}",
        "{find} the tangent [line] of {f} at {x} = {a}",
        "{find} the {equation} of the tangent to the <curve|graph of> {f} at <the point where|> {x} = {a}",
        "tangent [line] to {f} at {x} = {a}",
        "{given} {fx}, {get} the tangent line at {x} = {a}",
        "which line <is tangent to|touches> {y_is} at {x} = {a}",
        *noun_frames(
            "<tangent|tangent line>",
            "<{y_is}|the curve {y_is}|the graph of {f}>",
            "at {x} = {a}",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
        *noun_frames(
            "{equation}",
            "the <tangent|tangent line> to {y_is} at {x} = {a}",
            without=(*GOT_OR_OWNED, "@N@A: @X", "@X. <what", "@X, @N", "@N for"),
        ),
        "{define} {fx}. {find} the [{equation} of the] tangent [line] at {x} = {a}",
        "{define} {fx}. what is the tangent to <its graph|the graph of f> at {x} = {a}",
        "if {fx}, what is the <{equation} of the tangent|tangent line> at {x} = {a}",
        "what line <touches|is tangent to> the <graph of {f}|curve {y_is}> at {x} = {a}",
        "{wonder} which line touches {y_is} at {x} = {a}",
        "<give|write down|write> the tangent to {f} at {x} = {a} in the form y = mx + b",
        "a tangent is drawn to {y_is} at {x} = {a}. <find|determine> its {equation}",
        "<linearise|linearize> {f} at {x} = {a}",
    ),
    ("at {x} = {a} a line touches the graph of {fx}. what is its equation",),
)
def tangent_line(rng: Random) -> Instance:
    """The tangent in the form y = mx + b."""
    f = some_polynomial(rng, Sym("x"), rng.choice((2, 2, 3)))
    a = number_point(rng)
    code = sympy_code(
        f"f = {f.code()}", f"a = {a.code()}", "slope = diff(f, x).subs(x, a)", "expand(slope*(x - a) + f.subs(x, a))",
        symbols=["x"],
    )  # fmt: skip
    steps = (plan(rng, "The slope is the derivative at the point."), code, Words(r"The tangent is $y = \boxed{⟨0⟩}$."))
    return Instance(_slots(f, "x", a=a), steps)


def _where_it_vanishes(thing: str) -> tuple[str, ...]:
    """Templates that ask for the zeros of the derivative of `thing`."""
    is_zero = "<is zero|is 0|equals zero|vanishes|becomes zero>"
    be_zero = "<vanish|become zero|become 0|equal zero|equal 0|disappear|get zero>"
    its = "<derivative|first derivative|slope|gradient|rate of change>"
    return (
        f"<where|when|for which {{x}}|for what {{x}}|at which points> does the {its} of {thing} {be_zero}",
        f"<where|when|for which {{x}}|for what {{x}}|at which points> is the {its} of {thing} <zero|0|equal to zero>",
        f"{{find}} <all|the> <{{x}}|values of {{x}}|points> <where|for which|at which> the {its} of {thing} {is_zero}",
        f"<solve|find> where the {its} of {thing} {is_zero}",
        f"{{find}} the <zeros|zeroes|roots> of the {its} of {thing}",
        f"{{wonder}} <where|when|for which {{x}}> the {its} of {thing} {is_zero}",
        f"{{must_find}} the <zeros|roots> of the {its} of {thing}",
        f"<set|put> the {its} of {thing} <to|equal to> <zero|0> and <solve|find {{x}}>",
        f"the {its} of {thing} <is to be|shall be|should be|must be> <zero|0>. {{find}} {{x}}",
        f"at which {{x}} does {thing} have <a flat|a horizontal|a level> tangent",
        f"where does {thing} have <its |><stationary points|critical points|turning points>",
        f"<which|what> <points|values of {{x}}> are <critical|stationary> for {thing}",
        f"zeros of the {its} of {thing}",
        f"{its} of {thing} = 0, {{x}} = ?",
        f"{thing}: where does the {its} {be_zero}",
    )


@task(
    "derivatives",
    "critical_points",
    (
        "{find} the <critical points|stationary points|extrema|turning points|extreme points> of {f}",
        "{find} the <critical points|stationary points|extrema> of [the {function}] {fx}",
        "where <does|has> {f} <have|> <a|its> <critical points|extrema|turning points|zero slope>",
        "<critical|stationary> points of {f}",
        "{given} {fx}, {get} its <critical points|stationary points>",
        "for <which|what> {x} is the {slope} of {f} <zero|0>",
        "at <which|what> {x} <has|does> {f} <have|> a horizontal tangent",
        *noun_frames(
            "<critical points|stationary points|turning points|extrema>",
            "<{f}|the function {f}|{fx}>",
            plural=True,
            without=GOT_OR_OWNED,
        ),
        "{define} {fx}. {find} <the|all|its> <critical|stationary> points",
        "{define} {fx}. <for which {x} is {f_prime} = 0|solve {f_prime} = 0|find all {x} with {f_prime} = 0>",
        "if {fx}, for <which|what> {x} is {f_prime} <zero|0|equal to 0>",
        "<find|determine|compute> all {x} <where|for which|at which> the <derivative|slope> of {f} is <zero|0>",
        "set the derivative of {f} equal to zero and solve for {x}",
        "when does the derivative of {f} <vanish|become zero|equal zero>",
        "where is the graph of {f} <horizontal|level>",
        "where does {f} have <slope zero|a horizontal tangent|a tangent with slope 0>",
        "what {x} make the derivative of {f} zero",
        "{wonder} where {f} has <slope zero|its stationary points|a horizontal tangent>",
        "the derivative of {f} is zero for <which|what> {x}",
        "at <what|which> <{x}|values of {x}|places> does {f} <have slope zero|stop rising or falling>",
        *(
            frame
            for thing in (
                "<{f}|the function {f}>",
                "the <function|curve|graph|polynomial> {fx}",
            )
            for frame in _where_it_vanishes(thing)
        ),
        "{fx}. <where|for which {x}|when|at which {x}> <is {f_prime} zero|is {f_prime} = 0|does {f_prime} vanish>",
        "{define} {fx}. <where|for which {x}|when|at which {x}> <is its derivative 0|does its derivative vanish>",
        "{define} {fx}. <where|for which {x}|when> does {f_prime} <vanish|become zero|become 0|equal 0|disappear>",
        "{define} {fx}. {find} the <zeros|zeroes|roots> of <{f_prime}|the derivative|its derivative>",
        "{define} {fx}. <solve|find the solutions of|work out the solutions of> {f_prime} = 0",
        "{find} {x} <so that|such that|where|with> {f_prime} = 0 <if|when|for> {fx}",
        "<solve|find the solutions of|which {x} solve> {f_prime} = 0 <if|when|where|for|with> {fx}",
        "{fx}, {f_prime} = 0, {x} = ?",
        "{fx}: <solve {f_prime} = 0|zeros of {f_prime}|stationary points|critical points|critical values of {x}>",
        "<differentiate {fx} and|take the derivative of {f},> <set it to zero|put it equal to 0> and solve for {x}",
        "<which|what> <inputs|values of {x}|numbers {x}> give {fx} a <derivative of zero|zero slope|flat tangent>",
        *told_frames(
            "<a function is given by {fx}|the function is {fx}|{fx} is a function>",
            "<where does its derivative vanish|where is its slope zero|for which {x} is {f_prime} zero>",
            "<where its derivative vanishes|where its slope is zero|for which {x} the derivative is zero>",
            "<the stationary points|the critical points|the zeros of its derivative|the places with slope zero>",
        ),
    ),
    ("where is the derivative of {fx} equal to zero", "at which {x} does the graph of {f} become flat"),
)
def critical_points(rng: Random) -> Instance:
    """Places where the derivative is zero."""
    x = function_letter(rng)
    s = Sym(x)
    if rng.random() < 0.5:
        f = polynomial((number(rng, 5), number(rng, 12), number(rng, 20)), s)
    else:  # the derivative 3a(x - p)(x - q) has integer roots
        p = rng.randint(-5, 5)
        q = p + 2 * rng.randint(0, 4)
        f = polynomial((2, -3 * (p + q), 6 * p * q, rng.choice((0, number(rng, 9)))), s)
        if rng.random() < 0.5:
            f = polynomial((1, 0, -3 * rng.randint(1, 5) ** 2, number(rng, 9)), s)
    code = sympy_code(f"solve(diff({f.code()}, {x}), {x})", symbols=[x])
    steps = (plan(rng, "Set the derivative to zero.", "Solve f' = 0."), code)
    return Instance(_slots(f, x), (*steps, Words(rf"The critical points are at ${x} = \boxed{{⟨0:inner⟩}}$.")))


@task(
    "derivatives",
    "extreme_value",
    (
        "{find} the {kind} [value] of {f}",
        "{find} the {kind} [value] of [the {function}] {fx}",
        "what is the {least} <possible|> value of {f}",
        "{kind} of {f}",
        "{given} {fx}, {get} its {kind} value",
        "how {small} can {f} <be|get|become>",
        *noun_frames("{kind} [value]", "<{f}|the function {f}|{fx}>", without=GOT_OR_OWNED),
        *noun_frames(
            "{least} value",
            "<{f}|the function {f}|the expression {f}>",
            without=(*GOT_OR_OWNED, "{get}", "its"),
        ),
        "{define} {fx}. {find} the {kind} [of f]",
        "{define} {fx}. what is the {least} value <of f|f can have|that f reaches>",
        "if {fx}, what is <the {least} value of f|its {kind}>",
        "what {least} value does {f} <have|reach|attain>",
        "how {small} <is {f} at its {kind}|does {f} get>",
        "{wonder} how {small} {f} can <be|get|become>",
        "for <any|all|real> {x}, what is the {least} <possible|> value of {f}",
        "when {x} varies, how {small} can {f} <become|get>",
        "{x} may be any number. what is the {least} value of {f}",
        "at the {kind}, <what is the value of {f}|{f} has what value>",
    ),
    ("which is the {least} value that {f} can take", "the {function} {fx} has a {kind}. how much is it"),
)
def extreme_value(rng: Random) -> Instance:
    """The minimum or maximum of a quadratic."""
    x = function_letter(rng)
    a, lowest = rng.choice((1, 1, 2, 3, 4)), rng.random() < 0.55
    f = polynomial((a if lowest else -a, number(rng, 12), number(rng, 20)), Sym(x))
    code = sympy_code(f"f = {f.code()}", f"best = solve(diff(f, {x}), {x})[0]", f"f.subs({x}, best)", symbols=[x])
    words = {
        "kind": "minimum" if lowest else "maximum",
        "least": phrase("<smallest|least|lowest>" if lowest else "<largest|greatest|highest>"),
        "small": "small" if lowest else "large",
    }
    end = boxed(rng, f"The {words['kind']} is @.")
    return Instance(_slots(f, x, **words), (Words("It is where the derivative is zero."), code, end))


@task(
    "differential equations",
    "ode_first_order",
    (
        "{solve} the differential equation {eq}",
        "{solve} the ode {eq}",
        "{solve} {eq} for y(x)",
        "{find} the general solution of {eq}",
        "{find} y(x) if {eq}",
        "differential equation {eq}",
        "{given} {eq}, {get} y(x)",
        *noun_frames(
            "<general solution|solution>",
            "<{eq}|the differential equation {eq}|the ode {eq}>",
            without=(*GOT_OR_OWNED, "@N@A: @X", "@X, @N"),
        ),
        *verb_frames(
            "solve",
            "solved",
            "solving",
            "<the differential equation|the ode|the first order equation|the diff eq> {eq}",
            without=("@P", "@X, @V"),
        ),
        "{fact} {eq}. {find} <y|y(x)|the function y|the general y(x)>",
        "let y be a function <with|such that> {eq}. <what is y(x)|{find} y(x)|{get} y>",
        "a function y <satisfies|fulfils|obeys> {eq}. <what is y(x)|{find} y|how does y look>",
        "y is a function of x and {eq}. <what is y|{find} y(x)|solve for y>",
        "if {eq}, what is <y|y(x)|the function y(x)>",
        "{solve} {eq} for <y|the function y(x)>",
        "what functions y <solve|fulfil|obey> {eq}",
        "find all functions y(x) <with|for which|such that> {eq}",
        "ode: {eq}",
        "integrate the differential equation {eq}",
    ),
    ("which function y(x) satisfies {eq}",),
    weight=0.8,
)
def ode_first_order(rng: Random) -> Instance:
    """`y' = ky`, `y' + ay = b`, `y' = p(x)`."""
    y, x = Sym("y"), Sym("x")
    prime = Sym("y'")
    k, b = number(rng, 9), number(rng, 9)
    y_of = call("y", x)
    left: Expr
    right: Expr
    match rng.randrange(4):
        case 0:
            left, right = prime, scaled(k, y)
            code = f"Eq(y(x).diff(x), {scaled(k, y_of).code()})"
        case 1:
            left, right = prime + scaled(k, y), expr(b)
            code = f"Eq({(Sym('y(x).diff(x)') + scaled(k, y_of)).code()}, {b})"
        case 2:
            p = some_polynomial(rng, x, rng.choice((1, 2)))
            left, right = prime, p
            code = f"Eq(y(x).diff(x), {p.code()})"
        case _:
            left, right = prime, scaled(k, x) * y
            code = f"Eq(y(x).diff(x), {(scaled(k, x) * y_of).code()})"
    steps = sympy_code("y = Function('y')", f"dsolve({code}, y(x)).rhs", symbols=["x"])
    return Instance(
        {"eq": equation(left, right)},
        (Words("Solve the differential equation."), steps, Words(r"So $y = \boxed{⟨0⟩}$.")),
    )
