"""Styles from the theme's colours, for widgets that draw their own lines.

Component classes would have the style sheet applied once for each of them, before the first frame.
"""

from __future__ import annotations

from rich.style import Style
from textual.app import App
from textual.color import Color


def ink(app: App[None], text: str = "", ground: str = "", attributes: str = "") -> Style:
    """Return the style of a text: theme variables for it and its ground.

    attributes: of `bold`, `strike`, `underline`.
    """
    colours = app.theme_variables
    return Style(
        color=Color.parse(colours[text]).rich_color if text else None,
        bgcolor=Color.parse(colours[ground]).rich_color if ground else None,
        bold="bold" in attributes or None,
        strike="strike" in attributes or None,
        underline="underline" in attributes or None,
    )
