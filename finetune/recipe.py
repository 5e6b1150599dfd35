"""Recipes: one YAML file holds every setting of a model, from data to export.

A recipe has only known keys (an unknown one is refused with the nearest known name), may be changed on the command line
with `--set part.key=value`, and is saved, resolved, with every run.
"""

from __future__ import annotations

import copy
import dataclasses
import difflib
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


class RecipeError(ValueError):
    """A recipe that cannot be used; the message names the key, what was wrong and what would be right."""


@dataclass(frozen=True, slots=True)
class GenerateSettings:
    """How training examples are made from problem families."""

    examples: int = 200_000
    """Training examples to write."""
    validation: int = 1_000
    """Examples of other seeds, for the validation loss."""
    held_out: int = 1_000
    """Examples in phrasings that training never sees."""
    wordings: int = 3
    """Phrasings that share one execution."""
    shard: int = 5_000
    """Examples per shard file: the unit of resuming."""
    workers: int = 2
    """Processes that run solutions."""
    seconds: float = 10.0
    """Time limit of one code block."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Task name → sampling weight, in place of the family's own."""


@dataclass(frozen=True, slots=True)
class TokenizerSettings:
    """Byte-level BPE, learned on a stricter split than it is used with (see `finetune.data.tokenizer`)."""

    vocabulary: int = 2_560
    """Tokens in all, markers and bytes included; a multiple of 64."""
    spaced_words: int = 512
    """How many of them are whole words with the space before them."""
    sample: int = 60_000
    """Examples that merges are learned on."""


@dataclass(frozen=True, slots=True)
class PackSettings:
    """How examples become rows of fixed length."""

    row_tokens: int = 320
    """Tokens per row; longer examples are left out and counted."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Shape of the Llama. Head size is hidden / heads; hidden and ffn should be multiples of 256 (at least 32)."""

    hidden: int = 256
    layers: int = 8
    heads: int = 4
    kv_heads: int = 4
    ffn: int = 768
    context: int = 2_048
    """Positions written into the model file."""
    rope_theta: float = 10_000.0
    norm_eps: float = 1e-5


@dataclass(frozen=True, slots=True)
class TrainSettings:
    """The loop. Give `minutes` (wall clock; the schedule follows the elapsed share) or `steps`, not both."""

    init: str | None = None
    """Run or checkpoint folder whose weights a run begins with; None: random ones. The data must use its tokenizer."""
    minutes: float | None = None
    steps: int | None = None
    rows_per_step: int = 16
    micro_rows: int = 16
    """Rows per forward pass; gradients of rows_per_step / micro_rows passes are added up."""
    muon_lr: float = 0.02
    muon_momentum: float = 0.95
    muon_weight_decay: float = 0.05
    adamw_lr: float = 0.004
    warmup_steps: int = 100
    decay_share: float = 0.38
    """The last share of the run, in which the learning rate falls linearly."""
    final_lr_share: float = 0.02
    gradient_clip: float = 1.0
    """Largest norm of the whole gradient; 0 for none."""
    execution_loss_weight: float = 0.0
    """Loss weight of execution results (MathCoder §2.2 uses 0)."""
    precision: typing.Literal["auto", "float32", "bfloat16"] = "auto"
    """auto: bfloat16 on CUDA and on CPUs with AMX or AVX512-BF16 tiles, else float32. Master weights are float32."""
    attention: typing.Literal["auto", "dense", "flex"] = "auto"
    """auto: flex attention on CUDA, else dense scores with a mask."""
    compile: bool = True
    threads: int | None = None
    """torch threads on CPU; None leaves torch's default."""
    device: typing.Literal["auto", "cpu", "cuda"] = "auto"
    log_every: int = 20
    """Steps between metric lines."""
    evaluate_every: int = 500
    """Steps between validation losses."""
    checkpoint_minutes: float = 5.0
    keep_checkpoints: int = 3


