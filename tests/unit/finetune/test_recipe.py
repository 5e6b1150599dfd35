"""Recipes refuse what they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from finetune.recipe import RECIPES, RecipeError, load_recipe, recipe_from_dict


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.yaml")), ids=lambda p: p.stem)
def test_shipped_recipes_load_and_round_trip(path: Path) -> None:
    recipe = load_recipe(path)
    assert recipe.name == path.stem
    assert recipe_from_dict(recipe.to_dict()) == recipe


def test_a_setting_is_changed_on_the_command_line() -> None:
    recipe = load_recipe("debug", ["train.muon_lr=1e-3", "model.layers=3"])
    assert (recipe.train.muon_lr, recipe.model.layers) == (0.001, 3)


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("train.muonlr=1", "did you mean train.muon_lr"),
        ("train.steps=ten", "train.steps must be int"),
        ("train.precision=float8", "must be one of auto, float32, bfloat16"),
        ("train.minutes=5", "exactly one of train.minutes and train.steps"),
        ("model.heads=3", "multiple of model.heads"),
        ("tokenizer.vocabulary=1000", "multiple of 64"),
        ("train.rows_per_step=9", "multiple of train.micro_rows"),
        ("train", "part.key=value"),
    ],
)
def test_a_wrong_setting_is_explained(override: str, message: str) -> None:
    with pytest.raises(RecipeError, match=message):
        load_recipe("debug", [override])


def test_an_unknown_recipe_names_the_known_ones() -> None:
    with pytest.raises(RecipeError, match=r"bundled-cpu, .*debug"):
        load_recipe("no-such-recipe")
