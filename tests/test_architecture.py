"""The house holds: imports go one way, and a command loads only what it needs."""

from __future__ import annotations

import ast
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import plenary_tui

PACKAGE = Path(plenary_tui.__file__).parent
LAYERS = ("record", "store", "documents", "importers", "ui", "commands", "cli")
ANYWHERE = {"plenary_tui", "plenary_tui.errors"}
BESIDE = {
    "settings": "importers", "preferences": "store", "upkeep": "importers", "__main__": "cli",
}  # fmt: skip
"""Modules beside the layers, each with the highest layer that it may import."""

HEAVY = ("textual", "docx", "lxml", "pydantic", "tinydb", "babel", "sqlite3", "rapidfuzz")
NETWORK = ("socket", "ssl", "http", "urllib.request", "asyncio", "nats")
SCREEN_AND_WORD = ("textual", "docx", "lxml", "rich")
LONGEST = 400
MEDIAN = 120


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def _imports(name: str, path: Path, *, at_once: bool = False) -> Iterator[str]:
    """Yield the modules of the program that a module imports, wherever in it or as it begins."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in _at_once(tree.body) if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")
            start = base[: len(base) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _at_once(nodes: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the imports that run as soon as a module does."""
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from _at_once(node.body)


def _layer(name: str) -> int | None:
    """Return the place of a module in the layers; None for what all may import."""
    parts = name.split(".")
    if len(parts) < 2:
        return None
    return LAYERS.index(parts[1]) if parts[1] in LAYERS else None


@pytest.mark.parametrize(("name", "path"), [pytest.param(*one, id=one[0]) for one in _modules()])
def test_imports_go_one_way(name: str, path: Path) -> None:
    beside = BESIDE.get(name.removeprefix("plenary_tui.").partition(".")[0])
    own = LAYERS.index(beside) if beside else _layer(name)
    for imported in _imports(name, path):
        if not imported.startswith("plenary_tui.") or imported in ANYWHERE:
            continue
        theirs = _layer(imported)
        if theirs is not None and own is not None:
            assert theirs <= own, f"{name} imports {imported}, which lies above it"


def test_no_modules_wait_for_each_other() -> None:
    """Any of them may be the first that a command imports, its packages before it."""
    known = dict(_modules())
    waits: dict[str, set[str]] = {name: set() for name in known}
    for name, path in known.items():
        found = set(_imports(name, path, at_once=True)) & set(known)
        # what is taken out of a package is waited for itself, and with it what is around it
        for one in found:
            parts = one.split(".")
            around = (".".join(parts[:count]) for count in range(1, len(parts) + 1))
            waits[name].update(each for each in around if not f"{name}.".startswith(f"{each}."))
    TopologicalSorter(waits).prepare()


@pytest.mark.parametrize(("name", "path"), [pytest.param(*one, id=one[0]) for one in _modules()])
def test_only_the_screens_import_textual_and_the_record_knows_no_files(
    name: str, path: Path
) -> None:
    roots = {imported.partition(".")[0] for imported in _imports(name, path)}
    if not name.startswith("plenary_tui.ui"):
        assert "textual" not in roots
    if not name.startswith("plenary_tui.documents.word"):
        assert not roots & {"docx", "lxml"}
    if name.startswith("plenary_tui.record"):
        assert not roots & {"os", "pathlib", "io", "shutil", "tempfile", "socket", "time", "click"}


def test_every_module_is_in_a_layer_or_known_beside_them() -> None:
    tops = {name.split(".")[1] for name, _ in _modules() if "." in name}
    assert tops <= {*LAYERS, *BESIDE, "errors", "data"}


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in _modules()
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert statistics.median(lengths.values()) <= MEDIAN


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the session `demo`."""
    folder = tmp_path_factory.mktemp("house") / "sessions"
    _loaded(folder, "new", "demo", "--template", "intersessional")
    _loaded(folder, "record", "demo", typed="Opened: 10:00\nProposal: X\nAdopted:\nClosed: 11:00\n")
    return folder


LOADED = """
import sys
from plenary_tui.cli import plenary
try:
    plenary(sys.argv[1:])
except SystemExit as end:
    print("\\nexit", end.code, *sorted(sys.modules), file=sys.stderr)
"""


def _loaded(folder: Path, *args: str, typed: str = "") -> set[str]:
    """Run a command in a process of its own and return the modules that it loaded."""
    env = {
        **os.environ,
        "PLENARY_SESSIONS": str(folder),
        "PLENARY_STATION": "desk",
        "PYTHONPATH": str(PACKAGE.parent),
    }
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *args], input=typed, capture_output=True, text=True,
        env=env, timeout=60, cwd=folder.parent, check=False,
    )  # fmt: skip
    last = done.stderr.splitlines()[-1].split()
    assert last[:2] == ["exit", "0"], done.stderr
    return set(last[2:])


def _of(loaded: set[str], names: tuple[str, ...]) -> set[str]:
    return {name for name in names if any(f"{one}.".startswith(f"{name}.") for one in loaded)}


@pytest.mark.parametrize("args", [("--help",), ("--version",), ("record", "--help")])
def test_help_loads_next_to_nothing(sessions: Path, args: tuple[str, ...]) -> None:
    assert _of(_loaded(sessions, *args), (*HEAVY, *NETWORK)) == set()


@pytest.mark.parametrize(
    ("args", "typed"),
    [
        (("record", "demo"), "NV: hello\n"),
        (("replay", "demo", "--plain"), ""),
        (("export", "demo", "summary", "--format", "md"), ""),
        (("export", "demo", "data"), ""),
        (("export", "demo", "notes"), ""),
        (("verify", "demo"), ""),
        (("check", "demo"), ""),
        (("export", "demo", "interventions"), ""),
        (("search", "X"), ""),
        (("rebuild",), ""),
        (("list",), ""),
    ],
)
def test_no_command_loads_a_screen_or_a_word_library(
    sessions: Path, args: tuple[str, ...], typed: str
) -> None:
    loaded = _loaded(sessions, *args, typed=typed)
    assert _of(loaded, SCREEN_AND_WORD) == set()
    assert _of(loaded, ("ssl", "http", "urllib.request", "nats")) == set()
