"""One command's worth: run folder → checked GGUF, model card, checksum."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import nn

from finetune.data.pack import Rows
from finetune.data.tokenizer import TrainedVocabulary
from finetune.export import fidelity, golden
from finetune.export.adapter_file import base_with_markers, is_adapter, write_adapter
from finetune.export.card import model_card
from finetune.export.checkpoint import checkpoint_folder, config_of, load_model
from finetune.export.gguf_file import ExportError, quantise, write_gguf
from finetune.export.importance import (
    TOKENS,
    UNWEIGHED,
    ImatrixArray,
    documents,
    hookable,
    importance,
    read_transcripts,
)
from finetune.export.template import modelfile
from finetune.recipe import recipe_from_dict
from mathcoder_kernel.engine import metadata as keys
from mathcoder_kernel.lce.dialect import MathCoderDialect


@dataclass(frozen=True, slots=True)
class Measured:
    """What export measures on transcripts, beside its golden tests. Each is a JSONL file of transcripts or a folder
    that `data generate` wrote (its validation split).

    `imatrix`: quantise by the importance of columns on these (F16 and Q8_0 do not use it). `held_out`: perplexity and
    divergence of every file on these; where it is not given, on the run's own validation rows if it has any.
    """

    imatrix: Path | None = None
    held_out: Path | None = None


def export(
    run: Path,
    target: Path,
    *,
    evaluation: Mapping[str, Any] | None = None,
    overrides: Sequence[str] = (),
    measured: Measured | None = None,
    adapter: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """Write `target` (a .gguf), its card (.md), checksum (.gguf.sha256) and .Modelfile from a run or checkpoint folder.

    Several quantisations give a file each (`name-KIND.gguf`). The F16 file is checked first, then what is made of it;
    if any golden test fails, no file is kept (ExportError). Returns the measured figures.
    `evaluation` is a report of `finetune.evaluate`, put into the card; `overrides` change the export part of the
    checkpoint's recipe. With `adapter` the base (with the markers) is written, and the adapters in a file of their own
    (`name-adapter.gguf`), which is tested on the base's F16 file against the merged model.
    """
    measured = measured or Measured()
    folder = checkpoint_folder(run)
    if adapter and not is_adapter(folder):
        raise ExportError(f"{folder} holds no adapters, so there is no adapter file to write: leave out --adapter")
    model, vocabulary, recipe = load_model(folder)
    if wrong := [o for o in overrides if not o.startswith("export.")]:
        raise ExportError(f"only the export part can be changed now, not {wrong[0]}: the model is trained")
    recipe = recipe_from_dict(recipe.to_dict(), overrides)
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    golden.check_trained_stops(data)
    kinds = list(dict.fromkeys(recipe.export.quantisation.split(",")))
    if measured.imatrix and UNWEIGHED.issuperset(kinds):
        raise ExportError(f"--imatrix changes nothing in {', '.join(kinds)}: leave it out, or add --quant Q4_K_M, say")
    whole = base_with_markers(folder, vocabulary, recipe) if adapter else model
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
    config = config_of(whole, vocabulary)
    texts = _held_out(run, folder, measured.held_out, vocabulary)
    parity: dict[str, dict[str, float]] = {}
    files: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as scratch:
        written: dict[str, Path] = {}

        def tested(kind: str, path: Path, against: nn.Module, over: Path | None = None) -> dict[str, float]:
            figures = golden.check(path, kind, against, vocabulary, header, adapter=over)
            if texts:
                figures |= fidelity.of_file(path, against, texts, vocabulary.size, over)
            return figures

        # F32 only where nothing else is asked for: every other kind is made from the F16 file
        for base_kind in ("F32", "F16"):
            if ("F32" not in kinds) if base_kind == "F32" else (kinds == ["F32"]):
                continue
            written[base_kind] = Path(scratch) / f"{base_kind}.gguf"
            write_gguf(
                written[base_kind], whole.state_dict(), config, vocabulary,
                name=recipe.export.name, metadata={**general, **header}, half=base_kind == "F16",
            )  # fmt: skip
            parity[base_kind] = tested(base_kind, written[base_kind], whole)
            say(f"{base_kind}: {parity[base_kind]}")
        weighed = (
            _weighed(measured.imatrix, hookable(whole, folder), config, vocabulary, say) if measured.imatrix else None
        )
        for kind in kinds:
            if kind not in written:
                written[kind] = Path(scratch) / f"{kind}.gguf"
                quantise(written["F16"], written[kind], kind, imatrix=weighed.array if weighed else None)
                parity[kind] = tested(kind, written[kind], whole)
                say(f"{kind}: {parity[kind]}")
        names = {kind: target.name if len(kinds) == 1 else f"{target.stem}-{kind}{target.suffix}" for kind in kinds}
        if adapter:
            written["adapter"] = Path(scratch) / "adapter.gguf"
            write_adapter(written["adapter"], folder, config, name=f"{recipe.export.name} adapter")
            base_kind = "F16" if "F16" in written else "F32"
            parity["adapter"] = tested(base_kind, written[base_kind], model, written["adapter"])
            say(f"adapter on {base_kind}: {parity['adapter']}")
            names["adapter"] = f"{target.stem}-adapter{target.suffix}"
        for kind, name in names.items():
            path = target.with_name(name)
            with written[kind].open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
            size = written[kind].stat().st_size
            files.append({"file": path.name, "bytes": size, "sha256": digest, "quantisation": kind})
            os.replace(written[kind], path)
            path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    figures: dict[str, Any] = {"files": files, "checkpoint": folder.name, "parity": parity}
    if adapter:
        figures["adapter_on"] = base_kind
    if measured.imatrix:
        figures["imatrix"] = measured.imatrix.name
    if texts:
        figures["reference"] = fidelity.reference(whole, texts, vocabulary.size)
        say(f"torch float32: perplexity {figures['reference']['perplexity']}")
    target.with_suffix(".Modelfile").write_text(modelfile(names[kinds[-1]], names.get("adapter")), encoding="utf-8")
    parameters = sum(p.numel() for p in model.parameters())
    card = model_card(recipe, data, figures, parameters, _training_facts(run, folder), evaluation)
    target.with_suffix(".md").write_text(card, encoding="utf-8")
    return figures


def _held_out(
    run: Path, folder: Path, given: Path | None, vocabulary: TrainedVocabulary
) -> list[tuple[list[int], list[int]]]:
    """Ids and roles of the transcripts to measure on; none where the run kept no validation rows."""
    if given is not None:
        return documents(read_transcripts(given), vocabulary, tokens=fidelity.TOKENS, longest=fidelity.LONGEST)
    home = folder.parent.parent if folder.parent.name == "checkpoints" else run
    rows = home / "packed" / "validation"
    if not (rows / "rows.json").is_file():
        return []
    found: list[tuple[list[int], list[int]]] = []
    packed, total = Rows.load(rows), 0
    for tokens, roles, numbers in zip(packed.tokens, packed.roles, packed.documents, strict=True):
        for number in range(1, int(numbers.max()) + 1):
            here = numbers == number
            found.append((tokens[here].tolist()[: fidelity.LONGEST], roles[here].tolist()[: fidelity.LONGEST]))
            total += int(here.sum())
        if total >= fidelity.TOKENS:
            break
    return found


def _weighed(
    source: Path, model: nn.Module, config: Mapping[str, Any], vocabulary: TrainedVocabulary, say: Callable[[str], None]
) -> ImatrixArray:
    texts = documents(read_transcripts(source), vocabulary, tokens=TOKENS, longest=_longest(config))
    say(f"importance of columns: {len(texts)} transcripts, {sum(len(ids) for ids, _ in texts):,} tokens")
    return ImatrixArray(importance(model, config, texts))


def _longest(config: Mapping[str, Any]) -> int:
    return min(int(config["max_position_embeddings"]), 4_096)


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
