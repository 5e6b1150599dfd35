r"""Dialects that are written in plain text: fences or tags around code and output, and a prompt template around all.

One class reads and writes them all; a `Form` and a `Template` say how one looks. Sources, where their released code
was read: ToRA (src/utils, src/infer), Qwen2.5-Math (evaluation), project-numina/aimo-progress-prize, DeepSeek-Math
(evaluation), RLHFlow/Online-DPO and WeiXiongUST's multi-turn agents, MARIO (ReAct and HTML forms), NeMo-Skills
(OpenMathInstruct-1).

Such a text is ambiguous as soon as a block contains what ends it. So writing reads back what it wrote, and refuses
(DialectError) what would not come back as it was: nothing is escaped, since no model has learned an escape.

Loss: code ends with the words that hand over to the host (for example a fence and "```output"), since a model that is
not trained on these never asks for a result; the result itself and what the host writes around it are the host's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from mathcoder_kernel.lce.answer import boxed_answer, final_answer
from mathcoder_kernel.lce.execution_style import ExecutionStyle, Truncation
from mathcoder_kernel.lce.pieces import (
    END_OF_SEQUENCE,
    Borders,
    DialectError,
    DialectLimits,
    Marker,
    Piece,
    Span,
)
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript

# A marker inside a template or a flattened message stands between two code points that are no characters.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


def marked(marker: Marker) -> str:
    """A marker as it stands in a template's text."""
    return f"{_OPEN}{marker.name}{_CLOSE}"


def _pieces(template: str) -> list[Piece]:
    """Pieces of template text (never of what a person or a model wrote)."""
    parts = _MARKED.split(template)
    return [Marker(part) if number % 2 else part for number, part in enumerate(parts) if part]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces with neighbouring texts made one, so that they are tokenised as a model saw them: together."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece != "":
            joined.append(piece)
    return joined


def _flat(pieces: Iterable[Piece]) -> str:
    return "".join(marked(piece) if isinstance(piece, Marker) else piece for piece in pieces)


@dataclass(frozen=True, slots=True)
class Template:
    """What stands before and after each kind of message. Markers are written with `marked`."""

    user: tuple[str, str]
    assistant: tuple[str, str]  # the second begins with the marker that ends the model's message
    system: tuple[str, str] | None = None  # None: there is no place for a system text

    @property
    def end(self) -> Marker:
        """The marker with which the model ends its message."""
        match = _MARKED.match(self.assistant[1])
        assert match is not None
        return Marker(match[1])


@dataclass(frozen=True, slots=True)
class Form:
    """How the blocks of one message look.

    A message is `lead`, then blocks. Text followed by code ends with `text_close`; code that nothing stands before has
    `no_text` in its place. Code stands between `code_open` and `code_close`; `handover` follows where it is run, then
    the host writes `result_open`, the output, and `result_close`. `code_join` follows code that was not run.
    """

    code_open: str
    code_close: str
    handover: str
    result_open: str
    result_close: str
    text_close: str = "\n"
    code_join: str = "\n"
    no_text: str = ""
    lead: str = ""
    openers: tuple[str, ...] = ()  # other ways in which models open code


