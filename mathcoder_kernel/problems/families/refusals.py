"""Questions that are not answered: other subjects, chat, proofs, missing or contradictory data. Words only, no box."""

from __future__ import annotations

from random import Random

from mathcoder_kernel.problems.expression import Sym, equation, expr, matrix, polynomial, scaled
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.functions import some_polynomial
from mathcoder_kernel.problems.lexicon import GOODS, NAMES, variables
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.problem import Words
from mathcoder_kernel.problems.solutions import number

NOT_TRAINED = (
    "I was not trained for this kind of question.",
    "This is not a question that I can compute.",
    "I can only do school mathematics, so I cannot answer this.",
    "Sorry, I was not trained for this.",
)
NO_PROOFS = (
    "I cannot write proofs; I can only compute.",
    "I was not trained to prove statements, only to compute.",
)
MISSING = (
    "This cannot be answered: something is missing in the question.",
    "There is not enough information to answer this.",
    "The question does not say enough to compute an answer.",
)


WORLD = (
    "what is the capital of {country}",
    "who was the first president of {country}",
    "how many people live in {country}",
    "which language do they speak in {country}",
    "what is the weather like <today|tomorrow|now> in {city}",
    "how do i get to {city}",
    "<when|in which year> was {person} born",
    "who was {person}",
    "what did {person} discover",
    "who wrote {book}",
    "what is {book} about",
    "why is the {thing} {colour}",
    "what does {word} mean in {language}",
    "translate {word} <to|into> {language}",
    "how do you spell {word}",
    "what is the {best} <movie|song|game|book|car|phone>",
    "who won the <world cup|championship|election|race> <last year|this year|in {year}>",
    "when did <world war|the war in {country}> <start|end>",
    "what <do {animal} eat|sound do {animal} make>",
    "how long do {animal} live",
    "where do {animal} sleep",
    "name a {colour} <fruit|animal|flower|bird>",
    "what time is it in {city}",
    "explain <photosynthesis|gravity|democracy|evolution|inflation|the internet|poetry|electricity>",
    "how does a <computer|car|phone|plane|fridge> work",
    "what is the chemical formula of <water|salt|sugar|rust|ammonia>",
    "what are the ingredients of <a cake|bread|pizza|soup>",
)
WORLD_HELD_OUT = (
    "is {city} bigger than {city}",
    "which river flows through {city}",
    "how old is {person}",
    "do {animal} like {colour} flowers",
    "which flag has {country}",
)


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


_LISTS: dict[str, tuple[str, ...]] = {
    "country": _words(
        "france, germany, spain, italy, japan, china, india, brazil, canada, mexico, egypt, kenya, peru, "
        "norway, poland, turkey, greece, chile, australia, ireland"
    ),
    "city": _words(
        "paris, london, berlin, rome, madrid, tokyo, new york, cairo, lima, oslo, vienna, delhi, sydney, "
        "moscow, toronto"
    ),
    "person": _words(
        "einstein, newton, mozart, napoleon, marie curie, picasso, shakespeare, gandhi, cleopatra, columbus, "
        "darwin, beethoven, lincoln, euler, gauss"
    ),
    "book": _words(
        "hamlet, faust, the bible, harry potter, don quixote, moby dick, the odyssey, romeo and juliet, 1984, dracula"
    ),
    "thing": _words("sky, grass, sea, sun, snow, moon, blood, rose"),
    "colour": _words("blue, green, red, yellow, white, black, orange"),
    "word": _words("house, dog, love, school, water, necessary, friend, hello, thank you, tree, window, mother"),
    "language": _words("french, german, spanish, latin, italian, chinese, english, russian"),
    "best": _words("best, most popular, cheapest, most beautiful, coolest, newest"),
    "animal": _words("cats, dogs, lions, whales, birds, elephants, snakes, bees, horses, bears, frogs, ants"),
}


def _filled(rng: Random, text: str) -> str:
    for name, values in _LISTS.items():
        while "{" + name + "}" in text:
            text = text.replace("{" + name + "}", rng.choice(values), 1)
    return text.replace("{year}", str(rng.randint(1950, 2025)))


def _worded(sources: tuple[str, ...], held_out: tuple[str, ...], rng: Random) -> dict[str, Slot]:
    """One slot for training templates and one for held-out ones: both come with every instance."""
    return {"q": phrase(_filled(rng, rng.choice(sources))), "h": phrase(_filled(rng, rng.choice(held_out)))}


def _instance(rng: Random, sources: tuple[str, ...], held_out: tuple[str, ...], reasons: tuple[str, ...]) -> Instance:
    return Instance(_worded(sources, held_out, rng), (Words(rng.choice(reasons)),))


ASKED = ("{q}", "{q}", "[please] {q}", "can you tell me {q}", "i want to know {q}", "question: {q}", "do you know {q}")
ASKED_HELD_OUT = ("{h}", "<tell me|say>, {h}")


@task("refusals", "refusal_other_subject", ASKED, ASKED_HELD_OUT, weight=4)
def other_subject(rng: Random) -> Instance:
    """Geography, history, languages, nature."""
    return _instance(rng, WORLD, WORLD_HELD_OUT, NOT_TRAINED)


