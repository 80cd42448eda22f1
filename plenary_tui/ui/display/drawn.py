"""Signs drawn out of half blocks, so that a time can be read from the back of a room. Pure."""

from __future__ import annotations

_GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    " ": ("  ", "  ", "  ", "  ", "  "),
    "A": (" ### ", "#   #", "#####", "#   #", "#   #"),
    "C": (" ####", "#    ", "#    ", "#    ", " ####"),
    "E": ("#####", "#    ", "#### ", "#    ", "#####"),
    "I": ("###", " # ", " # ", " # ", "###"),
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "N": ("#   #", "##  #", "# # #", "#  ##", "#   #"),
    "R": ("#### ", "#   #", "#### ", "#  # ", "#   #"),
}
"""The signs of a time, and the letters of IN CAMERA: five rows of squares each."""

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def drawn(text: str, scale: int = 1) -> list[str]:
    """Return the rows of `text`, drawn so many times as large; at scale 1 they are three.

    All rows are of one width. Raises KeyError for a sign that is not drawn.
    """
    grid = [" ".join(_GLYPHS[sign][row] for sign in text) for row in range(5)]
    tall = [
        "".join(square * scale for square in row) for row in grid for _ in range(scale)
    ]  # fmt: skip
    if len(tall) % 2:
        tall.append(" " * len(tall[0]))
    return [
        "".join(_BLOCKS[upper == "#", lower == "#"] for upper, lower in zip(*pair, strict=True))
        for pair in zip(tall[::2], tall[1::2], strict=True)
    ]
