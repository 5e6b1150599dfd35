"""How a dialect's code is run and what its model reads of the outputs: data, and the source rewriting it asks for.

A style says what the reference loop of a model family does. Where code runs in throw-away processes (votes, evaluation)
all of it is followed. In a person's live kernel the namespace is theirs: every block runs in it, once, and variables
stay, whatever `namespace` says; a model that repeats its imports and definitions does not notice. What is printed, how
errors read and where output is cut follows the style in both.

Sources of the table below: the released inference code of each project (see text_dialect).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mathcoder_kernel.lce.transcript import Cut, ExecutionStatus


@dataclass(frozen=True, slots=True)
class Truncation:
    """Output longer than `head` + `tail` characters keeps that many from its ends, with `mark` between them."""

    head: int
    tail: int
    mark: str = "..."


Namespace = Literal["shared", "fresh", "replayed", "replayed silently"]


@dataclass(frozen=True, slots=True)
class ExecutionStyle:
    """See the module.

    `shows_value`: the value of a last bare expression is part of the output; otherwise only what is printed is, and
    such an expression is put into a `print` first. `namespace`: what a block finds of the blocks before it: their
    variables ("shared"), nothing ("fresh": each block stands alone), or the variables of all earlier blocks run anew in
    front of it, with their output ("replayed") or with their top-level prints removed ("replayed silently").
    `preamble` is code that every fresh namespace begins with. `empty` is read where there is no output. `error_mark`
    stands before an error's text, and `error_truncation` cuts it where the output's rule is another one.
    """

    shows_value: bool = True
    namespace: Namespace = "shared"
    preamble: str = ""
    empty: str = "<empty_execution>"
    seconds: float | None = None
    truncation: Truncation | None = None
    error_mark: str = ""
    error_truncation: Truncation | None = None

    def source(self, code: str) -> str:
        """`code` as it is run: with its last expression printed, where only what is printed is read."""
        return code if self.shows_value else printed(code)

    def sources(self, earlier: Sequence[str], code: str) -> tuple[str, ...]:
        """What is run, in order, in a fresh process for `code` after the blocks `earlier`; the last gives the output.

        Empty `earlier` results in a shared namespace mean that the caller keeps the process.
        """
        setup = (self.preamble,) if self.preamble else ()
        if self.namespace == "replayed silently":
            return (*setup, *(without_prints(block) for block in earlier), self.source(code))
        if self.namespace == "replayed":
            return (*setup, *(self.source(block) for block in earlier), self.source(code))
        return (*setup, self.source(code))

    def feedback(self, text: str, status: ExecutionStatus, cut: Cut | None) -> tuple[str, Cut | None]:
        """What the model reads of a run whose output is `text`, and what was left out of it.

        `text` may be cut already (`cut`), with any mark between its head and its tail.
        """
        if text == "<empty_execution>":
            text = self.empty
        if status is not ExecutionStatus.OK and text and self.error_mark:
            text = self.error_mark + text
            if cut is not None:
                cut = Cut(cut.head + len(self.error_mark), cut.tail, cut.omitted)
        rule = self.truncation
        if status is not ExecutionStatus.OK and self.error_truncation is not None:
            rule = self.error_truncation
        total = len(text) if cut is None else cut.head + cut.omitted + cut.tail
        if rule is None or total <= rule.head + rule.tail:
            return text, cut
        head = text[: rule.head] if cut is None else text[: min(rule.head, cut.head)]
        tail = ""
        if rule.tail:
            tail = text[-rule.tail :] if cut is None else text[-min(rule.tail, cut.tail) :] if cut.tail else ""
        return head + rule.mark + tail, Cut(len(head), len(tail), total - len(head) - len(tail))


_SHOWN_ALREADY = frozenset({"print", "display", "show", "help"})


def printed(code: str) -> str:
    """`code` with its last statement put into `print(…)`, if that is an expression whose value would be shown.

    The rest of the source stays as it is. Code that is no Python (a magic, a syntax error) comes back unchanged, and so
    does a last call that shows something itself (`print`, `display`, `show`, `help`) or a last line ended by `;`.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return code
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or last.end_lineno is None or last.end_col_offset is None:
        return code
    value = last.value
    if isinstance(value, ast.Yield | ast.YieldFrom) or (isinstance(value, ast.Constant) and value.value is None):
        return code
    if isinstance(value, ast.Call) and _called(value) in _SHOWN_ALREADY:
        return code
    lines = _lines(code)
    start = _offset(lines, last.lineno, last.col_offset)
    end = _offset(lines, last.end_lineno, last.end_col_offset)
    if code[end:].lstrip(" \t").startswith(";"):
        return code
    rewritten = f"{code[:start]}print({code[start:end]}){code[end:]}"
    try:
        ast.parse(rewritten)
    except (SyntaxError, ValueError):
        return code
    return rewritten


def without_prints(code: str) -> str:
    """`code` without its top-level `print` calls; unchanged where it is no Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return code
    lines = _lines(code)
    kept = code
    for statement in reversed(tree.body):
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)):
            continue
        if _called(statement.value) != "print" or statement.end_lineno is None or statement.end_col_offset is None:
            continue
        start = _offset(lines, statement.lineno, statement.col_offset)
        end = _offset(lines, statement.end_lineno, statement.end_col_offset)
        kept = f"{kept[:start]}pass{kept[end:]}"
    return kept


def _called(call: ast.Call) -> str:
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _lines(code: str) -> list[str]:
    """The source's lines as Python counts them (not `splitlines`, which splits at more characters)."""
    lines: list[str] = []
    start = position = 0
    while position < len(code):
        if code[position] == "\n" or code[position] == "\r":
            position += 2 if code.startswith("\r\n", position) else 1
            lines.append(code[start:position])
            start = position
        else:
            position += 1
    lines.append(code[start:])
    return lines


def _offset(lines: Sequence[str], line: int, column: int) -> int:
    """The index into the source of a place that `ast` names by line and UTF-8 byte."""
    before = sum(len(text) for text in lines[: line - 1])
    return before + len(lines[line - 1].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass"))
