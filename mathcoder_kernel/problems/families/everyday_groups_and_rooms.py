"""Parts and percents of people and things, ratios, recipes, averages, rooms, weights and chances in students' words."""

from __future__ import annotations

from math import gcd
from random import Random

from mathcoder_kernel.problems.everyday import HELD_SHAPES, SHAPES, answer, money, scene, who
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import THINGS
from mathcoder_kernel.problems.story import GOODS, decimal, grouped, people, spelled, steps, tidy

# (all of them, where, a kind, the other kind)
_GROUPS = (
    ("students", "in a class", "girls", "boys"), ("kids", "in a club", "girls", "boys"),
    ("people", "on a bus", "children", "adults"), ("pupils", "in a school", "boys", "girls"),
    ("guests", "at a party", "men", "women"), ("members", "in a choir", "women", "men"),
    ("players", "in a team", "right handed", "left handed"), ("sheep", "on a farm", "black", "white"),
    ("cars", "in a car park", "red", "not red"), ("sweets", "in a bag", "red", "not red"),
    ("books", "on a shelf", "novels", "no novels"), ("eggs", "in a box", "brown", "white"),
    ("animals", "in a shelter", "dogs", "cats"), ("balloons", "in a room", "blue", "not blue"),
    ("passengers", "on a plane", "tourists", "no tourists"), ("trees", "in a park", "oaks", "no oaks"),
    ("children", "in a camp", "boys", "girls"), ("workers", "in a factory", "women", "men"),
    ("tickets", "in a box", "winners", "no winners"), ("seats", "in a cinema", "taken", "free"),
    ("people", "in a village", "vegetarians", "no vegetarians"), ("cows", "on a farm", "brown", "not brown"),
)  # fmt: skip
_FRACTION_WORDS = {
    (1, 2): "half", (1, 3): "a third", (2, 3): "two thirds", (1, 4): "a quarter", (3, 4): "three quarters",
    (1, 5): "a fifth", (2, 5): "two fifths", (3, 5): "three fifths", (4, 5): "four fifths", (1, 6): "a sixth",
    (5, 6): "five sixths", (3, 8): "three eighths", (5, 8): "five eighths", (1, 10): "a tenth", (3, 10): "three tenths",
}  # fmt: skip


def _fraction(rng: Random) -> tuple[int, int, str]:
    """A fraction below 1, and how it is written."""
    if rng.random() < 0.5:
        (a, b), words = rng.choice(tuple(_FRACTION_WORDS.items()))
        return a, b, words if rng.random() < 0.7 else f"{a}/{b}"
    b = rng.randint(3, 12)
    a = rng.choice([n for n in range(1, b) if gcd(n, b) == 1])
    return a, b, f"{a}/{b}"


_DOES = (
    ("walk to school", "walk"), ("play football", "play"), ("have a pet", "have a pet"),
    ("wear glasses", "wear glasses"),
    ("come by bus", "come by bus"), ("like pizza", "like pizza"), ("speak french", "speak french"),
    ("can swim", "can swim"),
    ("passed the test", "passed"), ("were late", "were late"), ("went home", "went home"), ("are ill", "are ill"),
    ("play an instrument", "play an instrument"), ("ate lunch", "ate lunch"), ("have a brother", "have a brother"),
)  # fmt: skip
_CROWDS = (
    "students",
    "pupils",
    "kids",
    "children",
    "people",
    "boys",
    "girls",
    "members",
    "players",
    "teachers",
    "guests",
)


@task("word problems", "fraction_of_a_group", SHAPES, HELD_SHAPES, weight=1.6, constants=(1, 2, 3, 4, 5, 6, 8, 10))
def fraction_of_a_group(rng: Random) -> Instance:
    a, b, f = _fraction(rng)
    n = b * rng.randint(2, 15 if b > 5 else 30)
    said = grouped(rng, n)
    if rng.random() < 0.5:
        crowd = rng.choice(_CROWDS)
        do, short = rng.choice(_DOES)
        place = rng.choice(
            (" in a class", " in class", " in the club", " in my school", "", "", " in my year", " at the party")
        )
        told = (
            f"<{f} of the {said} {crowd}{place} {do}|there are {said} {crowd}{place}. {f} of them {do}|of "
            f"{said} {crowd}{place}, "
            f"{f} {do}|{f} of {said} {crowd} {do}>"
        )
        yes = f"<how many {short}|how many {crowd} {short}|how many is that|how many of them {short}>"
        no = "<how many do not|how many don't|how many is the rest|how many are the others>"
    else:
        crowd, place, kind, other = rng.choice(_GROUPS)
        told = (
            f"<{f} of the {said} {crowd} {place} are {kind}|there are {said} {crowd} {place}. {f} of them are "
            f"{kind}|of {said} "
            f"{crowd} {place}, {f} are {kind}>"
        )
        yes = f"<how many are {kind}|how many {crowd} are {kind}|how many is that>"
        no = (
            f"<how many are {other}|how many {crowd} are {other}>"
            if other[:3] not in ("no ", "not")
            else (f"<how many are not {kind}|how many {crowd} are not {kind}|how many are {other}>")
        )
    kept = f"{said} {crowd} stand together and {f} of that number belongs to the special ones"
    if rng.random() < 0.65:
        return Instance(
            scene(told, yes, "the number", kept, "how big is that part"),
            steps("We multiply the number by the fraction.", f"{n}*{a}//{b}", answer(rng, "The number is")),
        )
    return Instance(
        scene(told, no, "the number of the others", kept, "how many belong to the ordinary ones"),
        steps("We take the part off the whole.", f"whole = {n}\nwhole - whole*{a}//{b}", answer(rng, "The number is")),
    )


_EATEN = (
    ("ate", "chocolate bar", "pieces", "piece"), ("ate", "pizza", "slices", "slice"),
    ("ate", "pack of sweets", "sweets", "sweet"),
    ("read", "book", "pages", "page"), ("used", "roll of tape", "metres", "metre"),
    ("sold", "tray of eggs", "eggs", "egg"),
    ("gave away", "bag of marbles", "marbles", "marble"), ("used", "pack of paper", "sheets", "sheet"),
    ("lost", "pack of cards", "cards", "card"), ("ran", "race", "laps", "lap"), ("ate", "cake", "slices", "slice"),
    ("finished", "worksheet", "questions", "question"), ("used", "box of nails", "nails", "nail"),
    ("burned", "stack of wood", "logs", "log"), ("watched", "series", "episodes", "episode"),
)  # fmt: skip


@task("word problems", "fraction_gone", SHAPES, HELD_SHAPES, weight=1.5, constants=(1, 2, 3, 4, 5, 6, 8, 10))
def fraction_gone(rng: Random) -> Instance:
    a, b, f = _fraction(rng)
    n = b * rng.randint(2, 12)
    w = who(rng)
    did, thing, many, one = rng.choice(_EATEN)
    told = (
        (
            f"<{w.name} {did} {f} of a {n} {one} {thing}|a {thing} has {n} {many}. {w.name} {did} {f} of "
            f"it|{w.name} {did} {f} of a "
            f"{thing} with {n} {many}|{w.name} had a {thing} with {n} {many} and {did} {f} of it|a {thing} has "
            f"{n} {many} and "
            f"{w.name} {did} {f}|out of {n} {many} {w.name} {did} {f}>"
        )
        .replace("a 8 ", "an 8 ")
        .replace("a 18 ", "an 18 ")
    )
    kept = f"a {thing} held {n} {many} until {f} of them went to {w.him if w.name == 'i' else w.name}"
    if rng.random() < 0.6:
        return Instance(
            scene(
                told,
                f"<how many {many} are left|how many are left|how many {many} remain|what is left|how much is "
                f"left|how many {many} "
                "are still there>",
                f"<the rest|the number of {many} left>",
                kept,
                "what is still to be found",
            ),
            steps(
                "We take the part off the whole.",
                f"whole = {n}\nwhole - whole*{a}//{b}",
                answer(rng, "What is left is", many),
            ),
        )
    return Instance(
        scene(
            told,
            f"<how many {many} is that|how many {many} did {w.he} {_BASE[did]}|how many did {w.he} "
            f"{_BASE[did]}>".replace("", ""),
            f"the number of {many} {w.he} {did}",
            kept,
            "what was taken",
        ),
        steps("We multiply the whole by the fraction.", f"{n}*{a}//{b}", answer(rng, "That is", many)),
    )


