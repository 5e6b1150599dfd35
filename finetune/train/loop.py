"""The training loop: packed rows in, a run folder out. Short on purpose; no framework.

A run folder holds `recipe.yaml` (resolved), `metrics.jsonl`, `run.json` (facts about data and machine) and
`checkpoints/step-N`, each of which is a complete Hugging Face model folder (config.json, model.safetensors,
tokenizer.json) plus `trainer.pt`. A stopped run continues exactly where its last checkpoint was; Ctrl-C writes one.
"""

from __future__ import annotations

import gc
import json
import math
import os
import platform
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional as F  # noqa: N812

from finetune.data.pack import Rows, role_weights
from finetune.data.tokenizer import PAD, TrainedVocabulary
from finetune.recipe import Recipe, TrainSettings, recipe_from_dict
from finetune.train.metrics import metric_writer
from finetune.train.model import Llama
from finetune.train.optim import Optimisers, learning_rate_share
from mathcoder_kernel.lce.dialect import MathCoderDialect

_TRAINED_STEP = 256  # trained positions of a pass are filled up to a multiple of it, with weight 0


class TrainingError(RuntimeError):
    """A run that cannot start or go on; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Compute:
    """Where and how matrix products run."""

    device: torch.device
    dtype: torch.dtype
    flex: bool
    compiled: bool

    @classmethod
    def choose(cls, settings: TrainSettings) -> Compute:
        """Resolve the `auto` settings for this machine; TrainingError where CUDA is asked for and missing."""
        name = settings.device
        if name == "auto":
            name = "cuda" if torch.cuda.is_available() else "cpu"
        if name == "cuda" and not torch.cuda.is_available():
            raise TrainingError("train.device is cuda, but torch finds no CUDA device here: use cpu or auto")
        fast_bfloat16 = name == "cuda" or fast_bfloat16_cpu()
        bfloat16 = settings.precision == "bfloat16" or (settings.precision == "auto" and fast_bfloat16)
        flex = settings.attention == "flex" or (settings.attention == "auto" and name == "cuda")
        return cls(torch.device(name), torch.bfloat16 if bfloat16 else torch.float32, flex, settings.compile)


def fast_bfloat16_cpu() -> bool:
    """True where the CPU multiplies bfloat16 matrices in tiles (Intel AMX): about ten times float32's speed."""
    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return bool(supported and supported())


def load_checkpoint_model(folder: Path) -> tuple[Llama, TrainedVocabulary, Recipe]:
    """The float32 model, vocabulary and recipe of a checkpoint folder; TrainingError if it is not one."""
    try:
        recipe = recipe_from_dict(json.loads((folder / "recipe.json").read_text(encoding="utf-8")))
        weights = load_file(folder / "model.safetensors")
    except (OSError, ValueError) as error:
        raise TrainingError(f"{folder} is not a checkpoint folder ({error})") from error
    vocabulary = TrainedVocabulary.load(folder / "tokenizer.json")
    model = Llama(recipe.model, weights["model.embed_tokens.weight"].shape[0])
    model.load_state_dict(weights)
    return model.eval(), vocabulary, recipe


def latest_checkpoint(run: Path) -> Path | None:
    """The newest complete checkpoint of a run folder."""
    found = [p for p in (run / "checkpoints").glob("step-*") if (p / "trainer.pt").is_file()]
    return max(found, key=lambda p: int(p.name.removeprefix("step-")), default=None)


