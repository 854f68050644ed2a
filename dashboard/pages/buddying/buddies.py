"""Buddies: who there are, how much they do, and what needs attention."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import badge, card, empty_state, link_button, page_header, table
from dashboard.parts.buddying.buddy_meetings import PATH as MEETINGS
from dashboard.parts.measures.buddies import turn_badges
from dashboard.parts.tables import Cell
from domain.buddying import certificates
from domain.local_time import wall
from domain.measures import turns
from i18n import _, lazy, n_
from i18n import day as in_words
from store.queries import choices
from store.queries.buddying import buddies
from store.queries.buddying.buddies import BuddyRow
from web.services import Services

PATH = "/werk/buddys"
WARN_DAYS = 60
SHOWN_TOPICS = 3
FULL, OVERLOOKED = "full", "overlooked"


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        topics = [{"value": one.code, "label": one.name} for one in choices.topics(session)]
        places = [{"value": one.code, "label": one.name} for one in choices.municipalities(session)]
    every = [{"value": FULL, "label": _("Zonder plek")}, {"value": OVERLOOKED, "label": _("Lang niet gevraagd")}]
    filters = [
        dmc.Select(id="buddies-topic", label=_("Onderwerp"), data=topics, searchable=True, clearable=True),
        dmc.Select(id="buddies-place", label=_("Gemeente"), data=places, searchable=True, clearable=True),
        dmc.Select(id="buddies-turn", label=_("Beurt"), data=every, placeholder=_("Iedereen"), clearable=True),
    ]
    new = [
        link_button(_("Intervisie en training"), MEETINGS, symbol="list-checks", primary=False),
        link_button(_("Nieuwe buddy"), f"{PATH}/nieuw", symbol="user-plus"),
    ]
    head = page_header(_("Buddy's"), _("Wie er zijn, hoeveel zij doen en wat aandacht vraagt."), new)
    return html.Div([head, html.Div(filters, className="filters"), html.Div(id="buddies-list")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("buddies-list", "children"),
        Input("buddies-topic", "value"),
        Input("buddies-place", "value"),
        Input("buddies-turn", "value"),
        roles=COORDINATOR,
    )
    def show(topic: object, place: object, turn: object) -> Component:
        today = wall(services.now())[0]
        with services.database.reading() as session:
            everybody, overlooked = buddies.listed(session), turns.overlooked(session, today=today)
        chosen = {FULL: {one.id for one in everybody if _is_full(one)}, OVERLOOKED: overlooked}
        wanted = chosen.get(str(turn), {one.id for one in everybody})
        found = [one for one in everybody if one.id in wanted and _is_wanted(one, topic, place)]
        return _list(found, everybody, overlooked, today)


def _is_wanted(one: BuddyRow, topic: object, place: object) -> bool:
    has_topic = not topic or any(code == topic for code, _name in one.topics)
    return has_topic and (not place or one.municipality_code == place)


def _is_full(one: BuddyRow) -> bool:
    return one.load >= one.max_load


def _list(
    found: Sequence[BuddyRow], everybody: Sequence[BuddyRow], overlooked: Collection[int], today: date
) -> Component:
    if not everybody:
        return card(empty_state(_("Nog geen buddy's"), _("Voeg de eerste buddy toe."), symbol="users"))
    if not found:
        return card(empty_state(_("Niemand gevonden"), _("Kies een ander onderwerp, een andere gemeente of beurt.")))
    columns = [_("Buddy"), _("Gemeente"), _("Onderwerpen"), _("Koppelingen"), _("Let op")]
    rows = [_row(one, one.id in overlooked, today) for one in found]
    said = _turns(everybody, overlooked)
    return card(
        html.P(said, className="chart-says") if said else None,
        table(columns, rows, caption=n_("{n} buddy", "{n} buddy's", len(rows)), show_caption=True),
    )


def _turns(everybody: Sequence[BuddyRow], overlooked: Collection[int]) -> str:
    full, long = sum(map(_is_full, everybody)), len(overlooked)
    said = [
        n_("{n} buddy heeft geen plek meer.", "{n} buddy's hebben geen plek meer.", full) if full else "",
        n_(
            "{n} buddy met plek is al drie maanden of langer niet gevraagd.",
            "{n} buddy's met plek zijn al drie maanden of langer niet gevraagd.",
            long,
        )
        if long
        else "",
    ]
    return " ".join(filter(None, said))


def _row(one: BuddyRow, is_overlooked: bool, today: date) -> list[Cell]:
    return [
        dcc.Link(one.name, href=f"{PATH}/{one.id}"),
        one.municipality,
        _topics(one),
        _load(one),
        html.Div(
            turn_badges(is_full=_is_full(one), is_overlooked=is_overlooked) + _issues(one, today) or _fine(),
            className="badges",
        ),
    ]


def _topics(one: BuddyRow) -> str:
    names = [name for _code, name in one.topics]
    more = len(names) - SHOWN_TOPICS
    shown = ", ".join(names[:SHOWN_TOPICS])
    return _("{shown} en nog {n}", shown=shown, n=more) if more > 0 else shown


def _load(one: BuddyRow) -> str:
    load = _("{load} van {most}", load=one.load, most=one.max_load)
    return _("{load}, {n} gevraagd", load=load, n=one.asked) if one.asked else load


def attention(one: BuddyRow, today: date) -> list[Component]:
    """What keeps a buddy out of the pool, or soon will; `in orde` when nothing does."""
    return _issues(one, today) or _fine()


def _fine() -> list[Component]:
    return [badge(_("In orde"), "good", symbol="check")]


def _issues(one: BuddyRow, today: date) -> list[Component]:
    found = [_certificate(one, today)]
    if one.stopped_at:
        return [badge(_("Gestopt"), "plain")]
    if one.paused_since:
        pause = _("Pauze tot {day}", day=in_words(one.paused_until)) if one.paused_until else _("Pauze")
        found.append(badge(pause, "plain", symbol="pause"))
    if one.rest_until and today < one.rest_until:
        found.append(badge(_("Even adem tot {day}", day=in_words(one.rest_until)), "plain", symbol="pause"))
    if one.trained_on is None or one.trained_on > today:
        found.append(badge(_("Nog geen training"), "warn", symbol="graduation-cap"))
    if not one.has_hours:
        found.append(badge(_("Nog geen tijden"), "warn", symbol="clock"))
    return [each for each in found if each]


def _certificate(one: BuddyRow, today: date) -> Component | None:
    ends = certificates.ends(one.certificate_seen_on)
    if ends is None:
        return badge(_("VOG nog niet gezien"), "bad", symbol="shield")
    if ends <= today:
        return badge(_("VOG verlopen"), "bad", symbol="shield")
    if ends - today <= timedelta(days=WARN_DAYS):
        return badge(_("VOG geldt tot {day}", day=in_words(ends)), "warn", symbol="shield")
    return None


PAGE = Page(PATH, lazy("Buddy's"), COORDINATOR, layout, register=register, icon="users", group=WORK)
