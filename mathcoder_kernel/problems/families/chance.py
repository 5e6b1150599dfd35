"""Counting and probability: arrangements, selections, dice, coins, cards and draws."""

from __future__ import annotations

from math import comb
from random import Random

from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.frames import NOT_OF, noun_frames, told_frames
from mathcoder_kernel.problems.phrasing import Slot
from mathcoder_kernel.problems.story import boxed, phrased, steps, with_article

_PEOPLE = ("people", "students", "children", "friends", "players", "guests", "pupils", "runners", "actors", "workers")
_THINGS = (
    *_PEOPLE, "books", "cards", "balls", "fruits", "toppings", "pictures", "objects", "items", "colours", "songs",
    "photos", "flowers", "stamps", "games", "questions", "numbers", "cities", "dishes", "letters", "candidates",
)  # fmt: skip
_ORDERED = (
    "books", "pictures", "different balls", "songs", "cards", "letters", "different objects", "photos", "trophies",
    "flags", "different coins", "vases", "posters", "toy cars", "files", "distinct items",
)  # fmt: skip


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
        "{ways_to} <choose|pick|select|take> {k} {things} <from|out of|from a group of|from a set of> {n}",
        "{ways_to} select {k} out of {n} [different] {things}",
        "from <a class of|a group of> {n} {pupils}, {k} are <chosen|selected|picked> <to represent the school|for a "
        "trip|for the school play|to clean up>. {how_many_ways}",
        "<a teacher|the coach|a trainer|{someone}> <has to choose|must pick|wants to select|needs> {k} of {n} "
        "<players|students|swimmers|singers>. {how_many_ways}",
        "there are {n} {things} and you may <keep|take|choose|have> {k} of them. {how_many_ways}",
        "if {k} of {n} {things} are {drawn}, how many {different} selections are {possible}",
        "{find} the number of <selections|unordered choices|different choices> of {k} {things} <from|out of|among> {n}",
        "a <committee|jury|delegation|working group> of {k} <members|people> is <formed|elected|chosen> from {n} "
        "<candidates|people|volunteers>. how many {different} <groups|line-ups> are {possible}",
        "{k} identical prizes <go to|are given to> {n} {pupils}, at most one each. {how_many_ways}",
        "{find} the number of {k}-element subsets of a set <of|with> {n} <elements|members>",
        "how many subsets of size {k} does a set <of|with> {n} <elements|members> <have|contain>",
        "how many {different} hands of {k} cards can be dealt from {n} cards",
        "a <pizza shop|restaurant|cafe> <offers|has> {n} toppings. how many pizzas with {k} different toppings <are "
        "possible|can be made|can you order>",
        "<an exam|a test> has {n} questions and you <must|have to> answer {k} of them. in how many ways can you "
        "choose [the questions]",
        "on a shelf <are|stand> {n} books. {someone} takes {k} <on holiday|home|to read>. how many {different} "
        "<choices|selections> are {possible}",
        "nCr <with|for> n = {n} and r = {k}",
        "{find} nCr({n}, {k})",
        "{evaluate} binomial({n}, {k})",
        "the order does not matter: {k} {things} from {n}. how many {different} <combinations|groups>",
        "how many {different} <groups|sets|combinations> of {k} can be <made|formed|put together> <from|out of> {n} "
        "{things}",
        "number of <combinations|selections> of {k} from {n}",
        "ways <of choosing|of picking|to choose> {k} {things} <from|out of> {n}",
        "given {n} {things}, how many <combinations|sets> of {k} <can be chosen|are possible|can you make>",
        "{someone} owns {n} {things} and packs {k} of them. how many {different} <choices|selections> does that allow",
        "a <lottery|draw> picks {k} numbers out of {n}. how many {different} <results|draws|tickets> are {possible}, "
        "the order being irrelevant",
        *noun_frames(
            "number", "<ways to choose {k} {things} from {n}|combinations of {k} out of {n} {things}>", without=NOT_OF
        ),
        "the order is <ignored|irrelevant|unimportant>. {ways_to} choose {k} {things} from {n}",
        "regardless of order, how many choices of {k} {things} from {n} are {possible}",
    ),
    (
        "how often can one pick {k} out of {n} without regard to order",
        "{n} candidates, {k} seats, all equal: how many selections",
    ),
    weight=1.2,
)
def combinations(rng: Random) -> Instance:
    s = _pick(rng)
    s["things"] = rng.choice(_THINGS)
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
        "{ways_to} <arrange|order|line up|put in order> {k} of {n} {things}",
        "{ways_to} choose {k} {things} from {n} if the order <matters|is important|counts>",
        "<in a race|in a contest> with {n} <runners|horses|swimmers|cars>, how many {different} <results|rankings> "
        "are possible for the first {k} places",
        "{n} <teams|athletes|singers> compete. how many <ways are there|possibilities exist> for the <top|first> {k} "
        "places",
        "{k} different prizes are given to {n} {pupils}, at most one each. {how_many_ways}",
        "{k} of {n} {things} are placed <in a row|side by side|in line>. how many {different} <arrangements|orders> "
        "are {possible}",
        "how many {different} arrangements of {k} {things} can be made from {n} [different ones]",
        "nPr <with|for> n = {n} and r = {k}",
        "{find} nPr({n}, {k})",
        "a club with {n} members elects {k} <officers|people> for {k} different <posts|jobs|offices>. {how_many_ways}",
        "number of permutations of {k} from {n}",
        "how many words <of|with> {k} letters can be <made|formed|written> from {n} different letters if no letter is "
        "used twice",
        "how many codes of {k} symbols can be <made|formed> from {n} symbols without repetition",
        "if {k} {things} are {drawn} one after the other from {n} and their order <counts|matters>, {how_many_ways}",
        "{n} {things}, {k} places in a row: how many ways to fill <the places|them>",
        "{find} the number of <ordered choices|ordered samples|variations without repetition> of {k} from {n} {things}",
        "{someone} has {n} {things} and puts {k} of them <in a row|on a shelf|on the wall>, one next to the other. "
        "how many {different} arrangements are {possible}",
        "how many ways can <first to last|the> {k} different <chairs|seats> be taken by {n} people, one person on each",
        "given {n} {things}, how many <ordered lists|sequences> of {k} [different ones] can <be made|you make>",
        "<gold, silver and other medals|medals> for the first {k} places are won by {k} of {n} <athletes|runners>. "
        "{how_many_ways}",
        *noun_frames(
            "number",
            "<ways to arrange {k} of {n} {things} in a row|permutations of {k} out of {n} {things}>",
            without=NOT_OF,
        ),
        "with regard to the order, how many selections of {k} from {n} {things} are {possible}",
        "choose {k} of {n} {things} and regard the order: how many possibilities",
    ),
    ("order matters: {k} out of {n} {things}. how many possibilities",),
)
def permutations(rng: Random) -> Instance:
    s = _pick(rng)
    s["things"] = rng.choice(_THINGS)
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
        "{ways_to} <put|place|line up|arrange> {n} {things} in <a row|a line|order>",
        "{ways_to} <seat|line up> {n} {people} in a row [of {n} chairs]",
        "{someone} <puts|places|sorts> {n} {things} on a shelf. how many {different} <orders|arrangements> are "
        "{possible}",
        "{n} different {things} are to be <ordered|arranged|sorted>. {how_many_ways}",
        "how many {different} <arrangements|orders|sequences> of {n} {things} are {possible}",
        "{find} the number of <arrangements|permutations|possible orders> of {n} {things}",
        "number of <orders|arrangements|permutations> of {n} {things}",
        "in how many {different} orders can {n} {things} <be placed|be put|follow each other>",
        "if {n} {people} stand in <a line|a row|a queue>, how many {different} orders are {possible}",
        "{n} {people} wait in a <line|queue>. in how many {different} orders can they <stand|wait>",
        "how many ways can {n} <runners|horses|cars> finish a race without ties",
        "a playlist has {n} songs. in how many orders can they be played",
        "{n} {people} <take their places|sit down> on {n} chairs in a row. {how_many_ways}",
        "permute {n} {things}: how many <results|orders|ways>",
        "given {n} {things}, how many ways are there to <order|arrange> all of them",
        "all {n} {things} are laid <side by side|in a row>. how many {different} rows are {possible}",
        "how many <lists|rankings> of {n} {things} can be made if each is used <once|exactly once>",
        "{must_find} the number of ways in which {n} {people} can <line up|form a row>",
        "{teacher} asks in how many ways {n} {things} can be <ordered|arranged in a row>",
        *noun_frames("number", "<ways to arrange {n} {things} in a row|orders of {n} {things}>", without=NOT_OF),
        "how many {different} queues can {n} {people} form",
        "by shuffling {n} {things}, how many {different} orders <can one get|are possible>",
    ),
    ("queue up {n} {people}: the number of different queues is what",),
)
def arrangements(rng: Random) -> Instance:
    n = rng.randint(3, 14)
    return Instance(
        {"n": n, "things": phrased(rng.choice(_ORDERED)), "people": phrased(rng.choice(_PEOPLE))},
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
        "{ways_to} <seat|place|arrange> {n} <people|guests|friends|{pupils}> <around|at> a <round|circular> table",
        "{ways_to} arrange {n} <people|things|different objects> in a circle",
        "{n} <people|friends|guests|children> sit <in a circle|at a round table>. {how_many_ways}, if <rotations "
        "count as the same|turning the table changes nothing>",
        "how many circular <permutations|arrangements> of {n} <people|objects|things> are {possible}",
        "{n} <knights|players|students> <meet|sit down> at a circular table. in how many {different} orders can they "
        "sit",
        "a <round|circular> table has {n} <seats|chairs> for {n} <people|guests>. how many {different} seatings are "
        "{possible} <if rotations are not counted|up to rotation>",
        "if {n} <people|children> sit in a ring, how many <seating orders|arrangements> are {possible}",
        "{find} the number of ways {n} <people|friends|guests> can sit <around|at> a round table",
        "number of ways to seat {n} <people|guests> at a round table",
        "{someone} invites guests, {n} people in all, to a round table. how many {different} seating orders are "
        "{possible}",
        "{n} children hold hands in a circle. how many {different} circles can they form, rotations being equal",
        "circular permutations of {n} <people|things|objects>",
        "how many ways to put {n} <people|guests> around a <round|circular> table",
        "given {n} <people|friends> and a round table, how many seatings are {possible}",
        "{must_find} the number of <seatings|circular orders> of {n} <people|guests> around a table",
        "at a round table {n} <people|friends> take their places. {how_many_ways}",
        *noun_frames(
            "number",
            "<ways to seat {n} people at a round table|seatings of {n} people around a round table>",
            without=NOT_OF,
        ),
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
        "{must_find} {n}!",
        "{wonder} what {n}! is",
        "how <much|big|large> is {n}!",
        "how much is {n} factorial",
        "{find} the value of {n}!",
        "{find} the value of {n} factorial",
        "{n}! = ?",
        "{n}! =",
        "{n} factorial is how much",
        "what number is {n}!",
        "what does {n} factorial equal",
        "write {n}! as a <number|single number|plain number>",
        "the factorial of {n} is <what|what number|how much>",
        "if n = {n}, what is n!",
        "{given} n = {n}, {find} n!",
        "<calculate|compute|work out|evaluate> the factorial of the number {n}",
        "factorial({n})",
        "what is the factorial of {n}",
        "{find} the product of all <natural numbers|integers|positive integers> from 1 to {n}",
        "what do you get when you multiply <together|> 1, 2, 3 and so on up to {n}",
        "how <big|large> is the product 1 * 2 * 3 * ... * {n}",
        *noun_frames("factorial", "<the number |>{n}"),
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
        "{ways_to} <arrange|rearrange|order|permute> the letters of <the word|> {w}",
        "{ways_to} write the letters of {w} in <another|some|any> order",
        "how many {different} <orders|sequences|permutations> of the letters of <the word|> {w} are {possible}",
        "how many {different} <words|letter strings|arrangements> can you <make|form|build|spell> with <the letters "
        "of|all letters of|all the letters of> {w}, with or without meaning",
        "the letters of <the word|> {w} are <rearranged|mixed|reordered|permuted>. how many {different} "
        "<words|orders|results> are {possible}",
        "{find} the number of <ways to arrange|orders of|distinct orders of> the letters in {w}",
        "number of {different} <anagrams|permutations|arrangements> of {w}",
        "how many anagrams of <the word|> {w} are {possible}",
        "if all letters of {w} are used, how many <words|different words|arrangements> <are possible|can be formed>",
        "{having} the word {w}, how many {different} <arrangements|permutations> do its letters have",
        "write down how many permutations <the word|the letters of the word> {w} has",
        "{someone} <mixes|rearranges> letter tiles that spell {w}. how many {different} words are {possible}",
        "{w}: how many {different} <anagrams|arrangements of the letters|permutations>",
        "how many ways can <you|we> order the letters in <the word|> {w}",
        "count the {different} <arrangements|permutations|anagrams> of the letters in {w}",
        "in how many {different} orders can <the letters of|all letters of> {w} be <written|put|placed>",
        "{must_find} the number of {different} <anagrams|letter arrangements> of {w}",
        *noun_frames("number", "{different} <arrangements|permutations|orders> of the letters of {w}", without=NOT_OF),
        "the letters {w} are shuffled. how many {different} words can appear",
        "number of <different |distinct |unique |>arrangements of the letters <in|of> {w}",
        "<arrangements|anagrams|rearrangements|permutations> of {w}, how many",
        "{w}, <number of arrangements|how many arrangements|how many anagrams|how many ways to arrange the letters>",
        "how many ways to <arrange|rearrange|order> {w}",
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


_CLOTHES = (
    "shirts", "pairs of trousers", "hats", "jackets", "scarves", "pairs of shoes", "skirts", "ties", "sweaters",
    "pairs of socks", "caps", "belts", "T-shirts", "pairs of jeans", "coats",
)  # fmt: skip


@task(
    "combinatorics",
    "choices_multiply",
    (
        "{name_has} {a} {x}, {b} {y} and {c} {z}. how many different outfits are possible",
        "how many outfits can be made from {a} {x}, {b} {y} and {c} {z}",
        "with {a} {x}, {b} {y} and {c} {z}, how many combinations are there",
        "a menu has {a} starters, {b} main dishes and {c} desserts. how many different meals are there",
        "how many different meals can be made from {a} starters, {b} mains and {c} desserts",
        "{ways_to} <dress|get dressed|choose an outfit> with {a} {x}, {b} {y} and {c} {z}",
        "{someone} <owns|has|packs> {a} {x}, {b} {y} and {c} {z} and wears one of each. {how_many_ways}",
        "from {a} {x}, {b} {y} and {c} {z} one of each is <chosen|worn|taken>. {how_many_ways}",
        "if there are {a} {x}, {b} {y} and {c} {z}, how many {different} <outfits|combinations> can be <made|put "
        "together|worn>",
        "in a <wardrobe|cupboard|suitcase> are {a} {x}, {b} {y} and {c} {z}. how many {different} <outfits|sets> are "
        "{possible}",
        "an outfit is one of {a} {x}, one of {b} {y} and one of {c} {z}. how many {different} outfits are {possible}",
        "{find} the number of {different} outfits <from|with|made of> {a} {x}, {b} {y} and {c} {z}",
        "a <restaurant|cafe|canteen> <offers|serves|has> {a} <starters|soups|salads>, {b} <main courses|mains|main "
        "dishes> and {c} <desserts|drinks|puddings>. how many {different} <three-course meals|meals|menus> <can be "
        "ordered|are possible|can you order>",
        "{ways_to} order a <meal|dinner|lunch> with one of {a} <starters|soups>, one of {b} main <courses|dishes> and "
        "one of {c} desserts",
        "you choose one of {a} <starters|soups>, one of {b} <mains|main dishes> and one of {c} <desserts|cakes>. "
        "{how_many_ways}",
        "a <car|bike|phone> comes in {a} colours, {b} <sizes|models> and with {c} <engines|wheels|covers|options>. "
        "how many {different} <versions|variants|combinations> are {possible}",
        "an ice cream has one of {a} flavours, one of {b} sauces and one of {c} toppings. how many {different} <ice "
        "creams|combinations> are {possible}",
        "there are {a} roads from A to B, {b} from B to C and {c} from C to D. how many {different} <routes|ways> "
        "<lead|are there> from A to D",
        "{a} {x}, {b} {y}, {c} {z}: number of {different} <outfits|combinations>",
        "how many <outfits|ways to dress> do {a} {x}, {b} {y} and {c} {z} <give|allow|make>",
        "a sandwich <is made with|has> one of {a} breads, one of {b} cheeses and one of {c} sauces. how many "
        "{different} sandwiches <are possible|can be made>",
        "{someone} has the choice between {a} {x}, {b} {y} and {c} {z} and takes one of each. {how_many_ways}",
        *noun_frames(
            "number",
            "{different} <outfits|combinations> made of one of {a} {x}, one of {b} {y} and one of {c} {z}",
            without=NOT_OF,
        ),
    ),
    ("one of {a} {x}, one of {b} {y}, one of {c} {z}: how many ways to dress",),
)
def choices(rng: Random) -> Instance:
    a, b, c = (rng.randint(2, 9) for _ in range(3))
    x, y, z = rng.sample(_CLOTHES, 3)
    return Instance(
        {
            "a": a,
            "b": b,
            "c": c,
            "x": phrased(x),
            "y": phrased(y),
            "z": phrased(z),
            "name_has": phrased(
                rng.choice(("i have", "you have", "Anna has", "Ben has", "my sister owns", "a shop sells"))
            ),
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
        "{ways_to} <make|choose|build|set> a code of {k} <symbols|signs|characters> <from|out of> {n} "
        "<symbols|signs|characters> if they may repeat",
        "a <code|password|pin|key> <has|consists of> {k} <places|characters|symbols>, and each can be any of {n} "
        "<signs|letters|symbols>. how many {different} <codes|ones> are {possible}",
        "how many {different} <codes|passwords|keys|combinations> <of|with> {k} <characters|symbols|signs> <are "
        "possible|exist|can be made> if each <character|symbol|sign> is one of {n}",
        "if each of the {k} <places|positions> in a code can hold {n} different <symbols|signs>, how many codes are "
        "{possible}",
        "a number lock has {k} <rings|wheels|dials> with {n} <positions|digits|symbols> each. how many {different} "
        "<settings|codes|combinations> are {possible}",
        "{someone} sets a <code|password> of {k} <signs|characters> and may use {n} different ones, repeats allowed. "
        "{how_many_ways}",
        "{find} the number of {different} <words|strings|codes> of length {k} over {n} <letters|symbols|signs>",
        "with {n} different <letters|symbols|signs>, how many <words|strings|codes> of length {k} can be "
        "<written|formed|made> if repetition is allowed",
        "repetition allowed: how many <codes|words|strings> of {k} <letters|signs> from {n} <letters|signs>",
        "from {n} <letters|symbols|numbers> {k} are {drawn} one after another with replacement, and the order counts. "
        "how many {different} results are {possible}",
        "number of {k}-character <codes|passwords|strings> with {n} possible characters",
        "number of {k}-letter words over an alphabet with {n} letters",
        "a test has {k} questions with {n} <answers|options|choices> each. in how many ways can <it be answered|the "
        "test be filled in>",
        "how many {different} <keys|ids> can be made with {k} <places|positions> and {n} <signs|symbols> for each "
        "place",
        "{must_find} the number of codes with {k} <places|positions> when {n} <symbols|signs> are <available|allowed> "
        "and may be repeated",
        "a <pin|code> is {k} signs long. there are {n} <possible signs|signs to choose from> for each. how many "
        "<pins|codes> are {possible}",
        "each of {k} <people|children> chooses one of {n} <ice creams|colours|books|flavours>, the same one may be "
        "chosen again. {how_many_ways}",
        *noun_frames(
            "number",
            "<codes|words|strings> with {k} <places|symbols> and {n} possible symbols for each",
            without=NOT_OF,
        ),
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
        "at a <party|meeting|wedding|conference> all {n} <people|guests|persons> shake hands with each other [once]. "
        "how many handshakes <are there|take place|is that|happen>",
        "{n} <friends|people|colleagues|children> <meet|come together> and each one shakes hands with every other "
        "one. {find} the number of handshakes",
        "if each of {n} people shakes hands once with each of the others, how many handshakes <are there|will there "
        "be|happen>",
        "{n} people clink glasses, each with each [once]. how many clinks are <heard|there>",
        "{find} the number of <handshakes|greetings> among {n} people <when|if> everyone <greets|meets> everyone once",
        "number of handshakes <between|among> {n} people",
        "each of {n} <teams|players|chess players> <plays|meets> each other <team|one> exactly once. {find} the "
        "number of <games|matches>",
        "in a round robin <tournament|contest> with {n} <teams|players>, how many <games|matches> <are played|take "
        "place|are needed>",
        "{n} <teams|clubs> <form|are in> a league and play each other once. how many <games|matches> <is that|are "
        "there> {in_all}",
        "how many <segments|lines|connections|cables> are needed to <join|connect|link> each of {n} points with each "
        "other",
        "{n} points are marked on a circle and every two of them are joined [by a line]. how many lines are "
        "<drawn|there>",
        "how many edges does a complete graph <with|on> {n} <vertices|nodes|points> have",
        "{n} <computers|cities|villages> are to be connected in pairs, each with each other. how many "
        "<cables|roads|connections> are <needed|necessary>",
        "{ways_to} choose <a pair|two people|two players> <from|out of> {n}",
        "how many pairs <can be chosen|can be made|are possible> <from|out of> {n} <people|students|things>",
        "{someone} is one of {n} friends who all phone each other once. how many <calls|phone calls> are made",
        "{n} people <exchange|shake> hands, every pair once: total number of handshakes",
        "if {n} <teams|players> play everyone against everyone [once], how many <games|matches> are played",
        *noun_frames(
            "number",
            "<handshakes among {n} people|games between {n} teams>",
            "if each <pair meets|two meet> once",
            without=NOT_OF,
        ),
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
        "{likely_to} <rolling|throwing|getting> {event} <with|on> <a die|one die|a fair die|a dice>",
        "a [fair] <die|dice> is <rolled|thrown|cast|tossed> [once]. {how_likely} that <it shows|the result is|you "
        "get|it comes up with> {event}",
        "{someone} <rolls|throws> a [fair|normal|six-sided] <die|dice>. {how_likely} that <it shows|the result is|it "
        "lands on> {event}",
        "{someone} <rolls|throws> a die [once]. {find} the {probability} of {event}",
        "if <you roll|i roll|one throws> a [fair|standard] die, what is the {probability} of <getting|rolling> {event}",
        "when a <die|dice> is <rolled|thrown>, {how_likely} that the <number|result> is {event}",
        "<rolling|throwing> a die: {probability} of {event}",
        "die <roll|throw>, P({event})",
        "{wonder} how <likely|probable> {event} is when <i roll|you throw|we roll> a die",
        "{having} a fair six-sided die, {find} the {probability} of <rolling|throwing> {event}",
        "{event} with one <throw|roll> of a die: <how likely|what probability>",
        "what fraction of all <rolls|throws> of a fair die <gives|shows|is> {event} in the long run",
        "to <win|start> a game you need {event} with one roll of a die. what is the {probability} of "
        "<winning|that|this>",
        "a fair die has the numbers 1 to 6. {how_likely} that a <throw|roll> gives {event}",
        "one <roll|throw> of a [fair] die, {must_find} the {probability} of {event}",
        "the {probability} of <rolling|throwing|getting> {event} with a die is <what|how much>",
        "<work out|calculate> how likely it is to <roll|throw|get> {event} <with a die|on a die|in a single roll of a "
        "die>",
        "on a <standard|regular|fair> die, {likely_to} {event}",
        *noun_frames("{probability}", "<rolling|throwing|getting> {event}", "with a [fair] die", without=NOT_OF),
    ),
    ("a cube with 1 to 6 is thrown once; how probable is {event}",),
    constants=(0, 1, 2, 3, 4, 5, 6, 7),
)
def one_die(rng: Random) -> Instance:
    n = rng.randint(1, 6)
    event, condition = rng.choice(
        (
            (f"<a|the number|a face with> {n}", f"roll == {n}"),
            ("an even number", "roll % 2 == 0"),
            ("an odd number", "roll % 2 == 1"),
            (f"<more than|a number above|a number bigger than> {min(n, 5)}", f"roll > {min(n, 5)}"),
            (f"<less than|a number below|a number smaller than|fewer than> {max(n, 2)}", f"roll < {max(n, 2)}"),
            (f"<at least|no less than|a number not below> {n}", f"roll >= {n}"),
            (f"<at most|no more than|a number not above> {n}", f"roll <= {n}"),
            ("<a multiple of 3|a number divisible by 3>", "roll % 3 == 0"),
            ("<a prime number|a prime>", "roll in [2, 3, 5]"),
            (f"a number greater than {min(n, 5)}", f"roll > {min(n, 5)}"),
            (f"<anything but a|any number except> {n}", f"roll != {n}"),
            (f"{n} or {n % 6 + 1}", f"roll in [{n}, {n % 6 + 1}]"),
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
        "two [fair] dice are <rolled|thrown|cast>. {how_likely} that {clause}",
        "{someone} <rolls|throws> two dice. {how_likely} that {clause}",
        "if <you roll|one throws|i roll> two dice, what is the {probability} that {clause}",
        "{how_likely} that {clause} when two [fair] dice are <rolled|thrown>",
        "{likely_to} {event} <when|if> <you roll|one rolls|you throw> two [fair] dice",
        "when <rolling|throwing> two dice, what is the {probability} of {event}",
        "two dice, {probability} of {event}",
        "{having} two fair dice, {find} the {probability} of {event}",
        "{someone} <throws|rolls> <two dice|a red and a blue die>. what is the {probability} of {event}",
        "a <red|white> and a <green|black> die are <rolled|thrown> [together]. {how_likely} that {clause}",
        "a die is <rolled|thrown> twice. {how_likely} that {clause}",
        "in a <game|board game> you <roll|throw> two dice and win if {clause}. what is the {probability} of winning",
        "{wonder} how <likely|probable> it is that {clause} when i <roll|throw> two dice",
        "<rolling|throwing> two dice: {probability} that {clause}",
        "suppose two dice are <thrown|rolled>. {likely_to} {event}",
        "you need {event} with two dice. {find} the {probability} <of this|that you get it>",
        "what share of all <rolls|throws> of two dice has {event}",
        "consider two dice <rolls|throws>. {how_likely} that {clause}",
        *noun_frames("{probability}", "<rolling|throwing|getting> {event}", "with two [fair] dice", without=NOT_OF),
        "among all outcomes of two dice, what share <has|shows> {event}",
        "of the possible outcomes of two dice, what part is {event}",
    ),
    ("a pair of dice falls; how probable is {event}",),
    constants=(0, 1, 2, 6, 7, 36),
)
def two_dice(rng: Random) -> Instance:
    n = rng.randint(2, 12)
    low, high, face = min(n, 11), max(n, 3), n % 6 + 1
    event, clause, condition = rng.choice(
        (
            (f"a sum of {n}", f"<the sum is|they sum to|they add up to|the numbers add up to> {n}", f"a + b == {n}"),
            (f"a sum equal to {n}", f"the sum of <both|the numbers|the faces> is {n}", f"a + b == {n}"),
            (f"a total of {n}", f"the <total|total of both> is {n}", f"a + b == {n}"),
            ("a double", "both <numbers|dice> are <equal|the same>", "a == b"),
            ("two equal numbers", "both dice show the same <number|face>", "a == b"),
            ("two different numbers", "the dice show different <numbers|faces>", "a != b"),
            (f"a sum greater than {low}", f"the sum is <greater|bigger|larger|more> than {low}", f"a + b > {low}"),
            (f"a sum less than {high}", f"the sum is <less|smaller> than {high}", f"a + b < {high}"),
            (f"a sum of at least {n}", f"the sum is at least {n}", f"a + b >= {n}"),
            (f"a sum of at most {n}", f"the sum is at most {n}", f"a + b <= {n}"),
            ("an even sum", "the sum is even", "(a + b) % 2 == 0"),
            ("an odd sum", "the sum is odd", "(a + b) % 2 == 1"),
            (f"at least one {face}", f"at least one <of them|die> shows a {face}", f"{face} in (a, b)"),
            (f"a product of {face * 2}", f"the product of both is {face * 2}", f"a*b == {face * 2}"),
        )
    )
    return Instance(
        {"event": phrased(event), "clause": phrased(clause)},
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
        "a [fair] coin is <tossed|flipped|thrown> {n} times. {how_likely} that {clause}",
        "{someone} <tosses|flips|throws> a [fair] coin {n} times. {how_likely} that {clause}",
        "{someone} <tosses|flips|throws> {n} [fair] coins. what is the {probability} of <getting|seeing|having> "
        "{event}",
        "if <you flip|i toss|one tosses> a [fair] coin {n} times, what is the {probability} of <getting|> {event}",
        "when a coin is <tossed|flipped> {n} times, what is the {probability} that {clause}",
        "{how_likely} that {clause} when a [fair] coin is <tossed|flipped> {n} times",
        "{likely_to} {event} when <tossing|flipping|throwing> a coin {n} times",
        "<tossing|flipping> {n} coins: {probability} of {event}",
        "{n} coin <tosses|flips>, P({event})",
        "{having} {n} <tosses|flips> of a fair coin, {find} the {probability} of {event}",
        "{n} [fair] coins are <tossed|thrown|flipped> at the same time. {find} the {probability} of <getting|seeing|> "
        "{event}",
        "in {n} <tosses|flips> of a [fair] coin, {likely_to} {event}",
        "{wonder} how <likely|probable> it is to <get|see> {event} in {n} <tosses|flips> of a coin",
        "heads or tails is played {n} times. {how_likely} that {clause}",
        "the {probability} of <getting|seeing> {event} in {n} coin <tosses|flips> is <what|how much>",
        "suppose a fair coin is <flipped|tossed> {n} times in a row. {how_likely} that {clause}",
        "a referee <tosses|flips> a coin {n} times. what is the {probability} of {event}",
        *noun_frames(
            "{probability}", "<getting|seeing|having> {event}", "in {n} <tosses|flips> of a [fair] coin", without=NOT_OF
        ),
        "repeating a coin <toss|flip> {n} times, {likely_to} {event}",
    ),
    ("out of {n} throws of a coin, how probable is {event}",),
    constants=(0, 1, 2),
)
def coins(rng: Random) -> Instance:
    n = rng.randint(2, 12)
    k = rng.randint(1, n - 1)
    side = rng.choice(("heads", "heads", "tails"))
    kind = rng.randrange(5)
    event = (
        f"<exactly|precisely> {k} {side}",
        f"{k} {side}",
        f"<at least|no fewer than> {k} {side}",
        f"<at most|no more than> {k} {side}",
        f"<all {side}|only {side}|nothing but {side}>",
    )[kind]
    times = "once" if k == 1 else f"{k} times"
    clause = (
        f"{side} <comes up|appears|shows> <exactly|precisely> {times}",
        f"there are exactly {k} {side}",
        f"{side} <comes up|appears|shows> at least {times}",
        f"{side} <comes up|appears|shows> at most {times}",
        f"<every toss|each of them|every one> <shows|gives|is> {side}",
    )[kind]
    favourable = (
        f"comb({n}, {k})",
        f"comb({n}, {k})",
        f"sum(comb({n}, k) for k in range({k}, {n} + 1))",
        f"sum(comb({n}, k) for k in range({k} + 1))",
        "1",
    )[kind]
    lead = "from math import comb\n" if "comb" in favourable else ""
    return Instance(
        {"n": n, "event": phrased(event), "clause": phrased(clause)},
        steps(
            "We count the favourable sequences among all.",
            f"from sympy import Rational\n{lead}favourable = {favourable}\nRational(favourable, 2**{n})",
            _chance(),
        ),
    )


