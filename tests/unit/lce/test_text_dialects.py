r"""The dialects in plain text: what each writes, that it reads back or refuses, and that the streaming loop writes the
very text that training sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.dialect import DIALECTS, DialectError, Marker, Piece, Span, dialect
from mathcoder_kernel.lce.parser import Closed, Delta, MessageEnded, parser_for
from mathcoder_kernel.lce.text_dialect import TEXT_DIALECTS, TextDialect
from mathcoder_kernel.lce.transcript import Block, BlockKind, Transcript, read_jsonl

every_dialect = pytest.mark.parametrize("language", TEXT_DIALECTS, ids=lambda language: language.name)

SOLUTION = Transcript(
    "Find n if 3n = 51.",
    (
        lce.text("Divide by 3."),
        lce.code("n = 51/3\nprint(n)"),
        lce.execution("17.0"),
        lce.text(r"So $\boxed{17}$."),
    ),
)


def flat(spans: list[Span]) -> str:
    return "".join(p.name if isinstance(p, Marker) else p for span in spans for p in span.pieces)


WRITTEN = {
    "tora": (
        "<|user|>\nFind n if 3n = 51.\n<|assistant|>\nDivide by 3.\n```python\nn = 51/3\nprint(n)\n```\n"
        "```output\n17.0\n```\nSo $\\boxed{17}$.end of sequence"
    ),
    "qwen-math-tir": (
        "<|im_start|>user\nFind n if 3n = 51.<|im_end|>\n<|im_start|>assistant\nDivide by 3.\n```python\nn = 51/3\n"
        "print(n)\n```\n```output\n17.0\n```\nSo $\\boxed{17}$.<|im_end|>"
    ),
    "numina-tir": (
        "### Problem: Find n if 3n = 51.\n### Solution: Divide by 3.\n```python\nn = 51/3\nprint(n)\n```\n"
        "```output\n17.0\n```\nSo $\\boxed{17}$.end of sequence"
    ),
    "deepseek-math": (
        "User: Find n if 3n = 51.\nPlease integrate natural language reasoning with programs to solve the problem "
        "above, and put your final answer within \\boxed{}.\n\nAssistant: Divide by 3.\n```python\nn = 51/3\nprint(n)\n"
        "```\n```output\n17.0\n```\nSo $\\boxed{17}$.end of sequence"
    ),
    "rlhflow-gemma": (
        "<start_of_turn>user\nFind n if 3n = 51.<end_of_turn>\n<start_of_turn>model\nDivide by 3.\n```python\n"
        "n = 51/3\nprint(n)\n```<end_of_turn>\n<start_of_turn>user\n```output\n17.0\n```<end_of_turn>\n"
        "<start_of_turn>model\nSo $\\boxed{17}$.<end_of_turn>"
    ),
    "rlhflow-mistral": (
        "[INST] Find n if 3n = 51. [/INST]Divide by 3.\n```python\nn = 51/3\nprint(n)\n```end of sequence"
        "[INST] ```output\n17.0\n``` [/INST]So $\\boxed{17}$.end of sequence"
    ),
    "mario": (
        "Question: Find n if 3n = 51.\n\nSolution:\n\n<p>\nDivide by 3.\n</p>\n<code>\nn = 51/3\nprint(n)\n</code>\n"
        "Output: 17.0\n\n<p>\nSo $\\boxed{17}$.end of sequence"
    ),
    "openmath": (
        "User:\nFind n if 3n = 51.\n\nAssistant:\nDivide by 3.\n<llm-code>\nn = 51/3\nprint(n)\n</llm-code>\n"
        "<llm-code-output>\n17.0\n</llm-code-output>\nSo $\\boxed{17}$.end of sequence"
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_solution_is_written_as_the_family_writes_it(name: str) -> None:
    assert flat(dialect(name).encode(SOLUTION)) == WRITTEN[name]


@every_dialect
def test_results_and_prompts_carry_no_loss_and_the_words_that_ask_for_a_result_do(language: TextDialect) -> None:
    spans = language.encode(SOLUTION)
    assert [(span.role, span.written_by_model) for span in spans] == [
        ("prompt", False), ("text", True), ("code", True), ("execution", False), ("text", True), ("end", True),
    ]  # fmt: skip
    asking = {stop for stop in language.stop_text if stop in spans[2].pieces}
    assert asking or spans[2].pieces[-1] == language.template.end
    assert "17.0" not in flat(spans[:3])


@every_dialect
def test_a_system_text_is_written_and_read_or_refused(language: TextDialect) -> None:
    with_system = replace(SOLUTION, system="Be brief.")
    if language.template.system is None:
        with pytest.raises(DialectError, match="no place for a system text"):
            language.encode(with_system)
    else:
        assert language.decode(p for s in language.encode(with_system) for p in s.pieces).system == "Be brief."


@every_dialect
def test_earlier_turns_stand_before_the_question(language: TextDialect) -> None:
    pieces = language.prompt("second", history=[SOLUTION])
    text = flat([Span("prompt", tuple(pieces))])
    assert text.index("Find n") < text.index("17.0") < text.index("boxed{17}") < text.index("second")


# -- hostile text

HOSTILE = st.lists(
    st.sampled_from(
        [
            "```", "```python\n", "```output", "\n```\n", "\n", "\r\n", "\r", "</code>", "<code>\n", "</p>\n", "<p>\n",
            "Output: ", "<llm-code>\n", "</llm-code>", "\n</llm-code-output>\n", "<|im_end|>", "<|endofblock|>",
            "[/INST]", "### Solution: ", "\n<|assistant|>\n", "Assistant:", " ", "\t", "x = 1", "é", "\u2028", "𝔸",
            "\ufdd0", "\\boxed{2}", "print('```')", "'''", "",
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip
WORDS = HOSTILE | st.text(max_size=12)
STEPS = st.lists(
    st.one_of(
        WORDS.map(lambda words: (lce.text(words),)),
        st.tuples(WORDS.map(lce.code), WORDS.map(lce.execution)),
        WORDS.map(lambda words: (lce.code(words),)),
    ),
    max_size=4,
)
TRANSCRIPTS = st.builds(
    lambda question, steps: Transcript(question, tuple(block for step in steps for block in step)), WORDS, STEPS
)


def bare(transcript: Transcript) -> tuple[str, list[tuple[BlockKind, str]]]:
    return transcript.question, [(block.kind, block.content) for block in transcript.blocks]


@every_dialect
@settings(max_examples=80, deadline=None)
@given(transcript=TRANSCRIPTS)
def test_what_is_written_reads_back_and_the_rest_is_refused(language: TextDialect, transcript: Transcript) -> None:
    try:
        spans = language.encode(transcript)
    except DialectError:
        return
    assert bare(language.decode(p for span in spans for p in span.pieces)) == bare(transcript)


@every_dialect
def test_ordinary_solutions_are_not_refused(language: TextDialect) -> None:
    crlf = Transcript("é?", (lce.code("a = 1\r\nb = '\u2028'\r\n"), lce.execution(""), lce.text("𝔸 ``` inline\r\n")))
    for transcript in (SOLUTION, crlf, Transcript("q"), Transcript("q", (lce.code("1"), lce.code("2")))):
        assert bare(language.decode(p for s in language.encode(transcript) for p in s.pieces)) == bare(transcript)


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ((lce.code("print('''\n```output\n''')"),), "ends what a model"),
        ((lce.code("s = '''\n```\n'''"), lce.execution("")), "separate blocks"),
        ((lce.text("a"), lce.text("b")), "two text blocks"),
    ],
)
def test_a_refusal_says_why(blocks: tuple[Block, ...], reason: str) -> None:
    with pytest.raises(DialectError, match=reason):
        dialect("tora").encode(Transcript("q", blocks))


@pytest.mark.parametrize("name", list(DIALECTS))
def test_recorded_transcripts_come_back_from_every_dialect_or_are_refused(recorded_path: Path, name: str) -> None:
    language = dialect(name)
    kept = refused = 0
    for transcript in read_jsonl(recorded_path):
        transcript = replace(transcript, system=None)
        try:
            spans = language.encode(transcript)
        except DialectError:
            refused += 1
            continue
        kept += 1
        assert bare(language.decode(p for span in spans for p in span.pieces)) == bare(transcript)
    assert refused <= 0.04 * (kept + refused)  # two text blocks in a row, and fences in code


# -- the streaming loop


def chunks(text: str, sizes: Iterator[int]) -> Iterator[str]:
    position = 0
    while position < len(text):
        size = next(sizes)
        yield text[position : position + size]
        position += size


def played(language: TextDialect, transcript: Transcript, sizes: Iterator[int]) -> tuple[list[Block], list[Piece]]:
    """What a parser finds when the model's part of `transcript` streams in, and everything as the host fed it."""
    parser = parser_for(language.name)
    found: list[Block] = []
    fed: list[Piece] = []
    results = iter(transcript.of_kind(BlockKind.EXECUTION))

    def take(events: Iterator[object]) -> None:
        found.extend(event.block for event in events if isinstance(event, Closed))

    ended = False
    for span in language.encode(transcript):
        if span.role == "prompt":
            fed += span.pieces
        elif span.role == "execution":
            result = next(results)
            found.append(result)
            fed += language.result(result, parser.written, ended=ended)
            parser.resume()
            ended = False
        else:
            for piece in span.pieces:
                if piece in language.stop_text:
                    take(parser.stopped())
                    continue
                fed.append(piece)
                if isinstance(piece, Marker):
                    take(parser.feed(piece))
                    ended = True
                else:
                    for chunk in chunks(piece, sizes):
                        take(parser.feed(chunk))
    return found, fed


