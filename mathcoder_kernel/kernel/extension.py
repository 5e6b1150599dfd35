"""The magics in any IPython shell: `%load_ext mathcoder_kernel`.

A synchronous magic would block the event loop that the answer needs. So a question becomes a top-level `await`: a token
transformer takes `%mathcoder …` whole (IPython would read a question mark at its end as a request for help), and a
transformer of the finished text puts the `await` where Python allows one. Where it does not (inside a function or
`%%time`, with `%autoawait off`) the question is answered synchronously, and what is lost is said.
"""

from __future__ import annotations

import ast
import asyncio
import re
import sys
import threading
import tokenize
from collections.abc import Coroutine, Iterator, Sequence
from types import FrameType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from IPython.core.inputtransformer2 import TokenTransformBase, assemble_continued_line, find_end_of_continued_line
from IPython.core.magic import Magics, line_cell_magic, magics_class, no_var_expand

from mathcoder_kernel.kernel import commands
from mathcoder_kernel.kernel.actions import run_command
from mathcoder_kernel.kernel.commands import Ask, Command, CommandError, Request
from mathcoder_kernel.kernel.interrupts import StopOnInterrupt, stop_on_interrupt
from mathcoder_kernel.kernel.settings import SettingError
from mathcoder_kernel.kernel.tutor import Tutor, TutorBusy, canceller
from mathcoder_kernel.lce.asking import without_comments_above

if TYPE_CHECKING:
    from mathcoder_kernel.kernel.views import View

STOPPED = "Stopped. Your variables are as they were; the next question works as usual."

SYNCHRONOUS = (
    "(Answered without an event loop here: widgets do not react until the answer is complete, and generated code runs "
    "in a helper thread.)"
)


class Stopped(KeyboardInterrupt):
    """A person stopped the answer; shown as one line instead of a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [STOPPED]


def load(shell: Any) -> Tutor:
    """Give `shell` the magics and a tutor; harmless when it has them. The tutor is `shell.mathcoder.tutor`."""
    present = getattr(shell, "mathcoder", None)
    if present is not None:
        tutor: Tutor = present.tutor
        return tutor
    magics = MathCoderMagics(shell)
    shell.register_magics(magics)
    shell.mathcoder = magics
    shell.input_transformer_manager.token_transformers.insert(0, QuestionLine)
    shell.input_transformers_post.append(magics.await_questions)
    shell.input_transformers_cleanup.append(question_first)
    for name in ("%mathcoder", "%%mathcoder"):
        shell.set_hook("complete_command", magics.complete, str_key=name)
    import atexit

    atexit.register(magics.tutor.close)
    return magics.tutor


def unload(shell: Any) -> None:
    """Take the magics from `shell` and end the engine's process."""
    magics = getattr(shell, "mathcoder", None)
    if magics is None:
        return
    import atexit

    magics.tutor.close()
    atexit.unregister(magics.tutor.close)
    shell.input_transformer_manager.token_transformers.remove(QuestionLine)
    shell.input_transformers_post.remove(magics.await_questions)
    shell.input_transformers_cleanup.remove(question_first)
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop("mathcoder", None)
    for name in ("%mathcoder", "%%mathcoder"):
        shell.strdispatchers["complete_command"].strs.pop(name, None)
    del shell.mathcoder


def view_for(shell: Any, setting: str, *, silent: bool = False) -> View:
    """The view that suits the request the shell is handling, or its terminal."""
    # Imported here, and not when a kernel starts: the events of a turn bring half of the package with them.
    from mathcoder_kernel.kernel.views import PlainView, RichView, SilentView, choose_view, write_out

    if silent:
        return SilentView()
    kernel = getattr(shell, "kernel", None)
    if kernel is None:
        if setting == "rich":
            return RichView(lambda bundle, name, update: _publish(shell, bundle, name, update))
        return PlainView(write_out, colours=sys.stdout.isatty())
    parent = kernel.get_parent()
    kind = choose_view(
        setting,
        cell_id=parent.get("metadata", {}).get("cellId"),
        allow_stdin=bool(parent.get("content", {}).get("allow_stdin", False)),
    )
    if kind == "plain":
        return PlainView(write_out)
    return RichView(lambda bundle, name, update: _publish(shell, bundle, name, update))


