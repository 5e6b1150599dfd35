"""Outputs of generated code without scripts.

Notebooks trust the outputs of cells that were executed: scripts in them would run in the page, with the person's
Jupyter token. While `without_scripts` lasts, what its context displays loses JavaScript, and HTML is reduced to
elements and attributes that cannot run any. Widgets pass. An accident guard: code that talks to the page by other ways
than IPython's display (comms of its own making) is not stopped.
"""

from __future__ import annotations

import contextlib
import contextvars
import re
from collections.abc import Iterator, Mapping
from typing import Any

LEFT_OUT = "Scripts in this output were left out. To allow them: %mathcoder config run auto"

_active: contextvars.ContextVar[bool] = contextvars.ContextVar("mathcoder_without_scripts", default=False)

_SCRIPT_TYPES = re.compile(r"javascript|ecmascript|bokeh", re.IGNORECASE)
_RUNS = re.compile(
    r"<\s*(?:script|iframe|frame|object|embed|applet|base|meta|link|form)\b"
    r"|<[^>]*[\s/\"'](?:on[a-z]+|srcdoc|formaction)\s*="
    r"|(?:java|vb)script\s*:|data\s*:\s*text/html",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_SCHEME = re.compile(r"(?i)\b(javascript|vbscript|data)(\s*):(?!image/)")

_STYLES = set(
    re.findall(
        r"\S+",
        """
    color background-color font-weight font-style font-family font-size text-align text-decoration vertical-align
    white-space width height max-width min-width padding padding-left padding-right margin border border-collapse
    border-spacing border-top border-bottom border-left border-right line-height
    """,
    )
)


def harmless(data: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """A bundle of representations without what would run in the page; whether something was left out."""
    kept: dict[str, Any] = {}
    removed = False
    for kind, content in data.items():
        if _SCRIPT_TYPES.search(kind):
            removed = True
            continue
        if kind in ("text/html", "text/markdown", "image/svg+xml"):
            text = content if isinstance(content, str) else "".join(map(str, content))
            runs = _RUNS.search(text) is not None
            removed = removed or runs
            if kind == "image/svg+xml" and runs:
                continue
            if kind == "text/html":
                content = _html(text)
                if runs:
                    content += f"<p><small>{LEFT_OUT}</small></p>"
            elif kind == "text/markdown":
                content = _SCHEME.sub(r"\1\2&#58;", _TAG.sub("&lt;", text))
        kept[kind] = content
    if removed and "text/html" not in kept:
        kept["text/plain"] = f"{kept.get('text/plain', '')}\n{LEFT_OUT}".strip()
    return kept, removed


def _html(text: str) -> str:
    import nh3

    everywhere = {"class", "style", "title", "align", "valign", "width", "height", "dir", "lang"}
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes["*"] = attributes.get("*", set()) | everywhere
    attributes["table"] = attributes.get("table", set()) | {"border", "cellpadding", "cellspacing"}
    return nh3.clean(
        text,
        attributes=attributes,
        url_schemes={"http", "https", "mailto", "data"},
        attribute_filter=_attribute,
        filter_style_properties=_STYLES,
    )


def _attribute(element: str, name: str, value: str) -> str | None:
    """`data:` only for pictures."""
    if name in ("href", "src", "cite") and value.strip().lower().startswith("data:"):
        return value if element == "img" and value.strip().lower().startswith("data:image/") else None
    return value


@contextlib.contextmanager
def without_scripts(shell: Any) -> Iterator[None]:
    """What is displayed in this context, and in threads that keep it, is made harmless."""
    publisher, hook = shell.display_pub, shell.displayhook
    publish, compute = publisher.publish, hook.compute_format_data

    def publish_harmless(data: Any, metadata: Any = None, *args: Any, **kwargs: Any) -> None:
        if _active.get():
            data, _ = harmless(data)
        publish(data, metadata, *args, **kwargs)

    def compute_harmless(result: Any) -> Any:
        data, metadata = compute(result)
        if _active.get() and data:
            data, _ = harmless(data)
        return data, metadata

    token = _active.set(True)
    replaced = ((publisher, "publish", publish_harmless), (hook, "compute_format_data", compute_harmless))
    missing = object()
    before = [vars(owner).get(name, missing) for owner, name, _ in replaced]
    for owner, name, function in replaced:
        setattr(owner, name, function)
    try:
        yield
    finally:
        _active.reset(token)
        for (owner, name, _), old in zip(replaced, before, strict=True):
            if old is missing:
                delattr(owner, name)
            else:
                setattr(owner, name, old)
