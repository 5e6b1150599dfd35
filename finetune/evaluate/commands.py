"""The commands `eval`, `report` and `compare`: their options, and what they print."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Add = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]
"""`cli._add`: a command with its function and its one-line summary."""

_EVAL = """\
MODEL is
{kinds}

Sets (--set, with commas): `fresh` and `held-out` are problems of our own families, their right answers computed now;
`held-out-tasks` asks for kinds of mathematics that no family teaches, where a model should refuse or not be checked;
a file of rows {{question, answer, topic, level}}; or a name such as gsm8k, for gsm8k_test.jsonl[.gz] in --sets-folder
(default: the environment variable {variable}). Answers are compared by kind, by algebra, then by math-verify.

With --out the evaluation can be stopped and goes on with the same command; report.html is written there too.
"""


def add_evaluation_commands(verbs: Any, add: Add) -> None:
    """`eval`, `report` and `compare`."""
    from finetune.evaluate.engines import ENGINES
    from finetune.evaluate.questions import FOLDER_VARIABLE

    evaluated = add(verbs, "eval", evaluate_command, "solve problems with the kernel's own solver; print by topic")
    evaluated.formatter_class = argparse.RawDescriptionHelpFormatter
    evaluated.epilog = _EVAL.format(kinds="\n".join(f"  - {kind.about}" for kind in ENGINES), variable=FOLDER_VARIABLE)
    evaluated.add_argument("model", metavar="MODEL", help="see below")
    evaluated.add_argument(
        "--set", action="append", default=[], metavar="NAME[,NAME…]", help="default: fresh,held-out (repeatable)"
    )
    evaluated.add_argument("--sets-folder", type=Path, metavar="DIR", help="where named test sets lie")
    evaluated.add_argument("--count", type=int, default=400, help="problems per generated set (default 400)")
    evaluated.add_argument("--limit", type=int, metavar="N", help="only so many questions of each other set, drawn")
    evaluated.add_argument("--seed", type=int, default=900_001, help="seed of the problems; training uses small ones")
    evaluated.add_argument(
        "--questions", type=Path, metavar="FILE.jsonl", help="also ask these rows {id, question, answer}"
    )
    evaluated.add_argument(
        "--samples", type=int, default=1, metavar="K", help="answers per question; the majority counts (maj@K)"
    )
    evaluated.add_argument("--temperature", type=float, default=0.0, help="0 is greedy; with --samples 0.7")
    evaluated.add_argument(
        "--scorer",
        metavar="NAME",
        help="best-of-K instead: checks (ours), or module:function of an outcome (a module on PYTHONPATH)",
    )
    evaluated.add_argument("--run", choices=("guarded", "auto"), default="guarded", help="auto runs all code")
    evaluated.add_argument("--at-once", type=int, metavar="N", help="questions answered side by side")
    evaluated.add_argument("--threads", type=int, default=1, help="of llama.cpp (default 1)")
    evaluated.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda"), help="of torch models")
    evaluated.add_argument("--context", type=int, metavar="N", help="tokens of a conversation (GGUF)")
    evaluated.add_argument("--out", type=Path, metavar="DIR", help="keep every outcome, report.json and report.html")
    evaluated.add_argument("--json", type=Path, metavar="FILE", help="write the report there")
    evaluated.add_argument("--wrong", type=int, default=0, metavar="N", help="print N wrong answers of each set")

    shown = add(verbs, "report", report_command, "write an HTML page of one or several evaluations, or their figures")
    shown.add_argument("reports", type=Path, nargs="+", metavar="REPORT", help="folder or JSON file of `eval`")
    shown.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".html: a page; .json: figures alone, for the notebook"
    )
    shown.add_argument("--shown", type=int, default=50, metavar="N", help="unsolved questions of each set (default 50)")

    compared = add(verbs, "compare", compare_command, "is B better than A? Pair by pair, with a bootstrap interval")
    compared.add_argument("first", type=Path, metavar="A", help="folder or JSON file of `eval`")
    compared.add_argument("second", type=Path, metavar="B", help="another, of the same questions")
    compared.add_argument("--seed", type=int, default=0, help="of the bootstrap")
    compared.add_argument("--json", type=Path, metavar="FILE", help="write the comparison there")


def evaluate_command(options: argparse.Namespace) -> None:
    """`eval`."""
    from tqdm import tqdm

    from finetune.evaluate.questions import FRESH, HELD_OUT
    from finetune.evaluate.report import as_text
    from finetune.evaluate.runner import EvaluationError, evaluate, scorer_of, with_temperature
    from finetune.evaluate.solving import Way

    if options.samples < 1:
        raise EvaluationError("--samples must be 1 or more")
    if options.at_once is not None and options.at_once < 1:
        raise EvaluationError("--at-once must be 1 or more")
    if options.scorer and options.samples == 1:
        raise EvaluationError("--scorer chooses among samples: give --samples 8, say")
    names = [name.strip() for given in options.set for name in given.split(",") if name.strip()]
    way = with_temperature(
        Way(samples=options.samples, temperature=options.temperature, seed=options.seed, run=options.run)
    )
    with tqdm(unit="question", disable=None) as bar:
        report = evaluate(
            options.model,
            options.count,
            options.seed,
            sets=names or (FRESH, HELD_OUT),
            questions=options.questions,
            folder=options.sets_folder,
            limit=options.limit,
            threads=options.threads,
            device=options.device,
            context=options.context,
            way=way,
            scorer=scorer_of(options.scorer) if options.scorer else None,
            at_once=options.at_once,
            out=options.out,
            on_outcome=lambda outcome: bar.update(),
        )
    print(as_text(report, wrong=options.wrong))
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
    if options.out:
        from finetune.evaluate.page import write_page

        write_page([report], options.out / "report.html")
        print(f"report: {options.out / 'report.html'}")


def report_command(options: argparse.Namespace) -> None:
    """`report`."""
    from finetune.data.files import write_json
    from finetune.evaluate.compare import read_report
    from finetune.evaluate.page import write_page
    from finetune.evaluate.report import figures

    if options.out.suffix == ".json":
        write_json(options.out, {"evaluations": [figures(read_report(path)) for path in options.reports]})
        print(f"figures: {options.out}")
        return
    write_page([read_report(path) for path in options.reports], options.out, shown=options.shown)
    print(f"report: {options.out}")


def compare_command(options: argparse.Namespace) -> None:
    """`compare`."""
    from finetune.evaluate.compare import as_text, compare, read_report

    found = compare(read_report(options.first), read_report(options.second), seed=options.seed)
    print(as_text(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
