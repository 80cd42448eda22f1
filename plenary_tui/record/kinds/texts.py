"""Texts before the meeting and what becomes of them."""

from __future__ import annotations

from typing import Literal

from .base import Kind, Line, Moment, Pointing, Spoken, SpokenOf, Text, Who

Verb = Literal["adopted", "agreed", "decided", "endorsed", "admitted", "established", "selected"]
State = Literal["adopted", "adopted_ad_ref", "disputed", "noted", "deferred", "referred", "refused"]


class Proposal(Spoken):
    """A text is put before the meeting. Without a speaker the Chair puts it."""

    kind: Literal["proposal"] = "proposal"
    v: Literal[1] = 1
    ALLOCATED = ("label",)
    form: Literal["decision", "administrative_decision"] = "decision"
    label: Line = ""


class Revision(SpokenOf):
    """The text of `target` as revised; the earlier ones are kept."""

    kind: Literal["revision"] = "revision"
    v: Literal[1] = 1


class Amendment(SpokenOf):
    """A change asked for to `target`."""

    kind: Literal["amendment"] = "amendment"
    v: Literal[1] = 1


class AmendmentAccepted(Pointing):
    """The amendment `target` is taken into its text."""

    kind: Literal["amendment_accepted"] = "amendment_accepted"
    v: Literal[1] = 1


class Withdrawal(Pointing):
    """A proposal, an amendment or an objection is withdrawn by who made it.

    In an entry `target` is the proposal, amendment or objection itself.
    """

    kind: Literal["withdrawal"] = "withdrawal"
    v: Literal[1] = 1
    of: Literal["proposal", "amendment", "objection"]
    who: Who = ()


class Stance(Pointing):
    """Delegations support, oppose or are flexible on a text or an intervention."""

    kind: Literal["stance"] = "stance"
    v: Literal[1] = 1
    stance: Literal["supports", "opposes", "flexible"]
    who: Who


class Position(SpokenOf):
    """What stands against a text (only a Participant's objection blocks) or beside it."""

    kind: Literal["position"] = "position"
    v: Literal[1] = 1
    form: Literal["objection", "reservation", "explanation", "interpretative", "dissociation"]


class Outcome(Pointing):
    """What became of a text. `verb` is the Chair's own word for the gavel without objection;
    `text` the words as adopted where they differ or stand alone; `to` where or to whom it goes."""

    kind: Literal["outcome"] = "outcome"
    v: Literal[1] = 1
    state: State
    verb: Literal["", Verb] = ""
    text: Text = ""
    to: Text = ""
    number: Line = ""

    def open_part(self) -> Kind | None:
        """An outcome adopted in camera is open; every other one stays inside."""
        return self if self.state in ("adopted", "adopted_ad_ref") else None


class Silence(SpokenOf):
    """The written procedure: opened until an exact time, broken, extended, passed, announced."""

    kind: Literal["silence"] = "silence"
    v: Literal[1] = 1
    act: Literal["opened", "broken", "extended", "passed", "announced"]
    until: Moment | None = None
    number: Line = ""


class Pronouncement(Kind):
    """A recommendation, or a notice or statement of the Chair, which decides nothing."""

    kind: Literal["pronouncement"] = "pronouncement"
    v: Literal[1] = 1
    form: Literal["recommendation", "chairs_notice", "chairs_statement"]
    text: Text


class Drafting(SpokenOf):
    """Drafting made aloud or on paper: brackets, alternatives, paragraphs of the draft.

    `para` is a paragraph's number; without one the words belong to the text `target`.
    """

    kind: Literal["drafting"] = "drafting"
    v: Literal[1] = 1
    act: Literal["bracket", "alternative", "clean", "paragraph", "agreed", "agreed_ad_ref"]
    para: Line = ""


class Numbering(Pointing):
    """A decision is given another number, to settle a collision."""

    kind: Literal["numbering"] = "numbering"
    v: Literal[1] = 1
    number: Line


class CarriedOver(Pointing):
    """What was left open is carried beyond the meeting: a text that was not agreed, so that it does
    not lapse, or a follow-up, so that it is owed there."""

    kind: Literal["carried_over"] = "carried_over"
    v: Literal[1] = 1
    to: Text = ""
