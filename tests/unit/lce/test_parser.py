"""The streaming parser: typed blocks as pieces arrive, whatever the model does to its markers."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.lce import transcript as lce
from mathcoder_kernel.lce.dialect import Marker, MathCoderDialect, Piece
from mathcoder_kernel.lce.parser import BlockParser, Closed, Delta, Invented, MessageEnded, Opened, ParserEvent
from mathcoder_kernel.lce.transcript import Block, BlockKind

D = MathCoderDialect


def parse(pieces: Iterable[Piece]) -> list[ParserEvent]:
    parser = BlockParser()
    events = [event for piece in pieces for event in parser.feed(piece)]
    return events + list(parser.finish())


def blocks(pieces: Iterable[Piece]) -> list[Block]:
    return [event.block for event in parse(pieces) if isinstance(event, Closed)]


def test_blocks_arrive_as_typed_events_in_order() -> None:
    assert parse([D.TEXT, "Let ", "n", D.END_BLOCK, D.CODE, "n = 1", D.END_BLOCK, D.END_MESSAGE]) == [
        Opened(BlockKind.TEXT),
        Delta("Let "),
        Delta("n"),
        Closed(lce.text("Let n")),
        Opened(BlockKind.CODE),
        Delta("n = 1"),
        Closed(lce.code("n = 1")),
        MessageEnded(),
    ]


def test_text_without_an_opening_marker_is_a_text_block() -> None:
    assert blocks(["hello", D.END_BLOCK]) == [lce.text("hello")]


def test_white_space_between_blocks_is_no_block() -> None:
    assert blocks([D.TEXT, "a", D.END_BLOCK, "\n", D.CODE, "b", D.END_BLOCK]) == [lce.text("a"), lce.code("b")]


def test_an_opening_marker_inside_a_block_closes_it_first() -> None:
    events = parse([D.TEXT, "plan", D.CODE, "2+2", D.END_BLOCK])
    assert Closed(lce.text("plan"), repaired=True) in events
    assert Closed(lce.code("2+2")) in events


def test_an_end_without_a_block_and_an_empty_block_are_dropped() -> None:
    assert parse([D.END_BLOCK, D.TEXT, D.END_BLOCK, D.TEXT, "", D.END_BLOCK]) == []


def test_the_end_of_the_message_closes_an_open_block() -> None:
    assert parse([D.TEXT, "done", D.END_MESSAGE, D.TEXT, "more"]) == [
        Opened(BlockKind.TEXT),
        Delta("done"),
        Closed(lce.text("done"), repaired=True),
        MessageEnded(),
    ]


def test_an_execution_result_written_by_the_model_is_no_block() -> None:
    events = parse([D.CODE, "1+1", D.END_BLOCK, D.EXECUTION, "3", D.END_BLOCK, D.TEXT, "so 3", D.END_BLOCK])
    assert Invented("3") in events
    assert [event.block for event in events if isinstance(event, Closed)] == [lce.code("1+1"), lce.text("so 3")]


def test_a_marker_that_only_the_host_writes_ends_the_message() -> None:
    assert parse([D.TEXT, "a", D.END_BLOCK, D.USER, D.TEXT, "next question"])[-1] == MessageEnded()


def test_an_unfinished_block_is_kept_and_marked_as_repaired() -> None:
    assert parse([D.CODE, "while"])[-1] == Closed(lce.code("while"), repaired=True)


def test_the_open_block_is_visible_while_it_is_written() -> None:
    parser = BlockParser()
    assert parser.open_block is None
    for piece in (D.TEXT, "so f", "ar"):
        list(parser.feed(piece))
    assert parser.open_block == lce.text("so far")


@given(st.lists(st.one_of(st.text(max_size=5), st.sampled_from([Marker(name) for name in D.markers])), max_size=30))
def test_no_sequence_of_pieces_breaks_the_parser(pieces: list[Piece]) -> None:
    events = parse(pieces)
    opened = sum(isinstance(event, Opened) for event in events)
    assert opened == sum(isinstance(event, Closed) for event in events)
    streamed = "".join(event.text for event in events if isinstance(event, Delta))
    assert streamed == "".join(event.block.content for event in events if isinstance(event, Closed))
    assert sum(isinstance(event, MessageEnded) for event in events) <= 1