_COLOURS = ("red", "blue", "green", "yellow", "white", "black", "orange", "pink", "purple", "brown", "grey")
_DRAWN = (
    "balls", "marbles", "beads", "sweets", "counters", "chips", "cards", "pens", "socks", "buttons", "tokens",
    "pencils", "blocks", "cubes", "discs", "stones", "balloons", "candies", "tickets", "crayons",
)  # fmt: skip
_HOLDERS = ("bag", "box", "jar", "bowl", "hat", "basket", "sack", "bucket", "drawer", "pot", "tin")


def _bag(rng: Random) -> tuple[dict[str, Slot], list[str], list[int]]:
    count = rng.choice((2, 2, 3))
    colours = rng.sample(_COLOURS, count)
    numbers = [rng.randint(2, 12) for _ in range(count)]
    things = rng.choice(_DRAWN)
    parts = [f"{n} {colour}" for n, colour in zip(numbers, colours, strict=True)]
    return (
        {
            "bag": phrased(rng.choice(_HOLDERS)),
            "content": phrased(
                f"{', '.join(parts[:-1])} and {parts[-1]} {things}"
                if rng.random() < 0.8
                else f"{', '.join(f'{part} {things}' for part in parts[:-1])} and {parts[-1]} {things}"
            ),
            "thing": phrased("candy" if things == "candies" else things[:-1]),
            "things": phrased(things),
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
        "there are {content} in a {bag}. what is the probability of <drawing|picking> {a_colour} {thing}",
        "{find} the probability of <drawing|picking> {a_colour} {thing} from a {bag} with {content}",
        "a {bag} has {content}. what is the chance of {a_colour} {thing}",
        "what is the probability to get {colour} from a {bag} with {content}",
        "{content} are in a {bag}. you take one. how likely is {a_colour} {thing}",
        "a {bag} <contains|has|holds> {content}. {someone} {draws} one {thing} [{at_random}]. {how_likely} that it is "
        "{colour}",
        "{someone} has a {bag} with {content} and {draws} one {at_random}. {how_likely} that <it is|the {thing} is> "
        "{colour}",
        "there are {content} in a {bag}. one is {drawn} {at_random}. {how_likely} that it is {colour}",
        "<in a {bag} are|a {bag} is filled with> {content}. {likely_to} {drawing} {a_colour} <{thing}|one>",
        "{content} <lie|are> in a {bag}. {how_likely} that a {thing} {drawn} {at_random} is {colour}",
        "if a {bag} <contains|holds> {content}, what is the {probability} <of drawing|of picking|to get> {a_colour} "
        "one",
        "if you {draw} one {thing} {at_random} from a {bag} with {content}, {how_likely} that it is {colour}",
        "{having} a {bag} with {content}, {find} the {probability} of {drawing} {a_colour} {thing}",
        "one {thing} is {drawn} {at_random} from {content}. {find} the {probability} of {colour}",
        "from a {bag} with {content} you {draw} one. P({colour})",
        "{bag} with {content}, one {thing} {drawn}: {probability} of {colour}",
        "{how_likely} that a {thing} from a {bag} <of|with> {content} is {colour}",
        "what fraction of the {things} is {colour} in a {bag} with {content}",
        "someone reaches into a {bag} with {content} and {draws} one. what is the {probability} that <it|this "
        "{thing}> is {colour}",
        "a {bag} is filled with {content} and shaken. a single {thing} is {drawn}. {how_likely} that it is {colour}",
        "{wonder} how <likely|probable> it is to {draw} {a_colour} {thing} from {content}",
        "you win if you {draw} {a_colour} {thing}. the {bag} <contains|has> {content}. what is the {probability} of "
        "winning",
        "{someone} mixes {content} and {draws} one {at_random}. what is the {probability} of {a_colour} {thing}",
        *noun_frames("{probability}", "{drawing} {a_colour} {thing}", "from a {bag} with {content}", without=NOT_OF),
        *told_frames(
            "<a {bag} holds {content} and one {thing} is taken|there are {content} in a "
            "{bag} and somebody takes one without looking|one {thing} is taken out of "
            "{content}>",
            "<how likely is {a_colour} one|what is the probability of {colour}|how likely is it to be {colour}>",
            "<how likely {a_colour} one is|what the probability of {colour} is>",
            "<the probability of {colour}|the chance of {a_colour} {thing}|the probability that it is {colour}>",
            "<{content}, one is drawn|{content}>",
        ),
    ),
    ("blindly someone takes one {thing} out of {content}; is it {colour}? give the probability",),
)
def draw_one(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    index = rng.randrange(len(colours))
    body = "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))
    return Instance(
        {
            **slots,
            "colour": phrased(colours[index]),
            "a_colour": phrased(with_article(colours[index])),
            "good": numbers[index],
            "all": sum(numbers),
        },
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
        "{find} the probability of not <drawing|picking> {a_colour} {thing} from a {bag} with {content}",
        "there are {content} in a {bag}. what is the chance that a {thing} is not {colour}",
        "{content} are in a {bag}. one {thing} is taken. what is the probability that it is not {colour}",
        "what is the probability that a {thing} from a {bag} with {content} is not {colour}",
        "a {bag} holds {content}. how likely is it to get a {thing} that is not {colour}",
        "a {bag} <contains|has|holds> {content}. {someone} {draws} one {thing} [{at_random}]. {how_likely} that it is "
        "<not|anything but> {colour}",
        "one {thing} is {drawn} {at_random} from a {bag} <with|containing|holding> {content}. {how_likely} that it is "
        "not {colour}",
        "there are {content} in a {bag}. {likely_to} {drawing} a {thing} <that is not {colour}|of another colour than "
        "{colour}>",
        "if you {draw} one {thing} {at_random} from {content}, {how_likely} that it isn't {colour}",
        "{having} a {bag} with {content}, {find} the {probability} of not {drawing} {a_colour} {thing}",
        "{content} are mixed in a {bag}. you {draw} one {at_random}. what is the {probability} that its colour is not "
        "{colour}",
        "{bag} with {content}, one {thing} {drawn}: P(not {colour})",
        "{someone} has {content} in a {bag} and {draws} one. {how_likely} that it does not turn out {colour}",
        "<in a {bag} are|a {bag} is filled with> {content}. what is the {probability} of {drawing} something that is "
        "not {colour}",
        "{how_likely} that a {thing} {drawn} {at_random} from {content} is not {a_colour} one",
        "{likely_to} {drawing} no {colour} {thing} when one {thing} is {drawn} from {content}",
        "a {bag} has {content}. {find} the {probability} of <a colour other than {colour}|any other colour than "
        "{colour}> when one is {drawn}",
        "you lose if you {draw} {a_colour} {thing}. the {bag} has {content} and you {draw} one. {how_likely} that you "
        "do not lose",
        "{wonder} how <likely|probable> it is to {draw} a {thing} that is not {colour} from {content}",
        "suppose a {bag} holds {content}. what is the {probability} that one of them, {drawn} {at_random}, is not "
        "{colour}",
        "what fraction of the {things} is not {colour} in a {bag} with {content}",
        *noun_frames(
            "{probability}", "not {drawing} {a_colour} {thing}", "from a {bag} with {content}", without=NOT_OF
        ),
        *told_frames(
            "<a {bag} holds {content} and one {thing} is taken|there are {content} in a "
            "{bag} and somebody takes one without looking|one {thing} is taken out of "
            "{content}>",
            "<how likely is it not to be {colour}|what is the probability that it is not "
            "{colour}|how likely is a {thing} of another colour than {colour}>",
            "<how likely it is not to be {colour}|what the probability is that it is not {colour}>",
            "<the probability that it is not {colour}|the chance of another colour than {colour}>",
            "{content}, one is drawn",
        ),
    ),
    ("from {content} one is taken; how probable is any colour but {colour}",),
    constants=(1,),
)
def draw_not(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    index = rng.randrange(len(colours))
    body = "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))
    return Instance(
        {**slots, "colour": phrased(colours[index]), "a_colour": phrased(with_article(colours[index]))},
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
        "a {bag} <contains|has|holds> {content}. {someone} {draws} {k} {things} {without_putting_back}. {how_likely} "
        "that <all of them are|they are all|all {k} are> {colour}",
        "{someone} {draws} {k} {things} {without_putting_back} from a {bag} <with|containing> {content}. {how_likely} "
        "that all are {colour}",
        "if {k} {things} are {drawn} {without_putting_back} from {content}, {how_likely} that they are all {colour}",
        "{likely_to} {drawing} {k} {colour} {things} in a row {without_putting_back} from {content}",
        "from a {bag} with {content}, {k} are {drawn} {without_putting_back}. {find} the {probability} of {k} "
        "{colour} ones",
        "{having} a {bag} with {content}, {find} the {probability} of {drawing} {k} {colour} {things} <without "
        "replacement|at once|in one grab>",
        "<there are|in a {bag} there are> {content}. {k} {things} are {drawn} at the same time. {how_likely} that all "
        "are {colour}",
        "{k} {things} are {drawn} together from a {bag} <of|with> {content}. what is the {probability} that they are "
        "all {colour}",
        "{content} are in a {bag}. {someone} {draws} {k} of them {at_random} and keeps them. {how_likely} that <all "
        "{k}|all of them> are {colour}",
        "{bag} with {content}, {k} {drawn} without replacement: P({k} {colour})",
        "{drawing} {k} {things} without replacement from {content}: {probability} that all are {colour}",
        "<without looking|in the dark> {someone} takes {k} {things} out of a {bag} with {content}. what is the "
        "{probability} that all {k} <are|turn out> {colour}",
        "a {bag} is filled with {content}. {find} the {probability} that {k} {things} {drawn} {at_random}, not "
        "replaced, are all {colour}",
        "{how_likely} that {k} {things} {drawn} {without_putting_back} from {content} have the colour {colour}",
        "you {draw} one {thing} after the other from {content}, {k} <altogether|in all>, and do not put them back. "
        "{how_likely} that every one is {colour}",
        "{wonder} how <likely|probable> it is that {k} {things} {drawn} without replacement from {content} are all "
        "{colour}",
        "a {bag} holds {content}. {k} are {drawn}, none is replaced. {likely_to} getting <only {colour} ones|{colour} "
        "every time>",
        "suppose {k} of {content} are {drawn} {without_putting_back}. {how_likely} that each of them is {colour}",
        *noun_frames(
            "{probability}",
            "{drawing} {k} {colour} {things}",
            "without replacement from <a {bag} with |>{content}",
            without=NOT_OF,
        ),
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
        "a {bag} <contains|has|holds> {content}. {someone} {draws} {k} {things} {with_putting_back}. {how_likely} "
        "that <all of them are|they are all|all {k} are> {colour}",
        "{someone} {draws} {k} {things} {with_putting_back} from a {bag} <with|containing> {content}. {how_likely} "
        "that all are {colour}",
        "if {k} {things} are {drawn} {with_putting_back} from {content}, {how_likely} that they are all {colour}",
        "{likely_to} {drawing} {k} {colour} {things} in a row with replacement from {content}",
        "from a {bag} with {content}, {k} are {drawn} {with_putting_back}. {find} the {probability} of {k} {colour} "
        "ones",
        "{having} a {bag} with {content}, {find} the {probability} of {drawing} {k} {colour} {things} with replacement",
        "<there are|in a {bag} there are> {content}. a {thing} is {drawn} and put back, {k} times in all. "
        "{how_likely} that <it is always {colour}|all are {colour}>",
        "{someone} {draws} a {thing} from {content}, notes the colour and puts it back, and does this {k} times. "
        "{how_likely} that it is {colour} each time",
        "{content} are in a {bag}. {k} draws are made {with_putting_back}. what is the {probability} that every draw "
        "gives {colour}",
        "{bag} with {content}, {k} {drawn} with replacement: P({k} {colour})",
        "{drawing} {k} {things} with replacement from {content}: {probability} that all are {colour}",
        "a {bag} is filled with {content}. {find} the {probability} that {k} {things} {drawn} {at_random}, each "
        "replaced before the next, are all {colour}",
        "{how_likely} that {k} {things} {drawn} {with_putting_back} from {content} have the colour {colour}",
        "you {draw} one {thing} after the other from {content}, {k} draws <altogether|in all>, and put each one back. "
        "{how_likely} that every one is {colour}",
        "{wonder} how <likely|probable> it is that {k} {things} {drawn} with replacement from {content} are all "
        "{colour}",
        "a {bag} holds {content}. {k} are {drawn}, each is replaced. {likely_to} getting <only {colour} ones|{colour} "
        "every time>",
        "suppose {k} draws with replacement are made from {content}. {how_likely} that each of them is {colour}",
        *noun_frames(
            "{probability}",
            "{drawing} {k} {colour} {things}",
            "with replacement from <a {bag} with |>{content}",
            without=NOT_OF,
        ),
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
            "a_colour": phrased(with_article(colour)),
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
        "{likely_to} {drawing} {card} from a <deck|pack> of 52 [playing] cards",
        "{someone} {draws} a card [{at_random}] from a <deck|pack> of 52 cards. {how_likely} that it is {card}",
        "a card is {drawn} {at_random} from a [standard|full|complete|shuffled] <deck|pack> of 52 [playing] cards. "
        "{how_likely} that it is {card}",
        "if you {draw} one card from a <deck|pack> of 52, {how_likely} that <it is|you get> {card}",
        "{having} a [standard] deck of 52 cards, {find} the {probability} of {drawing} {card}",
        "from a <deck|pack> <of|with> 52 cards one is {drawn}. P({card})",
        "standard 52 card deck, {probability} of {card}",
        "a deck of 52 cards is shuffled and the top card is <turned over|shown>. {how_likely} that it is {card}",
        "{how_likely} that a card {drawn} {at_random} from a 52-card deck is {card}",
        "<there are|a pack has> 52 cards. {likely_to} {drawing} {card} {at_random}",
        "a magician asks {someone} to pick a card from 52. {how_likely} that it is {card}",
        "{wonder} how <likely|probable> it is to {draw} {card} from 52 <playing|> cards",
        "one card from a 52-card <pack|deck>: how likely is {card}",
        "in a game with 52 cards, what is the {probability} that the first card is {card}",
        "you win if the card {drawn} from a <pack|deck> of 52 is {card}. {find} the {probability} of winning",
        "what fraction of the cards in a 52-card deck would count as {card}",
        "{someone} is dealt one card from a full deck of 52. what is the {probability} of {card}",
        *noun_frames("{probability}", "{drawing} {card}", "from a <deck|pack> of 52 cards", without=NOT_OF),
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
            ("a jack", 4),
            ("a ten", 4),
            ("a club", 13),
            ("the queen of hearts", 1),
            ("a black ace", 2),
            ("a seven", 4),
            ("an ace or a king", 8),
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
        "{how_likely} that an event <with|of> probability {p} <happens|occurs> exactly {k} times in {n} "
        "<trials|tries|attempts|experiments>",
        "{n} [independent] <trials|attempts|experiments> <succeed|work> with probability {p} each. {how_likely} that "
        "exactly {k} <succeed|work|of them are successes>",
        "each of {n} independent <trials|attempts|shots> <is a success|succeeds> with probability {p}. {find} the "
        "{probability} of <exactly|precisely> {k} successes",
        "X ~ B({n}, {p}). {find} P(X = {k})",
        "X ~ Bin({n}, {p}), P(X = {k})",
        "{given} X ~ B({n}, {p}), {find} the probability that X <equals|is> {k}",
        "{evaluate} P(X = {k}) for a binomial <random variable|variable|distribution> with n = {n} and p = {p}",
        "a binomial <variable|random variable> has <parameters|n and p equal to> {n} and {p}. {find} the probability "
        "of the value {k}",
        "{someone} <scores|hits the target|wins> with probability {p} in each <try|attempt|game>. {how_likely} that "
        "it <happens|works> exactly {k} times in {n} <tries|attempts|games>",
        "<a player|an archer|a shooter> hits the <target|basket> with probability {p}. out of {n} <shots|throws>, "
        "{how_likely} that exactly {k} are hits",
        "a <seed|bulb|plant> <grows|sprouts> with probability {p}. {n} <seeds|of them> are planted. {how_likely} that "
        "exactly {k} <grow|sprout>",
        "a biased coin shows heads with probability {p}. it is <tossed|flipped> {n} times. {find} the {probability} "
        "of exactly {k} heads",
        "a machine makes a <faulty|defective|broken> part with probability {p}. {how_likely} that exactly {k} of {n} "
        "parts are <faulty|defective|broken>",
        "if the probability of success is {p}, {how_likely} that there are exactly {k} successes in {n} "
        "<trials|attempts>",
        "probability of success {p}, {n} trials: {find} the {probability} of exactly {k} successes",
        "binomial probability: n = {n}, k = {k}, p = {p}",
        "{find} the binomial probability <for|with> n = {n}, k = {k} and p = {p}",
        "a train is late with probability {p}. {how_likely} that it is late on exactly {k} of {n} days",
        "a basketball player makes a free throw with probability {p}. what is the {probability} of making exactly {k} "
        "of {n} free throws",
        "suppose X is binomially distributed with n = {n} and p = {p}. what is P(X = {k})",
        "with success probability {p}, {likely_to} exactly {k} successes in {n} independent trials",
        *noun_frames(
            "{probability}",
            "exactly {k} successes",
            "in {n} <trials|tries> with success probability {p}",
            without=NOT_OF,
        ),
        *told_frames(
            "<something happens with probability {p} and is tried {n} times|there are {n} "
            "trials with a chance of {p} each|X is binomial with n = {n} and p = {p}>",
            "<how likely are exactly {k} hits|what is the probability of exactly {k}|how "
            "likely is it that it happens exactly {k} times>",
            "<how likely exactly {k} hits are|what the probability of exactly {k} is>",
            "<the probability of exactly {k}|P(X = {k})|the chance of exactly {k} hits>",
            "<n = {n}, p = {p}, k = {k}|{n} trials, p = {p}, exactly {k}>",
        ),
    ),
    ("of {n} independent tries, each good with probability {p}, how probable are {k} good ones",),
    constants=(1,),
)
def binomial(rng: Random) -> Instance:
    n = rng.randint(3, 15)
    p = rng.choice(("0.1", "0.2", "0.25", "0.3", "0.4", "0.5", "0.6", "0.7", "0.75", "0.8", "0.9"))
    # not so rare that nothing is left of it after rounding
    k = rng.choice([k for k in range(n + 1) if comb(n, k) * float(p) ** k * (1 - float(p)) ** (n - k) >= 0.001])
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
        "{how_likely} that A and B both <happen|occur> if P(A) = {p}, P(B) = {q} and they are independent",
        "two independent events <happen|occur> with probabilities {p} and {q}. {how_likely} that <both happen|both "
        "occur|they happen together>",
        "A and B are independent events, P(A) = {p}, P(B) = {q}. {find} P(A ∩ B)",
        "P(A) = {p}, P(B) = {q}, independent. P(A and B) = ?",
        "if A and B are independent <events|> with P(A) = {p} and P(B) = {q}, what is P(A and B)",
        "{find} P(A and B) for independent events with P(A) = {p} and P(B) = {q}",
        "{someone} <passes|wins> with probability {p} and {someone} <passes|wins> with probability {q}, "
        "independently. {how_likely} that both do",
        "it rains <today|on Monday> with probability {p} and <tomorrow|on Tuesday> with probability {q}, "
        "independently. {how_likely} that it rains on both days",
        "two machines work with probabilities {p} and {q}, independently of each other. {how_likely} that both work",
        "the probability that <a bus|a train> is late is {p}, and that the teacher is ill is {q}. both are "
        "independent. {how_likely} that both happen",
        "one player hits with probability {p}, the other with probability {q}. both shoot once. {how_likely} that "
        "both hit, if the shots are independent",
        "event A has probability {p} and event B has probability {q}. assuming independence, {find} the {probability} "
        "of both",
        "<multiply|combine> the independent probabilities {p} and {q} to get the probability of both events",
        "{having} two independent events with probabilities {p} and {q}, {how_likely} that they both happen",
        "the events A and B do not <influence|affect> each other. P(A) is {p} and P(B) is {q}. {find} the "
        "{probability} that both occur",
        "{likely_to} two independent events both happening if their probabilities are {p} and {q}",
        "a lamp works with probability {p}, another one with probability {q}, independently. {find} the {probability} "
        "that both work",
        *noun_frames(
            "{probability}", "both of two independent events", "with probabilities {p} and {q}", without=NOT_OF
        ),
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
        "{how_likely} that an event does not <happen|occur> if its probability is {p}",
        "if the {probability} of rain is {p}, what is the {probability} of no rain",
        "if P(A) = {p}, what is P(not A)",
        "P(A) = {p}. what is P(A')",
        "{given} P(A) = {p}, {find} the probability of the complement [of A]",
        "{find} the probability of the <complement|complementary event|opposite event> if P(A) = {p}",
        "event A has <probability|a probability of> {p}. what is the probability of its complement",
        "a <bus|train|plane> is late with probability {p}. {how_likely} that it is not late",
        "a team wins with probability {p}. {how_likely} that it does not win",
        "the {probability} that a <machine|lamp|phone> breaks is {p}. {how_likely} that it does not break",
        "a <seed|bulb> grows with probability {p}. {find} the {probability} that it does not grow",
        "{p} is the probability of success. {find} the probability of failure",
        "there is a {probability} of {p} that <something happens|it snows|the match is cancelled>. {how_likely} that "
        "this is not the case",
        "the {probability} of <hitting|reaching> the target is {p}. {find} the {probability} of missing it",
        "the {probability} of passing <the|an> exam is {p}. {how_likely} that <one does not pass|a student does not "
        "pass|somebody fails>",
        "a product is faulty with probability {p}. what is the {probability} that it is <fine|not faulty>",
        "complement of a probability of {p}",
        "{must_find} the probability that an event with probability {p} does not <happen|occur>",
        "an event <occurs|happens> with probability {p}. with what probability does it not <occur|happen>",
        *noun_frames("{probability}", "the <opposite|complement> of an event", "with probability {p}", without=NOT_OF),
        *told_frames(
            "<something happens with probability {p}|an event has the probability {p}|the chance of a win is {p}>",
            "<how likely is it that it does not happen|what is the probability of the "
            "opposite|what is the probability that it fails>",
            "<how likely it is that it does not happen|what the probability of the opposite is>",
            "<the probability of the opposite|the probability of the complement|the chance that it does not happen>",
            "<probability {p}|P(A) = {p}>",
        ),
    ),
    ("{p} is how likely it is; how likely is the opposite",),
    constants=(1,),
)
def complement(rng: Random) -> Instance:
    p = f"0.{rng.randint(1, 99):02d}".rstrip("0")
    return Instance({"p": p}, steps("The probabilities add to 1.", f"f'{{1 - {p}:.10g}}'", _chance()))


