"""Questions whose sentences define numbers and functions, each using earlier ones (`chains`), by what they ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt, lcm
from random import Random

from mathcoder_kernel.problems.chains import Chain, Noun, Operand, Rule, Unfit, many_terms, quotient, rational
from mathcoder_kernel.problems.expression import Expr, Notation, Sym, call, equation, expr, polynomial, scaled, total
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import ORDINALS
from mathcoder_kernel.problems.phrasing import phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.sympy_code import sympy_code

_SHAPES = (
    *("{defs}. {ask}",) * 6,
    "{defs}. <now |then |next, |finally, |>{ask}",
    "{defs}; {ask}",
    "<if|when|given that|assuming that> {facts}, {ask}",
    "{ask}, <if|where|when|given that> {facts}",
    "{ask} <if|where|when|given that> {facts}",
)
_HELD_SHAPES = ("{kept}. {query}",)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked at last: in training and held-out words, the lines of code, how the answer begins."""

    said: str
    kept: str
    lines: tuple[str, ...]
    answer: str
    plan: str


def _is_whole(value: Fraction) -> bool:
    return value.denominator == 1


def _above_one(value: Fraction) -> bool:
    return value > 1


# numbers that have a description


def _sum(c: Chain) -> Noun:
    a, b = c.number(-60, 200), c.number(-30, 99)
    return Noun(
        f"<the sum of {a.said} and {b.said}|the total of {a.said} and {b.said}|{a.said} plus {b.said}|what you get when"
        f" {b.said} is added to {a.said}>",
        f"{a.said} increased by {b.said}",
        f"{a.code} + {_bracket(b)}",
        a.value + b.value,
    )


def _difference(c: Chain) -> Noun:
    a, b = c.number(-60, 200), c.number(-30, 99)
    # of a smaller and a larger number, many take the difference to be positive
    words = f"|the difference <between|of> {a.said} and {b.said}" if a.value >= b.value else ""
    return Noun(
        f"<{a.said} minus {b.said}|{b.said} subtracted from {a.said}|{a.said} less {b.said}{words}>",
        f"{a.said} decreased by {b.said}",
        f"{a.code} - {_bracket(b)}",
        a.value - b.value,
    )


def _product(c: Chain) -> Noun:
    a, b = c.number(-12, 40), c.number(-12, 25)
    return Noun(
        f"<the product of {a.said} and {b.said}|{a.said} times {b.said}|{a.said} multiplied by {b.said}|the result of"
        f" multiplying {a.said} by {b.said}>",
        f"what multiplying {a.said} with {b.said} gives",
        f"{_bracket(a)}*{_bracket(b)}",
        a.value * b.value,
    )


def _quotient(c: Chain) -> Noun:
    b = c.number(-9, 12, lambda v: v not in (0, 1))
    a = c.number(-90, 200, (lambda v: v % b.value == 0) if c.rng.random() < 0.6 else None)
    said = quotient(c, a, b)
    return Noun(
        f"<the quotient of {a.said} and {b.said}|{a.said} divided by {b.said}|{said}|{said}>",
        f"the share when {a.said} is split by {b.said}",
        rational(a, b),
        a.value / b.value,
    )


def _bracket(a: Operand) -> str:
    return f"({a.code})" if a.code.startswith("-") else a.code


def _formula(c: Chain) -> Noun:
    """`k*m - 11`, `(u - 20)*(u + 1)`, `q**2 + 3*q` …"""
    rng = c.rng
    kind = rng.randrange(7)
    (x, a), (y, b) = c.coefficient(-12, 20), c.coefficient(-12, 20)
    z, d = expr(0), Fraction(0)
    if kind != 4:
        last = rng.randint(2, 9)
        z, d = c.coefficient(-12, 20) if rng.random() < 0.7 else (expr(last), Fraction(last))
    shown: Expr
    match kind:
        case 0:
            shown, value = x * y + z, a * b + d
        case 1:
            shown, value = x - y * z, a - b * d
        case 2:
            shown, value = x * (y + z), a * (b + d)
        case 3:
            shown, value = x + y - z, a + b - d
        case 4:
            shown, value = x**2 + y, a**2 + b
        case 5:
            shown, value = x * y - z, a * b - d
        case _:
            shown, value = (x - y) * (x + z), (a - b) * (a + d)
    said = c.put(shown)
    return Noun(f"<{said}|{said}|{said}|the value of {said}>", f"the number {said}", shown.code(), value)


def _square(c: Chain) -> Noun:
    a = c.number(2, 30)
    return Noun(f"<the square of {a.said}|{a.said} squared>", f"{a.said} times itself", f"{_bracket(a)}**2", a.value**2)


def _remainder(c: Chain) -> Noun:
    b = c.number(3, 40, _above_one, named=0.4)
    a = c.number(20, 900, lambda v: v > b.value)
    return Noun(
        f"<the remainder when {a.said} is divided by {b.said}|the remainder of {a.said} divided by {b.said}|{a.said}"
        f" mod {b.said}|the remainder on dividing {a.said} by {b.said}|what remains when {a.said} is divided by"
        f" {b.said}|the rest of {a.said} divided by {b.said}>",
        f"what is left over of {a.said} after taking away {b.said} as often as possible",
        f"{a.code} % {b.code}",
        a.value % b.value,
    )


