"""`plenary drill`: typing against a past session as it is said again, and how it went."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import has_a_screen, say
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.documents.excerpt import Span
    from plenary_tui.importers.drilling import Ready
    from plenary_tui.store.session import Session

_FORMS = ("txt", "md", "html", "docx")
_WRITERS = {"txt": "text", "md": "markdown", "html": "html"}


@make(
    "drill",
    "plenary drill 2021-11-training\n"
    "plenary drill 2021-11-training --from 2021-11-09T10:01 --until 2021-11-09T10:31\n"
    "plenary drill 2021-11-training --item 3.1 --speed 2 --anew\n"
    "plenary drill 2021-11-training --result -o result.md",
)
@click.argument("name")
@click.option("--from", "since", metavar="TIME|ID", help="Begin there.")
@until_option
@click.option("--item", "items", multiple=True, metavar="N", help="Only this item; repeatable.")
@click.option(
    "--room", default="", metavar="STATION",
    help="Only this station's room, where several sat at once.",
)  # fmt: skip
@click.option(
    "--speed", type=click.FloatRange(min=0, min_open=True), metavar="N",
    help="N times as fast as the session; ×1 without it.",
)  # fmt: skip
@click.option("--anew", is_flag=True, help="Begin another drill, where one is not over.")
@click.option("--result", is_flag=True, help="How the last drill of this session went.")
@click.option("--plain", is_flag=True, help="The turns as lines, at their pace, without a room.")
@click.option(
    "--format", "form", type=click.Choice(_FORMS),
    help="Of the result; else as the file is named, else txt.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write the result there; - prints it.")
def command(
    settings: Settings, name: str, since: str | None, until: str | None, items: tuple[str, ...],
    room: str, speed: float | None, anew: bool, result: bool, plain: bool, form: str | None,
    output: str | None,
) -> int:  # fmt: skip
    """Train on a past session: it is said again at its pace, and you keep the record of it.

    Over the room stands what one hears: who speaks, the words as they were kept, what happens.
    Below it is the real room, on a practice session with the same roster, bodies and agenda.
    F3 begins, pauses, goes on; F4 says the last turn again; F5 goes on to the next;
    Alt-C shows at any time what was kept beside what you typed. Silences of over a minute are
    shortened, and that is said. A drill that is left goes on where it was.

    With --result it prints, or writes, how the last drill went: what was caught, late, missed,
    under the wrong name, as the wrong kind; texts word for word. It measures likeness of words and
    is no judgement of quality.

    Drills lie in the user's data folder and never among the sessions. With --plain the turns are
    printed at their pace, for a drill in a second terminal or on paper; nothing is kept of that.
    """
    from plenary_tui.documents.excerpt import Span
    from plenary_tui.store.session import Session

    given = bool(since or until or items or room)
    span = Span(since or "", until or "", items, room=room) if given else None
    kept = Session(settings.session(name))
    if result:
        if given or anew or plain or speed:
            raise WrongUse("--result is of the last drill as it was: leave the other options out.")
        return _result(kept, form, output)
    if form or output:
        raise WrongUse("--format and -o are of the result: add --result.")
    if plain:
        return _spoken(kept, span or Span(), speed or 1.0)
    if not has_a_screen():
        raise WrongUse(
            "A drill needs a terminal: --plain prints the turns at their pace without one."
        )
    from plenary_tui.importers.drilling import ready
    from plenary_tui.store.drills import drills_dir

    made = ready(drills_dir(), kept, settings.writer, span, speed, anew=anew)
    return _on_screen(settings, made)


def _on_screen(settings: Settings, made: Ready) -> int:
    from .screens import say_troubles, told

    say_troubles(settings)
    gc.disable()  # nothing that is loaded for the first frame is garbage; the room turns it on
    from plenary_tui.ui.drilling.app import run

    return told(run(settings, made))


def _spoken(kept: Session, span: Span, speed: float) -> int:
    """Print the turns as they are said; a person may stop it at any moment."""
    from time import sleep

    from plenary_tui.documents.drill.turns import moment, stretch_of
    from plenary_tui.record.redaction import open_record
    from plenary_tui.ui.drilling.pace import DrillPace

    stretch = stretch_of(open_record(kept.record), span)
    pace = DrillPace(stretch.turns, stretch.record.live.zone)
    say(f"PRACTICE: {stretch.title or kept.name}, said again at ×{speed:g}")
    for line in stretch.before:
        say(line)
    for place, turn in enumerate(stretch.turns):
        sleep(pace.wait(place, speed) if place else 0.0)
        say(f"{moment(turn, stretch.record):%H:%M} {' '.join(turn.whole.split())}")
    return 0


def _result(kept: Session, form: str | None, output: str | None) -> int:
    from plenary_tui.documents.drill.judging import judge
    from plenary_tui.importers.drilling import last_of
    from plenary_tui.record.course import Course
    from plenary_tui.store.drills import drills_dir
    from plenary_tui.store.session import Session
    from plenary_tui.ui.drilling.writing import drafted

    last = last_of(drills_dir(), kept)
    found = judge(last.stretch.units, Session(last.drill.practice).record,
                  Course(last.drill.steps()))  # fmt: skip
    suffix = Path(output).suffix.removeprefix(".") if output and output != "-" else ""
    chosen = form or (suffix if suffix in _FORMS else "txt")
    data = _written(drafted(last, found), chosen)
    if output and output != "-":
        from .targets import put

        put(data, Path(output))
    elif chosen == "docx":
        raise WrongUse("A Word file cannot be printed: name it with -o result.docx.")
    else:
        say(data.decode().rstrip("\n"))
    return 0


def _written(draft: Draft, form: str) -> bytes:
    from importlib import import_module

    if form == "docx":
        from plenary_tui.documents.word import word

        return word(draft)
    name = _WRITERS[form]
    return str(getattr(import_module(f"plenary_tui.documents.{name}"), name)(draft)).encode()
