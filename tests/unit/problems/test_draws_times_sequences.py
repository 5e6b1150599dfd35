"""Draws, clock times and sequence formulas agree with counting them out."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations, pairwise, permutations

from mathcoder_kernel.problems.lexicon import NUMBER_WORDS
from tests.unit.problems.running import drawn


def letters(code: str, name: str) -> list[str]:
    found = re.search(rf"^{name} = (.+)$", code, re.MULTILINE)
    assert found
    return list(eval(found[1]))


def test_letters_in_order_agree_with_listing_all_draws() -> None:
    checked = 0
    for seed in range(60):
        problem, answer, slots = drawn("draw_letters_in_order", seed)
        bag, target = letters(problem.codes[0], "left"), tuple(str(slots["target"]))
        if len(bag) ** len(target) < 5000:
            draws = list(permutations(bag, len(target)))
            assert Fraction(answer) == Fraction(draws.count(target), len(draws))
            checked += 1
    assert checked


def test_letters_in_any_order_agree_with_listing_all_hands() -> None:
    checked = 0
    for seed in range(60):
        problem, answer, slots = drawn("draw_letters_in_any_order", seed)
        bag, wanted = letters(problem.codes[0], "bag"), []
        for count, letter in re.findall(r"(\w+) (\w)\b", str(slots["wanted"]).replace(" and ", ", ")):
            wanted += [letter] * (NUMBER_WORDS.index(count) if count in NUMBER_WORDS else int(count))
        if len(bag) ** len(wanted) < 5000:
            hands = [sorted(hand) for hand in combinations(bag, len(wanted))]
            assert Fraction(answer) == Fraction(hands.count(sorted(wanted)), len(hands))
            checked += 1
    assert checked


def _minutes(clock: str) -> int:
    found = re.fullmatch(r"(\d+):(\d\d) ?([ap]m)?", clock.lower())
    assert found
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
    return hour * 60 + int(found[2])


def test_moved_times_agree_with_counting_minutes() -> None:
    for name, sign in (("time_before_duration", -1), ("time_after_duration_am_pm", 1)):
        for seed in range(40):
            _, answer, slots = drawn(name, seed)
            assert _minutes(answer) == (_minutes(str(slots["s"])) + sign * int(str(slots["d"]))) % (24 * 60)


def test_minutes_between_times_agree_with_counting_minutes() -> None:
    for seed in range(40):
        _, answer, slots = drawn("minutes_between_times", seed)
        assert int(answer) == _minutes(str(slots["e"])) - _minutes(str(slots["s"]))


def test_a_formula_gives_the_terms_it_was_asked_for() -> None:
    for seed in range(40):
        _, answer, slots = drawn("nth_term_formula", seed)
        terms = [int(term) for term in re.findall(r"-?\d+", str(slots["list"]))]
        assert [eval(answer, {"n": n}) for n in range(1, len(terms) + 1)] == terms


def test_the_next_term_continues_the_differences() -> None:
    for name in ("next_term", "next_term_of_polynomial"):
        for seed in range(40):
            _, answer, slots = drawn(name, seed)
            row = [int(term) for term in re.findall(r"-?\d+", str(slots["list"]))]
            following = 0
            while any(row):
                following += row[-1]
                row = [after - before for before, after in pairwise(row)]
            assert int(answer) == following
