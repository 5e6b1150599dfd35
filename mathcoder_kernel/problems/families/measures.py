"""Units of measure, clock times and dates, sets."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import NOT_OF, noun_frames, told_frames
from mathcoder_kernel.problems.phrasing import Slot
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
    (("centuries",), ("years",), "100"),
    (("decades",), ("years",), "10"),
    (("millennia",), ("years",), "1000"),
    (("weeks",), ("hours",), "168"),
    (("seconds", "s"), ("milliseconds", "ms"), "1000"),
    (("seconds",), ("microseconds",), "1000000"),
    (("kg", "kilograms"), ("mg", "milligrams"), "1000000"),
    (("g", "grams"), ("micrograms",), "1000000"),
    (("tonnes",), ("grams",), "1000000"),
    (("mm", "millimeters", "millimetres"), ("micrometers", "micrometres"), "1000"),
    (("m", "meters", "metres"), ("micrometers",), "1000000"),
    (("m", "metres"), ("dm", "decimetres"), "10"),
    (("dm", "decimetres"), ("cm", "centimetres"), "10"),
    (("km", "kilometres", "kilometers"), ("mm", "millimetres", "millimeters"), "1000000"),
    (("litres", "liters"), ("dl", "decilitres"), "10"),
    (("cubic centimeters", "cm^3"), ("cubic millimeters", "mm^3"), "1000"),
    (("yards",), ("inches",), "36"),
    (("stone",), ("pounds",), "14"),
    (("kJ", "kilojoules"), ("J", "joules"), "1000"),
    (("kW", "kilowatts"), ("W", "watts"), "1000"),
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
        "{convert} {x} {from} <to|into> {to}",
        "please {convert} {x} {from} <to|into> {to}",
        "{wonder} how many {to} {x} {from} are",
        "{wonder} what {x} {from} is in {to}",
        "how many {to} do {x} {from} <make|have|equal>",
        "how many {to} <equal|are equal to|are the same as> {x} {from}",
        "how many {to} does one get for {x} {from}",
        "{x} {from} <is|are|equals|makes> <how many|what in> {to}",
        "{x} {from} = how many {to}",
        "{x} {from} = ... {to}",
        "if something <measures|is> {x} {from}, how many {to} is that",
        "{given} {x} {from}, {find} the <number of|same quantity in|value in> {to}",
        "<give|state|find|write> the value of {x} {from} in {to}",
        "{wonder} how many {to} there are in {x} {from}",
        "{write} {x} {from} in {to}",
        "{x} {from} should be {written} in {to}",
        "a <recipe|plan|label|form|text> says {x} {from}. what is that in {to}",
        "{someone} <has|needs|wrote down> {x} {from} but <needs|wants> {to}. how many <are they|is that>",
        "the <quantity|amount|result> is {x} {from}. {convert} it <to|into> {to}",
        "{from} to {to}: {x}",
        "{from} into {to}: {x} {from}",
        "in {to}, what is {x} {from}",
        "in {to}, how much is {x} {from}",
        "unit conversion: {x} {from} to {to}",
        "conversion of {x} {from} <to|into> {to}",
        "to how many {to} is {x} {from} equal",
        "what number of {to} is <the same as|equal to|contained in> {x} {from}",
        "{x} {from} {written} in {to} <is what|gives what>",
        "how do i {convert} {x} {from} <to|into> {to}",
        "how would you {write} {x} {from} in {to}",
        *noun_frames("value", "{x} {from}", "in {to}"),
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
        "{convert} {x} {from} <to|into> {to}",
        "{wonder} what {x} {from} is in {to}",
        "{wonder} how much {x} {from} is in {to}",
        "{write} {x} {from} in {to}",
        "<an oven|the water|the air|a room|the soup> has {x} {from}. what is that in {to}",
        "the temperature is {x} {from}. {convert} it <to|into> {to}",
        "the <weather report|forecast|recipe> says {x} {from}. how much is that in {to}",
        "if the temperature is {x} {from}, what is it in {to}",
        "{having} a temperature of {x} {from}, {find} it in {to}",
        "{find} the temperature in {to} <that equals|equal to|for> {x} {from}",
        "{x} {from} = ? {to}",
        "{x} {from} is what in {to}",
        "a temperature of {x} {from} <equals|is> how many {to}",
        "temperature conversion: {x} {from} to {to}",
        "<give|state> {x} {from} in {to}",
        "how do i {convert} {x} {from} <to|into> {to}",
        "in {to}, what is a temperature of {x} {from}",
        "someone measured {x} {from}. what is that temperature in {to}",
        "how <warm|hot|cold> is {x} {from} in {to}",
        *noun_frames("value", "{x} {from}", "in {to}"),
        "the thermometer outside reads {x} {from}. {convert} the reading <to|into> {to}",
        "my thermometer is in {from} and reads {x}. what is the temperature in {to}",
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
        "{convert} {a} {large} and {b} {small} <to|into> {small}",
        "{wonder} how many {small} {a} {large} and {b} {small} are",
        "how many {small} are there in {a} {large} [and] {b} {small}",
        "how many {small} do {a} {large} and {b} {small} make",
        "{a} {large} {b} {small} = ? {small}",
        "{a} {large} {b} {small} to {small}",
        "{a} {large} and {b} {small} <is|are|make> how many {small}",
        "{find} the <total |>number of {small} in {a} {large} and {b} {small}",
        "in {small}, how much is {a} {large} {b} {small}",
        "something amounts to {a} {large} and {b} {small}. how many {small} is that",
        "if it is {a} {large} and {b} {small}, how many {small} is that",
        "{given} {a} {large} and {b} {small}, {find} the <amount|total> in {small}",
        "{must_find} {a} {large} {b} {small} in {small}",
        "{write} {a} {large} and {b} {small} <in|using only|in just> {small}",
        "the sum of {a} {large} and {b} {small} is how many {small}",
        "add {a} {large} and {b} {small} and give the <result|answer> in {small}",
        "a total of {a} {large} and {b} {small} should be {written} in {small}",
        "how much is {a} {large} plus {b} {small} in {small}",
        *noun_frames("value", "{a} {large} and {b} {small}", "in {small}"),
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
        "{convert} {n} <minutes|min> <to|into> hours and minutes",
        "{wonder} how many hours and minutes {n} minutes are",
        "{wonder} how long {n} minutes is in hours and minutes",
        "how many <full|whole> hours and <remaining|extra|left over> minutes are there in {n} minutes",
        "{n} minutes is how many hours and minutes",
        "{n} minutes = ? hours and minutes",
        "a <flight|journey|concert|match|lesson|film> <takes|lasts> {n} minutes. {write} that in hours and minutes",
        "a <flight|bus ride|hike|movie|game> is {n} minutes long. how long is that in hours and minutes",
        "if <something|a job|a hike> takes {n} minutes, how many hours and minutes is that",
        "{someone} <works|sleeps|reads|plays> for {n} minutes. how many hours and minutes is that",
        "{having} a time of {n} minutes, {find} it in hours and minutes",
        "in hours and minutes, what is {n} minutes",
        "minutes to hours and minutes: {n} min",
        "how much is {n} minutes in hours and minutes",
        "{find} the hours and minutes in {n} minutes",
        "a clock counts {n} minutes. show it as hours and minutes",
        *noun_frames("value", "{n} minutes", "in hours and minutes"),
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


_EVENTS = (
    "film", "lesson", "concert", "match", "meeting", "movie", "party", "show", "class", "race", "game", "lecture",
    "swimming lesson", "play", "training", "walk",
)  # fmt: skip


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
        "how much time <passes|goes by|elapses> from {s} to {e}",
        "how much time <passes|goes by|elapses> between {s} and {e}",
        "how <many hours and minutes|much time> lies between {s} and {e}",
        "{wonder} how long it is from {s} <to|until|till> {e}",
        "what is the <time difference|difference in time|duration|elapsed time> between {s} and {e}",
        "{find} the <elapsed time|duration|length of time> from {s} to {e}",
        "elapsed time from {s} to {e}",
        "time from {s} to {e}",
        "a {film} <begins|starts> at {s} and <finishes|is over|ends> at {e}. {find} its <length|duration>",
        "a {film} runs from {s} to {e}. how long is it",
        "if a {film} starts at {s} and ends at {e}, how long does it <last|take>",
        "the {film} lasts from {s} <until|to|till> {e}. how long is that",
        "a <bus|train|plane|ship> <leaves|departs> at {s} and arrives at {e}. <how long is the trip|how long is it on "
        "its way|how long does the journey take>",
        "{name} <starts to read|begins to work|goes out|starts cooking> at {s} and is done at {e}. how long is that",
        "a <shop|museum|library|pool> opens at {s} and closes at {e}. how long is it open",
        "it is {s} now. how long is it until {e}",
        "it is {s}. the {film} starts at {e}. how long do we have to wait",
        "{name} waits from {s} until {e}. how long does {name} wait",
        "school starts at {s} and ends at {e}. how long is the school day",
        "{s} to {e} is how long",
        "{must_find} the time between {s} and {e}",
        "{having} the times {s} and {e}, how long is it from the first to the second",
        "between {s} and {e} of the same day, how much time passes",
        *told_frames(
            "<it starts at {s} and ends at {e}|a {film} begins at {s} and is over at "
            "{e}|{name} leaves at {s} and comes back at {e}>",
            "<how long does it take|how many hours and minutes is that|what is the duration>",
            "<how long it takes|how long that is|what the duration is>",
            "<the duration|the time in between|the length in hours and minutes>",
            "<{s} to {e}, hours and minutes|start {s}, end {e}, hours and minutes>",
        ),
    ),
    ("the {film} went on from {s} until {e}; state its length",),
    constants=range(61),
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
            "film": phrased(rng.choice(_EVENTS)),
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
        "what time <will it be|is it> {d} minutes after {s}",
        "what <will be the time|will the clock show> {d} minutes after {s}",
        "{wonder} what time it is {d} minutes after {s}",
        "if a {film} <starts|begins> at {s} and <lasts|takes> {d} minutes, when does it <end|finish>",
        "a {film} begins at {s}. it is {d} minutes long. <at what time|when> does it <finish|end>",
        "a <bus|train|plane|ship> leaves at {s} and <travels|needs> {d} minutes. when does it arrive",
        "{name} starts at {s} and <works|runs|reads|studies> for {d} minutes. <when|at what time> is {name} done",
        "a cake goes into the oven at {s} and <bakes|must bake> for {d} minutes. when is it <done|ready>",
        "<the time is|it is now> {s}. what <time is it|will the time be> {d} minutes from now",
        "<the time is|it is> {s}. {d} minutes later it is what time",
        "{s} + {d} min",
        "{s} + {d} minutes = ?",
        "{find} the time that is {d} minutes later than {s}",
        "{must_find} the time {d} minutes after {s}",
        "what does a clock show {d} minutes after {s}",
        "which time do you get {d} minutes after {s}",
        "{d} minutes have passed since {s}. what time is it",
        "{having} a start at {s} and a duration of {d} minutes, {find} the end time",
        "the start time is {s} and the {film} takes {d} minutes. what is the end time",
        "a clock shows {s}. what will it show in {d} minutes",
        "when it is {s}, what time will it be {d} minutes later",
        *told_frames(
            "<it starts at {s} and lasts {d} minutes|a {film} begins at {s} and takes {d} "
            "minutes|{name} leaves at {s} and is on the way for {d} minutes>",
            "<when is it over|at what time does it end|what time is it then>",
            "<when it is over|at what time it ends|what time it is then>",
            "<the time at the end|the end time|the clock time afterwards>",
            "<{s}, {d} minutes later|start {s}, {d} minutes>",
        ),
    ),
    ("starting {s}, {d} minutes long: at what time is the {film} over",),
    constants=("02", *range(61)),
)
def time_after(rng: Random) -> Instance:
    start, d = rng.randint(300, 1380), rng.randint(5, 60) * 5 if rng.random() < 0.6 else rng.randint(5, 400)
    hour, minute = divmod(start, 60)
    (person,) = people(rng, 1)
    return Instance(
        {
            "s": f"{hour}:{minute:02d}",
            "d": d,
            "film": phrased(rng.choice(_EVENTS)),
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
        "how many days <pass|go by|lie> between {s} and {e}",
        "how many days is it from {s} <to|until|till> {e}",
        "{wonder} how many days there are between {s} and {e}",
        "{must_find} the number of days between {s} and {e}",
        "{find} the <difference|distance> in days between {s} and {e}",
        "what is the number of days <from {s} to {e}|between {s} and {e}>",
        "number of days from {s} <to|until> {e}",
        "it is {s}. how many days <is it|are there> until {e}",
        "if today is {s}, in how many days is it {e}",
        "if today is {s}, how many days are left until {e}",
        "{someone} made a trip from {s} to {e}. how many days later did the trip end than it began",
        "a <project|course|trip> starts on {s} and ends on {e}. how many days later is that",
        "from {s} to {e}, how many days <pass|is that|go by>",
        "{s} to {e} in days",
        "{having} the dates {s} and {e}, {find} the number of days between them",
        "how many days after {s} is {e}",
        "how many days before {e} is {s}",
        "how long is it in days from {s} to {e}",
        "the dates are {s} and {e}. how many days are they apart",
        "count the days between {s} and {e}",
        "subtract {s} from {e} in days",
        *noun_frames(
            "number",
            "days <between {s} and {e}|from {s} to {e}>",
            without=NOT_OF,
        ),
    ),
    ("counting from {s}, {e} is how many days later",),
    constants=range(1, 13),
)
def days_between(rng: Random) -> Instance:
    year = rng.randint(1990, 2030)
    dates = sorted((year + rng.choice((0, 0, 1)), rng.randint(1, 12), rng.randint(1, 28)) for _ in range(2))
    (y1, m1, d1), (y2, m2, d2) = dates

    written = rng.randrange(4)

    def shown(y: int, m: int, d: int) -> str:
        month = _MONTHS[m - 1]
        return (f"{month} {d}, {y}", f"{month} {d}, {y}", f"{d} {month} {y}", f"{month} {d} {y}")[written]

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
        "{wonder} <which|what> day of the week {s} <was|is>",
        "{wonder} on which weekday {s} <falls|fell>",
        "<which|what> weekday does {s} fall on",
        "<on which|on what> weekday does {s} fall",
        "<what|which> day of the week does {s} fall on",
        "{find} the day of the week <of|for> {s}",
        "{find} the day of the week on which {s} <falls|fell>",
        "the date {s} is <what|which> day of the week",
        "{someone} was born on {s}. <which|what> day of the week was that",
        "{having} the date {s}, <which|what> day of the week is it",
        "date {s}: {find} the weekday",
        "for the date {s}, which day of the week is it",
        "a letter is dated {s}. which weekday was that",
        "an event <takes place|took place> on {s}. on which day of the week is that",
        "name the weekday of the date {s}",
        "which of the seven weekdays <is|was> {s}",
        "{s} day of the week",
        "<which|what> day of the week <was|is> the {dated}",
        "on <which|what> weekday <does|did> the {dated} fall",
        "{wonder} <which|what> weekday the {dated} is",
        "{dated}, <which|what> weekday",
        "day of the week of {s}",
        "{must_find} the weekday of {s}",
        *noun_frames("<weekday|day of the week>", "<the date |>{s}"),
    ),
    ("was {s} a Monday or another day",),
    constants=range(1, 13),
)
def weekday(rng: Random) -> Instance:
    y, m, d = rng.randint(1950, 2035), rng.randint(1, 12), rng.randint(1, 28)
    return Instance(
        {"s": f"{_MONTHS[m - 1]} {d}, {y}", "dated": f"{d} {_MONTHS[m - 1]} {y}"},
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
            f"{{must_find}} the {word} of {{a}} and {{b}}",
            f"{{wonder}} what the {word} of {{a}} and {{b}} is",
            f"what is the {word} of the sets {{a}} and {{b}}",
            f"{{having}} the sets {{a}} and {{b}}, {{find}} <the|their> {word}",
            "if A = {a} and B = {b}, what is {symbol}",
            f"if A = {{a}} and B = {{b}}, {{find}} the {word} of A and B",
            "let A be {a} and B be {b}. {find} {symbol}",
            "{evaluate} {symbol} for A = {a}, B = {b}",
            "{find} {symbol} if A = {a} and B = {b}",
            "A is the set {a} and B is the set {b}. which elements are in {symbol}",
            "<write down|list|give> [all] [the] elements of {symbol}, where A = {a} and B = {b}",
            f"{{a}} and {{b}}: {word}",
            "which elements make up {described} when A = {a} and B = {b}",
            "A = {a}, B = {b}. which set <holds|contains> {described}",
            f"form the {word} of A = {{a}} and B = {{b}}",
            f"<take|consider> the sets A = {{a}} and B = {{b}}. what is <the|their> {word}",
            "suppose that A = {a} and that B = {b}. what is {symbol}",
            *noun_frames(word, "<the sets |>{a} and {b}", several=True),
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
            {
                "a": shown[0],
                "b": shown[1],
                "symbol": rng.choice(symbols),
                "described": phrased(
                    {
                        "|": "<what is|all that is|everything> in A or in B <or in both|>",
                        "&": "<what is|all that is|everything> both in A and in B",
                        "-": "<what is|all that is|everything> in A but not in B",
                        "^": "<what is|all that is|everything> in exactly one of A and B",
                    }[sign]
                ),
            },
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
        "there are {a} {people} who {x} and {b} who {y}. {c} of them do both. how many do <at least one|one or the "
        "other>",
        "in a <class|school|club|village>, {a} {people} {x} and {b} {y}, while {c} do both. {find} how many do at "
        "least one [of the two]",
        "{a} {people} {x}. {b} {people} {y}. {c} of these do both. how many {people} are <there altogether|in at "
        "least one of the groups>",
        "if {a} {people} {x}, {b} {y} and {c} do both, how many {people} do <at least one|one or both>",
        "<given that|if|suppose|knowing that> {a} {people} {x}, {b} {y} and {c} do both, {find} how many do at "
        "least one",
        "a survey of {people}: {a} {x}, {b} {y}, {c} do both. how many do at least one",
        "{wonder} how many {people} {x} or {y} when {a} {x}, {b} {y} and {c} do both",
        "two groups overlap: {a} {people} {x}, {b} {y}, and {c} belong to both. how many <different |>{people} are "
        "that",
        "<among|of> some {people}, {a} {x} and {b} {y}. {c} do both things. how many do <one of them or both|at least "
        "one thing>",
        "a set A has {a} elements, a set B has {b} elements and they share {c}. how many elements has the union of A "
        "and B",
        "n(A) = {a}, n(B) = {b} and n(A ∩ B) = {c}. {find} n(A ∪ B)",
        "in a <class|group> everyone does at least one thing. {a} {x}, {b} {y}, {c} do both. how many {people} are in "
        "it",
        "{find} the number of {people} who {x} or {y} if {a} {x}, {b} {y} and {c} do both",
        "use a venn diagram: {a} {people} {x}, {b} {y} and {c} do both. how many do at least one",
    ),
    ("{c} belong to both the {a} who {x} and the {b} who {y}; how many persons are that altogether",),
)
def overlap(rng: Random) -> Instance:
    c = rng.randint(1, 12)
    a, b = c + rng.randint(2, 30), c + rng.randint(2, 30)
    x, y = rng.sample(
        (
            "play football",
            "play chess",
            "like maths",
            "own a cat",
            "speak French",
            "sing",
            "like tea",
            "swim",
            "play the piano",
            "have a dog",
            "like apples",
            "learn Spanish",
            "ride a bike",
            "dance",
            "read comics",
        ),
        2,
    )
    return Instance(
        {
            "n": a + b - c + rng.randint(0, 12),
            "a": a,
            "b": b,
            "c": c,
            "x": phrased(x),
            "y": phrased(y),
            "people": phrased(rng.choice(("students", "people", "children", "pupils", "members", "guests"))),
        },
        steps(
            "Those who do both must be counted once.",
            f"first = {a}\nsecond = {b}\nboth = {c}\nfirst + second - both",
            boxed("The number is"),
        ),
    )


# words for parts of one unit, and their value in code
_PARTS = (
    ("half", 1, 2), ("a quarter of", 1, 4), ("three quarters of", 3, 4), ("a third of", 1, 3),
    ("two thirds of", 2, 3), ("a fifth of", 1, 5), ("two fifths of", 2, 5), ("a tenth of", 1, 10),
    ("three tenths of", 3, 10), ("one eighth of", 1, 8), ("five sixths of", 5, 6),
    ("seven tenths of", 7, 10), ("three fifths of", 3, 5), ("one sixth of", 1, 6),
)  # fmt: skip
# one of the larger unit, the smaller units, how many make one
_SPLIT = (
    ("an hour", "minutes", 60), ("a minute", "seconds", 60), ("a day", "hours", 24), ("a week", "days", 7),
    ("a year", "months", 12), ("a kilometre", "metres", 1000), ("a kilometer", "meters", 1000),
    ("a metre", "centimetres", 100), ("a meter", "millimeters", 1000), ("a centimetre", "millimetres", 10),
    ("a kilogram", "grams", 1000), ("a gram", "milligrams", 1000), ("a tonne", "kilograms", 1000),
    ("a litre", "millilitres", 1000), ("a liter", "milliliters", 1000), ("a foot", "inches", 12),
    ("a yard", "feet", 3), ("a pound", "ounces", 16), ("a decade", "years", 10), ("a century", "years", 100),
    ("a millennium", "centuries", 10), ("a dozen", "pieces", 12),
)  # fmt: skip


@task(
    "units",
    "fraction_of_a_unit",
    (
        "how many {small} are <there in|in> {part}",
        "how many {small} <is|are|make|make up> {part}",
        "{convert} {part} <to|into> {small}",
        "{part} in {small}",
        "{part} <is|equals|has> how many {small}",
        "what is {part} in {small}",
        "{wonder} how many {small} <are in|there are in> {part}",
        "{write} {part} in {small}",
        "{find} the number of {small} in {part}",
        "how much is {part} in {small}",
        "{someone} <needs|has|measures> {part}. how many {small} is that",
        "if <something|it> is {part}, how many {small} is that",
        "{part} = ? {small}",
        "{must_find} the number of {small} in {part}",
        "{small} in {part}",
        "how many {small} does {part} have",
        "in {small}, what is {part}",
        "{part} contains how many {small}",
        *noun_frames("number", "{small} in {part}", without=NOT_OF),
        "{having} {part}, how many {small} is <it|that>",
        "<give|state> {part} as a number of {small}",
        "{part} should be {written} in {small}",
        "{part} corresponds to what in {small}",
        "what number of {small} is the same as {part}",
        "{part}: how many {small}",
        "how would you {write} {part} in {small}",
        "if one takes {part}, how many {small} does one have",
        "a <recipe|plan|sign> says {part}. how many {small} is that",
        "{part} has the same <size|value> as how many {small}",
    ),
    ("say {part}, but count it in {small}",),
    weight=1.5,
    constants=(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 60, 100, 1000),
)
def fraction_of_a_unit(rng: Random) -> Instance:
    unit, small, factor = rng.choice(_SPLIT)
    words, p, q = rng.choice(_PARTS)
    if rng.random() < 0.4:
        q = rng.choice((2, 3, 4, 5, 6, 8, 10))
        p = rng.randint(1, q - 1) if rng.random() < 0.7 else q * rng.randint(1, 4) + rng.randint(1, q - 1)
        part = phrased(f"{p}/{q} of {unit}")
    elif rng.random() < 0.2:
        whole = rng.randint(1, 9)
        noun = unit.split(" ", 1)[1]
        part = phrased(f"{whole} and a half {_many(noun)}")
        code = f"from sympy import Rational\n({whole} + Rational(1, 2))*{factor}"
        return _unit_part(part, small, factor, unit, code)
    else:
        part = phrased(f"{words} {unit}")
    return _unit_part(part, small, factor, unit, f"from sympy import Rational\nRational({p}, {q})*{factor}")


def _many(noun: str) -> str:
    return {"foot": "feet", "century": "centuries", "millennium": "millennia"}.get(noun, noun + "s")


def _unit_part(part: Slot, small: str, factor: int, unit: str, code: str) -> Instance:
    return Instance(
        {"part": part, "small": phrased(small)},
        steps(f"There are {factor} {small} in {unit}.", code, boxed("It is", small)),
    )


def _twelve(minutes: int, style: str) -> str:
    hour, minute = divmod(minutes % 1440, 60)
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}:{minute:02d}{style.replace('am', half).replace('AM', half.upper())}"


_STYLES = (" AM", " AM", " am", " am", "am", "AM")


def _format(style: str) -> str:
    return "%I:%M %p" if style.startswith(" ") else "%I:%M%p"


@task(
    "time",
    "time_before_duration",
    (
        "what time is it {d} minutes before {s}",
        "what time was it {d} minutes before {s}",
        "what <was the time|did the clock show> {d} minutes before {s}",
        "{wonder} what time it <is|was> {d} minutes before {s}",
        "{find} the time {d} minutes <before|earlier than> {s}",
        "a {film} <ends|is over|finishes> at {s} and <lasts|takes> {d} minutes. when does it <start|begin>",
        "a {film} that lasts {d} minutes <ended|finished> at {s}. <when|at what time> did it <start|begin>",
        "{name} <wants to be there|must arrive|has to be at school> at {s}. the trip takes {d} minutes. when "
        "must {name} "
        "leave",
        "it is {s}. what time was it {d} minutes ago",
        "if it is {s} now, what time was it {d} minutes <ago|earlier>",
        "{s} minus {d} minutes",
        "{s} - {d} min",
        "subtract {d} minutes from {s}",
        "take {d} minutes <off|away from> {s}. what time <is it|do you get>",
        "a <bus|train|plane> arrives at {s} after {d} minutes. when did it leave",
        "{must_find} the time {d} minutes before {s}",
        "{d} minutes before {s} is what time",
        "{name} got up at {s}, {d} minutes after the alarm rang. when did it ring",
        "a cake must be ready at {s} and bakes for {d} minutes. when must it go into the oven",
        "{having} the time {s}, what time <is|was> {d} minutes <before|earlier>",
        "the <clock|watch> shows {s}. what did it show {d} minutes <ago|earlier|before>",
        "<count|go> {d} minutes back from {s}. which time <is that|do you get>",
        "which time is {d} minutes earlier than {s}",
        "{someone} finished at {s} after {d} minutes of work. when did the work <start|begin>",
        "the time is {s}. {d} minutes <ago|earlier> it was what time",
        "turn <the|a> clock back by {d} minutes from {s}. what does it show",
        "{name} needs {d} minutes to get to school, which starts at {s}. what is the latest time to leave home",
        "<wanted|to find>: the time {d} minutes before {s}",
        "time {d} minutes before {s}",
        "how late was it {d} minutes before {s}",
        "{s}, {d} minutes earlier",
    ),
    ("going back {d} minutes from {s}, which time is reached",),
    constants=(0,),
)
def time_before(rng: Random) -> Instance:
    return _moved(rng, "-")


def _moved(rng: Random, sign: str) -> Instance:
    start, d = rng.randint(0, 1439), rng.choice((rng.randint(2, 59), 5 * rng.randint(2, 40), rng.randint(60, 700)))
    (person,) = people(rng, 1)
    style = rng.choice(_STYLES)
    shown, layout = _twelve(start, style), _format(style)
    if rng.random() < 0.25:
        shown, layout = f"{start // 60}:{start % 60:02d}", "%H:%M"
    end = ".lstrip('0')" if layout != "%H:%M" else ""
    return Instance(
        {"s": shown, "d": d, "film": phrased(rng.choice(_EVENTS)), "name": person.name},
        steps(
            "datetime moves the time by the minutes.",
            f"from datetime import datetime, timedelta\nstart = datetime.strptime('{shown}', '{layout}')\n"
            f"(start {sign} timedelta(minutes={d})).strftime('{layout}'){end}",
            boxed("The time is"),
        ),
    )


@task(
    "time",
    "time_after_duration_am_pm",
    (
        "what time is it {d} minutes after {s}",
        "what time will it be {d} minutes <after|past|later than> {s}",
        "{wonder} what time it <is|will be> {d} minutes after {s}",
        "{find} the time {d} minutes after {s}",
        "a {film} <starts|begins> at {s} and <lasts|takes> {d} minutes. when does it <end|finish>",
        "if a {film} begins at {s} and lasts {d} minutes, at what time is it over",
        "it is {s}. what time will it be in {d} minutes",
        "<it is now|the time is> {s}. what time is it {d} minutes from now",
        "{s} plus {d} minutes",
        "{s} + {d} min",
        "add {d} minutes to {s}",
        "a <bus|train|plane> <leaves|departs> at {s} and the trip takes {d} minutes. when does it arrive",
        "{name} starts to <cook|read|run|study> at {s} and needs {d} minutes. when is {name} done",
        "{d} minutes after {s} is what time",
        "{must_find} the time {d} minutes after {s}",
        "a clock shows {s}. what does it show {d} minutes later",
        "{name} falls asleep at {s} and wakes up {d} minutes later. at what time is that",
        "{having} the time {s}, what time is {d} minutes <after that|later>",
        "<count|go> {d} minutes forward from {s}. which time <is that|do you get>",
        "which time is {d} minutes later than {s}",
        "the time is {s}. {d} minutes later it is what time",
        "turn <the|a> clock forward by {d} minutes from {s}. what does it show",
        "{name} leaves home at {s} and needs {d} minutes to get to school. when does {name} get there",
        "<wanted|to find>: the time {d} minutes after {s}",
        "time {d} minutes after {s}",
        "a cake goes into the oven at {s} and bakes for {d} minutes. when is it <done|ready>",
        "{d} minutes have passed since {s}. what time is it now",
        "how late is it {d} minutes after {s}",
        "{s}, {d} minutes later",
    ),
    ("going on {d} minutes from {s}, which time is reached",),
    constants=(0,),
)
def time_after_am_pm(rng: Random) -> Instance:
    instance = _moved(rng, "+")
    while "m" not in str(instance.slots["s"]).lower():
        instance = _moved(rng, "+")
    return instance


@task(
    "time",
    "minutes_between_times",
    (
        "how many minutes are <there |>between {s} and {e}",
        "how many minutes <pass|go by|lie> between {s} and {e}",
        "how many minutes is it from {s} <to|until|till> {e}",
        "{wonder} how many minutes there are between {s} and {e}",
        "{wonder} how many minutes it is from {s} to {e}",
        "{find} the number of minutes <between {s} and {e}|from {s} to {e}>",
        "number of minutes from {s} to {e}",
        "a {film} <starts|begins> at {s} and <ends|is over> at {e}. how many minutes does it last",
        "from {s} to {e}, how many minutes is that",
        "{name} leaves at {s} and arrives at {e}. how many minutes does the trip take",
        "it is {s}. how many minutes <is it|are left> until {e}",
        "how long is it from {s} to {e} in minutes",
        "what is the difference between {s} and {e} in minutes",
        "{must_find} the minutes between {s} and {e}",
        "a <shop|library|pool> is open from {s} to {e}. how many minutes is that",
        "{e} is how many minutes after {s}",
        "how many minutes after {s} is {e}",
        "if a {film} runs from {s} to {e}, how many minutes long is it",
        *noun_frames(
            "number",
            "minutes <between {s} and {e}|from {s} to {e}>",
            without=NOT_OF,
        ),
        "{having} the times {s} and {e}, how many minutes lie between them",
        "<count|find> the minutes <from {s} to {e}|between {s} and {e}>",
        "the clock goes from {s} to {e}. how many minutes is that",
        "how many minutes pass <before|until> it is {e} if it is {s} now",
        "{name} <works|sleeps|reads|waits> from {s} to {e}. for how many minutes is that",
        "a <bus|train|plane> leaves at {s} and gets there at {e}. how many minutes is it on the way",
        "{s} to {e} in minutes",
        "{s} until {e}: how many minutes",
        "subtract {s} from {e} and give the answer in minutes",
        "by how many minutes is {e} later than {s}",
        *told_frames(
            "<it starts at {s} and ends at {e}|a {film} begins at {s} and is over at "
            "{e}|{name} leaves at {s} and comes back at {e}>",
            "<how many minutes is that|what is that in minutes|how many minutes are in between>",
            "<how many minutes that is|what that is in minutes>",
            "<the number of minutes|the time in minutes|the minutes in between>",
            "<{s} to {e} in minutes|start {s}, end {e}, minutes>",
        ),
    ),
    ("the minutes that pass while the clock goes on from {s} to {e}: how many",),
    constants=(60,),
)
def minutes_between(rng: Random) -> Instance:
    start = rng.randint(0, 1300)
    end = min(start + rng.randint(3, 800), 1439)
    (person,) = people(rng, 1)
    style = rng.choice(_STYLES)
    s, e, layout = _twelve(start, style), _twelve(end, style), _format(style)
    if rng.random() < 0.3:
        s, e = (f"{t // 60}:{t % 60:02d}" for t in (start, end))
        layout = "%H:%M"
    return Instance(
        {"s": s, "e": e, "film": phrased(rng.choice(_EVENTS)), "name": person.name},
        steps(
            "We subtract the times and count in minutes.",
            f"from datetime import datetime\nstart = datetime.strptime('{s}', '{layout}')\n"
            f"end = datetime.strptime('{e}', '{layout}')\n(end - start).seconds//60",
            boxed("It is", "minutes"),
        ),
    )
