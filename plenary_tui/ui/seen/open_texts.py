"""The texts that are open, taken from the Meeting as plain values."""

from __future__ import annotations

from plenary_tui.documents.telling import Teller
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import PENDING, TextRecord

from .views import Held, TextView, Worded

_FORMS = {"administrative_decision": "draft decision", "decision": "proposal"}


def open_texts(meeting: Meeting, station: str) -> tuple[TextView, ...]:
    """Return the texts that can still be decided: the one before us, then the latest first."""
    before = meeting.sitting(meeting.station_sitting(station)).before
    found = [one for one in meeting.texts.values() if one.state in PENDING]
    found.sort(key=lambda one: (one.id != before, -one.rank))
    teller = Teller(meeting)
    return tuple(text_view(meeting, one, teller, one.id == before) for one in found)


def text_view(
    meeting: Meeting, text: TextRecord, teller: Teller, before_us: bool = True
) -> TextView:
    """Return one text with all that stands for, against and beside it."""

    def stand(stance: str) -> tuple[str, ...]:
        return tuple(one.who for one in text.stances if one.stance == stance)

    blocking = text.objections
    brackets = sorted(
        (one for one in meeting.brackets.values() if one.on == text.id and not one.cleaned),
        key=lambda one: one.rank,
    )
    return TextView(
        label=text.label,
        wordings=tuple(
            Worded(one.text, teller.name(one.by) if one.by else "") for one in text.wordings
        ),
        by=teller.name(text.by) if text.by else "",
        form=_FORMS.get(text.form, text.form.replace("_", " ")),
        before_us=before_us,
        supports=stand("supports"),
        opposes=stand("opposes"),
        flexible=stand("flexible"),
        positions=tuple(
            Held(one.form, one.who, one.text, one in blocking, bool(one.withdrawn))
            for one in text.positions
        ),
        amendments=tuple(
            Held("amendment", one.who, one.text) for one in text.amendments if one.state == "asked"
        ),
        brackets=tuple(Held(one.form, one.owner, one.words) for one in brackets),
    )
