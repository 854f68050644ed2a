"""The matching board over HTTP: every request in its column, with what asks for attention, and as a table."""

from datetime import datetime, timedelta

from sqlalchemy import update

from dashboard.pages import PAGES
from dashboard.parts.buddying.matching_tabs import BOARD, COVERAGE, NETWORK, TABS, matching_tabs
from dashboard.routing import KNOWN, Router
from domain.care import matches
from domain.matchmaking import still_wanted
from store.database import Database
from store.models import Match, Proposal, Request
from store.queries.matchmaking.board import Stage, cards
from store.states import ProposalState, RequestState
from tests import make
from tests.counting import counted
from tests.doors import Doors, Visitor

LONG_AGO = timedelta(days=56)


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def drawn(visitor: Visitor, topic: str | None = None, place: str | None = None, way: str = "board") -> str:
    chosen = [("board-topic", "value", topic), ("board-place", "value", place), ("board-way", "value", way)]
    return visitor.call("board-body.children", chosen).get_data(as_text=True)


def running(database: Database, now: datetime) -> int:
    with database.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        session.execute(update(Proposal).values(state=ProposalState.ACCEPTED))
        session.execute(update(Request).values(state=RequestState.MATCHED))
        match = Match(proposal_id=proposal_id, request_id=request_id, buddy_id=buddy_id, started_at=now)
        session.add(match)
        session.flush()
        return match.id


def stages(database: Database, now: datetime) -> list[Stage]:
    with database.reading() as session:
        return [one.stage for one in cards(session, ended_since=now - LONG_AGO)]


def test_who_waits_longest_stands_first_with_the_clock_of_the_promise(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(hours=10))
        make.request(session, now=now - timedelta(hours=60), email="b@example.nl", name="Joris Bos")

    page = drawn(staff(sqlite, now))

    assert page.index("Joris") < page.index("Farida")
    assert "12 uur te laat" in page
    assert "Joris Bos" not in page


def test_a_request_moves_from_column_to_column(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
    seen = stages(database, now)
    with database.writing() as session:
        make.proposal(session, request_id, buddy_id, now=now)
    seen += stages(database, now)
    with database.writing() as session:
        session.execute(update(Proposal).values(state=ProposalState.AGREED, agreed_at=now))

    assert [*seen, *stages(database, now)] == [Stage.WAITING, Stage.ASKED, Stage.AGREED]


def test_a_match_that_ended_is_done_for_eight_weeks(sqlite: Database, now: datetime) -> None:
    match_id = running(sqlite, now)
    seen = stages(sqlite, now)
    with sqlite.writing() as session:
        matches.end(session, match_id, "agreed", by=make.COORDINATOR, now=now)
    seen += stages(sqlite, now)

    assert (seen, stages(sqlite, now + LONG_AGO + timedelta(days=1))) == ([Stage.RUNNING, Stage.DONE], [])


def test_a_parent_who_looks_again_after_a_match_waits(sqlite: Database, now: datetime) -> None:
    match_id = running(sqlite, now)
    with sqlite.writing() as session:
        matches.end(session, match_id, "no_click", by=make.COORDINATOR, now=now)

    assert stages(sqlite, now) == [Stage.WAITING]


def test_a_running_match_says_what_asks_for_attention(sqlite: Database, now: datetime) -> None:
    match_id = running(sqlite, now - timedelta(hours=50))
    with sqlite.writing() as session:
        matches.ask_help(session, match_id, by=make.COORDINATOR, now=now)

    page = drawn(staff(sqlite, now))

    assert [text in page for text in ("buddy vraagt hulp", "nog geen contact", "2 uur te laat")] == [True] * 3


def test_who_was_asked_whether_it_is_still_wanted_says_so_and_is_parked_after_silence(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(days=40))
        still_wanted.tend(session, by=make.COORDINATOR, now=now)
    asked = drawn(staff(sqlite, now))
    later = now + timedelta(days=15)
    with sqlite.writing() as session:
        still_wanted.tend(session, by=make.COORDINATOR, now=later)

    parked = drawn(staff(sqlite, later))

    assert ("gevraagd of het nog hoeft" in asked, "geparkeerd: geen antwoord" in parked) == (True, True)


def test_every_tab_leads_to_a_page(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert [visitor.get(path).status_code for path, _title in TABS] == [200] * len(TABS)


def test_no_tab_leads_to_a_page_that_is_not_there(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now, alone=True)
    doors.server.extensions[KNOWN] = Router([page for page in PAGES if page.path != NETWORK])

    with doors.server.test_request_context():
        tabs = str(matching_tabs(BOARD))

    assert (NETWORK in tabs, COVERAGE in tabs) == (False, True)


def test_the_board_is_narrowed_by_topic_and_by_municipality(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))
        make.request(session, now=now, email="b@example.nl", name="Joris", municipality_code="GM0399")
    visitor = staff(sqlite, now)

    pages = [drawn(visitor, topic="D1"), drawn(visitor, place="GM0399")]

    assert [("Farida" in page, "Joris" in page) for page in pages] == [(True, False), (False, True)]


def test_the_table_holds_every_card(sqlite: Database, now: datetime) -> None:
    running(sqlite, now)
    with sqlite.writing() as session:
        make.request(session, now=now, email="b@example.nl", name="Joris")

    page = drawn(staff(sqlite, now), way="table")

    assert [text in page for text in ("Farida", "Joris", "Loopt", "Anna de Vries", "Tbody")] == [True] * 5


def test_an_empty_board_says_so(sqlite: Database, now: datetime) -> None:
    assert "Hier staan ouders zodra ze een buddy vragen." in drawn(staff(sqlite, now))


def test_the_board_asks_as_much_of_the_database_for_thirty_as_for_one(sqlite: Database, now: datetime) -> None:
    running(sqlite, now)
    one = counted(sqlite, lambda session: cards(session, ended_since=now - LONG_AGO))
    with sqlite.writing() as session:
        for n in range(30):
            make.request(session, now=now, email=f"{n}@example.nl")

    assert (one, counted(sqlite, lambda session: cards(session, ended_since=now - LONG_AGO))) == (6, 6)


def test_a_buddy_sees_no_board(sqlite: Database, now: datetime) -> None:
    buddy = Doors(sqlite, now).visitor(make.buddy_actor(1))
    chosen = [("board-topic", "value", None), ("board-place", "value", None), ("board-way", "value", "board")]

    assert (buddy.get("/werk/koppelbord").status_code, buddy.call("board-body.children", chosen).status_code) == (
        403,
        403,
    )
