"""Rates: speed, work, density, proportion, ratio, interest, mixtures."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import (
    COUNTABLES,
    Stage,
    boxed,
    chain,
    currency,
    decimal,
    people,
    phrased,
    price,
    rounded,
    spelled,
    steps,
    tidy,
)

_MOVERS = ("car", "train", "bus", "truck", "bike", "ship", "plane", "runner", "cyclist", "motorbike")
_KM = (
    ("km", "km/h"),
    ("km", "km per hour"),
    ("miles", "miles per hour"),
    ("miles", "mph"),
    ("kilometres", "kilometres per hour"),
    ("kilometers", "km/h"),
    ("m", "m per hour"),
)


def _trip(rng: Random) -> dict[str, str | int]:
    unit, per = rng.choice(_KM[:6])
    speed = rng.randint(2, 24) * 5 if rng.random() < 0.8 else rng.randint(4, 130)
    hours = str(rng.randint(2, 12)) if rng.random() < 0.75 else decimal(rng, 1, 8, 1)
    mover = rng.choice(_MOVERS)
    if mover in ("runner", "cyclist", "bike"):
        speed = rng.randint(6, 12) if mover == "runner" else rng.randint(10, 35)
    elif mover == "plane":
        speed = rng.randint(20, 90) * 10
    (person,) = people(rng, 1)
    return {
        "mover": mover,
        "unit": unit,
        "per": per,
        "v": f"{speed} {per}",
        "t": f"{hours} hours",
        "speed": speed,
        "hours": hours,
        "name": person.name,
        "drives": rng.choice(("drives", "travels", "cycles", "goes", "moves")),
    }


@task(
    "speed",
    "distance_from_speed_and_time",
    (
        "a {mover} {drives} at {v} for {t}. how far does it go",
        "a {mover} {drives} for {t} at {v}. {find} the distance",
        "how far does a {mover} <go|travel|get> in {t} at [a speed of] {v}",
        "{name} {drives} {t} at {v}. how far does {name} get",
        "{find} the distance covered in {t} at {v}",
        "at {v}, how far do you <get|go|travel> in {t}",
        "speed {v}, time {t}: distance",
        "the speed of a {mover} is {v}. what distance does it cover in {t}",
        "a {mover} goes {v}. how many {unit} is that in {t}",
    ),
    (
        "after {t} at a constant {v}, what distance has the {mover} behind it",
        "{t} long the {mover} keeps {v}; which distance is that",
    ),
    weight=1.2,
)
def distance(rng: Random) -> Instance:
    s = _trip(rng)
    return Instance(
        s,
        steps(
            "Distance is speed times time.",
            f"speed = {s['speed']}\ntime = {s['hours']}\n{tidy('speed*time')}",
            boxed("The distance is", str(s["unit"])),
        ),
    )


@task(
    "speed",
    "speed_from_distance_and_time",
    (
        "a {mover} {drives} {d} in {t}. {find} its [average] speed",
        "a {mover} needs {t} for {d}. how fast is it",
        "how fast is a {mover} that {drives} {d} in {t}",
        "{find} the average speed for {d} in {t}",
        "{t} for {d}: what is the speed",
        "{name} {drives} {d} in {t}. what is the average speed",
        "in {t} a {mover} covers {d}. {find} the speed",
        "what speed is {d} in {t}",
        "distance {d}, time {t}, speed",
        "how many {unit} per hour is {d} in {t}",
    ),
    ("a trip of {d} took {t}; how quick was it on average", "it takes {t} to get {d} far; give the speed"),
    weight=1.2,
)
def speed(rng: Random) -> Instance:
    s = _trip(rng)
    d = tidy_number(float(s["speed"]) * float(s["hours"]))
    s["d"] = f"{d} {s['unit']}"
    del s["v"]
    return Instance(
        {**s, "dist": d},
        steps(
            "Speed is distance divided by time.",
            f"distance = {d}\ntime = {s['hours']}\n{rounded('distance/time')}",
            boxed("The speed is", str(s["per"])),
        ),
    )


def tidy_number(value: float) -> str:
    """A float as written by hand: no trailing `.0`."""
    return f"{value:.10g}"


@task(
    "speed",
    "time_from_distance_and_speed",
    (
        "how long does a {mover} need for {d} at {v}",
        "a {mover} {drives} at {v}. how long does it take for {d}",
        "how long does it take to <travel|go|drive> {d} at {v}",
        "{name} wants to travel {d} at {v}. how many hours does it take",
        "{find} the time for {d} at {v}",
        "at {v}, how <long|many hours> does a trip of {d} take",
        "distance {d}, speed {v}: {find} the time",
        "a trip of {d} at {v}: how many hours is that",
    ),
    ("{d} lie ahead and the {mover} keeps {v}; in how many hours is it there",),
    weight=1.2,
)
def time(rng: Random) -> Instance:
    s = _trip(rng)
    d = tidy_number(float(s["speed"]) * float(s["hours"]))
    s["d"] = f"{d} {s['unit']}"
    del s["t"]
    return Instance(
        {**s, "dist": d},
        steps(
            "Time is distance divided by speed.",
            f"distance = {d}\nspeed = {s['speed']}\n{rounded('distance/speed')}",
            boxed("It takes", "hours"),
        ),
    )


@task(
    "speed",
    "speed_with_minutes",
    (
        "a {mover} {drives} {d} in {m} minutes. {find} its speed in {per}",
        "a {mover} needs {m} minutes for {d}. how fast is it in {per}",
        "{d} in {m} minutes: how many {per} is that",
        "{find} the speed in {per} if {d} take {m} minutes",
        "how fast in {per} is {name}, who {drives} {d} in {m} minutes",
        "what is the speed in {per} for {d} in {m} minutes",
        "{d} take a {mover} {m} minutes. {find} the speed in {per}",
    ),
    ("{m} minutes are enough for {d}; what is this as {per}",),
    constants=(60,),
)
def speed_minutes(rng: Random) -> Instance:
    s = _trip(rng)
    m, d = rng.choice((10, 12, 15, 20, 24, 30, 40, 45, 50, 6, 5, 90)), rng.randint(1, 90)
    s |= {"m": m, "d": f"{d} {s['unit']}"}
    return Instance(
        s,
        steps(
            "We turn the minutes into hours and divide.",
            f"distance = {d}\nminutes = {m}\nhours = minutes/60\n{rounded('distance/hours')}",
            boxed("The speed is", str(s["per"])),
        ),
    )


@task(
    "speed",
    "average_speed_of_two_parts",
    (
        "a {mover} {drives} {t1} hours at {v1} and then {t2} hours at {v2}. {find} the average speed",
        "a {mover} {drives} at {v1} for {t1} hours and at {v2} for {t2} hours. what is its average speed",
        "{find} the average speed of a trip with {t1} hours at {v1} and {t2} hours at {v2}",
        "{name} goes {t1} hours at {v1}, then {t2} hours at {v2}. what is the average speed",
        "a trip has two parts: {t1} hours at {v1} and {t2} hours at {v2}. {find} the average speed",
        "for {t1} hours the speed is {v1}, for the next {t2} hours it is {v2}. {find} the mean speed of the whole trip",
        "how fast on average is a {mover} that goes {v1} for {t1} hours and {v2} for {t2} hours",
    ),
    ("first {t1} hours at {v1}, later {t2} hours at {v2}: how fast on average",),
)
def average_speed(rng: Random) -> Instance:
    s = _trip(rng)
    v1, v2, t1, t2 = rng.randint(2, 24) * 5, rng.randint(2, 24) * 5, rng.randint(1, 6), rng.randint(1, 6)
    s |= {"v1": f"{v1} {s['per']}", "v2": f"{v2} {s['per']}", "t1": t1, "t2": t2}
    return Instance(
        s,
        chain(
            rng,
            "The average speed is the whole distance divided by the whole time.",
            [],
            [
                Stage("distance", f"{v1}*{t1} + {v2}*{t2}", f"The whole distance is ⟨⟩ {s['unit']}."),
                Stage("time", f"{t1} + {t2}", "The whole time is ⟨⟩ hours."),
                Stage("speed", "distance/time", ""),
            ],
            boxed("The average speed is", str(s["per"])),
            rounded,
            apart=0.15,
        ),
    )


@task(
    "speed",
    "meeting",
    (
        "two {movers} are {d} apart and move towards each other at {v1} and {v2}. after how many hours do they meet",
        "two {movers} start {d} apart and drive towards each other, one at {v1}, the other at {v2}. when do they meet",
        "{a} and {b} are {d} apart. they go towards each other at {v1} and {v2}. after how many hours do they meet",
        "when do two {movers} meet that start {d} apart with speeds {v1} and {v2} towards each other",
        "the distance between two {movers} is {d}. they approach each other at {v1} and {v2}. how long until they meet",
        "two {movers} leave from places {d} apart at the same time towards each other with {v1} and {v2}. after what "
        "time do they meet",
        "how long until two {movers} meet if they are {d} apart and go {v1} and {v2} towards each other",
        "{a} goes at {v1}, {b} at {v2}, towards each other, {d} apart at first. {find} the time until they meet",
    ),
    ("the gap of {d} between two {movers} shrinks from both ends at {v1} and {v2}; how many hours until it is zero",),
)
def meeting(rng: Random) -> Instance:
    first, second = people(rng, 2)
    unit, per = rng.choice(_KM[:5])
    v1, v2, hours = rng.randint(2, 24) * 5, rng.randint(2, 24) * 5, rng.randint(1, 8)
    d = (v1 + v2) * hours if rng.random() < 0.8 else rng.randint(50, 900)
    return Instance(
        {
            "movers": phrased(rng.choice(("cars", "trains", "cyclists", "ships"))),
            "d": f"{d} {unit}",
            "v1": f"{v1} {per}",
            "v2": f"{v2} {per}",
            "a": first.name,
            "b": second.name,
            "x": d,
            "y": v1 + v2,
        },
        steps(
            "They approach with the sum of their speeds.",
            f"distance = {d}\nspeed_1 = {v1}\nspeed_2 = {v2}\n{rounded('distance/(speed_1 + speed_2)')}",
            boxed("They meet after", "hours"),
        ),
    )


@task(
    "speed",
    "catching_up",
    (
        "{a} starts at {v1}. {h} hours later {b} follows at {v2}. after how many hours does {b} catch up",
        "{b} follows {a} {h} hours later. {a} goes {v1}, {b} {v2}. how many hours does {b} need to catch {a}",
        "a {mover} leaves at {v1}. another leaves {h} hours later at {v2} in the same direction. how many hours "
        "until the second catches up",
        "{a} leaves at {v1} and {b} leaves {h} hours later at {v2}. how long does {b} need to catch up",
        "how many hours after {b} starts does {b} reach {a}, who left {h} hours earlier at {v1}, if {b} goes {v2}",
    ),
    ("{a} has a lead of {h} hours at {v1}; for how many hours must {b} go {v2} to draw level",),
)
def catching_up(rng: Random) -> Instance:
    first, second = people(rng, 2)
    unit, per = rng.choice(_KM[:5])
    v1 = rng.randint(2, 16) * 5
    v2, h = v1 + rng.randint(1, 10) * 5, rng.randint(2, 5)
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "mover": rng.choice(_MOVERS[:4]),
            "v1": f"{v1} {per}",
            "v2": f"{v2} {per}",
            "h": spelled(rng, h),
            "x": v1,
            "y": v2,
            "z": h,
        },
        chain(
            rng,
            "The lead is closed with the difference of the speeds.",
            [("slow", v1), ("fast", v2), ("hours", h)],
            [Stage("lead", "slow*hours", f"The lead is ⟨⟩ {unit}."), Stage("time", "lead/(fast - slow)", "")],
            boxed("It takes", "hours"),
            rounded,
            apart=0.2,
        ),
    )


@task(
    "work",
    "working_together",
    (
        "{a} can {do} in {x} hours, {b} in {y} hours. how long do they need together",
        "{a} needs {x} hours to {do}. {b} needs {y} hours. how long does it take if they work together",
        "one pipe fills a tank in {x} hours, another in {y} hours. how long do both need together",
        "how long do {a} and {b} need together to {do} if {a} alone needs {x} hours and {b} {y} hours",
        "two pipes fill a pool in {x} and {y} hours. how long does it take with both open",
        "{a} alone takes {x} hours to {do} and {b} alone {y} hours. {find} the time together",
        "if {a} can {do} in {x} hours and {b} in {y} hours, how long does it take both",
    ),
    ("alone it is {x} hours for {a} and {y} hours for {b} to {do}; side by side, how many hours",),
    constants=(1,),
)
def together(rng: Random) -> Instance:
    first, second = people(rng, 2)
    x, y = rng.sample(range(2, 25), 2)
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "do": phrased(
                rng.choice(
                    (
                        "paint a room",
                        "clean the house",
                        "mow the lawn",
                        "fill the pool",
                        "pack the boxes",
                        "build a wall",
                    )
                )
            ),
            "x": x,
            "y": y,
        },
        steps(
            "The rates per hour add up.",
            f"from sympy import Rational\nrate = Rational(1, {x}) + Rational(1, {y})\n1/rate",
            boxed("Together they need", "hours"),
        ),
    )


@task(
    "work",
    "workers_and_days",
    (
        "{n1} workers need {d1} days for a job. how many days do {n2} workers need",
        "{n1} people build a wall in {d1} days. how long do {n2} people need",
        "if {n1} workers finish in {d1} days, how many days do {n2} workers take",
        "a job takes {n1} workers {d1} days. how many days does it take {n2} workers",
        "how many days do {n2} workers need if {n1} workers need {d1} days",
        "{n1} men need {d1} days for some work. how long do {n2} men take",
        "it takes {n1} people {d1} days to finish. how many days for {n2} people",
        "{n1} workers, {d1} days; {n2} workers, how many days",
        "{n2} workers do the work of {n1} workers, who need {d1} days. how many days is that",
    ),
    ("with {n1} workers it would be {d1} days; now there are {n2}. how many days",),
)
def workers(rng: Random) -> Instance:
    n1, n2, d1 = *rng.sample(range(2, 21), 2), rng.randint(2, 30)
    return Instance(
        {"n1": n1, "n2": n2, "d1": d1},
        chain(
            rng,
            "The work in worker days stays the same.",
            [],
            [Stage("work", f"{n1}*{d1}", "The work is ⟨⟩ worker days."), Stage("days", f"work/{n2}", "")],
            boxed("It takes", "days"),
            rounded,
            apart=0.2,
        ),
    )


@task(
    "work",
    "machine_rate",
    (
        "a machine makes {n} {parts} in {t} <minutes|hours>. how many does it make in {k}",
        "if a machine makes {n} {parts} in {t} hours, how many does it make in {k} hours",
        "in {t} hours a factory makes {n} {parts}. how many {parts} does it make in {k} hours",
        "how many {parts} come out in {k} hours if there are {n} in {t} hours",
        "{name} types {n} words in {t} minutes. how many words in {k} minutes",
        "at {n} {parts} in {t} hours, how many {parts} in {k} hours",
        "{n} {parts} are made in {t} hours. {find} the number made in {k} hours",
    ),
    ("the output is {n} {parts} every {t} hours; what is it in {k} hours",),
)
def machine(rng: Random) -> Instance:
    (person,) = people(rng, 1)
    t, k = rng.sample(range(2, 40), 2)
    n = t * rng.randint(2, 60)
    return Instance(
        {
            "n": n,
            "t": t,
            "k": k,
            "parts": phrased(rng.choice(("parts", "screws", "toys", "bottles", "boxes", "chairs"))),
            "name": person.name,
        },
        chain(
            rng,
            "We find the rate for one unit of time.",
            [],
            [Stage("rate", f"{n}/{t}", "The rate is ⟨⟩."), Stage("number", f"rate*{k}", "")],
            boxed("The number is"),
            tidy,
            apart=0.2,
        ),
    )


@task(
    "proportion",
    "solve_proportion",
    (
        "solve {a}/{b} = x/{c}",
        "{a}/{b} = x/{c}, {find} x",
        "{find} x if {a} : {b} = x : {c}",
        "{a} is to {b} as x is to {c}. {find} x",
        "{find} x in the proportion {a}/{b} = x/{c}",
        "{a} to {b} is the same as what to {c}",
    ),
    ("what number relates to {c} as {a} relates to {b}",),
)
def proportion(rng: Random) -> Instance:
    b = rng.randint(2, 20)
    a, c = rng.randint(1, 30), b * rng.randint(2, 9) if rng.random() < 0.7 else rng.randint(2, 60)
    return Instance(
        {"a": a, "b": b, "c": c},
        steps("We multiply across.", f"from sympy import Rational\nRational({a}, {b})*{c}", boxed("So x is")),
    )


@task(
    "proportion",
    "recipe",
    (
        "a recipe for {p1} people needs {n} {of}. how <much|many> do you need for {p2} people",
        "for {p1} people you need {n} {of}. how much for {p2} people",
        "{n} {of} are enough for {p1} people. how much is needed for {p2}",
        "how much {what} do you need for {p2} people if {p1} people need {n} {unit}",
        "a cake for {p1} persons takes {n} {of}. how much {what} does a cake for {p2} persons take",
        "{p1} people eat {n} {of}. how much do {p2} people eat",
        "if {n} {of} serve {p1} people, how much is needed for {p2}",
    ),
    ("scale the recipe: {p1} portions take {n} {of}, but we cook {p2} portions",),
)
def recipe(rng: Random) -> Instance:
    unit, what = rng.choice(
        (
            ("g", "flour"),
            ("g", "sugar"),
            ("ml", "milk"),
            ("grams", "rice"),
            ("cups", "flour"),
            ("g", "butter"),
            ("ml", "water"),
        )
    )
    p1, p2 = rng.sample(range(2, 16), 2)
    n = p1 * rng.randint(1, 5) * (1 if unit == "cups" else 25)
    return Instance(
        {
            "p1": spelled(rng, p1),
            "p2": spelled(rng, p2),
            "n": n,
            "of": phrased(f"{unit} of {what}"),
            "what": what,
            "unit": unit,
        },
        chain(
            rng,
            "We find the amount for one person.",
            [("amount", n)],
            [Stage("for_one", f"amount/{p1}", f"One person needs ⟨⟩ {unit}."), Stage("needed", f"for_one*{p2}", "")],
            boxed("The amount is", unit),
            tidy,
            apart=0.2,
        ),
    )


@task(
    "proportion",
    "map_scale",
    (
        "a map has the scale 1:{s}. two towns are {d} cm apart on the map. how far is that in km",
        "on a map with scale 1:{s}, a road is {d} cm long. {find} its real length in km",
        "{d} cm on a map of scale 1:{s} are how many km",
        "the scale is 1:{s}. how many kilometres are {d} cm on the map",
        "scale 1:{s}, map distance {d} cm: {find} the real distance in km",
        "what is the real distance in km of {d} cm on a 1:{s} map",
        "on a 1:{s} map two cities are {d} cm apart. how many km is that",
        "how many km are {d} cm at a scale of 1:{s}",
    ),
    ("measured {d} cm on the 1:{s} map; the true distance in km, please",),
    constants=(1, 100000),
)
def map_scale(rng: Random) -> Instance:
    s, d = (
        rng.choice((10000, 20000, 25000, 50000, 100000, 200000, 500000)),
        rng.choice((str(rng.randint(2, 30)), decimal(rng, 1, 20, 1))),
    )
    return Instance(
        {"s": s, "d": d},
        steps(
            "We multiply by the scale; 100000 cm are 1 km.",
            f"scale = {s}\ncentimetres = {d}\n{tidy('centimetres*scale/100000')}",
            boxed("The distance is", "km"),
        ),
    )


@task(
    "ratio",
    "simplify_ratio",
    (
        "simplify the ratio {a}:{b}",
        "simplify {a} : {b}",
        "<write|express> the ratio {a} to {b} in simplest form",
        "reduce the ratio {a}:{b}",
        "what is the ratio {a}:{b} in lowest terms",
        "<what is|find> the ratio of {a} to {b} in simplest form",
        "there are {a} boys and {b} girls. <what is|find> the ratio of boys to girls in simplest form",
        "{a}:{b} simplified",
        "simplify the ratio of {a} to {b}",
        "{find} the simplest form of the ratio {a}:{b}",
        "cancel down {a}:{b}",
        "bring the ratio {a} : {b} to lowest terms",
    ),
    ("write {a} against {b} as a ratio of the smallest whole numbers",),
)
def simplify_ratio(rng: Random) -> Instance:
    k = rng.randint(2, 25)
    a, b = k * rng.randint(1, 15), k * rng.randint(1, 15)
    return Instance(
        {"a": a, "b": b},
        steps(
            "We divide both by their greatest common divisor.",
            f"from math import gcd\na, b = {a}, {b}\nf'{{a//gcd(a, b)}}:{{b//gcd(a, b)}}'",
            boxed("The ratio is"),
        ),
    )


@task(
    "ratio",
    "share_in_ratio",
    (
        "<share|divide|split> {m} in the ratio {r}",
        "<share|divide|split> {m} between {people} in the ratio {r}",
        "{people} share {m} in the ratio {r}. how much does each get",
        "{people} split {m} in the ratio {r}. {find_them} parts",
        "how much does each get if {m} is shared in the ratio {r}",
        "{m} is divided in the ratio {r}. what are the parts",
    ),
    ("the ratio is {r} and the total {m}; write down all shares",),
)
def share_in_ratio(rng: Random) -> Instance:
    count = rng.choice((2, 2, 2, 3))
    parts = [rng.randint(1, 9) for _ in range(count)]
    total = sum(parts) * rng.randint(2, 60)
    money = currency(rng)
    names = [person.name for person in people(rng, count)]
    return Instance(
        {
            "m": money(total) if rng.random() < 0.7 else str(total),
            "r": ":".join(map(str, parts)),
            "people": f"{', '.join(names[:-1])} and {names[-1]}",
        },
        steps(
            "We divide by the number of parts and multiply.",
            f"ratio = {parts}\npart = {total}//sum(ratio)\n[part*r for r in ratio]",
            "The shares are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "ratio",
    "ratio_missing_quantity",
    (
        "the ratio of {x} to {y} is {r}. there are {n} {x}. how many {y} are there",
        "{x} and {y} are in the ratio {r}. if there are {n} {x}, how many {y} are there",
        "there are {n} {x}. the ratio of {x} to {y} is {r}. how many {y}",
        "how many {y} are there if the ratio of {x} to {y} is {r} and there are {n} {x}",
        "{x} to {y} is {r}. with {n} {x}, how many {y}",
        "if the ratio {x} : {y} is {r} and there are {n} {x}, {find} the number of {y}",
        "for {n} {x}, how many {y} are there in the ratio {r}",
    ),
    ("for {r} as the ratio of {x} to {y}, what number of {y} goes with {n} {x}",),
)
def ratio_missing(rng: Random) -> Instance:
    x, y = rng.choice(
        (
            ("boys", "girls"),
            ("cats", "dogs"),
            ("red balls", "blue balls"),
            ("apples", "pears"),
            ("cars", "bikes"),
            ("teachers", "students"),
            ("men", "women"),
        )
    )
    a, b, k = *rng.sample(range(1, 12), 2), rng.randint(2, 40)
    return Instance(
        {"x": phrased(x), "y": phrased(y), "r": rng.choice((f"{a}:{b}", f"{a} to {b}", f"{a} : {b}")), "n": a * k},
        steps(f"One part is {a * k} divided by {a}.", f"part = {a * k}//{a}\npart*{b}", boxed("There are", y)),
    )


@task(
    "ratio",
    "ratio_part_of_total",
    (
        "the ratio of {x} to {y} is {r}. there are {n} in all. how many {x} are there",
        "{x} and {y} are in the ratio {r}. {in_all_n}. how many {x} are there",
        "there are {n} {x} and {y} {together} in the ratio {r}. how many are {x}",
        "how many {x} are there if {x} and {y} are {n} in total in the ratio {r}",
        "{n} {x} and {y} are in the ratio {r}. {find} the number of {x}",
        "if {x} to {y} is {r} and the total is {n}, how many {x} are there",
        "the ratio {x} to {y} is {r}, the total {n}. how many are {x}",
    ),
    ("{n} is the total of {x} and {y}, {r} their ratio; how many {x} then",),
)
def ratio_part(rng: Random) -> Instance:
    x, y = rng.choice(
        (
            ("boys", "girls"),
            ("cats", "dogs"),
            ("red balls", "blue balls"),
            ("apples", "pears"),
            ("cars", "bikes"),
            ("men", "women"),
        )
    )
    a, b, k = *rng.sample(range(1, 12), 2), rng.randint(2, 40)
    n = (a + b) * k
    return Instance(
        {
            "x": phrased(x),
            "y": phrased(y),
            "r": rng.choice((f"{a}:{b}", f"{a} to {b}")),
            "n": n,
            "in_all_n": phrased(f"there are {n} in total"),
        },
        steps("The total is shared by all parts.", f"part = {n}//({a} + {b})\npart*{a}", boxed("There are", x)),
    )


@task(
    "interest",
    "simple_interest",
    (
        "{find} the simple interest on {m} at {p}{pct} for {t} years",
        "simple interest on {m} at {p}{pct} for {t} years",
        "how much simple interest does {m} <earn|bring|give> in {t} years at {p}{pct} [per year]",
        "{name} <invests|puts|saves> {m} at {p}{pct} simple interest for {t} years. how much interest does {he} get",
        "{m} is invested at {p}{pct} simple interest. {find} the interest after {t} years",
        "principal {m}, rate {p}{pct}, time {t} years: simple interest",
    ),
    ("over {t} years, {p}{pct} a year without compounding, what interest comes from {m}",),
)
def simple_interest(rng: Random) -> Instance:
    s = _loan(rng)
    return Instance(
        s,
        steps(
            "Simple interest is principal times rate times years.",
            f"principal = {s['x']}\nrate = {s['p']}\nyears = {s['t']}\ninterest = "
            f"principal*rate/100*years\nf'{{interest:.2f}}'",
            boxed("The interest is", str(s["unit"])),
        ),
    )


def _loan(rng: Random) -> dict[str, str | int]:
    money = currency(rng)
    (person,) = people(rng, 1)
    amount = rng.randint(1, 100) * rng.choice((50, 100, 250, 1000))
    shown = f"{amount:,}" if amount >= 1000 and rng.random() < 0.3 else str(amount)
    p = str(rng.randint(1, 12)) if rng.random() < 0.6 else decimal(rng, 1, 9, 1)
    return {
        "m": money(shown),
        "p": p,
        "t": rng.randint(2, 20),
        "x": amount,
        "name": person.name,
        "he": person.he,
        "unit": money.unit,
    }


@task(
    "interest",
    "compound_amount",
    (
        "{name} <invests|puts|deposits> {m} at {p}{pct} <compound interest|interest compounded annually|interest "
        "compounded yearly>. how much <does {he} have|is it> after {t} years",
        "{m} <grows|is invested> at {p}{pct} per year, compounded <annually|yearly>. {find} the amount after {t} years",
        "{find} the value of {m} after {t} years at {p}{pct} compound interest",
        "how much is {m} worth after {t} years at {p}{pct} compound interest",
        "compound interest: {m}, {p}{pct}, {t} years. {find} the final amount",
        "what does {m} grow to in {t} years at {p}{pct} a year with compound interest",
    ),
    ("interest of {p}{pct} is added to the account each year and earns interest too; {m} become what in {t} years",),
    constants=(1, 100),
)
def compound(rng: Random) -> Instance:
    s = _loan(rng)
    return Instance(
        s,
        steps(
            "Each year multiplies by 1 plus the rate.",
            f"principal = {s['x']}\nrate = {s['p']}\nyears = {s['t']}\namount = principal*(1 + "
            f"rate/100)**years\nf'{{amount:.2f}}'",
            boxed("The amount is", str(s["unit"])),
        ),
    )


@task(
    "interest",
    "compound_interest_earned",
    (
        "how much compound interest does {m} earn in {t} years at {p}{pct}",
        "{find} the compound interest on {m} at {p}{pct} for {t} years",
        "compound interest on {m} at {p}{pct} for {t} years",
        "{name} invests {m} at {p}{pct} compounded annually for {t} years. how much interest does {he} earn",
        "{m} is put in a bank at {p}{pct} compound interest for {t} years. {find} the interest",
        "how much interest is earned on {m} at {p}{pct} compounded yearly after {t} years",
        "principal {m}, rate {p}{pct}, {t} years, compounded annually: {find} the interest",
    ),
    ("by how much has {m} grown when {p}{pct} was compounded for {t} years",),
    constants=(1, 100),
)
def compound_interest(rng: Random) -> Instance:
    s = _loan(rng)
    return Instance(
        s,
        steps(
            "The interest is the final amount less the principal.",
            f"principal = {s['x']}\nrate = {s['p']}\nyears = {s['t']}\namount = principal*(1 + "
            f"rate/100)**years\ninterest = amount - principal\nf'{{interest:.2f}}'",
            boxed("The interest is", str(s["unit"])),
        ),
    )


@task(
    "mixtures",
    "mix_of_two_solutions",
    (
        "{a} litres of a {p}{pct} solution are mixed with {b} litres of a {q}{pct} solution. what percent is the "
        "mixture",
        "mix {a} litres of {p}{pct} {acid} with {b} litres of {q}{pct} {acid}. {find} the concentration",
        "you mix {a} ml of {p}{pct} {acid} and {b} ml of {q}{pct} {acid}. what is the concentration in percent",
        "{find} the concentration of a mixture of {a} litres at {p}{pct} and {b} litres at {q}{pct}",
        "{a} ml at {p}{pct} plus {b} ml at {q}{pct}: {find} the percentage of the mixture",
        "what is the strength in percent of a mixture of {a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} "
        "{acid}",
        "a chemist mixes {a} litres of {p}{pct} {acid} with {b} litres of {q}{pct} {acid}. how strong is the result "
        "in percent",
    ),
    ("pouring {b} litres of {q}{pct} {acid} into {a} litres of {p}{pct} {acid} gives which percentage",),
)
def mix(rng: Random) -> Instance:
    a, b, p, q = rng.randint(1, 30), rng.randint(1, 30), rng.randint(1, 18) * 5, rng.randint(1, 18) * 5
    return Instance(
        {"a": a, "b": b, "p": p, "q": q, "acid": phrased(rng.choice(("acid", "alcohol", "salt solution", "juice")))},
        chain(
            rng,
            "We divide the pure substance by the whole amount.",
            [],
            [
                Stage("pure", f"{a}*{p}/100 + {b}*{q}/100", "The pure substance is ⟨⟩."),
                Stage("total", f"{a} + {b}", "The whole is ⟨⟩."),
                Stage("percent", "pure/total*100", ""),
            ],
            boxed("The concentration is", "percent"),
            rounded,
            apart=0.15,
        ),
    )


@task(
    "mixtures",
    "price_of_mixture",
    (
        "{a} kg of {tea} at {m1} per kg are mixed with {b} kg at {m2} per kg. what does one kg of the mixture cost",
        "a shop mixes {a} kg of {tea} for {m1} per kg with {b} kg for {m2} per kg. {find} the price per kg of the "
        "mixture",
        "{find} the price per kg if {a} kg at {m1} and {b} kg at {m2} per kg are mixed",
        "what is the price per kg of a mix of {a} kg at {m1} per kg and {b} kg at {m2} per kg",
        "{a} kg of {tea} cost {m1} per kg and {b} kg cost {m2} per kg. they are mixed. how much is a kg now",
        "mix {a} kg of {tea} worth {m1} per kg and {b} kg worth {m2} per kg. {find} the cost per kg",
    ),
    ("one kg of {tea} made from {a} kg worth {m1} a kg and {b} kg worth {m2} a kg has which price",),
)
def price_of_mixture(rng: Random) -> Instance:
    money = currency(rng)
    a, b, m1, m2 = rng.randint(1, 30), rng.randint(1, 30), price(rng, 3, 30), price(rng, 3, 30)
    return Instance(
        {
            "a": a,
            "b": b,
            "m1": money(m1),
            "m2": money(m2),
            "tea": phrased(rng.choice(("tea", "coffee", "nuts", "rice"))),
        },
        steps(
            "We divide the whole cost by the whole weight.",
            f"cost = {a}*{m1} + {b}*{m2}\nweight = {a} + {b}\nprice = cost/weight\nf'{{price:.2f}}'",
            boxed("One kg costs", money.unit),
        ),
    )


@task(
    "rates",
    "fuel_use",
    (
        "a car uses {u} litres per 100 km. how much fuel does it need for {d} km",
        "how many litres does a car need for {d} km if it uses {u} litres per 100 km",
        "a car needs {u} litres of petrol for 100 km. how much for {d} km",
        "{find} the fuel for {d} km at {u} litres per 100 km",
        "with {u} litres per 100 km, how much fuel is needed for {d} km",
        "a trip is {d} km long. the car uses {u} litres per 100 km. how many litres are needed",
        "how much petrol does a {d} km trip take at {u} l per 100 km",
        "fuel for {d} km, {u} litres per 100 km",
    ),
    ("for every 100 km {u} litres are burnt; what is burnt on {d} km",),
)
def fuel(rng: Random) -> Instance:
    u, d = rng.choice((str(rng.randint(4, 14)), decimal(rng, 4, 12, 1))), rng.randint(3, 90) * 10
    return Instance(
        {"u": u, "d": d},
        steps(
            "We scale the use from 100 km to the distance.",
            f"use_per_100 = {u}\ndistance = {d}\n{tidy('use_per_100*distance/100')}",
            boxed("It needs", "litres"),
        ),
    )


@task(
    "rates",
    "density",
    (
        "{find} the density of a body with mass {m} g and volume {v} cm3",
        "a body has a mass of {m} g and a volume of {v} cm^3. {find} its density",
        "a stone of volume {v} cm³ weighs {m} g. what is its density",
        "mass {m} g, volume {v} cm³: density",
        "what is the density if the mass is {m} g and the volume {v} cm³",
        "{given} a mass of {m} g and a volume of {v} cm3, {find} the density",
        "an object weighs {m} g and takes up {v} cm³. how dense is it",
    ),
    ("{v} cm³ of a material weigh {m} g; how dense is it",),
    constants=(3,),
)
def density(rng: Random) -> Instance:
    m, v = rng.randint(5, 900), rng.randint(2, 200)
    return Instance(
        {"m": m, "v": v},
        steps(
            "Density is mass divided by volume.",
            f"mass = {m}\nvolume = {v}\n{rounded('mass/volume')}",
            boxed("The density is", "g/cm³"),
        ),
    )


@task(
    "rates",
    "times_as_many",
    (
        "how many times as <large|big|much> as {b} is {a}",
        "{a} is how many times {b}",
        "how many times larger is {a} than {b}",
        "{name} has {a} {many}, {other} has {b}. how many times as many does {name} have",
        "by what factor is {a} larger than {b}",
    ),
    ("compared with {b}, which multiple is {a}",),
)
def times_as_many(rng: Random) -> Instance:
    first, second = people(rng, 2)
    b = rng.randint(2, 30)
    a = b * rng.randint(2, 12)
    return Instance(
        {"a": a, "b": b, "name": first.name, "other": second.name, "many": phrased(rng.choice(COUNTABLES).many)},
        steps("We divide the first number by the second.", tidy(f"{a}/{b}"), boxed("The factor is")),
    )
