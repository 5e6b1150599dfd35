"""How an answer, the question and what the code gave hang together; SymPy only where algebra is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.compare import Comparison, compare
from mathcoder_kernel.lce.expression import (
    FUNCTIONS,
    ExpressionError,
    Tree,
    add,
    multiply,
    names,
    number,
    parse_expression,
)
from mathcoder_kernel.lce.typed_answer import (
    Answer,
    Assignments,
    Division,
    Expression,
    Group,
    Quantity,
    Text,
    Time,
    Truth,
    parse_answer,
)
from mathcoder_kernel.lce.units import lookup_unit
from mathcoder_kernel.solver.checking.symbolic import SymbolicComparer, to_sympy

FLOAT_TOLERANCE = 1e-9  # relative; what binary floating point may lose
_MAX_PARTS = 200


@dataclass(frozen=True)
class ResultComparer(SymbolicComparer):
    """Compares an answer (first) with a result of the code (second): floats to FLOAT_TOLERANCE, and rounded answers.

    `places` is how many decimals the answer shows, where rounding to them is accepted; None accepts no rounding.
    """

    places: int | None = None

    def expressions(self, a: Expression, b: Expression) -> Comparison:
        """See `Comparer.expressions`."""
        outcome = super().expressions(a, b)
        if outcome.equal or names(a.tree) or names(b.tree):
            return outcome
        first, second = _float(a), _float(b)
        if first is None or second is None:
            return outcome
        off = abs(first - second)
        if b.decimal and off <= FLOAT_TOLERANCE * max(1.0, abs(second)):
            return Comparison(True, "value as a float")
        if self.places is not None and off <= 0.5 * 10.0**-self.places * (1 + 1e-9):
            return Comparison(True, "rounded value")
        return outcome


def _float(expression: Expression) -> float | None:
    try:
        value = expression.value
        number_ = complex(value if value is not None else to_sympy(expression.tree).evalf(20))
    except (ArithmeticError, TypeError, ValueError):
        return None
    return number_.real if not number_.imag else None


class Linker:
    """Finds an answer in results. `rounded`: the question asks for rounding, so any number of decimals is accepted."""

    def __init__(self, answer: str, rounded: bool) -> None:
        self._answer = answer
        self._typed = parse_answer(answer)
        shown = re.findall(r"\d\.(\d+)", answer)
        places = max((len(decimals) for decimals in shown), default=0)
        self._comparer = ResultComparer(places=places if rounded or places >= 2 else None)

    def stated_in(self, results: Sequence[str]) -> bool | None:
        """Whether the answer is one of the results or a part of one; None for words, times of day and
        amounts such as 3 h 20 min, which code rarely prints."""
        parts = [part for result in reversed(results) for part in _parts(result)][:_MAX_PARTS]
        if any(self._equal(self._answer, part) for part in parts):
            return True
        items = _items(self._typed) or _numbers_of(self._typed)
        if items and all(any(self._equal(item, part) for part in parts) for item in items):
            return True
        if any(isinstance(part, Truth) or (isinstance(part, str) and part in ("True", "False")) for part in parts):
            return None  # the code compared, and the words drew the conclusion
        worded = isinstance(self._typed, Text | Time) or (isinstance(self._typed, Quantity) and bool(self._typed.parts))
        worded = worded or (bool(items) and all(isinstance(item, Text) for item in items))
        return None if worded else False

    def is_value(self, value: Expression) -> bool:
        """Whether the answer is this value."""
        return self._equal(self._answer, value)

    def is_near(self, value: Expression) -> bool:
        """Whether the answer is a number within 1 % of this value: perhaps rounded."""
        answer = self._typed.amount if isinstance(self._typed, Quantity) else self._typed
        first, second = (_float(side) if isinstance(side, Expression) else None for side in (answer, value))
        return first is not None and second is not None and abs(first - second) <= 0.01 * abs(second)

    def follows_from(self, result: str) -> bool:
        """Whether the answer is this one result, or a part of it."""
        return any(self._equal(self._answer, part) for part in _parts(result))

    def states(self, value: str) -> bool:
        """Whether the answer, or a part of it, is this value."""
        return any(self._equal(part, value) for part in (self._answer, *_inside(self._typed, 0)))

    def _equal(self, answer: str | Answer, part: str | Answer) -> bool:
        try:
            return self._comparer.compare(answer, part).equal is True
        except (ArithmeticError, TypeError, ValueError, RecursionError):
            return False


def _items(answer: Answer) -> tuple[Answer, ...]:
    if isinstance(answer, Group):
        return answer.items
    if isinstance(answer, Assignments):
        return tuple(value for solution in answer.solutions for _, value in solution)
    return ()


def _numbers_of(answer: Answer) -> tuple[Expression, ...]:
    """The numbers of one answer that code may print apart: 3 and 20 of 3 h 20 min, 7 and 1 of 7 remainder 1."""
    if isinstance(answer, Division):
        return answer.quotient, answer.remainder
    return answer.parts if isinstance(answer, Quantity) else ()


def _parts(result: str) -> Iterator[str | Answer]:
    """A result, its items, and the lines it prints with what follows a colon or an equals sign."""
    yield result
    yield from _inside(parse_answer(result), 0)
    lines = [line.strip() for line in result.splitlines() if line.strip()]
    for line in lines[-30:]:
        if len(lines) > 1:
            yield line
            yield from _inside(parse_answer(line), 0)
        for piece in re.split(r"[:=]\s", line)[1:]:
            yield piece
            yield from _inside(parse_answer(piece), 0)


def _inside(answer: Answer, depth: int) -> Iterator[Answer]:
    items = _items(answer)
    whole = [item.value for item in items if isinstance(item, Expression)]
    if len(items) == len(whole) == 2 and whole[0] is not None and whole[1]:
        yield Expression(number(whole[0] / whole[1]))  # code often gives a fraction as a pair
    for item in items:
        yield item
        if depth < 4:
            yield from _inside(item, depth + 1)


# ---------------------------------------------------------------------------------------------------- the question

_NUMBER = re.compile(r"(?<![A-Za-z\d_.])\d+(?:,\d{3})+(?:\.\d+)?|(?<![A-Za-z\d_.])(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12, "half": 2, "twice": 2, "double": 2, "triple": 3, "thrice": 3,
    "quarter": 4,
}  # fmt: skip


def unused_numbers(question: str, code: str) -> list[str]:
    """The numbers of the question, as written, that occur nowhere in the code.

    A number also counts as used as its per cent or hundredfold (15 % as 0.15), a fraction as its decimal. Measured on
    a small model, an unused number marks about a third to a half of the wrong answers and under 2 % of the right ones.
    """
    spoken = plain_answer(question.replace("$", " ")).replace("^", " ").replace("_", " ")
    used = {_fraction(token) for token in _NUMBER.findall(re.sub(r"(?<=\d)_(?=\d)", "", code.replace("^", " ")))}
    used |= {_fraction(token) for token in re.findall(r"(?<=[a-z)])\d+", code)}
    products = {x / y for x in used for y in used if y} if len(used) < 40 else set()

    def occurs(value: Fraction) -> bool:
        return any(v in used for v in (value, value / 100, value * 100)) or value in products

    for above, below in re.findall(r"(?<![\w./])(\d{1,9})/(\d{1,9})(?![\w./])", spoken):
        if int(below) and Fraction(int(above), int(below)) in used:
            spoken = spoken.replace(f"{above}/{below}", " ", 1)
    missing = []
    for token in _NUMBER.findall(spoken):
        if not occurs(_fraction(token)) and token not in missing:
            missing.append(token)
    for word in re.findall(r"[a-z]+", question.lower()):
        word = word if word in _NUMBER_WORDS else word.rstrip("s")
        if word in _NUMBER_WORDS and not occurs(Fraction(_NUMBER_WORDS[word])) and word not in missing:
            missing.append(word)
    return missing


def _fraction(token: str) -> Fraction:
    token = token.replace(",", "").rstrip(".")
    exponent = re.search(r"[eE]([-+]?\d+)$", token)
    if len(token) > 60 or (exponent is not None and abs(int(exponent[1])) > 300):
        return Fraction(0)
    return Fraction(token)


_SHORT_WORDS = frozenset(
    [
        "of",
        "is",
        "to",
        "in",
        "at",
        "by",
        "if",
        "it",
        "an",
        "as",
        "on",
        "or",
        "be",
        "do",
        "he",
        "we",
        "me",
        "my",
        "no",
        "so",
        "up",
        "us",
        "am",
        "go",
        "dx",
        "dy",
        "dt",
        "du",
    ]
)
_BREAK = re.compile(r"->\s*-?\w+|\bd(?:\^?\d)?/d[a-z](?:\^?\d)?\b|[?;:{}]|\.(?=\s|$)|,|\$|\u222b|\n")
_RELATION = re.compile(r"<=|>=|!=|=|<|>")
_OPERATION_BEFORE = re.compile(
    r"\b(?:roots?|square|cube|log(?:arithm)?|sine|cosine|reciprocal|half|third|quarter|value|modulus|power|exponential|"
    r"base|negative|opposite)(?:\s+of)?(?:\s+the\s+quantity)?$|\b(?:twice|thrice|double|triple|times|plus|minus|over)$",
    re.IGNORECASE,
)


_AFTER_OPERAND = r"(?:(?<=[\d)])|(?<=(?<![A-Za-z])[A-Za-z]))"
_BEFORE_OPERAND = r"(?=-?(?:[\d.(]|[A-Za-z](?![A-Za-z])|sqrt|sin|cos|tan|ln|log|exp))"
_SPOKEN = tuple(
    (re.compile(rf"{_AFTER_OPERAND}\s+(?:{words})\s+{_BEFORE_OPERAND}", re.IGNORECASE), sign)
    for words, sign in (
        ("to the power (?:of )?|to the", "^"),
        ("plus", " + "),
        ("minus", " - "),
        ("times|multiplied by", "*"),
        ("divided by|over", "/"),
        ("equals|is equal to", " = "),
    )
)


def _unspoken(question: str) -> str:
    """The question with operations in words between numbers and letters as signs: "x squared plus 2" as "x^2 + 2"."""
    for words, power in ((" squared", "^2"), (" cubed", "^3")):
        question = re.sub(_AFTER_OPERAND + words + r"\b", power, question, flags=re.IGNORECASE)
    for spoken, sign in _SPOKEN:
        question = spoken.sub(sign, question)
    return question


def question_trees(question: str) -> list[list[Tree]]:
    """Each expression with an unknown in the question, in its forms: an equation as left minus right (`y = …`: or its
    right side). No forms: an equation of which words before it make another ("the square root of x + 5 = 7")."""
    spans: list[tuple[str, str]] = []  # with the words before
    for piece in _BREAK.split(_unspoken(plain_answer(question.replace("$", " ")))):
        begin, words = 0, re.findall(r"\S+", piece)
        for end, word in enumerate(words):
            runs = re.findall(r"[A-Za-z]+", word)
            if any(_is_word(run) for run in runs) or (word in ("a", "A", "I") and begin == end):
                spans.append((" ".join(words[:begin]), " ".join(words[begin:end])))
                begin = end + 1
        spans.append((" ".join(words[:begin]), " ".join(words[begin:])))
    trees: list[list[Tree]] = []
    for before, text in spans:
        text = text.strip(" ,.;:?!")
        if len(text) < 2 or not re.search(r"[A-Za-z]", text) or not re.search(r"[+*/^=<>(-]|\d[A-Za-z]", text):
            continue
        if forms := _trees(text):
            done_to = _RELATION.search(text) is not None and _OPERATION_BEFORE.search(before) is not None
            trees.append([] if done_to else forms)
    return trees[:12]


def _is_word(run: str) -> bool:
    """Whether letters in a question are a word or a unit, not names of unknowns."""
    short = run.lower() in _SHORT_WORDS or (len(run) == 2 and lookup_unit(run) is not None)
    return (len(run) >= 3 or short) and not _mathematical(run)


def _mathematical(run: str) -> bool:
    known = FUNCTIONS | {"arcsin", "arccos", "arctan", "pi", "theta", "alpha", "beta", "infinity"}
    return run in known or (len(run) > 3 and any(run.startswith(f) and len(run) <= len(f) + 1 for f in known))


def _trees(text: str) -> list[Tree]:
    sides = _RELATION.split(text)
    try:
        read = [parse_expression(side) for side in sides if side.strip()]
    except (ExpressionError, RecursionError):
        return []
    if len(sides) == 1:
        return read if names(read[0]) else []
    if len(read) != 2:
        return []
    found = [add(read[0], multiply(number(-1), read[1]))]
    if re.fullmatch(r"\s*(?:[A-Za-z]|[A-Za-z]'?\s*\(\s*[a-z]\s*\))\s*", sides[0]):
        found.append(read[1])
    return [tree for tree in found if names(tree)]


_ASKS = {
    "solve": r"solv|\broots\b|(?<!square )(?<!cube )\broot of (?!\d+\b)|subject|rearrang|\bzeroe?s?\b|solution|satisf|"
    r"intersect|\bx.?intercept",
    "diff": r"\bderiv|\bdifferentia|d\^?\d?[a-z]?/d[a-z]|slope|tangent|rate of change|gradient|[a-z]'|veloc|accelerat",
    "integrate": r"integra|antideriv|primitive|\barea\b|∫|\\int",
    "factor": r"factor",
    "expand": r"expand|multiply out|distribut|product|\bexpansion",
    "simplify": r"simplif|reduc|rewrite|\bcombine",
    "factorint": r"factor|prime div|decompos|product of (?:\w+ )?primes",
    "inv": r"inverse|invert",
    "limit": r"limit|approach|\blim|tend",
    "dsolve": r"solv|differential|\bode\b|initial value|=",
    "apart": r"partial fraction|decompos",
}
# An equation alone asks to be solved, if nothing else is said to be wanted of it.
_EQUATION = re.compile(r"\bfind\b|equation|inequal|system|what is [a-z]\b|[=<>≤≥]", re.IGNORECASE)
_NOT_SOLUTIONS = re.compile(
    r"\barea|intercept|slope|gradient|deriv|integra|vertex|vertices|domain|\brange|asymptot|volume|length|distance|"
    r"midpoint|tangent|\bnormal|inverse|expand|factor|simplif|\bsum\b|\bproduct|average|\bmean\b|perimeter|\bperiod|"
    r"amplitude|degree|discriminant|how many|number of|remainder|quotient|\blimit|cent(?:er|re)|radius|\baxis|evaluate|"
    r"differentia|maxim|minim|turning|stationary|inflect|complet\w* the square",
    re.IGNORECASE,
)
_SAME_WISH = {"trigsimp": "simplify", "radsimp": "simplify", "cancel": "simplify", "together": "simplify",
              "primefactors": "factorint"} | dict.fromkeys(
                  ("solveset", "linsolve", "nonlinsolve", "nsolve", "roots", "real_roots"), "solve")  # fmt: skip


_SOLUTIONS = r"(?:\w+ ){0,3}(?:solution|root|zero|value|answer)"
_RESULTS = rf"(?:{_SOLUTIONS}|(?:\w+ ){{0,3}}(?:factor|prime|divisor))"
_OF_THE_RESULT = re.compile(
    rf"\b(?:(?:sum|difference|number) of {_RESULTS}|how many {_RESULTS}|{_RESULTS}s.*\b(?:sum|difference)\b|"
    rf"product of {_SOLUTIONS}|larg|great|bigg|small|least|lowest|highest|maxim|minim|positive|negative)",
    re.IGNORECASE,
)
_HIGHER_ORDER = re.compile(r"\b(?:second|third|fourth|twice|mixed)\b|''|\bd\^?\d[a-z]?/d", re.IGNORECASE)


_A_PLACE_OR_A_NUMBER = re.compile(
    r"\bwhere\s+(?:is|are|does|do|has|have|the|its|it)\b|\bwhen\s+(?:is|are|does|do|has)\b|\bwhose\b|\bhow\s+"
    r"(?:many|much|large|big|small|high|low|far|long|fast|steep)\b|\bwhich\b|\b(?:at|for|on)\s+what\b|"
    r"\bwhat\s+(?:values?\s+of\s+)?[a-z]\b(?!')|\bvanish|\bzeros?\b|\bzeroes\b|\broots?\s+of\b|\bcritical|\bstationary|"
    r"\bturning|\bextrem|\bmaxim|\bminim|\btangent|\bhorizontal|\bincreas|\bdecreas|\bsum\s+of\s+(?:the|its|all)\b|"
    r"(?:=|\bis|\bequals|\bbecomes?)\s*0(?![.\d])|\bput\s+-?\d|\bwhat(?:'s|\s+is)\s+the\s+value\s*(?:\?|$)",
    re.IGNORECASE,
)
_ONE_UNKNOWN = re.compile(
    r"\bwhich\s+([a-z])\s+(?:satisf|solve|fulfil|makes?\b)|"
    r"\b(?:find|determine|compute|calculate|get|what(?:'s| is)|how much is|solve for|value (?:of|does))\s+([a-z])"
    r"(?=\s*(?:[?.,;:]|$|(?:have|has|if|when|in|from|given|where|for|please|alone|only)\b))",
    re.IGNORECASE,
)


def wants_a_place_or_number(question: str) -> bool:
    """Whether the question asks where, which or how much: a rewritten expression or a derivative is no answer to it."""
    return _A_PLACE_OR_A_NUMBER.search(question) is not None


def wants_approximation(question: str) -> bool:
    """Whether the question asks what a rule for approximate integration gives, which is not the integral."""
    return re.search(r"approximat|estimat|\bsimpson|\btrape|\bmidpoint|\briemann", question, re.IGNORECASE) is not None


def gives_too_much(question: str, answer: str) -> bool:
    """Whether the question asks for one unknown and the answer says what several are."""
    typed = parse_answer(answer)
    unknowns = (
        {name for solution in typed.solutions for name, _ in solution} if isinstance(typed, Assignments) else set()
    )
    asked = unknowns_asked_for(question) & unknowns
    return len(unknowns) > 1 and len(asked) == 1


def numbers_in(question: str) -> list[Fraction]:
    """Every number of the question, as often as it is there; signs are left aside."""
    return [_fraction(token) for token in _NUMBER.findall(plain_answer(question.replace("$", " ")))]


def wants_one_of(question: str) -> bool:
    """Whether the question wants something of the solutions or factors, such as their sum or the largest."""
    return _OF_THE_RESULT.search(question) is not None


def wants_higher_derivative(question: str) -> bool:
    """Whether the question asks for a second or higher derivative."""
    return _HIGHER_ORDER.search(question) is not None


def question_asks_for(call: str, question: str) -> bool:
    """Whether the question's words ask for what this SymPy function does."""
    wish = _SAME_WISH.get(call, call)
    if re.search(_ASKS[wish], question, re.IGNORECASE):
        return True
    return wish == "solve" and bool(_EQUATION.search(question)) and not _NOT_SOLUTIONS.search(question)


