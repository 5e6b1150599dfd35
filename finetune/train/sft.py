"""Supervised fine-tuning of an existing model on transcripts: `train sft`.

Notable: loss on what the model writes, never on what it is given; documents of a packed row kept apart; masked thought
as a switch; logits only where there is loss, a piece at a time; one global batch for any number of processes, so that
their losses are the same. A loop of our own and not TRL's: labels of -100 cannot hold `execution_loss_weight`, and here
a resumed, a split and an uninterrupted run can be compared number by number.

    mathcoder-finetune train sft RECIPE --data work/data --run work/run
    torchrun --nproc-per-node 8 -m -- finetune train sft RECIPE --data work/data --run work/run --set sft.parallel=fsdp

(`--` keeps torchrun from reading `--run` as an option of its own.) A run folder is that of `train scratch`
(recipe.yaml, metrics.jsonl, run.json, checkpoints/step-N) with the packed rows beside. A checkpoint is a transformers
folder (full) or a peft one (adapters), with `trainer.pt` to go on from.
"""

from __future__ import annotations

import json
import math
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from torch import Tensor, nn
from torch.distributed.checkpoint.state_dict import (
    StateDictOptions,
    get_model_state_dict,
    get_optimizer_state_dict,
    set_optimizer_state_dict,
)
from torch.nn import functional as F  # noqa: N812
from torch.utils.checkpoint import checkpoint

from finetune.data.generate import GenerateError, read_split
from finetune.data.pack import Rows, role_weights, write_rows
from finetune.data.tokenizer import TrainedVocabulary
from finetune.evaluate.torch_engine import CachedModel, next_logits
from finetune.export.template import CHAT_TEMPLATE
from finetune.recipe import Recipe, SftSettings
from finetune.train import attention, base
from finetune.train.distributed import Processes
from finetune.train.loop import TrainingError, latest_checkpoint, shuffled_rows
from finetune.train.metrics import metric_writer
from finetune.train.model import positions
from finetune.train.noise import Noise, mask_share
from finetune.train.solving import Solving, follow, led, questions_of
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import Transcript, TranscriptError, read_jsonl

VALIDATION_ROWS = 64


def device_name(settings: SftSettings) -> str:
    """cuda or cpu; TrainingError where CUDA is asked for and missing."""
    if settings.device == "cuda" and not torch.cuda.is_available():
        raise TrainingError("sft.device is cuda, but torch finds no CUDA device here: use cpu or auto")
    if settings.device == "auto":
        return "cuda" if torch.cuda.is_available() else "cpu"
    return settings.device


def transcripts(source: Path, split: str) -> Iterator[Transcript] | None:
    """Examples of a split: of one JSONL file (training only), a folder's SPLIT.jsonl[.gz], or what `data` wrote there.

    None where there is no such split; training examples must be there (TrainingError).
    """
    if source.is_file():
        return _read(source) if split == "train" else None
    for name in (f"{split}.jsonl", f"{split}.jsonl.gz"):
        if (source / name).is_file():
            return _read(source / name)
    if any((source / "examples").glob(f"{split}-*.jsonl.gz")):
        try:
            return read_split(source, split)
        except GenerateError as error:
            raise TrainingError(str(error)) from error
    if split == "train":
        raise TrainingError(f"no training transcripts in {source}: give a .jsonl file, or a folder with train.jsonl")
    return None


def _read(source: Path) -> Iterator[Transcript]:
    try:
        yield from read_jsonl(source)
    except TranscriptError as error:
        raise TrainingError(f"{error}; `mathcoder-finetune data import` reads other formats") from error


def trained_in(settings: SftSettings, device: torch.device) -> torch.dtype:
    """The dtype of matrix products; TrainingError where bfloat16 is asked for and the GPU has none."""
    has = device.type != "cuda" or torch.cuda.get_device_capability(device) >= (8, 0)
    if settings.precision == "bfloat16" and not has:
        raise TrainingError("this GPU has no bfloat16 (Ampere and later do): use sft.precision=float32")
    half = settings.precision == "bfloat16" or (settings.precision == "auto" and device.type == "cuda" and has)
    return torch.bfloat16 if half else torch.float32


