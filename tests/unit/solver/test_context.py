"""What the model sees: no more than it was trained on, and no more than the person allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mathcoder_kernel.engine import metadata
from mathcoder_kernel.engine.protocol import ModelFacts
from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.dialect import Marker, MathCoderDialect, Piece
from mathcoder_kernel.lce.transcript import Transcript
from mathcoder_kernel.solver.context import ContextPolicy, Prepared, prepare


class Namespace:
    """Answers `variables` as an executor would; nothing else is asked of it here."""

    def __init__(self, **known: str) -> None:
        self.known = known

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        return {name: self.known[name] for name in names if name in self.known}


async def count(pieces: Sequence[Piece]) -> int:
    return sum(1 if isinstance(piece, Marker) else len(piece) for piece in pieces)


async def prepared(
    question: str,
    policy: ContextPolicy,
    *,
    declared: Mapping[str, Any],
    history: Sequence[Transcript] = (),
    executor: Any = None,
    system: str | None = None,
) -> Prepared:
    facts = ModelFacts("m", "m.gguf", "0", "mathcoder", 2048, 1, 1, "Q8_0", declared)
    return await prepare(
        question,
        facts=facts,
        dialect=MathCoderDialect(),
        policy=policy,
        history=history,
        system=system,
        executor=executor or Namespace(),
        count=count,
    )


EARLIER = [Transcript(f"question {number}", (lce.text(f"answer {number}"),)) for number in range(3)]
EVERYTHING = ContextPolicy(turns=True, variables=True, tokens=10_000)


async def test_a_model_trained_without_context_sees_only_the_question() -> None:
    seen = await prepared(
        "What is rate*3?",
        EVERYTHING,
        declared={metadata.CONTEXT: "none", metadata.SYSTEM: ""},
        history=EARLIER,
        executor=Namespace(rate="int 5"),
    )
    assert (list(seen.pieces), seen.seen) == (MathCoderDialect().prompt("What is rate*3?"), "")


async def test_named_variables_are_listed_and_others_are_not() -> None:
    seen = await prepared(
        "What is rate*3?", EVERYTHING, declared={}, executor=Namespace(rate="int 5", secret="str 'x'")
    )
    assert "What is rate*3?\n\nrate: int 5" in seen.pieces
    assert seen.seen == "the variables rate"


async def test_newest_turns_come_first_within_the_budget() -> None:
    policy = ContextPolicy(turns=True, tokens=60)
    seen = await prepared("next", policy, declared={}, history=EARLIER)
    assert "question 2" in seen.pieces
    assert "question 0" not in seen.pieces
    assert seen.seen.startswith("the ")


async def test_context_is_off_unless_the_person_allows_it() -> None:
    seen = await prepared(
        "What is rate*3?", ContextPolicy(), declared={}, history=EARLIER, executor=Namespace(rate="int 5")
    )
    assert seen.seen == ""


async def test_a_model_without_our_metadata_gets_mathcoders_system_text() -> None:
    assert MathCoderDialect.system in (await prepared("q", ContextPolicy(), declared={})).pieces
    assert "Be brief." in (await prepared("q", ContextPolicy(), declared={}, system="Be brief.")).pieces


async def test_parts_that_other_questions_begin_with_are_the_system_text_and_each_turn() -> None:
    policy = ContextPolicy(turns=True, tokens=10_000)
    first, second, third = [
        await prepared(question, policy, declared={}, history=EARLIER[:number])
        for number, question in enumerate(["one", "two", "three"])
    ]
    for seen in (first, second, third):
        assert [piece for part in (*seen.parts, seen.rest) for piece in part] == list(seen.pieces)
    assert [len(seen.parts) for seen in (first, second, third)] == [1, 2, 3]
    assert second.parts[:1] == first.parts
    assert third.parts[:2] == second.parts
    assert "one" in first.rest


async def test_a_question_without_system_text_and_earlier_turns_shares_nothing() -> None:
    seen = await prepared("q", ContextPolicy(), declared={metadata.SYSTEM: ""})
    assert (seen.parts, seen.rest) == ([], seen.pieces)
