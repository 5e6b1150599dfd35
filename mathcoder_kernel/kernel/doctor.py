"""`mathcoder doctor`: what is installed, which model is found, whether it loads, and where files lie."""

from __future__ import annotations

import asyncio
import importlib.metadata
import os
import platform
import shutil
import sys
from pathlib import Path

from mathcoder_kernel import __version__

PACKAGES = ("ipykernel", "ipython", "jupyter_client", "jupyterlab", "llama-cpp-python", "numpy", "sympy", "ipywidgets")
COMPILERS = ("c++", "g++", "clang++", "cl")


def examine(model: str | None) -> int:
    """Print a report; the exit code is 0 where questions can be answered."""
    print(f"mathcoder {__version__}, Python {platform.python_version()}, {platform.platform()}")
    for package in PACKAGES:
        print(f"  {package:<18}{_version(package)}")
    works = _examine_model(model)
    _kernels()
    compiler = next((found for name in COMPILERS if (found := shutil.which(name))), None)
    print(f"C++ compiler: {compiler or 'none found (only needed to build llama-cpp-python)'}")
    _places()
    print("All is well." if works else "Questions cannot be answered yet; see the lines above.")
    return 0 if works else 1


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _examine_model(name: str | None) -> bool:
    from mathcoder_kernel.engine import library, model_files
    from mathcoder_kernel.engine.protocol import EngineError
    from mathcoder_kernel.kernel.settings import MathCoderSettings
    from mathcoder_kernel.kernel.tutor import make_engine

    settings = MathCoderSettings(**({"model": name} if name else {}))
    try:
        header = model_files.check(library.find(settings.model or None))
        print(f"Model: {header.name}, {header.n_params / 1e6:.1f}M parameters, {header.quantisation}")
        print(f"  {header.path} ({header.size_bytes / 1e6:.1f} MB)")
    except EngineError as error:
        print(f"Model: {error}")
        return False
    engine = make_engine(settings)
    try:
        seconds, speed = asyncio.run(_measure(engine))
    except EngineError as error:
        print(f"  It does not load: {error}")
        return False
    finally:
        engine.close()
    print(f"  It loads in {seconds:.1f} s and writes {speed:.0f} tokens/s.")
    return True


async def _measure(engine: object) -> tuple[float, float]:
    """Seconds to load, and tokens per second of a short generation."""
    import time
    from typing import cast

    from mathcoder_kernel.engine.protocol import Ended, Engine, Sampling
    from mathcoder_kernel.lce.dialect import Borders, dialect

    used = cast(Engine, engine)
    started = time.perf_counter()
    facts = await used.load()
    loaded = time.perf_counter() - started
    session = await used.open()
    prompt = dialect(facts.dialect).prompt("What is 12 * 34 + 56?")
    # Nothing stops this generation, so that its length does not depend on the model.
    free = Borders(stop=frozenset(), forbidden=frozenset(), at_border=None)
    speed = 0.0
    async for event in session.generate(prompt, free, max_tokens=64, sampling=Sampling()):
        if isinstance(event, Ended) and event.generate_seconds:
            speed = event.generated / event.generate_seconds
    await session.close()
    return loaded, speed


def _kernels() -> None:
    from mathcoder_kernel.kernel.kernelspecs import installed

    found = installed()
    if not found:
        print("Jupyter kernels: none; `mathcoder install` makes MathCoder known to Jupyter.")
    for name, command in found.items():
        python = command[0]
        where = sys.executable if python in ("python", "python3") else python
        missing = "" if shutil.which(where) else "  (this Python is gone: mathcoder uninstall)"
        print(f"Jupyter kernel {name!r}: {where}{missing}")


def _places() -> None:
    from mathcoder_kernel.engine import model_files

    print("Files (delete a folder to clear it):")
    for what, folder in (
        ("your models", model_files.models_folder()),
        ("cache", model_files.cache_folder()),
        ("bundled models", model_files.BUNDLED),
    ):
        print(f"  {what:<15}{folder} ({_size(folder)})")


def _size(folder: Path) -> str:
    if not folder.is_dir():
        return "nothing there"
    size = sum(
        os.path.getsize(Path(place, name))
        for place, _, names in os.walk(folder)
        for name in names
        if Path(place, name).is_file()
    )
    return f"{size / 1e6:.1f} MB"
