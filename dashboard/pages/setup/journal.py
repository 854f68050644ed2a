"""The journal: what happened, by whom, and what followed from it."""

from collections.abc import Mapping
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import ADMINISTRATOR, COORDINATOR, SETUP, Page
from dashboard.parts import badge, card, empty_state, link_button, page_header, table
from dashboard.parts.setup.job_words import STATES, moment
from dashboard.parts.setup.journal_words import ACTORS, SUBJECTS, subject_link
from dashboard.parts.tables import Cell
from domain import catalogue
from domain.journal import KINDS
from i18n import _, lazy
from store.queries import journal
from store.queries.journal import PAGE as PAGE_LENGTH
from store.queries.journal import Followed, Line
from store.queries.newest import last_numbered
from store.states import RunState
from web.services import Services

PATH = "/werk/logboek"
STAFF = COORDINATOR | ADMINISTRATOR


def layout(soort: str = "", over: str = "", voor: str = "") -> Component:
    kinds = [{"value": key, "label": str(text)} for key, text in KINDS.items()]
    subjects = [{"value": key, "label": str(text)} for key, text in SUBJECTS.items()]
    filters = [
        dmc.Select(
            id="journal-kind", label=_("Wat gebeurde er?"), data=kinds, value=soort or None, clearable=True,
            searchable=True, placeholder=_("Alles"),
        ),
        dmc.Select(
            id="journal-subject", label=_("Waarover?"), data=subjects, value=over.partition("-")[0] or None,
            clearable=True, searchable=True, placeholder=_("Alles"),
        ),
    ]  # fmt: skip
    sentence = _("Wat er gebeurde, wie het deed en wat er vanzelf op volgde. Zonder namen van ouders.")
    return html.Div(
        [
            page_header(_("Logboek"), sentence),
            card(html.Div(filters, className="filters"), html.Div(id="journal-list")),
            dcc.Store(id="journal-place", data={"voor": voor, "nummer": over.partition("-")[2]}),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_address(callbacks)

    @callbacks(
        Output("journal-list", "children"),
        Input("journal-kind", "value"),
        Input("journal-subject", "value"),
        State("journal-place", "data"),
        roles=STAFF,
    )
    def show(kind: object, subject: object, place: Mapping[str, object]) -> list[Component]:
        about, one = str(subject or ""), _number(place.get("nummer"))
        with services.database.reading() as session:
            lines = journal.listed(
                session, kind=str(kind or ""), subject=about, number=one, before=_number(place.get("voor"))
            )
            names = journal.names(session, {line.actor for line in lines})
            automations = {one.key: one.label for one in catalogue.entries(session, "automation", all_of_them=True)}
        question = {"soort": str(kind or ""), "over": about if one is None else f"{about}-{one}"}
        rows = [_row(line, names, automations, services) for line in lines]
        return _list(lines, rows, question)


def _register_address(callbacks: Callbacks) -> None:
    @callbacks(
        Output("journal-place", "data"),
        Output("page-question", "data", allow_duplicate=True),
        Input("journal-kind", "value"),
        Input("journal-subject", "value"),
        roles=STAFF,
        prevent_initial_call=True,
    )
    def remember(kind: object, subject: object) -> tuple[dict[str, str], str]:
        return {}, _question({"soort": str(kind or ""), "over": str(subject or "")})


def _number(text: object) -> int | None:
    return int(str(text)) if str(text or "").isdigit() else None


def _question(values: Mapping[str, str]) -> str:
    return urlencode({key: value for key, value in values.items() if value})


def _list(lines: tuple[Line, ...], rows: list[list[Cell]], question: dict[str, str]) -> list[Component]:
    if not lines:
        return [empty_state(_("Niets gevonden"), _("Kies een andere soort, of iets anders."), symbol="history")]
    columns = [_("Wat"), _("Waarover"), _("Wie"), _("Wanneer"), _("Wat volgde")]
    drawn = table(columns, rows, caption=_("Logboek"))
    last = last_numbered([line.id for line in lines], PAGE_LENGTH)
    if last is None:
        return [drawn]
    older = f"{PATH}?{_question({**question, 'voor': str(last)})}"
    return [drawn, link_button(_("Eerder"), older, primary=False)]


def _row(line: Line, names: Mapping[str, str], automations: Mapping[str, str], services: Services) -> list[Cell]:
    what = KINDS.get(line.kind)
    who = names.get(line.actor) or str(ACTORS.get(line.actor.partition(":")[0], line.actor))
    followed = [_followed(one, automations) for one in line.followed]
    when = moment(line.at, services.now())
    return [str(what or line.kind), subject_link(line), who, when, html.Div(followed, className="stack")]


def _followed(one: Followed, automations: Mapping[str, str]) -> Component:
    text, tone, symbol = STATES[one.state]
    words: list[Component | str] = [
        badge(str(text), tone, symbol=symbol),
        " ",
        automations.get(one.automation, one.automation),
    ]
    if one.state is RunState.FAILED and one.error:
        words.append(html.Small(one.error, className="note"))
    return html.Div(words)


PAGE = Page(
    PATH,
    lazy("Logboek"),
    STAFF,
    layout,
    register=register,
    icon="history",
    group=SETUP,
    query=("soort", "over", "voor"),
)
