"""The bytes of an export: what is asked for, composed from a record and written in a format."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from .asked import BALANCE, CARD, CHAIRS_SUMMARY, COMMUNIQUE, CORRIGENDUM, PUBLIC, SCRIPT, Asked

if TYPE_CHECKING:
    from plenary_tui.documents.annotated import Explain
    from plenary_tui.documents.card import Desk
    from plenary_tui.documents.draft import Draft, Origin
    from plenary_tui.record.drafts import Version
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session

_WRITERS = {"md": "markdown", "html": "html", "txt": "text"}


def written(
    record: Record, asked: Asked, *, now: datetime | None, whole: Record | None = None,
    desk: Desk | None = None, origin: Origin | None = None, session: Session | None = None,
) -> bytes:  # fmt: skip
    """Return the bytes of what is asked for. now: decides whether a written procedure is past.

    whole: the record also past the moment asked for, so that an excerpt that imports again leaves
    no sitting open that was closed. desk: of a card. origin: of what goes out and is to be known
    again. session: where an earlier text is found that it is compared with. Raises NotAgreed where
    one is to be final that holds brackets.
    """
    from plenary_tui.store.clock import local_now

    now = now or local_now()
    about = ""
    if asked.span:
        from plenary_tui.documents.excerpt import chosen_by, excerpt, excerpt_notes

        about, chosen = asked.span.about, chosen_by(record, asked.span)
        if asked.kind == "notes":
            return excerpt_notes(whole or record, chosen, about, whole=asked.whole).encode()
        record = excerpt(record, chosen)
    if asked.kind == "notes":
        from plenary_tui.documents.notes import notes

        return notes(record, whole=asked.whole).encode()
    if asked.kind == "data":
        from plenary_tui.documents.data import data

        return data(record, now=now, whole=asked.whole, about=about).encode()
    if asked.form == "csv":
        from plenary_tui.documents import tabular
        from plenary_tui.documents.spreadsheet import spreadsheet

        if asked.kind == BALANCE:
            from plenary_tui.documents.balance import spread

            return spreadsheet(spread(record))
        table = tabular.interventions if asked.kind == "interventions" else tabular.speaking
        return spreadsheet(table(record))
    if asked.form == "ics":
        from plenary_tui.documents import calendars

        return (calendars.events if asked.kind == "events" else calendars.follow_ups)(record)
    if asked.form == "akn":
        from plenary_tui.documents.akn import akn

        return akn(record, now, about)
    from plenary_tui.documents.evidence import explainer

    draft = _composed(record, asked, now, desk, origin)
    if about:
        from plenary_tui.documents.excerpt import headed

        draft = headed(draft, about)
    return rendered(draft, asked, explainer(record) if asked.annotated else None, session)


def version_written(record: Record, asked: Asked, session: Session, version: Version) -> bytes:
    """Return the bytes of an issued version: the same each time."""
    from plenary_tui.documents.evidence import explainer
    from plenary_tui.documents.versions import draft_of

    explain = explainer(record.until(version.id)) if asked.annotated else None
    return rendered(draft_of(record, session.name, version), asked, explain, session)


def rendered(
    draft: Draft, asked: Asked, explain: Explain | None, session: Session | None = None
) -> bytes:  # fmt: skip
    """Return the bytes of a draft in the form, and as a Word file in the variant, asked for."""
    if asked.against:
        from .redlining import redlined

        assert session is not None
        return redlined(session, asked, draft, explain)
    if asked.kind == BALANCE and asked.form == "docx":
        from plenary_tui.documents.word.charts import word_with_charts

        return word_with_charts(draft, explain, asked.options())
    if asked.form == "docx":
        from plenary_tui.documents.word import word

        return word(draft, explain, asked.options())
    if explain is not None:
        from plenary_tui.documents.annotated import annotated

        draft = annotated(draft, explain)
    elif asked.kind == BALANCE and asked.form == "html":
        from plenary_tui.documents.pictures.page import illustrated

        return illustrated(draft).encode()
    name = _WRITERS[asked.form]
    write = getattr(import_module(f"plenary_tui.documents.{name}"), name)
    return str(write(draft)).encode()


def _composed(
    record: Record, asked: Asked, now: datetime, desk: Desk | None, origin: Origin | None
) -> Draft:  # fmt: skip
    from plenary_tui.store.clock import local_now

    name = COMMUNIQUE if asked.kind == CHAIRS_SUMMARY else asked.kind
    compose = getattr(import_module(f"plenary_tui.documents.{name}"), name)
    draft: Draft
    if name in PUBLIC:
        from plenary_tui.documents.draft import DraftState, Issue

        state: DraftState = "FINAL" if asked.final else "DRAFT"
        issue = Issue(state, "", local_now(), origin, language=asked.language or "en")
        draft = compose(record, now, issue)
        if asked.kind == CHAIRS_SUMMARY:
            from plenary_tui.documents.chairs_summary import chairs_summary

            way: Literal["neutralise", "drop"] = "drop" if asked.drop else "neutralise"
            draft = chairs_summary(draft, way, meeting=record.meeting)
    elif name == CARD:
        draft = compose(record, now, desk)
    elif name == SCRIPT:
        draft = compose(record, now, asked.language or "en")
    elif name == CORRIGENDUM:
        draft = compose(record, now, refused=asked.annotated)
    else:
        draft = compose(record, now)
    return draft
