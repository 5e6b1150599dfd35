r"""Rows of published data sets as transcripts.

A row is a JSON object of somebody's data file; `read_row` gives its transcripts, or says in a `RowError` why there are
none. Code and results are kept as they stand in the row (`data verify` runs them); the words around them lose only the
line breaks that belong to a fence or tag. The expected answer of the data set, where it has one, is `meta.answer`, its
licence `meta.license`, and every other short field stays in `meta` too.

Formats, where they were read: MathCoder (`src/inference.py`, recorded `outs/`), ToRA (`data/tora/examples.jsonl`,
recorded `src/outputs`), MARIO (`react.py`, `gpt_react.py`), NuminaMath and OpenMathInstruct (data set cards;
NeMo-Skills for the tags).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mathcoder_kernel.execution.outputs import EMPTY_EXECUTION
from mathcoder_kernel.execution.replay import recorded_error, recorded_timeout
from mathcoder_kernel.lce.answer import final_answer
from mathcoder_kernel.lce.transcript import Block, BlockKind, ExecutionStatus, Transcript, code, execution, text

Row = Mapping[str, Any]

_ERROR_LINE = re.compile(r"[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Iteration|Exit|Warning)(?::|\s*$)")
_LONGEST_META = 2_000  # characters of a field that is kept in `meta`
_NOT_META = {"messages", "debug_result", "blocks", "question", "problem", "system", "id", "idx", "schema", "meta"}


class RowError(ValueError):
    """A row that is no transcript; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `recognises` looks at the keys of a row, `read` gives its transcripts."""

    name: str
    about: str
    recognises: Callable[[Row], bool]
    read: Callable[[Row], list[Transcript]]


def format_of(row: Row) -> Format | None:
    """The format that a row is in, judged by its keys; None where it is none of ours."""
    return next((known for known in FORMATS.values() if known.recognises(row)), None)


def read_row(row: Row, known: Format) -> list[Transcript]:
    """The transcripts of a row (several where it holds several samples); RowError says why there are none."""
    try:
        transcripts = known.read(row)
    except RowError:
        raise
    except ValueError as error:  # TranscriptError names the field
        raise RowError(str(error)) from error
    for transcript in transcripts:
        if not transcript.question.strip():
            raise RowError("the question is empty")
        if not any(block.kind is not BlockKind.EXECUTION for block in transcript.blocks):
            raise RowError("there is no solution: neither text nor code")
    return transcripts


# --- MathCoder ------------------------------------------------------------------------------------------------------


def _read_transcript(row: Row) -> list[Transcript]:
    transcript = Transcript.from_json(row)
    return [
        Transcript(
            transcript.question,
            tuple(_with_status(block) for block in transcript.blocks),
            transcript.answer,
            transcript.system,
            transcript.id,
            transcript.meta,
        )
    ]


def _read_recorded(row: Row) -> list[Transcript]:
    """A recorded run: a flat list of messages whose kind is `role` in old files and `type` in newer ones."""
    system: str | None = None
    question: str | None = None
    blocks: list[Block] = []
    for number, part in enumerate(_list(row, "debug_result")):
        if not isinstance(part, Mapping):
            raise RowError(f"debug_result {number} is no object")
        kind, content = part.get("type", part.get("role")), part.get("content")
        if not isinstance(content, str):
            raise RowError(f"debug_result {number} has no content")
        if kind == "system":
            system = content
        elif kind == "user":
            if question is not None:
                raise RowError("there is more than one question")
            question = content
        else:
            blocks.append(_typed(kind, content))
    question = question if question is not None else _question_of_messages(row)
    answer = row.get("completion")
    if answer is not None and blocks and blocks[-1] == text(answer):
        del blocks[-1]  # the extracted answer, repeated as a message
    return [_transcript(row, question, blocks, answer=answer, system=system)]


def _read_mathcodeinstruct(row: Row) -> list[Transcript]:
    system: str | None = None
    question: str | None = None
    blocks: list[Block] = []
    for number, message in enumerate(_list(row, "messages")):
        if not isinstance(message, Mapping):
            raise RowError(f"message {number} is no object")
        role = message.get("role")
        parts = [_part(part, number) for part in _list(message, "content")]
        if role == "assistant":
            blocks += [_typed(kind, content) for kind, content in parts]
            continue
        said = "".join(content for _, content in parts)
        if role == "system":
            system = said
        elif role == "user":
            if question is not None:
                raise RowError("there is more than one question")
            question = said
        else:
            raise RowError(f"message {number} has the role {role!r}; known: system, user, assistant")
    if question is None:
        raise RowError("there is no user message")
    return [_transcript(row, question, blocks, system=system)]


def _typed(kind: Any, content: str) -> Block:
    if kind == "text":
        return text(content)
    if kind == "code":
        return code(content)
    if kind == "execution":
        return _with_status(execution(content))
    raise RowError(f"a part has the type {kind!r}; known: text, code, execution")


def _part(part: Any, number: int) -> tuple[str, str]:
    if isinstance(part, Mapping) and isinstance(part.get("type"), str) and isinstance(part.get("content"), str):
        return part["type"], part["content"]
    raise RowError(f"message {number} holds a part without type and content")


def _question_of_messages(row: Row) -> str:
    for message in row.get("messages") or ():
        if isinstance(message, Mapping) and message.get("role") == "user":
            content = message.get("content")
            return content if isinstance(content, str) else "".join(_part(part, 0)[1] for part in content or ())
    raise RowError("there is no question")


# --- fences: ToRA, Qwen2.5-Math, NuminaMath-TIR, DeepSeekMath, RLHFlow ----------------------------------------------

_FENCE = re.compile(r"^[ \t]*```[ \t]*(\w*)[ \t]*$")


def fenced_blocks(solution: str) -> list[Block]:
    """Text, ```python and ```output fences as blocks; other fences stay text. RowError for fences that do not pair."""
    blocks: list[Block] = []
    words: list[str] = []
    inside: str | None = None
    lines: list[str] = []

    def flush() -> None:
        if (said := "\n".join(words).strip("\n")).strip():
            blocks.append(text(said))
        words.clear()

    for line in solution.split("\n"):
        fence = _FENCE.match(line.rstrip("\r"))
        if inside is None:
            kind = fence[1].lower() if fence else ""
            if kind in ("python", "py", "python3"):
                flush()
                inside, lines = "code", []
            elif kind == "output":
                flush()
                inside, lines = "output", []
            elif fence and kind:
                inside = "other"
                words.append(line)
            else:
                words.append(line)
        elif fence and not fence[1]:
            if inside == "code":
                blocks.append(code("\n".join(lines)))
            elif inside == "output":
                _add_output(blocks, "\n".join(lines), "```output")
            else:
                words.append(line)
            inside = None
        elif inside == "other":
            words.append(line)
        else:
            lines.append(line)
    if inside in ("code", "output"):
        raise RowError(f"a ```{'python' if inside == 'code' else 'output'} fence is never closed")
    flush()
    return blocks


def _add_output(blocks: list[Block], content: str, what: str) -> None:
    if not blocks or blocks[-1].kind is not BlockKind.CODE:
        raise RowError(f"{what} does not follow code")
    blocks.append(_with_status(execution(content.strip("\n") or EMPTY_EXECUTION)))


def _read_tora(row: Row) -> list[Transcript]:
    if isinstance(row.get("messages"), list):
        return _read_chat(row)
    question = _string(row, "question")
    samples = row.get("code")
    if isinstance(samples, str):
        samples = [samples]
    if not isinstance(samples, list) or not samples:
        raise RowError("there is no solution: neither messages nor code")
    return [_transcript(row, question, fenced_blocks(_as_string(sample, "code"))) for sample in samples]


def _read_numina(row: Row) -> list[Transcript]:
    question = _string(row, "problem")
    solution = row.get("solution")
    if not isinstance(solution, str) or not solution.strip():  # the tool-integrated set keeps it in the messages
        return [_transcript(row, question, _chat_blocks(row)[2])]
    return [_transcript(row, question, fenced_blocks(solution))]


def _read_chat(row: Row) -> list[Transcript]:
    system, question, blocks = _chat_blocks(row)
    return [_transcript(row, question, blocks, system=system)]


def _chat_blocks(row: Row) -> tuple[str | None, str, list[Block]]:
    """System text, question and blocks of messages with string contents; results may come in user messages."""
    system: str | None = None
    question: str | None = None
    solution: list[str] = []
    for number, message in enumerate(_list(row, "messages")):
        if not isinstance(message, Mapping):
            raise RowError(f"message {number} is no object")
        role, content = message.get("role"), _as_string(message.get("content"), f"message {number}")
        if role == "system":
            system = content
        elif role == "assistant" or (role in ("user", "tool") and content.lstrip().startswith("```output")):
            solution.append(content)
        elif role == "user":
            if question is not None:
                raise RowError("there is more than one question")
            question = content
        else:
            raise RowError(f"message {number} has the role {role!r}; known: system, user, assistant")
    if question is None:
        raise RowError("there is no user message")
    return system, question, fenced_blocks("\n".join(solution))


# --- tags: OpenMathInstruct, MARIO ----------------------------------------------------------------------------------

_LLM_CODE = re.compile(r"<llm-code>\n?(.*?)\n?</llm-code>|<llm-code-output>\n?(.*?)\n?</llm-code-output>", re.DOTALL)
_LLM_TAG = re.compile(r"</?llm-code(?:-output)?>")


def _read_openmathinstruct(row: Row) -> list[Transcript]:
    question = _string(row, "question" if "question" in row else "problem")
    blocks = _tagged(_string(row, "generated_solution"), _LLM_CODE, "<llm-code-output>")
    if any(block.kind is BlockKind.TEXT and (tag := _LLM_TAG.search(block.content)) for block in blocks):
        raise RowError(f"a {tag[0]} tag has no partner" if tag else "a tag has no partner")
    return [_transcript(row, question, blocks)]


def _tagged(solution: str, tags: re.Pattern[str], what: str) -> list[Block]:
    """Blocks of a text in which the first group of `tags` is code and the second its output."""
    blocks: list[Block] = []
    at = 0
    for match in tags.finditer(solution):
        if (said := solution[at : match.start()].strip("\n")).strip():
            blocks.append(text(said))
        if match[1] is not None:
            blocks.append(code(match[1]))
        else:
            _add_output(blocks, match[2], what)
        at = match.end()
    if (said := solution[at:].strip("\n")).strip():
        blocks.append(text(said))
    return blocks


_MARIO_FIELDS = ("solution", "response", "output", "text", "generated_solution", "completion", "react")
_MARIO_STEP = re.compile(r"<code>\n?(.*?)\n?</code>|(?<=</code>)\s*\nOutput:[ ]?(.*?)(?=\s*\n\s*<p>|\Z)", re.DOTALL)
_MARIO_PLAIN = re.compile(  # steps without <p>: a blank line ends the output
    r"<code>\n?(.*?)\n?</code>|(?<=</code>)\s*\nOutput:[ ]?(.*?)(?=\n\s*\n|\Z)", re.DOTALL
)
_REACT_CODE = re.compile(
    r"(?:^|\n)Action:\s*\S+\s*\nAction Input:\s*```(?:python|py)?[ \t]*\n(.*?)\n?```[ \t]*"
    r"|(?<=```)[ \t]*\nObservation:[ ]?(.*?)(?=\s*\n(?:Thought|Action):|\Z)",
    re.DOTALL,
)
_MARIO_PROMPT = re.compile(r"\A\s*Question:\s*(.*?)\n\s*Solution:\s*\n?", re.DOTALL)


def _mario_solution(row: Row) -> str | None:
    for name in _MARIO_FIELDS:
        value = row.get(name)
        if isinstance(value, str) and (
            ("<code>" in value and "</code>" in value)
            or "Action Input:" in value
            or value.lstrip().startswith(("<p>", "Thought:"))
        ):
            return value
    return None


def _read_mario(row: Row) -> list[Transcript]:
    solution = _mario_solution(row)
    if solution is None:
        raise RowError(f"none of {', '.join(_MARIO_FIELDS)} holds <p> and <code> or Action Input")
    solution = solution.replace("\r\n", "\n")
    asked = _MARIO_PROMPT.match(solution)
    if asked is not None:
        solution = solution[asked.end() :]
    question = row.get("question", row.get("problem", row.get("instruction")))
    if question is None:
        if asked is None:
            raise RowError("there is no question")
        question = asked[1].strip()
    react = "Action Input:" in solution or solution.lstrip().startswith("Thought:")
    steps = _REACT_CODE if react else _MARIO_STEP if "<p>" in solution else _MARIO_PLAIN
    blocks = []
    for block in _tagged(solution, steps, "Observation:" if react else "Output:"):
        if block.kind is BlockKind.TEXT:
            said = re.sub(r"(?:^|\n)Thought:[ ]?", "\n", block.content) if react else block.content
            said = re.sub(r"\s*</?p>\s*", "\n", said).strip("\n")
            if re.search(r"</?code>|Action Input:", said):
                raise RowError("a step has code that is never closed")
            if not said.strip():
                continue
            block = text(said)
        blocks.append(block)
    for one, other in pairwise(blocks):
        if other.kind is BlockKind.CODE and one.kind is BlockKind.TEXT and "Final Answer:" in one.content:
            raise RowError("code follows the final answer")
    return [_transcript(row, _as_string(question, "question"), blocks)]


# --- shared ---------------------------------------------------------------------------------------------------------


def _transcript(
    row: Row, question: str, blocks: Sequence[Block], *, answer: Any = None, system: str | None = None
) -> Transcript:
    if answer is None:
        answer = next((final_answer(b.content) for b in reversed(blocks) if b.kind is BlockKind.TEXT), None)
    elif not isinstance(answer, str):
        answer = str(answer)
    identity = row.get("id", row.get("idx"))
    return Transcript(
        question.strip("\n"),
        tuple(blocks),
        answer,
        system,
        None if identity is None else str(identity),
        _meta(row),
    )


def _meta(row: Row) -> dict[str, Any]:
    """What else the row says; the expected answer under `answer`, the licence under `license`."""
    meta: dict[str, Any] = dict(row["meta"]) if isinstance(row.get("meta"), Mapping) else {}
    for key, value in row.items():
        if key in _NOT_META or value is None or not isinstance(value, str | int | float | bool):
            continue
        if not isinstance(value, str) or len(value) <= _LONGEST_META:
            meta[key] = value
    for key in ("solution", "response", "generated_solution", "output", "text", "react", "completion"):
        meta.pop(key, None)
    truth = row.get("ground_truth")
    expected = row.get("expected_answer", row.get("gt", truth.get("answer") if isinstance(truth, Mapping) else None))
    if isinstance(expected, str | int | float):
        meta["answer"] = str(expected)
    if "licence" in meta:
        meta["license"] = meta.pop("licence")
    return meta


def _with_status(block: Block) -> Block:
    """An execution block with the status that its text tells, where the row has none."""
    if block.kind is not BlockKind.EXECUTION or block.status is not ExecutionStatus.OK:
        return block
    if recorded_timeout(block):
        return execution(block.content, ExecutionStatus.TIMEOUT, block.cut)
    lines = block.content.strip().splitlines()
    if recorded_error(block) is not None or (lines and _ERROR_LINE.match(lines[-1])):
        return execution(block.content, ExecutionStatus.ERROR, block.cut)
    return block


def _list(row: Row, key: str) -> list[Any]:
    value = row.get(key)
    if not isinstance(value, list):
        raise RowError(f"{key} must be a list, not {type(value).__name__}")
    return value


def _string(row: Row, key: str) -> str:
    return _as_string(row.get(key), key)


def _as_string(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise RowError(f"{what} must be text, not {'missing' if value is None else type(value).__name__}")
    return value


def _holds(row: Row, *keys: str) -> bool:
    return all(key in row for key in keys)


def _typed_messages(row: Row) -> bool:
    return _any_message(row, lambda content: isinstance(content, list))


def _plain_messages(row: Row) -> bool:
    return _any_message(row, lambda content: isinstance(content, str))


def _any_message(row: Row, test: Callable[[Any], bool]) -> bool:
    messages = row.get("messages")
    return isinstance(messages, list) and any(isinstance(m, Mapping) and test(m.get("content")) for m in messages)


def _known() -> Iterator[Format]:
    yield Format("recorded", "MathCoder's recorded runs", lambda r: "debug_result" in r, _read_recorded)
    yield Format("transcript", "our transcripts", lambda r: _holds(r, "question", "blocks"), _read_transcript)
    yield Format("mathcodeinstruct", "MathCodeInstruct", _typed_messages, _read_mathcodeinstruct)
    yield Format("mario", "MARIO, tags or ReAct", lambda r: _mario_solution(r) is not None, _read_mario)
    yield Format(
        "openmathinstruct", "OpenMathInstruct-1 and -2", lambda r: "generated_solution" in r, _read_openmathinstruct
    )
    yield Format(
        "tora",
        "ToRA, corpus or recorded",
        lambda r: _holds(r, "gt") and (_plain_messages(r) or _holds(r, "question", "code")),
        _read_tora,
    )
    yield Format(
        "numina", "NuminaMath-CoT and -TIR", lambda r: "problem" in r and ("solution" in r or "messages" in r),
        _read_numina,
    )  # fmt: skip
    yield Format("chat", "messages with python and output fences", _plain_messages, _read_chat)


FORMATS: dict[str, Format] = {known.name: known for known in _known()}
"""By name, in the order in which a row is tried."""