_BASE = {
    "ate": "eat", "read": "read", "used": "use", "sold": "sell", "gave away": "give away", "lost": "lose", "ran": "run",
    "finished": "finish", "burned": "burn", "watched": "watch",
}  # fmt: skip
_SMALLER = (
    ("litres", "ml", 1000, ("a jug holds", "a bottle holds", "a tank has", "a pan has", "a bucket holds")),
    ("kg", "g", 1000, ("a bag holds", "a sack has", "a box holds", "a cake needs", "a parcel weighs")),
    ("km", "m", 1000, ("a race is", "a path is", "a trail is", "a road is")),
    ("m", "cm", 100, ("a rope is", "a ribbon is", "a plank is", "a string is")),
    ("hours", "minutes", 60, ("a film lasts", "a flight takes", "a match lasts", "an exam lasts")),
)  # fmt: skip


@task(
    "word problems",
    "fraction_in_smaller_units",
    SHAPES,
    HELD_SHAPES,
    weight=1.3,
    constants=(1000, 100, 60, 1, 2, 3, 4, 5, 6, 8, 10),
)
def fraction_in_smaller_units(rng: Random) -> Instance:
    big, small, factor, openings = rng.choice(_SMALLER)
    while True:
        a, b, f = _fraction(rng)
        n = rng.randint(2, 9)
        if n * factor * a % b == 0:
            break
    w = who(rng, 0.6)
    opening = rng.choice(openings)
    did = {"ml": "pour{} out", "g": "use{}", "m": "walk{}", "cm": "cut{} off", "minutes": "watch{}"}[small].format(w.s)
    if "needs" in opening or "weighs" in opening:
        did = f"use{w.s}"
    did = did.replace("watchs", "watches")
    if small == "minutes":
        did = f"{'have' if not w.s else 'has'} seen" if "film" in opening or "match" in opening else f"sleep{w.s} for"
    if small == "m":
        did = f"{did} along"
    gone = rng.random() < 0.35
    unit = {"ml": rng.choice(("ml", "millilitres")), "g": rng.choice(("g", "grams"))}.get(small, small)
    told = f"<{opening} {n} {big}. {w.name} {did} {f} of it|{opening} {n} {big} and {w.name} {did} {f} of it>"
    kept = f"{n} {big} are there at first, of which {f} goes"
    value = f"{n}*{factor}*{a}//{b}"
    if gone:
        return Instance(
            scene(
                told,
                f"<how many {unit} are left|how much is left in {unit}|how many {unit} remain>",
                f"the rest in {unit}",
                kept,
                f"what stays, in {unit}",
            ),
            steps(
                f"We turn the {big} into {small} and take the part off.",
                f"whole = {n}*{factor}\nwhole - whole*{a}//{b}",
                answer(rng, "The rest is", unit),
            ),
        )
    return Instance(
        scene(
            told,
            f"<how many {unit} is that|how much is that in {unit}|what is that in {unit}|how many {unit}>",
            f"that part in {unit}",
            kept,
            f"what goes, in {unit}",
        ),
        steps(
            f"We turn the {big} into {small} and multiply by the fraction.",
            value,
            answer(rng, "It is", unit),
        ),
    )


@task("money", "two_fractions_spent", SHAPES, HELD_SHAPES, weight=1.2, constants=(1, 2, 3, 4, 5, 6, 8, 10))
def two_fractions_spent(rng: Random) -> Instance:
    """Both fractions are of the start amount."""
    m, w = money(rng), who(rng)
    single = [(b, words) for (a, b), words in _FRACTION_WORDS.items() if a == 1]
    while True:
        (b, f), (d, g) = rng.sample(single, 2)
        if 1 / b + 1 / d < 1:
            break
    if rng.random() < 0.4:
        f, g = f"1/{b}", f"1/{d}"
    n = b * d // gcd(b, d) * rng.randint(1, 8)
    if n < 12:
        n *= 3
    x, y = rng.sample(
        (
            "a hat",
            "lunch",
            "a book",
            "a game",
            "food",
            "a present",
            "clothes",
            "a ticket",
            "sweets",
            "the bus",
            "a toy",
            "rent",
        ),
        2,
    )
    told = (
        f"<{w.name} had {m(n)}. {w.he} spent {f} of <it|the {n}|the money> on {x} and {g} of <it|the {n}|the "
        f"whole money> on {y}|of "
        f"{w.his} {m(n)} {w.name} spent {f} on {x} and {g} on {y}|{w.name} had {m(n)} and spent {f} of it on "
        f"{x} and {g} of the "
        f"{n} on {y}>"
    )
    return Instance(
        scene(
            told,
            f"<how much is left|how much money is left|how much {w.does} {w.he} have left|how much money "
            f"{w.does} {w.he} have left|"
            "what is left>",
            "<the rest|the money left>",
            f"out of a purse with {m(n)} go {f} for {x} and, of the same {n}, {g} for {y}",
            "what stays in the purse",
            clause=f"{w.name} had {m(n)} and spent {f} of it on {x} and {g} of the {n} on {y}",
        ),
        steps(
            "We subtract both parts of the whole.",
            f"money = {n}\nmoney - money//{b} - money//{d}",
            answer(rng, "The rest is", m.unit),
        ),
    )


@task(
    "word problems",
    "whole_from_a_part_counted",
    SHAPES,
    HELD_SHAPES,
    weight=1.5,
    constants=(1, 2, 3, 4, 5, 6, 8, 10, 100),
)
def whole_from_a_part_counted(rng: Random) -> Instance:
    """Two fifths are 14: how many in all; or 40 percent are 14."""
    crowd, place, kind, _ = rng.choice(_GROUPS)
    percent = rng.random() < 0.3
    if percent:
        p = rng.choice((5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80))
        whole = 100 // gcd(p, 100) * rng.randint(2, 12)
        part, f = whole * p // 100, f"{p}{{pct}}"
        code = f"part = {part}\n{tidy(f'part*100/{p}')}"
    else:
        a, b, f = _fraction(rng)
        k = rng.randint(2, 15)
        part = a * k
        code = f"part = {part}\npart*{b}//{a}"
    told = (
        f"<{f} of the {crowd} {place} are {kind}. <there are|that's|that is> {part} {{noun}}|{f} of the {crowd} "
        f"{place} are {kind}, "
        f"and there are {part} {{noun}}|{part} {crowd} {place} are {kind}. that is {f} of them|{part} {crowd} "
        f"are {kind}, which is "
        f"{f} of all>"
    )
    noun = f"{kind} {crowd}" if kind in ("black", "red", "blue", "brown", "taken", "right handed") else kind
    told = told.replace("{noun}", noun)
    return Instance(
        scene(
            told,
            f"<how many {crowd} altogether|how many {crowd} are there [in total|altogether|in all]|how many "
            f"{crowd} in total|how many "
            f"are there in all|what is the total number of {crowd}|how many {crowd} are there>",
            f"<the total|the number of [all] {crowd}|the total number of {crowd}>",
            f"{part} is the count of the {noun} {place}, a share of {f}",
            f"how large is the whole lot of {crowd}",
            clause=f"<{f} of the {crowd} {place} are {kind} and there are {part} {noun}|{part} {crowd} are {kind}, "
            f"which is {f} of all>",
        ),
        steps("We go from the part back to the whole.", code, answer(rng, "The total is", crowd)),
    )


