"""One topic, or the name of a group of topics: changed, or added."""

from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.parts import card, errors_of, field_errors, field_values, form_controls, icon, page_header, toast, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.setup.setup_tabs import ROLES, TOPICS
from dashboard.parts.setup.topic_history import history_cards, register_history
from domain import forms, topics
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.local_time import wall
from domain.refused import Refused
from i18n import _, lazy
from store.queries import setup
from store.queries.setup import TopicRow
from web.services import Services
from web.sessions import current_actor

FORM = "topic"


def form_of(*, is_group: bool, options: tuple[Option, ...]) -> Form:
    names = (
        Field("name_nl", FieldKind.TEXT, _("Naam"), required=True),
        Field("name_en", FieldKind.TEXT, _("Naam in het Engels"), _("Leeg is de Nederlandse naam.")),
    )
    if is_group:
        return Form(FORM, names)
    marks = (
        Field("favourite", FieldKind.YES_NO, _("Favoriet"), _("Staat als knop bij het registreren van een vraag.")),
        Field("sensitive", FieldKind.YES_NO, _("Gevoelig"), _("In de cijfers pas zichtbaar vanaf een hoger aantal.")),
    )
    near = Field(
        "neighbours",
        FieldKind.CHOICES,
        _("Lijkt op"),
        _("Telt bij het zoeken van een buddy voor een deel mee."),
        options=options,
    )
    words = Field("synonyms", FieldKind.TEXT, _("Zoekwoorden"), _("Andere woorden hiervoor, met komma's ertussen."))
    until = Field(
        "until",
        FieldKind.DATE,
        _("Laatste dag"),
        _("Daarna kan niemand dit onderwerp nog kiezen. Leeg is: in gebruik."),
    )
    return Form(FORM, (*names, words, *marks, until, near))


def new_layout(services: Services, groep: str = "") -> Component:
    with services.database.reading() as session:
        group = next((one for one in setup.topics(session) if one.code == groep and not one.group), None)
        options = forms.options(session, "topics")
    if group is None:
        return _gone()
    head = page_header(_("Nieuw onderwerp"), f"{group.code}. {group.name_nl}", back=(TOPICS, _("Onderwerpen")))
    return _page(head, form_of(is_group=False, options=options), {}, {"group": group.code})


def layout(services: Services, code: str) -> Component:
    with services.database.reading() as session:
        every = setup.topics(session)
        row = next((one for one in every if one.code == code), None)
        options = forms.topics(session, kept=row.neighbours if row else ())
    if row is None:
        return _gone()
    head = page_header(row.name_nl, _("Code {code}", code=row.code), back=(TOPICS, _("Onderwerpen")))
    form, later = form_of(is_group=not row.group, options=options), history_cards(row, every, wall(services.now())[0])
    return _page(head, form, _values(row), {"code": row.code}, *later)


def _gone() -> Component:
    return html.Div([page_header(_("Dit onderwerp is er niet"), back=(TOPICS, _("Onderwerpen")))])


def _page(
    head: Component, form: Form, values: dict[str, object], about: dict[str, str], *later: Component
) -> Component:
    save = dmc.Button(_("Bewaar"), id="topic-save", leftSection=icon("check"))
    fields = html.Div(form_controls(form, values), className="fields")
    return html.Div(
        [head, dcc.Store(id="topic-about", data=about), card(fields, html.Div(save, className="actions")), *later]
    )


def _values(row: TopicRow) -> dict[str, object]:
    same = ("name_nl", "name_en", "until", "favourite", "sensitive", "neighbours")
    return {**{key: getattr(row, key) for key in same}, "synonyms": ", ".join(row.synonyms)}


def register(callbacks: Callbacks, services: Services) -> None:
    register_history(callbacks, services)

    @callbacks(
        field_errors(FORM),
        Output("address", "href", allow_duplicate=True),
        Input("topic-save", "n_clicks"),
        field_values(FORM),
        State("topic-about", "data"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def save(_clicks: object, values: list[object], about: dict[str, str]) -> tuple[list[str | None], Any]:
        with services.database.reading() as session:
            row = next((one for one in setup.topics(session) if one.code == about.get("code")), None)
            options = forms.topics(session, kept=row.neighbours if row else ())
        if row is None and "group" not in about:
            raise Refused("not_found")
        form = form_of(is_group=row is not None and not row.group, options=options)
        errors = attempt(form, typed(form, values), lambda checked: _write(services, row, about, checked))
        if errors:
            return errors_of(form, errors), no_update
        toast(_("Bewaard."))
        return errors_of(form, {}), TOPICS


def _write(services: Services, row: TopicRow | None, about: dict[str, str], checked: Checked) -> None:
    by, now = current_actor(), services.now()
    names = checked.text("name_nl"), checked.text("name_en")
    plan = topics.TopicPlan(
        *names,
        favourite=checked.yes("favourite"),
        sensitive=checked.yes("sensitive"),
        synonyms=tuple(checked.text("synonyms").split(",")),
        until=last_day if isinstance(last_day := checked.values.get("until"), date) else None,
        neighbours=checked.chosen("neighbours"),
    )
    with services.database.writing() as session:
        if row is None:
            topics.add(session, about["group"], plan, by=by, now=now)
        elif row.group:
            topics.change(session, row.code, plan, by=by, now=now)
        else:
            topics.rename_group(session, row.code, *names, by=by, now=now)


NEW_PAGE = Page(f"{TOPICS}/nieuw", lazy("Nieuw onderwerp"), ROLES, new_layout, register, query=("groep",))
PAGE = Page(f"{TOPICS}/<code>", lazy("Onderwerp"), ROLES, layout)
