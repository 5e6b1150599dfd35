"""Limits, functions, systems and polynomials in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.expression import (
    Expr,
    Notation,
    Pair,
    Relation,
    Sym,
    Text,
    call,
    equation,
    expr,
    polynomial,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import variables
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code

X = Sym("x")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit sign with its function: `lim x->0 sin(x)/x`, LaTeX."""

    f: Expr
    x: Expr
    a: Expr

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        f, x, a = (part.bare(notation) for part in (self.f, self.x, self.a))
        if notation.latex:
            text = rf"\lim_{{{x} \to {a}}} {f}"
            return f"${text}$" if notation.dollars else text
        arrow = "→" if notation.signs else "->"
        match notation.brackets:
            case 0 | 1:
                return f"lim {x}{arrow}{a} {f}"
            case 2 | 3:
                return f"lim_({x}{arrow}{a}) {f}"
            case 4:
                return f"lim({x}{arrow}{a}) {f}"
            case _:
                return f"lim as {x} {arrow} {a} of {f}"


@task(
    "limits",
    "limit_in_short",
    (
        "{f} as {x} {to} {a}",
        "{f} <when|for> {x} {to} {a}",
        "<limit|lim> of {f} as {x} {to} {a}",
        "lim {x} {to} {a} of {f}",
        "lim {x} {to} {a} {f}",
        "lim_({x} {to} {a}) {f}",
        "<limit|lim>, {x} {to} {a}: {f}",
        "{f}, {x} {to} {a}, <limit?|find the limit|what is the limit|limit>",
        "<what does|where does> {f} <go to|tend to|approach|converge to> as {x} {to} {a}",
        "<whats|what is|find|evaluate|work out> the limit of {f} as {x} {to} {a}",
        "as {x} {to} {a}, {f} <goes to what|tends to what|approaches what>",
        "let {x} {to} {a} in {f}. <what is the limit|limit?>",
        "{must_find} the limit of {f} for {x} {to} {a}",
        "{evaluate} lim {x} {to} {a} {f}",
        "{lim}",
        "{evaluate} {lim}",
        "<find|whats|what is|work out> {lim}",
        "{lim} = ?",
    ),
    ("{f} gets close to what once {x} {to} {a}",),
    constants=(0,),
    weight=1.2,
)
def limit_in_short(rng: Random) -> Instance:
    """Standard limits with an arrow."""
    k, m, r = rng.randint(2, 9), rng.randint(2, 9), number(rng, 6)
    infinite = rng.random() < 0.45
    x = "n" if infinite and rng.random() < 0.5 else "x"
    s = Sym(x)
    if infinite:
        a: Expr = Sym("oo")
        f = rng.choice(
            (
                (1 + expr(k) / s) ** s, (1 + expr(1) / s) ** s, (1 - expr(k) / s) ** s,
                polynomial((k, number(rng, 9), 1), s) / polynomial((m, 0, number(rng, 9)), s),
                polynomial((k, m), s) / polynomial((m, -k), s), (1 + expr(1) / s) ** (k * s), call("log", s) / s,
                s**2 / call("exp", s), polynomial((k, m), s) / (s**2 + m),
            )
        )  # fmt: skip
    else:
        a = expr(0)
        f = rng.choice(
            (
                (1 - call("cos", s)) / s**2, call("sin", k * s) / s, call("sin", k * s) / (m * s),
                call("tan", k * s) / s,
                (call("exp", k * s) - 1) / s, call("log", 1 + k * s) / s, (1 - call("cos", k * s)) / s**2,
                call("sin", k * s) / call("sin", m * s), (call("sqrt", 1 + s) - 1) / s,
            )
        )  # fmt: skip
        if rng.random() < 0.35:
            a = expr(r)
            f = polynomial((1, 0, -r * r), s) / polynomial((1, -r), s)
    code = sympy_code(f"limit({f.code()}, {x}, {a.code()})", symbols=[x])
    arrow = rng.choice(
        (Text("->", "→", r"\to"), Text("→", "→", r"\to"), Text("goes to"), Text("approaches"), Text("to"))
    )
    slots: dict[str, Slot] = {"f": f, "x": s, "a": a, "to": arrow, "lim": Limit(f, s, a)}
    return Instance(slots, (plan(rng, "Compute the limit."), code, boxed(rng, "The limit is @.")))


