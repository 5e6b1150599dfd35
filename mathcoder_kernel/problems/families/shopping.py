"""Money word problems: prices, numbers of things, totals, change, unit prices, savings."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
from mathcoder_kernel.problems.story import (
    GOODS,
    VALUABLES,
    Stage,
    boxed,
    cents_shown,
    chain,
    counted,
    currency,
    people,
    phrased,
    price,
    spelled,
    steps,
    with_article,
)


@task(
    "money",
    "total_price",
    (
        "<one|a single|1> {thing} costs {m}. {how_much} do {k_things} cost",
        "{a_thing} costs {m}. {how_much} <do|would> {k_things} cost [{in_all}]",
        "{k_things} cost {m} each. {find} the total <price|cost|>",
        "{name} buys {k_things} for {m} {each}. {how_much} does {he} pay [{in_all}]",
        "{name} {buys} {k_things}. each {thing} costs {m}. {how_much} does {he} <pay|spend> [{in_all}]",
        "how much <are|do you pay for|must i pay for|is the price of> {k_things} at {m} {each}",
        "{find} the <cost|total cost|price> of {k_things} at {m} {each}",
        "the price of {a_thing} is {m}. what do {k_things} cost [{in_all}]",
        "{things} cost {m} {each}. {name} wants {k}. {how_much} does {he} have to pay",
        "at {m} per {thing}, {how_much} do {k_things} cost",
        "if {a_thing} costs {m}, {how_much} do {k_things} cost",
        "if one {thing} is {m}, how much <are|is the price of> {k_things}",
        "{k_things} at {m} {each} [- total|, total price]",
        "a shop sells {things} <at|for> {m} {each}. {name} takes {k}. what is the total",
        "{name} needs {k_things}. {he} finds them for {m} {each}. how much money does {he} need",
        "what <is|will be> the bill for {k_things} if each one costs {m}",
        "i {bought} {k_things} <at|for> {m} {each}. {how_much} did i <pay|spend> [{in_all}]",
        "i want to buy {k_things} and one <costs|is> {m}. <how much|how much money> do i need",
        "my <mother|father|sister|teacher|friend|aunt> {bought} {k_things} for {m} {each}. what was the {total_cost}",
        "you are buying {k_things}. the {shop} charges {m} per {thing}. {find} the {total_cost}",
        "[{aside}]{name} {wants_to_buy} {k_things}, and {a_thing} {costs} {m}. {tell} how much {he} <will pay|has to "
        "pay|must pay|needs>",
        "{tell} <how much|what> {k_things} cost if the price is {m} {each}",
        "{tell} how much {name} pays for {k_things} at {m} {each}",
        "{name} paid {m} for each of the {k_things}. what was the {total_cost}",
        "{k_things} were bought at a price of {m} {each}. how much [money] was <spent|paid> [{in_all}]",
        "the unit price of {a_thing} is {m}. {get} the {total_cost} of {k_things}",
        "suppose {a_thing} {costs} {m}. how much <would you spend on|would you pay for|is the bill for> {k_things}",
        "{name} orders {k_things} <online|from a catalogue|by phone>. the price per {thing} is {m}. how much is the "
        "order [{in_all}]",
        "a <teacher|school|club|company|family> needs {k_things}. they {cost} {m} {each}. {find} the {total_cost}",
        "a single {thing} is <sold for|offered at> {m}. {somebody} takes {k}. how much must be paid",
        "price per {thing}: {m}, number of {things}: {k}, {total_cost}",
        "<cost|price|total> of {k_things} at {m} {each}",
        "when {things} are on sale for {m} {each}, what is the {total_cost} of {k_things}",
        "they sell {things} here <for|at> {m} {each}. if i take {k}, how much is that [{in_all}]",
        "it costs {m} to buy {a_thing}. how much does it cost to buy {k} [of them]",
        "{in_shop}, {name} {bought} {k_things}. one {thing} <was|cost> {m}. how much money did {he} spend",
        "{name} takes {k_things} to the checkout, where each one is scanned at {m}. what is the final <price|sum>",
        "to buy {k_things} at {m} {each}, how much money <is needed|do you need|does {name} need>",
        "given a price of {m} per {thing}, {get} the {total_cost} of {k_things}",
        "[{aside}]{somebody} buys {k_things} {in_shop}. the price of one {thing} is {m}. what is the {total_cost}",
        "the receipt shows {k_things} at {m} {each}. what is the total at the bottom",
        "what amount appears on the bill if {name} takes {k_things} priced {m} {each}",
        *told_frames(
            "<{k_things} {cost} {m} {each}|{name} takes {k_things} and each one is "
            "{m}|{name} gets {k_things} at {m} {each}|one {thing} is {m} and {name} needs "
            "{k}|somebody sells {k_things} at {m} {each}>",
            "<what is the {total_cost}|how much is that {in_all}|what do they cost "
            "{together}|how much money is needed>",
            "<what the {total_cost} is|how much money is needed|what has to be paid|how much all of them cost>",
            "<the {total_cost}|the cost of all of them|the money needed|the price of them all>",
            "<{k_things}, {m} {each}|price {m}, quantity {k}|{k} times {m}|{k_things} priced {m}>",
        ),
    ),
    (
        "every {thing} in the shop goes for {m}, and {name} leaves with {k_things}. what did {he} spend",
        "{k} times {name} pays {m} for {a_thing}. how much money is that",
        "for {k_things} i hand over how much when the price is {m} apiece",
    ),
    weight=1.5,
)
def total_price(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    amount = price(rng, thing.cheap, thing.dear)
    k = rng.randint(2, 20) if rng.random() < 0.85 else rng.randint(21, 200)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "things": phrased(thing.many),
            "k_things": counted(rng, k, thing),
            "k": spelled(rng, k),
            "m": money(amount),
            "name": person.name,
            "he": phrased(person.he),
            "count": k,
            "amount": amount,
        },
        chain(
            rng,
            rng.choice(("The total is the price times the number.", "We multiply the price by the number of things.")),
            [("price", amount), ("number", k)],
            [Stage("total", "price*number", "")],
            boxed("The total is", money.unit),
            lambda name: cents_shown(name, amount),
        ),
    )


@task(
    "money",
    "total_of_two_kinds",
    (
        "{name} buys {k1} at {m1} {each} and {k2} at {m2} {each}. {how_much} does {he} pay [{in_all}]",
        "{name} {buys} {k1} for {m1} {each} and {k2} for {m2} {each}. {find} the total",
        "{k1} at {m1} each and {k2} at {m2} each. {how_much} <is that|does it cost> {in_all}",
        "what is the total <cost|price> of {k1} at {m1} each and {k2} at {m2} each",
        "{a1} costs {m1} and {a2} costs {m2}. {how_much} do {k1} and {k2} cost {together}",
        "{a1} costs {m1} and {a2} costs {m2}. {name} buys {k1} and {k2}. {how_much} does {he} <pay|spend>",
        "{name} wants {k1} and {k2}. {a1} costs {m1}, {a2} {m2}. how much money does {he} need",
        "in a shop {a1} is {m1} and {a2} is {m2}. {how_much} are {k1} and {k2}",
        "how much are {k1} and {k2} if {a1} is {m1} and {a2} is {m2}",
        "{k1} cost {m1} each, {k2} cost {m2} each. what is the total",
        "{k1} and {k2}, {m1} per {one1} and {m2} per {one2}: what is the total price",
        "i {bought} {k1} <at|for> {m1} each and {k2} <at|for> {m2} each. how much did i <pay|spend> [{in_all}]",
        "[{aside}]{name} {wants_to_buy} {k1} and {k2}. the price is {m1} per {one1} and {m2} per {one2}. {tell} how "
        "much {he} <will pay|has to pay|needs>",
        "{tell} the {total_cost} of {k1} at {m1} each and {k2} at {m2} each",
        "{tell} how much {k1} and {k2} cost {together} when {a1} {costs} {m1} and {a2} {costs} {m2}",
        "{in_shop} {name} {bought} {k1} and {k2}. {a1} was {m1} and {a2} was {m2}. how much money did {he} spend "
        "[{in_all}]",
        "one {one1} is {m1}, one {one2} is {m2}. what <is|will be> the {total_cost} of {k1} and {k2}",
        "my <mother {bought} {k1} for {m1} each. she|brother {bought} {k1} for {m1} each. he> also {bought} {k2} for "
        "{m2} each. what was the {total_cost}",
        "{somebody} orders {k1} and {k2}. each {one1} costs {m1} and each {one2} costs {m2}. {find} the {total_cost}",
        "a {shop} sells {a1} for {m1} and {a2} for {m2}. how much <would|do|will> you pay for {k1} and {k2}",
        "if i buy {k1} for {m1} each as well as {k2} for {m2} each, how much do i <spend|pay> [{in_all}]",
        "{k1} were bought at {m1} each, together with {k2} at {m2} each. how much was <paid|spent> {in_all}",
        "{name} paid {m1} for each {one1} and {m2} for each {one2}. {he} took {k1} and {k2}. {find} the {total_cost}",
        "prices: {one1} {m1}, {one2} {m2}. {name} takes {k1} and {k2}. {total_cost}",
        "{k1} for {m1} each plus {k2} for {m2} each, how much [{in_all}]",
        "{find} the {total_cost} if {somebody} buys {k1} at {m1} each and {k2} at {m2} each",
        "for a party {name} needs {k1} and {k2}. {a1} {costs} {m1} and {a2} {costs} {m2}. what is the {total_cost}",
        "you buy {k1} and {k2}. you pay {m1} for each {one1} and {m2} for each {one2}. how much <is the bill|do you "
        "pay|is that> [{in_all}]",
        "how much money <is needed|do you need|does {name} need> for {k1} at {m1} each and {k2} at {m2} each",
        "the price list says {m1} for {a1} and {m2} for {a2}. {somebody} takes {k1} and {k2}. how much is to be paid",
        "{a1} for {m1} lies beside {a2} for {m2}. {name} takes {k1} and {k2} to the cash desk. {find} the {total_cost}",
        "after shopping {name} has {k1} and {k2}. a {one1} was priced at {m1}, a {one2} at {m2}. how much did {he} "
        "spend",
        *told_frames(
            "<{name} gets {k1} at {m1} each and {k2} at {m2} each|{a1} is {m1}, {a2} is "
            "{m2} and {name} takes {k1} and {k2}|{k1} are {m1} each and {k2} are {m2} each>",
            "<what is the {total_cost}|how much is that {in_all}|how much money is needed|what does all of it cost>",
            "<what the {total_cost} is|how much money is needed|how much all of it costs|what has to be paid>",
            "<the {total_cost}|the price of everything|the money needed|the cost of it all>",
            "<{k1}, {m1} each; {k2}, {m2} each|{k1} at {m1} and {k2} at {m2}>",
        ),
    ),
    (
        "on the receipt: {k1}, {m1} each; {k2}, {m2} each. what is the sum at the bottom",
        "with {a2} priced {m2} and {a1} priced {m1}, what would {name} pay for {k1} plus {k2}",
    ),
    weight=1.5,
)
def total_of_two_kinds(rng: Random) -> Instance:
    money = currency(rng)
    first, second = rng.sample(GOODS, 2)
    (person,) = people(rng, 1)
    m1, m2 = price(rng, first.cheap, first.dear), price(rng, second.cheap, second.dear)
    k1, k2 = rng.randint(1, 12), rng.randint(1, 12)
    u, v = _name(first.one), _name(second.one)
    return Instance(
        {
            "k1": counted(rng, k1, first),
            "k2": counted(rng, k2, second),
            "m1": money(m1),
            "m2": money(m2),
            "a1": phrased(with_article(first.one)),
            "a2": phrased(with_article(second.one)),
            "one1": first.one,
            "one2": second.one,
            "name": person.name,
            "he": phrased(person.he),
            "n1": k1,
            "n2": k2,
            "p1": m1,
            "p2": m2,
        },
        chain(
            rng,
            "We add the cost of both kinds.",
            [(f"{u}_price", m1), (f"{v}_price", m2)],
            [
                Stage(f"{u}_cost", f"{k1}*{u}_price", boxed_report(f"The {first.many} cost", money.unit)),
                Stage(f"{v}_cost", f"{k2}*{v}_price", boxed_report(f"The {second.many} cost", money.unit)),
                Stage("total", f"{u}_cost + {v}_cost", ""),
            ],
            boxed("The total is", money.unit),
            lambda name: cents_shown(name, m1, m2),
            apart=0.15,
        ),
    )


def _name(thing: str) -> str:
    """A variable name for a thing."""
    return thing.lower().replace("-", "_").split(" of ")[0].replace(" ", "_")


def boxed_report(before: str, unit: str) -> str:
    """A sentence between two blocks that reports the latest result."""
    return f"{before} ⟨⟩ {unit}."


@task(
    "money",
    "change_after_buying",
    (
        "{name} buys {k_things} at {m} {each} and pays with {bill}. {how_much} change does {he} get [back]",
        "{name} {buys} {k_things} for {m} {each}. {he} pays with {bill}. how much change <does {he} get|will {he} "
        "receive>",
        "{name} has {bill}. {he} buys {k_things} at {m} {each}. {how_much} [money] does {he} have {left}",
        "{name} has {bill} and buys {k_things} that cost {m} each. {how_much} <money is left|is left|does {he} have "
        "left>",
        "i pay {bill} for {k_things} at {m} each. how much change do i get",
        "{a_thing} costs {m}. {name} buys {k} and gives the seller {bill}. how much does {he} get back",
        "you buy {k_things} for {m} each and pay with {bill}. what is the change",
        "{k_things} at {m} each, paid with {bill}. what is the change",
        "how much is left of {bill} after buying {k_things} at {m} each",
        "from {bill}, {name} pays for {k_things} at {m} each. how much is left",
        "{name} went to the shop with {bill} and bought {k_things}. each {thing} cost {m}. how much money did {he} "
        "have left",
        "i {bought} {k_things} for {m} {each} and <paid|gave the seller|handed over> {bill}. how much [change] did i "
        "get back",
        "i have {bill} and <want to buy|buy> {k_things} at {m} each. how much [money] <will i have left|is left|do i "
        "keep>",
        "[{aside}]{name} has {bill} to spend. {he} {buys} {k_things}, each for {m}. {tell} how much money {he} has "
        "left",
        "{tell} how much change {name} gets from {bill} for {k_things} at {m} each",
        "{tell} how much is left of {bill} if {name} buys {k_things} at {m} each",
        "{name} had {bill}. after buying {k_things} for {m} each, how much did {he} have {left}",
        "{name} took {bill} along and spent part of it on {k_things}, which cost {m} each. {find} the money {left}",
        "{name} gives the <cashier|seller|shopkeeper|shop assistant> {bill} for {k_things}. each {thing} <costs|is> "
        "{m}. how much does {he} get back",
        "{somebody} buys {k_things} at {m} each and pays with {bill}. {find} the change",
        "how much change <should|will|does> {name} get if {he} pays for {k_things} at {m} each with {bill}",
        "if {name} has {bill} and {buys} {k_things} for {m} each, how much money <is left|remains|does {he} have left>",
        "{k_things} are bought for {m} each. {bill} is handed over. how much comes back",
        "change from {bill} for {k_things} at {m} each",
        "you have {bill}. {a_thing} {costs} {m}. you take {k}. how much money do you have {left}",
        "{name} goes shopping with {bill} in {his} wallet and comes home with {k_things}. each {thing} cost {m}. how "
        "much money is in the wallet now",
        "the price of {a_thing} is {m}. {name} takes {k} and pays with {bill}. {find} the change",
        "a customer pays {bill} for {k_things} priced at {m} each. what change <is due|must be given|is given back>",
        "{name} received {bill} as pocket money and spent it on {k_things} at {m} each. how much is not spent yet",
        "starting with {bill}, {name} {buys} {k_things} at {m} each. what amount <remains|is left>",
        "{name} is at the cash desk with {k_things} at {m} each. {he} hands over {bill}. what does {he} get back",
        "the cashier must give back how much on {bill} for {k_things} at {m} each",
        "{bill} is in the purse. then {k_things} at {m} each are paid from it. what <remains|stays> in the purse",
        *told_frames(
            "<{name} takes {k_things} at {m} each and pays with {bill}|{k_things} {cost} "
            "{m} each and {bill} is handed over|{name} gives {bill} for {k_things} that are"
            " {m} each|{name} has {bill} and gets {k_things} for {m} each>",
            "<how much change is there|how much comes back|what is left of the money|how much is left>",
            "<how much change there is|how much money comes back|what is left of the money>",
            "<the change|the money that comes back>",
            "<{k_things}, {m} each, paid with {bill}|paid {bill}, bought {k_things} at {m}|{bill}, {k} times {m}>",
        ),
    ),
    (
        "{bill} is in {name}'s pocket until {he} spends {m} on each of {k_things}. what remains",
        "the cashier takes {bill} from {name}, who bought {k_things}, {m} apiece. what goes back to {him}",
    ),
    weight=1.3,
)
def change_after_buying(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    amount = price(rng, thing.cheap, thing.dear)
    k = rng.randint(2, 12)
    cost = float(amount) * k
    bill = next((b for b in (10, 20, 50, 100, 200, 500) if b >= cost), 2000)
    if rng.random() < 0.4:
        bill = int(cost) + rng.randint(1, 40)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "k_things": counted(rng, k, thing),
            "k": spelled(rng, k),
            "m": money(amount),
            "bill": money(bill),
            "name": person.name,
            "he": phrased(person.he),
            "him": phrased(person.him),
            "his": phrased(person.his),
            "count": k,
            "amount": amount,
            "paid": bill,
        },
        chain(
            rng,
            rng.choice(
                ("We subtract the cost from the money paid.", "First the cost of everything, then what is left.")
            ),
            [("price", amount), ("number", k), ("money", bill)],
            [
                Stage("cost", "price*number", boxed_report("Everything costs", money.unit)),
                Stage("change", "money - cost", ""),
            ],
            boxed(rng.choice(("What is left is", "The change is")), money.unit),
            lambda name: cents_shown(name, amount),
        ),
    )


@task(
    "money",
    "change_after_list",
    (
        "{name} has {bill}. {he} buys {list}. {how_much} [money] does {he} have {left}",
        "{name} buys {list}. {he} pays with {bill}. how much change does {he} get",
        "{name} <goes to the shop with|starts with|takes> {bill} and buys {list}. how much money is left",
        "with {bill} {name} buys {list}. how much does {he} have left",
        "if you have {bill} and buy {list}, how much is left",
        "how much change do i get from {bill} for {list}",
        "{name} spends money on {list}. {he} had {bill} at first. how much is left",
        "i {bought} {list}. i paid with {bill}. how much change did i get",
        "i had {bill} and {bought} {list}. how much [money] do i have {left}",
        "[{aside}]{name} goes shopping with {bill}. {he} {buys} {list}. {tell} how much money {he} has left",
        "{tell} how much is left of {bill} after <buying|paying for> {list}",
        "{tell} how much change {name} gets if {he} buys {list} and pays with {bill}",
        "{in_shop} {name} {bought} {list}. {he} gave the cashier {bill}. how much did {he} get back",
        "from {his} {bill}, {name} bought {list}. {find} the money {left}",
        "{name} got {bill} for {his} birthday. {he} spent some of it on {list}. how much does {he} still have",
        "{somebody} buys {list} and pays with {bill}. {find} the change",
        "you take {bill} to the {shop} and pick up {list}. how much money do you have {left}",
        "after <paying for|buying> {list}, how much of {bill} is left",
        "{list} are paid with {bill}. how much change is given",
        "my <brother|sister|mother|father|friend> had {bill}. then came the shopping: {list}. how much was {left}",
        "{name} has {bill} in {his} wallet. after {he} has bought {list}, how much is still in it",
        "<change|money left> from {bill} after {list}",
        "if {name} starts with {bill} and buys {list}, what amount <remains|is left>",
        "{name} pays {bill} at the checkout for {list}. what <is {his} change|change does {he} receive>",
        "how much <will|does> {name} have {left} from {bill} if {he} buys {list}",
        "the family budget is {bill}. they buy {list}. how much of the budget is {left}",
        "{name} stands at the cash desk with {list} and hands over {bill}. what goes back into {his} purse",
        *told_frames(
            "<{name} has {bill} and gets {list}|{name} pays with {bill} for {list}|{list} are paid from {bill}>",
            "<how much is left|what is left of the money|how much comes back|how much money remains>",
            "<how much is left|how much money comes back|what remains of the money>",
            "<the money left|the change|the rest of the money>",
            "<{bill}, then {list}|money {bill}, bought {list}>",
        ),
    ),
    ("out of {bill}, {name} pays for {list}; what remains in {his} purse",),
)
def change_after_list(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    things = rng.sample(GOODS, rng.randint(2, 4))
    costs = [price(rng, thing.cheap, thing.dear) for thing in things]
    total = sum(map(float, costs))
    bill = (
        next((b for b in (10, 20, 50, 100, 200, 500) if b >= total), 1000)
        if rng.random() < 0.5
        else int(total) + rng.randint(1, 50)
    )
    joint = rng.choice((" for ", " for ", " that costs ", " at "))
    items = [f"{with_article(thing.one)}{joint}{money(cost)}" for thing, cost in zip(things, costs, strict=True)]
    listed = f"{', '.join(items[:-1])} and {items[-1]}"
    names = [_name(thing.one) for thing in things]
    return Instance(
        {
            "list": phrased(listed),
            "bill": money(bill),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "costs": " ".join(costs),
            "paid": bill,
        },
        chain(
            rng,
            "We add the prices and subtract them from the money.",
            [("money", bill), *zip(names, costs, strict=True)],
            [
                Stage("spent", " + ".join(names), boxed_report("The things cost", money.unit)),
                Stage("left", "money - spent", ""),
            ],
            boxed("What is left is", money.unit),
            lambda name: cents_shown(name, *costs),
        ),
    )


@task(
    "money",
    "total_of_list",
    (
        "{name} buys {list}. {how_much} does {he} <pay|spend> [{in_all}]",
        "{find} the total <cost|price> of {list}",
        "{list}: what is the total",
        "what do {list} cost {together}",
        "{name} needs {list}. how much money does {he} need",
        "how much do you pay for {list}",
        "i {bought} {list}. how much did i <pay|spend> [{in_all}]",
        "my <mother|father|brother|sister|friend> {bought} {list}. what was the {total_cost}",
        "[{aside}]{name} {wants_to_buy} {list}. {tell} how much {he} <has to pay|will pay|needs>",
        "{tell} how much it costs to buy {list}",
        "{tell} the {total_cost} of {list}",
        "{in_shop} {name} {bought} {list}. how much money did {he} spend [{in_all}]",
        "{somebody} buys {list}. what is the {total_cost}",
        "you buy {list}. how much do you have to pay [{in_all}]",
        "if you buy {list}, how much <is that|do you pay|is it> {together}",
        "{name} orders {list}. how much is the order",
        "how much money <is needed|does {name} need> to buy {list}",
        "a shopping list: {list}. what <is|will be> the {total_cost}",
        "{list} were bought. how much was paid {in_all}",
        "{name} paid for {list}. {find} the {total_cost}",
        "<total|sum|total price> for {list}",
        "the bill shows {list}. how much is it {in_all}",
        "for school {name} needs {list}. what is the {total_cost}",
        "add up the prices: {list}",
        "how much did {name} spend if {he} bought {list}",
        "at the cash desk {name} pays for {list}. how much is that [{in_all}]",
        "{name}'s receipt lists {list}. {find} the sum",
        "which amount must {name} pay for {list}",
        *told_frames(
            "<{name} gets {list}|{name} pays for {list}|the basket holds {list}|on the list there are {list}>",
            "<what is the {total_cost}|how much is that {in_all}|how much is everything|what does all of it cost>",
            "<what the {total_cost} is|how much everything costs|how much has to be paid>",
            "<the {total_cost}|the price of everything|the cost of it all>",
            "{list}",
        ),
    ),
    ("{name} puts {list} into the basket; which amount appears at the cash desk",),
)
def total_of_list(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    things = rng.sample(GOODS, rng.randint(2, 4))
    costs = [price(rng, thing.cheap, thing.dear) for thing in things]
    numbers = [rng.randint(2, 9) if rng.random() < 0.5 else 1 for _ in things]
    items = [
        f"{counted(rng, n, thing)} at {money(cost)} each"
        if n > 1
        else f"{with_article(thing.one)} {rng.choice(('for', 'at'))} {money(cost)}"
        for thing, cost, n in zip(things, costs, numbers, strict=True)
    ]
    listed = f"{', '.join(items[:-1])} and {items[-1]}"
    body = [
        f"{_name(thing.one)} = {cost if n == 1 else f'{n}*{cost}'}"
        for thing, cost, n in zip(things, costs, numbers, strict=True)
    ]
    total = " + ".join(_name(thing.one) for thing in things)
    code = "\n".join([*body, f"total = {total}", cents_shown("total", *costs)])
    return Instance(
        {
            "list": phrased(listed),
            "name": person.name,
            "he": phrased(person.he),
            "costs": " ".join(costs),
            "numbers": " ".join(map(str, numbers)),
        },
        steps("We add the cost of each kind.", code, boxed("The total is", money.unit)),
    )


@task(
    "money",
    "price_of_one",
    (
        "{k_things} cost {m}. {how_much} does one {thing} cost",
        "{k_things} cost {m}. what is the price of <one|a single> {thing}",
        "{name} pays {m} for {k_things}. {how_much} does <one|each> {thing} cost",
        "if {k_things} cost {m}, how much is one {thing}",
        "{find} the <unit price|price of one {thing}|price per {thing}> if {k_things} cost {m}",
        "{m} for {k_things}. how much is that per {thing}",
        "{name} bought {k_things} for {m} {in_all}. how much did each {thing} cost",
        "a pack of {k_things} costs {m}. what is the price per {thing}",
        "what does one {thing} cost if you pay {m} for {k_things}",
        "for {m} you get {k_things}. how much is <one|each>",
        "i paid {m} for {k_things}. how much was <each|one|each {thing}>",
        "i {bought} {k_things} and paid {m} {in_all}. what did one {thing} cost",
        "{tell} how much one {thing} costs if {k_things} cost {m}",
        "{tell} the price of <one|a single> {thing} when {k_things} cost {m}",
        "[{aside}]{name} {bought} a pack of {k_things}. {he} paid {m}. {tell} the price per {thing}",
        "the {total_cost} of {k_things} is {m}. <what is the price of each {thing}|how much is each one>",
        "{k_things} are sold for {m} {in_all}. what is the cost of <one|each>",
        "{name} spent {m} on {k_things}. each one cost the same. how much was <one|each|one {thing}>",
        "a box with {k_things} is {m}. how much is that for each {thing}",
        "you get {k_things} for {m}. what do you pay for one",
        "{in_shop}, {k_things} are offered for {m}. what <is the unit price|does each {thing} cost>",
        "if {somebody} pays {m} for {k_things}, what is the price of one {thing}",
        "the bill for {k_things} was {m}. how much did a single {thing} cost",
        "{m} <was|is> paid for {k_things} of the same kind. {get} the price of one",
        "unit price of {k_things} for {m}",
        "price of one {thing}: {k_things} cost {m}",
        "when {k_things} together cost {m}, what does each of them cost",
        "how much is <a|one|a single> {thing} if a {shop} sells {k_things} for {m}",
        "{name} and some friends {bought} {k_things} for {m} {together}. what was the price per {thing}",
        "what <is|was> the cost per {thing} if {k_things} <are|were> {m} {together}",
        "{k_things} come to {m}. what does one come to",
        *told_frames(
            "<{k_things} {cost} {m}|{name} paid {m} for {k_things}|{m} is the price of "
            "{k_things}|{k_things} come to {m}|{name} gets {k_things} for {m}>",
            "<what is the price of one|how much is one|how much is each {thing}|what does a single {thing} cost>",
            "<what one {thing} costs|how much each of them is|what the price of one is>",
            "<the price of one|the unit price|the price of each {thing}|the cost per {thing}>",
            "<{k_things}, {m}|{k_things} for {m}>",
        ),
    ),
    (
        "{name} hands over {m} and receives {k_things}, all at the same price. which price is that",
        "given that {m} buys exactly {k_things}, a single {thing} comes to how much",
    ),
)
def price_of_one(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    k = rng.randint(2, 24)
    cents = k * rng.randint(thing.cheap * 4, thing.dear * 4) * 25
    amount = str(cents // 100) if cents % 100 == 0 else f"{cents / 100:.2f}"
    return Instance(
        {
            "thing": thing.one,
            "k_things": f"{spelled(rng, k)} {thing.many}",
            "m": money(amount),
            "name": person.name,
            "he": phrased(person.he),
            "count": k,
            "amount": amount,
        },
        steps(
            "We divide the total by the number.",
            f"total = {amount}\nnumber = {k}\nprice = total/number\nf'{{price:.2f}}'",
            boxed("One costs", money.unit),
        ),
    )


@task(
    "money",
    "price_for_more",
    (
        "{k1} cost {m}. {how_much} do {k2} cost",
        "if {k1} cost {m}, {how_much} do {k2} cost",
        "{name} pays {m} for {k1}. {how_much} would {k2} cost",
        "{k1} cost {m}. {find} the <cost|price> of {k2}",
        "{find} the price of {k2} if {k1} cost {m}",
        "how much are {k2} if {k1} are {m}",
        "for {k1} you pay {m}. what do you pay for {k2}",
        "{m} buys {k1}. how much do {k2} cost",
        "what is the price of {k2} when {k1} cost {m}",
        "{name} bought {k1} for {m}. at the same price, how much are {k2}",
        "i paid {m} for {k1}. how much would i pay for {k2}",
        "[{aside}]{name} {bought} {k1} for {m}. {tell} how much {k2} cost",
        "{tell} the price of {k2} if {k1} cost {m}",
        "{tell} how much {name} pays for {k2} when {k1} cost {m}",
        "{k1} are sold for {m}. at this price, what <do|would> {k2} cost",
        "a {shop} sells {k1} for {m}. {how_much} <will|would> {k2} cost there",
        "if you <pay|spend> {m} for {k1}, how much <will|do> you pay for {k2}",
        "{somebody} paid {m} for {k1}. how much must be paid for {k2} at the same price",
        "you can buy {k1} for {m}. how much money do you need for {k2}",
        "the cost of {k1} is {m}. what is the cost of {k2}",
        "{k1} together cost {m}. {name} only needs {k2}. how much does {name} pay",
        "the price of {k1} was {m}. {find} the price of {k2}",
        "{k1}: {m}, {k2}: ?",
        "{k1} for {m}, {k2} for how much",
        "suppose {k1} cost {m}. {find} the cost of {k2}",
        "assuming every one costs the same and {k1} cost {m}, what is the price of {k2}",
        "how much money <is needed|does {name} need> for {k2} when {k1} are {m}",
        "{name} needs {k2}. in the {shop}, {k1} cost {m}. how much will {name} pay",
        "yesterday i bought {k1} and paid {m}. today i want {k2}. how much is that",
        "it costs {m} to buy {k1}. what does it cost to buy {k2}",
        "{m} buys {k1}. what amount buys {k2}",
        *told_frames(
            "<{k1} {cost} {m}|{m} is the price of {k1}|{name} paid {m} for {k1}|one pays {m} for {k1}>",
            "<what is the price of {k2}|how much are {k2}|what would {k2} cost|how much for {k2}>",
            "<what {k2} cost|how much {k2} are|what one pays for {k2}>",
            "<the price of {k2}|the cost of {k2}>",
            "<{k1}, {m}|{k1} for {m}>",
        ),
    ),
    (
        "a customer got {k1} for {m}; the next one takes {k2}. what does the next one pay",
        "knowing the price {m} for {k1}, work out what {k2} should cost",
    ),
)
def price_for_more(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    a, b = rng.sample(range(2, 25), 2)
    cents = a * rng.randint(thing.cheap * 4, thing.dear * 4) * 25
    amount = str(cents // 100) if cents % 100 == 0 else f"{cents / 100:.2f}"
    return Instance(
        {
            "k1": counted(rng, a, thing),
            "k2": counted(rng, b, thing),
            "m": money(amount),
            "name": person.name,
            "n1": a,
            "n2": b,
            "amount": amount,
        },
        chain(
            rng,
            "We find the price of one, then of all.",
            [("total", amount)],
            [Stage("price", f"total/{a}", boxed_report("One costs", money.unit)), Stage("cost", f"price*{b}", "")],
            boxed("They cost", money.unit),
            lambda name: f"f'{{{name}:.2f}}'",
            apart=0.2,
        ),
    )


@task(
    "money",
    "how_many_can_be_bought",
    (
        "{name} has {m1}. {a_thing} costs {m2}. how many {things} can {he} buy",
        "how many {things} can {name} buy with {m1} if one costs {m2}",
        "{a_thing} costs {m2}. how many can you buy <with|for> {m1}",
        "{things} cost {m2} each. {name} has {m1}. how many can {he} <buy|afford>",
        "how many {things} <do you get|can i buy|can you buy> for {m1} at {m2} each",
        "with {m1}, how many {things} at {m2} each can {name} afford",
        "one {thing} is {m2}. how many {things} can you get for {m1}",
        "{name} wants to spend {m1} on {things} that cost {m2} each. how many does {he} get",
        "i have {m1} and {a_thing} {costs} {m2}. how many [{things}] can i <buy|afford|get>",
        "i want to buy {things} at {m2} each. how many [of them] can i get <with|for> {m1}",
        "[{aside}]{name} has {m1} to spend on {things}. each {thing} {costs} {m2}. {tell} how many {he} can "
        "<buy|afford>",
        "{tell} how many {things} {name} can buy <with|for> {m1} if {a_thing} {costs} {m2}",
        "{tell} how many {things} <you can get|one gets|can be bought> for {m1} at {m2} {each}",
        "if {a_thing} {costs} {m2}, how many [{things}] can <be bought|you buy|{name} buy> <with|for> {m1}",
        "{name} goes to the {shop} with {m1}. {things} are {m2} each. how many {things} can {he} <bring home|take|buy>",
        "{name} got {m1} from {his} <grandmother|uncle|parents|aunt>. how many {things} at {m2} each can {he} buy",
        "the price of one {thing} is {m2}. how many {things} <are there|do you get|can you buy> for {m1}",
        "a <school|club|teacher|family> has {m1} for {things}. at {m2} {each}, how many can they buy",
        "what is the <largest|greatest|biggest> number of {things} {name} can buy with {m1} if each costs {m2}",
        "{m1} is in the wallet, {a_thing} {costs} {m2}. how many {things} can be bought at most",
        "at {m2} per {thing}, how many {things} can you <buy|get|afford> for {m1}",
        "for {m1}, how many {things} does one get when each {costs} {m2}",
        "number of {things} for {m1} at {m2} each",
        "{somebody} has {m1} and wants as many {things} as possible. one {costs} {m2}. how many is that",
        "how many {m2} {things} can {name} buy with {m1}",
        "you have {m1}. {things} cost {m2} {each}. how many can you <buy|afford>",
        "to buy one {thing} you need {m2}. how many {things} can you buy if you have {m1}",
        "what number of {things} can be paid with {m1} when the price is {m2} {each}",
        *told_frames(
            "<{name} has {m1} and {a_thing} costs {m2}|{things} are {m2} each and there is "
            "{m1} to spend|one {thing} is {m2} and {name} can spend {m1}|{m1} is all {name}"
            " has and each {thing} is {m2}>",
            "<how many can {he} get|how many {things} is that|how many {things} can be "
            "bought|for how many {things} is it enough>",
            "<how many {things} can be bought|how many {things} {he} can get|for how many "
            "{things} the money is enough>",
            "<the number of {things} {he} can buy|the greatest number of {things}>",
            "<{m1}, {m2} per {thing}|money {m1}, price {m2}>",
        ),
    ),
    ("the price of {a_thing} is {m2} and {m1} is all {name} owns; what is the largest number {he} can get",),
)
def how_many_can_be_bought(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    each = rng.randint(max(thing.cheap, 2), thing.dear)
    total = each * rng.randint(2, 30) + (rng.randint(0, each - 1) if rng.random() < 0.5 else 0)
    return Instance(
        {
            "m1": money(total),
            "m2": money(each),
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "things": phrased(thing.many),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "total": total,
            "each_price": each,
        },
        steps(
            "We divide the money by the price and drop the rest.",
            f"money = {total}\nprice = {each}\nmoney//price",
            boxed(rng.choice(("The number is", "That is enough for")), thing.many),
        ),
    )


@task(
    "money",
    "saving_for_something",
    (
        "{name} wants {a_thing} that costs {m1}. {he} has {m0} and saves {m2} <a week|every week|each week>. how "
        "many weeks does {he} need",
        "{name} saves {m2} <a week|every week|per week>. {a_thing} costs {m1} and {he} already has {m0}. after how "
        "many weeks can {he} buy it",
        "{a_thing} costs {m1}. {name} already has {m0} and <puts aside|saves> {m2} each week. how many weeks until "
        "{he} can buy it",
        "{name} has {m0} and gets {m2} pocket money every week. how many weeks does {he} have to save for {a_thing} "
        "of {m1}",
        "how many weeks must {name} save {m2} a week to buy {a_thing} for {m1} if {he} already has {m0}",
        "i want {a_thing} for {m1}. i have {m0} and save {m2} <a week|every week|each week>. how many weeks do i need",
        "i have saved {m0} so far and <put aside|save> {m2} <a week|every week>. {a_thing} {costs} {m1}. after how "
        "many weeks can i buy it",
        "[{aside}]{name} is saving for {a_thing}. it {costs} {m1}. {he} has {m0} already and saves another {m2} <a "
        "week|every week|per week>. how many weeks will it take",
        "{tell} how many weeks {name} has to save for {a_thing} at {m1} if {he} has {m0} and saves {m2} <a week|per "
        "week|each week>",
        "{name} would like to buy {a_thing}. the price is {m1}. {he} owns {m0} and can save {m2} <a week|per "
        "week|weekly>. {tell} how many weeks that takes",
        "{name} <has|already has|has saved> {m0} and puts {m2} into {his} money box every week. {a_thing} {costs} "
        "{m1}. how many weeks must {he} wait",
        "to buy {a_thing} for {m1}, {name} saves {m2} every week. {he} starts with {m0}. how many weeks does it take",
        "starting with {m0} and saving {m2} <a week|per week>, how many weeks does {name} need to afford {a_thing} "
        "at {m1}",
        "how many weeks will it take {name} to <save up|get enough money> for {a_thing} of {m1} with {m0} now and "
        "{m2} more <each week|every week>",
        "how long, in weeks, must {name} save {m2} <a week|weekly> for {a_thing} that costs {m1} if {he} has {m0} at "
        "the start",
        "{a_thing} is {m1}. {name} starts with {m0} and earns {m2} <a week|every week>. how many weeks does {he} "
        "have to work to buy it",
        "you have {m0}. you save {m2} <each week|every week|a week>. how many weeks until you can pay {m1} for "
        "{a_thing}",
        "{name}'s parents give {him} {m2} every week. {he} has {m0} already. in how many weeks can {he} <buy|afford> "
        "{a_thing} for {m1}",
        "{m1} is the price of {a_thing}. {name} has {m0} and adds {m2} every week. how many weeks are needed",
        "{name} needs {m1} for {a_thing}. so far {he} has {m0}. if {he} saves {m2} a week, how many weeks are needed",
        "weeks of saving: goal {m1}, already saved {m0}, {m2} per week",
        "when, in weeks, will {name} have enough for {a_thing} at {m1} if {he} has {m0} and saves {m2} a week",
        *told_frames(
            "<{a_thing} costs {m1}, {name} has {m0} and saves {m2} a week|{name} has {m0}, "
            "saves {m2} each week and wants {a_thing} for {m1}|{name} puts {m2} a week on "
            "top of {m0} to buy {a_thing} for {m1}>",
            "<how many weeks does it take|after how many weeks is it enough|how many weeks "
            "is that|for how many weeks must {he} save>",
            "<how many weeks it takes|after how many weeks it is enough|for how many weeks {he} must save>",
            "<the number of weeks|how many weeks of saving that is|the weeks needed>",
            "<goal {m1}, saved {m0}, {m2} a week|price {m1}, have {m0}, weekly {m2}>",
        ),
    ),
    (
        "{m0} is in {name}'s savings box, and each week {m2} is added; when, in weeks, will there be enough for "
        "{a_thing} at {m1}",
    ),
)
def saving(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(VALUABLES)
    (person,) = people(rng, 1)
    weekly, weeks = rng.randint(3, 40), rng.randint(2, 30)
    have = rng.randint(5, 80)
    goal = have + weekly * weeks
    if rng.random() < 0.4:
        goal += rng.randint(1, weekly - 1)
    return Instance(
        {
            "m0": money(have),
            "m1": money(goal),
            "m2": money(weekly),
            "a_thing": phrased(with_article(thing.one)),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "him": phrased(person.him),
            "have": have,
            "goal": goal,
            "weekly": weekly,
        },
        steps(
            "We divide what is missing by what is saved each week and round up.",
            f"from math import ceil\ngoal = {goal}\nhave = {have}\nweekly = {weekly}\nmissing = goal - "
            f"have\nceil(missing/weekly)",
            boxed("It takes", "weeks"),
        ),
    )


@task(
    "money",
    "wage",
    (
        "{name} earns {m} <an hour|per hour>. how much does {he} earn <in|for> {k} hours",
        "{name} works {k} hours [a week] and gets {m} <an hour|per hour|for each hour>. how much does {he} earn",
        "{name} is paid {m} per hour and works {k} hours. {find} {his} <pay|wage|earnings>",
        "how much does {name} earn in {k} hours at {m} an hour",
        "the pay is {m} <an hour|per hour>. how much is that for {k} hours",
        "for {k} hours of work at {m} per hour, what <is {name} paid|does {name} get>",
        "{k} hours at {m} <an hour|per hour>: how much money is that",
        "i earn {m} <an hour|per hour>. how much do i earn in {k} hours",
        "i worked {k} hours and <got|was paid|earned> {m} <an hour|per hour|for every hour>. how much <money|> did i "
        "<make|earn>",
        "[{aside}]{name} has a job that pays {m} <an hour|per hour|hourly>. {he} works {k} hours. {tell} how much "
        "{he} earns",
        "{tell} how much {name} <earns|makes|is paid> for {k} hours at {m} <an hour|per hour>",
        "{tell} the <pay|wage|earnings> for {k} hours at {m} <an hour|per hour|each>",
        "{name} makes {m} <an hour|per hour>. how much money does {he} make in {k} hours",
        "{name}'s hourly <wage|pay|rate> is {m}. what does {he} get for {k} hours [of work]",
        "<this week|last week> {name} worked for {k} hours at {m} <an hour|per hour>. how much did {he} earn",
        "if {name} earns {m} <an hour|per hour> and works {k} hours, how much money does {he} get",
        "a <gardener|waiter|babysitter|plumber|cleaner|painter|student> earns {m} per hour. what is the <pay|wage> "
        "for {k} hours",
        "a <gardener|babysitter|plumber|painter|tutor> charges {m} <an hour|per hour>. what is the bill for {k} hours",
        "{name} babysits for {k} hours. {he} gets {m} <an hour|per hour>. how much money is that",
        "you work {k} hours and earn {m} for each of them. how much do you earn",
        "for each hour {name} gets {m}. how much is it after {k} hours",
        "with a wage of {m} <an hour|per hour>, how much do you earn <in|for> {k} hours",
        "hourly <wage|pay|rate> {m}, {k} hours, total pay",
        "what <is|will be> {name}'s pay for {k} hours if {he} gets {m} <an hour|per hour>",
        "a job pays {m} per hour. {find} the pay for {k} hours",
        "{somebody} works {k} hours. every hour brings in {m}. how much money is earned",
        "how much money <will|does> {name} have earned after working {k} hours at a rate of {m} per hour",
        "one hour of work is worth {m}. what are {k} hours worth",
        *told_frames(
            "<{name} earns {m} per hour and works {k} hours|{name} works for {k} hours at "
            "{m} an hour|the pay is {m} an hour and {name} works {k} hours|{name} gets {m} "
            "for each of {k} hours>",
            "<what is the pay|how much is the pay|what does {he} get|how much money is that>",
            "<what {he} gets|how much the pay is|how much {he} is paid>",
            "<the pay|{his} pay|the wage for this|the money earned|{his} earnings>",
            "<{k} hours, {m} per hour|{m} an hour, {k} hours|hourly wage {m}, {k} hours>",
        ),
    ),
    ("an hour of {name}'s work brings {m}; what do {k} hours bring",),
)
def wage(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    amount, k = price(rng, 6, 40), rng.randint(2, 45)
    return Instance(
        {
            "m": money(amount),
            "k": spelled(rng, k),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "count": k,
            "amount": amount,
        },
        steps(
            "We multiply the hourly pay by the hours.",
            f"hourly_pay = {amount}\nhours = {k}\npay = hourly_pay*hours\n{cents_shown('pay', amount)}",
            boxed("The pay is", money.unit),
        ),
    )


@task(
    "money",
    "profit",
    (
        "{name} buys {k_things} for {m1} each and sells them for {m2} each. {find} the profit",
        "{name} buys {k_things} at {m1} each and sells each for {m2}. how much <profit does {he} make|money does "
        "{he} gain>",
        "a shop buys {k_things} at {m1} each and sells them at {m2} each. how much profit does it make",
        "{name} sells {k_things} at {m2} each. {he} paid {m1} for each. what is {his} profit",
        "{a_thing} is bought for {m1} and sold for {m2}. how much profit do {k_things} give",
        "what is the profit on {k_things} bought at {m1} and sold at {m2} each",
        "i bought {k_things} for {m1} each and sold them for {m2} each. <how much profit did i make|what was my "
        "profit|how much did i earn>",
        "[{aside}]{name} buys {k_things} at {m1} each and resells them at {m2} each. {tell} how much profit {he} makes",
        "{tell} the profit <if|when> {k_things} are bought for {m1} each and sold for {m2} each",
        "{tell} how much {name} earns by buying {k_things} at {m1} each and selling them at {m2} each",
        "{name} bought {k_things} for {m1} each. later {he} sold all of them for {m2} each. how much money did {he} "
        "<make|earn|gain>",
        "a <trader|dealer|merchant|shopkeeper> buys {k_things} for {m1} each and sells them for {m2} each. what is "
        "the <profit|total profit|gain>",
        "a {shop} pays {m1} for {a_thing} and charges {m2} for it. how much profit does it make on {k_things}",
        "{k_things} were bought at {m1} each and sold at {m2} each. {find} the total profit",
        "the cost price of {a_thing} is {m1} and the selling price is {m2}. {find} the profit on {k_things}",
        "{a_thing} costs the {shop} {m1} and is sold for {m2}. what is the profit from selling {k_things}",
        "if you buy {k_things} for {m1} each and sell them for {m2} each, <how much do you gain|what is your "
        "profit|how much profit do you make>",
        "{name} makes {k_things}. each one costs {him} {m1} to make and {he} sells each for {m2}. what is {his} "
        "<total profit|profit>",
        "{somebody} buys {k_things} at {m1} each and gets {m2} each when selling them. how much profit is that",
        "how much <profit|money> does {name} make by selling {k_things} at {m2} each that cost {him} {m1} each",
        "buying price {m1}, selling price {m2}, {k_things}: profit",
        "{k_things} sold at {m2} each, bought at {m1} each, total profit",
        "selling {k_things} for {m2} each after buying them for {m1} each gives what profit",
        "at a school fair {name} sells {k_things} for {m2} each. {he} had bought them for {m1} each. what profit "
        "<did {he} make|was made>",
        "each {one} is bought for {m1} and sold for {m2}. what is the profit on {k_things}",
        "how much is gained overall on {k_things} if each is bought at {m1} and sold at {m2}",
        *told_frames(
            "<{name} gets {k_things} for {m1} each and sells them for {m2} each|{k_things} "
            "are bought at {m1} and sold at {m2} each|{name} pays {m1} for each of "
            "{k_things} and sells each for {m2}>",
            "<what is the profit|how much profit is that|how much is gained|how much money is made>",
            "<what the profit is|how much is gained|how much money is made>",
            "<the profit|the gain|the money made|the total profit>",
            "<{k_things}, bought at {m1}, sold at {m2}|cost {m1} each, price {m2} each, {k_things}>",
        ),
    ),
    ("after paying {m1} for each of {k_things}, {name} gets {m2} for each; what does {he} gain overall",),
)
def profit(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS)
    (person,) = people(rng, 1)
    low, k = price(rng, thing.cheap, thing.dear), rng.randint(2, 60)
    high = str(int(float(low)) + rng.randint(1, 12)) + (".50" if rng.random() < 0.3 else "")
    if float(high) <= float(low):
        high = str(int(float(low)) + 2)
    return Instance(
        {
            "k_things": counted(rng, k, thing),
            "m1": money(low),
            "m2": money(high),
            "a_thing": phrased(with_article(thing.one)),
            "one": thing.one,
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "him": phrased(person.him),
            "count": k,
            "low": low,
            "high": high,
        },
        chain(
            rng,
            "The profit is what is earned less what is paid.",
            [("number", k), ("buying_price", low), ("selling_price", high)],
            [
                Stage("profit_each", "selling_price - buying_price", boxed_report("Each one gives", money.unit)),
                Stage("profit", "number*profit_each", ""),
            ],
            boxed("The profit is", money.unit),
            lambda name: cents_shown(name, low, high),
            apart=0.2,
        ),
    )


@task(
    "money",
    "money_left_after_spending",
    (
        "{name} has {m1} and spends {m2}. {how_much} does {he} have {left}",
        "{name} had {m1}. {he} spent {m2} on {a_thing}. how much money <is left|does {he} have left|remains>",
        "i had {m1} and spent {m2}. how much [money] do i have {left}",
        "i have {m1}. i <buy|want to buy> {a_thing} for {m2}. how much [money] will i have {left}",
        "you have {m1} and pay {m2} for {a_thing}. how much money do you have {left}",
        "[{aside}]{name} <goes shopping|goes to town|goes out> with {m1}. {he} pays {m2} for {a_thing}. {tell} "
        "how much "
        "money {he} has {left}",
        "{tell} how much money {name} has {left} if {he} had {m1} and spent {m2}",
        "{tell} how much is left of {m1} after spending {m2}",
        "{name} buys {a_thing} for {m2} and pays with {m1}. how much change does {he} get",
        "{name} pays {m1} for something that costs {m2}. what is the change",
        "after spending {m2} on {a_thing}, how much of {his} {m1} does {name} have {left}",
        "if {name} has {m1} and buys {a_thing} for {m2}, how much money is left",
        "how much money is left if you have {m1} and spend {m2}",
        "how much change do i get from {m1} if {a_thing} costs {m2}",
        "there were {m1} in {name}'s <wallet|purse|piggy bank>. {he} took out {m2}. how much money is still in it",
        "{name}'s <bank account|account> holds {m1}. {he} <withdraws|takes out|pays> {m2}. what is the new balance",
        "{name} got {m1} for {his} birthday and <gave|used|paid> {m2} for {a_thing}. how much did {he} keep",
        "my <mother|father|aunt> gave me {m1}. i used {m2} for {a_thing}. how much is left",
        "{m1} minus {m2} for {a_thing}, how much is left",
        "{name} <lost|gave away> {m2} of {his} {m1}. how much money does {he} still have",
        "{find} the money {left} when {m2} of {m1} are spent",
        "{somebody} has {m1}. {a_thing} is bought for {m2}. how much money remains",
        *told_frames(
            "<{name} has {m1} and {m2} is spent on {a_thing}|{name} takes {m1} along and "
            "pays {m2} for {a_thing}|{name} gives {m2} of {his} {m1} for "
            "{a_thing}|{a_thing} for {m2} is paid from {m1}>",
            "<how much is left|what is left of the money|how much money is there still|what remains>",
            "<how much is left|what is left of the money|how much money there is still>",
            "<the money left|the rest of the money|the remaining money>",
            "<{m1}, minus {m2}|had {m1}, spent {m2}|{m1} at first, {m2} spent>",
        ),
    ),
    ("{a_thing} for {m2} comes out of a budget of {m1}; state the rest of the budget",),
    weight=1.3,
)
def money_left(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS + VALUABLES)
    (person,) = people(rng, 1)
    cost = price(rng, thing.cheap, thing.dear)
    have = str(int(float(cost)) + rng.randint(1, 90))
    return Instance(
        {
            "m1": money(have),
            "m2": money(cost),
            "a_thing": phrased(with_article(thing.one)),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
        },
        steps(
            "We subtract what is spent.",
            f"money = {have}\nspent = {cost}\nleft = money - spent\n{cents_shown('left', cost)}",
            boxed("What is left is", money.unit),
        ),
    )


@task(
    "money",
    "money_together",
    (
        "{a} has {m1} and {b} has {m2}. how much money do they have {together}",
        "{a} has {m1}. {b} has {m2}. {how_much} do they have {together}",
        "i have {m1} and my <brother|sister|friend> has {m2}. how much money do we have {together}",
        "[{aside}]{a} saved {m1} and {b} saved {m2}. {tell} how much they saved {together}",
        "{tell} how much money {a} and {b} have {together} if {a} has {m1} and {b} has {m2}",
        "how much money do {a} and {b} have {together} if {a} has {m1} and {b} has {m2}",
        "if {a} <has|earns|gives> {m1} and {b} <has|earns|gives> {m2}, how much is that {together}",
        "{a} <earned|collected|saved|raised> {m1}, {b} {m2}. {find} the total",
        "{a} pays {m1} and {b} pays {m2}. how much do they pay {together}",
        "{a} and {b} put their money together. {a} gives {m1}, {b} gives {m2}. how much money is it",
        "{a} had {m1}, then got {m2} from {b}. how much money does {a} have now",
        "{b} gives {a} {m2}. {a} already had {m1}. how much does {a} have now",
        "a <ticket|meal|book> costs {m1} and a <drink|snack|pen> costs {m2}. how much is that {together}",
        "{a} spent {m1} on monday and {m2} on tuesday. how much did {a} spend {in_all}",
        "{a} earned {m1} on saturday and {m2} on sunday. how much money is that {together}",
        "{a} buys a <bag|book|game> for {m1} and a <cap|mug|card> for {m2}. how much does {a} pay [{in_all}]",
        "i spent {m1} yesterday and {m2} today. how much have i spent {in_all}",
        "{m1} and {m2}, how much money {together}",
        "{find} the total of {m1} and {m2}",
        "{a}'s <purse|wallet> holds {m1}, {b}'s holds {m2}. how much is in both",
        "you have {m1} and get {m2} more. how much money do you have then",
        *told_frames(
            "<{a} brings {m1} and {b} brings {m2}|{a} owns {m1} and {b} owns {m2}|there are"
            " {m1} from {a} and {m2} from {b}|{a} pays in {m1} and {b} pays in {m2}>",
            "<how much is it {together}|what is the total|how much money is there "
            "{in_all}|what do they have {together}>",
            "<how much it is {together}|what the total is|how much money there is>",
            "<the total|the total amount|the sum of both amounts|all the money {together}>",
            "<{a} {m1}, {b} {m2}|{m1} and {m2}|first {m1}, then {m2}>",
        ),
    ),
    ("when {a} adds {m1} to the {m2} of {b}, which amount lies on the table",),
)
def money_together(rng: Random) -> Instance:
    money = currency(rng)
    first, second = people(rng, 2)
    x, y = price(rng, 2, 90), price(rng, 2, 90)
    return Instance(
        {"m1": money(x), "m2": money(y), "a": first.name, "b": second.name},
        steps(
            "We add both amounts.",
            f"first = {x}\nsecond = {y}\ntotal = first + second\n{cents_shown('total', x, y)}",
            boxed("Together it is", money.unit),
        ),
    )


@task(
    "money",
    "difference_of_prices",
    (
        "{a_thing} costs {m1} and {b_thing} costs {m2}. how much more expensive is the {thing}",
        "{a_thing} costs {m1}, {b_thing} {m2}. what is the difference [in price]",
        "{a_thing} is {m1} and {b_thing} is {m2}. how much cheaper is the {other}",
        "[{aside}]in a {shop} {a_thing} {costs} {m1} and {b_thing} {costs} {m2}. {tell} how much more the "
        "{thing} costs",
        "{tell} how much more expensive {a_thing} for {m1} is than {b_thing} for {m2}",
        "{tell} the price difference between {a_thing} at {m1} and {b_thing} at {m2}",
        "how much more does {a_thing} for {m1} cost than {b_thing} for {m2}",
        "how much more do you pay for {a_thing} at {m1} than for {b_thing} at {m2}",
        "if {a_thing} costs {m1} and {b_thing} costs {m2}, how much do i save by taking the {other}",
        "by how much is {b_thing} for {m2} cheaper than {a_thing} for {m1}",
        "the price of {a_thing} is {m1}, the price of {b_thing} is {m2}. {find} the difference",
        "{a} has {m1}, {b} has {m2}. how much more money does {a} have",
        "{a} has {m1} and {b} has {m2}. how much less money does {b} have than {a}",
        "{a} saved {m1} and {b} only {m2}. how much more did {a} save",
        "{a} earns {m1} and {b} earns {m2}. how much more does {a} earn",
        "{a} wants {a_thing} for {m1} but has only {m2}. how much money is missing",
        "{a_thing} costs {m1}. {a} has {m2}. how much more money does {a} need",
        "{a} has saved {m2} for {a_thing} that costs {m1}. how much does {a} still need",
        "i have {m2} and want to buy {a_thing} for {m1}. how much <more do i need|am i short|is missing>",
        "{a_thing} used to cost {m1}. now it costs {m2}. how much less is that",
        "the price of {a_thing} fell from {m1} to {m2}. by how much did it fall",
        "the price of {a_thing} rose from {m2} to {m1}. by how much did it rise",
        "{a_thing} is reduced from {m1} to {m2}. how much do you save",
        *told_frames(
            "<{a_thing} is {m1} and {b_thing} is {m2}|{a_thing} {costs} {m1} while "
            "{b_thing} {costs} {m2}|one pays {m1} for {a_thing} and {m2} for {b_thing}>",
            "<how much more is the {thing}|what is the price difference|how much cheaper is"
            " the {other}|by how much do the prices differ>",
            "<how much more the {thing} is|what the price difference is|by how much the "
            "prices differ|how much cheaper the {other} is>",
            "<the price difference|the difference in price|the difference between the prices>",
            "<{thing} {m1}, {other} {m2}|{m1} for {a_thing}, {m2} for {b_thing}>",
        ),
    ),
    ("beside {a_thing} priced {m1} lies {b_thing} priced {m2}; what gap is there between the prices",),
)
def difference_of_prices(rng: Random) -> Instance:
    money = currency(rng)
    first, second = people(rng, 2)
    while True:
        thing, other = rng.sample(GOODS + VALUABLES, 2)
        high, low = price(rng, thing.cheap, thing.dear), price(rng, other.cheap, other.dear)
        if float(high) > float(low):
            break
    return Instance(
        {
            "m1": money(high),
            "m2": money(low),
            "thing": thing.one,
            "other": other.one,
            "a_thing": phrased(with_article(thing.one)),
            "b_thing": phrased(with_article(other.one)),
            "a": first.name,
            "b": second.name,
        },
        steps(
            "We subtract the smaller amount from the larger.",
            f"larger = {high}\nsmaller = {low}\ndifference = larger - smaller\n{cents_shown('difference', high, low)}",
            boxed("The difference is", money.unit),
        ),
    )


@task(
    "money",
    "splitting_a_bill",
    (
        "{k} friends <share|split> a bill of {m} <equally|evenly>. how much does each pay",
        "a <bill|meal|dinner|taxi|present|gift> of {m} is <split|shared|divided> <equally|evenly> among {k} "
        "people. how "
        "much does each <pay|have to pay>",
        "we are {k} people and the bill is {m}. how much does each of us pay",
        "[{aside}]{name} and some friends, {k} people in all, pay {m} {together}. everyone pays the same. "
        "{tell} how much "
        "each person pays",
        "{tell} how much each person pays if {k} people share a bill of {m}",
        "{tell} each person's share of {m} for {k} people",
        "{k} <friends|students|colleagues|neighbours> buy a present for {m}. everyone pays the same. how much is that",
        "{k} <friends|people|cousins> <won|earned|found> {m} and share it equally. how much does each get",
        "{m} is shared equally by {k} <children|friends|workers>. how much money does each get",
        "how much does each of {k} people pay for a <meal|taxi|trip|boat> that costs {m}",
        "how much does everyone get if {m} is divided equally among {k} people",
        "if {k} people share the cost of {m} equally, how much does each pay",
        "if a <trip|party|taxi ride|pizza> costs {m} and {k} people pay for it together, how much is it for each",
        "the <rent|tour|party|boat> costs {m}. {k} people share the cost. what does each person pay",
        "{find} the cost per person if {k} people pay {m} {together}",
        "{find} the share of each of {k} people in a bill of {m}",
        "split {m} between {k} people",
        "divide {m} equally among {k} people",
        "{m} for {k} people, cost per person",
        "{name} pays {m} for {k} people in advance. how much does each one owe if all pay the same",
        "at a restaurant {k} friends get a bill of {m}. each pays the same part. how much is each part",
        *told_frames(
            "<{k} people share {m} equally|{m} is split evenly by {k} people|{k} friends "
            "pay {m} together in equal parts|a bill of {m} is for {k} people who all pay "
            "the same>",
            "<what is the share of each|how much is it for each|what does each one pay|how much is one share>",
            "<what each one pays|how much it is for each|what the share of each is>",
            "<the share of each|the amount per person|the cost for each one|each person's part>",
            "<{m}, {k} people|{k} people, bill {m}|total {m}, {k} equal shares>",
        ),
    ),
    ("what must everybody at a table of {k} put down when {m} is due and all put down the same",),
)
def splitting_a_bill(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    k = rng.randint(2, 12)
    cents = k * rng.randint(8, 160) * 25
    amount = str(cents // 100) if cents % 100 == 0 else f"{cents / 100:.2f}"
    return Instance(
        {"m": money(amount), "k": spelled(rng, k), "name": person.name},
        steps(
            "We divide the amount by the number of people.",
            f"total = {amount}\npeople = {k}\nshare = total/people\nf'{{share:.2f}}'",
            boxed("Each share is", money.unit),
        ),
    )


@task(
    "money",
    "regular_payment",
    (
        "{name} <pays|spends|saves|earns|gets> {m} <a|per|every|each> {week}. how much is that in {k} {weeks}",
        "{name} saves {m} <a|every|each> {week}. how much has {he} saved after {k} {weeks}",
        "i save {m} <a|every|each> {week}. how much money do i have after {k} {weeks}",
        "i get {m} pocket money <a|every|each> {week}. how much do i get in {k} {weeks}",
        "[{aside}]{name} <earns|gets> {m} <a|every|each> {week}. {tell} how much money {he} gets in {k} {weeks}",
        "{tell} how much {name} saves in {k} {weeks} if {he} saves {m} <a|per|each> {week}",
        "{tell} what {k} {weeks} cost at {m} <a|per> {week}",
        "a <phone plan|gym|club|course|streaming service> costs {m} <a|per> {week}. how much is it for {k} {weeks}",
        "the rent <of a flat|of a room|> is {m} <a|per> {week}. how much rent is paid in {k} {weeks}",
        "at {m} per {week}, how much do you pay in {k} {weeks}",
        "if {name} puts {m} into a money box every {week}, how much is in it after {k} {weeks}",
        "if you pay {m} every {week}, how much do you pay in {k} {weeks}",
        "how much money does {name} spend in {k} {weeks} if {he} spends {m} <a|per|every> {week}",
        "how much do you save in {k} {weeks} with {m} <a|per|every> {week}",
        "every {week} {name} puts aside {m}. how much is that after {k} {weeks}",
        "for {k} {weeks}, {name} paid {m} <a|every|each> {week}. how much did {he} pay {in_all}",
        "a loan is paid back with {m} <a|every|per> {week} for {k} {weeks}. how much is paid {in_all}",
        "{name} <rents|hires> a <bike|car|room|boat> for {k} {weeks} at {m} <a|per> {week}. how much does it cost",
        "{k} {weeks} at {m} per {week}, total",
        "{find} the total cost of {k} {weeks} at {m} per {week}",
        "{m} every {week} for {k} {weeks} makes how much money",
        *told_frames(
            "<{name} pays {m} a {week}|{m} is paid every {week}|it costs {m} each "
            "{week}|{name} puts away {m} per {week}|{name} gets {m} every {week}>",
            "<how much is it in {k} {weeks}|what is the total after {k} {weeks}|how much is"
            " that for {k} {weeks}|what does it add up to in {k} {weeks}>",
            "<how much it is in {k} {weeks}|what it adds up to after {k} {weeks}|what the total for {k} {weeks} is>",
            "<the total for {k} {weeks}|the amount after {k} {weeks}|the sum for {k} {weeks}>",
            "<{m} a {week}, {k} {weeks}|{k} {weeks}, {m} per {week}>",
        ),
    ),
    ("{name} puts down {m} once a {week}; which sum has come together when {k} {weeks} are over",),
)
def regular_payment(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    week, weeks = rng.choice((("week", "weeks"), ("month", "months"), ("day", "days"), ("year", "years")))
    amount, k = price(rng, 2, 90), rng.randint(2, 30)
    return Instance(
        {
            "m": money(amount),
            "k": spelled(rng, k),
            "week": phrased(week),
            "weeks": phrased(weeks),
            "name": person.name,
            "he": phrased(person.he),
        },
        steps(
            f"We multiply the amount by the number of {weeks}.",
            f"amount = {amount}\n{weeks} = {k}\ntotal = amount*{weeks}\n{cents_shown('total', amount)}",
            boxed("The total is", money.unit),
        ),
    )


@task(
    "money",
    "wage_for_several_days",
    (
        "{name} works {h} hours a day for {d} days and earns {m} <an hour|per hour>. how much does {he} earn "
        "[{in_all}]",
        "i work {h} hours <a day|every day> and get {m} <an hour|per hour>. how much do i earn in {d} days",
        "{name} <earns|is paid|gets> {m} <an hour|per hour>. {he} works {h} hours a day. how much is that in {d} days",
        "[{aside}]{name} has a job for {d} days, {h} hours each day, at {m} <an hour|per hour>. {tell} how much "
        "{he} earns",
        "{tell} how much {name} earns in {d} days with {h} hours a day at {m} <an hour|per hour>",
        "{tell} the pay for {d} days of {h} hours at {m} <an hour|per hour>",
        "how much does {name} earn in {d} days if {he} works {h} hours a day for {m} <an hour|per hour>",
        "how much money is {d} days of work with {h} hours each at {m} per hour",
        "if {name} works {h} hours a day and gets {m} per hour, how much does {he} have after {d} days",
        "if you work {h} hours on each of {d} days at {m} <an hour|per hour>, how much do you earn",
        "you work {d} days, {h} hours a day. the pay is {m} <an hour|per hour>. how much do you get",
        "a <gardener|waiter|painter|cleaner|student> works {h} hours <a day|daily> for {d} days at {m} per "
        "hour. what is "
        "the pay",
        "for {d} days {name} worked {h} hours <a day|each day>. {he} got {m} for every hour. how much did {he} earn",
        "{name} gets {m} for an hour of work. {find} {his} pay for {d} days with {h} hours each",
        "with a wage of {m} per hour and {h} hours a day, how much is earned in {d} days",
        "{h} hours a day, {d} days, {m} per hour, total pay",
        "a <job|course|machine|boat> costs {m} per hour and is <needed|used> {h} hours a day for {d} days. {find} the "
        "total cost",
        "<this week|last week> {name} worked on {d} days for {h} hours each. the wage is {m} <an hour|per "
        "hour>. what did "
        "{he} earn",
        "every day {name} works {h} hours for {m} <an hour|each>. what does {he} earn in {d} days",
        "the hourly pay is {m}. {name} works {h} hours daily. {find} the pay after {d} days",
        *told_frames(
            "<{name} works {h} hours a day for {d} days at {m} an hour|{name} gets {m} an "
            "hour, {h} hours a day, for {d} days|a job takes {d} days of {h} hours and pays"
            " {m} per hour>",
            "<what is the pay|how much is it {in_all}|what does that come to|how much money is earned>",
            "<what the pay is|how much is earned|how much money that is>",
            "<the pay|the whole pay|the money earned|the total pay>",
            "<{d} days, {h} hours a day, {m} per hour|{m} an hour, {h} hours daily, {d} days>",
        ),
    ),
    ("{d} working days, each {h} hours long, each hour worth {m} to {name}: what do they bring",),
)
def wage_for_days(rng: Random) -> Instance:
    money = currency(rng)
    (person,) = people(rng, 1)
    amount, h, d = price(rng, 6, 40), rng.randint(2, 10), rng.randint(2, 25)
    return Instance(
        {
            "m": money(amount),
            "h": spelled(rng, h),
            "d": spelled(rng, d),
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
        },
        chain(
            rng,
            "First all hours, then the pay.",
            [("hourly_pay", amount), ("hours_a_day", h), ("days", d)],
            [Stage("hours", "hours_a_day*days", "That is ⟨⟩ hours."), Stage("pay", "hourly_pay*hours", "")],
            boxed("The pay is", money.unit),
            lambda name: name if name == "hours" else cents_shown(name, amount),
            apart=0.25,
        ),
    )
