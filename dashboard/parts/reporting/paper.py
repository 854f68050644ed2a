"""A report as a page: the same words, pictures and tables as its files."""

import base64

from dash import html
from dash.development.base_component import Component

from dashboard.parts.tables import Column, table
from reports.charts import drawn
from reports.document import Chart, Document, Section, Table


def paper(document: Document, opening: str, closing: str) -> Component:
    """What readers get, without the numbers of pages."""
    head = [
        html.P(document.organisation, className="paper-from"),
        html.H2(document.title),
        html.P(document.period, className="lead"),
        html.P(document.invented, className="note") if document.invented else None,
        html.P(document.lead, className="answer"),
    ]
    end = [html.P(one, className="note") for one in (*document.computed, document.released)]
    sections = [_section(one) for one in document.sections]
    return html.Article([*head, *_typed(opening), *sections, *_typed(closing), *end], className="report-sheet")


def _typed(words: str) -> list[Component]:
    return [html.P(one) for one in words.splitlines() if one.strip()]


def _section(one: Section) -> Component:
    return html.Section(
        [
            html.H3(one.title),
            html.P(" ".join(one.sentences)) if one.sentences else None,
            _picture(one.chart) if one.chart else None,
            _sheet(one.table) if one.table else None,
            html.P(one.note, className="note") if one.note else None,
        ]
    )


def _picture(chart: Chart) -> Component:
    source = base64.b64encode(drawn(chart).encode()).decode()
    picture = html.Img(src=f"data:image/svg+xml;base64,{source}", alt=chart.alt)
    return html.Figure([html.Figcaption(chart.title), picture])


def _sheet(one: Table) -> Component:
    columns = [Column(name, numeric=place in one.numeric) for place, name in enumerate(one.columns)]
    return table(columns, [list(row) for row in one.rows], caption=one.caption)
