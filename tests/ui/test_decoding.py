"""What comes from the keyboard is made harmless, and what is harmless stays as it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.ui.terminal.decoding import Pastes

BEGIN, END = "\x1b[200~", "\x1b[201~"
KEPT, MARK = re.compile("[^a-zé 0-9~[\r\n\t]"), "\ufffd"
ATOMS = st.sampled_from(["a", "é", "\r", "\n", "\t", "\x1b", "\x07", "\x9b", "[", "2", "0", "~"])
TEXT = st.lists(ATOMS | st.just("\x1b[31m"), max_size=12).map("".join)


def plain(text: str) -> bool:
    return BEGIN not in text and END not in text


@given(
    parts=st.lists(st.tuples(TEXT.filter(plain), TEXT.filter(plain)), max_size=3),
    data=st.data(),
)
def test_a_paste_loses_its_control_characters_and_nothing_else_changes(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(f"{typed} {BEGIN}{pasted} {END}" for typed, pasted in parts)
    expected = "".join(f"{typed} {BEGIN}{KEPT.sub(MARK, pasted)} {END}" for typed, pasted in parts)
    pastes = Pastes()
    got = ""
    while text:
        size = data.draw(st.integers(1, 7))
        got += pastes.feed(text[:size])
        text = text[size:]
    assert got == expected


def test_a_lone_escape_key_is_not_held_back() -> None:
    pastes = Pastes()
    assert pastes.feed("\x1b") == "\x1b"
    assert pastes.feed("[A") == "[A"


def test_an_end_in_two_pieces_is_one() -> None:
    pastes = Pastes()
    assert pastes.feed(BEGIN + "x\x1b[2") == BEGIN + "x"
    assert pastes.feed("01~y") == END + "y"
