"""A new gathering, a copy of one, or a change: one form, saved as a draft or for everybody to see."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import card, field_errors, page_header, toast
from dashboard.parts.attempt import attempt
from dashboard.parts.fields import field_id
from dashboard.parts.gatherings.event_clashes import register_clashes
from dashboard.parts.gatherings.event_fields import (
    EVERY_VALUE,
    FORM,
    USUAL,
    Values,
    copy_of,
    form_of,
    in_place,
    main_fields,
    more_fields,
    seats_field,
    typed_now,
    values_of,
)  # fmt: skip
from dashboard.parts.gatherings.event_repeat import EVERY_REPEAT, register_repeat, repeat_errors, repeat_fold
from dashboard.parts.gatherings.event_saving import Wish, not_saved, save, since_opened, wrong_rule
from dashboard.parts.gatherings.event_suggestions import suggestions, to_fill_in
from dashboard.parts.gatherings.event_turnout import register_turnout, turnout_place
from dashboard.parts.gatherings.event_visibility import DRAFT, PUBLIC, REASON, SAVE, SCOPE, save_button, visibility_card
from dashboard.parts.gatherings.event_words import NEW, PATH
from dashboard.parts.gatherings.template_choice import template_choice
from dashboard.parts.meanwhile import Opened
from dashboard.parts.news import news, register_news
from domain import forms
from domain.checking import Checked
from domain.gatherings import event_templates, events
from domain.gatherings.event_kinds import EventKind, kinds
from domain.refused import Refused
from i18n import _, lazy
from store.queries.gatherings import events as shown
from store.queries.gatherings import venues
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from web.services import Services

HREF = Output("address", "href", allow_duplicate=True)
VALUES = Output(EVERY_VALUE, "value", allow_duplicate=True)


def layout(
    services: Services, event_id: int | None = None, datum: str = "", kopie: str = "", sjabloon: str = ""
) -> Component:
    with services.database.reading() as session:
        event = shown.event(session, event_id) if event_id is not None else None
        form, known, places = form_of(session, event_id), kinds(session), venues.venues(session)
        values = values_of(event) if event else _start(session, datum, kopie, sjabloon, known)
        offered = None if kopie or event_id is not None else template_choice(session, sjabloon, _day(datum) or "")
    if event_id is not None and (event is None or event.state not in events.CHANGEABLE):
        sentence = _("Zij is voorbij, afgezegd of verwijderd.")
        return html.Div([page_header(_("U kunt dit niet wijzigen"), sentence, back=(PATH, _("Kalender")))])
    folds = [more_fields(form, values), repeat_fold(hidden=event is not None)]
    aside = [card(*seats_field(form, values), turnout_place(), title=_("Aanmelden")), visibility_card(event, known)]
    opened = Opened(event.changed_at, values) if event else None
    return html.Div(
        [
            _head(event, kopie),
            offered,
            news("event-said"),
            html.Div(
                [card(main_fields(form, values, places), *folds), html.Div(aside, className="stack")],
                className="columns wide-narrow event-form",
            ),
            dcc.Store(id="event-number", data=event_id),
            dcc.Store(id="event-opened", data=opened.as_data() if opened else None),
            dcc.Store(id="event-suggested", data=suggestions(values, known, places)),
        ]
    )


def _start(session: Session, datum: str, kopie: str, sjabloon: str, known: tuple[EventKind, ...]) -> Values:
    """What a new form begins with: the gathering that is copied, without its date, or the first kind's usual."""
    copied = shown.event(session, int(kopie)) if kopie.isdecimal() else None
    if copied:
        return copy_of(session, copied)
    kept = event_templates.values(session, sjabloon)
    if kept:
        return {**kept, "date": _day(datum)}
    values: Values = {**USUAL, "kind": known[0].key if known else None, "date": _day(datum)}
    return {**suggestions(values, known, ()), **values}


def _day(datum: str) -> str | None:
    try:
        return date.fromisoformat(datum).isoformat()
    except ValueError:
        return None


