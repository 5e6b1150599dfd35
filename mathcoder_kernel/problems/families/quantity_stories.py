"""Word problems put together from quantities and relations: who has, does or weighs how much, and what happens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.facts import (
    EVENT_HELD,
    EVENT_SHAPES,
    HELD_SHAPES,
    SHAPES,
    TIMES,
    Fact,
    Line,
    aside,
    cast,
    counted,
    fact,
    identifier,
    in_order,
    listed,
    solved,
    story,
    thing,
)
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import currency, price, with_article

# ---------------------------------------------------------------- who has or does how many


@dataclass(frozen=True, slots=True)
class _Owner:
    label: str
    var: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a story speaks of counts: verb forms, and the thing."""

    verb: str  # "has", "picked"
    asks: str  # "does {} have"
    asks_all: str  # "do they have"
    one: str
    many: str
    owners: tuple[_Owner, ...]
    has: bool


_COLOURED = ("red", "blue", "green", "yellow", "white", "black")
_NUMBERED = ("first", "second", "third", "fourth")


def _frame(rng: Random, count: int) -> _Frame:
    kind = rng.random() * (0.75 if count > 3 else 1.0)  # long names of many owners would not fit
    if kind < 0.45:
        one, many = thing(rng) if count < 4 else rng.choice(lexicon.THINGS)
        owners = tuple(_Owner(p.name, f"{identifier(many)}_of_{p.name.lower()}") for p in cast(rng, count))
        verb = rng.choice(("has", "has", "has", "owns", "has got"))
        return _Frame(verb, "does {} have", "do they have", one, many, owners, True)
    if kind < 0.75:
        do, did, one, many = rng.choice(lexicon.ACTIVITIES)
        owners = tuple(_Owner(p.name, f"{identifier(many)}_of_{p.name.lower()}") for p in cast(rng, count))
        return _Frame(did, f"did {{}} {do}", f"did they {do}", one, many, owners, False)
    one, many = thing(rng)
    if kind < 0.9:
        box, _ = rng.choice(lexicon.HOLDERS)
        colours = rng.sample(_COLOURED, count)
        owners = tuple(_Owner(f"the {c} {box}", f"{identifier(many)}_in_{c}_{box}") for c in colours)
        verb, do = rng.choice((("holds", "hold"), ("contains", "contain")))
        return _Frame(verb, f"does {{}} {do}", f"do they {do}", one, many, owners, True)
    place, verb, do = rng.choice(
        (("shop", "sold", "sell"), ("class", "collected", "collect"), ("school", "bought", "buy"),
         ("team", "won", "win"), ("factory", "made", "make"), ("group", "made", "make"))
    )  # fmt: skip
    owners = tuple(_Owner(f"the {o} {place}", f"{identifier(many)}_of_{o}_{place}") for o in _NUMBERED[:count])
    return _Frame(verb, f"did {{}} {do}", f"did they {do}", one, many, owners, False)


_COUNT = (
    "{a} {V} {n} {many}",
    "{a} {V} {n} {many}",
    "{a} {V} exactly {n} {many}",
    "the number of {many} that {a} {V} is {n}",
    "it is known that {a} {V} {n} {many}",
    "for {a}, the number of {many} is {n}",
    "{n} is the number of {many} that {a} {V}",
    "{a} {V} a total of {n} {many}",
    "{a} {V} {n} {many} in all",
    "{n} {many} <is what|are what> {a} {V}",
)
_COUNT_KEPT = ("the count of {many} for {a} stands at {n}", "for {a} we note {n} {many}")
_MORE = (
    "{b} {V} {k} more {many} than {a}",
    "{b} {V} {k} more {many} than {a}",
    "{b} {V} {k} more than {a}",
    "{b} {V} {k} {many} more than {a}",
    "{a} {V} {k} fewer {many} than {b}",
    "{a} {V} {k} less than {b}",
    "compared with {a}, {b} {V} {k} more {many}",
    "{b} {V} as many {many} as {a} and {k} more",
    "{b} {V} as many as {a} plus another {k}",
    "{b} beats {a} by {k} {many}",
    "{b} is {k} {many} ahead of {a}",
    "{a} is {k} {many} behind {b}",
    "{a} would need {k} more {many} to be level with {b}",
    "the number of {many} that {b} {V} is {k} more than that of {a}",
    "{k} more {many} than {a} is what {b} {V}",
)
_MORE_KEPT = (
    "the count for {b} is larger than the count for {a} by {k}",
    "add {k} to what {a} {V} and you get what {b} {V}",
)
_FEWER = (
    "{b} {V} {k} fewer {many} than {a}",
    "{b} {V} {k} less {many} than {a}",
    "{b} {V} {k} fewer than {a}",
    "{b} {V} {k} less than {a}",
    "{a} {V} {k} more {many} than {b}",
    "{a} {V} {k} more than {b}",
    "compared with {a}, {b} {V} {k} fewer {many}",
    "{b} is {k} {many} behind {a}",
    "{a} is {k} {many} ahead of {b}",
    "{a} beats {b} by {k} {many}",
    "{b} would need {k} more {many} to be level with {a}",
    "the number of {many} that {b} {V} is {k} less than that of {a}",
    "{k} fewer {many} than {a} is what {b} {V}",
)
_FEWER_KEPT = (
    "the count for {b} is smaller than the count for {a} by {k}",
    "take {k} from what {a} {V} and you get what {b} {V}",
)
_TIMES_AS = (
    "{b} {V} {times} as many {many} as {a}",
    "{b} {V} {times} as many {many} as {a}",
    "{b} {V} {times} as many as {a}",
    "{b} {V} {times} the number of {many} that {a} {V}",
    "{a} {V} only {frac} as many {many} as {b}",
    "{a} {V} {frac} as many as {b}",
    "compared with {a}, {b} {V} {times} as many {many}",
    "for <every|each> {one} that {a} {V}, {b} {V} {k}",
    "the number of {many} that {b} {V} is {times} that of {a}",
    "{b} {V} {times} what {a} {V}",
    "{times} as many {many} as {a} is what {b} {V}",
    "what {a} {V} is {frac} of what {b} {V}",
)
_TIMES_AS_KEPT = (
    "the count for {b} is {times} the count for {a}",
    "multiply what {a} {V} by {k} and you get what {b} {V}",
)
_PART_OF = (
    "{b} {V} {frac} as many {many} as {a}",
    "{b} {V} {frac} as many {many} as {a}",
    "{b} {V} {frac} as many as {a}",
    "{b} {V} only {frac} of what {a} {V}",
    "{a} {V} {times} as many {many} as {b}",
    "{a} {V} {times} as many as {b}",
    "compared with {a}, {b} {V} only {frac} as many {many}",
    "{b} {V} {frac} the number of {many} that {a} {V}",
    "for <every|each> {one} that {b} {V}, {a} {V} {k}",
    "the number of {many} that {b} {V} is {frac} of that of {a}",
    "what {b} {V} is {frac} of what {a} {V}",
    "{a} {V} {times} what {b} {V}",
)
_PART_OF_KEPT = (
    "the count for {b} is {frac} of the count for {a}",
    "divide what {a} {V} by {k} and you get what {b} {V}",
)
_TIMES_AND_MORE = (
    "{b} {V} {k} more than {times} as many {many} as {a}",
    "{b} {V} {times} as many {many} as {a} and {k} more",
    "{b} {V} {k} {many} more than {times} the number that {a} {V}",
    "{b} {V} {times} as many {many} as {a}, plus {k} more",
    "{k} more than {times} what {a} {V} is what {b} {V}",
    "the number of {many} that {b} {V} is {k} more than {times} that of {a}",
    "compared with {a}, {b} {V} {times} as many {many} and {k} on top",
    "{b} {V} {k} more than {times} what {a} {V}",
    "with {k} fewer {many}, {b} would be at {times} the number of {a}",
    "{b} {V} {times} as many as {a} and another {k} {many}",
)
_TIMES_AND_MORE_KEPT = ("the count for {b} is {times} the count for {a}, increased by {k}",)
_TIMES_AND_FEWER = (
    "{b} {V} {k} fewer than {times} as many {many} as {a}",
    "{b} {V} {k} less than {times} as many {many} as {a}",
    "{b} {V} {k} {many} less than {times} the number that {a} {V}",
    "{k} less than {times} what {a} {V} is what {b} {V}",
    "the number of {many} that {b} {V} is {k} less than {times} that of {a}",
    "{b} {V} {k} less than {times} what {a} {V}",
    "with {k} more {many}, {b} would be at {times} the number of {a}",
    "{b} {V} {times} as many {many} as {a}, but {k} less",
    "{b} {V} {times} as many {many} as {a} minus {k}",
    "{b} needs {k} more {many} to reach {times} the number of {a}",
)
_TIMES_AND_FEWER_KEPT = ("the count for {b} is {times} the count for {a}, reduced by {k}",)
_AS_BOTH = (
    "{c} {V} as many {many} as {a} and {b} together",
    "{c} {V} as many as {a} and {b} <combined|together>",
    "{a} and {b} together {pl} as many {many} as {c}",
    "what {c} {V} is the same as what {a} and {b} {pl} together",
    "the number of {many} that {c} {V} is the sum of those of {a} and {b}",
    "{a} and {b} <together|combined> {pl} just as many as {c}",
    "the {many} of {a} and {b} together are as many as those of {c}",
    "{c} {V} the same number of {many} as {a} and {b} together",
    "{c} alone {V} as many {many} as {a} and {b}",
    "taken together, {a} and {b} {pl} as many {many} as {c}",
)
_AS_BOTH_KEPT = ("the count for {c} equals the counts for {a} and {b} added up",)


