"""One registry of actions: keys, footer, palette and help all read it.

Pure: no screen is needed to know what a key does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..seen.views import RoomView
from .anywhere import ANYWHERE, REGISTERS_OF_ALL, SEARCH_ALL
from .charts import CHARTS
from .compare import COMPARE
from .draft import AMENDMENTS, DRAFT, REVIEW
from .drill import DRILL_RESULT, drill
from .keys import MOST_IN_FOOTER, Action, KeyRefused, checked
from .replay import REPLAY
from .search import REGISTERS, SEARCH

__all__ = [
    "AMENDMENTS", "CHARTS", "COMPARE", "DELIVERY", "DRAFT", "DRILL", "EVERYWHERE", "HANDOVER",
    "LIBRARY", "MOST_IN_FOOTER", "ORDERING", "PREPARED", "REGISTERS", "REPLAY", "REVIEW",
    "ROLL_CALL", "ROOM", "SCREENS", "SCRIPT", "SEARCH", "WHOLE_TEXT", "WORKLIST", "Action",
    "KeyRefused", "applying", "checked", "footer",
]  # fmt: skip

ROOM = checked((
    Action("submit", "enter", "records", "records the line", "Capture", footer=True),
    Action("help", "f1", "help", "where I am, what I can do, and the notation", "Help",
           footer=True),
    Action("check", "f2", "check", "puts the last entry on the worklist: missed, name, wording",
           "Capture", footer=True, when=lambda view: view.can_undo),
    Action("worklist", "f10", "worklist", "goes through what is open, one by one", "Capture",
           when=lambda view: bool(view.worklist or view.to_fill_in)),
    Action("handover", "f4", "hand over", "shows where we are, and hands over to who relieves me",
           "Documents", footer=True),
    Action("draft", "f3", "draft", "shows what is written from the record so far", "Documents"),
    Action("review", "alt+y", "review",
           "shows the review of the last version, and what delegations correct", "Documents"),
    Action("amendments", "alt+e", "amendments",
           "shows what delegations ask for in the draft: accept, bracket, refuse; receives files",
           "Documents"),
    Action("charts", "alt+c", "charts",
           "for the Chair: speaking time and turns, over time, open brackets, who supported whom",
           "Documents"),
    Action("script", "f5", "script", "shows what the Chair reads out now, with each way out",
           "Procedure"),
    Action("prepared", "alt+s", "statements",
           "statements handed in: takes one in, checks one while it is read", "Capture"),
    Action("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help",
           footer=True),
    Action("next", "ctrl+n", "next", "gives the floor to the next speaker on the list", "Floor",
           footer=True, when=lambda view: bool(view.floor.waiting)),
    Action("gavel", "ctrl+g", "gavel", "stamps the time and offers the outcomes", "Procedure",
           footer=True),
    Action("list", "ctrl+l", "list", "puts somebody on the list of speakers", "Floor"),
    Action("speakers", "ctrl+s", "speakers",
           "the list of speakers: order, withdraw, close, point of order, reply, limits", "Floor"),
    Action("timer", "alt+p", "pause", "stops the time of the speech, and lets it go on", "Floor",
           when=lambda view: bool(view.floor.speaker)),
    Action("agenda", "alt+g", "agenda",
           "takes up, concludes, defers, inserts and moves items, sets their time", "Procedure"),
    Action("roll_call", "alt+r", "roll call", "marks who is present, by their codes", "Procedure"),
    Action("text", "alt+t", "whole text", "shows the texts that are open, and who holds what",
           "Procedure", when=lambda view: bool(view.text or view.other_texts)),
    Action("correct", "ctrl+r", "correct", "corrects the selected entry, else the last one",
           "Capture", when=lambda view: view.can_undo),
    Action("undo", "f8", "take back", "takes back the selected entry, else the last one",
           "Capture", when=lambda view: view.can_undo),
    Action("redo", "f9", "put back", "puts back what was taken back last", "Capture",
           when=lambda view: view.can_redo),
    Action("pick", "tab", "who", "names who speaks, from the roster; a name's beginning is enough",
           "Capture"),
    Action("continue", "ctrl+f", "go on", "goes on with the selected entry, else the last one",
           "Entries", when=lambda view: view.can_undo),
    Action("speaker", "alt+a", "another speaker", "says that somebody else said an entry",
           "Entries", when=lambda view: view.can_undo),
    Action("item", "alt+i", "another item", "moves an entry to another item of the agenda",
           "Entries", when=lambda view: view.can_undo and bool(view.agenda)),
    Action("join", "alt+u", "join upwards", "makes an entry more of what was said above it",
           "Entries", when=lambda view: view.can_undo),
    Action("split", "alt+x", "split", "makes two of an entry, parted at the cursor", "Entries",
           when=lambda view: view.can_undo),
    Action("original", "alt+v", "original", "shows what an entry read before, and who changed it",
           "Entries", when=lambda view: view.can_undo),
    Action("missed", "alt+m", "I missed that", "puts on the worklist that something was missed",
           "Entries", when=lambda view: view.can_undo),
    Action("name", "alt+n", "check the name", "puts a name on the worklist", "Entries",
           when=lambda view: view.can_undo),
    Action("wording", "alt+w", "check the wording",
           "puts on the worklist that the Chair is to confirm the wording", "Entries",
           when=lambda view: view.can_undo),
    Action("lines", "f12", "line by line", "records what was pasted line by line", "Capture"),
    Action("back", "escape", "back", "goes back to the capture line", "Capture"),
    Action("theme", "ctrl+t", "light or dark",
           "changes between light and dark, and no colour at all", "Screen"),
    Action("jump", "alt+j", "jump", "shows a letter beside each place, and goes there", "Screen"),
    Action("settings", "alt+o", "settings", "colours, clock, keys, time to speak, abbreviations",
           "Screen"),
    Action("second_folder", "alt+d", "second folder",
           "goes on in another folder where a disk fails", "Screen"),
    SEARCH_ALL,
    REGISTERS_OF_ALL,
    Action("library", "ctrl+o", "library", "shows all sessions", "Screen"),
    Action("quit", "ctrl+q", "leave", "leaves; it never ends an open sitting", "Screen"),
))  # fmt: skip
"""What can be done in the room."""

LIBRARY = checked((
    Action("open", "enter", "open",
           "opens the chosen session: in the room, or as a replay, read only, where it has ended",
           "Sessions", footer=True),
    Action("replay", "ctrl+r", "replay", "shows the chosen session as it happened, read only",
           "Sessions", footer=True),
    Action("room", "ctrl+o", "add to it",
           "opens the chosen session in the room, also where it has ended", "Sessions"),
    Action("search", "alt+l", "look up", "finds what was said in any session, as you type",
           "Sessions", footer=True),
    Action("new", "ctrl+n", "new", "makes a session from a template or a plan", "Sessions",
           footer=True),
    Action("import", "ctrl+l", "import",
           "imports a file: notes, an IRC log, minutes, a transcript, an agenda, participants",
           "Sessions"),
    Action("like", "alt+n", "new like this",
           "makes a session with the set-up of the chosen one: roster, bodies, agenda, numbers",
           "Sessions"),
    Action("carry", "alt+x", "carry over",
           "carries what the chosen session left open into another one", "Sessions"),
    Action("charts", "alt+c", "charts",
           "for the Chair: the charts of the chosen session", "Sessions"),
    Action("compare", "alt+v", "compare",
           "lays the chosen session beside another copy of it, before they are merged",
           "Sessions"),
    Action("drill", "alt+d", "drill",
           "trains on the chosen session: it is said again, and you keep the record", "Sessions"),
    Action("registers", "alt+q", "registers",
           "decisions, follow-ups, events, corrections, officers of all sessions", "Sessions"),
    Action("sort", "tab", "sort", "sorts by the next column; Shift-Tab by the one before",
           "Sessions"),
    Action("turn", "alt+u", "turn round", "sorts the other way round", "Sessions"),
    Action("archive", "alt+a", "archive", "packs the chosen session into one file", "Sessions"),
    Action("restore", "alt+r", "restore", "makes a session again from its archive", "Sessions"),
    Action("read_again", "f5", "read again", "reads the sessions that changed", "Sessions"),
    Action("rebuild", "f12", "rebuild", "makes the catalogue and the search index anew",
           "Sessions"),
    Action("help", "f1", "help", "what the columns say and the keys do", "Help", footer=True),
    Action("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help",
           footer=True),
    Action("theme", "ctrl+t", "light or dark",
           "changes between light and dark, and no colour at all", "Screen"),
    Action("jump", "alt+j", "jump", "shows a letter beside each place, and goes there", "Screen"),
    Action("settings", "alt+o", "settings", "colours, clock, keys, time to speak, abbreviations",
           "Screen"),
    Action("back", "escape", "all sessions", "shows all sessions again", "Screen"),
    Action("quit", "ctrl+q", "leave", "leaves the program", "Screen", footer=True),
))  # fmt: skip
"""What can be done in the library."""

WORKLIST = checked((
    Action("answer", "enter", "answer", "opens the editor for what the point asks for", "Worklist",
           footer=True),
    Action("correct", "ctrl+r", "words", "corrects the words of the entry", "Worklist"),
    Action("speaker", "alt+a", "speaker", "names who spoke", "Worklist"),
    Action("done", "f2", "done", "ticks the point off: it is right as it stands", "Worklist",
           footer=True),
    Action("note", "f3", "note", "ticks the point off with a note", "Worklist", footer=True),
    Action("take_back", "f8", "take back", "takes the entry back, of a conflict the chosen side",
           "Worklist"),
    Action("later", "pagedown", "later", "leaves the point for later; so does the right arrow",
           "Worklist", footer=True),
    Action("before", "pageup", "before", "goes back to the point before; so does the left arrow",
           "Worklist", footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; a letter does too, and is typed there",
           "Worklist", footer=True),
))  # fmt: skip
"""What can be done on the walk through the worklist."""

ROLL_CALL = checked((
    Action("submit", "enter", "records", "records who is present, and who is no longer",
           "Roll call", footer=True),
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; nothing is recorded", "Roll call",
           footer=True),
))  # fmt: skip
"""What can be done at a roll call, beside codes, arrows, Space and Backspace."""

ORDERING = checked((
    Action("submit", "enter", "records", "records the new order", "Order", footer=True),
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; nothing is recorded", "Order",
           footer=True),
))  # fmt: skip
"""What can be done where a list is put in order, beside arrows and Space."""

WHOLE_TEXT = checked((
    Action("gavel", "ctrl+g", "gavel", "stamps the time and offers the outcomes of this text",
           "Text", footer=True),
    Action("after", "tab", "next text", "shows the next text that is open; so does the right arrow",
           "Text", footer=True),
    Action("up", "pageup", "up", "scrolls up", "Text", footer=True),
    Action("down", "pagedown", "down", "scrolls down", "Text", footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room", "Text", footer=True),
))  # fmt: skip
"""What can be done with the texts that are open."""

HANDOVER = checked((
    Action("submit", "enter", "hands over", "records the name of the relief rapporteur",
           "Hand-over", footer=True),
    Action("print", "f2", "print", "writes the card as Word and as Markdown into drafts/",
           "Hand-over", footer=True),
    Action("up", "pageup", "up", "scrolls the card up", "Hand-over"),
    Action("down", "pagedown", "down", "scrolls the card down", "Hand-over", footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; nothing is handed over",
           "Hand-over", footer=True),
))  # fmt: skip
"""What can be done with the hand-over card."""

SCRIPT = checked((
    Action("take", "enter", "records", "records the chosen way out; so does its number", "Script",
           footer=True),
    Action("later", "pagedown", "later", "looks at the next step", "Script", footer=True),
    Action("before", "pageup", "before", "looks at the step before", "Script", footer=True),
    Action("language", "f2", "language", "changes the language of the script", "Script",
           footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; a letter does too, and is typed there",
           "Script", footer=True),
))  # fmt: skip
"""What can be done with the Chair's script."""

