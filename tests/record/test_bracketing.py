"""Words with brackets: every bracket lies where it says, and the words stay whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from plenary_tui.record.bracketing import Bracket, Mark, Marked, as_marked, mark, pairs

WORDS = st.lists(
    st.sampled_from(["May", "six", "a", "seats", "[open]", "the fund", "[", "]", "[sic]", "for"]),
    min_size=1, max_size=8,
).map(" ".join)  # fmt: skip
MARKS = st.lists(
    st.builds(Mark, st.sampled_from(["May", "six seats", "seats a", "zz", "a", "[ six", "open]"]),
              st.sampled_from(["Novaria", ""]), st.just("hall-1"), st.booleans()),
    max_size=5,
)  # fmt: skip


@st.composite
def proper(draw: Callable[..., Any], most: int = 3) -> Marked:
    """Return words with brackets nested in them; each bracket has a source of its own."""
    text = ""
    brackets: list[Bracket] = []

    def grow(depth: int) -> None:
        nonlocal text
        for _ in range(draw(st.integers(0, most))):
            if depth and draw(st.booleans()):
                start, alternative = len(text), draw(st.booleans())
                text += "[Alternative: " if alternative else "["
                grow(depth - 1)
                text += "]"
                by = tuple(draw(st.lists(st.sampled_from(["NV", "TR"]), max_size=2, unique=True)))
                source = (f"hall-{len(brackets)}",)
                brackets.append(Bracket(start, len(text), "", "", source, by, alternative))
            else:
                text += draw(st.sampled_from(["fund ", "a", " ", "of six", ", ", "“so”"]))

    grow(3)
    return Marked(text, tuple(brackets)).stripped()


def check(found: Marked) -> None:
    """Check that every bracket holds its signs, and that none crosses another."""
    for one in found.brackets:
        assert found.text[one.start] == "[" and found.text[one.end - 1] == "]"
    spans = [(one.start, one.end) for one in found.brackets]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for one in found.brackets:
        for two in found.brackets:
            assert not one.start < two.start < one.end < two.end


def words(of: Marked) -> dict[str, str]:
    """Return what each bracket holds, by its source, without spaces."""
    return {one.sources[0]: of.text[one.start : one.end].replace(" ", "") for one in of.brackets}


def left(before: Marked, gone: set[int]) -> dict[str, str]:
    """Return what each bracket holds once the signs at some places are gone."""
    kept = [" " if at in gone else sign for at, sign in enumerate(before.text)]
    return words(Marked("".join(kept), before.brackets))


@given(WORDS, MARKS)
@example("a fund of [two] seats", [Mark("[two] seats", "Novaria", "hall-1")])
@example("a fund of [two seats]", [Mark("[two", "Novaria", "hall-1")])
@example("a fund of [two seats]", [Mark("seats]", "Novaria", "hall-1")])
@example("x", [Mark("", "", "hall-1")])
def test_every_bracket_lies_where_it_says(words: str, marks: list[Mark]) -> None:
    found = mark(words, marks)
    check(found)
    assert len(found.brackets) >= len(marks)
    for one in marks:
        bare = found.text.replace("[", "").replace("]", "")
        assert one.words in bare or set("[]") & set(one.words)
    moved = found.quoted().wrapped("Keldia", "open", start=0).inside("before: ", " after")
    check(moved)
    assert moved.text.startswith("before: [“") and moved.brackets[0].owner == "Keldia"


def test_whole_words_are_bracketed_before_parts_of_some() -> None:
    assert mark("for six or ten", [Mark("or", "", "")]).text == "for six [or] ten"
    assert mark("a [six] and six", [Mark("six] and", "", "")]).text == "a [six] and six [six] and]"


def test_an_editorial_sign_is_no_bracket_unless_somebody_owns_it() -> None:
    assert not as_marked("the fond [sic] is […] open [...]").brackets
    assert list(pairs("[a [sic] b]")) == [(0, 11)]
    assert as_marked("[…]", (Bracket(0, 3, by=("TR",)),)).brackets


@given(proper(), proper())
def test_put_together_both_keep_their_brackets(one: Marked, two: Marked) -> None:
    two = replace(two, brackets=tuple(
        replace(held, sources=(f"room-{place}",)) for place, held in enumerate(two.brackets)
    ))  # fmt: skip
    found = one.followed_by(" ", two)
    check(found)
    assert words(found) == words(one) | words(two)
    check(found.inside("(", ")"))
    assert words(found.inside("(", ")")) == words(found)


@given(proper(), st.data())
def test_what_is_cut_out_keeps_the_brackets_that_lie_in_it(text: Marked, data: Any) -> None:
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    found = text.cut(start, end)
    check(found)
    whole = {one.sources[0] for one in text.brackets if start <= one.start and one.end <= end}
    assert words(found) == {key: held for key, held in words(text).items() if key in whole}


@given(proper(), st.data())
def test_a_bracket_that_goes_leaves_the_words_of_every_other(text: Marked, data: Any) -> None:
    if not text.brackets:
        return
    one = data.draw(st.sampled_from(text.brackets))
    inner = set(range(one.start, one.end))
    label = len("Alternative: ") if one.alternative else 0
    signs = {*range(one.start, one.start + 1 + label), one.end - 1}
    own, inside = one.sources[0], {
        two.sources[0] for two in text.brackets if one.start <= two.start and two.end <= one.end
    }  # fmt: skip
    bare = text.unwrapped(one)
    check(bare)
    expected = left(text, signs)
    expected.pop(own)
    assert words(bare) == expected
    assert len(bare.text) == len(text.text) - len(signs)
    gone = text.without(one)
    check(gone)
    kept = left(text, inner)
    assert words(gone) == {key: held for key, held in kept.items() if key not in inside}
    assert len(text.text) - len(inner) - len(gone.text) in (0, 1)
    settled = text.settled(one)
    check(settled)
    group = {other.sources[0] for other in text.group(one)}
    assert own in group and not group & set(words(settled))
    told = text.text[one.start + 1 + label : one.end - 1]
    assert told.replace(" ", "") in settled.text.replace(" ", "")


@given(proper(), proper(most=1), st.data())
def test_an_alternative_settles_with_what_it_is_to(text: Marked, other: Marked, data: Any) -> None:
    to = data.draw(st.sampled_from((None, *text.brackets)))
    found = text.offered(replace(other, brackets=()), sources=("annex-1",), to=to)
    check(found)
    offered = next(one for one in found.brackets if one.sources == ("annex-1",))
    assert offered.alternative
    group = found.group(offered)
    assert group[-1] == offered and len(group) > 1
    if to is None:
        assert group[0].start == 0 and offered.end == len(found.text)
        if not text.is_bracketed:
            assert found.settled(group[0]) == text
    else:
        assert to.sources in [one.sources for one in group]
    agreed = found.settled(offered)
    check(agreed)
    assert not {one.sources for one in group} & {one.sources for one in agreed.brackets}


def test_the_option_of_no_text_leaves_none() -> None:
    found = Marked("A fund of six seats").offered(Marked(""))
    assert found.text == "[A fund of six seats] [Option: no text]"
    assert found.settled(found.brackets[1]).text == ""
    assert found.settled(found.brackets[0]).text == "A fund of six seats"
