"""The arithmetic of a plan. Every figure is an estimate: memory to about 15 %, speed to about 30 %.

Memory of one GPU, in bytes (N: parameters):
- full: 16 N. Weights, gradients and Adam's two moments in float32 (4 N each; ZeRO, arXiv 1910.02054, counts the same 16
  for bfloat16 weights with float32 masters). FSDP divides this by the number of GPUs and gathers a layer at a time.
- LoRA: 2 N for the frozen bfloat16 weights, and 16 for each parameter of the adapters on all linear layers.
- QLoRA: 4.127 bits for each weight of a linear layer (4 and 0.127 for constants quantised twice, arXiv 2305.14314 §3),
  2 bytes for the others, and one layer unpacked to bfloat16.
- Activations that a Llama layer keeps for a token with flash attention, 2 bytes each: 4 × hidden (two norms, in and
  out), 3 × queries, 3 × keys and values (before and after rotation, and the output), 4 × ffn. With checkpointing: the
  layer's input (hidden), and one layer in full.
- Loss: `loss_tokens` × vocabulary × 10 (logits in bfloat16, and in float32 with their gradient).
- 1.5 GiB for CUDA and its libraries, and 5 % for gaps between blocks.

Work for a token, in floating-point operations (M: parameters that multiply, without the embedding): 6 M for full
training, 4 M for LoRA (frozen weights need no gradient of their own), 2 M more with checkpointing; and for attention
2 / 4 / 2 of 6 × layers × queries × (mean length of a document), causal. Speed = efficiency × the GPU's peak / work. The
efficiency of `gpus.yaml` is that of a 7B model; narrow models reach less: × √(hidden / 2048) below 2,048, which gives
20 % at 512 (30M parameters, one H200: 1.0 to 1.3 million tokens/s expected). QLoRA unpacks as it goes: × 0.85. A pass
over `micro_rows` rows takes no less than the start of its kernels: about 90 for a layer, 5 µs each.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from finetune.recipe import Recipe, RecipeError

Method = Literal["full", "lora", "qlora"]

GIB = 1 << 30
_OVERHEAD = 1.5 * GIB
_GAPS = 1.05
_QLORA_BITS = 4.127
_QLORA_SPEED = 0.85
_PASS_SECONDS_PER_LAYER = 90 * 5e-6
_WIDE = 2_048  # hidden size from which the table's efficiency holds
_MOST_GPUS = 1_024
MATHCODE_INSTRUCT = 80_000
"""Solutions in MathCodeInstruct (arXiv 2310.03731): what a plan assumes where nothing is said of the data."""
TOKENS_PER_EXAMPLE = 500
"""Of a recorded MathCoder solution: 1,443 characters in the median, about 3 a token in Llama's vocabulary."""
CHARACTERS_PER_TOKEN = 3.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a Llama-like decoder."""

    hidden: int
    layers: int
    heads: int
    kv_heads: int
    ffn: int
    vocabulary: int
    tied: bool = False
    qkv_bias: bool = False
    head_size: int | None = None
    parameters: int | None = None
    """As published, where known; only compared with, never used."""

    @property
    def queries(self) -> int:
        """Width of all query heads together."""
        return self.heads * (self.head_size or self.hidden // self.heads)

    @property
    def keys(self) -> int:
        """Width of all key heads together; that of values is the same."""
        return self.kv_heads * (self.head_size or self.hidden // self.heads)

    @property
    def linears(self) -> tuple[tuple[int, int], ...]:
        """(in, out) of the linear layers of one block."""
        d, q, k, f = self.hidden, self.queries, self.keys, self.ffn
        return (d, q), (d, k), (d, k), (q, d), (d, f), (d, f), (f, d)

    @property
    def layer_weights(self) -> int:
        """Weights of the linear layers of one block."""
        return sum(inputs * outputs for inputs, outputs in self.linears)

    @property
    def embeddings(self) -> int:
        """Parameters of the embedding, and of the head where it is apart."""
        return self.vocabulary * self.hidden * (1 if self.tied else 2)

    @property
    def total(self) -> int:
        """All parameters."""
        bias = self.queries + 2 * self.keys if self.qkv_bias else 0
        return self.embeddings + self.layers * (self.layer_weights + 2 * self.hidden + bias) + self.hidden

    @property
    def multiplied(self) -> int:
        """Parameters that every token is multiplied with: all but the embedding."""
        return self.layers * self.layer_weights + self.vocabulary * self.hidden


@dataclass(frozen=True, slots=True)
class Gpu:
    """A kind of GPU; see gpus.yaml."""

    name: str
    memory: float
    tflops: float
    efficiency: float


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be trained, and how."""

    shape: Shape
    method: Method
    row_tokens: int
    micro_rows: int
    rows_per_step: int
    checkpointing: bool
    loss_tokens: int = 1_024
    lora_rank: int = 16
    tokens: float = 0.0
    """Tokens of the whole run, padding included."""
    document_tokens: float = TOKENS_PER_EXAMPLE
    """Mean length of a document: how far a token's attention reaches back is half of it."""

    @property
    def adapters(self) -> int:
        """Parameters of LoRA adapters on all linear layers."""
        if self.method == "full":
            return 0
        return self.shape.layers * self.lora_rank * sum(map(sum, self.shape.linears))

    def state_bytes(self) -> float:
        """Weights, gradients and optimiser state."""
        shape = self.shape
        if self.method == "full":
            return 16.0 * shape.total
        if self.method == "lora":
            return 2.0 * shape.total + 16.0 * self.adapters
        packed = shape.layers * shape.layer_weights
        return packed * _QLORA_BITS / 8 + 2.0 * (shape.total - packed + shape.layer_weights) + 16.0 * self.adapters

    def activation_bytes(self, *, checkpointing: bool) -> float:
        """Activations of one forward pass."""
        shape = self.shape
        layer = 2.0 * (4 * shape.hidden + 3 * shape.queries + 3 * shape.keys + 4 * shape.ffn)
        kept = 2.0 * shape.hidden * shape.layers + layer if checkpointing else layer * shape.layers
        return self.row_tokens * self.micro_rows * kept

    def memory_bytes(self, gpus: int = 1, *, checkpointing: bool | None = None) -> float:
        """What one GPU of `gpus` needs; more than one share the state (FSDP)."""
        shape = self.shape
        state = self.state_bytes() / gpus
        if gpus > 1:
            largest = max(shape.layer_weights, shape.vocabulary * shape.hidden)
            state += 2.0 * 2.0 * largest  # this layer and the next one, gathered in bfloat16
        activations = self.activation_bytes(
            checkpointing=self.checkpointing if checkpointing is None else checkpointing
        )
        loss = min(self.loss_tokens, self.row_tokens * self.micro_rows) * shape.vocabulary * 10.0
        return (state + activations + loss) * _GAPS + _OVERHEAD

    def work(self, *, checkpointing: bool | None = None) -> float:
        """Floating-point operations for a token."""
        again = self.checkpointing if checkpointing is None else checkpointing
        passes = (6 if self.method == "full" else 4) + (2 if again else 0)
        attention = 6.0 * self.shape.layers * self.shape.queries * min(self.document_tokens, self.row_tokens)
        # the scores and their gradients are computed whichever weights are frozen
        return passes * self.shape.multiplied + attention * (8 if again else 6) / 6

    def tokens_per_second(self, gpu: Gpu, *, checkpointing: bool | None = None) -> float:
        """Of one GPU."""
        efficiency = gpu.efficiency * min(1.0, math.sqrt(self.shape.hidden / _WIDE))
        if self.method == "qlora":
            efficiency *= _QLORA_SPEED
        computed = efficiency * gpu.tflops * 1e12 / self.work(checkpointing=checkpointing)
        started = self.row_tokens * self.micro_rows / (_PASS_SECONDS_PER_LAYER * self.shape.layers)
        return min(computed, started)


