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
from finetune.export.checkpoint import checkpoint_folder, config_of, load_model
from finetune.export.gguf_file import ExportError, quantise, write_gguf
from finetune.export.template import modelfile
from finetune.recipe import recipe_from_dict
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
    """Write `target` (a .gguf), its card (.md), checksum (.gguf.sha256) and .Modelfile from a run or checkpoint folder.

    Several quantisations give a file each (`name-KIND.gguf`). The F16 file is checked first, then what is made of it;
    if any golden test fails, no file is kept (ExportError). Returns the measured figures.
    `evaluation` is a report of `finetune.evaluate`, put into the card; `overrides` change the export part of the
    checkpoint's recipe.
    """
    folder = checkpoint_folder(run)
    model, vocabulary, recipe = load_model(folder)
    if wrong := [o for o in overrides if not o.startswith("export.")]:
        raise ExportError(f"only the export part can be changed now, not {wrong[0]}: the model is trained")
    recipe = recipe_from_dict(recipe.to_dict(), overrides)
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    golden.check_trained_stops(data)
    kinds = recipe.export.quantisation.split(",")
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
    config = config_of(model, vocabulary)
    parity: dict[str, dict[str, float]] = {}
    files: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as scratch:
        written: dict[str, Path] = {}
        # F32 only where nothing else is asked for: every other kind is made from the F16 file
        for base_kind in ("F32", "F16"):
            if ("F32" not in kinds) if base_kind == "F32" else (kinds == ["F32"]):
                continue
            written[base_kind] = Path(scratch) / f"{base_kind}.gguf"
            write_gguf(
                written[base_kind], model.state_dict(), config, vocabulary,
                name=recipe.export.name, metadata={**general, **header}, half=base_kind == "F16",
            )  # fmt: skip
            parity[base_kind] = golden.check(written[base_kind], base_kind, model, vocabulary, header)
            say(f"{base_kind}: {parity[base_kind]}")
        for kind in kinds:
            if kind not in written:
                written[kind] = Path(scratch) / f"{kind}.gguf"
                quantise(written["F16"], written[kind], kind)
                parity[kind] = golden.check(written[kind], kind, model, vocabulary, header)
                say(f"{kind}: {parity[kind]}")
        for kind in kinds:
            path = target if len(kinds) == 1 else target.with_name(f"{target.stem}-{kind}{target.suffix}")
            with written[kind].open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
            size = written[kind].stat().st_size
            files.append({"file": path.name, "bytes": size, "sha256": digest, "quantisation": kind})
            os.replace(written[kind], path)
            path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    figures = {"files": files, "checkpoint": folder.name, "parity": parity}
    target.with_suffix(".Modelfile").write_text(modelfile(files[-1]["file"]), encoding="utf-8")
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
