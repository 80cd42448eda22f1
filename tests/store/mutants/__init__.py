"""Named faults of the shipped log: each replaces one passage of its source.

A log that loses something under one of them, and a sweep that does not notice, would be worth
nothing; so the sweep must go red for every one.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import plenary_tui.store

from ..sweep import Store

PACKAGE = "plenary_tui.store"
FOLDER = Path(next(iter(plenary_tui.store.__path__)))


class Mutant(NamedTuple):
    """One fault: in `module`, `old` reads `new`."""

    name: str
    module: str
    old: str
    new: str


MUTANTS = [
    Mutant(
        "no sync", "series", "        self.sync()\n        self._unsure", "        self._unsure"
    ),
    Mutant(
        "no checksum",
        "chain",
        "if h.encode() != raw[-34:-2]:",
        "if not h:",
    ),
    Mutant("no lock", "writer", "            if not lock.lock():\n", "            if False:\n"),
    Mutant("no healing", "series", "        if torn:\n", "        if False:\n"),
    Mutant(
        "retry after a failed sync",
        "series",
        "            self.poisoned = True\n            raise\n",
        "            self._file.sync()\n",
    ),
    Mutant(
        "a failed sync is swallowed",
        "series",
        "            self.poisoned = True\n            raise\n",
        "            pass\n",
    ),
    Mutant(
        "what stands is not written again",
        "writer",
        "for pending in self._pending if pending.file != file",
        "for pending in self._pending if not pending",
    ),
    Mutant(
        "sealed after the log",
        "writer",
        """        if words:
            # First the words: a line in the log never waits for words that a crash took.
            self._sealed.append(words)
        if lines:
            self._write(lines)
""",
        """        if lines:
            self._write(lines)
        if words:
            self._sealed.append(words)
""",
    ),
    Mutant(
        "no folder sync",
        "series",
        "        self._disk.sync_folder(self._folder)\n",
        "",
    ),
    Mutant(
        "truncating the tail",
        "series",
        '        if torn:\n            data = b"\\n" + data\n',
        """        if torn:
            whole = self._disk.read(self.path)
            self._file = self._disk.create(self.path)
            self._file.write(whole[: whole.rfind(b"\\n") + 1])
""",
    ),
    Mutant(
        "no rescan",
        "writer",
        "            batch = self._reader.poll(strict=True)\n        except OSError:\n",
        "            batch = Batch()\n        except OSError:\n",
    ),
    Mutant(
        "a retry is a new entry",
        "writer",
        "        standing = self._standing(entries)\n",
        "        standing: list[Line] = []\n",
    ),
    Mutant(
        "short writes count as whole",
        "atomic",
        "        rest = rest[write(rest) :]\n",
        "        write(rest)\n        return\n",
    ),
    Mutant(
        "a repeated line counts twice",
        "reading",
        "        if known == line.h:\n            return\n",
        "        if known == line.h:\n            known = None\n",
    ),
    Mutant(
        "scars are kept quiet",
        "reading",
        "            batch.damages.append(_damage(name, place.line, place.offset, error))\n",
        "",
    ),
    Mutant(
        "scars are told at the wrong place",
        "reading",
        "            place.offset += len(raw) + 1\n",
        "            place.offset += len(raw)\n",
    ),
    Mutant(
        "the chain begins anew in each run",
        "writer",
        "        p, number = self._reader.last_h, self._reader.last_number\n",
        '        p, number = "", self._reader.last_number\n',
    ),
    Mutant(
        "the clock begins anew in each run",
        "writer",
        "        self._clock.resume(self._reader.last_order)\n",
        "",
    ),
    Mutant(
        "the cache is believed",
        "series",
        "                self._disk.forget(path)\n",
        "                pass\n",
    ),
    Mutant(
        "a whole line without its newline is overlooked",
        "reading",
        "            decode(rest)\n",
        '            raise LineError("unfinished")\n',
    ),
]


@contextmanager
def applied(mutant: Mutant) -> Iterator[Store]:
    """Load the store anew with the fault in it; afterwards the shipped one is back."""
    source = (FOLDER / f"{mutant.module}.py").read_text(encoding="utf-8")
    assert source.count(mutant.old) == 1, f"{mutant.name}: the passage is not in the source"
    shipped = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_ours(name)}
    try:
        finder = _Finder(mutant.module, source.replace(mutant.old, mutant.new))
        sys.meta_path.insert(0, finder)
        try:
            modules = (importlib.import_module(f"{PACKAGE}.{n}") for n in Store._fields)
            yield Store(*modules)
        finally:
            sys.meta_path.remove(finder)
    finally:
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(shipped)
        # Importing bound the mutant's package to its parent; what imports later wants the shipped.
        setattr(sys.modules["plenary_tui"], "store", shipped[PACKAGE])  # noqa: B010


def _is_ours(name: str) -> bool:
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")


class _Finder(Loader):
    """Finds the mutated module before Python finds the shipped one."""

    def __init__(self, module: str, source: str) -> None:
        self._name = f"{PACKAGE}.{module}"
        self._source = source

    def find_spec(self, name: str, path: object, target: object = None, /) -> ModuleSpec | None:
        if name != self._name:
            return None
        return spec_from_loader(name, self)

    def create_module(self, spec: ModuleSpec) -> None:
        """Let Python make it."""

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._source, f"<mutant of {self._name}>", "exec"), module.__dict__)
