"""A chair's office gives its template: what it says stays, what is ours is on every page, and what
reaches out of the file is refused before anything opens it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.draft import Origin
from plenary_tui.documents.word import word
from plenary_tui.documents.word.house import house_template
from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.word.options import House, WordOptions
from plenary_tui.documents.word.reader import check_file, returned
from plenary_tui.documents.word.redline import redline
from plenary_tui.errors import PlenaryError

from .drafts import EVERYTHING, MADE
from .edited import BODY, ISSUED, rebuilt
from .houses import ADDRESS, LETTERHEAD, as_template, letterhead, made_in_office
from .readback import W, named, parts, printed_numbers, tree, words
from .test_guard import packed
from .tools import errors, needs_office, needs_validator, pages

PLAIN_HOUSE = house_template(letterhead())
DRAFT = replace(
    EVERYTHING, symbol="PADF/2021/Plenary/L.1/Rev.1", origin=Origin("training", "3f2a" * 16)
)
HOUSES = {
    "plain": lambda: PLAIN_HOUSE,
    "even pages, a first page, as .dotx": lambda: house_template(
        as_template(letterhead(even=True, first=True))
    ),
    "counts its pages": lambda: house_template(letterhead(counted=True)),
}


def set_in(house: House, *, wide_margin: bool = False) -> WordOptions:
    return WordOptions(house=house, wide_margin=wide_margin)


@pytest.mark.parametrize("name", HOUSES)
def test_a_document_in_a_house_is_sound_and_bears_both_frames(name: str) -> None:
    house = HOUSES[name]()
    data = word(DRAFT, options=set_in(house))
    assert lint(data) == ()
    headers, footers = named(data, "header").values(), named(data, "footer").values()
    assert len(headers) == len(footers) == 2 + house.even
    for one in headers:
        assert "RESTRICTED" in words(one)
    for one in footers:
        assert "DRAFT, version 2, 21 June 2018, 18:05 CEST\tRecord 3f2a3f2a3f2a" in words(one)
        codes = [each.text.strip() for each in one.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"], "pages are counted once, by the house or by us"
    assert any(LETTERHEAD in words(one) for one in headers)
    assert any(ADDRESS in words(one) for one in footers)
    assert "Text of the template" not in parts(data)[BODY].decode()


def test_its_styles_stay_and_ours_are_added_beside_them() -> None:
    sheet = tree(word(DRAFT, options=set_in(PLAIN_HOUSE)), "word/styles.xml")
    styles = {one.get(f"{W}styleId"): one for one in sheet.findall(f"{W}style")}
    colour = styles["Heading1"].find(f"{W}rPr/{W}color")
    assert colour.get(f"{W}val") == "1F3A68"
    assert styles["Normal"].find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Arial"
    assert {"Paragraph1", "TitleBlock", "FrameLine", "Register"} <= set(styles)
    assert "Heading1" in PLAIN_HOUSE.kept and "Paragraph1" not in PLAIN_HOUSE.kept
    lang = sheet.find(f"{W}docDefaults//{W}lang")
    assert lang.get(f"{W}val") == "en-GB"


def test_styles_under_other_ids_are_known_by_their_names() -> None:
    """As a German Word writes them."""
    german = {"Heading1": "berschrift1", "BodyText": "Textkrper", "Normal": "Standard"}
    given = {name: blob for name, blob in parts(letterhead()).items() if name.endswith(".xml")}
    for ours, theirs in german.items():
        given = {
            name: blob.replace(f'"{ours}"'.encode(), f'"{theirs}"'.encode())
            for name, blob in given.items()
        }
    house = house_template(rebuilt(letterhead(), given))
    assert {"Heading1", "BodyText", "Normal"} <= house.kept
    data = word(DRAFT, options=set_in(house))
    assert lint(data) == () and b"berschrift1" not in parts(data)["word/styles.xml"]


def test_a_style_of_our_name_that_is_of_another_kind_does_not_disturb_ours() -> None:
    sheet = parts(letterhead())["word/styles.xml"].decode()
    odd = '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/></w:style></w:styles>'
    given = rebuilt(letterhead(), {"word/styles.xml": sheet.replace("</w:styles>", odd)})
    assert lint(word(DRAFT, options=set_in(house_template(given)))) == ()


@pytest.mark.parametrize("name", HOUSES)
def test_numbers_anchors_and_what_the_file_says_it_is_work_in_a_house(name: str) -> None:
    options = set_in(HOUSES[name]())
    assert [number for number, _ in printed_numbers(word(EVERYTHING, options=options))
            if number[:1].isalnum() or number[:1] == "("] == [
        "1.", "2.", "(a)", "(i)", "(ii)", "(b)", "2 bis.", "(a)", "2 ter.", "3.", "7.", "8.", "9.",
        "1.",
    ]  # fmt: skip
    data = word(ISSUED, options=options)
    assert check_file(data, ISSUED).holds
    assert returned(data, ISSUED).touched() == ()


def test_a_word_put_into_a_letterhead_is_told() -> None:
    data = word(ISSUED, options=set_in(PLAIN_HOUSE))
    for name, blob in parts(data).items():
        if name.startswith("word/header") and LETTERHEAD.encode() in blob:
            changed = blob.replace(LETTERHEAD.encode(), b"ADOPTED by consensus")
            assert check_file(rebuilt(data, {name: changed}), ISSUED).frame


def test_the_wide_margin_is_taken_from_the_page_of_the_house() -> None:
    data = word(DRAFT, options=set_in(PLAIN_HOUSE, wide_margin=True))
    page = tree(data).find(f"{W}body/{W}sectPr")
    right = int(page.find(f"{W}pgMar").get(f"{W}right"))
    left, width = (int(page.find(f"{W}pgMar").get(f"{W}left")),
                   int(page.find(f"{W}pgSz").get(f"{W}w")))  # fmt: skip
    assert right >= 3402 and PLAIN_HOUSE.page > width - left - right
    for table in tree(data).iter(f"{W}tbl"):
        grid = sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol"))
        assert grid == width - left - right


def test_a_redline_in_a_house_is_sound() -> None:
    later = replace(DRAFT, title="Another title", sections=DRAFT.sections[::-1])
    assert lint(redline(DRAFT, later, "The Chair", MADE, str, set_in(PLAIN_HOUSE))) == ()


@needs_validator
@pytest.mark.parametrize("name", HOUSES)
def test_a_document_in_a_house_is_valid(name: str, tmp_path: Path) -> None:
    options = WordOptions(house=HOUSES[name](), wide_margin=True, sources="footnotes")
    later = replace(DRAFT, title="Another title", sections=DRAFT.sections[::-1])
    for number, data in enumerate(
        (word(DRAFT, str, options), redline(DRAFT, later, "The Chair", MADE, None, options))
    ):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(data)
        assert errors(file) == []


@needs_office
@needs_validator
def test_a_template_of_another_office_program_serves(tmp_path: Path) -> None:
    data = word(DRAFT, options=set_in(house_template(made_in_office(tmp_path))))
    file = tmp_path / "set.docx"
    file.write_bytes(data)
    assert errors(file) == [] and lint(data) == ()
    laid = pages(data, tmp_path)
    for place, page in enumerate(laid, 1):
        assert LETTERHEAD in page and ADDRESS in page and "RESTRICTED" in page
        assert f"Page {place} of {len(laid)}" in page and "Record 3f2a3f2a3f2a" in page


@needs_office
def test_every_page_bears_the_letterhead_and_our_frame(tmp_path: Path) -> None:
    laid = pages(word(DRAFT, options=set_in(PLAIN_HOUSE)), tmp_path)
    assert len(laid) > 2
    for place, page in enumerate(laid, 1):
        for said in (LETTERHEAD, ADDRESS, "RESTRICTED", "DRAFT, version 2", "Record 3f2a3f2a3f2a",
                     f"Page {place} of {len(laid)}"):  # fmt: skip
            assert said in page


SOUND = letterhead()
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str = "file:///C:/evil.dotm", mode: str = "External",
            of: str = "word/_rels/document.xml.rels") -> bytes:  # fmt: skip
    """Return the template with a relationship more."""
    given = parts(SOUND).get(of, b"<Relationships xmlns='http://schemas.openxmlformats.org/package/"
                                 b"2006/relationships'></Relationships>")  # fmt: skip
    one = f'<Relationship Id="rIdX" Type="{R_NS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return rebuilt(
        SOUND, {of: given.replace(b"</Relationships>", f"{one}</Relationships>".encode())}
    )


def in_body(xml: str) -> bytes:
    body = parts(SOUND)[BODY].decode()
    return rebuilt(SOUND, {BODY: body.replace("<w:body>", f"<w:body><w:p>{xml}</w:p>")})


def in_header(xml: str) -> bytes:
    name = next(one for one in parts(SOUND) if one.startswith("word/header"))
    head = parts(SOUND)[name].decode()
    return rebuilt(SOUND, {name: head.replace("</w:hdr>", f"<w:p>{xml}</w:p></w:hdr>")})


def field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def with_part(name: str, blob: bytes = b"x") -> bytes:
    return packed(*parts(SOUND).items(), (name, blob), how=ZIP_DEFLATED)


def of_macros() -> bytes:
    types = parts(SOUND)["[Content_Types].xml"].decode()
    kind = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rebuilt(SOUND, {"[Content_Types].xml": types.replace(plain, kind)})


ATTACHED = (
    parts(SOUND)["word/settings.xml"]
    .decode()
    .replace("</w:settings>", f'<w:attachedTemplate xmlns:r="{R_NS}" r:id="rId1"/></w:settings>')
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "attached template": (lambda: related("attachedTemplate", of="word/_rels/settings.xml.rels"),
                          "another template"),
    "attached template named only": (lambda: rebuilt(SOUND, {"word/settings.xml": ATTACHED}),
                                     "another template"),
    "object": (lambda: related("oleObject", "embeddings/a.bin", "Internal"), "embedded object"),
    "object in the text": (lambda: in_body("<w:r><w:object/></w:r>"), "embedded object"),
    "embedded part": (lambda: with_part("word/embeddings/oleObject1.bin"), "embedded object"),
    "macros": (of_macros, "macros"),
    "a macro part": (lambda: with_part("word/vbaProject.bin"), "macros"),
    "another file": (lambda: related("aFChunk", "a.htm", "Internal"), "altChunk"),
    "another file in the text": (
        lambda: rebuilt(SOUND, {BODY: parts(SOUND)[BODY].decode().replace(
            "<w:body>", f'<w:body><w:altChunk xmlns:r="{R_NS}" r:id="rId1"/>')}), "altChunk"),
    "another document": (lambda: related("subDocument", "b.docx"), "another document"),
    "frames": (lambda: related("frame", "http://host.invalid/x.htm"), "frames"),
    "control": (lambda: related("control", "activeX/activeX1.xml", "Internal"), "control"),
    "control in a header": (lambda: in_header('<w:r><w:control w:name="x"/></w:r>'), "control"),
    "a picture from elsewhere": (lambda: related("image", "https://host.invalid/beacon.png"),
                                 "from elsewhere"),
    "a link to a file": (lambda: related("hyperlink", "file://host/share"), "a link in it"),
    "a link to a script": (lambda: related("hyperlink", "javascript:alert(1)"), "a link in it"),
    "mail merge": (lambda: related("mailMergeSource", "file:///C:/data.mdb"), "mail merge"),
    "DDE": (lambda: in_body(field("DDEAUTO c:\\\\windows\\\\cmd.exe")), "DDEAUTO"),
    "DDE in pieces": (lambda: in_body(field("D", "D", "E cmd")), "(DDE)"),
    "DDE in a simple field": (lambda: in_body('<w:fldSimple w:instr=" dde cmd "/>'), "(DDE)"),
    "include": (lambda: in_header(field(" INCLUDETEXT http://host.invalid/x ")), "INCLUDETEXT"),
    "picture field": (lambda: in_body(field(" INCLUDEPICTURE http://host.invalid/x ")),
                      "INCLUDEPICTURE"),
    "a code made by a code": (lambda: in_header(field("QUOTE 68 68 69")), "(QUOTE)"),
    "a reference in a header": (lambda: in_header(field(" REF there ")), "(REF)"),
    "tracked changes in a header": (
        lambda: in_header('<w:ins w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:ins>'),
        "tracked changes"),
    "a chart in a header": (lambda: in_header(f'<w:r><w:drawing xmlns:r="{R_NS}" r:id="rId77"/>'
                                              "</w:r>"), "more than text and pictures"),
    "no page": (lambda: rebuilt(SOUND, {BODY: parts(SOUND)[BODY].decode().replace(
        'w:w="12240"', 'w:w="4000"')}), "7 cm"),
    "entities": (lambda: rebuilt(SOUND, {"word/settings.xml": ENTITIES}), "a DTD"),
    "no Word file": (lambda: b"Dear colleagues", "no Word file"),
}  # fmt: skip


def test_the_template_is_taken_before() -> None:
    assert house_template(SOUND).said


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_template_must_not_carry_is_refused_in_one_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, said = HOSTILE[name]
    data = make()
    monkeypatch.setattr("docx.Document", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(PlenaryError) as refused:
        house_template(data)
    sentence = str(refused.value)
    assert said in sentence and sentence.endswith(".") and "\n" not in sentence


def test_links_to_pages_and_addresses_may_stay() -> None:
    for target in ("https://port-aurel.example/", "mailto:chair@port-aurel.example"):
        house_template(related("hyperlink", target))


NUMBERED = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/><w:start '
    'w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/></w:lvl></w:abstractNum>'
)


def test_a_house_that_numbers_its_headings_goes_on_doing_so_and_ours_stay_as_they_are() -> None:
    given = {name: blob.decode() for name, blob in parts(SOUND).items() if name.endswith(".xml")}
    head, tail = given["word/numbering.xml"].split(">", 2)[0:2]
    root = given["word/numbering.xml"][: len(head) + len(tail) + 2]
    given["word/numbering.xml"] = (
        f'{root}{NUMBERED}<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    at = given["word/styles.xml"].index("<w:pPr>", given["word/styles.xml"].index('"Heading1"'))
    given["word/styles.xml"] = (
        given["word/styles.xml"][:at] + '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
        + given["word/styles.xml"][at + len("<w:pPr>"):]
    )  # fmt: skip
    data = word(EVERYTHING, options=set_in(house_template(rebuilt(SOUND, given))))
    assert lint(data) == ()
    found = [number for number, text in printed_numbers(data)]
    assert [one for one in found if one in ("1", "2")] == ["1", "2"], "two headings"
    assert [one for one in found if one.endswith(".")][:4] == ["1.", "2.", "2 bis.", "2 ter."]


def test_a_logo_on_the_first_page_only_is_no_watermark() -> None:
    logo = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="logo" '
        'style="width:40pt;height:20pt"/></w:pict></w:r>'
    )
    data = letterhead(first=True)
    name = next(one for one, blob in parts(data).items() if b"First page of the Chair" in blob)
    head = parts(data)[name].decode().replace("</w:hdr>", f"<w:p>{logo}</w:p></w:hdr>")
    options = set_in(house_template(rebuilt(data, {name: head})))
    for state in ("DRAFT", "FINAL"):
        assert lint(word(replace(DRAFT, state=state), options=options)) == ()


TORN = st.sampled_from([
    "w:val", "w:styleId", "w:type", "w:numId", "r:id", "w:name", "</w:p>", "w:pPr", "w:style ",
    "w:ilvl", "header", "w:abstractNumId", "w:lvl", "1",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_wrong_with_a_template_it_is_taken_or_refused(data: st.DataObject) -> None:
    given = {name: blob for name, blob in parts(SOUND).items() if name.endswith((".xml", ".rels"))}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(given)))
        old, new = (data.draw(TORN).encode() for _ in range(2))
        at = data.draw(st.integers(0, 30))
        pieces = given[name].split(old)
        at = min(at, len(pieces) - 1)
        given[name] = old.join(pieces[:at]) + (new if at else b"") + old.join(pieces[at:])
    try:
        house = house_template(rebuilt(SOUND, given))
    except PlenaryError as refused:
        assert str(refused).endswith(".")
    else:
        word(ISSUED, options=set_in(house))
