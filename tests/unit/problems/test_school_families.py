"""School families, from arithmetic and percent to stories, rates, geometry, chance, units and sets."""

from __future__ import annotations

import ast
import calendar
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from itertools import permutations, product
from random import Random

import pytest

from mathcoder_kernel.problems import student
from mathcoder_kernel.problems.family import Task, all_tasks, find_task, reword
from mathcoder_kernel.problems.lexicon import NUMBER_WORDS
from mathcoder_kernel.problems.phrasing import Template
from mathcoder_kernel.problems.problem import Problem
from tests.unit.problems.running import all_shown

MODULES = (
    "arithmetic", "percent", "numbers", "shopping", "stories", "rates", "geometry", "chance", "data", "sequences",
    "measures", "number_theory", "quantity_stories", "classic_stories",
)  # fmt: skip
TASKS = tuple(task for task in all_tasks() if task.build.__module__.rsplit(".", 1)[-1] in MODULES)
# percent, roundings, squares and halves, ends of ranges
STRUCTURAL = {0.0, 1.0, 2.0, 100.0}
WORDS = {word: value for value, word in enumerate(NUMBER_WORDS)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "half": 2, "twice": 2, "double": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "eighth": 8, "tenth": 10,
    "cube": 3, "²": 2, "³": 3,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(student, "SLIP", 0.0)


def draw(task: Task, seed: int, held_out: bool = False) -> tuple[Problem, Mapping[str, object]]:
    rng = Random(f"{task.name} {seed}")
    instance = task.build(rng)
    return reword(task, instance.slots, instance.steps, rng, held_out), instance.slots


def said_numbers(question: str) -> set[float]:
    said = {float(value) for word, value in WORDS.items() if word in question.lower()}
    for text in (question, re.sub(r"(?<=\d),(?=\d{3})", "", question)):
        said |= {float(number) for number in re.findall(r"\d+\.\d+|\d+", text)}
    for base in re.findall(r"\b[0-9A-F]+\b", question):
        said.add(float(int(base, 16)))
    return said


def coded_numbers(source: str) -> set[float]:
    return {
        float(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    }


def test_there_are_many_tasks_with_training_and_held_out_phrasings() -> None:
    assert len(TASKS) >= 150
    assert all(len(task.phrasings) >= 3 and task.held_out for task in TASKS)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_solutions_run_and_box_the_result(task: Task) -> None:
    for seed in range(20):
        problem, _ = draw(task, seed, held_out=seed % 5 == 4)
        results = all_shown(problem)
        answer = problem.transcript(results).answer
        assert answer, (problem.question, results)
        assert answer in results[-1], "the box copies the last result"
        assert problem.question.isprintable()
        assert not re.search(
            r"[{}]\w|  |\bNone\b",
            problem.question.replace("{", "", problem.question.count(", "))
            if "{" in problem.question
            else problem.question,
        )


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_every_number_of_the_code_is_in_the_question_or_declared(task: Task) -> None:
    declared = {float(constant) for constant in task.constants if constant != "1/3.6"}
    for seed in range(20):
        problem, _ = draw(task, seed)
        unsaid = (
            {n for source in problem.codes for n in coded_numbers(source)}
            - STRUCTURAL
            - declared
            - said_numbers(problem.question)
        )
        assert not unsaid, (problem.question, problem.codes, unsaid)


def _whole(slots: Mapping[str, object], *names: str) -> list[int]:
    return [int(str(slots[name])) for name in names]


def _percent_of(s: Mapping[str, object]) -> float:
    return float(Fraction(str(s["p"])) / 100 * Fraction(str(s["n"])))


def _relation(s: Mapping[str, object]) -> float:
    x, k = _whole(s, "x", "k")
    other = {"+": x + k, "-": x - k, "2*": x + x, "3*": x + x + x, "*": x * k, "/2": x / 2}[str(s["kind"])]
    return x + other if s["total"] == "True" else other


def _gcd_by_search(s: Mapping[str, object]) -> float:
    numbers = [int(n) for n in str(s["plain"]).split(", ")]
    return max(d for d in range(1, min(numbers) + 1) if all(n % d == 0 for n in numbers))


def _lcm_by_primes(s: Mapping[str, object]) -> float:
    total = Fraction(1)
    for n in map(int, str(s["plain"]).split(", ")):
        total = total * n / math.gcd(int(total), n)
    return float(total)


def _median(s: Mapping[str, object]) -> float:
    values = sorted(map(float, str(s["items"]).split(", ")))
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def _mean(s: Mapping[str, object]) -> float:
    values = [Fraction(v) for v in str(s["items"]).split(", ")]
    return float(sum(values) / len(values))


def _arithmetic_sum(s: Mapping[str, object]) -> float:
    terms, n = [int(t) for t in str(s["terms"]).split()], int(str(s["n"]))
    return n * (2 * terms[0] + (n - 1) * (terms[1] - terms[0])) / 2


def _geometric_sum(s: Mapping[str, object]) -> float:
    terms, n = [int(t) for t in str(s["terms"]).split()], int(str(s["n"]))
    q = Fraction(terms[1], terms[0])
    return float(terms[0] * (q**n - 1) / (q - 1))


def _draw_all(s: Mapping[str, object], back: bool) -> float:
    good, total, k = _whole(s, "good", "all", "number")
    chance = Fraction(1)
    for taken in range(k):
        chance *= Fraction(good, total) if back else Fraction(max(good - taken, 0), total - taken)
    return float(chance)


def _word(s: Mapping[str, object]) -> float:
    word = str(s["w"])
    return math.prod(range(1, len(word) + 1)) / math.prod(math.factorial(n) for n in Counter(word).values())


def _sum_of_items(s: Mapping[str, object]) -> float:
    return float(sum(Fraction(item) for item in str(s["items"]).split(", ")))


def _cost_of_list(s: Mapping[str, object]) -> float:
    return float(
        sum(Fraction(c) * int(n) for c, n in zip(str(s["costs"]).split(), str(s["numbers"]).split(), strict=True))
    )


def _digits(s: Mapping[str, object]) -> float:
    n, total = int(str(s["n"])), 0
    while n:
        total, n = total + n % 10, n // 10
    return total


def _age(first: bool, factor: bool) -> Callable[[Mapping[str, object]], float]:
    def age(s: Mapping[str, object]) -> float:
        x, young = _whole(s, "x", "young")
        return (young * x if factor else young + x) if s["first"] == "True" else young

    return age


def _int(value: object) -> int:
    return int(str(value))


EXPECTED: dict[str, Callable[[Mapping[str, object]], float]] = {
    "percent_of_a_number": _percent_of,
    "discount": lambda s: float(Fraction(str(s["price"])) * (100 - _int(s["p"])) / 100),
    "price_with_tax": lambda s: float(Fraction(str(s["price"])) * (1 + Fraction(str(s["p"])) / 100)),
    "increase_or_decrease_by_percent": lambda s: _int(s["start"]) * (1 + (1 if s["up"] else -1) * _int(s["p"]) / 100),
    "total_price": lambda s: float(sum([Fraction(str(s["amount"]))] * _int(s["count"]))),
    "change_after_buying": lambda s: float(_int(s["paid"]) - Fraction(str(s["amount"])) * _int(s["count"])),
    "total_of_two_kinds": lambda s: _int(s["n1"]) * float(str(s["p1"])) + _int(s["n2"]) * float(str(s["p2"])),
    "total_of_list": _cost_of_list,
    "price_for_more": lambda s: float(Fraction(str(s["amount"])) * Fraction(_int(s["n2"]), _int(s["n1"]))),
    "gain_and_loss": lambda s: _int(s["result"]),
    "compare_and_total": _relation,
    "difference_of_two_owners": lambda s: abs(_int(s["x"]) - _int(s["y"])),
    "groups_then_change": lambda s: _int(s["x"]) * _int(s["y"]) + _int(s["z"]),
    "legs_and_heads": lambda s: _int(s["answer"]),
    "ages_with_factor": _age(True, True),
    "ages_with_difference": _age(True, False),
    "ages_in_future": lambda s: _int(s["t"]),
    "distance_from_speed_and_time": lambda s: float(Fraction(str(s["speed"])) * Fraction(str(s["hours"]))),
    "speed_from_distance_and_time": lambda s: _int(s["speed"]),
    "time_from_distance_and_speed": lambda s: float(str(s["hours"])),
    "gcd": _gcd_by_search,
    "lcm": _lcm_by_primes,
    "digit_sum": _digits,
    "base_to_decimal": lambda s: _int(s["value"]),
    "mean": _mean,
    "median": _median,
    "sum_of_list": _sum_of_items,
    "arithmetic_sum_of_terms": _arithmetic_sum,
    "geometric_sum_of_terms": _geometric_sum,
    "sum_of_first_numbers": lambda s: (_int(s["a"]) + _int(s["b"])) * (_int(s["b"]) - _int(s["a"]) + 1) / 2,
    "combinations": lambda s: math.perm(_int(s["n"]), _int(s["k"])) / math.factorial(_int(s["k"])),
    "permutations": lambda s: math.prod(range(_int(s["n"]) - _int(s["k"]) + 1, _int(s["n"]) + 1)),
    "handshakes": lambda s: _int(s["n"]) * (_int(s["n"]) - 1) / 2,
    "arrangements_of_word": _word,
    "draw_one": lambda s: _int(s["good"]) / _int(s["all"]),
    "draw_several_without_replacement": lambda s: _draw_all(s, False),
    "draw_several_with_replacement": lambda s: _draw_all(s, True),
    "hypotenuse": lambda s: abs(complex(_int(s["x"]), _int(s["y"]))),
    "third_angle_of_triangle": lambda s: 180 - _int(s["x"]) - _int(s["y"]),
    "circle_area": lambda s: 3.141592653589793 * float(str(s["a_value"])) ** 2,
    "box_volume": lambda s: math.prod(float(str(s[side])) for side in ("a_value", "b_value", "c_value")),
    "working_together": lambda s: _int(s["x"]) * _int(s["y"]) / (_int(s["x"]) + _int(s["y"])),
    "simple_interest": lambda s: float(_int(s["x"]) * Fraction(str(s["p"])) * _int(s["t"]) / 100),
    "fraction_to_decimal": lambda s: _int(s["p"]) / _int(s["q"]),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_answer_agrees_with_an_independent_computation(name: str) -> None:
    for seed in range(20):
        problem, slots = draw(find_task(name), seed)
        plain = {key: value.source if isinstance(value, Template) else value for key, value in slots.items()}
        answer = problem.transcript(all_shown(problem)).answer
        assert answer is not None
        value = eval(answer, {"sqrt": math.sqrt})
        # results are shown to the cent or to two decimals
        assert value == pytest.approx(EXPECTED[name](plain), rel=1e-6, abs=0.0051), (problem.question, answer)


def test_two_dice_agree_with_counting_all_throws() -> None:
    for seed in range(20):
        problem, slots = draw(find_task("two_dice"), seed)
        event = slots["event"]
        assert isinstance(event, Template)
        found = re.search(r"(?:sum|total) of (\d+)$", event.source)
        if found:
            n = int(found[1])
            share = Fraction(sum(a + b == n for a, b in product(range(1, 7), repeat=2)), 36)
            assert Fraction(str(problem.transcript(all_shown(problem)).answer)) == share


def test_arrangements_of_a_short_word_agree_with_listing_them() -> None:
    checked = 0
    for seed in range(40):
        problem, slots = draw(find_task("arrangements_of_word"), seed)
        word = str(slots["w"])
        if len(word) <= 7:
            assert problem.transcript(all_shown(problem)).answer == str(len(set(permutations(word))))
            checked += 1
    assert checked


def test_weekday_agrees_with_the_calendar() -> None:
    problem, slots = draw(find_task("weekday_of_date"), 1)
    month, day, year = str(slots["s"]).replace(",", "").split()
    number = list(calendar.month_name).index(month)
    assert (
        problem.transcript(all_shown(problem)).answer
        == calendar.day_name[calendar.weekday(date(int(year), number, 1).year, number, int(day))]
    )


def test_rounding_takes_halves_up() -> None:
    from mathcoder_kernel.problems.families.numbers import _quantized

    problem = Problem("rounding", "x", "x", "q", draw(find_task("round_to_nearest_place"), 0)[0].steps)
    assert all_shown(problem)
    names: dict[str, object] = {}
    *lines, last = _quantized("2.675", -2).splitlines()
    exec("\n".join(lines), names)
    assert eval(last, names) == "2.68"


def test_multi_step_stories_sometimes_use_several_blocks() -> None:
    counts = Counter(len(draw(find_task("compare_and_total"), seed)[0].codes) for seed in range(60))
    assert counts[1]
    assert counts[2]
