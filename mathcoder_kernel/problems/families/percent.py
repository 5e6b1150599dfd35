"""Percent: parts of a whole, changes, discounts and taxes, forwards and backwards."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.story import (
    COUNTABLES,
    GOODS,
    VALUABLES,
    boxed,
    currency,
    decimal,
    grouped,
    people,
    phrased,
    price,
    rounded,
    steps,
    tidy,
    with_article,
)


def _rate(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.55:
        return str(
            rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 65, 70, 75, 80, 85, 90, 95, 110, 120, 125, 150))
        )
    if kind < 0.85:
        return str(rng.randint(1, 99))
    return decimal(rng, 0, 60, 1)


def _number(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.5:
        return str(rng.randint(1, 60) * 10)
    if kind < 0.85:
        return str(rng.randint(2, 2500))
    return decimal(rng, 1, 300, rng.choice((1, 2)))


@task(
    "percent",
    "percent_of_a_number",
    (
        "{find} {p}{pct} of {n}",
        "{p}{pct} of {n}",
        "how much is {p}{pct} of {n}",
        "<if i take|take> {p}{pct} of {n}<, what do i get|. what is the result|, how much is that>",
        "what number is {p}{pct} of {n}",
        "<i need|give me|show me> {p}{pct} of {n}",
        "from {n} <take|find|compute> {p}{pct}",
        "{n} is the whole. <what is|find|how much is> {p}{pct} of it",
        "what does {p}{pct} of {n} <equal|come to|make|amount to>",
        "how <many|much> is {p}{pct} out of {n}",
    ),
    ("{p}{pct} of {n} is how much", "the whole is {n}; how large is a part of {p}{pct}"),
    constants=(100,),
)
def percent_of(rng: Random) -> Instance:
    p, n = _rate(rng), _number(rng)
    return Instance(
        {"p": p, "n": n},
        steps(f"We take {p} hundredths of {n}.", tidy(f"{p}*{n}/100"), boxed("The answer is")),
    )


@task(
    "percent",
    "what_percent",
    (
        "what percent of {n} is {a}",
        "what percentage of {n} is {a}",
        "{a} is what <percent|percentage> of {n}",
        "{a} is how many percent of {n}",
        "<express|write|give|state> {a} as a <percent|percentage> of {n}",
        "{find} {a} as a <percent|percentage> of {n}",
        "{a} out of {n} <as a percent|as a percentage|in percent|is what percent|is what percentage>",
        "how many percent of {n} <is|are> {a}",
        "which <percent|percentage> of {n} <is|gives|makes> {a}",
        "{name} got {a} <out of|of> {n} <points|questions right|marks>. what percent <is that|was it|did {he} get>",
        "<of|out of> {n} {things}, {a} are <red|broken|new|sold>. what <percent|percentage> is that",
        "{a} of {n} students <passed|came by bus|play football|wear glasses>. {find} the percentage",
        "a test has {n} <points|questions|marks>. {name} <scored|got|has> {a}. what percentage is that",
    ),
    (
        "the whole is {n} and the part is {a}; what percent is the part",
        "turn {a} out of {n} into a percentage",
    ),
    constants=(100,),
)
def what_percent(rng: Random) -> Instance:
    n = rng.randint(4, 100) * rng.choice((1, 2, 5, 10))
    a = rng.randint(1, n)
    (person,) = people(rng, 1)
    return Instance(
        {"a": a, "n": n, "name": person.name, "he": phrased(person.he), "things": rng.choice(COUNTABLES).many},
        steps(
            f"The part is {a} and the whole is {n}; we divide and multiply by 100.",
            f"part = {a}\nwhole = {n}\n{rounded('part/whole*100')}",
            boxed("It is", "percent"),
        ),
    )


@task(
    "percent",
    "whole_from_percent",
    (
        "{p}{pct} of what number is {a}",
        "{p}{pct} of which number is {a}",
        "{a} is {p}{pct} of what number",
        "{a} is {p}{pct} of <which number|what|what total>",
        "if {p}{pct} of a number is {a}, <what is the number|find the number|what is the whole>",
        "{p}{pct} of a number is {a}. <what is the number|find the number|what is the whole number>",
        "<find|what is> the number <if|when|for which> {p}{pct} of it is {a}",
        "of what number is {a} equal to {p}{pct}",
        "{a} {things} are {p}{pct} of all the {things}. how many {things} are there <in total|in all|altogether>",
        "{p}{pct} of the <students|members|people> <in a club|in a school>, that is {a}, <play chess|like maths|own "
        "a dog>. "
        "how many <are there in total|are there altogether|people is that in all>",
    ),
    (
        "{a} makes up {p}{pct} of a total. find that total",
        "a number has {a} as its {p}{pct}. which number is it",
    ),
    constants=(100,),
)
def whole_from_percent(rng: Random) -> Instance:
    p = rng.choice((5, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 75, 80, 90))
    whole = rng.randint(1, 60) * 20
    a = whole * p // 100 or 3
    return Instance(
        {"a": a, "p": p, "things": rng.choice(COUNTABLES).many},
        steps(
            f"{a} is {p} percent of the whole, so we divide by {p} and multiply by 100.",
            rounded(f"{a}/{p}*100"),
            boxed("The whole is"),
        ),
    )


@task(
    "percent",
    "discount",
    (
        "<{a_thing}|the {thing}> costs {cost} and is {p}{pct} off. <what is the sale price|how much does it cost "
        "now|what do you pay|what is the new price>",
        "{find} the <price|sale price|final price> of a {cost0} {thing} with <a {p}{pct} discount|{p}{pct} off>",
        "{a_thing} <costs|is priced at|has a price of|is> {cost}. there is a {p}{pct} discount. <how much do you "
        "pay|what is the sale price|find the final price|what is the price now>",
        "{p}{pct} off {cost}",
        "<what is|how much is|calculate|find> {p}{pct} off {cost}",
        "{name} buys {a_thing} <that costs|for> {cost} <with|at> a discount of {p}{pct}. how much does {he} pay",
        "a shop <takes|gives> {p}{pct} off <every price|all prices|everything>. what <do you pay|is the price> for "
        "{a_thing} of {cost}",
        "with a {p}{pct} discount, <what does|how much does> {a_thing} of {cost} cost",
        "the price of {a_thing} was {cost}. it <is reduced|is cut|was lowered|falls|drops> by {p}{pct}. <what is the "
        "new price|what does it cost now|find the new price>",
        "<a coupon|a voucher> gives {name} {p}{pct} off {a_thing} <that costs|priced at|worth> {cost}. how much "
        "<must|does|will> {he} pay",
        "there is a sale: {p}{pct} off. {a_thing} <normally costs|usually costs|was> {cost}. <how much is it "
        "now|what is it now|what is the sale price>",
        "<find|what is> the sale price: regular price {cost}, discount {p}{pct}",
    ),
    (
        "everything is marked down by {p}{pct} today, so what would {name} pay for {a_thing} that used to cost {cost}",
        "original price {cost}, {p}{pct} reduction, new price",
        "{p}{pct} is taken off the {cost} that {a_thing} normally costs. what is left to pay",
    ),
    constants=(100,),
)
def discount(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS + VALUABLES)
    cost = price(rng, thing.cheap + 3, thing.dear * 2)
    p = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 75)) if rng.random() < 0.8 else rng.randint(2, 80)
    (person,) = people(rng, 1)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "cost": money(cost),
            "cost0": money(cost).replace(" ", "-").rstrip("s") if money.after else money(cost),
            "p": p,
            "name": person.name,
            "he": phrased(person.he),
            "price": cost,
        },
        steps(
            "We subtract the discount from the price.",
            f"price = {cost}\ndiscount = price*{p}/100\nsale_price = price - discount\nf'{{sale_price:.2f}}'",
            boxed("The sale price is", money.unit),
        ),
    )


@task(
    "percent",
    "amount_of_discount",
    (
        "how much do you save on {a_thing} of {cost} with {p}{pct} off",
        "{a_thing} <costs|is> {cost}. how much <do i save|is saved|money do you save> with a {p}{pct} discount",
        "<what is|find|calculate> the discount <in {unit} |>on {a_thing} of {cost} at {p}{pct}",
        "{name} gets {p}{pct} off {a_thing} that costs {cost}. how much does {he} save",
        "{p}{pct} discount on {cost}: how much <is saved|is the saving|do we save>",
        "how big is the saving if a price of {cost} is reduced by {p}{pct}",
    ),
    ("{cost} is the old price and {p}{pct} the reduction: what amount does the customer save",),
    constants=(100,),
)
def amount_of_discount(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS + VALUABLES)
    cost = price(rng, thing.cheap + 3, thing.dear * 2)
    p = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 70, 75))
    (person,) = people(rng, 1)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "cost": money(cost),
            "p": p,
            "name": person.name,
            "he": phrased(person.he),
            "unit": money.unit,
            "price": cost,
        },
        steps(
            "The saving is that percent of the price.",
            f"price = {cost}\nsaving = price*{p}/100\nf'{{saving:.2f}}'",
            boxed("The saving is", money.unit),
        ),
    )


@task(
    "percent",
    "price_with_tax",
    (
        "{a_thing} costs {cost} <plus|and there is> {p}{pct} <sales tax|tax|VAT>. <what is the total|what is the "
        "total price|how much do you pay|what does it cost in all>",
        "{find} the <total|total cost|final price> of {a_thing} <at|priced at|that costs> {cost} with {p}{pct} "
        "<tax|sales tax|VAT>",
        "add {p}{pct} <tax|tip|VAT> to {cost}",
        "<the meal|the bill|dinner|lunch> <was|is|costs> {cost}. <{name} adds|{name} leaves|with> a {p}{pct} tip<. "
        "what is the total|, how much is it in all|, what is the total>",
        "{name} buys {a_thing} for {cost}. the tax is {p}{pct}. how much does {he} pay <in total|altogether|in "
        "all|with tax>",
        "the price before tax is {cost}. the tax <rate |>is {p}{pct}. <what is the price with tax|find the price "
        "after tax|what is the total>",
        "what is {cost} <plus|with> {p}{pct} <tax|VAT>",
        "the price of {a_thing}, {cost}, <rises|goes up|increases|is increased|is raised> by {p}{pct}. <what is the "
        "new price|how much is it now|find the new price>",
        "<including|with> {p}{pct} <sales tax|tax|VAT>, how much is {a_thing} of {cost}",
        "{cost} {thing}, {p}{pct} tax, total price",
    ),
    (
        "tax of {p}{pct} comes on top of the {cost} for {a_thing}; what must {name} hand over",
        "the net price is {cost}; what is the gross price when VAT is {p}{pct}",
    ),
    constants=(100,),
)
def price_with_tax(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(GOODS + VALUABLES)
    cost = price(rng, thing.cheap + 3, thing.dear * 2)
    p = rng.choice(("5", "6", "7", "8", "10", "12", "15", "18", "19", "20", "25", "7.5", "8.5", "8.25", "6.5"))
    (person,) = people(rng, 1)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "cost": money(cost),
            "p": p,
            "name": person.name,
            "he": phrased(person.he),
            "price": cost,
        },
        steps(
            "We add the percent to the price.",
            f"price = {cost}\nextra = price*{p}/100\ntotal = price + extra\nf'{{total:.2f}}'",
            boxed("The total is", money.unit),
        ),
    )


@task(
    "percent",
    "percent_change",
    (
        "{find} the percent change from {a} to {b}",
        "<what is|calculate|find> the <percentage|percent> <{updown}|change> from {a} to {b}",
        "by what <percent|percentage> does {a} <change|{grow}> to <become|get to|reach> {b}",
        "<the price of {a_thing}|the number of members|the population of a village|a value> <{grew}|changed> from "
        "{a} to {b}. <what is the percent change|by what percent did it change|find the percentage {updown}|how many "
        "percent is that>",
        "percent <change|{updown}>, {a} to {b}",
        "{a_thing} cost {a} <last year|before|yesterday> and <costs|now costs> {b} <now|today|this year>. <what is "
        "the percent change|by how many percent did the price change|by what percent did the price change>",
        "from {a} to {b}: what is the percent <change|{updown}>",
        "something <{grew}|went> from {a} to {b}. how many percent <is that|is the change>",
        "the old value is {a}, the new value is {b}. find the percent <change|{updown}>",
        "the new value is {b} and the old value was {a}. what is the percent <change|{updown}>",
    ),
    (
        "{name} had {a} points before and has {b} now. by how many percent is this different",
        "to what percentage {updown} does going from {a} to {b} correspond",
    ),
    constants=(100,),
)
def percent_change(rng: Random) -> Instance:
    a = rng.randint(2, 100) * rng.choice((1, 2, 5, 10, 20))
    b = a
    while b == a:
        b = (
            round(a * rng.choice((0.5, 0.6, 0.75, 0.8, 0.9, 1.1, 1.2, 1.25, 1.3, 1.5, 2)))
            if rng.random() < 0.7
            else rng.randint(a // 2 + 1, 2 * a)
        )
    up = b > a
    words = (
        ("increase", "grow", rng.choice(("grew", "rose", "increased")))
        if up
        else ("decrease", "fall", rng.choice(("fell", "dropped", "decreased")))
    )
    (person,) = people(rng, 1)
    return Instance(
        {
            "a": a,
            "b": b,
            "updown": words[0],
            "grow": words[1],
            "grew": words[2],
            "a_thing": phrased(with_article(rng.choice(GOODS).one)),
            "name": person.name,
        },
        steps(
            f"We compare the change with the old value {a}.",
            f"old = {a}\nnew = {b}\nchange = (new - old)/old*100\n{rounded('abs(change)')}",
            boxed(f"It is {'an increase' if up else 'a decrease'} of", "percent"),
        ),
    )


@task(
    "percent",
    "increase_or_decrease_by_percent",
    (
        "<{Raise}|can you {Raise}> {n} by {p}{pct}",
        "what is {n} {raised} by {p}{pct}",
        "{find} {n} {raised} by {p}{pct}",
        "<if|when> {n} is {raised} by {p}{pct}, <what is the result|what do we get|what is the new value>",
        "a <number|value|price|salary|population> of {n} <is|was> {raised} by {p}{pct}. <what is it now|find the new "
        "value|what is the new value>",
        "a <town|school|club|village> has {crowd} <people|members>. the number {changes} by {p}{pct}. how many <are "
        "there|are there now|people is that>",
        "{n} {sign} {p}{pct}",
        "<after|with> a {p}{pct} {updown}, what does {n} become",
        "{n} {changes} by {p}{pct}. <new value|what is the new value|find the new value>",
    ),
    ("a quantity starts at {n} and {changes} by {p}{pct}; where does it end", "{p}{pct} {moreless} than {n}"),
    constants=(100,),
)
def change_by_percent(rng: Random) -> Instance:
    n = rng.randint(2, 120) * rng.choice((1, 5, 10, 20, 50, 100))
    p = rng.choice((5, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80)) if rng.random() < 0.8 else rng.randint(2, 95)
    up = rng.random() < 0.5
    fields = (
        {
            "Raise": rng.choice(("increase", "raise")),
            "raised": "increased",
            "changes": rng.choice(("grows", "rises", "increases")),
            "updown": "increase",
            "sign": "plus",
            "moreless": "more",
        }
        if up
        else {
            "Raise": rng.choice(("decrease", "reduce", "lower")),
            "raised": rng.choice(("decreased", "reduced")),
            "changes": rng.choice(("falls", "drops", "decreases")),
            "updown": "decrease",
            "sign": "minus",
            "moreless": "less",
        }
    )
    crowd = {"crowd": grouped(rng, n)} if n * p % 100 == 0 else {}
    sign = "+" if up else "-"
    return Instance(
        {"n": grouped(rng, n), "p": p, "start": n, "up": up, **fields, **crowd},
        steps(
            f"We {'add the percent to' if up else 'subtract the percent from'} the start value.",
            f"start = {n}\nchange = start*{p}/100\n{tidy(f'start {sign} change')}",
            boxed("The new value is"),
        ),
    )


@task(
    "percent",
    "reverse_percent",
    (
        "after a {p}{pct} discount {a_thing} costs {cost}. <what was the original price|how much did it cost "
        "before|find the original price|what was the price before>",
        "{a_thing} <is|was> {p}{pct} off and <now costs|costs> {cost}. <what was the original price|what did it cost "
        "before the sale|find the old price>",
        "<what was|find> the original price <if|when> {a_thing} costs {cost} after {p}{pct} off",
        "{name} paid {cost} for {a_thing} after a {p}{pct} discount. <what was the price before the discount|what "
        "was the regular price|how much was it before>",
        "the sale price is {cost} after a reduction of {p}{pct}. what was the <price before|original price|old price>",
        "the price fell by {p}{pct} and is now {cost}. what was it before",
        "a number was decreased by {p}{pct} and became {n}. what was the number",
        "{cost} is the price of {a_thing} with {p}{pct} taken off. what is the full price",
    ),
    (
        "thanks to {p}{pct} off, {name} pays only {cost}. how much would the {thing} cost without the reduction",
        "find the price before a {p}{pct} cut, given {cost} after it",
    ),
    constants=(100,),
)
def reverse_percent(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(VALUABLES)
    p = rng.choice((10, 20, 25, 30, 40, 50, 60, 75, 5, 15))
    n = (rng.randint(1, 40) * 20 * (100 - p)) // 100 or 19
    (person,) = people(rng, 1)
    return Instance(
        {
            "thing": thing.one,
            "a_thing": phrased(with_article(thing.one)),
            "cost": money(n),
            "n": n,
            "p": p,
            "name": person.name,
        },
        steps(
            f"What is left is 100 - {p} percent of the original.",
            f"left = {n}\nshare = 100 - {p}\n{rounded('left/share*100')}",
            boxed("The original was"),
        ),
    )


@task(
    "percent",
    "reverse_increase",
    (
        "after <a rise|an increase|a raise> of {p}{pct} <the price|a salary|the rent|a number> is {n}. <what was it "
        "before|find the old value|what was the original value>",
        "<a price|a number|the rent|a salary> <increased|rose|went up|grew> by {p}{pct} to {n}. <what was it "
        "before|what was the original|find the old value>",
        "{a_thing} costs {cost} including {p}{pct} <tax|VAT>. <what is the price without tax|how much is it before "
        "tax|find the price before tax>",
        "<what was|find> the <original|old> value if {p}{pct} more gives {n}",
        "{n} is {p}{pct} more than <what number|which number>",
        "with {p}{pct} <tax|VAT> included {a_thing} is {cost}. what is the price before tax",
    ),
    ("growing by {p}{pct} brought it to {n}; from where did it start",),
    constants=(100,),
)
def reverse_increase(rng: Random) -> Instance:
    money, thing = currency(rng), rng.choice(VALUABLES)
    p = rng.choice((5, 10, 15, 20, 25, 30, 40, 50, 60, 100))
    n = rng.randint(1, 40) * 20 * (100 + p) // 100
    return Instance(
        {"thing": thing.one, "a_thing": phrased(with_article(thing.one)), "cost": money(n), "n": n, "p": p},
        steps(
            f"The new value is 100 + {p} percent of the old one.",
            f"new = {n}\nshare = 100 + {p}\n{rounded('new/share*100')}",
            boxed("The original was"),
        ),
    )
