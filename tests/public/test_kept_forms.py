"""A rush of parents reads the form once; what staff change counts a moment later."""

from datetime import datetime, timedelta

from domain import catalogue
from public.kept_forms import MOMENT, KeptForms
from store.database import Database
from tests import make
from tests.conftest import KEYS
from tests.make import COORDINATOR
from tests.public.conftest import ADDRESS
from tests.public.visitor import Clock
from web.services import Services


def has_topics(kept: KeptForms, event_id: int) -> bool:
    form = kept.of(event_id)
    assert form
    return any(field.key == "topics" for field in form.fields)


def test_a_change_by_staff_counts_a_moment_later(sqlite: Database, now: datetime) -> None:
    clock = Clock(now)
    kept = KeptForms(Services(sqlite, clock, ADDRESS))
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
    before = has_topics(kept, cafe)
    with sqlite.writing() as session:
        catalogue.switch(session, "field", "sign_up.topics", active=False, by=COORDINATOR, now=now)

    assert (before, has_topics(kept, cafe)) == (True, True)
    clock.moment += MOMENT
    assert not has_topics(kept, cafe)


def test_a_clock_that_is_set_back_keeps_nothing_for_ever(sqlite: Database, now: datetime) -> None:
    clock = Clock(now)
    kept = KeptForms(Services(sqlite, clock, ADDRESS))
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
    kept.of(cafe)
    with sqlite.writing() as session:
        catalogue.switch(session, "field", "sign_up.topics", active=False, by=COORDINATOR, now=now)

    clock.moment -= timedelta(hours=1)
    assert not has_topics(kept, cafe)


def test_what_parents_may_not_see_has_no_form(sqlite: Database, now: datetime) -> None:
    assert KeptForms(Services(sqlite, Clock(now), ADDRESS)).of(999) is None


def test_a_server_that_is_handed_another_database_forgets_the_forms(sqlite: Database, now: datetime) -> None:
    services = Services(sqlite, Clock(now), ADDRESS)
    kept = KeptForms(services)
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)
    kept.of(cafe)
    with sqlite.writing() as session:
        catalogue.switch(session, "field", "sign_up.topics", active=False, by=COORDINATOR, now=now)

    again = Database(str(sqlite.engine.url), KEYS)
    object.__setattr__(services, "database", again)

    assert not has_topics(kept, cafe)
    again.close()
