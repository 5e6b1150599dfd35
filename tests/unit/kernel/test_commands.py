"""The grammar of %mathcoder: what is a command, what is a question, what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcoder_kernel.kernel.commands import (
    GRAMMARS,
    Ask,
    Command,
    CommandError,
    complete,
    complete_options,
    help_text,
    parse_cell,
    parse_line,
    parse_source,
)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("", Command("help")),
        ("help", Command("help")),
        ("help config", Command("help", ("config",))),
        ("status", Command("status")),
        ("STATUS", Command("status")),
        ("model", Command("model")),
        ("unload", Command("unload")),
        ("reset", Command("reset")),
        ("load tiny.gguf", Command("load", ("tiny.gguf",))),
        ("load /my models/tiny one.gguf", Command("load", ("/my models/tiny one.gguf",))),
        ('load "/my models/tiny one"', Command("load", ("/my models/tiny one",))),
        (r"load C:\models\tiny.gguf", Command("load", (r"C:\models\tiny.gguf",))),
        ("config", Command("config")),
        ("config seed", Command("config", ("seed",))),
        ("config seed 7", Command("config", ("seed", "7"))),
        ("config seed=7", Command("config", ("seed", "7"))),
        ("config seed = 7", Command("config", ("seed", "7"))),
        ("config sede 7", Command("config", ("sede", "7"))),  # refused when it is run, with the nearest name
    ],
)
def test_commands(line: str, meaning: Command) -> None:
    assert parse_line(line) == meaning


@pytest.mark.parametrize(
    "question",
    [
        "Solve 2x + 3 = 11",
        "model a falling ball",
        "load the truck with 12 boxes of 3 kg",
        "status of the tank after 3 hours",
        "reset the counter at 5: how many ticks to 17?",
        "help me solve x^2 = 4",
        "config the machine so that it makes 4 parts an hour",
        "unload 5 boxes from 12",
        "What is 2 + 2?",
        "It's 5 o'clock; when is it 90 minutes later?",
        r"\frac{1}{2} + \frac{1}{3}",
        "pi",
        '"quoted"',
    ],
)
def test_anything_else_is_a_question(question: str) -> None:
    assert parse_line(question) == Ask(question)


def test_ask_makes_a_question_of_anything() -> None:
    assert parse_line("ask status") == Ask("status")
    assert parse_line("ask  model a falling ball ") == Ask("model a falling ball")


@pytest.mark.parametrize(
    ("typed", "meant"), [("statsu", "status"), ("laod", "load"), ("hlep", "help"), ("cnfig", "config")]
)
def test_a_near_miss_names_the_command(typed: str, meant: str) -> None:
    with pytest.raises(CommandError, match=f"Did you mean '{meant}'.*%mathcoder ask {typed}"):
        parse_line(typed)


@pytest.mark.parametrize("line", ["cofnig seed 7", "confg seed=7", "laod tiny.gguf"])
def test_a_near_miss_with_its_arguments_is_not_asked(line: str) -> None:
    with pytest.raises(CommandError, match="Did you mean"):
        parse_line(line)


def test_a_question_that_begins_like_a_near_miss_is_asked() -> None:
    assert parse_line("modal value of 1, 2, 2, 3") == Ask("modal value of 1, 2, 2, 3")


def test_load_without_a_path_says_what_is_missing() -> None:
    with pytest.raises(CommandError, match="load NAME"):
        parse_line("load")


@pytest.mark.parametrize("line", ["ask", "--seed 3", "ask   "])
def test_an_empty_question_is_one_sentence_with_an_example(line: str) -> None:
    with pytest.raises(CommandError, match=r"no question yet.*%mathcoder Solve") as caught:
        parse_line(line)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("source", ["%%mathcoder", "%%mathcoder\n", "%%mathcoder  \n   \n\n", "%%mathcoder --seed 4\n"])
def test_an_empty_cell_is_an_empty_question(source: str) -> None:
    with pytest.raises(CommandError, match="no question yet"):
        parse_source(source)


def test_a_cell_holds_its_question_in_the_body_and_its_options_in_the_first_line() -> None:
    assert parse_source("%%mathcoder\nA tank holds 240 L.\nWhen is it full?\n") == Ask(
        "A tank holds 240 L.\nWhen is it full?"
    )
    assert parse_source("%%mathcoder --seed 7 --temperature=0.5\n2+2") == Ask(
        "2+2", {"seed": "7", "temperature": "0.5"}
    )
    assert parse_cell("--max-blocks 4 What is", "2 + 2?") == Ask("What is\n2 + 2?", {"max_blocks": "4"})


@pytest.mark.parametrize("above", ["# Exercise 3\n", "\n  # Exercise 3\r\n\n#\n"])
def test_comments_above_a_question_count_for_nothing(above: str) -> None:
    assert parse_source(f"{above}%%mathcoder --seed 7\n2 + 2") == Ask("2 + 2", {"seed": "7"})
    assert parse_source(f"{above}%mathcoder What is 2 + 2?") == Ask("What is 2 + 2?")


def test_a_question_below_code_is_told_its_place() -> None:
    with pytest.raises(CommandError, match="must be the first line of its cell"):
        parse_source("x = 1\n%%mathcoder\n2 + 2")


def test_one_line_without_a_body_is_a_question() -> None:
    assert parse_source("%%mathcoder What is 2 + 2?") == Ask("What is 2 + 2?")


def test_a_question_may_begin_with_a_minus_sign() -> None:
    assert parse_line("-5 + 3") == Ask("-5 + 3")
    assert parse_line("--5 + 3") == Ask("--5 + 3")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--sede 3 2+2", "no setting called 'sede'. Did you mean 'seed'"),
        ("--seed", "--seed needs a value: a whole number"),
        ("--seed many 2+2", "seed cannot be 'many'"),
        ("--temperature 9 2+2", "a number from 0 to 2"),
    ],
)
def test_wrong_options_are_explained(line: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        parse_line(line)


@pytest.mark.parametrize(
    "source",
    [
        "x = 1",
        "print('%mathcoder status')",
        "%mathcoder?",
        "%%mathcoder?",
        "%mathcoderx",
        "x = %mathcoder status",
        "%mathcoder What is 2 + 2?\nprint(1)",  # one line among others is the input transformer's
        "# a comment\nx = 1  # %%mathcoder",
        'text = """\n%%mathcoder\n"""',
        "%%writefile asked.py\n%%mathcoder\n2 + 2",
    ],
)
def test_other_cells_are_left_to_ipython(source: str) -> None:
    assert parse_source(source) is None


@given(st.text())
def test_any_line_is_a_command_a_question_or_one_sentence(line: str) -> None:
    said = None
    try:
        request = parse_line(line)
    except CommandError as error:
        said = str(error)
    assert said.strip() if said is not None else isinstance(request, Command) or request.question.strip()


def test_completion_offers_commands_then_their_arguments() -> None:
    assert complete("") == list(GRAMMARS)
    assert "status" in complete("sta")
    assert "seed" in complete("config ")
    assert complete("config view ") == ["auto", "rich", "plain"]
    assert complete("config check ") == ["on", "off"]
    assert complete("Solve ") == []
    assert "--max-blocks" in complete_options(" --ma")


def test_help_names_every_command() -> None:
    for grammar in GRAMMARS.values():
        assert f"%mathcoder {grammar.usage}" in help_text()
        assert grammar.help in help_text(grammar.name)


@pytest.mark.parametrize(
    ("line", "question", "settings"),
    [
        ("vote 8 Solve 2x + 3 = 11", "Solve 2x + 3 = 11", {"vote": "8"}),
        ("vote 8", "", {"vote": "8"}),
        ("vote 5 --seed 7 What's 3 + 4?", "What's 3 + 4?", {"vote": "5", "seed": "7"}),
        ("vote on it: 3 of 5 say yes, what share is that?", "vote on it: 3 of 5 say yes, what share is that?", {}),
    ],
)
def test_a_vote_is_a_question_asked_several_times(line: str, question: str, settings: dict[str, str]) -> None:
    assert parse_line(line) == Ask(question, settings)


def test_the_number_of_votes_has_bounds() -> None:
    with pytest.raises(CommandError, match="from 1 to 16"):
        parse_line("vote 99 What is 2 + 2?")


def test_votes_are_an_option_of_a_cell() -> None:
    assert parse_cell("--vote 8", "What is 2 + 2?") == Ask("What is 2 + 2?", {"vote": "8"})
