"""The answer check: what confirms an answer, what contradicts it, and what leaves it unchecked."""

from __future__ import annotations

import pytest

from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce.transcript import Block, Cut, ExecutionStatus, Transcript, code, execution, text
from mathcoder_kernel.solver.checking.answer_check import AGAIN, EXACT, check_answer
from mathcoder_kernel.solver.checking.arithmetic import value_of_question
from mathcoder_kernel.solver.checking.linking import Linker, question_trees, same_output, unused_numbers
from mathcoder_kernel.solver.checking.witness import watched

SYMPY = 'from sympy import *\nx, y = symbols("x y")\n'


def turn(question: str, answer: str | None, *runs: tuple[str, str] | tuple[str, str, ExecutionStatus]) -> Transcript:
    blocks: list[Block] = [text("We compute.")]
    for source, *result in runs:
        blocks += [code(source), execution(*result)]  # type: ignore[arg-type]
    return Transcript(question, (*blocks, text("Done.")), answer)


@pytest.mark.parametrize(
    ("question", "answer", "call", "result", "by"),
    [
        ("Solve 2x + 3 = 11", "4", "solve(Eq(2*x + 3, 11), x)[0]", "4", "substituting back"),
        ("Solve x^2 = 9 for x", "x = -3 or x = 3", "solve(x**2 - 9, x)", "[-3, 3]", "substituting back"),
        (
            "Solve x + y = 5, x - y = 1",
            "x=3, y=2",
            "solve([x+y-5, x-y-1], [x, y])",
            "{x: 3, y: 2}",
            "substituting back",
        ),
        ("Solve x^2 < 4", "(-2, 2)", "solve(x**2 < 4, x)", "(-2 < x) & (x < 2)", "trying values"),
        ("Differentiate x^3", "3x^2", "diff(x**3, x)", "3*x**2", "differentiating numerically"),
        ("Integrate x^2 + 1", r"\frac{x^3}{3}+x", "integrate(x**2+1, x)", "x**3/3 + x", "differentiating back"),
        ("Find the second derivative of x^3", "6x", "diff(x**3, x, 2)", "6*x", "differentiating numerically"),
        ("Integrate 3x from x = 0 to x = 2", "6", "integrate(3*x, (x, 0, 2))", "6", "integrating numerically"),
        ("Differentiate y = x^3", "3x^2", "diff(x**3, x)", "3*x**2", "differentiating numerically"),
        ("Write 40 as a product of primes", r"2^3 \cdot 5", "factorint(40)", "{2: 3, 5: 1}", "multiplying the factors"),
        ("Integrate 3x from 0 to 2", "6", "integrate(3*x, (x, 0, 2))", "6", "integrating numerically"),
        ("Factor x^2-5x+6", "(x-3)(x-2)", "factor(x**2-5*x+6)", "(x - 3)*(x - 2)", "multiplying out"),
        ("Factor 40 into primes", r"2^3 \cdot 5", "factorint(40)", "{2: 3, 5: 1}", "multiplying the factors"),
        ("Limit of sin(x)/x as x approaches 0", "1", "limit(sin(x)/x, x, 0)", "1", "trying values near the limit"),
        (
            "Find the inverse of [[1,2],[3,4]]",
            r"\begin{pmatrix}-2&1\\3/2&-1/2\end{pmatrix}",
            "Matrix([[1,2],[3,4]]).inv()",
            "Matrix([\n[ -2,    1],\n[3/2, -1/2]])",
            "multiplying by the matrix",
        ),
    ],
)
async def test_results_are_confirmed_another_way(
    pool: PoolExecutor, question: str, answer: str, call: str, result: str, by: str
) -> None:
    check = await check_answer(turn(question, answer, (SYMPY + call, result)), pool=pool)
    assert check.label == f"checked by {by}", check


async def test_plain_arithmetic_is_computed_without_the_code(pool: PoolExecutor) -> None:
    question = "What is 15% of 80?"
    assert (await check_answer(turn(question, "12", ("80 * 15 / 100", "12.0")), pool=pool)).by == EXACT
    wrong = await check_answer(turn(question, "95", ("80 + 15", "95")), pool=pool)
    assert wrong.label == "check failed: exact arithmetic gives 12"


async def test_the_same_result_from_the_same_code_is_no_check(pool: PoolExecutor) -> None:
    check = await check_answer(turn("240 L in 6 h, how much an hour?", "40 L", ("240 / 6", "40.0")), pool=pool)
    assert check.label == "not checked"
    assert "nothing else confirms it" in check.detail


