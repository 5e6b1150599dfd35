"""Fine-tuning: tokens/s and share of the GPU's arithmetic (MFU) of a 7B-shaped model, beside TRL's SFTTrainer.

    python benchmarks/finetuning_speed.py --out speed.json --minutes 9   # one NVIDIA GPU of 140 GB
    python benchmarks/finetuning_speed.py --methods lora --micro-rows 1  # one of 40 GB
    python benchmarks/finetuning_speed.py --small                        # any machine: shows that the script runs

Needs torch, transformers and peft; trl and datasets for its side of the comparison. Weights are random (speed does not
depend on them) and examples are of random words, their lengths log-normal, some 450 tokens in the mean. Each row is a
run of its own in a process of its own: ours with packing and torch's varlen attention, with packing and a dense mask
(sdpa), without packing; TRL's SFTTrainer on the very same ids and labels, unpacked and with its packing. What is set
for TRL in both: steps, longest example (--row-tokens), bf16, target modules and rank of LoRA (ours), no reports and no
checkpoints. "TRL defaults" leaves the rest as it comes, among it 8 examples a step and gradient checkpointing (on; ours
recomputes in full training only); its steps hold fewer tokens than ours. "TRL, packing" has our --micro-rows as its
batch size and accumulates to our --rows, so that both packed runs have rows, passes and steps of one size; all else is
again its default (it joins the rows of a pass into one; attention is sdpa, as transformers loads a model). Both train
float32 weights under bfloat16 autocast in full training and adapters on a bfloat16 base with LoRA (TRL's own default
there, a float32 base, would be slower). Real tokens are counted, padding is not. A run's speed is that of its steps
after the first `--warmup`. --out is written after every row, the log of one that failed with it; with --minutes, rows
for which no time is left are named. It has not been run on a GPU yet.

MFU = FLOPs a token of forward and backward / (seconds × data-sheet FLOPs). FLOPs a token: 6 × parameters (LoRA 4 ×: no
weight gradients of the frozen base) + attention's 12 × layers × hidden × mean length (causal: half of it). What is
computed twice for gradient checkpointing does not count.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a GPU machine is often bare: nothing of ours need be installed there

LLAMA_7B = {"hidden_size": 4096, "intermediate_size": 11008, "num_hidden_layers": 32, "num_attention_heads": 32,
            "num_key_value_heads": 32, "vocab_size": 32_064, "max_position_embeddings": 4096}  # fmt: skip
SMALL = {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
         "num_key_value_heads": 2, "vocab_size": 1_024, "max_position_embeddings": 2048}  # fmt: skip
PEAKS = {"H200": 989e12, "H100": 989e12, "A100": 312e12, "B200": 2250e12}
"""Dense bfloat16 FLOP/s of the makers' data sheets."""

VARIANTS = {
    "ours, packed, varlen": {"sft.packing": "true", "sft.attention": "documents"},
    "TRL defaults": {"packing": "false"},
    "TRL, packing": {"packing": "true"},
    "ours, packed, dense mask": {"sft.packing": "true", "sft.attention": "sdpa"},
    "ours, one example a row": {"sft.packing": "false", "sft.attention": "sdpa"},
}
"""In the order of what one would miss most if the time ran out."""


