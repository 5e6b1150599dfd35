"""Examples become rows of fixed length: token ids, the role of every token, and which document it belongs to.

Ids and roles are built together, span by span, from the dialect, so they cannot drift apart. Documents are placed
best-fit and never attend to one another. A row folder holds `tokens.npy` (uint16; uint32 for vocabularies of more than
65,536 tokens), `roles.npy` and `documents.npy` (uint8; 0 is padding) and `rows.json`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from finetune.data.tokenizer import TrainedVocabulary
from mathcoder_kernel.lce.dialect import Dialect
from mathcoder_kernel.lce.transcript import BlockKind, ExecutionStatus, Transcript
from mathcoder_kernel.lce.typed_maths import normalise_question
from mathcoder_kernel.lce.vocabulary import Vocabulary, to_ids

ROLES = ("padding", "prompt", "text", "code", "execution", "end", "flawed code")
"""What a token is; its index is stored."""

_ROLE = {name: index for index, name in enumerate(ROLES)}


class PackError(ValueError):
    """Data that cannot be packed or read; the message says what to do."""


def role_weights(execution_loss_weight: float = 0.0) -> npt.NDArray[np.float32]:
    """Loss weight of each role: 1 where the model writes, 0 for prompts, failing code and (by default) executions."""
    weights = {"text": 1.0, "code": 1.0, "end": 1.0, "execution": execution_loss_weight}
    return np.array([weights.get(role, 0.0) for role in ROLES], np.float32)


def encode(transcript: Transcript, dialect: Dialect, vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """Ids and roles of one example, the question written as the solver hands it to the model.

    Code that failed and that a repair follows has the role `flawed code`.
    """
    transcript = replace(transcript, question=normalise_question(transcript.question))
    ids: list[int] = []
    roles: list[int] = []
    flawed = iter(_flawed(transcript))
    for span in dialect.encode(transcript):
        new = to_ids(span.pieces, vocabulary)
        role = "flawed code" if span.role == "code" and next(flawed) else span.role
        ids += new
        roles += [_ROLE[role]] * len(new)
    return ids, roles


def _flawed(transcript: Transcript) -> list[bool]:
    """For each code block: whether it failed and another one follows."""
    blocks = transcript.blocks
    codes = [i for i, block in enumerate(blocks) if block.kind is BlockKind.CODE]
    failed = {i - 1 for i, block in enumerate(blocks) if block.status not in (None, ExecutionStatus.OK)}
    return [i in failed and i != codes[-1] for i in codes]


@dataclass(frozen=True)
class Rows:
    """Packed rows, memory-mapped. `facts` is what `rows.json` holds."""

    tokens: npt.NDArray[np.uint16 | np.uint32]
    roles: npt.NDArray[np.uint8]
    documents: npt.NDArray[np.uint8]
    facts: Mapping[str, Any]

    def __len__(self) -> int:
        return len(self.tokens)

    @classmethod
    def load(cls, folder: Path) -> Rows:
        """Open a row folder; PackError if it is missing or incomplete."""
        try:
            facts = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
            tokens, roles, documents = (
                np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("tokens", "roles", "documents")
            )
        except (OSError, ValueError) as error:
            raise PackError(
                f"no packed rows in {folder} ({error}): run `mathcoder-finetune data pack` first"
            ) from error
        return cls(tokens, roles, documents, facts)


def pack(
    documents: Sequence[tuple[list[int], list[int]]], row_tokens: int, vocabulary: int = 65_536, most: int = 255
) -> tuple[npt.NDArray[np.uint16 | np.uint32], npt.NDArray[np.uint8], npt.NDArray[np.uint8], int]:
    """Best-fit decreasing: tokens, roles and document numbers (from 1) of each row, and how many were too long.

    A row holds at most `most` documents; 255 is all that a uint8 can number.
    """
    fitting = sorted(
        (i for i in range(len(documents)) if len(documents[i][0]) <= row_tokens), key=lambda i: -len(documents[i][0])
    )
    with_space: list[list[int]] = [[] for _ in range(row_tokens + 1)]
    rows: list[list[int]] = []
    for i in fitting:
        length = len(documents[i][0])
        for space in range(length, row_tokens + 1):
            if with_space[space]:
                row = with_space[space].pop()
                break
        else:
            row, space = len(rows), row_tokens
            rows.append([])
        rows[row].append(i)
        if len(rows[row]) < most:
            with_space[space - length].append(row)
    tokens = np.zeros((len(rows), row_tokens), np.uint16 if vocabulary <= 65_536 else np.uint32)
    roles = np.zeros((len(rows), row_tokens), np.uint8)
    numbers = np.zeros((len(rows), row_tokens), np.uint8)
    for row, members in enumerate(rows):
        at = 0
        for number, i in enumerate(members, start=1):
            ids, kinds = documents[i]
            here = slice(at, at + len(ids))
            tokens[row, here], roles[row, here], numbers[row, here] = ids, kinds, number
            at += len(ids)
    return tokens, roles, numbers, len(documents) - len(fitting)


def write_rows(
    folder: Path,
    transcripts: Iterable[Transcript],
    dialect: Dialect,
    vocabulary: TrainedVocabulary,
    row_tokens: int,
    most: int = 255,
) -> dict[str, Any]:
    """Encode, pack (at most `most` examples to a row) and save; returns the facts (counts, packing efficiency, hash of
    the examples). Examples without text or code would teach to say nothing: they are left out and counted.

    Raises PackError where nothing is left to train on.
    """
    documents: list[tuple[list[int], list[int]]] = []
    digest = hashlib.sha256()
    topics: Counter[str] = Counter()  # of what is packed, as most_blocks
    most_blocks = read = 0
    for transcript in transcripts:
        read += 1
        digest.update(json.dumps(transcript.to_json(), sort_keys=True, ensure_ascii=False).encode())
        ids, roles = encode(transcript, dialect, vocabulary)
        if not {_ROLE["text"], _ROLE["code"]} & set(roles):
            continue
        documents.append((ids, roles))
        if len(ids) <= row_tokens:
            topics[str(transcript.meta.get("topic", "unknown"))] += 1
            most_blocks = max(most_blocks, len(transcript.of_kind(BlockKind.CODE)))
    if not documents:
        raise PackError(
            f"no token of these examples would be trained: there is no text or code in them ({read:,} read)"
            if read
            else "there are no examples: the file is empty"
        )
    tokens, kinds, numbers, too_long = pack(documents, row_tokens, vocabulary.size, most)
    if not len(tokens):
        raise PackError(f"no example fits into {row_tokens} tokens ({read:,} examples read)")
    by_role = np.bincount(kinds.ravel(), minlength=len(ROLES))
    facts = {
        "rows": len(tokens),
        "row_tokens": row_tokens,
        "documents": len(documents) - too_long,
        "too_long": too_long,
        "empty": read - len(documents),
        "tokens": int(by_role[1:].sum()),
        "real_token_share": round(float(by_role[1:].sum() / tokens.size), 4),
        "tokens_by_role": {role: int(count) for role, count in zip(ROLES, by_role, strict=True)},
        "dialect": dialect.name,
        "vocabulary": vocabulary.size,
        "max_blocks": most_blocks,
        "topics": dict(sorted(topics.items())),
        "sha256": digest.hexdigest(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in (("tokens", tokens), ("roles", kinds), ("documents", numbers)):
        np.save(folder / f"{name}.npy", array)
    (folder / "rows.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    return facts
