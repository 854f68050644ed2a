"""Settings of the organisation: its name, how to reach it, its logo."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import SETUP, Page
from dashboard.parts import (
    card,
    confirm,
    confirmed,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.setup.import_file import content_of
from dashboard.parts.setup.setup_tabs import HOME, ROLES, settings_page
from domain import logo, organisation
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.refused import Refused
from domain.texts import say
from i18n import VISITORS_LANGUAGES, _, lazy
from web.organisation import LOGO
from web.services import Services
from web.sessions import current_actor

FORM = "organisation"


def form_of() -> Form:
    return Form(
        FORM,
        (
            Field("name", FieldKind.TEXT, _("Naam"), _("Staat onder elke pagina en in elk bericht."), required=True),
            Field("short_name", FieldKind.TEXT, _("Korte naam"), _("Staat naast het logo."), required=True, most=40),
            Field("phone", FieldKind.PHONE, _("Telefoonnummer")),
            Field("email", FieldKind.MAIL, _("E-mailadres")),
            Field(
                "hours", FieldKind.TEXT, _("Bereikbaar"), _("Bijvoorbeeld: maandag tot en met donderdag, 9 tot 16 uur.")
            ),
            Field(
                "languages",
                FieldKind.CHOICES,
                _("Meer talen voor bezoekers"),
                _("Alleen op de openbare pagina's. Een proef: laat iemand die de taal spreekt haar eerst nalezen."),
                options=tuple(Option(code, name) for code, name in VISITORS_LANGUAGES.items()),
            ),
        ),
    )


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        loaded = organisation.load(session)
    values = {**asdict(loaded), "languages": loaded.languages.split()}
    save = dmc.Button(_("Bewaar"), id="organisation-save", leftSection=icon("check"))
    fields = html.Div(form_controls(form_of(), values), className="fields")
    return settings_page(HOME, card(fields, html.Div(save, className="actions"), title=_("Organisatie")), _logo_card())


def _logo_card() -> Component:
    face = [
        dmc.Button(_("Kies een logo"), leftSection=icon("upload")),
        html.Span(_("PNG, JPEG of WebP, hoogstens 500 kB")),
    ]
    remove = confirm(
        "logo-remove",
        _("Haal het logo weg"),
        title=_("Het logo weghalen?"),
        sentence=_("Daarna staat het teken van Rode Draad er weer."),
        yes=_("Ja, haal weg"),
    )
    return card(
        html.Div(id="logo-now"),
        dcc.Upload(face, id="logo-upload", className="drop", accept="image/png,image/jpeg,image/webp"),
        html.Div(id="logo-said", className="error", role="alert"),
        remove,
        dcc.Store(id="logo-file"),
        dcc.Store(id="logo-changed"),
        dcc.Store(id="logo-label", data=_("Bestand met het logo")),
        dcc.Store(id="logo-too-large", data=say(Refused("logo.too_large", kilobytes=logo.MOST_KILOBYTES))),
        title=_("Logo"),
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_facts(callbacks, services)
    _register_upload(callbacks, services)
    _register_logo(callbacks, services)


def _register_facts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Input("organisation-save", "n_clicks"),
        field_values(FORM),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object]) -> list[str | None]:
        form = form_of()
        errors = attempt(form, typed(form, values), lambda checked: _change(services, checked))
        if not errors:
            toast(_("Bewaard. Na het herladen van een pagina ziet u het overal."))
        return errors_of(form, errors)


def _change(services: Services, checked: Checked) -> None:
    facts = {one.key: checked.text(one.key) for one in form_of().fields if one.kind is not FieldKind.CHOICES}
    facts["languages"] = " ".join(checked.chosen("languages"))
    with services.database.writing() as session:
        organisation.change(session, by=current_actor(), now=services.now(), **facts)


def _register_upload(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("uploads.named", Output("logo-upload", "className"), Input("logo-label", "data"))
    callbacks.clientside(
        "uploads.offered",
        Output("logo-file", "data"),
        Output("logo-said", "children"),
        Input("logo-upload", "contents"),
        State("logo-upload", "filename"),
        State("logo-too-large", "data"),
    )

    @callbacks(
        Output("logo-changed", "data"),
        Output("logo-said", "children", allow_duplicate=True),
        Input("logo-file", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def put(file: Mapping[str, str] | None) -> tuple[str, str]:
        try:
            if file:
                _put(services, file)
        except Refused as refused:
            return "", say(refused)
        return services.now().isoformat(), ""


def _register_logo(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("logo-changed", "data", allow_duplicate=True),
        confirmed("logo-remove"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def remove(clicks: object) -> str:
        if clicks:
            with services.database.writing() as session:
                logo.remove(session, by=current_actor(), now=services.now())
        return services.now().isoformat()

    @callbacks(Output("logo-now", "children"), Input("logo-changed", "data"), roles=ROLES)
    def show(_changed: object) -> Any:  # noqa: ANN401 - a picture
        # The question makes the browser ask again for what it kept under the same address.
        return html.Img(src=f"{LOGO}?{services.now():%H%M%S%f}", alt=_("Het logo van nu"), className="logo-now")


def _put(services: Services, file: Mapping[str, str]) -> None:
    with services.database.writing() as session:
        logo.put(session, content_of(file), by=current_actor(), now=services.now())
    toast(_("Het logo is gewijzigd."))


PAGE = Page(HOME, lazy("Instellingen"), ROLES, layout, register, icon="settings", group=SETUP)
