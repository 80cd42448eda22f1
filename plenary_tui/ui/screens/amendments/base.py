"""What every part of the amendments screen shares: its widgets, what is asked, what is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.record.kinds import Kind
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.drafting.amendments import AmendmentsView
from plenary_tui.ui.screens.over import OverRoom
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.draft_list import DraftList
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import Says

if TYPE_CHECKING:
    from plenary_tui.documents.workshop.asked import Amendment
    from plenary_tui.ui.screens.room.base import RoomBase

Asked = Literal["", "reason", "paragraph", "sender", "record"]
"""What the editor is open for; `record`: whether a file that was read is to be recorded."""

_PROMPTS: dict[Asked, str] = {
    "reason": "Why ▸", "paragraph": "Paragraph ▸", "sender": "Who sent it ▸",
    "record": "Record it ▸",
}  # fmt: skip


class AmendmentsBase(OverRoom):
    """One act at a time goes to the disk; the editor is open for one thing at a time."""

    head = query_one("#amend-head", Static)
    meter = query_one("#amend-meter", Static)
    alarm = query_one("#amend-alarm", Static)
    left = query_one("#amend-left", DraftList)
    right = query_one("#amend-right", DraftList)
    picker = query_one("#amend-picker", Picker)
    says = query_one("#amend-says", Says)
    prompt = query_one("#amend-prompt", Static)
    editor = query_one("#amend-edit", CaptureLine)

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.view: AmendmentsView | None = None
        self.asked: Asked = ""
        self.goes_on = False
        """Whether the next open amendment is selected once this one is settled."""
        self._ahead = 0
        self._said = ""

    @property
    def selected(self) -> Amendment | None:
        """The selected amendment."""
        return self.view.found(self.right.selected) if self.view else None

    def warn(self, why: str) -> None:
        """Say why something is not done."""
        self.says.last(clean_line(why), "warning")

    def send(self, command: Kind, said: str) -> None:
        """Hand a command to the disk by the room, behind what waits there; one at a time.

        said: what is said once it is there.
        """
        if self._ahead:
            self.warn("Something is on its way to the disk: press the key again.")
            return
        self._ahead, self._said = len(self.room.outbox) + 1, said
        self.room.put(Outgoing.of(command))

    def learn(self, event: events.Kept | events.NothingToKeep) -> None:
        """Learn what became of an act; lines of others may come before it."""
        self.alert("")
        if not self._ahead:
            return
        self._ahead -= 1
        if self._ahead:
            return
        if isinstance(event, events.NothingToKeep):
            self.goes_on = False
            self.warn(event.why)
        elif event.verdict == "ok":
            self.says.last(clean_line("; ".join((f"✓ {self._said}", *event.flags))), "quiet")
        else:
            self.says.became(event)

    def give_back(self, outgoing: Outgoing) -> None:
        """Say that an act is not recorded."""
        self._ahead = 0
        self.goes_on = False
        self.warn("It is not recorded: press the key again once the disk takes it.")

    def open(self, asked: Asked, says: str, text: str = "") -> None:
        """Open the editor for something."""
        self.asked = asked
        self.set_class(True, "-asking")
        self.prompt.update(_PROMPTS[asked])
        self.editor.put(text)
        self.editor.focus()
        self.says.last(clean_line(says), "quiet")

    def close(self) -> None:
        """Close the editor; what is typed there is kept no longer."""
        self.asked = ""
        self.set_class(False, "-asking")
        self.picker.close()
        self.editor.put("")
        self.right.focus()
        self.keep("")
