"""The form for a version that is to be issued: its label, its symbol, its state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from plenary_tui.documents.issuing import NotAgreed
from plenary_tui.documents.workshop.issuing import issue_command, next_label, next_symbol
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.drafting.versions import AsWhat, state_of
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.plain_input import PlainInput


class IssueForm(Form):
    """Asks as what a version goes out; what `plenary issue` does. wanted: what was asked."""

    HEADING = "Issue a version of the draft"
    VERB = "Issue"
    UNDER_WAY = "Looking …"

    def __init__(self, shop: Workshop) -> None:
        super().__init__()
        self._shop = shop
        self.wanted = AsWhat(next_label(shop.drafts), next_symbol(shop.drafts), "DRAFT")

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield label, symbol and state."""
        label, symbol, state, _ = self.wanted
        yield (
            "Label", PlainInput(label, id="label"),
            "As printed in its stamp. Its words are kept as they are, and its numbers freeze.",
        )  # fmt: skip
        yield (
            "Symbol", PlainInput(symbol, id="symbol", placeholder="such as TP/2018/Plenary/L.1"),
            "The document's own, with its Rev.; it may be left empty.",
        )  # fmt: skip
        yield (
            "State", PlainInput(state, id="state"),
            "DRAFT, FINAL or CHAIR'S TEXT; a final holds no open bracket.",
        )  # fmt: skip

    def act(self, values: dict[str, str]) -> Made:
        """Look whether it can be issued so; brackets in a final are for the screen below."""
        label = clean_line(values["label"]).strip() or next_label(self._shop.drafts)
        symbol = clean_line(values["symbol"]).strip()
        self.wanted = AsWhat(label, symbol, state_of(values["state"]))
        with suppress(NotAgreed):
            issue_command(
                self._shop, record="", label=label, symbol=symbol, state=self.wanted.state
            )
        return Made(label, ())
