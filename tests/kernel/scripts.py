"""Scripts for the scripted engine: what a trained maths model never writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mathcoder_kernel.lce.transcript import Transcript, code, text


def write_script(path: Path, *blocks: str) -> Path:
    """A script that writes these blocks in turn; those that begin with `py:` are code."""
    transcript = Transcript("any question", tuple(code(b[3:]) if b.startswith("py:") else text(b) for b in blocks))
    path.write_text(json.dumps(transcript.to_json()), encoding="utf-8")
    return path


def script_environment(path: Path, *, tokens_per_second: float = 2000.0) -> Mapping[str, str]:
    """Environment variables by which the kernel plays a script instead of a model."""
    return {"MATHCODER_SCRIPT": str(path), "MATHCODER_SCRIPT_SPEED": str(tokens_per_second)}