def _relation(rng: Random, frame: _Frame, a: _Owner, b: _Owner, x: int) -> tuple[Fact, str, int]:
    """How `b` compares with `a`, who has `x`: the fact, the code for b's number, and its value."""
    words: dict[str, object] = {
        "a": a.label, "b": b.label, "V": frame.verb, "many": frame.many, "one": frame.one,
    }  # fmt: skip
    kinds = ["+", "+", "-", "*", "*", "*+"]
    divisors = [k for k in (2, 3, 4, 5) if x % k == 0 and x > k]
    if divisors:
        kinds += ["/", "/"]
    kind = rng.choice(kinds)
    factor = rng.choice((2, 2, 2, 3, 3, 4, 5))
    if kind == "*-" or (kind == "*+" and rng.random() < 0.4 and x > 4):
        k = rng.randint(2, min(x - 1, 20))
        words |= {"times": TIMES[factor], "k": counted(k)}
        return fact(rng, _TIMES_AND_FEWER, _TIMES_AND_FEWER_KEPT, **words), f"{factor}*{a.var} - {k}", factor * x - k
    if kind == "*+":
        k = rng.randint(2, 20)
        words |= {"times": TIMES[factor], "k": counted(k)}
        return fact(rng, _TIMES_AND_MORE, _TIMES_AND_MORE_KEPT, **words), f"{factor}*{a.var} + {k}", factor * x + k
    if kind == "*":
        words |= {"times": TIMES[factor], "frac": lexicon.FRACTION_WORDS[factor], "k": counted(factor)}
        return fact(rng, _TIMES_AS, _TIMES_AS_KEPT, **words), f"{factor}*{a.var}", factor * x
    if kind == "/":
        k = rng.choice(divisors)
        words |= {"times": TIMES[k], "frac": lexicon.FRACTION_WORDS[k], "k": counted(k)}
        return fact(rng, _PART_OF, _PART_OF_KEPT, **words), f"{a.var}//{k}", x // k
    if kind == "-" and x > 4:
        k = rng.randint(2, x - 2)
        return fact(rng, _FEWER, _FEWER_KEPT, k=counted(k), **words), f"{a.var} - {k}", x - k
    k = rng.randint(2, 40)
    return fact(rng, _MORE, _MORE_KEPT, k=counted(k), **words), f"{a.var} + {k}", x + k


@task("word problems", "quantity_owners", SHAPES, HELD_SHAPES, weight=7.0, constants=(2, 3, 4, 5, 6))
def quantity_owners(rng: Random) -> Instance:
    count = rng.choice((2, 2, 3, 3, 3, 4))
    frame = _frame(rng, count)
    owners = list(frame.owners)
    values = [rng.choice((rng.randint(3, 30), rng.randint(3, 90), 12 * rng.randint(1, 8)))]
    words: dict[str, object] = {"V": frame.verb, "many": frame.many}
    facts = [fact(rng, _COUNT, _COUNT_KEPT, a=owners[0].label, n=counted(values[0]), **words)]
    lines = [Line(owners[0].var, str(values[0]), "", given=True)]
    for index in range(1, count):
        owner, about = owners[index], f"the {frame.many} of {owners[index].label}"
        if index > 1 and rng.random() < 0.12:
            plural = {"has": "have", "owns": "own", "has got": "have got", "holds": "hold", "contains": "contain"}
            a, b = owners[0], owners[index - 1]
            one_fact = fact(
                rng, _AS_BOTH, _AS_BOTH_KEPT, a=a.label, b=b.label, c=owner.label,
                pl=plural.get(frame.verb, frame.verb), **words,
            )  # fmt: skip
            facts.append(one_fact)
            lines.append(Line(owner.var, f"{a.var} + {b.var}", about))
            values.append(values[0] + values[index - 1])
            continue
        if rng.random() < 0.15:
            n = rng.randint(3, 80)
            facts.append(fact(rng, _COUNT, _COUNT_KEPT, a=owner.label, n=counted(n), **words))
            lines.append(Line(owner.var, str(n), "", given=True))
            values.append(n)
            continue
        back = rng.choice((index - 1, index - 1, rng.randrange(index)))
        one_fact, value, number = _relation(rng, frame, owners[back], owner, values[back])
        facts.append(one_fact)
        lines.append(Line(owner.var, value, about))
        values.append(number)
    every = " + ".join(owner.var for owner in owners)
    total = sum(values)
    many, label = frame.many, owners[-1].label
    both = f"{owners[0].label} and {label}"
    kinds = ["total", "total", "gap"]
    if not lines[-1].given:
        kinds += ["one", "one"]
    if count > 2:
        kinds += ["pair"]
    if total % count == 0:
        kinds += ["average", "share"]
    kind = rng.choice(kinds)
    low, high = sorted((0, count - 1), key=lambda i: values[i])
    if kind == "gap" and (
        values[low] == values[high]
        or (count == 2 and lines[1].value.endswith(str(abs(values[0] - values[1]))) and "*" not in lines[1].value)
    ):
        kind = "total"
    if kind == "one":
        asks = frame.asks.format(label)
        ask = f"<how many {many} {asks}|how many {asks}|what number of {many} {asks}|how many {many} {asks}>"
        ask_for = (
            f"<find|work out|calculate|compute|determine> <how many {many} {label} {frame.verb}|the number of "
            f"{many} that {label} {frame.verb}>"
        )
        query = f"name the count of {many} for {label}"
        answer = solved(rng, lines, owners[-1].var, f"The number for {label} is", many)
    elif kind == "gap":
        more, less = owners[high], owners[low]
        asks = frame.asks.format(more.label)
        ask = (
            f"<how many more {many} {asks} than {less.label}|how many {many} more {asks} than {less.label}"
            f"|by how many {many} is {more.label} ahead of {less.label}|how many fewer {many} "
            f"{frame.asks.format(less.label)} than {more.label}>"
        )
        ask_for = (
            f"<find|work out|calculate> <how many more {many} {more.label} {frame.verb} than {less.label}|the "
            f"difference between {more.label} and {less.label}>"
        )
        query = f"how large is the gap between {more.label} and {less.label}"
        lines.append(Line("difference", f"{more.var} - {less.var}", "the difference"))
        answer = solved(rng, lines, "difference", "The difference is", many)
    elif kind == "pair":
        ask = (
            f"<how many {many} {frame.asks_all.replace('they', both)} together|how many {many} "
            f"{frame.asks_all.replace('they', both)} in <all|total>|what is the total for {both}>"
        )
        ask_for = (
            f"<find|work out|calculate> <the number of {many} that {both} have together|how many {many} {both} "
            f"have in total|the total for {both}>"
        )
        query = f"name the sum of the counts for {both}"
        lines.append(Line("both", f"{owners[0].var} + {owners[-1].var}", f"the sum for {both}"))
        answer = solved(rng, lines, "both", "Together that makes", many)
    elif kind == "average":
        who = "both" if count == 2 else f"<all {lexicon.NUMBER_WORDS[count]}|the {count}>"
        ask = (
            f"<what is the average number of {many} of {who}|how many {many} is that on average|what is the "
            f"average number of {many}|how many {many} {frame.asks_all} on average>"
        )
        ask_for = f"<find|work out|calculate> the <average|mean> number of {many} [of {who}]"
        query = f"name the mean of the {lexicon.NUMBER_WORDS[count]} counts"
        lines += [Line("total", every, "the total"), Line("average", f"total//{count}", "the average")]
        answer = solved(rng, lines, "average", "The average is", many)
    elif kind == "share":
        who = "each of them"
        ask = (
            f"<if they put all {many} together and share them equally, how many does each get|they share all "
            f"{many} equally. how many does each get|they put everything together and divide it evenly. how many "
            f"{many} does each of them get>"
        )
        ask_for = (
            f"<find|work out|calculate> <how many {many} each gets when all are shared equally between them|the "
            f"equal share of each if they put all {many} together>"
        )
        query = f"how large is one share if all is pooled and split evenly between the {lexicon.NUMBER_WORDS[count]}"
        lines += [Line("total", every, "the total"), Line("share", f"total//{count}", "the equal share")]
        answer = solved(rng, lines, "share", "Each gets", many)
    else:
        who = "both" if count == 2 else f"<all {lexicon.NUMBER_WORDS[count]}|all of them>"
        ask = (
            f"<how many {many} {frame.asks_all} <together|altogether|in all|in total>|how many is that "
            "<altogether|in all|in total>"
            f"|what is the total number of {many}|how many {many} are there <in all|altogether|in total>"
            f"|how many {many} is that for {who} together>"
        )
        ask_for = f"<find|work out|calculate|compute> the <total|total number of {many}|number of all {many}|sum>"
        query = f"add up the {many} of {who}"
        lines.append(Line("total", every, "the total"))
        answer = solved(rng, lines, "total", "Altogether there are", many)
    anyhow = True
    if rng.random() < 0.12:
        facts.insert(rng.randint(1, len(facts)), aside(rng, cast(rng, 1)[0]))
    slots = story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=anyhow)
    return Instance(slots | {"result_kind": kind}, answer)


# ---------------------------------------------------------------- kinds of things at a place

_THERE_ARE = (
    "there are {n} {x} {where}",
    "{where} there are {n} {x}",
    "{where}, there are {n} {x}",
    "{n} {x} are {where}",
    "we count {n} {x} {where}",
    "the number of {x} {where} is {n}",
    "one can see {n} {x} {where}",
    "somebody counted {n} {x} {where}",
    "you can find {n} {x} {where}",
    "{where} we find {n} {x}",
)
_THERE_ARE_KEPT = ("{where} the {x} number {n}",)
_ALSO = (
    "there are {n} {y}",
    "there are also {n} {y}",
    "{n} {y} are there too",
    "the number of {y} is {n}",
    "we also count {n} {y}",
    "besides, there are {n} {y}",
    "there are {n} {y} as well",
    "in addition there are {n} {y}",
    "also {n} {y} are there",
    "one also finds {n} {y}",
)
_ALSO_KEPT = ("the {y} number {n}",)
_MORE_KINDS = (
    "there are {k} more {y} than {x}",
    "there are {k} fewer {x} than {y}",
    "the number of {y} is {k} more than the number of {x}",
    "compared with the {x}, there are {k} more {y}",
    "there are as many {y} as {x} and {k} more",
    "there are {k} {y} more than {x}",
    "the {y} are {k} more than the {x}",
    "the {x} are {k} fewer than the {y}",
    "there are {k} less {x} than {y}",
    "the number of {x} is {k} less than the number of {y}",
)
_MORE_KINDS_KEPT = ("the {y} exceed the {x} by {k}",)
_FEWER_KINDS = (
    "there are {k} fewer {y} than {x}",
    "there are {k} more {x} than {y}",
    "the number of {y} is {k} less than the number of {x}",
    "compared with the {x}, there are {k} fewer {y}",
    "there are {k} {y} fewer than {x}",
    "the {y} are {k} fewer than the {x}",
    "there are {k} less {y} than {x}",
    "the {x} are {k} more than the {y}",
    "the number of {x} is {k} more than the number of {y}",
    "there are as many {x} as {y} and {k} more",
)
_FEWER_KINDS_KEPT = ("the {x} exceed the {y} by {k}",)
_TIMES_KINDS = (
    "there are {times} as many {y} as {x}",
    "there are {times} as many {y} as {x}",
    "there are {frac} as many {x} as {y}",
    "for <every|each> {x1} there are {k} {y}",
    "the number of {y} is {times} the number of {x}",
    "there are {k} {y} for <every|each> {x1}",
    "the number of {x} is {frac} of the number of {y}",
    "compared with the {x}, there are {times} as many {y}",
    "the {y} are {times} as many as the {x}",
    "{times} as many {y} as {x} are there",
)
_TIMES_KINDS_KEPT = ("multiply the {x} by {k} to get the {y}",)
_PART_KINDS = (
    "there are {frac} as many {y} as {x}",
    "there are {times} as many {x} as {y}",
    "for <every|each> {y1} there are {k} {x}",
    "the number of {y} is {frac} of the number of {x}",
    "there are only {frac} as many {y} as {x}",
    "the number of {x} is {times} the number of {y}",
    "there are {k} {x} for <every|each> {y1}",
    "compared with the {x}, there are only {frac} as many {y}",
    "the {x} are {times} as many as the {y}",
    "{frac} as many {y} as {x} are there",
)
_PART_KINDS_KEPT = ("divide the {x} by {k} to get the {y}",)


