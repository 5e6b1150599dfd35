"""The grammar of `%mathcoder` and `%%mathcoder`: what is a command, what is a question.

`%mathcoder WORD …` is a command only if WORD is a known command and the rest are arguments it takes; anything else is
a question, so `%mathcoder model a falling ball` asks the model. `%mathcoder ask …` is always a question. A single word
that is nearly a command is an error that names the command. Pure: nothing here runs anything.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from mathcoder_kernel.kernel.settings import MathCoderSettings, SettingError
from mathcoder_kernel.lce.asking import without_comments_above

EXAMPLE = "%mathcoder Solve 2x + 3 = 11"
BELOW_CODE = "%%mathcoder must be the first line of its cell. Put what stands above it into a cell of its own."
NOTHING_ASKED = f"There is no question to ask again yet. Type one after it, for example:  {EXAMPLE}"


class CommandError(ValueError):
    """What was typed is neither a question nor a command; the message is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, with the settings it changes for itself (as typed). An empty one asks the last question again."""

    question: str
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Command:
    """A known command and its arguments."""

    name: str
    arguments: tuple[str, ...] = ()


Request: TypeAlias = Ask | Command

Fits: TypeAlias = Callable[[Sequence[str]], bool]
Completes: TypeAlias = Callable[[Sequence[str]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a command is written. `fits` says whether words are its arguments, `completes` what may come after some."""

    name: str
    usage: str
    help: str
    fits: Fits
    completes: Completes = lambda words: ()


def _none(words: Sequence[str]) -> bool:
    return not words


def _a_vote(words: Sequence[str]) -> bool:
    """A number of votes, and perhaps a question."""
    return bool(words) and words[0].isascii() and words[0].isdigit()


def _a_path(words: Sequence[str]) -> bool:
    if not words:
        return False
    return len(words) == 1 or words[-1].lower().endswith(".gguf")


def _a_setting(words: Sequence[str]) -> bool:
    if not words:
        return True
    name = words[0].partition("=")[0]
    if name.replace("-", "_").lower() in MathCoderSettings.names():
        return len(words) <= 3
    return len(words) <= 2 and re.fullmatch(r"[A-Za-z][\w-]*(=\S*)?", words[0]) is not None


def _complete_setting(words: Sequence[str]) -> Sequence[str]:
    if not words:
        return MathCoderSettings.names()
    if len(words) == 1 and words[0] in MathCoderSettings.names():
        return MathCoderSettings.choices(words[0])
    return ()


GRAMMARS: dict[str, Grammar] = {}


def register(grammar: Grammar) -> None:
    """Add a command to the grammar."""
    GRAMMARS[grammar.name] = grammar


def _command_name(words: Sequence[str]) -> bool:
    return not words or (len(words) == 1 and words[0] in GRAMMARS)


for _grammar in (
    Grammar("ask", "ask QUESTION", "ask, even if the question begins with a command's name", lambda words: True),
    Grammar(
        "vote",
        "vote NUMBER [QUESTION]",
        "answer the question (or the last one again) so many times and show the most frequent answer",
        _a_vote,
        lambda words: () if words else ("8",),
    ),
    Grammar("status", "status", "what is loaded, what is set, how the last answer went", _none),
    Grammar("model", "model", "which model answers, and which others were found", _none),
    Grammar("models", "models", "all models on this computer: size, format, dialect, whether they fit", _none),
    Grammar("load", "load NAME", "load another model: a name, a path, or hf:OWNER/REPO/FILE (downloaded)", _a_path),
    Grammar("unload", "unload", "free the model's memory; the next question loads it again", _none),
    Grammar("config", "config [NAME [VALUE]]", "show or change the settings", _a_setting, _complete_setting),
    Grammar("explain", "explain", "the last error in plain words", _none),
    Grammar("reset", "reset", "forget earlier questions and set all settings back", _none),
    Grammar("help", "help [COMMAND]", "this help", _command_name, lambda words: () if words else tuple(GRAMMARS)),
):
    register(_grammar)


def parse_line(line: str) -> Request:
    """What `%mathcoder LINE` means; CommandError for a near miss, an empty question or a wrong option."""
    words = _words(line)
    if not words:
        return Command("help")
    first = words[0].lower()
    if first == "ask":
        return _ask(line.strip()[len("ask") :])
    grammar = GRAMMARS.get(first)
    if grammar is not None:
        if grammar.fits(words[1:]):
            if first == "vote":
                return _vote(line.split(maxsplit=2)[1:])
            return Command(first, _arguments(first, words[1:]))
        if len(words) == 1:
            raise CommandError(f"Please say what: %mathcoder {grammar.usage}")
    elif (near := _nearest(first)) and (len(words) == 1 or _surely(near, words[1:])):
        raise CommandError(
            f"There is no command {words[0]!r}. Did you mean {near!r}? "
            f"If it is your question: %mathcoder ask {' '.join(words)}"
        )
    return _ask(line)


def parse_cell(first_line: str, body: str) -> Ask:
    """What `%%mathcoder FIRST_LINE` with a body means; CommandError for an empty question or a wrong option."""
    return _ask(f"{first_line.strip()}\n{body}")


