"""What a person sees of a turn: a rich view (Markdown, maths, highlighted code) and a plain one (a stream of text).

Views consume a turn's events and never drive it. The outputs of generated code are shown by the executor itself, in
order, because a view has shown the code before it runs. Trouble is a sentence, never a traceback of ours.
"""

from __future__ import annotations

import asyncio
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from mathcoder_kernel.kernel import markdown
from mathcoder_kernel.lce.answer import plain_answer
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus
from mathcoder_kernel.solver.events import (
    AnswerFound,
    BlockFinished,
    BlockStarted,
    Check,
    Event,
    ExecutionFinished,
    ExecutionRefused,
    ExecutionStarted,
    Stats,
    TextDelta,
    TurnFailed,
    TurnFinished,
    TurnStarted,
    TurnStopped,
    VotesCounted,
    VoteWithdrawn,
)

ViewKind = Literal["rich", "plain"]

UPDATES_PER_SECOND = 12.0
SILENCE_SECONDS = 0.7  # without anything to see; then a line says what is going on

LOADING = "loading the model…"
THINKING = "thinking…"

Publish = Callable[[Mapping[str, str], str, bool], None]
"""Shows a bundle of representations under a display id; True updates what is shown under that id."""


class View(Protocol):
    """Shows one turn."""

    def start(self) -> None:
        """The question was accepted; the engine may have to be started first."""
        ...

    def handle(self, event: Event) -> None:
        """Show what happened."""
        ...

    def close(self) -> None:
        """The turn is over, however it ended."""
        ...


def choose_view(setting: str, *, cell_id: str | None, allow_stdin: bool) -> ViewKind:
    """Rich where the frontend renders Markdown. The setting wins; `auto` judges by the request.

    Notebook frontends send a cell id. A client that cannot answer `input()` writes a notebook (nbclient, nbconvert).
    What is left, with `input()` and without cells, is a console.
    """
    if setting == "rich" or setting == "plain":
        return setting  # type: ignore[return-value]  # mypy does not narrow a str to the literals compared with
    return "rich" if cell_id is not None or not allow_stdin else "plain"


def refusal(event: ExecutionRefused) -> str:
    """Why code was not run, and how to run it."""
    why = "; ".join(event.verdict.reasons) or "it does more than maths"
    return (
        f"This code was not run: {why}. If you want to run it, copy it into a cell of its own, "
        "or allow all generated code with:  %mathcoder config run auto"
    )


def summary(model: str, stats: Stats, context: str = "") -> str:
    """One quiet line on how the answer came about."""
    parts = [model] if model else []
    if stats.tokens_per_second:
        parts.append(f"{stats.tokens_per_second:.0f} tokens/s")
    if stats.code_blocks:
        parts.append(f"{stats.code_blocks} code block{'s' if stats.code_blocks > 1 else ''} run")
    parts.append(f"{stats.seconds:.1f} s")
    if context:
        parts.append(f"with {context}")
    return " · ".join(parts)


def check_words(check: Check) -> str:
    """What stands beside an answer; why it was not checked is said where it is known."""
    return f"{check.label}: {check.detail}" if check.passed is None and check.detail else check.label


BAR = 12  # characters of the longest bar of a chart


def votes_in_words(event: VotesCounted) -> str:
    """What stands under the chart of a vote."""
    parts = [f"{event.votes} votes" if event.over else f"{event.votes - event.missing} of {event.votes} votes counted"]
    if event.without:
        parts.append(f"{event.without} without an answer")
    if event.over and event.missing:
        parts.append(f"{event.missing} no longer needed")
    if event.over and len(event.counts) > 1 and event.counts[0].votes == event.counts[1].votes:
        parts.append("a tie: the first of them is shown")
    return ", ".join(parts)


def chart(event: VotesCounted) -> dict[str, str]:
    """The count of a vote as a small bar chart: a Markdown table and lines of text."""
    said = votes_in_words(event)
    rows = [(plain_answer(count.answer), count.votes, _bar(count.votes, event.votes)) for count in event.counts]
    width = max((len(markdown.plain(answer)) for answer, _, _ in rows), default=0)
    lines = [f"{markdown.plain(answer):<{width}}  {bar:<{BAR}}  {votes}" for answer, votes, bar in rows]
    table = [f"| {markdown.words(answer)} | {bar} | {votes} |" for answer, votes, bar in rows]
    head = ["| answer | | votes |", "|:---|:---|---:|"] if table else []
    return {
        "text/markdown": "\n".join([*head, *table, "", f"<small>{markdown.words(said)}</small>"]),
        "text/plain": "\n".join([*lines, f"({said})"]),
    }


def _bar(votes: int, of: int) -> str:
    return "█" * max(1, round(BAR * votes / of))


