"""Word problems that schools have always asked: tanks, tickets, loads, posts, plans, growth, puzzles about numbers."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.facts import (
    EVENT_HELD,
    EVENT_SHAPES,
    HELD_SHAPES,
    SHAPES,
    TIMES,
    Line,
    cast,
    counted,
    fact,
    identifier,
    in_order,
    solved,
    story,
    thing,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import phrase
from mathcoder_kernel.problems.story import boxed as box
from mathcoder_kernel.problems.story import currency, decimal, price, rounded, steps, tidy, with_article

_DO = "<find|work out|calculate|determine|compute>"

# ---------------------------------------------------------------- tanks

_TANKS = ("tank", "pool", "barrel", "tub", "basin", "cistern", "pond", "water tank")
_FLOWS = (("litres", "minute"), ("litres", "hour"), ("gallons", "minute"), ("gallons", "hour"), ("m³", "hour"))
_HOLDS = (
    "a {tank} holds {n} {unit}",
    "a {tank} has room for {n} {unit}",
    "the capacity of a {tank} is {n} {unit}",
    "a {tank} has a volume of {n} {unit}",
    "a {tank} can hold {n} {unit}",
    "{n} {unit} fit into a {tank}",
    "a {tank} takes {n} {unit} of water",
    "there is a {tank} of {n} {unit}",
    "we have a {tank} for {n} {unit} of water",
    "a full {tank} holds {n} {unit}",
)
_HOLDS_KEPT = ("the size of a {tank} is {n} {unit}",)
_INFLOW = (
    "it is filled at {r} {unit} per {time}",
    "water flows in at {r} {unit} per {time}",
    "a pipe brings {r} {unit} of water <per|every> {time}",
    "{r} {unit} flow in <per|every|each> {time}",
    "a pump fills it with {r} {unit} <per|every> {time}",
    "every {time}, {r} {unit} of water run into it",
    "the tap gives {r} {unit} per {time}",
    "it fills at a rate of {r} {unit} per {time}",
    "a hose delivers {r} {unit} a {time}",
    "the inflow is {r} {unit} per {time}",
)
_INFLOW_KEPT = ("the supply is {r} {unit} per {time}",)
_OUTFLOW = (
    "at the same time {r} {unit} per {time} flow out",
    "a leak loses {r} {unit} <per|every> {time}",
    "a drain takes away {r} {unit} per {time}",
    "meanwhile {r} {unit} run out <per|every> {time}",
    "through a hole {r} {unit} are lost <each|every> {time}",
    "the outflow is {r} {unit} per {time}",
    "a second pipe lets out {r} {unit} per {time}",
    "every {time}, {r} {unit} drain away",
    "it also loses {r} {unit} per {time}",
    "the open drain lets out {r} {unit} per {time}",
)
_OUTFLOW_KEPT = ("the loss is {r} {unit} per {time}",)
_ALREADY = (
    "there are already {n} {unit} in it",
    "it already has {n} {unit} in it",
    "{n} {unit} are in it at the start",
    "at first it contains {n} {unit}",
    "at the beginning there are {n} {unit} in it",
    "{n} {unit} of water are already inside",
    "it is not empty, it contains {n} {unit}",
    "it starts with {n} {unit} of water",
)
_ALREADY_KEPT = ("the content at first is {n} {unit}",)


@task(
    "rates",
    "tank_fill_time",
    (
        *SHAPES,
        "a {tank} of {n} {unit} fills at {r} {unit} per {time}{leak}. how many {time}s until it is full",
        "how many {time}s does it take to fill a {tank} of {n} {unit} at {r} {unit} per {time}{leak}",
        "how long until a {n} {litre} {tank} is full if {r} {unit} flow in per {time}{leak}",
    ),
    HELD_SHAPES,
    weight=2.0,
)
def tank_fill_time(rng: Random) -> Instance:
    tank, (unit, time) = rng.choice(_TANKS), rng.choice(_FLOWS)
    kind = rng.choice(("plain", "drain", "drain", "start", "empty"))
    net, t = rng.randint(2, 60), rng.randint(3, 60)
    words: dict[str, object] = {"tank": tank, "unit": unit, "time": time}
    n = net * t
    if rng.random() < 0.25:
        n += rng.randint(1, net)
    slots = {"tank": tank, "n": str(n), "unit": unit, "time": time}
    if unit != "m³":
        slots["litre"] = unit[:-1]
    ask_for = (
        f"{_DO} <how long it takes to fill it|how many {time}s it takes until it is full|the time to fill the {tank}>"
    )
    ask = (
        f"<how long does it take to fill the {tank}|how many {time}s does it take until it is full"
        f"|after how many {time}s is the {tank} full|when is it full|how long until the {tank} is full>"
    )
    query = f"name the {time}s until nothing more fits in"
    if kind == "empty":
        facts = [
            fact(
                rng,
                (
                    "a {tank} contains {n} {unit} of water",
                    "there are {n} {unit} in a {tank}",
                    "a {tank} is full with {n} {unit}",
                    "a {tank} holds {n} {unit} of water",
                    "a full {tank} has {n} {unit}",
                    "{n} {unit} of water are in a {tank}",
                    "a {tank} has {n} {unit} in it",
                    "we start with {n} {unit} in a {tank}",
                ),
                ("the content of a {tank} is {n} {unit}",),
                n=counted(n),
                **words,
            ),
            fact(
                rng,
                (
                    "{r} {unit} flow out <per|every|each> {time}",
                    "it loses {r} {unit} per {time}",
                    "a pump takes out {r} {unit} per {time}",
                    "every {time}, {r} {unit} run out",
                    "it drains at {r} {unit} per {time}",
                    "the outflow is {r} {unit} per {time}",
                    "a pipe empties it at {r} {unit} per {time}",
                    "it is emptied at a rate of {r} {unit} per {time}",
                ),
                _OUTFLOW_KEPT,
                r=counted(net),
                **words,
            ),
        ]
        ask = (
            f"<how long does it take to empty the {tank}|after how many {time}s is it empty|how many {time}s does "
            "it take until it is empty|when is it empty>"
        )
        ask_for = (
            f"{_DO} <how long it takes to empty it|how many {time}s it takes until it is empty|the time to empty "
            f"the {tank}>"
        )
        query = f"name the {time}s until nothing is left"
        code = f"content = {n}\noutflow = {net}\n{tidy('content/outflow')}"
        plan = "We divide the content by what flows out."
        return Instance(
            story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=False),
            steps(plan, code, box("It takes", f"{time}s")),
        )
    facts = [fact(rng, _HOLDS, _HOLDS_KEPT, n=counted(n), **words)]
    if kind == "plain":
        facts.append(fact(rng, _INFLOW, _INFLOW_KEPT, r=counted(net), **words))
        code = f"volume = {n}\ninflow = {net}\n{tidy('volume/inflow')}"
        plan = "We divide the volume by what flows in."
        slots |= {"r": str(net), "leak": ""}
    elif kind == "start":
        s = rng.randint(1, n - 1)
        facts += [
            fact(rng, _ALREADY, _ALREADY_KEPT, n=counted(s), **words),
            fact(rng, _INFLOW, _INFLOW_KEPT, r=counted(net), **words),
        ]
        code = f"volume = {n}\ncontent = {s}\ninflow = {net}\n{rounded('(volume - content)/inflow')}"
        plan = "We divide what is still missing by what flows in."
    else:
        out = rng.randint(1, 30)
        facts += [
            fact(rng, _INFLOW, _INFLOW_KEPT, r=counted(net + out), **words),
            fact(rng, _OUTFLOW, _OUTFLOW_KEPT, r=counted(out), **words),
        ]
        code = (
            f"volume = {n}\ninflow = {net + out}\noutflow = {out}\nper_{time} = inflow - outflow\n"
            f"{rounded(f'volume/per_{time}')}"
        )
        plan = "The net rate is what flows in minus what flows out. We divide the volume by the net rate."
        slots |= {"r": str(net + out), "leak": f" but {out} {unit} per {time} leak out"}
    if kind == "plain":
        code = code.replace(tidy("volume/inflow"), rounded("volume/inflow"))
    return Instance(
        slots | story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=False),
        steps(plan, code, box("It takes", f"{time}s")),
    )


@task("rates", "tank_content_after", SHAPES, HELD_SHAPES, weight=1.2)
def tank_content_after(rng: Random) -> Instance:
    tank, (unit, time) = rng.choice(_TANKS), rng.choice(_FLOWS)
    words: dict[str, object] = {"tank": tank, "unit": unit, "time": time}
    s, inflow, out, t = rng.randint(20, 400), rng.randint(5, 60), rng.randint(2, 40), rng.randint(2, 12)
    kind = rng.choice(("in", "out", "both"))
    facts = [
        fact(
            rng,
            (
                "there are {n} {unit} of water in a {tank}",
                "a {tank} contains {n} {unit}",
                "a {tank} has {n} {unit} of water in it",
                "at first a {tank} contains {n} {unit}",
                "{n} {unit} of water are in a {tank}",
                "we start with {n} {unit} in a {tank}",
                "at the beginning a {tank} has {n} {unit} in it",
                "a {tank} already contains {n} {unit}",
            ),
            ("the content of a {tank} is {n} {unit}",),
            n=counted(s),
            **words,
        )
    ]
    if kind == "out":
        s = max(s, out * t + rng.randint(1, 90))
        facts = [
            fact(
                rng,
                (
                    "a {tank} contains {n} {unit}",
                    "there are {n} {unit} of water in a {tank}",
                    "{n} {unit} are in a {tank}",
                    "we start with {n} {unit} in a {tank}",
                ),
                ("the content of a {tank} is {n} {unit}",),
                n=counted(s),
                **words,
            )
        ]
    lines = f"content = {s}\n"
    change = []
    if kind != "out":
        facts.append(fact(rng, _INFLOW, _INFLOW_KEPT, r=counted(inflow), **words))
        lines += f"inflow = {inflow}\n"
        change.append("inflow")
    if kind != "in":
        out = min(out, inflow) if kind == "both" else out
        facts.append(fact(rng, _OUTFLOW[1:], _OUTFLOW_KEPT, r=counted(out), **words))
        lines += f"outflow = {out}\n"
        change.append("outflow")
    rate = {"in": "content + inflow*time", "out": "content - outflow*time", "both": "content + (inflow - outflow)*time"}
    ask = (
        f"<how many {unit} are in it after {t} {time}s|how much water is in the {tank} after {t} {time}s"
        f"|what is the content after {t} {time}s|how many {unit} does the {tank} contain {t} {time}s later>"
    )
    ask_for = f"{_DO} <the content after {t} {time}s|how many {unit} are in the {tank} after {t} {time}s>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the content {t} {time}s on", anyhow=False),
        steps(
            "We start with the content and add the change per time, as often as it happens.",
            f"{lines}time = {t}\n{rate[kind]}",
            box("It contains", unit),
        ),
    )


# ---------------------------------------------------------------- loads and parts


_LOADS = (
    ("bus", "buses", "children", "seats {k} {x}"),
    ("boat", "boats", "people", "carries {k} {x}"),
    ("van", "vans", "parcels", "takes {k} {x}"),
    ("lift", "lift rides", "people", "carries {k} {x}"),
    ("table", "tables", "guests", "has places for {k} {x}"),
    ("tent", "tents", "campers", "sleeps {k} {x}"),
    ("page", "pages", "photos", "has space for {k} {x}"),
    ("truck", "trucks", "crates", "carries {k} {x}"),
    ("car", "cars", "players", "takes {k} {x}"),
    ("room", "rooms", "students", "has beds for {k} {x}"),
    ("box", "boxes", "books", "holds {k} {x}"),
    ("carton", "cartons", "eggs", "holds {k} {x}"),
    ("bench", "benches", "visitors", "seats {k} {x}"),
    ("crate", "crates", "bottles", "holds {k} {x}"),
    ("shelf", "shelves", "jars", "holds {k} {x}"),
    ("cabin", "cabins", "skiers", "carries {k} {x}"),
)


@task(
    "word problems",
    "loads_needed",
    (
        *SHAPES,
        "how many {ones} are needed for {n} {x} if {k} {x} fit in each",
        "at most {k} {x} per {one}: how many {ones} for {n} {x}",
        "{n} {x}, {k} per {one}. how many {ones} do we need",
    ),
    HELD_SHAPES,
    weight=1.6,
)
def loads_needed(rng: Random) -> Instance:
    one, ones, x, takes = rng.choice(_LOADS)
    k = rng.randint(3, rng.choice((12, 60)))
    n = k * rng.randint(2, 15) + rng.randint(0, k - 1)
    does = takes.format(k=counted(k), x=x)
    words: dict[str, object] = {"one": one, "ones": ones, "x": x, "does": does, "n": counted(n), "k": counted(k)}
    facts = [
        fact(
            rng,
            (
                "there are {n} {x}",
                "we have {n} {x}",
                "{n} {x} are waiting",
                "there is a group of {n} {x}",
                "{n} {x} need a place",
                "altogether there are {n} {x}",
                "{n} {x} are there",
                "room is needed for {n} {x}",
                "{n} {x} must find a place",
            ),
            ("the {x} number {n}",),
            **words,
        ),
        fact(
            rng,
            (
                "one {one} {does}",
                "each {one} {does}",
                "every {one} {does}",
                "a {one} {does}",
                "no {one} has space for more than {k} {x}",
                "at most {k} {x} fit in one {one}",
                "a {one} is full with {k} {x}",
                "each {one} {does} at most",
            ),
            ("the limit for one {one} is {k} {x}",),
            **words,
        ),
    ]
    slots = {"one": one, "ones": ones, "x": x, "k": str(k), "n": str(n)}
    kind = rng.choice(("needed", "needed", "full", "rest"))
    if kind == "needed":
        ask = (
            f"<how many {ones} are needed|how many {ones} do they need|what is the smallest number of {ones} "
            "needed for all"
            f"|how many {ones} does one need for all {x}|how many {ones} must there be so that all {x} find a place>"
        )
        ask_for = (
            f"{_DO} <how many {ones} are needed|the number of {ones} that are needed|the smallest number of "
            f"{ones} for all {x}>"
        )
        return Instance(
            slots
            | story(
                rng,
                facts,
                ask=ask,
                ask_for=ask_for,
                query=f"name the least number of {ones} for everything",
                anyhow=True,
            ),
            steps(
                f"We divide and round up, because the last of the {ones} may be partly empty.",
                f"from math import ceil\n{identifier(x)} = {n}\nper_{one} = {k}\nceil({identifier(x)}/per_{one})",
                box("The number needed is", ones),
            ),
        )
    if kind == "full":
        ask = (
            f"<how many {ones} are completely full|how many {ones} can be filled completely|how many full {ones} "
            "are there>"
        )
        ask_for = f"{_DO} <how many {ones} can be filled completely|the number of full {ones}>"
        query, code, end = (
            f"name the number of {ones} without a gap",
            f"{identifier(x)} // per_{one}",
            box("That makes", f"full {ones}"),
        )
        plan = "We divide and drop the remainder."
    else:
        ask = (
            f"<how many {x} are left over when as many {ones} as possible are full|if all {ones} but one are "
            f"full, how many {x} are in the last one"
            f"|after filling as many {ones} as possible, how many {x} remain>"
        )
        ask_for = f"{_DO} how many {x} are left over when as many {ones} as possible are filled"
        if n % k == 0:
            ask = (
                f"<how many {x} are left over when as many {ones} as possible are full|after filling as many {ones} "
                f"as possible, how many {x} remain>"
            )
        query, code, end = (
            f"full {ones} aside, name the {x} that remain",
            f"{identifier(x)} % per_{one}",
            box("There remain", x),
        )
        plan = "We need the remainder of the division."
    slots = {}
    return Instance(
        slots | story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=True),
        steps(plan, f"{identifier(x)} = {n}\nper_{one} = {k}\n{code}", end),
    )


@task("word problems", "cut_into_pieces", SHAPES, HELD_SHAPES, constants=(100, 1000), weight=1.2)
def cut_into_pieces(rng: Random) -> Instance:
    what, big, small, factor = rng.choice(
        (
            ("rope", "m", "cm", 100),
            ("ribbon", "m", "cm", 100),
            ("wire", "m", "cm", 100),
            ("board", "m", "cm", 100),
            ("pipe", "m", "cm", 100),
            ("roll of cloth", "m", "cm", 100),
            ("string", "cm", "cm", 1),
            ("rope", "m", "m", 1),
            ("stick", "cm", "cm", 1),
        )
    )
    p = rng.randint(2, 12) if factor == 1 else rng.choice((15, 20, 25, 30, 40, 45, 50, 60, 75, 80))
    n = p * rng.randint(3, 20) + rng.randint(0, p - 1) if factor == 1 else rng.randint(2, 30)
    words: dict[str, object] = {"what": what, "n": n, "big": big, "p": p, "small": small}
    facts = [
        fact(
            rng,
            (
                "a {what} is {n} {big} long",
                "a {what} has a length of {n} {big}",
                "there is a {what} of {n} {big}",
                "somebody has {n} {big} of {what}",
                "the length of a {what} is {n} {big}",
                "a {what} measures {n} {big}",
                "we have a {what} that is {n} {big} long",
                "a {n} {big} {what} lies on the table",
            ),
            ("the full size of a {what} is {n} {big}",),
            **words,
        ),
        fact(
            rng,
            (
                "it is cut into pieces of {p} {small}",
                "pieces of {p} {small} are cut from it",
                "each piece is to be {p} {small} long",
                "one cuts it into pieces that are {p} {small} long",
                "every piece must measure {p} {small}",
                "the pieces are {p} {small} each",
                "it is divided into pieces of {p} {small} each",
                "it gets cut into {p} {small} pieces",
            ),
            ("the size of a piece is {p} {small}",),
            **words,
        ),
    ]
    name = identifier(what)
    length = f"{name} = {n}*{factor}\n" if factor > 1 else f"{name} = {n}\n"
    if rng.random() < 0.6:
        ask = (
            "<how many pieces does one get|how many whole pieces are there|how many pieces is that|how many "
            "pieces can be cut>"
        )
        ask_for = f"{_DO} <the number of whole pieces|how many pieces can be cut>"
        query, code, end = "name the count of whole pieces", f"{name}//piece", box("There are", "pieces")
        plan = "We divide the length by the length of a piece."
    else:
        ask = f"<how much is left over|how many {small} are left over|how long is the rest>"
        ask_for = f"{_DO} <how much is left over|the length of the rest in {small}>"
        query, code, end = f"name the {small} that remain", f"{name} % piece", box("The rest is", small)
        plan = "We need the remainder of the division."
    if factor > 1:
        plan += f" First we write the length in {small}."
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=False),
        steps(plan, f"{length}piece = {p}\n{code}", end),
    )


@task("word problems", "posts_along_a_line", SHAPES, HELD_SHAPES, constants=(1,))
def posts_along_a_line(rng: Random) -> Instance:
    post, posts, line = rng.choice(
        (
            ("post", "posts", "fence"),
            ("tree", "trees", "street"),
            ("lamp", "lamps", "road"),
            ("flag", "flags", "path"),
            ("pole", "poles", "track"),
            ("bench", "benches", "path"),
            ("sign", "signs", "road"),
            ("plant", "plants", "bed"),
        )
    )
    d = rng.randint(2, 25)
    n = d * rng.randint(3, 40)
    ring = rng.random() < 0.3
    words: dict[str, object] = {
        "post": post,
        "posts": posts,
        "line": "round lake" if ring else line,
        "d": counted(d),
        "n": n,
    }
    facts = [
        fact(
            rng,
            (
                "the way around a {line} is {n} metres long",
                "a path around a {line} is {n} metres long",
                "the edge of a {line} measures {n} metres",
            )
            if ring
            else (
                "a {line} is {n} metres long",
                "a straight {line} is {n} metres long",
                "the length of a {line} is {n} metres",
                "there is a {line} of {n} metres",
                "a {line} measures {n} metres",
                "a {line} has a length of {n} metres",
            ),
            ("the edge of a {line} comes to {n} metres",) if ring else ("the size of a {line} comes to {n} metres",),
            **words,
        ),
        fact(
            rng,
            (
                "every {d} metres there is a {post}",
                "there is a {post} every {d} metres",
                "the {posts} stand {d} metres apart",
                "{posts} are set {d} metres apart",
                "one puts a {post} every {d} metres",
                "the distance between {posts} is {d} metres",
                "a {post} stands every {d} metres",
                "between one {post} and the next there are {d} metres",
            )
            if ring
            else (
                "there is a {post} every {d} metres, also at both ends",
                "the {posts} stand {d} metres apart, with one at each end",
                "every {d} metres there is a {post}, and both ends have one",
                "one puts a {post} every {d} metres from one end to the other, both ends included",
                "the distance between {posts} is {d} metres, the first and the last stand at the ends",
                "{posts} are set {d} metres apart, from the very start to the very end",
            ),
            ("a gap of {d} metres is left between {posts}" + ("" if ring else ", which also mark both ends"),),
            **words,
        ),
    ]
    ask = (
        f"<how many {posts} are there|how many {posts} are needed|how many {posts} is that|what is the number "
        f"of {posts}>"
    )
    ask_for = f"{_DO} <the number of {posts}|how many {posts} are needed>"
    plan = "The length divided by the gap is the number of gaps." + (
        f" Around a ring there are as many {posts} as gaps." if ring else f" There is one {post} more than gaps."
    )
    code = f"length = {n}\ngap = {d}\nlength//gap" + ("" if ring else " + 1")
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the count of {posts}", anyhow=False),
        steps(plan, code, box("There are", posts)),
    )


@task("word problems", "pages_per_day", SHAPES, HELD_SHAPES, weight=1.3)
def pages_per_day(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    do, doing, many, whole = rng.choice(
        (
            ("read", "reads", "pages", "a book with {n} pages"),
            ("learn", "learns", "words", "a list of {n} words"),
            ("solve", "solves", "problems", "a sheet with {n} problems"),
            ("write", "writes", "cards", "a pile of {n} cards"),
            ("cycle", "cycles", "kilometres", "a tour of {n} kilometres"),
            ("walk", "walks", "kilometres", "a trail of {n} kilometres"),
            ("paint", "paints", "chairs", "a hall with {n} chairs"),
            ("pack", "packs", "parcels", "an order of {n} parcels"),
        )
    )
    r, d = rng.randint(3, 40), rng.randint(3, 25)
    n, done = r * d, 0
    reads_some = rng.random() < 0.45
    if reads_some:
        done = rng.randint(2, 90)
        n += done
    a, he = person.name, person.he
    thing = whole.format(n=counted(n))
    words: dict[str, object] = {
        "a": a,
        "he": he,
        "his": person.his,
        "thing": thing,
        "do": do,
        "doing": doing,
        "many": many,
    }
    facts = [
        fact(
            rng,
            (
                "{a} has {thing}",
                "{a} wants to get through {thing}",
                "{a} starts on {thing}",
                "{a} works on {thing}",
                "in front of {a} there is {thing}",
                "{a} plans to finish {thing}",
                "{a} has to get through {thing}",
                "{a} is busy with {thing}",
            ),
            ("the task of {a} is {thing}",),
            **words,
        )
    ]
    start = ""
    if reads_some:
        facts.append(
            fact(
                rng,
                (
                    "{he} has already done {k} of them",
                    "{k} {many} are already done",
                    "{k} of the {many} are done already",
                    "so far {he} has finished {k} {many}",
                    "{he} finished {k} {many} yesterday",
                    "{k} of them are finished",
                    "{he} did {k} {many} last week",
                    "{k} {many} lie behind {a}",
                ),
                ("{k} {many} need no more work",),
                k=counted(done),
                **words,
            )
        )
        start = f"done = {done}\n"
    rest = f"{many} - done" if reads_some else many
    of_rest = "of the rest " if reads_some else ""
    if rng.random() < 0.5:
        ask = (
            f"<how many {many} {of_rest}must {he} {do} per day to finish in {d} days|how many {many} a day does "
            f"{he} have to {do} to be done in {d} days"
            f"|if {he} wants to finish in {d} days, how many {many} must {he} {do} each day|to finish in {d} "
            f"days, how many {many} are needed per day>"
        )
        ask_for = (
            f"{_DO} <how many {many} per day {he} must {do} to finish in {d} days|the number of {many} per day so "
            f"that all is done in {d} days>"
        )
        code = f"{many} = {n}\n{start}days = {d}\n{tidy(f'({rest})/days' if reads_some else f'{rest}/days')}"
        return Instance(
            story(
                rng,
                facts,
                ask=ask,
                ask_for=ask_for,
                query=f"name the daily amount for being done in {d} days",
                anyhow=False,
            ),
            steps("We divide what is left by the number of days.", code, box("Per day that is", many)),
        )
    per = rng.choice((r, rng.randint(3, 40)))
    ask = (
        f"<how many days does {he} need at {per} {many} a day|{he} {doing} {per} {many} per day. how many "
        "days does that take"
        f"|after how many days is {a} done if {he} {doing} {per} {many} every day|if {he} {doing} {per} "
        f"{many} a day, in how many days is all done>"
    )
    ask_for = f"{_DO} how many days {he} needs at {per} {many} <a|per> day"
    code = (
        f"from math import ceil\n{many} = {n}\n{start}per_day = "
        f"{per}\nceil({f'({rest})' if reads_some else rest}/per_day)"
    )
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the days at {per} {many} daily", anyhow=False),
        steps("We divide what is left by the amount per day and round up.", code, box("It takes", "days")),
    )


@task("word problems", "shares_that_differ", SHAPES, HELD_SHAPES, constants=(2, 3, 4, 5, 6), weight=1.5)
def shares_that_differ(rng: Random) -> Instance:
    first, second, third = cast(rng, 3)
    a, b, c = first.name, second.name, third.name
    money = rng.random() < 0.4
    coin = currency(rng)
    many = coin.unit if money else thing(rng)[1]
    one = rng.randint(4, 60)
    f, k = rng.choice((2, 2, 3, 4, 5)), rng.randint(2, 30)
    three = rng.random() < 0.4
    kind = rng.choice(("more", "times"))
    two = one * f if kind == "times" else one + k
    three_value = rng.choice((one, two)) if three else 0
    total = one + two + three_value
    unknown = a.lower()
    words: dict[str, object] = {"a": a, "b": b, "c": c, "many": many, "times": TIMES[f], "k": counted(k), "f": f}
    said = coin(total) if money else f"{counted(total)} {many}"
    who = f"{a}, {b} and {c}" if three else f"{a} and {b}"
    words |= {"n": said, "who": who}
    facts = [
        fact(
            rng,
            (
                "{who} share {n}",
                "{who} divide {n} among themselves",
                "{n} are divided between {who}",
                "{who} have {n} together",
                "altogether {who} have {n}",
                "{who} split {n}",
                "{n} are shared by {who}",
                "together {who} own {n}",
            ),
            ("{n} go to {who}",),
            **words,
        ),
        fact(
            rng,
            (
                "{b} gets {times} as many as {a}",
                "the share of {b} is {times} the share of {a}",
                "{b} has {times} as many as {a}",
                "{b}'s part is {times} {a}'s part",
                "for every one that {a} gets, {b} gets {f}",
                "{b} receives {times} as many as {a}",
            ),
            ("{b} is given {f} for each one of {a}",),
            **words,
        )
        if kind == "times"
        else fact(
            rng,
            (
                "{b} gets {k} more than {a}",
                "the share of {b} is {k} more than that of {a}",
                "{b} has {k} more than {a}",
                "{a} gets {k} less than {b}",
                "{b} receives {k} more than {a}",
                "{a}'s part is {k} less than {b}'s part",
            ),
            ("{b} is given {k} in addition to what {a} is given",),
            **words,
        ),
    ]
    parts = [unknown, f"{f}*{unknown}" if kind == "times" else f"({unknown} + {k})"]
    if three:
        same = a if three_value == one else b
        words |= {"same": same}
        facts.append(
            fact(
                rng,
                (
                    "{c} gets as many as {same}",
                    "{c} and {same} get the same",
                    "the share of {c} is as large as that of {same}",
                    "{c} has just as many as {same}",
                    "{c} receives the same as {same}",
                ),
                ("{c} is given no more and no less than {same}",),
                **words,
            )
        )
        parts.append(parts[0] if same == a else parts[1])
    sought = rng.choice((a, b))
    code = (
        f"from sympy import symbols, solve, Eq\n{unknown} = symbols('{unknown}')\n"
        f"{unknown} = solve(Eq({' + '.join(parts)}, {total}), {unknown})[0]\n"
    )
    code += unknown if sought == a else parts[1].strip("()")
    how = "how much" if money else f"how many {many}"
    ask = (
        f"<{how} does {sought} get|{how} does {sought} have|what is the share of {sought}|how large is {sought}'s part>"
    )
    ask_for = f"{_DO} <the share of {sought}|{how} {sought} gets|the part of {sought}>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name what {sought} is given", anyhow=False),
        steps(
            f"Let {unknown} be the share of {a}. All shares together give the whole, which is an equation.",
            code,
            box(f"{sought} gets", many),
        ),
    )


# ---------------------------------------------------------------- money: discounts, plans, wages


@task(
    "money",
    "discount_then_tax",
    (
        *SHAPES,
        "{thing} of {m} is reduced by {p}%, then {t}% tax are added. what is the final price",
        "{m}, first {p}% off, then {t}% tax on top. what is the final price",
        "what does {thing} of {m} cost after a discount of {p}% and a tax of {t}%",
        "a price of {m} falls by {p}% and then rises by {t}%. what is the new price",
    ),
    HELD_SHAPES,
    constants=(100,),
    weight=1.5,
)
def discount_then_tax(rng: Random) -> Instance:
    money = currency(rng)
    thing = rng.choice(
        ("jacket", "phone", "lamp", "bike", "table", "coat", "camera", "watch", "desk", "tent", "printer")
    )
    m = price(rng, 10, rng.choice((90, 900)), 0.2)
    p, t = rng.choice((5, 10, 15, 20, 25, 30, 40, 50)), rng.choice((5, 6, 7, 8, 10, 12, 19, 20))
    second_off = rng.random() < 0.3
    words: dict[str, object] = {"thing": thing, "m": money(m), "p": p, "t": t}
    facts = [
        fact(
            rng,
            (
                "the price of a {thing} is {m}",
                "a {thing} costs {m}",
                "a {thing} is sold for {m}",
                "in a shop a {thing} costs {m}",
                "the normal price of a {thing} is {m}",
                "a {thing} has a price of {m}",
                "a shop asks {m} for a {thing}",
                "{m} is the price of a {thing}",
            ),
            ("a {thing} carries a tag of {m}",),
            **words,
        ),
        fact(
            rng,
            (
                "there is a discount of {p}%",
                "it is reduced by {p}%",
                "the shop takes off {p}%",
                "it is {p}% off",
                "in the sale it is {p} percent cheaper",
                "the price falls by {p}%",
                "the shop gives a discount of {p} percent",
                "first the price goes down by {p}%",
            ),
            ("the tag is lowered by {p}%",),
            **words,
        ),
        fact(
            rng,
            (
                "on the new price there is another discount of {t}%",
                "then another {t}% are taken off the reduced price",
                "a week later the new price falls by {t}%",
                "then the reduced price goes down by another {t}%",
                "with a card one gets another {t}% off the reduced price",
            ),
            ("what remains is lowered again by {t}%",),
            **words,
        )
        if second_off
        else fact(
            rng,
            (
                "then {t}% tax are added",
                "on the reduced price there is a tax of {t}%",
                "{t}% tax come on top of the reduced price",
                "after that a tax of {t}% is added",
                "then the price goes up by {t}%",
                "the tax on the reduced price is {t}%",
                "one also pays {t} percent tax on the reduced price",
            ),
            ("what remains is raised by a tax of {t}%",),
            **words,
        ),
    ]
    ask = (
        "<what is the final price|how much does one pay|what does it cost in the end|how much is it <now|in "
        "the end>|what has to be paid>"
    )
    ask_for = f"{_DO} <the final price|the price in the end|what has to be paid>"
    slots = {} if second_off else {"thing": f"a {thing}", "m": money(m), "p": str(p), "t": str(t)}
    return Instance(
        slots | story(rng, facts, ask=ask, ask_for=ask_for, query="name the amount that is due at last", anyhow=False),
        steps(
            "First we take off the discount, then we "
            + ("take the second discount off the new price." if second_off else "add the tax to the reduced price."),
            f"price = {m}\nreduced = price - price*{p}/100\nfinal = reduced {'-' if second_off else '+'} "
            f"reduced*{t}/100\nf'{{final:.2f}}'",
            box("The final price is", money.unit),
        ),
    )


_PLANS = (
    ("taxi", "ride", "km", "a taxi"),
    ("taxi", "ride", "miles", "a taxi"),
    ("phone plan", "month", "minutes", "a phone plan"),
    ("rental car", "day", "km", "a rental car"),
    ("gym", "month", "visits", "a gym"),
    ("bike rental", "day", "hours", "a bike rental"),
    ("copy shop", "order", "pages", "a copy shop"),
    ("plumber", "visit", "hours", "a plumber"),
    ("boat rental", "day", "hours", "a boat rental"),
    ("electricity plan", "month", "units", "an electricity plan"),
    ("pool", "month", "visits", "a pool"),
    ("scooter", "ride", "minutes", "a scooter"),
)
_BASE = (
    "{a} <charges|takes> a fixed fee of {m}",
    "{a} costs {m} to begin with",
    "the base price of {a} is {m}",
    "for {a} one pays a basic fee of {m}",
    "{a} has a fixed price of {m}",
    "{a} asks for {m} at the start",
    "with {a} the basic charge is {m}",
    "{a} has a base fee of {m}",
)
_BASE_KEPT = ("the fixed part for {a} is {m}",)
_PER = (
    "each of the {units} costs {m} more",
    "then {m} must be paid for each of the {units}",
    "{m} are added for each of the {units}",
    "it also takes {m} for each of the {units}",
    "in addition the {units} cost {m} each",
    "all {units} cost {m} each on top of that",
    "on top of that, the {units} cost {m} each",
)
_PER_KEPT = ("the part that grows is {m} for each of the {units}",)


@task(
    "money",
    "fixed_fee_and_rate",
    (
        *SHAPES,
        "{a} costs {m} plus {r} per {unit}. how much are {n} {units}",
        "how much do {n} {units} cost with {a} at {m} plus {r} per {unit}",
        "{n} {units} with {a}: fixed fee {m}, then {r} per {unit}. what does that cost",
    ),
    HELD_SHAPES,
    weight=1.6,
)
def fixed_fee_and_rate(rng: Random) -> Instance:
    money = currency(rng)
    _, _, units, a = rng.choice(_PLANS)
    base = str(rng.randint(2, 40))
    whole = rng.random() < 0.5
    rate = (
        str(rng.randint(2, 9))
        if whole
        else rng.choice(("0.10", "0.20", "0.25", "0.50", "1.20", "1.50", "2.50", "0.80"))
    )
    n = rng.randint(3, 60)
    words: dict[str, object] = {"a": a, "units": units}
    facts = [
        fact(rng, _BASE, _BASE_KEPT, m=money(base), **words),
        fact(rng, _PER, _PER_KEPT, m=money(rate), **words),
    ]
    unit = units if units in ("km",) else units[:-1]
    if rng.random() < 0.6:
        ask = (
            f"<how much do {n} {units} cost|what is the price for {n} {units}|how much does one pay for {n} "
            f"{units}|what do {n} {units} cost in all>"
        )
        ask_for = f"{_DO} <the price for {n} {units}|the cost of {n} {units}|what one pays for {n} {units}>"
        shown = "cost" if whole else "f'{cost:.2f}'"
        slots = {"a": a, "m": money(base), "r": money(rate), "unit": unit, "n": str(n), "units": units}
        return Instance(
            slots | story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the bill for {n} {units}", anyhow=False),
            steps(
                f"The cost is the fixed fee plus the rate times the {units}.",
                f"fee = {base}\nrate = {rate}\n{identifier(units)} = {n}\ncost = fee + "
                f"rate*{identifier(units)}\n{shown}",
                box("It costs", money.unit),
            ),
        )
    cents = 100 * int(base) + round(float(rate) * 100) * n
    bill = str(cents // 100) if cents % 100 == 0 else f"{cents / 100:.2f}"
    said = money(bill)
    ask = (
        f"<somebody pays {said}. how many {units} was that|how many {units} does one get for {said}|the bill "
        f"is {said}. how many {units} are in it>"
    )
    ask_for = f"{_DO} how many {units} one gets for {said}"
    return Instance(
        story(
            rng,
            facts,
            ask=ask,
            ask_for=ask_for,
            query=f"the bill comes to {said}. name the number of {units}",
            anyhow=False,
        ),
        steps(
            "We take the fixed fee off the bill and divide the rest by the rate.",
            f"bill = {bill}\nfee = {base}\nrate = {rate}\n{tidy('(bill - fee)/rate')}",
            box("That makes", units),
        ),
    )


@task("money", "two_plans_equal", SHAPES, HELD_SHAPES, weight=1.0)
def two_plans_equal(rng: Random) -> Instance:
    money = currency(rng)
    _, _, units, _ = rng.choice(_PLANS)
    names = rng.choice((("plan A", "plan B"), ("the first firm", "the second firm"), ("offer 1", "offer 2")))
    slow, gap, n = rng.randint(1, 6), rng.randint(1, 6), rng.randint(2, 40)
    fast = slow + gap
    low = rng.randint(2, 30)
    high = low + gap * n
    plans = [(names[0], high, slow), (names[1], low, fast)]
    if rng.random() < 0.5:
        plans = [(names[0], low, fast), (names[1], high, slow)]
    facts = [
        fact(
            rng,
            (
                "{a} costs {m} and {r} for each of the {units}",
                "{a} takes a fee of {m} plus {r} for each of the {units}",
                "with {a} one pays {m} once and {r} for each of the {units}",
                "{a} asks for {m} at the start and {r} for each of the {units}",
                "the price of {a} is {m} plus {r} for each of the {units}",
                "{a} has a fixed price of {m} and then {r} for each of the {units}",
            ),
            ("the fixed part of {a} is {m}, the part that grows {r} for each of the {units}",),
            a=a,
            m=money(m),
            r=money(r),
            units=units,
        )
        for a, m, r in plans
    ]
    ask = (
        f"<for how many {units} do both cost the same|after how many {units} are both equally expensive|at "
        f"how many {units} are the prices equal|for which number of {units} is the price the same>"
    )
    ask_for = f"{_DO} <the number of {units} for which both cost the same|for how many {units} the prices are equal>"
    (_, m1, r1), (_, m2, r2) = plans
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the {units} at which the bills agree", anyhow=False),
        steps(
            f"Let n be the number of {units}. We set both costs equal and solve for n.",
            f"from sympy import symbols, solve, Eq\nn = symbols('n')\nsolve(Eq({m1} + {r1}*n, {m2} + {r2}*n), n)[0]",
            box("They cost the same for", units),
        ),
    )


@task("money", "overtime_wage", SHAPES, HELD_SHAPES, constants=(100,), weight=1.2)
def overtime_wage(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    money = currency(rng)
    m, h, k = rng.randint(8, 40), rng.randint(20, 40), rng.randint(2, 12)
    words: dict[str, object] = {"a": person.name, "he": person.he, "his": person.his, "m": money(m), "h": h}
    facts = [
        fact(
            rng,
            (
                "{a} earns {m} an hour",
                "{a} gets {m} per hour",
                "{a} is paid {m} for an hour",
                "the wage of {a} is {m} per hour",
                "for one hour of work {a} gets {m}",
                "{a} works for {m} an hour",
                "{a} has a job that pays {m} an hour",
                "{a} makes {m} per hour",
            ),
            ("the hourly pay of {a} stands at {m}",),
            **words,
        ),
        fact(
            rng,
            (
                "{he} works {h} hours",
                "this week {he} works {h} hours",
                "{he} has worked {h} hours",
                "{he} worked for {h} hours",
                "in one week {he} works {h} hours",
                "{he} is at work for {h} hours",
                "{he} puts in {h} hours",
                "{his} week has {h} hours of work",
            ),
            ("the time at work comes to {h} hours",),
            **words,
        ),
    ]
    kind = rng.choice(("overtime", "tax", "bonus"))
    if kind == "overtime":
        extra = m + rng.randint(2, 20)
        facts.append(
            fact(
                rng,
                (
                    "on top of that {he} works {k} extra hours at {e} per hour",
                    "{k} more hours are paid at {e} an hour",
                    "besides, {he} does {k} hours of overtime for {e} an hour",
                    "for {k} hours of overtime {he} gets {e} an hour",
                    "{he} also works {k} hours at night for {e} per hour",
                    "another {k} hours at the weekend bring {e} per hour",
                ),
                ("{k} further hours bring {e} apiece",),
                k=counted(k),
                e=money(extra),
                **words,
            )
        )
        code, plan = (
            f"wage = {m}\nhours = {h}\novertime = {k}\novertime_wage = {extra}\nwage*hours + overtime_wage*overtime",
            "We add what the normal hours bring and what the overtime brings.",
        )
    elif kind == "tax":
        t = rng.choice((5, 8, 10, 12, 15, 18, 20, 25, 30))
        facts.append(
            fact(
                rng,
                (
                    "{t}% of it go to taxes",
                    "{he} pays {t}% tax",
                    "{t} percent are taken off as tax",
                    "the tax is {t}%",
                    "from this, {t}% are kept back for taxes",
                    "{he} must pay {t} percent of it as tax",
                ),
                ("the state keeps {t}%",),
                t=t,
                **words,
            )
        )
        code, plan = (
            f"wage = {m}\nhours = {h}\npay = wage*hours\n{rounded(f'pay - pay*{t}/100')}",
            "First we compute the pay, then we take off the tax.",
        )
    else:
        b = rng.randint(10, 200)
        facts.append(
            fact(
                rng,
                (
                    "{he} also gets a bonus of {b}",
                    "on top there is a bonus of {b}",
                    "{his} boss adds {b}",
                    "a bonus of {b} is added",
                    "in addition {he} receives {b}",
                    "{he} gets {b} in tips as well",
                ),
                ("a gift of {b} comes on top",),
                b=money(b),
                **words,
            )
        )
        code, plan = (
            f"wage = {m}\nhours = {h}\nbonus = {b}\nwage*hours + bonus",
            "We multiply the wage by the hours and add the bonus.",
        )
    ask = (
        f"<how much does {person.he} get|how much does {person.name} earn in all|how much money is that|what "
        f"is {person.his} pay|how much money does {person.name} take home>"
    )
    ask_for = f"{_DO} <{person.name}'s pay|how much {person.name} earns in all|how much money {person.name} takes home>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name what {person.name} is paid at last", anyhow=False),
        steps(plan, code, box(f"{person.name} gets", money.unit)),
    )


@task("rates", "cost_of_fuel", SHAPES, HELD_SHAPES, constants=(100,), weight=1.0)
def cost_of_fuel(rng: Random) -> Instance:
    money = currency(rng)
    u = rng.choice((str(rng.randint(4, 14)), decimal(rng, 4, 12, 1)))
    d, m = rng.randint(3, 120) * 10, rng.choice(("1.50", "1.60", "1.72", "1.85", "2", "1.40", "1.95"))
    car = rng.choice(("car", "van", "truck", "motorbike", "camper"))
    words: dict[str, object] = {"car": car, "u": u, "d": d, "m": money(m)}
    facts = [
        fact(
            rng,
            (
                "a {car} uses {u} litres per 100 km",
                "a {car} needs {u} litres for 100 km",
                "for 100 km a {car} uses {u} litres",
                "the fuel use of a {car} is {u} litres per 100 km",
                "a {car} burns {u} litres of fuel on 100 km",
                "on 100 km a {car} takes {u} litres",
            ),
            ("the thirst of a {car} is {u} litres on 100 km",),
            **words,
        ),
        fact(
            rng,
            (
                "one litre costs {m}",
                "a litre of fuel costs {m}",
                "the price of a litre is {m}",
                "fuel costs {m} per litre",
                "each litre costs {m}",
                "{m} must be paid for a litre",
            ),
            ("a litre goes for {m}",),
            **words,
        ),
        fact(
            rng,
            (
                "the trip is {d} km long",
                "it drives {d} km",
                "the way is {d} km",
                "one goes {d} km",
                "the distance is {d} km",
                "a trip of {d} km is planned",
            ),
            ("the road measures {d} km",),
            **words,
        ),
    ]
    ask = (
        "<how much does the fuel cost|what does the fuel for the trip cost|how much money is needed for "
        "fuel|what is the cost of the fuel>"
    )
    ask_for = f"{_DO} <the cost of the fuel|how much the fuel costs|the money for fuel>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query="name the bill for the fuel", anyhow=False),
        steps(
            "First we find the litres for the distance, then their price.",
            f"use_per_100 = {u}\ndistance = {d}\nprice = {m}\nlitres = use_per_100*distance/100\ncost = "
            f"litres*price\nf'{{cost:.2f}}'",
            box("The fuel costs", money.unit),
        ),
    )


# ---------------------------------------------------------------- growth, averages, distance


@task("percent", "growth_over_time", SHAPES, HELD_SHAPES, constants=(1, 2, 3, 100), weight=1.6)
def growth_over_time(rng: Random) -> Instance:
    k = rng.randint(2, 8)
    kind = rng.choice(("double", "triple", "percent", "percent", "fall", "half"))
    p = rng.choice((2, 3, 4, 5, 8, 10, 12, 15, 20, 25))
    n = rng.choice((rng.randint(2, 60), rng.randint(2, 30) * 100))
    time = rng.choice(("hour", "day", "week", "year", "minute"))
    if kind in ("percent", "fall"):
        time, n = rng.choice(("year", "year", "month")), rng.randint(2, 99) * 100
        what, asked = rng.choice(
            (
                ("population", "people"),
                ("price", "dollars"),
                ("number of members", "members"),
                ("number of visitors", "visitors"),
                ("value", "euros"),
                ("number of trees", "trees"),
            )
        )
    else:
        what, asked = rng.choice(
            (
                ("number of bacteria", "bacteria"),
                ("number of cells", "cells"),
                ("number of water lilies", "water lilies"),
                ("number of insects", "insects"),
                ("number of fans", "fans"),
            )
        )
    if kind == "half":
        n = 2**k * rng.randint(1, 40)
        what, asked = rng.choice((("mass", "grams"), ("amount", "milligrams"), ("number of cells", "cells")))
    grow = {
        "double": (
            "it doubles <every|each> {t}",
            "every {t} it becomes twice as large",
            "it doubles from one {t} to the next",
            "each {t} the number is multiplied by two",
            "every {t} it grows to double its size",
            "it is doubled every {t}",
        ),
        "triple": (
            "it triples <every|each> {t}",
            "every {t} it becomes three times as large",
            "it triples from one {t} to the next",
            "each {t} the number is multiplied by three",
            "every {t} it is tripled",
        ),
        "half": (
            "it halves <every|each> {t}",
            "every {t} half of it is lost",
            "each {t} it becomes half as large",
            "half of it goes away every {t}",
            "every {t} it falls to half",
        ),
        "percent": (
            "it grows by {p}% <every|each|per> {t}",
            "every {t} it rises by {p} percent",
            "it goes up by {p}% a {t}",
            "each {t} it gets {p}% larger",
            "from one {t} to the next it rises by {p}%",
            "the growth is {p}% per {t}",
        ),
        "fall": (
            "it falls by {p}% <every|each|per> {t}",
            "every {t} it goes down by {p} percent",
            "it loses {p}% a {t}",
            "each {t} it gets {p}% smaller",
            "from one {t} to the next it falls by {p}%",
            "the loss is {p}% per {t}",
        ),
    }[kind]
    grow = tuple(way.replace(" a {t}", f" {'an' if time == 'hour' else 'a'} {{t}}") for way in grow)
    kept = {
        "double": "each new {t} brings twice what was there",
        "triple": "each new {t} brings three times what was there",
        "half": "each new {t} leaves half of what was there",
        "percent": "each new {t} adds {p}%",
        "fall": "each new {t} takes {p}%",
    }[kind]
    words: dict[str, object] = {
        "what": what,
        "n": f"{n} {asked}" if what in ("price", "value", "mass", "amount") else counted(n),
        "t": time,
        "p": p,
    }
    facts = [
        fact(
            rng,
            (
                "the {what} is {n}",
                "at first the {what} is {n}",
                "the {what} starts at {n}",
                "today the {what} is {n}",
                "at the start the {what} is {n}",
                "now the {what} is {n}",
                "in the beginning the {what} is {n}",
            ),
            ("the {what} sets out from {n}",),
            **words,
        ),
        fact(rng, grow, (kept,), **words),
    ]
    ask = (
        f"<what is the {what} after {k} {time}s|how large is the {what} after {k} {time}s|what is it after "
        f"{k} {time}s|how large is it {k} {time}s later>"
    )
    ask_for = f"{_DO} <the {what} after {k} {time}s|how large it is after {k} {time}s>"
    factor = {"double": "2", "triple": "3", "percent": f"(1 + {p}/100)", "fall": f"(1 - {p}/100)"}.get(kind, "")
    code = f"start = {n}\n{time}s = {k}\n"
    if kind == "half":
        code += f"start // 2**{time}s"
    elif kind in ("double", "triple"):
        code += f"start*{factor}**{time}s"
    else:
        grown = f"start*{factor}**{time}s"
        code += rounded(grown) if asked in ("dollars", "euros") else f"round({grown})"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the {what} {k} {time}s on", anyhow=False),
        steps(
            f"Each {time} multiplies it by the same factor, so we use a power.",
            code,
            box("It is about" if "round(s" in code and "f'" not in code else "It is", asked),
        ),
    )


@task("statistics", "next_value_for_average", SHAPES, HELD_SHAPES, constants=(1,), weight=1.4)
def next_value_for_average(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    what, whats, unit = rng.choice(
        (
            ("test", "tests", "points"),
            ("game", "games", "points"),
            ("exam", "exams", "points"),
            ("day", "days", "km"),
            ("round", "rounds", "points"),
            ("week", "weeks", "hours"),
            ("match", "matches", "goals"),
        )
    )
    k, a = rng.randint(2, 9), rng.randint(10, 80)
    b = a + rng.randint(1, 6)
    words: dict[str, object] = {
        "a": person.name,
        "he": person.he,
        "his": person.his,
        "k": counted(k),
        "m": a,
        "b": b,
        "whats": whats,
        "what": what,
        "unit": unit,
    }
    facts = [
        fact(
            rng,
            (
                "after {k} {whats} the average of {a} is {m} {unit}",
                "{a} has an average of {m} {unit} after {k} {whats}",
                "the mean of {a} in {k} {whats} is {m} {unit}",
                "in {k} {whats} {a} got {m} {unit} on average",
                "over {k} {whats}, {a} has {m} {unit} on average",
                "{a} has reached {m} {unit} on average in {k} {whats}",
                "for {k} {whats} the average of {a} was {m} {unit}",
                "{a} averages {m} {unit} over {k} {whats}",
            ),
            ("the mean of {a} stands at {m} {unit} with {k} {whats} behind",),
            **words,
        ),
    ]
    if rng.random() < 0.7:
        facts.append(
            fact(
                rng,
                (
                    "{he} wants an average of {b} after the next {what}",
                    "after one more {what} the average should be {b}",
                    "with the next {what} {he} wants to reach an average of {b}",
                    "{his} goal is an average of {b} after one more {what}",
                    "{he} hopes for an average of {b} after the next {what}",
                    "one {what} later {he} wants to have {b} on average",
                ),
                ("one more {what} is to bring the mean to {b}",),
                **words,
            )
        )
        ask = (
            f"<how many {unit} must {person.he} get in the next {what}|how many {unit} are needed in the next "
            f"{what}|what must the next result be|what does {person.name} need next>"
        )
        ask_for = f"{_DO} <the result that is needed next|how many {unit} {person.name} needs in the next {what}>"
        code = f"count = {k}\naverage = {a}\nwanted = {b}\ntotal = average*count\nwanted*(count + 1) - total"
        plan, end, query = (
            "The wanted total minus the total so far is the next result.",
            "The next result must be",
            "name the result that is called for",
        )
    else:
        x = rng.randint(5, 99)
        facts.append(
            fact(
                rng,
                (
                    "in the next {what} {he} gets {x} {unit}",
                    "the next {what} brings {x} {unit}",
                    "then {he} gets {x} {unit} in one more {what}",
                    "one more {what} gives {x} {unit}",
                    "{his} next result is {x} {unit}",
                ),
                ("one more {what} yields {x} {unit}",),
                x=x,
                **words,
            )
        )
        ask = (
            f"<what is the new average|what is {person.his} average now|how large is the average now|which "
            f"average does {person.he} have then>"
        )
        ask_for = f"{_DO} <the new average|{person.name}'s new average>"
        code = (
            f"count = {k}\naverage = {a}\nnext_result = {x}\ntotal = average*count + "
            f"next_result\n{rounded('total/(count + 1)')}"
        )
        plan, end, query = (
            "We add the next result to the total so far and divide by the new count.",
            "The new average is",
            "name the mean that follows",
        )
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=False),
        steps(plan, code, box(end, unit)),
    )


@task("speed", "distance_apart", SHAPES, HELD_SHAPES, weight=1.2)
def distance_apart(rng: Random) -> Instance:
    ones = rng.choice(("cars", "trains", "ships", "planes", "buses", "trucks", "vans"))
    v, w, t = rng.randint(4, 90), rng.randint(4, 90), rng.randint(2, 9)
    if v == w:
        v += 2
    unit, per = rng.choice((("km", "km/h"), ("km", "km per hour"), ("miles", "mph"), ("miles", "miles per hour")))
    same = rng.random() < 0.35
    words: dict[str, object] = {"ones": ones, "v": v, "w": w, "per": per}
    way = "the same direction" if same else "opposite directions"
    facts = [
        fact(
            rng,
            (
                "two {ones} start at the same place and go in {way}",
                "two {ones} leave a town at the same time in {way}",
                "two {ones} set off together in {way}",
                "from one point two {ones} go in {way}",
                "at noon two {ones} start from the same place and move in {way}",
                "two {ones} begin at the same point and travel in {way}",
            ),
            ("two {ones} part from one spot in {way}",),
            way=way,
            **words,
        ),
        fact(
            rng,
            (
                "one goes at {v} {per}, the other at {w} {per}",
                "their speeds are {v} {per} and {w} {per}",
                "the first moves at {v} {per} and the second at {w} {per}",
                "one has a speed of {v} {per} and the other one of {w} {per}",
                "the first makes {v} {per}, the second {w} {per}",
                "they travel at {v} and {w} {per}",
            ),
            ("the pace of the one is {v} {per}, of the other {w} {per}",),
            **words,
        ),
    ]
    ask = (
        f"<how far apart are they after {t} hours|what is the distance between them after {t} hours|how many "
        f"{unit} are between them after {t} hours|how far are they from each other {t} hours later>"
    )
    ask_for = f"{_DO} <the distance between them after {t} hours|how far apart they are after {t} hours>"
    code = f"speed_1 = {v}\nspeed_2 = {w}\nhours = {t}\n" + (
        "abs(speed_1 - speed_2)*hours" if same else "(speed_1 + speed_2)*hours"
    )
    plan = (
        "They move apart with the difference of their speeds."
        if same
        else "They move apart with the sum of their speeds."
    )
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the gap {t} hours on", anyhow=False),
        steps(plan, code, box("The distance is", unit)),
    )


# ---------------------------------------------------------------- two unknowns


_PAIRS = (
    ("adult ticket", "adult tickets", "child ticket", "child tickets", "tickets"),
    ("big box", "big boxes", "small box", "small boxes", "boxes"),
    ("coffee", "coffees", "tea", "teas", "drinks"),
    ("front seat", "front seats", "back seat", "back seats", "seats"),
    ("hardback", "hardbacks", "paperback", "paperbacks", "books"),
    ("rose", "roses", "tulip", "tulips", "flowers"),
    ("pizza", "pizzas", "salad", "salads", "meals"),
    ("chicken", "chickens", "rabbit", "rabbits", "animals"),
    ("large shirt", "large shirts", "small shirt", "small shirts", "shirts"),
    ("melon", "melons", "mango", "mangoes", "fruits"),
)


@task("word problems", "two_kinds_system", SHAPES, HELD_SHAPES, constants=(2, 3, 4), weight=1.8)
def two_kinds_system(rng: Random) -> Instance:
    money = currency(rng)
    x1, x, y1, y, every = rng.choice(_PAIRS)
    p, q = rng.sample(range(2, 25), 2)
    a, b = rng.randint(2, 60), rng.randint(2, 60)
    wheels = rng.random() < 0.25
    if wheels:
        x, y, every, p, q, part = rng.choice(
            (
                ("bikes", "tricycles", "vehicles", 2, 3, "wheels"),
                ("chickens", "cows", "animals", 2, 4, "legs"),
                ("cars", "bikes", "vehicles", 4, 2, "wheels"),
                ("stools", "chairs", "seats", 3, 4, "legs"),
            )
        )
    words: dict[str, object] = {
        "x": x,
        "y": y,
        "x1": x1,
        "y1": y1,
        "a_x": with_article(x1),
        "a_y": with_article(y1),
        "every": every,
        "n": counted(a + b),
        "p": money(p),
        "q": money(q),
        "m": money(p * a + q * b),
    }
    facts = [
        fact(
            rng,
            (
                "there are {n} {every}, namely {x} and {y}",
                "{x} and {y} are {n} together",
                "altogether there are {n} {x} and {y}",
                "the number of {x} and {y} together is {n}",
                "somebody counts {n} {every}, all of them {x} or {y}",
                "we have {n} {every}, some are {x} and the others are {y}",
            )
            if wheels
            else (
                "a shop sold {n} {every}, namely {x} and {y}",
                "altogether {n} {x} and {y} were sold",
                "{x} and {y} were sold, {n} together",
                "the number of {x} and {y} sold is {n} in all",
                "{n} {every} were sold, some {x} and some {y}",
            ),
            ("{x} and {y} add up to {n}",),
            **words,
        ),
    ]
    if wheels:
        total = p * a + q * b
        facts.append(
            fact(
                rng,
                (
                    "they have {m} {part} in all",
                    "there are {m} {part} together",
                    "the number of {part} is {m}",
                    "altogether one counts {m} {part}",
                    "they have {m} {part} together",
                    "in total there are {m} {part}",
                ),
                ("the {part} add up to {m}",),
                m=counted(total),
                part=part,
            )
        )
    else:
        facts += [
            fact(
                rng,
                (
                    "one {x1} costs {p} and one {y1} costs {q}",
                    "{a_x} is {p} and {a_y} is {q}",
                    "{x} cost {p} each and {y} cost {q} each",
                    "each {x1} costs {p}, each {y1} {q}",
                    "the price is {p} for {a_x} and {q} for {a_y}",
                ),
                ("{a_x} goes for {p}, {a_y} for {q}",),
                **words,
            ),
            fact(
                rng,
                (
                    "they brought {m} in all",
                    "the money taken was {m}",
                    "together they cost {m}",
                    "altogether {m} were paid",
                    "the whole sum was {m}",
                    "the total was {m}",
                ),
                ("the money adds up to {m}",),
                **words,
            ),
        ]
    which = rng.choice(("x", "y"))
    name = x if which == "x" else y
    were = "are there" if wheels else "were sold"
    ask = f"<how many {name} {were}|how many of them are {name}|what is the number of {name}|how many {name} is that>"
    ask_for = f"{_DO} <the number of {name}|how many {name} {were.replace('are there', 'there are')}>"
    u, v = identifier(x), identifier(y)
    code = (
        f"from sympy import symbols, solve, Eq\n{u}, {v} = symbols('{u} {v}')\n"
        f"solution = solve([Eq({u} + {v}, {a + b}), Eq({p}*{u} + {q}*{v}, {p * a + q * b})], [{u}, {v}])\n"
        f"solution[{u if which == 'x' else v}]"
    )
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the count of {name}", anyhow=False),
        steps(
            f"There are two unknown numbers, so we set up two equations: one for the number of {every}, one for "
            f"the {'sum' if not wheels else part}.",
            code,
            box("The number is", name),
        ),
    )


@task("word problems", "two_purchases_system", SHAPES, HELD_SHAPES, weight=1.6)
def two_purchases_system(rng: Random) -> Instance:
    money = currency(rng)
    first, second = cast(rng, 2)
    (x1, x), (y1, y) = rng.sample(
        (
            ("pen", "pens"),
            ("book", "books"),
            ("apple", "apples"),
            ("melon", "melons"),
            ("cup", "cups"),
            ("plate", "plates"),
            ("ticket", "tickets"),
            ("burger", "burgers"),
            ("juice", "juices"),
            ("ball", "balls"),
            ("hat", "hats"),
            ("coffee", "coffees"),
            ("muffin", "muffins"),
            ("chair", "chairs"),
            ("lamp", "lamps"),
        ),
        2,
    )
    p, q = rng.randint(1, 20), rng.randint(1, 20)
    while True:
        a, b, c, d = (rng.randint(1, 7) for _ in range(4))
        if a * d != b * c:
            break

    def amount(k: int, one: str, many: str) -> str:
        return f"<1|one> {one}" if k == 1 else f"{counted(k)} {many}"

    ways = (
        "{i} and {j} cost {m}",
        "{i} and {j} together cost {m}",
        "{name} pays {m} for {i} and {j}",
        "{name} buys {i} and {j} for {m}",
        "for {i} and {j} {name} pays {m}",
        "the price of {i} and {j} is {m}",
        "{name} gets {i} and {j} and pays {m}",
        "{m} is the price of {i} and {j} together",
    )
    facts = [
        fact(
            rng,
            ways,
            ("{i} with {j} come to {m}",),
            i=amount(k, x1, x),
            j=amount(n, y1, y),
            m=money(k * p + n * q),
            name=who,
        )
        for k, n, who in ((a, b, first.name), (c, d, second.name))
    ]
    which = rng.choice((x1, y1))
    one = with_article(which)
    ask = (
        f"<how much does one {which} cost|what is the price of one {which}|what does {one} cost|how much is {one}"
        f"|how much must one pay for {one}>"
    )
    ask_for = f"{_DO} <the price of one {which}|how much one {which} costs>"
    code = (
        f"from sympy import symbols, solve, Eq\n{x1}, {y1} = symbols('{x1} {y1}')\n"
        f"solution = solve([Eq({a}*{x1} + {b}*{y1}, {a * p + b * q}), Eq({c}*{x1} + {d}*{y1}, "
        f"{c * p + d * q})], [{x1}, {y1}])\nsolution[{which}]"
    )
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name what a single {which} costs", anyhow=False),
        steps(
            f"The two prices are unknown: one {x1} and one {y1}. Each purchase gives an equation.",
            code,
            box(f"One {which} costs", money.unit),
        ),
    )


@task(
    "word problems",
    "number_puzzle",
    (
        "{i_think}. {do_it}. {result}. {ask}",
        "{i_think}. {do_it} and {result}. {ask}",
        "if {do_short} a number, the result is {r}. {ask}",
        "{ask} if {do_short} it and get {r}",
        "{noun} is {r}. {ask}",
        "{noun} equals {r}. {ask}",
        "{noun} gives {r}. {ask}",
        "{ask_for} such that {noun_that} is {r}",
        "{ask_for} if {noun_that} is {r}",
        "suppose {noun} is {r}. {ask}",
        "when {do_short} a certain number, the answer is {r}. {ask}",
        "{r} is {noun}. {ask}",
        "which number is it: {noun_that} is {r}",
        "for which number is it true that {noun_that} is {r}",
        "{noun} is the same as {r}. {ask}",
        "somebody thinks of a number. {do_it}. {result}. {ask}",
        "{name} thinks of a number. {name_does} and gets {r}. {ask}",
        "{name} picks a number. {name_does}. the result is {r}. {ask_for}",
        "what number did {name} think of if {name_does} and gets {r}",
        "my number: {do_short} it, and it becomes {r}. {ask}",
    ),
    (
        "{r} comes out of a secret number once {do_short} it. name that number",
        "a secret number. {do_it}. out comes {r}. name it",
    ),
    constants=(2, 3, 4, 5),
    weight=1.6,
)
def number_puzzle(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    x, f, k = rng.randint(2, 40), rng.choice((2, 2, 3, 3, 4, 5, rng.randint(2, 12))), rng.randint(1, 50)
    words = {2: ("double", "doubles", "twice"), 3: ("triple", "triples", "three times")}
    base, bases, times = words.get(f, (f"multiply by {f}", f"multiplies it by {f}", f"{f} times"))
    add = rng.random() < 0.5
    order = rng.choice(("scale first", "scale first", "shift first", "half"))
    known = f in words
    sign, verb, verbs, to = ("+", "add", "adds", "to") if add else ("-", "subtract", "subtracts", "from")
    if order == "half":
        d = rng.choice((2, 3, 4, 5))
        x = d * rng.randint(2, 30)
        k = rng.randint(1, 40) if add else rng.randint(1, x // d)
        name = lexicon.FRACTION_WORDS[d]
        value = x // d + k if add else x // d - k
        left = f"n/{d} {sign} {k}"
        do = f"<divide it by {d}|take {name} of it>, then {verb} {k}"
        short = f"you {verb} {k} {to} {name} of"
        noun = (
            f"<{name} of a number {'plus' if add else 'minus'} {k}|{k} {'more' if add else 'less'} than {name} of "
            f"a number|{name} of a number, {'increased' if add else 'decreased'} by {k},>"
        )
        does = f"{person.he} divides it by {d}, {verbs} {k}"
    elif order == "scale first":
        if not add:
            k = min(k, f * x - 1)
        value = f * x + k if add else f * x - k
        left = f"{f}*n {sign} {k}"
        do = f"<{base + ' it' if known else f'multiply it by {f}'}|multiply it by {f}>, <then|and> {verb} {k}"
        short = f"you {verb} {k} {to} {times}"
        noun = (
            f"<{times} a number {'plus' if add else 'minus'} {k}|{k} {'more' if add else 'less'} than {times} a "
            f"number|a number <multiplied by {f}|times {f}> and {'increased' if add else 'decreased'} by {k}>"
        )
        does = f"{person.he} {bases + ' it' if known else bases}, {verbs} {k}"
    else:
        if not add:
            k = min(k, x - 1)
        value = f * (x + k) if add else f * (x - k)
        left = f"{f}*(n {sign} {k})"
        do = f"{verb} {k}{' to it' if add else ' from it'}, <then|and> {base} the result".replace(
            f"multiply by {f} the result", f"multiply the result by {f}"
        )
        short = f"you {verb} {k} and then {base if known else f'multiply by {f}'} after choosing"
        noun = (
            f"<{times} the sum of a number and {k}|{times} the result of a number plus {k}>"
            if add
            else f"<{times} the difference of a number and {k}|{times} the result of a number minus {k}>"
        )
        does = f"{person.he} {verbs} {k}, {bases + ' the result' if known else f'multiplies the result by {f}'}"
    result = {
        "i_think": phrase(
            "<i think of a number|i am thinking of a number|think of a number|take a number|there is a number|i "
            "have a secret number>"
        ),
        "do_it": phrase(do),
        "result": phrase("<the result is {r}|you get {r}|i get {r}|it gives {r}|the answer is {r}>"),
        "noun": phrase(noun),
        "noun_that": phrase(noun),
        "name_does": phrase(does),
        "ask": phrase(
            "<what is the number|find the number|which number is it|what number is it|what was the "
            "number|determine the number>"
        ),
        "ask_for": phrase("<find the number|find a number|determine the number|work out the number>"),
    }
    if order != "shift first":
        result["do_short"] = phrase(short)
    return Instance(
        {"r": str(value), "name": person.name, **result},
        steps(
            rng.choice(
                (
                    "Let n be the number. We write the sentence as an equation and solve it.",
                    "With n for the number this is an equation.",
                )
            ),
            f"from sympy import symbols, solve, Eq\nn = symbols('n')\nsolve(Eq({left}, {value}), n)[0]",
            box("The number is"),
        ),
    )


# ---------------------------------------------------------------- coins, fields, ages, remainders of a journey


_PURSES = (
    ("cents", (("quarter", "quarters", 25), ("dime", "dimes", 10), ("nickel", "nickels", 5), ("penny", "pennies", 1))),
    (
        "cents",
        (
            ("50-cent coin", "50-cent coins", 50),
            ("20-cent coin", "20-cent coins", 20),
            ("10-cent coin", "10-cent coins", 10),
            ("5-cent coin", "5-cent coins", 5),
        ),
    ),
    (
        "pence",
        (("50p coin", "50p coins", 50), ("20p coin", "20p coins", 20), ("10p coin", "10p coins", 10)),
    ),
    (
        "dollars",
        (
            ("five dollar bill", "five dollar bills", 5),
            ("ten dollar bill", "ten dollar bills", 10),
            ("twenty dollar bill", "twenty dollar bills", 20),
        ),
    ),
    (
        "euros",
        (
            ("5-euro note", "5-euro notes", 5),
            ("10-euro note", "10-euro notes", 10),
            ("20-euro note", "20-euro notes", 20),
        ),
    ),
)


@task("money", "value_of_coins", SHAPES, HELD_SHAPES, constants=(1, 5, 10, 20, 25, 50), weight=1.3)
def value_of_coins(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    unit, kinds = rng.choice(_PURSES)
    chosen = rng.sample(kinds, rng.choice((2, 2, 3)))
    counts = [rng.randint(2, 20) for _ in chosen]
    words: dict[str, object] = {"a": person.name, "he": person.he, "his": person.his}
    facts = []
    for index, ((_, many, _), n) in enumerate(zip(chosen, counts, strict=True)):
        first = (
            "{a} has {n} {coins}",
            "there are {n} {coins} in {a}'s purse",
            "in {his} purse {a} has {n} {coins}",
            "{a} finds {n} {coins}",
            "{a} has saved {n} {coins}",
            "{a} counts {n} {coins}",
            "{n} {coins} are in {a}'s money box",
            "{a} takes {n} {coins}",
        )
        more = (
            "{he} also has {n} {coins}",
            "{n} {coins} are there too",
            "there are also {n} {coins}",
            "besides, {he} has {n} {coins}",
            "{he} has {n} {coins} as well",
            "in addition there are {n} {coins}",
        )
        facts.append(
            fact(
                rng,
                more if index else first,
                ("to these belong {n} {coins}",) if index else ("the money of {a} holds {n} {coins}",),
                n=counted(n),
                coins=many,
                **words,
            )
        )
    lines = "".join(f"{_coin_name(many)} = {n}\n" for (_, many, _), n in zip(chosen, counts, strict=True))
    total = " + ".join(f"{worth}*{_coin_name(many)}".removeprefix("1*") for _, many, worth in chosen)
    ask = (
        f"<how many {unit} is that <altogether|in all>|how much money does {person.he} have in {unit}|what is "
        f"the value in {unit}|how many {unit} does {person.name} have <altogether|in total>>"
    )
    ask_for = f"{_DO} <the value in {unit}|how many {unit} that is|the total in {unit}>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the worth of it all in {unit}", anyhow=False),
        steps("We multiply each number by what one is worth and add.", f"{lines}{total}", box("The value is", unit)),
    )


def _coin_name(many: str) -> str:
    name = identifier(many)
    words = name.split("_")
    return f"{words[-1]}_of_{words[0]}" if name[0].isdigit() else name


@task("geometry", "rectangle_in_words", SHAPES, HELD_SHAPES, constants=(2, 3, 4, 5, 6), weight=1.6)
def rectangle_in_words(rng: Random) -> Instance:
    what = rng.choice(("rectangle", "garden", "field", "room", "playground", "pool", "park", "table", "carpet", "yard"))
    unit = rng.choice(("m", "m", "cm", "metres", "feet", "cm"))
    w, f, k = rng.randint(2, 40), rng.choice((2, 2, 3, 4, 5)), rng.randint(2, 25)
    kind = rng.choice(("times", "more", "less"))
    if kind == "times":
        length, expression = f * w, f"{f}*width"
    elif kind == "more":
        length, expression = w + k, f"width + {k}"
    else:
        length, expression = f * w + k, f"{f}*width + {k}"
    words: dict[str, object] = {"what": what, "times": TIMES[f], "k": counted(k), "unit": unit, "f": f}
    relation = {
        "times": (
            "a {what} is {times} as long as it is wide",
            "the length of a {what} is {times} its width",
            "a {what} is {times} as long as wide",
            "in a {what} the length is {times} the width",
            "the long side of a {what} is {times} the short side",
            "a {what} has a length that is {times} its width",
        ),
        "more": (
            "a {what} is {k} {unit} longer than it is wide",
            "the length of a {what} is {k} {unit} more than its width",
            "a {what} is {k} {unit} longer than wide",
            "the width of a {what} is {k} {unit} less than its length",
            "the long side of a {what} is {k} {unit} longer than the short side",
            "in a {what} the length is {k} {unit} more than the width",
        ),
        "less": (
            "the length of a {what} is {k} {unit} more than {times} its width",
            "a {what} is {k} {unit} longer than {times} its width",
            "the long side of a {what} is {k} {unit} longer than {times} the short side",
            "in a {what} the length is {times} the width plus {k} {unit}",
        ),
    }[kind]
    kept = {
        "times": "take the width of a {what} {f} times and you have its length",
        "more": "add {k} {unit} to the width of a {what} and you have its length",
        "less": "take the width of a {what} {f} times, add {k} {unit}, and you have its length",
    }[kind]
    facts = [fact(rng, relation, (kept,), **words)]
    known = rng.choice(("perimeter", "perimeter", "width"))
    if known == "perimeter":
        facts.append(
            fact(
                rng,
                (
                    "its perimeter is {p} {unit}",
                    "the perimeter is {p} {unit}",
                    "the way around it is {p} {unit}",
                    "it has a perimeter of {p} {unit}",
                    "all four sides together measure {p} {unit}",
                    "a fence around it is {p} {unit} long",
                ),
                ("once around it makes {p} {unit}",),
                p=2 * (w + length),
                unit=unit,
            )
        )
        sought = rng.choice(("width", "length", "area"))
        code = (
            "from sympy import symbols, solve, Eq\nwidth = symbols('width')\n"
            f"width = solve(Eq(2*(width + {expression}), {2 * (w + length)}), width)[0]\n"
        )
        if sought != "width":
            code += f"length = {expression}\n"
        code += {"width": "width", "length": "length", "area": "width*length"}[sought]
        plan = "The perimeter is twice the sum of width and length. This gives an equation for the width."
    else:
        facts.append(
            fact(
                rng,
                (
                    "it is {w} {unit} wide",
                    "its width is {w} {unit}",
                    "the width is {w} {unit}",
                    "the short side is {w} {unit} long",
                    "it has a width of {w} {unit}",
                ),
                ("the width comes to {w} {unit}",),
                w=w,
                unit=unit,
            )
        )
        sought = rng.choice(("perimeter", "area"))
        end = "2*(width + length)" if sought == "perimeter" else "width*length"
        code = f"width = {w}\nlength = {expression}\n{end}"
        plan = f"First we find the length from the width, then the {sought}."
    ask = (
        f"<what is its {sought}|what is the {sought}|find the {sought}|how large is the {sought}|determine "
        f"its {sought}>"
    )
    ask_for = f"{_DO} <its {sought}|the {sought}|the {sought} of the {what}>"
    shown = f"square {unit}" if sought == "area" else unit
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the {sought}", anyhow=False),
        steps(plan, code, box(f"The {sought} is", shown)),
    )


@task("ages", "ages_then_and_now", SHAPES, HELD_SHAPES, constants=(2, 3, 4, 5, 6), weight=1.5)
def ages_then_and_now(rng: Random) -> Instance:
    first, second = cast(rng, 2)
    a, b = first.name, second.name
    while True:
        f, k = rng.choice((2, 2, 3, 3, 4)), rng.randint(2, 12)
        later = rng.random() < 0.6
        young_then = rng.randint(4, 30)
        young = young_then - k if later else young_then + k
        old = f * young_then - k if later else f * young_then + k
        if young > 1 and old < 95 and old > young:
            break
    d, total = old - young, old + young
    words: dict[str, object] = {"a": a, "b": b, "d": d, "k": counted(k), "times": TIMES[f], "t": total}
    gap = rng.random() < 0.6
    facts = [
        fact(
            rng,
            (
                "{a} is {d} years older than {b}",
                "{b} is {d} years younger than {a}",
                "{a} and {b} are {d} years apart, and {a} is the older one",
                "the difference in age between {a} and the younger {b} is {d} years",
                "today {a} is {d} years older than {b}",
                "{a} was born {d} years before {b}",
            ),
            ("{d} years lie between {a} and the younger {b}",),
            **words,
        )
        if gap
        else fact(
            rng,
            (
                "together {a} and {b} are {t} years old",
                "the ages of {a} and {b} add up to {t}",
                "{a} and {b} are {t} years old together",
                "the sum of the ages of {a} and {b} is {t}",
                "today the ages of {a} and {b} make {t} years together",
            ),
            ("the years of {a} and {b} make {t}",),
            **words,
        ),
        fact(
            rng,
            (
                "in {k} years {a} will be {times} as old as {b}",
                "{k} years from now {a} will be {times} as old as {b}",
                "{a} will be {times} as old as {b} in {k} years",
                "{k} years later {a} will be {times} as old as {b}",
                "in {k} years the age of {a} will be {times} that of {b}",
            )
            if later
            else (
                "{k} years ago {a} was {times} as old as {b}",
                "{a} was {times} as old as {b} {k} years ago",
                "{k} years ago the age of {a} was {times} that of {b}",
                "{k} years earlier {a} was {times} as old as {b}",
            ),
            ("{k} years on, {a} has {times} the years of {b}",)
            if later
            else ("{k} years back, {a} had {times} the years of {b}",),
            **words,
        ),
    ]
    x, y = a.lower(), b.lower()
    sign = "+" if later else "-"
    relation = f"Eq({x}, {y} + {d})" if gap else f"Eq({x} + {y}, {total})"
    asked, name = rng.choice(((a, x), (b, y)))
    code = (
        f"from sympy import symbols, solve, Eq\n{x}, {y} = symbols('{x} {y}')\n"
        f"ages = solve([{relation}, Eq({x} {sign} {k}, {f}*({y} {sign} {k}))], [{x}, {y}])\nages[{name}]"
    )
    ask = f"<how old is {asked}|how old is {asked} now|what is the age of {asked}|what is {asked}'s age>"
    ask_for = f"{_DO} <the age of {asked}|how old {asked} is|{asked}'s age>"
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=f"name the years of {asked}", anyhow=True),
        steps(
            "Both ages are unknown, so we set up two equations and solve them.", code, box(f"{asked} is", "years old")
        ),
    )


@task("word problems", "rest_of_a_way", EVENT_SHAPES, EVENT_HELD, constants=(2, 3, 4, 5, 6, 10, 100), weight=1.2)
def rest_of_a_way(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    he = person.he
    whole = rng.choice((12, 20, 24, 30, 40, 60)) * rng.randint(2, 20)
    unit = rng.choice(("km", "miles"))
    goer, way = rng.choice(
        (("cycles", "tour"), ("drives", "trip"), ("walks", "trail"), ("rides", "ride"), ("travels", "journey"))
    )
    words: dict[str, object] = {"a": person.name, "he": he, "way": way, "unit": unit, "goes": goer}
    facts = [
        fact(
            rng,
            (
                "the {way} of {a} is {n} {unit} long",
                "{a} goes on a {way} of {n} {unit}",
                "{a} has a {way} of {n} {unit} to go",
                "{a} plans a {way} of {n} {unit}",
                "a {way} of {n} {unit} lies in front of {a}",
                "{a} sets out on a {way} of {n} {unit}",
            ),
            ("{n} {unit} are the size of the {way} of {a}",),
            n=whole,
            **words,
        )
    ]
    lines = [Line("rest", str(whole), "", given=True)]
    rest = whole
    days = rng.sample(("on Monday", "on Tuesday", "on Wednesday", "on Thursday"), 4)
    days.sort(key=("on Monday", "on Tuesday", "on Wednesday", "on Thursday").index)
    for index in range(rng.choice((2, 2, 3))):
        day = days[index]
        divisors = [d for d in (2, 3, 4, 5) if rest % d == 0 and rest > 4 * d]
        percents = [p for p in (10, 20, 25, 30, 40, 50) if rest * p % 100 == 0]
        kind = rng.choice(["km"] + ["part"] * bool(divisors) + ["percent"] * bool(percents))
        if kind == "part":
            d = rng.choice(divisors)
            part, code = f"{lexicon.FRACTION_WORDS[d]} of the {{w}}", f"rest - rest//{d}"
            rest -= rest // d
        elif kind == "percent":
            p = rng.choice(percents)
            part, code = f"{p}% of the {{w}}", f"rest - rest*{p}//100"
            rest -= rest * p // 100
        else:
            if rest < 6:
                continue
            n = rng.randint(2, rest - 2)
            part, code = f"{n} {unit}", f"rest - {n}"
            rest -= n
        part = part.format(w="whole way" if index == 0 else "rest")
        facts.append(
            fact(
                rng,
                (
                    "{day} {he} {goes} {part}",
                    "{he} {goes} {part} {day}",
                    "{day}, {part} are done",
                    "{day} {he} manages {part}",
                    "{he} finishes {part} {day}",
                ),
                ("{day} {part} pass by",),
                day=day,
                part=part,
                **words,
            )
        )
        facts[-1] = replace(facts[-1], link=False)
        lines.append(Line("rest", code, "what is left after each day"))
    ask = (
        f"<how many {unit} are left|how far must {he} still go|how many {unit} does {he} still have to go|how "
        "long is the rest of the way>"
    )
    ask_for = f"{_DO} <how many {unit} are left|the rest of the way|how far {he} still has to go>"
    return Instance(
        in_order(rng, facts, ask=ask, ask_for=ask_for, query=f"name the {unit} that remain"),
        solved(rng, lines, "rest", "There remain", unit),
    )
