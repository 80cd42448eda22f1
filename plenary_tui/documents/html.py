"""Drafts as one HTML page that needs nothing else. What people said never becomes markup."""

from __future__ import annotations

import re
from html import escape

from .draft import Block, Draft, Listing, Paragraph, Section, Table

_DEEPEST = 6
_MANY = 4
"""Sections from which on a page begins with links to them."""
_CONTENTS = {"en": "Contents", "fr": "Sommaire"}
_STYLE = """
:root { color-scheme: light dark; }
body { font: 11pt/1.45 Calibri, Carlito, Arial, sans-serif; color: CanvasText; background: Canvas;
       max-width: 46em; margin: 1.5em auto; padding: 0 1em; overflow-wrap: break-word; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .2em; }
h2 { font-size: 1.25em; margin: 1.6em 0 .3em; border-bottom: 1px solid GrayText; }
h3 { font-size: 1.1em; margin: 1.2em 0 .2em; }
h4, h5, h6 { font-size: 1em; margin: 1em 0 .2em; }
p, ul { margin: .4em 0; }
ul { padding-left: 1.2em; }
ul.lettered { list-style: none; }
nav { font-size: .95em; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; }
td, th { border: 1px solid GrayText; padding: .2em .5em; text-align: left; vertical-align: top; }
.marking { font-weight: bold; border: 2px solid; padding: .1em .6em; display: inline-block; }
@media print {
  :root { color-scheme: light; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  nav { display: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  tr { break-inside: avoid; }
}
"""
_PAGE = """@page {{ margin: 20mm; @top-center {{ content: "{marking}"; font-weight: bold; }}
         @bottom-right {{ content: counter(page) "/" counter(pages); font-size: 9pt; }} }}
"""
"""The margins of a printed page; a marking stands on every one where the program prints margins."""
_NOT_CSS = re.compile(r"[^\w ]")


def html(draft: Draft) -> str:
    """Write a draft as an HTML page, in the draft's language."""
    title = " – ".join(part for part in (draft.register, draft.title) if part).replace("\n", " ")
    head = [f'<p class="marking">{_text(draft.marking)}</p>'] if draft.marking else []
    head += [f'<p class="symbol">{_text(draft.symbol)}</p>'] if draft.symbol else []
    head.append(f"<h1>{_text(draft.register)}</h1>")
    head += [f"<p><strong>{_text(draft.title)}</strong></p>"] if draft.title else []
    head += [f"<p>{'<br>'.join(map(_text, draft.about))}</p>"] if draft.about else []
    head += [f"<p><strong>{_text(draft.stamp)}</strong></p>"] if draft.stamp else []
    body = [
        part
        for place, section in enumerate(draft.sections, 1)
        for part in _section(section, 2, f"s{place}")
    ]
    page = _PAGE.format(marking=_NOT_CSS.sub(" ", draft.marking))
    return "\n".join([
        "<!DOCTYPE html>", f'<html lang="{escape(draft.language)}">', "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>", f"<style>{_STYLE}{page}</style>", "</head>", "<body>",
        "<header>", *head, "</header>", *_contents(draft), "<main>", *body, "</main>",
        "</body>", "</html>", "",
    ])  # fmt: skip


def _contents(draft: Draft) -> list[str]:
    """Return the links to the sections of a long page."""
    headed = [(n, one.heading) for n, one in enumerate(draft.sections, 1) if one.heading]
    if len(headed) < _MANY:
        return []
    items = "\n".join(f'<li><a href="#s{n}">{_text(heading)}</a></li>' for n, heading in headed)
    return [f'<nav aria-label="{_CONTENTS[draft.language]}">\n<ul>\n{items}\n</ul>\n</nav>']


def _section(section: Section, level: int, name: str = "") -> list[str]:
    """Write a section; one without a heading leaves no gap in the levels of those inside."""
    parts = []
    if section.heading:
        tag = f"h{min(level, _DEEPEST)}"
        anchor = f' id="{name}"' if name else ""
        parts.append(f"<{tag}{anchor}>{_text(section.heading)}</{tag}>")
        level += 1
    parts += [_block(block) for block in section.blocks]
    for inner in section.sections:
        parts += _section(inner, level)
    return parts


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        items = "\n".join(f"<li>{_paragraph(item)}</li>" for item in block.items)
        kind = ' class="lettered"' if block.items and block.items[0].letter else ""
        return f"<ul{kind}>\n{items}\n</ul>"
    if isinstance(block, Table):
        head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.columns)
        rows = "\n".join(
            f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row.cells)}</tr>"
            for row in block.rows
        )
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    return f"<p>{_paragraph(block)}</p>"


def _paragraph(paragraph: Paragraph) -> str:
    number = f"{_text(paragraph.number)}. " if paragraph.number else ""
    if paragraph.letter:
        number = f"{_text(paragraph.letter)} "
    lead = f"<strong>{_text(paragraph.lead)}</strong> " if paragraph.lead else ""
    text = f"<bdi>{_text(paragraph.text)}</bdi>" if paragraph.text else ""
    return f"{number}{lead}{text}".rstrip()


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
