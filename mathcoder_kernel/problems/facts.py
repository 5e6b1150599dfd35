"""Facts that make up a story: what a sentence says in many ways, what it gives in code, and how facts join.

A story is a list of *facts*; each fact can be said in many sentence structures and gives one line of code. Facts that
do not change each other are told in any order. Wordings for training and held-out wordings never share a structure.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.phrasing import Slot, Template, phrase
from mathcoder_kernel.problems.problem import Code, Words
from mathcoder_kernel.problems.story import PEOPLE, Person

EVERYBODY = (
    PEOPLE
    + tuple(Person(name, "she", "her", "her") for name in lexicon.GIRLS)
    + tuple(Person(name, "he", "his", "him") for name in lexicon.BOYS)
)
TIMES = {2: "<twice|twice|two times>", 3: "three times", 4: "<four|4> times", 5: "<five|5> times", 6: "<six|6> times"}
_WORDINGS = 4  # so many structures of a sentence travel with an instance; each question uses one


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence of a story: trained wordings, held-out wordings."""

    said: Template
    kept: Template
    link: bool = True  # may follow "then"


_CONSONANTS = "bdfgjklmnprstvz"
_VOWELS = "aeiou"
_ADJECTIVES = (
    "red", "blue", "green", "old", "new", "small", "large", "wooden", "silver", "golden", "glass", "paper", "plastic",
    "rare", "round", "tiny", "used", "white", "fresh", "foreign",
)  # fmt: skip
_RUDE = re.compile("nig|fag|sh?it|hit|rap|cun|fu|kik|tit|dik|dic|nazi|poo|tard|slut|ass|gook|koon|wank|boob|jew|nud")
RARE_SHARE = 0.12  # of names and things that no list holds: the model is to copy words, not to know them


def invented(rng: Random) -> str:
    """A word of two syllables that no list holds."""
    parts = (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, ("", *_CONSONANTS))
    while _RUDE.search(word := "".join(rng.choice(part) for part in parts)) or keyword.iskeyword(word):
        pass
    return word


def thing(rng: Random) -> tuple[str, str]:
    """Something countable, one and many: from the lexicon, sometimes with an adjective, sometimes invented."""
    kind = rng.random()
    if kind < RARE_SHARE:
        word = invented(rng)
        return word, f"{word}s"
    one, many = rng.choice(lexicon.THINGS)
    if kind < 2 * RARE_SHARE and " " not in one:
        adjective = rng.choice(_ADJECTIVES)
        return f"{adjective} {one}", f"{adjective} {many}"
    return one, many


def cast(rng: Random, count: int) -> list[Person]:
    """So many people with different names; some names are in no list."""
    chosen: dict[str, Person] = {}
    while len(chosen) < count:
        person = rng.choice(EVERYBODY)
        if rng.random() < RARE_SHARE:
            person = replace(person, name=invented(rng).capitalize())
        chosen.setdefault(person.name, person)
    return list(chosen.values())


def _ways(rng: Random, options: Sequence[str], words: dict[str, object]) -> str:
    """A choice of some of the wordings, as phrase source."""
    picked = rng.sample(options, min(_WORDINGS, len(options)))
    return "<" + "|".join(option.format(**words) for option in picked) + ">"


def fact(rng: Random, said: Sequence[str], kept: Sequence[str], **words: object) -> Fact:
    """A sentence in some of its wordings; `{word}` in a wording is filled from `words`."""
    return Fact(phrase(_ways(rng, said, words)), phrase(_ways(rng, kept, words)))


def counted(number: int) -> str:
    """A count as phrase source: digits, for a small one sometimes a word."""
    if number <= 12:
        return f"<{number}|{number}|{lexicon.NUMBER_WORDS[number]}>"
    return f"<{number}|{number}|{number:,}>" if number >= 1000 else str(number)


def identifier(words: str) -> str:
    """Words as a Python name."""
    return re.sub(r"\W+", "_", words.lower()).strip("_")


