"""The registries of the draft and of the screens that it leads to.

Letters are keys here: nothing is typed while they work.
"""

from __future__ import annotations

from .anywhere import ANYWHERE
from .keys import Action, checked


def _draft(id: str, key: str, label: str, says: str, group: str, *, footer: bool = False) -> Action:
    return Action(id, key, label, says, group, footer=footer, letter=len(key) == 1)


DRAFT = checked((
    _draft("acts", "enter", "acts", "offers what can be done here, each with its key", "Paragraph",
           footer=True),
    _draft("edit_paragraph", "e", "edit", "words the paragraph; [TR: words] brackets words for TR",
           "Paragraph", footer=True),
    _draft("add_paragraph", "a", "add", "writes a paragraph behind this one", "Paragraph"),
    _draft("split_paragraph", "s", "split", "parts the paragraph at the cursor", "Paragraph"),
    _draft("join_paragraph", "j", "join", "joins the paragraph with the next one", "Paragraph"),
    _draft("move", "m", "move", "marks the paragraph, then puts it behind the one selected; "
           "Shift and Up or Down moves it by one", "Paragraph"),
    _draft("remove", "d", "take out, put back",
           "takes the paragraph out; puts back one that is taken out", "Paragraph"),
    _draft("history", "h", "history", "shows what was done to the paragraph, and by whom",
           "Paragraph"),
    _draft("bracket", "b", "bracket", "puts words in brackets for delegations", "Agreement",
           footer=True),
    _draft("alternative", "A", "alternative", "lays other words beside it, or no text at all",
           "Agreement"),
    _draft("clean", "c", "clean", "agrees on the words of a bracket: its signs go", "Agreement"),
    _draft("drop", "x", "drop", "takes a bracket out with its words", "Agreement"),
    _draft("status", "g", "agreed", "says how far it is agreed: agreed, ad ref, open", "Agreement",
           footer=True),
    _draft("discuss", "p", "discuss", "takes the paragraph under discussion, or leaves it",
           "Agreement"),
    _draft("offer", "o", "offer", "shows the words composed by now beside those at hand", "Offers"),
    _draft("take_offer", "t", "take", "takes the composed words", "Offers"),
    _draft("keep_offer", "k", "keep", "keeps the words at hand", "Offers"),
    _draft("take_all", "T", "take all", "takes all composed words where nobody worded by hand",
           "Offers"),
    _draft("undo_draft", "u", "undo", "takes back what was done to the draft last", "Draft"),
    _draft("redo_draft", "U", "redo", "puts back what was taken back last", "Draft"),
    _draft("sections", "S", "sections", "moves and leaves out sections, follows a plan", "Draft"),
    _draft("renumber", "R", "renumber", "shows old and new numbers, then numbers from 1", "Draft"),
    _draft("issue", "i", "issue", "issues a version: its words are kept, its numbers freeze",
           "Draft"),
    _draft("chairs_summary", "C", "Chair's summary",
           "writes the Chair's summary as Word, which never reads as decided", "Draft"),
    _draft("other_language", "L", "language",
           "shows the draft in French, to be worded there, and in English again", "Draft"),
    _draft("next_lacking", "l", "next to translate",
           "goes to the next paragraph that has no words in French", "Draft"),
    _draft("the_review", "v", "review",
           "shows the review of the last version, and what delegations correct", "Looking"),
    _draft("asked_for", "r", "amendments",
           "shows what delegations ask for: accept, bracket, refuse; receives files", "Looking"),
    _draft("beside", "tab", "sources", "goes to the entries it rests on, and back", "Looking",
           footer=True),
    _draft("compare_versions", "V", "compare",
           "lays an issued version beside the draft as it stands, or beside another version",
           "Looking"),
    _draft("checks", "f2", "checks", "shows what the checks found and what no paragraph mentions",
           "Looking"),
    _draft("find_words", "/", "find", "finds words; n finds them again", "Looking"),
    _draft("again", "n", "find again", "finds the same words further down", "Looking"),
    _draft("as_it_stands", "f8", "as it stands", "puts the text back that the paragraph has",
           "Paragraph"),
    *ANYWHERE,
    _draft("theme", "ctrl+t", "light or dark",
           "changes between light and dark, and no colour at all", "Looking"),
    _draft("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help"),
    _draft("help", "f1", "help", "what can be done here, and what the signs say", "Help",
           footer=True),
    _draft("back", "escape", "room", "leaves what is open, then goes back to the room", "Help",
           footer=True),
))  # fmt: skip
"""What can be done with the draft; a digit begins the number of a paragraph to go to."""

REVIEW = checked((
    _draft("accept", "a", "accept", "accepts the chosen correction, and puts the words right",
           "Corrections", footer=True),
    _draft("refuse", "r", "refuse", "refuses it, with a reason that is printed", "Corrections",
           footer=True),
    _draft("by_hand", "h", "accept by hand",
           "accepts it where the words were put right by hand", "Corrections"),
    _draft("next_open", "n", "next", "goes to the next correction that is open", "Corrections",
           footer=True),
    _draft("under_review", "u", "under review", "puts the last version under review until a time",
           "Stages"),
    _draft("close_review", "c", "close", "closes the review before its time", "Stages"),
    _draft("sign_off", "s", "sign off", "signs the version off, once nothing is open", "Stages",
           footer=True),
    _draft("adopted", "d", "adopted", "records that the version was adopted", "Stages"),
    _draft("published", "p", "published", "records that the version was published", "Stages"),
    _draft("extract", "x", "extract", "writes what the record holds of a delegation, to be sent",
           "Documents", footer=True),
    _draft("corrigendum", "i", "corrigendum", "writes what was corrected", "Documents",
           footer=True),
    _draft("help", "f1", "help", "what can be done here", "Help"),
    _draft("back", "escape", "back", "goes back; nothing that is open is lost", "Help",
           footer=True),
    *ANYWHERE,
))  # fmt: skip
"""What can be done with the review of a version."""

AMENDMENTS = checked((
    _draft("accept", "a", "accept", "lets the draft read as asked; notes a comment",
           "Amendment", footer=True),
    _draft("bracket", "b", "bracket",
           "lays today's words and the asked ones in brackets, where they differ",
           "Amendment", footer=True),
    _draft("refuse", "r", "refuse", "leaves the draft as it is, with a reason or without",
           "Amendment", footer=True),
    _draft("confirm", "c", "is about", "says which paragraph it is about", "Amendment"),
    _draft("undo_draft", "u", "undo", "takes back what was done to the draft last",
           "Amendment"),
    _draft("next_open", "n", "next", "goes to the next one that is open", "Looking", footer=True),
    _draft("beside", "tab", "other side", "goes to the paragraphs, and back", "Looking"),
    _draft("in_draft", "enter", "in the draft", "shows the paragraph in the draft", "Looking"),
    _draft("receive", "f2", "receive", "takes in a file that a delegation sends back",
           "Files", footer=True),
    _draft("help", "f1", "help", "what can be done here, and what the signs say", "Help",
           footer=True),
    _draft("back", "escape", "back", "goes back to where you came from", "Help", footer=True),
    *ANYWHERE,
))  # fmt: skip
"""What can be done with what delegations ask for."""
