r"""Model text as Markdown that cannot do anything: no HTML, no live links, no images; maths and formatting kept.

Executed cells are trusted by notebooks, so raw HTML inside a Markdown output would run. Here nothing of a model's text
reaches the renderer as markup except Markdown's own emphasis, headings, lists and tables: outside maths every
character that could begin HTML, a link or code becomes an entity; maths is rebuilt as `$…$` or `$$…$$` (the one
notation that JupyterLab, Notebook, VS Code and nbconvert share) with `<` written `\lt `, and TeX commands that can
carry HTML or links are shown as text. Pure functions.
"""

from __future__ import annotations

import re

from mathcoder_kernel.kernel.tex import as_tex

# Control characters move a terminal's cursor or colour it; bidirectional overrides make code read as what it is not.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_MATHS = re.compile(
    r"\\\[(?P<display>.+?)\\\]"
    r"|\\\((?P<inline>.+?)\\\)"
    r"|(?<!\\)\$\$(?P<dollars>.+?)(?<!\\)\$\$"
    # A dollar amount is not maths (pandoc's rule): no space inside the signs, no digit behind the second.
    r"|(?<![\\$])\$(?P<dollar>(?=[^\s$])(?:[^$\\\n]|\\.)+?(?<=\S))\$(?![\d$])"
    r"|(?P<environment>\\begin\{(?P<name>[a-z]+\*?)\}.+?\\end\{(?P=name)\})",
    re.DOTALL,
)
# Maths that has begun and may still be closed; a `$` before a digit is rather money. Not forever: it may be none.
_OPEN_MATHS = re.compile(
    r"(?:\\[(\[](?!.*\\[)\]])|\\(?:begin|boxed|fbox)\b|(?<![\\$])\$\$?(?=[^\s$\d]|\d+[A-Za-z^+*/=\\-])|\\$|(?<!\\)\$$)"
    r"[^\n]{0,300}\Z",
    re.DOTALL,
)
_BOX = re.compile(r"\\(?:boxed|fbox)\s*\{")
_PLAIN_BOX = re.compile(r"\\boxed\{([^{}\\]*)\}")
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?P<code>[^`\n]+?)(?P=ticks)(?!`)")
_ENTITIES = {character: f"&#{ord(character)};" for character in "&<[]`@"}
# An entity is a plain character again when MathJax looks at the page. It looks for delimiters within one element only.
_ENTITIES |= {character: f"<span>&#{ord(character)};</span>" for character in "$\\"}
_WEB = re.compile(
    r"(?i)\b(?P<scheme>[a-z][a-z0-9+.-]*):(?=//)|\b(?P<www>www)\.|\b(?P<script>javascript|data|vbscript):"
)
_UNSAFE_TEX = re.compile(
    r"\\(?=(?:href|url|html[A-Za-z]*|class|cssId|style|data|require|unicode|includegraphics|csname|def|let|gdef|edef|xdef"
    r"|newcommand|renewcommand|providecommand|newenvironment|renewenvironment|DeclareMathOperator|bbox|mmlToken|char|catcode)"
    r"(?![A-Za-z]))"
)


def plain(text: str) -> str:
    """Text for a terminal or a `text/plain` output: control characters left out."""
    return _CONTROL.sub("", text)


def prose(text: str, *, unfinished: bool = False) -> str:
    r"""A model's words as harmless Markdown; a `\boxed{…}` that stands outside maths is shown as maths.

    Maths that is not closed stays text; in `unfinished` text (streaming) it is left out until it is.
    """
    text = plain(text)
    parts: list[str] = []
    position = at = 0  # all before `position` is written; `at` is where to look on
    while (match := _MATHS.search(text, at)) is not None or _BOX.search(text, at) is not None:
        box = _BOX.search(text, at, match.start() if match is not None else len(text))
        if box is not None:
            end = _closing(text, box.end())
            at = end or box.end()
            body = _box(text[box.end() : at - 1]) if end is not None else ""
            if body:
                parts += [_words(text[position : box.start()]), maths(body)]
                position = at
            continue
        assert match is not None  # or there was a box
        at = match.end()
        body = next(
            match[name] for name in ("display", "inline", "dollars", "dollar", "environment") if match[name] is not None
        )
        if not body.strip() or not _balanced(body):
            continue
        parts.append(_words(text[position : match.start()]))
        wide = match["display"] is not None or match["dollars"] is not None or match["environment"] is not None
        body = _PLAIN_BOX.sub(lambda box: rf"\boxed{{{as_tex(box[1]) or box[1]}}}", body)
        parts.append(maths(_nestable(body) if wide else body, display=wide))
        if not wide and text[match.end() : match.end() + 1].isdigit():
            parts.append("&#8203;")  # VS Code takes `$…$5` for two amounts of money
        position = at
    rest = text[position:]
    if unfinished and (opened := _OPEN_MATHS.search(rest)):
        rest = rest[: opened.start()]
    parts.append(_words(rest))
    return "".join(parts)


