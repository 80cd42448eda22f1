"""`plenary compare`: two copies of a session, or two drafts, side by side."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import has_a_screen, say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.documents.side_by_side import Comparison


@make(
    "compare",
    "plenary compare 2018-06-antwerp /media/stick/2018-06-antwerp\n"
    "plenary compare --draft 2018-06-antwerp@1 2018-06-antwerp\n"
    "plenary compare --draft 2018-06-antwerp@1 2018-06-antwerp@2 --plain\n"
    "plenary compare --draft 2018-06-antwerp@2 draft-2-TR.docx",
)
@click.argument("left")
@click.argument("right")
@click.option(
    "--draft", is_flag=True,
    help="Two drafts: NAME as it stands, NAME@VERSION, NAME@TIME or NAME@ID, a FILE.docx.",
)  # fmt: skip
@click.option(
    "--language", type=click.Choice(["en", "fr"]), help="Of drafts; else the meeting's own."
)
@click.option("--plain", is_flag=True, help="As plain lines, without a screen.")
def command(
    settings: Settings, left: str, right: str, draft: bool, language: str | None, plain: bool
) -> int:
    """Lay two copies of a session side by side, before they are merged; or two drafts.

    LEFT and RIGHT are names of sessions or their folders, such as that on another laptop's stick.
    It shows the entries that one copy alone has, lines that read otherwise under the same id,
    words under seal that only one side has at hand, and what the meetings read differently
    because of it. Nothing is changed in either copy; `plenary merge` makes the union.

    With --draft they are two drafts, paragraph by paragraph, what was moved said; of a Word file
    that came back, all its changes count as made. The same as tracked changes in Word:
    plenary export NAME communique --version 2 --against 1.

    The plain form begins a line with - for what is on the left only, with + for the right, with ~
    for what both have and is not alike: {-words of the left-}, {+words of the right+}.

    Exits 0 when the two are alike, 1 when they differ, 2 on wrong use.
    """
    if language and not draft:
        raise WrongUse("--language is of drafts: add --draft.")
    compared = _drafts(settings, left, right, language) if draft else _copies(settings, left, right)
    if not plain and has_a_screen():
        return _on_screen(settings, compared)
    from plenary_tui.documents.side_by_side.plain import plain_lines

    found = compared()
    for line in plain_lines(found):
        say(line)
    say()
    say(found.says)
    return 1 if found.differences else 0


def _copies(settings: Settings, left: str, right: str) -> Callable[[], Comparison]:
    from plenary_tui.ui.comparing.compared import copies_compared

    return copies_compared(settings.copy(left), settings.copy(right))


def _drafts(
    settings: Settings, left: str, right: str, language: str | None
) -> Callable[[], Comparison]:  # fmt: skip
    def compared() -> Comparison:
        from plenary_tui.documents.side_by_side.draft_text import draft_text
        from plenary_tui.documents.side_by_side.drafts import drafts

        sides = (draft_text(typed, settings.copy, language or "") for typed in (left, right))
        return drafts(*sides)

    return compared


def _on_screen(settings: Settings, compared: Callable[[], Comparison]) -> int:
    from .screens import say_troubles, told

    say_troubles(settings)
    gc.disable()  # nothing that is loaded for the first frame is garbage; the screen turns it on
    from plenary_tui.ui.comparing.app import run

    return told(run(settings, compared))
