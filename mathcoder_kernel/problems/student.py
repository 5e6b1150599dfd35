"""How students type a finished sentence: case, punctuation, chatter and slips; formulas are never touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from mathcoder_kernel.problems import lexicon


class Segment(NamedTuple):
    """A stretch of a question: words, which may be mistyped, or something to be kept exactly."""

    text: str
    words: bool


LOWER, NO_END, SLIP, CHATTER = 0.35, 0.4, 0.03, 0.06
_ASKING = ("what", "whats", "what's", "how", "which", "who", "when", "where", "can", "could", "is", "are", "does", "do")
# "by what percent does …"
_PREPOSITIONS = ("by", "of", "to", "in", "for", "from", "into", "at", "with", "and", "so", "then")


def typed_question(segments: Sequence[Segment], rng: Random) -> str:
    """The question as one string."""
    parts = _joined(segments)
    if rng.random() < SLIP:
        parts = _with_slip(parts, rng)
    asking = _is_question(parts)
    before, after = "", ""
    if rng.random() < CHATTER:
        if rng.random() < 0.7:
            before = rng.choice(lexicon.PREFIXES)
        else:
            after = rng.choice(lexicon.SUFFIXES)
    lower = rng.random() < LOWER
    text = before
    starts = True
    for part in parts:
        if part.words and not lower:
            text += _capitalised(part.text, starts and not before)
        else:
            text += part.text
        starts = part.text.rstrip()[-1:] in (".", "?", "!")
    if before and not lower:
        text = text[0].upper() + text[1:]
    text = text.strip() + after
    if text[-1:] not in "?.!=" and rng.random() >= NO_END:
        text += "?" if asking else "."
    elif text[-1:] == "?" and rng.random() < 0.3:
        text = text[:-1]
    return text


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    parts: list[Segment] = []
    for segment in segments:
        text = segment.text
        if segment.words:
            text = " ".join(text.split(" ")) if "  " not in text else _single_spaces(text)
            if text.startswith(" ") and (not parts or parts[-1].text.endswith(" ")):
                text = text[1:]
            if text[:1] in (",", ".", "?", ":", ";") and parts and parts[-1].text.endswith(" "):
                parts[-1] = Segment(parts[-1].text.rstrip(), parts[-1].words)
        if text:
            parts.append(Segment(text, segment.words))
    if parts:
        parts[-1] = Segment(parts[-1].text.rstrip(), parts[-1].words)
    return [part for part in parts if part.text]


def _single_spaces(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _capitalised(text: str, first: bool) -> str:
    # a letter on its own is a name in a formula
    result = text[0].upper() + text[1:] if first and text[1:2] not in (" ", "_", "^") else text
    for mark in (". ", "? ", "! "):
        at = result.find(mark)
        while at >= 0:
            at += len(mark)
            if result[at + 1 : at + 2] != " ":
                result = result[:at] + result[at : at + 1].upper() + result[at + 1 :]
            at = result.find(mark, at)
    return result


def _is_question(parts: Sequence[Segment]) -> bool:
    said = "".join(part.text if part.words else " m " for part in parts).lower()
    sentence = said.replace("?", ".").rstrip(". ").rsplit(". ", 1)[-1].strip()
    opening = re.split("[,:;] ", sentence)[-1].split(" ")
    asking = opening[1:2] if opening[0] in _PREPOSITIONS else opening[:1]
    return not {sentence.split(" ", 1)[0], *asking}.isdisjoint(_ASKING)


def _with_slip(parts: list[Segment], rng: Random) -> list[Segment]:
    places = [(i, w) for i, part in enumerate(parts) if part.words for w in part.text.split(" ") if _mistypable(w)]
    if not places:
        return parts
    index, word = rng.choice(places)
    at = rng.randrange(1, len(word) - 1)
    match rng.randrange(3):
        case 0:
            wrong = word[:at] + word[at + 1 :]
        case 1:
            wrong = word[: at + 1] + word[at] + word[at + 1 :]
        case _:
            wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    result = list(parts)
    result[index] = Segment(parts[index].text.replace(word, wrong, 1), True)
    return result


# a slip in these would change the problem ("there times" for "three times")
_QUANTITIES = (
    "thirty forty fifty sixty seventy eighty ninety hundred thousand million half third quarter percent cent "
    "ones tens hundreds thousands tenth tenths hundredth hundredths thousandth thousandths squared cubed"
)
_NEVER_MISTYPED = {*lexicon.NUMBER_WORDS, *lexicon.ORDINALS, *_QUANTITIES.split()}


def _mistypable(word: str) -> bool:
    return len(word) > 3 and word.isascii() and word.isalpha() and word not in _NEVER_MISTYPED
