"""The registry of the replay. Letters are keys here: a small one goes on, a capital goes back."""

from __future__ import annotations

from .anywhere import ANYWHERE
from .keys import Action, checked


def _replay(
    id: str, key: str, label: str, says: str, group: str, *, footer: bool = False
) -> Action:
    return Action(id, key, label, says, group, footer=footer, letter=True)


REPLAY = checked((
    _replay("play", "space", "play", "plays on, or stops", "Playing", footer=True),
    _replay("step_on", "right", "next entry", "shows the next entry", "Playing"),
    _replay("step_back", "left", "entry before", "goes back by an entry", "Playing"),
    _replay("faster", "+", "faster", "plays faster, up to ×1000", "Playing"),
    _replay("slower", "-", "slower", "plays slower, down to ×1", "Playing"),
    _replay("to_start", "home", "beginning", "goes to the beginning", "Playing"),
    _replay("to_end", "end", "end", "goes to the end", "Playing"),
    _replay("go_to", "g", "go to",
            "goes to a time, item, decision, speaker, sitting, words; so does a click below",
            "Going", footer=True),
    _replay("find_words", "/", "find", "goes to words that were said", "Going"),
    _replay("go_again", "n", "again", "goes to the next such place", "Going"),
    _replay("go_again_back", "N", "again, back", "goes to the one before", "Going"),
    _replay("next_decision", "d", "decision",
            "goes to the next decision; with it stands who had the floor at the gavel", "Going",
            footer=True),
    _replay("last_decision", "D", "decision before", "goes to the decision before", "Going"),
    _replay("next_objection", "o", "objection", "goes to the next objection", "Going",
            footer=True),
    _replay("last_objection", "O", "objection before", "goes to the objection before", "Going"),
    _replay("next_turn", "t", "turn", "goes to the next turn of who spoke last", "Going"),
    _replay("last_turn", "T", "turn before", "goes to the turn before of who spoke last", "Going"),
    _replay("next_item", "i", "item", "goes to where the next item is taken up", "Going"),
    _replay("last_item", "I", "item before", "goes to where the item before is", "Going"),
    _replay("next_sitting", "s", "sitting", "goes to the opening of the next sitting", "Going"),
    _replay("last_sitting", "S", "sitting before", "goes to the opening before", "Going"),
    _replay("next_change", "c", "correction", "goes to the next flag, correction, taking back",
            "Going"),
    _replay("last_change", "C", "correction before", "goes to the one before", "Going"),
    _replay("filter", "f", "filter",
            "looks at delegations, bodies, items, stances, kinds only; empty: at everything",
            "Looking", footer=True),
    _replay("leave_out", "h", "hide", "hides what the filter leaves, or marks what fits it",
            "Looking"),
    _replay("stay_in_room", "r", "room",
            "stays in the room of one station, then of the next, then follows whoever writes",
            "Looking"),
    _replay("reading", "a", "as made",
            "shows corrections as they were made, or everything as it reads in the end", "Looking"),
    _replay("replay_draft", "b", "draft", "shows the draft as it stood, with its brackets",
            "Looking"),
    _replay("up", "pageup", "up", "scrolls up", "Looking"),
    _replay("down", "pagedown", "down", "scrolls down", "Looking"),
    _replay("excerpt_begins", "[", "from here", "an excerpt begins here", "Excerpt"),
    _replay("excerpt_ends", "]", "to here", "an excerpt ends here", "Excerpt"),
    _replay("export_excerpt", "e", "export",
            "writes what the marks and the filter leave: summary, notes or data", "Excerpt"),
    *ANYWHERE,
    _replay("theme", "ctrl+t", "light or dark",
            "changes between light and dark, and no colour at all", "Looking"),
    _replay("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help"),
    _replay("help", "f1", "help", "what can be done here, and what the signs say", "Help",
            footer=True),
    _replay("back", "escape", "back", "leaves what is open, then the replay", "Help", footer=True),
))  # fmt: skip
"""What can be done in a replay."""
