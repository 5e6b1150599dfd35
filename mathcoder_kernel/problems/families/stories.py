"""Stories about quantities: having, giving, getting, comparing, sharing, packing, and several steps in a row."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import (
    COUNTABLES,
    Person,
    Stage,
    boxed,
    chain,
    counted,
    people,
    phrased,
    spelled,
    steps,
)

_CHATTER = (
    "",
    "",
    "",
    "",
    "",
    "",
    "{he} is {age} years old. ",
    "it is {day} today. ",
    "{he} lives at number {age} in {his} street. ",
    "{name} has {sib} brothers. ",
    "{his} friend {other} is {age}. ",
)


def _distractor(rng: Random, person: Person) -> str:
    """Now and then a sentence whose number does not matter."""
    text = rng.choice(_CHATTER)
    if not text:
        return ""
    (other,) = people(rng, 1)
    return (
        text.replace("{he}", person.he)
        .replace("{his}", person.his)
        .replace("{name}", person.name)
        .replace("{other}", other.name)
        .replace("{age}", str(rng.randint(7, 16)))
        .replace("{day}", rng.choice(("Monday", "Tuesday", "Friday", "Sunday")))
        .replace("{sib}", rng.choice(("two", "three", "2", "3")))
    )


_GAIN = (
    "{buys} {n} more",
    "gets {n} more",
    "finds {n} more",
    "receives {n} from {other}",
    "is given {n}",
    "collects {n} more",
    "wins {n} more",
    "picks up {n} more",
    "gets another {n}",
    "adds {n} more",
    "gets {n} as a present",
    "is given {n} more by {other}",
)
_LOSS = (
    "gives {n} to {other}",
    "gives away {n}",
    "loses {n}",
    "sells {n}",
    "gives {other} {n}",
    "uses {n}",
    "throws away {n}",
    "hands {n} to {other}",
    "gives {n} of them to {other}",
    "drops {n} and they break",
    "lends {n} to {other}",
    "gives {other} {n} of them",
)


def _event(rng: Random, gain: bool, n: int, other: str) -> str:
    return (
        rng.choice(_GAIN if gain else _LOSS)
        .replace("{buys}", "buys")
        .replace("{n}", spelled(rng, n))
        .replace("{other}", other)
    )


@task(
    "word problems",
    "gain_and_loss",
    (
        "{name} {has} {things}. {extra}{events}. how many {many} does {he} have {now}",
        "{name} {has} {things}. {events}. how many {many} <are left|does {he} have>",
        "at first {name} has {things}. {events}. how many does {he} have {now}",
        "{name} starts with {things}. {events}. {find} the number of {many} {he} has at the end",
        "how many {many} does {name} have at the end if {he} <starts with|begins with|has> {things} and then "
        "{events_short}",
        "there are {things} in {name}'s <bag|box|room>. {events}. how many are <there now|in it now|left>",
        "{name} had {things}. {extra}then {events_short}. how many {many} does {he} have now",
        "{events_after} at first {name} had {things}. how many {many} does {he} have {now}",
    ),
    (
        "count the {many} of {name}: {things} in the morning, and during the day {events_short}. what is the count "
        "in the evening",
        "what number of {many} remains with {name}, who owned {things}, after this: {events_short}",
    ),
    weight=2.0,
)
def gain_and_loss(rng: Random) -> Instance:
    person, *others = people(rng, 4)
    thing = rng.choice(COUNTABLES)
    start = now = rng.randint(5, 90)
    events, signs = [], []
    for index in range(rng.choice((1, 1, 2, 2, 3))):
        gain = rng.random() < 0.5 or now < 4
        n = rng.randint(2, 60) if gain else rng.randint(2, max(2, now - 1))
        now += n if gain else -n
        events.append(_event(rng, gain, n, others[index].name))
        signs.append(("+" if gain else "-", n))
    joined = (
        events[0]
        if len(events) == 1
        else f"{', '.join(events[:-1])}{rng.choice((' and ', ' and then ', ', then ', ' and later '))}{events[-1]}"
    )
    sentences = ". ".join(
        f"{rng.choice((person.he, person.he, 'then ' + person.he, 'later ' + person.he))} {event}" for event in events
    )
    code = (
        f"{thing.many} = {start}\n"
        + "\n".join(f"{thing.many} = {thing.many} {sign} {n}" for sign, n in signs)
        + f"\n{thing.many}"
    )
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "things": counted(rng, start, thing),
            "many": phrased(thing.many),
            "events": phrased(sentences if rng.random() < 0.6 else f"{person.he} {joined}"),
            "events_short": phrased(f"{person.he} {joined}"),
            "events_after": phrased(f"{person.name} {joined}."),
            "extra": phrased(_distractor(rng, person)),
            "result": now,
        },
        steps(
            rng.choice(
                ("We follow what is added and what is taken away.", "We add what comes and subtract what goes.")
            ),
            code,
            boxed(f"{person.name} has", thing.many),
        ),
    )


@task(
    "word problems",
    "difference_of_two_owners",
    (
        "{a} {has} {na} {many} and {b} {has} {nb} [{many}]. how many more {many} does {more} have than {less}",
        "{a} {has} {na} {many}. {b} {has} {nb}. how many more does {more} have [than {less}]",
        "{a} {has} {na} {many} and {b} {has} {nb}. how many fewer {many} does {less} have [than {more}]",
        "how many more {many} does {more} have than {less} if {a} has {na} and {b} has {nb}",
        "{b} {has} {nb} {many}, {a} {has} {na}. {find} the difference",
        "{a} and {b} collect {many}. {a} has {na} and {b} has {nb}. how many more <does {more} have|are {more}'s>",
        "{less} has fewer {many} than {more}: {a} has {na}, {b} has {nb}. how many fewer",
        "{a} has {na} {many}, while {b} has {nb}. by how many {many} is {more} ahead of {less}",
    ),
    (
        "comparing {a} with {na} {many} and {b} with {nb}, how big is the gap between them",
        "how many {many} must {less} get to have as many as {more}, when {a} owns {na} and {b} {nb}",
    ),
)
def difference_of_two(rng: Random) -> Instance:
    first, second = people(rng, 2)
    thing = rng.choice(COUNTABLES)
    na, nb = rng.sample(range(2, 150), 2)
    more, less = (first, second) if na > nb else (second, first)
    a, b = first.name.lower(), second.name.lower()
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "na": spelled(rng, na),
            "nb": spelled(rng, nb),
            "many": phrased(thing.many),
            "more": more.name,
            "less": less.name,
            "x": na,
            "y": nb,
        },
        steps(
            "We subtract the smaller number from the larger.",
            f"{a} = {na}\n{b} = {nb}\n{more.name.lower()} - {less.name.lower()}",
            boxed("The difference is", thing.many),
        ),
    )


_RELATIONS = (
    ("{k} more {many} than", "{k} more than", "+"),
    ("{k} fewer {many} than", "{k} less than", "-"),
    ("twice as many {many} as", "double the number of", "2*"),
    ("three times as many {many} as", "three times as many as", "3*"),
    ("{k} times as many {many} as", "{k} times as many as", "*"),
    ("half as many {many} as", "half as many as", "/2"),
)


@task(
    "word problems",
    "compare_and_total",
    (
        "{a} {has} {na} {many}. {b} {has} {rel} {a}. {ask}",
        "{b} {has} {rel} {a}. {a} {has} {na} {many}. {ask}",
        "{a} {has} {na} {many} and {b} {has} {rel} {a}. {ask}",
        "if {a} has {na} {many} and {b} has {rel} {a}, {ask}",
        "{a} collected {na} {many}. {b} collected {rel} {a}. {ask}",
        "{b} has {rel} {a}, who has {na} [{many}]. {ask}",
        "{a} has {na} {many}. {extra}{b} has {rel} {a}. {ask}",
    ),
    (
        "take {na} as the number of {many} of {a}; {b} owns {rel} {a}. now {ask}",
        "{na} {many} belong to {a}, and {b} possesses {rel} {a}: {ask}",
    ),
    weight=1.8,
    constants=(2, 3),
)
def compare_and_total(rng: Random) -> Instance:
    first, second = people(rng, 2)
    thing = rng.choice(COUNTABLES)
    long, _, kind = rng.choice(_RELATIONS)
    na = rng.randint(2, 60)
    if kind == "/2":
        na *= 2
    k = rng.randint(1, na - 1) if kind == "-" else rng.randint(2, 9 if kind == "*" else 40)
    rel = long.replace("{k}", spelled(rng, k)).replace("{many}", thing.many)
    a, b = first.name.lower(), second.name.lower()
    expression = {
        "+": f"{a} + {k}",
        "-": f"{a} - {k}",
        "2*": f"2*{a}",
        "3*": f"3*{a}",
        "*": f"{k}*{a}",
        "/2": f"{a}//2",
    }[kind]
    total = rng.random() < 0.55
    if total:
        ask = rng.choice(
            (
                f"how many {thing.many} do they have together",
                "how many do they have in total",
                f"how many {thing.many} do they have in all",
                f"what is the total number of {thing.many}",
                f"how many {thing.many} do {first.name} and {second.name} have together",
                "how many do both have altogether",
                f"find the total number of {thing.many}",
            )
        )
    else:
        ask = rng.choice(
            (
                f"how many {thing.many} does {second.name} have",
                f"how many does {second.name} have",
                f"find the number of {second.name}'s {thing.many}",
            )
        )
    slots: dict[str, Slot] = {
        "a": first.name,
        "b": second.name,
        "na": spelled(rng, na),
        "many": phrased(thing.many),
        "rel": phrased(rel),
        "ask": phrased(ask),
        "extra": phrased(_distractor(rng, first)),
        "x": na,
        "k": k,
        "kind": kind,
        "total": str(total),
    }
    if not total:
        return Instance(
            slots,
            steps(
                f"We compute the number of {second.name} from that of {first.name}.",
                f"{a} = {na}\n{b} = {expression}\n{b}",
                boxed(f"{second.name} has", thing.many),
            ),
        )
    return Instance(
        slots,
        chain(
            rng,
            f"We find the number of {second.name}, then add.",
            [(a, na)],
            [Stage(b, expression, f"{second.name} has ⟨⟩ {thing.many}."), Stage("total", f"{a} + {b}", "")],
            boxed("Together they have", thing.many),
        ),
    )


@task(
    "word problems",
    "three_people_chain",
    (
        "{a} {has} {na} {many}. {b} {has} {r1} {a}. {c} {has} {r2} {b}. {ask}",
        "{c} {has} {r2} {b}, and {b} {has} {r1} {a}. {a} {has} {na} {many}. {ask}",
        "{a} has {na} {many}, {b} has {r1} {a} and {c} has {r2} {b}. {ask}",
        "{b} has {r1} {a}. {c} has {r2} {b}. {ask_if} if {a} has {na} {many}",
        "{a} has {na} {many}. {b} has {r1} {a}, and {c} has {r2} {b}. {ask}",
        "if {a} has {na} {many}, {b} has {r1} {a} and {c} has {r2} {b}, {ask}",
        "{a}, {b} and {c} collect {many}. {a} has {na}. {b} has {r1} {a}. {c} has {r2} {b}. {ask}",
    ),
    ("{na} {many} are {a}'s. compared with {a}, {b} has {r1} {a}; compared with {b}, {c} has {r2} {b}. {ask}",),
    weight=1.3,
    constants=(2, 3),
)
def three_people(rng: Random) -> Instance:
    first, second, third = people(rng, 3)
    thing = rng.choice(COUNTABLES)
    names = [first.name.lower(), second.name.lower(), third.name.lower()]
    na = value = 4 * rng.randint(2, 25)
    rels, stages = [], []
    for index in (1, 2):
        long, _, kind = rng.choice(_RELATIONS)
        if kind == "/2" and value % 2:
            kind, long = "2*", "twice as many {many} as"
        k = rng.randint(1, max(1, value - 1)) if kind == "-" else rng.randint(2, 6 if kind == "*" else 40)
        before = names[index - 1]
        expression = {
            "+": f"{before} + {k}",
            "-": f"{before} - {k}",
            "2*": f"2*{before}",
            "3*": f"3*{before}",
            "*": f"{k}*{before}",
            "/2": f"{before}//2",
        }[kind]
        value = {"+": value + k, "-": value - k, "2*": 2 * value, "3*": 3 * value, "*": k * value, "/2": value // 2}[
            kind
        ]
        rels.append(long.replace("{k}", spelled(rng, k)).replace("{many}", thing.many))
        stages.append(Stage(names[index], expression, f"{(second, third)[index - 1].name} has ⟨⟩ {thing.many}."))
    total = rng.random() < 0.5
    if total:
        stages.append(Stage("total", " + ".join(names), ""))
        ask, end = (
            rng.choice(
                (
                    "how many do they have together",
                    f"how many {thing.many} do all three have",
                    f"how many {thing.many} do they have in total",
                )
            ),
            "Together they have",
        )
    else:
        ask, end = (
            rng.choice((f"how many {thing.many} does {third.name} have", f"how many does {third.name} have")),
            f"{third.name} has",
        )
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "c": third.name,
            "na": spelled(rng, na),
            "many": phrased(thing.many),
            "r1": phrased(rels[0]),
            "r2": phrased(rels[1]),
            "ask": phrased(ask),
            "ask_if": phrased(ask),
            "last": value,
        },
        chain(rng, "We go from one person to the next.", [(names[0], na)], stages, boxed(end, thing.many), apart=0.2),
    )


@task(
    "word problems",
    "equal_groups",
    (
        "there are {k} {boxes} with {n} {many} {in_each}. how many {many} are there {in_all}",
        "{name} has {k} {boxes}. <each|every> {box} <holds|contains|has> {n} {many}. how many {many} does {name} "
        "have {in_all}",
        "each {box} <holds|contains|has> {n} {many}. how many {many} are in {k} {boxes}",
        "how many {many} are in {k} {boxes} <with|of> {n} {many} each",
        "{n} {many} fit into one {box}. how many fit into {k} {boxes}",
        "{k} {boxes}, {n} {many} in each. {find} the total number of {many}",
        "if one {box} <holds|has> {n} {many}, how many {many} do {k} {boxes} <hold|have>",
        "{name} packs {n} {many} into each of {k} {boxes}. how many {many} is that {in_all}",
    ),
    ("in every one of the {k} {boxes} {name} counts {n} {many}; what is the number of all {many}",),
)
def equal_groups(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES)
    (person,) = people(rng, 1)
    k, n = rng.randint(2, 30), rng.randint(2, 48)
    return Instance(
        {
            "k": spelled(rng, k),
            "n": spelled(rng, n),
            "box": box,
            "boxes": phrased(boxes),
            "many": phrased(thing.many),
            "name": person.name,
            "in_each": phrased(rng.choice(("in each", "each", f"in each {box}", f"in every {box}"))),
            "x": k,
            "y": n,
        },
        steps(
            f"We multiply the number of {boxes} by what each holds.",
            f"{boxes} = {k}\n{thing.many}_each = {n}\n{boxes}*{thing.many}_each",
            boxed("There are", thing.many),
        ),
    )


_BOXES = (
    ("box", "boxes"),
    ("bag", "bags"),
    ("basket", "baskets"),
    ("jar", "jars"),
    ("packet", "packets"),
    ("tray", "trays"),
    ("shelf", "shelves"),
    ("drawer", "drawers"),
    ("row", "rows"),
)


@task(
    "word problems",
    "sharing_equally",
    (
        "{name} shares {n} {many} equally among {k} {friends}. how many {many} does each {friend} get",
        "{n} {many} are <shared|divided|split> <equally|evenly|fairly> among {k} {friends}. how many does each get",
        "{k} {friends} share {n} {many} equally. how many {many} does each {friend} get",
        "how many {many} does each {friend} get if {n} {many} are shared equally among {k} {friends}",
        "{name} has {n} {many} for {k} {friends}. each gets the same number. how many is that",
        "divide {n} {many} equally among {k} {friends}",
        "there are {n} {many} for {k} {friends}, everyone gets the same. how many each",
        "{n} {many} are put into {k} {boxes}, the same number in each. how many are in one {box}",
    ),
    ("all {k} {friends} want the same number out of {n} {many}; what is the share of one of them",),
)
def sharing_equally(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES)
    (person,) = people(rng, 1)
    friend, friends = rng.choice(
        (
            ("friend", "friends"),
            ("child", "children"),
            ("student", "students"),
            ("kid", "kids"),
            ("person", "people"),
            ("player", "players"),
        )
    )
    k, each = rng.randint(2, 20), rng.randint(2, 30)
    return Instance(
        {
            "n": spelled(rng, k * each),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "friend": friend,
            "friends": phrased(friends),
            "box": box,
            "boxes": phrased(boxes),
            "x": k * each,
            "y": k,
        },
        steps(
            "We divide by the number of shares.",
            f"{thing.many} = {k * each}\nshares = {k}\n{thing.many}//shares",
            boxed("Each share is", thing.many),
        ),
    )


@task(
    "word problems",
    "sharing_with_rest",
    (
        "{name} shares {n} {many} equally among {k} friends. how many {many} are left over",
        "{n} {many} are packed into {boxes} of {k}. how many {many} are left over",
        "{n} {many} are divided equally among {k} children. how many {many} remain",
        "how many {many} are left if {n} {many} are put into {boxes} of {k} each",
        "{k} {many} fit in a {box}. {name} has {n} {many} and fills as many {boxes} as possible. how many {many} are "
        "left",
        "{n} {many} for {k} children, everyone gets the same. how many are left over",
        "if {n} {many} are packed in {boxes} of {k}, how many do not fit",
    ),
    ("after {name} has filled every {box} with {k} of {his} {n} {many}, what rest remains",),
)
def sharing_with_rest(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES[:5])
    (person,) = people(rng, 1)
    k = rng.randint(3, 24)
    n = k * rng.randint(2, 20) + rng.randint(1, k - 1)
    return Instance(
        {
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "his": phrased(person.his),
            "box": box,
            "boxes": phrased(boxes),
        },
        steps(
            "The rest is the remainder of the division.",
            f"{thing.many} = {n}\nsize = {k}\n{thing.many} % size",
            boxed("The rest is", thing.many),
        ),
    )


@task(
    "word problems",
    "containers_needed",
    (
        "{k} {many} fit into one {box}. how many {boxes} <are needed|do you need> for {n} {many}",
        "how many {boxes} <are needed|does {name} need> for {n} {many} if <each|one> {box} holds {k}",
        "{name} has {n} {many}. each {box} holds {k}. how many {boxes} does {he} need",
        "{n} people go on a trip. <a bus|each bus> has {k} seats. how many buses are needed",
        "a <bus|van> can take {k} people. how many are needed for {n} people",
        "how many {boxes} of {k} are needed to hold {n} {many}",
        "{n} {many} must be packed, {k} per {box}. how many {boxes}",
    ),
    ("to store {n} {many}, at most {k} in a {box}, what number of {boxes} is required",),
)
def containers_needed(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES[:5])
    (person,) = people(rng, 1)
    k, n = rng.randint(4, 60), rng.randint(20, 600)
    return Instance(
        {
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "box": box,
            "boxes": phrased(boxes),
            "x": n,
            "y": k,
        },
        steps(
            "We divide and round up.",
            f"from math import ceil\ntotal = {n}\nsize = {k}\nceil(total/size)",
            boxed("The number needed is"),
        ),
    )


@task(
    "word problems",
    "groups_then_change",
    (
        "{name} has {k} {boxes} with {n} {many} each. {he} {event}. how many {many} does {he} have {now}",
        "there are {n} {many} in each of {name}'s {k} {boxes}. {he} {event}. how many {many} are there {now}",
        "{name} buys {k} {boxes} of {many}. each {box} has {n} {many}. {he} {event}. how many does {he} have {now}",
        "how many {many} does {name} have if {he} has {k} {boxes} with {n} {many} each and {event}",
        "{name} fills {k} {boxes} with {n} {many} each. then {he} {event}. how many {many} does {he} have {now}",
        "at first there are {k} {boxes} with {n} {many} each. {name} {event}. how many {many} are there {now}",
        "each of {k} {boxes} holds {n} {many}. {name} {event}. {find} the number of {many} at the end",
    ),
    ("{name} owns {k} {boxes}, every {box} with {n} {many}, and {event}; what is the number of {many} afterwards",),
)
def groups_then_change(rng: Random) -> Instance:
    thing, (box, boxes) = rng.choice(COUNTABLES), rng.choice(_BOXES[:6])
    person, other = people(rng, 2)
    k, n = rng.randint(2, 12), rng.randint(3, 24)
    gain = rng.random() < 0.4
    m = rng.randint(2, 50) if gain else rng.randint(2, k * n - 1)
    return Instance(
        {
            "k": spelled(rng, k),
            "n": spelled(rng, n),
            "box": box,
            "boxes": phrased(boxes),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "event": phrased(_event(rng, gain, m, other.name)),
            "x": k,
            "y": n,
            "z": m if gain else -m,
        },
        chain(
            rng,
            "First how many there are, then what changes.",
            [(boxes, k), ("each", n)],
            [
                Stage("total", f"{boxes}*each", f"At first there are ⟨⟩ {thing.many}."),
                Stage("result", f"total {'+' if gain else '-'} {m}", ""),
            ],
            boxed("The result is", thing.many),
        ),
    )


@task(
    "word problems",
    "fraction_used_then_left",
    (
        "{name} has {n} {many}. {he} <gives away|sells|eats up|loses> {f} of them. how many {many} are left",
        "{f} of {name}'s {n} {many} are <red|broken|old>. how many are not",
        "{name} had {n} {many} and gave {f} of them to {other}. how many does {he} have left",
        "how many {many} are left if {name} gives {f} of {his} {n} {many} to {other}",
        "there are {n} {many}. {f} of them are <taken|sold|used>. how many remain",
        "{name} uses {f} of {his} {n} {many}. how many are left",
        "if {f} of {n} {many} are gone, how many are left",
        "{f} of {n} {many} are given away. {find} how many remain",
    ),
    ("{other} takes {f} of the {n} {many} of {name}; what number stays with {name}",),
    constants=(1, 2, 3, 4, 5),
)
def fraction_used(rng: Random) -> Instance:
    thing = rng.choice(COUNTABLES)
    person, other = people(rng, 2)
    p, q, words = rng.choice(
        (
            (1, 2, "half"),
            (1, 3, "a third"),
            (1, 4, "a quarter"),
            (3, 4, "three quarters"),
            (2, 3, "two thirds"),
            (1, 5, "one fifth"),
            (2, 5, "2/5"),
            (3, 5, "3/5"),
            (1, 3, "1/3"),
            (3, 4, "3/4"),
        )
    )
    n = q * rng.randint(2, 40)
    return Instance(
        {
            "n": spelled(rng, n),
            "f": phrased(words),
            "many": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "other": other.name,
            "x": n,
            "p": p,
            "q": q,
        },
        chain(
            rng,
            "We find the part and subtract it.",
            [(thing.many, n)],
            [
                Stage("part", f"{thing.many}*{p}//{q}", f"The part is ⟨⟩ {thing.many}."),
                Stage("left", f"{thing.many} - part", ""),
            ],
            boxed("What is left is", thing.many),
        ),
    )


@task(
    "word problems",
    "parts_of_a_whole",
    (
        "there are {n} {people} in a {place}. {k} are {kind}. how many are {other_kind}",
        "of {n} {people}, {k} are {kind} and the rest are {other_kind}. how many are {other_kind}",
        "a {place} has {n} {people}, {k} of them {kind}. how many {other_kind} are there",
        "{k} of the {n} {people} in a {place} are {kind}. how many are not",
        "how many {other_kind} are in a {place} of {n} {people} if {k} are {kind}",
        "{n} {people} are in a {place}: {k} {kind}, the rest {other_kind}. how many {other_kind}",
        "in a {place} with {n} {people}, {k} are {kind}. {find} the number of {other_kind}",
        "if {k} of {n} {people} are {kind}, how many are {other_kind}",
    ),
    (
        "in all {n} {people} sit in the {place}; after counting {k} {kind}, how many {other_kind} are still to be "
        "counted",
    ),
)
def parts_of_a_whole(rng: Random) -> Instance:
    crowd, place, kind, other = rng.choice(
        (
            ("students", "class", "girls", "boys"),
            ("students", "school", "boys", "girls"),
            ("people", "room", "children", "adults"),
            ("people", "bus", "adults", "children"),
            ("animals", "farm", "cows", "sheep"),
            ("animals", "barn", "ducks", "hens"),
            ("members", "club", "women", "men"),
            ("passengers", "train", "men", "women"),
        )
    )
    n = rng.randint(12, 400)
    k = rng.randint(2, n - 2)
    return Instance(
        {
            "n": n,
            "k": spelled(rng, k),
            "people": phrased(crowd),
            "place": phrased(place),
            "kind": phrased(kind),
            "other_kind": phrased(other),
        },
        steps(
            f"The {other} are all less the {kind}.",
            f"{crowd} = {n}\n{kind} = {k}\n{crowd} - {kind}",
            boxed("There are", other),
        ),
    )


@task(
    "word problems",
    "daily_amount",
    (
        "{name} {does} {n} {units} <a day|every day|each day|per day>. how many {units} does {he} {do} in {k} {period}",
        "how many {units} does {name} {do} in {k} {period} at {n} {units} a day",
        "every day {name} {does} {n} {units}. how many is that in {k} {period}",
        "in {k} {period}, how many {units} does {name} {do} if {he} {does} {n} a day",
        "{name} {does} {n} {units} per day for {k} {period}. {find} the total number of {units}",
        "{n} {units} <a day|every day> for {k} {period}: how many {units} {in_all}",
        "if {name} {does} {n} {units} each day, how many {units} is that after {k} {period}",
    ),
    ("{n} {units} is what {name} {does} daily; over {k} {period} this makes how many",),
    constants=(7,),
)
def daily_amount(rng: Random) -> Instance:
    (person,) = people(rng, 1)
    does, do, units = rng.choice(
        (
            ("reads", "read", "pages"),
            ("runs", "run", "kilometres"),
            ("walks", "walk", "miles"),
            ("drinks", "drink", "glasses of water"),
            ("solves", "solve", "problems"),
            ("sells", "sell", "tickets"),
            ("learns", "learn", "words"),
            ("writes", "write", "lines"),
            ("bakes", "bake", "cakes"),
        )
    )
    n, k = rng.randint(2, 40), rng.randint(2, 30)
    weeks = rng.random() < 0.4
    code = (
        f"per_day = {n}\nweeks = {k}\ndays = weeks*7\nper_day*days"
        if weeks
        else f"per_day = {n}\ndays = {k}\nper_day*days"
    )
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "does": does,
            "do": do,
            "units": phrased(units),
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "period": phrased("weeks" if weeks else "days"),
            "x": n,
            "y": k * (7 if weeks else 1),
        },
        steps("We multiply the daily amount by the days.", code, boxed("It is", units)),
    )


@task(
    "word problems",
    "pages_left_to_read",
    (
        "a book has {n} pages. {name} reads {p} pages {every} for {k} days. how many pages are left",
        "{name} reads {p} pages <a day|each day> of a book with {n} pages. how many pages are left after {k} days",
        "after {k} days of reading {p} pages a day, how many of the {n} pages of a book are left",
        "{name} has a book of {n} pages and reads {p} pages {every}. how many pages are still unread after {k} days",
        "a book with {n} pages is read at {p} pages {every}. how many pages remain after {k} days",
        "{name} has read {p} pages {every} for {k} days. {his_book} has {n} pages. how many are left",
        "how many pages of {n} are left after {k} days at {p} pages {every}",
    ),
    ("from {n} pages {name} manages {p} daily; what remains to be read when {k} days have passed",),
)
def pages_left(rng: Random) -> Instance:
    (person,) = people(rng, 1)
    p, k = rng.randint(5, 40), rng.randint(2, 14)
    n = p * k + rng.randint(5, 200)
    return Instance(
        {
            "name": person.name,
            "n": n,
            "p": spelled(rng, p),
            "k": spelled(rng, k),
            "every": phrased(rng.choice(("a day", "every day", "each day", "per day"))),
            "his_book": phrased(f"{person.his} book"),
            "x": n - p * k,
        },
        chain(
            rng,
            "We subtract what is read from all pages.",
            [("pages", n), ("per_day", p), ("days", k)],
            [Stage("read", "per_day*days", "So far ⟨⟩ pages are read."), Stage("left", "pages - read", "")],
            boxed("What is left is", "pages"),
        ),
    )


@task(
    "word problems",
    "sum_and_difference",
    (
        "the sum of two numbers is {s} and their difference is {d}. {find_them} numbers",
        "two numbers <add up to|have the sum> {s} and differ by {d}. what are the numbers",
        "{get} two numbers with sum {s} and difference {d}",
        "two numbers have a sum of {s} and a difference of {d}. what are they",
        "{a} and {b} have {s} {many} together. {a} has {d} more than {b}. how many does each have",
    ),
    ("adding two unknown numbers gives {s}, subtracting them gives {d}. name both",),
    constants=(2,),
)
def sum_and_difference(rng: Random) -> Instance:
    first, second = people(rng, 2)
    small, d = rng.randint(1, 80), rng.randint(1, 60)
    s = 2 * small + d
    return Instance(
        {"s": s, "d": d, "a": first.name, "b": second.name, "many": phrased(rng.choice(COUNTABLES).many)},
        steps(
            "The larger number is half of the sum plus the difference.",
            f"total = {s}\ndifference = {d}\nlarger = (total + difference)//2\nsmaller = total - larger\nlarger, "
            f"smaller",
            "The numbers are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "word problems",
    "consecutive_numbers",
    (
        "the sum of {k} consecutive {kind} is {s}. {find_them} numbers",
        "{k} consecutive {kind} <add up to|have a sum of|sum to> {s}. what are they",
        "find {k} consecutive {kind} <whose sum is|with sum|that add up to> {s}",
        "what are the {k} consecutive {kind} with a sum of {s}",
        "{k} {kind} in a row add up to {s}. {find_them} {kind}",
        "which {k} consecutive {kind} have the sum {s}",
        "the sum of {k} {kind} that follow each other is {s}. what are they",
    ),
    ("{s} is reached by adding {k} {kind} in a row. which ones",),
    constants=(1, 2),
)
def consecutive(rng: Random) -> Instance:
    k = rng.choice((2, 3, 3, 4, 5))
    step = rng.choice((1, 1, 1, 2))
    start = rng.randint(1, 80)
    kind = rng.choice(("integers", "numbers", "whole numbers"))
    if step == 2:
        kind = "even integers" if start % 2 == 0 else "odd integers"
        if rng.random() < 0.5:
            kind = kind.replace("integers", "numbers")
    s = sum(start + step * i for i in range(k))
    word = {2: "two", 3: "three", 4: "four", 5: "five"}[k]
    return Instance(
        {"k": word if rng.random() < 0.7 else k, "kind": phrased(kind), "s": s, "start": start},
        steps(
            "We call the first number n and solve for it.",
            f"from sympy import symbols, solve\nn = symbols('n')\nfirst = solve(sum(n + {'' if step == 1 else '2*'}k "
            f"for k in range({k})) - {s}, n)[0]\n[first + {'' if step == 1 else '2*'}k for k in range({k})]",
            "The numbers are $\\boxed{⟨0:inner⟩}$.",
        ),
    )


@task(
    "word problems",
    "legs_and_heads",
    (
        "a farm has {a} and {b}. there are {h} heads and {l} legs. how many {a} are there",
        "there are {h} animals, {a} and {b}, with {l} legs in all. how many {a} are there",
        "{a} and {b} together have {h} heads and {l} legs. how many {a} are there",
        "how many {a} are among {h} animals, all {a} or {b}, if they have {l} legs",
        "{h} animals have {l} legs. they are {a} and {b}. {find} the number of {a}",
        "a farmer counts {h} heads and {l} legs among {a} and {b}. how many {a} does he have",
        "with {h} heads and {l} legs, how many of the {a} and {b} are {a}",
    ),
    ("counting {h} heads and {l} legs of {a} and {b}, tell how many {a} were seen",),
    constants=(2, 4),
)
def legs_and_heads(rng: Random) -> Instance:
    birds, beasts = rng.choice(
        (("chickens", "cows"), ("ducks", "sheep"), ("hens", "rabbits"), ("geese", "pigs"), ("chickens", "goats"))
    )
    x, y = rng.randint(2, 40), rng.randint(2, 40)
    first, second = (birds, beasts) if rng.random() < 0.5 else (beasts, birds)
    return Instance(
        {
            "a": phrased(first),
            "b": phrased(second),
            "h": x + y,
            "l": 2 * x + 4 * y,
            "answer": x if first == birds else y,
        },
        steps(
            f"The {birds} have 2 legs and the {beasts} 4; we solve for both numbers.",
            f"from sympy import symbols, solve\n{birds}, {beasts} = symbols('{birds} {beasts}')\nsolution = "
            f"solve([{birds} + {beasts} - {x + y}, 2*{birds} + 4*{beasts} - {2 * x + 4 * y}])\nsolution[{first}]",
            boxed("There are", first),
        ),
    )


@task(
    "ages",
    "age_in_years",
    (
        "{name} is {n} years old. how old will {he} be in {k} years",
        "{name} is {n} [now]. how old is {he} in {k} years",
        "how old will {name} be in {k} years if {he} is {n} now",
        "in {k} years, how old is {name}, who is {n} [years old] now",
        "{name} is {n}. what is {his} age {k} years from now",
    ),
    ("today {name} has lived {n} years; give {his} age after another {k} years",),
)
def age_later(rng: Random) -> Instance:
    return _age(rng, "+")


@task(
    "ages",
    "age_years_ago",
    (
        "{name} is {n} years old. how old was {he} {k} years ago",
        "{name} is {n} [now]. how old was {he} {k} years ago",
        "how old was {name} {k} years ago if {he} is {n} now",
        "{k} years ago, how old was {name}, who is {n} [years old] now",
        "{name} is {n}. what was {his} age {k} years ago",
    ),
    ("today {name} has lived {n} years; give {his} age when it was {k} years earlier",),
)
def age_before(rng: Random) -> Instance:
    return _age(rng, "-")


def _age(rng: Random, sign: str) -> Instance:
    (person,) = people(rng, 1)
    n = rng.randint(8, 70)
    k = rng.randint(2, n - 3 if sign == "-" else 40)
    return Instance(
        {
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "n": spelled(rng, n),
            "k": spelled(rng, k),
            "x": n,
            "y": k,
        },
        steps(
            f"We {'add' if sign == '+' else 'subtract'} the years.",
            f"age = {n}\nyears = {k}\nage {sign} years",
            boxed("The age is", "years"),
        ),
    )


@task(
    "ages",
    "ages_with_factor",
    (
        "{a} is {k} times as old as {b}. together they are {s} years old. how old is {want}",
        "{a} is {k} times as old as {b}. the sum of their ages is {s}. how old is {want}",
        "the ages of {a} and {b} add up to {s}. {a} is {k} times as old as {b}. {find} the age of {want}",
        "together {a} and {b} are {s} [years old]. {a} is {k} times as old as {b}. how old is {want}",
        "how old is {want} if {a} is {k} times as old as {b} and they are {s} years old together",
    ),
    ("adding the years of {a} and {b} gives {s}, and {a} has {k} times the years of {b}; what is the age of {want}",),
)
def ages_factor(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    k, young = rng.randint(2, 6), rng.randint(2, 20)
    want = rng.choice((first, second))
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "k": spelled(rng, k, 0.5),
            "s": young * (k + 1),
            "want": want.name,
            "x": k,
            "young": young,
            "first": str(want is first),
        },
        steps(
            "We write both statements as equations and solve.",
            f"from sympy import symbols, solve\n{a}, {b} = symbols('{a} {b}')\nsolution = solve([{a} - {k}*{b}, {a} "
            f"+ {b} - {young * (k + 1)}])\nsolution[{want.name.lower()}]",
            boxed(f"{want.name} is", "years old"),
        ),
    )


@task(
    "ages",
    "ages_with_difference",
    (
        "{a} is {d} years older than {b}. together they are {s} years old. how old is {want}",
        "{b} is {d} years younger than {a}. the sum of their ages is {s}. how old is {want}",
        "the ages of {a} and {b} add up to {s}. {a} is {d} years older than {b}. {find} the age of {want}",
        "{a} and {b} are {s} years old together, and {b} is {d} years younger. how old is {want}",
        "how old is {want} if {a} is {d} years older than {b} and their ages sum to {s}",
    ),
    ("{a} was born {d} years before {b}, and their ages make {s} together. tell the age of {want}",),
)
def ages_difference(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    d, young = rng.randint(2, 30), rng.randint(2, 40)
    want = rng.choice((first, second))
    return Instance(
        {
            "a": first.name,
            "b": second.name,
            "d": spelled(rng, d),
            "s": 2 * young + d,
            "want": want.name,
            "x": d,
            "young": young,
            "first": str(want is first),
        },
        steps(
            "We write both statements as equations and solve.",
            f"from sympy import symbols, solve\n{a}, {b} = symbols('{a} {b}')\nsolution = solve([{a} - {b} - {d}, "
            f"{a} + {b} - {2 * young + d}])\nsolution[{want.name.lower()}]",
            boxed(f"{want.name} is", "years old"),
        ),
    )


@task(
    "ages",
    "ages_in_future",
    (
        "{a} is {x} years old and {b} is {y}. in how many years will {a} be {k} times as old as {b}",
        "{b} is {y} and {a} is {x} [years old]. after how many years is {a} {k} times as old as {b}",
        "in how many years will {a}, now {x}, be {k} times as old as {b}, now {y}",
        "a parent is {x} and a child is {y}. in how many years will the parent be {k} times as old as the child",
        "how many years does it take until {a} ({x}) is {k} times as old as {b} ({y})",
        "{a} is {x}, {b} is {y}. when will {a}'s age be {k} times {b}'s age",
        "today {a} is {x} and {b} {y}. in how many years is {a} exactly {k} times as old",
    ),
    ("when, counted in years from now, does the age of {a} ({x}) become {k} times that of {b} ({y})",),
)
def ages_future(rng: Random) -> Instance:
    first, second = people(rng, 2)
    a, b = first.name.lower(), second.name.lower()
    k, t = rng.choice((2, 2, 3, 3, 4)), rng.randint(1, 15)
    y = rng.randint(2, 15)
    x = k * (y + t) - t
    return Instance(
        {"a": first.name, "b": second.name, "x": x, "y": y, "k": spelled(rng, k, 0.5), "t": t},
        steps(
            "We add the same unknown number of years to both ages.",
            f"from sympy import symbols, solve\nyears = symbols('years')\n{a} = {x}\n{b} = {y}\nsolve({a} + years - "
            f"{k}*({b} + years), years)[0]",
            boxed("It takes", "years"),
        ),
    )
