"""Questions of several sentences: something is defined or found in one and used in the next."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import (
    Expr,
    Pair,
    Relation,
    Sym,
    call,
    equation,
    expr,
    polynomial,
    scaled,
    total,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import ORDINALS, nth, variables
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code

# @O opens the first sentence: {define} before a definition, {fact} before an equation to be solved
_CHAIN = (
    "@O {one}. {define} {two}. {find} {asked}",
    "@O {one}. {define} {two}. <what is|calculate|compute|determine|give> {asked}",
    "@O {one}. <now|then|next> <let|set|take> {two}. {find} {asked}",
    "let {one} and {two}. {find} {asked}",
    "<let|suppose|assume> {one}, and let {two}. {find} {asked}",
    "if {one} and {two}, <what is|then what is|calculate|find> {asked}",
    "when {one} and {two}, <what is|calculate|find|determine> {asked}",
    "{one}. {two}. {find} {asked}",
    "{one}, {two}, {asked} = ?",
    "{one}, {two}. <what is|find|calculate> {asked}",
    "{one} and {two}. <what is|find|calculate|work out> {asked}",
    "{find} {asked} <if|when|where|given that> {one} and {two}",
    "{find} {asked}, where {two} and {one}",
    "{asked} is <wanted|needed|to be found>, where {one} and {two}",
    "first {one}, then {two}. <what is|find|calculate> {asked}",
    "start with {one}. <put|set|let> {two}. <now|then> {get} {asked}",
    "suppose {one}. now let {two}. {wonder} what {asked} is",
    "{must_find} {asked} <if|when|where> {one} and {two}",
    "{wonder} what {asked} is <if|when> {one} and {two}",
    "with {one} and {two}, <find|what is|work out|calculate> {asked}",
    "given {one} and {two}, <find|what is|work out|calculate> {asked}",
    "let {two}, where {one}. <what is|calculate|find> {asked}",
    "{two}, where {one}. {find} {asked}",
    "it is given that {one}. moreover, {two}. {find} {asked}",
    "{asked} = ? <if|when|where> {one} and {two}",
    "what is {asked} <once|if|when> {one} and {two}",
    "using {one} and {two}, {get} {asked}",
)
_CHAIN_HELD_OUT = (
    "somebody writes {one} and after that {two}. what comes out for {asked}",
    "{two} while {one}, so how do we get {asked}",
)


def _chain(opening: str) -> tuple[str, ...]:
    return tuple(template.replace("@O", opening) for template in _CHAIN)


def _two_names(rng: Random) -> tuple[str, str]:
    return rng.choice((("f", "g"), ("f", "g"), ("g", "h"), ("p", "q"), ("h", "k"), ("f", "h"), ("g", "f"), ("q", "r")))


@task("composed", "shifted_function_value", _chain("{define}"), _CHAIN_HELD_OUT)
def shifted_function_value(rng: Random) -> Instance:
    """`g(a) = f(a + 1)`, `g(a) = 3f(a) - 2`, `g(a) = f(2a) + f(a)` … at a number."""
    f, g = _two_names(rng)
    x = Sym("x")
    v = Sym(rng.choice("aaatnzwx"))
    c, k, n = rng.randint(1, 9), rng.randint(2, 5), expr(number(rng, 6, 0.3))
    rule = some_polynomial(rng, x, rng.choice((1, 2, 2, 3)))

    def at(inner: Expr) -> tuple[Expr, str]:
        return call(f, inner), f"{f}.subs(x, {inner.code()})"

    kind = rng.randrange(6)
    if kind < 3:
        inner = rng.choice((v + c, v - c, k * v, v**2, k * v - c))
        right, code = at(inner)
    elif kind < 5:
        part, coded = at(v)
        right, code = rng.choice(
            ((part + c, f"{coded} + {c}"), (k * part, f"{k}*{coded}"), (k * part - c, f"{k}*{coded} - {c}"))
        )
    else:
        (first, coded), (second, other) = at(v), at(rng.choice((v + c, k * v)))
        right, code = first + second, f"{coded} + {other}"
    slots: dict[str, Slot] = {
        "one": equation(call(f, x), rule),
        "two": equation(call(g, v), right),
        "asked": call(g, n),
    }
    names = ["x"] if v.name == "x" else ["x", v.name]
    source = sympy_code(f"{f} = {rule.code()}", f"{g} = {code}", f"{g}.subs({v.name}, {n.code()})", symbols=names)
    steps = (plan(rng, f"Build {g} from {f}, then put in the number.", f"Put {f} into {g}."), source)
    return Instance(slots, (*steps, boxed(rng, "The value is @.")))


@task(
    "composed",
    "combined_functions",
    (
        *_chain("{define}"),
        "{one} and {g_rule}. {define} {three}. {find} {asked}",
        "{define} {one}, {g_rule} and {three}. {find} {asked}",
        "{define} {one}. {define} {g_rule}. {define} {three}. {find} {asked}",
        "{one}, {g_rule}, {three}. {find} {asked}",
        "the functions are {one} and {g_rule}, and {three}. <what is|find|calculate> {asked}",
        "two functions are given, {one} and {g_rule}. let {three}. <what is|find|determine> {asked}",
        "if {one}, {g_rule} and {three}, <what is|then what is|find> {asked}",
        "{find} {asked} <if|when|where> {three}, {one} and {g_rule}",
        "let {three}, where {one} and {g_rule}. {find} {asked}",
        "put {one} and {g_rule} together as {three}. {find} {asked}",
    ),
    ("somebody builds {three} out of {one} and {g_rule}. what comes out for {asked}",),
)
def combined_functions(rng: Random) -> Instance:
    """`h(x) = 2f(x) - 3g(x)`, `f(x)g(x)`, `f(g(x))`: a value, the expanded form or the derivative."""
    x = Sym("x")
    f = some_polynomial(rng, x, rng.choice((1, 2)), 6)
    g = some_polynomial(rng, x, rng.choice((1, 1, 2)), 6)
    a, b, n = rng.choice((1, 2, 3)), rng.choice((1, 2, 4, 5)), expr(number(rng, 5, 0.3))
    match rng.randrange(4):
        case 0 | 1:
            minus = rng.random() < 0.5
            left, right = scaled(a, call("f", x)), scaled(b, call("g", x))
            made = left - right if minus else left + right
            code = f"{scaled(a, Sym('f')).code()} {'-' if minus else '+'} {scaled(b, Sym('g')).code()}"
        case 2:
            made, code = call("f", x) * call("g", x), "f*g"
        case _:
            made, code = call("f", call("g", x)), "f.subs(x, g)"
    asked: Expr
    match rng.randrange(3):
        case 0:
            asked, last, end = call("h", n), f"h.subs(x, {n.code()})", "The value is @."
        case 1:
            asked, last, end = call("h", x), "expand(h)", "The function is @."
        case _:
            asked, last, end = call("h'", x), "expand(diff(h, x))", "The derivative is @."
    code_step = sympy_code(f"f = {f.code()}", f"g = {g.code()}", f"h = {code}", last, symbols=["x"])
    slots: dict[str, Slot] = {
        "one": equation(call("f", x), f),
        "two": phrase("{g_rule} and {three}") if rng.random() < 0.5 else phrase("{g_rule}, and {three}"),
        "three": equation(call("h", x), made),
        "g_rule": equation(call("g", x), g),
        "asked": asked,
    }
    return Instance(slots, (plan(rng, "Build h from f and g.", "Combine the functions."), code_step, boxed(rng, end)))


def _solved_by(rng: Random, x: str, answer: int) -> Relation:
    """A linear equation with that answer."""
    s = Sym(x)
    left = polynomial((rng.randint(2, 9), rng.choice((0, number(rng, 20)))), s)
    if rng.random() < 0.3:
        left = rng.randint(2, 6) * polynomial((1, number(rng, 9)), s)
    right = left.value({x: answer})
    if rng.random() < 0.2:
        slope = rng.choice((1, -1, 10))
        return equation(left, polynomial((slope, right - slope * answer), s))
    return equation(left, right)


@task("composed", "solve_then_value", _chain("{fact}"), _CHAIN_HELD_OUT, weight=1.2)
def solve_then_value(rng: Random) -> Instance:
    """An equation gives x, a formula gives y, and y or an expression of y is asked."""
    x, y = rng.choice((("x", "y"), ("x", "y"), ("a", "b"), ("t", "k"), ("n", "m"), ("p", "q"), ("u", "w"), ("x", "k")))
    s, t = Sym(x), Sym(y)
    eq = _solved_by(rng, x, rng.randint(-6, 9))
    rule = rng.choice(
        (
            scaled(rng.randint(2, 6), s),
            polynomial((rng.choice((1, 2, 3, -1)), number(rng, 12)), s),
            s**2 + number(rng, 9),
            rng.randint(2, 5) * (s + rng.randint(1, 9)),
            expr(rng.randint(1, 20)) - s,
        )
    )
    asked = rng.choice(
        (t, t, t**2, scaled(rng.randint(2, 7), t) - rng.randint(1, 9), t**2 + rng.randint(1, 9), s + t, s * t)
    )
    code = sympy_code(f"{x} = solve({eq.code()}, {x})[0]", f"{y} = {rule.code()}", asked.code(), symbols=[x])
    steps = (
        plan(rng, f"Solve for {x}, then put it into {y}.", f"First find {x}."),
        code,
        boxed(rng, "The value is @."),
    )
    return Instance({"one": eq, "two": equation(t, rule), "asked": asked}, steps)


@task(
    "composed",
    "solve_then_power",
    tuple(template for template in _chain("{fact}") if "= ?" not in template),
    _CHAIN_HELD_OUT,
    constants=(0,),
)
def solve_then_power(rng: Random) -> Instance:
    """An equation gives the exponent of a power, which is differentiated, integrated or evaluated."""
    x, n, t = rng.choice((("x", "n", "t"), ("a", "k", "x"), ("y", "m", "z"), ("x", "y", "t"), ("b", "n", "x")))
    k, c = rng.randint(2, 3), rng.randint(1, 4)
    value = rng.randint(1, 3)
    rule = rng.choice((scaled(k, Sym(x)), Sym(x) + c, scaled(k, Sym(x)) - 1 if k * value > 2 else scaled(k, Sym(x))))
    a = rng.randint(1, 4)
    slots: dict[str, Slot] = {
        "one": _solved_by(rng, x, value),
        "two": equation(Sym(n), rule),
        "power": Sym(t) ** Sym(n),
        "t": Sym(t),
        "a": a,
    }
    match rng.randrange(4):
        case 0 | 1:
            slots["asked"] = phrase("the <derivative|slope|rate of change> of {power} <at|for|where> {t} = {a}")
            last = f"diff({t}**{n}, {t}).subs({t}, {a})"
        case 2:
            slots["asked"] = phrase("the integral of {power} from {t} = 0 to {t} = {a}")
            last = f"integrate({t}**{n}, ({t}, 0, {a}))"
        case _:
            slots["asked"] = phrase("the value of {power} <at|for> {t} = {a}")
            last = f"({t}**{n}).subs({t}, {a})"
    eq = slots["one"]
    assert isinstance(eq, Relation)
    code = sympy_code(f"{x} = solve({eq.code()}, {x})[0]", f"{n} = {rule.code()}", last, symbols=[x, t])
    steps = (plan(rng, f"Solve for {x} to get the exponent.", f"First find {x} and {n}."), code)
    return Instance(slots, (*steps, boxed(rng, "The result is @.")))


_BE = (
    "let {k} be the {nth} derivative of {f}",
    "let {k}({x}) be the {nth} derivative of {f}",
    "<suppose|assume> {k} is the {nth} derivative of {f}",
    "the {nth} derivative of {f} is <called|named> {k}",
    "call the {nth} derivative of {f} {k}",
    "differentiate {f} {times} and call the result {k}",
    "<let|suppose|assume> {fx}, and let {k} be its {nth} derivative",
    "{define} {fx}. let {k} be the {nth} derivative of f",
    "{k} is the {nth} derivative of {fx}",
    "take the {nth} derivative {k} of {f}",
    "{k} denotes the {nth} derivative of {f}",
)


def _derivative_slots(f: Expr, x: str, k: str, n: int) -> dict[str, Slot]:
    times = {1: "once", 2: "twice"}.get(n, f"{n} times")
    return {
        "f": f,
        "fx": equation(call("f", Sym(x)), f),
        "x": x,
        "k": k,
        "nth": phrase(f"<{ORDINALS[n]}|{ORDINALS[n]}|{nth(n)}>"),
        "times": times,
    }


@task(
    "composed",
    "derivative_roots",
    (
        *(f"{be}. <solve|solve the equation> {{zero}}" for be in _BE),
        *(f"{be}. <find|what are|determine|give> <all|the> {{roots}} of {{k}}" for be in _BE[:4]),
        *(f"{be}. for <which|what> {{x}} is {{zero}}" for be in _BE[2:7]),
        *(f"{be}. where <is {{k}} equal to zero|does {{k}} become zero>" for be in _BE[6:]),
        "for <which|what> {x} is the {nth} derivative of {f} <zero|equal to zero|0>",
        "<find|determine> <all|the> {x} <where|for which> the {nth} derivative of {f} is <zero|0>",
        "<find|what are> the {roots} of the {nth} derivative of {f}",
        "set the {nth} derivative of {f} equal to zero and solve for {x}",
    ),
    ("{k} arises when {f} is differentiated {times}. which {x} give {zero}",),
    constants=(0, 1, 2, 3),
)
def derivative_roots(rng: Random) -> Instance:
    """Zeros of a first, second or third derivative of a polynomial; they are integers."""
    x, k = rng.choice((("x", "k"), ("x", "g"), ("t", "h"), ("x", "w"), ("z", "q"), ("a", "g")))
    s = Sym(x)
    n = rng.choice((1, 2, 2, 2, 3))
    p, q = rng.randint(-4, 4), rng.randint(-4, 4)
    d, e = rng.choice((0, number(rng, 9))), rng.choice((0, number(rng, 20)))
    match n:
        case 1:
            f = polynomial((2, -3 * (p + q), 6 * p * q, e), s)
        case 2:
            f = polynomial((1, -2 * (p + q), 6 * p * q, d, e), s)
            if rng.random() < 0.4:
                f = polynomial((1, -3 * p if p else 3, d, e), s)
        case _:
            f = polynomial((rng.choice((1, 2)), -4 * (p or 1), number(rng, 6), d, e), s)
    slots = _derivative_slots(f, x, k, n)
    slots["zero"] = phrase(f"{k}({x}) = 0")
    order = f", {n}" if n > 1 else ""
    code = sympy_code(f"{k} = diff({f.code()}, {x}{order})", f"solve({k}, {x})", symbols=[x])
    steps = (plan(rng, "Differentiate, then set the result to zero.", f"First find {k}."), code)
    return Instance(slots, (*steps, Words(rf"So ${x} = \boxed{{⟨0:inner⟩}}$.")))


@task(
    "composed",
    "named_derivative_value",
    (
        *(f"{be}. {{find}} {{value}}" for be in _BE),
        *(f"{be}. <what is|calculate|evaluate|compute> {{value}}" for be in _BE),
        "if {k} is the {nth} derivative of {f}, what is {value}",
        "{find} {value} <if|where|when> {k} is the {nth} derivative of {f}",
        "with {k} as the {nth} derivative of {f}, <find|what is> {value}",
    ),
    ("{f} is differentiated {times}, which gives {k}. how much is {value}",),
    constants=(1, 2, 3),
)
def named_derivative_value(rng: Random) -> Instance:
    """A named derivative at a number, or a multiple of it plus a number."""
    x, k = rng.choice((("x", "k"), ("x", "g"), ("t", "h"), ("x", "w"), ("z", "q"), ("a", "g")))
    n = rng.choice((1, 1, 2, 2, 3))
    f = some_polynomial(rng, Sym(x), rng.choice((2, 3, 4)) if n < 3 else 4)
    a = expr(number(rng, 5, 0.3))
    value: Expr = call(k, a)
    last = f"{k}.subs({x}, {a.code()})"
    if rng.random() < 0.3:
        m, c = rng.randint(2, 5), rng.randint(1, 9)
        value, last = m * value - c, f"{m}*{last} - {c}"
    slots = _derivative_slots(f, x, k, n)
    slots["value"] = value
    order = f", {n}" if n > 1 else ""
    code = sympy_code(f"{k} = diff({f.code()}, {x}{order})", last, symbols=[x])
    steps = (plan(rng, f"First find {k}, then put in the number."), code, boxed(rng, "The value is @."))
    return Instance(slots, steps)


def _system(rng: Random) -> tuple[list[str], Pair]:
    """Two equations with integer solutions, sometimes not sorted."""
    names = variables(rng, 2)
    letters = [Sym(name) for name in names]
    truth = [rng.randint(-7, 7) for _ in names]
    while True:
        rows = [[number(rng, 6), number(rng, 6)] for _ in names]
        if rows[0][0] * rows[1][1] != rows[0][1] * rows[1][0]:
            break
    parts: list[Expr] = []
    for row in rows:
        terms = [scaled(factor, letter) for factor, letter in zip(row, letters, strict=True)]
        value = sum(factor * answer for factor, answer in zip(row, truth, strict=True))
        if rng.random() < 0.3:  # a term or the number on the other side
            parts.append(equation(terms[0], expr(value) - terms[1] if value else -terms[1]))
        elif rng.random() < 0.2:
            parts.append(equation(total(terms) - value if value else total(terms), 0))
        else:
            parts.append(equation(total(terms), value))
    return names, Pair(tuple(parts))


@task(
    "composed",
    "system_one_unknown",
    (
        "{fact} {eqs}. {find} {y}",
        "{fact} {eqs}. what is <{y}|the value of {y}>",
        "solve {eqs} for {y}",
        "<can you|please|how do i|i have to|help me> solve {eqs} for {y}",
        "solve the <system|equations|simultaneous equations> {eqs} for {y}",
        "if {eqs}, <what is|find|then what is> {y}",
        "{find} {y} <if|when|given that|from> {eqs}",
        "{find} <the value of|only|just> {y} <if|when|given> {eqs}",
        "{eqs}. <what is|find|calculate|solve for> {y}",
        "{eqs}, {y} = ?",
        "{given} {eqs}, {get} {y}",
        "{must_find} {y} <if|when|from> {eqs}",
        "{wonder} what {y} is <if|when> {eqs}",
        "<{consider} the system|{consider_all} the equations> {eqs}. <what is|find|calculate|solve for> {y}",
        "the numbers {x} and {y} satisfy {eqs}. <what is|find> {y}",
        "what value does {y} have <if|when> {eqs}",
        "eliminate {x} from {eqs} and <find|calculate|determine> {y}",
        "use {eqs} to find {y}",
        "what must {y} be so that {eqs}",
        "for which {y} can {eqs} both hold",
        "let {x} and {y} be numbers with {eqs}. <what is|find|determine> {y}",
    ),
    ("two equations bind {x} and {y}: {eqs}. how much is {y} alone",),
)
def system_one_unknown(rng: Random) -> Instance:
    """One of the two unknowns of a linear system."""
    names, eqs = _system(rng)
    x, y = rng.sample(names, 2)
    code = sympy_code(f"solve({eqs.code()}, [{', '.join(names)}])[{y}]", symbols=names)
    steps = (plan(rng, f"Solve the system and take {y}.", f"Solve both equations, then read off {y}."), code)
    return Instance({"eqs": eqs, "x": Sym(x), "y": Sym(y)}, (*steps, Words(rf"So ${y} = \boxed{{⟨0⟩}}$.")))


@task(
    "composed",
    "system_then_expression",
    (
        "{fact} {eqs}. {find} {asked}",
        "{fact} {eqs}. what is <{asked}|the value of {asked}>",
        "if {eqs}, <what is|find|then what is> {asked}",
        "{find} {asked} <if|when|given that|where> {eqs}",
        "{find} the value of {asked} <if|when|given> {eqs}",
        "{eqs}. <what is|find|calculate|evaluate> {asked}",
        "{eqs}, {asked} = ?",
        "{given} {eqs}, {get} {asked}",
        "{must_find} {asked} <if|when|from> {eqs}",
        "{wonder} what {asked} is <if|when> {eqs}",
        "<{consider} the system|{consider_all} the equations> {eqs}. <what is|find|calculate|evaluate> {asked}",
        "the numbers {x} and {y} satisfy {eqs}. <what is|find|calculate> {asked}",
        "solve {eqs}, then <calculate|work out|find> {asked}",
        "first solve {eqs} and then <calculate|work out|find> {asked}",
        "let {x} and {y} be the solution of {eqs}. <what is|find|determine> {asked}",
        "what value does {asked} have <if|when> {eqs}",
        "let {x} and {y} be numbers with {eqs}. <what is|find|determine> {asked}",
        "using {eqs}, <find|work out> {asked}",
        "{asked} <if|when|where> {eqs}",
        "{fact} {eqs}. {define} {total_is}. {find} {k}",
        "{fact} {eqs}. let {total_is}. what is {k}",
        "{find} {k} <if|where|when> {total_is} and {eqs}",
        "if {eqs} and {total_is}, what is {k}",
    ),
    ("two equations bind {x} and {y}: {eqs}. how much is {asked}",),
)
def system_then_expression(rng: Random) -> Instance:
    """An expression of the solution of a linear system."""
    names, eqs = _system(rng)
    x, y = (Sym(name) for name in names)
    asked = rng.choice((x + y, x - y, x * y, scaled(rng.randint(2, 5), x) + y, x**2 + y**2, x + rng.randint(2, 5) * y))
    code = sympy_code(
        f"solution = solve({eqs.code()}, [{', '.join(names)}])", f"({asked.code()}).subs(solution)", symbols=names
    )
    k = Sym("w" if "k" in names else "k")
    slots: dict[str, Slot] = {"eqs": eqs, "x": x, "y": y, "asked": asked, "total_is": equation(k, asked), "k": k}
    steps = (plan(rng, "Solve the system, then evaluate."), code, boxed(rng, "The value is @."))
    return Instance(slots, steps)


@task(
    "composed",
    "root_then_value",
    (
        "let {r} be the {which} <solution|root> of {eq}. {find} {asked}",
        "let {r} be the {which} <solution|root> of {eq}. <what is|calculate|compute|evaluate> {asked}",
        "<suppose|assume|say> {r} is the {which} <solution|root> of {eq}. {find} {asked}",
        "the {which} <solution|root> of {eq} is <called|named> {r}. <what is|find|calculate> {asked}",
        "call the {which} <solution|root> of {eq} {r}. <what is|find|calculate> {asked}",
        "{r} is the {which} <solution|root> of {eq}. <what is|find|calculate> {asked}",
        "if {r} is the {which} <solution|root> of {eq}, <what is|find|then what is> {asked}",
        "{find} {asked} <if|when|where> {r} is the {which} <solution|root> of {eq}",
        "solve {eq} and let {r} be the {which} <solution|root>. {find} {asked}",
        "{consider} the equation {eq}. let {r} be its {which} <solution|root>. {find} {asked}",
        "<take|consider> {eq}, and let {r} be the {which} of its <solutions|roots>. <what is|calculate> {asked}",
        "solve {eq}. with {r} as the {which} <solution|root>, <find|what is> {asked}",
        "with {r} the {which} <solution|root> of {eq}, <find|what is|calculate> {asked}",
        "take the {which} <solution|root> {r} of {eq}. <what is|find|calculate> {asked}",
        "{must_find} {asked}, where {r} is the {which} <solution|root> of {eq}",
        "{wonder} what {asked} is <if|when> {r} is the {which} <solution|root> of {eq}",
        "<put|insert> the {which} <solution|root> {r} of {eq} into {asked}",
        "{eq} has two solutions. let {r} be the {which} one. {find} {asked}",
    ),
    ("of the two numbers that solve {eq}, the {which} one is {r}. how much is {asked}",),
)
def root_then_value(rng: Random) -> Instance:
    """The larger or smaller root of a quadratic, put into an expression."""
    x, r = rng.choice((("x", "r"), ("x", "a"), ("t", "s"), ("z", "w"), ("x", "k"), ("y", "p")))
    p = rng.randint(-8, 8)
    q = rng.choice([q for q in range(-8, 9) if q != p])
    eq = equation(polynomial((1, -(p + q), p * q), Sym(x)), 0)
    largest = rng.random() < 0.5
    s = Sym(r)
    asked = rng.choice(
        (s**2, scaled(rng.randint(2, 6), s) + rng.randint(1, 9), s**2 - s, s**2 + rng.randint(1, 9), s**3, 10 - s)
    )
    which = phrase("<larger|bigger|greater|largest|greatest>" if largest else "<smaller|lesser|smallest|lower>")
    code = sympy_code(f"{r} = {'max' if largest else 'min'}(solve({eq.code()}, {x}))", asked.code(), symbols=[x])
    steps = (plan(rng, "Solve the equation and pick the root."), code, boxed(rng, "The value is @."))
    return Instance({"eq": eq, "r": s, "which": which, "asked": asked}, steps)


_NAMED_NUMBER = (
    "let {k} be {first}",
    "let {k} be {first}",
    "<suppose|assume|say> {k} is {first}",
    "{k} is {first}",
    "{first} is <called|named> {k}",
    "call {first} {k}",
    "<find|compute|calculate> {first} and call it {k}",
    "take {first} as {k}",
    "{k} stands for {first}",
)


@task(
    "composed",
    "number_chain",
    (
        *(f"{sentence}. {{find}} {{second}}" for sentence in _NAMED_NUMBER),
        *(f"{sentence}. <what is|calculate|determine|give> {{second}}" for sentence in _NAMED_NUMBER),
        "if {k} is {first}, <what is|find|then what is> {second}",
        "{find} {second} <if|where|when> {k} is {first}",
        "with {k} as {first}, <find|what is> {second}",
        "{must_find} {second}, where {k} is {first}",
        "{wonder} what {second} is <if|when> {k} is {first}",
    ),
    ("{first} gives a number {k}. how much is {second}",),
)
def number_chain(rng: Random) -> Instance:
    """A number from arithmetic (gcd, lcm, remainder, sum, product), used in a second step."""
    k = rng.choice("kabnrtvwz")
    common = rng.randint(3, 15)
    a, b = (common * factor for factor in rng.sample(range(2, 10), 2))
    numbers = phrase("{a} and {b}")
    lines: list[str] = []
    match rng.randrange(6):
        case 0 | 1:
            first = phrase(
                "the <gcd|greatest common divisor|greatest common factor|highest common factor> of {numbers}"
            )
            lines += ["from math import gcd", f"{k} = gcd({a}, {b})"]
        case 2:
            first = phrase("the <lcm|least common multiple|lowest common multiple> of {numbers}")
            lines += ["from math import lcm", f"{k} = lcm({a}, {b})"]
        case 3:
            b = rng.randint(6, 20)
            a = b * rng.randint(2, 20) + rng.randint(2, b - 1)
            first = phrase("the remainder <when {a} is divided by {b}|of {a} divided by {b}>")
            lines.append(f"{k} = {a} % {b}")
        case 4:
            first = phrase("the <sum|total> of {numbers}")
            lines.append(f"{k} = {a} + {b}")
        case _:
            a, b = rng.randint(2, 12), rng.randint(2, 12)
            first = phrase("the product of {numbers}")
            lines.append(f"{k} = {a}*{b}")
    n, m = rng.randint(100, 999), rng.randint(2, 9)
    s = Sym(k)
    second: Slot
    match rng.randrange(5):
        case 0 | 1:
            second = phrase("the remainder <when {n} is divided by {k}|of {n} divided by {k}>")
            last = f"{n} % {k}"
        case 2:
            second = phrase("the <gcd|greatest common divisor|highest common factor> of {k} and {n}")
            last = f"gcd({k}, {n})"
            if "from math import lcm" in lines:
                lines[0] = "from math import gcd, lcm"
            elif "from math import gcd" not in lines:
                lines.insert(0, "from math import gcd")
        case 3:
            formula = rng.choice((m * s + n, n - s, s**2, m * s - m))
            second, last = formula, formula.code()
        case _:
            second = phrase("the product of {k} and {m}")
            last = f"{k}*{m}"
    slots: dict[str, Slot] = {
        "k": k, "first": first, "second": second, "numbers": numbers, "a": a, "b": b, "n": n, "m": m,
    }  # fmt: skip
    source = Code("\n".join([*lines, last]))
    return Instance(
        slots, (plan(rng, f"First compute {k}.", f"Find {k}, then use it."), source, boxed(rng, "It is @."))
    )


@task(
    "composed",
    "coefficient_of_form",
    (
        "<write|rewrite|bring|put> {f} in the form {form}. <what is|give|find> {c}",
        "<expand|multiply out> {f} to get {form}. <what is|give|find> {c}",
        "{f} can be <written|rewritten|expanded> as {form}. <what is|give|find> {c}",
        "{f} = {form}. <what is|give|find|determine> {c}",
        "if {f} = {form}, <what is|find|then what is> {c}",
        "if {f} is <written|expanded> as {form}, <what is|find|then what is> {c}",
        "{find} {c} <if|when|where> {f} = {form}",
        "{find} {c} in {form}, the expanded form of {f}",
        "<express|rearrange> {f} as {form} and <give|state|find> {c}",
        "what is {c} when {f} is <written|put|brought> in the form {form}",
        "expand {f} and collect terms. the result has the form {form}. <what is|give|find> {c}",
        "{consider} {f}. <written|expanded> as {form}, what is {c}",
        "<collect|combine> the terms of {f} so that it becomes {form}. <what is|give> {c}",
        "{wonder} what {c} is when {f} is written as {form}",
        "{must_find} {c} in {f} = {form}",
        "suppose {f} = {form} for all {x}. <what is|find|determine> {c}",
        "for all {x}, {f} = {form}. <what is|find|determine> {c}",
        "the expression {f} simplifies to {form}. <what is|find|determine> {c}",
        "compare {f} with {form}. <what is|find> {c}",
        "let {form} be the expanded form of {f}. <what is|give|find> {c}",
        (
            "<please|can you|i have to|how do i|help me> <write|rewrite|bring> {f} in the form {form} and "
            "<find|give|state> {c}"
        ),
        "if we <write|rewrite|put|bring> {f} in the form {form}, <what is|find|what number is> {c}",
        "when {f} is <expanded|multiplied out> to {form}, <what is|find|what number is> {c}",
        "after <expanding|multiplying out>, {f} <becomes|is> {form}. <what is|find|determine|give> {c}",
        "the numbers in {form} are chosen so that it equals {f}. <what is|find|determine> {c}",
        "{form} is <another form of|the same as|equal to> {f}. <what is|find|determine|give> {c}",
        "<what|which> value does {c} have if {f} is <equal to|the same as> {form}",
        "{find} the number {c} for which {f} = {form} holds for all {x}",
    ),
    ("once {f} is brought to {form}, which number stands for {c}",),
    constants=(0, 1, 2, 3),
)
def coefficient_of_form(rng: Random) -> Instance:
    """One named coefficient of an expanded polynomial."""
    x = rng.choice("xxxxtyzn")
    s = Sym(x)
    letters = rng.choice(("abcd", "pqrs", "abcd", "klmn"))
    if x in letters:
        letters = "abcd"
    degree = rng.choice((2, 2, 3))
    first = polynomial((rng.randint(1, 5), number(rng, 9)), s)
    if degree == 2:
        f = first * polynomial((rng.randint(1, 4), number(rng, 9)), s)
        if rng.random() < 0.5:
            f = rng.randint(2, 6) * s * polynomial((rng.randint(1, 4), number(rng, 9)), s)
        if rng.random() < 0.6:
            f = f + polynomial((number(rng, 9), number(rng, 12)), s)
    else:
        f = first * polynomial((rng.randint(1, 3), number(rng, 5), number(rng, 9)), s)
    form = total([scaled(Sym(letters[i]), s ** (degree - i) if degree - i > 1 else s) for i in range(degree)])
    form = form + Sym(letters[degree])
    index = rng.randint(0, degree)
    code = sympy_code(f"expand({f.code()}).coeff({x}, {degree - index})", symbols=[x])
    c = letters[index]
    steps = (plan(rng, "Expand and read the coefficient.", f"Expand to find {c}."), code)
    slots: dict[str, Slot] = {"f": f, "form": form, "c": Sym(c), "x": s}
    return Instance(slots, (*steps, Words(rf"So ${c} = \boxed{{⟨0⟩}}$.")))


@task(
    "composed",
    "parameter_equation",
    (
        "{fact} {one}. solve {two} for {x}",
        "{fact} {one}. <then|now> solve {two} for {x}",
        "{fact} {one} and {two}. {find} {x}",
        "{fact} {one}. {find} {x} <if|when|given that> {two}",
        "{fact} {one}. moreover, {two}. <what is|find|determine> {x}",
        "let {one}. let {two}. <what is|find|calculate> {x}",
        "if {one} and {two}, <what is|find|then what is> {x}",
        "when {one}, <what is the solution of|solve> {two} [for {x}]",
        "solve {two} for {x}, <where|if|given that> {one}",
        "solve {one} for {k}. then solve {two} for {x}",
        "first find {k} from {one}, then {x} from {two}",
        "find {k} with {one} and use it to solve {two} for {x}",
        "the number {k} satisfies {one}. <what is|find> {x} <if|when> {two}",
        "{k} is <given|determined> by {one}. solve {two} for {x}",
        "{one}, {two}, {x} = ?",
        "{one}. {two}. <what is|find|calculate> {x}",
        "{wonder} what {x} is <if|when> {one} and {two}",
        "{must_find} {x} from {two}, where {one}",
        "{find} {x}, where {two} and {one}",
        "what value of {x} <solves|satisfies> {two} <when|if> {one}",
        "with {one}, <solve|find the solution of> {two} [for {x}]",
        "<how do i|can you|please|i have to> solve {two} for {x} <if|when> {one}",
    ),
    ("{k} comes from {one}. which {x} makes {two} true",),
)
def parameter_equation(rng: Random) -> Instance:
    """A first equation gives a coefficient of the second one."""
    k, x = rng.choice((("a", "x"), ("k", "x"), ("b", "y"), ("m", "x"), ("p", "x"), ("n", "t"), ("c", "z"), ("w", "x")))
    value = rng.choice((-4, -3, -2, 2, 3, 4, 5, 6, 7, 8))
    answer = rng.randint(-9, 9)
    b = number(rng, 20)
    s, t = Sym(k), Sym(x)
    right = value * answer + b
    two = rng.choice(
        (
            equation(s * t + b, right),
            equation(s * t, value * answer),
            equation(scaled(value, t) + s, value * answer + value),
            equation(scaled(rng.choice((2, 3, 5)), t) - s, scaled(1, t) + rng.randint(1, 20)),
            equation(s * (t + rng.randint(1, 9)), value * answer),
        )
    )
    one = _solved_by(rng, k, value)
    code = sympy_code(f"{k} = solve({one.code()}, {k})[0]", f"solve({two.code()}, {x})[0]", symbols=[k, x])
    steps = (plan(rng, f"First find {k}, then solve for {x}."), code, Words(rf"So ${x} = \boxed{{⟨0⟩}}$."))
    return Instance({"one": one, "two": two, "k": s, "x": t}, steps)


@task(
    "composed",
    "function_equation",
    (
        "{define} {fx}. solve {fc} [for {x}]",
        "{define} {fx}. <find|determine|what are> all {x} with {fc}",
        "{define} {fx}. for <which|what> {x} is {fc}",
        "{define} {fx}. <find|what is> {x} if {fc}",
        "{define} {fx}. when is {fc}",
        "if {fx}, <solve|what are the solutions of|find the solutions of> {fc}",
        "if {fx}, for <which|what> {x} is {fc}",
        "given {fx}, <solve {fc}|find all {x} with {fc}|for which {x} is {fc}>",
        "solve {fc}, where {fx}",
        "solve {fc} <if|when|given that> {fx}",
        "{fx}. solve {fc}",
        "{fx}, {fc}, {x} = ?",
        "{fx} and {fc}. <what is|find|determine> {x}",
        "for <which|what> {x} does {fx} <take the value|equal|become|give> {c}",
        "where does {fx} <have the value|equal|reach the value> {c}",
        "<find|determine|what are> the {x} for which {fx} <has the value|equals|gives> {c}",
        "what must {x} be so that {fc}, where {fx}",
        "{must_find} all {x} with {fc} <if|when|where> {fx}",
        "{wonder} which {x} <give|solve> {fc} <if|when> {fx}",
        "the {function} {fx} takes the value {c}. <where|at which {x}|for which {x}>",
        "{consider} the {function} {fx}. solve {fc}",
        "what <has to be|must be> put into {fx} to get {c}",
    ),
    ("somebody puts a number into {fx} and gets {c}. which number was it",),
)
def function_equation(rng: Random) -> Instance:
    """Where a defined function takes a value."""
    name, x = rng.choice("fffghpq"), rng.choice("xxxxtz")
    s = Sym(x)
    if rng.random() < 0.5:
        f: Expr = polynomial((rng.choice((-3, -2, 2, 3, 4, 5, 7)), number(rng, 15)), s)
        c = f.value({x: rng.randint(-8, 9)})
    else:
        p, q = rng.randint(-7, 7), rng.randint(-7, 7)
        c = number(rng, 12)
        f = polynomial((1, -(p + q), p * q + c), s)
    fc = equation(call(name, s), c)
    code = sympy_code(f"{name} = {f.code()}", f"solve(Eq({name}, {expr(c).code()}), {x})", symbols=[x])
    slots: dict[str, Slot] = {"fx": equation(call(name, s), f), "fc": fc, "x": s, "c": expr(c)}
    steps = (plan(rng, f"Set {name} equal to the number and solve."), code)
    return Instance(slots, (*steps, Words(rf"So ${x} = \boxed{{⟨0:inner⟩}}$.")))


@task(
    "composed",
    "function_argument",
    (
        "{define} {fx}. {find} {asked} [in expanded form]",
        "{define} {fx}. <what is|expand|simplify|calculate|write down> {asked}",
        "{define} {fx}. <write|express> {asked} <as a polynomial|without brackets|in expanded form>",
        "if {fx}, <what is|then what is|find|expand> {asked}",
        "given {fx}, <what is|find|expand|simplify> {asked}",
        "{find} {asked} <if|when|where|given> {fx}",
        "expand {asked}, where {fx}",
        "expand and simplify {asked} <if|when|for> {fx}",
        "{fx}. {find} {asked}",
        "{fx}, {asked} = ?",
        "{asked} for {fx}, expanded",
        "put {inner} into {fx} and <expand|simplify>",
        "<replace|substitute> {x} by {inner} in {fx} and expand",
        "what do you get when you put {inner} into {fx}",
        "{consider} the {function} {fx}. <what is|find|expand> {asked}",
        "{must_find} {asked} <if|when|where> {fx}",
        "{wonder} what {asked} is <if|when> {fx}",
        "how does {asked} look if {fx}",
        "the {function} is {fx}. <write down|find|what is> {asked}",
        "what polynomial is {asked} <if|when> {fx}",
    ),
    ("every {x} in {fx} becomes {inner}. give the new function without brackets",),
)
def function_argument(rng: Random) -> Instance:
    """`f(x + 1)`, `f(2x)`, `f(a - 3)`, `f(x²)` as a polynomial."""
    name = rng.choice("fffghpq")
    x = Sym("x")
    v = rng.choice((x, x, x, Sym("a"), Sym("t"), Sym("h")))
    if v.name == name:
        v = x
    f = some_polynomial(rng, x, rng.choice((1, 2, 2, 2, 3)))
    c = rng.randint(1, 9)
    inner = rng.choice((v + c, v - c, rng.randint(2, 5) * v, v**2, rng.randint(2, 4) * v + c, c - v, -v))
    code = sympy_code(
        f"{name} = {f.code()}",
        f"expand({name}.subs(x, {inner.code()}))",
        symbols=["x"] if v.name == "x" else ["x", v.name],
    )
    slots: dict[str, Slot] = {
        "fx": equation(call(name, x), f), "asked": call(name, inner), "inner": inner, "x": x,
    }  # fmt: skip
    return Instance(slots, (plan(rng, "Substitute and expand."), code, boxed(rng, "It is @.")))


@task(
    "composed",
    "functions_equal",
    (
        "{define} {fx} and {gx}. solve {same}",
        "{define} {fx} and {gx}. for <which|what> {x} is {same}",
        "{define} {fx}. {define} {gx}. <solve {same}|find all {x} with {same}|when is {same}>",
        "if {fx} and {gx}, <solve {same}|for which {x} is {same}|when is {same}>",
        "given {fx} and {gx}, <solve {same}|find all {x} with {same}>",
        "solve {same} <if|when|where> {fx} and {gx}",
        "{fx}, {gx}. solve {same}",
        "{fx} and {gx}. <find|determine> {x} so that {same}",
        "<find|determine|what are> the {x} <for which|where> {fx} and {gx} <are equal|have the same value|agree>",
        "for <which|what> {x} do {fx} and {gx} <take the same value|agree|have equal values>",
        "where do the functions {fx} and {gx} <agree|have the same value>",
        "when <are {fx} and {gx} equal|do {fx} and {gx} give the same value>",
        "set {fx} equal to {gx} and solve for {x}",
        "{must_find} all {x} with {same}, where {fx} and {gx}",
        "{wonder} when {fx} and {gx} have the same value",
        "two functions are {fx} and {gx}. <for which {x} are they equal|when do they agree|solve {same}>",
        "what {x} makes {fx} <equal to|the same as> {gx}",
        "{consider_all} {fx} and {gx}. <for which {x} are they equal|solve {same}|when do they have the same value>",
    ),
    ("{x} is put into {fx} and into {gx}, and both give the same number. what was {x}",),
)
def functions_equal(rng: Random) -> Instance:
    """`f(x) = g(x)`, with one or two integer solutions."""
    first, second = _two_names(rng)
    x = Sym("x")
    p, q = rng.randint(-6, 6), rng.randint(-6, 6)
    slope, base = number(rng, 7), number(rng, 9)
    if rng.random() < 0.5:
        f = polynomial((1, slope - p - q, p * q + base), x)
    else:
        more = rng.choice((1, 2, 3, 4))
        f = polynomial((slope + more if slope != -more else slope - more, base), x)
        base = base + more * p if slope != -more else base - more * p
    g = polynomial((slope, base), x)
    fx, gx = equation(call(first, x), f), equation(call(second, x), g)
    code = sympy_code(
        f"{first} = {f.code()}", f"{second} = {g.code()}", f"solve(Eq({first}, {second}), x)", symbols=["x"]
    )
    slots: dict[str, Slot] = {"fx": fx, "gx": gx, "x": x, "same": equation(call(first, x), call(second, x))}
    return Instance(slots, (plan(rng, "Set both equal and solve."), code, Words(r"So $x = \boxed{⟨0:inner⟩}$.")))
