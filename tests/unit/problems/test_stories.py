"""Stories made of facts: sensible numbers, wordings that say everything, order that changes nothing."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from random import Random

import pytest

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.expression import Notation
from mathcoder_kernel.problems.facts import Line, cast, counted, fact, in_order, solved, story
from mathcoder_kernel.problems.families import quantity_stories
from mathcoder_kernel.problems.family import find_task
from mathcoder_kernel.problems.phrasing import Slot, phrase, render
from mathcoder_kernel.problems.problem import Code, Words
from tests.unit.problems.running import value

COUNTED = ("quantity_owners", "quantity_kinds", "quantity_events", "quantity_events_backwards", "quantity_measures",
           "quantity_rates", "quantity_groups", "quantity_parts", "rest_of_a_way")  # fmt: skip


def said(source: str, slots: Mapping[str, Slot], seed: int) -> str:
    return "".join(part.text for part in render(phrase(source), slots, Notation(), Random(seed)))


@pytest.mark.parametrize("name", COUNTED)
def test_counts_come_out_whole_and_positive(name: str) -> None:
    for seed in range(150):
        code = next(step for step in find_task(name).build(Random(seed)).steps if isinstance(step, Code))
        result = value(code.source)
        assert result > 0
        assert result == int(result)
        assert value(code.source.replace("//", "/")) == pytest.approx(result), "no division leaves a remainder"


@pytest.mark.parametrize(
    ("names", "needed"),
    [
        (("_MORE", "_MORE_KEPT", "_FEWER", "_FEWER_KEPT"), ("a", "b", "k")),
        (
            ("_TIMES_AND_MORE", "_TIMES_AND_MORE_KEPT", "_TIMES_AND_FEWER", "_TIMES_AND_FEWER_KEPT"),
            ("a", "b", "k", "times"),
        ),
        (("_TIMES_AS", "_TIMES_AS_KEPT", "_PART_OF", "_PART_OF_KEPT"), ("a", "b", "times|frac|k")),
        (("_MORE_KINDS", "_MORE_KINDS_KEPT", "_FEWER_KINDS", "_FEWER_KINDS_KEPT"), ("x|x1", "y|y1", "k")),
        (("_TIMES_KINDS", "_TIMES_KINDS_KEPT", "_PART_KINDS", "_PART_KINDS_KEPT"), ("x|x1", "y|y1", "times|frac|k")),
        (("_IS_MORE", "_IS_MORE_KEPT"), ("a", "b", "k", "unit")),
        (("_IS_TIMES", "_IS_TIMES_KEPT"), ("a", "b", "times|frac|k")),
        (("_AS_BOTH", "_AS_BOTH_KEPT"), ("a", "b", "c")),
        (("_EACH_TIME", "_EACH_TIME_KEPT"), ("a", "r", "t", "many", "per|each")),
        (("_BUYS_SOME", "_BUYS_SOME_KEPT"), ("k", "goods", "m")),
        (("_PACKS", "_PACKS_KEPT", "_GIVES_EACH", "_GIVES_EACH_KEPT"), ("p", "s")),
    ],
)
def test_every_wording_of_a_relation_says_all_of_it(names: tuple[str, ...], needed: tuple[str, ...]) -> None:
    for name in names:
        for wording in getattr(quantity_stories, name):
            for slot in needed:
                assert re.search(rf"\{{({slot})\}}", wording), f"{wording!r} of {name} leaves out {slot}"


def test_trained_and_held_out_wordings_share_no_structure() -> None:
    held_out = {name: wordings for name, wordings in vars(quantity_stories).items() if name.endswith("_KEPT")}
    assert held_out
    for name, kept in held_out.items():
        assert not set(kept) & set(getattr(quantity_stories, name.removesuffix("_KEPT"))), name


def test_facts_in_any_order_tell_the_same() -> None:
    rng = Random(0)
    facts = [fact(rng, (f"sentence {i}",), (f"held {i}",)) for i in range(3)]
    slots = story(rng, facts, ask="how many", ask_for="find it", query="name it", anyhow=True)
    assert said("{story}", slots, 0) == "sentence 0. sentence 1. sentence 2"
    assert sorted(said("{mixed}", slots, 0).split(". ")) == ["sentence 0", "sentence 1", "sentence 2"]
    assert said("{joined}", slots, 0) == "sentence 0, sentence 1 and sentence 2"
    assert said("{tale}", slots, 0) == "held 0. held 1. held 2"


def test_events_keep_their_order() -> None:
    rng = Random(0)
    facts = [fact(rng, (f"sentence {i}",), (f"held {i}",)) for i in range(3)]
    slots = in_order(rng, facts, ask="how many", ask_for="find it", query="name it")
    assert "mixed" not in slots
    for seed in range(20):
        assert re.findall(r"\d", said("{story}", slots, seed)) == ["0", "1", "2"]
        assert re.findall(r"\d", said("{flow}", slots, seed)) == ["0", "1", "2"]


def test_the_code_leaves_out_what_the_question_does_not_need() -> None:
    lines = [
        Line("a", "3", "", given=True),
        Line("b", "2*a", "b"),
        Line("c", "9", "", given=True),
        Line("d", "a + 1", "d"),
    ]
    plan, code, _ = solved(Random(0), lines, "d", "It is")
    assert code == Code("a = 3\nd = a + 1\nd")
    assert isinstance(plan, Words)
    assert "b" not in plan.template.replace(".", "").split()


def test_small_counts_are_sometimes_words_and_large_ones_never() -> None:
    assert {said(counted(7), {}, seed) for seed in range(40)} == {"7", "seven"}
    assert {said(counted(48), {}, seed) for seed in range(40)} == {"48"}


def test_names_of_people_and_things_can_name_variables() -> None:
    words = [name.lower() for name in (*lexicon.GIRLS, *lexicon.BOYS)]
    words += [many.replace(" ", "_") for _, many in lexicon.THINGS]
    assert not [word for word in words if keyword.iskeyword(word)]
    assert len({person.name for person in cast(Random(0), 4)}) == 4
