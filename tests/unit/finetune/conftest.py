"""These tests need the `finetune` extra; without it they are left out, and the header of the test run says so."""

from __future__ import annotations

from importlib.util import find_spec

MISSING = [
    name for name in ("torch", "tokenizers", "safetensors", "gguf", "yaml", "llama_cpp") if find_spec(name) is None
]

if MISSING:
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.unit.finetune.pipeline import data, exported, run, texts, vocabulary  # noqa: F401


def pytest_report_header() -> list[str]:
    """Says what was left out, and why."""
    return (
        [f"tests/unit/finetune is left out: {', '.join(MISSING)} not installed (extra `finetune`)"] if MISSING else []
    )
