"""Every setting a person can change, with its unit, its bounds and its help text, in one place.

In a notebook: `%mathcoder config`, `%mathcoder config seed 7`, or `%%mathcoder --seed 7` for one question. In a
configuration file (`ipython_kernel_config.py`): `c.MathCoderSettings.seed = 7`. The environment variable
MATHCODER_MODEL names the model where no setting does.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from traitlets import Bool, Enum, Float, Int, TraitError, TraitType, Unicode, default
from traitlets.config import Configurable

from mathcoder_kernel.lce.names import DIALECT_NAMES

_YES = frozenset({"on", "yes", "true", "1"})
_NO = frozenset({"off", "no", "false", "0"})


class SettingError(ValueError):
    """A setting does not exist or does not take that value; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of `%mathcoder config`."""

    name: str
    value: str
    allowed: str
    help: str


class _Layers(Unicode[str, Any]):
    """`auto`, or how many."""

    def validate(self, obj: Any, value: Any) -> str:
        word = str(value).strip().lower()
        if word != "auto" and not (word.isascii() and word.isdigit() and int(word) <= 999):
            self.error(obj, value)
        return word if word == "auto" else str(int(word))


class _Address(Unicode[str, Any]):
    """A server's address; empty, or `local`: none."""

    def validate(self, obj: Any, value: Any) -> str:
        address = str(super().validate(obj, value)).strip()
        return "" if address.lower() == "local" else address