@task(
    "functions",
    "composition_in_short",
    (
        "{gf} <where|if|for|given> f(x) = {f} and g(x) = {g} [, simplified|, simplify]",
        "f(x) = {f}, g(x) = {g}, <find|what is|work out|simplify> {gf}",
        "f(x) = {f} and g(x) = {g}. <find|what is|work out|simplify|write out> {gf}",
        "<find|what is|whats|simplify> {gf} <if|when|for|with> f(x) = {f}, g(x) = {g}",
        "{gf} for f(x) = {f}, g(x) = {g}",
        "{gf}: f(x) = {f}, g(x) = {g}",
        "g(x) = {g} and f(x) = {f}. <find|what is|work out> {gf}",
        "{must_find} {gf} <if|when> f(x) = {f} and g(x) = {g}",
        "the functions are f(x) = {f} and g(x) = {g}. <find|simplify> the <composite|composite "
        "function|composition> {gf}",
        "with f(x) = {f} and g(x) = {g}, {gf} = ?",
    ),
    ("how does {gf} look with g(x) = {g} and f(x) = {f}",),
)
def composition_in_short(rng: Random) -> Instance:
    """One function put into another, multiplied out."""
    f = polynomial((rng.choice((1, 1, 2, 3)), number(rng, 9)), X)
    g = some_polynomial(rng, X, rng.choice((1, 2, 2)), 6)
    names = "gf" if rng.random() < 0.6 else "fg"
    first, second = names[0], names[1]
    code = sympy_code(f"f = {f.code()}", f"g = {g.code()}", f"expand({first}.subs(x, {second}))", symbols=["x"])
    way = rng.choice(("({0}∘{1})(x)", "{0}({1}(x))", "{0}∘{1}", "{0} o {1}", "{0}({1}(x))", "{0} ∘ {1}", "{0}{1}(x)"))
    gf = way.format(first, second)
    steps = (plan(rng, f"Put {second}(x) into {first}.", "Compose the functions."), code, boxed(rng, "It is @."))
    return Instance({"f": f, "g": g, "gf": Text(gf)}, steps)


@task(
    "functions",
    "y_intercept",
    (
        "<y intercept|y-intercept> of y = {f}",
        "<y intercept|y-intercept> of <{f}|f(x) = {f}|the graph of y = {f}>",
        "<whats|what is|find|give|state|work out> the <y intercept|y-intercept> of <y = {f}|f(x) = {f}|the "
        "curve y = {f}>",
        "y = {f}, <y intercept|y-intercept>",
        "y = {f}. <where does it cross the y axis|what is its y intercept|find the y-intercept>",
        "where does y = {f} <cut|cross|meet|hit> the <y axis|y-axis>",
        "at what <height|y value|y> does y = {f} <cut|cross> the y axis",
        "{must_find} the <y intercept|y-intercept> of y = {f}",
        "<the graph|the curve> y = {f} crosses the y axis at <what y|which value>",
        "{wonder} where y = {f} crosses the y axis",
    ),
    ("on the y axis, y = {f} has which value",),
    constants=(0,),
)
def y_intercept(rng: Random) -> Instance:
    """The value at 0."""
    if rng.random() < 0.5:
        f: Expr = (X + number(rng, 7)) * (X + number(rng, 7))
        if rng.random() < 0.5:
            f = f * (X + number(rng, 5))
    else:
        f = some_polynomial(rng, X)
    code = sympy_code(f"({f.code()}).subs(x, 0)", symbols=["x"])
    return Instance(
        {"f": f}, (plan(rng, "Put in x = 0."), code, boxed(rng, "The y-intercept is @.", "It is at y = @."))
    )


@task(
    "functions",
    "root_domain",
    (
        "<domain|domain?> of {f}",
        "<whats|what is|what's|find|give|state> the domain of {f}",
        "<for which x|when|where> is {f} <defined|real|a real number>",
        "f(x) = {f}, domain",
        "f(x) = {f}. <what is its domain|find the domain|domain?|for which x is it defined>",
        "y = {f}, <find the domain|domain?|what x are allowed>",
        "<what|which> x <can i put|may be put|are allowed> in {f}",
        "{must_find} the domain of {f}",
        "<largest possible|natural|real> domain of {f}",
        "{wonder} for which x {f} is defined",
    ),
    ("{f} makes sense for which x",),
    constants=(0,),
)
def root_domain(rng: Random) -> Instance:
    """Where the inside of a root or a logarithm is allowed."""
    a, b = rng.choice((1, 1, 2, 3, 4, 5)), number(rng, 20)
    inside = polynomial((a, b), X) if rng.random() < 0.5 else expr(abs(b)) - (a * X if a > 1 else X)
    root = rng.random() < 0.75
    f = call("sqrt" if root else "log", inside)
    code = sympy_code(
        f"answer = str(solve({inside.code()} {'>=' if root else '>'} 0, x))",
        "for old, new in [('(', ''), (')', ''), ('-oo < x & ', ''), (' & x < oo', '')]:",
        "    answer = answer.replace(old, new)",
        "answer",
        symbols=["x"],
    )
    words = "What is under the root must not be negative." if root else "The logarithm needs something positive."
    return Instance({"f": f}, (Words(words), code, boxed(rng, "The domain is @.")))


