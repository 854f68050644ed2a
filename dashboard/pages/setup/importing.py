"""Importing an existing register: a file, its columns, what is wrong with it, and then the good rows."""

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import SETUP, Page
from dashboard.parts import notice, page_header, toast
from dashboard.parts.dialog import DIALOG
from dashboard.parts.setup.import_file import Uploaded, content_of, guessed, plan_of, sheets_of, whole
from dashboard.parts.setup.import_pieces import BLANK, COLUMN, UNDO, column_choices, drawn_preview, history
from dashboard.parts.setup.import_steps import columns_card, file_card, history_card, preview_part, too_large
from domain import forms
from domain.actors import Role
from domain.importing import batches
from domain.importing.columns import guess
from domain.importing.preview import look
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy, n_
from store.queries import imports
from web.services import Services
from web.sessions import current_actor

ROLES = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
SAMPLE = Path(__file__).parents[3] / "demo" / "samples" / "register.xlsx"
PLAN = (
    State("import-file", "data"),
    State("import-kind", "value"),
    State("import-sheet", "value"),
    State({"type": COLUMN, "key": ALL}, "value"),
    State({"type": BLANK, "key": ALL}, "value"),
)


def layout() -> Component:
    head = page_header(_("Importeren"), _("Neem uw eigen register over: vragen, buddy's of bijeenkomsten."))
    stores = [
        dcc.Store(id="import-file"),
        dcc.Store(id="import-changed"),
        dcc.Store(id="import-too-large", data=too_large()),
        dcc.Store(id="import-label", data=_("Bestand met het register")),
    ]
    return html.Div([head, *stores, file_card(), columns_card(), preview_part(), history_card()])


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside(
        "uploads.offered",
        Output("import-file", "data"),
        Output("import-said", "children"),
        Input("import-upload", "contents"),
        State("import-upload", "filename"),
        State("import-too-large", "data"),
    )
    label = Input("import-label", "data")
    callbacks.clientside("uploads.named", Output("import-upload", "className"), label)
    _register_file(callbacks, services)
    _register_sample(callbacks)
    _register_preview(callbacks, services)
    _register_taking_in(callbacks, services)
    _register_history(callbacks, services)


def _register_file(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("import-kind", "value"),
        Output("import-sheet", "data"),
        Output("import-sheet", "value"),
        Output("import-columns", "children"),
        Output("import-second", "hidden"),
        Output("import-third", "hidden", allow_duplicate=True),
        Output("import-said", "children", allow_duplicate=True),
        Input("import-file", "data"),
        Input("import-kind", "value"),
        Input("import-sheet", "value"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def recognise(file: Uploaded | None, kind: str | None, sheet: str | None) -> tuple[Any, ...]:
        if not file:
            return (*[no_update] * 4, True, True, no_update)
        try:
            sheets = sheets_of(file)
        except Refused as refused:
            return (*[no_update] * 4, True, True, notice(say(refused), tone="bad", symbol="circle-alert"))
        plan = guess(sheets) if ctx.triggered_id == "import-file" else guessed(sheets, kind, sheet)
        with services.database.reading() as session:
            channels = forms.terms(session, "channel")
        names = [{"value": str(index), "label": one.name or file["name"]} for index, one in enumerate(sheets)]
        columns = column_choices(plan, sheets[plan.sheet], channels)
        return plan.kind.value, names, str(plan.sheet), columns, False, True, html.P(file["name"])


def _register_sample(callbacks: Callbacks) -> None:
    @callbacks(
        Output("import-download", "data"), Input("import-sample", "n_clicks"), roles=ROLES, prevent_initial_call=True
    )
    def sample(_clicks: object) -> Any:  # noqa: ANN401 - what a download takes
        return {"content": base64.b64encode(SAMPLE.read_bytes()).decode(), "filename": SAMPLE.name, "base64": True}


def _register_preview(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("import-preview", "children"),
        Output("import-third", "hidden"),
        Input("import-look", "n_clicks"),
        *PLAN,
        roles=ROLES,
        prevent_initial_call=True,
        running=[(Output("import-look", "loading"), True, False)],
    )
    def show(_clicks: object, file: Uploaded, *chosen: Any) -> tuple[list[Component], bool]:  # noqa: ANN401
        sheets = sheets_of(file)
        plan = plan_of(sheets, *chosen)
        with services.database.reading() as session:
            found = look(session, sheets, plan, now=services.now())
            before = imports.same_file(session, plan.kind.value, batches.file_hash(content_of(file)))
        return drawn_preview(found, before), False


def _register_taking_in(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("import-changed", "data"),
        Output("import-third", "hidden", allow_duplicate=True),
        Input("import-take", "n_clicks"),
        State("import-how", "value"),
        *PLAN,
        roles=ROLES,
        prevent_initial_call=True,
        running=[(Output("import-take", "loading"), True, False)],
    )
    def take_in(_clicks: object, how: str, file: Uploaded, *chosen: Any) -> tuple[int, bool]:  # noqa: ANN401
        sheets = sheets_of(file)
        plan, print_of = plan_of(sheets, *chosen), batches.file_hash(content_of(file))
        by, now = current_actor(), services.now()
        with services.database.writing() as session:
            taken = batches.take_in(
                session, sheets, plan, content_hash=print_of, all_or_nothing=how != "good", by=by, now=now
            )
        toast(n_("{n} rij is ingelezen.", "{n} rijen zijn ingelezen.", taken.rows))
        return taken.batch_id, True


def _register_history(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("import-changed", "data", allow_duplicate=True),
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        roles=ROLES,
        prevent_initial_call=True,
    )
    def undo(clicks: Sequence[int | None]) -> Any:  # noqa: ANN401 - when it changed, or nothing new
        pressed = ctx.triggered_id
        if not (isinstance(pressed, Mapping) and any(clicks) and str(pressed["name"]).startswith(UNDO)):
            return no_update
        _undo(services, str(pressed["name"]).removeprefix(UNDO))
        return f"{services.now():%H%M%S%f}"

    @callbacks(Output("import-history", "children"), Input("import-changed", "data"), roles=ROLES)
    def show_history(_changed: object) -> Component:
        with services.database.reading() as session:
            return history(imports.batches(session))


def _undo(services: Services, name: str) -> None:
    number = whole(name)
    if number is None:
        raise Refused("not_found")
    with services.database.writing() as session:
        batches.undo(session, number, by=current_actor(), now=services.now())
    toast(_("Het is eruit gehaald."))


PAGE = Page("/werk/importeren", lazy("Importeren"), ROLES, layout, register, icon="file-spreadsheet", group=SETUP)
