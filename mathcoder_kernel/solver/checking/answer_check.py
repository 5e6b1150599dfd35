"""An independent look at a finished turn (design: "Answer check").

In a fresh pool child the turn's code runs again, watched. Then, strongest first:

0. Where the question is plain arithmetic, its value is computed exactly, without the code.
1. What the code asked of SymPy is checked another way: solutions substituted back, integrals differentiated, … It
   counts where the answer is that result, the question's words ask for that operation, and the code worked on just the
   expressions, equations or numbers that the question states: what the model wrote down itself, such as the equations
   of a word problem, may be solved well and still be wrong.
2. The runs gave the same, the answer is one of the results, and the code uses every number of the question. This is
   weak evidence (it says nothing of whether the right thing was computed), and its label says what was done.

Whatever contradicts the answer makes the check fail; whatever is missing makes it "not checked", with the reason.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Executor, Limits
from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, Transcript
from mathcoder_kernel.lce.typed_answer import Expression
from mathcoder_kernel.solver.checking.arithmetic import value_of_question
from mathcoder_kernel.solver.checking.linking import (
    Linker,
    asks_to_round,
    gives_too_much,
    in_asked_form,
    question_asks_for,
    same_output,
    unused_numbers,
)
from mathcoder_kernel.solver.checking.witness import watched
from mathcoder_kernel.solver.events import Check

EXACT = "exact arithmetic"
AGAIN = "running the code again in a clean process"
_REPORT_CHARS = 200_000
_CHANGING = re.compile(r"\b(?:random|time|datetime|secrets|uuid|urandom|perf_counter|id|hash)\b")


class Sessions(Protocol):
    """What this module needs of a pool."""

    def session(self) -> AbstractAsyncContextManager[Executor]:
        """A namespace of its own in a throw-away process."""
        ...


async def check_answer(transcript: Transcript, *, pool: Sessions, seconds: float = 10.0) -> Check:
    """What an independent check says of the transcript's answer; never raises for what the code does.

    `seconds` limits each block's run and the look at its results; `passed` is None where no check was possible. An
    answer that only came out the same when the code ran again is not called checked: on recorded runs of larger models
    that holds for 55 % of the wrong and 68 % of the right answers, so it says little, while under 1 % of the wrong ones
    pass one of the other checks.
    """
    answer = _answer(transcript)
    steps = _steps(transcript)
    if answer is None:
        return Check(None, detail="there is no final answer")
    if not steps:
        return Check(None, detail="the answer does not rest on code that ran")
    if any(run.status not in (ExecutionStatus.OK, ExecutionStatus.ERROR) for _, run in steps):
        return Check(None, detail="some of the code was not run to its end")
    try:
        async with pool.session() as executor:
            check = await _check(transcript.question, answer, steps, executor, seconds)
    except (OSError, RuntimeError) as error:
        return Check(None, detail=f"the checking process could not be used: {error}")
    if check.passed and check.by == AGAIN:
        return Check(None, AGAIN, "running the code again gives the same, but nothing else confirms it")
    return check


def _answer(transcript: Transcript) -> str | None:
    if transcript.answer is not None:
        return transcript.answer
    texts = transcript.of_kind(BlockKind.TEXT)
    return boxed_answer(texts[-1].content) if texts else None


def _steps(transcript: Transcript) -> list[tuple[Block, Block]]:
    """Code blocks that ran, with what they gave."""
    blocks = transcript.blocks
    return [(code, run) for code, run in itertools.pairwise(blocks) if run.kind is BlockKind.EXECUTION]


async def _check(
    question: str, answer: str, steps: list[tuple[Block, Block]], executor: Executor, seconds: float
) -> Check:
    limits = Limits(seconds=seconds, feedback_chars=_REPORT_CHARS)

    async def run(code: str) -> ExecutionResult:
        return await executor.run(ExecutionRequest(code, limits=limits))

    await run("import mathcoder_kernel.solver.checking.witness as _w; _w.install(); del _w")
    results: list[str] = []
    for code, recorded in steps:
        again = await run(watched(code.content))
        if again.status not in (ExecutionStatus.OK, ExecutionStatus.ERROR):
            return Check(None, detail="running the code again took too long or too much memory")
        if again.error is not None and again.error not in recorded.content:
            if again.error == "NameError":
                return Check(None, detail=f"the code uses variables of this notebook ({again.text.strip()[:80]})")
            return Check(None, detail=f"in a clean process the code ends with {again.error}")
        if recorded.status is ExecutionStatus.ERROR and again.error is None:
            return Check(None, detail="the code failed in this notebook, perhaps because of a variable of yours")
        if not _same_run(recorded, again):
            if _CHANGING.search(" ".join(code.content for code, _ in steps)):
                return Check(None, detail="the code gives something else each time it runs")
            return Check(False, AGAIN, "running the code again gives something else")
        if again.error is None:
            results.append(_unquoted(again.text))
    rounded = asks_to_round(question)
    if (computed := _computed(question, answer, rounded)) is not None:
        return computed
    look = await run(
        f"__import__('mathcoder_kernel.solver.checking.witness', fromlist=['report'])"
        f".report({question!r}, {answer!r}, {results!r}, {rounded!r})"
    )
    try:
        seen = json.loads(look.text.strip().splitlines()[-1])
        stated, confirmed = seen["stated"], seen["confirmed"]
    except (ValueError, IndexError, KeyError, TypeError):
        return Check(None, detail="the results could not be looked at in time")
    return _judge(question, answer, steps, stated, confirmed)


def _unquoted(result: str) -> str:
    """A result without the quotes of a string: code that formats its answer gives one."""
    if result.strip()[:1] in ("'", '"'):
        try:
            value = ast.literal_eval(result.strip())
        except (ValueError, SyntaxError):
            return result
        if isinstance(value, str):
            return value
    return result


def _computed(question: str, answer: str, rounded: bool) -> Check | None:
    """The answer against the value of a question that is plain arithmetic."""
    value = value_of_question(question)
    if value is None:
        return None
    linker = Linker(answer, rounded)
    exact = Expression(value)
    if linker.is_value(exact):
        return Check(True, EXACT)
    if linker.is_near(exact):
        return Check(None, detail=f"exact arithmetic gives {value[1]}")
    return Check(False, EXACT, f"exact arithmetic gives {value[1]}")


def _judge(
    question: str,
    answer: str,
    steps: list[tuple[Block, Block]],
    stated: bool | None,
    confirmed: list[dict[str, object]],
) -> Check:
    asked = [call for call in confirmed if question_asks_for(str(call["call"]), question)]
    for call in confirmed:
        if not call["ok"]:
            return Check(False, str(call["by"]), f"{call['by']} does not confirm it")
    if stated is False and not confirmed:
        return Check(False, "comparing with the results", "the boxed answer is not what the code gave")
    if stated is None:
        return Check(None, detail="the answer is in words")
    unused = unused_numbers(question, "\n".join(code.content for code, _ in steps))
    if unused:
        return Check(None, detail=f"the code does not use {_listed(unused)} from the question")
    if confirmed and all(call["asked"] is False for call in confirmed):
        return Check(None, detail="the code did not do exactly what the question states")
    if confirmed and not asked:
        return Check(None, detail="the question does not plainly ask for what the code did")
    if not in_asked_form(question, answer):
        return Check(None, detail="the question asks for decimals and the answer is exact")
    if gives_too_much(question, answer):
        return Check(None, detail="the question asks for one unknown and the answer gives several")
    for call in asked:
        if call["asked"]:  # neither an intermediate step of the code nor an equation of its own is evidence
            return Check(True, str(call["by"]))
    return Check(True, AGAIN)


def _same_run(recorded: Block, again: ExecutionResult) -> bool:
    if recorded.status is ExecutionStatus.ERROR or again.error is not None:  # tracebacks quote rewritten lines
        return again.error is not None and again.error in recorded.content
    if recorded.cut is not None:
        return same_output(recorded.content[: recorded.cut.head], again.text[: recorded.cut.head])
    return same_output(recorded.content, again.text)


def _listed(numbers: list[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