_COUNTS = ("zero", "one", "two", "three", "four", "five")
_LETTER_WORDS = (*_WORDS, "PROBABILITY", "CHANCE", "TOMATO", "POTATO", "ELEVEN", "CARROT", "PAPAYA", "COCOA", "INDIANA")


def _letters(rng: Random) -> tuple[str, str, str]:
    """Letters to draw from: as a student types them, as the code's list, and one after another."""
    if rng.random() < 0.3:
        word = rng.choice(_LETTER_WORDS)
        word = word.lower() if rng.random() < 0.5 else word
        return word, f"list('{word}')", word
    letters = rng.sample("abcdefghijklmnopqrstuvwxyz", rng.choice((2, 2, 3, 4)))
    counts = [rng.randint(1, 6) for _ in letters]
    counts[0] += 2
    bag = [letter for letter, count in zip(letters, counts, strict=True) for _ in range(count)]
    if rng.random() < 0.5:
        rng.shuffle(bag)
        between = rng.choice(("", "", ", ", " "))
        shown = between.join(bag)
        code = f"'{shown}'.split('{between}')" if between else f"list('{shown}')"
        return shown, code, "".join(bag)
    code = " + ".join(f"['{letter}']*{count}" for letter, count in zip(letters, counts, strict=True))
    if rng.random() < 0.5:
        return "{" + ", ".join(f"{a}: {n}" for a, n in zip(letters, counts, strict=True)) + "}", code, "".join(bag)
    parts = [f"{n} {a}" for a, n in zip(letters, counts, strict=True)]
    return f"{', '.join(parts[:-1])} and {parts[-1]}", code, "".join(bag)


