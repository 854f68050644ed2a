"""One question of the register, to put it right or take it out."""

from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import (
    card,
    confirm,
    confirmed,
    field_errors,
    field_values,
    page_header,
    toast,
    typed,
)
from dashboard.parts.fields import FIELD
from dashboard.parts.meanwhile import Opened
from dashboard.parts.numbers.question_form import FORM, question_fields
from dashboard.parts.numbers.question_list import PATH
from dashboard.parts.numbers.question_meanwhile import CHANGE, opened, save_button, since_opened
from dashboard.parts.numbers.question_topics import every_topic
from dashboard.parts.saving import try_to_save
from domain.checking import Checked
from domain.forms import load
from domain.refused import Refused
from domain.register import questions
from i18n import _, lazy
from store.queries.numbers import questions as entries
from web.services import Services
from web.sessions import current_actor

EVERY_VALUE = {"type": FIELD, "form": FORM, "key": ALL}
NUMBER = State("question-number", "data")
GO = Output("address", "pathname", allow_duplicate=True)


def layout(services: Services, question_id: int) -> Component:
    with services.database.reading() as session:
        form, known = load(session, FORM).with_topics(every_topic(session)), entries.entry(session, question_id)
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
    save = html.Div([save_button(_("Wijziging opslaan"), "form"), take_out], className="actions save-bar")
    said = html.Div(id="question-meanwhile", role="alert")
    return html.Div(
        [
            page_header(_("Vraag wijzigen"), _("Verbeter wat er niet klopt."), back=back),
            card(question_fields(form, [save, said], values=known.answers, note_until=known.note_until)),
            dcc.Store(id="question-number", data=question_id),
            dcc.Store(id="question-opened", data=opened(known, services.now()).as_data()),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_change(callbacks, services)
    _register_taking_out(callbacks, services)


def _register_change(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output(EVERY_VALUE, "value", allow_duplicate=True),
        Output("question-meanwhile", "children"),
        Output("question-opened", "data"),
        GO,
        Input({"type": CHANGE, "place": ALL}, "n_clicks"),
        NUMBER,
        State("question-opened", "data"),
        field_values(FORM),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def change(clicks: list[object], number: object, seen: object, values: list[object]) -> tuple[Any, ...]:
        if not any(clicks):
            raise PreventUpdate
        return _change(services, _number(number), Opened.read(seen), values)


def _change(services: Services, number: int, seen: Opened, values: list[object]) -> tuple[Any, ...]:
    """Save and go back to the list; or say what is wrong, or what somebody else changed meanwhile."""
    with services.database.reading() as session:
        form = load(session, FORM).with_topics(every_topic(session))
    given = typed(form, values)
    newer = partial(since_opened, services, form, number, seen, given)
    tried = try_to_save(form, given, lambda checked: _write(services, number, checked, seen), newer)
    if tried.saved:
        toast(_("De vraag is gewijzigd."))
    return tried.errors, tried.values, tried.said, tried.seen, PATH if tried.saved else no_update


def _write(services: Services, number: int, checked: Checked, seen: Opened) -> None:
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        questions.change(session, number, checked.values, by=by, now=now, seen=_number(seen.mark))


def _register_taking_out(callbacks: Callbacks, services: Services) -> None:
    @callbacks(GO, confirmed("question-out"), NUMBER, roles=COORDINATOR, prevent_initial_call=True)
    def take_out(clicks: object, number: object) -> object:
        if not clicks:
            return no_update
        with services.database.writing() as session:
            questions.undo(session, _number(number), by=current_actor(), now=services.now())
        toast(_("De vraag is verwijderd."))
        return PATH


def _number(data: object) -> int:
    """From the browser; what makes no sense is refused."""
    if not str(data).isdecimal():
        raise Refused("not_found")
    return int(str(data))


PAGE = Page(f"{PATH}/<int:question_id>", lazy("Vraag wijzigen"), COORDINATOR, layout, register=register)
