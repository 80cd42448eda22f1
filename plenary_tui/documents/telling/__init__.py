"""An entry in words: who spoke, or what happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import PlannedTime

from ..labels import destination, label_of
from ..titles import Titles
from . import drafts as telling_draft

_NOUNS: dict[str, str] = {
    "opening": "opening statement",
    "closing": "closing statement",
    "tribute": "tribute",
    "summing_up": "summing-up",
    "for_the_record": "statement for the record",
    "objection": "objection",
    "reservation": "reservation",
    "explanation": "explanation of position",
    "interpretative": "interpretative statement",
    "dissociation": "dissociation",
    "decision": "proposal",
    "administrative_decision": "draft decision",
    "recommendation": "Recommendation",
    "chairs_notice": "Chair's notice",
    "chairs_statement": "Chair's statement",
}
_MADE = {
    "recommendation": "the recommendation",
    "chairs_notice": "the Chair's notice",
    "chairs_statement": "the Chair's statement",
}
_POSITIONS = {
    "objection": "to",
    "reservation": "on",
    "explanation": "on",
    "interpretative": "on",
    "dissociation": "from",
}
_OUTCOMES = {
    "adopted_ad_ref": "adopted ad referendum",
    "disputed": "gavelled over a standing objection, disputed",
}
_STANCES = {
    "supports": ("supports", "support"),
    "opposes": ("opposes", "oppose"),
    "flexible": ("is flexible on", "are flexible on"),
}
_LIST = {
    "add": "on the list of speakers",
    "withdraw": "off the list of speakers",
    "first": "first on the list of speakers",
    "order": "first on the list of speakers, in this order",
    "next": "the floor goes to",
    "back": "back on top of the list of speakers",
    "close": "the list of speakers is closed",
    "open": "the list of speakers is open",
}
_LEVELS = {
    "in_camera": "in camera from here on",
    "open": "open session from here on",
    "restricted": "restricted from here on",
}
_CHECKS = {
    "missed": "something was missed",
    "name": "check the name",
    "wording": "confirm the wording",
    "other": "check",
}
_DRAFTING = {
    "bracket": "brackets in {where}",
    "alternative": "an alternative in {where}",
    "clean": "brackets lifted in {where}",
    "paragraph": "on {where}",
    "agreed": "agreed, {where}",
    "agreed_ad_ref": "agreed ad referendum, {where}",
}
_PROVENANCE = {
    "imported": "imported",
    "handed_over": "handed over",
    "archived": "archived",
    "exported_whole": "exported with sealed words",
    "forked": "forked",
}


class Teller:
    """Says entries of one meeting in words.

    status: a delegation's class follows its name. titles: where given, an agenda item has the
    title that it had at the entry, else the one that it has now.
    """

    def __init__(
        self, meeting: Meeting, *, status: bool = False, titles: Titles | None = None
    ) -> None:
        self.meeting = meeting
        self._status = status
        self._titles = titles

    def name(self, code: str, at: datetime | None = None) -> str:
        """Return a delegation's or body's name; what was typed where it is none."""
        if code == "???":
            return "unknown speaker"
        day = at.astimezone(self.meeting.zone).date() if at else None
        body = self.meeting.roster.body_on(code, day)
        name = body.name if body and body.name else self.meeting.roster.name_of(code, day)
        status = self.meeting.roster.status(code, day) if self._status else ""
        return f"{name} ({status})" if status else name

    def names(self, codes: tuple[str, ...], at: datetime) -> str:
        """Return several names as a list."""
        return ", ".join(self.name(code, at) for code in codes)

    def speaker(self, what: k.Spoken, at: datetime) -> str:
        """Return who speaks: name, person, capacity, group."""
        said = self.name(what.speaker, at) if what.speaker else "the Chair"
        if what.person:
            said += f" ({what.person})"
        if what.capacity:
            said += f" as {what.capacity}"
        return f"{said} for {what.group}" if what.group else said

    def text(self, ref: str) -> str:
        """Return a text as people call it."""
        if ref == k.AGENDA:
            return "the agenda"
        text = self.meeting.texts.get(ref)
        if text is not None:
            label = label_of(self.meeting, text)
            return label or text.number or _MADE.get(text.form) or f"the text of {ref}"
        bracket = self.meeting.brackets.get(ref)
        if bracket is not None:
            return f"paragraph {bracket.para}" if bracket.para else self.text(bracket.on)
        owed = self.meeting.follow_ups.get(ref)
        if owed is not None:
            return f"the follow-up “{owed.text}”"
        held = self.meeting.drafts.held.get(ref)
        if held is not None:
            return telling_draft.paragraph(self, held.ref)
        return f"entry {ref}" if ref else "no text"

    def about(self, ref: str) -> str:
        """Return whose words, or what, an entry that another points at is."""
        speech = self.meeting.speeches.get(ref)
        if speech is not None and ref not in self.meeting.texts:
            return self.speaker(speech.what, speech.entry.happened)
        for text in self.meeting.texts.values():
            for position in text.positions:
                if position.entry == ref:
                    return f"{_NOUNS[position.form]} of {self.name(position.who)}"
            for asked in text.amendments:
                if asked.entry == ref:
                    return f"amendment of {self.name(asked.who)} to {self.text(text.id)}"
        return self.text(ref)

    def item(self, number: str, title: str = "") -> str:
        """Return an agenda item with a title, else with the one that it has now."""
        item = self.meeting.agenda.get(number)
        title = title or (item.title if item else "")
        return f"item {number}, {title}" if title else f"item {number}"

    def destination(self, to: str, at: datetime) -> str:
        """Return where something goes as a phrase, a body by its name."""
        return destination(
            self.meeting, to, lambda code: f"the {self.name(code, at).removeprefix('the ')}"
        )

    def happening(self, entry: Entry) -> str:
        """Return what kind of thing happened, without who spoke and the words."""
        what = entry.what
        if isinstance(what, k.SittingTime) and not what.target:
            what = what.model_copy(update={"target": entry.id})
        if isinstance(what, k.ItemChange) and self._titles:
            title = self._titles.at(what.number, entry.id)
            what = what.model_copy(update={"title": title})
        if isinstance(what, k.Proposal) and entry.id in self.meeting.texts:
            label = label_of(self.meeting, self.meeting.texts[entry.id])
            what = what.model_copy(update={"label": label})
        tell = _TELL.get(type(what))
        return tell(self, what, entry.happened) if tell else what.kind.replace("_", " ")

    def sentence(self, entry: Entry) -> str:
        """Return the whole entry: who, what and the words."""
        what = entry.what
        happening = self.happening(entry)
        words = getattr(what, "text", "")
        if isinstance(what, k.Continuation):
            return f"… {words}"
        if isinstance(what, k.DraftKind):
            return happening[:1].upper() + happening[1:]
        if isinstance(what, k.Spoken) and (what.speaker or what.capacity):
            who = self.speaker(what, entry.happened)
            head = who if isinstance(what, k.Intervention) else f"{who}, {happening}"
        elif isinstance(what, k.Remark):
            head = f"<{what.author}>" if what.author else ""
        else:
            head = happening[:1].upper() + happening[1:]
        if head and words and not head.startswith("<"):
            head += ":"
        return f"{head} {words}".strip()


def _list(teller: Teller, what: k.FloorList, at: datetime) -> str:
    if what.act in ("close", "open"):
        return _LIST[what.act]
    who = teller.names(what.who, at) or "nobody"
    return f"{_LIST[what.act]} {who}" if what.act == "next" else f"{who} {_LIST[what.act]}"


_TIMER = {
    "paused": "the speaking time is stopped",
    "resumed": "the speaking time goes on",
    "reminded": "the speaker is reminded of the limit",
}


def _outcome(teller: Teller, what: k.Outcome, at: datetime) -> str:
    state = what.verb if what.state == "adopted" and what.verb else what.state
    # a text whose own words are under seal is named by the words that decided it
    unknown = what.text and what.target != k.AGENDA and what.target not in teller.meeting.texts
    subject = teller.text(what.target) if what.target and not unknown else ""
    if what.state == "refused":
        return f"no consensus on {subject}" if subject else "no consensus"
    said = f"{subject} {_OUTCOMES.get(what.state, state).replace('_', ' ')}".strip()
    if what.number:
        said += f" as {what.number}"
    return said + teller.destination(what.to, at)


def _limit(teller: Teller, what: k.Limit, at: datetime) -> str:
    minutes, seconds = divmod(what.seconds, 60)
    parts = ((minutes, "minute"), (seconds, "second"))
    said = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count]
    whose = f" for {teller.name(what.of, at)}" if what.of else ""
    return (f"time limit {' '.join(said)}" if said else "no time limit") + whose


def _silence(teller: Teller, what: k.Silence, at: datetime) -> str:
    said = f"written procedure {what.act} on {teller.text(what.target)}"
    if what.until is not None:
        said += f" until {what.until.astimezone(teller.meeting.zone):%Y-%m-%d %H:%M}"
    return f"{said} as {what.number}" if what.number else said


def _item(teller: Teller, what: k.ItemChange, at: datetime) -> str:
    return f"{teller.item(what.number, what.title)}, {what.act.replace('_', ' ')}"


def _sitting(teller: Teller, what: k.Sitting, at: datetime) -> str:
    said = "sitting announced: " + (teller.names(what.bodies, at) or "plenary")
    planned = str(PlannedTime(what.day, what.begins, what.ends))
    return ", ".join(part for part in (said, what.room, planned) if part)


def _sitting_time(teller: Teller, what: k.SittingTime, at: datetime) -> str:
    sitting = teller.meeting.sitting(what.target)
    said = f"sitting {sitting.number} {what.act}" if sitting.number else f"sitting {what.act}"
    if sitting.id and not sitting.number:
        parts = (teller.names(sitting.bodies, at), sitting.room, str(sitting.planned))
        which = ", ".join(part for part in parts if part)
        said += f" ({which})" if which else ""
    return f"{said}: {what.reason}" if what.reason else said


def _stance(teller: Teller, what: k.Stance, at: datetime) -> str:
    verb = _STANCES[what.stance][len(what.who) > 1]
    return f"{teller.names(what.who, at)} {verb} {teller.about(what.target)}"


def _presence(teller: Teller, what: k.Presence, at: datetime) -> str:
    return f"{'present' if what.act == 'here' else 'left'}: {teller.names(what.who, at)}"


def _correction(teller: Teller, what: k.Correction, at: datetime) -> str:
    if what.into:
        return f"{what.target} goes on with {what.into}"
    if what.item:
        return f"correction to {what.target}: it belongs to item {what.item}"
    if what.speaker:
        return f"correction to {what.target}: the speaker is {teller.name(what.speaker, at)}"
    return f"correction to {what.target}: “{what.old}” reads “{what.new}”"


def _retraction(teller: Teller, what: k.Retraction, at: datetime) -> str:
    return f"{what.target} is taken back" if what.act == "undo" else f"{what.target} is undone"


def _action(teller: Teller, what: k.Action, at: datetime) -> str:
    whose = f"for {teller.name(what.owner, at)}" if what.owner else "with no owner"
    return f"follow-up {whose}" + (f" by {what.due}" if what.due else "")


def _drafting(teller: Teller, what: k.Drafting, at: datetime) -> str:
    where = f"paragraph {what.para}" if what.para else teller.text(what.target)
    return _DRAFTING[what.act].format(where=where)


_TELL: dict[type[k.Kind], Callable[[Teller, Any, datetime], str]] = {
    **telling_draft.TELL,
    k.MeetingFact: lambda t, w, at: f"{w.field}: {w.value}",
    k.Delegation: lambda t, w, at: f"delegation {w.code}: {', '.join((*w.names[:2], w.status))}",
    k.Body: lambda t, w, at: f"body {w.code}: {w.name}",
    k.Delegate: lambda t, w, at: f"delegate of {t.name(w.delegation, at)}: {w.person}",
    k.Presiding: lambda t, w, at: f"{t.name(w.speaker, at)} presides",
    k.Rapporteur: lambda t, w, at: f"rapporteur: {w.name}",
    k.Day: lambda t, w, at: f"{w.day:%A} {w.day.day} {w.day:%B %Y}",
    k.ClockStopped: lambda t, w, at: f"the clock is stopped on {w.day}",
    k.Abbreviations: lambda t, w, at: (
        "abbreviations: " + (", ".join(s for s, _ in w.table) or "none")
    ),
    k.PreparedStatement: lambda t, w, at: "prepared statement, under seal until it is delivered",
    k.AgendaOrder: lambda t, w, at: f"the items {', '.join(w.numbers)} are taken in this order",
    k.Timer: lambda t, w, at: _TIMER[w.act],
    k.AgendaItem: lambda t, w, at: f"agenda item {w.number}: {w.title}",
    k.ItemChange: _item,
    k.Sitting: _sitting,
    k.SittingTime: _sitting_time,
    k.MeetingEnd: lambda t, w, at: "the meeting is closed",
    k.Marking: lambda t, w, at: _LEVELS[w.level],
    k.Presence: _presence,
    k.WalkOut: lambda t, w, at: f"walk-out of {t.names(w.who, at)}",
    k.Continuation: lambda t, w, at: f"more of {t.about(w.target)}",
    k.Alignment: lambda t, w, at: f"{t.names(w.who, at)} aligned with {t.about(w.target)}",
    k.Statement: lambda t, w, at: _NOUNS[w.form],
    k.Paper: lambda t, w, at: f"paper {w.symbol}",
    k.FloorList: _list,
    k.Limit: _limit,
    k.Reply: lambda t, w, at: "right of reply",
    k.Proposal: lambda t, w, at: f"{_NOUNS[w.form]} {w.label}".strip(),
    k.Revision: lambda t, w, at: f"revision of {t.text(w.target)}",
    k.Amendment: lambda t, w, at: f"amendment to {t.text(w.target)}",
    k.AmendmentAccepted: lambda t, w, at: f"{t.about(w.target)} accepted",
    k.Withdrawal: lambda t, w, at: f"{t.about(w.target)} withdrawn",
    k.Stance: _stance,
    k.Position: lambda t, w, at: f"{_NOUNS[w.form]} {_POSITIONS[w.form]} {t.text(w.target)}",
    k.Outcome: _outcome,
    k.Silence: _silence,
    k.Pronouncement: lambda t, w, at: _NOUNS[w.form],
    k.Drafting: _drafting,
    k.Numbering: lambda t, w, at: f"{t.text(w.target)} is numbered {w.number}",
    k.CarriedOver: lambda t, w, at: f"{t.text(w.target)} carried over{t.destination(w.to, at)}",
    k.Action: _action,
    k.Event: lambda t, w, at: "event: " + ", ".join(p for p in (w.title, w.place, w.dates) if p),
    k.Annex: lambda t, w, at: "to be annexed",
    k.Check: lambda t, w, at: f"worklist, {_CHECKS[w.what]}",
    k.Done: lambda t, w, at: f"{w.target} done",
    k.Private: lambda t, w, at: "private note",
    k.Correction: _correction,
    k.Split: lambda t, w, at: f"{w.target} is split at “{w.text}”",
    k.Settled: lambda t, w, at: f"conflict of {w.target} settled",
    k.Retraction: _retraction,
    k.Unread: lambda t, w, at: f"{w.state}, kept as typed: {w.line}",
    k.Provenance: lambda t, w, at: _PROVENANCE[w.act],
    k.Sealed: lambda t, w, at: "words under seal",
    k.Unknown: lambda t, w, at: "of a kind that this version does not know",
}
