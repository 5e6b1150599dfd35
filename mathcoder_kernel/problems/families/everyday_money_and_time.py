"""Money and clock times in students' own short words: coins, prices, offers, tips, tax, ends and starts of things."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from mathcoder_kernel.problems.everyday import HELD_SHAPES, SHAPES, Money, answer, money, scene, who
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.lexicon import BOYS, GIRLS, NUMBER_WORDS, ORDINALS, nth
from mathcoder_kernel.problems.phrasing import phrase
from mathcoder_kernel.problems.problem import Step
from mathcoder_kernel.problems.story import GOODS, PEOPLE, VALUABLES, Thing, spelled, steps, with_article

CHEAP = tuple(thing for thing in GOODS if thing.cheap <= 2)


def two_names(rng: Random) -> tuple[str, str]:
    """Two different names."""
    first, second = rng.sample([*(person.name for person in PEOPLE), *BOYS, *GIRLS], 2)
    return first, second


def amount(rng: Random, low: int, high: int, cents: float = 0.5) -> str:
    """A price in whole units, or (share `cents`) with two decimals."""
    whole = rng.randint(low, high)
    return f"{whole}.{rng.randint(1, 19) * 5:02}" if rng.random() < cents else str(whole)


def _two(rng: Random, things: Sequence[Thing]) -> tuple[Thing, Thing]:
    first, second = rng.sample(list(things), 2)
    return first, second


@task("money", "units_and_hundredths", SHAPES, HELD_SHAPES, weight=1.5, constants=(100,))
def units_and_hundredths(rng: Random) -> Instance:
    """One price in pounds, one in pence: the sum or the difference."""
    m, (first, second) = money(rng), _two(rng, CHEAP)
    big = f"{rng.randint(1, 9)}.{rng.randint(1, 19) * 5:02}" if rng.random() < 0.8 else str(rng.randint(1, 9))
    small = rng.randint(4, 19) * 5 if rng.random() < 0.8 else rng.randint(21, 99)
    w = who(rng)
    a, b = with_article(first.one), with_article(second.one)
    p, q = m(big), m.small(small)
    told = (
        f"<{a} costs {p} and {b} <costs |is |>{q}|{first.one} {p}, {second.one} {q}|{a} is {p}, {b} is {q}"
        f"|{w.name} bought {a} for {p} and {b} for {q}|{w.name} paid {p} for {a} and {q} for {b}"
        f"|one {first.one} is {p} and one {second.one} {q}|the price of {a} is {p} and of {b} {q}"
        f"|{w.name} spent {p} on {a} and {q} on {b}|the {first.one} was {p}, the {second.one} was {q}>"
    )
    kept = f"on the price tags it says {p} for {a} but {q} for {b}"
    if rng.random() < 0.7:
        return Instance(
            scene(
                told,
                "<how much for both|how much is that <altogether|in total|together|in all>|how much do they cost "
                "together|what do both cost|what is the total|whats the total|how much for the two|how much to pay "
                "in total>",
                "<the total|the total cost|the price of both|the sum>",
                kept,
                "what will the till show for the pair",
            ),
            steps(
                f"We turn the {m.hundredths} into {m.unit} and add.",
                f"first = {big}\nsecond = {small}/100\ntotal = first + second\nf'{{total:.2f}}'",
                answer(rng, "Together it is", m.unit),
            ),
        )
    return Instance(
        scene(
            told,
            f"<how much more is the {first.one}|how much cheaper is the {second.one}|how much more does the "
            f"{first.one} cost|what is the difference|what's the difference in price>",
            "<the difference|the price difference>",
            kept,
            "by what amount do the tags differ",
        ),
        steps(
            f"We turn the {m.hundredths} into {m.unit} and subtract.",
            f"first = {big}\nsecond = {small}/100\ndifference = first - second\nf'{{difference:.2f}}'",
            answer(rng, "The difference is", m.unit),
        ),
    )


def _things_in_hundredths(rng: Random, m: Money, thing: Thing, price: int) -> str:
    said = m.small(price)
    return rng.choice(
        (
            f"{thing.many} are {said} each",
            f"{thing.many} cost {said} each",
            f"{with_article(thing.one)} costs {said}",
            f"one {thing.one} is {said}",
            f"a shop sells {thing.many} at {said} each",
            f"{thing.many} cost {said} a piece",
        )
    )


@task("money", "how_many_for_hundredths", (*SHAPES, *("{direct}",) * 5), HELD_SHAPES, weight=1.5, constants=(100,))
def how_many_for_hundredths(rng: Random) -> Instance:
    m, thing, w = money(rng), rng.choice(CHEAP), who(rng, 0.5)
    price = rng.randint(3, 19) * 5 if rng.random() < 0.8 else rng.randint(12, 99)
    have = rng.choice((2, 3, 4, 5, 5, 8, 10, 10, 15, 20))
    said = m.small(price)
    glued = f"{said} {thing.many}".replace(" cents", " cent")
    ask = (
        f"<how many can {w.he} <buy|get|afford> <with|for> {m(have)}|how many {thing.many} can {w.he} <buy|get> "
        f"<with|for> {m(have)}|how many do you get for {m(have)}|how many for {m(have)}>"
    )
    direct = (
        f"<how many {glued} can {w.name} <buy|get|afford> <with|for|from> {m(have)}|{w.name} {w.has} {m(have)} to "
        f"spend on {glued}. how many can {w.he} <buy|get>|how many {glued} do you get for {m(have)}>"
    )
    slots = scene(
        _things_in_hundredths(rng, m, thing, price),
        ask,
        f"<the number of {thing.many} for {m(have)}|how many {thing.many} {m(have)} buys>",
        f"every {thing.one} sets you back {said}, and the purse holds {m(have)}",
        f"for how many {thing.many} is there enough",
    )
    if rng.random() < 0.4:
        slots["told"] = phrase(f"{w.name} {w.has} {m(have)}. {_things_in_hundredths(rng, m, thing, price)}")
        slots["ask"] = phrase(f"<how many can {w.he} <buy|get|afford>|how many {thing.many} is that>")
        slots["want"] = phrase(f"the number of {thing.many}")
        slots.pop("clause", None)
    slots["direct"] = phrase(direct)
    return Instance(
        slots,
        steps(
            f"We turn the {m.unit} into {m.hundredths} and divide.",
            f"money = {have}*100\nprice = {price}\nmoney//price",
            answer(rng, "That is enough for", thing.many),
        ),
    )


@task("money", "total_of_hundredths", SHAPES, HELD_SHAPES, weight=1.2, constants=(100,))
def total_of_hundredths(rng: Random) -> Instance:
    """So many at 45p each: what they cost in pounds, or the change from a note."""
    m, thing, w = money(rng), rng.choice(CHEAP), who(rng)
    price, n = rng.randint(3, 19) * 5, rng.randint(3, 12)
    count = spelled(rng, n)
    said = m.small(price)
    told = rng.choice(
        (
            f"{w.name} <bought|got|ordered> {count} {thing.many} at {said} each",
            f"{w.name} <bought|got> {count} {thing.many} for {said} each",
            f"{count} {thing.many} <at|for> {said} each",
            f"{thing.many} are {said} each and {w.name} <took|bought> {count}",
            f"one {thing.one} costs {said}. {w.name} <bought|got> {count}",
        )
    )
    kept = f"each of the {count} {thing.many} in the basket is marked {said}"
    if rng.random() < 0.5:
        return Instance(
            scene(
                told,
                f"<how much in {m.unit}|how many {m.unit} is that|how much is that in {m.unit}|what is the total in "
                f"{m.unit}|how much {w.does} {w.he} pay in {m.unit}>",
                f"<the total in {m.unit}|the cost in {m.unit}>",
                kept,
                f"what do the {m.unit} come to at the till",
            ),
            steps(
                f"We multiply and turn the {m.hundredths} into {m.unit}.",
                f"number = {n}\nprice = {price}\ntotal = number*price/100\nf'{{total:.2f}}'",
                answer(rng, "The total is", m.unit),
            ),
        )
    note = next(note for note in (5, 10, 20) if note * 100 > n * price)
    return Instance(
        scene(
            f"{told}. {w.he} <paid with|gave|handed over|paid using> <{m(note)}|a {m(note).replace('s', '')} note>",
            f"<how much change|how much change {w.does} {w.he} get|what change {w.does} {w.he} get [back]|how much "
            f"{w.does} {w.he} get back|what's the change>",
            f"<the change|the change {w.he} gets>" if w.s else "<the change|my change>",
            f"{kept}, and {m(note)} lies on the counter",
            "what comes back over the counter",
        ),
        steps(
            f"We subtract the cost in {m.unit} from the money.",
            f"paid = {note}\nnumber = {n}\nprice = {price}\nchange = paid - number*price/100\nf'{{change:.2f}}'",
            answer(rng, "The change is", m.unit),
        ),
    )


_KINDS_OF_GUESTS = (
    ("adults", "kids"), ("adults", "children"), ("grown ups", "kids"), ("parents", "children"), ("adults", "students"),
    ("teachers", "pupils"), ("adults", "teens"), ("men", "boys"), ("adults", "seniors"), ("members", "guests"),
)  # fmt: skip
_ENTRY = (
    "tickets", "tickets for the zoo", "cinema tickets", "movie tickets", "train tickets", "bus tickets", "entry",
    "museum tickets", "the pool", "admission", "the fair", "concert tickets", "ski passes", "meals", "rides",
)  # fmt: skip


@task("money", "tickets_of_two_kinds", SHAPES, HELD_SHAPES, weight=1.5)
def tickets_of_two_kinds(rng: Random) -> Instance:
    m = money(rng)
    big, small = rng.choice(_KINDS_OF_GUESTS)
    entry = rng.choice(_ENTRY)
    s = "" if entry.endswith("s") else "s"
    low = rng.randint(2, 12)
    p, q = m(low + rng.randint(1, 12)), m(low)
    high = int("".join(sign for sign in p if sign.isdigit()))
    a, b = rng.randint(2, 6), rng.randint(2, 9)
    one_big, one_small = big[:-1], {"children": "child", "men": "man"}.get(small, small[:-1])
    one_big = {"me": "man"}.get(one_big, one_big)
    na, nb = spelled(rng, a, 0.15), spelled(rng, b, 0.15)
    told = (
        f"<{entry} cost{s} {p} for {big} and {q} for {small}|{big} pay {p} and {small} <pay |>{q}|{entry}: {big} "
        f"{p}, {small} {q}|it is {p} for {big} and {q} for {small}|it costs {p} per {one_big} and {q} per {one_small}"
        f"|{entry} {'is' if s else 'are'} {p} for {big} but only {q} for {small}>"
    )
    group = f"{na} {big} and {nb} {small}"
    return Instance(
        scene(
            told,
            f"<how much for {group}|how much do {group} pay|what do {group} pay|how much is it for {group}|what is "
            f"the total for {group}|{group} go, how much is that|how much will {group} cost>",
            f"the <cost|price|total> for {group}",
            f"at the gate every one of the {big} leaves {p} and every one of the {small} {q}; {na} and {nb} of them "
            "walk through",
            "how much money is collected",
        ),
        steps(
            "We multiply each price by its number and add.",
            f"first = {a}*{high}\nsecond = {b}*{low}\nfirst + second",
            answer(rng, "The total is", m.unit),
        ),
    )


_COINS = (
    ((("quarter", "quarters", 25), ("dime", "dimes", 10), ("nickel", "nickels", 5),
    ("penny", "pennies", 1)), "dollars"),
    (
        (("50p coin", "50p coins", 50), ("20p coin", "20p coins", 20), ("10p coin", "10p coins", 10),
         ("5p coin", "5p coins", 5)),
        "pounds",
    ),
    (
        (("50 cent coin", "50 cent coins", 50), ("20 cent coin", "20 cent coins", 20),
         ("10 cent coin", "10 cent coins", 10)),
        "euros",
    ),
)  # fmt: skip


@task("money", "coins_worth", SHAPES, HELD_SHAPES, weight=1.5, constants=(25, 10, 5, 1, 100))
def coins_worth(rng: Random) -> Instance:
    coins, unit = rng.choice((_COINS[0], _COINS[0], *_COINS))
    drawn = rng.sample(coins, rng.choice((2, 3, 3)))
    chosen = [coin for coin in coins if coin in drawn]
    w = who(rng, 0.5)
    counts = [rng.randint(2, 12) for _ in chosen]
    said = [f"{spelled(rng, n, 0.15)} {coin[1]}" for n, coin in zip(counts, chosen, strict=True)]
    listed = ", ".join(said[:-1]) + " and " + said[-1]
    place = rng.choice(("a jar", "a purse", "the piggy bank", "my pocket", "a wallet", "a money box"))
    body = " + ".join(f"{n}*{coin[2]}" for n, coin in zip(counts, chosen, strict=True))
    return Instance(
        scene(
            f"<{w.name} {w.has} {listed}|{w.name} found {listed}|there are {listed} in {place}|{place} holds {listed}"
            f"|{w.name} counted {listed}|{w.name} got {listed}>",
            f"<how much money is that|how much is that|how much money {w.does} {w.he} have|how much is it "
            f"worth|what is "
            f"the total value|how many {unit} is that|what are they worth [altogether]|how much in {unit}|whats the "
            "total>",
            f"<the total value|the value of the coins|the value in {unit}|the amount of money>",
            f"out of {place} fall {listed}",
            f"what sum in {unit} lies on the floor",
        ),
        steps(
            "We add what the coins are worth and divide by 100.",
            f"total = {body}\nf'{{total/100:.2f}}'",
            answer(rng, "It is", unit),
        ),
    )


_REGULAR = (("week", "weeks"), ("week", "weeks"), ("month", "months"), ("day", "days"))


@task("money", "time_to_save", SHAPES, HELD_SHAPES, weight=1.5)
def time_to_save(rng: Random) -> Instance:
    """Nothing saved yet: how long until there is enough; or how much after so many weeks."""
    m, w, thing = money(rng), who(rng), rng.choice(VALUABLES)
    one, many = rng.choice(_REGULAR)
    saved = rng.randint(2, 30)
    n = rng.randint(4, 24)
    goal = saved * n - (rng.randint(0, saved - 1) if rng.random() < 0.4 else 0)
    a = with_article(thing.one)
    earns = rng.choice((f"save{w.s}", f"save{w.s}", f"put{w.s} aside", f"earn{w.s}", f"save{w.s} up", f"get{w.s}"))
    keeps = f"{w.name} {earns} {m(saved)} <a|each|every|per> {one}"
    if rng.random() < 0.65:
        return Instance(
            scene(
                f"<{keeps}|{keeps}. {w.he} want{w.s} <{a} for {m(goal)}|to buy {a} that costs {m(goal)}>|{a} costs "
                f"{m(goal)}. {keeps}>",
                f"<how many {many} <until|till|before> {w.he} {w.has} <enough for|the money for> {a} "
                f"<costing|that costs"
                f"|for> {m(goal)}|how long until {w.he} can buy a {m(goal)} {thing.one}|how many {many} to get "
                f"{m(goal)}"
                f"|how many {many} {w.does} {w.he} need for a {m(goal)} {thing.one}|how many {many} to save {m(goal)}>",
                f"the number of {many} <to save|needed for> {m(goal)}",
                f"{m(saved)} goes into the money box every {one}, and {a} sells at {m(goal)}",
                f"after how many {many} is the dream paid for",
                clause=keeps,
            ),
            steps(
                "We divide the goal by the amount and round up.",
                f"from math import ceil\ngoal = {goal}\nsaved = {saved}\nceil(goal/saved)",
                answer(rng, "It takes", many),
            ),
        )
    count = spelled(rng, n, 0.15)
    return Instance(
        scene(
            keeps,
            f"<how much after {count} {many}|how much {w.does} {w.he} have after {count} {many}|how much will {w.he} "
            f"have in {count} {many}|how much is that in {count} {many}|what {w.does} {w.he} have after {count} "
            f"{many}>",
            f"the <money|amount|savings> after {count} {many}",
            f"{m(saved)} goes into the money box every {one} and {count} {many} go by",
            "how full is the money box then",
        ),
        steps(
            f"We multiply the amount by the number of {many}.",
            f"saved = {saved}\nnumber = {n}\nsaved*number",
            answer(rng, "It is", m.unit),
        ),
    )


_JOINED = (
    "a gym", "a club", "a swimming club", "a book club", "an internet provider", "a phone company", "a tennis club",
    "a music school", "a dance studio", "a chess club", "a fitness studio", "a streaming service", "a golf club",
)  # fmt: skip


@task("money", "joining_fee_and_months", SHAPES, HELD_SHAPES, weight=1.2, constants=(12, 52))
def joining_fee_and_months(rng: Random) -> Instance:
    m, club = money(rng), rng.choice(_JOINED)
    fee, rate = rng.randint(2, 20) * 5, rng.randint(4, 60)
    one, many, year = rng.choice((("month", "months", 12), ("month", "months", 12), ("week", "weeks", 52)))
    if rng.random() < 0.55:
        period, n = rng.choice(("a year", "one year", "1 year", "a whole year", "the first year")), year
    else:
        n = rng.randint(3, 11)
        period = f"{spelled(rng, n)} {many}"
    return Instance(
        scene(
            f"<{club} charges {m(fee)} to join and {m(rate)} <a|per|each|every> {one}|{club} costs {m(fee)} to "
            f"join plus "
            f"{m(rate)} <a|per> {one}|joining {club} is {m(fee)}, then {m(rate)} <a|per> {one}|{club} takes "
            f"{m(fee)} as a "
            f"sign up fee and {m(rate)} every {one}|it costs {m(fee)} to <join|sign up> and {m(rate)} each "
            f"{one}|{club} "
            f"has a joining fee of {m(fee)} and then you pay {m(rate)} a {one}>",
            f"<what is the total cost for {period}|how much for {period}|how much does {period} cost|how much "
            f"do you pay "
            f"for {period}|what will {period} cost|how much is it for {period}|what do i pay in {period}>",
            f"the <total cost|price|cost> <for|of> {period}",
            f"once {m(fee)} to get in, afterwards {m(rate)} with every {one} that goes by, says {club}",
            f"what has a member spent by the end of {period}",
        ),
        steps(
            "The total is the fee plus all the payments.",
            f"fee = {fee}\npayment = {rate}\nfee + payment*{n}",
            answer(rng, "It costs", m.unit),
        ),
    )


_SOLD = (
    ("lemonade", "cup", "cups", "lemons"), ("lemonade", "glass", "glasses", "sugar"),
    ("cookies", "bag", "bags", "flour"),
    ("soup", "bowl", "bowls", "vegetables"), ("popcorn", "box", "boxes", "corn"),
    ("juice", "glass", "glasses", "oranges"),
    ("ice cream", "cone", "cones", "milk"), ("flowers", "bunch", "bunches", "seeds"), ("jam", "jar", "jars", "fruit"),
    ("honey", "jar", "jars", "jars and labels"), ("cake", "slice", "slices", "ingredients"),
    ("tea", "cup", "cups", "milk"),
)  # fmt: skip


@task("money", "profit_of_a_stall", SHAPES, HELD_SHAPES, weight=1.5, constants=(100,))
def profit_of_a_stall(rng: Random) -> Instance:
    m, w = money(rng), who(rng)
    stuff, one, many, bought = rng.choice(_SOLD)
    n = rng.randint(10, 60)
    if rng.random() < 0.5:
        price = rng.choice((25, 40, 50, 60, 75, 80, 90))
        said, value, words = m.small(price), f"{price}/100", f"We turn the {m.hundredths} into {m.unit}, multiply and"
        income = n * price // 100
    else:
        price = rng.randint(2, 6)
        said, value, words, income = m(price), str(price), "We multiply the price by the number and", n * price
    spent = rng.randint(1, max(2, income - 1))
    shown = "f'{profit:.2f}'" if "/" in value else "profit"
    return Instance(
        scene(
            f"<{w.name} sold {stuff} for {said} a {one}. {w.he} sold {n} {many} and <spent|paid> {m(spent)} <on|for> "
            f"{bought}|{w.name} sold {n} {many} of {stuff} at {said} each and spent {m(spent)} on "
            f"{bought}|{w.name} spent "
            f"{m(spent)} on {bought} and sold {n} {many} of {stuff} for {said} each|{bought} cost {w.name} {m(spent)}. "
            f"{w.he} sold {n} {many} of {stuff} at {said} a {one}>".replace("cost i ", "cost me "),
            f"<what profit did {w.he} make|what is the profit|how much profit|how much profit did {w.he} "
            f"make|how much did "
            f"{w.he} make [after costs]|how much money did {w.he} gain|whats {w.his} profit>",
            "<the profit|the gain>",
            f"with {stuff} at {said} a {one}, {n} {many} went, though {bought} had eaten up {m(spent)}",
            "what was earned in the end",
            clause=f"{w.name} sold {n} {many} of {stuff} at {said} each and spent {m(spent)} on {bought}",
        ),
        steps(
            f"{words} subtract the costs.",
            f"price = {value}\nnumber = {n}\ncosts = {spent}\nprofit = price*number - costs\n{shown}",
            answer(rng, "The profit is", m.unit),
        ),
    )


@task("percent", "percent_of_the_discount", SHAPES, HELD_SHAPES, weight=1.3, constants=(100,))
def percent_of_the_discount(rng: Random) -> Instance:
    m, w, thing = money(rng), who(rng), rng.choice(VALUABLES)
    share = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 12, 8))
    old = rng.randint(1, 30) * (20 if share % 5 == 0 else 25)
    while old * share % 100:
        old += 1
    new = old - old * share // 100
    a = with_article(thing.one)
    return Instance(
        scene(
            f"<{a} was {m(old)}, now <it is |its |>{m(new)}|{a} cost {m(old)} and now costs {m(new)}|the price of {a} "
            f"<fell|dropped|went down> from {m(old)} to {m(new)}|{a} is reduced from {m(old)} to "
            f"{m(new)}|{w.name} paid "
            f"{m(new)} for {a} that normally costs {m(old)}|{a} that was {m(old)} is on sale for {m(new)}|{thing.one} "
            f"{m(old)} before, {m(new)} in the sale>",
            "<what percent is the discount|what is the discount in percent|what percent off is that|how many "
            "percent off"
            "|what percentage discount is that|what percent was saved|by what percent was it reduced|what % off>",
            "the <discount in percent|percent discount|percentage off|percentage discount>",
            f"crossed out it says {m(old)}, below in red {m(new)}, on {a}",
            "which percentage did the shop take away",
        ),
        steps(
            "The discount is the old price less the new one, as a percent of the old.",
            f"old = {old}\nnew = {new}\nf'{{round((old - new)/old*100, 2):.10g}}'",
            answer(rng, "The discount is", "percent"),
        ),
    )


@task("money", "special_offers", SHAPES, HELD_SHAPES, weight=1.3, constants=(2,))
def special_offers(rng: Random) -> Instance:
    m, w = money(rng), who(rng, 0.5)
    thing = rng.choice(GOODS)
    price = rng.randint(max(2, thing.cheap), thing.dear)
    cost = f"<that cost {m(price)} [each]|at {m(price)} each|costing {m(price)}>"
    kind = rng.randrange(3)
    if kind == 0:
        count, words = 2, "The second one costs half of the price."
        offer = "<buy one get one half price|buy one, get the second [one] half price|second one half price>"
        kept_offer, value = "whoever takes one pays only half for another", "price + price/2"
    elif kind == 1:
        free = rng.choice((2, 3, 4))
        count = 2 * rng.randint(1, 5) if free == 2 else free * rng.randint(1, 4)
        if free == 2:
            offer = "<buy one get one free|buy 1 get 1 free|2 for 1>"
            words, value = "Only every second one is paid.", f"price*({count} - {count}//2)"
            kept_offer = "with two of them, one is a gift"
        else:
            pay = free - 1
            offer = f"<{free} for {pay}|{free} for the price of {pay}|buy {pay} get 1 free>"
            if free == 3:
                offer = "<3 for 2|3 for the price of 2|three for two|3 for 2 offer>"
            if free == 4:
                offer = "<4 for 3|4 for the price of 3|four for three>"
            words, value = f"Of each {free} only {pay} are paid.", f"price*({count}//{free}*{pay})"
            kept_offer = f"only {pay} out of every {free} have to be paid"
    else:
        pack, deal = rng.randint(2, 6), price
        packs = rng.randint(2, 6)
        count = pack * packs
        told = (
            f"<{thing.many} are {pack} for {m(deal)}|{pack} {thing.many} for {m(deal)}|a shop sells "
            f"{thing.many} at {pack} "
            f"for {m(deal)}|{thing.many} come at {pack} for {m(deal)}>"
        )
        return Instance(
            scene(
                told,
                f"<how much for {count} [{thing.many}]|how much do {count} {thing.many} cost|what do {count} "
                f"cost|how much "
                f"would {count} be|how much is it if {w.name} buy{w.s} {count}>",
                f"the <price|cost> of {count} [{thing.many}]",
                f"for every {pack} {thing.many} the cashier asks {m(deal)}",
                f"what must be paid with {count} of them in the basket",
            ),
            steps(
                "We count the sets and multiply by their price.",
                f"price = {deal}\nsets = {count}//{pack}\nprice*sets",
                answer(rng, "They cost", m.unit),
            ),
        )
    n = spelled(rng, count, 0.15)
    shown = "f'{total:.2f}'" if kind == 0 else "total"
    return Instance(
        scene(
            f"<{offer} on {thing.many} {cost}|{thing.many} cost {m(price)} [each] and the offer is "
            f"{offer}|{thing.many}: "
            f"{offer}, normally {m(price)} each|a shop has {offer} on {m(price)} {thing.many}|{thing.many} are "
            f"{m(price)}. "
            f"the sign says {offer}>",
            f"<how much for {n}|how much do {n} cost|what do i pay for {n}|how much is it for {n} "
            f"[{thing.many}]|how much "
            f"{w.does} {w.name} pay for {n}|what do {n} {thing.many} cost>",
            f"the <price|cost|total> <of|for> {n} [{thing.many}]",
            f"{thing.many} carry a price of {m(price)}, but {kept_offer}",
            f"what must be paid with {n} in the basket",
            clause=f"{thing.many} cost {m(price)} [each] and the offer is {offer}",
        ),
        steps(words, f"price = {price}\ntotal = {value}\n{shown}", answer(rng, "The total is", m.unit)),
    )


_MEALS = (
    "dinner", "lunch", "breakfast", "the bill", "the meal", "the restaurant bill", "the check", "a pizza night",
    "brunch", "the taxi ride", "a haircut", "the food", "our dinner", "my lunch", "a family meal",
)  # fmt: skip


@task("percent", "tips", SHAPES, HELD_SHAPES, weight=1.6, constants=(100,))
def tips(rng: Random) -> Instance:
    """The tip, the total with the tip, or what each of several people pays."""
    m, w, meal = money(rng), who(rng, 0.4), rng.choice(_MEALS)
    bill = amount(rng, 8, 160, 0.25)
    tip = rng.choice((5, 8, 10, 10, 12, 15, 15, 18, 20, 20, 25))
    b, p = m(bill), f"{tip}<{{pct}}>"
    they = rng.choice((w.name, "we", "they", "my parents", "the family", "the group"))
    one = they == w.name and w.s
    wants = "wants" if one or they.startswith("the ") else "want"
    leaves = f"{wants} to <leave|give|add|pay> a {p} tip".replace("a 8", "an 8").replace("a 18", "an 18")
    leaves = f"{leaves}" if rng.random() < 0.7 else f"<left|added|gave> a {p} tip".replace("a 8", "an 8")
    kind = rng.randrange(3)
    comes = rng.choice(("was", "came to", "cost", "is", "comes to", "costs"))
    told = f"<{meal} {comes} {b} and {they} {leaves}|{meal} {comes} {b}. {they} {leaves}>"
    kept = f"the waiter writes {b} on the slip and hopes for {tip} percent on top"
    lines = f"bill = {bill}\ntip = bill*{tip}/100\n"
    if kind == 0:
        return Instance(
            scene(
                told,
                f"<how much is the tip|what is the tip|how much tip is that|how much tip should {they} leave|whats the "
                "tip|how much do you tip>",
                "<the tip|the amount of the tip>",
                kept,
                "what does the waiter get for himself",
                clause=f"{meal} {comes} {b} and {they} {leaves}",
            ),
            steps(f"We take {tip} percent of the bill.", lines + "f'{tip:.2f}'", answer(rng, "The tip is", m.unit)),
        )
    if kind == 1:
        return Instance(
            scene(
                told,
                "<what is the total|how much is it with the tip|how much altogether|what is the total with the tip|how "
                "much to pay in total|what do we pay in all|total including tip>",
                "<the total|the total with the tip|the full amount>",
                kept,
                "which sum leaves the purse if he gets it",
                clause=f"{meal} {comes} {b} and {they} {leaves}",
            ),
            steps(
                "We add the tip to the bill.",
                lines + "total = bill + tip\nf'{total:.2f}'",
                answer(rng, "The total is", m.unit),
            ),
        )
    n = rng.randint(2, 8)
    count = spelled(rng, n)
    group = rng.choice(("friends", "people", "students", "colleagues", "girls", "cousins", "brothers"))
    return Instance(
        scene(
            f"<{count} {group} <had|shared|paid for> a meal for {b} and <added|left> {tip}{{pct}} tip|{count} "
            f"{group} split "
            f"a {b} bill plus {tip}{{pct}} tip [evenly|equally]|the bill for {count} {group} is {b} and they "
            f"add a tip of "
            f"{tip}{{pct}}|{count} {group} have a bill of {b} and tip {tip}{{pct}}. they <share|split> it "
            f"<evenly|equally>>",
            "<how much does each [one] pay|how much does each person pay|what does each pay|how much per "
            "person|how much "
            "each|what is each share>",
            "<the amount per person|each share|what each one pays>",
            f"{kept}; {count} {group} put in the same",
            "how much comes from every purse",
            clause=f"{count} {group} split a {b} bill plus {tip}{{pct}} tip [evenly|equally]",
        ),
        steps(
            "We add the tip and divide by the number of people.",
            lines + f"total = bill + tip\neach = total/{n}\nf'{{each:.2f}}'",
            answer(rng, "Each pays", m.unit),
        ),
    )


@task("percent", "tax_on_a_price", SHAPES, HELD_SHAPES, weight=1.4, constants=(100,))
def tax_on_a_price(rng: Random) -> Instance:
    """The tax alone, the price with tax, or the change after paying with tax."""
    m, w = money(rng), who(rng, 0.5)
    thing = rng.choice(VALUABLES + GOODS)
    price = rng.randint(max(4, thing.cheap), max(8, thing.dear))
    rate = rng.choice((4, 5, 6, 7, 8, 9, 10, 12, 15, 19, 20, 20, 25))
    tax = rng.choice(("tax", "tax", "sales tax", "VAT", "VAT", "GST"))
    a, b = with_article(thing.one), m(price)
    lines = f"price = {price}\ntax = price*{rate}/100\n"
    kept = f"without {tax} the label on {a} reads {b}, and the state takes {rate} percent"
    kind = rng.randrange(3)
    if kind == 0:
        return Instance(
            scene(
                f"<{a} <is|costs> {b} before {tax}|{a} costs {b} without {tax}|the price of {a} before {tax} is "
                f"{b}|{a} is "
                f"{b} plus {tax}>",
                f"<how much is the {tax} <at|if it is> {rate}{{pct}}|what is the {tax} at {rate}{{pct}}|how "
                f"much {tax} is "
                f"that at {rate}{{pct}}|{tax} is {rate}{{pct}}. how much is the {tax}|how much {tax} do you pay at "
                f"{rate}{{pct}}>",
                f"the {tax} at {rate}{{pct}}",
                kept,
                "what goes to the state",
            ),
            steps(
                f"The {tax} is {rate} percent of the price.",
                lines + "f'{tax:.2f}'",
                answer(rng, f"The {tax} is", m.unit),
            ),
        )
    told = (
        f"<{a} is {b}, {tax} is {rate}{{pct}}|{a} costs {b} plus {rate}{{pct}} {tax}|{w.name} <bought|got> {a} "
        f"for {b} plus "
        f"{rate}{{pct}} {tax}|{a} costs {b} and the {tax} is {rate}{{pct}}|{thing.one} {b}, {rate}{{pct}} {tax} "
        f"is added>"
    )
    if kind == 1:
        return Instance(
            scene(
                told,
                f"<how much in total|what is the total|how much is it with {tax}|how much to pay "
                f"altogether|what does it "
                f"cost with {tax}|what is the final price|how much {w.does} {w.he} pay>",
                f"<the total|the price with {tax}|the final price>",
                kept,
                "what will the till say",
            ),
            steps(
                f"We add the {tax} to the price.",
                lines + "total = price + tax\nf'{total:.2f}'",
                answer(rng, "The total is", m.unit),
            ),
        )
    paid = next(note for note in (10, 20, 30, 50, 60, 80, 100, 200, 500, 1000, 2000, 5000) if note > price * 1.26)
    return Instance(
        scene(
            f"{told}. {w.name} <pay{w.s} with|hand{w.s} over|give{w.s} the cashier|paid with|gave> {m(paid)}",
            f"<how much change|how much change {w.does} {w.he} get|what is the change|how much {w.does} {w.he} get back"
            "|whats the change|what comes back>",
            "<the change|the change due>",
            f"{kept}. {m(paid)} is put down",
            "what slides back over the counter",
        ),
        steps(
            f"We add the {tax} and subtract the total from the money paid.",
            lines + f"change = {paid} - (price + tax)\nf'{{change:.2f}}'",
            answer(rng, "The change is", m.unit),
        ),
    )


_LASTING = (
    "the film", "film", "the movie", "a movie", "the match", "the concert", "the show", "a lesson", "the play",
    "football",
    "the party", "training", "the meeting", "the game", "swimming", "my piano lesson", "the exam", "the class",
    "a quiz",
    "choir practice", "the flight", "the bus ride", "dinner", "the train ride", "a test", "the race", "homework club",
)  # fmt: skip


def _clock(rng: Random, minutes: int) -> tuple[str, str, str]:
    """A time of day as typed, and how Python reads and shows it."""
    hour, minute = divmod(minutes % 1440, 60)
    if rng.random() < 0.55:
        half = "am" if hour < 12 else "pm"
        if rng.random() < 0.2:
            half = half.upper()
        return f"{(hour - 1) % 12 + 1}:{minute:02}{rng.choice((' ', ' ', ''))}{half}", "p", half
    return f"{hour}:{minute:02}" if rng.random() < 0.7 else f"{hour:02}:{minute:02}", "h", ""


def _moved(said: str, form: str, change: str) -> str:
    """Code that moves a typed time."""
    if form == "p":
        read = "%I:%M %p" if " " in said else "%I:%M%p"
        return (
            f"from datetime import datetime, timedelta\nstart = datetime.strptime('{said}', '{read}')\n"
            f"(start {change}).strftime('%I:%M %p').lstrip('0')"
        )
    return (
        f"from datetime import datetime, timedelta\nstart = datetime.strptime('{said}', '%H:%M')\n"
        f"(start {change}).strftime('%H:%M')"
    )


def _length(rng: Random) -> tuple[str, str, int]:
    """A duration in words, as timedelta's arguments, and in minutes."""
    draw = rng.random()
    if draw < 0.55:
        h, mins = (
            rng.choice((1, 1, 1, 2, 2, 3)),
            rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, rng.randint(1, 59))),
        )
        hours = rng.choice(("hour", "hour", "hr", "h")) if h == 1 else rng.choice(("hours", "hours", "hrs", "h"))
        words = f"{h} {hours} {rng.choice(('', '', 'and '))}{mins} {rng.choice(('minutes', 'minutes', 'mins', 'min'))}"
        return words, f"hours={h}, minutes={mins}", 60 * h + mins
    if draw < 0.65:
        h = rng.randint(2, 5)
        return f"{spelled(rng, h)} hours", f"hours={h}", 60 * h
    mins = rng.randint(2, 24) * 5 if rng.random() < 0.7 else rng.randint(6, 95)
    return f"{mins} {rng.choice(('minutes', 'minutes', 'mins', 'min'))}", f"minutes={mins}", mins