@task("word problems", "quantity_kinds", SHAPES, HELD_SHAPES, weight=4.0, constants=(2, 3, 4, 5))
def quantity_kinds(rng: Random) -> Instance:
    where, of_all, kinds = rng.choice(lexicon.SORTS)
    chosen = rng.sample(kinds, min(len(kinds), rng.choice((2, 2, 3, 3, 4))))
    value = rng.choice((rng.randint(4, 40), 12 * rng.randint(1, 12), rng.randint(4, 120)))
    first = chosen[0][1]
    facts = [fact(rng, _THERE_ARE, _THERE_ARE_KEPT, where=where, n=counted(value), x=first)]
    lines = [Line(identifier(first), str(value), "", given=True)]
    values = [value]
    computed = False
    for index in range(1, len(chosen)):
        back = rng.choice((index - 1, index - 1, rng.randrange(index)))
        (x1, x), (y1, y), v = chosen[back], chosen[index], values[back]
        a, b = identifier(x), identifier(y)
        words: dict[str, object] = {"x": x, "y": y, "x1": x1, "y1": y1}
        if computed and rng.random() < 0.3:
            n = rng.randint(3, 90)
            facts.append(fact(rng, _ALSO, _ALSO_KEPT, n=counted(n), **words))
            lines.append(Line(b, str(n), "", given=True))
            values.append(n)
            continue
        computed = True
        divisors = [k for k in (2, 3, 4, 5) if v % k == 0 and v > k]
        kind = rng.choice(["+", "-", "*"] + ["/"] * bool(divisors))
        if kind == "/":
            k = rng.choice(divisors)
            words |= {"times": TIMES[k], "frac": lexicon.FRACTION_WORDS[k], "k": counted(k)}
            facts.append(fact(rng, _PART_KINDS, _PART_KINDS_KEPT, **words))
            lines.append(Line(b, f"{a}//{k}", f"the {y}"))
            values.append(v // k)
        elif kind == "*":
            k = rng.choice((2, 2, 3, 4, 5))
            words |= {"times": TIMES[k], "frac": lexicon.FRACTION_WORDS[k], "k": counted(k)}
            facts.append(fact(rng, _TIMES_KINDS, _TIMES_KINDS_KEPT, **words))
            lines.append(Line(b, f"{k}*{a}", f"the {y}"))
            values.append(k * v)
        elif kind == "-" and v > 4:
            k = rng.randint(2, v - 2)
            facts.append(fact(rng, _FEWER_KINDS, _FEWER_KINDS_KEPT, k=counted(k), **words))
            lines.append(Line(b, f"{a} - {k}", f"the {y}"))
            values.append(v - k)
        else:
            k = rng.randint(2, 50)
            facts.append(fact(rng, _MORE_KINDS, _MORE_KINDS_KEPT, k=counted(k), **words))
            lines.append(Line(b, f"{a} + {k}", f"the {y}"))
            values.append(v + k)
    last, there = chosen[-1][1], where.replace(" a ", " the ")
    if rng.random() < 0.4 and not lines[-1].given:
        ask = (
            f"<how many {last} are there|how many {last} are {there}|what is the number of {last}|how many {last} "
            "is that>"
        )
        ask_for = f"<find|work out|calculate|determine> <the number of {last}|how many {last} there are>"
        query = f"name the count of {last}"
        return Instance(
            story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=True),
            solved(rng, lines, identifier(last), f"The number of {last} is"),
        )
    everyone = listed([many for _, many in chosen])
    ask = (
        f"<how many {of_all} are there <in all|altogether|in total>|how many {of_all} are {there} <in all|"
        "altogether|in total>"
        f"|how many {everyone} are there together|what is the total number of {of_all}|how many is that altogether>"
    )
    ask_for = (
        f"<find|work out|calculate|determine> the <total number of {of_all}|number of all {of_all}|number of "
        f"{everyone} together>"
    )
    query = f"add up all {of_all}"
    lines.append(Line("total", " + ".join(identifier(many) for _, many in chosen), "the total"))
    return Instance(
        story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=True),
        solved(rng, lines, "total", "Altogether there are", of_all),
    )


# ---------------------------------------------------------------- one quantity, step after step

_START = (
    "{name} has {n} {many}",
    "{name} has {n} {many}",
    "at first {name} has {n} {many}",
    "{name} starts with {n} {many}",
    "there are {n} {many} in {name}'s {box}",
    "{name} begins the day with {n} {many}",
    "in the morning {name} has {n} {many}",
    "{name} owns {n} {many}",
    "{name}'s {box} holds {n} {many}",
    "{name} comes with {n} {many}",
    "on Monday {name} has {n} {many}",
    "{name} brings {n} {many}",
)
_START_KEPT = ("{n} {many} are what {name} sets out with",)
_GETS = (
    "{he} gets {k} more",
    "{he} buys {k} more {many}",
    "{he} finds {k} {many}",
    "{friend} gives {him} {k} {many}",
    "{he} receives {k} more {many} from {friend}",
    "{he} is given {k} more",
    "{he} wins {k} {many}",
    "{he} adds {k} {many}",
    "{k} new {many} are added",
    "{he} picks up another {k} {many}",
    "{his} mother brings {him} {k} more {many}",
    "{he} gets {k} {many} as a present",
)
_GETS_KEPT = ("another {k} come in",)
_LOSES = (
    "{he} gives {k} {many} to {friend}",
    "{he} gives {friend} {k} of them",
    "{he} loses {k} {many}",
    "{he} sells {k} of the {many}",
    "{he} gives away {k} {many}",
    "{k} of the {many} are used up",
    "{friend} takes {k} {many} away",
    "{he} throws {k} of them away",
    "{he} hands {k} {many} over to {friend}",
    "{he} lends {k} {many} to {friend}",
    "{k} {many} get lost",
    "{friend} gets {k} {many} from {him}",
)
_LOSES_KEPT = ("{k} go away",)
_PACKS = (
    "{he} buys {p} packs of {s} {many}",
    "{he} buys {p} packs with {s} {many} each",
    "{he} gets {p} bags of {s} {many} each",
    "{he} adds {p} boxes, each with {s} {many}",
    "{friend} brings {p} bags with {s} {many} in each",
    "{p} boxes with {s} {many} each are added",
    "{p} friends give {him} {s} {many} each",
    "each of {p} friends gives {him} {s} {many}",
    "{he} gets {s} {many} from each of {p} friends",
    "for {p} days {he} gets {s} {many} a day",
    "{he} receives {p} packets, and each has {s} {many} in it",
)
_PACKS_KEPT = ("{p} parcels arrive, {s} {many} in every one",)
_GIVES_EACH = (
    "{he} gives {s} {many} to each of {p} friends",
    "{he} gives {p} friends {s} {many} each",
    "each of {p} friends gets {s} {many} from {him}",
    "{p} friends get {s} {many} each",
    "{he} sells {p} bags with {s} {many} each",
    "{he} sells {p} packs of {s} {many}",
    "{p} children take {s} {many} each",
    "each of {p} children takes {s} {many}",
    "for {p} days {he} uses {s} {many} a day",
    "every day for {p} days, {s} {many} are used",
    "{he} fills {p} bags with {s} {many} each and gives them away",
)
_GIVES_EACH_KEPT = ("{p} visitors leave with {s} {many} apiece",)
_LOSES_PART = (
    "{he} gives {frac} of the {many} to {friend}",
    "{he} gives {frac} of them away",
    "{he} sells {frac} of the {many}",
    "{he} loses {frac} of the {many}",
    "{friend} gets {frac} of them",
    "{he} gives {friend} {frac} of what {he} has",
    "{frac} of the {many} are used up",
    "{he} uses {frac} of the {many}",
    "{frac} of the {many} get lost",
    "{friend} takes {frac} of the {many}",
    "{he} throws {frac} of the {many} away",
)
_LOSES_PART_KEPT = ("{frac} of the stock goes away",)
_LOSES_PERCENT = (
    "{he} gives {p}% of the {many} to {friend}",
    "{he} sells {p}% of the {many}",
    "{p} percent of the {many} are used up",
    "{he} gives {p} percent of them away",
    "{he} loses {p}% of the {many}",
    "{friend} takes {p}% of the {many}",
    "{p}% of the {many} get lost",
    "{he} uses {p} percent of the {many}",
    "{friend} gets {p}% of the {many}",
    "{he} throws {p}% of them away",
)
_LOSES_PERCENT_KEPT = ("{p}% of the stock goes away",)
_DOUBLES = (
    "{his} number of {many} doubles",
    "the number of {many} is doubled",
    "{he} doubles the number of {many}",
    "a friend doubles what {he} has",
    "{friend} doubles {his} {many}",
    "the number of {many} becomes twice as large",
    "{he} wins, and the number of {many} doubles",
    "a lucky game doubles the number of {many}",
    "the {many} become twice as many",
    "{friend} makes the {many} twice as many",
)
_DOUBLES_KEPT = ("the stock is multiplied by two",)


