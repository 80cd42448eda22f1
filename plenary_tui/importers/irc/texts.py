"""Rows of a log about texts: proposals, resolutions, stances, and what is promised."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from plenary_tui.record.kinds import Action, Outcome, Proposal, Revision, Stance
from plenary_tui.record.notation.dates import read_day

from .lines import Message
from .minutes import Minutes, Row
from .people import key

_PUT = re.compile(
    r"(?P<draft>pre-?|draft\s+)?(?:proposed(?:\s+resolution)?|proposal)(?P<run>\s+we could run)?"
    r"(?:\s*#?\d+)?\s*:\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DECIDED = re.compile(r"(?:resolved|resolution)(?:\s*#?\d+)?\s*:\s*(?P<text>\S.*)$",
                      re.IGNORECASE | re.DOTALL)  # fmt: skip
_ACTION = re.compile(r"action(?:\s+item)?(?:\s*[-#]?\d+)?\s*:\s*(?P<text>\S.*)$",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip
_OWNED = re.compile(r"(?P<owner>[^\s,:]+(?:(?:,? and |, | & | )[^\s,:]+){0,3}?)(?: to |\s*[:–—]\s+"
                    r"| - )(?P<text>.+)$", re.DOTALL)  # fmt: skip
_DUE = re.compile(
    r"[\s,;(\[–—-](?:due|by|before)(?: on)?:?\s+(?P<day>[^()\[\]]{6,30}?)[)\].]*$", re.IGNORECASE
)
_VOTE = re.compile(
    r"(?P<sign>[+-])\s?(?P<size>\d+(?:\.\d+)?)(?P<said>(?:[\s.,;:!—–-].*)?)$", re.DOTALL
)
_BARE_VOTE = re.compile(r"(?P<size>[01])(?P<said>)$")
_ABOUT = re.compile(r"(?:to|for|on|with|re|about|what)\b:?\s*", re.IGNORECASE)
_FIRST_NAME = re.compile(r"@?([\w-]+?)(?:['’]s)?(?=[\s.,;:!?–—-]|$)")
_APART = re.compile(r"[\W_]+")
_SAME_DRAFT = 85
_SAME_DECISION = 80
_SAME_ON_FLOOR = 60
_LOOKED_AT = 20
_LONGEST_WORDING = 4_000
_LONGEST_DUE = 60


def _wording(text: str) -> str:
    """Return what two copies of one text have in common."""
    return _APART.sub(" ", text[:_LONGEST_WORDING].casefold()).strip()


def propose(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`PROPOSAL: text`, `PROPOSED: text`, `PROPOSED RESOLUTION: text`.

    The same words again bring the waiting text back; the final wording of a text that was only
    to be run (`PRE-PROPOSAL`, `PROPOSAL we could run`) revises it.
    """
    found = _PUT.match(message.text)
    if found is None:
        return None
    text = found["text"].strip()
    wording = _wording(text)
    speaker = "" if minutes.people.scribe(message.nick) else message.nick
    floor = minutes.text_on_floor
    waiting = minutes.put.get(wording, "")
    if not waiting and floor in minutes.drafts:
        drafted = minutes.meeting.texts[floor].text
        if fuzz.ratio(_wording(drafted), wording) >= _SAME_DRAFT:
            waiting = floor
            minutes.put.pop(_wording(drafted), None)
    if waiting:
        revision = Revision(target=waiting, speaker=speaker, text=text)
        minutes.hold(revision, message, waiting)
    else:
        waiting = minutes.hold(Proposal(speaker=speaker, text=text), message).id
    minutes.put[wording] = waiting
    minutes.resolved.discard(wording)
    if found["draft"] or found["run"]:
        minutes.drafts.add(waiting)
    else:
        minutes.drafts.discard(waiting)
    return "proposal"


