"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def model_path() -> Path:
    """The bundled model; before there is one, the development stand-in."""
    for path in (
        ROOT / "mathcoder_kernel" / "models" / "mathcoder-mini.gguf",
        SHARED / "models" / "seed-lce-4m-q8_0.gguf",
    ):
        if path.exists():
            return path
    pytest.skip("no model file: neither the bundled one nor ../shared/models is here")


@pytest.fixture(scope="session")
def recorded_path() -> Path:
    """MathCoder's recorded transcripts (never committed)."""
    path = SHARED / "data" / "lce_recorded_sample.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/data/lce_recorded_sample.jsonl.gz is not here")
    return path
