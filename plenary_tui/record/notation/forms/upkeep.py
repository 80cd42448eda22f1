"""Rows for what is promised, to be checked, private, or taken back."""

from __future__ import annotations

import re
from typing import Any

from plenary_tui.record.kinds import (
    Action,
    Annex,
    Check,
    Correction,
    Done,
    Event,
    Private,
    Retraction,
    Settled,
    Split,
)
from plenary_tui.record.notation.form import Fields, Form, Scan
from plenary_tui.record.notation.heads import Choice, Ref, SpeakerHead
from plenary_tui.record.notation.lists import read_list, write_list
from plenary_tui.record.notation.reading import Misfit
from plenary_tui.record.notation.speakers import name_like, read_speaker
from plenary_tui.record.notation.tails import TEXT, Due, EventTail

_BECOMES = re.compile(r"\s*(?:->|=>|→)\s*")
_CHECKS = (("missed", "missed"), ("name", "name"), ("wording", "wording"))


class OldAndNew:
    """`old -> new`, for keyboards on which `s/old/new/` is hard to type."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the words before and after the arrow."""
        old, *new = _BECOMES.split(text)
        if not old or len(new) != 1:
            raise Misfit("write `old -> new`")
        fields.update(old=old, new=new[0])
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the words before and after the arrow."""
        return f"{command.old} -> {command.new}"


class Owner:
    """Who owes it: delegations or bodies by code, else a name as typed."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the owner; words that name nobody are left."""
        who = read_list(text, scan.reading) if text else None
        if who is not None:
            fields["owner"] = write_list(who)
            return ""
        named = read_speaker(text, scan.reading) if text else None
        if named is not None and named.capacity and not named.person and not named.group:
            fields["owner"] = text
            return ""
        if name_like(text, nickname=True):
            fields["owner"] = text
            return ""
        return text

    def write(self, command: Any, language: str) -> str:
        """Return the owner."""
        return str(command.owner)


UPKEEP: tuple[Form, ...] = (
    Form("action", Action, {}, (Owner(),), Due(), "", "text"),
    Form("event", Event, tail=EventTail()),
    Form("annex", Annex, tail=TEXT, stray="text"),
    Form("check", Check, {}, (Ref(), Choice("what", _CHECKS)), TEXT),
    Form("check", Check, {"what": "other"}, (Ref(),), TEXT, "", "text"),
    Form("done", Done, {}, (Ref(),), TEXT),
    Form("settled", Settled, {}, (Ref(),), TEXT),
    Form("split", Split, {}, (Ref(), SpeakerHead()), TEXT),
    Form("private", Private, tail=TEXT, stray="sealed"),
    Form("note", Private, tail=TEXT, stray="sealed"),
    Form("correct", Correction, {}, (Ref(),), OldAndNew()),
    Form("undo", Retraction, {"act": "undo", "of": ""}, (Ref(),), None, "alone"),
    Form("redo", Retraction, {"act": "redo", "of": ""}, (Ref(),), None, "alone"),
)
