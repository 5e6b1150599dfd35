"""Data files of others become transcripts; what cannot be read is reported by line and never lost."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from finetune.data.files import DataError
from finetune.data.formats import FORMATS, RowError, format_of, read_row
from finetune.data.importer import import_files
from mathcoder_kernel.lce.notebook import to_notebook
from mathcoder_kernel.lce.transcript import (
    Block,
    BlockKind,
    ExecutionStatus,
    Transcript,
    code,
    execution,
    read_jsonl,
    text,
)

SOLVED = (text("Let's divide."), code("51 / 3"), execution("17.0"), text(r"So \(\boxed{17}\)."))


def _parts(blocks: tuple[Block, ...]) -> list[dict[str, str]]:
    return [{"type": str(b.kind), "content": b.content} for b in blocks]


def _fenced(blocks: tuple[Block, ...]) -> str:
    names = {BlockKind.CODE: "python", BlockKind.EXECUTION: "output"}
    return "\n".join(f"```{names[b.kind]}\n{b.content}\n```" if b.kind in names else b.content for b in blocks)


def _llm_tags(blocks: tuple[Block, ...]) -> str:
    tags = {BlockKind.TEXT: "{}", BlockKind.CODE: "<llm-code>\n{}\n</llm-code>"}
    tags[BlockKind.EXECUTION] = "<llm-code-output>\n{}\n</llm-code-output>"
    return "\n".join(tags[block.kind].format(block.content) for block in blocks)


def _mario(blocks: tuple[Block, ...]) -> str:
    written = ""
    for block in blocks:
        if block.kind is BlockKind.TEXT:
            written += f"\n\n<p>\n{block.content}\n</p>"
        elif block.kind is BlockKind.CODE:
            written += ("" if written.endswith("</p>") else "\n\n<p>\n</p>") + f"\n<code>\n{block.content}\n</code>"
        else:
            written += f"\nOutput: {block.content}"
    return written.strip("\n")


def _react(blocks: tuple[Block, ...]) -> str:
    written = ""
    for block in blocks:
        if block.kind is BlockKind.TEXT:
            written += f"\n\nThought: {block.content}"
        elif block.kind is BlockKind.CODE:
            written += f"\nAction: python_interpreter\nAction Input: ```python\n{block.content}\n```"
        else:
            written += f"\nObservation: {block.content}"
    return written.strip("\n")


WRITERS: dict[str, Callable[[str, tuple[Block, ...]], dict[str, Any]]] = {
    "mathcodeinstruct": lambda q, b: {
        "messages": [
            {"role": "user", "content": [{"type": "text", "content": q}]},
            {"role": "assistant", "content": _parts(b)},
        ]
    },
    "recorded": lambda q, b: {"debug_result": [{"role": "user", "content": q}, *_parts(b)], "completion": "0"},
    "recorded, old keys": lambda q, b: {
        "debug_result": [{"role": "user", "content": q}, *({"role": b.kind, "content": b.content} for b in b)]
    },
    "transcript": lambda q, b: Transcript(q, b).to_json(),
    "mario": lambda q, b: {"question": q, "solution": _mario(b)},
    "mario, ReAct": lambda q, b: {"question": q, "response": _react(b)},
    "openmathinstruct": lambda q, b: {"question": q, "generated_solution": _llm_tags(b), "expected_answer": "17"},
    "tora": lambda q, b: {
        "gt": "17",
        "messages": [{"role": "user", "content": q}, {"role": "assistant", "content": _fenced(b)}],
    },
    "tora, recorded": lambda q, b: {"question": q, "gt": "17", "code": [_fenced(b)]},
    "numina": lambda q, b: {"problem": q, "solution": _fenced(b), "messages": []},
    "chat": lambda q, b: {
        "messages": [{"role": "user", "content": q}, {"role": "assistant", "content": _fenced(b)}],
    },
}  # fmt: skip


def _read(name: str, question: str, blocks: tuple[Block, ...]) -> Transcript:
    row = json.loads(json.dumps(WRITERS[name](question, blocks)))
    found = format_of(row)
    assert found is not None
    assert found.name == name.split(",")[0]
    (transcript,) = read_row(row, found)
    return transcript


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_found_by_its_keys_and_gives_the_blocks_back(name: str) -> None:
    transcript = _read(name, "Three boxes hold 51.", SOLVED)
    assert transcript.question == "Three boxes hold 51."
    assert transcript.blocks == SOLVED
    if name not in ("transcript", "recorded"):
        assert transcript.answer == "17"


def _merged(blocks: tuple[Block, ...]) -> list[tuple[BlockKind, str]]:
    """Kinds and words: neighbouring texts are one, as they are in formats without borders between them."""
    merged: list[tuple[BlockKind, str]] = []
    for block in blocks:
        words = "".join(block.content.split())
        if merged and merged[-1][0] is block.kind is BlockKind.TEXT:
            merged[-1] = (block.kind, merged[-1][1] + words)
        elif words or block.kind is not BlockKind.TEXT:
            merged.append((block.kind, words))
    return merged


_SIGNS = {
    "mario": ("<p>", "</p>", "<code>", "Final Answer:"),
    "mario, ReAct": ("Thought:", "Observation:", "```", "Final Answer:"),
    "openmathinstruct": ("llm-code",),
}
"""What a format without escapes cannot tell apart from its own signs; of the others, fences."""


def _holds_a_sign(name: str, blocks: tuple[Block, ...]) -> bool:
    return any(sign in block.content for block in blocks for sign in _SIGNS.get(name, ("```",)))


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
def test_all_recorded_transcripts_come_back_from_every_format(name: str, recorded_path: Path) -> None:
    compared = 0
    for transcript in read_jsonl(recorded_path):
        blocks = transcript.blocks
        if _holds_a_sign(name, blocks) or not blocks:
            continue
        back = _read(name, transcript.question, blocks)
        assert _merged(back.blocks) == _merged(blocks), transcript.id
        compared += 1
    assert compared >= 4_000


def test_results_that_failed_have_the_status_of_an_error() -> None:
    for error in ("NameError: name 'x' is not defined", "Traceback (most recent call last):\n  File\nValueError: no"):
        transcript = _read("numina", "q", (text("t"), code("x"), execution(error, ExecutionStatus.ERROR)))
        assert transcript.blocks[-1].status is ExecutionStatus.ERROR


def test_results_in_user_messages_belong_to_the_code_before_them() -> None:
    row = {
        "messages": [
            {"role": "user", "content": "q"},
            {"role": "assistant", "content": "```python\n1+1\n```"},
            {"role": "user", "content": "```output\n2\n```"},
            {"role": "assistant", "content": r"\boxed{2}"},
        ]
    }
    (transcript,) = read_row(row, FORMATS["chat"])
    assert [b.kind for b in transcript.blocks] == ["code", "execution", "text"]


def test_several_samples_of_a_question_are_several_transcripts() -> None:
    row = {"question": "q", "gt": "2", "code": [r"\boxed{2}", "```python\n3\n```\n```output\n3\n```\n\\boxed{3}"]}
    assert [t.answer for t in read_row(row, FORMATS["tora"])] == ["2", "3"]


def test_expected_answer_and_licence_are_kept_beside_the_answer() -> None:
    row = {"question": "q", "generated_solution": r"\boxed{3}", "expected_answer": "4", "license": "nvidia"}
    (transcript,) = read_row(row, FORMATS["openmathinstruct"])
    assert (transcript.answer, transcript.meta["answer"], transcript.meta["license"]) == ("3", "4", "nvidia")


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        ("chat", {"messages": [{"role": "user", "content": "q"}]}, "no solution"),
        ("chat", {"messages": [{"role": "assistant", "content": "a"}]}, "no user message"),
        ("chat", {"messages": [{"role": "wizard", "content": "a"}]}, "role 'wizard'"),
        ("numina", {"problem": "q", "solution": "```python\n1"}, "never closed"),
        ("numina", {"problem": "q", "solution": "```output\n1\n```"}, "does not follow code"),
        ("numina", {"problem": " ", "solution": "a"}, "question is empty"),
        ("numina", {"problem": 3, "solution": "a"}, "problem must be text, not int"),
        ("openmathinstruct", {"question": "q", "generated_solution": "<llm-code>\n1"}, "no partner"),
        ("mario", {"question": "q", "solution": "<p>\nFinal Answer: 1\n<code>\n1\n</code>"}, "follows the final"),
        ("mario", {"question": "q", "solution": "<p>\na\n<code>\n1"}, "never closed"),
        ("recorded", {"debug_result": [{"role": "user", "content": "q"}, {"role": "code"}]}, "no content"),
        ("recorded", {"debug_result": "x"}, "must be a list"),
        ("mathcodeinstruct", {"messages": [{"role": "user", "content": [{"type": "text"}]}]}, "type and content"),
        ("transcript", {"question": "q", "blocks": [{"type": "execution", "content": "1"}]}, "does not follow"),
    ],
)  # fmt: skip
def test_a_malformed_row_says_what_is_wrong(name: str, row: dict[str, Any], reason: str) -> None:
    with pytest.raises(RowError, match=reason):
        read_row(row, FORMATS[name])


def _row(number: int) -> dict[str, Any]:
    return {"problem": f"question {number}", "solution": rf"\boxed{{{number}}}"}


def test_rows_that_cannot_be_read_are_kept_with_line_and_reason(tmp_path: Path) -> None:
    source = tmp_path / "mixed.jsonl"
    lines = [json.dumps(_row(1)), '{"problem": "cut', json.dumps({"other": 1}), "", "[1]", json.dumps(_row(2))]
    source.write_bytes("\n".join(lines).encode() + b'\n{"problem": "\xff"}\n')
    report = import_files([source], tmp_path / "out.jsonl")
    assert (report.rows, report.transcripts, report.rejected) == (6, 2, 4)
    rejected = [json.loads(line) for line in (tmp_path / "out.rejected.jsonl").read_text().splitlines()]
    assert [r["line"] for r in rejected] == [2, 3, 5, 7]
    assert [r["row"] for r in rejected[:3]] == [lines[1], lines[2], lines[4]]
    assert "not JSON" in rejected[0]["reason"]
    assert "its keys are other" in rejected[1]["reason"]
    assert "not list" in rejected[2]["reason"]
    assert "not UTF-8" in rejected[3]["reason"]
    assert "line 2: not JSON" in report.text()


@pytest.mark.parametrize("form", ["list", "object", "jsonl.gz", "data"])
def test_lists_objects_and_compressed_files_are_read(form: str, tmp_path: Path) -> None:
    rows = [_row(1), _row(2)]
    path = tmp_path / ("a.jsonl.gz" if form == "jsonl.gz" else "a.json")
    if form == "jsonl.gz":
        path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    else:
        path.write_text(json.dumps({"list": rows, "object": rows[0], "data": {"data": rows}}[form], indent=1))
    assert import_files([path], tmp_path / "out.jsonl.gz").transcripts == (1 if form == "object" else 2)
    assert next(read_jsonl(tmp_path / "out.jsonl.gz")).question == "question 1"


def test_a_cut_off_gzip_file_loses_only_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    data = gzip.compress("".join(json.dumps(_row(n)) + "\n" for n in range(20_000)).encode())
    path.write_bytes(data[: len(data) // 2])
    report = import_files([path], tmp_path / "out.jsonl")
    assert report.transcripts > 1_000
    assert "damaged or cut off" in next(iter(report.reasons))


def test_notebooks_and_folders_are_imported(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    turn = Transcript("Three boxes hold 51.", SOLVED, "17", id="t1")
    (folder / "a.ipynb").write_text(json.dumps(to_notebook(turn)))
    (folder / "b.jsonl").write_text(json.dumps(_row(1)))
    (folder / "c.ipynb").write_text(json.dumps({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}))
    report = import_files([folder], tmp_path / "out.jsonl")
    assert report.formats == {"notebook": 1, "numina": 1}
    assert next(read_jsonl(tmp_path / "out.jsonl")) == turn
    assert "no question that MathCoder answered" in next(iter(report.reasons))


def test_ids_are_unique_and_the_origin_is_noted(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps(_row(n) | {"id": 7}) + "\n" for n in (1, 2)))
    import_files([source], tmp_path / "out.jsonl", licence="MIT")
    first, second = read_jsonl(tmp_path / "out.jsonl")
    assert (first.id, second.id) == ("7", "7#2")
    assert second.meta["imported"] == {"file": "a.jsonl", "line": 2, "format": "numina"}
    assert second.meta["license"] == "MIT"


def test_the_wrong_format_is_one_message_and_writes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(_row(1)))
    with pytest.raises(DataError, match=r"none of the 1 rows .* as tora"):
        import_files([source], tmp_path / "out.jsonl", "tora")
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]


@pytest.mark.parametrize(
    ("content", "message"), [(b"", "holds no rows"), (b"[1, ", "none of the 1 rows"), (None, "there is no file")]
)
def test_sources_with_nothing_in_them_are_refused(content: bytes | None, message: str, tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(DataError, match=message):
        import_files([source], tmp_path / "out.jsonl")


@pytest.fixture
def full_disk() -> Path:
    """A device on which every write fails as on a full disk."""
    path = Path("/dev/full")
    if not path.exists():
        pytest.skip("there is no /dev/full here")
    return path


def test_a_full_disk_is_one_message(full_disk: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(_row(1)))
    (tmp_path / ".out.jsonl.partial").symlink_to(full_disk)
    with pytest.raises(DataError, match=r"disk that holds .*out\.jsonl is full"):
        import_files([source], tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


class TestParquet:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (extra `finetune`)")
        parquet = pytest.importorskip("pyarrow.parquet")
        rows = [WRITERS["mathcodeinstruct"](f"What is 51/3, number {n}?", SOLVED) for n in range(3)]
        rows.append({"messages": []})
        parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "rows.parquet")
        return tmp_path / "rows.parquet"

    def test_nested_rows_are_read_as_their_json_would_be(self, file: Path, tmp_path: Path) -> None:
        lines = tmp_path / "rows.jsonl"
        rows = [WRITERS["mathcodeinstruct"](f"What is 51/3, number {n}?", SOLVED) for n in range(3)]
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
        report = import_files([file], tmp_path / "a.jsonl")
        import_files([lines], tmp_path / "b.jsonl")
        first, second = (list(read_jsonl(tmp_path / name)) for name in ("a.jsonl", "b.jsonl"))
        assert [(t.question, t.blocks, t.answer) for t in first] == [(t.question, t.blocks, t.answer) for t in second]
        assert (report.transcripts, report.rejected) == (3, 1)

    def test_a_folder_of_parquet_files_is_read(self, file: Path, tmp_path: Path) -> None:
        assert import_files([file.parent], tmp_path / "out" / "a.jsonl").transcripts == 3

    def test_a_damaged_file_is_named(self, file: Path, tmp_path: Path) -> None:
        file.write_bytes(file.read_bytes()[:-20])
        with pytest.raises(DataError, match=r"rows\.parquet cannot be read as Parquet"):
            import_files([file], tmp_path / "a.jsonl")


class TestDataSets:
    @pytest.fixture(autouse=True)
    def _library(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        datasets = pytest.importorskip("datasets", reason="hf: needs the library datasets (extra `finetune`)")
        monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")

    def test_what_the_library_loads_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "set").mkdir()
        rows = [WRITERS["mathcodeinstruct"](f"What is 51/3, number {n}?", SOLVED) for n in range(3)]
        for split in ("train", "test"):
            (tmp_path / "set" / f"{split}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
            rows.pop()
        name = f"hf:{tmp_path / 'set'}"
        assert import_files([Path(name)], tmp_path / "a.jsonl").transcripts == 3
        assert import_files([Path(f"{name}@test")], tmp_path / "b.jsonl").transcripts == 2

    def test_a_data_set_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match=r"hf:.*nowhere cannot be loaded"):
            import_files([Path(f"hf:{tmp_path}/nowhere")], tmp_path / "a.jsonl")
