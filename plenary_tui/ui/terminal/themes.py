"""Three themes: dark, light, and one without colour.

In dark and light every text reaches 7:1 on every ground that it stands on (tested).
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="plenary-dark",
    dark=True,
    primary="#8ecbff",
    secondary="#b8d8ff",
    accent="#ffd166",
    warning="#ffd166",
    error="#ffb3b3",
    success="#93eeaa",
    foreground="#f4f6f8",
    background="#0b0f14",
    surface="#0b0f14",
    panel="#1c2733",
    boost="#1c2733",
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={
        "closed": "#5c0011",
        "on-closed": "#ffffff",
        "text-muted": "#d4dbe2",
        "text-disabled": "#c2cad2",
        "input-selection-background": "#223b54",
        "input-cursor-background": "#f4f6f8",
        "input-cursor-foreground": "#0b0f14",
        "input-cursor-text-style": "none",
        "block-cursor-background": "#8ecbff",
        "block-cursor-foreground": "#0b0f14",
        "block-cursor-text-style": "none",
        "scrollbar": "#5f7081",
        "scrollbar-hover": "#8ecbff",
        "scrollbar-active": "#8ecbff",
        "scrollbar-background": "#0b0f14",
        "scrollbar-background-hover": "#0b0f14",
        "scrollbar-background-active": "#0b0f14",
    },
)
LIGHT = Theme(
    name="plenary-light",
    dark=False,
    primary="#003a6e",
    secondary="#1d3f5e",
    accent="#573800",
    warning="#573800",
    error="#7d0015",
    success="#004d24",
    foreground="#0c1014",
    background="#ffffff",
    surface="#ffffff",
    panel="#e4ebf2",
    boost="#e4ebf2",
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={
        "closed": "#7d0015",
        "on-closed": "#ffffff",
        "text-muted": "#2b333b",
        "text-disabled": "#37414a",
        "input-selection-background": "#cfe3f7",
        "input-cursor-background": "#0c1014",
        "input-cursor-foreground": "#ffffff",
        "input-cursor-text-style": "none",
        "block-cursor-background": "#003a6e",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "scrollbar": "#7d8b99",
        "scrollbar-hover": "#003a6e",
        "scrollbar-active": "#003a6e",
        "scrollbar-background": "#ffffff",
        "scrollbar-background-hover": "#ffffff",
        "scrollbar-background-active": "#ffffff",
    },
)
_ON_WHITE = {"background": "#ffffff", "foreground": "#000000"}
PLAIN = Theme(
    name="plenary-plain",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={
        "closed": "#ffffff",
        "on-closed": "#000000",
        **dict.fromkeys(("text-muted", "text-disabled", "text-error"), "#ffffff"),
        **{f"input-cursor-{part}": colour for part, colour in _ON_WHITE.items()},
        **{f"block-cursor-{part}": colour for part, colour in _ON_WHITE.items()},
        "input-selection-background": "#ffffff",
        "input-selection-foreground": "#000000",
        "input-cursor-text-style": "none",
        "block-cursor-text-style": "none",
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), "#ffffff"),
        **{f"scrollbar-background{state}": "#000000" for state in ("", "-hover", "-active")},
    },
)
"""White and black only, from which `colourless.py` makes plain and reversed text."""

THEMES = (DARK, LIGHT, PLAIN)
"""The themes that ship; the first is the one that a room begins with."""


def theme_name(theme: str) -> str:
    """Return what Textual calls a theme of the settings."""
    return f"plenary-{theme}"


def after(name: str) -> str:
    """Return the theme to change to from this one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
