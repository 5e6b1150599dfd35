"""The `mathcoder` command: ask in a terminal or through a notebook, answer many questions, look after the installation.

Exit codes: 0 done, 1 something failed (no answer, a bad row, a check of `doctor`), 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mathcoder_kernel import __version__

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

EXAMPLES = """examples:
  mathcoder ask "Solve 2x + 3 = 11"
  mathcoder ask --notebook answer.ipynb "What is the derivative of x^3?"
  mathcoder ask --file questions.jsonl --json --out results.jsonl
  mathcoder doctor
  mathcoder bench
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may know no "²"
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # `mathcoder … | head`
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mathcoder",
        description="Maths questions answered by a local model that runs its own Python, offline.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"mathcoder {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    ask = commands.add_parser("ask", help="answer a question, or a file of questions")
    ask.add_argument("question", nargs="*", help="the question; words are joined (quote it for your shell)")
    ask.add_argument("--notebook", metavar="OUT.ipynb", type=Path, help="ask in a real notebook and save it")
    ask.add_argument("--file", metavar="QUESTIONS.jsonl", type=Path, help='answer many: one {"id", "question"} a line')
    ask.add_argument("--json", action="store_true", help="print one JSON object a question (--file always does)")
    ask.add_argument("--out", metavar="RESULTS.jsonl", type=Path, help="with --file: append here, skip what is there")
    ask.add_argument("--model", help="path or name of another model (GGUF)")
    ask.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], help="a setting, as in %%mathcoder config"
    )
    ask.set_defaults(run=_ask)

    models = commands.add_parser("models", help="all models on this computer")
    models.set_defaults(run=_models)

    pull = commands.add_parser("pull", help="download a model file from a Hugging Face repository")
    pull.add_argument("reference", metavar="hf:OWNER/REPO/FILE.gguf")
    pull.add_argument("--quiet", action="store_true", help="show no progress bar")
    pull.set_defaults(run=_pull)

    doctor = commands.add_parser("doctor", help="what is installed, which model is found, whether it works")
    doctor.add_argument("--model", help="look at another model")
    doctor.set_defaults(run=_doctor)

    bench = commands.add_parser("bench", help="how fast a model runs here, in tokens per second")
    bench.add_argument("--model", help="path or name of another model (GGUF)")
    bench.add_argument("--tokens", type=int, default=128, help="new tokens of a run (default: 128)")
    bench.set_defaults(run=_bench)

    install = commands.add_parser("install", help="make the kernel known to another Jupyter")
    where = install.add_mutually_exclusive_group()
    where.add_argument("--user", action="store_true", help="for this person (the default)")
    where.add_argument("--sys-prefix", action="store_true", help="for this Python environment")
    where.add_argument("--prefix", metavar="FOLDER", help="under FOLDER/share/jupyter/kernels")
    install.add_argument("--name", default="mathcoder", help="the kernel's name (default: mathcoder)")
    install.set_defaults(run=_install)

    uninstall = commands.add_parser("uninstall", help="take the kernel away from Jupyter again")
    uninstall.add_argument("--name", default="mathcoder", help="the kernel's name (default: mathcoder)")
    uninstall.set_defaults(run=_uninstall)
    return parser


# -- ask ---------------------------------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> int:
    from mathcoder_kernel.kernel.settings import MathCoderSettings, SettingError

    settings: dict[str, str] = {"model": options.model} if options.model else {}
    for change in options.set:
        name, sign, value = change.partition("=")
        try:
            if not sign:
                raise SettingError(f"--set takes NAME=VALUE, not {change!r}.")
            settings[MathCoderSettings.find(name)] = value
            MathCoderSettings.read(name, value)
        except SettingError as error:
            return _wrong(str(error))
    question = " ".join(options.question).strip()
    if options.file is not None:
        if question or options.notebook is not None:
            return _wrong("--file goes without a question and without --notebook.")
        from mathcoder_kernel.kernel.bulk import answer_file

        return answer_file(options.file, options.out, settings)
    if options.out is not None:
        return _wrong("--out goes with --file.")
    if not question:
        return _wrong('There is no question. Example:  mathcoder ask "Solve 2x + 3 = 11"')
    if options.notebook is not None:
        if options.json:
            return _wrong("--json does not go with --notebook.")
        from mathcoder_kernel.kernel.notebook import ask_in_notebook

        try:
            return ask_in_notebook(question, options.notebook, settings)
        except OSError as error:
            return _failed(f"The notebook cannot be saved as {options.notebook}: {error.strerror or error}")
    from mathcoder_kernel.kernel.terminal import ask_in_terminal

    return ask_in_terminal(question, settings, as_json=options.json)


# -- models ------------------------------------------------------------------------------------------------------------


def _models(options: argparse.Namespace) -> int:
    from mathcoder_kernel.engine import library

    described = [library.describe(entry) for entry in library.entries()]
    print(library.table(described))
    return DONE if any(not one.trouble for one in described) else FAILED


def _pull(options: argparse.Namespace) -> int:
    from mathcoder_kernel.engine import hub
    from mathcoder_kernel.engine.protocol import ModelFileError

    if not options.reference.startswith("hf:"):
        return _wrong("Write  mathcoder pull hf:OWNER/REPO/FILE.gguf")
    try:
        path = hub.pull(options.reference, progress=not options.quiet)
    except ModelFileError as error:
        return _failed(str(error))
    print(f"{options.reference} is here: {path}")
    print(f"Use it with  %mathcoder load {options.reference}  (no network is needed any more)")
    return DONE


# -- the installation --------------------------------------------------------------------------------------------------


def _doctor(options: argparse.Namespace) -> int:
    from mathcoder_kernel.kernel.doctor import examine

    return examine(options.model)


def _bench(options: argparse.Namespace) -> int:
    import asyncio

    from mathcoder_kernel.engine import library
    from mathcoder_kernel.engine.protocol import EngineError
    from mathcoder_kernel.engine.speed import speeds

    if options.tokens < 1:
        return _wrong("--tokens must be 1 or more.")

    async def show(path: Path) -> None:
        print(f"{path.name}, tokens per second:")
        async for what, speed in speeds(path, tokens=options.tokens):
            print(f"  {what:<24}{speed:>10,.0f}" if speed >= 100 else f"  {what:<24}{speed:>10.1f}", flush=True)

    try:
        asyncio.run(show(library.find(options.model)))
    except EngineError as error:
        return _failed(str(error))
    return DONE


def _install(options: argparse.Namespace) -> int:
    from mathcoder_kernel.kernel.kernelspecs import install

    try:
        place = install(options.name, prefix=sys.prefix if options.sys_prefix else options.prefix)
    except (OSError, ValueError) as error:
        return _failed(f"The kernel could not be installed: {error}")
    print(f"Jupyter now knows the kernel {options.name!r}: {place}")
    return DONE


def _uninstall(options: argparse.Namespace) -> int:
    from mathcoder_kernel.kernel.kernelspecs import uninstall

    place = uninstall(options.name)
    if place is None:
        return _failed(f"Jupyter knows no kernel {options.name!r}.")
    print(f"Removed {place}")
    return DONE


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return USAGE


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
