"""Word problems as people write them, a short block of text each: the telling, the question, how it is computed.

The files `*.txt` beside this one hold them. A file is a list of *tales* under headings; an empty line ends a tale:

    task: tale_take_away | everyday counts
    constants: 7 60

    T {A} picked {picked:20..90} {many fruit} and {he} ate {eaten:2..15} of them.
    T There were {picked} {many fruit} in {A}'s basket, but {eaten} were eaten.
    Q How many {many fruit} are left?
    = left = picked - eaten   # the {many fruit} that are left
    A @ {many fruit} are left.

`T` tells it, `Q` asks (several of either are other ways to say the same), `=` computes, line by line, with `#` and a
noun phrase for what is computed; `A` answers, `@` being the result. Sentences are written as usual; `<a|b>` and
`[optional]` are those of `phrasing`. `constants` are numbers that the code may hold although no question says them.

Numbers. `{name:low..high}` or `{name:low..high/step}` draws one (decimals as written: `1.50..9.00/0.25`), `{name}`
repeats it, `{$name}` and `{$name:2..9}` write it as money of the tale's currency, whose word is `{unit}`. A line
`H each:3..9; sweets = kids * each` draws and computes numbers before the telling, so that a division comes out; a line
`! eaten < picked` must hold.

Code. `=` keeps counts whole and positive, `/` is written `//`; `=~` allows a decimal result; `=$` is money.
A tale with decimals computes in decimals. `ceil(…)` rounds up; `//` and `%` are what they are in Python.
`=* adults, kids: adults + kids = heads; 8*adults + 5*kids = paid  # the numbers of both` solves equations for unknowns
that an H line draws; the line after it says which is asked: `= adults  # the number of adults`.

Words. `{A}`, `{B}`, `{C}`, `{D}` are people, `{A.he} {A.his} {A.him}` their pronouns, `{he} {his} {him}` those of A.
`{one fruit}`, `{many fruit}`, `{a fruit}` are a noun of a list in `words`, `{one fruit2}` another one of it;
`{any city}` is a word of a list without plurals.

Every tenth tale of a task is held out: its sentences are never trained on.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import product
from math import ceil
from random import Random
from typing import TypeVar

from mathcoder_kernel.problems import everyday
from mathcoder_kernel.problems.facts import Line, counted, invented, solved
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import PhrasingError, Slot, phrase
from mathcoder_kernel.problems.problem import Code, Step, Words
from mathcoder_kernel.problems.story import with_article
from mathcoder_kernel.problems.sympy_code import sympy_code
from mathcoder_kernel.problems.tales import words

SHAPES = (
    *("{told}. {ask}",) * 12,
    "{told}, {ask}",
    "{told}. <so|now|well,|then> {ask}",
    "{ask}? {told}",
    "{ask} if {joined}",
    "if {joined}, {ask}",
    "<suppose|say|assume> {joined}. {ask}",
    "{told}. {find} {want}",
    "{told}. {must_find} {want}",
)
HELD_SHAPES = ("{told}. {ask}", "{ask}? {told}")
HELD_OUT_EVERY = 10
_TRIES = 3000
LOWER_NAMES = 0.2
_Drawn = TypeVar("_Drawn")


class TaleError(ValueError):
    """A tale that cannot be read or told; the message names file and line."""


@dataclass(frozen=True, slots=True)
class _Range:
    """Numbers `low`, `low + step` … `high`, all with so many decimals."""

    low: Decimal
    high: Decimal
    step: Decimal
    places: int

    def draw(self, rng: Random) -> Decimal:
        count = int((self.high - self.low) / self.step)
        return (self.low + rng.randint(0, count) * self.step).quantize(Decimal(1).scaleb(-self.places))


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    value: ast.expr
    about: str
    real: bool = False
    money: bool = False


@dataclass(frozen=True, slots=True)
class _System:
    """Equations between numbers that the telling gives and unknowns that an H line draws."""

    unknowns: tuple[str, ...]
    equations: tuple[tuple[ast.expr, ast.expr], ...]
    about: str


@dataclass(slots=True)
class Tale:
    """One block of a file, read."""

    at: str
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    ranges: dict[str, _Range] = field(default_factory=dict)
    derived: list[tuple[str, ast.expr]] = field(default_factory=list)
    conditions: list[ast.expr] = field(default_factory=list)
    system: _System | None = None
    steps: list[_Step] = field(default_factory=list)

    @property
    def real(self) -> bool:
        """Whether the code computes with decimals."""
        return any(step.real for step in self.steps) or any(r.places for r in self.ranges.values())

    @property
    def used(self) -> set[str]:
        """The numbers that the code takes from the question."""
        values = [step.value for step in self.steps]
        unknowns: tuple[str, ...] = ()
        if self.system is not None:
            values += [side for equation in self.system.equations for side in equation]
            unknowns = self.system.unknowns
        names = {node.id for value in values for node in ast.walk(value) if isinstance(node, ast.Name)}
        return names & {*self.ranges, *(name for name, _ in self.derived)} - {*unknowns}

    @property
    def wanted_said(self) -> bool:
        """Whether the tellings and the noun for what is computed ask well without the question."""
        about = self.steps[-1].about
        return not about.startswith(("how ", "what ", "who ")) and all(
            self.used <= _named(told, about) for told in self.told
        )


@dataclass(slots=True)
class Section:
    """The tales of one task."""

    name: str
    topic: str
    constants: tuple[str, ...] = ()
    tales: list[Tale] = field(default_factory=list)

    def part(self, held_out: bool) -> list[Tale]:
        """The tales that are told in training, or the ones kept back."""
        return [tale for i, tale in enumerate(self.tales, 1) if (i % HELD_OUT_EVERY == 0) == held_out]


_NUMBER = r"-?\d+(?:\.\d+)?"
_SLOT = re.compile(r"\{(\$?)([^{}:]+)(?::([^{}]*))?\}")
_RANGE = re.compile(rf"({_NUMBER})\.\.({_NUMBER})(?:/({_NUMBER}))?")
_NOUN = re.compile(r"(one|many|a|any) ([a-z]+)(\d?)")
_PEOPLE = re.compile(r"([A-D])(?:\.(he|his|him))?|he|his|him")


def read(text: str, file: str) -> list[Section]:
    """The sections of a file; TaleError names the line that cannot be read."""
    sections: list[Section] = []
    tale: Tale | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line, at = raw.strip(), f"{file}:{number}"
        if not line:
            tale = None
            continue
        if line.startswith("#"):
            continue
        try:
            if line.startswith("task:"):
                name, _, topic = line.removeprefix("task:").partition("|")
                sections.append(Section(name.strip(), topic.strip()))
                tale = None
            elif line.startswith("constants:"):
                sections[-1].constants = tuple(line.removeprefix("constants:").split())
            else:
                if tale is None:
                    tale = Tale(at)
                    sections[-1].tales.append(tale)
                _read_line(tale, line)
        except (SyntaxError, ValueError, IndexError) as error:
            raise TaleError(f"{at}: {error}: {line!r}") from error
    for section in sections:
        for tale in section.tales:
            _check(tale)
    return sections


def _read_line(tale: Tale, line: str) -> None:
    kind, _, rest = line.partition(" ")
    rest = rest.strip()
    match kind:
        case "T":
            tale.told.append(_sentences(_ranges_read(tale, rest)).rstrip(".?! "))
        case "Q":
            tale.asked.append(_sentences(_ranges_read(tale, rest)).rstrip(".?! "))
        case "A":
            tale.answers.append(rest.rstrip("."))
        case "H":
            for part in rest.split(";"):
                name, sign, value = (re.match(r"\s*(\w+)\s*([:=])(.*)", part) or _nothing(part)).groups()
                if sign == ":":
                    tale.ranges[name] = _range(value.strip())
                else:
                    tale.derived.append((name, _expression(value)))
        case "!":
            tale.conditions.append(_expression(rest))
        case "=" | "=~" | "=$":
            code, _, about = rest.partition("#")
            if tale.system is not None and code.strip() in tale.system.unknowns:
                code = f"answer = {code}"
            name, value = (re.match(r"([a-z_]\w*)\s*=(?!=)(.*)", code) or _nothing(rest)).groups()
            tale.steps.append(_Step(name, _expression(value), about.strip().rstrip("."), kind == "=~", kind == "=$"))
        case "=*":
            code, _, about = rest.partition("#")
            unknowns, _, equations = code.partition(":")
            sides = [equation.split("=") for equation in equations.split(";")]
            tale.system = _System(
                tuple(name.strip() for name in unknowns.split(",")),
                tuple((_expression(left), _expression(right)) for left, right in sides),
                about.strip().rstrip("."),
            )
        case _:
            raise ValueError("a line begins with T, Q, H, !, =, =~, =$, =* or A")


def _nothing(text: str) -> re.Match[str]:
    raise ValueError(f"not `name = value`: {text!r}")


def _expression(source: str) -> ast.expr:
    return ast.parse(source.strip(), mode="eval").body


def _range(text: str) -> _Range:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a range low..high: {text!r}")
    low, high, step = found.groups()
    places = max(len(number.partition(".")[2]) for number in (low, high, step or ""))
    result = _Range(
        Decimal(low), Decimal(high), Decimal(step or 1) if step or not places else Decimal(1).scaleb(-places), places
    )
    if result.high < result.low or result.step <= 0:
        raise ValueError(f"an empty range: {text!r}")
    return result


def _ranges_read(tale: Tale, text: str) -> str:
    """The sentence with bare slots; the ranges in it are kept in the tale."""

    def bare(found: re.Match[str]) -> str:
        money, name, numbers = found.groups()
        if numbers is not None:
            tale.ranges[name] = _range(numbers)
        return f"{{{money}{name}}}"

    return _SLOT.sub(bare, text)


_FIRST = re.compile(r"(^|[.?!:] )(?!I\b)([A-Z])(?=[a-z]+\b|\b)")


def _sentences(text: str) -> str:
    """Sentences in the lower case of templates; the case of students is put on later."""
    text = re.sub(r"\bI\b", "i", text)
    return _FIRST.sub(lambda found: found[1] + found[2].lower(), text)


def _check(tale: Tale) -> None:
    missing = [k for k, v in (("T", tale.told), ("Q", tale.asked), ("=", tale.steps), ("A", tale.answers)) if not v]
    if missing:
        raise TaleError(f"{tale.at}: no line with {', '.join(missing)}")
    known = set(tale.ranges) | {name for name, _ in tale.derived}
    for text in (*tale.told, *tale.asked, *tale.answers, *(step.about for step in tale.steps)):
        try:
            phrase(text)
        except PhrasingError as error:
            raise TaleError(f"{tale.at}: {error}") from error
        for found in _SLOT.finditer(text):
            name = found[2]
            noun = _NOUN.fullmatch(name)
            if not (
                name in known
                or name == "unit"
                or _PEOPLE.fullmatch(name)
                or (noun and noun[2] in (words.LISTS if noun[1] == "any" else words.NOUNS))
            ):
                raise TaleError(f"{tale.at}: {{{name}}} is no number, person or list of words")
    if not all("@" in answer for answer in tale.answers):
        raise TaleError(f"{tale.at}: an answer without @")
    if not all(step.about for step in tale.steps):
        raise TaleError(f"{tale.at}: a computed line without `# what it is`")
    for told, asked in product(tale.told, tale.asked):
        if unsaid := tale.used - _named(told, asked):
            raise TaleError(f"{tale.at}: {', '.join(sorted(unsaid))} is used but not told in {told!r} {asked!r}")


def _named(*texts: str) -> set[str]:
    """The slots in the texts."""
    return {found[2] for text in texts for found in _SLOT.finditer(text)}


def value_of(node: ast.expr, names: Mapping[str, Fraction]) -> Fraction:
    """The exact value of an expression of + - * / // % ** ceil, and whether a condition holds as 1 or 0."""
    match node:
        case ast.Constant():
            return Fraction(str(node.value))
        case ast.Name():
            return names[node.id]
        case ast.UnaryOp(op=ast.USub()):
            return -value_of(node.operand, names)
        case ast.Call(func=ast.Name(id=name), args=args):
            done = [value_of(arg, names) for arg in args]
            return Fraction(
                {"ceil": lambda v: ceil(v), "max": lambda *v: max(v), "min": lambda *v: min(v)}[name](*done)
            )
        case ast.BinOp():
            a, b = value_of(node.left, names), value_of(node.right, names)
            match node.op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.Div():
                    return a / b
                case ast.FloorDiv():
                    return Fraction(a // b)
                case ast.Mod():
                    return a % b
                case ast.Pow():
                    return Fraction(a**b)
        case ast.BoolOp():
            values = [value_of(part, names) != 0 for part in node.values]
            return Fraction(all(values) if isinstance(node.op, ast.And) else any(values))
        case ast.Compare():
            sides = [value_of(part, names) for part in (node.left, *node.comparators)]
            return Fraction(all(_holds(op, a, b) for op, a, b in zip(node.ops, sides, sides[1:], strict=False)))
    raise ValueError(f"{ast.unparse(node)} is not understood")


def _holds(op: ast.cmpop, a: Fraction, b: Fraction) -> bool:
    return {
        ast.Lt: a < b,
        ast.LtE: a <= b,
        ast.Gt: a > b,
        ast.GtE: a >= b,
        ast.Eq: a == b,
        ast.NotEq: a != b,
    }[type(op)]


def _whole(node: ast.AST, names: Mapping[str, Fraction]) -> bool:
    """Whether every division in the expression comes out; inside `ceil(…)` none need to."""
    if isinstance(node, ast.Call):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and value_of(node, names).denominator != 1:
        return False
    return all(_whole(part, names) for part in ast.iter_child_nodes(node))


@dataclass(frozen=True, slots=True)
class _Numbers:
    written: dict[str, str]  # as digits
    values: dict[str, Fraction]  # of everything, the computed too


def _numbers(tale: Tale, rng: Random) -> _Numbers:
    for _ in range(_TRIES):
        drawn = {name: numbers.draw(rng) for name, numbers in tale.ranges.items()}
        values = {name: Fraction(value) for name, value in drawn.items()}
        try:
            for name, derived in tale.derived:
                values[name] = value_of(derived, values)
            written = {name: _digits(values[name], tale.ranges.get(name)) for name in values}
            if not all(value_of(condition, values) for condition in tale.conditions):
                continue
            if tale.system is not None:
                for left, right in tale.system.equations:
                    if value_of(left, values) != value_of(right, values):
                        said = f"{ast.unparse(left)} = {ast.unparse(right)}"
                        raise ValueError(f"{said} does not hold for the numbers of the H line")
            if all(_computed(tale, step, values) for step in tale.steps):
                return _Numbers(written, values)
        except (ZeroDivisionError, OverflowError):
            continue
        except (KeyError, ValueError) as error:
            raise TaleError(f"{tale.at}: {error}") from error
    raise TaleError(f"{tale.at}: no numbers found that fit; give smaller ranges or an H line")


def _computed(tale: Tale, step: _Step, values: dict[str, Fraction]) -> bool:
    """Computes the step into `values`; False where the result is not one that such a story has."""
    values[step.name] = value_of(step.value, values)
    if values[step.name] < 0 or (values[step.name] == 0 and step is tale.steps[-1]):
        return False
    return tale.real or (values[step.name].denominator == 1 and _whole(step.value, values))


def _digits(value: Fraction, drawn: _Range | None) -> str:
    if drawn is not None and drawn.places:
        return f"{float(value):.{drawn.places}f}"
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.10g}"


