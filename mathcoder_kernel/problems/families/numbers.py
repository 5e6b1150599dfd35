"""Numbers in many forms: rounding, fractions, decimals, percent, scientific notation, order, place value."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.families.number_theory import DEFINED_THEN_USED
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, decimal, grouped, phrased, steps, tidy, word_or_digits


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
        "{must_find} {x} <rounded to|correct to|to> {k} {dp}",
        "{wonder} what {x} is <rounded to|to|correct to> {k} {dp}",
        "{x}: round <it |this |>to {k} {dp}",
        "let x = {x}. <round x|write x|give x|find x> <correct to|to> {k} {dp}",
        "if x = {x}, {what_is} x <rounded to|correct to|to> {k} {dp}",
        "the <number|decimal|value|measurement> {x} <must be|has to be|should be|needs to be> rounded to {k} "
        "{dp}. {result_q}",
        "{teacher} wants {x} <rounded|correct> to {k} {dp}. {result_q}",
        "<when|if> {x} is rounded to {k} {dp}, {result_q}",
        "<when|if> <you|i|we> round {x} to {k} {dp}, {result_q}",
        "{x} rounded to {k} {dp} <is|gives|becomes> <what|which number>",
        "<approximate|round off> {x} to {k} {dp}",
        "<approximate|round off> the number {x} to {k} {dp}",
        "how <do i|do you|would you> round {x} to {k} {dp}",
        "a calculator shows {x}. <write|give|round> <it|this> to {k} {dp}",
        "<the display shows|i measured|a scale shows|the result is> {x}. <what is|give|write> <it|that> <rounded "
        "to|to|correct to> {k} {dp}",
        "{someone} rounds {x} to {k} {dp}. {result_q}",
        "rounding {x} to {k} {dp} gives <what|which number>",
        "give {x} with an accuracy of {k} {dp}",
        "{x} <≈|is about> ? <to {k} {dp}|({k} {dp})>",
        "shorten {x} to {k} {dp} (round properly)",
        "keep {k} {dp} of {x}, rounding the last one",
        "{k} {dp} please: {x}",
        "<only|just> {k} {dp} of {x} are to be kept. round it properly",
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
        {"x": x, "k": word_or_digits(rng, k), "dp": phrased(dp)},
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
        "{must_find} {x} <rounded to|to> the nearest {place}",
        "{wonder} what {x} is <rounded to|to> the nearest {place}",
        "{x}: round <it |this |>to the nearest {place}",
        "let n = {x}. <round n|give n|write n> to the nearest {place}",
        "if x = {x}, {what_is} x <rounded to|to> the nearest {place}",
        "<correct to|rounded to|to> the nearest {place}, {what_is} {x}",
        "the <number|value|figure> {x} <must be|has to be|needs to be> rounded to the nearest {place}. {result_q}",
        "{teacher} wants {x} rounded to the nearest {place}. {result_q}",
        "<when|if> {x} is rounded to the nearest {place}, {result_q}",
        "<when|if> <i|we> round {x} to the nearest {place}, {result_q}",
        "{x} rounded to the nearest {place} <is|gives|becomes> <what|which number>",
        "{write} {x} <correct to|to|rounded to> the nearest {place}",
        "round the <number|value> {x} to the nearest {place}",
        "round off {x} to the nearest {place}",
        "how <do i|do you|would you> round {x} to the nearest {place}",
        "rounding {x} to the nearest {place} gives <what|which number>",
        "{someone} rounds {x} to the nearest {place}. {result_q}",
        "<can you|please|could you> round {x} to the nearest {place}",
        "a calculator shows {x}. round <it|this> to the nearest {place}",
        "{x} (nearest {place})",
        "nearest {place}: {x}",
        "a <town|city|stadium|library|company> has {many} <people|seats|books|visitors>. round <this|that|the "
        "number> to the nearest {place}",
        "about how much is {x}, <rounded to|to> the nearest {place}",
    ),
    ("the nearest {place} to {x}", "{x} should be rounded, to the nearest {place}"),
    constants=(
        1,
        2,
        3,
        4,
        5,
        6,
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
            (0, "unit"),
            (5, "hundred thousand"),
            (6, "million"),
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
    big: dict[str, Slot] = {"many": shown} if exponent > 0 and int(x) >= 10 else {}
    return Instance(
        {"x": shown, "place": phrased(place), "value": x, "exponent": exponent, **big},
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
        "{must_find} {x} <rounded to|correct to|to> {k} {sf}",
        "{wonder} what {x} is <rounded to|to|correct to> {k} {sf}",
        "{x}: round <it |this |>to {k} {sf}",
        "let x = {x}. <round x|write x|give x> to {k} {sf}",
        "if x = {x}, {what_is} x <rounded to|to> {k} {sf}",
        "<correct to|rounded to|to> {k} {sf}, {what_is} {x}",
        "the <number|measurement|value> {x} <must be|has to be|needs to be|should be> rounded to {k} {sf}. {result_q}",
        "{teacher} wants {x} to {k} {sf}. {result_q}",
        "<when|if> {x} is rounded to {k} {sf}, {result_q}",
        "<when|if> <you|i|we> round {x} to {k} {sf}, {result_q}",
        "{x} rounded to {k} {sf} <is|gives|becomes> <what|which number>",
        "<approximate|round off> {x} to {k} {sf}",
        "<can you|please|could you> round {x} to {k} {sf}",
        "round the <number|value|measurement> {x} to {k} {sf}",
        "how <do i|do you|would you> round {x} to {k} {sf}",
        "rounding {x} to {k} {sf} gives <what|which number>",
        "{someone} rounds {x} to {k} {sf}. {result_q}",
        "a calculator shows {x}. <write|give|round> <it|this> to {k} {sf}",
        "{x} ({k} {sf})",
        "{x}, {k} {sf}",
        "give {x} with an accuracy of {k} {sf}",
        "what does {x} round to with {k} {sf}",
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
        {"x": x, "k": word_or_digits(rng, k), "sf": phrased(rng.choice((sf, sf, sf.replace("figure", "digit"), "sf")))},
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
        "{must_find} {x} as a <fraction|fraction in lowest terms|reduced fraction>",
        "{wonder} what {x} is as a fraction",
        "{wonder} which fraction <is the same as|equals|is equal to> {x}",
        "how <do i|would you|can i> {write} {x} as a fraction",
        "<can you|please|could you> {convert} {x} <to|into> a fraction",
        "{convert} {x} <from a decimal to|from decimal form to> a fraction",
        "{convert} <the decimal|the decimal number|the number> {x} into a <fraction|reduced fraction|fraction in "
        "simplest form|common fraction>",
        "let x = {x}. <write|express|give> x as a fraction in <lowest terms|simplest form>",
        "if x = {x}, {what_is} x as a <fraction|reduced fraction|simplified fraction>",
        "as a <fraction|reduced fraction|simplified fraction>, {what_is} {x}",
        "the decimal {x} <can be|is to be|has to be|should be> {written} as a fraction. <which one|find it|which "
        "fraction is it|what fraction is it>",
        "<what|which> fraction <in lowest terms|in simplest form|> has the <decimal value|value> {x}",
        "{x} = <which fraction|what fraction|? (as a fraction)>",
        "{x} in fraction form",
        "<the fraction form|fraction form|fractional form> of {x}",
        "{x} is <what|which> fraction",
        "{x} is a decimal. {convert} it <to|into> a fraction",
        "{teacher} wants {x} as a fraction in <lowest terms|simplest form>. {result_q}",
        "{someone} <writes|must write|has to write> {x} as a fraction. which <simplified|reduced> fraction is "
        "<right|correct|it>",
        "{find} p/q in lowest terms <if|so that|with> p/q = {x}",
        "<turn|make> {x} into a fraction and <simplify|reduce|cancel> it",
        "{write} {x} as a quotient of two integers in lowest terms",
        "{x} to fraction",
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
        "{must_find} {f} as a decimal",
        "{must_find} the decimal <form|value> of {f}",
        "{wonder} what {f} is as a decimal",
        "how <do i|would you|can i> {write} {f} as a decimal",
        "<can you|please|could you> {convert} {f} <to|into> a decimal",
        "{convert} {f} <from a fraction to a decimal|from fraction form to decimal form|to decimal form|into "
        "decimal form>",
        "{convert} the fraction {f} into a decimal <number|fraction>",
        "let x = {f}. <write|express|give> x as a decimal",
        "if x = {f}, {what_is} x <as a decimal|in decimal form>",
        "<as a decimal|in decimal form|in decimals>, {what_is} {f}",
        "the fraction {f} <can be|is to be|has to be|should be> {written} as a decimal. {result_q}",
        "{f} = <which decimal|what decimal|? (as a decimal)>",
        "{f} in decimal form",
        "{f} is <what|which> decimal",
        "{find} the decimal <form|expansion|equivalent|value> of {f}",
        "{f} is a fraction. {convert} it <to|into> a decimal",
        "{teacher} wants {f} as a decimal. {result_q}",
        "{someone} <types|enters> {f} into a calculator. what does it show",
        "divide to <write|express> {f} as a decimal",
        "{calc} {f} as a decimal number",
        "what is the decimal equivalent of {f}",
        "{f} to decimal",
        "what do i get as a decimal for {f}",
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
        "{must_find} {f} as a percent<|age>",
        "{wonder} what {f} is <as a percentage|in percent|as a percent>",
        "{wonder} how many percent {f} is",
        "how <do i|would you|can i> {write} {f} as a percent<|age>",
        "<can you|please|could you> {convert} {f} <to|into> a percent<|age>",
        "{convert} {f} <from a fraction to a percentage|to percent|into percent>",
        "{convert} the fraction {f} into <percent|a percentage|a percent>",
        "let x = {f}. <write|express|give> x as a percent<|age>",
        "if x = {f}, {what_is} x <as a percentage|in percent>",
        "<as a percentage|in percent|as a percent>, {what_is} {f}",
        "the fraction {f} <can be|is to be|has to be|should be> {written} as a percent<|age>. {result_q}",
        "{f} = ? %",
        "{f} = how many percent",
        "{f} is <what|which> percent<|age>",
        "{under} of <something|the whole|all|everything> is how many percent [of it]",
        "{p} out of {of_q} <is|are> <how many percent|what percent|what percentage>",
        "{f} is a fraction. {convert} it <to|into> a percent<|age>",
        "{teacher} wants {f} <as a percentage|in percent>. {result_q}",
        "<what is|find> the percentage form of {f}",
        "{under} of the <class|students|people|members> <walk|are girls|are late|said yes>. what percent<|age> is that",
        "{someone} <ate|read|spent|finished> {under} of <it|the whole>. what percent<|age> <is that|was it>",
        "{f} to percent",
        "{write} {f} with a percent sign",
    ),
    ("give the percentage that corresponds to {f}", "which percentage equals the fraction {f}"),
    constants=(100,),
)
def fraction_to_percent(rng: Random) -> Instance:
    p, q = _fraction(rng)
    # "5 out of 8", but not "9 out of 8"
    part: dict[str, Slot] = {"under": f"{p}/{q}", "of_q": q} if p < q else {}
    return Instance(
        {"f": f"{p}/{q}", "p": p, "q": q, **part},
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
        "{must_find} {x} as a percent<|age>",
        "{wonder} what {x} is <as a percentage|in percent|as a percent>",
        "{wonder} how many percent {x} is",
        "how <do i|would you|can i> {write} {x} as a percent<|age>",
        "<can you|please|could you> {convert} {x} <to|into> a percent<|age>",
        "{convert} {x} <from a decimal to a percentage|to percent|into percent>",
        "{convert} the decimal <number |>{x} into <percent|a percentage|a percent>",
        "let x = {x}. <write|express|give> x as a percent<|age>",
        "if x = {x}, {what_is} x <as a percentage|in percent>",
        "<as a percentage|in percent|as a percent>, {what_is} {x}",
        "the decimal {x} <can be|is to be|has to be|should be> {written} as a percent<|age>. {result_q}",
        "{x} = ? %",
        "{x} = how many percent",
        "{x} is <what|which> percent<|age>",
        "what percent<|age> is <the same as|equivalent to> {x}",
        "{x} is a decimal. {convert} it <to|into> a percent<|age>",
        "{teacher} wants {x} <as a percentage|in percent>. {result_q}",
        "<what is|find> the percentage form of {x}",
        "a {share} of {x} is how many percent",
        "a {share} is {x}. <write|express|give> it <as a percentage|in percent>",
        "{x} to percent",
        "{write} {x} with a percent sign",
        "to <which|what> percentage does {x} correspond",
        "{x} corresponds to <which|what|how many> percent",
    ),
    ("which percentage is the decimal {x} equal to",),
    constants=(100,),
)
def decimal_to_percent(rng: Random) -> Instance:
    x = decimal(rng, 0, rng.choice((1, 1, 3)), rng.randint(1, 4))
    share = "<share|probability|rate|proportion>" if float(x) < 1 else "rate"
    return Instance(
        {"x": x, "share": phrased(share)},
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
        "{must_find} {p}{pct} as a decimal",
        "{wonder} what {p}{pct} is as a decimal",
        "how <do i|would you|can i> {write} {p}{pct} as a decimal",
        "<can you|please|could you> {convert} {p}{pct} <to|into> a decimal",
        "{convert} {p}{pct} <from a percentage to a decimal|to decimal form|into decimal form>",
        "{convert} the percentage {p}{pct} <to|into> a decimal",
        "<as a decimal|in decimal form|without the percent sign>, {what_is} {p}{pct}",
        "{p}{pct} <can be|is to be|has to be|should be> {written} as a decimal. {result_q}",
        "{p}{pct} = <which decimal|what decimal|? (as a decimal)>",
        "{p}{pct} in decimal form",
        "{p}{pct} is <what|which> decimal <number|>",
        "what decimal is <the same as|equal to|equivalent to> {p}{pct}",
        "{p}{pct} is a percentage. {convert} it <to|into> a decimal",
        "{teacher} wants {p}{pct} as a decimal. {result_q}",
        "<what is|find> the decimal <form|equivalent|value> of {p}{pct}",
        "{p}{pct} to decimal",
        "decimal <form|equivalent|value> of {p}{pct}",
        "let r = {p}{pct}. <write|give|express> r as a decimal",
        "an interest rate is {p}{pct}. <write|give|express> it as a decimal",
        "the <tax|discount|rate|chance|share> is {p}{pct}. <what is that as a decimal|write it as a decimal>",
        "{write} {p}{pct} without a percent sign, as a decimal",
        "by which decimal do you multiply to take {p}{pct} of something",
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
        "{must_find} {p}{pct} as a <fraction|fraction in lowest terms|reduced fraction>",
        "{wonder} what {p}{pct} is as a fraction",
        "{wonder} which fraction <is the same as|equals|is equal to> {p}{pct}",
        "how <do i|would you|can i> {write} {p}{pct} as a <fraction|fraction in lowest terms>",
        "<can you|please|could you> {convert} {p}{pct} <to|into> a fraction",
        "{convert} {p}{pct} <from a percentage to a fraction|to fraction form|into a common fraction>",
        "{convert} the percentage {p}{pct} <to|into> a <fraction|simplified fraction>",
        "as a <fraction|reduced fraction|simplified fraction>, {what_is} {p}{pct}",
        "{p}{pct} <can be|is to be|has to be|should be> {written} as a <fraction|fraction in lowest terms>. {result_q}",
        "{p}{pct} = <which fraction|what fraction|? (as a fraction)>",
        "{p}{pct} in fraction form",
        "{p}{pct} is <what|which> fraction",
        "which fraction is <the same as|equal to|equivalent to> {p}{pct}",
        "{p}{pct} is a percentage. {convert} it <to|into> a fraction",
        "{teacher} wants {p}{pct} as a fraction in <lowest terms|simplest form>. {result_q}",
        "{p}{pct} to fraction",
        "<simplified fraction|fraction form|fraction in lowest terms> <of|for> {p}{pct}",
        "{p}{pct} of <the class|the people|the cake|all cars|a school> is <what|which> fraction [of it]",
        "the <tax|discount|chance|share|rate> is {p}{pct}. <what fraction is that|write it as a fraction>",
        "{write} {p}{pct} as a fraction and <simplify|reduce|cancel> it",
        "what simplified fraction do you get for {p}{pct}",
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
        "{must_find} {f} in <lowest terms|simplest form|its simplest form>",
        "{wonder} what {f} is in <lowest terms|simplest form>",
        "{wonder} what {f} simplifies to",
        "how <do i|would you|can i> <simplify|reduce|cancel> {f}",
        "<can you|please|could you> <simplify|reduce|cancel> the fraction {f}",
        "{write} {f} <in lowest terms|in simplest form|as a simplified fraction|as a reduced fraction|as simply "
        "as possible>",
        "let x = {f}. <simplify|reduce> x <as far as possible|fully|completely>",
        "in <lowest terms|simplest form>, {what_is} {f}",
        "the fraction {f} <can be|is to be|has to be|should be> <simplified|reduced|cancelled>. {result_q}",
        "{f} = <?|what> in <lowest terms|simplest form>",
        "{f}, <simplified|reduced|in lowest terms|fully simplified>",
        "{f} <simplifies to|reduces to> <what|which fraction>",
        "<divide|cancel> out the common factors of {f}",
        "cancel <the common factors in|> {f}",
        "{teacher} wants {f} in <lowest terms|simplest form>. {result_q}",
        "<which|what> fraction in <lowest terms|simplest form> is <equal|equivalent> to {f}",
        "{find} an equivalent fraction of {f} in <lowest terms|simplest form>",
        "the numerator is {p} and the denominator is {q}. <simplify|reduce> the fraction",
        "{someone} got {f} as an answer. <simplify it|what is it in lowest terms|what is it in simplest form>",
        "{p} over {q} in <lowest terms|simplest form>",
        "if <you|i> <simplify|reduce|cancel> {f} <fully|completely|as far as possible>, {result_q}",
        "divide top and bottom of {f} by their greatest common factor",
        "{f} can be <shortened|cancelled down>. {result_q}",
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
        "{must_find} {f} as a mixed <number|fraction>",
        "{wonder} what {f} is as a mixed <number|fraction>",
        "<can you|please|could you> {convert} {f} <to|into> a mixed <number|fraction>",
        "{convert} {f} from an improper fraction to a mixed <number|fraction>",
        "{write} the improper fraction {f} as a mixed <number|fraction>",
        "let x = {f}. <write|express|give> x as a mixed number",
        "as a mixed <number|fraction>, {what_is} {f}",
        "in mixed <number|> form, {what_is} {f}",
        "the <improper |>fraction {f} <can be|is to be|has to be|should be> {written} as a mixed number. {result_q}",
        "{f} = <which mixed number|what mixed number|? (as a mixed number)>",
        "{f} is <what|which> mixed number",
        "{f} is an improper fraction. {convert} it <to|into> a mixed <number|fraction>",
        "{teacher} wants {f} as a mixed number. {result_q}",
        "which mixed number is <the same as|equal to|equivalent to> {f}",
        "{f} in mixed <number|> form",
        "<take|pull> the whole <number|part> out of {f} and write it as a mixed number",
        "{write} {f} as a whole number and a <proper |>fraction",
        "split {f} into a whole number and a proper fraction",
        "{p} over {q} as a mixed number",
        "the numerator is {p} and the denominator is {q}. write the fraction as a mixed number",
        "how <do i|would you|can i> {convert} {f} to a mixed number",
        "{someone} has {f} <pizzas|cakes|pies|liters|hours>. <write|give> that as a mixed number",
        "{write} {f} <with wholes and a fraction|as wholes and a proper fraction|using wholes>",
        "divide out the wholes of {f} and {write} it as a mixed number",
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
        "{must_find} {m} as an improper fraction",
        "{wonder} what {m} is as <an improper|one|a single> fraction",
        "<can you|please|could you> {convert} {m} <to|into> <an improper fraction|a fraction>",
        "{convert} {m} from a mixed number to an improper fraction",
        "{convert} the mixed <number|fraction> {m} into <an improper|one|a single> fraction",
        "{write} the mixed number {m} as <an improper|one|a single> fraction",
        "let x = {m}. <write|express|give> x as an improper fraction",
        "as <an improper|a single|one> fraction, {what_is} {m}",
        "the mixed number {m} <can be|is to be|has to be|should be> {written} as an improper fraction. {result_q}",
        "{m} = <which improper fraction|what fraction|? (as a fraction)>",
        "{m} is <what|which> <improper |>fraction",
        "{m} is a mixed number. {convert} it <to|into> an improper fraction",
        "{teacher} wants {m} as an improper fraction. {result_q}",
        "which <improper |>fraction is <the same as|equal to|equivalent to> {m}",
        "{m} in improper fraction form",
        "{w} <and|plus> {p}/{q} as <an improper|one|a single> fraction",
        "{w} wholes and {p}/{q}: {write} it as <an improper|one|a single> fraction",
        "how <do i|would you|can i> {convert} {m} to an improper fraction",
        "{someone} has {m} <pizzas|cakes|liters|hours>. <write|give> that as an improper fraction",
        "{write} {m} <without the whole number part|as a fraction only>",
        "<top-heavy|improper> fraction for {m}",
        "if {m} is {written} as an improper fraction, {result_q}",
        "{write} {m} as numerator over denominator",
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
        "{must_find} {f} of {n}",
        "{wonder} <what|how much> {f} of {n} is",
        "{wonder} <what|how much> {word} of {n} is",
        "{calc} {word} of {n}",
        "if x is {f} of {n}, {what_is} x",
        "let n = {n}. {what_is} {f} of n",
        "let n be {word} of {n}. {what_is} n",
        "the whole is {n}. <what is|find|how much is> {f} of it",
        "the whole is {n}. <what is|find|how much is> {word} of it",
        "{f} of {n} <is|gives|makes> <what|how much>",
        "{f} times {n}",
        "{n} multiplied by {f}",
        "<what is|find|calculate> {n} times {f}",
        "<which|what> number is {word} of {n}",
        "a <class|school|club|team|group> has {count} <students|members|people|children>. {f} of them <are "
        "girls|wear glasses|play football|have a pet>. how many <is that|are that|people is that>",
        "{someone} has {count} <coins|stamps|cards|marbles|dollars|stickers> and <gives away|sells|loses|keeps> "
        "{word} of them. how many is that",
        "{someone} <spends|saves|gives away> {f} of {n} dollars. how much <is that|money is that>",
        "of {count} <apples|eggs|cars|tickets|seats>, {f} are <bad|sold|taken|red>. how many <is that|are that>",
        "of {count} <apples|eggs|cars|tickets|seats>, {word} are <bad|sold|taken|red>. how many is that",
        "a <rope|road|wall|pipe> is {n} meters long. how <many meters|long> is {f} of it",
        "a book has {count} pages. {someone} <has read|reads|read> {f} of <it|the book|them>. how many pages is that",
        "<take|compute|work out> {word} of {n}. {result_q}",
        "how <many|much> <is|makes> {word} of {n}",
        "from {n} <take|find|compute> {f}",
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
    # people and pages are counted whole
    count: dict[str, Slot] = {"count": n} if n * p % q == 0 else {}
    return Instance(
        {"f": f"{p}/{q}", "word": phrased(word), "n": n, "p": p, "q": q, **count},
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
        "{must_find} {x} in <scientific notation|standard form>",
        "{wonder} what {x} is in <scientific notation|standard form|scientific form>",
        "how <do i|would you|can i> <write|express> {x} in <scientific notation|standard form>",
        "<can you|please|could you> {write} {x} in <scientific notation|standard form|scientific form>",
        "{convert} {x} <into|to> <scientific notation|standard form|scientific form>",
        "{write} the number {x} <in|using> scientific notation",
        "in <scientific notation|standard form>, {what_is} {x}",
        "the number {x} <is to be|has to be|should be> {written} in scientific notation. {result_q}",
        "{x} = ? (<scientific notation|standard form>)",
        "{x}, <in scientific notation|in standard form|scientific notation>",
        "<the scientific notation|the standard form|standard form> of {x} <is what|>",
        "{teacher} wants {x} in <scientific notation|standard form>. {result_q}",
        "{write} {x} in the form <a x 10^n|a*10^n|a × 10^n> [with a between 1 and 10]",
        "{find} a and n with {x} = a*10^n, in scientific notation",
        "{write} {x} using a power of <10|ten>, in scientific notation",
        "let x = {x}. <write|express|give> x in <scientific notation|standard form>",
        "how does {x} look in <scientific notation|standard form>",
        "the <distance|mass|population|size|length> is {x}. <write|express|give> it in <scientific "
        "notation|standard form>",
        "{x} to <scientific notation|standard form>",
        "{someone} reads the number {x}. how is it {written} in scientific notation",
        "{write} {x} with powers of ten (scientific notation)",
        "scientific: {x}",
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
        "{must_find} {s} as <an ordinary|a normal|a decimal> number",
        "{wonder} what <number|ordinary number> {s} is",
        "{wonder} what {s} is written out",
        "how <do i|would you|can i> <write|express> {s} as <an ordinary|a normal> number",
        "<can you|please|could you> {convert} {s} <to|into> <a normal|an ordinary> number",
        "{convert} {s} from <scientific notation|standard form> <to|into> <a normal|an ordinary|a decimal> number",
        "{convert} {s} <out of scientific notation|to decimal notation|into an ordinary number>",
        "{write} {s} <in full|as a plain number|in ordinary notation|in decimal notation>",
        "as <an ordinary|a normal|a plain> number, {what_is} {s}",
        "{s} <is to be|has to be|should be> {written} as <an ordinary|a normal> number. {result_q}",
        "{s} = ? (<ordinary number|written out|no powers of ten>)",
        "{s}, <written out|in full|as an ordinary number>",
        "{teacher} wants {s} as <an ordinary|a normal> number. {result_q}",
        "<which|what> ordinary number is <meant by|equal to|the same as> {s}",
        "let x = {s}. <write|express|give> x as <an ordinary|a normal> number",
        "how does {s} look <as an ordinary number|written out|in full>",
        "the <distance|mass|population|size|length> is {s}. <write|give> it as <an ordinary|a normal> number",
        "expand {s}",
        "{s} in ordinary form",
        "a calculator shows {s}. which <ordinary |>number is that",
        "{calc} {s} and write it <out|in full>",
        "{someone} reads {s}. <what number is it|which number is that> in ordinary notation",
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
        "{must_find} the {bigger} <of|one of> {a} and {b}",
        "{wonder} which <number |one |>is {bigger}{colon} {a} or {b}",
        "{wonder} whether {a} or {b} is {bigger}",
        "between {a} and {b}, which <number |one |>is {bigger}",
        "of {a} and {b}, which <number |one |>is {bigger}",
        "of <the two numbers|the numbers> {a} and {b}, which <one |>is <the {bigger} one|{bigger}>",
        "<let|suppose> x = {a} and y = {b}. which <number |>is {bigger}",
        "two numbers are given: {a} and {b}. which <one |>is {bigger}",
        "<compare|look at> <the numbers|> {a} and {b}. <which|what> is the {bigger} <one|number>",
        "{a} or {b}: which <number |one |>is {bigger}",
        "{a} or {b}, <which is|what's> <more|{bigger}>",
        "{a} vs {b}, which is {bigger}",
        "{a} and {b}: {find} the {bigger} <number|one>",
        "which of {a} and {b} is {bigger}",
        "which of the <two |>numbers {a} and {b} is <the {bigger} one|{bigger}>",
        "which of these <two |>is {bigger}: {a}, {b}",
        "<what is|find|give> the maximum of {a} and {b}",
        "max of {a} and {b}",
        "<pick|choose|circle|write down|name> the {bigger} number: {a}, {b}",
        "does {a} or {b} have the {bigger} value",
        "which has the {bigger} value, {a} or {b}",
        "if you compare {a} <with|and|to> {b}, which is {bigger}",
        "which lies further <to the right|right> on the number line, {a} or {b}",
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
        "{must_find} the <smaller|lesser> <of|one of> {a} and {b}",
        "{wonder} which <number |one |>is <smaller|less|lower>{colon} {a} or {b}",
        "{wonder} whether {a} or {b} is smaller",
        "between {a} and {b}, which <number |one |>is <smaller|less|lower>",
        "of {a} and {b}, which <number |one |>is <smaller|less|lower>",
        "of <the two numbers|the numbers> {a} and {b}, which <one |>is <the smaller one|smaller>",
        "<let|suppose> x = {a} and y = {b}. which <number |>is smaller",
        "two numbers are given: {a} and {b}. which <one |>is smaller",
        "<compare|look at> <the numbers|> {a} and {b}. <which|what> is the smaller <one|number>",
        "{a} or {b}: which <number |one |>is <smaller|less|lower>",
        "{a} or {b}, <which is|what's> <less|smaller>",
        "{a} vs {b}, which is <less|smaller|lower>",
        "{a} and {b}: {find} the <smaller|lower> <number|one>",
        "which of {a} and {b} is <smaller|less>",
        "which of the <two |>numbers {a} and {b} is <the smaller one|smaller>",
        "which of these <two |>is smaller: {a}, {b}",
        "<what is|find|give> the minimum of {a} and {b}",
        "min of {a} and {b}",
        "<pick|choose|circle|write down|name> the smaller number: {a}, {b}",
        "does {a} or {b} have the <smaller|lower> value",
        "which has the <smaller|lower> value, {a} or {b}",
        "if you compare {a} <with|and|to> {b}, which is <smaller|less>",
        "which lies further <to the left|left> on the number line, {a} or {b}",
        "<can you|please|could you> <say|tell me|find out> which is <smaller|lower>, {a} or {b}",
        "{teacher} asks which is <smaller|lower>, {a} or {b}. <which is it|what is the answer>",
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
        "{must_find} the <ascending|increasing> order of {list}",
        "{wonder} what {list} is in <ascending|increasing> order",
        "how do <i|you> <sort|order|arrange> {list} <from smallest to largest|in ascending order|in increasing order>",
        "<can you|please|could you> <sort|order|arrange> {list} <from smallest to largest|from low to high|in "
        "ascending order>",
        "<sort|order|arrange|rank> {list} by size, <smallest|least|lowest> first",
        "<write|list> <the numbers|> {list} in <ascending|increasing> order",
        "<write|list|arrange> {list}, beginning with the <smallest|least|lowest>",
        "starting with the <smallest|least|lowest>, <sort|order|list|write down> {list}",
        "from <smallest to largest|least to greatest|lowest to highest>: {list}",
        "in <ascending|increasing> order: {list}",
        "the numbers are {list}. <sort|order|arrange> them <from smallest to largest|in ascending order|in "
        "increasing order>",
        "given {list}, put <them|the numbers> in <ascending|increasing> order",
        "here are some numbers: {list}. <sort them|put them in order> from <smallest to largest|low to high>",
        "<sort|order> ascending: {list}",
        "{list}: sort ascending",
        "{list}, <sorted|ordered|arranged> from <smallest to largest|least to greatest|low to high>",
        "what do you get when you sort {list} in <ascending|increasing> order",
        "{someone} sorts {list} from <smallest to largest|low to high>. what is the <right|correct> order",
        "{teacher} wants {list} in <ascending|increasing> order",
        "the numbers {list} <must be|have to be|should be> <sorted|ordered|arranged> <from smallest to "
        "largest|in ascending order>",
        "which order do {list} have on the number line, from left to right",
        "rank {list} from <least|smallest> to <greatest|largest>",
        "<bring|get> {list} into <ascending|increasing> order",
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
        "{must_find} the <descending|decreasing> order of {list}",
        "{wonder} what {list} is in <descending|decreasing> order",
        "how do <i|you> <sort|order|arrange> {list} <from largest to smallest|in descending order|in decreasing order>",
        "<can you|please|could you> <sort|order|arrange> {list} <from largest to smallest|from high to low|in "
        "descending order>",
        "<sort|order|arrange|rank> {list} by size, {biggest} first",
        "<write|list> <the numbers|> {list} in <descending|decreasing> order",
        "<write|list|arrange> {list}, beginning with the {biggest}",
        "starting with the {biggest}, <sort|order|list|write down> {list}",
        "from <largest to smallest|greatest to least|highest to lowest>: {list}",
        "in <descending|decreasing> order: {list}",
        "the numbers are {list}. <sort|order|arrange> them <from largest to smallest|in descending order|in "
        "decreasing order>",
        "given {list}, put <them|the numbers> in <descending|decreasing> order",
        "here are some numbers: {list}. <sort them|put them in order> from <largest to smallest|high to low>",
        "<sort|order> descending: {list}",
        "{list}: sort descending",
        "{list}, <sorted|ordered|arranged> from <largest to smallest|greatest to least|high to low>",
        "what do you get when you sort {list} in <descending|decreasing> order",
        "{someone} sorts {list} from <largest to smallest|high to low>. what is the <right|correct> order",
        "{teacher} wants {list} in <descending|decreasing> order",
        "the numbers {list} <must be|have to be|should be> <sorted|ordered|arranged> <from largest to "
        "smallest|in descending order>",
        "which order do {list} have on the number line, from right to left",
        "rank {list} from <greatest|largest> to <least|smallest>",
        "<bring|get> {list} into <descending|decreasing> order",
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
        "{must_find} the <sum of the digits|digit sum> of {n}",
        "{wonder} what the <sum of the digits|digit sum> of {n} is",
        "{wonder} what the digits of {n} add up to",
        "{calc} the <digit sum|cross sum|sum of all digits|sum of the digits> of the number {n}",
        "let n = {n}. {what_is} the <sum of the digits|digit sum> of n",
        "if n = {n}, {what_is} the <sum of its digits|digit sum of n>",
        "the number is {n}. {what_is} the <sum of its digits|digit sum>",
        "given the number {n}, add <up|together> <its digits|all its digits>. {result_q}",
        "<add|sum> [together] the digits in {n}",
        "<if|when> you add <up |together |>the digits of {n}, {result_q}",
        "for {n}, <find|what is|calculate> the digit sum",
        "{n}: <sum of digits|digit sum>",
        "{n}, <sum of its digits|digit sum|add the digits>",
        "how <much|large|big> is the <digit sum|sum of the digits> of {n}",
        "how much do the digits of {n} make <together|in total|altogether>",
        "the digit sum of {n} <is|equals> <what|how much>",
        "take every digit of {n} and add them. {result_q}",
        "{someone} adds <up the|all the|the> digits of {n}. {result_q}",
        "the sum of all the digits in {n}",
        "total <of|up> the digits of {n}",
        "what is the total of the digits of {n}",
        "a <number plate|phone number|code|house number> is {n}. {what_is} the sum of its digits",
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
        "{must_find} the number of digits <of|in> {power}",
        "{wonder} how many digits {power} has",
        "{wonder} how many digits there are in {power}",
        "let n = {power}. how many digits does n have",
        "if n = {power}, <how many digits does n have|what is the number of digits of n>",
        "<calculate|compute> {power}. how many digits <has it|are there|does the result have>",
        "<count|determine|work out> <the|all> digits of {power}",
        "<what is|find> the digit count of {power}",
        "digit count of {power}",
        "{power} has how many digits",
        "{power}: how many digits",
        "{power}, number of digits",
        "the number {power} is written out in full. how many digits does it have",
        "{power} is a <big|large|long> number. how many digits does it have",
        "how many digits <are needed|does it take|do we need> to write {power}",
        "how many <decimal |>digits does the number {power} have",
        "how many places does {power} have when written as a decimal number",
        "is {power} long? how many digits does it have",
        "of how many digits does {power} consist",
        "{someone} writes {power} on paper. how many digits <is that|are that>",
        "when {power} is <worked out|evaluated|calculated>, how many digits does the <answer|result> have",
        "{calc} {power}. how many digits <does it have|are in it|has the answer>",
        "<can you|please|could you> <find|give me|tell me|count> the number of digits <of|in> {power}",
        "<i have to|i need to|help me> <find out|work out|find> how many digits {power} has",
        "{teacher} <asks|wants to know> how many digits {power} has. <what is the answer|how many>",
        "{must_find} the digit count of {power}",
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
        "{must_find} the {place} digit <of|in> {n}",
        "{wonder} <what|which> the {place} digit of {n} is",
        "{wonder} <what|which> digit is in the {place} place of {n}",
        "let n = {n}. <what is|find> the {place} digit of n",
        "if n = {n}, <what is the {place} digit of n|which digit of n is in the {place} place>",
        "the number is {n}. <what|which> is the {place} digit",
        "<give|name|state|write down> the {place} digit of the number {n}",
        "<give|name|state|write down> the digit in the {place} place of {n}",
        "<which|what> digit <has|is at> the {place} place in {n}",
        "<which|what> digit does {n} have in the {place} place",
        "<which|what> digit of {n} <tells|shows|counts> the {place}",
        "{n}: {place} digit",
        "{n}, <what is the|find the|which is the> {place} digit",
        "for <the number |>{n}, {what_is} the {place} digit",
        "in {n} the {place} digit is <what|which one>",
        "the {place} digit of {n} is <what|which digit>",
        "what <stands|is written> in the {place} place of {n}",
        "<circle|underline> the {place} digit of {n}. which digit is it",
        "{someone} looks for the {place} digit of {n}. which one is it",
        "given {n}, <find|what is> the digit in the {place} <place|column>",
        "which digit is in the {place} column of {n}",
        "of the digits in {n}, which one is the {place} digit",
        "<can you|please|could you> <find|give me|tell me|name> the {place} digit <of|in> <the number |>{n}",
        "{must_find} the digit <of {n} in the {place} place|in the {place} place of {n}>",
        "{teacher} <asks for|wants> the {place} digit of {n}. <which is it|what is it|find it>",
        "<find|give|determine> the digit <of {n} that is in the {place} place|that {n} has in the {place} place>",
        "look at the number {n}. <what|which> is <its {place} digit|the digit in its {place} place>",
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
        "{must_find} the <value|place value> of the <digit |>{d} in {n}",
        "{wonder} what the <digit |>{d} in {n} <is worth|stands for>",
        "let n = {n}. <what is|find> the <value|place value> of the digit {d} in n",
        "the number is {n}. {what_is} the <value|place value> of <the digit|its digit> {d}",
        "<give|name|state|write down> the <value|place value> of the <digit |>{d} in {n}",
        "what <amount|number|value> does the <digit |>{d} <represent|stand for> in {n}",
        "what does the <digit |>{d} <represent|mean|stand for> in <the number |>{n}",
        "how much does the <digit |>{d} <count|contribute> in {n}",
        "how much is the digit {d} in {n} worth",
        "{n}: <value|place value> of the {d}",
        "{n}, <what is the {d} worth|value of the digit {d}>",
        "<digit value|value> of {d} in {n}",
        "for <the number |>{n}, {what_is} the <value|place value> of the digit {d}",
        "in <the number |>{n}, how much is the <digit |>{d} worth",
        "in <the number |>{n}, the digit {d} <represents|has> what value",
        "the <digit |>{d} of {n} has <what|which> <value|place value>",
        "the digit {d} in {n} is worth <how much|what>",
        "what is the {d} worth in {n}",
        "what is the digit {d} of {n} worth",
        "{someone} looks at the {d} in {n}. what is <it worth|its value|its place value>",
        "<underline|circle> the {d} in {n}. what is its value",
        "given {n}, find the place value of the digit {d}",
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


def _different(rng: Random, count: int) -> list[str]:
    """Numbers as typed, no two of the same value."""
    while True:
        if rng.random() < 0.3:
            typed = [
                rng.choice((f"{rng.randint(1, 11)}/{rng.randint(2, 12)}", decimal(rng, 0, 3, rng.choice((1, 2)))))
                for _ in range(count)
            ]
            typed = [rng.choice(("", "", "-")) + item for item in typed]
        else:
            typed = _mixed_list(rng, count)
        if len({Fraction(item) for item in typed}) == count:
            return typed


def _said(rng: Random, typed: list[str]) -> str:
    return ", ".join(typed) if rng.random() < 0.6 else ", ".join(typed[:-1]) + f" and {typed[-1]}"


@task(
    "comparing",
    "closest_to",
    (
        "which <number |of these numbers |one |>is <closest|nearest> to {t}: {list}",
        "which is the <closest|nearest> to {t}? {list}",
        "which of {list} is <closest|nearest> to {t}",
        "<find|give|pick|choose> the number <closest|nearest> to {t} <among|from|out of|in the list> {list}",
        "what is the <closest|nearest> <number|value|> to {t} <among|in|from> {list}",
        "among {list}, which <number |one |>is <closest|nearest> to {t}",
        "out of {list}, {find} the <number|one> that is <closest|nearest> to {t}",
        "{must_find} the number from {list} that is <closest|nearest> to {t}",
        "{wonder} which of {list} is <closest|nearest> to {t}",
        "let t = {t}. which is <closest|nearest> to t: {list}",
        "the numbers are {list}. which <one |>is <closest|nearest> to {t}",
        "given {list}, <which is|find the number> <closest|nearest> to {t}",
        "{list}: which is <closest|nearest> to {t}",
        "<closest|nearest> to {t}: {list}",
        "which <number |>comes <closest|nearest> to {t}: {list}",
        "which of the numbers {list} <has the smallest distance to|differs least from|differs the least from> {t}",
        "from {list} <pick|choose|select> the <number|value> <closest|nearest> to {t}",
        "which of {list} <lies|is> <closest|nearest> to {t} on the number line",
        "{someone} guesses {list}. the true value is {t}. which guess is <closest|nearest>",
        "the target is {t}. which of {list} is <closest|nearest> to <it|the target>",
        "compare {list}. which is <closest|nearest> to {t}",
        "to which of the numbers {list} is {t} <closest|nearest>",
    ),
    ("around {t} there are the numbers {list}, so which of them has the least distance to it",),
)
def closest_to(rng: Random) -> Instance:
    while True:
        typed = _different(rng, rng.randint(3, 6))
        target = _different(rng, 1)[0] if rng.random() < 0.5 else str(rng.randint(-10, 20))
        distances = [abs(Fraction(item) - Fraction(target)) for item in typed]
        if len(set(distances)) == len(distances):
            break
    if "/" in "".join([*typed, target]) or "." in "".join([*typed, target]):
        quoted = ", ".join(f"'{item}'" for item in typed)
        code = (
            f"from fractions import Fraction\nnumbers = [{quoted}]\n"
            f"min(numbers, key=lambda n: abs(Fraction(n) - Fraction('{target}')))"
        )
    else:
        away = f"(n - {target})" if target[0] != "-" else f"(n - ({target}))"
        code = f"numbers = [{', '.join(typed)}]\nmin(numbers, key=lambda n: abs{away})"
    return Instance(
        {"t": target, "list": _said(rng, typed)},
        steps("We take the number with the smallest distance.", code, boxed("The closest is")),
    )


@task(
    "comparing",
    "kth_in_order",
    (
        "which <number |value |>is the {kth}: {list}",
        "which is the {kth} <number|value|one>: {list}",
        "<what is|find|give|pick> the {kth} <number|value> <among|in|out of|of> {list}",
        "{find} the {kth} of {list}",
        "what is the {kth} <value|number> in {list}",
        "among {list}, which <number |one |>is the {kth}",
        "{must_find} the {kth} <number|value> <in|among> {list}",
        "{wonder} which of {list} is the {kth}",
        "the numbers are {list}. which <one |>is the {kth}",
        "given {list}, {what_is} the {kth} <number|value>",
        "{list}: {find} the {kth}",
        "{list}, <which is the {kth}|what is the {kth} number>",
        "{kth} of {list}",
        "<the|find the> {kth} number: {list}",
        "<sort|order> {list} and <give|tell me|state|name> the {kth} <number|value|one>",
        "of {list}, <which number|which|which one> is the {kth}",
        "of the numbers {list}, <name|state|find|what is> the {kth} <one|number|value>",
        "if {list} are <sorted|put in order>, which is the {kth} number",
        "compare {list}. which is the {kth}",
        "which of {list} is the {kth} <one|number|value>",
        "{someone} scored {list}. which was the {kth} <score|result>",
        "here is a list: {list}. <what is|find> its {kth} <element|number|value|entry>",
    ),
    ("put {list} in a row by size; who is the {kth}",),
    constants=(1,),
)
def kth_in_order(rng: Random) -> Instance:
    typed = _different(rng, rng.randint(4, 7))
    k = rng.randint(1, min(5, len(typed) - 1))
    order = rng.choice(("", "", ("second", "third", "fourth", "fifth")[k - 2], ("2nd", "3rd", "4th", "5th")[k - 2]))
    if k == 1:
        order = ""
    elif not order:
        order = ("second", "third", "fourth", "fifth")[k - 2]
    top = rng.random() < 0.5
    kth = rng.choice(("largest", "biggest", "greatest", "highest") if top else ("smallest", "lowest", "least"))
    kth = f"{order}{rng.choice((' ', ' ', '-'))}{kth}" if order else kth
    place = f"[-{k}]" if top else (f"[{k} - 1]" if k > 1 else "[0]")
    if "/" in "".join(typed):
        quoted = ", ".join(f"'{item}'" for item in typed)
        code = f"from fractions import Fraction\nnumbers = [{quoted}]\nsorted(numbers, key=Fraction){place}"
    else:
        code = f"numbers = [{', '.join(typed)}]\nsorted(numbers){place}"
    return Instance(
        {"list": _said(rng, typed), "kth": phrased(kth)},
        steps("We sort the numbers and count.", code, boxed("It is")),
    )


@task(
    "comparing",
    "is_a_comparison_true",
    (
        "true or false: {a} {tf} {b}",
        "{a} {tf} {b}, true or false",
        "is it true <or false |>that {a} {tf} {b}? <say|answer|write> true or false",
        "decide <if|whether> the statement is true or false: {a} {tf} {b}",
        "<right or wrong|is this right>? {a} {tf} {b} (answer true or false)",
        "{someone} says that {a} {tf} {b}. <is that true or false|true or false>",
        "check the <statement|claim>: {a} {tf} {b}. is it true or false",
        "t/f: {a} {tf} {b}",
        "the <claim|statement> is that {a} {tf} {b}. true or false",
        "state whether {a} {tf} {b} (true or false)",
        "is the statement {q}{a} {tf} {b}{q} true or false",
        "<is|is the number> {a} {yn} {b}",
        "{wonder} <if|whether> {a} is {yn} {b}",
        "<check|test|decide|find out|determine> <if|whether> {a} is {yn} {b}",
        "yes or no: is {a} {yn} {b}",
        "{a}: is it {yn} {b}",
        "let x = {a}. is x {yn} {b}",
        "suppose x = {a} and y = {b}. is x {yn} y",
        "compare {a} with {b}. is {a} {yn} {b}",
        "is {a} {yn} {b}, yes or no",
        "would you say that {a} is {yn} {b}",
        "can we say that {a} is {yn} {b}",
        "<help|i am not sure|my friend and i disagree>: is {a} {yn} {b}",
        "<can you|please|could you> <say|tell me|check> <if|whether> {a} is {yn} {b}",
        "<i have to|i need to|help me> find out whether it is true or false that {a} {tf} {b}",
        "{wonder} <if|whether> the number {a} is {yn} {b}",
        "{teacher} <says|claims|states>: {a} {tf} {b}. <is it true or false|true or false>",
        "<which is it|decide|choose>, true or false: {a} {tf} {b}",
        "{teacher} asks <if|whether> {a} is {yn} {b}. <is it|yes or no>",
        "is <the value of |the number |>{a} {yn} <the value of |the number |>{b}",
        "{someone} claims: {a} {tf} {b}. is <this|the claim|that> true or false",
    ),
    ("somebody claims that {a} {tf} {b}, and is this statement true or false", "{a} should be {yn} {b}, is that so"),
)
def is_a_comparison_true(rng: Random) -> Instance:
    a, b = _different(rng, 2)
    if rng.random() < 0.2:
        n, d = rng.randint(1, 30), rng.choice((2, 4, 5, 8, 10))
        a, b = f"{n}/{d}", f"{n / d:g}"
    sign, words = rng.choice(
        (
            (">", ("greater than", "larger than", "bigger than", "more than")),
            ("<", ("less than", "smaller than", "lower than")),
            ("==", ("equal to", "the same as", "the same number as")),
            (">=", ("at least", "greater than or equal to", "at least as big as")),
            ("<=", ("at most", "less than or equal to", "no more than")),
        )
    )
    said = rng.choice(words)
    slots: dict[str, Slot] = {"a": a, "b": b}
    if rng.random() < 0.5:
        yes, no = "true", "false"
        typed = {">=": "≥", "<=": "≤", "==": "="}.get(sign, sign)
        slots |= {"tf": typed if rng.random() < 0.4 else phrased(f"is {said}"), "q": rng.choice(('"', "'", ""))}
    else:
        yes, no = "yes", "no"
        slots["yn"] = phrased(said)
    return Instance(
        slots,
        steps(
            "We compare the exact values.",
            f"from fractions import Fraction\n'{yes}' if Fraction('{a}') {sign} Fraction('{b}') else '{no}'",
            boxed("The answer is"),
        ),
    )


@task(
    "fractions",
    "part_as_a_fraction",
    (
        "what fraction of {n} is {a}",
        "<which|what> <fraction|part> of {n} <is|makes|gives> {a}",
        "{a} is <what|which> fraction of {n}",
        "<write|express|give> {a} as a <fraction|simplified fraction|reduced fraction> of {n}",
        "{a} out of {n} as a <fraction in lowest terms|simplified fraction|reduced fraction|fraction>",
        "{must_find} {a} as a fraction of {n}",
        "{wonder} what fraction {a} is of {n}",
        "<of|out of> {n} {things}, {a} are {kind}. what fraction is <that|{kind}>",
        "{a} of <the |>{n} {things} are {kind}. what fraction of the {things} is {kind}",
        "there are {n} {things}<, of which {a}| and {a} of them> are {kind}. {find} the fraction of {kind} {things}",
        "{someone} has {n} {things}. {a} of them are {kind}. <what|which> fraction is that <in lowest "
        "terms|in simplest form|>",
        "<the whole is|the total is> {n} and the part is {a}. <write|give|express> the part as a fraction of the whole",
        "a <bag|box|drawer|basket> <holds|contains|has> {n} {things} and {a} of them are {kind}. which "
        "fraction of them is {kind}",
        "if {a} of {n} {things} are {kind}, what fraction <is {kind}|of the {things} is {kind}>",
        "<simplified|in lowest terms>, what fraction of {n} is {a}",
        "what part of {n} is {a}, as a fraction",
        "{a} from {n} is what fraction",
        "{n} is the whole. which fraction of it is {a}",
        "by which fraction must {n} be multiplied to get {a}",
        "how do i write {a} out of {n} as a fraction in simplest form",
        "a <test|quiz|game> has {n} points. {someone} got {a}. what fraction of the points <is that|was it>",
        "fraction: {a} of {n}",
        "<can you|please|could you> <write|express|give> {a} as a fraction of {n} in <lowest terms|simplest form>",
        "{calc} the fraction of {n} that {a} <is|makes up>",
        "<what|which> fraction of a total of {n} is {a}",
        "let x be the fraction of {n} that {a} is. {what_is} x",
        "{teacher} wants {a} <out of {n} as a fraction|as a fraction of {n}> in <lowest terms|simplest form>. "
        "{result_q}",
        "compare {a} with the whole {n}. <which simplified fraction is it|what fraction is it>",
    ),
    ("compared with the whole amount {n}, which simplified fraction does {a} make up",),
)
def part_as_a_fraction(rng: Random) -> Instance:
    n = rng.choice((4, 5, 6, 8, 10, 12, 15, 16, 18, 20, 24, 25, 30, 36, 40, 48, 50, 60, 72, 80, 90, 100, 120, 150, 200))
    a = rng.randint(2, n - 1)
    things, kinds = rng.choice(
        (
            (("students", "children", "people", "players"), ("left-handed", "tall", "absent", "new", "late")),
            (("marbles", "balls", "pencils", "buttons", "beads", "flags", "cars"), ("red", "blue", "green", "white")),
            (("apples", "eggs", "oranges", "tomatoes", "cookies"), ("bad", "broken", "fresh", "small")),
            (("books", "tickets", "shirts", "lamps", "phones"), ("sold", "new", "used", "cheap")),
        )
    )
    return Instance(
        {"a": a, "n": n, "things": phrased(rng.choice(things)), "kind": phrased(rng.choice(kinds))},
        steps("We divide the part by the whole.", f"from sympy import Rational\nRational({a}, {n})", boxed("It is")),
    )


def _calculation(rng: Random) -> tuple[str, str]:
    """A calculation in words or signs and its code with exact decimals."""
    places = rng.choice((0, 1, 1, 2))
    a, b = (
        decimal(rng, 1, rng.choice((9, 60)), places) if places and rng.random() < 0.8 else str(rng.randint(2, 90))
        for _ in range(2)
    )
    sign = rng.choice("+-**/")
    if sign == "-" and float(a) < float(b):
        a, b = b, a
    words = {
        "+": (f"{a} + {b}", f"{a} plus {b}", f"the sum of {a} and {b}"),
        "-": (f"{a} - {b}", f"{a} minus {b}", f"the difference {a} - {b}"),
        "*": (f"{a} * {b}", f"{a} times {b}", f"the product of {a} and {b}", f"{a} × {b}"),
        "/": (f"{a} / {b}", f"{a} divided by {b}", f"the quotient of {a} and {b}", f"{a} ÷ {b}"),
    }[sign]
    return rng.choice(words), f"Decimal('{a}') {sign} Decimal('{b}')"


def _rounding(v: str, exponent: int) -> str:
    return f"rounded = {v}.quantize(Decimal('1e{exponent}'), ROUND_HALF_UP)\nf'{{rounded:f}}'"


@task(
    "numbers in two steps",
    "calculation_then_use",
    DEFINED_THEN_USED,
    ("here {v} means {d}, and the question is this: {use}", "call {d} by the letter {v} and then {use}"),
    constants=(1, 2, 3, 10, 100),
    weight=1.5,
)
def calculation_then_use(rng: Random) -> Instance:
    v = rng.choice("abcdghjkmnpqrstuvwxyz")
    d, code = _calculation(rng)
    k = rng.randint(1, 3)
    dp = f"{('one', 'two', 'three')[k - 1] if rng.random() < 0.4 else k} decimal place{'s' if k > 1 else ''}"
    near, exponent = rng.choice((("whole number", 0), ("integer", 0), ("ten", 1), ("hundred", 2)))
    other, third = str(rng.randint(2, 99)), decimal(rng, 1, 90, 1)
    asked, use = rng.choice(
        (
            ((f"round @ to {dp}", f"what is @ rounded to {dp}", f"<give|write> @ correct to {dp}"), _rounding(v, -k)),
            ((f"round @ to the nearest {near}", f"what is @ to the nearest {near}",
              f"which {near} is closest to @" if exponent == 0 else f"<give|write> @ to the nearest {near}"),
             _rounding(v, exponent)),
            ((f"is @ <greater|larger|bigger> than {other}", f"is {other} <less|smaller> than @"),
             f"'yes' if {v} > {other} else 'no'"),
            ((f"is @ <less|smaller> than {other}", f"is {other} <greater|larger|bigger> than @"),
             f"'yes' if {v} < {other} else 'no'"),
            ((f"what is <larger|bigger|greater>, @ or {other}", f"which is the <larger|greater> number, {other} or @",
              f"<give|find> the value of the larger of {other} and @"), f"f'{{max({v}, {other}):.10g}}'"),
            ((f"what is <smaller|less>, @ or {other}", f"which is the smaller number, {other} or @",
              f"<give|find> the value of the smaller of {other} and @"), f"f'{{min({v}, {other}):.10g}}'"),
            ((f"<what is|find> the largest of @, {other} and {third}",
              f"<what is|find> the biggest of the numbers {third}, @ and {other}"),
             f"f'{{max({v}, {other}, Decimal(\"{third}\")):.10g}}'"),
            (("what is half of @", "divide @ by 2", "<find|what is> one half of @"), f"f'{{{v}/2:.10g}}'"),
            ((f"what is {other} minus @", f"subtract @ from {other}", f"by how much does {other} exceed @"),
             f"f'{{{other} - {v}:.10g}}'"),
            ((f"what is {other} times @", f"multiply @ by {other}", f"<find|calculate> the product of {other} and @"),
             f"f'{{{other}*{v}:.10g}}'"),
            (("what is @ squared", "<find|what is> the square of @"), f"f'{{{v}**2:.10g}}'"),
            ((f"what is {other}% of @", f"<find|calculate> {other} percent of @"), f"f'{{{v}*{other}/100:.10g}}'"),
        )
    )  # fmt: skip
    question = rng.choice(asked)
    slots: dict[str, Slot] = {"v": v, "d": phrased(d), "use": phrased(question.replace("@", v))}
    ends_clearly = question.endswith("@") or " @ rounded" in question or question.startswith("round @")
    if d.startswith("the ") and ends_clearly:
        slots["direct"] = phrased(question.replace("@", d))
    names = "Decimal, ROUND_HALF_UP" if "ROUND" in use else "Decimal"
    end = boxed("The answer is")
    if rng.random() < 0.4:
        first = f"from decimal import {names}\n{v} = {code}\nstr({v})"
        return Instance(slots, steps("We compute the value first.", first, "Now the question about it.", use, end))
    lines = f"from decimal import {names}\n{v} = {code}\n{use}"
    return Instance(slots, steps("We name the value, then answer the question about it.", lines, end))
