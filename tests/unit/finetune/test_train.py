"""The loss is what it claims to be, and a stopped run goes on as if it had not been stopped."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from finetune.data.pack import ROLES, Rows, role_weights
from finetune.recipe import load_recipe
from finetune.train.loop import Trainer, TrainingError, latest_checkpoint, load_checkpoint_model
from finetune.train.model import Llama, positions
from finetune.train.optim import learning_rate_share
from tests.unit.finetune.pipeline import debug_recipe

FLOAT32 = "train.precision=float32"


@pytest.fixture(scope="module")
def rows(data: Path) -> Rows:
    return Rows.load(data / "packed" / "train")


@pytest.fixture(scope="module")
def model(rows: Rows) -> Llama:
    recipe = debug_recipe()
    model = Llama(recipe.model, -(-rows.facts["vocabulary"] // 64) * 64)
    model.initialise(5)
    return model


def _tensors(rows: Rows, count: int = 6) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    tokens, documents, roles = (
        torch.from_numpy(np.array(a[:count]).astype(np.int64)) for a in (rows.tokens, rows.documents, rows.roles)
    )
    return tokens, documents, roles


@pytest.mark.parametrize("flex", [False, True], ids=["dense", "flex"])
def test_packed_loss_equals_the_loss_of_each_document_alone(model: Llama, rows: Rows, flex: bool) -> None:
    tokens, documents, roles = _tensors(rows)
    weights = torch.from_numpy(role_weights())
    with torch.no_grad():
        packed = model.logits(model.hidden(tokens, documents, torch.float32, flex))
        inside = documents[:, 1:] == documents[:, :-1]
        at = (weights[roles[:, 1:]] * inside) > 0
        packed_loss = F.cross_entropy(packed[:, :-1][at], tokens[:, 1:][at])
        alone, count = 0.0, 0
        for row in range(len(tokens)):
            for number in range(1, int(documents[row].max()) + 1):
                here = documents[row] == number
                ids, kinds = tokens[row][here], roles[row][here]
                trained = weights[kinds[1:]] > 0
                logits = model(ids[None])[0, :-1]
                alone += float(F.cross_entropy(logits[trained], ids[1:][trained], reduction="sum"))
                count += int(trained.sum())
    assert count == int(at.sum()) > 50
    assert float(packed_loss) == pytest.approx(alone / count, abs=1e-4)


def test_the_trainer_computes_that_loss(data: Path, rows: Rows, tmp_path: Path) -> None:
    trainer = Trainer(debug_recipe(FLOAT32), data, tmp_path / "run")
    tokens, documents, roles = _tensors(rows)
    weights = torch.from_numpy(role_weights())
    loss, trained = trainer._loss(rows, np.arange(6))
    at = (weights[roles[:, 1:]] * (documents[:, 1:] == documents[:, :-1])) > 0
    logits = trainer.model.logits(trainer.model.hidden(tokens, documents, torch.float32))
    expected = F.cross_entropy(logits[:, :-1][at], tokens[:, 1:][at], reduction="sum")
    assert trained == int(at.sum())
    assert float(loss.detach()) == pytest.approx(float(expected.detach()), rel=1e-5)


@pytest.mark.parametrize("flex", [False, True], ids=["dense", "flex"])
def test_a_document_does_not_see_its_neighbour(model: Llama, rows: Rows, flex: bool) -> None:
    tokens, documents, _ = _tensors(rows, 1)
    changed = torch.where(documents == 1, (tokens + 7) % 500, tokens)
    with torch.no_grad():
        before, after = (model.logits(model.hidden(t, documents, torch.float32, flex)) for t in (tokens, changed))
    other = documents[0] != 1
    assert other.any()
    assert torch.equal(before[0][other], after[0][other])
    assert not torch.equal(before[0][~other], after[0][~other])


def test_positions_restart_with_every_document() -> None:
    assert positions(torch.tensor([[1, 1, 1, 2, 2, 0, 0]])).tolist() == [[0, 1, 2, 0, 1, 0, 1]]


def test_what_execution_tokens_are_predicted_as_has_no_effect(data: Path, tmp_path: Path) -> None:
    """Exactly: gradients at positions whose next token is an execution's are zero."""
    trainer = Trainer(debug_recipe(FLOAT32), data, tmp_path / "run")
    kept: list[torch.Tensor] = []
    hidden = trainer.model.hidden

    def watched(*arguments: object, **options: object) -> torch.Tensor:
        states = hidden(*arguments, **options)  # type: ignore[arg-type]
        states.retain_grad()
        kept.append(states)
        return states

    trainer.model.hidden = watched  # type: ignore[method-assign]
    loss, _ = trainer._loss(trainer.rows, np.arange(8))
    loss.backward()
    roles = torch.from_numpy(np.array(trainer.rows.roles[:8]).astype(np.int64))
    gradient = kept[0].grad
    assert gradient is not None
    untrained = torch.from_numpy(role_weights())[roles[:, 1:]] == 0
    assert (roles[:, 1:] == ROLES.index("execution")).any()
    assert gradient[:, :-1][untrained].abs().max() == 0
    assert gradient[:, :-1][~untrained].abs().max() > 0


def test_gradients_do_not_depend_on_how_a_step_is_split(data: Path, tmp_path: Path) -> None:
    losses = []
    for micro in (8, 2):
        trainer = Trainer(debug_recipe(FLOAT32, f"train.micro_rows={micro}"), data, tmp_path / str(micro))
        losses.append([float(trainer._update(1.0)) for _ in range(3)])
    assert losses[0] == pytest.approx(losses[1], abs=1e-4)


