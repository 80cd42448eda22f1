"""What the writer itself prints, in the language of the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date

from plenary_tui.record.kinds import ParagraphStatus

from ..annotated import UNSUPPORTED
from ..draft import NOT_AGREED, NOT_ISSUED, Draft

_GAP = "\u2002"
"""Before how far a paragraph is agreed, so that it stands apart from the words."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. tag: as Word knows it (BCP 47).

    page, of: around the numbers of pages. states: what the stamp of a draft says, by its
    English words. distribution: by the marking; what has none is `limited` until it is final, as
    the United Nations have it. original: the record is kept in English, and a French text is put
    beside it. agreed: how far, as set at the end of a paragraph.
    letter: the form of `(a)` and `(i)`.
    """

    code: str
    tag: str
    page: str
    of: str
    record: str
    annotated: str
    original: str
    distribution: str
    distributed: Mapping[str, str]
    states: Mapping[str, str]
    agreed: Mapping[ParagraphStatus, str]
    letter: str
    asked_for: str
    not_agreed: str
    unsupported: str

    def stamped(self, draft: Draft) -> str:
        """Return the stamp of a draft in this language."""
        if not self.states:
            return draft.stamp
        parts = [self.watermark(draft)]
        if draft.state == "CHAIR'S TEXT":
            parts.append(self.states[NOT_AGREED])
        if draft.is_unissued:
            parts.append(self.states[NOT_ISSUED])
        if draft.version:
            parts.append(f"version {draft.version}")
        if draft.made:
            parts.append(self.moment(draft.made))
        return ", ".join(part for part in parts if part)

    def watermark(self, draft: Draft) -> str:
        """Return the state of a draft in this language."""
        return self.states.get(draft.state, draft.state)

    def moment(self, at: datetime) -> str:
        """Return a day and time: `21 June 2018, 18:05 CEST`."""
        day = format_date(at.date(), "d MMMM y", locale=self.code)
        if self.code == "fr" and at.day == 1:
            day = f"1er{day[1:]}"
        return f"{day}, {at:%H:%M %Z}"

    def distributed_as(self, draft: Draft) -> str:
        """Return how a draft is distributed, as its title block says it."""
        kind = draft.marking or ("general" if draft.state == "FINAL" else "limited")
        return f"{self.distribution}{self.distributed.get(kind, kind.capitalize())}"

    def mark(self, status: ParagraphStatus) -> str:
        """Return what is set behind a paragraph that is agreed; empty for one that is open."""
        said = self.agreed.get(status)
        return f"{_GAP}({said})" if said else ""


ENGLISH = Language(
    "en", "en-GB", "Page ", " of ", "Record", "annotated", "Original: English", "Distr.: ",
    {"general": "General", "limited": "Limited"}, {},
    {"agreed": "agreed", "agreed_ad_ref": "agreed ad ref"}, "({})",
    "Asked for by {}", "Not agreed", UNSUPPORTED,
)  # fmt: skip
FRENCH = Language(
    "fr", "fr-FR", "Page ", " de ", "Registre", "annoté", "Original : anglais", "Distr. ",
    {"general": "générale", "limited": "limitée", "RESTRICTED": "restreinte",
     "IN CAMERA": "à huis clos"},
    {"DRAFT": "PROJET", "FINAL": "TEXTE FINAL", "CHAIR'S TEXT": "TEXTE DE LA PRÉSIDENCE",
     NOT_AGREED: "non convenu dans son ensemble", NOT_ISSUED: "non diffusé"},
    {"agreed": "agréé", "agreed_ad_ref": "agréé ad ref"}, "{})",
    "Demandé par {}", "Non convenu", "Aucune entrée du registre n’appuie ceci.",
)  # fmt: skip
ALL = (ENGLISH, FRENCH)


def language_of(draft: Draft) -> Language:
    """Return the language in which a draft is printed; English where it is not known."""
    return FRENCH if draft.language == FRENCH.code else ENGLISH