class _Literals(ast.NodeTransformer):
    """Numbers in place of the names that the question gives; `//` for divisions that come out."""

    def __init__(self, written: Mapping[str, str], real: bool) -> None:
        self._written, self._real = written, real

    def code(self, node: ast.expr) -> str:
        """The expression in Python."""
        fresh = ast.parse(ast.unparse(node), mode="eval").body
        return re.sub(r" (\*\*?|//?) ", r"\1", ast.unparse(self.visit(fresh)))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name(self._written[node.id]) if node.id in self._written else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div) and not self._real:
            node.op = ast.FloorDiv()
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        # inside ceil(…) a division does not come out
        real, self._real = self._real, True
        self.generic_visit(node)
        self._real = real
        return node


def _solution(tale: Tale, numbers: _Numbers, rng: Random, fill: Callable[[str], str]) -> tuple[Step, ...]:
    """Plan, code and answer; `fill` puts words into them."""
    before, _, after = fill(rng.choice(tale.answers)).partition("@")
    before = (before[:1].upper() + before[1:]).strip()
    last = tale.steps[-1]
    if tale.system is None:
        literals = _Literals(numbers.written, tale.real)
        lines = [Line(step.name, literals.code(step.value), fill(step.about)) for step in tale.steps]
        shown = ""
        if tale.real and not lines[-1].value.startswith("ceil("):
            shown = f"f'{{{last.name}:.2f}}'" if last.money else f"round({last.name}, 2)"
        plan, code, end = solved(rng, lines, last.name, before, after.strip(), shown=shown)
        if any("ceil(" in line.value for line in lines):
            code = Code(f"from math import ceil\n{code.source}")
    else:
        unknowns = tale.system.unknowns
        given = {name: digits for name, digits in numbers.written.items() if name not in unknowns}
        literals = _Literals(given, real=True)
        sides = [f"Eq({literals.code(left)}, {literals.code(right)})" for left, right in tale.system.equations]
        system = f"solve([{', '.join(sides)}], [{', '.join(unknowns)}])"
        found = _Literals(given | {name: f"solution[{name}]" for name in unknowns}, real=True)
        lines = [Line("solution", system, fill(tale.system.about))]
        lines += [Line(step.name, found.code(step.value), fill(step.about)) for step in tale.steps[:-1]]
        target = found.code(last.value)
        plan, code, end = solved(rng, lines, target, before, after.strip(), about=fill(last.about))
        code = sympy_code(*code.source.splitlines(), symbols=unknowns)
    return plan, code, Words(end.template.strip())


