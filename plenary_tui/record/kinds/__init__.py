"""The kinds of entry, one class each, grouped as the parts of a meeting are."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from .base import (
    AGENDA,
    Handlers,
    Kind,
    Moment,
    Pointing,
    Ref,
    Spoken,
    SpokenOf,
    Who,
    spell_moment,
)
from .drafts import (
    Answer,
    DraftEdit,
    DraftKind,
    DraftPlan,
    DraftRenumbered,
    EditAct,
    OtherHeading,
    ParagraphCarried,
    ParagraphForm,
    ParagraphRef,
    ParagraphStatus,
    ParagraphTaken,
    ParagraphText,
    PlanSection,
    Renumbered,
    heading_in,
)
from .setup import (
    Abbreviations,
    Body,
    ClockStopped,
    Day,
    Delegate,
    Delegation,
    MeetingFact,
    Presiding,
    Rapporteur,
)
from .sittings import (
    AgendaItem,
    AgendaOrder,
    ItemChange,
    Marking,
    MeetingEnd,
    Presence,
    Sitting,
    SittingTime,
    WalkOut,
)
from .speech import (
    Alignment,
    Continuation,
    FloorList,
    Intervention,
    Limit,
    Paper,
    PointOfOrder,
    PreparedStatement,
    Presentation,
    Remark,
    Reply,
    Ruling,
    Statement,
    Timer,
)
from .texts import (
    Amendment,
    AmendmentAccepted,
    CarriedOver,
    Drafting,
    Numbering,
    Outcome,
    Position,
    Pronouncement,
    Proposal,
    Revision,
    Silence,
    Stance,
    Withdrawal,
)
from .upkeep import (
    Action,
    Annex,
    Check,
    Correction,
    Done,
    Event,
    Private,
    Provenance,
    Retraction,
    Sealed,
    Settled,
    Split,
    Unknown,
    Unread,
)
from .versions import (
    ChangeAsked,
    CorrectionAnswered,
    CorrectionAsked,
    DraftIssued,
    DraftReceived,
    IssuedParagraph,
    IssuedRow,
    IssuedSection,
    IssuedState,
    IssuedTable,
    Remarked,
    Review,
    ReviewAct,
)

KINDS: tuple[type[Kind], ...] = (
    MeetingFact, Delegation, Body, Delegate, Presiding, Rapporteur, Abbreviations, Day,
    ClockStopped, AgendaItem, AgendaOrder, ItemChange, Sitting, SittingTime, MeetingEnd, Marking,
    Presence, WalkOut,
    Intervention, PreparedStatement, Continuation, Alignment, Statement, Presentation, Paper,
    Remark,
    FloorList, Limit, Timer, PointOfOrder, Ruling, Reply,
    Proposal, Revision, Amendment, AmendmentAccepted, Withdrawal, Stance, Position, Outcome,
    Silence, Pronouncement, Drafting, Numbering, CarriedOver,
    DraftEdit, DraftPlan, DraftIssued, DraftRenumbered, ParagraphTaken, ParagraphCarried,
    DraftReceived,
    Review, CorrectionAsked, CorrectionAnswered,
    Action, Event, Annex, Check, Done, Settled, Private, Correction, Split, Retraction, Unread,
    Provenance, Sealed,
)  # fmt: skip

KINDS_BY_NAME: dict[str, type[Kind]] = {
    str(kind.model_fields["kind"].default): kind for kind in KINDS
}

AnyKind = Annotated[
    MeetingFact | Delegation | Body | Delegate | Presiding | Rapporteur | Abbreviations
    | Day | ClockStopped
    | AgendaItem | AgendaOrder | ItemChange | Sitting | SittingTime | MeetingEnd | Marking
    | Presence | WalkOut
    | Intervention | PreparedStatement | Continuation | Alignment | Statement | Presentation
    | Paper | Remark
    | FloorList | Limit | Timer | PointOfOrder | Ruling | Reply
    | Proposal | Revision | Amendment | AmendmentAccepted | Withdrawal | Stance | Position
    | Outcome | Silence | Pronouncement | Drafting | Numbering | CarriedOver
    | DraftEdit | DraftPlan | DraftIssued | DraftRenumbered | ParagraphTaken | ParagraphCarried
    | DraftReceived
    | Review | CorrectionAsked | CorrectionAnswered
    | Action | Event | Annex | Check | Done | Settled | Private | Correction | Split | Retraction
    | Unread | Provenance | Sealed,
    Field(discriminator="kind"),
]  # fmt: skip

KIND_ADAPTER: TypeAdapter[Kind] = TypeAdapter(AnyKind)

__all__ = [
    "AGENDA", "Abbreviations", "Action", "AgendaItem", "AgendaOrder", "Alignment", "Amendment",
    "AmendmentAccepted", "Annex", "Answer", "AnyKind", "Body", "CarriedOver", "ChangeAsked",
    "Check", "ClockStopped", "Continuation", "Correction", "CorrectionAnswered", "CorrectionAsked",
    "Day", "Delegate", "Delegation", "Done", "DraftEdit", "DraftIssued", "DraftKind", "DraftPlan",
    "DraftReceived", "DraftRenumbered", "Drafting", "EditAct", "Event", "FloorList", "Handlers",
    "Intervention", "IssuedParagraph", "IssuedRow", "IssuedSection", "IssuedState", "IssuedTable",
    "ItemChange", "KINDS", "KINDS_BY_NAME", "KIND_ADAPTER", "Kind", "Limit", "Marking",
    "MeetingEnd", "MeetingFact", "Moment", "Numbering", "OtherHeading", "Outcome", "Paper",
    "ParagraphCarried", "ParagraphForm", "ParagraphRef", "ParagraphStatus", "ParagraphTaken",
    "ParagraphText", "PlanSection", "PointOfOrder", "Pointing", "Position", "PreparedStatement",
    "Presence", "Presentation",
    "Presiding", "Private", "Pronouncement", "Proposal", "Provenance", "Rapporteur", "Ref",
    "Remark", "Remarked", "Renumbered", "Reply", "Retraction", "Review", "ReviewAct", "Revision",
    "Ruling", "Sealed", "Settled", "Silence", "Sitting", "SittingTime", "Split", "Spoken",
    "SpokenOf", "Stance", "Statement", "Timer", "Unknown", "Unread", "WalkOut", "Who",
    "Withdrawal", "heading_in", "spell_moment",
]  # fmt: skip
