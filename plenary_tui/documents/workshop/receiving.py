"""An edited copy of a version that came back, as the record keeps it: what it asks for, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.record.clean import clean
from plenary_tui.record.delegations import Roster
from plenary_tui.record.drafts import Version
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    ChangeAsked,
    DraftReceived,
    ParagraphRef,
    Remarked,
)
from plenary_tui.record.meeting import Meeting

from ..aligning import Key, align
from ..draft import Draft
from ..returned import Returned, ReturnedParagraph

_NAMES = re.compile(r"[^\W_]+")


def sender_of(name: str, roster: Roster) -> str:
    """Return the delegation whose code stands in a file's name; empty where none or more do."""
    found = {word for word in _NAMES.findall(name) if word in roster.delegations}
    return found.pop() if len(found) == 1 else ""


def received(version: Version, who: str, returned: Returned, issued: Draft) -> DraftReceived:
    """Return what a file asks for as one command. issued: the draft of that version."""
    people: dict[str, None] = {}
    for one in returned.paragraphs:
        people |= dict.fromkeys(change.author for change in one.changes if change.author)
        people |= dict.fromkeys(said.author for said in one.comments if said.author)
    return DraftReceived(
        target=version.id, who=(who,), author=", ".join(people),
        changes=tuple(_Reading(returned, issued).changes()),
    )  # fmt: skip


def known_already(meeting: Meeting, command: DraftReceived) -> Entry | None:
    """Return the entry that recorded the same file of the same sender before."""
    for entry in meeting.drafts.received:
        what = entry.what
        assert isinstance(what, DraftReceived)
        if (what.target, what.who, what.changes) == (command.target, command.who, command.changes):
            return entry
    return None


def counted(command: DraftReceived, issued: Draft) -> str:
    """Say how much a file asks for: `4 changes and 2 comments`. issued: the version's draft."""
    words = words_of(issued)
    changes = sum(
        asks_words(one, words.get(one.paragraph.id, "") if one.paragraph else "")
        for one in command.changes
    )
    comments = sum(len(one.comments) for one in command.changes)
    parts = [
        f"{number} {name}{'' if number == 1 else 's'}"
        for number, name in ((changes, "change"), (comments, "comment"))
        if number
    ]
    return " and ".join(parts) or "nothing"


def words_of(issued: Draft) -> dict[str, str]:
    """Return the words of a version by paragraph, as the record has them.

    A draft as it is set has the spaces of its language, which no record keeps.
    """
    return {one.id: clean(one.text) for one in issued.paragraphs() if one.id}


def asks_words(change: ChangeAsked, was: str) -> bool:
    """Whether a change asks for other words than `was`, or another place: it is no comment alone.

    was: as `words_of` the version.
    """
    if change.paragraph is None:
        return bool(change.now)
    return change.after is not None or change.now != was


class _Reading:
    """Reads one file, paragraph by paragraph, in the order in which they stand in it."""

    def __init__(self, returned: Returned, issued: Draft) -> None:
        self._rows = returned.paragraphs
        self._issued = {one.id: one for one in issued.paragraphs() if one.id}
        self._put_elsewhere = self._moved()
        gone: dict[str, list[str]] = {}
        for one in self._rows:
            if one.id and one.was and not one.now.strip():
                gone.setdefault(one.was, []).append(one.id)
        self._gone = {words: ids[0] for words, ids in gone.items() if len(ids) == 1}

    def _moved(self) -> frozenset[str]:
        """Return what stands at another place by its hidden mark, which no program tracked."""
        back = [one.id for one in self._rows if one.id]
        aligned = align(
            [Key("", id=one) for one in self._issued], [Key("", id=one) for one in back]
        )
        return frozenset(back[pair.now] for pair in aligned.moved)

    def changes(self) -> Iterator[ChangeAsked]:
        """Yield what is asked for, in the order of reading."""
        came = {one.now: at for at, one in enumerate(self._rows) if one.new}
        cut = {words: one for words, one in self._gone.items() if came.get(words)}
        before, swallowed = "", 0
        for at, one in enumerate(self._rows):
            if swallowed:
                swallowed -= 1
                if one.id:
                    yield self._asked(one, "", "")
                    before = one.id
            elif one.id and cut.get(one.was) == one.id:
                continue
            elif one.new and one.now in cut and before and came[one.now] == at:
                yield self._asked(one, one.now, before, cut[one.now])
                before = cut[one.now]
            else:
                now, swallowed = self._running_on(at)
                yield from self._one(one, now, before)
                before = one.id or before

    def _running_on(self, at: int) -> tuple[str, int]:
        """Return how a paragraph reads, and how many of those behind it run on in it."""
        text, count = self._rows[at].now, 0
        while _is_joined(self._rows[at + count]) and at + count + 1 < len(self._rows):
            following = self._rows[at + count + 1]
            if not (following.id or following.new):
                break
            gap = "" if not text or text.endswith((" ", "\n")) else " "
            text = f"{text}{gap}{following.now}"
            count += 1
        return text, count

    def _one(self, one: ReturnedParagraph, now: str, before: str) -> Iterator[ChangeAsked]:
        is_moved = one.id in self._put_elsewhere and bool(before)
        notes = any(change.note for change in one.changes)
        if one.was == now and not one.comments and not notes and not is_moved:
            return
        if one.id:
            yield self._asked(one, now, before if is_moved else "", one.id)
        elif one.new:
            yield self._asked(one, now, before)
        elif one.was != now:
            asks = f"to read “{now}”" if now else "to go"
            said = Remarked(author=_author(one), text=f"“{one.was}” {asks}")
            yield self._asked(one, "", before, said=(said,))
        else:
            yield self._asked(one, "", before)

    def _asked(
        self, one: ReturnedParagraph, now: str, after: str, paragraph: str = "",
        said: tuple[Remarked, ...] = (),
    ) -> ChangeAsked:  # fmt: skip
        paragraph = paragraph or one.id
        lead = self._issued[paragraph].lead if paragraph else ""
        if lead and now.startswith(f"{lead} "):
            now = now.removeprefix(f"{lead} ")
        elif lead and now:
            said = (*said, Remarked(author=_author(one), text=f"to read “{now}”"))
            now = self._issued[paragraph].text
        return ChangeAsked(
            paragraph=ParagraphRef.of(paragraph) if paragraph else None,
            after=ParagraphRef.of(after) if after else None,
            now=now, comments=(*said, *_remarks(one)), sure=one.sure,
            tracked=all(change.tracked for change in one.changes) and (
                bool(one.changes) or (one.was == one.now and not after)
            ),
        )  # fmt: skip


def _is_joined(one: ReturnedParagraph) -> bool:
    return any(change.kind == "joined" for change in one.changes)


def _author(one: ReturnedParagraph) -> str:
    return next((change.author for change in one.changes if change.author), "")


def _remarks(one: ReturnedParagraph) -> Iterator[Remarked]:
    """Yield the comments on a paragraph, and what was changed in its footnotes."""
    for said in one.comments:
        about = f"on “{said.about}”: " if said.about and said.about != one.now else ""
        yield Remarked(author=said.author, text=f"{about}{said.text}")
    for change in one.changes:
        if change.note:
            text = f"in a footnote, {change.kind}: “{change.text}”"
            yield Remarked(author=change.author, text=text)