@task(
    "probability",
    "draw_letters_in_order",
    (
        "{k} letters are {drawn} {without_putting_back} from {letters}. {how_likely} that they <spell|read|give> "
        "{target}",
        "from {letters} {someone} {draws} {k} letters {without_putting_back}. {how_likely} that the letters come "
        "in the "
        "order {target}",
        "{likely_to} {drawing} first {ordered} from {letters} without replacement",
        "a bag <contains|holds|has> the letters {letters}. {k} are {drawn} one after the other and not put back. "
        "{how_likely} that they form {target} in this order",
        "if {k} letters are {drawn} {at_random} and without replacement from {letters}, {how_likely} that you "
        "<read|get|"
        "see> {target}",
        "{letters}: {k} letters <are |>{drawn} without replacement, {probability} of {target} in that order",
        "{find} the {probability} that {target} comes out, in this order, when {k} letters are {drawn} without "
        "replacement from {letters}",
        "the letters {letters} are <on cards|in a hat|in a box|face down>. you {draw} {k} of them "
        "{without_putting_back}. "
        "what is the {probability} <of getting|to get|of drawing> {target} in exactly this order",
        "{having} the letters {letters}, {find} the {probability} of {drawing} {target} letter by letter without "
        "replacement",
        "<letter tiles|cards> <show|carry> {letters}. {k} are laid <in a row|side by side> {at_random}. "
        "{how_likely} that "
        "the row <spells|reads> {target}",
        "P({target}) <if|when> {k} letters are {drawn} in order without replacement from {letters}",
        "suppose {someone} {draws} {k} letters from {letters}, keeping each. {how_likely} that the first letters are "
        "{ordered}",
        "{k} letters in a row are {drawn} from {letters} without replacement: how likely is the string {target}",
        "with what probability do {k} letters, {drawn} one by one from {letters} and not replaced, make {target}",
        *noun_frames(
            "{probability}",
            "{drawing} {target} in this order",
            "when {k} letters are {drawn} without replacement from {letters}",
            without=NOT_OF,
        ),
    ),
    ("out of the letters {letters} one takes {k}, never giving any back; how probable is it to read {target}",),
    constants=(1,),
)
def draw_letters_in_order(rng: Random) -> Instance:
    shown, code, bag = _letters(rng)
    target = rng.sample(bag, rng.choice((2, 2, 3, 3, 4)) if len(bag) > 4 else 2)
    return Instance(
        {
            "letters": shown,
            "target": "".join(target),
            "ordered": " then ".join(target),
            "k": _COUNTS[len(target)] if rng.random() < 0.6 else len(target),
        },
        steps(
            "One letter less is left after each draw.",
            f"from sympy import Rational\nleft = {code}\nchance = Rational(1)\nfor letter in '{''.join(target)}':\n"
            "    chance = chance*Rational(left.count(letter), len(left))\n    left.remove(letter)\nchance",
            _chance(),
        ),
    )


