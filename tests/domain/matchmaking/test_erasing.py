"""A parent has everything erased: every table is searched for what they told, letters and links included."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain import links
from domain.actors import CLOCK, PARENT
from domain.availability import appointments
from domain.care import check_in_answers, helpfulness
from domain.matchmaking import agreement, erasing, plans, proposals, requests
from domain.matchmaking.everything_held import everything
from domain.post import out_tray
from domain.refused import Refused
from matching.rank import from_json
from store.database import Database
from store.models import CheckIn, JournalLine, Letter, Link, Match, MatchPlan, Proposal, Request
from store.models.table import Table
from store.sessions import Session
from store.states import MatchState, PlanState, ProposalState, RequestState
from tests import make
from tests.doors import Doors, text_of

DAY = timedelta(days=1)
TOLD = ("Zwaluwtje", "zwaluw@example.nl", "06 99887766", "Het ging zo moeizaam", "so_so", "Beste Zwaluwtje")
ABOUT_ONE = ("request_topic", "check_in", "helpfulness", "pair_wish", "prepared_proposal", "taken_quarter", "letter")


def lived(session: Session, now: datetime) -> int:
    """A request with all that can hang on one: plan, match, answers, remark, appointment, links and letters."""
    facts = {"name": TOLD[0], "email": TOLD[1], "phone": TOLD[2]}
    buddy_id = make.buddy(session, now=now - 9 * DAY)
    asked = make.request(session, now=now - 9 * DAY, **facts)
    plans.make(session, by=make.COORDINATOR, now=now - 9 * DAY)
    proposal_id = make.proposal(session, asked, buddy_id, now=now - 8 * DAY)
    agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now - 8 * DAY)
    match_id = agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now - 8 * DAY)
    row = session.query(CheckIn).filter_by(match_id=match_id, moment="parent_1").one()
    row.asked_at = now - DAY
    check_in_answers.answer(session, row.id, "so_so", TOLD[3], by=PARENT, now=now - DAY)
    helpfulness.give(session, asked, {"understood": 2}, by=PARENT, now=now - DAY)
    appointments.plan(session, match_id, now + DAY, 60, "phone", by=make.COORDINATOR, now=now)
    requests.link(session, asked, now=now)
    for number, reader in enumerate((f"request:{asked}", f"buddy:{buddy_id}")):
        make.letter(
            session,
            match_id,
            now=now,
            dedupe_key=f"match_made/{reader}",
            message_id=f"<{number}@punt.example.nl>",
            subject=("match", match_id),
            recipient=TOLD[0],
            address=TOLD[1],
            body=f"{TOLD[5]}, bel {TOLD[2]}",
        )
    return asked


def found_in(database: Database, words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Every table with a row, decrypted, in which one of the words stands; the words that staff set up are nobody's."""
    rows = [(table, text) for table, text in rows_of(database) if table != "catalogue_entry"]
    return {(table, word) for table, text in rows for word in words if word in text}


def rows_of(database: Database) -> Iterator[tuple[str, str]]:
    with database.engine.connect() as connection:
        for table in Table.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                yield table.name, repr(tuple(row))


def test_no_table_knows_anything_of_who_asked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        asked = lived(session, now)
    assert {word for _table, word in found_in(database, TOLD)} == set(TOLD)

    with database.writing() as session:
        for _twice in range(2):
            erasing.erase(session, asked, by=PARENT, now=now)

    assert found_in(database, TOLD) == set()
    assert [table for table, _text in rows_of(database) if table in ABOUT_ONE] == []
    with database.reading() as session:
        assert session.query(Link).filter_by(subject_id=asked, purpose="request").count() == 0
        assert session.query(JournalLine).filter_by(kind="request.erased").count() == 1


def test_what_was_asked_is_gone_as_well(database: Database, now: datetime) -> None:
    with database.writing() as session:
        asked = lived(session, now)
        erasing.erase(session, asked, by=PARENT, now=now)

    with database.reading() as session:
        row = session.get_one(Request, asked)
        assert row.state is RequestState.WITHDRAWN
        assert (row.topics, row.contact_modes, row.moments, row.languages) == ([], [], [], [])
        assert (row.sector, row.age_band, row.style, row.consent_text) == (None, None, None, "")
        assert from_json(session.query(Proposal).one().reasons).parts == ()


def test_the_buddy_keeps_that_there_was_a_contact_and_hears_that_it_is_over(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        erasing.erase(session, lived(session, now), by=PARENT, now=now)

    with sqlite.reading() as session:
        assert session.query(Match).one().state is MatchState.ENDED
        assert session.query(JournalLine).filter_by(kind="match.ended").count() == 1


def test_a_buddy_who_was_only_asked_hears_that_it_is_not_needed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked = make.request(session, now=now)
        proposal_id = make.proposal(session, asked, make.buddy(session, now=now), now=now)
        answer_link = proposals.link(session, proposal_id, now=now)
        erasing.erase(session, asked, by=PARENT, now=now)

        assert session.get_one(Proposal, proposal_id).state is ProposalState.WITHDRAWN
    assert Doors(sqlite, now).visitor().get(f"/link/{answer_link}").status_code == 200


def test_a_plan_that_counted_on_the_request_is_put_away(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now)
        asked, other = make.request(session, now=now), make.request(session, now=now, email="other@example.nl")
        plans.make(session, by=make.COORDINATOR, now=now)
        erasing.erase(session, asked, by=PARENT, now=now)
        plans.make(session, by=make.COORDINATOR, now=now)
        erasing.erase(session, asked, by=PARENT, now=now)

        held = [(row.state, row.input is None) for row in session.query(MatchPlan).order_by(MatchPlan.id)]
        assert held == [(PlanState.DROPPED, True), (PlanState.PREVIEW, False)]
        assert session.get_one(Request, other).name == "Farida"


def test_a_letter_that_is_being_posted_is_nobodys_any_more(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked = make.request(session, now=now)
        make.letter(session, asked, now=now, subject=("request", asked), kind="request_received")
        assert out_tray.claim(session, now=now)

        erasing.erase(session, asked, by=PARENT, now=now)

        assert session.query(Letter).count() == 0


def test_only_the_parent_or_staff_erase(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked = make.request(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            erasing.erase(session, asked, by=make.buddy_actor(1), now=now)
        erasing.erase(session, asked, by=CLOCK, now=now)


def test_behind_the_link_it_is_said_before_that_nothing_comes_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        asked = lived(session, now)
        token = requests.link(session, asked, now=now)
    visitor = Doors(database, now).visitor()

    before, done = text_of(visitor.get(f"/link/{token}")), visitor.post(f"/link/{token}", do="erase")

    assert "Dit kunt u niet terugdraaien." in before
    assert (done.status_code, "Alles is gewist" in text_of(done)) == (200, True)
    assert [visitor.get(f"/link/{token}").status_code, visitor.post(f"/link/{token}", do="erase").status_code] == [
        410, 410,
    ]  # fmt: skip
    with database.reading() as session, pytest.raises(Refused, match=r"^link.unknown$"):
        links.find(session, token, now=now)


def test_of_what_was_erased_no_more_is_held_than_its_days_and_its_municipality(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked = make.request(session, now=now)
        erasing.erase(session, asked, by=PARENT, now=now)

    with sqlite.reading() as session:
        rows = {one.title: [name for name, _value in one.rows] for one in everything(session, asked)}
    assert rows["Wat u vroeg"] == ["Gemeente", "Gevraagd op"]
