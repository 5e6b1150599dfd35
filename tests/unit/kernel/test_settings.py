"""Settings: one list, bounds, and sentences where a name or a value is wrong."""

from __future__ import annotations

import pytest
from traitlets.config import Config

from mathcoder_kernel.kernel.settings import MathCoderSettings, SettingError


def test_every_setting_has_help_and_says_what_is_allowed() -> None:
    for row in MathCoderSettings().rows():
        assert row.help
        assert row.allowed


def test_every_default_can_be_typed_back() -> None:
    settings = MathCoderSettings()
    for row in settings.rows():
        assert settings.set(row.name, row.value) == getattr(MathCoderSettings(), row.name)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("seed", "7", 7),
        ("turn_tokens", "10_000", 10_000),
        ("temperature", "0.7", 0.7),
        ("max-blocks", "4", 4),
        ("Check", "off", False),
        ("decimal_comma", "Yes", True),
        ("run", "NEVER", "never"),
        ("n-gpu-layers", "20", "20"),
        ("n_gpu_layers", "Auto", "auto"),
        ("model", "/somewhere/tiny.gguf", "/somewhere/tiny.gguf"),
        ("engine", "http://localhost:8000/v1", "http://localhost:8000/v1"),
        ("engine", "Local", ""),
        ("engine", "", ""),
    ],
)
def test_values_as_people_type_them(name: str, text: str, value: object) -> None:
    settings = MathCoderSettings()
    settings.set(name, text)
    assert getattr(settings, settings.find(name)) == value


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("sede", "7", "no setting called 'sede'. Did you mean 'seed'"),
        ("zzz", "7", "There are: model, engine, server_model, dialect, run"),
        ("seed", "-1", "a whole number from 0 to 4294967295"),
        ("seed", "3.5", "a whole number"),
        ("temperature", "nan", "a number from 0 to 2"),
        ("temperature", "hot", "a number from 0 to 2"),
        ("run", "always", "guarded or auto or never"),
        ("n_gpu_layers", "all", "auto or a whole number from 0"),
        ("n_gpu_layers", "-1", "auto or a whole number from 0"),
        ("check", "perhaps", "on or off"),
    ],
)
def test_wrong_names_and_values_are_explained_and_change_nothing(name: str, text: str, said: str) -> None:
    settings = MathCoderSettings()
    before = [row.value for row in settings.rows()]
    with pytest.raises(SettingError, match=said):
        settings.set(name, text)
    assert [row.value for row in settings.rows()] == before


def test_changes_for_one_question_leave_the_settings_alone() -> None:
    settings = MathCoderSettings(seed=1)
    changed = settings.replaced({"temperature": "0.5"})
    assert (changed.seed, changed.temperature) == (1, 0.5)
    assert settings.temperature == 0.0


def test_a_configuration_file_sets_defaults() -> None:
    assert MathCoderSettings(config=Config({"MathCoderSettings": {"seed": 9}})).seed == 9


def test_the_environment_names_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATHCODER_MODEL", "other.gguf")
    assert MathCoderSettings().model == "other.gguf"
    assert MathCoderSettings(model="mine.gguf").model == "mine.gguf"


def test_layers_may_be_a_number_in_a_configuration_file() -> None:
    config = Config({"MathCoderSettings": {"n_gpu_layers": 20}})
    assert MathCoderSettings(config=config).n_gpu_layers == "20"
