"""Problems in, report out: each is answered by the kernel's solver with its engine, guard and pool executor, greedily.

The right answer is what the teacher's own code gives when it is executed now. A refusal counts as right when the
teacher refuses too. Sets: fresh seeds, held-out phrasings (never seen in training), and a file of questions if given.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from finetune.data.check import read_questions
from finetune.data.generate import solved
from finetune.evaluate.report import summarise
from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import EngineError
from mathcoder_kernel.execution.guard import judge
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.lce.transcript import BlockKind, Transcript
from mathcoder_kernel.problems import family
from mathcoder_kernel.solver.checking.answer_check import check_answer
from mathcoder_kernel.solver.checking.symbolic import equivalent
from mathcoder_kernel.solver.events import AnswerFound, Event, ExecutionRefused, TurnFailed, TurnFinished
from mathcoder_kernel.solver.turn import Budgets, Turn


class EvaluationError(RuntimeError):
    """A model or a set that cannot be evaluated; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its right answer; None where it is to be refused."""

    id: str
    topic: str
    question: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model made of one question. `verdict` is one of report.VERDICTS; `check` what a student is told of the
    answer: True "checked", False "check failed", None "not checked".
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


def evaluate(
    model: Path,
    count: int,
    seed: int,
    *,
    questions: Path | None = None,
    threads: int | None = 1,
    on_outcome: Callable[[Outcome], object] | None = None,
) -> dict[str, Any]:
    """The report of one GGUF: `count` fresh problems, `count` in held-out phrasings, and every row of `questions`.

    Raises EvaluationError for a model that does not load.
    """
    with PoolExecutor(2) as pool:  # one child answers while another checks
        sets = {
            "fresh seeds": _problems(pool, count, seed, held_out=False),
            "held-out phrasings": _problems(pool, count, seed + 1, held_out=True),
        }
        if questions is not None:
            sets[questions.stem] = _read(questions)
        return asyncio.run(_evaluate(model, sets, pool, threads, on_outcome, {"seed": seed}))


def _problems(pool: PoolExecutor, count: int, seed: int, *, held_out: bool) -> list[Asked]:
    """Problems of another seed whose teacher's code runs and states its answer."""
    asked: list[Asked] = []
    problems = list(islice(family.generate(seed, held_out=held_out), count))
    for number, (problem, results) in enumerate(
        zip(problems, pool.run_many((p.codes for p in problems), Limits(seconds=10.0)), strict=True)
    ):
        transcript = solved(problem, results)
        if isinstance(transcript, Transcript):
            asked.append(Asked(f"{problem.task}-{number}", problem.topic, problem.question, transcript.answer))
    return asked


def _read(path: Path) -> list[Asked]:
    read_questions(path)  # says what is wrong with a bad line
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Asked(str(r.get("id", n)), r.get("topic", "unknown"), r.get("question") or r["problem"], r.get("answer"))
        for n, r in enumerate(rows)
    ]


async def _evaluate(
    model: Path,
    sets: dict[str, list[Asked]],
    pool: PoolExecutor,
    threads: int | None,
    on_outcome: Callable[[Outcome], object] | None,
    facts: dict[str, Any],
) -> dict[str, Any]:
    engine = LlamaEngine(model, n_threads=threads)
    try:
        loaded = await engine.load()
        report: dict[str, Any] = {"model": loaded.name, "sha256": loaded.sha256, **facts, "sets": {}}
        for name, asked in sets.items():
            outcomes = []
            for question in asked:
                outcome = await _ask(question, engine, pool)
                outcomes.append(outcome)
                if on_outcome:
                    on_outcome(outcome)
            report["sets"][name] = summarise([asdict(outcome) for outcome in outcomes])
        return report
    except EngineError as error:
        raise EvaluationError(str(error)) from error
    finally:
        await engine.unload()


async def _ask(asked: Asked, engine: LlamaEngine, pool: PoolExecutor) -> Outcome:
    last: Event | None = None
    async with pool.session() as executor:
        turn = Turn(
            asked.question,
            engine=engine,
            executor=executor,
            guard=judge,
            budgets=Budgets(code_blocks=8, execution=Limits(seconds=10.0)),
            checker=partial(check_answer, pool=pool),
        )
        held_back, check = False, None
        async for last in turn.events():
            held_back = held_back or isinstance(last, ExecutionRefused)
            if isinstance(last, AnswerFound):
                check = last.check.passed
    transcript, answer = turn.transcript, turn.transcript.answer
    return Outcome(
        id=asked.id,
        topic=asked.topic,
        question=asked.question,
        gold=asked.answer,
        answer=answer,
        verdict=await _verdict(asked.answer, answer, last, held_back, transcript, pool),
        check=check,
        code_blocks=turn.stats.code_blocks,
        failed_blocks=turn.stats.failed_blocks,
        seconds=round(turn.stats.seconds, 4),
        transcript=transcript.to_json(),
    )


async def _verdict(
    gold: str | None,
    answer: str | None,
    last: Event | None,
    held_back: bool,
    transcript: Transcript,
    pool: PoolExecutor,
) -> str:
    if held_back:
        return "held back"
    if isinstance(last, TurnFailed):
        return "failed"
    if not isinstance(last, TurnFinished):
        return "failed"
    if answer is None:
        refused = not transcript.of_kind(BlockKind.CODE)
        if gold is None:
            return "refused rightly" if refused else "no answer"
        return "refused wrongly" if refused else "no answer"
    if gold is None:
        return "answered what it should refuse"
    return "right" if (await equivalent(gold, answer, pool=pool)).equal else "wrong"
