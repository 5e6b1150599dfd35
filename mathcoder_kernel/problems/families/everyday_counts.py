"""Everyday counts and amounts in one or two steps: combine, take away, compare, group, share, cut."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.everyday import Who
from mathcoder_kernel.problems.facts import EVERYBODY, counted, thing
from mathcoder_kernel.problems.family import Instance, task
from mathcoder_kernel.problems.phrasing import phrase
from mathcoder_kernel.problems.problem import Step
from mathcoder_kernel.problems.story import boxed, decimal, steps, tidy

# how facts and question meet; every task here is asked in all of these
_SHAPES = (
    "{told}. {ask}",
    "{told}. {ask}",
    "{told}. {ask}",
    "{told}. {brief}",
    "{told}, {ask}",
    "{told} {ask}",
    "{told}, {brief}",
    "{told} {brief}",
    "{told}. <so|and|now|so then> {ask}",
    "{told}. {find} {noun}",
    "{short}. {ask}",
    "{short}. {brief}",
    "{short}, {brief}",
    "{short} {brief}",
    "{short}, {ask}",
    "{short}: {brief}",
    "{short}. {find} {noun}",
    "{ask}? {told}",
    "{ask}? {short}",
    "{ask} if {joined}",
    "{ask} <when|given that> {joined}",
    "if {joined}, {ask}",
    "if {joined} {ask}",
    "{late} {ask}",
    "{late} {ask}",
    "{joined}. {ask}",
    "{joined}, {ask}",
    "{joined}. {brief}",
    "<say|suppose|imagine> {joined}. {ask}",
    "{find} {noun} if {joined}",
    "{brief}? {told}",
    "{told}. <i need|what is|whats|give me> {noun}",
)
_HELD_OUT = (
    "the board shows one riddle: {told}. the missing entry is {noun}",
    "my partner claims that {joined}; according to that claim, {ask}",
)


def _any(options: Sequence[str] | str) -> str:
    """A choice of the wordings, as phrase source."""
    return options if isinstance(options, str) else "<" + "|".join(options) + ">"


def _told(options: Sequence[str], words: dict[str, str]) -> list[str]:
    return [_filled(option, words) for option in options]


def _filled(source: str, words: dict[str, str]) -> str:
    """The wording with `$name` replaced by its words, and the article that they need."""
    filled = re.sub(r"\$(\w+)", lambda found: words[found[1]], source)
    return re.sub(r"\ba (?=[aeio][a-z])", "an ", filled)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One situation: full sentences, key facts in a few words, questions, questions in a few words, what is wanted.

    `$name` stands for a word or number of the instance.
    """

    told: Sequence[str]
    short: Sequence[str]
    ask: Sequence[str]
    brief: Sequence[str]
    noun: Sequence[str]


def _instance(scene: _Scene, words: dict[str, str], solution: tuple[Step, ...]) -> Instance:
    joined = []
    for told in _told(scene.told, words):
        if told.startswith(("share ", "divide ")):  # nothing that "if" can open
            continue
        *first, last = told.split(". ")
        joined.append(f"{', '.join(first)} and {last}" if first else last)
    short = [said for said in scene.short if words.get("n") != "i" or not said.startswith(("$n $", "$n:"))]
    if not short:
        short = list(scene.short)
    late = []
    for told in _told(scene.told, words):
        opening, stop, rest = told.partition(". ")
        if stop:
            late.append(f"{opening}. if {rest.replace('. ', ' and ')},")
    return Instance(
        ({"late": phrase(_any(late))} if late else {})
        | {
            "told": phrase(_any(_told(scene.told, words))),
            "joined": phrase(_any(joined)),
            "short": phrase(_any(_told(short, words))),
            "ask": phrase(_any(_told(scene.ask, words))),
            "brief": phrase(_any(_told(scene.brief, words))),
            "noun": phrase(_any(_told(scene.noun, words))),
        },
        solution,
    )


def _solution(
    rng: Random, plans: Sequence[str], given: Mapping[str, object], result: str, before: str, after: str = ""
) -> tuple[Step, ...]:
    """The numbers under names that say their part, then the result."""
    lines = "".join(f"{name} = {value}\n" for name, value in given.items())
    return steps(rng.choice(plans), lines + result, boxed(before, after))


def _somebody(rng: Random, alone: bool = True) -> Who:
    kind = rng.random()
    if kind < 0.12 and alone:
        return Who("i", "i", "my", "me")
    if kind < 0.3:
        if rng.random() < 0.5:
            return Who(rng.choice(lexicon.RELATIVES_SHE), "she", "her", "her")
        return Who(rng.choice(lexicon.RELATIVES_HE), "he", "his", "him")
    person = rng.choice(EVERYBODY)
    # many students leave out capitals
    name = person.name.lower() if rng.random() < 0.25 else person.name
    return Who(name, person.he, person.his, person.him)


def _two_people(rng: Random) -> tuple[Who, Who]:
    first = _somebody(rng)
    while True:
        second = _somebody(rng, alone=False)
        if second.name.lower() != first.name.lower():
            break
    if rng.random() < 0.2 and first.name != "i" and " " not in first.name:
        role, he = rng.choice((("brother", "he"), ("sister", "she"), ("friend", "he"), ("cousin", "she"),
                               ("dad", "he"), ("mum", "she"), ("neighbour", "he")))  # fmt: skip
        second = Who(f"{first.his} {role}", he, "his" if he == "he" else "her", "him" if he == "he" else "her")
    return first, second


def _thing(rng: Random) -> tuple[str, str]:
    return rng.choice(lexicon.BELONGINGS) if rng.random() < 0.5 else thing(rng)


def _count(rng: Random, low: int, high: int) -> int:
    """A number of things; small ones are as likely as large ones."""
    return rng.randint(low, rng.choice((max(low, min(high, 20)), max(low, min(high, 100)), high)))


def _many_words(rng: Random, many: str) -> list[str]:
    """The wordings of "how many" questions leave out the noun in a share of cases."""
    return [f"how many {many}", f"how many {many}", "how many"]


# -- combine ------------------------------------------------------------------------------------------------------

