"""School questions in few words: "cube of 7", "20th term of 4n + 1", "range of 14, -3, 8", "prob both are red"."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import NUMBER_WORDS, nth
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, decimal, phrased, steps, tidy

_NOUN = (
    "{short_ask} @",
    "{short_ask} @",
    "@",
    "@",
    "@ = ?",
    "@ =",
    "@, what is it",
    "@, {short_result_q}",
    "@. {short_result_q}",
    "{wonder} what @ is",
    "{must_find} @",
    "<can you|could you|can u|pls|please> {calc} @",
    "i <cant|can't|dont know how to|forgot how to|have to|need to> <find|get|work out> @",
    "what do <you|i|we> get for @",
    "how much is @",
    "<answer to|value of|result of> @",
    "{someone} needs @",
    "@ is what",
)
_ORDER = (
    "@",
    "@",
    "<please|pls|can you|could you|can u|now> @",
    "@. {short_result_q}",
    "@, {short_result_q}",
    "@ and <tell me the answer|give me the result|say what you get>",
    "if <i|you|we> @, {short_result_q}",
    "if <i|you|we> @ {short_result_q}",
    "what do <you|i|we> get <if|when> <you|i|we> @",
    "whats the <answer|result> <if|when> <you|i|we> @",
    "<i have to|i need to|how do i|how do you|we had to> @",
    "{someone} is told to @. {short_result_q}",
    "@ = ?",
)


def _short(noun: str = "{noun}", after: str = "") -> tuple[str, ...]:
    """Templates that ask for the noun in few words."""
    return tuple(frame.replace("@", noun + after) for frame in _NOUN)


def _orders(order: str = "{order}") -> tuple[str, ...]:
    """Templates that give a calculation as an order."""
    return tuple(frame.replace("@", order) for frame in _ORDER)


def _signed(value: int) -> str:
    """A number as the second operand of code."""
    return f"({value})" if value < 0 else str(value)


def _listed(rng: Random, numbers: list[str]) -> str:
    """`1, 2, 3`, `1 2 3`, `1,2,3`, `1, 2 and 3`."""
    if len(numbers) == 2:
        return rng.choice((" and ", " and ", ", ", " & ")).join(numbers)
    if rng.random() < 0.2:
        return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
    return rng.choice((", ", ", ", ", ", ",", " ", "; ")).join(numbers)


@task(
    "arithmetic",
    "one_operation_in_words",
    (*_short(), *_short(), *_orders(), *_orders()),
    ("which number stands for {noun}", "say how big {noun} will be"),
    constants=(2, 3, 4, 5, 10),
    weight=3.0,
)
def one_operation_in_words(rng: Random) -> Instance:
    top = rng.choice((12, 60, 100, 999, 5000))
    a, b = rng.randint(2, top), rng.randint(2, min(top, 200))
    if a < b:
        a, b = b, a
    k = rng.randint(2, 12)
    kind = rng.choice(
        ("times", "half", "part", "power", "take", "take", "add", "multiply", "divide", "difference", "difference")
    )
    order = ""
    match kind:
        case "times":
            f, verb, word = rng.choice(
                (
                    (2, "double", "twice"),
                    (2, "double", "2 times"),
                    (3, "triple", "three times"),
                    (3, "treble", "3 times"),
                    (4, "quadruple", "four times"),
                )
            )
            x = str(a) if rng.random() < 0.75 else decimal(rng, 0, 90, 1)
            noun, order = f"<{word}|double> {x}" if word == "twice" else f"{word} {x}", f"{verb} {x}"
            code, plan = f"{f}*{x}", f"We multiply by {f}."
        case "half" | "part":
            f, words = rng.choice(
                (
                    (2, "half [of]"),
                    (2, "half [of]"),
                    (2, "half [of]"),
                    (4, "<a|one> quarter of"),
                    (3, "<a|one> third of"),
                    (5, "<a|one> fifth of"),
                    (10, "<a|one> tenth of"),
                )
            )
            x = str(a) if f == 2 and rng.random() < 0.7 else str(f * a)
            noun = f"{words} {x}"
            order = f"<halve {x}|cut {x} in half>" if f == 2 else f"<take|find> {words} {x}"
            code, plan = f"{x}/{f}", f"We divide by {f}."
        case "power":
            n, x = rng.choice((2, 3)), str(rng.randint(2, 30))
            name = ("square", "cube")[n - 2]
            noun = f"<[the] {name} of {x}|{x} {name}d|[the] {name} of the number {x}>"
            order = f"{name} {x}"
            code, plan = f"{x}**{n}", f"The {name} is the power {n}."
        case "take":
            if rng.random() < 0.15:
                a, b = b, a
            noun = (
                f"<{a} take away {b}|{a} minus {b}|{b} less than {a}|{b} fewer than {a}|{b} off {a}|{a} less {b}|"
                f"{a} reduced by {b}|{b} below {a}|{b} smaller than {a}|{b} subtracted from {a}|{b} taken from {a}>"
            )
            order = (
                f"<take {b} from {a}|take {b} away from {a}|subtract {b} from {a}|take {b} off {a}|minus {b} from {a}>"
            )
            code, plan = f"{a} - {b}", "We subtract."
        case "add":
            if rng.random() < 0.5:
                a, b = b, a
            noun = (
                f"<[the] sum of {a} and {b}|{a} plus {b}|{b} more than {a}|{a} and {b} added|[the] total "
                f"of {a} and {b}|"
                f"{a} and {b} together|{b} bigger than {a}|{a} increased by {b}|{b} above {a}|{b} added to {a}>"
            )
            order = f"<add {b} to {a}|add {a} and {b}|add {a} and {b} together|put {b} on top of {a}>"
            code, plan = f"{a} + {b}", "We add."
        case "multiply":
            noun = (
                f"<[the] product of {a} and {k}|{a} times {k}|{k} times {a}|{k} lots of {a}|{a} multiplied by {k}|"
                f"{a} by {k}|{k} multiplied by {a}|{k} groups of {a}|{k} sets of {a}>"
            )
            order = (
                f"<multiply {a} by {k}|times {a} by {k}|multiply {a} with {k}|multiply {a} and {k}|take {a} {k} times>"
            )
            code, plan = f"{a}*{k}", "We multiply."
        case "divide":
            whole = a * k if rng.random() < 0.7 else a
            noun = (
                f"<[the] quotient of {whole} and {k}|{whole} divided by {k}|{whole} over {k}|{whole} shared by {k}|"
                f"{whole} divided into {k} equal parts|{whole} split by {k}|{whole} split into {k}>"
            )
            order = (
                f"<divide {whole} by {k}|share {whole} between {k}|split {whole} into {k} equal parts|divide {whole} "
                f"into {k} parts>"
            )
            code, plan = f"{whole}/{k}", "We divide."
        case _:
            u, v = (a, b) if rng.random() < 0.5 else (b, a)
            if rng.random() < 0.65:
                u, v = rng.choice(((u % 40, -(v % 40 + 1)), (-(u % 40 + 1), v % 40), (-(u % 60 + 1), -(v % 50 + 1))))
            noun = (
                f"<[the] {{short_difference}} between {u} and {v}|[the] {{short_difference}} of {u} and {v}|[the] gap "
                f"between {u} and {v}|[the] distance between {u} and {v}|[the] {{short_difference}} from {u} to {v}>"
            )
            order = f"<find|get|work out> the {{short_difference}} <between|of> {u} and {v}"
            code, plan = f"abs({u} - {_signed(v)})", "The difference is the size of the first less the second."
    if kind in ("half", "part", "divide") or "." in code:
        code = tidy(code)
    return Instance({"noun": phrased(noun), "order": phrased(order)}, steps(plan, code, boxed("The answer is")))


def _first(rng: Random, a: int) -> tuple[str, str, str, int]:
    """An order and a noun for a first operation on `a`, the code of `number` after it, and its value."""
    k = rng.randint(2, 60)
    f, part = rng.randint(2, 12), rng.randint(2, 9)
    return rng.choice(
        (
            (f"double {a}", f"<double|twice|two times> {a}", "number*2", a * 2),
            (f"<halve {2 * a}|take half of {2 * a}>", f"half [of] {2 * a}", "number//2", a),
            (f"<triple|treble> {a}", f"<triple|three times> {a}", "number*3", a * 3),
            (
                f"square {a % 20 + 2}",
                f"<the square of {a % 20 + 2}|{a % 20 + 2} squared>",
                "number**2",
                (a % 20 + 2) ** 2,
            ),
            (f"<multiply|times> {a} by {f}", f"<{a} times {f}|{f} times {a}>", f"number*{f}", a * f),
            (f"<divide|split> {a * part} by {part}", f"{a * part} divided by {part}", f"number//{part}", a),
            (f"<add {k} to {a}|add {a} and {k}>", f"{a} plus {k}", f"number + {k}", a + k),
            (
                f"<take {k} <away|> from {a + k}|subtract {k} from {a + k}>",
                f"{a + k} <minus|take away> {k}",
                f"number - {k}",
                a,
            ),
        )
    )


def _start(code: str, value: int, k: int) -> int:
    """The number that the first operation began with."""
    if code == "number**2":
        return int(value**0.5 + 0.5)
    if "*" in code:
        return value // k
    return value * k if "//" in code else value - k if "+" in code else value + k


@task(
    "arithmetic",
    "two_operations_in_words",
    (*_orders(), *_orders(), *_short("{noun}"), "{noun}", "<whats|what is|what's> {noun}"),
    ("here is what happens: {order}. which number is reached in the end",),
    constants=(2, 3),
    weight=2.5,
)
def two_operations_in_words(rng: Random) -> Instance:
    a = rng.randint(2, rng.choice((12, 50, 400)))
    first, noun, code, value = _first(rng, a)
    k = int(code.rsplit("*", 1)[-1].split("//")[-1].split(" ")[-1])
    lines = [f"number = {_start(code, value, k)}", f"number = {code}"]
    order = first
    slots: dict[str, Slot] = {}
    for index in range(rng.choice((1, 1, 1, 2))):
        c, f = rng.randint(1, 100), rng.randint(2, 10)
        kind = rng.choice(("take", "take", "add", "add", "times", "double", "divide"))
        if kind == "take" and value <= c:
            kind = "add"
        divisors = [d for d in range(2, 11) if value % d == 0]
        if kind == "divide" and not divisors:
            kind = "times"
        match kind:
            case "take":
                then, line, value = f"<take away|subtract|minus|take off|remove> {c}", f"number - {c}", value - c
                joined = f"{noun} <minus|take away|less> {c}"
                before = f"{c} less than {noun}"
            case "add":
                then, line, value = f"<add|plus|add on> {c}", f"number + {c}", value + c
                joined, before = f"{noun} <plus|and> {c}", f"{c} more than {noun}"
            case "times":
                then, line, value = f"<multiply by|times by|times> {f}", f"number*{f}", value * f
                joined = before = ""
            case "double":
                then, line, value = "<double it|double the answer|double the result|double>", "number*2", value * 2
                joined = before = ""
            case _:
                f = rng.choice(divisors)
                then, line, value = f"<divide by|divide it by|divide the answer by> {f}", f"number//{f}", value // f
                joined = before = ""
        order += f"<, then| then| and then| and|, and then|, now|, after that> {then}"
        lines.append(f"number = {line}")
        if index == 0 and joined:
            slots["noun"] = phrased(f"<{joined}|{joined}|{before}>")
        else:
            slots.pop("noun", None)
    return Instance(
        {**slots, "order": phrased(order)},
        steps("We do one operation after the other.", "\n".join((*lines, "number")), boxed("The answer is")),
    )


@task(
    "powers and roots",
    "power_in_words",
    (*_short(), *_short(), *_orders(), "{b}^{n}", "{short_ask} {b}^{n}"),
    ("taking {b} as base and {n} as exponent, which number is this power",),
    constants=(2, 3),
    weight=1.5,
)
def power_in_words(rng: Random) -> Instance:
    b = rng.choice((2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, rng.randint(11, 30)))
    n = rng.randint(2, 4) if b > 10 else rng.randint(2, {2: 16, 3: 10, 4: 8, 5: 7}.get(b, 6))
    power = nth(n)
    noun = (
        f"<{b} to the power of {n}|{b} to the power of {n}|{b} to the power {n}|{b} to the {power}|{b} to the {power} "
        f"power|[the] {power} power of {b}|{b} raised to {n}|{b} raised to the power of {n}|{b} to the {n}|"
        f"{b} to power {n}>"
    )
    order = f"<raise|put|take> {b} to the <power of {n}|{power} power|power {n}>"
    if n < 4 and rng.random() < 0.7:
        name = ("square", "cube")[n - 2]
        noun = f"<{b} {name}d|[the] {name} of {b}|[the] {name} of {b}|{b} to the power of {n}|{b} {name}d>"
        order = f"<{name} {b}|{name} the number {b}|find the {name} of {b}>"
    return Instance(
        {"noun": phrased(noun), "order": phrased(order), "b": b, "n": n},
        steps("We raise the base to the power.", f"{b}**{n}", boxed("The result is")),
    )


@task(
    "powers and roots",
    "base_of_a_power",
    (
        "<what|which|wat> number {raised} <is|gives|makes|equals|gets you> {x}",
        "<what|which number|what number>, {raised}, <is|gives|makes> {x}",
        "what {raised} <is|gives|makes|equals> {x}",
        "{x} is <what|which> number {raised}",
        "{x} is the {name} of <what|which number|what number>",
        "{x} = ? {raised}",
        "? {raised} = {x}",
        "a number {raised} is {x}. <whats the number|what is it|find it|find the number|what number is it>",
        "i {order} a number and get {x}. what <number was it|was the number|is the number>",
        "if a number {raised} <is|equals|gives> {x}, <what is it|what is the number|whats the number|find it>",
        "the {name} of a number is {x}. <find the number|what is the number|whats the number|which number is it>",
        "{short_ask} the {root} of {x}",
        "{root} of {x}",
        "{root} {x}",
        "<find|give|need> the number whose {name} is {x}",
        "which number has the {name} {x}",
        "what do i have to {order} to get {x}",
        "what do you {order} to <make|get> {x}",
        "{wonder} what number {raised} is {x}",
        "{wonder} which number has {x} as its {name}",
        "what is n if n {raised} is {x}",
        "x {raised} is {x}, {short_ask} x",
    ),
    ("{x} appears once somebody has {raised} his number; name that number",),
    constants=(2, 3, 4, 5),
    weight=1.2,
)
def base_of_a_power(rng: Random) -> Instance:
    n = rng.choice((2, 2, 3, 3, 3, 4, 5))
    base = rng.randint(2, {2: 40, 3: 20, 4: 10, 5: 8}[n])
    x = base**n
    power = nth(n)
    raised, name, order, root = {
        2: ("<squared|squared|times itself|to the power of 2>", "square", "square", "square root"),
        3: ("<cubed|cubed|to the power of 3>", "cube", "cube", "<cube|cubic|third|3rd> root"),
    }.get(
        n,
        (
            f"to the <power of {n}|{power} power|power {n}>",
            f"{power} power",
            f"raise to the power of {n}",
            f"{power} root",
        ),
    )
    code = f"from math import isqrt\nisqrt({x})" if n == 2 else f"from sympy import root\nroot({x}, {n})"
    return Instance(
        {
            "x": x,
            "raised": phrased(raised),
            "name": phrased(name),
            "order": phrased(order),
            "root": phrased(root),
        },
        steps("The power is undone by the root.", code, boxed("The number is")),
    )


@task(
    "rounding",
    "calculation_rounded",
    (
        *_short("{e} <rounded to|to|correct to|rounded off to> {acc}"),
        "{calc} {e} <and round to|, round to|and give it to|and round the answer to|to|, giving the answer to> {acc}",
        "{e}. <round to|give your answer to|round the answer to|answer to|to> {acc}",
        "{e} ({acc})",
        "{e} to {acc}",
        "round {e} to {acc}",
        "<to|correct to> {acc}, <what is|whats|find> {e}",
        "<what is|whats|what's> {e} to {acc}",
        "{e}, {acc}",
        "{e} <rounded|round|rounding> to {acc}",
    ),
    ("for {e} i want an answer that has {acc} only",),
    constants=(0,),
    weight=1.8,
)
def calculation_rounded(rng: Random) -> Instance:
    k = rng.choice((0, 1, 1, 1, 2, 2, 3))
    while True:
        a, b = rng.randint(2, rng.choice((30, 100, 900))), rng.randint(3, rng.choice((13, 40)))
        if (Fraction(a, b) * 10**k).denominator > 2:
            break
    kind = rng.random()
    if kind < 0.65:
        e = rng.choice(
            (
                f"<{a} divided by {b}|{a} divided by {b}|{a} over {b}|[the] quotient of {a} and {b}>",
                f"<{a} / {b}|{a}/{b}|{a} ÷ {b}|{a}÷{b}>",
            )
        )
        value = f"{a}/{b}"
        plan = "We divide and round."
        start = ""
    elif kind < 0.85:
        a = rng.choice([n for n in range(2, 200) if int(n**0.5) ** 2 != n])
        e, value, plan = (
            f"<[the] square root of {a}|sqrt {a}|root {a}|√{a}>",
            f"sqrt({a})",
            "We take the root and round.",
        )
        start = "from math import sqrt\n"
    else:
        x, y = decimal(rng, 1, 20, 2), decimal(rng, 1, 9, 2)
        e, value, plan = f"<{x} times {y}|{x} x {y}|{x} × {y}|{x}*{y}>", f"{x}*{y}", "We multiply and round."
        start, k = "", rng.choice((1, 2))
    places = f"{k} <decimal place|dp|d.p.|decimal>" if k == 1 else f"{k} <decimal places|dp|d.p.|decimals|places>"
    acc = {0: "the nearest <whole number|integer|whole|unit>"}.get(k, places)
    if k == 1 and rng.random() < 0.5:
        acc = "<1 dp|one decimal place|1 decimal place|the nearest tenth>"
    return Instance(
        {"e": phrased(e), "acc": phrased(acc)},
        steps(plan, f"{start}f'{{{value}:.{k}f}}'", boxed("It is")),
    )


_UNITS: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (("km", "km", "kilometres", "kilometers"), ("m", "metres", "meters"), "1000"),
    (("m", "m", "metres", "meters"), ("cm", "cm", "centimetres", "centimeters"), "100"),
    (("m", "metres"), ("mm", "millimetres"), "1000"),
    (("cm", "centimetres"), ("mm", "millimetres", "millimeters"), "10"),
    (("kg", "kg", "kilos", "kilograms"), ("g", "grams"), "1000"),
    (("g", "grams"), ("mg", "milligrams"), "1000"),
    (("litres", "liters", "l", "L"), ("ml", "ml", "millilitres", "mL"), "1000"),
    (("tonnes",), ("kg", "kilos"), "1000"),
    (("feet", "ft"), ("inches", "in"), "12"),
    (("yards", "yd"), ("feet", "ft"), "3"),
    (("hours", "hrs", "h"), ("minutes", "mins", "min"), "60"),
    (("minutes", "mins", "min"), ("seconds", "secs", "s"), "60"),
    (("days",), ("hours", "hrs"), "24"),
    (("weeks",), ("days",), "7"),
    (("years",), ("months",), "12"),
    (("pounds", "lbs"), ("ounces", "oz"), "16"),
)
_CONVERT = (
    "how many {to} <in|are in|are there in|is> {amount}",
    "how many {to} in {amount}",
    "{amount} in {to}",
    "{amount} to {to}",
    "{amount} <into|as> {to}",
    "{amount} = ? {to}",
    "{amount} is how many {to}",
    "<change|convert|turn|put> {amount} <to|into> {to}",
    "<whats|what is|what's> {amount} in {to}",
    "<whats|what is|how much is> {amount} in {to}",
    "{to} in {amount}",
    "number of {to} in {amount}",
    "how many {to} <does|do> {amount} make",
    "{amount}, how many {to} <is that|is it>",
    "i have {amount}. how many {to} <is that|is it>",
    "{wonder} how many {to} <are|there are> in {amount}",
    "<how do i|can you|pls|please> {convert} {amount} <to|into> {to}",
    "{amount} → {to}",
    "{write} {amount} in {to}",
    "it <takes|measures|comes to> {amount}, whats that in {to}",
)


def _one(unit: str) -> str:
    return {"feet": "foot", "inches": "inch", "lbs": "lb", "hrs": "hr"}.get(
        unit, unit[:-1] if len(unit) > 3 and unit.endswith("s") else unit
    )


@task(
    "units",
    "convert_in_few_words",
    _CONVERT,
    ("when i count {amount} in {to}, which number do i reach",),
    constants=("1", "3", "7", "10", "12", "16", "24", "60", "100", "1000"),
    weight=2.0,
)
def convert_in_few_words(rng: Random) -> Instance:
    large, small, factor = rng.choice(_UNITS)
    down = rng.random() < 0.6
    source, target = (rng.choice(large), rng.choice(small)) if down else (rng.choice(small), rng.choice(large))
    kind = rng.random()
    if down:
        x = (
            "1"
            if kind < 0.15
            else str(rng.randint(2, 60))
            if kind < 0.6
            else decimal(rng, 0, 20, rng.choice((1, 1, 2)))
        )
    elif int(factor) % 10 == 0 and kind < 0.7:
        x = f"{rng.randint(1, 80) * int(factor) / rng.choice((1, 2, 4, 10)):.10g}"
    else:
        x = str(rng.randint(1, 30) * int(factor))
    glue = "" if len(source) < 4 and rng.random() < 0.6 else " "
    amount = f"{x}{glue}{source}"
    if x == "1":
        one = _one(source)
        amount = f"<{rng.choice(('an', 'one', '1')) if one == 'hour' else rng.choice(('a', 'one', '1'))}> {one}"
        if source.startswith("inch") or one[0] in "aeio":
            amount = f"1 {one}"
    code = f"{x}*{factor}" if down else f"{x}/{factor}"
    plan = (
        f"One {_one(source)} is {factor} {target}, so we multiply."
        if down
        else f"{factor} {source} are one {_one(target)}, so we divide."
    )
    return Instance({"amount": phrased(amount), "to": target}, steps(plan, tidy(code), boxed("It is", target)))


@task(
    "units",
    "steps_of_time_units",
    (*_CONVERT, *_CONVERT[:4]),
    ("{amount} go by. tell me the number of {to} that pass",),
    constants=(1, 7, 24, 60, 12, 52, 365),
    weight=1.2,
)
def steps_of_time_units(rng: Random) -> Instance:
    source, target, factors = rng.choice(
        (
            ("day", "seconds", "24*60*60"),
            ("day", "minutes", "24*60"),
            ("week", "hours", "7*24"),
            ("week", "minutes", "7*24*60"),
            ("week", "seconds", "7*24*60*60"),
            ("hour", "seconds", "60*60"),
            ("year", "days", "365"),
            ("year", "weeks", "52"),
            ("year", "hours", "365*24"),
            ("day", "hours", "24"),
            ("year", "months", "12"),
            ("hour", "minutes", "60"),
            ("minute", "seconds", "60"),
            ("week", "days", "7"),
        )
    )
    n = 1 if rng.random() < 0.45 else rng.randint(2, 12)
    amount = (
        f"<{'an' if source == 'hour' else 'a'}|one|1|a single> {source}"
        if n == 1
        else f"<{n}|{n}|{_word(n)}> {source}s"
    )
    return Instance(
        {"amount": phrased(amount), "to": target},
        steps(f"We multiply step by step from {source}s to {target}.", f"{n}*{factors}", boxed("It is", target)),
    )


_PARTS = ((1, 2, "half"), (1, 4, "quarter"), (3, 4, "three quarters"), (1, 3, "third"), (2, 3, "two thirds"))


def _word(n: int) -> str:
    """A small number as a word."""
    return NUMBER_WORDS[n]


@task(
    "units",
    "convert_amount_with_fraction",
    (*_CONVERT, *_CONVERT[:4]),
    ("let something be {amount} big, then which number of {to} is this",),
    constants=(2, 3, 4, 7, 10, 12, 16, 24, 60, 100, 1000, 1),
    weight=1.5,
)
def convert_amount_with_fraction(rng: Random) -> Instance:
    large, small, factor = rng.choice([unit for unit in _UNITS if int(unit[2]) % 12 == 0 or unit[2] in ("100", "1000")])
    p, q, name = rng.choice(_PARTS if int(factor) % 3 == 0 else _PARTS[:3])
    source, target = rng.choice(large), rng.choice(small)
    w = rng.randint(0, 9)
    one = _one(source)
    said = name if p > 1 else f"a {name}"
    if w == 0:
        of = "" if (p, q) == (1, 2) else "of "
        article = "an" if one == "hour" else "a"
        amount = (
            f"<{name if p > 1 else rng.choice(('a ', 'one ', '')) + name} {of}{article} {one}|{p}/{q} "
            f"{of}{article} {one}>"
        )
        code = f"Rational({p}, {q})*{factor}"
    else:
        words = f"<{w}|{w}|{_word(w)}>"
        unit = one if w == 1 else source
        amount = (
            f"<{words} and {said} {source}|{w} {p}/{q} {source}|{words} {unit} and {said}|{words} and {p}/{q} {source}>"
        )
        code = f"({w} + Rational({p}, {q}))*{factor}"
    return Instance(
        {"amount": phrased(amount), "to": target},
        steps(
            f"One {one} is {factor} {target}, so we multiply.",
            f"from sympy import Rational\n{code}",
            boxed("It is", target),
        ),
    )


@task(
    "fractions",
    "unit_fractions_in_a_number",
    (
        "how many {parts} <are there in|are in|in|make|fit in|go into|make up> {x}",
        "how many {parts} in {x}",
        "{x} is how many {parts}",
        "how many {parts} do i need to make {x}",
        "{x} split into {parts}, how many <are there|pieces>",
        "<cut|divide|split> {x} into {parts}. how many do i get",
        "number of {parts} in {x}",
        "{parts} in {x}",
        "{x} in {parts}",
        "how many {parts} do you get from {x}",
        "{wonder} how many {parts} are in {x}",
        "how many times does {part} go into {x}",
        "how many lots of {part} are in {x}",
        "{x} divided by {part}",
        "<what is|whats|work out> {x} divided by {part}",
        "{x} ÷ {part}",
        "i have {x} <cakes|pies|pizzas|melons|bars> and cut them into {parts}. how many pieces",
        "<pizzas|cakes|sandwiches> are cut into {parts}. how many pieces do {x} give",
    ),
    ("counting {x} in pieces of size {part} gives which number of pieces",),
    constants=(1, 2, 3, 4, 5, 6, 8, 10),
)
def unit_fractions_in_a_number(rng: Random) -> Instance:
    q, name, many = rng.choice(
        (
            (2, "half", "halves"),
            (2, "half", "halves"),
            (3, "third", "thirds"),
            (4, "quarter", "quarters"),
            (4, "quarter", "quarters"),
            (5, "fifth", "fifths"),
            (6, "sixth", "sixths"),
            (8, "eighth", "eighths"),
            (10, "tenth", "tenths"),
        )
    )
    w = rng.randint(1, 20)
    if rng.random() < 0.5 and q in (2, 4, 6, 8):
        p, r, said = rng.choice([part for part in _PARTS if q % part[1] == 0])
        article = said if p > 1 else f"a {said}"
        x, code = f"<{w} and {article}|{w} {p}/{r}|{w} and {article}|{w} and {p}/{r}>", f"({w} + Rational({p}, {r}))"
    else:
        x, code = f"<{w}|{w}|{_word(w)}>", str(w)
    article = "an" if name == "eighth" else "a"
    return Instance(
        {"x": phrased(x), "parts": phrased(many), "part": phrased(f"<{article} {name}|1/{q}|one {name}>")},
        steps(
            f"We divide by one {name}.",
            f"from sympy import Rational\n{code}/Rational(1, {q})",
            boxed("The number is"),
        ),
    )


@task(
    "units",
    "square_and_cubic_units",
    _CONVERT,
    ("an area or a volume is {amount}; which number of {to} says the same",),
    constants=(2, 3, 10, 12, 100, 1000),
    weight=1.2,
)
def square_and_cubic_units(rng: Random) -> Instance:
    (large, big), (small, little), factor, power = rng.choice(
        (
            (("m", "metres"), ("cm", "centimetres"), 100, 2),
            (("m", "metres"), ("cm", "cm"), 100, 2),
            (("cm", "centimetres"), ("mm", "millimetres"), 10, 2),
            (("km", "kilometres"), ("m", "metres"), 1000, 2),
            (("m", "metres"), ("mm", "millimetres"), 1000, 2),
            (("ft", "feet"), ("in", "inches"), 12, 2),
            (("yd", "yards"), ("ft", "feet"), 3, 2),
            (("m", "metres"), ("cm", "centimetres"), 100, 3),
            (("cm", "centimetres"), ("mm", "mm"), 10, 3),
            (("ft", "feet"), ("in", "inches"), 12, 3),
        )
    )

    def unit(short: str, long: str) -> str:
        word = "square" if power == 2 else "cubic"
        return rng.choice(
            (f"{short}{'²³'[power - 2]}", f"{short}^{power}", f"{word} {long}", f"{word} {short}", f"{word} {short}")
        )

    x = str(rng.randint(1, 40)) if rng.random() < 0.7 else decimal(rng, 0, 9, 1)
    if rng.random() < 0.65:
        source, target, code = unit(large, big), unit(small, little), f"{x}*{factor}**{power}"
        plan = f"One {large} is {factor} {small}, which counts {power} times over."
    else:
        x = str(rng.randint(1, 40) * factor**power // rng.choice((1, 2, 4)))
        source, target, code = unit(small, little), unit(large, big), f"{x}/{factor}**{power}"
        plan = f"{factor} {small} are one {large}, which counts {power} times over."
    return Instance({"amount": f"{x} {source}", "to": target}, steps(plan, tidy(code), boxed("It is", target)))


@task(
    "units",
    "speed_units",
    _CONVERT,
    ("a speed of {amount} is what, once we use {to}",),
    constants=("3.6",),
    weight=1.0,
)
def speed_units(rng: Random) -> Instance:
    fast = rng.choice(("km/h", "km/h", "kmh", "kph", "km per hour", "kilometres per hour", "km/hr"))
    slow = rng.choice(("m/s", "m/s", "m/s", "m per s", "metres per second", "m/sec"))
    if rng.random() < 0.55:
        x = rng.choice((rng.randint(1, 40) * 9, rng.randint(2, 250), rng.randint(1, 14) * 18))
        return Instance(
            {"amount": f"{x} {fast}", "to": slow},
            steps("1 m/s is 3.6 km/h, so we divide.", f"f'{{round({x}/3.6, 4):.10g}}'", boxed("It is", "m/s")),
        )
    y = str(rng.randint(1, 90)) if rng.random() < 0.7 else decimal(rng, 0, 40, 1)
    return Instance(
        {"amount": f"{y} {slow}", "to": fast},
        steps("1 m/s is 3.6 km/h, so we multiply.", f"f'{{round({y}*3.6, 4):.10g}}'", boxed("It is", "km/h")),
    )


@task(
    "units",
    "parts_in_two_units",
    _CONVERT,
    ("someone writes {amount}, i want just {to}",),
    constants=(7, 12, 16, 24, 60, 100, 1000, 10),
    weight=1.3,
)
def parts_in_two_units(rng: Random) -> Instance:
    large, small, to, factor = rng.choice(
        (
            (("h", "hr", "hrs", "hours"), ("min", "mins", "minutes", "m"), ("minutes", "mins", "min"), 60),
            (("h", "hours", "hr"), ("min", "minutes"), ("minutes", "mins"), 60),
            (("min", "mins", "minutes"), ("s", "sec", "secs", "seconds"), ("seconds", "secs", "s"), 60),
            (("m", "metres"), ("cm", "centimetres"), ("cm", "centimetres"), 100),
            (("km", "km"), ("m", "metres"), ("m", "metres"), 1000),
            (("cm", "cm"), ("mm", "mm"), ("mm", "millimetres"), 10),
            (("kg", "kilos"), ("g", "grams"), ("g", "grams"), 1000),
            (("l", "litres"), ("ml", "ml"), ("ml", "millilitres"), 1000),
            (("ft", "feet", "foot"), ("in", "inches"), ("inches", "in"), 12),
            (("lb", "lbs", "pounds"), ("oz", "ounces"), ("ounces", "oz"), 16),
            (("days", "d"), ("hours", "h"), ("hours", "hrs"), 24),
            (("weeks", "wks"), ("days", "days"), ("days", "days"), 7),
        )
    )
    first = rng.choice(large)
    second = small[large.index(first)] if large.index(first) < len(small) else small[0]
    a, b = rng.randint(2, 12), rng.randint(1, factor - 1)
    if factor >= 100 and rng.random() < 0.7:
        b = b // 10 * 10 or 50
    glue = "" if len(first) < 4 and rng.random() < 0.6 else " "
    amount = f"{a}{glue}{first}{rng.choice((' ', ' ', ' and ', ', '))}{b}{glue if len(second) < 4 else ' '}{second}"
    target = rng.choice(to)
    return Instance(
        {"amount": phrased(amount), "to": target},
        steps(f"One {_one(first)} is {factor} {target}.", f"{a}*{factor} + {b}", boxed("It is", target)),
    )


_RATE = (
    "{amount} in {to} if {rate}",
    "<whats|what is|what's|how much is> {amount} in {to} if {rate}",
    "{rate}. <whats|what is|how much is> {amount} in {to}",
    "{rate}, {amount} = ? {to}",
    "<convert|change|turn> {amount} <to|into> {to} <if|when|using|with> {rate}",
    "how many {to} <is|do i get for|do you get for|are> {amount} <if|when> {rate}",
    "if {rate}, how many {to} <is|are|do i get for> {amount}",
    "if {rate} <whats|what is|then what is> {amount} in {to}",
    "{amount} to {to}, {rate}",
    "{rate}. {convert} {amount} <to|into> {to}",
    "{rate}, so how many {to} is {amount}",
    "<given|knowing|using> {rate}, {amount} in {to} is what",
    "{amount} is how many {to} when {rate}",
    "{wonder} how many {to} {amount} is if {rate}",
    "{someone} has {amount}. how many {to} is that if {rate}",
    "{rate}. {someone} changes {amount}. how many {to} is that",
)
_RATE_HELD = ("we take {rate} as a fact and want {amount} to be told in {to}",)

_STRONG = (("$", "dollars", "dollar"), ("£", "pounds", "pound"), ("€", "euros", "euro"))
_WEAK = (("yen", 100, 200), ("rupees", 60, 120), ("pesos", 10, 30), ("krona", 8, 14), ("zloty", 3, 5), ("francs", 0, 2))


@task("money", "money_at_a_given_rate", _RATE, _RATE_HELD, weight=1.6)
def money_at_a_given_rate(rng: Random) -> Instance:
    (sign, many, one), (other_sign, other, other_one) = rng.sample(_STRONG, 2)
    rate = decimal(rng, 0, 2, 2)
    if rng.random() < 0.4:
        other, low, high = rng.choice(_WEAK)
        other_sign, other_one, rate = (
            "",
            other,
            str(rng.randint(low + 1, high)) if rng.random() < 0.3 else decimal(rng, low, high, 1),
        )
    x = rng.choice((rng.randint(2, 20) * 5, rng.randint(2, 20) * 10, rng.randint(3, 999)))

    def said(amount: object, sign: str, many: str, one: str) -> str:
        if sign and rng.random() < 0.65:
            return f"{sign}{amount}"
        return f"{amount} {one if str(amount) == '1' else many}"

    unit, much = said("1", sign, many, one), said(rate, other_sign, other, other_one)
    link = rng.choice((" = ", " = ", " is ", " is ", "=", " is worth ", " buys ", " gets you ", " makes "))
    if rng.random() < 0.65:
        amount, target, code = said(x, sign, many, one), other, f"{x}*{rate}"
        plan = "We multiply by the rate."
    else:
        amount, target, code = said(x, other_sign, other, other_one), many, f"{x}/{rate}"
        plan = "We divide by the rate."
    return Instance(
        {"amount": phrased(amount), "to": phrased(target), "rate": phrased(f"{unit}{link}{much}")},
        steps(plan, f"f'{{{code}:.2f}}'", boxed("It is", target)),
    )


@task(
    "units", "units_at_a_given_rate", tuple(frame for frame in _RATE if "changes" not in frame), _RATE_HELD, weight=1.2
)
def units_at_a_given_rate(rng: Random) -> Instance:
    p, first, q, second = rng.choice(
        (
            ("8", "km", "5", "miles"),
            ("1", "mile", "1.6", "km"),
            ("1", "inch", "2.54", "cm"),
            ("1", "kg", "2.2", "pounds"),
            ("1", "foot", "30", "cm"),
            ("1", "foot", "0.3", "metres"),
            ("1", "gallon", "4.5", "litres"),
            ("1", "pint", "570", "ml"),
            ("1", "pound", "450", "g"),
            ("1", "ounce", "28", "g"),
            ("4", "inches", "10", "cm"),
            ("1", "acre", "4000", "square metres"),
            ("1", "cup", "240", "ml"),
            ("5", "pounds", "2.25", "kg"),
            ("3", "feet", "0.9", "m"),
            ("1", "blip", str(rng.randint(2, 9)), "blops"),
        )
    )
    many = {
        "mile": "miles",
        "inch": "inches",
        "foot": "feet",
        "gallon": "gallons",
        "pint": "pints",
        "pound": "pounds",
        "ounce": "ounces",
        "acre": "acres",
        "cup": "cups",
        "blip": "blips",
    }.get(first, first)
    x = str(rng.randint(2, 60)) if rng.random() < 0.75 else decimal(rng, 1, 20, 1)
    link = rng.choice((" = ", " = ", "=", " is ", " is about ", " are " if p != "1" else " is ", " equals "))
    rate = f"{p} {first}{link}{q} {second}"
    if rng.random() < 0.5:
        amount, target = f"{x} {many}", second
        code = f"{x}*{q}/{p}" if p != "1" else f"{x}*{q}"
        plan = "We multiply by the rate."
    else:
        amount, target = f"{x} {second}", many
        code = f"{x}*{p}/{q}" if p != "1" else f"{x}/{q}"
        plan = "We divide by the rate."
    return Instance(
        {"amount": phrased(amount), "to": phrased(target), "rate": phrased(rate)},
        steps(plan, f"f'{{round({code}, 4):.10g}}'", boxed("It is", target)),
    )


def _clock(rng: Random, minutes: int, half_days: bool) -> str:
    """A time of day as typed: `9:40am`, `9.40 am`, `13:15`."""
    hour, minute = divmod(minutes, 60)
    if not half_days:
        return f"{hour}:{minute:02d}" if rng.random() < 0.6 else f"{hour:02d}:{minute:02d}"
    return f"{hour % 12 or 12}:{minute:02d}{rng.choice(('', '', ' '))}{'am' if hour < 12 else 'pm'}"


def _clock_code(clock: str) -> str:
    """Code for the minutes since midnight."""
    half = clock[-2:] if clock.endswith("m") else ""
    hour, minute = clock.removesuffix(half).strip().split(":")
    if half:
        return f"({int(hour)} % 12{' + 12' if half == 'pm' else ''})*60 + {int(minute)}"
    return f"{int(hour)}*60 + {int(minute)}"


@task(
    "time",
    "time_from_one_to_another",
    (
        "{how_long} <from|between> {span}",
        "{how_long} <is it|is there|passes|goes by> <from|between> {span}",
        "{span}, {how_long}",
        "{span}: {how_long} <is that|is it>",
        "{amount_of} between {both}",
        "{amount_of} from {s} <to|until|till> {e}",
        "<find|work out|whats|what is> the {amount_of} <between {both}|from {s} to {e}>",
        "{short_ask} the {amount_of} between {both}",
        "<starts|start|begins|leaves> {s} <ends|end|finishes|arrives> {e}, {how_long}",
        "<starts|start|begins|left|opened> at {s}, <ends|stopped|finished|closed> at {e}. {how_long} <was it|did it "
        "take|is that>",
        "<bus|train|film|lesson|match|shift> <from|is from|was> {s} to {e}. {how_long} <is it|was it|is that>",
        "{how_long} <until|till> {e} if its {s} now",
        "its {s} now. {how_long} <until|till> {e}",
        "{s} to {e} is {how_long}",
        "{wonder} {how_long} it is from {s} to {e}",
        "i <worked|slept|played|studied> from {s} to {e}, {how_long} <is that|was that>",
        "how much time <is there|passes> between {both} {in_what}",
        "time <between|gap between|difference between> {both} {in_what}",
    ),
    ("the clock goes on from {s} and now shows {e}; the time gone by, {in_what}, is what",),
    constants=(12, 60, *range(10)),
    weight=2.0,
)
def time_from_one_to_another(rng: Random) -> Instance:
    half_days = rng.random() < 0.55
    start = rng.randint(1, 20 * 60)
    end = rng.randint(start + 5, min(start + rng.choice((70, 200, 500)), 24 * 60 - 1))
    if rng.random() < 0.4:
        start, end = start // 5 * 5, end // 5 * 5 + 5
    end = min(end, 24 * 60 - 1)
    s, e = _clock(rng, start, half_days), _clock(rng, end, half_days)
    slots: dict[str, Slot] = {
        "s": s,
        "e": e,
        "both": f"{s} and {e}",
    }
    slots["span"] = phrased(f"<{s} to {e}|{s} until {e}|{s} till {e}>")
    lines = f"start = {_clock_code(s)}\nend = {_clock_code(e)}\n"
    if rng.random() < 0.4:
        slots |= {
            "how_long": phrased("how many <minutes|minutes|mins|min>"),
            "amount_of": phrased("<minutes|minutes|mins|number of minutes>"),
            "in_what": phrased("in <minutes|mins>"),
        }
        return Instance(
            slots,
            steps("We count both times in minutes and subtract.", lines + "end - start", boxed("It is", "minutes")),
        )
    slots |= {
        "how_long": phrased("<how long|how long|how much time|how many hours and minutes|how long in hours and mins>"),
        "amount_of": phrased("<time|time|hours and minutes|length of time|time gap>"),
        "in_what": phrased("in hours and <minutes|mins>"),
    }
    code = lines + "hours, minutes = divmod(end - start, 60)\nf'{hours} h {minutes} min'"
    return Instance(slots, steps("We count both times in minutes and subtract.", code, boxed("It is")))


@task(
    "time",
    "clock_after_or_before",
    (
        "what time is <it |>{d} {way} {s} {form}",
        "<whats the|what's the|what is the> time {d} {way} {s} {form}",
        "{d} {way} {s} {form}",
        "{d} {way} {s} is what time {form}",
        "its {s}. what time {was} it {d} {later} {form}",
        "it is {s} now. what time {was} it {d} {later} {form}",
        "{s}, {d} {later} is {form}",
        "time {d} {way} {s} {form}",
        "{wonder} what time it is {d} {way} {s} {form}",
        "if its {s}, what time {was} it {d} {later} {form}",
        "{short_ask} the time {d} {way} {s} {form}",
        "what {was} the <time|clock> {d} {way} {s} {form}",
        "{d} {later} than {s}, what time {form}",
        "work out the time {d} {way} {s} {form}",
    ),
    ("from {s} we move the hands of the clock: {d} {later}. name the new time {form}",),
    constants=(0,),
    weight=1.3,
)
def clock_after_or_before(rng: Random) -> Instance:
    half_days = rng.random() < 0.6
    s = _clock(rng, rng.randint(0, 287) * 5 if rng.random() < 0.6 else rng.randint(0, 1439), half_days)
    m = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 75, 90, 100, 120, rng.randint(3, 200)))
    h = rng.randint(1, 11)
    mins = rng.choice(("minutes", "mins", "min"))
    hours = rng.choice(("hours", "hrs", "h")) if h > 1 else rng.choice(("hour", "hr", "h"))
    if rng.random() < 0.6:
        d, moved = f"{m} {mins}", f"minutes={m}"
    elif rng.random() < 0.4:
        d, moved = f"{h} {hours}", f"hours={h}"
    else:
        m = rng.randint(1, 11) * 5
        d, moved = f"{h} {hours} {rng.choice(('', 'and '))}{m} {mins}", f"hours={h}, minutes={m}"
    after = rng.random() < 0.65
    read = "%H:%M" if not half_days else "%I:%M %p" if " " in s else "%I:%M%p"
    to_24 = not half_days or rng.random() < 0.35
    form = ""
    if half_days and to_24:
        form = "<(24 hour clock)|in 24 hour time|(24h)|on the 24 hour clock|in the 24-hour format>"
    elif not half_days and rng.random() < 0.3:
        to_24, form = False, "<(12 hour clock)|in 12 hour time|(am or pm)|with am or pm|on the 12 hour clock>"
    shown = ".strftime('%H:%M')" if to_24 else ".strftime('%I:%M %p').lstrip('0')"
    code = (
        "from datetime import datetime, timedelta\n"
        f"start = datetime.strptime('{s}', '{read}')\n"
        f"(start {'+' if after else '-'} timedelta({moved})){shown}"
    )
    return Instance(
        {
            "s": s,
            "d": phrased(d),
            "way": phrased("<after|after|past|from>" if after else "<before|before|earlier than>"),
            "later": phrased("<later|from now|after>" if after else "<ago|earlier|before>"),
            "was": phrased("is" if after else "was"),
            "form": phrased(form),
        },
        steps("datetime moves the time.", code, boxed("The time is")),
    )


_LIST_KINDS = {
    "mean": ("{short_mean}", "The mean is the sum divided by the number of values.", "The mean is"),
    "median": ("{short_median}", "The median is the middle of the sorted values.", "The median is"),
    "range": ("{short_range}", "The range is the largest value less the smallest.", "The range is"),
    "mode": ("{short_mode}", "multimode gives every most common value.", ""),
    "sum": ("<sum|total>", "We add the values.", "The sum is"),
    "max": ("<largest|biggest|highest|greatest> <number|one|value|>", "max finds the largest value.", "The largest is"),
    "min": ("<smallest|lowest|least> <number|one|value|>", "min finds the smallest value.", "The smallest is"),
}


@task(
    "statistics",
    "list_in_few_words",
    (
        "{short_ask} the {kind} of {list}",
        "{kind} of {list}",
        "{kind} of <these numbers|these|this list|this data|the numbers|the set>: {list}",
        "<find|whats|what is|get|give> the {kind}: {list}",
        "{kind}: {list}",
        "{list} {kind}",
        "{list}. <whats|what is|find> the {kind}",
        "{list}, <find|need|give me> the {kind}",
        "{list}: {kind}",
        "<the numbers are|data|numbers|scores|my marks are|results>: {list}. <whats|what is|find> the {kind}",
        "{wonder} what the {kind} of {list} is",
        "{must_find} the {kind} of {list}",
        "{someone} got {list}. <whats|find|what is> the {kind}",
        "<for|from|with> {list} <find|give|get|work out> the {kind}",
        "the {kind} of {list} is what",
        "<can you|pls|please|can u> find the {kind} of {list}",
        "what {kind} <does|do> {list} have",
        "{kind} for {list}",
        "{kind} from {list}",
        "how do i <find|get|work out> the {kind} of {list}",
    ),
    ("here we see {list}, so name the {kind} in this row",),
    weight=4.0,
)
def list_in_few_words(rng: Random) -> Instance:
    kind = rng.choice(
        ("mean", "mean", "mean", "median", "median", "median", "range", "range", "mode", "mode", "sum", "max", "min")
    )
    count = (
        rng.choice((2, 2, 3, 3, 4, 5, 5, 6, 7, 8))
        if kind in ("mean", "sum")
        else rng.choice((3, 4, 4, 5, 5, 6, 7, 8, 9))
    )
    top = rng.choice((10, 20, 60, 100, 400))
    if kind != "mode" and rng.random() < 0.25:
        values = [decimal(rng, 0, top, 1) if rng.random() < 0.7 else str(rng.randint(1, top)) for _ in range(count)]
    else:
        low = -rng.choice((5, 12, 20)) if rng.random() < 0.25 else 1
        numbers = [rng.randint(low, top) for _ in range(count)]
        if kind == "mode":
            numbers += [rng.choice(numbers)] * rng.choice((1, 2))
            rng.shuffle(numbers)
        values = [str(n) for n in numbers]
    noun, plan, end = _LIST_KINDS[kind]
    data = f"[{', '.join(values)}]"
    code = {
        "mean": f"data = {data}\nmean = sum(data)/len(data)\nf'{{round(mean, 2):.10g}}'",
        "median": f"from statistics import median\nf'{{median({data}):.10g}}'",
        "range": f"data = {data}\nf'{{max(data) - min(data):.10g}}'",
        "mode": f"from statistics import multimode\nmultimode({data})",
        "sum": f"f'{{sum({data}):.10g}}'",
        "max": f"max({data})",
        "min": f"min({data})",
    }[kind]
    last = "The mode is $\\boxed{⟨0:inner⟩}$." if kind == "mode" else boxed(end)
    return Instance({"kind": phrased(noun), "list": _listed(rng, values)}, steps(plan, code, last))


_FACT_NOUN = (
    *(frame for frame in _short() if "result_q" not in frame and "how much" not in frame),
    "<list|write down|name|show> <all |all the |the |>{noun}",
    "<list|give me|state|find> <all |all the |the |>{noun}",
    "<list|find> {noun}",
)


@task(
    "number theory",
    "number_facts_in_few_words",
    (
        *_FACT_NOUN,
        "what {are} <the|all the|> {noun}",
        "<tell me|say> what the {noun} {are}",
        "which {are} the {noun}",
        "{n}: {label}",
        "<for|of> {n}: {label}",
        "<here is|take> {n}. <list|find|give me> the {label}",
    ),
    ("take {n}; its {label} would be what",),
    constants=(1,),
    weight=3.0,
)
def number_facts_in_few_words(rng: Random) -> Instance:
    n = rng.randint(6, rng.choice((40, 100, 100, 300)))
    k = rng.randint(3, 8)
    inner = "$\\boxed{⟨0:inner⟩}$."
    label, of, plan, code, end = rng.choice(
        (
            (
                "{short_factors}",
                "{short_factors} of",
                "divisors lists them.",
                f"from sympy import divisors\ndivisors({n})",
                f"The divisors are {inner}",
            ),
            (
                "{short_factors}",
                "{short_factors} of",
                "divisors lists them.",
                f"from sympy import divisors\ndivisors({n})",
                f"The divisors are {inner}",
            ),
            (
                "number of {short_factors}",
                "number of {short_factors} of",
                "We count the divisors.",
                f"from sympy import divisor_count\ndivisor_count({n})",
                boxed("The number of divisors is"),
            ),
            (
                "prime {short_factors}",
                "prime {short_factors} of",
                "primefactors lists the primes that divide the number.",
                f"from sympy import primefactors\nprimefactors({n})",
                f"The prime factors are {inner}",
            ),
            (
                f"first {k} multiples",
                f"first {k} multiples of",
                "We multiply by 1, 2, 3 and so on.",
                f"[{n}*i for i in range(1, {k} + 1)]",
                f"The multiples are {inner}",
            ),
            (
                "prime {short_factors} <with repeats|with repetition|(with repeats)|(repeated ones too)>",
                "",
                "factorint gives the primes with their powers; we repeat each one.",
                f"from sympy import factorint\nfactors = factorint({n})\n"
                "[p for p, k in factors.items() for _ in range(k)]",
                f"The prime factors are {inner}",
            ),
        )
    )
    if of:
        noun = f"<{of} {n}|{of} {n}|{of} the number {n}>"
    else:
        noun = (
            f"<prime {{short_factors}} of {n} <with repeats|(with repeats)|with repetition|including repeats>|prime "
            f"{{short_factors}} of {n}, <repeated ones too|repeats included|counting repeats>|all prime factors of "
            f"{n}, each as often as it occurs>"
        )
    slots: dict[str, Slot] = {"n": n, "label": phrased(label), "noun": phrased(noun)}
    if not label.startswith("number"):
        slots["are"] = phrased("are")
    return Instance(slots, steps(plan, code, end))


@task(
    "number theory",
    "extreme_number_with_digits",
    (
        "{short_ask} the {most} {k}[-| ]digit <number|whole number> {that}",
        "{most} {k}[-| ]digit number {that}",
        "{most} {k} digit multiple of {d}",
        "{short_ask} the {most} {k} digit multiple of {d}",
        "<which|what> is the {most} {k}-digit number {that}",
        "<what|which> {k} digit number {that} is {most}",
        "{most} number with {k} digits {that}",
        "{short_ask} the {most} number with {k} digits {that}",
        "a {k} digit number {that}, the {most} one",
        "multiples of {d} with {k} digits: {most} one",
        "{wonder} what the {most} {k} digit number {that} is",
        "{most} multiple of {d} <with|that has> {k} digits",
        "whats the {most} {k} digit number in the {d} times table",
        "of all {k} digit numbers {that} <find|give|name> the {most}",
        "i need the {most} {k} digit number {that}",
    ),
    ("count through the numbers having {k} digits and stop where {d} divides: the {most} such number is what",),
    constants=(1, 10, 0, 2, 3, 4),
    weight=1.2,
)
def extreme_number_with_digits(rng: Random) -> Instance:
    k = rng.choice((2, 3, 3, 3, 4))
    d = rng.randint(3, 30 if k == 2 else 60)
    small = rng.random() < 0.65
    most = "<smallest|smallest|lowest|least|first>" if small else "<largest|biggest|highest|greatest|last>"
    that = (
        f"<that {d} goes into|divisible by {d}|that is divisible by {d}|that can be divided by {d}|in the {d} times "
        f"table|that is a multiple of {d}|which {d} divides|you can divide by {d}>"
    )
    rows = f"range(10**({k} - 1), 10**{k})"
    code = f"{'min' if small else 'max'}(n for n in {rows} if n % {d} == 0)"
    return Instance(
        {"k": phrased(f"<{k}|{k}|{_word(k)}>"), "d": d, "most": phrased(most), "that": phrased(that)},
        steps(f"We look through the numbers with {k} digits.", code, boxed("The number is")),
    )


@task(
    "number theory",
    "extreme_multiple_near",
    (
        "{short_ask} the {most} multiple of {d} {side} {n}",
        "{most} multiple of {d} {side} {n}",
        "{most} number {side} {n} <divisible by|that can be divided by> {d}",
        "{short_ask} the {most} number {side} {n} <that {d} goes into|divisible by {d}|in the {d} times table>",
        "<which|what> is the {most} multiple of {d} {side} {n}",
        "{most} number in the {d} times table {side} {n}",
        "what multiple of {d} {side} {n} is the {most}",
        "multiples of {d} {side} {n}: the {most}",
        "{wonder} which multiple of {d} {side} {n} is {most}",
        "{side} {n}, whats the {most} multiple of {d}",
    ),
    ("looking {side} {n}, where does counting in {d}s land: the {most} one please",),
    constants=(0, 1),
)
def extreme_multiple_near(rng: Random) -> Instance:
    d, n = rng.randint(3, 40), rng.randint(20, rng.choice((100, 500, 1000)))
    if rng.random() < 0.55:
        most, side, code = (
            "<smallest|first|lowest|next>",
            "<above|over|bigger than|after|greater than>",
            f"({n}//{d} + 1)*{d}",
        )
    else:
        while n <= d:
            n += 10
        most, side, code = (
            "<largest|biggest|last|highest>",
            "<below|under|less than|smaller than>",
            f"({n} - 1)//{d}*{d}",
        )
    return Instance(
        {"d": d, "n": n, "most": phrased(most), "side": phrased(side)},
        steps("We count how many whole steps fit.", code, boxed("The number is")),
    )


@task(
    "ordering",
    "order_in_few_words",
    (
        "order {way}: {list}",
        "order {way} {list}",
        "order {list} {way}",
        "<put|arrange|sort|place|write> {list} <in order |>{way}",
        "<put|sort|arrange> in order {way}: {list}",
        "{list} {way}",
        "{list} in order {way}",
        "{way}: {list}",
        "<put|arrange|sort|order> these {way}: {list}",
        "<can you|please|pls|how do i> <order|sort|arrange> {list} {way}",
        "{list}. <put them in order|sort them|order them> {way}",
        "{list}, {way} please",
        "<list|write> these {way}: {list}",
        "<numbers|fractions and numbers|values> {way}: {list}",
        "{someone} must <sort|order> {list} {way}",
        "sort {list} so they go {way}",
    ),
    ("line up {list}, and go {way}",),
    weight=1.6,
)
def order_in_few_words(rng: Random) -> Instance:
    count = rng.choice((3, 3, 4, 4, 5, 6))
    kind = rng.choice(("fractions", "fractions", "decimals", "whole", "negative"))
    fractions = kind == "fractions"
    seen: dict[Fraction, str] = {}
    while len(seen) < count:
        q = rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 12))
        value = {
            "fractions": f"{rng.randint(1, q - 1)}/{q}",
            "decimals": decimal(rng, 0, 3, rng.choice((1, 2, 2, 3))),
            "whole": str(rng.randint(1, 900)),
            "negative": str(rng.randint(-30, 30)),
        }[kind]
        seen.setdefault(Fraction(value), value)
    values = list(seen.values())
    down = rng.random() < 0.5
    low, high = "<smallest|smallest|lowest|least>", "<biggest|largest|highest|greatest>"
    way = (
        f"<from {high} to {low}|{high} to {low}|{high} first|in descending order|descending|starting with the {high}>"
        if down
        else f"<from {low} to {high}|{low} to {high}|{low} first|in ascending order|ascending|starting with the {low}>"
    )
    reverse = "reverse=True" if down else ""
    if fractions:
        listed = f"[{', '.join(repr(value) for value in values)}]"
        sort = ", ".join(part for part in ("numbers", "key=Fraction", reverse) if part)
        code = f"from fractions import Fraction\nnumbers = {listed}\n', '.join(sorted({sort}))"
        last = boxed("In order:")
    else:
        sort = ", ".join(part for part in ("numbers", reverse) if part)
        code, last = f"numbers = [{', '.join(values)}]\nsorted({sort})", "In order: $\\boxed{⟨0:inner⟩}$."
    return Instance({"list": _listed(rng, values), "way": phrased(way)}, steps("We sort the numbers.", code, last))


_FIND_IT = "<whats the number|what is the number|what is it|whats the number|find the number|find it|what number is it>"


@task(
    "linear equations",
    "equation_in_few_words",
    (
        f"{{eq}}. {_FIND_IT}",
        f"{{eq}}, {_FIND_IT}",
        f"if {{eq}}, {_FIND_IT}",
        "<what|which> number is it if {eq}",
        "{eq}. <what is|find> my number",
        f"{{someone}} says {{eq}}. {_FIND_IT}",
        "find the number <if|when|such that> {eq}",
        "{eq}. solve it",
        "{must_find} a number, {eq}",
        f"<i know that|we know|it says> {{eq}}. {_FIND_IT}",
        "<what|which> number {that}",
        "<what|which> number {that}",
        "find <the|a> number that {that}",
        f"when {{eq}} {_FIND_IT}",
        "write an equation and solve: {eq}",
    ),
    ("somewhere there is a number, {eq}, and which one might that be",),
    constants=(2, 3, 4),
    weight=2.0,
)
def equation_in_few_words(rng: Random) -> Instance:
    n, k, c = rng.randint(2, rng.choice((15, 60))), rng.randint(2, 12), rng.randint(2, 40)
    a = rng.choice(("a number", "a number", "a number", "some number", "my number", "the number"))
    is_ = "<is|is|equals|gives|makes|=|is equal to>"
    kind = rng.choice(("plus", "minus", "from", "times", "over", "times plus", "times minus", "half", "twice", "both"))
    times = {2: "<twice|double|2 times|two times>", 3: "<three times|3 times|triple>", 4: "<4 times|four times>"}.get(
        k, f"{k} times"
    )
    match kind:
        case "plus":
            r, left = n + c, f"n + {c}"
            eq = (
                f"<{a} plus {c} {is_} {r}|{c} more than {a} {is_} {r}|{a} and {c} {is_} {r}|{c} added to {a} {is_} {r}|"
                f"the sum of {a} and {c} {is_} {r}|{a} increased by {c} {is_} {r}|add {c} to {a} and you get {r}>"
            )
            that = f"<plus {c} {is_} {r}|increased by {c} {is_} {r}>"
        case "minus":
            r, left = n, f"n - {c}"
            n += c
            eq = (
                f"<{a} minus {c} {is_} {r}|{c} less than {a} {is_} {r}|{a} take away {c} {is_} {r}|{a} reduced by {c} "
                f"{is_} {r}|subtract {c} from {a} and you get {r}|{c} taken from {a} {is_} {r}>"
            )
            that = f"<minus {c} {is_} {r}|take away {c} {is_} {r}>"
        case "from":
            r, left = c, f"{n + c} - n"
            eq = f"<{n + c} minus {a} {is_} {r}|{n + c} take away {a} {is_} {r}|{a} subtracted from {n + c} {is_} {r}>"
            that = f"<taken from {n + c} {is_} {r}|subtracted from {n + c} {is_} {r}>"
        case "times":
            r, left = n * k, f"{k}*n"
            eq = (
                f"<{times} {a} {is_} {r}|{a} times {k} {is_} {r}|{a} multiplied by {k} {is_} {r}|multiply {a} "
                f"by {k} and get {r}>"
            )
            that = f"<times {k} {is_} {r}|multiplied by {k} {is_} {r}>"
        case "over":
            r, left = n, f"n/{k}"
            eq = (
                f"<{a} divided by {k} {is_} {r}|divide {a} by {k} and get {r}|{a} over {k} {is_} {r}|{a} "
                f"shared by {k} {is_} {r}>"
            )
            that = f"<divided by {k} {is_} {r}|over {k} {is_} {r}>"
        case "half":
            r, left = n + c, f"n/2 + {c}"
            eq = f"<half of {a} plus {c} {is_} {r}|half {a} plus {c} {is_} {r}|{c} more than half of {a} {is_} {r}>"
            that = f"halved plus {c} {is_} {r}"
        case "both":
            k = rng.randint(3, 9)
            r, left = n * (k - 1), f"{k}*n"
            eq = f"<{k} times {a} {is_} {r} more than the number|{a} times {k} is the number plus {r}>"
            that = f"times {k} is {r} more than itself"
        case "times plus" | "twice":
            k = 2 if kind == "twice" else k
            times = "<twice|double|2 times|two times>" if k == 2 else times
            r, left = n * k + c, f"{k}*n + {c}"
            eq = (
                f"<{times} {a} plus {c} {is_} {r}|{a} times {k} plus {c} {is_} {r}|{c} more than {times} {a} {is_} {r}|"
                f"multiply {a} by {k}, add {c}, get {r}|{times} {a} and {c} {is_} {r}>"
            )
            that = f"<times {k} plus {c} {is_} {r}|multiplied by {k} and then increased by {c} {is_} {r}>"
        case _:
            r, left = n * k - c, f"{k}*n - {c}"
            eq = (
                f"<{times} {a} minus {c} {is_} {r}|{a} times {k} take away {c} {is_} {r}|{c} less than "
                f"{times} {a} {is_} "
                f"{r}|multiply {a} by {k}, subtract {c}, get {r}>"
            )
            that = f"<times {k} minus {c} {is_} {r}|times {k} take away {c} {is_} {r}>"
    right = f"n + {r}" if kind == "both" else str(r)
    return Instance(
        {"eq": phrased(eq), "that": phrased(that)},
        steps(
            "With n for the number this is an equation.",
            f"from sympy import symbols, solve, Eq\nn = symbols('n')\nsolve(Eq({left}, {right}), n)[0]",
            boxed("The number is"),
        ),
    )


@task(
    "linear equations",
    "one_of_two_numbers",
    (
        "{facts}. <what is|whats|find> the {which} <one|number|>",
        "{facts}, <whats|find|need> the {which} <one|number>",
        "if {facts}, what is the {which} <one|number>",
        "<find|whats|give> the {which} <number|one> if {facts}",
        "{facts}. the {which} <one|number> is what",
        "{facts}. {wonder} what the {which} <one|number> is",
        "<what|which> is the {which} number when {facts}",
        "{facts}. how big is the {which} <one|number>",
        "{must_find} the {which} of two numbers, {facts}",
        "{which} <one|number> please: {facts}",
    ),
    ("{facts}, so tell me about the {which} of both",),
    constants=(2,),
    weight=1.3,
)
def one_of_two_numbers(rng: Random) -> Instance:
    y, d = rng.randint(1, 60), rng.randint(1, 40)
    x = y + d
    s = x + y
    two = "<two numbers|2 numbers|two numbers>"
    differ = (
        f"<their difference is {d}|they differ by {d}|the difference is {d}|one is {d} <more|bigger|larger> "
        "than the other>"
    )
    facts = (
        f"<{two} add up to {s} and {differ}|{two} have a sum of {s} and {differ}|the sum of {two} is {s}, {differ}|"
        f"{two} make {s} together, {differ}|{two} differ by {d} and <add to|add up to|total> {s}|sum of "
        f"{two} {s}, difference "
        f"{d}|{two} with sum {s} and difference {d}|{two} total {s}, {differ}>"
    )
    larger = rng.random() < 0.55
    which = "<larger|bigger|greater|larger|largest>" if larger else "<smaller|smaller|lesser|smallest>"
    code = f"total = {s}\ndifference = {d}\n(total {'+' if larger else '-'} difference)//2"
    name = "larger" if larger else "smaller"
    sign = "plus" if larger else "less"
    return Instance(
        {"facts": phrased(facts), "which": phrased(which)},
        steps(f"The {name} number is half of the sum {sign} the difference.", code, boxed(f"The {name} number is")),
    )


@task(
    "algebra",
    "substitute_in_few_words",
    (
        "if {y} = {f} {short_ask} {y} when {x} is {v}",
        "if {y} = {f}, what is {y} <when|if|for|at> {x} = {v}",
        "if {y} = {f} and {x} = {v}, <whats|find|what is> {y}",
        "{y} = {f}. <find|whats|what is> {y} <when|if|for> {x} <is|=> {v}",
        "{y} = {f}, {x} = {v}, <find|whats|{y} = ?>",
        "<find|work out|whats> {y} if {x} = {v} and {y} = {f}",
        "{x} = {v}, {y} = {f}, <whats|find> {y}",
        "when {x} <is|=|equals> {v} <whats|what is> {y} in {y} = {f}",
        "<sub|substitute|put|plug> {x} = {v} into {y} = {f}",
        "<sub|substitute|put|plug> {x} = {v} <into|in> {f}",
        "value of {f} <when|if|for|at> {x} <is|=> {v}",
        "{f} when {x} <is|=|equals> {v}",
        "<whats|what is|find|work out> {f} <when|if|for> {x} <is|=> {v}",
        "{x} is {v}. <whats|what is|find> {f}",
        "{f}, {x} = {v}",
        "given {y} = {f} what does {y} <equal|come to> <when|if> {x} is {v}",
        "{wonder} what {y} is when {x} is {v} in {y} = {f}",
    ),
    ("with the rule {y} = {f}, an {x} of {v} leads to which {y}",),
    weight=2.0,
)
def substitute_in_few_words(rng: Random) -> Instance:
    x, y = rng.choice((("x", "y"), ("x", "y"), ("x", "y"), ("t", "s"), ("n", "p"), ("a", "b"), ("h", "c")))
    a, b = rng.randint(2, 12), rng.randint(1, 30)
    v = rng.choice((rng.randint(-12, -1), rng.randint(2, 12), rng.randint(1, 20)))
    gap = rng.choice((" ", " ", ""))
    plus = rng.choice("+-")
    f, code = rng.choice(
        (
            (f"{a}{x}{gap}{plus}{gap}{b}", f"{a}*{x} {plus} {b}"),
            (f"{a}{x}{gap}{plus}{gap}{b}", f"{a}*{x} {plus} {b}"),
            (f"{b}{gap}{plus}{gap}{a}{x}", f"{b} {plus} {a}*{x}"),
            (f"{x}^2{gap}{plus}{gap}{b}", f"{x}**2 {plus} {b}"),
            (f"{a}{x}²{gap}{plus}{gap}{b}", f"{a}*{x}**2 {plus} {b}"),
            (f"{x}²{gap}{plus}{gap}{a}{x}", f"{x}**2 {plus} {a}*{x}"),
            (f"{a}({x}{gap}{plus}{gap}{b})", f"{a}*({x} {plus} {b})"),
            (f"{a}{x}", f"{a}*{x}"),
        )
    )
    return Instance(
        {"x": x, "y": y, "f": f, "v": str(v)},
        steps(f"We put the value in for {x}.", f"{x} = {v}\n{code}", boxed("The value is")),
    )


@task(
    "geometry",
    "circle_in_few_words",
    (
        "{what} of <a |>circle <with |>{given} {acc}",
        "{short_ask} the {what} of a circle with {given} {acc}",
        "{short_ask} the {what} of a circle, {given} {acc}",
        "circle {given}, {what} {acc}",
        "circle with {given}. <find|whats|what is> the {what} {acc}",
        "a circle has {given}. {short_ask} its {what} {acc}",
        "{what} of circle: {given} {acc}",
        "{given}, {what} of the circle {acc}",
        "{what} <if|when> a circle has {given} {acc}",
        "{must_find} the {what} of a circle with {given} {acc}",
        "{calc} the {what} of a circle of {given} {acc}",
        "{wonder} the {what} of a circle with {given} {acc}",
        "<round table|round pond|wheel|plate|coin|pizza>, {given}. <whats|find> the {what} {acc}",
        "<whats|what is> the {what} if the {given} {acc}",
    ),
    ("something round has {given} and i want its {what} {acc}",),
    constants=(2, 0),
    weight=2.0,
)
def circle_in_few_words(rng: Random) -> Instance:
    area, radius = rng.random() < 0.55, rng.random() < 0.55
    x = str(rng.randint(2, rng.choice((12, 60)))) if rng.random() < 0.75 else decimal(rng, 1, 20, 1)
    unit = rng.choice(("cm", "cm", "m", "m", "mm", "ft", "inches", "km", ""))
    size = f"{x}{rng.choice(('', ' ')) if len(unit) < 3 else ' '}{unit}".strip()
    name = "radius" if radius else "diameter"
    given = f"<{name} {size}|{name} {size}|{name} = {size}|{name} of {size}|{name[0]} = {size}>"
    plan, formula = {
        (True, True): ("The area is pi times the radius squared.", "pi*radius**2"),
        (True, False): ("The radius is half of the diameter, the area pi times its square.", "pi*(diameter/2)**2"),
        (False, True): ("The circumference is 2 times pi times the radius.", "2*pi*radius"),
        (False, False): ("The circumference is pi times the diameter.", "pi*diameter"),
    }[area, radius]
    kind = rng.choice(("plain", "places", "places", "places", "given", "given", "exact"))
    k = rng.choice((0, 1, 1, 2, 2, 3))
    first, acc = "from math import pi", ""
    shown = f"f'{{round({formula}, 2):.10g}}'"
    if kind == "places":
        places = f"{k} <dp|d.p.|decimal {'place' if k == 1 else 'places'}|decimals>"
        acc = f"<to {places}|, to {places}|({places})|, round to {places}|correct to {places}|, {places}>"
        if k == 0:
            acc = "<to the nearest whole number|, nearest whole number|rounded to the nearest whole number>"
        shown = f"f'{{{formula}:.{k}f}}'"
    elif kind == "given":
        pi = rng.choice(("3.14", "3.14", "3.14", "3.142", "22/7", "3"))
        first, acc = (
            f"pi = {pi}",
            f"<, use pi = {pi}|using pi = {pi}|, take pi as {pi}|with π = {pi}|(pi = {pi})|if pi is {pi}>",
        )
        shown = f"f'{{round({formula}, 4):.10g}}'"
    elif kind == "exact" and "." not in x:
        first, acc = (
            "from sympy import pi",
            "<in terms of pi|in terms of π|, leave pi in|, exact with pi|as a multiple of pi>",
        )
        shown = formula if radius or not area else "pi*diameter**2/4"
    measure = f"square {unit}" if area and unit else unit
    what = "area" if area else "{short_circumference}"
    return Instance(
        {"what": phrased(what), "given": phrased(given), "acc": phrased(acc)},
        steps(plan, f"{first}\n{name} = {x}\n{shown}", boxed(f"The {'area' if area else 'circumference'} is", measure)),
    )


@task(
    "geometry",
    "shape_in_few_words",
    (
        "{what} of <a |>{shape} {given}",
        "{what} of {shape}, {given}",
        "{short_ask} the {what} of a {shape} {given}",
        "{short_ask} the {what} of a {shape} with {given}",
        "{shape} {given}, {what}",
        "{shape} with {given}. {short_ask} the {what}",
        "a {shape} has {given}. {short_ask} its {what}",
        "{given}, {what} of the {shape}",
        "{what} of a {shape} <if|when> {given}",
        "{must_find} the {what} of a {shape}, {given}",
        "{shape}: {given}. {what} = ?",
        "{shape} {given} find {what}",
        "{calc} the {what} of this {shape}: {given}",
    ),
    ("my {shape} comes with {given}, so tell me about its {what}",),
    constants=(2, 4),
    weight=2.0,
)
def shape_in_few_words(rng: Random) -> Instance:
    unit = rng.choice(("cm", "cm", "m", "mm", "ft", "", "", ""))
    top = rng.choice((12, 30, 100))
    a, b, c = (str(rng.randint(2, top)) if rng.random() < 0.85 else decimal(rng, 1, 20, 1) for _ in range(3))

    def said(value: str) -> str:
        return f"{value}{rng.choice(('', ' '))}{unit}" if unit else value

    def labels(*parts: tuple[str, str]) -> str:
        shapes = (", ".join, " and ".join, " ".join)
        options = [
            join([f"{name}{link}{said(value)}" for name, value in parts])
            for link in (" ", " ", " = ")
            for join in shapes
        ]
        return f"<{'|'.join(options)}>"

    sides = (
        f"<{said(a)} by {said(b)}|{said(a)} x {said(b)}|with sides {said(a)} and {said(b)}|sides {said(a)}, {said(b)}>"
    )
    area = rng.random() < 0.65
    kind = rng.choice(("triangle", "triangle", "triangle", "rectangle", "square", "parallelogram", "trapezium"))
    match kind, area:
        case "triangle", True:
            shape, given = "{short_triangle}", labels(("base", a), ("height", b))
            plan, code = "The area is half of base times height.", f"base = {a}\nheight = {b}\n{tidy('base*height/2')}"
        case "triangle", False:
            low = max(float(a), float(b), float(c))
            c = a if low < float(a) + float(b) and float(c) <= abs(float(a) - float(b)) else c
            if float(c) >= float(a) + float(b) or float(c) <= abs(float(a) - float(b)):
                a = b = c
            shape, given = "{short_triangle}", f"sides {said(a)}, {said(b)} and {said(c)}"
            plan, code = "We add the three sides.", tidy(f"{a} + {b} + {c}")
        case "rectangle", True:
            shape, given = "{short_rectangle}", f"<{sides}|{labels(('length', a), ('width', b))}>"
            plan, code = "The area is length times width.", f"length = {a}\nwidth = {b}\n{tidy('length*width')}"
        case "rectangle", False:
            shape, given = "{short_rectangle}", f"<{sides}|{labels(('length', a), ('width', b))}>"
            plan = "The perimeter is twice the length plus the width."
            code = f"length = {a}\nwidth = {b}\n{tidy('2*(length + width)')}"
        case "square", _:
            shape, given = "square", f"<side {said(a)}|side = {said(a)}|side length {said(a)}|sides of {said(a)}>"
            plan = "The area is the side squared." if area else "The perimeter is four sides."
            code = f"side = {a}\n{tidy('side**2' if area else '4*side')}"
        case "parallelogram", _:
            area, shape, given = True, "parallelogram", labels(("base", a), ("height", b))
            plan, code = "The area is base times height.", f"base = {a}\nheight = {b}\n{tidy('base*height')}"
        case _:
            area, shape = True, "<trapezium|trapezoid>"
            given = (
                f"<parallel sides {said(a)} and {said(b)}, height {said(c)}|parallel sides {said(a)} and {said(b)} and "
                f"height {said(c)}|bases {said(a)} and {said(b)} and height {said(c)}>"
            )
            plan = "The area is half of the sum of the parallel sides, times the height."
            code = f"a = {a}\nb = {b}\nheight = {c}\n{tidy('(a + b)/2*height')}"
    what = "area" if area else "perimeter"
    return Instance(
        {"shape": phrased(shape), "given": phrased(given), "what": what},
        steps(plan, code, boxed(f"The {what} is", f"square {unit}" if area and unit else unit)),
    )


_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (3, 4, 5), (5, 12, 13))


def _right_sides(rng: Random) -> tuple[str, str, str]:
    """Two legs and the hypotenuse of a right triangle, whole or with one decimal."""
    a, b, c = rng.choice(_TRIPLES)
    if rng.random() < 0.5:
        a, b = b, a
    scale = Fraction(rng.choice((1, 1, 2, 3, 4, 5, 10))) if rng.random() < 0.8 else Fraction(rng.choice((1, 5, 3)), 10)
    a_said, b_said, c_said = (f"{float(side * scale):.10g}" for side in (a, b, c))
    return a_said, b_said, c_said


@task(
    "geometry",
    "right_triangle_in_few_words",
    (
        "{triangle} {known}, {short_ask} the {wanted}",
        "{triangle} with {known}, how long is the {wanted}",
        "{triangle} with {known}. <find|whats|what is> the {wanted}",
        "{wanted} of a {triangle} <with|if> {known}",
        "{short_ask} the {wanted} of a {triangle} with {known}",
        "{short_ask} the {wanted} <if|when> a {triangle} has {known}",
        "{known}, {triangle}, find the {wanted}",
        "pythagoras: {known}. <find|whats> the {wanted}",
        "use <pythagoras|the pythagorean theorem> to find the {wanted}: {known}",
        "a {triangle} has {known}. how long is the {wanted}",
        "a {triangle} has {known}. {must_find} the {wanted}",
        "{known} in a {triangle}. {wanted} = ?",
        "how long is the {wanted} in a {triangle} with {known}",
        "{triangle}: {known}. {wanted}",
        "{wonder} how long the {wanted} of a {triangle} with {known} is",
    ),
    ("take a {triangle} that has {known}; its {wanted} measures what",),
    weight=1.6,
    constants=(2,),
)
def right_triangle_in_few_words(rng: Random) -> Instance:
    a, b, c = _right_sides(rng)
    unit = rng.choice(("", "", "cm", "m", "ft", "mm"))

    def said(value: str) -> str:
        return f"{value}{rng.choice(('', ' '))}{unit}" if unit else value

    if rng.random() < 0.55:
        known = (
            f"<short sides {said(a)} and {said(b)}|legs {said(a)} and {said(b)}|legs of {said(a)} and "
            f"{said(b)}|shorter sides "
            f"{said(a)} and {said(b)}|sides {said(a)} and {said(b)} at the right angle|legs {said(a)}, "
            f"{said(b)}|two short "
            f"sides of {said(a)} and {said(b)}>"
        )
        wanted, name = "{short_hypotenuse}", "hypotenuse"
        plan, code = "By Pythagoras the squares of the legs add up.", f"a = {a}\nb = {b}\nf'{{sqrt(a**2 + b**2):.10g}}'"
    else:
        known = (
            f"<{{short_hypotenuse}} {said(c)} and <one|a> <leg|side|short side> {said(a)}|"
            f"{{short_hypotenuse}} of {said(c)} and "
            f"<one|a> <leg|side> of {said(a)}|one side {said(a)} and {{short_hypotenuse}} {said(c)}|a leg "
            f"of {said(a)} and the "
            f"{{short_hypotenuse}} of {said(c)}>"
        )
        wanted, name = "<other leg|other side|third side|missing side|other short side|missing leg>", "other leg"
        plan = "By Pythagoras we subtract the squares."
        code = f"hypotenuse = {c}\nleg = {a}\nf'{{sqrt(hypotenuse**2 - leg**2):.10g}}'"
    triangle = "<right|right-angled|right angled|right angle> {short_triangle}"
    return Instance(
        {"known": phrased(known), "wanted": phrased(wanted), "triangle": phrased(triangle)},
        steps(plan, f"from math import sqrt\n{code}", boxed(f"The {name} is", unit)),
    )


@task(
    "geometry",
    "ladder_and_the_like",
    (
        "{facts}. {asked}",
        "{facts}, {asked}",
        "if {facts}, {asked}",
        "{facts}. {wonder} {asked}",
        "{asked} if {facts}",
        "{facts} so {asked}",
        "{facts}. use pythagoras: {asked}",
        "{facts}. can you work out {asked}",
        "draw it: {facts}. {asked}",
        "{asked} when {facts}",
    ),
    ("look at this picture, {facts}; now {asked}",),
    constants=(2,),
    weight=1.6,
)
def ladder_and_the_like(rng: Random) -> Instance:
    a, b, c = _right_sides(rng)
    while float(c) > 30:
        a, b, c = _right_sides(rng)
    unit = rng.choice(("m", "m", "ft", "feet", "metres"))
    la, lb, lc = (f"{side} {unit}" if rng.random() < 0.75 or len(unit) > 2 else f"{side}{unit}" for side in (a, b, c))
    long = rng.choice(("ladder", "ladder", "plank", "pole", "beam"))
    wall = rng.choice(("wall", "wall", "house", "building", "tree"))
    foot = (
        f"<its foot is|the foot is|its bottom is|the base is|the bottom is|it stands|the foot stands> {la} "
        f"<from|away from> the {wall}"
    )
    length = (
        f"<<a |the |>{long} of {lc} <leans on|leans against|is put against|rests against> a {wall}|<a|the|"
        f"my> {lc} {long} "
        f"<leans on|leans against|is leaning against> a {wall}|<a |the |>{long} is {lc} long>"
    )
    top = f"<it reaches|its top is|the top reaches|it touches the {wall}> {lb} <up|up the {wall}|above the ground|high>"
    match rng.choice(("up", "up", "up", "out", "long", "walk")):
        case "up":
            facts, plan = f"{length} and {foot}", "By Pythagoras we subtract the squares."
            asked = (
                "<how high up does it reach|how high does it reach|how far up does it go|how high is the top|"
                "how high up the wall is the top>"
            )
            code, end = f"length = {c}\nfoot = {a}\nf'{{sqrt(length**2 - foot**2):.10g}}'", "It reaches"
            asked = asked.replace("wall", wall)
        case "out":
            facts, plan = f"{length} and {top}", "By Pythagoras we subtract the squares."
            asked = (
                f"<how far is the foot from the {wall}|how far from the {wall} is the bottom|how far away from "
                f"the {wall} is its foot>"
            )
            code, end = f"length = {c}\nheight = {b}\nf'{{sqrt(length**2 - height**2):.10g}}'", "The distance is"
        case "long":
            facts, plan = f"a {long} leans against a {wall}, {foot} and {top}", "By Pythagoras we add the squares."
            asked = f"<how long is the {long}|what length is the {long}|whats the length of the {long}>"
            code, end = f"foot = {a}\nheight = {b}\nf'{{sqrt(foot**2 + height**2):.10g}}'", "The length is"
        case _:
            who = rng.choice(("a boat", "a walker", "a ship", "someone", "a dog", "a drone"))
            first, second = rng.choice(("north", "south")), rng.choice(("east", "west"))
            unit = rng.choice(("km", "m", "miles"))
            facts = f"{who} goes {a} {unit} {first} <and then|then|, then> {b} {unit} {second}"
            asked = (
                "<how far is it from the start|how far from where it started is it|how far away from the "
                "start is it in a straight line>"
            )
            plan, end = "By Pythagoras we add the squares.", "The distance is"
            code = f"first = {a}\nsecond = {b}\nf'{{sqrt(first**2 + second**2):.10g}}'"
    return Instance(
        {"facts": phrased(facts), "asked": phrased(asked)},
        steps(plan, f"from math import sqrt\n{code}", boxed(end, unit)),
    )


@task(
    "number theory",
    "prime_or_composite",
    (
        "is {n} prime or composite",
        "{n}: prime or composite",
        "prime or composite: {n}",
        "{n} prime or composite",
        "is {n} a prime or a composite number",
        "<say|decide|tell me|write> <if|whether> {n} is prime or composite",
        "{wonder} <if|whether> {n} is prime or composite",
        "<decide|choose>: {n} is prime or composite",
        "is the number {n} prime or is it composite",
        "what is {n}, prime or composite",
        "which is {n}, prime or composite",
        "{n} is <what|which>, prime or composite",
        "<is it|would you say> prime or composite: {n}",
    ),
    ("two words, prime and composite, so which of them fits {n}",),
    constants=(1,),
    weight=0.6,
)
def prime_or_composite(rng: Random) -> Instance:
    n = rng.randint(4, 10 ** rng.randint(2, 4)) | (rng.random() < 0.7)
    code = f"from sympy import isprime\n'prime' if isprime({n}) else 'composite'"
    return Instance({"n": n}, steps("isprime tests the number.", code, boxed(f"The number {n} is")))


@task(
    "sequences",
    "sequence_in_few_words",
    (
        "{short_ask} the {wanted} of {list}",
        "{wanted} of {list}",
        "{wanted}: {list}",
        "{wanted} of the <sequence|pattern|series> {list}",
        "{wanted} in {list}",
        "{list} {short_ask} the {wanted}",
        "{list}. {short_ask} the {wanted}",
        "{list}, {wanted}",
        "{list}: {wanted}",
        "{list}. {must_find} the {wanted}",
        "sequence {list}, <find|whats|what is> the {wanted}",
        "the pattern goes {list}. {short_ask} the {wanted}",
        "in {list} what is the {wanted}",
        "{wonder} what the {wanted} of {list} is",
        "<can you|pls|please> find the {wanted} of {list}",
        "{wanted} for {list}",
    ),
    ("{list} keeps going the same way; which number stands there as its {wanted}",),
    constants=(1,),
    weight=4.0,
)
def sequence_in_few_words(rng: Random) -> Instance:
    geometric = rng.random() < 0.45
    count = rng.choice((3, 4, 4, 4, 5, 5))
    n = rng.randint(count + 2, 12 if geometric else rng.choice((15, 30, 100)))
    first = rng.choice((1, 2, 3, 4, 5, 6, 7, 10, 16, 20)) if geometric else rng.randint(-20, 60)
    d = rng.choice([d for d in range(-12, 16) if d])
    ratio = rng.choice((2, 2, 2, 3, 3, 4, 5, 10, -2))
    numbers = [first * ratio**i if geometric else first + d * i for i in range(count)]
    if geometric and rng.random() < 0.15 and ratio > 1:
        numbers.reverse()
    terms = ", ".join(map(str, numbers))
    listed = rng.choice((", ", ", ", ", ", ",", " ")).join(map(str, numbers)) + rng.choice(
        ("", "", " ...", ", ...", "...")
    )
    position = rng.choice((nth(n), nth(n), f"{n}th" if n % 10 > 3 or 10 < n % 100 < 20 else nth(n)))
    follow = "<{short_next} <term|number|one|number in line>|{short_next} <term|number>|term that comes next>"
    at = f"<{position} <term|number>|{position} term|term number {n}|number in place {n}|term {n}>"
    kind = rng.choice(("next", "next", "at", "at", "at", "rule"))
    if kind == "next":
        wanted, end = follow, boxed("The next number is")
        if geometric:
            plan = "The ratio of two terms is constant."
            code = f"from sympy import Rational\nterms = [{terms}]\nterms[-1]*Rational(terms[1], terms[0])"
        else:
            plan = "The difference of two terms is constant."
            code = f"terms = [{terms}]\nterms[-1] + terms[1] - terms[0]"
    elif kind == "at" or geometric:
        wanted, end = at, boxed(f"Term {n} is")
        if geometric:
            plan = "The ratio of two terms is constant."
            code = (
                f"from sympy import Rational\nterms = [{terms}]\nratio = Rational(terms[1], terms[0])\n"
                f"terms[0]*ratio**({n} - 1)"
            )
        else:
            plan = "The difference of two terms is constant."
            code = f"terms = [{terms}]\nd = terms[1] - terms[0]\nterms[0] + ({n} - 1)*d"
    else:
        wanted = "<nth term|nth term rule|formula for the nth term|rule|n-th term>"
        plan, end = "The simplest polynomial in n through the terms is the rule.", boxed("The nth term is")
        code = f"from sympy import symbols, interpolate\nn = symbols('n')\ninterpolate([{terms}], n)"
    return Instance({"list": listed, "wanted": phrased(wanted)}, steps(plan, code, end))


@task(
    "sequences",
    "term_of_rule_in_few_words",
    (
        "{place} of {rule}",
        "{short_ask} the {place} of {rule}",
        "{short_ask} the {place} of the <sequence|rule|pattern> {rule}",
        "{place} of the <sequence|rule> {rule}",
        "{place} when the <rule|nth term|formula> is {rule}",
        "<nth term|rule|sequence|formula> {rule}. {short_ask} the {place}",
        "nth term is {rule}, {short_ask} the {place}",
        "the nth term is {rule}. {wonder} the {place}",
        "{rule}, {place}",
        "{rule} is the nth term. <whats|what is|find> the {place}",
        "{place}: {rule}",
        "{place} <if|when> the nth term is {rule}",
        "use {rule} to find the {place}",
        "a sequence has nth term {rule}. {must_find} the {place}",
        "put in n: {rule}, {place}",
    ),
    ("a row of numbers follows {rule}; its {place}, what would that be",),
    weight=2.0,
)
def term_of_rule_in_few_words(rng: Random) -> Instance:
    a, b, n = rng.randint(2, 12), rng.randint(1, 30), rng.randint(4, rng.choice((12, 30, 100)))
    sign, gap = rng.choice("+-"), rng.choice((" ", " ", ""))
    rule, code = rng.choice(
        (
            (f"{a}n{gap}{sign}{gap}{b}", f"{a}*n {sign} {b}"),
            (f"{a}n{gap}{sign}{gap}{b}", f"{a}*n {sign} {b}"),
            (f"{a}n{gap}{sign}{gap}{b}", f"{a}*n {sign} {b}"),
            (f"{b}{gap}{sign}{gap}{a}n", f"{b} {sign} {a}*n"),
            (f"n^2{gap}{sign}{gap}{b}", f"n**2 {sign} {b}"),
            (f"{a}n²{gap}{sign}{gap}{b}", f"{a}*n**2 {sign} {b}"),
            (f"n²{gap}+{gap}{a}n", f"n**2 + {a}*n"),
        )
    )
    place = f"<{nth(n)} term|{nth(n)} term|{nth(n)} number|term number {n}|term {n}>"
    return Instance(
        {"rule": rule, "place": phrased(place)},
        steps(f"We put n = {n} into the rule.", f"n = {n}\n{code}", boxed(f"Term {n} is")),
    )


@task(
    "sequences",
    "term_from_first_and_step",
    (
        "{start}, {step}. {short_ask} the {place}",
        "{start} and {step}, {short_ask} the {place}",
        "{place} if {start} and {step}",
        "{place}: {start}, {step}",
        "{kind} sequence, {start}, {step}. {place}",
        "{kind} sequence: {start}, {step}, {short_ask} the {place}",
        "{short_ask} the {place} of the {kind} sequence with {start} and {step}",
        "{place} of {kind} sequence {start} {step}",
        "a {kind} sequence has {start} and {step}. {must_find} the {place}",
        "if {start} and {step} <whats|what is> the {place}",
        "{wonder} the {place} when {start}, {step}",
    ),
    ("we build a {kind} row from {start} with {step}; which number comes as its {place}",),
    constants=(1,),
    weight=1.2,
)
def term_from_first_and_step(rng: Random) -> Instance:
    geometric = rng.random() < 0.6
    a, n = rng.randint(1, 20), rng.randint(4, 10) if geometric else rng.randint(5, 60)
    k = rng.choice((2, 2, 3, 3, 4, 5, 10)) if geometric else rng.randint(2, 15)
    word = "ratio" if geometric else "difference"
    step = f"<common {word} {k}|{word} {k}|common {word} of {k}|{word} = {k}>"
    code = f"{a}*{k}**({n} - 1)" if geometric else f"{a} + ({n} - 1)*{k}"
    plan = (
        "Each term is the one before times the ratio."
        if geometric
        else "Each term is the one before plus the difference."
    )
    return Instance(
        {
            "kind": "geometric" if geometric else "arithmetic",
            "start": phrased(f"<first term {a}|1st term {a}|first term of {a}|first term = {a}>"),
            "step": phrased(step),
            "place": phrased(f"<{nth(n)} term|{nth(n)} term|term number {n}|term {n}>"),
        },
        steps(plan, code, boxed(f"Term {n} is")),
    )


@task(
    "probability",
    "draw_in_few_words",
    (
        "{bag} {with} {content}, {take}. {prob} {event}",
        "{bag} {with} {content}. {take}. {prob} {event}",
        "{bag}: {content}. {take}, {prob} {event}",
        "{content} in a {bag}. {take}. {prob} {event}",
        "{content} in a {bag}, {take}, {prob} {event}",
        "{prob} {event} <if|when> you {take} from a {bag} {with} {content}",
        "you {take} from {content}. {prob} {event}",
        "there are {content} in a {bag}. i {take}. {prob} {event}",
        "a {bag} has {content}. {someone} must {take}. {prob} {event}",
        "{content}. {take}. {prob} {event}",
        "{take} from a {bag} of {content}: {prob} {event}",
        "{someone} has a {bag} {with} {content} and <wants to|will|has to> {take}. {prob} {event}",
    ),
    ("out of a {bag}, {content} inside, we {take}; the outcome {event} has how big a chance",),
    constants=(2,),
    weight=2.0,
)
def draw_in_few_words(rng: Random) -> Instance:
    colours = rng.sample(("red", "blue", "green", "yellow", "black", "white", "pink", "orange", "purple"), 3)
    things = rng.choice(
        ("marbles", "balls", "counters", "beads", "sweets", "socks", "cubes", "buttons", "pens", "cards")
    )
    count = rng.choice((2, 2, 2, 3))
    numbers = [rng.randint(2, 12) for _ in range(count)]
    colours = colours[:count]
    pairs = [f"{n} {colour}" for n, colour in zip(numbers, colours, strict=True)]
    content = (
        f"<{' '.join(pairs)} {things}|{', '.join(pairs[:-1])} and {pairs[-1]} {things}|{', '.join(pairs)} {things}|"
        f"{' '.join(pairs)}|{' and '.join(pairs)} {things}>"
    )
    given = "\n".join(f"{colour} = {n}" for n, colour in zip(numbers, colours, strict=True))
    total = " + ".join(colours)
    k = rng.choice((1, 2, 2, 2, 2, 3))
    colour = colours[0] if rng.random() < 0.5 else colours[-1]
    if k > min(numbers):
        k = 2
    grab = "<take|pick|draw|pull out|choose|grab>"
    kept = (
        "<without putting back|without replacement|without putting it back|no replacement|and dont put them "
        "back|and keep them|one after the other without replacing>"
    )
    back = "<with replacement|putting it back each time|and put it back each time|with putting back>"
    both = "both are" if k == 2 else f"<all {k} are|all are>"
    event = f"<{both} {colour}|getting {'two' if k == 2 else k} {colour}|of {k} {colour}|{both} {colour}>"
    kind = rng.choice(("kept", "kept", "kept", "back", "same"))
    if k == 1:
        kind, take, event = (
            "one",
            f"{grab} <one|1|one at random|a random one>",
            f"<its {colour}|it is {colour}|of {colour}|of a {colour} one>",
        )
        plan, code = "We divide the good cases by all cases.", f"Rational({colour}, {total})"
    else:
        take = f"{grab} <{k}|{_word(k)}> {kept if kind != 'back' else back}"
        if kind == "kept":
            plan = "We divide the selections of that colour by all selections."
            code = f"Rational(comb({colour}, {k}), comb({total}, {k}))"
        elif kind == "back":
            plan, code = "Each draw has the same probability.", f"Rational({colour}, {total})**{k}"
        else:
            event = (
                f"<{'both' if k == 2 else 'all'} <have|are> the same colo<u|>r|they are <the same|one> colour|"
                "they match>"
            )
            plan = "We divide the selections of one colour by all selections."
            code = f"Rational({' + '.join(f'comb({c}, {k})' for c in colours)}, comb({total}, {k}))"
    imports = "from sympy import Rational\n" + ("from math import comb\n" if "comb" in code else "")
    return Instance(
        {
            "bag": rng.choice(("bag", "bag", "box", "jar", "hat", "drawer", "tin")),
            "with": "with",
            "content": phrased(content),
            "take": phrased(take),
            "event": phrased(event),
            "prob": phrased(
                "<whats the {short_probability}|what is the {short_probability}|{short_probability}|find "
                "the {short_probability}>"
            ),
        },
        steps(plan, f"{imports}{given}\n{code}", boxed("The probability is")),
    )


@task(
    "percent",
    "percent_in_few_words",
    (
        "{ask}",
        "{ask}",
        "{ask} = ?",
        "{ask}, {short_result_q}",
        "{short_ask} {noun}",
        "{noun}",
        "{noun} = ?",
        "{wonder} {ask}",
        "<pls|please|quick one>: {ask}",
        "{noun}, <whats that|what is it>",
        "how do i <find|get|work out> {noun}",
        "{must_find} {noun}",
        "{calc} {noun}",
    ),
    ("a question about parts of a hundred, {ask}",),
    constants=(100,),
    weight=2.0,
)
def percent_in_few_words(rng: Random) -> Instance:
    whole = rng.choice((rng.randint(2, 40) * 5, rng.randint(2, 20) * 10, rng.randint(10, 300)))
    p = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 60, 75, 80, rng.randint(1, 99)))
    sign = f"<{p}%|{p} {{short_percent}}|{p}%|{p} %>".replace("{short_percent}", "<percent|per cent|percent>")
    match rng.choice(("rate", "rate", "part", "whole")):
        case "rate":
            part = rng.randint(1, whole)
            ask = f"what {{short_percent}} of {whole} is {part}"
            ask = (
                f"<{ask}|{ask}|{part} is what {{short_percent}} of {whole}|{part} out of {whole} is what "
                f"{{short_percent}}>"
            )
            noun = (
                f"<{part} as a {{short_percent}} of {whole}|{part} out of {whole} as a {{short_percent}}|"
                f"{part}/{whole} as a percentage>"
            )
            plan = f"The part is {part} and the whole is {whole}; we divide and multiply by 100."
            code, after = f"part = {part}\nwhole = {whole}\nf'{{round(part/whole*100, 2):.10g}}'", "percent"
        case "part":
            ask = f"<what is {sign} of {whole}|whats {sign} of {whole}|how much is {sign} of {whole}>"
            noun = f"{sign} of {whole}"
            plan, code, after = f"We take {p} hundredths.", f"f'{{{p}*{whole}/100:.10g}}'", ""
        case _:
            part = rng.randint(1, 60) * p // (5 if p % 5 == 0 else 1)
            ask = (
                f"<{part} is {sign} of <what|what number>|{sign} of what is {part}|{sign} of a number is "
                f"{part}. whats the number>"
            )
            noun = f"the number of which {sign} is {part}"
            plan, code, after = f"We divide by {p} and multiply by 100.", f"f'{{round({part}*100/{p}, 2):.10g}}'", ""
    return Instance({"ask": phrased(ask), "noun": phrased(noun)}, steps(plan, code, boxed("It is", after)))