def _gcd(c: Chain) -> Noun:
    common = c.rng.randint(2, 18)
    a = c.number(common, common * 30, lambda v: v > 1 and v % common == 0)
    b = c.number(common, common * 30, lambda v: v > 1 and v % common == 0)
    if a.value == b.value:
        raise Unfit
    return Noun(
        f"<the <greatest|highest|largest> common <divisor|factor> of {a.said} and {b.said}|the gcd of {a.said} and"
        f" {b.said}|gcd({a.said}, {b.said})|the <largest|greatest> number <that|which> divides both {a.said} and"
        f" {b.said}>",
        f"the biggest number going into {a.said} and into {b.said}",
        f"gcd({a.code}, {b.code})",
        Fraction(gcd(int(a.value), int(b.value))),
    )


def _lcm(c: Chain) -> Noun:
    a, b = c.number(2, 40, _above_one), c.number(2, 40, _above_one)
    if a.value == b.value:
        raise Unfit
    return Noun(
        f"<the <least|lowest|smallest> common multiple of {a.said} and {b.said}|the lcm of {a.said} and"
        f" {b.said}|lcm({a.said}, {b.said})|the smallest number <that|which> both {a.said} and {b.said} divide>",
        f"the first number met in the tables of both {a.said} and {b.said}",
        f"lcm({a.code}, {b.code})",
        Fraction(lcm(int(a.value), int(b.value))),
    )


_PLACES = (("<units|ones|last>", 1), ("tens", 10), ("hundreds", 100), ("thousands", 1000))


