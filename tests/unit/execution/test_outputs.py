"""From outputs to the text that a model reads."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.execution.outputs import MAX_DISPLAYS, OutputCollector, error_line, plain_numbers, result_of
from mathcoder_kernel.execution.protocol import Limits, Output
from mathcoder_kernel.lce.transcript import ExecutionStatus


def printed(text: str, name: str = "stdout") -> Output:
    return {"output_type": "stream", "name": name, "text": text}


def value(text: str) -> Output:
    return {"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}, "execution_count": 1}


def displayed(**data: str) -> Output:
    return {"output_type": "display_data", "data": {k.replace("_", "/"): v for k, v in data.items()}, "metadata": {}}


def raised(name: str, message: str) -> Output:
    return {
        "output_type": "error",
        "ename": name,
        "evalue": message,
        "traceback": ["\x1b[31m---\x1b[0m", f"{name}: {message}"],
    }


@pytest.mark.parametrize(
    ("outputs", "text"),
    [
        ([], "<empty_execution>"),
        ([printed("\n  \n")], "<empty_execution>"),
        ([printed("a\n"), value("5")], "a\n5"),
        ([printed("a"), value("5")], "a5"),
        ([printed("careful\n", "stderr"), value("5")], "5"),
        ([displayed(text_plain="x**2"), value("5")], "x**2\n5"),
        ([displayed(text_plain="<Figure>", image_png="…"), value("5")], "5"),
        ([printed("a"), raised("ValueError", "no")], "a\nValueError: no"),
        ([raised("KeyboardInterrupt", "")], "KeyboardInterrupt"),
        ([value("\x1b[1mbold\x1b[0m")], "bold"),
        ([value("<|endofblock|>")], "<|endofblock|>"),
    ],
)
def test_the_rule_of_the_recorded_runs(outputs: list[Output], text: str) -> None:
    assert result_of(outputs).text == text


def test_an_error_sets_the_status_and_the_class() -> None:
    result = result_of([raised("ValueError", "no")])
    assert (result.status, result.error) == (ExecutionStatus.ERROR, "ValueError")


def test_the_traceback_form_joins_its_lines_without_colours() -> None:
    assert result_of([raised("ValueError", "no")], error_text="traceback").text == "--- ValueError: no"


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("invalid syntax (3141.py, line 2)", "SyntaxError: invalid syntax (line 2)"),
        ("invalid syntax (<ipython-input-1-ab>, line 12)", "SyntaxError: invalid syntax (line 12)"),
        ("", "SyntaxError"),
    ],
)
def test_an_error_line_names_no_file(message: str, line: str) -> None:
    assert error_line("SyntaxError", message) == line


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("np.float64(0.33)", "0.33"),
        ("[np.float64(0.5), np.int64(-2)]", "[0.5, -2]"),
        ("{np.str_('a b'): np.True_}", "{'a b': True}"),
        ("np.complex128(1+2j)", "1+2j"),
        ("np.float64(nan)", "nan"),
        ("array([1., 2.])", "array([1., 2.])"),
        ("np.linalg.inv(a)", "np.linalg.inv(a)"),
    ],
)
def test_numpy_scalars_read_as_numbers(shown: str, read: str) -> None:
    assert plain_numbers(shown) == read


def test_long_text_is_cut_in_the_middle_and_the_cut_is_recorded() -> None:
    text = "".join(f"{n}\n" for n in range(1000))
    result = result_of([printed(text)], Limits(feedback_chars=100))
    assert result.cut is not None
    assert (result.cut.head, result.cut.tail) == (50, 49)  # the last line break is stripped
    assert result.cut.omitted == len(text) - 99
    assert result.text.startswith("0\n1\n2\n")
    assert result.text.endswith("998\n999")
    assert f"[... {result.cut.omitted} characters left out ...]" in result.text


def test_an_error_after_long_output_is_still_read() -> None:
    result = result_of([printed("x" * 10_000), raised("ValueError", "no")], Limits(feedback_chars=100))
    assert result.text.endswith("\nValueError: no")


@given(st.lists(st.text(max_size=40), max_size=30), st.integers(10, 80))
def test_the_model_reads_at_most_its_share(parts: list[str], limit: int) -> None:
    result = result_of([printed(part) for part in parts], Limits(feedback_chars=limit))
    whole = "".join(parts)
    if result.cut is None:
        assert len(result.text) <= max(limit, len("<empty_execution>"))
    else:
        assert result.cut.head + result.cut.tail <= limit
        assert result.cut.head + result.cut.tail + result.cut.omitted == len(whole)
        assert len(result.text) <= limit + 60


def test_streams_beyond_the_cap_are_counted_and_a_sentence_says_so() -> None:
    shown: list[Any] = []
    collector = OutputCollector(Limits(shown_bytes=10), shown.append)
    for _ in range(5):
        collector.stream("stdout", "12345678")
    result = collector.result()
    assert "".join(output["text"] for output in shown).startswith("1234567812\n[more than 10 bytes")
    assert collector.dropped_bytes == 30
    assert "30 further bytes" in result.message
    assert result.text == "12345678" * 5


def test_a_character_is_never_cut_in_half() -> None:
    collector = OutputCollector(Limits(shown_bytes=4))
    assert collector.stream("stdout", "π≈3").startswith("π\n")


def test_endless_displays_are_not_all_shown() -> None:
    collector = OutputCollector(Limits())
    kept = [collector.add(displayed(text_plain="x")) for _ in range(MAX_DISPLAYS + 5)]
    assert sum(kept) == MAX_DISPLAYS
    assert str(MAX_DISPLAYS) in collector.result().message


def test_pieces_of_a_stream_are_one_output() -> None:
    result = result_of([printed("a"), printed("b"), printed("c", "stderr"), printed("d")])
    assert [output["text"] for output in result.outputs] == ["ab", "c", "d"]
