"""How invented matches went: what parents and buddies said when they were asked, and whether it helped."""

from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from domain.actors import DEMO, PARENT
from domain.care import check_in_answers, check_ins, helpfulness
from domain.local_time import instant
from store.queries.buddying import check_ins as found

MORNING = time(9, 30)
ANSWERED, HELPED = 0.75, 0.7
SAID = ("good",) * 8 + ("so_so",) * 3 + ("call_me",)
DAY = timedelta(days=1)


def start(session: Session, request_id: int, *, now: datetime) -> None:
    """Most parents answer the three questions: it is not easy."""
    _helped(session, request_id, (1, 2, 2, 3, 4), now)


def during(session: Session, match_id: int, *, until: datetime) -> None:
    """Everything whose day came is asked; most answer, and the coordinator calls who is not well."""
    for row in found.of_match(session, match_id):
        if row.asked_at is None and row.due_on < until.date():
            _ask(session, row.id, row.due_on, until)


def end(session: Session, request_id: int, *, now: datetime) -> None:
    """Most parents are better off, some are not."""
    _helped(session, request_id, (2, 3, 4, 4, 5), now + DAY)


def _ask(session: Session, number: int, day: date, until: datetime) -> None:
    # A chance of its own, so that the rest of the invented years stays as it was.
    chance, asked_at = Random(number), instant(day, MORNING)
    check_ins.ask(session, number, by=DEMO, now=asked_at)
    if chance.random() > ANSWERED:
        return
    row = found.one(session, number)
    closing = row is not None and row.moment.startswith("closing")
    answered_at = asked_at + timedelta(hours=chance.randint(1, 9))
    check_in_answers.answer(session, number, "go_on" if closing else chance.choice(SAID), by=DEMO, now=answered_at)
    # The last days are left for the coordinator of today.
    if asked_at < until - 10 * DAY:
        check_in_answers.take_up(session, number, by=DEMO, now=answered_at + DAY)


def _helped(session: Session, request_id: int, likely: tuple[int, ...], now: datetime) -> None:
    chance = Random(request_id * 2 + likely[0])
    if chance.random() < HELPED:
        answers = {key: chance.choice(likely) for key in helpfulness.questions(session)}
        helpfulness.give(session, request_id, answers, by=PARENT, now=now)
