"""The model card: what the model is, what it was made from, how often it is right, and what it cannot do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from finetune.data.gsm8k import TOPIC as GSM8K
from finetune.recipe import Recipe


def model_card(
    recipe: Recipe,
    data: Mapping[str, Any],
    figures: Mapping[str, Any],
    parameters: int,
    training: Mapping[str, Any],
    evaluation: Mapping[str, Any] | None,
) -> str:
    """Markdown with the front matter that model hubs read."""
    front = {
        "license": recipe.export.licence.lower(),
        "language": ["en"],
        "pipeline_tag": "text-generation",
        "tags": ["mathematics", "llama", "gguf", "code-execution"],
    }
    run = training.get("run", {})
    machine = f"{run.get('device', 'unknown device')}, {run.get('dtype', 'unknown dtype')}"
    minutes = f"{training['seconds'] / 60:.0f} minutes" if "seconds" in training else "time not recorded"
    losses = ", ".join(
        f"{label} {training[key]:.4f}"
        for key, label in (
            ("loss", "training"),
            ("validation_loss", "validation"),
            ("held_out_loss", "held-out phrasings"),
        )
        if key in training
    )
    sizes = "; ".join(f"{file['quantisation']}, {file['bytes'] / 1e6:.1f} MB" for file in figures["files"])
    lines = [
        "---",
        yaml.safe_dump(front, sort_keys=False).strip(),
        "---",
        f"# {recipe.export.name} {recipe.export.version}",
        "",
        f"{parameters / 1e6:.1f}M parameters, {sizes}. It answers "
        "school and first-year mathematics questions in English by writing a plan and Python (sympy), reading what the "
        f"code gave, and stating the answer. {_origin(recipe)}",
        "",
        "## Use",
        "It is loaded by `mathcoder-kernel` (`%mathcoder load PATH`). It writes MathCoder's blocks (`<|text|>`, "
        "`<|code|>`, `<|execution|>` …, arXiv 2310.03731) and needs a host that runs its code: its answers are worth "
        "nothing without that.",
        "",
        "## Limits",
        "- It knows the topics below and little else; on others it may answer confidently and wrongly.",
        "- Wordings far from those it was trained on are often misread; the answer is right for the code it shows, so "
        "read the code.",
        "- No earlier turns, no variables of the notebook: each question stands alone. Longest training example: "
        f"{data['row_tokens']} tokens.",
        "- English only; decimal points, not commas.",
        "",
        "## Evaluation",
        *_evaluation(evaluation),
        "",
        "## Training",
        f"- Data: {_data(recipe, data)}; loss on text and code only. SHA-256 of the examples: `{data['sha256']}`.",
        f"- {training.get('tokens', 0):,} tokens seen, {training.get('epoch', 0)} epochs, step {training['step']}, "
        f"{minutes} on {machine}.",
        *_begun_with(training),
        f"- Loss: {losses or 'not recorded'}.",
        f"- Command: `python -m finetune train {'sft' if recipe.sft else 'scratch'} {recipe.name}`, "
        f"seed {recipe.seed}.",
        "",
        "Topics: " + ", ".join(f"{topic} ({count:,})" for topic, count in data["topics"].items()) + ".",
        "",
        "## File",
        *(f"- `{file['file']}`, SHA-256 `{file['sha256']}`" for file in figures["files"]),
        "",
        *_fidelity(figures),
        "",
        "## Recipe",
        "```yaml",
        yaml.safe_dump(_published(recipe), sort_keys=False, allow_unicode=True).strip(),
        "```",
        "",
        "## Licence",
        f"{recipe.export.licence}. {_rights(recipe, data, training)}",
        "",
    ]
    return "\n".join(lines)


def _origin(recipe: Recipe) -> str:
    if recipe.sft is None:
        return "It was trained from scratch; it holds no other model's weights."
    return f"It was fine-tuned ({recipe.sft.method}) from `{_named(recipe.sft.base)}`."


def _named(model: str) -> str:
    """What a base is called elsewhere: a hub's name as it is; a folder here by the recipe it was trained with, or else
    its own name."""
    folder = Path(model)
    for name in ("recipe.json", "recipe.yaml"):  # of a checkpoint, of a run
        if (folder / name).is_file():
            record = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
            return f"{record['name']} ({folder.name})"
    return folder.name if folder.is_absolute() or folder.is_dir() else model


def _published(recipe: Recipe) -> dict[str, Any]:
    """The recipe without paths of this machine."""
    record = recipe.to_dict()
    for part, key in (("sft", "base"), ("train", "init")):
        if record.get(part) and record[part].get(key):
            record[part][key] = _named(record[part][key])
    return record


def _earlier_runs(training: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The runs of ours whose weights this one began with, the last one first."""
    earlier = training.get("run", {}).get("begun_with")
    while earlier:
        yield earlier
        earlier = earlier.get("begun_with")


