"""The first signs of the science: two ways to write a problem, and answers side by side that equal those one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from finetune.data.tokenizer import TrainedVocabulary, train_tokenizer
from finetune.evaluate.report import wilson
from finetune.experiments import first_signs
from finetune.recipe import ModelSettings, TokenizerSettings
from finetune.train.model import Llama
from mathcoder_kernel.execution.pool import PoolExecutor
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.lce.vocabulary import to_ids


def test_a_program_in_words_has_every_number_and_every_result() -> None:
    code = "price = 57\ncut = price*30/100\ncoats = 3\ntotal = (price - cut)*coats\nf'{total:.2f}'"
    lines, result = first_signs.in_words(code)
    assert lines.splitlines() == [
        "price = 57",
        "cut = 57*30/100 = 17.1",
        "coats = 3",
        "total = (57 - 17.1)*3 = 119.7",
        "119.7 = 119.70",
    ]
    assert result == "'119.70'"


def test_both_forms_of_a_problem_state_the_same_answer() -> None:
    drawn = first_signs.problems(3)
    for _ in range(60):
        lce, words = first_signs.both_forms(next(drawn))
        assert lce.question == words.question
        assert lce.answer == words.answer
        assert lce.answer in words.blocks[-1].content
        assert len(words.blocks) == 1


def test_numbers_are_compared_as_numbers_and_words_as_words() -> None:
    assert first_signs.same("12.50", "12.5")
    assert first_signs.same("1/2", "0.5")
    assert not first_signs.same("12", "21")
    assert not first_signs.same(None, "1")
    assert not first_signs.same("twelve", "12")


class _Recording(first_signs.Answerer):
    """Keeps every token of each question, written or fed, by the prompt's ids."""

    tokens: dict[tuple[int, ...], list[int]]

    def _take(self, row: first_signs.Answering, token: int, invented: bool) -> None:
        self.tokens.setdefault(tuple(row.ids), []).append(token)
        super()._take(row, token, invented)


def test_answers_side_by_side_are_those_of_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["What is 12*3?", "A coat costs 57 dollars, a hat 8. Find the total.", "x = 4\nx*2", "So it is 8."] * 9
    vocabulary = TrainedVocabulary(train_tokenizer(texts, TokenizerSettings(vocabulary=320, spaced_words=8)))
    model = Llama(ModelSettings(hidden=64, layers=2, heads=2, kv_heads=2, ffn=64, context=256), 320)
    model.initialise(5)
    for parameter in model.parameters():
        parameter.data *= 6  # far from uniform: every token hangs on all before it
    monkeypatch.setattr(first_signs, "NEW_TOKENS", 40)
    questions = ["What is 12*3?", "A coat costs 57 dollars, a hat 8. Find the total.", "12"]
    prompts = [tuple(to_ids(MathCoderDialect().prompt(question), vocabulary)) for question in questions]
    with PoolExecutor(1) as pool:

        def answered(*asked: str) -> dict[tuple[int, ...], list[int]]:
            answerer = _Recording(model, vocabulary, pool, {})
            answerer.tokens = {}
            answerer.answer(asked, True)
            return answerer.tokens

        together = answered(*questions)
        assert set(together) == set(prompts)
        # the room is that of the longest prompt, so shorter ones may go on for longer together than alone
        for question, prompt in zip(questions, prompts, strict=True):
            alone = answered(question)[prompt]
            assert len(alone) >= 20
            assert len(set(alone)) >= 10, "no token over and over"
            assert together[prompt][: len(alone)] == alone
        # and those of the model without a cache, token by token
        answerer = first_signs.Answerer(model, vocabulary, pool, {})
        for prompt in prompts:
            row = first_signs.Answering(list(prompt))
            ids = list(prompt)
            for _ in together[prompt]:
                with torch.inference_mode():
                    logits = model(torch.tensor([ids]))[0, -1]
                mask = answerer._border if row.border else answerer._inside
                token = row.forced.pop(0) if row.forced else int((logits + mask).argmax())
                answerer._take(row, token, True)
                ids.append(token)
            assert ids[len(prompt) :] == together[prompt]


def test_real_results_stand_where_the_code_ends() -> None:
    vocabulary = TrainedVocabulary(train_tokenizer(["x = 4*3"] * 9, TokenizerSettings(vocabulary=320, spaced_words=0)))
    model = Llama(ModelSettings(hidden=64, layers=1, heads=2, kv_heads=2, ffn=64, context=256), 320)
    model.initialise(1)
    with PoolExecutor(1) as pool:
        answerer = first_signs.Answerer(model, vocabulary, pool, {})
        row = first_signs.Answering([])
        for token in to_ids([MathCoderDialect.CODE, "x = 4*3\nx", MathCoderDialect.END_BLOCK], vocabulary):
            answerer._take(row, token, False)
        assert row.waiting
        answerer._execute([row])
        assert not row.waiting
        while row.forced:
            answerer._take(row, row.forced.pop(0), False)
    assert row.blocks == [("code", "x = 4*3\nx"), ("execution", "12")]


def test_the_table_says_over_what_its_intervals_are(tmp_path: Path) -> None:
    (tmp_path / "trials").mkdir()
    for seed, right in enumerate(("1110", "1000")):
        record = json.dumps({"right": right, "code_right": 0.5, "code_errors": 0.0})
        (tmp_path / "trials" / f"lce-masked-{seed}.json").write_text(record)
    table = first_signs.table(tmp_path, 2)
    low, high = wilson(4, 8)
    assert "95 % interval, problems x seeds taken as independent" in table
    assert "95 % interval, problems drawn, seeds fixed" in table
    assert f"50.0 % ({100 * low:.1f} to {100 * high:.1f}; 4 problems x 2) | 75.0, 25.0 | 50.0 % | 0.0 % |" in table
