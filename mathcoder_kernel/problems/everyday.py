"""What stories in everyday words share: how telling and question meet, who acts, and how money is written."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from mathcoder_kernel.problems.lexicon import BOYS, GIRLS
from mathcoder_kernel.problems.phrasing import Slot, phrase
from mathcoder_kernel.problems.story import PEOPLE, Currency, boxed

SHAPES = (
    "{told}. {ask}",
    "{told}. {ask}",
    "{told}. {ask}",
    "{told}. {ask}",
    "{told}, {ask}",
    "{told}. <so|now|then|well,|and> {ask}",
    "{told}. {find} {want}",
    "{told}. {want}",
    "{told}, {want}",
    "{told}. {must_find} {want}",
    "{clause}. {ask}",
    "{clause}, {ask}",
    "{ask} if {clause}",
    "{ask} <when|if|given that|assuming> {clause}",
    "if {clause}, {ask}",
    "if {clause} {ask}",
    "<when|given that|suppose|say|since> {clause}, {ask}",
    "{ask}? {told}",
    "{find} {want} <if|when|given that> {clause}",
    "{want} if {clause}",
)
HELD_SHAPES = ("{kept}. {query}", "{query}? {kept}")


def scene(told: str, ask: str, want: str, kept: str, query: str, *, clause: str = "") -> dict[str, Slot]:
    """The slots of `SHAPES`: what is told, the question, the wanted noun, and the same in held-out words.

    `clause` says what is told in one sentence; what is told stands for it where it is one sentence itself.
    """
    slots: dict[str, Slot] = {
        "told": phrase(told),
        "ask": phrase(ask),
        "want": phrase(want),
        "kept": phrase(kept),
        "query": phrase(query),
    }
    if clause or ". " not in told:
        slots["clause"] = phrase(clause or told)
    return slots


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who acts in a story: `i`, a name or `my sister`, with the words that go along."""

    name: str
    he: str
    his: str
    him: str

    @property
    def s(self) -> str:
        """The end of the verb."""
        return "" if self.name == "i" else "s"

    @property
    def does(self) -> str:
        return "does" if self.s else "do"

    @property
    def has(self) -> str:
        return "has" if self.s else "have"

    @property
    def is_(self) -> str:
        return "is" if self.s else "am"

    @property
    def words(self) -> dict[str, str]:
        """By the names that tellings use."""
        return {
            "n": self.name, "he": self.he, "his": self.his, "him": self.him, "does": self.does, "has": self.has,
            "is": self.is_, "was": "was", "s": self.s,
        }  # fmt: skip


_KIN_HE = ("my brother", "my dad", "my uncle", "my friend", "my cousin", "grandpa", "Mr Patel", "Mr Brown", "our coach")
_KIN_SHE = ("my sister", "my mum", "my mom", "my aunt", "grandma", "Mrs Lee", "Ms Garcia", "my teacher", "the girl")


def who(rng: Random, first_person: float = 0.3) -> Who:
    """Somebody for a story; with the share `first_person`, the student."""
    draw = rng.random()
    if draw < first_person:
        return Who("i", "i", "my", "me")
    if draw < first_person + 0.15:
        if rng.random() < 0.5:
            return Who(rng.choice(_KIN_HE), "he", "his", "him")
        return Who(rng.choice(_KIN_SHE), "she", "her", "her")
    if rng.random() < 0.5:
        person = rng.choice(PEOPLE)
        return Who(person.name, person.he, person.his, person.him)
    if rng.random() < 0.5:
        return Who(rng.choice(BOYS), "he", "his", "him")
    return Who(rng.choice(GIRLS), "she", "her", "her")


@dataclass(frozen=True, slots=True)
class Money(Currency):
    """How one question writes money: whole units and hundredths."""

    hundredth: str
    hundredths: str

    def small(self, amount: int) -> str:
        """An amount of hundredths: `80p`, `75 cents`."""
        return f"{amount}{self.hundredth}"


_MONIES = (
    Money("$", "", "dollars", " cents", "cents"),
    Money("$", "", "dollars", "c", "cents"),
    Money("$", "", "dollars", " cents", "cents"),
    Money("£", "", "pounds", "p", "pence"),
    Money("£", "", "pounds", "p", "pence"),
    Money("£", "", "pounds", " pence", "pence"),
    Money("€", "", "euros", " cents", "cents"),
    Money("", " dollars", "dollars", " cents", "cents"),
    Money("", " euros", "euros", " cents", "cents"),
    Money("", " pounds", "pounds", "p", "pence"),
)


def money(rng: Random) -> Money:
    """How money is written in one question."""
    return rng.choice(_MONIES)


def answer(rng: Random, before: str, after: str = "") -> str:
    """A final sentence with the box."""
    return boxed(rng.choice((before, "The answer is")), after)
