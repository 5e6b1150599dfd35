"""A notebook in a browser, as tests talk about it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import TOKEN, Server

pytest.importorskip("playwright", reason="browser tests need playwright: pip install 'mathcoder-kernel[browser]'")
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

WAIT_MS = 240_000  # a limit against hanging, not a measure: also on a machine that others keep busy
HARMLESS = re.compile(
    r"favicon|Failed to load resource.*(404|403)|ResizeObserver|Service ?worker|net::ERR_ABORTED|preload|"
    r"WebSocket is already in CLOSING|Autofocus processing|was interrupted while the page was loading",
    re.I,
)

CELLS = """() => [
    ...document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell')
].map(cell => ({
    type: cell.classList.contains('jp-MarkdownCell') ? 'markdown' : 'code',
    generated: cell.classList.contains('jp-mod-mathcoder-generated'),
    question: cell.classList.contains('jp-mod-mathcoder-question'),
    waiting: cell.classList.contains('jp-mod-mathcoder-waiting'),
    stale: cell.classList.contains('jp-mod-mathcoder-stale'),
    prompt: cell.querySelector('.jp-InputPrompt')?.textContent ?? '',
    source: cell.querySelector('.cm-content')?.innerText ?? '',
    text: cell.querySelector('.jp-RenderedMarkdown')?.innerText ?? '',
    output: cell.querySelector('.jp-OutputArea')?.innerText ?? '',
    bar: cell.querySelector('.jp-MathCoder-bar')?.innerText ?? '',
    active: cell.classList.contains('jp-mod-active'),
}))"""


@dataclass
class Notebook:
    """One notebook in one page."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def cells(self) -> list[dict[str, Any]]:
        """What a person sees of each cell."""
        found: list[dict[str, Any]] = self.page.evaluate(CELLS)
        return found

    def generated(self) -> list[dict[str, Any]]:
        """The cells that answers brought."""
        return [cell for cell in self.cells() if cell["generated"]]

    def wait(self, what: Callable[[], Any], why: str, seconds: float = WAIT_MS / 1000) -> Any:
        """Wait until something is true; its value."""
        for _ in range(int(seconds / 0.1)):
            if value := what():
                return value
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{why} did not happen; cells: {self.cells()}; state: {self.state()!r}")

    def state(self) -> str:
        """What the status bar (or, without one, the toolbar) says."""
        text: str = self.page.evaluate(
            "() => [...document.querySelectorAll('.jp-MathCoder-statusText, .jp-MathCoder-toolbarState')]"
            ".find(node => node.offsetParent !== null)?.textContent ?? ''"
        )
        return text

    def attached(self) -> None:
        """Wait until the extension and the kernel know each other."""
        self.wait(lambda: "ready" in self.state(), "attaching")

    def command(self, name: str, **arguments: Any) -> None:
        """Run a command of the application, without waiting for its end."""
        self.page.evaluate(
            "([name, args]) => { void window.jupyterapp.commands.execute(name, args); }", [name, arguments]
        )

    def enabled(self, name: str, **arguments: Any) -> bool:
        """Whether a command can be run now."""
        value: bool = self.page.evaluate(
            "([name, args]) => window.jupyterapp.commands.isEnabled(name, args)", [name, arguments]
        )
        return value

    def select(self, index: int) -> None:
        """Make a cell the active one, in command mode."""
        cell = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell").nth(index)
        cell.locator(".jp-InputPrompt").first.click()

    def run(self, index: int) -> None:
        """Run a cell with the keyboard."""
        self.select(index)
        self.page.keyboard.press("Control+Enter")

    def type_into(self, index: int, text: str) -> None:
        """Replace the source of a cell by typing."""
        cell = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell").nth(index)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def answered(self) -> None:
        """Wait for the end of an answer."""
        self.wait(lambda: self.turn_over() and self.generated(), "the end of the answer")

    def answered_again(self, ask: Callable[[], None]) -> None:
        """Do what asks again and wait for the end of that answer, which may be there before one looks."""
        self.page.evaluate(COUNT_REPLIES)
        ask()
        self.wait(lambda: self.page.evaluate("window.replies") and self.turn_over(), "the end of the next answer")

    def turn_over(self) -> bool:
        """Whether no answer is being written."""
        state = self.state()
        return bool(state) and "…" not in state and "waiting" not in state


COUNT_REPLIES = """() => {
    window.replies = 0;
    window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.anyMessage.connect((_, { msg }) => {
        window.replies += msg.header.msg_type === 'execute_reply' ? 1 : 0;
    });
}"""
SHUT_DOWN = """async () => {
    const { sessions } = window.jupyterapp?.serviceManager ?? {};
    await sessions?.shutdownAll();
}"""


@contextmanager
def opened(
    browser: Browser, server: Server, path: Path, *, app: str = "lab", width: int = 1200, height: int = 900
) -> Iterator[Notebook]:
    """A notebook opened in a page of its own; what the page complains about is in `problems`."""
    # One context for all pages: the browser's cache then holds the application.
    context = browser.contexts[0] if browser.contexts else browser.new_context()
    with context.new_page() as page:
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(WAIT_MS)
        notebook = Notebook(page)

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error" and not HARMLESS.search(message.text):
                notebook.problems.append(message.text)

        page.on("console", on_console)

        def on_error(error: Error) -> None:
            # Jupyter Notebook 7.6 throws this one at every start, also without any extension: its shortcuts plugin
            # hears of a plugin's settings before its own are loaded.
            if app != "notebook" or "reading 'schema'" not in str(error):
                notebook.problems.append(str(error))

        page.on("pageerror", on_error)
        where = f"lab/workspaces/{uuid.uuid4()}/tree" if app == "lab" else "notebooks"
        page.goto(f"{server.url}/{where}/{path.name}?token={TOKEN}")
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell")
        try:
            yield notebook
        finally:
            page.evaluate(SHUT_DOWN)
