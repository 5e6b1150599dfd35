"""A torch model as an engine: cached, forked and rewound, it computes what it computes at once."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

pytest.importorskip("transformers", reason="fine-tuning needs the `finetune` extra")

from finetune.evaluate.torch_engine import TorchEngine, TorchSession
from finetune.train.base import load_causal_lm
from finetune.train.loop import latest_checkpoint
from mathcoder_kernel.engine.protocol import ContextFull, Ended, ModelFileError, Sampling, Tokens
from mathcoder_kernel.lce.dialect import Marker, MathCoderDialect, Piece, dialect

LANGUAGE = MathCoderDialect()
PROMPT = LANGUAGE.prompt("add 2 and 3")


@pytest.fixture(scope="module")
def engine(run: Path) -> TorchEngine:
    return TorchEngine.of_folder(run, "cpu")


async def _written(
    session: TorchSession, pieces: list[Piece], tokens: int = 12, sampling: Sampling | None = None
) -> tuple[list[Piece], Ended]:
    found: list[Piece] = []
    events = [
        event
        async for event in session.generate(
            pieces, LANGUAGE.borders, max_tokens=tokens, sampling=sampling or Sampling()
        )
    ]
    for event in events[:-1]:
        assert isinstance(event, Tokens)
        found += event.pieces
    assert isinstance(events[-1], Ended)
    assert sum(event.count for event in events if isinstance(event, Tokens)) == events[-1].generated
    return found, events[-1]


async def test_greedy_tokens_are_the_best_ones_of_the_whole_text_evaluated_at_once(
    engine: TorchEngine, run: Path
) -> None:
    session = await engine.open()
    _, ended = await _written(session, PROMPT)
    checkpoint = latest_checkpoint(run)
    assert checkpoint is not None
    logits = load_causal_lm(str(checkpoint)).eval()(torch.tensor([session.ids])).logits[0]
    control = {engine.vocabulary.marker_id(name) for name in LANGUAGE.markers}
    for at in range(len(session.ids) - ended.generated + 1, len(session.ids)):
        chosen, best = session.ids[at], int(logits[at - 1].argmax())
        assert chosen == best or best in control


async def test_the_first_token_is_one_the_dialect_allows_there(engine: TorchEngine) -> None:
    written, _ = await _written(await engine.open(), PROMPT, tokens=1)
    assert isinstance(written[0], Marker)
    assert written[0].name in LANGUAGE.borders.at_border  # type: ignore[operator]


async def test_a_fork_and_a_rewound_session_go_on_alike(engine: TorchEngine) -> None:
    session = await engine.open()
    await session.begin(PROMPT)
    twin = await session.fork()
    first, _ = await _written(session, [])
    second, ended = await _written(twin, [])
    assert (first, ended.fed) == (second, 0)
    prompt = await session.count(PROMPT)
    await session.rewind(prompt)
    assert (await _written(session, []))[0] == first


async def test_equal_seeds_draw_alike_and_others_differ(engine: TorchEngine) -> None:
    drawn = []
    for seed in (1, 1, 2, 3):
        sampling = Sampling(temperature=1.5, top_k=0, top_p=1.0, seed=seed)
        drawn.append((await _written(await engine.open(), PROMPT, 20, sampling))[0])
    assert drawn[0] == drawn[1]
    assert drawn[2] != drawn[0] or drawn[3] != drawn[0]


async def test_what_does_not_fit_is_refused_before_anything_is_evaluated(engine: TorchEngine) -> None:
    session = await engine.open()
    with pytest.raises(ContextFull):
        await _written(session, [*PROMPT, "1 " * 5000])
    assert session.n_tokens == 0


async def test_a_dialect_of_plain_text_is_refused_with_what_to_do(engine: TorchEngine) -> None:
    session = await engine.open()
    with pytest.raises(ModelFileError, match="export it to a GGUF"):
        async for _ in session.generate(["x"], dialect("tora").borders, max_tokens=1, sampling=Sampling()):
            pass