async def perform(
    tutor: Tutor, request: Request, *, interrupt: StopOnInterrupt | None = None, silent: bool = False
) -> bool:
    """Answer a question or run a command, shown where the shell shows things; True if a person stopped it.

    A command is stopped by the first interrupt, by cancelling this task; a question that does not obey by the second.
    """
    try:
        if isinstance(request, Command):
            if interrupt is not None:
                interrupt.arm(cancel := canceller(), cancel)
            text = await run_command(tutor, request)
            if not silent:
                print(text)
            return False
        if not (question := request.question or tutor.asked_before()):
            print(commands.NOTHING_ASKED)
            return False
        setting = request.settings.get("view", tutor.settings.view)
        view = view_for(tutor.shell, setting, silent=silent)
        outcome = await tutor.ask(question, view, request.settings, interrupt=interrupt)
    except (TutorBusy, SettingError) as error:
        print(error)
        return False
    except asyncio.CancelledError:
        if interrupt is None or not interrupt.interrupts:  # not by the person
            raise
        return True
    finally:
        if interrupt is not None:
            interrupt.disarm()
    return outcome.stopped


def question_first(lines: list[str]) -> list[str]:
    """An input transformer: comments may stand above `%%mathcoder`, which IPython looks for in the first line only."""
    if not any("%%mathcoder" in line for line in lines):
        return lines
    source = without_comments_above("".join(lines))
    if commands.below_code(source):
        return [f"print({commands.BELOW_CODE!r})\n"]
    return source.splitlines(keepends=True)


class QuestionLine(TokenTransformBase):
    """`%mathcoder …` as one magic call, whatever its words end with."""

    priority = 0

    @classmethod
    def find(cls, tokens_by_line: Sequence[Sequence[tokenize.TokenInfo]]) -> QuestionLine | None:
        """The first `%mathcoder` that begins a logical line and is more than a call for help."""
        for line in tokens_by_line:
            tokens = [t for t in line if t.type not in (tokenize.INDENT, tokenize.DEDENT)]
            if len(tokens) >= 2 and tokens[0].string == "%" and tokens[1].string == "mathcoder":
                rest = tokens[1].line[tokens[1].end[1] :]
                if rest.strip() not in ("?", "??") and (not rest.strip() or rest[0].isspace()):
                    return cls(tokens[0].start)
        return None

    def transform(self, lines: list[str]) -> list[str]:
        """The lines with the call in place."""
        start = (self.start_line, self.start_col)
        end = find_end_of_continued_line(lines, self.start_line)
        text = assemble_continued_line(lines, start, end)[len("%mathcoder") :].strip()
        indent = lines[self.start_line][: self.start_col]
        call = f"{indent}get_ipython().run_line_magic('mathcoder', {text!r})\n"
        return [*lines[: self.start_line], call, *lines[end + 1 :]]