def resolve(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`RESOLVED: text` adopts the proposal of that text, else stands as a decision of its own."""
    found = _DECIDED.match(message.text)
    if found is None:
        return None
    text = found["text"].strip()
    wording = _wording(text)
    if wording in minutes.resolved:
        return minutes.chat(message)
    minutes.resolved.add(wording)
    target = _proposal_of(minutes, wording)
    if not target and minutes.text_on_floor:
        target = minutes.enter(Proposal(text=text), message).id
    same = bool(target) and minutes.meeting.texts[target].text == text
    outcome = Outcome(state="adopted", target=target, text="" if same else text)
    entry = minutes.enter(outcome, message)
    minutes.last_of[key(message.nick)] = target or entry.id
    return "resolution"


def _proposal_of(minutes: Minutes, wording: str) -> str:
    """Return the text that a resolution adopts: of its words, else of words most like them."""
    known = minutes.put.pop(wording, "")
    if known:
        return known
    texts = minutes.meeting.texts
    waiting = list(minutes.put.items())[-_LOOKED_AT:]
    likeness = [(fuzz.ratio(put, wording), put) for put, _ in waiting]
    best = max(likeness, default=(0, ""))
    if best[0] >= _SAME_DECISION:
        return minutes.put.pop(best[1])
    floor = minutes.text_on_floor
    if floor and fuzz.token_set_ratio(_wording(texts[floor].text), wording) >= _SAME_ON_FLOOR:
        minutes.put = {put: text for put, text in minutes.put.items() if text != floor}
        return floor
    return ""


def act(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`ACTION: owner to do what by when`."""
    found = _ACTION.match(message.text)
    if found is None:
        return None
    text, owner, due = found["text"].strip(), "", None
    owned = _OWNED.match(text)
    if owned:
        owner, text = owned["owner"].strip(), owned["text"].strip()
    dated = _DUE.search(text, max(1, len(text) - _LONGEST_DUE))
    if dated and (due := read_day(dated["day"].strip())) is not None:
        text = text[: dated.start()].rstrip(" \t\n,;([–—-")
    minutes.hold(Action(owner=owner, text=text, due=due), message)
    return "action"


def vote(minutes: Minutes, message: Message) -> str | None:
    """`+1`, `-1`, `0` are their nick's, on the text on the floor or on what was last said.

    With words after it, a vote is kept as typed as well; it counts for a text or for somebody's
    words only where these words say no other thing.
    """
    text, floor = message.text, minutes.text_on_floor
    found = _VOTE.match(text) or (_BARE_VOTE.match(text) if floor else None)
    if found is None:
        return None
    said = found["said"].strip(" .,;:!—–-")
    target = _voted_on(minutes, said, floor, message.nick)
    if not target:
        return minutes.chat(message)
    size = float(found["size"])
    negative = "sign" in found.groupdict() and found["sign"] == "-"
    stance = Stance(
        target=target,
        stance="flexible" if not size else "opposes" if negative else "supports",
        who=(message.nick,),
    )
    minutes.enter(stance, message)
    if said:
        minutes.chat(message)
    return "stance"


def _voted_on(minutes: Minutes, said: str, floor: str, nick: str) -> str:
    if not said:
        if floor:
            return floor
        last = minutes.last_speech()
        return last[1] if last is not None and last[0] != key(nick) else ""
    about = _ABOUT.match(said)
    named = _FIRST_NAME.match(said, about.end() if about else 0)
    if named:
        proposer = minutes.meeting.texts[floor].by if floor else ""
        if proposer and minutes.people.means(named[1], proposer):
            return floor
        speech = minutes.speech_of(named[1])
        if speech:
            return speech
    return "" if about else floor


ROWS: dict[str, Row] = {
    "proposal": propose,
    "proposed": propose,
    "pre": propose,
    "preproposal": propose,
    "draft": propose,
    "resolved": resolve,
    "resolution": resolve,
    "action": act,
}
"""The first word of a message, in small letters, and who reads it."""