def shuffled_rows(seed: int, size: int, start: int, count: int) -> np.ndarray[Any, Any]:
    """Rows `start` to `start + count` of the endless sequence of shuffled epochs over `size` rows."""
    return np.array([_epoch_order(seed, size, i // size)[i % size] for i in range(start, start + count)])


@lru_cache(maxsize=2)
def _epoch_order(seed: int, size: int, epoch: int) -> np.ndarray[Any, Any]:
    return np.random.default_rng([seed, epoch]).permutation(size)


class Trainer:
    """One run. `train()` goes until the recipe's minutes or steps are over, then writes a last checkpoint."""

    def __init__(self, recipe: Recipe, data: Path, run: Path, *, resume: bool = False) -> None:
        self.recipe, self.settings, self.run = recipe, recipe.train, run
        self.compute = Compute.choose(self.settings)
        if self.settings.threads and self.compute.device.type == "cpu":
            torch.set_num_threads(self.settings.threads)
        torch.manual_seed(recipe.seed)
        torch.set_float32_matmul_precision("high")
        self.vocabulary = TrainedVocabulary.load(data / "tokenizer.json")
        self.rows = Rows.load(data / "packed" / "train")
        self.validation = {
            name: Rows.load(data / "packed" / name)
            for name in ("validation", "held_out")
            if (data / "packed" / name).is_dir()
        }
        if self.rows.facts["vocabulary"] != self.vocabulary.size:
            raise TrainingError("the rows were packed with another tokenizer: run `mathcoder-finetune data pack` again")
        if len(self.rows) < self.settings.rows_per_step:
            raise TrainingError(
                f"{len(self.rows)} rows are fewer than train.rows_per_step ({self.settings.rows_per_step}): "
                "generate more examples or lower it"
            )
        model = Llama(recipe.model, _padded(self.vocabulary.size))
        model.initialise(recipe.seed)
        self.earlier: dict[str, Any] | None = None  # the run whose weights this one began with
        if self.settings.init and not resume:
            self.earlier = self._begin_with(model, Path(self.settings.init))
        self.model = model.to(self.compute.device)
        if self.compute.compiled:
            self.model.run_backbone = torch.compile(self.model.model.forward, dynamic=False)
        self.optimisers = Optimisers(self.model, self.settings)
        self.weights = torch.from_numpy(role_weights(self.settings.execution_loss_weight)).to(self.compute.device)
        self.step = 0
        self.row = 0  # rows drawn since the start, over all epochs
        self.seconds = 0.0  # training time of earlier sittings
        latest = latest_checkpoint(run)
        if resume and latest is None:
            raise TrainingError(f"nothing to resume: {run} holds no checkpoint")
        if latest is not None and not resume:
            raise TrainingError(f"{run} holds a run already: give --resume to continue it, or another folder")
        run.mkdir(parents=True, exist_ok=True)
        if latest is not None:
            self._restore(latest)
            self.earlier = json.loads((run / "run.json").read_text(encoding="utf-8")).get("begun_with")
        recipe.save(run / "recipe.yaml")
        (run / "run.json").write_text(json.dumps(self._facts(), indent=1), encoding="utf-8")

    def train(self, on_step: Callable[[dict[str, Any]], None] | None = None) -> Path:
        """Train to the end and return the last checkpoint; `on_step` is given every metric line."""
        settings = self.settings
        gc.collect()
        gc.freeze()  # the collector's pauses would walk over the model's graph again and again
        began = written = time.monotonic()
        earlier = self.seconds
        losses: list[torch.Tensor] = []
        logged_at, logged_step = began, self.step
        with metric_writer(self.run) as metrics:
            try:
                while (progress := self._progress()) < 1.0:
                    share = learning_rate_share(settings, self.step, progress)
                    losses.append(self._update(share))
                    self.step += 1
                    now = time.monotonic()
                    self.seconds = earlier + now - began
                    if self.step % settings.log_every == 0:
                        record = self._record(losses, share, (self.step - logged_step) / (now - logged_at))
                        losses, logged_at, logged_step = [], now, self.step
                        metrics(record)
                        if on_step:
                            on_step(record)
                    if self.validation and self.step % settings.evaluate_every == 0:
                        metrics({"step": self.step} | self.evaluate())
                        logged_at, logged_step = time.monotonic(), self.step
                    if now - written > settings.checkpoint_minutes * 60:
                        self.save()
                        written = time.monotonic()
            except KeyboardInterrupt:
                self.save()
                raise
            if self.validation:
                metrics({"step": self.step} | self.evaluate())
        return self.save()

    def evaluate(self, rows: int = 64) -> dict[str, float]:
        """Loss per trained token on the first `rows` rows of each validation set."""
        losses: dict[str, float] = {}
        micro = self.settings.micro_rows
        for name, validation in self.validation.items():
            total = weight = 0.0
            chosen = np.arange(min(rows, len(validation)))
            if len(chosen) > micro:  # whole micro-batches only: shapes stay static
                chosen = chosen[: len(chosen) // micro * micro]
            for start in range(0, len(chosen), micro):
                # gradients stay on: without them torch.compile would build a second graph
                loss, trained = self._loss(validation, chosen[start : start + micro])
                total, weight = total + float(loss.detach()), weight + float(trained)
            if weight:
                losses[f"{name}_loss"] = total / weight
        return losses

    def save(self) -> Path:
        """Write a checkpoint, whole or not at all, and remove the oldest beyond `keep_checkpoints`."""
        folder = self.run / "checkpoints" / f"step-{self.step}"
        partial = folder.with_name(f".{folder.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        save_file(
            {n: p.detach().contiguous().cpu() for n, p in self.model.state_dict().items()},
            partial / "model.safetensors",
        )
        end, pad = self.vocabulary.marker_id(MathCoderDialect.END_MESSAGE.name), self.vocabulary.marker_id(PAD)
        (partial / "config.json").write_text(json.dumps(self.model.hf_config(end, pad), indent=1), encoding="utf-8")
        (partial / "recipe.json").write_text(json.dumps(self.recipe.to_dict(), indent=1), encoding="utf-8")
        (partial / "data.json").write_text(json.dumps(dict(self.rows.facts), indent=1), encoding="utf-8")
        self.vocabulary.tokenizer.save(str(partial / "tokenizer.json"))
        state = {
            "step": self.step,
            "row": self.row,
            "seconds": self.seconds,
            "data_sha256": self.rows.facts["sha256"],
            "optimisers": self.optimisers.state_dict(),
            "rng": torch.get_rng_state(),
        }
        torch.save(state, partial / "trainer.pt")
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(partial, folder)
        kept = sorted(folder.parent.glob("step-*"), key=lambda p: int(p.name.removeprefix("step-")))
        for old in kept[: -self.settings.keep_checkpoints]:
            shutil.rmtree(old)
        return folder

    def _begin_with(self, model: Llama, given: Path) -> dict[str, Any]:
        """Take over the weights of another run (its last checkpoint) or checkpoint; returns what is known of it."""
        folder = latest_checkpoint(given) or given
        earlier, vocabulary, recipe = load_checkpoint_model(folder)
        if vocabulary.tokenizer.to_str() != self.vocabulary.tokenizer.to_str():
            raise TrainingError(
                f"the data was packed with another tokenizer than that of train.init: copy {folder / 'tokenizer.json'} "
                "into the data folder and run `mathcoder-finetune data pack` again"
            )
        if recipe.model != self.recipe.model:
            raise TrainingError(f"{folder} (train.init) has another shape than the recipe's: {recipe.model}")
        model.load_state_dict(earlier.state_dict())
        data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
        state = torch.load(folder / "trainer.pt", map_location="cpu", weights_only=True)
        facts = folder.parent.parent / "run.json"  # missing beside a checkpoint that was copied elsewhere
        run = json.loads(facts.read_text(encoding="utf-8")) if facts.is_file() else {}
        seen = state["row"] * data["row_tokens"] * data["real_token_share"]
        return {
            "recipe": recipe.name,
            "step": state["step"],
            "tokens": int(seen),
            "minutes": round(state["seconds"] / 60),
            "data_sha256": data["sha256"],
            "topics": data["topics"],
            "begun_with": run.get("begun_with"),
        }

    def _restore(self, folder: Path) -> None:
        state = torch.load(folder / "trainer.pt", map_location="cpu", weights_only=True)
        if state["data_sha256"] != self.rows.facts["sha256"]:
            raise TrainingError(f"{folder} was trained on other data: resume with the same --data, or start a new run")
        self.model.load_state_dict(load_file(folder / "model.safetensors"))
        self.optimisers.load_state_dict(state["optimisers"])
        torch.set_rng_state(state["rng"])
        self.step, self.row, self.seconds = state["step"], state["row"], state["seconds"]

    def _progress(self) -> float:
        if self.settings.steps is not None:
            return self.step / self.settings.steps
        assert self.settings.minutes is not None
        return self.seconds / (self.settings.minutes * 60)

    def _update(self, share: float) -> torch.Tensor:
        """One optimiser step; returns the loss per trained token, left on the device."""
        settings = self.settings
        rows = self._next_rows(settings.rows_per_step)
        trained = self._trained_tokens(self.rows, rows)
        total = torch.zeros((), device=self.compute.device)
        for start in range(0, len(rows), settings.micro_rows):
            loss, _ = self._loss(self.rows, rows[start : start + settings.micro_rows])
            loss = loss / trained
            loss.backward()  # type: ignore[no-untyped-call]
            total += loss.detach()
        if settings.gradient_clip:
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), settings.gradient_clip)
        self.optimisers.step(share)
        return total

    def _loss(self, source: Rows, rows: np.ndarray[Any, Any]) -> tuple[torch.Tensor, float]:
        """Summed weighted loss of some rows, and the summed weights. Logits are computed at trained tokens only."""
        device = self.compute.device
        tokens = torch.from_numpy(source.tokens[rows].astype(np.int64)).to(device, non_blocking=True)
        documents = torch.from_numpy(source.documents[rows].astype(np.int64)).to(device, non_blocking=True)
        roles = torch.from_numpy(source.roles[rows].astype(np.int64)).to(device, non_blocking=True)
        weights = self.weights[roles[:, 1:]] * (documents[:, 1:] == documents[:, :-1])  # (B, T-1), of each next token
        at = weights.reshape(-1).nonzero().squeeze(1)
        # few lengths: oneDNN makes, and keeps, a kernel for each (a run of an hour came to 7 GB)
        fill = (0, -len(at) % _TRAINED_STEP)
        weights, at = F.pad(weights.reshape(-1)[at], fill), F.pad(at, fill)
        hidden = self.model.hidden(tokens, documents, self.compute.dtype, self.compute.flex)
        logits = self.model.logits(hidden[:, :-1].reshape(-1, hidden.shape[-1])[at]).float()
        losses = F.cross_entropy(logits, tokens[:, 1:].reshape(-1)[at], reduction="none")
        return (losses * weights).sum(), self._trained_tokens(source, rows)

    def _trained_tokens(self, source: Rows, rows: np.ndarray[Any, Any]) -> float:
        documents = source.documents[rows]
        weights = role_weights(self.settings.execution_loss_weight)[source.roles[rows]]
        return float((weights[:, 1:] * (documents[:, 1:] == documents[:, :-1])).sum())

    def _next_rows(self, count: int) -> np.ndarray[Any, Any]:
        """The next rows of the endless sequence of shuffled epochs."""
        rows = shuffled_rows(self.recipe.seed, len(self.rows), self.row, count)
        self.row += count
        return rows

    def _record(self, losses: list[torch.Tensor], share: float, steps_per_second: float) -> dict[str, Any]:
        loss = float(torch.stack(losses).mean())
        if not math.isfinite(loss):
            raise TrainingError(
                f"the loss is {loss} at step {self.step}: lower train.muon_lr or train.adamw_lr, "
                "or use train.precision=float32"
            )
        real = self.rows.facts["real_token_share"]
        per_step = self.settings.rows_per_step * self.rows.facts["row_tokens"] * real
        return {
            "step": self.step,
            "loss": loss,
            "lr_share": share,
            "tokens": int(self.step * per_step),
            "tokens_per_second": round(steps_per_second * per_step),
            "epoch": round(self.row / len(self.rows), 3),
            "seconds": round(self.seconds, 1),
            "progress": round(self._progress(), 4),
        }

    def _facts(self) -> dict[str, Any]:
        return {
            "parameters": sum(p.numel() for p in self.model.parameters()),
            "device": str(self.compute.device),
            "dtype": str(self.compute.dtype).removeprefix("torch."),
            "attention": "flex" if self.compute.flex else "dense",
            "compiled": self.compute.compiled,
            "torch": torch.__version__,
            "threads": torch.get_num_threads(),
            "machine": platform.machine(),
            "data": dict(self.rows.facts),
            "begun_with": self.earlier,
        }


def _padded(vocabulary: int) -> int:
    """The next multiple of 64, which matrix units like."""
    return -(-vocabulary // 64) * 64