def main() -> int:
    """Measure every variant of every method and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--methods", default="lora,full", help="lora, full, or both (default)")
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--warmup", type=int, default=3, help="steps that are not counted")
    parser.add_argument("--rows", type=int, default=8, help="rows of a step (default 8)")
    parser.add_argument("--micro-rows", type=int, default=4, help="rows of one forward pass (default 4)")
    parser.add_argument("--row-tokens", type=int, default=2048)
    parser.add_argument("--minutes", type=float, help="begin no row that may not end within so many")
    parser.add_argument("--small", action="store_true", help="a tiny model: shows that the script runs, on any machine")
    parser.add_argument("--out", type=Path, metavar="FILE.json")
    parser.add_argument("--run", nargs=4, metavar=("VARIANT", "METHOD", "FOLDER", "RESULT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        return _run_one(options)
    import torch

    if not torch.cuda.is_available() and not options.small:
        print(
            "There is no CUDA device here, so nothing was measured: speed on a GPU is what this script is for. Run it "
            "on a machine with one, or give --small to see that it works.",
            file=sys.stderr,
        )
        return 2
    if options.small:  # as little as passes through every line
        options.steps, options.warmup, options.rows, options.row_tokens = 3, 1, 2, 256
        options.micro_rows = min(options.micro_rows, options.rows)
    device = torch.cuda.get_device_name() if torch.cuda.is_available() else "CPU (these figures mean nothing)"
    print(f"{device}, torch {torch.__version__}, {options.rows} rows of {options.row_tokens} tokens a step", flush=True)
    results: list[dict[str, Any]] = []
    ends = time.monotonic() + 60 * options.minutes if options.minutes else math.inf
    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _make_base(home / "base", SMALL if options.small else LLAMA_7B, small=options.small)
        _make_data(home / "data.jsonl", options)
        for method in options.methods.split(","):
            for variant in VARIANTS:
                began = time.monotonic()
                if began + longest > ends:
                    results.append({"variant": variant, "method": method, "error": "no time was left"})
                else:
                    results.append(_measure(variant, method, home, options, ends - began))
                    longest = max(longest, time.monotonic() - began)
                print(_line(results[-1], device), flush=True)
                if options.out:
                    record = {"device": device, "torch": torch.__version__, "results": results}
                    options.out.write_text(json.dumps(record, indent=1), encoding="utf-8")
    return 0 if any("error" not in result for result in results) else 1


def _make_base(folder: Path, shape: dict[str, int], *, small: bool) -> None:
    """A Llama with random weights, in bfloat16, and a byte-level tokenizer."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=1_000, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(list(_words(random.Random(0), 5_000)), trainer)
    with torch.device("cuda" if torch.cuda.is_available() else "cpu"):
        torch.set_default_dtype(torch.float32 if small else torch.bfloat16)
        model = LlamaForCausalLM(LlamaConfig(**shape, tie_word_embeddings=False))  # type: ignore[arg-type]
        torch.set_default_dtype(torch.float32)
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    model.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "a", "pad_token": "a"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    del model
    torch.cuda.empty_cache()


def _words(rng: random.Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 6)))