_ASIDES = (
    "{name} is {n} years old",
    "{name} lives at number {n} in {his} street",
    "{name} has {few} brothers",
    "{name} has {few} sisters",
    "a friend of {name} is {n} years old",
    "this takes {name} {n} minutes",
    "{name} got up at {hour} o'clock",
    "it is {n} degrees outside",
    "the bus ride home takes {n} minutes",
    "{name} walked {few} kilometres today",
    "there are {n} people in the street",
    "all this happened in {few} days",
    "{name} is in room {n}",
)


def aside(rng: Random, person: Person) -> Fact:
    """A sentence whose number does not matter."""
    words = {
        "name": person.name,
        "he": person.he,
        "his": person.his,
        "n": rng.randint(7, 40),
        "few": counted(rng.randint(2, 6)),
        "hour": rng.randint(5, 10),
    }
    return replace(fact(rng, _ASIDES, _ASIDES, **words), link=False)


_ASKED_OF_A_STORY = (
    "{story}. <the question is|my question|what i want to know|the task says>: {ask}",
    "{story}. <please|can you|could you|i have to|i need to|we must|help me> {ask_for}",
    "<please|can you|could you|i have to|i need to|we must|help me> {ask_for}. {story}",
    "{ask_for}. {story}",
    "{ask}? <i know this|we know this|here is all i know|the text says>: {story}",
    "<from my book|from the test|exam question|this is my homework|a problem from class>: {story}. {ask}",
    "<given|known|facts|we know>: {story}. <task|to do>: {ask_for}",
    "{story}. <does anyone know|any idea|who knows|i can't see it>: {ask}",
    "{story}. {ask}? <i am stuck|please explain|show the steps>",
)
SHAPES = (
    "{story}. {ask}",
    "{story}. {ask}",
    "{story}. {ask_for}",
    "{mixed}. {ask}",
    "{mixed}. {ask_for}",
    "if {joined}, {ask}",
    "{ask} if {joined}",
    "{ask}? {story}",
    "<suppose|assume|imagine> that {joined}. {ask}",
    "<suppose|let us say|say> {joined}. {ask_for}",
    "{given_that} {joined}, {ask_for}",
    "{joined}. {ask}",
    "<here is what we know|we know the following|this is known>: {story}. {ask}",
    "{listed}. {ask}",
    "{story}. <now|so>, {ask}",
    "{ask_for} if {joined}",
    *_ASKED_OF_A_STORY,
    "{mixed}. <the question is|my question>: {ask}",
    "{mixed}. <please|i have to|i need to|we must|help me> {ask_for}",
    "{listed}. {ask_for}",
    "{ask}? {mixed}",
    "<given|known|facts|data|we know>: {listed}. <task|to do>: {ask_for}",
    "when {joined}, {ask}",
    "{ask} <given that|assuming that|knowing that|supposing> {joined}",
    "{joined}; {ask}",
    "<so|ok|well>, {joined}. {ask}",
    "{ask_for}, <given that|assuming that|knowing that> {joined}",
)
HELD_SHAPES = ("{tale}. {query}", "{query}, when {tale_joined}", "consider this: {tale}. {query}")


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(parts) if len(parts) < 3 else ", ".join(parts[:-1]) + " and " + parts[-1]


