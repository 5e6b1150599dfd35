"""GSM8K solutions as programs: each calculation mark `<<16-3-4=9>>` becomes an assignment, and the whole a transcript.

Operands that are in the question become named values, operands that equal an earlier result refer to its variable, and
names come from the words around a number. A row is left out, with its reason, where a mark cannot be read or does not
hold, where a number comes from nowhere, or where the last result is not the row's answer.

Data: Cobbe et al., "Training Verifiers to Solve Math Word Problems" (arXiv 2110.14168), MIT licence.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TypeAlias

from mathcoder_kernel.problems.problem import Code, Problem, Words

TOPIC = "school word problems"
TASK = "gsm8k"


class NoProgram(ValueError):
    """A row of which no program can be made; the message says why, in words that can be counted."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a question, from `start` to `end`; `text` is how it is written there."""

    start: int
    end: int
    text: str
    value: Fraction
    money: bool = False
    percent: bool = False
    cents: bool = False
    fixed: bool = False
    """Not a quantity that another could replace: part of a fraction, a time, a year."""


@dataclass(frozen=True, slots=True)
class Given:
    """An operand that is the number `index` of the question."""

    index: int


@dataclass(frozen=True, slots=True)
class Result:
    """An operand that is the result of an earlier step."""

    step: int


@dataclass(frozen=True, slots=True)
class Literal:
    """An operand that stands as a number in the code: 2 for "half", 60 for an hour."""

    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`left sign right`; a negated number is 0 minus it."""

    sign: str
    left: Expression
    right: Expression


Expression: TypeAlias = Given | Result | Literal | Operation


@dataclass(frozen=True, slots=True)
class Step:
    """One computed quantity: `name = expression`."""

    name: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class Program:
    """What one row computes. `names` are of the question's numbers that it uses; `loose` says that an operand could
    mean several things, or that no words of the question explain it, so that other numbers must not be put in."""

    question: str
    numbers: tuple[Number, ...]
    names: Mapping[int, str]
    steps: tuple[Step, ...]
    sentence: str
    """The last sentence; `@` stands for the answer."""
    loose: bool
    bound: frozenset[Fraction]
    """Values of the question that also stand for something else in the program."""

    def values(self, changed: Mapping[Fraction, Fraction] | None = None) -> list[Fraction]:
        """What each step gives, exactly, with some of the question's numbers changed; ZeroDivisionError."""
        results: list[Fraction] = []
        for step in self.steps:
            results.append(_value(step.expression, self.numbers, results, changed or {}))
        return results

    def code(self, changed: Mapping[Fraction, Fraction] | None = None) -> str:
        """The Python program; the last expression is the answer, without float noise or a trailing `.0`."""
        changed = changed or {}
        writer = _Writer(self, changed)
        lines: list[str] = []
        for index, name in self.names.items():
            number = self.numbers[index]
            lines.append(f"{name} = {written(changed.get(number.value, number.value), number)}")
        lines += [f"{step.name} = {writer.write(step.expression)}" for step in writer.steps()]
        last = self.steps[-1].name
        lines.append(last if writer.whole[-1] else f"f'{{{last}:.10g}}'")
        return "\n".join(lines)

    def problem(self, identity: str, rng: Random, changed: Mapping[Fraction, Fraction] | None = None) -> Problem:
        """The problem with some numbers changed (a value to a value)."""
        sentence = self.sentence
        if changed:
            sentence = replaced(sentence, changed)
        return Problem(
            TOPIC,
            TASK,
            identity,
            replaced(self.question, changed) if changed else self.question,
            (Words(self._plan(rng)), Code(self.code(changed)), Words(sentence.replace("@", r"$\boxed{⟨0⟩}$"))),
        )

    def _plan(self, rng: Random) -> str:
        parts = [f"the {_spoken(step.name)}" for step in self.steps]
        parts = [part for at, part in enumerate(parts) if part not in parts[at + 1 :]]
        start = rng.choice(("We compute", "I compute", "We find", "First we find" if len(parts) > 1 else "We work out"))
        if len(parts) > 3:
            return rng.choice(("We", "I")) + f" work step by step from {parts[0]} to {parts[-1]}."
        return f"{start} {', then '.join(parts)}."


def program(question: str, solution: str, answer: str) -> Program:
    """The program of one GSM8K row; NoProgram says why there is none."""
    question = " ".join(question.split())
    numbers = numbers_of(question)
    reader = _Reader(question, numbers)
    lines = [line for line in solution.splitlines() if line.strip()]
    lines = [_marked(line) for line in lines]
    for line in lines:
        reader.read(line)
    if not reader.steps:
        raise NoProgram("no calculation marks")
    gold = number_in(answer)
    if gold is None or reader.results[-1] != gold:
        raise NoProgram("the last result is not the answer")
    return reader.program(_sentence(lines[-1], question, numbers))


