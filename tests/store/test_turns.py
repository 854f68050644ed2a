"""One at a time, where there is no row to lock."""

import threading

from store.database import Database
from store.turns import take_turn


def test_the_second_waits_until_the_first_is_done(database: Database) -> None:
    order = list[str]()

    def second() -> None:
        with database.writing() as session:
            take_turn(session, "schools")
            order.append("second")

    with database.writing() as session:
        take_turn(session, "schools")
        other = threading.Thread(target=second)
        other.start()
        other.join(0.3)
        order.append("first")
    other.join()

    assert order == ["first", "second"]


def test_other_work_does_not_wait(database: Database) -> None:
    with database.writing() as session:
        take_turn(session, "schools")
        take_turn(session, "schools")
        take_turn(session, "article")