@dataclass(frozen=True)
class TextDialect:
    """One dialect in plain text (see the module)."""

    name: str
    template: Template
    form: Form
    stop_text: tuple[str, ...]
    limits: DialectLimits
    execution: ExecutionStyle
    system: str | None = None
    boxed_ends: bool = True
    own_message: bool = False
    forbidden: tuple[Marker, ...] = ()
    chat_template: tuple[str, ...] = ()  # a model's own chat template that holds all of these is of this dialect
    names: tuple[str, ...] = ()  # so is a model without one that has one of these in its name
    runs_code_at_end: bool = field(default=True, init=False)

    @property
    def markers(self) -> tuple[str, ...]:
        """See `Dialect.markers`."""
        texts = (*self.template.user, *self.template.assistant, *(self.template.system or ()))
        names = dict.fromkeys(name for text in texts for name in _MARKED.findall(text))
        return tuple(name for name in names if name != END_OF_SEQUENCE.name)

    @property
    def borders(self) -> Borders:
        """See `Dialect.borders`."""
        forbidden = frozenset(marker.name for marker in self.forbidden)
        return Borders(frozenset({self.template.end.name}), forbidden, None, self.stop_text)

    # -- writing

    def prompt(self, question: str, system: str | None = None, history: Sequence[Transcript] = ()) -> list[Piece]:
        """See `Dialect.prompt`."""
        template = self.template
        pieces: list[Piece] = []
        if system is not None:
            if template.system is None:
                raise DialectError(f"the dialect {self.name} has no place for a system text")
            pieces += [*_pieces(template.system[0]), system, *_pieces(template.system[1])]
        for turn in history:
            pieces += self._asked(turn.question)
            pieces += [*self.written(turn.blocks), *_pieces(template.assistant[1])]
        return _joined([*pieces, *self._asked(question)])

    def _asked(self, question: str) -> list[Piece]:
        user, assistant = self.template.user, self.template.assistant
        return [*_pieces(user[0]), question, *_pieces(user[1]), *_pieces(assistant[0])]

    def written(self, blocks: Sequence[Block]) -> list[Piece]:
        """See `Dialect.written`."""
        return [piece for span in self._spans(blocks) for piece in span.pieces]

    def result(self, block: Block, written: str = "", *, ended: bool = False) -> list[Piece]:
        """See `Dialect.result`."""
        form = self.form
        result = [*_pieces(form.result_open), block.content, *_pieces(form.result_close)]
        if ended:
            return _joined(result)
        closing, stop = self._closing()
        missing = closing
        for length in range(len(closing), 0, -1):
            if written.endswith(closing[:length]) and (length == len(closing) or written == closing[:length]):
                missing = closing[length:]
                break
        else:
            if written.strip():  # closed in its own way
                missing = "" if written.endswith("\n") or not closing.endswith("\n") else "\n"
        return [*_joined([missing]), *stop, *_joined(result)]

    def _closing(self) -> tuple[str, list[Piece]]:
        """What a model writes between code and the stop, and what the stop is."""
        full = self.form.code_close + self.form.handover
        for stop in self.stop_text:
            if full.endswith(stop):
                return full.removesuffix(stop), [stop]
        plain, *markers = _pieces(full)
        assert isinstance(plain, str)
        return plain, markers

    def _spans(self, blocks: Sequence[Block]) -> list[Span]:
        form = self.form
        spans: list[Span] = []
        before: Block | None = None
        for block, after in zip(blocks, (*blocks[1:], None), strict=False):
            lead = form.lead if before is None else ""
            if block.kind is BlockKind.TEXT:
                if before is not None and before.kind is BlockKind.TEXT:
                    raise DialectError(f"two text blocks in a row cannot be told apart in the dialect {self.name}")
                close = form.text_close if after is not None else ""
                spans.append(Span("text", (lead + block.content + close,)))
            elif block.kind is BlockKind.CODE:
                absent = form.no_text if before is None or before.kind is not BlockKind.TEXT else ""
                opened = lead + absent + form.code_open + block.content
                if after is not None and after.kind is BlockKind.EXECUTION:
                    closing, stop = self._closing()
                    spans.append(Span("code", (opened + closing, *stop)))
                else:
                    join = form.code_join if after is not None else ""
                    spans.append(Span("code", (opened + form.code_close + join,)))
            else:
                result = [*_pieces(form.result_open), block.content, *_pieces(form.result_close)]
                spans.append(Span("execution", tuple(_joined(result))))
            before = block
        return spans

    def answer(self, blocks: Sequence[Block]) -> str | None:
        r"""What the last text block boxes or names as the answer; code may follow it where a box ends the answer."""
        if not blocks or not (self.boxed_ends or blocks[-1].kind is BlockKind.TEXT):
            return None
        words = next((block.content for block in reversed(blocks) if block.kind is BlockKind.TEXT), "")
        if blocks[-1].kind is not BlockKind.TEXT:
            return boxed_answer(words)
        return final_answer(words) if "Final Answer:" in words else boxed_answer(words)

    def encode(self, transcript: Transcript) -> list[Span]:
        """See `Dialect.encode`: what would not be read back as it is, is refused."""
        self._refuse(transcript)
        closing = self.form.code_close.rstrip()
        if closing and any(f"\n{b.content}".startswith(closing) for b in transcript.of_kind(BlockKind.CODE)):
            # read as a whole it would be found, but as it streams in it looks like the end of an empty block
            raise DialectError(f"code begins with the sign that ends code in the dialect {self.name}")
        prompt = Span("prompt", tuple(self.prompt(transcript.question, transcript.system)))
        spans = [prompt, *self._spans(transcript.blocks), Span("end", (self.template.end,))]
        back = self.decode(piece for span in spans for piece in span.pieces)
        if (back.question, back.system) != (transcript.question, transcript.system):
            raise DialectError(f"the question holds words that the dialect {self.name} ends a question with")
        if [(b.kind, b.content) for b in back.blocks] != [(b.kind, b.content) for b in transcript.blocks]:
            raise DialectError(f"a block holds words that separate blocks in the dialect {self.name}")
        return spans

    def _refuse(self, transcript: Transcript) -> None:
        """Name the common reasons; `encode` finds all others by reading back."""
        contents = [transcript.question, transcript.system or "", *(block.content for block in transcript.blocks)]
        if any(_OPEN in content or _CLOSE in content for content in contents):
            raise DialectError("the text holds U+FDD0 or U+FDD1, which are no characters")
        for number, block in enumerate(transcript.blocks):
            if block.kind is BlockKind.EXECUTION:
                continue
            for stop in self.stop_text:
                if stop in block.content:
                    raise DialectError(
                        f"block {number} holds {stop!r}, which ends what a model of the dialect {self.name} writes"
                    )

    # -- reading

    def decode(self, pieces: Iterable[Piece]) -> Transcript:
        """See `Dialect.decode`."""
        template = self.template
        rest = _flat(pieces)
        system: str | None = None
        if template.system is not None and rest.startswith(template.system[0]):
            system, rest = _between(rest, template.system, "system text")
        if not rest.startswith(template.user[0]):
            raise DialectError(f"no question found in the form of the dialect {self.name}")
        question, rest = _between(rest, (template.user[0], template.user[1] + template.assistant[0]), "question")
        end = marked(template.end)
        body = rest.removesuffix(template.assistant[1]).removesuffix(end)
        blocks = self._read(body)
        return Transcript(question, tuple(blocks), self.answer(blocks), system)

    def _read(self, body: str) -> list[Block]:
        form = self.form
        if body.startswith(form.lead):
            body = body[len(form.lead) :]
        blocks: list[Block] = []
        position = 0
        while position < len(body):
            opening = form.no_text + form.code_open
            if not body.startswith(opening, position):
                separator = form.text_close + form.code_open
                end = body.find(separator, position)
                if end < 0:
                    blocks.append(Block(BlockKind.TEXT, body[position:]))
                    break
                blocks.append(Block(BlockKind.TEXT, body[position:end]))
                position, opening = end, separator
            position = self._read_code(body, position + len(opening), blocks)
        return blocks

    def _read_code(self, body: str, start: int, blocks: list[Block]) -> int:
        """Read code and its execution, if it has one; returns the position behind them."""
        form = self.form
        end = start
        while (end := body.find(form.code_close, end)) >= 0:
            after = end + len(form.code_close)
            opening = form.handover + form.result_open
            if body.startswith(opening, after):
                blocks.append(Block(BlockKind.CODE, body[start:end]))
                output = after + len(opening)
                close = body.find(form.result_close, output)
                if close < 0:
                    raise DialectError("an output has no end")
                blocks.append(Block(BlockKind.EXECUTION, body[output:close]))
                return close + len(form.result_close)
            if after == len(body) or body.startswith(form.code_join, after):
                blocks.append(Block(BlockKind.CODE, body[start:end]))
                return min(len(body), after + len(form.code_join))
            end += 1
        raise DialectError("a code block has no end")


