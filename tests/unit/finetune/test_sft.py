"""Fine-tuning is what it claims to be: the loss, what is hidden, what is trained, and how a stopped run goes on."""

from __future__ import annotations

import errno
import importlib.util
import inspect
import itertools
import json
import math
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

pytest.importorskip("transformers", reason="fine-tuning needs the `finetune` extra")

from finetune.cli import main
from finetune.data.pack import ROLES
from finetune.data.tokenizer import SPECIAL_TOKENS
from finetune.recipe import Recipe, RecipeError, load_recipe
from finetune.train import attention, base
from finetune.train.distributed import Processes
from finetune.train.loop import TrainingError, latest_checkpoint
from finetune.train.noise import Noise, mask_share
from finetune.train.sft import FineTuner, Objective, learning_rate_share
from tests.unit.finetune.bases import make_base

ALONE = Processes(0, 1, torch.device("cpu"))


@pytest.fixture(scope="session")
def bases(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("bases")
    return {family: make_base(folder / family, family, texts) for family in ("llama", "mistral", "qwen2")}


def recipe_for(base_folder: Path, *overrides: str) -> Recipe:
    return load_recipe(
        "sft-debug",
        [f"sft.base={base_folder}", "sft.device=cpu", "sft.threads=1", "sft.steps=6", "sft.row_tokens=192",
         "sft.rows_per_step=4", "sft.micro_rows=2", "sft.solve_questions=0", *overrides],
    )  # fmt: skip


@pytest.fixture(scope="module")
def tuner(bases: dict[str, Path], data: Path, tmp_path_factory: pytest.TempPathFactory) -> FineTuner:
    return FineTuner(recipe_for(bases["llama"]), data, tmp_path_factory.mktemp("sft") / "run", ALONE)


def _batch(tuner: FineTuner, count: int = 4) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    rows = np.arange(count)
    tokens, documents, roles = (
        torch.from_numpy(a[rows].astype(np.int64)) for a in (tuner.rows.tokens, tuner.rows.documents, tuner.rows.roles)
    )
    return tokens, documents, roles, tuner._label_weights(tuner.rows, rows)


@pytest.mark.parametrize("kind", ["documents", "sdpa", "eager"])
@pytest.mark.parametrize("family", ["llama", "mistral", "qwen2"])
def test_packed_loss_equals_the_loss_of_each_document_alone(
    family: str, kind: str, bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    tuner = FineTuner(recipe_for(bases[family], f"sft.attention={kind}"), data, tmp_path / "run", ALONE)
    tokens, documents, _, weights = _batch(tuner)
    with torch.no_grad():
        packed = float(tuner.objective(tokens, tokens, documents, weights) / weights.sum())
        alone = 0.0
        reference = base.load_causal_lm(str(bases[family]), attention="eager")
        base.extend_model(reference, tuner.vocabulary, base.known_tokens(str(bases[family])))
        for row in range(len(tokens)):
            for number in range(1, int(documents[row].max()) + 1):
                here = documents[row] == number
                logits = reference(tokens[row][here][None]).logits[0, :-1]
                losses = F.cross_entropy(logits, tokens[row][here][1:], reduction="none")
                alone += float((losses * weights[row][here][1:]).sum())
    assert packed == pytest.approx(alone / float(weights.sum()), abs=1e-4)
    assert int(documents.max()) > 1


def _document_by_document(
    q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, cu_q: torch.Tensor, cu_k: torch.Tensor, max_q: int, max_k: int,
    *, scale: float | None, window_size: tuple[int, int],
) -> torch.Tensor:  # fmt: skip
    """What torch's varlen_attn computes, (T, heads, size): its kernel runs on CUDA alone."""
    left, right = window_size
    assert (right, max_q) == (0, max_k)
    parts = []
    for start, end in itertools.pairwise(cu_q.tolist()):
        assert end - start <= max_q
        scores = torch.einsum("qhd,khd->hqk", q[start:end], k[start:end]) * (scale or q.shape[-1] ** -0.5)
        behind = torch.arange(end - start)[:, None] - torch.arange(end - start)[None, :]
        seen = (behind >= 0) & ((behind <= left) if left >= 0 else True)
        parts.append(torch.einsum("hqk,khd->qhd", scores.masked_fill(~seen, -math.inf).softmax(-1), v[start:end]))
    return torch.cat(parts)


@pytest.mark.parametrize("family", ["llama", "mistral", "qwen2"])
def test_the_varlen_kernel_is_called_as_torch_defines_it(
    family: str, bases: dict[str, Path], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grouped heads, borders, scale and (Mistral) a window reach it so that losses and gradients are the mask's."""
    tuner = FineTuner(recipe_for(bases[family]), data, tmp_path / "run", ALONE)
    assert json.loads((tmp_path / "run" / "run.json").read_text())["attention"] == "dense mask"
    tokens, documents, _, weights = _batch(tuner)
    window = 24 if family == "mistral" else 0
    if window:
        tuner.objective.causal_lm().config.sliding_window = window  # shorter than the documents
    parameter = tuner.objective.causal_lm().model.layers[0].self_attn.k_proj.weight
    masked = tuner.objective(tokens, tokens, documents, weights) / weights.sum()
    (gradient,) = torch.autograd.grad(masked, parameter)

    varlen = pytest.importorskip("torch.nn.attention.varlen", reason="this torch has no variable-length attention")
    calls = []

    def kernel(*args: Any, **kwargs: Any) -> torch.Tensor:
        inspect.signature(varlen.varlen_attn).bind(*args, **kwargs)
        calls.append(kwargs["window_size"])
        return _document_by_document(*args, **kwargs)

    monkeypatch.setattr(attention, "kernel", lambda device, dtype: "varlen")
    monkeypatch.setattr(attention, "_varlen", lambda: kernel)
    flash = tuner.objective(tokens, tokens, documents, weights) / weights.sum()
    (same,) = torch.autograd.grad(flash, parameter)
    assert calls == [(window - 1, 0)] * 2  # a token looks at itself and so many before it; -1: at all
    assert float(flash.detach()) == pytest.approx(float(masked.detach()), abs=1e-4)
    assert torch.allclose(gradient, same, atol=1e-5)


@pytest.mark.parametrize("kind", ["documents", "sdpa", "eager"])
def test_a_document_does_not_notice_its_neighbours(
    kind: str, bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    tuner = FineTuner(recipe_for(bases["llama"], f"sft.attention={kind}"), data, tmp_path / "run", ALONE)
    tokens, documents, _, _ = _batch(tuner, 2)
    borders, longest = attention.borders(documents)
    others = torch.where(documents == 2, tokens, tokens.flip(1))

    def hidden(ids: torch.Tensor) -> torch.Tensor:
        kwargs = {"cu_seq_lens_q": borders, "max_length_q": longest} if kind == "documents" else {}
        at = torch.from_numpy(np.stack([_positions(row) for row in documents.numpy()]))
        with torch.no_grad():
            out: torch.Tensor = (
                tuner.objective.causal_lm()
                .model(input_ids=ids, position_ids=at, use_cache=False, **kwargs)
                .last_hidden_state
            )
        return out

    before, after = hidden(tokens), hidden(others)
    assert (documents == 2).any()
    assert torch.equal(before[documents == 2], after[documents == 2])
    assert not torch.equal(before[documents == 1], after[documents == 1])


def _positions(documents: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    starts = np.r_[0, np.flatnonzero(np.diff(documents)) + 1]
    return np.arange(len(documents)) - np.repeat(starts, np.diff(np.r_[starts, len(documents)]))


def test_execution_results_give_no_gradient(tuner: FineTuner) -> None:
    """The logits at which an execution token is the label are exactly without gradient; those of text have one."""
    tokens, documents, roles, weights = _batch(tuner)
    seen: list[torch.Tensor] = []
    head = tuner.objective.causal_lm().get_output_embeddings()
    execution = roles == ROLES.index("execution")
    assert execution.any()
    assert float(weights[execution].sum()) == 0.0
    states: list[torch.Tensor] = []
    handle = tuner.objective.causal_lm().model.norm.register_forward_hook(lambda m, i, o: states.append(o))
    try:
        labels = tokens.clone()
        loss = tuner.objective(tokens, labels, documents, weights)
        (gradient,) = torch.autograd.grad(loss, states[0])
    finally:
        handle.remove()
    before = torch.zeros_like(execution)
    before[:, :-1] = execution[:, 1:]
    assert float(gradient[before].abs().max()) == 0.0
    assert float(gradient[:, :-1][weights[:, 1:] > 0].abs().sum()) > 0
    assert head is not None
    assert not seen


def test_executions_can_be_given_a_weight(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    tuner = FineTuner(recipe_for(bases["llama"], "sft.execution_loss_weight=0.25"), data, tmp_path / "run", ALONE)
    _, _, roles, weights = _batch(tuner)
    assert weights[roles == ROLES.index("execution")].unique().tolist() == [0.25]


@pytest.mark.parametrize("pieces", [1, 7, 10_000])
def test_the_loss_does_not_depend_on_how_many_logits_exist_at_once(tuner: FineTuner, pieces: int) -> None:
    tokens, documents, _, weights = _batch(tuner)
    whole = Objective(tuner.objective.model, tuner.settings)
    whole._loss_tokens = pieces
    with torch.no_grad():
        assert float(whole(tokens, tokens, documents, weights)) == pytest.approx(
            float(tuner.objective(tokens, tokens, documents, weights)), rel=1e-6
        )


def test_markers_start_as_the_mean_of_the_words_that_say_what_they_mean(bases: dict[str, Path]) -> None:
    folder = str(bases["llama"])
    vocabulary = base.load_vocabulary(folder)
    model, untouched = base.load_causal_lm(folder), base.load_causal_lm(folder)
    known = base.known_tokens(folder)
    new = base.extend_model(model, vocabulary, known)
    assert [vocabulary.control[token] for token in new] == list(SPECIAL_TOKENS)
    for extended, old in (
        (model.get_input_embeddings().weight, untouched.get_input_embeddings().weight),
        (model.get_output_embeddings().weight, untouched.get_output_embeddings().weight),
    ):
        words = vocabulary.encode_text("Python code:")
        assert torch.allclose(extended[vocabulary.marker_id("<|code|>")], old[words].mean(0))
        assert torch.equal(extended[:known], old[:known])
    assert model.config.eos_token_id == vocabulary.marker_id("<|endofmessage|>")


class TestMaskedThought:
    @pytest.fixture(params=["mask", "random"])
    def noise(self, request: pytest.FixtureRequest, tuner: FineTuner) -> Noise:
        recipe = load_recipe("sft-debug", ["sft.base=x", f"sft.mask_noise={request.param}"])
        assert recipe.sft is not None
        return Noise(recipe.sft, tuner.vocabulary)

    def test_only_the_models_own_words_are_hidden(self, noise: Noise, tuner: FineTuner) -> None:
        for row in range(len(tuner.rows)):
            tokens, roles = tuner.rows.tokens[row].astype(np.int64), tuner.rows.roles[row]
            changed = noise(tokens, roles, 0.9, (1, row)) != tokens
            kinds = {ROLES[role] for role in roles[changed]}
            assert kinds <= {"text", "code"}
            assert not np.isin(tokens[changed], list(tuner.vocabulary.control)).any()

    def test_the_rate_is_that_of_the_ramp(self, tuner: FineTuner) -> None:
        recipe = load_recipe("sft-debug", ["sft.base=x", "sft.mask_probability=0.4"])
        assert recipe.sft is not None
        noise = Noise(recipe.sft, tuner.vocabulary)
        assert [round(mask_share(recipe.sft, step, 300), 3) for step in (0, 99, 199, 299)] == [0, 0.199, 0.4, 0.4]
        for step in (50, 99, 250):
            share = mask_share(recipe.sft, step, 300)
            hidden = eligible = 0
            for row in range(len(tuner.rows)):
                tokens, roles = tuner.rows.tokens[row].astype(np.int64), tuner.rows.roles[row]
                hidden += int((noise(tokens, roles, share, (3, step, row)) != tokens).sum())
                eligible += int(noise.eligible(tokens, roles).sum())
            assert eligible > 2_000
            assert abs(hidden - share * eligible) < 3 * math.sqrt(eligible * share * (1 - share))

    def test_random_noise_is_made_of_ordinary_tokens(self, tuner: FineTuner) -> None:
        recipe = load_recipe("sft-debug", ["sft.base=x", "sft.mask_noise=random"])
        assert recipe.sft is not None
        tokens, roles = tuner.rows.tokens[0].astype(np.int64), tuner.rows.roles[0]
        changed = Noise(recipe.sft, tuner.vocabulary)(tokens, roles, 0.9, (1,))
        new = changed[changed != tokens]
        assert len(set(new.tolist())) > 10
        assert not np.isin(new, list(tuner.vocabulary.control)).any()

    def test_labels_are_untouched(
        self, bases: dict[str, Path], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        recipe = recipe_for(bases["llama"], "sft.mask_probability=0.5")
        tuner = FineTuner(recipe, data, tmp_path / "run", ALONE)
        tuner.step = 5
        seen: list[tuple[torch.Tensor, torch.Tensor]] = []
        forward = Objective.forward

        def spy(self: Objective, tokens: torch.Tensor, labels: torch.Tensor, *others: torch.Tensor) -> torch.Tensor:
            seen.append((tokens, labels))
            return forward(self, tokens, labels, *others)

        monkeypatch.setattr(Objective, "forward", spy)
        tuner.update()
        clean = {tuple(row) for row in tuner.rows.tokens.tolist()}
        for tokens, labels in seen:
            assert (tokens != labels).any()
            assert all(tuple(row) in clean for row in labels.tolist())

    def test_probability_zero_is_plain_fine_tuning_bit_for_bit(
        self, bases: dict[str, Path], data: Path, tmp_path: Path
    ) -> None:
        losses = []
        for name, noise in (("a", "mask"), ("b", "random")):
            recipe = recipe_for(bases["llama"], f"sft.mask_noise={noise}", "sft.mask_probability=0", "sft.steps=2")
            tuner = FineTuner(recipe, data, tmp_path / name, ALONE)
            losses.append([tuner.update()[0].item() for _ in range(2)])
        assert losses[0] == losses[1]


@pytest.mark.parametrize("method", ["full", "lora", "qlora"])
def test_a_stopped_run_goes_on_as_if_it_had_not_been_stopped(
    method: str, bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    overrides = (f"sft.method={method}", "sft.mask_probability=0.3", "sft.log_every=1")
    recipe = recipe_for(bases["qwen2"], *overrides)
    FineTuner(recipe, data, tmp_path / "whole", ALONE).train()
    first = FineTuner(recipe, data, tmp_path / "parts", ALONE)
    for _ in range(3):
        first.update()
    first.save()
    FineTuner(recipe, data, tmp_path / "parts", ALONE, resume=True).train()
    whole, parts = (_losses(tmp_path / name) for name in ("whole", "parts"))
    assert {step: whole[step] for step in parts} == parts
    assert sorted(parts) == [4, 5, 6]
    assert whole[6] < whole[1]


def test_a_resumed_run_keeps_the_base_that_it_was_begun_with(run: Path, data: Path, tmp_path: Path) -> None:
    """The base was given as a run folder, and that run has gone on meanwhile."""
    shutil.copytree(run, tmp_path / "earlier")
    begun_with = latest_checkpoint(tmp_path / "earlier")
    assert begun_with is not None
    recipe = recipe_for(tmp_path / "earlier", "sft.method=lora", "sft.steps=2")
    first = FineTuner(recipe, data, tmp_path / "run", ALONE)
    first.update()
    first.save()
    shutil.copytree(begun_with, begun_with.with_name("step-9999"))
    assert base.found(str(tmp_path / "earlier")).endswith("step-9999")
    resumed = FineTuner(recipe, data, tmp_path / "run", ALONE, resume=True)
    assert resumed.settings.base == first.settings.base == str(begun_with.resolve())
    shutil.rmtree(begun_with)
    with pytest.raises(TrainingError, match="is not there any more"):
        FineTuner(recipe, data, tmp_path / "run", ALONE, resume=True)


def test_what_a_killed_run_left_half_written_is_not_taken_for_a_checkpoint(
    bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    recipe = recipe_for(bases["qwen2"])
    first = FineTuner(recipe, data, tmp_path / "run", ALONE)
    first.update()
    whole = first.save()
    half = whole.with_name(".step-2.partial")
    half.mkdir()
    (half / "model.safetensors").write_bytes(b"half")
    assert FineTuner(recipe, data, tmp_path / "run", ALONE, resume=True).step == 1


def test_a_checkpoint_that_cannot_be_written_leaves_the_last_one_and_says_so(
    bases: dict[str, Path], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuner = FineTuner(recipe_for(bases["qwen2"]), data, tmp_path / "run", ALONE)
    tuner.update()
    whole = tuner.save()
    tuner.update()

    def full(*arguments: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(TrainingError, match=r"No space left on device.*step-1.*--resume"):
        tuner.save()
    assert [path.name for path in whole.parent.iterdir()] == ["step-1"]


@pytest.mark.parametrize("method", ["full", "lora"])
def test_a_sample_is_answered_alike_whatever_attention_trains_and_training_does_not_notice(
    method: str, bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    answers, losses = [], []
    for number, kind in enumerate(("documents", "sdpa", "eager")):
        recipe = recipe_for(
            bases["llama"], f"sft.method={method}", f"sft.attention={kind}", "sft.gradient_checkpointing=true",
            "sft.solve_questions=2", "sft.solve_tokens=24",
        )  # fmt: skip
        tuner = FineTuner(recipe, data, tmp_path / kind, ALONE)
        before = tuner.update()[0].item()
        if number:  # the first one trains on without having answered anything
            figures = tuner.solve()
            assert 0 <= figures["sample_solved"] <= 1
            lines = [json.loads(line) for line in (tmp_path / kind / "samples.jsonl").read_text().splitlines()]
            assert [line["step"] for line in lines] == [1, 1]
            assert all(line["gold"] for line in lines)
            answers.append([line["transcript"]["blocks"] for line in lines])
        losses.append((before, tuner.update()[0].item()))
        assert tuner.objective.causal_lm().config._attn_implementation == kind
        assert tuner.objective.training
    assert answers[0] == answers[1]
    assert losses[1] == pytest.approx(losses[0], abs=1e-5)
    assert losses[2] == pytest.approx(losses[0], abs=1e-5)


def _losses(run: Path) -> dict[int, float]:
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    return {line["step"]: line["loss"] for line in lines if "loss" in line}


def test_adapters_train_little_but_the_markers_too(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    tuner = FineTuner(recipe_for(bases["llama"], "sft.method=lora"), data, tmp_path / "run", ALONE)
    trained = {name for name, p in tuner.objective.named_parameters() if p.requires_grad}
    assert all("lora_" in name or "trainable_tokens" in name for name in trained)
    assert sum("trainable_tokens" in name for name in trained) == 2  # embedding and head
    tuner.train()
    checkpoint = latest_checkpoint(tmp_path / "run")
    assert checkpoint is not None
    assert (checkpoint / "adapter_model.safetensors").stat().st_size < 400_000
    assert not (checkpoint / "model.safetensors").exists()


def test_without_packing_a_row_is_one_example_and_its_loss_is_the_same(
    bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    losses = []
    for name in ("true", "false"):
        recipe = recipe_for(bases["llama"], f"sft.packing={name}")
        tuner = FineTuner(recipe, data, tmp_path / name, ALONE)
        assert name == "true" or int(tuner.rows.documents.max()) == 1
        # over all rows, so that both are the mean over the same tokens
        sums = torch.zeros(2, dtype=torch.float64)
        for row in range(len(tuner.rows)):
            at = np.array([row])
            weights = tuner._label_weights(tuner.rows, at)
            with torch.no_grad():
                loss = tuner._loss(tuner.rows, at, tuner.rows.tokens[at].astype(np.int64), weights)
            sums += torch.stack((loss.double(), weights.sum().double()))
        losses.append((float(sums[0] / sums[1]), int(sums[1])))
    assert losses[0] == pytest.approx(losses[1], abs=1e-5)


def test_gradient_checkpointing_changes_nothing_but_memory(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    losses = []
    for name in ("false", "true"):
        recipe = recipe_for(bases["mistral"], f"sft.gradient_checkpointing={name}")
        tuner = FineTuner(recipe, data, tmp_path / name, ALONE)
        losses.append([tuner.update()[0].item() for _ in range(3)])
    assert losses[0] == pytest.approx(losses[1], abs=1e-6)


def test_qlora_without_its_library_is_refused_with_what_to_do(
    bases: dict[str, Path], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "bitsandbytes" else found(name))
    with pytest.raises(base.BaseModelError, match=r"sft\.method=lora"):
        FineTuner(recipe_for(bases["llama"], "sft.method=qlora"), data, tmp_path / "run", ALONE)


def test_qlora_trains_adapters_over_a_base_of_4_bits(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    tuner = FineTuner(recipe_for(bases["llama"], "sft.method=qlora"), data, tmp_path / "run", ALONE)
    stored = {
        type(p).__name__ for name, p in tuner.objective.named_parameters() if name.endswith("proj.base_layer.weight")
    }
    assert stored == {"Params4bit"}
    assert all(
        p.requires_grad == ("lora_" in n or "trainable_tokens" in n) for n, p in tuner.objective.named_parameters()
    )
    exact = FineTuner(recipe_for(bases["llama"], "sft.method=lora"), data, tmp_path / "lora", ALONE)
    first, other = tuner.update()[0].item(), exact.update()[0].item()
    assert first == pytest.approx(other, rel=0.05)
    assert first != other


def test_a_share_of_the_batch_that_does_not_come_out_even_is_refused(
    bases: dict[str, Path], data: Path, tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="every process takes the same share"):
        FineTuner(recipe_for(bases["llama"]), data, tmp_path / "run", Processes(0, 3, torch.device("cpu")))


def test_data_without_transcripts_is_named(bases: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no training transcripts"):
        FineTuner(recipe_for(bases["llama"]), tmp_path, tmp_path / "run", ALONE)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"question": "1+1", "blocks": [{"type": "txt", "content": "2"}]}', r"line 1: .*; `.* data import`"),
        ("not json", r"line 1: .*; `.* data import`"),
        ('{"question": "1+1", "blocks": []}', "no token of these examples would be trained"),
        ("", "there are no examples: the file is empty"),
    ],
)
def test_rows_that_cannot_be_trained_on_are_one_message(
    row: str, message: str, bases: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.jsonl").write_text(row)
    settings = [f"sft.base={bases['llama']}", "sft.row_tokens=192", "sft.device=cpu"]
    overrides = [part for setting in settings for part in ("--set", setting)]
    arguments = ["train", "sft", "sft-debug", "--data", str(tmp_path / "bad.jsonl"), "--run", str(tmp_path / "run")]
    assert main([*arguments, *overrides]) == 1
    (said,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("mathcoder-finetune: ")]
    assert re.search(message, said)
    assert latest_checkpoint(tmp_path / "run") is None


def test_a_tokenizer_of_another_model_is_refused(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    shutil.copytree(bases["llama"], tmp_path / "mixed")
    larger = json.loads((bases["llama"] / "tokenizer.json").read_text())
    vocabulary = larger["model"]["vocab"]
    vocabulary |= {f"word{number}": len(vocabulary) + number for number in range(500)}
    (tmp_path / "mixed" / "tokenizer.json").write_text(json.dumps(larger))
    with pytest.raises(base.BaseModelError, match=r"tokenizer has .* tokens and its model .* do not belong together"):
        FineTuner(recipe_for(tmp_path / "mixed"), data, tmp_path / "run", ALONE)


def test_a_base_of_adapters_says_to_merge_them(bases: dict[str, Path], data: Path, tmp_path: Path) -> None:
    lora = recipe_for(bases["llama"], "sft.method=lora", "sft.steps=1")
    FineTuner(lora, data, tmp_path / "lora", ALONE).train()
    with pytest.raises(base.BaseModelError, match="merge"):
        FineTuner(recipe_for(tmp_path / "lora"), data, tmp_path / "run", ALONE)


def test_a_base_that_is_no_model_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(base.BaseModelError, match=r"no config\.json: give the folder of a model, or of a run"):
        FineTuner(recipe_for(tmp_path), data, tmp_path / "run", ALONE)


def test_the_learning_rate_warms_up_and_falls_as_a_cosine() -> None:
    recipe = load_recipe("mathcoder-l-7b")
    assert recipe.sft is not None
    shares = [learning_rate_share(recipe.sft, step, 1050) for step in (0, 49, 50, 550, 1050)]
    assert shares == pytest.approx([0.02, 1.0, 1.0, 0.5, 0.0], abs=1e-9)


@pytest.mark.parametrize(
    "name",
    ["mathcoder-l-7b", "mathcoder-cl-7b", "mathcoder-cl-13b", "mathcoder-cl-34b", "qwen2.5-math-1.5b-lora",
     "llama3-8b-qlora", "mft-gsm8k", "sft-debug"],
)  # fmt: skip
def test_shipped_recipes_say_where_things_come_from_and_what_to_expect(name: str) -> None:
    recipe = load_recipe(name, ["sft.base=x"] if name == "sft-debug" else [])
    assert recipe.sft is not None
    assert min(len(recipe.sft.data), len(recipe.sft.expected), len(recipe.description)) > 40


def test_contradicting_settings_are_refused_when_the_recipe_is_read() -> None:
    for override, match in (
        ("sft.epochs=2", "exactly one of sft.epochs and sft.steps"),
        ("sft.mask_probability=1.0", "from 0 to below 1"),
        ("sft.micro_rows=3", "multiple of sft.micro_rows"),
        ("sft.lrr=1", "did you mean sft.lr"),
    ):
        with pytest.raises(RecipeError, match=match):
            load_recipe("sft-debug", ["sft.base=x", override])