@task(
    "probability",
    "draw_letters_in_any_order",
    (
        "{k} letters are {drawn} {without_putting_back} from {letters}. {how_likely} that <there are|you "
        "have|one gets> "
        "{wanted} <among them|in any order>",
        "from {letters} {someone} {draws} {k} letters {without_putting_back}. {how_likely} that <they are|the letters "
        "are> {wanted}",
        "{likely_to} {drawing} {wanted} when {k} letters are {drawn} from {letters} without replacement",
        "a bag <contains|holds|has> the letters {letters}. {k} are {drawn} at once. {how_likely} that <these are|they "
        "are> {wanted}",
        "if {k} letters are {drawn} {at_random} and without replacement from {letters}, {how_likely} that you "
        "get {wanted}",
        "{letters}: {k} letters <are |>{drawn} without replacement, {probability} of {wanted}",
        "{find} the {probability} that {k} letters {drawn} without replacement from {letters} are {wanted} in "
        "any order",
        "the letters {letters} are <on cards|in a hat|in a box|face down>. you {draw} {k} of them together. what "
        "is the "
        "{probability} <of getting|to get|of drawing> {wanted}",
        "{having} the letters {letters}, {find} the {probability} of a handful of {k} with {wanted}",
        "{someone} grabs {k} <tiles|letters> {at_random} out of {letters}. {how_likely} that <exactly|> {wanted} "
        "are in "
        "the hand",
        "the order does not matter: {k} letters from {letters}, none put back. {find} the {probability} of {wanted}",
        "suppose {k} of the letters {letters} are {drawn} without replacement. {likely_to} ending up with {wanted}",
        "P({wanted}) <if|when> {k} letters are {drawn} without replacement from {letters}",
        "with what probability does a random choice of {k} letters from {letters} <consist of|contain exactly> "
        "{wanted}",
        *noun_frames(
            "{probability}",
            "{drawing} {wanted}",
            "when {k} letters are {drawn} without replacement from {letters}",
            without=NOT_OF,
        ),
    ),
    ("a hand of {k} letters is grabbed from {letters}; how probable is it to hold {wanted}",),
)
def draw_letters_in_any_order(rng: Random) -> Instance:
    shown, code, bag = _letters(rng)
    target = rng.sample(bag, rng.choice((2, 3, 3, 4)) if len(bag) > 4 else 2)
    wanted = {letter: target.count(letter) for letter in sorted(set(target), key=target.index)}
    spelled = rng.random() < 0.5
    parts = [f"{_COUNTS[n] if spelled else n} {letter}" for letter, n in wanted.items()]
    choices = "*".join(f"comb(bag.count('{letter}'), {n})" for letter, n in wanted.items())
    return Instance(
        {
            "letters": shown,
            "wanted": f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0],
            "k": _COUNTS[len(target)] if spelled else len(target),
        },
        steps(
            "We divide the wanted selections by all selections.",
            f"from sympy import Rational\nfrom math import comb\nbag = {code}\n"
            f"Rational({choices}, comb(len(bag), {len(target)}))",
            _chance(),
        ),
    )


