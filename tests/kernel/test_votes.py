"""Votes as a student meets them: `%mathcoder vote`, a chart, and the winner's variables in the notebook."""

from __future__ import annotations

import pytest

from tests.kernel.starting import RunningKernel

pytestmark = pytest.mark.kernel


def test_the_votes_are_shown_and_the_winner_has_run_in_the_notebook(kernel: RunningKernel) -> None:
    asked = kernel.run("%%mathcoder --vote 5 --seed 1\nWhat is 12% of 50?")
    assert asked.reply["status"] == "ok"
    assert "█" in asked.shown
    assert "5 votes" in asked.shown
    assert "Answer: 6" in asked.shown
    ran = kernel.run(
        "[block.content for block in get_ipython().mathcoder.tutor.last.transcript.blocks if block.kind == 'execution']"
    )
    assert "6" in ran.value


def test_the_last_question_can_be_put_to_the_vote(kernel: RunningKernel) -> None:
    kernel.run("%mathcoder What is 12% of 50?")
    again = kernel.run("%mathcoder vote 3")
    assert "3 votes" in again.shown
    assert "Answer: 6" in again.shown


def test_the_same_seed_gives_the_same_chart(kernel: RunningKernel) -> None:
    question = "%mathcoder vote 4 --seed 5 --temperature 1.2 What is the sum of the first 10 even numbers?"
    first, second = (kernel.run(question) for _ in range(2))
    charts = [[d["text/plain"] for d in run.displays if "█" in d["text/plain"]] for run in (first, second)]
    assert charts[0] == charts[1] != []
