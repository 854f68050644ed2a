"""What people said afterwards, with a gathering that was held."""

from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.pieces import card
from dashboard.parts.tables import Cell, Column, table
from domain import forms
from i18n import _, n_, number
from store.queries.gatherings import feedback
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.feedback import ANSWERS, FEWEST, Said
from store.sessions import Session
from store.states import EventState


def feedback_card(session: Session, event: EventFacts, now: datetime) -> Component | None:
    """Nothing before the end, nor for what never took place."""
    if event.ends_at > now or event.state in (EventState.DRAFT, EventState.CANCELLED, EventState.SKIPPED):
        return None
    said, names = feedback.said(session, event.id), forms.labels(forms.terms(session, "helped"))
    if not said.answers:
        sentence = _("Wie er was, krijgt een dag later een bericht met twee vragen. Niemand ziet wie wat antwoordt.")
        return card(html.P(sentence), title=_("Wat mensen ervan vonden"))
    drawn = _answers(said, [names.get(str(one), str(one)) for one in ANSWERS]) if said.counts else _too_few(said)
    return card(*drawn, *_remarks(said), title=_("Wat mensen ervan vonden"))


def _too_few(said: Said) -> list[Component]:
    told = n_("{n} antwoord.", "{n} antwoorden.", said.answers)
    return [html.P(f"{told} {_('Vanaf {fewest} antwoorden ziet u hier het gemiddelde.', fewest=FEWEST)}")]


def _answers(said: Said, names: list[str]) -> list[Component]:
    """The average in a sentence, a bar for each answer, and the same numbers as a table."""
    average = number(round(said.average or 0, 1))
    sentence = n_(
        "Gemiddeld {average} van 5, uit {n} antwoord.", "Gemiddeld {average} van 5, uit {n} antwoorden.",
        said.answers, average=average,
    )  # fmt: skip
    bars = [
        html.Li([html.Span(name), dmc.Progress(value=100 * count / said.answers, **aria(label=name)), html.Span(count)])
        for name, count in zip(names, said.counts, strict=True)
    ]
    rows: list[list[Cell]] = [[name, count] for name, count in zip(names, said.counts, strict=True)]
    heads: list[Column | str] = [_("Geholpen?"), Column(_("Antwoorden"), numeric=True)]
    title = _("Als tabel")
    twin = html.Details([html.Summary(title), table(heads, rows, caption=_("Geholpen?"))], className="more")
    return [html.P(html.Strong(sentence)), html.Ul(bars, className="answer-bars"), twin]


def _remarks(said: Said) -> list[Component]:
    if not said.remarks:
        return []
    note = html.P(_("Opmerkingen worden na 90 dagen gewist."), className="note")
    return [html.H3(_("Opmerkingen")), html.Ul([html.Li(one) for one in said.remarks], className="remarks"), note]
