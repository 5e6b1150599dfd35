"""Linear equations in one unknown, and systems of two and three."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import (
    Expr,
    Num,
    Pair,
    Relation,
    Sym,
    equation,
    expr,
    polynomial,
    scaled,
    total,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import THING_ALONE, verb_frames
from mathcoder_kernel.problems.lexicon import variable, variables
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import number, solved
from mathcoder_kernel.problems.sympy_code import sympy_code

ASK = (
    "{solve} {eq}",
    "{solve} {eq} for {x}",
    "{solve} the [linear] {equation} {eq}",
    "{get} {x} <if|when|given that> {eq}",
    "what is {x} <if|when|given> {eq}",
    "{given} {eq}, <find {x}|what is {x}|solve for {x}|calculate {x}>",
    "for <which|what> {x} <is|does it hold that> {eq}",
    "{eq}, {x} = ?",
    "{eq}, solve for {x}",
    "{find} the value of {x} <in|that satisfies|such that|for which> {eq}",
    "{eq}",
    "<isolate|find> the <unknown|variable> {x}: {eq}",
    "<solve|find> {x}: {eq}",
    "{fact} {eq}. {find} {x}",
    "{fact} {eq}. what <is|must be> {x}",
    "{fact} {eq}. <then|now> <what is {x}|{get} {x}|{x} is what>",
    "{given} {eq}, <then|> what <is|would be|must be> <{x}|the value of {x}>",
    "what <number|value> must {x} <be|have|take> so that {eq}",
    "what <should|must|does> {x} <be|equal> <if|when> {eq}",
    "{x} is what <if|when|given that> {eq}",
    "<what|which> value of {x} <solves|satisfies|fulfils|works in|fits> {eq}",
    "{eq}. <find|get|what is|what's|solve for|determine|calculate> {x}",
    "here is an equation: {eq}. <solve it|what is {x}|find {x}|what is its solution>",
    "i <have|got|was given> the equation {eq}. <how do i solve it|what is its solution|what is {x}|find {x}>",
    "{consider} the equation {eq}. <{get} {x}|what is {x}|solve it [for {x}]|what is the value of {x}>",
    (
        "the <number|unknown> {x} <satisfies|fulfils|is a solution of> {eq}. <find it|what is it|determine "
        "{x}|{get} its value>"
    ),
    "{wonder} what {x} is <if|when|given that> {eq}",
    "{must_find} {x} <from|in|when|if> {eq}",
    "{must_find} the solution of <the {equation}|> {eq}",
    "<determine|find|compute|calculate> the <number|value> {x} <such that|so that|for which> {eq}",
    "<work out|find|get|calculate> {x} from {eq}",
    "<root|solution|answer> of [the equation] {eq}",
    "<equation|solve this equation|solve|problem|to solve>: {eq}",
    (
        "let {x} be <a|the> number <such that|so that|for which> {eq}. <find it|what is {x}|determine "
        "{x}|what is this number>"
    ),
    "when {eq}, {x} is what",
    "how do <i|you|we> get {x} <out of|from|in> {eq}",
    "solve for the <unknown|variable|unknown number> in {eq}",
    "solve {eq} <with respect to|in> {x}",
    "<find|get> the unknown <{x}|> in {eq}",
    "the equation {eq} <has to|must|should|is to> be solved [for {x}]",
    "what do i <get|have> for {x} <if|when> {eq}",
    "what is the <solution|root|answer> of [the equation] {eq}",
    "<for|with> {eq}, <find|determine|what is> {x}",
    "i know that {eq}, but <what is {x}|i cannot find {x}|how do i find {x}>",
    "it is given that {eq}. <find|calculate|determine|what is> <{x}|the value of {x}>",
    "<transform|rearrange> {eq} <to find|until you have> {x}",
    "<calculate|determine|evaluate> {x}, <given|where|if> {eq}",
    "find <a|the> number {x} that <satisfies|solves|fulfils> {eq}",
)
HELD_OUT = (
    "which number {x} makes {eq} true",
    "the equation {eq} has one solution. {get} it",
    "we know {eq}. how much is {x}",
)


def linear_side(rng: Random, x: Expr, largest: int = 12) -> Expr:
    """`ax + b` in either order."""
    a, b = number(rng, largest), number(rng, 30)
    return expr(b) + scaled(a, x) if rng.random() < 0.2 else polynomial((a, b), x)


def _instance(rng: Random, x: str, left: Expr, right: Expr) -> Instance:
    eq = equation(left, right)
    plan = rng.choice((f"Solve the equation for {x}.", f"Isolate {x} in the linear equation."))
    return Instance({"eq": eq, "x": Sym(x)}, solved(rng, eq, x, plan))


def _reached(rng: Random, left: Expr, x: str) -> int:
    """A right side that gives an integer solution."""
    return left.value({x: rng.randint(-12, 12)})


@task("linear equations", "linear_equation", ASK, HELD_OUT, weight=1.5)
def linear_equation(rng: Random) -> Instance:
    """`ax + b = c`, `c = ax + b`, `ax = c`."""
    x = variable(rng)
    left = linear_side(rng, Sym(x)) if rng.random() < 0.85 else scaled(rng.randint(2, 15), Sym(x))
    right = expr(_reached(rng, left, x) if rng.random() < 0.6 else number(rng, 80))
    return _instance(rng, x, *((right, left) if rng.random() < 0.15 else (left, right)))


@task("linear equations", "linear_equation_both_sides", ASK, HELD_OUT)
def both_sides(rng: Random) -> Instance:
    """`ax + b = cx + d` with a != c."""
    x = variable(rng)
    a = number(rng, 12)
    c = rng.choice([c for c in (*range(-9, 0), *range(1, 10)) if c != a])
    b = number(rng, 30)
    d = b + (a - c) * rng.randint(-8, 8) if rng.random() < 0.6 else number(rng, 30)
    left, right = polynomial((a, b), Sym(x)), polynomial((c, d), Sym(x))
    if rng.random() < 0.2:
        right = scaled(c, Sym(x))
    return _instance(rng, x, left, right)


@task("linear equations", "linear_equation_brackets", ASK, HELD_OUT)
def brackets(rng: Random) -> Instance:
    """`a(x + b) = c`, `a(bx + c) = d(x + e)`, `a(x + b) + c = d`, `a(x+b) - c(x+d) = e`."""
    x = variable(rng)
    s = Sym(x)
    a, d = rng.randint(2, 9), rng.randint(2, 9)
    inner = polynomial((rng.choice((1, 1, 2, 3)), number(rng, 9)), s)
    match rng.randrange(4):
        case 0:
            return _instance(rng, x, a * inner, expr(number(rng, 60)))
        case 1:
            c = rng.randint(1, 9)
            e = d if d != a + c else d + 1  # never the slope of the left side
            right = e * polynomial((1, number(rng, 9)), s) if rng.random() < 0.5 else expr(number(rng, 40))
            return _instance(rng, x, a * polynomial((1, number(rng, 9)), s) + scaled(c, s), right)
        case 2:
            return _instance(rng, x, a * inner + number(rng, 20), expr(number(rng, 60)))
        case _:
            factor = d if d != a else d + 1
            left = a * polynomial((1, number(rng, 9)), s) - factor * polynomial((1, number(rng, 9)), s)
            return _instance(rng, x, left, expr(number(rng, 30)))


@task("linear equations", "linear_equation_fractions", ASK, HELD_OUT)
def fractions(rng: Random) -> Instance:
    """`x/a + b = c`, `(x + a)/b = c`, `x/a + x/b = c`, `(a/b)x = c`, `a/b = x/c` (proportion)."""
    x = variable(rng)
    s = Sym(x)
    a, b, c = rng.randint(2, 9), rng.randint(2, 9), number(rng, 20)
    match rng.randrange(5):
        case 0:
            return _instance(rng, x, s / a + number(rng, 15), expr(c))
        case 1:
            top = polynomial((rng.choice((1, 2, 3)), number(rng, 12)), s)
            return _instance(rng, x, top / b, expr(c))
        case 2:
            return _instance(rng, x, s / a + s / (b if b != a else b + 1), expr(c))
        case 3:
            left = (Num(str(a)) / (b if b != a else b + 1)) * s
            return _instance(rng, x, left + number(rng, 9) if rng.random() < 0.5 else left, expr(c))
        case _:
            left, right = s / a, expr(rng.randint(1, 20)) / b
            return _instance(rng, x, *((left, right) if rng.random() < 0.6 else (right, left)))


@task(
    "linear equations",
    "linear_equation_decimals",
    ASK,
    HELD_OUT,
    weight=0.7,
    constants=(6,),
)
def decimals(rng: Random) -> Instance:
    """Coefficients such as 0.5 and 2.25; the solution is shown as a decimal."""
    x = variable(rng)
    a, b, c = (f"{rng.randint(1, 12) + rng.choice((0.25, 0.5, 0.1, 0.2, 0.75, -0.5, 0.4, 0.6)):g}" for _ in range(3))
    left = Num(a) * Sym(x) + b if rng.random() < 0.5 else Num(a) * Sym(x) - b
    eq = equation(left, c)
    code = sympy_code(f"equation = {eq.code()}", f"round(float(solve(equation, {x})[0]), 6)", symbols=[x])
    steps = (Words(f"Solve the equation for {x}."), code, Words(rf"So ${x} = \boxed{{⟨0⟩}}$."))
    return Instance({"eq": eq, "x": Sym(x)}, steps)


@task(
    "linear equations",
    "literal_equation",
    (
        "{solve} {eq} for {x}",
        "make {x} the subject of {eq}",
        "<rearrange|transform|change> {eq} <so that it gives|to give|for> {x}",
        "{given} {eq}, <express|write> {x} in terms of the other <letters|variables>",
        "<express|write> {x} from {eq}",
        "solve for {x}: {eq}",
        "{eq}, solve for {x}",
        (
            "<rewrite|rearrange|transpose> {eq} <so that {x} is the subject|with {x} as the subject|with {x} "
            "on its own|so that {x} stands alone>"
        ),
        "<bring|get> {x} to one side <of|in> {eq}",
        "{x} from {eq}",
        "{x} is what <if|when> {eq}",
        (
            "{consider} the formula {eq}. <make {x} the subject|solve it for {x}|rearrange it for {x}|what is "
            "{x} {in_terms_of} the other letters>"
        ),
        "{fact} {eq}. <{find} {x}|express {x} {in_terms_of} the <other letters|rest>|solve for {x}|what is {x}>",
        "if {eq}, what <is {x}|does {x} equal|is {x} in terms of the other letters>",
        "how <do i|do you|can i|to> <solve|rearrange|transform> {eq} for {x}",
        "the formula {eq} should be <solved|rearranged|rewritten> for {x}",
        "{must_find} {x} from the formula {eq}",
        "{eq}. <make {x} the subject|solve for {x}|express {x}|rearrange for {x}|{x} = ?>",
        "{wonder} what {x} is <in|according to> the formula {eq}",
        "the formula is {eq}. what does {x} equal",
        (
            "how <can|do> <you|i|we> <write|express> {x} <with|by|through|using> the other "
            "<letters|variables|quantities> <if|when|in> {eq}"
        ),
        "{find} {x} <in terms of the other <letters|variables>|as a formula>, <given|where|if> {eq}",
        "formula: {eq}. wanted: {x}",
        "we know that {eq}. <which expression equals {x}|find an expression for {x}>",
        "change the subject of {eq} to {x}",
        *verb_frames(
            "<solve|rearrange>",
            "<solved|rearranged> for {x}",
            "<solving|rearranging>",
            "<{eq}|the formula {eq}|the equation {eq}> for {x}",
            without=THING_ALONE,
        ),
    ),
    ("{get} a formula for {x} from {eq}", "isolate {x} in {eq}"),
)
def literal_equation(rng: Random) -> Instance:
    """Formulas rearranged for one of their letters."""
    p, a, b, c = (Sym(n) for n in rng.choice(("yaxb", "vuat", "Pabc", "Fmap", "tpqr", "zxyw", "wdhk")))
    eq: Relation
    match rng.randrange(5):
        case 0:
            eq = equation(p, a * b + c)
        case 1:
            eq = equation(p, a * b * c)
        case 2:
            eq = equation(p, rng.randint(2, 6) * (a + b))
        case 3:
            eq = equation(scaled(rng.randint(2, 9), a) + scaled(rng.randint(2, 9), b), expr(rng.randint(1, 40)))
        case _:
            eq = equation(p, (a + b) / rng.randint(2, 5) * c)
    names = eq.symbols
    x = rng.choice([n for n in names if n != p.name])
    code = sympy_code(f"solve({eq.code()}, {x})[0]", symbols=names)
    steps = (Words(f"Solve the formula for {x}."), code, Words(rf"So ${x} = \boxed{{⟨0⟩}}$."))
    return Instance({"eq": eq, "x": Sym(x)}, steps)


SYSTEM_ASK = (
    "{solve} {eqs}",
    "{solve} the system {eqs}",
    "{solve} the <equations|simultaneous equations|system of equations|linear system> {eqs}",
    "{get} {unknowns} if {eqs}",
    "{given} {eqs}, {get} {unknowns}",
    "{eqs}, solve for {unknowns}",
    "what are {unknowns} <if|when> {eqs}",
    "{eqs}",
    "{solve} for {unknowns}: {eqs}",
    "{find} the solution of the <system|equations> {eqs}",
    "{fact} {eqs}. {find} {unknowns}",
    "{given} {eqs}, what are {unknowns}",
    "{eqs}. <{find}|solve for|determine|calculate|what are> {unknowns}",
    "<system|equations|system of equations|simultaneous equations>: {eqs}",
    (
        "<{consider} the <system|linear system>|{consider_all} the equations> {eqs}. <solve it|{get} {unknowns}|"
        "what are {unknowns}|what is the solution>"
    ),
    "i have <the|these> equations {eqs}. <how do i solve them|what is the solution|what are {unknowns}>",
    "<for|with> <which|what> [values of] {unknowns} <do we have|does it hold that|is it true that> {eqs}",
    "<find|determine|calculate|compute> the numbers {unknowns} <with|such that|so that|for which> {eqs}",
    "find <values|numbers> {unknowns} that <fulfil|satisfy|solve> {eqs}",
    "{must_find} {unknowns} <from|in|given> {eqs}",
    "{must_find} the solution of the system {eqs}",
    "{wonder} what {unknowns} are <if|when|given that> {eqs}",
    "what values must {unknowns} have so that {eqs}",
    "the <system|equations> {eqs} <must|should|is to|has to> be solved",
    "<work out|find|get> {unknowns} from {eqs}",
    "use <substitution|elimination|the elimination method|the substitution method> to solve {eqs}",
    "solve {eqs} <by|using|with> <substitution|elimination|adding equations>",
    "solve <simultaneously|together|as a system>: {eqs}",
    "solve {eqs} <simultaneously|together|at the same time>",
    "what is the <solution|answer|common solution> of [the system] {eqs}",
    "what <solves|satisfies> the system {eqs}",
    "{unknowns} are what <if|when|for|given> {eqs}",
    "the numbers {unknowns} satisfy {eqs}. <find them|what are they|determine them|{get} {unknowns}>",
    "let {unknowns} be numbers <with|such that> {eqs}. <find them|what are they|calculate {unknowns}>",
    "<two|some|several> equations are given: {eqs}. <solve them|find {unknowns}|what are {unknowns}>",
    "at <what|which> {unknowns} do all the equations hold: {eqs}",
    "how <do i|do you|can i|to> solve {eqs}",
    "how do i get {unknowns} from {eqs}",
)
SYSTEM_HELD_OUT = (
    "which {unknowns} satisfy all of {eqs}",
    "we have the equations {eqs}. work out {unknowns}",
)


def _system(rng: Random, count: int) -> Instance:
    names = variables(rng, count)
    letters = [Sym(name) for name in names]
    truth = [rng.randint(-9, 9) for _ in names]
    while True:
        rows = [[number(rng, 9 if count == 2 else 4) for _ in names] for _ in names]
        if count == 2 and rng.random() < 0.25:
            rows[1] = [1, rng.choice((1, -1))]
        if count == 3 and rng.random() < 0.4:
            rows[1][rng.randrange(3)] = 0
            rows[2][rng.randrange(3)] = 0
        if _determinant(rows):
            break
    parts: list[Expr] = []
    for row in rows:
        value = sum(a * t for a, t in zip(row, truth, strict=True))
        if rng.random() < 0.15:
            value += rng.randint(-3, 3)
        left = total([scaled(a, s) for a, s in zip(row, letters, strict=True) if a])
        parts.append(equation(left, value))
    if count == 2 and rng.random() < 0.15:  # y = 2x + 1
        parts[0] = equation(letters[1], polynomial((number(rng, 5), number(rng, 9)), letters[0]))
        parts[1] = equation(letters[0] + letters[1], number(rng, 20))
        slope = parts[0].right  # type: ignore[attr-defined]
        if slope.code().startswith(f"-{names[0]}"):  # parallel lines
            parts[1] = equation(2 * letters[0] - letters[1], number(rng, 20))
    eqs = Pair(tuple(parts))
    order = ", ".join(names)
    code = sympy_code(
        f"solution = solve({eqs.code()}, [{order}])",
        "str(solution).strip('{}').replace(':', ' =')",
        symbols=names,
    )
    unknowns = order if rng.random() < 0.4 else ", ".join(names[:-1]) + " and " + names[-1]
    plan = rng.choice(("Solve the system of equations.", f"Solve both equations for {order}."))
    if count == 3:
        plan = "Solve the system of equations."
    return Instance({"eqs": eqs, "unknowns": unknowns}, (Words(plan), code, Words(r"The solution is $\boxed{⟨0⟩}$.")))


def _determinant(rows: list[list[int]]) -> int:
    if len(rows) == 2:
        return rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0]
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


@task("systems of equations", "system_2", SYSTEM_ASK, SYSTEM_HELD_OUT, weight=1.3)
def system_2(rng: Random) -> Instance:
    """Two equations with two unknowns."""
    return _system(rng, 2)


@task("systems of equations", "system_3", SYSTEM_ASK, SYSTEM_HELD_OUT, weight=0.7)
def system_3(rng: Random) -> Instance:
    """Three equations with three unknowns."""
    return _system(rng, 3)
