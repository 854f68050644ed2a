"""Calendars to follow: asked for again and again, answered shortly when nothing changed."""

from datetime import datetime

import vobject

from domain.actors import Actor, Role
from domain.gatherings import events, feeds
from store.database import Database
from store.states import FeedKind
from tests import make
from tests.make import COORDINATOR
from tests.public.visitor import Visitor


def address(database: Database, now: datetime) -> str:
    with database.writing() as session:
        number = make.account(session, Role.COORDINATOR, now=now)
        tess = Actor(name="Tess", roles=frozenset({Role.COORDINATOR}), account_id=number)
        return f"/agenda/feed/{feeds.make(session, FeedKind.COORDINATOR, by=tess, now=now)}.ics"


def test_a_secret_address_gives_a_calendar_that_nobody_in_between_keeps(
    visitor: Visitor, database: Database, now: datetime
) -> None:
    feed = address(database, now)
    with database.writing() as session:
        make.cafe(session, now=now)

    answer = visitor.client.get(feed)
    calendar = vobject.readOne(answer.text)
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/calendar", "private, no-cache")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert [one.summary.value for one in calendar.vevent_list] == ["Oudercafé"]
    assert calendar.contents["refresh-interval"][0].value == "PT1H"
    assert "Set-Cookie" not in answer.headers


def test_who_has_it_already_is_told_so_also_by_way_of_a_proxy(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    feed = address(sqlite, now)
    tag = passer_by.client.get(feed).headers["ETag"]

    same = passer_by.client.get(feed, headers={"If-None-Match": f"W/{tag}"})
    with sqlite.writing() as session:
        make.cafe(session, now=now)
    changed = passer_by.client.get(feed, headers={"If-None-Match": tag})

    assert (same.status_code, same.data, changed.status_code) == (304, b"", 200)


def test_somebody_who_signs_up_changes_what_staff_see_and_not_what_everybody_sees(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    feed = address(sqlite, now)
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
    before = [passer_by.client.get(one).headers["ETag"] for one in (feed, "/agenda.ics")]
    with sqlite.writing() as session:
        make.signed_up(session, cafe, now=now)

    after = [passer_by.client.get(one).headers["ETag"] for one in (feed, "/agenda.ics")]
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


def test_an_address_that_never_was_is_not_found(passer_by: Visitor) -> None:
    assert passer_by.client.get("/agenda/feed/geraden.ics").status_code == 404


def test_a_region_has_an_open_calendar_that_says_what_is_called_off(
    visitor: Visitor, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        cafe = make.cafe(session, now=now)
        events.cancel(session, cafe, by=COORDINATOR, now=now)

    calendar = vobject.readOne(visitor.client.get("/agenda/noord-kennemerland-po.ics").text)
    assert [(one.status.value, one.sequence.value) for one in calendar.vevent_list] == [("CANCELLED", "2")]
    assert "attendee" not in calendar.vevent.contents
    assert visitor.client.get("/agenda/nergens.ics").status_code == 404