def _between(text: str, around: tuple[str, str], what: str) -> tuple[str, str]:
    end = text.find(around[1], len(around[0]))
    if end < 0:
        raise DialectError(f"the {what} has no end")
    return text[len(around[0]) : end], text[end + len(around[1]) :]


# -- the dialects ------------------------------------------------------------------------------------------------------

_EOS = marked(END_OF_SEQUENCE)

FENCED = Form(
    code_open="```python\n",
    code_close="\n```",
    handover="\n```output",
    result_open="\n",
    result_close="\n```\n",
    openers=("```py\n", "```Python\n", "```python3\n", "```python \n", "```python\r\n"),
)
_OUTPUT = ("```output",)

_INSTRUCTION = (
    "Please integrate natural language reasoning with programs to solve the problem above, "
    "and put your final answer within \\boxed{}."
)

_STDOUT = ExecutionStyle(
    shows_value=False, namespace="fresh", empty="", seconds=5.0, truncation=Truncation(200, 200, "...")
)


def _chat(start: str, end: str, user: str, model: str, *, system: str | None, head: str = "\n") -> Template:
    """The usual shape of chat templates: <start>role\\n … <end>\\n."""

    def opened(role: str) -> str:
        return f"{start}{role}{head}"

    return Template(
        user=(opened(user), f"{end}\n"),
        assistant=(opened(model), f"{end}\n"),
        system=None if system is None else (opened(system), f"{end}\n"),
    )


