"""Solutions that go wrong once: a code block with a slip that really fails, then words, then the right block.

The slips are those that people (and small models) make: a forgotten import, a mistyped name, `2x`, `^`, no bracket.
"""

from __future__ import annotations

import ast
import builtins
import re
import warnings
from collections.abc import Callable
from random import Random

from mathcoder_kernel.problems.problem import Code, Step, Words

_IMPORT = re.compile(r"^from \w+ import (.+)$", re.MULTILINE)
_REFERENCE = re.compile(r"⟨(\d+)")
_LONGEST = 260  # two blocks and an error would not fit into the model's window
_Slip = tuple[str, str]
"""A flawed source, and the words that name the flaw."""


def with_repair(steps: tuple[Step, ...], rng: Random) -> tuple[Step, ...]:
    """`steps` with a failing first code block put in front of the right one; unchanged where no slip fits."""
    at = next((i for i, step in enumerate(steps) if isinstance(step, Code)), None)
    if at is None:
        return steps
    first = steps[at]
    assert isinstance(first, Code)
    if len(first.source) > _LONGEST:
        return steps
    kinds = [found for kind in _KINDS if (found := kind(first.source))]
    if not kinds:
        return steps
    source, reason = rng.choice(rng.choice(kinds))
    later = tuple(_shifted(step) for step in steps[at + 1 :])
    return (*steps[:at], Code(source, flawed=True), Words(reason), first, *later)


def _shifted(step: Step) -> Step:
    if isinstance(step, Code):
        return step
    return Words(_REFERENCE.sub(lambda match: f"⟨{int(match[1]) + 1}", step.template))


