"""Training examples from problem families: every solution is really executed, in the pool, before it is written.

One execution is shared by several phrasings. A solution is left out, and counted by task and reason, when a block fails
that should not, runs out of time, gives nothing, or when the answer in the box is not what the code gave. Shards are
made from their own seeds and written whole, so a stopped run continues where it was and gives the same examples.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from finetune.data.check import TestQuestions
from finetune.recipe import GenerateSettings
from mathcoder_kernel.execution.outputs import EMPTY_EXECUTION
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.execution.protocol import ExecutionResult, Limits
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus, Transcript, read_jsonl
from mathcoder_kernel.problems import family
from mathcoder_kernel.problems.problem import Code, Problem

SPLITS = ("train", "validation", "held_out")
"""`validation` has known phrasings with other seeds, `held_out` phrasings that training never sees."""

_SEED_OF_SPLIT = {"train": 0, "validation": 1, "held_out": 2}


class GenerateError(ValueError):
    """Data that cannot be generated or read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where problems come from: `problems(seed, held_out, wordings)` is an endless stream, equal steps side by side."""

    problems: Callable[[int, bool, int], Iterator[Problem]]

    @classmethod
    def families(cls, settings: GenerateSettings) -> Source:
        """The kernel package's problem families; GenerateError where `weights` names an unknown task."""
        known = {task.name for task in family.all_tasks()}
        if unknown := sorted(set(settings.weights) - known):
            raise GenerateError(f"generate.weights names unknown tasks: {', '.join(unknown)}")
        weights = {task.name: settings.weights.get(task.name, task.weight) for task in family.all_tasks()}

        def problems(seed: int, held_out: bool, wordings: int) -> Iterator[Problem]:
            return family.generate(seed, held_out=held_out, wordings=wordings, weights=weights)

        return cls(problems)


def read_weights(path: Path) -> dict[str, float]:
    """Weights of tasks as `data mix` writes them, lines of `task: 1.5`; GenerateError if it is something else."""
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise GenerateError(f"{path} cannot be read as weights of tasks: {error}") from error
    if not isinstance(read, dict) or not all(isinstance(w, int | float) and w >= 0 for w in read.values()):
        raise GenerateError(f"{path} holds no weights of tasks: lines like `task: 1.5` (`data mix` writes them)")
    return {str(task): float(weight) for task, weight in read.items()}


def write_weights(path: Path, weights: Mapping[str, float]) -> None:
    """What `read_weights` reads."""
    write_whole(path, yaml.safe_dump(dict(weights)).encode())


