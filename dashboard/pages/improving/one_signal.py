"""One signal: what was seen, with the numbers of then, and what is decided about it."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.parts import card, link_button, page_header, toast
from dashboard.parts.facts import Fact, facts
from dashboard.parts.improving.evidence import evidence, frozen
from dashboard.parts.improving.improvement_words import ACTIONS, NEW_ACTION
from dashboard.parts.improving.signal_words import (
    PATH,
    SIGNALS,
    months_of,
    seen_by,
    signal_state,
    signal_title,
)
from domain.improving import findings, signals
from domain.refused import Refused
from domain.texts import say
from i18n import _, day, lazy
from store.queries import choices
from store.queries.improving import quality
from store.queries.improving.quality import SignalFacts
from store.sessions import Session
from store.states import SignalState
from web.services import Services
from web.sessions import current_actor

DECIDE = "signal-decide"
WATCH, TAKE_UP, CLOSE, REOPEN = "watch", "take_up", "close", "reopen"


def layout(number: int) -> Component:
    why = dmc.Textarea(
        id="signal-why", label=_("Waarom sluit u dit signaal?"), description=_("Uw collega's lezen dit."),
        autosize=True, minRows=2,
    )  # fmt: skip
    close = html.Details(
        [html.Summary(_("Sluiten")), html.Div([why, _button(CLOSE, _("Sluit het signaal"))], className="stack")],
        id="signal-close",
        className="more",
    )
    return html.Div(
        [
            dcc.Store(id="signal-number", data=number),
            dcc.Store(id="signal-changed"),
            html.Div(id="signal"),
            card(html.Div(id="signal-choices", className="actions"), close, title=_("Wat doet u ermee?")),
        ]
    )


def _button(what: str, words: str) -> Component:
    return dmc.Button(words, id={"type": DECIDE, "what": what}, variant="default")


def register(callbacks: Callbacks, services: Services) -> None:
    _register_decisions(callbacks, services)

    @callbacks(
        Output("signal", "children"),
        Output("signal-choices", "children"),
        Output("signal-close", "hidden"),
        Input("signal-number", "data"),
        Input("signal-changed", "data"),
        roles=POLICY,
    )
    def show(number: int, _changed: object) -> tuple[Component, list[Component], bool]:
        with services.database.reading() as session:
            one = quality.signal(session, number)
            if one is None:
                return page_header(_("Dit signaal is er niet"), back=(PATH, _("Verbeteren"))), [], True
            return _draw(session, one), _choices(one), one.state is SignalState.CLOSED


def _register_decisions(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("signal-changed", "data"),
        Output("signal-why", "error"),
        Input({"type": DECIDE, "what": ALL}, "n_clicks"),
        State("signal-number", "data"),
        State("signal-why", "value"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def decide(clicks: list[object], number: int, why: object) -> tuple[Any, str | None]:
        if not any(clicks) or not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update, None
        try:
            with services.database.writing() as session:
                _decide(session, str(ctx.triggered_id["what"]), number, str(why or ""), services)
        except Refused as refused:
            if refused.field != "reason":
                raise
            return no_update, say(refused)
        toast(_("Bewaard."))
        return services.now().isoformat(), None


def _decide(session: Session, what: str, number: int, why: str, services: Services) -> None:
    by, now = current_actor(), services.now()
    if what == CLOSE:
        signals.close(session, number, why, by=by, now=now)
    elif what == WATCH:
        signals.watch(session, number, by=by, now=now)
    elif what == TAKE_UP:
        signals.take_up(session, number, by=by, now=now)
    elif what == REOPEN:
        signals.reopen(session, number, by=by, now=now)
    else:
        raise Refused("not_found")


def _draw(session: Session, one: SignalFacts) -> Component:
    found, names = findings.from_data(one.evidence), choices.topic_names(session)
    words = html.P(one.words) if one.words else None
    return html.Div(
        [
            page_header(signal_title(one), back=(PATH, _("Verbeteren"))),
            card(facts(_facts(one))),
            card(words, evidence(found, names), frozen() if found else None, title=_("Wat we zien")),
        ],
        className="stack",
    )


def _facts(one: SignalFacts) -> list[Fact]:
    rows: list[Fact] = [
        (_("Stand"), signal_state(one.state)),
        (_("Maanden"), months_of(one.first_month, one.last_month)),
        (_("Herkomst"), f"{seen_by(one)} · {day(one.made_at, year=True)}"),
    ]
    if one.said:
        rows.append((_("Waarom gesloten"), one.said))
    if one.improvements:
        links = [html.Li(dcc.Link(title, href=f"{ACTIONS}/{number}")) for number, title in one.improvements]
        rows.append((_("Verbeteracties"), html.Ul(links)))
    return rows


def _choices(one: SignalFacts) -> list[Component]:
    """What can be decided now; the way back is always among it."""
    possible = [link_button(_("Maak een verbeteractie"), f"{NEW_ACTION}?signaal={one.id}", symbol="plus")]
    if one.state not in (SignalState.TAKEN_UP, SignalState.CLOSED):
        possible.append(_button(TAKE_UP, _("Opgepakt")))
    if one.state not in (SignalState.WATCHED, SignalState.CLOSED):
        possible.append(_button(WATCH, _("Alleen volgen")))
    if one.state is not SignalState.NEW:
        possible.append(_button(REOPEN, _("Maak weer open")))
    return possible


PAGE = Page(f"{SIGNALS}/<int:number>", lazy("Signaal"), POLICY, layout, register=register)