class MathCoderSettings(Configurable):
    """What a question may use, and how its answer is shown."""

    model = Unicode(help="Path or name of the model file (GGUF). Empty: the bundled model.").tag(
        config=True, allowed="a path, a name, or '' for the bundled model"
    )
    engine = _Address(
        "", help="Address of a server that answers instead (vLLM, llama-server, …). Empty: the local model."
    ).tag(config=True, allowed="an address such as http://localhost:8000/v1, or local for the local model")
    server_model = Unicode("", help="Name of the model on that server. Empty: its first one.").tag(
        config=True, allowed="a name that the server knows"
    )
    dialect = Enum(
        ("auto", *DIALECT_NAMES),
        "auto",
        help="The form in which the model writes words, code and results; auto: as its file says.",
    ).tag(config=True)
    run = Enum(
        ("ask", "guarded", "auto", "never"),
        "guarded",
        help="Whether generated code is run: ask (each block waits for you), guarded (ordinary maths runs at once, "
        "anything else waits or is only shown), auto (all), never.",
    ).tag(config=True)
    seed = Int(0, min=0, max=2**32 - 1, help="Seed of the sampling; the same one gives the same answer.").tag(
        config=True
    )
    temperature = Float(0.0, min=0.0, max=2.0, help="0: always the likeliest token; higher: more varied answers.").tag(
        config=True
    )
    vote = Int(
        1, min=1, max=16, help="How many answers are sampled; the most frequent one is shown and run. 1: no vote."
    ).tag(config=True)
    max_blocks = Int(0, min=0, max=256, help="Most code blocks in one answer; 0: as many as the dialect allows.").tag(
        config=True
    )
    block_tokens = Int(
        0, min=0, max=32_768, help="Most new tokens in one block of text or code; 0: as many as the dialect allows."
    ).tag(config=True)
    turn_tokens = Int(4096, min=16, max=131_072, help="Most new tokens in one answer.").tag(config=True)
    seconds = Float(30.0, min=0.1, max=86_400.0, help="Seconds a block of generated code may run.").tag(config=True)
    feedback_chars = Int(
        4_000, min=200, max=1_000_000, help="Most characters of a block's output that the model reads."
    ).tag(config=True)
    idle_minutes = Float(
        10.0,
        min=0.0,
        max=10_080.0,
        help="Minutes after the last question until the model leaves memory; 0: only when memory is short.",
    ).tag(config=True)
    n_gpu_layers = _Layers(
        "auto",
        help="Layers of the model that a GPU computes; auto: all, else as many as fit. Needs a llama-cpp-python built "
        "for the GPU.",
    ).tag(config=True, allowed="auto or a whole number from 0 (none) to 999")
    context = Enum(
        ("none", "turns", "variables", "all"),
        "none",
        help="What a model that was trained for it sees beside the question: none, turns (earlier questions and "
        "answers), variables (a line on each that the question names), or all.",
    ).tag(config=True)
    decimal_comma = Bool(False, help="Read 3,5 in a question as three and a half.").tag(config=True)
    view = Enum(
        ("auto", "rich", "plain"),
        "auto",
        help="How answers are shown: rich (formatted), plain (text only), or auto (as the notebook or console can).",
    ).tag(config=True)
    check = Bool(True, help="Check answers independently where that is possible.").tag(config=True)

    @default("model")
    def _model_of_the_environment(self) -> str:
        return os.environ.get("MATHCODER_MODEL", "")

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """All settings, in the order they are listed."""
        return tuple(name for name, trait in vars(cls).items() if isinstance(trait, TraitType))

    @classmethod
    def find(cls, name: str) -> str:
        """The setting meant by `name` (`max-blocks` is `max_blocks`); SettingError names the nearest."""
        plain = name.strip().lower().replace("-", "_")
        if plain in cls.names():
            return plain
        near = difflib.get_close_matches(plain, cls.names(), n=1, cutoff=0.5)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(cls.names())}."
        raise SettingError(f"There is no setting called {name!r}. {hint}")

    @classmethod
    def allowed(cls, name: str) -> str:
        """In words, which values a setting takes."""
        trait = cls._trait(name)
        if said := trait.metadata.get("allowed"):
            return str(said)
        if isinstance(trait, Enum):
            return " or ".join(map(str, trait.values or ()))
        if isinstance(trait, Bool):
            return "on or off"
        assert isinstance(trait, Int | Float)
        kind = "a whole number" if isinstance(trait, Int) else "a number"
        return f"{kind} from {_number(trait.min)} to {_number(trait.max)}"

    @classmethod
    def choices(cls, name: str) -> tuple[str, ...]:
        """The words a setting takes, where they can be listed (for completion)."""
        trait = cls._trait(name)
        if isinstance(trait, Enum):
            return tuple(map(str, trait.values or ()))
        return ("on", "off") if isinstance(trait, Bool) else ()

    @classmethod
    def read(cls, name: str, text: str) -> Any:
        """The value that `text` stands for; SettingError says what is allowed."""
        name = cls.find(name)
        trait = cls._trait(name)
        wrong = SettingError(f"{name} cannot be {text!r}: it is {cls.allowed(name)}.")
        value: Any = text
        if isinstance(trait, Bool):
            word = text.strip().lower()
            if word not in _YES | _NO:
                raise wrong
            value = word in _YES
        elif isinstance(trait, Int | Float):
            try:
                value = int(text.replace("_", "")) if isinstance(trait, Int) else float(text)
            except ValueError:
                raise wrong from None
            if value != value:  # NaN passes every bound
                raise wrong
        elif isinstance(trait, Enum):
            value = text.strip().lower()
        try:
            return trait._validate(cls(), value)
        except TraitError:
            raise wrong from None

    def set(self, name: str, text: str) -> Any:
        """Change a setting from what a person typed; returns the new value."""
        name = self.find(name)
        value = self.read(name, text)
        setattr(self, name, value)
        return value

    def replaced(self, changes: Mapping[str, str]) -> MathCoderSettings:
        """A copy with some settings changed, for one question; SettingError as in `set`."""
        copy = MathCoderSettings(**{name: getattr(self, name) for name in self.names()})
        for name, text in changes.items():
            copy.set(name, text)
        return copy

    def shown(self, name: str) -> str:
        """A setting's value as a person would type it."""
        value = getattr(self, name)
        if isinstance(value, bool):
            return "on" if value else "off"
        return _number(value) if isinstance(value, float) else str(value)

    def rows(self) -> Iterator[Setting]:
        """All settings as they are now."""
        for name in self.names():
            yield Setting(name, self.shown(name), self.allowed(name), str(self._trait(name).help))

    @classmethod
    def _trait(cls, name: str) -> TraitType[Any, Any]:
        return cls.class_own_traits(config=True)[name]


def _number(value: float | None) -> str:
    return f"{value:,.10g}".replace(",", "") if value is not None else "any"
