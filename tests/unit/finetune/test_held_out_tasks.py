"""Kinds of questions that are never taught, with right answers."""

from __future__ import annotations

import inspect
import re
from random import Random

import pytest
import sympy
from sympy.functions.combinatorial import numbers as sympy_numbers
from sympy.ntheory import n_order, primitive_root
from sympy.ntheory.continued_fraction import continued_fraction as sympy_continued_fraction

from finetune.evaluate.held_out_tasks import (
    collatz_steps,
    continued_fraction,
    correlation,
    held_out_task_questions,
    held_out_tasks,
    josephus,
    moebius,
    order,
    partitions,
    roman,
    shoelace,
    stirling,
)
from mathcoder_kernel.problems.families import refusals
from mathcoder_kernel.problems.family import all_tasks

KEYWORDS = {
    "abundant": ("abundant",),
    "acceleration": ("acceleration of",),
    "adjugate": ("adjugate",),
    "bayes": ("bayes", "wrongly positive"),
    "bell": ("bell number",),
    "birthday": ("share a birthday",),
    "bmi": ("bmi",),
    "board_squares": ("chessboard",),
    "caesar": ("caesar cipher",),
    "carmichael": ("carmichael",),
    "catalan": ("catalan",),
    "circumradius": ("circumradius",),
    "clock_hands": ("hands of a clock",),
    "collatz": ("collatz",),
    "continued_fraction": ("continued fraction",),
    "convergence": ("radius of convergence",),
    "correlation": ("correlation",),
    "depreciation": ("depreciation",),
    "derangements": ("derangement",),
    "diagonals": ("number of diagonals", "diagonals of a {n}-sided"),
    "digital_root": ("digital root",),
    "doubling": ("doubling time",),
    "ellipse": ("ellipse",),
    "euler": ("euler's method",),
    "first_success": ("until the first", "first {x} of a die"),
    "free_fall": ("falls from",),
    "frobenius": ("frobenius",),
    "frustum": ("frustum",),
    "geometric_mean": ("geometric mean",),
    "hamming": ("hamming distance",),
    "harmonic_mean": ("harmonic mean",),
    "inradius": ("incircle", "inradius"),
    "isbn": ("isbn",),
    "josephus": ("josephus",),
    "kinetic_energy": ("kinetic energy",),
    "leap_year": ("leap year",),
    "legendre": ("legendre symbol",),
    "loan": ("mortgage",),
    "magic_square": ("magic square",),
    "moebius": ("moebius", "mobius"),
    "newton": ("newton's method",),
    "order": ("multiplicative order",),
    "parallelepiped": ("parallelepiped",),
    "partitions": ("partition number",),
    "paths": ("lattice path",),
    "point_and_line": ("to the line",),
    "point_and_plane": ("to the plane",),
    "poisson": ("poisson",),
    "present_value": ("present value",),
    "primitive_root": ("primitive root",),
    "projection": ("projection of",),
    "reflection": ("reflected across", "mirror image", "reflection of"),
    "roman": ("roman numeral",),
    "rotation": ("counterclockwise", "quarter turn"),
    "sector": ("sector with radius",),
    "shoelace": ("shoelace",),
    "simpson": ("simpson's rule",),
    "stars": ("nonnegative integers", "identical balls", "identical coins"),
    "stirling": ("stirling",),
    "surjections": ("surjection",),
    "trailing_zeros": ("trailing zeros",),
    "trapezoids": ("trapezoidal",),
    "truth_table": ("truth table",),
    "twos_complement": ("two's complement",),
    "xor": ("xor",),
    "z_score": ("z-score",),
}
"""Of each kind, words of its own wordings that no trained question says."""


def test_there_are_many_kinds_in_several_wordings() -> None:
    kinds = held_out_tasks()
    assert len(kinds) >= 60
    assert min(len(kind.wordings) for kind in kinds) >= 4


def test_every_kind_has_keywords_that_its_wordings_say() -> None:
    wordings = {kind.name: " | ".join(wording.source for wording in kind.wordings).lower() for kind in held_out_tasks()}
    assert set(KEYWORDS) == set(wordings)
    assert [(kind, word) for kind, words in KEYWORDS.items() for word in words if word not in wordings[kind]] == []
    assert all(KEYWORDS.values())


def test_no_family_and_no_trained_refusal_speaks_of_them() -> None:
    taught = {template.source for task in all_tasks() for template in task.phrasings}
    assert not taught & {wording.source for kind in held_out_tasks() for wording in kind.wordings}
    trained = (" | ".join(sorted(taught)) + inspect.getsource(refusals)).lower()
    words = [word for words in KEYWORDS.values() for word in words]
    assert [word for word in words if re.search(rf"\b{re.escape(word)}", trained)] == []


def test_kinds_are_asked_evenly_and_the_same_for_the_same_seed() -> None:
    asked = held_out_task_questions(2 * len(held_out_tasks()), seed=3)
    counts = [sum(question.id.rsplit("-", 1)[0] == kind.name for question in asked) for kind in held_out_tasks()]
    assert set(counts) == {2}
    assert asked == held_out_task_questions(len(asked), seed=3)
    assert asked != held_out_task_questions(len(asked), seed=4)


@pytest.mark.parametrize("kind", held_out_tasks(), ids=lambda kind: kind.name)
def test_every_wording_has_its_slots(kind) -> None:  # type: ignore[no-untyped-def]
    slots, answer = kind.build(Random(1))
    assert all(wording.slots <= set(slots) for wording in kind.wordings)
    assert str(answer)


