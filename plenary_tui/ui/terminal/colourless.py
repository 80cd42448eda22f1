"""A screen without any colour: what stood on a light ground is reversed, all else is plain."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_LIGHT = 0.5


class Colourless(LineFilter):
    """Takes the colours out of what is drawn under the plain theme, which is white on black.

    The terminal's own colours remain, whatever they are; Textual's filter for NO_COLOR paints
    greys, which are colours too, and too faint on some terminals.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colour."""
        return [
            Segment(text, style and _uncoloured(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    light = style.bgcolor is not None and (Color.from_rich_color(style.bgcolor).brightness > _LIGHT)
    return style.without_color + Style(
        reverse=True if bool(style.reverse) != light else None, meta=style.meta or None
    )
