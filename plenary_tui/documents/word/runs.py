"""Runs of text: line breaks, scripts, and nothing that XML cannot hold."""

from __future__ import annotations

import re

from lxml.etree import SubElement

from .elements import SPACE, Element, put, w
from .scripts import Script, split

_R, _T, _RPR, _STYLE, _BR, _VAL = w("r"), w("t"), w("rPr"), w("rStyle"), w("br"), w("val")
_UNFIT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_PLAINER = {"\t": " ", "\r": " ", "\u0085": " "}


def fit(text: str) -> str:
    """Return a text that a Word file can hold, sign for sign, so that brackets keep their places.

    The record cleans every text on entry; a draft from anywhere else must not break a file.
    """
    if text.isprintable():
        return text
    return _UNFIT.sub(lambda found: _PLAINER.get(found[0], "\ufffd"), text)


def add_runs(parent: Element, text: str, style: str = "", *, right_to_left: bool = False) -> None:
    """Append the runs of a text, in a character style if one is named."""
    for piece, script in split(text, right_to_left=right_to_left):
        run = SubElement(parent, _R)
        if style or script:
            _set(SubElement(run, _RPR), style, script)
        if "\n" not in piece:
            _words(run, piece)
            continue
        for number, line in enumerate(piece.split("\n")):
            if number:
                SubElement(run, _BR)
            if line:
                _words(run, line)


def _words(run: Element, words: str) -> None:
    element = SubElement(run, _T)
    element.text = words
    if words[:1] == " " or words[-1:] == " ":
        element.set(SPACE, "preserve")


def _set(properties: Element, style: str, script: Script | None) -> None:
    if style:
        SubElement(properties, _STYLE, {_VAL: style})
    if script is None:
        return
    if script.right_to_left:
        put(properties, "rtl")
    if script.complex:
        put(properties, "cs")
    if script.language:
        put(properties, "lang", **{script.slot: script.language})
