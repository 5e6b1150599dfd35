"""One problem with its teacher's solution, before its code has been run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mathcoder_kernel.lce.answer import boxed_answer
from mathcoder_kernel.lce.transcript import Block, Transcript, code, execution, text


@dataclass(frozen=True, slots=True)
class Words:
    """Text the model is to write. `⟨0⟩` stands for the result of the first code block, `⟨1⟩` for the second, …

    A reference may name a form: `⟨0:inner⟩` is the result without its outer brackets.
    """

    template: str


@dataclass(frozen=True, slots=True)
class Code:
    """Python the model is to write; its last expression is its result, as in MathCoder's recorded runs.

    `flawed` marks a block that is meant to fail (a repair follows), so that training can leave it out of the loss.
    """

    source: str
    flawed: bool = False


Step: TypeAlias = Words | Code

_REFERENCE = re.compile(r"⟨(\d+)(?::(inner))?⟩")


@dataclass(frozen=True, slots=True)
class Problem:
    """A question and the steps that solve it.

    `topic` is the broad heading ("linear equations"), `task` the kind of question within it, `phrasing` the id of the
    template that worded it; `held_out` marks phrasings that training never sees. A refusal has no code step.
    """

    topic: str
    task: str
    phrasing: str
    question: str
    steps: tuple[Step, ...]
    held_out: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The sources of the code steps, in order."""
        return tuple(step.source for step in self.steps if isinstance(step, Code))

    def transcript(self, results: Sequence[str]) -> Transcript:
        """The solved transcript, given the text that running each code step in one namespace gave."""
        if len(results) != len(self.codes):
            raise ValueError(f"{len(self.codes)} code steps but {len(results)} results")
        blocks: list[Block] = []
        done = 0
        for step in self.steps:
            if isinstance(step, Code):
                blocks += [code(step.source), execution(results[done])]
                done += 1
            else:
                blocks.append(text(_REFERENCE.sub(lambda match: _result(match, results), step.template)))
        meta = {"topic": self.topic, "task": self.task, "phrasing": self.phrasing, "held_out": self.held_out}
        return Transcript(self.question, tuple(blocks), boxed_answer(blocks[-1].content), meta=meta)


def _result(reference: re.Match[str], results: Sequence[str]) -> str:
    result = results[int(reference[1])].strip()
    if reference[2] == "inner":
        return result[1:-1] if result[:1] in "[({" and result[-1:] in "])}" else result
    return result.strip("'\"") if result[:1] in "'\"" else result
