"""Drafts as one HTML page that needs nothing else. What people said never becomes markup."""

from __future__ import annotations

from html import escape

from .draft import Block, Draft, Listing, Paragraph, Section, Table

_DEEPEST = 6
_STYLE = """
body { font: 11pt/1.35 Calibri, Carlito, Arial, sans-serif; color: #000; background: #fff;
       max-width: 46em; margin: 1.5em auto; padding: 0 1em; }
h1 { font-size: 1.5em; margin: 0 0 .2em; }
h2 { font-size: 1.1em; margin: 1em 0 .2em; border-bottom: 1px solid #666; }
h3, h4, h5, h6 { font-size: 1em; margin: .8em 0 .2em; }
p, ul { margin: .3em 0; }
ul { padding-left: 1.2em; }
table { border-collapse: collapse; }
td, th { border: 1px solid #666; padding: .2em .5em; text-align: left; vertical-align: top; }
.marking { font-weight: bold; border: 2px solid #000; padding: .1em .6em; display: inline-block; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
"""


def html(draft: Draft) -> str:
    """Write a draft as an HTML page."""
    title = _text(" – ".join(part for part in (draft.register, draft.title) if part))
    parts = [f'<p class="marking">{_text(draft.marking)}</p>'] if draft.marking else []
    parts.append(f"<h1>{_text(draft.register)}</h1>")
    parts.append(f"<p><strong>{_text(draft.title)}</strong></p>")
    parts += [f"<p>{'<br>'.join(map(_text, draft.about))}</p>"] if draft.about else []
    parts += [f"<p><strong>{_text(draft.stamp)}</strong></p>"] if draft.stamp else []
    for section in draft.sections:
        parts += _section(section, 2)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
        f"\n<style>{_STYLE}</style>\n</head>\n<body>\n" + "\n".join(parts) + "\n</body>\n</html>\n"
    )


def _section(section: Section, level: int) -> list[str]:
    tag = f"h{min(level, _DEEPEST)}"
    parts = [f"<{tag}>{_text(section.heading)}</{tag}>"] if section.heading else []
    parts += [_block(block) for block in section.blocks]
    for inner in section.sections:
        parts += _section(inner, level + 1)
    return parts


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        items = "\n".join(f"<li>{_paragraph(item)}</li>" for item in block.items)
        return f"<ul>\n{items}\n</ul>"
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
    lead = f"<strong>{_text(paragraph.lead)}</strong> " if paragraph.lead else ""
    return f"{number}{lead}<bdi>{_text(paragraph.text)}</bdi>"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
