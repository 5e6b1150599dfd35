#!/usr/bin/env python3
"""Votes side by side in one context against as many separate runs, measured in turn in one process.

Decoding: a 200-token prompt and 32 new tokens for each of 8 samples. Separate runs evaluate the prompt each time, one
after the other. Turns: real questions whose code runs in the pool, all votes played to their end, against separate
turns with other seeds; and the same with the early end that a person gets. What votes write alike costs once, so the
gain depends on how sure the model is: the number of different solutions is printed, and `--temperature` changes it.

    python benchmarks/votes.py                      # the bundled model
    python benchmarks/votes.py --temperature 1.5    # votes that differ more
    python benchmarks/votes.py --random 33          # decoding only: random weights, so many million parameters
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from engine_decode import DIALECT
from measure import Median, add_model_options, chosen_model, median, ratio, report

from mathcoder_kernel.engine.llama import LlamaEngine
from mathcoder_kernel.engine.protocol import Ended, Sampling, Session
from mathcoder_kernel.engine.speed import NO_MARKERS
from mathcoder_kernel.execution.guard import judge
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce.dialect import Piece
from mathcoder_kernel.solver.turn import Turn
from mathcoder_kernel.solver.vote import TEMPERATURE, VotedTurn

QUESTIONS = (
    "What is 12% of 50?",
    "What is the sum of the first 20 even numbers?",
    "Solve 3x + 4 = 19.",
    "Find the derivative of x^3 + 2x.",
)


def sampling(number: int, temperature: float = TEMPERATURE) -> Sampling:
    """Of one vote."""
    return Sampling(temperature=temperature, seed=number)


async def generate(session: Session, pieces: list[Piece], tokens: int, number: int) -> None:
    """One sample of exactly `tokens` tokens."""
    async for event in session.generate(pieces, NO_MARKERS, max_tokens=tokens, sampling=sampling(number)):
        if isinstance(event, Ended) and event.generated != tokens:
            raise SystemExit(f"only {event.generated} of {tokens} tokens came ({event.reason})")


async def prompt_of(engine: LlamaEngine, length: int) -> list[Piece]:
    """A prompt of `length` tokens."""
    session = await engine.open()
    words = 1
    while await session.count(DIALECT.prompt("a word " * words)) < length:
        words += 1
    await session.close()
    return list(DIALECT.prompt("a word " * words))


async def separate_samples(engine: LlamaEngine, pieces: list[Piece], votes: int, tokens: int) -> None:
    for number in range(votes):
        session = await engine.open()
        await generate(session, pieces, tokens, number)
        await session.close()


async def samples_side_by_side(engine: LlamaEngine, pieces: list[Piece], votes: int, tokens: int) -> None:
    base = await engine.open()
    async for _ in base.generate(pieces, NO_MARKERS, max_tokens=0, sampling=Sampling()):
        pass
    forks = [await base.fork() for _ in range(votes)]
    await asyncio.gather(*(generate(fork, [], tokens, number) for number, fork in enumerate(forks)))
    for session in (*forks, base):
        await session.close()


async def separate_turns(
    engine: LlamaEngine, pool: PoolExecutor, question: str, votes: int, temperature: float
) -> None:
    for number in range(votes):
        async with pool.session() as executor:
            turn = Turn(question, engine=engine, executor=executor, sampling=sampling(number, temperature), guard=judge)
            async for _ in turn.events():
                pass


async def voted_turn(
    engine: LlamaEngine, pool: PoolExecutor, question: str, votes: int, temperature: float, *, all_votes: bool
) -> int:
    """How many different solutions the votes wrote."""
    async with pool.session() as executor:
        turn = VotedTurn(
            question,
            votes=votes,
            pool=pool,
            all_votes=all_votes,
            engine=engine,
            executor=executor,
            sampling=sampling(0, temperature),
            guard=judge,
        )
        async for _ in turn.events():
            pass
        return len({vote.transcript.blocks for vote in turn.votes_cast})


async def seconds(work: Callable[[], Coroutine[Any, Any, object]]) -> float:
    """Wall clock of one run."""
    start = time.perf_counter()
    await work()
    return time.perf_counter() - start


async def measure(path: Path, options: argparse.Namespace) -> None:
    """Measure and print."""
    engine = LlamaEngine(path, n_threads=options.threads)
    facts = await engine.load()
    votes, tokens, heat = options.votes, options.tokens, options.temperature
    distinct: list[int] = []
    pieces = await prompt_of(engine, options.prompt)
    columns: dict[str, list[float]] = {name: [] for name in ("one by one", "votes", "turns", "all votes", "early end")}
    await samples_side_by_side(engine, pieces, votes, tokens)  # not counted
    for _ in range(options.repeats):
        columns["one by one"].append(await seconds(lambda: separate_samples(engine, pieces, votes, tokens)))
        columns["votes"].append(await seconds(lambda: samples_side_by_side(engine, pieces, votes, tokens)))
    rows: list[tuple[str, Median, str]] = [
        (f"{votes} samples one by one", median(columns["one by one"]), "ms"),
        (f"{votes} samples side by side", median(columns["votes"]), "ms"),
        ("speed-up", ratio(columns["one by one"], columns["votes"]), "x"),
    ]
    if not options.random:
        with PoolExecutor(workers=2) as pool:
            pool.start()
            for number in range(options.turns):
                question = QUESTIONS[number % len(QUESTIONS)]
                columns["turns"].append(await seconds(lambda: separate_turns(engine, pool, question, votes, heat)))  # noqa: B023
                for name in ("all votes", "early end"):
                    start = time.perf_counter()
                    found = await voted_turn(engine, pool, question, votes, heat, all_votes=name == "all votes")
                    columns[name].append(time.perf_counter() - start)
                    if name == "all votes":
                        distinct.append(found)
        rows += [
            (f"{votes} turns one by one", median(columns["turns"]), "s"),
            (f"{votes} votes, all to their end, winner run", median(columns["all votes"]), "s"),
            ("speed-up of turns", ratio(columns["turns"], columns["all votes"]), "x"),
            ("speed-up of turns with the early end", ratio(columns["turns"], columns["early end"]), "x"),
        ]
    await engine.unload()
    note = (
        f"{facts.name}: {facts.n_params / 1e6:.1f}M parameters, {facts.quantisation}; prompt {options.prompt} tokens, "
        f"{tokens} new tokens, {options.threads} thread(s)"
    )
    notes = [note]
    if distinct:
        notes.append(
            f"turns at temperature {heat:g}: {sum(distinct) / len(distinct):.1f} different solutions of {votes}"
        )
    report("votes", rows, options.json, notes)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_model_options(parser)
    parser.add_argument("--votes", type=int, default=8)
    parser.add_argument("--prompt", type=int, default=200, help="tokens of the prompt (default: 200)")
    parser.add_argument("--tokens", type=int, default=32, help="new tokens of a sample (default: 32)")
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--turns", type=int, default=20, help="real turns measured (default: 20)")
    parser.add_argument("--temperature", type=float, default=TEMPERATURE, help=f"of turns (default: {TEMPERATURE})")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with chosen_model(options) as path:
        asyncio.run(measure(path, options))


if __name__ == "__main__":
    main()
