"""Numbers as exams ask about them: mixed numbers compared, signed sums, numerals of a base, units, clock times."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.families.number_theory import numeral
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import ORDINALS, nth
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, decimal, grouped, phrased, steps

_VALUE = (
    "from fractions import Fraction\n{numbers}value = lambda text: sum(Fraction(part) for part in text.split())\n{last}"
)


def _value(text: str) -> Fraction:
    return sum((Fraction(part) for part in text.split()), Fraction(0))


def _near(rng: Random, whole: int) -> str:
    """A positive mixed number, improper fraction, decimal or whole number near `whole`."""
    kind = rng.random()
    q = rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    p = next(p for p in (rng.randint(1, q - 1) for _ in range(99)) if Fraction(p, q).denominator == q)
    if kind < 0.45:
        return f"{whole} {p}/{q}"
    if kind < 0.7:
        return f"{whole * q + p}/{q}"
    if kind < 0.9:
        return decimal(rng, whole, whole + 1, rng.choice((1, 2, 2, 3)))
    return str(whole + rng.randint(0, 1))


def _near_list(rng: Random, count: int) -> list[str]:
    """Such numbers, close together, no two alike; at least one is a mixed number."""
    whole, spread = rng.randint(1, rng.choice((4, 12, 40))), rng.choice((0, 0, 1, 2))
    while True:
        typed = [_near(rng, whole + rng.randint(0, spread)) for _ in range(count)]
        if any(" " in item for item in typed) and len({_value(item) for item in typed}) == count:
            return typed


def _said(rng: Random, typed: list[str]) -> str:
    mark = rng.choice((", ", ", ", "; "))
    return mark.join(typed) if rng.random() < 0.6 else mark.join(typed[:-1]) + f" and {typed[-1]}"


def _valued(last: str, typed: list[str] | None = None) -> str:
    return _VALUE.format(numbers=f"numbers = {typed!r}\n" if typed else "", last=last)


@task(
    "comparing",
    "mixed_numbers_in_order",
    (
        "<arrange|put|place|sort> {list} in <order of size, from {low} to {high}|order from {low} to {high}>",
        "<sort|order|rank> <the numbers|the values|> {list} from {low} to {high}",
        "<arrange|write|list> the <following|> numbers in {way} order: {list}",
        "<write|put|list> {list} in {way} order",
        "from {low} to {high}: {list}",
        "{must_find} the {way} order of {list}",
        "{list}: <sort|arrange|order> these <numbers|values> from {low} to {high}",
        "{someone} <measured|wrote down|found> {list}. <list|write> these <values|numbers> in {way} order",
        "<in|give the> {way} order<,|:> {list}",
        "{wonder} the {way} order of <the numbers|> {list}",
        "the numbers {list} are to be <sorted|arranged|written> in {way} order. <do this|give the list|write the list>",
        "which is the {way} order of {list}",
        "if {list} are <sorted|arranged|put in order> from {low} to {high}, <what is the list|how does the list read>",
    ),
    (
        "starting with the {low}, write out {list} one after the other by size",
        "rewrite the list {list} so that it runs from {low} to {high}",
    ),
    weight=1.5,
)
def mixed_in_order(rng: Random) -> Instance:
    typed, down = _near_list(rng, rng.randint(3, 5)), rng.random() < 0.4
    low, high = ("<smallest|least|lowest>", "<largest|greatest|highest|biggest>")
    ways = "<descending|decreasing|falling>" if down else "<ascending|increasing|rising>"
    words = {"low": phrased(high if down else low), "high": phrased(low if down else high), "way": phrased(ways)}
    code = _valued(f"', '.join(sorted(numbers, key=value{', reverse=True' * down}))", typed)
    return Instance(
        {**words, "list": _said(rng, typed)},
        steps("A mixed number is its whole part plus its fraction; we sort by value.", code, boxed("In order:")),
    )


@task(
    "comparing",
    "kth_of_mixed_numbers",
    (
        "<what|which> is the {kth} <number|value|> <in|of|among> {list}",
        "{find} the {kth} <number|value|> <of|in|among> {list}",
        "<state|name|write down> the {kth} of <the numbers|the values|> {list}",
        "which of <the numbers|> {list} is the {kth}",
        "{list}: <which|what> is the {kth}",
        "{must_find} the {kth} of {list}",
        "{wonder} which of {list} is the {kth}",
        "the {kth} of {list} <is which number|is what>",
        "{someone} <has|measured|wrote> {list}. which <value|number> is the {kth}",
        "out of {list}, <select|choose|pick> the {kth} <number|value>",
        "among {list}, <which number|which one> is the {kth}",
        "given the numbers {list}, <which one is|state|find> the {kth}",
        "let m be the {kth} of {list}. <what is m|state m|find m>",
    ),
    (
        "when {list} are lined up on a number line, which is the {kth} of them",
        "of the values {list}, just one is the {kth}: name it",
    ),
    weight=1.5,
)
def kth_of_mixed(rng: Random) -> Instance:
    typed = _near_list(rng, rng.randint(3, 6))
    k, down = rng.choice((1, 1, 2, 2, 3)), rng.random() < 0.5
    end = "<largest|greatest|biggest|highest>" if down else "<smallest|least|lowest>"
    word = f"<{ORDINALS[k]}|{ORDINALS[k]}|{nth(k)}> " if k > 1 else ""
    code = f"sorted(numbers, key=value)[{-k if down else k - 1}]"
    if k == 1:
        code = f"{'max' if down else 'min'}(numbers, key=value)"
    return Instance(
        {"list": _said(rng, typed), "kth": phrased(word + end)},
        steps("We compare by value, a mixed number being a sum.", _valued(code, typed), boxed("It is")),
    )


@task(
    "comparing",
    "one_of_two_mixed_numbers",
    (
        "which is {more}: {a} or {b}",
        "which <number|one|> is {more}, {a} or {b}",
        "{find} the {more} of <the numbers|the two numbers|> {a} and {b}",
        "<compare|look at> {a} and {b}. <which is|write down|state> the {more} <one|number>",
        "<state|name|write> the {more} of {a} and {b}",
        "which of {a} and {b} is {more}",
        "{wonder} which of {a} and {b} is {more}",
        "{must_find} the {more} of {a} and {b}",
        "let p = {a} and q = {b}. <write|give> the value of the {more} one",
        "{a} or {b}: which is {more}",
        "{someone} <gets|walks|drinks|pays> {a}, {someone} {b}. which <amount|number> is {more}",
        "the {more} of {a} and {b} <is which|is what|is to be found>",
        "<choose|pick|select> the {more} <number|one>: {a}, {b}",
    ),
    (
        "two numbers are given, {a} and {b}; copy out whichever is {more}",
        "between {a} and {b}, the {more} value belongs to which",
    ),
    weight=1.5,
)
def one_of_two_mixed(rng: Random) -> Instance:
    a, b = typed = _near_list(rng, 2)
    if rng.random() < 0.3:  # a proper fraction against a decimal or another fraction
        q, r = rng.sample(range(5, 16), 2)
        p = rng.randint(1, q - 1)
        near = round(r * p / q) or 1
        a, b = typed = [f"{p}/{q}", f"{near}/{r}" if rng.random() < 0.4 else f"{p / q:.2f}"]
        if _value(a) == _value(b):
            return one_of_two_mixed(rng)
    down = rng.random() < 0.4
    more = "<smaller|lesser|smaller>" if down else "<greater|larger|bigger>"
    return Instance(
        {"a": a, "b": b, "more": phrased(more)},
        steps(
            "We compare the exact values.",
            _valued(f"{'min' if down else 'max'}(numbers, key=value)", typed),
            boxed("It is"),
        ),
    )


@task(
    "comparing",
    "closest_of_mixed_numbers",
    (
        "which of {list} is <closest|nearest> to {t}",
        "which <number|value> is <closest|nearest> to {t}: {list}",
        "{find} the <number|value> <closest|nearest> to {t} <among|in|from> {list}",
        "{must_find} which of {list} is <closest|nearest> to {t}",
        "{wonder} which of {list} <lies|comes|is> <closest|nearest> to {t}",
        "the <aim|target|goal> is {t}. the <results|attempts|tries> are {list}. which is <closest|nearest>",
        "{someone} must cut {t} m of rope. the pieces measure {list}. which <length|one> is <closest|nearest> to {t}",
        "{list}: which is the <closest|nearest> to {t}",
        "<choose|pick|select> from {list} the number <closest|nearest> to {t}",
        "which of {list} differs least from {t}",
        "given {list}, <state|name|write down> the number <closest|nearest> to {t}",
        "to {t}, which of {list} is the <closest|nearest> <number|one|>",
        "of the <estimates|guesses> {list} for {t}, which <is the best|has the least error|is closest>",
    ),
    (
        "the distance to {t} is least for which of {list}",
        "no other of the numbers {list} comes as near to {t} as one of them. which one",
    ),
)
def closest_of_mixed(rng: Random) -> Instance:
    while True:
        *typed, target = _near_list(rng, rng.randint(4, 5))
        if len({abs(_value(item) - _value(target)) for item in typed}) == len(typed):
            break
    code = f"min(numbers, key=lambda text: abs(value(text) - value('{target}')))"
    return Instance(
        {"list": _said(rng, typed), "t": target},
        steps("We take the number with the least distance.", _valued(code, typed), boxed("The closest is")),
    )


_SIGNS = (
    ("<", "<", "<less than|smaller than|below>"),
    (">", ">", "<greater than|more than|larger than|bigger than>"),
    ("<=", "≤", "<at most|not more than|less than or equal to>"),
    (">=", "≥", "<at least|not less than|greater than or equal to>"),
)


@task(
    "comparing",
    "does_an_inequality_hold",
    (
        "does <the inequality |>{a} {sign} {b} hold[ (yes or no)]",
        "<is|does it hold that> {a} {sign} {b}[ (yes/no)]",
        "is it <correct|right|so> that {a} {sign} {b}[? yes or no]",
        "is {a} {rel} {b}[? answer yes or no]",
        "{someone} <says|claims|writes> that {a} is {rel} {b}. is that <correct|right|so>[ (yes/no)]",
        "{a} {sign} {b}: does <this|it> hold[ (yes/no)]",
        "<decide|check|find out> <if|whether> {a} {sign} {b}[ (yes/no)]",
        "{wonder} <if|whether> {a} is {rel} {b}[ (yes or no)]",
        "<decide|check|determine> whether {a} is {rel} {b}. <answer|say> yes or no",
        "answer yes or no: {a} is {rel} {b}",
        "yes or no: <is|does it hold that> {a} {sign} {b}",
        "the <statement|inequality|claim> is {a} {sign} {b}. does it hold[ (yes/no)]",
        "let p = {a} and q = {b}. is p {rel} q[ (yes/no)]",
        "can one say that {a} is {rel} {b}[ (yes/no)]",
    ),
    (
        "would it be correct to write the sign {sign} between {a} and {b} (yes/no)",
        "{a} is {rel} {b}. can this be so? yes or no",
    ),
    weight=1.5,
    constants=(2, 3),
)
def inequality_holds(rng: Random) -> Instance:
    op, shown, words = rng.choice(_SIGNS)
    slots: dict[str, Slot] = {"sign": rng.choice((op, shown)), "rel": phrased(words)}
    if rng.random() < 0.5:
        a, b = _near_list(rng, 2)
        code = _valued(f"'yes' if value('{a}') {op} value('{b}') else 'no'")
        return Instance({**slots, "a": a, "b": b}, steps("We compare the exact values.", code, boxed("The answer is")))
    n, d = rng.randint(2, 90), rng.randint(2, 12)
    near = n + rng.choice((-1, 0, 0, 1))
    u, v = rng.randint(-15, 15), rng.randint(2, 15)
    a, b = rng.choice(
        (
            (f"{near}", f"{n * d}/{d}"),
            (f"-{near}", f"-{n * d + rng.randint(-2, 2)}/{d}"),
            (f"{u} + {v}", f"{u + v + rng.randint(-1, 1)}"),
            (f"{u} - {v}", f"{u - v + rng.randint(-1, 1)}"),
            (f"{v}*{d}", f"{v * d + rng.randint(-2, 2)}"),
        )
    )
    if rng.random() < 0.3 and "+" not in a and " - " not in a:
        a, b = b, a
    code = f"from sympy import S\n'yes' if S('{a}') {op} S('{b}') else 'no'"
    return Instance({**slots, "a": a, "b": b}, steps("S keeps both sides exact.", code, boxed("The answer is")))


def _bracketed(rng: Random, depth: int) -> tuple[str, str]:
    """A signed sum with brackets inside brackets: as asked, with a square bracket outside, and as code."""
    terms = [str(rng.randint(1, 20)) for _ in range(rng.randint(1, 2))]
    if depth:
        inner, code = _bracketed(rng, depth - 1)
        square = depth > 1 or rng.random() < 0.3
        shown = [*terms, f"[{inner}]" if square else f"({inner})"]
        coded = [*terms, f"({code})"]
    else:
        terms = terms if len(terms) > 1 else [*terms, str(rng.randint(1, 20))]
        shown, coded = terms[:], terms[:]
    order = list(range(len(shown)))
    if depth and rng.random() < 0.4:
        rng.shuffle(order)
    text, source = "", ""
    for index, at in enumerate(order):
        sign = rng.choice((" - ", " - ", " + ")) if index else rng.choice(("", "", "", "-"))
        if shown[at][0] in "[(" and rng.random() < 0.3:
            factor = rng.randint(2, 6)
            times = rng.choice(("*", "*", "·"))
            text, source = f"{text}{sign}{factor}{times}{shown[at]}", f"{source}{sign}{factor}*{coded[at]}"
        else:
            text, source = text + sign + shown[at], source + sign + coded[at]
    if depth and rng.random() < 0.3:
        minus, n = rng.choice(" -"), rng.randint(1, 12)
        end = f" - (-{n})" if minus == "-" else f" + {n}"
        text, source = text + end, source + end
    return text, source


@task(
    "arithmetic",
    "brackets_in_brackets",
    (
        "<evaluate|calculate|work out|compute> {e}",
        "{calc} {e}",
        "{what_is} {e}",
        "{find} the value of {e}",
        "<simplify|work out|resolve> the brackets <and calculate|and give the value>: {e}",
        "mind the <brackets|signs>: {e}",
        "{must_find} <the value of|what comes out for|> {e}",
        "{wonder} what {e} <is|gives|makes>",
        "{e} = ?",
        "let t = {e}. <what is t|find t|evaluate t|state the value of t>",
        "<dissolve|clear|remove> all brackets and <compute|evaluate|work out>: {e}",
        "{e} <is|gives|makes> <what|which number>",
        "<first the inner brackets, then the outer ones|inner brackets first>: {e}",
        "{someone} <evaluates|calculates|works out> {e}. {result_q}",
    ),
    (
        "with all of its brackets worked out, which number is left of {e}",
        "{e}: what single number does this amount to",
    ),
    weight=1.5,
)
def brackets_in_brackets(rng: Random) -> Instance:
    text, code = _bracketed(rng, rng.choice((1, 2, 2)))
    return Instance({"e": text}, steps("We work from the inner brackets outwards.", code, boxed("The value is")))


@task(
    "fractions",
    "three_fractions",
    (
        "<evaluate|calculate|work out|compute> {e}[ as a fraction]",
        "{calc} {e}[ as a <reduced|single> fraction]",
        "<write|give|express> {e} as <a single|one|a reduced|a simplified> fraction",
        "{find} {e} <in lowest terms|as a fraction in lowest terms|as a fraction>",
        "{must_find} {e} as a fraction",
        "{wonder} what {e} <is as a fraction|makes>",
        "<simplify|combine|reduce>: {e}",
        "{e} = ? <give a fraction|as a fraction|>",
        "let s = {e}. {find} s as a fraction",
        "<put|bring> {e} <over a common denominator|to a common denominator> and <simplify|reduce>",
        "{e} <is|makes|gives> which fraction",
        "{someone} <adds up|calculates|works out> {e}. which <reduced |>fraction is the result",
        "the <sum|expression> {e} <is to be|must be|should be> written as <one|a single> fraction",
        "as a <reduced|simplified|single> fraction, {what_is} {e}",
    ),
    (
        "to which fraction in lowest terms does {e} simplify",
        "join the fractions of {e} into one and cancel it",
    ),
    weight=1.5,
)
def three_fractions(rng: Random) -> Instance:
    text, code = "", ""
    for index in range(3 if rng.random() < 0.8 else 4):
        q = rng.choice((2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 20))
        p = rng.randint(1, q + 3)
        p += p == q
        sign = rng.choice((" + ", " - ")) if index else rng.choice(("", "", "", "-"))
        text += f"{sign}{p}/{q}"
        code += f"{sign}Rational({p}, {q})"
    if rng.random() < 0.2:
        whole, sign = rng.randint(1, 6), rng.choice(("+", "-"))
        text, code = f"{text} {sign} {whole}", f"{code} {sign} {whole}"
    code = f"from sympy import Rational\n{code}"
    return Instance({"e": text}, steps("Rational keeps the fractions exact.", code, boxed("The result is")))


_BASES = ((2, "binary"), (2, "binary"), (8, "octal"), (16, "hexadecimal"), (16, "hexadecimal"), (3, "ternary"))


@task(
    "number theory",
    "sums_of_numerals_in_a_base",
    (
        "{do} {kind} <numbers|numerals> {x} and {y}[ and <give|write> the result in {in_base}]",
        "{find} the {result} of the {kind} <numbers|numerals> {x} and {y} in {in_base}",
        "{what_is} the {result} of {x} and {y}, both <given|written> in {in_base}, as a {kind} <number|numeral>",
        "{x} and {y} are {kind} <numbers|numerals>. {find} their {result} in {in_base}",
        "{x} and {y} are <written|given> in {in_base}. <give|state|write> their {result} in {in_base}",
        "the {kind} <numbers|numerals> are {x} and {y}. what is their {result} in {in_base}",
        "let p = {x} and q = {y} in {in_base}. {what_is} p {sign} q in {in_base}",
        "{must_find} the {result} of the {kind} <numbers|numerals> {x} and {y}",
        "{wonder} what the {result} of the {kind} <numbers|numerals> {x} and {y} is in {in_base}",
        "{result} of the {kind} <numbers|numerals> {x} and {y}",
        "<give|write|state> the {result} of {x} and {y} as a {kind} <numeral|number>, if both are in {in_base}",
        "in {in_base}, <write|give|find> the {result} of {x} and {y}",
        "a computer <stores|reads> {x} and {y} in {in_base}. {what_is} their {result} in {in_base}",
    ),
    (
        "which {kind} numeral is the {result} of the {kind} numerals {x} and {y}",
        "both {x} and {y} stand for numbers in {in_base}; their {result} is to be in {in_base} too",
    ),
    weight=1.5,
    constants=(1, 2, 3, 8, 16, "0123456789"),
)
def numerals_in_a_base(rng: Random) -> Instance:
    base, kind = rng.choice(_BASES)
    in_base = f"<{kind}|base {base}|{kind} notation>"
    if rng.random() < 0.35:
        base = rng.randint(3, 9)
        kind, in_base = f"base-{base}", f"<base {base}|base-{base} notation>"
    sign, limit = rng.choice("++-"), rng.choice((60, 300, 900))
    n, m = sorted(rng.sample(range(base + 1, base + limit), 2))
    x, y = numeral(m, base), numeral(n, base)
    if rng.random() < 0.4:
        x, y = x.lower(), y.lower()
    last = f"''.join('0123456789ABCDEF'[d] for d in digits(n, {base})[1:])"
    do = "add the" if sign == "+" else "<find the difference of|work out the difference of|take the difference of> the"
    result = "sum" if sign == "+" else "difference"
    return Instance(
        {
            "x": x,
            "y": y,
            "sign": sign,
            "kind": phrased(kind),
            "in_base": phrased(in_base),
            "do": phrased(do),
            "result": phrased(result),
        },
        steps(
            f"We read both numbers in base {base}, compute, and write the result in that base.",
            f"from sympy.ntheory import digits\nn = int('{x}', {base}) {sign} int('{y}', {base})\n{last}",
            boxed("The result is"),
        ),
    )


@task(
    "number theory",
    "remainder_of_a_form",
    (
        "{a} = {b}*{k} + {r} with 0 {le} {r} {lt} {b}. {ask}",
        "{a} = {b}{k} + {r}, <where|with> 0 {le} {r} {lt} {b}. {ask}",
        "<write|express|put> {a} <as|in the form> {b}*{k} + {r} with 0 {le} {r} {lt} {b}. {ask}",
        "if {a} = {b}*{k} + {r} and 0 {le} {r} {lt} {b}, {ask}",
        "let {a} = {k}*{b} + {r} <with|where> 0 {le} {r} {lt} {b}. {ask}",
        "{a} is written as {b}{k} + {r} with {k} an integer and 0 {le} {r} {lt} {b}. {ask}",
        "for integers {k} and {r}, {a} = {b}*{k} + {r} and 0 {le} {r} {lt} {b}. {ask}",
        "<suppose|assume> that {a} = {b}·{k} + {r}, <where|and> {r} is <from 0 up to but less than|at least 0 and less "
        "than> {b}. {ask}",
        "by division with remainder, {a} = {b}*{k} + {r}. {ask}",
        "division of {a} by {b} leads to {a} = {b}*{k} + {r}, 0 {le} {r} {lt} {b}. {ask}",
        "{ask}, if {a} = {k}*{b} + {r} and 0 {le} {r} {lt} {b}",
        "there are integers {k} and {r} with {a} = {b}*{k} + {r} and 0 {le} {r} {lt} {b}. {ask}",
    ),
    (
        "how large is {wanted} in {a} = {b}*{k} + {r}, when {r} must not be negative and must stay below {b}",
        "given that 0 {le} {r} {lt} {b}, the equation {a} = {b}*{k} + {r} holds for one integer {k} only; {ask}",
    ),
    constants=(0,),
)
def remainder_of_a_form(rng: Random) -> Instance:
    b = rng.randint(3, rng.choice((12, 60)))
    a = rng.randint(b + 1, rng.choice((200, 3000, 20000)))
    if rng.random() < 0.1:
        a = -a
    k, r = rng.choice((("k", "r"), ("k", "r"), ("q", "r"), ("n", "r"), ("m", "s")))
    wanted, code = (r, f"{a} % {b}") if rng.random() < 0.75 else (k, f"{a}//{b}")
    ask = phrased(f"<what is {wanted}|find {wanted}|state {wanted}|determine {wanted}|give {wanted}>")
    words = "The remainder" if wanted == r else "The quotient"
    return Instance(
        {"a": a, "b": b, "k": k, "r": r, "ask": ask, "wanted": wanted, "lt": "<", "le": rng.choice(("<=", "≤"))},
        steps(f"{words} of dividing {a} by {b} is {wanted}.", code, boxed(f"So {wanted} =")),
    )


@task(
    "place value",
    "digit_with_a_place_value",
    (
        "<which|what> digit of {n} has the place value {place}",
        "in {n}, which digit has <the |>place value {place}",
        "{find} the digit of {n} <with place value|whose place value is> {place}",
        "<state|name|give|write down> the digit <with|that has> the place value {place} in {n}",
        "{n}: <which digit|what digit> <stands in|is in|occupies> the {place} place",
        "{wonder} which digit of {n} has the place value {place}",
        "{must_find} the digit with place value {place} in {n}",
        "the number is {n}. <which|what> digit <counts|has the place value> {place}",
        "the digit with place value {place} in {n} is <which|what>",
        "let d be the digit with place value {place} in {n}. <what is d|find d|state d>",
        "<look at|take> {n}. <name|give|find> the digit whose place is worth {place}",
    ),
    (
        "each unit of one digit of {n} counts {place}; which digit is it",
        "which of the digits of {n} sits at the place worth {place}",
    ),
    constants=(10,),
)
def digit_with_a_place_value(rng: Random) -> Instance:
    index = rng.randint(0, 5)
    n, place = rng.randint(10 ** max(index, 2), 10 ** (index + 3) - 1), 10**index
    return Instance(
        {"n": grouped(rng, n), "place": grouped(rng, place)},
        steps("We divide by the place value and keep the last digit.", f"{n}//{place} % 10", boxed("The digit is")),
    )


@task(
    "time",
    "minutes_past_midnight",
    (
        "how many minutes <are there|pass|go by> from {s} <until|to|till> {e} <the next|next|the following> day",
        "from {s} <until|to> {e} the next morning: how many minutes",
        "{find} the number of minutes from {s} in the evening to {e} the next <morning|day>",
        "a <train|bus|ferry> leaves at {s} and arrives at {e} the next <day|morning>. how many minutes does it take",
        "{wonder} how many minutes <lie between|pass between> {s} and {e} of the next day",
        "{must_find} the minutes from {s} to {e} on the <next|following> day",
        "{someone} sleeps from {s} until {e} the next morning. how many minutes is that",
        "a <shift|party|film night> begins at {s} and ends at {e} the next day. how long is it in minutes",
        "{s} to {e} the next <morning|day> in minutes",
        "it is {s}. how many minutes is it until {e} tomorrow",
        "over midnight, how many minutes are there from {s} to {e}",
    ),
    (
        "a clock runs over midnight from {s} on to {e}; count the minutes",
        "the night guard starts at {s} and is free at {e} on the following day, which is how many minutes of work",
    ),
    constants=(*range(10), 24, 60),
)
def minutes_past_midnight(rng: Random) -> Instance:
    (h, m), (k, n) = ((rng.randint(a, b), rng.randint(0, 59)) for a, b in ((18, 23), (1, 9)))
    code = f"start = {h}*60 + {m}\nend = {k}*60 + {n}\nend + 24*60 - start"
    return Instance(
        {"s": f"{h}:{m:02d}", "e": f"{k:02d}:{n:02d}"},
        steps("The end is on the next day, 24 hours later.", code, boxed("It is", "minutes")),
    )


_UNITS = (
    ("<hours|h>", "seconds", "3600"), ("days", "seconds", "86400"), ("days", "minutes", "1440"),
    ("<cubic metres|cubic meters>", "<litres|liters>", "1000"), ("decades", "months", "120"),
    ("milligrams", "micrograms", "1000"), ("centuries", "months", "1200"), ("weeks", "hours", "168"),
)  # fmt: skip


@task(
    "units",
    "exam_conversion",
    (
        "<change|convert> {x} {from} <into|to> {to}",
        "<state|give|express|write> {x} {from} in {to}",
        "<a quantity|something> amounts to {x} {from}. <state|give|express> this in {to}",
        "{x} {from}, <expressed|counted|measured> in {to}",
        "how many {to} <are|make> {x} {from}",
        "{find} the number of {to} in {x} {from}",
        "{must_find} {x} {from} in {to}",
        "{wonder} how many {to} {x} {from} are",
        "let q be {x} {from}. <state|give|write> q in {to}",
        "the value is {x} {from}. {convert} it to {to}",
        "<expressed|given|measured> in {to}, how much is {x} {from}",
    ),
    (
        "{x} {from} shall be stated with the unit {to}",
        "the unit of {x} {from} is replaced by {to}. what number results",
    ),
    constants=tuple(factor for _, _, factor in _UNITS),
)
def exam_conversion(rng: Random) -> Instance:
    large, small, factor = rng.choice(_UNITS)
    up = rng.random() < 0.6
    x = decimal(rng, 0, 9, rng.choice((1, 2))) if up else str(rng.randint(1, 20) * int(factor) // rng.choice((2, 4)))
    source, target, sign = (large, small, "*") if up else (small, large, "/")
    return Instance(
        {"x": x, "from": phrased(source), "to": phrased(target)},
        steps(
            f"The units differ by a factor of {factor}.",
            f"f'{{{x}{sign}{factor}:.10g}}'",
            boxed("The converted value is"),
        ),
    )