PREPARED = checked((
    Action("deliver", "enter", "checks", "checks the chosen statement while it is read",
           "Statements", footer=True),
    Action("take_in", "f2", "take in", "takes a statement in from a file", "Statements",
           footer=True),
    Action("paste", "f3", "paste", "begins its line in the room, to paste or type it there",
           "Statements", footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "room", "goes back to the room; a letter does too, and is typed there",
           "Statements", footer=True),
))  # fmt: skip
"""What can be done with the statements handed in."""

DELIVERY = checked((
    Action("record", "enter", "records", "records the statement as it was delivered", "Delivery",
           footer=True),
    Action("rest", "pagedown", "the rest as written", "marks all that is left as read",
           "Delivery", footer=True),
    *ANYWHERE,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "later", "goes back to the room; what is marked stays for later",
           "Delivery", footer=True),
))  # fmt: skip
"""What can be done while a statement is read; space and letters mark the sentences."""

DRILL = drill(ROOM)
"""What can be done in a drill."""

SCREENS: Mapping[str, tuple[Action, ...]] = {
    "room": ROOM, "library": LIBRARY, "worklist": WORKLIST, "handover": HANDOVER,
    "script": SCRIPT, "prepared": PREPARED, "delivery": DELIVERY, "draft": DRAFT,
    "review": REVIEW, "amendments": AMENDMENTS, "replay": REPLAY, "search": SEARCH,
    "registers": REGISTERS, "charts": CHARTS, "drill": DRILL, "drill_result": DRILL_RESULT,
    "compare": COMPARE,
}  # fmt: skip
"""Every registry in which a person can change keys, by the name of its screen."""

EVERYWHERE = ("quit", "commands")
"""Actions that the app takes before any screen does."""


def footer(actions: Iterable[Action], view: RoomView) -> list[Action]:
    """Return the actions that the footer shows."""
    return [action for action in actions if action.footer]


def applying(actions: Iterable[Action], view: RoomView) -> list[Action]:
    """Return the actions that apply now."""
    return [action for action in actions if action.when(view)]