def parse_source(source: str) -> Request | None:
    """What a whole cell means if it is one `%mathcoder` line or one `%%mathcoder` cell; None for anything else.

    Comment lines above it count for nothing. `%mathcoder?` is left to IPython, which shows the help text. CommandError
    as in `parse_line`, and for `%%mathcoder` below other code.
    """
    if "%mathcoder" not in source:
        return None
    text = without_comments_above(source.strip("\r\n \t"))
    if match := re.match(r"%%mathcoder(?=[ \t\r\n]|$)[ \t]*", text):
        first_line, _, body = text[match.end() :].partition("\n")
        return parse_cell(first_line, body)
    if "\n" not in text and (match := re.match(r"%mathcoder(?=[ \t]|$)", text)):
        return parse_line(text[match.end() :])
    if below_code(text):
        raise CommandError(BELOW_CODE)
    return None


def below_code(source: str) -> bool:
    """Whether `%%mathcoder` stands on a line of its own below code; no other cell magic's text, and in no string."""
    above, found, _ = re.sub(r"(?m)^%%mathcoder(?=[ \t\r\n]|$)", "\0", source).partition("\0")
    quoted = any(above.count(quotes) % 2 for quotes in ('"""', "'''"))
    return bool(found and above.strip() and not source.lstrip().startswith("%%") and not quoted)


def complete(text: str) -> list[str]:
    """What may be written next, given the text of a `%mathcoder` line up to the cursor (after `%mathcoder `)."""
    words = text.split()
    if text and not text[-1].isspace():
        words = words[:-1]
    if not words:
        return list(GRAMMARS)
    if words[0].startswith("--") or words[0] not in GRAMMARS:
        return []
    return list(GRAMMARS[words[0]].completes(words[1:]))


def complete_options(text: str) -> list[str]:
    """The options that may be written next on a `%%mathcoder` line."""
    last = text.split()[-1] if text and not text[-1].isspace() else ""
    return [f"--{name.replace('_', '-')}" for name in MathCoderSettings.names()] if last.startswith("-") else []


HELP_HEAD = f"""Ask a maths question; a local model answers by running Python here.

  {EXAMPLE}

  %%mathcoder
  Pipe A fills a tank in 6 hours and pipe B fills it in 10 hours.
  How long do both take together?
"""


def help_text(command: str | None = None) -> str:
    """The help of one command, or of all."""
    if command is not None:
        grammar = GRAMMARS[command]
        return f"%mathcoder {grammar.usage}\n    {grammar.help}"
    width = max(len(grammar.usage) for grammar in GRAMMARS.values())
    lines = [f"  %mathcoder {grammar.usage:<{width}}  {grammar.help}" for grammar in GRAMMARS.values()]
    return (
        HELP_HEAD
        + "\nCommands:\n"
        + "\n".join(lines)
        + "\n\nSettings for one question: %%mathcoder --vote 8 --seed 7 --temperature 0.8"
    )


def _ask(text: str) -> Ask:
    """A question with `--name value` options in front."""
    settings: dict[str, str] = {}
    rest = text.lstrip()
    while match := re.match(r"--([A-Za-z][\w-]*)(?:=(\S*)|[ \t]+(\S+))?[ \t]*(?:\r?\n|$)?", rest):
        try:
            name = MathCoderSettings.find(match[1])
        except SettingError as error:
            raise CommandError(str(error)) from None
        value = match[2] if match[2] is not None else match[3]
        if value is None:
            raise CommandError(f"--{match[1]} needs a value: {MathCoderSettings.allowed(name)}.")
        try:
            MathCoderSettings.read(name, value)
        except SettingError as error:
            raise CommandError(str(error)) from None
        settings[name] = value
        rest = rest[match.end() :].lstrip()
    question = rest.strip()
    if not question:
        raise CommandError(f"There is no question yet. Type one after it, for example:  {EXAMPLE}")
    return Ask(question, settings)


def _vote(words: Sequence[str]) -> Ask:
    """`vote NUMBER [QUESTION]` as a question."""
    try:
        MathCoderSettings.read("vote", words[0])
    except SettingError as error:
        raise CommandError(f"{error} If it is your question: %mathcoder ask vote {' '.join(words)}") from None
    asked = _ask(words[1]) if len(words) > 1 else Ask("")
    return Ask(asked.question, {**asked.settings, "vote": words[0]})


def _words(line: str) -> list[str]:
    """The line's words, quotes kept together; unbalanced quotes (It's …) are ordinary characters."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    lexer.commenters = ""
    lexer.escape = ""  # a backslash is a path separator or LaTeX
    try:
        return list(lexer)
    except ValueError:
        return line.split()


def _surely(name: str, words: Sequence[str]) -> bool:
    """Whether words are this command's arguments and hardly those of a question."""
    if name == "config":
        return words[0].partition("=")[0].lower().replace("-", "_") in MathCoderSettings.names() and len(words) <= 3
    return name == "load" and words[-1].lower().endswith(".gguf")


def _arguments(name: str, words: Sequence[str]) -> tuple[str, ...]:
    if name == "load":
        return (" ".join(words),)
    if name == "config" and words:
        if "=" in words[0]:
            setting, _, value = words[0].partition("=")
            return (setting, value)
        if len(words) == 3 and words[1] == "=":
            return (words[0], words[2])
        return (words[0], " ".join(words[1:])) if len(words) > 1 else (words[0],)
    return tuple(words)


def _nearest(word: str) -> str | None:
    near = difflib.get_close_matches(word, GRAMMARS, n=1, cutoff=0.75)
    return near[0] if near else None
