"""What arrives in the calendar of a buddy who hosts, read by a parser that shares nothing with the writer."""

from datetime import datetime, timedelta
from itertools import pairwise

from domain.gatherings import events, hosts
from store.database import Database
from tests import make
from tests.domain.gatherings.host_received import HERE, THERE, answer, asked, change, evening, posted, received, said
from tests.make import COORDINATOR

__all__ = ["asked", "evening"]


def test_a_host_has_it_in_the_calendar_from_the_yes_to_the_end_under_one_name(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    event_id = asked[0]
    posted(database, now)
    answer(database, asked, True, now)
    received(database, now)
    change(database, event_id, evening, THERE, now)
    received(database, now)
    later = evening + timedelta(days=7)
    change(database, event_id, later, THERE, now + timedelta(minutes=5))
    received(database, now + timedelta(minutes=5))
    answer(database, asked, True, now + timedelta(minutes=6))
    received(database, now + timedelta(minutes=6))
    with database.writing() as session:
        events.cancel(session, event_id, by=COORDINATOR, now=now + timedelta(minutes=7))

    files = received(database, now + timedelta(minutes=7))
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert said(files) == [
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "TENTATIVE"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
    ]
    assert len({one.vevent.uid.value for one in files}) == 1
    assert all(before < after for before, after in pairwise(numbers))
    assert [one.vevent.dtstart.value for one in files] == [evening, evening, later, later, later]
    assert [one.vevent.location.value for one in files[:2]] == ["De Wilg, Kerkstraat 1, Alkmaar", "De Kern, Alkmaar"]


def test_a_yes_to_another_time_is_awaited_again(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    answer(database, asked, True, now)
    received(database, now)
    change(database, asked[0], evening + timedelta(days=7), HERE, now + timedelta(minutes=5))

    before, after = (one.vevent for one in received(database, now + timedelta(minutes=5)))
    answers = [one.attendee.params["PARTSTAT"] for one in (before, after)]
    assert (answers, after.summary.value) == ([["ACCEPTED"], ["NEEDS-ACTION"]], "Gevraagd: Oudercafé")


def test_another_time_and_another_place_are_one_letter(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    answer(database, asked, True, now)
    posted(database, now)
    change(database, asked[0], evening + timedelta(days=7), THERE, now + timedelta(minutes=5))

    kinds = [kind for kind, _file in posted(database, now + timedelta(minutes=5))]
    assert kinds == ["host_confirmed", "host_asked_again"]


def test_the_file_of_a_host_holds_no_parent_and_not_the_name_of_a_guest(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening)
        make.signed_up(session, event_id, now=now)
        make.signed_up(session, event_id, "Anna", now=now)
        asked = event_id, make.buddy(session, now=now)
        hosts.ask(session, *asked, by=COORDINATOR, now=now)
    answer(sqlite, asked, True, now)

    guest, host = received(sqlite, now)
    assert guest.vevent.uid.value != host.vevent.uid.value
    assert [one.value for one in host.vevent.contents["attendee"]] == ["mailto:anna@example.nl"]
    assert "farida" not in host.serialize().lower()
