"""Words of lists: who heads a delegation, what class it has, and how a person is written."""

from __future__ import annotations

import re

from plenary_tui.record.folded import fold_name

_STATUS = {
    "participant": "Participant", "participants": "Participant", "member": "Member",
    "membre": "Member", "membro": "Member", "mitglied": "Member", "observer": "Observer",
    "observers": "Observer", "observateur": "Observer", "observatrice": "Observer",
    "observador": "Observer", "beobachter": "Observer", "applicant": "Applicant",
    "candidate": "Applicant", "candidat": "Applicant", "candidato": "Applicant",
    "guest": "Guest", "invite": "Guest", "convidado": "Guest", "gast": "Guest",
    "guest of the chair": "Guest of the Chair", "invite de la presidence": "Guest of the Chair",
    "secretariat": "Secretariat", "secretaria": "Secretariat", "sekretariat": "Secretariat",
}  # fmt: skip
_YES = frozenset(["x", "✓", "✔", "yes", "y", "1", "true", "oui", "o", "vrai", "sim", "ja", "head",
                  "hod", "chef", "cdd"])  # fmt: skip
_NO = frozenset(["", "no", "n", "0", "false", "non", "faux", "nao", "nein", "-", "–"])
_HEADS = re.compile(
    r"(?:alternate |deputy |vice[- ])?(?:head of (?:the )?delegation"
    r"|chef(?:fe)? de (?:la )?delegation|chefe d[ae] delegacao|delegationsleiter(?:in)?"
    r"|leiter(?:in)? der delegation|hod\b|cdd\b)"
)
_SECOND = re.compile(r"(?:alternate|deputy|vice)")


def status_of(text: str) -> str:
    """Return the class that a word is, as it is written in English; empty for any other word."""
    return _STATUS.get(fold_name(text).strip(" ."), "")


def says_yes(text: str) -> bool | None:
    """Whether a cell says yes, or no; None where it says something else."""
    folded = fold_name(text).strip(" .")
    return True if folded in _YES else False if folded in _NO else None


def heads(function: str) -> bool:
    """Whether a function is that of the head of a delegation, and not of an alternate."""
    found = _HEADS.search(fold_name(function))
    return found is not None and not _SECOND.match(found[0])


def person(title: str, first: str, last: str, name: str) -> str:
    """Return how a person is written, `Ms Ana Lund`: `LUND, Ana` is turned round.

    A comma would end the name where it is typed, so that none is left in it.
    """
    whole = name or f"{first} {last}"
    family, comma, given = whole.partition(",")
    if comma and given.strip() and "," not in given:
        whole = f"{given.strip()} {family.strip()}"
    whole = " ".join(whole.replace(",", " ").split())
    title = title.strip(" ,")
    return whole if not title or whole.startswith(f"{title} ") else f"{title} {whole}"
