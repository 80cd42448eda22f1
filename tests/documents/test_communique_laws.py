"""The communiqué and the news note follow the record, whatever session it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Paragraph, Section
from plenary_tui.documents.language.verbs import outcome_phrase, strength
from plenary_tui.documents.news import news
from plenary_tui.documents.text import text
from plenary_tui.record.kinds import Correction, Kind, Retraction
from tests.record.rooms import Room

NOW = datetime.fromisoformat("2070-01-01T12:00:00+00:00")
CODES = ("AB", "CD", "EF", "GH")
GAVELS = {
    "Adopted": "adopted", "Adopted ad ref": "adopted", "Agreed": "agreed", "Decided": "decided",
    "Endorsed": "endorsed", "Admitted": "admitted", "Established": "established",
    "Selected": "selected",
}  # fmt: skip
OTHERS = {
    "noted": ("Noted:",),
    "deferred": ("Deferred: the spring",),
    "referred": ("Referred: the experts",),
    "refused": ("Objection AB: no", "No consensus:"),
    "disputed": ("Objection CD: no", "Gavelled:"),
    "proposed": ("+ EF",),
    "silence": ("Silence: until 2099-12-01 12:00",),
}
GONE = ("Proposal withdrawn AB",)
OWN = {
    "recommended": "Recommendation",
    "chairs_notice": "Chair's notice",
    "chairs_statement": "Chair's statement",
}
WORD = st.from_regex(r"[a-z]{3,9}", fullmatch=True)
NAMES = st.lists(
    st.from_regex(r"Q[a-z]{3,9}( X[a-z]{3,7})?", fullmatch=True),
    min_size=4, max_size=4, unique_by=lambda name: name[:4],
)  # fmt: skip


@dataclass
class Outcome:
    """A text with one word that no other has, and the entries that made it."""

    form: str
    word: str
    ids: list[str] = field(default_factory=list)


@dataclass
class Session:
    """A made-up session, what became of its texts item by item, and words nobody may print."""

    room: Room
    subject: str
    names: list[str]
    items: dict[str, list[Outcome]]
    secret: str = "zzspoken"


FORMS = st.sampled_from(
    [*(f"gavel {verb}" for verb in GAVELS), *(f"draft {verb}" for verb in ("Adopted", "Decided")),
     *(f"other {state}" for state in OTHERS), "gone", *(f"own {form}" for form in OWN)]
)  # fmt: skip


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Make a session of random names, dates, items and outcomes, typed as lines of a record."""
    names = draw(NAMES)
    kind, subject = draw(st.sampled_from([("plenary", "The Plenary"),
                                          ("intersessional", "The Intersessional")]))  # fmt: skip
    first = draw(st.dates(date(2003, 1, 1), date(2060, 1, 1)))
    last = first + timedelta(days=draw(st.integers(0, 9)))
    place = draw(WORD).capitalize()
    lines = [
        f"Meeting: Meeting of {place}", f"Kind: {kind}", f"Dates: {first}/{last}",
        f"Place: {place}", "Zone: UTC", f"Name: {kind.capitalize()}",
        *(f"Delegation {code}: {name}; Participant" for code, name in zip(CODES, names,
                                                                          strict=True)),
        "Presiding: AB (Ms Wende)", "present+ AB, CD, EF, GH", "Opened:",
    ]  # fmt: skip
    room = Room(*lines, live=False)
    made = Session(room, subject, names, {})
    count = 0
    for number in range(1, draw(st.integers(1, 4)) + 1):
        title = f"Theme {draw(WORD)} {number}"
        room(f"Agenda {number}: {title}", f"Item {number}")
        for line in draw(st.lists(st.sampled_from(TALK), max_size=3)):
            room(line.format(name=names[1], word=made.secret))
        made.items[title] = []
        for form in draw(st.lists(FORMS, max_size=4)):
            count += 1
            made.items[title].append(happen(room, form, f"zz{'abcdefghijklmnopqrst'[count]}zz"))
    return made


TALK = (
    "CD: proposes that {word} be studied",
    "Presentation EF: {name} at work",
    "{name} opposed {word}",
    "In the corridor, {name} objected to {word}",
    "{word} was adopted",
    "Opening GH: {word} is with us",
    "Reply GH: {word} it was not",
    "- GH",
)


def happen(room: Room, form: str, word: str) -> Outcome:
    """Type what makes an outcome of that form; note the entries."""
    made = Outcome(form, word)
    how, _, which = form.partition(" ")
    words = f"the {word} fund is opened"
    if how == "own":
        lines: tuple[str, ...] = (f"{OWN[which]}: {words}",)
    else:
        opening = "Draft decision" if how == "draft" else "Proposal"
        after = {"other": OTHERS.get(which, ()), "gone": GONE}.get(how, (f"{which}:",))
        lines = (f"{opening} AB: {words}", *after)
    for line in lines:
        room(line)
        made.ids.append(room.entries[-1].id)
    return made


def enter(room: Room, command: Kind) -> None:
    """Enter a command that no line is needed for."""
    room.now += timedelta(seconds=10)
    room.scribe.commit(room.scribe.enter(command, room.now))


