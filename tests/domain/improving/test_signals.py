"""Signals: once for each rise, frozen, and with a way back from every decision."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from domain.actors import CLOCK, Actor, Role
from domain.improving import findings, signals
from domain.improving.signals import SignalPlan
from domain.refused import Refused
from domain.register import counts
from store.database import Database
from store.models import JournalLine, PublishedCell
from store.queries.improving import quality
from store.queries.improving.quality import SignalFacts
from store.states import SignalState
from tests import make
from trends.periods import month_of
from trends.rises import State

Publish = Callable[[Database, dict[date, dict[str, int]]], None]
RISE = {date(2025, 9, 10): {"D2": 10, "F6": 20}, date(2026, 9, 10): {"D2": 47, "F6": 22}}
SEPTEMBER = month_of(date(2026, 9, 1))


def raised(database: Database, now: datetime) -> int:
    with database.writing() as session:
        return signals.raise_newest(session, by=CLOCK, now=now)


def only(database: Database) -> SignalFacts:
    with database.reading() as session:
        (found,) = quality.signals(session)
    return found


def test_a_sure_rise_in_what_was_published_last_becomes_one_signal(
    database: Database, now: datetime, publish: Publish
) -> None:
    publish(database, RISE)

    first, again = raised(database, now), raised(database, now + timedelta(days=1))

    found = only(database)
    assert (first, again) == (1, 0)
    assert (found.topic_code, found.direction, found.state, found.made_by) == ("D", "rising", SignalState.NEW, "")
    assert (found.first_month, found.last_month) == (month_of(date(2026, 8, 1)), month_of(date(2026, 10, 1)))


def test_evidence_holds_published_numbers_only(sqlite: Database, now: datetime, publish: Publish) -> None:
    publish(sqlite, RISE)
    raised(sqlite, now)

    (finding,) = findings.from_data(only(sqlite).evidence)

    assert (finding.change.before.shown, finding.change.recent.shown) == (10, 45)
    assert (finding.change.recent.low, finding.change.recent.high) == (43, 47)
    assert (finding.says, finding.released_at) == (State.RISING, now)


def test_a_later_revision_does_not_change_the_evidence(sqlite: Database, now: datetime, publish: Publish) -> None:
    publish(sqlite, RISE)
    raised(sqlite, now)
    before = only(sqlite).evidence

    with sqlite.writing() as session:
        for cell in session.query(PublishedCell).filter_by(level="group", group_code="D"):
            cell.value = 100
    raised(sqlite, now + timedelta(days=1))

    assert only(sqlite).evidence == before


def test_while_it_goes_on_one_signal_grows(sqlite: Database, now: datetime, publish: Publish) -> None:
    publish(sqlite, {**RISE, date(2025, 12, 10): {"D2": 10}, date(2026, 12, 10): {"D2": 50}})
    raised(sqlite, now)
    number = only(sqlite).id
    with sqlite.writing() as session:
        signals.close(session, number, "Bekend", by=make.COORDINATOR, now=now)
    later = datetime(2027, 2, 10, 12, tzinfo=now.tzinfo)
    with sqlite.writing() as session:
        counts.publish(session, now=later)

    more = raised(sqlite, later)

    found = only(sqlite)
    assert (more, found.last_month, len(found.evidence)) == (0, month_of(date(2027, 1, 1)), 2)
    assert found.state is SignalState.CLOSED


def test_somebody_can_make_one_by_hand_with_what_is_published_of_it(
    sqlite: Database, now: datetime, publish: Publish, policy: Actor
) -> None:
    publish(sqlite, RISE)
    plan = SignalPlan("D2", SEPTEMBER, SEPTEMBER + 1, "Veel ouders noemen hetzelfde.")
    with sqlite.writing() as session:
        signals.raise_by_hand(session, plan, by=policy, now=now)

    found = only(sqlite)

    assert (found.topic_code, found.words, found.first_month) == ("D2", "Veel ouders noemen hetzelfde.", SEPTEMBER)
    assert [(one.code, one.change.recent.shown) for one in findings.from_data(found.evidence)] == [("D", 45)]


def test_one_by_hand_needs_no_numbers(sqlite: Database, now: datetime) -> None:
    plan = SignalPlan("A1", SEPTEMBER, SEPTEMBER, "Dit hoor ik nu vaak.")
    with sqlite.writing() as session:
        signals.raise_by_hand(session, plan, by=make.COORDINATOR, now=now)

    assert only(sqlite).evidence == ()


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        (SignalPlan("Z9", SEPTEMBER, SEPTEMBER, "Iets"), "not_found"),
        (SignalPlan("A1", SEPTEMBER, SEPTEMBER - 1, "Iets"), "signal.backwards"),
        (SignalPlan("A1", SEPTEMBER - 36, SEPTEMBER, "Iets"), "signal.too_long"),
        (SignalPlan("A1", SEPTEMBER, SEPTEMBER, "  "), "signal.words_needed"),
    ],
)
def test_what_makes_no_sense_is_refused(sqlite: Database, now: datetime, plan: SignalPlan, key: str) -> None:
    with pytest.raises(Refused, match=key), sqlite.writing() as session:
        signals.raise_by_hand(session, plan, by=make.COORDINATOR, now=now)


def test_every_decision_has_a_way_back_and_a_line_in_the_journal(
    sqlite: Database, now: datetime, publish: Publish, policy: Actor
) -> None:
    publish(sqlite, RISE)
    raised(sqlite, now)
    number = only(sqlite).id
    with sqlite.writing() as session:
        signals.watch(session, number, by=policy, now=now)
        signals.take_up(session, number, by=policy, now=now)
        signals.take_up(session, number, by=policy, now=now)
        signals.close(session, number, "Het komt door een telfout.", by=policy, now=now)
        signals.reopen(session, number, by=policy, now=now)

    with sqlite.reading() as session:
        lines = session.query(JournalLine).filter_by(subject_kind="signal").order_by(JournalLine.id)
        kinds = [line.kind.removeprefix("signal.") for line in lines]
    assert kinds == ["raised", "watched", "taken_up", "closed", "reopened"]
    assert (only(sqlite).state, only(sqlite).said) == (SignalState.NEW, "")


def test_closing_needs_a_reason(sqlite: Database, now: datetime, publish: Publish) -> None:
    publish(sqlite, RISE)
    raised(sqlite, now)

    with pytest.raises(Refused, match=r"signal\.reason_needed"), sqlite.writing() as session:
        signals.close(session, only(sqlite).id, " ", by=make.COORDINATOR, now=now)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.BUDDY])
def test_others_may_not(sqlite: Database, now: datetime, role: Role) -> None:
    other = Actor(name="Ada", roles=frozenset({role}), account_id=8)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        signals.reopen(session, 1, by=other, now=now)