def withdrawal(event: VoteWithdrawn) -> str:
    """Why a vote does not count for what follows."""
    voted, found = (_shortened(text) for text in (event.voted, event.found))
    return (
        f"Here this code gives something else than in the vote ({found} instead of {voted}), so the vote is withdrawn. "
        "The answer below goes on from the result here."
    )


def _shortened(text: str) -> str:
    text = " ".join(text.split()) or "nothing"
    return text if len(text) <= 80 else f"{text[:77]}…"


def _note(event: ExecutionFinished) -> str:
    """A sentence on a run that a reader of its outputs would miss; errors and time limits show themselves."""
    status = event.result.status
    shown = (ExecutionStatus.ERROR, ExecutionStatus.TIMEOUT, ExecutionStatus.INTERRUPTED)
    return "" if status in shown else event.result.message


class RichView:
    """Markdown outputs that are updated while the model writes; each also has a `text/plain` form.

    A line says "loading the model…" or "thinking…" when there was nothing to see for a moment; what comes next takes
    its place. Timers need a running event loop.
    """

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._shown: str | None = None  # display id that is being written to
        self._chart: str | None = None  # display id of a vote's count
        self._waiting = False  # what it shows is only a sign of life
        self._kind = BlockKind.TEXT
        self._words: list[str] = []
        self._last_bundle: Mapping[str, str] = {}
        self._sent = 0.0
        self._update_timer: asyncio.TimerHandle | None = None
        self._silence_timer: asyncio.TimerHandle | None = None
        self._sign = LOADING
        self._model = ""
        self._context = ""

    def start(self) -> None:
        """See `View.start`."""
        self._expect()

    def handle(self, event: Event) -> None:
        """See `View.handle`."""
        match event:
            case TurnStarted():
                self._model, self._context = event.model.name, event.context
                self._sign = THINKING
                if self._waiting:
                    self._show_sign()
                self._expect()
            case BlockStarted():
                self._cancel_timers()
                self._kind, self._words, self._last_bundle = event.kind, [], {}
            case TextDelta():
                self._words.append(event.text)
                self._update_soon()
            case BlockFinished():
                self._words = [event.block.content]
                self._kind = event.block.kind
                self._end_block()
                self._expect()
            case ExecutionStarted():
                self._cancel_timers()
                self._remove_sign()
            case ExecutionRefused():
                self._message(refusal(event))
            case ExecutionFinished():
                if note := _note(event):
                    self._message(note)
                self._expect()
            case VotesCounted():
                self._count(event)
            case VoteWithdrawn():
                self._message(withdrawal(event))
                self._expect()
            case AnswerFound():
                self._answer(event)
            case TurnFinished():
                if event.reason:
                    self._message(event.reason)
                self._quiet(summary(self._model, event.stats, self._context))
            case TurnFailed():
                self._end_block()
                self._message(event.reason)
            case TurnStopped():
                self._end_block()
            case _:
                pass

    def close(self) -> None:
        """See `View.close`."""
        self._end_block()
        self._cancel_timers()
        self._remove_sign()

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _bundle(self) -> dict[str, str]:
        words = "".join(self._words)
        if self._kind is BlockKind.CODE:
            return {"text/markdown": markdown.code_block(words), "text/plain": _indented(markdown.plain(words))}
        return {"text/markdown": markdown.prose(words), "text/plain": markdown.plain(words).strip()}

    def _update_soon(self) -> None:
        if self._update_timer is not None:
            return
        left = 1 / UPDATES_PER_SECOND - (time.monotonic() - self._sent)
        if left <= 0:
            self._update()
        else:
            self._update_timer = asyncio.get_running_loop().call_later(left, self._update)

    def _update(self) -> None:
        if self._update_timer is not None:
            self._update_timer.cancel()
            self._update_timer = None
        if "".join(self._words).strip():
            bundle = self._bundle()
            if bundle != self._last_bundle:
                self._show(bundle)
                self._last_bundle = bundle
                self._sent = time.monotonic()

    def _end_block(self) -> None:
        if self._words:
            self._update()
            if not self._waiting:
                self._shown = None
        self._words = []

    # -- votes ---------------------------------------------------------------------------------------------------------

    def _count(self, event: VotesCounted) -> None:
        """The chart of a vote, updated in its place."""
        if self._chart is None:
            self._show(chart(event))
            self._chart, self._shown = self._shown, None
        else:
            self._publish(chart(event), self._chart, True)
        if event.over:
            self._chart = None

    # -- what stands beside the blocks ---------------------------------------------------------------------------------

    def _answer(self, event: AnswerFound) -> None:
        said = plain_answer(event.value)
        mark = {True: "✓ ", False: "⚠ ", None: ""}[event.check.passed]
        label = check_words(event.check)
        self._show(
            {
                "text/markdown": f"{markdown.answer(event.value)} — {mark}*{markdown.words(label)}*",
                "text/plain": f"Answer: {markdown.plain(said)}   ({label})",
            }
        )
        self._shown = None

    def _message(self, sentence: str) -> None:
        self._end_block()
        self._show({"text/markdown": f"> {markdown.words(sentence)}", "text/plain": markdown.plain(sentence)})
        self._shown = None

    def _quiet(self, line: str) -> None:
        self._show({"text/markdown": f"<small>{markdown.words(line)}</small>", "text/plain": markdown.plain(line)})
        self._shown = None

    def _show(self, bundle: Mapping[str, str]) -> None:
        self._stop_silence_timer()
        self._waiting = False
        if self._shown is None:
            self._shown = uuid.uuid4().hex
            self._publish(bundle, self._shown, False)
        else:
            self._publish(bundle, self._shown, True)

    # -- signs of life -------------------------------------------------------------------------------------------------

    def _expect(self) -> None:
        """Something should come soon; say so if it does not."""
        self._stop_silence_timer()
        if not self._waiting:
            self._silence_timer = asyncio.get_running_loop().call_later(SILENCE_SECONDS, self._show_sign)

    def _show_sign(self) -> None:
        self._show({"text/markdown": f"*{self._sign}*", "text/plain": self._sign})
        self._waiting = True

    def _remove_sign(self) -> None:
        if self._waiting and self._shown is not None:
            self._publish({"text/markdown": "", "text/plain": ""}, self._shown, True)
            self._shown, self._waiting = None, False

    def _stop_silence_timer(self) -> None:
        if self._silence_timer is not None:
            self._silence_timer.cancel()
            self._silence_timer = None

    def _cancel_timers(self) -> None:
        self._stop_silence_timer()
        if self._update_timer is not None:
            self._update_timer.cancel()
            self._update_timer = None