def _happens(rng: Random, value: int, words: dict[str, object], var: str) -> tuple[Fact, str, int]:
    """What happens next to `value` things: the fact, the code, the new number."""
    kinds = ["+", "+", "packs", "packs", "double"]
    if value > 5:
        kinds += ["-", "-", "-", "each"]
    divisors = [k for k in (2, 3, 4, 5) if value % k == 0 and value > 2 * k]
    if divisors:
        kinds += ["part", "part", "part"]
    percents = [p for p in (10, 20, 25, 30, 40, 50, 60, 75) if value * p % 100 == 0]
    if percents and value > 10:
        kinds += ["percent"]
    match rng.choice(kinds):
        case "-":
            k = rng.randint(2, value - 2)
            return fact(rng, _LOSES, _LOSES_KEPT, k=counted(k), **words), f"{var} - {k}", value - k
        case "each":
            p = rng.randint(2, max(2, min(8, value // 3)))
            s = rng.randint(2, max(2, value // p))
            if p * s < value:
                return (
                    fact(rng, _GIVES_EACH, _GIVES_EACH_KEPT, p=counted(p), s=counted(s), **words),
                    f"{var} - {p}*{s}",
                    value - p * s,
                )
        case "packs":
            p, s = rng.randint(2, 9), rng.randint(2, 20)
            return (
                fact(rng, _PACKS, _PACKS_KEPT, p=counted(p), s=counted(s), **words),
                f"{var} + {p}*{s}",
                value + p * s,
            )
        case "part":
            k = rng.choice(divisors)
            one_fact = fact(rng, _LOSES_PART, _LOSES_PART_KEPT, frac=lexicon.FRACTION_WORDS[k], **words)
            return one_fact, f"{var} - {var}//{k}", value - value // k
        case "percent":
            p = rng.choice(percents)
            one_fact = fact(rng, _LOSES_PERCENT, _LOSES_PERCENT_KEPT, p=p, **words)
            return one_fact, f"{var} - {var}*{p}//100", value - value * p // 100
        case "double" if value < 200:
            return fact(rng, _DOUBLES, _DOUBLES_KEPT, **words), f"2*{var}", 2 * value
    k = rng.randint(2, 60)
    return fact(rng, _GETS, _GETS_KEPT, k=counted(k), **words), f"{var} + {k}", value + k


@task(
    "word problems", "quantity_events", EVENT_SHAPES, EVENT_HELD, weight=6.0,
    constants=(2, 3, 4, 5, 100),
)  # fmt: skip
def quantity_events(rng: Random) -> Instance:
    person, friend = cast(rng, 2)
    one, many = thing(rng)
    words: dict[str, object] = {
        "name": person.name, "he": person.he, "his": person.his, "him": person.him, "friend": friend.name,
        "many": many, "box": rng.choice(lexicon.HOLDERS)[0],
    }  # fmt: skip
    value = rng.choice((rng.randint(6, 60), 12 * rng.randint(1, 10), 20 * rng.randint(1, 10)))
    var = identifier(many)
    facts = [fact(rng, _START, _START_KEPT, n=counted(value), **words)]
    lines = [Line(var, str(value), "", given=True)]
    for _ in range(rng.choice((1, 2, 2, 3, 3, 4))):
        one_fact, code, value = _happens(rng, value, words, var)
        facts.append(one_fact)
        lines.append(Line(var, code, "the number after each step"))
    name, he = person.name, person.he
    ends = ["left"] * 5
    shares = [k for k in range(2, 11) if value % k == 0]
    if shares:
        ends += ["share", "boxes"]
    ends += ["money"]
    if rng.random() < 0.12:
        facts.insert(1, aside(rng, person))
    kind = rng.choice(ends)
    if kind == "left":
        ask = (
            f"<how many {many} does {name} have {{now}}|how many {many} does {he} have {{now}}|how many {many} "
            "are there in the end"
            f"|how many does {he} have {{now}}|what is the final number of {many}|how many {many} does {name} end "
            "up with>"
        )
        ask_for = (
            f"<find|work out|calculate> <how many {many} {name} has in the end|the number of {many} at the end|"
            f"the final number of {many}>"
        )
        query = f"name the stock of {many} that is there at last"
        answer = solved(rng, lines, var, f"In the end {name} has", many)
    elif kind == "share":
        k = rng.choice(shares)
        who = rng.choice(("friends", "children", "cousins", "classmates", "neighbours"))
        ask = (
            f"<in the end {he} shares all {many} equally among {counted(k)} {who}. how many does each get"
            f"|if {counted(k)} {who} then share all {many} equally, how many does each of them get"
            f"|the {many} are then divided evenly among {counted(k)} {who}. how many {many} does each one get>"
        )
        ask_for = (
            f"<find|work out> how many {many} each of {counted(k)} {who} gets when {he} finally shares all of "
            "them equally"
        )
        query = f"finally {counted(k)} {who} split the stock evenly. name one share"
        lines.append(Line("share", f"{var}//{k}", "the equal share"))
        answer = solved(rng, lines, "share", "Each gets", many)
    elif kind == "boxes":
        k = rng.choice(shares)
        box, boxes = rng.choice(lexicon.HOLDERS)
        ask = (
            f"<finally {he} packs all {many} into {boxes} of {counted(k)}. how many {boxes} does {he} need"
            f"|how many {boxes} of {counted(k)} can {he} fill in the end"
            f"|if each {box} holds {counted(k)} {many}, how many {boxes} can {he} fill at the end>"
        )
        ask_for = f"<find|work out> how many {boxes} {he} can fill in the end if each {box} holds {counted(k)} {many}"
        query = f"every {box} takes {counted(k)}. name the number of full {boxes} at last"
        lines.append(Line(boxes, f"{var}//{k}", f"the {boxes}"))
        answer = solved(rng, lines, boxes, "The number is", boxes)
    else:
        money, each = currency(rng), rng.randint(2, 9)
        said = money(each)
        ask = (
            f"<{he} sells the rest for {said} each. how much money does {he} get|finally {he} sells all of them "
            f"at {said} each. how much does {he} get"
            f"|if {he} sells all {many} that {he} has in the end for {said} each, how much money does {he} make>"
        )
        ask_for = f"<find|work out> how much {he} gets for all {many} in the end at {said} each"
        query = f"name the money for the whole stock at last when one {one} brings {said}"
        lines.append(Line("money", f"{var}*{each}", "the money"))
        answer = solved(rng, lines, "money", f"{name} gets", money.unit)
    return Instance(in_order(rng, facts, ask=ask, ask_for=ask_for, query=query), answer)


_BACK_SHAPES = (
    "{story}. {ask}",
    "{story}. {ask_for}",
    "{ask}? {story}",
    "{flow}. {ask}",
    "{flow}. {ask_for}",
    "<read this|think about this>: {story}. {ask}",
    "suppose that {flow}. {ask}",
)
_UNKNOWN = (
    "{name} has some {many}",
    "{name} has a box of {many}",
    "{name} has a number of {many}",
    "{name} starts with some {many}",
    "at first {name} has some {many}",
    "in the morning {name} has some {many}",
    "{name} owns some {many}",
    "{name} comes with some {many}",
    "{name} has a bag with {many}",
    "{name} brings some {many}",
)
_UNKNOWN_KEPT = ("an unknown number of {many} is what {name} sets out with",)
_NOW_HAS = (
    "now {he} has {n} {many}",
    "now {he} has {n} left",
    "in the end {he} has {n} {many}",
    "{he} ends up with {n} {many}",
    "at the end there are {n} {many}",
    "{he} is left with {n} {many}",
    "now there are {n} {many}",
    "after this, {he} has {n} {many}",
    "the final number of {many} is {n}",
    "finally {he} has {n} {many}",
)
_NOW_HAS_KEPT = ("at last the stock is {n}",)


@task(
    "word problems", "quantity_events_backwards", _BACK_SHAPES, EVENT_HELD, weight=2.5,
    constants=(1, 2, 3, 4, 5),
)  # fmt: skip
def quantity_events_backwards(rng: Random) -> Instance:
    person, friend = cast(rng, 2)
    _, many = thing(rng)
    words: dict[str, object] = {
        "name": person.name, "he": person.he, "his": person.his, "him": person.him, "friend": friend.name, "many": many,
    }  # fmt: skip
    var = identifier(many)
    value = rng.choice((rng.randint(6, 60), 12 * rng.randint(1, 8)))
    facts = [fact(rng, _UNKNOWN, _UNKNOWN_KEPT, **words)]
    undo: list[str] = []
    for _ in range(rng.choice((1, 2, 2, 3))):
        one_fact, code, after = _happens(rng, value, words, var)
        while code.endswith("//100"):
            one_fact, code, after = _happens(rng, value, words, var)
        value = after
        facts.append(one_fact)
        if code == f"2*{var}":
            undo.append(f"{var}//2")
        elif "//" in code:
            k = int(code.rsplit("//", 1)[1])
            undo.append(f"2*{var}" if k == 2 else f"{var}*{k}//({k} - 1)")
        elif " + " in code:
            undo.append(code.replace(" + ", " - "))
        else:
            undo.append(code.replace(" - ", " + "))
    facts.append(replace(fact(rng, _NOW_HAS, _NOW_HAS_KEPT, n=counted(value), **words), link=False))
    lines = [Line(var, str(value), "", given=True)]
    lines += [Line(var, code, "the number before each step, going backwards") for code in reversed(undo)]
    name, he = person.name, person.he
    ask = (
        f"<how many {many} did {name} have at first|how many {many} did {he} have in the beginning|how many "
        f"{many} were there at first"
        f"|how many did {he} have at the start|what was the number of {many} at the start|how many {many} did "
        f"{name} start with>"
    )
    ask_for = (
        f"<find|work out|calculate> <how many {many} {name} had at first|the number of {many} at the start|"
        f"the first number of {many}>"
    )
    query = f"name the stock of {many} that was there before"
    return Instance(
        in_order(rng, facts, ask=ask, ask_for=ask_for, query=query),
        solved(rng, lines, var, f"At first {name} had", many),
    )


# ---------------------------------------------------------------- measured things: height, weight, length, price, time


@dataclass(frozen=True, slots=True)
class _Measure:
    """One measured property: how it is said, compared and asked."""

    what: str  # height
    unit: str  # cm
    more: str  # taller
    less: str  # shorter
    adjective: str  # tall; "" where none goes with `twice as`
    be: str  # "is {n} cm tall"
    ask: str  # "how tall is {}"
    low: int
    high: int
    things: tuple[str, ...]  # () for people
    adds: bool  # a total makes sense


_MEASURES = (
    _Measure("height", "cm", "taller", "shorter", "tall", "is {n} cm tall", "how tall is {}", 80, 190, (), False),
    _Measure("age", "years", "older", "younger", "old", "is {n} years old", "how old is {}", 6, 60, (), True),
    _Measure("weight", "kg", "heavier", "lighter", "heavy", "weighs {n} kg", "how heavy is {}", 20, 90, (), True),
    _Measure("weight", "kg", "heavier", "lighter", "heavy", "weighs {n} kg", "how much does {} weigh", 2, 60,
             ("box", "bag", "parcel", "suitcase", "sack", "crate"), True),
    _Measure("weight", "g", "heavier", "lighter", "heavy", "weighs {n} g", "how much does {} weigh", 20, 900,
             ("apple", "melon", "ball", "stone", "cake", "book"), True),
    _Measure("length", "m", "longer", "shorter", "long", "is {n} m long", "how long is {}", 3, 120,
             ("rope", "wire", "wall", "fence", "path", "bridge"), True),
    _Measure("length", "cm", "longer", "shorter", "long", "is {n} cm long", "how long is {}", 5, 200,
             ("ribbon", "stick", "pencil", "string", "board", "pipe"), True),
    _Measure("price", "dollars", "more expensive", "cheaper", "expensive", "costs {n} dollars",
             "how much does {} cost", 4, 400, ("jacket", "lamp", "chair", "table", "bag", "watch", "camera"), True),
    _Measure("price", "euros", "more expensive", "cheaper", "expensive", "costs {n} euros", "what does {} cost", 2, 90,
             ("book", "game", "hat", "shirt", "ticket", "meal"), True),
    _Measure("time", "minutes", "longer", "shorter", "long", "takes {n} minutes", "how long does {} take", 5, 120,
             ("film", "walk", "lesson", "trip", "match", "concert"), True),
    _Measure("distance", "km", "longer", "shorter", "long", "is {n} km long", "how long is {}", 3, 200,
             ("first tour", "second tour", "river path", "coast road", "mountain road", "old road"), True),
    _Measure("height", "m", "higher", "lower", "high", "is {n} m high", "how high is {}", 4, 150,
             ("tower", "church", "tree", "hill", "house", "mast"), False),
    _Measure("volume", "litres", "larger", "smaller", "large", "holds {n} litres",
             "how many litres does {} hold", 2, 200,
             ("bucket", "tank", "barrel", "bottle", "pot", "tub"), True),
)  # fmt: skip
_IS = (
    "{a} {be}",
    "{a} {be}",
    "{a} {be} exactly",
    "the {what} of {a} is {n} {unit}",
    "the {what} of {a} is exactly {n} {unit}",
    "it is known that {a} {be}",
    "for {a} the {what} is {n} {unit}",
    "{n} {unit} is the {what} of {a}",
    "{a} has a {what} of {n} {unit}",
    "{a} {be}, as we know",
)
_IS_KEPT = ("we note {n} {unit} for the {what} of {a}",)
_IS_MORE = (
    "{b} is {k} {unit} {more} than {a}",
    "{b} is {k} {unit} {more} than {a}",
    "{a} is {k} {unit} {less} than {b}",
    "{b} is {more} than {a} by {k} {unit}",
    "{a} is {less} than {b} by {k} {unit}",
    "the {what} of {b} is {k} {unit} more than that of {a}",
    "the {what} of {a} is {k} {unit} less than that of {b}",
    "compared with {a}, {b} is {k} {unit} {more}",
    "compared with {b}, {a} is {k} {unit} {less}",
    "{a} is {less} than {b}, the difference is {k} {unit}",
    "{b} is {more} than {a}, the difference is {k} {unit}",
)
_IS_MORE_KEPT = ("{b} is ahead of {a} in {what} by {k} {unit}",)
_IS_TIMES = (
    "{b} is {times} as {adjective} as {a}",
    "{b} is {times} as {adjective} as {a}",
    "{a} is {frac} as {adjective} as {b}",
    "the {what} of {b} is {times} that of {a}",
    "the {what} of {a} is {frac} of that of {b}",
    "the {what} of {b} is {times} the {what} of {a}",
    "compared with {a}, {b} is {times} as {adjective}",
    "{b} has {times} the {what} of {a}",
    "{a} is only {frac} as {adjective} as {b}",
    "{a} has {frac} of the {what} of {b}",
)
_IS_TIMES_KEPT = ("{k} times the {what} of {a} makes the {what} of {b}",)


@task("word problems", "quantity_measures", SHAPES, HELD_SHAPES, weight=4.5, constants=(2, 3, 4, 5))
def quantity_measures(rng: Random) -> Instance:
    m = rng.choice(_MEASURES)
    count = rng.choice((2, 2, 3, 3, 4))
    if m.things:
        labels = [f"the {thing}" for thing in rng.sample(m.things, count)]
        names = [f"{m.what}_of_{identifier(label[4:])}" for label in labels]
    else:
        people = cast(rng, count)
        labels = [p.name for p in people]
        names = [f"{m.what}_of_{p.name.lower()}" for p in people]
    x = rng.randint(m.low, m.high)
    if rng.random() < 0.4:
        x = max(12, x // 12 * 12)
    words: dict[str, object] = {
        "what": m.what, "unit": m.unit, "more": m.more, "less": m.less, "adjective": m.adjective,
    }  # fmt: skip
    facts = [fact(rng, _IS, _IS_KEPT, a=labels[0], n=x, be=m.be.format(n=x), **words)]
    lines, values = [Line(names[0], str(x), "", given=True)], [x]
    for index in range(1, count):
        back = rng.choice((index - 1, index - 1, rng.randrange(index)))
        a, b, v, var = labels[back], labels[index], values[back], names[back]
        about = f"the {m.what} of {b}"
        kind = rng.choice(("+", "+", "-", "-", "*", "/"))
        if m.what == "height" and not m.things:
            kind = rng.choice("+-")
        k = rng.randint(1, max(2, v // 3)) if v > 30 else rng.randint(2, 12)
        k = max(2, k)
        divisors = [d for d in (2, 3, 4, 5) if v % d == 0 and v >= 3 * d]
        if kind == "*" and v <= 200:
            f = rng.choice((2, 2, 3, 4))
            facts.append(
                fact(
                    rng,
                    _IS_TIMES,
                    _IS_TIMES_KEPT,
                    a=a,
                    b=b,
                    times=TIMES[f],
                    frac=lexicon.FRACTION_WORDS[f],
                    k=f,
                    **words,
                )
            )
            lines.append(Line(names[index], f"{f}*{var}", about))
            values.append(f * v)
        elif kind == "/" and divisors:
            f = rng.choice(divisors)
            # told from the larger one's side
            facts.append(
                fact(
                    rng,
                    _IS_TIMES,
                    _IS_TIMES_KEPT,
                    a=b,
                    b=a,
                    times=TIMES[f],
                    frac=lexicon.FRACTION_WORDS[f],
                    k=f,
                    **words,
                )
            )
            lines.append(Line(names[index], f"{var}//{f}", about))
            values.append(v // f)
        elif kind == "-" and v > k + 2:
            facts.append(fact(rng, _IS_MORE, _IS_MORE_KEPT, a=b, b=a, k=k, **words))
            lines.append(Line(names[index], f"{var} - {k}", about))
            values.append(v - k)
        else:
            facts.append(fact(rng, _IS_MORE, _IS_MORE_KEPT, a=a, b=b, k=k, **words))
            lines.append(Line(names[index], f"{var} + {k}", about))
            values.append(v + k)
    last = labels[-1]
    kinds = ["one", "one"]
    if m.adds:
        kinds += ["total", "total"]
    if count > 2 and values[0] != values[-1]:
        kinds += ["gap", "gap"]
    kind = rng.choice(kinds)
    if rng.random() < 0.12:
        facts.insert(1, aside(rng, cast(rng, 1)[0]))
    if kind == "one":
        ask = (
            f"<{m.ask.format(last)}|{m.ask.format(last)}|what is the {m.what} of {last}|what {m.what} does {last} have>"
        )
        ask_for = f"<find|work out|calculate|determine|compute> the {m.what} of {last}"
        query = f"name the {m.what} that belongs to {last}"
        answer = solved(rng, lines, names[-1], f"The {m.what} of {last} is", m.unit)
    elif kind == "gap":
        high, low = (0, -1) if values[0] > values[-1] else (-1, 0)
        a, b = labels[high], labels[low]
        ask = (
            f"<how much {m.more} is {a} than {b}|how much {m.less} is {b} than {a}|by how many {m.unit} is {a} "
            f"{m.more} than {b}"
            f"|how many {m.unit} {m.more} is {a} than {b}|what is the difference between {a} and {b}>"
        )
        ask_for = (
            f"<find|work out|calculate> <the difference between {a} and {b}|how much {m.more} {a} is than {b}|by "
            f"how many {m.unit} {b} is {m.less} than {a}>"
        )
        query = f"name the gap in {m.what} between {a} and {b}"
        lines.append(Line("difference", f"{names[high]} - {names[low]}", "the difference"))
        answer = solved(rng, lines, "difference", "The difference is", m.unit)
    else:
        everyone = listed(labels)
        ask = (
            f"<what is the total {m.what}|what is the {m.what} of {everyone} together|what is the total {m.what} of "
            f"all {lexicon.NUMBER_WORDS[count]}"
            f"|how many {m.unit} is that <altogether|in all|in total>>"
        ).replace(f"all {lexicon.NUMBER_WORDS[2]}", "both")
        ask_for = (
            f"<find|work out|calculate|determine> <the total {m.what}|the sum of the "
            f"{lexicon.NUMBER_WORDS[count]} {m.what}s|the {m.what} of all together>"
        )
        query = f"add up the {m.what} of {everyone}"
        lines.append(Line("total", " + ".join(names), f"the total {m.what}"))
        answer = solved(rng, lines, "total", f"The total {m.what} is", m.unit)
    return Instance(story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=True), answer)


# ---------------------------------------------------------------- rates over time

_EACH_TIME = (
    "{a} {V} {r} {many} {per} for {t} {times}",
    "{a} {V} {r} {many} {per} and does this for {t} {times}",
    "for {t} {times} {a} {V} {r} {many} {per}",
    "{per}, {a} {V} {r} {many}, and this goes on for {t} {times}",
    "{a} {V} {r} {many} {each}. {he} does so for {t} {times}",
    "{each} {a} {V} {r} {many}, for {t} {times}",
    "{a} {V} {many} for {t} {times}, {r} {each}",
    "{a} {V} {r} {many} {each}, {t} {times} long",
    "over {t} {times} {a} {V} {r} {many} {per}",
    "{a} works for {t} {times} and {V} {r} {many} {each}",
)
_EACH_TIME_KEPT = ("the rate of {a} is {r} {many} {per}, kept up for {t} {times}",)
_RATES = (
    ("reads", "read", "pages", "day"), ("writes", "write", "pages", "hour"), ("picks", "pick", "apples", "hour"),
    ("packs", "pack", "boxes", "hour"), ("types", "type", "words", "minute"), ("sells", "sell", "tickets", "day"),
    ("bakes", "bake", "loaves", "hour"), ("plants", "plant", "trees", "day"), ("paints", "paint", "chairs", "day"),
    ("solves", "solve", "exercises", "day"), ("runs", "run", "kilometres", "day"), ("saves", "save", "dollars", "week"),
    ("earns", "earn", "dollars", "hour"), ("swims", "swim", "laps", "day"), ("makes", "make", "toys", "hour"),
    ("learns", "learn", "words", "day"), ("washes", "wash", "cars", "hour"), ("drinks", "drink", "cups", "day"),
    ("lays", "lay", "bricks", "minute"), ("folds", "fold", "shirts", "hour"), ("earns", "earn", "euros", "day"),
    ("collects", "collect", "bottles", "week"), ("walks", "walk", "kilometres", "hour"),
    ("answers", "answer", "calls", "hour"),
)  # fmt: skip


@task("word problems", "quantity_rates", SHAPES, HELD_SHAPES, weight=4.0)
def quantity_rates(rng: Random) -> Instance:
    does, do, many, unit = rng.choice(_RATES)
    count = rng.choice((1, 2, 2, 2, 3))
    folk = cast(rng, count)
    facts, lines, totals = [], [], []
    for person in folk:
        r, t = rng.randint(2, rng.choice((12, 60))), rng.randint(2, rng.choice((9, 30)))
        facts.append(
            fact(
                rng, _EACH_TIME, _EACH_TIME_KEPT, a=person.name, he=person.he, V=does, r=counted(r), t=counted(t),
                many=many,
                times=f"{unit}s", per=f"<per|{'an' if unit == 'hour' else 'a'}|per> {unit}",
                each=f"<each|every> {unit}",
            )
        )  # fmt: skip
        p = person.name.lower()
        if count == 1:
            lines += [
                Line(f"{identifier(many)}_per_{unit}", str(r), "", given=True),
                Line(f"{unit}s", str(t), "", given=True),
            ]
            lines.append(Line(f"{identifier(many)}", f"{identifier(many)}_per_{unit}*{unit}s", f"all {many}"))
        else:
            lines.append(Line(f"{identifier(many)}_of_{p}", f"{r}*{t}", f"the {many} of {person.name}"))
        totals.append(r * t)
    if rng.random() < 0.12:
        facts.append(aside(rng, folk[0]))
    name = folk[0].name
    if count == 1:
        var, value = identifier(many), totals[0]
        kind = rng.choice(("left", "extra", "split", "plain"))
        if kind == "left":
            goal = value + rng.randint(2, 120)
            facts.append(fact(rng, (
                "the goal is {n} {many}", "{a} wants to reach {n} {many}", "{a} needs {n} {many} <in all|altogether>",
                "{n} {many} are the goal", "{his} goal is {n} {many}", "altogether {a} must get to {n} {many}",
                "{a} plans to reach a total of {n} {many}", "{a} has to reach {n} {many}",
            ), ("the target stands at {n} {many}",), n=counted(goal), many=many, a=name, his=folk[0].his))  # fmt: skip
            ask = (
                f"<how many {many} are still missing|how many more {many} does {name} need|how many {many} are left "
                f"to do|how far is {name} from the goal>"
            )
            ask_for = (
                f"<find|work out|calculate> <how many {many} are still missing|the number of {many} that are still "
                "missing>"
            )
            query = "name what is still lacking"
            lines += [Line("goal", str(goal), "", given=True), Line("missing", f"goal - {var}", "what is missing")]
            answer = solved(rng, lines, "missing", "Still missing are", many)
        elif kind == "extra":
            extra = rng.randint(2, 90)
            facts.append(fact(rng, (
                "{a} already had {n} {many} before", "before that {a} had {n} {many}", "{n} {many} were there before",
                "then another {n} {many} are added", "{a} gets {n} {many} on top", "{n} {many} come on top",
                "in addition, there are {n} {many} from before", "{a} started with {n} {many}",
            ), ("{n} {many} existed beforehand",), n=counted(extra), many=many, a=name))  # fmt: skip
            ask = (
                f"<how many {many} is that <altogether|in all|in total>|what is the total number of {many}|how many "
                f"{many} are there then>"
            )
            ask_for = f"<find|work out|calculate> the <total|total number of {many}|number of {many} altogether>"
            query = f"add up all {many}"
            lines += [Line("before", str(extra), "", given=True), Line("total", f"before + {var}", "the total")]
            answer = solved(rng, lines, "total", "Altogether that makes", many)
        elif kind == "split":
            k = rng.choice([d for d in range(2, 13) if value % d == 0] or [1])
            if k == 1:
                return quantity_rates(rng)
            ask = (
                f"<all {many} are then split into {counted(k)} equal parts. how many {many} are in each part"
                f"|if the total is divided into {counted(k)} equal parts, how large is each part|what is one part if "
                "all "
                f"{many} are divided into {counted(k)} equal parts>"
            )
            ask_for = (
                f"<find|work out|calculate> the size of each part if all {many} are divided into {counted(k)} equal "
                "parts"
            )
            query = f"cut the whole into {counted(k)} equal parts and name one part"
            lines.append(Line("part", f"{var}//{k}", "the size of a part"))
            answer = solved(rng, lines, "part", "Each part has", many)
        else:
            ask = (
                f"<how many {many} is that <altogether|in all|in total>|what is the total|how many {many} does {name} "
                f"{do} in all>"
            )
            ask_for = f"<find|work out|calculate> the <total|total number of {many}|number of {many}>"
            query = f"add up all {many}"
            answer = solved(rng, lines, var, "Altogether that makes", many)
    else:
        names = [line.name for line in lines]
        everyone = listed([p.name for p in folk])
        if count == 2 and totals[0] != totals[1] and rng.random() < 0.5:
            high, low = (0, 1) if totals[0] > totals[1] else (1, 0)
            a, b = folk[high].name, folk[low].name
            ask = (
                f"<how many more {many} does {a} {do} than {b}|how many {many} more does {a} {do} than {b}|by how "
                f"many {many} is {a} ahead of {b}"
                f"|how many fewer {many} does {b} {do} than {a}>"
            )
            ask_for = (
                f"<find|work out|calculate> <how many more {many} {a} {does} than {b}|the difference between {a} and "
                f"{b}>"
            )
            query = f"how large is the gap between {a} and {b}"
            lines.append(Line("difference", f"{names[high]} - {names[low]}", "the difference"))
            answer = solved(rng, lines, "difference", "The difference is", many)
        else:
            ask = (
                f"<how many {many} do they {do} <together|altogether|in all|in total>|what is the total number of "
                f"{many}"
                f"|how many {many} do {everyone} {do} together>"
            )
            ask_for = f"<find|work out|calculate> the <total|total number of {many}|sum for {everyone}>"
            query = f"add up the {many} of {everyone}"
            lines.append(Line("total", " + ".join(names), "the total"))
            answer = solved(rng, lines, "total", "Together that makes", many)
    return Instance(story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=True), answer)


# ---------------------------------------------------------------- groups of groups

_NESTS = (
    ("shelf", "shelves", "book", "books", "pages"), ("box", "boxes", "packet", "packets", "pencils"),
    ("building", "buildings", "floor", "floors", "windows"), ("street", "streets", "house", "houses", "rooms"),
    ("school", "schools", "class", "classes", "children"), ("train", "trains", "wagon", "wagons", "seats"),
    ("truck", "trucks", "crate", "crates", "bottles"), ("tree", "trees", "branch", "branches", "apples"),
    ("album", "albums", "page", "pages", "photos"), ("farm", "farms", "barn", "barns", "cows"),
    ("week", "weeks", "day", "days", "lessons"), ("hall", "halls", "row", "rows", "chairs"),
    ("garden", "gardens", "bed", "beds", "tulips"), ("crate", "crates", "tray", "trays", "eggs"),
    ("league", "leagues", "team", "teams", "players"), ("carton", "cartons", "bag", "bags", "sweets"),
)  # fmt: skip
_OUTER = (
    "there are {n} {outers}",
    "we have {n} {outers}",
    "we look at {n} {outers}",
    "there are exactly {n} {outers}",
    "the number of {outers} is {n}",
    "somebody has {n} {outers}",
    "there are {n} {outers} in all",
    "{n} {outers} stand there",
    "{n} {outers} are there",
    "one counts {n} {outers}",
)
_OUTER_KEPT = ("take {n} {outers}",)
_INNER = (
    "each {outer} has {n} {inners}",
    "every {outer} has {n} {inners}",
    "there are {n} {inners} in each {outer}",
    "each {outer} <contains|comes with> {n} {inners}",
    "in every {outer} there are {n} {inners}",
    "one {outer} has {n} {inners}",
    "the number of {inners} per {outer} is {n}",
    "there are {n} {inners} per {outer}",
    "{n} {inners} belong to each {outer}",
    "all {outers} have {n} {inners} each",
    "a {outer} always has {n} {inners}",
)
_INNER_KEPT = ("{n} {inners} make up one {outer}",)


@task("word problems", "quantity_groups", SHAPES, HELD_SHAPES, weight=3.0)
def quantity_groups(rng: Random) -> Instance:
    outer, outers, inner, inners, many = rng.choice(_NESTS)
    n1, n2, n3 = rng.randint(2, 12), rng.randint(2, 12), rng.randint(2, 40)
    lines = [Line(outers, str(n1), "", given=True), Line(f"{inners}_per_{outer}", str(n2), "", given=True)]
    facts = [
        fact(rng, _OUTER, _OUTER_KEPT, n=counted(n1), outers=outers),
        fact(rng, _INNER, _INNER_KEPT, n=counted(n2), outer=outer, outers=outers, inners=inners),
        fact(rng, _INNER, _INNER_KEPT, n=counted(n3), outer=inner, outers=inners, inners=many),
    ]
    lines += [
        Line(f"{identifier(many)}_per_{inner}", str(n3), "", given=True),
        Line(inners, f"{outers}*{inners}_per_{outer}", f"all {inners}"),
        Line(identifier(many), f"{inners}*{identifier(many)}_per_{inner}", f"all {many}"),
    ]
    value, var = n1 * n2 * n3, identifier(many)
    kind = rng.choice(("all", "all", "less", "more", "inner"))
    if kind in ("less", "more"):
        k = rng.randint(2, min(99, value - 2))
        if kind == "less":
            facts.append(fact(rng, (
                "{k} of the {many} are missing", "{k} {many} are missing", "but {k} of all {many} are not there",
                "{k} of these {many} are taken away", "in all, {k} {many} are gone", "{k} {many} are taken away",
                "altogether {k} of the {many} get lost", "somebody takes {k} of the {many} away",
            ), ("of the whole lot, {k} {many} go away",), k=counted(k), many=many))  # fmt: skip
        else:
            facts.append(fact(rng, (
                "there are {k} extra {many}", "besides there are {k} more {many}", "{k} more {many} come on top",
                "then {k} {many} are added", "{k} further {many} are somewhere else",
                "there are also {k} single {many}",
                "in addition there are {k} {many}", "another {k} {many} are added",
            ), ("{k} loose {many} join the whole lot",), k=counted(k), many=many))  # fmt: skip
        lines.append(Line("total", f"{var} {'-' if kind == 'less' else '+'} {k}", "the final number"))
        var = "total"
    ask = (
        f"<how many {many} are there <in all|altogether|in total>|how many {many} is that <in all|altogether|in total>"
        f"|what is the total number of {many}|how many {many} are there>"
    )
    ask_for = f"<find|work out|calculate|determine> the <total number of {many}|number of {many}|number of all {many}>"
    query = f"name the count of all {many}"
    unit = many
    if kind == "inner":
        ask = f"<how many {inners} are there <in all|altogether|in total>|what is the total number of {inners}>"
        ask_for = f"<find|work out|calculate> the <total number of {inners}|number of all {inners}>"
        query = f"name the count of all {inners}"
        var = unit = inners
    if kind in ("less", "more"):
        ask = ask.replace("are there>", "are there <now|then>>")
    slots = story(rng, facts, ask=ask, ask_for=ask_for, query=query, anyhow=False)
    return Instance(
        slots | {"mixed": slots["story"], "listed": slots["story"]},
        solved(rng, lines, var, "Altogether there are", unit),
    )


# ---------------------------------------------------------------- money, step after step

_GOODS = (
    ("book", "books", 5, 25), ("ticket", "tickets", 4, 30), ("shirt", "shirts", 8, 30), ("pen", "pens", 1, 5),
    ("notebook", "notebooks", 2, 8), ("sandwich", "sandwiches", 2, 9), ("cake", "cakes", 5, 25),
    ("plant", "plants", 3, 20), ("toy", "toys", 4, 25), ("mug", "mugs", 3, 12), ("poster", "posters", 4, 15),
    ("pizza", "pizzas", 6, 16), ("ball", "balls", 3, 20), ("candle", "candles", 2, 9), ("comic", "comics", 2, 8),
    ("hat", "hats", 6, 25), ("scarf", "scarves", 6, 25), ("battery", "batteries", 1, 6), ("plate", "plates", 2, 12),
    ("puzzle", "puzzles", 5, 20), ("magazine", "magazines", 2, 8), ("brush", "brushes", 2, 9),
)  # fmt: skip
_HAS_MONEY = (
    "{name} has {m}",
    "{name} has {m} in {his} purse",
    "{name} starts with {m}",
    "{name} takes {m} to the shops",
    "at first {name} has {m}",
    "{name} has saved {m}",
    "there are {m} in {name}'s wallet",
    "{name} goes shopping with {m}",
    "{name} got {m} for {his} birthday",
    "in {name}'s money box there are {m}",
    "{name} has {m} to spend",
    "{name} brings {m}",
)
_HAS_MONEY_KEPT = ("the purse of {name} holds {m}",)
_EARNS = (
    "{name} works {h} hours and earns {m} an hour",
    "{name} earns {m} per hour and works {h} hours",
    "for {h} hours of work {name} gets {m} an hour",
    "{name} works for {h} hours at {m} per hour",
    "{name} is paid {m} an hour and works {h} hours",
    "{name} has a job that pays {m} per hour, and {he} works {h} hours",
    "{name} sells {h} cakes for {m} each",
    "{name} washes {h} cars and gets {m} per car",
    "{name} saves {m} a week for {h} weeks",
    "for {h} weeks {name} puts aside {m} every week",
    "{name} gets {m} from each of {h} aunts",
    "{h} neighbours pay {name} {m} each for {his} help",
)
_EARNS_KEPT = ("{h} times {name} receives {m}",)
_BUYS_SOME = (
    "{he} buys {k} {goods} for {m} each",
    "{he} buys {k} {goods} at {m} each",
    "{he} buys {k} {goods}, and each {good} costs {m}",
    "{he} pays for {k} {goods} that cost {m} each",
    "{he} spends money on {k} {goods} at {m} apiece",
    "{he} gets {k} {goods} at a price of {m} for one {good}",
    "{he} buys {k} {goods} which are {m} each",
    "{he} takes {k} {goods} at a price of {m} each",
    "{he} buys {k} {goods} at {m} per {good}",
    "{he} chooses {k} {goods}, each for {m}",
)
_BUYS_SOME_KEPT = ("{k} {goods} at {m} apiece go into {his} basket",)
_SPENDS = (
    "{he} spends {m} on {things}",
    "{he} pays {m} for {things}",
    "{he} buys {things} for {m}",
    "{he} leaves {m} at the till for {things}",
    "{he} gives {m} for {things}",
    "{he} needs {m} for {things}",
    "{he} uses {m} to buy {things}",
    "{m} go for {things}",
    "{he} spends {m} of it on {things}",
    "for {things} {he} pays {m}",
)
_SPENDS_KEPT = ("{m} leave {his} purse for {things}",)
_GETS_MONEY = (
    "{his} aunt gives {him} {m}",
    "{he} gets {m} from {his} father",
    "{he} finds {m} in {his} coat",
    "{he} earns {m}",
    "{he} receives {m} as a present",
    "{he} is given {m}",
    "{he} sells an old toy for {m}",
    "{his} grandmother adds {m}",
    "{he} gets another {m}",
    "{he} wins {m}",
)
_GETS_MONEY_KEPT = ("{m} come into {his} purse",)
_SPENDS_PART = (
    "{he} spends {frac} of the money",
    "{he} spends {frac} of {his} money on {things}",
    "{he} gives {frac} of the money to {his} brother",
    "{he} uses {frac} of it for {things}",
    "{frac} of the money goes for {things}",
    "{he} pays {frac} of it for {things}",
    "{he} gives away {frac} of {his} money",
    "{he} puts {frac} of it in the bank",
    "{he} lends {frac} of {his} money to a friend",
    "{he} loses {frac} of the money",
)
_SPENDS_PART_KEPT = ("{frac} of what is in {his} purse goes away",)
_SPENDS_PERCENT = (
    "{he} spends {p}% of the money",
    "{he} spends {p}% of {his} money on {things}",
    "{he} gives {p}% of the money to {his} sister",
    "{he} uses {p} percent of it for {things}",
    "{p}% of the money goes for {things}",
    "{he} pays {p} percent of it for {things}",
    "{he} gives away {p}% of {his} money",
    "{he} puts {p}% of it in the bank",
    "{he} lends {p} percent of {his} money to a friend",
    "{he} loses {p}% of the money",
)
_SPENDS_PERCENT_KEPT = ("{p}% of what is in {his} purse goes away",)
_WANTED = (
    "lunch",
    "food",
    "a bus trip",
    "drinks",
    "a present",
    "fruit",
    "a meal",
    "sweets",
    "a taxi ride",
    "new shoes",
)


def _cents(text: str) -> int:
    whole, _, part = text.partition(".")
    return 100 * int(whole) + int((part + "00")[:2])


@task(
    "money", "quantity_money", EVENT_SHAPES, EVENT_HELD, weight=5.0, constants=(2, 3, 4, 5, 100),
)  # fmt: skip
def quantity_money(rng: Random) -> Instance:
    (person,) = cast(rng, 1)
    money = currency(rng)
    with_cents = rng.random() < 0.3
    words: dict[str, object] = {"name": person.name, "he": person.he, "his": person.his, "him": person.him}

    def amount(low: int, high: int) -> str:
        return price(rng, low, high, 0.6 if with_cents else 0.0)

    facts: list[Fact] = []
    if rng.random() < 0.4:
        h, m = rng.randint(2, 12), amount(4, 25)
        facts.append(fact(rng, _EARNS, _EARNS_KEPT, h=counted(h), m=money(m), **words))
        lines = [Line("money", f"{h}*{m}", "what is earned")]
        value = h * _cents(m)
    else:
        m = str(rng.choice((20, 30, 40, 50, 60, 80, 100, 120, 150, 200, rng.randint(15, 250))))
        facts.append(fact(rng, _HAS_MONEY, _HAS_MONEY_KEPT, m=money(m), **words))
        lines, value = [Line("money", m, "", given=True)], _cents(m)
    floats = with_cents
    for _ in range(rng.choice((1, 2, 2, 3))):
        whole = value // 100
        kinds = ["gets"]
        if whole > 6:
            kinds += ["buys"] * 4 + ["spends"] * 2
        divisors = [k for k in (2, 3, 4, 5) if value % (100 * k) == 0 and value > 0]
        if divisors and not floats:
            kinds += ["part"] * 2
        percents = [p for p in (10, 20, 25, 30, 40, 50, 60, 75) if value * p % 10000 == 0]
        if percents and not floats:
            kinds += ["percent"] * 2
        kind = rng.choice(kinds)
        wanted = rng.choice(_WANTED)
        if kind == "buys":
            good, goods, low, high = rng.choice(_GOODS)
            m = amount(low, high)
            k = rng.randint(2, 6)
            if k * _cents(m) >= value:
                kind = "spends"
            else:
                facts.append(
                    fact(rng, _BUYS_SOME, _BUYS_SOME_KEPT, k=counted(k), m=money(m), good=good, goods=goods, **words)
                )
                lines.append(Line("money", f"money - {k}*{m}", "the money after each step"))
                value -= k * _cents(m)
                continue
        if kind == "spends":
            m = amount(1, whole - 2)
            facts.append(fact(rng, _SPENDS, _SPENDS_KEPT, m=money(m), things=wanted, **words))
            lines.append(Line("money", f"money - {m}", "the money after each step"))
            value -= _cents(m)
        elif kind == "part":
            k = rng.choice(divisors)
            facts.append(
                fact(rng, _SPENDS_PART, _SPENDS_PART_KEPT, frac=lexicon.FRACTION_WORDS[k], things=wanted, **words)
            )
            lines.append(Line("money", f"money - money//{k}", "the money after each step"))
            value -= value // k
        elif kind == "percent":
            p = rng.choice(percents)
            facts.append(fact(rng, _SPENDS_PERCENT, _SPENDS_PERCENT_KEPT, p=p, things=wanted, **words))
            lines.append(Line("money", f"money - money*{p}//100", "the money after each step"))
            value -= value * p // 100
        else:
            m = amount(2, 40)
            facts.append(fact(rng, _GETS_MONEY, _GETS_MONEY_KEPT, m=money(m), **words))
            lines.append(Line("money", f"money + {m}", "the money after each step"))
            value += _cents(m)
    if rng.random() < 0.1:
        facts.insert(1, aside(rng, person))
    name, he = person.name, person.he
    shown = "f'{money:.2f}'" if floats else ""
    kinds = ["left"] * 4 + ["target"]
    if value > 500:
        kinds.append("afford")
    shares = [k for k in range(2, 9) if value % (100 * k) == 0 and value > 0]
    if shares and not floats:
        kinds.append("share")
    kind = rng.choice(kinds)
    if kind == "left":
        ask = (
            f"<how much money does {he} have {{left}}|how much money does {name} have {{now}}|how much is left|"
            "how much money is left"
            f"|how much does {name} have in the end|what amount does {he} have {{now}}>"
        )
        ask_for = (
            f"<find|work out|calculate> <how much money {name} has left|how much {he} has in the end|the money "
            "that is left>"
        )
        query = f"name the amount that is in {person.his} purse at last"
        answer = solved(rng, lines, "money", "The rest is", money.unit, shown=shown)
    elif kind == "target":
        goal = value // 100 + rng.randint(5, 150)
        thing = rng.choice(("bike", "phone", "guitar", "jacket", "camera", "tent", "watch", "desk"))
        said = money(goal)
        ask = (
            f"<{he} wants to buy {with_article(thing)} for {said}. how much more money does {he} need"
            f"|how much more does {he} need to buy {with_article(thing)} that costs {said}"
            f"|{with_article(thing)} costs {said}. how much money is still missing>"
        )
        ask_for = f"<find|work out> how much is still missing for {with_article(thing)} that costs {said}"
        query = f"{with_article(thing)} has a price of {said}. name what {person.he} lacks"
        lines += [Line("price", str(goal), "", given=True), Line("missing", "price - money", "what is missing")]
        answer = solved(rng, lines, "missing", "Still missing are", money.unit, shown=shown.replace("money", "missing"))
    elif kind == "afford":
        good, goods, low, high = rng.choice(_GOODS)
        each = rng.randint(low, max(low, min(high, value // 200)))
        ask = (
            f"<how many {goods} at {money(each)} each can {he} buy with the rest|{goods} cost {money(each)} each. "
            f"how many can {he} buy with what is left"
            f"|one {good} costs {money(each)}. how many {goods} can {he} still buy>"
        )
        ask_for = f"<find|work out> how many {goods} at {money(each)} each {he} can buy with the rest"
        query = f"name the number of {goods} at {money(each)} apiece that the purse still allows"
        lines.append(Line(goods, f"int(money/{each})" if floats else f"money//{each}", f"how many {goods} that buys"))
        answer = solved(rng, lines, goods, "The number is", goods)
    else:
        k = rng.choice(shares)
        ask = (
            f"<the rest is shared equally by {counted(k)} children. how much does each get|{he} shares the rest "
            f"equally among {counted(k)} friends. how much money does each get"
            f"|if {counted(k)} people share what is left equally, how much does each get>"
        )
        ask_for = f"<find|work out> how much each gets if {counted(k)} friends share the rest equally"
        query = f"what is left is split evenly, {counted(k)} ways. name one share"
        lines.append(Line("share", f"money//{k}", "the equal share"))
        answer = solved(rng, lines, "share", "Each gets", money.unit)
    return Instance(in_order(rng, facts, ask=ask, ask_for=ask_for, query=query), answer)


# ---------------------------------------------------------------- parts of a whole group

_GROUPS = (
    ("school", "students", ("girls", "boys"), ("play football", "sing in the choir", "come by bus", "learn French")),
    ("club", "members", ("women", "men"), ("play tennis", "play chess", "swim", "live in the town")),
    ("town", "people", ("adults", "children"), ("own a bike", "can swim", "take the bus", "have a dog")),
    ("firm", "workers", ("women", "men"), ("come by car", "speak English", "work at night", "work at home")),
    ("library", "books", ("novels", "guidebooks"), ("are new", "are lent out", "are in English", "are damaged")),
    ("orchard", "trees", ("apple trees", "pear trees"), ("are old", "bear fruit", "are tall", "are in bloom")),
    ("car park", "cars", ("electric cars", "petrol cars"), ("are red", "are new", "are white", "are small")),
    ("hotel", "rooms", ("single rooms", "double rooms"), ("are taken", "have a balcony", "are clean", "are free")),
    ("shop", "shirts", ("white shirts", "blue shirts"), ("are large", "are on sale", "are small", "are made of wool")),
    ("theatre", "visitors", ("adults", "children"), ("pay online", "come early", "buy a drink", "sit in front")),
)  # fmt: skip
_ALL_OF = (
    "there are {n} {all} in {a_group}",
    "{a_group} has {n} {all}",
    "in {a_group} there are {n} {all}",
    "the number of {all} in {a_group} is {n}",
    "{n} {all} belong to {a_group}",
    "we look at {a_group} with {n} {all}",
    "{a_group} counts {n} {all}",
    "there is {a_group} with {n} {all}",
    "altogether {a_group} has {n} {all}",
    "{n} {all} are in {a_group}",
)
_ALL_OF_KEPT = ("the {all} of {a_group} number {n}",)
_PART_IS = (
    "{part} of the {all} are {first}",
    "{part} of them are {first}",
    "{part} of all {all} are {first}",
    "the {first} make up {part} of the {all}",
    "of the {all}, {part} are {first}",
    "of these, {part} are {first}",
    "{first} are {part} of the {all}",
    "among the {all}, {part} are {first}",
    "exactly {part} of the {all} are {first}",
    "it is known that {part} of the {all} are {first}",
)
_PART_IS_KEPT = ("the share of {first} is {part} of the whole",)
_REST_IS = (
    "the rest are {second}",
    "the others are {second}",
    "all others are {second}",
    "the remaining {all} are {second}",
    "the rest of the {all} are {second}",
    "all the rest are {second}",
    "what remains are {second}",
    "the other {all} are {second}",
)
_REST_IS_KEPT = ("whatever is left over are {second}",)
_PART_DO = (
    "{part} of the {sub} {do}",
    "{part} of these {sub} {do}",
    "of the {sub}, {part} {do}",
    "among the {sub}, {part} {do}",
    "exactly {part} of the {sub} {do}",
    "{part} of all {sub} {do}",
    "of all {sub}, {part} {do}",
    "as for the {sub}, {part} of them {do}",
)
_PART_DO_KEPT = ("for {part} of the {sub} it holds that they {do}",)
_FRACTIONS = (
    (1, 2, "half"), (1, 3, "a third"), (2, 3, "two thirds"), (1, 4, "a quarter"), (3, 4, "three quarters"),
    (1, 5, "a fifth"), (2, 5, "two fifths"), (3, 5, "three fifths"), (1, 3, "one third"), (2, 3, "2/3"), (3, 4, "3/4"),
    (1, 4, "one quarter"), (1, 4, "1/4"), (2, 5, "2/5"), (1, 6, "a sixth"), (5, 6, "5/6"), (3, 8, "3/8"),
)  # fmt: skip


def _negated(doing: str) -> str:
    if doing.startswith("are "):
        return doing.replace("are ", "are not ", 1)
    return doing.replace("can ", "cannot ", 1) if doing.startswith("can ") else f"do not {doing}"


def _part(rng: Random, whole: int, var: str) -> tuple[str, str, int] | None:
    """A share of `whole` that is a whole number: in words, in code, its value."""
    found = [(f"{p}{sign}", f"{var}*{p}//100", whole * p // 100)
             for p in range(5, 96, 5) if whole * p % 100 == 0 for sign in ("%", " percent")]  # fmt: skip
    chosen = rng.sample(found, min(4, len(found)))
    for top, bottom, said in _FRACTIONS:
        if whole % bottom == 0:
            code = f"{var}//{bottom}" if top == 1 else f"{var}*{top}//{bottom}"
            chosen.append((said, code, whole * top // bottom))
    chosen = [part for part in chosen if 1 < part[2] < whole - 1]
    return rng.choice(chosen) if chosen else None


@task(
    "percent", "quantity_parts", EVENT_SHAPES, EVENT_HELD, weight=4.0, constants=(2, 3, 4, 5, 6, 8, 100),
)  # fmt: skip
def quantity_parts(rng: Random) -> Instance:
    group, everything, (first, second), doings = rng.choice(_GROUPS)
    if rng.random() < 0.3:
        first, second = second, first
    whole = rng.choice((12, 20, 24, 30, 40, 60)) * rng.randint(1, 20)
    var, one, two = identifier(everything), identifier(first), identifier(second)
    part = _part(rng, whole, var)
    if part is None:
        return quantity_parts(rng)
    said, code, value = part
    facts = [
        fact(rng, _ALL_OF, _ALL_OF_KEPT, all=everything, a_group=with_article(group), n=counted(whole)),
        replace(fact(rng, _PART_IS, _PART_IS_KEPT, all=everything, part=said, first=first), link=False),
    ]
    lines = [Line(var, str(whole), "", given=True), Line(one, code, f"the {first}")]
    sub, number, subvar = first, value, one
    if rng.random() < 0.6:
        facts.append(replace(fact(rng, _REST_IS, _REST_IS_KEPT, all=everything, second=second), link=False))
        lines.append(Line(two, f"{var} - {one}", f"the {second}"))
        sub, number, subvar = second, whole - value, two
    goal, target = sub, subvar
    asks_of_doing = ""
    who = "who" if group in ("school", "club", "town", "firm", "theatre") else "that"
    if rng.random() < 0.6:
        inner = _part(rng, number, subvar)
        if inner is not None:
            said, code, value = inner
            do = rng.choice(doings)
            facts.append(replace(fact(rng, _PART_DO, _PART_DO_KEPT, part=said, sub=sub, do=do), link=False))
            lines.append(Line("these", code, f"those {sub} {who} {do}"))
            target, asks_of_doing = "these", do
            if rng.random() < 0.35:
                lines.append(Line("others", f"{subvar} - these", f"the other {sub}"))
                target = "others"
    if target == "these":
        ask = (
            f"<how many {goal} {asks_of_doing}|how many of the {goal} {asks_of_doing}|what is the number of "
            f"{goal} {who} {asks_of_doing}>"
        )
        ask_for = f"<find|work out|calculate> how many {goal} {asks_of_doing}"
        query = f"name the count of {goal} for which this holds"
        before = "The number is"
    elif target == "others":
        negated = _negated(asks_of_doing)
        ask = f"<how many {goal} {negated}|how many of the {goal} {negated}|how many other {goal} are there>"
        ask_for = f"<find|work out|calculate> <how many {goal} {negated}|the number of the other {goal}>"
        query = f"name the count of {goal} for which this fails"
        before = "The number of the others is"
    else:
        ask = (
            f"<how many {goal} are there|what is the number of {goal}|how many {goal} is that|how many of the "
            f"{everything} are {goal}>"
        )
        ask_for = f"<find|work out|calculate> <the number of {goal}|how many {goal} there are>"
        query = f"name the count of {goal}"
        before = f"The number of {goal} is"
    return Instance(in_order(rng, facts, ask=ask, ask_for=ask_for, query=query), solved(rng, lines, target, before))
