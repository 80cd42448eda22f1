"""Rows for what becomes of a text: the gavel, the other outcomes, the written procedure."""

from __future__ import annotations

from plenary_tui.record.kinds import CarriedOver, Numbering, Outcome, Silence
from plenary_tui.record.notation.form import Fields, Form, Part, Scan
from plenary_tui.record.notation.heads import AdRef, AsNumber, Ref, SpeakerHead
from plenary_tui.record.notation.reading import Misfit
from plenary_tui.record.notation.tails import TEXT, Prose, Until


class Required(Prose):
    """Text that must be there."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the text."""
        if not text:
            raise Misfit("something is missing after the colon")
        return super().read(text, fields, scan)


def _gavel(verb: str) -> Form:
    head = (AdRef("adopted", "adopted_ad_ref"), Ref(agenda=True), AsNumber())
    return Form(verb, Outcome, {"verb": verb}, head, TEXT, "", "office")


def _other(keyword: str, state: str, tail: Part) -> Form:
    head = (Ref(agenda=True),)
    return Form(keyword, Outcome, {"state": state}, head, tail, "", "unclear")


def _silence(keyword: str, act: str, tail: Part, *parts: Part) -> Form:
    return Form(keyword, Silence, {"act": act}, (Ref(), *parts), tail, "", "unclear")


OUTCOMES: tuple[Form, ...] = (
    _gavel("adopted"),
    _gavel("agreed"),
    _gavel("decided"),
    _gavel("endorsed"),
    _gavel("admitted"),
    _gavel("established"),
    _gavel("selected"),
    Form(
        "gavelled", Outcome, {"state": "disputed"}, (Ref(agenda=True), AsNumber()), TEXT, "",
        "unclear",
    ),
    _other("noted", "noted", TEXT),
    _other("deferred", "deferred", Prose("to")),
    _other("referred", "referred", Prose("to")),
    _other("no_consensus", "refused", TEXT),
    _silence("silence", "opened", Until(), SpeakerHead()),
    _silence("silence_broken", "broken", TEXT, SpeakerHead()),
    _silence("silence_extended", "extended", Until(), SpeakerHead()),
    _silence("silence_passed", "passed", TEXT, AsNumber()),
    _silence("announced", "announced", TEXT),
    Form("number", Numbering, {}, (Ref(),), Required("number")),
    Form("carried_over", CarriedOver, {}, (Ref(),), Prose("to")),
)  # fmt: skip
