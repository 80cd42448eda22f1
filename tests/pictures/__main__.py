"""Draw the pictures anew: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from .drawing import draw

HERE = Path(__file__).parent

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in asyncio.run(draw(Path(folder))).items():
            (HERE / f"{name}.svg").write_text(picture, "utf-8", newline="\n")
            print(HERE.name, f"{name}.svg")
