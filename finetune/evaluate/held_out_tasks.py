"""Questions of kinds that no family teaches: a model should answer them rightly, refuse, or at least not be *checked*.

Kinds are worded by the shared lexicon, so that it is the kind and not the language that is new. They lie here and not
among the families because they must never be trained on, neither as tasks nor as refusals.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count, pairwise
from random import Random

from finetune.evaluate.solving import Asked
from mathcoder_kernel.problems.expression import any_notation, matrix
from mathcoder_kernel.problems.phrasing import Slot, Template, phrase, render
from mathcoder_kernel.problems.student import typed_question

Answer = str | int | Fraction | float
"""A float is an answer of which any usual rounding is right."""


@dataclass(frozen=True, slots=True)
class HeldOutTask:
    """One kind of question; `build` draws its slots and its right answer."""

    topic: str
    name: str
    wordings: tuple[Template, ...]
    build: Callable[[Random], tuple[Mapping[str, Slot], Answer]]


_TASKS: dict[str, HeldOutTask] = {}


def _task(
    topic: str, *wordings: str
) -> Callable[
    [Callable[[Random], tuple[Mapping[str, Slot], Answer]]], Callable[[Random], tuple[Mapping[str, Slot], Answer]]
]:
    def register(
        build: Callable[[Random], tuple[Mapping[str, Slot], Answer]],
    ) -> Callable[[Random], tuple[Mapping[str, Slot], Answer]]:
        name = build.__name__.strip("_")
        compiled = tuple(phrase(source, f"{name}/{number}") for number, source in enumerate(wordings))
        _TASKS[name] = HeldOutTask(topic, name, compiled, build)
        return build

    return register


def held_out_tasks() -> tuple[HeldOutTask, ...]:
    """Every kind, by name."""
    return tuple(_TASKS[name] for name in sorted(_TASKS))


def held_out_task_questions(count: int, seed: int) -> list[Asked]:
    """`count` questions, the kinds as evenly as that allows; the same for the same seed."""
    rng = Random(seed)
    asked: list[Asked] = []
    while len(asked) < count:
        kinds = list(held_out_tasks())
        rng.shuffle(kinds)
        for kind in kinds[: count - len(asked)]:
            slots, answer = kind.build(rng)
            segments = render(rng.choice(kind.wordings), slots, any_notation(rng), rng)
            right, also = _written(answer)
            question = typed_question(segments, rng)
            asked.append(Asked(f"{kind.name}-{len(asked)}", kind.topic, question, right, also=also))
    return asked


def _written(answer: Answer) -> tuple[str, tuple[str, ...]]:
    """The answer as text, and other forms that are right too."""
    if isinstance(answer, float):
        rounded = [f"{answer:.{places}f}" for places in (6, 5, 4, 3, 2, 1, 0)]
        precise = [text for text in rounded if abs(float(text) - answer) <= 0.01 * abs(answer)]
        if 0 < answer < 1:
            percents = [f"{100 * answer:.{places}f}" for places in (4, 3, 2, 1, 0)]
            precise += [f"{text}\\%" for text in percents if abs(float(text) - 100 * answer) <= abs(answer)]
        return f"{answer:.10g}", tuple(precise)
    return str(answer), ()


# ------------------------------------------------------------------------------------------------------ number theory


def carmichael(n: int) -> int:
    """The smallest m with a^m = 1 (mod n) for every a coprime to n."""
    units = [a for a in range(1, n) if math.gcd(a, n) == 1]
    return next(m for m in count(1) if all(pow(a, m, n) == 1 for a in units))


@_task(
    "number theory",
    "{find} <the carmichael function|carmichael's lambda|the reduced totient> of {n}",
    "what is the smallest m with a^m = 1 mod {n} for every a coprime to {n}",
    "<compute|calculate> carmichael's lambda({n})",
    "what does the carmichael function give for {n}",
)
def _carmichael(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(12, 400)
    return {"n": n}, carmichael(n)


def collatz_steps(n: int) -> int:
    """Steps of n → n/2 (even) or 3n + 1 (odd) until 1."""
    for steps in count():
        if n == 1:
            return steps
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    raise AssertionError


@_task(
    "number theory",
    "how many <collatz|3n+1> steps does it take from {n} to reach 1",
    "{find} the length of the collatz sequence from {n} to 1, counted in steps",
    "starting at {n}, halve even numbers and replace odd n by 3n+1. after how many steps do you reach 1",
    "collatz steps of {n}",
)
def _collatz(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(5, 120)
    return {"n": n}, collatz_steps(n)


@_task(
    "number theory",
    "{find} the multiplicative order of {a} <mod|modulo> {m}",
    "what is the smallest positive k with {a}^k = 1 mod {m}",
    "order of {a} in the group of units mod {m}",
    "{wonder} what the order of {a} modulo {m} is",
)
def _order(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m = rng.randint(7, 90)
    a = rng.choice([a for a in range(2, m) if math.gcd(a, m) == 1])
    return {"a": a, "m": m}, order(a, m)


def order(a: int, m: int) -> int:
    """The least k > 0 with a^k = 1 modulo m; a and m are coprime."""
    return next(k for k in count(1) if pow(a, k, m) == 1)


_ODD_PRIMES = (5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61)


@_task(
    "number theory",
    "{find} the smallest primitive root <mod|modulo> {p}",
    "what is the least primitive root of {p}",
    "which is the smallest generator of the nonzero residues mod {p}",
    "smallest primitive root, p = {p}",
)
def _primitive_root(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    p = rng.choice(_ODD_PRIMES)
    return {"p": p}, next(g for g in range(2, p) if order(g, p) == p - 1)


@_task(
    "number theory",
    "{find} the legendre symbol ({a}/{p})",
    "what is the legendre symbol of {a} over {p}",
    "evaluate the legendre symbol ({a} | {p})",
    "legendre symbol, a = {a}, p = {p}",
)
def _legendre(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    p = rng.choice(_ODD_PRIMES)
    a = rng.randint(2, p - 1)
    return {"a": a, "p": p}, 1 if any(k * k % p == a for k in range(1, p)) else -1


@_task(
    "number theory",
    "{find} the frobenius number of {a} and {b}",
    "with coins of {a} and {b} only, which is the largest amount that cannot be paid exactly",
    "which is the largest whole number that is no sum of {a}s and {b}s",
    "nuggets come in boxes of {a} and {b}. what is the largest number of nuggets that nobody can buy exactly",
)
def _frobenius(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b = rng.sample((4, 5, 7, 9, 11, 13, 17, 19), 2)
    return {"a": a, "b": b}, a * b - a - b


def continued_fraction(p: int, q: int) -> list[int]:
    """The partial quotients of p/q."""
    terms = []
    while q:
        terms.append(p // q)
        p, q = q, p % q
    return terms


@_task(
    "number theory",
    "{find} the continued fraction of {p}/{q}",
    "write {p}/{q} as a continued fraction",
    "what are the partial quotients of {p}/{q}",
    "continued fraction expansion of {p}/{q}",
)
def _continued_fraction(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    q = rng.randint(5, 60)
    p = rng.choice([p for p in range(q + 1, 4 * q) if math.gcd(p, q) == 1])
    return {"p": p, "q": q}, str(continued_fraction(p, q))


@_task(
    "number theory",
    "{find} the <moebius|mobius> function of {n}",
    "what is mu({n}), with the <moebius|mobius> function mu",
    "<moebius|mobius> mu of {n}",
    "evaluate the <moebius|mobius> function at {n}",
)
def _moebius(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.choice((30, 42, 66, 70, 77, 78, 91, 105, 110, 12, 18, 50, 75, 98, 13, 29, 97, 210, 330))
    return {"n": n}, moebius(n)


def moebius(n: int) -> int:
    """0 where a square divides n, else the parity of its number of primes as a sign."""
    sign = 1
    for p in range(2, n + 1):
        if n % p == 0:
            n //= p
            if n % p == 0:
                return 0
            sign = -sign
    return sign


@_task(
    "number theory",
    "how many zeros are at the end of {n}!",
    "{find} the number of trailing zeros of {n} factorial",
    "with how many zeros does {n}! end",
    "trailing zeros of {n}!",
)
def _trailing_zeros(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(10, 150)
    digits = str(math.factorial(n))
    return {"n": n}, len(digits) - len(digits.rstrip("0"))


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(n: int) -> str:
    """The number in Roman numerals."""
    text = ""
    for value, letters in _ROMAN:
        while n >= value:
            text, n = text + letters, n - value
    return text


@_task(
    "number theory",
    "which number is {r} in roman numerals",
    "convert the roman numeral {r} to <a normal|an arabic> number",
    "what does {r} mean as a roman number",
    "roman {r} as a decimal number",
)
def _roman(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(14, 2400)
    return {"r": roman(n)}, n


@_task(
    "number theory",
    "is {n} a perfect, abundant or deficient number",
    "{wonder} whether {n} is abundant, deficient or perfect",
    "classify {n} as perfect, abundant or deficient",
    "compare {n} with the sum of its proper divisors: is it deficient, perfect or abundant",
)
def _abundant(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.choice((6, 28, 496, *(rng.randint(10, 200) for _ in range(4))))
    proper = sum(d for d in range(1, n) if n % d == 0)
    return {"n": n}, "perfect" if proper == n else "abundant" if proper > n else "deficient"


@_task(
    "number theory",
    "{find} the digital root of {n}",
    "add the digits of {n} again and again until one digit is left. which is it",
    "what is the repeated digit sum of {n} down to one digit",
    "digital root: {n}",
)
def _digital_root(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(1000, 10**7)
    return {"n": n}, 1 + (n - 1) % 9


# ------------------------------------------------------------------------------------------------------ combinatorics


def partitions(n: int) -> int:
    """How many ways there are to write n as a sum without regard to order."""
    ways = [1] + [0] * n
    for part in range(1, n + 1):
        for total in range(part, n + 1):
            ways[total] += ways[total - part]
    return ways[n]


@_task(
    "combinatorics",
    "how many <integer |>partitions does {n} have",
    "in how many ways can {n} be written as a sum of positive integers when order does not matter",
    "{find} the partition number p({n})",
    "number of partitions of {n}",
)
def _partitions(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(5, 40)
    return {"n": n}, partitions(n)


@_task(
    "combinatorics",
    "{find} the catalan number C_{n}",
    "what is the {n}th catalan number, counting from C_0 = 1",
    "how many correct bracket sequences are there with {n} pairs of brackets",
    "in how many ways can a convex polygon with {m} sides be cut into triangles",
)
def _catalan(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(4, 14)
    return {"n": n, "m": n + 2}, math.comb(2 * n, n) // (n + 1)


def stirling(n: int, k: int) -> int:
    """Partitions of a set of n into k blocks."""
    if n == k:
        return 1
    return 0 if k == 0 or k > n else k * stirling(n - 1, k) + stirling(n - 1, k - 1)


@_task(
    "combinatorics",
    "{find} the bell number B_{n}",
    "in how many ways can a set of {n} elements be partitioned",
    "how many equivalence relations are there on {n} elements",
    "bell number {n}",
)
def _bell(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 10)
    return {"n": n}, sum(stirling(n, k) for k in range(1, n + 1))


@_task(
    "combinatorics",
    "{find} the stirling number of the second kind S({n}, {k})",
    "in how many ways can {n} different toys be put into {k} equal boxes, none of them empty",
    "how many partitions of a set with {n} elements into {k} nonempty parts are there",
    "stirling number second kind, n = {n}, k = {k}",
)
def _stirling(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(4, 11)
    k = rng.randint(2, n - 1)
    return {"n": n, "k": k}, stirling(n, k)


@_task(
    "combinatorics",
    "how many derangements of {n} elements are there",
    "{n} people put their hats into a box. in how many ways can the hats be given back so that nobody gets their own",
    "{find} the number of permutations of {n} things without a fixed point",
    "subfactorial of {n}",
)
def _derangements(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 11)
    return {"n": n}, sum((-1) ** k * math.factorial(n) // math.factorial(k) for k in range(n + 1))


@_task(
    "combinatorics",
    "how many lattice paths lead from (0, 0) to ({a}, {b}) with steps right and up",
    "on a street grid i walk {a} blocks east and {b} blocks north. how many shortest ways are there",
    "{find} the number of monotone paths in a grid of {a} by {b}",
    "shortest paths on a {a} x {b} grid, how many",
)
def _paths(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b = rng.randint(2, 10), rng.randint(2, 10)
    return {"a": a, "b": b}, math.comb(a + b, a)


@_task(
    "combinatorics",
    "how many solutions in nonnegative integers does {sum} = {n} have",
    "in how many ways can {n} equal sweets be given to {k} children, some perhaps getting none",
    "{find} the number of ways to put {n} identical balls into {k} different boxes",
    "{n} identical coins, {k} purses: how many distributions",
)
def _stars(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n, k = rng.randint(4, 20), rng.randint(3, 6)
    return {"n": n, "k": k, "sum": " + ".join(f"x{i}" for i in range(1, k + 1))}, math.comb(n + k - 1, k - 1)


@_task(
    "combinatorics",
    "how many functions from a set of {n} onto a set of {k} elements are there",
    "{find} the number of surjections from {n} elements to {k} elements",
    "in how many ways can {n} different jobs be given to {k} workers so that everybody has one at least",
    "number of onto maps, {n} to {k}",
)
def _surjections(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 9)
    k = rng.randint(2, n)
    return {"n": n, "k": k}, math.factorial(k) * stirling(n, k)


def josephus(n: int, k: int) -> int:
    """Who stays of n in a circle, numbered from 1, when every k-th leaves."""
    place = 0
    for size in range(2, n + 1):
        place = (place + k) % size
    return place + 1


@_task(
    "combinatorics",
    "{n} people stand in a circle and every {k}th one is removed. which place survives",
    "solve the josephus problem for n = {n} and k = {k}",
    "{n} children numbered from 1 in a circle: every {k}th drops out, beginning with number {k}. who is left",
    "josephus, {n} people, step {k}",
)
def _josephus(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n, k = rng.randint(6, 60), rng.randint(4, 9)
    return {"n": n, "k": k}, josephus(n, k)


@_task(
    "combinatorics",
    "how many squares of any size are on a board of {n} by {n} fields",
    "count all the squares in a {n} x {n} grid, of every size",
    "{find} the total number of squares on a {n} times {n} chessboard",
    "a grid has {n} rows and {n} columns of small squares. how many squares can you see in all",
)
def _board_squares(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 25)
    return {"n": n}, sum(k * k for k in range(1, n + 1))


# ----------------------------------------------------------------------------------------------------------- geometry


@_task(
    "geometry",
    "{find} the distance from the point ({p}, {q}) to the line {a}x + {b}y = {c}",
    "how far is ({p}, {q}) from the line {a}x + {b}y = {c}",
    "what is the shortest distance between the line {a}x + {b}y = {c} and the point ({p}, {q})",
    "distance point ({p}, {q}), line {a}x + {b}y = {c}",
)
def _point_and_line(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b, length = rng.choice(((3, 4, 5), (5, 12, 13), (8, 6, 10), (8, 15, 17)))
    p, q, c = rng.randint(-9, 9), rng.randint(-9, 9), rng.randint(1, 40)
    return {"a": a, "b": b, "c": c, "p": p, "q": q}, Fraction(abs(a * p + b * q - c), length)


@_task(
    "geometry",
    "{find} the distance from the point ({p}, {q}, {r}) to the plane {a}x + {b}y + {c}z = {d}",
    "how far away from the plane {a}x + {b}y + {c}z = {d} is ({p}, {q}, {r})",
    "distance of ({p}, {q}, {r}) and the plane {a}x + {b}y + {c}z = {d}",
    "what is the shortest way from ({p}, {q}, {r}) to the plane {a}x + {b}y + {c}z = {d}",
)
def _point_and_plane(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b, c, length = rng.choice(((2, 2, 3, 0), (1, 2, 2, 3), (2, 3, 6, 7), (4, 4, 7, 9), (2, 6, 9, 11)))
    if not length:
        a, b, c, length = 2, 4, 4, 6
    p, q, r, d = (rng.randint(1, 9) for _ in range(4))
    slots = {"a": a, "b": b, "c": c, "d": d, "p": p, "q": q, "r": r}
    return slots, Fraction(abs(a * p + b * q + c * r - d), length)


@_task(
    "geometry",
    "{find} the area of the polygon with corners {points}",
    "a polygon has the vertices {points}. how large is its area",
    "use the shoelace formula for {points}",
    "what area lies inside the quadrilateral with vertices {points}",
)
def _shoelace(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    points = [
        (rng.randint(0, 4), rng.randint(0, 4)),
        (rng.randint(6, 12), rng.randint(0, 4)),
        (rng.randint(6, 12), rng.randint(6, 12)),
        (rng.randint(0, 4), rng.randint(6, 12)),
    ]
    return {"points": ", ".join(map(str, points))}, shoelace(points)


def shoelace(points: Sequence[tuple[int, int]]) -> Fraction:
    """The area of a polygon whose sides do not cross."""
    turned = pairwise([*points, points[0]])
    return Fraction(abs(sum(a * d - b * c for (a, b), (c, d) in turned)), 2)


_TRIANGLES = ((3, 4, 5), (5, 12, 13), (13, 14, 15), (6, 8, 10), (8, 15, 17), (5, 5, 6), (5, 5, 8), (10, 13, 13))


@_task(
    "geometry",
    "{find} the radius of the incircle of a triangle with sides {a}, {b} and {c}",
    "a triangle has sides {a}, {b} and {c}. what is its inradius",
    "how large is the biggest circle inside a triangle with sides {a}, {b}, {c}? give its radius",
    "inradius, sides {a}, {b}, {c}",
)
def _inradius(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    (a, b, c), k = rng.choice(_TRIANGLES), rng.randint(1, 4)
    area = _heron(a, b, c)
    return {"a": k * a, "b": k * b, "c": k * c}, k * area / Fraction(a + b + c, 2)


@_task(
    "geometry",
    "{find} the radius of the circle through the corners of a triangle with sides {a}, {b} and {c}",
    "a triangle has sides {a}, {b} and {c}. what is its circumradius",
    "circumradius of a triangle with sides {a}, {b}, {c}",
    "how large is the radius of the circumscribed circle of a triangle whose sides are {a}, {b} and {c}",
)
def _circumradius(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    (a, b, c), k = rng.choice(_TRIANGLES), rng.randint(1, 4)
    return {"a": k * a, "b": k * b, "c": k * c}, k * Fraction(a * b * c) / (4 * _heron(a, b, c))


def _heron(a: int, b: int, c: int) -> Fraction:
    return Fraction(math.isqrt((a + b + c) * (a + b - c) * (a - b + c) * (-a + b + c)), 4)


@_task(
    "geometry",
    "{find} the area of a sector with radius {r} and central angle {w} degrees",
    "a slice of pizza is a sector of {w} degrees with radius {r}. what is its area",
    "sector, r = {r}, angle {w} degrees: area",
    "how large is the part of a disc of radius {r} between two radii that enclose {w} degrees",
)
def _sector(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    r, w = rng.randint(2, 20), rng.choice((30, 40, 45, 60, 72, 90, 100, 120, 135, 150))
    return {"r": r, "w": w}, math.pi * r * r * w / 360


@_task(
    "geometry",
    "{find} the area of an ellipse with semi-axes {a} and {b}",
    "an ellipse has the half axes {a} and {b}. how large is its area",
    "area inside the ellipse x^2/{a}^2 + y^2/{b}^2 = 1",
    "ellipse, semi-axes {a}, {b}: area",
)
def _ellipse(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b = rng.sample(range(2, 20), 2)
    return {"a": a, "b": b}, math.pi * a * b


@_task(
    "geometry",
    "{find} the volume of a frustum of a cone with radii {a} and {b} and height {h}",
    "a truncated cone has radii {a} and {b} and is {h} high. what is its volume",
    "a bucket has a bottom radius of {b}, a top radius of {a} and a height of {h}. how much does it hold",
    "frustum: R = {a}, r = {b}, h = {h}, volume",
)
def _frustum(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    b = rng.randint(1, 9)
    a, h = b + rng.randint(1, 9), rng.randint(2, 20)
    return {"a": a, "b": b, "h": h}, math.pi * h * (a * a + a * b + b * b) / 3


@_task(
    "geometry",
    "the point ({x}, {y}) is reflected across the line y = x + {c}. where does it land",
    "{find} the mirror image of ({x}, {y}) in the line y = x + {c}",
    "reflect the point ({x}, {y}) across y = x + {c}",
    "what is the reflection of ({x}, {y}) over the line y = x + {c}",
)
def _reflection(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    x, y, c = rng.randint(-9, 9), rng.randint(-9, 9), rng.randint(1, 9)
    return {"x": x, "y": y, "c": c}, f"({y - c}, {x + c})"


@_task(
    "geometry",
    "rotate the point ({x}, {y}) by 90 degrees counterclockwise about ({p}, {q})",
    "where does ({x}, {y}) go when it is turned 90 degrees anticlockwise around ({p}, {q})",
    "{find} the image of ({x}, {y}) under a rotation of +90 degrees with centre ({p}, {q})",
    "turn ({x}, {y}) a quarter turn to the left around the point ({p}, {q})",
)
def _rotation(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    x, y, p, q = (rng.randint(-9, 9) for _ in range(4))
    return {"x": x, "y": y, "p": p, "q": q}, f"({p - (y - q)}, {q + (x - p)})"


@_task(
    "geometry",
    "{find} the volume of the parallelepiped spanned by {u}, {v} and {w}",
    "what is the volume of the box with slanted sides along the vectors {u}, {v}, {w}",
    "scalar triple product of {u}, {v} and {w}, as a volume",
    "three vectors {u}, {v} and {w} span a parallelepiped. how large is it",
)
def _parallelepiped(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    u, v, w = (tuple(rng.randint(-4, 6) for _ in range(3)) for _ in range(3))
    volume = abs(
        u[0] * (v[1] * w[2] - v[2] * w[1]) - u[1] * (v[0] * w[2] - v[2] * w[0]) + u[2] * (v[0] * w[1] - v[1] * w[0])
    )
    return {"u": str(u), "v": str(v), "w": str(w)}, volume


@_task(
    "geometry",
    "how many diagonals does a polygon with {n} sides have",
    "{find} the number of diagonals of a {n}-gon",
    "a polygon has {n} corners. how many diagonals can be drawn",
    "diagonals of a {n}-sided polygon",
)
def _diagonals(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(5, 40)
    return {"n": n}, n * (n - 3) // 2


# ------------------------------------------------------------------------------------------- statistics and probability


@_task(
    "statistics",
    "{find} the z-score of {x} if the mean is {m} and the standard deviation is {s}",
    "the mean is {m}, the standard deviation {s}. how many standard deviations is {x} from the mean",
    "standardise {x} with mean {m} and standard deviation {s}",
    "z score: x = {x}, mu = {m}, sigma = {s}",
)
def _z_score(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m, s = rng.randint(20, 120), rng.choice((2, 4, 5, 8, 10, 20))
    x = m + rng.choice((-1, 1)) * rng.randint(1, 50)
    return {"x": x, "m": m, "s": s}, Fraction(x - m, s)


@_task(
    "statistics",
    "{find} the harmonic mean of {list}",
    "what is the harmonic mean of the numbers {list}",
    "harmonic mean: {list}",
    "{someone} wants the harmonic mean of {list}. what is it",
)
def _harmonic_mean(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    numbers = rng.sample((2, 3, 4, 5, 6, 8, 10, 12, 15, 20), rng.choice((2, 3)))
    return {"list": " and ".join(map(str, numbers))}, Fraction(len(numbers)) / sum(Fraction(1, k) for k in numbers)


@_task(
    "statistics",
    "{find} the geometric mean of {a} and {b}",
    "what is the geometric mean of the numbers {a} and {b}",
    "geometric mean: {a}, {b}",
    "{wonder} what the geometric mean of {a} and {b} is",
)
def _geometric_mean(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    c, x, y = rng.randint(1, 5), *rng.sample(range(1, 10), 2)
    return {"a": c * x * x, "b": c * y * y}, c * x * y


def correlation(x: Sequence[int], y: Sequence[int]) -> float:
    """Pearson's correlation of two lists."""
    a, b = sum(x) / len(x), sum(y) / len(y)
    spread = math.sqrt(sum((p - a) ** 2 for p in x) * sum((q - b) ** 2 for q in y))
    return sum((p - a) * (q - b) for p, q in zip(x, y, strict=True)) / spread