def _make_data(path: Path, options: argparse.Namespace) -> None:
    """Transcripts of random words: question, words, code, result, words."""
    from mathcoder_kernel.lce.transcript import Transcript, code, execution, text, write_jsonl

    rng = random.Random(1)
    scale = min(1.0, options.row_tokens / 2048)

    def transcripts() -> Iterator[Transcript]:
        total = 0
        wanted = 2 * options.steps * options.rows * options.row_tokens
        while total < wanted:
            words = max(20, round(scale * math.exp(rng.gauss(math.log(120), 0.6))))
            total += 3 * words
            parts = [" ".join(_words(rng, max(2, words // 5))) for _ in range(5)]
            blocks = (text(parts[1]), code(parts[2]), execution(parts[3]), text(parts[4]))
            yield Transcript(parts[0], blocks)

    write_jsonl(path, transcripts())


def _measure(variant: str, method: str, home: Path, options: argparse.Namespace, seconds: float) -> dict[str, Any]:
    """One variant in a process of its own, so that none inherits another's memory; ended after `seconds`."""
    result = home / "result.json"
    result.unlink(missing_ok=True)
    command = [sys.executable, __file__, "--run", variant, method, str(home), str(result)]
    for name in ("steps", "warmup", "rows", "row_tokens", "micro_rows"):
        command += [f"--{name.replace('_', '-')}", str(getattr(options, name))]
    if options.small:
        command.append("--small")
    began, log, code = time.monotonic(), home / "log.txt", 0
    try:
        with open(log, "w", encoding="utf-8") as output:
            timeout = None if math.isinf(seconds) else max(1.0, seconds)
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
            code = subprocess.run(
                command, stdout=output, stderr=output, env=environment, timeout=timeout, check=False
            ).returncode
    except subprocess.TimeoutExpired:
        found: dict[str, Any] = {"error": "the time ran out", "log": log.read_text(encoding="utf-8")[-4000:]}
    else:
        if result.is_file():
            found = json.loads(result.read_text(encoding="utf-8"))
        else:
            text = log.read_text(encoding="utf-8")
            lines = [line for line in text.splitlines() if line.strip()]
            found = {"error": lines[-1] if lines else f"exit code {code}", "log": text[-4000:]}
    found["whole_seconds"] = round(time.monotonic() - began, 1)
    return {"variant": variant, "method": method, **found}


def _run_one(options: argparse.Namespace) -> int:
    variant, method, folder, result = options.run
    home = Path(folder)
    if variant.startswith("TRL"):
        missing = [name for name in ("trl", "datasets") if find_spec(name) is None]
        if missing:
            found: dict[str, Any] = {"error": f"{', '.join(missing)} not installed"}
        else:
            found = _trl(VARIANTS[variant]["packing"] == "true", method, home, options)
    else:
        found = _ours(VARIANTS[variant], method, home, options)
    Path(result).write_text(json.dumps(found), encoding="utf-8")
    return 0


def _recipe(method: str, home: Path, options: argparse.Namespace, more: dict[str, str]) -> Any:
    from finetune.recipe import load_recipe

    settings = {"sft.base": str(home / "base"), "sft.method": method, "sft.steps": str(options.steps),
                "sft.row_tokens": str(options.row_tokens), "sft.rows_per_step": str(options.rows),
                "sft.micro_rows": str(options.micro_rows), "sft.solve_questions": "0", "sft.lr": "1e-5",
                "sft.gradient_checkpointing": str(method == "full").lower(), **more}  # fmt: skip
    return load_recipe("sft-debug", [f"{key}={value}" for key, value in settings.items()])


def _ours(more: dict[str, str], method: str, home: Path, options: argparse.Namespace) -> dict[str, Any]:
    import torch

    from finetune.train.distributed import Processes
    from finetune.train.sft import FineTuner, device_name

    recipe = _recipe(method, home, options, more)
    with tempfile.TemporaryDirectory() as run:
        group = Processes(0, 1, torch.device(device_name(recipe.sft)))
        tuner = FineTuner(recipe, home / "data.jsonl", Path(run), group)
        for _ in range(options.warmup):
            tuner.update()
        _wait()
        began, tokens, documents = time.perf_counter(), 0, 0
        for _ in range(options.steps - options.warmup):
            tokens_here, documents_here = _next_batch(tuner)
            tuner.update()
            tokens, documents = tokens + tokens_here, documents + documents_here
        _wait()
        seconds = time.perf_counter() - began
        parameters = sum(p.numel() for p in tuner.objective.parameters())
        config = tuner.objective.causal_lm().config
    return _figures(tokens, documents, seconds, parameters, config, method)


def _next_batch(tuner: Any) -> tuple[int, int]:
    """Real tokens and examples of the rows of the next step."""
    from finetune.train.loop import shuffled_rows

    count = tuner.settings.rows_per_step
    rows = shuffled_rows(tuner.recipe.seed, len(tuner.rows), tuner.step * count, count)
    documents = tuner.rows.documents[rows]
    return int((documents > 0).sum()), int(documents.max(axis=1).sum())


def packed_batch(rows: int, micro_rows: int) -> dict[str, int]:
    """TRL's settings for passes of `micro_rows` packed rows that add up to steps of `rows`, as ours are."""
    return {"per_device_train_batch_size": micro_rows, "gradient_accumulation_steps": rows // micro_rows}


def _trl(packing: bool, method: str, home: Path, options: argparse.Namespace) -> dict[str, Any]:
    """TRL's SFTTrainer on our ids and labels; with packing, of our row length and our rows a pass and a step."""
    import torch
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import TrainerCallback
    from trl import SFTConfig, SFTTrainer

    from finetune.data.base_tokenizer import extended
    from finetune.data.pack import encode, role_weights
    from finetune.train.base import LINEAR, extend_model, known_tokens, load_causal_lm
    from mathcoder_kernel.lce.dialect import MathCoderDialect
    from mathcoder_kernel.lce.transcript import read_jsonl

    vocabulary = extended(home / "base" / "tokenizer.json")
    weights, examples = role_weights(), []
    for transcript in read_jsonl(home / "data.jsonl"):
        ids, roles = encode(transcript, MathCoderDialect(), vocabulary)
        labels = [token if weights[role] else -100 for token, role in zip(ids, roles, strict=True)]
        if len(ids) <= options.row_tokens:
            examples.append({"input_ids": ids, "labels": labels})
    half = torch.cuda.is_available()
    model = load_causal_lm(str(home / "base"), dtype=torch.bfloat16 if half and method == "lora" else torch.float32)
    extend_model(model, vocabulary, known_tokens(str(home / "base")))
    from transformers import PreTrainedTokenizerFast

    tokenizer = PreTrainedTokenizerFast(tokenizer_object=vocabulary.tokenizer, eos_token="<|endofmessage|>",
                                        pad_token="<|pad|>")  # fmt: skip
    seen: list[tuple[Any, Any]] = []  # tensors: reading one would make the GPU wait
    clock: dict[str, float] = {}

    class Clock(TrainerCallback):
        """Begins after the warm-up."""

        def on_step_end(self, args: Any, state: Any, control: Any, **others: Any) -> None:
            if state.global_step == options.warmup:
                _wait()
                seen.clear()
                clock["began"] = time.perf_counter()

        def on_train_end(self, args: Any, state: Any, control: Any, **others: Any) -> None:
            _wait()
            clock["ended"] = time.perf_counter()

    class Counting(SFTTrainer):  # type: ignore[misc]
        """Counts the real tokens it is given."""

        def compute_loss(self, model: Any, inputs: Any, *more: Any, **others: Any) -> Any:
            mask = inputs.get("attention_mask")
            if mask is not None:
                seen.append((mask.sum(), len(mask)))
            else:
                seen.append((inputs["input_ids"].numel(), (inputs["position_ids"] == 0).sum()))
            return super().compute_loss(model, inputs, *more, **others)

    with tempfile.TemporaryDirectory() as run:
        batch = packed_batch(options.rows, options.micro_rows)
        arguments = SFTConfig(output_dir=run, max_steps=options.steps, max_length=options.row_tokens, packing=packing,
                              report_to=[], save_strategy="no", bf16=half, use_cpu=not half,
                              **(batch if packing else {}))  # fmt: skip
        lora = LoraConfig(r=16, lora_alpha=32, target_modules=LINEAR) if method == "lora" else None
        trainer = Counting(model=model, args=arguments, train_dataset=Dataset.from_list(examples), peft_config=lora,
                           processing_class=tokenizer, callbacks=[Clock()])  # fmt: skip
        trainer.train()
        parameters = sum(p.numel() for p in model.parameters())
    tokens, documents = (sum(map(int, column)) for column in zip(*seen, strict=True))
    return _figures(tokens, documents, clock["ended"] - clock["began"], parameters, model.config, method)


def _wait() -> None:
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()


def _figures(tokens: int, documents: int, seconds: float, parameters: int, config: Any, method: str) -> dict[str, Any]:
    import torch

    mean = tokens / max(1, documents)
    weights = (6 if method == "full" else 4) * parameters
    attention = 12 * config.num_hidden_layers * config.hidden_size * mean / 2
    memory = torch.cuda.max_memory_allocated() / 2**30 if torch.cuda.is_available() else 0.0
    return {
        "tokens_per_second": round(tokens / seconds),
        "flops_per_second": (weights + attention) * tokens / seconds,
        "memory_gb": round(memory, 1),
        "tokens": tokens,
        "seconds": round(seconds, 3),
    }


def _line(result: dict[str, Any], device: str) -> str:
    name = f"{result['method']:5} {result['variant']:26}"
    if "error" in result:
        return f"{name} not measured: {result['error']}"
    peak = next((flops for gpu, flops in PEAKS.items() if gpu in device), None)
    share = f"{100 * result['flops_per_second'] / peak:5.1f} % MFU" if peak else "MFU not known"
    return f"{name} {result['tokens_per_second']:>9,} tokens/s  {share}  {result['memory_gb']:6.1f} GB"


if __name__ == "__main__":
    sys.exit(main())
