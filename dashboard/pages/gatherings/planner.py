"""When the next café could be, where and about what, with the reasons; one click makes a draft of it."""

import dash_mantine_components as dmc
from dash import ALL, Input, Output, ctx, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import empty_state, icon, link_button, notice, page_header, toast
from dashboard.parts.candidates import score_bar
from dashboard.parts.facts import facts
from dashboard.parts.gatherings.event_words import NEW, PATH
from dashboard.parts.gatherings.planner_words import sentence, speaks_for
from domain.gatherings import planner
from domain.gatherings.planner import Advice, Suggestion
from domain.local_time import instant
from i18n import _, lazy, n_, period
from web.services import Services
from web.sessions import current_actor

DRAFT = "plan-draft"
TENTHS = 10  # the bar counts to a thousand


def layout() -> Component:
    lead = _("Voorstellen voor het volgende café: waar ouders naar vragen, wanneer zij komen en wie er kan ontvangen.")
    back = (PATH, _("Kalender"))
    return html.Div([page_header(_("Wat is een goed moment?"), lead, back=back), html.Div(id="plans")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("plans", "children"), Input("plans", "id"), roles=COORDINATOR)
    def show(_id: str) -> Component:
        with services.database.reading() as session:
            advice = planner.advise(session, by=current_actor(), now=services.now())
        best = [_card(one, advice.months, first=not place) for place, one in enumerate(advice.suggestions)]
        shown = html.Div(best, className="candidates") if best else _nothing()
        return html.Div([shown, *_homeless(advice)], className="stack")

    @callbacks(
        Output("address", "pathname", allow_duplicate=True),
        Input({"type": DRAFT, "key": ALL}, "n_clicks"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def draft(_clicks: object) -> str:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        with services.database.writing() as session:
            number = planner.draft(session, str(pressed["key"]), by=current_actor(), now=services.now())
        toast(_("Het concept is gemaakt. Kijk het na en maak het openbaar."))
        return f"{PATH}/{number}/bewerken"


def _card(one: Suggestion, months: int, *, first: bool) -> Component:
    then = one.candidate.moment
    start, end = instant(then.start.date(), then.start.time()), instant(then.end.date(), then.end.time())
    where = ", ".join(part for part in (one.venue.name, one.venue.municipality) if part)
    rows = [(_("Waar"), where), (_("Onderwerp"), one.group)]
    make = dmc.Button(
        _("Maak een concept"),
        id={"type": DRAFT, "key": one.key},
        leftSection=icon("calendar-plus"),
        variant="filled" if first else "default",
    )
    return html.Article(
        [
            html.H2(period(start, end)),
            score_bar(one.candidate.score * TENTHS),
            facts(rows),
            _reasons(one, months),
            make,
        ],
        className="card candidate",
    )


def _reasons(one: Suggestion, months: int) -> Component:
    """What speaks for it first, then what to know."""
    known = sorted(one.candidate.reasons, key=lambda reason: not speaks_for(reason))
    rows = [
        html.Li([icon("check" if good else "minus"), sentence(reason, one, months)], className="pro" if good else "con")
        for reason in known
        for good in (speaks_for(reason),)
    ]
    return html.Ul(rows, className="reasons")


def _nothing() -> Component:
    words = _(
        "Een voorstel komt er zodra ouders uit een gemeente vijf of meer vragen stelden over een onderwerp, "
        "en er in die gemeente een plek bekend is."
    )
    action = link_button(_("Plan zelf een bijeenkomst"), NEW, symbol="plus", primary=False)
    return empty_state(_("Nog te weinig om op af te gaan"), words, symbol="lightbulb", action=action)


def _homeless(advice: Advice) -> list[Component]:
    said = [
        n_(
            "In {place} stelden ouders {n} vraag, maar we kennen er nog geen plek.",
            "In {place} stelden ouders {n} vragen, maar we kennen er nog geen plek.",
            questions, place=place,
        )
        for place, questions in advice.homeless
    ]  # fmt: skip
    if not said:
        return []
    more = _("Plan daar één keer zelf iets. Daarna telt die gemeente hier mee.")
    return [notice(html.P(" ".join(said)), html.P(more), symbol="map-pin")]


PAGE = Page(f"{PATH}/plannen", lazy("Wat is een goed moment?"), COORDINATOR, layout, register=register)
