"""One question of the register, to put it right or take it out."""

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import (
    card,
    confirm,
    confirmed,
    errors_of,
    field_errors,
    field_values,
    icon,
    page_header,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.numbers.question_form import FORM, question_fields
from dashboard.parts.numbers.question_list import PATH
from domain.checking import Checked
from domain.forms import load
from domain.refused import Refused
from domain.register import questions
from i18n import _, lazy
from store.queries import questions as entries
from web.services import Services
from web.sessions import current_actor

NUMBER = State("question-number", "data")
GO = Output("address", "pathname", allow_duplicate=True)


def layout(services: Services, question_id: int) -> Component:
    with services.database.reading() as session:
        form, known = load(session, FORM), entries.answers(session, question_id)
    back = (PATH, _("Vragen"))
    if known is None:
        return html.Div([page_header(_("Vraag"), _("Deze vraag bestaat niet (meer)."), back=back)])
    take_out = confirm(
        "question-out",
        _("Verwijderen"),
        title=_("Deze vraag verwijderen?"),
        sentence=_("De vraag telt dan nergens meer mee. Vrijgegeven cijfers veranderen niet."),
        yes=_("Ja, verwijderen"),
    )
    save = dmc.Button(_("Wijziging opslaan"), id="question-change", leftSection=icon("check"))
    return html.Div(
        [
            page_header(_("Vraag wijzigen"), _("Verbeter wat er niet klopt."), back=back),
            card(question_fields(form, [html.Div([save, take_out], className="actions save-bar")], values=known)),
            dcc.Store(id="question-number", data=question_id),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_change(callbacks, services)
    _register_taking_out(callbacks, services)


def _register_change(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        GO,
        Input("question-change", "n_clicks"),
        NUMBER,
        field_values(FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def change(_clicks: object, number: object, values: list[object]) -> tuple[object, object]:
        def write(checked: Checked) -> None:
            with services.database.writing() as session:
                questions.change(session, _id(number), checked.values, by=current_actor(), now=services.now())

        with services.database.reading() as session:
            form = load(session, FORM)
        errors = attempt(form, typed(form, values), write)
        if errors:
            return errors_of(form, errors), no_update
        toast(_("De vraag is gewijzigd."))
        return errors_of(form, {}), PATH


def _register_taking_out(callbacks: Callbacks, services: Services) -> None:
    @callbacks(GO, confirmed("question-out"), NUMBER, roles=COORDINATOR, prevent_initial_call=True)
    def take_out(clicks: object, number: object) -> object:
        if not clicks:
            return no_update
        with services.database.writing() as session:
            questions.undo(session, _id(number), by=current_actor(), now=services.now())
        toast(_("De vraag is verwijderd."))
        return PATH


def _id(number: object) -> int:
    if not isinstance(number, int):
        raise Refused("not_found")
    return number


PAGE = Page(f"{PATH}/<int:question_id>", lazy("Vraag wijzigen"), COORDINATOR, layout, register=register)