def _colour_code(colours: list[str], numbers: list[int]) -> str:
    return "\n".join(f"{colour} = {n}" for colour, n in zip(colours, numbers, strict=True))


@task(
    "probability",
    "draw_colours_in_order",
    (
        "a {bag} <contains|has|holds> {content}. {someone} {draws} {k} {things} {without_putting_back}. "
        "{how_likely} that "
        "<they come|the colours come|they are {drawn}> in the order {order}",
        "{k} {things} are {drawn} {without_putting_back} from {content}. {how_likely} that <the first is|they "
        "are first> "
        "{ordered}",
        "{likely_to} {drawing} <first |>{ordered} <without replacement|without putting back> from a {bag} with "
        "{content}",
        "there are {content} in a {bag}. you {draw} {k} one after the other and keep them. what is the "
        "{probability} of "
        "{ordered}",
        "from a {bag} with {content}, {k} {things} are {drawn} in turn without replacement. {find} P({order})",
        "{content}: {k} are {drawn} without replacement, {probability} of {ordered}",
        "if {someone} {draws} {k} {things} from {content} and puts none back, {how_likely} that the colours are "
        "{order} "
        "in this order",
        "{find} the {probability} of {ordered}, in this order, when {k} {things} are {drawn} without replacement from "
        "{content}",
        "{having} a {bag} with {content}, {find} the {probability} that the <first|next> {things} {drawn}, not "
        "replaced, "
        "are {ordered}",
        "{content} are in a {bag}. what is the {probability} of {drawing} {ordered} if nothing is put back",
        "suppose you {draw} from a {bag} with {content} without replacement. {how_likely} that you see {order}, "
        "exactly "
        "in this order",
        "a {bag} has {content}. {someone} {draws} {k}, one at a time, {without_putting_back}. the {probability} of the "
        "sequence {order} is what",
        *noun_frames(
            "{probability}",
            "{drawing} <first |>{ordered}",
            "without replacement from a {bag} with {content}",
            without=NOT_OF,
        ),
    ),
    ("one {thing} after another leaves a {bag} of {content}; how probable is the order {order}",),
    constants=(1,),
)
def draw_colours_in_order(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    target = [rng.choice(colours) for _ in range(rng.choice((2, 2, 3)))]
    if all(target.count(colour) <= n for colour, n in zip(colours, numbers, strict=True)) is False:
        target = colours[:2]
    bag = ", ".join(f"'{colour}': {n}" for colour, n in zip(colours, numbers, strict=True))
    return Instance(
        {
            **slots,
            "order": ", ".join(target),
            "ordered": phrased(rng.choice((" then ", " and then ", ", then ")).join(target)),
            "k": _COUNTS[len(target)] if rng.random() < 0.6 else len(target),
        },
        steps(
            "One of the drawn colour less is left after each draw.",
            f"from sympy import Rational\nleft = {{{bag}}}\nchance = Rational(1)\nfor colour in {target}:\n"
            "    chance = chance*Rational(left[colour], sum(left.values()))\n    left[colour] = left[colour] - "
            "1\nchance",
            _chance(),
        ),
    )


@task(
    "probability",
    "draw_colours_in_any_order",
    (
        "a {bag} <contains|has|holds> {content}. {someone} {draws} {k} {things} {without_putting_back}. "
        "{how_likely} that "
        "<there are|they are|one gets> {wanted}",
        "{k} {things} are {drawn} {without_putting_back} from {content}. {how_likely} that <you get|these are> "
        "{wanted}",
        "{likely_to} {drawing} {wanted} when {k} {things} are {drawn} from a {bag} with {content} <without "
        "replacement|at "
        "once>",
        "there are {content} in a {bag}. you {draw} {k} at the same time. what is the {probability} of {wanted}",
        "from a {bag} with {content}, {k} {things} are {drawn} together. {find} the {probability} of <exactly|> "
        "{wanted}",
        "{content}: {k} are {drawn} without replacement, {probability} of {wanted}",
        "if {someone} {draws} {k} {things} from {content} and puts none back, {how_likely} that <the result "
        "is|there are> "
        "{wanted}",
        "{find} the {probability} that {k} {things} {drawn} without replacement from {content} are {wanted}",
        "{having} a {bag} with {content}, {find} the {probability} of {wanted} in a handful of {k}",
        "{content} are in a {bag}. {k} {things} fall out. {how_likely} that these are {wanted}",
        "suppose {k} of {content} are {drawn} {at_random} without replacement. {likely_to} having {wanted}",
        "the order does not matter: {k} {things} from {content}, none put back. {find} the {probability} of {wanted}",
        *noun_frames(
            "{probability}",
            "{drawing} {wanted}",
            "when {k} {things} are {drawn} at once from {content}",
            without=NOT_OF,
        ),
    ),
    ("grabbing {k} {things} at once out of {content}, how probable is it to hold {wanted}",),
)
def draw_colours_in_any_order(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    wanted = {colour: rng.randint(1, min(2, n)) for colour, n in zip(colours[:2], numbers, strict=False)}
    spelled = rng.random() < 0.5
    parts = [f"{_COUNTS[n] if spelled else n} {colour}" for colour, n in wanted.items()]
    k = sum(wanted.values())
    choices = "*".join(f"comb({colour}, {n})" for colour, n in wanted.items())
    return Instance(
        {**slots, "wanted": phrased(" and ".join(parts)), "k": _COUNTS[k] if spelled else k},
        steps(
            "We divide the wanted selections by all selections.",
            f"from sympy import Rational\nfrom math import comb\n{_colour_code(colours, numbers)}\n"
            f"Rational({choices}, comb({' + '.join(colours)}, {k}))",
            _chance(),
        ),
    )


@task(
    "probability",
    "draw_at_least_one",
    (
        "a {bag} <contains|has|holds> {content}. {someone} {draws} {k} {things} {without_putting_back}. "
        "{how_likely} that "
        "at least one <of them |>is {colour}",
        "{k} {things} are {drawn} {without_putting_back} from {content}. {how_likely} that there is at least one "
        "{colour} {thing} <among them|>",
        "{likely_to} {drawing} at least one {colour} {thing} when {k} are {drawn} <without replacement|at once> from "
        "{content}",
        "there are {content} in a {bag}. you {draw} {k} at the same time. what is the {probability} of at least one "
        "{colour} <one|{thing}>",
        "from a {bag} with {content}, {k} {things} are {drawn} without replacement. {find} P(at least one {colour})",
        "{content}: {k} are {drawn} without replacement, {probability} of at least one {colour} one",
        "if {someone} {draws} {k} {things} from {content} and puts none back, {how_likely} that one or more are "
        "{colour}",
        "{find} the {probability} that {k} {things} {drawn} without replacement from {content} include at least one "
        "{colour} one",
        "{having} a {bag} with {content}, {find} the {probability} of at least one {colour} {thing} in a handful "
        "of {k}",
        "{content} are in a {bag}. {k} {things} are {drawn} together. {how_likely} that not all of them are of another "
        "colour than {colour}",
        "suppose {k} of {content} are {drawn} {at_random} without replacement. {likely_to} one or more {colour} ones",
        *noun_frames(
            "{probability}",
            "{drawing} at least one {colour} {thing}",
            "when {k} {things} are {drawn} without replacement from {content}",
            without=NOT_OF,
        ),
        "{someone} {draws} {k} {things} from a {bag} with {content}, {without_putting_back}. what is the "
        "{probability} of one or more {colour} ones",
        "a {bag} is filled with {content}. {k} are {drawn} {at_random} and kept. {how_likely} that at least one of "
        "them is {colour}",
        "{how_likely} that {k} {things} {drawn} {without_putting_back} from {content} include one or more {colour} "
        "ones",
        "{wonder} how <likely|probable> at least one {colour} {thing} is when {k} are {drawn} without replacement "
        "from {content}",
        "you win if at least one of {k} {things} {drawn} without replacement from {content} is {colour}. what is the "
        "{probability} of winning",
        "{bag} with {content}, {k} {drawn} without replacement: P(one or more {colour})",
    ),
    ("among {k} {things} taken at once out of {content}, how probable is one {colour} or more",),
    constants=(1,),
)
def draw_at_least_one(rng: Random) -> Instance:
    slots, colours, numbers = _bag(rng)
    index, k = rng.randrange(len(colours)), rng.choice((2, 2, 3))
    total = " + ".join(colours)
    others = " + ".join(colour for i, colour in enumerate(colours) if i != index)
    return Instance(
        {**slots, "colour": phrased(colours[index]), "k": _COUNTS[k] if rng.random() < 0.6 else k},
        steps(
            f"We subtract the probability of no {colours[index]} one from 1.",
            f"from sympy import Rational\nfrom math import comb\n{_colour_code(colours, numbers)}\n"
            f"1 - Rational(comb({others}, {k}), comb({total}, {k}))",
            _chance(),
        ),
    )


@task(
    "probability",
    "number_from_range",
    (
        "a <number|whole number> from 1 to {n} is {drawn} [at random]. {how_likely} that it is {event}",
        "{someone} thinks of a <number|whole number> from 1 to {n}. {how_likely} that it is {event}",
        "{likely_to} {drawing} {event} from the <numbers|integers> 1 to {n}",
        "{n} <cards|tickets|balls> are numbered [from] 1 to {n}. one is {drawn} {at_random}. {how_likely} that "
        "<its number "
        "is|it shows|it carries> {event}",
        "a <spinner|wheel of fortune|wheel> has {n} equal <sectors|parts|fields> numbered 1 to {n}. {how_likely} "
        "that it "
        "stops at {event}",
        "if you {draw} one of the numbers 1 to {n} {at_random}, {how_likely} that it is {event}",
        "random number from 1 to {n}, {probability} of {event}",
        "{find} the {probability} that a random <number|integer> from 1 to {n} is {event}",
        "{having} the numbers from 1 to {n}, {find} the {probability} of {drawing} {event}",
        "in a <raffle|lottery> the tickets carry the numbers 1 to {n}. what is the {probability} that the first ticket "
        "{drawn} has {event}",
        "a <bag|box|hat> holds {n} <slips|balls|cards> with the numbers 1 to {n}. {likely_to} {event} when one "
        "is {drawn}",
        "a fair die with {n} faces numbered 1 to {n} is <rolled|thrown>. {how_likely} that it shows {event}",
        "what fraction of the numbers from 1 to {n} <can be called|counts as> {event}",
        *noun_frames("{probability}", "{drawing} {event}", "from the numbers 1 to {n}", without=NOT_OF),
        "all numbers from 1 to {n} are equally likely. {how_likely} that {event} <comes up|is drawn>",
        "{someone} picks one of the numbers 1, 2, ..., {n} {at_random}. what is the {probability} of {event}",
        "a computer <gives|prints> a random whole number from 1 to {n}. {how_likely} that it is {event}",
        "{wonder} how <likely|probable> {event} is when one of the numbers 1 to {n} is {drawn}",
        "suppose a number is {drawn} {at_random} from 1 to {n}. {likely_to} {event}",
        "you win if your ticket, numbered from 1 to {n}, has {event}. what is the {probability} of winning",
        "{event} from the numbers 1 to {n}: {probability}",
    ),
    ("one of the numbers 1, 2, ..., {n} is picked by chance; how probable is {event}",),
    constants=(0, 1, 2),
)
def number_from_range(rng: Random) -> Instance:
    n, m = rng.choice((10, 12, 20, 25, 30, 50, 100, rng.randint(8, 100))), rng.randint(2, 9)
    bound = rng.randint(2, n - 1)
    event, condition = rng.choice(
        (
            ("an even number", "k % 2 == 0"),
            ("an odd number", "k % 2 == 1"),
            ("a <prime number|prime>", "isprime(k)"),
            (f"a <multiple of|number divisible by> {m}", f"k % {m} == 0"),
            (f"a number <greater|larger|bigger> than {bound}", f"k > {bound}"),
            (f"a number <less|smaller> than {bound}", f"k < {bound}"),
            ("a <square number|perfect square>", "isqrt(k)**2 == k"),
            (f"a <factor|divisor> of {n}", f"{n} % k == 0"),
        )
    )
    lead = "from sympy import Rational, isprime" if "isprime" in condition else "from sympy import Rational"
    lead += "\nfrom math import isqrt" if "isqrt" in condition else ""
    return Instance(
        {"n": n, "event": phrased(event)},
        steps(
            "We count the favourable numbers among all.",
            f"{lead}\nfavourable = [k for k in range(1, {n} + 1) if {condition}]\nRational(len(favourable), {n})",
            _chance(),
        ),
    )


@task(
    "probability",
    "either_of_two_events",
    (
        "P(A) = {p}, P(B) = {q} and P(A and B) = {r}. {find} P(A or B)",
        "P(A) = {p}, P(B) = {q}, P(A ∩ B) = {r}. {find} P(A ∪ B)",
        "if P(A) = {p}, P(B) = {q} and P(A and B) = {r}, what is P(A or B)",
        "{given} P(A) = {p}, P(B) = {q} and P(A and B) = {r}, {find} the probability of A or B",
        "two events have probabilities {p} and {q}, and both happen with probability {r}. {how_likely} that <at "
        "least one|"
        "one or the other> <happens|occurs>",
        "event A <happens|occurs> with probability {p}, event B with {q}, both together with {r}. {how_likely} "
        "that A or B "
        "<happens|occurs>",
        "{find} P(A or B) from P(A) = {p}, P(B) = {q}, P(A and B) = {r}",
        "the {probability} of rain is {p}, of wind {q}, and of both {r}. {how_likely} that there is rain or wind",
        "a student likes maths with probability {p}, music with probability {q}, and both with probability {r}. "
        "{how_likely} that <a student|one> likes maths or music",
        "{how_likely} that at least one of two events happens if their probabilities are {p} and {q} and both "
        "happen with "
        "probability {r}",
        "what is the probability of the union of A and B when P(A) = {p}, P(B) = {q} and their intersection has "
        "probability {r}",
        *noun_frames("{probability}", "A or B", "when P(A) = {p}, P(B) = {q} and P(A and B) = {r}", without=NOT_OF),
        "A and B are events with P(A) = {p}, P(B) = {q} and P(A and B) = {r}. what is P(A or B)",
        "P(A) = {p}, P(B) = {q}, P(A and B) = {r}, P(A or B) = ?",
        "suppose A has probability {p}, B has {q} and both have {r}. {how_likely} that <A or B|at least one of them> "
        "<happens|occurs>",
        "{p} and {q} are the probabilities of two events, {r} that of both together. {find} the probability of their "
        "union",
        "in a game a card is both red and a king with probability {r}, red with {p} and a king with {q}. {how_likely} "
        "that it is red or a king",
        "use the addition rule: P(A) = {p}, P(B) = {q}, P(A and B) = {r}. {find} P(A or B)",
        "{someone} buys bread with probability {p}, milk with probability {q} and both with probability {r}. "
        "{how_likely} that bread or milk is bought",
        "{must_find} P(A or B), where P(A) = {p}, P(B) = {q} and P(A and B) = {r}",
        *told_frames(
            "<P(A) is {p}, P(B) is {q} and P(A and B) is {r}|A has the probability {p}, B "
            "has {q} and both together have {r}>",
            "<what is P(A or B)|how likely is A or B|how likely is at least one of them>",
            "<what P(A or B) is|how likely A or B is>",
            "<P(A or B)|the probability of A or B|the probability of the union>",
            "P(A) = {p}, P(B) = {q}, P(A and B) = {r}",
        ),
    ),
    ("A comes with {p}, B with {q}, the two at once with {r}; how probable is one of them or both",),
)
def either_event(rng: Random) -> Instance:
    p, q = rng.randint(15, 60), rng.randint(15, 55)
    r = rng.randint(max(1, p + q - 100), min(p, q) - 1)
    shown = [f"{value / 100:g}" for value in (p, q, r)]
    return Instance(
        dict(zip("pqr", shown, strict=True)),
        steps("What both share must be counted once.", f"f'{{{shown[0]} + {shown[1]} - {shown[2]}:.10g}}'", _chance()),
    )


@task(
    "probability",
    "conditional_probability",
    (
        "P(A and B) = {r} and P(B) = {q}. {find} {conditional}",
        "P(A ∩ B) = {r}, P(B) = {q}. what is {conditional}",
        "{given} P(A and B) = {r} and P(B) = {q}, {find} {conditional}",
        "if P(B) = {q} and P(A and B) = {r}, what is {conditional}",
        "{find} the conditional probability of A given B if P(A and B) = {r} and P(B) = {q}",
        "event B has probability {q}, and A and B <happen together|both happen> with probability {r}. "
        "{how_likely} that A "
        "happens <given that B happened|if B has happened|when B is known to happen>",
        "{find} {conditional} from P(A and B) = {r} and P(B) = {q}",
        "a student passes maths with probability {q} and both maths and physics with probability {r}. "
        "{how_likely} that a "
        "student who passes maths also passes physics",
        "it is cloudy with probability {q}, and cloudy and rainy with probability {r}. {how_likely} that it "
        "rains <given "
        "that it is cloudy|on a cloudy day>",
        "conditional probability: P(B) = {q}, P(A and B) = {r}, {conditional} = ?",
        "what is the probability of A under the condition B when P(B) = {q} and P(A and B) = {r}",
        *noun_frames("conditional probability", "A given B", "when P(B) = {q} and P(A and B) = {r}", without=NOT_OF),
        "suppose P(B) = {q} and P(A and B) = {r}. {find} {conditional}",
        "B <happens|occurs> with probability {q} and A and B together with probability {r}. {find} {conditional}",
        "{conditional} = ? if P(A and B) = {r}, P(B) = {q}",
        "{how_likely} that A <happens|occurs> when we know that B did, if P(B) = {q} and P(A and B) = {r}",
        "a person owns a car with probability {q}, and a car and a bike with probability {r}. {how_likely} that a car "
        "owner also has a bike",
        "the probability of B is {q}, that of A and B {r}. what is the probability of A on the condition that B is "
        "true",
        "{must_find} {conditional} for P(B) = {q} and P(A and B) = {r}",
        "a light is red with probability {q}, and red while a car waits with probability {r}. {how_likely} that a car "
        "waits given that the light is red",
        *told_frames(
            "<P(A and B) is {r} and P(B) is {q}|B has the probability {q} and both together"
            " have {r}|A and B happen together with probability {r} while B alone has {q}>",
            "<what is {conditional}|how large is {conditional}|how likely is A once B is known>",
            "<what {conditional} is|how large {conditional} is>",
            "<{conditional}|the conditional probability {conditional}|the probability of A under B>",
            "<P(A and B) = {r}, P(B) = {q}|P(B) = {q}, P(A and B) = {r}>",
        ),
    ),
    ("knowing that B is the case, how probable is A, where B has {q} and A together with B {r}",),
    constants=(4,),
)
def conditional(rng: Random) -> Instance:
    q = rng.randint(10, 90)
    r = rng.randint(1, q - 1)
    shown = {"q": f"{q / 100:g}", "r": f"{r / 100:g}"}
    return Instance(
        {**shown, "conditional": rng.choice(("P(A|B)", "P(A | B)", "P(A given B)"))},
        steps(
            "We divide by the probability of the condition.",
            f"f'{{round({shown['r']}/{shown['q']}, 4):.10g}}'",
            _chance(),
        ),
    )


@task(
    "probability",
    "expected_number",
    (
        "an event <happens|occurs> with probability {p}. how <often|many times> do you expect it in {n} <trials|tries>",
        "{find} the expected number of successes in {n} trials with success probability {p}",
        "{find} the expected value of a binomial variable with n = {n} and p = {p}",
        "X ~ B({n}, {p}). {find} E(X)",
        "{find} the mean of a binomial distribution with n = {n} and p = {p}",
        "the probability of winning <a game|a round> is {p}. how many wins <are expected|do you expect> in {n} "
        "<games|rounds>",
        "if a <seed|bulb> grows with probability {p}, how many of {n} <are expected to|should> grow on average",
        "a player hits with probability {p}. how many hits are expected in {n} shots",
        "a part is faulty with probability {p}. how many faulty parts are <expected|to be expected> among {n}",
        "{given} n = {n} and p = {p}, {find} the expectation of the binomial variable",
        "in {n} <repetitions|experiments|attempts> with probability {p} each, what is the expected number of successes",
        "expected number of successes, n = {n}, p = {p}",
        "it rains with probability {p} on a day. on how many of {n} days do we expect rain",
        *noun_frames(
            "expected number", "<successes|hits>", "in {n} <trials|tries> with success probability {p}", without=NOT_OF
        ),
        "{someone} repeats an experiment {n} times. it <works|succeeds> with probability {p}. how many successes are "
        "to be expected",
        "what is the expectation of X ~ B({n}, {p})",
        "X is binomially distributed with n = {n} and p = {p}. what is its <mean|expected value>",
        "how many successes do you expect in {n} trials if each one <succeeds|works> with probability {p}",
        "on average, how many of {n} <tries|shots|attempts> succeed if the probability of success is {p}",
        "a machine <fails|stops> on a day with probability {p}. on how many of {n} days is that expected",
        "{wonder} how many successes can be expected in {n} trials with probability {p}",
        "the {probability} of a <prize|win> is {p}. how many <prizes|wins> are expected among {n} tickets",
        "an experiment is repeated {n} times and <works|succeeds> with probability {p} each time. what is the "
        "expected number of successes",
        *told_frames(
            "<something happens with probability {p} and is tried {n} times|there are {n} "
            "trials with probability {p} each|X is binomial with n = {n} and p = {p}>",
            "<how often does one expect it|what is the expected number|what is the expected value>",
            "<how often one expects it|what the expected number is>",
            "<the expected number|the expected value|E(X)>",
            "<n = {n}, p = {p}|{n} trials, probability {p}>",
        ),
    ),
    ("repeating {n} times something that works with {p}, how many good outcomes come on average",),
)
def expected_number(rng: Random) -> Instance:
    n, p = rng.choice((10, 20, 50, 100, 200, 500, rng.randint(5, 400))), f"0.{rng.randint(1, 99):02d}".rstrip("0")
    return Instance(
        {"n": n, "p": p},
        steps(
            "The expected number is the number of trials times the probability.",
            f"f'{{{n}*{p}:.10g}}'",
            boxed("The expected number is"),
        ),
    )


@task(
    "combinatorics",
    "selection_from_two_groups",
    (
        "{ways_to} choose {k} <of|from|out of> {n} {first} and {m} <of|from|out of> {w} {second}",
        "a <team|committee|group> <needs|consists of|has> {k} {first} and {m} {second}. there are {n} {first} and {w} "
        "{second} to choose from. {how_many_ways}",
        "from {n} {first} and {w} {second}, a <team|committee|group> <of|with> {k} {first} and {m} {second} is <formed|"
        "chosen|put together>. {how_many_ways}",
        "how many {different} <committees|teams|groups> <of|with> {k} {first} and {m} {second} can be "
        "<formed|made|chosen> "
        "from {n} {first} and {w} {second}",
        "there are {n} {first} and {w} {second}. {find} the number of ways to <choose|pick> {k} {first} and {m} "
        "{second}",
        "{someone} <chooses|picks> {k} of {n} {first} and {m} of {w} {second}. {how_many_ways}",
        "if {k} of {n} {first} and {m} of {w} {second} are {drawn}, how many {different} selections are {possible}",
        "{having} {n} {first} and {w} {second}, how many groups with {k} {first} and {m} {second} <are there|are "
        "possible|"
        "can you make>",
        "{n} {first} and {w} {second} <apply|are available>, and {k} {first} and {m} {second} are {drawn}. "
        "{how_many_ways}",
        "number of ways to <pick|select|choose> {k} from {n} {first} together with {m} from {w} {second}",
        "{k} out of {n} {first}, {m} out of {w} {second}: how many {different} <choices|combinations>",
        *noun_frames("number", "{different} groups with {k} of {n} {first} and {m} of {w} {second}", without=NOT_OF),
        "a <club|choir|school> has {n} {first} and {w} {second}. {k} {first} and {m} {second} are sent to a "
        "<meeting|contest>. {how_many_ways}",
        "how many ways <are there to|can you> choose {k} {first} and {m} {second} when there are {n} {first} and {w} "
        "{second}",
        "{must_find} the number of ways to pick {k} {first} and {m} {second} from {n} {first} and {w} {second}",
        "{wonder} how many groups of {k} {first} and {m} {second} are possible with {n} {first} and {w} {second}",
        "out of {n} {first} we need {k}, out of {w} {second} we need {m}. {how_many_ways}",
        "a <jury|crew|team> of {k} {first} and {m} {second} is wanted, with {n} {first} and {w} {second} available. "
        "{how_many_ways}",
        "in how many ways can a <group|team> with {k} of the {n} {first} and {m} of the {w} {second} be "
        "<formed|chosen>",
        "the boss <picks|selects> {k} {first} from {n} and {m} {second} from {w}. how many {different} "
        "<teams|choices> are {possible}",
    ),
    ("{n} {first}, {w} {second}: we take {k} of those and {m} of these. how many selections",),
)
def two_groups(rng: Random) -> Instance:
    n, w = rng.randint(3, 12), rng.randint(3, 12)
    k, m = rng.randint(2, min(4, n - 1)), rng.randint(2, min(4, w - 1))
    first, second = rng.choice(
        (
            ("men", "women"),
            ("boys", "girls"),
            ("teachers", "students"),
            ("forwards", "goalkeepers"),
            ("defenders", "attackers"),
            ("doctors", "nurses"),
            ("adults", "children"),
            ("engineers", "lawyers"),
            ("beginners", "experts"),
            ("sopranos", "tenors"),
        )
    )
    return Instance(
        {"n": n, "w": w, "k": k, "m": m, "first": phrased(first), "second": phrased(second)},
        steps(
            "The choices from both groups multiply.",
            f"from math import comb\ncomb({n}, {k})*comb({w}, {m})",
            boxed("The number of ways is"),
        ),
    )