@_task(
    "statistics",
    "{find} the correlation coefficient of x = {x} and y = {y}",
    "how strongly are {x} and {y} correlated? give pearson's r",
    "pearson correlation of {x} with {y}",
    "the x values are {x}, the y values {y}. what is the correlation",
)
def _correlation(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    x = rng.sample(range(1, 12), 4)
    y = [value + rng.randint(-3, 3) for value in x[:3]] + [rng.randint(1, 12)]
    while len(set(y)) == 1:
        y[0] += 1
    return {"x": ", ".join(map(str, x)), "y": ", ".join(map(str, y))}, correlation(x, y)


@_task(
    "probability",
    "{p}% of people have a disease. a test finds it in {s}% of the ill and is wrongly positive for {f}% of the "
    "healthy. <what is the probability of being ill after a positive test|how likely "
    "is a person with a positive test to be ill>",
    "a machine makes {p}% bad parts. the control rejects {s}% of the bad ones and {f}% of the good ones. what is the "
    "probability that a rejected part is bad",
    "use bayes: P(A) = {p}%, P(B|A) = {s}%, P(B|not A) = {f}%. {find} P(A|B)",
    "{p}% of the mails are spam. a filter marks {s}% of the spam and {f}% of the rest. how likely is a marked mail "
    "spam",
)
def _bayes(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    p, s, f = rng.randint(1, 30), rng.randint(80, 99), rng.randint(1, 15)
    return {"p": p, "s": s, "f": f}, float(Fraction(p * s, p * s + (100 - p) * f))


@_task(
    "probability",
    "calls come at a mean of {m} an hour (poisson). what is the probability of exactly {k} calls in an hour",
    "{find} P(X = {k}) for a poisson variable with mean {m}",
    "X is poisson distributed with lambda = {m}. how likely is X = {k}",
    "poisson, lambda {m}, k {k}: probability",
)
def _poisson(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m, k = rng.randint(1, 9), rng.randint(0, 9)
    return {"m": m, "k": k}, math.exp(-m) * m**k / math.factorial(k)


@_task(
    "probability",
    "how likely is it that among {n} people two have the same birthday",
    "{n} people are in a room. what is the probability that at least two share a birthday (365 days)",
    "birthday problem with {n} people",
    "{find} the probability of a shared birthday in a class of {n}",
)
def _birthday(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(4, 50)
    return {"n": n}, float(1 - Fraction(math.perm(365, n), 365**n))


@_task(
    "probability",
    "a die is rolled until the first {x}. what is the probability that this takes exactly {k} rolls",
    "how likely does the first {x} come with roll number {k} of a die",
    "{find} the probability that the first {x} of a die appears on throw {k}",
    "somebody throws a die again and again. how likely is the first {x} at throw {k}",
)
def _first_success(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    x, k = rng.randint(1, 6), rng.randint(2, 7)
    return {"x": x, "k": k}, Fraction(5 ** (k - 1), 6**k)


# ------------------------------------------------------------------------------------------------------------ finance


@_task(
    "finance",
    "a loan of {m} dollars at {p}% a year is paid back in {t} years with equal monthly payments. how much "
    "is one payment",
    "{find} the monthly payment for a mortgage of {m} euros, {p}% yearly interest, {t} years",
    "what do i pay each month for a {t} year loan of {m} dollars with a rate of {p}% per year",
    "annuity loan: {m} dollars, {p}% a year, {t} years, monthly rate = ?",
)
def _loan(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m, p, t = rng.randint(5, 300) * 1000, rng.randint(2, 9), rng.randint(2, 30)
    monthly = p / 1200
    return {"m": m, "p": p, "t": t}, m * monthly / (1 - (1 + monthly) ** (-12 * t))


@_task(
    "finance",
    "{find} the present value of {m} dollars due in {t} years at {p}% a year",
    "how much must i put aside today at {p}% compounded yearly to have {m} dollars in {t} years",
    "what are {m} euros in {t} years worth today if the rate is {p}%",
    "present value: {m} dollars, {t} years, discount rate {p}%",
)
def _present_value(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m, p, t = rng.randint(5, 200) * 100, rng.randint(2, 9), rng.randint(2, 15)
    return {"m": m, "p": p, "t": t}, m / (1 + p / 100) ** t


@_task(
    "finance",
    "after how many years does money at {p}% compound interest double",
    "{find} the doubling time at {p}% growth a year",
    "how long does it take until an amount growing by {p}% a year has doubled",
    "doubling time, {p}% yearly",
)
def _doubling(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    p = rng.randint(2, 15)
    return {"p": p}, math.log(2) / math.log(1 + p / 100)


@_task(
    "finance",
    "a machine of {m} dollars loses value evenly and is worth {r} dollars after {t} years. what is "
    "the yearly depreciation",
    "straight-line depreciation: cost {m}, salvage value {r}, life {t} years",
    "a car bought for {m} euros is written off over {t} years down to {r} euros. {find} the annual depreciation",
    "linear depreciation from {m} dollars to {r} dollars in {t} years, how much a year",
)
def _depreciation(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    t, yearly, r = rng.randint(3, 12), rng.randint(5, 90) * 50, rng.randint(0, 30) * 100
    return {"m": yearly * t + r, "r": r, "t": t}, yearly


# ------------------------------------------------------------------------------------------------ calculus, by numbers


@_task(
    "numerical methods",
    "do one step of newton's method for x^2 - {a} = 0 from x = {x}",
    "{find} x_1 of newton's method for f(x) = x^2 - {a} with x_0 = {x}",
    "newton iteration, f(x) = x^2 - {a}, start {x}: next value",
    "starting with {x}, what is the next newton approximation of the root of x^2 = {a}",
)
def _newton(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, x = rng.randint(2, 60), rng.randint(1, 9)
    return {"a": a, "x": x}, Fraction(x * x + a, 2 * x)


@_task(
    "numerical methods",
    "approximate the integral of x^{k} from {a} to {b} by the trapezoidal rule with {n} intervals",
    "trapezoidal rule, f(x) = x^{k}, from {a} to {b}, n = {n}",
    "use {n} trapezoids for the area under x^{k} between {a} and {b}",
    "what does the trapezium rule with {n} strips give for the integral of x^{k} from {a} to {b}",
)
def _trapezoids(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    k, a, n = rng.choice((2, 3)), rng.randint(0, 3), rng.choice((2, 4, 5))
    b = a + rng.choice((2, 4, 5))
    h = Fraction(b - a, n)
    values = [(a + i * h) ** k for i in range(n + 1)]
    return {"k": k, "a": a, "b": b, "n": n}, h * (sum(values) - (values[0] + values[-1]) / 2)


@_task(
    "numerical methods",
    "approximate the integral of x^4 from {a} to {b} by simpson's rule with 2 intervals",
    "simpson's rule with n = 2 for x^4 between {a} and {b}",
    "what does simpson's rule give for the integral of x^4 from {a} to {b} with one parabola",
    "use simpson (n = 2): f(x) = x^4, a = {a}, b = {b}",
)
def _simpson(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a = rng.randint(0, 4)
    b = a + rng.randint(1, 5)
    return {"a": a, "b": b}, Fraction(b - a, 6) * (a**4 + 4 * Fraction(a + b, 2) ** 4 + b**4)


@_task(
    "numerical methods",
    "do {n} steps of euler's method for y' = {a}y with y(0) = {b} and step size {h}",
    "euler's method: y' = {a}*y, y(0) = {b}, h = {h}. what is y after {n} steps",
    "approximate y with y' = {a}y, y(0) = {b} by {n} euler steps of length {h}",
    "{find} the value after {n} euler steps of size {h} for y' = {a}y, y(0) = {b}",
)
def _euler(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b, n, h = rng.randint(1, 4), rng.randint(1, 9), rng.randint(2, 4), rng.choice(("0.1", "0.5", "0.2"))
    return {"a": a, "b": b, "n": n, "h": h}, float(b * (1 + a * Fraction(h)) ** n)


@_task(
    "numerical methods",
    "{find} the radius of convergence of the power series with terms n x^n / {a}^n",
    "the sum of n*x^n/{a}^n converges for all x between -r and r. what is the largest r",
    "radius of convergence of sum n (x/{a})^n",
    "how large is the radius of convergence of the series of n x^n / {a}^n",
)
def _convergence(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a = rng.randint(2, 30)
    return {"a": a}, a


# ----------------------------------------------------------------------------------------------------- linear algebra


@_task(
    "linear algebra",
    "{find} the projection of {u} onto {v}",
    "project the vector {u} onto {v}",
    "what is the orthogonal projection of {u} on the line along {v}",
    "vector projection of {u} onto {v}",
)
def _projection(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    v = rng.choice(((3, 4), (1, 2), (2, 1), (1, 1), (1, -1), (4, 3)))
    u = (rng.randint(-9, 9), rng.randint(1, 9))
    share = Fraction(u[0] * v[0] + u[1] * v[1], v[0] ** 2 + v[1] ** 2)
    return {"u": str(u), "v": str(v)}, f"({share * v[0]}, {share * v[1]})"


@_task(
    "linear algebra",
    "{find} the adjugate of the matrix {m}",
    "what is the adjoint matrix (transposed cofactors) of {m}",
    "adj({m})",
    "form the transposed cofactor matrix of {m}",
)
def _adjugate(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b, c, d = (rng.randint(1, 9) for _ in range(4))
    return {"m": matrix([[a, b], [c, d]])}, f"[[{d}, {-b}], [{-c}, {a}]]"


# ------------------------------------------------------------------------------------------------ computing and codes


@_task(
    "computing",
    "{find} {a} xor {b}",
    "what is the bitwise xor of {a} and {b}",
    "{a} XOR {b}, as a decimal number",
    "combine {a} and {b} bit by bit with exclusive or",
)
def _xor(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    a, b = rng.sample(range(3, 255), 2)
    return {"a": a, "b": b}, a ^ b


@_task(
    "computing",
    "{find} the hamming distance between {a} and {b}",
    "in how many places do the bit strings {a} and {b} differ",
    "hamming distance: {a}, {b}",
    "how many bits must be flipped to turn {a} into {b}",
)
def _hamming(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    size = rng.randint(6, 10)
    a, b = ("".join(rng.choice("01") for _ in range(size)) for _ in range(2))
    return {"a": a, "b": b}, sum(p != q for p, q in zip(a, b, strict=True))


@_task(
    "computing",
    "write -{n} in 8 bit two's complement",
    "what is the two's complement of -{n} with 8 bits",
    "{find} the 8-bit two's complement representation of -{n}",
    "how is -{n} stored in a signed byte? give the bits",
)
def _twos_complement(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(1, 128)
    return {"n": n}, f"{256 - n:08b}"


@_task(
    "computing",
    "shift every letter of {word} by {k} in the alphabet",
    "encrypt {word} with a caesar cipher of shift {k}",
    "what does {word} become in caesar's code with key {k}",
    "caesar cipher: {word}, shift {k}",
)
def _caesar(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    word, k = rng.choice(("HELLO", "MATHS", "SECRET", "CODE", "ZEBRA", "PYTHON", "SCHOOL", "EXAM")), rng.randint(1, 20)
    return {"word": word, "k": k}, "".join(chr((ord(letter) - 65 + k) % 26 + 65) for letter in word)


@_task(
    "computing",
    "{find} the check digit of the isbn-10 that begins with {digits}",
    "an isbn-10 starts with {digits}. what is its last digit",
    "which check digit completes {digits} to an isbn-10",
    "isbn 10 check digit for {digits}",
)
def _isbn(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    while True:
        digits = "".join(str(rng.randint(0, 9)) for _ in range(9))
        check = -sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11
        if check < 10:
            return {"digits": digits}, check


@_task(
    "computing",
    "how many rows does a truth table with {n} variables have",
    "a formula has {n} statement letters. how many lines does its truth table need",
    "{find} the number of rows of the truth table for {n} propositions",
    "truth table, {n} variables, number of rows",
)
def _truth_table(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 14)
    return {"n": n}, 2**n


@_task(
    "computing",
    "what is the magic constant of a {n} by {n} magic square with the numbers 1 to {s}",
    "a magic square has {n} rows and holds 1 to {s}. what is the sum of each row",
    "{find} the row sum of a normal magic square of order {n}",
    "magic square, order {n}: magic sum",
)
def _magic_square(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    n = rng.randint(3, 15)
    return {"n": n, "s": n * n}, n * (n * n + 1) // 2


# ------------------------------------------------------------------------------------------------ physics and everyday


@_task(
    "physics",
    "{find} the kinetic energy of a body of {m} kg at {v} m/s",
    "a {m} kg ball moves at {v} m/s. what is its kinetic energy in joules",
    "how much kinetic energy has a mass of {m} kg with a speed of {v} m/s",
    "kinetic energy: m = {m} kg, v = {v} m/s",
)
def _kinetic_energy(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m, v = rng.randint(1, 60), rng.randint(2, 40)
    return {"m": m, "v": v}, Fraction(m * v * v, 2)


@_task(
    "physics",
    "a stone falls from {h} m. after how many seconds does it hit the ground (g = 10 m/s^2)",
    "how long does a ball need to fall {h} m, with g = 10 m/s^2 and no air",
    "{find} the time of free fall from a height of {h} m, taking g = 10",
    "free fall, h = {h} m, g = 10 m/s^2: time",
)
def _free_fall(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    h = rng.randint(2, 200)
    return {"h": h}, math.sqrt(h / 5)


@_task(
    "physics",
    "a force of {f} N acts on {m} kg. what is the acceleration",
    "{find} the acceleration of a {m} kg cart pushed with {f} newtons",
    "newton's second law: F = {f} N, m = {m} kg, a = ?",
    "how fast does a mass of {m} kg speed up under a force of {f} N, in m/s^2",
)
def _acceleration(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    m = rng.choice((2, 4, 5, 8, 10, 20))
    f = rng.randint(3, 200)
    return {"m": m, "f": f}, Fraction(f, m)


@_task(
    "everyday",
    "what is the angle between the hands of a clock at {h}:{mm}",
    "{find} the smaller angle of the hour and minute hands at {h}:{mm}",
    "at {h}:{mm}, how many degrees are between the two hands of the clock",
    "clock hands at {h}:{mm}, angle",
)
def _clock_hands(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    h, m = rng.randint(1, 12), rng.randint(0, 11) * 5
    apart = abs(Fraction(60 * h - 11 * m, 2)) % 360
    return {"h": h, "mm": f"{m:02d}"}, min(apart, 360 - apart)


@_task(
    "everyday",
    "is the year {y} a leap year",
    "{wonder} whether {y} is a leap year",
    "does {y} have a 29th of february",
    "{y}: leap year or not",
)
def _leap_year(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    y = rng.choice((1700, 1800, 1900, 2000, 2100, 2400, *(rng.randint(1600, 2400) for _ in range(8))))
    return {"y": y}, "yes" if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0) else "no"


@_task(
    "everyday",
    "{find} the bmi of a person of {w} kg and {h} cm",
    "somebody weighs {w} kg and is {h} cm tall. what is their body mass index",
    "body mass index: {w} kg, {h} cm",
    "i am {h} cm tall and weigh {w} kg. what is my bmi",
)
def _bmi(rng: Random) -> tuple[Mapping[str, Slot], Answer]:
    w, h = rng.randint(45, 110), rng.randint(150, 200)
    return {"w": w, "h": h}, w / (h / 100) ** 2
