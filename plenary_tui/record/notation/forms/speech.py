"""Rows for what is said in a form of its own; plain speech has no keyword."""

from __future__ import annotations

import re

from plenary_tui.record.kinds import (
    Alignment,
    Continuation,
    Intervention,
    Paper,
    PointOfOrder,
    PreparedStatement,
    Presentation,
    Remark,
    Reply,
    Ruling,
    Statement,
)
from plenary_tui.record.notation.form import Bare, Form
from plenary_tui.record.notation.heads import ListHead, Ref, SpeakerHead, Token
from plenary_tui.record.notation.speakers import UNKNOWN
from plenary_tui.record.notation.tails import TEXT

_SYMBOL = Token("symbol", re.compile(r"(?=\S*[\d/])\S+"))

_PREPARED = Ref(name="prepared", unnamed="prepared")


def _statement(keyword: str, bare: Bare = "") -> Form:
    head = (SpeakerHead(),)
    return Form(keyword, Statement, {"form": keyword}, head, TEXT, bare, "text")


SPEECH: tuple[Form, ...] = (
    Form("unknown_speaker", Intervention, {"speaker": UNKNOWN}, tail=TEXT),
    Form("prepared", PreparedStatement, {}, (SpeakerHead(),), TEXT, "", "unclear"),
    Form("delivered", Intervention, {}, (_PREPARED, SpeakerHead()), TEXT),
    Form("continued", Continuation, head=(Ref(),), tail=TEXT),
    Form("aligned", Alignment, head=(Ref(), ListHead()), bare="named", stray="unclear"),
    _statement("opening"),
    _statement("closing"),
    _statement("tribute"),
    _statement("summing_up"),
    _statement("for_the_record"),
    Form("presentation", Presentation, head=(SpeakerHead(),), tail=TEXT, stray="text"),
    Form("paper", Paper, head=(_SYMBOL, SpeakerHead()), tail=TEXT),
    Form("point_of_order", PointOfOrder, {}, (SpeakerHead(),), TEXT, "named", "text"),
    Form("ruling", Ruling, head=(Ref(),), tail=TEXT, stray="text"),
    Form("reply", Reply, {}, (SpeakerHead(),), TEXT, "named", "text"),
    Form("prose", Remark, {"author": ""}, tail=TEXT),
)