CHAT = (
    "how are you [today]",
    "hello",
    "hi there",
    "hey",
    "good <morning|evening|night>",
    "who are you",
    "what is your name",
    "who made you",
    "<tell|write> me a <joke|story|riddle> [about {animal}]",
    "write <an essay|a poem|a song|a letter|an email|a story> about {topic}",
    "write <a short|a long|a nice> <poem|story|text> about {topic}",
    "do you <like|love|know> {topic}",
    "what do you think <about|of> {topic}",
    "i am <bored|tired|sad|happy|hungry> [today]",
    "what should i <eat|do|wear|read|watch> <today|tonight|tomorrow>",
    "do my homework",
    "thanks",
    "thank you [very much]",
    "you are <wrong|great|stupid|funny>",
    "sing a song about {topic}",
    "can you <dance|sing|cook|draw|swim|drive>",
    "draw a picture of {topic}",
    "play {game} with me",
    "give me advice about {topic}",
    "summarise the book {book}",
    "<who will win|what do you think about> the next election",
    "what is the meaning of life",
    "is there life on other planets",
    "asdf <jkl|qwer|> [sdf]",
    "bla bla [bla]",
    "the {thing} is {colour} and the {thing} is {colour}",
    "if {animal} were {colour}, would they dance",
)
CHAT_HELD_OUT = (
    "compose a letter to {person}",
    "are you <a robot|human|alive>",
    "recommend a book about {topic}",
    "tell me something about {topic}",
    "let us talk about {topic}",
)
_LISTS |= {
    "topic": _words(
        "love, summer, football, my dog, the sea, music, friendship, school, {person}, {country}, {animal}, "
        "climate change, winter, cars, space"
    ),
    "game": _words("chess, cards, tic tac toe, football"),
}
_LISTS = {"topic": _LISTS["topic"], **_LISTS}  # topics name other lists, so they are filled first


@task(
    "refusals",
    "refusal_chat",
    ("{q}", "{q}", "please {q}", "hey, {q}", "now {q}", "ok, {q}"),
    ("{h}", "so, {h}"),
    weight=4,
)
def chat(rng: Random) -> Instance:
    """Small talk, essays, nonsense."""
    return _instance(rng, CHAT, CHAT_HELD_OUT, NOT_TRAINED)


PROVE = (
    "prove that {statement}",
    "<show|prove> that {statement}",
    "give a proof that {statement}",
    "why is it true that {statement}",
    "prove by induction that {statement}",
    "prove: {statement}",
    "how can one prove that {statement}",
    "write a proof of {theorem}",
    "prove {theorem}",
    "explain the proof of {theorem}",
    "state and prove {theorem}",
    "can you prove {theorem}",
)
PROVE_HELD_OUT = (
    "demonstrate that {statement}",
    "i need a rigorous argument for {theorem}",
    "derive {theorem} from the axioms",
)
_LISTS |= {
    "statement": _words(
        "there are infinitely many primes, the square root of 2 is irrational, pi is irrational, e is "
        "irrational, every even number greater than 2 is a sum of two primes, the sum of two odd numbers is "
        "even, the angles of a triangle add up to 180 degrees, every group of prime order is cyclic, a "
        "continuous function on a closed interval has a maximum, the product of two even numbers is even, n^3 "
        "- n is divisible by 6, n^2 + n is even for all n, every bounded sequence has a convergent "
        "subsequence, the empty set is unique, there is no largest number, a differentiable function is "
        "continuous, the reals are uncountable, every prime greater than 2 is odd"
    ),
    "theorem": _words(
        "the pythagorean theorem, fermats last theorem, the fundamental theorem of algebra, the binomial "
        "theorem, the mean value theorem, the riemann hypothesis, the intermediate value theorem, the law of "
        "cosines, the quadratic formula, the chain rule, the collatz conjecture"
    ),
}


@task("refusals", "refusal_proof", ASKED, ASKED_HELD_OUT)
def proof(rng: Random) -> Instance:
    """Proofs are beyond a small model."""
    return _instance(rng, PROVE, PROVE_HELD_OUT, NO_PROOFS)


