"""Who hosts a gathering, and whom to ask: for each buddy why, or why not."""

from collections.abc import Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card, notice
from dashboard.parts.tables import Cell, table
from domain.gatherings import host_choice, hosts
from domain.gatherings.host_choice import HostChoice
from domain.refused import Refused
from i18n import _, day, lazy, n_, number
from store.queries.gatherings import hosts as asked
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.hosts import ON, WANTED, HostRow
from store.sessions import Session
from store.states import HostState
from web.sessions import current_actor

HOST = "host-"
ASK, BACK = f"{HOST}ask-", f"{HOST}back-"
NEXT_DOOR_KM = 1
STATES = {
    HostState.ASKED: (lazy("Gevraagd"), "warn"),
    HostState.ACCEPTED: (lazy("Zegt ja"), "good"),
    HostState.DECLINED: (lazy("Zegt nee"), "plain"),
}
WHY_NOT = {
    "paused": lazy("Is even met pauze"),
    "not_free": lazy("Heeft dan geen tijd"),
    "taken": lazy("Is dan al gevraagd voor {title}"),
}


def hosts_card(session: Session, event: EventFacts, now: datetime) -> Component:
    """The hosts with their answers; before the start also whom else to ask."""
    known = asked.of_event(session, event.id)
    to_come = event.state in ON and event.starts_at > now
    wanted = {one.buddy_id for one in known if one.state in WANTED}
    said = html.P(_("Er is nog niemand gevraagd.")) if not known else _list(known, to_come)
    missing = to_come and known and not wanted
    alert = notice(_("Er is nu geen gastheer of gastvrouw. Vraag iemand anders."), tone="warn") if missing else None
    more = _choose(session, event, wanted) if to_come else None
    return card(alert, said, more, title=_("Gastheer of gastvrouw"), className="hosts")


def act_on_host(session: Session, what: str, event_id: int, now: datetime) -> str:
    """Do what a button of the card asked; returns what to say about it."""
    by = current_actor()
    for prefix, verb, done in (
        (ASK, hosts.ask, _("De vraag is gesteld. De buddy krijgt een bericht.")),
        (BACK, hosts.take_back, _("De vraag is ingetrokken. De buddy krijgt een bericht.")),
    ):
        if what.startswith(prefix) and what.removeprefix(prefix).isdecimal():
            verb(session, event_id, int(what.removeprefix(prefix)), by=by, now=now)
            return done
    raise Refused("not_found")


def _list(known: Sequence[HostRow], to_come: bool) -> Component:
    rows: list[list[Cell]] = []
    for one in known:
        text, tone = STATES[one.state]
        when = _("gevraagd op {day}", day=day(one.asked_at))
        if one.answered_at:
            when = _("geantwoord op {day}", day=day(one.answered_at))
        back = _back(one) if to_come and one.state in WANTED else None
        rows.append([_name(one.buddy_id, one.name), badge(str(text), tone), when, back])
    return table([_("Buddy"), _("Antwoord"), _("Wanneer"), _("Actie")], rows, caption=_("Wie is gevraagd"))


def _back(one: HostRow) -> Component:
    return confirm(
        f"{BACK}{one.buddy_id}",
        _("Trek in"),
        title=_("De vraag aan {name} intrekken?", name=one.name),
        sentence=_("{name} krijgt een bericht dat het niet meer nodig is.", name=one.name),
        yes=_("Ja, trek in"),
    )


def _choose(session: Session, event: EventFacts, already: set[int]) -> Component:
    found = [one for one in host_choice.choices(session, event.id) if one.buddy_id not in already]
    able, others = [one for one in found if not one.obstacles], [one for one in found if one.obstacles]
    parts: list[Component | None] = [_able(able), _not_able(others)]
    if not able:
        parts.insert(
            0, html.P(_("Er is nu geen buddy die dan kan. Kies een ander moment, of vraag wie er tijd maakt."))
        )
    title = n_("Vraag een buddy: {n} kan", "Vraag een buddy: {n} kunnen", len(able))
    return html.Details([html.Summary(title), *parts], className="more", open=not already)


def _able(able: Sequence[HostChoice]) -> Component | None:
    rows: list[list[Cell]] = [[_name(one.buddy_id, one.name), "; ".join(reasons(one)), _ask(one)] for one in able]
    return table([_("Buddy"), _("Waarom"), _("Actie")], rows, caption=_("Wie er kan")) if rows else None


def _not_able(others: Sequence[HostChoice]) -> Component | None:
    if not others:
        return None
    rows: list[list[Cell]] = [[_name(one.buddy_id, one.name), "; ".join(why_not(one))] for one in others]
    title = n_("Waarom {n} buddy niet", "Waarom {n} buddy's niet", len(others))
    drawn = table([_("Buddy"), _("Waarom niet")], rows, caption=title)
    return html.Details([html.Summary(title), drawn], className="more")


def reasons(one: HostChoice) -> list[str]:
    """What speaks for a buddy who can, and what to know before asking."""
    said = [_("Heeft dan tijd")]
    if one.topics:
        names = ", ".join(one.known)
        said.append(_("kent {topics}", topics=names) if names else _("heeft andere ervaringen dan dit onderwerp"))
    if one.km is not None:
        near, km = one.km < NEXT_DOOR_KM, number(max(1, round(one.km)))
        said.append(_("woont in deze gemeente") if near else _("woont op ongeveer {km} km", km=km))
    if one.too_far:
        said.append(_("dat is verder dan deze buddy meestal reist"))
    return said


def why_not(one: HostChoice) -> list[str]:
    return [_(WHY_NOT[key].text, title=one.elsewhere) for key in one.obstacles]


def _ask(one: HostChoice) -> Component:
    name = {"type": DO, "what": f"{ASK}{one.buddy_id}"}
    return dmc.Button(_("Vraag {name}", name=one.name), id=name, variant="default", leftSection=icon("send"))


def _name(buddy_id: int, name: str) -> Component:
    return dcc.Link(name, href=f"/werk/buddys/{buddy_id}")