_IM_START, _IM_END = Marker("<|im_start|>"), Marker("<|im_end|>")
CHATML = _chat(marked(_IM_START), marked(_IM_END), "user", "assistant", system="system")
_TURN, _TURN_END = Marker("<start_of_turn>"), Marker("<end_of_turn>")
GEMMA = _chat(marked(_TURN), marked(_TURN_END), "user", "model", system=None)
_HEAD, _HEAD_END, _EOT = Marker("<|start_header_id|>"), Marker("<|end_header_id|>"), Marker("<|eot_id|>")
LLAMA3 = Template(
    user=(f"{marked(_HEAD)}user{marked(_HEAD_END)}\n\n", marked(_EOT)),
    assistant=(f"{marked(_HEAD)}assistant{marked(_HEAD_END)}\n\n", marked(_EOT)),
    system=(f"{marked(_HEAD)}system{marked(_HEAD_END)}\n\n", marked(_EOT)),
)
MISTRAL = Template(user=("[INST] ", " [/INST]"), assistant=("", _EOS))


def _multi_turn(name: str, template: Template, forbidden: tuple[Marker, ...], hints: tuple[str, ...]) -> TextDialect:
    """RLHFlow: a Python fence ends the model's message; its output is a user's message (infer_eval.py)."""
    rest = template.assistant[1].removeprefix(marked(template.end))
    return TextDialect(
        name=name,
        template=template,
        form=Form(
            code_open="```python\n",
            code_close="\n```",
            handover=marked(template.end),
            result_open=f"{rest}{template.user[0]}```output\n",
            result_close=f"\n```{template.user[1]}{template.assistant[0]}",
            openers=FENCED.openers,
        ),
        stop_text=_OUTPUT,
        limits=DialectLimits(code_blocks=6, generation_tokens=512),
        execution=ExecutionStyle(namespace="replayed", empty="", seconds=20.0),
        own_message=True,
        forbidden=forbidden,
        chat_template=hints,
    )


