"""The streaming parser of the dialects in plain text.

It reads a message as it is written. What may become the beginning of code, or its end, is held back until it is clear;
everything else is passed on at once. Nothing a model writes makes it fail: other spellings of an opening fence are
read, a missing end is repaired, white space between blocks is no block.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from mathcoder_kernel.lce.parser_events import Closed, Delta, MessageEnded, Opened, ParserEvent
from mathcoder_kernel.lce.pieces import Piece
from mathcoder_kernel.lce.text_dialect import TextDialect
from mathcoder_kernel.lce.transcript import Block, BlockKind


class TextBlockParser:
    """Parses what a model writes in one message of a `TextDialect`, a piece at a time; any marker ends the message."""

    def __init__(self, dialect: TextDialect) -> None:
        form = dialect.form
        self._close = form.code_close
        self._text_end = form.text_close.rstrip("\n")  # what may stand after the last words: "\n</p>"
        plain = (form.code_open, *(opener.lstrip("\n") for opener in form.openers))
        self._at_start = tuple(dict.fromkeys(f"{absent}{code}" for code in plain for absent in ("", form.no_text)))
        in_text = (f"{end}{code}" for code in plain for end in dict.fromkeys((form.text_close, "\n")))
        self._in_text = tuple(sorted(dict.fromkeys(in_text), key=len, reverse=True))
        self._lead, self._join = form.lead, "\n"
        self._held = ""  # not yet given to a block
        self._kind: BlockKind | None = None
        self._content: list[str] = []
        self._skip = form.lead  # what may stand before the next block and is no part of it
        self.ended = False
        self.written = ""  # by the model after the last character of its last code

    def feed(self, piece: Piece) -> Iterator[ParserEvent]:
        """Events of one more piece; nothing more comes after `MessageEnded`, until `resume`."""
        if self.ended:
            return
        if isinstance(piece, str):
            self._held += piece
            yield from self._advance()
        else:
            yield from self._finish(repaired=self._kind is BlockKind.CODE)
            self.ended = True
            yield MessageEnded()

    def finish(self) -> Iterator[ParserEvent]:
        """Close what is open, after the last piece of a turn (limit reached, stopped, engine lost)."""
        if not self.ended:
            yield from self._finish(repaired=True)

    def stopped(self) -> Iterator[ParserEvent]:
        """The model wrote one of the dialect's stop texts, which is not fed: what is open ends here."""
        if not self.ended:
            yield from self._finish(repaired=False)

    def resume(self) -> None:
        """The host wrote a result: the message goes on, or the model's next one begins."""
        self.ended = False
        self._held = self.written = ""
        self._skip = ""

    @property
    def open_block(self) -> Block | None:
        """The block being written, as far as it goes; None between blocks."""
        if self._kind is None:
            return None
        return Block(self._kind, "".join(self._content) + ("" if self._kind is BlockKind.CODE else self._held))

    # -- what is held back

    def _advance(self) -> Iterator[ParserEvent]:
        progress = True
        while progress:
            if self._kind is BlockKind.CODE:
                progress = yield from self._code()
            elif self._kind is BlockKind.TEXT:
                progress = yield from self._text()
            else:
                progress = yield from self._between()

    def _between(self) -> Generator[ParserEvent, None, bool]:
        """Before a block: code begins, or words do, or it is not clear yet."""
        held = self._held
        if self._skip:
            if held.startswith(self._skip):
                held = self._held = held[len(self._skip) :]
                if self.written:
                    self.written += self._skip
                self._skip = ""
            elif not self._skip.startswith(held):
                self._skip = ""
            else:
                return False
        space = len(held) - len(held.lstrip())
        for opener in self._at_start:
            if held.startswith(opener, space):
                self._held = held[space + len(opener) :]
                self._open(BlockKind.CODE)
                yield Opened(BlockKind.CODE)
                return True
        rest = held[space:]
        if not rest or any(opener.startswith(rest) for opener in self._at_start):
            return False
        self._open(BlockKind.TEXT)
        yield Opened(BlockKind.TEXT)
        return True

    def _text(self) -> Generator[ParserEvent, None, bool]:
        held = self._held
        places = [(held.find(opener), opener) for opener in self._in_text if opener in held]
        if places:
            place, opener = min(places, key=lambda entry: (entry[0], -len(entry[1])))
            yield from self._give(held[:place])
            yield from self._end()
            self._held = held[place + len(opener) :]
            self._open(BlockKind.CODE)
            yield Opened(BlockKind.CODE)
            return True
        keep = _may_begin(held, self._in_text)
        yield from self._give(held[:keep])
        self._held = held[keep:]
        return False

    def _code(self) -> Generator[ParserEvent, None, bool]:
        held, close = self._held, self._close
        start = 0
        if not self._content and held.startswith(close[1:]):  # no code at all between the fences
            held = "\n" + held
        while (place := held.find(close, start)) >= 0:
            after = held[place + len(close) :]
            ending = after.lstrip(" \t\r")
            if not ending:  # the line may go on
                yield from self._give(held[:place])
                self._held = held[place:]
                return False
            if ending[0] == "\n":
                yield from self._give(held[:place])
                yield from self._end()
                self.written = close
                self._held = after
                self._skip = self._join
                return True
            start = place + 1
        keep = 0 if not self._content and close[1:].startswith(held) else _may_begin(held, (close,))
        if start:
            keep = max(keep, start)
        yield from self._give(held[:keep])
        self._held = held[keep:]
        return False

    # -- blocks

    def _open(self, kind: BlockKind) -> None:
        self._kind, self._content, self._skip, self.written = kind, [], "", ""

    def _give(self, text: str) -> Iterator[ParserEvent]:
        if text:
            self._content.append(text)
            yield Delta(text)

    def _end(self, *, repaired: bool = False) -> Iterator[ParserEvent]:
        content, kind = "".join(self._content), self._kind
        self._kind, self._content = None, []
        assert kind is not None
        yield Closed(Block(kind, content), repaired)

    def _finish(self, *, repaired: bool) -> Iterator[ParserEvent]:
        """The message ends, or stops: what is held back belongs to the open block, unless it is a part of its end."""
        held, self._held = self._held, ""
        if self._kind is BlockKind.TEXT:
            if self._text_end and held.rstrip() == self._text_end:
                held = ""
            yield from self._give(held)
            yield from self._end(repaired=repaired)
        elif self._kind is BlockKind.CODE:
            shown = held.rstrip(" \t\r\n") if held.rstrip() and self._close.endswith(held.rstrip()) else held
            if held.rstrip() and ("\n" + shown.lstrip("\n")) == self._close:
                self.written, held, repaired = held, "", False
            elif self._close.startswith(held):
                self.written, held = held, ""
            yield from self._give(held)
            yield from self._end(repaired=repaired)
        else:
            self.written += held


def _may_begin(text: str, borders: tuple[str, ...]) -> int:
    """Where the longest end of `text` starts that one of `borders` may begin with; `len(text)` if there is none."""
    longest = max(map(len, borders)) - 1
    for start in range(max(0, len(text) - longest), len(text)):
        rest = text[start:]
        if any(border.startswith(rest) for border in borders):
            return start
    return len(text)
