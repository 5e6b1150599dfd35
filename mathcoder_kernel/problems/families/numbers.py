"""Numbers in many forms: rounding, fractions, decimals, percent, scientific notation, order, place value."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, decimal, grouped, phrased, steps, tidy


def _quantized(x: str, exponent: int) -> str:
    """Code that rounds to a power of ten, halves up as schools do (`round` would take 2.5 to 2)."""
    return (
        "from decimal import Decimal, ROUND_HALF_UP\n"
        f"rounded = Decimal('{x}').quantize(Decimal('1e{exponent}'), ROUND_HALF_UP)\nf'{{rounded:f}}'"
    )


@task(
    "rounding",
    "round_to_decimal_places",
    (
        "round {x} to {k} {dp}",
        "<what is|find|give me> {x} rounded to {k} {dp}",
        "{x} <to|rounded to> {k} {dp}",
        "<write|give|express> {x} <correct to|to|with> {k} {dp}",
        "<can you|please> round {x} to {k} {dp}",
        "round {x} so that it has {k} {dp}",
        "what does {x} round to with {k} {dp}",
    ),
    ("cut {x} down to {k} {dp} by rounding", "to {k} {dp}, what is {x}"),
    constants=(1,),
)
def round_places(rng: Random) -> Instance:
    k = rng.randint(1, 4)
    x = decimal(rng, 0, rng.choice((9, 99, 999)), rng.randint(k + 1, k + 3))
    dp = rng.choice(
        ("decimal places", "decimal places", "decimals", "dp", "decimal digits")
        if k > 1
        else ("decimal place", "decimal", "dp")
    )
    return Instance(
        {"x": x, "k": k, "dp": phrased(dp)},
        steps("We round in decimals, halves up.", _quantized(x, -k), boxed("Rounded it is")),
    )


@task(
    "rounding",
    "round_to_nearest_place",
    (
        "round {x} to the nearest {place}",
        "<what is|find|give me> {x} rounded to the nearest {place}",
        "{x} <to|rounded to> the nearest {place}",
        "<what is|find> {x} to the nearest {place}",
        "round <off |>to the nearest {place}: {x}",
        "which {place} is <nearest|closest> to {x}",
        "<approximate|estimate> {x} to the nearest {place}",
        "if you round {x} to the nearest {place}, what do you get",
    ),
    ("the nearest {place} to {x}", "{x} should be rounded, to the nearest {place}"),
    constants=(
        2,
        3,
        4,
        1,
    ),
)
def round_nearest(rng: Random) -> Instance:
    exponent, place = rng.choice(
        (
            (1, "ten"),
            (2, "hundred"),
            (3, "thousand"),
            (4, "ten thousand"),
            (0, "whole number"),
            (0, "integer"),
            (0, "one"),
            (-1, "tenth"),
            (-2, "hundredth"),
            (-3, "thousandth"),
            (1, "10"),
            (2, "100"),
            (3, "1000"),
        )
    )
    if exponent > 0:
        n = rng.randint(10**exponent // 3, 10 ** (exponent + rng.randint(1, 3)))
        x, shown = str(n), grouped(rng, n)
    else:
        x = shown = decimal(rng, 0, rng.choice((9, 99, 999)), rng.randint(1 - exponent, 3 - exponent))
    return Instance(
        {"x": shown, "place": phrased(place), "value": x, "exponent": exponent},
        steps(f"We round to the nearest {place}, halves up.", _quantized(x, exponent), boxed("Rounded it is")),
    )


@task(
    "rounding",
    "significant_figures",
    (
        "round {x} to {k} {sf}",
        "<what is|find|give> {x} <to|rounded to|correct to> {k} {sf}",
        "{x} to {k} {sf}",
        "<write|express|give> {x} <with|to|correct to> {k} {sf}",
        "how is {x} written with {k} {sf}",
    ),
    ("keep only {k} significant digits of {x}, rounding properly",),
)
def significant(rng: Random) -> Instance:
    k = rng.randint(1, 4)
    if rng.random() < 0.5:
        x = decimal(rng, 0, rng.choice((1, 99, 999)), rng.randint(3, 5))
        if x.startswith("0.0000"):
            x = "0.0" + x[3:].lstrip("0").rjust(3, "4")
    else:
        x = str(rng.randint(10**k + 1, 10 ** (k + 3)))
    sf = "significant figures" if k > 1 else "significant figure"
    return Instance(
        {"x": x, "k": k, "sf": phrased(rng.choice((sf, sf, sf.replace("figure", "digit"), "sf")))},
        steps(
            f"We keep {k} {sf}, halves up.",
            f"from decimal import Context, ROUND_HALF_UP\nrounded = Context({k}, "
            f"ROUND_HALF_UP).create_decimal('{x}')\nf'{{rounded:f}}'",
            boxed("Rounded it is"),
        ),
    )


@task(
    "conversion",
    "decimal_to_fraction",
    (
        "<<write|express> {x} as|<convert|turn|change> {x} <to|into>> a fraction",
        "{x} as a <fraction|simplified fraction|reduced fraction|common fraction|fraction in lowest terms|fraction "
        "in simplest form>",
        "<what is|find|give me> {x} as a <fraction|fraction in simplest form|fraction in lowest terms|common fraction>",
        "<convert|change> the decimal {x} to a fraction",
        "which fraction <is|equals|is equal to> {x}",
        "<write|give|express> {x} as a fraction in <lowest terms|simplest form>",
        "how do you write {x} as a fraction",
        "decimal to fraction: {x}",
    ),
    ("find the fraction equal to the decimal number {x}", "represent {x} by a reduced fraction"),
)
def decimal_to_fraction(rng: Random) -> Instance:
    x = decimal(rng, 0, rng.choice((1, 1, 9)), rng.randint(1, 3))
    return Instance(
        {"x": x},
        steps(
            "Rational reads the decimal exactly and reduces it.",
            f"from sympy import Rational\nRational('{x}')",
            boxed("As a fraction it is"),
        ),
    )


def _fraction(rng: Random, improper: float = 0.15) -> tuple[int, int]:
    q = rng.choice((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 40, 50, 7, 9, 11))
    p = rng.randint(1, q - 1) if rng.random() > improper else rng.randint(q + 1, 3 * q)
    return p, q


@task(
    "conversion",
    "fraction_to_decimal",
    (
        "<<write|express> {f} as|<convert|turn|change> {f} <to|into>> a decimal",
        "{f} as a decimal",
        "<what is|find|give me> {f} as a decimal<| number>",
        "<convert|change> the fraction {f} <to|into> a decimal",
        "what decimal is <equal to|the same as> {f}",
        "how do you write {f} as a decimal",
        "fraction to decimal: {f}",
        "decimal <form|value> of {f}",
    ),
    ("give the decimal that the fraction {f} stands for", "which decimal number equals {f}"),
)
def fraction_to_decimal(rng: Random) -> Instance:
    p, q = _fraction(rng)
    return Instance(
        {"f": f"{p}/{q}", "p": p, "q": q},
        steps("We divide the numerator by the denominator.", tidy(f"{p}/{q}"), boxed("As a decimal it is")),
    )


@task(
    "conversion",
    "fraction_to_percent",
    (
        "<<write|express> {f} as|<convert|turn|change> {f} <to|into>> a percent<|age>",
        "{f} as a percent<|age>",
        "{f} in percent",
        "<what is|find|give me> {f} as a percent<|age>",
        "how many percent is {f}",
        "what percent<|age> is <equal to|the same as> {f}",
        "fraction to percent: {f}",
        "<convert|change> the fraction {f} <to|into> a percentage",
    ),
    ("give the percentage that corresponds to {f}", "which percentage equals the fraction {f}"),
    constants=(100,),
)
def fraction_to_percent(rng: Random) -> Instance:
    p, q = _fraction(rng)
    return Instance(
        {"f": f"{p}/{q}", "p": p, "q": q},
        steps("We multiply the fraction by 100.", f"f'{{round({p}/{q}*100, 2):.10g}}'", boxed("It is", "percent")),
    )


@task(
    "conversion",
    "decimal_to_percent",
    (
        "<<write|express> {x} as|<convert|turn|change> {x} <to|into>> a percent<|age>",
        "{x} as a percent<|age>",
        "{x} in percent",
        "<what is|find|give me> {x} as a percent<|age>",
        "how many percent is {x}",
        "<convert|change> the decimal {x} <to|into> a percentage",
        "decimal to percent: {x}",
    ),
    ("which percentage is the decimal {x} equal to",),
    constants=(100,),
)
def decimal_to_percent(rng: Random) -> Instance:
    x = decimal(rng, 0, rng.choice((1, 1, 3)), rng.randint(1, 4))
    return Instance(
        {"x": x},
        steps("We multiply the decimal by 100.", tidy(f"{x}*100"), boxed("It is", "percent")),
    )


@task(
    "conversion",
    "percent_to_decimal",
    (
        "<<write|express> {p}{pct} as|<convert|turn|change> {p}{pct} <to|into>> a decimal",
        "{p}{pct} as a decimal",
        "<what is|find|give me> {p}{pct} as a decimal<| number>",
        "percent to decimal: {p}{pct}",
        "what decimal is {p}{pct}",
    ),
    ("which decimal number does {p}{pct} stand for",),
    constants=(100,),
)
def percent_to_decimal(rng: Random) -> Instance:
    p = str(rng.randint(1, 250)) if rng.random() < 0.6 else decimal(rng, 0, 99, rng.choice((1, 2)))
    return Instance(
        {"p": p},
        steps("We divide the percent by 100.", tidy(f"{p}/100"), boxed("As a decimal it is")),
    )


@task(
    "conversion",
    "percent_to_fraction",
    (
        "<<write|express> {p}{pct} as|<convert|turn|change> {p}{pct} <to|into>> a fraction<|| in lowest terms| in "
        "simplest form>",
        "{p}{pct} as a <fraction|simplified fraction|reduced fraction>",
        "<what is|find|give me> {p}{pct} as a fraction<|| in lowest terms>",
        "what fraction is {p}{pct}",
        "percent to fraction: {p}{pct}",
    ),
    ("find the reduced fraction that means {p}{pct}",),
    constants=(100,),
)
def percent_to_fraction(rng: Random) -> Instance:
    p = str(rng.randint(1, 250)) if rng.random() < 0.75 else decimal(rng, 0, 99, 1)
    value = p if "." not in p else f"'{p}'"
    code = f"Rational({p}, 100)" if "." not in p else f"Rational({value})/100"
    return Instance(
        {"p": p},
        steps(
            "We divide the percent by 100 and reduce.",
            f"from sympy import Rational\n{code}",
            boxed("As a fraction it is"),
        ),
    )


@task(
    "fractions",
    "simplify_a_fraction",
    (
        "<simplify|reduce|cancel down> {f}<|| to lowest terms| fully| as far as possible>",
        "<simplify|reduce> the fraction {f}<|| to lowest terms>",
        "{f} in <lowest terms|simplest form|simplified form>",
        "<what is|find|write|give> {f} in <lowest terms|simplest form|its simplest form>",
        "<write|express> {f} as a fraction in <lowest terms|simplest form>",
        "what does {f} simplify to",
        "bring {f} to lowest terms",
    ),
    ("shorten the fraction {f}", "what is the simplest fraction equal to {f}"),
)
def simplify_fraction(rng: Random) -> Instance:
    p, q = _fraction(rng)
    k = rng.randint(2, 15)
    return Instance(
        {"f": f"{p * k}/{q * k}", "p": p * k, "q": q * k},
        steps(
            "Rational divides both by their greatest common divisor.",
            f"from sympy import Rational\nRational({p * k}, {q * k})",
            boxed("Simplified it is"),
        ),
    )


@task(
    "fractions",
    "improper_fraction_to_mixed_number",
    (
        "<<write|express> {f} as|<convert|turn|change> {f} <to|into>> a mixed number",
        "{f} as a mixed number",
        "<what is|find|give me> {f} as a mixed number",
        "<convert|change> the improper fraction {f} to a mixed number",
        "how do you write {f} as a mixed number",
        "what mixed number is {f}",
        "{f} to mixed number",
        "<write|give> the fraction {f} as a mixed number",
        "turn the improper fraction {f} into a mixed number",
    ),
    ("how many wholes and what fraction is {f}, as a mixed number",),
)
def to_mixed(rng: Random) -> Instance:
    q = rng.randint(2, 20)
    p = q * rng.randint(1, 12) + rng.randint(1, q - 1)
    return Instance(
        {"f": f"{p}/{q}", "p": p, "q": q},
        steps(
            "We divide with remainder and reduce what is left.",
            f"from fractions import Fraction\nwhole, rest = divmod({p}, {q})\nf'{{whole}} {{Fraction(rest, {q})}}'",
            boxed("It is"),
        ),
    )


@task(
    "fractions",
    "mixed_number_to_improper_fraction",
    (
        "<<write|express> {m} as|<convert|turn|change> {m} <to|into>> an improper fraction",
        "{m} as <an improper fraction|a fraction|a single fraction>",
        "<what is|find|give me> {m} as an improper fraction",
        "<convert|change> the mixed number {m} to an improper fraction",
        "how do you write {m} as an improper fraction",
        "what fraction is {m}",
        "{m} to improper fraction",
        "<write|give> the mixed number {m} as a fraction",
        "turn the mixed number {m} into a fraction",
    ),
    ("rewrite the mixed number {m} with a single numerator and denominator",),
)
def to_improper(rng: Random) -> Instance:
    p, q = _fraction(rng, 0)
    w = rng.randint(1, 20)
    return Instance(
        {"m": f"{w} {p}/{q}", "w": w, "p": p, "q": q},
        steps(
            "We add the whole part and the fraction.",
            f"from sympy import Rational\n{w} + Rational({p}, {q})",
            boxed("It is"),
        ),
    )


@task(
    "fractions",
    "fraction_of_a_number",
    (
        "<what is|find|calculate|how much is> {f} of {n}",
        "{f} of {n}",
        "<take|compute> {f} of {n}",
        "how <much|many> is {f} of {n}",
        "what do you get <if you take|when you take> {f} of {n}",
        "{word} of {n}",
        "<what is|find|how much is> {word} of {n}",
        "there are {n} <students|people|eggs|cars|books>. {f} of them <are new|are gone|were sold|are red|are here>. "
        "how many is that",
        "calculate {f} out of {n}",
        "{find} {word} of {n}",
        "what number is {f} of {n}",
        "how much is {f} from {n}",
    ),
    ("from {n} somebody takes {f}; how much is taken",),
    constants=(
        1,
        2,
        3,
        4,
        5,
        8,
        10,
    ),
)
def fraction_of(rng: Random) -> Instance:
    (p, q), word = rng.choice(
        (
            ((1, 2), "half"),
            ((1, 3), "a third"),
            ((1, 4), "a quarter"),
            ((3, 4), "three quarters"),
            ((2, 3), "two thirds"),
            ((1, 5), "one fifth"),
            ((2, 5), "two fifths"),
            ((3, 5), "three fifths"),
            ((1, 10), "a tenth"),
            ((1, 8), "one eighth"),
            ((3, 8), "three eighths"),
        )
    )
    if rng.random() < 0.4:
        p, q = _fraction(rng, 0)
        word = f"{p}/{q}"
    n = q * rng.randint(2, 60) if rng.random() < 0.8 else rng.randint(5, 400)
    return Instance(
        {"f": f"{p}/{q}", "word": phrased(word), "n": n, "p": p, "q": q},
        steps(
            "We multiply the fraction by the number.",
            f"from sympy import Rational\nRational({p}, {q})*{n}",
            boxed("The answer is"),
        ),
    )


@task(
    "scientific notation",
    "to_scientific_notation",
    (
        "<write|express|put|convert|give> {x} in <scientific notation|standard form|scientific form>",
        "{x} in <scientific notation|standard form>",
        "<what is|find> {x} in scientific notation",
        "scientific notation <of|for> {x}",
        "how do you write {x} in scientific notation",
        "<convert|change> {x} to scientific notation",
    ),
    ("as a number between 1 and 10 times a power of ten, what is {x}",),
    constants=(10,),
)
def to_scientific(rng: Random) -> Instance:
    digits, e = rng.randint(11, 9999), rng.randint(3, 9)
    if digits % 10 == 0:
        digits += 1
    if rng.random() < 0.55:
        n = digits * 10**e
        x, code = grouped(rng, n), str(n)
    else:
        x = code = f"{digits / 10 ** (e + 2):.{e + 2}f}"
    return Instance(
        {"x": x, "value": code},
        steps(
            "We format with a power of ten and drop spare zeros.",
            f"from decimal import Decimal\nmantissa, power = "
            f"f\"{{Decimal('{code}').normalize():e}}\".split('e')\nf'{{mantissa}}*10^{{int(power)}}'",
            boxed("In scientific notation it is"),
        ),
    )


@task(
    "scientific notation",
    "from_scientific_notation",
    (
        "<write|express> {s} <as an ordinary number|in ordinary form|in standard decimal form|as a decimal number>",
        "<what is|find|evaluate|expand> {s} <as an ordinary number|as a normal number|written out|in full>",
        "{s} <as a normal number|as an ordinary number|written out|in decimal form>",
        "<convert|change> {s} <to|into> <a normal number|an ordinary number|decimal form>",
        "how do you write {s} as a normal number",
        "{s} as a decimal number",
        "what number is {s}",
        "<write|give> {s} without scientific notation",
    ),
    ("write out {s} without a power of ten",),
)
def from_scientific(rng: Random) -> Instance:
    m = decimal(rng, 1, 9, rng.randint(1, 3)) if rng.random() < 0.8 else str(rng.randint(1, 9))
    e = rng.choice((-6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8))
    s = rng.choice(
        (
            f"{m} x 10^{e}",
            f"{m}*10^{e}",
            f"{m} × 10^{e}",
            f"{m} * 10^{e}",
            f"{m}e{e}",
            f"{m} times 10^{e}",
            f"{m} times 10 to the power {e}",
        )
    )
    return Instance(
        {"s": s, "m": m, "e": e},
        steps(
            "We shift the decimal point exactly.",
            f"from decimal import Decimal\nf\"{{Decimal('{m}e{e}'):f}}\"",
            boxed("Written out it is"),
        ),
    )


def _mixed_list(rng: Random, count: int) -> list[str]:
    kind = rng.random()
    if kind < 0.35:
        items = [str(rng.randint(-30, 99)) for _ in range(count)]
    elif kind < 0.65:
        whole = rng.randint(0, 9)
        items = [f"{whole}.{rng.randint(1, 999)}".rstrip("0") for _ in range(count)]
    else:
        items = [f"{rng.randint(1, 11)}/{rng.randint(2, 12)}" for _ in range(count)]
    return items


def _exact(items: list[str]) -> list[str]:
    return [f"Fraction({item.replace('/', ', ')})" if "/" in item else item for item in items]


@task(
    "comparing",
    "which_is_larger",
    (
        "which <number |>is <larger|bigger|greater>{colon} {a} or {b}",
        "which is the <larger|bigger|greater> number, {a} or {b}",
        "what is <larger|bigger|greater|more>, {a} or {b}",
        "is {a} or {b} <larger|bigger|greater>",
        "compare {a} and {b}. which <one |>is <larger|bigger|greater>",
        "find the <larger|bigger|greater> of {a} and {b}",
        "<larger|bigger|greater> of {a} and {b}",
    ),
    ("take the numbers {a} and {b}; tell me the greater one",),
)
def larger(rng: Random) -> Instance:
    return _compare(rng, "max", "The larger one is")


@task(
    "comparing",
    "which_is_smaller",
    (
        "which <number |>is <smaller|less>{colon} {a} or {b}",
        "which is the smaller number, {a} or {b}",
        "what is <smaller|less>, {a} or {b}",
        "is {a} or {b} smaller",
        "compare {a} and {b}. which <one |>is smaller",
        "find the smaller of {a} and {b}",
        "smaller of {a} and {b}",
    ),
    ("take the numbers {a} and {b}; tell me the lesser one",),
)
def smaller(rng: Random) -> Instance:
    return _compare(rng, "min", "The smaller one is")


def _compare(rng: Random, function: str, end: str) -> Instance:
    a = b = "1"
    while Fraction(a) == Fraction(b):
        a, b = _mixed_list(rng, 2)
    if "/" not in a + b and rng.random() < 0.2 and "-" not in a + b:
        n, d = rng.randint(1, 9), rng.randint(2, 9)
        if Fraction(n, d) != Fraction(a):
            b = f"{n}/{d}"
    pair = _exact([a, b])
    fractions = any("Fraction" in item for item in pair)
    lines = (
        f"from fractions import Fraction\nstr({function}({pair[0]}, {pair[1]}))"
        if fractions
        else f"{function}({pair[0]}, {pair[1]})"
    )
    if fractions:
        lines = f"from fractions import Fraction\n{function}('{a}', '{b}', key=Fraction)"
    return Instance(
        {"a": a, "b": b, "colon": rng.choice((":", ",", ""))},
        steps(f"We compare the two numbers with {function}.", lines, boxed(end)),
    )


@task(
    "comparing",
    "sort_numbers",
    (
        "<sort|order|arrange|put> {list} <from smallest to largest|from least to greatest|in ascending order|in "
        "increasing order>",
        "<sort|order|arrange> <these numbers|the numbers|the following numbers> <from smallest to largest|from least "
        "to greatest|in ascending order|in increasing order>: {list}",
        "{list} in <ascending|increasing> order",
        "<sort|order> {list}",
        "put <these numbers|the numbers> in order<, smallest first|>: {list}",
        "what is the <ascending|increasing> order of {list}",
    ),
    ("list the numbers {list} so that each one is larger than the one before",),
)
def sort_up(rng: Random) -> Instance:
    return _sorting(rng, False)


@task(
    "comparing",
    "sort_numbers_downwards",
    (
        "<sort|order|arrange|put> {list} <from largest to smallest|from greatest to least|in descending order|in "
        "decreasing order>",
        "<sort|order|arrange> <these numbers|the numbers|the following numbers> <from largest to smallest|from "
        "greatest to least|in descending order|in decreasing order>: {list}",
        "{list} in <descending|decreasing> order",
        "put <these numbers|the numbers> in order, <largest|biggest> first: {list}",
        "what is the <descending|decreasing> order of {list}",
    ),
    ("list the numbers {list} so that each one is smaller than the one before",),
)
def sort_down(rng: Random) -> Instance:
    return _sorting(rng, True)


def _sorting(rng: Random, downwards: bool) -> Instance:
    items = _mixed_list(rng, rng.randint(3, 7))
    fractions = "/" in "".join(items)
    joined = ", ".join(items)
    flag = ", reverse=True" if downwards else ""
    if fractions:
        quoted = ", ".join(f"'{item}'" for item in items)
        code = f"from fractions import Fraction\nnumbers = [{quoted}]\n', '.join(sorted(numbers, key=Fraction{flag}))"
    else:
        code = f"numbers = [{joined}]\nsorted(numbers{flag})"
    shown = joined if rng.random() < 0.7 else ", ".join(items[:-1]) + f" and {items[-1]}"
    return Instance(
        {"list": shown},
        steps("We sort the numbers.", code, f"In order: $\\boxed{{{'⟨⟩' if fractions else '⟨0:inner⟩'}}}$."),
    )


@task(
    "place value",
    "digit_sum",
    (
        "<find|what is|calculate|compute> the <sum of the digits|digit sum|sum of digits> of {n}",
        "<sum of the digits|digit sum|sum of digits> of {n}",
        "add <up |>the digits of {n}",
        "add up all <the |>digits <in|of> {n}",
        "what do the digits of {n} add up to",
        "what is the sum of all digits in the number {n}",
    ),
    ("the digits of {n} are added together; what is the total",),
)
def digit_sum(rng: Random) -> Instance:
    n = rng.randint(10, 10 ** rng.randint(3, 9))
    return Instance(
        {"n": n}, steps("We add the digits.", f"sum(int(digit) for digit in str({n}))", boxed("The digit sum is"))
    )


@task(
    "place value",
    "number_of_digits",
    (
        "how many digits <does {power} have|are in {power}>",
        "<find|what is> the number of digits of {power}",
        "number of digits in {power}",
        "how many digits has {power}",
        "how long is {power}, in digits",
        "write out {power}. how many digits does it have",
        "{find} how many digits {power} has",
        "what is the length of the number {power}",
    ),
    ("if you write out {power}, how many digits do you need",),
)
def digit_count(rng: Random) -> Instance:
    b, e = rng.randint(2, 19), rng.randint(5, 120)
    power = rng.choice((f"{b}^{e}", f"{b}**{e}", f"{b} to the power {e}", f"{b} to the power of {e}"))
    return Instance(
        {"power": power, "b": b, "e": e},
        steps("We count the characters of the number.", f"len(str({b}**{e}))", boxed("It has", "digits")),
    )


@task(
    "place value",
    "digit_at_a_place",
    (
        "<what|which> digit is in the {place} place of {n}",
        "<what|which> digit <of|in> {n} is in the {place} place",
        "<find|what is> the {place} digit of {n}",
        "{place} digit of {n}",
        "in {n}, <what|which> digit is in the {place} place",
        "in the number {n}, what is the {place} digit",
    ),
    ("look at {n}: which digit stands at the {place} position",),
    constants=(1, 10, 100, 1000, 10000, 100000),
)
def digit_at(rng: Random) -> Instance:
    places = ("ones", "tens", "hundreds", "thousands", "ten thousands", "hundred thousands")
    index = rng.randint(0, 5)
    n = rng.randint(10 ** max(index, 1), 10 ** (index + 3) - 1)
    return Instance(
        {"n": grouped(rng, n), "place": phrased(places[index]), "value": n, "index": index},
        steps(
            f"We divide by the value of the {places[index]} place and keep the last digit.",
            f"{n}//{10**index} % 10",
            boxed("The digit is"),
        ),
    )


@task(
    "place value",
    "value_of_a_digit",
    (
        "what is the <place value|value> of <the digit |the |>{d} in {n}",
        "<find|give> the <place value|value> of the digit {d} in {n}",
        "in {n}, what is the <value|place value> of the {d}",
        "place value of {d} in {n}",
        "how much is the {d} worth in {n}",
        "the {d} in {n} stands for what value",
        "{n}: {find} the value of the digit {d}",
        "which value does the digit {d} have in {n}",
        "{find} the place value of {d} in {n}",
    ),
    ("the number {n} contains a {d}. what value does it stand for",),
    constants=(
        1,
        10,
        10,
    ),
)
def digit_value(rng: Random) -> Instance:
    digits = rng.sample("123456789", rng.randint(3, 7))
    n, d = int("".join(digits)), rng.choice(digits)
    return Instance(
        {"n": grouped(rng, n), "d": d, "value": n},
        steps(
            "The value is the digit times ten to the number of digits after it.",
            f"number = '{n}'\nafter = len(number) - 1 - number.index('{d}')\n{d}*10**after",
            boxed("Its value is"),
        ),
    )