async def test_a_rewritten_step_that_is_not_the_questions_is_no_evidence(pool: PoolExecutor) -> None:
    run = (SYMPY + "simplify(sqrt(27) / 9)", "sqrt(3)/3")
    check = await check_answer(turn("Simplify the root of 27 over 9", r"\frac{\sqrt{3}}{3}", run), pool=pool)
    assert check.by in ("", AGAIN)


async def test_a_formatted_result_is_the_answer_without_its_quotes(pool: PoolExecutor) -> None:
    check = await check_answer(turn("180 km in 2.5 h, how fast?", "72", ("f'{180/2.5:.10g}'", "'72'")), pool=pool)
    assert (check.passed, check.by) == (None, AGAIN)


async def test_a_box_that_the_code_did_not_give_fails(pool: PoolExecutor) -> None:
    check = await check_answer(turn("Solve 2x+3=11", "5", (SYMPY + "solve(2*x+3-11, x)", "[4]")), pool=pool)
    assert check.label == "check failed: the boxed answer is not what the code gave"


async def test_a_recorded_result_that_the_code_does_not_give_fails(pool: PoolExecutor) -> None:
    check = await check_answer(turn("240 L in 6 h, how much an hour?", "41", ("240 / 6", "41.0")), pool=pool)
    assert check.passed is False


async def test_a_number_of_the_question_that_the_code_ignores_leaves_it_unchecked(pool: PoolExecutor) -> None:
    check = await check_answer(turn("240 L, 6 h, 12 pipes. Rate?", "40", ("240 / 6", "40.0")), pool=pool)
    assert check.label == "not checked"
    assert check.detail == "the code does not use 12 from the question"


async def test_another_expression_than_the_questions_leaves_it_unchecked(pool: PoolExecutor) -> None:
    run = (SYMPY + "solve(x**2 + 5*x + 6, x)", "[-3, -2]")  # the question has a minus sign
    check = await check_answer(turn("Solve x^2 - 5x + 6 = 0", "-3, -2", run), pool=pool)
    assert check.passed is None


async def test_another_operation_than_the_questions_leaves_it_unchecked(pool: PoolExecutor) -> None:
    run = (SYMPY + "diff(x**2, x)", "2*x")
    check = await check_answer(turn("Find the antiderivative of x^2", "2x", run), pool=pool)
    assert check.passed is None


