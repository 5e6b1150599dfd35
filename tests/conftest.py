"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def model_path() -> Path:
    """The bundled model."""
    path = ROOT / "mathcoder_kernel" / "models" / "mathcoder-mini.gguf"
    assert path.exists(), f"{path} belongs to the checkout and is not there"
    return path


@pytest.fixture(scope="session")
def large_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """33M random parameters: slow enough to be stopped, or to die, in the middle of a prompt."""
    from benchmarks.random_model import write_random_model

    path = write_random_model(tmp_path_factory.mktemp("model") / "random.gguf")
    yield path
    path.unlink()


@pytest.fixture(scope="session")
def recorded_path() -> Path:
    """MathCoder's recorded transcripts (never committed)."""
    path = SHARED / "data" / "lce_recorded_sample.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/data/lce_recorded_sample.jsonl.gz is not here")
    return path
