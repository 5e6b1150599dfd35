"""Problems in, report out: each is answered by the kernel's solver with its engine, guard and pool executor.

The right answer of generated problems is what the teacher's own code gives when it is executed now. A refusal counts as
right when the teacher refuses too. Greedy unless told otherwise (`Way`).
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from finetune.data.files import Journal
from finetune.evaluate.engines import EngineOptions, kind_of
from finetune.evaluate.questions import FRESH, HELD_OUT, digest, read_sets
from finetune.evaluate.report import summarise
from finetune.evaluate.solving import Asked, Outcome, Scorer, Way, checks_score, choose, play
from mathcoder_kernel.engine.protocol import Engine, EngineError
from mathcoder_kernel.execution.pool import PoolExecutor

OUTCOMES = "outcomes.jsonl"
REPORT = "report.json"


class EvaluationError(RuntimeError):
    """A model or a set that cannot be evaluated; the message says why."""


def evaluate(
    model: Path | str,
    count: int,
    seed: int,
    *,
    sets: Sequence[str] = (FRESH, HELD_OUT),
    questions: Path | None = None,
    folder: Path | None = None,
    limit: int | None = None,
    threads: int | None = 1,
    device: str = "auto",
    context: int | None = None,
    way: Way | None = None,
    scorer: Scorer | None = None,
    at_once: int | None = None,
    out: Path | None = None,
    on_outcome: Callable[[Outcome], object] | None = None,
) -> dict[str, Any]:
    """The report of one model: a GGUF, a folder of ours, or whatever else `engines.ENGINES` knows.

    `sets` are those of `questions.read_sets` (`count` generated problems, `limit` of every other set, from `folder`);
    `questions` is one more file, asked whole. `out` keeps every outcome (outcomes.jsonl): a stopped evaluation goes on
    there, and report.json is written at the end. `at_once`: questions answered side by side.
    Raises EvaluationError for a model that does not load, DataError for a set or a journal that does not fit.
    """
    way = way or Way()
    kind = kind_of(str(model))
    at_once = at_once or kind.at_once
    names = [*sets, *([str(questions)] if questions is not None else [])]
    with PoolExecutor(max(2, 2 * at_once * way.samples)) as pool:
        try:
            asked = read_sets([str(n) for n in names], pool, count=count, seed=seed, limit=limit, folder=folder)
            if questions is not None and limit is not None:
                asked |= read_sets([str(questions)], pool, count=count, seed=seed)
            engine = kind.open(str(model), EngineOptions(threads, device, context))
            return asyncio.run(_evaluate(engine, asked, pool, way, scorer, at_once, out, on_outcome, {"seed": seed}))
        except EngineError as error:
            raise EvaluationError(str(error)) from error


async def _evaluate(
    engine: Engine,
    sets: Mapping[str, Sequence[Asked]],
    pool: PoolExecutor,
    way: Way,
    scorer: Scorer | None,
    at_once: int,
    out: Path | None,
    on_outcome: Callable[[Outcome], object] | None,
    facts: Mapping[str, Any],
) -> dict[str, Any]:
    try:
        loaded = await engine.load()
        header = {
            "model": loaded.name,
            "sha256": loaded.sha256,
            "quantisation": loaded.quantisation,
            "dialect": loaded.dialect,
            **facts,
            "questions_sha256": digest(sets),
            "way": asdict(way),
            "scorer": None if scorer is None else f"{scorer.__module__}:{scorer.__name__}",
        }
        outcomes: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in sets}
        with ExitStack() as stack:
            journal = stack.enter_context(Journal(out / OUTCOMES, header)) if out is not None else None
            for record in journal.records() if journal is not None else ():
                outcomes[record["set"]][record["id"]] = {k: v for k, v in record.items() if k != "set"}
            places = asyncio.Semaphore(at_once)

            async def answer(name: str, question: Asked) -> None:
                async with places:
                    outcome = await _answer(question, engine, pool, way, scorer)
                record = asdict(outcome)
                outcomes[name][outcome.id] = record
                if journal is not None:
                    journal.add({"set": name, **record})
                if on_outcome:
                    on_outcome(outcome)

            tasks = [
                asyncio.ensure_future(answer(name, question))
                for name, asked in sets.items()
                for question in asked
                if question.id not in outcomes[name]
            ]
            try:
                await asyncio.gather(*tasks)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        report = {
            **header,
            "commit": _commit(),
            "sets": {
                # in the order of the questions, whatever was answered first
                name: summarise([outcomes[name][question.id] for question in asked])
                for name, asked in sets.items()
            },
        }
        if out is not None:
            (out / REPORT).write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
        return report
    finally:
        await engine.unload()


async def _answer(asked: Asked, engine: Engine, pool: PoolExecutor, way: Way, scorer: Scorer | None) -> Outcome:
    if way.samples == 1:
        return await play(asked, engine, pool, way)
    drawn = await asyncio.gather(*(play(asked, engine, pool, way, n) for n in range(way.samples)))
    return await choose(list(drawn), pool, scorer)


def scorer_of(name: str) -> Scorer:
    """`checks` (ours), or a function of one outcome in a module of yours, as `module:function`; EvaluationError."""
    if name == "checks":
        return checks_score
    module, _, function = name.partition(":")
    try:
        found: Scorer = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise EvaluationError(
            f"there is no scorer {name!r} ({error}): give checks, or module:function of a module on PYTHONPATH"
        ) from error
    return found


def with_temperature(way: Way) -> Way:
    """Several samples at temperature 0 would all be the same: then it is 0.7."""
    return replace(way, temperature=0.7) if way.samples > 1 and way.temperature == 0 else way


def _commit() -> str | None:
    """The repository's commit, where this is one."""
    home = Path(__file__).resolve().parents[2]
    if not (home / ".git").exists():
        return None
    found = subprocess.run(
        ["git", "-C", os.fspath(home), "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or None