@dataclass(frozen=True, slots=True)
class Line:
    """What a job needs on one kind of GPU."""

    gpu: Gpu
    gpus: int
    checkpointing: bool
    memory_gib: float
    tokens_per_second: float
    """Of all GPUs together."""
    hours: float


def plan(job: Job, gpus: Mapping[str, Gpu] | None = None, count: int | None = None) -> Iterator[Line]:
    """A line for each kind of GPU: on as few as hold the job, or on `count`; none where it does not fit at all.

    Where the job fits only with checkpointing, the line says so and counts the slower speed.
    """
    for gpu in (gpus or known_gpus()).values():
        for number, again in _ways(job, count):
            if job.memory_bytes(number, checkpointing=again) <= gpu.memory * GIB:
                speed = job.tokens_per_second(gpu, checkpointing=again) * number
                memory = job.memory_bytes(number, checkpointing=again) / GIB
                yield Line(gpu, number, again, memory, speed, job.tokens / speed / 3600)
                break


def _ways(job: Job, count: int | None) -> Iterator[tuple[int, bool]]:
    """Numbers of GPUs and whether to checkpoint, the best first."""
    most = min(_MOST_GPUS, max(1, job.rows_per_step // job.micro_rows))  # each needs rows of its own
    numbers = [count] if count is not None else [n for n in (2**power for power in range(11)) if n <= most]
    if job.method == "qlora" and count is None:
        numbers = [1]  # packed weights are not shared out
    for number in numbers:
        yield number, job.checkpointing
        if not job.checkpointing:
            yield number, True


@cache
def known_shapes() -> dict[str, Shape]:
    """Base models by name."""
    return {name: Shape(**record) for name, record in _table("shapes.yaml").items()}


@cache
def known_gpus() -> dict[str, Gpu]:
    """GPUs by name."""
    return {name: Gpu(name, **record) for name, record in _table("gpus.yaml").items()}


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return table


def shape_of(base: str) -> Shape:
    """The shape of a base model: a known name, a model's or run's folder, a config.json; else RecipeError."""
    path = Path(base)
    config = path / "config.json" if path.is_dir() else path
    if path.is_dir() and not config.is_file():  # a run folder: its checkpoints are all of one shape
        config = next(path.glob("checkpoints/step-*/config.json"), config)
    if config.is_file():
        try:
            return _shape_of_config(json.loads(config.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RecipeError(f"{config} is no config.json of a Llama, Mistral or Qwen2 model ({error!r})") from error
    shapes = known_shapes()
    if base in shapes:
        return shapes[base]
    same = [name for name in shapes if name.rpartition("/")[2].casefold() == base.rpartition("/")[2].casefold()]
    if len(same) == 1:
        return shapes[same[0]]
    raise RecipeError(
        f"the shape of {base!r} is not known here: give a folder with its config.json, or one of {', '.join(shapes)}"
    )


def _shape_of_config(config: Mapping[str, Any]) -> Shape:
    heads = int(config["num_attention_heads"])
    return Shape(
        hidden=int(config["hidden_size"]),
        layers=int(config["num_hidden_layers"]),
        heads=heads,
        kv_heads=int(config.get("num_key_value_heads") or heads),
        ffn=int(config["intermediate_size"]),
        vocabulary=int(config["vocab_size"]),
        tied=bool(config.get("tie_word_embeddings", False)),
        qkv_bias=bool(config.get("attention_bias", False)) or config.get("model_type") == "qwen2",
        head_size=config.get("head_dim"),
    )


def job_of(
    recipe: Recipe, *, examples: int | None = None, tokens_per_example: float | None = None
) -> tuple[Job, list[str]]:
    """The job of a recipe, and in words what had to be assumed. RecipeError for a base of unknown shape."""
    assumed: list[str] = []
    sft: Any = getattr(recipe, "sft", None)
    if sft is not None:
        examples, tokens_per_example = examples or sft.examples, tokens_per_example or sft.tokens_per_example
    if tokens_per_example is None:
        tokens_per_example = TOKENS_PER_EXAMPLE if sft is not None else 0.9 * recipe.pack.row_tokens / 2
        assumed.append(f"{tokens_per_example:,.0f} tokens an example")
    if sft is None:
        return _scratch_job(recipe, tokens_per_example, assumed)
    if sft.steps is not None:
        tokens = float(sft.steps * sft.rows_per_step * sft.row_tokens)
    else:
        if examples is None:
            examples = MATHCODE_INSTRUCT
            assumed.append(f"{examples:,} examples, as many as MathCodeInstruct has")
        tokens = sft.epochs * examples * tokens_per_example
    return (
        Job(
            shape_of(sft.base),
            sft.method,
            sft.row_tokens,
            sft.micro_rows,
            sft.rows_per_step,
            sft.gradient_checkpointing,
            sft.loss_tokens,
            sft.lora_rank,
            tokens,
            tokens_per_example,
        ),
        assumed,
    )


def _scratch_job(recipe: Recipe, tokens_per_example: float, assumed: list[str]) -> tuple[Job, list[str]]:
    model, train = recipe.model, recipe.train
    shape = Shape(
        model.hidden, model.layers, model.heads, model.kv_heads, model.ffn, recipe.tokenizer.vocabulary, tied=True
    )
    row = recipe.pack.row_tokens
    if train.steps is not None:
        tokens = float(train.steps * train.rows_per_step * row)
    else:
        tokens = recipe.generate.examples * tokens_per_example
        assumed.append(f"one pass over {recipe.generate.examples:,} examples (the recipe stops by the clock)")
    job = Job(
        shape, "full", row, train.micro_rows, train.rows_per_step, False,
        loss_tokens=row * train.micro_rows, tokens=tokens, document_tokens=tokens_per_example,
    )  # fmt: skip
    return job, assumed


def as_text(name: str, job: Job, lines: list[Line], assumed: list[str], *, downloads: bool) -> str:
    """A plan as a person reads it; `downloads`: whether a base model has to be fetched."""
    shape = job.shape
    trained = shape.total if job.method == "full" else job.adapters
    words = [
        f"{name}: {job.method}, {_count(shape.total)} parameters, {_count(trained)} trained, "
        f"{_count(job.tokens)} tokens in rows of {job.row_tokens:,}",
        (f"download of the base: about {_gib(2 * shape.total)} in bfloat16; " if downloads else "")
        + f"weights, gradients and optimiser: {_gib(job.state_bytes())}; activations of {job.micro_rows} "
        f"row(s): {_gib(job.activation_bytes(checkpointing=False))}, "
        f"{_gib(job.activation_bytes(checkpointing=True))} with checkpointing",
    ]
    if assumed:
        words.append(f"assumed: {'; '.join(assumed)} (--examples, --tokens, --data FILE say otherwise)")
    words.append(f"{'GPU':16}{'number':>7}{'each needs':>12}{'tokens/s':>12}{'hours':>9}")
    for line in lines:
        note = "  with gradient checkpointing" if line.checkpointing and not job.checkpointing else ""
        words.append(
            f"{line.gpu.name:16}{line.gpus:>7}{line.memory_gib:>8.1f} GiB{line.tokens_per_second:>12,.0f}"
            f"{line.hours:>9,.{1 if line.hours >= 0.1 else 3}f}{note}"
        )
    missing = [gpu for gpu in known_gpus() if gpu not in {line.gpu.name for line in lines}]
    if missing:
        words.append(f"too small, in any number that the batch allows: {', '.join(missing)}")
    words.append("estimates: memory to about 15 %, speed and hours to about 30 %")
    return "\n".join(words)


def _gib(number: float) -> str:
    return f"{number / GIB:.1f} GiB" if number >= GIB / 10 else f"{number / (1 << 20):.1f} MiB"


def _count(number: float) -> str:
    for unit, name in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if number >= unit:
            return f"{number / unit:.2f}{name}"
    return f"{number:.0f}"
