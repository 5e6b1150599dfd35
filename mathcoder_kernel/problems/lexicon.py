"""The one lexicon that all tasks share, so that a word met in one task is known in all.

`WORDS` are the lists that templates refer to; their entries may refer to each other. The other lists are for builders.
"""

from __future__ import annotations

from random import Random

WORDS: dict[str, tuple[str, ...]] = {
    # asking for a value: "{find} the derivative of"
    "find": (
        "find",
        "find",
        "compute",
        "calculate",
        "determine",
        "work out",
        "what is",
        "what is",
        "what's",
        "whats",
        "give",
        "give me",
        "get",
        "figure out",
        "tell me",
        "can you find",
        "could you compute",
        "i need",
        "show me",
        "state",
        "obtain",
    ),
    # the same without "what is", for objects that cannot follow it
    "get": (
        "find",
        "compute",
        "calculate",
        "determine",
        "work out",
        "give",
        "give me",
        "get",
        "figure out",
        "tell me",
        "can you find",
        "could you work out",
        "please find",
        "obtain",
    ),
    "solve": (
        "solve",
        "solve",
        "solve",
        "please solve",
        "can you solve",
        "find the solution of",
        "work out",
        "help me solve",
        "i have to solve",
        "determine the solution of",
        "what is the solution of",
        "what is the solution to",
        "get the solution to",
        "compute the solution of",
        "how do i solve",
        "could you solve",
    ),
    "solve_all": (
        "solve",
        "solve",
        "please solve",
        "can you solve",
        "find all solutions of",
        "find the solutions of",
        "what are the solutions of",
        "what are the solutions to",
        "determine all solutions of",
        "help me solve",
        "i have to solve",
        "give the solutions to",
        "give all solutions of",
        "find the roots of",
        "what are the roots of",
        "how do i solve",
        "could you solve",
    ),
    "evaluate": (
        "evaluate",
        "compute",
        "calculate",
        "work out",
        "what is",
        "what's",
        "find",
        "find the value of",
        "how much is",
        "what is the value of",
        "determine",
        "determine the value of",
        "get the value of",
        "please calculate",
        "can you compute",
        "give the value of",
        "",
    ),
    "simplify": (
        "simplify",
        "simplify",
        "please simplify",
        "can you simplify",
        "reduce",
        "write in simplest form",
        "bring to the simplest form",
        "simplify the expression",
        "make simpler",
        "tidy up",
        "write more simply",
    ),
    "expand": (
        "expand",
        "expand",
        "multiply out",
        "expand the brackets in",
        "write without brackets",
        "remove the brackets in",
        "please expand",
        "can you expand",
        "expand the product",
        "expand and simplify",
        "open the brackets in",
    ),
    "factor": (
        "factor",
        "factor",
        "factorise",
        "factorize",
        "write as a product",
        "write as a product of factors",
        "please factor",
        "can you factor",
        "factor completely",
        "factor the polynomial",
        "find the factors of",
    ),
    "differentiate": (
        "differentiate",
        "differentiate",
        "take the derivative of",
        "find the derivative of",
        "derive",
        "please differentiate",
        "can you differentiate",
        "compute the derivative of",
        "what is the derivative of",
        "calculate the derivative of",
        "what's the derivative of",
        "determine the derivative of",
        "get the derivative of",
    ),
    "integrate": (
        "integrate",
        "integrate",
        "find the integral of",
        "compute the integral of",
        "take the integral of",
        "please integrate",
        "can you integrate",
        "what is the integral of",
        "evaluate the integral of",
        "calculate the integral of",
        "determine the integral of",
        "work out the integral of",
    ),
    "given": ("given", "if", "suppose", "let", "when", "assume", "knowing that", "given that", "suppose that"),
    "with_respect_to": ("with respect to", "with respect to", "in terms of", "wrt", "w.r.t.", "by"),
    "when": ("when", "if", "for", "at", "where", "given that", "given"),
    "solution": ("solution", "answer", "result"),
    "solutions": ("solutions", "answers", "roots", "all solutions", "all roots", "values"),
    "root": ("root", "zero", "solution"),
    "roots": ("roots", "roots", "zeros", "zeroes", "zero points", "real roots"),
    "equation": ("equation",),
    "expression": ("expression", "expression", "term", "formula"),
    "function": ("function", "function", "curve"),
    "value": ("value", "result", "number"),
    "derivative": ("derivative", "derivative", "rate of change", "slope function", "gradient function"),
    "integral": ("integral", "antiderivative", "indefinite integral", "primitive"),
    "in_x": ("with respect to", "wrt", "w.r.t.", "for", "in"),
    "slope": ("slope", "gradient", "steepness"),
    "together": ("together", "in total", "altogether", "in all", "combined"),
    "each": ("each", "apiece", "a piece", "per piece"),
    "costs": ("costs", "is sold for", "is priced at", "goes for"),
    "cost": ("cost", "are sold for", "are priced at", "go for"),
    "buys": ("buys", "purchases", "gets", "picks up"),
    "exactly": ("exactly", "as an exact value", "in exact form"),
}

