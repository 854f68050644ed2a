"""School holidays and happenings that charts show around the numbers."""

from datetime import date, datetime

from domain import topic_history
from domain.register.surroundings import surroundings
from store.database import Database
from store.models import Improvement, ImprovementTopic, Marker
from store.queries import choices
from tests import make
from trends.periods import month_of


def test_holidays_of_the_region_are_whole_stretches(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = surroundings(session, range(month_of(date(2026, 7, 1)), month_of(date(2026, 11, 1))))

    assert [(last - first).days for first, last in found.holidays] == [43, 8]


def test_what_happened_is_tied_to_its_topics_or_to_everything(database: Database, now: datetime) -> None:
    with database.writing() as session:
        session.add(Marker(kind="law", name="Wet", starts_on=date(2026, 8, 1), ends_on=None))
        facts = {"what": "", "who": "", "state": "running", "made_by": "", "made_at": now, "changed_at": now}
        improvement = Improvement(title="Belronde", starts_on=date(2026, 9, 1), ends_on=None, **facts)
        session.add(improvement)
        session.flush()
        session.add(ImprovementTopic(improvement_id=improvement.id, topic_code="D"))

    with database.reading() as session:
        found = surroundings(session, range(month_of(date(2026, 8, 1)), month_of(date(2026, 11, 1))))

    assert [one.name for one in found.happenings] == ["Wet", "Belronde"]
    assert (found.of("D2"), found.of("D"), found.of("B3")) == ((0, 1), (0, 1), (0,))


def test_a_merge_is_told_once_and_belongs_to_both_topics(database: Database, now: datetime) -> None:
    with database.writing() as session:
        topic_history.merge(session, "F6", "F4", on=date(2026, 9, 1), by=make.COORDINATOR, now=now)

    with database.reading() as session:
        found = surroundings(session, range(month_of(date(2026, 8, 1)), month_of(date(2026, 11, 1))))
        names = choices.topic_names(session)

    assert [one.name for one in found.happenings] == [f"{names['F6']} telt vanaf hier mee bij {names['F4']}"]
    assert (found.of("F6"), found.of("F4"), found.of("F"), found.of("D2")) == ((0,), (0,), (), ())
