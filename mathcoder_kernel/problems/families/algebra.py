"""Rewriting expressions: expand, factor, simplify, collect, partial fractions, division, roots, logarithms."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Expr, Quotient, Sym, call, expr, polynomial, scaled, total
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import GOT_OR_OWNED, INTRODUCED, SAYS_IT, THING_ALONE, noun_frames, verb_frames
from mathcoder_kernel.problems.lexicon import variable, variables
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import boxed, number, plan
from mathcoder_kernel.problems.sympy_code import sympy_code


def _linear(rng: Random, x: Expr, largest: int = 9) -> Expr:
    return polynomial((rng.choice((1, 1, 1, 2, 3, 4, 5)), number(rng, largest)), x)


@task(
    "algebra",
    "expand",
    (
        "{expand} {f}",
        "{expand} the {expression} {f}",
        "{expand} {f} and <collect|combine> like terms",
        "{f} expanded",
        "{find} the expanded form of {f}",
        "<write|rewrite> {f} as a sum",
        "take the {expression} {f} and expand it",
        "multiply {f}",
        "expand: {f}",
        *verb_frames(
            "expand",
            "expanded",
            "expanding",
            "{f}",
            without=("i am <", "what is @X", "comes out when you"),
        ),
        *noun_frames(
            "<expanded form|expansion>",
            "<{f}|the product {f}|the expression {f}>",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
        "<write|rewrite|give> {f} <with no brackets|without parentheses|as a sum of terms|in expanded form>",
        "<take|consider> {f} and multiply <it|everything> out",
        "<i have to|can you|please|how do i|help me> multiply out {f}",
        "{f} <multiplied out|with the brackets multiplied out>",
        "get rid of the <brackets|parentheses> in {f}",
        "<distribute|multiply> and <collect|combine> <terms|like terms>: {f}",
        "{f}. <open|remove> the brackets",
        "{f} = ? (expanded)",
        "use the distributive law on {f}",
        "<carry out|perform> the multiplication {f}",
    ),
    ("{f} without any brackets, please", "what do we get when {f} is multiplied out"),
    weight=1.2,
)
def expand(rng: Random) -> Instance:
    """Products and powers of sums."""
    x, y = (Sym(name) for name in variables(rng, 2))
    if rng.random() < 0.3:
        x = Sym(variable(rng))
    match rng.randrange(9):
        case 0 | 1:
            f: Expr = _linear(rng, x) * _linear(rng, x)
        case 2:
            f = _linear(rng, x) ** rng.choice((2, 2, 2, 3, 4))
        case 3:
            f = rng.randint(2, 9) * _linear(rng, x)
        case 4:
            f = scaled(rng.randint(1, 6), x) * polynomial((rng.randint(1, 4), number(rng, 9), number(rng, 9)), x)
        case 5:
            f = _linear(rng, x) * polynomial((1, number(rng, 7), number(rng, 9)), x)
        case 6:
            f = rng.randint(2, 9) * _linear(rng, x) - rng.randint(2, 9) * _linear(rng, x)
        case 7:
            f = (
                (x + scaled(rng.choice((1, 2, 3)), y)) ** rng.choice((2, 2, 3))
                if rng.random() < 0.6
                else (x + y) * (x - y)
            )
        case _:
            f = _linear(rng, x) * _linear(rng, x) * _linear(rng, x)
    code = sympy_code(f"expand({f.code()})", symbols=f.symbols)
    return Instance(
        {"f": f},
        (plan(rng, "Expand the product.", "Multiply out."), code, boxed(rng, "It is @.", "The expanded form is @.")),
    )


@task(
    "algebra",
    "factor",
    (
        "{factor} {f}",
        "{factor} the {expression} {f}",
        "{find} the <factorisation|factorization|factored form> of {f}",
        "{f} factored",
        "factor: {f}",
        "<take|given> {f}[,] factor it",
        "<split|break> {f} into factors",
        "<write|rewrite> {f} in factored form",
        "<how do i|please> factor {f}",
        *verb_frames(
            "<factor|factorise|factorize>",
            "<factored|factorised|factorized>",
            "<factoring|factorising>",
            "<{f}|the polynomial {f}|the expression {f}>",
        ),
        *noun_frames(
            "<factored form|factorisation|factorization>",
            "<{f}|the polynomial {f}|the expression {f}>",
            without=(*GOT_OR_OWNED, "@N@A: @X"),
        ),
        "<write|rewrite|express|give> {f} as a product [of factors]",
        "<take out|pull out> the common factors of {f} and factor it <completely|fully>",
        "{f} as a product",
        "<decompose|split up|resolve> {f} into [its] factors",
        "into <what|which> factors can {f} be <split|decomposed|broken up>",
        "find <expressions|factors> whose product is {f}",
        "{f} = (...)(...), what <goes|belongs> in the brackets",
        "turn the sum {f} into a product",
    ),
    ("which factors does {f} have", "what product equals {f}"),
    weight=1.2,
)
def factor(rng: Random) -> Instance:
    """Quadratics, differences of squares, common factors, cubics."""
    x = Sym(variable(rng))
    r, q, a = number(rng, 9), number(rng, 9), rng.choice((1, 1, 1, 2, 3))
    match rng.randrange(8):
        case 0 | 1 | 2:
            f = polynomial((a, -a * (r + q), a * r * q), x)
        case 3:
            p, s = rng.randint(2, 5), rng.randint(1, 3)
            f = polynomial((p * s, p * q + r * s, r * q), x)
        case 4:
            f = polynomial((rng.choice((1, 1, 4, 9)), 0, -(rng.randint(1, 12) ** 2)), x)
        case 5:
            k = rng.randint(2, 9)
            f = polynomial((k * rng.randint(1, 5), k * number(rng, 9), 0), x)
        case 6:
            s = number(rng, 5)
            f = polynomial((1, -(r + q + s), r * q + r * s + q * s, -r * q * s), x)
        case _:
            y = Sym(rng.choice([name for name in "yzb" if name != x.name]))
            f = rng.choice(
                (
                    x**2 - y**2,
                    x**2 + 2 * x * y + y**2,
                    x**2 * y + x * y**2,
                    x**3 - y**3,
                    x**2 - rng.randint(2, 9) ** 2 * y**2,
                )
            )
    code = sympy_code(f"factor({f.code()})", symbols=f.symbols)
    return Instance(
        {"f": f}, (plan(rng, "Factor the expression.", "Write it as a product."), code, boxed(rng, "It is @."))
    )


SIMPLIFY_FRAMES = (
    *verb_frames("simplify", "simplified", "simplifying", "{f}"),
    *noun_frames(
        "<simplest form|simplified form|simplified version>",
        "{f}",
        without=(*GOT_OR_OWNED, "@N@A: @X"),
    ),
    "{f} in <its simplest|simplest|simplified> form",
    "<bring|put|get> {f} in <its simplest|the simplest> form",
    "{f} <is equal to what|equals what> in simplest form",
    "<can|could> {f} be simplified, and to what",
    "<find|give> a <simpler|shorter> expression <for|that equals|equal to> {f}",
    "<reduce|simplify> {f} <as far as possible|as far as you can|fully|completely>",
)
SIMPLIFY = (
    "{simplify} {f}",
    "{simplify} the {expression} {f}",
    "simplify: {f}",
    "{f} simplified",
    "{find} the <simplest|shortest> form of {f}",
    "<take|given> {f}[,] simplify it",
    "<how do i|please> simplify {f}",
    "<write|rewrite> {f} as simply as possible",
    *SIMPLIFY_FRAMES,
)
SIMPLIFY_HELD_OUT = ("is there a simpler way to write {f}", "make {f} as short as possible")


@task(
    "algebra",
    "like_terms",
    (
        *SIMPLIFY,
        "<combine|collect> [the] like terms in {f}",
        "<combine|collect> {f}",
        "add up {f}",
        *verb_frames(
            "<collect|combine>",
            "with like terms <collected|combined>",
            "<collecting|combining>",
            "[the] <like terms|terms> <in|of> {f}",
            without=(*SAYS_IT, "@P"),
        ),
        "{consider} {f}. <combine|collect> [the] like terms",
        "<gather|group|put together|bring together> the like terms in {f}",
        "{f}. <collect|combine|gather> <like|the like|all like> terms",
        "add and subtract the like terms of {f}",
        "write {f} with <each kind of term only once|like terms combined>",
        "what is {f} <when|after> like terms are <collected|combined>",
        "remove brackets <if there are any|where needed> and <combine|collect> terms: {f}",
    ),
    SIMPLIFY_HELD_OUT,
)
def like_terms(rng: Random) -> Instance:
    """Sums with like terms and brackets."""
    names = variables(rng, 2)
    x, y = (Sym(name) for name in names)
    if rng.random() < 0.65:
        kinds = [x, y, None] if rng.random() < 0.6 else [x**2, x, None]
        terms = []
        for _ in range(rng.randint(4, 6)):
            kind = rng.choice(kinds)
            terms.append(expr(number(rng, 12)) if kind is None else scaled(number(rng, 12), kind))
        f = total(terms)
    else:
        f = rng.randint(2, 9) * _linear(rng, x) + rng.choice((1, -1)) * rng.randint(2, 9) * scaled(1, x)
        f = f - rng.randint(1, 20) if rng.random() < 0.5 else f + rng.randint(2, 7) * (x - rng.randint(1, 9))
    code = sympy_code(f"expand({f.code()})", symbols=f.symbols)
    if not f.symbols:
        return like_terms(rng)
    return Instance({"f": f}, (plan(rng, "Combine like terms.", "Simplify the sum."), code, boxed(rng, "It is @.")))


@task(
    "algebra",
    "simplify_fraction",
    (
        *SIMPLIFY,
        "cancel <the fraction|> {f}",
        "reduce the fraction {f}",
        "<cancel|reduce> <the|this> <fraction|algebraic fraction|rational expression> {f}",
        "{simplify} the <fraction|algebraic fraction|rational expression> {f}",
        "<cancel|divide out> <common factors|the common factors> in {f}",
        "write {f} as one [simplified] fraction",
        "<reduce|bring> {f} to lowest terms",
        "{f} in lowest terms",
        "{consider} the fraction {f}. <reduce it|cancel what you can|simplify it|write it in lowest terms>",
        "what <remains|is left> of {f} after <cancelling|reducing>",
    ),
    SIMPLIFY_HELD_OUT,
)
def simplify_fraction(rng: Random) -> Instance:
    """Rational expressions with a common factor, or sums of them."""
    x = Sym(variable(rng))
    r, q, s = number(rng, 9), number(rng, 9), number(rng, 9)
    match rng.randrange(5):
        case 0 | 1:
            f: Expr = polynomial((1, -(r + q), r * q), x) / polynomial((1, -r), x)
        case 2:
            f = polynomial((1, -(r + q), r * q), x) / polynomial((1, -(r + s), r * s), x)
        case 3:
            a = rng.randint(1, 9)
            f = expr(a) / x + expr(rng.randint(1, 9)) / polynomial((1, q), x)
        case _:
            k = rng.randint(2, 6)
            f = polynomial((k * rng.randint(1, 5), k * rng.randint(1, 9)), x) / k
            if rng.random() < 0.6:
                f = scaled(k * rng.randint(1, 6), x ** rng.randint(3, 6)) / scaled(k, x**2)
    code = sympy_code(f"factor({f.code()})", symbols=f.symbols)
    return Instance({"f": f}, (plan(rng, "Factor and cancel.", "Cancel common factors."), code, boxed(rng, "It is @.")))


@task(
    "algebra",
    "simplify_powers",
    (
        *SIMPLIFY,
        "<use|apply> the <laws of exponents|exponent rules|rules for powers|index laws> to <simplify|> {f}",
        "{simplify} {f} <using|with> the <laws of exponents|exponent rules|index laws>",
        "<combine|collect> the powers in {f}",
        "write {f} <with each letter only once|with as few powers as possible|as simply as you can>",
        "{consider} {f}. <combine the powers|use the exponent rules|simplify it>",
        "{f} = ?",
        "what is {f} <as a single term|when the exponents are combined>",
        "<add|combine> the exponents: {f}",
    ),
    SIMPLIFY_HELD_OUT,
)
def simplify_powers(rng: Random) -> Instance:
    """Laws of exponents."""
    x, y = (Sym(name) for name in variables(rng, 2))
    m, n, k = rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 5)
    f: Expr
    match rng.randrange(5):
        case 0:
            f = x**m * x**n
        case 1:
            f = (x**m) ** n
        case 2:
            f = x**m / x**n
        case 3:
            f = (k * x**2) ** rng.randint(2, 3) * x**n
        case _:
            f = x**m * y**k * x**n * y**2
    code = sympy_code(f"simplify({f.code()})", symbols=f.symbols)
    return Instance(
        {"f": f}, (plan(rng, "Use the laws of exponents.", "Combine the powers."), code, boxed(rng, "It is @."))
    )


@task(
    "algebra",
    "simplify_radical",
    (
        *SIMPLIFY,
        "{evaluate} {f} {exactly}",
        "{simplify} the <root|radical|surd> {f}",
        "{exactly}: {f}",
        "{simplify} the <root|surd|radical|radical expression> {f}",
        "write {f} in <simplest surd form|simplest radical form|surd form>",
        "{f} in <simplest|simplified> <surd|radical> form",
        "{f} = ?",
        "<take out|pull out> <square factors|whatever you can> from the <root|roots> in {f}",
        "give the exact <simplified|> value of {f}",
        "{consider} {f}. <simplify the roots|write it in simplest radical form|give its exact value>",
        "<exact value|simplified exact value> of {f}",
        "how can the <root|surd> {f} be <simplified|written more simply>",
        "rationalise the denominator of {fraction}",
        "rationalize the denominator <in|of> {fraction}",
        (
            "<make|write> {fraction} <have a rational denominator|without a root in the denominator|with a "
            "rational denominator>"
        ),
        "<remove|clear|get rid of> the <root|surd> in the denominator of {fraction}",
        "{fraction}, <rationalise|rationalize> the denominator",
        "{consider} {fraction}. <rationalise|rationalize> the denominator",
    ),
    SIMPLIFY_HELD_OUT,
)
def simplify_radical(rng: Random) -> Instance:
    """Square roots of numbers: single, sums, products, and rationalised denominators."""
    base = rng.choice((2, 3, 5, 6, 7, 10))

    def root() -> Expr:
        return call("sqrt", base * rng.randint(1, 7) ** 2)

    match rng.randrange(6):
        case 0 | 1:
            f: Expr = call("sqrt", base * rng.randint(2, 12) ** 2)
        case 2:
            f = root() + root() if rng.random() < 0.5 else root() - root()
        case 3:
            f = call("sqrt", base * rng.randint(1, 6)) * call("sqrt", base * rng.randint(1, 6))
        case 4:
            f = expr(rng.randint(1, 9)) / call("sqrt", base)
        case _:
            f = expr(rng.randint(1, 9)) / (call("sqrt", base) + rng.choice((1, -1)) * rng.randint(1, 4))
    code = sympy_code(f"radsimp({f.code()})")
    slots: dict[str, Slot] = {"f": f, "fraction": f} if isinstance(f, Quotient) else {"f": f}
    return Instance(slots, (plan(rng, "Simplify the radicals.", "Simplify the roots."), code, boxed(rng, "It is @.")))


@task(
    "algebra",
    "collect",
    (
        "collect {f} in powers of {x}",
        "collect the terms of {f} {in_x} {x}",
        "<write|sort|order> {f} by powers of {x}",
        "group the terms of {f} by {x}",
        "collect {x} in {f}",
        "<take|given> {f}[,] collect the powers of {x}",
        "please collect {f} {in_x} {x}",
        "<collect|combine|group|gather> <all|the|like> terms <in|of> {f} with respect to {x}",
        "write {f} as a polynomial in {x}",
        "<rewrite|express|write> {f} as a polynomial in {x} <with coefficients in the other letters|>",
        "{consider} {f}. <collect|group> [its] terms by powers of {x}",
        "{f}, collect <in|by|for> {x}",
        "{f}: <group|collect|sort> by powers of {x}",
        "factor out the powers of {x} in {f}",
        "<can you|please|how do i|i have to|i need to|help me> collect the <powers|terms> of {x} in {f}",
        "{f} <collected|sorted|grouped> by powers of {x}",
        "<view|treat> {f} as a polynomial in {x} and collect <its|the> terms",
        "{f} should be <collected|grouped|sorted> by <powers of|> {x}",
        "what does {f} look like when <collected|sorted> by powers of {x}",
        "gather <equal|like> powers of {x} in {f}",
        "for {f}, collect the terms in {x}",
        "bring together the <terms|parts> of {f} that have the same power of {x}",
        *verb_frames(
            "collect",
            "collected",
            "collecting",
            "{f} by powers of {x}",
            without=THING_ALONE,
        ),
        *verb_frames(
            "<group|sort|order>",
            "<grouped|sorted|ordered>",
            "<grouping|sorting|ordering>",
            "{f} by powers of {x}",
            without=THING_ALONE,
        ),
        "<powers|terms> of {x} in {f}, collected",
        (
            "<i have to|i need to|i want to|how do i|can you|could you|please|help me> <collect|group|gather> "
            "the <terms|powers> of {x} in {f}"
        ),
        "if the terms of {f} are <collected|grouped> by powers of {x}, what <do you get|is the result|comes out>",
        "<sort|order> {f} so that equal powers of {x} stand together",
    ),
    ("arrange {f} by {x}",),
    weight=0.6,
)
def collect(rng: Random) -> Instance:
    """Terms collected by powers of one letter."""
    x, a, b = Sym("x"), Sym(rng.choice("ayc")), Sym(rng.choice("bzd"))
    pool = [
        a * x,
        b * x,
        a * x**2,
        b * x**2,
        scaled(number(rng, 9), x),
        scaled(number(rng, 9), x**2),
        a,
        expr(number(rng, 9)),
        x,
    ]
    f = total(rng.sample(pool, rng.randint(4, 6)))
    code = sympy_code(f"collect(expand({f.code()}), x)", symbols=f.symbols if "x" in f.symbols else (*f.symbols, "x"))
    return Instance({"f": f, "x": x}, (Words("Collect powers of x."), code, boxed(rng, "It is @.")))


@task(
    "algebra",
    "partial_fractions",
    (
        "{find} the partial fraction decomposition of {f}",
        "decompose {f} into partial fractions",
        "<write|rewrite|split> {f} <as a sum of|into|in> partial fractions",
        "partial fractions of {f}",
        "<take|given> {f}[,] {get} its partial fractions",
        "partial fraction <decomposition|expansion>: {f}",
        *noun_frames(
            "<partial fraction decomposition|partial fraction expansion>",
            "<{f}|the fraction {f}|the rational function {f}>",
            without=("what @N",),
        ),
        *verb_frames(
            "<decompose|split|expand>",
            "<decomposed|split|expanded>",
            "<decomposing|splitting|expanding>",
            "{f} into partial fractions",
            without=(*THING_ALONE, "@V @X <for"),
        ),
        "{consider} {f}. <split|decompose|write> it <into|as> partial fractions",
        "{f} <as|in> partial fractions",
        "{f}, partial fractions",
        "<do|perform|carry out> a partial fraction decomposition of {f}",
        "use partial fractions on {f}",
        "<write|express> {f} as a sum of <simple fractions|fractions with linear denominators>",
        "{f} should be <split|decomposed> into partial fractions",
    ),
    ("which simple fractions add up to {f}", "break {f} into simpler fractions"),
    weight=0.8,
)
def partial_fractions(rng: Random) -> Instance:
    """Two or three different linear factors below."""
    x = Sym(variable(rng) if rng.random() < 0.3 else "x")
    r = number(rng, 7)
    q = rng.choice([q for q in range(-7, 8) if q not in (r, 0)])
    top = expr(rng.randint(1, 12)) if rng.random() < 0.5 else polynomial((rng.randint(1, 6), number(rng, 9)), x)
    if rng.random() < 0.5:
        bottom: Expr = polynomial((1, -(r + q), r * q), x)
    else:
        bottom = (x - r) * (x - q) if rng.random() < 0.7 else x * (x - q)
    f = top / bottom
    code = sympy_code(f"apart({f.code()})", symbols=f.symbols)
    return Instance({"f": f}, (plan(rng, "Split into partial fractions."), code, boxed(rng, "It is @.")))


def _dividend_and_divisor(rng: Random) -> tuple[Sym, Expr, Expr]:
    """The variable, a cubic and what it is divided by."""
    x = Sym(variable(rng) if rng.random() < 0.3 else "x")
    f = polynomial((rng.choice((1, 1, 2, 3)), number(rng, 9), number(rng, 9), number(rng, 12)), x)
    g = polynomial((1, number(rng, 6)), x)
    return x, f, g


@task(
    "algebra",
    "polynomial_division",
    (
        "divide {f} by {g} with remainder",
        "{find} the quotient and remainder of {f} divided by {g}",
        "{find} the quotient and remainder when {f} is divided by {g}",
        "polynomial <division|long division> of {f} by {g} with remainder",
        "use <long|polynomial> division to divide {f} by {g} with remainder",
        "{get} {f} divided by {g} with remainder",
        "{given} {f} and {g}, {get} quotient and remainder",
        *noun_frames(
            "<quotient and remainder|quotient and the remainder>",
            "<dividing {f} by {g}|the division of {f} by {g}|the polynomial division of {f} by {g}>",
            plural=True,
            without=(*GOT_OR_OWNED, *INTRODUCED, "@X, @N", "@X: <find"),
        ),
        *verb_frames("divide", "divided by {g}", "dividing", "{f} by {g} with remainder", without=(*SAYS_IT, "@P")),
        "{f} : {g} with remainder",
        "({f}) / ({g}) with quotient and remainder",
        "{f} divided by {g}, quotient and remainder",
        "{consider_all} the polynomials {f} and {g}. divide the first by the second with remainder",
        "<do|perform|carry out> [the] <long|polynomial> division of {f} by {g} with remainder",
        "{must_find} quotient and remainder of {f} divided by {g}",
        "when {f} is divided by {g}, what are the quotient and [the] remainder",
        "if i divide {f} by {g}, what are quotient and remainder",
        "{f} is divided by {g}. <find|give|determine> the quotient and the remainder",
        "<find|determine> polynomials q and r so that {f} = q·({g}) + r",
        "what is the quotient and what is the remainder when {g} divides {f}",
    ),
    ("how often does {g} go into {f} and what remains", "{g} divides {f} with which quotient and remainder"),
    weight=0.8,
)
def polynomial_division(rng: Random) -> Instance:
    """Quotient and remainder."""
    x, f, g = _dividend_and_divisor(rng)
    code = sympy_code(f"div({f.code()}, {g.code()})", symbols=[x.name])
    end = Words(r"Quotient and remainder are $\boxed{⟨0:inner⟩}$.")
    return Instance({"f": f, "g": g}, (plan(rng, "Divide the polynomials."), code, end))


@task(
    "algebra",
    "polynomial_remainder",
    (
        "{find} the remainder when {f} is divided by {g}",
        "{find} the remainder of {f} divided by {g}",
        "remainder of {f} divided by {g}",
        "what <remains|is left|is left over> when {f} is divided by {g}",
        "divide {f} by {g} and {get} the remainder",
        "<take|given> {f}[,] {get} its remainder on division by {g}",
        *noun_frames(
            "remainder",
            "<dividing {f} by {g}|the division of {f} by {g}|{f} divided by {g}>",
            without=(*GOT_OR_OWNED, *INTRODUCED),
        ),
        "if {f} is divided by {g}, what is the remainder",
        "when i divide {f} by {g}, what remainder <do i get|is left|results>",
        "{f} is divided by {g}. <find|what is|give|determine> the remainder",
        "<use|apply> the remainder theorem to {f} and {g}",
        "{f} mod {g}",
        "{consider_all} the polynomials {f} and {g}. what remainder does the first leave on division by the second",
        "what remainder does {f} leave <when divided|on division> by {g}",
        "{f} divided by {g} leaves what remainder",
        "by {g} the polynomial {f} is divided. <give|find> the remainder",
        "{wonder} what is left when {f} is divided by {g}",
        "after dividing {f} by {g}, what <remains|is left over>",
        "divide {f} by {g}, <only the remainder|i only need the remainder|just give the remainder>",
        "<how do i find|find> the remainder when {g} divides {f}",
    ),
    ("{f} is divided by {g}. how large is the rest",),
    weight=0.6,
)
def polynomial_remainder(rng: Random) -> Instance:
    """The remainder alone."""
    x, f, g = _dividend_and_divisor(rng)
    code = sympy_code(f"rem({f.code()}, {g.code()})", symbols=[x.name])
    return Instance({"f": f, "g": g}, (plan(rng, "Compute the remainder."), code, boxed(rng, "The remainder is @.")))


@task(
    "algebra",
    "logarithm_value",
    (
        "{evaluate} the <logarithm|log> of {n} <to|with|in> base {b}",
        "{evaluate} log base {b} of {n}",
        "{evaluate} log_{b}({n})",
        "<log|logarithm> of {n} <to|in> base {b}",
        "{b} to <which|what> power is {n}",
        "{find} the base {b} <logarithm|log> of {n}",
        "what is the exponent of {b} that gives {n}",
        "log{b}({n})",
        *noun_frames(
            "<log|logarithm>",
            "{n}",
            "<to|with|in> base {b}",
            without=(
                *GOT_OR_OWNED,
                "@X. <what",
                "@X, @N",
                "@X is given",
                "here is",
                "{consider}",
                "i have @X",
                "@N@A: @X",
                "starting with",
                "if <i",
            ),
        ),
        "{b}^x = {n}, x is what",
        "if {b}^x = {n}, <what is|find|then what is> x",
        "<what|which> exponent turns {b} into {n}",
        "to <what|which> power must {b} be raised to <get|give|equal|obtain> {n}",
        "{b} must be raised to which power to give {n}",
        "what power of {b} <is|gives|equals> {n}",
        "with {b} as the base, what is the <log|logarithm> of {n}",
        "base {b}, number {n}. <{find} the logarithm|what is the log>",
        "log of {n} base {b}",
        "log base {b} {n} = ?",
        "log_{b} {n}",
        "how do i calculate log_{b}({n})",
        "{n} is {b} to what power",
        "find the number x with {b}^x = {n}",
        "the power to which {b} must be raised to give {n}",
    ),
    ("how many times must {b} be multiplied by itself to get {n}", "{b} to the power of what equals {n}"),
)
def logarithm_value(rng: Random) -> Instance:
    """Logarithms to integer bases."""
    base = rng.choice((2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10))
    n = base ** rng.randint(1, 6)
    if rng.random() < 0.15 and base in (4, 8, 9):
        n = {4: 2, 8: 4, 9: 27}[base]
    code = sympy_code(f"simplify(log({n}, {base}))")
    return Instance({"b": base, "n": n}, (plan(rng, "Compute the logarithm."), code, boxed(rng, "The logarithm is @.")))


@task(
    "algebra",
    "combine_logarithms",
    (
        "<combine|write> {f} <into|as> a single logarithm",
        "<write|rewrite|express> {f} as one <logarithm|log>",
        "{simplify} {f} to a single log",
        "condense {f}",
        "combine the logarithms {f}",
        "<take|given> {f}[,] write it as a single logarithm",
        *verb_frames(
            "<combine|condense>",
            "<combined|condensed>",
            "<combining|condensing>",
            "{f}",
            without=("what do",),
        ),
        *verb_frames(
            "<write|express|rewrite>",
            "<written|expressed>",
            "<writing|expressing>",
            "{f} as <a single|one> <logarithm|log>",
            without=THING_ALONE,
        ),
        "{f} as <a single|one> <logarithm|log>",
        "{consider} {f}. <write it as one logarithm|combine it into a single log>",
        "<use|apply> the <laws of logarithms|log rules|log laws> to <combine|condense> {f}",
        "put {f} <into|in> a single <logarithm|log>",
        "<merge|join> the logarithms in {f}",
        "<contract|collapse> {f} into one logarithm",
    ),
    ("which single logarithm equals {f}",),
    weight=0.6,
)
def combine_logarithms(rng: Random) -> Instance:
    """Laws of logarithms with positive variables."""
    x, y = (Sym(name) for name in variables(rng, 2))
    lx, ly = call("log", x), call("log", y)
    f = rng.choice(
        (
            lx + ly,
            scaled(rng.randint(2, 5), lx) + ly,
            scaled(rng.randint(2, 5), lx) - ly,
            lx - scaled(rng.randint(2, 5), ly),
            lx + call("log", rng.randint(2, 9)),
            scaled(rng.randint(2, 4), lx) + scaled(rng.randint(2, 4), ly),
        )
    )
    names = ", ".join(f.symbols)
    code = sympy_code(
        f"{names} = symbols('{' '.join(f.symbols)}', positive=True)", f"logcombine({f.code()}, force=True)"
    )
    return Instance({"f": f}, (plan(rng, "Use the laws of logarithms."), code, boxed(rng, "It is @.")))
