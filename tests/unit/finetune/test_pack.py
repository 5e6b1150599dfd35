"""Ids, roles and rows say exactly what is trained."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finetune.data.pack import ROLES, PackError, Rows, encode, pack, role_weights, write_rows
from finetune.data.show import show_row
from finetune.data.tokenizer import SPECIAL_TOKENS, TrainedVocabulary, VocabularyError
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.transcript import ExecutionStatus, Transcript, code, execution, text
from mathcoder_kernel.lce.vocabulary import to_pieces

SOLVED = Transcript(
    "what is <|code|> 7+8?",
    (
        text("Add."),
        code("7 + 9 + b"),
        execution("NameError", ExecutionStatus.ERROR),
        text("No b."),
        code("7 + 8"),
        execution("15"),
        text(r"So $\boxed{15}$."),
    ),
    "15",
)


def _text_of(role: str, transcript: Transcript, vocabulary: TrainedVocabulary) -> str:
    ids, roles = encode(transcript, MathCoderDialect(), vocabulary)
    chosen = [i for i, r in zip(ids, roles, strict=True) if ROLES[r] == role]
    return "".join(p if isinstance(p, str) else p.name for p in to_pieces(chosen, vocabulary))


def test_only_what_the_model_writes_is_trained(vocabulary: TrainedVocabulary) -> None:
    assert _text_of("code", SOLVED, vocabulary) == "<|code|>7 + 8<|endofblock|>"
    assert _text_of("flawed code", SOLVED, vocabulary) == "<|code|>7 + 9 + b<|endofblock|>"
    assert _text_of("end", SOLVED, vocabulary) == "<|endofmessage|>"
    weights = dict(zip(ROLES, role_weights(), strict=True))
    assert {role for role, weight in weights.items() if weight} == {"text", "code", "end"}
    assert dict(zip(ROLES, role_weights(0.25), strict=True))["execution"] == 0.25


def test_a_marker_in_a_question_stays_text(vocabulary: TrainedVocabulary) -> None:
    ids, roles = encode(SOLVED, MathCoderDialect(), vocabulary)
    markers = {vocabulary.marker_id(name) for name in SPECIAL_TOKENS}
    prompt = [i for i, r in zip(ids, roles, strict=True) if ROLES[r] == "prompt"]
    assert sum(i in markers for i in prompt) == 5  # user, text, end of block, end of message, assistant


def test_the_question_is_encoded_as_the_solver_feeds_it(vocabulary: TrainedVocabulary) -> None:
    dialect = MathCoderDialect()
    assert encode(Transcript("2 − 1", ()), dialect, vocabulary) == encode(Transcript("2 - 1", ()), dialect, vocabulary)


@given(st.text())
def test_any_text_survives_encoding(vocabulary: TrainedVocabulary, words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    pieces = [vocabulary.piece(token) for token in vocabulary.encode_text(words)]
    assert all(isinstance(piece, bytes) for piece in pieces)
    assert b"".join(p for p in pieces if isinstance(p, bytes)).decode("utf-8") == words


def test_punctuation_and_digits_are_never_merged(vocabulary: TrainedVocabulary) -> None:
    for words in ("))**2", "1234", "x=(-3)", "a(b", " x "):
        assert len(vocabulary.encode_text(words)) == len(words)


@given(st.lists(st.integers(1, 40), max_size=80), st.integers(8, 32))
def test_every_fitting_document_is_packed_once_and_whole(lengths: list[int], row_tokens: int) -> None:
    documents = [([number + 1] * length, [1] * length) for number, length in enumerate(lengths)]
    tokens, roles, numbers, too_long = pack(documents, row_tokens)
    assert too_long == sum(length > row_tokens for length in lengths)
    for number, length in enumerate(lengths):
        at = np.argwhere(tokens == number + 1)
        if length <= row_tokens:
            assert len(at) == length
            assert len(set(at[:, 0])) == 1
            assert len(set(numbers[tokens == number + 1])) == 1
    assert ((tokens == 0) == (numbers == 0)).all()
    assert ((tokens == 0) == (roles == 0)).all()


def test_rows_are_nearly_all_real_tokens_when_there_are_many_documents() -> None:
    rng = np.random.default_rng(0)
    documents = [([1] * n, [1] * n) for n in rng.integers(60, 200, 3_000)]
    tokens, *_ = pack(documents, 320)
    assert (tokens != 0).mean() >= 0.97


def test_packed_facts_count_what_is_there(data: Path) -> None:
    rows = Rows.load(data / "packed" / "train")
    assert rows.facts["tokens"] == (rows.tokens != 0).sum()
    assert rows.facts["tokens_by_role"]["execution"] == (rows.roles == ROLES.index("execution")).sum() > 0
    assert rows.facts["topics"] == {"arithmetic": rows.facts["documents"] - rows.facts["topics"]["refusals"]} | {
        "refusals": rows.facts["topics"]["refusals"]
    }


def test_topics_and_blocks_are_those_of_what_is_packed(vocabulary: TrainedVocabulary, tmp_path: Path) -> None:
    short = Transcript("1 + 1", (code("1 + 1"), execution("2")), meta={"topic": "sums"})
    blocks = tuple(block for _ in range(40) for block in (code("1 + 1"), execution("2")))
    long = Transcript("again and again", blocks, meta={"topic": "long"})
    facts = write_rows(tmp_path, [short, long], MathCoderDialect(), vocabulary, 64)
    assert (facts["documents"], facts["too_long"]) == (1, 1)
    assert facts["topics"] == {"sums": 1}
    assert facts["max_blocks"] == 1


def test_shown_rows_mark_what_is_not_trained(data: Path, vocabulary: TrainedVocabulary) -> None:
    shown = "\n".join(show_row(Rows.load(data / "packed" / "train"), 0, vocabulary, colour=False))
    assert "⟦<|user|><|text|>" in shown
    assert "⟦<|execution|>" in shown
    assert "\n" + "<|text|>" not in shown.split("⟧")[0]


def test_examples_without_anything_to_train_are_refused(tmp_path: Path, vocabulary: TrainedVocabulary) -> None:
    empty = Transcript("a question", ())
    for examples, row_tokens, message in (
        ([SOLVED], 4, "fits into 4 tokens"),
        ([], 64, "there are no examples"),
        ([empty], 64, "no token of these examples would be trained"),
    ):
        with pytest.raises(PackError, match=message):
            write_rows(tmp_path, examples, MathCoderDialect(), vocabulary, row_tokens)
    assert not (tmp_path / "rows.json").exists()
    facts = write_rows(tmp_path, [empty, SOLVED], MathCoderDialect(), vocabulary, 256)
    assert (facts["documents"], facts["empty"]) == (1, 1), "an example without an answer teaches to say nothing"


def test_missing_rows_and_tokenizers_are_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="data pack"):
        Rows.load(tmp_path)
    with pytest.raises(VocabularyError, match="cannot read"):
        TrainedVocabulary.load(tmp_path / "tokenizer.json")
