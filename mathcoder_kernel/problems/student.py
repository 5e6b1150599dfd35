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


LOWER, NO_END, SLIP, CHATTER = 0.35, 0.4, 0.05, 0.1
LEFT_OUT, CAPITALS, EAGER, BIG_I, RUN_ON = 0.03, 0.008, 0.03, 0.7, 0.06
_ASKING = re.compile(
    r"(what|whats|what's|how|which|who|whose|when|where|why|can|could|is|are|was|does|do|did|will|would|should|am) "
)

# "how much do i pay", but not "where i is the imaginary unit"
_PRONOUN = re.compile(r"(?<![^\s(])i(?=\s(?!is\b))")


def typed_question(segments: Sequence[Segment], rng: Random) -> str:
    """The question as one string."""
    parts = _joined(segments)
    asking = _is_question(parts)
    if rng.random() < RUN_ON:
        parts = _with_sentences_joined(parts, rng)
    if rng.random() < LEFT_OUT:
        parts = _with_word_left_out(parts, rng)
    if rng.random() < SLIP:
        parts = _with_slip(parts, rng)
    before, after = "", ""
    if rng.random() < CHATTER:
        kind = rng.random()
        if kind < 0.75:
            before = rng.choice(lexicon.PREFIXES)
        if kind >= 0.65:
            after = rng.choice(lexicon.SUFFIXES)
    lower = rng.random() < LOWER
    if not lower and rng.random() < BIG_I:
        before, after = _PRONOUN.sub("I", before), _PRONOUN.sub("I", after)
        parts = [Segment(_PRONOUN.sub("I", part.text), True) if part.words else part for part in parts]
    if rng.random() < CAPITALS and _can_be_capitals(parts):
        lower = True
        before = before.upper()
        parts = [Segment(part.text.upper(), True) if part.words else part for part in parts]
    text = before
    starts = not before or before.rstrip()[-1:] in (".", "?", "!")
    for part in parts:
        if part.words and not lower:
            text += _capitalised(part.text, starts)
        else:
            text += part.text
        starts = part.text.rstrip()[-1:] in (".", "?", "!") and not part.text.rstrip().endswith("= ?")
    if before and not lower:
        text = text[0].upper() + text[1:]
    text = text.strip()
    if after[:1] == "?":  # "...? thanks"
        text = text.rstrip("?. ") + (after if asking else "." + after[1:])
    else:
        text = text.rstrip("?") + after if text[-1:] == "?" else text + after
    if text[-1:] not in "?.!=" and rng.random() >= NO_END:
        text += "?" if asking and not after else "."
        if text[-1] == "?" and rng.random() < EAGER:
            text += "?"
    elif text[-1:] == "?" and text[-3:] != "= ?" and rng.random() < 0.3:
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


# a letter on its own is a name in a formula, and "dy/dx" is one; "a class" is none
_NAME_FIRST = re.compile(
    r"(?!a (?!(?:and|is|are|be|or|plus|minus|times|equals|to|in|over|on|squared|cubed|by|if)\b)[a-z]{2})"
    r"[a-z](?:[ _^.'×·(|=:,]|$)|d[a-z]?/|lim\b|(det|tr|gcd|deg|log)[({]"
)


def _capitalised(text: str, first: bool) -> str:
    result = text[0].upper() + text[1:] if first and not _NAME_FIRST.match(text) else text
    for mark in (". ", "? ", "! "):
        at = result.find(mark)
        while at >= 0:
            at += len(mark)
            if result[at + 1 : at + 2] != " " and not result[:at].endswith("= ? "):
                result = result[:at] + result[at : at + 1].upper() + result[at + 1 :]
            at = result.find(mark, at)
    return result


