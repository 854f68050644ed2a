"""The whole page of one period: the answer in words, four figures, charts and tables."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.measures import answers, buddies, pictures, words
from dashboard.parts.measures.answers import Labels
from dashboard.parts.measures.figures import Figure, headlines
from dashboard.parts.pieces import card
from domain.measures.overview import Overview
from i18n import _


def measures(found: Overview, labels: Labels) -> Component:
    """`labels` are the words of every term."""
    parts = [
        _answer(found),
        html.Div([_figure(one) for one in headlines(found)], className="figures"),
        buddies.stalled_list(found.stalled, found.silence),
        pictures.first_contact(found),
        html.Div([pictures.often(found), pictures.carried(found)], className="columns"),
        answers.yes_or_no(found),
        html.Div([answers.reasons(found, labels), answers.endings(found, labels)], className="columns"),
        answers.helped(found),
        buddies.turn_table(found.turns),
    ]
    return html.Div([part for part in parts if part is not None], className="stack")


def _answer(found: Overview) -> Component:
    note = _("Exacte cijfers van uw eigen steunpunt, alleen voor coördinatoren. Deel ze niet verder.")
    return card(html.P(" ".join(words.answer(found)), className="answer"), html.P(note, className="note"))


def _figure(one: Figure) -> Component:
    size = "kpi-value" if one.enough and one.value is not None else "kpi-value few"
    inside = [
        html.Div(html.Span(one.title), className="kpi-label"),
        html.Div(words.said(one), className=size),
        html.Div(words.rests_on(one), className="kpi-note"),
        html.P(one.meaning, className="note"),
    ]
    return html.Div(inside, className="card kpi")