def _readable(source: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some Pythons read `2if` and only warn
        try:
            ast.parse(source)
        except SyntaxError:
            return False
    return True


def _forgotten_import(source: str) -> list[_Slip]:
    slips: list[_Slip] = []
    found = _IMPORT.search(source)
    if found:
        names = found[1].split(", ")
        for name in names:
            if hasattr(builtins, name):
                continue
            if re.search(rf"\b{name}\(", source[found.end() :]):
                rest = ", ".join(other for other in names if other != name)
                body = source[found.end() :].lstrip("\n")
                # an import line without names would be another error
                head = source[: found.start()] + (
                    found[0].split(" import ")[0] + " import " + rest + "\n" if rest else ""
                )
                slips.append((head + body, f"I forgot to import {name}."))
    return slips


def _undefined_symbols(source: str) -> list[_Slip]:
    declared = re.search(r"^.* = symbols\(.*\)\n", source, re.MULTILINE)
    return [(source.replace(declared[0], "", 1), "I forgot to define the symbols.")] if declared else []


def _missing_bracket(source: str) -> list[_Slip]:
    slips = []
    for closing, opening, name in ((")", "(", "bracket"), ("]", "[", "square bracket")):
        if source.endswith(closing) and source.count(opening) == source.count(closing):
            slips.append((source[:-1], f"A {name} is missing."))
    return slips


def _missing_times(source: str) -> list[_Slip]:
    slips = []
    for match in re.finditer(r"(?<![\w.])(\d+)\*([a-df-z]\b|[a-z]{2,})(?!\w*\()", source):
        # 2j is a complex number, 0x and 0b are other digits
        flawed = source[: match.start()] + match[1] + match[2] + source[match.end() :]
        if not _readable(flawed):
            slips.append((flawed, f"A multiplication sign is missing: {match[0]}."))
    return slips[:1]


def _caret(source: str) -> list[_Slip]:
    declared = re.search(r"^(\w) = symbols\(", source, re.MULTILINE)
    if declared is None:
        return []
    x = declared[1]
    # the power of a symbol; in sums and products ^ binds too weakly and meets what is no number
    match = re.search(rf"\b{x}\*\*(\d)(?![\w.*/)]| [/*])", source)
    if match is None or "symbols(" not in source:
        return []
    flawed = source[: match.start()] + f"{x}^{match[1]}" + source[match.end() :]
    return [(flawed, "A power is written with ** in Python.")]


def _missing_comma(source: str) -> list[_Slip]:
    slips = []
    for match in re.finditer(r"^([^'\"\n]*[\w)\]]), ([\w(][^'\"\n]*)$", source, re.MULTILINE):
        flawed = source[: match.start()] + f"{match[1]} {match[2]}" + source[match.end() :]
        if not _readable(flawed):
            slips.append((flawed, "A comma is missing."))
    return slips[:1]


def _missing_quote(source: str) -> list[_Slip]:
    match = re.search(r"symbols\('[^']*'", source)
    return [(source[: match.end() - 1] + source[match.end() :], "A quote is missing.")] if match else []


def _equals_sign(source: str) -> list[_Slip]:
    at = source.find("Eq(", source.find("\n"))
    if at < 0 or source[at - 1].isalnum():
        return []
    depth = 0
    for i in range(at + 3, len(source)):
        sign = source[i]
        if sign == "," and depth == 0:
            end = _closing(source, i)
            flawed = f"{source[:at]}{source[at + 3 : i]} = {source[i + 2 : end]}{source[end + 1 :]}"
            return [] if _readable(flawed) else [(flawed, "An equation is written as Eq(left, right).")]
        depth += (sign in "([{") - (sign in ")]}")
    return []


def _closing(source: str, at: int) -> int:
    depth = 0
    for i in range(at, len(source)):
        if source[i] in ")]}":
            if depth == 0:
                return i
            depth -= 1
        depth += source[i] in "([{"
    return len(source) - 1


_CALLED = {
    "solve": ("Solve", "solve_equation"),
    "diff": ("derivative", "differentiate"),
    "integrate": ("integral", "Integrate"),
    "factor": ("factorize", "factorise"),
    "expand": ("multiply_out", "Expand"),
    "simplify": ("simplified", "Simplify"),
    "sqrt": ("root", "square_root"),
    "gcd": ("ggT", "greatest_common_divisor"),
    "ceil": ("round_up", "ceiling"),
    "floor": ("round_down",),
    "mean": ("average",),
    "median": ("middle",),
    "factorial": ("fac", "fact"),
    "comb": ("choose", "binom"),
    "factorint": ("prime_factors",),
    "limit": ("lim", "Limit"),
    "isprime": ("is_prime",),
    "divisors": ("all_divisors",),
    "Matrix": ("matrix",),
    "Rational": ("Fraction",),
    "radians": ("to_radians",),
}
_ATTRIBUTES = {
    "det": "determinant",
    "inv": "inverse",
    "subs": "substitute",
    "eigenvals": "eigenvalues",
    "rank": "get_rank",
    "norm": "length",
    "dot": "dot_product",
    "trace": "get_trace",
    "cross": "cross_product",
    "evalf": "to_number",
}


def _wrong_function(source: str) -> list[_Slip]:
    slips = []
    body_at = _body_start(source)
    for name, others in _CALLED.items():
        match = re.search(rf"(?<![\w.]){name}\(", source[body_at:])
        if match is None or not re.search(rf"^from .*\b{name}\b", source, re.MULTILINE):
            continue
        at = body_at + match.start()
        for other in others:
            if not re.search(rf"\b{other}\b", source):
                flawed = source[:at] + other + source[at + len(name) :]
                slips.append((flawed, f"The function is called {name}."))
    return slips


def _body_start(source: str) -> int:
    found = list(re.finditer(r"^(from|import) .*\n", source, re.MULTILINE))
    return found[-1].end() if found else 0


def _wrong_attribute(source: str) -> list[_Slip]:
    slips = []
    for name, other in _ATTRIBUTES.items():
        match = re.search(rf"(?<=[\w)])\.{name}\(", source)
        if match:
            flawed = f"{source[: match.start()]}.{other}({source[match.end() :]}"
            slips.append((flawed, f"The method is called {name}."))
    return slips


def _mistyped_name(source: str) -> list[_Slip]:
    tree = ast.parse(source)
    if any(isinstance(node, ast.FunctionDef | ast.Lambda) for node in ast.walk(tree)):
        return []
    set_names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    known = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | set(dir(builtins))
    known |= {part for match in _IMPORT.finditer(source) for part in match[1].split(", ")}
    lines = source.split("\n")
    slips = []
    for statement in tree.body:
        # places inside an f-string, and what a loop or a comprehension may never reach, are left alone
        if not isinstance(statement, ast.Assign | ast.Expr):
            continue
        if any(isinstance(n, ast.JoinedStr | ast.comprehension | ast.BoolOp | ast.IfExp) for n in ast.walk(statement)):
            continue
        for node in ast.walk(statement):
            if not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in set_names):
                continue
            name = node.id
            if len(name) < 4:
                continue
            wrong = name[:-1] if name.endswith("s") else name + "s"
            if wrong in known or not lines[node.lineno - 1].isascii():
                continue
            row, at = node.lineno - 1, node.col_offset
            changed = lines[row][:at] + wrong + lines[row][at + len(name) :]
            flawed = "\n".join([*lines[:row], changed, *lines[row + 1 :]])
            slips.append((flawed, f"I mistyped a name: it is {name}."))
    return slips


def _too_early(source: str) -> list[_Slip]:
    """The first two assignments the wrong way round."""
    lines = source.split("\n")
    slips = []
    for i in range(len(lines) - 1):
        first = re.fullmatch(r"(\w+) = \S.*", lines[i])
        second = re.fullmatch(r"(\w+) = (\S.*)", lines[i + 1])
        if first and second and re.search(rf"(?<![\w'\"]){first[1]}\b", second[2]) and first[1] != second[1]:
            if re.search(rf"^{first[1]}\b", "\n".join(lines[:i]), re.MULTILINE) or "symbols" in lines[i]:
                continue
            swapped = [*lines[:i], lines[i + 1], lines[i], *lines[i + 2 :]]
            if _readable("\n".join(swapped)):
                slips.append(("\n".join(swapped), f"{first[1]} must be defined before it is used."))
    return slips[:1]


_KINDS: tuple[Callable[[str], list[_Slip]], ...] = (
    _forgotten_import,
    _forgotten_import,
    _undefined_symbols,
    _missing_bracket,
    _missing_times,
    _caret,
    _missing_comma,
    _missing_quote,
    _equals_sign,
    _wrong_function,
    _wrong_attribute,
    _mistyped_name,
    _mistyped_name,
    _too_early,
)
