"""Files as somebody else leaves them: a draft's file with its parts changed by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

from plenary_tui.documents.draft import Draft, Listing, Origin, Paragraph, Row, Section, Table
from plenary_tui.documents.word import word

from .drafts import MADE
from .readback import parts

BODY = "word/document.xml"
ISSUED = Draft(
    "Draft communiqué", "Training Plenary", (), (
        Section("Opening", (
            Paragraph("The Plenary met in Antwerp.", ("h-1",), number="1", id="a.h-1"),
            Paragraph("It noted the report.", ("h-2",), number="2", id="a.h-2"),
            Paragraph("It thanked the Chair.", ("h-3",), number="3", id="a.h-3"),
            Paragraph("A number of its own.", ("h-4",), number="II.4", id="a.h-4"),
            Listing((Paragraph("first item", ("h-5",), id="a.h-5"),
                     Paragraph("second item", ("h-6",), id="a.h-6"))),
            Table(("Owner", "Due"), (Row(("Novaria", "May")), Row(("Keldia", "June")))),
            Paragraph("It closed.", ("h-7",), number="4", id="a.h-7"),
        )),
    ), state="DRAFT", version="2", made=MADE, origin=Origin("training", "00ff"),
)  # fmt: skip
REGISTER = replace(ISSUED, origin=None)

BY = 'w:author="Delegate" w:date="2018-06-22T10:00:00Z"'


def rebuilt(data: bytes, change: Mapping[str, str | bytes]) -> bytes:
    """Return a file with some parts changed or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in {**parts(data), **change}.items():
            archive.writestr(name, blob)
    return stream.getvalue()


def edited(change: Callable[[str], str], data: bytes | None = None) -> bytes:
    """Return the issued file with its text changed as XML."""
    data = data or word(ISSUED)
    before = parts(data)[BODY].decode()
    after = change(before)
    assert after != before, "the edit found nothing to change"
    return rebuilt(data, {BODY: after})


def swapped(old: str, new: str) -> bytes:
    """Return the issued file with a stretch of its XML in place of another."""
    return edited(lambda text: text.replace(old, new, 1))


def t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def ins(words: str, number: int = 900) -> str:
    return f'<w:ins w:id="{number}" {BY}>{t(words)}</w:ins>'


def dele(words: str, number: int = 901) -> str:
    run = t(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:del w:id="{number}" {BY}>{run}</w:del>'


def retyped(words: str, runs: str) -> bytes:
    """Return the issued file with the run of these words replaced by other runs."""
    return swapped(f"<w:r><w:t>{words}</w:t></w:r>", runs)


def end_marked(text: str, words: str, mark: str, number: int = 950) -> str:
    """Return the XML with the end of the paragraph that says `words` marked as a change."""
    at = text.rindex("<w:pPr>", 0, text.index(words))
    stop = text.index("</w:pPr>", at)
    return f'{text[:stop]}<w:rPr><w:{mark} w:id="{number}" {BY}/></w:rPr>{text[stop:]}'


def paragraph_of(text: str, words: str) -> str:
    """Return the XML of the paragraph that says `words`."""
    found = [one for one in re.findall(r"<w:p>.*?</w:p>", text) if words in one]
    assert len(found) == 1
    return str(found[0])


def commented() -> bytes:
    """Return the annotated file with a delegation's comment, of two lines, on `closed`."""
    data = word(ISSUED, str)
    own = (
        f'<w:comment w:id="77" {BY} w:initials="D"><w:p>{t("Why not ")}</w:p>'
        f"<w:p>{t('June?')}</w:p></w:comment>"
    )
    text = parts(data)[BODY].decode().replace(
        "<w:r><w:t>It closed.</w:t></w:r>",
        f'{t("It ")}<w:commentRangeStart w:id="77"/>{t("clo")}{dele("sed")}{ins("ses")}'
        f'<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>{t(".")}',
    )  # fmt: skip
    comments = parts(data)["word/comments.xml"].decode()
    added = comments.replace("</w:comments>", f"{own}</w:comments>")
    return rebuilt(data, {BODY: text, "word/comments.xml": added})
