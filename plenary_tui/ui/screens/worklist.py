"""The walk through the worklist: what is open, one by one, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.getters import query_one
from textual.widgets import Static, TextArea

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.actions import WORKLIST
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.menus import picking
from plenary_tui.ui.messages import Entered, Picked
from plenary_tui.ui.pages.points import Answer, Point, says
from plenary_tui.ui.pages.walk import ASKS, Walk, heading, lines
from plenary_tui.ui.seen.views import FloorView
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .over import OverRoom

if TYPE_CHECKING:
    from .room.base import RoomBase


class WorklistScreen(OverRoom):
    """Goes through what is open. What is typed while no editor is open is meant for the room."""

    CSS_PATH = "worklist.tcss"
    ACTIONS = "worklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False)
            for one in WORKLIST
        ),
        Binding("f10", "do('back')", show=False),
        Binding("right", "do('later')", show=False),
        Binding("left", "do('before')", show=False),
    ]

    head = query_one("#walk-head", Static)
    alarm = query_one("#walk-alarm", Static)
    body = query_one("#walk-body", VerticalScroll)
    text = query_one("#walk-text", Static)
    picker = query_one("#walk-picker", Picker)
    says = query_one("#walk-says", Says)
    prompt = query_one("#walk-prompt", Static)
    editor = query_one("#walk-edit", CaptureLine)

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.walk = Walk()
        self.asked: Answer | None = None
        """What the editor is open for."""
        self._sent: Outgoing | None = None
        self._ahead = 0
        self._then = self._typed = self._said = self._begun = ""
        self._start = room.walked_to

    @property
    def _keys(self) -> dict[str, str]:
        return {one.id: one.shown_key for one in self.actions}

    def compose(self) -> ComposeResult:
        """Lay out the walk."""
        yield Static(id="walk-head", markup=False)
        yield Static(id="walk-alarm", markup=False)
        with VerticalScroll(id="walk-body", can_focus=True):
            yield Static(id="walk-text", markup=False)
        yield Picker(id="walk-picker")
        yield Says(id="walk-says")
        with Horizontal(id="walk-line"):
            yield Static(id="walk-prompt", markup=False)
            yield CaptureLine(id="walk-edit")
        yield KeyBar((one for one in self.actions if one.footer), id="walk-keys")

    def on_mount(self) -> None:
        """Ask what is open."""
        self.body.focus()
        self.editor.takes_first = self._take_first
        self.room.conductor.list_points()

    def on_unmount(self) -> None:
        """Come back here next time."""
        self.room.walked_to = self.walk.key
        super().on_unmount()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def hear(self, event: events.Event) -> None:
        """Follow the record; learn what became of what was sent."""
        match event:
            case events.Listed(points):
                self.walk.put(points, self._start)
                self._start = ""
                self._draw()
            case events.Kept() | events.NothingToKeep():
                self._learn(event)
                self.room.conductor.list_points()
            case events.Grew() | events.Opened():
                self.room.conductor.list_points()
            case events.NotKept(_, why):
                self.alert(why)
            case events.NotHere(why):
                self.says.last(why, "warning")
            case events.Understood(line, verdict, words, why):
                if self.asked and line == self._line(self.editor.text):
                    self.says.now(*((words, "says") if verdict == "ok" else
                                    (f"{verdict}: {why}", "warning")))  # fmt: skip
            case _:
                pass

    def _learn(self, event: events.Kept | events.NothingToKeep) -> None:
        """Learn what became of a line; those before this screen's own come first."""
        self.alert("")
        if self._sent is None:
            return
        self._ahead -= 1
        if self._ahead:
            return
        sent, then, self._sent, self._then = self._sent, self._then, None, ""
        if isinstance(event, events.NothingToKeep):
            self._open_again(sent)
            why = event.why or f"That changes nothing: {self._keys['done']} ticks it off as it is."
            self.says.last(why, "warning")
        elif event.verdict == "ok" or (self.asked == "line" and then):
            said = clean_line("; ".join((event.words, *event.flags)))
            if event.verdict != "ok":
                said = f"✗ {event.verdict}, on the list as typed now: {clean_line(event.why)}"
            said = self._said or (said if said.startswith("✗") else f"✓ {said}")
            self.says.last(said, "warning" if said.startswith("✗") else "quiet")
            self._close()
            if then:
                self._send(Outgoing(then), said=said)
        else:
            self._open_again(sent)
            self.says.last(f"✗ {event.verdict}: {clean_line(event.why)}", "warning")

    def give_back(self, outgoing: Outgoing) -> None:
        """Put what the disk did not take back into the editor, or say that it is to be done."""
        self._sent = None
        if self.asked:
            self._open_again(outgoing)
        else:
            self.says.last("It is not recorded: press the key again.", "warning")

    def _open_again(self, outgoing: Outgoing) -> None:
        self.editor.put(self._typed or outgoing.line)
        self.editor.focus()

    def _draw(self) -> None:
        view = self.room.view
        marking = panels.MARKINGS[view.marking]
        self.set_class(view.marking == "in_camera", "-closed")
        said = heading(self.walk, len(self.walk.points))
        self.head.update(
            " · ".join(part for part in (marking, said, clean_line(view.title)) if part)
        )
        width = max(20, self.body.scrollable_content_region.width or self.size.width - 2)
        self.text.update(content(lines(self.walk, self._keys, width)))

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says, where it can be done here."""
        if self.asked and action_id != "help":
            untouched = self.editor.text == self._begun
            if action_id == "back" or (action_id == "done" and untouched):
                self._close()
                self.says.last("")
            if action_id == "done" and untouched and "done" in self.walk.actions:
                self.do_done()
        elif action_id in ("back", "help", "before") or action_id in self.walk.actions:
            getattr(self, f"do_{action_id}")()

    def do_answer(self) -> None:
        """Open the editor for what the point asks for, or tick it off where that is all."""
        if self.walk.point and self.walk.point.answer == "done":
            self.do_done()
        elif self.walk.point:
            self._open(self.walk.point.answer)

    def do_correct(self) -> None:
        """Open the editor on the words of the entry, or on the line that had no effect."""
        again = self.walk.point is not None and "line" in self.walk.point.answers
        self._open("line" if again else "words")

    def do_speaker(self) -> None:
        """Open the editor for who spoke."""
        self._open("speaker")

    def do_note(self) -> None:
        """Open the editor for a note."""
        self._open("note")

    def do_done(self) -> None:
        """Tick the point off."""
        if self.walk.point:
            done = f"✓ Done: {says(self.walk.point)}"
            self._send(Outgoing(f"Done @{self.walk.point.settles}:"), said=done)

    def do_take_back(self) -> None:
        """Take back the entry, or the chosen side."""
        self._send(Outgoing(f"undo @{self.walk.taken_back}"))

    def do_later(self) -> None:
        """Go on to the next point."""
        self._step(1)

    def do_before(self) -> None:
        """Go back to the point before."""
        self._step(-1)

    def do_back(self) -> None:
        """Go back to the room."""
        self.dismiss()

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))

    def _step(self, by: int) -> None:
        self.walk.step(by)
        self.says.last("")
        self.body.scroll_home(animate=False)
        self._draw()

    def _open(self, answer: Answer) -> None:
        point = self.walk.point
        if point is None:
            return
        self.asked = answer
        self._typed = ""
        self.set_class(True, "-asking")
        time = f" {point.time}" if answer == "line" and point.before else ""
        self.prompt.update(f"{ASKS[answer][1]}{time} ▸")
        self.says.last("Enter records it, Escape leaves it.", "quiet")
        self.says.now("")
        self._begun = {"words": point.words, "line": point.line}.get(answer, "")
        self.editor.put(self._begun)
        self.editor.focus()
        if answer == "speaker":
            self._show_picks()

    def _close(self) -> None:
        self.asked = None
        self.set_class(False, "-asking")
        self.picker.close()
        self.says.now("")
        self.editor.put("")
        self.body.focus()
        self.keep("")

    def _take_first(self, key: str) -> bool:
        """Take a key that belongs to the picker."""
        if not self.picker.display:
            return False
        if key in ("up", "down"):
            self.picker.move(-1 if key == "up" else 1)
        elif key in ("enter", "tab"):
            self.take_pick()
        else:
            return False
        return True

    def _show_picks(self) -> None:
        listed = [name for name in self.room.names if not name.chair]
        none = "nobody on the roster fits: Enter takes the name as it is typed"
        self.picker.show(picking.ranked(listed, self.editor.text, FloorView(), ()), none)

    @on(Picked)
    def take_pick(self) -> None:
        """Take the chosen name, or what was typed where nobody fits."""
        pick = self.picker.chosen
        chosen = pick.put if pick else self.editor.text.strip()
        if chosen:
            self._answer(chosen)

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Write through what is typed, and ask what it says."""
        point = self.walk.point
        if self.asked is None or point is None:
            return
        text = self.editor.text
        self.keep(self._line(text), point.about if self.asked == "words" else "")
        if self.asked == "speaker":
            self._show_picks()
        elif self.asked in ("line", "settle") and text.strip():
            self.room.conductor.understand(self._line(text))

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Record what was entered."""
        if self.asked and message.line.strip():
            self._answer(message.line.strip())

    def _answer(self, typed: str) -> None:
        point, asked = self.walk.point, self.asked
        if point is None or asked is None or self._sent is not None:
            return
        if asked == "line" and point.nameless and typed == point.line:
            self.says.last(point.about_text, "warning")
            return
        self._typed = typed
        self.picker.close()
        self.says.now("")
        corrects = point.about if asked == "words" else ""
        said = f"✓ Done: {typed}" if asked == "note" else ""
        self._send(Outgoing(self._line(typed), corrects), _ticks_off(point, asked), said)

    def _line(self, typed: str) -> str:
        """Return the line that records what was typed."""
        point = self.walk.point
        if point is None or not typed.strip():
            return ""
        return {
            "words": typed,
            "speaker": f"@{point.about} is {typed}",
            "line": point.before + typed,
            "settle": f"Settled @{point.settles}: {typed}",
            "note": f"Done @{point.settles}: {typed}",
            "done": typed,
            None: typed,
        }[self.asked]

    def _send(self, outgoing: Outgoing, then: str = "", said: str = "") -> None:
        """Hand a line to the disk by the room; one at a time.

        then: the line that follows once this one is recorded. said: what to say of it then, in
        place of how it was understood.
        """
        if self._sent is None:
            self._sent, self._then, self._said = outgoing, then, said
            self._ahead = len(self.room.outbox) + 1
            self.room.put(outgoing)

    def on_key(self, event: keys.Key) -> None:
        """Choose a side; a letter that is typed here was meant for the room."""
        if self.asked:
            return
        if event.key in ("up", "down") and self.walk.point and self.walk.point.sides:
            self.walk.choose(-1 if event.key == "up" else 1)
            self._draw()
        elif event.is_printable and event.character:
            self.dismiss()
            self.room.back_to_typing(event.character)
        else:
            return
        event.stop()
        event.prevent_default()


def _ticks_off(point: Point, asked: Answer) -> str:
    """Return the line that ticks a point off once it was answered; empty where that was enough."""
    if asked in ("settle", "note") or (asked == "speaker" and point.settles == point.about):
        return ""
    return f"Done @{point.settles}:"
