"""Every defect that is put into a sound file is found, and nothing else is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint

from .drafts import EVERYTHING
from .readback import parts

SOUND = word(EVERYTHING, lambda entry: f"{entry}: said")
BODY = "word/document.xml"
FIRST = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
"""How a paragraph begins; what a defect needs is put before the first one."""

Change = Callable[[dict[str, str]], None]


def changed(change: Change) -> bytes:
    """Return the sound file with a change to its parts."""
    texts = {name: blob.decode() for name, blob in parts(SOUND).items()}
    before = dict(texts)
    change(texts)
    assert texts != before, "the change found nothing to change"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def swap(part: str, old: str, new: str, count: int = 1) -> Change:
    """Return the change of one text in a part into another."""

    def change(texts: dict[str, str]) -> None:
        texts[part] = texts[part].replace(old, new, count)

    return change


def put_in(xml: str) -> Change:
    """Return the change that puts a paragraph with `xml` at the start of the text."""
    return swap(BODY, "<w:body>", f"<w:body>{FIRST}{xml}<w:r><w:t>x</w:t></w:r></w:p>")


def drop(part: str) -> Change:
    """Return the change that leaves a part out."""

    def change(texts: dict[str, str]) -> None:
        del texts[part]

    return change


def field(*kinds: str, code: str = " REF there ") -> str:
    """Return the runs of a field with these marks."""
    runs = ""
    for kind in kinds:
        runs += f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        runs += f"<w:r><w:instrText>{code}</w:instrText></w:r>" if kind == "begin" else ""
    return runs


MARK = '<w:bookmarkStart w:id="900" w:name="there"/><w:bookmarkEnd w:id="900"/>'
CELL = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tc></w:tr>'

DEFECTS: dict[str, tuple[Change, str]] = {
    "paragraph style": (swap(BODY, 'pStyle w:val="BodyText"', 'pStyle w:val="Gone"'),
                        "no paragraph style Gone"),
    "character style": (swap(BODY, 'rStyle w:val="Lead"', 'rStyle w:val="Title"'),
                        "no character style Title"),
    "table style": (swap(BODY, 'tblStyle w:val="Register"', 'tblStyle w:val="Grid"'),
                    "no table style Grid"),
    "style in a header": (swap("word/header1.xml", 'w:val="Marking"', 'w:val="Gone"'),
                          "header1.xml: there is no paragraph style"),
    "style on a style": (swap("word/styles.xml", 'basedOn w:val="BodyText"',
                              'basedOn w:val="Gone"'), "refers to Gone"),
    "style twice": (swap("word/styles.xml", 'w:styleId="Subtitle"', 'w:styleId="Title"'),
                    "Title is defined twice"),
    "list": (swap(BODY, 'numId w:val="3"', 'numId w:val="77"'), "no list 77"),
    "level": (swap(BODY, 'ilvl w:val="1"/><w:numId w:val="3"',
                   'ilvl w:val="8"/><w:numId w:val="3"'), "the list 3 has no level 8"),
    "list of a style": (swap("word/styles.xml", 'numId w:val="2"', 'numId w:val="78"'),
                        "styles.xml: there is no list 78"),
    "abstract list": (swap("word/numbering.xml", 'abstractNumId w:val="2"',
                           'abstractNumId w:val="9"'), "rests on 9"),
    "order of lists": (swap("word/numbering.xml", "</w:numbering>",
                            '<w:abstractNum w:abstractNumId="9"/></w:numbering>'),
                       "stands after a list"),
    "relationship": (swap(BODY, 'r:id="', 'r:id="x'), "the relationship xrId"),
    "part": (drop("word/footer2.xml"), "leads to word/footer2.xml"),
    "type without part": (swap("[Content_Types].xml", "</Types>",
                               '<Override PartName="/word/gone.xml" ContentType="a/b"/></Types>'),
                          "word/gone.xml has a content type and is not there"),
    "part without type": (swap("[Content_Types].xml", 'Extension="rels"', 'Extension="rel"'),
                          "has no content type"),
    "bookmark not closed": (put_in('<w:bookmarkStart w:id="900" w:name="a"/>'),
                            "900 is not closed"),
    "bookmark not opened": (put_in('<w:bookmarkEnd w:id="900"/>'), "900 is closed and was not"),
    "bookmark twice": (put_in(MARK + MARK.replace("900", "901").replace("there", "There")),
                       "bookmark there is there twice"),
    "bookmark id twice": (put_in(MARK + MARK.replace("there", "here")),
                          "Two bookmarks have the id 900"),
    "field without end": (put_in(MARK + field("begin", "separate")), "a field does not end"),
    "field without begin": (put_in(field("separate", "end")), "a mark too many (separate)"),
    "field with two results": (put_in(MARK + field("begin", "separate", "separate", "end")),
                               "a mark too many (separate)"),
    "field without result": (put_in(MARK + field("begin", "end")), "shows no result"),
    "code outside a field": (put_in("<w:r><w:instrText>PAGE</w:instrText></w:r>"),
                             "stands outside one"),
    "field in a footer": (swap("word/footer1.xml", 'fldCharType="end"', 'fldCharType="begin"'),
                          "footer1.xml: a field does not end"),
    "reference to nothing": (put_in(field("begin", "separate", "end")),
                             "refers to the bookmark there"),
    "simple reference to nothing": (put_in('<w:fldSimple w:instr="PAGEREF there"/>'),
                                    "refers to the bookmark there"),
    "link to nothing": (put_in('<w:hyperlink w:anchor="there"/>'), "leads to the bookmark there"),
    "comment gone": (swap("word/comments.xml", '<w:comment w:id="0"', '<w:comment w:id="800"'),
                     "there is no comment 0"),
    "comment not shown": (swap(BODY, '<w:commentReference w:id="0"/>', ""),
                          "the comment 0 is shown 0 times"),
    "comment without end": (swap(BODY, '<w:commentRangeEnd w:id="0"/>', ""), "has no two ends"),
    "footnote gone": (put_in('<w:r><w:footnoteReference w:id="5"/></w:r>'),
                      "There is no footnote 5"),
    "words in a deletion": (put_in('<w:del w:id="7" w:author="a"><w:r><w:t>x</w:t></w:r></w:del>'),
                            "not marked as deleted"),
    "deleted words outside": (put_in("<w:r><w:delText>x</w:delText></w:r>"),
                              "marked as deleted outside a deletion"),
    "change id twice": (put_in('<w:ins w:id="7" w:author="a"/><w:del w:id="7" w:author="a"/>'),
                        "Two changes have the id 7"),
    "order of properties": (swap(BODY, '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>',
                                 '<w:pageBreakBefore/><w:pStyle w:val="Heading1"/>'),
                            "pPr are out of order"),
    "cell without paragraph": (swap(BODY, CELL, "</w:tc></w:tr>"), "no paragraph at its end"),
    "row too short": (swap(BODY, '<w:gridCol w:w="', '<w:gridCol w:w="9"/><w:gridCol w:w="'),
                      "not as many cells"),
    "no header row": (swap(BODY, "<w:tblHeader/>", ""), "has no header row"),
    "heading gap": (swap(BODY, 'pStyle w:val="Heading2"', 'pStyle w:val="Heading3"'),
                    "level 3 follows one of level 1"),
    "empty paragraph": (swap(BODY, "<w:body>", f"<w:body>{FIRST}</w:p>"), "a paragraph is empty"),
    "no alternative text": (swap("word/header2.xml", ' alt="Watermark: DRAFT"', ""),
                            "does not say what it shows"),
    "picture id twice": (swap("word/header2.xml", "Object2050", "Object2049"),
                         "Two pictures have the id"),
    "watermark missing": (swap("word/header2.xml", "w:pict>", "w:object>", 2),
                          "the watermark is missing"),
    "no header on the first page": (swap(BODY, 'headerReference w:type="first"',
                                         'headerReference w:type="even"'), "no header of its own"),
    "no language": (swap("word/styles.xml", "w:lang ", "w:em "), "does not say its language"),
    "no title": (swap("docProps/core.xml", "dc:title", "dc:subject", 2), "has no title"),
    "no XML": (swap(BODY, "</w:body>", ""), "is no XML"),
}  # fmt: skip


def test_the_file_is_sound_before() -> None:
    assert lint(SOUND) == ()


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_is_found(defect: str) -> None:
    change, said = DEFECTS[defect]
    found = lint(changed(change))
    assert any(said in one for one in found), found
    assert len(found) <= 3, "one defect is one or two sentences"


def test_a_part_twice_and_a_file_that_is_none() -> None:
    stream = io.BytesIO(SOUND)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning):
        archive.writestr(BODY, parts(SOUND)[BODY])
    assert any("2 times" in one for one in lint(stream.getvalue()))
    assert "no Word file" in lint(b"plain text")[0]