@pytest.mark.parametrize(
    ("question", "answer", "call", "result"),
    [
        ("If 2x + 3 = 11, find 3x + 1.", "4", "solve(2*x + 3 - 11, x)", "[4]"),
        ("8x^2 + 8 is the derivative of what?", "16x", "diff(8*x**2 + 8, x)", "16*x"),
        ("slope of a line perpendicular to y = 4x + 1", "4", "diff(4*x + 1, x)", "4"),
        ("Put 1 for x in the derivative of -4x^2", "-8x", "diff(-4*x**2, x)", "-8*x"),
        (
            "1/x^3 is integrated over all x beyond 3. What is the value?",
            "-1/(2x^2)",
            "integrate(1/x**3, x)",
            "-1/(2*x**2)",
        ),
        (
            "How much is $y$ alone if x + y = 5 and x - y = 1?",
            "x = 3, y = 2",
            "solve([x+y-5, x-y-1], [x, y])",
            "{x: 3, y: 2}",
        ),
        ("Which y satisfies x + y = 5, x - y = 1?", "x = 3, y = 2", "solve([x+y-5, x-y-1], [x, y])", "{x: 3, y: 2}"),
        ("Solve x^2 = 4 where x is positive.", "-2", "solve(x**2 - 4, x)", "[-2, 2]"),
        ("Solve x^2 = 4 with x > 1, use 4 and 1.", "-2, 2", "solve(x**2 - 4, x)", "[-2, 2]"),
        ("What is the sum of the roots of x^2 = 4?", "-2, 2", "solve(x**2 - 4, x)", "[-2, 2]"),
        ("What is the largest prime factor of 360?", "2", "primefactors(360)", "[2, 3, 5]"),
        ("Find the prime factors of 360. What is their sum?", "2, 3, 5", "primefactors(360)", "[2, 3, 5]"),
        ("Find the second derivative of x^3.", "3x^2", "diff(x**3, x)", "3*x**2"),
        ("Where does the derivative of x^2 - 6x vanish?", "2x - 6", "diff(x**2 - 6*x, x)", "2*x - 6"),
        ("When is the derivative of x^2 - 6x zero?", "2x - 6", "diff(x**2 - 6*x, x)", "2*x - 6"),
        ("At which x is the slope of x^2 - 6x level?", "2x - 6", "diff(x**2 - 6*x, x)", "2*x - 6"),
        ("Find the zeros of the derivative of x^2 - 6x", "2x - 6", "diff(x**2 - 6*x, x)", "2*x - 6"),
        ("Which function has cos(3x) as its derivative?", "-3sin(3x)", "diff(cos(3*x), x)", "-3*sin(3*x)"),
        ("Midpoint rule for the integral of 3x from 0 to 2", "6", "integrate(3*x, (x, 0, 2))", "6"),
        ("How many factors has x^2 - 4?", "(x - 2)(x + 2)", "factor(x**2 - 4)", "(x - 2)*(x + 2)"),
        ("Factor the product of 12 and 15 into primes", "2^2 * 3^2 * 5", "factorint(12*15)", "{2: 2, 3: 2, 5: 1}"),
        ("Prime factors of 90 with repeats", "2, 3, 5", "primefactors(90)", "[2, 3, 5]"),
        ("Prime factorisation of 90", "2, 3, 5", "primefactors(90)", "[2, 3, 5]"),
        ("The prime factors of 90", "5", "max(primefactors(90))", "5"),
        ("The limit of |x|/x at 0 from the right", "-1", "limit(Abs(x)/x, x, 0, '-')", "-1"),
        ("What is the limit of |x|/x at zero?", "-1", "limit(Abs(x)/x, x, -1)", "-1"),
        ("Find the area between y = 9 - x^2 and the x axis", "-3, 3", "solve(9 - x**2, x)", "[-3, 3]"),
        ("y intercept of y = (x - 3)(x + 5)", "-5, 3", "solve((x - 3)*(x + 5), x)", "[-5, 3]"),
        ("Solve x^2 = 4.", "2", "solve(x**2 - 4, x)[1]", "2"),
        ("Find x and y if x + y = 5 and x - y = 1", "3", "solve([x + y - 5, x - y - 1], [x, y])[x]", "3"),
        # equations that the question does not state
        ("Solve: the square root of x + 5 = 7", "2", "solve(x + 5 - 7, x)", "[2]"),
        ("What is x if the square root of (x plus 5) equals 7?", "2", "solve(x + 5 - 7, x)", "[2]"),
        ("Two numbers make 12 and differ by 4. Find them.", "8, 4", "solve([x+y-12, x-y-4], [x, y])", "{x: 8, y: 4}"),
        ("Three times a number and 5 is 20. Find the number.", "5", "solve(Eq(3*x + 5, 20), x)[0]", "5"),
        ("Twice a number less 3 is 11. What is it?", "7", "solve(2*x - 3 - 11, x)[0]", "7"),
    ],
)
async def test_a_right_step_from_or_to_something_else_is_no_check(
    pool: PoolExecutor, question: str, answer: str, call: str, result: str
) -> None:
    check = await check_answer(turn(question, answer, (SYMPY + call, result)), pool=pool)
    assert check.passed is None, check


@pytest.mark.parametrize(
    ("question", "answer", "call", "result"),
    [
        ("Solve x^2 = 4.", "-2, 2", "solve(x**2 - 4, x)", "[-2, 2]"),
        ("solve x^2 = 9", "x = 3 or x = -3", "solve(x**2 - 9, x)", "[-3, 3]"),
        ("x^3 = 8, solve over the reals", "2", "[s for s in solve(x**3 - 8, x) if s.is_real][0]", "2"),
        ("Find x if x + y = 5 and x - y = 1", "3", "solve([x + y - 5, x - y - 1], [x, y])[x]", "3"),
        ("x intercepts of x^2 - 9", "-3, 3", "solve(x**2 - 9, x)", "[-3, 3]"),
        ("limit of |x|/x at 0 from the left", "-1", "limit(Abs(x)/x, x, 0, '-')", "-1"),
        ("limit of |x|/x at 0 from the left", "-1", "limit(Abs(x)/x, x, 0, dir='-')", "-1"),
        ("limit of sin(x)/x as x approaches zero", "1", "limit(sin(x)/x, x, 0)", "1"),
        ("lim x->oo of (2x+1)/(x+3)", "2", "limit((2*x + 1)/(x + 3), x, oo)", "2"),
        ("prime factors of 90", "2, 3 and 5", "primefactors(90)", "[2, 3, 5]"),
    ],
)
async def test_the_whole_of_what_was_asked_is_checked(
    pool: PoolExecutor, question: str, answer: str, call: str, result: str
) -> None:
    check = await check_answer(turn(question, answer, (SYMPY + call, result)), pool=pool)
    assert check.passed, check


