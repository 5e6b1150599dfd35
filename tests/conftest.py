"""Fixtures shared by all tests."""

from __future__ import annotations

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
def recorded_path() -> Path:
    """MathCoder's recorded transcripts (never committed)."""
    path = SHARED / "data" / "lce_recorded_sample.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/data/lce_recorded_sample.jsonl.gz is not here")
    return path
