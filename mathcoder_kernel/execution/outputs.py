"""The one place that turns the outputs of a run into the text that a model reads.

The rule is that of MathCoder's recorded runs: what was printed and the text of the last value, concatenated and
stripped; `<empty_execution>` where there is nothing. Where we differ, and why:

- An error is its last line, `NameError: name 'x' is not defined`, not the whole traceback: a small model reads a
  line, and paths and source lines of a traceback differ from machine to machine. `error_text="traceback"` gives the
  recorded form (lines joined by a space, no colours).
- Text written to stderr (warnings, progress bars) is shown to the person and not read by the model.
- Values read as stock IPython writes them, whatever a person's display settings show (`init_printing`, `%precision`).
- NumPy scalars read as plain numbers (`0.33`), as in the runs that the models were trained on, whatever NumPy prints.
- Long text is cut to a head and a tail with a mark between them, and the `Cut` is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from mathcoder_kernel.execution.protocol import ExecutionResult, Limits, OnOutput, Output
from mathcoder_kernel.lce.transcript import Cut, ExecutionStatus

EMPTY_EXECUTION = "<empty_execution>"
MAX_DISPLAYS = 200

ErrorText: TypeAlias = Literal["short", "traceback"]

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_SYNTAX_PLACE = re.compile(r" \([^()]*, line (\d+)\)$")
_NUMPY_SCALAR = re.compile(
    r"np\.(?:float\d+|longdouble|u?int\d+|u?longlong|complex\d+|clongdouble|bool_?|str_)"
    r"\((\([^()]*\)|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[^()'\"]*)\)"
)
_NUMPY_BOOL = re.compile(r"\bnp\.(True|False)_\b")
_NO_TEXT_FOR_MODEL = ("image/", "application/vnd.jupyter.widget")


def plain_numbers(text: str) -> str:
    """`text` with the reprs of NumPy 2 scalars as plain numbers: `[np.float64(0.5)]` reads `[0.5]`."""
    if "np." not in text:
        return text
    return _NUMPY_BOOL.sub(r"\1", _NUMPY_SCALAR.sub(r"\1", text))


def error_line(name: str, message: str) -> str:
    """The line a model reads of an error; the file name that a SyntaxError carries is left out."""
    message = _SYNTAX_PLACE.sub(r" (line \1)", _ANSI.sub("", message).strip())
    return f"{name}: {message}" if message else name


class OutputCollector:
    """Collects the outputs of one run in order, keeps what a person is shown, and writes the model's text.

    `shown_bytes` limits the stream text that is kept and shown; MAX_DISPLAYS the other outputs. What comes later is
    counted, one sentence says so, the code goes on running, and the model still reads the end of what was printed.
    `on_output` is called for every output as it is kept.
    """

    def __init__(self, limits: Limits, on_output: OnOutput | None = None, error_text: ErrorText = "short") -> None:
        self._limits = limits
        self._on_output = on_output
        self._error_text = error_text
        self._outputs: list[Output] = []
        self._stream_name: str | None = None
        self._stream_parts: list[str] = []
        self._shown = 0
        self._displays = 0
        self._text = _HeadAndTail(limits.feedback_chars)
        self.dropped_bytes = 0
        self.value: str | None = None
        self.error: str | None = None
        self.raised: str | None = None  # the error as the model reads it

    def stream(self, name: str, text: str) -> str:
        """Take stream text; returns the part of it that should be shown."""
        if not text:
            return ""
        if name == "stdout":
            self._text.add(text)
        room = self._limits.shown_bytes - self._shown
        size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        shown = text
        if size > room:
            shown = text.encode("utf-8", "surrogatepass")[: max(room, 0)].decode("utf-8", "ignore")
            if not self.dropped_bytes:
                shown += f"\n[more than {self._limits.shown_bytes:,} bytes were printed; the rest is not shown]\n"
            self.dropped_bytes += size - max(room, 0)
            size = max(room, 0)
        self._shown += size
        if shown:
            if self._stream_name != name:
                self._end_stream()
                self._stream_name = name
            self._stream_parts.append(shown)
            if self._on_output is not None:
                self._on_output({"output_type": "stream", "name": name, "text": shown})
        return shown

    def add(self, output: Output, reading: str | None = None) -> bool:
        """Take one nbformat output of any type; returns whether it should be shown.

        `reading` is what the model reads of a value, where that is not what is shown.
        """
        kind = output["output_type"]
        if kind == "stream":
            text = output["text"]
            return bool(self.stream(output["name"], text if isinstance(text, str) else "".join(text)))
        self._end_stream()
        kept = True
        if kind == "execute_result":
            self.value = _text_plain(output) if reading is None else reading
            self._text.add(self.value)
        elif kind == "display_data":
            self._displays += 1
            kept = self._displays <= MAX_DISPLAYS
            if not any(mime.startswith(_NO_TEXT_FOR_MODEL) for mime in output["data"]):
                self._text.add(_text_plain(output) + "\n")
        elif kind == "error":
            self.error = output["ename"]
            if self._error_text == "short":
                self.raised = error_line(output["ename"], output["evalue"])
            else:
                self.raised = _ANSI.sub("", " ".join(output["traceback"]))
        if kept:
            self._outputs.append(output)
            if self._on_output is not None:
                self._on_output(output)
        return kept

    def result(
        self,
        status: ExecutionStatus | None = None,
        *,
        note: str = "",
        message: str = "",
        seconds: float = 0.0,
        execution_count: int | None = None,
    ) -> ExecutionResult:
        """How the run ended. `note` is what the model reads instead of an error, where status is not ok or error."""
        self._end_stream()
        if status is None:
            status = ExecutionStatus.OK if self.error is None else ExecutionStatus.ERROR
        last_line = note if note else (self.raised or "")
        if self._displays > MAX_DISPLAYS and not message:
            message = f"Only the first {MAX_DISPLAYS} of {self._displays:,} displayed objects are shown."
        if self.dropped_bytes and not message:
            message = (
                f"The code printed more than is shown: {self.dropped_bytes:,} further bytes were left out. "
                "Nothing is lost to the code itself."
            )
        elif not message and self.raised:
            message = f"The code raised {self.raised}"
        text, cut = self._text.cut(last_line)
        return ExecutionResult(
            status=status,
            text=text or EMPTY_EXECUTION,
            outputs=tuple(self._outputs),
            value=None if self.value is None else plain_numbers(self.value),
            error=self.error,
            message=message,
            cut=cut,
            seconds=seconds,
            execution_count=execution_count,
        )

    def _end_stream(self) -> None:
        if self._stream_parts:
            self._outputs.append(
                {"output_type": "stream", "name": self._stream_name, "text": "".join(self._stream_parts)}
            )
        self._stream_name = None
        self._stream_parts = []


def result_of(
    outputs: Iterable[Output],
    limits: Limits | None = None,
    status: ExecutionStatus | None = None,
    *,
    error_text: ErrorText = "short",
    note: str = "",
    message: str = "",
    seconds: float = 0.0,
    execution_count: int | None = None,
) -> ExecutionResult:
    """The result of a run whose nbformat outputs are already there (a notebook cell, a recorded run)."""
    collector = OutputCollector(limits or Limits(), error_text=error_text)
    for output in outputs:
        collector.add(output)
    return collector.result(status, note=note, message=message, seconds=seconds, execution_count=execution_count)


def timeout_note(seconds: float) -> str:
    """What the model reads of a run that the time limit ended."""
    return f"TimeoutError: the code was stopped after {_seconds(seconds)}"


def timeout_message(seconds: float) -> str:
    """What the person reads of a run that the time limit ended."""
    return f"The code was stopped after {_seconds(seconds)}, the time limit for one block."


def _seconds(count: float) -> str:
    return f"{count:g} second{'' if count == 1 else 's'}"


INTERRUPTED_NOTE = "KeyboardInterrupt: the code was interrupted"
INTERRUPTED_MESSAGE = "The code was interrupted."
DIED_NOTE = "RuntimeError: the process running the code ended"


def _text_plain(output: Output) -> str:
    text = output["data"].get("text/plain", "")
    return text if isinstance(text, str) else "".join(text)


class _HeadAndTail:
    """Text of which at most `limit` characters from either end are kept, however much is added."""

    def __init__(self, limit: int) -> None:
        self._limit = max(limit, 2)
        self._head: list[str] = []
        self._head_length = 0
        self._tail: list[str] = []
        self._tail_length = 0
        self._total = 0

    def add(self, text: str) -> None:
        self._total += len(text)
        if self._head_length < self._limit:
            kept = text[: self._limit - self._head_length]
            self._head.append(kept)
            self._head_length += len(kept)
        self._tail.append(text[-self._limit :])
        self._tail_length += len(self._tail[-1])
        if self._tail_length > 8 * self._limit:
            self._join_tail()

    def _join_tail(self) -> str:
        tail = "".join(self._tail)[-self._limit :]
        self._tail, self._tail_length = [tail], len(tail)
        return tail

    def cut(self, last_line: str) -> tuple[str, Cut | None]:
        """The text with `last_line` under it, cut to `limit` characters; the mark for what is cut comes on top."""
        if last_line:
            ended = not self._total or self._join_tail().endswith("\n")
            self.add(last_line if ended else "\n" + last_line)
        if self._total <= self._limit:
            return _ANSI.sub("", plain_numbers("".join(self._head))).strip(), None
        head = "".join(self._head)[: self._limit // 2].lstrip()
        tail = self._join_tail()[-(self._limit - self._limit // 2) :].rstrip()
        omitted = self._total - len(head) - len(tail)
        if omitted <= 0 or not (head + tail).strip():
            return plain_numbers(head + tail).strip(), None
        text = f"{plain_numbers(head)}\n[... {omitted} characters left out ...]\n{plain_numbers(tail)}"
        return text, Cut(head=len(head), tail=len(tail), omitted=omitted)
