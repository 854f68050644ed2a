"""The out-tray: every letter that was written, and whether it arrived."""

from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import ADMINISTRATOR, COORDINATOR, WORK, Page
from dashboard.parts import badge, card, empty_state, link_button, page_header, table
from dashboard.parts.setup.job_words import moment
from dashboard.parts.setup.letter_words import STATES, standing
from dashboard.parts.tables import Cell
from domain.post import letter_texts
from i18n import _, lazy, number
from store.queries import letters
from store.queries.letters import PAGE as PAGE_LENGTH
from store.queries.letters import LetterRow
from store.queries.newest import last_numbered
from store.states import LetterState
from web.services import Services

PATH = "/werk/postbak"
STAFF = COORDINATOR | ADMINISTRATOR
NEEDS_HANDS = (LetterState.TO_CALL, LetterState.FAILED, LetterState.KEPT)


def layout(services: Services, stand: str = "", soort: str = "", voor: str = "") -> Component:
    with services.database.reading() as session:
        names = {one.key: one.name for one in letter_texts.listed(session)}
    states = [{"value": str(state), "label": str(text)} for state, (text, _tone, _symbol) in STATES.items()]
    kinds = [{"value": key, "label": name} for key, name in names.items()]
    filters = [
        dmc.Select(
            id="out-tray-state", label=_("Stand"), data=states, value=stand or None, clearable=True,
            placeholder=_("Alles"),
        ),
        dmc.Select(
            id="out-tray-kind", label=_("Soort bericht"), data=kinds, value=soort or None, clearable=True,
            searchable=True, placeholder=_("Alles"),
        ),
    ]  # fmt: skip
    sentence = _("Elk bericht dat het programma schreef, en of het is aangekomen.")
    return html.Div(
        [
            page_header(_("Postbak"), sentence),
            html.Div(id="out-tray-counts", className="badges"),
            card(html.Div(filters, className="filters"), html.Div(id="out-tray-list")),
            dcc.Store(id="out-tray-before", data=voor),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_address(callbacks)

    @callbacks(
        Output("out-tray-counts", "children"),
        Output("out-tray-list", "children"),
        Input("out-tray-state", "value"),
        Input("out-tray-kind", "value"),
        State("out-tray-before", "data"),
        roles=STAFF,
    )
    def show(state: object, kind: object, before: object) -> tuple[list[Component], list[Component]]:
        chosen = tuple(one for one in LetterState if one == state)
        wanted = kind if isinstance(kind, str) else ""
        last = int(str(before)) if str(before or "").isdigit() else None
        with services.database.reading() as session:
            found = letters.listed(session, states=chosen, kind=wanted, before=last)
            totals = letters.counts(session)
            names = {one.key: one.name for one in letter_texts.listed(session)}
        question = {"stand": str(state or ""), "soort": wanted}
        return _counts(totals), _list(found, names, question, services)


def _register_address(callbacks: Callbacks) -> None:
    @callbacks(
        Output("out-tray-before", "data"),
        Output("page-question", "data", allow_duplicate=True),
        Input("out-tray-state", "value"),
        Input("out-tray-kind", "value"),
        roles=STAFF,
        prevent_initial_call=True,
    )
    def remember(state: object, kind: object) -> tuple[str, str]:
        return "", _question(stand=str(state or ""), soort=str(kind or ""))


def _question(**values: str) -> str:
    return urlencode({key: value for key, value in values.items() if value})


def _counts(totals: dict[LetterState, int]) -> list[Component]:
    """What asks for somebody's hands, above the list."""
    waiting = [state for state in NEEDS_HANDS if totals.get(state)]
    return [
        dcc.Link(
            badge(f"{STATES[state][0]}: {number(totals[state])}", STATES[state][1], symbol=STATES[state][2]),
            href=f"{PATH}?stand={state}",
        )
        for state in waiting
    ]


def _list(
    found: tuple[LetterRow, ...], names: dict[str, str], question: dict[str, str], services: Services
) -> list[Component]:
    if not found:
        return [
            empty_state(_("Geen berichten"), _("Hier komt elk bericht dat het programma schrijft."), symbol="inbox")
        ]
    columns = [_("Onderwerp"), _("Aan"), _("Soort"), _("Geschreven"), _("Stand")]
    drawn = table(columns, [_row(one, names, services) for one in found], caption=_("Berichten"))
    last = last_numbered([one.id for one in found], PAGE_LENGTH)
    if last is None:
        return [drawn]
    older = f"{PATH}?{_question(**question, voor=str(last))}"
    return [drawn, link_button(_("Oudere berichten"), older, primary=False)]


def _row(one: LetterRow, names: dict[str, str], services: Services) -> list[Cell]:
    title = dcc.Link(one.title or _("Gewist"), href=f"{PATH}/{one.id}")
    written = moment(one.written_at, services.now())
    return [title, one.recipient or "–", names.get(one.kind, one.kind), written, standing(one)]


PAGE = Page(
    PATH,
    lazy("Postbak"),
    STAFF,
    layout,
    register=register,
    icon="inbox",
    group=WORK,
    query=("stand", "soort", "voor"),
)
