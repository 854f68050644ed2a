"""Saving the form of a gathering, also when somebody else saved it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.gatherings import event_repeat
from dashboard.parts.gatherings.event_fields import Values, values_of
from dashboard.parts.meanwhile import Opened, changed_meanwhile, names
from dashboard.parts.pieces import notice
from domain import edits
from domain.actors import Actor
from domain.checking import Checked
from domain.forms import Form
from domain.gatherings import event_plans, events, series
from domain.gatherings.event_plans import EventPlan
from domain.gatherings.series import Scope
from domain.local_time import wall
from domain.refused import Refused
from i18n import _
from store.queries.editors import editors
from store.queries.gatherings import events as shown
from store.sessions import Session
from store.states import EventState
from web.services import Services
from web.sessions import current_actor


@dataclass(frozen=True)
class Newer:
    """What somebody else saved: the values to take over, the words about it, and what is seen now."""

    taken_over: Mapping[str, object]
    said: Component
    opened: Opened


@dataclass(frozen=True)
class Wish:
    """How somebody wants it saved."""

    public: bool = False
    repeat: tuple[object, ...] = ()
    scope: Scope = Scope.THIS
    reason: str = ""

    @classmethod
    def read(cls, public: bool, repeat: object, scope: object, reason: object) -> Wish:
        """From the browser; what makes no sense is the least: one date, no reason."""
        values = tuple(repeat) if isinstance(repeat, list) else ()
        meant = Scope(str(scope)) if scope in set(Scope) else Scope.THIS
        return cls(public, values, meant, reason if isinstance(reason, str) else "")


@dataclass(frozen=True)
class WrongRule:
    """What is wrong with how it repeats: above the form, and at each field of the rule."""

    said: Component
    errors: list[str | None]


def wrong_rule(wish: Wish, refused: Refused) -> WrongRule | None:
    """None when a refusal is about something else."""
    wrong = event_repeat.wrong_in(wish.repeat, refused)
    if not wrong:
        return None
    return WrongRule(not_saved(event_repeat.repeat_form(), wrong), event_repeat.repeat_errors(wrong))


def save(services: Services, number: int | None, checked: Checked, opened: Opened | None, wish: Wish) -> int:
    """Write a new gathering, a series or a change, in one transaction with making it public; returns its number."""
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        plan = event_plans.plan(checked)
        _check_date(session, number, plan, now)
        if number is None:
            numbers = _add(session, plan, wish, by=by, now=now)
        else:
            seen = opened.at if opened else None
            series.change(session, number, plan, wish.scope, by=by, now=now, seen=seen, reason=wish.reason)
            numbers = (number,)
        if wish.public:
            for one in numbers:
                events.open_up(session, one, by=by, now=now)
    return numbers[0]


def _add(session: Session, plan: EventPlan, wish: Wish, *, by: Actor, now: datetime) -> tuple[int, ...]:
    repeat = event_repeat.read(wish.repeat, wall(plan.starts_at)[0])
    if repeat is None:
        return (events.add(session, plan, by=by, now=now),)
    return series.add(session, plan, repeat.rule, skips_closed=repeat.skips_closed, by=by, now=now)


def _check_date(session: Session, number: int | None, plan: EventPlan, now: datetime) -> None:
    """A draft may lie in the past only where it lay there already."""
    known = shown.event(session, number) if number is not None else None
    if known is None or (known.state is EventState.DRAFT and known.starts_at != plan.starts_at):
        event_plans.still_to_come(plan, now=now)


def since_opened(services: Services, form: Form, number: int, opened: Opened, typed: Values, again: Component) -> Newer:
    """Somebody else saved: what was not touched follows them, what was typed stays. `again` saves all the same."""
    with services.database.reading() as session:
        event = shown.event(session, number)
        who = editors(session, "event", number, since=opened.at)
    if event is None:
        raise Refused("not_found")
    stored = values_of(event)
    found = edits.meanwhile([one.key for one in form.fields], opened.values, typed, stored)
    taken_over = {edit.key: edit.theirs for edit in found if not edit.clashes}
    return Newer(taken_over, changed_meanwhile(form, found, _words(who), again), Opened(event.changed_at, stored))


def _words(who: tuple[str, ...]) -> str:
    return _("{name} wijzigde deze bijeenkomst terwijl u typte.", name=names(who))


def not_saved(form: Form, errors: Mapping[str, str]) -> Component:
    """Above the form: that nothing was saved, and which fields to look at."""
    wrong = [(one.label, errors[one.key]) for one in form.fields if one.key in errors]
    lines = [html.Li(said if label in said else f"{label}: {said}") for label, said in wrong]
    return notice(html.Strong(_("Nog niet opgeslagen.")), html.Ul(lines), tone="bad", symbol="triangle-alert")
