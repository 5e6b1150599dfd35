"""The command line: `mathcoder-finetune`, also `python -m finetune`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from finetune.data.commands import add_data_commands, add_gsm8k_command, add_plan_command
from finetune.evaluate.commands import add_evaluation_commands, evaluate_command
from finetune.recipe import RECIPES, Recipe, RecipeError, load_recipe

_EPILOG = """\
A model from nothing, in five commands (replace `debug` by `bundled-cpu` for the real one):

  mathcoder-finetune data generate debug --data work/data
  mathcoder-finetune data tokenizer debug --data work/data
  mathcoder-finetune data pack debug --data work/data
  mathcoder-finetune train scratch debug --data work/data --run work/run
  mathcoder-finetune export work/run --out work/debug.gguf

An existing model (Llama, Mistral, Qwen2) on transcripts, and how good it became:

  mathcoder-finetune train sft sft-debug --data work/data --run work/sft --set sft.base=work/run
  mathcoder-finetune eval work/sft --out work/eval
  mathcoder-finetune export work/sft --out work/sft.gguf --quant F16,Q8_0 --evaluation work/eval/report.json

Data of others: `data import`, then `data verify` (runs every solution again) and `data check` (test questions out).
`recipes` lists what is shipped, `plan RECIPE` says what a run needs before anything is downloaded, `data show RECIPE`
what it will train on.

