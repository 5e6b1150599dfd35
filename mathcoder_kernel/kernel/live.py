"""An answer as real notebook cells (docs/protocol.md, design §5).

`LiveAnswer` is the view: words stream into markdown cells, code into code cells, and a compact status stands under the
question. `LiveExecutor` runs a code block by letting the notebook run its cell: the cell's own request passes the one
that awaits (`reentrant`), and is collected, limited and stopped as any block. Where the notebook cannot or does not
run it, the rest of the answer is shown and run under the question, visibly.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import time
import uuid
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from mathcoder_kernel.execution.protocol import ExecutionRequest, ExecutionResult, Limits, OnOutput, Verdict
from mathcoder_kernel.kernel import markdown
from mathcoder_kernel.kernel.cells import KEY, CellWriter, Client, Clients, Message, ids_of, request_of
from mathcoder_kernel.kernel.commands import NOTHING_ASKED
from mathcoder_kernel.kernel.harmless import without_scripts
from mathcoder_kernel.kernel.interrupts import StopOnInterrupt
from mathcoder_kernel.kernel.tutor import Tutor, TutorBusy
from mathcoder_kernel.kernel.views import LOADING, Publish, RichView, chart, summary, withdrawal
from mathcoder_kernel.lce.answer import boxed_answer, plain_answer
from mathcoder_kernel.lce.notebook import NotebookError, asks_again, from_notebook, source_hash
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, TranscriptError
from mathcoder_kernel.solver.events import (
    AnswerFound,
    BlockFinished,
    BlockStarted,
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

if TYPE_CHECKING:
    from mathcoder_kernel.execution.shell import ShellExecutor
    from mathcoder_kernel.kernel.commands import Ask
    from mathcoder_kernel.kernel.reentrant import ReentrantKernel, Reply

RUN_SECONDS = 10.0  # from asking the notebook to run a cell until its request arrives
STATUS_SECONDS = 0.5  # between two status messages of one phase
SHOW_SECONDS = 0.3  # a phase that passes sooner is not shown under the question: drawing it holds up the cells

NOT_RUN_BY_NOTEBOOK = "The notebook did not run the cell, so its code was run here, under the question."
NOTEBOOK_LEFT = "The notebook page went away, so the rest of the answer stands here, under the question."
CANNOT_READ = "The cells of this answer could not be read ({}), so it cannot be continued. Ask again instead."
CANNOT_WAIT = "This code was not run: {}. The notebook page that could have asked you went away."

Phase = Literal["loading", "reading", "writing", "running", "waiting", "checking", "stopping"]

_SAID = {
    "loading": LOADING,
    "reading": "reading the question…",
    "writing": "writing…",
    "running": "running code…",
    "waiting": "waiting for you at the marked cell…",
    "checking": "checking the answer…",
    "stopping": "stopping…",
}


class LiveAnswer:
    """Shows one turn as cells of the client's notebook. A `View`, and what the client's messages are told to.

    `ask` is the id of the asking cell, `publish` shows a bundle under it. `keep` are the cells of an answer that is
    continued.
    """

    def __init__(
        self,
        clients: Clients,
        client: Client,
        *,
        turn: str,
        ask: str,
        question: str,
        source: str,
        run_mode: str,
        publish: Publish,
        sampling: Mapping[str, Any],
        keep: Sequence[str] = (),
        continued: bool = False,
    ) -> None:
        self.turn, self.client = turn, client
        self.attached = True
        self.resumes = False  # the end that comes is none: the answer goes on
        self.code_cell: str | None = None  # of the code block that was written last
        self.code_source = ""  # as it was written
        self.on_message: Callable[[Message], bool] = lambda message: False  # True: seen to
        self.on_stop: Callable[[], None] = lambda: None
        self._clients = clients
        self._ask, self._question, self._source, self._run_mode = ask, question, source, run_mode
        self._publish_in_context = publish
        self._context = contextvars.copy_context()  # the asking cell's: what is shown in it stands under the question
        self._keep, self._continued = list(keep), continued
        self._cells = CellWriter(client, turn, ask, self._keep[-1] if keep else ask, {})
        self._event: TurnStarted | None = None
        self._provenance: dict[str, Any] = dict(sampling)  # of generated code; the model's part comes with TurnStarted
        self._kind = BlockKind.TEXT
        self._index = 0
        self._words: list[str] = []
        self._inserted = False
        self._phase: Phase = "loading"
        self._phase_sent = 0.0
        self._tokens, self._writing_seconds, self._writing_since = 0, 0.0, 0.0
        self._began = time.monotonic()
        self._display = uuid.uuid4().hex
        self._shown = self._counted = False
        self._show_later: asyncio.TimerHandle | None = None
        self._notes: list[str] = []
        self._rest: RichView | None = None
        self._began_once = self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None

    # -- the view ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """See `View.start`."""
        self._loop = asyncio.get_running_loop()
        self._clients.turn = self  # also where the turn goes on after an edited cell
        if self._began_once:
            return
        self._began_once = True
        about = {"turn": self.turn, "kind": "question", "hash": source_hash(self._source)}
        if asks_again(self._source):
            about["question"] = self._question
        fresh: dict[str, Any] = {} if self._continued else {"stale": None}
        self._cells.send(
            "begin",
            ask=self._ask,
            question=self._question,
            mode="continue" if self._continued else "new",
            keep=self._keep,
            run=self._run_mode,
            metadata={KEY: {**about, "answer": None, "checked": None, **fresh}},
        )
        self._enter("loading")

    def handle(self, event: Event) -> None:
        """See `View.handle`."""
        if self.resumes and isinstance(event, ExecutionFinished | TurnStopped):
            return
        if self._rest is not None:
            self._rest.handle(event)
            if isinstance(event, TurnFinished | TurnStopped | TurnFailed):
                self._end(event)
            return
        match event:
            case TurnStarted():
                self._event = event
                facts = event.model
                self._provenance |= {"model": facts.name, "model_sha256": facts.sha256, "dialect": facts.dialect}
                self._enter("reading")
            case BlockStarted():
                self._kind, self._index, self._words, self._inserted = event.kind, event.index, [], False
                self._writing_since = time.monotonic()
                if event.kind is BlockKind.CODE:
                    self.code_cell = None
                self._enter("writing")
            case TextDelta():
                self._write(event.text)
            case BlockFinished():
                self._finish_block(event.block)
            case ExecutionRefused():
                self._refused(event)
            case ExecutionFinished():
                self._ran(event.result)
            case AnswerFound():
                self._answer(event)
            case TurnFinished() | TurnStopped() | TurnFailed():
                self._end(event)
            case VotesCounted():
                self._publish(chart(event), f"{self._display}-votes", self._counted)
                self._counted = True
            case VoteWithdrawn():
                self._note(withdrawal(event))
            case ExecutionStarted():
                pass  # the executor says when it runs or waits
            case _:
                pass

    def close(self) -> None:
        """See `View.close`."""
        self._no_show_later()
        self._cells.close()
        if self._rest is not None:
            self._rest.close()
        if self._clients.turn is self:
            self._clients.turn = None

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        self._words.append(text)
        self._tokens += 1
        source = self._as_source("".join(self._words), unfinished=True)
        if not source.strip():
            return
        if self._inserted:
            self._cells.write(source)
        else:
            self._insert(source)
        self._tell_status()

    def _insert(self, source: str) -> None:
        self._inserted = True
        kind = str(self._kind)
        if self._kind is BlockKind.CODE:
            self.code_cell = self._cells.insert("code", kind, source, index=self._index, **self._provenance)
        else:
            self._cells.insert("markdown", kind, source, index=self._index)

    def _as_source(self, words: str, *, unfinished: bool = False) -> str:
        if self._kind is BlockKind.CODE:
            return markdown.plain(words.expandtabs(4)).lstrip("\n")
        return markdown.prose(words, unfinished=unfinished).lstrip()

    def _finish_block(self, block: Block) -> None:
        self._kind = block.kind
        self._writing_seconds += time.monotonic() - self._writing_since
        source = self._as_source(block.content).rstrip()
        if not source.strip():
            return
        if not self._inserted:
            self._insert(source)
        if block.kind is BlockKind.CODE:
            self.code_source = source
        self._close(source, block.content)
        if block.kind is BlockKind.TEXT and boxed_answer(block.content):
            self._enter("checking")

    def _close(self, source: str, content: str) -> None:
        """The open cell is complete: `source` shows `content`."""
        differs = self._kind is BlockKind.TEXT and source != content
        self._cells.close(source, **({"text": content} if differs else {}))
        self._inserted = False
        self._words = []

    def _ran(self, result: ExecutionResult) -> None:
        if self.attached and self.code_cell is not None:
            self._cells.mark(self.code_cell, status=str(result.status))
        if result.message and result.status is ExecutionStatus.TIMEOUT:
            self._note(result.message)

    def _refused(self, event: ExecutionRefused) -> None:
        if self.code_cell is not None:
            self._cells.mark(self.code_cell, status="not run")
        why = "; ".join(event.verdict.reasons)
        self._note(f"The code was not run: {why}." if why else "The code was not run.")

    def _answer(self, event: AnswerFound) -> None:
        check = event.check
        mark = {True: "✓ ", False: "⚠ ", None: ""}[check.passed]
        source = f"{markdown.answer(event.value)} — {mark}*{markdown.words(check.label)}*"
        cell = self._cells.insert("markdown", "answer", source)
        self._cells.close()
        self._cells.mark(self._ask, answer=event.value, checked=check.label, **self._provenance)
        self._clients.tell_all(
            "answer",
            turn=self.turn,
            ask=self._ask,
            id=cell,
            value=event.value,
            plain=plain_answer(event.value),
            passed=check.passed,
            label=check.label,
        )
        self._notes.append(f"Answer: {markdown.plain(plain_answer(event.value))} ({check.label})")

    # -- running, as the executor tells --------------------------------------------------------------------------------

    def ask_to_run(self, cell: str) -> None:
        """The notebook should run this cell now."""
        self._cells.send("run", id=cell)
        self._enter("running", cell)

    def ask_person(self, cell: str, why: Literal["ask", "guard"], reasons: Sequence[str]) -> None:
        """This cell waits for a person."""
        self._cells.send("wait", id=cell, why=why, reasons=list(reasons))
        self._enter("waiting", cell)

    def runs(self, cell: str, *, edited: bool) -> None:
        """The cell's request has arrived."""
        if self._phase == "waiting":
            self._cells.send("running", id=cell)
        if edited:
            self._cells.mark(cell, edited=True)
        self._enter("running", cell)
        if self._show_later is not None:  # no timer goes off while the code runs
            self._show_phase()

    def resume_after(self, result: ExecutionResult) -> None:
        """The person edited the code: this turn ends here, and the answer goes on with what it gave."""
        self._ran(result)
        self.resumes = True

    def detach(self, reason: str, code: str | None = None) -> None:
        """Show the rest under the question: the notebook is gone, or does not do its part.

        `code` is the block that runs here in its place.
        """
        if not self.attached:
            return
        self.attached = False
        open_words, open_kind = "".join(self._words), self._kind
        if self.code_cell is not None and code is not None:
            self._cells.send("fallback", id=self.code_cell, reason=reason)
            self._cells.mark(self.code_cell, status="elsewhere")
        self._cells.close()
        self._note(reason)
        self._rest = RichView(self._publish)
        if self._event is not None:
            self._rest.handle(self._event)
        if code is not None:
            self._rest.handle(BlockStarted(self._index, BlockKind.CODE))
            self._rest.handle(BlockFinished(self._index, Block(BlockKind.CODE, code)))
        elif open_words:
            self._rest.handle(BlockStarted(self._index, open_kind))
            self._rest.handle(TextDelta(self._index, open_words))

    def told(self, message: Message) -> None:
        """See `TurnInProgress.told`."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._told, message, context=self._context.copy())

    def _told(self, message: Message) -> None:
        if not self.on_message(message) and message["op"] == "closed" and self._clients.turn is self:
            self.detach(NOTEBOOK_LEFT)

    def stop(self) -> None:
        """See `TurnInProgress.stop`."""
        self.on_stop()
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._stopping, context=self._context.copy())

    def _stopping(self) -> None:
        if self._clients.turn is self and not self._ended:
            self._enter("stopping")

    # -- status and end ------------------------------------------------------------------------------------------------

    def _enter(self, phase: Phase, cell: str | None = None) -> None:
        changed, self._phase = phase != self._phase, phase
        self._tell_status(cell, now=changed or not self._shown)
        if not self._shown:
            self._show(_SAID[phase])
        elif changed and self._rest is None and self._show_later is None:
            self._show_later = asyncio.get_running_loop().call_later(SHOW_SECONDS, self._show_phase)

    def _tell_status(self, cell: str | None = None, *, now: bool = False) -> None:
        at = time.monotonic()
        if not now and at - self._phase_sent < STATUS_SECONDS:
            return
        self._phase_sent = at
        writing = self._writing_seconds + (at - self._writing_since if self._phase == "writing" else 0.0)
        self._clients.tell_all(
            "status",
            turn=self.turn,
            ask=self._ask,
            phase=self._phase,
            model=self._provenance.get("model", ""),
            tokens=self._tokens,
            tokens_per_second=round(self._tokens / writing, 1) if writing > 0 else 0.0,
            seconds=round(at - self._began, 2),
            cell=cell or self._cells.open_cell,
            text=_SAID[self._phase].rstrip("…"),
        )

    def _end(self, event: TurnFinished | TurnStopped | TurnFailed) -> None:
        stats = event.stats
        reason = "" if isinstance(event, TurnStopped) else event.reason
        if isinstance(event, TurnFinished):
            outcome = "answered" if event.transcript.answer is not None else "unanswered"
        else:
            outcome = "stopped" if isinstance(event, TurnStopped) else "failed"
        if self._inserted and self._rest is None:  # stopped in the middle of a block
            content = "".join(self._words)
            self._close(self._as_source(content).rstrip(), content)
        self._cells.close()
        if self._rest is None:
            if reason:
                self._notes.append(reason)
            model = str(self._provenance.get("model", ""))
            context = self._event.context if self._event is not None else ""
            self._show(summary(model, stats, context))
        self.send_end(outcome, reason, stats)

    def send_end(self, outcome: str, reason: str, stats: Stats) -> None:
        """The turn is over."""
        self._ended = True
        figures = asdict(stats)
        self._clients.tell_all(
            "end",
            turn=self.turn,
            ask=self._ask,
            outcome=outcome,
            reason=reason,
            cells=list(self._cells.cells),
            stats={
                "tokens_per_second": round(stats.tokens_per_second, 1),
                **{name: figures[name] for name in _FIGURES},
            },
        )

    def note(self, sentence: str) -> None:
        """Say something under the question."""
        self._note(sentence)

    def _note(self, sentence: str) -> None:
        self._notes.append(sentence)
        self._show(_SAID[self._phase])

    def _publish(self, bundle: Mapping[str, str], name: str, update: bool) -> None:
        self._context.copy().run(self._publish_in_context, bundle, name, update)

    def _show_phase(self) -> None:
        self._show(_SAID[self._phase])

    def _no_show_later(self) -> None:
        if self._show_later is not None:
            self._show_later.cancel()
            self._show_later = None

    def _show(self, line: str) -> None:
        """The one compact display under the question: what is to be said, and a quiet line."""
        self._no_show_later()
        notes = [f"> {markdown.words(note)}" for note in self._notes if not note.startswith("Answer: ")]
        quiet = f"<small>{markdown.words(line)}</small>"
        bundle = {
            "text/markdown": "\n\n".join([*notes, quiet]),
            "text/plain": "\n".join([*map(markdown.plain, self._notes), markdown.plain(line)]),
        }
        self._publish(bundle, self._display, self._shown)
        self._shown = True


_FIGURES = ("seconds", "generated_tokens", "code_blocks", "failed_blocks", "first_token_seconds")


class LiveExecutor:
    """Runs code blocks as cells of the notebook. `mode`: "ask", "guarded" or "auto"; `judge` is the guard."""

    def __init__(
        self,
        kernel: ReentrantKernel,
        shell_executor: ShellExecutor,
        answer: LiveAnswer,
        mode: str,
        judge: Callable[[str], Verdict],
        run_seconds: float | None = None,
    ) -> None:
        self._kernel, self._shell, self._answer = kernel, shell_executor, answer
        self._mode, self._judge = mode, judge
        self._run_seconds = RUN_SECONDS if run_seconds is None else run_seconds
        self._approved = False  # for the whole turn
        self._news: asyncio.Queue[Message] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._result: ExecutionResult | None = None
        self._edited: tuple[Block, Block] | None = None
        self._arrived = True  # no cell's request is waited for
        answer.on_message, answer.on_stop = self._tell, self.interrupt

    async def run(self, request: ExecutionRequest, on_output: OnOutput | None = None) -> ExecutionResult:
        """Have the notebook run the cell that was written last, and wait for it; see the module's docstring."""
        answer, cell = self._answer, self._answer.code_cell
        waits = self._waits(request.code)
        if not answer.attached or cell is None:
            return await self._run_here(request, on_output, waits)
        self._loop = asyncio.get_running_loop()
        news = self._news = asyncio.Queue()
        self._result, self._arrived = None, False
        child = self._kernel.expect(cell, partial(self._play, request, on_output, cell))
        try:
            if waits is None:
                answer.ask_to_run(cell)
            else:
                answer.ask_person(cell, *waits)
            ended = await self._until_arrived(news, cell, waiting=waits is not None)
            if ended is None:
                await asyncio.shield(child.finished)
                if self._edited is not None:  # ends this turn; another one goes on from the edited code
                    return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
                if self._result is not None:
                    return self._result
                ended = NOT_RUN_BY_NOTEBOOK
        finally:
            self._news, self._arrived = None, True
            self._kernel.give_up(cell)
        if not ended:
            return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
        if waits is not None and not self._approved:
            answer.detach(CANNOT_WAIT.format("; ".join(waits[1]) or "it waited for you"))
            return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
        answer.detach(ended, request.code)
        return await self._run_here(request, on_output, None)

    def take_edited(self) -> tuple[Block, Block] | None:
        """The code block that a person edited before it ran, and its execution, if that ended the turn; once."""
        edited, self._edited = self._edited, None
        self._answer.resumes = False
        return edited

    async def variables(self, names: Collection[str]) -> dict[str, str]:
        """See `Executor.variables`."""
        return await self._shell.variables(names)

    def interrupt(self) -> None:
        """Interrupt the running cell, or give up the one that is waited for. Callable from any thread."""
        self._shell.interrupt()
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._tell, {"op": "interrupt"})

    async def close(self) -> None:
        """See `Executor.close`."""

    async def _until_arrived(self, news: asyncio.Queue[Message], cell: str, *, waiting: bool) -> str | None:
        """None when the cell's request has come; else why it will not, "" if the turn is to end."""
        while True:
            try:
                message = await asyncio.wait_for(news.get(), None if waiting else self._run_seconds)
            except TimeoutError:
                return NOT_RUN_BY_NOTEBOOK
            match message["op"]:
                case "arrived":
                    return None
                case "interrupt":
                    return ""
                case "closed":
                    return NOTEBOOK_LEFT
                case "approve" if message.get("id") == cell and waiting:
                    self._approved = self._approved or message.get("scope") == "turn"
                    waiting = False
                    self._answer.ask_to_run(cell)
                case "decline" if message.get("id") == cell:
                    self._answer.note("The code was not run, as you wished.")
                    return ""
                case "unable" if message.get("id") == cell:
                    why = str(message.get("reason") or "").strip()[:300]
                    return f"{NOT_RUN_BY_NOTEBOOK[:-1]} ({why})." if why else NOT_RUN_BY_NOTEBOOK
                case _:
                    pass

    def _waits(self, code: str) -> tuple[Literal["ask", "guard"], tuple[str, ...]] | None:
        if self._approved or self._mode == "auto":
            return None
        verdict = self._judge(code)
        if self._mode == "ask":
            return "ask", verdict.reasons
        return None if verdict.allowed else ("guard", verdict.reasons)

    async def _run_here(
        self, request: ExecutionRequest, on_output: OnOutput | None, waits: tuple[str, tuple[str, ...]] | None
    ) -> ExecutionResult:
        """Run under the question what the notebook does not run; nothing that would have to wait for a person."""
        if waits is not None:
            self._answer.note(CANNOT_WAIT.format("; ".join(waits[1]) or "it waits for you"))
            return ExecutionResult(ExecutionStatus.INTERRUPTED, "")
        with self._made_harmless():
            return await self._shell.run(request, on_output)

    async def _play(
        self,
        request: ExecutionRequest,
        on_output: OnOutput | None,
        cell: str,
        code: str,
        run: Callable[[], Awaitable[Reply]],
    ) -> Reply:
        """Run the cell; called in the context of its own request."""
        self._tell({"op": "arrived"})
        self._arrived = True
        edited = code.rstrip() != self._answer.code_source.rstrip()
        self._answer.runs(cell, edited=edited)
        reply: Reply | None = None

        async def run_cell() -> BaseException | None:
            nonlocal reply
            reply = await run()
            return KeyboardInterrupt() if reply.get("ename") in ("KeyboardInterrupt", "CancelledError") else None

        with self._made_harmless():
            result = await self._shell.watch(replace(request, code=code), run_cell, on_output)
        if reply is None:  # stopped before Python or behind it
            reply = {"status": "error", "ename": "KeyboardInterrupt", "evalue": result.message, "traceback": []}
            reply |= {"execution_count": self._kernel.execution_count, "user_expressions": {}, "payload": []}
        self._result = replace(result, execution_count=reply.get("execution_count"))
        if edited and result.status is not ExecutionStatus.INTERRUPTED:
            self._edited = Block(BlockKind.CODE, code), result.block()
            self._answer.resume_after(result)
        return reply

    def _made_harmless(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext() if self._mode == "auto" else without_scripts(self._shell.shell)

    def _tell(self, message: Message) -> bool:
        """Hand a message to what waits for the cell; whether something does."""
        if self._news is None or self._arrived:
            return False
        self._news.put_nowait(message)
        return True


def question_cell(question: str, turn: str) -> dict[str, Any]:
    """The asking cell as the conversion of notebooks reads it."""
    return {
        "cell_type": "code",
        "source": f"%%mathcoder\n{question}",
        "metadata": {KEY: {"turn": turn, "kind": "question"}},
        "outputs": [],
    }


def blocks_of(cells: Sequence[Any], turn: str, limits: Limits) -> tuple[Block, ...]:
    """The blocks of an answer from its cells as they are now; NotebookError for what are no cells.

    Words that nobody edited are the model's own again; cells that a person added count as words or code.
    """
    from mathcoder_kernel.execution.outputs import result_of

    read: list[dict[str, Any]] = []
    for cell in cells:
        if not isinstance(cell, Mapping) or cell.get("cell_type") not in ("markdown", "code"):
            raise NotebookError("something in the list is no markdown or code cell")
        metadata = cell.get("metadata")
        about = metadata.get(KEY) if isinstance(metadata, Mapping) else None
        about = about if isinstance(about, Mapping) else {}
        source = cell.get("source", "")
        source = source if isinstance(source, str) else "".join(map(str, source))
        kind = "code" if cell["cell_type"] == "code" else "text"
        if kind == "text" and isinstance(about.get("text"), str) and about.get("hash") == source_hash(source):
            source = about["text"]
        outputs = [output for output in cell.get("outputs") or [] if isinstance(output, Mapping)]
        read.append(
            {
                **cell,
                "source": source,
                "outputs": [_plain_output(output) for output in outputs],
                "metadata": {KEY: {"turn": turn, "kind": kind, "hash": source_hash(source)}},
            }
        )
    notebook = {"cells": [question_cell("?", turn), *read]}
    transcripts = from_notebook(notebook, turn, read_outputs=lambda outputs: result_of(outputs, limits).block())
    return transcripts[0].blocks


def _plain_output(output: Mapping[str, Any]) -> dict[str, Any]:
    """An output with its text in one piece, and every key that its type has."""
    plain = dict(output)
    if plain.get("output_type") == "stream":
        text = plain.get("text", "")
        plain["text"] = text if isinstance(text, str) else "".join(map(str, text))
        plain.setdefault("name", "stdout")
    elif plain.get("output_type") == "error":
        plain = {"ename": "Error", "evalue": "", "traceback": [], **plain}
    else:
        plain["data"] = dict(plain.get("data") or {})
    return plain


async def answer_live(
    kernel: ReentrantKernel,
    tutor: Tutor,
    clients: Clients,
    client: Client,
    ask: Ask,
    *,
    source: str,
    cell_id: str,
    metadata: Mapping[str, Any],
    publish: Publish,
    interrupt: StopOnInterrupt,
) -> bool:
    """Answer a question with cells in the client's notebook; True if a person stopped it.

    `source` and `metadata` are the asking cell's and its request's. Raises TutorBusy and SettingError.
    """
    from mathcoder_kernel.execution.guard import judge

    if tutor.busy:
        raise TutorBusy("One question at a time: the one before is still being answered.")
    settings = tutor.settings.replaced(ask.settings) if ask.settings else tutor.settings
    limits = Limits(seconds=settings.seconds, feedback_chars=settings.feedback_chars)
    wanted = request_of(metadata)
    about = metadata.get(KEY)
    before = about.get("turn") if isinstance(about, Mapping) else None
    turn = uuid.uuid4().hex[:12]
    cells: list[Any] = []
    blocks: tuple[Block, ...] = ()
    if continued := wanted.get("op") == "continue":
        turn = str(wanted.get("turn") or turn)
        try:
            if not isinstance(wanted.get("cells"), list) or not wanted["cells"]:
                raise NotebookError("there are none")
            cells = wanted["cells"]
            blocks = blocks_of(cells, turn, limits)
        except (NotebookError, TranscriptError) as error:
            sentence = CANNOT_READ.format(error)
            publish({"text/markdown": f"> {markdown.words(sentence)}", "text/plain": sentence}, uuid.uuid4().hex, False)
            return False
    if not ask.question:
        if not (question := tutor.asked_before(turn)):
            print(NOTHING_ASKED)
            return False
        ask = replace(ask, question=question)
    if not continued and isinstance(before, str):
        tutor.forget(before)
    shell_executor: Any = tutor.executor()
    answer = LiveAnswer(
        clients,
        client,
        turn=turn,
        ask=cell_id,
        question=ask.question,
        source=source,
        run_mode=str(settings.run),
        publish=publish,
        sampling={"seed": settings.seed, "temperature": settings.temperature},
        keep=ids_of(cells),
        continued=continued,
    )
    executor = LiveExecutor(kernel, shell_executor, answer, str(settings.run), judge)
    try:
        answer.start()
        if blocks and blocks[-1].kind is BlockKind.CODE:
            result = await _run_last(answer, executor, cells[-1], blocks[-1], limits, interrupt)
            if result.status is ExecutionStatus.INTERRUPTED:
                answer.handle(_stopped(tutor, ask.question, blocks, turn))
                return True
            blocks = (*blocks, result.block())
        while True:
            outcome = await tutor.ask(
                ask.question,
                answer,
                ask.settings,
                interrupt=interrupt,
                executor=executor,
                executor_judges=True,
                turn_id=turn,
                blocks=blocks,
            )
            if (edited := executor.take_edited()) is None:
                break
            # The model goes on from what the person made of its code, not from what it wrote itself.
            written = max(i for i, b in enumerate(outcome.transcript.blocks) if b.kind is BlockKind.CODE)
            blocks = (*outcome.transcript.blocks[:written], *edited)
    finally:
        answer.close()
    return outcome.stopped


async def _run_last(
    answer: LiveAnswer,
    executor: LiveExecutor,
    cell: Mapping[str, Any],
    block: Block,
    limits: Limits,
    interrupt: StopOnInterrupt,
) -> ExecutionResult:
    """Run the last cell of an answer that is continued, which has not run since it was edited."""
    answer.code_cell, answer.code_source = str(cell.get("id")), block.content
    interrupt.arm(executor.interrupt, executor.interrupt)
    try:
        return await executor.run(ExecutionRequest(block.content, answer.turn, limits=limits))
    finally:
        interrupt.disarm()


def _stopped(tutor: Tutor, question: str, blocks: Sequence[Block], turn: str) -> TurnStopped:
    from mathcoder_kernel.lce.transcript import Transcript

    return TurnStopped(Transcript(question, tuple(blocks), id=turn), Stats())
