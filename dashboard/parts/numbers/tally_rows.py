"""The rows of the tally: a topic, how often it came up, and a large button on either side; counted in the browser."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria, data
from dashboard.parts.fields import choices_data
from dashboard.parts.icons import icon
from dashboard.parts.numbers.question_form import WORDS, searched, topic_words
from dashboard.parts.numbers.question_topics import A_YEAR, MOST_USED
from domain import forms
from domain.register.tally import MOST
from i18n import _
from store.queries import choices
from store.queries.choices import TopicChoice
from store.sessions import Session
from trends.periods import month_of

PATH = "/werk/vragen/turven"
SEARCH = "tally-search"


def tally_rows(session: Session, day: date, own: Sequence[str]) -> Component:
    """Every topic of the day; first the `own` topics of the gathering, then what is registered most.

    The others stay hidden until they are searched for.
    """
    fit = {one.code: one for one in choices.topics(session, ended=True) if one.fits(day)}
    used = choices.most_used(session, month_of(day) - A_YEAR, most=MOST_USED)
    favourites = [one.code for one in fit.values() if one.favourite]
    first = dict.fromkeys(code for code in (*own, *used, *favourites) if code in fit)
    rows = [_row(fit[code], shown=True) for code in first]
    rows += [_row(one, shown=False) for one in fit.values() if one.code not in first]
    return html.Div([html.Ul(rows, id="tally-rows", className="tally", **_words()), _search(session, day)])


def _words() -> dict[str, Any]:
    """What the browser says while it counts."""
    return data(
        fewer=_("{topic}: één minder, nu {n}"),
        more=_("{topic}: één meer, nu {n}"),
        said=_("{topic}: {n}. Samen {total}."),
        total=_("Samen {total}"),
        full=_("U kunt per keer tot {most} vragen tellen. Sla dit eerst op en ga dan verder."),
        most=str(MOST),
    )


def _row(topic: TopicChoice, *, shown: bool) -> Component:
    number = html.Span(className="tally-number", **aria(hidden="true"))
    buttons = [_button("-1", "minus"), number, _button("1", "plus")]
    group = html.Div(buttons, className="tally-count", role="group", **aria(label=topic.name))
    return html.Li([html.Span(topic.name), group], hidden=not shown, **data(tally=topic.code, name=topic.name))


def _button(step: str, symbol: str) -> Component:
    """Its name holds the topic and the count: the browser gives it with every count."""
    return html.Button(icon(symbol), type="button", className="tally-step", **data(step=step))


def _search(session: Session, day: date) -> Component:
    offered = forms.topics(session, on=day)
    chosen = dmc.Select(
        id=SEARCH,
        label=_("Een ander onderwerp"),
        description=_("Wat u kiest, komt in de lijst en telt meteen één keer."),
        data=choices_data(offered),
        placeholder=_("Zoek en kies"),
        searchable=True,
        leftSection=icon("search"),
    )
    return html.Div([searched(chosen), html.Div(id=WORDS, hidden=True, **data(words=topic_words(offered)))])
