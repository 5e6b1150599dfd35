"""Solutions that check themselves: a second code block puts the result back and shows True, then the answer follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from mathcoder_kernel.problems.problem import Code, Step, Words

# sums and products of whole numbers and letters, whose checks are exact and quick
_PLAIN = re.compile(r"[\w\s+*/()-]+")
_LONGEST = 110  # a longer check would not fit into the model's window with the rest
_Check = tuple[str, str, str]
"""The first block with its result under a name, the check, and the words that announce it."""


def with_verification(steps: tuple[Step, ...], rng: Random) -> tuple[Step, ...]:
    """`steps` with a checking block before the last words; unchanged where no check fits."""
    if [type(step) for step in steps] != [Words, Code, Words]:
        return steps
    first, end = steps[1], steps[2]
    assert isinstance(first, Code)
    assert isinstance(end, Words)
    for kind in _KINDS:
        found = kind(first.source)
        if found and len(found[1]) <= _LONGEST:
            source, check, words = found
            held = rng.choice(("The check holds.", "The check gives ⟨1⟩.", "It is ⟨1⟩, so the result is right."))
            announced = rng.choice(
                (words, f"To be sure: {words[0].lower()}{words[1:]}", f"Check: {words[0].lower()}{words[1:]}")
            )
            return (steps[0], Code(source), Words(announced), Code(check), Words(f"{held} {end.template}"))
    return steps


def _split(source: str) -> tuple[str, str]:
    """The lines before the last with their line end, and the last."""
    head, _, last = source.rpartition("\n")
    return (head + "\n" if head else ""), last


def _plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and not re.search(r"[a-z]{2,}\(", text)


def _equation(source: str) -> _Check | None:
    head, last = _split(source)
    found = re.fullmatch(r"solve\((equation|Eq\((.+), (.+)\)), (\w)\)\[0\]", last)
    if not found or "result" in source:
        return None
    if found[1] == "equation":
        given = re.search(r"^equation = Eq\((.+), (.+)\)$", head, re.MULTILINE)
        sides = (given[1], given[2]) if given else None
    else:
        sides = (found[2], found[3])
    if not sides or not all(_plain(side) and "**" not in side for side in sides):
        return None
    if any(letters != {found[4]} for side in sides if (letters := set(re.findall(r"[a-z]\w*", side)))):
        return None
    # the unknown in a denominator could make the check undefined
    if any(re.search(rf"/\(?[^)]*{found[4]}", side) for side in sides):
        return None
    words = "We put the solution back into the equation."
    return f"{head}result = {last}\nresult", f"{found[1]}.subs({found[4]}, result)", words


def _system(source: str) -> _Check | None:
    head, last = _split(source)
    found = re.search(r"^solution = solve\((\[Eq\(.+\)\]), \[[\w, ]+\]\)$", head, re.MULTILINE)
    if not found or "solution" not in last or not _PLAIN.fullmatch(re.sub(r"[\[\],]|Eq\b", "", found[1])):
        return None
    words = "We put the solution into all equations."
    return source, f"all(equation.subs(solution) for equation in {found[1]})", words


def _factored(source: str) -> _Check | None:
    head, last = _split(source)
    found = re.fullmatch(r"factor\((.+)\)", last)
    if not found or not _plain(found[1]) or "/" in found[1]:
        return None
    check = f"from sympy import expand\nexpand(result) == expand({found[1]})"
    return f"{head}result = {last}\nresult", check, "We multiply the product out again."


def _expanded(source: str) -> _Check | None:
    head, last = _split(source)
    found = re.fullmatch(r"expand\((.+\(.+)\)", last)
    if not found or not _plain(found[1]) or "/" in found[1] or re.search(r"[a-z]{2,}", found[1]):
        return None
    return f"{head}result = {last}\nresult", f"result.equals({found[1]})", "We compare the result with the product."


def _antiderivative(source: str) -> _Check | None:
    head, last = _split(source)
    found = re.fullmatch(r"integrate\((.+), (\w)\)", last)
    if not found or not _plain(found[1]) or "/" in found[1] or re.search(r"\*\*(?!\d)", found[1]):
        return None
    check = f"from sympy import diff\ndiff(result, {found[2]}).equals({found[1]})"
    return f"{head}result = {last}\nresult", check, "We differentiate the result."


def _division(source: str) -> _Check | None:
    found = re.search(r"^quotient, rest = divmod\((\d+), (\d+)\)$", source, re.MULTILINE)
    if not found:
        return None
    return (
        source,
        f"{found[2]}*quotient + rest == {found[1]}",
        "The divisor times the quotient plus the rest is the number.",
    )


_KINDS: tuple[Callable[[str], _Check | None], ...] = (
    _equation,
    _system,
    _factored,
    _expanded,
    _antiderivative,
    _division,
)