def _clock_steps(rng: Random, said: str, form: str, change: str) -> tuple[Step, ...]:
    return steps("datetime moves the time.", _moved(said, form, change), answer(rng, "The time is"))


@task("time", "end_of_something", SHAPES, HELD_SHAPES, weight=1.8, constants=(0,))
def end_of_something(rng: Random) -> Instance:
    what, w = rng.choice(_LASTING), who(rng, 0.4)
    words, delta, _ = _length(rng)
    said, form, _ = _clock(rng, rng.randint(6 * 12, 20 * 12) * 5 if rng.random() < 0.8 else rng.randint(360, 1200))
    kind = rng.randrange(3)
    if kind == 0:
        told = (
            f"<{what} <starts|begins|started|kicks off> <at |>{said} and <lasts|takes|goes on for|runs "
            f"for|lasted> {words}"
            f"|{what} <starts|begins> <at |>{said}. it <lasts|takes|is> {words}|{what} is {words} long and "
            f"<starts|begins> at {said}|{what} lasts {words}, starting at {said}>"
        )
        ask = (
            "<what time does it <end|finish|stop>|when does it <end|finish>|when is it over|what time is it "
            "over|at what "
            "time does it end|when will it be finished|what time will it end>"
        )
        want, kept, query = (
            "the time it <ends|finishes>",
            f"from {said} on, {what} fills {words}",
            "at which hour is it done",
        )
    elif kind == 1:
        ride = rng.choice(("bus", "train", "plane", "ferry", "coach", "boat", "tram", "flight"))
        if rng.random() < 0.5:
            told = (
                f"<the {ride} <leaves|departs|goes> at {said} and <takes|needs> {words}|<a|the|my> {ride} left "
                f"at {said} and "
                f"took {words}|<my|the> {ride} leaves at {said}. the <trip|ride|journey> takes {words}|{ride} "
                f"at {said}, "
                f"{words} on the way>"
            )
            ask = "<what time does it <arrive|get there>|when does it <arrive|get there>|what time is the arrival>"
        else:
            told = (
                f"<{w.name} left home at {said} and <it took {words} to get there|the <way|trip|drive|walk> "
                f"took {words}>|"
                f"{w.name} set off at {said} and <walked|drove|cycled|travelled> [for] {words}|{w.name} got on "
                f"the {ride} at "
                f"{said}. the <trip|ride|journey> took {words}|the drive is {words} and {w.name} left at {said}>"
            )
            ask = (
                f"<when did {w.he} <get there|arrive>|what time did {w.he} <get there|arrive>|what time was it "
                f"when {w.he} "
                f"arrived|at what time did {w.he} arrive>"
            )
        want = "the <arrival time|time of arrival>"
        kept = f"doors shut at {said}, {words} on the way"
        query = "what does the clock at the goal show"
    else:
        told = (
            f"<{w.name} <put|puts> <a cake|a pie|the chicken|bread|the lasagne> in the oven at {said} for "
            f"{words}|{w.name} "
            f"fell asleep at {said} and slept {words}|{w.name} started "
            f"<reading|studying|painting|cooking|working> at {said}"
            f" and <finished|stopped> {words} later|it is {said} now and we have to wait {words}|{w.name} started "
            f"<homework|a game|practice> at {said} and needed {words}>"
        )
        ask = "<what time was that|what time is it then|when is that over|what time is it after that|when was it done>"
        want, kept, query = (
            "the time <afterwards|at the end>",
            f"the clock said {said}, and {words} went by",
            ("what does it say now"),
        )
    return Instance(scene(told, ask, want, kept, query), _clock_steps(rng, said, form, f"+ timedelta({delta})"))


