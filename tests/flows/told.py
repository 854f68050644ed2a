"""All that an answer tells whoever looks at it, hears it or opens its file: each text, with where it stands."""

import csv
import io
import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import docx
from docx.oxml.ns import qn
from openpyxl import load_workbook

from tests.reports.pdf_text import lines

THING = frozenset({"id", "href", "className", "style", "type", "filename", "value", "namespace"})
SIZE = frozenset({"width", "height", "size", "weight", "thickness", "opacity", "margin", "minRows", "bargap"})
COLOUR = frozenset({"color", "fillcolor", "bgcolor", "bordercolor", "borderpad", "colorscale", "zmin", "zmid", "zmax"})
PLACE = frozenset({"x0", "x1", "y0", "y1", "xref", "yref", "xshift", "yshift", "xanchor", "yanchor", "anchor", "path"})
AXIS = frozenset({"domain", "range", "xaxis", "yaxis", "nticks", "xgap", "ygap", "scaleratio", "texttemplate"})
LOOKS = THING | SIZE | COLOUR | PLACE | AXIS | {"meta", "marker", "tabIndex"}
"""How something looks or which thing it is; that none of this is made of exact counts, `test_policy_emptied` proves."""


@dataclass(frozen=True)
class Told:
    """`where` is the name of the column, or of the part of a picture."""

    where: str
    text: str


def told(answer: bytes) -> Iterator[Told]:
    """Of whatever the dashboard sends: a page, a part of it, or a file."""
    yield from _inside(json.loads(answer) if answer else None, "")


def _inside(node: Any, where: str) -> Iterator[Told]:
    if isinstance(node, list) and node != [str(place) for place in range(len(node))]:  # else they say which row
        for one in node:
            yield from _inside(one, where)
    elif isinstance(node, dict):
        yield from _of_a_thing(node, where)
    elif isinstance(node, str | int | float) and not isinstance(node, bool):
        yield Told(where, str(node))


def _of_a_thing(node: dict[str, Any], where: str) -> Iterator[Told]:
    if isinstance(node.get("content"), str) and "filename" in node:
        yield from of_file(
            node["filename"], b64decode(node["content"]) if node.get("base64") else node["content"].encode()
        )
        return
    for key, one in node.items():
        if key == "src":
            yield from _of_picture(one)
        elif key == "annotations":
            yield from (Told(_of_mark(each), str(each.get("text"))) for each in one)
        elif key not in LOOKS:
            yield from _inside(one, _where(node, key, where))


def _where(node: dict[str, Any], key: str, where: str) -> str:
    """A cell stands under the name of its column, a large number under its label, all else in its part of the page."""
    if node.get("className") == "card kpi":
        return str(node["children"][0]["props"]["children"][0]["props"]["children"])
    return str(node.get("data-label") or (where if key in ("children", "props") else key))


def _of_mark(annotation: dict[str, Any]) -> str:
    """A number at a dotted line says which happening that was; the list below the picture has them all."""
    return "mark" if annotation.get("yanchor") == "top" else "text"


def _of_picture(source: str) -> Iterator[Told]:
    kind, _comma, content = source.partition(",")
    drawn = b64decode(content).decode() if "base64" in kind else unquote(content)
    yield from (Told("drawn", text) for text in re.findall(r"<(?:text|title|desc)[^>]*>([^<]*)<", drawn))


def of_file(name: str, content: bytes) -> Iterator[Told]:
    """By the end of its name."""
    yield from {"csv": _of_csv, "xlsx": _of_workbook, "docx": _of_letter, "pdf": _of_paper}[name.rpartition(".")[2]](
        content
    )


def _of_csv(content: bytes) -> Iterator[Told]:
    rows = list(csv.reader(io.StringIO(content.decode().lstrip("\ufeff")), delimiter=";"))
    heads: list[str] = []
    for row in rows:
        heads = row if len(row) > 1 and not heads else heads if row else []
        yield from _row(heads, row)


def _of_workbook(content: bytes) -> Iterator[Told]:
    for sheet in load_workbook(io.BytesIO(content)):
        yield Told("sheet", sheet.title)
        yield from _table([*sheet.iter_rows(values_only=True)])


def _of_letter(content: bytes) -> Iterator[Told]:
    file = docx.Document(io.BytesIO(content))
    yield from (Told("", one.text) for one in file.paragraphs)
    for table in file.tables:
        yield from _table([[cell.text for cell in row.cells] for row in table.rows])
    for picture in file.element.iter(qn("wp:docPr")):
        yield Told("alt", picture.get("descr") or "")


def _of_paper(content: bytes) -> Iterator[Told]:
    yield Told("paper", "\n".join(lines(content)))


def _table(rows: Sequence[Sequence[Any]]) -> Iterator[Told]:
    for row in rows:
        yield from _row([str(one) for one in rows[0]], row)


def _row(heads: Sequence[str], row: Iterable[Any]) -> Iterator[Told]:
    names = [*heads, *[""] * 99]
    yield from (Told(name, str(one)) for name, one in zip(names, row, strict=False) if one is not None)
