"""Rows for texts before the meeting, what stands for or against them, and drafting."""

from __future__ import annotations

import re

from plenary_tui.record.kinds import (
    Amendment,
    AmendmentAccepted,
    Drafting,
    Position,
    Pronouncement,
    Proposal,
    Revision,
    Stance,
    Withdrawal,
)
from plenary_tui.record.notation.form import Bare, Fields, Form, Part, Scan
from plenary_tui.record.notation.heads import (
    AdRef,
    ListHead,
    ParaHead,
    Ref,
    SpeakerHead,
)
from plenary_tui.record.notation.lexicon import LEXICON, fold
from plenary_tui.record.notation.reading import Misfit
from plenary_tui.record.notation.refs import take_ref, write_ref
from plenary_tui.record.notation.tails import TEXT

_REV = re.compile(rf"(?:{LEXICON.alternatives('rev')})(?=\s|$)", re.IGNORECASE)
_AGREED = re.compile(rf"(?:{LEXICON.alternatives('agreed')})(?=\s|$)", re.IGNORECASE)
_SPEAKER = SpeakerHead()


class RevisedRef:
    """`P3 rev`: which text is revised; `rev` alone means the one on the floor."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the text's name and `rev`."""
        ref, rest = take_ref(text)
        said = _REV.match(fold(rest))
        if said is None:
            if ref:
                raise Misfit(f"{ref} is named by the program: write `Proposal {ref} rev:`")
            raise Misfit
        fields["target"] = ref
        return rest[said.end() :].lstrip()

    def write(self, command: Revision, language: str) -> str:
        """Return the text's name and `rev`."""
        return f"{write_ref(command.target)} {LEXICON.small('rev', language)}".lstrip()


class NoRef:
    """The head names no text: a new one gets its name from the program."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Let everything stand, unless a text is named."""
        if take_ref(text)[0]:
            raise Misfit
        return text

    def write(self, command: Proposal, language: str) -> str:
        """Return nothing."""
        return ""


class AgreedWord:
    """The word `agreed` after a paragraph."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the word."""
        said = _AGREED.match(fold(text))
        if said is None:
            raise Misfit
        return text[said.end() :].lstrip()

    def write(self, command: Drafting, language: str) -> str:
        """Return the word."""
        return LEXICON.small("agreed", language)


def _spoken(keyword: str, kind: type, bare: Bare = "", *parts: Part, **fixed: str) -> Form:
    return Form(keyword, kind, fixed, (*parts, _SPEAKER), TEXT, bare, "text")


def _withdrawal(keyword: str, of: str, bare: Bare = "alone") -> Form:
    head = (Ref(), ListHead(required=False))
    return Form(keyword, Withdrawal, {"of": of}, head, None, bare, "unclear")


def _stance(keyword: str, sign: str) -> Form:
    head = (Ref(), ListHead())
    fixed = {"stance": keyword}
    return Form(keyword, Stance, fixed, head, None, "named", "unclear", sign=sign)


def _position(keyword: str) -> Form:
    return _spoken(keyword, Position, "named", Ref(), form=keyword)


def _drafting(keyword: str) -> Form:
    return _spoken(keyword, Drafting, "", Ref(), ParaHead(), act=keyword)


TEXTS: tuple[Form, ...] = (
    _spoken("proposal", Revision, "", RevisedRef()),
    _spoken("proposal", Proposal, "", NoRef(), form="decision"),
    _spoken("draft_decision", Proposal, "", NoRef(), form="administrative_decision"),
    _spoken("draft_decision", Revision, "", RevisedRef()),
    _spoken("amendment", Amendment, "", Ref()),
    Form("amendment_accepted", AmendmentAccepted, {}, (Ref(),), None, "alone", "unclear"),
    _withdrawal("proposal_withdrawn", "proposal"),
    _withdrawal("amendment_withdrawn", "amendment"),
    _withdrawal("objection_withdrawn", "objection"),
    _withdrawal("withdrawn", "objection", "named"),
    _stance("supports", "+"),
    _stance("opposes", "-"),
    _stance("flexible", "~"),
    _position("objection"),
    _position("reservation"),
    _position("explanation"),
    _position("interpretative"),
    _position("dissociation"),
    _drafting("bracket"),
    _drafting("alternative"),
    _drafting("clean"),
    Form(
        "para", Drafting, {},
        (ParaHead(word=False), AgreedWord(), AdRef("agreed", "agreed_ad_ref", "act"), _SPEAKER),
        TEXT, "named",
    ),
    Form(
        "para", Drafting, {"act": "paragraph"}, (ParaHead(word=False), _SPEAKER), TEXT,
    ),
    Form("recommendation", Pronouncement, {"form": "recommendation"}, (), TEXT, "", "text"),
    Form("chairs_notice", Pronouncement, {"form": "chairs_notice"}, (), TEXT, "", "text"),
    Form("chairs_statement", Pronouncement, {"form": "chairs_statement"}, (), TEXT, "", "text"),
)  # fmt: skip