@task("time", "start_before_something", SHAPES, HELD_SHAPES, weight=1.6, constants=(0,))
def start_before_something(rng: Random) -> Instance:
    what, w = rng.choice(_LASTING), who(rng, 0.5)
    words, delta, _ = _length(rng)
    said, form, _ = _clock(rng, rng.randint(7 * 12, 22 * 12) * 5 if rng.random() < 0.8 else rng.randint(420, 1300))
    place = rng.choice(
        ("school", "work", "the station", "the airport", "the stadium", "the dentist", "practice", "camp")
    )
    if rng.random() < 0.6:
        get = rng.choice(("walk", "drive", "get there", "cycle", "travel", "get to " + place))
        told = (
            f"<{what} starts <at |>{said} and it takes {w.him} {words} to {get}|{w.name} must be at {place} at "
            f"{said} and "
            f"<the way takes|it takes> {words}|{w.name} {w.has} to be at {place} by {said}. the <walk|drive|trip|ride> "
            f"<takes|is> {words}|{place} starts at {said}, {words} to {get}|it takes {words} to {get} and "
            f"{what} begins "
            f"at {said}>"
        )
        ask = (
            f"<when should {w.he} leave|what time must {w.he} leave [home]|what time {w.does} {w.he} "
            f"<need|have> to leave|"
            f"when must {w.he} set off|when {w.does} {w.he} have to go|what time should {w.he} leave home to be "
            f"there on "
            f"time|latest time to leave>"
        )
        want, kept, query = (
            "the <latest time to leave|time to leave|leaving time>",
            (f"the gate closes at {said}, and there are {words} on the road"),
            "at which time does one walk out of the door",
        )
    else:
        told = (
            f"<{what} <ended|finished|ends|was over|stops> at {said} and <lasted|took|lasts> {words}|{what} "
            f"lasted {words} "
            f"and <ended|finished> at {said}|{w.name} arrived at {said} after <a trip of|travelling for> "
            f"{words}|{w.name} "
            f"woke up at {said} after sleeping {words}|{w.name} finished at {said} after {words} of work>"
        )
        ask = "<what time did it start|when did it <start|begin>|at what time did it begin|what was the start time>"
        want, kept, query = (
            "the <start time|start|time it began>",
            f"it was {said} when {words} lay behind us",
            ("what did the clock show at first"),
        )
    return Instance(scene(told, ask, want, kept, query), _clock_steps(rng, said, form, f"- timedelta({delta})"))