@dataclass(frozen=True, slots=True)
class SftSettings:
    """Fine-tuning of an existing model (`train sft`). Give `epochs` or `steps`, not both."""

    base: str
    """A folder in Hugging Face's format, a run folder, or the name of a model on its hub: Llama, Mistral or Qwen2."""
    data: str = ""
    """Where the transcripts come from, in words."""
    expected: str = ""
    """What to expect of the result, with its source."""
    examples: int | None = None
    tokens_per_example: int | None = None
    """How many there are and how long, where that is known: what `plan` counts with when --data is not given."""
    method: typing.Literal["full", "lora", "qlora"] = "full"
    """full: every weight. lora: low-rank adapters (arXiv 2106.09685). qlora: the same over a 4-bit base
    (arXiv 2305.14314; extra `qlora`; on a CPU too, slowly)."""
    epochs: float | None = None
    steps: int | None = None
    row_tokens: int = 2_048
    """Tokens per packed row; longer examples are left out and counted."""
    packing: bool = True
    """False: one example to a row, cut to the longest of its pass. Slower; for comparison, and for batches counted in
    examples."""
    rows_per_step: int = 128
    """Rows of one update over all processes: the global batch, whatever the number of processes."""
    micro_rows: int = 1
    """Rows of one forward pass of one process."""
    lr: float = 2e-5
    warmup_steps: int = 50
    final_lr_share: float = 0.0
    """Where the cosine ends, as a share of lr."""
    weight_decay: float = 0.0
    gradient_clip: float = 1.0
    """Largest norm of the whole gradient; 0 for none."""
    execution_loss_weight: float = 0.0
    """Loss weight of execution results (MathCoder §2.2 uses 0)."""
    mask_probability: float = 0.0
    """Masked-thought fine-tuning (arXiv 2403.02178): share of the model's own tokens hidden in the input; 0 is SFT."""
    mask_noise: typing.Literal["mask", "random"] = "mask"
    """mask: the padding token stands in. random: any ordinary token does."""
    mask_ramp_share: float = 0.66
    """The share of the run over which that probability rises from 0."""
    lora_rank: int = 16
    lora_alpha: float = 32.0
    lora_dropout: float = 0.0
    precision: typing.Literal["auto", "float32", "bfloat16"] = "auto"
    """auto: bfloat16 on a CUDA device that has it (Ampere or later), else float32. Trained weights and the optimiser's
    state are always float32."""
    attention: typing.Literal["documents", "sdpa", "eager"] = "documents"
    """documents: torch's varlen kernel on CUDA in bfloat16, else a dense mask. sdpa, eager: transformers' own."""
    gradient_checkpointing: bool = False
    """Compute activations twice to store fewer: about 20 % slower."""
    loss_tokens: int = 1_024
    """Trained tokens whose logits are in memory at once."""
    parallel: typing.Literal["ddp", "fsdp", "zero2", "zero3"] = "ddp"
    """With several processes. ddp: a whole model in each. fsdp (FSDP2): weights, gradients and state are split. zero3
    and zero2 are fsdp with reshard_after_forward true and false, under the names they are known by."""
    reshard_after_forward: bool = True
    """fsdp: free gathered weights between forward and backward (ZeRO-3); false keeps them (ZeRO-2)."""
    device: typing.Literal["auto", "cpu", "cuda"] = "auto"
    threads: int | None = None
    """torch threads on CPU; None leaves torch's default."""
    log_every: int = 10
    evaluate_every: int = 200
    save_every: int = 200
    """Steps between metric lines, validation losses and checkpoints."""
    solve_questions: int = 8
    """Validation questions that are answered with real execution at every evaluation (samples.jsonl); 0 for none."""
    solve_tokens: int = 1_024
    """Most tokens of such an answer."""
    keep_checkpoints: int = 2


