"""Transcripts: JSON round trip, migration, and refusal of what is no transcript."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.transcript import (
    Block,
    BlockKind,
    Cut,
    ExecutionStatus,
    Transcript,
    TranscriptError,
    read_jsonl,
    write_jsonl,
)

steps = st.lists(
    st.one_of(
        st.builds(lambda words: (lce.text(words),), st.text()),
        st.builds(
            lambda source, result, status, cut: (lce.code(source), lce.execution(result, status, cut)),
            st.text(),
            st.text(),
            st.sampled_from(ExecutionStatus),
            st.none() | st.builds(Cut, st.integers(0, 99), st.integers(0, 99), st.integers(1, 99)),
        ),
    ),
    max_size=5,
)
transcripts = st.builds(
    lambda question, parts, answer, system: Transcript(
        question, tuple(block for part in parts for block in part), answer, system
    ),
    st.text(),
    steps,
    st.none() | st.text(),
    st.none() | st.text(),
)


@settings(max_examples=200)
@given(transcripts)
def test_json_round_trip_is_identity(transcript: Transcript) -> None:
    assert Transcript.from_json(json.loads(json.dumps(transcript.to_json()))) == transcript


@pytest.mark.parametrize("name", ["t.jsonl", "t.jsonl.gz"])
def test_jsonl_files_round_trip(tmp_path: Path, name: str) -> None:
    wanted = [Transcript("2+2", (lce.code("2+2\r\n"), lce.execution("4"))), Transcript("é\u2028\n")]
    assert write_jsonl(tmp_path / name, wanted) == 2
    assert list(read_jsonl(tmp_path / name)) == wanted


def test_a_recorded_run_is_migrated_and_its_repeated_answer_dropped() -> None:
    record = {
        "id": "r/1",
        "question": "q",
        "completion": "7",
        "correct": True,
        "blocks": [
            {"type": "text", "content": r"So \(\boxed{7}\)."},
            {"type": "text", "content": "7"},
        ],
    }
    transcript = Transcript.from_json(record)
    assert transcript.blocks == (lce.text(r"So \(\boxed{7}\)."),)
    assert (transcript.answer, transcript.id, transcript.meta["correct"]) == ("7", "r/1", True)


def test_a_newer_schema_is_refused_with_the_way_out() -> None:
    with pytest.raises(TranscriptError, match="upgrade mathcoder-kernel"):
        Transcript.from_json({"schema": 99, "question": "q"})


@pytest.mark.parametrize(
    ("record", "named"),
    [
        ([], "JSON object"),
        ({"schema": 1}, "question"),
        ({"schema": 1, "question": 3}, "question must be a string"),
        ({"schema": "x", "question": "q"}, "schema"),
        ({"schema": 1, "question": "q", "blocks": {}}, "blocks must be a list"),
        ({"schema": 1, "question": "q", "blocks": [{"type": "text"}]}, "block 0"),
        ({"schema": 1, "question": "q", "blocks": [{"type": "song", "content": ""}]}, "block type"),
        ({"schema": 1, "question": "q", "blocks": [{"type": "execution", "content": "4"}]}, "does not follow"),
        ({"schema": 1, "question": "q", "blocks": [{"type": "text", "content": "", "status": "ok"}]}, "status"),
    ],
)
def test_what_is_no_transcript_is_refused_by_name(record: object, named: str) -> None:
    with pytest.raises(TranscriptError, match=named):
        Transcript.from_json(record)  # type: ignore[arg-type]


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"schema": 1, "question": "q"}\nnot json\n', encoding="utf-8")
    with pytest.raises(TranscriptError, match="line 2"):
        list(read_jsonl(path))


def test_blocks_are_kept_apart_by_kind() -> None:
    transcript = Transcript("q").with_block(lce.text("a")).with_block(lce.code("b")).with_block(lce.execution("c"))
    assert transcript.of_kind(BlockKind.CODE) == (Block(BlockKind.CODE, "b"),)
    assert transcript.blocks[2].status is ExecutionStatus.OK


def test_recorded_transcripts_read_and_round_trip(recorded_path: Path) -> None:
    count = 0
    for transcript in read_jsonl(recorded_path):
        assert Transcript.from_json(transcript.to_json()) == transcript
        count += 1
    assert count > 4000


@pytest.mark.parametrize(
    ("name", "damage", "said"),
    [
        ("t.jsonl.gz", lambda data: data[:-9], "cut off"),
        ("t.jsonl.gz", lambda data: b"no gzip at all", "no gzip file"),
        ("t.jsonl", lambda data: b'{"question": "caf\xe9"}\n', "not UTF-8"),
        ("t.jsonl", lambda data: data + b"{\n", "line 2"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, name: str, damage: Callable[[bytes], bytes], said: str) -> None:
    path = tmp_path / name
    write_jsonl(path, [Transcript("What is 2 + 2?", (lce.code("2 + 2"), lce.execution("4")))])
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(TranscriptError, match=said) as caught:
        list(read_jsonl(path))
    assert str(path) in str(caught.value)
