"""Kept views: one's own, with filters that are filters, mailed when there is something new to whoever may see them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from domain import accounts
from domain.actors import DEMO, Actor, Role
from domain.refused import Refused
from domain.reporting import views
from domain.reporting.views import Rhythm, View
from store.database import Database
from store.models import JournalLine
from store.queries.improving import saved_views
from tests import make

POLICY_PAGE, TRENDS = "/werk/beleid", "/werk/trends"
HOME = View("Thuiszitten", POLICY_PAGE, "jaar=2026&groep=D", Rhythm.WEEKLY)


@pytest.fixture
def bas(database: Database, now: datetime) -> Actor:
    with database.writing() as session:
        return Actor("Bas", frozenset({Role.POLICY}), make.account(session, Role.POLICY, now=now, name="Bas"))


def _keep(database: Database, view: View, by: Actor, now: datetime) -> int:
    with database.writing() as session:
        return views.keep(session, view, by=by, now=now)


def _due(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return views.tend(session, now=now)


def test_a_view_is_found_back_by_its_owner_alone(database: Database, bas: Actor, now: datetime) -> None:
    _keep(database, HOME, bas, now)

    with database.reading() as session:
        (mine,) = saved_views.of_account(session, bas.account_id or 0)
        assert (mine.address, saved_views.of_account(session, 99)) == ("/werk/beleid?jaar=2026&groep=D", ())


@pytest.mark.parametrize(
    ("view", "refusal"),
    [
        (View("x", TRENDS), "view.address"),
        (View("x", "/werk/gebruikers"), "view.address"),
        (View("x", "https://elders.example"), "view.address"),
        (View(" ", POLICY_PAGE), "view.name_needed"),
        (View("x" * 81, POLICY_PAGE), "report.long"),
    ],
)
def test_what_can_not_be_kept(database: Database, bas: Actor, now: datetime, view: View, refusal: str) -> None:
    with pytest.raises(Refused) as refused:
        _keep(database, view, bas, now)

    assert refused.value.key == refusal


def test_of_an_address_only_filters_are_kept() -> None:
    assert views.checked_query("?jaar=2026&groep=A,D&<b>=1&naast=javascript:x") == "jaar=2026&groep=A,D"


def test_removing_can_be_undone_and_nobody_else_can(database: Database, bas: Actor, now: datetime) -> None:
    number = _keep(database, HOME, bas, now)
    with pytest.raises(Refused), database.writing() as session:
        views.remove(session, number, by=replace(bas, account_id=99), now=now)

    with database.writing() as session:
        was = views.remove(session, number, by=bas, now=now)

    assert (was, _keep(database, was, bas, now) > 0) == (HOME, True)


def test_a_weekly_view_is_mailed_once_a_week(database: Database, bas: Actor, now: datetime) -> None:
    _keep(database, HOME, bas, now)

    assert [_due(database, now + timedelta(days=days)) for days in (0, 0, 6, 7, 7)] == [1, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("rhythm", "last", "today", "due"),
    [
        (Rhythm.NEVER, None, date(2026, 11, 24), False),
        (Rhythm.MONTHLY, None, date(2026, 11, 24), True),
        (Rhythm.MONTHLY, date(2026, 11, 12), date(2026, 12, 9), False),
        (Rhythm.MONTHLY, date(2026, 11, 12), date(2026, 12, 10), True),
        (Rhythm.QUARTERLY, date(2026, 11, 12), date(2027, 2, 9), False),
        (Rhythm.QUARTERLY, date(2026, 11, 12), date(2027, 2, 10), True),
    ],
)
def test_a_rhythm_follows_the_numbers(rhythm: Rhythm, last: date | None, today: date, due: bool) -> None:
    assert views.is_due(rhythm, last, today) is due


@pytest.mark.parametrize(("roles", "active"), [((Role.BUDDY,), True), ((Role.POLICY,), False)])
def test_who_may_no_longer_see_it_gets_no_mail(
    database: Database, bas: Actor, now: datetime, roles: tuple[Role, ...], active: bool
) -> None:
    _keep(database, HOME, bas, now)
    with database.writing() as session:
        accounts.change(session, bas.account_id or 0, roles=roles, active=active, by=DEMO, now=now)

    assert _due(database, now) == 0


def test_a_job_that_is_cut_off_mails_once_all_the_same(database: Database, bas: Actor, now: datetime) -> None:
    class PowerCut(Exception):
        pass

    _keep(database, HOME, bas, now)
    with pytest.raises(PowerCut), database.writing() as session:
        views.tend(session, now=now)
        raise PowerCut

    again = _due(database, now), _due(database, now)

    with database.reading() as session:
        lines = session.scalar(select(func.count()).where(JournalLine.kind == "view.due"))
    assert (again, lines) == ((1, 0), 1)