@every_dialect
@settings(max_examples=80, deadline=None)
@given(transcript=TRANSCRIPTS, sizes=st.lists(st.integers(1, 7), min_size=1, max_size=9))
def test_streaming_finds_the_blocks_and_feeds_what_training_sees(
    language: TextDialect, transcript: Transcript, sizes: list[int]
) -> None:
    if any(not block.content.strip() for block in transcript.blocks if block.kind is not BlockKind.EXECUTION):
        return  # white space alone is no block in a stream
    followers = zip(transcript.blocks, transcript.blocks[1:], strict=False)
    if language.stop_text[0] in language.form.code_close and any(
        block.kind is BlockKind.CODE and after.kind is not BlockKind.EXECUTION for block, after in followers
    ):
        return  # the end of code stops such a model, so its result always follows
    try:
        spans = language.encode(transcript)
    except DialectError:
        return

    def forever() -> Iterator[int]:
        while True:
            yield from sizes

    found, fed = played(language, transcript, forever())
    assert flat([Span("prompt", tuple(fed))]) == flat(spans)
    if all(block.content == block.content.strip() for block in transcript.blocks) and "```" not in str(transcript):
        assert [(b.kind, b.content) for b in found] == bare(transcript)[1]


def stream(name: str, *pieces: Piece) -> list[Block]:
    parser = parser_for(name)
    events = [event for piece in pieces for event in parser.feed(piece)] + list(parser.finish())
    return [event.block for event in events if isinstance(event, Closed)]


