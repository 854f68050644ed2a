"""The series of a gathering: which date it is, the dates around it, and what can be done with it."""

from dataclasses import replace
from datetime import datetime, timedelta

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.gatherings.event_facts import DO
from dashboard.parts.gatherings.event_words import PATH
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, link_button
from dashboard.parts.reason import reason_field
from domain.gatherings import left_out
from domain.gatherings import series as domain_series
from domain.gatherings.events import CHANGEABLE
from domain.gatherings.longer_series import GONE, shift
from domain.gatherings.recurrence import Rule, in_words
from domain.local_time import wall
from i18n import _, day, n_
from store.queries.gatherings import series
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.series import SeriesDate, SeriesFacts
from store.sessions import Session
from store.states import EventState
from web.sessions import current_actor

SKIP, BACK, OPEN_ALL = "event-skip", "event-bring-back", "series-open"
SERIES_ACTS = (SKIP, BACK, OPEN_ALL)


def series_card(session: Session, event: EventFacts, now: datetime) -> Component | None:
    """Nothing for a gathering that stands alone."""
    found = series.of_event(session, event.id)
    if found is None:
        return None
    here = next(place for place, one in enumerate(found.dates) if one.id == event.id)
    moved = shift(found.dates, now)
    words = in_words(_as_it_is(found), moved)
    said = [
        html.P(words[:1].upper() + words[1:] + "."),
        html.P(_("Datum {number} van {n}.", number=here + 1, n=len(found.dates)) + _left_out(found)),
        html.P(_elsewhere(found, moved), className="note") if _elsewhere(found, moved) else None,
        html.P(_moved(event), className="note") if _moved(event) else None,
    ]
    around = html.Nav([_step(found, here - 1, back=True), _step(found, here + 1, back=False)], className="around")
    more = link_button(_("Voeg datums toe"), f"{PATH}/{event.id}/meer-datums", symbol="plus", primary=False)
    acts = [one for one in (_open_all(found, now), more, _act(event)) if one]
    buttons = html.Div(acts, className="actions seats-actions")
    return card(*said, around, buttons, title=_("Reeks"))


def act_on_series(session: Session, what: str, number: int, why: str, now: datetime) -> str:
    """Do one of `SERIES_ACTS`; returns what to say about it."""
    by = current_actor()
    if what == SKIP:
        left_out.skip(session, number, why, by=by, now=now)
        return _("Deze datum valt weg.")
    if what == BACK:
        left_out.bring_back(session, number, by=by, now=now)
        return _("Deze datum gaat toch door. Het is nu een concept.")
    opened = domain_series.open_drafts(session, number, by=by, now=now)
    if not opened:
        return _("Alle datums die nog komen, waren al openbaar.")
    return n_("{n} datum is nu openbaar.", "{n} datums zijn nu openbaar.", len(opened))


def _open_all(found: SeriesFacts, now: datetime) -> Component | None:
    """Offered as long as there are drafts to come."""
    drafts = sum(1 for one in found.dates if one.state is EventState.DRAFT and one.starts_at > now)
    if not drafts:
        return None
    return confirm(
        OPEN_ALL,
        _("Maak alle datums openbaar"),
        title=_("Alle datums van deze reeks openbaar maken?"),
        sentence=n_(
            "{n} concept dat nog komt, staat dan op de agenda. Ouders kunnen zich aanmelden.",
            "{n} concepten die nog komen, staan dan op de agenda. Ouders kunnen zich aanmelden.",
            drafts,
        ),
        yes=_("Ja, maak openbaar"),
        danger=False,
    )


def _as_it_is(found: SeriesFacts) -> Rule:
    """The rule with the number of dates that there are."""
    rule = Rule.read(found.rule)
    return rule if rule.count is None else replace(rule, count=len(found.dates))


def _elsewhere(found: SeriesFacts, moved: timedelta) -> str:
    """How many dates that go on don't stand where the rule in words says."""
    live = (one for one in found.dates if one.state not in GONE)
    n = sum(1 for one in live if wall(one.starts_at)[0] - one.series_date != moved)
    return n_("{n} datum valt op een andere dag.", "{n} datums vallen op een andere dag.", n) if n else ""


def _left_out(found: SeriesFacts) -> str:
    gone = sum(1 for one in found.dates if one.state in GONE)
    return " " + n_("{n} datum gaat niet door.", "{n} datums gaan niet door.", gone) if gone else ""


def _moved(event: EventFacts) -> str:
    planned = event.series_date
    if planned is None or day(planned) == day(event.starts_at):
        return ""
    return _("Eerst gepland op {day}.", day=day(planned))


def _step(found: SeriesFacts, place: int, *, back: bool) -> Component | None:
    if not 0 <= place < len(found.dates):
        return None
    one: SeriesDate = found.dates[place]
    drawn = icon("arrow-left") if back else icon("chevron-right")
    text = _("Vorige: {day}", day=day(one.starts_at)) if back else _("Volgende: {day}", day=day(one.starts_at))
    return dcc.Link([drawn, text] if back else [text, drawn], href=f"{PATH}/{one.id}")


def _act(event: EventFacts) -> Component | None:
    if event.state is EventState.SKIPPED:
        return dmc.Button(_("Laat toch doorgaan"), id={"type": DO, "what": BACK}, variant="default")
    taken = event.seats_taken or event.parties_waiting or event.online_taken or event.online_waiting
    if event.state not in CHANGEABLE or taken:
        return None
    return confirm(
        SKIP,
        _("Sla deze datum over"),
        title=_("Deze datum overslaan?"),
        sentence=_("De datum verdwijnt van de agenda. Uw collega's zien waarom."),
        yes=_("Ja, sla over"),
        ask=reason_field(SKIP, _("Waarom?")),
        danger=False,
    )