TEXT_DIALECTS: tuple[TextDialect, ...] = (
    TextDialect(
        name="numina-tir",
        template=Template(user=("### Problem: ", "\n"), assistant=("### Solution: ", _EOS)),
        form=FENCED,
        stop_text=_OUTPUT,
        limits=DialectLimits(code_blocks=4, generation_tokens=2048),
        execution=ExecutionStyle(
            shows_value=False,
            namespace="fresh",
            preamble="import math\nimport numpy as np\nimport sympy as sp\nfrom sympy import *",
            empty="",
            truncation=Truncation(200, 0, " ... (output truncated)"),
        ),
        boxed_ends=False,
        chat_template=("### Problem",),
        names=("numinamath",),
    ),
    TextDialect(
        name="deepseek-math",
        template=Template(user=("User: ", f"\n{_INSTRUCTION}\n\n"), assistant=("Assistant:", _EOS)),
        form=replace(FENCED, lead=" "),
        stop_text=_OUTPUT,
        limits=DialectLimits(code_blocks=2, generation_tokens=1024),
        execution=ExecutionStyle(
            shows_value=False,
            namespace="replayed silently",
            empty="",
            truncation=Truncation(50, 50, "..."),
            error_mark="Runtime errors: ",
            error_truncation=Truncation(200, 200, "..."),  # 50 + 50 tokens there, of about 4 characters
        ),
        chat_template=("User: ", "Assistant:"),
        names=("deepseek-math", "deepseekmath"),
    ),
    TextDialect(
        name="qwen-math-tir",
        template=CHATML,
        form=FENCED,
        stop_text=_OUTPUT,
        limits=DialectLimits(code_blocks=4, generation_tokens=2048),
        execution=_STDOUT,
        system=_INSTRUCTION,
        forbidden=(_IM_START,),
        chat_template=("<|im_start|>",),
        names=("qwen2.5-math",),
    ),
    _multi_turn("rlhflow-gemma", GEMMA, (_TURN,), ("<start_of_turn>",)),
    _multi_turn("rlhflow-llama3", LLAMA3, (_HEAD, _HEAD_END), ("<|start_header_id|>",)),
    _multi_turn("rlhflow-chatml", CHATML, (_IM_START,), ()),
    _multi_turn("rlhflow-mistral", MISTRAL, (), ("[INST]",)),
    TextDialect(
        name="tora",
        template=Template(user=("<|user|>\n", "\n"), assistant=("<|assistant|>\n", _EOS)),
        form=FENCED,
        stop_text=_OUTPUT,
        limits=DialectLimits(code_blocks=4, generation_tokens=2048),
        execution=_STDOUT,
        names=("tora",),
    ),
    TextDialect(
        name="mario",
        template=Template(user=("Question: ", "\n\nSolution:\n\n<p>\n"), assistant=("", _EOS)),
        form=Form(
            code_open="<code>\n",
            code_close="\n</code>",
            handover="",
            result_open="\nOutput: ",
            result_close="\n\n<p>\n",
            text_close="\n</p>\n",
            code_join="\n\n<p>\n",
            no_text="</p>\n",
            openers=("\n<code>\n",),
        ),
        stop_text=("</code>",),
        limits=DialectLimits(code_blocks=8, generation_tokens=2048),
        execution=ExecutionStyle(empty="", seconds=30.0),
        boxed_ends=False,
        names=("mario",),
    ),
    TextDialect(
        name="openmath",
        template=Template(system=("System:\n", "\n\n"), user=("User:\n", "\n\n"), assistant=("Assistant:\n", _EOS)),
        form=Form(
            code_open="<llm-code>\n",
            code_close="\n</llm-code>",
            handover="",
            result_open="\n<llm-code-output>\n",
            result_close="\n</llm-code-output>\n",
        ),
        stop_text=("</llm-code>",),
        limits=DialectLimits(code_blocks=8, generation_tokens=512),
        execution=ExecutionStyle(empty="", seconds=10.0),
        system=(
            "You're an expert Python programmer and mathematician. Help the user to solve this problem using code "
            "when necessary. Make sure to put the answer (and only answer) inside \\boxed{}."
        ),
        boxed_ends=False,
        names=("openmath",),
    ),
)
"""All of them. Order matters for detection: the first whose hints fit is taken."""
