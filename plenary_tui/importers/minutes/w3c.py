"""The minutes that W3C's scribe.perl makes of a log: a page of HTML.

Its classes: `phone` what somebody said, `irc` what somebody typed, `resolution`, `action`,
`summary`; https://w3c.github.io/scribe2/scribedoc.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from plenary_tui.importers.imported import Intake
from plenary_tui.importers.irc.people import NOT_A_NAME
from plenary_tui.importers.programme.grammar import RESTRICTED
from plenary_tui.record.kinds import Action, Intervention, Outcome, Proposal, Rapporteur, Remark
from plenary_tui.record.notation.dates import read_day
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .keeping import REPEATED, Keeping
from .page import Block

_LABEL = re.compile(
    r"(?:RESOLUTION|RESOLVED|ACTION|PROPOSED|PROPOSAL)[^:]{0,20}:\s*", re.IGNORECASE
)
_OWNED = re.compile(
    r"(?P<owner>[^\s,:]+(?:(?:,? and |, )[^\s,:]+){0,3}?)(?:: | to )(?P<text>\S.*)$"
)
_NOBODY = re.compile(r"\?+|someone|unknown|speaker", re.IGNORECASE)
_LISTS = ("present", "regrets", "chair", "scribe")
_OUTSIDE = "line of the page itself"
_SIGN = re.compile(r"[<>]")


def looks_like(blocks: Iterable[Block], text: str) -> bool:
    """Whether a page is such minutes."""
    if "scribe.perl" in text[-4_000:] or "scribe.perl" in text[:4_000]:
        return True
    return any(block.classes & {"phone", "resolution"} for block in blocks)


def keep(blocks: list[Block], intake: Intake, *, begun: bool = False) -> int:
    """Enter what a page says; return of how many blocks it is made.

    begun: no heading says where the minutes themselves begin, and nothing is the page's own.
    """
    keeping = Keeping(intake, _day(blocks))
    reader = _Reader(keeping, intake)
    reader.body = begun
    for block in blocks:
        reader.read(block)
    keeping.end()
    return len(blocks)


def _day(blocks: list[Block]) -> date | None:
    heads = (block.text for block in blocks if block.tag in ("h1", "h2", "title"))
    for text in heads:
        for part in (text, *re.split(r"\s[–—-]\s", text)):
            if len(part) <= 40 and (day := read_day(part.strip())):
                return day
    return None


class _Reader:
    def __init__(self, keeping: Keeping, intake: Intake) -> None:
        self.keeping = keeping
        self.intake = intake
        self.list = ""
        self.title = False
        self.body = False
        self.after = False

    def read(self, block: Block) -> None:
        """Take one block."""
        tally = self._tally(block)
        if tally in (_OUTSIDE, REPEATED):
            self.intake.left_out[tally] += 1
        elif tally:
            self.intake.counts[tally] += 1
        else:
            self.keeping.not_understood(block.number, f"{block.cite} {block.text}".strip())

    def _tally(self, block: Block) -> str:
        text, keeping = block.text, self.keeping
        if len(text) <= 40 and RESTRICTED.fullmatch(text.strip(" .:–—-")):
            keeping.restrict()
            return "mark"
        if block.nav or block.tag in ("title", "address", "header"):
            return _OUTSIDE
        if block.tag == "h1" and not self.title:
            self.title = True
            keeping.fact("title", re.sub(r"^[–—-]\s*DRAFT\s*[–—-]\s*", "", text))
            return "fact"
        if block.tag in ("dt", "dd"):
            return self._listed(block)
        if block.tag == "h2":
            self.body = self.body or "minutes" in text.casefold()
            self.after = self.body and "summary of" in text.casefold()
            return _OUTSIDE if read_day(text) or self.body else self._heading(text)
        if self.after:
            return REPEATED
        if block.tag in ("h3", "h4", "h5"):
            keeping.topic(text, part=block.tag != "h3")
            return "topic"
        return self._said(block)

    def _heading(self, text: str) -> str:
        folded = text.casefold()
        self.list = next((name for name in _LISTS if folded.startswith(name)), self.list)
        return _OUTSIDE

    def _listed(self, block: Block) -> str:
        """Read who was there, who chaired and who wrote."""
        if block.tag == "dt":
            folded = block.text.casefold()
            self.list = next((name for name in _LISTS if folded.startswith(name)), "")
            return _OUTSIDE
        names = tuple(name.strip() for name in block.text.split(",") if name.strip(" -–—"))
        if not names:
            return _OUTSIDE
        if self.list == "present":
            self.keeping.present(names)
            return "presence"
        if self.list == "regrets":
            self.keeping.enter(Remark(text=f"Regrets: {', '.join(names)}"))
            return "presence"
        if self.list == "chair":
            self.keeping.preside(names[0])
            return "fact"
        if self.list == "scribe":
            self.keeping.enter(Rapporteur(name=", ".join(names)))
            return "fact"
        return ""

    def _said(self, block: Block) -> str:
        text, keeping = block.text, self.keeping
        label = _LABEL.match(text)
        if label and (block.classes & {"resolution", "action"} or block.strong):
            words = text[label.end() :]
            if label[0].upper().startswith("RESOL"):
                keeping.enter(Outcome(state="adopted", text=words))
                return "resolution"
            if label[0].upper().startswith("ACTION"):
                owned = _OWNED.match(words)
                keeping.enter(Action(owner=owned["owner"], text=owned["text"]) if owned
                              else Action(text=words))  # fmt: skip
                return "action"
            keeping.enter(Proposal(text=words))
            return "proposal"
        cite = block.cite
        if block.classes & {"irc"} or _SIGN.search(cite):
            if not cite:
                return ""
            keeping.enter(Remark(author=_SIGN.sub("", cite).strip(), text=text or "…"))
            return "remark"
        if cite and text:
            who = cite.rstrip(" :")
            speaker = UNKNOWN_SPEAKER if _NOBODY.fullmatch(who) else who
            if NOT_A_NAME.fullmatch(who):
                return ""
            keeping.enter(Intervention(speaker=speaker, text=text))
            return "intervention"
        if block.classes & {"summary", "bot"} or (self.body and block.tag in ("p", "li") and text):
            keeping.enter(Remark(text=text))
            return "remark"
        return "" if self.body else _OUTSIDE
