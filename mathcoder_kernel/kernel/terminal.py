"""Questions in a terminal: a fresh namespace, words as they are decoded, colours only where they are seen as such."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mathcoder_kernel.kernel.interrupts import stop_on_interrupt
from mathcoder_kernel.kernel.settings import MathCoderSettings
from mathcoder_kernel.kernel.tutor import Outcome, Tutor
from mathcoder_kernel.kernel.views import PlainView, SilentView, View, write_out


@contextmanager
def fresh_tutor(settings: Mapping[str, str]) -> Iterator[Tutor]:
    """A tutor with an InteractiveShell of its own; its processes end with the context."""
    from IPython.core.interactiveshell import InteractiveShell

    own = MathCoderSettings().replaced(settings)
    colours = "neutral" if _seen_in_colour() else "nocolor"
    shell: Any = InteractiveShell(  # type: ignore[no-untyped-call]
        user_ns={}, colors=colours, displayhook_class=_values_without_prompt()
    )
    shell.history_manager.enabled = False
    tutor = Tutor(shell, own)
    try:
        yield tutor
    finally:
        tutor.close()


async def ask(tutor: Tutor, question: str, view: View) -> Outcome:
    """Ask once; Ctrl-C stops the turn."""
    with stop_on_interrupt() as interrupt:
        return await tutor.ask(question, view, interrupt=interrupt)


def ask_in_terminal(question: str, settings: Mapping[str, str], *, as_json: bool = False) -> int:
    """Answer one question on stdout; the exit code."""
    view: View = SilentView() if as_json else PlainView(write_out, colours=_seen_in_colour())
    with fresh_tutor(settings) as tutor:
        if as_json:
            with _stdout_to_stderr():
                outcome = asyncio.run(ask(tutor, question, view))
            print(json.dumps(row(None, question, outcome), ensure_ascii=False))
        else:
            outcome = asyncio.run(ask(tutor, question, view))
    if outcome.stopped:
        raise KeyboardInterrupt
    return 0 if outcome.answer is not None else 1


def row(identity: Any, question: str, outcome: Outcome) -> dict[str, Any]:
    """One line of results: the answer as plain text or null, and how it came about."""
    from dataclasses import asdict

    from mathcoder_kernel.lce.answer import plain_answer

    record: dict[str, Any] = {} if identity is None else {"id": identity}
    record |= {
        "question": question,
        "answer": None if outcome.answer is None else plain_answer(outcome.answer),
        "checked": outcome.check.passed if outcome.check is not None else None,
        "check": outcome.check.label if outcome.check is not None else "not checked",
        "blocks": outcome.transcript.to_json()["blocks"],
        "stats": {**asdict(outcome.stats), "tokens_per_second": outcome.stats.tokens_per_second},
    }
    if outcome.trouble:
        record["reason"] = outcome.trouble
    return record


def _values_without_prompt() -> type:
    """A display hook without `Out[n]:`, for there are no cells here that have numbers."""
    from IPython.core.displayhook import DisplayHook

    class Plain(DisplayHook):
        def write_output_prompt(self) -> None:
            """Nothing stands before a value."""

    return Plain


def _seen_in_colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ  # https://no-color.org


@contextmanager
def _stdout_to_stderr() -> Iterator[None]:
    """What generated code prints must not get between the lines of JSON."""
    from contextlib import redirect_stdout

    with redirect_stdout(sys.stderr):
        yield
