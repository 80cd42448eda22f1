"""LibreOffice as a delegation uses it: a macro edits a file with change tracking and saves it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from .tools import office_program

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits"
 script:language="StarBasic">{}</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Edits"/></library:library>"""
_BASIC = """
Function Found(doc, words)
    Dim search
    search = doc.createSearchDescriptor()
    search.SearchString = words
    Found = doc.findFirst(search)
End Function

Sub Swap(doc, old, fresh)
    Found(doc, old).String = fresh
End Sub

Sub Cut(doc, first, last)
    Dim cursor
    cursor = doc.Text.createTextCursorByRange(Found(doc, first).Start)
    cursor.gotoRange(Found(doc, last).Start, True)
    cursor.String = ""
End Sub

Sub Split(doc, before)
    Dim cursor
    cursor = doc.Text.createTextCursorByRange(Found(doc, before).Start)
    doc.Text.insertControlCharacter(cursor, 0, False)
End Sub

Sub Append(doc, behind, words)
    Dim cursor
    cursor = doc.Text.createTextCursorByRange(Found(doc, behind).End)
    doc.Text.insertControlCharacter(cursor, 0, False)
    doc.Text.insertString(cursor, words, False)
End Sub

Sub Settle(doc, how)
    Dim helper
    doc.RecordChanges = False
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(doc.CurrentController.Frame, _
        ".uno:" & how & "AllTrackedChanges", "", 0, Array())
End Sub

Sub Main(source, target)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    Dim saved(0) As New com.sun.star.beans.PropertyValue
    Dim doc
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    saved(0).Name = "FilterName"
    saved(0).Value = "MS Word 2007 XML"
    doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    doc.RecordChanges = True
    EDITS
    doc.storeToURL(target, saved())
    doc.close(True)
End Sub
"""


def edited_in_office(data: bytes, edits: str, folder: Path) -> bytes:
    """Return a file after edits in LibreOffice, tracked; edits: calls of the macros above."""
    profile = folder / "profile"
    _run(profile, "--terminate_after_init")  # it writes its own profile over a given one
    standard = profile / "user" / "basic" / "Standard"
    code = escape(_BASIC.replace("EDITS", edits), {'"': "&quot;"})
    (standard / "Edits.xba").write_text(_MODULE.format(code))
    (standard / "script.xlb").write_text(_LIBRARY)
    source, target = folder / "issued.docx", folder / "returned.docx"
    source.write_bytes(data)
    _run(profile, f'macro:///Standard.Edits.Main("{source.as_uri()}","{target.as_uri()}")')
    assert target.exists(), "the macro did not run to its end"
    return target.read_bytes()


def saved_in_office(data: bytes, folder: Path) -> bytes:
    """Return a file as LibreOffice saves it anew; where it holds comments no macro opens it."""
    (folder / "issued.docx").write_bytes(data)
    _run(folder / "profile", "--convert-to", "docx", "--outdir", str(folder / "saved"),
         str(folder / "issued.docx"))  # fmt: skip
    return (folder / "saved" / "issued.docx").read_bytes()


def _run(profile: Path, *what: str) -> None:
    subprocess.run(
        [office_program(), f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--norestore", *what],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip
