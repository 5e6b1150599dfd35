"""Which engine evaluates a model, by what its name looks like. One line in `ENGINES` adds another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mathcoder_kernel.engine.protocol import Engine


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """`threads`: of llama.cpp. `device`: of torch (auto, cpu, cuda). `context`: tokens of a conversation, where it can
    be chosen."""

    threads: int | None = 1
    device: str = "auto"
    context: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of model: whether a name is one, how it is opened, and how many turns are played side by side."""

    about: str
    fits: Callable[[str], bool]
    open: Callable[[str, EngineOptions], Engine]
    at_once: int = 1


def _gguf(name: str, options: EngineOptions) -> Engine:
    from mathcoder_kernel.engine.llama import LlamaEngine

    return LlamaEngine(Path(name), n_threads=options.threads, n_ctx=options.context)


def _folder(name: str, options: EngineOptions) -> Engine:
    from finetune.evaluate.torch_engine import TorchEngine

    return TorchEngine.of_folder(Path(name), options.device)


def _server(name: str, options: EngineOptions) -> Engine:
    from mathcoder_kernel.engine.server import ServerEngine

    address, _, model = name.partition("#")
    return ServerEngine(address, model=model, n_ctx=options.context)


ENGINES: tuple[Kind, ...] = (
    Kind(
        "the address of an OpenAI-compatible server such as vLLM (with #NAME for one of its models)",
        lambda name: name.startswith(("http://", "https://")),
        _server,
        at_once=16,
    ),
    Kind("a run, checkpoint or merged folder, through torch", lambda name: Path(name).is_dir(), _folder),
    Kind("a GGUF file, through llama.cpp", lambda name: True, _gguf),
)
"""The first that fits is taken."""


def kind_of(name: str) -> Kind:
    """The kind of a model by its name."""
    return next(kind for kind in ENGINES if kind.fits(name))
