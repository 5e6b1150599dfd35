"""What the documents promise is there: commands, settings with their defaults, files, the quickstart notebook."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import nbformat
import pytest

from mathcoder_kernel.kernel.commands import GRAMMARS, Ask, parse_source
from mathcoder_kernel.kernel.settings import MathCoderSettings
from tests.packaging.conftest import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "benchmarks" / "README.md"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


EMPTY = {"model": "the bundled one", "engine": "the local model", "server_model": "its first"}
"""What settings mean that are empty by default."""


def table_rows(first_cell: str) -> list[str]:
    """The rows of the README that begin with this cell, which may go on after a blank."""
    return [line for line in README.splitlines() if re.match(rf"\| `{re.escape(first_cell)}[` ]", line)]


@pytest.mark.parametrize("command", sorted(GRAMMARS))
def test_the_readme_lists_every_magic_as_it_is_used(command: str) -> None:
    assert table_rows(f"%mathcoder {GRAMMARS[command].usage}")


@pytest.mark.parametrize("name", MathCoderSettings.names())
def test_the_readme_lists_every_setting_with_its_default(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MATHCODER_MODEL", raising=False)
    (row,) = table_rows(name)
    default = MathCoderSettings().shown(name)
    told = row.split("|")[2].strip().strip("`")
    assert told == (default or EMPTY[name])


def test_the_readme_lists_no_setting_that_does_not_exist() -> None:
    settings = README.split("| setting | default |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` ", settings, re.M)) == set(MathCoderSettings.names())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_benchmarks_named_in_documents_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    missing = [link for link in links if link and not (document.parent / link).exists()]
    missing += [path for path in re.findall(r"\b(benchmarks/\w+\.py)\b", text) if not (ROOT / path).exists()]
    assert not missing


def test_bootstrap_commands_in_documents_exist() -> None:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    bootstrap = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bootstrap)
    named = {
        command
        for document in DOCUMENTS
        for command in re.findall(r"python3 bootstrap\.py (\w+)", document.read_text(encoding="utf-8"))
    }
    assert {"ask", "lab", "test"} <= named <= set(bootstrap.COMMANDS)


def test_the_quickstart_is_clean_and_every_magic_in_it_is_understood() -> None:
    notebook = nbformat.read(ROOT / "notebooks" / "quickstart.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "mathcoder"
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not [cell for cell in code if cell.outputs or cell.execution_count]
    requests = [parse_source(cell.source) for cell in code if "%mathcoder" in cell.source]
    assert None not in requests
    assert len([request for request in requests if isinstance(request, Ask)]) >= 4
