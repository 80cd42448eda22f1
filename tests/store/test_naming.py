"""Whom a name means: with and without its article, in whole or in part, and only one."""

from __future__ import annotations

import pytest

from plenary_tui.store.asking import asked
from plenary_tui.store.search import Index
from tests.store.sessions import new_session


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("naming")
    new_session(
        folder / "2018-06-antwerp",
        "Delegation DM: the Union of Dalmora; Participant",
        "Delegation EB: Republic of Ebrana; Participant; until 2018-12-31",
        "Delegation EB: Ebrana; Participant; since 2019-01-01",
        "Delegation HV: Republic of Halvenia; Participant",
        "DM: on reeds", "EB: on lamps", "EB: on sand", "HV: of Ebrana and its lamps",
    )  # fmt: skip
    found = Index(folder)
    found.refresh()
    return found


def said(index: Index, typed: str) -> list[str]:
    return [hit.text for hit in index.look(asked(typed))]


@pytest.mark.parametrize("name", [
    "DM", "the Union of Dalmora", "Union of Dalmora", "THE UNION", "Dalmora", "union of dal",
])  # fmt: skip
def test_a_name_is_found_without_its_article_and_by_a_part_of_it(index: Index, name: str) -> None:
    assert said(index, f'delegation:"{name}"') == ["on reeds"]
    meant = index.meant(asked(name), 100)
    assert meant is not None
    assert (meant.code, meant.said) == ("DM", 1)


def test_a_part_that_fits_several_means_none_and_they_are_named(index: Index) -> None:
    wanted = asked("delegation:Republic")
    assert said(index, 'delegation:"of Halvenia"') == ["of Ebrana and its lamps"]
    assert index.meant(asked("republic of"), 100) is None
    assert said(index, "delegation:public") == []
    assert index.why_nothing(asked("delegation:of")) != ""
    assert len(said(index, wanted.spelt())) == 3, "a beginning takes all, as it always did"


def test_whom_words_name_is_counted_and_the_other_filters_hold(index: Index) -> None:
    meant = index.meant(asked("Ebrana"), 100)
    assert meant is not None
    assert (meant.code, meant.name, meant.said) == ("EB", "Republic of Ebrana", 2)
    later = index.meant(asked("Ebrana since:2030"), 100)
    assert later is not None
    assert later.said == 0
    assert index.meant(asked("Ebrana lamps"), 100) is None
    assert index.meant(asked("Ebrana delegation:HV"), 100) is None
    assert index.meant(asked("lamps"), 100) is None


@pytest.mark.parametrize(("typed", "why"), [
    ("foo:bar", "“foo:” narrows nothing down: delegation:, body:"),
    ("session:zzz", "No session is called “zzz”: there is 2018-06-antwerp."),
    ("delegation:zzz", "No delegation has the name or code “zzz”: there are DM, EB, "),
    ("body:zzz", "No body has the name or code “zzz”: there is WGM."),
    ("quokka", ""), ("delegation:TR quokka", ""), ("https://x", ""), ('"foo:bar"', ""),
    ("at 10:30", ""),
])  # fmt: skip
def test_a_filter_that_nobody_knows_is_named_with_what_is_possible(
    index: Index, typed: str, why: str
) -> None:
    told = index.why_nothing(asked(typed))
    assert told.startswith(why) if why else not told
