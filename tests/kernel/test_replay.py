"""Transcripts replayed block by block with the shell executor in a real MathCoder kernel."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathcoder_kernel.execution.protocol import Limits
from mathcoder_kernel.execution.replay import main, replay_in_kernel, select
from mathcoder_kernel.lce.transcript import read_jsonl
from tests.unit.execution.test_replay import OWN, own_corpus

pytestmark = [pytest.mark.kernel, pytest.mark.timeout(300)]


def test_the_own_corpus_comes_out_as_recorded_in_the_kernel() -> None:
    report = replay_in_kernel(own_corpus(), Limits(feedback_chars=100_000))
    assert report.differences == [], report.text()
    assert report.records_as_recorded == report.records >= 30


@pytest.mark.slow
def test_recorded_transcripts_come_out_as_recorded_in_the_kernel(recorded_path: Path) -> None:
    report = replay_in_kernel(
        select(read_jsonl(recorded_path), 150, seed=2), Limits(seconds=20, feedback_chars=100_000)
    )
    print(report.text())
    assert report.block_share >= 0.99
    assert report.record_share >= 0.98


def test_a_kernel_that_dies_costs_its_record_only(tmp_path: Path) -> None:
    lines = [
        '{"schema": 1, "question": "q", "blocks": [{"type": "code", "content": "import os; os._exit(1)"}, '
        '{"type": "execution", "content": "1"}]}',
        '{"schema": 1, "question": "q", "blocks": [{"type": "code", "content": "1 + 1"}, '
        '{"type": "execution", "content": "2"}]}',
    ]
    path = tmp_path / "dies.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    report = replay_in_kernel(read_jsonl(path), Limits(seconds=1))
    assert (report.records, report.records_as_recorded) == (2, 1)


def test_the_command_prints_the_shares_and_the_failures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(OWN), "--first", "2", "--kernel"]) == 0
    assert "records as recorded: 2 of 2 (100.00%)" in capsys.readouterr().out
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(
        '{"schema": 1, "id": "w", "question": "q", "blocks": [{"type": "code", "content": "1 + 1"}, '
        '{"type": "execution", "content": "3"}]}'
    )
    assert main([str(wrong)]) == 1
    printed = capsys.readouterr().out
    assert "w, code block 0" in printed
    assert "'3'" in printed
