"""Rates by the minute, more or fewer hands, distances, maps and ages in students' own short words."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.everyday import HELD_SHAPES, SHAPES, answer, scene, who
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import decimal, grouped, spelled, steps, tidy

# (does, do, one, many, slowest, fastest): what people and machines do by the minute
_BY_THE_MINUTE = (
    ("types", "type", "word", "words", 20, 80), ("reads", "read", "word", "words", 100, 300),
    ("reads", "read", "page", "pages", 1, 4), ("prints", "print", "page", "pages", 5, 60),
    ("packs", "pack", "box", "boxes", 2, 9), ("fills", "fill", "bottle", "bottles", 5, 90),
    ("peels", "peel", "potato", "potatoes", 2, 8), ("writes", "write", "word", "words", 10, 40),
    ("folds", "fold", "shirt", "shirts", 2, 9), ("skips", "skip", "time", "times", 40, 120),
    ("counts", "count", "coin", "coins", 20, 90), ("makes", "make", "badge", "badges", 3, 30),
    ("scans", "scan", "photo", "photos", 4, 20), ("pumps", "pump", "litre", "litres", 8, 60),
    ("sorts", "sort", "letter", "letters", 12, 60), ("solves", "solve", "sum", "sums", 2, 6),
)  # fmt: skip
_MACHINES = (
    "a machine",
    "a robot",
    "a worker",
    "the new machine",
    "this computer",
    "a student",
)


@task("rates", "time_for_an_amount", SHAPES, HELD_SHAPES, weight=1.6)
def time_for_an_amount(rng: Random) -> Instance:
    does, do, _, many, low, high = rng.choice(_BY_THE_MINUTE)
    w = who(rng)
    name, him, verb = (w.name, w.him, does if w.s else do)
    he, aux = w.he, w.does
    if does in ("prints", "fills", "pumps", "scans") and rng.random() < 0.7:
        name, him, verb, he, aux = rng.choice(_MACHINES), "it", does, "it", "does"
    unit = rng.choice(
        ("minute", "minute", "hour", "day") if many in ("pages", "boxes", "badges") else ("minute", "minute", "hour")
    )
    rate, n = rng.randint(low, high), rng.randint(3, 40)
    said = grouped(rng, rate * n)
    a = "an" if unit == "hour" else "a"
    per = rng.choice(("per", a, "every", "each", "in one", f"in {a}"))
    return Instance(
        scene(
            f"{name} {verb} {rate} {many} {per} {unit}",
            f"<how long {aux} {he} need for {said} {many}|how long will it take {him} to {do} {said} {many}|how "
            f"many {unit}s "
            f"for {said} {many}|how long for {said} {many}|how many {unit}s {aux} {he} need for {said} "
            f"[{many}]|how many "
            f"{unit}s to {do} {said} {many}|how long does it take {him} to {do} {said} {many}>",
            f"the <time|number of {unit}s> for {said} {many}",
            f"{rate} {many} are done with each {unit} that passes, and {said} are ordered from {name}",
            f"after how many {unit}s is the last one there",
        ),
        steps(
            "We divide the amount by the rate.",
            f"amount = {rate * n}\nrate = {rate}\n{tidy('amount/rate')}",
            answer(rng, "It takes", f"{unit}s"),
        ),
    )


_BEATS = (
    ("my heart beats", "times"), ("a heart beats", "times"), ("a tap drips", "times"), ("a machine makes", "screws"),
    ("i blink", "times"), ("a wheel turns", "times"), ("a factory makes", "toys"), ("a printer prints", "pages"),
    ("a pump moves", "litres"), ("a baby breathes", "times"), ("a clock ticks", "times"), ("a tap leaks", "ml"),
    ("a lighthouse flashes", "times"), ("a shop sells", "buns"), ("a call centre gets", "calls"),
    ("a fan spins", "times"),
    ("a bird flaps its wings", "times"), ("a bakery bakes", "rolls"), ("a robot packs", "boxes"),
    ("a well gives", "litres"),
)  # fmt: skip
_LONGER = (
    ("minute", "hour", 60),
    ("minute", "hour", 60),
    ("second", "minute", 60),
    ("hour", "day", 24),
    ("day", "week", 7),
)


@task("rates", "rate_for_a_longer_unit", SHAPES, HELD_SHAPES, weight=1.5, constants=(60, 24, 7))
def rate_for_a_longer_unit(rng: Random) -> Instance:
    does, things = rng.choice(_BEATS)
    short, long, factor = rng.choice(_LONGER)
    rate, n = rng.randint(2, 120), rng.choice((1, 1, 1, rng.randint(2, 6)))
    said = {"minute": rng.choice(("minute", "minute", "min")), "second": rng.choice(("second", "sec"))}.get(
        short, short
    )
    a = "an" if short == "hour" else "a"
    per = rng.choice((a, a, "per", "every", "each", f"in {a}"))
    span = rng.choice((f"{'an' if long == 'hour' else 'a'} {long}", f"one {long}", f"1 {long}", f"a whole {long}"))
    if n > 1:
        span = f"{spelled(rng, n)} {long}s"
    code = f"rate = {rate}\nrate*{factor}" + (f"*{n}" if n > 1 else "")
    return Instance(
        scene(
            f"{does} {rate} {things} {per} {said}",
            f"<how many {things} in {span}|how many [{things}] is that in {span}|how many {things} is it in {span}|"
            f"what is that in {span}|and in {span}>",
            f"<the number of {things}|how many {things}> in {span}",
            f"with each {short} there come {rate} {things}, for {does.rsplit(' ', 1)[0]}",
            f"what has that grown to after {span}",
        ),
        steps(
            f"{'An' if long == 'hour' else 'A'} {long} has {factor} {short}s, so we multiply.",
            code,
            answer(rng, "It is", things),
        ),
    )


_CRAWLERS = (
    ("a snail crawls", "cm"), ("a snail moves", "cm"), ("a tortoise walks", "m"), ("a plant grows", "mm"),
    ("a car drives", "km"),
    ("a candle loses", "cm"), ("a machine fills", "bottles"), ("a tap loses", "litres"), ("a girl picks", "apples"),
    ("a printer prints", "pages"), ("a robot paints", "m"), ("a boat sails", "km"), ("a beetle crawls", "cm"),
    ("a worker packs", "boxes"), ("a bird flies", "km"), ("my printer makes", "copies"), ("a caterpillar moves", "cm"),
    ("a digger digs", "m"), ("a drill goes", "cm"), ("a runner does", "laps"), ("i read", "pages"), ("i solve", "sums"),
)  # fmt: skip


@task("rates", "so_much_every_few_minutes", SHAPES, HELD_SHAPES, weight=1.5, constants=(60,))
def so_much_every_few_minutes(rng: Random) -> Instance:
    does, unit = rng.choice(_CRAWLERS)
    if does == "a plant grows":
        times, target_hour = "days", False
    else:
        times, target_hour = "minutes", rng.random() < 0.5
    every = rng.choice((2, 3, 4, 5, 6, 10, 12, 15, 20)) if target_hour else rng.randint(2, 9)
    much = rng.randint(2, 20)
    word = rng.choice((times, times, times, "mins")) if times == "minutes" else times
    if target_hour:
        hours = rng.choice((1, 1, 1, 2, 3))
        span = rng.choice(("1 hour", "an hour", "one hour")) if hours == 1 else f"{hours} hours"
        target = "60" if hours == 1 else f"{hours}*60"
    else:
        target = str(every * rng.randint(2, 12))
        span = f"{target} {word}"
    far = (
        f"|how far does it go in {span}|how far in {span}|how far after {span}"
        if unit in ("cm", "m", "km", "mm")
        else ""
    )
    if "loses" in does or "grows" in does or "paints" in does or "fills" in does:
        far = ""
    return Instance(
        scene(
            f"<{does} {much} {unit} every {every} {word}|{does} {much} {unit} in {every} {word}>",
            f"<how many {unit} in {span}|how many {unit} is that in {span}|how much is that in {span}{far}>",
            f"<the number of {unit} in {span}|how many {unit} in {span}>",
            f"each time {every} {word} are over, {much} {unit} more are counted",
            f"what is the count in {unit} once {span} are over",
        ),
        steps(
            "We find how often that fits and multiply.",
            f"each = {much}\nevery = {every}\ntime = {target}\n{tidy('time/every*each')}",
            answer(rng, "It is", unit),
        ),
    )


_WORKING = (
    ("painters", "paint a school"), ("workers", "build a wall"), ("men", "dig a ditch"), ("pumps", "empty a pool"),
    ("taps", "fill a tank"), ("builders", "build a house"), ("cleaners", "clean an office"),
    ("machines", "make an order"),
    ("gardeners", "plant the trees"), ("people", "clear a field"), ("printers", "print a book"),
    ("farmers", "harvest a field"),
    ("women", "knit the blankets"), ("robots", "finish a job"), ("students", "decorate the hall"),
    ("hoses", "fill a pond"),
    ("tailors", "sew the costumes"), ("trucks", "move the sand"), ("decorators", "do a house"),
    ("friends", "paint a fence"),
)  # fmt: skip


@task("proportion", "fewer_or_more_hands", SHAPES, HELD_SHAPES, weight=1.6)
def fewer_or_more_hands(rng: Random) -> Instance:
    """Inverse proportion: more workers, less time; or food that lasts for fewer animals."""
    unit = rng.choice(("days", "days", "hours"))
    while True:
        a, t, b = rng.randint(2, 12), rng.randint(2, 30), rng.randint(2, 15)
        if a != b and a * t % b == 0:
            break
    na, nb = spelled(rng, a, 0.15), spelled(rng, b, 0.15)
    if rng.random() < 0.75:
        who_, do = rng.choice(_WORKING)
        told = (
            f"<{na} {who_} take {t} {unit} to {do}|{na} {who_} <can |>{do} in {t} {unit}|it takes {na} {who_} "
            f"{t} {unit} to "
            f"{do}|{na} {who_} need {t} {unit} to {do}>"
        )
        ask = (
            f"<how long <would|will|do> {nb} [{who_}] take|how long for {nb} {who_}|how many {unit} "
            f"<would|do|will> {nb} "
            f"{who_} <need|take>|how long would it take {nb} {who_} <at the same speed|to do it|>|how many "
            f"{unit} for {nb} "
            f"{who_}|how long with {nb} {who_} [at the same rate]>"
        )
        want = f"the <time|number of {unit}> for {nb} {who_}"
        kept = f"with {na} {who_} at it, {t} {unit} go by until they {do}"
        query = f"if it were {nb} of them, after how many {unit} would all be done"
    else:
        who_, food = rng.choice(
            (("horses", "hay"), ("cows", "feed"), ("dogs", "dog food"), ("cats", "cat food"), ("people", "water"),
             ("chickens", "corn"), ("campers", "food"), ("hamsters", "seeds"), ("sheep", "hay"), ("soldiers", "bread"))
        )  # fmt: skip
        told = (
            f"<the {food} lasts {na} {who_} {t} {unit}|there is enough {food} for {na} {who_} for {t} "
            f"{unit}|{na} {who_} eat all "
            f"the {food} in {t} {unit}|a store of {food} lasts {t} {unit} for {na} {who_}>"
        )
        if food == "water":
            told = told.replace(" eat ", " use ")
        ask = (
            f"<how long does it last {nb} {who_}|how long for {nb} {who_}|how many {unit} would it last for "
            f"{nb} {who_}|how "
            f"many {unit} with {nb} {who_}|how long will it last if there are {nb} {who_}>"
        )
        want = f"the <time|number of {unit}> for {nb} {who_}"
        kept = f"after {t} {unit} no {food} is left where {na} {who_} live"
        query = f"with {nb} of them, when would it be gone, in {unit}"
    return Instance(
        scene(told, ask, want, kept, query),
        steps(
            "The work is the product of both, so we divide it by the new number.",
            f"work = {a}*{t}\n{tidy(f'work/{b}')}",
            answer(rng, "It is", unit),
        ),
    )


_MOVING = (
    ("walks", "walk", "walked", 3, 6), ("runs", "run", "ran", 8, 15), ("cycles", "cycle", "cycled", 12, 30),
    ("drives", "drive", "drove", 30, 100), ("jogs", "jog", "jogged", 6, 12), ("swims", "swim", "swam", 2, 4),
    ("rides", "ride", "rode", 10, 30), ("hikes", "hike", "hiked", 3, 5), ("skates", "skate", "skated", 8, 20),
)  # fmt: skip
_SPEED = (("km", "km/h"), ("km", " km/h"), ("km", " km per hour"), ("km", " km an hour"), ("miles", " mph"),
          ("miles", " miles per hour"), ("km", " kph"))  # fmt: skip


@task("speed", "minutes_for_a_distance", SHAPES, HELD_SHAPES, weight=1.5, constants=(60,))
def minutes_for_a_distance(rng: Random) -> Instance:
    w = who(rng)
    does, do, _, low, high = rng.choice(_MOVING)
    km, per = rng.choice(_SPEED)
    speed = rng.randint(low, high)
    minutes = rng.randint(1, 18) * 5
    while speed * minutes % 6 and rng.random() < 0.9:
        speed, minutes = rng.randint(low, high), rng.randint(1, 18) * 5
    d = f"{speed * minutes / 60:.10g}"
    if "." in d and len(d.split(".")[1]) > 2:
        d = str(max(1, speed // 2))
    verb = does if w.s else do
    v = f"{speed}{per}"
    if rng.random() < 0.65:
        return Instance(
            scene(
                f"<{w.name} {verb} at {v}|{w.name} {verb} at a speed of {v}|{w.name} {verb} with {v}>",
                f"<how many minutes to {do} {d} {km}|how many minutes for {d} {km}|how many minutes {w.does} "
                f"{w.he} need for {d} "
                f"{km}|how long in minutes for {d} {km}|how many minutes does {d} {km} take|how many mins to "
                f"{do} {d} {km}>",
                f"the <time in minutes|number of minutes> for {d} {km}",
                f"{d} {km} lie in front of {w.him if w.name == 'i' else w.name}, whose speed stays at {v}",
                "after how many minutes is the goal reached",
            ),
            steps(
                "Time is distance divided by speed; we turn the hours into minutes.",
                f"distance = {d}\nspeed = {speed}\n{tidy('round(distance/speed*60, 2)')}",
                answer(rng, "It takes", "minutes"),
            ),
        )
    return Instance(
        scene(
            f"<{w.name} {verb} at {v} for {minutes} <minutes|min|mins>|{w.name} {verb} {minutes} "
            f"<minutes|min|mins> at {v}>",
            f"<how far is that|how far {w.does} {w.he} <get|go>|how many {km} is that|what distance is that>",
            "the distance",
            f"{minutes} minutes long the speed stays at {v} for {w.him if w.name == 'i' else w.name}",
            f"what way in {km} is behind the traveller",
        ),
        steps(
            "Distance is speed times the time in hours.",
            f"speed = {speed}\nminutes = {minutes}\n{tidy('round(speed*minutes/60, 2)')}",
            answer(rng, "The distance is", km),
        ),
    )


@task("speed", "two_leave_one_place", SHAPES, HELD_SHAPES, weight=1.3)
def two_leave_one_place(rng: Random) -> Instance:
    """Opposite ways: the distances add up; the same way: their difference."""
    movers, low, high = rng.choice(
        (("trains", 40, 120), ("cars", 30, 110), ("cyclists", 10, 30), ("buses", 30, 90), ("boats", 10, 40),
        ("planes", 300, 900),
         ("runners", 8, 16), ("walkers", 3, 6), ("ships", 15, 40), ("people", 3, 7), ("friends", 4, 20),
         ("bikes", 10, 30))
    )  # fmt: skip
    km, per = rng.choice(_SPEED)
    a, b = (
        rng.sample(range(low, high + 1), 2)
        if high < 40
        else [5 * n for n in rng.sample(range(low // 5, high // 5 + 1), 2)]
    )
    t = rng.randint(2, 6)
    hours = f"{spelled(rng, t)} hours"
    opposite = rng.random() < 0.6
    way = (
        "<in opposite directions|opposite ways|the opposite way>"
        if opposite
        else "<in the same direction|the same way|along the same road>"
    )
    start = rng.choice(("the same station", "the same place", "the same town", "one point", "the same harbour", "home"))
    return Instance(
        scene(
            f"<two {movers} <start at|start from|leave> {start} {way}, one at {a}{per} and the other <at "
            f"|>{b}{per}|two {movers} "
            f"<leave|set off> from {start} at the same time {way}. one goes {a}{per}, the other {b}{per}|from "
            f"{start} two "
            f"{movers} go {way} at {a}{per} and {b}{per}>",
            f"<how far apart are they after {hours}|how far apart after {hours}|how many {km} are between them "
            f"after {hours}|"
            f"what is the distance between them after {hours}|how far are they from each other after {hours}>",
            f"the distance between them after {hours}",
            f"{a}{per} and {b}{per} are the speeds of two {movers} that left {start}, "
            f"{'one to the east and one to the west' if opposite else 'both to the east'}",
            f"which gap in {km} has opened when {hours} are over",
            clause=f"from {start} two {movers} go {way} at {a}{per} and {b}{per}",
        ),
        steps(
            "They move apart with the sum of their speeds."
            if opposite
            else "The gap grows with the difference of the speeds.",
            f"first = {a}\nsecond = {b}\nhours = {t}\n"
            + ("(first + second)*hours" if opposite else "abs(first - second)*hours"),
            answer(rng, "The distance is", km),
        ),
    )


@task("speed", "there_and_back", SHAPES, HELD_SHAPES, weight=1.4, constants=(2,))
def there_and_back(rng: Random) -> Instance:
    w = who(rng, 0.5)
    km = rng.choice(("km", "km", "miles", "kilometres"))
    d = decimal(rng, 1, 15, 1) if rng.random() < 0.6 else str(rng.randint(2, 40))
    n = rng.randint(2, 20)
    place = rng.choice(
        ("school", "work", "the gym", "the library", "the pool", "grandma's house", "the shop", "college", "the park")
    )
    by = rng.choice(("walk", "cycle", "drive", "go", "travel", "ride"))
    days = rng.choice((f"{n} days", f"a {n} day week" if n in (4, 5, 6) else f"{n} days", f"{spelled(rng, n)} days"))
    both = rng.choice(
        ("there and back", "both ways", "to and from", "a round trip each day", "there and back every day")
    )
    verb = f"{by}{'es' if by == 'go' else w.s}" if w.s else by
    return Instance(
        scene(
            f"<it's {d} {km} to {place}|its {d} {km} to {place}|{place} is {d} {km} away|{w.name} live{w.s} {d} "
            f"{km} from {place}|"
            f"it is {d} {km} from home to {place}|the way to {place} is {d} {km}>",
            f"<how far {w.does} {w.name} {by} in {days} {both}|how many {km} in {days} {both}|how far is that "
            f"in {days} {both}|"
            f"{w.name} {verb} {both} on {days}. how far is that|how far {w.does} {w.he} {by} in {days} going "
            f"there and back|how "
            f"many {km} in {days} if {w.he} {verb} {both}>",
            f"the distance {both} in {days}",
            f"between the front door and {place} lie {d} {km}, done twice on each of {n} days",
            f"what do the {km} add up to",
        ),
        steps(
            "Each day has two ways.",
            f"way = {d}\ndays = {n}\n{tidy('2*way*days')}",
            answer(rng, "The distance is", km),
        ),
    )


@task("proportion", "map_with_units", SHAPES, HELD_SHAPES, weight=1.3)
def map_with_units(rng: Random) -> Instance:
    one, real = rng.choice((("cm", "km"), ("cm", "km"), ("cm", "m"), ("inch", "miles"), ("cm", "miles")))
    many = "inches" if one == "inch" else one
    scale = rng.choice((2, 3, 4, 5, 8, 10, 12, 15, 20, 25, 50)) if rng.random() < 0.8 else f"{rng.randint(1, 9)}.5"
    x = decimal(rng, 1, 15, 1) if rng.random() < 0.6 else str(rng.randint(2, 18))
    a, b = rng.choice((("two towns", "apart"), ("two villages", "apart"), ("the lake and the hotel", "apart"),
    ("two cities", "apart"),
                       ("the school and the park", "apart"), ("two islands", "apart")))  # fmt: skip
    plan_ = "on a plan" if real == "m" else "on a map"
    told = (
        f"<{plan_} 1 {one} is {scale} {real}|{plan_} 1 {one} stands for {scale} {real}|1 {one} {plan_} means "
        f"{scale} {real}|the "
        f"scale is 1 {one} to {scale} {real}|a map has a scale of 1 {one} = {scale} {real}>"
    )
    if rng.random() < 0.65:
        return Instance(
            scene(
                f"{told}. {a} are {x} {many} {b} [on it]",
                "<what is the real distance|how far is it really|how far apart are they really|whats the actual "
                "distance|how many "
                f"{real} is that in real life|real distance>",
                "<the real distance|the actual distance>",
                f"{x} {many} on paper lie between {a}, where every {one} is {scale} {real} outside",
                f"what way in {real} does one walk outside",
                clause=f"{plan_} 1 {one} is {scale} {real} and {a} are {x} {many} apart [on it]",
            ),
            steps(
                "We multiply the distance on the map by the scale.",
                f"scale = {scale}\nlength = {x}\n{tidy('length*scale')}",
                answer(rng, "The distance is", real),
            ),
        )
    real_d = f"{float(scale) * float(x):.10g}"
    return Instance(
        scene(
            f"{told}. {a} are [really] {real_d} {real} {b}",
            f"<how far apart are they on the map|how many {many} is that on the map|what is the distance on the "
            f"map|how long is it "
            "on the map>",
            "the <distance|length> on the map",
            f"outside {real_d} {real} lie between {a}, and on paper every {one} is {scale} {real}",
            "how long is the line on paper",
            clause=f"{plan_} 1 {one} is {scale} {real} and {a} are [really] {real_d} {real} apart",
        ),
        steps(
            "We divide the real distance by the scale.",
            f"scale = {scale}\ndistance = {real_d}\n{tidy('distance/scale')}",
            answer(rng, "On the map it is", many),
        ),
    )


_PARTS_OF_DAY = (
    ("before lunch", "after lunch"), ("before lunch", "after"), ("in the morning", "in the afternoon"),
    ("on monday", "on tuesday"),
    ("on the first day", "on the second day"), ("on saturday", "on sunday"), ("yesterday", "today"), ("first", "then"),
)  # fmt: skip


@task("word problems", "still_to_go", SHAPES, HELD_SHAPES, weight=1.4)
def still_to_go(rng: Random) -> Instance:
    w = who(rng)
    did, unit, whole, low = rng.choice(
        (("drove", "miles", "trip", 40), ("drove", "km", "trip", 40), ("cycled", "km", "tour", 10),
        ("walked", "km", "trail", 3),
         ("read", "pages", "book", 20), ("rode", "miles", "ride", 8), ("hiked", "km", "hike", 4),
         ("sailed", "miles", "journey", 20),
         ("painted", "m", "fence", 5), ("typed", "words", "essay", 100), ("solved", "problems", "worksheet", 4),
         ("sewed", "cm", "scarf", 10), ("planted", "rows", "field", 3), ("travelled", "km", "journey", 60))
    )  # fmt: skip
    a, b = rng.randint(low, low * 4), rng.randint(low, low * 4)
    total = a + b + rng.randint(low // 2 + 1, low * 4)
    am, pm = rng.choice(_PARTS_OF_DAY)
    has = "has" if unit in ("pages", "words", "problems", "rows") else "is"
    the = f"<the whole {whole} {has} {total} {unit}|the {whole} {has} {total} {unit} [in total]>"
    verb = (
        "go"
        if unit in ("km", "miles")
        else {"pages": "read", "words": "type", "problems": "solve", "rows": "plant"}.get(unit, "do")
    )
    return Instance(
        scene(
            f"<{w.name} {did} {a} {unit} {am} and {b} {pm}. {the}|{the}. {w.name} {did} {a} {unit} {am} and {b} "
            f"[{unit}] {pm}|"
            f"{w.name} {did} {a} {unit} {am}, then {b} {unit} {pm}. {the}>".replace("then then", "then")
            .replace(f"{b} then", f"then {b}")
            .replace(f"{b} [{unit}] then", f"then {b}")
            .replace(f"then {b} {unit} then", f"then {b} {unit}"),
            f"<how many {unit} <still |are still |>to {verb}|how many {unit} are left|how many {unit} {w.does} "
            f"{w.he} still have to "
            f"{verb}|how much is left|how many more {unit}|how many {unit} remain>",
            f"<the rest|the remaining {unit}|the number of {unit} left>",
            f"of {total} {unit} in the {whole}, {a} were done {am} and {b} more followed",
            f"which part in {unit} lies ahead",
        ),
        steps(
            "We take what is done off the whole.",
            f"whole = {total}\nfirst = {a}\nsecond = {b}\nwhole - first - second",
            answer(rng, "The rest is", unit),
        ),
    )


_ELDERS = ("mum", "mom", "dad", "mother", "father", "aunt", "uncle", "teacher")
_SIBLINGS = ("brother", "sister", "cousin", "friend")
_TIMES = {2: ("twice", "2 times", "two times"), 3: ("3 times", "three times"), 4: ("4 times", "four times"),
          5: ("5 times", "five times"), 6: ("6 times", "six times")}  # fmt: skip


@task("ages", "ages_in_short", SHAPES, HELD_SHAPES, weight=2.2, constants=(2, 1))
def ages_in_short(rng: Random) -> Instance:
    """Short questions on ages with one or two steps."""
    w = who(rng)
    name, he, his, is_ = w.name, w.he, w.his, w.is_
    told_is = rng.choice(("i am", "im", "i'm")) if name == "i" else f"{name} is"
    old = rng.choice(("", "", " years old"))
    kind = rng.randrange(6)
    if kind == 0:
        k = rng.randint(2, 5)
        age = rng.randint(6, 18) if k < 4 else rng.randint(5, 12)
        elder = f"{his} {rng.choice(_ELDERS)}"
        times = rng.choice(_TIMES[k])
        return Instance(
            scene(
                f"<{told_is} {age}{old} and {elder} is {times} as old|{told_is} {age}{old}. {elder} is {times} "
                f"as old [as {w.him}]|"
                f"{elder} is {times} as old as {w.name if name != 'i' else 'me'}. "
                f"{told_is if name == 'i' else he + ' is'} {age}>",
                f"<how old is {elder}|how old is {elder} now|what is the age of {elder}>",
                f"the age of {elder}",
                f"{elder} has lived {times} the {age} years of {w.him if name == 'i' else name}",
                f"which number of candles stands on the cake of {elder}",
                clause=f"{told_is} {age}{old} and {elder} is {times} as old",
            ),
            steps("We multiply the age.", f"age = {age}\nage*{k}", answer(rng, "The age is", "years")),
        )
    if kind in (1, 2):
        sibling = f"{his} {rng.choice(_SIBLINGS)}"
        age, k, n = rng.randint(8, 20), rng.randint(2, 7), rng.randint(2, 12)
        younger = rng.random() < 0.5
        sign, word = ("-", "younger") if younger else ("+", "older")
        told = (
            f"<{told_is} {age}{old}. {sibling} is {k} years {word} [than {w.him}]|{told_is} {age}{old} and "
            f"{sibling} is {k} years "
            f"{word}|{sibling} is {k} years {word} than {'me' if name == 'i' else name}. "
            f"{told_is if name == 'i' else he + ' is'} "
            f"{age}>"
        )
        clause = f"{told_is} {age}{old} and {sibling} is {k} years {word}"
        kept = f"{age} years has {name} behind, and {sibling} {k} years {'less' if younger else 'more'}"
        if name == "i":
            kept = f"my own age is {age}, and {sibling} has {k} years {'less' if younger else 'more'}"
        if kind == 1:
            return Instance(
                scene(
                    told,
                    f"<how old is {sibling}|what age is {sibling}|how old is {sibling} now>",
                    f"the age of {sibling}",
                    kept,
                    f"which age has {sibling} reached",
                    clause=clause,
                ),
                steps(
                    f"We {'subtract' if younger else 'add'} the years.",
                    f"age = {age}\nage {sign} {k}",
                    answer(rng, "The age is", "years"),
                ),
            )
        past = rng.random() < 0.25 and n < age - k
        when = f"{n} years ago" if past else f"in {n} years"
        ask = (
            f"<how old was {sibling} {when}|what age was {sibling} {when}>"
            if past
            else f"<how old will {sibling} be {when}|what age will {sibling} be {when}>"
        )
        return Instance(
            scene(told, ask, f"the age of {sibling} {when}", kept, f"{when}, which age has {sibling}", clause=clause),
            steps(
                "We find the age now, then move it by the years.",
                f"age = {age}\nother = age {sign} {k}\nother {'-' if past else '+'} {n}",
                answer(rng, "The age is", "years"),
            ),
        )
    if kind == 3:
        pair = rng.choice(
            ("two sisters", "two brothers", "two friends", "two cousins", "two girls", "two boys", "a couple")
        )
        x, d = rng.randint(3, 30), rng.randint(2, 12)
        total = 2 * x + d
        one = pair.split(" ")[1][:-1] if pair != "a couple" else "one"
        young = rng.random() < 0.65
        which = f"{'younger' if young else 'older'}"
        return Instance(
            scene(
                f"<the sum of {pair}' ages is {total}. one is {d} years older than the other|the ages of {pair} "
                f"add up to {total}. "
                f"one is {d} years older [than the other]|{pair} are {total} <years old together|together> and "
                f"one is {d} years "
                f"older|together {pair} are {total}, with a difference of {d} years>".replace("couple'", "couple's"),
                f"<how old is the {which} [{one}]|what is the age of the {which} one|how old is the {which} "
                f"one|whats the {which} "
                "one's age>".replace(" [one]", " one"),
                f"the age of the {which} one",
                f"{total} years come together when {pair} add theirs, and {d} years lie between their birthdays",
                f"what age has the {which} of them",
                clause=f"{pair} are {total} <years old together|together> and one is {d} years older",
            ),
            steps(
                f"We {'subtract' if young else 'add'} the difference and halve.",
                f"total = {total}\ndifference = {d}\n(total {'-' if young else '+'} difference)//2",
                answer(rng, "The age is", "years"),
            ),
        )
    if kind == 4:
        born = rng.randint(1935, 2008)
        then = born + rng.randint(8, 80)
        subject = rng.choice(
            (name, "grandpa", "grandma", "my dad", "my mum", "a man", "a tree", "our school", "the queen", "a car")
        )
        he2 = {
            "grandpa": "he",
            "my dad": "he",
            "a man": "he",
            "grandma": "she",
            "my mum": "she",
            "the queen": "she",
        }.get(subject, he if subject == name else "it")
        made = {"a tree": "planted", "our school": "built", "a car": "made"}.get(subject, "born")
        if rng.random() < 0.7:
            return Instance(
                scene(
                    f"{subject} was {made} in {born}",
                    f"<how old was {he2} in {then}|how old did {he2} turn in {then}|how old is {he2} in "
                    f"{then}|what age did {he2} "
                    f"<reach|turn> in {then}|how old would {he2} be in {then}>".replace("is i ", "am i "),
                    f"the age in {then}",
                    f"the papers of {'me' if subject == 'i' else subject} say {born} and the calendar {then}",
                    "how many years lie between",
                ),
                steps("We subtract the years.", f"{then} - {born}", answer(rng, "The age is", "years")),
            )
        age = then - born
        return Instance(
            scene(
                f"<{subject} was {age} [years old] in {then}|in {then} {subject} was {age}|{subject} turned "
                f"{age} in {then}>",
                f"<what year was {he2} {made}|when was {he2} {made}|in which year was {he2} {made}>",
                f"the year {'of birth' if made == 'born' else 'it was ' + made}",
                f"{age} candles were lit for {'me' if subject == 'i' else subject} in {then}",
                "in what year did it all begin",
            ),
            steps("We subtract the age from the year.", f"{then} - {age}", answer(rng, "The year is")),
        )
    k = rng.choice((2, 2, 2, 3, 4))
    age = rng.randint(2, 15)
    n = age * (k - 1)
    times = rng.choice(_TIMES[k])
    return Instance(
        scene(
            f"<in {n} years {name} will be {times} as old as {he} {is_} now|{name} will be {times} {his} age in "
            f"{n} years|{n} years "
            f"from now {name} will be {times} as old as now|{name} will be {times} as old in {n} years>",
            f"<how old {is_} {he} [now]|what is {his} age now|how old {is_} {he} today>",
            f"{his} age now",
            f"{n} years must pass until {name} counts {times} the years of today",
            f"which age {'have' if name == 'i' else 'has'} {he} at present",
        ),
        steps(
            "The years to come are the age times one less than the factor.",
            f"years = {n}\nfactor = {k}\nyears//(factor - 1)",
            answer(rng, "The age is", "years"),
        ),
    )
