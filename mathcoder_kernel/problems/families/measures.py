"""Units of measure, clock times and dates, sets."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import boxed, decimal, people, phrased, steps, tidy

# (larger unit's names, smaller unit's names, how many smaller make one larger)
_LADDER: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (("km", "kilometers", "kilometres"), ("m", "meters", "metres"), "1000"),
    (("m", "meters", "metres"), ("cm", "centimeters", "centimetres"), "100"),
    (("m", "meters", "metres"), ("mm", "millimeters", "millimetres"), "1000"),
    (("cm", "centimeters", "centimetres"), ("mm", "millimeters", "millimetres"), "10"),
    (("km", "kilometers"), ("cm", "centimeters"), "100000"),
    (("miles",), ("feet", "ft"), "5280"),
    (("miles",), ("yards",), "1760"),
    (("yards", "yd"), ("feet", "ft"), "3"),
    (("feet", "ft"), ("inches", "in"), "12"),
    (("miles",), ("km", "kilometers", "kilometres"), "1.609344"),
    (("inches", "in"), ("cm", "centimeters"), "2.54"),
    (("feet", "ft"), ("cm", "centimeters"), "30.48"),
    (("kg", "kilograms"), ("g", "grams"), "1000"),
    (("g", "grams"), ("mg", "milligrams"), "1000"),
    (("tonnes", "tons"), ("kg", "kilograms"), "1000"),
    (("pounds", "lb", "lbs"), ("ounces", "oz"), "16"),
    (("pounds", "lb", "lbs"), ("kg", "kilograms"), "0.45359237"),
    (("ounces", "oz"), ("g", "grams"), "28.349523125"),
    (("liters", "litres", "l"), ("ml", "milliliters", "millilitres"), "1000"),
    (("liters", "litres"), ("cl", "centiliters"), "100"),
    (("gallons",), ("liters", "litres"), "3.785411784"),
    (("gallons",), ("quarts",), "4"),
    (("cubic meters", "m^3"), ("liters", "litres"), "1000"),
    (("hours", "h"), ("minutes", "min"), "60"),
    (("minutes", "min"), ("seconds", "s"), "60"),
    (("hours", "h"), ("seconds",), "3600"),
    (("days",), ("hours",), "24"),
    (("weeks",), ("days",), "7"),
    (("days",), ("minutes",), "1440"),
    (("years",), ("months",), "12"),
    (("years",), ("days",), "365"),
    (("square meters", "m^2", "m²"), ("square centimeters", "cm^2", "cm²"), "10000"),
    (("hectares", "ha"), ("square meters", "m^2"), "10000"),
    (("square kilometers", "km^2"), ("hectares",), "100"),
    (("km/h",), ("m/s",), "1/3.6"),
    (("kWh",), ("J", "joules"), "3600000"),
    (("MB", "megabytes"), ("KB", "kilobytes"), "1000"),
    (("GB", "gigabytes"), ("MB", "megabytes"), "1000"),
)
_FACTORS = (*(factor for _, _, factor in _LADDER), "3.6", "1")


@task(
    "units",
    "convert_unit",
    (
        "convert {x} {from} to {to}",
        "<convert|change> {x} {from} into {to}",
        "how many {to} are <in |>{x} {from}",
        "how many {to} are there in {x} {from}",
        "{x} {from} in {to}",
        "{x} {from} to {to}",
        "what is {x} {from} in {to}",
        "express {x} {from} in {to}",
        "{x} {from} is how many {to}",
        "how much is {x} {from} in {to}",
        "<write|give> {x} {from} in {to}",
        "{x} {from} = ? {to}",
        "{name} has {x} {from}. how many {to} is that",
        "how many {to} make {x} {from}",
    ),
    ("{x} {from} correspond to how many {to}", "measure {x} {from} in {to} instead"),
    weight=3.0,
    constants=_FACTORS,
)
def convert_unit(rng: Random) -> Instance:
    large, small, factor = rng.choice(_LADDER)
    kind = rng.random()
    whole = factor.isdigit()
    (person,) = people(rng, 1)
    slots: dict[str, str | int] = {"name": person.name}
    if rng.random() < 0.5:
        x = str(rng.randint(1, 60)) if kind < 0.6 else decimal(rng, 0, 20, rng.choice((1, 2)))
        source, target, code = rng.choice(large), rng.choice(small), f"{x}*{factor}"
        if factor == "1/3.6":
            code = f"{x}/3.6"
        plan = f"One {_one(source)} is {factor} {target}, so we multiply."
    else:
        if whole and kind < 0.6:
            x = f"{rng.randint(1, 50) * int(factor) / rng.choice((1, 1, 2, 4)):.10g}"
        else:
            x = str(rng.randint(1, 500)) if kind < 0.8 else decimal(rng, 0, 90, 1)
        source, target, code = rng.choice(small), rng.choice(large), f"{x}/{factor}"
        if factor == "1/3.6":
            code = f"{x}*3.6"
        plan = f"{factor} {source} are one {_one(target)}, so we divide."
    if not whole:
        code = f"round({code}, 4)"
    if factor == "1/3.6":
        plan = "1 m/s is 3.6 km/h."
    return Instance(
        {**slots, "x": x, "from": source, "to": target, "factor": factor},
        steps(plan, tidy(code), boxed("It is", target)),
    )


def _one(unit: str) -> str:
    return {"feet": "foot", "inches": "inch"}.get(unit, unit[:-1] if len(unit) > 3 and unit.endswith("s") else unit)


@task(
    "units",
    "temperature",
    (
        "convert {x} {from} to {to}",
        "how much is {x} {from} in {to}",
        "what is {x} {from} in {to}",
        "{x} {from} in {to}",
        "{x} {from} to {to}",
        "it is {x} {from}. what is that in {to}",
        "change {x} {from} into {to}",
        "express {x} {from} in {to}",
    ),
    ("a thermometer shows {x} {from}; what would it show in {to}",),
    weight=1.3,
    constants=(5, 9, 32, "273.15"),
)
def temperature(rng: Random) -> Instance:
    c, f = (
        rng.choice(("celsius", "°C", "C", "degrees celsius", "Celsius")),
        rng.choice(("fahrenheit", "°F", "F", "degrees fahrenheit", "Fahrenheit")),
    )
    kelvin = rng.choice(("kelvin", "K", "Kelvin"))
    x = rng.randint(-40, 120)
    source, target, code, plan = rng.choice(
        (
            (c, f, f"{x}*9/5 + 32", "Fahrenheit is Celsius times 9/5 plus 32."),
            (f, c, f"({x} - 32)*5/9", "Celsius is Fahrenheit less 32, times 5/9."),
            (c, f, f"{x}*9/5 + 32", "Fahrenheit is Celsius times 9/5 plus 32."),
            (f, c, f"({x} - 32)*5/9", "Celsius is Fahrenheit less 32, times 5/9."),
            (c, kelvin, f"{x} + 273.15", "Kelvin is Celsius plus 273.15."),
            (kelvin, c, f"{x + 200} - 273.15", "Celsius is Kelvin less 273.15."),
        )
    )
    if source == kelvin:
        x += 200
    return Instance(
        {"x": x, "from": source, "to": target}, steps(plan, f"f'{{round({code}, 2):.10g}}'", boxed("It is", target))
    )


@task(
    "units",
    "mixed_units",
    (
        "how many {small} are {a} {large} and {b} {small}",
        "convert {a} {large} {b} {small} to {small}",
        "{a} {large} and {b} {small} in {small}",
        "<write|express> {a} {large} {b} {small} in {small}",
        "how many {small} is {a} {large} {b} {small}",
        "turn {a} {large} {b} {small} into {small}",
        "change {a} {large} and {b} {small} to {small}",
        "what is {a} {large} {b} {small} in {small}",
    ),
    ("put {a} {large} together with {b} {small}, all counted in {small}",),
    constants=(60, 1000, 100, 12, 24, 7, 16),
)
def mixed_units(rng: Random) -> Instance:
    large, small, factor = rng.choice(
        (
            ("hours", "minutes", 60),
            ("minutes", "seconds", 60),
            ("km", "m", 1000),
            ("m", "cm", 100),
            ("kg", "g", 1000),
            ("feet", "inches", 12),
            ("days", "hours", 24),
            ("weeks", "days", 7),
            ("pounds", "ounces", 16),
            ("liters", "ml", 1000),
        )
    )
    a, b = rng.randint(1, 20), rng.randint(1, factor - 1)
    return Instance(
        {"large": large, "small": small, "a": a, "b": b},
        steps(f"One of the {large} is {factor} {small}.", f"{a}*{factor} + {b}", boxed("It is", small)),
    )


@task(
    "units",
    "minutes_to_hours_and_minutes",
    (
        "how many hours and minutes are {n} minutes",
        "convert {n} minutes to hours and minutes",
        "{n} minutes in hours and minutes",
        "<write|express> {n} minutes in hours and minutes",
        "a film lasts {n} minutes. how many hours and minutes is that",
        "{n} min in hours and minutes",
        "how long is {n} minutes in hours and minutes",
        "turn {n} minutes into hours and minutes",
        "change {n} minutes to hours and minutes",
        "a trip takes {n} minutes. give that in hours and minutes",
    ),
    ("split {n} minutes into full hours and the minutes left",),
    constants=(60,),
)
def hours_and_minutes(rng: Random) -> Instance:
    n = rng.randint(61, 900)
    return Instance(
        {"n": n},
        steps(
            "We divide by 60 with remainder.",
            f"hours, minutes = divmod({n}, 60)\nf'{{hours}} h {{minutes}} min'",
            boxed("It is"),
        ),
    )


def _clock(rng: Random, minutes: int, twelve: bool) -> str:
    hour, minute = divmod(minutes, 60)
    if not twelve:
        return f"{hour}:{minute:02d}"
    return f"{(hour - 1) % 12 + 1}:{minute:02d} {'am' if hour < 12 else 'pm'}"


@task(
    "time",
    "duration_between_times",
    (
        "how long is it from {s} to {e}",
        "how much time is there between {s} and {e}",
        "a {film} starts at {s} and ends at {e}. how long does it last",
        "{name} leaves at {s} and arrives at {e}. how long does the trip take",
        "{find} the time between {s} and {e}",
        "from {s} until {e}, how long is that",
        "{name} works from {s} to {e}. how long is that",
        "a train leaves at {s} and gets there at {e}. how long does it take",
    ),
    ("the {film} went on from {s} until {e}; state its length",),
    constants=(
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        38,
        39,
        40,
        41,
        42,
        43,
        44,
        45,
        46,
        47,
        48,
        49,
        50,
        51,
        52,
        53,
        54,
        55,
        56,
        57,
        58,
        59,
        60,
        12,
        0,
    ),
)
def duration(rng: Random) -> Instance:
    start = rng.randint(5 * 12, 20 * 12) * 5 if rng.random() < 0.7 else rng.randint(300, 1200)
    end = min(start + rng.randint(5, 500), 1439)
    twelve = rng.random() < 0.4
    (person,) = people(rng, 1)

    def code(minutes: int) -> str:
        hour, minute = divmod(minutes, 60)
        if not twelve:
            return f"{hour}*60 + {minute}"
        shown = (hour - 1) % 12 + 1
        return f"({shown} % 12{' + 12' if hour >= 12 else ''})*60 + {minute}"

    return Instance(
        {
            "s": _clock(rng, start, twelve),
            "e": _clock(rng, end, twelve),
            "film": phrased(rng.choice(("film", "lesson", "concert", "match", "meeting", "movie"))),
            "name": person.name,
            "minutes": end - start,
        },
        steps(
            "We count both times in minutes and subtract.",
            f"start = {code(start)}\nend = {code(end)}\nhours, minutes = divmod(end - start, 60)\nf'{{hours}} h "
            f"{{minutes}} min'",
            boxed("It is"),
        ),
    )


@task(
    "time",
    "time_after_duration",
    (
        "what time is it {d} minutes after {s}",
        "a {film} starts at {s} and lasts {d} minutes. when does it end",
        "it is {s}. what time will it be in {d} minutes",
        "{name} leaves at {s}. the trip takes {d} minutes. when does {name} arrive",
        "when does a {film} end that starts at {s} and takes {d} minutes",
        "add {d} minutes to {s}",
        "{s} plus {d} minutes",
        "what is the time {d} minutes later than {s}",
        "if it is {s} now, what time is it after {d} minutes",
        "{find} the time {d} minutes after {s}",
    ),
    ("starting {s}, {d} minutes long: at what time is the {film} over",),
    constants=(
        "02",
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        38,
        39,
        40,
        41,
        42,
        43,
        44,
        45,
        46,
        47,
        48,
        49,
        50,
        51,
        52,
        53,
        54,
        55,
        56,
        57,
        58,
        59,
        60,
        24,
    ),
)
def time_after(rng: Random) -> Instance:
    start, d = rng.randint(300, 1380), rng.randint(5, 60) * 5 if rng.random() < 0.6 else rng.randint(5, 400)
    hour, minute = divmod(start, 60)
    (person,) = people(rng, 1)
    return Instance(
        {
            "s": f"{hour}:{minute:02d}",
            "d": d,
            "film": phrased(rng.choice(("film", "lesson", "concert", "match", "meeting"))),
            "name": person.name,
        },
        steps(
            "We count in minutes and turn back into hours.",
            f"start = {hour}*60 + {minute}\nhours, minutes = divmod(start + {d}, 60)\nf'{{hours % "
            f"24}}:{{minutes:02d}}'",
            boxed("The time is"),
        ),
    )


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@task(
    "time",
    "days_between_dates",
    (
        "how many days are there between {s} and {e}",
        "how many days are between {s} and {e}",
        "{find} the number of days from {s} to {e}",
        "how many days from {s} to {e}",
        "days between {s} and {e}",
    ),
    ("counting from {s}, {e} is how many days later",),
    constants=range(1, 13),
)
def days_between(rng: Random) -> Instance:
    year = rng.randint(1990, 2030)
    dates = sorted((year + rng.choice((0, 0, 1)), rng.randint(1, 12), rng.randint(1, 28)) for _ in range(2))
    (y1, m1, d1), (y2, m2, d2) = dates

    def shown(y: int, m: int, d: int) -> str:
        return f"{_MONTHS[m - 1]} {d}, {y}"

    return Instance(
        {"s": shown(y1, m1, d1), "e": shown(y2, m2, d2)},
        steps(
            "We subtract the dates.",
            f"from datetime import date\nstart = date({y1}, {m1}, {d1})\nend = date({y2}, {m2}, {d2})\n(end - "
            f"start).days",
            boxed("It is", "days"),
        ),
    )


@task(
    "time",
    "weekday_of_date",
    (
        "<what|which> day of the week <was|is> {s}",
        "what weekday <was|is> {s}",
        "on which day of the week <was|is> {s}",
        "weekday of {s}",
        "{s}, what day of the week <is|was> that",
        "{find} the weekday of {s}",
        "what day <is|was> {s}",
        "tell me the day of the week for {s}",
    ),
    ("was {s} a Monday or another day",),
    constants=range(1, 13),
)
def weekday(rng: Random) -> Instance:
    y, m, d = rng.randint(1950, 2035), rng.randint(1, 12), rng.randint(1, 28)
    return Instance(
        {"s": f"{_MONTHS[m - 1]} {d}, {y}"},
        steps(
            "datetime knows the weekday.",
            f"from datetime import date\ndate({y}, {m}, {d}).strftime('%A')",
            boxed("The day is"),
        ),
    )


_SETS = (
    ("union", "|", "A | B", ("union", "union"), ("A ∪ B", "A union B")),
    ("intersection", "&", "A & B", ("intersection", "intersection", "common elements"), ("A ∩ B", "A intersect B")),
    ("difference", "-", "A - B", ("difference",), ("A \\ B", "A - B", "A minus B")),
    ("symmetric_difference", "^", "A ^ B", ("symmetric difference",), ("A Δ B", "A △ B")),
)


def _set_task(name: str, sign: str, words: tuple[str, ...], symbols: tuple[str, ...]) -> None:
    word = f"<{'|'.join(words)}>"

    @task(
        "sets",
        f"set_{name}",
        (
            f"{{find}} the {word} of {{a}} and {{b}}",
            f"{word} of {{a}} and {{b}}",
            "{given} A = {a} and B = {b}, {find} {symbol}",
            "A = {a}, B = {b}. {find} {symbol}",
            f"{{find}} the {word} of A = {{a}} and B = {{b}}",
            "A = {a} and B = {b}, {symbol} = ?",
            f"the sets are {{a}} and {{b}}. {{find}} their {word}",
        ),
        ("with A as {a} and B as {b}, which set is {symbol}",),
    )
    def build(rng: Random) -> Instance:
        top = rng.choice((9, 12, 20))
        a, b = (sorted(rng.sample(range(1, top + 1), rng.randint(3, 6))) for _ in range(2))
        if rng.random() < 0.3:
            letters = "abcdefghijklmnopqrst"
            shown = ["{" + ", ".join(letters[i - 1] for i in items) + "}" for items in (a, b)]
            code = ["{" + ", ".join(f"'{letters[i - 1]}'" for i in items) + "}" for items in (a, b)]
            result = f"', '.join(sorted(A {sign} B))"
        else:
            shown = code = ["{" + ", ".join(map(str, items)) + "}" for items in (a, b)]
            result = f"', '.join(str(x) for x in sorted(A {sign} B))"
        return Instance(
            {"a": shown[0], "b": shown[1], "symbol": rng.choice(symbols)},
            steps(
                f"We take the {name.replace('_', ' ')} of the two sets.",
                f"A = {code[0]}\nB = {code[1]}\n'{{' + {result} + '}}'",
                "The set is $\\boxed{⟨⟩}$.",
            ),
        )


for _name, _sign, _, _words, _symbols in _SETS:
    _set_task(_name, _sign, _words, _symbols)


@task(
    "sets",
    "counting_with_overlap",
    (
        "of {n} {people}, {a} {x} and {b} {y}, and {c} do both. how many do <at least one|one or both>",
        "{a} {people} {x}, {b} {y} and {c} do both. how many {people} do at least one of them",
        "in a group {a} {x}, {b} {y}, and {c} do both. how many {people} is that in total",
        "{a} {people} {x} and {b} {y}. {c} of them do both. how many are there in all",
        "how many {people} {x} or {y} if {a} {x}, {b} {y} and {c} do both",
        "{find} how many {people} do at least one: {a} {x}, {b} {y}, {c} both",
    ),
    ("{c} belong to both the {a} who {x} and the {b} who {y}; how many persons are that altogether",),
)
def overlap(rng: Random) -> Instance:
    c = rng.randint(1, 12)
    a, b = c + rng.randint(2, 30), c + rng.randint(2, 30)
    x, y = rng.sample(
        ("play football", "play chess", "like maths", "own a cat", "speak French", "sing", "like tea", "swim"), 2
    )
    return Instance(
        {
            "n": a + b - c + rng.randint(0, 12),
            "a": a,
            "b": b,
            "c": c,
            "x": phrased(x),
            "y": phrased(y),
            "people": phrased(rng.choice(("students", "people", "children"))),
        },
        steps(
            "Those who do both must be counted once.",
            f"first = {a}\nsecond = {b}\nboth = {c}\nfirst + second - both",
            boxed("The number is"),
        ),
    )
