"""What States, organisations and bodies are called in French, each with its article.

A name is looked up by its English: a code alone might be that of a delegation of another name.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

_FOLDER = Path(__file__).parents[2] / "data"
_VOWEL = re.compile(r"[AEIOUÉÈÊÎÔ]")
_ARTICLES = ("le", "la", "les")


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def delegation(english: str) -> tuple[str, str] | None:
    """Return the short and the formal French name of a delegation by its everyday English one."""
    known = _data("roster")["french"].get(english.removeprefix("the "))
    if known:
        return known[0], known[1]
    name = babel_name(english)
    if not name:
        return None
    named = with_article(name)
    return named, named


def body(english: str) -> tuple[str, str] | None:
    """Return the French name of a body and its letters, by its English name."""
    return _bodies().get(english.removeprefix("the ").casefold())


@cache
def _bodies() -> dict[str, tuple[str, str]]:
    return {
        held["name"].casefold(): (held["french"][0], held["french"][1])
        for held in _data("bodies")["body"]
    }


def babel_name(english: str) -> str:
    """Return the French name of a State, without its article; empty where it is none."""
    name = english.removeprefix("the ")
    known = _data("roster")["french"].get(name)
    return without_article(known[0]) if known else _states().get(name, "")


@cache
def _states() -> dict[str, str]:
    english, french = Locale("en").territories, Locale("fr").territories
    return {name: french[code] for code, name in english.items() if code in french}


def with_article(name: str) -> str:
    """Return the French name of a State with its article."""
    held = _data("roster")["french_articles"]
    if name in held["none"]:
        return name
    article = next((one for one in _ARTICLES if name in held[one]), "")
    if not article and _VOWEL.match(name):
        return f"l’{name}"
    return f"{article or ('la' if name.endswith('e') else 'le')} {name}"


def without_article(name: str) -> str:
    """Return a French name without its article."""
    return re.sub(r"^(?:l[ea]s? |l’)", "", name)