A RECIPE is a YAML file or the name of one that is shipped ({recipes}).
Any setting can be changed with --set, for example --set train.minutes=10.
"""


_SHOW = """\
Before a run:   mathcoder-finetune data show qwen2.5-math-1.5b-lora --data work/train.jsonl
After its start: mathcoder-finetune data show --data work/run
Of the base only the tokenizer is read. What the colours mean stands above the rows.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Errors that a person can mend are one sentence on stderr, with code 1."""
    options = _parser().parse_args(arguments)
    from finetune.data.files import DataError
    from finetune.data.generate import GenerateError
    from finetune.data.pack import PackError
    from finetune.data.tokenizer import VocabularyError

    mendable: list[type[Exception]] = [RecipeError, DataError, GenerateError, PackError, VocabularyError, OSError]
    if options.command in (_data_mix, _data_show, _train_scratch, _train_sft, _merge, _export, _push):
        from finetune.export.gguf_file import ExportError
        from finetune.train.base import BaseModelError
        from finetune.train.loop import TrainingError

        mendable += [TrainingError, ExportError, BaseModelError]
    if options.command is evaluate_command:
        from finetune.evaluate.runner import EvaluationError

        mendable.append(EvaluationError)
    try:
        options.command(options)
    except BrokenPipeError:  # the reader of our output went away: `… | head`
        sys.stderr.close()
        return 0
    except tuple(mendable) as error:
        print(f"mathcoder-finetune: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            "\nstopped; what was finished is kept, and the same command (train: with --resume) continues",
            file=sys.stderr,
        )
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    recipes = ", ".join(sorted(path.stem for path in RECIPES.glob("*.yaml")))
    parser = argparse.ArgumentParser(
        prog="mathcoder-finetune",
        description="Make a MathCoder model: training data, tokenizer, training, evaluation, GGUF.",
        epilog=_EPILOG.format(recipes=recipes),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")

    data = verbs.add_parser("data", help="make, pack and look at training data")
    kinds = data.add_subparsers(required=True, metavar="COMMAND")
    made = _add(kinds, "generate", _data_generate, "word problems, run every solution for real, write examples")
    _recipe(made)
    _data_folder(made, "folder to write; a stopped run continues there")
    made.add_argument(
        "--exclude", type=Path, action="append", default=[], metavar="FILE.jsonl",
        help="leave out what `data check --against` would find of this file (repeatable)",
    )  # fmt: skip
    made.add_argument(
        "--weights",
        type=Path,
        metavar="FILE.yaml",
        help="sampling weights of tasks in place of the recipe's (`data mix`)",
    )
    mixed = _add(kinds, "mix", _data_mix, "weigh tasks by how often a checkpoint fails at them")
    mixed.add_argument("run", type=Path, metavar="RUN", help="run folder (its last checkpoint) or checkpoint folder")
    _data_folder(mixed, "folder with examples that the model has not seen (`data generate` with another seed)")
    mixed.add_argument("--out", type=Path, required=True, metavar="FILE.yaml", help="weights for `data generate`")
    learned = _add(kinds, "tokenizer", _data_tokenizer, "learn the vocabulary from the examples")
    _recipe(learned)
    _data_folder(learned, "folder with examples; tokenizer.json is written there")
    packed = _add(kinds, "pack", _data_pack, "turn examples into rows of token ids with their loss mask")
    _recipe(packed)
    _data_folder(packed, "folder with examples and tokenizer; packed/ is written there")
    shown = _add(kinds, "show", _data_show, "rows as a run trains on them, coloured by loss mask; lengths, packing")
    shown.formatter_class = argparse.RawDescriptionHelpFormatter
    shown.epilog = _SHOW
    shown.add_argument(
        "recipe", nargs="?", metavar="RECIPE", help="pack transcripts as this recipe does, and show that"
    )
    _settings(shown)
    _data_folder(shown, "with RECIPE: transcripts, as for `train sft`; else packed rows or a run")
    shown.add_argument("--split", default="train", choices=("train", "validation", "held_out"))
    shown.add_argument("--row", type=int, default=0, help="first row to print (default 0)")
    shown.add_argument("--count", type=int, default=1, help="how many rows (default 1)")
    shown.add_argument("--plain", action="store_true", help="no colours: untrained parts stand in ⟦ ⟧")

    add_data_commands(kinds, _add)
    add_gsm8k_command(kinds, _add)
    listed = _add(verbs, "recipes", _recipes, "what is shipped; with a name: that recipe, every setting of it")
    listed.add_argument("recipe", nargs="?", metavar="RECIPE", help="YAML file or name of a shipped recipe")
    _settings(listed)
    add_plan_command(verbs, _add, _recipe)

    train = verbs.add_parser("train", help="train a model")
    kinds = train.add_subparsers(required=True, metavar="COMMAND")
    scratch = _add(kinds, "scratch", _train_scratch, "train a small Llama from scratch")
    _recipe(scratch)
    _data_folder(scratch, "folder with tokenizer and packed rows")
    scratch.add_argument("--run", type=Path, required=True, metavar="DIR", help="run folder to write")
    scratch.add_argument("--resume", action="store_true", help="continue from the run folder's last checkpoint")
    scratch.add_argument("--minutes", type=float, help="wall-clock budget; the schedule fits itself to it")

    tuned = _add(kinds, "sft", _train_sft, "fine-tune an existing model; many GPUs: torchrun -m -- finetune …")
    _recipe(tuned)
    _data_folder(tuned, "a .jsonl[.gz] of transcripts, or a folder with examples or train.jsonl and validation.jsonl")
    tuned.add_argument("--run", type=Path, required=True, metavar="DIR", help="run folder to write")
    tuned.add_argument("--resume", action="store_true", help="continue from the run folder's last checkpoint")

    merged = _add(verbs, "merge", _merge, "write adapters, merged into their base, as a model folder of its own")
    merged.add_argument("run", type=Path, metavar="RUN", help="run folder (its last checkpoint) or checkpoint folder")
    merged.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write")

    exported = _add(verbs, "export", _export, "write a GGUF that the kernel loads, checked against the torch model")
    exported.add_argument("run", type=Path, metavar="RUN", help="run folder (its last checkpoint) or checkpoint folder")
    exported.add_argument("--out", type=Path, required=True, metavar="FILE.gguf")
    exported.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="export.KEY=VALUE",
        help="change name, version, licence or quantisation (such as Q4_K_M, or several: F16,Q8_0); repeatable",
    )
    exported.add_argument(
        "--quant", metavar="KIND[,KIND…]", help="such as F16,Q8_0,Q4_K_M: the same as --set export.quantisation=…"
    )
    exported.add_argument(
        "--imatrix", type=Path, metavar="DATA", help="weigh columns by these transcripts when quantising below 8 bits"
    )
    exported.add_argument(
        "--held-out", type=Path, metavar="DATA", help="perplexity on these transcripts (default: the run's validation)"
    )
    exported.add_argument("--adapter", action="store_true", help="LoRA: base and adapter as two files, not merged")
    exported.add_argument("--evaluation", type=Path, metavar="FILE.json", help="report of `eval`, for the model card")

    pushed = _add(verbs, "push", _push, "put an exported model on a hub; without --yes only say what would be sent")
    pushed.add_argument("model", type=Path, metavar="FILE.gguf", help="the --out of `export`")
    pushed.add_argument("--to", required=True, metavar="OWNER/NAME", help="the repository; made if it is not there")
    pushed.add_argument("--public", action="store_true", help="a new repository is private without this")
    pushed.add_argument("--message", default="", help="of the commit")
    pushed.add_argument("--yes", action="store_true", help="send it")

    add_evaluation_commands(verbs, _add)
    return parser


def _add(to: Any, name: str, command: Callable[[argparse.Namespace], None], summary: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = to.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    parser.set_defaults(command=command)
    return parser


def _recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", metavar="RECIPE", help="YAML file or name of a shipped recipe")
    _settings(parser)


def _settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set", action="append", default=[], metavar="PART.KEY=VALUE", help="change one setting (repeatable)"
    )


def _data_folder(parser: argparse.ArgumentParser, meaning: str) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help=meaning)


def _load(options: argparse.Namespace, *more: str) -> Recipe:
    return load_recipe(options.recipe, [*options.set, *more])


def _recipes(options: argparse.Namespace) -> None:
    import yaml

    if options.recipe is not None:
        print(yaml.safe_dump(_load(options).to_dict(), sort_keys=False, allow_unicode=True, width=110), end="")
        return
    for path in sorted(RECIPES.glob("*.yaml")):
        recipe = load_recipe(path)
        known = [("", recipe.description)]
        if recipe.sft is not None:
            known += [("base: ", recipe.sft.base), ("data: ", recipe.sft.data), ("expected: ", recipe.sft.expected)]
        print(recipe.name)
        for name, words in known:
            print(textwrap.fill(name + words.strip(), 110, initial_indent="  ", subsequent_indent="    "))


def _data_generate(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.check import TestQuestions
    from finetune.data.generate import Source, generate, read_weights

    recipe = _load(options)
    excluded = TestQuestions.read(options.exclude)
    settings = recipe.generate
    if options.weights:
        settings = replace(settings, weights=read_weights(options.weights))
    total = settings.examples + settings.validation + settings.held_out
    with tqdm(total=total, unit="example", disable=None) as bar:
        report = generate(options.data, settings, recipe.seed, Source.families(settings), bar.update, excluded)
    print(f"{sum(report['examples'].values()):,} examples from {report['executions']:,} executed solutions")
    print(f"{len(report['tasks'])} tasks; {sum(report['dropped'].values()):,} examples left out:")
    for reason, count in list(report["dropped"].items())[:20]:
        print(f"  {count:6}  {reason}")
    print(f"all of it in {options.data / 'report.json'}")


def _data_mix(options: argparse.Namespace) -> None:
    import torch
    from tqdm import tqdm

    from finetune.data.generate import read_split, write_weights
    from finetune.data.mix import score, weights_by_failure
    from finetune.train.loop import fast_bfloat16_cpu, latest_checkpoint, load_checkpoint_model
    from mathcoder_kernel.problems import family

    if options.out.is_dir():
        raise RecipeError(f"{options.out} is a folder: --out names the file to write")
    options.out.parent.mkdir(parents=True, exist_ok=True)  # now, and not after the scoring
    model, vocabulary, _ = load_checkpoint_model(latest_checkpoint(options.run) or options.run)
    examples = tqdm(read_split(options.data, "train"), unit="example", disable=None)
    scores = score(model, vocabulary, examples, torch.bfloat16 if fast_bfloat16_cpu() else torch.float32)
    own = {task.name: task.weight for task in family.all_tasks()}
    weights = weights_by_failure(scores, own)
    write_weights(options.out, weights)
    seen, written = sum(s.seen for s in scores.values()), sum(s.written for s in scores.values())
    print(f"{written:,} of {seen:,} examples written whole ({100 * written / max(seen, 1):.1f} %), {len(scores)} tasks")
    for task, s in sorted(scores.items(), key=lambda item: item[1].written / item[1].seen)[:20]:
        change = f"weight {own[task]:.2f} → {weights[task]:.2f}" if task in own else "no family's task"
        print(f"  {s.written:4} of {s.seen:4}  {change}  {task}")
    print(f"weights of all tasks in {options.out}")


def _data_tokenizer(options: argparse.Namespace) -> None:
    from finetune.data.generate import sample_texts
    from finetune.data.tokenizer import train_tokenizer

    recipe = _load(options)
    tokenizer = train_tokenizer(sample_texts(options.data, recipe.tokenizer.sample), recipe.tokenizer)
    tokenizer.save(str(options.data / "tokenizer.json"))
    print(f"{tokenizer.get_vocab_size()} tokens in {options.data / 'tokenizer.json'}")


def _data_pack(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.generate import SPLITS, read_split
    from finetune.data.pack import write_rows
    from finetune.data.tokenizer import TrainedVocabulary
    from mathcoder_kernel.lce.dialect import MathCoderDialect

    recipe = _load(options)
    vocabulary = TrainedVocabulary.load(options.data / "tokenizer.json")
    for split in SPLITS:
        examples = tqdm(read_split(options.data, split), desc=split, unit="example", disable=None)
        facts = write_rows(
            options.data / "packed" / split, examples, MathCoderDialect(), vocabulary, recipe.pack.row_tokens
        )
        print(
            f"{split}: {facts['documents']:,} examples, {facts['tokens']:,} tokens in {facts['rows']:,} rows, "
            f"{100 * facts['real_token_share']:.1f} % real tokens, {facts['too_long']} too long"
        )


def _data_show(options: argparse.Namespace) -> None:
    if options.recipe is None:
        if options.set:
            raise RecipeError("--set changes a recipe: give one, `data show RECIPE --data DATA`")
        weight = 0.0
        if (recorded := options.data / "recipe.yaml").is_file():  # of a run
            of_run = load_recipe(recorded)
            weight = (of_run.sft or of_run.train).execution_loss_weight
        _show(options, options.data, weight)
        return
    from finetune.train.base import load_vocabulary
    from finetune.train.sft import pack_data

    recipe = _load(options)
    if recipe.sft is None:
        raise RecipeError(f"{recipe.name} has no sft part: `data pack {recipe.name}`, then `data show --data` alone")
    with tempfile.TemporaryDirectory() as folder:
        pack_data(options.data, Path(folder), recipe.sft, load_vocabulary(recipe.sft.base))
        _show(options, Path(folder), recipe.sft.execution_loss_weight)


def _show(options: argparse.Namespace, folder: Path, execution_loss_weight: float) -> None:
    from finetune.data.pack import PackError, Rows
    from finetune.data.show import legend, show_row, summary
    from finetune.data.tokenizer import TrainedVocabulary

    rows = Rows.load(folder / "packed" / options.split)
    vocabulary = TrainedVocabulary.load(folder / "tokenizer.json")
    if not 0 <= options.row < len(rows):
        raise PackError(f"there is no row {options.row}: rows are numbered 0 to {len(rows) - 1}")
    colour = not options.plain
    print("\n".join(summary(rows)))
    print(legend(colour=colour, execution_loss_weight=execution_loss_weight))
    for row in range(options.row, min(len(rows), options.row + options.count)):
        for line in show_row(rows, row, vocabulary, colour=colour, execution_loss_weight=execution_loss_weight):
            print(line)


def _train_scratch(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.train.loop import Trainer, TrainingError

    more = () if options.minutes is None else (f"train.minutes={options.minutes}", "train.steps=null")
    recipe = _load(options, *more)
    if recipe.sft is not None:
        raise TrainingError(f"{recipe.name} fine-tunes an existing model: use `train sft`")
    trainer = Trainer(recipe, options.data, options.run, resume=options.resume)
    parameters = sum(p.numel() for p in trainer.model.parameters())
    print(f"{parameters / 1e6:.2f}M parameters on {trainer.compute.device} in {trainer.compute.dtype}", flush=True)
    with tqdm(total=1000, unit="‰", bar_format="{percentage:5.1f}% |{bar}| {elapsed} {postfix}", disable=None) as bar:

        def on_step(record: dict[str, Any]) -> None:
            line = (
                f"step {record['step']}  loss {record['loss']:.4f}  {record['tokens'] / 1e6:.2f}M tokens  "
                f"{record['tokens_per_second']:,}/s  epoch {record['epoch']:.2f}  lr {record['lr_share']:.2f}"
            )
            if bar.disable:
                print(f"{100 * record['progress']:5.1f} %  {line}", flush=True)
            else:
                bar.set_postfix_str(line)
                bar.update(int(1000 * record["progress"]) - bar.n)

        checkpoint = trainer.train(on_step)
    print(f"finished: {checkpoint}")


def _train_sft(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.train.distributed import processes
    from finetune.train.loop import TrainingError
    from finetune.train.sft import FineTuner, device_name

    recipe = _load(options)
    if recipe.sft is None:
        raise TrainingError(f"{recipe.name} has no sft part: use `train scratch`, or a recipe for fine-tuning")
    with processes(device_name(recipe.sft)) as group:
        tuner = FineTuner(recipe, options.data, options.run, group, resume=options.resume)
        parameters = list(tuner.objective.parameters())
        if group.first:
            facts = tuner.rows.facts
            if facts["too_long"] > 0.01 * (facts["documents"] + facts["too_long"]):
                print(
                    f"note: {facts['too_long']:,} of {facts['documents'] + facts['too_long']:,} transcripts are longer "
                    f"than a row and left out; sft.row_tokens={tuner.settings.row_tokens} decides that",
                    flush=True,
                )
            print(
                f"{sum(p.numel() for p in parameters) / 1e6:.2f}M parameters, "
                f"{sum(p.numel() for p in parameters if p.requires_grad) / 1e6:.2f}M of them trained, "
                f"on {group.world} × {group.device} in {tuner.dtype}; "
                f"{tuner.rows.facts['documents']:,} transcripts in {len(tuner.rows):,} rows "
                f"({100 * tuner.rows.facts['real_token_share']:.1f} % real tokens, "
                f"{tuner.rows.facts['too_long']} too long, {tuner.rows.facts['empty']} empty), {tuner.steps:,} steps",
                flush=True,
            )
        quiet = True if not group.first else None
        with tqdm(total=tuner.steps, initial=tuner.step, unit="step", disable=quiet) as bar:

            def on_step(record: dict[str, Any]) -> None:
                speed = f"{record['tokens_per_second']:,} tokens/s"
                line = f"loss {record['loss']:.4f}  {speed}  epoch {record['epoch']:.2f}"
                if bar.disable:
                    print(f"step {record['step']}/{tuner.steps}  {line}", flush=True)
                else:
                    bar.set_postfix_str(line)
                    bar.update(record["step"] - bar.n)

            def on_evaluation(figures: dict[str, Any]) -> None:
                words = f"step {figures['step']}  validation loss {figures['validation_loss']:.4f}"
                if "sample_solved" in figures:
                    words += (
                        f"  solved {100 * figures['sample_solved']:.0f} % of a sample, "
                        f"{100 * figures['sample_code_errors']:.0f} % of its code failed"
                    )
                tqdm.write(words)

            checkpoint = tuner.train(on_step, on_evaluation)
        if group.first:
            print(f"finished: {checkpoint}")


def _merge(options: argparse.Namespace) -> None:
    from finetune.export.checkpoint import merge

    print(f"merged: {merge(options.run, options.out)}")


def _export(options: argparse.Namespace) -> None:
    from finetune.export.exporter import Measured, export

    evaluation = json.loads(options.evaluation.read_text(encoding="utf-8")) if options.evaluation else None
    overrides = [*options.set, *([f"export.quantisation={options.quant}"] if options.quant else [])]
    figures = export(
        options.run,
        options.out,
        evaluation=evaluation,
        overrides=overrides,
        measured=Measured(options.imatrix, options.held_out),
        adapter=options.adapter,
        say=print,
    )
    for file in figures["files"]:
        path = options.out.with_name(file["file"])
        print(f"{path}: {file['bytes'] / 1e6:.2f} MB, sha256 {file['sha256']}; every golden test passed")
    print(f"card: {options.out.with_suffix('.md')}")


def _push(options: argparse.Namespace) -> None:
    from finetune.export.hub import as_text, push, uploads

    files = uploads(options.model)
    print(as_text(files, options.to))
    if not options.yes:
        print("nothing was sent: give --yes to send it")
        return
    print(f"sent: {push(files, options.to, private=not options.public, message=options.message)}")