def write_out(text: str) -> None:
    """Text on standard output, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


class PlainView:
    """A stream of text: words as they are decoded, code indented, then a line with the answer.

    `write` takes text and shows it at once. `colours` uses ANSI colours; only for a terminal.
    """

    _STYLES: Mapping[str, str] = {"code": "36", "answer": "1;32", "quiet": "2", "warning": "33"}

    def __init__(self, write: Callable[[str], Any], *, colours: bool = False) -> None:
        self._write = write
        self._colours = colours
        self._kind = BlockKind.TEXT
        self._fresh = True  # nothing of the open block was written
        self._timer: asyncio.TimerHandle | None = None
        self._model = ""
        self._context = ""

    def start(self) -> None:
        """See `View.start`."""
        self._timer = asyncio.get_running_loop().call_later(SILENCE_SECONDS, self._line, f"({LOADING})", "quiet")

    def handle(self, event: Event) -> None:
        """See `View.handle`."""
        match event:
            case TurnStarted():
                self._model, self._context = event.model.name, event.context
                self._stop_timer()
            case BlockStarted():
                self._kind, self._fresh = event.kind, True
            case TextDelta():
                self._delta(event.text)
            case BlockFinished():
                self._end_block()
            case ExecutionRefused():
                self._line(refusal(event), "warning")
            case ExecutionFinished():
                if note := _note(event):
                    self._line(note, "warning")
            case VotesCounted():
                if event.over:
                    self._write(chart(event)["text/plain"] + "\n")
            case VoteWithdrawn():
                self._line(withdrawal(event), "warning")
            case AnswerFound():
                self._answer(plain_answer(event.value), event.check)
            case TurnFinished():
                if event.reason:
                    self._line(event.reason, "warning")
                self._line(summary(self._model, event.stats, self._context), "quiet")
            case TurnFailed():
                self._end_block()
                self._line(event.reason, "warning")
            case TurnStopped():
                self._end_block()
            case _:
                pass

    def close(self) -> None:
        """See `View.close`."""
        self._stop_timer()
        self._end_block()

    def _delta(self, text: str) -> None:
        text = markdown.plain(text)
        if self._fresh:
            text = text.lstrip("\n")
            if not text.strip(" "):
                return
            self._fresh = False
            text = ("    " if self._kind is BlockKind.CODE else "") + text
        if self._kind is BlockKind.CODE:
            self._write(self._styled(text.replace("\n", "\n    "), "code"))
        else:
            self._write(text)

    def _end_block(self) -> None:
        if not self._fresh:
            self._write("\n")
            self._fresh = True

    def _answer(self, value: str, check: Check) -> None:
        self._write(self._styled(f"Answer: {markdown.plain(value)}", "answer") + f"   ({check_words(check)})\n")

    def _line(self, line: str, style: str) -> None:
        self._write(self._styled(markdown.plain(line), style) + "\n")

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{self._STYLES[style]}m{text}\x1b[0m" if self._colours else text

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class SilentView:
    """Shows nothing (silent requests, questions answered in bulk)."""

    def start(self) -> None:
        """See `View.start`."""

    def handle(self, event: Event) -> None:
        """See `View.handle`."""

    def close(self) -> None:
        """See `View.close`."""


def _indented(code: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in code.rstrip().splitlines())
