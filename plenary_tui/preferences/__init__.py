"""What a person has set: one TOML file, read with one sentence for each thing that is wrong.

A file that is wrong keeps nobody out: what cannot be read stands at its default, and
`Preferences.troubles` says which line and why. Keys of actions are only taken as text here;
`ui/keymap.py` knows the actions and checks them.
"""

from .reading import CLASSES, Preferences, read, settings_path, understood
from .values import spelt, spelt_path

__all__ = [
    "CLASSES", "Preferences", "read", "settings_path", "spelt", "spelt_path", "understood",
]  # fmt: skip