@task(
    "linear systems",
    "three_equations_in_short",
    (
        "{eqs} <whats|what is|what are|find|solve for|get> {xyz}",
        "{eqs}. <whats|what is|what are|find|solve for|work out> {xyz}",
        "{eqs}, <find|solve for|what are|get> {xyz}",
        "solve {eqs}",
        "solve for {xyz}: {eqs}",
        "<find|work out|determine|what are> {xyz} <if|when|given|given that> {eqs}",
        "<system|system of equations|three equations>: {eqs}",
        "<i have|here are> <three|3> equations, {eqs}. <what are|find> {xyz}",
        "{eqs} <solve|solve the system|solve this system|solve please>",
        "<3x3 system|linear system>: {eqs}, <solve|find {xyz}>",
        "{must_find} {xyz} <from|if|when> {eqs}",
        "three unknowns: {eqs}. <find them|what are they>",
    ),
    ("which {xyz} fit all of {eqs}",),
)
def three_equations_in_short(rng: Random) -> Instance:
    """Three equations with an integer solution."""
    names = variables(rng, 3)
    s = [Sym(name) for name in names]
    values = [rng.randint(-4, 6) for _ in range(3)]
    while True:
        rows = [[rng.choice((1, 1, 1, -1, 2, 3, -2)) for _ in range(3)] for _ in range(3)]
        if rng.random() < 0.5:
            rows[0] = [1, 1, 1]
        (a, b, c), (d, e, f), (g, h, i) = rows
        if a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g):
            break
    eqs: list[Relation] = []
    for row in rows:
        left = polynomial((row[0], 0), s[0])
        for size, symbol in zip(row[1:], s[1:], strict=True):
            left = left + polynomial((size, 0), symbol)
        eqs.append(equation(left, sum(size * value for size, value in zip(row, values, strict=True))))
    pair = Pair(tuple(eqs))
    listed = ", ".join(names)
    code = sympy_code(
        f"solution = solve({pair.code()}, [{listed}])", "str(solution).strip('{}').replace(':', ' =')", symbols=names
    )
    said = phrase(
        f"<{names[0]}, {names[1]} and {names[2]}|{' '.join(names)}|{names[0]} {names[1]} and {names[2]}|{listed}>"
    )
    steps = (plan(rng, "Solve the system of equations."), code, Words(r"The solution is $\boxed{⟨0⟩}$."))
    return Instance({"eqs": pair, "xyz": said}, steps)


@task(
    "linear systems",
    "two_numbers_in_short",
    (
        *told_frames(
            "<two numbers add <up |>to {s} and differ by {d}|two numbers have sum {s} and difference {d}|the "
            "sum of two "
            "numbers is {s} and their difference is {d}|two numbers have a total of {s} and one is {d} more "
            "than the other>",
            "<what is|whats|find> {which}",
            "<what {which} is|what is {which}>",
            "{which}",
            "<sum {s}, difference {d}|sum of two numbers {s}, difference {d}>",
        ),
        "sum {s}, difference {d}: {which}?",
    ),
    ("{which} of two numbers that make {s} and lie {d} apart",),
    constants=(2,),
)
def two_numbers_in_short(rng: Random) -> Instance:
    """Sum and difference known, one number asked for."""
    low, d = rng.randint(2, 60), rng.randint(2, 30)
    s = 2 * low + d
    big = rng.random() < 0.5
    which = "<the bigger one|the larger one|the greater number|the larger number|the bigger number>"
    if not big:
        which = "<the smaller one|the smaller number|the lesser number|the little one>"
    code = Code(f"({s} {'+' if big else '-'} {d}) // 2")
    words = f"The sum {'plus' if big else 'minus'} the difference is twice the {'larger' if big else 'smaller'} number."
    return Instance({"s": s, "d": d, "which": phrase(which)}, (Words(words), code, boxed(rng, "It is @.")))


@task(
    "polynomials",
    "quotient_or_remainder",
    (
        "<do |use |>long division {q}, <{part}?|give the {part}|what is the {part}>",
        "{q}, <{part}?|give the {part}|what is the {part}|just the {part}>",
        "{part} of {q}",
        "{part} when {f} is divided by {g}",
        "<find|what is|whats|give> the {part} <when|if> {f} is divided by {g}",
        "divide {f} by {g}, <{part}?|give the {part}|what is the {part}|state the {part}>",
        "<polynomial|long> division: {f} by {g}, {part}",
        "{f} divided by {g}, <{part}?|what is the {part}|find the {part}>",
        "{must_find} the {part} of {f} divided by {g}",
        "dividing {f} by {g} <gives|leaves> which {part}",
    ),
    ("{g} goes into {f} with which {part}",),
)
def quotient_or_remainder(rng: Random) -> Instance:
    """One of the two results of a polynomial division."""
    g = polynomial((1, number(rng, 5)), X)
    f = polynomial((rng.choice((1, 1, 2, 3)), number(rng, 9), number(rng, 9), number(rng, 9)), X)
    part = rng.choice(("quotient", "quotient", "remainder"))
    short = "quo" if part == "quotient" else "rem"
    code = sympy_code(f"{short}({f.code()}, {g.code()})", symbols=["x"])
    steps = (plan(rng, "Divide the polynomials."), code, boxed(rng, f"The {part} is @."))
    return Instance({"f": f, "g": g, "q": f / g, "part": part}, steps)
