"""A plan for everybody that is put ready and sent from its page."""

from datetime import datetime

from dashboard.parts.planning.plan_ids import APPLY, AWAY, MAKE
from domain import catalogue
from domain.buddying import buddies
from domain.matchmaking import plans, prepared, proposals
from store.database import Database
from store.models import Letter, Proposal
from tests import make
from tests.dashboard.planning.planning import (
    ask_to_send,
    drawn,
    press,
    preview_id,
    say_yes,
    send,
    staff,
)
from tests.dashboard.village import BY, Village, paired, ready, village

__all__ = ["village"]


def test_applying_puts_ready_and_sends_nothing(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)

    told = press(visitor, APPLY, preview_id(database))
    page = drawn(visitor)

    assert "2 voorstellen staan klaar. Er ging nog geen bericht uit." in told
    assert "3 ouders wachten op een buddy. Voor 2 staat een voorstel klaar." in page
    with database.reading() as session:
        assert (session.query(Proposal).count(), session.query(Letter).count()) == (0, 0)


def test_a_pair_that_no_longer_holds_is_told_when_it_is_put_ready(
    database: Database, now: datetime, village: Village
) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    plan_id = preview_id(database)
    with database.writing() as session:
        buddies.pause(session, village.bart, by=BY, now=now)

    told = press(visitor, APPLY, plan_id)

    assert ["1 voorstel niet:" in told, "Bart: is even met pauze" in told] == [True, True]


def test_before_sending_staff_read_who_gets_a_mail(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))

    page = ask_to_send(visitor, ticked=(village.farida, village.joris))
    one = ask_to_send(visitor, village.joris, ticked=(village.farida, village.joris))

    assert ["Ja, stuur 2 voorstellen" in page, "zonder naam van de ouder" in page, "over Farida" in page] == [True] * 3
    assert ["Ja, stuur 1 voorstel" in one, "Farida" in one] == [True, False]
    with database.reading() as session:
        assert session.query(Proposal).count() == 0


def test_when_the_mail_about_proposals_is_off_the_question_says_so(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)
        catalogue.switch(session, "automation", "proposal_sent", active=False, by=BY, now=now)

    assert "Niemand krijgt dus mail" in ask_to_send(staff(sqlite, now), request_id)


def test_nothing_ticked_is_nothing_sent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.buddy(session, now=now)
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)

    assert "Vink eerst een voorstel aan." in ask_to_send(staff(sqlite, now))


def test_sending_tells_what_went_out_and_what_did_not(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))
    (with_bart,) = [one for one, buddy_id in ready(database).items() if buddy_id == village.bart]
    with database.writing() as session:
        buddies.pause(session, village.bart, by=BY, now=now)

    page = drawn(visitor)
    told = send(visitor, village.farida, village.joris)

    assert "kan niet meer: is even met pauze" in page
    assert ["1 voorstel is gestuurd. 1 voorstel niet:" in told, "is even met pauze" in told] == [True, True]
    assert ready(database) == {with_bart: village.bart}


def test_what_is_ready_is_put_away(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)
    press(visitor, APPLY, preview_id(database))

    press(visitor, AWAY, 0, village.farida)

    assert set(ready(database)) == {village.joris}


def test_a_plan_is_put_aside_after_a_yes(database: Database, now: datetime, village: Village) -> None:
    visitor = staff(database, now)
    press(visitor, MAKE)

    say_yes(visitor, f"plan-drop-{preview_id(database)}")

    assert preview_id(database) == 0
    assert "vervangen of weggelegd" in drawn(visitor)


def test_who_was_asked_already_is_outside_and_the_page_says_so(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        proposals.propose(session, village.farida, village.anna, by=BY, now=now)
    visitor = staff(database, now)

    press(visitor, MAKE)
    page = drawn(visitor)

    assert "Voor 1 ouder is al een buddy gevraagd." in page
    assert set(paired(database)) == {village.joris}
