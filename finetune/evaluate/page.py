"""A report as one HTML file: figures, plots and the questions that were not solved. Opens without a network."""

from __future__ import annotations

import html
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from finetune.data.files import DataError, WholeFile
from finetune.evaluate.report import SOLVED, VERDICTS, model_label, share_text, wilson

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .25rem .75rem; border-bottom: 1px solid #ddd }
th { text-align: left } td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
figure { margin: 1rem 0 } svg { max-width: 100%; height: auto }
pre { background: #f4f4f4; padding: .5rem; overflow: auto }
.text { border-left: 3px solid #4878a8 } .code { border-left: 3px solid #6a9a4a }
.execution { border-left: 3px solid #999 }
details { margin: .5rem 0 } .small { color: #555; font-size: .9rem }
"""
_COLOURS = {"right": "#4a8a4a", "refused rightly": "#8fbf8f", "wrong": "#b84a4a", "no answer": "#d09a5a"}


def write_page(reports: Sequence[Mapping[str, Any]], path: Path, *, shown: int = 50) -> None:
    """Write the page of one report, or of several side by side; `shown` unsolved questions of each set are on it."""
    parts = ["<!doctype html>", '<html lang="en">', '<meta charset="utf-8">', "<title>Evaluation</title>"]
    parts += [f"<style>{_STYLE}</style>", "<h1>Evaluation</h1>", _overview(reports)]
    rows = [(f"{model_label(report)}: {name}", result) for report in reports for name, result in report["sets"].items()]
    parts += [_figure("Solved, with 95 % intervals", _bars([(name, _cell(result)) for name, result in rows]))]
    parts += [_figure("How questions ended", _endings(rows))]
    parts += [_figure("Code blocks a solution", _blocks(rows))]
    for report in reports:
        for name, result in report["sets"].items():
            parts += _set(f"{model_label(report)}: {name}", result, shown)
    parts += ["</html>"]
    with WholeFile(path) as file:
        file.write("\n".join(parts) + "\n")


def _overview(reports: Sequence[Mapping[str, Any]]) -> str:
    columns = ("model", "set", "solved", "95 % interval", "failed code", "made-up results", "blocks", "seconds, median")
    lines = ["<table>", "<tr>" + "".join(f"<th>{c}</th>" for c in columns) + "</tr>"]
    for report in reports:
        for name, result in report["sets"].items():
            low, high = result["interval"]
            cells = [
                share_text(result["solved"], result["asked"]),
                f"{100 * low:.1f}–{100 * high:.1f} %",
                f"{100 * result['code_error_rate']:.1f} %",
                f"{100 * result.get('self_written_rate', 0.0):.1f} %",
                f"{result.get('blocks_per_solution', 0.0):.2f}",
                f"{result['median_seconds']:.3f}",
            ]
            lines.append(
                f"<tr><td>{html.escape(model_label(report))}</td><td>{html.escape(name)}</td>"
                + "".join(f'<td class="n">{cell}</td>' for cell in cells)
                + "</tr>"
            )
    lines.append("</table>")
    for report in reports:
        way = report.get("way") or {}
        samples, temperature = way.get("samples", 1), way.get("temperature", 0)
        drawn = "greedy" if not temperature else f"samples of each question: {samples}, temperature {temperature}"
        facts = [f"SHA-256 {report.get('sha256', 'not known')}", f"seed {report.get('seed')}", drawn]
        if report.get("scorer"):
            facts.append(f"scorer {report['scorer']}")
        if report.get("commit"):
            facts.append(f"commit {report['commit']}")
        lines.append(f'<p class="small">{html.escape(model_label(report))}: {html.escape(", ".join(facts))}</p>')
    return "\n".join(lines)


def _set(title: str, result: Mapping[str, Any], shown: int) -> list[str]:
    parts = [f"<h2>{html.escape(title)}</h2>"]
    for key, heading in (("topics", "By topic"), ("levels", "By level")):
        shares = result.get(key) or {}
        if len(shares) > 1:
            parts.append(_figure(heading, _bars(list(shares.items()))))
    unsolved = [outcome for outcome in result["outcomes"] if outcome["verdict"] not in SOLVED]
    if unsolved:
        parts.append(f"<h3>Not solved ({min(shown, len(unsolved))} of {len(unsolved)})</h3>")
    parts += [_outcome(outcome) for outcome in unsolved[:shown]]
    return parts


def _outcome(outcome: Mapping[str, Any]) -> str:
    blocks = "".join(
        f'<pre class="{html.escape(block["type"])}">{html.escape(block["content"])}</pre>'
        for block in outcome["transcript"]["blocks"]
    )
    answer = "none" if outcome["answer"] is None else outcome["answer"]
    gold = "a refusal" if outcome["gold"] is None else outcome["gold"]
    return (
        f"<details><summary>{html.escape(outcome['question'])} <b>{html.escape(outcome['verdict'])}</b></summary>"
        f"<p>Answer: {html.escape(answer)}; right is {html.escape(gold)}.</p>{blocks}</details>"
    )


def _cell(result: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"solved": result["solved"], "asked": result["asked"], "interval": result["interval"]}


def _figure(title: str, svg: str) -> str:
    return f"<figure><figcaption>{html.escape(title)}</figcaption>{svg}</figure>"


def _plot(height: float) -> tuple[Any, Any]:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise DataError("the report's plots need matplotlib: pip install matplotlib") from error
    figure = Figure(figsize=(8, height), layout="constrained")
    return figure, figure.subplots()


def _svg(figure: Any) -> str:
    out = io.StringIO()
    # fixed ids and no date: equal reports give equal files
    import matplotlib

    with matplotlib.rc_context({"svg.hashsalt": "mathcoder", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return re.sub(r"^.*?(?=<svg)", "", out.getvalue(), flags=re.DOTALL)


def _plain(label: str) -> str:
    """Without the dollars that matplotlib would read as mathematics."""
    return label.replace("$", r"\$")


def _bars(shares: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    figure, axes = _plot(0.6 + 0.3 * len(shares))
    for place, (_, cell) in enumerate(shares):
        share = cell["solved"] / cell["asked"] if cell["asked"] else 0.0
        low, high = cell.get("interval") or wilson(cell["solved"], cell["asked"])
        axes.barh(place, 100 * share, color="#4878a8", height=0.6)
        axes.plot([100 * low, 100 * high], [place, place], color="#1b1b1b", linewidth=1)
        axes.text(101, place, f"{cell['solved']}/{cell['asked']}", va="center", fontsize=8)
    axes.set_yticks(range(len(shares)), [_plain(label) for label, _ in shares], fontsize=8)
    axes.set_ylim(len(shares) - 0.5, -0.5)
    axes.set_xlim(0, 112)
    axes.set_xticks(range(0, 101, 20))
    axes.set_xlabel("% solved")
    return _svg(figure)


def _endings(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    figure, axes = _plot(1.5 + 0.35 * len(rows))
    left = [0.0] * len(rows)
    for verdict in VERDICTS:
        counts = [result["verdicts"].get(verdict, 0) for _, result in rows]
        if not any(counts):
            continue
        shares = [100 * n / max(1, result["asked"]) for n, (_, result) in zip(counts, rows, strict=True)]
        axes.barh(range(len(rows)), shares, left=left, label=verdict, color=_COLOURS.get(verdict), height=0.6)
        left = [a + b for a, b in zip(left, shares, strict=True)]
    axes.set_yticks(range(len(rows)), [_plain(label) for label, _ in rows], fontsize=8)
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("% of questions")
    figure.legend(fontsize=8, ncols=4, loc="outside lower center")
    return _svg(figure)


def _blocks(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    figure, axes = _plot(3.0)
    width = 0.8 / max(1, len(rows))
    for number, (label, result) in enumerate(rows):
        counts = Counter(round(o["code_blocks"] / o.get("samples", 1)) for o in result["outcomes"])
        most = max(counts, default=0)
        places = [n + number * width for n in range(most + 1)]
        axes.bar(
            places, [100 * counts[n] / max(1, result["asked"]) for n in range(most + 1)], width, label=_plain(label)
        )
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel("code blocks")
    axes.set_ylabel("% of questions")
    axes.legend(fontsize=8)
    return _svg(figure)