def recorded_base(checkpoint_folder: Path) -> str:
    """The base that a run was begun with: a run folder, given again, may hold a later checkpoint by now.

    TrainingError where it is a folder that is gone.
    """
    record = json.loads((checkpoint_folder / "recipe.json").read_text(encoding="utf-8"))
    begun_with: str = record["sft"]["base"]
    if Path(begun_with).is_absolute() and not Path(begun_with).is_dir():
        raise TrainingError(f"this run was begun with {begun_with}, which is not there any more: put it back")
    return begun_with


def pack_data(data: Path, folder: Path, settings: SftSettings, vocabulary: TrainedVocabulary) -> None:
    """Write the rows that a run trains on, in `packed`, and the tokenizer they are made with beside it."""
    for split in ("train", "validation"):
        examples = transcripts(data, split)
        if examples is not None:
            most = 255 if settings.packing else 1
            target = folder / "packed" / split
            write_rows(target, examples, MathCoderDialect(), vocabulary, settings.row_tokens, most)
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"))


class Objective(nn.Module):
    """A causal language model together with its loss: the unit that processes share."""

    def __init__(self, model: nn.Module, settings: SftSettings) -> None:
        super().__init__()
        self.model = model
        self._loss_tokens = settings.loss_tokens
        self._documents = settings.attention == "documents"

    def forward(self, tokens: Tensor, labels: Tensor, documents: Tensor, weights: Tensor) -> Tensor:
        """Summed weighted loss of rows; all (B, T), `weights` being that of each label within its document.

        `labels` are the clean tokens, which `tokens` may hide. Logits exist at trained positions only.
        """
        causal = self.causal_lm()
        kwargs: dict[str, Any] = {}
        if self._documents:
            borders, longest = attention.borders(documents)
            kwargs = {"cu_seq_lens_q": borders, "max_length_q": longest}
        # without a mask, transformers reads the borders of documents from positions that begin anew
        hidden = causal.model(
            input_ids=tokens, position_ids=positions(documents), use_cache=False, **kwargs
        ).last_hidden_state
        wanted = weights[:, 1:].reshape(-1)
        at = wanted.nonzero().squeeze(1)
        hidden = hidden[:, :-1].reshape(-1, hidden.shape[-1])[at]
        labels, wanted = labels[:, 1:].reshape(-1)[at], wanted[at]
        head = causal.get_output_embeddings()
        total: Tensor = hidden.new_zeros((), dtype=torch.float32)
        for part in zip(*(t.split(self._loss_tokens) for t in (hidden, labels, wanted)), strict=True):
            total = total + checkpoint(_piece_of_loss, head, *part, use_reentrant=False)
        return total

    def next_logits(self, ids: Tensor, cache: Any) -> Tensor:
        """Logits after the last of `ids` (1, T), which follow what `cache` holds: to answer questions with."""
        return next_logits(self.causal_lm(), ids, cache)

    def causal_lm(self) -> Any:
        """The transformers model inside, adapters or not."""
        model: Any = self.model
        return model.get_base_model() if hasattr(model, "get_base_model") else model


