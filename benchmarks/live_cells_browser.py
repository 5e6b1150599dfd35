"""Generated cells in JupyterLab itself, in headless Chromium: until they run, and from Stop until the kernel is idle.

    python benchmarks/live_cells_browser.py [--repeats 20] [--stops 20] [--plain-server] [--json]

All times are the page's own clock. "inserted -> running" and "run message -> running": from the arrival of the
kernel's message until the arrival of the child's `execute_input`, so both ways and the notebook's own work are in them.
"Stop -> idle": from pressing Stop in the status bar until the asking cell's idle status has arrived, while a long
question is read (by llama.cpp; 33M random weights), while words are written, and while generated code loops in Python.
"longest task": what a key press may have to wait for at worst while an answer of 2,000 tokens is written at 300 a
second; it tells of none below 50 ms (then 0). The scripted engine plays the other answers. Whatever else the machine
does is in the times: its load is told. --plain-server leaves our extension of the server off, for comparison. Needs
`pip install "mathcoder-kernel[browser]"` and Chromium.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from measure import median, progress, report
from random_model import long_question, write_random_model

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser.conftest import CHROMIUM, LAUNCH, missing  # they need the repository's folder
from tests.browser.page import Notebook, opened
from tests.browser.server import serving
from tests.kernel.scripts import script_environment, write_script

LONG_WORDS = "Let us think about this for a while. " * 60
TWO_THOUSAND = " ".join(f"word{number}" for number in range(1000))  # a token for each word and each number
LOOP = "py:while True:\n    pass"
QUESTION = "%%mathcoder --block_tokens 4000\nGo on."

# Notes when which message passes; asking is the first request of a question, children follow.
WATCH = """() => {
    const noted = window.noted = { insert: {}, run: {}, sent: {}, running: {}, idle: {} };
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    kernel.anyMessage.connect((_, { msg, direction }) => {
        const now = performance.now();
        const { content, header, metadata } = msg;
        const parent = msg.parent_header?.msg_id;
        if (direction === 'send' && header.msg_type === 'execute_request') {
            noted.sent[header.msg_id] = metadata.cellId;
        } else if (header.msg_type === 'comm_msg' && content.data?.op === 'insert') {
            if (content.data.cell_type === 'code') noted.insert[content.data.id] = now;
        } else if (header.msg_type === 'comm_msg' && content.data?.op === 'run') {
            noted.run[content.data.id] = now;
        } else if (header.msg_type === 'execute_input') {
            noted.running[noted.sent[parent]] = now;
        } else if (header.msg_type === 'status' && content.execution_state === 'idle' && parent in noted.sent) {
            noted.idle[noted.sent[parent]] = now;
        }
    });
}"""
LONGEST = """() => {
    window.longest = 0;
    const note = list => list.getEntries().forEach(task => {
        window.longest = Math.max(window.longest, task.duration);
    });
    window.observer?.disconnect();
    window.observer = new PerformanceObserver(note);
    window.observer.observe({ type: 'longtask' });
}"""
WRITE = """source => window.jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.setSource(source)"""
STOP = """() => {
    const stop = document.querySelector('.jp-MathCoder-statusStop');
    const now = performance.now();
    stop.click();
    return now;
}"""


def noted(notebook: Notebook) -> dict[str, dict[str, float]]:
    """What the page noted since it was asked last, in milliseconds."""
    found: dict[str, dict[str, float]] = notebook.page.evaluate(
        "() => { const found = JSON.parse(JSON.stringify(window.noted));"
        " Object.values(window.noted).forEach(part => Object.keys(part).forEach(key => delete part[key]));"
        " return found; }"
    )
    return found


def ask(notebook: Notebook) -> None:
    """Ask and wait until the answer has begun."""
    noted(notebook)
    notebook.run(0)
    notebook.wait(lambda: not notebook.turn_over(), "the beginning of the answer")


def answered(notebook: Notebook) -> dict[str, dict[str, float]]:
    """Ask, wait for the end; what was noted."""
    ask(notebook)
    notebook.wait(notebook.turn_over, "the end of the answer")
    return noted(notebook)


def longest_task(notebook: Notebook) -> float:
    """Ask for a long answer; the seconds of the page's longest task meanwhile."""
    notebook.page.evaluate(LONGEST)
    answered(notebook)
    longest: float = notebook.page.evaluate("() => window.longest")
    return longest / 1000


