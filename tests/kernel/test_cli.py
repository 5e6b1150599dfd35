"""The mathcoder command."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.kernel.scripts import script_environment, write_script
from tests.kernel.starting import ROOT

pytestmark = pytest.mark.kernel

QUESTION = "Solve 2x + 3 = 11"


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **extra}


def _mathcoder(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mathcoder_kernel", *arguments],
        text=True,
        capture_output=True,
        timeout=240,
        cwd=cwd,
        env=_environment(environment),
        check=False,
    )


@pytest.fixture
def adding(tmp_path: Path) -> Mapping[str, str]:
    """A model that adds 19 and 23."""
    script = write_script(tmp_path / "s.json", "Adding.", "py:print('sum:')\n19 + 23", r"So \(\boxed{42}\).")
    return script_environment(script)


# -- ask ---------------------------------------------------------------------------------------------------------------


def test_ask_streams_an_answer_without_colours_into_a_pipe(tmp_path: Path, adding: Mapping[str, str]) -> None:
    done = _mathcoder("ask", "What is", "19 + 23?", cwd=tmp_path, **adding)
    assert done.returncode == 0
    assert "Adding.\n    print('sum:')\n    19 + 23\nsum:\n42\n" in done.stdout
    assert "Answer: 42" in done.stdout
    assert "\x1b" not in done.stdout


def test_an_error_of_generated_code_has_no_colours_in_a_pipe(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Dividing.", "py:1 / 0", r"So \(\boxed{0}\).")
    done = _mathcoder("ask", "divide", cwd=tmp_path, **script_environment(script))
    assert "ZeroDivisionError" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_a_terminal_sees_colours(tmp_path: Path, adding: Mapping[str, str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mathcoder_kernel", "ask", "What is 19 + 23?"]
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=tmp_path, env=_environment(adding))
    os.close(theirs)
    shown = b""
    while True:
        try:
            if not (part := os.read(ours, 4096)):
                break
        except OSError:  # Linux: the other end is closed
            break
        shown += part
    os.close(ours)
    assert process.wait(timeout=60) == 0
    assert b"\x1b[1;32mAnswer: 42\x1b[0m" in shown


def test_ask_works_with_the_real_model(tmp_path: Path, model_path: Path) -> None:
    done = _mathcoder("ask", QUESTION, "--model", str(model_path), cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "tokens/s" in done.stdout
    assert done.stderr == ""


def test_ask_in_a_notebook_executes_a_real_cell_and_saves_it(tmp_path: Path, adding: Mapping[str, str]) -> None:
    done = _mathcoder("ask", "--notebook", "out/answer.ipynb", "What is 19 + 23?", cwd=tmp_path, **adding)
    assert done.returncode == 0, done.stderr
    assert "Answer: 42" in done.stdout
    notebook: Any = nbformat.read(tmp_path / "out" / "answer.ipynb", as_version=4)
    assert notebook.cells[0].source == "%%mathcoder\nWhat is 19 + 23?"
    assert notebook.cells[0].execution_count == 1
    assert notebook.metadata.kernelspec.name == "mathcoder"
    assert any("42" in str(output.get("data", {}).get("text/markdown", "")) for output in notebook.cells[0].outputs)


def test_ask_in_a_notebook_tells_an_answer_from_words_that_look_like_one(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "I do not know.\nAnswer: none.")
    done = _mathcoder("ask", "--notebook", "a.ipynb", "What?", cwd=tmp_path, **script_environment(script))
    assert "Answer: none." in done.stdout
    assert done.returncode == 1


def test_ask_in_a_notebook_in_plain_text_keeps_words_together(tmp_path: Path, adding: Mapping[str, str]) -> None:
    command = ("ask", "--notebook", "a.ipynb", "--set", "view=plain", "What is 19 + 23?")
    done = _mathcoder(*command, cwd=tmp_path, **adding)
    assert done.returncode == 0, done.stderr
    assert "Adding.\n    print('sum:')\n    19 + 23\n" in done.stdout
    notebook: Any = nbformat.read(tmp_path / "a.ipynb", as_version=4)
    kinds = [output.output_type for output in notebook.cells[0].outputs]
    assert ("stream", "stream") not in itertools.pairwise(kinds)


def test_ask_as_json_prints_one_object(tmp_path: Path, adding: Mapping[str, str]) -> None:
    done = _mathcoder("ask", "--json", "What is 19 + 23?", cwd=tmp_path, **adding)
    record = json.loads(done.stdout)
    assert record["answer"] == "42"
    assert [block["type"] for block in record["blocks"]] == ["text", "code", "execution", "text"]


def test_a_missing_model_is_a_sentence_and_a_failure(tmp_path: Path) -> None:
    done = _mathcoder("ask", QUESTION, "--model", "missing.gguf", cwd=tmp_path)
    assert done.returncode == 1
    assert "no model file" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask"], "There is no question"),
        (["ask", "  "], "There is no question"),
        (["ask", "--set", "sede=3", "x"], "Did you mean 'seed'"),
        (["ask", "--set", "seed", "x"], "NAME=VALUE"),
        (["ask", "--out", "x.jsonl", "x"], "--out goes with --file"),
        (["ask", "--file", "x.jsonl", "x"], "--file goes without a question"),
        (["frobnicate"], "invalid choice"),
    ],
)
def test_wrong_use_is_explained(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = _mathcoder(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_ctrl_c_stops_the_answer(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Let us think about this for a long time. " * 200)
    process = subprocess.Popen(
        [sys.executable, "-m", "mathcoder_kernel", "ask", "slowly"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=_environment(script_environment(script, tokens_per_second=50)),
    )
    assert process.stdout is not None
    shown = ""
    while not shown.endswith("Let"):  # a slow start may be told first
        character = process.stdout.read(1)
        assert character, shown
        shown += character
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stderr.strip() == "Stopped."


# -- many --------------------------------------------------------------------------------------------------------------


def _questions(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n")
    return path


def test_a_file_of_questions_gives_one_object_a_line(tmp_path: Path, adding: Mapping[str, str]) -> None:
    path = _questions(tmp_path / "q.jsonl", {"id": 1, "question": "19 + 23?"}, {"id": "b", "question": "19 plus 23?"})
    done = _mathcoder("ask", "--file", str(path), "--json", cwd=tmp_path, **adding)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record["id"], record["answer"]) for record in records] == [(1, "42"), ("b", "42")]
    assert all({"question", "checked", "blocks", "stats"} <= record.keys() for record in records)
    assert "2/2" in done.stderr


def test_each_question_has_a_namespace_of_its_own(tmp_path: Path) -> None:
    script = write_script(tmp_path / "s.json", "Once.", "py:'seen' in globals()", "py:seen = 1", r"\(\boxed{1}\)")
    path = _questions(tmp_path / "q.jsonl", {"id": 1, "question": "x"}, {"id": 2, "question": "y"})
    done = _mathcoder("ask", "--file", str(path), "--set", "run=auto", cwd=tmp_path, **script_environment(script))
    for record in map(json.loads, done.stdout.splitlines()):
        assert record["blocks"][2] == {"type": "execution", "content": "False"}


def test_bad_rows_are_named_and_the_others_answered(tmp_path: Path, adding: Mapping[str, str]) -> None:
    path = _questions(
        tmp_path / "q.jsonl",
        "{not json",
        {"id": 1, "question": "19 + 23?"},
        {"question": "no id"},
        {"id": 2, "question": "  "},
        {"id": 1, "question": "again"},
        "[1]",
    )
    done = _mathcoder("ask", "--file", str(path), "--out", "r.jsonl", cwd=tmp_path, **adding)
    assert done.returncode == 1
    for line in (1, 3, 4, 5, 6):
        assert f"q.jsonl, line {line}: " in done.stderr
    assert [json.loads(line)["id"] for line in (tmp_path / "r.jsonl").read_text().splitlines()] == [1]


def test_a_run_is_resumed_where_it_ended(tmp_path: Path, adding: Mapping[str, str]) -> None:
    path = _questions(tmp_path / "q.jsonl", *({"id": n, "question": "19 + 23?"} for n in range(3)))
    results = tmp_path / "r.jsonl"
    results.write_text('{"id": 0, "question": "19 + 23?", "answer": "kept"}\n{"id": 1, "answ')  # cut off
    done = _mathcoder("ask", "--file", str(path), "--out", str(results), cwd=tmp_path, **adding)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in results.read_text().splitlines()]
    assert [(record["id"], record["answer"]) for record in records] == [(0, "kept"), (1, "42"), (2, "42")]
    assert "1 of 3 were answered before" in done.stderr


def test_answers_to_other_questions_are_not_taken_for_these(tmp_path: Path) -> None:
    path = _questions(tmp_path / "q.jsonl", {"id": 0, "question": "19 + 23?"})
    results = tmp_path / "r.jsonl"
    results.write_text('{"id": 0, "question": "1 + 1?", "answer": "2"}\n')
    done = _mathcoder("ask", "--file", str(path), "--out", str(results), cwd=tmp_path)
    assert done.returncode == 1
    assert "another question under id 0" in done.stderr
    assert results.read_text().count("\n") == 1


def test_a_row_without_its_line_end_is_answered_again(tmp_path: Path, adding: Mapping[str, str]) -> None:
    path = _questions(tmp_path / "q.jsonl", *({"id": n, "question": "19 + 23?"} for n in range(2)))
    results = tmp_path / "r.jsonl"
    results.write_text('{"id": 0, "question": "19 + 23?", "answer": "kept?"}')
    assert _mathcoder("ask", "--file", str(path), "--out", str(results), cwd=tmp_path, **adding).returncode == 0
    assert [json.loads(line)["id"] for line in results.read_text(encoding="utf-8").splitlines()] == [0, 1]


@pytest.mark.parametrize("place", [["--file", "q.jsonl", "--out"], ["19 + 23?", "--notebook"]])
def test_a_place_that_cannot_be_written_is_a_sentence_before_anything_is_asked(
    tmp_path: Path, place: list[str]
) -> None:
    _questions(tmp_path / "q.jsonl", {"id": 0, "question": "19 + 23?"})
    (tmp_path / "file").touch()
    done = _mathcoder("ask", *place, str(Path("file", "r.ipynb")), cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Starting" not in done.stderr
    assert "r.ipynb" in done.stderr


def test_a_students_module_does_not_shadow_the_library(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise RuntimeError('the student's own')")
    assert _mathcoder("ask", cwd=tmp_path).stderr.startswith("There is no question.")


def test_a_missing_file_of_questions_is_a_sentence(tmp_path: Path) -> None:
    done = _mathcoder("ask", "--file", "missing.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert "missing.jsonl: No such file" in done.stderr
    assert "Traceback" not in done.stderr


# -- the installation --------------------------------------------------------------------------------------------------


def test_doctor_reports_versions_model_speed_and_places(tmp_path: Path, model_path: Path) -> None:
    done = _mathcoder("doctor", cwd=tmp_path, MATHCODER_MODEL=str(model_path))
    assert done.returncode == 0, done.stdout
    for said in ("ipykernel", "llama-cpp-python", str(model_path), "tokens/s", "cache", "All is well"):
        assert said in done.stdout


def test_doctor_says_what_is_wrong_with_a_model(tmp_path: Path) -> None:
    (tmp_path / "bad.gguf").write_bytes(b"no model at all" * 10)
    done = _mathcoder("doctor", "--model", "bad.gguf", cwd=tmp_path)
    assert done.returncode == 1
    assert "not a GGUF" in done.stdout


def test_install_makes_the_kernel_known_and_uninstall_removes_it(tmp_path: Path) -> None:
    done = _mathcoder("install", "--prefix", str(tmp_path), "--name", "maths", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "share" / "jupyter" / "kernels" / "maths"
    specification = json.loads((folder / "kernel.json").read_text())
    assert specification["argv"][0] == sys.executable
    assert {"logo-32x32.png", "logo-64x64.png", "logo-svg.svg"} <= {file.name for file in folder.iterdir()}
    here = {"JUPYTER_PATH": str(tmp_path / "share" / "jupyter")}
    listed = subprocess.run(
        [sys.executable, "-m", "jupyter_client.kernelspecapp", "list", "--json"],
        text=True,
        capture_output=True,
        timeout=60,
        env=_environment(here),
        check=True,
    )
    assert "maths" in json.loads(listed.stdout)["kernelspecs"]
    assert _mathcoder("uninstall", "--name", "maths", cwd=tmp_path, **here).returncode == 0
    assert not folder.exists()
    assert _mathcoder("uninstall", "--name", "maths", cwd=tmp_path, **here).returncode == 1


def test_a_wrong_kernel_name_is_a_sentence(tmp_path: Path) -> None:
    done = _mathcoder("install", "--prefix", str(tmp_path), "--name", "not a name!", cwd=tmp_path)
    assert done.returncode == 1
    assert "could not be installed" in done.stderr


def test_help_shows_examples(tmp_path: Path) -> None:
    done = _mathcoder("--help", cwd=tmp_path)
    assert "mathcoder ask" in done.stdout
