"""Two evaluations of the same questions, held against each other pair by pair.

The pairs carry more than two separate intervals do: questions that both solve, or neither, say nothing about which is
better. The interval is a percentile bootstrap over questions (Efron 1979), the p value the exact test of McNemar (1947)
on those where they differ.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from finetune.data.files import DataError
from finetune.evaluate.report import SOLVED, model_label, share_text

RESAMPLES = 10_000


def read_report(path: Path) -> dict[str, Any]:
    """A report of `eval`: its file, or the folder that holds report.json."""
    file = path / "report.json" if path.is_dir() else path
    try:
        report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(report["sets"], dict):
            raise TypeError("sets")
    except FileNotFoundError:
        hint = ": the evaluation is not finished, give its command again" if path.is_dir() else ""
        raise DataError(f"there is no report {file}{hint}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{file} is no report of `eval` ({error})") from error
    return report


def compare(first: Mapping[str, Any], second: Mapping[str, Any], *, seed: int = 0) -> dict[str, Any]:
    """Both reports' sets, over the questions that both were asked; DataError where there is none."""
    sets: dict[str, Any] = {}
    pairs: list[tuple[bool, bool]] = []
    for name, result in first["sets"].items():
        if name not in second["sets"]:
            continue
        one, two = _solved(result), _solved(second["sets"][name])
        common = [key for key in one if key in two]
        if common:
            found = [(one[key], two[key]) for key in common]
            sets[name] = _figures(found, seed)
            pairs += found
    if not sets:
        raise DataError("these two evaluations have no question in common: evaluate both on the same --set and --seed")
    if len(sets) > 1:
        sets["all"] = _figures(pairs, seed)
    return {"first": model_label(first), "second": model_label(second), "sets": sets}


def as_text(comparison: Mapping[str, Any]) -> str:
    """The comparison as a person reads it."""
    lines = [f"A: {comparison['first']}", f"B: {comparison['second']}", ""]
    for name, found in comparison["sets"].items():
        low, high = found["interval"]
        lines += [
            f"{name}: {found['asked']} questions",
            f"  A {share_text(found['first'], found['asked'])}, B {share_text(found['second'], found['asked'])}",
            f"  B - A: {100 * found['difference']:+.1f} points (95 % {100 * low:+.1f} to {100 * high:+.1f}), "
            f"p = {found['p']:.3g}",
            f"  both {found['both']}, only A {found['only_first']}, only B {found['only_second']}, "
            f"neither {found['neither']}",
            f"  {_verdict(found)}",
        ]
    return "\n".join(lines)


def _solved(result: Mapping[str, Any]) -> dict[tuple[str, str], bool]:
    """By id and question, so that equal ids of other questions do not meet."""
    return {(str(o["id"]), o["question"]): o["verdict"] in SOLVED for o in result["outcomes"]}


def _figures(pairs: list[tuple[bool, bool]], seed: int) -> dict[str, Any]:
    table = np.array(pairs, dtype=np.int8)
    difference = table[:, 1] - table[:, 0]
    size = len(pairs)
    # a resample of pairs is a draw of how many of them speak for A, for B and for neither
    shares = [float((difference == value).mean()) for value in (-1, 0, 1)]
    drawn = np.random.default_rng(seed).multinomial(size, shares, RESAMPLES)
    means = (drawn[:, 2] - drawn[:, 0]) / size
    only_first, only_second = int((difference == -1).sum()), int((difference == 1).sum())
    both = int((table.sum(1) == 2).sum())
    return {
        "asked": size,
        "first": int(table[:, 0].sum()),
        "second": int(table[:, 1].sum()),
        "difference": float(difference.mean()),
        "interval": [float(q) for q in np.quantile(means, (0.025, 0.975))],
        "p": mcnemar(only_first, only_second),
        "both": both,
        "only_first": only_first,
        "only_second": only_second,
        "neither": size - both - only_first - only_second,
    }


def mcnemar(only_first: int, only_second: int) -> float:
    """Two-sided exact p value: how likely a split at least so uneven is if both were equally good."""
    total = only_first + only_second
    tail = sum(math.comb(total, k) for k in range(min(only_first, only_second) + 1)) / 2**total
    return float(min(1.0, 2 * tail))


def _verdict(found: Mapping[str, Any]) -> str:
    low, high = found["interval"]
    if low > 0 and found["p"] < 0.05:
        return "B is better."
    if high < 0 and found["p"] < 0.05:
        return "A is better."
    return "No difference can be told from these questions."