def stopped(notebook: Notebook, phase: str, question: str = QUESTION) -> float:
    """Ask, stop in the middle of a phase (reading, writing, running); seconds until the asking cell was idle."""
    asking = notebook.page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets[0].model.id")
    notebook.page.evaluate(WRITE, question)
    ask(notebook)
    notebook.wait(lambda: phase in notebook.state() and (phase != "writing" or notebook.generated()), phase)
    notebook.page.wait_for_timeout(300)
    if phase not in notebook.state():
        raise RuntimeError(f"The answer was past {phase} when it was to be stopped there.")
    pressed: float = notebook.page.evaluate(STOP)
    notebook.wait(lambda: notebook.page.evaluate(f"() => window.noted.idle['{asking}']"), "idle")
    return (noted(notebook)["idle"][asking] - pressed) / 1000


def _load() -> str:
    """How busy the machine is."""
    if not hasattr(os, "getloadavg"):  # Windows
        return f"{os.cpu_count()} processors"
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def main() -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=20, help="answers with three code cells each (default: 20)")
    parser.add_argument("--stops", type=int, default=20, help="stops of each kind (default: 20)")
    parser.add_argument("--plain-server", action="store_true", help="without our extension of the server")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if reason := missing():
        parser.error(reason)
    inserted: list[float] = []
    run: list[float] = []
    stops: dict[str, list[float]] = {}
    load = _load()
    with tempfile.TemporaryDirectory(prefix="mathcoder-bench-") as name, sync_playwright() as playwright:
        folder = Path(name)
        script = folder / "script.json"
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(LAUNCH))

        def played(speed: float, *blocks: str) -> Mapping[str, str]:
            return script_environment(write_script(script, *blocks), tokens_per_second=speed)

        def measure(environment: Mapping[str, str], *, what: Any, count: int, label: str) -> list[Any]:
            """Start a server, open a notebook, do something once for nothing and then so many times."""
            with serving(folder / label.replace(" ", "-"), environment, extension=not options.plain_server) as server:
                path = server.notebook("asked.ipynb", QUESTION)
                with opened(browser, server, path) as notebook:
                    notebook.attached()
                    notebook.page.evaluate(WATCH)
                    what(notebook)
                    return list(progress(lambda: what(notebook), count, label))

        blocks = ("First.", "py:a = 6", "Then.", "py:b = 7", "Now.", "py:a * b", r"So \(\boxed{42}\).")
        for found in measure(played(2000, *blocks), what=answered, count=options.repeats, label="answers"):
            inserted += [(found["running"][cell] - at) / 1000 for cell, at in found["insert"].items()]
            run += [(found["running"][cell] - at) / 1000 for cell, at in found["run"].items()]
        for phase, words in (("writing", (LONG_WORDS,)), ("running", ("Loop.", LOOP))):
            stops[phase] = measure(
                played(60, *words),
                what=lambda notebook, phase=phase: stopped(notebook, phase),
                count=options.stops,
                label=f"stops in {phase}",
            )
        asked = itertools.count()
        stops["reading"] = measure(
            {"MATHCODER_MODEL": str(write_random_model(folder / "random.gguf"))},
            # Each question is another one: what was read of the last need not be read again.
            what=lambda notebook: stopped(notebook, "reading", f"%%mathcoder\n{long_question(next(asked))}"),
            count=options.stops,
            label="stops in reading",
        )
        long = measure(played(300, TWO_THOUSAND), what=longest_task, count=5, label="long answers")
    rows = [
        ("run message -> child running", median(run), "ms"),
        ("inserted -> running (one line is written)", median(inserted), "ms"),
        ("Stop -> idle, a long question is read", median(stops["reading"]), "ms"),
        ("Stop -> idle, words", median(stops["writing"]), "ms"),
        ("Stop -> idle, generated Python loop", median(stops["running"]), "ms"),
        ("longest task of the page, 2,000 tokens", median(long), "ms"),
    ]
    title = "live cells in JupyterLab" + (", without our extension of the server" if options.plain_server else "")
    report(title, rows, options.json, [f"{load} before, {_load()} after"])


if __name__ == "__main__":
    main()
