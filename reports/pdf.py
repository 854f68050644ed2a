"""Setting on paper with Typst: a tagged PDF that can be read aloud (PDF/UA-1), and a chart as pixels."""

import base64
import json
from dataclasses import asdict, dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

import typst

from i18n import _, speaking
from reports.charts import drawn
from reports.document import Document, Section, Words

HERE = Path(__file__).parent
DOTS_PER_INCH = 220
FONTS = HERE / "fonts"
PICTURE = b"""#set page(width: 640pt, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


@dataclass(frozen=True)
class Logo:
    """A picture of the support point: PNG, JPEG or WebP."""

    media_type: str
    content: bytes


def pdf(document: Document, words: Words, logo: Logo | None = None) -> bytes:
    """The report on A4; the same input gives the same pages."""
    return _compiled(document, words, logo, format="pdf", pdf_standards=["ua-1"])[0]


def pages(document: Document, words: Words, logo: Logo | None = None, *, ppi: int = 80) -> list[bytes]:
    """Each page as a PNG, to look at."""
    return _compiled(document, words, logo, format="png", ppi=float(ppi))


def pixels(svg: str) -> bytes:
    """A picture as PNG, with the letters of our own fonts."""
    return _one(_compile(PICTURE, {"svg": svg}, format="png", ppi=72.0 * DOTS_PER_INCH / 100))


def _compiled(document: Document, words: Words, logo: Logo | None, **how: Any) -> list[bytes]:  # noqa: ANN401 - options
    with speaking(document.language):
        data = _data(document, words, logo)
    template = (HERE / "templates" / "report.typ").read_bytes()
    made = _compile(template, {"report": json.dumps(data)}, **how)
    return made if isinstance(made, list) else [made]


def _compile(template: bytes, inputs: dict[str, str], **how: Any) -> bytes | list[bytes]:  # noqa: ANN401 - its own options
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    compiler = typst.Compiler(template, font_paths=fonts, sys_inputs=inputs)
    made = compiler.compile(**how)
    assert made is not None
    return made


def _one(made: bytes | list[bytes]) -> bytes:
    return made[0] if isinstance(made, list) else made


def _data(document: Document, words: Words, logo: Logo | None) -> dict[str, Any]:
    labels = {
        "page": _("Pagina {n} van {all}", n="{n}", all="{all}"),
        "logo": _("Logo van {organisation}", organisation=document.organisation),
        "closing": _("Tot slot"),
        "computed": _("Hoe is dit berekend?"),
    }
    return {
        **asdict(document),
        "sections": [_section(one) for one in document.sections],
        "words": asdict(words),
        "labels": labels,
        "logo": _wrapped(logo) if logo else "",
    }


def _section(one: Section) -> dict[str, Any]:
    chart = {**asdict(replace(one.chart, rows=())), "svg": drawn(one.chart)} if one.chart else None
    return {**asdict(replace(one, chart=None)), "chart": chart}


def _wrapped(logo: Logo) -> str:
    """The picture inside a drawing: that way it travels as text, whatever kind it is."""
    source = f"data:{logo.media_type};base64,{base64.b64encode(logo.content).decode()}"
    frame = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
    return f'{frame}<image width="300" height="100" preserveAspectRatio="xMaxYMid" href="{escape(source)}"/></svg>'