def test_a_resumed_run_gives_the_same_losses_as_an_uninterrupted_one(data: Path, tmp_path: Path) -> None:
    recipe = debug_recipe("train.steps=12", "train.log_every=1", "train.evaluate_every=100")
    Trainer(recipe, data, tmp_path / "whole").train()

    def stop_at_five(record: dict[str, object]) -> None:
        if record["step"] == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Trainer(recipe, data, tmp_path / "parts").train(stop_at_five)
    Trainer(recipe, data, tmp_path / "parts", resume=True).train()
    assert _losses(tmp_path / "parts") == _losses(tmp_path / "whole")
    assert len(_losses(tmp_path / "whole")) == 12


def test_the_loss_falls(run: Path) -> None:
    losses = _losses(run)
    assert losses[-1] < losses[0] / 2


def test_a_checkpoint_has_the_names_that_transformers_expects(run: Path) -> None:
    checkpoint = latest_checkpoint(run)
    assert checkpoint is not None
    model, _, _ = load_checkpoint_model(checkpoint)
    names = set(model.state_dict())
    assert {n for n in names if "layers" not in n} == {"model.embed_tokens.weight", "model.norm.weight"}
    assert {n.removeprefix("model.layers.0.") for n in names if ".layers.0." in n} == {
        "input_layernorm.weight",
        "post_attention_layernorm.weight",
        *(f"self_attn.{p}_proj.weight" for p in "qkvo"),
        *(f"mlp.{p}_proj.weight" for p in ("gate", "up", "down")),
    }
    config = json.loads((checkpoint / "config.json").read_text())
    assert config["model_type"] == "llama"
    assert config["tie_word_embeddings"] is True


def test_only_the_newest_checkpoints_are_kept(data: Path, tmp_path: Path) -> None:
    recipe = debug_recipe("train.steps=6", "train.checkpoint_minutes=0", "train.keep_checkpoints=2")
    Trainer(recipe, data, tmp_path / "run").train()
    assert sorted(p.name for p in (tmp_path / "run" / "checkpoints").iterdir()) == ["step-5", "step-6"]


def test_a_second_run_does_not_overwrite_the_first(run: Path, data: Path) -> None:
    with pytest.raises(TrainingError, match="--resume"):
        Trainer(debug_recipe(), data, run)


def test_resuming_with_other_data_is_refused(run: Path, data: Path, tmp_path: Path) -> None:
    facts = json.loads((data / "packed" / "train" / "rows.json").read_text())
    other = tmp_path / "data"
    (other / "packed").mkdir(parents=True)
    (other / "tokenizer.json").write_bytes((data / "tokenizer.json").read_bytes())
    (other / "packed" / "train").mkdir()
    for name in ("tokens", "roles", "documents"):
        (other / "packed" / "train" / f"{name}.npy").write_bytes(
            (data / "packed" / "train" / f"{name}.npy").read_bytes()
        )
    (other / "packed" / "train" / "rows.json").write_text(json.dumps(facts | {"sha256": "0" * 64}))
    with pytest.raises(TrainingError, match="other data"):
        Trainer(debug_recipe(), other, run, resume=True)


def test_a_run_can_begin_with_the_weights_of_another(run: Path, data: Path, tmp_path: Path) -> None:
    begun = Trainer(debug_recipe(f"train.init={run}", "train.steps=1"), data, tmp_path / "next")
    earlier, _, _ = load_checkpoint_model(latest_checkpoint(run) or run)
    for name, weight in begun.model.state_dict().items():
        assert torch.equal(weight.cpu(), earlier.state_dict()[name]), name
    begun.train()
    facts = json.loads((tmp_path / "next" / "run.json").read_text())["begun_with"]
    assert facts["recipe"] == "debug"
    assert facts["tokens"] > 0
    assert facts["topics"] == begun.rows.facts["topics"]
    assert facts["begun_with"] is None
    third = Trainer(debug_recipe(f"train.init={tmp_path / 'next'}", "train.steps=1"), data, tmp_path / "third")
    assert third.earlier is not None
    assert third.earlier["begun_with"] == facts
    Trainer(debug_recipe(f"train.init={run}", "train.steps=2"), data, tmp_path / "next", resume=True).train()
    assert json.loads((tmp_path / "next" / "run.json").read_text())["begun_with"] == facts


def test_weights_of_another_shape_are_refused(run: Path, data: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="another shape"):
        Trainer(debug_recipe(f"train.init={run}", "model.layers=1"), data, tmp_path / "next")


def test_cuda_that_is_not_there_is_said(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(TrainingError, match="no CUDA device"):
        Trainer(load_recipe("debug", ["train.device=cuda"]), data, tmp_path / "run")


def test_the_learning_rate_warms_up_stays_and_decays() -> None:
    settings = load_recipe("debug", ["train.decay_share=0.4", "train.final_lr_share=0.1"]).train
    shares = [learning_rate_share(settings, step, step / 100) for step in range(101)]
    assert shares[0] == pytest.approx(1 / settings.warmup_steps)
    assert shares[settings.warmup_steps : 60] == [1.0] * (60 - settings.warmup_steps)
    assert shares[80] == pytest.approx(0.5)
    assert shares[100] == pytest.approx(0.1)


def _losses(run: Path) -> list[float]:
    records = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    return [record["loss"] for record in records if "loss" in record]
