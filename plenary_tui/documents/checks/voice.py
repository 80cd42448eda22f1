"""The voice of a communiqué: the meeting acts, in the past, and no stronger than was decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plenary_tui.documents.language.verbs import strength, strongest
from plenary_tui.documents.reported import SHIFTED
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import ADOPTED, TextRecord

from .finding import Finding
from .passages import Passage
from .vocabulary import Vocabulary

_ADVERBS = r"(?: (?:also|further|then|thus|therefore|again|[a-z]+ly))*"
_APART = r"(?: \([^()]*\))?"
_MODAL = frozenset(["is", "will", "would", "can", "could", "cannot"])
_GOES_ON = r"(?= (?:the|that|to|a|an|its|this|these|all)\b|:)"
_ELSEWHEN = re.compile(r"\b(?:19|20)\d\d\b|\bby\b|\bat the\b")
_BEHIND_OBJECT = re.compile(
    r"(?:\b(?:in|of|to|for|by|with|from|between|at|on|than|as)|(?<!,)\sand)(?: the)?\s*\Z",
    re.IGNORECASE,
)
"""Before a name that is no subject; after a comma, `and` begins another clause."""
_ALLOWED = {"adopted": 1, "adopted_ad_ref": 1, "recommendation": 2}
_WEAKEST = 5
"""The class of what was noted, deferred, referred or only discussed."""
_STATES = {
    "proposed": "is still before the meeting", "silence": "is under written procedure",
    "noted": "was noted", "deferred": "was deferred", "referred": "was referred",
    "refused": "found no consensus", "withdrawn": "was withdrawn", "issued": "is the Chair’s own",
    "disputed": "is disputed",
}  # fmt: skip


class Voice:
    """Judges the sentences of one communiqué."""

    def __init__(self, known: Vocabulary, meeting: Meeting | None) -> None:
        self._meeting = meeting
        self._patterns = _Patterns.of(known)
        self._texts: dict[str, list[TextRecord]] = {}
        for text in meeting.texts.values() if meeting else ():
            for entry in dict.fromkeys(text.entries()):
                self._texts.setdefault(entry, []).append(text)

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Find wrong subjects, verbs in the present, and verbs that say more than the record."""
        for at, told in passage.sentences():
            yield from self._subjects(passage, at, told)
            yield from self._tenses(passage, at, told)
            if self._meeting is not None:
                yield from self._verbs(passage, at, told)

    def _subjects(self, passage: Passage, at: int, told: str) -> Iterator[Finding]:
        pattern = self._patterns.delegation
        for found in pattern.finditer(told) if pattern else ():
            if _BEHIND_OBJECT.search(told[: found.start("who")]) and found["who"] != "Observers":
                continue
            who = found["who"].removeprefix("the ").removeprefix("The ")
            why = (
                f"“{found['verb']}” has “{who}” as its subject: only the meeting decides, and "
                "no delegation is named as deciding."
            )
            yield passage.finding("subject", why, _moved(found.span(), at))

    def _tenses(self, passage: Passage, at: int, told: str) -> Iterator[Finding]:
        for pattern in self._patterns.present:
            for found in pattern.finditer(told):
                past = SHIFTED[found["verb"]]
                why = f"“{found['verb']}” is in the present: a communiqué is told in the past."
                yield passage.finding("tense", why, _moved(found.span("verb"), at), past)

    def _verbs(self, passage: Passage, at: int, told: str) -> Iterator[Finding]:
        behind = self._behind(passage.sources)
        allowed = min((_class(text) for text in behind), default=0)
        alone = len(behind) == 1 and set(passage.sources) <= _entries(behind[0])
        for pattern in self._patterns.acts:
            for found in pattern.finditer(told):
                rank = strength(found["verb"])
                if pattern is self._patterns.passive and _ELSEWHEN.search(told):
                    continue
                if rank is None or (rank > 1 and not alone) or (allowed and rank >= allowed):
                    continue
                if rank > 1 or behind:
                    state = _STATES.get(behind[0].state, "was not adopted")
                    reason = f"the text that it rests on {state}"
                else:
                    reason = "no adopted decision is among what the paragraph rests on"
                why = f"“{found['verb']}” says more than was recorded: {reason}."
                yield passage.finding("verb", why, _moved(found.span("verb"), at))

    def _behind(self, sources: Iterable[str]) -> list[TextRecord]:
        found = {text.id: text for source in sources for text in self._texts.get(source, ())}
        return sorted(found.values(), key=_class)


def _class(text: TextRecord) -> int:
    """Return the strongest class of verb that the outcome of a text bears."""
    if text.form == "recommendation":
        return _ALLOWED["recommendation"]
    return _ALLOWED[text.state] if text.state in ADOPTED else _WEAKEST


def _entries(text: TextRecord) -> set[str]:
    return {*text.entries(), *(taken.entry for taken in text.stances), text.carried}


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


class _Patterns:
    """What sentences of a meeting look like. passive: also one of `acts`."""

    def __init__(self, bodies: Iterable[str], delegations: Iterable[str]) -> None:
        meeting = rf"(?:[Tt]he )?(?:{_any([*bodies, *_MEETINGS])}){_APART}"
        subject = (
            rf"\A(?:[^,;:]{{1,80}}, )?{meeting}(?:,? (?:and|,) {meeting})*(?:, [^,;]*,)?{_ADVERBS}"
        )
        verbs = _any(strongest(4))
        self.passive = re.compile(
            r"\b(?:was|were)(?: [a-z]+ly| also| further)? "
            r"(?P<verb>adopted|endorsed|approved|agreed|decided)\b(?! (?:in|on)\b)"
        )
        self.acts = (
            re.compile(rf"{subject} (?P<verb>{verbs})\b(?! by\b)"),
            re.compile(rf"{subject} [^:]*?(?:\band|,){_ADVERBS} (?P<verb>{verbs}){_GOES_ON}"),
            self.passive,
        )
        chair = subject.replace("(?:[Tt]he )?(?:", "(?:[Tt]he )?(?:Chair|", 1)
        present = _any([one for one in SHIFTED if one not in _MODAL and one != "has"])
        self.present = (
            re.compile(rf"{chair} (?P<verb>{present})\b"),
            re.compile(rf"{chair} (?P<verb>has)(?= [a-z]+ed\b)"),
            re.compile(rf"{chair} [a-z]+ed\b[^:]*\band{_ADVERBS} (?P<verb>{present}){_GOES_ON}"),
        )
        everybody = [*delegations, "Observers"]
        self.delegation = re.compile(
            rf"\b(?P<who>(?:[Tt]he )?(?:{_any(everybody)})){_APART}(?:, [^,;:]*,)?{_ADVERBS} "
            rf"(?P<verb>{_any(strongest(1))})\b(?! by\b)"
        )

    @staticmethod
    def of(known: Vocabulary) -> _Patterns:
        """Return the patterns for the names of a meeting."""
        bodies: list[str] = []
        others: list[str] = []
        for names in known.targets.values():
            bodies += [one.text for one in names if one.kind == "body"]
            others += [one.text for one in names if one.kind == "delegation"]
        codes = known.roster.bodies
        others += [short for short in known.short if short not in codes]
        return _patterns(tuple(sorted({*bodies, *codes})), tuple(sorted(set(others))))


_MEETINGS = ("Plenary", "Intersessional", "meeting", "Meeting", "Participants")


@lru_cache(maxsize=4)
def _patterns(bodies: tuple[str, ...], delegations: tuple[str, ...]) -> _Patterns:
    return _Patterns(bodies, delegations)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
