"""What is wrong with a Word file that Microsoft's own validator does not say.

`lint(data)` returns one sentence for each defect; none means that no office program has to mend
the file, and that somebody who does not see the page can read it.
"""

from __future__ import annotations

from .layout import LAYOUT
from .marks import MARKS
from .opened import Opened, open_file
from .references import REFERENCES

__all__ = ["lint"]


def lint(data: bytes) -> tuple[str, ...]:
    """Return the defects of a .docx file, each naming its part; never raises for a bad file."""
    opened = open_file(data)
    if not isinstance(opened, Opened):
        return (opened,)
    found = [said for check in (*REFERENCES, *MARKS, *LAYOUT) for said in check(opened)]
    return tuple(dict.fromkeys(found))
