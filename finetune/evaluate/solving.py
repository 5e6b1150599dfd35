"""One question, played by the kernel's solver with real execution, and judged against the right answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from mathcoder_kernel.engine.protocol import Engine, Sampling
from mathcoder_kernel.execution.guard import judge
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.lce.transcript import BlockKind, Transcript
from mathcoder_kernel.solver.checking.answer_check import check_answer
from mathcoder_kernel.solver.checking.symbolic import equivalent
from mathcoder_kernel.solver.events import AnswerFound, Event, ExecutionRefused, TurnFinished
from mathcoder_kernel.solver.turn import Budgets, RunMode, Turn
from mathcoder_kernel.solver.vote import Ballot, count, seed_of

SELF_WRITTEN = re.compile(r"<\|execution\|>|```output|<llm-code-output>|^(?:Output|Observation):", re.MULTILINE)
"""How the results of code begin in the known dialects: in what a model wrote, it is a result that it made up."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its right answer; None where it is to be refused. `also` are other forms of the same answer."""

    id: str
    topic: str
    question: str
    answer: str | None
    level: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How questions are answered. With several `samples`, the answer is the one that most of them give (maj@k,
    arXiv 2203.11171) or that of the sample a scorer likes best."""

    samples: int = 1
    temperature: float = 0.0
    top_p: float = 0.95
    seed: int = 0
    code_blocks: int = 8
    turn_tokens: int = 4096
    seconds: float = 10.0  # of one code block
    run: RunMode = "guarded"

    def sampling(self, sample: int) -> Sampling:
        """Of the sample of that number, from 0."""
        return Sampling(self.temperature, top_p=self.top_p, seed=seed_of(self.seed, sample))

    def budgets(self) -> Budgets:
        """Of one turn."""
        return Budgets(
            code_blocks=self.code_blocks, turn_tokens=self.turn_tokens, execution=Limits(seconds=self.seconds)
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model made of one question. `verdict` is one of report.VERDICTS; `check` what a student is told of the
    answer: True "checked", False "check failed", None "not checked". With several samples the rest is that of the one
    that was chosen, but for `votes` (samples that gave this answer), `right_samples` and the counts of blocks (sums).
    """

    id: str
    topic: str
    question: str
    gold: str | None
    answer: str | None
    verdict: str
    check: bool | None
    code_blocks: int
    failed_blocks: int
    seconds: float
    transcript: dict[str, Any]
    level: str | None = None
    blocks: int = 0
    self_written: bool = False
    tokens: int = 0  # that the model wrote
    samples: int = 1
    votes: int = 1
    right_samples: int = 0


async def play(asked: Asked, engine: Engine, pool: PoolExecutor, way: Way, sample: int = 0) -> Outcome:
    """One turn on a question. Holds one session of the pool and calls it for checks: give it two places a turn."""
    last: Event | None = None
    async with pool.session() as executor:
        turn = Turn(
            asked.question,
            engine=engine,
            executor=executor,
            guard=judge,
            run=way.run,
            sampling=way.sampling(sample),
            budgets=way.budgets(),
            checker=partial(check_answer, pool=pool),
        )
        held_back, check = False, None
        async for last in turn.events():
            held_back = held_back or isinstance(last, ExecutionRefused)
            if isinstance(last, AnswerFound):
                check = last.check.passed
    transcript, answer = turn.transcript, turn.transcript.answer
    verdict = await _verdict(asked, answer, last, held_back, transcript, pool)
    written = [block.content for block in transcript.blocks if block.kind is not BlockKind.EXECUTION]
    return Outcome(
        id=asked.id,
        topic=asked.topic,
        level=asked.level,
        question=asked.question,
        gold=asked.answer,
        answer=answer,
        verdict=verdict,
        check=check,
        blocks=len(transcript.blocks),
        code_blocks=turn.stats.code_blocks,
        failed_blocks=turn.stats.failed_blocks,
        self_written=any(SELF_WRITTEN.search(content) for content in written),
        tokens=turn.stats.generated_tokens,
        seconds=round(turn.stats.seconds, 4),
        transcript=transcript.to_json(),
        right_samples=int(verdict in ("right", "refused rightly")),
    )


Scorer = Callable[[Outcome], float]
"""How good a sample looks, without knowing the right answer: of several, the best one counts."""


def checks_score(outcome: Outcome) -> float:
    """A scorer of our own: the kernel's independent check, then code that did not fail, then brevity."""
    checked = {True: 2.0, None: 1.0, False: 0.0}[outcome.check]
    failed = outcome.failed_blocks / max(1, outcome.code_blocks)
    return (checked + (outcome.answer is not None)) * 10 - failed - min(outcome.tokens, 10_000) / 20_000


async def choose(outcomes: list[Outcome], pool: PoolExecutor, scorer: Scorer | None) -> Outcome:
    """The outcome that counts, of the samples of one question: by `scorer`, else by the majority of answers.

    Votes are counted as the kernel counts them: equal answers are found by algebra, shorter transcripts come first.
    """

    async def same(first: str, second: str) -> bool:
        return (await equivalent(first, second, pool=pool)).equal is True

    ballots = [Ballot(n, o.tokens, o.answer, Transcript(o.question)) for n, o in enumerate(outcomes)]
    counted = await count(sorted(ballots, key=lambda b: b.key), len(ballots), same, all_votes=True)
    majority = outcomes[counted.winner[0].index] if counted.winner else outcomes[0]
    chosen = majority if scorer is None else max(outcomes, key=scorer)
    votes = next((len(group) for group in counted.groups if any(outcomes[b.index] is chosen for b in group)), 0)
    return replace(
        chosen,
        samples=len(outcomes),
        votes=votes,
        right_samples=sum(outcome.right_samples for outcome in outcomes),
        code_blocks=sum(outcome.code_blocks for outcome in outcomes),
        failed_blocks=sum(outcome.failed_blocks for outcome in outcomes),
        self_written=any(outcome.self_written for outcome in outcomes),
        tokens=sum(outcome.tokens for outcome in outcomes),
        seconds=round(sum(outcome.seconds for outcome in outcomes), 4),
    )


_CONSTANT = re.compile(r"\s*\+\s*C\s*$")
_NUMBER = re.compile(
    r"(?:[^A-Za-z]|\\?(?:sqrt|[dt]?frac|pi|ln|log|exp|a?(?:rc)?(?:sin|cos|tan)h?|left|right|cdot|times|[eEiI]))*"
)
"""A key without a variable: the value of a definite integral, say."""


async def _verdict(
    asked: Asked,
    answer: str | None,
    last: Event | None,
    held_back: bool,
    transcript: Transcript,
    pool: PoolExecutor,
) -> str:
    if held_back:
        return "held back"
    if not isinstance(last, TurnFinished):
        return "failed"
    if answer is None:
        refused = not transcript.of_kind(BlockKind.CODE)
        if asked.answer is None:
            return "refused rightly" if refused else "no answer"
        return "refused wrongly" if refused else "no answer"
    if asked.answer is None:
        return "answered what it should refuse"
    return "right" if await is_right(asked, answer, pool) else "wrong"


async def is_right(asked: Asked, answer: str, pool: PoolExecutor) -> bool:
    """Whether `answer` equals the question's right answer, or another form of it.

    An antiderivative is right with its `+ C` where the key leaves it out; a number is not.
    """
    for form in (asked.answer, *asked.also):
        if form is not None:
            given = answer if "C" in form or _NUMBER.fullmatch(form) else _CONSTANT.sub("", answer)
            if (await equivalent(form, given, pool=pool)).equal:
                return True
    return False
