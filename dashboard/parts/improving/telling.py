"""Telling parents: the words, a look at them as parents will see them, and only then the button."""

from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import POLICY
from dashboard.parts import card, errors_of, field_errors, field_values, form_controls, notice, toast, typed
from dashboard.parts.attempt import attempt
from domain.checking import Checked, check
from domain.forms import Field, FieldKind, Form
from domain.improving import before_telling, telling
from domain.improving.improvements import LONGEST_LINE, LONGEST_TEXT
from domain.improving.telling import Words
from domain.register import personal
from i18n import _, day, lazy
from store.queries.improving.quality import ImprovementFacts
from web.services import Services
from web.sessions import current_actor

FORM = "told"
PUBLIC = "/uw-vragen"
EXACT = lazy("Er staat een getal in. Noem geen precieze aantallen: dan kan iemand te herkennen zijn.")


def told_form() -> Form:
    return Form(
        FORM,
        (
            Field("title", FieldKind.TEXT, _("Titel voor ouders"), required=True, most=LONGEST_LINE),
            Field(
                "text", FieldKind.LONG_TEXT, _("Wat mogen ouders lezen?"),
                _("Kort en gewoon: wat hoorden we, wat doen we, wat merken ouders ervan. Geen namen, geen aantallen."),
                required=True, most=LONGEST_TEXT,
            ),
            Field("title_en", FieldKind.TEXT, _("Titel in het Engels"), most=LONGEST_LINE),
            Field("text_en", FieldKind.LONG_TEXT, _("Tekst in het Engels"), _("Mag leeg blijven."), most=LONGEST_TEXT),
        ),
    )  # fmt: skip


def telling_card(one: ImprovementFacts) -> Component:
    values = {
        "title": one.told_title or one.title, "text": one.told, "title_en": one.told_title_en, "text_en": one.told_en
    }  # fmt: skip
    parts = [
        _stands(one),
        html.Div(form_controls(told_form(), values), className="fields"),
        html.Div(dmc.Button(_("Bekijk het voorbeeld"), id="told-look", variant="default"), className="actions"),
        html.Div(id="told-preview", role="status"),
        dcc.Store(id="told-words"),
    ]
    return card(html.Div(parts, className="stack"), title=_("Vertel het aan ouders"))


def _stands(one: ImprovementFacts) -> Component:
    page = html.A(_("de openbare pagina"), href=PUBLIC, target="_blank")
    if one.told_at is None:
        return html.P([_("Ouders lezen hier nu niets over. Wat u vertelt, komt op "), page, "."])
    since = _("Ouders lezen dit sinds {day} op ", day=day(one.told_at, year=True))
    back = dmc.Button(_("Haal het weg bij ouders"), id="told-back", variant="default")
    return html.Div([html.P([since, page, "."]), html.Div(back, className="actions")])


def preview(words: Words) -> Component:
    """As parents will see it, what to look at once more, and the button."""
    found = before_telling.signs(words.title, words.text, words.title_en, words.text_en)
    warnings = [notice(_warning(key), tone="warn", symbol="triangle-alert") for key in found]
    return html.Div(
        [
            html.H3(_("Zo lezen ouders het")),
            _as_parents_see(words.title, words.text, "nl"),
            _as_parents_see(words.title_en, words.text_en, "en") if words.title_en else None,
            *warnings,
            html.Div(dmc.Button(_("Vertel aan ouders"), id="told-tell"), className="actions"),
        ],
        className="stack",
    )


def _warning(sign: str) -> str:
    if sign == before_telling.NUMBER:
        return str(EXACT)
    return _("Kijk nog eens: dit lijkt op {what}.", what=personal.SIGNS[sign][0])


def _as_parents_see(title: str, text: str, spoken: str) -> Component:
    lines = [html.P(line) for line in text.splitlines() if line.strip()]
    return html.Blockquote([html.H4(title), *lines], lang=spoken, className="preview")


def register_telling(callbacks: Callbacks, services: Services) -> None:
    _register_looking(callbacks)
    _register_taking_back(callbacks, services)

    @callbacks(
        Output("improvement-changed", "data", allow_duplicate=True),
        Input("told-tell", "n_clicks"),
        State("told-words", "data"),
        State("improvement-shown", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def tell(clicks: object, looked_at: object, number: int) -> Any:  # noqa: ANN401 - a moment or "leave it"
        if not clicks or not isinstance(looked_at, dict):
            return no_update
        now = services.now()
        with services.database.writing() as session:
            telling.tell(session, number, _words(check(told_form(), looked_at)), by=current_actor(), now=now)
        toast(_("Ouders kunnen het nu lezen."))
        return now.isoformat()


def _register_taking_back(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("improvement-changed", "data", allow_duplicate=True),
        Input("told-back", "n_clicks"),
        State("improvement-shown", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def take_back(clicks: object, number: int) -> Any:  # noqa: ANN401
        if not clicks:
            return no_update
        now = services.now()
        with services.database.writing() as session:
            telling.take_back(session, number, by=current_actor(), now=now)
        toast(_("Ouders lezen het niet meer. De tekst blijft hier staan."))
        return now.isoformat()


def _register_looking(callbacks: Callbacks) -> None:
    @callbacks(
        field_errors(FORM),
        Output("told-preview", "children"),
        Output("told-words", "data"),
        Input("told-look", "n_clicks"),
        field_values(FORM),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def look(clicks: object, values: list[object]) -> tuple[Any, ...]:
        form = told_form()
        as_typed = typed(form, values)
        if not clicks:
            return errors_of(form, {}), None, None
        errors = attempt(form, as_typed, lambda checked: telling.complete(_words(checked)))
        if errors:
            return errors_of(form, errors), None, None
        return errors_of(form, {}), preview(_words(check(form, as_typed))), as_typed


def _words(checked: Checked) -> Words:
    return Words(checked.text("title"), checked.text("text"), checked.text("title_en"), checked.text("text_en"))