@task("percent", "percent_of_people", SHAPES, HELD_SHAPES, weight=1.6, constants=(100,))
def percent_of_people(rng: Random) -> Instance:
    """So many percent of a group are one kind: how many are, how many are not."""
    p = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90))
    n = 100 // gcd(p, 100) * rng.randint(1, 15)
    if n < 10:
        n *= 10
    said = grouped(rng, n)
    crowd, place, kind, other = rng.choice(_GROUPS)
    the_place = place.replace(" a ", " the ")
    told = (
        f"<{p}{{pct}} of the {said} {crowd} {place} are {kind}|there are {said} {crowd} {place} and {p}{{pct}} "
        f"are {kind}|of {said} "
        f"{crowd} {place}, {p}{{pct}} are {kind}|there are {said} {crowd} {place}. {p}{{pct}} of them are "
        f"{kind}|{p}{{pct}} of "
        f"{said} {crowd} {the_place} are {kind}>"
    )
    kept = f"{said} {crowd} are counted {place}, and {kind} make up {p} percent"
    if rng.random() < 0.4:
        return Instance(
            scene(
                told,
                f"<how many are {kind}|how many {crowd} are {kind}|how many is that>",
                "the number" if rng.random() < 0.5 else f"the number that are {kind}",
                kept,
                "how big is that part",
            ),
            steps(
                f"We take {p} percent of {n}.",
                f"whole = {n}\n{tidy(f'whole*{p}/100')}",
                answer(rng, "The number is"),
            ),
        )
    bare = other[:3] in ("no ", "not") or other in ("white", "free", "left handed")
    what = f"not {kind}" if other[:3] in ("no ", "not") else other
    ask = f"<how many are {what}|how many {crowd} are {what}|how many of them are {what}|how many are not {kind}"
    ask += ">" if bare else f"|how many {other}|how many {other} are there>"
    return Instance(
        scene(told, ask, f"the number that are {what}", kept, "what number stands against them"),
        steps(
            f"We take {p} percent of {n} and subtract it.",
            f"whole = {n}\n{tidy(f'whole - whole*{p}/100')}",
            answer(rng, "The number is"),
        ),
    )


_GROWING = (
    ("a town of {n} people", "population"), ("a village with {n} people", "population"),
    ("a school with {n} pupils", "number of pupils"),
    ("a club with {n} members", "number of members"), ("a city of {n} people", "population"),
    ("a herd of {n} cows", "herd"),
    ("a firm with {n} workers", "number of workers"), ("a shop with {n} customers", "number of customers"),
    ("a channel with {n} followers", "number of followers"), ("a library with {n} books", "number of books"),
    ("an island with {n} people", "population"), ("a hive of {n} bees", "number of bees"),
    ("savings of ${n}", "amount"),
    ("a salary of ${n}", "salary"), ("a forest of {n} trees", "number of trees"), ("a rent of £{n}", "rent"),
)  # fmt: skip


@task("percent", "grew_or_shrank", SHAPES, HELD_SHAPES, weight=1.4, constants=(100,))
def grew_or_shrank(rng: Random) -> Instance:
    subject, what = rng.choice(_GROWING)
    p = rng.choice((2, 3, 4, 5, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40))
    n = rng.randint(2, 90) * 100 if rng.random() < 0.8 else rng.randint(2, 40) * 1000
    said = subject.format(n=grouped(rng, n) if rng.random() < 0.6 else f"{n:,}")
    up = rng.random() < 0.55
    verb = rng.choice(
        ("grew by", "grew", "grows by", "rose by", "increased by", "went up by", "gained", "is raised by", "goes up")
        if up
        else (
            "fell by",
            "shrank by",
            "dropped by",
            "decreased by",
            "went down by",
            "lost",
            "is cut by",
            "goes down",
            "declined by",
        )
    )
    span = rng.choice(("", "", " in a year", " last year", " this year", " in one year", " since then"))
    bare = subject.split(" of ")[0].split(" with ")[0]
    return Instance(
        scene(
            f"<{said} {verb} {p}{{pct}}{span}|{said} {verb} {p}{{pct}}>",
            f"<what is the {what} now|what is the new {what}|how large is the {what} now|how big is it "
            f"now|what's the {what} after "
            f"that|how much is it now|what is the {what} then>",
            f"the <new {what}|{what} now>",
            f"at the start there is {said}, then {p} percent {'come on top' if up else 'go away'}",
            f"how does the {what} stand after that, for {bare}",
        ),
        steps(
            f"We {'add' if up else 'subtract'} {p} percent.",
            f"start = {n}\nchange = start*{p}/100\n" + tidy("start + change" if up else "start - change"),
            answer(rng, "The new value is"),
        ),
    )


_PAIRS = (
    ("boys", "girls", "in a choir"), ("boys", "girls", "in a class"), ("cats", "dogs", "in a shelter"),
    ("red", "blue", ""),
    ("men", "women", "in a team"), ("apples", "pears", "in a box"), ("cars", "bikes", "in a street"),
    ("teachers", "pupils", "on a trip"),
    ("red beads", "blue beads", "on a string"), ("adults", "children", "at a show"), ("cows", "sheep", "on a farm"),
    ("pens", "pencils", "in a drawer"), ("wins", "losses", "of a team"), ("roses", "tulips", "in a garden"),
    ("black tiles", "white tiles", "on a floor"), ("coaches", "players", "at a camp"),
    ("novels", "comics", "in a shop"),
    ("ducks", "geese", "on a lake"), ("buses", "taxis", "in a town"), ("red sweets", "green sweets", "in a bag"),
)  # fmt: skip


@task("ratio", "other_side_of_a_ratio", SHAPES, HELD_SHAPES, weight=1.6)
def other_side_of_a_ratio(rng: Random) -> Instance:
    x, y, place = rng.choice(_PAIRS)
    if x == "red":
        x, y, place = "red marbles", "blue marbles", "in a jar"
    while True:
        a, b = rng.randint(1, 9), rng.randint(1, 9)
        if a != b and gcd(a, b) == 1:
            break
    k = rng.randint(2, 15)
    first_known = rng.random() < 0.5
    known, asked, count = (x, y, a * k) if first_known else (y, x, b * k)
    told = (
        f"<{x} and {y} {place} are in the ratio {a}:{b}|the ratio of {x} to {y} {place} is {a}:{b}|the ratio of "
        f"{x} to {y} {place} is "
        f"{a} to {b}|{place} there are {x} and {y} in the ratio {a}:{b}|the ratio {x} to {y} is {a} : {b}>. "
        f"<there are {count} "
        f"{known}|it has {count} {known}|{count} {known} are there>"
    ).replace("|it has", "|we count")
    clause = (
        f"<the ratio of {x} to {y} {place} is {a}:{b} and there are {count} {known}|{x} and {y} {place} are "
        f"{a}:{b} with {count} "
        f"{known}>"
    )
    part, factor = (a, b) if first_known else (b, a)
    return Instance(
        scene(
            told,
            f"<how many {asked} are there|how many {asked}|how many {asked} is that|what is the number of {asked}>",
            f"the number of {asked}",
            f"to every {a} of the {x} belong {b} of the {y} {place}, and {count} {known} were counted",
            f"with how many {asked} does that go",
            clause=clause,
        ),
        steps(
            f"One part is {count} divided by {part}.",
            f"part = {count}//{part}\npart*{factor}",
            answer(rng, "The number is"),
        ),
    )


