"""Two taps at the same moment: one row, and both get an answer."""

import threading
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain import codes
from domain.inquiring import asking
from domain.inquiring.asking import Wanted
from domain.stories import telling
from domain.stories.telling import Telling
from store.database import Database
from store.door_states import Consent
from store.models import Inquiry, Story

Act = Callable[[Session, str, datetime], object]
ACTS: dict[str, Act] = {
    "a story": lambda session, code, now: telling.tell(session, Telling("Een verhaal.", Consent.COUNT), code, now=now),
    "a question": lambda session, code, now: asking.ask(session, Wanted("Mijn vraag"), code, now=now),
}


@pytest.mark.parametrize("what", ACTS)
def test_two_taps_at_once_keep_one(database: Database, now: datetime, what: str) -> None:
    code, gate, failed = codes.make(), threading.Barrier(2), list[BaseException]()

    def tap() -> None:
        gate.wait(10)
        try:
            for _often in range(3):
                with database.writing() as session:
                    ACTS[what](session, code, now)
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    taps = [threading.Thread(target=tap) for _ in range(2)]
    for one in taps:
        one.start()
    for one in taps:
        one.join()

    with database.reading() as session:
        assert (failed, session.query(Story).count() + session.query(Inquiry).count()) == ([], 1)


def test_another_mistake_is_not_taken_for_a_second_tap(database: Database, now: datetime) -> None:
    with database.writing() as session, pytest.raises(IntegrityError):
        asking.ask(session, Wanted("Mijn vraag", topic_code="no such topic"[:10]), codes.make(), now=now)
