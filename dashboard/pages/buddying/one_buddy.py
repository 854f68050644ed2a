"""One buddy: adding, changing, a pause, and goodbye."""

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.pages.buddying.buddies import PATH, attention
from dashboard.parts import (  # fmt: skip
    card,
    confirm,
    confirmed,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    link_button,
    page_header,
    toast,
    typed,
)
from dashboard.parts.buddying.buddy_meetings import meetings_card
from dashboard.parts.buddying.buddy_time import register_time_card, time_card
from domain import accounts, checking, forms
from domain.actors import Role
from domain.buddying import buddies, profiles
from domain.buddying.profiles import Profile
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from store.queries.buddying import buddies as found
from store.queries.buddying import buddy_attendance
from store.queries.buddying.buddies import BuddyRow
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM = "buddy"


def layout(services: Services, number: int | None = None) -> Component:
    with services.database.reading() as session:
        row = found.one(session, number) if number is not None else None
        form = forms.load(session, FORM, kept=row.topic_codes if row else ())
        met = buddy_attendance.of_buddy(session, number) if number is not None else ()
    if number is not None and row is None:
        return page_header(_("Deze buddy is er niet"), back=(PATH, _("Buddy's")))
    values = _values(row) if row else {"languages": ("nl",), "travel_km": 15, "max_load": 2}
    save = dmc.Button(_("Bewaar"), id="buddy-save")
    fields = html.Div([*form_controls(form, values), _account(row)], className="fields")
    sheet = card(fields, html.Div(save, className="actions"))
    stores = [dcc.Store(id="buddy-number", data=number), dcc.Store(id="buddy-changed")]
    there = row is not None and row.stopped_at is None
    beside = [html.Div([time_card(), meetings_card(met)], className="columns")] if there else []
    return html.Div([*stores, _head(row), html.Div(id="buddy-standing"), *beside, sheet])


def _account(row: BuddyRow | None) -> Component | None:
    if row:
        return None
    note = _("Deze buddy kan daarna inloggen. Het wachtwoord kiest de buddy zelf, met een link per mail.")
    return html.P(note, className="note")


def _head(row: BuddyRow | None) -> Component:
    if row is None:
        return page_header(_("Nieuwe buddy"), back=(PATH, _("Buddy's")))
    hours = link_button(_("Beschikbaarheid"), f"{PATH}/{row.id}/beschikbaarheid", symbol="clock", primary=False)
    return page_header(row.name, action=hours, back=(PATH, _("Buddy's")))


def register(callbacks: Callbacks, services: Services) -> None:
    _register_form(callbacks, services)
    _register_standing(callbacks, services)
    register_time_card(callbacks, services)


def _register_form(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("address", "href", allow_duplicate=True),
        Input("buddy-save", "n_clicks"),
        field_values(FORM),
        State("buddy-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object], number: int | None) -> tuple[Any, Any]:
        # A button that was only just drawn reports too; its count is still empty.
        if not clicks:
            return [no_update] * len(values), no_update
        with services.database.reading() as session:
            row = found.one(session, number) if number is not None else None
            form = forms.load(session, FORM, kept=row.topic_codes if row else ())
        checked = checking.check(form, typed(form, values))
        errors = checked.errors or _save(services, number, profiles.profile(checked))
        if errors:
            return errors_of(form, errors), no_update
        toast(_("Bewaard."))
        return errors_of(form, {}), PATH


def _save(services: Services, number: int | None, profile: Profile) -> Mapping[str, str]:
    """Write the profile, a new buddy with an account; returns what is wrong by field."""
    by, now = current_actor(), services.now()
    try:
        with services.database.writing() as session:
            if number is not None:
                buddies.change(session, number, profile, by=by, now=now)
                return {}
            new = buddies.add(session, profile, by=by, now=now)
            accounts.add(
                session, name=profile.name, email=profile.email, password=None,
                roles=[Role.BUDDY], by=by, now=now, buddy_id=new,
            )  # fmt: skip
    except Refused as refused:
        if refused.field is None:
            raise
        return {refused.field: say(refused)}
    return {}


def _register_standing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("buddy-standing", "children"),
        Input("buddy-number", "data"),
        Input("buddy-changed", "data"),
        roles=COORDINATOR,
    )
    def show(number: int | None, _changed: object) -> list[Component]:
        with services.database.reading() as session:
            row = found.one(session, number) if number is not None else None
        return _standing(row, services) if row else []

    @callbacks(
        Output("buddy-changed", "data"),
        Input("buddy-pause", "n_clicks"),
        confirmed("buddy-stop"),
        State("buddy-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_paused: object, _stopped: object, number: int) -> Any:  # noqa: ANN401 - a moment or "leave it"
        if not ctx.triggered or not ctx.triggered[0]["value"]:
            return no_update
        with services.database.writing() as session:
            verb = _switch if ctx.triggered_id == "buddy-pause" else _goodbye
            verb(session, number, services)
        return services.now().isoformat()


def _standing(row: BuddyRow, services: Services) -> list[Component]:
    badges = html.Div(attention(row, wall(services.now())[0]), className="badges")
    if row.stopped_at:
        return [badges]
    pause = dmc.Button(
        _("Weer beschikbaar") if row.paused_since else _("Zet op pauze"), id="buddy-pause", variant="default"
    )
    stop = confirm(
        "buddy-stop",
        _("Stopt als buddy"),
        title=_("{name} stopt als buddy?", name=row.name),
        sentence=_("Er komen geen voorstellen meer en inloggen kan niet meer."),
        yes=_("Ja, stopt"),
    )
    return [html.Div([badges, pause, stop], className="standing")]


def _switch(session: Session, number: int, services: Services) -> None:
    verb = buddies.resume if found.is_paused(session, number) else buddies.pause
    verb(session, number, by=current_actor(), now=services.now())


def _goodbye(session: Session, number: int, services: Services) -> None:
    by, now = current_actor(), services.now()
    buddies.stop(session, number, by=by, now=now)
    account = found.account_of(session, number)
    if account is not None:
        accounts.stop_as_buddy(session, account.id, by=by, now=now)


def _values(row: BuddyRow) -> dict[str, object]:
    same = ("name", "email", "phone", "travel_km", "municipalities", "in_the_middle", "sectors", "age_bands",
            "contact_modes", "languages", "style", "max_load", "trained_on", "certificate_seen_on")  # fmt: skip
    return {
        **{key: getattr(row, key) for key in same},
        "municipality": row.municipality_code,
        "topics": row.topic_codes,
    }


NEW_PAGE = Page(f"{PATH}/nieuw", lazy("Nieuwe buddy"), COORDINATOR, layout, register=register)
PAGE = Page(f"{PATH}/<int:number>", lazy("Buddy"), COORDINATOR, layout)
