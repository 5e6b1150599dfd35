"""What the model sees beside the question: the system text, earlier turns, and the variables the question names.

No more than the model was trained on: its metadata says so (`mathcoder.context`: "none", or a comma-separated list of
"turns" and "variables"). Models without our metadata get what the person allows.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mathcoder_kernel.engine import metadata
from mathcoder_kernel.engine.protocol import ModelFacts
from mathcoder_kernel.execution.protocol import Executor
from mathcoder_kernel.lce.dialect import Dialect, Piece
from mathcoder_kernel.lce.transcript import Transcript

_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class ContextPolicy:
    """What a person lets the model see of the notebook."""

    turns: bool = False  # earlier questions and answers
    variables: bool = False  # a line on each variable that the question names
    tokens: int = 512  # budget of both together


@dataclass(frozen=True, slots=True)
class Prepared:
    """The pieces before the model's first token. `seen` says in words what they hold beside the question. `borders` are
    the numbers of leading pieces after which a part ends that other questions begin with too: the system text, then
    each earlier turn."""

    pieces: tuple[Piece, ...]
    seen: str
    borders: tuple[int, ...] = ()

    @property
    def parts(self) -> list[tuple[Piece, ...]]:
        """The parts that other questions begin with too."""
        return [self.pieces[start:end] for start, end in pairwise((0, *self.borders))]

    @property
    def rest(self) -> tuple[Piece, ...]:
        """What follows these parts."""
        return self.pieces[self.borders[-1] :] if self.borders else self.pieces


async def prepare(
    question: str,
    *,
    facts: ModelFacts,
    dialect: Dialect,
    policy: ContextPolicy,
    history: Sequence[Transcript],
    system: str | None,
    executor: Executor,
    count: Callable[[Sequence[Piece]], Awaitable[int]],
) -> Prepared:
    """Assemble the prompt. `count` gives the tokens of pieces; newest turns are kept first, whole ones only."""
    allowed = trained_for(facts)
    seen: list[str] = []
    budget = policy.tokens
    asked = question
    if policy.variables and "variables" in allowed:
        known = await executor.variables(dict.fromkeys(_NAME.findall(question)))
        listing = "\n".join(f"{name}: {description}" for name, description in known.items())
        if listing and (cost := await count([listing])) <= budget:
            budget -= cost
            asked = f"{question}\n\n{listing}"
            seen.append(f"the variables {', '.join(known)}")
    turns: list[Transcript] = []
    if policy.turns and "turns" in allowed:
        for turn in reversed(history):
            cost = await count([piece for span in dialect.encode(turn) for piece in span.pieces])
            if cost > budget:
                break
            budget -= cost
            turns.insert(0, turn)
        if turns:
            seen.append("the question before" if len(turns) == 1 else f"the {len(turns)} questions before")
    if system is None:
        system = facts.metadata.get(metadata.SYSTEM, dialect.system) or None
    pieces = tuple(dialect.prompt(asked, system, turns))
    if system is None and not turns:
        return Prepared(pieces, " and ".join(seen))
    borders: list[int] = []
    for count_of_turns in range(len(turns) + 1):
        other = dialect.prompt("", system, turns[:count_of_turns])
        same = next((n for n, (one, two) in enumerate(zip(pieces, other, strict=False)) if one != two), 0)
        if same > (borders[-1] if borders else 0):
            borders.append(same)
    return Prepared(pieces, " and ".join(seen), tuple(borders))


def trained_for(facts: ModelFacts) -> frozenset[str]:
    """Which of "turns" and "variables" a model can use: what its file says, else both."""
    declared = facts.metadata.get(metadata.CONTEXT)
    if declared is None:
        return frozenset({"turns", "variables"})
    return frozenset(word.strip() for word in str(declared).split(","))