@task("time", "late_or_early", SHAPES, HELD_SHAPES, weight=1.3, constants=(0,))
def late_or_early(rng: Random) -> Instance:
    thing = rng.choice(
        ("bus", "train", "plane", "flight", "tram", "coach", "ferry", "taxi", "parcel", "school bus", "lift")
    )
    whose = rng.choice(("my", "the", "our", "a", "her", "his", "the last", "the first"))
    said, form, _ = _clock(rng, rng.randint(330, 1350))
    mins = rng.randint(2, 58)
    late = rng.random() < 0.65
    word = rng.choice(("late", "late", "behind schedule", "too late")) if late else rng.choice(("early", "too early"))
    length = f"{mins} {rng.choice(('minutes', 'minutes', 'mins', 'min'))}"
    delay = (
        f"|{whose} {thing} was due at {said} and had a delay of {length}|{whose} {thing} due at {said} is "
        f"delayed by {length}"
        if late
        else ""
    )
    sign = "+" if late else "-"
    return Instance(
        scene(
            f"<{whose} {thing} was <due|supposed to come|expected|scheduled> <at |>{said} but "
            f"<came|arrived|was> {length} "
            f"{word}|{whose} {thing} should <come|arrive|be here> at {said} but <is|comes> {length} "
            f"{word}|{whose} {thing} "
            f"{said}, {length} {word}{delay}>",
            "<when did it <come|arrive>|what time did it <come|arrive>|when does it arrive|at what time did it "
            "get there|"
            "what time was that|what was the actual time>",
            "the <real|actual> <time|arrival time>",
            f"the board says {said} for {whose} {thing}, in truth it rolled in {length} "
            f"{'after' if late else 'before'} that",
            "what did the clock show when it was there",
        ),
        _clock_steps(rng, said, form, f"{sign} timedelta(minutes={mins})"),
    )


