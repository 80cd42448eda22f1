"""What somebody asks `export` for: the document, its form, its variant; and what makes no sense."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plenary_tui.errors import WrongUse

if TYPE_CHECKING:
    from plenary_tui.documents.excerpt import Span
    from plenary_tui.documents.word.options import WordOptions

FORMATS: dict[str, tuple[str, ...]] = {
    "notes": ("txt",),
    "data": ("json",),
    "journal": ("docx", "md", "html", "txt"),
    "decisions": ("docx", "md", "html", "txt"),
    "summary": ("docx", "md", "html", "txt", "akn"),
    "communique": ("docx", "md", "html", "txt"),
    "chairs-summary": ("docx", "md", "html", "txt"),
    "news": ("docx", "md", "html", "txt"),
    "corrigendum": ("docx", "md", "html", "txt"),
    "received": ("docx", "md", "html", "txt"),
    "card": ("docx", "md", "html", "txt"),
    "script": ("docx", "md", "html", "txt"),
    "balance": ("docx", "html", "md", "txt", "csv"),
    "interventions": ("csv",),
    "speaking": ("csv",),
    "events": ("ics",),
    "follow-ups": ("ics",),
}
"""What can be exported, each in its formats, the default first."""

COMMUNIQUE = "communique"
"""What is issued in versions."""

PUBLIC = (COMMUNIQUE, "news")
"""Documents for everybody: drafts until they are final, and never with sealed words."""

CARD = "card"
SCRIPT = "script"
CORRIGENDUM = "corrigendum"
CHAIRS_SUMMARY = "chairs-summary"
BALANCE = "balance"
OF_NOW = (CARD, SCRIPT, CHAIRS_SUMMARY, BALANCE)
"""Of a moment, so that no later one replaces it; what is sealed is never in it."""

FOR_PROGRAMS = ("csv", "ics", "akn")
"""Of a table, a calendar or a debate: of what is open only, and printed octet by octet."""

EXCERPTS = ("summary", "notes", "data")
"""What there is to be had of a span of time, an item or a delegation."""

NO_HOUSE = "none"
"""In place of a house template: set in our own styles, whatever the settings name."""

Variant = Literal["clean", "annotated", "footnotes"]
"""Without the sources of its paragraphs, with them as comments, or with them as footnotes."""

_FOREIGN = ("pdf", "odt", "doc", "rtf", "dotx", "pages")
_SPOKEN = {SCRIPT: "script", **dict.fromkeys((*PUBLIC, CHAIRS_SUMMARY), COMMUNIQUE)}
"""Documents that there are in several languages, and the file of `data/` with their sentences."""


@dataclass(frozen=True)
class Asked:
    """A document that is asked for. version: the label of an issued one; empty for today's.

    against: a file, a moment or a label. drop: of a Chair's summary. wide: lines numbered, with a
    wide margin. house: the file of a house template or `none`; usual_house: what the settings name.
    span: of an excerpt; None for everything.
    """

    kind: str
    form: str
    whole: bool = False
    variant: Variant = "clean"
    version: str = ""
    final: bool = False
    language: str = ""
    until: str = ""
    against: str = ""
    drop: bool = False
    wide: bool = False
    house: str = ""
    usual_house: Path | None = None
    span: Span | None = None

    @property
    def template(self) -> Path | None:
        """The house template that it is set in; None for our own."""
        if self.house == NO_HOUSE:
            return None
        return Path(self.house).expanduser() if self.house else self.usual_house

    @property
    def annotated(self) -> bool:
        """Whether it shows what its paragraphs rest on."""
        return self.variant != "clean"

    def check(self) -> None:
        """Raise WrongUse, in one sentence, where it makes no sense."""
        for holds, why in self._rules():
            if not holds:
                raise WrongUse(why)
        if self.language:
            _check_language(self.kind, self.language)

    def _rules(self) -> tuple[tuple[bool, str], ...]:
        kind, form = self.kind, self.form
        public = " and ".join(PUBLIC)
        return (
            (
                form not in FOR_PROGRAMS or not (self.whole or self.annotated),
                f"{kind} as {form} holds what is open and nothing else: no --whole, no "
                "--annotated.",
            ),
            (
                kind not in ("notes", "data") or not self.annotated,
                f"{kind} is the record itself: leave --annotated out.",
            ),
            (
                kind != BALANCE or not self.annotated,
                f"A {kind} adds up what many entries say: leave --annotated out.",
            ),
            (
                kind not in PUBLIC or not self.whole,
                f"A {kind} is for everybody and never holds sealed words: no --whole.",
            ),
            (
                kind not in OF_NOW or not self.whole,
                f"A {kind} never shows what is sealed: no --whole.",
            ),
            (
                not self.span or kind in EXCERPTS,
                f"--from, --item and --delegation are for {', '.join(EXCERPTS)} only.",
            ),
            (kind in PUBLIC or not self.final, f"--final is for {public} only."),
            (
                kind == COMMUNIQUE or not self.version,
                f"--version is for {COMMUNIQUE} only: no version of {kind} is ever issued.",
            ),
            (
                not self.version or not (self.until or self.final),
                f"Version {self.version} stands as it was issued: no --until, no --final.",
            ),
            (
                kind == CHAIRS_SUMMARY or not self.drop,
                f"--drop is for {CHAIRS_SUMMARY} only: {kind} leaves nothing out.",
            ),
            (
                not self.against or (kind in PUBLIC and form == "docx"),
                f"--against is for {public} as Word files only.",
            ),
            (
                form == "docx" or not (self.wide or self.house or self.variant == "footnotes"),
                f"--footnotes, --wide and --house are for Word files only, not for {form}.",
            ),
        )  # fmt: skip

    def options(self) -> WordOptions:
        """Return how a Word file of it is set. Raises PlenaryError where the house's is no use."""
        from plenary_tui.documents.word.options import WordOptions

        from .word_files import bytes_of

        house = None
        if template := self.template:
            from plenary_tui.documents.word.house import house_template

            house = house_template(bytes_of(template))
        return WordOptions(
            lines_numbered=True if self.wide else None, wide_margin=self.wide, house=house,
            sources="footnotes" if self.variant == "footnotes" else "comments",
        )  # fmt: skip

    def name(self, edition: tuple[str, ...] = ()) -> str:
        """Return what its file is called behind the session: `communique-v2-fr-annotated`.

        edition: what tells the file of an issued version from others (`version_name`). A draft of
        the moment says when, so that none replaces another.
        """
        from plenary_tui.store.names import slug

        own = (self.language if self.language != "en" else "", "final" if self.final else "")
        parts = [self.kind, *map(slug, filter(None, edition or own))]
        parts += [self.variant] if self.annotated else []
        parts += ["wide"] if self.wide else []
        parts += [slug(self.span.about)] if self.span else []
        parts += ["house"] if self.house not in ("", NO_HOUSE) else []
        parts += [f"changes-since-{slug(Path(self.against).stem)}"] if self.against else []
        if not edition and self.kind in (*PUBLIC, *OF_NOW):
            from plenary_tui.store.clock import local_now

            parts.append(f"{local_now():%Y-%m-%d-%H%M}")
        return "-".join(parts)