def test_number_theory_agrees_with_sympy() -> None:
    for m in range(3, 40):
        for a in (a for a in range(2, m) if sympy.gcd(a, m) == 1):
            assert order(a, m) == n_order(a, m)
    for p in (7, 23, 41):
        assert next(g for g in range(2, p) if order(g, p) == p - 1) == primitive_root(p)
    assert [moebius(n) for n in range(1, 60)] == [sympy_mobius(n) for n in range(1, 60)]
    assert continued_fraction(415, 93) == list(sympy_continued_fraction(sympy.Rational(415, 93)))
    assert collatz_steps(27) == 111
    assert [roman(n) for n in (1994, 2024, 49)] == ["MCMXCIV", "MMXXIV", "XLIX"]


def sympy_mobius(n: int) -> int:
    """From the factorisation."""
    powers = sympy.factorint(n).values()
    return 0 if any(power > 1 for power in powers) else (-1) ** len(powers)


def test_counts_agree_with_sympy_and_with_trying() -> None:
    assert [partitions(n) for n in range(1, 30)] == [sympy_numbers.partition(n) for n in range(1, 30)]
    assert [stirling(n, k) for n in range(1, 9) for k in range(1, n + 1)] == [
        sympy_numbers.stirling(n, k) for n in range(1, 9) for k in range(1, n + 1)
    ]
    for n, k in ((7, 4), (41, 5), (12, 9)):
        circle, place = list(range(1, n + 1)), 0
        while len(circle) > 1:
            place = (place + k - 1) % len(circle)
            circle.pop(place)
        assert josephus(n, k) == circle[0]


def _answers(name: str, seeds: int = 8) -> list[tuple[dict[str, object], object]]:
    (kind,) = (kind for kind in held_out_tasks() if kind.name == name)
    return [(dict(slots), answer) for slots, answer in (kind.build(Random(seed)) for seed in range(seeds))]


def test_counted_kinds_agree_with_sympy() -> None:
    for slots, answer in _answers("carmichael"):
        assert answer == sympy.reduced_totient(slots["n"])
    for slots, answer in _answers("catalan"):
        assert answer == sympy.catalan(slots["n"])
    for slots, answer in _answers("bell"):
        assert answer == sympy.bell(slots["n"])
    for slots, answer in _answers("derangements"):
        assert answer == sympy.subfactorial(slots["n"])
    for slots, answer in _answers("legendre"):
        a, p = int(str(slots["a"])), int(str(slots["p"]))
        assert answer == (1 if pow(a, (p - 1) // 2, p) == 1 else -1)


def test_figures_agree_with_sympys_geometry() -> None:
    assert shoelace([(0, 0), (6, 0), (6, 4), (1, 9)]) == sympy.Polygon((0, 0), (6, 0), (6, 4), (1, 9)).area
    for name in ("inradius", "circumradius"):
        for slots, answer in _answers(name):
            sides = [sympy.Integer(slots[side]) for side in "abc"]
            assert sympy.simplify(getattr(sympy.Triangle(sss=sides), name) - sympy.Rational(str(answer))) == 0
    for slots, answer in _answers("point_and_line"):
        a, b, c, p, q = (int(str(slots[name])) for name in "abcpq")
        x, y = sympy.symbols("x y")
        assert sympy.Line(a * x + b * y - c).distance(sympy.Point(p, q)) == sympy.Rational(str(answer))
    for slots, answer in _answers("reflection"):
        x0, y0, c = (int(str(slots[name])) for name in "xyc")
        image = sympy.Point(x0, y0).reflect(sympy.Line((0, c), (1, c + 1)))
        assert answer == f"({image.x}, {image.y})"
    for slots, answer in _answers("rotation"):
        x0, y0, p, q = (int(str(slots[name])) for name in "xypq")
        image = sympy.Point(x0, y0).rotate(sympy.pi / 2, sympy.Point(p, q))
        assert answer == f"({image.x}, {image.y})"


def test_other_answers_are_known_ones() -> None:
    assert correlation([1, 2, 3], [2, 4, 7]) == pytest.approx(0.99339927)
    for slots, answer in _answers("loan"):  # the payments pay the loan off
        owed, monthly = float(str(slots["m"])), float(str(slots["p"])) / 1200
        for _ in range(12 * int(str(slots["t"]))):
            owed = owed * (1 + monthly) - float(str(answer))
        assert owed == pytest.approx(0, abs=1e-3)
    for slots, answer in _answers("isbn"):
        digits = f"{slots['digits']}{answer}"
        assert sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11 == 0
    for slots, answer in _answers("twos_complement"):
        assert int(str(answer), 2) - 256 == -int(str(slots["n"]))
    for slots, answer in _answers("frobenius"):
        a, b = int(str(slots["a"])), int(str(slots["b"]))
        payable = {a * i + b * j for i in range(b + 1) for j in range(a + 1)}
        assert answer not in payable
        assert all(answer + step in payable for step in range(1, a + 1))


def test_any_usual_rounding_of_a_decimal_answer_is_right() -> None:
    asked = next(question for question in held_out_task_questions(200, seed=1) if question.id.startswith("bmi"))
    assert {f"{float(asked.answer or 0):.{places}f}" for places in (1, 2, 3)} <= set(asked.also)
