"""How one sign-up stands, and what staff can do about it: let it come, give it a seat, take it off the list."""

from collections.abc import Sequence
from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.pieces import badge
from dashboard.parts.reason import REASON
from domain.forms import Option
from domain.refused import Refused
from domain.taking_part import line, offers, sign_ups
from domain.taking_part.line import InLine
from domain.taking_part.sign_up_rows import IN
from domain.taking_part.waiting_list import GIVES_SEATS
from domain.taking_part.why_waiting import SENTENCES_FOR_STAFF
from i18n import _, day_and_time, n_
from store.queries.gatherings import sign_ups as listed
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.sessions import Session
from store.states import SignUpState, Way
from web.sessions import current_actor

SIGN_UP = "sign-up-"
CANCEL, APPROVE, REFUSE, GIVE = (f"{SIGN_UP}{what}-" for what in ("off", "yes", "no", "seat"))


def standing(event: EventFacts, one: SignUpFacts, people: Sequence[SignUpFacts], now: datetime) -> Component:
    """Badges and a sentence: what is special about this sign-up, and for who waits why there is no seat yet."""
    said: list[Component | str] = []
    if one.way is Way.ONLINE:
        said.append(badge(_("Online")))
    if one.maybe:
        said.append(badge(_("Misschien"), "warn"))
    if one.state is SignUpState.OFFERED and one.offered_until:
        said.append(badge(_("Plaats aangeboden"), "accent"))
        until = _("Antwoord voor {until}", until=day_and_time(one.offered_until))
        said.append(html.Span(until, className="note"))
    if one.state is SignUpState.WAITING:
        said.append(html.Span(_why(event, one, people, now), className="note"))
    if one.state in (SignUpState.ATTENDED, SignUpState.ABSENT):
        came = one.state is SignUpState.ATTENDED
        said.append(badge(_("Was er") if came else _("Was er niet"), "good" if came else "plain"))
    return html.Div(said, className="standing") if said else html.Span("–")


def actions(
    event: EventFacts, one: SignUpFacts, follows: str, reasons: Sequence[Option], now: datetime
) -> Component | None:
    """The buttons of one row; `follows` says what happens when this one leaves. None once it has begun.

    `reasons` are those for which a seat may be given out of turn.
    """
    if one.state not in IN or event.state not in GIVES_SEATS or now >= event.starts_at:
        return None
    buttons: list[Component] = []
    if one.state is SignUpState.REQUESTED:
        buttons += [_approve(one), _refuse(one)]
    if one.state in (SignUpState.WAITING, SignUpState.REQUESTED):
        buttons.append(_give(event, one, reasons))
    if one.state is not SignUpState.REQUESTED:
        buttons.append(_cancel(one, follows))
    return html.Div(buttons, className="actions")


def act_on_sign_up(session: Session, what: str, event_id: int, why: str, now: datetime) -> str:
    """Do what a button of a row asked; returns what to say about it. The row is looked up anew."""
    number = what.rpartition("-")[2]
    one = listed.one(session, int(number)) if number.isdecimal() else None
    if one is None or one.event_id != event_id:
        raise Refused("not_found")
    by = current_actor()
    if what.startswith(APPROVE):
        state = offers.approve(session, one.id, by=by, now=now)
        waits = state is SignUpState.WAITING
        return _("Het is vol: {name} staat op de wachtlijst.", name=one.name) if waits else _said_yes(one)
    if what.startswith(REFUSE):
        offers.refuse(session, one.id, by=by, now=now)
        return _("{name} krijgt bericht dat het deze keer niet kan.", name=one.name)
    if what.startswith(GIVE):
        offers.give_seat(session, one.id, why, by=by, now=now)
        return _said_yes(one)
    if what.startswith(CANCEL):
        sign_ups.cancel(session, one.id, by=by, now=now)
        return _("{name} is afgemeld.", name=one.name)
    raise Refused("not_found")


def _said_yes(one: SignUpFacts) -> str:
    return _("{name} komt, en krijgt bericht.", name=one.name)


def _why(event: EventFacts, one: SignUpFacts, people: Sequence[SignUpFacts], now: datetime) -> str:
    waiting = [
        InLine(other.id, other.party, other.told)
        for other in people
        if other.state is SignUpState.WAITING and other.way is one.way
    ]
    online = one.way is Way.ONLINE
    free = max(0, event.online_seats - event.online_taken if online else event.seats - event.seats_taken)
    first_come = (event.starts_at - now).total_seconds() <= event.last_hours * 3600
    found = line.why(free, waiting, one.id, event.queue, first_come=first_come)
    return _("Plek {place}. {why}", place=one.position, why=str(SENTENCES_FOR_STAFF[found.reason]))


def _approve(one: SignUpFacts) -> Component:
    name = html.Span(one.name, className="unseen")
    return dmc.Button([_("Mag komen"), " ", name], id={"type": DO, "what": f"{APPROVE}{one.id}"}, size="sm")


def _refuse(one: SignUpFacts) -> Component:
    return confirm(
        f"{REFUSE}{one.id}",
        _("Kan niet"),
        title=_("Nee zeggen tegen {name}?", name=one.name),
        sentence=_("{name} krijgt een vriendelijk bericht dat het deze keer niet kan.", name=one.name),
        yes=_("Ja, zeg nee"),
    )


def _give(event: EventFacts, one: SignUpFacts, reasons: Sequence[Option]) -> Component:
    over = max(0, event.seats_taken + one.party - event.seats) if one.way is Way.HERE else 0
    beyond = n_("Er zijn dan {n} mensen te veel.", "Er zijn dan {n} mensen te veel.", over) if over else ""
    return confirm(
        f"{GIVE}{one.id}",
        _("Geef plaats"),
        title=_("{name} een plaats geven buiten de volgorde?", name=one.name),
        sentence=f"{beyond} {_('De reden komt in het logboek.')}".strip(),
        yes=_("Ja, geef plaats"),
        danger=False,
        ask=dmc.Select(
            id={"type": REASON, "of": f"{GIVE}{one.id}"},
            label=_("Waarom?"),
            data=[{"value": option.key, "label": option.label} for option in reasons],
            comboboxProps={"withinPortal": False},
        ),
    )


def _cancel(one: SignUpFacts, follows: str) -> Component:
    told = _("{name} krijgt een bevestiging per mail.", name=one.name) if one.email else ""
    return confirm(
        f"{CANCEL}{one.id}",
        _("Meld af"),
        title=_("{name} afmelden?", name=one.name),
        sentence=f"{follows} {told}".strip(),
        yes=_("Ja, meld af"),
    )
