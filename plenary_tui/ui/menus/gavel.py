"""The lines that the gavel, the worklist key and a refusal offer. Pure: a view gives choices."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..seen.views import Choice, RoomView, TextView

_OUTCOMES = (
    ("Adopted", "without objection"), ("Agreed", ""), ("Decided", ""), ("Endorsed", ""),
    ("Adopted ad ref", "ad referendum"), ("Noted", "the meeting took note"),
    ("Deferred", "to what"), ("Referred", "to which body"), ("No consensus", ""),
)  # fmt: skip
_NEED_WORDS = ("Deferred", "Referred")

_ANYBODY = " NV:"
"""Who a way out names where it means anybody: the line is offered up to there."""
_LINE_AND_COLON = re.compile(r"([A-Z][^:]{1,60}:)")
_WHOLE = re.compile(
    r"(Objection withdrawn [^:]+|q (?:open|closed)|q first [A-Z]{2,}(?:, [A-Z]{2,})*(?= )"
    r"|Item [\w.()]+ (?:concluded|reopened)|Item [\w.()]+(?= takes)|limit [\w ]+ \d+ s|undo)"
)
_BEGUN = re.compile(r"(q\+|q first|present\+)(?= NV)|(limit)(?= \d)")


def at_the_gavel(view: RoomView, stamp: str, text: TextView | None = None) -> list[Choice]:
    """Return the outcome lines for now, each with the time of the press.

    text: what they are about; without it, the text before the meeting. Over an objection the
    order is that of the ways out of a refusal, so that a digit means the same in both menus.
    """
    text = text or view.text
    if text is None:
        lines = list(_of_the_room(view))
    elif text.against:
        who = ", ".join(text.against)
        lines = [
            *(Choice(f"Objection withdrawn {text.label} {one}", f"{one} objects: this withdraws it",
                     True) for one in text.against),
            Choice(f"Proposal {text.label} rev:", "the text as amended"),
            Choice(f"Bracket {text.label} {text.against[0]}:", "the words that are not agreed"),
            Choice(f"Deferred {text.label}:", "to what"),
            Choice(f"Noted {text.label}:", "the meeting took note", True),
            Choice(f"Gavelled {text.label}:", f"over the objection of {who}: disputed", True),
            Choice(f"Referred {text.label}:", "to which body"),
            Choice("Suspended:", "for consultations", True),
            Choice(f"No consensus {text.label}:", "", True),
            Choice(f"Silence {text.label}:", "until when"),
            Choice("Chair's statement:", "what the Chair states in its place"),
        ]  # fmt: skip
    else:
        lines = [
            Choice(f"{word} {text.label}:", says, word not in _NEED_WORDS)
            for word, says in _OUTCOMES
        ]
        lines.append(
            Choice("call", f"for objections to {text.label}: what to read out", does="call")
        )
    if view.other_texts and (text is None or text.before_us):
        lines.append(Choice("another text", f"{view.other_texts} open beside it", does="text"))
    return [_stamped(stamp, choice) for choice in lines]


CALL = "If I hear no objection, it is so decided."
"""What the Chair reads out before the gavel."""


def call_for_objections(label: str) -> list[Choice]:
    """Return what can follow the call: the gavel, or somebody speaks up."""
    return [
        Choice("gavel", "nobody objects: stamps the time and offers the outcomes", does="gavel"),
        Choice(f"Objection {label}", "somebody objects: who, then : and why"),
        Choice(f"Reservation {label}", "somebody reserves and does not stand in the way"),
        Choice(f"Amendment {label}", "somebody asks for a change"),
        Choice(f"Explanation {label}", "somebody explains their position"),
    ]


def _of_the_room(view: RoomView) -> Iterable[Choice]:
    """Yield what a gavel means when no text is on the floor."""
    if view.sitting_state in ("", "planned", "closed"):
        yield Choice("Opened:", "the sitting opens", True)
        return
    if view.sitting_state == "suspended":
        yield Choice("Resumed:", "the sitting resumes", True)
        yield Choice("Closed:", "the sitting is closed", True)
        return
    item = next((line for line in view.agenda if line.current), None)
    if item is not None:
        yield Choice(f"Item {item.number} concluded", item.title, True)
    yield Choice("Adopted:", "words that were before nobody yet: type them")
    yield Choice("Noted:", "what the meeting took note of: type it")
    planned = next((line for line in view.agenda if line.state == "planned"), None)
    if planned is not None:
        yield Choice(f"Item {planned.number}", f"takes up {planned.title}", True)
    yield Choice("Suspended:", "a break", True)
    yield Choice("Closed:", "the sitting is closed", True)


def checks() -> list[Choice]:
    """Return what can be put on the worklist about the last entry."""
    return [
        Choice("?missed", "I missed something there", True, "record"),
        Choice("?name", "check the name", True, "record"),
        Choice("?wording", "Chair to confirm the wording", True, "record"),
    ]


def before_leaving(to: str) -> list[Choice]:
    """Return what can be done about an open sitting by somebody who wants to go."""
    return [
        Choice("Suspended:", "a break: the record says so", True),
        Choice("Closed:", "the sitting is closed", True),
        Choice("leave", "the sitting stays open in the record, to go on with", does=to),
    ]


def out_of(ways: Iterable[str], stamp: str = "") -> list[Choice]:
    """Return ways out of a refusal as lines to take; what is no line is only said."""
    return [_stamped(stamp, _way_out(way)) for way in ways]


def _way_out(way: str) -> Choice:
    whole, headed, begun = _WHOLE.match(way), _LINE_AND_COLON.match(way), _BEGUN.match(way)
    if whole is not None and (headed is None or whole.end() >= headed.end()):
        return Choice(whole[1], way[whole.end() :].strip(), True)
    if begun is not None:
        return Choice(begun[0], way[begun.end() :].strip())
    if headed is None or headed[1] == _ANYBODY.strip():
        return Choice("", way)
    if headed[1].endswith(_ANYBODY):
        return Choice(headed[1].removesuffix(_ANYBODY), way[headed.end() - 3 :].strip())
    return Choice(headed[1], way[headed.end() :].strip())


def _stamped(stamp: str, choice: Choice) -> Choice:
    is_line = choice.line and not choice.does
    return choice._replace(line=f"{stamp} {choice.line}") if stamp and is_line else choice
