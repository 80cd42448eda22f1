"""Plans of the draft: readable files that say which sections it has, in which order, headed how.

Those that ship lie in `data/plans/`; a chair's office copies one and changes it. A mistake in a
plan is one sentence that names the file and the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plenary_tui.errors import WrongUse
from plenary_tui.preferences.toml_lines import Lines, no_toml, whole_toml
from plenary_tui.preferences.values import nearest, quoted
from plenary_tui.record.clean import clean_line
from plenary_tui.record.kinds import DraftPlan, OtherHeading, PlanSection
from plenary_tui.record.words import Line

from ..language.phrases import languages

PLANS = files("plenary_tui") / "data" / "plans"

KEYS = (
    "meeting", "opening", "values", "forum", "agenda", "body-*", "item-*", "drafted", "decisions",
    "partners", "tributes", "chair", "next", "closing", "thanks", "annex-*",
)  # fmt: skip
"""What sections there are, as they are composed; those with a star are one for each body, item
and annex. One body or item may be named: `body-WGM`, `item-7`."""

_ONE_OF = ("body-", "item-")
_ENDING = ".toml"
_SECTION = re.compile(r"[ \t]*\[\[[ \t]*section[ \t]*\]\]")
_MENDS = {
    "missing": "is missing: add it",
    "string_type": "must be text in quotes",
    "too_short": "must not be empty",
    "bool_type": "must be true or false",
    "list_type": "must be written as [[section]], each with its key below it",
    "model_type": 'must say its language: heading.en = "…"',
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


_Name = Annotated[Line, Field(min_length=1)]


class _Heading(_Strict):
    en: Line = ""
    fr: Line = ""

    @property
    def others(self) -> tuple[OtherHeading, ...]:
        return (OtherHeading(language="fr", text=self.fr),) if self.fr else ()


_NONE = _Heading()


class _Section(_Strict):
    key: _Name
    heading: _Heading = _NONE
    left_out: bool = False


class _File(_Strict):
    about: Line = ""
    heading: _Heading = _NONE
    section: list[_Section] = Field(min_length=1)


@dataclass(frozen=True)
class Plan:
    """A plan. about: what it is for, in one line. text: its file, comments and all."""

    name: str
    about: str
    text: str
    heading: str
    others: tuple[OtherHeading, ...]
    sections: tuple[PlanSection, ...]

    def command(self) -> DraftPlan:
        """Return the command that lets the draft follow it."""
        return DraftPlan(
            name=self.name, heading=self.heading, others=self.others, sections=self.sections
        )


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plans that ship, by their names."""
    found = sorted(one.name for one in PLANS.iterdir() if one.name.endswith(_ENDING))
    return tuple(
        _understood(name.removesuffix(_ENDING), name, (PLANS / name).read_text("utf-8"))
        for name in found
    )


def find_plan(source: str) -> Plan:
    """Return a plan that ships by its name, or the one in a file. Raises WrongUse."""
    known = {one.name: one for one in plans()}
    if source in known:
        return known[source]
    if source.casefold().endswith(_ENDING):
        return read_plan(Path(source).expanduser())
    raise WrongUse(
        f"There is no plan {quoted(source)}, and a file's name ends in .toml: "
        f"{nearest(source, tuple(known))}."
    )


def read_plan(path: Path) -> Plan:
    """Read a plan. Raises WrongUse, with a sentence for each mistake in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path.name} is not written in UTF-8: save it so.") from error
    except OSError as error:
        raise WrongUse(
            f"{path.name} cannot be read ({error.strerror or error}): look at its name."
        ) from error
    return _understood(clean_line(path.stem), path.name, text)


def _understood(name: str, label: str, text: str) -> Plan:
    try:
        values = whole_toml(text)
    except ValueError as error:
        line, why = no_toml(text, error)
        raise WrongUse(_sentence(label, line, why)) from error
    try:
        given = _File.model_validate(values)
    except ValidationError as error:
        mistakes = [_mistake(label, text, dict(one)) for one in error.errors(include_url=False)]
        raise WrongUse(" ".join(mistakes)) from error
    odd = [
        _sentence(label, _line(text, ("section", place, field)), why)
        for place, field, why in _odd(given.section)
    ]
    if odd:
        raise WrongUse(" ".join(odd))
    sections = tuple(
        PlanSection(
            key=one.key, heading=one.heading.en, others=one.heading.others, left_out=one.left_out
        )
        for one in given.section
    )
    return Plan(name, given.about, text, given.heading.en, given.heading.others, sections)


def _odd(sections: list[_Section]) -> Iterator[tuple[int, str, str]]:
    """Yield what makes no sense in sections: the place of each, the field, and why."""
    seen: set[str] = set()
    for place, one in enumerate(sections):
        key = one.key
        is_group = key.endswith("*")
        if key in seen:
            yield place, "key", f"{quoted(key)} stands here a second time: name it once"
        elif key not in KEYS and (is_group or not key.startswith(_ONE_OF)):
            yield place, "key", f"there is no section {quoted(key)}: {nearest(key, KEYS)}"
        elif is_group and (one.heading.en or one.heading.fr):
            which = "an annex has its own" if key == "annex-*" else f"name one, as {key[:-1]}WGM"
            yield place, "heading", f"{quoted(key)} is several sections under one heading: {which}"
        elif any(other.endswith("*") and fnmatchcase(key, other) for other in seen):
            yield place, "key", f"{quoted(key)} is among the sections above: put it before them"
        seen.add(key)


def _mistake(label: str, text: str, error: dict[str, Any]) -> str:
    """Say what is wrong with one value of a file."""
    where: tuple[Any, ...] = error["loc"]
    key = quoted(str(where[-1] if not isinstance(where[-1], int) else where[0]))
    line = _line(text, where)
    if error["type"] == "extra_forbidden":
        known: tuple[str, ...] = tuple(_File.model_fields)
        if "heading" in where[:-1]:
            known = languages("communique")
        elif where[0] == "section":
            known = tuple(_Section.model_fields)
        return _sentence(label, line, f"{key} is no key here: {nearest(str(where[-1]), known)}")
    if where == ("section",) and error["type"] in ("missing", "too_short"):
        return _sentence(label, line, "it names no section: begin one with [[section]]")
    return _sentence(label, line, f"{key} {_MENDS.get(error['type'], error['msg'].lower())}")


def _line(text: str, where: tuple[Any, ...]) -> int:
    """Return the line of a value, given where it is; 0 where that is not known."""
    path = tuple(str(one) for one in where if not isinstance(one, int))
    place = next((one for one in where if isinstance(one, int)), None)
    if place is None:
        return Lines.found(text).of(path)
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if _SECTION.match(line)]
    if place >= len(begins):
        return 0
    end = begins[place + 1] if place + 1 < len(begins) else len(lines)
    return begins[place] + Lines.found("\n".join(lines[begins[place] : end])).of(path)


def _sentence(label: str, line: int, why: str) -> str:
    return clean_line(f"{label}{f', line {line}' if line else ''}: {why}.")
