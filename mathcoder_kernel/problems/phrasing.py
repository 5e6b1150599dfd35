"""The phrasing grammar: templates whose parts meet one shared lexicon.

`{name}` is a slot of the problem, or else a list of the lexicon; `[…]` may be left out; `<a|b|c>` is one of several.
All nest. Templates are lower-case and end without a full stop (`student` adds case and punctuation). For example

    "<{solve}|{find} {unknown} in> {equation} [for {x}]"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import TypeAlias

from mathcoder_kernel.problems import lexicon
from mathcoder_kernel.problems.expression import Notation, Typed
from mathcoder_kernel.problems.student import Segment


class PhrasingError(ValueError):
    """A template that cannot be read, or that names neither a slot nor a list of the lexicon."""


@dataclass(frozen=True, slots=True)
class _Ref:
    name: str


@dataclass(frozen=True, slots=True)
class _Choice:
    options: tuple[tuple[_Part, ...], ...]


_Part: TypeAlias = "str | _Ref | _Choice"


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; `slots` are the references that the lexicon does not know."""

    id: str
    source: str
    parts: tuple[_Part, ...]
    slots: frozenset[str]


Slot: TypeAlias = "str | int | Template | Typed"


def phrase(source: str, id: str = "") -> Template:
    """The compiled template; PhrasingError where brackets do not match."""
    parts, end = _parse(source, 0, "")
    if end != len(source):
        raise PhrasingError(f"unexpected {source[end]!r} at {end} in {source!r}")
    return Template(id, source, parts, frozenset(_slots(parts)))


_CLOSERS = {"[": "]", "<": ">"}


def _parse(source: str, at: int, closers: str) -> tuple[tuple[_Part, ...], int]:
    parts: list[_Part] = []
    words = ""
    while at < len(source) and source[at] not in closers:
        sign = source[at]
        if sign in "{[<":
            if words:
                parts.append(words)
                words = ""
            if sign == "{":
                end = source.find("}", at)
                if end < 0:
                    raise PhrasingError(f"a {{ is not closed in {source!r}")
                parts.append(_Ref(source[at + 1 : end]))
                at = end + 1
                continue
            options: list[tuple[_Part, ...]] = [()] if sign == "[" else []
            while True:
                option, at = _parse(source, at + 1, "|" + _CLOSERS[sign])
                options.append(option)
                if at >= len(source):
                    raise PhrasingError(f"a {sign} is not closed in {source!r}")
                if source[at] != "|":
                    break
            if sign == "[":
                options = [()] * (len(options) - 1) + options[1:]
            parts.append(_Choice(tuple(options)))
        elif sign in "]>}":
            break
        else:
            words += sign
        at += 1
    if words:
        parts.append(words)
    return tuple(parts), at


def _slots(parts: Sequence[_Part]) -> list[str]:
    names: list[str] = []
    for part in parts:
        if isinstance(part, _Ref):
            if part.name not in lexicon.WORDS:
                names.append(part.name)
        elif isinstance(part, _Choice):
            names += [name for option in part.options for name in _slots(option)]
    return names


@lru_cache(maxsize=4096)
def _entry(source: str) -> tuple[_Part, ...]:
    return phrase(source).parts


def render(template: Template, slots: Mapping[str, Slot], notation: Notation, rng: Random) -> list[Segment]:
    """The template in words, drawn with `rng`; PhrasingError where a slot has no value."""
    segments: list[Segment] = []
    _render(template.parts, slots, notation, rng, segments)
    return segments


def _render(
    parts: Sequence[_Part], slots: Mapping[str, Slot], notation: Notation, rng: Random, segments: list[Segment]
) -> None:
    for part in parts:
        if isinstance(part, str):
            segments.append(Segment(part, True))
        elif isinstance(part, _Choice):
            _render(part.options[int(rng.random() * len(part.options))], slots, notation, rng, segments)
        elif part.name in slots:
            value = slots[part.name]
            if isinstance(value, Template):
                _render(value.parts, slots, notation, rng, segments)
            elif isinstance(value, (str, int)):
                segments.append(Segment(str(value), False))
            else:
                segments.append(Segment(_inside_word(value.typed(notation), segments), False))
        elif part.name in lexicon.WORDS:
            words = lexicon.WORDS[part.name]
            _render(_entry(words[int(rng.random() * len(words))]), slots, notation, rng, segments)
        else:
            raise PhrasingError(f"{{{part.name}}} is neither a slot of the problem nor a list of the lexicon")


def _inside_word(typed: str, before: Sequence[Segment]) -> str:
    """Without the dollars where the formula continues a word: "d$x$" is nothing that anybody types."""
    last = before[-1].text[-1:] if before else ""
    return typed[1:-1] if (last.isalnum() or last in tuple("_∂|")) and typed[:1] == "$" == typed[-1:] else typed
