"""The commands `data import`, `data verify`, `data check` and `plan`: their options, and what they print."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from finetune.recipe import Recipe

Add = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]
"""`cli._add`: a command with its function and its one-line summary."""

_IMPORT = """\
Every row that cannot be read is kept, with its line and the reason, in OUT.rejected.jsonl.

Formats (found from the keys of each row where --format is not given):
{formats}
  {notebook:17} turns of MathCoder in .ipynb files, as the cells are now
"""

_VERIFY = """\
Code runs as in the kernel: one namespace for a transcript. A result is repaired (replaced by ours) where nothing that
follows can rest on the difference: the same error in other words, a missing result that is the answer, a cut output,
numbers equal to 1e-6, sets in another order, memory addresses. Everything else that differs is dropped, with its
reason, into OUT.dropped.jsonl. A stopped run continues with the same command.
"""

_CHECK = """\
A transcript is contaminated if its question is a test question (but for case, spaces and end punctuation), shares 13
words in a row with one, or if a whole test question of 8 words or more stands anywhere in it. What is left out goes to
OUT.contaminated.jsonl.
"""

_GSM8K = """\
Every calculation mark <<16-3-4=9>> of a solution becomes an assignment; variants have other numbers and names. Rows
with an `overlap` are not read. The shards lie beside those of `data generate` in the same folder, and `data pack` mixes
them; a hundredth of the rows is kept for validation. A stopped run continues with the same command.
"""


def add_data_commands(kinds: Any, add: Add) -> None:
    """`import`, `verify` and `check`, under `data`."""
    from finetune.data.formats import FORMATS
    from finetune.data.importer import AUTO, NOTEBOOK

    imported = add(kinds, "import", _import, "read other people's data files, and notebooks, as transcripts")
    imported.formatter_class = argparse.RawDescriptionHelpFormatter
    imported.epilog = _IMPORT.format(
        formats="\n".join(f"  {known.name:17} {known.about}" for known in FORMATS.values()), notebook=NOTEBOOK
    )
    imported.add_argument(
        "source",
        type=Path,
        nargs="+",
        metavar="SOURCE",
        help=".jsonl, .json (both also .gz), .parquet, .ipynb, a folder, or hf:NAME[@SPLIT] of the Hugging Face hub",
    )
    imported.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl", help="written whole (.gz allowed)")
    imported.add_argument("--format", default=AUTO, choices=(AUTO, *FORMATS, NOTEBOOK), metavar="FORMAT", help="below")
    imported.add_argument("--licence", metavar="NAME", help="noted where the rows state none")

    verified = add(kinds, "verify", _verify, "run every code block again; keep, repair or drop")
    verified.formatter_class = argparse.RawDescriptionHelpFormatter
    verified.epilog = _VERIFY
    verified.add_argument("source", type=Path, metavar="FILE.jsonl", help="transcripts (of `data import`)")
    verified.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl", help="must not be there yet")
    verified.add_argument("--seconds", type=float, default=20.0, help="time limit of a block (default 20)")
    verified.add_argument("--no-repair", action="store_true", help="drop what would need a repair")
    verified.add_argument("--correct", action="store_true", help="keep only answers equal to the data set's")
    verified.add_argument("--on", choices=("local", "ray"), default="local", help="where code runs (default local)")
    verified.add_argument("--workers", type=int, metavar="N", help="solutions at a time (default: one for each CPU)")
    verified.add_argument("--address", default="auto", help="--on ray: the cluster (default: the one we are in)")

    checked = add(kinds, "check", _check, "look for questions that models are tested on")
    checked.formatter_class = argparse.RawDescriptionHelpFormatter
    checked.epilog = _CHECK
    checked.add_argument("source", type=Path, metavar="FILE.jsonl", help="transcripts (of `data import`)")
    checked.add_argument(
        "--against", type=Path, action="append", required=True, metavar="TEST.jsonl",
        help="test questions, a row each (repeatable; .gz allowed)",
    )  # fmt: skip
    checked.add_argument("--out", type=Path, metavar="FILE.jsonl", help="write what is clean (else only report)")
    checked.add_argument(
        "--allow-licence", action="append", default=[], metavar="NAME", help="keep only these (repeatable)"
    )


def add_gsm8k_command(kinds: Any, add: Add) -> None:
    """`gsm8k`, under `data`."""
    made = add(kinds, "gsm8k", _gsm8k, "turn GSM8K solutions into programs, vary and run them, write examples")
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.epilog = _GSM8K
    made.add_argument("source", type=Path, metavar="FILE.jsonl", help="rows {id, question, solution, answer} (or .gz)")
    made.add_argument("--out", type=Path, required=True, metavar="DIR", help="data folder; examples/ is written there")
    made.add_argument("--variants", type=int, default=5, metavar="N", help="of each row, at most (default 5)")
    made.add_argument("--seed", type=int, default=0, help="of names and numbers (default 0)")
    made.add_argument("--workers", type=int, default=2, metavar="N", help="solutions at a time (default 2)")
    made.add_argument(
        "--exclude", type=Path, action="append", default=[], metavar="TEST.jsonl",
        help="leave out what `data check --against` would find of this file (repeatable)",
    )  # fmt: skip


def add_plan_command(verbs: Any, add: Add, recipe: Callable[[argparse.ArgumentParser], None]) -> None:
    """`plan`."""
    planned = add(verbs, "plan", _plan, "memory, speed and hours of a run on each kind of GPU; downloads nothing")
    recipe(planned)
    planned.add_argument("--data", type=Path, metavar="FILE.jsonl", help="transcripts: count and length are theirs")
    planned.add_argument("--examples", type=int, metavar="N", help="how many examples there will be")
    planned.add_argument("--tokens", type=float, metavar="N", help="tokens an example")
    planned.add_argument("--gpus", type=int, metavar="N", help="so many GPUs (default: as few as hold the run)")


def _import(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.importer import import_files

    with tqdm(unit="row", disable=None) as bar:
        report = import_files(options.source, options.out, options.format, licence=options.licence, on_row=bar.update)
    print(report.text())
    print(f"transcripts: {options.out}")
    if report.rejected:
        from finetune.data.files import beside

        print(f"every row left out, with its reason: {beside(options.out, 'rejected.jsonl')}")


def _verify(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.files import beside
    from finetune.data.verify import VerifySettings, verify
    from finetune.data.workers import workers_of

    settings = VerifySettings(seconds=options.seconds, repair=not options.no_repair, correct=options.correct)
    with (
        workers_of(options.on, options.workers, options.address) as workers,
        tqdm(total=_lines(options.source), unit="transcript", disable=None) as bar,
    ):
        report = verify(options.source, options.out, workers, settings, on_progress=bar.update)
    print(report.text())
    print(f"kept: {options.out}; dropped: {beside(options.out, 'dropped.jsonl')}")


def _check(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.check import TestQuestions, check

    tests = TestQuestions.read(options.against)
    with tqdm(total=_lines(options.source), unit="transcript", disable=None) as bar:
        report = check(options.source, tests, options.out, licences=options.allow_licence, on_progress=bar.update)
    print(report.text())


def _plan(options: argparse.Namespace) -> None:
    from finetune.plan.estimate import as_text, job_of, plan
    from finetune.recipe import load_recipe

    recipe = load_recipe(options.recipe, options.set)
    examples, tokens = options.examples, options.tokens
    if options.data is not None:
        counted, mean = _measured(options.data)
        examples, tokens = examples or counted, tokens or mean
    job, assumed = job_of(recipe, examples=examples, tokens_per_example=tokens)
    print(as_text(recipe.name, job, list(plan(job, count=options.gpus)), assumed, downloads=_downloads(recipe)))


def _downloads(recipe: Recipe) -> bool:
    sft: Any = getattr(recipe, "sft", None)
    return sft is not None and not Path(sft.base).exists()


def _measured(path: Path) -> tuple[int, float]:
    """How many transcripts there are, and their mean length in tokens (by characters)."""
    from finetune.data.files import DataError
    from finetune.plan.estimate import CHARACTERS_PER_TOKEN
    from mathcoder_kernel.lce.transcript import TranscriptError, read_jsonl

    count = characters = 0
    try:
        for transcript in read_jsonl(path):
            count += 1
            characters += len(transcript.question) + sum(len(block.content) for block in transcript.blocks)
    except TranscriptError as error:
        raise DataError(str(error)) from error
    if not count:
        raise DataError(f"{path} holds no transcripts")
    return count, characters / count / CHARACTERS_PER_TOKEN


def _gsm8k(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from finetune.data.check import TestQuestions
    from finetune.data.gsm8k_examples import summary, write_examples

    with tqdm(unit="row", disable=None) as bar:
        report = write_examples(
            options.source,
            options.out,
            variants=options.variants,
            seed=options.seed,
            workers=options.workers,
            excluded=TestQuestions.read(options.exclude),
            on_progress=bar.update,
        )
    print(summary(report))
    print(f"all of it in {options.out / 'gsm8k.json'}")


def _lines(path: Path) -> int | None:
    """How many lines a plain file has, for the progress bar; None where counting would cost a decompression."""
    if path.suffix == ".gz" or not path.is_file():
        return None
    with open(path, "rb") as lines:
        return sum(1 for line in lines if line.strip())