@dataclass(slots=True)
class _Words:
    """The people and things of one telling, drawn when they are first named."""

    rng: Random
    numbers: _Numbers
    money: everyday.Money
    people: dict[str, everyday.Who] = field(default_factory=dict)
    nouns: dict[str, tuple[str, str]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)

    def fill(self, text: str, *, written: bool = False) -> str:
        """The text with its slots filled; `written` for answers and plans, where numbers are digits."""

        def filled(found: re.Match[str]) -> str:
            # "2/5", "8%", "2:3": never in words
            beside = text[found.end() : found.end() + 1] + text[found.start() - 1 : found.start()]
            return self._one(found[1], found[2], written or any(sign in beside for sign in "/%:"))

        return _SLOT.sub(filled, text)

    def _one(self, money: str, name: str, written: bool) -> str:
        if name == "unit":
            return self.money.unit
        if name in self.numbers.written:
            number = self.numbers.written[name]
            if money:
                return self.money(number)
            return number if written or not number.isdigit() else counted(int(number))
        if noun := _NOUN.fullmatch(name):
            form, kind, second = noun.groups()
            if form == "any":
                return self._drawn(self.lists, kind + second, lambda: self.rng.choice(words.LISTS[kind]))
            one, many = self._drawn(self.nouns, kind + second, lambda: self._noun(kind))
            return {"one": one, "many": many, "a": with_article(one)}[form]
        who, _, form = name.partition(".") if name[0] in "ABCD" else ("A", "", name)
        person = self._drawn(self.people, who, self._person)
        return getattr(person, form) if form else person.name

    def _drawn(self, taken: dict[str, _Drawn], key: str, draw: Callable[[], _Drawn]) -> _Drawn:
        for _ in range(_TRIES):
            if key in taken:
                return taken[key]
            fresh = draw()
            if fresh not in taken.values():
                taken[key] = fresh
        raise TaleError(f"the list of {key} has no word that the tale does not use already")

    def _noun(self, kind: str) -> tuple[str, str]:
        if kind == "thing" and self.rng.random() < words.INVENTED_SHARE:
            word = invented(self.rng)
            return word, f"{word}s"
        return self.rng.choice(words.NOUNS[kind])

    def _person(self) -> everyday.Who:
        she = self.rng.random() < 0.5
        name = self.rng.choice(words.SHE if she else words.HE)
        if self.rng.random() < words.INVENTED_SHARE:
            name = invented(self.rng).capitalize()
        return everyday.Who(name, *(("she", "her", "her") if she else ("he", "his", "him")))


