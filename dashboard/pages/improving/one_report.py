"""One report: as its readers see it, the words around it, approving and sending."""

import base64
from collections.abc import Callable
from datetime import datetime
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import POLICY, Page
from dashboard.pages.improving.reports import PATH, standing
from dashboard.parts import aria, confirmed, empty_state, page_header, toast
from dashboard.parts.reporting.paper import paper
from dashboard.parts.reporting.report_acts import FILE, acts
from domain.actors import Actor, Role
from domain.refused import Refused
from domain.reporting import files, reviewing
from domain.reporting.kinds import KINDS
from domain.reporting.reviewing import Readers
from domain.texts import say
from i18n import _, lazy
from reports.document import from_plain
from store.queries import journal
from store.queries.improving import reports
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor


def layout(services: Services, number: int) -> Component:
    with services.database.reading() as session:
        one = reports.one(session, number)
    title = str(KINDS[one.kind].name) if one else _("Dit rapport is er niet")
    period = KINDS[one.kind].period(one.period) if one else ""
    return html.Div(
        [
            page_header(title, period, back=(PATH, _("Rapporten"))),
            html.Div(
                [html.Div(id="report-sheet"), html.Div(id="report-acts", className="stack", **aria(live="polite"))],
                className="report-columns",
            ),
            dcc.Store(id="report-number", data=number),
            dcc.Store(id="report-changed"),
            dcc.Download(id="report-download"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_acts(callbacks, services)
    _register_files(callbacks, services)


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("report-sheet", "children"),
        Output("report-acts", "children"),
        Input("report-number", "data"),
        Input("report-changed", "data"),
        roles=POLICY,
    )
    def show(number: int, _changed: object) -> tuple[Component, list[Component]]:
        with services.database.reading() as session:
            one = reports.one(session, int(number))
            names = journal.names(session, {one.approved_by} if one and one.approved_by else set())
        if one is None:
            return empty_state(_("Dit rapport is er niet"), _("Ga terug naar de lijst."), symbol="file-text"), []
        beside = acts(one, names.get(one.approved_by or "", ""))
        return paper(from_plain(one.facts), one.opening, one.closing), [standing(one), *beside]


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    def on(button: Input, said: lazy, verb: Callable[..., None], *fields: str) -> None:
        @callbacks(
            Output("report-changed", "data", allow_duplicate=True),
            button,
            State("report-number", "data"),
            *(State(f"report-{one}", "value") for one in fields),
            roles=POLICY,
            prevent_initial_call=True,
        )
        def act(clicks: object, number: int, *typed: object) -> Any:  # noqa: ANN401 - see _done
            by, now = current_actor(), services.now()
            return _done(services, clicks, said, lambda session: verb(session, int(number), *typed, by=by, now=now))

    on(Input("report-save", "n_clicks"), lazy("Bewaard."), _reword, "opening", "closing")
    on(confirmed("report-approve"), lazy("Goedgekeurd. U kunt het nu versturen."), reviewing.approve)
    on(Input("report-back", "n_clicks"), lazy("Het is weer een concept."), reviewing.take_back)
    on(confirmed("report-send"), lazy("De berichten staan klaar in de postbak."), _send, "roles", "addresses")


def _reword(session: Session, number: int, opening: object, closing: object, *, by: Actor, now: datetime) -> None:
    reviewing.reword(session, number, str(opening or ""), str(closing or ""), by=by, now=now)


def _send(session: Session, number: int, roles: object, addresses: object, *, by: Actor, now: datetime) -> None:
    known = {role.value for role in Role}
    chosen = [Role(one) for one in roles if one in known] if isinstance(roles, list) else []
    readers = Readers(tuple(chosen), reviewing.typed_addresses(str(addresses or "")))
    reviewing.send(session, number, readers, by=by, now=now)


def _register_files(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("report-download", "data"),
        Input({"type": FILE, "kind": ALL}, "n_clicks"),
        State("report-number", "data"),
        roles=POLICY,
        prevent_initial_call=True,
    )
    def download(_clicks: object, number: int) -> Any:  # noqa: ANN401 - a file or Dash's own "leave it"
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            return no_update
        make = files.word_of if ctx.triggered_id["kind"] == "docx" else files.pdf_of
        with services.database.reading() as session:
            made = make(session, int(number))
        content = base64.b64encode(made.content).decode()
        return {"content": content, "filename": made.name, "type": made.media_type, "base64": True}


def _done(services: Services, clicks: object, said: lazy, act: Callable[[Session], None]) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
    """Do it and say so; a refusal is said too, and the page shows how it stands now."""
    if not clicks:
        return no_update
    try:
        with services.database.writing() as session:
            act(session)
    except Refused as refused:
        toast(say(refused), tone="bad")
        return no_update
    toast(str(said))
    return services.now().isoformat()


PAGE = Page(f"{PATH}/<int:number>", lazy("Rapport"), POLICY, layout, register)
