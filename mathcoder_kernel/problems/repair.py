"""Solutions that go wrong once: a code block with a slip that really fails, then words, then the right block."""

from __future__ import annotations

import re
from random import Random

from mathcoder_kernel.problems.problem import Code, Step, Words

_IMPORT = re.compile(r"^from \w+ import (.+)$", re.MULTILINE)
_REFERENCE = re.compile(r"⟨(\d+)")


def with_repair(steps: tuple[Step, ...], rng: Random) -> tuple[Step, ...]:
    """`steps` with a failing first code block put in front of the right one; unchanged where no slip fits."""
    at = next((i for i, step in enumerate(steps) if isinstance(step, Code)), None)
    if at is None:
        return steps
    first = steps[at]
    assert isinstance(first, Code)
    slips = _slips(first.source)
    if not slips:
        return steps
    source, reason = rng.choice(slips)
    later = tuple(_shifted(step) for step in steps[at + 1 :])
    return (*steps[:at], Code(source, flawed=True), Words(reason), first, *later)


def _shifted(step: Step) -> Step:
    if isinstance(step, Code):
        return step
    return Words(_REFERENCE.sub(lambda match: f"⟨{int(match[1]) + 1}", step.template))


def _slips(source: str) -> list[tuple[str, str]]:
    slips: list[tuple[str, str]] = []
    found = _IMPORT.search(source)
    if found:
        names = found[1].split(", ")
        for name in names:
            if re.search(rf"\b{name}\(", source[found.end() :]):
                rest = ", ".join(other for other in names if other != name)
                body = source[found.end() :].lstrip("\n")
                # an import line without names would be another error
                head = source[: found.start()] + (
                    found[0].split(" import ")[0] + " import " + rest + "\n" if rest else ""
                )
                slips.append((head + body, f"I forgot to import {name}."))
    declared = re.search(r"^.* = symbols\(.*\)\n", source, re.MULTILINE)
    if declared:
        slips.append((source.replace(declared[0], "", 1), "I forgot to define the symbols."))
    if source.endswith(")") and source.count("(") == source.count(")"):
        slips.append((source[:-1], "A bracket is missing."))
    return slips
