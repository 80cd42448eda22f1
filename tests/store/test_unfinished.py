"""What is typed and not recorded: its parts come back from a file that a person can read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.record.clean import clean
from plenary_tui.store.unfinished import Piece, Unfinished, read, spell

LINES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from([
            "=== typing ===", "=== laid aside, cursor at 3 ===", "\\=== on its way ===", "=== ",
            "=== on its way, after desk-5 ===", "=== laid aside, for edit:x ===",
            "NV: the importance", "", "\\\\=== x",
        ]),
    ),
    max_size=4,
)  # fmt: skip
TEXTS = LINES.map("\n".join).map(clean)
IDS = st.sampled_from(["", "desk-7", "hall-2-12"])
PLACES = st.sampled_from(["", "edit:item-4.2.hall-12~2", "add:%C3%A9"])


@st.composite
def pieces(draw: st.DrawFn, *, some: bool = True) -> Piece:
    text = draw(TEXTS.filter(bool) if some else TEXTS)
    cursor = draw(st.one_of(st.none(), st.integers(0, max(0, len(text) - 1))))
    place = draw(PLACES) if text else ""
    return Piece(text, cursor if text else None, draw(IDS) if text else "", place)


@given(pieces(some=False), st.lists(pieces(), max_size=3), st.lists(pieces(), max_size=3), IDS)
def test_the_parts_come_back(now: Piece, aside: list[Piece], sent: list[Piece], after: str) -> None:
    kept = Unfinished(now, tuple(aside), tuple(sent), after if sent else "")
    assert read(spell(kept)) == kept


@given(TEXTS)
def test_a_file_with_nothing_but_a_text_is_the_text(text: str) -> None:
    assert spell(Unfinished(Piece("NV: the importance"))) == "NV: the importance"
    plain = clean(text.replace("===", ""))
    assert read(plain).now == Piece(plain)


def test_the_file_says_in_words_what_stands_where() -> None:
    kept = Unfinished(
        Piece("q+ ", 1), (Piece("NV: the importance", 5),), (Piece("OS: agrees"),), "desk-4"
    )
    assert spell(kept) == (
        "=== typing, cursor at 1 ===\nq+ \n"
        "=== laid aside, cursor at 5 ===\nNV: the importance\n"
        "=== on its way, after desk-4 ===\nOS: agrees"
    )


def test_what_reached_the_log_is_not_offered_again() -> None:
    sent = (Piece("one"), Piece("two"), Piece("three"))
    kept = Unfinished(sent=sent, after="desk-4")
    assert kept.but_recorded(4) == sent
    assert kept.but_recorded(6) == sent[2:]
    assert kept.but_recorded(9) == ()
    assert kept.but_recorded(0) == sent
    assert Unfinished(sent=sent, after="desk-0").but_recorded(1) == sent[1:]
    assert Unfinished(sent=sent).but_recorded(5) == sent