def drawn(made: Session) -> Draft:
    """Return the communiqué."""
    return communique(made.room.record, NOW)


def unquoted(words: str) -> str:
    """Return words without what stands in quotation marks, which is somebody's text."""
    return re.sub(r"“[^”]*”", "“”", words)


def told(draft: Draft, word: str) -> list[tuple[str, Paragraph]]:
    """Return the numbered paragraphs that hold a word, each with its section."""

    def inside(section: Section) -> list[Paragraph]:
        return [one for one in section.blocks if isinstance(one, Paragraph) and word in one.text]

    return [
        (section.heading, one) for section in draft.sections if not section.annex
        for one in inside(section)
    ]  # fmt: skip


def check_outcome(made: Session, draft: Draft, title: str, one: Outcome) -> None:
    """Check that a text stands once, in its item's section, with the verb of its outcome."""
    how, _, which = one.form.partition(" ")
    if how == "gone":
        assert one.word not in text(draft)
        return
    [(heading, paragraph)] = told(draft, one.word)
    assert heading == ("Chair and Vice-Chair" if which == "Selected" else title)
    said = unquoted(paragraph.text)
    assert set(one.ids) & set(paragraph.sources)
    if how in ("gavel", "draft"):
        assert said.startswith(f"{made.subject} {GAVELS[which]}")
        assert strength(said) == 1
        assert ("ad referendum" in said) == (which == "Adopted ad ref")
        assert not paragraph.brackets
        return
    assert strength(said) != 1
    if which == "recommended":
        assert said.startswith(f"{made.subject} recommended")
        return
    begins, _, _ = outcome_phrase(which).partition("{")
    assert begins in said
    spoken = said.lstrip("[").startswith(("The Chair", made.subject))
    assert spoken
    assert bool(paragraph.brackets) == (which in ("disputed", "proposed", "silence"))


@settings(max_examples=80, deadline=None)
@given(sessions())
def test_each_outcome_stands_in_its_section_with_its_verb(made: Session) -> None:
    draft = drawn(made)
    for title, outcomes in made.items.items():
        for one in outcomes:
            check_outcome(made, draft, title, one)
    heads = [section.heading for section in draft.sections if section.heading in made.items]
    assert heads == [title for title in made.items if title in heads]


@settings(max_examples=80, deadline=None)
@given(sessions())
def test_nobody_but_the_meeting_and_its_chair_acts(made: Session) -> None:
    draft = drawn(made)
    names = "|".join([*made.names, *CODES])
    acts = re.compile(rf"(?:^|[.,;:] |\b(?:and|that|but|while) )(?:[Tt]he )?(?:{names}) [a-z]+")
    for section in draft.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and not section.annex:
                assert not acts.search(unquoted(block.text).replace("[", "")), block.text
                assert block.sources
    assert made.secret not in text(draft)


@settings(max_examples=50, deadline=None)
@given(sessions(), st.data())
def test_a_correction_changes_its_sentence_and_no_other(made: Session, data: st.DataObject) -> None:
    known = [(title, one) for title, outcomes in made.items.items() for one in outcomes]
    if not known:
        return
    title, one = data.draw(st.sampled_from(known))
    before = text(drawn(made))
    enter(made.room, Correction(target=one.ids[0], old=one.word, new="zznewzz"))
    after = drawn(made)
    assert text(after) == before.replace(one.word, "zznewzz")
    one.word = "zznewzz"
    check_outcome(made, after, title, one)


@settings(max_examples=50, deadline=None)
@given(sessions(), st.data())
def test_what_is_taken_back_vanishes(made: Session, data: st.DataObject) -> None:
    known = [(title, one) for title, outcomes in made.items.items() for one in outcomes]
    if not known:
        return
    _, one = data.draw(st.sampled_from(known))
    if one.form.startswith("gavel") or one.form.startswith("draft"):
        enter(made.room, Retraction(target=one.ids[-1]))
        [(_, paragraph)] = told(drawn(made), one.word)
        assert strength(unquoted(paragraph.text)) != 1
        assert "remains open" in paragraph.text
    for entry_id in reversed(one.ids):
        enter(made.room, Retraction(target=entry_id))
    assert one.word not in text(drawn(made))
    assert one.word not in text(news(made.room.record, NOW))
    for other_title, outcomes in made.items.items():
        for other in outcomes:
            if other is not one:
                check_outcome(made, drawn(made), other_title, other)


@settings(max_examples=80, deadline=None)
@given(sessions())
def test_the_news_note_tells_what_was_adopted_and_nothing_else(made: Session) -> None:
    note = news(made.room.record, NOW)
    for outcomes in made.items.values():
        for one in outcomes:
            how, _, which = one.form.partition(" ")
            found = [para for para in note.paragraphs() if one.word in para.text]
            if how in ("gavel", "draft") or which == "recommended":
                (paragraph,) = found
                verb = GAVELS.get(which, "recommended")
                assert f" {verb}" in unquoted(paragraph.text)
            else:
                assert not found
    for paragraph in note.paragraphs():
        assert paragraph.sources