def wants_repeated_factors(question: str) -> bool:
    """Whether the question wants each prime as often as it divides."""
    wanted = r"factori[sz]|repeat|multiplicit|exponent|\bpowers?\b|\bproduct\b|decompos|\bindex"
    return re.search(wanted, question, re.IGNORECASE) is not None


def side_of_limit(question: str) -> str | None:
    """`+` or `-` where the question wants the limit from one side."""
    if re.search(r"\bright\b|from above|\d\s*\^?\{?\+(?!\s*\d)", question, re.IGNORECASE):
        return "+"
    return "-" if re.search(r"\bleft\b|from below|\d\s*\^?\{?-(?![\s\d(a-z])", question, re.IGNORECASE) else None


def unknowns_asked_for(question: str) -> set[str]:
    """Names of single unknowns whose value the question asks for; none where it asks for all."""
    return {first or second for first, second in _ONE_UNKNOWN.findall(question.replace("$", ""))}


def wants_other_than_derivative(question: str) -> bool:
    """Whether a derivative by itself answers something else: an antiderivative or a perpendicular is asked."""
    asked = r"derivative\s+of\s+(?:what|which)\b|\banti-?derivative|\bprimitive\s+of|\bperpendicular|\bnormal\b"
    return re.search(asked, question, re.IGNORECASE) is not None