@pytest.mark.parametrize("system", ["(Matrix([[1, 1], [1, -1]]), Matrix([3, 1]))", "Matrix([[1, 1, 3], [1, -1, 1]])"])
async def test_a_system_as_matrices_is_not_said_to_be_wrong(pool: PoolExecutor, system: str) -> None:
    run = (SYMPY + f"linsolve({system}, x, y)", "{(2, 1)}")
    check = await check_answer(turn("Solve x + y = 3, x - y = 1", "x = 2, y = 1", run), pool=pool)
    assert check.passed is None, check


async def test_an_exact_answer_is_not_checked_where_decimals_are_asked_for(pool: PoolExecutor) -> None:
    run = (SYMPY + "solve(x**2 - 5, x)", "[-sqrt(5), sqrt(5)]")
    for wish, passed in (("", True), (" to 2 decimal places", None)):
        check = await check_answer(turn(f"Solve x^2 = 5{wish}", "-sqrt(5), sqrt(5)", run), pool=pool)
        assert check.passed is passed, check
    rounded = (SYMPY + "[round(s, 2) for s in solve(x**2 - 5, x)]", "[-2.24, 2.24]")
    check = await check_answer(turn("Solve x^2 = 5 to 2 decimal places", "-2.24, 2.24", rounded), pool=pool)
    assert check.passed, check


async def test_an_equation_in_words_is_one_that_the_question_states(pool: PoolExecutor) -> None:
    run = (SYMPY + "solve(Eq(x**2 + 5*x, 6), x)", "[-6, 1]")
    check = await check_answer(turn("solve x squared plus 5 times x equals 6", "-6, 1", run), pool=pool)
    assert check.label == "checked by substituting back"


async def test_one_unknown_is_asked_for_and_several_are_given(pool: PoolExecutor) -> None:
    run = (SYMPY + "solve([x + y - 5, x - y - 1], [x, y])", "{x: 3, y: 2}")
    check = await check_answer(turn("What is y if x + y = 5 and x - y = 1?", "x = 3, y = 2", run), pool=pool)
    assert check.detail == "the question asks for one unknown and the answer gives several"


async def test_the_inverse_of_another_matrix_leaves_it_unchecked(pool: PoolExecutor) -> None:
    run = (SYMPY + "Matrix([[4, 3], [2, 1]]).inv()", "Matrix([[-1/2, 3/2], [1, -2]])")
    answer = r"\begin{pmatrix}-1/2&3/2\\1&-2\end{pmatrix}"
    check = await check_answer(turn("Find the inverse of [[1, 2], [3, 4]]", answer, run), pool=pool)
    assert check.passed is None


async def test_code_on_the_persons_own_variables_cannot_be_checked(pool: PoolExecutor) -> None:
    check = await check_answer(turn("What is 2 times a?", "14", ("2 * a", "14")), pool=pool)
    assert check.passed is None
    assert "variables of this notebook" in check.detail


async def test_code_that_fails_in_the_notebook_only_cannot_be_checked(pool: PoolExecutor) -> None:
    shadowed = ("sum([1, 2])", "TypeError: 'int' object is not callable", ExecutionStatus.ERROR)
    check = await check_answer(turn("How much do 1 and 2 make?", "3", shadowed), pool=pool)
    assert check.passed is None
    assert "failed in this notebook" in check.detail


async def test_code_that_fails_in_a_clean_process_only_cannot_be_checked(pool: PoolExecutor) -> None:
    check = await check_answer(turn("How much do I owe?", "42", ("int(input('?'))", "42")), pool=pool)
    assert check.passed is None
    assert "in a clean process" in check.detail


async def test_random_code_cannot_be_checked(pool: PoolExecutor) -> None:
    run = ("import random\nrandom.SystemRandom().random()", "0.123")
    assert (await check_answer(turn("Pick a number", "0.123", run), pool=pool)).passed is None


async def test_code_that_never_ends_is_given_up(pool: PoolExecutor) -> None:
    check = await check_answer(turn("q", "1", ("while True: pass", "1")), pool=pool, seconds=1)
    assert check.passed is None