def form_of(output: str | None) -> str | None:
    """Return the format that the name of a file says; None where it says none.

    Raises WrongUse where it says one that cannot be written.
    """
    ending = Path(output or "").suffix.removeprefix(".").casefold().replace("xml", "akn")
    known = {form for forms in FORMATS.values() for form in forms}
    if ending in _FOREIGN:
        raise WrongUse(f"{ending} files cannot be written: there are {', '.join(sorted(known))}.")
    return ending if ending in known else None


def chosen(kind: str, form: str | None) -> str:
    """Return the format of an export. Raises WrongUse, naming what there is."""
    formats = FORMATS.get(kind)
    if formats is None:
        raise WrongUse(f"{kind} cannot be exported: there are {', '.join(FORMATS)}.")
    if form is None:
        return formats[0]
    if form not in formats:
        raise WrongUse(f"{kind} cannot be exported as {form}: there is {', '.join(formats)}.")
    return form


def _check_language(kind: str, language: str) -> None:
    """Raise WrongUse where a document is not to be had in a language."""
    from plenary_tui.documents.language.phrases import languages

    if kind not in _SPOKEN:
        raise WrongUse(
            f"--language is for {', '.join(_SPOKEN)} only: {kind} is in the words of the record."
        )
    known = languages(_SPOKEN[kind])
    if language not in known:
        raise WrongUse(f"There is no {kind} in {language}: there is {', '.join(known)}.")