def in_asked_form(question: str, answer: str) -> bool:
    """False where the question asks for decimals and the answer is a fraction, a root or a multiple of pi."""
    if not re.search(r"\bround|nearest|decimal|significant|\bd\.?p\b|\bs\.?f\b", question, re.IGNORECASE):
        return True
    if re.search(r"\bexact|\bfraction", question, re.IGNORECASE):
        return True
    typed = parse_answer(answer)
    parts = [part.amount if isinstance(part, Quantity) else part for part in (_items(typed) or (typed,))]
    return all(
        part.decimal or (part.value is not None and part.value.denominator == 1)
        for part in parts
        if isinstance(part, Expression) and not names(part.tree)
    )


def asks_to_round(question: str) -> bool:
    """Whether the question asks for a rounded answer."""
    return re.search(r"\bround|nearest|decimal|approximat|significant|\babout\b", question, re.IGNORECASE) is not None


def same_output(recorded: str, now: str) -> bool:
    """Whether two runs gave the same text: numbers to FLOAT_TOLERANCE, memory addresses and white space aside."""
    first, second = (re.sub(r"0x[0-9a-fA-F]+", "0x", " ".join(text.split())) for text in (recorded, now))
    if first == second:
        return True
    numbers = re.compile(r"\d+\.?\d*(?:e[-+]?\d+)?")
    if numbers.sub("#", first) == numbers.sub("#", second):
        pairs: list[tuple[Any, Any]] = list(zip(numbers.findall(first), numbers.findall(second), strict=True))
        return all(
            a == b or (("." in a or "." in b) and abs(float(a) - float(b)) <= FLOAT_TOLERANCE * max(1.0, abs(float(a))))
            for a, b in pairs
        )
    if compare(recorded, now).equal:
        return True
    return sorted(first) == sorted(second) and first[:1] == "{"  # sets print in any order
