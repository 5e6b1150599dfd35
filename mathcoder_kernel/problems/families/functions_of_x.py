"""Functions: values, substitution, composition, inverse, trigonometric values and equations."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Pair, Sym, call, equation, expr, polynomial, scaled
from mathcoder_kernel.problems.families.algebra import SIMPLIFY_FRAMES
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, noun_frames, verb_frames
from mathcoder_kernel.problems.functions import number_point, some_polynomial
from mathcoder_kernel.problems.lexicon import variables
from mathcoder_kernel.problems.phrasing import phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


@task(
    "functions",
    "function_value",
    (
        "{given} {fx}, {find} {fa}",
        "{find} {fa} <if|when|for|where> {fx}",
        "{fx}, {fa} = ?",
        "{fx}. {find} {fa}",
        "{evaluate} {f} <at|for|when|if> {x_is}",
        "{evaluate} the {function} {fx} at {x_is}",
        "{fx}. what is its value <at|for> {x_is}",
        "put {x_is} into {f}",
        "substitute {a} for {x} in {f}",
        "plug {a} into {fx}",
        "{define} {fx}. {find} {fa}",
        "{define} {fx}. <what is|what's|calculate|evaluate|work out|compute> {fa}",
        "{define} {fx}. {find} <its value|the value|the function value> <at|for|when> {x_is}",
        "if {fx}, <then|> what is {fa}",
        "if {fx}, then {fa} = ?",
        "{fx}, so {fa} is what",
        "{wonder} what {fa} is <if|when|for|given that> {fx}",
        "{must_find} {fa} <if|when|for|given that> {fx}",
        "{must_find} the value of {f} <at|for|when> {x_is}",
        "{f}, {x_is}",
        "{f} <at|for|when> {x_is}",
        "{find} the value of the {function} {fx} <at|for|when> {x_is}",
        "what is the value of {f} <at|for|when|if> {x_is}",
        "what does {f} <equal|become|give> <for|when|if> {x_is}",
        "<let|set> {x_is}. <what is|calculate|find the value of> {f}",
        "<when|if|for> {x_is}, what is <the value of|> {f}",
        "put {a} <into|in> {fx}",
        "insert {x_is} into {f}",
        "{x_is}, {fx}. {find} {fa}",
        "replace {x} by {a} in {f} and <calculate|compute|simplify>",
        "the {function} f <is given by|has the rule> {f}. <what is its value at {x_is}|find its value for {x_is}>",
        "{fa} <for|where|when> {fx} = ?",
        "how do <i|you> <find|get|calculate> {fa} <if|when> {fx}",
        "{consider} the {function} {fx}. <{find}|what is|calculate> {fa}",
        "the value of {f} at {x_is} is what",
        "<compute|calculate|evaluate> {fa}, where {fx}",
        "with {fx}, how <big|large> is {fa}",
    ),
    (
        "which value does {fx} take at {x_is}",
        "the {function} is {fx}. how much is {fa}",
    ),
    weight=1.3,
)
def function_value(rng: Random) -> Instance:
    """A polynomial or simple function at a number."""
    name, x = rng.choice("ffffghp"), rng.choice("xxxxxtnz")
    s = Sym(x)
    f = some_polynomial(rng, s)
    if rng.random() < 0.2:
        others: tuple[Expr, ...] = (
            expr(rng.randint(1, 9)) / polynomial((1, 7), s),
            call("Abs", polynomial((1, number(rng, 9)), s)),
            call("sqrt", s**2 + rng.randint(1, 20)),
            expr(rng.randint(2, 4)) ** s,
            (s + rng.randint(1, 9)) / rng.randint(2, 9),
        )
        f = rng.choice(others)
    a = number_point(rng)
    code = sympy_code(f"{name} = {f.code()}", f"{name}.subs({x}, {a.code()})", symbols=[x])
    steps = (plan(rng, f"Put in the value for {x}.", "Evaluate the function."), code, boxed(rng, "The value is @."))
    slots = {
        "f": f, "x": s, "a": a, "fx": equation(call(name, s), f), "fa": call(name, a), "x_is": equation(s, a),
    }  # fmt: skip
    return Instance(slots, steps)


@task(
    "functions",
    "substitution",
    (
        "{evaluate} {f} {when} {values}",
        "{given} {values}, {evaluate} {f}",
        "{find} the value of {f} <if|when|for|given> {values}",
        "{values}. {evaluate} {f}",
        "substitute {values} <in|into> {f}",
        "{f} {when} {values}",
        "put {values} into {f}",
        "{given} {values}. what is {f}",
        "{fact} {values}. <{find} {f}|what is {f}|calculate {f}|evaluate {f}|{find} the value of {f}>",
        "if {values}, <what is|then what is|find|calculate> {f}",
        "<for|with> {values}, what <is|is the value of|does one get for> {f}",
        "<set|put> {values}. {evaluate} {f}",
        "{must_find} the value of {f} <if|when|for|given> {values}",
        "{wonder} what {f} is <if|when|for> {values}",
        "plug {values} into {f}",
        "plug <in|> {values}: {f}",
        "replace the letters by {values} in {f}",
        "{f}, where {values}",
        "{f}, <evaluate|calculate it|what is it> <for|when|if> {values}",
        "{f} = ? <for|with> {values}",
        "what does {f} <come to|equal|become|give> <when|if|for> {values}",
        "the letters <have the values|are> {values}. <{find}|what is|calculate> {f}",
        "{values}, {f}",
        "the value of {f} for {values} is what",
        "<insert|use> {values} <in|into> {f}",
        "{consider} {f}. <what is its value|evaluate it|calculate its value> <when|for|if> {values}",
        "how do i <calculate|evaluate> {f} <if|when|for> {values}",
        "<evaluate|compute>: {f}, {values}",
        "{f} at {values}",
        "what value does {f} have <for|when|if> {values}",
    ),
    ("how much is {f} when we know that {values}", "{values}, so what does {f} equal"),
    weight=1.2,
)
def substitution(rng: Random) -> Instance:
    """An expression of two or three letters at given values."""
    count = rng.choice((2, 2, 3))
    names = variables(rng, count)
    letters = [Sym(name) for name in names]
    x, y = letters[:2]
    z = letters[-1]
    f = rng.choice(
        (
            scaled(number(rng, 9), x) + scaled(number(rng, 9), y),
            scaled(rng.randint(1, 6), x**2) - scaled(rng.randint(1, 9), y),
            x * y + scaled(number(rng, 9), z),
            x**2 + y**2,
            rng.randint(2, 9) * (x + y) - z,
            (x + y) / (z + rng.randint(11, 15)),
            scaled(rng.randint(2, 5), x * y) - y**2 + z,
            (x - y) ** 2 + scaled(rng.randint(2, 9), z),
        )
    )
    used = f.symbols
    values = [expr(number(rng, 10, 0.3)) for _ in used]
    pairs = Pair(tuple(equation(Sym(name), value) for name, value in zip(used, values, strict=True)))
    if len(used) < 2:
        return substitution(rng)
    inner = ", ".join(f"{name}: {value.code()}" for name, value in zip(used, values, strict=True))
    code = sympy_code(f"f = {f.code()}", f"f.subs({{{inner}}})", symbols=used)
    return Instance(
        {"f": f, "values": pairs},
        (plan(rng, "Substitute the values.", "Put in the values."), code, boxed(rng, "The value is @.")),
    )


def _two_functions(rng: Random) -> tuple[Expr, Expr]:
    s = Sym("x")
    return some_polynomial(rng, s, rng.choice((1, 1, 2)), 6), some_polynomial(rng, s, rng.choice((1, 2, 2)), 6)


@task(
    "functions",
    "composition",
    (
        "{given} {fx} and {gx}, {find} {fg}",
        "{fx}, {gx}. {find} {fg}",
        "{find} {fg} <if|when|for|where> {fx} and {gx}",
        "{find} the <composition|composite function> {fg} of {fx} and {gx}",
        "{fx} and {gx}, {fg} = ?",
        "compose {fx} with {gx} to get {fg}",
        "{given} {fx} and {gx}. what is {fg}",
        "{define} {fx} and {gx}. {find} {fg}",
        "{define} {fx} and {gx}. <what is|calculate|determine|simplify|work out> {fg}",
        "{fx}. {gx}. {find} {fg}",
        "{define} {fx}. {define} {gx}. {find} {fg}",
        "if {fx} and {gx}, <what is|then what is|{find}> {fg}",
        "if {fx} and {gx}, then {fg} = ?",
        "{must_find} {fg} <if|when|for|given> {fx} and {gx}",
        "{wonder} what {fg} is <if|when|for> {fx} and {gx}",
        "{fg} <for|where|if> {fx} and {gx}",
        "<find|write> {fg} as <a function of x|a polynomial in x|one expression in x>, where {fx} and {gx}",
        "<functions|two functions>: {fx}, {gx}. {find} {fg}",
        "two functions are <given|defined> by {fx} and {gx}. <what is|find|determine> {fg}",
        "{consider_all} the functions {fx} and {gx}. <what is|compute|form the composition|give an expression for> "
        "{fg}",
        "with {fx} and {gx}, <what does {fg} equal|find an expression for {fg}>",
        "express {fg} in terms of x, <given|if|when> {fx} and {gx}",
        "how do i <find|form|get> {fg} <if|when> {fx} and {gx}",
        "<expand and simplify|simplify> {fg}, where {fx} and {gx}",
        "{fx} and {gx}. put one into the other to get {fg}",
    ),
    ("let {fx} and {gx}. which function is {fg}",),
)
def composition(rng: Random) -> Instance:
    """f(g(x)) or g(f(x))."""
    x = Sym("x")
    f, g = _two_functions(rng)
    outer, inner = ("f", "g") if rng.random() < 0.6 else ("g", "f")
    code = sympy_code(f"f = {f.code()}", f"g = {g.code()}", f"expand({outer}.subs(x, {inner}))", symbols=["x"])
    slots = {
        "fx": equation(call("f", x), f), "gx": equation(call("g", x), g), "fg": call(outer, call(inner, x)),
    }  # fmt: skip
    return Instance(slots, (Words(f"Put {inner} into {outer}."), code, boxed(rng, "The composition is @.")))


@task(
    "functions",
    "composition_value",
    (
        "{given} {fx} and {gx}, {find} {fga}",
        "{fx}, {gx}. {find} {fga}",
        "{find} {fga} <if|when|for|where> {fx} and {gx}",
        "{fx} and {gx}, {fga} = ?",
        "{evaluate} {fga} <when|if|for> {fx} and {gx}",
        "{given} {fx} and {gx}. what is {fga}",
        "{define} {fx} and {gx}. {find} {fga}",
        "{define} {fx} and {gx}. <what is|calculate|evaluate|work out|determine> {fga}",
        "{fx}. {gx}. {find} {fga}",
        "{define} {fx}. {define} {gx}. {find} {fga}",
        "{define} {fx}. let {gx}. {evaluate} {fga}",
        "if {fx} and {gx}, <what is|then what is|calculate|{find}> {fga}",
        "if {fx} and {gx}, then {fga} = ?",
        "{must_find} {fga} <if|when|for|given> {fx} and {gx}",
        "{wonder} what {fga} is <if|when|for> {fx} and {gx}",
        "{fga} <for|where|if|when> {fx} and {gx}",
        "<functions|two functions>: {fx}, {gx}. {find} {fga}",
        "two functions are <given|defined> by {fx} and {gx}. <what is|find|calculate> {fga}",
        "{consider_all} the functions {fx} and {gx}. <what is|compute|find the value of> {fga}",
        "with {fx} and {gx}, <what does {fga} equal|find {fga}|what number is {fga}>",
        "how do i <find|calculate|get> {fga} <if|when> {fx} and {gx}",
        "<evaluate|compute|calculate> {fga}, where {fx} and {gx}",
        "the value of {fga} is <wanted|needed>, where {fx} and {gx}",
        "what <is the value of {fga}|value does {fga} have> <when|if|for> {fx} and {gx}",
    ),
    ("we have {fx} and {gx}. how much is {fga}",),
)
def composition_value(rng: Random) -> Instance:
    """f(g(a)), f(a) + g(a), f(a)*g(a)."""
    x, a = Sym("x"), number_point(rng)
    f, g = _two_functions(rng)
    outer, inner = ("f", "g") if rng.random() < 0.6 else ("g", "f")
    if rng.random() < 0.65:
        asked: Expr = call(outer, call(inner, a))
        last = f"{outer}.subs(x, {inner}.subs(x, {a.code()}))"
        words = f"Put {inner} at the point into {outer}."
    else:
        sign = rng.choice("+-*")
        left, right = call(outer, a), call(inner, a)
        asked = {"+": left + right, "-": left - right, "*": left * right}[sign]
        last = f"({outer} {sign} {inner}).subs(x, {a.code()})"
        words = "Evaluate both functions."
    code = sympy_code(f"f = {f.code()}", f"g = {g.code()}", last, symbols=["x"])
    slots = {"fx": equation(call("f", x), f), "gx": equation(call("g", x), g), "fga": asked}
    return Instance(slots, (Words(words), code, boxed(rng, "The value is @.")))


@task(
    "functions",
    "inverse_function",
    (
        "{find} the inverse [{function}] of {fx}",
        "{find} the inverse [{function}] of {f}",
        "inverse [{function}] of {f}",
        "{given} {fx}, {find} its inverse",
        "{get} the inverse of [the {function}] {y_is}",
        "invert [the {function}] {fx}",
        "what is the inverse <if|when|for> {fx}",
        *noun_frames("inverse [{function}]", "<{fx}|the function {fx}|{f}>", without=GOT_OR_OWNED),
        "{define} {fx}. {find} <the inverse|the inverse function|its inverse|f^(-1)|the inverse of f>",
        "{define} {fx}. <what is the inverse of f|what function is the inverse of f|invert f>",
        "if {fx}, what is <the inverse of f|its inverse|f^(-1)(x)|the inverse function>",
        "{find} f^(-1)(x) <if|for|when|given> {fx}",
        "{find} f^-1 <if|for|when|given> {fx}",
        "{given} {y_is}, <find|determine> the inverse [function]",
        "<solve|rearrange> {y_is} for x and swap the letters to get the inverse [function]",
        "<how do i invert|invert|please invert> <{fx}|the function {f}|{y_is}>",
        "the function {fx} has an inverse. <find it|what is it|determine it>",
        "what is the inverse function <of|to|belonging to> {fx}",
        "{y_is}, inverse function",
        "what function <takes|brings> f(x) back to x <if|when> {fx}",
        "<reverse|undo> the function {fx}, what function do you get",
        "let g be the inverse of {fx}. {find} g(x)",
    ),
    ("which function undoes {fx}",),
    constants=(0,),
)
def inverse_function(rng: Random) -> Instance:
    """The inverse of a function that has one."""
    x = Sym("x")
    a, b = number(rng, 9), number(rng, 12)
    match rng.randrange(6):
        case 0 | 1:
            f: Expr = polynomial((a, b), x)
        case 2:
            f = polynomial((rng.randint(1, 5), b), x) / rng.randint(2, 9)
        case 3:
            f = (x + b) / (x + (b + 3 if b != -3 else 1))
        case 4:
            f = call("exp", x) + b if rng.random() < 0.5 else call("log", x) + b
        case _:
            f = x**3 + b if rng.random() < 0.3 else expr(rng.randint(1, 9)) / polynomial((1, b), x)
    if isinstance(f.code(), str) and "**3" in f.code():
        f = polynomial((a if a not in (1, -1) else 2, b), x)
    code = sympy_code(f"solve(Eq(y, {f.code()}), x)[0].subs(y, x)", symbols=["x", "y"])
    slots = {"f": f, "fx": equation(call("f", x), f), "y_is": equation(Sym("y"), f)}
    return Instance(slots, (plan(rng, "Solve y = f(x) for x."), code, boxed(rng, "The inverse is @.")))


@task(
    "trigonometry",
    "trig_value",
    (
        "{evaluate} {f}",
        "{evaluate} {f} {exactly}",
        "{find} the exact value of {f}",
        "exact value of {f}",
        "{f} = ?",
        "how <big|large> is {f}",
        "{f} {exactly}",
        *noun_frames("[exact] value", "{f}", without=(*GOT_OR_OWNED, "@N for", "{get}", "@X. <what")),
        "{f}, exact <value|value please>",
        "give {f} <exactly|as an exact number|with roots and fractions|in exact form>",
        "{f} as an exact <number|value>",
        "what is {f} <exactly|as an exact value|in exact form>",
        "{f} <equals|is equal to|is> what",
        "{consider} {f}. <calculate it exactly|what is its exact value>",
        "<evaluate|compute|calculate> {f} <without a calculator|by hand|exactly>",
        "{must_find} {f} exactly",
        "do you know {f}",
        "how <do i|can i|do you> <find|get|work out|calculate> {f} <by hand|exactly|without a calculator>",
        "{f} <in exact form|not as a decimal|as a root or fraction>",
        "what does {f} <equal|come to>",
    ),
    ("which number is {f}", "without a calculator, {f} equals what"),
    constants=(),
)
def trig_value(rng: Random) -> Instance:
    """Exact values at special angles, in radians or degrees."""
    name = rng.choice(("sin", "cos", "tan"))
    if rng.random() < 0.5:
        k, d = rng.choice(((1, 6), (1, 4), (1, 3), (2, 3), (3, 4), (5, 6), (1, 1), (5, 4), (7, 6), (4, 3)))
        angle: Expr = scaled(k, Sym("pi")) / d if d > 1 else Sym("pi")
        code = sympy_code(f"{name}({angle.code()})")
        return Instance(
            {"f": call(name, angle)}, (Words("Evaluate at the special angle."), code, boxed(rng, "It is @."))
        )
    degrees = rng.choice((0, 30, 45, 60, 120, 135, 150, 180, 210, 225, 240, 300, 330, 360))
    code = sympy_code(f"{name}(rad({degrees}))")
    asked = phrase(f"{name}<({degrees}°)|({degrees} degrees)| {degrees}°| {degrees} degrees| of {degrees} degrees>")
    return Instance({"f": asked}, (plan(rng, "Convert degrees to radians."), code, boxed(rng, "It is @.")))


@task(
    "trigonometry",
    "trig_equation",
    (
        "{solve_all} {eq}",
        "{solve_all} {eq} for {x}",
        "{solve_all} the <trigonometric equation|trig equation|equation> {eq}",
        "{given} {eq}, <find {x}|solve for {x}>",
        "for <which|what> {x} is {eq}",
        "{get} all {x} <with|such that> {eq}",
        "{eq}, solve for {x}",
        *verb_frames(
            "solve",
            "solved",
            "solving",
            "<{eq}|the equation {eq}|the trigonometric equation {eq}>",
            without=("@P. ", "@X @P", "what is @X"),
        ),
        "{fact} {eq}. {find} {x}",
        "{fact} {eq}. <what is {x}|what can {x} be|which {x} are possible>",
        "if {eq}, <what is {x}|what can {x} be|find {x}>",
        "{must_find} {x} <if|when|from> {eq}",
        "{must_find} the {solutions} of {eq}",
        "{wonder} what {x} <is|can be> <if|when> {eq}",
        "<for|at> <what|which> {x} <does it hold that|do we have|is it true that> {eq}",
        "<solutions|roots> of [the equation] {eq}",
        "<what|which> angle {x} <solves|fulfils|satisfies> {eq}",
        "{eq}. <find|solve for|determine> {x}",
        "find the <angle|angles> {x} <with|such that|for which> {eq}",
        "<main|principal> solutions of {eq}",
        "what values of {x} <solve|fulfil|fit> {eq}",
        "trig equation: {eq}",
    ),
    ("which angles {x} satisfy {eq}",),
    weight=0.8,
)
def trig_equation(rng: Random) -> Instance:
    """`a sin(x) = b` and the like, main solutions."""
    x = Sym(rng.choice("xxxxt"))
    name = rng.choice(("sin", "cos", "sin", "cos", "tan"))
    f = call(name, x)
    match rng.randrange(4):
        case 0:
            eq = equation(f, rng.choice((0, 1)))
        case 1:
            eq = equation(2 * f, rng.choice((1, -1))) if name != "tan" else equation(f, rng.choice((1, -1)))
        case 2:
            eq = equation(2 * f - 1, 0) if name != "tan" else equation(f - 1, 0)
        case _:
            k = rng.randint(2, 9)
            eq = equation(k * f + k, rng.choice((k, 0))) if name != "tan" else equation(k * f, k)
    code = sympy_code(f"solve({eq.code()}, {x.name})", symbols=[x.name])
    return Instance(
        {"eq": eq, "x": x},
        (plan(rng, "Solve the trigonometric equation."), code, Words(rf"So ${x.name} = \boxed{{⟨0:inner⟩}}$.")),
    )


@task(
    "trigonometry",
    "trig_simplify",
    (
        "{simplify} {f}",
        "{simplify} the <trigonometric|trig|> {expression} {f}",
        "simplify: {f}",
        "{find} the <simplest|shortest> form of {f}",
        "use trig identities to simplify {f}",
        "<take|given> {f}[,] simplify it",
        "{f} simplified",
        *SIMPLIFY_FRAMES,
        (
            "<use|apply> <trigonometric identities|trig identities|the pythagorean identity or other "
            "identities> to simplify {f}"
        ),
        "{simplify} {f} <using|with|by means of> <trigonometric|trig> identities",
        "{consider} the <trigonometric|trig> expression {f}. simplify it",
        "{f} can be simplified with <a|an> identity. <to what|what do you get|give the result>",
    ),
    ("make {f} as short as possible",),
)
def trig_simplify(rng: Random) -> Instance:
    """Trigonometric identities."""
    x = Sym(rng.choice("xxxtau"))
    k = rng.randint(1, 9)
    s, c, t = call("sin", x), call("cos", x), call("tan", x)
    f = rng.choice(
        (
            scaled(k, s**2) + scaled(k, c**2), k - s**2 - c**2, 1 - s**2, 1 - c**2, scaled(k, s / c), scaled(k, t) * c,
            c**2 - s**2, scaled(2 * k, s) * c, s**2 + c**2 + k, (1 - c**2) / s, (1 - s**2) / c,
            scaled(k, s**2) + scaled(k, c**2) + x,
        )
    )  # fmt: skip
    code = sympy_code(f"trigsimp({f.code()})", symbols=[x.name])
    return Instance({"f": f}, (plan(rng, "Use trigonometric identities."), code, boxed(rng, "It is @.")))


@task(
    "trigonometry",
    "trig_expand",
    (
        "expand {f}",
        "expand {f} <with|using> the <addition formulas|angle formulas|trig identities>",
        "<write|express|rewrite> {f} in terms of <single angles|sine and cosine|simple angles>",
        "expand the <trigonometric|trig|> {expression} {f}",
        "{find} the expanded form of {f}",
        "apply the addition formula to {f}",
        *verb_frames("expand", "expanded", "expanding", "<{f}|the trig expression {f}>", without=("@P. ",)),
        (
            "<use|apply> <the addition formulas|angle addition formulas|the double angle or addition formulas> "
            "<to|to expand|on> {f}"
        ),
        (
            "<write|express|rewrite> {f} <using|with|through> <functions of single angles|trig functions of "
            "the single angles only>"
        ),
        "{f} <in terms of|by> <single angles|functions of the single angles>",
        "{consider} {f}. <expand it|use the addition formulas|write it with single angles>",
        "{f}, addition formula",
        "what is {f} <expanded|in terms of single angles|written with single angles>",
        "<expansion|expanded form> of {f}",
        "{find} an <expansion|expression with single angles> for {f}",
    ),
    ("which formula holds for {f}",),
    weight=0.5,
)
def trig_expand(rng: Random) -> Instance:
    """Addition and double-angle formulas."""
    x, y = (Sym(name) for name in rng.choice(("xy", "ab", "uv", "st")))
    name = rng.choice(("sin", "cos", "tan"))
    f = call(name, rng.choice((x + y, x - y, 2 * x, 3 * x, 2 * x + y)))
    code = sympy_code(f"expand_trig({f.code()})", symbols=f.symbols)
    return Instance({"f": f}, (plan(rng, "Use the addition formulas."), code, boxed(rng, "It is @.")))


@task(
    "functions",
    "intersection",
    (
        "{find} the <intersection|intersections|intersection points> of {y_f} and {y_g}",
        "where do {y_f} and {y_g} <intersect|cross|meet>",
        "where <does the curve|does> {y_f} <meet|cross|intersect> {y_g}",
        "intersection of {y_f} and {y_g}",
        "{given} {y_f} and {y_g}, {get} their intersection points",
        "at which points do the <curves|graphs> {y_f} and {y_g} <intersect|cross|meet>",
        *noun_frames(
            "<intersection points|points of intersection|intersections|common points>",
            (
                "<{y_f} and {y_g}|the graphs {y_f} and {y_g}|the curves {y_f} and {y_g}|the lines or curves "
                "{y_f} and {y_g}>"
            ),
            plural=True,
            several=True,
            without=GOT_OR_OWNED,
        ),
        "{consider_all} {y_f} and {y_g}. where do they {meet}",
        "{consider_all} the graphs of {y_f} and {y_g}. <find|determine|what are> the points where they {meet}",
        "<at|in> <what|which> <points|point or points> do {y_f} and {y_g} {meet}",
        "{find} the <points|point or points> where {y_f} and {y_g} {meet}",
        "{find} the <point|points> <of intersection|where they {meet}>: {y_f}, {y_g}",
        "{wonder} where {y_f} and {y_g} {meet}",
        "when do {y_f} and {y_g} {meet}",
        "if {y_f} and {y_g}, where do the <graphs|curves> {meet}",
        "{y_f} and {y_g} {meet}. <where|at which points|find the points>",
        "<calculate|compute|determine> where {y_f} <meets|crosses|cuts> {y_g}",
        "what points do {y_f} and {y_g} <have in common|share>",
        "the graphs of {y_f} and {y_g} are drawn. <where|at what points> do they {meet}",
        "solve {y_f} and {y_g} to find where the graphs {meet}",
    ),
    ("which points lie on both {y_f} and {y_g}",),
    weight=0.8,
)
def intersection(rng: Random) -> Instance:
    """Common points of a line with a line or a parabola."""
    x, y = Sym("x"), Sym("y")
    p, q = rng.randint(-6, 6), rng.randint(-6, 6)
    slope, base = number(rng, 6), rng.randint(-9, 9)
    if rng.random() < 0.6:  # x² + bx + c meets the line at p and q
        f = polynomial((1, slope - p - q, p * q + base), x)
    else:
        f = polynomial((slope + rng.choice((1, 2, 3)), number(rng, 9)), x)
    if f.code() == "0" or "x" not in f.symbols:
        return intersection(rng)
    g = polynomial((slope, base), x)
    code = sympy_code(
        f"f = {f.code()}", f"g = {g.code()}", "[(r, g.subs(x, r)) for r in solve(Eq(f, g), x)]", symbols=["x"]
    )
    steps = (plan(rng, "Set both equal and solve."), code, Words(r"They meet at $\boxed{⟨0:inner⟩}$."))
    return Instance({"y_f": equation(y, f), "y_g": equation(y, g)}, steps)


@task(
    "functions",
    "function_domain",
    (
        *noun_frames("domain", "<{f}|the function {f}|{fx}|the function {fx}>", without=GOT_OR_OWNED),
        "{define} {fx}. {find} <the domain of f|its domain|the domain>",
        "{define} {fx}. for <which|what> x is f(x) defined",
        "for <which|what> [real] x is <{f}|the function {f}> defined",
        "where is <{f}|the function {f}> defined",
        "if {fx}, what is the domain of f",
        "{find} the <natural|largest possible|maximal> domain of <{f}|{fx}>",
        "what x <can be put into|may be put into|are allowed in> {fx}",
        "what values of x are <allowed|permitted|possible> in {f}",
        "for <which|what> real x does {f} <make sense|have a value|exist>",
        "<find|determine> all [real] x for which {f} is defined",
        "domain of definition of {f}",
        "state the domain: {f}",
        "{wonder} where {f} is defined",
    ),
    ("which real numbers may one insert for x in {fx}", "{f} only makes sense for some x. for which ones"),
    constants=(0,),
    weight=0.8,
)
def function_domain(rng: Random) -> Instance:
    """Square roots, logarithms, fractions."""
    x = Sym("x")
    inner = polynomial((rng.choice((1, 1, 2, 3, -1)), number(rng, 12)), x)
    kind = rng.randrange(5)
    if kind < 2:
        f = call("sqrt", inner) if kind == 0 else call("log", inner)
        if rng.random() < 0.3:
            f = f + number(rng, 9)
        steps = _inequality(f"{inner.code()} {'>=' if kind == 0 else '>'} 0")
        words = "The radicand must not be negative." if kind == 0 else "The argument of a logarithm is positive."
    elif kind == 2:
        f = expr(rng.randint(1, 9)) / call("sqrt", inner)
        steps = _inequality(f"{inner.code()} > 0")
        words = "The number under the root below must be positive."
    else:
        p, q = rng.sample([n for n in range(-9, 10) if n], 2)
        bottom = rng.choice((polynomial((1, -p), x), polynomial((1, -(p + q), p * q), x), (x - p) * (x - q)))
        top = expr(rng.randint(1, 9)) if rng.random() < 0.6 else polynomial((rng.randint(1, 4), number(rng, 9)), x)
        f = top / bottom
        steps = sympy_code(
            f"excluded = solve({bottom.code()}, x)",
            "'all real x except ' + ' and '.join(str(r) for r in excluded)",
            symbols=["x"],
        )
        words = "The denominator must not be zero."
    end = boxed(rng, "The domain is @.")
    return Instance({"f": f, "fx": equation(call("f", x), f)}, (Words(words), steps, end))


def _inequality(condition: str) -> Code:
    return sympy_code(
        f"answer = str(solve({condition}, x))",
        "for old, new in [('(', ''), (')', ''), ('-oo < x & ', ''), (' & x < oo', '')]:",
        "    answer = answer.replace(old, new)",
        "answer",
        symbols=["x"],
    )


@task(
    "functions",
    "function_range",
    (
        *noun_frames("range", "<{f}|the function {f}|{fx}|the function {fx}>", without=GOT_OR_OWNED),
        "{define} {fx}. {find} <the range of f|its range|the range>",
        "{define} {fx}. <which|what> values does f take",
        "<which|what> values <does|can> {fx} take",
        "<which|what> values can {f} <have|take|reach>",
        "if {fx}, what is the range of f",
        "{find} the set of <all values|values> of {fx}",
        "what y <can {y_is} take|are possible for {y_is}>",
        "all possible values of {f}",
        "between what bounds do the values of {f} lie",
        "for <which|what> y does {y_is} have a real solution x",
        "state the range: {f}",
        "{wonder} what values {f} can take",
    ),
    ("as x runs through all real numbers, which y arise from {y_is}",),
    constants=(0,),
    weight=0.8,
)
def function_range(rng: Random) -> Instance:
    """Parabolas, roots, absolute values, exponential functions, waves."""
    x = Sym("x")
    a, c = rng.choice((1, 1, 2, 3, -1, -2)), number(rng, 12)
    f = rng.choice(
        (
            polynomial((a, rng.choice((0, 2 * a * number(rng, 5))), c), x),
            polynomial((a, rng.choice((0, 2 * a * number(rng, 5))), c), x),
            scaled(a, call("Abs", polynomial((1, number(rng, 9)), x))) + c,
            scaled(a, call("sqrt", polynomial((1, rng.choice((0, number(rng, 9)))), x))) + c,
            scaled(a, call("exp", x)) + c,
            scaled(rng.randint(1, 6), call(rng.choice(("sin", "cos")), x)) + c,
        )
    )
    source = sympy_code(
        "x, y = symbols('x y', real=True)",
        f"answer = str(function_range({f.code()}, x, S.Reals).as_relational(y))",
        "for old, new in [('(', ''), (')', ''), ('-oo < y & ', ''), (' & y < oo', ''), ('&', 'and')]:",
        "    answer = answer.replace(old, new)",
        "answer",
    )
    code = Code("from sympy.calculus.util import function_range\n" + source.source)
    slots = {"f": f, "fx": equation(call("f", x), f), "y_is": equation(Sym("y"), f)}
    return Instance(slots, (plan(rng, "Find all values that it takes."), code, boxed(rng, "The range is @.")))
