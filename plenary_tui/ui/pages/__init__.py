"""Screens as lines and places, before a widget draws them. Pure: no Textual."""
