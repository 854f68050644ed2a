"""The HTML twin of a letter: the same words, with a clear button for each link that stands alone on its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from i18n import _, direction, language

ADDRESS = re.compile(r"https?://[^\s<>\"']+")

BODY = "margin:0;padding:24px 12px;background:#f7f5f1;color:#1d2827;font:17px/1.55 Figtree,Verdana,Arial,sans-serif"
SHEET = "max-width:560px;margin:0 auto;padding:28px 28px 12px;background:#fff;border:1px solid #e3ded5"
PAGE = f"""<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light"><title>{{title}}</title></head>
<body style="{BODY}">
<div style="{SHEET}">
<h1 style="margin:0 0 18px;font:600 23px/1.3 Fraunces,Georgia,serif">{{title}}</h1>
{{parts}}
</div>
</body>
</html>
"""
PARAGRAPH = '<p style="margin:0 0 16px">{text}</p>'
TABLE = '<table style="border-collapse:collapse;width:100%;margin:0 0 18px;font-size:15px">{rows}</table>'
CELL = '<{tag} style="text-align:start;padding:6px 8px 6px 0;border-bottom:1px solid #e3ded5">{text}</{tag}>'
BETWEEN = " | "
BUTTON = (
    '<p style="margin:4px 0 22px"><a href="{address}" style="display:inline-block;padding:13px 22px;background:#0f5f63;'
    'color:#ffffff;font-weight:600;text-decoration:none;border-radius:8px">{label}</a></p>'
)


@dataclass(frozen=True)
class Part:
    """A paragraph, or a button with its label when it has an address."""

    lines: tuple[str, ...]
    address: str = ""


def parts(text: str) -> Iterator[Part]:
    """The letter as a reader sees it, in order.

    A line that is only an address becomes a button; the line above it, when it ends with a colon, is its label.
    """
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        words: list[str] = []
        for line in map(str.strip, paragraph.splitlines()):
            if not ADDRESS.fullmatch(line):
                words.append(line)
                continue
            label = words.pop().rstrip(": ") if words and words[-1].endswith(":") else _("Openen")
            if words:
                yield Part(tuple(words))
            yield Part((label,), line)
            words = []
        if words:
            yield Part(tuple(words))


def twin(title: str, text: str) -> str:
    """The letter as a page without scripts, pictures or anything to fetch, in the language that is spoken now."""
    drawn = "\n".join(_drawn(part) for part in parts(text))
    return PAGE.format(language=language(), direction=direction(), title=escape(title), parts=drawn)


def _drawn(part: Part) -> str:
    if not part.address and _is_table(part.lines):
        return _table(part.lines)
    words = "<br>".join(escape(line) for line in part.lines)
    return BUTTON.format(address=escape(part.address), label=words) if part.address else PARAGRAPH.format(text=words)


def _is_table(lines: tuple[str, ...]) -> bool:
    """Two lines or more with as many cells each: a table, the first line being its heading."""
    cells = {line.count(BETWEEN) for line in lines}
    return len(lines) > 1 and len(cells) == 1 and cells != {0}


def _table(lines: tuple[str, ...]) -> str:
    rows = [_row(line, "th" if place == 0 else "td") for place, line in enumerate(lines)]
    return TABLE.format(rows="".join(rows))


def _row(line: str, tag: str) -> str:
    return f"<tr>{''.join(CELL.format(tag=tag, text=escape(one)) for one in line.split(BETWEEN))}</tr>"
