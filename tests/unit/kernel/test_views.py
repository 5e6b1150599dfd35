"""Views: what a person sees of the events of a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from mathcoder_kernel.engine.protocol import ModelFacts
from mathcoder_kernel.execution.protocol import ExecutionResult, Verdict
from mathcoder_kernel.kernel import views
from mathcoder_kernel.kernel.views import PlainView, RichView, choose_view
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus, Transcript, code, text
from mathcoder_kernel.solver.events import (
    AnswerFound,
    BlockFinished,
    BlockStarted,
    Check,
    Count,
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

FACTS = ModelFacts("tiny", "tiny.gguf", "0" * 64, "mathcoder", 512, 4_000_000, 5_000_000, "Q8_0")
TRANSCRIPT = Transcript("2 + 2?")
STATS = Stats(generated_tokens=100, generate_seconds=0.5, code_blocks=1, seconds=1.25)

TURN: tuple[Event, ...] = (
    TurnStarted("t", "2 + 2?", FACTS),
    BlockStarted(0, BlockKind.TEXT),
    TextDelta(0, "We "),
    TextDelta(0, "add \\(2 < 4\\)."),
    BlockFinished(0, text("We add \\(2 < 4\\).")),
    BlockStarted(1, BlockKind.CODE),
    TextDelta(1, "x = 2\nx + 2"),
    BlockFinished(1, code("x = 2\nx + 2")),
    ExecutionStarted(1, "x = 2\nx + 2"),
    ExecutionFinished(1, ExecutionResult(ExecutionStatus.OK, "4")),
    AnswerFound("4", Check(True, "exact arithmetic")),
    TurnFinished(TRANSCRIPT, STATS),
)


class Frontend:
    """Keeps what is shown under each display id, in order, and every message."""

    def __init__(self) -> None:
        self.shown: dict[str, Mapping[str, str]] = {}
        self.messages: list[tuple[str, bool]] = []

    def publish(self, bundle: Mapping[str, str], name: str, update: bool) -> None:
        assert update == (name in self.shown)
        self.shown[name] = bundle
        self.messages.append((bundle["text/plain"], update))

    def plain(self) -> list[str]:
        return [bundle["text/plain"] for bundle in self.shown.values() if bundle["text/plain"]]

    def markdown(self) -> list[str]:
        return [bundle["text/markdown"] for bundle in self.shown.values() if bundle["text/markdown"]]


def _rich(*events: Event) -> Frontend:
    frontend = Frontend()

    async def play() -> None:
        view = RichView(frontend.publish)
        view.start()
        for event in events:
            view.handle(event)
        view.close()

    asyncio.run(play())
    return frontend


def _plain(*events: Event, colours: bool = False) -> str:
    written: list[str] = []

    async def play() -> None:
        view = PlainView(written.append, colours=colours)
        view.start()
        for event in events:
            view.handle(event)
        view.close()

    asyncio.run(play())
    return "".join(written)


# -- rich --------------------------------------------------------------------------------------------------------------


def test_a_turn_is_words_code_answer_and_a_quiet_summary() -> None:
    assert _rich(*TURN).markdown() == [
        "We add $2 \\lt 4$.",
        "```python\nx = 2\nx + 2\n```",
        "$$\\large\\boxed{\\,4\\,}$$\n\n✓ *checked by exact arithmetic*",
        "<small>tiny · 200 tokens/s · 1 code block run · 1.2 s</small>",
    ]


def test_everything_has_a_form_without_html() -> None:
    assert _rich(*TURN).plain() == [
        "We add \\(2 < 4\\).",
        "    x = 2\n    x + 2",
        "Answer: 4   (checked by exact arithmetic)",
        "tiny · 200 tokens/s · 1 code block run · 1.2 s",
    ]


def test_updates_are_limited_and_the_last_words_are_never_lost() -> None:
    words = [TextDelta(0, f"{number} ") for number in range(1000)]
    whole = "".join(word.text for word in words)
    frontend = _rich(TURN[0], BlockStarted(0, BlockKind.TEXT), *words, BlockFinished(0, text(whole)))
    assert frontend.plain() == [whole.strip()]
    assert len(frontend.messages) < 100


def test_words_are_shown_when_the_model_pauses() -> None:
    frontend = Frontend()

    async def play() -> None:
        view = RichView(frontend.publish)
        view.handle(BlockStarted(0, BlockKind.TEXT))
        view.handle(TextDelta(0, "one "))
        view.handle(TextDelta(0, "two"))
        for _ in range(200):
            if frontend.plain() == ["one two"]:
                break
            await asyncio.sleep(0.01)
        view.close()

    asyncio.run(play())
    assert frontend.plain() == ["one two"]


def test_a_sign_of_life_is_replaced_by_what_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SILENCE_SECONDS", 0.0)
    frontend = Frontend()

    async def play() -> None:
        view = RichView(frontend.publish)
        view.start()
        await asyncio.sleep(0.05)
        assert frontend.plain() == [views.LOADING]
        view.handle(TURN[0])
        assert frontend.plain() == [views.THINKING]
        for event in TURN[1:5]:
            view.handle(event)
        assert frontend.plain() == ["We add \\(2 < 4\\)."]
        await asyncio.sleep(0.05)
        assert frontend.plain()[1:] == [views.THINKING]
        view.close()

    asyncio.run(play())
    assert frontend.plain() == ["We add \\(2 < 4\\)."]


def test_a_refused_block_is_shown_with_the_reason_and_how_to_run_it() -> None:
    refused = ExecutionRefused(1, "x", Verdict(False, ("it opens a file",)))
    frontend = _rich(*TURN[:8], refused, TurnFinished(TRANSCRIPT, STATS, "The code above was not run."))
    assert "not run: it opens a file" in frontend.plain()[2]
    assert "%mathcoder config run auto" in frontend.plain()[2]
    assert frontend.plain()[3] == "The code above was not run."


def test_a_failed_turn_keeps_what_was_written_and_says_why() -> None:
    failed = TurnFailed(TRANSCRIPT, STATS, "The engine was stopped <here>.")
    frontend = _rich(*TURN[:3], failed)
    assert frontend.plain() == ["We", "The engine was stopped <here>."]
    assert "<here>" not in frontend.markdown()[1]


def test_a_stopped_turn_keeps_what_was_written() -> None:
    assert _rich(*TURN[:4], TurnStopped(TRANSCRIPT, STATS)).plain() == ["We add \\(2 < 4\\)."]


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (Check(None), "not checked"),
        (Check(None, detail="the answer is in words"), "not checked: the answer is in words"),
        (Check(False, "substituting back", "it gives 5"), "check failed: it gives 5"),
    ],
)
def test_answers_say_whether_they_were_checked(check: Check, said: str) -> None:
    assert _rich(AnswerFound(r"\frac{1}{2}", check)).plain() == [f"Answer: 1/2   ({said})"]
    assert _plain(AnswerFound(r"\frac{1}{2}", check)) == f"Answer: 1/2   ({said})\n"


# -- plain -------------------------------------------------------------------------------------------------------------


def test_plain_text_streams_in_order() -> None:
    assert _plain(*TURN) == (
        "We add \\(2 < 4\\).\n"
        "    x = 2\n    x + 2\n"
        "Answer: 4   (checked by exact arithmetic)\n"
        "tiny · 200 tokens/s · 1 code block run · 1.2 s\n"
    )


def test_plain_text_has_colours_only_where_asked() -> None:
    assert "\x1b[" not in _plain(*TURN)
    assert "\x1b[36m" in _plain(*TURN, colours=True)


def test_a_models_escape_sequences_reach_no_terminal() -> None:
    hostile = (
        BlockStarted(0, BlockKind.TEXT),
        TextDelta(0, "\x1b[2Jgone\x07"),
        BlockFinished(0, text("\x1b[2Jgone\x07")),
    )
    assert _plain(*hostile) == "[2Jgone\n"


# -- which view --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "cell_id", "allow_stdin", "kind"),
    [
        ("auto", "a cell", True, "rich"),  # JupyterLab, Notebook, VS Code
        ("auto", None, False, "rich"),  # nbclient, nbconvert
        ("auto", None, True, "plain"),  # jupyter console
        ("plain", "a cell", True, "plain"),
        ("rich", None, True, "rich"),
    ],
)
def test_the_view_follows_the_request_and_the_setting(
    setting: str, cell_id: str | None, allow_stdin: bool, kind: str
) -> None:
    assert choose_view(setting, cell_id=cell_id, allow_stdin=allow_stdin) == kind


COUNTED = VotesCounted((Count("15/4", 5), Count("4", 1)), votes=8, missing=1, without=1, over=True)


def test_a_vote_is_a_chart_in_words_and_as_a_table() -> None:
    shown = views.chart(COUNTED)
    assert shown["text/plain"].splitlines() == [
        "15/4  ████████      5",
        "4     ██            1",
        "(8 votes, 1 without an answer, 1 no longer needed)",
    ]
    assert "| 15/4 | ████████ | 5 |" in shown["text/markdown"]


def test_an_answer_cannot_break_out_of_the_chart() -> None:
    shown = views.chart(VotesCounted((Count("a|b <script>\n| x |", 1),), 2, 1, 0, False))
    assert "<script" not in shown["text/markdown"]
    assert shown["text/markdown"].splitlines()[2].count("|") - shown["text/markdown"].splitlines()[2].count("\\|") == 4


async def test_the_chart_is_updated_in_its_place() -> None:
    frontend = Frontend()
    view = RichView(frontend.publish)
    view.start()
    for event in (
        TURN[0],
        VotesCounted((), 8, 8, 0, False),
        VotesCounted((Count("15/4", 1),), 8, 7, 0, False),
        COUNTED,
        *TURN[1:],
    ):
        view.handle(event)
    view.close()
    charts = [bundle for bundle in frontend.shown.values() if "votes" in bundle["text/plain"]]
    assert charts == [views.chart(COUNTED)]


def test_a_withdrawn_vote_shows_both_results() -> None:
    lines: list[str] = []
    PlainView(lines.append).handle(VoteWithdrawn(1, "5", "6"))
    assert "6 instead of 5" in lines[0]
