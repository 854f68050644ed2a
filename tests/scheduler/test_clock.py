"""Clocks as real processes: killed, frozen, asked to stop, kept from the database."""

import time

from store.database import Database
from store.models import Lease
from store.states import RunState
from tests.scheduler.fleet import Fleet, wait_until

TAKEOVER = 30.0


def test_when_the_leader_is_killed_in_mid_work_another_does_it_once(database: Database) -> None:
    with Fleet(database, effect_takes=1.5) as fleet:
        fleet.start(2)
        leader = fleet.wait_for_leader()
        fleet.queue("one")
        wait_until(fleet.is_working)

        fleet.kill(leader)
        took = wait_until(fleet.is_done)

    assert (fleet.effects(), took < TAKEOVER) == ({"one": 1}, True)


def test_a_frozen_leader_is_replaced_and_doubles_nothing_when_it_thaws(database: Database) -> None:
    with Fleet(database, holds=3.0) as fleet:
        fleet.start(2)
        leader = fleet.wait_for_leader()
        with database.writing():  # while we write it does not: on SQLite it would freeze with the lock in its hands
            fleet.freeze(leader)
        fleet.queue("one", "two", "three")

        took = wait_until(fleet.is_done)
        fleet.thaw(leader)
        time.sleep(4)

        assert (fleet.effects(), took < TAKEOVER, fleet.leader() != leader) == (
            {"one": 1, "two": 1, "three": 1},
            True,
            True,
        )


def test_a_leader_that_froze_in_the_middle_of_its_work_undoes_it(database: Database) -> None:
    with Fleet(database, holds=3.0, effect_takes=1.5) as fleet:
        fleet.start(2)
        leader = fleet.wait_for_leader()
        fleet.queue("one")
        wait_until(fleet.is_working)

        fleet.freeze(leader)
        if database.is_sqlite:  # its one lock can't be taken from a frozen process: somebody has to kill it
            fleet.kill(leader)
        took = wait_until(fleet.is_done)
        if not database.is_sqlite:
            fleet.thaw(leader)
            time.sleep(3)

        assert (fleet.effects(), took < TAKEOVER) == ({"one": 1}, True)


def test_any_number_of_clocks_with_kills_lose_and_double_nothing(database: Database) -> None:
    periods = [f"period {n}" for n in range(40)]
    with Fleet(database, holds=1.0, effect_takes=0.1) as fleet:
        fleet.start(4)
        fleet.queue(*periods)

        for _ in range(3):
            leader = fleet.wait_for_leader()
            wait_until(lambda: fleet.is_working() or fleet.is_done())
            fleet.kill(leader)
            fleet.start()
        wait_until(fleet.is_done)

    assert (fleet.effects(), fleet.states()) == (dict.fromkeys(periods, 1), {RunState.DONE: 40})


def test_the_control_that_writes_the_status_afterwards_doubles(database: Database) -> None:
    with Fleet(database, kind="naive", holds=1.0, effect_takes=0.5) as fleet:
        fleet.start(2)
        leader = fleet.wait_for_leader()
        fleet.queue("one")
        wait_until(lambda: fleet.effects() == {"one": 1})

        fleet.kill(leader)
        wait_until(fleet.is_done)

    assert fleet.effects() == {"one": 2}


def test_asked_to_stop_it_finishes_lets_another_lead_and_says_all_is_well(database: Database) -> None:
    with Fleet(database, effect_takes=0.5) as fleet:
        fleet.start(2)
        leader, fence = fleet.wait_for_leader(), fleet.fence()
        fleet.queue("one", "two", "three")
        wait_until(fleet.is_working)

        code = fleet.end(leader)
        at_the_end = fleet.left_running(fence)
        wait_until(fleet.is_done)

    assert (code, at_the_end, fleet.effects()) == (0, 0, {"one": 1, "two": 1, "three": 1})


def test_a_clock_that_can_tick_no_more_says_so_to_its_supervisor(sqlite: Database) -> None:
    with Fleet(sqlite, kind="broken") as fleet:
        fleet.start()
        [process] = fleet.clocks.values()

        assert process.wait(30) == 1


def test_the_clock_goes_on_after_the_database_was_locked_for_a_while(database: Database) -> None:
    with Fleet(database) as fleet:
        fleet.start()
        fleet.wait_for_leader()

        with database.writing() as session:
            session.get_one(Lease, "clock", with_for_update=True)
            time.sleep(12 if database.is_sqlite else 6)
        fleet.queue("one")
        wait_until(fleet.is_done)

        assert fleet.effects() == {"one": 1}


def test_what_staff_start_by_hand_begins_soon(database: Database) -> None:
    with Fleet(database) as fleet:
        fleet.start()
        fleet.wait_for_leader()
        fleet.queue("warm up")
        wait_until(fleet.is_done)

        fleet.queue("manual:1")
        took = wait_until(fleet.is_done)

    assert took < 5.0
