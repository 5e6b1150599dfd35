"""Packed rows as a person reads them: every token coloured by whether it is trained and by what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from finetune.data.pack import ROLES, Rows, role_weights
from finetune.data.tokenizer import TrainedVocabulary

_COLOURS = {"prompt": "36", "text": "32", "code": "33", "execution": "90", "end": "35", "flawed code": "31"}


def show_row(
    rows: Rows, row: int, vocabulary: TrainedVocabulary, *, colour: bool, execution_loss_weight: float = 0.0
) -> Iterator[str]:
    """Lines for one row: a document each. Without colours, untrained stretches stand in ⟦ ⟧."""
    weights = role_weights(execution_loss_weight)
    for number in range(1, int(rows.documents[row].max()) + 1):
        inside = rows.documents[row] == number
        tokens, roles = rows.tokens[row][inside], rows.roles[row][inside]
        borders = np.flatnonzero(np.diff(roles)) + 1
        line = f"— document {number}, {len(tokens)} tokens —\n"
        for part, kinds in zip(np.split(tokens, borders), np.split(roles, borders), strict=True):
            text = _readable(part, vocabulary)
            if colour:
                line += f"\x1b[{_COLOURS[ROLES[kinds[0]]]}m{text}\x1b[0m"
            else:
                line += text if weights[kinds[0]] else f"⟦{text}⟧"
        yield line


def legend(*, colour: bool, execution_loss_weight: float = 0.0) -> str:
    """What the colours mean."""
    weights = role_weights(execution_loss_weight)
    names = [
        (f"\x1b[{code}m{role}\x1b[0m" if colour else role) + ("" if weights[ROLES.index(role)] else " (not trained)")
        for role, code in _COLOURS.items()
    ]
    return ", ".join(names)


def summary(rows: Rows) -> Iterator[str]:
    """Counts of a row folder."""
    facts: Any = rows.facts
    yield (
        f"{facts['rows']:,} rows of {facts['row_tokens']} tokens, {facts['documents']:,} examples, "
        f"{100 * facts['real_token_share']:.1f} % real tokens; {facts['too_long']} examples were too long"
        + (f", {facts['empty']} had no text or code" if facts.get("empty") else "")
    )
    lengths = document_lengths(rows)
    p50, p90, p99 = (int(q) for q in np.percentile(lengths, (50, 90, 99)))
    yield (
        f"  tokens an example: {p50:,} in the median, {p90:,} at 90 %, {p99:,} at 99 %, {lengths.max():,} at most; "
        f"{len(lengths) / len(rows):.1f} examples a row"
    )
    unpacked = lengths.mean() / facts["row_tokens"]
    yield f"  packing: {facts['real_token_share']:.1%} of all positions are real tokens; {unpacked:.1%} with a row each"
    total = facts["tokens"]
    for role, count in facts["tokens_by_role"].items():
        if role != "padding" and count:
            yield f"  {role:12} {count:12,} tokens  {100 * count / total:5.1f} %"


def document_lengths(rows: Rows) -> npt.NDArray[np.int64]:
    """Tokens of every packed example."""
    most = 256  # documents are numbered in a uint8, 0 is padding
    numbers = np.asarray(rows.documents, np.int64) + most * np.arange(len(rows))[:, None]
    counts = np.bincount(numbers.ravel(), minlength=most * len(rows)).reshape(len(rows), most)[:, 1:]
    return counts[counts > 0]


def _readable(tokens: Any, vocabulary: TrainedVocabulary) -> str:
    pieces = (vocabulary.piece(int(token)) for token in tokens)
    return b"".join(p.encode() if isinstance(p, str) else p for p in pieces).decode("utf-8", "replace")