# what cannot follow "if": a question, many sentences, a condition
_ALONE = re.compile(r"\?|\. .*\. |^(?:if|suppose|should|when|imagine|say|let|assume)\b")


def tell(tale: Tale, rng: Random) -> Instance:
    """The tale with numbers, people and things."""
    numbers = _numbers(tale, rng)
    with_words = _Words(rng, numbers, everyday.money(rng))
    told, asked = rng.sample(tale.told, min(2, len(tale.told))), rng.sample(tale.asked, min(2, len(tale.asked)))
    told, asked = [with_words.fill(text) for text in told], [with_words.fill(text) for text in asked]

    def fill(text: str) -> str:
        return with_words.fill(text, written=True)

    solution = _solution(tale, numbers, rng, fill)
    if rng.random() < LOWER_NAMES:
        for person in with_words.people.values():
            name = re.compile(rf"\b{re.escape(person.name)}\b")
            told = [name.sub(person.name.lower(), text) for text in told]
            asked = [name.sub(person.name.lower(), text) for text in asked]
    slots: dict[str, Slot] = {
        "told": phrase(_either(told)),
        "ask": phrase(_either(asked)),
    }
    if tale.wanted_said:
        slots["want"] = phrase(fill(tale.steps[-1].about))
    if joined := [text.replace(". ", " and ") for text in told if not _ALONE.search(text)]:
        slots["joined"] = phrase(_either(joined))
    return Instance(slots, solution)


def _either(options: Sequence[str]) -> str:
    return f"<{'|'.join(options)}>" if len(options) > 1 else options[0]


@cache
def sections() -> tuple[Section, ...]:
    """All sections of all files, in the order of the files' names."""
    here = files(__name__)
    texts = sorted((entry.name, entry) for entry in here.iterdir() if entry.name.endswith(".txt"))
    return tuple(section for name, entry in texts for section in read(entry.read_text("utf-8"), name))


def _one_of(tales: Sequence[Tale]) -> Callable[[Random], Instance]:
    return lambda rng: tell(rng.choice(tales), rng)


def register() -> None:
    """Makes a task of every section."""
    for section in sections():
        kept = section.part(True)
        if not kept:
            raise TaleError(f"{section.name} has fewer than {HELD_OUT_EVERY} tales, none could be held out")
        task(
            section.topic,
            section.name,
            SHAPES,
            HELD_SHAPES,
            constants=section.constants,
            held_build=_one_of(kept),
        )(_one_of(section.part(False)))