async def test_a_repaired_error_does_not_count_against_the_answer(pool: PoolExecutor) -> None:
    failed = ("240 / six", "NameError: name 'six' is not defined", ExecutionStatus.ERROR)
    check = await check_answer(turn("240 L in 6 h, how much an hour?", "40", failed, ("240 / 6", "40.0")), pool=pool)
    assert (check.passed, check.by) == (None, AGAIN)


async def test_cut_output_is_compared_as_far_as_it_was_kept(pool: PoolExecutor) -> None:
    blocks = (code("print('1' * 50); 6*7"), execution("1111…42", cut=Cut(4, 2, 46)), text(""))
    check = await check_answer(Transcript("The 6 and 7?", blocks, "42"), pool=pool)
    assert (check.passed, check.by) == (None, AGAIN)


@pytest.mark.parametrize("answer", [None, "4"])
async def test_without_answer_or_code_there_is_nothing_to_check(pool: PoolExecutor, answer: str | None) -> None:
    assert (await check_answer(turn("q", answer), pool=pool)).passed is None


async def test_an_answer_in_words_is_not_checked(pool: PoolExecutor) -> None:
    check = await check_answer(turn("Is 7 prime?", r"\text{odd}", ("7 % 2", "1")), pool=pool)
    assert check.passed is None


async def test_hostile_answers_do_not_break_the_check(pool: PoolExecutor) -> None:
    for answer in ("9^{9^{9^9}}", "(" * 900, "'); import os; ('", "\\" * 50, "\x00", "1e99999"):
        check = await check_answer(turn("2 and 2", answer, ("2+2", "4")), pool=pool)
        assert check.passed is not True


def test_watched_code_means_the_same() -> None:
    assert watched("a = 1  # plain") == "a = 1  # plain"
    assert watched("%matplotlib inline") == "%matplotlib inline"
    assert "__mathcoder_watch__('solve', sp.solve, x)" in watched("sp.solve(x)")
    assert watched("solve(x);").endswith(";")


def test_numbers_of_the_question_are_found_in_the_code() -> None:
    assert unused_numbers("15% of 1,200 twice", "1200 * 0.15 * 2") == []
    assert unused_numbers("3/4 of 20", "0.75 * 20") == []
    assert unused_numbers("seven days, x^2 = 9", "x**2 - 9") == ["seven"]


def test_expressions_of_the_question_are_read() -> None:
    assert len(question_trees("Solve x + y = 5 and x - y = 1 for x and y.")) == 2
    assert question_trees("A man walks 3 km in 2 hours.") == []
    assert question_trees("Find the derivative of f(x) = x^2 sin(x)")
    assert question_trees("x squared minus 2 times x equals 8") == question_trees("x^2 - 2*x = 8")
    assert question_trees("12 plus tax over the counter") == []


def test_outputs_differ_only_where_it_matters() -> None:
    assert same_output("0.30000000000000004", "0.3")
    assert same_output("{'a', 'b'}", "{'b', 'a'}")
    assert same_output("<f at 0x7f01>", "<f at 0x55aa>")
    assert not same_output("12", "13")
    assert not same_output("1.001", "1.002")


def test_only_plain_arithmetic_questions_have_a_value() -> None:
    assert value_of_question("What is the mean of 3, 4 and 8?") == ("number", 5)
    assert value_of_question("A box has 3 + 4 apples and 2 pears, how many?") is None
    assert value_of_question("What is 10 - 3!?") == ("number", 4)
    assert value_of_question("What is 2 + 3 !") == ("number", 5)
    assert value_of_question("Calculate 3 + 4!") is None
    assert value_of_question("What is 50 - 20%?") is None


@pytest.mark.parametrize(
    ("answer", "results", "stated"),
    [
        ("3 h 20 min", ["200"], True),
        ("3 h 20 min", ["(3, 20)"], True),
        ("3 h 20 min", ["3\n20"], True),
        ("3 h 20 min", ["3.33"], None),  # hours, which the code did not print as we write them
        ("7 remainder 1", ["(7, 1)"], True),
        ("7 remainder 1", ["(7, 2)"], False),
        ("8:35 pm", ["20:35"], True),
        ("8:35 pm", ["515"], None),
    ],
)
def test_times_sums_and_remainders_are_found_in_results(answer: str, results: list[str], stated: bool | None) -> None:
    assert Linker(answer, rounded=False).stated_in(results) is stated
