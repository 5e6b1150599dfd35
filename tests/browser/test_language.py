"""Every word of ours goes through the translator: JupyterLab marks what does with `!!`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import QUESTION
from tests.browser.page import opened
from tests.browser.server import serving
from tests.kernel.scripts import script_environment, write_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MARKED = {"@jupyterlab/translation-extension:plugin": {"displayStringsPrefix": True, "stringsPrefix": "!!"}}

# Names of models, and sentences that the kernel writes (reasons, explanations), are no words of this extension.
SHOWN = """() => {
    const kernels = '.jp-MathCoder-statusModel, .jp-MathCoder-reasons, .jp-MathCoder-explanationTitle,'
        + ' .jp-RenderedHTMLCommon, .jp-MathCoder-fix';
    const ours = '.jp-MathCoder-bar, .jp-MathCoder-status, .jp-MathCoder-toolbarItem, .jp-MathCoder-explanation,'
        + ' .jp-mod-mathcoder-question .cm-placeholder';
    const found = [];
    for (const root of document.querySelectorAll(ours)) {
        for (const node of [root, ...root.querySelectorAll('*')]) {
            if (node.closest(kernels)) continue;
            for (const name of ['title', 'aria-label']) {
                if (node.getAttribute(name)) found.push(node.getAttribute(name));
            }
            for (const child of node.childNodes) {
                if (child.nodeType === Node.TEXT_NODE && child.data.trim()) found.push(child.data);
            }
        }
    }
    const { commands } = window.jupyterapp;
    for (const id of commands.listCommands().filter(id => id.startsWith('mathcoder:'))) {
        for (const args of id === 'mathcoder:set-run-mode' ? ['never', 'ask', 'guarded', 'auto'] : ['']) {
            found.push(commands.label(id, { mode: args }), commands.caption(id, { mode: args }));
        }
    }
    return found;
}"""


def test_every_string_goes_through_the_translator(browser: Browser, tmp_path: Path) -> None:
    blocks = ("Let us try.", "py:1 / 0", "py:import os\nprint(os.getcwd())", r"So $\boxed{4}$.")
    script = write_script(tmp_path / "script.json", *blocks)
    with serving(tmp_path / "server", script_environment(script), settings=MARKED) as server:
        path = server.notebook("marked.ipynb", QUESTION, "after = 1")
        with opened(browser, server, path) as notebook:
            notebook.attached()
            notebook.select(1)
            notebook.page.keyboard.press("q")
            notebook.page.keyboard.press("q")
            notebook.run(0)
            notebook.wait(lambda: any(cell["waiting"] for cell in notebook.cells()), "the wait")
            notebook.page.get_by_role("button", name="!!Explain this error").first.click()
            notebook.page.locator(".jp-MathCoder-explanation").wait_for()
            shown = notebook.page.evaluate(SHOWN)
            notebook.page.get_by_role("button", name="!!Run", exact=True).click()
            notebook.wait(notebook.turn_over, "the end of the answer")
            shown += notebook.page.evaluate(SHOWN)
            assert len(shown) > 60
            assert sorted({text for text in shown if "!!" not in text[:4]}) == []
