"""The corrigendum: what was corrected in a version and in the record, in one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from plenary_tui.record.drafts import Drafts, Version
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.reviewing import last_version, paragraphs_of

from .chronicle import Chronicle
from .draft import Draft, Paragraph, Row, Section, Table
from .review.corrections import Asked, asked, symbol_of
from .wording import capital, day

_COLUMNS = ("Place", "Reads", "Should read", "Asked by")
_REFUSED = (*_COLUMNS, "Why it was refused")


def corrigendum(record: Record, now: datetime | None = None, *, refused: bool = False) -> Draft:
    """Compose the corrigendum to the version that was reviewed last, and to the summary record.

    Only what was accepted is in it; `refused` adds, in a part of its own, what was refused and
    why. now: stands over it.
    """
    chronicle = Chronicle(record, now)
    version = reviewed(record.meeting.drafts)
    about = [
        one for one in asked(record)
        if one.verdict and (one.what.paragraph is None or _is_of(version, one))
    ]  # fmt: skip
    accepted = [one for one in about if one.verdict == "accepted"]
    of_version = sorted(
        (one for one in accepted if one.what.paragraph is not None), key=_reading_order(version)
    )
    of_record = sorted(
        (one for one in accepted if one.what.paragraph is None),
        key=lambda one: chronicle.places.get(one.what.target, -1),
    )
    parts = [
        _part(chronicle, _to_version(version), of_version),
        _part(chronicle, "Corrections to the summary record", of_record),
    ]
    if not accepted:
        none = Paragraph("No correction was accepted.")
        parts = [Section("Corrections", (none,))]
    if refused:
        held = [one for one in about if one.verdict == "refused"]
        parts.append(_part(chronicle, "Corrections that were not accepted", held, reasons=True))
    shown = about if refused else accepted
    draft = chronicle.draft("Corrigendum", *parts)
    symbol = symbol_of(version) if version is not None else ""
    made = now or chronicle.meeting.last
    return replace(
        draft,
        about=(*draft.about, *_titles(chronicle, version)),
        marking="RESTRICTED" if any(_is_restricted(record, one) for one in shown) else "",
        made=made.astimezone(chronicle.meeting.zone) if made else None,
        symbol=f"{symbol}/Corr.1" if symbol else "",
    )


def reviewed(drafts: Drafts) -> Version | None:
    """Return the version that was reviewed last; the one issued last where none was."""
    staged = [known for one in drafts.stages if (known := drafts.version(one.version))]
    return staged[-1] if staged else last_version(drafts)


def _is_of(version: Version | None, one: Asked) -> bool:
    return version is not None and one.what.target == version.id


def _titles(chronicle: Chronicle, version: Version | None) -> Iterator[str]:
    """Yield what it is a corrigendum to."""
    if version is None:
        return
    on = day(chronicle.meeting.day_of(version.entry))
    symbol = symbol_of(version)
    known = f"{symbol}, " if symbol else ""
    yield f"To {known}version {version.label} of {on}, and to the summary record"


def _to_version(version: Version | None) -> str:
    return f"Corrections to version {version.label}" if version else "Corrections"


def _reading_order(version: Version | None) -> Callable[[Asked], int]:
    known = paragraphs_of(version) if version is not None else ()
    places = {one.ref.id: place for place, one in enumerate(known)}
    return lambda one: places.get(one.what.paragraph.id, -1) if one.what.paragraph else -1


def _part(
    chronicle: Chronicle, heading: str, corrections: list[Asked], *, reasons: bool = False
) -> Section:  # fmt: skip
    rows = tuple(
        Row(
            (*_cells(chronicle, one), *((one.reason,) if reasons else ())), (one.id, one.answer)
        )
        for one in corrections
    )  # fmt: skip
    return Section(heading, (Table(_REFUSED if reasons else _COLUMNS, rows),) if rows else ())


def _cells(chronicle: Chronicle, one: Asked) -> tuple[str, str, str, str]:
    on = chronicle.words.day_of(one.when)
    who = capital(chronicle.words.name(one.who, on))
    old, new = one.what.old, one.what.new
    should = f"“{new}”" if new else "(deleted)" if old else one.what.text
    return _place(chronicle, one), f"“{old}”" if old else "", should, who


def _place(chronicle: Chronicle, one: Asked) -> str:
    """Name what was corrected: a paragraph by its number, an entry by who spoke and when."""
    if one.what.paragraph is not None:
        return capital(one.place.rpartition(" of version ")[0])
    entry = chronicle.record.reads(one.what.target)
    if entry is None:
        return capital(one.place)
    words = chronicle.words
    when = f"{day(words.day_of(entry.happened))}, {words.time_of(entry.happened)}".rstrip(", ")
    who = f"{capital(words.speaker(entry))}, " if isinstance(entry.what, Spoken) else ""
    return f"{who}{when} ({entry.id})"


def _is_restricted(record: Record, one: Asked) -> bool:
    entry = record.entry(one.what.target)
    return entry is not None and (
        entry.marking in ("restricted", "in_camera") or entry.id in record.meeting.covered
    )
