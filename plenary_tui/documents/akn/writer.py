"""A record as an Akoma Ntoso debate: its metadata, its preface and its body."""

from __future__ import annotations

from datetime import date, datetime
from xml.etree.ElementTree import Element

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.draft import Draft
from plenary_tui.documents.excerpt import headed
from plenary_tui.documents.public import public
from plenary_tui.documents.summary import summary
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.history import Record
from plenary_tui.store.names import slug

from .body import Body
from .elements import Ids, printed, put, root
from .references import MEETING, OFFICE, References

_COUNTRY = "xx"
"""Of ISO 3166's codes for whoever needs one: a forum of States is no country."""
_LANGUAGE = "eng"
_NAME = "summary-record"


def akn(record: Record, now: datetime | None = None, about: str = "") -> bytes:
    """Return the open part of a record as an Akoma Ntoso 3.0 document of the type `debate`.

    Its sentences are those of the summary record. now: decides whether a written procedure is
    past its expiry, and dates the document; None dates it by the record's last entry. about: of
    what it is an excerpt, in words; it is then a work of its own.
    """
    record = public(record)
    chronicle = Chronicle(written_out(record), now)
    draft = summary(record, now)
    draft = headed(draft, about) if about else draft
    references = References(chronicle)
    top = root("akomaNtoso")
    debate = put(top, "debate", name=_NAME)
    meta = put(debate, "meta")
    _preface(debate, chronicle, draft, references, about)
    Body(chronicle, draft, references).write(debate)
    _meta(meta, chronicle, draft, about)
    references.write(meta)
    return printed(top)


def _meta(meta: Element, chronicle: Chronicle, draft: Draft, about: str) -> None:
    """Identify the work, its English expression and this file, and say when each was made."""
    held = _held_on(chronicle)
    written = _written_on(chronicle)
    kind = chronicle.meeting.kind or "meeting"
    called = [words for words in (draft.title, about) if words]
    name = "-".join(map(slug, called))
    work = f"/akn/{_COUNTRY}/debate/{kind}/{held}/{name}"
    expression = f"{work}/{_LANGUAGE}@{written}"
    identification = put(meta, "identification", source=f"#{OFFICE}")
    for level, uri, file, on, name, author in (
        ("FRBRWork", work, "/!main", held, "generation", MEETING),
        ("FRBRExpression", expression, "/!main", written, "expression", OFFICE),
        ("FRBRManifestation", f"{expression}.akn", "/!main.xml", written, "generation", OFFICE),
    ):
        made = put(identification, level)
        put(made, "FRBRthis", value=uri.removesuffix(".akn") + file)
        put(made, "FRBRuri", value=uri)
        put(made, "FRBRdate", date=on, name=name)
        put(made, "FRBRauthor", href=f"#{author}")
        if level == "FRBRWork":
            put(made, "FRBRcountry", value=_COUNTRY)
            put(made, "FRBRsubtype", value=kind)
            put(made, "FRBRname", value=". ".join(called))
        elif level == "FRBRExpression":
            put(made, "FRBRlanguage", language=_LANGUAGE)
        else:
            put(made, "FRBRformat", value="application/akn+xml")
    put(meta, "publication", date=written, name=_NAME, showAs=draft.register)
    lifecycle = put(meta, "lifecycle", source=f"#{OFFICE}")
    put(lifecycle, "eventRef", eId=Ids().of(meta, "eventRef"), date=held, source=f"#{MEETING}",
        type="generation")  # fmt: skip


def _preface(
    debate: Element, chronicle: Chronicle, draft: Draft, references: References, about: str
) -> None:  # fmt: skip
    """Write the title block: what it is, of which meeting, of what an excerpt, where and when."""
    preface = put(debate, "preface")
    if draft.marking:
        put(preface, "p", draft.marking, class_="marking")
    put(put(preface, "p"), "docType", draft.register)
    put(put(preface, "p"), "docTitle", draft.title)
    place = chronicle.meeting.facts.get("place", "")
    if about:
        put(preface, "p", about)
    line = next((words for words in draft.about if words != about), "")
    if not line:
        return
    made = put(preface, "p")
    if place:
        put(made, "location", place, refersTo=references.location(place))
        line = line.removeprefix(place)
    if line:
        put(made, "docDate", line.removeprefix(", "), date=_held_on(chronicle))
        if place:
            made[0].tail = ", "


def _held_on(chronicle: Chronicle) -> str:
    """Return the first day of the meeting, else that of the record's first entry."""
    return (chronicle.meeting.first_day or _entry_day(chronicle, 0)).isoformat()


def _written_on(chronicle: Chronicle) -> str:
    now = chronicle.now
    if now is not None:
        return now.astimezone(chronicle.meeting.zone).date().isoformat()
    return _entry_day(chronicle, -1).isoformat()


def _entry_day(chronicle: Chronicle, place: int) -> date:
    entries = chronicle.entries
    return chronicle.meeting.day_of(entries[place]) if entries else date(1970, 1, 1)
