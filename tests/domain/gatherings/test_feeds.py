"""Calendars behind a secret address: one that works at a time, for who may see it, without anybody's name."""

from datetime import datetime, timedelta

import pytest

from domain.actors import Actor, Role
from domain.availability import appointments
from domain.buddying import buddies
from domain.gatherings import events, feeds
from domain.refused import Refused
from mail.calendar_file import CalendarEvent
from store.database import Database
from store.models import Account, Event, EventHost, Feed, JournalLine
from store.sessions import Session
from store.states import FeedKind, HostState
from tests import appointed, make

HOME = "https://punt.example.nl"


def coordinator(session: Session, now: datetime) -> Actor:
    number = make.account(session, Role.COORDINATOR, now=now)
    return Actor(name="Tess", roles=frozenset({Role.COORDINATOR}), account_id=number)


def hosting_buddy(session: Session, now: datetime) -> Actor:
    buddy_id = make.buddy(session, now=now)
    account = session.query(Account).filter_by(buddy_id=buddy_id).one_or_none()
    number = account.id if account else make.account(session, Role.BUDDY, now=now, name="Anna")
    session.get_one(Account, number).buddy_id = buddy_id
    return Actor(name="Anna", roles=frozenset({Role.BUDDY}), account_id=number, buddy_id=buddy_id)


def works(session: Session, secret: str) -> bool:
    return feeds.find(session, secret) is not None


def entries(session: Session, secret: str, now: datetime) -> tuple[CalendarEvent, ...]:
    followed = feeds.find(session, secret)
    assert followed
    return feeds.entries(session, followed, public_url=HOME, now=now)


def test_a_new_address_ends_the_one_before(database: Database, now: datetime) -> None:
    with database.writing() as session:
        tess = coordinator(session, now)
        first = feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)
        second = feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)

    with database.reading() as session:
        assert (works(session, first), works(session, second)) == (False, True)
        assert feeds.made_at(session, FeedKind.COORDINATOR, by=tess) == now


def test_an_address_that_is_taken_back_is_gone_and_twice_is_harmless(database: Database, now: datetime) -> None:
    with database.writing() as session:
        tess = coordinator(session, now)
        secret = feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)
        feeds.revoke(session, FeedKind.COORDINATOR, by=tess, now=now)
        feeds.revoke(session, FeedKind.COORDINATOR, by=tess, now=now)

    with database.reading() as session:
        assert (works(session, secret), feeds.made_at(session, FeedKind.COORDINATOR, by=tess)) == (False, None)
        kinds = [one.kind for one in session.query(JournalLine).order_by(JournalLine.id) if one.kind.startswith("feed")]
    assert kinds == ["feed.made", "feed.revoked"]


def test_only_a_hash_of_the_address_is_kept(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        secret = feeds.make(session, FeedKind.COORDINATOR, by=coordinator(session, now), now=now)
        row = session.query(Feed).one()

    assert secret.encode() not in row.token_hash
    assert len(row.token_hash) == 32


def test_nobody_makes_a_calendar_of_another_role(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        anna, tess = hosting_buddy(session, now), coordinator(session, now)

        for kind, actor in ((FeedKind.COORDINATOR, anna), (FeedKind.BUDDY, tess), (FeedKind.REGION, tess)):
            with pytest.raises(Refused, match="not_allowed"):
                feeds.make(session, kind, by=actor, now=now)


def test_an_address_ends_with_the_role_the_account_or_the_buddy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        tess, anna = coordinator(session, now), hosting_buddy(session, now)
        of_staff = feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)
        of_buddy = feeds.make(session, FeedKind.BUDDY, by=anna, now=now)
        assert (works(session, of_staff), works(session, of_buddy)) == (True, True)
        session.get_one(Account, tess.account_id).roles = [Role.POLICY]
        buddies.stop(session, anna.buddy_id or 0, by=make.COORDINATOR, now=now)

        assert (works(session, of_staff), works(session, of_buddy)) == (False, False)


def test_staff_see_every_gathering_with_counts_and_without_names(database: Database, now: datetime) -> None:
    with database.writing() as session:
        tess = coordinator(session, now)
        draft = events.add(session, make.event_plan(now=now, title="Nieuw"), by=make.COORDINATOR, now=now)
        cafe = make.cafe(session, now=now, seats=2, starts_at=now + timedelta(days=9))
        session.get_one(Event, cafe).online_url = "https://meet.example.nl/geheim"
        session.get_one(Event, cafe).online_seats = 8
        make.signed_up(session, cafe, "Farida", people=2, now=now)
        make.signed_up(session, cafe, "Bo", now=now)
        secret = feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)

    with database.reading() as session:
        shown = entries(session, secret, now)
    assert [(one.title, one.status, one.description, one.url) for one in shown] == [
        ("Concept: Nieuw", "TENTATIVE", "0 van 12 plaatsen bezet", f"{HOME}/werk/kalender/{draft}"),
        (
            "Oudercafé",
            "CONFIRMED",
            "2 van 2 plaatsen bezet, 0 van 8 online, 1 aanmelding op de wachtlijst",
            f"{HOME}/werk/kalender/{cafe}",
        ),
    ]
    assert not [word for word in ("Farida", "Bo", "geheim") if word in repr(shown)]


def test_a_buddy_sees_what_it_hosts_or_is_asked_to_and_nothing_else(database: Database, now: datetime) -> None:
    with database.writing() as session:
        anna = hosting_buddy(session, now)
        days = {state: 3 + place for place, state in enumerate(HostState)}
        for state, ahead in days.items():
            cafe = make.cafe(session, now=now, title=state.value, starts_at=now + timedelta(days=ahead))
            session.add(EventHost(event_id=cafe, buddy_id=anna.buddy_id, state=state, asked_at=now))
        make.cafe(session, now=now, title="van een ander")
        secret = feeds.make(session, FeedKind.BUDDY, by=anna, now=now)

    with database.reading() as session:
        shown = entries(session, secret, now)
    assert [(one.title, one.status) for one in shown] == [("Gevraagd: asked", "TENTATIVE"), ("accepted", "CONFIRMED")]


def test_a_buddy_sees_conversations_without_names_until_they_are_called_off(database: Database, now: datetime) -> None:
    with database.writing() as session:
        anna = hosting_buddy(session, now)
        match = appointed.running(session, anna.buddy_id or 0, now=now)
        secret = feeds.make(session, FeedKind.BUDDY, by=anna, now=now)
    later = appointed.planned(database, match, now + timedelta(days=2), now=now)
    appointed.planned(database, match, now + timedelta(days=1), now=now)

    with database.writing() as session:
        both = entries(session, secret, now)
        appointments.cancel(session, later, by=anna, now=now)
        one = entries(session, secret, now)

    assert [(each.title, each.starts_at) for each in both] == [
        ("Buddygesprek", now + timedelta(days=1)),
        ("Buddygesprek", now + timedelta(days=2)),
    ]
    assert [each.starts_at for each in one] == [now + timedelta(days=1)]
    assert "Farida" not in repr(both)
