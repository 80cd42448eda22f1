"""Rows for the list of speakers and the time limit."""

from __future__ import annotations

from plenary_tui.record.kinds import FloorList, Limit
from plenary_tui.record.notation.form import Bare, Form, Part
from plenary_tui.record.notation.heads import Duration, ListHead
from plenary_tui.record.notation.tails import TEXT


def _list(keyword: str, act: str, bare: Bare, *head: Part) -> Form:
    return Form(keyword, FloorList, {"act": act}, head, TEXT, bare)


FLOOR: tuple[Form, ...] = (
    _list("q_add", "add", "named", ListHead()),
    _list("q_withdraw", "withdraw", "named", ListHead()),
    _list("q_first", "first", "named", ListHead()),
    _list("q_close", "close", "alone"),
    _list("q_open", "open", "alone"),
    _list("next", "next", "alone", ListHead(required=False)),
    _list("back", "back", "alone", ListHead(required=False)),
    Form("limit", Limit, head=(Duration(),), bare="named"),
)