@task("time", "nth_departure", SHAPES, HELD_SHAPES, weight=1.3, constants=(0, 1))
def nth_departure(rng: Random) -> Instance:
    one, many = rng.choice(
        (("bus", "buses"), ("train", "trains"), ("tram", "trams"), ("ferry", "ferries"), ("tour", "tours"),
        ("show", "shows"),
         ("bell", "bells"), ("shuttle", "shuttles"), ("boat", "boats"), ("lesson", "lessons"))
    )  # fmt: skip
    every = rng.choice((5, 6, 8, 10, 12, 15, 18, 20, 25, 30, 40, rng.randint(4, 45)))
    said, form, _ = _clock(rng, rng.randint(5 * 12, 14 * 12) * 5)
    n = rng.randint(3, 9)
    rank = ORDINALS[n] if rng.random() < 0.6 else nth(n)
    mins = rng.choice(("minutes", "minutes", "mins", "min"))
    return Instance(
        scene(
            f"<{many} <come|leave|go|run|start> every {every} {mins}. the first [one|{one}] "
            f"<is|leaves|comes|starts> at {said}"
            f"|the first {one} <is|leaves|starts> at {said} and then one <comes |leaves |goes "
            f"|>every {every} "
            f"{mins}|there is a {one} every {every} {mins} <starting at|from> {said}|{many} run every {every} "
            f"{mins}, first "
            f"one {said}>",
            f"<what time is the {rank} [one|{one}]|when <does|will> the {rank} [{one}] "
            f"<come|leave|go|start>|when is the "
            f"{rank} {one}|at what time is the {rank} [{one}]|what time does the {rank} one leave>",
            f"the time of the {rank} {one}",
            f"day begins with a {one} at {said} and the gap to each following one is {every} {mins}",
            f"number {NUMBER_WORDS[n] if rng.random() < 0.5 else n} shows up at which hour",
            clause=f"there is a {one} every {every} {mins} <starting at|from> {said}",
        ),
        steps(
            f"The {rank} comes after {n} - 1 gaps.",
            _moved(said, form, f"+ timedelta(minutes={every}*({n} - 1))"),
            answer(rng, "The time is"),
        ),
    )


