r"""The final answer in what a model wrote, and an answer as plain text.

`final_answer` looks for, in this order: the last `\boxed{…}`; "the (final) answer is …" and its kin ("Answer: …",
GSM8K's `#### …`); nothing else. A number that merely stands in a sentence is not an answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MAX_CHARS = 4_000  # a longer text is no answer; it is passed on as it is
_MAX_DEPTH = 40


def boxed_answer(words: str) -> str | None:
    r"""The content of the last complete `\boxed{…}` (or `\fbox{…}`), braces nested to any depth; None without one.

    Escaped braces (`\{`, `\}`) are content and do not count as nesting.
    """
    for name in (r"\boxed", r"\fbox"):
        start = len(words)
        while (start := words.rfind(name, 0, start)) >= 0:
            opening = start + len(name)
            while opening < len(words) and words[opening].isspace():
                opening += 1
            if opening < len(words) and words[opening] == "{" and (closing := _closing(words, opening)) is not None:
                return words[opening + 1 : closing].strip()
    return None


_STATED = re.compile(
    r"(?:\bthe\s+(?:final\s+|correct\s+)?(?:answer|result|solution)\s+(?:is|are|equals)\s*:?|"
    r"(?:^|\n)\s*\**(?:final\s+)?(?:answer|result)\**\s*[:=]\**|(?:^|\n)####)\s*(?P<answer>[^\n]+)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$|\$(?!\d[^$]*$)([^$]+)\$")
_SENTENCE_END = re.compile(r"(?<=[^\s.])\.(?=\s|$)|[;!?](?=\s|$)|,?\s+(?:because|since|which|so)\b|\s*\*\*\s*$")


def final_answer(words: str) -> str | None:
    r"""The final answer of a text: the last `\boxed{…}`, else what follows the last "the answer is"; None without one.

    Units stay with their number ("12 km/h"); the sentence's full stop and what comes after it do not.
    """
    if (boxed := boxed_answer(words)) is not None:
        return boxed
    stated = None
    for stated in _STATED.finditer(words[-20_000:]):  # noqa: B007 - the last match is wanted
        pass
    if stated is None:
        return None
    answer = stated["answer"].strip().strip("*").strip()
    if (formula := _CLOSED.match(answer)) is not None:
        return next(group for group in formula.groups() if group is not None).strip()
    return _SENTENCE_END.split(answer, maxsplit=1)[0].strip().strip("*").strip() or None


def plain_answer(latex: str) -> str:
    r"""An answer as plain text, for a terminal or JSON: `\frac{1}{2}` → `1/2`, `\sqrt{2}` → `sqrt(2)`, no `$`.

    Never fails: what is not understood stays as it is, without its backslashes. Plain text comes back unchanged but for
    white space. Mixed numbers become `2 1/2`, matrices `[[1, 2], [3, 4]]`, repeating decimals `0.(3)`.
    """
    if len(latex) > MAX_CHARS:
        return latex
    source = _unwrap(_ascii(latex).strip())
    try:
        plain = _Plain(source).all()
    except _TooDeepError:
        plain = re.sub(r"\\(?:left|right|displaystyle)\b|\\(?=[A-Za-z])|[\\$]", "", source)
    plain = re.sub(r"\s+", " ", plain).strip()
    plain = re.sub(r"(?<=[(\[]) | (?=[)\],])", "", plain)
    return plain[:-1].rstrip() if plain.endswith(".") and not plain.endswith("..") else plain


def _closing(words: str, opening: int) -> int | None:
    depth = 0
    position = opening
    while position < len(words):
        character = words[position]
        if character == "\\":
            position += 2
            continue
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return position
        position += 1
    return None


class _TooDeepError(Exception):
    pass


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
           "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}  # fmt: skip
_CHARACTERS = str.maketrans(
    {
        "×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "−": "-", "–": "-", "∕": "/", "⁄": "/", "≤": "<=", "≥": ">=",
        "≠": "!=", "≈": "~", "±": "+-", "∓": "-+", "∞": " infinity", "π": r"\pi ", "θ": r"\theta ", "√": r"\sqrt ",
        "∪": " U ", "∩": " intersect ", "∈": " in ", "∅": "{}", "°": r"^\circ ", "′": "'", "“": '"', "”": '"',
        "‘": "'", "’": "'", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "ℝ": "R",
    }
)  # fmt: skip


def _ascii(words: str) -> str:
    if words.isascii():
        return words
    words = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", lambda run: "^{" + run[0].translate(_SUPERSCRIPTS) + "}", words)
    words = re.sub(rf"(?<=\d)(?=[{''.join(_VULGAR)}])", " ", words)
    words = "".join(_VULGAR.get(character, character) for character in words)
    words = re.sub("[０-９．，＋－（）＝]", lambda wide: chr(ord(wide[0]) - 0xFEE0), words)
    return words.translate(_CHARACTERS)


def _unwrap(words: str) -> str:
    """Without the signs that only switch to maths; a lone `$` before a digit is money."""
    before = None
    while words != before:
        before = words
        for opening, closing in (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")):
            inner = words[len(opening) : -len(closing)]
            if (
                len(words) > len(opening) + len(closing)
                and words.startswith(opening)
                and words.endswith(closing)
                and not words.endswith("\\" + closing)
                and opening not in inner
            ):
                words = inner.strip()
    words = re.sub(r"\\[()\[\]]", " ", words)
    dollars = list(re.finditer(r"(?<!\\)\$", words))
    money = [d for d in dollars if re.match(r"\s?\d", words[d.end() :]) or words[: d.start()].endswith("-")]
    return words if len(money) == len(dollars) else re.sub(r"(?<!\\)\$(?!\d)", "", words)


_TOKEN = re.compile(r"\\[A-Za-z]+\*?\s*|\\.|\{|\}|\^|_|&|\d+(?:\.\d+)?|\s+|.", re.DOTALL)

_SIGNS = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=",
    "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">", "ne": "!=", "neq": "!=", "approx": "~", "sim": "~",
    "equiv": "=", "pm": "+-", "mp": "-+", "cup": " U ", "cap": " intersect ", "in": " in ", "to": " -> ",
    "rightarrow": " -> ", "Rightarrow": " => ", "implies": " => ", "emptyset": "{}", "varnothing": "{}",
    "ldots": "...", "dots": "...", "cdots": "...", "lvert": "|", "rvert": "|", "vert": "|", "mid": "|", "lbrace": "{",
    "rbrace": "}", "langle": "(", "rangle": ")", "lfloor": "floor(", "rfloor": ")", "lceil": "ceiling(",
    "rceil": ")", "colon": ":", "quad": " ", "qquad": " ", "setminus": " \\ ", "land": " and ", "lor": " or ",
    "wedge": " and ", "vee": " or ", "prime": "'", "backslash": "\\", "pounds": "£", "euro": "€",
}  # fmt: skip
_NOTHING = {"left", "right", "displaystyle", "textstyle", "limits", "big", "Big", "bigg", "Bigg", "bigl",
            "bigr", "Bigl", "Bigr", "middle", "hline", "nolimits", "rm", "bf", "it", "angle", "triangle"}  # fmt: skip
_WORDS = {"text", "textbf", "textit", "textrm", "textnormal", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "mbox",
          "hbox", "operatorname", "emph", "boxed", "fbox", "mathbb", "vec", "hat", "bar", "tilde",
          "boldsymbol"}  # fmt: skip
_FUNCTIONS = {"sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln",
              "log", "exp", "max", "min", "gcd", "det"}  # fmt: skip
_CONSTANT = {"infty": "infinity"}
_STARTS_FACTOR = re.compile(r"[A-Za-z0-9(]")
_ATOM = re.compile(r"[A-Za-z]\w*|\d+(?:\.\d+)?|\w+\([^()]*\)")


class _Plain:
    """Rewrites LaTeX as plain text, left to right; `_out` is what is written so far."""

    def __init__(self, source: str) -> None:
        self._tokens = _TOKEN.findall(source)
        self._latex = "\\" in source
        self._at = 0
        self._depth = 0

    def all(self) -> str:
        parts = []
        while self._at < len(self._tokens):
            parts.append(self._run(stop=lambda _: False))
            if self._at < len(self._tokens):
                self._at += 1
        return "".join(parts)

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _run(self, stop: Callable[[str], bool]) -> str:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _TooDeepError
        out = ""
        glue = False  # the last thing written is a factor whose end a following factor would run into
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if stop(token):
                break
            written, factor = self._one(out)
            if (glue and written and _STARTS_FACTOR.match(written)) or (
                factor
                and written[:1].isalnum()
                and re.search(r"[A-Za-z0-9)]$", out)
                and not (factor == "fraction" and out[-1].isdigit())
            ):
                out += "*"
            elif factor == "fraction" and out[-1:].isdigit():
                out += " "  # a mixed number
            out += written
            glue = bool(factor) if written.strip() else glue
        self._depth -= 1
        return out

    def _one(self, out: str) -> tuple[str, str]:
        """What the next token writes, and its kind where it is a factor of its own ("", "fraction", "name")."""
        token = self._tokens[self._at]
        self._at += 1
        if token == "{":
            inner = self._group()
            literal = not self._latex or re.search(r"[,:]\s*\S", inner)
            return ("{" + inner + "}" if literal and inner != "," else inner), ""
        if token == "}":
            return "}", ""
        if token == "^":
            return self._power(), ""
        if token == "_":
            inner = self._argument().strip()
            return f"_{inner}" if re.fullmatch(r"\w+", inner) else f"_({inner})" if inner else "_", ""
        if token == "~":
            return " ~", ""
        if not token.startswith("\\"):
            return token, ""
        name = token[1:].rstrip("* \t\n") if len(token) > 1 and token[1].isalpha() else token[1:]
        return self._command(name, out)

    def _command(self, name: str, out: str) -> tuple[str, str]:
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            above, below = self._argument(), self._argument()
            fraction = f"{_grouped(above)}/{_grouped(below)}"
            return (f"({fraction})" if self._peek() == "^" else fraction), "fraction"
        if name == "sqrt":
            degree = ""
            if self._peek() == "[":
                self._at += 1
                degree = self._run(stop=lambda t: t == "]").strip()
                self._at += 1
            inner = self._argument().strip()
            if degree in ("", "2"):
                return f"sqrt({inner})", "name"
            return (f"cbrt({inner})" if degree == "3" else f"root({inner}, {degree})"), "name"
        if name in ("binom", "dbinom", "tbinom"):
            return f"binomial({self._argument().strip()}, {self._argument().strip()})", "name"
        if name in ("overline", "bar") and re.search(r"\.\d*$", out):
            return f"({self._argument()})", ""
        if name in _WORDS or name == "overline":
            words = self._argument()
            return (" " + words if re.search(r"[A-Za-z0-9)]$", out) and words[:1].isalpha() else words), ""
        if name == "begin":
            return self._environment(self._argument().strip()), ""
        if name == "end":
            self._argument()
            return "", ""
        if name in _NOTHING:
            if name in ("left", "right") and self._peek() == ".":
                self._at += 1
            return "", ""
        if name in _FUNCTIONS:
            return self._function(name), "name"
        if name in ("circ", "degree"):
            return " degrees", ""
        if name in _SIGNS:
            return _SIGNS[name], ""
        if name in (",", ";", ":", " ", ">"):
            thousands = out[-1:].isdigit() and re.fullmatch(r"\d{3}", self._peek())
            return ("" if thousands else " "), ""
        if name == "!":
            return "", ""
        if name == "\\":
            return " ", ""
        if len(name) == 1 and not name.isalpha():
            return name, ""
        return _CONSTANT.get(name, name), "name"

    def _group(self) -> str:
        """What stands in braces; the opening one has been taken."""
        inner = self._run(stop=lambda t: t == "}")
        self._at += 1
        return inner

    def _argument(self) -> str:
        while self._peek().isspace():
            self._at += 1
        if self._at >= len(self._tokens):
            return ""
        token = self._peek()
        if token == "{":
            self._at += 1
            return self._group()
        if token[0].isdigit() and len(token) > 1:  # \frac12: an argument without braces is one digit
            self._tokens[self._at] = token[1:]
            return token[0]
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _TooDeepError
        written, _ = self._one("")
        self._depth -= 1
        return written

    def _power(self) -> str:
        braced = self._peek() == "{"
        inner = self._argument().strip()
        if inner in ("degrees", "'", "''"):
            return " degrees" if inner == "degrees" else inner
        if not inner:
            return "^" if not braced else ""
        simple = re.fullmatch(r"\d+(?:\.\d+)?|[A-Za-z]", inner) if braced else True
        if not braced and inner in "([-":  # x^(a+b), x^-1: the rest follows as it is
            return f"^{inner}"
        return f"^{inner}" if simple else f"^({inner})"

    def _function(self, name: str) -> str:
        power = base = ""
        while self._peek() in ("^", "_"):
            if self._tokens[self._at] == "^":
                self._at += 1
                power = self._power()
            else:
                self._at += 1
                base = self._argument().strip()
        if power in ("^(-1)", "^-1") and name in ("sin", "cos", "tan"):
            name, power = f"arc{name}", ""
        while self._peek().isspace() or self._peek().strip() in (r"\left", r"\,", r"\!"):
            self._at += 1
        if self._peek() == "(":
            self._at += 1
            argument = self._run(stop=lambda t: t == ")")
            self._at += 1
        elif self._peek() == "{":
            argument = self._argument()
        elif self._peek() == "|":
            self._at += 1
            argument = f"|{self._run(stop=lambda t: t == '|')}|"
            self._at += 1
        else:
            first = [True]

            def over(token: str) -> bool:
                if first[0]:
                    first[0] = False
                    return token in ")]}&,"
                return token in "+-=,)]}<>&|*" or token.isspace() or token[1:].strip() in _FUNCTIONS | set(_SIGNS)

            argument = self._run(stop=over)
        argument = argument.strip()
        if argument.startswith("(") and argument.endswith(")") and _grouped(argument) == argument:
            argument = argument[1:-1]
        return f"{name}{power}({argument}, {base})" if base else f"{name}{power}({argument})"

    def _environment(self, name: str) -> str:
        if name in ("array", "tabular", "alignedat") and self._peek() == "{":
            self._argument()
        rows: list[list[str]] = [[]]
        while self._at < len(self._tokens):
            cell = self._run(stop=lambda t: t in ("&", r"\\") or t.startswith(r"\end"))
            rows[-1].append(cell.strip())
            if self._at >= len(self._tokens):
                break
            token = self._tokens[self._at]
            self._at += 1
            if token == r"\\":
                rows.append([])
            elif token != "&":
                self._argument()
                break
        rows = [row for row in rows if any(row)]
        if "matrix" in name or name in ("array", "smallmatrix"):
            return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"
        return ", ".join(" ".join(cell for cell in row if cell) for row in rows)


def _grouped(part: str) -> str:
    """`part` in brackets unless it is one factor."""
    part = part.strip()
    if _ATOM.fullmatch(part):
        return part
    if part.startswith("(") and part.endswith(")"):
        depth = 0
        for position, character in enumerate(part):
            depth += (character == "(") - (character == ")")
            if depth == 0 and position < len(part) - 1:
                break
        else:
            return part
    return f"({part})"
