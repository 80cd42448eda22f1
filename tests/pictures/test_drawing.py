"""The pictures in the README show the program as it is."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from .drawing import draw

HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"


def words(picture: str) -> list[str]:
    """Return what stands in a picture, line by line."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", picture)
    return [html.unescape(re.sub("<[^>]+>", "", one)).strip() for one in found]


@pytest.mark.asyncio
async def test_they_say_what_the_screens_say(tmp_path: Path) -> None:
    drawn = await draw(tmp_path)
    for name, picture in drawn.items():
        shown = (HERE / f"{name}.svg").read_text("utf-8")
        assert words(shown) == words(picture), f"{name} is old: python -m tests.pictures"


def test_each_stands_in_the_readme() -> None:
    text = README.read_text("utf-8")
    for picture in HERE.glob("*.svg"):
        assert f"tests/pictures/{picture.name}" in text
