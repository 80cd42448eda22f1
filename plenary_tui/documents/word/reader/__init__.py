"""Word files that come back: guarded, read in both views, laid beside the draft that was issued.

Such files are not clean, and nothing here asks whether they are valid: only whether they are safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.record.clean import clean

from ...draft import Draft
from ...returned import Altered, Checked, Claims, Returned, ReturnedComment, hash_of_text
from ..body import Body, anchor
from ..elements import Element, w
from ..language import language_of
from ..notes import AUTHOR, SOURCE_NOTE
from ..properties import read_claims, read_house
from .guard import Package, opened
from .matching import Matching
from .stamps import stamp_of
from .units import Units
from .views import Story, Written, as_read, frame_lines, paragraphs

__all__ = ["check_file", "claims", "original_and_final", "returned"]


def claims(data: bytes) -> Claims:
    """Return what a file says it is. Raises PlenaryError, in one sentence, where it is not safe."""
    return _claims(opened(data))


def original_and_final(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs of a file, all changes rejected and all accepted.

    Raises PlenaryError, in one sentence, where it is not safe to read.
    """
    story = Story(opened(data).text)
    was, now = (tuple(paragraphs(story.paragraphs, now=now)) for now in (False, True))
    return was, now


def returned(data: bytes, issued: Draft) -> Returned:
    """Read a file back against the draft of the version that it says it is.

    Changes that we tracked in it ourselves count as made: they were issued so.
    Raises PlenaryError, in one sentence, where it is not safe to read.
    """
    return _returned(opened(data), issued)


def check_file(data: bytes, issued: Draft) -> Checked:
    """Say which version of which session a file says it is, and where it was altered.

    issued: the draft of that version as it went out, with its origin. A tracked change counts as
    made: nothing was agreed by not accepting it. Raises PlenaryError where it is not safe to read.
    """
    from ..writer import word

    package = opened(data)
    read = _returned(package, issued)
    said = read.claims
    origin = issued.origin
    is_issued = origin is not None and said.text == hash_of_text(Body(issued, None).texts) and (
        (said.session, said.version, said.state) == (origin.session, issued.version, issued.state)
    )  # fmt: skip
    altered: list[Altered] = []
    number = ""
    for one in read.paragraphs:
        number = one.number or number
        now = " ".join((one.now, *one.notes))
        if one.was != now:
            altered.append(Altered(number, one.was, now))
    altered += _marks(Story(package.text, said.changes), issued)
    ours, house = _frame(opened(word(issued))), read_house(_properties(package))
    frame = _frame(package) != ours | house
    return Checked(said, is_issued, tuple(altered), frame)


def _claims(package: Package) -> Claims:
    said = read_claims(_properties(package))
    return Claims(
        clean(said.session), clean(said.version), clean(said.state), clean(said.record),
        clean(said.text), said.changes, clean(said.until), clean(said.made),
        clean(said.language),
    )  # fmt: skip


def _properties(package: Package) -> Element | None:
    found = package.related("", "custom-properties")
    return package.part(found[0]) if found else None


def _returned(package: Package, issued: Draft) -> Returned:
    said = _claims(package)
    story = Story(package.text, said.changes)
    units = list(Units(_notes(package, said.changes)).of(story.paragraphs))
    comments = dict(_comments(package, story.about))
    return Returned(said, tuple(Matching(issued, units, comments).paragraphs()))


def _notes(package: Package, ours: tuple[str, str] | None) -> dict[str, list[Written]]:
    return {
        f"{kind} {note.get(w('id'), '')}": Story(note, ours).paragraphs
        for kind in ("footnote", "endnote")
        for part in package.companions(f"{kind}s")
        for note in part.iterchildren(w(kind))
        if not _is_ours(note)
    }


def _is_ours(note: Element) -> bool:
    """Whether a footnote is one of ours, with sources, that nobody changed by a tracked change."""
    styles = [one.get(w("val")) for one in note.iter(w("pStyle"))]
    changes = next(note.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None)
    return set(styles) == {SOURCE_NOTE} and changes is None


def _comments(package: Package, about: dict[str, str]) -> Iterator[tuple[str, ReturnedComment]]:
    """Yield the comments by their numbers, without those that say what a paragraph rests on."""
    for part in package.companions("comments"):
        for one in part.iterchildren(w("comment")):
            stamp, number = stamp_of(one), one.get(w("id"), "")
            if stamp.author == AUTHOR:
                continue
            text = clean("\n".join(paragraphs(Story(one).paragraphs, now=True)))
            yield (
                number,
                ReturnedComment(stamp.author, stamp.made, text, clean(about.get(number, ""))),
            )


def _marks(story: Story, issued: Draft) -> Iterator[Altered]:
    """Yield the paragraphs behind which something else is said of how far they are agreed."""
    language, number = language_of(issued), ""
    found = {name: one.mark for one in story.paragraphs for name in one.anchors}
    for one in issued.paragraphs():
        number = one.number or number
        wanted = language.mark(one.status) if issued.state == "DRAFT" else ""
        read = found.get(anchor(one.id), as_read(wanted)) if one.id else as_read(wanted)
        if read != as_read(wanted):
            yield Altered(number, f"{one.text}{as_read(wanted)}", f"{one.text}{read}")


def _frame(package: Package) -> set[str]:
    """Return the lines of headers and footers."""
    return {
        line
        for kind in ("header", "footer")
        for part in package.companions(kind)
        for line in frame_lines(part)
    }
