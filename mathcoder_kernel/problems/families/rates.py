"""Rates: speed, work, density, proportion, ratio, interest, mixtures."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
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

_MOVERS = (
    "car", "train", "bus", "truck", "bike", "ship", "plane", "runner", "cyclist", "motorbike", "van", "lorry", "taxi",
    "boat", "ferry", "tractor", "hiker", "helicopter", "drone", "horse", "scooter", "tram", "delivery van",
)  # fmt: skip
# (drives, drove): what each can do; all can travel
_MOTIONS = {
    "plane": ("flies", "flew"),
    "helicopter": ("flies", "flew"),
    "drone": ("flies", "flew"),
    "ship": ("sails", "sailed"),
    "boat": ("sails", "sailed"),
    "ferry": ("sails", "sailed"),
    "runner": ("runs", "ran"),
    "horse": ("runs", "ran"),
    "hiker": ("walks", "walked"),
    "cyclist": ("cycles", "cycled"),
    "bike": ("rides", "rode"),
    "scooter": ("rides", "rode"),
}
_SLOW = {"runner": (6, 12), "hiker": (3, 6), "horse": (10, 40), "drone": (15, 60), "tractor": (8, 40)}
_KM = (
    ("km", "km/h"),
    ("km", "km per hour"),
    ("miles", "miles per hour"),
    ("miles", "mph"),
    ("kilometres", "kilometres per hour"),
    ("kilometers", "km/h"),
    ("km", "kilometres per hour"),
    ("km", "kph"),
)


def _trip(rng: Random) -> dict[str, str | int]:
    unit, per = rng.choice(_KM)
    speed = rng.randint(2, 24) * 5 if rng.random() < 0.8 else rng.randint(4, 130)
    hours = str(rng.randint(2, 12)) if rng.random() < 0.75 else decimal(rng, 1, 8, 1)
    mover = rng.choice(_MOVERS)
    if mover in _SLOW:
        speed = rng.randint(*_SLOW[mover])
    elif mover in ("cyclist", "bike", "scooter", "boat", "ferry"):
        speed = rng.randint(10, 35)
    elif mover == "plane":
        speed = rng.randint(20, 90) * 10
    (person,) = people(rng, 1)
    drives, drove = rng.choice(
        (
            _MOTIONS.get(mover, ("drives", "drove")),
            ("travels", "travelled"),
            ("goes", "went"),
            ("moves", "moved") if rng.random() < 0.3 else ("travels", "traveled"),
        )
    )
    return {
        "mover": mover,
        "unit": unit,
        "per": per,
        "v": f"{speed} {per}",
        "t": f"{hours if '.' in hours else spelled(rng, int(hours))} hours",
        "speed": speed,
        "hours": hours,
        "name": person.name,
        "drives": drives,
        "drove": drove,
        "steady": rng.choice(("steady", "constant", "uniform", "fixed")),
    }


def _trip_in_two_parts(rng: Random) -> tuple[dict[str, str | int], tuple[int, int], tuple[int, int]]:
    """The slots of a trip with two speeds, and each part's speed and hours."""
    s = _trip(rng)
    v1, v2, t1, t2 = rng.randint(2, 24) * 5, rng.randint(2, 24) * 5, rng.randint(2, 6), rng.randint(2, 6)
    return s | {"v1": f"{v1} {s['per']}", "v2": f"{v2} {s['per']}", "t1": t1, "t2": t2}, (v1, t1), (v2, t2)


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
        "i <drive|travel|ride|go> at {v} for {t}. how far do i <get|go|travel>",
        "we <drive|travel|go> for {t} at {v}. {tell} how far we <get|go>",
        "[{aside}]a {mover} {drives} at a {steady} speed of {v}. {tell} how far it gets in {t}",
        "{tell} how far a {mover} <goes|gets|travels> in {t} at {v}",
        "{tell} the distance a {mover} covers in {t} at {v}",
        "a {mover} {drove} for {t}. its [average] speed was {v}. <how far did it go|what distance did it cover|how "
        "long was the trip in {unit}>",
        "a {mover} {drove} at {v}. how many {unit} did it cover in {t}",
        "how many {unit} <does|will> a {mover} <cover|travel|do> in {t} at {v}",
        "how many {unit} are <covered|travelled> in {t} at a {steady} speed of {v}",
        "if a {mover} {drives} at {v}, <how far does it get in|what distance does it cover in|how many {unit} does "
        "it cover in> {t}",
        "if the [average] speed is {v} and the <trip|journey|ride> <takes|lasts> {t}, how <long is the way|far is "
        "it> in {unit}",
        "{name} {drives} at an average speed of {v}. what distance does {name} cover in {t}",
        "{name} {drove} for {t} at an average of {v}. how far away is {name} from the start",
        "a <trip|journey|ride> <takes|lasts> {t} at an average speed of {v}. {find} the <length of the "
        "trip|distance|distance travelled>",
        "{find} the <distance|way|number of {unit}> if a {mover} {drives} for {t} at {v}",
        "the {mover} moves <steadily|constantly|evenly> at {v}. what distance has it covered after {t}",
        "it takes {t} to get there at {v}. how far away is it",
        "with a speed of {v}, what distance <is covered|do you cover|can you travel> in {t}",
        "distance for {v} and {t}",
        "v = {v}, t = {t}, {find} the distance",
        "how far will {name} have <gone|travelled|come> after {t} if the speed is {v}",
        "a {mover} leaves <the city|the station|home|the harbour> and {drives} at {v}. how far away is it after {t}",
        "you travel {t} by {mover} at {v}. how far have you travelled",
        "<moving|travelling|going> at {v}, how far <will|does> a {mover} get in {t}",
        "which distance does a {mover} cover during {t} at {v}",
        *told_frames(
            "<a {mover} {drives} at {v} for {t}|{name} {drives} at {v} and does so for "
            "{t}|the speed is {v} and the time is {t}|{t} go by at a speed of {v}>",
            "<what is the distance|how far is that|how many {unit} is that>",
            "<how far that is|how many {unit} that is|what the distance is>",
            "<the distance|the length of the way|the way in {unit}>",
            "<{v}, {t}|speed {v}, time {t}>",
        ),
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
        "i <drive|travel|ride> {d} in {t}. what is my <average speed|speed>",
        "it takes {name} {t} to <travel|cover|go> {d}. how fast does {name} go",
        "it took a {mover} {t} to <travel|cover|go> {d}. {find} its <average speed|speed>",
        "[{aside}]a {mover} {drove} {d} in {t}. {tell} how fast it was on average",
        "{tell} how fast a {mover} is <moving|going|travelling> if it <covers|travels|makes> {d} in {t}",
        "{tell} the [average] speed of a {mover} that {drives} {d} in {t}",
        "{tell} the speed when {d} are covered in {t}",
        "if a {mover} <covers|travels|goes> {d} in {t}, <what is its speed|how fast is it|what is its average speed>",
        "the distance is {d} and the time is {t}. {find} the speed",
        "a <trip|journey|ride> of {d} <takes|lasts> {t}. what is the average speed",
        "the {mover} travelled {d} and needed {t}. <what was its average speed|how fast was it on average>",
        "{name} {drove} {d}. the <ride|trip|journey> lasted {t}. {find} the average speed",
        "{name} covered {d} in {t}. at what [average] speed was {name} <moving|travelling>",
        "at what [average] speed does a {mover} <travel|go|move> if it needs {t} for {d}",
        "at what speed must you <drive|travel|go> to cover {d} in {t}",
        "how fast must a {mover} go to <cover|travel|do> {d} in {t}",
        "the <distance|way> between two <towns|cities|villages|places> is {d}. a {mover} needs {t} for it. {find} "
        "its average speed",
        "how many {unit} does a {mover} cover per hour if it <does|makes|covers> {d} in {t}",
        "s = {d}, t = {t}, {find} the speed",
        "average speed for {d} in {t}",
        "a {mover} left in the morning and arrived after {t}, {d} away. how fast was it on average",
        "{d} were <covered|travelled|driven> in {t}. what was the speed",
        "after {t} the {mover} had covered {d}. {find} the speed",
        "you need {t} to travel {d}. what is your average speed",
        "how quick is a {mover} on average that needs {t} for {d}",
        "give the average speed: {d} in {t}",
        *told_frames(
            "<a {mover} {drives} {d} in {t}|{name} takes {t} for {d}|the way is {d} and it takes {t}>",
            "<what is the speed|how fast is that|what is the average speed>",
            "<how fast that is|what the speed is>",
            "<the speed|the average speed>",
            "<{d}, {t}|distance {d}, time {t}>",
        ),
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
        "i have to <travel|drive|go|ride> {d} at {v}. how long <will it take|do i need|does it take>",
        "[{aside}]a {mover} has to cover {d} at {v}. {tell} how many hours that takes",
        "{tell} how long a {mover} needs for {d} at {v}",
        "{tell} how long it takes to <cover|travel> {d} at {v}",
        "{tell} the time a {mover} needs for {d} at {v}",
        "a {mover} {drives} {d} at a {steady} speed of {v}. how many hours does the <trip|journey|ride> take",
        "a {mover} {drove} {d} at {v}. how long did it take",
        "the distance <between two cities|between two towns|to the next town|to the coast> is {d}. a {mover} "
        "{drives} at {v}. how long does it need",
        "if a {mover} {drives} at {v}, how <long|many hours> does it need for {d}",
        "if the speed is {v}, <how long does it take|how many hours are needed> to <cover|travel> {d}",
        "how many hours will a {mover} need to <cover|travel|make> {d} at {v}",
        "how many hours are needed for {d} at {v}",
        "{name} {drives} at an average speed of {v}. in how many hours does {name} cover {d}",
        "{name} is {d} away from home and {drives} back at {v}. how many hours will that take",
        "{find} the time <needed|a {mover} needs> to <cover|travel|go> {d} at {v}",
        "{find} the <travel time|driving time|time in hours> for {d} at {v}",
        "<moving|travelling|going> at {v}, how long will it take to cover {d}",
        "with an average speed of {v}, how long is a <trip|journey> of {d} in hours",
        "after how many hours has a {mover} covered {d} if it {drives} at {v}",
        "s = {d}, v = {v}, {find} the time",
        "<time|hours> for {d} at {v}",
        "you travel {d} by {mover} at {v}. how long are you on the way",
        "the {mover} goes {v}. how long does it take to go {d}",
        "a {mover} leaves now and has {d} to go at {v}. in how many hours will it arrive",
        "how many hours ahead is a place that is {d} away at {v}",
        *told_frames(
            "<a {mover} has to go {d} at {v}|{name} {drives} {d} at {v}|the way is {d} long and the speed is {v}>",
            "<how long does it take|how many hours is that|what is the time needed>",
            "<how long it takes|how many hours that is>",
            "<the time|the time in hours|the hours needed>",
            "<{d}, {v}|distance {d}, speed {v}>",
        ),
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
        "i travel {d} in {m} minutes. how fast is that in {per}",
        "it takes {name} {m} minutes to <cover|travel> {d}. {find} the speed in {per}",
        "it took a {mover} {m} minutes to <go|travel|cover> {d}. what was its [average] speed in {per}",
        "{tell} the [average] speed in {per} of a {mover} that covers {d} in {m} minutes",
        "{tell} how fast a {mover} is in {per} if it needs {m} minutes for {d}",
        "[{aside}]{name} {drove} {d}. it lasted {m} minutes. how fast was that in {per}",
        "if a {mover} covers {d} in {m} minutes, <how many {per} is that|what is its speed in {per}>",
        "a {mover} {drove} {d} in {m} minutes. what was its average speed in {per}",
        "a <trip|ride|journey> of {d} takes {m} minutes. {find} the average speed in {per}",
        "the distance is {d} and the time is {m} minutes. what is the speed in {per}",
        "after {m} minutes a {mover} has covered {d}. what is its speed in {per}",
        "in {m} minutes a {mover} gets {d} far. {tell} its speed in {per}",
        "how many {per} does a {mover} <do|go> that makes {d} in {m} minutes",
        "speed in {per}: {d} in {m} minutes",
        "{d}, {m} minutes, speed in {per}",
        "convert to {per}: {d} in {m} minutes",
        "you need {m} minutes for a distance of {d}. what is your average speed in {per}",
        "at what speed in {per} does {name} travel if {d} take {m} minutes",
        "how fast, in {per}, must a {mover} be to cover {d} in {m} minutes",
        "{d} lie ahead of {name}, who makes them in {m} minutes. {find} the speed in {per}",
        "what is {d} in {m} minutes, expressed in {per}",
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
        "i travel {t1} hours at {v1} and {t2} hours at {v2}. what is my average speed [for the whole trip]",
        "[{aside}]{name} {drives} for {t1} hours at {v1}. then {name} {drives} for {t2} hours at {v2}. {tell} the "
        "average speed of the whole <trip|journey>",
        "{tell} the average speed if a {mover} goes {v1} for {t1} hours and {v2} for another {t2} hours",
        "{tell} how fast a {mover} is on average if it makes {t1} hours at {v1} and {t2} hours at {v2}",
        "a {mover} {drove} for {t1} hours at {v1}, then for {t2} hours at {v2}. what was its average speed",
        "a {mover} {drove} at {v1} for the first {t1} hours and at {v2} for the next {t2} hours. {find} the average "
        "speed",
        "on the motorway a {mover} makes {v1} for {t1} hours, on country roads {v2} for {t2} hours. what is the "
        "average speed",
        "if you go {t1} hours at {v1} and {t2} hours at {v2}, what is your average speed",
        "the <trip|journey|ride> starts with {t1} hours at {v1}. after a change of speed it goes on for {t2} hours "
        "at {v2}. {find} the average speed",
        "the speed of a {mover} is {v1} for {t1} hours and then {v2} for {t2} hours. {find} its mean speed",
        "for {t1} hours {name} {drives} at {v1}. for {t2} more hours the speed is {v2}. {find} the average speed of "
        "the whole way",
        "average speed: {t1} hours at {v1}, {t2} hours at {v2}",
        "average of {v1} for {t1} hours and {v2} for {t2} hours",
        "a {mover} slows down or speeds up on its way: {t1} hours with {v1} and {t2} hours with {v2}. how fast is it "
        "on average",
        "overall average speed for {t1} hours with {v1} followed by {t2} hours with {v2}",
        "what is the average speed over the whole <journey|distance|trip> when a {mover} travels {t1} hours at {v1} "
        "and {t2} hours at {v2}",
        "you are on the road for {t1} hours at {v1} and for {t2} hours at {v2}. what is your average speed overall",
        "a {mover} does the first part of a trip in {t1} hours at {v1} and the second part in {t2} hours at {v2}. "
        "{find} its overall average speed",
        "a {mover} keeps a speed of {v1} for {t1} hours, then keeps {v2} for {t2} hours. {find} its average speed",
        "how fast on average is a trip of {t1} hours at {v1} and later {t2} hours at {v2}",
        *told_frames(
            "<a {mover} {drives} {t1} hours at {v1} and {t2} hours at {v2}|{name} {drives} "
            "{t1} hours at {v1}, then {t2} hours at {v2}>",
            "<what is the average speed|how fast is that on average|what is the mean speed of all>",
            "<what the average speed is|how fast it is on average>",
            "<the average speed|the mean speed of the trip>",
            "{t1} hours at {v1}, {t2} hours at {v2}",
        ),
    ),
    ("first {t1} hours at {v1}, later {t2} hours at {v2}: how fast on average",),
)
def average_speed(rng: Random) -> Instance:
    s, (v1, t1), (v2, t2) = _trip_in_two_parts(rng)
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
        "i start at {v1} and my friend comes towards me at {v2}. we are {d} apart. after how many hours do we meet",
        "[{aside}]two {movers} are {d} apart. one goes {v1}, the other one {v2}, towards each other. {tell} after "
        "how many hours they meet",
        "{tell} when two {movers} meet that are {d} apart and come towards each other at {v1} and {v2}",
        "{tell} how many hours it takes until two {movers} meet if they start {d} apart and head for each other at "
        "{v1} and {v2}",
        "two {movers} left two towns {d} apart at the same moment and headed towards each other. their speeds were "
        "{v1} and {v2}. after how many hours did they meet",
        "two towns are {d} apart. from each town one of two {movers} starts towards the other town, one at {v1}, one "
        "at {v2}. after how many hours do they meet",
        "{a} and {b} live {d} apart. they set off at the same time to meet each other, {a} at {v1} and {b} at {v2}. "
        "after how many hours do they meet",
        "{a} lives {d} away from {b}. both start at the same time towards each other. {a} makes {v1}, {b} {v2}. "
        "when, in hours, do they meet",
        "if two {movers} {d} apart move towards each other with {v1} and {v2}, how many hours pass until they meet",
        "after how many hours do two {movers} pass each other if they start {d} apart at {v1} and {v2} towards each "
        "other",
        "from opposite ends of a road of {d}, two {movers} start at the same time with speeds {v1} and {v2}. after "
        "how many hours do they meet",
        "at the same time one of two {movers} leaves A for B at {v1} and the other leaves B for A at {v2}. A and B "
        "are {d} apart. when do they meet",
        "two {movers} on the same line head for each other at {v1} and {v2}. at first {d} lie between them. {find} "
        "the time until they meet in hours",
        "the way between {a} and {b} is {d}. they come towards each other at {v1} and {v2}. how many hours does it "
        "take them to meet",
        "two {movers} approach each other at {v1} and {v2}. the distance is {d}. how many hours before they meet",
        "meeting time of two {movers}: {d} apart, {v1} and {v2}, towards each other",
        "one of two {movers} does {v1} and the other does {v2}. they start {d} apart and travel towards each other. "
        "in how many hours will they meet",
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
            "movers": phrased(
                rng.choice(("cars", "trains", "cyclists", "ships", "buses", "trucks", "boats", "drivers", "riders"))
            ),
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
        "i leave at {v1}. my brother follows {h} hours later at {v2}. after how many hours does he catch up with me",
        "[{aside}]{a} sets off at {v1}. {b} sets off {h} hours later in the same direction at {v2}. {tell} how many "
        "hours {b} needs to catch up",
        "{tell} how many hours {b} needs to catch {a} if {a} has {h} hours head start at {v1} and {b} goes {v2}",
        "{tell} how long it takes {b} at {v2} to catch up with {a}, who left {h} hours before at {v1}",
        "a {mover} leaves a town at {v1}. {h} hours later a second one leaves the same town at {v2} and takes the "
        "same road. after how many hours does the second one catch the first",
        "a {mover} started at {v1}, and {h} hours later another one went after it at {v2}. how many hours did it "
        "need to catch up",
        "a {mover} goes {v1}. a faster one starts {h} hours later and goes {v2}. how many hours does the faster one "
        "need to overtake it",
        "{a} left {h} hours before {b}. {a} travels at {v1} and {b} at {v2}. how many hours does {b} travel until "
        "{b} reaches {a}",
        "if {a} starts {h} hours earlier than {b} and goes {v1} while {b} goes {v2}, after how many hours of travel "
        "does {b} reach {a}",
        "{b} starts {h} hours after {a}. {b} goes at {v2} and {a} at {v1}. how many hours does {b} need to overtake "
        "{a}",
        "with {h} hours head start, {a} goes {v1}. {b} goes {v2} on the same road. {find} the hours {b} needs to "
        "catch up",
        "how long must {b} travel at {v2} to catch {a}, who has been on the same road at {v1} for {h} hours already",
        "{a} has already been travelling for {h} hours at {v1} when {b} starts from the same place at {v2}. in how "
        "many hours does {b} catch up",
        "the first {mover} leaves at {v1}, the second {h} hours later at {v2}. how many hours after its start does "
        "the second pass the first",
        "{a} at {v1}, {b} {h} hours later at {v2}, same way. how many hours must {b} travel to catch up",
        "{h} hours after {a} left at {v1}, {b} takes up the chase at {v2}. how many hours does the chase last",
        "a thief flees at {v1}. the police start {h} hours later at {v2} on the same road. after how many hours do "
        "they catch the thief",
        "a slow {mover} leaves the station at {v1}, and {h} hours later a fast one leaves at {v2} on a parallel "
        "track. how many hours does the fast one need to draw alongside",
        "{find} the number of hours that {b} travels until reaching {a}: {a} starts first at {v1}, {b} {h} "
        "hours after that at {v2}",
        "{b} starts {h} hours after {a}. {a} keeps {v1}, {b} keeps {v2}. after how many hours of travel is {b} level "
        "with {a}",
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
        "i can {do} in {x} hours and my <brother|sister|friend> in {y} hours. how long do we need together",
        "[{aside}]{a} and {b} want to {do}. {a} alone would need {x} hours, {b} alone {y} hours. {tell} how many "
        "hours they need together",
        "{tell} how long {a} and {b} need together to {do} if {a} needs {x} hours and {b} {y} hours on their own",
        "{tell} how many hours it takes {a} and {b} together to {do} when it takes {a} {x} hours and {b} {y} hours",
        "{tell} how long two pipes together need for a tank that one fills in {x} hours and the other in {y} hours",
        "it takes {a} {x} hours to {do}. the same job takes {b} {y} hours. how many hours do they need if they work "
        "together",
        "{a} takes {x} hours to {do}, {b} takes {y}. working together, how many hours will they need",
        "working alone, {a} can {do} in {x} hours, and {b} can do it in {y} hours. how long will it take them together",
        "two <people|workers|painters|friends> have to {do}. the first needs {x} hours alone, the second {y} hours "
        "alone. how many hours does it take both of them together",
        "one <machine|printer|pump> does a job in {x} hours, another does it in {y} hours. how many hours do both "
        "need when they run together",
        "pump A empties a <pool|cellar|tank> in {x} hours, pump B in {y} hours. how many hours do both pumps need "
        "together",
        "the first pipe fills a <pool|tank|basin> in {x} hours and the second in {y} hours. both are opened. after "
        "how many hours is it full",
        "a <pool|tank> is filled by one tap in {x} hours and by another tap in {y} hours. how long does it take when "
        "both taps are <open|on>",
        "in how many hours can {a} and {b} {do} together if each alone would need {x} hours and {y} hours",
        "when {a} helps {b} to {do}, how many hours does it take if {a} alone needs {x} and {b} alone {y} hours",
        "together: {a} {x} hours, {b} {y} hours to {do}",
        "how many hours will the job take if one worker needs {x} hours and the other {y} hours and they work at the "
        "same time",
        "suppose {a} can {do} in {x} hours and {b} can {do} in {y} hours. {find} the hours they need as a team",
        "{a} needs {x} hours for a job, {b} needs {y} hours for the same job. if both work on it, after how many "
        "hours is it done",
        *told_frames(
            "<{a} takes {x} hours to {do} and {b} takes {y} hours|alone {a} needs {x} hours"
            " to {do}, alone {b} needs {y}|to {do}, {a} needs {x} hours and {b} needs {y} "
            "hours>",
            "<how long does it take both {together}|how many hours do both need as a "
            "team|how fast are they {together}>",
            "<how long it takes both {together}|how many hours both need as a team>",
            "<the time for both {together}|their time as a team|the hours they need {together}>",
            "{a} {x} hours, {b} {y} hours",
        ),
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
                        "paint a fence",
                        "wash the car",
                        "clean a classroom",
                        "dig a ditch",
                        "finish a project",
                        "do the job",
                        "plant the garden",
                        "type a report",
                        "tidy the garage",
                        "unload a truck",
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
        "i know that {n1} workers need {d1} days. how many days would {n2} workers need",
        "[{aside}]{n1} <workers|builders|painters|men> <finish|do|complete> a job in {d1} days. {tell} how many days "
        "{n2} of them <need|would need>",
        "{tell} how many days {n2} workers need for a job that {n1} workers do in {d1} days",
        "{tell} how long {n2} <people|men|workers> take if {n1} take {d1} days",
        "{n1} <painters|builders|gardeners|workers> can <finish|complete> the work in {d1} days. in how many days "
        "can {n2} <do|finish|complete> it",
        "{n1} <painters|builders|workers> took {d1} days for a house. how many days would {n2} have taken",
        "if {n1} <people|men|painters> can do a job in {d1} days, how <long|many days> will it take {n2} to do the "
        "same job",
        "if a job takes {d1} days with {n1} workers, how many days does it take with {n2}",
        "a <wall|house|road|bridge> is built by {n1} workers in {d1} days. how many days do {n2} workers need for it",
        "a team of {n1} <needs|takes> {d1} days for a <job|project|task>. how many days does a team of {n2} need at "
        "the same pace",
        "the same work is done by {n1} workers in {d1} days. {find} the number of days for {n2} workers",
        "{n1} machines need {d1} days for an order. how many days do {n2} machines need",
        "{n1} <pumps|tractors|harvesters|machines> do the work in {d1} days. how many days does it take {n2} of them",
        "food for {n1} <horses|cows|people> lasts {d1} days. how many days does it last for {n2}",
        "the hay is enough for {n1} <horses|cows|sheep> for {d1} days. for how many days is it enough if there are "
        "{n2}",
        "a supply lasts {n1} people {d1} days. how many days does it last {n2} people",
        "a farmer has food for {n1} animals for {d1} days. how many days will it feed {n2} animals",
        "work of {n1} workers in {d1} days, done by {n2} workers, days needed",
        "a boss has {n1} workers who would need {d1} days. with {n2} workers instead, how many days <will|does> the "
        "work take",
        "assuming everybody works equally fast: {n1} people need {d1} days, {n2} people need how many days",
        "how many days does the work take {n2} people when {n1} people finish it in {d1} days",
        *told_frames(
            "<{n1} workers take {d1} days|a job keeps {n1} workers busy for {d1} days|{n1} "
            "people finish the work in {d1} days>",
            "<how many days do {n2} need|how long do {n2} workers take|what is the time for {n2}>",
            "<how many days {n2} need|how long {n2} workers take>",
            "<the number of days for {n2} workers|the days for {n2}|the time of {n2} workers>",
            "<{n1} workers, {d1} days|{d1} days with {n1} workers>",
        ),
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
        "my printer prints {n} pages in {t} minutes. how many pages does it print in {k} minutes",
        "[{aside}]a machine <makes|produces|turns out> {n} {parts} in {t} hours. {tell} how many it <makes|produces> "
        "in {k} hours",
        "{tell} how many {parts} <are made|are produced|a machine makes> in {k} hours if {n} are made in {t} hours",
        "{tell} how many {parts} a factory produces in {k} hours when it produces {n} in {t} hours",
        "a <worker|robot|machine|factory> <makes|produces|packs> {n} {parts} in {t} hours. at the same "
        "<rate|pace|speed>, how many will it be in {k} hours",
        "a printer prints {n} pages in {t} minutes. at this <rate|speed>, how many pages <does it print|are printed> "
        "in {k} minutes",
        "a <tap|pipe|pump> gives {n} litres in {t} minutes. how many litres is that in {k} minutes",
        "water flows into a tank: {n} litres in {t} minutes. how many litres flow in in {k} minutes",
        "a <heart|drum> beats {n} times in {t} minutes. how many times does it beat in {k} minutes",
        "{name} <reads|types|writes> {n} words in {t} minutes. how many words will {name} have "
        "<managed|done|finished> in {k} minutes",
        "{name} packs {n} {parts} in {t} hours. at that rate, how many {parts} are packed after {k} hours",
        "if {n} {parts} are <produced|made|packed> in {t} hours, how many is that in {k} hours",
        "it takes {t} hours to make {n} {parts}. how many can be made in {k} hours",
        "a machine needs {t} hours for {n} {parts}. how many {parts} <does it make|are ready> after {k} hours",
        "within {t} hours {n} {parts} leave the factory. how many leave it within {k} hours",
        "{find} the number of {parts} made in {k} hours by a machine that makes {n} in {t} hours",
        "{n} {parts} take {t} hours. how many {parts} can you get in {k} hours",
        "{t} hours: {n} {parts}. {k} hours: how many {parts}",
        "production: {n} {parts} in {t} hours, so in {k} hours",
        "suppose {n} {parts} come off the line in {t} hours. how many come off it in {k} hours",
        "working evenly, {name} makes {n} {parts} in {t} hours. how many {parts} does {name} make in {k} hours",
        *told_frames(
            "<{n} {parts} take {t} hours|a machine needs {t} hours for {n} {parts}|in {t} hours there are {n} {parts}>",
            "<how many is it in {k} hours|how many {parts} are made in {k} hours|what comes out in {k} hours>",
            "<how many it is in {k} hours|how many {parts} are made in {k} hours>",
            "<the number of {parts} in {k} hours|the number for {k} hours>",
            "<{n} {parts}, {t} hours|{t} hours, {n} {parts}>",
        ),
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
            "parts": phrased(
                rng.choice(
                    (
                        "parts",
                        "screws",
                        "toys",
                        "bottles",
                        "boxes",
                        "chairs",
                        "bolts",
                        "cans",
                        "tiles",
                        "bricks",
                        "shirts",
                        "cups",
                        "pens",
                        "books",
                        "loaves",
                        "nails",
                        "wheels",
                        "lamps",
                        "items",
                        "candles",
                        "phones",
                        "pieces",
                    )
                )
            ),
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
        "{solve} the proportion {a}/{b} = x/{c}",
        "<solve|work out> {a}/{b} = x/{c} for x",
        "<what is|find|determine> x <if|when> {a}/{b} = x/{c}",
        "<if|when> {a}/{b} equals x/{c}, <what is|how much is|find> x",
        "{a} : {b} = x : {c}, <what is x|find x|solve for x>",
        "the ratio {a} to {b} <equals|is equal to|is the same as> the ratio x to {c}. {find} x",
        "<find|determine|what is> the missing number in {a}/{b} = ?/{c}",
        "which <number|value> x makes {a}/{b} = x/{c} <true|a true statement>",
        "x is to {c} as {a} is to {b}. {find} x",
        "<for what|for which> x is {a} : {b} = x : {c}",
        "if {a} corresponds to {b}, what corresponds to {c} in the same ratio",
        "{a}/{b} and x/{c} are equal fractions. {find} x",
        "{find} the <value of x|unknown> in the proportion {a} : {b} = x : {c}",
        "{tell} what x is if {a}/{b} = x/{c}",
        "use cross multiplication to find x: {a}/{b} = x/{c}",
        "cross multiply and solve: {a}/{b} = x/{c}",
        "two ratios are equal: {a} : {b} and x : {c}. {find} x",
        "proportion: {a}/{b} = x/{c}, x = ?",
        "complete the proportion {a} : {b} = ? : {c}",
        *told_frames(
            "<{a} to {b} is the same as x to {c}|{a}/{b} and x/{c} are equal|x is to {c} what {a} is to {b}>",
            "<what is x|how large is x|which number is x>",
            "<what x is|how large x is>",
            "<x|the value of x|the missing number>",
            "{a} : {b} = x : {c}",
        ),
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
        "i need {n} {of} for {p1} people. how much {what} do i need for {p2} people",
        "my recipe is for {p1} people and takes {n} {of}. i want to cook for {p2}. how much {what} do i need",
        "[{aside}]a recipe for {p1} <people|persons|servings|portions> <calls for|uses|needs|takes> {n} {of}. {tell} "
        "how much {what} is needed for {p2} <people|persons|servings|portions>",
        "{tell} how much {what} you need for {p2} people when {n} {unit} are needed for {p1}",
        "{tell} how much {what} {p2} people need if {p1} people need {n} {unit}",
        "{n} {of} <make|are enough for|give|serve> {p1} <portions|servings|helpings>. how much {what} is needed for "
        "{p2} <portions|servings|helpings>",
        "to cook for {p1} people, you <use|take|need> {n} {of}. how much do you <use|take|need> for {p2} people",
        "if {p1} <cakes|loaves|pizzas> need {n} {of}, how much {what} do {p2} need",
        "{p1} <cakes|loaves|pies|portions> take {n} {of}. how much {what} do {p2} take",
        "with {n} {of} you can <cook|bake> for {p1} people. how much {what} do you need for {p2}",
        "a <baker|cook|chef> uses {n} {of} for {p1} <cakes|portions|loaves|meals>. how much {what} for {p2}",
        "a <soup|cake|meal|dish|pudding> for {p1} people contains {n} {of}. how much {what} must it contain for {p2} "
        "people",
        "{p1} <guests|friends|children> need {n} {of}. how much {what} is needed if {p2} come instead",
        "the recipe says {n} {of} for {p1} servings. how much is that for {p2} servings",
        "change the recipe from {p1} to {p2} people: {n} {of} becomes how much",
        "{n} {of} for {p1} people, for {p2} people?",
        "{p1} people: {n} {of}. {p2} people: how much",
        "when {p1} people use {n} {of}, how much {what} do {p2} people use",
        "adjust {n} {of} for {p1} people to {p2} people",
        "the amount of {what} for {p1} people is {n} {unit}. {find} the amount for {p2} people",
        *told_frames(
            "<{p1} people need {n} {of}|{n} {of} are enough for {p1} people|a recipe takes {n} {of} for {p1} people>",
            "<how much {what} is it for {p2} people|what do {p2} people need|how much {what} do {p2} need>",
            "<how much {what} {p2} people need|what {p2} people need>",
            "<the {what} for {p2} people|the amount for {p2} people>",
            "<{p1} people, {n} {of}|{n} {of} for {p1} people>",
        ),
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
            ("grams", "pasta"),
            ("g", "chocolate"),
            ("g", "yeast"),
            ("ml", "cream"),
            ("spoons", "honey"),
            ("grams", "cheese"),
            ("ml", "oil"),
            ("cups", "sugar"),
        )
    )
    p1, p2 = rng.sample(range(2, 16), 2)
    n = p1 * rng.randint(1, 5) * (1 if unit in ("cups", "spoons") else 25)
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
        "my map has a scale of 1:{s}. my way is {d} cm long on it. how many km do i have to walk",
        "[{aside}]on a map the distance between two <towns|villages|cities|mountains> is {d} cm. the scale is 1:{s}. "
        "{tell} how far apart they are in km",
        "{tell} how many km {d} cm on a 1:{s} map <are|stand for>",
        "{tell} the real <distance|length> in km if the map scale is 1:{s} and the map shows {d} cm",
        "two <villages|cities|places|lakes> are {d} cm apart on a map with scale 1:{s}. what is the actual distance "
        "in km",
        "a <road|river|path|trail> measures {d} cm on a map with the scale 1:{s}. how many kilometres long is it "
        "<really|in reality>",
        "a hiker measures {d} cm on a 1:{s} map. how many km is the <walk|hike|way>",
        "the scale of a map is 1:{s}. <what distance in km|how many km> does {d} cm represent",
        "if a map is drawn at 1:{s}, how many km are represented by {d} cm",
        "with a map scale of 1:{s}, how long in km is a <road|line|route> of {d} cm",
        "at a scale of 1:{s}, {find} the true length in km of a line of {d} cm",
        "{find} the actual distance in km: {d} cm on a map, scale 1:{s}",
        "{d} cm on the map, scale 1:{s}, real distance in km",
        "<convert|turn> a map distance of {d} cm at 1:{s} into kilometres",
        "in an atlas with the scale 1:{s}, two capitals are {d} cm apart. how many km is that <in reality|really>",
        "{somebody} measures {d} cm between two towns on a map of scale 1:{s}. how many km are they apart",
        "suppose the scale is 1:{s} and the distance on the map is {d} cm. what is the distance in nature in km",
        "a map uses 1:{s}. how many km does a train travel along a track that is {d} cm long on it",
        "what length in km belongs to {d} cm on a 1:{s} map",
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
        "{tell} the simplest form of the ratio {a}:{b}",
        "<please simplify|can you simplify|could you simplify|help me simplify> the ratio {a}:{b}",
        "<reduce|simplify|cancel> {a} to {b} [as a ratio]",
        "give the ratio {a}:{b} in <its simplest form|lowest terms>",
        "<express|write|put> {a} : {b} in <its simplest form|lowest terms>",
        "how <can|do> you simplify {a}:{b}",
        "what does the ratio {a}:{b} simplify to",
        "what is {a} : {b} as a ratio in lowest terms",
        "a <class|school|club|team> has {a} girls and {b} boys. {find} the ratio of girls to boys in <simplest "
        "form|lowest terms>",
        "a <bag|box|jar|drawer> has {a} red and {b} blue <balls|marbles|socks>. <what is|find|give> the ratio of red "
        "to blue in lowest terms",
        "a recipe mixes {a} g of sugar with {b} g of flour. <what is|find> the ratio of sugar to flour in simplest "
        "form",
        "a farm has {a} cows and {b} sheep. write the ratio of cows to sheep in simplest form",
        "{a} cats and {b} dogs live in a <shelter|village|street>. <find|what is> the simplest ratio of cats to dogs",
        "out of the <cars|bikes|buses> in a car park, {a} are red and {b} are white. <find|what is> the simplified "
        "ratio of red to white",
        "one <rope|string|ribbon> is {a} cm long, another is {b} cm. in what ratio are the lengths, in lowest terms",
        "a team has {a} wins and {b} losses. {find} the ratio of wins to losses in simplest form",
        "divide out the common factor in {a}:{b}",
        "the ratio {a}:{b} has a simpler form. which one",
        "compare {a} with {b} as a ratio in simplest form",
        "simplest form of {a}:{b}",
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
        "[{aside}]{people} want to <share|split|divide> {m} in the ratio {r}. {tell} how much each of them gets",
        "{tell} how much each person gets when {m} is <shared|split|divided> in the ratio {r}",
        "{tell} the shares if {m} is <split|divided> in the ratio {r}",
        "{m} is to be <shared|split|divided> among {people} in the ratio {r}. what does each <get|receive>",
        "<please share|can you split|could you divide|i have to divide|we have to split> {m} in the ratio {r}",
        "how <is|do you|can you> <split|share> {m} in the ratio {r}",
        "if {people} <share|split|divide up> {m} in the ratio {r}, how much does each <get|receive|take>",
        "an <inheritance|amount|prize|award> of {m} is <divided|split|shared> between {people} in the ratio {r}. "
        "{find} each share",
        "{people} earn {m} together and split it in the ratio {r}. how much does each of them get",
        "{people} won {m}. they agreed to share in the ratio {r}. how much did each one receive",
        "{find} the <shares|parts> when {m} is <split|divided|shared> in the ratio {r}",
        "in the ratio {r}, how is {m} <shared|split|divided>",
        "<split|break|cut> {m} into parts that are in the ratio {r}",
        "separate {m} into parts with the ratio {r}",
        "what are the <shares|parts> of {m} in the ratio {r}",
        "which amounts do {people} get if {m} is shared in the ratio {r}",
        "{m}, ratio {r}, how much is each share",
        "{m} shared {r}",
        "parts of {m} in the ratio {r}",
        "you have {m} and must divide it in the ratio {r}. {tell} how much each part is",
        "the ratio of the shares of {people} is {r}. they share {m}. what are the shares",
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
        "[{aside}]for every group the ratio of {x} to {y} is {r}. there are {n} {x}. {tell} how many {y} there are",
        "{tell} how many {y} there are if there are {n} {x} and the ratio of {x} to {y} is {r}",
        "{tell} the number of {y} when {x} and {y} are in the ratio {r} and there are {n} {x}",
        "in a <town|village|park|place> the ratio of {x} to {y} is {r}. how many {y} are there if there are {n} {x}",
        "we know that {x} and {y} are in the ratio {r}. with {n} {x}, how many {y} <are there|do we have>",
        "i counted {n} {x}. the ratio of {x} to {y} is {r}. how many {y} <are there|should i count>",
        "given {n} {x} and a ratio of {x} to {y} of {r}, how many {y} are there",
        "if {x} and {y} are in the ratio {r} and the number of {x} is {n}, what is the number of {y}",
        "{x} : {y} = {r}. {n} {x}. how many {y}",
        "the number of {x} is {n}. their ratio to the {y} is {r}. {find} the number of {y}",
        "{x} and {y} come in the ratio {r}. how many {y} come with {n} {x}",
        "there are {n} {x} and some {y}, and the ratio of {x} to {y} is {r}. how many {y} <are there|is that>",
        "the ratio between {x} and {y} is {r}. {n} of them are {x}. how many are {y}",
        "suppose the ratio of {x} to {y} is {r}. if we see {n} {x}, how many {y} <are there|do we see>",
        "{n} {x} are there, and some {y} too. {x} to {y} is {r}. how many {y} are there",
        "what is the number of {y} if the ratio of {x} to {y} is {r} and there are {n} {x}",
        "ratio of {x} to {y}: {r}. number of {x}: {n}. number of {y}",
        "the number of {x} relates to the number of {y} like {r}. there are {n} {x}. what number of {y} is there",
        *told_frames(
            "<{x} and {y} are in the ratio {r} and there are {n} {x}|the ratio of {x} to "
            "{y} is {r} and there are {n} {x}|there are {n} {x}, and {x} to {y} is {r}>",
            "<how many {y} is that|what is the number of {y}|how many {y} belong to it>",
            "<how many {y} there are|what the number of {y} is>",
            "<the number of {y}|the count of {y}>",
            "<{x}:{y} = {r}, {n} {x}|ratio {x} to {y} {r}, {x} {n}>",
        ),
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
            ("ducks", "geese"),
            ("adults", "children"),
            ("pens", "pencils"),
            ("roses", "tulips"),
            ("dogs", "cats"),
            ("girls", "boys"),
            ("cows", "horses"),
            ("green marbles", "yellow marbles"),
            ("lions", "tigers"),
            ("forks", "spoons"),
            ("passengers", "drivers"),
            ("white cars", "black cars"),
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
        "[{aside}]altogether there are {n} {x} and {y}. the ratio of {x} to {y} is {r}. {tell} how many {x} there are",
        "{tell} how many {x} there are if there are {n} {x} and {y} {together} and their ratio is {r}",
        "{tell} the number of {x} among {n} {x} and {y} in the ratio {r}",
        "in a group of {n} {x} and {y}, the ratio of {x} to {y} is {r}. how many {x} are in the group",
        "the total number of {x} and {y} is {n}. if they are in the ratio {r}, how many {x} are there",
        "if {n} {x} and {y} are in the ratio {r}, how many are {x}",
        "we have {n} {x} and {y} in all. {x} to {y} is {r}. how many {x} do we have",
        "i counted {n} {x} and {y} together. their ratio is {r}. how many {x} did i count",
        "{x} : {y} = {r}. together there are {n}. how many {x}",
        "of {n} {x} and {y} in the ratio {r}, how many are {x}",
        "{x} and {y} in the ratio {r} make {n} {together}. {find} the number of {x}",
        "what is the number of {x} when {x} and {y} are in the ratio {r} and the total is {n}",
        "a place has {n} {x} and {y}. for {x} and {y} the ratio is {r}. how many {x} are <there|in it>",
        "the ratio of {x} to {y} is {r}, and the two together make {n}. how many {x} are there",
        "suppose {x} and {y} number {n} in total and the ratio of {x} to {y} is {r}. {find} the number of {x}",
        "{x} to {y}: {r}. total: {n}. number of {x}",
        "there are only {x} and {y}, {n} in all, in the ratio {r}. how many of them are {x}",
        *told_frames(
            "<{x} and {y} are in the ratio {r} and {in_all_n}|the ratio of {x} to {y} is "
            "{r} and {in_all_n}|{n} {x} and {y} together are in the ratio {r}>",
            "<how many {x} is that|what is the number of {x}|how many of them are {x}>",
            "<how many {x} there are|what the number of {x} is>",
            "<the number of {x}|the count of {x}>",
            "<{x}:{y} = {r}, {n} in all|ratio {x} to {y} {r}, total {n}>",
        ),
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
            ("ducks", "geese"),
            ("adults", "children"),
            ("pens", "pencils"),
            ("roses", "tulips"),
            ("dogs", "cats"),
            ("girls", "boys"),
            ("cows", "horses"),
            ("green marbles", "yellow marbles"),
            ("lions", "tigers"),
            ("forks", "spoons"),
            ("passengers", "drivers"),
            ("white cars", "black cars"),
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
        "i <invest|save|deposit> {m} at {p}{pct} simple interest [{a_year}] for {t} years. how much interest do i "
        "<get|earn|receive>",
        "[{aside}]{name} <puts|deposits> {m} {account}. the {interest_rate} is {p}{pct}, simple interest. "
        "{tell} how much interest {he} <gets|earns|receives> <in|after> {t} years",
        "{tell} how much simple interest {m} <earns|brings|yields> in {t} years at {p}{pct} [{a_year}]",
        "{tell} the simple interest on {m} for {t} years at {an_interest_rate} of {p}{pct}",
        "{find} the simple interest <earned|paid> on {m} after {t} years if the {interest_rate} is {p}{pct}",
        "{m} <is deposited|is put|is placed> {account} at {p}{pct} simple interest {a_year}. how much interest is "
        "<earned|paid> in {t} years",
        "{name} <borrows|takes a loan of> {m} at {p}{pct} simple interest [{a_year}]. how much interest <must {he} "
        "pay|does {he} pay|is due> after {t} years",
        "{name} <lends|lent> a friend {m} for {t} years at {p}{pct} simple interest. how much interest is that",
        "a <loan|credit|debt> of {m} runs for {t} years at {p}{pct} simple interest [{a_year}]. {find} the interest",
        "a bank <pays|offers|gives> {p}{pct} simple interest {a_year}. how much interest do you <get|receive|earn> "
        "for {m} in {t} years",
        "the principal is {m}, the {interest_rate} {p}{pct}, the time {t} years. {find} the simple interest",
        "with a simple {interest_rate} of {p}{pct}, how much interest <does|will> {m} <earn|bring|yield> in {t} years",
        "at {p}{pct} simple interest {a_year}, how much interest does {m} <earn|bring> <in|over> {t} years",
        "if {m} is <invested|deposited> at a simple {interest_rate} of {p}{pct}, what interest does it <earn|bring> "
        "in {t} years",
        "if you <invest|deposit|borrow> {m} for {t} years at {p}{pct} simple interest, how much is the interest",
        "P = {m}, R = {p}{pct}, T = {t} years, {find} the simple interest",
        "simple interest: {m}, {p}{pct} {a_year}, {t} years",
        "a <savings account|bond|deposit> of {m} pays {p}{pct} simple interest {a_year}. what is the total interest "
        "after {t} years",
        "you <put|deposit> {m} {account} with {p}{pct} simple interest {a_year}. how much interest have you "
        "earned after {t} years",
        "what interest is <earned|paid|due> on {m} in {t} years at {p}{pct} simple interest",
        "for {t} years {m} <lies|stays|is> in <the bank|a fund> at {p}{pct} simple interest {a_year}. {find} the "
        "interest",
        "how much interest does {name} <get|earn> from {m} <at|with> {p}{pct} simple interest after {t} years",
        "interest is not compounded. {name} invests {m} at {p}{pct} {a_year} for {t} years. how much interest does "
        "{he} get",
        "a bank grants {p}{pct} simple interest {a_year} on {m}. {find} the interest for {t} years",
        "how much does {m} gain in {t} years at {p}{pct} simple interest",
        "{name} keeps {m} in the bank for {t} years. {he} gets {p}{pct} simple interest {a_year}. what interest comes "
        "together",
        "the interest on {m} is {p}{pct} {a_year}, simple and not compounded. how much interest is that in {t} years",
        *told_frames(
            "<{m} earns {p}{pct} simple interest for {t} years|{name} lends {m} at {p}{pct}"
            " simple interest for {t} years|{m} stays in the bank for {t} years at {p}{pct}"
            " simple interest|the principal is {m}, the rate {p}{pct} {a_year} simple and "
            "the time {t} years>",
            "<how much interest is that|what is the interest|how much interest is "
            "earned|how many {unit} of interest is that>",
            "<how much interest that is|what the interest is|how much interest is earned>",
            "<the interest|the simple interest|the interest earned|the interest in {unit}>",
            "<principal {m}, simple rate {p}{pct}, {t} years|{m} at {p}{pct} simple "
            "interest, {t} years|simple interest, {m}, {p}{pct}, {t} years>",
        ),
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
        "i <invest|save|deposit> {m} at {p}{pct} compound interest [{a_year}]. how much do i have after {t} years",
        "[{aside}]{name} <puts|deposits> {m} {account}. the {interest_rate} is {p}{pct}, <compounded "
        "annually|compounded yearly|compounded once a year>. {tell} how much <money {he} has|is in the account> "
        "after {t} years",
        "{tell} how much {m} <becomes|grows to|is worth> in {t} years at {p}{pct} compound interest",
        "{tell} the <final amount|balance|value|amount> when {m} is invested for {t} years at {p}{pct} compounded "
        "<annually|yearly>",
        "{tell} what {name} has after {t} years if {he} <invests|deposits> {m} at {p}{pct} compounded "
        "<annually|yearly>",
        "a <savings account|deposit|fund|bond> of {m} <earns|pays> {p}{pct} interest {a_year}, compounded "
        "<annually|yearly>. what is the <balance|amount|value> after {t} years",
        "a bank <pays|offers|gives> {p}{pct} interest {a_year}, compounded <annually|yearly>. {name} deposits {m}. "
        "what is the <balance|account balance|amount> after {t} years",
        "{find} the <final balance|balance|future value|amount|total value> of {m} after {t} years at {p}{pct} "
        "interest compounded <annually|yearly|once a year>",
        "{m} is <deposited|put|placed> {account} at {an_interest_rate} of {p}{pct}. interest is compounded "
        "<annually|yearly>. how much <is|will be> <there|in the account> after {t} years",
        "what will {m} be worth <after|in> {t} years if it <earns|grows by> {p}{pct} {a_year}, compounded",
        "if {m} is <invested|deposited> at {p}{pct} compound interest, how much <is it|is it worth|is there> after "
        "{t} years",
        "if you <invest|deposit|save> {m} at {p}{pct} interest compounded <annually|yearly>, how much money do you "
        "have after {t} years",
        "how much money <does|will> {name} have after {t} years if {he} <invests|deposits> {m} at {p}{pct} compound "
        "interest {a_year}",
        "at {p}{pct} compound interest {a_year}, what does {m} <grow to|become> in {t} years",
        "with {an_interest_rate} of {p}{pct} compounded <annually|yearly>, {find} the value of {m} after {t} years",
        "to what amount does {m} <grow|increase> in {t} years with {p}{pct} compound interest",
        "P = {m}, r = {p}{pct}, t = {t} years, compounded annually, {find} the amount",
        "compound interest, principal {m}, rate {p}{pct} {a_year}, {t} years, final amount",
        "future value of {m} at {p}{pct} compounded yearly for {t} years",
        "you put {m} {account} at {p}{pct} {a_year} and leave the interest there. how much do you have after {t} years",
        "{m} is left {account} for {t} years at {p}{pct} {a_year}, and the interest is added every year. what is the "
        "final amount",
        "{name}'s grandmother deposited {m} at {p}{pct} compound interest. what is it worth after {t} years",
        "a debt of {m} grows at {p}{pct} compound interest {a_year}. how much is owed after {t} years if nothing is "
        "paid back",
        "to what amount has {m} grown after {t} years at {p}{pct} compound interest",
        "with yearly compounding at {p}{pct}, what is {m} worth after {t} years",
        "a bank grants {p}{pct} compound interest {a_year} on {m}. {find} the balance after {t} years",
        "interest on interest: {m} at {p}{pct} {a_year} for {t} years. how much is it in the end",
        "every year the money grows by {p}{pct}. it starts with {m}. how much is it after {t} years",
        "a sum of {m} is left to grow at {p}{pct} {a_year} with compounding. how big is it after {t} years",
        *told_frames(
            "<{m} grows at {p}{pct} compound interest for {t} years|{name} leaves {m} in an"
            " account at {p}{pct} compounded yearly for {t} years|a bank adds {p}{pct} "
            "every year to {m} and {t} years go by|{m} is invested for {t} years at "
            "{p}{pct} compounded annually>",
            "<how much is it in the end|what is the final amount|what does it grow to|what is the balance then>",
            "<how much it is in the end|what it grows to|what the balance is then>",
            "<the final amount|the balance|the value in the end|the money in the end>",
            "<principal {m}, {p}{pct} compounded yearly, {t} years|{m} at {p}{pct} compound"
            " interest, {t} years|{m}, {p}{pct} a year compounded, {t} years>",
        ),
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
        "i <invest|save|deposit> {m} at {p}{pct} compound interest for {t} years. how much interest do i "
        "<earn|get|receive>",
        "[{aside}]{name} <puts|deposits> {m} {account}. the {interest_rate} is {p}{pct}, compounded "
        "<annually|yearly>. {tell} how much interest {he} <earns|gets|receives> in {t} years",
        "{tell} how much interest {m} <earns|brings|yields> in {t} years at {p}{pct} compounded <annually|yearly>",
        "{tell} the compound interest on {m} for {t} years at {p}{pct} {a_year}",
        "{tell} the interest alone, without the principal, on {m} at {p}{pct} compounded <annually|yearly> for {t} "
        "years",
        "{find} the interest <earned|paid> on {m} after {t} years at {p}{pct} compound interest",
        "a bank <pays|offers|gives> {p}{pct} compound interest {a_year}. how much interest do you get for {m} in {t} "
        "years",
        "a <savings account|deposit|fund> of {m} earns {p}{pct} compounded <annually|yearly>. how much interest is "
        "that after {t} years",
        "if {m} is <invested|deposited> at {p}{pct} compound interest, how much interest does it <earn|bring> in {t} "
        "years",
        "if you <invest|deposit> {m} for {t} years at {p}{pct} compounded <annually|yearly>, how much of the final "
        "amount is interest",
        "how much interest <will|does> {name} get on {m} at {p}{pct} compound interest {a_year} after {t} years",
        "{name} borrows {m} at {p}{pct} compounded yearly. how much interest has {he} to pay after {t} years",
        "what compound interest is <earned|due|paid> on {m} in {t} years at {an_interest_rate} of {p}{pct}",
        "with compound interest of {p}{pct} {a_year}, how much interest does {m} <earn|bring> over {t} years",
        "P = {m}, r = {p}{pct}, t = {t} years, {find} the compound interest",
        "compound interest on {m}, {p}{pct} {a_year}, {t} years",
        "interest only: {m} at {p}{pct} compounded annually for {t} years",
        "what is the total interest on {m} after {t} years if {p}{pct} is compounded <annually|yearly>",
        "the principal is {m}, the rate {p}{pct} compounded <annually|yearly>. how much interest is there after {t} "
        "years",
        "{m} is left {account} for {t} years at {p}{pct} compounded yearly. how much interest is earned",
        "{find} the difference between the final amount and the deposit if {m} is invested at {p}{pct} compounded "
        "yearly for {t} years",
        "you invest {m} at {p}{pct} and the interest is compounded each year. how much interest do you have after "
        "{t} years",
        "with yearly compounding at {p}{pct}, how much interest does {m} bring in {t} years",
        "a bank grants {p}{pct} {a_year} with compounding. how much interest comes together on {m} in {t} years",
        "how much more than the {m} paid in is there after {t} years at {p}{pct} compound interest",
        "how much does {m} gain in {t} years at {p}{pct} compound interest",
        "what profit does {name} make on {m} in {t} years if {p}{pct} is compounded yearly",
        *told_frames(
            "<{m} grows at {p}{pct} compound interest for {t} years|{name} leaves {m} in an"
            " account at {p}{pct} compounded yearly for {t} years|{m} is invested for {t} "
            "years at {p}{pct} compounded annually>",
            "<how much interest is that|how much interest is earned|what is the interest alone|how much is earned>",
            "<how much interest that is|how much interest is earned|what the interest alone is>",
            "<the interest|the interest earned|the compound interest|the interest alone>",
            "<principal {m}, {p}{pct} compounded yearly, {t} years|{m} at {p}{pct} compound interest, {t} years>",
        ),
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
        "i mix {a} litres of {p}{pct} {acid} with {b} litres of {q}{pct} {acid}. how strong is the mixture in percent",
        "[{aside}]a <chemist|pharmacist|nurse|student|lab worker> has {a} litres of {p}{pct} {acid} and {b} litres "
        "of {q}{pct} {acid}. both are <mixed|poured together|combined>. {tell} the concentration in percent",
        "{tell} the percentage of the mixture of {a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} {acid}",
        "{tell} the concentration when {a} ml of {p}{pct} {acid} and {b} ml of {q}{pct} {acid} are <mixed|combined>",
        "{a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} {acid} are <poured together|combined|put "
        "together|blended>. what is the new concentration in percent",
        "{b} ml of {q}{pct} {acid} are added to {a} ml of {p}{pct} {acid}. {find} the concentration of the mixture "
        "in percent",
        "if you <mix|combine|add> {a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} {acid}, what percentage "
        "do you get",
        "if {a} litres of a {p}{pct} solution are added to {b} litres of a {q}{pct} solution, what is the "
        "<strength|concentration> in percent",
        "a <tank|bottle|bucket|flask|container> holds {a} litres of {p}{pct} {acid}. {b} litres of {q}{pct} {acid} "
        "are added. what is the <new concentration|percentage> now",
        "one <bottle|container|flask> holds {a} litres of {p}{pct} {acid}, another {b} litres of {q}{pct} {acid}. "
        "they are emptied into one bowl. {find} the resulting percentage",
        "two solutions are mixed: {a} litres with {p}{pct} {acid} and {b} litres with {q}{pct} {acid}. {find} the "
        "percentage of {acid} in the mixture",
        "how <strong|concentrated>, in percent, is a mixture of {a} ml of {p}{pct} {acid} with {b} ml of {q}{pct} "
        "{acid}",
        "how many percent {acid} are in a mixture of {a} litres at {p}{pct} and {b} litres at {q}{pct}",
        "what percent {acid} is a <blend|mixture|mix> of {a} litres of {p}{pct} and {b} litres of {q}{pct} solution",
        "mixture: {a} litres {p}{pct}, {b} litres {q}{pct}, concentration",
        "concentration of {a} ml {p}{pct} {acid} + {b} ml {q}{pct} {acid}",
        "combine {a} litres of a {p}{pct} solution with {b} litres of a {q}{pct} solution. {find} the final "
        "concentration in percent",
        "{somebody} stirs {a} ml of {p}{pct} {acid} into {b} ml of {q}{pct} {acid}. what is the percentage of the "
        "new mixture",
        "you blend {a} litres of {p}{pct} {acid} with {b} litres of {q}{pct} {acid}. what percentage of {acid} does "
        "the blend have",
        "what is the resulting percentage if {a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} {acid} are mixed",
        "the first solution has {a} litres and contains {p}{pct} {acid}, the second has {b} litres and contains "
        "{q}{pct}. {find} the percentage after mixing them",
        "which percentage does a mixture have that is made from {a} litres of {p}{pct} {acid} and {b} litres of "
        "{q}{pct} {acid}",
        "into a bowl you pour {a} litres of {p}{pct} {acid}, then {b} litres of {q}{pct} {acid}. which percentage "
        "results",
        *told_frames(
            "<{a} litres of {p}{pct} {acid} and {b} litres of {q}{pct} {acid} are poured "
            "together|{a} litres are {p}{pct} strong, {b} litres are {q}{pct} strong and "
            "both are mixed>",
            "<what is the concentration of the mixture|how strong is the mixture|what percent has the mixture>",
            "<how strong the mixture is|what the concentration of the mixture is>",
            "<the concentration of the mixture|the percentage of the mixture|the new concentration>",
            "<{a} litres {p}{pct}, {b} litres {q}{pct}|{a} l at {p}{pct} and {b} l at {q}{pct}>",
        ),
    ),
    ("pouring {b} litres of {q}{pct} {acid} into {a} litres of {p}{pct} {acid} gives which percentage",),
)
def mix(rng: Random) -> Instance:
    a, b, p, q = rng.randint(2, 30), rng.randint(2, 30), rng.randint(1, 18) * 5, rng.randint(1, 18) * 5
    return Instance(
        {
            "a": a,
            "b": b,
            "p": p,
            "q": q,
            "acid": phrased(
                rng.choice(
                    (
                        "acid",
                        "alcohol",
                        "salt solution",
                        "juice",
                        "syrup",
                        "bleach",
                        "vinegar",
                        "salt water",
                        "cleaner",
                        "dye",
                    )
                )
            ),
        },
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
        "i mix {a} kg of {tea} at {m1} per kg with {b} kg at {m2} per kg. what is one kg of the mixture worth",
        "[{aside}]a <grocer|merchant|shopkeeper|trader> <mixes|blends|combines> {a} kg of {tea} at {m1} per kg with "
        "{b} kg of {tea} at {m2} per kg. {tell} the price per kg of the <mixture|mix|blend>",
        "{tell} what one kg of the <mixture|blend> costs if {a} kg at {m1} per kg and {b} kg at {m2} per kg are mixed",
        "{tell} the price per kg of a <mix|blend> made from {a} kg of {tea} at {m1} per kg and {b} kg at {m2} per kg",
        "two sorts of {tea} are <mixed|blended>: {a} kg for {m1} per kg and {b} kg for {m2} per kg. what does the "
        "<mixture|blend> cost per kg",
        "if {a} kg of {tea} at {m1} per kg are <mixed|blended|combined> with {b} kg at {m2} per kg, what is the "
        "price per kg of the <mixture|blend>",
        "if you <mix|blend|combine> {a} kg of {tea} worth {m1} per kg and {b} kg worth {m2} per kg, how much is one "
        "kg of the mixture",
        "how much does one kg of a <blend|mixture> of {a} kg of {tea} at {m1} per kg and {b} kg at {m2} per kg cost",
        "a <blend|mixture> consists of {a} kg of {tea} at {m1} per kg and {b} kg at {m2} per kg. {find} its price "
        "per kg",
        "a <blend|mixture> of {tea} is made from {a} kg costing {m1} per kg and {b} kg costing {m2} per kg. what is "
        "the average price per kg",
        "{a} kg of {tea} at {m1} per kg go into a bag with {b} kg at {m2} per kg. what should one kg of it cost",
        "a kilogram of one {tea} costs {m1}, a kilogram of another {m2}. {a} kg of the first and {b} kg of the "
        "second are mixed. {find} the price per kg of the mixture",
        "at what price per kg is a mixture of {a} kg at {m1} per kg and {b} kg at {m2} per kg sold without profit or "
        "loss",
        "average price per kg: {a} kg at {m1} per kg, {b} kg at {m2} per kg",
        "price of the mixture per kg: {a} kg of {tea} for {m1} per kg, {b} kg of {tea} for {m2} per kg",
        "{somebody} pours {a} kg of {tea} at {m1} per kg and {b} kg at {m2} per kg together. what is a kg worth now",
        "a shop <combines|blends> {a} kg of {tea} worth {m1} a kg with {b} kg worth {m2} a kg. how much must a kg of "
        "the blend cost",
        "you blend {a} kg of {tea} at {m1} per kg with {b} kg at {m2} per kg. {find} the cost of one kg",
        "{somebody} is pouring {a} kg of {tea} worth {m1} a kg and {b} kg worth {m2} a kg together. which price does "
        "a kg have now",
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
            "tea": phrased(
                rng.choice(
                    (
                        "tea",
                        "coffee",
                        "nuts",
                        "rice",
                        "sweets",
                        "flour",
                        "sugar",
                        "grain",
                        "dried fruit",
                        "seeds",
                        "spice",
                    )
                )
            ),
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
        "my car <uses|needs|burns|consumes> {u} litres [of petrol] per 100 km. how much <fuel|petrol> do i need for "
        "{d} km",
        "[{aside}]{somebody} drives {d} km. the car <uses|needs|consumes> {u} litres per 100 km. {tell} how many "
        "litres are used",
        "{tell} how much <fuel|petrol|diesel> a <car|van|truck|bus> <needs|uses> for {d} km if it <takes|uses|needs> "
        "{u} litres per 100 km",
        "{tell} how many litres {d} km take at {u} litres per 100 km",
        "if a <car|van|bus|truck> <uses|needs|consumes> {u} litres per 100 km, how many litres does it <use|need> "
        "for <a trip of|> {d} km",
        "the <fuel consumption|consumption> of a <car|van|bus> is {u} litres per 100 km. how many litres <does it "
        "need|are needed|are used> for {d} km",
        "a <car|van|truck> has a consumption of {u} litres per 100 km. how much fuel is needed for a "
        "<trip|journey|tour> of {d} km",
        "the next town is {d} km away. a <car|van> uses {u} litres per 100 km. how many litres of fuel does the way "
        "take",
        "we plan a <trip|tour|journey> of {d} km. our car needs {u} litres per 100 km. how many litres <do we "
        "need|will we use>",
        "a <car|van|truck|bus> drives {d} km and <uses|burns> {u} litres on every 100 km. how much fuel does it use "
        "in all",
        "how many litres <of petrol|of fuel|of diesel|> are needed to drive {d} km with a consumption of {u} litres "
        "per 100 km",
        "how much fuel is <used|burnt|consumed> on a <trip|journey> of {d} km at {u} litres per 100 km",
        "on 100 km a <car|van|truck> uses {u} litres. how many litres does it use on {d} km",
        "at {u} litres per 100 km, how many litres does a <journey|trip> of {d} km take",
        "{u} l/100 km, {d} km, how many litres",
        "<fuel|litres|petrol> needed for {d} km at {u} litres per 100 km",
        "{find} the number of litres for a <trip|journey> of {d} km when the car uses {u} litres per 100 km",
        "you drive {d} km in a car that takes {u} litres per 100 km. how many litres do you need",
        "what amount of fuel does a car with {u} litres per 100 km need for {d} km",
        "driving 100 km takes {u} litres of fuel. how many litres does driving {d} km take",
        *told_frames(
            "<a car needs {u} litres for 100 km and goes {d} km|a trip of {d} km is made "
            "with a car that uses {u} litres per 100 km|{u} litres last 100 km and the way "
            "is {d} km long>",
            "<how many litres is that|how much fuel is used|what is the amount of fuel>",
            "<how much fuel is used|how many litres that is>",
            "<the fuel needed|the amount of fuel|the litres used>",
            "<{d} km, {u} litres per 100 km|{u} l/100 km, {d} km>",
        ),
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
        "i have a <stone|piece of metal|block|cube> with a mass of {m} g and a volume of {v} cm³. what is its density",
        "[{aside}]a <block|cube|stone|ring|metal bar|piece of wood|liquid> has the mass {m} g and the volume {v} "
        "cm³. {tell} its density",
        "{tell} the density of <an object|a body|a substance|a liquid|a block> with mass {m} g and volume {v} cm³",
        "{tell} how dense a <body|material|stone> is if {v} cm³ of it have a mass of {m} g",
        "<calculate|compute|determine|find|work out> the density in g/cm³ if {m} g <take up|fill|occupy> {v} cm³",
        "if a <block|stone|body|piece of metal> of {m} g <has a volume of|takes up|occupies|displaces> {v} cm³, what "
        "is its density",
        "the mass of a <body|block|stone|statue|coin> is {m} g and its volume is {v} cm³. {find} the density",
        "the volume of a <body|block|stone|cube> is {v} cm³ and its mass is {m} g. what density does it have",
        "a <metal|wooden|glass|plastic> <block|cube|ball> has a volume of {v} cm³ and weighs {m} g. {find} its density",
        "a <liquid|sample|mineral|rock> of {m} g <fills|has a volume of|takes up> {v} cm³. how <dense is it|big is "
        "its density>",
        "{m} g of a <substance|liquid|metal|material> have a volume of {v} cm³. what is the density",
        "{m} g in {v} cm³, density",
        "density: m = {m} g, V = {v} cm³",
        "m = {m} g and V = {v} cm³. {find} the density",
        "what is the density of a body of {v} cm³ that weighs {m} g",
        "what density has a <material|liquid|metal> if {m} g of it fill {v} cm³",
        "how many grams per cm³ is it if {v} cm³ weigh {m} g",
        "in the lab a sample of {v} cm³ was weighed: {m} g. {find} its density in g/cm³",
        "you measure a mass of {m} g and a volume of {v} cm³. {find} the density",
        "for a mass of {m} g and a volume of {v} cm³, how <large|big> is the density",
        *told_frames(
            "<a body weighs {m} g and takes up {v} cm3|the mass is {m} g and the volume is "
            "{v} cm3|{v} cm3 of a material have a mass of {m} g>",
            "<what is the density|how dense is it|how many g does 1 cm3 weigh>",
            "<what the density is|how dense it is>",
            "<the density|its density|the density in g per cm3>",
            "<{m} g, {v} cm3|mass {m} g, volume {v} cm3>",
        ),
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
        "{tell} how many times {b} is {a}",
        "{tell} by what factor {a} is <larger|bigger|greater> than {b}",
        "how many times <bigger|greater> is {a} than {b}",
        "{name} has {a} {many} and {other} has {b}. how many times as many {many} <does {name} have|are {name}'s>",
        "{other} has {b} {many}. {name} has {a}. how many times as many {many} does {name} have as {other}",
        "[{aside}]{name} owns {a} {many}, while {other} owns {b}. {tell} how many times as many {name} has",
        "{name} collected {a} {many}, {other} only {b}. how many times more {many} did {name} collect",
        "if {name} has {a} {many} and {other} has {b}, how many times as many does {name} have",
        "<i have|we have|my brother has> {a} {many} and {other} has {b}. how many times as many is that",
        "how many times does {b} <fit|go> into {a}",
        "how <often|many times> does {b} fit in {a}",
        "{a} is x times {b}. {find} x",
        "{b} times what is {a}",
        "by which number must {b} be multiplied to <get|give|make> {a}",
        "what <must|do> you multiply {b} by to get {a}",
        "what is the factor from {b} to {a}",
        "from {b} to {a}: what is the factor",
        "{a} compared to {b}: how many times as much",
        "a <rope|road|river|wall> is {a} m long and another {b} m. how many times as long is the first one",
        "one <bag|box|stone> weighs {a} kg, another {b} kg. how many times as heavy is the first",
        "a <book|shirt|chair> costs {a} dollars and a <pen|hat|cup> costs {b}. how many times as expensive is the "
        "first",
        "comparing {a} with {b}, how many times as much is it",
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


@task(
    "interest",
    "simple_interest_amount",
    (
        "{name} invests {m} at {p}{pct} simple interest for {t} years. how much money does {he} have at the end",
        "i <invest|deposit|save> {m} at {p}{pct} simple interest {a_year}. how much money do i have after {t} years",
        "[{aside}]{name} <puts|deposits> {m} {account} at {p}{pct} simple interest {a_year}. {tell} the total "
        "amount after "
        "{t} years",
        "{tell} how much money {name} has after {t} years if {he} <invests|deposits> {m} at {p}{pct} simple interest",
        "{tell} the <total amount|final amount|balance> for {m} at {p}{pct} simple interest after {t} years",
        "{find} the <total amount|final amount|balance|amount due> of {m} at {p}{pct} simple interest for {t} years",
        "{find} principal plus simple interest for {m} at {p}{pct} in {t} years",
        "{m} is <invested|deposited> at {p}{pct} simple interest {a_year}. what is the total value after {t} years",
        "what is the balance after {t} years if {m} earns {p}{pct} simple interest {a_year}",
        "what does {m} amount to in {t} years at {p}{pct} simple interest",
        "to what sum does {m} grow in {t} years with {p}{pct} simple interest",
        "how much is in the account after {t} years if {m} is deposited at {p}{pct} simple interest",
        "how much must {name} pay back after {t} years for a loan of {m} at {p}{pct} simple interest",
        "{name} borrows {m} at {p}{pct} simple interest {a_year}. how much does {he} owe {in_all} after {t} years",
        "a loan of {m} has {p}{pct} simple interest {a_year}. what is the total to be paid back after {t} years",
        "if you borrow {m} for {t} years at {p}{pct} simple interest, how much do you pay back in total",
        "if {m} is invested at {p}{pct} simple interest, how much is there <in all|altogether> after {t} years",
        "with simple interest of {p}{pct} {a_year}, what is {m} worth after {t} years",
        "final amount: principal {m}, simple interest {p}{pct}, {t} years",
        "total after {t} years of {p}{pct} simple interest on {m}",
        "interest and principal together: {m} at {p}{pct} simple interest for {t} years",
        "there is no compounding. {m} is invested at {p}{pct} {a_year}. what is the total after {t} years",
        "plain interest of {p}{pct} {a_year} is added to {m} for {t} years. what is the final amount",
        "how much has {m} grown to in {t} years at {p}{pct} simple interest",
        *told_frames(
            "<{m} earns {p}{pct} simple interest for {t} years|{name} lends {m} at {p}{pct}"
            " simple interest for {t} years|{m} stays in the bank for {t} years at {p}{pct}"
            " simple interest|the principal is {m}, the simple rate {p}{pct} {a_year} and "
            "the time {t} years>",
            "<how much is there in the end|what is the final amount|how much money is it "
            "with the interest|what does it grow to>",
            "<how much there is in the end|what the final amount is|what it grows to>",
            "<the final amount|the total with interest|the money in the end|the balance at the end>",
            "<principal {m}, simple rate {p}{pct}, {t} years|{m} at {p}{pct} simple interest, {t} years>",
        ),
    ),
    ("when {t} years of plain interest at {p}{pct} are joined to the {m} put in, which sum results",),
)
def simple_interest_amount(rng: Random) -> Instance:
    s = _loan(rng)
    return Instance(
        s,
        chain(
            rng,
            "The amount is the principal and its interest.",
            [("principal", s["x"]), ("rate", s["p"]), ("years", s["t"])],
            [
                Stage("interest", "principal*rate/100*years", f"The interest is ⟨⟩ {s['unit']}."),
                Stage("amount", "principal + interest", ""),
            ],
            boxed("The amount is", str(s["unit"])),
            lambda name: f"f'{{{name}:.2f}}'",
            apart=0.2,
        ),
    )


@task(
    "interest",
    "simple_interest_rate",
    (
        "{m} earns {i} simple interest in {t} years. what is the {interest_rate} [in percent]",
        "at what {interest_rate} does {m} earn {i} simple interest in {t} years",
        "i invested {m} and got {i} simple interest in {t} years. what was the {interest_rate}",
        "[{aside}]{name} <invested|deposited|saved> {m} for {t} years and received {i} simple interest. {tell} the "
        "{interest_rate} in percent",
        "{tell} the {interest_rate} if {m} brings {i} simple interest in {t} years",
        "{find} the {interest_rate} in percent if the simple interest on {m} for {t} years is {i}",
        "{find} the simple {interest_rate}: principal {m}, interest {i}, time {t} years",
        "the simple interest on {m} after {t} years is {i}. {find} the {interest_rate} in percent",
        "what {interest_rate} gives {i} simple interest on {m} in {t} years",
        "if {m} <earns|brings|yields> {i} simple interest in {t} years, what is the {interest_rate} in percent",
        "what percent simple interest {a_year} does {m} earn if it brings {i} in {t} years",
        "how many percent simple interest {a_year} does a bank pay if {m} brings {i} in {t} years",
        "for a loan of {m} over {t} years, {name} pays {i} simple interest. what is the {interest_rate} in percent",
        "a loan of {m} costs {i} simple interest in {t} years. {find} the {interest_rate}",
        "in {t} years {m} <earned|brought> {i} of simple interest. {find} the yearly rate in percent",
        "I = {i}, P = {m}, T = {t} years, simple interest, {find} the rate in percent",
        *told_frames(
            "<{m} brings {i} of simple interest in {t} years|{name} gets {i} simple "
            "interest on {m} after {t} years|{m} earns {i} in {t} years at simple "
            "interest|{i} of simple interest are paid for {m} over {t} years>",
            "<what is the {interest_rate}|what is the rate in percent|how many percent a "
            "year is that|how high is the rate>",
            "<what the {interest_rate} is|how high the rate is|how many percent a year that is>",
            "<the {interest_rate}|the rate in percent|the yearly rate in percent>",
            "<principal {m}, simple interest {i}, {t} years|{m}, {i} simple interest, {t} years>",
        ),
    ),
    ("which percentage must a bank grant each year so that {m} yields {i} in {t} years without compounding",),
    constants=(100,),
)
def simple_interest_rate(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    amount, p, t = rng.randint(1, 60) * 100, rng.randint(1, 12), rng.randint(2, 12)
    interest = amount * p * t // 100
    return Instance(
        {
            "m": money(amount),
            "i": money(interest),
            "t": t,
            "name": person.name,
            "he": phrased(person.he),
        },
        steps(
            "We divide the interest by principal and years and turn it into percent.",
            f"principal = {amount}\ninterest = {interest}\nyears = {t}\n{rounded('interest/principal/years*100')}",
            boxed("The rate is", "percent"),
        ),
    )


_PERIODS = (
    ("monthly", 12),
    ("every month", 12),
    ("quarterly", 4),
    ("every quarter", 4),
    ("semiannually", 2),
    ("half-yearly", 2),
)


@task(
    "interest",
    "compound_within_the_year",
    (
        "{name} invests {m} at {p}{pct} {a_year} compounded {often}. how much does {he} have after {t} years",
        "i <invest|deposit> {m} at {p}{pct} interest compounded {often}. how much is it after {t} years",
        "[{aside}]{name} <puts|deposits> {m} {account}. the {interest_rate} is {p}{pct}, compounded {often}. "
        "{tell} the "
        "balance after {t} years",
        "{tell} how much {m} is worth after {t} years at {p}{pct} compounded {often}",
        "{tell} the final amount for {m} at {p}{pct} {a_year}, compounded {often}, after {t} years",
        "{find} the <amount|balance|future value|final value> of {m} after {t} years at {p}{pct} compounded {often}",
        "{find} the future value of {m} at {an_interest_rate} of {p}{pct} compounded {often} for {t} years",
        "{m} is <invested|deposited> at {p}{pct} {a_year}, and interest is compounded {often}. {find} the "
        "amount after {t} "
        "years",
        "a bank pays {p}{pct} interest {a_year}, compounded {often}. what does a deposit of {m} become in {t} years",
        "what will {m} be worth in {t} years at {p}{pct} compounded {often}",
        "if {m} is <invested|deposited> at {p}{pct} compounded {often}, how much is there after {t} years",
        "if you deposit {m} at {p}{pct} interest compounded {often}, what is the balance after {t} years",
        "how much money <will|does> {name} have after {t} years with {m} at {p}{pct} compounded {often}",
        "at {p}{pct} compounded {often}, what does {m} grow to in {t} years",
        "P = {m}, r = {p}{pct}, compounded {often}, t = {t} years. {find} the amount",
        "compounded {often}: {m}, {p}{pct} {a_year}, {t} years, final amount",
        "with an annual rate of {p}{pct} compounded {often}, how much is {m} after {t} years",
        "a <savings account|fund|bond> of {m} pays {p}{pct} {a_year}, compounded {often}. how much is it worth "
        "after {t} "
        "years",
        *told_frames(
            "<{m} grows at {p}{pct} {a_year} compounded {often} for {t} years|{name} leaves"
            " {m} in an account for {t} years at {p}{pct} compounded {often}|interest of "
            "{p}{pct} {a_year} is added {often} to {m} for {t} years>",
            "<how much is it in the end|what is the final amount|what does it grow to|what is the balance then>",
            "<how much it is in the end|what it grows to|what the balance is then>",
            "<the final amount|the balance|the value in the end|the money in the end>",
            "<principal {m}, {p}{pct} compounded {often}, {t} years|{m} at {p}{pct} compounded {often}, {t} years>",
        ),
    ),
    ("{m} lies at {p}{pct} for {t} years while interest is added {often}; tell the sum at the end",),
    constants=(1, 100, 12, 4, 2),
)
def compound_within_year(rng: Random) -> Instance:
    s = _loan(rng)
    often, periods = rng.choice(_PERIODS)
    return Instance(
        {**s, "often": phrased(often)},
        steps(
            f"The year has {periods} periods; each multiplies by 1 plus its part of the rate.",
            f"principal = {s['x']}\nrate = {s['p']}\nyears = {s['t']}\nperiods = {periods}\namount = principal*(1 + "
            f"rate/100/periods)**(periods*years)\nf'{{amount:.2f}}'",
            boxed("The amount is", str(s["unit"])),
        ),
    )


@task(
    "speed",
    "metres_and_seconds",
    (
        "a {mover} moves at {v} {ms} for {t} seconds. how far does it <get|go|move>",
        "how far does a {mover} <get|go> in {t} seconds at {v} {ms}",
        "a {mover} has a speed of {v} {ms}. what distance does it cover in {t} seconds",
        "[{aside}]a {mover} moves at {v} {ms}. {tell} how many metres it covers in {t} seconds",
        "{tell} how far a {mover} gets in {t} seconds at a constant speed of {v} {ms}",
        "if a {mover} moves at {v} {ms}, how many metres does it cover in {t} seconds",
        "{find} the distance in metres for {v} {ms} and {t} seconds",
        "at {v} {ms}, how many metres are covered in {t} seconds",
        "a {mover} covers {d} metres in {t} seconds. {find} its speed [in m/s]",
        "a {mover} needs {t} seconds for {d} metres. how fast is it in {ms}",
        "how fast, in {ms}, is a {mover} that covers {d} metres in {t} seconds",
        "[{aside}]{name} watches a {mover} move {d} metres in {t} seconds. {tell} its speed in {ms}",
        "{tell} the average speed in {ms} for {d} metres in {t} seconds",
        "it takes a {mover} {t} seconds to cover {d} metres. what is its average speed in {ms}",
        "if a {mover} moves {d} metres in {t} seconds, what is its speed in {ms}",
        "{d} m in {t} s, speed in m/s",
        "how long does a {mover} need for {d} metres at {v} {ms}",
        "a {mover} moves at {v} {ms}. how many seconds does it need for {d} metres",
        "how many seconds does it take to cover {d} metres at {v} {ms}",
        "[{aside}]a {mover} has to cover {d} metres at {v} {ms}. {tell} how many seconds that takes",
        "{tell} in how many seconds a {mover} covers {d} metres at {v} {ms}",
        "if the speed is {v} {ms} and the distance {d} metres, what is the time in seconds",
        "{find} the time in seconds for {d} metres at {v} {ms}",
        "with a speed of {v} {ms}, how many seconds pass on {d} metres",
    ),
    (
        "{t} seconds long a {mover} keeps {v} {ms}; which stretch in metres lies behind it",
        "a stretch of {d} metres took {t} seconds; how quick was the {mover} in {ms}",
        "a stretch of {d} metres lies ahead at {v} {ms}; after which number of seconds is it done",
    ),
)
def metres_and_seconds(rng: Random) -> Instance:
    v, t = rng.randint(2, 40), rng.randint(2, 90)
    d = v * t
    (person,) = people(rng, 1)
    mover = rng.choice(
        ("runner", "ball", "dog", "car", "bird", "train", "skater", "drone", "horse", "swimmer", "rabbit")
    )
    slots: dict[str, str | int] = {
        "mover": mover,
        "name": person.name,
        "ms": rng.choice(("m/s", "m/s", "metres per second", "meters per second", "m per second")),
    }
    ask = rng.choice(("distance", "speed", "time"))
    if ask == "distance":
        return Instance(
            {**slots, "v": v, "t": t},
            steps("Distance is speed times time.", f"speed = {v}\ntime = {t}\nspeed*time", boxed("It is", "metres")),
        )
    if ask == "speed":
        return Instance(
            {**slots, "d": d, "t": t},
            steps(
                "Speed is distance divided by time.",
                f"distance = {d}\ntime = {t}\n{rounded('distance/time')}",
                boxed("The speed is", "m/s"),
            ),
        )
    return Instance(
        {**slots, "d": d, "v": v},
        steps(
            "Time is distance divided by speed.",
            f"distance = {d}\nspeed = {v}\n{rounded('distance/speed')}",
            boxed("It takes", "seconds"),
        ),
    )


@task(
    "speed",
    "distance_in_two_parts",
    (
        "a {mover} {drives} {t1} hours at {v1} and then {t2} hours at {v2}. how far does it go [{in_all}]",
        "i <drive|travel|ride> {t1} hours at {v1} and {t2} hours at {v2}. how far do i get [{in_all}]",
        "[{aside}]{name} {drives} for {t1} hours at {v1}, then for {t2} hours at {v2}. {tell} the whole distance",
        "{tell} how far a {mover} goes that makes {v1} for {t1} hours and {v2} for {t2} hours",
        "{tell} the total distance for {t1} hours at {v1} and {t2} hours at {v2}",
        "{find} the <total|whole> distance of a trip with {t1} hours at {v1} and {t2} hours at {v2}",
        "a {mover} {drove} at {v1} for {t1} hours and at {v2} for another {t2} hours. how many {unit} did it cover",
        "how many {unit} does a {mover} cover in {t1} hours at {v1} and {t2} more hours at {v2}",
        "how far is a trip of {t1} hours at {v1} followed by {t2} hours at {v2}",
        "if a {mover} goes {v1} for {t1} hours and {v2} for {t2} hours, what is the total distance",
        "a trip has two parts: {t1} hours at {v1} and {t2} hours at {v2}. how long is it in {unit}",
        "for {t1} hours a {mover} goes {v1}, then for {t2} hours {v2}. how far has it gone",
        "{t1} hours at {v1}, {t2} hours at {v2}, total distance",
        "after {t1} hours at {v1} a {mover} goes on for {t2} hours at {v2}. how far is it from the start if the "
        "road is "
        "straight",
        "you travel {t1} hours at {v1} and {t2} hours at {v2}. {find} the distance travelled",
        "the first {t1} hours {name} {drives} at {v1}, the next {t2} hours at {v2}. how many {unit} is that {together}",
        *told_frames(
            "<a {mover} {drives} {t1} hours at {v1} and {t2} hours at {v2}|{name} {drives} "
            "{t1} hours at {v1}, then {t2} hours at {v2}>",
            "<what is the whole distance|how far is that {in_all}|how many {unit} are that>",
            "<how far that is {in_all}|what the whole distance is>",
            "<the whole distance|the total distance|the way in {unit}>",
            "{t1} hours at {v1}, {t2} hours at {v2}",
        ),
    ),
    ("which way has a {mover} behind it that kept {v1} during {t1} hours and {v2} during {t2} further hours",),
)
def distance_in_two_parts(rng: Random) -> Instance:
    s, (v1, t1), (v2, t2) = _trip_in_two_parts(rng)
    return Instance(
        s,
        chain(
            rng,
            "We add the distances of both parts.",
            [],
            [
                Stage("first", f"{v1}*{t1}", f"The first part is ⟨⟩ {s['unit']} long."),
                Stage("second", f"{v2}*{t2}", f"The second part is ⟨⟩ {s['unit']} long."),
                Stage("distance", "first + second", ""),
            ],
            boxed("The distance is", str(s["unit"])),
            apart=0.15,
        ),
    )


@task(
    "rates",
    "flow_per_minute",
    (
        "a {tap} <gives|pours> {r} litres {per}. how much water is that in {t} {units}",
        "water flows at {r} litres {per}. how many litres flow in {t} {units}",
        "how many litres does a {tap} with {r} litres {per} give in {t} {units}",
        "[{aside}]a {tap} is open for {t} {units} and gives {r} litres {per}. {tell} how many litres come out",
        "{tell} how much water a {tap} gives in {t} {units} at {r} litres {per}",
        "if a {tap} gives {r} litres {per}, how many litres does it give in {t} {units}",
        "at {r} litres {per}, how many litres come out in {t} {units}",
        "a <tank|pool|pond> is filled at {r} litres {per}. how much water is in it after {t} {units} if it was empty",
        "a <tank|pool|pond> holds {v} litres. it is <filled|emptied> at {r} litres {per}. how many {units} does "
        "it take",
        "a {tap} gives {r} litres {per}. how many {units} does it need for {v} litres",
        "how <long in {units}|many {units}> does it take to fill a <tank|pool|bath> of {v} litres at {r} litres {per}",
        "[{aside}]a <tank|bath|pool> for {v} litres is empty. a {tap} pours in {r} litres {per}. {tell} after how many "
        "{units} it is full",
        "{tell} how many {units} a {tap} with {r} litres {per} needs to fill {v} litres",
        "if {r} litres {per} flow into a <tank|pool> of {v} litres, how many {units} does it take to fill it",
        "with {r} litres {per}, how many {units} are needed for {v} litres",
        "a <pump|hose> pumps {r} litres {per}. how many {units} does it take to pump {v} litres",
        "{find} the number of {units} to fill {v} litres at {r} litres {per}",
        "the output of a {tap} is {r} litres {per}. how many litres is it in {t} {units}",
    ),
    (
        "{r} litres leave a {tap} {per}; which quantity has left it when {t} {units} are over",
        "{v} litres fit in and {r} litres enter {per}; for how many {units} must one wait",
    ),
)
def flow(rng: Random) -> Instance:
    per, units = rng.choice(
        (
            ("per minute", "minutes"),
            ("a minute", "minutes"),
            ("per hour", "hours"),
            ("an hour", "hours"),
            ("every minute", "minutes"),
            ("per second", "seconds"),
            ("each hour", "hours"),
        )
    )
    r, t = rng.randint(2, 60), rng.randint(2, 90)
    slots: dict[str, str | int] = {
        "tap": rng.choice(("tap", "pipe", "pump", "hose", "fountain")),
        "per": per,
        "units": units,
        "r": r,
    }
    if rng.random() < 0.5:
        return Instance(
            {**slots, "t": t},
            steps("We multiply the rate by the time.", f"rate = {r}\ntime = {t}\nrate*time", boxed("It is", "litres")),
        )
    return Instance(
        {**slots, "v": r * t},
        steps(
            "We divide the volume by the rate.",
            f"volume = {r * t}\nrate = {r}\n{rounded('volume/rate')}",
            boxed("It takes", units),
        ),
    )


@task(
    "mixtures",
    "dilution",
    (
        "{w} litres of water are added to {a} litres of {p}{pct} {acid}. what is the new concentration in percent",
        "{a} litres of {p}{pct} {acid} are <diluted|thinned> with {w} litres of water. what percent is it now",
        "i add {w} litres of water to {a} litres of {p}{pct} {acid}. how strong is it now in percent",
        "[{aside}]a <chemist|nurse|cook|cleaner> has {a} litres of {p}{pct} {acid} and adds {w} litres of "
        "water. {tell} the "
        "new percentage",
        "{tell} the concentration in percent after {w} litres of water are poured into {a} litres of {p}{pct} {acid}",
        "{tell} what percentage {a} litres of {p}{pct} {acid} have after adding {w} litres of <pure|> water",
        "{find} the concentration when {a} litres of {p}{pct} {acid} are mixed with {w} litres of <pure|> water",
        "if {w} litres of water are added to {a} litres of a {p}{pct} solution, what is the new percentage",
        "if you add {w} ml of water to {a} ml of {p}{pct} {acid}, what is the concentration then",
        "how strong in percent is {p}{pct} {acid} after {a} litres of it are diluted with {w} litres of water",
        "how many percent does the {acid} have if {a} litres at {p}{pct} get {w} litres of water",
        "mix {a} litres of {p}{pct} {acid} with {w} litres of water. {find} the percentage",
        "a <bottle|tank|bucket> with {a} litres of {p}{pct} {acid} is filled up with {w} litres of water. {find} the "
        "concentration",
        "{a} ml {p}{pct} {acid} + {w} ml water, concentration",
        "dilute {a} litres of {p}{pct} {acid} with {w} litres of water. what is the strength in percent",
        "you have {a} litres of {p}{pct} {acid} and pour in {w} litres of water. what percentage do you get",
        "plain water is poured into {a} litres of {p}{pct} {acid}: {w} litres of it. {find} the percentage afterwards",
        "{w} litres of water make {a} litres of {p}{pct} {acid} weaker. how many percent is it now",
        *told_frames(
            "<{w} litres of water are poured into {a} litres of {p}{pct} {acid}|{a} litres "
            "of {p}{pct} {acid} get {w} litres of water more>",
            "<what is the new concentration|how strong is it then|what percent is it now>",
            "<how strong it is then|what the new concentration is>",
            "<the new concentration|the new percentage|the concentration afterwards>",
            "{a} litres of {p}{pct} {acid}, {w} litres of water",
        ),
    ),
    ("water, {w} litres of it, weakens {a} litres of {p}{pct} {acid} to which percentage",),
)
def dilution(rng: Random) -> Instance:
    a, w, p = rng.randint(2, 40), rng.randint(2, 40), rng.randint(2, 19) * 5
    return Instance(
        {
            "a": a,
            "w": w,
            "p": p,
            "acid": phrased(rng.choice(("acid", "alcohol", "salt solution", "juice", "syrup", "bleach", "vinegar"))),
        },
        chain(
            rng,
            "The pure substance stays the same, the whole grows.",
            [],
            [
                Stage("pure", f"{a}*{p}/100", "The pure substance is ⟨⟩."),
                Stage("total", f"{a} + {w}", "The whole is ⟨⟩."),
                Stage("percent", "pure/total*100", ""),
            ],
            boxed("The concentration is", "percent"),
            rounded,
            apart=0.15,
        ),
    )
