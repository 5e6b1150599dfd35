"""Counts, shares and intervals of an evaluation, as JSON and as a table."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

VERDICTS = (
    "right",
    "refused rightly",
    "wrong",
    "no answer",
    "refused wrongly",
    "answered what it should refuse",
    "held back",
    "failed",
)
"""How a question can end; the first two count as solved. `held back` is code the guard did not let run."""

SOLVED = VERDICTS[:2]


def wilson(solved: int, asked: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927); (0, 1) where nothing was asked."""
    if not asked:
        return 0.0, 1.0
    z, p = 1.959964, solved / asked
    centre = p + z * z / (2 * asked)
    half = z * math.sqrt(p * (1 - p) / asked + z * z / (4 * asked * asked))
    return max(0.0, (centre - half) / (1 + z * z / asked)), min(1.0, (centre + half) / (1 + z * z / asked))


def summarise(outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One set's figures; every outcome is kept beside them. Fields that older reports lack may be missing."""
    verdicts = Counter(outcome["verdict"] for outcome in outcomes)
    solved, asked = sum(verdicts[name] for name in SOLVED), len(outcomes)
    blocks = sum(outcome["code_blocks"] for outcome in outcomes)
    failed = sum(outcome["failed_blocks"] for outcome in outcomes)
    samples = sum(outcome.get("samples", 1) for outcome in outcomes)
    seconds = sorted(outcome["seconds"] for outcome in outcomes)
    checks = Counter((outcome["check"], outcome["verdict"] in SOLVED) for outcome in outcomes)
    levels = {outcome.get("level") for outcome in outcomes} - {None}
    right = sum(o["right_samples"] if "right_samples" in o else o["verdict"] in SOLVED for o in outcomes)
    return {
        "asked": asked,
        "solved": solved,
        "share": solved / asked if asked else 0.0,
        "interval": wilson(solved, asked),
        "verdicts": {name: verdicts[name] for name in VERDICTS if verdicts[name]},
        "code_error_rate": failed / blocks if blocks else 0.0,
        "self_written_rate": sum(bool(o.get("self_written")) for o in outcomes) / asked if asked else 0.0,
        "blocks_per_solution": sum(o.get("blocks", 0) for o in outcomes) / asked if asked else 0.0,
        "code_blocks_per_solution": blocks / samples if samples else 0.0,
        "samples": samples / asked if asked else 1.0,
        "right_samples": right / samples if samples else 0.0,
        "any_sample_right": sum(o.get("right_samples", o["verdict"] in SOLVED) > 0 for o in outcomes),
        "checked": checks[True, True] + checks[True, False],
        "checked_but_wrong": checks[True, False],
        "check_failed_but_right": checks[False, True],
        "right_or_refused": solved + verdicts["refused wrongly"],
        "not_misleading": asked - checks[True, False],
        "not_misleading_interval": wilson(asked - checks[True, False], asked),
        "median_seconds": seconds[len(seconds) // 2] if seconds else 0.0,
        "topics": _shares(outcomes, "topic"),
        "levels": _shares(outcomes, "level") if levels else {},
        "outcomes": list(outcomes),
    }


TOLD = (("checked", True), ("not checked", None), ("check failed", False))
"""What a student is told of an answer, and the value of an outcome's `check`."""


def figures(report: Mapping[str, Any]) -> dict[str, Any]:
    """A report without its questions and answers, small enough to keep beside a model; with how often an answer is
    right where a student is told that it was checked, was not, or failed its check."""
    sets: dict[str, Any] = {}
    for name, result in report["sets"].items():
        outcomes = result["outcomes"]
        told = {
            label: [o["verdict"] in SOLVED for o in outcomes if o["check"] is value and o.get("answer") is not None]
            for label, value in TOLD
        }
        sets[name] = {key: value for key, value in summarise(outcomes).items() if key != "outcomes"}
        sets[name]["told"] = {
            label: {"solved": sum(right), "asked": len(right), "interval": wilson(sum(right), len(right))}
            for label, right in told.items()
        }
    return {**{key: value for key, value in report.items() if key != "sets"}, "sets": sets}


def _shares(outcomes: Sequence[Mapping[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    """Solved and asked by the value of one field, with the interval."""
    found: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        found[str(outcome.get(key) or "none")].append(outcome["verdict"] in SOLVED)
    return {
        value: {"solved": sum(right), "asked": len(right), "interval": wilson(sum(right), len(right))}
        for value, right in sorted(found.items())
    }


def as_text(report: Mapping[str, Any], wrong: int = 0) -> str:
    """The report as a person reads it: by topic, sets side by side; `wrong` examples of what went wrong in each set."""
    sets: Mapping[str, Any] = report["sets"]
    topics = sorted({topic for result in sets.values() for topic in result["topics"]})
    width = max([len(topic) for topic in topics] + [26])
    lines = [model_label(report), "", " " * width + "".join(f"{name:>22}" for name in sets)]
    for topic in topics:
        cells = (result["topics"].get(topic) for result in sets.values())
        lines.append(f"{topic:{width}}" + "".join(f"{_share(c):>22}" for c in cells))
    lines.append(f"{'all':{width}}" + "".join(f"{_share(result):>22}" for result in sets.values()))
    lines.append(f"{'95 % interval':{width}}" + "".join(f"{_interval(r['interval']):>22}" for r in sets.values()))
    levels = sorted({level for result in sets.values() for level in result.get("levels", {})})
    for level in levels:
        cells = (result.get("levels", {}).get(level) for result in sets.values())
        lines.append(f"{f'level {level}':{width}}" + "".join(f"{_share(c):>22}" for c in cells))
    if any(result["samples"] > 1 for result in sets.values()):
        lines.append(
            f"{'right among samples':{width}}" + "".join(f"{100 * r['right_samples']:>20.1f} %" for r in sets.values())
        )
        lines.append(f"{'any sample right':{width}}" + "".join(f"{r['any_sample_right']:>22}" for r in sets.values()))
    for label, key in (("code blocks that failed", "code_error_rate"), ("results it made up", "self_written_rate")):
        lines.append(f"{label:{width}}" + "".join(f"{100 * r[key]:>20.1f} %" for r in sets.values()))
    for label, key in (("blocks a solution", "blocks_per_solution"), ("of them code", "code_blocks_per_solution")):
        lines.append(f"{label:{width}}" + "".join(f"{r[key]:>22.2f}" for r in sets.values()))
    lines.append(f"{'seconds, median':{width}}" + "".join(f"{r['median_seconds']:>22.3f}" for r in sets.values()))
    lines.append(
        f"{'right or refused':{width}}"
        + "".join(f"{share_text(r['right_or_refused'], r['asked']):>22}" for r in sets.values())
    )
    lines.append(
        f"{'right, refused, unchecked':{width}}"
        + "".join(f"{share_text(r['not_misleading'], r['asked']):>22}" for r in sets.values())
    )
    lines.append(
        f"{'95 % interval':{width}}" + "".join(f"{_interval(r['not_misleading_interval']):>22}" for r in sets.values())
    )
    rows = [(verdict, [result["verdicts"].get(verdict, 0) for result in sets.values()]) for verdict in VERDICTS]
    rows = [row for row in rows if any(row[1])]
    for name in ("checked", "checked_but_wrong", "check_failed_but_right"):
        rows.append((name.replace("_", " "), [result[name] for result in sets.values()]))
    lines += [f"{name:{width}}" + "".join(f"{count:>22}" for count in counts) for name, counts in rows]
    for name, result in sets.items():
        shown = [o for o in result["outcomes"] if o["verdict"] not in SOLVED][:wrong]
        if shown:
            lines += ["", f"Not solved, {name}:"]
        for outcome in shown:
            lines.append(
                f"- {outcome['question']!r}: {outcome['verdict']}; {outcome['answer']!r}, right is {outcome['gold']!r}"
            )
            lines += [
                f"    | {line}"
                for b in outcome["transcript"]["blocks"]
                if b["type"] == "code"
                for line in b["content"].splitlines()
            ]
    return "\n".join(lines)


def model_label(report: Mapping[str, Any]) -> str:
    """What the model is called beside others: with its quantisation, and how its answers were chosen."""
    way = report.get("way") or {}
    parts = [str(report["model"]), str(report.get("quantisation") or "")]
    if way.get("samples", 1) > 1:
        parts.append(f"{'best of ' if report.get('scorer') else 'maj@'}{way['samples']}")
    return " ".join(part for part in parts if part)


def share_text(solved: int, asked: int) -> str:
    """A share as a person reads it: `3/4  75.0 %`."""
    return f"{solved}/{asked} {100 * solved / asked:5.1f} %" if asked else "–"


def _share(cell: Mapping[str, Any] | None) -> str:
    return share_text(cell["solved"], cell["asked"]) if cell else "–"


def _interval(interval: Sequence[float]) -> str:
    return f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f} %"