def _begun_with(training: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for earlier in _earlier_runs(training):
        lines.append(
            f"- {'Before that' if lines else 'Begun with the weights of'} a run of the recipe `{earlier['recipe']}`: "
            f"{earlier['tokens']:,} tokens in {earlier['minutes']} minutes, examples of SHA-256 "
            f"`{earlier['data_sha256']}`."
        )
    return lines


def _data(recipe: Recipe, data: Mapping[str, Any]) -> str:
    if recipe.sft is None:
        school = data["topics"].get(GSM8K, 0)
        varied = f" and {school:,} from GSM8K's training questions (arXiv 2110.14168), as they are and varied,"
        return (
            f"{data['documents'] - school:,} problems generated by `mathcoder_kernel.problems`"
            f"{varied if school else ''} ({data['tokens']:,} tokens), every solution executed"
        )
    origin = recipe.sft.data.strip() or "origin not told"
    return f"{data['documents']:,} transcripts ({data['tokens']:,} tokens): {origin}"


def _fidelity(figures: Mapping[str, Any]) -> list[str]:
    """The golden tests' figures, and what each quantisation costs on held-out transcripts."""
    measured = figures.get("reference")
    lines = [
        "Every file against torch in float32: largest difference of a logit, share of equal greedy tokens and "
        "Kullback-Leibler divergence (nats) on test prompts"
        + (
            f"; perplexity and divergence on {measured['tokens']:,} tokens of held-out transcripts, "
            f"where torch has perplexity {measured['perplexity']}."
            if measured
            else ". Perplexity was not measured (give --held-out)."
        ),
        "",
        "| file | largest difference | same token | KL | perplexity | KL on transcripts | same token there |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, found in figures["parity"].items():
        cells = [
            f"{found['max_logit_difference']}",
            f"{100 * found['same_greedy_token']:.1f} %",
            f"{found['kl_divergence']}",
        ]
        if measured:
            share = f"{100 * found['same_token_on_transcripts']:.2f} %"
            cells += [f"{found['perplexity']}", f"{found['kl_on_transcripts']}", share]
        else:
            cells += ["–"] * 3
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    if "imatrix" in figures:
        lines += ["", f"Below 8 bits, quantised by the importance of columns on `{figures['imatrix']}` (an imatrix)."]
    if "adapter" in figures["parity"]:
        on = figures["adapter_on"]
        lines += [
            "",
            f"The adapter was tested on the {on} file against the merged model. The kernel loads whole models.",
        ]
    return lines


def _rights(recipe: Recipe, data: Mapping[str, Any], training: Mapping[str, Any]) -> str:
    if recipe.sft is None:
        if any(GSM8K in stage.get("topics", ()) for stage in (data, *_earlier_runs(training))):
            return "GSM8K's questions are under the MIT licence (OpenAI, 2021); all else is this project's own."
        return "Weights and data come from this project alone."
    return "The base model's licence and that of the data hold for this file too."


def _evaluation(report: Mapping[str, Any] | None) -> list[str]:
    if report is None:
        return ["Not evaluated."]
    lines = [
        "Played through the kernel's solver with real execution, greedy; 95 % Wilson intervals.",
        "",
        "| set | solved | share | 95 % interval |",
        "|---|---|---|---|",
    ]
    for name, result in report["sets"].items():
        low, high = result["interval"]
        lines.append(
            f"| {name} | {result['solved']}/{result['asked']} | {100 * result['share']:.1f} % | "
            f"{100 * low:.1f}–{100 * high:.1f} % |"
        )
    return lines