def test_words_are_passed_on_at_once_and_what_may_open_code_waits() -> None:
    parser = parser_for("tora")
    deltas = [
        "".join(event.text for event in parser.feed(piece) if isinstance(event, Delta))
        for piece in ("Let", " x", ".\n``", "`py", "thon\nx", " = 1", "\n`", "``\n")
    ]
    assert deltas == ["Let", " x", ".", "", "x", " = 1", "", ""]


@pytest.mark.parametrize("opener", ["```python\n", "```py\n", "```Python\n", "```python3\n", "```python\r\n"])
def test_other_spellings_of_a_fence_open_code(opener: str) -> None:
    assert stream("tora", f"So:\n{opener}x = 1\n```\n") == [lce.text("So:"), lce.code("x = 1")]


def test_a_fence_inside_a_string_does_not_end_code() -> None:
    assert stream("tora", "```python\ns = '''\n```x'''\n```\n") == [lce.code("s = '''\n```x'''")]


def test_an_empty_code_block_does_not_swallow_what_follows() -> None:
    assert stream("tora", "```python\n```\nWords.")[-1] == lce.text("Words.")


def test_code_that_never_ends_is_kept_as_far_as_it_goes() -> None:
    parser = parser_for("tora")
    events = [*parser.feed("```python\nx = 1"), *parser.finish()]
    assert [event for event in events if isinstance(event, Closed)] == [Closed(lce.code("x = 1"), repaired=True)]


def test_the_end_of_the_message_ends_the_words() -> None:
    parser = parser_for("mario")
    events = [*parser.feed("Done.\nFinal Answer: $17$\n</p>"), *parser.feed(Marker("</s>"))]
    assert events[-2:] == [Closed(lce.text("Done.\nFinal Answer: $17$")), MessageEnded()]


@pytest.mark.parametrize(
    ("name", "blocks", "answer"),
    [
        ("tora", (lce.text(r"\boxed{3}"), lce.code("check()")), "3"),  # ToRA: a box ends it, whatever follows
        ("numina-tir", (lce.text(r"\boxed{3}"), lce.code("check()")), None),
        ("mario", (lce.text("It is 3.\nFinal Answer: $3$"),), "3"),
        ("openmath", (lce.text(r"So \boxed{3}."),), "3"),
        ("qwen-math-tir", (), None),
    ],
)
def test_the_answer_is_where_the_family_writes_it(name: str, blocks: tuple[Block, ...], answer: str | None) -> None:
    assert dialect(name).answer(blocks) == answer
