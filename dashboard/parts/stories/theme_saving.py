"""The form of a theme, and saving it; who saves second hears what the other one changed."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, html, no_update
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import THEMES
from dashboard.parts.fields import FIELD, field_errors, field_values, typed
from dashboard.parts.meanwhile import Opened, names, newest
from dashboard.parts.saving import Newer, try_to_save
from dashboard.parts.stories.looks import THEMES_PATH
from dashboard.parts.toasts import toast
from domain import forms
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form
from domain.stories import themes
from domain.stories.themes import ThemePlan
from i18n import _
from store.queries.editors import editors_of_entry
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM, LONGEST_WORDS = "theme", 5000
VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def form_of(session: Session, kept: tuple[str, ...]) -> Form:
    fields = (
        Field("name", FieldKind.TEXT, _("Naam"), required=True, most=themes.LONGEST_NAME),
        Field("name_en", FieldKind.TEXT, _("Naam in het Engels"), _("Leeg is de Nederlandse naam.")),
        Field("help", FieldKind.TEXT, _("Waar gaat het over?"), most=themes.LONGEST_HELP),
        Field("help_en", FieldKind.TEXT, _("Waar gaat het over, in het Engels"), most=themes.LONGEST_HELP),
        Field(
            "words",
            FieldKind.LONG_TEXT,
            _("Woorden"),
            _("Eén woord of een paar woorden per regel. Pesten vindt ook gepest. Met * erachter past elk einde."),
            most=LONGEST_WORDS,
        ),
        Field(
            "topics",
            FieldKind.CHOICES,
            _("Onderwerpen die erbij horen"),
            _("Zo leidt een thema naar de trend van een onderwerp. Bij een gevoelig onderwerp geldt een hoger aantal."),
            options=forms.topics(session, kept=kept),
        ),
    )
    return Form(FORM, fields)


def opened(services: Services, session: Session, key: str) -> Opened:
    """A theme as it stands now, to be changed. Raises `Refused` when there is none."""
    values = vars(themes.plan(session, key))
    return Opened(services.now(), {**values, "topics": list(values["topics"])}, key, themes.mark(session, key))


def register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("theme-said", "children"),
        Output("theme-opened", "data"),
        Output("address", "href", allow_duplicate=True),
        Input("theme-save", "n_clicks"),
        field_values(FORM),
        State("theme-opened", "data"),
        roles=THEMES,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object], seen: object) -> tuple[Any, ...]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        return _save(services, values, Opened.read(seen) if seen else None)


def _save(services: Services, values: list[object], seen: Opened | None) -> tuple[Any, ...]:
    """Save and go back to the list; or say what is wrong, or what somebody else changed meanwhile."""
    with services.database.reading() as session:
        form = form_of(session, themes.plan(session, seen.key).topics if seen else ())
    as_typed = typed(form, values)
    newer = partial(_newer, services, form, seen, as_typed) if seen else None
    tried = try_to_save(form, as_typed, lambda checked: _write(services, checked, seen), newer)
    if tried.saved:
        toast(_("Bewaard."))
    return tried.errors, tried.values, tried.said, tried.seen, THEMES_PATH if tried.saved else no_update


def _write(services: Services, checked: Checked, seen: Opened | None) -> None:
    name, name_en, help_, help_en, words = (
        checked.text(part) for part in ("name", "name_en", "help", "help_en", "words")
    )
    plan, by = ThemePlan(name, name_en, help_, help_en, words, checked.chosen("topics")), current_actor()
    key, mark = (seen.key, seen.mark) if seen else (None, None)
    with services.database.writing() as session:
        themes.save(session, key, plan, by=by, now=services.now(), seen=mark)


def _newer(services: Services, form: Form, seen: Opened, as_typed: Mapping[str, object]) -> Newer:
    with services.database.reading() as session:
        now = opened(services, session, seen.key)
        who = editors_of_entry(session, themes.CATALOGUE, seen.key, since=seen.at)
    said = _("{name} wijzigde dit thema terwijl u typte.", name=names(who))
    again = html.P(_("Kijk het na en kies dan weer Bewaar."))
    return *newest(form, seen.values, as_typed, now.values, said, again), now.as_data()