@task("ratio", "share_of_one_person", SHAPES, HELD_SHAPES, weight=1.6)
def share_of_one_person(rng: Random) -> Instance:
    m = money(rng)
    first, second = (person.name for person in people(rng, 2))
    while True:
        a, b = rng.randint(1, 9), rng.randint(1, 9)
        if a != b and gcd(a, b) == 1:
            break
    n = (a + b) * rng.randint(2, 25)
    stuff = m(n) if rng.random() < 0.7 else f"{n} {rng.choice(THINGS)[1]}"
    unit = m.unit if stuff == m(n) else stuff.split(" ", 1)[1]
    much = "how much" if stuff == m(n) else f"how many {unit}"
    two = rng.random() < 0.55
    asked, part = (second, b) if two else (first, a)
    return Instance(
        scene(
            f"<share {stuff} between {first} and {second} in [the] ratio {a}:{b}|{stuff} is shared between "
            f"{first} and {second} in the "
            f"ratio {a}:{b}|{first} and {second} share {stuff} in the ratio {a}:{b}|{first} and {second} split "
            f"{stuff} {a}:{b}|divide "
            f"{stuff} between {first} and {second} in the ratio {a} to {b}>",
            f"<{much} does {asked} get|what does {asked} get|{much} for {asked}|{much} is {asked}'s share|what "
            f"is the share of {asked}>",
            f"<the share of {asked}|{asked}'s share>",
            f"out of {stuff}, {first} takes {a} parts while {b} parts are for {second}",
            f"what ends up with {asked}",
            clause=f"{first} and {second} share {stuff} in the ratio <{a}:{b}|{a} to {b}>",
        ),
        steps(
            f"We divide by the number of parts and take {part} of them.",
            f"total = {n}\npart = total//({a} + {b})\npart*{part}",
            answer(rng, f"{asked} gets", unit),
        ),
    )


_MIXES = (
    ("squash", "cordial", "water"), ("concrete", "cement", "sand"), ("orange paint", "red paint", "yellow paint"),
    ("a drink", "syrup", "water"), ("green paint", "blue paint", "yellow paint"), ("mortar", "cement", "sand"),
    ("a cleaning mix", "cleaner", "water"), ("pink paint", "red paint", "white paint"),
    ("juice", "concentrate", "water"),
    ("salad dressing", "vinegar", "oil"), ("rice", "rice", "water"), ("plant food", "fertiliser", "water"),
)  # fmt: skip


@task("ratio", "parts_of_a_mix", SHAPES, HELD_SHAPES, weight=1.5)
def parts_of_a_mix(rng: Random) -> Instance:
    mix, x, y = rng.choice(_MIXES)
    a = rng.choice((1, 1, 1, 2, 3))
    b = rng.choice([n for n in range(2, 11) if gcd(n, a) == 1 and n != a])
    unit, k = rng.choice((("ml", rng.randint(1, 20) * 25), ("litres", rng.randint(2, 12)), ("cups", rng.randint(2, 9)),
                          ("kg", rng.randint(2, 20)), ("l", rng.randint(2, 12))))  # fmt: skip
    known_first = rng.random() < 0.6
    known, asked, count = (x, y, a * k) if known_first else (y, x, b * k)
    part, factor = (a, b) if known_first else (b, a)
    pa, pb = f"{a} part{'s' if a > 1 else ''}", f"{b} parts"
    amount = f"{count}{unit}" if unit in ("ml", "kg", "l") and rng.random() < 0.4 else f"{count} {unit}"
    return Instance(
        scene(
            f"<{mix} is {pa} {x} to {pb} {y}|{mix} is mixed {pa} {x} to {pb} {y}|{mix} is made from {pa} {x} "
            f"and {pb} {y}|for {mix} you "
            f"mix {pa} {x} with {pb} {y}|mix {x} and {y} {a}:{b}|{x} and {y} are mixed in the ratio {a}:{b}|to "
            f"make {mix}, use {pa} {x} "
            f"and {pb} {y}>",
            f"<how much {asked} <do i need|is needed|goes> <for|with> {amount} [of] {known}|how much {asked} "
            f"for {amount} [of] {known}|how "
            f"much {asked} do i add to {amount} of {known}|{amount} of {known} need how much {asked}|i have "
            f"{amount} of {known}. how much "
            f"{asked} do i need>",
            f"the amount of {asked} for {amount} [of] {known}",
            f"{pa} of {x} and {pb} of {y} go together, and {amount} of {known} stand ready",
            f"what quantity of {asked} fits",
        ),
        steps(
            f"One part is {count} divided by {part}." if part > 1 else f"One part is {count}.",
            f"part = {count}/{part}\n{tidy(f'part*{factor}')}",
            answer(rng, "It is", unit),
        ),
    )


_RECIPES = (
    ("pancakes", ("eggs", "cups of milk", "spoons of sugar")), ("muffins", ("eggs", "bananas", "cups of flour")),
    ("people", ("potatoes", "tomatoes", "cups of rice", "carrots")),
    ("cookies", ("eggs", "spoons of honey", "cups of flour")),
    ("cupcakes", ("eggs", "lemons", "spoons of cocoa")), ("glasses of punch", ("oranges", "lemons")),
    ("servings", ("onions", "eggs")),
    ("waffles", ("eggs", "cups of milk")), ("pizzas", ("tomatoes", "mushrooms")), ("cakes", ("eggs", "apples")),
    ("loaves", ("cups of flour", "spoons of salt")), ("smoothies", ("bananas", "strawberries")),
    ("guests", ("eggs", "peppers")),
)  # fmt: skip


@task("proportion", "recipe_for_more", SHAPES, HELD_SHAPES, weight=1.6)
def recipe_for_more(rng: Random) -> Instance:
    w = who(rng, 0.6)
    made, stuffs = rng.choice(_RECIPES)
    grams = rng.random() < 0.35
    stuff = rng.choice(("flour", "sugar", "butter", "rice", "milk", "pasta", "cheese")) if grams else rng.choice(stuffs)
    if stuff in ("cheese", "pasta", "rice") and made not in ("people", "guests", "servings"):
        stuff = "flour"
    if made == "glasses of punch" and grams:
        stuff = "sugar"
    unit = ("ml" if stuff == "milk" else "g") if grams else stuff
    n = rng.randint(2, 12)
    per = rng.choice((25, 30, 40, 50, 60, 75, 100)) if grams else None
    need = n * per if per else rng.randint(1, 8)
    if per is None:
        if rng.random() < 0.5:
            need, n = rng.choice(
                ((2, 6), (3, 12), (2, 8), (1, 4), (3, 9), (2, 10), (4, 12), (3, 6), (5, 20), (1, 6), (2, 4), (6, 4))
            )
        step = n // gcd(need, n)
        m = step * rng.randint(1, 12)
        if m == n:
            m += step
    else:
        m = rng.choice([k for k in range(2, 31) if k != n])
    says = f"{need} {unit} of {stuff}" if grams else f"{need} {stuff if need > 1 else _single(stuff)}"
    glued = f"{need}{unit} {stuff}" if grams else says
    how = f"how much {stuff}" if grams else f"how many {stuff}"
    return Instance(
        scene(
            f"<{made} need {says} for {n} {made}|for {n} {made} you need {says}|a recipe for {n} {made} needs "
            f"{says}|{n} {made} need {says}"
            f"|{w.name} use{w.s} {says} for {n} {made}|a recipe uses {glued} for {n} {made}|{says} make {n} "
            f"{made}|you need {glued} for {n} "
            f"{made}>".replace(
                f"{made} need {says} for {n} {made}|",
                "" if made in ("people", "guests") else f"{made} need {says} for {n} {made}|",
            ).replace(f"|{says} make {n} {made}", "" if made in ("people", "guests") else f"|{says} make {n} {made}"),
            f"<{how} for {m} [{made}]|{how} do i need for {m} {made}|{how} are needed for {m} {made}|{how} "
            f"{w.does} {w.he} need for {m} "
            f"{made}|{how} for {m} {made}>".replace("are needed", "is needed" if grams else "are needed"),
            f"the {'amount' if grams else 'number'} of {stuff} for {m} {made}",
            f"the cookbook speaks of {says} where {n} {made} are planned, yet it is to be {m}",
            f"what must be bought of the {stuff}",
        ),
        steps(
            "We find the amount for one, then for all.",
            f"amount = {need}\nnumber = {n}\n{tidy(f'round(amount/number*{m}, 2)')}",
            answer(rng, "It is", unit),
        ),
    )