PREFIXES: tuple[str, ...] = (
    "hi, ", "hello, ", "hey, ", "please help: ", "please help me with this: ", "i need help with this: ",
    "can you help me? ", "help me with my homework: ", "i need help with my homework: ", "homework question: ",
    "quick question: ", "question: ", "exercise 3: ", "my teacher asks: ", "i am stuck on this one: ",
    "for my maths class: ", "for my exam: ", "i dont understand this: ", "ok, next one: ", "now ", "please, ",
    "could you help me with this? ", "problem: ", "task: ",
)  # fmt: skip
SUFFIXES: tuple[str, ...] = (
    " please", ", please", " thanks", ", thanks!", " thank you", ", thx", " i need it for school", " i am stuck",
    " asap", ", help",
)  # fmt: skip

NAMES: tuple[str, ...] = (
    "Anna", "Ben", "Carla", "David", "Emma", "Felix", "Grace", "Henry", "Ida", "Jack", "Kim", "Leo", "Maria", "Noah",
    "Olivia", "Paul", "Rosa", "Sam", "Tina", "Tom", "Lena", "Max", "Mia", "Omar", "Priya", "Wei", "Yusuf", "Zoe",
    "Amir", "Sofia", "Lucas", "Nina", "Peter", "Julia", "Ali", "Fatima", "Diego", "Chloe", "Ivan", "Aisha",
)  # fmt: skip
# (singular, plural)
GOODS: tuple[tuple[str, str], ...] = (
    ("apple", "apples"), ("pen", "pens"), ("book", "books"), ("notebook", "notebooks"), ("ticket", "tickets"),
    ("cookie", "cookies"), ("pencil", "pencils"), ("orange", "oranges"), ("banana", "bananas"), ("shirt", "shirts"),
    ("sandwich", "sandwiches"), ("bottle", "bottles"), ("marble", "marbles"), ("sticker", "stickers"), ("egg", "eggs"),
    ("mug", "mugs"), ("chair", "chairs"), ("lamp", "lamps"), ("candle", "candles"), ("balloon", "balloons"),
    ("card", "cards"), ("toy", "toys"), ("cake", "cakes"), ("flower", "flowers"), ("hat", "hats"), ("bag", "bags"),
)  # fmt: skip
NUMBER_WORDS: tuple[str, ...] = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ORDINALS: tuple[str, ...] = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
VARIABLES: tuple[str, ...] = tuple("xxxxxxxxxyyztnabkmpqrsuvw")


def variable(rng: Random) -> str:
    """A letter for the unknown; mostly x."""
    return rng.choice(VARIABLES)


def variables(rng: Random, count: int) -> list[str]:
    """Different letters; mostly x, y, z in this order."""
    if rng.random() < 0.6:
        return list("xyz"[:count])
    start = rng.choice(("abc", "uvw", "pqr", "mnk", "rst", "xyz", "abc"))
    return list(start[:count])


# school arithmetic and word problems
WORDS.update(
    {
        "pct": ("%", "%", "%", "%", " %", " percent", " percent", " per cent"),
        # asking for several things: "{find_them} divisors of"
        "find_them": (
            "find the",
            "find all",
            "find all the",
            "list the",
            "list all",
            "what are the",
            "what are all the",
            "give all the",
            "give me the",
            "determine the",
            "determine all",
            "write down the",
            "i need the",
            "compute the",
            "show me the",
            "tell me the",
        ),
        "how_much": ("how much", "how much", "how much money", "what"),
        "in_all": ("in all", "altogether", "in total", "all together", "", ""),
        "left": ("left", "left", "left over", "remaining"),
        "now": ("now", "now", "in the end", "at the end", "finally"),
        "then": ("then", "then", "after that", "later", "next"),
        "gives": ("gives", "hands", "passes"),
        "eats": ("eats", "uses up", "loses", "throws away"),
        "has": ("has", "has", "has", "has got", "owns"),
    }
)
