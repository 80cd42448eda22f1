"""What the writer itself prints, in the language of the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plenary_tui.record.kinds import ParagraphStatus

from ..annotated import UNSUPPORTED
from ..draft import Draft

_GAP = "\u2002"
"""Before how far a paragraph is agreed, so that it stands apart from the words."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. tag: as Word knows it (BCP 47).

    page, of: around the numbers of pages. distribution: by the marking; what has none is
    `limited` until it is final, as the United Nations have it. original: the record is kept in
    English, and a French text is put beside it. agreed: how far, as set at the end of a paragraph.
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
    agreed: Mapping[ParagraphStatus, str]
    letter: str
    asked_for: str
    not_agreed: str
    unsupported: str

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
    {"general": "General", "limited": "Limited"},
    {"agreed": "agreed", "agreed_ad_ref": "agreed ad ref"}, "({})",
    "Asked for by {}", "Not agreed", UNSUPPORTED,
)  # fmt: skip
FRENCH = Language(
    "fr", "fr-FR", "Page ", " de ", "Registre", "annoté", "Original : anglais", "Distr. ",
    {"general": "générale", "limited": "limitée", "RESTRICTED": "restreinte",
     "IN CAMERA": "à huis clos"},
    {"agreed": "agréé", "agreed_ad_ref": "agréé ad ref"}, "{})",
    "Demandé par {}", "Non convenu", "Aucune entrée du registre n’appuie ceci.",
)  # fmt: skip
ALL = (ENGLISH, FRENCH)


def language_of(draft: Draft) -> Language:
    """Return the language in which a draft is printed; English where it is not known."""
    return FRENCH if draft.language == FRENCH.code else ENGLISH