_PRACTISED = (
    ("practises piano", "practised piano"), ("reads", "read"), ("runs", "ran"), ("studies", "studied"),
    ("walks the dog", "walked the dog"), ("plays guitar", "played guitar"), ("does homework", "did homework"),
    ("swims", "swam"), ("trains", "trained"), ("plays games", "played games"), ("watches tv", "watched tv"),
    ("cycles to work", "cycled to work"), ("practices violin", "practiced violin"), ("exercises", "exercised"),
)  # fmt: skip


@task("time", "daily_minutes_in_hours", SHAPES, HELD_SHAPES, weight=1.4, constants=(60, 7))
def daily_minutes_in_hours(rng: Random) -> Instance:
    w = who(rng)
    does, did = rng.choice(_PRACTISED)
    minutes = rng.randint(2, 20) * 5
    mins = rng.choice(("minutes", "minutes", "mins", "min"))
    if rng.random() < 0.3:
        days, span, value = 7, rng.choice(("a week", "one week", "every day for a week", "a whole week")), 7
    else:
        days = rng.randint(3, 14)
        span, value = f"{spelled(rng, days, 0.15)} days", days
    per = rng.choice(("every day", "each day", "a day", "per day", "daily"))
    kept = f"over {span} the diary shows {minutes} {mins} of it on each date, as {w.name} {did}"
    told = (
        f"<{w.name} {did} for {minutes} {mins} {per} for {span}|{w.name} {did} {minutes} {mins} {per} for "
        f"{span}|for {span} "
        f"{w.name} {did} {minutes} {mins} {per}>"
    ).replace("for every day for", "for")
    if w.s and rng.random() < 0.4:
        told = f"{w.name} {does} {minutes} {mins} {per}, for {span}".replace(", for every day for", " for")
    total = f"minutes = {minutes}*{value}\n"
    if minutes * days % 15 or (rng.random() < 0.6 and minutes * days % 60):
        return Instance(
            scene(
                told,
                "<how many hours and minutes is that|how long is that in hours and minutes|how much time is "
                "that in hours and "
                "minutes|what is that in hours and minutes>",
                "the total in hours and minutes",
                kept,
                "what do the entries add up to in hours and minutes",
            ),
            steps(
                "We multiply and split the minutes into hours and minutes.",
                total + "hours, minutes = divmod(minutes, 60)\nf'{hours} hours {minutes} minutes'",
                answer(rng, "It is"),
            ),
        )
    return Instance(
        scene(
            told,
            "<how many hours is that|how many hours in total|how long is that in hours|how many hours altogether>",
            "the <number of hours|total in hours>",
            kept,
            "what do the entries add up to in hours",
        ),
        steps(
            "We multiply and divide by 60.",
            total + "f'{minutes/60:.10g}'",
            answer(rng, "It is", "hours"),
        ),
    )