def _single(stuff: str) -> str:
    head, _, tail = stuff.partition(" ")
    one = {"potatoes": "potato", "tomatoes": "tomato", "strawberries": "strawberry"}.get(head, head.removesuffix("s"))
    return f"{one} {tail}".rstrip()


_MEASURED = (
    ("cups", "flour", "cake", "cakes"), ("kg", "rice", "meal", "meals"), ("litres", "paint", "wall", "walls"),
    ("spoons", "sugar", "glass", "glasses"), ("metres", "fabric", "dress", "dresses"),
    ("cups", "milk", "batch", "batches"),
    ("metres", "wood", "shelf", "shelves"), ("hours", "work", "toy", "toys"), ("pages", "notes", "lesson", "lessons"),
    ("litres", "water", "day", "days"), ("scoops", "food", "dog", "dogs"), ("cups", "sugar", "pie", "pies"),
    ("metres", "ribbon", "gift", "gifts"), ("balls", "wool", "hat", "hats"), ("tons", "coal", "trip", "trips"),
)  # fmt: skip


@task("arithmetic stories", "mixed_amount_for_several", SHAPES, HELD_SHAPES, weight=1.3, constants=(2, 4, 1, 3))
def mixed_amount_for_several(rng: Random) -> Instance:
    unit, stuff, one, many = rng.choice(_MEASURED)
    w = who(rng, 0.6)
    whole, n = rng.randint(1, 6), rng.randint(2, 12)
    said, value = rng.choice(
        (
            (f"{whole} and a half", f"({whole} + 1/2)"),
            (f"{whole} 1/2", f"({whole} + 1/2)"),
            (f"{whole}.5", f"{whole}.5"),
            (f"{whole} and a quarter", f"({whole} + 1/4)"),
            (f"{whole} and three quarters", f"({whole} + 3/4)"),
            (f"{whole} and a half", f"({whole} + 1/2)"),
            (f"{whole} and 1/4", f"({whole} + 1/4)"),
        )
    )
    count = spelled(rng, n, 0.15)
    return Instance(
        scene(
            f"<{w.name} need{w.s} {said} {unit} of {stuff} for <one|1|a|each> {one}|one {one} needs {said} "
            f"{unit} of {stuff}|each {one} "
            f"takes {said} {unit} of {stuff}|{w.name} use{w.s} {said} {unit} of {stuff} per {one}|for a {one} "
            f"you need {said} {unit} of "
            f"{stuff}>",
            f"<how many {unit} for {count} {many}|how many {unit} of {stuff} for {count} {many}|how much "
            f"{stuff} for {count} {many}|how many "
            f"{unit} {w.does} {w.he} need for {count} {many}|how much is needed for {count} {many}>",
            f"the <amount|number of {unit}> for {count} {many}",
            f"into every {one} go {said} {unit} of {stuff}, and {count} {many} are ordered",
            f"which amount of {stuff} must be there",
        ),
        steps("We multiply the amount by the number.", tidy(f"{value}*{n}"), answer(rng, "It is", unit)),
    )


_SCORED = (
    ("scored", "points", "games", 5, 40), ("got", "points", "tests", 4, 20), ("scored", "goals", "matches", 1, 9),
    ("read", "pages", "days", 8, 60), ("ran", "km", "days", 3, 15), ("sold", "cakes", "days", 5, 60),
    ("got", "marks", "quizzes", 3, 20),
    ("slept", "hours", "nights", 5, 10), ("caught", "fish", "trips", 1, 15), ("earned", "dollars", "days", 10, 90),
    ("walked", "miles", "days", 2, 12), ("counted", "birds", "walks", 3, 30), ("made", "calls", "hours", 2, 20),
)  # fmt: skip


@task("statistics", "average_in_a_story", SHAPES, HELD_SHAPES, weight=1.5)
def average_in_a_story(rng: Random) -> Instance:
    """The mean of a few results, or the result that is missing for a given mean."""
    w = who(rng)
    did, unit, times, low, high = rng.choice(_SCORED)
    n = rng.randint(3, 6)
    mean_word = rng.choice(("mean", "average", "average", "mean"))
    one = {"matches": "match", "quizzes": "quiz"}.get(times, times[:-1])
    if rng.random() < 0.5:
        values = [rng.randint(low, high) for _ in range(n)]
        if rng.random() < 0.8:
            while sum(values) % n:
                values = [rng.randint(low, high) for _ in range(n)]
        listed = ", ".join(map(str, values[:-1])) + f" and {values[-1]}"
        count = spelled(rng, n, 0.5)
        score = {"points": "score", "marks": "mark", "goals": "number of goals"}.get(unit, f"number of {unit}")
        return Instance(
            scene(
                f"<{w.name} {did} {listed} {unit} in {count} {times}|in {count} {times} {w.name} {did} {listed} "
                f"{unit}|{w.name} {did} "
                f"{listed} {unit}>",
                f"<what is the {mean_word}|whats {w.his} {mean_word} [{score}]|what is {w.his} {mean_word} per "
                f"{one}|what was the "
                f"{mean_word}|how many {unit} is that on average|what is the {mean_word} {score}>",
                f"<the {mean_word}|{w.his} {mean_word}|the {mean_word} per {one}>",
                f"{count} {times} brought {listed} {unit}",
                "what is typical, shared out evenly",
            ),
            steps(
                "We divide the sum by how many there are.",
                f"data = {values}\n{tidy('sum(data)/len(data)')}",
                answer(rng, f"The {mean_word} is"),
            ),
        )
    values = [rng.randint(low, high) for _ in range(n - 1)]
    mean = round(sum(values) / (n - 1)) + rng.choice((-1, 0, 0, 1))
    missing = mean * n - sum(values)
    while missing < 0:
        mean += 1
        missing = mean * n - sum(values)
    listed = ", ".join(map(str, values[:-1])) + f" and {values[-1]}" if len(values) > 1 else str(values[0])
    only = ", ".join(map(str, values))
    last = f"the <last|other|missing|{('third', 'fourth', 'fifth', 'sixth')[n - 3]}> {one}"
    count = str(n)
    return Instance(
        scene(
            f"<{w.name} {did} {listed} {unit} in {n - 1} {times}. after {count} {times} the {mean_word} is {mean}"
            f"|the {mean_word} of {count} {times} is {mean} {unit}. {w.name} {did} {listed} in the others"
            f"|{w.his} {mean_word} over {count} {times} is {mean} {unit}. {w.he} {did} {only} and one more"
            f"|{w.name} {did} {listed} {unit} in {n - 1} {times}. {w.he} want{w.s} a mean of {mean} after "
            f"{count} {times}"
            f"|for {count} {times} the {mean_word} is {mean}. {w.name} {did} {only} and one more>",
            f"<what else|what is the other one|what was the other result|how many [{unit}] in {last}|what is the "
            f"missing <number|value|result>|how many did {w.he} have in {last}|what must {last} bring>",
            "<the missing value|the missing number|the other result>",
            f"{count} {times} give {mean} {unit} in the {mean_word}, all but one being {listed}",
            "what does the unknown one bring",
        ),
        steps(
            "The sum must be the mean times the number.",
            f"known = {values}\n{mean}*{n} - sum(known)",
            answer(rng, "The missing value is"),
        ),
    )


_ROOMS = (
    "my bedroom",
    "a room",
    "the living room",
    "the kitchen",
    "my room",
    "the classroom",
    "the hall",
    "an office",
    "the floor",
)
_YARDS = (
    "a garden",
    "garden",
    "the field",
    "a yard",
    "my garden",
    "the playground",
    "a park",
    "a pool",
    "a farm",
    "the lawn",
    "a pen",
)
_LENGTHS = (("m", " m", "square metres"), ("m", "m", "square metres"), ("m", " metres", "square metres"),
("ft", " ft", "square feet"),
            ("ft", " feet", "square feet"), ("m", " meters", "square meters"))  # fmt: skip