_TOTAL_BRIEF = (
    "how many $many <altogether|in total|in all|total|all together>",
    "how many <altogether|in total|in all|total|all together>",
    "total",
    "whats the total",
    "total [number of] $many",
    "how many is that [in all|altogether]",
    "what do you get altogether",
    "how many $many is that",
)
_TOTAL_NOUN = (
    "the total",
    "the total number of $many",
    "the number of $many <in all|altogether>",
    "the sum of both",
)
_BOTH_ACT = _Scene(
    (
        "$n $did $a $many and $m $did $b",
        "$n $did $a $many. $m $did $b",
        "$n $did $a $many, $m $did $b",
        "$n $did $a $many and $m $did $b $many",
        "$n $did $a $many. $m $did $b $many",
        "yesterday $n $did $a $many and $m $did $b",
        "$n and $m $did $many. $n $did $a and $m $did $b",
        "$a $many were $past by $n. $m $did $b",
    ),
    ("$n $a $many, $m $b", "$n: $a $many, $m: $b", "$n $did $a, $m $did $b $many", "$a $many for $n, $b for $m"),
    (
        "how many $many did they $do <altogether|in total|in all|together|between them>",
        "how many did they $do <altogether|in total|in all|together>",
        "how many $many is that <altogether|in total|in all>",
        "<altogether|in total|in all|together>[,] how many $many did they $do",
        "how many $many <were $past|did the two of them $do> [in total]",
        "how many $many do they have <altogether|together|in total>",
        "what is the total number of $many",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_BY_TIME = _Scene(
    (
        "$n $did $a $many $t and $b $u",
        "$t $n $did $a $many. $u $he $did $b",
        "$t $n $did $a $many and $u $b",
        "$n $did $a $many $t, then $b $u",
        "$n $did $a $many $t. $he $did <another $b|$b more|$b> $u",
        "$n $did $a $many $t. $u it was $b",
    ),
    ("$t $a $many, $u $b", "$t: $a $many, $u: $b $many", "$a $many $t, $b $u", "$a $many $t and $b $u"),
    (
        "how many $many did $he $do <altogether|in total|in all|over both times>",
        "how many $many is that <altogether|in total|in all>",
        "<altogether|in total|in all> how many $many did $he $do",
        "how many did $he $do <altogether|in total|in all>",
        "how many $many did $n $do <altogether|in total|in all>",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_BY_PLACE = _Scene(
    (
        "there <are|were> $a $many $p and $b $q",
        "theres $a $many $p and $b $q",
        "$p there are $a $many and $q there are $b",
        "$a $many are $p and $b are $q",
        "there are $a $many $p. $q there are $b",
        "we have $a $many $p and $b $many $q",
        "$a $many $p, and another $b $q",
        "i counted $a $many $p and $b $q",
    ),
    ("$p $a $many, $q $b", "$a $many $p, $b $q", "$p: $a $many, $q: $b", "$a $p and $b $q"),
    (
        "how many $many <are there|are there in total|are there altogether|are there in all>",
        "how many $many is that <altogether|in total|in all|together>",
        "how many $many <altogether|in total|in all|total>",
        "how many are there <altogether|in total|in all|together>",
        "how many $many do <we|they|you> have <altogether|in total|in all>",
        "what is the total number of $many",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_TIMES_OF_DAY = (
    ("on monday", "on tuesday"), ("on friday", "on saturday"), ("on saturday", "on sunday"), ("yesterday", "today"),
    ("in the morning", "in the afternoon"), ("before lunch", "after lunch"), ("last week", "this week"),
    ("in may", "in june"), ("in the first half", "in the second half"), ("on day 1", "on day 2"),
    ("in week 1", "in week 2"), ("last year", "this year"), ("in round 1", "in round 2"), ("at home", "at school"),
    ("in the first hour", "in the second hour"), ("on wednesday", "on thursday"), ("in spring", "in autumn"),
)  # fmt: skip
_TWO_PLACES = (
    (("kids", "pupils", "students", "children"), ( ("in grade 3", "in grade 4"),
     ("in class 5a", "in class 5b"), ("in room 12", "in room 14"), ("in my class", "in the other class"),
     ("in the hall", "in the playground"), ("in group 1", "in group 2"))),
    (("books", "novels", "boxes", "jars", "toys", "files"), (("on the top shelf", "on the bottom shelf"),
     ("on shelf 1", "on shelf 2"), ("in the cupboard", "on the desk"), ("upstairs", "downstairs"))),
    (("people", "passengers", "seats"), (("in the front coach", "in the back coach"), ("on the first bus",
     "on the second bus"), ("downstairs", "upstairs"), ("in carriage 3", "in carriage 4"), ("on deck 1", "on deck 2"))),
    (("apples", "eggs", "sweets", "marbles", "buttons", "nuts", "beads", "pencils", "coins", "screws"),
     (("in the red box", "in the blue box"), ("in one bag", "in the other"), ("in the first jar", "in the second jar"),
      ("in the basket", "on the table"), ("in the tin", "in the drawer"), ("in box 1", "in box 2"),
      ("in my left pocket", "in my right pocket"))),
    (("cars", "bikes", "vans"), (("on level 1", "on level 2"), ("in the street", "in the car park"),
     ("outside", "in the garage"), ("on the left side", "on the right side"))),
    (("ducks", "geese", "swans", "birds", "sheep", "cows", "horses"), (("on the lake", "on the grass"),
     ("in one field", "in the next field"), ("by the river", "in the barn"), ("on the roof", "in the tree"))),
    (("plants", "flowers", "trees", "rose bushes"), (("in the front garden", "in the back garden"),
     ("in the park", "in the street"), ("in bed 1", "in bed 2"))),
)  # fmt: skip


@task("word problems", "everyday_combine", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_combine(rng: Random) -> Instance:
    a, b = _count(rng, 3, 400), _count(rng, 3, 400)
    kind = rng.random()
    if kind < 0.4:
        first, second = _two_people(rng)
        do, did, several = rng.choice(lexicon.GATHERED)
        past = {"took": "taken", "ate": "eaten", "wrote": "written", "did": "done"}.get(did, did)
        words = first.words | {"m": second.name, "do": do, "did": did, "past": past, "many": rng.choice(several)}
        scene = _BOTH_ACT
    elif kind < 0.65:
        do, did, several = rng.choice(lexicon.GATHERED)
        t, u = rng.choice(_TIMES_OF_DAY)
        words = _somebody(rng).words | {"do": do, "did": did, "many": rng.choice(several), "t": t, "u": u}
        scene = _BY_TIME
    else:
        several, places = rng.choice(_TWO_PLACES)
        p, q = rng.choice(places)
        words = {"many": rng.choice(several), "p": p, "q": q}
        scene = _BY_PLACE
    words |= {"a": counted(a), "b": counted(b)}
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("We add both numbers.", "Together is a sum.", "We add the two counts."),
            {"first": a, "second": b},
            "first + second",
            "The total is",
            words["many"],
        ),
    )


# -- more than that, then both ------------------------------------------------------------------------------------

_STEP_TOTAL = _Scene(
    (
        "$n $did $a $many and $m $did $rel",
        "$n $did $a $many. $m $did $rel",
        "$n $did $a $many. $m $did $rel $n",
        "$m $did $rel $n. $n $did $a",
        "$m $did $rel $n. $n $did $a $many",
        "$m $did $rel $n, who $did $a",
        "$n $did $a $many, but $m $did $rel",
    ),
    ("$n $a $many, $m $rel", "$n $did $a $many, $m $rel", "$m $rel $n, $n $a", "$n: $a $many, $m: $rel"),
    (
        "how many $many did they $do <altogether|in total|in all|together>",
        "how many did they $do <altogether|in total|together|between them>",
        "how many $many is that <altogether|in total|in all>",
        "how many do they have <together|altogether|in total>",
        "<together|in total|altogether> how many $many did they $do",
        "how many $many for both of them",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_STEP_TIMES = _Scene(
    (
        "$t $a $many came and $u $rel",
        "$t $a $many came. $u it was $rel",
        "$t $a $many <came to|visited|went to> the $place and $u $rel",
        "$t there were $a $many <at|in> the $place and $u there were $rel",
        "the $place had $a $many $t. $u there were $rel",
        "$u there were $rel $t. $t $a $many came to the $place",
        "$a $many came to the $place $t, and $u $rel",
    ),
    ("$t $a $many, $u $rel", "$a $many $t, $rel $u", "$place: $a $many $t, $u $rel"),
    (
        "how many $many came <altogether|in total|in all|over both times>",
        "how many $many <were there|was that|is that> <altogether|in total|in all>",
        "<altogether|in total|in all> how many $many came",
        "how many came <both times together|in total|altogether>",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_HAVE_TOTAL = _Scene(
    (
        "$m has $rel $n. $n $has $a",
        "$m has $rel $n. $n $has $a $many",
        "$n $has $a $many. $m has $rel",
        "$n $has $a $many and $m has $rel $n",
        "$n $has $a $many, $m has $rel $n",
        "$m has got $rel $n and $n $has $a",
        "$n $has got $a $many. $m has got $rel $n",
    ),
    ("$n $a $many, $m $rel", "$m $rel $n, $n $has $a", "$n: $a $many, $m: $rel $n"),
    (
        "how many $many do they have <altogether|in total|in all|together>",
        "how many do they have <altogether|in total|together|between them>",
        "how many $many is that <altogether|in total|in all>",
        "<together|altogether> how many do they have",
        "how many $many have they got <together|in all|between them>",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN,
)
_PUBLIC = (
    "museum",
    "concert",
    "zoo",
    "swimming pool",
    "library",
    "match",
    "fair",
    "cinema",
    "exhibition",
    "circus",
    "funfair",
    "show",
    "festival",
    "castle",
    "gym",
    "market",
    "theatre",
)
_VISITORS = (
    "people",
    "visitors",
    "children",
    "adults",
    "guests",
    "fans",
    "students",
    "families",
    "tourists",
    "parents",
)


@task("word problems", "everyday_more_then_total", _SHAPES, _HELD_OUT, weight=1.5, constants=(2, 3))
def everyday_more_then_total(rng: Random) -> Instance:
    a = _count(rng, 4, 400)
    rel: tuple[str, ...]
    relation = rng.choice(("more", "more", "fewer", "fewer", "double", "triple"))
    if relation == "double":
        rel, second = ("twice as many as", "two times as many as"), "2*first"
    elif relation == "triple":
        rel, second = ("three times as many as", "3 times as many as"), "3*first"
    elif relation == "more":
        rel, second = ("$k more than", "$k more $many than", "$k $many more than"), "first + more"
    else:
        rel, second = ("$k fewer than", "$k fewer $many than", "$k less than", "$k $many fewer than"), "first - fewer"
    k = _count(rng, 2, 80 if relation == "more" else max(2, a - 2))
    kind = rng.random()
    if kind < 0.35:
        first, other = _two_people(rng)
        do, did, several = rng.choice(lexicon.GATHERED)
        words = first.words | {"m": other.name, "do": do, "did": did, "many": rng.choice(several)}
        scene = _STEP_TOTAL
    elif kind < 0.6:
        t, u = rng.choice(_TIMES_OF_DAY[:8])
        words = {"t": t, "u": u, "many": rng.choice(_VISITORS), "place": rng.choice(_PUBLIC)}
        scene = _STEP_TIMES
    else:
        first, other = _two_people(rng)
        words = first.words | {"m": other.name, "many": _thing(rng)[1]}
        scene = _HAVE_TOTAL
    who = words.get("n", words.get("t", ""))
    words |= {"a": counted(a), "k": counted(k)}

    def said(template: str) -> str:
        # "more than that" unless the sentence itself names whom it is compared with
        for name in ("$n", "$t"):
            template = template.replace(f"$rel {name}", f"$full {name}")
        return template.replace("$rel", "$rel_that").replace("$full", "$rel_full")

    words["rel_full"] = _any([_filled(option, words) for option in rel])
    that = ("", " that") if relation in ("double", "triple") else (" that", f" {who}")
    ends = [f"{_filled(option, words)}{end}" for option in rel for end in that]
    if relation in ("double", "triple"):
        ends = ["<twice|two times> as many" if relation == "double" else "<three|3> times as many"]
        ends.append(f"{ends[0]} as {who}")
    words["rel_that"] = _any(ends)
    scene = _Scene(tuple(map(said, scene.told)), tuple(map(said, scene.short)), scene.ask, scene.brief, scene.noun)
    given: dict[str, object] = {"first": a}
    if relation in ("more", "fewer"):
        given[relation] = k
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("First the second number, then the sum of both.", "We find the second number and add the first."),
            given | {"second": second},
            "first + second",
            "The total is",
            words["many"],
        ),
    )


# -- parts of a whole ---------------------------------------------------------------------------------------------

_KINDS = _Scene(
    (
        "$in there are $list",
        "there are $list $in",
        "a $where <has|holds|contains> $list",
        "the $where <has|contains> $list",
        "our $where has $list",
        "i counted $list $in",
        "we counted the $all $in. there were $list",
        "$list are $in",
        "theres $list $in",
        "$in you can find $list",
    ),
    ("$where: $list", "$list", "$pairs", "$where with $list"),
    (
        "how many $all are $in",
        "how many $all are there [<altogether|in total|in all>]",
        "how many $all <is that|are that> <altogether|in total|in all>",
        "how many $all does the $where have",
        "<altogether|in total|in all> how many $all are there",
        "how many $all <altogether|in total|in all|total>",
        "what is the total number of $all",
        "how many $all does that make [in all]",
    ),
    (
        "how many $all <altogether|in total|in all|total>",
        "how many $all",
        "total [number of] $all",
        "whats the total",
        "how many altogether",
    ),
    ("the [total] number of $all", "the count of all $all", "the total"),
)


@task("word problems", "everyday_kinds_in_all", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_kinds_in_all(rng: Random) -> Instance:
    where, everything, kinds = rng.choice(lexicon.ASSORTED)
    chosen = rng.sample(kinds, rng.choice((2, 3, 3, 3, 4)) if len(kinds) > 3 else rng.choice((2, 3, 3)))
    counts = [_count(rng, 2, 90) for _ in chosen]
    named = [f"{counted(count)} {kind}" for count, kind in zip(counts, chosen, strict=True)]
    letters = [f"kind_{i}" for i in range(1, len(chosen) + 1)]
    where_at = {"shelf": "on the", "farm": "on the", "train": "on the"}.get(where, "in the")
    words = {
        "where": where,
        "in": f"{where_at} {where}",
        "all": everything,
        "list": f"{', '.join(named[:-1])} and {named[-1]}",
        "pairs": ", ".join(f"{kind} {count}" for kind, count in zip(chosen, counts, strict=True)),
    }
    return _instance(
        _KINDS,
        words,
        _solution(
            rng,
            ("All the kinds together are a sum.", f"Each kind is counted among the {everything}, so we add."),
            dict(zip(letters, counts, strict=True)),
            " + ".join(letters),
            "There are",
            everything,
        ),
    )


_REST = _Scene(
    (
        "there are $t $all $in. $list, the rest are $last",
        "$in there are $t $all. $list and the others are $last",
        "a $where has $t $all, $list and the rest are $last",
        "of the $t $all $in $list. all the others are $last",
        "the $where <has|holds> $t $all. $list. the rest are $last",
        "out of $t $all $in, $list and the rest are $last",
    ),
    ("$t $all, $list, rest $last", "$where: $t $all, $pairs, rest $last", "$t $all $in, $list, others are $last"),
    (
        "how many $last are there",
        "how many $last are $in",
        "how many $last does the $where have",
        "how many of the $all are $last",
        "how many are $last",
        "what is the number of $last",
    ),
    ("how many $last", "$last?", "number of $last", "how many are $last"),
    ("the number of $last", "the count of $last"),
)


@task("word problems", "everyday_rest_of_kinds", _SHAPES, _HELD_OUT)
def everyday_rest_of_kinds(rng: Random) -> Instance:
    where, everything, kinds = rng.choice(lexicon.ASSORTED)
    *chosen, last = rng.sample(kinds, rng.choice((2, 3)))
    counts = [_count(rng, 2, 60) for _ in chosen]
    total = sum(counts) + _count(rng, 2, 60)
    named = [f"{count} are {kind}" for count, kind in zip(counts, chosen, strict=True)]
    letters = [f"kind_{i}" for i in range(1, len(chosen) + 1)]
    where_at = {"shelf": "on the", "farm": "on the", "train": "on the"}.get(where, "in the")
    words = {
        "where": where, "in": f"{where_at} {where}", "all": everything, "last": last, "t": counted(total),
        "list": " and ".join(named), "pairs": ", ".join(f"{c} {k}" for c, k in zip(counts, chosen, strict=True)),
    }  # fmt: skip
    return _instance(
        _REST,
        words,
        _solution(
            rng,
            ("The rest is the whole less the other kinds.", "We take the known kinds from the whole."),
            {"whole": total} | dict(zip(letters, counts, strict=True)),
            " - ".join(["whole", *letters]),
            "There are",
            last,
        ),
    )


# -- take away ----------------------------------------------------------------------------------------------------

# (things, where at the start, what happens to some, question about the rest, in a few words)
_LOSSES: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("balloons",),
        ("at the party", "in the hall", "on the string"),
        ("shrank", "burst", "were let go", "flew off", "lost their air"),
        ("are still up", "are left", "are still there", "are still full"),
    ),
    (
        ("birds", "crows", "pigeons", "sparrows", "gulls"),
        ("on the wire", "in the tree", "on the roof", "on the lawn"),
        ("flew away", "flew off", "were scared off", "left"),
        ("are left", "are still there", "stayed", "remain"),
    ),
    (
        ("people", "passengers"),
        ("on the bus", "on the train", "on the tram", "on the ferry"),
        ("got off", "get off", "left", "get out"),
        ("are still on", "are left", "are still on it", "stay on"),
    ),
    (
        ("eggs", "plates", "glasses", "cups", "vases"),
        ("in the box", "on the tray", "on the shelf", "in the crate"),
        ("broke", "were broken", "cracked", "were smashed", "fell down"),
        ("are still whole", "are left", "are not broken"),
    ),
    (
        ("apples", "pears", "oranges", "tomatoes", "peaches"),
        ("in the crate", "on the tree", "in the basket", "in the bowl"),
        ("were rotten", "went bad", "were eaten", "fell off", "were thrown away", "were picked"),
        ("are left", "are still good", "remain", "are still there"),
    ),
    (
        ("cars", "lorries", "vans", "motorbikes"),
        ("in the car park", "on the street", "in the garage", "on the ferry"),
        ("drove away", "left", "were towed away", "drove off"),
        ("are left", "are still there", "are still parked"),
    ),
    (
        ("kids", "children", "students", "pupils", "guests", "people"),
        ("in the room", "at the party", "in the pool", "in the playground", "at the meeting", "in the queue"),
        ("went home", "left", "left early", "went inside", "had to go"),
        ("are left", "are still there", "stayed", "remain", "are there now"),
    ),
    (
        ("cupcakes", "slices of pizza", "cookies", "sandwiches", "muffins", "doughnuts", "samosas"),
        ("on the table", "on the plate", "on the tray", "in the tin"),
        ("were eaten", "were sold", "were given away", "fell on the floor", "got eaten"),
        ("are left", "are left over", "remain", "are there now"),
    ),
    (
        ("tickets", "seats", "programmes"),
        ("for the show", "for the match", "for the concert"),
        ("were sold", "were given away", "were booked", "went to schools", "were taken"),
        ("are left", "are still free", "can still be sold"),
    ),
    (
        ("candles", "lamps", "light bulbs", "lanterns"),
        ("in the hall", "on the cake", "in the garden"),
        ("went out", "were blown out", "stopped working", "burned out"),
        ("are still on", "are left", "still work", "are still lit"),
    ),
    (
        ("plants", "seedlings", "flowers", "tulips"),
        ("in the greenhouse", "in the garden", "in the pots"),
        ("died", "dried out", "were picked", "were eaten by snails", "were sold"),
        ("are left", "are still alive", "remain"),
    ),
    (
        ("sheep", "cows", "horses", "hens", "goats"),
        ("in the field", "on the farm", "in the barn"),
        ("ran away", "were sold", "escaped", "went inside"),
        ("are left", "are still there", "remain"),
    ),
    (
        ("books", "DVDs", "comics"),
        ("in the library", "on the shelf", "in the box"),
        ("were borrowed", "were lent out", "were lost", "were sold"),
        ("are left", "are still there", "remain"),
    ),
    (
        ("players", "runners", "teams"),
        ("in the tournament", "in the race", "in the competition"),
        ("gave up", "were knocked out", "dropped out", "got injured"),
        ("are left", "are still in it", "remain", "finished"),
    ),
)
_LOST = _Scene(
    (
        "there were $a $many $in. $lost",
        "there were $a $many $in, $lost",
        "there are $a $many $in. $lost",
        "$a $many were $in. $lost",
        "$a $many are $in. then $lost",
        "we had $a $many $in. $lost",
        "$in there were $a $many. $lost",
        "there were $a $many $in and then $lost",
        "of $a $many $in $lost",
    ),
    ("$a $many $in, $lost", "$a $many, $lost", "$a $many $in. $lost", "had $a $many, $lost"),
    (
        "how many $are",
        "how many $many $are",
        "how many $many $are now",
        "how many of them $are",
        "how many of the $many $are",
        "<and |>how many are left",
        "how many $many are left",
        "how many remain",
    ),
    ("how many left", "how many $are", "how many $many left", "how many now", "whats left", "how many are there now"),
    ("the number of $many that are left", "the number of $many that $are", "the rest", "the number of $many left"),
)


@task("word problems", "everyday_some_gone", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_some_gone(rng: Random) -> Instance:
    several, places, verbs, rests = rng.choice(_LOSSES)
    start = rng.randint(12, rng.choice((30, 100, 300)))
    first = rng.randint(2, start // 2)
    gone = [first]
    if rng.random() < 0.6:
        gone.append(rng.randint(2, max(2, (start - first) // 2)))
    happened = rng.sample(verbs, len(gone))
    parts = [f"{counted(count)} [of them] {verb}" for count, verb in zip(gone, happened, strict=True)]
    parts[1:] = [part.replace("[of them]", "<|more|>" if "more" not in part else "") for part in parts[1:]]
    words = {
        "many": rng.choice(several),
        "in": rng.choice(places),
        "a": str(start),
        "are": _any(rests),
        "lost": " and ".join(parts),
    }
    given = {"start": start} | {f"gone_{i}" if len(gone) > 1 else "gone": n for i, n in enumerate(gone, 1)}
    return _instance(
        _LOST,
        words,
        _solution(
            rng,
            ("We take what is gone from the start.", "What is left is the start less what is gone."),
            dict(given),
            " - ".join(given),
            rng.choice(("There are", "That leaves")),
            f"{words['many']}",
        ),
    )


# -- on and off ---------------------------------------------------------------------------------------------------

# (things, there, leave, arrive)
_COME_AND_GO: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("people", "passengers", "kids"), ("on the bus", "on a bus", "on the train", "on a tram", "in a train carriage"),
     ("get off", "got off", "leave", "get out"), ("get on", "got on", "come on", "get in")),
    (("people", "children", "swimmers"), ("in the pool", "in a pool"), ("get out", "leave", "climbed out"),
     ("jump in", "come in", "jumped in", "arrive")),
    (("people", "customers", "shoppers"), ("in the shop", "in a store", "in the queue", "in a cafe"), ("leave", "left",
     "go out", "walk out"), ("come in", "came in", "enter", "arrive")),
    (("guests", "friends", "kids"), ("at the party", "at a birthday party"), ("go home", "left", "leave",
     "went home"), ("arrive", "come", "came", "turn up")),
    (("cars", "vans", "vehicles"), ("in the car park", "in a parking lot", "in the garage"), ("drive away", "left",
     "leave", "drove off"), ("arrive", "come in", "drive in", "park there")),
    (("ducks", "swans", "geese", "birds", "gulls"), ("on the lake", "on a pond", "on the roof"), ("fly away",
     "flew off", "leave", "fly off"), ("land", "landed", "join them", "arrive")),
    (("books", "films", "games"), ("in the library", "on the shelf"), ("are borrowed", "were lent out", "are taken"),
     ("are brought back", "come back", "are returned", "were put back")),
    (("fish", "goldfish", "shrimps"), ("in the tank", "in an aquarium"), ("die", "are sold", "were given away"),
     ("are born", "are added", "were put in")),
    (("pupils", "students", "children"), ("in the class", "in a class", "in the choir", "in the club"), ("leave",
     "move away", "left"), ("join", "are new", "joined", "come")),
    (("emails", "messages"), ("in the inbox",), ("are deleted", "were deleted"), ("come in", "arrive", "are new")),
    (("parcels", "boxes", "crates"), ("in the van", "on the lorry", "in the store"), ("are taken out",
     "were unloaded", "are delivered"), ("are put in", "were loaded", "are added")),
)  # fmt: skip
_MOVES = _Scene(
    (
        "there <are|were> $a $many $in. $moves",
        "$in <there are|there were> $a $many. $moves",
        "$a $many are $in. $moves",
        "$a $many are $in, $moves",
        "$there: $a $many $on. $moves",
        "there were $a $many $in, then $moves",
        "theres $a $many $in. $moves",
        "$a $many are $in. <then|soon|later> $moves",
    ),
    ("$a $many $in, $moves", "$a $many, $moves", "$a $many $in. $moves"),
    (
        "how many $many are $in now",
        "how many are $in now",
        "how many $many are there now",
        "how many are there now",
        "how many $many are there <after that|in the end|then>",
        "how many $in now",
        "now how many $many are there",
        "how many $many does that leave",
    ),
    ("how many now", "how many are there now", "how many $many now", "how many $in now", "how many then"),
    ("the number of $many now", "the number of $many $in now", "the new number of $many"),
)


@task("word problems", "everyday_come_and_go", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_come_and_go(rng: Random) -> Instance:
    several, places, away, here = rng.choice(_COME_AND_GO)
    start = now = rng.randint(8, rng.choice((20, 60, 150)))
    signs = rng.choice(("-+", "-+", "+-", "-+", "+-", "+", "--+", "-+-", "++-"))
    parts, given, result = [], {"start": start}, "start"
    leave, arrive = rng.choice(away), rng.choice(here)
    for sign in signs:
        n = rng.randint(2, max(2, now // 2)) if sign == "-" else rng.randint(2, 30)
        now += n if sign == "+" else -n
        parts.append((n, leave if sign == "-" else arrive))
        role = "leave" if sign == "-" else "come"
        name = role if signs.count(sign) == 1 else f"{role}_{sum(key.startswith(role) for key in given) + 1}"
        given[name] = n
        result += f" {sign} {name}"
    said = [f"{counted(n)} {verb}" for n, verb in parts]
    link = rng.choice((" and ", " and ", ", then ", ", ", " and then "))
    many = rng.choice(several)
    place = rng.choice(places)
    scene = _MOVES
    if not place.startswith(("on the", "on a", "in the", "in a")) or place.split()[-1] in ("queue", "class"):
        scene = _Scene(tuple(t for t in _MOVES.told if "$there" not in t), *(getattr(_MOVES, x) for x in
                       ("short", "ask", "brief", "noun")))  # fmt: skip
    preposition, _, noun = place.partition(" ")
    words = {
        "many": many,
        "a": counted(start),
        "in": place,
        "there": noun,
        "on": f"{preposition} it",
        "moves": link.join(said),
    }
    words["in_now"] = place.replace(" a ", " the ").replace(" an ", " the ")
    scene = _Scene(scene.told, scene.short, tuple(q.replace("$in", "$in_now") for q in scene.ask),
                   tuple(q.replace("$in", "$in_now") for q in scene.brief),
                   tuple(q.replace("$in", "$in_now") for q in scene.noun))  # fmt: skip
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("We take away who leaves and add who comes.", "What leaves is subtracted, what comes is added."),
            dict(given),
            result,
            rng.choice(("Now there are", "There are")),
            many,
        ),
    )


# -- change unknown, start unknown --------------------------------------------------------------------------------

# (thing or stuff, where or whose, cause, was used) with the unit: amounts that go down
_USED: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], int, int], ...] = (
    ("litres", "a rain barrel", ("a dry week", "a hot week", "the cows drank"), ("water was used",), 100, 900),
    (
        "litres",
        "the fuel tank",
        ("the trip", "the drive home", "a long ride"),
        ("fuel was used", "petrol was used"),
        30,
        90,
    ),
    ("kg", "a bag of flour", ("baking bread", "the cake was made"), ("flour was used",), 5, 50),
    ("g", "a jar of jam", ("breakfast", "the pancakes"), ("jam was eaten", "jam was used"), 200, 900),
    ("ml", "a bottle of juice", ("lunch", "the picnic"), ("juice was drunk", "juice is gone"), 500, 2000),
    ("m", "a roll of cable", ("the repair", "the lamps were fitted"), ("cable was used",), 20, 200),
    ("cm", "a candle", ("an hour", "the power cut"), ("of it burned", "has burned down"), 12, 40),
    ("dollars", "my purse", ("shopping", "the trip to town"), ("money was spent", "did i spend"), 20, 200),
    ("percent", "my phone battery", ("a film", "the bus ride"), ("of the charge was used",), 40, 100),
    ("litres", "a barrel", ("the party", "one day"), ("was taken out", "ran out"), 50, 400),
    ("sheets", "a pack of paper", ("printing", "the lesson"), ("paper was used",), 100, 500),
    ("kg", "the coal heap", ("one winter", "a cold month"), ("coal was burned",), 200, 900),
)
_HOW_MUCH_USED = _Scene(
    (
        "$a $unit were in $v before and $b $unit after $cause",
        "there were $a $unit in $v. after $cause there were $b $unit",
        "$v <had|started with> $a $unit. after $cause <it had|there were|it was> $b $unit",
        "before $cause there were $a $unit in $v. now there are $b $unit",
        "$v had $a $unit and after $cause only $b $unit were left",
        "at first $v had $a $unit. now there are <only|> $b $unit left",
        "$a $unit were in $v, now it is only $b $unit",
    ),
    ("$v: $a $unit before, $b $unit after", "$v $a $unit before, $b $unit now", "$v from $a $unit to $b $unit"),
    (
        "how much $used",
        "how many $unit $wasused",
        "how much is gone",
        "how much $used in between",
        "how many $unit are gone",
    ),
    ("how much $used", "how many $unit are gone", "how much less", "difference"),
    ("the amount that is gone", "the difference", "the amount used up"),
)
_HOW_MANY_GONE = _Scene(
    (
        "$n had $a $many. now $he $has $b [left]",
        "$n had $a $many and now $he $has <only|just|> $b",
        "$n had $a $many. after $cause $he had $b left",
        "$n started with $a $many. at the end $he had $b",
        "this morning $n had $a $many, now there are $b",
        "$n had $a $many. $he $gave some [of them] <away|to a friend> and now $he $has $b",
        "$n lost some of $his $a $many. now $he $has $b",
        "$n ate some of $his $a $many. $he $has $b left",
        "$n sold some of $his $a $many and kept $b",
    ),
    ("$n had $a $many, now $b", "$a $many before, $b now", "had $a $many, $b left"),
    (
        "how many <are gone|are missing|went|did $he lose>",
        "how many $many are <gone|missing>",
        "how many fewer $does $he have now",
        "how many is $he down by",
        "how many $many went",
    ),
    ("how many are gone", "how many gone", "how many are missing", "how many went"),
    ("the number of $many that are gone", "the number of missing $many", "the difference"),
)
_HOW_MANY_NEW = _Scene(
    (
        "$n had $a $many. now $he $has $b",
        "$n had $a $many and now $he $has $b",
        "$n had $a $many. then $he got some more and now $he $has $b",
        "$n bought some $many. $he had $a before and now $he $has $b",
        "$n had $a $many before $cause and $b after it",
        "$n found some more $many. $he had $a, now $he $has $b",
        "last week $n had $a $many. this week $he $has $b",
    ),
    ("$n had $a $many, now $b", "$a $many before, $b now", "from $a to $b $many"),
    (
        "how many <more|new ones|extra> did $he get",
        "how many $many did $he get",
        "how many $many were added",
        "how many more are there now",
        "how many are new",
        "how many more $many $does $he have now",
    ),
    ("how many new ones", "how many more", "how many are new", "how many were added"),
    ("the number of new $many", "the number that came on top", "the difference"),
)
_CAUSES = (
    "lunch",
    "the game",
    "school",
    "the party",
    "the break",
    "a trade",
    "the holidays",
    "the fair",
    "a walk",
    "the weekend",
)


@task("word problems", "everyday_change_unknown", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_change_unknown(rng: Random) -> Instance:
    kind = rng.random()
    if kind < 0.4:
        unit, vessel, causes, used, low, high = rng.choice(_USED)
        before = rng.randint(low, high)
        after = rng.randint(max(1, before // 5), before - 1)
        words = {
            "v": vessel,
            "unit": unit,
            "cause": _any([c for c in causes if " was " not in c and " were " not in c and "drank" not in c] or causes),
            "used": _any(used),
            "wasused": _any(("were used", "are gone")),
        }
        solution = _solution(
            rng,
            ("What is gone is the amount before less the amount after.", "We subtract what is left from the start."),
            {"before": before, "after": after},
            "before - after",
            "The difference is",
            unit,
        )
        return _instance(_HOW_MUCH_USED, words | {"a": str(before), "b": str(after)}, solution)
    before, after = _count(rng, 8, 150), _count(rng, 3, 150)
    while before == after:
        after = _count(rng, 3, 150)
    gain = kind > 0.7
    if gain != (after > before):
        before, after = after, before
    someone, many = _somebody(rng), _thing(rng)[1]
    words = someone.words | {"many": many, "a": counted(before), "b": counted(after), "cause": rng.choice(_CAUSES),
                             "gave": "gave"}  # fmt: skip
    if gain:
        plans = ("What came is the number now less the number before.", "We subtract the old number from the new.")
        solution = _solution(rng, plans, {"before": before, "now": after}, "now - before", "That is", f"{many} more")
        return _instance(_HOW_MANY_NEW, words, solution)
    plans = ("What is gone is the number before less the number now.", "We subtract what is left from the start.")
    solution = _solution(rng, plans, {"before": before, "now": after}, "before - now", "That is", f"{many} fewer")
    return _instance(_HOW_MANY_GONE, words, solution)


_START_LOST = _Scene(
    (
        "first $n had some $many, then $he $lost $k and kept $b",
        "$n $lost $k $many and <now|> $has $b left",
        "$n had some $many. $he $lost $k. now $he $has $b",
        "$n $lost $k of $his $many. <now $he $has|there are> $b left",
        "after $n $lost $k $many $he had $b left",
        "$n $lost $k $many. $b <are left|remain|are still there>",
        "$n $has $b $many left after $he $lost $k",
        "some $many were in a <box|bag|jar>. $n $lost $k and $b are left",
    ),
    ("$n $lost $k $many, $b left", "$lost $k $many, $b left", "$n: $lost $k $many, now $b"),
    (
        "how many did $he <start with|have at first|have before|have to begin with|have at the start>",
        "how many $many did $he <start with|have at first|have before|have to begin with|have in the beginning>",
        "how many $many were there <at first|at the start|to begin with|before>",
        "how many <were there at first|was it at the start>",
        "how many did $n have before",
    ),
    ("how many at the start", "how many at first", "how many before", "how many to begin with", "start number?"),
    ("the number at the start", "the number of $many at first", "the number $he had before"),
)
_START_CAME = _Scene(
    (
        "at first only some $many were $in. $k more $came, making $b",
        "there were some $many $in. $k more $came. now there are $b",
        "$k more $many $came $in and now there are $b",
        "there are $b $many $in now, after $k more $came",
        "$k $many $came. now there are $b $in",
        "a few $many were $in. then $k more $came, which makes $b",
        "when $k more $many $came there were $b $in",
    ),
    ("$k more $many $came, now $b $in", "$k more $many, now $b", "now $b $many $in, $k of them are new"),
    (
        "how many were there <at first|at the start|to begin with|before|in the beginning>",
        "how many $many were there <at first|at the start|to begin with|before|in the beginning>",
        "how many $many were $in <at first|before|to begin with>",
        "how many was it at the start",
    ),
    ("how many at the start", "how many at first", "how many before", "how many to begin with"),
    ("the number at the start", "the number of $many at first", "the number before"),
)
_START_GOT = _Scene(
    (
        "$n got $k more $many and now $has $b",
        "$n had some $many. $he $got $k more. now $he $has $b",
        "$n $has $b $many now, after $he $got $k",
        "$n $got $k $many. now $he $has $b",
        "after $n $got $k more $many $he had $b",
        "$n had some $many, then $got $k more and ended up with $b",
    ),
    ("$n $got $k more $many, now $b", "$got $k more $many, now $b", "now $b $many, $k are new"),
    _START_LOST.ask,
    _START_LOST.brief,
    _START_LOST.noun,
)
_LOSE = ("lost", "gave away", "sold", "used", "broke", "dropped", "lent out", "traded away", "threw out")
_GOT = ("got", "bought", "found", "won", "was given", "collected")
_ARRIVALS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("ducks", "geese", "gulls", "flamingos"), ("on the pond", "on the water"), ("landed",
     "flew in", "came", "arrived")),
    (("people", "kids", "passengers"), ("on a bus", "on the train", "on the boat"), ("got on", "came on", "got in")),
    (("cars", "vans", "caravans"), ("in a car park", "on the campsite", "in the street"), ("arrived", "came",
     "drove in")),
    (("frogs", "turtles", "ducklings"), ("on a log", "in the pond"), ("hopped on", "came", "joined them")),
    (("children", "guests", "dancers"), ("in the hall", "at the party", "on the stage"), ("came in", "arrived",
     "joined", "turned up")),
    (("sheep", "goats", "cows", "horses"), ("in a field", "in the barn"), ("came in", "were brought", "joined them")),
    (("apples", "tennis balls", "marbles"), ("in a basket", "in the box", "in the bag"), ("were put in",
     "were added")),
    (("books", "plates", "boxes"), ("on a shelf", "in the cupboard"), ("were put in", "were added", "came")),
)  # fmt: skip


@task("word problems", "everyday_start_unknown", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_start_unknown(rng: Random) -> Instance:
    kind = rng.random()
    k, rest = _count(rng, 2, 80), _count(rng, 2, 120)
    if kind < 0.5:
        someone, many = _somebody(rng), _thing(rng)[1]
        words = someone.words | {"many": many, "k": counted(k), "b": counted(rest), "lost": rng.choice(_LOSE)}
        plans = (
            "Before, the lost ones were still there, so we add.",
            "At the start it was what is left and what is gone.",
        )
        solution = _solution(rng, plans, {"gone": k, "left": rest}, "left + gone", "At the start there were", many)
        return _instance(_START_LOST, words, solution)
    plans = (
        "Before, the new ones were not there, so we subtract.",
        "At the start it was the number now less the new ones.",
    )
    given: dict[str, object] = {"new": k, "now": k + rest}
    if kind < 0.75:
        several, places, verbs = rng.choice(_ARRIVALS)
        many = rng.choice(several)
        words = {"many": many, "in": rng.choice(places), "came": rng.choice(verbs)}
        scene = _START_CAME
    else:
        many = _thing(rng)[1]
        words = _somebody(rng).words | {"many": many, "got": rng.choice(_GOT)}
        scene = _START_GOT
    solution = _solution(rng, plans, given, "now - new", "At the start there were", many)
    return _instance(scene, words | {"k": counted(k), "b": counted(k + rest)}, solution)


# -- a part first, then more or less ------------------------------------------------------------------------------

_PART_THEN = _Scene(
    (
        "$n had $a $many. $he $lost $part [of them] and then $change",
        "$n had $a $many. $he $lost $part of them. then $he $change",
        "$n $lost $part of $his $many and $change. at the start it was $a",
        "$n $lost $part of $his $a $many and then $change",
        "$n $lost $part of $his $many and then $change. at first $he had $a",
        "$n started with $a $many, $lost $part of them and then $change",
        "from $a $many $n first $lost $part, then $he $change",
    ),
    (
        "$n $a $many, $lost $part, then $change",
        "$a $many, $lost $part of them, then $change",
        "$n: $a $many. $lost $part, $change",
    ),
    (
        "how many $does $he have [left|now]",
        "how many $many $does $he have <left|now>",
        "how many <are left|$has $he got left|are there now>",
        "what $has $he got left",
        "how many $many are left [in the end]",
        "how many does that leave",
    ),
    ("how many left", "how many now", "how many $many now", "how many are left"),
    ("the number of $many $he $has now", "the number that is left", "the final number of $many"),
)


@task("word problems", "everyday_part_then_change", _SHAPES, _HELD_OUT, weight=1.5, constants=(2, 3, 4, 5))
def everyday_part_then_change(rng: Random) -> Instance:
    n = rng.choice((2, 2, 2, 3, 4, 4, 5))
    a = n * rng.randint(3, 30)
    part = {2: "half", 3: "a third", 4: "<a quarter|one quarter>", 5: "a fifth"}[n]
    rest = a - a // n
    someone, many = _somebody(rng), _thing(rng)[1]
    gain = rng.random() < 0.4
    k = rng.randint(2, max(2, rest - 1 if not gain else 40))
    verb = rng.choice(_GOT if gain else _LOSE)
    words = someone.words | {
        "many": many,
        "a": counted(a),
        "part": part,
        "lost": rng.choice((*_LOSE, "gave " + rng.choice(("a friend", "my cousin", "the class")))),
        "change": f"{verb} {counted(k)} {'more' if gain else rng.choice(('<|more>', ''))}".rstrip(),
    }
    sign, role = ("+", "more") if gain else ("-", "less")
    return _instance(
        _PART_THEN,
        words,
        _solution(
            rng,
            (f"First we take off {part.split('|')[0].strip('<')}, then we {'add' if gain else 'subtract'}.",),
            {"start": a, role: k, "rest": f"start - start//{n}"},
            f"rest {sign} {role}",
            rng.choice(("That leaves", "In the end there are")),
            many,
        ),
    )


# -- compare ------------------------------------------------------------------------------------------------------

# (verb of the first, unit, adjectives for the more and the less, low, high, what it is)
_MEASURED: tuple[tuple[str, ...], ...] = (
    ("person", "$x ran $a and $y ran $b", "$x $a, $y $b", "km", "further|farther", "did", "run", "2", "20"),
    (
        "person",
        "$x walked $a and $y walked $b",
        "$x walked $a, $y $b",
        "km",
        "further|farther",
        "did",
        "walk",
        "1",
        "12",
    ),
    (
        "person",
        "$x cycled $a and $y cycled $b",
        "$x cycled $a, $y $b",
        "km",
        "further|farther",
        "did",
        "cycle",
        "5",
        "60",
    ),
    ("person", "$x swam $a. $y swam $b", "$x swam $a, $y $b", "m", "further|farther", "did", "swim", "50", "900"),
    (
        "person",
        "$x threw the ball $a and $y threw it $b",
        "$x threw $a, $y $b",
        "m",
        "further|farther",
        "did",
        "throw",
        "8",
        "50",
    ),
    ("person", "$x jumped $a and $y jumped $b", "$x jumped $a, $y $b", "m", "further|farther", "did", "jump", "2", "6"),
    ("person", "$x is $a tall and $y is $b [tall]", "$x $a, $y $b", "cm", "taller", "is", "", "90", "195"),
    ("animal", "$x weighs $a and $y weighs $b", "$x $a, $y $b", "kg", "heavier", "is", "", "1", "90"),
    ("animal", "$x is $a long and $y is $b [long]", "$x $a, $y $b", "cm", "longer", "is", "", "10", "180"),
    ("parcel", "$x weighs $a and $y weighs $b", "$x $a, $y $b", "kg", "heavier", "is", "", "1", "40"),
    ("parcel", "$x has a mass of $a and $y of $b", "$x $a, $y $b", "g", "heavier", "is", "", "90", "900"),
    (
        "tall",
        "$x is $a <tall|high> and $y is $b [<tall|high>]",
        "$x $a, $y $b",
        "m",
        "taller|higher",
        "is",
        "",
        "3",
        "300",
    ),
    ("long", "$x is $a long and $y is $b [long]", "$x $a, $y $b", "m", "longer", "is", "", "1", "90"),
    ("long", "$x measures $a and $y measures $b", "$x $a, $y $b", "cm", "longer", "is", "", "8", "250"),
    ("full", "$x holds $a and $y holds $b", "$x $a, $y $b", "litres", "more", "does", "hold", "1", "60"),
    ("time", "$x took $a and $y took $b", "$x $a, $y $b", "minutes", "longer", "did", "take", "5", "180"),
    ("time", "$x lasts $a and $y lasts $b", "$x $a, $y $b", "minutes", "longer", "does", "last", "5", "200"),
    ("price", "$x costs $a and $y costs $b", "$x $a, $y $b", "dollars", "more", "does", "cost", "2", "90"),
    ("person", "$x earned $a and $y earned $b", "$x $a, $y $b", "dollars", "more", "did", "earn", "5", "300"),
    ("person", "$x drank $a and $y drank $b", "$x $a, $y $b", "ml", "more", "did", "drink", "100", "900"),
)
_COMPARED = {
    "animal": (
        "the dog",
        "the rabbit",
        "the badger",
        "the fox",
        "the goat",
        "the pike",
        "the swan",
        "the lynx",
        "the tortoise",
        "our puppy",
        "the lamb",
        "the otter",
        "the beaver",
    ),
    "parcel": (
        "the red parcel",
        "the blue parcel",
        "the suitcase",
        "the rucksack",
        "the box of books",
        "my school bag",
        "the melon",
        "the pumpkin",
        "the sack of rice",
        "the laptop",
        "the big stone",
        "the turkey",
    ),
    "tall": (
        "the church tower",
        "the town hall",
        "the crane",
        "the lighthouse",
        "the house",
        "the flagpole",
        "the mast",
        "the cliff",
        "the birch",
        "the block of flats",
        "the statue",
        "the giraffe",
    ),
    "wide": ("the table", "the bench", "the window", "the door", "the shelf", "the rug", "the poster", "the bed"),
    "long": (
        "the red rope",
        "the blue rope",
        "the table",
        "the bench",
        "the white ribbon",
        "the boat",
        "the bus",
        "the bridge",
        "the plank",
        "the carpet",
        "the cable",
        "the hose",
        "the fence",
        "the green scarf",
    ),
    "full": (
        "the bucket",
        "the barrel",
        "the watering can",
        "the pot",
        "the jug",
        "the fish tank",
        "the sink",
        "the blue bottle",
        "the cooler",
        "the big pan",
    ),
    "time": (
        "the film",
        "the concert",
        "the bus ride",
        "the train ride",
        "the lesson",
        "the first game",
        "the second game",
        "the walk",
        "the flight",
        "the play",
        "the test",
        "the homework",
    ),
    "price": (
        "the book",
        "the game",
        "the cap",
        "the ball",
        "the pizza",
        "the ticket",
        "the shirt",
        "the lamp",
        "the mug",
        "the kite",
        "the puzzle",
        "the plant",
        "the cake",
        "the bag",
    ),
}
_COMPARED["small"] = (
    "the nail",
    "the screw",
    "the pin",
    "the beetle",
    "the caterpillar",
    "the crayon",
    "the key",
    "the leaf",
    "the worm",
    "the seed pod",
    "the bean",
    "the needle",
)
_GLUED = ("km", "m", "cm", "kg", "g", "ml", "mm")


def _amount(value: str, unit: str) -> str:
    """An amount as phrase source; a short unit is sometimes glued to its number."""
    return f"<{value} {unit}|{value} {unit}|{value}{unit}>" if unit in _GLUED else f"{value} {unit}"


def _pair(rng: Random, kind: str) -> tuple[str, str]:
    if kind == "person":
        first, second = _two_people(rng)
        while "i" in (first.name, second.name):
            first, second = _two_people(rng)
        return first.name, second.name
    first_name, second_name = rng.sample(_COMPARED[kind], 2)
    if rng.random() < 0.25 and kind != "time":  # students leave out articles
        return first_name.removeprefix("the "), second_name.removeprefix("the ")
    return first_name, second_name


def _values(rng: Random, low: int, high: int, unit: str) -> tuple[str, str]:
    """Two different amounts; decimals where the unit is one that people split."""
    split = unit in ("km", "kg", "m", "litres", "dollars") and high <= 100 and rng.random() < 0.6
    while True:
        if split:
            places = 2 if unit == "dollars" else rng.choice((1, 1, 1, 2))
            a, b = (decimal(rng, low, high, places) for _ in range(2))
        else:
            a, b = (str(rng.randint(low, high)) for _ in range(2))
        if float(a) != float(b):
            return a, b


@task("word problems", "everyday_how_much_more", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_how_much_more(rng: Random) -> Instance:
    kind, told, short, unit, more, aux, verb, low, high = rng.choice(_MEASURED)
    x, y = _pair(rng, kind)
    a, b = _values(rng, int(low), int(high), unit)
    big, small = (x, y) if float(a) > float(b) else (y, x)
    larger, smaller = (a, b) if big == x else (b, a)
    than = re.sub("^(my|our|an?) ", "the ", small)
    who = re.sub("^(my|our|an?) ", "the ", big)
    comparative = f"<{more}>" if "|" in more else more
    words = {
        "x": x,
        "y": y,
        "a": _amount(a, unit),
        "b": _amount(b, unit),
        "big": who,
        "small": than,
        "unit": unit,
        "more": comparative,
        "aux": aux,
        "verb": verb,
    }
    verb_end = f" {verb}" if verb else ""
    half = told.replace(" and $y", ". $y")
    scene = _Scene(
        (told, half, told.replace(" and $y", ", $y"), told.replace(" and $y", " while $y"), told),
        (short, "$x: $a, $y: $b", "$x $a and $y $b"),
        (
            f"how much $more $aux $big{verb_end}",
            f"how much $more $aux $big{verb_end} than $small",
            f"how many $unit $more $aux $big{verb_end} [than $small]",
            "what is the difference",
            "whats the difference",
            "what is the difference between them",
            "by how much is $big ahead of $small" if kind == "person" and aux == "did" else "how big is the difference",
        ),
        ("how much $more", "difference", "whats the difference", "how much $more is that", "by how much"),
        ("the difference", "the difference between $x and $y", "the difference in $unit"),
    )
    words["more"] = comparative
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("We subtract the smaller from the larger.", "The difference is the larger less the smaller."),
            {"larger": larger, "smaller": smaller},
            tidy("larger - smaller") if "." in a else "larger - smaller",
            "The difference is",
            unit,
        ),
    )


# -- compare: one from the other ----------------------------------------------------------------------------------

_FROM_OTHER = _Scene(
    (
        "$x $has $a $many. that is $k $sign than $y [$has2]",
        "$x $has $a $many, which is $k $sign than $y",
        "$x $has $a $many. <$y has $k $antisign|$y has $k $antisign $many>",
        "$x $has $a $many, $k $sign than $y",
        "$y has $k $antisign $many than $x. $x $has $a",
        "$x $has $k $sign $many than $y. $x $has $a",
        "$x $has $k $sign than $y and $x $has $a $many",
        "$y has $k $antisign than $x, who has $a $many",
        "$x $has got $a $many. this is $k $sign than $y has",
        "$x $has $a $many, $y has $k $antisign",
    ),
    ("$x $a $many, $k $sign than $y", "$x $a $many, $y $k $antisign", "$y $k $antisign than $x, $x $a $many"),
    (
        "how many <does $y have|has $y|has $y got>",
        "how many $many <does $y have|has $y got|has $y>",
        "how many are $y's",
        "what is $y's number",
    ),
    ("how many for $y", "how many has $y", "$y?", "how many $many has $y", "how many $y"),
    ("the number of $many that $y has", "$y's number of $many"),
)


@task("word problems", "everyday_one_from_the_other", _SHAPES, _HELD_OUT, weight=1.8)
def everyday_one_from_the_other(rng: Random) -> Instance:
    first, second = _two_people(rng)
    while "i" in (first.name, second.name):
        first, second = _two_people(rng)
    many = _thing(rng)[1]
    a = _count(rng, 4, 150)
    more = rng.random() < 0.5  # the first has more, so the second has fewer
    k = _count(rng, 2, a - 1 if more else 90)
    fewer = rng.choice(("fewer", "fewer", "less"))
    sign, antisign = ("more", fewer) if more else (fewer, "more")
    words = {
        "x": first.name, "y": second.name, "has": "has", "has2": "has", "a": counted(a), "k": counted(k),
        "many": many, "sign": sign, "antisign": antisign,
    }  # fmt: skip
    plans = (
        ("The other one has fewer, so we subtract.", "The first has more, so the second is a difference.")
        if more
        else ("The other one has more, so we add.", "The first has fewer, so the second is a sum.")
    )
    return _instance(
        _FROM_OTHER,
        words,
        _solution(
            rng,
            plans,
            {"known": a, "difference": k},
            "known - difference" if more else "known + difference",
            "The other one has",
            many,
        ),
    )


_TIMES_WORDS = {2: ("twice as", "two times as", "2 times as"), 3: ("three times as", "3 times as"),
                4: ("four times as", "4 times as"), 5: ("five times as", "5 times as"),
                6: ("six times as", "6 times as"), 10: ("ten times as", "10 times as")}  # fmt: skip
# (kind, is … adjective, adjective, more, unit, lowest, highest)
_TIMES_MEASURES: tuple[tuple[str, str, str, str, int, int], ...] = (
    ("tall", "tall", "taller", "m", 2, 40), ("tall", "high", "higher", "m", 2, 40),
    ("long", "long", "longer", "m", 2, 60), ("wide", "wide", "wider", "cm", 10, 90),
    ("animal", "heavy", "heavier", "kg", 2, 30), ("parcel", "heavy", "heavier", "kg", 2, 25),
    ("time", "long", "longer", "minutes", 5, 60), ("price", "expensive", "more expensive", "dollars", 3, 60),
    ("animal", "old", "older", "years", 2, 9), ("tall", "old", "older", "years", 4, 90),
)  # fmt: skip


@task("word problems", "everyday_times_as_tall", _SHAPES, _HELD_OUT, weight=1.2, constants=(2, 3, 4, 5, 6, 10))
def everyday_times_as_tall(rng: Random) -> Instance:
    kind, adjective, comparative, unit, low, high = rng.choice(_TIMES_MEASURES)
    x, y = _pair(rng, kind)
    n = rng.choice(list(_TIMES_WORDS))
    a = rng.randint(low, high)
    amount = _amount(str(a), unit)
    told_a = {
        "expensive": f"$x costs {amount}", "heavy": f"$x weighs {amount}", "old": f"$x is {amount} old",
    }.get(adjective, f"$x is {amount} {adjective}")  # fmt: skip
    if kind == "time":
        told_a = f"$x takes {amount}"
    times = _any(_TIMES_WORDS[n])
    wanted = rng.choice(("difference", "difference", "other", "both"))
    the = "the " if not x.startswith(("the ", "my ", "our ")) and rng.random() < 0.5 else ""
    words = {
        "x": x, "y": y, "adj": adjective, "more": comparative, "times": times, "unit": unit, "amount": amount,
        "gx": the + re.sub("^(my|our|an?) ", "the ", x), "gy": the + re.sub("^(my|our|an?) ", "the ", y),
    }  # fmt: skip
    second = f"{n}*first"
    ask: tuple[str, ...]
    brief: tuple[str, ...]
    noun: tuple[str, ...]
    if wanted == "difference":
        ask = ("how much $more is $gy than $gx", "how much $more is $gy", "what is the difference",
               "by how many $unit is $gy $more", "how many $unit $more is $gy [than $gx]")  # fmt: skip
        brief = ("how much $more", "difference", "whats the difference")
        noun = ("the difference", "the difference between $gx and $gy")
        plan, result, end = "First the second one, then the difference.", "second - first", "The difference is"
    elif wanted == "other":
        ask = ("how $adj is $gy", "how $adj is $gy [then]", "how many $unit is that for $gy", "whats it for $gy")
        if adjective in ("expensive", "heavy"):
            ask = (
                f"how much does $gy {'cost' if adjective == 'expensive' else 'weigh'}",
                "how many $unit is that for $gy",
                "what is it for $gy",
            )
        brief = ("how $adj is $gy", "$gy?", "and $gy?") if adjective not in ("expensive",) else ("$gy?", "price of $gy")
        noun = ("the value for $gy", "the number of $unit for $gy")
        plan, result, end = "We multiply by the number of times.", "", "It is"
    else:
        ask = ("how many $unit is that <together|in total|altogether>", "what do both come to",
               "how much is that <together|in total|altogether>", "how many $unit are both together")  # fmt: skip
        brief = ("both together", "total", "how much together", "sum of both")
        noun = ("the sum of both", "the total of both", "the total in $unit")
        plan, result, end = "First the second one, then the sum.", "first + second", "Together that is"
    told_b = "$y is $times $adj"
    scene = _Scene(
        (
            f"{told_a}. {told_b}",
            f"{told_a} and {told_b}",
            f"{told_a}, {told_b}",
            f"{told_b} as $x. {told_a}",
            f"{told_a}. {told_b} as $gx",
            f"{told_a}, and {told_b} as that",
            f"{told_b} as $x, and {told_a}",
        ),
        ("$x $amount, $y $times $adj", "$x: $amount, $y: $times $adj", "$x $amount and $y $times $adj"),
        ask,
        brief,
        noun,
    )
    given: dict[str, object] = {"first": a}
    if result:
        given["second"] = second
    solution = _solution(rng, (plan,), given, result or second, end, unit)
    return _instance(scene, words, solution)


# -- two units in one story ---------------------------------------------------------------------------------------

_UNIT_PAIRS: tuple[tuple[str, str, int], ...] = (
    ("m", "cm", 100), ("m", "cm", 100), ("km", "m", 1000), ("kg", "g", 1000), ("litres", "ml", 1000), ("cm", "mm", 10),
    ("hours", "minutes", 60), ("l", "ml", 1000), ("m", "cm", 100),
)  # fmt: skip
# the whole, how a part goes, with which units: "had a … ribbon", "cut off"
_CUTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("m", ("rope", "piece of string", "board", "plank", "wire", "pipe", "piece of cloth", "cable", "stick",
           "roll of tape", "hose"), ("cut off", "cut away", "used", "sawed off", "snipped off", "took off")),
    ("kg", ("bag of flour", "bag of rice", "bag of sugar", "piece of cheese", "sack of nuts", "block of clay"),
     ("used", "took out", "took", "gave away")),
    ("litres", ("bottle of water", "carton of milk", "can of paint", "jug of juice", "bottle of lemonade"), ("drank",
     "poured out", "used", "spilled")),
    ("l", ("bottle of cola", "jug of tea", "can of oil", "pot of soup"), ("poured out", "used", "took")),
    ("km", ("way to school", "trail", "race", "path"), ("walked", "ran", "has done", "finished")),
    ("cm", ("line", "strip of paper", "straw"), ("rubbed out", "cut off", "used")),
    ("hours", ("film", "drive", "flight"), ("watched", "has done", "got through")),
)  # fmt: skip
_SMALL_UNITS = {"m": ("cm", 100), "km": ("m", 1000), "kg": ("g", 1000), "litres": ("ml", 1000), "l": ("ml", 1000),
                "cm": ("mm", 10), "hours": ("minutes", 60)}  # fmt: skip
_CUT_OFF = _Scene(
    (
        "$n had $whole $thing. $he $cut $b",
        "$n had a $thing of $a. $he $cut $b",
        "a $thing is $a $long. $n $cut $b",
        "$n had $whole $thing and $cut $b of it",
        "$n $cut $b <of|from> $whole $thing",
        "from $whole $thing $n $cut $b",
        "$n $has $whole $thing. $b <of it is|is> <gone|used up>",
        "a $thing of $a. $n $cut $b",
    ),
    ("$a $thing, $cut $b", "$thing $a, $cut $b", "$thing of $a, $b gone", "$n: $a $thing, $cut $b"),
    (
        "how many $unit <are left|are left over|remain>",
        "how much is left in $unit",
        "how many $unit $does $he have left",
        "how much is left [over]",
        "how many $unit of the $thing are left",
        "how $howlong is the rest in $unit",
    ),
    ("how many $unit left", "how much left in $unit", "rest in $unit", "how much is left in $unit", "left in $unit?"),
    ("the rest in $unit", "the number of $unit left", "the remainder in $unit"),
)


@task("word problems", "everyday_cut_off", _SHAPES, _HELD_OUT, weight=1.3, constants=(10, 60, 100, 1000))
def everyday_cut_off(rng: Random) -> Instance:
    unit, things, verbs = rng.choice(_CUTS)
    small, factor = _SMALL_UNITS[unit]
    whole = (
        str(rng.randint(1, 4 if unit == "hours" else 9))
        if rng.random() < 0.6 or unit == "hours"
        else decimal(rng, 1, 9, 1)
    )
    limit = int(float(whole) * factor)
    step = {10: 1, 60: 5, 100: 1, 1000: 10}[factor]
    part = rng.randrange(step, limit, step)
    one = {"hours": "hour", "litres": "litre"}.get(unit, unit) if whole == "1" else unit
    someone = _somebody(rng)
    long = unit in ("m", "km", "cm")
    article = "an" if whole[0] == "8" else "a"
    singular = {"hours": "hour", "litres": "litre"}.get(unit, unit)
    attribute = {"hours": "<|long>", "kg": "<|in weight>"}.get(unit, "long" if long else "<|in all>")
    words = someone.words | {
        "thing": rng.choice(things), "cut": rng.choice(verbs), "unit": small, "long": attribute,
        "a": _amount(whole, one), "whole": f"{article} {_amount(whole, singular)}",
        "b": _amount(str(part), small), "howlong": "long" if long else "big",
    }  # fmt: skip
    solution = _solution(
        rng,
        (
            f"First we write everything in {small}, then we subtract.",
            f"One {unit.rstrip('s') if len(unit) > 2 else unit} is {factor} {small}; we change the unit and subtract.",
        ),
        {"whole": f"{whole}*{factor}", "part": part},
        tidy("whole - part") if "." in whole else "whole - part",
        "The rest is",
        small,
    )
    # in the smaller unit, so the short questions without a unit do not fit
    scene = _Scene(
        _CUT_OFF.told, _CUT_OFF.short, tuple(q for q in _CUT_OFF.ask if "$unit" in q), _CUT_OFF.brief, _CUT_OFF.noun
    )
    return _instance(scene, words, solution)


_MIXED_UNITS = _Scene(
    (
        "$x is $a $adj and $y is $b [$adj]",
        "$x is $a $adj. $y is $b $adj",
        "$x is $a $adj, $y is $b",
        "one is $x with $a, the other $y with $b",
        "$x: $a $adj. $y: $b $adj",
    ),
    ("$x $a, $y $b", "$x: $a, $y: $b", "$a and $b", "$x $a and $y $b"),
    (),
    (),
    (),
)


@task("word problems", "everyday_two_units", _SHAPES, _HELD_OUT, weight=1.3, constants=(10, 60, 100, 1000))
def everyday_two_units(rng: Random) -> Instance:
    kind, adjective, unit = rng.choice(
        (
            ("long", "long", "m"),
            ("wide", "wide", "m"),
            ("parcel", "in weight", "kg"),
            ("parcel", "in mass", "kg"),
            ("full", "in volume", "litres"),
            ("time", "long", "hours"),
            ("small", "long", "cm"),
        )
    )
    small, factor = _SMALL_UNITS[unit]
    x, y = _pair(rng, kind)
    large = decimal(rng, 1, 4, 1 if factor < 1000 else rng.choice((1, 2))) if unit != "hours" else rng.choice("123")
    if rng.random() < 0.3:
        large = str(rng.randint(1, 9))
    step = {10: 1, 60: 5, 100: 1, 1000: 10}[factor]
    while True:
        little = rng.randrange(step * 2, 3 * factor, step)
        if little != round(float(large) * factor):
            break
    in_small = float(large) * factor > little
    one = {"hours": "hour", "litres": "litre"}.get(unit, unit) if large == "1" else unit
    wide, narrow = _amount(large, one), _amount(str(little), small)
    swap = rng.random() < 0.5
    words = {
        "x": x,
        "y": y,
        "adj": adjective,
        "unit": small,
        "a": narrow if swap else wide,
        "b": wide if swap else narrow,
    }
    both = rng.random() < 0.4
    ask: tuple[str, ...]
    brief: tuple[str, ...]
    noun: tuple[str, ...]
    if both:
        ask = ("how many $unit is that <together|altogether|in total>", "what is the total in $unit",
               "how much is that together in $unit", "how many $unit are they <together|in all>")  # fmt: skip
        brief = ("total in $unit", "how many $unit together", "together in $unit?", "in total how many $unit")
        noun = ("the total in $unit", "the sum in $unit")
        plan, result, end = "then we add", "first + second", "Together that is"
    else:
        ask = ("what is the difference in $unit", "whats the difference in $unit", "by how many $unit do they differ",
               "how many $unit is the difference", "how many $unit more is the larger one")  # fmt: skip
        brief = ("difference in $unit", "whats the difference in $unit", "how many $unit more", "difference? in $unit")
        noun = ("the difference in $unit", "the difference between them in $unit")
        plan, result, end = "then we subtract", "first - second" if in_small else "second - first", "The difference is"
    scene = _Scene(_MIXED_UNITS.told, _MIXED_UNITS.short, ask, brief, noun)
    return _instance(
        scene,
        words,
        _solution(
            rng,
            (f"First both in {small}, {plan}.",),
            {"first": f"{large}*{factor}", "second": little},
            tidy(result) if "." in large else result,
            end,
            small,
        ),
    )


# -- groups -------------------------------------------------------------------------------------------------------

# (group, groups, things): what comes in packs
_PACKED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("pack", "packs", ("pens", "batteries", "cards", "crayons", "socks", "stickers", "tissues", "balloons")),
    (
        "box",
        "boxes",
        ("eggs", "chocolates", "markers", "nails", "doughnuts", "light bulbs", "tiles", "paints", "matches"),
    ),
    ("bag", "bags", ("sweets", "apples", "marbles", "oranges", "buns", "potatoes", "beads", "lemons", "onions")),
    ("packet", "packets", ("biscuits", "seeds", "crackers", "screws", "tea bags", "envelopes", "stamps")),
    ("carton", "cartons", ("yoghurts", "juices", "milk bottles")),
    ("crate", "crates", ("bottles", "melons", "cabbages", "cans", "mangoes")),
    ("bunch", "bunches", ("flowers", "roses", "bananas", "carrots", "tulips")),
    ("tray", "trays", ("muffins", "seedlings", "cookies", "eggs", "samosas", "rolls")),
    ("jar", "jars", ("olives", "pickles", "cherries", "buttons", "cookies")),
    ("tube", "tubes", ("tennis balls", "sweets", "tablets")),
    ("set", "sets", ("brushes", "spoons", "pens", "glasses", "knives", "plates")),
    ("album", "albums", ("photos", "stamps", "stickers")),
    ("basket", "baskets", ("apples", "eggs", "peaches", "plums")),
    ("row", "rows", ("chairs", "trees", "seats", "desks", "cabbages", "vines", "tiles")),
    ("shelf", "shelves", ("books", "DVDs", "jars", "games", "trophies")),
    ("table", "tables", ("guests", "chairs", "children", "plates")),
    ("team", "teams", ("players", "kids", "runners")),
    ("bus", "buses", ("pupils", "people", "tourists")),
    ("floor", "floors", ("rooms", "flats", "windows", "offices")),
    ("page", "pages", ("photos", "sums", "stickers", "words")),
    ("cage", "cages", ("birds", "rabbits", "hamsters")),
    ("tank", "tanks", ("fish", "turtles", "shrimps")),
    ("boat", "boats", ("people", "rowers")),
    ("class", "classes", ("pupils", "students", "children")),
)
_OF_GROUPS = _Scene(
    (
        "there are $g $groups with $e $many in each",
        "there are $g $groups. <each|every> $group has $e $many",
        "there are $g $groups with $e $many <each|per $group|in every one>",
        "each $group <has|holds> $e $many. there are $g $groups",
        "we have $g $groups of $e $many",
        "$g $groups have $e $many each",
        "theres $e $many in <each|every|one> $group and there are $g $groups",
        "one $group holds $e $many. we have $g",
    ),
    (
        "$g $groups, $e $many each",
        "$g $groups of $e $many",
        "$g $groups, $e in each",
        "$e $many per $group, $g $groups",
    ),
    (
        "how many $many are there [<altogether|in all|in total>]",
        "how many $many <altogether|in total|in all>",
        "how many $many is that <altogether|in total|in all>",
        "how many $many do <we|they> have",
        "how many $many are in $g $groups",
        "what is the total number of $many",
    ),
    _TOTAL_BRIEF,
    _TOTAL_NOUN[:-1],
)
_EACH_THEN_ASK = _Scene(
    (
        "there are $e $many in <each|every|a|one> $group",
        "$e $many <in|for|go in> <each|every|one> $group",
        "<a|one|each|every> $group has $e $many",
        "<a|one|each|every> $group holds $e $many",
        "they come in $groups of $e $many",
        "we have $e $many per $group",
        "i know that <one|each> $group has $e $many",
    ),
    ("$e $many per $group", "$e $many in <each|one|a> $group", "<each|one|a> $group $e $many", "$e $many a $group"),
    (
        "how many $many are <in|there in> $g $groups",
        "how many $many in $g $groups",
        "how many $many do $g $groups have",
        "how many are in $g $groups",
        "how many $many make $g $groups",
        "$g $groups have how many $many",
    ),
    (
        "how many in $g $groups",
        "how many $many in $g $groups",
        "$g $groups?",
        "$g $groups have how many",
        "and in $g $groups",
    ),
    ("the number of $many in $g $groups", "the number in $g $groups"),
)
_DOZENS = {"half a dozen": ("12//2", 6), "a dozen": ("12", 12), "two dozen": ("2*12", 24)}


@task("word problems", "everyday_groups_of", _SHAPES, _HELD_OUT, weight=1.5, constants=(2, 12))
def everyday_groups_of(rng: Random) -> Instance:
    group, groups, several = rng.choice(_PACKED)
    g, e = rng.randint(2, 40), rng.randint(2, 36)
    many = rng.choice(several)
    words = {"g": counted(g), "e": counted(e), "group": group, "groups": groups, "many": many}
    value: object = e
    if rng.random() < 0.25:
        dozen = rng.choice(list(_DOZENS))
        words["e"], value = dozen, _DOZENS[dozen][0]
    return _instance(
        _EACH_THEN_ASK if rng.random() < 0.4 else _OF_GROUPS,
        words,
        _solution(
            rng,
            ("We multiply the groups by what is in each.", f"Every {group} has the same number, so we multiply."),
            {"groups": g, "each": value},
            "groups*each",
            "There are",
            many,
        ),
    )


_PACKS_AND = _Scene(
    (
        "$n <buys|bought|gets|got> $g $groups of $many with $e in <a $group|each|every $group>. $other",
        "$n <bought|got> $g $groups of $e $many. $other",
        "$n $has $g $groups with $e $many each. $other",
        "$n <bought|got> $g $groups of $many, $e in each. $other",
        "there are $e $many in a $group. $n <bought|got> $g $groups. $other",
        "$n had $k $many. $he <bought|got> $g $groups with $e [$many] <each|in each>",
        "$n had $k $many and <bought|got> $g $groups of $e",
        "each $group has $e $many. $n <took|got> $g $groups. $other",
    ),
    ("$g $groups of $e $many, $other", "$g $groups, $e $many each, $other", "$n: $g $groups of $e $many. $other"),
    (
        "how many $many $does $he have now",
        "how many $does $he have now",
        "how many $many $has $he now",
        "how many $has $he now",
        "how many $many does that make",
        "how many $many are there now",
    ),
    ("how many now", "how many $many now", "how many then", "how many $many are there"),
    ("the number of $many now", "the number of $many $he $has now"),
)


@task("word problems", "everyday_packs_and_change", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_packs_and_change(rng: Random) -> Instance:
    group, groups, several = rng.choice(_PACKED[:13])
    many = rng.choice(several)
    someone = _somebody(rng)
    g, e = rng.randint(2, 20), rng.randint(3, 30)
    gain = rng.random() < 0.5
    k = rng.randint(2, 60 if gain else g * e - 1)
    k = min(k, 60)
    he, num = someone.he, counted(k)
    others = (
        (
            f"{he} already had {num} $many",
            f"{he} already had {num}",
            f"{he} had {num} $many before",
            f"{he} got {num} more from a friend",
            f"{he} found {num} more",
            f"{num} were still at home",
        )
        if gain
        else (
            f"{he} gave away {num}",
            f"{he} used {num} of them",
            f"{he} lost {num}",
            f"{num} of them broke",
            f"{he} sold {num} $many",
            f"{num} were thrown away",
            f"{he} gave {num} to a friend",
        )
    )
    words = someone.words | {"g": counted(g), "e": counted(e), "group": group, "groups": groups, "many": many}
    told = tuple(t for t in _PACKS_AND.told if gain or "$k" not in t)
    words["k"] = num
    words["other"] = _filled(rng.choice(others), words)
    sign, role = ("+", "more") if gain else ("-", "less")
    return _instance(
        _Scene(told, _PACKS_AND.short, _PACKS_AND.ask, _PACKS_AND.brief, _PACKS_AND.noun),
        words,
        _solution(
            rng,
            (f"First all the {groups}, then we {'add' if gain else 'subtract'}.",),
            {"groups": g, "each": e, role: k},
            f"groups*each {sign} {role}",
            "Now there are",
            many,
        ),
    )


# (where, group, groups, places, who takes them, taken, free)
_HALLS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("a hall", "row", "rows", "chairs", ("people", "parents", "children", "guests")),
    ("a cinema", "row", "rows", "seats", ("people", "visitors")),
    ("a theatre", "row", "rows", "seats", ("people", "guests", "visitors")),
    ("a multi-storey car park", "floor", "floors", "spaces", ("cars", "vans")),
    ("a car park", "row", "rows", "spaces", ("cars",)),
    ("a train", "coach", "coaches", "seats", ("passengers", "people")),
    ("a plane", "row", "rows", "seats", ("passengers", "people")),
    ("a hotel", "floor", "floors", "rooms", ("guests", "families")),
    ("a restaurant", "table", "tables", "seats", ("guests", "people")),
    ("a classroom", "row", "rows", "desks", ("pupils", "students")),
    ("a stadium", "block", "blocks", "seats", ("fans",)),
    ("a school", "corridor", "corridors", "lockers", ("pupils",)),
    ("a campsite", "field", "fields", "pitches", ("tents", "caravans")),
    ("a stable", "row", "rows", "stalls", ("horses", "ponies")),
)  # fmt: skip
_FREE_PLACES = _Scene(
    (
        "$places stand in $g $groups of $e. $change",
        "$hall has $g $groups, all with $e $places. $change",
        "$hall has $g $groups of $e $places. $change",
        "there are $g $groups with $e $places each. $change",
        "$hall has $g $groups with $e $places each. $change",
        "each of the $g $groups has $e $places. $change",
        "$g $groups of $places, $e in each $group. $change",
        "there is $hall with $g $groups of $e $places. $change",
    ),
    (
        "$g $groups of $e $places, $change",
        "$g $groups, $e $places each, $change",
        "$hall: $g $groups of $e $places. $change",
    ),
    (),
    (),
    (),
)


@task("word problems", "everyday_rows_with_some_free", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_rows_with_some_free(rng: Random) -> Instance:
    hall, group, groups, places, takers = rng.choice(_HALLS)
    g, e = rng.randint(2, 24), rng.randint(4, 40)
    k = rng.randint(2, g * e - 1) if rng.random() < 0.6 else rng.randint(2, min(30, g * e - 1))
    free_given = rng.random() < 0.4
    who = rng.choice(takers)
    number = counted(k)
    words = {"g": counted(g), "e": counted(e), "group": group, "groups": groups, "places": places, "hall": hall}
    ask: tuple[str, ...]
    brief: tuple[str, ...]
    noun: tuple[str, ...]
    if free_given:
        words["change"] = rng.choice(
            (
                f"{number} {places} are empty",
                f"{number} are empty",
                f"{number} {places} are free",
                f"{number} of them are not used",
                f"{number} are still free",
            )
        )
        ask = ("how many are <taken|used|full|in use>", "how many $places are <taken|used|full|in use>",
               "how many of the $places are taken", "how many are not <free|empty>")  # fmt: skip
        brief = ("how many taken", "how many are taken", "how many $places are used", "number of $places taken")
        noun = ("the number of $places taken", "the number of used $places")
        end = "are taken"
    else:
        sit = "are parked" if who in ("cars", "vans") else rng.choice(("are there", "have come", "came"))
        words["change"] = rng.choice((f"{number} {who} {sit}", f"{number} are taken", f"{number} {places} are taken",
                                      f"{number} {places} are <full|used>", f"{number} are used"))  # fmt: skip
        ask = ("how many $places are <free|empty|left|still free|not taken>", "how many are <free|empty|still free>",
               "how many $places are left", "how many of the $places are still <free|empty>",
               "how many $places does nobody use")  # fmt: skip
        brief = (
            "how many free",
            "how many are free",
            "how many $places left",
            "free $places?",
            "how many empty $places",
        )
        noun = ("the number of free $places", "the number of empty $places", "the number of $places left")
        end = "are free"
    scene = _Scene(_FREE_PLACES.told, _FREE_PLACES.short, ask, brief, noun)
    given_name = "free" if free_given else "taken"
    return _instance(
        scene,
        words,
        _solution(
            rng,
            (f"First all the {places}, then we subtract.", f"All {places} less those that are {given_name}."),
            {groups: g, "each": e, given_name: k},
            f"{groups}*each - {given_name}",
            "So",
            f"{places} {end}",
        ),
    )


# (vehicle or room with its places, who, more about it that does not matter)
_CAPACITY: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "coach",
        "seats",
        ("pupils", "tourists", "fans"),
        ("to a stadium $d km away", "to a castle $d km away", "on a $d minute ride", "along road $d"),
    ),
    ("bus", "seats", ("passengers", "students", "kids"), ("to a town $d km away", "on line $d", "for $d minutes")),
    ("plane", "seats", ("passengers", "people"), ("on flight $d", "over $d km", "in $d minutes")),
    ("boat", "places", ("people", "visitors"), ("to an island $d km away", "on a $d minute tour")),
    ("minibus", "seats", ("children", "scouts"), ("to a camp $d km away", "on a trip of $d km")),
    (
        "train",
        "seats",
        ("people", "commuters"),
        ("to a city $d km away", "on platform $d", "with a delay of $d minutes"),
    ),
)
_EXTRA_NUMBER = _Scene(
    (
        "on $article $c seat $bus there are $p $who",
        "a $bus with $c $seats takes $p $who $extra",
        "a $bus has $c $seats. it carries $p $who $extra",
        "$p $who travel in a $bus with $c $seats",
        "there are $p $who on a $bus with $c $seats",
        "a $bus has $c $seats and there are $p $who on it",
        "a $bus with $c $seats leaves $extra. there are $p $who on it",
    ),
    ("$bus with $c $seats, $p $who", "$c $seats, $p $who $extra", "$c seat $bus, $p $who"),
    (
        "how many $seats are <empty|free|left|not taken>",
        "how many <empty|free> $seats are there",
        "how many $seats stay <empty|free>",
        "how many more $who <could get on|fit in>",
        "how many $seats does nobody use",
    ),
    ("how many empty $seats", "how many $seats left", "how many free", "empty $seats?"),
    ("the number of empty $seats", "the number of free $seats"),
)


@task("word problems", "everyday_free_seats", _SHAPES, _HELD_OUT)
def everyday_free_seats(rng: Random) -> Instance:
    bus, seats, who, extras = rng.choice(_CAPACITY)
    c = rng.randint(12, 20 if bus == "minibus" else 90)
    p = rng.randint(4, c - 1)
    words = {
        "bus": bus, "seats": seats, "who": rng.choice(who), "c": str(c), "p": counted(p),
        "extra": rng.choice(extras).replace("$d", str(rng.randint(5, 95))),
    }  # fmt: skip
    words["article"] = "an" if str(c)[0] == "8" or c in (11, 18) else "a"
    return _instance(
        _EXTRA_NUMBER,
        words,
        _solution(
            rng,
            (f"Free are all the {seats} less those taken.", f"We take those who sit from the {seats}."),
            {"places": c, "taken": p},
            "places - taken",
            "There are",
            f"free {seats}",
        ),
    )


# (one, many) with how many of what each has: what is counted on two kinds
_PARTS_OF: dict[str, tuple[tuple[str, str, int], ...]] = {
    "legs": (
        ("dog", "dogs", 4),
        ("hen", "hens", 2),
        ("beetle", "beetles", 6),
        ("cow", "cows", 4),
        ("duck", "ducks", 2),
        ("crab", "crabs", 10),
        ("bee", "bees", 6),
        ("horse", "horses", 4),
        ("stool", "stools", 3),
        ("table", "tables", 4),
        ("person", "people", 2),
        ("cat", "cats", 4),
    ),
    "wheels": (
        ("car", "cars", 4),
        ("bike", "bikes", 2),
        ("tricycle", "tricycles", 3),
        ("lorry", "lorries", 6),
        ("scooter", "scooters", 2),
        ("bus", "buses", 6),
        ("pram", "prams", 4),
        ("unicycle", "unicycles", 1),
    ),
    "strings": (("guitar", "guitars", 6), ("violin", "violins", 4), ("ukulele", "ukuleles", 4), ("harp", "harps", 47)),
    "sides": (
        ("triangle", "triangles", 3),
        ("square", "squares", 4),
        ("hexagon", "hexagons", 6),
        ("pentagon", "pentagons", 5),
        ("octagon", "octagons", 8),
    ),
    "wings": (("bee", "bees", 4), ("fly", "flies", 2), ("bird", "birds", 2), ("butterfly", "butterflies", 4)),
}
_BOUGHT_IN: tuple[tuple[tuple[str, str], tuple[str, str], tuple[str, ...]], ...] = (
    (("small box", "small boxes"), ("large box", "large boxes"), ("eggs", "pens", "chocolates", "tiles")),
    (("red bag", "red bags"), ("blue bag", "blue bags"), ("marbles", "sweets", "buttons", "beads")),
    (("car", "cars"), ("bus", "buses"), ("people", "fans", "guests")),
    (("tent", "tents"), ("cabin", "cabins"), ("campers", "scouts", "people")),
    (("round table", "round tables"), ("long table", "long tables"), ("guests", "seats", "people")),
    (("single pack", "single packs"), ("family pack", "family packs"), ("rolls", "yoghurts", "batteries")),
    (("tray", "trays"), ("basket", "baskets"), ("muffins", "eggs", "seedlings")),
)
_TWO_KINDS = _Scene(
    (
        "a $x has $p $parts and a $y has $q. there are $a $xs and $b $ys",
        "$xs have $p $parts and $ys have $q. there are $a $xs and $b $ys",
        "there are $a $xs and $b $ys. a $x has $p $parts, a $y $q",
        "each $x has $p $parts and each $y has $q. we have $a $xs and $b $ys",
        "we have $a $xs with $p $parts each and $b $ys with $q [$parts] each",
        "$a $xs have $p $parts each, $b $ys have $q each",
        "a $x has $p $parts. a $y has $q $parts. we count $a $xs and $b $ys",
    ),
    (
        "$a $xs with $p $parts, $b $ys with $q",
        "$a $xs, $p $parts each, $b $ys, $q each",
        "$x $p $parts, $y $q. $a $xs and $b $ys",
    ),
    (
        "how many $parts are there [<altogether|in total|in all>]",
        "how many $parts <altogether|in total|in all>",
        "how many $parts is that [<altogether|in total|in all>]",
        "how many $parts do they have <altogether|together|in all>",
        "how many $parts on $a $xs and $b $ys",
        "what is the total number of $parts",
    ),
    ("how many $parts", "how many $parts altogether", "total $parts", "$parts in total?", "how many $parts in all"),
    ("the total number of $parts", "the number of $parts"),
)


_TWO_KINDS_ASKED = _Scene(
    (
        "$xs have $p $parts and $ys have $q",
        "$xs have $p $parts, $ys have $q",
        "a $x has $p $parts and a $y has $q",
        "a $x has $p $parts. a $y has $q",
        "each $x has $p $parts and each $y has $q $parts",
        "one $x has $p $parts, one $y has $q",
        "there are $p $parts on a $x and $q on a $y",
    ),
    ("$x $p $parts, $y $q", "$p $parts per $x, $q per $y", "$xs $p $parts, $ys $q"),
    (
        "how many $parts on $a $xs and $b $ys",
        "how many $parts do $a $xs and $b $ys have [<together|altogether|in all>]",
        "how many $parts are there on $a $xs and $b $ys",
        "how many $parts have $a $xs and $b $ys",
        "$a $xs and $b $ys have how many $parts",
        "how many $parts is that for $a $xs and $b $ys",
    ),
    ("$a $xs and $b $ys: how many $parts", "how many $parts on $a $xs and $b $ys", "$parts of $a $xs and $b $ys?"),
    ("the number of $parts of $a $xs and $b $ys", "the total of $parts for $a $xs and $b $ys"),
)


@task("word problems", "everyday_two_kinds_of_groups", _SHAPES, _HELD_OUT, weight=1.3)
def everyday_two_kinds_of_groups(rng: Random) -> Instance:
    if rng.random() < 0.55:
        parts = rng.choice(list(_PARTS_OF))
        (x, xs, p), (y, ys, q) = rng.sample(_PARTS_OF[parts], 2)
    else:
        first, second, several = rng.choice(_BOUGHT_IN)
        (x, xs), (y, ys), parts = first, second, rng.choice(several)
        p, q = rng.randint(2, 5 if x == "car" else 12), rng.randint(2, 40)
    a, b = rng.randint(2, 30), rng.randint(2, 30)
    words = {"x": x, "xs": xs, "y": y, "ys": ys, "p": counted(p), "q": counted(q), "a": counted(a), "b": counted(b),
             "parts": parts}  # fmt: skip
    scene = _TWO_KINDS_ASKED if rng.random() < 0.5 else _TWO_KINDS

    def said(wording: str) -> str:
        if parts not in _PARTS_OF:
            wording = wording.replace(" on ", " in ")
        return wording

    scene = _Scene(*(tuple(map(said, getattr(scene, field))) for field in ("told", "short", "ask", "brief", "noun")))
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("For each kind the number times what one has, then the sum.", "We multiply for each kind and add."),
            {"first": f"{a}*{p}", "second": f"{b}*{q}"},
            "first + second",
            "There are",
            parts,
        ),
    )


# -- sharing ------------------------------------------------------------------------------------------------------

_SHARED = (
    "balloons",
    "stickers",
    "cards",
    "pencils",
    "marbles",
    "apples",
    "grapes",
    "crackers",
    "strawberries",
    "beads",
    "coins",
    "stamps",
    "plums",
    "pieces of fudge",
    "slices of cake",
    "tokens",
    "crayons",
    "chocolates",
    "muffins",
    "nuts",
    "cherries",
    "biscuits",
    "jelly beans",
)
_SHARE_OUT = _Scene(
    (
        "$p $people get equal parts of $t $many",
        "$t $many are shared <equally|fairly|evenly> <between|among> $p $people",
        "$p $people share $t $many <equally|fairly|evenly>",
        "there are $t $many for $p $people. <each|everybody> gets the same number",
        "$n shared $t $many <equally|fairly|evenly> <between|among> $p $people",
        "$n had $t $many and gave $p $people the same number [each]",
        "share $t $many <equally|fairly|evenly> <between|among> $p $people",
        "divide $t $many <equally|fairly|evenly> <between|among> $p $people",
        "$t $many are split <equally|evenly> <between|among> $p $people",
        "$t $many have to be divided by $p $people, all get the same",
    ),
    ("$t $many, $p $people", "$t $many shared by $p $people", "$t $many between $p $people", "$t $many for $p $people"),
    (),
    (),
    (),
)


def _share_words(rng: Random) -> dict[str, str]:
    person, everybody = rng.choice(lexicon.KINDS_OF_PEOPLE)
    return _somebody(rng).words | {"many": rng.choice(_SHARED), "people": everybody, "person": person}


def _total_and_shares(rng: Random, rest: bool) -> tuple[int, int]:
    p = rng.randint(3, 15)
    each = rng.randint(2, 14)
    return p * each + (rng.randint(1, p - 1) if rest else 0), p


@task("word problems", "everyday_left_over", _SHAPES, _HELD_OUT, weight=1.3)
def everyday_left_over(rng: Random) -> Instance:
    t, p = _total_and_shares(rng, True)
    words = _share_words(rng) | {"t": str(t), "p": counted(p)}
    scene = _Scene(
        _SHARE_OUT.told,
        _SHARE_OUT.short,
        (
            "how many $many are left over",
            "how many are left [over]",
            "how many $many remain",
            "how many $many does nobody get",
            "how many $many cannot be shared [out]",
            "how many are over",
        ),
        ("how many left over", "how many left", "how many $many left over", "left over?", "how many remain"),
        ("the number of $many left over", "the remainder", "the rest"),
    )
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("Only what is left over is asked: the remainder.", "What cannot be shared is the remainder."),
            {"total": t, "shares": p},
            "total % shares",
            "Left over are",
            words["many"],
        ),
    )


@task("word problems", "everyday_each_and_left_over", _SHAPES, _HELD_OUT, weight=1.3, repairable=False)
def everyday_each_and_left_over(rng: Random) -> Instance:
    t, p = _total_and_shares(rng, rng.random() < 0.9)
    words = _share_words(rng) | {"t": str(t), "p": counted(p)}
    scene = _Scene(
        _SHARE_OUT.told,
        _SHARE_OUT.short,
        (
            "how many does each get and how many are left over",
            "how many $many does each $person get and how many are left [over]",
            "how many does <each one|everyone> get, and how many remain",
            "what does each get and what is left over",
            "how many for each $person and how many left over",
        ),
        ("how many each and how many left over", "how many each, how many left", "each? left over?",
         "how many each and left over"),
        ("each share and what is left over", "each $person's share and the rest", "the share and the rest"),
    )  # fmt: skip
    return _instance(
        scene,
        words,
        steps(
            rng.choice(
                ("Two numbers are asked: the share and the rest.", "We divide and keep the share and the rest.")
            ),
            f"total = {t}\nshares = {p}\ntotal//shares, total % shares",
            r"The share and what is left over: $\boxed{⟨0:inner⟩}$.",
        ),
    )


@task("word problems", "everyday_each_share", _SHAPES, _HELD_OUT, weight=1.2)
def everyday_each_share(rng: Random) -> Instance:
    t, p = _total_and_shares(rng, False)
    words = _share_words(rng) | {"t": str(t), "p": counted(p)}
    scene = _Scene(
        _SHARE_OUT.told,
        _SHARE_OUT.short,
        (
            "how many $many does each $person get",
            "how many does each [$person] get",
            "how many does <everyone|each one> get",
            "how many $many for each $person",
            "how many $many per $person",
            "how many will each have",
        ),
        ("how many each", "how many does each get", "how many $many each", "how many per $person", "each gets?"),
        ("the share of each $person", "the number of $many for each $person", "each $person's share"),
    )
    return _instance(
        scene,
        words,
        _solution(
            rng,
            ("We divide the total by the number of shares.", "Equal shares are a division."),
            {"total": t, "shares": p},
            "total//shares",
            "Each gets",
            words["many"],
        ),
    )


_KEEP_SHARE = _Scene(
    (
        "$n $has $t $many. $he $keep $k and $share the rest <equally|evenly|fairly> among $p $people",
        "$n had $t $many, $kept $k and shared the rest <between|among> $p $people",
        "$n had $t $many. $he $kept $k. the <rest|others> $he shared equally between $p $people",
        "of $his $t $many $n $kept $k and gave the rest in equal parts to $p $people",
        "from $t $many $n $kept $k and divided the others <equally|evenly> among $p $people",
        "$n had $t $many. after $he $kept $k the rest went in equal shares to $p $people",
    ),
    (
        "$t $many, $kept $k, rest shared by $p $people",
        "$t $many, $k $gone, the rest for $p $people",
        "$n: $t $many, $kept $k, others to $p $people equally",
    ),
    (
        "how many does each [$person] get",
        "how many $many does each $person get",
        "how many did each $person get",
        "how many $many did <every|each> $person get",
        "how many $many for each $person",
    ),
    ("how many each", "how many does each get", "how many $many each", "how many per $person"),
    ("the share of each $person", "the number of $many for each $person", "each $person's share"),
)


@task("word problems", "everyday_keep_then_share", _SHAPES, _HELD_OUT, weight=1.3)
def everyday_keep_then_share(rng: Random) -> Instance:
    t, p = _total_and_shares(rng, False)
    k = rng.randint(2, 30)
    words = _share_words(rng)
    me = words["n"] == "i"
    kept, keep, gone = rng.choice((("kept", "keep", "are kept"), ("sold", "sell", "sold"),
                             ("lost", "lose", "lost"), ("put away", "put away", "put away"),
                             ("threw out", "throw out", "thrown out"), ("used", "use", "used")))  # fmt: skip
    s = "" if me else "s"
    third = keep.replace(" ", f"{s} ", 1) if " " in keep else keep + s
    words |= {"t": str(t + k), "k": counted(k), "p": counted(p), "kept": kept, "keep": third, "share": f"share{s}",
              "gone": gone}  # fmt: skip
    return _instance(
        _KEEP_SHARE,
        words,
        _solution(
            rng,
            ("First what is left to share, then we divide.", "We subtract first and share the rest."),
            {"total": t + k, "kept": k, "shares": p},
            "(total - kept)//shares",
            "Each gets",
            words["many"],
        ),
    )


# (carrier, carriers, holds, things)
_CARRIERS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("minibus", "minibuses", ("holds", "takes", "carries", "has room for"), ("children", "players", "singers")),
    ("bus", "buses", ("holds", "takes", "carries", "has room for"), ("pupils", "people", "fans", "tourists")),
    ("taxi", "taxis", ("takes", "holds"), ("people", "guests")),
    ("boat", "boats", ("holds", "carries", "takes"), ("people", "visitors", "scouts")),
    ("tent", "tents", ("sleeps", "is for", "holds"), ("campers", "scouts", "people")),
    ("table", "tables", ("seats", "has room for"), ("guests", "people", "children")),
    ("box", "boxes", ("holds", "takes", "fits"), ("eggs", "bottles", "books", "muffins", "candles")),
    ("bag", "bags", ("holds", "takes"), ("apples", "potatoes", "balls", "oranges")),
    ("crate", "crates", ("holds", "fits"), ("bottles", "melons", "cans")),
    ("lift", "lifts", ("takes", "carries"), ("people", "workers")),
    ("page", "pages", ("holds", "fits", "takes"), ("photos", "stickers", "stamps")),
    ("shelf", "shelves", ("holds", "has room for"), ("books", "jars", "games")),
    ("van", "vans", ("carries", "holds"), ("boxes", "parcels", "chairs")),
    ("tray", "trays", ("holds", "takes"), ("cups", "cookies", "glasses")),
    ("bench", "benches", ("seats", "has room for"), ("people", "children", "fans")),
    ("pack", "packs", ("contains", "has"), ("plates", "cups", "napkins", "balloons", "sausages")),
    ("room", "rooms", ("sleeps", "holds"), ("guests", "campers", "students")),
    ("cable car", "cable cars", ("carries", "takes"), ("skiers", "people")),
)  # fmt: skip
_NEEDED = _Scene(
    (
        "<a|each|one> $carrier $holds $e $many. there are $t $many",
        "<a|each|one> $carrier $holds $e $many. we have $t $many",
        "there are $t $many. <a|each|one|every> $carrier $holds $e",
        "$t $many need <a place|room>. <a|each|one> $carrier $holds $e",
        "we have $t $many and <a|each|one> $carrier $holds $e",
        "<a|each> $carrier $holds only $e $many and there are $t",
        "$t $many go into $carriers. <each|one> $carrier $holds $e",
        "<a|one> $carrier $holds at most $e $many. there are $t of them",
    ),
    (
        "$t $many, $e per $carrier",
        "$t $many, <a|one|each> $carrier $holds $e",
        "$e $many per $carrier, $t $many",
        "<a|each> $carrier $holds $e, $t $many",
    ),
    (
        "how many $carriers <do we need|are needed|will be needed|do you need|must we have>",
        "how many $carriers do we need for $t $many",
        "how many $carriers are needed for all [of them|the $many]",
        "how many $carriers does it take",
        "at least how many $carriers are needed",
        "what is the smallest number of $carriers",
    ),
    ("how many $carriers", "how many $carriers needed", "$carriers needed?", "how many $carriers do we need"),
    ("the number of $carriers needed", "the number of $carriers", "the smallest number of $carriers"),
)


_NEEDED_ASKED = _Scene(
    (
        "<a|each|one|every> $carrier $holds $e $many",
        "<a|each|one|every> $carrier $holds only $e $many",
        "$e $many <fit in|go in|go into> <a|one> $carrier",
        "only $e $many fit in <a|one> $carrier",
        "there is room for $e $many in <a|one|each> $carrier",
        "we use $carriers for $e $many each",
    ),
    ("$e $many per $carrier", "<a|one|each> $carrier $e $many", "$carriers for $e $many each", "$e $many a $carrier"),
    (
        "how many $carriers do we need for $t $many",
        "how many $carriers are needed for $t $many",
        "how many $carriers for $t $many",
        "how many $carriers <do|would> $t $many need",
        "$t $many need how many $carriers",
        "how many $carriers must we get for $t $many",
    ),
    ("how many $carriers for $t $many", "how many for $t $many", "how many for $t", "$t $many need how many"),
    ("the number of $carriers for $t $many", "the number of $carriers that $t $many need"),
)


@task("word problems", "everyday_how_many_needed", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_how_many_needed(rng: Random) -> Instance:
    carrier, carriers, holds, several = rng.choice(_CARRIERS)
    few = {"taxi": 6, "tent": 8, "table": 12, "bench": 8, "room": 6, "lift": 15}.get(carrier, 40)
    e = rng.randint(3, few)
    t = e * rng.randint(1, 12) + rng.randint(1, e - 1)
    if rng.random() < 0.12:
        t = e * rng.randint(2, 12)
    words = {"carrier": carrier, "carriers": carriers, "holds": rng.choice(holds), "many": rng.choice(several),
             "e": counted(e), "t": str(t)}  # fmt: skip
    return _instance(
        _NEEDED_ASKED if rng.random() < 0.45 else _NEEDED,
        words,
        steps(
            rng.choice(
                ("We divide and round up, for the rest needs one more.", "The last one need not be full: we round up.")
            ),
            f"from math import ceil\ntotal = {t}\neach = {e}\nceil(total/each)",
            boxed("We need", carriers),
        ),
    )


_STUFF: tuple[tuple[str, tuple[str, ...], str, str, tuple[str, ...]], ...] = (
    ("m", ("ribbon", "board", "cable", "pipe", "piece of cloth", "wooden beam", "hose", "wire"), "piece",
     "pieces", ("cut", "divided", "split")),
    ("cm", ("ribbon", "string", "strip of paper", "stick", "wire", "liquorice lace", "baguette"), "piece", "pieces",
     ("cut", "divided", "snipped")),
    ("kg", ("sack of rice", "bag of flour", "cheese", "block of clay", "bag of sweets"), "portion", "portions",
     ("divided", "split", "packed")),
    ("litres", ("jug of juice", "pot of soup", "can of milk", "barrel of water", "bowl of punch"), "glass", "glasses",
     ("poured", "divided", "shared out")),
    ("km", ("relay race", "trail", "road", "route"), "section", "sections", ("divided", "split")),
)  # fmt: skip
_EQUAL_PIECES = _Scene(
    (
        "a $stuff <of $t|with $t> is $cut into $p equal $pieces",
        "$n $cut_did a $stuff of $t into $p equal $pieces",
        "$n had $t of $plain and $cut_did it into $p equal $pieces",
        "a $stuff $long is $cut into $p $pieces of the same size",
        "a $stuff has $t. it is $cut into $p equal $pieces",
        "there is a $stuff of $t. $n $cut_did it into $p equal $pieces",
        "$p equal $pieces are made from a $stuff of $t",
    ),
    (
        "$stuff $t, $p equal $pieces",
        "$t $stuff $cut into $p equal $pieces",
        "$t into $p equal $pieces",
        "$stuff: $t, $p equal $pieces",
    ),
    (),
    (),
    (),
)
_SOME_PIECES = _Scene(
    (
        "a $stuff of $t is $cut into $pieces of $e",
        "$n $cut_did a $stuff of $t into $pieces of $e",
        "a $stuff has $t. $n $cut_did it into $pieces of $e each",
        "a $stuff $long is $cut into $pieces of $e",
        "there is a $stuff of $t. <each|one> $piece is $e",
        "from a $stuff of $t $n made $pieces of $e",
    ),
    ("$stuff $t, $pieces of $e", "$t into $pieces of $e", "$t $stuff, each $piece $e", "$stuff of $t, $e per $piece"),
    (
        "how many $pieces are there",
        "how many $pieces <is that|do you get|does that make|can be made>",
        "how many such $pieces are there",
        "how many $pieces of $e is that",
    ),
    ("how many $pieces", "number of $pieces", "how many $pieces is that"),
    ("the number of $pieces",),
)


@task("word problems", "everyday_cut_into_equal", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_cut_into_equal(rng: Random) -> Instance:
    unit, things, piece, pieces, verbs = rng.choice(_STUFF)
    stuff = rng.choice(things)
    is_long = unit in ("m", "cm", "km")
    p = rng.randint(2, 12)
    split = unit != "cm" and rng.random() < 0.6
    size = decimal(rng, 0, 4, rng.choice((1, 1, 2))) if split else str(rng.randint(2, 25))
    if unit == "litres":  # a glass is small
        size = rng.choice(("0.2", "0.25", "0.3", "0.4", "0.5", "0.15"))
    total = f"{round(float(size) * p, 2):g}"
    cut = rng.choice(verbs)
    did = {"cut": "cut", "split": "split"}.get(cut, cut)
    amount = _amount(total, unit)
    words = _somebody(rng).words | {
        "stuff": stuff, "piece": piece, "pieces": pieces, "cut": cut, "cut_did": did, "t": amount, "p": counted(p),
        "e": _amount(size, unit), "unit": unit, "plain": stuff.split(" of ")[-1],
        "long": f"{amount} long" if is_long else f"of {amount}",
    }  # fmt: skip
    if rng.random() < 0.4:
        scene = _SOME_PIECES
        solution = _solution(
            rng,
            (f"The number of {pieces} is the whole divided by one {piece}.",),
            {"whole": total, piece: size},
            tidy(f"whole/{piece}") if "." in size + total else f"whole//{piece}",
            "There are",
            pieces,
        )
        return _instance(scene, words, solution)
    how = "long" if is_long else "much"
    ask: tuple[str, ...] = (
        "how $how is each $piece",
        "how many $unit is <each|one> $piece",
        "how $how is one $piece",
        "how $how is every $piece",
        "how $how are the $pieces",
        "what is the <length|size> of <each|one> $piece",
    )
    noun: tuple[str, ...] = ("the length of <each|one> $piece", "the length of the $pieces")
    if not is_long:
        ask = ("how much is in each $piece", "how many $unit are in <each|one> $piece", "how much is one $piece",
               "how many $unit is each $piece")  # fmt: skip
        noun = ("the amount in each $piece", "the amount of one $piece")
    words["how"] = how
    brief = ("how $how is each $piece", "how $how is each", "length of each $piece" if is_long else "amount per $piece",
             "how $how is one", "each $piece?")  # fmt: skip
    scene = _Scene(_EQUAL_PIECES.told, _EQUAL_PIECES.short, ask, brief, noun)
    solution = _solution(
        rng,
        (
            f"One {piece} is the whole divided by the number of {pieces}.",
            "Equal parts: we divide the whole by their number.",
        ),
        {"whole": total, pieces: p},
        tidy(f"whole/{pieces}"),
        f"Each {piece} is",
        unit,
    )
    return _instance(scene, words, solution)


# -- so much in so long, how long for that ------------------------------------------------------------------------

# (who, does, unit of work, unit of time)
_WORKS: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str], ...] = (
    (("a hose", "the hose", "a fountain"), ("fills", "gives", "delivers"), ("litres",), "minutes"),
    (("a pump", "the pump", "an old pump"), ("pumps", "moves", "lifts"), ("litres",), "minutes"),
    (("a printer", "the printer", "my printer"), ("prints", "does"), ("pages", "posters", "photos"), "minutes"),
    (
        ("a machine", "the machine", "a robot"),
        ("makes", "packs", "fills"),
        ("boxes", "bottles", "toys", "cans"),
        "minutes",
    ),
    (("a cyclist", "my brother", "a bus"), ("rides", "covers", "goes"), ("km",), "minutes"),
    (("a snail", "a tortoise", "an ant"), ("crawls", "goes", "covers"), ("cm",), "minutes"),
    (("a baker", "the bakery", "my aunt"), ("bakes", "makes"), ("rolls", "loaves", "pies"), "hours"),
    (("a painter", "my uncle", "a team"), ("paints",), ("doors", "fence posts", "rooms"), "hours"),
    (("Tom", "Mia", "my sister", "a girl"), ("reads",), ("pages",), "minutes"),
    (("a typist", "the secretary"), ("types", "writes"), ("words", "lines"), "minutes"),
    (("a gardener", "my dad"), ("plants", "waters"), ("bushes", "trees", "beds"), "hours"),
)
_TIME_FOR = _Scene(
    (
        "$who $fills $a $unit in $t $time",
        "in $t $time $who $fills $a $unit",
        "$who $fills $a $unit every $t $time",
        "$who <takes|needs> $t $time for $a $unit",
        "it takes $who $t $time for $a $unit",
    ),
    ("$a $unit in $t $time", "$who: $a $unit in $t $time", "$t $time for $a $unit", "$a $unit take $t $time"),
    (
        "how long <for|does it take for|will it take for> $b $unit",
        "how many $time <for|does it take for> $b $unit",
        "how long do $b $unit take",
        "how much time <for|is needed for> $b $unit",
        "in how many $time are $b $unit done",
    ),
    ("how long for $b $unit", "how many $time for $b $unit", "$b $unit take how long", "time for $b $unit"),
    ("the time for $b $unit", "the number of $time for $b $unit"),
)


@task("word problems", "everyday_time_for_so_much", _SHAPES, _HELD_OUT)
def everyday_time_for_so_much(rng: Random) -> Instance:
    who, verbs, units, time = rng.choice(_WORKS)
    a, t = rng.randint(2, 30), rng.randint(2, 15)
    if units == ("km",):
        a, t = rng.randint(2, 5), rng.randint(6, 15)
    n = rng.randint(2, 15)
    words = {"who": rng.choice(who), "fills": rng.choice(verbs), "unit": rng.choice(units), "time": time,
             "a": counted(a), "t": counted(t), "b": str(a * n)}  # fmt: skip
    if time == "minutes" and rng.random() < 0.3:
        words["time"] = "min"
    return _instance(
        _TIME_FOR,
        words,
        _solution(
            rng,
            (
                "As many times the amount takes as many times the time.",
                "How many times the amount, so many times the time.",
            ),
            {"amount": a, "time": t, "wanted": a * n},
            tidy("wanted/amount*time"),
            "It takes",
            time,
        ),
    )


# -- how many more ------------------------------------------------------------------------------------------------

_MORE_OF = _Scene(
    (
        "$n $has $a $many and $m has $b",
        "$n $has $a $many. $m has $b",
        "$n $has $a $many, $m has $b",
        "$n $has got $a $many and $m has got $b",
        "$n $has $a $many but $m has $b $many",
        "$n $has $a $many. $m has $b of them",
    ),
    ("$n $a $many, $m $b", "$n: $a $many, $m: $b", "$n $a, $m $b $many"),
    (
        "how many more $many $hasq $big have [than $small]",
        "how many more $hasq $big have [than $small]",
        "how many more has $big [got]",
        "what is the difference",
        "how many fewer $many has $small",
        "by how many is $big ahead",
    ),
    ("how many more", "difference", "whats the difference", "how many more has $big"),
    ("the difference", "the difference between both"),
)
_MORE_KINDS = _Scene(
    (
        "$in there are $a $x and $b $y",
        "there are $a $x and $b $y $in",
        "a $where has $a $x and $b $y",
        "the $where has $a $x but $b $y",
        "i counted $a $x and $b $y $in",
        "there are $a $x $in. there are $b $y",
    ),
    ("$where: $a $x, $b $y", "$a $x, $b $y", "$a $x and $b $y"),
    (
        "how many more $big are there [than $small]",
        "how many more $big than $small are there",
        "how many more $big than $small",
        "how many fewer $small than $big are there",
        "what is the difference",
    ),
    ("how many more $big", "how many more $big than $small", "difference", "how many fewer $small"),
    ("the difference", "the difference between $x and $y"),
)
_STILL_NEEDED = _Scene(
    (
        "$n $has $a $many and $need $b",
        "$n $has $a $many. $he $need $b",
        "$n $need $b $many. $he $has $a",
        "$n $need $b $many and $has $a already",
        "$n $has $a of the $b $many that $he $need",
        "$n $want to have $b $many. so far $he $has $a",
        "$n $want $b $many. there are $a so far",
        "$b $many are needed. $n $has $a",
    ),
    ("$n $has $a $many, $need $b", "$a $many now, $b needed", "$b $many needed, $a there", "$n: $a of $b $many"),
    (
        "how many more $hasq $he need",
        "how many more $many $hasq $he need",
        "how many are <still missing|missing>",
        "how many $many are <still missing|missing>",
        "how many more must $he get",
        "how many $hasq $he still need",
    ),
    ("how many more", "how many missing", "how many are missing", "how many to go", "how many still needed"),
    ("the number of missing $many", "the number still missing"),
)


@task("word problems", "everyday_how_many_more", _SHAPES, _HELD_OUT, weight=1.5)
def everyday_how_many_more(rng: Random) -> Instance:
    small, large = sorted(rng.sample(range(2, rng.choice((20, 100, 250))), 2))
    kind = rng.random()
    given: dict[str, object] = {"larger": large, "smaller": small}
    plans = ("We subtract the smaller from the larger.", "The difference is the larger less the smaller.")
    swap = rng.random() < 0.5
    a, b = (small, large) if swap else (large, small)
    if kind < 0.35:
        first, second = _two_people(rng)
        while "i" in (first.name, second.name):
            first, second = _two_people(rng)
        x, y = first.name, second.name
        words = first.words | {"m": y, "many": _thing(rng)[1], "hasq": "does"}
        words |= {"big": re.sub("^an? ", "the ", y if swap else x), "small": re.sub("^an? ", "the ", x if swap else y)}
        scene, unit, before = _MORE_OF, words["many"], "The difference is"
    elif kind < 0.65:
        where, _, kinds = rng.choice(lexicon.ASSORTED)
        x, y = rng.sample(kinds, 2)
        where_at = {"shelf": "on the", "farm": "on the", "train": "on the"}.get(where, "in the")
        words = {"where": where, "in": f"{where_at} {where}", "x": x, "y": y}
        words |= {"big": y if swap else x, "small": x if swap else y}
        scene, unit, before = _MORE_KINDS, "", "The difference is"
    else:
        someone = _somebody(rng)
        s = someone.words["s"]
        verb = rng.choice(("need", "want", "need", "must have"))
        words = someone.words | {"many": _thing(rng)[1], "hasq": someone.words["does"]}
        words |= {"need": verb if verb == "must have" else f"{verb}{s}", "want": f"want{s}"}
        a, b = small, large
        given = {"needed": large, "there": small}
        scene, unit, before = _STILL_NEEDED, words["many"], "Still missing are"
        plans = ("What is missing is the number needed less those there.", "We subtract what is there from the goal.")
    result = " - ".join(given)
    words |= {"a": counted(a), "b": counted(b)}
    return _instance(scene, words, _solution(rng, plans, given, result, before, unit))


# -- three counts, and amounts with decimals, together ------------------------------------------------------------

_THREE_ACT = _Scene(
    (
        "$n $did $a $many, $m $did $b and $o $did $c",
        "$n $did $a $many. $m $did $b. $o $did $c",
        "$n $did $a $many, $m $b and $o $c",
        "$n, $m and $o $did $many. $n $did $a, $m $b and $o $c",
        "$n $did $a $many and $m $did $b. $o $did $c",
    ),
    ("$n $a $many, $m $b, $o $c", "$n: $a $many, $m: $b, $o: $c", "$n $a, $m $b, $o $c $many"),
    _BOTH_ACT.ask[:5],
    _TOTAL_BRIEF,
    ("the total", "the total number of $many", "the number of $many <in all|altogether>"),
)
# (verb, verb after did, unit, more words, lowest, highest)
_AMOUNTS_DONE: tuple[tuple[str, str, str, str, int, int], ...] = (
    ("walked", "walk", "km", "how far", 1, 12),
    ("ran", "run", "km", "how far", 1, 15),
    ("cycled", "cycle", "km", "how far", 4, 50),
    ("drove", "drive", "km", "how far", 8, 90),
    ("swam", "swim", "m", "how far", 50, 900),
    ("drank", "drink", "litres", "how much", 0, 3),
    ("picked", "pick", "kg", "how much", 1, 20),
    ("spent", "spend", "dollars", "how much", 2, 60),
    ("earned", "earn", "dollars", "how much", 5, 90),
    ("saved", "save", "dollars", "how much", 2, 60),
    ("read", "read", "minutes", "how long", 10, 90),
    ("worked", "work", "hours", "how long", 1, 9),
    ("practised", "practise", "minutes", "how long", 10, 90),
)
_AMOUNTS = _Scene(
    (
        "$n $did $a $t and $b $u",
        "$t $n $did $a and $u $b",
        "$n $did $a $t. $u $he $did $b",
        "$n $did $a $t, then $b $u",
        "$t $n $did $a. $u $he $did another $b",
        "$n $did $a $t, and $u $he $did $b",
    ),
    ("$t $a, $u $b", "$a $t, $b $u", "$t: $a, $u: $b", "$n $a $t and $b $u"),
    (
        "$how did $he $do <altogether|in total|in all>",
        "<altogether|in total|in all> $how did $he $do",
        "how many $unit did $he $do <altogether|in total|in all>",
        "how many $unit is that <altogether|in total|in all|together>",
        "$how is that <altogether|in total>",
        "what is the total",
    ),
    ("total", "whats the total", "$how <altogether|in total|in all>", "how many $unit in all", "total in $unit"),
    ("the total", "the total in $unit", "the sum", "the total number of $unit"),
)


@task("word problems", "everyday_add_up", _SHAPES, _HELD_OUT, weight=1.3)
def everyday_add_up(rng: Random) -> Instance:
    plans = ("We add all the amounts.", "Altogether is a sum.")
    if rng.random() < 0.4:
        first, second = _two_people(rng)
        while (third := _somebody(rng, alone=False)).name.lower() in (first.name.lower(), second.name.lower()):
            pass
        do, did, several = rng.choice(lexicon.GATHERED)
        past = {"took": "taken", "ate": "eaten", "wrote": "written", "did": "done"}.get(did, did)
        counts = [_count(rng, 2, 150) for _ in range(3)]
        names = dict(zip("abc", map(counted, counts), strict=True))
        words = {"n": first.name, "m": second.name, "o": third.name, "do": do, "did": did, "past": past}
        words |= names | {"many": rng.choice(several)}
        amounts = dict(zip(("first", "second", "third"), counts, strict=True))
        return _instance(
            _THREE_ACT,
            words,
            _solution(rng, plans, amounts, "first + second + third", "The total is", words["many"]),
        )
    did, do, unit, how, low, high = rng.choice(_AMOUNTS_DONE)
    a, b = _values(rng, low, high, unit)
    if a == "0":
        a = "1"
    if b == "0":
        b = "2"
    t, u = rng.choice([pair for pair in _TIMES_OF_DAY if not re.search(r"\d|home|half|week|year|hour", "".join(pair))])
    one = {"litres": "litre", "dollars": "dollar", "hours": "hour"}
    words = _somebody(rng).words | {"did": did, "do": do, "unit": unit, "how": how, "t": t, "u": u}
    words |= {key: _amount(n, one.get(unit, unit) if n == "1" else unit) for key, n in (("a", a), ("b", b))}
    result = tidy("first + second") if "." in a + b else "first + second"
    return _instance(_AMOUNTS, words, _solution(rng, plans, {"first": a, "second": b}, result, "The total is", unit))


_FULL = _Scene(
    _NEEDED.told,
    _NEEDED.short,
    (
        "how many full $carriers <are there|is that|do we get|can be filled>",
        "how many $carriers can be filled <completely|to the last place>",
        "how many $carriers are <completely full|full>",
        "how many full $carriers",
        "how many $carriers can we fill",
    ),
    ("how many full $carriers", "full $carriers?", "number of full $carriers", "how many are full"),
    ("the number of full $carriers", "the number of $carriers that are full"),
)


@task("word problems", "everyday_full_groups", _SHAPES, _HELD_OUT)
def everyday_full_groups(rng: Random) -> Instance:
    carrier, carriers, holds, several = rng.choice(_CARRIERS)
    e = rng.randint(3, 8 if carrier in ("taxi", "tent", "bench", "room") else 30)
    t = e * rng.randint(2, 15) + rng.randint(1, e - 1)
    words = {"carrier": carrier, "carriers": carriers, "holds": rng.choice(holds), "many": rng.choice(several)}
    words |= {"e": counted(e), "t": str(t)}
    return _instance(
        _FULL,
        words,
        _solution(
            rng,
            ("Only full ones count, so we divide and leave out the rest.", "We round down: the rest fills none."),
            {"total": t, "each": e},
            "total//each",
            "That makes",
            f"full {carriers}",
        ),
    )
