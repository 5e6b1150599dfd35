"""The framework: phrasing grammar, student notation, repairs, drawing."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from mathcoder_kernel.problems import family, student
from mathcoder_kernel.problems.expression import Notation, Sym, call, equation, expr, matrix, polynomial
from mathcoder_kernel.problems.families.calculus import DerivativeSign
from mathcoder_kernel.problems.frames import noun_frames, verb_frames
from mathcoder_kernel.problems.phrasing import PhrasingError, phrase, render
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.repair import with_repair
from mathcoder_kernel.problems.student import Segment, typed_question
from mathcoder_kernel.problems.sympy_code import sympy_code

X = Sym("x")


def test_terms_keep_the_order_in_which_they_were_written() -> None:
    assert (expr(3) - 2 * X + X**2).code() == "3 - 2*x + x**2"
    assert polynomial((1, 0, -4), X).code() == "x**2 - 4"
    assert (2 * (X - 3) - (X + 1)).code() == "2*(x - 3) - (x + 1)"


def test_fractions_of_numbers_stay_exact_in_code() -> None:
    assert (expr(1) / 2 * X).code() == "Rational(1, 2)*x"
    assert (X / 2).code() == "x/2"
    assert ((X + 1) / (2 * X)).code() == "(x + 1)/(2*x)"


@pytest.mark.parametrize(
    ("notation", "typed"),
    [
        (Notation(), "3x^2 - sqrt(x) = 5"),
        (Notation(power="**", times="*", spaced=False), "3*x**2-sqrt(x)=5"),
        (Notation(power="²", root="√", minus="−"), "3x² − √x = 5"),
        (Notation(latex=True), r"$3x^2 - \sqrt{x} = 5$"),
        (Notation(spoken=True), "3x squared minus the square root of x equals 5"),
    ],
)
def test_a_formula_is_typed_in_each_notation(notation: Notation, typed: str) -> None:
    assert equation(3 * X**2 - call("sqrt", X), 5).typed(notation) == typed


def test_a_formula_that_needs_brackets_is_not_spoken() -> None:
    assert (2 * (X - 3)).typed(Notation(spoken=True)) == "2(x - 3)"


def test_a_matrix_is_typed_and_coded() -> None:
    values = matrix([[1, -2], [3, 4]])
    assert values.code() == "Matrix([[1, -2], [3, 4]])"
    assert values.typed(Notation(brackets=3)) == "[1 -2; 3 4]"
    assert values.typed(Notation(latex=True)) == r"$\begin{pmatrix} 1 & -2 \\ 3 & 4 \end{pmatrix}$"


def test_a_template_reads_slots_choices_and_options() -> None:
    template = phrase("<solve|work out> {eq} [for {x}]")
    assert template.slots == {"eq", "x"}
    seen = {
        "".join(segment.text for segment in render(template, {"eq": "A", "x": "B"}, Notation(), Random(seed))).strip()
        for seed in range(40)
    }
    assert seen == {"solve A", "solve A for B", "work out A", "work out A for B"}


@pytest.mark.parametrize("source", ["a [b", "a <b|c", "a {b", "a ] b"])
def test_a_template_with_open_brackets_is_refused(source: str) -> None:
    with pytest.raises(PhrasingError):
        phrase(source)


def test_a_slot_without_a_value_is_named() -> None:
    with pytest.raises(PhrasingError, match="nonsense"):
        render(phrase("{nonsense}"), {}, Notation(), Random(0))


def test_slips_and_case_never_touch_formulas() -> None:
    template = phrase("simplify the expression {eq} completely")
    for seed in range(500):
        rng = Random(seed)
        assert "aAbB*123" in typed_question(render(template, {"eq": "aAbB*123"}, Notation(), rng), rng)


def test_capitals_and_words_left_out_never_touch_formulas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(student, "CAPITALS", 0.5)
    monkeypatch.setattr(student, "LEFT_OUT", 0.5)
    template = phrase("what is the value of the expression {eq} please")
    typed = [
        typed_question(render(template, {"eq": "a of the b"}, Notation(), rng), rng) for rng in map(Random, range(400))
    ]
    assert all("a of the b" in question for question in typed)
    assert any("EXPRESSION" in question for question in typed)
    assert any("what value" in question.lower() or "what the value" in question.lower() for question in typed)


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("a class has 20 seats", "A"),
        ("a town has 20 streets", "A"),
        ("a bench is long", "A"),
        ("a is 3", "a"),
        ("x", "x"),
    ],
)
def test_an_article_is_capitalised_and_the_name_of_a_number_is_not(
    monkeypatch: pytest.MonkeyPatch, said: str, begins: str
) -> None:
    for name in ("LOWER", "CHATTER", "SLIP", "LEFT_OUT", "CAPITALS"):
        monkeypatch.setattr(student, name, 0.0)
    assert typed_question([Segment(said, True)], Random(1))[0] == begins


@pytest.mark.parametrize("power", ["^", "**", "²"])
@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_the_sign_of_a_derivative_says_how_often(power: str, n: int) -> None:
    typed = DerivativeSign(X**7, X, n).typed(Notation(power=power))
    assert typed.count(f"^{n}") == 2 or typed.count("⁰¹²³⁴⁵"[n]) == 2


def test_a_letter_among_the_words_keeps_a_question_out_of_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(student, "CAPITALS", 1.0)
    segments = [Segment("solve for x: ", True), Segment("2x = 4", False)]
    assert all("x: 2x = 4" in typed_question(segments, Random(seed)) for seed in range(100))


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("for what x is it zero", True),
        ("if it is zero, what is x", True),
        ("when x is 3, find the value", False),
        ("find x, where i is the imaginary unit", False),
        ("the polynomial has which degree", True),
        ("let x be 3. what is y", True),
        ("what is x? i need y", False),
    ],
)
def test_a_question_mark_follows_a_question(said: str, asks: bool) -> None:
    ends = {typed_question([Segment(said, True)], Random(seed))[-1] for seed in range(300)}
    assert ("?" in ends) is asks


def test_a_formula_inside_a_word_is_typed_without_dollars() -> None:
    segments = render(phrase("find d{x} for {eq}"), {"x": X, "eq": X**2}, Notation(latex=True), Random(0))
    assert "".join(segment.text for segment in segments) == "find dx for $x^2$"


def test_frames_fill_in_noun_verb_and_thing() -> None:
    nouns, verbs = noun_frames("rank", "{m}"), verb_frames("invert", "inverted", "inverting", "{m}")
    assert len(nouns) > 20
    assert len(verbs) > 20
    assert all("@" not in frame and "{m}" in frame for frame in nouns + verbs)
    assert "the rank of {m} is what" in nouns
    assert all("what exactly" not in frame for frame in noun_frames("rank", "{m}", without=("what exactly",)))
    several = noun_frames("roots", "{f} and {g}", plural=True, several=True)
    assert any("what exactly are the roots of {f} and {g}" in frame for frame in several)
    assert all(" its " not in frame for frame in several)


def test_leaving_out_a_frame_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no noun frame holds 'becomes'"):
        noun_frames("rank", "{m}", without=("what exactly", "becomes"))
    with pytest.raises(ValueError, match="no verb frame holds 'what exactly'"):
        verb_frames("invert", "inverted", "inverting", "{m}", without=("what exactly",))


def test_imports_name_what_the_code_uses() -> None:
    code = sympy_code("solve(Eq(x, sqrt(2)), x)", symbols=["x"])
    assert code.source.splitlines()[0] == "from sympy import symbols, solve, Eq, sqrt"


def test_a_repair_fails_first_and_shifts_the_references() -> None:
    steps = (Words("plan"), sympy_code("solve(x - 1, x)", symbols=["x"]), Words(r"\boxed{⟨0⟩}"))
    repaired = with_repair(steps, Random(1))
    assert [type(step) for step in repaired] == [Words, Code, Words, Code, Words]
    assert repaired[1].flawed
    assert repaired[3] == steps[1]
    assert repaired[-1] == Words(r"\boxed{⟨1⟩}")


def test_generation_is_the_same_for_the_same_seed() -> None:
    first = list(islice(family.generate(11), 300))
    assert first == list(islice(family.generate(11), 300))
    assert first != list(islice(family.generate(12), 300))


def test_weights_choose_the_tasks() -> None:
    tasks = family.all_tasks()
    names = {p.task for p in islice(family.generate(1, weights={t.name: t is tasks[0] for t in tasks}), 50)}
    assert names == {tasks[0].name}


def test_questions_rarely_repeat() -> None:
    keys = [family.question_key(problem.question) for problem in islice(family.generate(3), 4000)]
    assert len(set(keys)) > 0.97 * len(keys)