def _sides(rng: Random) -> tuple[str, str]:
    a = decimal(rng, 2, 9, 1) if rng.random() < 0.4 else str(rng.randint(3, 20))
    b = decimal(rng, 2, 9, 1) if rng.random() < 0.4 else str(rng.randint(2, 19))
    return (a, b) if float(a) >= float(b) else (b, a)


@task("geometry", "rooms_and_gardens", SHAPES, HELD_SHAPES, weight=2.0, constants=(2, 4))
def rooms_and_gardens(rng: Random) -> Instance:
    """Carpet for a room, fence for a garden, paint for a wall with a window, a square from its perimeter."""
    w = who(rng, 0.6)
    short, long, square = rng.choice(_LENGTHS)
    unit = long.strip()
    unit = {"m": "m", "ft": "feet", "feet": "feet"}.get(unit, unit)
    a, b = _sides(rng)
    x, y = f"{a}{long}", f"{b}{long}"
    kind = rng.randrange(5)
    if kind in (0, 1):
        place = rng.choice(_ROOMS) if kind == 0 else rng.choice(_YARDS)
        told = (
            f"<{place} is {x} by {y}|{place} is {x} long and {y} wide|{place} measures {x} by {y}|{place} is "
            f"{y} wide and {x} long|"
            f"{place}: {x} by {y}|the length of {place} is {x} and the width is {y}>"
        ).replace("of garden", "of the garden")
        kept = f"from door to window {place} has {x}, from left to right {y}"
        if kind == 0:
            cover = rng.choice(("carpet", "flooring", "carpet", "wood floor", "lino"))
            ask = (
                f"<how much {cover} <do i|does he|do we> need|how much {cover} is needed|how many {square} of "
                f"{cover} <is that|are needed>|"
                f"how much floor is that|what is the area|how big is the floor|how many {square} is the floor>"
            )
            want, query = f"<the area|the floor area|the amount of {cover}>", "what surface is to be covered"
        else:
            ask = f"<what is the area|how many {square} is that|how big is the area|how many {square} of grass>"
            want, query = "<the area|its area>", "what surface does it take up"
        return Instance(
            scene(told, ask, want, kept, query),
            steps(
                "The area is length times width.",
                f"length = {a}\nwidth = {b}\n{tidy('round(length*width, 2)')}",
                answer(rng, "The area is", square),
            ),
        )
    if kind == 2:
        place = rng.choice(_YARDS + _ROOMS[:4])
        inside = place in _ROOMS
        border = (
            rng.choice(("skirting board", "border", "tape"))
            if inside
            else rng.choice(("fence", "fencing", "hedge", "wire", "rope"))
        )
        return Instance(
            scene(
                f"<{place} is {x} by {y}|{place} is {x} long and {y} wide|{place} measures {x} by {y}|{place} "
                f"is {y} wide and {x} long>",
                f"<how much {border} <to go|goes> all the way round|how much {border} is needed to go around "
                f"it|how much {border} for the "
                f"<outside|edge>|how long is the way around it|what is the perimeter|how much {border} <do i|do "
                f"we> need around it|how "
                f"many {unit} of {border} go round it>",
                f"<the perimeter|the length of the {border}|the length all around>",
                f"one side of {place} has {x}, the other {y}, and a {border} runs along the edge",
                f"how long must the {border} be",
            ),
            steps(
                "The perimeter is twice length plus width.",
                f"length = {a}\nwidth = {b}\n{tidy('round(2*(length + width), 2)')}",
                answer(rng, "The perimeter is", unit),
            ),
        )
    if kind == 3:
        wide, high = (
            str(rng.randint(3, 9)),
            f"{rng.randint(2, 3)}.{rng.randint(1, 9)}" if rng.random() < 0.7 else str(rng.randint(2, 4)),
        )
        hole = f"{rng.randint(0, 2)}.{rng.choice((2, 5, 6, 8))}" if rng.random() < 0.6 else str(rng.randint(1, 3))
        thing = rng.choice(("window", "door", "poster", "cupboard", "mirror"))
        big, tall = f"{wide}{long}", f"{high}{long}"
        out = f"{hole} {square}" if rng.random() < 0.7 else f"{hole} {'m²' if short == 'm' else 'sq ft'}"
        return Instance(
            scene(
                f"<a wall is {big} long and {tall} high with a {thing} of {out}|a wall is {big} by {tall} and "
                f"has a {thing} of {out}|{w.name} "
                f"paint{w.s} a wall {big} wide and {tall} high. the {thing} <takes|is> {out}|a {big} by {tall} "
                f"wall has a {thing} of {out}>",
                f"<what area needs <painting|paint>|how much <wall|area> is painted|how many {square} are "
                f"painted|what area has to be "
                f"painted|how much wall is left to paint|how much wallpaper is needed>",
                "<the area to paint|the area that needs paint>",
                f"{big} across and {tall} up goes a wall, and {out} of it is {thing}",
                "what surface does the brush cover",
                clause=f"a wall is {big} by {tall} and has a {thing} of {out}",
            ),
            steps(
                f"We take the {thing} off the area of the wall.",
                f"wall = {wide}*{high}\n{tidy(f'round(wall - {hole}, 2)')}",
                answer(rng, "The area is", square),
            ),
        )
    side = rng.randint(2, 25)
    thing = rng.choice(
        ("patio", "garden", "room", "field", "lawn", "table", "tile", "park", "courtyard", "rug", "floor", "paddock")
    )
    if rng.random() < 0.6:
        return Instance(
            scene(
                f"<a square {thing} has a perimeter of {4 * side}{long}|the perimeter of a square {thing} is "
                f"{4 * side}{long}|it is "
                f"{4 * side}{long} all around a square {thing}>",
                "<what is its area|whats its area|what is the area|find the area|how big is the area>",
                "<its area|the area>",
                f"walking once around a square {thing} takes {4 * side}{long}",
                "what surface lies inside",
            ),
            steps("The side is a quarter of the perimeter.", f"side = {4 * side}/4\n{tidy('side**2')}",
                  answer(rng, "The area is", square)),
        )  # fmt: skip
    return Instance(
        scene(
            f"<a square {thing} has an area of {side * side} {square}|the area of a square {thing} is "
            f"{side * side} {square}>",
            "<what is its perimeter|whats the perimeter|how far is it around it|how long is the way around it>",
            "<its perimeter|the perimeter>",
            f"inside a square {thing} there are {side * side} {square}",
            "how long is its edge all around",
        ),
        steps("The side is the root of the area.",
              f"from math import sqrt\nside = sqrt({side * side})\n{tidy('4*side')}",
              answer(rng, "The perimeter is", unit)),
    )  # fmt: skip


_FOODS = (
    "cheese", "ham", "coffee", "sweets", "nuts", "rice", "fish", "grapes", "tea", "meat", "flour", "honey",
    "olives", "butter", "beef",
    "apples", "chicken", "potatoes", "sugar", "seeds", "salmon", "mushrooms", "pasta", "cherries", "dog food",
)  # fmt: skip


