"""Pieces that word problems share: people, things, money, numbers as people write them, and step-by-step solutions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from mathcoder_kernel.problems.phrasing import Template, phrase
from mathcoder_kernel.problems.problem import Code, Step, Words

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = {
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
    100: "a hundred",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story, with the pronouns that refer to them."""

    name: str
    he: str
    his: str
    him: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A countable thing with its plural and its usual price range in whole money units."""

    one: str
    many: str
    cheap: int = 1
    dear: int = 20


_HE = [
    "Tom",
    "Ben",
    "Erik",
    "Omar",
    "Leo",
    "Ali",
    "Sam",
    "Jack",
    "Noah",
    "Luca",
    "Ivan",
    "Raj",
    "Paul",
    "David",
    "Mike",
    "John",
    "James",
    "Carlos",
    "Adam",
    "Peter",
    "Hugo",
    "Finn",
    "Kofi",
    "Liam",
    "Oscar",
    "Diego",
    "Marco",
    "Yusuf",
    "Chen",
    "Arjun",
]
_SHE = [
    "Anna",
    "Mia",
    "Sara",
    "Lucy",
    "Emma",
    "Maria",
    "Lena",
    "Nora",
    "Zoe",
    "Julia",
    "Amy",
    "Kate",
    "Lisa",
    "Olivia",
    "Sofia",
    "Aisha",
    "Mei",
    "Priya",
    "Clara",
    "Eva",
    "Ruth",
    "Hannah",
    "Ella",
    "Grace",
    "Maya",
    "Ines",
    "Fatima",
    "Rosa",
    "Tina",
    "Leila",
]
PEOPLE = tuple(Person(name, "he", "his", "him") for name in _HE) + tuple(
    Person(name, "she", "her", "her") for name in _SHE
)

GOODS = (
    Thing("pen", "pens", 1, 4),
    Thing("pencil", "pencils", 1, 3),
    Thing("notebook", "notebooks", 2, 8),
    Thing("book", "books", 5, 30),
    Thing("ruler", "rulers", 1, 5),
    Thing("eraser", "erasers", 1, 3),
    Thing("bag", "bags", 10, 60),
    Thing("shirt", "shirts", 8, 45),
    Thing("T-shirt", "T-shirts", 8, 30),
    Thing("hat", "hats", 5, 30),
    Thing("apple", "apples", 1, 3),
    Thing("orange", "oranges", 1, 3),
    Thing("banana", "bananas", 1, 3),
    Thing("melon", "melons", 2, 7),
    Thing("cake", "cakes", 6, 35),
    Thing("cupcake", "cupcakes", 1, 5),
    Thing("cookie", "cookies", 1, 4),
    Thing("sandwich", "sandwiches", 2, 9),
    Thing("pizza", "pizzas", 6, 18),
    Thing("ticket", "tickets", 4, 60),
    Thing("movie ticket", "movie tickets", 6, 15),
    Thing("toy car", "toy cars", 2, 15),
    Thing("ball", "balls", 3, 25),
    Thing("mug", "mugs", 3, 14),
    Thing("plant", "plants", 3, 25),
    Thing("chair", "chairs", 15, 90),
    Thing("lamp", "lamps", 12, 80),
    Thing("game", "games", 10, 60),
    Thing("poster", "posters", 4, 15),
    Thing("bottle of water", "bottles of water", 1, 3),
    Thing("box of chocolates", "boxes of chocolates", 4, 16),
    Thing("coffee", "coffees", 2, 6),
    Thing("bunch of flowers", "bunches of flowers", 4, 20),
    Thing("pair of socks", "pairs of socks", 2, 9),
    Thing("stamp", "stamps", 1, 4),
    Thing("candle", "candles", 2, 12),
    Thing("muffin", "muffins", 1, 4),
    Thing("donut", "donuts", 1, 3),
    Thing("juice", "juices", 1, 5),
    Thing("magazine", "magazines", 2, 9),
    Thing("comic", "comics", 2, 8),
    Thing("scarf", "scarves", 6, 30),
    Thing("cap", "caps", 5, 25),
    Thing("towel", "towels", 4, 20),
    Thing("plate", "plates", 3, 15),
    Thing("glass", "glasses", 2, 9),
    Thing("toothbrush", "toothbrushes", 1, 5),
    Thing("pineapple", "pineapples", 2, 5),
    Thing("loaf of bread", "loaves of bread", 2, 5),
    Thing("carton of milk", "cartons of milk", 1, 3),
    Thing("pack of cards", "packs of cards", 2, 9),
    Thing("doll", "dolls", 5, 30),
    Thing("puzzle", "puzzles", 5, 25),
    Thing("umbrella", "umbrellas", 6, 30),
    Thing("battery", "batteries", 1, 4),
    Thing("calculator", "calculators", 8, 30),
    Thing("football", "footballs", 8, 35),
)
VALUABLES = (
    Thing("phone", "phones", 80, 900),
    Thing("laptop", "laptops", 200, 1500),
    Thing("bike", "bikes", 60, 700),
    Thing("jacket", "jackets", 30, 250),
    Thing("sofa", "sofas", 150, 1200),
    Thing("TV", "TVs", 100, 1200),
    Thing("camera", "cameras", 70, 800),
    Thing("watch", "watches", 30, 400),
    Thing("table", "tables", 40, 500),
    Thing("coat", "coats", 40, 300),
    Thing("guitar", "guitars", 60, 600),
    Thing("dress", "dresses", 20, 200),
    Thing("pair of shoes", "pairs of shoes", 25, 180),
    Thing("backpack", "backpacks", 15, 120),
    Thing("tablet", "tablets", 70, 700),
    Thing("desk", "desks", 50, 450),
)
COUNTABLES = (
    Thing("marble", "marbles"),
    Thing("sticker", "stickers"),
    Thing("apple", "apples"),
    Thing("candy", "candies"),
    Thing("sweet", "sweets"),
    Thing("coin", "coins"),
    Thing("stamp", "stamps"),
    Thing("card", "cards"),
    Thing("book", "books"),
    Thing("shell", "shells"),
    Thing("pencil", "pencils"),
    Thing("balloon", "balloons"),
    Thing("egg", "eggs"),
    Thing("flower", "flowers"),
    Thing("cookie", "cookies"),
    Thing("toy", "toys"),
    Thing("bead", "beads"),
    Thing("photo", "photos"),
    Thing("orange", "oranges"),
    Thing("badge", "badges"),
    Thing("nut", "nuts"),
    Thing("peach", "peaches"),
    Thing("button", "buttons"),
    Thing("comic", "comics"),
    Thing("pebble", "pebbles"),
    Thing("crayon", "crayons"),
    Thing("ticket", "tickets"),
    Thing("magnet", "magnets"),
    Thing("plum", "plums"),
    Thing("strawberry", "strawberries"),
    Thing("lemon", "lemons"),
    Thing("bottle", "bottles"),
    Thing("key", "keys"),
    Thing("postcard", "postcards"),
    Thing("brick", "bricks"),
    Thing("doll", "dolls"),
    Thing("feather", "feathers"),
    Thing("chocolate", "chocolates"),
    Thing("rock", "rocks"),
    Thing("star", "stars"),
    Thing("ribbon", "ribbons"),
    Thing("letter", "letters"),
)


def people(rng: Random, count: int) -> list[Person]:
    """So many different people."""
    return rng.sample(PEOPLE, count)


def spelled(rng: Random, number: int, share: float = 0.2) -> str:
    """A count as it may stand in a story: mostly digits, sometimes a word; thousands sometimes with a comma."""
    if number <= 20 and rng.random() < share:
        return _SMALL[number]
    if number in _TENS and rng.random() < share / 2:
        return _TENS[number]
    return grouped(rng, number)


def grouped(rng: Random, number: int) -> str:
    """A number in digits, from 1000 on sometimes with thousands commas."""
    if abs(number) >= 1000 and rng.random() < 0.25:
        return f"{number:,}"
    return str(number)


def word_or_digits(rng: Random, number: int, share: float = 0.25) -> Template:
    """A small number for a slot, sometimes as a word."""
    return phrased(_SMALL[number] if number <= 20 and rng.random() < share else str(number))


def counted(rng: Random, number: int, thing: Thing) -> str:
    """`3 pens`, `three pens`, `1 pen`."""
    if number == 1:
        return rng.choice(["1", "one"]) + " " + thing.one
    return f"{spelled(rng, number)} {thing.many}"


@lru_cache(maxsize=4096)
def phrased(words: str) -> Template:
    """Words for a slot, to be treated as words are: they may be capitalised and mistyped."""
    return phrase(words)


def with_article(noun: str) -> str:
    """The noun with its indefinite article."""
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


@dataclass(frozen=True, slots=True)
class Currency:
    """How money is written in one problem: a sign before the amount, or a word after it."""

    before: str
    after: str
    unit: str

    def __call__(self, amount: object) -> str:
        if self.after and str(amount) == "1":
            return f"1{self.after[:-1]}"
        return f"{self.before}{amount}{self.after}"


CURRENCIES = (
    Currency("$", "", "dollars"),
    Currency("$", "", "dollars"),
    Currency("$", "", "dollars"),
    Currency("", " dollars", "dollars"),
    Currency("", " dollars", "dollars"),
    Currency("£", "", "pounds"),
    Currency("", " pounds", "pounds"),
    Currency("€", "", "euros"),
    Currency("", " euros", "euros"),
)


def currency(rng: Random) -> Currency:
    """The way money is written in one problem."""
    return rng.choice(CURRENCIES)


def price(rng: Random, low: int, high: int, cents: float = 0.35) -> str:
    """An amount of money as written: a whole number, or with two decimals."""
    whole = rng.randint(low, max(low, high))
    if rng.random() < cents:
        return f"{whole}.{rng.choice(('50', '25', '75', '99', '95', '20', '40', '60', '80', '10', '30', '49', '05'))}"
    return str(whole)


def decimal(rng: Random, low: int, high: int, places: int) -> str:
    """A decimal with exactly so many places, the last not 0."""
    scale = 10**places
    while (n := rng.randint(low * scale, high * scale)) % 10 == 0:
        pass
    return f"{n / scale:.{places}f}"


def cents_shown(name: str, *amounts: str, divided: bool = False) -> str:
    """The last line for a money result: two decimals where cents can occur, else the plain number."""
    return f"f'{{{name}:.2f}}'" if divided or any("." in amount for amount in amounts) else name


def tidy(expression: str) -> str:
    """Code for a number without float noise and without a trailing `.0`."""
    return f"f'{{{expression}:.10g}}'"


def rounded(expression: str, places: int = 2) -> str:
    """Code for a number rounded to so many decimals, without a trailing `.0`."""
    return f"f'{{round({expression}, {places}):.10g}}'"


def steps(*parts: str) -> tuple[Step, ...]:
    """A solution from parts that are words, code, words, code, …, words. `⟨⟩` stands for the latest result."""
    return tuple(
        Code(part) if index % 2 else Words(part.replace("⟨⟩", f"⟨{index // 2 - 1}⟩"))
        for index, part in enumerate(parts)
    )


def boxed(before: str, after: str = "") -> str:
    r"""A final sentence: `before $\boxed{⟨⟩}$ after.`"""
    return f"{before} $\\boxed{{⟨⟩}}${' ' + after if after else ''}."


@dataclass(frozen=True, slots=True)
class Stage:
    """One computed quantity of a story: `name = expression`, and the words that report it."""

    name: str
    expression: str
    report: str


def chain(
    rng: Random,
    plan: str,
    givens: Sequence[tuple[str, object]],
    stages: Sequence[Stage],
    end: str,
    shown: Callable[[str], str] | None = None,
    apart: float = 0.3,
) -> tuple[Step, ...]:
    """A solution that names what is given, then computes stage by stage: one block, or (share `apart`) a block a stage.

    `shown` turns a stage's name into the expression whose value is shown as its result.
    """
    given = "".join(f"{name} = {value}\n" for name, value in givens)
    final = shown(stages[-1].name) if shown else stages[-1].name
    if len(stages) > 1 and rng.random() < apart:
        parts = [plan]
        for index, stage in enumerate(stages):
            lead = given if index == 0 else ""
            ending = shown(stage.name) if shown else stage.name
            parts += [f"{lead}{stage.name} = {stage.expression}\n{ending}"]
            parts += [end if index + 1 == len(stages) else stage.report]
        return steps(*parts)
    body = "\n".join(f"{stage.name} = {stage.expression}" for stage in stages)
    return steps(plan, f"{given}{body}\n{final}", end)
