"""The Antwerp drafts hold every outcome of that week, each with its entry, and nothing beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Paragraph
from plenary_tui.documents.news import news
from plenary_tui.documents.text import text
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.sessions.shipped import ANTWERP, NOW, TRAINING, session
from tests.sessions.test_antwerp import CLOSING

OUTCOMES = {
    "themes: reform": (r"review and reform agenda", "eview and reform agenda"),
    "themes: monitoring": (r"\bmonitoring were discussed", "related to monitoring"),
    "themes: technical": (r"technical aspects of diamond trade and statistics",
                          "technical aspects"),
    "themes: alluvial": (r"alluvial and artisanal mining were discussed",
                         "challenges in alluvial and artisanal mining were"),
    "themes: procedure": (r"[Pp]rocedural and partnership matters",
                          "procedural and partnership matters were"),
    "coordination meeting": (r"Coordination Meeting .*South Africa", "Coordination Meeting"),
    "face to face": (r"Face-to-face meeting of the Ad Hoc Committee .*first half of September 2018",
                     "Face-to-face"),
    "review visits": (r"review visits .*second half of 2018", "country review visits"),
    "regional cooperation": (r"regional cooperation", "regional cooperation"),
    "mining forum": (r"Artisanal Diamond Mining Forum, Zambia, September 2018",
                     "Artisanal Diamond"),
    "Brussels": (r"Plenary of the Kimberley Process, Brussels, 12–16 November 2018", "Plenary of"),
    "progress": (r"Tangible progress was made", "Tangible progress"),
}  # fmt: skip
"""What came of the week, each as a draft has it and by words of the entry that it rests on."""

MADE_UP = re.compile(
    r"The Intersessional(?: Meeting of the Kimberley Process was held in|"
    r" heard a closing statement by an Observer| agreed:| dealt with these themes:)"
    r"|The following meetings and visits were announced:|under the chairmanship of"
    r"|In (?:an opening|a closing) statement, the Chair|the Chair|The Chair|said in a closing"
    r" statement|said:|from \d+ to \d+ \w+ \d{4}|\band\b"
)
"""The only words that the drafts add to those of the record."""


@pytest.fixture(params=[communique, news], ids=["communique", "news"])
def draft(request: pytest.FixtureRequest) -> Draft:
    compose: Callable[..., Draft] = request.param
    return compose(record(), NOW)


def record() -> Record:
    """Return what may be read of the shipped session."""
    return open_record(session(ANTWERP).record)


def printed(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    """Yield every paragraph with the words that it prints."""
    for paragraph in draft.paragraphs():
        yield paragraph, f"{paragraph.lead} {paragraph.text}".strip()


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_there_with_its_source(draft: Draft, outcome: str) -> None:
    pattern, words = OUTCOMES[outcome]
    held = [paragraph for paragraph, said in printed(draft) if re.search(pattern, said)]
    assert held, outcome
    entries = {entry.id: entry.what.to_json() for entry in record().entries}
    assert any(words in entries[source] for one in held for source in one.sources)


def test_the_chair_is_quoted_to_the_letter(draft: Draft) -> None:
    (quoted,) = [said for _, said in printed(draft) if CLOSING[0] in said]
    assert f"“{CLOSING[0]}”" in quoted and f"“{CLOSING[1]}”" in quoted
    assert "the Chair, Hilde Hardeman," in quoted


def test_every_name_and_number_comes_from_the_record(draft: Draft) -> None:
    known = record()
    held = " ".join(entry.what.to_json() for entry in known.entries)
    held += " 12–16 November 2018 18 22 June 2018"  # the days, as documents print them
    words = set(re.findall(r"[\w’'-]+", held))
    for paragraph, said in printed(draft):
        assert paragraph.sources
        left = MADE_UP.sub(" ", said)
        for word in re.findall(r"[\w’'-]*[A-Z\d][\w’'-]*", left):
            assert word in words or word.casefold() in {one.casefold() for one in words}, word


def test_the_intersessional_agreed_and_adopted_nothing(draft: Draft) -> None:
    said = text(draft)
    assert "The Intersessional agreed: “To prepare the Brussels Plenary well" in said
    assert "adopted" not in said and "The Plenary" not in said
    assert not list(draft.brackets())


def test_india_is_named_in_the_news_by_choice_and_never_in_the_communique() -> None:
    assert "India, as KP Vice-Chair" in text(news(record(), NOW))
    assert "India" not in text(news(record(), NOW, attributed=False))
    assert "India" not in text(communique(record(), NOW))


@pytest.mark.parametrize("compose", [communique, news])
def test_the_training_session_reads_by_itself(compose: Callable[..., Draft]) -> None:
    known = open_record(session(TRAINING).record)
    drawn = compose(known, NOW)
    ids = {entry.id for entry in known.entries}
    by_hand = {one.id for one in known.meeting.drafts.held.values() if one.by_hand}
    for paragraph, said in printed(drawn):
        assert set(paragraph.sources) <= ids
        assert paragraph.sources or paragraph.id in by_hand
        assert "(no words recorded)" not in said and "  " not in said
        assert not re.search(r",,|\.\.|\bthe the\b|[,;] \.", said), said
