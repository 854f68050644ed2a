"""What happens to a topic over time: it goes on in another, moves to another group, or stands earlier in its group."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from dashboard.parts.setup.setup_tabs import ROLES, TOPICS
from dashboard.parts.toasts import toast
from domain import topic_history, topics
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, day
from store.queries.setup import TopicRow
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

ACT = "topic-act"
MERGE, MOVE, UNMERGE, EARLIER, LATER = "merge", "move", "unmerge", "earlier", "later"
CHOSEN = "topic-chosen"


def history_cards(row: TopicRow, every: Sequence[TopicRow], today: date) -> list[Component]:
    """Nothing for a group."""
    if not row.group:
        return []
    names = {one.code: one.name_nl for one in every}
    order = [
        _button(EARLIER, _("Eerder in de groep"), "arrow-left"),
        _button(LATER, _("Later in de groep"), "arrow-right"),
    ]
    place = card(html.Div(order, className="actions"), title=_("Plaats in de lijst"))
    if row.successor and row.until:
        return [card(*_merged(row, names), title=_("Samengevoegd")), place]
    if not row.in_use:
        return [place]
    others = [one for one in every if one.group and one.code != row.code and one.in_use]
    groups = [one for one in every if not one.group and one.code != row.group]
    note = _("Wat al geregistreerd is, houdt dit onderwerp. Zo blijven de cijfers van vroeger kloppen.")
    return [
        card(
            html.P(note), *_choice(MERGE, _("Verder in"), others, today), title=_("Samenvoegen met een ander onderwerp")
        ),
        card(
            html.P(note), *_choice(MOVE, _("Naar groep"), groups, today), title=_("Verplaatsen naar een andere groep")
        ),
        place,
    ]


def _merged(row: TopicRow, names: Mapping[str, str]) -> list[Component]:
    since = (row.until or date.min) + timedelta(days=1)
    words = _(
        "Vanaf {day} gaat dit onderwerp verder in “{topic}”.", day=day(since, year=True), topic=names[row.successor]
    )
    again = _("Ongedaan maken kan zolang daarop nog niets geregistreerd is.")
    return [notice(html.P(words), html.P(again)), _button(UNMERGE, _("Samenvoegen ongedaan maken"), "undo-2")]


def _choice(what: str, label: str, others: Sequence[TopicRow], today: date) -> list[Component]:
    data = [{"value": one.code, "label": f"{one.code}. {one.name_nl}"} for one in others]
    which = dmc.Select(id=_id(what, "which"), label=label, data=data, searchable=True, placeholder=_("Maak een keuze"))
    on = dmc.DatePickerInput(id=_id(what, "on"), label=_("Vanaf"), value=today.isoformat())
    words = _("Samenvoegen") if what == MERGE else _("Verplaatsen")
    symbol = "arrow-right"
    return [html.Div([which, on, _button(what, words, symbol)], className="filters")]


def _id(what: str, part: str) -> dict[str, str]:
    return {"type": CHOSEN, "what": what, "part": part}


def _button(what: str, words: str, symbol: str) -> Component:
    return dmc.Button(words, id={"type": ACT, "what": what}, variant="default", leftSection=icon(symbol))


def register_history(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("address", "href", allow_duplicate=True),
        Output({"type": CHOSEN, "what": ALL, "part": ALL}, "error"),
        Input({"type": ACT, "what": ALL}, "n_clicks"),
        State({"type": CHOSEN, "what": ALL, "part": ALL}, "value"),
        State("topic-about", "data", allow_optional=True),  # these buttons go with the page that they stand on
        roles=ROLES,
        prevent_initial_call=True,
    )
    def act(clicks: list[object], _values: list[object], about: Mapping[str, str] | None) -> tuple[Any, Any]:
        if not any(clicks) or not ctx.triggered_id or about is None:
            raise PreventUpdate
        what, code, given = str(ctx.triggered_id["what"]), str(about.get("code")), _given()
        fields = [(one["id"]["what"], one["id"]["part"]) for one in ctx.states_list[0]]
        try:
            with services.database.writing() as session:
                done = _act(session, what, code, given, services.now())
        except Refused as refused:
            wrong = {(what, "which"): say(refused)} if fields and what in (MERGE, MOVE) else None
            if wrong is None or refused.key == "not_allowed":
                raise
            return no_update, [wrong.get(field) for field in fields]
        toast(done)
        return TOPICS if what in (MERGE, MOVE) else f"{TOPICS}/{code}", [None] * len(fields)


def _given() -> dict[tuple[str, str], object]:
    return {(one["id"]["what"], one["id"]["part"]): one.get("value") for one in ctx.states_list[0]}


def _act(session: Session, what: str, code: str, given: Mapping[tuple[str, str], object], now: datetime) -> str:
    by, which, on = current_actor(), str(given.get((what, "which")) or ""), _day(given.get((what, "on")), now)
    if what == MERGE:
        topic_history.merge(session, code, which, on=on, by=by, now=now)
        return _("Samengevoegd.")
    if what == MOVE:
        topic_history.move(session, code, which, on=on, by=by, now=now)
        return _("Verplaatst.")
    if what == UNMERGE:
        topic_history.unmerge(session, code, by=by, now=now)
        return _("Het samenvoegen is ongedaan gemaakt.")
    topics.swap(session, code, earlier=what == EARLIER, by=by, now=now)
    return _("Bewaard.")


def _day(typed: object, now: datetime) -> date:
    try:
        return date.fromisoformat(str(typed))
    except ValueError:
        return wall(now)[0]