def generate(
    folder: Path,
    settings: GenerateSettings,
    seed: int,
    source: Source,
    on_progress: Callable[[int], object] | None = None,
    excluded: TestQuestions | None = None,
) -> dict[str, Any]:
    """Write `folder/examples/SPLIT-NNNNN.jsonl.gz` and `folder/report.json`; returns the report.

    Evaluation splits come first; a training question that equals one of theirs or an earlier one (but for case, spaces
    and end punctuation), or in which one of `excluded` is found, is left out. Finished shards are kept; GenerateError
    where they were made with other settings or other `excluded`. `on_progress` is given the number of new examples.
    """
    examples = folder / "examples"
    examples.mkdir(parents=True, exist_ok=True)
    counts = {"validation": settings.validation, "held_out": settings.held_out, "train": settings.examples}
    seen: set[str] = set()
    dropped: Counter[str] = Counter()
    written: Counter[str] = Counter()
    tasks: Counter[str] = Counter()
    executions = 0
    limits = Limits(seconds=settings.seconds)
    excluded = excluded or TestQuestions()
    weights = hashlib.sha256(json.dumps(settings.weights, sort_keys=True).encode()).hexdigest()[:16]
    with PoolExecutor(settings.workers) as pool:
        for split, count in counts.items():
            for number in range(-(-count // settings.shard)):
                path = examples / f"{split}-{number:05}.jsonl.gz"
                wanted = min(settings.shard, count - number * settings.shard)
                wordings = settings.wordings if split == "train" else 1
                made_with = {"wanted": wanted, "seed": seed, "wordings": wordings, "weights": weights}
                made_with["excluded"] = excluded.digest
                facts_path = path.with_suffix("").with_suffix(".json")
                if path.is_file() and facts_path.is_file():
                    facts = json.loads(facts_path.read_text(encoding="utf-8"))
                    if other := [name for name, value in made_with.items() if facts.get(name) != value]:
                        raise GenerateError(
                            f"{path} was made with other settings ({', '.join(other)}): use another folder, "
                            f"or remove {examples}"
                        )
                    seen.update(family.question_key(t.question) for t in read_jsonl(path))
                else:
                    stream = source.problems(_shard_seed(seed, split, number), split == "held_out", wordings)
                    facts = _write_shard(path, stream, wanted, seen, excluded, pool, limits)
                    facts |= made_with
                    write_whole(facts_path, json.dumps(facts, indent=1).encode())
                executions += facts["executions"]
                dropped.update(facts["dropped"])
                tasks.update(facts["tasks"])
                written[split] += facts["written"]
                if on_progress:
                    on_progress(facts["written"])
    report = {
        "seed": seed,
        "examples": dict(written),
        "executions": executions,
        "dropped": dict(dropped.most_common()),
        "tasks": dict(sorted(tasks.items())),
    }
    write_whole(folder / "report.json", json.dumps(report, indent=1).encode())
    return report


def read_split(folder: Path, split: str) -> Iterator[Transcript]:
    """All examples of a split; GenerateError if there are none."""
    paths = sorted((folder / "examples").glob(f"{split}-*.jsonl.gz"))
    if not paths:
        raise GenerateError(
            f"no {split} examples in {folder / 'examples'}: run `mathcoder-finetune data generate` first"
        )
    for path in paths:
        yield from read_jsonl(path)


def solved(problem: Problem, results: Sequence[ExecutionResult]) -> Transcript | str:
    """The transcript of an executed problem, or the reason why it is no training example."""
    codes = [step for step in problem.steps if isinstance(step, Code)]
    for step, result in zip(codes, results, strict=True):
        if result.status is ExecutionStatus.TIMEOUT:
            return "ran out of time"
        if step.flawed:
            if result.status is not ExecutionStatus.ERROR:
                return "a block that should fail did not"
        elif result.status is not ExecutionStatus.OK:
            return f"failed: {result.error or result.status}"
        elif result.cut is not None:
            return "output too long"
        elif result.text == EMPTY_EXECUTION:
            return "no result"
    transcript = problem.transcript([result.text for result in results])
    if codes:
        if transcript.answer is None:
            return "no boxed answer"
        given = [_bare(result.text) for step, result in zip(codes, results, strict=True) if not step.flawed]
        if not _states(_bare(transcript.answer), given):
            return "the box is not what the code gave"
    executed = iter(results)
    blocks = tuple(
        replace(block, status=next(executed).status) if block.kind is BlockKind.EXECUTION else block
        for block in transcript.blocks
    )
    return replace(transcript, blocks=blocks)


def _states(box: str, results: Sequence[str]) -> bool:
    """Whether a box holds results and no other number: units, a currency sign, `+ C` or words may stand around them."""
    if box in results:  # also where nothing is left of `[]`
        return True
    rest = box
    for result in sorted(filter(None, results), key=len, reverse=True):
        rest = rest.replace(result, " ", 1)
    return rest != box and not any(character.isdigit() for character in rest)


def _bare(text: str) -> str:
    """A result without quotes, outer brackets, LaTeX's `\\text` or spaces: what `⟨n⟩` may leave off."""
    text = "".join(text.split())
    for opening, closing in (("'", "'"), ('"', '"'), (r"\text{", "}"), ("[", "]"), ("(", ")"), ("{", "}")):
        if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening):
            text = text[len(opening) : -len(closing)]
    return text


def _write_shard(
    path: Path,
    stream: Iterator[Problem],
    wanted: int,
    seen: set[str],
    excluded: TestQuestions,
    pool: PoolExecutor,
    limits: Limits,
) -> dict[str, Any]:
    dropped: Counter[str] = Counter()
    tasks: Counter[str] = Counter()
    lines: list[str] = []
    executions = 0
    groups: deque[list[Problem]] = deque()  # read ahead by the pool

    def solutions() -> Iterator[tuple[str, ...]]:
        for group in _same_steps(stream):
            groups.append(group)
            yield group[0].codes

    results = pool.run_many(solutions(), limits)
    barren = 0
    while len(lines) < wanted:
        executed = next(results)
        executions += bool(executed)
        before = len(lines)
        for problem in groups.popleft():
            outcome = solved(problem, executed)
            if isinstance(outcome, str):
                dropped[f"{problem.task}: {outcome}"] += 1
                continue
            key = family.question_key(problem.question)
            if key in seen:
                dropped[f"{problem.task}: repeated question"] += 1
            elif (found := excluded.find(problem.question)) is not None:
                dropped[f"{problem.task}: a test question ({found.rule})"] += 1
            elif len(lines) < wanted:
                seen.add(key)
                tasks[problem.task] += 1
                lines.append(json.dumps(outcome.to_json(), ensure_ascii=False) + "\n")
        barren = 0 if len(lines) > before else barren + 1
        if barren > 500:
            raise GenerateError(
                f"the last {barren} problems gave no new example (most often: {dropped.most_common(1)[0][0]}): "
                "ask for fewer examples or add families"
            )
    results.close()  # type: ignore[attr-defined]
    write_whole(path, gzip.compress("".join(lines).encode(), compresslevel=4, mtime=0))
    return {"written": len(lines), "executions": executions, "dropped": dict(dropped), "tasks": dict(tasks)}


def _same_steps(stream: Iterable[Problem], most: int = 64) -> Iterator[list[Problem]]:
    """Runs of problems with equal steps, which need one execution."""
    group: list[Problem] = []
    for problem in stream:
        if group and (problem.steps != group[0].steps or len(group) >= most):
            yield group
            group = []
        group.append(problem)


def _shard_seed(seed: int, split: str, number: int) -> int:
    return (seed * 3 + _SEED_OF_SPLIT[split]) * 1_000_003 + number


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is whole or not there."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_bytes(data)
    os.replace(partial, path)


def sample_texts(folder: Path, count: int) -> Iterator[str]:
    """Questions and block contents of the first `count` training examples, for learning a tokenizer."""
    for transcript in islice(read_split(folder, "train"), count):
        yield transcript.question
        for block in transcript.blocks:
            yield block.content
