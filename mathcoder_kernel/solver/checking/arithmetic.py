"""Questions whose answer follows from their words alone: computed here exactly, without the model or its code.

Only a question that is nothing but one of these forms counts; anything more is left alone (None).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from fractions import Fraction
from statistics import median

from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.expression import (
    CONSTANTS,
    FUNCTIONS,
    ExpressionError,
    Tree,
    names,
    number,
    parse_expression,
    rational,
)

_LEAD = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+)?(?:what(?:'s| is| are)|calculate|compute|evaluate|find|work out|simplify|"
    r"determine|how much is|give|tell me)?\s*(?:me\s+)?(?:the\s+)?(?:exact\s+)?(?:value\s+of\s+|result\s+of\s+)?",
    re.IGNORECASE,
)
_N = r"[-+]?\d+(?:\.\d+)?(?:/\d+)?"
_LIST = rf"({_N}(?:\s*(?:,\s*and|,|and)\s+{_N}|,{_N})+)"
_FORMS: dict[str, Callable[..., Fraction | None]] = {
    rf"({_N})\s*(?:%|percent|per cent)\s+of\s+({_N})": lambda a, b: a * b / 100,
    rf"what (?:percent|percentage|per cent) of ({_N}) is ({_N})": lambda a, b: b / a * 100,
    rf"(?:square root of)\s+({_N})": lambda a: _root(a),
}
_LIST_FORMS = {
    r"(?:gcd|gcf|hcf|greatest common (?:divisor|factor)|highest common factor) (?:of|for)": "gcd",
    r"(?:lcm|least common multiple|lowest common multiple) (?:of|for)": "lcm",
    r"(?:mean|average|arithmetic mean) of(?: the numbers)?:?": "mean",
    r"median of(?: the numbers)?:?": "median",
    r"sum of(?: the numbers)?:?": "sum",
    r"product of(?: the numbers)?:?": "product",
}


def value_of_question(question: str) -> Tree | None:
    """The exact value that a plain arithmetic question asks for; None for any other question."""
    text = plain_answer(question.replace("$", " ")).strip()
    if re.search(r"[\d)]!$|[-+]\s*[\d.]+\s*%", text):  # a factorial or a full stop; per cent of what?
        return None
    text = re.sub(r"(?<![\d)])!+$", "", text.rstrip("?.= ")).rstrip("?.= ")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))(?<!\s)", "", text)
    for form, compute in _FORMS.items():
        match = re.fullmatch(form, text, re.IGNORECASE) or re.fullmatch(
            form, _LEAD.sub("", text, count=1), re.IGNORECASE
        )
        if match is not None:
            try:
                value = compute(*(Fraction(group) for group in match.groups()))
            except (ZeroDivisionError, ValueError):
                return None
            return None if value is None else number(value)
    asked = _LEAD.sub("", text, count=1).strip()
    for form, operation in _LIST_FORMS.items():
        match = re.fullmatch(rf"{form}\s*{_LIST}", asked, re.IGNORECASE)
        if match is not None:
            value = _of_list(operation, [Fraction(item) for item in re.findall(_N, match[1])])
            return None if value is None else number(value)
    if any(run not in FUNCTIONS and run not in CONSTANTS for run in re.findall(r"[A-Za-z]+", asked)):
        return None
    if not re.search(r"\d", asked) or not re.search(r"[-+*/^!(]", asked[1:]):
        return None
    try:
        tree = parse_expression(asked)
    except (ExpressionError, RecursionError):
        return None
    return tree if not names(tree) and rational(tree) is not None else None


def _root(value: Fraction) -> Fraction | None:
    if value < 0:
        return None
    root = Fraction(math.isqrt(value.numerator), math.isqrt(value.denominator))
    return root if root * root == value else None


def _of_list(operation: str, items: list[Fraction]) -> Fraction | None:
    if operation in ("gcd", "lcm"):
        if any(item.denominator != 1 for item in items):
            return None
        return Fraction((math.gcd if operation == "gcd" else math.lcm)(*(int(item) for item in items)))
    if operation == "mean":
        return sum(items, Fraction(0)) / len(items)
    if operation == "median":
        return Fraction(median(items))
    return sum(items, Fraction(0)) if operation == "sum" else math.prod(items, start=Fraction(1))
