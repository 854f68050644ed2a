"""Improving: the signals that ask for a decision first, then what is done about them."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, POLICY, Page
from dashboard.parts import aria, badge, card, empty_state, link_button, page_header, table
from dashboard.parts.improving.improvement_words import NEW_ACTION, improvement_link, improvement_state, when
from dashboard.parts.improving.improvement_words import STATES as ACTION_STATES
from dashboard.parts.improving.signal_words import (
    NEW_SIGNAL,
    PATH,
    counted,
    months_of,
    signal_link,
    signal_state,
)
from dashboard.parts.tables import Cell
from i18n import _, lazy
from store.queries import choices
from store.queries.improving import quality
from store.queries.improving.quality import ImprovementFacts, SignalFacts
from store.states import ImprovementState, SignalState
from web.services import Services

QUERY = ("signalen", "acties", "groep")
OPEN, EVERYTHING = "open", "alles"
SIGNALS: Mapping[str, tuple[lazy, tuple[SignalState, ...] | None]] = {
    OPEN: (lazy("Open"), (SignalState.NEW, SignalState.WATCHED, SignalState.TAKEN_UP)),
    "nieuw": (lazy("Nieuw"), (SignalState.NEW,)),
    "gesloten": (lazy("Gesloten"), (SignalState.CLOSED,)),
    EVERYTHING: (lazy("Alles"), None),
}


def layout(services: Services, signalen: str = OPEN, acties: str = "", groep: str = "") -> Component:
    with services.database.reading() as session:
        groups = choices.topic_groups(session)
    actions = html.Div(
        [
            link_button(_("Signaal maken"), NEW_SIGNAL, symbol="bell", primary=False),
            link_button(_("Verbeteractie maken"), NEW_ACTION, symbol="plus"),
        ],
        className="actions",
    )
    lead = _("Wat ouders ons vertellen, wat we ermee doen, en wat dat oplevert.")
    return html.Div(
        [
            page_header(_("Verbeteren"), lead, actions),
            html.Div(_which_signals(signalen), className="choose"),
            html.Div(id="improving-signals"),
            html.Div(_which_actions(acties, groep, groups), className="filters"),
            html.Div(id="improving-actions"),
            _what_else_happened(),
        ]
    )


def _what_else_happened() -> Component:
    said = _("Leg ook vast wat er verder gebeurde, zoals een nieuwe wet. Dan leest niemand te veel in een cijfer.")
    link = link_button(_("Wetten, termijnen en campagnes"), f"{PATH}/gebeurtenissen", primary=False)
    return card(html.P(said), link, title=_("Wat er verder gebeurde"))


def _which_signals(chosen: str) -> Component:
    data = [{"value": key, "label": str(label)} for key, (label, _states) in SIGNALS.items()]
    value = chosen if chosen in SIGNALS else OPEN
    control = dmc.SegmentedControl(id="signals-which", data=data, value=value)
    return html.Div(control, role="group", **aria(label=_("Welke signalen")))


def _which_actions(state: str, group: str, groups: Mapping[str, str]) -> list[Component]:
    states = [{"value": str(one), "label": str(label)} for one, (label, _tone) in ACTION_STATES.items()]
    topics = [{"value": code, "label": name} for code, name in groups.items()]
    return [
        dmc.Select(
            id="actions-state", label=_("Verbeteracties"), data=states, clearable=True, placeholder=_("Alle standen"),
            value=state if state in set(ImprovementState) else None, checkIconPosition="right",
        ),
        dmc.Select(
            id="actions-group", label=_("Onderwerpen"), data=topics, clearable=True, placeholder=_("Alle onderwerpen"),
            value=group if group in groups else None, checkIconPosition="right",
        ),
    ]  # fmt: skip


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("improving-signals", "children"),
        Output("improving-actions", "children"),
        Output("page-question", "data", allow_duplicate=True),
        Input("signals-which", "value"),
        Input("actions-state", "value"),
        Input("actions-group", "value"),
        roles=POLICY,
        prevent_initial_call="initial_duplicate",
    )
    def show(which: object, state: object, group: object) -> tuple[Component, Component, str]:
        key = which if isinstance(which, str) and which in SIGNALS else OPEN
        wanted = [ImprovementState(state)] if isinstance(state, str) and state in set(ImprovementState) else None
        topic = group if isinstance(group, str) else ""
        chosen = {"signalen": "" if key == OPEN else key, "acties": str(wanted[0]) if wanted else "", "groep": topic}
        with services.database.reading() as session:
            signals = quality.signals(session, SIGNALS[key][1])
            improvements = quality.improvements(session, wanted, topic)
        address = urlencode({name: value for name, value in chosen.items() if value})
        return _signals(signals, key), _improvements(improvements, narrowed=bool(wanted or topic)), address


def _signals(found: Sequence[SignalFacts], key: str) -> Component:
    title = _("Signalen")
    if not found:
        sentence = _("Zodra een onderwerp duidelijk stijgt of daalt, staat het hier. U kunt er ook zelf een maken.")
        nothing = _("Geen open signalen") if key == OPEN else _("Geen signalen gevonden")
        return card(empty_state(nothing, sentence, symbol="bell"), title=title)
    columns = [_("Signaal"), _("Wat we zien"), _("Maanden"), _("Stand"), _("Verbeteractie")]
    return card(table(columns, [_signal(one) for one in found], caption=title), title=title)


def _signal(one: SignalFacts) -> list[Cell]:
    tied = ", ".join(title for _number, title in one.improvements) or "–"
    months = months_of(one.first_month, one.last_month)
    return [signal_link(one), _short(counted(one)), months, signal_state(one.state), tied]


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _improvements(found: Sequence[ImprovementFacts], *, narrowed: bool) -> Component:
    title = _("Verbeteracties")
    if not found:
        action = link_button(_("Verbeteractie maken"), NEW_ACTION, symbol="plus", primary=False)
        sentence = _("Schrijf op wat u gaat doen, vanaf wanneer, en over welke onderwerpen het gaat.")
        nothing = _("Niets gevonden met deze keuze") if narrowed else _("Nog geen verbeteracties")
        return card(empty_state(nothing, sentence, symbol="list-checks", action=action), title=title)
    columns = [_("Verbeteractie"), _("Wie"), _("Wanneer"), _("Onderwerpen"), _("Stand"), _("Ouders")]
    return card(table(columns, [_improvement(one) for one in found], caption=title), title=title)


def _improvement(one: ImprovementFacts) -> list[Cell]:
    told = badge(_("verteld"), "good") if one.told_at else "–"
    topics = ", ".join(name for _code, name in one.topics) or "–"
    return [improvement_link(one), one.who or "–", when(one), topics, improvement_state(one.state), told]


PAGE = Page(PATH, lazy("Verbeteren"), POLICY, layout, register=register, icon="list-checks", group=INSIGHT, query=QUERY)
