"""Read a plan strictly: a slip of the pen is named, with its key and the word it may stand for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args
from zoneinfo import available_timezones

from pydantic import ValidationError
from rapidfuzz import fuzz, process

from plenary_tui.errors import WrongUse
from plenary_tui.record.setup import interval

from .plan_file import Plan

TEMPLATES = files("plenary_tui") / "data" / "templates"

_ROSTERS = ("kp",)
_NUMBER_FIELDS = ("{year}", "{meeting}", "{n}")
_LIKENESS = 60  # of 100: below it a "did you mean" misleads more than it helps
_MENDS = {
    "missing": "is missing; add it",
    "string_type": "must be text in quotes",
    "date_type": "must be a date such as 2018-06-18, without quotes",
    "list_type": "must be a list in square brackets",
    "model_type": "must be a table",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
}


def template_names() -> list[str]:
    """Return the names of the templates that ship."""
    found = (entry.name for entry in TEMPLATES.iterdir())
    return sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml"))


def nearest(typed: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """Return `; did you mean "…"?` for the known word most like `typed`, or nothing.

    Of a mapping the keys are compared and the value is proposed.
    """
    found = process.extractOne(typed, list(known), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    if not found:
        return ""
    meant = known[found[0]] if isinstance(known, Mapping) else found[0]
    return f'; did you mean "{meant}"?'


def read_plan(source: str | Path) -> tuple[str, Plan]:
    """Read a template by its name or a plan by its path; return what to call it, and the plan.

    A plan that names a `template` states only what differs; a list of its own takes the place
    of the template's. Raises WrongUse, naming the file and the key.
    """
    label, fields = _load(source)
    base = fields.pop("template", None)
    if base is not None:
        if base not in template_names():
            raise WrongUse(f'{label}: there is no template "{base}"{_templates(str(base))}')
        fields = {**_load(base)[1], **fields}
    try:
        plan = Plan.model_validate(fields)
    except ValidationError as error:
        raise WrongUse(_sentence(label, error)) from error
    _check_values(label, plan)
    return label, plan


def _load(source: str | Path) -> tuple[str, dict[str, Any]]:
    if str(source) in template_names():
        label = f"template {source}"
        raw = (TEMPLATES / f"{source}.toml").read_bytes()
    else:
        path = Path(source)
        label = path.name
        if not path.exists() and path.suffix != ".toml":
            raise WrongUse(f'there is no template or file "{source}"{_templates(str(source))}')
        try:
            raw = path.read_bytes()
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            raise WrongUse(f"{source}: {reason}; name a plan file that can be read") from error
    try:
        return label, tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrongUse(f"{label}: not UTF-8 text; save it as UTF-8 and try again") from error
    except tomllib.TOMLDecodeError as error:
        raise WrongUse(f"{label}: not valid TOML, mend it there: {error}") from error


def _templates(typed: str) -> str:
    shipped = template_names()
    return nearest(typed, shipped) or f"; there are {' and '.join(shipped)}"


def _sentence(label: str, error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    *where, key = first["loc"]
    if isinstance(key, int):
        where, key = where[:-1], where[-1]
    place = "".join(f" {part + 1}," if isinstance(part, int) else f" {part}" for part in where)
    if first["type"] != "extra_forbidden":
        mend = _MENDS.get(first["type"], first["msg"].lower())
        return f'{label}:{place} "{key}" {mend}'
    model = Plan if not where else get_args(Plan.model_fields[str(where[0])].annotation)[0]
    known = [*model.model_fields, *([] if where else ["template"])]
    hint = nearest(str(key), known) or f"; the keys are {', '.join(known)}"
    return f'{label}:{place} "{key}" is no key of a plan{hint}'


def _check_values(label: str, plan: Plan) -> None:
    if plan.roster and plan.roster not in _ROSTERS:
        hint = nearest(plan.roster, _ROSTERS) or f'; there is "{_ROSTERS[0]}"'
        raise WrongUse(f'{label}: "roster" names no shipped roster, "{plan.roster}"{hint}')
    if plan.zone and plan.zone not in available_timezones():
        hint = nearest(plan.zone, available_timezones()) or "; write one like Europe/Brussels"
        raise WrongUse(f'{label}: "zone" names no time zone, "{plan.zone}"{hint}')
    first, last = interval(plan.dates)
    if plan.dates and not (first and last and first <= last):
        raise WrongUse(f'{label}: "dates" must read 2018-06-18/2018-06-22, not "{plan.dates}"')
    unknown = set(re.findall(r"\{[^}]*\}?", plan.numbers)) - set(_NUMBER_FIELDS)
    if plan.numbers and (unknown or "{n}" not in plan.numbers):
        fields = ", ".join(_NUMBER_FIELDS)
        raise WrongUse(f'{label}: "numbers" must hold {{n}} and no other field than {fields}')