def _digit(c: Chain) -> Noun:
    a = c.number(1000, 99999, lambda v: v >= 10, named=0.4)
    place, power = c.rng.choice([entry for entry in _PLACES if entry[1] <= a.value])
    code = f"{a.code}//{power} % 10" if power > 1 else f"{a.code} % 10"
    return Noun(
        f"<the {place} digit of {a.said}|the digit in the {place.replace('|last', '')} place of {a.said}|the"
        f" {place.replace('|last', '')} digit in {a.said}>",
        f"the digit that {a.said} has for {place.replace('|last', '')}",
        code,
        Fraction(int(a.value) // power % 10),
    )


def _digit_sum(c: Chain) -> Noun:
    a = c.number(120, 99999, _above_one, named=0.4)
    return Noun(
        f"<the sum of the digits of {a.said}|the digit sum of {a.said}|the sum of all digits of {a.said}>",
        f"what the digits of {a.said} add up to",
        f"sum(int(d) for d in str({a.code}))",
        Fraction(sum(int(d) for d in str(a.value))),
    )


def _prime_factors(n: int) -> list[int]:
    found, p = [], 2
    while n > 1:
        if n % p == 0:
            found.append(p)
            while n % p == 0:
                n //= p
        p += 1
    return found


def _prime_factor(c: Chain) -> Noun:
    a = c.number(12, 600, lambda v: 1 < v < 20_000)
    factors = _prime_factors(int(a.value))
    if c.rng.random() < 0.6:
        return Noun(
            f"<the largest prime factor of {a.said}|the greatest prime divisor of {a.said}|the largest prime that"
            f" divides {a.said}|the biggest prime factor of {a.said}>",
            f"the last prime in the factorisation of {a.said}",
            f"max(primefactors({a.code}))",
            Fraction(factors[-1]),
        )
    return Noun(
        f"<the smallest prime factor of {a.said}|the least prime divisor of {a.said}|the smallest prime that divides"
        f" {a.said}>",
        f"the first prime in the factorisation of {a.said}",
        f"min(primefactors({a.code}))",
        Fraction(factors[0]),
    )


def _divisor_count(c: Chain) -> Noun:
    a = c.number(6, 200, lambda v: 1 < v < 5000)
    count = sum(1 for d in range(1, int(a.value) + 1) if a.value % d == 0)
    return Noun(
        f"<the number of divisors of {a.said}|how many divisors {a.said} has|the number of factors of {a.said}|the"
        f" number of positive divisors of {a.said}>",
        f"the count of numbers that go into {a.said}",
        f"len(divisors({a.code}))",
        Fraction(count),
    )


def _nearest_root(c: Chain) -> Noun:
    a = c.number(10, 5000, lambda v: v > 3)
    n = int(a.value)
    near = isqrt(n) + (1 if 4 * n > (2 * isqrt(n) + 1) ** 2 else 0)
    return Noun(
        f"<the <integer|whole number> <closest|nearest> to the square root of {a.said}|the square root of {a.said} to"
        f" the nearest <integer|whole number>|the square root of {a.said} rounded to <an integer|a whole number>>",
        f"the whole number that lies next to the root of {a.said}",
        f"round(sqrt({a.code}))",
        Fraction(near),
    )


def _rounded(c: Chain) -> Noun:
    place, word = c.rng.choice(((10, "ten"), (100, "hundred"), (1000, "thousand")))
    a = c.number(place, place * 90, lambda v: v > place / 2 and v % place * 2 != place)
    value = Fraction((int(a.value) + place // 2) // place * place)
    said = f"<{word}|{place}>"
    return Noun(
        f"<{a.said} rounded to the nearest {said}|the nearest multiple of {place} to {a.said}|{a.said} to the nearest"
        f" {said}>",
        f"what {a.said} becomes when only full {word}s count and the nearest is taken",
        f"round({a.code}, -{len(str(place)) - 1})",
        value,
    )


_UNITS = (
    ("minutes", "hours", 60), ("seconds", "minutes", 60), ("hours", "days", 24), ("days", "weeks", 7),
    ("months", "years", 12), ("seconds", "hours", 3600), ("<centimetres|cm>", "<metres|m>", 100),
    ("<metres|meters|m>", "<kilometres|kilometers|km>", 1000), ("<grams|g>", "<kilograms|kg>", 1000),
    ("<millilitres|ml>", "<litres|liters>", 1000), ("<millimetres|mm>", "<centimetres|cm>", 10),
    ("<millimetres|mm>", "<metres|m>", 1000), ("<kilograms|kg>", "tonnes", 1000), ("years", "centuries", 100),
    ("years", "decades", 10), ("cents", "<dollars|euros>", 100),
)  # fmt: skip


def _units(c: Chain) -> Noun:
    """So many smaller units in some larger ones, or the other way round."""
    small, large, factor = c.rng.choice(_UNITS)
    if c.rng.random() < 0.75:
        a = c.number(2, 60, lambda v: 1 < v < 500)
        return Noun(
            f"<the number of {small} in {a.said} {large}|{a.said} {large} <in|expressed in|converted to|measured in>"
            f" {small}|how many {small} there are in {a.said} {large}>",
            f"what {a.said} {large} come to in {small}",
            f"{a.code}*{factor}",
            a.value * factor,
        )
    k = c.rng.randint(2, 40) * factor
    a = c.number(k, k, lambda v: v > 0 and v % factor == 0, named=0.3)
    return Noun(
        f"<the number of {large} in {a.said} {small}|{a.said} {small} <in|expressed in|converted to> {large}>",
        f"what {a.said} {small} come to in {large}",
        f"{a.code}//{factor}",
        a.value / factor,
    )


def _root(c: Chain) -> Noun:
    """The smaller or larger zero of a quadratic."""
    x = c.symbol()
    p, q = Fraction(c.rng.randint(-9, 9)), Fraction(c.rng.randint(-9, 12))
    if p == q:
        raise Unfit
    shown = polynomial((1, -int(p + q), int(p * q)), Sym(x))
    larger = c.rng.random() < 0.5
    eq = c.put(equation(shown, 0))
    bare = c.put(shown)
    word = "<larger|bigger|greater|largest>" if larger else "<smaller|lesser|smallest>"
    return Noun(
        f"<the {word} <root|solution> of {eq}|the {word} <root|zero> of {bare}|the {word} number {c.put(Sym(x))} with"
        f" {eq}>",
        f"the {word} one of the two places where {bare} vanishes",
        f"{'max' if larger else 'min'}(solve({shown.code()}, {x}))",
        max(p, q) if larger else min(p, q),
    )


def _extreme(c: Chain) -> Noun:
    """The largest, smallest or second largest of some numbers."""
    operands = [c.number(-40, 60) for _ in range(c.rng.choice((3, 4, 4, 5)))]
    values = sorted(o.value for o in operands)
    if len(set(values)) < len(values):
        raise Unfit
    said = ", ".join(o.said for o in operands[:-1]) + f"<,|, and| and> {operands[-1].said}"
    numbers = ", ".join(o.code for o in operands)
    match c.rng.randrange(4):
        case 0:
            return Noun(
                f"<the <largest|biggest|greatest> of {said}|the maximum of {said}>",
                f"whatever exceeds the rest of {said}",
                f"max({numbers})",
                values[-1],
            )
        case 1:
            return Noun(
                f"<the <smallest|least|lowest> of {said}|the minimum of {said}>",
                f"whatever is below the rest of {said}",
                f"min({numbers})",
                values[0],
            )
        case 2:
            k = c.rng.choice((2, 2, 3))
            nth = "second" if k == 2 else "third"
            return Noun(
                f"<the {nth} <largest|biggest|greatest> of {said}|the {nth} largest number among {said}>",
                f"number {k} from the top, by size, among {said}",
                f"sorted([{numbers}])[-{k}]",
                values[-k],
            )
        case _:
            k = c.rng.choice((2, 2, 3))
            nth = "second" if k == 2 else "third"
            return Noun(
                f"<the {nth} <smallest|lowest> of {said}|the {nth} smallest number among {said}>",
                f"number {k} from below, by size, among {said}",
                f"sorted([{numbers}])[{k - 1}]",
                values[k - 1],
            )


def _rule(c: Chain) -> Rule:
    open_ = [rule for rule in c.rules if not rule.used] or c.rules
    if not open_:
        raise Unfit
    rule = c.rng.choice(open_)
    rule.used = True
    return rule


def _function_value(c: Chain) -> Noun:
    rule = _rule(c)
    a = c.number(-6, 10, lambda v: abs(v) <= 15, named=0.6)
    typed = c.slots[a.said[1:-1]]
    assert isinstance(typed, Expr)
    shown = c.put(call(rule.name, typed))
    return Noun(
        f"<{shown}|{shown}|{shown}|the value of {shown}>",
        f"the number {shown}",
        f"{rule.name}.subs({rule.letter}, {a.code})",
        rule.at(a.value),
    )


def _slope(c: Chain) -> Noun:
    rule = _rule(c)
    if len(rule.coefficients) < 3:
        raise Unfit
    a = c.number(-4, 6, lambda v: abs(v) <= 9, named=0.5)
    typed = c.slots[a.said[1:-1]]
    assert isinstance(typed, Expr)
    shown, f, x = c.put(call(rule.name + "'", typed)), c.put(Sym(rule.name)), c.put(Sym(rule.letter))
    n = len(rule.coefficients) - 1
    derived = Rule("", "", tuple(v * (n - i) for i, v in enumerate(rule.coefficients[:-1])))
    return Noun(
        f"<{shown}|the derivative of {f} at {x} = {a.said}|the slope of {f} at {x} = {a.said}|the value of the"
        f" derivative of {f} at {a.said}>",
        f"the steepness of {f} at {a.said}",
        f"diff({rule.name}, {rule.letter}).subs({rule.letter}, {a.code})",
        derived.at(a.value),
    )


_ARITHMETIC = (_sum, _difference, _product, _quotient, _formula, _formula, _formula, _square)
_NUMBERS = (
    _remainder,
    _remainder,
    _gcd,
    _lcm,
    _digit,
    _digit_sum,
    _prime_factor,
    _divisor_count,
    _nearest_root,
    _rounded,
)
_OTHER = (_root, _root, _extreme, _units)


def _defined(c: Chain) -> None:
    """One more definition, mostly one that uses what was named before."""
    rng = c.rng
    kind = rng.random()
    if c.rules and (kind < 0.5 or not all(rule.used for rule in c.rules)) and rng.random() < 0.6:
        if rng.random() < 0.5:
            c.name_derived_rule(_rule(c))
        else:
            c.name_number(rng.choice((_function_value, _function_value, _slope))(c))
        return
    if kind < 0.2:
        c.name_solution()
    elif kind < 0.3:
        c.name_pair()
    elif kind < 0.45:
        c.name_rule(rng.choice((1, 2, 2, 3)))
    else:
        c.name_number(rng.choice(rng.choice((_ARITHMETIC, _NUMBERS, _NUMBERS, _OTHER)))(c))


_GET = "<what is|what is|what is|{find}|{find}|calculate|determine|compute|work out|give|evaluate|state>"


def _asked_number(kinds: Sequence[Callable[[Chain], Noun]]) -> Callable[[Chain], Ask]:
    def ask(c: Chain) -> Ask:
        noun = c.rng.choice(kinds)(c)
        if abs(noun.value) > 10_000_000:
            raise Unfit
        lead = "<{find}|give|state|tell me|i need>" if "|how many " in noun.said else _GET
        return Ask(f"{lead} {noun.said}", f"how much is {noun.kept}", (noun.code,), "The result is @.", "")

    return ask


def _asked_equation(c: Chain) -> Ask:
    """A linear equation with named numbers in it."""
    x = c.symbol()
    s, v = Sym(x), Fraction(c.rng.randint(-9, 12))
    first, constant = c.coefficient(2, 9), c.coefficient(-20, 30)
    left = c.term(first, s) + constant[0] if c.rng.random() < 0.7 else constant[0] + c.term(first, s)
    slope = c.rng.choice((0, 0, -3, -2, 2, 4, 5))
    if first[1] == slope:
        raise Unfit
    value = first[1] * v + constant[1] - slope * v
    right = scaled(slope, s) + int(value) if slope else expr(int(value))
    if slope and value == 0:
        right = scaled(slope, s)
    if not c.numbers and c.rng.random() < 0.6:
        left, right = many_terms(c.rng, s, int(first[1]), int(constant[1])), many_terms(c.rng, s, slope, int(value))
    eq = equation(left, right) if c.rng.random() < 0.8 else equation(right, left)
    shown, letter = c.put(eq), c.put(s)
    return Ask(
        f"<solve {shown} for {letter}|solve {shown}|find {letter} when {shown}|what is {letter} if {shown}|which"
        f" {letter} satisfies {shown}|find the {letter} with {shown}|for which {letter} is {shown}|determine {letter}"
        f" from {shown}|calculate {letter}, given {shown}|{shown}, {letter} = ?>",
        f"{shown} is true for which number {letter}",
        (f"solve({eq.code()}, {x})[0]",),
        f"So ${x} = @@$.",
        f"solve for {x}",
    )


def _asked_system(c: Chain) -> Ask:
    one, two = c.symbol(""), c.symbol("")
    s, t = Sym(one), Sym(two)
    x, y = c.rng.randint(-6, 9), c.rng.randint(-6, 9)
    (k, a), b = c.coefficient(2, 7), c.rng.choice((1, -1, 2, -3, 4))
    p, q = c.rng.choice((1, 2, 3, -1)), c.rng.choice((1, -1, 5, -2))
    if a * q == b * p:
        raise Unfit
    parts = [
        equation(c.term((k, a), s) + scaled(b, t), int(a * x + b * y)),
        equation(scaled(p, s) + scaled(q, t), p * x + q * y),
    ]
    if c.numbers and c.rng.random() < 0.5:
        given = c.rng.choice(c.numbers)
        r = given.value - p * x - q * y
        right = Sym(given.name) - int(r) if r > 0 else Sym(given.name) + int(-r) if r else Sym(given.name)
        if _is_whole(given.value):
            given.used = True
            parts[1] = equation(scaled(p, s) + scaled(q, t), right)
    if c.rng.random() < 0.3:
        parts.reverse()
    first, second = (c.put(part) for part in parts)
    wanted = c.rng.choice((one, two))
    w = c.put(Sym(wanted))
    return Ask(
        f"<solve {first} and {second} for {w}|solve {first}, {second} for {w}|find {w} if {first} and {second}|what is"
        f" {w} when {first} and {second}|{first} and {second}: find {w}|solve the <simultaneous"
        f" equations|system|equations> {first}, {second} for {w}|which {w} satisfies {first} and {second}|the equations"
        f" {first} and {second} hold. what is {w}|calculate {w} from {first} and {second}>",
        f"both {first} and {second} are true for which {w}",
        (f"solve([{parts[0].code()}, {parts[1].code()}], [{one}, {two}])[{wanted}]",),
        f"So ${wanted} = @@$.",
        f"solve both for {wanted}",
    )


def _asked_roots(c: Chain) -> Ask:
    """A quadratic with a named number among its coefficients and integer zeros: solved or factored."""
    x = c.symbol()
    s = Sym(x)
    named = [given for given in c.numbers if _is_whole(given.value) and 0 < abs(given.value) <= 40]
    p = c.rng.randint(-8, 8)
    if named and c.rng.random() < 0.85:
        given = c.rng.choice(named)
        given.used = True
        k = int(given.value)
        if c.rng.random() < 0.5:
            q = k - p
            shown = s**2 - Sym(given.name) * s + p * q if p * q else s**2 - Sym(given.name) * s
        else:
            if not p or k % p:
                raise Unfit
            q = k // p
            shown = polynomial((1, -(p + q), 0), s) + Sym(given.name)
    else:
        q = c.rng.randint(-8, 9)
        shown = polynomial((1, -(p + q), p * q), s)
    eq, bare, letter = c.put(equation(shown, 0)), c.put(shown), c.put(s)
    if c.rng.random() < 0.4:
        return Ask(
            f"<factor {bare}|factorise {bare}|write {bare} in factored form|write {bare} as a product|factorize"
            f" {bare}|what is the factored form of {bare}>",
            f"as which product can {bare} be written",
            (f"factor({shown.code()})",),
            "The factored form is @.",
            "factor the result",
        )
    return Ask(
        f"<solve {eq} for {letter}|solve {eq}|find all {letter} with {eq}|which {letter} satisfy {eq}|what are the"
        f" <roots|zeros|solutions> of {eq}|find every {letter} such that {eq}>",
        f"{eq} is true for which {letter}",
        (f"solve({shown.code()}, {x})",),
        f"So ${x} = @@inner$.",
        f"solve for {x}",
    )


def _with_rule(c: Chain) -> Rule:
    """A function to ask about; one is named where there is none."""
    return _rule(c) if c.rules else _use(c.name_rule(c.rng.choice((2, 2, 3, 4))))


def _use(rule: Rule) -> Rule:
    rule.used = True
    return rule


def _of_two_letters(c: Chain) -> tuple[str, str, str, bool]:
    """A polynomial in two letters: the one to differentiate by, its code, its slot, whether it has both letters."""
    rng = c.rng
    x, y = c.symbol(), c.symbol("yzwt")
    s, t = Sym(x), Sym(y)
    terms: list[Expr] = []
    for _ in range(rng.randint(2, 5)):
        a, b = rng.choice((0, 1, 1, 2, 3, 4)), rng.choice((0, 0, 1, 2, 3))
        factors = [part**k if k > 1 else part for part, k in ((s, a), (t, b)) if k]
        if rng.random() < 0.2:
            factors.reverse()
        k = rng.choice((1, -1, *range(2, 30), *range(-12, -1)))
        product = factors[0] * factors[1] if len(factors) == 2 else factors[0] if factors else None
        terms.append(scaled(k, product) if product is not None else expr(k))
    if not any(x in term.symbols for term in terms) or len(
        {term.code().lstrip("-0123456789*") for term in terms}
    ) < len(terms):
        raise Unfit
    formula = total(terms)
    if rng.random() < 0.5 and y in formula.symbols:
        x, y = y, x
    return x, formula.code(), c.put(formula), len(formula.symbols) > 1


def _asked_derivative(c: Chain) -> Ask:
    rng = c.rng
    if not c.numbers and not c.rules:
        x, code, body, degree = "", "", "", 4
    elif rng.random() < 0.45 and c.numbers:
        x = c.symbol()
        formula, values = c.formula(Sym(x), rng.choice((2, 3, 3, 4)))
        body, code, degree = c.put(formula), formula.code(), len(values) - 1
    else:
        rule = _with_rule(c)
        x, code, degree = rule.letter, rule.name, len(rule.coefficients) - 1
        body = c.put(call(rule.name, Sym(x)) if rng.random() < 0.7 else Sym(rule.name))
    n = rng.choice((1, 1, 1, 2, 2, 3))
    if n > degree:
        n = 1
    several = False
    if not x:
        x, code, body, several = _of_two_letters(c)
    letter = c.put(Sym(x))
    nth = {1: "<derivative|first derivative|derivative>"}.get(n, f"{ORDINALS[n]} derivative")
    times = {1: "", 2: " twice", 3: " three times"}[n]
    order = f", {n}" if n > 1 else ""
    alone = "" if several else f"|{_GET} the {nth} of {body}|differentiate {body}{times}"
    return Ask(
        f"<{_GET} the {nth} of {body} with respect to {letter}|differentiate {body}{times} with respect to"
        f" {letter}{alone}>",
        f"what does {body} become, differentiated{times}{f' by {letter}' if several else ''}",
        (f"expand(diff({code}, {x}{order}))",),
        "The derivative is @.",
        "differentiate",
    )


def _asked_polynomial(c: Chain) -> Ask:
    rng = c.rng
    rule = _with_rule(c)
    x, s, f = rule.letter, Sym(rule.letter), rule.name
    fx = call(f, s)
    n = len(rule.coefficients) - 1
    match rng.randrange(5):
        case 0:
            k = rng.randint(0, n)
            what = c.put(s**k) if k > 1 else c.put(s) if k else ""
            noun = (
                f"<the coefficient of {what} in {c.put(fx)}|the number before {what} in {c.put(fx)}>"
                if k
                else f"<the constant term of {c.put(fx)}>"
            )
            return Ask(
                f"{_GET} {noun}",
                f"with which number does {what} appear in {c.put(fx)}"
                if k
                else f"which number stands alone in {c.put(fx)}",
                (f"expand({f}).coeff({x}, {k})",),
                "The coefficient is @.",
                "read off the coefficient",
            )
        case 1:
            shown = c.put(fx)
            return Ask(
                f"<simplify {shown}|expand {shown}|write {shown} as a polynomial|{_GET} {shown}|collect the terms of"
                f" {shown}|write {shown} in standard form>",
                f"which polynomial is {shown}",
                (f"expand({f})",),
                "The result is @.",
                "multiply out",
            )
        case 2:
            other = [r for r in c.rules if r is not rule and r.letter == x]
            if other:
                g = rng.choice(other)
                g.used = True
                gx = call(g.name, s)
                made, code = (fx * gx, f"{f}*{g.name}") if rng.random() < 0.5 else (fx - gx, f"{f} - {g.name}")
            else:
                made, code = fx * (s + 2), f"{f}*({x} + 2)"
            shown = c.put(made)
        case 3:
            if n > 2:
                raise Unfit
            shift = rng.choice((1, 2, -1, 3))
            shown, code = c.put(call(f, s + shift)), f"{f}.subs({x}, {(s + shift).code()})"
        case _:
            if n > 2:
                raise Unfit
            shown, code = c.put(call(f, fx)), f"{f}.subs({x}, {f})"
            if n > 1 and max(abs(v) for v in rule.coefficients) > 12:
                raise Unfit
    return Ask(
        f"<{_GET} {shown}|expand {shown}|simplify {shown}|write {shown} as a polynomial|{_GET} {shown} in expanded"
        f" form|multiply out {shown}>",
        f"which polynomial is {shown}",
        (f"expand({code})",),
        "The result is @.",
        "multiply out",
    )


def _asked_yes_no(c: Chain) -> Ask:
    rng = c.rng
    match rng.randrange(4):
        case 0:
            a = c.number(11, 999, lambda v: 1 < v < 90_000)
            return Ask(
                f"<is {a.said} <a prime number|prime|a prime>|decide whether {a.said} is prime|does {a.said} count as a"
                f" prime number|tell me whether {a.said} is a prime>",
                f"has {a.said} no divisors but 1 and itself",
                (f"'yes' if isprime({a.code}) else 'no'",),
                "The answer is @.",
                "test the number",
            )
        case 1:
            a = c.number(11, 999, lambda v: 1 < v < 90_000)
            return Ask(
                f"<is {a.said} <a composite number|composite>|decide whether {a.said} is composite|is {a.said} a"
                " composite number or not>",
                f"can {a.said} be written as a product of smaller numbers",
                (f"'yes' if {a.code} > 1 and not isprime({a.code}) else 'no'",),
                "The answer is @.",
                "test the number",
            )
        case 2:
            b = c.number(2, 15, _above_one, named=0.4)
            a = c.number(20, 900, lambda v: v > b.value)
            return Ask(
                f"<is {b.said} a <factor|divisor> of {a.said}|does {b.said} divide {a.said}|is {a.said} a multiple of"
                f" {b.said}|is {a.said} divisible by {b.said}|can {a.said} be divided by {b.said} without remainder>",
                f"does {a.said} leave nothing over when it is shared by {b.said}",
                (f"'yes' if {a.code} % {b.code} == 0 else 'no'",),
                "The answer is @.",
                "test the remainder",
            )
        case _:
            (said, code, _), (other, other_code, _) = _shuffled(rng, _any_number(c, 0.95), _any_number(c, 0.3))
            word, sign = rng.choice(
                (
                    ("<greater|bigger|larger> than", ">"),
                    ("<less|smaller> than", "<"),
                    ("at least", ">="),
                    ("at most", "<="),
                    ("equal to", "=="),
                )
            )
            return Ask(
                f"<is {said} {word} {other}|is it true that {said} is {word} {other}|decide whether {said} is {word}"
                f" {other}>",
                f"would it be right to call {said} {word} {other}",
                (f"'yes' if {code} {sign} {other_code} else 'no'",),
                "The answer is @.",
                "compare the two",
            )


_Number = tuple[str, str, Fraction]


def _shuffled(rng: Random, *numbers: _Number) -> list[_Number]:
    return rng.sample(numbers, len(numbers))


def _any_number(c: Chain, named: float) -> _Number:
    """A named number of any kind, or an integer, fraction or decimal near one that is named."""
    rng = c.rng
    open_ = [given for given in c.numbers if not given.used] or c.numbers
    if open_ and rng.random() < named:
        given = rng.choice(open_)
        given.used = True
        return c.put(Sym(given.name)), given.name, given.value
    near = int(c.numbers[-1].value) if c.numbers and rng.random() < 0.7 else 0
    kind = rng.random()
    if kind < 0.5:
        value = Fraction(near + rng.randint(-9, 9))
        return c.put(expr(value)), str(value), value
    if kind < 0.8:
        bottom = rng.randint(2, 12)
        value = Fraction(near * bottom + rng.randint(-2 * bottom, 2 * bottom), bottom)
        if value.denominator == 1:
            return c.put(expr(value)), str(value), value
        return c.put(expr(value)), f"Rational({value.numerator}, {value.denominator})", value
    value = Fraction(near * 10 + rng.randint(-25, 25), 10)
    text = f"{float(value):.1f}".removesuffix(".0")
    return c.put(expr(text)), f"Rational('{text}')" if "." in text else text, value


def _asked_comparison(c: Chain) -> Ask:
    rng = c.rng
    several = rng.randrange(4)
    if several == 0:
        (said, code, v), (other, other_code, w) = _shuffled(rng, _any_number(c, 0.9), _any_number(c, 0.2))
        if v == w:
            raise Unfit
        larger = rng.random() < 0.6
        word = "<greater|larger|bigger>" if larger else "<smaller|less>"
        return Ask(
            f"<which is {word}: {said} or {other}|which is {word}, {said} or {other}|what is the"
            f" {word.replace('|less', '')} of {said} and {other}|{said} or {other}: which is {word}|which of {said} and"
            f" {other} is {word}>",
            f"{said} and {other} lie on a line: which of them further {'right' if larger else 'left'}",
            (f"{'max' if larger else 'min'}({code}, {other_code})",),
            "It is @.",
            "compare the two",
        )
    numbers = _shuffled(rng, *[_any_number(c, 0.95 if i == 0 else 0.15) for i in range(rng.choice((3, 4, 4, 5)))])
    if len({value for *_, value in numbers}) < len(numbers):
        raise Unfit
    said = ", ".join(n[0] for n in numbers[:-1]) + f"<,| and|,> {numbers[-1][0]}"
    listed = f"[{', '.join(n[1] for n in numbers)}]"
    if several == 1:
        down = rng.random() < 0.4
        way = (
            "<in decreasing order|in descending order|from largest to smallest|from high to low|downwards>"
            if down
            else (
                "<in increasing order|in ascending order|from smallest to largest|from least to greatest|upwards|in"
                " order>"
            )
        )
        return Ask(
            f"<sort|put|order|arrange|list> {said} {way}",
            f"line up {said} {'beginning at the top' if down else 'beginning at the bottom'}",
            (f"sorted({listed}{', reverse=True' if down else ''})",),
            "In order: @inner.",
            "sort the numbers",
        )
    if several == 2:
        k = rng.choice((1, 2, 2, 3))
        largest = rng.random() < 0.6
        nth = {1: "", 2: "second ", 3: "third "}[k]
        word = "<largest|biggest|greatest>" if largest else "<smallest|lowest>"
        place = f"-{k}" if largest else f"{k - 1}"
        return Ask(
            f"<{_GET} the {nth}{word} of {said}|which is the {nth}{word} of {said}|{_GET} the {nth}{word}"
            f" <value|number> in {said}|which is the {nth}{word} <number|value>: {said}>",
            f"{said}, ranked by size: name number {k} from the {'top' if largest else 'bottom'}",
            (f"sorted({listed})[{place}]",),
            "It is @.",
            "sort the numbers",
        )
    target = _any_number(c, 0.2)
    gaps = sorted(abs(value - target[2]) for *_, value in numbers)
    if gaps[0] == gaps[1] or any(value == target[2] for *_, value in numbers):
        raise Unfit
    return Ask(
        f"<which is <closest|nearest> to {target[0]}: {said}|which of {said} is <closest|nearest> to {target[0]}|{_GET}"
        f" the <closest|nearest> to {target[0]} <in|of|among> {said}|what is the <closest|nearest> number to"
        f" {target[0]} <in|out of> {said}>",
        f"{said}: which of these misses {target[0]} by the least",
        (f"min({listed}, key=lambda number: abs(number - {target[1]}))",),
        "It is @.",
        "compare the distances",
    )


def _asked_bag(c: Chain) -> Ask:
    """Letters drawn without replacement from a bag with named counts, or from a written word."""
    rng = c.rng
    kinds = [c.letter() for _ in range(rng.choice((2, 2, 3, 4)))]
    counts = [c.number(1, 8, lambda v: 1 <= v <= 12, named=0.8 if i == 0 else 0.1) for i in range(len(kinds))]
    draws = rng.choice((2, 2, 3, 3, 4))
    order = "".join(rng.choice(kinds) for _ in range(draws))
    have = dict(zip(kinds, (int(n.value) for n in counts), strict=True))
    if any(order.count(letter) > have[letter] for letter in order) or sum(have.values()) < draws:
        raise Unfit
    word = {2: "<two|2>", 3: "<three|3>", 4: "<four|4>"}[draws]
    if c.numbers or rng.random() < 0.4:
        parts = [
            f"{n.said} <{k}'s|{k}>" if rng.random() < 0.7 else f"{n.said} letters {k}"
            for n, k in zip(counts, kinds, strict=True)
        ]
        bag = f"<a bag|a box|a bag> <with|holding|containing> {', '.join(parts[:-1])} and {parts[-1]}"
        if rng.random() < 0.3:
            typed = [c.slots[n.said[1:-1]] for n in counts]
            c.slots["bag"] = _Counts(tuple((k, n) for k, n in zip(kinds, typed, strict=True) if isinstance(n, Expr)))
            bag = "{bag}"
        held = " + ".join(f"[{k!r}]*{n.code}" for n, k in zip(counts, kinds, strict=True))
    else:
        letters = [k for k, n in have.items() for _ in range(n)]
        if len(letters) > 12:
            raise Unfit
        if rng.random() < 0.6:
            rng.shuffle(letters)
        text = "".join(letters)
        c.slots["word"] = text
        bag = "<the letters of {word}|{word}|the word {word}>"
        held = f"list('{text}')"
    if rng.random() < 0.5:
        said = rng.choice(
            (
                f"<the sequence|sequence> {order}",
                f"{', then '.join(order)}",
                f"{', '.join(order[:-1])} and {order[-1]} in that order",
            )
        )
        lines = [
            f"left = {held}",
            "chance = Rational(1)",
            f"for letter in '{order}':",
            "    chance = chance*Rational(left.count(letter), len(left))",
            "    left.remove(letter)",
        ]
        plan, last = "multiply the chances of the draws", "chance"
        wanted = f"<getting|drawing|picking> {said}"
    else:
        amount = {k: order.count(k) for k in sorted(set(order), key=order.index)}
        parts = [f"{n} {k}" for k, n in amount.items()]
        said = " and ".join(parts)
        lines = [f"bag = {held}"]
        tops = "*".join(f"comb(bag.count('{k}'), {n})" for k, n in amount.items())
        last = f"Rational({tops}, comb(len(bag), {draws}))"
        plan = "count the ways to choose"
        wanted = f"<getting|drawing|picking|choosing> {said}"
    return Ask(
        f"<<what is|{{find}}|give|calculate|determine> the <probability|prob|chance> of {wanted} when {word} letters"
        f" are <drawn|picked|taken|chosen> without replacement from {bag}|{word} letters are <drawn|picked|taken> <at"
        f" random |>without replacement from {bag}. <what is|{{find}}|give|calculate> the <probability|prob|chance> of"
        f" {wanted}|<draw|pick|take> {word} letters without replacement from {bag}. <what is|{{find}}|give> the"
        f" <probability|chance> of {wanted}>",
        f"from {bag} come {word} letters, none of them put back: how likely is {said}",
        (*lines, last),
        "The probability is @.",
        plan,
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """`{a: 3, b: k}`."""

    parts: tuple[tuple[str, Expr], ...]

    def typed(self, notation: Notation) -> str:
        """See `Typed`."""
        return "{" + ", ".join(f"{letter}: {count.bare(notation)}" for letter, count in self.parts) + "}"


def _instance(rng: Random, asks: Sequence[Callable[[Chain], Ask]], least: int) -> Instance:
    for _ in range(400):
        chain = Chain(rng)
        try:
            for _ in range(max(least, rng.choice((0, 1, 1, 2, 2, 3)))):
                _defined(chain)
            ask = rng.choice(asks)(chain)
        except (Unfit, ZeroDivisionError):
            continue
        if chain.all_used:
            return _told(chain, ask)
    raise RuntimeError("no chain was found")


def _told(chain: Chain, ask: Ask) -> Instance:
    rng = chain.rng
    code = sympy_code(*chain.lines, *ask.lines, symbols=list(dict.fromkeys(chain.symbols)))
    if any("comb(" in line for line in ask.lines):
        code = Code(f"from math import comb\n{code.source}")
    box = "\\boxed{⟨0⟩}"
    answer = ask.answer.replace("@@inner", "\\boxed{⟨0:inner⟩}").replace("@@", box)
    answer = answer.replace("@inner", "$\\boxed{⟨0:inner⟩}$").replace("@", f"${box}$")
    names = [line.split(" = ")[0] for line in chain.lines if not line.startswith("solution")]
    if names:
        first = rng.choice(("First we need", "We compute", "Work out")) + f" {', then '.join(names)}"
        plan = f"{first}{', then ' + ask.plan if ask.plan else ''}."
    else:
        plan = (ask.plan[:1].upper() + ask.plan[1:] or rng.choice(("Compute it", "Put the numbers in"))) + "."
    slots = dict(chain.slots) | {"ask": phrase(ask.said), "query": phrase(ask.kept)}
    if chain.sentences:
        slots["defs"] = phrase(". ".join(chain.sentences))
        slots["kept"] = phrase(". ".join(chain.kept))
        if len(chain.clauses) <= 2 and not any(". " in text for text in (*chain.clauses, ask.said)):
            slots["facts"] = phrase(" and ".join(chain.clauses))
    else:
        slots["alone"], slots["kept_alone"] = slots["ask"], slots["query"]
        del slots["ask"], slots["query"]
    return Instance(slots, (Words(plan), code, Words(answer)))


_ALONE = ("{alone}", "{alone}", "<please|can you|could you> tell me: {alone}")
_ALONE_HELD = ("{kept_alone}",)
_CONSTANTS = (0, 1, 2, 3, 7, 10, 12, 24, 60, 100, 1000, 3600)


def _register(topic: str, name: str, asks: Sequence[Callable[[Chain], Ask]], least: int = 1) -> None:
    task(topic, name, _SHAPES + _ALONE, _HELD_SHAPES + _ALONE_HELD, weight=2, constants=_CONSTANTS)(
        lambda rng: _instance(rng, asks, least)
    )


_register("composed", "chained_arithmetic", [_asked_number(_ARITHMETIC)])
_register("composed", "chained_numbers", [_asked_number(_NUMBERS), _asked_number(_NUMBERS), _asked_yes_no])
_register("composed", "chained_units", [_asked_number((_units,))])
_register("composed", "chained_values", [_asked_number((_function_value, _function_value, _slope))])
_register("composed", "chained_equations", [_asked_equation, _asked_system, _asked_roots], 0)
_register("composed", "chained_derivatives", [_asked_derivative], 0)
_register("composed", "chained_polynomials", [_asked_polynomial], 0)
_register("composed", "chained_comparison", [_asked_comparison, _asked_comparison, _asked_yes_no])
_register("composed", "chained_draws", [_asked_bag], 0)