def _head(event: EventFacts | None, kopie: str) -> Component:
    lead = _("Ouders lezen dit op de openbare pagina.")
    if event:
        return page_header(_("Bijeenkomst bewerken"), lead, back=(f"{PATH}/{event.id}", event.title))
    title = _("Kopie van een bijeenkomst") if kopie else _("Nieuwe bijeenkomst")
    return page_header(title, _("Kies nog een datum.") if kopie else lead, back=(PATH, _("Kalender")))


def register(callbacks: Callbacks, services: Services) -> None:
    _register_saving(callbacks, services)
    _register_suggestions(callbacks, services)
    register_repeat(callbacks, services)
    register_clashes(callbacks, services)
    register_turnout(callbacks, services)
    register_news(callbacks, "event-said")


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("event-said", "children"),
        Output("event-opened", "data"),
        HREF,
        Output(EVERY_REPEAT, "error", allow_duplicate=True),
        Input({"type": SAVE, "how": ALL, "place": ALL}, "n_clicks"),
        State(EVERY_VALUE, "value"),
        State("event-number", "data"),
        State("event-opened", "data"),
        State(EVERY_REPEAT, "value"),
        State(SCOPE, "value"),
        State(REASON, "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("event-buttons", "disabled"), True, False)],
    )
    def press(clicks: list[object], _values: object, number: object, opened: object, *wish: Any) -> tuple[Any, ...]:  # noqa: ANN401 - from the browser
        if not any(clicks) or not ctx.triggered_id:
            raise PreventUpdate
        with services.database.reading() as session:
            form = form_of(session, number)
        how = ctx.triggered_id["how"]
        return _press(services, form, Wish.read(how == PUBLIC, *wish), number, Opened.read(opened) if opened else None)


def _press(services: Services, form: forms.Form, wish: Wish, number: object, opened: Opened | None) -> tuple[Any, ...]:
    """Save, and say where to go; or what is wrong, or what somebody else changed meanwhile."""
    right = repeat_errors({})
    typed, known = typed_now(form), number if isinstance(number, int) else None
    numbers: list[int] = []

    def write(checked: Checked) -> None:
        numbers.append(save(services, known, checked, opened, wish))

    try:
        errors = attempt(form, typed, write)
    except Refused as refused:
        if known is None and (wrong := wrong_rule(wish, refused)):
            return in_place({}), in_place({}, no_update), wrong.said, no_update, no_update, wrong.errors
        if refused.key != "event.changed_meanwhile" or known is None or opened is None:
            raise
        again = save_button(PUBLIC if wish.public else DRAFT, _("Toch opslaan"), place="notice")
        newer = since_opened(services, form, known, opened, typed, again)
        return in_place({}), in_place(newer.taken_over, no_update), newer.said, newer.opened.as_data(), no_update, right
    if errors:
        return in_place(errors), in_place({}, no_update), not_saved(form, errors), no_update, no_update, right
    toast(_("Opgeslagen en openbaar.") if wish.public else _("Opgeslagen."))
    return in_place({}), in_place({}, no_update), None, no_update, f"{PATH}/{numbers[0]}", right


def _register_suggestions(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        VALUES,
        Output("event-suggested", "data"),
        *(Input(field_id(FORM, key), "value") for key in ("kind", "start", "venue")),
        State(EVERY_VALUE, "value"),
        State("event-suggested", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def suggest(_kind: object, _start: object, _venue: object, _values: object, before: object) -> tuple[Any, Any]:
        changed = str(ctx.triggered_id["key"]) if ctx.triggered_id else ""
        with services.database.reading() as session:
            form, known, places = forms.load(session, FORM), kinds(session), venues.venues(session)
        values, suggested = typed_now(form), before if isinstance(before, Mapping) else {}
        filled = to_fill_in(values, suggested, changed, known, places)
        if not filled:
            raise PreventUpdate
        return in_place(filled, no_update), {**suggested, **filled}


QUERY = ("datum", "kopie", "sjabloon")
NEW_PAGE = Page(NEW, lazy("Nieuwe bijeenkomst"), COORDINATOR, layout, register=register, query=QUERY)
PAGE = Page(f"{PATH}/<int:event_id>/bewerken", lazy("Bijeenkomst bewerken"), COORDINATOR, layout)