def _spoken(name: str) -> str:
    return re.sub(r"_\d+$", "", name).replace("_", " ")


# --- numbers in words and digits


def _words(text: str) -> list[str]:
    return text.split()


_SMALL = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_WORDS = {word: number for number, word in (*enumerate(_SMALL), *_TENS.items()) if number > 0}
SPELLED = {number: word for word, number in _WORDS.items()}
_UNITS = "|".join(_SMALL[1:10])
_NUMBER = re.compile(
    r"(?<![\w.,:/])(?P<money>\$\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\.\d+|\d+)(?![\d:/]|,\d)"
    rf"(?P<percent>\s?%|\s?percent\b)?(?!\w)"
    rf"|\b(?:(?P<tens>twenty|{'|'.join(_TENS.values())})-(?P<ones>{_UNITS})|(?P<word>{'|'.join(_WORDS)}))\b",
    re.IGNORECASE,
)
_PART_VALUES = {"half": 2, "halves": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
                "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_SPELLED_FRACTION = re.compile(rf"\b({'|'.join(_SMALL[1:11])})[- ]({'|'.join(_PART_VALUES)})s?\b", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\w.])(\d+)\s?/\s?(\d+)(?!\w)")


def numbers_of(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in order; ordinals (3rd, first) and numbers inside words are none."""
    found: list[Number] = []
    fractions = {match.start() for match in _SPELLED_FRACTION.finditer(text)}
    for match in _NUMBER.finditer(text):
        if match.start() in fractions:
            continue
        digits = match["digits"]
        if digits is not None:
            start, end = match.span("digits")
            value = Fraction(digits.replace(",", ""))
            after = text[match.end() :]
            fixed = not match["money"] and 1900 <= value <= 2100 and "," not in digits and after[:1] != "-"
            cents = bool(re.match(r"\s?(?:cents?\b|¢)", text[end:]))
            found.append(
                Number(start, end, digits, value, bool(match["money"]), bool(match["percent"]), cents, fixed=fixed)
            )
            continue
        word = match[0].casefold()
        small = _WORDS[match["word"].casefold()] if match["word"] else 0
        if match["tens"]:
            small = _WORDS[match["tens"].casefold()] + _WORDS[match["ones"].casefold()]
        before = text[: match.start()].split()[-1:]
        # "the three of them" and "all three" count something that was said before
        said = bool(before) and before[0].casefold() in {"the", "all", "these", "those", "other", "no", "any", "last"}
        found.append(Number(*match.span(), word, Fraction(small), fixed=said or small == 1))
    return tuple(found)


_HUGE = re.compile(r"[eE][-+]?0*[1-9]\d{3,}")


def number_in(text: str) -> Fraction | None:
    """The one number that a text is; None if it is none."""
    if _HUGE.search(text):  # as a fraction it would fill the memory
        return None
    try:
        return Fraction(text.strip().replace(",", "").replace("$", "").replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        return None


def written(value: Fraction, like: Number | None = None) -> str:
    """A number as code: without a fraction if it is whole, with the decimals of `like` where that was so written."""
    if value.denominator == 1 and not (like and "." in like.text):
        return str(value.numerator)
    places = len(like.text.partition(".")[2]) if like else 0
    return f"{float(value):.{places}f}" if places and value == round(value, places) else f"{float(value):.10g}"


def replaced(text: str, changed: Mapping[Fraction, Fraction]) -> str:
    """A text with every number of `changed` replaced, in words where it was in words."""
    parts: list[str] = []
    at = 0
    for number in numbers_of(text):
        new = changed.get(number.value)
        if new is None:
            continue
        if number.text[0].isalpha():
            word = SPELLED.get(int(new), str(new))
            new_text = word.capitalize() if text[number.start].isupper() else word
        else:
            new_text = written(new, number)
            if "," in number.text and new >= 1000:
                whole, point, rest = new_text.partition(".")
                new_text = f"{int(whole):,}{point}{rest}"
        before = text[at : number.start]
        if article := re.search(r"\b([Aa])n? $", before):
            vowel = re.match(r"8|1[18](?!\d)|eight|eleven", new_text)
            before = before[: article.start()] + article[1] + ("n " if vowel else " ")
        parts += [before, new_text]
        at = number.end
    return "".join(parts) + text[at:]


# --- marks


def _marked(line: str) -> str:
    """A line in which also the calculations without a mark have one: `2*50=100` becomes `2*50=<<2*50=100>>100`."""

    def mark(match: re.Match[str]) -> str:
        if match["calculation"] is None:
            return match[0]
        calculation = re.sub(r"[A-Za-z$]+(?<!x)|[A-Za-z]{2,}", "", match["calculation"])
        calculation = re.sub(r"\s+", "", calculation).replace("×", "*").replace("x", "*")
        if not _holds(calculation, match["result"]):
            return match[0]
        return f"{match['start']}<<{calculation}={match['result']}>>{match['result']}"

    return _UNMARKED.sub(mark, line)


def _holds(calculation: str, result: str) -> bool:
    try:
        return _exactly(_parsed(_as_python(calculation))) == number_in(result)
    except (NoProgram, ZeroDivisionError):
        return False


def _exactly(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _applied(_SIGNS[type(node.op)], _exactly(node.left), _exactly(node.right))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Fraction(str(node.value))
    raise NoProgram("a calculation that cannot be read")


def _applied(sign: str, a: Fraction, b: Fraction) -> Fraction:
    return a + b if sign == "+" else a - b if sign == "-" else a * b if sign == "*" else a / b


def _as_python(source: str) -> str:
    """A calculation as Python writes it."""
    source = source.strip().replace(",", "").replace("$", "").replace("×", "*").replace("−", "-")
    source = re.sub(r"(?<=[\d)])\s*[xX]\s*(?=[\d(.])", "*", source)
    source = re.sub(r"(\d+(?:\.\d+)?|\.\d+)\s?%", r"(\1/100)", source)
    source = re.sub(r"(?<=[\d)])\s*\(", "*(", source)
    return _CODE_NUMBER.sub("", source).strip()


_DECIMAL = re.compile(r"\d+(?:\.\d*)?|\.\d+", re.ASCII)
_LONGEST = 200
"""Characters of a calculation that is read: far more than any real one has, and no depth that Python cannot walk."""


def _parsed(source: str) -> ast.expr:
    """The tree of a calculation; NoProgram where it is none, or holds other constants than decimal numbers."""
    if len(source) > _LONGEST:
        raise NoProgram("a calculation that cannot be read")
    try:
        tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise NoProgram("a calculation that cannot be read") from error
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and not _DECIMAL.fullmatch(ast.get_source_segment(source, node) or ""):
            raise NoProgram("a number that is not written in decimals")
    return tree


_UNIT = r"(?:\s*(?:[A-Za-z]+(?:[/-][A-Za-z]+)?)){0,4}"
_OPERAND = r"\(*\$?\s?[\d.,]*\d%?\)*"
_UNMARKED = re.compile(
    rf"<<[^<>]*>>|(?P<start>(?<![\w.<*/+=-])(?P<calculation>{_OPERAND}(?:\s[a-z]{{3,}}){{0,2}}"
    rf"(?:\s*[-+*/x×]\s*{_OPERAND}(?:\s[a-z]{{3,}}){{0,2}})+)\s*=\s*\$?)(?P<result>[\d,]*\d(?:\.\d+)?)(?![\w<%/]|\.\d)"
)
_MARK = re.compile(r"<<([^<>=]+)=([^<>=]+)>>")
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_EXPLAINED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"half|halves|twice|double|doubles|doubled|both|pairs?|couples?|two-|second|parents|twins?", ("2", "0.5", "1.5")),
    (r"triple|tripled|triples|thrice|thirds?", ("3",)),
    (r"quarters?|quadruple|quadrupled|fourths?", ("4", "0.25", "0.75", "25")),
    (r"fifths?", ("5",)),
    (r"sixths?", ("6",)),
    (r"eighths?", ("8",)),
    (r"tenths?", ("10",)),
    (r"dozens?", ("12",)),
    (r"weeks?|weekly|daily|days?", ("7", "5", "2", "14")),
    (r"weekdays?|weekends?|school|workdays?", ("5", "2")),
    (r"years?|annual|annually|yearly|months?|monthly", ("12", "52", "365", "4", "10")),
    (r"decades?", ("10",)),
    (r"century|centuries|percent|cents?|pennies|penny|hundreds?|meters?|cm|centimeters?", ("100", "0.01")),
    (r"quarters?|dimes?|nickels?", ("0.25", "0.1", "0.05", "25", "10", "5", "100")),
    (r"thousands?|kilometers?|km|kilograms?|kg|grams?|liters?|ml|tons?", ("1000", "2000")),
    (r"hours?|minutes?|seconds?|hourly|am|pm|noon|clock|hour|day|daily|days", ("60", "24", "12", "3600", "0.5")),
    (r"feet|foot|inch|inches|yards?", ("12", "3", "36")),
    (r"pounds?|ounces?", ("16",)),
    (r"gallons?|quarts?|pints?|cups?", ("4", "2", "8", "16")),
    (r"february|january|march|april|june|july|august|september|october|november|december", ("30", "31", "28", "29")),
    (r"square|rectang\w+|perimeter|area|triang\w+", ("4", "2", "0.5")),
    (r"legs?|dogs?|cats?|cows?|chickens?|wheels?|cars?|bicycles?|bikes?", ("4", "2", "10")),
    (r"sides?|hands?|fingers?|eyes?", ("4", "2", "10")),
)  # fmt: skip
_HALVES = {
    Fraction(1, 2): ("1", "2"),
    Fraction(3, 2): ("3", "2"),
    Fraction(1, 4): ("1", "4"),
    Fraction(3, 4): ("3", "4"),
}
_TIMES = re.compile(r"half|halves|twice|doubled?|doubles|thrice|tripled?|triples|quarter|quadrupled?", re.IGNORECASE)
_TIMES_VALUES = {"h": 2, "d": 2, "tw": 2, "th": 3, "tr": 3, "q": 4}
_CODE_NUMBER = re.compile(r"(?<![\w.])0+(?=\d)")


class _Reader:
    """Reads the marks of a solution, line by line."""

    def __init__(self, question: str, numbers: tuple[Number, ...]) -> None:
        self._question = question
        self._numbers = numbers
        self._words = set(re.findall(r"[a-z]+", question.casefold()))
        self._implied = {
            Fraction(value)
            for pattern, values in _EXPLAINED
            if any(re.fullmatch(pattern, word) for word in self._words)
            for value in values
        }
        if "%" in question:
            self._implied.add(Fraction(100))
        self._said = {
            Fraction(next(value for start, value in _TIMES_VALUES.items() if word.startswith(start)))
            for word in self._words
            if _TIMES.fullmatch(word)
        }
        self._parts = {Fraction(part) for match in _FRACTION.finditer(question) for part in match.groups()}
        for match in _SPELLED_FRACTION.finditer(question):
            top, bottom = _WORDS[match[1].casefold()], _PART_VALUES[match[2].casefold()]
            self._parts |= {Fraction(top), Fraction(bottom), Fraction(top, bottom)}
        self._ratios = {Fraction(int(m[1]), int(m[2])) for m in _FRACTION.finditer(question) if int(m[2])}
        self._used: set[int] = set()
        self.steps: list[Step] = []
        self.results: list[Fraction] = []
        self._loose = False
        self._bound: set[Fraction] = set()
        self._subjects: list[str] = []
        self._here: set[int] = set()

    def read(self, line: str) -> None:
        """The marks of one line."""
        at = 0
        for match in _MARK.finditer(line):
            expression = self._expression(match[1])
            value = _value(expression, self._numbers, self.results, {})
            stated = number_in(match[2].replace("(", "").replace(")", "").rstrip("%"))
            if stated is None and (ratio := _FRACTION.fullmatch(match[2].strip())) and int(ratio[2]):
                stated = Fraction(int(ratio[1]), int(ratio[2]))
            if stated is None:
                raise NoProgram("a result that is no number")
            if match[2].strip().endswith("%") and value != stated:
                stated /= 100
            if value != stated:
                raise NoProgram("a calculation that does not hold")
            before, after = line[at : match.start()], line[match.end() :]
            at = match.end()
            if not isinstance(expression, Operation):
                if isinstance(expression, Literal):
                    raise NoProgram("a number from nowhere")
                continue
            self.steps.append(Step(name_of_result(before, after), expression))
            self._subjects.append(_subject(before))
            self.results.append(value)

    def program(self, sentence: str) -> Program:
        """What was read, without steps that the last one does not need."""
        needed: set[int] = {len(self.steps) - 1}
        for index in range(len(self.steps) - 1, -1, -1):
            if index in needed:
                needed |= {leaf.step for leaf in _leaves(self.steps[index].expression) if isinstance(leaf, Result)}
        kept = [self.steps[index] for index in sorted(needed)]
        used = {leaf.index for step in kept for leaf in _leaves(step.expression) if isinstance(leaf, Given)}
        if not used:
            raise NoProgram("no number of the question is used")
        if len(kept) > 12:
            raise NoProgram("more than 12 steps")
        names: dict[int, str] = {}
        for index in sorted(used):
            names[index] = _unique(self._name(index, set(names.values())), set(names.values()))
        order = {old: new for new, old in enumerate(sorted(needed))}
        taken = set(names.values())
        steps: list[Step] = []
        for index, step in zip(sorted(needed), kept, strict=True):
            subject = self._subjects[index]
            longer = [f"{subject}_{step.name}"] if subject and subject not in step.name.split("_") else []
            name = next((n for n in (step.name, *longer, f"new_{step.name}") if n not in taken), step.name)
            name = _unique(name, taken)
            taken.add(name)
            steps.append(Step(name, _renumbered(step.expression, order)))
        return Program(
            self._question, self._numbers, names, tuple(steps), sentence, self._loose, frozenset(self._bound)
        )

    def _name(self, index: int, taken: set[str]) -> str:
        number = self._numbers[index]
        plain = name_of_number(self._question, number, 1)
        before = _identifiers(
            [w for w in _WORD.findall(self._question[: number.start])[-4:] if w.casefold() not in _STOP | _LEAD]
        )
        longer = f"{before[-1]}_{plain}" if before and before[-1] not in plain.split("_") else plain
        names = (plain, name_of_number(self._question, number, 2), longer)
        return next((name for name in names if name not in taken), plain)

    def _expression(self, source: str) -> Expression:
        self._here = set()
        source = _as_python(source)
        tree = _parsed(source)
        literals = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        near = [self._at(Fraction(str(node.value))) for node in literals if isinstance(node.value, int | float)]
        return self._tree(tree, source, [place for place in near if place is not None])

    def _tree(self, node: ast.expr, source: str, near: list[int]) -> Expression:
        if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
            left, right = self._tree(node.left, source, near), self._tree(node.right, source, near)
            if isinstance(node.op, ast.Div) and _value(right, self._numbers, self.results, {}) == 0:
                raise NoProgram("a division by zero")
            if isinstance(node.op, ast.Mult):
                return _product(left, right)
            return Operation(_SIGNS[type(node.op)], left, right)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return Operation("-", Literal("0"), self._tree(node.operand, source, near))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            return self._operand(ast.get_source_segment(source, node) or str(node.value), near)
        raise NoProgram("a calculation that cannot be read")

    def _operand(self, text: str, near: list[int]) -> Expression:
        value = Fraction(text)
        earlier = [i for i, result in enumerate(self.results) if result == value]
        plain = [i for i, number in enumerate(self._numbers) if number.value == value]
        known = bool(plain) or value in self._implied or value in self._parts
        if plain and (earlier or value in self._implied or value in self._parts):
            self._bound.add(value)  # two meanings: another number in its place may be wrong
        if earlier and (known or len(earlier) > 1):
            self._loose = True
        if value != 1:
            # a result of the last two lines first, then a number of the question that has not been used
            recent = [i for i in earlier if i >= len(self.results) - 2 and i not in self._here]
            said = value in self._said and all(self._numbers[i].text[0].isalpha() for i in plain)
            unused = [i for i in plain if i not in self._used] if not said else []
            if recent or (earlier and not unused):
                self._here.add((recent or earlier)[-1])
                return Result((recent or earlier)[-1])
            if said:
                return Literal(_tidy(text))
            if plain:
                chosen = self._choose(plain, near)
                self._used.add(chosen)
                return Given(chosen)
        hundred = Literal("100")
        for index, number in enumerate(self._numbers):
            if (number.percent or number.cents) and number.value == 100 * value:
                self._used.add(index)
                return Operation("/", Given(index), hundred)
        for index, number in enumerate(self._numbers):
            if number.percent and 100 * abs(value - 1) == number.value:
                self._used.add(index)
                return Operation("/", Operation("+" if value > 1 else "-", hundred, Given(index)), hundred)
        if value in _HALVES and value in self._implied:
            return Operation("/", *(Literal(part) for part in _HALVES[value]))
        if value in self._implied or value in self._parts or value in self._ratios or value in (0, 1):
            return Literal(_tidy(text))
        if value in (2, 3, 4, 5, 100):
            self._loose = True
            return Literal(_tidy(text))
        raise NoProgram("a number from nowhere")

    def _choose(self, places: list[int], near: list[int]) -> int:
        """Of several places of one number: one not used yet, else the nearest to the other operands."""
        free = [i for i in places if i not in self._used] or places

        def distance(i: int) -> float:
            others = [abs(self._numbers[i].start - place) for place in near if place != self._numbers[i].start]
            return min(others, default=0)

        return min(free, key=distance)

    def _at(self, value: Fraction) -> int | None:
        places = [number.start for number in self._numbers if number.value == value]
        return places[0] if len(places) == 1 else None


def _value(
    expression: Expression, numbers: tuple[Number, ...], results: list[Fraction], changed: Mapping[Fraction, Fraction]
) -> Fraction:
    match expression:
        case Given(index):
            return changed.get(numbers[index].value, numbers[index].value)
        case Result(step):
            return results[step]
        case Literal(text):
            return Fraction(text)
        case Operation(sign, left, right):
            a, b = (_value(side, numbers, results, changed) for side in (left, right))
            return _applied(sign, a, b)


def _product(left: Expression, right: Expression) -> Expression:
    """`a*b`, with a fraction behind and its division last: `5/8*store` is `store*5/8`, `pens*(1/4)` is `pens/4`."""
    if isinstance(left, Operation) and left.sign == "/" and not (isinstance(right, Operation) and right.sign == "/"):
        left, right = right, left
    if isinstance(right, Operation) and right.sign == "/":
        top = left if right.left == Literal("1") else Operation("*", left, right.left)
        return Operation("/", top, right.right)
    return Operation("*", left, right)


def _leaves(expression: Expression) -> Iterator[Given | Result | Literal]:
    if isinstance(expression, Operation):
        yield from _leaves(expression.left)
        yield from _leaves(expression.right)
    else:
        yield expression


def _renumbered(expression: Expression, order: Mapping[int, int]) -> Expression:
    if isinstance(expression, Operation):
        return Operation(expression.sign, _renumbered(expression.left, order), _renumbered(expression.right, order))
    return Result(order[expression.step]) if isinstance(expression, Result) else expression


def _tidy(text: str) -> str:
    return f"{float(text):.10g}" if "." in text else str(int(text))


_LEVEL = {"+": 1, "-": 1, "*": 2, "/": 2}


class _Writer:
    """Writes expressions as Python; a division of whole numbers without remainder is `//`, as everywhere else."""

    def __init__(self, written_program: Program, changed: Mapping[Fraction, Fraction]) -> None:
        self._program = written_program
        self._changed = changed
        self._results = written_program.values(changed)
        self.whole: list[bool] = []
        for step in written_program.steps:
            self.whole.append(self._whole(step.expression))

    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return self._program.steps

    def write(self, expression: Expression, level: int = 0, right: bool = False) -> str:
        """The source of an expression inside one of that level."""
        match expression:
            case Given(index):
                return self._program.names[index]
            case Result(step):
                return self._program.steps[step].name
            case Literal(text):
                return text
            case Operation("-", Literal("0"), operand):
                return f"(-{self.write(operand, 3)})"
            case Operation(sign, left, second):
                mine = _LEVEL[sign]
                shown_sign = "//" if sign == "/" and self._exact(expression) else sign
                space = " " if mine == 1 else ""
                source = (
                    f"{self.write(left, mine)}{space}{shown_sign}{space}"
                    f"{self.write(second, mine, sign in '-/' or (sign == '*' and self._divides(second)))}"
                )
                return f"({source})" if mine < level or (right and mine <= level) else source

    def _divides(self, expression: Expression) -> bool:
        return isinstance(expression, Operation) and expression.sign == "/"

    def _exact(self, expression: Operation) -> bool:
        if not (self._whole(expression.left) and self._whole(expression.right)):
            return False
        a, b = (self._value(side) for side in (expression.left, expression.right))
        return (a / b).denominator == 1

    def _whole(self, expression: Expression) -> bool:
        """Whether Python gives an int."""
        match expression:
            case Given(index):
                number = self._program.numbers[index]
                return "." not in written(self._changed.get(number.value, number.value), number)
            case Result(step):
                return self.whole[step]
            case Literal(text):
                return "." not in text
            case Operation("/", _, _):
                return self._exact(expression)
            case Operation(_, left, right):
                return self._whole(left) and self._whole(right)

    def _value(self, expression: Expression) -> Fraction:
        return _value(expression, self._program.numbers, self._results, self._changed)


# --- names

_LEAD = frozenset(_words("of the a an her his their its my our your more other different extra additional total these "
                  "those such new same whole this that just only about all around approximately another"))  # fmt: skip
_STOP = frozenset(_words(
    "is are was were be been being am and or but so if then than that which who whom whose what when where while as "
    "because since he she it they we you i him them us me her his their its the a an this these those there here do "
    "does did has have had will would can could should may must might not no to by with at into onto about over after "
    "before during until left each every per total altogether combined already also still too very much many more "
    "less fewer old away long tall high wide deep worth heavy of in on for from between among under out up off down "
    "all both either some any just only even now later ago again how why yet plus minus times equals equal get gets "
    "got"
))  # fmt: skip
_LINKS = frozenset(_words("in of per for from on at"))
_MONEY_WORDS = (
    ("price", "cost costs costing price priced charges charged charge worth bought buys buy sells selling sold"),
    ("pay", "earns earn earned paid pays pay salary wage wages makes made make"),
    ("spent", "spent spends spend spending bill"),
    ("money", "has had have owns gave gives given received receives gets savings saved saves save budget wallet"),
    ("rent", "rent rents rental"),
    ("tip", "tip tips tipped"),
    ("discount", "discount discounted coupon off"),
    ("tax", "tax taxes fee fees"),
)
_MONEY = {word: name for name, words in _MONEY_WORDS for word in words.split()}
_MONEY_RESULTS = {"price": "cost", "pay": "earnings", "spent": "cost"}
_VAGUE = frozenset(_words("dollars total pieces items things people percent money amount"))
_PLURALS = frozenset(_words("people children men women feet mice geese fish sheep dice teeth deer"))
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_BREAK = re.compile(r"[.,;:!?()=+*/<>$%\d\"“”—]|\s-\s")


def name_of_number(question: str, number: Number, words: int) -> str:
    """A variable name for a number of a question, from the nouns that follow it, of so many words at most."""
    after = question[number.end :]
    if number.percent:
        rest = _phrase(re.sub(r"^\s?(?:%|percent)", "", after), words - 1)
        return "_".join(["percent", *rest])
    if number.money:
        before = [word.casefold() for word in _WORD.findall(question[: number.start])][-6:]
        noun = next((_MONEY[word] for word in reversed(before) if word in _MONEY), "dollars")
        per = re.match(r"\s*(?:per|an?|each|every|for each|for every|for an?|for one)\s+([a-z]+)", after)
        if per and per[1] not in _STOP:
            return f"{noun}_per_{per[1]}"
        if words == 1:
            return noun
        return "_".join([noun, *(w for w in before[-words + 1 :] if w not in _STOP and w not in _MONEY)])
    if re.match(r"\s*times\b", after):
        return "times"
    found = _noun(_phrase(after.lstrip("-"), 3), words)
    if not found:
        before = [word for word in _WORD.findall(question[: number.start])[-6:] if word.casefold() not in _STOP | _LEAD]
        found = _identifiers(before[-words:])
    return "_".join(found) or "number"


def _noun(found: list[str], words: int) -> list[str]:
    """Of the words after a number those that name what is counted: up to the first plural, so many at most."""
    for index, word in enumerate(found):
        if (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS:
            return found[max(0, index + 1 - words) : index + 1] if index or words == 1 else found[:words]
    return found[:words]


def name_of_result(before: str, after: str) -> str:
    """A variable name for a result, from the words after it, else from those before its calculation."""
    money = before.rstrip().endswith("$")
    after = re.sub(r"^\s*[\d,.]*\d", "", after)
    left = _left_of_calculation(before)
    lead = _identifiers([word for word in _WORD.findall(left) if word.casefold() not in _STOP | _LEAD])[-6:]
    total = bool(re.search(r"\b(?:total|altogether|combined|in all)\b", left + after, re.IGNORECASE))
    rest = bool(re.search(r"\b(?:left|remaining|remain|remains)\b", left + after, re.IGNORECASE))
    per = re.match(r"\s*([a-z]+\s+)?(?:per|an?|each|every)\s+([a-z]+)", after)
    if money or re.match(r"\s*(?:dollars|cents)\b", after):
        noun = next((_MONEY_RESULTS.get(_MONEY[word], _MONEY[word]) for word in reversed(lead) if word in _MONEY), "")
        more = [word for word in _phrase(re.sub(r"^\s*(?:dollars|cents)\b", "", after), 2) if word not in _VAGUE]
        if not noun:
            noun = "money"
        if per and per[2] not in _STOP:
            return f"{noun}_per_{per[2]}"
        start = ["total"] if total else []
        return "_".join([*start, noun, "left"] if rest else [*start, noun, *(["of", *more] if more else [])])
    found = _phrase(after, 3, links=True)
    if per and per[2] not in _STOP:
        noun = (per[1] or "").strip() or next(iter(reversed(lead)), "number")
        if noun not in _STOP and _identifiers([noun]):
            return f"{noun}_per_{per[2]}"
    if not found or (len(found) == 1 and found[0] in _VAGUE and lead):
        found = [*(word for word in lead[-1:] if word not in found), *found]
    if not found:
        return "total" if total else "remaining" if rest else "result"
    if total and "total" not in found:
        found = ["total", *found]
    elif rest and not {"left", "remaining"} & set(found):
        found = [*found, "left"]
    return "_".join(found)


def _subject(before: str) -> str:
    """Whom or what a line is about, as one word for a name; empty where it does not say."""
    left = _left_of_calculation(before)
    words = [word for word in _WORD.findall(left) if word.casefold() not in _STOP | _LEAD | _VAGUE]
    named = [word for word in words if word[0].isupper() and not left.startswith(word)] or words
    return next(iter(_identifiers(named)), "")


def _left_of_calculation(before: str) -> str:
    """The words before `3 x 5 = $`."""
    at = re.search(r"\(?\$?\d[^A-Za-z]*(?:[a-zA-Z/ ]*[-+*/x×=(]|$)", before)
    return before[: at.start()] if at else before


def _phrase(text: str, words: int, links: bool = False) -> list[str]:
    """The first words of a text that could name something, up to a stop word or a sign."""
    stop = _BREAK.search(text)
    found: list[str] = []
    link = ""
    for word in _WORD.findall(text[: stop.start()] if stop else text):
        low = word.casefold()
        if not found and (low in _LEAD or (low in _STOP and low in ("her", "his", "their", "more", "the"))):
            continue
        if found and links and not link and low in _LINKS:
            link = low
            continue
        if link and low in _LEAD | {"the", "each", "his", "her", "their"}:
            continue
        if low in _STOP or len(found) >= words:
            break
        new = _identifiers([word])
        if not new:
            break
        if link:
            if len(found) + 2 > words + 1:
                break
            found.append(link)
            link = "-"
            found += new
            break
        found += new
    return found


def _identifiers(words: list[str]) -> list[str]:
    cleaned = (re.sub(r"['’]s?$|['’]", "", word).casefold() for word in words)
    return [word for word in cleaned if word.isascii() and word.isalpha() and len(word) > 1]


_TAKEN = frozenset(dir(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)


def _unique(name: str, taken: set[str]) -> str:
    if not name.isidentifier() or keyword.iskeyword(name) or name in _TAKEN:
        name = f"{name}_number" if name.isidentifier() else "number"
    if name not in taken:
        return name
    return next(f"{name}_{count}" for count in range(2, 99) if f"{name}_{count}" not in taken)


# --- the last sentence

_CALCULATION = re.compile(rf"{_OPERAND}{_UNIT}(?:\s*[-+*/x×]\s*{_OPERAND}{_UNIT})+\s*=\s*(\$?)\s*$")


def _sentence(line: str, question: str, numbers: tuple[Number, ...]) -> str:
    """The last line of a solution without its calculation, `@` where the answer stands; else a plain sentence."""
    mark = list(_MARK.finditer(line))
    if mark:
        before, after = line[: mark[-1].start()], line[mark[-1].end() :]
        money = before.rstrip().endswith("$")
        tail = re.sub(r"^\s*[\d,.]*\d", "", after)
        tail = re.split(r"\s+(?:because|since|as)\b", tail)[0]
        if (calculation := _CALCULATION.search(before)) is not None:
            lead = before[: calculation.start()].rstrip()
            sentence = _joined(lead, tail, money)
            if sentence is not None and _plain(sentence, numbers):
                return sentence
    asked = re.search(r"how (?:many|much) ([a-z]+(?: [a-z]+)?)", question, re.IGNORECASE)
    noun = _phrase(asked[1], 1) if asked else []
    money = bool(mark) and line[: mark[-1].start()].rstrip().endswith("$")
    unit = "dollars" if money else noun[0] if noun and noun[0] not in _MONEY and noun[0] != "money" else ""
    return f"The answer is @ {unit}".rstrip() + "."


def _joined(lead: str, tail: str, money: bool) -> str | None:
    tail = tail.strip()
    if re.search(r"\b(?:multiply|divide|subtract|add|calculate|compute|equals?|with|from|by|per)$", lead):
        return None
    if len(lead.split()) < 2 or lead[-1] in ":,(-=+" or len(tail.split()) > 12 or len(lead.split()) > 16:
        return None
    tail = re.sub(r"^\s*(dollars?)\b", "dollars", tail)
    if tail[:1] not in ("", ".", "!") and money and not tail.startswith(("dollars", "cents")):
        tail = f"dollars {tail}"
    elif money and not tail.startswith(("dollars", "cents")):
        tail = "dollars."
    if tail[:1] in ("%", ",", ")", "/", "-"):
        return None
    return f"{lead} @ {tail}".strip().rstrip(" .!") + "." if tail[:1] != "." else f"{lead} @."


def _plain(sentence: str, numbers: tuple[Number, ...]) -> bool:
    """Whether a sentence has no calculations left, and no numbers but those of the question."""
    known = {number.value for number in numbers}
    if re.search(r"[<>=+*×/$%()]|\d\s*x\s*\d", sentence) or sentence.count("@") != 1:
        return False
    return all(number.value in known or number.value == 1 for number in numbers_of(sentence)) and not re.search(
        r"\b\d+(?:st|nd|rd|th)\b", sentence
    )