_BLOCKS = (
    ("lessons", "break"), ("lessons", "lunch break"), ("classes", "break"), ("sessions", "rest"), ("videos", "pause"),
    ("laps", "rest"), ("rounds", "break"), ("episodes", "snack break"), ("quarters", "half time"), ("halves", "break"),
    ("exercises", "warm up"), ("meetings", "coffee break"), ("shows", "interval"),
)  # fmt: skip


@task("time", "blocks_and_a_break", SHAPES, HELD_SHAPES, weight=1.2)
def blocks_and_a_break(rng: Random) -> Instance:
    blocks, pause = rng.choice(_BLOCKS)
    n = 2 if blocks == "halves" else 4 if blocks == "quarters" else rng.randint(2, 8)
    long, rest = rng.randint(2, 18) * 5, rng.choice((5, 8, 10, 12, 15, 20, 25, 30, 40, 45))
    count = spelled(rng, n)
    mins = rng.choice(("minutes", "minutes", "mins", "min"))
    short = rng.choice(("min", "minute"))
    w = who(rng)
    return Instance(
        scene(
            f"<there are {count} {blocks} of {long} {mins} and a {rest} {short} {pause}|{w.name} {w.has} "
            f"{count} {blocks} of "
            f"{long} {mins} [each] and a {rest} {short} {pause}|{count} {blocks} take {long} {mins} each, plus "
            f"a {pause} of "
            f"{rest} {mins}|{count} {long} {short} {blocks} and one {pause} of {rest} {mins}|{w.name} had "
            f"{count} {blocks}, "
            f"each {long} {mins}, and a {pause} of {rest} {mins}>",
            "<how many minutes is that [in total|altogether]|how long is that in total|how many minutes in "
            "all|how long does "
            "it take altogether|what is the total time|how many minutes altogether>",
            "the total <time|time in minutes|number of minutes>",
            f"with a {pause} lasting {rest} {mins} somewhere among the {count} {blocks}, each of them {long} "
            f"{mins}, all is said",
            "how many minutes has the whole thing",
        ),
        steps(
            f"We multiply for the {blocks} and add the {pause}.",
            f"total = {n}*{long} + {rest}\ntotal",
            answer(rng, "It is", "minutes"),
        ),
    )