def maths(tex: str, *, display: bool = False) -> str:
    """TeX as maths of a Markdown output; braces must be balanced."""
    tex = _UNSAFE_TEX.sub(lambda match: r"\backslash ", plain(tex))
    tex = re.sub(r"(?<!\\)([$%#])", r"\\\1", tex)  # a bare % would comment out the rest, the closing sign included
    tex = tex.replace("<", r"\lt ").replace(">", r"\gt ")
    # Where a renderer does not take it for maths after all, it must still be no link.
    for written, safe in (("](", "]{}("), ("][", "]{}["), ("]:", "]{}:"), ("://", ":{}//"), ("`", "'"), ("@", "{@}")):
        tex = tex.replace(written, safe)
    tex = re.sub(r"(?i)(www)\.", r"\1{}.", tex)
    tex = " ".join(tex.split())  # an empty line would end the maths
    return f"$${tex}$$" if display else f"${tex}$"


def _nestable(tex: str) -> str:
    """LaTeX's own display environments in the forms that may stand inside `$$`."""
    tex = re.sub(r"\\(begin|end)\{(align|gather|alignat)\*?\}", r"\\\1{\2ed}", tex)
    return re.sub(r"\\(begin|end)\{(equation|displaymath)\*?\}", "", tex)


def words(text: str) -> str:
    """Plain words, in which nothing is Markdown."""
    return _quoted(" ".join(plain(text).split()), also="*_#~|")


def code_block(code: str, language: str = "python") -> str:
    """Code as a fenced block whose fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{plain(code.expandtabs(4)).rstrip()}\n{fence}"


def answer(value: str) -> str:
    """A final answer as one line: maths, or words where it cannot be maths."""
    text = plain(value).strip()
    if not _balanced(text) or _is_words(text):
        return f"**Answer:** {words(text)}"
    if (tex := as_tex(text)) is not None:
        return rf"**Answer:** $\displaystyle {maths(tex)[1:-1]}$"
    joined = re.sub(r"(?<=[\w)}])\s+(or|and)\s+(?=[\w(\\-])", r"\\text{ \1 }", text)
    return rf"**Answer:** $\displaystyle {maths(joined)[1:-1]}$"


def _is_words(text: str) -> bool:
    """Whether an answer is words rather than maths."""
    wordy = re.fullmatch(r"[^\\{}^_$=+*/<>|]*[A-Za-z]{2,}[^\\{}^_$=<>|]*", text)
    return wordy is not None and not re.search(r"\d\s*\*|\*\s*\d", text)


def _box(inside: str) -> str:
    r"""What a `\boxed{…}` outside maths holds, as TeX; "" for nothing."""
    body = inside.strip()
    if len(body) > 2 and body[0] == body[-1] == "$":
        body = body[1:-1].strip("$ ")
    if _is_words(body):
        escaped = re.sub(r"([&_])", r"\\\1", body)
        body = rf"\text{{{escaped}}}"
    body = as_tex(body) or body
    return rf"\boxed{{{body}}}" if body else ""


def _closing(text: str, opened: int) -> int | None:
    """The position behind the brace that closes the one before `opened`."""
    depth = 1
    for brace in re.finditer(r"\\.|[{}]", text[opened:], re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return opened + brace.end()
    return None


def _words(text: str) -> str:
    parts: list[str] = []
    position = 0
    for match in _CODE_SPAN.finditer(text):
        parts.append(_quoted(text[position : match.start()]))
        parts.append(f"<code>{_quoted(match['code'], also='*_~|')}</code>")
        position = match.end()
    parts.append(_quoted(text[position:]))
    return "".join(parts)


def _quoted(text: str, also: str = "") -> str:
    text = _entities(text, also)
    return _WEB.sub(lambda m: f"{m['www']}&#46;" if m["www"] else f"{m['scheme'] or m['script']}&#58;", text)


def _entities(text: str, also: str = "") -> str:
    table = _ENTITIES | {character: f"&#{ord(character)};" for character in also}
    return "".join(table.get(character, character) for character in text)


def _balanced(tex: str) -> bool:
    depth = 0
    for character in re.sub(r"\\.", "", tex, flags=re.DOTALL):
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
