"""Counting and probability: arrangements, selections, dice, coins, cards and draws."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, phrased, steps


def _pick(rng: Random) -> dict[str, str | int]:
    n = rng.randint(3, 20)
    return {"n": n, "k": rng.randint(2, n - 1 if n < 12 else 6)}


@task(
    "combinatorics",
    "combinations",
    (
        "how many ways are there to choose {k} {things} from {n} [{things}]",
        "in how many ways can <you|we> choose {k} {things} from {n}",
        "choose {k} from {n}, how many ways",
        "{evaluate} C({n},{k})",
        "{evaluate} {n} choose {k}",
        "{n} choose {k}",
        "{find} the number of combinations of {n} things taken {k} at a time",
        "how many different <teams|groups|committees> of {k} can be formed from {n} people",
        "from {n} {things} {k} are chosen, order does not matter. how many ways",
        "how many subsets with {k} elements does a set of {n} elements have",
        "how many combinations of {k} out of {n} are there",
        "a team of {k} is picked from {n} players. how many teams are possible",
        "{evaluate} {n}C{k}",
        "{find} the binomial coefficient {n} over {k}",
    ),
    (
        "how often can one pick {k} out of {n} without regard to order",
        "{n} candidates, {k} seats, all equal: how many selections",
    ),
    weight=1.2,
)
def combinations(rng: Random) -> Instance:
    s = _pick(rng)
    s["things"] = rng.choice(("books", "people", "students", "cards", "balls", "players", "fruits", "toppings"))
    return Instance(
        s,
        steps(
            "Order does not matter, so we count combinations.",
            f"from math import comb\ncomb({s['n']}, {s['k']})",
            boxed("The number of ways is"),
        ),
    )


@task(
    "combinatorics",
    "permutations",
    (
        "how many ways are there to arrange {k} out of {n} {things} in a row",
        "in how many ways can {k} of {n} {things} be arranged in <a row|order|a line>",
        "{evaluate} P({n},{k})",
        "{evaluate} {n}P{k}",
        "{find} the number of permutations of {n} things taken {k} at a time",
        "{n} runners take part. in how many ways can the first {k} places be <filled|taken>",
        "how many ordered selections of {k} from {n} {things} are there",
        "from {n} {things} {k} are chosen and put in order. how many ways",
        "how many permutations of {k} out of {n} are there",
        "how many ways can {n} people fill {k} different <posts|offices|jobs>",
    ),
    ("order matters: {k} out of {n} {things}. how many possibilities",),
)
def permutations(rng: Random) -> Instance:
    s = _pick(rng)
    s["things"] = rng.choice(("books", "people", "students", "cards", "letters", "pictures"))
    return Instance(
        s,
        steps(
            "Order matters, so we count permutations.",
            f"from math import perm\nperm({s['n']}, {s['k']})",
            boxed("The number of ways is"),
        ),
    )


@task(
    "combinatorics",
    "arrangements_of_all",
    (
        "in how many ways can {n} {things} be arranged in a <row|line>",
        "how many ways are there to arrange {n} {things} [in a row|on a shelf]",
        "in how many <ways|orders> can {n} {people} <sit|stand|line up> in a row",
        "how many ways can {n} {people} <sit|stand> in a <row|line>",
        "how many permutations of {n} {things} are there",
        "how many orders are possible for {n} {things}",
        "{n} {people} sit in a row. how many seating orders are there",
        "{n} {things} are put in order. how many ways",
    ),
    ("queue up {n} {people}: the number of different queues is what",),
)
def arrangements(rng: Random) -> Instance:
    n = rng.randint(3, 14)
    return Instance(
        {
            "n": n,
            "things": phrased(rng.choice(("books", "pictures", "different balls", "songs", "cards", "letters"))),
            "people": phrased(rng.choice(("people", "students", "children", "friends"))),
        },
        steps(
            "All orders of n things are n factorial.",
            f"from math import factorial\nfactorial({n})",
            boxed("The number of ways is"),
        ),
    )


@task(
    "combinatorics",
    "round_table",
    (
        "in how many ways can {n} people sit <around|at> a round table",
        "how many ways are there to seat {n} people <around|at> a <round|circular> table",
        "{n} <people|friends|guests> sit around a round table. how many seating orders are there",
        "{find} the number of circular arrangements of {n} people",
        "how many seatings are there for {n} people at a round table",
        "{n} people take their seats at a circular table. how many ways are there",
        "round table, {n} people, how many arrangements",
        "in how many different ways can {n} friends be seated around a circular table",
    ),
    ("only the neighbours count at a circular table of {n} guests; how many seatings",),
    constants=(1,),
)
def round_table(rng: Random) -> Instance:
    n = rng.randint(3, 13)
    return Instance(
        {"n": n},
        steps(
            "Turning the table changes nothing, so one person is fixed.",
            f"from math import factorial\nfactorial({n} - 1)",
            boxed("The number of ways is"),
        ),
    )


@task(
    "combinatorics",
    "factorial",
    (
        "{evaluate} {n}!",
        "{n}!",
        "{find} {n} factorial",
        "{n} factorial",
        "{find} the factorial of {n}",
        "factorial of {n}",
        "what does {n}! equal",
    ),
    ("multiply all whole numbers from 1 up to {n}",),
)
def factorial(rng: Random) -> Instance:
    n = rng.randint(3, 25)
    return Instance(
        {"n": n},
        steps("We compute the factorial.", f"from math import factorial\nfactorial({n})", boxed("The factorial is")),
    )


_WORDS = [
    "MISSISSIPPI",
    "BANANA",
    "LEVEL",
    "SCHOOL",
    "BOOK",
    "APPLE",
    "LETTER",
    "COFFEE",
    "MATH",
    "STATISTICS",
    "TENNESSEE",
    "PEPPER",
    "SUMMER",
    "BALLOON",
    "COMMITTEE",
    "PARALLEL",
    "MATHEMATICS",
    "ALGEBRA",
    "KITTEN",
    "HELLO",
    "SUCCESS",
    "ENGINEER",
    "CLASS",
    "GEOMETRY",
    "BOTTLE",
    "PUPPY",
    "TRIANGLE",
    "COOKIE",
    "NUMBER",
    "GRAMMAR",
    "LESSON",
    "TEACHER",
    "STREET",
    "ORANGE",
    "SEVEN",
    "MIRROR",
]


@task(
    "combinatorics",
    "arrangements_of_word",
    (
        "in how many ways can the letters of <the word |>{w} be arranged",
        "how many <different|distinct> arrangements of the letters of {w} are there",
        "how many <different|distinct> words can be made from the letters of {w}",
        "{find} the number of <arrangements|permutations|anagrams> of <the word |>{w}",
        "how many anagrams does {w} have",
        "permutations of the letters in {w}",
        "how many ways are there to rearrange the letters of {w}",
    ),
    ("shuffling the letters of {w} gives how many different strings",),
    constants=(1,),
)
def word(rng: Random) -> Instance:
    w = rng.choice(_WORDS)
    if rng.random() < 0.3:
        w = "".join(rng.choice("ABCDEEST") for _ in range(rng.randint(4, 8)))
    if rng.random() < 0.3:
        w = w.lower()
    return Instance(
        {"w": w},
        steps(
            "We divide by the orders of equal letters.",
            f"from math import factorial\nword = '{w}'\nways = factorial(len(word))\nfor letter in set(word):\n    "
            f"ways = ways//factorial(word.count(letter))\nways",
            boxed("The number is"),
        ),
    )


@task(
    "combinatorics",
    "choices_multiply",
    (
        "{name_has} {a} {x}, {b} {y} and {c} {z}. how many different outfits are possible",
        "how many outfits can be made from {a} {x}, {b} {y} and {c} {z}",
        "with {a} {x}, {b} {y} and {c} {z}, how many combinations are there",
        "a menu has {a} starters, {b} main dishes and {c} desserts. how many different meals are there",
        "how many different meals can be made from {a} starters, {b} mains and {c} desserts",
    ),
    ("one of {a} {x}, one of {b} {y}, one of {c} {z}: how many ways to dress",),
)
def choices(rng: Random) -> Instance:
    a, b, c = (rng.randint(2, 9) for _ in range(3))
    x, y, z = rng.sample(("shirts", "pairs of trousers", "hats", "jackets", "scarves", "pairs of shoes"), 3)
    return Instance(
        {
            "a": a,
            "b": b,
            "c": c,
            "x": phrased(x),
            "y": phrased(y),
            "z": phrased(z),
            "name_has": phrased(rng.choice(("i have", "you have", "Anna has", "Ben has"))),
        },
        steps("The choices multiply.", f"{a}*{b}*{c}", boxed("The number is")),
    )


@task(
    "combinatorics",
    "codes",
    (
        "how many {k}-digit codes can be made from {n} <digits|symbols|letters>",
        "how many different codes of {k} <signs|symbols> are there with {n} <symbols|signs> to choose from",
        "a lock has {k} wheels with {n} symbols each. how many combinations are there",
        "how many words of length {k} can be formed from {n} letters if letters may repeat",
        "how many strings of {k} letters are there over an alphabet of {n} letters",
        "a password has {k} characters from {n} possible ones. how many passwords are there",
        "how many ways are there to fill {k} places with {n} symbols",
        "{k} symbols in a row, each one of {n}: how many",
        "how many passwords of length {k} can be made with {n} characters",
    ),
    ("{k} places, each filled with one of {n} signs: how many possibilities",),
)
def codes(rng: Random) -> Instance:
    k = rng.randint(2, 8)
    n = rng.choice((10, 10, 26, rng.randint(2, 12)))
    return Instance(
        {"k": k, "n": n},
        steps(
            "Each place has the same number of choices.",
            f"choices = {n}\nplaces = {k}\nchoices**places",
            boxed("The number is"),
        ),
    )


@task(
    "combinatorics",
    "handshakes",
    (
        "{n} people shake hands with each other once. how many handshakes are there",
        "how many handshakes are there if {n} people all shake hands",
        "in a <league|tournament> of {n} teams every team plays every other once. how many <games|matches> are there",
        "how many <games|matches> are played if {n} teams each play each other once",
        "how many lines can be drawn through {n} points, no three on a line",
        "how many pairs can be formed from {n} people",
        "everybody in a group of {n} shakes hands with everybody else. how many handshakes",
        "{n} players each play one game against each other. how many games",
        "how many diagonals and sides together connect {n} points",
        "how many different pairs are there among {n} students",
    ),
    ("everyone of {n} guests greets everyone else once; count the greetings",),
    constants=(2,),
)
def handshakes(rng: Random) -> Instance:
    n = rng.randint(3, 60)
    return Instance(
        {"n": n}, steps("Each pair counts once.", f"from math import comb\ncomb({n}, 2)", boxed("The number is"))
    )


def _chance(before: str = "The probability is") -> str:
    return boxed(before)


@task(
    "probability",
    "one_die",
    (
        "{find} the probability of rolling {event} with <a|one> [fair] die",
        "what is the chance of getting {event} <with a die|when rolling a die>",
        "a <die|dice> is <rolled|thrown>. what is the probability of {event}",
        "probability of {event} with a die",
        "how likely is {event} with one die",
        "you roll a die. {find} the probability of {event}",
    ),
    ("a cube with 1 to 6 is thrown once; how probable is {event}",),
    constants=(0, 1, 2, 3, 4, 5, 6, 7),
)
def one_die(rng: Random) -> Instance:
    n = rng.randint(1, 6)
    event, condition = rng.choice(
        (
            (f"a {n}", f"roll == {n}"),
            ("an even number", "roll % 2 == 0"),
            ("an odd number", "roll % 2 == 1"),
            (f"more than {min(n, 5)}", f"roll > {min(n, 5)}"),
            (f"less than {max(n, 2)}", f"roll < {max(n, 2)}"),
            (f"at least {n}", f"roll >= {n}"),
            (f"at most {n}", f"roll <= {n}"),
            ("a multiple of 3", "roll % 3 == 0"),
            ("a prime number", "roll in [2, 3, 5]"),
            (f"a number greater than {min(n, 5)}", f"roll > {min(n, 5)}"),
        )
    )
    return Instance(
        {"event": phrased(event)},
        steps(
            "We count the favourable rolls among six.",
            f"from sympy import Rational\nfavourable = [roll for roll in range(1, 7) if "
            f"{condition}]\nRational(len(favourable), 6)",
            _chance(),
        ),
    )


@task(
    "probability",
    "two_dice",
    (
        "two dice are <rolled|thrown>. {find} the probability of {event}",
        "{find} the probability of {event} with two dice",
        "what is the chance of {event} when rolling two dice",
        "you roll two dice. what is the probability of {event}",
        "probability of {event} with two dice",
        "what is the probability of {event} if two fair dice are thrown",
    ),
    ("a pair of dice falls; how probable is {event}",),
    constants=(0, 1, 2, 6, 7, 36),
)
def two_dice(rng: Random) -> Instance:
    n = rng.randint(2, 12)
    event, condition = rng.choice(
        (
            (f"a sum of {n}", f"a + b == {n}"),
            (f"getting a sum of {n}", f"a + b == {n}"),
            (f"a total of {n}", f"a + b == {n}"),
            ("a double", "a == b"),
            ("two equal numbers", "a == b"),
            (f"a sum greater than {min(n, 11)}", f"a + b > {min(n, 11)}"),
            (f"a sum less than {max(n, 3)}", f"a + b < {max(n, 3)}"),
            (f"a sum of at least {n}", f"a + b >= {n}"),
            ("an even sum", "(a + b) % 2 == 0"),
            (f"at least one {n % 6 + 1}", f"{n % 6 + 1} in (a, b)"),
        )
    )
    return Instance(
        {"event": phrased(event)},
        steps(
            "We count the favourable pairs of rolls.",
            f"from sympy import Rational\npairs = [(a, b) for a in range(1, 7) for b in range(1, 7)]\nfavourable = "
            f"[1 for a, b in pairs if {condition}]\nRational(len(favourable), len(pairs))",
            _chance(),
        ),
    )


@task(
    "probability",
    "coins",
    (
        "a coin is <tossed|flipped|thrown> {n} times. {find} the probability of {event}",
        "{find} the probability of {event} in {n} coin <tosses|flips>",
        "what is the chance of {event} when <a coin is flipped {n} times|flipping {n} coins>",
        "{n} coins are <tossed|flipped>. what is the probability of {event}",
        "you flip a [fair] coin {n} times. what is the probability of {event}",
        "probability of {event} in {n} flips",
    ),
    ("out of {n} throws of a coin, how probable is {event}",),
    constants=(0, 1, 2),
)
def coins(rng: Random) -> Instance:
    n = rng.randint(2, 12)
    k = rng.randint(1, n - 1)
    side = rng.choice(("heads", "heads", "tails"))
    kind = rng.randrange(5)
    event = (f"exactly {k} {side}", f"{k} {side}", f"at least {k} {side}", f"at most {k} {side}", f"all {side}")[kind]
    favourable = (
        f"comb({n}, {k})",
        f"comb({n}, {k})",
        f"sum(comb({n}, k) for k in range({k}, {n} + 1))",
        f"sum(comb({n}, k) for k in range({k} + 1))",
        "1",
    )[kind]
    lead = "from math import comb\n" if "comb" in favourable else ""
    return Instance(
        {"n": n, "event": phrased(event)},
        steps(
            "We count the favourable sequences among all.",
            f"from sympy import Rational\n{lead}favourable = {favourable}\nRational(favourable, 2**{n})",
            _chance(),
        ),
    )


_COLOURS = ("red", "blue", "green", "yellow", "white", "black")


def _bag(rng: Random) -> tuple[dict[str, Slot], list[str], list[int]]:
    count = rng.choice((2, 2, 3))
    colours = rng.sample(_COLOURS, count)
    numbers = [rng.randint(2, 12) for _ in range(count)]
    things = rng.choice(("balls", "marbles", "beads", "sweets"))
    parts = [f"{n} {colour}" for n, colour in zip(numbers, colours, strict=True)]
    return (
        {
            "bag": rng.choice(("bag", "box", "jar", "bowl")),
            "content": phrased(f"{', '.join(parts[:-1])} and {parts[-1]} {things}"),
            "thing": things[:-1],
            "things": things,
        },
        colours,
        numbers,
    )


@task(
    "probability",
    "draw_one",
    (
        "a {bag} <contains|has|holds> {content}. one {thing} is <drawn|taken|picked> [at random]. {find} the "
        "probability that it is {colour}",
        "there are {content} in a {bag}. what is the probability of <drawing|picking> a {colour} {thing}",
        "{find} the probability of <drawing|picking> a {colour} {thing} from a {bag} with {content}",
        "a {bag} has {content}. what is the chance of a {colour} {thing}",
        "what is the probability to get {colour} from a {bag} with {content}",
        "{content} are in a {bag}. you take one. how likely is a {colour} {thing}",
    ),
    ("blindly someone takes one {thing} out of {content}; is it {colour}? give the probability",),
)
def draw_one(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    index = rng.randrange(len(colours))
    body = "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))
    return Instance(
        {**slots, "colour": phrased(colours[index]), "good": numbers[index], "all": sum(numbers)},
        steps(
            f"We divide the {colours[index]} ones by all.",
            f"from sympy import Rational\n{body}\nRational({colours[index]}, {' + '.join(colours)})",
            _chance(),
        ),
    )


@task(
    "probability",
    "draw_not",
    (
        "a {bag} <contains|has> {content}. {find} the probability that a random {thing} is not {colour}",
        "{find} the probability of not <drawing|picking> a {colour} {thing} from a {bag} with {content}",
        "there are {content} in a {bag}. what is the chance that a {thing} is not {colour}",
        "{content} are in a {bag}. one {thing} is taken. what is the probability that it is not {colour}",
        "what is the probability that a {thing} from a {bag} with {content} is not {colour}",
        "a {bag} holds {content}. how likely is it to get a {thing} that is not {colour}",
    ),
    ("from {content} one is taken; how probable is any colour but {colour}",),
    constants=(1,),
)
def draw_not(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    index = rng.randrange(len(colours))
    body = "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))
    return Instance(
        {**slots, "colour": phrased(colours[index])},
        steps(
            "We subtract the probability of the colour from 1.",
            f"from sympy import Rational\n{body}\n1 - Rational({colours[index]}, {' + '.join(colours)})",
            _chance(),
        ),
    )


@task(
    "probability",
    "draw_several_without_replacement",
    (
        "a {bag} <contains|has> {content}. {k} {things} are drawn without replacement. {find} the probability that "
        "all are {colour}",
        "{k} {things} are drawn without replacement from a {bag} with {content}. what is the probability that all "
        "are {colour}",
        "{find} the probability of drawing {k} {colour} {things} without replacement from a {bag} with {content}",
        "there are {content} in a {bag}. you take {k} without putting them back. what is the chance that all are "
        "{colour}",
        "from {content} {k} are drawn without replacement. how likely is it that all are {colour}",
        "without replacement, {k} {things} are drawn from {content}. {find} P(all {colour})",
        "a {bag} holds {content}. {k} {things} are taken at once. {find} the probability that all are {colour}",
    ),
    ("{k} times a {thing} is taken out of {content} and kept; how probable is only {colour}",),
)
def draw_without(rng: Random) -> Instance:
    return _several(rng, False)


@task(
    "probability",
    "draw_several_with_replacement",
    (
        "a {bag} <contains|has> {content}. {k} {things} are drawn with replacement. {find} the probability that all "
        "are {colour}",
        "{k} {things} are drawn with replacement from a {bag} with {content}. what is the probability that all are "
        "{colour}",
        "{find} the probability of drawing {k} {colour} {things} with replacement from a {bag} with {content}",
        "there are {content} in a {bag}. {k} times you take one and put it back. what is the chance that all are "
        "{colour}",
        "from {content} {k} are drawn with replacement. how likely is it that all are {colour}",
        "with replacement, {k} {things} are drawn from {content}. {find} P(all {colour})",
        "a {bag} holds {content}. {k} times a {thing} is drawn and put back. {find} the probability that all are "
        "{colour}",
    ),
    ("{k} times a {thing} is taken out of {content} and returned; how probable is only {colour}",),
)
def draw_with(rng: Random) -> Instance:
    return _several(rng, True)


def _several(rng: Random, back: bool) -> Instance:
    slots, colours, numbers = _bag(rng)
    index = rng.randrange(len(colours))
    k = rng.choice((2, 2, 3))
    body = "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))
    colour = colours[index]
    total = " + ".join(colours)
    code = (
        f"from sympy import Rational\n{body}\nRational({colour}, {total})**{k}"
        if back
        else f"from sympy import Rational\nfrom math import comb\n{body}\n"
        f"Rational(comb({colour}, {k}), comb({total}, {k}))"
    )
    return Instance(
        {
            **slots,
            "colour": phrased(colour),
            "k": ("two", "three")[k - 2] if rng.random() < 0.6 else k,
            "good": numbers[index],
            "all": sum(numbers),
            "number": k,
        },
        steps(
            "Each draw has the same probability."
            if back
            else "We divide the selections of that colour by all selections.",
            code,
            _chance(),
        ),
    )


@task(
    "probability",
    "cards",
    (
        "{find} the probability of drawing {card} from a deck of 52 cards",
        "a card is drawn from a deck of 52 cards. what is the probability of {card}",
        "what is the chance of drawing {card} from a [standard] deck of 52 cards",
        "one card is taken from 52 cards. how likely is {card}",
        "you draw one card from 52. {find} the probability of {card}",
        "probability of {card} in a deck of 52 cards",
        "a deck has 52 cards. one is picked at random. what is the probability that it is {card}",
    ),
    ("out of a full pack of 52 cards one is turned; is it {card}? how probable",),
    constants=(1, 2, 4, 8, 12, 13, 26),
)
def cards(rng: Random) -> Instance:
    card, n = rng.choice(
        (
            ("an ace", 4),
            ("a king", 4),
            ("a heart", 13),
            ("a red card", 26),
            ("a spade", 13),
            ("a queen", 4),
            ("a face card", 12),
            ("the ace of spades", 1),
            ("a black card", 26),
            ("a diamond", 13),
            ("a king or a queen", 8),
            ("a red king", 2),
        )
    )
    return Instance(
        {"card": phrased(card)},
        steps(
            "We divide the favourable cards by all.",
            f"from sympy import Rational\nfavourable = {n}\nRational(favourable, 52)",
            _chance(),
        ),
    )


@task(
    "probability",
    "binomial",
    (
        "an event has probability {p}. {find} the probability that it happens exactly {k} times in {n} trials",
        "{find} the probability of exactly {k} successes in {n} trials with success probability {p}",
        "binomial distribution with n = {n} and p = {p}: {find} P(X = {k})",
        "a player hits with probability {p}. what is the probability of exactly {k} hits in {n} shots",
        "X is binomial with n = {n}, p = {p}. {find} P(X = {k})",
    ),
    ("of {n} independent tries, each good with probability {p}, how probable are {k} good ones",),
    constants=(1,),
)
def binomial(rng: Random) -> Instance:
    n = rng.randint(3, 15)
    k, p = (
        rng.randint(0, n),
        rng.choice(("0.1", "0.2", "0.25", "0.3", "0.4", "0.5", "0.6", "0.7", "0.75", "0.8", "0.9")),
    )
    return Instance(
        {"n": n, "k": k, "p": p},
        steps(
            "The binomial formula counts the orders of success.",
            f"from math import comb\nn = {n}\nk = {k}\np = {p}\nf'{{comb(n, k)*p**k*(1 - p)**(n - k):.4f}}'",
            _chance("The probability is about"),
        ),
    )


@task(
    "probability",
    "independent_events",
    (
        "{find} the probability that both of two independent events with probabilities {p} and {q} happen",
        "two independent events have probabilities {p} and {q}. what is the probability that both happen",
        "P(A) = {p} and P(B) = {q}, A and B are independent. {find} P(A and B)",
        "given independent events with P(A) = {p}, P(B) = {q}, what is P(A and B)",
        "A and B are independent with P(A) = {p} and P(B) = {q}. what is the probability of both",
        "how likely is it that both events happen if they are independent with probabilities {p} and {q}",
        "probabilities {p} and {q}, independent: {find} the probability of both",
        "what is the probability of A and B if P(A) = {p}, P(B) = {q} and they are independent",
    ),
    ("A occurs with {p}, B with {q}, without influence on each other; how probable are both",),
)
def independent(rng: Random) -> Instance:
    p, q = (f"0.{rng.randint(1, 9)}" if rng.random() < 0.7 else f"0.{rng.randint(11, 99)}" for _ in range(2))
    return Instance({"p": p, "q": q}, steps("Independent probabilities multiply.", f"f'{{{p}*{q}:.10g}}'", _chance()))


@task(
    "probability",
    "complement_probability",
    (
        "the probability of rain is {p}. what is the probability that it does not rain",
        "P(A) = {p}. {find} P(not A)",
        "an event has probability {p}. {find} the probability that it does not happen",
        "if the chance to win is {p}, what is the chance not to win",
        "the chance of an event is {p}. {find} the chance of the opposite",
        "what is 1 minus the probability {p}",
        "something happens with probability {p}. how likely is it that it does not happen",
        "probability of success {p}, {find} the probability of failure",
    ),
    ("{p} is how likely it is; how likely is the opposite",),
    constants=(1,),
)
def complement(rng: Random) -> Instance:
    p = f"0.{rng.randint(1, 99):02d}".rstrip("0")
    return Instance({"p": p}, steps("The probabilities add to 1.", f"f'{{1 - {p}:.10g}}'", _chance()))
