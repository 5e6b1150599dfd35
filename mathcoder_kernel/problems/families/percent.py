"""Percent: parts of a whole, changes, discounts and taxes, forwards and backwards."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import told_frames
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
        "{must_find} {p}{pct} of {n}",
        "{wonder} <what|how much> {p}{pct} of {n} is",
        "{calc} {p}{pct} of {n}",
        "if x is {p}{pct} of {n}, {what_is} x",
        "let x be {p}{pct} of {n}. {what_is} x",
        "let n = {n}. {what_is} {p}{pct} of n",
        "<what|which> <number|amount|value> <is|equals|makes> {p}{pct} of {n}",
        "the <total|whole|full amount|base> is {n} and the <percentage|rate|percent rate> is {p}{pct}. {what_is} "
        "the <part|percent value|amount>",
        "the <rate|percentage> is {p}{pct}, the <base|whole|total> is {n}. {find} the part",
        "{n} times {p}{pct}",
        "{n} multiplied by {p}{pct}",
        "{p}{pct} of {n} <equals|is|makes|comes to> <what|what number>",
        "{p}{pct} of {n} = ?",
        "a <quantity|number|value> is {p}{pct} of {n}. <what is it|find it|which number is it>",
        "{someone} <gets|receives|pays|saves|keeps> {p}{pct} of {n} <dollars|euros|pounds>. how much <is "
        "that|money is that>",
        "a <commission|fee|share|bonus|tip> of {p}{pct} is paid on {n} <dollars|euros|pounds>. how <much|big> is it",
        "{calc} the <part|share|amount> <for|that belongs to> {p}{pct} of a total of {n}",
        "a percentage of {p}{pct} is taken of {n}. {result_q}",
        "when you take {p}{pct} of {n}, {result_q}",
        "how do <i|you> <calculate|find|work out> {p}{pct} of {n}",
        "there are {n} <grams|liters|meters|points> <altogether|in all>. how much is {p}{pct} of <that|the whole>",
        "<{p}{pct}|a share of {p}{pct}> of a total of {n}: how much is that",
        "percent of a number: {p}{pct}, {n}",
        "what amount corresponds to {p}{pct} if {n} is <100%|the whole|everything>",
        "in a mixture of {n} <grams|liters|kilograms>, {p}{pct} is <water|sugar|salt|fat|sand>. how many "
        "<grams|liters|kilograms|units> is that",
        *told_frames(
            "<the whole is {n} and the rate is {p}{pct}|{p}{pct} is taken of {n}|a part is "
            "{p}{pct} of {n}|{n} is 100% and we want {p}{pct}>",
            "<how much is the part|what is the part|how much is that|what number is that>",
            "<how much the part is|what number that is|how much {p}{pct} makes>",
            "<the part|the percent value|the amount for {p}{pct}>",
            "<{p}{pct}, {n}|whole {n}, rate {p}{pct}|base {n}, {p}{pct}>",
        ),
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
        "{must_find} {a} as a <percent|percentage> of {n}",
        "<i have to|i need to|help me> find what <percent|percentage> {a} is of {n}",
        "{wonder} what <percent|percentage> {a} is of {n}",
        "{wonder} how many percent {a} is of {n}",
        "let x be the percentage of {n} that {a} makes. {what_is} x",
        "if {n} is <100%|the whole>, how many percent is {a}",
        "the <total|whole|base> is {n}, the <part|share|amount> is {a}. {what_is} the <percentage|percent "
        "rate|rate in percent>",
        "x{pct} of {n} is {a}. {what_is} x",
        "{a} is x{pct} of {n}. {what_is} x",
        "{a} of {n} <in percent|as a percentage|is how many percent>",
        "{a}/{n} <in percent|as a percentage|is how many percent>",
        "{a} <from|out of> {n}, what <percent|percentage> <is this|is that>",
        "{write} {a} out of {n} as a <percent|percentage>",
        "what percentage does {a} contribute to a total of {n}",
        "there are {n} {things}. {a} of them are <red|broken|new|sold|blue|mine>. <what percent|what "
        "percentage|how many percent> <is that|of the {things} is that>",
        "a <box|bag|shop|basket> has {n} {things} and {a} of them are <red|broken|new|sold|blue>. {find} the "
        "percentage of <red|those> ones",
        "{n} <people|students|employees|guests> were asked and {a} said yes. <what percent|what percentage|how "
        "many percent> said yes",
        "{a} out of {n} <people|students|employees|guests> said yes. <what percent|what percentage> <is that|said yes>",
        "in a <class|group|team|school> of {n}, {a} are <girls|boys|absent|new>. <what percent|what "
        "percentage|how many percent> <is that|are they>",
        "{name} answered {a} of {n} questions correctly. <what is {his} percentage|what percent is that|what "
        "percentage did {he} get>",
        "{name} has <read|done|finished|saved|walked> {a} of {n} <pages|tasks|miles|dollars>. <what "
        "percentage|how many percent> <is that|of it is that>",
        "what was the <score|result|mark> in percent <if|when> {name} got {a} of {n} <points|marks>",
        "a score of {a} out of {n} is <what percent|what percentage|how many percent>",
        "what share in percent <is|are> {a} of {n}",
        "{name} <spends|saves|gives away> {a} of {his} {n} dollars. <what percentage|what percent> <of the money "
        "is that|is that>",
        "compared with {n}, how many percent is {a}",
        "{a} corresponds to <what|which> percentage of {n}",
        *told_frames(
            "<the part is {a} and the whole is {n}|there are {n} {things} and {a} of them "
            "are mine|{a} of the {n} {things} are gone|{name} got {a} of {n} points|{a} out"
            " of {n} people agree>",
            "<what percent is that|what percentage is that|how many percent is that|how much is that in percent>",
            "<what percentage that is|how many percent that is|what share in percent it is>",
            "<the percentage|the share in percent|the rate in percent>",
            "<part {a}, whole {n}|{a} of {n}|{a} out of a total of {n}>",
        ),
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
        {
            "a": a,
            "n": n,
            "name": person.name,
            "he": phrased(person.he),
            "his": phrased(person.his),
            "things": rng.choice(COUNTABLES).many,
        },
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
        "{must_find} the <number|whole|total> <if|when> {p}{pct} of it is {a}",
        "{wonder} <of what number {a} is {p}{pct}|what number {a} is {p}{pct} of>",
        "let n be a number with {p}{pct} of n equal to {a}. {what_is} n",
        "if {p}{pct} of x is {a}, {what_is} x",
        "{p}{pct} of n <is|equals|=> {a}. {what_is} n",
        "{a} = {p}{pct} of <what|x, find x|which number>",
        "the <part|share|amount> is {a} and the <rate|percentage> is {p}{pct}. {what_is} the <whole|total|base>",
        "<what|which> number has {a} as {p}{pct} of it",
        "{a} <corresponds to|is equal to|represents> {p}{pct}. {what_is} <100%|the whole|the total|a hundred percent>",
        "if {a} is {p}{pct}, <what is 100%|what is the whole|how much is everything|what is a hundred percent>",
        "how <much|many> is the whole if {p}{pct} of it is {a}",
        "{a} is {p}{pct} of a <number|total|quantity>. <which|what is the total|find the whole>",
        "{someone} has {a} {things}, which is {p}{pct} of the collection. how many {things} are in the <whole "
        "|>collection",
        "{someone} has <saved|paid|spent> {a} dollars, <which is|that is> {p}{pct} of the <total|full "
        "price|money>. what is the <total|full amount>",
        "{someone} has read {a} pages. <this is|that is> {p}{pct} of the book. how many pages does the book have",
        "{p}{pct} of all {things} are <broken|red|sold>, <and that is|that means> {a} {things}. how many "
        "{things} are there",
        "{a} <students|members|people> are {p}{pct} of a <school|club|group>. how many <belong to it|are in "
        "it|are there in total>",
        "only {p}{pct} of the <seats|tickets|rooms> are taken<, namely {a}|: {a} of them>. how many are there in total",
        "of how many {things} are {a} {things} exactly {p}{pct}",
        "a <tip|fee|tax|discount|deposit> of {p}{pct} <was|is|came to> {a} dollars. <what was the full "
        "amount|what was the total|of what amount was it taken>",
        "taking {p}{pct} of a number <gives|makes> {a}. <which number is it|what is the number>",
        "which amount must you take {p}{pct} of to <get|obtain> {a}",
        "{a} makes {p}{pct} of which number",
        *told_frames(
            "<{p}{pct} of something is {a}|{a} is {p}{pct} of the whole|{a} {things} make "
            "up {p}{pct} of all|{a} stands for {p}{pct}>",
            "<what is the whole|how much is the whole|how many is that {in_all}|what is everything>",
            "<what the whole is|how much the whole is|what 100% is>",
            "<the whole|the total|the full amount|100%>",
            "<part {a}, rate {p}{pct}|{p}{pct} is {a}|{a} for {p}{pct}>",
        ),
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
        "{must_find} the <sale price|new price|discounted price> of {a_thing} <at|that costs|for> {cost} with "
        "{p}{pct} off",
        "{wonder} what {a_thing} <of|for> {cost} costs <after a discount of {p}{pct}|with {p}{pct} off|at "
        "{p}{pct} off>",
        "{calc} the <price|sale price|discounted price> after {p}{pct} off {cost}",
        "{calc} {cost} <minus|less> {p}{pct}",
        "{cost} <minus|less> {p}{pct}",
        "{cost} with {p}{pct} <off|discount|rebate>",
        "how much is {cost} <after|with> a {p}{pct} <discount|reduction|markdown|rebate>",
        "if {a_thing} <of|at|for> {cost} is {p}{pct} off, <how much is it|what does it cost|what do i pay>",
        "if there is {p}{pct} off, <how much is|what does one pay for> {a_thing} of {cost}",
        "the <regular|normal|original|list|old|full> price <of {a_thing} |>is {cost} and the discount is "
        "{p}{pct}. <what is the sale price|what is the new price|how much do you pay>",
        "given a price of {cost} and a discount of {p}{pct}, {what_is} the <sale|final|reduced|new> price",
        "the {thing} is on sale for {p}{pct} off. its <normal|regular|original> price is {cost}. <what is its "
        "price now|how much is it|what is the sale price>",
        "<sale today:|black friday:|today only:> {p}{pct} off {a_thing} that <costs|was> {cost}. <what do i "
        "pay|what is the price now|how much is it>",
        "a {p}{pct} discount <is given|is applied|is granted> on {a_thing} <for|of|costing> {cost}. {what_is} "
        "the <final|new|reduced> price",
        "{a_thing} is reduced from {cost} by {p}{pct}. <what is the new price|how much does it cost now|what "
        "does it cost>",
        "{name} has a {p}{pct} <coupon|voucher|discount card> for {a_thing} that costs {cost}. <what will {he} "
        "pay|how much does {he} have to pay|what does it cost {him}>",
        "{name} wants {a_thing} for {cost} and gets {p}{pct} off. <what will {he} pay|how much does {he} have to pay>",
        "{name} works in the shop and gets {p}{pct} off. <what does|how much does> {he} pay for {a_thing} of {cost}",
        "the store lowers the price of {a_thing}, {cost}, by {p}{pct}. {what_is} the new price",
        "the price tag says {cost}, and at the till you get {p}{pct} off. <what do you pay|how much do you pay>",
        "what is the price after a {p}{pct} <discount|reduction> if {a_thing} <costs|is> {cost}",
        "how much does {a_thing} cost if the price of {cost} is <reduced|cut|lowered> by {p}{pct}",
        "a {cost0} {thing} is {p}{pct} off. <what is the sale price|how much is it|what do you pay>",
        "<price|list price|price before>: {cost}. discount: {p}{pct}. <price now|new price|sale price|to pay>?",
        "{a_thing} is marked down by {p}{pct} from {cost}. <what is the new price|what does it cost now|what do "
        "you pay>",
        "a customer gets {p}{pct} off {a_thing} of {cost}. <what does the customer pay|how much must the customer pay>",
        "thanks to a <voucher|coupon> of {p}{pct}, {a_thing} of {cost} gets cheaper. what does it cost then",
        *told_frames(
            "<{a_thing} at {cost} is {p}{pct} cheaper today|a shop takes {p}{pct} off "
            "{a_thing} of {cost}|there is {p}{pct} off and {a_thing} was {cost}|{name} gets"
            " {p}{pct} off {a_thing} priced {cost}|the tag says {cost} and the sale is "
            "{p}{pct} off>",
            "<what is the sale price|how much is it now|what does one pay|what is the new price>",
            "<what the sale price is|how much it is now|what one has to pay|what it costs now>",
            "<the sale price|the new price|the price after the discount|the reduced price>",
            "<{cost}, {p}{pct} off|price {cost}, discount {p}{pct}|regular price {cost}, {p}{pct} less>",
        ),
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
            "him": phrased(person.him),
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
        "{must_find} the <discount|saving|amount saved> on {a_thing} <of|for> {cost} at {p}{pct} off",
        "{wonder} how much <i save|is saved|you save> with {p}{pct} off {cost}",
        "{calc} the <discount|saving|reduction> <on|for> {a_thing} <of|for|that costs> {cost} at {p}{pct}",
        "if {a_thing} <of|at|for> {cost} is {p}{pct} off, how much <do you save|is the discount|money is saved>",
        "the <regular|normal|original|list> price is {cost} and the discount is {p}{pct}. <how much is "
        "saved|what is the discount in money|how much cheaper is it>",
        "given a price of {cost} and a {p}{pct} discount, {what_is} the amount <saved|of the discount|taken off>",
        "by how much is {a_thing} of {cost} cheaper with {p}{pct} off",
        "how much cheaper is {a_thing} of {cost} <with|after> a {p}{pct} discount",
        "how many {unit} <do you save|is the discount|are taken off> on {a_thing} of {cost} at {p}{pct} off",
        "a {p}{pct} discount <is given|is applied|is granted> on {cost}. how much <is the discount|is that|money "
        "is taken off>",
        "{name} has a {p}{pct} <coupon|voucher> for {a_thing} that costs {cost}. <how much does {he} save|what "
        "is {his} saving|what does it save {him}>",
        "{name} buys {a_thing}, normally {cost}, at {p}{pct} off. how much <does {he} save|money does {he} save>",
        "a price of {cost} is <cut|reduced|lowered> by {p}{pct}. by how much <{unit} |>does it go down",
        "the price of {a_thing}, {cost}, drops by {p}{pct}. how <big|large> is the drop in {unit}",
        "what is the <amount|value> of a {p}{pct} discount on {cost}",
        "<price|list price>: {cost}. discount: {p}{pct}. <saving|you save|amount saved>?",
        "<saving|discount in money|amount off>: {cost} at {p}{pct} off",
        "the {thing} is {p}{pct} off its price of {cost}. what do <i|you|we> save",
        "with a {p}{pct} voucher, how much <do i save|comes off> when i buy {a_thing} for {cost}",
        "how much money does a reduction of {p}{pct} save on {cost}",
        "in a {p}{pct} off sale, how much is taken off {a_thing} priced at {cost}",
        "thanks to a {p}{pct} <coupon|voucher>, what does {name} save on {a_thing} of {cost}",
        "what does a customer save on {a_thing} of {cost} when it is marked down by {p}{pct}",
        *told_frames(
            "<{a_thing} of {cost} is {p}{pct} off|there is a discount of {p}{pct} on "
            "{cost}|{name} gets {p}{pct} off a price of {cost}|a price of {cost} is cut by "
            "{p}{pct}>",
            "<how much is saved|how big is the discount|how much money does one save|by how much is it cheaper>",
            "<how much is saved|how big the discount is|how much money one saves|by how much it is cheaper>",
            "<the saving|the discount in {unit}|the amount saved|the money saved>",
            "<{cost}, {p}{pct} discount, money saved|price {cost}, {p}{pct} off>",
        ),
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
            "his": phrased(person.his),
            "him": phrased(person.him),
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
        "{must_find} the <total|total price|final price> of {a_thing} <at|for> {cost} plus {p}{pct} "
        "<tax|VAT|sales tax>",
        "{wonder} what {a_thing} <of|for> {cost} costs with {p}{pct} <tax|VAT|sales tax>",
        "{calc} {cost} plus {p}{pct} <tax|VAT|sales tax|tip>",
        "{cost} plus {p}{pct}",
        "{cost} + {p}{pct} <tax|tip|VAT|service>",
        "if {p}{pct} <tax|VAT|sales tax> is added to {cost}, <what is the total|how much do you pay|what do you get>",
        "given a price of {cost} and a tax rate of {p}{pct}, {what_is} the <total|final price|price with tax>",
        "{a_thing} costs {cost} <without|before|not including> tax, and the tax rate is {p}{pct}. <what is the "
        "final price|how much do you pay|what is the total>",
        "the <tax|sales tax|VAT> is {p}{pct}. <how much do you pay for|what is the total price of> {a_thing} of {cost}",
        "<{p}{pct} tax|{p}{pct} VAT|a fee of {p}{pct}> is added to the price of {cost}. {what_is} the "
        "<total|final price|amount to pay>",
        "a <fee|charge|service charge|surcharge> of {p}{pct} is added to a bill of {cost}. <what is the "
        "total|how much is to be paid>",
        "{name} <has|gets> a bill of {cost} and <adds|leaves|gives> a {p}{pct} tip. how much does {he} pay <in "
        "total|altogether|in all>",
        "{name} <eats|has dinner> for {cost} and tips {p}{pct}. what does {he} pay in total",
        "how much is {a_thing} of {cost} <including|with|after adding> {p}{pct} <tax|VAT|sales tax>",
        "the price of {a_thing} is {cost}, but it <goes up|rises|increases> by {p}{pct}. <what does it cost "
        "now|what is the price now>",
        "a shop buys {a_thing} for {cost} and adds {p}{pct}. <what is the selling price|for how much does it sell it>",
        "{a_thing} is marked up by {p}{pct} from {cost}. <what is the new price|what does it cost now|what is "
        "the selling price>",
        "<price|net>: {cost}. tax: {p}{pct}. <total|to pay|price with tax>?",
        "a {p}{pct} tip on {cost}: what is the <total|whole bill|total bill>",
        "{what_is} the total bill for {cost} with {p}{pct} <tip|service|tax>",
        "how much must {name} pay for {a_thing} if it costs {cost} plus {p}{pct} tax",
        "to the {cost} for {a_thing} {p}{pct} tax <must be|is> added. <how much is it then|what is the total>",
        "the gross price is wanted: {cost} plus {p}{pct} VAT",
        *told_frames(
            "<{a_thing} is {cost} plus {p}{pct} tax|the net price is {cost} and the tax is "
            "{p}{pct}|a bill of {cost} gets a tip of {p}{pct}|{p}{pct} tax is added to "
            "{cost}|{name} pays {cost} and {p}{pct} tax on top>",
            "<what is the total|how much is it with everything|what is the full price|how much has to be paid>",
            "<what the total is|how much has to be paid|what the full price is>",
            "<the total|the full price|the price with everything|the final amount>",
            "<{cost} plus {p}{pct}|net price {cost}, tax {p}{pct}|bill {cost}, tip {p}{pct}>",
        ),
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
            "him": phrased(person.him),
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
        "{must_find} the <percent|percentage> <change|{updown}> from {a} to {b}",
        "{wonder} by <what|how many> percent {a} changes to become {b}",
        "{calc} the <relative change|change> from {a} to {b} in percent",
        "{calc} the percent<age|> <change|{updown}> if {a} becomes {b}",
        "by how many percent <is {b} {moreless} than {a}|does {a} {grow} to {b}>",
        "{b} is <how many|what> percent {moreless} than {a}",
        "how many percent {moreless} than {a} is {b}",
        "what percent {moreless} is {b} than {a}",
        "how <big|large> is the {updown} from {a} to {b} in percent",
        "what is the {updown} in percent <when|if> {a} becomes {b}",
        "<let|suppose> x change from {a} to {b}. {what_is} the percent <change|{updown}>",
        "if a <value|quantity|number> <goes|changes> from {a} to {b}, <what is the percent change|by what "
        "percent does it change>",
        "a quantity was {a} and is now {b}. {what_is} the <percentage|percent> <change|{updown}>",
        "it was {a} <before|last year|yesterday>, <now it is|and now it is> {b}. <what percent change is "
        "that|how many percent change is that>",
        "<last year|in the past|at first> there were {a} <members|visitors|pupils|trees|cars>, <now|today|this "
        "year> there are {b}. by <what|how many> percent did the number change",
        "the number of <members|visitors|pupils|trees|customers> {grew} from {a} to {b}. {find} the {updown} in "
        "percent",
        "{name} earned {a} dollars before and earns {b} dollars now. <what is the percent change|by how many "
        "percent did the pay change>",
        "the rent <{grew}|changed> from {a} to {b} dollars. <what is the percentage change|by what percent did "
        "it change>",
        "the <weight of a box|height of a tree|size of a file|mass of a sample> {grew} from {a} to {b}. how many "
        "percent is this",
        "a <share|stock|house|coin> was worth {a} and is worth {b} now. <what is the percent change|how many "
        "percent change is that>",
        "{grew} from {a} to {b}: percent <change|{updown}>",
        "{a} to {b}, percent <change|{updown}>",
        "old: {a}, new: {b}, <percent change|change in percent|{updown} in percent>?",
        "what is the percent {updown} of <a price|a value|a number> that {grew} from {a} to {b}",
        "the {updown} from {a} to {b} is how many percent",
        "going from {a} to {b}, by <what|how many> percent does <a price|a value|it> change",
        *told_frames(
            "<something goes from {a} to {b}|a value was {a} and is {b} now|the old value "
            "is {a} and the new value is {b}|it was {a} last year and it is {b} this year|a"
            " price changes from {a} to {b}>",
            "<what is the {updown} in percent|what is the percent {updown}|by how many "
            "percent is that a change|how large is the change in percent>",
            "<what the percent {updown} is|by how many percent it changed|how large the change is in percent>",
            "<the percent {updown}|the {updown} in percent|the percent change|the relative change in percent>",
            "<old {a}, new {b}|before {a}, after {b}|from {a} to {b}>",
        ),
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
            "moreless": "more" if up else "less",
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
        "{must_find} {n} {raised} by {p}{pct}",
        "{wonder} what {n} {raised} by {p}{pct} is",
        "{calc} {n} {sign} {p}{pct}",
        "let x = {n}. {Raise} x by {p}{pct}. <what is the new x|what is x now|what do you get>",
        "if x = {n} and x is {raised} by {p}{pct}, {what_is} the new value",
        "{p}{pct} is {addsub} {n}. {result_q}",
        "{Raise} {n} by {p}{pct}. {result_q}",
        "{n} is {raised} by {p}{pct}. {result_q}",
        "a <quantity|number|value> of {n} {changes} by {p}{pct}. <what is it then|what is the new value|find the "
        "new value>",
        "the <old|original|starting|first> value is {n}. it {changes} by {p}{pct}. {what_is} the new value",
        "{what_is} the new value <when|if> {n} {changes} by {p}{pct}",
        "{what_is} the <result|value> of a {p}{pct} {updown} of {n}",
        "which number do <we|you> get <when|if> we {Raise} {n} by {p}{pct}",
        "which number is {p}{pct} {moreless} than {n}",
        "{what_is} the number that is {p}{pct} {moreless} than {n}",
        "{someone} <earns|gets> {n} dollars a month. the pay {changes} by {p}{pct}. <what is the new pay|how "
        "much is it now>",
        "the <rent|price|salary|fee|fare> is {n} and {changes} by {p}{pct}. <what is it now|how much is it afterwards>",
        "a <share|stock|house|car> worth {n} <dollars|euros> {changes} in value by {p}{pct}. <what is it worth "
        "now|what is its new value>",
        "{n} after a {p}{pct} {updown}",
        "<starting with|start with> {n}, {p}{pct} {updown}: what <remains|is the new value|do you get>",
        "there are {crowd} <fish|visitors|members|pupils|birds>. the number {changes} by {p}{pct}. how many are "
        "there <then|afterwards|now>",
        "what does {n} become if it {changes} by {p}{pct}",
        "how do i {Raise} {n} by {p}{pct}",
        "{changing} by {p}{pct}, what does {n} become",
        *told_frames(
            "<{n} {changes} by {p}{pct}|the old value is {n} and it {changes} by "
            "{p}{pct}|there is an amount of {n} that {changes} by {p}{pct}>",
            "<what is the new value|what does it become|how much is it then|what comes out>",
            "<what the new value is|what it becomes|how much it is then>",
            "<the new value|the value afterwards|the new amount|the result>",
            "<{n}, {updown} {p}{pct}|old value {n}, {updown} of {p}{pct}|{n} {sign} {p}{pct}>",
        ),
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
            "addsub": "added to",
            "changing": rng.choice(("growing", "rising", "increasing")),
        }
        if up
        else {
            "Raise": rng.choice(("decrease", "reduce", "lower")),
            "raised": rng.choice(("decreased", "reduced")),
            "changes": rng.choice(("falls", "drops", "decreases")),
            "updown": "decrease",
            "sign": "minus",
            "moreless": "less",
            "addsub": "taken off",
            "changing": rng.choice(("falling", "shrinking", "decreasing")),
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
        "{must_find} the <original|old|full|regular> price if {a_thing} costs {cost} after a discount of {p}{pct}",
        "{wonder} what {a_thing} cost before the {p}{pct} discount <if|when> it now costs {cost}",
        "{calc} the price before a discount of {p}{pct} <if|when> the sale price is {cost}",
        "with {p}{pct} off, {a_thing} costs {cost}. <what is the regular price|what is the price without "
        "discount|how much is it normally>",
        "given the sale price {cost} and the discount {p}{pct}, {what_is} the <original|regular|full> price",
        "{a_thing} is on sale for {cost}, <which is|that is> {p}{pct} off. <what is the normal price|what was "
        "the original price|what did it cost before>",
        "<at|in> a {p}{pct} off sale {name} bought {a_thing} for {cost}. what <was the original price|did it "
        "cost before the sale>",
        "after {p}{pct} off you pay {cost}. <what was the price|what was the full price|how much was it without "
        "the discount>",
        "{name} saved {p}{pct} and paid {cost}. <what was the full price|how much was it before|what was the price>",
        "the reduced price is {cost}, {p}{pct} less than <before|the old price>. {what_is} the old price",
        "{cost} is {p}{pct} less than the <original|old|regular> price. {what_is} the <original|old|regular> price",
        "{n} is {p}{pct} less than <what number|which number>",
        "which number <reduced|decreased|lowered> by {p}{pct} gives {n}",
        "if x <reduced|decreased> by {p}{pct} is {n}, {what_is} x",
        "x minus {p}{pct} of x is {n}. {what_is} x",
        "a number <falls|drops|shrinks> by {p}{pct} to {n}. {what_is} the number",
        "a <quantity|value|population|stock> <fell|dropped|shrank> by {p}{pct} to {n}. <what was it before|what "
        "was it at first|find the old value>",
        "after losing {p}{pct} of its value, {a_thing} is worth {cost}. <what was it worth before|what was its value>",
        "something lost {p}{pct} and is now {n}. <what was it before|find the original value>",
        "{name} <spent|gave away|used> {p}{pct} of the money and has {cost} left. how much was there at first",
        "how much did {a_thing} cost before <a reduction|a price cut|a discount> of {p}{pct} brought <it|the "
        "price> to {cost}",
        "<sale price|price now>: {cost}. discount: {p}{pct}. <original price|price before|old price>?",
        "what was the price of {a_thing} before it was <lowered|reduced|cut> by {p}{pct} to {cost}",
        *told_frames(
            "<{a_thing} is {cost} now, after {p}{pct} off|a price was cut by {p}{pct} and "
            "is {cost} now|{name} pays {cost} because there is {p}{pct} off|{cost} is what "
            "is left after a discount of {p}{pct}>",
            "<what was the old price|what did it cost at first|how much was it before|what was the full price>",
            "<what the old price was|what it cost at first|how much it was before>",
            "<the old price|the original price|the price before the discount|the full price>",
            "<{cost} after {p}{pct} off|sale price {cost}, discount {p}{pct}>",
        ),
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
        "{must_find} the <original|old> value if {n} is the value after an increase of {p}{pct}",
        "{wonder} what <the price|the value|it> was before an increase of {p}{pct} brought it to {n}",
        "{calc} the value before an increase of {p}{pct} <if|when> the new value is {n}",
        "given the new value {n} after a rise of {p}{pct}, {what_is} the <old|original> value",
        "which number <increased|raised> by {p}{pct} gives {n}",
        "if x <increased|raised> by {p}{pct} is {n}, {what_is} x",
        "x plus {p}{pct} of x is {n}. {what_is} x",
        "a number <rises|grows|increases> by {p}{pct} to {n}. {what_is} the number",
        "a <quantity|value|population|salary|price> <rose|grew|went up> by {p}{pct} and is now {n}. <what was it "
        "before|what was it at first|find the old value>",
        "something gained {p}{pct} and is now {n}. <what was it before|find the original value>",
        "after gaining {p}{pct} {someone} has {n} <points|dollars|members>. how many were there before",
        "{someone} got a <raise|pay rise> of {p}{pct} and now earns {n} dollars. <what was the old pay|how much "
        "was it before>",
        "the price with {p}{pct} <tax|VAT> is {cost}. <what is the price without tax|what is the net price|how "
        "much is it before tax>",
        "{a_thing} costs {cost} with {p}{pct} <tax|VAT> <included|already in the price>. <what does it cost "
        "without tax|find the net price>",
        "the bill <including|with> a {p}{pct} tip is {cost}. <how much was it without the tip|what was the bill "
        "before the tip>",
        "{cost} <includes|contains> {p}{pct} tax. {what_is} the price before tax",
        "a shop adds {p}{pct} and sells {a_thing} for {cost}. what did it cost the shop",
        "{a_thing} became {p}{pct} <dearer|more expensive> and costs {cost} now. <what did it cost before|what "
        "was the old price>",
        "the price of {a_thing} <rose|went up|was raised> by {p}{pct} to {cost}. <what was it before|what did it "
        "cost before|find the old price>",
        "{n} is the result of <increasing|raising> a number by {p}{pct}. <which number|what was the number>",
        "what was the price of {a_thing} before it <rose|went up> by {p}{pct} to {cost}",
        "<new value|value now>: {n}. increase: {p}{pct}. <old value|value before>?",
        "this year there are {n} members, {p}{pct} more than last year. how many were there last year",
        "the gross price is {cost} with {p}{pct} VAT <in it|included>. <what is the net price|find the net price>",
        *told_frames(
            "<{a_thing} is {cost} now, after a rise of {p}{pct}|a price rose by {p}{pct} to"
            " {cost}|{cost} is what it costs with {p}{pct} tax in it|the new value is {n} "
            "after growing by {p}{pct}>",
            "<what was it before|what was the old value|how much was it at first|what was it without that>",
            "<what it was before|what the old value was|how much it was at first>",
            "<the old value|the original value|the value before|the amount without it>",
            "<new value {n}, increase {p}{pct}|{cost} with {p}{pct} included|{n} after a {p}{pct} rise>",
        ),
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


@task(
    "percent",
    "percent_that_remains",
    (
        "{p}{pct} of {n} {things} are {kind}. how many are not {kind}",
        "{p}{pct} of the {n} {things} are {kind}. how many {things} are not {kind}",
        "of {n} {things}, {p}{pct} are {kind}. how many are not",
        "out of {n} {things} {p}{pct} are {kind}. {find} the number of {things} that are not {kind}",
        "there are {n} {things} and {p}{pct} of them are {kind}. how many <are not|are not {kind}|are left that "
        "are not {kind}>",
        "if {p}{pct} of {n} {things} are {kind}, how many are not {kind}",
        "{n} {things}, {p}{pct} are {kind}, the rest are not. how many are not {kind}",
        "how many of {n} {things} are not {kind} if {p}{pct} are {kind}",
        "<i have to|i need to|help me> find how many of {n} {things} are not {kind}, if {p}{pct} are {kind}",
        "{wonder} how many of {n} {things} are not {kind} when {p}{pct} are",
        "{someone} counts {n} {things}. {p}{pct} are {kind}. how many others are there",
        "a group of {n} {things}: {p}{pct} are {kind}. the others are not. how many others are there",
        "we have {n} {things}. since {p}{pct} of them are {kind}, how many are not",
        "{p}{pct} of {n} is taken away. <what is left|how much is left|how much remains>",
        "take {p}{pct} away from {n}. <what is left|how much remains>",
        "{someone} has {n} dollars and spends {p}{pct} <of it|of the money>. how much <is left|money is left|remains>",
        "{someone} spends {p}{pct} of {n} euros. how much does that leave",
        "a <tank|barrel|bottle> holds {n} liters. {p}{pct} is <used|poured out>. how many liters <remain|are left>",
        "a book has {n} pages. {someone} has read {p}{pct} of it. how many pages are left <to read|>",
        "a <trip|road|race> is {n} km long. {p}{pct} is done. how many km <remain|are left>",
        "what remains of {n} <after|when> {p}{pct} is <taken off|removed|used up>",
        "after {p}{pct} of {n} is <used|spent|removed>, how much is left",
        "{someone} must pay {p}{pct} tax on {n} dollars. how much is left after tax",
        "{p}{pct} of {n} <goes away|is lost|disappears>. how much stays",
        *told_frames(
            "<there are {n} {things} and {p}{pct} are {kind}|{p}{pct} of {n} {things} are "
            "{kind}|out of {n} {things}, {p}{pct} turn out to be {kind}>",
            "<how many are not|how many {things} are not {kind}|how many others are "
            "there|what is the number of the others>",
            "<how many are not {kind}|how many others there are|how many {things} are not>",
            "<the number of {things} that are not {kind}|the number of the others|the rest of the {things}>",
            "<{n} {things}, {p}{pct} {kind}|total {n}, {kind} {p}{pct}>",
        ),
    ),
    ("with {p}{pct} of {n} gone, how big is the part that stays",),
    constants=(100,),
)
def percent_that_remains(rng: Random) -> Instance:
    p = rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 55, 60, 65, 70, 75, 80, 85, 90, 95))
    n = rng.randint(1, 30) * rng.choice((20, 20, 100))
    things, kinds = rng.choice(
        (
            (("students", "children", "guests", "workers", "players", "members"), ("girls", "late", "new", "absent")),
            (("marbles", "balls", "cars", "flowers", "shirts", "balloons"), ("red", "blue", "white", "yellow")),
            (("eggs", "apples", "plates", "toys", "lamps"), ("broken", "sold", "old", "damaged")),
            (("trees", "plants", "houses", "rooms", "seats"), ("tall", "occupied", "old", "new")),
        )
    )
    return Instance(
        {"p": p, "n": n, "things": phrased(rng.choice(things)), "kind": phrased(rng.choice(kinds))},
        steps(
            f"What remains is 100 - {p} percent.",
            f"total = {n}\nremaining = total*(100 - {p})/100\n{tidy('remaining')}",
            boxed("What remains is"),
        ),
    )


@task(
    "percent",
    "two_percent_changes",
    (
        "{n} {first} by {p}{pct} and then {second} by {q}{pct}. {what_is} the <final value|result|new value>",
        "{n} first {first} by {p}{pct}, then {second} by {q}{pct}. {result_q}",
        "<a price|a salary|a rent|a fare|a value> of {n} {first} by {p}{pct}. <later|afterwards|after that|a "
        "year later|then> it {second} by {q}{pct}. <what is it now|how much is it now|what is the final value>",
        "<a price|a salary|a rent|a value> is {n}. it {first} by {p}{pct} and <later|afterwards|then> {second} "
        "by {q}{pct}. <what is it in the end|what is it now|find the final value>",
        "if {n} {first} by {p}{pct} and then {second} by {q}{pct}, {result_q}",
        "{what_is} the final value if {n} {first} by {p}{pct} and then {second} by {q}{pct}",
        "{must_find} the final value when {n} {first} by {p}{pct} and afterwards {second} by {q}{pct}",
        "{wonder} what {n} becomes when it {first} by {p}{pct} and then {second} by {q}{pct}",
        "start with {n}. it {first} by {p}{pct}. then it {second} by {q}{pct}. {result_q}",
        "what does {n} become if it {first} by {p}{pct} and then {second} by {q}{pct}",
        "a <stock|share|coin|house> worth {n} dollars {first} by {p}{pct} in the first <year|month|week> and "
        "{second} by {q}{pct} in the second. <what is it worth then|what is it worth after that>",
        "in one year a population of {n} {first} by {p}{pct}, in the next it {second} by {q}{pct}. {what_is} "
        "the population <then|after both years>",
        "{someone} has <savings|a fund|an investment> of {n} dollars. <it first|first it> {first} by {p}{pct}, "
        "then it {second} by {q}{pct}. how much is it in the end",
        "two changes: {n} {first} by {p}{pct}, the new value {second} by {q}{pct}. {what_is} the final value",
        "{n}: {first} by {p}{pct}, then {second} by {q}{pct}. <final value|result>?",
        "after {n} {first} by {p}{pct}, the result {second} by {q}{pct}. <where does it end|what is the final "
        "value|what do we have now>",
        "x is {n}. x {first} by {p}{pct} and the new value {second} by {q}{pct}. {what_is} x now",
        "let a = {n}. a {first} by {p}{pct}, giving b. b {second} by {q}{pct}, giving c. {what_is} c",
        "monday a <share|price|value> is {n}. on tuesday it {first} by {p}{pct}, on wednesday it {second} by "
        "{q}{pct}. <what is it on wednesday|what is it after that>",
        "the price of {a_thing} is {n} dollars. it {first} by {p}{pct} and then {second} by {q}{pct}. what does "
        "it cost now",
        "{a_thing} costs {n} euros. the price {first} by {p}{pct}, and some weeks later it {second} by "
        "{q}{pct}. <what is the new price|what does it cost in the end>",
        "how much is {n} after it {first} by {p}{pct} and after that {second} by {q}{pct}",
        *told_frames(
            "<{n} {first} by {p}{pct} and then {second} by {q}{pct}|a value of {n} {first} "
            "by {p}{pct} and afterwards {second} by {q}{pct}|at the start it is {n}, then "
            "it {first} by {p}{pct} and later {second} by {q}{pct}>",
            "<what is the final value|what is it in the end|how much is it after both changes|what remains of it>",
            "<what the final value is|what it is in the end|how much it is after both>",
            "<the final value|the value after both changes|the value in the end>",
        ),
    ),
    ("beginning at {n} something {first} by {p}{pct}, and what is it at last, once it {second} by {q}{pct}",),
    constants=(100,),
)
def two_percent_changes(rng: Random) -> Instance:
    n = rng.randint(1, 60) * rng.choice((10, 20, 50, 100))
    p, q = (rng.choice((5, 10, 12, 15, 20, 25, 30, 40, 50)) for _ in range(2))
    ways = {
        "+": ("rises", "increases", "grows", "goes up", "is increased", "is raised"),
        "-": ("falls", "decreases", "drops", "goes down", "is reduced", "is lowered"),
    }
    first, second = rng.choice(("+-", "-+", "++", "--"))
    return Instance(
        {
            "n": n,
            "p": p,
            "q": q,
            "first": phrased(rng.choice(ways[first])),
            "second": phrased(rng.choice(ways[second])),
            "a_thing": phrased(with_article(rng.choice(VALUABLES).one)),
        },
        steps(
            "The second percent is taken of the value after the first change.",
            f"start = {n}\nmiddle = start*(100 {first} {p})/100\nend = middle*(100 {second} {q})/100\n{rounded('end')}",
            boxed("The final value is"),
        ),
    )
