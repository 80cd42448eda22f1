"""House templates as a chair's office has them: Word's own default styles, a letterhead with a
logo, an address and a page number, other headers on even pages."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from .edited import rebuilt
from .readback import parts
from .tools import office_run

LETTERHEAD = "Chair of the Port Aurel Diamond Forum"
ADDRESS = "12 Harbour Street, Port Aurel"


def png(width: int = 120, height: int = 40) -> bytes:
    """Return a picture: a dark blue bar."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        body = kind + held
        return struct.pack(">I", len(held)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\x00" + b"\x1f\x3a\x68" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)
        if kind == "begin":
            text = OxmlElement("w:instrText")
            text.text = f" {code} "
            paragraph.add_run()._r.append(text)
        elif kind == "separate":
            paragraph.add_run("1")


def letterhead(*, even: bool = False, first: bool = False, counted: bool = False) -> bytes:
    """Return a template with a letterhead.

    even, first: with other headers on even pages, on the first one. counted: its footer counts
    pages itself.
    """
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    normal, body = document.styles["Normal"], document.styles["Body Text"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    body.paragraph_format.space_after = Pt(9)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x1F, 0x3A, 0x68)
    head = section.header
    head.paragraphs[0].add_run().add_picture(io.BytesIO(png()), width=Cm(3))
    head.add_paragraph(LETTERHEAD).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table = head.add_table(1, 2, Cm(16))
    table.cell(0, 0).text, table.cell(0, 1).text = "Tel. 1", "Fax 2"
    section.footer.paragraphs[0].text = ADDRESS
    if counted:
        line = section.footer.add_paragraph("Page ")
        _field(line, "PAGE")
        line.add_run(" of ")
        _field(line, "NUMPAGES")
    if even:
        document.settings.odd_and_even_pages_header_footer = True
        section.even_page_header.paragraphs[0].text = "Even pages of the Chair"
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "First page of the Chair"
    document.add_paragraph("Text of the template, which is not taken over.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_template(data: bytes) -> bytes:
    """Return a document as a template (`.dotx`)."""
    types = parts(data)["[Content_Types].xml"].decode()
    return rebuilt(data, {"[Content_Types].xml": types.replace("document.main", "template.main")})


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties
 fo:font-size="11pt" fo:color="#202020"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties
 fo:font-size="16pt" fo:font-weight="bold" fo:color="#7a1f1f"/></style:style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.3cm"/>
</style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm"
 fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties
 fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">
<style:header><text:p>Chair of the Port Aurel Diamond Forum</text:p></style:header>
<style:footer><text:p>12 Harbour Street, Port Aurel, page <text:page-number>1</text:page-number>
</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Title</text:h>
<text:p text:style-name="Text_20_body">Body</text:p>
<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>
</office:text></office:body></office:document>
"""


def made_in_office(folder: Path) -> bytes:
    """Return a template that LibreOffice saved as `.dotx`."""
    (folder / "house.fodt").write_text(FLAT, "utf-8")
    office_run(folder, "--convert-to", 'dotx:MS Word 2007 XML Template', "--outdir", str(folder),
               str(folder / "house.fodt"))  # fmt: skip
    return (folder / "house.dotx").read_bytes()