_INDIRECT = re.compile(
    r"\b(is|are|has|have|equals?|gives?|becomes?|makes?|lies?|takes?|need|by) (what|which|how (many|much))\b"
)
_PREPOSITION = re.compile(r"(for|at|in|on|over|by|with|to|from|into|of|between|under|about) (what|which|how)\b")
_CONDITION = re.compile(r"(when|where)\b.*, ")
_RELATIVE = re.compile(r"(where|which|when|who|whose|is|are|has|have)\b")


def _is_question(parts: Sequence[Segment]) -> bool:
    said = "".join(part.text if part.words else " m " for part in parts).lower()
    if said.rstrip().endswith("?"):
        return True
    sentence = re.split(r"[.?!] ", said.rstrip(". "))[-1].strip()
    clause = re.sub(r"^(and|so|then|now|but|also) ", "", re.split("[,:;] ", sentence)[-1])
    asks = _ASKING.match(clause + " ") is not None and (clause == sentence or not _RELATIVE.match(clause))
    return (
        asks
        or (_ASKING.match(sentence + " ") is not None and not _CONDITION.match(sentence))
        or _PREPOSITION.match(clause) is not None
        or _INDIRECT.search(clause) is not None
        or clause.endswith(" what")
    )


# function words without which the sentence still reads one way only
_LEFT_OUT = re.compile(
    r"\bthe (?=[a-z]{3})|\bplease (?=[a-z])|(?<=\bwhat )is (?=the\b)|\bof (?=the\b)|(?<=\bderivative )of $"
    r"|(?<=\bintegral )of $|(?<=\bvalue )of $|\ba (?=[a-z]{5})"
)


def _with_word_left_out(parts: list[Segment], rng: Random) -> list[Segment]:
    places = [(i, m) for i, part in enumerate(parts) if part.words for m in _LEFT_OUT.finditer(part.text)]
    places = [(i, m) for i, m in places if parts[i].text[m.end() :].split(" ", 1)[0] not in _NEVER_MISTYPED]
    if not places:
        return parts
    index, found = rng.choice(places)
    text = parts[index].text
    result = list(parts)
    result[index] = Segment(text[: found.start()] + text[found.end() :], True)
    return [part for part in result if part.text]


_PLAIN_WORDS = re.compile(r"(?:[a-z]{2,}|a|[ ,.:?!'-])*")
_WORD_IN_SLOT = re.compile(r"(?<![a-z\\])(?!sqrt\b)[a-z]{4,}")


def _can_be_capitals(parts: Sequence[Segment]) -> bool:
    """True where no letter of a formula stands among the words, and no word among the formulas."""
    return all(
        _PLAIN_WORDS.fullmatch(part.text) is not None if part.words else _WORD_IN_SLOT.search(part.text) is None
        for part in parts
    )


_SENTENCE_ENDS = re.compile(r"(?<!\bno)(?<!\bnr)\. (?=[a-z])")
_BEFORE_QUESTION = re.compile(r"\. (?=(?:what|how|which|is|does) )")


def _with_sentences_joined(parts: Sequence[Segment], rng: Random) -> list[Segment]:
    mark = rng.choice(("; ", ", ", ", so "))
    ends = _BEFORE_QUESTION if mark == ", so " else _SENTENCE_ENDS
    return [Segment(ends.sub(mark, part.text), True) if part.words else part for part in parts]


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
    "ones tens hundreds thousands tenth tenths hundredth hundredths thousandth thousandths squared cubed "
    "square squares cube cubes half halves double doubled twice triple tripled thrice dozen dozens quarters thirds "
    "fifths sixths eighths twelfth twelfths twentieth"
)
_RUDE_WHEN_MISTYPED = "count counts shift shifts shirt shirts"
_NEVER_MISTYPED = {*lexicon.NUMBER_WORDS, *lexicon.ORDINALS, *_QUANTITIES.split(), *_RUDE_WHEN_MISTYPED.split()}


def _mistypable(word: str) -> bool:
    return len(word) > 3 and word.isascii() and word.isalpha() and word not in _NEVER_MISTYPED
