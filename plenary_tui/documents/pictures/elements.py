"""Elements of SVG as text: what people said becomes text, and never markup."""

from __future__ import annotations

import re
from html import escape

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Signs that XML cannot hold."""

Value = str | int | float


def element(name: str, *inside: str, **attributes: Value) -> str:
    """Return an element; an underscore in the name of an attribute is a hyphen."""
    said = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(_number(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def text(words: str, x: float, y: float, **attributes: Value) -> str:
    """Return words at a place."""
    return element("text", plain(words), x=x, y=y, **attributes)


def plain(words: str) -> str:
    """Return words as an element holds them."""
    return escape(_UNFIT.sub("\ufffd", words))


def _number(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
