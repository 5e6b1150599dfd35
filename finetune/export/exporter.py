"""One command's worth: run folder → checked GGUF, model card, checksum."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from finetune.export import golden
from finetune.export.card import model_card
from finetune.export.gguf_file import ExportError, quantise, write_gguf
from finetune.recipe import recipe_from_dict
from finetune.train.loop import TrainingError, latest_checkpoint, load_checkpoint_model
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.lce.dialect import MathCoderDialect


def export(
    run: Path,
    target: Path,
    *,
    evaluation: Mapping[str, Any] | None = None,
    overrides: Sequence[str] = (),
    say: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """Write `target` (a .gguf), its card (.md) and checksum (.gguf.sha256) from a run folder or a checkpoint folder.

    An intermediate F16 file is checked first, then the quantised one; a file that fails any golden test is not kept
    (ExportError). Returns the measured figures. `evaluation` is a report of `finetune.evaluate`, put into the card;
    `overrides` change the export part of the checkpoint's recipe.
    """
    folder = run if (run / "model.safetensors").is_file() else latest_checkpoint(run)
    if folder is None:
        raise ExportError(f"there is no checkpoint in {run}: give a run folder or one of its checkpoints")
    try:
        model, vocabulary, recipe = load_checkpoint_model(folder)
    except TrainingError as error:
        raise ExportError(str(error)) from error
    if wrong := [o for o in overrides if not o.startswith("export.")]:
        raise ExportError(f"only the export part can be changed now, not {wrong[0]}: the model is trained")
    recipe = recipe_from_dict(recipe.to_dict(), overrides)
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    golden.check_trained_stops(data)
    kind = recipe.export.quantisation
    header: dict[str, str | int] = {
        keys.DIALECT: MathCoderDialect.name,
        keys.SYSTEM: "",
        keys.TOPICS: json.dumps(sorted(data["topics"])),
        keys.CONTEXT: "none",
        keys.MAX_BLOCKS: data["max_blocks"],
        keys.DATA_SHA256: data["sha256"],
        keys.VERSION: recipe.export.version,
        keys.LICENCE: recipe.export.licence,
    }
    general = {"general.license": recipe.export.licence, "general.version": recipe.export.version}
    target.parent.mkdir(parents=True, exist_ok=True)
    parity: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as scratch:
        base = Path(scratch) / "base.gguf"
        base_kind = "F32" if kind == "F32" else "F16"
        write_gguf(
            base, model.state_dict(), recipe.model, vocabulary,
            name=recipe.export.name, metadata={**general, **header}, half=base_kind == "F16",
        )  # fmt: skip
        parity[base_kind] = golden.check(base, base_kind, model, vocabulary, header)
        say(f"{base_kind}: {parity[base_kind]}")
        finished = base
        if kind not in ("F32", "F16"):
            finished = Path(scratch) / "quantised.gguf"
            quantise(base, finished, kind)
            parity[kind] = golden.check(finished, kind, model, vocabulary, header)
            say(f"{kind}: {parity[kind]}")
        digest = hashlib.sha256(finished.read_bytes()).hexdigest()
        size = finished.stat().st_size
        figures = {
            "file": target.name,
            "bytes": size,
            "sha256": digest,
            "quantisation": kind,
            "checkpoint": folder.name,
            "parity": parity,
        }
        os.replace(finished, target)
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    parameters = sum(p.numel() for p in model.parameters())
    card = model_card(recipe, data, figures, parameters, _training_facts(run, folder), evaluation)
    target.with_suffix(".md").write_text(card, encoding="utf-8")
    return figures


def _training_facts(run: Path, folder: Path) -> dict[str, Any]:
    """What the metrics say of the exported checkpoint."""
    home = folder.parent.parent if folder.parent.name == "checkpoints" else run
    step = int(folder.name.removeprefix("step-")) if folder.name.startswith("step-") else None
    facts: dict[str, Any] = {"step": step}
    metrics = home / "metrics.jsonl"
    if metrics.is_file():
        for line in metrics.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if step is None or record["step"] <= step:
                facts |= record
    facts["step"] = step
    if (home / "run.json").is_file():
        facts["run"] = json.loads((home / "run.json").read_text(encoding="utf-8"))
    return facts