QUANTISATIONS = (
    "F32", "F16", "Q8_0", "Q6_K", "Q5_K_M", "Q5_K_S", "Q4_K_M", "Q4_K_S", "IQ4_XS", "Q4_0", "Q3_K_M",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What is written into the model file and its card."""

    name: str = "MathCoder debug"
    version: str = "0.0.1"
    licence: str = "Apache-2.0"
    quantisation: str = "Q8_0"
    """One of QUANTISATIONS, or several with commas: a file each, their names taken from the kind."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every setting of one model."""

    name: str
    description: str = ""
    seed: int = 0
    generate: GenerateSettings = field(default_factory=GenerateSettings)
    tokenizer: TokenizerSettings = field(default_factory=TokenizerSettings)
    pack: PackSettings = field(default_factory=PackSettings)
    model: ModelSettings = field(default_factory=ModelSettings)
    train: TrainSettings = field(default_factory=TrainSettings)
    export: ExportSettings = field(default_factory=ExportSettings)
    sft: SftSettings | None = None
    """Set where an existing model is fine-tuned; then generate, tokenizer, pack, model and train are not used."""

    def __post_init__(self) -> None:
        train, model = self.train, self.model
        for kind in self.export.quantisation.split(","):
            if kind not in QUANTISATIONS:
                raise RecipeError(f"export.quantisation must be of {', '.join(QUANTISATIONS)}, not {kind!r}")
        if self.sft is not None:
            _check_sft(self.sft)
            return
        if (train.minutes is None) == (train.steps is None):
            raise RecipeError("give exactly one of train.minutes and train.steps")
        if train.rows_per_step % train.micro_rows:
            raise RecipeError(
                f"train.rows_per_step ({train.rows_per_step}) must be a multiple of "
                f"train.micro_rows ({train.micro_rows})"
            )
        if model.hidden % model.heads or (model.hidden // model.heads) % 2:
            raise RecipeError(f"model.hidden ({model.hidden}) must be an even multiple of model.heads ({model.heads})")
        if model.heads % model.kv_heads:
            raise RecipeError(f"model.heads ({model.heads}) must be a multiple of model.kv_heads ({model.kv_heads})")
        if model.hidden % 32 or model.ffn % 32:
            raise RecipeError("model.hidden and model.ffn must be multiples of 32, or Q8_0 cannot hold them")
        if self.tokenizer.vocabulary % 64:
            raise RecipeError(f"tokenizer.vocabulary ({self.tokenizer.vocabulary}) must be a multiple of 64")
        if self.tokenizer.vocabulary > 65_536:
            raise RecipeError("tokenizer.vocabulary must fit into 16 bits (at most 65536)")

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for YAML or JSON."""
        return dataclasses.asdict(self)

    def save(self, path: Path) -> None:
        """Write the resolved recipe as YAML."""
        path.write_text(yaml.safe_dump(self.to_dict(), sort_keys=False, allow_unicode=True), encoding="utf-8")


def _check_sft(sft: SftSettings) -> None:
    if not sft.base:
        raise RecipeError("sft.base is empty: give a model folder or a name on the hub, e.g. --set sft.base=PATH")
    if (sft.epochs is None) == (sft.steps is None):
        raise RecipeError(
            "give exactly one of sft.epochs and sft.steps: to change over, --set sft.steps=100 --set sft.epochs=null"
        )
    if not 0 <= sft.mask_probability < 1:
        raise RecipeError(f"sft.mask_probability must be from 0 to below 1, not {sft.mask_probability}")
    if sft.rows_per_step % sft.micro_rows:
        raise RecipeError(
            f"sft.rows_per_step ({sft.rows_per_step}) must be a multiple of sft.micro_rows ({sft.micro_rows})"
        )
    if sft.method == "qlora" and sft.parallel != "ddp":
        raise RecipeError(f"sft.method=qlora and sft.parallel={sft.parallel} do not go together: use ddp, or lora")


RECIPES = Path(__file__).parent / "recipes"


def load_recipe(name_or_path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """The recipe of that file, or of that name among those shipped; `overrides` are `part.key=value` strings.

    Raises RecipeError for a missing file, an unknown key or a value of the wrong type.
    """
    path = Path(name_or_path)
    if not path.is_file():
        shipped = RECIPES / f"{name_or_path}.yaml"
        if not shipped.is_file():
            known = ", ".join(sorted(p.stem for p in RECIPES.glob("*.yaml")))
            raise RecipeError(f"there is no recipe {str(name_or_path)!r}: give a YAML file or one of {known}")
        path = shipped
    try:
        record = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise RecipeError(f"{path} is not readable YAML: {error}") from error
    if not isinstance(record, dict):
        raise RecipeError(f"{path} must hold keys and values, not a {type(record).__name__}")
    record.setdefault("name", path.stem)
    return recipe_from_dict(record, overrides)


def recipe_from_dict(record: Mapping[str, Any], overrides: Sequence[str] = ()) -> Recipe:
    """The recipe that `Recipe.to_dict` wrote, changed by `overrides`."""
    changed = copy.deepcopy(dict(record))
    for override in overrides:
        _apply(changed, override)
    recipe: Recipe = _build(Recipe, changed, "")
    return recipe


def _apply(record: dict[str, Any], override: str) -> None:
    key, equals, value = override.partition("=")
    if not equals:
        raise RecipeError(f"--set wants part.key=value, not {override!r}")
    *parts, last = key.strip().split(".")
    for part in parts:
        inner = record.setdefault(part, {})
        if not isinstance(inner, dict):
            raise RecipeError(f"--set {override}: {part} is a value, not a part with keys")
        record = inner
    record[last] = yaml.safe_load(value)


def _build(kind: Any, record: Any, where: str) -> Any:
    if not isinstance(record, Mapping):
        raise RecipeError(f"{where or 'the recipe'} must hold keys and values, not {record!r}")
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in record.items():
        name = f"{where}{key}"
        if key not in hints:
            near = difflib.get_close_matches(str(key), hints, n=1)
            raise RecipeError(
                f"unknown key {name!r}"
                + (f": did you mean {where}{near[0]}?" if near else f"; known: {', '.join(hints)}")
            )
        hint = hints[key]
        values[key] = _build(hint, value, f"{name}.") if dataclasses.is_dataclass(hint) else _value(hint, value, name)
    missing = [f.name for f in dataclasses.fields(kind) if f.name not in values and f.default is f.default_factory]
    if missing:
        raise RecipeError(f"{where}{missing[0]} is missing")
    return kind(**values)


def _value(hint: Any, value: Any, name: str) -> Any:
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        if value in typing.get_args(hint):
            return value
        raise RecipeError(f"{name} must be one of {', '.join(typing.get_args(hint))}, not {value!r}")
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in typing.get_args(hint):
            return None
        hint = next(a for a in typing.get_args(hint) if a is not type(None))
        return _build(hint, value, f"{name}.") if dataclasses.is_dataclass(hint) else _value(hint, value, name)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if isinstance(value, Mapping):
            return dict(value)
        raise RecipeError(f"{name} must hold names and numbers, not {value!r}")
    if hint is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if hint is float and isinstance(value, str):  # YAML 1.1 reads 1e-5 as text
        try:
            return float(value)
        except ValueError:
            pass
    elif isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    raise RecipeError(f"{name} must be {hint.__name__}, not {value!r}")