def _piece_of_loss(head: nn.Module, hidden: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    return (F.cross_entropy(head(hidden).float(), labels, reduction="none") * weights).sum()


class FineTuner:
    """One run of `train sft`; every process makes one, `train()` is the same call in each."""

    def __init__(self, recipe: Recipe, data: Path, run: Path, group: Processes, *, resume: bool = False) -> None:
        if recipe.sft is None:
            raise TrainingError(f"{recipe.name} has no sft part: use `train scratch`, or a recipe for fine-tuning")
        latest = latest_checkpoint(run)
        if resume and latest is None:
            raise TrainingError(f"nothing to resume: {run} holds no checkpoint")
        if latest is not None and not resume:
            raise TrainingError(f"{run} holds a run already: give --resume to continue it, or another folder")
        begun_with = recorded_base(latest) if latest is not None else base.found(recipe.sft.base)
        settings = replace(recipe.sft, base=begun_with)
        self.recipe, self.settings, self.run, self.group = replace(recipe, sft=settings), settings, run, group
        if settings.rows_per_step % (settings.micro_rows * group.world):
            raise TrainingError(
                f"sft.rows_per_step ({settings.rows_per_step}) must be a multiple of sft.micro_rows × processes "
                f"({settings.micro_rows} × {group.world}): every process takes the same share of the global batch"
            )
        if settings.threads and group.device.type == "cpu":
            torch.set_num_threads(settings.threads)
        torch.manual_seed(recipe.seed)
        self.dtype = trained_in(settings, group.device)
        self.vocabulary = base.load_vocabulary(settings.base)
        if group.first:
            pack_data(data, run, settings, self.vocabulary)
        group.wait()
        self.rows = Rows.load(run / "packed" / "train")
        held = run / "packed" / "validation"
        self.validation = Rows.load(held) if held.is_dir() else None
        if settings.steps is not None:
            self.steps = settings.steps
        else:
            assert settings.epochs is not None
            self.steps = max(1, math.ceil(settings.epochs * len(self.rows) / settings.rows_per_step))
        asked = questions_of(transcripts(data, "validation") or (), settings.solve_questions) if self.validation else []
        self.solving = Solving(asked, run, settings.solve_tokens) if asked else None
        self.noise = Noise(settings, self.vocabulary)
        self.weights = torch.from_numpy(role_weights(settings.execution_loss_weight))
        self.step = 0
        self.seconds = 0.0
        self.objective = Objective(self._model(latest), settings)
        self.shared = self._share(self.objective)
        trained = [p for p in self.objective.parameters() if p.requires_grad]
        self.optimiser = torch.optim.AdamW(
            trained,
            lr=settings.lr,
            betas=(0.9, 0.999),
            weight_decay=settings.weight_decay,
            fused=group.device.type == "cuda",  # else a step needs room for all weights once more
        )
        if latest is not None:
            self._restore(latest)
        if group.first:
            self.recipe.save(run / "recipe.yaml")
            (run / "run.json").write_text(json.dumps(self._facts(), indent=1), encoding="utf-8")

    def train(
        self,
        on_step: Callable[[dict[str, Any]], None] | None = None,
        on_evaluation: Callable[[dict[str, Any]], None] | None = None,
    ) -> Path:
        """Train to the end; the last checkpoint. `on_step` is given every metric line, `on_evaluation` every
        evaluation's figures (in the first process)."""
        settings, group = self.settings, self.group
        began, earlier = time.monotonic(), self.seconds
        logged_at, logged_step = began, self.step
        losses: list[Tensor] = []
        with metric_writer(self.run) if group.first else nullcontext(lambda record: None) as metrics:
            try:
                while self.step < self.steps:
                    loss, norm = self.update()
                    losses.append(loss)
                    now = time.monotonic()
                    self.seconds = earlier + now - began
                    if self.step % settings.log_every == 0 or self.step == self.steps:
                        record = self._record(losses, norm, (self.step - logged_step) / max(now - logged_at, 1e-9))
                        losses, logged_at, logged_step = [], now, self.step
                        metrics(record)
                        if on_step and group.first:
                            on_step(record)
                    if self.validation and (self.step % settings.evaluate_every == 0 or self.step == self.steps):
                        figures = {"step": self.step, "validation_loss": self.evaluate(self.validation)}
                        figures |= self.solve()
                        metrics(figures)
                        if on_evaluation and group.first:
                            on_evaluation(figures)
                        logged_at, logged_step = time.monotonic(), self.step
                    if self.step % settings.save_every == 0 and self.step < self.steps:
                        self.save()
            except KeyboardInterrupt:
                if group.world == 1:  # with several, the others may be anywhere: their last checkpoint stands
                    self.save()
                raise
            finally:
                if self.solving is not None:
                    self.solving.close()
        return self.save()

    def update(self) -> tuple[Tensor, Tensor]:
        """One step; the loss per trained token over all processes, and the gradient's norm before clipping."""
        settings, group = self.settings, self.group
        rows = shuffled_rows(
            self.recipe.seed, len(self.rows), self.step * settings.rows_per_step, settings.rows_per_step
        )
        share = mask_share(settings, self.step, self.steps)
        weights = self._label_weights(self.rows, rows)
        trained = float(weights.sum())
        if not trained:
            raise TrainingError(f"no token of the rows of step {self.step + 1} is trained: look with `data show`")
        if settings.lora_dropout:
            torch.manual_seed(hash((self.recipe.seed, self.step, group.rank)))
        for options in self.optimiser.param_groups:
            options["lr"] = settings.lr * learning_rate_share(settings, self.step, self.steps)
        total = torch.zeros((), device=group.device)
        own = range(group.rank * settings.micro_rows, len(rows), settings.micro_rows * group.world)
        for start in own:
            here = range(start, start + settings.micro_rows)
            tokens = np.stack([self._noisy(rows[i], i, share) for i in here])
            with self._unsynchronised(last=start == own[-1]):
                loss = self._loss(self.rows, rows[here.start : here.stop], tokens, weights[here.start : here.stop])
                # processes average their gradients; the sum over all of them is wanted
                (loss * (group.world / trained)).backward()  # type: ignore[no-untyped-call]
            total += loss.detach() / trained
        norm = self._clip()
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        return group.total(total), norm

    @torch.no_grad()
    def evaluate(self, source: Rows) -> float:
        """Loss per trained token of the first rows of a set."""
        micro, group = self.settings.micro_rows, self.group
        chunks = np.array_split(np.arange(n := min(VALIDATION_ROWS, len(source))), -(-n // micro))
        sums = torch.zeros(2, dtype=torch.float64, device=group.device)
        self.shared.eval()
        for start in range(0, len(chunks), group.world):  # every process makes as many passes, which fsdp needs
            chunk = chunks[(start + group.rank) % len(chunks)]
            weights = self._label_weights(source, chunk)
            loss = self._loss(source, chunk, source.tokens[chunk].astype(np.int64), weights)
            if start + group.rank < len(chunks):
                sums += torch.stack((loss.double(), weights.sum().double().to(group.device)))
        self.shared.train()
        loss_sum, trained = group.total(sums).tolist()
        return float(loss_sum / trained)

    def solve(self) -> dict[str, Any]:
        """Answer the sample of validation questions with real execution; the figures (in the first process)."""
        if self.solving is None:
            return {}
        group, causal = self.group, self.objective.causal_lm()
        split = group.world > 1 and self.settings.parallel != "ddp"
        if group.world > 1 and not split and not group.first:
            group.wait()
            return {}

        def context() -> CachedModel:
            return CachedModel(self._next_logits, group.device)

        kernel = causal.config._attn_implementation
        causal.set_attn_implementation("sdpa")  # ours has no cache
        self.objective.eval()
        try:
            if split and not group.first:
                follow(group, context)
                return {}
            with led(group, context) if split else nullcontext(context) as contexts:
                positions = min(causal.config.max_position_embeddings, 4096)
                figures = self.solving(self.step, self.vocabulary, contexts, positions)
        finally:
            self.objective.train()
            causal.set_attn_implementation(kernel)
        if group.world > 1 and not split:
            group.wait()
        return figures

    def _next_logits(self, ids: Tensor, cache: Any) -> Tensor:
        with torch.autocast(self.group.device.type, self.dtype, enabled=self.dtype != torch.float32):
            return self.objective.next_logits(ids, cache)

    def save(self) -> Path:
        """Write a checkpoint, whole or not at all, and remove the oldest beyond `keep_checkpoints`."""
        folder = self.run / "checkpoints" / f"step-{self.step}"
        options = StateDictOptions(full_state_dict=True, cpu_offload=True)
        weights = {
            name.removeprefix("model."): tensor
            for name, tensor in get_model_state_dict(self.objective, options=options).items()
        }
        optimiser = get_optimizer_state_dict(self.objective, self.optimiser, options=options)
        if self.group.first:
            partial = folder.with_name(f".{folder.name}.partial")
            shutil.rmtree(partial, ignore_errors=True)
            try:
                self._write(partial, weights, optimiser)
            except (OSError, RuntimeError, SafetensorError) as error:  # what the libraries make of a full disk
                shutil.rmtree(partial, ignore_errors=True)
                last = latest_checkpoint(self.run)
                stands = f"{last.name} stands: make room and give --resume" if last else "there is no earlier one"
                raise TrainingError(f"the checkpoint {folder} could not be written ({error}); {stands}") from error
            shutil.rmtree(folder, ignore_errors=True)
            os.replace(partial, folder)
            kept = sorted(folder.parent.glob("step-*"), key=lambda p: int(p.name.removeprefix("step-")))
            for old in kept[: -self.settings.keep_checkpoints]:
                shutil.rmtree(old)
        self.group.wait()
        return folder

    def _write(self, folder: Path, weights: dict[str, Any], optimiser: dict[str, Any]) -> None:
        folder.mkdir(parents=True)
        adapters = {} if self.settings.method == "full" else {"save_embedding_layers": False}
        model: Any = self.objective.model
        model.save_pretrained(folder, state_dict=weights, **adapters)
        save_tokenizer(self.vocabulary, folder)
        (folder / "recipe.json").write_text(json.dumps(self.recipe.to_dict(), indent=1), encoding="utf-8")
        (folder / "data.json").write_text(json.dumps(dict(self.rows.facts), indent=1), encoding="utf-8")
        state = {
            "step": self.step,
            "seconds": self.seconds,
            "data_sha256": self.rows.facts["sha256"],
            "optimiser": optimiser,
        }
        torch.save(state, folder / "trainer.pt")

    def _model(self, latest: Path | None) -> nn.Module:
        """The base with its markers (and adapters), or that of a checkpoint, ready to train."""
        settings, device = self.settings, self.group.device
        attention.register()
        # a frozen base may lie in half precision; fsdp wants one dtype for all that it splits
        frozen_half = settings.method != "full" and settings.parallel == "ddp" and self.dtype == torch.bfloat16
        quantisation = base.quantised_base() if settings.method == "qlora" else None
        full = settings.method == "full"
        model = base.load_causal_lm(
            str(latest) if latest is not None and full else settings.base,
            dtype=torch.bfloat16 if frozen_half else torch.float32,
            attention=settings.attention,
            quantisation=quantisation,
        )
        if latest is None or not full:
            new = base.extend_model(model, self.vocabulary, base.known_tokens(settings.base))
        if settings.gradient_checkpointing:
            model.gradient_checkpointing_enable({"use_reentrant": False})
        if not full:
            if latest is not None:
                from peft import PeftModel

                model = PeftModel.from_pretrained(model, str(latest), is_trainable=True)
            else:
                model = base.with_adapters(model, settings, new)
        model.train()
        ready: nn.Module = model if quantisation is not None else model.to(device)
        return ready

    def _share(self, objective: Objective) -> nn.Module:
        """The objective as the processes run it together."""
        if self.group.world == 1:
            return objective
        if self.settings.parallel == "ddp":
            return nn.parallel.DistributedDataParallel(objective)
        from torch.distributed.device_mesh import init_device_mesh
        from torch.distributed.fsdp import MixedPrecisionPolicy, fully_shard, register_fsdp_forward_method

        options: dict[str, Any] = {
            "mesh": init_device_mesh(self.group.device.type, (self.group.world,)),
            "mp_policy": MixedPrecisionPolicy(param_dtype=self.dtype, reduce_dtype=torch.float32),
            "reshard_after_forward": {"zero2": False, "zero3": True}.get(
                self.settings.parallel, self.settings.reshard_after_forward
            ),
        }
        for layer in objective.causal_lm().model.layers:
            fully_shard(layer, **options)
        fully_shard(objective, **options)  # in place
        register_fsdp_forward_method(objective, "next_logits")
        return objective

    def _unsynchronised(self, *, last: bool) -> AbstractContextManager[Any]:
        """ddp adds gradients up over processes once a step; fsdp every time, since it keeps only its part of them."""
        if isinstance(self.shared, nn.parallel.DistributedDataParallel) and not last:
            return self.shared.no_sync()
        return nullcontext()

    def _clip(self) -> Tensor:
        parameters = [p for p in self.objective.parameters() if p.grad is not None]
        norm = nn.utils.clip_grad_norm_(parameters, self.settings.gradient_clip or math.inf)
        return norm.full_tensor() if hasattr(norm, "full_tensor") else norm

    def _noisy(self, row: int, place: int, share: float) -> np.ndarray[Any, Any]:
        tokens = self.rows.tokens[row].astype(np.int64)
        return self.noise(tokens, self.rows.roles[row], share, (self.recipe.seed, self.step, place))

    def _loss(self, source: Rows, rows: np.ndarray[Any, Any], tokens: np.ndarray[Any, Any], weights: Tensor) -> Tensor:
        device = self.group.device
        labels, documents = (
            torch.from_numpy(a[rows].astype(np.int64)).to(device) for a in (source.tokens, source.documents)
        )
        if not self.settings.packing:  # nothing but padding stands behind the longest example
            longest = int((documents > 0).sum(1).max())
            labels, documents, weights = labels[:, :longest], documents[:, :longest], weights[:, :longest]
            tokens = tokens[:, :longest]
        with torch.autocast(device.type, self.dtype, enabled=self.dtype != torch.float32):
            loss: Tensor = self.shared(torch.from_numpy(tokens).to(device), labels, documents, weights.to(device))
        return loss

    def _label_weights(self, source: Rows, rows: np.ndarray[Any, Any]) -> Tensor:
        """Loss weight of each token as a label, (B, T): 0 for the first of a document, which nothing predicts."""
        documents, roles = (torch.from_numpy(a[rows].astype(np.int64)) for a in (source.documents, source.roles))
        weights = self.weights[roles]
        weights[:, 0] = 0.0
        weights[:, 1:] *= documents[:, 1:] == documents[:, :-1]
        return weights

    def _restore(self, folder: Path) -> None:
        state = torch.load(folder / "trainer.pt", map_location="cpu", weights_only=True)
        if state["data_sha256"] != self.rows.facts["sha256"]:
            raise TrainingError(f"{folder} was trained on other data: resume with the same --data, or start a new run")
        set_optimizer_state_dict(
            self.objective,
            self.optimiser,
            state["optimiser"],
            options=StateDictOptions(full_state_dict=True, cpu_offload=False),
        )
        self.step, self.seconds = state["step"], state["seconds"]

    def _record(self, losses: list[Tensor], norm: Tensor, steps_per_second: float) -> dict[str, Any]:
        loss = float(torch.stack(losses).mean())
        if not math.isfinite(loss):
            raise TrainingError(f"the loss is {loss} at step {self.step}: lower sft.lr, or use sft.precision=float32")
        per_step = self.settings.rows_per_step * self.rows.facts["row_tokens"] * self.rows.facts["real_token_share"]
        record = {
            "step": self.step,
            "loss": loss,
            "gradient_norm": float(norm),
            "lr_share": learning_rate_share(self.settings, self.step - 1, self.steps),
            "mask_share": mask_share(self.settings, self.step - 1, self.steps),
            "tokens": int(self.step * per_step),
            "tokens_per_second": round(steps_per_second * per_step),
            "epoch": round(self.step * self.settings.rows_per_step / len(self.rows), 3),
            "seconds": round(self.seconds, 1),
            "progress": round(self.step / self.steps, 4),
        }
        if self.group.device.type == "cuda":
            record["memory_gb"] = round(torch.cuda.max_memory_allocated() / 2**30, 2)
        return record

    def _facts(self) -> dict[str, Any]:
        parameters = list(self.objective.parameters())
        return {
            "parameters": sum(p.numel() for p in parameters),
            "trained_parameters": sum(p.numel() for p in parameters if p.requires_grad),
            "steps": self.steps,
            "device": str(self.group.device),
            "processes": self.group.world,
            "dtype": str(self.dtype).removeprefix("torch."),
            "attention": attention.kernel(self.group.device, self.dtype)
            if self.settings.attention == attention.NAME
            else self.settings.attention,
            "torch": torch.__version__,
            "threads": torch.get_num_threads(),
            "machine": platform.machine(),
            "data": dict(self.rows.facts),
        }


def learning_rate_share(settings: SftSettings, step: int, steps: int) -> float:
    """Share of the full learning rate at `step` (from 0): a linear warm-up, then a cosine to final_lr_share."""
    if step < settings.warmup_steps:
        return (step + 1) / settings.warmup_steps
    over = (step - settings.warmup_steps) / max(1, steps - settings.warmup_steps)
    return settings.final_lr_share + (1 - settings.final_lr_share) * 0.5 * (1 + math.cos(math.pi * min(1.0, over)))


def save_tokenizer(vocabulary: TrainedVocabulary, folder: Path) -> None:
    """tokenizer.json and the settings that transformers reads beside it."""
    vocabulary.tokenizer.save(str(folder / "tokenizer.json"))
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": MathCoderDialect.END_MESSAGE.name,
        "pad_token": vocabulary.control[vocabulary.pad],
        "clean_up_tokenization_spaces": False,
        "chat_template": CHAT_TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")
