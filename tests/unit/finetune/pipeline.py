"""A toy problem source, and one debug run through the whole pipeline that several tests look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from finetune.data.generate import SPLITS, Source, generate, read_split, sample_texts
from finetune.data.pack import write_rows
from finetune.data.tokenizer import TrainedVocabulary, train_tokenizer
from finetune.export.exporter import export
from finetune.recipe import Recipe, load_recipe
from finetune.train.loop import Trainer
from mathcoder_kernel.lce.dialect import MathCoderDialect
from mathcoder_kernel.problems.problem import Code, Problem, Words


def toy_problems(seed: int, held_out: bool, wordings: int) -> Iterator[Problem]:
    """Sums and products; one in ten is repaired after a NameError, one in twenty is refused."""
    rng = Random(seed)
    asks = ("add {a} and {b}", "what is the sum of {a} and {b}?", "{a} + {b}") if not held_out else ("{a} plus {b} is",)
    while True:
        a, b = rng.randrange(10_000), rng.randrange(10_000)
        right = Code(f"a = {a}\nb = {b}\na + b")
        done = Words(r"The sum is $\boxed{⟨0⟩}$.")
        steps: tuple[Words | Code, ...] = (Words("Add the numbers."), right, done)
        if rng.random() < 0.1:
            failing = Code(f"a = {a}\na + b", flawed=True)
            again = Words(r"The sum is $\boxed{⟨1⟩}$.")
            steps = (Words("Add the numbers."), failing, Words("I forgot to set b."), right, again)
        elif rng.random() < 0.05:
            yield Problem("refusals", "weather", "weather/0", f"will it rain on day {a}?", (Words("I cannot tell."),))
            continue
        for _ in range(wordings):
            ask = rng.randrange(len(asks))
            question = asks[ask].format(a=a, b=b)
            yield Problem("arithmetic", "sum", f"sum/{ask}", question, steps, held_out)


TOY = Source(toy_problems)


def debug_recipe(*overrides: str) -> Recipe:
    return load_recipe("debug", ["generate.workers=1", "train.device=cpu", "train.threads=1", *overrides])


def make_data(folder: Path, recipe: Recipe) -> None:
    generate(folder, recipe.generate, recipe.seed, TOY)
    train_tokenizer(sample_texts(folder, recipe.tokenizer.sample), recipe.tokenizer).save(
        str(folder / "tokenizer.json")
    )
    vocabulary = TrainedVocabulary.load(folder / "tokenizer.json")
    for split in SPLITS:
        write_rows(
            folder / "packed" / split, read_split(folder, split), MathCoderDialect(), vocabulary, recipe.pack.row_tokens
        )


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finetune-data")
    make_data(folder, debug_recipe())
    return folder


@pytest.fixture(scope="session")
def texts(data: Path) -> list[str]:
    return list(sample_texts(data, 200))


@pytest.fixture(scope="session")
def vocabulary(data: Path) -> TrainedVocabulary:
    return TrainedVocabulary.load(data / "tokenizer.json")


@pytest.fixture(scope="session")
def run(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finetune-run") / "run"
    Trainer(debug_recipe(), data, folder).train()
    return folder


@pytest.fixture(scope="session")
def exported(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("finetune-export") / "debug.gguf"
    export(run, target)
    return target