@task(
    "refusals",
    "refusal_missing_data",
    (
        "{name} has {n} {goods} and gives some <away|to {other}>. how many {goods} <are left|does {name} have now>",
        "{name} buys some {goods} for {n} dollars. how much does one {good} cost",
        "{name} buys {n} {goods}. how much does {name} pay",
        "a car drives for {n} hours. how far does it go",
        "a train <travels|goes> {n} km. how long does it take",
        "{name} is older than {other}. {other} is {n}. how old is {name}",
        "a rectangle has a length of {n} cm. what is its area",
        "a triangle has a side of {n} cm. {find} its area",
        "{name} and {other} have some {goods} {together}. {name} has {n}. how many has {other}",
        "there are {n} {goods} in a box. how many are red",
        "a shop sells {goods}. on monday it sold {n}. how many did it sell on tuesday",
        "{name} has {n} {goods}. how old is {name}",
        "the price of a {good} rises by {n} percent. what is the new price",
        "{name} saves {n} dollars <each|every> week. when can {name} buy a {good}",
        "{name} reads {n} pages a day. how long does the book take",
        "{find} the mean of the numbers",
        "solve the equation [for x]",
        "{find} the derivative [of the function]",
        "{find} the {slope} of the line through the point ({n}, {m})",
        "{find} the area of the <rectangle|triangle|circle|square>",
        "{find} the value of x",
        "how much is {n} percent",
        "what is {n} divided by",
        "{n} plus",
        "integrate the function from {n} to {m}",
        "what is the probability of winning",
        "{name} invests {n} dollars. how much is it after some years",
        "a box of {goods} <weighs|has a mass of> {n} kg. how heavy is one {good}",
        "compute the determinant of the matrix",
        "{find} the next number after {n}",
    ),
    (
        "{name} owns a few {goods} and {other} owns {n}. how many do they own in all",
        "somebody walks with {n} km per hour. which distance is that",
        "one {good} is cheaper than {n} dollars. what is its price",
    ),
    weight=6,
)
def missing_data(rng: Random) -> Instance:
    """Word problems and commands from which something needed is missing."""
    name, other = rng.sample(NAMES, 2)
    good, goods = rng.choice(GOODS)
    slots: dict[str, Slot] = {
        "name": name,
        "other": other,
        "good": good,
        "goods": goods,
        "n": rng.randint(2, 200),
        "m": rng.randint(2, 40),
    }
    return Instance(slots, (Words(rng.choice(MISSING)),))


BEYOND = (
    "I was not trained for this kind of question.",
    "This topic is beyond what I was trained for.",
    "Sorry, I was not trained for this topic.",
)


@task(
    "refusals",
    "refusal_beyond_scope",
    (
        "{find} the laplace transform of {f}",
        "{find} the fourier series of {f}",
        "<draw|sketch> the graph of {f} by hand",
        "{find} the curvature of y = {f} at x = {n}",
        "{evaluate} the contour integral of {f} around the unit circle",
        "{find} the galois group of {f}",
        "{find} the singular value decomposition of {m}",
        "{find} the jordan normal form of {m}",
        "{find} the lu decomposition of {m}",
        "solve the partial differential equation u_t = {n} u_xx",
        "how many groups of order {n} are there",
        "{find} the homology groups of the sphere of dimension {n}",
        "{find} the residue of 1/({f}) at x = {n}",
        "is {f} irreducible over the field with {n} elements",
        "{find} the eigenfunctions of the operator {f}",
        "design a circuit with {n} resistors",
        "write a python game with {n} levels",
        "balance the reaction of {n} mol of hydrogen and oxygen",
        "a force of {n} newton acts on a beam. {find} the stress tensor",
        "{find} the line integral of the vector field ({f}, y) along the circle of radius {n}",
        "{find} the surface area of the solid when y = {f} is rotated about the x axis",
        "what is the wavelength of light with energy {n} ev",
        "run a t test on the data {n}, {k}, {l}",
        "{find} the z transform of {f}",
    ),
    (
        "which manifold has dimension {n} and euler characteristic {k}",
        "is the function {f} lebesgue measurable",
        "{get} a schur decomposition of {m}",
    ),
    weight=4,
)
def beyond_scope(rng: Random) -> Instance:
    """Mathematics and science that no family covers."""
    slots: dict[str, Slot] = {
        "f": some_polynomial(rng, Sym("x")),
        "m": matrix([[number(rng, 9) for _ in range(2)] for _ in range(2)]),
        "n": rng.randint(2, 60),
        "k": rng.randint(2, 90),
        "l": rng.randint(2, 90),
    }
    return Instance(slots, (Words(rng.choice(BEYOND)),))


CONTRADICTION = (
    "This has no solution: the statements contradict each other.",
    "There is no solution, because the statements contradict each other.",
)


@task(
    "refusals",
    "refusal_contradiction",
    (
        "{get} {x} <if|when> {one} and {two}",
        "{given} {one} and {two}, {get} {x}",
        "solve {one} and {two} for {x}",
        "{one}, {two}, {x} = ?",
        "what is {x} <if|when> {one} and {two}",
        "{x} <satisfies|solves> {one} and also {two}. {get} {x}",
    ),
    ("both {one} and {two} hold. how much is {x}",),
    weight=0.8,
)
def contradiction(rng: Random) -> Instance:
    """The same side with two values."""
    x = Sym(variables(rng, 1)[0])
    side = polynomial((rng.randint(1, 6), number(rng, 9)), x) if rng.random() < 0.7 else scaled(rng.randint(1, 9), x)
    a = number(rng, 30)
    b = a + rng.choice((-7, -3, -1, 1, 2, 5, 10))
    slots: dict[str, Slot] = {"x": x, "one": equation(side, expr(a)), "two": equation(side, expr(b))}
    return Instance(slots, (Words(rng.choice(CONTRADICTION)),))
