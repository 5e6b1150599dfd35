"""Browser and servers for the tests of this folder: headless Chromium over a real JupyterLab."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.server import BUILT, Server, serving
from tests.kernel.scripts import script_environment, write_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.page import Notebook

LAUNCH = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
QUESTION = "%%mathcoder\nany question"
Play = Callable[..., AbstractContextManager["Notebook"]]

CHROMIUM = os.environ.get("MATHCODER_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def missing() -> str:
    """Why these tests cannot run here; "" where they can."""
    for package in ("playwright", "jupyterlab"):
        if importlib.util.find_spec(package) is None:
            return f"browser tests need the package {package} (pip install mathcoder-kernel[browser])"
    if CHROMIUM is None:
        return "browser tests need Chromium (apt install chromium, or its path in MATHCODER_CHROMIUM)"
    if not (BUILT / "package.json").exists():
        return "the extension is not built here (see labextension/README.md)"
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    reason = missing()
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(900))
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(LAUNCH))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def lab(model_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab whose MathCoder kernels have the real model."""
    with serving(tmp_path_factory.mktemp("lab"), {"MATHCODER_MODEL": str(model_path)}) as server:
        yield server


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the scripted engine plays in `scripted`."""
    return tmp_path_factory.mktemp("script") / "script.json"


@pytest.fixture(scope="session")
def scripted(script: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab whose MathCoder kernels play a script."""
    environment = script_environment(script, tokens_per_second=300)
    with serving(tmp_path_factory.mktemp("scripted"), environment) as running:
        yield running


@pytest.fixture
def play(browser: Browser, scripted: Server, script: Path, request: pytest.FixtureRequest) -> Play:
    """Opens a notebook whose kernel will answer with these blocks."""
    from tests.browser.page import opened

    def start(
        *blocks: str, cells: tuple[str | dict[str, Any], ...] = (QUESTION, "after = 1"), **options: Any
    ) -> AbstractContextManager[Notebook]:
        write_script(script, *blocks)
        return opened(browser, scripted, scripted.notebook(f"{request.node.name}.ipynb", *cells), **options)

    return start


@pytest.fixture
def pictures() -> Path | None:
    """Where screenshots go; None where nobody wants them."""
    folder = os.environ.get("MATHCODER_SCREENSHOTS")
    if not folder:
        return None
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(folder)