@task("money", "price_by_weight", SHAPES, HELD_SHAPES, weight=1.6, constants=(1000,))
def price_by_weight(rng: Random) -> Instance:
    m, food = money(rng), rng.choice(_FOODS)
    kilo = rng.random() < 0.3
    be = "are" if food.endswith("s") else "is"
    cost = "cost" if be == "are" else "costs"
    if rng.random() < 0.2:
        food, be, cost = rng.choice(
            (("petrol", "is", "costs"), ("milk", "is", "costs"), ("oil", "is", "costs"), ("juice", "is", "costs"))
        )
        a, b = rng.sample(range(2, 40), 2)
        unit, gap = rng.choice(("litres", "l")), " "
    elif kilo:
        a, b = rng.sample(range(2, 15), 2)
        unit, gap = "kg", rng.choice((" ", ""))
    else:
        a, b = (50 * n for n in rng.sample(range(2, 21), 2))
        unit, gap = "g", rng.choice((" ", ""))
    cents = rng.randint(2, 24) * a * 50 if unit != "g" else rng.randint(1, 12) * (a // 50) * 10
    while cents * b % a:
        cents += 5
    price = f"{cents / 100:.2f}"
    first, second = f"{a}{gap}{unit}", f"{b}{rng.choice((gap, ' '))}{unit}"
    return Instance(
        scene(
            f"<{first} of {food} {be} {m(price)}|{first} of {food} {cost} {m(price)}|{first} of {food} for "
            f"{m(price)}|{m(price)} for {first} "
            f"of {food}|a shop sells {first} of {food} for {m(price)}|{food} {cost} {m(price)} for {first}>",
            f"<how much would {second} cost|how much for {second}|how much does {second} cost|what would "
            f"{second} be|what do you pay for "
            f"{second}|how much is {second}|what does {second} cost>",
            f"the <price|cost> of {second}",
            f"on the scales {first} of {food} come to {m(price)}",
            f"what does the label say at {second}",
        ),
        steps(
            "We find the price of one unit and multiply.",
            f"price = {price}\namount = {a}\ntotal = price/amount*{b}\nf'{{total:.2f}}'",
            answer(rng, "It costs", m.unit),
        ),
    )


@task("probability", "everyday_chances", SHAPES, HELD_SHAPES, weight=1.4)
def everyday_chances(rng: Random) -> Instance:
    """One drawn out of so many: that it is, or is not, of a kind."""
    w = who(rng, 0.6)
    chance = rng.choice(("chance", "probability", "chance", "probability"))
    wont = rng.random() < 0.5
    kind = rng.randrange(3)
    if kind == 0:
        n, k = rng.randint(8, 200), rng.randint(1, 7)
        count = spelled(rng, k)
        tickets = f"{count} {'ticket' if k == 1 else 'tickets'}"
        win = rng.choice(("win", "get the prize", "win the one prize", "win the prize"))
        told = (
            f"<there are {n} raffle tickets and {w.name} bought {count}|a raffle has {n} tickets. {w.name} "
            f"bought {count}|{n} tickets are in "
            f"a <raffle|draw|lottery> and {w.name} {w.has} {count}|{w.name} {w.has} {tickets} out of {n} [in a "
            f"raffle with one prize]|theres "
            f"{n} tickets in a raffle with one prize and {w.name} got {count}>"
        )
        ask = (
            f"<whats the {chance} {w.he} <dont|don't|do not> {win}|what is the {chance} of not winning|what is "
            f"the {chance} that {w.he} "
            f"<lose|don't win>|what is the {chance} of losing>"
            if wont
            else f"<whats the {chance} {w.he} {win}|what is the {chance} <of winning|to win>|how likely is a win>"
        )
        if w.s:
            ask = ask.replace("<dont|don't|do not>", "<doesnt|doesn't|does not>").replace(
                "<lose|don't win>", "<loses|doesn't win>"
            )
            if not wont:
                ask = ask.replace(
                    f"{w.he} {win}",
                    f"{w.he} {win.replace('win', 'wins', 1) if win.startswith('win') else 'gets the prize'}",
                )
        kept = f"of {n} slips in the drum {count} carry the name of {'me' if w.name == 'i' else w.name}"
        query = f"with what {chance} is the one that comes out {'a different one' if wont else 'among them'}"
        fav, total = (f"{n} - {k}" if wont else str(k)), str(n)
    else:
        one, many = rng.choice((("marble", "marbles"), ("ball", "balls"), ("sock", "socks"), ("sweet", "sweets"),
        ("card", "cards"),
                                ("pen", "pens"), ("bead", "beads"), ("counter", "counters"),
                                ("balloon", "balloons")))  # fmt: skip
        x, y = rng.sample(("red", "blue", "green", "yellow", "black", "white", "purple", "orange"), 2)
        a, b = rng.randint(1, 12), rng.randint(1, 12)
        where = rng.choice(("a bag", "a box", "a drawer", "a jar", "a basket", "a hat"))
        picks = rng.choice(
            ("picks one", "takes one out", "draws one", "takes one without looking", "picks one at random")
        )
        if not w.s:
            picks = picks.replace("picks", "pick").replace("takes", "take").replace("draws", "draw")
        told = (
            f"<{where} has {a} {x} and {b} {y} {many}|there are {a} {x} {many} and {b} {y} {many} in "
            f"{where}|{where} holds {a} {x} and {b} "
            f"{y} {many}. {w.name} {picks}|{w.name} {picks} from {where} with {a} {x} and {b} {y} {many}>"
        )
        no = "not " if wont else ""
        ask = (
            (
                f"<what is the {chance} of {no}<getting|picking|drawing> {x}|whats the {chance} it is "
                f"{no}{x}|what is the {chance} that it is "
                f"{no}{x}|how likely is {no}{x}|what are the chances of {no}<getting|picking> a {x} [{one}]>"
            )
            .replace("a orange", "an orange")
            .replace(f"|how likely is {no}{x}", "" if wont else f"|how likely is {x}")
        )
        kept = f"{a} of the {many} in {where} are {x} and the remaining {b} are {y}; a blind hand goes in"
        query = f"with what {chance} does it {'miss' if wont else 'meet'} a {x} one".replace("a orange", "an orange")
        fav, total = (str(b) if wont else str(a)), f"{a} + {b}"
    return Instance(
        scene(
            told,
            ask,
            f"the {chance} of " + ("not winning" if wont else "winning")
            if kind == 0
            else f"the {chance} of {'not ' if wont else ''}{x}",
            kept,
            query,
        ),
        steps(
            "We divide the good cases by all.",
            f"from sympy import Rational\nRational({fav}, {total})",
            answer(rng, f"The {chance} is"),
        ),
    )


_PETS = (
    ("dogs", "dog", "food"), ("cats", "cat", "food"), ("rabbits", "rabbit", "carrots"),
    ("hamsters", "hamster", "seeds"),
    ("horses", "horse", "oats"), ("parrots", "parrot", "nuts"), ("hens", "hen", "corn"), ("ponies", "pony", "hay"),
    ("goats", "goat", "grain"), ("fish", "fish", "flakes"),
)  # fmt: skip
_ASIDES = (
    "{name} is {k} and ", "{name} is {k} years old. {he} ", "{name} lives at number {k}. {he} ",
    "{name} has {k} cousins and ",
    "it is {k} degrees outside. {name} ", "{name}, who is {k}, ", "{name} got up at {k} am and ",
)  # fmt: skip
_VEHICLES = (
    ("coach", "seat", "seats"), ("bus", "seat", "seats"), ("plane", "seat", "seats"),
    ("train carriage", "seat", "seats"),
    ("boat", "seat", "seats"), ("cinema", "seat", "seats"), ("theatre", "seat", "seats"),
    ("car park", "space", "spaces"),
    ("hotel", "room", "rooms"), ("campsite", "place", "places"), ("minibus", "seat", "seats"),
    ("ferry", "place", "places"),
)  # fmt: skip
_SMALL_VEHICLES = {"minibus": (9, 20), "coach": (30, 60), "bus": (30, 80), "boat": (12, 60), "train carriage": (40, 90)}
_CARRIED = ("pupils", "children", "people", "passengers", "students", "fans", "guests", "tourists", "players", "kids")


@task("word problems", "one_number_too_many", SHAPES, HELD_SHAPES, weight=2.0, constants=(7,))
def one_number_too_many(rng: Random) -> Instance:
    """A short story with a number that the question does not need."""
    (person,) = people(rng, 1)
    name, he = person.name, person.he
    kind = rng.randrange(5)
    if kind == 0:
        many, one, food = rng.choice(_PETS)
        k, n, each = rng.randint(7, 15), rng.randint(2, 9), rng.randint(2, 60) * 5
        days, span = rng.choice(((7, "a week"), (7, "one week"), (0, ""), (0, "")))
        if not days:
            days = rng.randint(2, 14)
            span = f"{days} days"
        opening = rng.choice(_ASIDES).format(name=name, k=k, he=he)
        grams = rng.choice(("g", "grams"))
        return Instance(
            scene(
                f"{opening}<has|keeps|owns> {n} {many}. <each {one} <eats|gets> {each} {grams} of {food} "
                f"<a|each|every|per> day|every {one} "
                f"needs {each} {grams} of {food} a day>",
                f"<how many grams <do they eat|is that> in {span}|how many grams of {food} <do they need|is "
                f"needed> for {span}|how much {food} do "
                f"they eat in {span} in grams|how many grams in {span}>",
                f"the grams of {food} for {span}",
                f"{opening}feeds {n} {many} {each} {grams} of {food} apiece with each new day",
                f"what weight in grams is gone after {span}",
            ),
            steps(
                "We multiply the animals, the grams and the days.",
                f"{n}*{each}*{days}",
                answer(rng, "It is", "grams"),
            ),
        )
    if kind == 1:
        thing, one, many = rng.choice(_VEHICLES)
        crowd = rng.choice(_CARRIED)
        seats = rng.randint(3, 40) * 5 if rng.random() < 0.6 else rng.randint(20, 200)
        if thing in _SMALL_VEHICLES:
            seats = rng.randint(*_SMALL_VEHICLES[thing])
        there = rng.randint(seats // 3, seats - 2)
        extra = rng.randint(2, 90)
        aside = rng.choice((f" to a museum {extra} miles away", f" on line {extra}", f" for ${extra} each",
                            f" on the {extra} km trip",
                            f" at {extra} km/h", f" for {extra} minutes"))  # fmt: skip
        if one in ("room", "space", "place") or thing in ("cinema", "theatre"):
            aside = rng.choice((f" for ${extra} each", f", {extra} km from here", f" in {extra} Park Road"))
            told = (
                f"<a {seats} {one} {thing}{aside} has {there} {many} taken|a {thing}{aside} has {seats} {many} "
                f"and {there} are taken|there are "
                f"{seats} {many} in a {thing}{aside}. {there} are taken>"
            )
        else:
            told = (
                (
                    f"<a {seats} {one} {thing} carries {there} {crowd}{aside}|a {thing} with {seats} {many} takes "
                    f"{there} {crowd}{aside}|a {thing} has "
                    f"{seats} {many}. {there} {crowd} ride in it{aside}|{there} {crowd} sit in a {seats} {one} "
                    f"{thing}{aside}>"
                )
                .replace("a 8", "an 8")
                .replace("a 180 ", "an 180 ")
                .replace("a 18 ", "an 18 ")
            )
        told = told.replace("an 180", "a 180")
        return Instance(
            scene(
                told,
                f"<how many {many} are <empty|free|left|not taken>|how many <empty|free> {many} are there|how "
                f"many {many} are still free>",
                f"the number of <empty|free> {many}",
                f"out of {seats} {many} in a {thing}, {there} have somebody{aside}",
                f"how many {many} wait for a user",
            ),
            steps(
                f"The free {many} are all less the taken ones.",
                f"{many} = {seats}\ntaken = {there}\n{many} - taken",
                answer(rng, "The number is"),
            ),
        )
    if kind == 2:
        m = money(rng)
        first, second = rng.sample(list(GOODS), 2)
        a, b, p, q = rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 20), rng.randint(2, 20)
        w = who(rng, 0.5)
        items = rng.choice(("things", "items", "things", "pieces"))
        return Instance(
            scene(
                f"<{w.name} <bought|got|ordered> {a} {first.many} for {m(p)} and {b} {second.many} for "
                f"{m(q)}|{w.name} paid {m(p)} for {a} "
                f"{first.many} and {m(q)} for {b} {second.many}|{a} {first.many} cost {m(p)} and {b} "
                f"{second.many} cost {m(q)}. {w.name} "
                f"bought them all>",
                f"<how many {items} <did {w.he} buy|are that|did {w.he} get> [in total|altogether]|how many "
                f"{items} is that [altogether]|how many "
                f"{items} in all>".replace("are that", "were bought"),
                f"the number of {items}",
                f"the slip lists {a} {first.many} at {m(p)} and {b} {second.many} at {m(q)} in the bag",
                f"what count of {items} is in it",
                clause=f"{w.name} bought {a} {first.many} for {m(p)} and {b} {second.many} for {m(q)}",
            ),
            steps(
                "Only the numbers of things count, not the prices.",
                f"{a} + {b}",
                answer(rng, "The number is"),
            ),
        )
    if kind == 3:
        thing = rng.choice(("flight", "train", "bus", "room", "class", "group", "hall", "ship", "tour", "camp"))
        number, total = rng.randint(2, 999), rng.randint(40, 400)
        if thing in ("class", "group"):
            number, total = rng.randint(2, 12), rng.randint(18, 60)
        part = rng.randint(total // 5, total - 3)
        whole, x, y = rng.choice(
            (("passengers", "children", "adults"), ("people", "women", "men"), ("people", "kids", "grown ups"),
            ("students", "boys", "girls"),
             ("guests", "girls", "boys"), ("tourists", "men", "women"), ("members", "adults", "children"))
        )  # fmt: skip
        return Instance(
            scene(
                f"<{thing} {number} <has|carries|takes> {total} {whole}. {part} of them are {x}|there are "
                f"{total} {whole} <in|on> {thing} "
                f"{number}. {part} are {x}|{thing} {number} has {total} {whole} and {part} of them are {x}>",
                f"<how many {y} are <there|on it|in it>|how many are {y}|how many {y}|how many are not {x}|how "
                f"many {whole} are {y}>",
                f"the number of {y}",
                f"for {thing} {number} a list names {total} {whole}, among them {part} {x}",
                f"with how many {y} does that leave us",
                clause=f"{thing} {number} has {total} {whole} and {part} of them are {x}",
            ),
            steps(
                f"The {y} are all less the {x}.",
                f"whole = {total}\npart = {part}\nwhole - part",
                answer(rng, "The number is"),
            ),
        )
    a, b, k = rng.randint(3, 60), rng.randint(2, 40), rng.randint(2, 50)
    _, many = rng.choice(THINGS)
    friend, place = (
        rng.choice(("a friend", "the school", "the shop", "grandma")),
        rng.choice(("km", "miles", "minutes")),
    )
    aside = rng.choice((f"{name} lives {k} {place} from {friend}. ", f"{name} is {k if k > 5 else 9} years old. ",
                        f"{name} has {k} cousins. ", f"{name} rides on bus {k}. ",
                        f"{name} is in class {k % 9 + 1}. "))  # fmt: skip
    gain = rng.random() < 0.5 or b >= a
    verb = rng.choice(("finds", "gets", "wins", "buys") if gain else ("loses", "gives away", "sells", "breaks"))
    return Instance(
        scene(
            f"<{aside}{he} has {a} {many} and {verb} {b} {'more' if gain else 'of them'}|{aside}{he} had {a} "
            f"{many}. {he} {verb} {b}"
            f"{' more' if gain else ''}>",
            f"<how many {many} does {he} have now|how many {many} are there now|how many does {he} have now|how "
            f"many {many} now>",
            f"the number of {many} now",
            f"{aside}with {a} {many} to begin, {he} {verb} {b}",
            f"how big is the pile of {many}",
        ),
        steps(
            f"We {'add' if gain else 'subtract'}; the other number does not matter.",
            f"{a} {'+' if gain else '-'} {b}",
            answer(rng, "The number is"),
        ),
    )
