"""Two themes, dark and light: every text on every ground it stands on reaches 7:1 (tested)."""

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
        "input-selection-background": "#2b4a68",
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
        "input-selection-background": "#b9d6f2",
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
THEMES = (DARK, LIGHT)
"""The themes that ship; the first is the one a room begins with."""
