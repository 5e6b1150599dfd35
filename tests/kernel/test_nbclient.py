"""Notebooks executed without a person: nbclient and nbconvert."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from mathcoder_kernel.kernel import kernelspecs
from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import ROOT

pytestmark = pytest.mark.kernel


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share" / "jupyter"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    kernelspecs.install(prefix=str(tmp_path))


def _executed(*sources: str, folder: Path, kernel: str = "mathcoder") -> NotebookNode:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    NotebookClient(notebook, kernel_name=kernel, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    nbformat.validate(notebook)
    return notebook


def _text(cell: NotebookNode) -> str:
    return "\n".join(
        output["text"] if output["output_type"] == "stream" else output.get("data", {}).get("text/plain", "")
        for output in cell.outputs
    )


def test_a_notebook_with_questions_executes(model_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATHCODER_MODEL", str(model_path))
    notebook = _executed(
        "treasure = 4", "%%mathcoder\nSolve 2x + 3 = 11", "%mathcoder status", "treasure", folder=tmp_path
    )
    answered = notebook.cells[1]
    assert any("```python" in output.get("data", {}).get("text/markdown", "") for output in answered.outputs)
    assert "tokens/s" in _text(answered)
    assert "Last answer" in _text(notebook.cells[2])
    assert notebook.cells[3].outputs[0]["data"]["text/plain"] == "4"


def test_a_saved_answer_holds_no_unfinished_words_and_no_sign_of_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = write_script(
        tmp_path / "s.json",
        "We double the number with \\(n < 50\\). " * 4,
        "py:import time\ndoubled = 2 * number\ntime.sleep(0.2)\ndoubled",
        r"So the answer is \(\boxed{42}\).",
    )
    for name, value in script_environment(script, tokens_per_second=60).items():
        monkeypatch.setenv(name, value)
    notebook = _executed("number = 21", "%%mathcoder\nDouble it", "doubled", folder=tmp_path)
    outputs = notebook.cells[1].outputs
    shown = [output.get("data", {}).get("text/markdown", "") for output in outputs]
    assert [text for text in shown if "We double" in text] == [("We double the number with $n \\lt 50$. " * 4)]
    assert not [text for text in shown if "thinking" in text or "loading" in text]
    assert any(text.startswith(r"**Answer:** $\displaystyle 42$") for text in shown)
    values = [output["data"]["text/plain"] for output in outputs if output["output_type"] == "execute_result"]
    assert values == ["42"]
    assert notebook.cells[2].outputs[0]["data"]["text/plain"] == "42"


def test_an_answer_that_could_not_be_given_does_not_fail_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATHCODER_MODEL", str(tmp_path / "missing.gguf"))
    notebook = _executed("%mathcoder What is 2 + 2?", "'after'", folder=tmp_path)
    assert "no model file" in _text(notebook.cells[0])
    assert notebook.cells[1].outputs[0]["data"]["text/plain"] == "'after'"


def test_a_plain_python_notebook_with_the_extension_executes(
    model_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATHCODER_MODEL", str(model_path))
    notebook = _executed(
        "%load_ext mathcoder_kernel", "%%mathcoder\nSolve 2x + 3 = 11", folder=tmp_path, kernel="python3"
    )
    assert "tokens/s" in _text(notebook.cells[1])


def test_nbconvert_executes_and_renders_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nbconvert import HTMLExporter
    from nbconvert.preprocessors import ExecutePreprocessor

    script = write_script(
        tmp_path / "s.json", "<script>alert(1)</script> words", "py:'<b>' + 'x'", r"\(\boxed{x < 2}\)"
    )
    for name, value in script_environment(script).items():
        monkeypatch.setenv(name, value)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("%%mathcoder\nhello")])
    ExecutePreprocessor(timeout=120, kernel_name="mathcoder").preprocess(notebook, {})
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert "<script>alert(1)</script>" not in page
    assert "alert(1)" in page
