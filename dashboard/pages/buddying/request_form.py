"""A parent's request for a buddy, written down or changed by staff: on the phone, in the parent's own words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.pages.buddying.requests import PATH
from dashboard.parts import (  # fmt: skip
    card,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    notice,
    page_header,
    toast,
    typed,
)
from domain import checking, forms
from domain.checking import Checked
from domain.forms import Form
from domain.matchmaking import requests
from domain.matchmaking.wishes import consent, wish
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from store.queries.matchmaking import requests as found
from store.queries.matchmaking.requests import Asked, Asker
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM = "request"


def layout(services: Services, number: int | None = None) -> Component:
    with services.database.reading() as session:
        row = found.one(session, number) if number is not None else None
        form = _form(session, row)
        who = found.asker(session, number) if number is not None else None
    if number is not None and not (row and who):
        return page_header(_("Deze vraag is er niet"), back=(PATH, _("Buddyvragen")))
    values = _values(row, who) if row and who else {"languages": ("nl",)}
    save = dmc.Button(_("Bewaar"), id="request-save")
    sheet = card(html.Div([_aloud(number), *form_controls(form, values), save], className="form"))
    return html.Div([dcc.Store(id="request-form-number", data=number), _head(row, who), sheet])


def _form(session: Session, row: Asked | None) -> Form:
    """For a request that is there: with its topics, also those out of use, and without the consent that was given."""
    if row is None:
        return forms.load(session, FORM)
    form = forms.load(session, FORM, kept=row.topic_codes)
    return replace(form, fields=tuple(one for one in form.fields if one.key != "consent"))


def _aloud(number: int | None) -> Component | None:
    if number is not None:
        return None
    said = _("Lees de vragen voor zoals ze er staan. Zet het vinkje onderaan alleen als de ouder daar ja op zegt.")
    return notice(said, symbol="phone")


def _head(row: Asked | None, who: Asker | None) -> Component:
    if row is None or who is None:
        lead = _("Voor een ouder die belt, of bij u aan tafel zit.")
        return page_header(_("Nieuwe buddyvraag"), lead, back=(PATH, _("Buddyvragen")))
    name = who.name or _("Vraag {number}", number=row.id)
    return page_header(_("Wijzig de vraag van {name}", name=name), back=(f"{PATH}/{row.id}", name))


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("address", "href", allow_duplicate=True),
        Input("request-save", "n_clicks"),
        field_values(FORM),
        State("request-form-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object], number: int | None) -> tuple[Any, Any]:
        # A button that was only just drawn reports too; its count is still empty.
        if not clicks:
            return [no_update] * len(values), no_update
        with services.database.reading() as session:
            form = _form(session, found.one(session, number) if number is not None else None)
        checked = checking.check(form, typed(form, values))
        if checked.errors:
            return errors_of(form, checked.errors), no_update
        saved = _save(services, form, checked, number)
        if isinstance(saved, Mapping):
            return errors_of(form, saved), no_update
        toast(_("Bewaard."))
        return errors_of(form, {}), f"{PATH}/{saved}"


def _save(services: Services, form: Form, checked: Checked, number: int | None) -> int | Mapping[str, str]:
    """The number of the request, or what is wrong by field."""
    by, now = current_actor(), services.now()
    try:
        with services.database.writing() as session:
            if number is None:
                return requests.ask(session, wish(checked), consent(form), by=by, now=now)
            requests.change(session, number, wish(checked), by=by, now=now)
            return number
    except Refused as refused:
        if refused.field is None:
            raise
        return {refused.field: say(refused)}


def _values(row: Asked, who: Asker) -> dict[str, object]:
    same = ("sector", "age_band", "contact_modes", "moments", "languages", "style", "avoid_own_municipality")
    return {
        **{key: getattr(row, key) for key in same},
        "name": who.name,
        "email": who.email,
        "phone": who.phone,
        "municipality": row.municipality_code,
        "topics": row.topic_codes,
    }


NEW_PAGE = Page(f"{PATH}/nieuw", lazy("Nieuwe buddyvraag"), COORDINATOR, layout, register=register)
PAGE = Page(f"{PATH}/<int:number>/wijzigen", lazy("Wijzig de buddyvraag"), COORDINATOR, layout)
