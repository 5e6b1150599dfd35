"""What the `%mathcoder` commands do. Each returns the text to show; trouble is a sentence in that text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from mathcoder_kernel.kernel.commands import Command, help_text
from mathcoder_kernel.kernel.settings import SettingError
from mathcoder_kernel.kernel.tutor import Tutor

Action: TypeAlias = Callable[[Tutor, tuple[str, ...]], Awaitable[str]]

ACTIONS: dict[str, Action] = {}


def action(name: str) -> Callable[[Action], Action]:
    """Register what a command does."""

    def register(function: Action) -> Action:
        ACTIONS[name] = function
        return function

    return register


async def run_command(tutor: Tutor, command: Command) -> str:
    """Do what a command says; engine and settings trouble comes back as a sentence."""
    from mathcoder_kernel.engine.protocol import EngineError

    try:
        return await ACTIONS[command.name](tutor, command.arguments)
    except (EngineError, SettingError) as error:
        return str(error)


@action("help")
async def _help(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    return help_text(*arguments)


@action("status")
async def _status(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    from mathcoder_kernel.kernel.views import summary

    settings = tutor.settings
    name = tutor.facts.name if tutor.facts is not None else (Path(settings.model).name or "the bundled model")
    state = "in memory" if tutor.model_in_memory else "not in memory; a question loads it"
    if settings.engine:
        state = f"on the server {settings.engine}"
        name = tutor.facts.name if tutor.facts is not None else (settings.server_model or "the server's first")
    lines = [f"Model: {name} ({state})"]
    if (last := tutor.last) is not None:
        lines.append(f"Last answer: {summary('', last.stats)}, {last.check.label if last.check else 'no answer'}")
    lines.append(f"Questions answered: {len(tutor.history)}")
    lines.append(f"Generated code: {settings.run}. Context: {settings.context}. Seed: {settings.seed}.")
    return "\n".join(lines)


@action("model")
async def _model(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    from mathcoder_kernel.engine import library, model_files
    from mathcoder_kernel.engine.protocol import ModelFileError

    if tutor.settings.engine:
        facts = await tutor.load()
        return (
            f"{facts.name}: {facts.n_ctx:,} tokens of context, dialect {facts.dialect}, on the server "
            f"{tutor.settings.engine}. %mathcoder config engine local goes back to the local model."
        )
    lines = []
    try:
        header = model_files.check(library.find(tutor.settings.model or None))
        state = "in memory" if tutor.model_in_memory else "not in memory"
        lines.append(
            f"{header.name}: {header.n_params / 1e6:.0f}M parameters, {header.quantisation}, "
            f"{header.size_bytes / 1e6:.0f} MB, {header.context_length} tokens of context ({state})"
        )
        override = None if tutor.settings.dialect == "auto" else tutor.settings.dialect
        dialect = model_files.dialect_of(header, override=override)
        lines[-1] += f", dialect {dialect}{' (set by you)' if override else ''}"
        lines.append(f"  {header.path}")
    except ModelFileError as error:
        lines.append(str(error))
    found = model_files.available()
    lines.append("Model files found:" if found else "No model files were found.")
    lines += [f"  {path.stem}    {path}" for path in found]
    lines.append(f"Your own models may lie in {model_files.models_folder()}; use one with  %mathcoder load NAME")
    lines.append("%mathcoder models  lists also those that other programs have downloaded.")
    return "\n".join(lines)


@action("models")
async def _models(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    import asyncio

    from mathcoder_kernel.engine import library

    described = await asyncio.to_thread(lambda: [library.describe(entry) for entry in library.entries()])
    return library.table(described) + "\nUse one with  %mathcoder load NAME"


@action("load")
async def _load(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    import asyncio

    from mathcoder_kernel.engine import hub, library
    from mathcoder_kernel.engine.protocol import EngineError

    if arguments[0].startswith(library.HUB):
        await asyncio.to_thread(hub.pull, arguments[0])
    before = tutor.settings.model
    tutor.settings.model = arguments[0]
    try:
        facts = await tutor.load()
    except EngineError as error:
        tutor.settings.model = before
        return f"{error} The model before stays in use."
    size = f"{facts.n_params / 1e6:.0f}M parameters, {facts.quantisation}, {facts.n_ctx} tokens of context"
    return f"Loaded {facts.name}: {size}, dialect {facts.dialect}."


@action("unload")
async def _unload(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    if not tutor.model_in_memory:
        return "No model is in memory."
    await tutor.unload()
    return "The model's memory is free again. The next question loads it."


@action("config")
async def _config(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    settings = tutor.settings
    if len(arguments) == 2:
        name = settings.find(arguments[0])
        settings.set(name, arguments[1])
        return f"{name} = {settings.shown(name)}{_context_note(tutor) if name == 'context' else ''}"
    if arguments:
        name = settings.find(arguments[0])
        row = next(row for row in settings.rows() if row.name == name)
        return f"{row.name} = {row.value}    ({row.allowed})\n    {row.help}"
    rows = list(settings.rows())
    width, values = max(len(row.name) for row in rows), max(len(row.value) for row in rows)
    table = [f"  {row.name:<{width}}  {row.value:<{min(values, 24)}}  {row.help}" for row in rows]
    return "\n".join(["Settings (change one with  %mathcoder config NAME VALUE):", *table])


def _context_note(tutor: Tutor) -> str:
    """What is to be said where the model that answered last cannot see what it was just allowed to see."""
    from mathcoder_kernel.solver.context import trained_for

    wanted = {"all": {"turns", "variables"}, "none": set[str]()}.get(tutor.settings.context, {tutor.settings.context})
    if tutor.facts is None or not (missing := sorted(wanted - trained_for(tutor.facts))):
        return ""
    return f"\n{tutor.facts.name} was not trained to use {' and '.join(missing)}: it does not see them."


@action("explain")
async def _explain(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    from mathcoder_kernel.kernel.explain import explain_last

    return explain_last(tutor.shell)


@action("reset")
async def _reset(tutor: Tutor, arguments: tuple[str, ...]) -> str:
    tutor.reset()
    return "Earlier questions are forgotten and all settings are back to their defaults. Your variables stay."
