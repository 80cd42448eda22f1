"""Hostile and damaged files are refused in one sentence, before they cost memory or time."""

from __future__ import annotations

import io
import resource
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import check_file, claims, returned
from plenary_tui.documents.word.reader.guard import opened
from plenary_tui.errors import PlenaryError

from .edited import BODY, ISSUED, rebuilt
from .readback import parts

SOUND = word(ISSUED)
HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TAIL = "</w:body></w:document>"


def packed(*entries: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with these entries, whatever their names."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", how) as archive:
        warnings.simplefilter("ignore")
        for name, blob in entries:
            archive.writestr(name, blob)
    return stream.getvalue()


def with_entry(name: str, blob: bytes = b"x") -> bytes:
    return packed(*parts(SOUND).items(), (name, blob))


def text(body: str, head: str = "") -> bytes:
    return rebuilt(SOUND, {BODY: head + HEAD + body + TAIL})


def of_kind(kind: str) -> bytes:
    """Return the file as one of another kind, as its types say."""
    types = parts(SOUND)["[Content_Types].xml"].decode()
    own = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rebuilt(SOUND, {"[Content_Types].xml": types.replace(own, kind)})


def with_password() -> bytes:
    data = bytearray(SOUND)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """Return a file whose directory gives a part of 40 MB a size of one."""
    blob = b"x" * (40 * 2**20)
    data = bytearray(with_entry("word/more.xml", blob))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(data)


STRICT = HEAD.replace(
    "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/word"
)
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no Word file or was cut off"),
    "plain text": (lambda: b"Dear colleagues", "no Word file or was cut off"),
    "old format": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "old format or has a password"),
    "cut off": (lambda: SOUND[: len(SOUND) // 2], "no Word file or was cut off"),
    "another zip": (lambda: packed(("a.txt", b"x")), "it is no Word file"),
    "a table": (lambda: of_kind("application/vnd.openxmlformats-officedocument.spreadsheetml."
                                "sheet.main+xml"), "it is no Word file"),
    "macros": (lambda: of_kind("application/vnd.ms-word.document.macroEnabled.main+xml"),
               "carries macros"),
    "macros in an ordinary file": (lambda: with_entry("word/vbaProject.bin"), "carries macros"),
    "strict form": (lambda: rebuilt(SOUND, {BODY: STRICT + TAIL}), "not in the usual form"),
    "password": (with_password, "has a password"),
    "many entries": (lambda: packed(*parts(SOUND).items(),
                                    *((f"x/{at}", b"") for at in range(2_000))),
                     "larger than any draft"),
    "large part": (lambda: with_entry("word/more.xml", bytes(range(256)) * (33 * 4096)),
                   "a part of it is larger"),
    "zip bomb": (lambda: with_entry("word/more.xml", b" " * (20 * 2**20)), "many times its size"),
    "a part that lies about its size": (lying, ""),
    "two names": (lambda: with_entry("word/DOCUMENT.xml"), "in it twice"),
    "name upwards": (lambda: with_entry("../../evil"), "leads out of the file"),
    "name from the root": (lambda: with_entry("/etc/evil"), "leads out of the file"),
    "name of a drive": (lambda: with_entry("C:evil"), "leads out of the file"),
    "strange packing": (lambda: packed(*parts(SOUND).items(), how=zipfile.ZIP_LZMA),
                        "packed in a way"),
    "entities": (lambda: text("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", DTD), "a DTD"),
    "entities in another code": (lambda: rebuilt(SOUND, {BODY: (
        '<?xml version="1.0" encoding="UTF-16"?>' + DTD + HEAD + TAIL).encode("utf-16")}),
        "a DTD"),
    "entities in a rare code": (lambda: rebuilt(SOUND, {BODY: (
        '<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE x+AD4-' + HEAD + TAIL).encode()}),
        "a DTD"),
    "two million paragraphs": (lambda: text("<w:p/>" * 2_000_000), "many times its size"),
    "a million different paragraphs": (lambda: text("".join(
        f'<w:p w:rsidR="{at:06x}{at * 7919 % 999983:06d}"/>' for at in range(1_000_000))),
        "more elements than any draft"),
    "deep": (lambda: text("<w:sdt>" * 400 + "</w:sdt>" * 400), "damaged"),
    "no XML": (lambda: rebuilt(SOUND, {BODY: "<w:document"}), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence_and_costs_little(name: str) -> None:
    make, said = HOSTILE[name]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tracemalloc.start()
    began = time.process_time()
    if name == "a part that lies about its size":
        assert returned(data, ISSUED).touched() == ()
    else:
        with pytest.raises(PlenaryError) as refused:
            opened(data)
        sentence = str(refused.value)
        assert said in sentence and sentence.endswith(".") and "\n" not in sentence
    taken = time.process_time() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(data) + 80 * 2**20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024
    assert taken < 5


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_damaged_is_read_or_refused(data: st.DataObject) -> None:
    blob = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(blob) - 1))
        blob[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    for read in (claims, lambda one: returned(one, ISSUED), lambda one: check_file(one, ISSUED)):
        try:
            read(bytes(blob))
        except PlenaryError as refused:
            assert str(refused).endswith(".")


SNIPPETS = st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", '<w:ins w:id="1" w:author="a">', "</w:ins>", "<w:tbl>",
    "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:t>words</w:t>", "<w:del>", "</w:del>",
    '<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:pPr/>",
    '<w:commentRangeStart w:id="4"/>', "<w:footnoteReference/>", "<w:bookmarkStart/>", "<w:sdt>",
    "</w:sdt>", '<w:moveFrom w:date="never">', "</w:moveFrom>", "<w:trPr><w:del/></w:trPr>",
    "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>", "<w:rPr><w:del/></w:rPr>",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(SNIPPETS, max_size=14))
def test_any_order_of_elements_is_read_or_refused(snippets: list[str]) -> None:
    """No schema is asked: what parses is read, whatever stands in whatever."""
    opened_ones: list[str] = []
    body = ""
    for one in snippets:
        if one.startswith("</"):
            if not opened_ones or opened_ones[-1] != one:
                continue
            opened_ones.pop()
        elif not one.endswith("/>") and "</" not in one:
            opened_ones.append(f"</{one[1:].split(' ')[0].rstrip('>')}>")
        body += one
    returned(text(body + "".join(reversed(opened_ones))), ISSUED)
