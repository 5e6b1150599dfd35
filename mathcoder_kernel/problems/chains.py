"""Chains of definitions: each sentence names a number or a function, later ones use it, the last one asks.

Every sentence becomes one line of code, so that a solution is a translation of the question, line by line. A `Chain`
collects both sides: the sentences with their formulas, and the code. `families/chained.py` holds what may be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from mathcoder_kernel.problems.expression import (
    Expr,
    Num,
    Quotient,
    Sym,
    Typed,
    call,
    equation,
    expr,
    polynomial,
    readable,
    scaled,
    total,
)
from mathcoder_kernel.problems.phrasing import Slot

LETTERS = "abcdfghjkmnpqrstuvwxyzabcdfghjkmnpqrstuvwxyzeilo"  # the last four are easily misread: half as often
LARGEST = 100_000  # no named number grows beyond


class Unfit(Exception):
    """The numbers drawn so far do not fit; the chain is drawn anew."""


@dataclass(slots=True)
class Given:
    """A number that has a name."""

    name: str
    value: Fraction
    used: bool = False


@dataclass(slots=True)
class Rule:
    """A function that has a name: its letter and coefficients, highest power first."""

    name: str
    letter: str
    coefficients: tuple[Fraction, ...]
    used: bool = False

    def at(self, point: Fraction) -> Fraction:
        """Its value there."""
        result = Fraction(0)
        for coefficient in self.coefficients:
            result = result * point + coefficient
        return result


@dataclass(frozen=True, slots=True)
class Operand:
    """A number in a sentence: its slot, its code, its value."""

    said: str
    code: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Noun:
    """Something that has a value: how it is called in training and held-out words, its code and its value."""

    said: str
    kept: str
    code: str
    value: Fraction


@dataclass(slots=True)
class Chain:
    """What has been said and computed so far."""

    rng: Random
    slots: dict[str, Slot] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    numbers: list[Given] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    _letters: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._letters = list(dict.fromkeys(self.rng.sample(LETTERS, len(LETTERS))))[::-1]  # `pop` takes the last

    def letter(self, preferred: str = "") -> str:
        """A letter that nothing has yet."""
        for name in preferred:
            if name in self._letters and self.rng.random() < 0.5:
                self._letters.remove(name)
                return name
        return self._letters.pop()

    def symbol(self, preferred: str = "xxtyzn") -> str:
        """A new variable; it is declared in the code."""
        name = self.letter(preferred)
        self.symbols.append(name)
        return name

    def put(self, typed: Typed | Expr) -> str:
        """The formula as a slot for a sentence."""
        key = f"e{len(self.slots)}"
        self.slots[key] = readable(typed) if isinstance(typed, Expr) and self.rng.random() < 0.7 else typed
        return f"{{{key}}}"

    def number(
        self, low: int, high: int, fits: Callable[[Fraction], bool] | None = None, *, named: float = 0.75
    ) -> Operand:
        """A number: with the share `named` one that was named before and fits, else a literal from `low` to `high`.

        Once all are used, one is named again with a third of that share.
        """
        open_ = [given for given in self.numbers if not given.used]
        if not open_:
            open_, named = self.numbers, named / 3
        if open_ and self.rng.random() < named:
            given = self.rng.choice(open_)
            if given.value.denominator == 1 and (fits(given.value) if fits else True):
                given.used = True
                return Operand(self.put(Sym(given.name)), given.name, given.value)
        for _ in range(200):
            value = Fraction(self.rng.randint(low, high))
            if fits is None or fits(value):
                return Operand(self.put(expr(value)), str(value), value)
        raise Unfit

    def coefficient(self, low: int, high: int) -> tuple[Expr, Fraction]:
        """A number that is not 0, for a formula: a name or a literal."""
        operand = self.number(low, high, lambda value: value != 0 and abs(value) <= 60, named=0.5)
        slot = operand.said[1:-1]
        typed = self.slots.pop(slot)
        assert isinstance(typed, Expr)
        return typed, operand.value

    def term(self, coefficient: tuple[Expr, Fraction], factor: Expr) -> Expr:
        """Coefficient times factor, where 1 and -1 are not written."""
        shown, value = coefficient
        return scaled(int(value), factor) if not shown.symbols else shown * factor

    def formula(self, x: Expr, degree: int) -> tuple[Expr, tuple[Fraction, ...]]:
        """A polynomial in x whose coefficients may be named numbers, with its coefficients."""
        terms: list[Expr] = []
        values: list[Fraction] = []
        for power in range(degree, -1, -1):
            if power < degree and self.rng.random() < 0.3:
                values.append(Fraction(0))
                continue
            coefficient = self.coefficient(-9, 12)
            values.append(coefficient[1])
            terms.append(self.term(coefficient, x**power if power > 1 else x) if power else coefficient[0])
        if self.rng.random() < 0.2:
            self.rng.shuffle(terms)
        return total(terms), tuple(values)

    def say(self, sentence: str, clause: str, kept: str, *lines: str) -> None:
        """Adds one definition."""
        self.sentences.append(sentence)
        self.clauses.append(clause)
        self.kept.append(kept)
        self.lines += lines

    @property
    def all_used(self) -> bool:
        """Whether everything that was named has been used."""
        return all(given.used for given in self.numbers) and all(rule.used for rule in self.rules)

    def name_number(self, noun: Noun) -> Given:
        """Says `let q be …`."""
        if (noun.value.denominator != 1 and self.rng.random() < 0.7) or abs(noun.value) > LARGEST:
            raise Unfit
        name = self.letter()
        v = self.put(Sym(name))
        self.say(
            f"<let {v} be {noun.said}|let {v} be {noun.said}|let {v} = {noun.said}|suppose {v} is {noun.said}|{v} is"
            f" {noun.said}|take {v} to be {noun.said}|put {v} equal to {noun.said}|call {v} {noun.said}|set {v} to"
            f" {noun.said}|define {v} as {noun.said}|assume that {v} equals {noun.said}|{noun.said} is called {v}|write"
            f" {v} for {noun.said}|{v} denotes {noun.said}|{v} stands for {noun.said}|say {v} is {noun.said}|suppose"
            f" that {v} = {noun.said}|{v} is defined as {noun.said}|let {v} denote {noun.said}|we call {noun.said}"
            f" {v}>",
            f"{v} <is|is|equals|=> {noun.said}",
            f"<the letter {v} abbreviates {noun.kept}|as {v} we take {noun.kept}>",
            f"{name} = {noun.code}",
        )
        given = Given(name, noun.value)
        self.numbers.append(given)
        return given

    def name_rule(self, degree: int) -> Rule:
        """Says `let f(x) = …`."""
        x, name = self.symbol(), self.letter("fghpq")
        s = Sym(x)
        formula, coefficients = self.formula(s, degree)
        fx, f, body = self.put(call(name, s)), self.put(Sym(name)), self.put(formula)
        self.say(
            f"<let {fx} = {body}|let {fx} = {body}|let {fx} be {body}|define {fx} = {body}|define {fx} as {body}"
            f"|consider {fx} = {body}|{fx} = {body}|suppose {fx} = {body}|suppose that {fx} is {body}|put {fx} = {body}"
            f"|the function {f} is given by {fx} = {body}|the function {fx} is {body}|take {fx} = {body}"
            f"|{f} is the function with {fx} = {body}|{f} is defined by {fx} = {body}|let {f} be the <function|rule"
            f"|polynomial> {fx} = {body}|a function is given by {fx} = {body}|set {fx} equal to {body}>",
            f"{fx} <=|=|is|equals> {body}",
            f"<the values of {f} are computed as {fx} = {body}|{body} is what {fx} abbreviates>",
            f"{name} = {formula.code()}",
        )
        rule = Rule(name, x, coefficients)
        self.rules.append(rule)
        return rule

    def name_derived_rule(self, rule: Rule) -> Rule:
        """Says `let g be the derivative of f`, `let g(x) = 2f(x) - 3x`, `let g(x) = f(x + 1)` …"""
        rule.used = True
        name = self.letter("ghkrw")
        s, f, g = Sym(rule.letter), Sym(rule.name), self.put(Sym(name))
        fx, gx = call(rule.name, s), self.put(call(name, s))
        c = rule.coefficients
        n = len(c) - 1
        kind = self.rng.randrange(6)
        if kind < 2 and n >= 2:
            times = 2 if n >= 3 and kind == 1 else 1
            which = self.put(f) if self.rng.random() < 0.6 else self.put(fx)
            for _ in range(times):
                c = tuple(value * (len(c) - 1 - i) for i, value in enumerate(c[:-1]))
            nth = "second derivative" if times == 2 else "<derivative|first derivative|derivative>"
            noun = f"the {nth} of {which}"
            self.say(
                f"<let {g} be {noun}|let {gx} be {noun}|suppose {g} is {noun}|{g} is {noun}|call {noun} {g}|{gx}"
                f" denotes {noun}|{noun} is called {g}|take {g} to be {noun}|let {gx} ="
                f" {self.put(call(rule.name + chr(39) * times, s))}>",
                f"{g} is {noun}",
                (
                    f"differentiating {which} <once|a single time> gives {g}"
                    if times == 1
                    else f"differentiating {which} two times gives {g}"
                ),
                f"{name} = diff({rule.name}, {rule.letter}{', 2' if times == 2 else ''})",
            )
        else:
            shift = self.rng.choice((1, -1, 2, 3, -2))
            a, b = self.rng.choice((2, 3, -1, 4, 5)), self.rng.choice((-9, -7, -5, -3, -2, 2, 3, 4, 6, 10))
            match kind:
                case 2 if n <= 2:
                    body, code = call(rule.name, s + shift), f"{rule.name}.subs({rule.letter}, {(s + shift).code()})"
                    c = _shifted(c, shift)
                case 3:
                    body, code = fx * s, f"{rule.name}*{rule.letter}"
                    c = (*c, Fraction(0))
                case 4:
                    body, code = (
                        fx + scaled(b, s),
                        (f"{rule.name} + {b}*{rule.letter}" if b > 0 else f"{rule.name} - {-b}*{rule.letter}"),
                    )
                    c = (*c[:-2], c[-2] + b, c[-1]) if n >= 1 else (Fraction(b), c[-1])
                case _:
                    body, code = scaled(a, fx) + b, f"{scaled(a, f).code()} {'+' if b > 0 else '-'} {abs(b)}"
                    c = (*(a * value for value in c[:-1]), a * c[-1] + b)
            shown = self.put(body)
            self.say(
                f"<let {gx} = {shown}|let {gx} = {shown}|define {gx} = {shown}|suppose {gx} = {shown}|{gx} ="
                f" {shown}|put {gx} = {shown}|take {gx} = {shown}|define {gx} as {shown}|{g} is defined by {gx} ="
                f" {shown}|now let {gx} = {shown}|the function {g} is {shown}>",
                f"{gx} <=|is> {shown}",
                f"<{shown} is what {gx} abbreviates|the values of {g} are computed as {gx} = {shown}>",
                f"{name} = {code}",
            )
        made = Rule(name, rule.letter, tuple(c))
        self.rules.append(made)
        return made

    def name_solution(self) -> Given:
        """Says that an equation holds for a new letter."""
        name = self.symbol("")
        s, v = Sym(name), Fraction(self.rng.randint(-9, 12))
        left_factor = self.coefficient(2, 9)
        left = self.term(left_factor, s)
        value = left_factor[1] * v
        if self.rng.random() < 0.7:
            constant = self.coefficient(-20, 20)
            left, value = left + constant[0], value + constant[1]
        if self.rng.random() < 0.4:
            slope = self.rng.choice((-3, -2, -1, 1, 2, 3, 4, 6))
            rest = value - slope * v
            if slope == left_factor[1] or rest == 0:
                raise Unfit
            right: Expr = (
                scaled(slope, s) + int(rest) if self.rng.random() < 0.7 else expr(int(rest)) + scaled(slope, s)
            )
        else:
            right = expr(int(value))
        eq = equation(right, left) if self.rng.random() < 0.2 else equation(left, right)
        shown, letter = self.put(eq), self.put(s)
        self.say(
            f"<let {letter} be the solution of {shown}|let {letter} satisfy {shown}|suppose {shown}|suppose that"
            f" {shown}|{shown}|{letter} solves {shown}|let {shown}|assume {shown}|the number {letter} satisfies"
            f" {shown}|{letter} is the number with {shown}|solve {shown} for {letter}|{letter} is the solution of"
            f" {shown}|let {letter} be the number for which {shown}|it is known that {shown}|we know {shown}|take"
            f" {letter} to be the solution of {shown}|let {letter} solve {shown}|{letter} fulfils {shown}|let {letter}"
            f" be such that {shown}>",
            f"<{shown}|{letter} solves {shown}|{letter} satisfies {shown}>",
            f"<{shown} is true for one {letter}|exactly one {letter} makes {shown} true>",
            f"{name} = solve({eq.code()}, {name})[0]",
        )
        given = Given(name, v)
        self.numbers.append(given)
        return given

    def name_pair(self) -> None:
        """Says that two equations hold for two new letters."""
        one, two = self.symbol(""), self.symbol("")
        s, t = Sym(one), Sym(two)
        x, y = Fraction(self.rng.randint(-6, 9)), Fraction(self.rng.randint(-6, 9))
        parts = []
        rows: list[tuple[int, int]] = []
        for _ in range(2):
            a, b = self.rng.choice((1, 1, 2, 3, 4, 5, -1, -2)), self.rng.choice((1, 1, -1, 2, -2, 3, -3, 4, 5))
            rows.append((a, b))
            value = a * x + b * y
            if self.rng.random() < 0.75:
                parts.append(equation(polynomial((a, 0), s) + scaled(b, t), int(value)))
            else:
                parts.append(equation(scaled(a, s), scaled(-b, t) + int(value) if value else scaled(-b, t)))
        if rows[0][0] * rows[1][1] == rows[0][1] * rows[1][0]:
            raise Unfit
        first, second = (self.put(part) for part in parts)
        u, v = self.put(s), self.put(t)
        self.say(
            f"<suppose {first} and {second}|let {first} and {second}|{first} and {second}|suppose that {first} and that"
            f" {second}|the numbers {u} and {v} satisfy {first} and {second}|{u} and {v} are such that {first} and"
            f" {second}|assume {first}, {second}|let {u} and {v} solve {first}, {second}|the numbers {u} and {v} fulfil"
            f" {first} and {second}|two numbers {u} and {v} are given by {first} and {second}|let {first}, {second}>",
            f"{first} and {second}",
            f"both {first} and {second} are true",
            f"solution = solve([{parts[0].code()}, {parts[1].code()}], [{one}, {two}])",
            f"{one}, {two} = solution[{one}], solution[{two}]",
        )
        self.numbers += [Given(one, x), Given(two, y)]
        # one of the two is enough
        self.numbers[-self.rng.choice((1, 2))].used = True


def _shifted(c: Sequence[Fraction], by: int) -> tuple[Fraction, ...]:
    """The coefficients of p(x + by)."""
    result = [Fraction(0)]
    for coefficient in c:
        times = [*result, Fraction(0)]
        for i, value in enumerate(result):
            times[i + 1] += by * value
        times[-1] += coefficient
        result = times
    while len(result) > len(c):
        result = result[1:]
    return tuple(result)


def many_terms(rng: Random, x: Expr, slope: int, constant: int) -> Expr:
    """`slope*x + constant` written in more terms than it needs, in any order."""
    terms: list[Expr] = []
    for value, factor in ((slope, x), (constant, None)):
        rest = value
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            part = rng.choice((-1, 1)) * rng.randint(1, 20)
            terms.append(scaled(part, factor) if factor is not None else expr(part))
            rest -= part
        if rest:
            terms.append(scaled(rest, factor) if factor is not None else expr(rest))
    rng.shuffle(terms)
    return total(terms) if terms else Num("0")


def rational(top: Operand, bottom: Operand) -> str:
    """Code of an exact quotient."""
    return f"Rational({top.code}, {bottom.code})"


def quotient(chain: Chain, top: Operand, bottom: Operand) -> str:
    """A quotient as a formula, in a slot."""
    a, b = chain.slots[top.said[1:-1]], chain.slots[bottom.said[1:-1]]
    assert isinstance(a, Expr)
    assert isinstance(b, Expr)
    return chain.put(Quotient(a, b))