def story(
    rng: Random,
    facts: Sequence[Fact],
    *,
    ask: str,
    ask_for: str,
    query: str,
    anyhow: bool,
) -> dict[str, Slot]:
    """The slots of a story: facts in order, mixed (where `anyhow` allows it), joined by and, and its questions."""
    names = [f"{{fact{i}}}" for i in range(len(facts))]
    slots: dict[str, Slot] = {f"fact{i}": fact.said for i, fact in enumerate(facts)}
    slots |= {f"held{i}": fact.kept for i, fact in enumerate(facts)}
    order = list(names)
    rng.shuffle(order)
    slots["story"] = phrase(". ".join(names))
    if anyhow:
        slots["mixed"] = phrase(". ".join(order))
        slots["listed"] = phrase("; ".join(order))
    if len(facts) <= 3:
        slots["joined"] = phrase(listed(names))
    kept = [f"{{held{i}}}" for i in range(len(facts))]
    slots["tale"] = phrase(". ".join(kept))
    slots["tale_joined"] = phrase(listed(kept))
    slots["given_that"] = phrase("<given that|knowing that|given>")
    return slots | {"ask": phrase(ask), "ask_for": phrase(ask_for), "query": phrase(query)}


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity: its name in the code, how it is computed or its number, and what it is, in words."""

    name: str
    value: str
    about: str
    given: bool = False


def _needed(lines: Sequence[Line], target: str) -> list[Line]:
    """The lines that the target's value hangs on, in order; a name may be set again."""
    wanted = set(re.findall(r"[a-zA-Z_]\w*", target))
    kept: list[Line] = []
    for line in reversed(lines):
        if line.name in wanted:
            kept.append(line)
            wanted |= set(re.findall(r"[a-zA-Z_]\w*", line.value))
    return kept[::-1]


def solved(
    rng: Random, lines: Sequence[Line], target: str, before: str, unit: str = "", about: str = "", shown: str = ""
) -> tuple[Words, Code, Words]:
    """A plan that names what is computed, the code, and the sentence with the boxed result."""
    needed = _needed(lines, target)
    steps = [line.about for line in needed if not line.given and line.about]
    if about:
        steps.append(about)
    steps = list(dict.fromkeys(steps))
    first = rng.choice(("We compute", "I compute", "First we find", "We need", "We work out"))
    if len(steps) > 3:
        plan = f"{first} one after the other: {', '.join(steps)}."
        plan = plan.replace("First we find one", "We find one").replace("We need one", "We find one")
    else:
        plan = f"{first} {', then '.join(steps)}."
        if len(steps) < 2:
            plan = plan.replace("First we find", "We find")
    body = "".join(f"{line.name} = {line.value}\n" for line in needed)
    return (
        Words(plan),
        Code(body + (shown or target)),
        Words(f"{before} $\\boxed{{⟨0⟩}}${' ' + unit if unit else ''}."),
    )


EVENT_SHAPES = (
    "{story}. {ask}",
    "{story}. {ask}",
    "{story}. {ask_for}",
    "{ask}? {story}",
    "{story}. <now|so>, {ask}",
    "<here is a story|read this|listen>: {story}. {ask}",
    "{flow}. {ask}",
    "{flow}. {ask_for}",
    "{flow}. {ask}",
    "if {flow}, {ask}",
    "suppose that {flow}. {ask}",
    "{ask} if {flow}",
    *_ASKED_OF_A_STORY,
    "<so|ok|well>, {flow}. {ask}",
    "when {flow}, {ask}",
    "{ask}? {flow}",
    "{flow}. <the question is|my question>: {ask}",
    "<please|can you|i have to|help me> {ask_for} if {flow}",
)
EVENT_HELD = ("{tale}. {query}", "{query}? {tale}")
_LINKS = ("then ", "then ", "", "", "later ", "after that ", "next, ")


def in_order(rng: Random, facts: Sequence[Fact], **questions: str) -> dict[str, Slot]:
    """The slots of a story whose sentences must keep their order; from the third on they may be linked by `then`."""
    links = "<" + "|".join(_LINKS) + ">"
    names = [f"{links if fact.link and i else ''}{{fact{i}}}" for i, fact in enumerate(facts)]
    slots = story(rng, facts, anyhow=False, **questions)
    slots["story"] = phrase(". ".join(names))
    slots["tale"] = phrase(
        ". ".join(f"{'then ' if fact.link and i else ''}{{held{i}}}" for i, fact in enumerate(facts))
    )
    flow = [f"{'<then |>' if fact.link and i else ''}{{fact{i}}}" for i, fact in enumerate(facts)]
    if len(facts) <= 4:
        slots["flow"] = phrase(", ".join(flow[:-1]) + " and " + flow[-1].replace("<then |>", "then "))
    return slots