@magics_class
class MathCoderMagics(Magics):
    """`%mathcoder` and `%%mathcoder`."""

    def __init__(self, shell: Any) -> None:
        super().__init__(shell)
        self.tutor = Tutor(shell)

    @no_var_expand
    @line_cell_magic
    def mathcoder(self, line: str, cell: str | None = None) -> None:
        """Placeholder; the help text stands in `commands.help_text` and is set below."""
        try:
            request = _parse(line, cell)
        except CommandError as error:
            print(error)
            return
        interrupted = _wait_for(lambda interrupt: perform(self.tutor, request, interrupt=interrupt), request)
        if interrupted:
            raise Stopped(STOPPED)

    mathcoder.__doc__ = commands.help_text()

    async def ask(self, line: str, cell: str | None = None) -> None:
        """What a question is turned into: `await get_ipython().mathcoder.ask('…')`."""
        try:
            request = _parse(line, cell)
        except CommandError as error:
            print(error)
            return
        with stop_on_interrupt() as interrupt:
            stopped = await perform(self.tutor, request, interrupt=interrupt)
        if stopped:
            raise Stopped(STOPPED)

    def await_questions(self, lines: list[str]) -> list[str]:
        """An input transformer: calls of the magic become top-level awaits where Python allows them."""
        text = "".join(lines)
        if "_magic('mathcoder'," not in text or not self._can_await():
            return lines
        try:
            tree = ast.parse(text)
        except SyntaxError:
            return lines
        rows = [line.encode() for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)]  # lines as Python counts them
        for call in reversed(list(_calls(tree))):
            row = call.lineno - 1
            assert call.end_col_offset is not None
            arguments = ", ".join(repr(word.value) for word in call.args[1:] if isinstance(word, ast.Constant))
            rows[row] = (
                rows[row][: call.col_offset]
                + f"await get_ipython().mathcoder.ask({arguments})".encode()
                + rows[row][call.end_col_offset :]
            )
        return b"".join(rows).decode().splitlines(keepends=True)

    def complete(self, shell: Any, event: SimpleNamespace) -> list[str]:
        """Completions of a `%mathcoder` line."""
        text = event.text_until_cursor.lstrip()
        if text.startswith("%%mathcoder"):
            return commands.complete_options(text[len("%%mathcoder") :])
        return commands.complete(text.removeprefix("%mathcoder").lstrip())

    def _can_await(self) -> bool:
        from IPython.core.async_helpers import _asyncio_runner

        shell: Any = self.shell
        return bool(shell.autoawait) and shell.loop_runner is _asyncio_runner and not self._inside_a_cell()

    def _inside_a_cell(self) -> bool:
        """Whether a cell is running that runs more code (`%%time`, `%%capture`, `run_cell`): nothing awaits that."""
        shell: Any = self.shell
        frame: FrameType | None = sys._getframe()
        while frame is not None and frame.f_code is not type(shell).run_code.__code__:
            frame = frame.f_back
        return frame is not None


_NO_AWAIT = (
    ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef
    | ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp
)  # fmt: skip


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """Calls of the magic at places where a top-level await may stand, in order of the text."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                value=ast.Call(func=ast.Name(id="get_ipython")), attr="run_line_magic" | "run_cell_magic"
            ),
            args=[ast.Constant(value="mathcoder"), *words],
        ) if node.lineno == node.end_lineno and all(isinstance(word, ast.Constant) for word in words):
            yield node
        case _ if not isinstance(node, _NO_AWAIT):
            for child in ast.iter_child_nodes(node):
                yield from _calls(child)


def _parse(line: str, cell: str | None) -> Request:
    return commands.parse_line(line) if cell is None else commands.parse_cell(line, cell)


def _wait_for(work: Any, request: Request) -> bool:
    """Run `work(interrupt)` to its end from synchronous code; True if a person stopped it."""
    from IPython.core.async_helpers import get_asyncio_loop

    with stop_on_interrupt() as interrupt:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return bool(get_asyncio_loop().run_until_complete(work(interrupt)))  # type: ignore[no-untyped-call]
        if isinstance(request, Ask):
            print(SYNCHRONOUS)
        return _helper_loop().run(work(interrupt), interrupt)


class _HelperLoop:
    """An event loop in a thread of its own, for shells whose own loop is busy running the asking cell."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="mathcoder-loop", daemon=True).start()

    def run(self, work: Coroutine[Any, Any, bool], interrupt: StopOnInterrupt) -> bool:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result()


_helper: _HelperLoop | None = None


def _helper_loop() -> _HelperLoop:
    global _helper
    if _helper is None:
        _helper = _HelperLoop()
    return _helper


def _publish(shell: Any, bundle: Any, name: str, update: bool) -> None:
    shell.display_pub.publish(data=dict(bundle), metadata={}, transient={"display_id": name}, update=update)
