"""Pieces to token ids and back, over any tokenizer that offers three things."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import Protocol

from mathcoder_kernel.lce.dialect import Marker, Piece


class Vocabulary(Protocol):
    """What a tokenizer must offer. Text is tokenised with special parsing off and no token added around it."""

    def encode_text(self, text: str) -> list[int]:
        """Ids of plain text; a marker's text inside it stays plain text."""
        ...

    def marker_id(self, name: str) -> int:
        """The single id of a marker; KeyError if the vocabulary lacks it."""
        ...

    def piece(self, token: int) -> bytes | str:
        """The bytes of a plain token, or the name (str) of a marker."""
        ...


def to_ids(pieces: Iterable[Piece], vocabulary: Vocabulary) -> list[int]:
    """Token ids of pieces, each piece tokenised on its own."""
    ids: list[int] = []
    for piece in pieces:
        if isinstance(piece, Marker):
            ids.append(vocabulary.marker_id(piece.name))
        else:
            ids += vocabulary.encode_text(piece)
    return ids


def to_pieces(ids: Iterable[int], vocabulary: Vocabulary) -> Iterator[Piece]:
    """Pieces of token ids, runs of text joined; bytes that are no UTF-8 become U+FFFD."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pending = ""
    for token in ids:
        piece = vocabulary.piece(token)
        if isinstance(piece, bytes):
            pending += decoder.decode(piece)
            continue
        pending += decoder.decode(b"", final=True)
        decoder.reset()
        if pending:
            yield pending
        pending = ""
        yield Marker(piece)
    pending += decoder.decode(b"", final=True)
    if pending:
        yield pending
