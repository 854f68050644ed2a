"""A buddy's own pages: the week, proposals and matches, and nothing of anybody else's."""

from datetime import datetime

import pytest

from dashboard.parts.buddying.my_check_ins import CARE_HEAVY as HEAVY
from dashboard.parts.buddying.my_proposals import DO, WHY
from dashboard.parts.gatherings.week import PART
from domain.actors import PARENT, Actor
from domain.matchmaking import agreement
from store.database import Database
from store.models import CheckIn, Match, Proposal
from store.queries.weeks import Block, week
from store.states import MatchState, ProposalState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def tap(visitor: Visitor, buddy_id: int, weekday: int, part: str, *, on: bool) -> str:
    name = {"type": PART, "weekday": weekday, "part": part}
    answer = visitor.call(
        visitor.doors.output_of("week-hours", "week-said.children"),
        [(..., "", many((name, "checked", on)))],
        [("week-of", "data", buddy_id)],
        [prop_id(name, "checked")],
    )
    return answer.get_data(as_text=True)


def press(visitor: Visitor, what: str, number: int, reason: str | None = None) -> str:
    name = {"type": DO, "what": what, "number": number}
    answer = visitor.call(
        visitor.doors.output_of("mine-changed.data"),
        [(..., "", many((name, "n_clicks", 1)))],
        [(..., "", many(({"type": WHY, "what": what, "number": number}, "value", reason)))],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def mine(visitor: Visitor) -> str:
    return visitor.call("mine.children", [("mine-changed", "data", None)]).get_data(as_text=True)


def asked(database: Database, now: datetime) -> tuple[Doors, int, int]:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)
    return Doors(database, now), buddy_id, proposal_id


def test_one_tap_saves_a_part_of_the_week(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    answer = tap(doors.visitor(make.buddy_actor(buddy_id)), buddy_id, 0, "morning", on=True)

    assert "Bewaard." in answer
    assert "9:00–12:00" in answer
    with sqlite.reading() as session:
        assert week(session, buddy_id) == (Block(0, 540, 720), make.TUESDAY_EVENING)


def test_boxes_that_were_only_drawn_change_nothing(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))
    names = [{"type": PART, "weekday": 1, "part": part} for part in ("morning", "evening")]

    visitor.call(
        doors.output_of("week-hours", "week-said.children"),
        [(..., "", many(*((name, "checked", False) for name in names)))],
        [("week-of", "data", buddy_id)],
        [prop_id(name, "checked") for name in names],
    )

    with sqlite.reading() as session:
        assert week(session, buddy_id) == (make.TUESDAY_EVENING,)


@pytest.mark.parametrize(
    ("start", "end", "said", "hours"),
    [
        ("09:30", "10:15:00", "Bewaard.", (Block(0, 570, 615), make.TUESDAY_EVENING)),
        ("22:00", "00:00", "Bewaard.", (Block(0, 1320, 1440), make.TUESDAY_EVENING)),
        ("12:00", "11:00", "De eindtijd moet na de begintijd liggen.", (make.TUESDAY_EVENING,)),
        ("", "11:00", "Kies een dag en tijden", (make.TUESDAY_EVENING,)),
    ],
)
def test_exact_hours_are_added_or_refused_with_the_reason(
    sqlite: Database, now: datetime, start: str, end: str, said: str, hours: tuple[Block, ...]
) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    answer = doors.visitor(make.buddy_actor(buddy_id)).call(
        doors.output_of("week.children", "hours-error"),
        [("hours-add", "n_clicks", 1), (..., "", [])],
        [
            ("hours-day", "value", "0"),
            ("hours-from", "value", start),
            ("hours-to", "value", end),
            ("week-of", "data", buddy_id),
        ],
    )

    assert said in answer.get_data(as_text=True)
    with sqlite.reading() as session:
        assert week(session, buddy_id) == hours


def test_a_proposal_shows_the_wish_and_no_name_before_the_yes(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    page = mine(doors.visitor(make.buddy_actor(buddy_id)))

    assert "7 tot 10 jaar" in page
    assert [secret for secret in ("Farida", "farida@example.nl", "06 12345678") if secret in page] == []


def test_after_the_yes_the_buddy_waits_for_the_parent_and_may_take_it_back(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))

    press(visitor, "yes", proposal_id)
    page = mine(visitor)

    assert "U zei ja" in page
    assert [secret for secret in ("Farida", "06 12345678") if secret in page] == []
    press(visitor, "no", proposal_id)
    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).state is ProposalState.DECLINED


def parent_says_yes(database: Database, proposal_id: int, now: datetime) -> int:
    with database.writing() as session:
        return agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)


def test_after_both_said_yes_the_buddy_sees_whom_to_call(database: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(database, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))

    press(visitor, "yes", proposal_id)
    parent_says_yes(database, proposal_id, now)
    page = mine(visitor)

    assert "Farida" in page
    assert "06 12345678" in page


def test_a_no_takes_its_reason_along(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)

    press(doors.visitor(make.buddy_actor(buddy_id)), "no", proposal_id, "rest")

    with sqlite.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.decline_reason) == (ProposalState.DECLINED, "rest")


def test_contact_help_and_the_end_are_one_tap_each(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))
    press(visitor, "yes", proposal_id)
    match_id = parent_says_yes(sqlite, proposal_id, now)

    press(visitor, "spoke", match_id)
    press(visitor, "help", match_id)
    with sqlite.reading() as session:
        row = session.get_one(Match, match_id)
        assert (row.contacts, row.help_asked_at) == (1, now)

    press(visitor, "end", match_id, "agreed")
    with sqlite.reading() as session:
        assert session.get_one(Match, match_id).state is MatchState.ENDED


def test_a_buddy_gets_nothing_of_another_buddy(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
    visitor = doors.visitor(make.buddy_actor(other))

    answers = [press(visitor, what, proposal_id) for what in ("yes", "no")]
    answers.append(tap(visitor, buddy_id, 0, "morning", on=True))

    assert "Hoogbegaafdheid" not in mine(visitor)
    assert all("Dit mag u niet bekijken of wijzigen." in answer for answer in answers)
    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).state is ProposalState.SENT
        assert week(session, buddy_id) == (make.TUESDAY_EVENING,)


def test_a_buddy_does_not_touch_the_match_of_another(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now)
        other = make.buddy(session, now=now, email="b@example.nl")
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(other))

    answers = [press(visitor, what, match_id) for what in ("spoke", "help", "end")]

    assert all("Dit mag u niet bekijken of wijzigen." in answer for answer in answers)
    assert "Farida" not in mine(visitor)


STAFF_ONLY = (
    "request.children",
    "requests-list.children",
    "buddies-list.children",
    "matches-list.children",
    "buddy-standing.children",
    "request-changed.data",
    "matches-changed.data",
    "buddy-changed.data",
)


@pytest.mark.parametrize("output", STAFF_ONLY)
@pytest.mark.parametrize(("actor", "status"), [(make.buddy_actor(1), 403), (None, 401)])
def test_staff_callbacks_answer_nobody_else(
    sqlite: Database, now: datetime, output: str, actor: Actor | None, status: int
) -> None:
    visitor = Doors(sqlite, now).visitor(actor)

    assert visitor.call(output, [("request-number", "data", 1)]).status_code == status


@pytest.mark.parametrize(
    "address",
    ["/werk/buddyvragen", "/werk/buddyvragen/1", "/werk/buddys", "/werk/buddys/1", "/werk/buddys/nieuw",
     "/werk/buddys/1/beschikbaarheid", "/werk/koppelingen"],
)  # fmt: skip
def test_staff_pages_are_closed_to_a_buddy(sqlite: Database, now: datetime, address: str) -> None:
    assert Doors(sqlite, now).visitor(make.buddy_actor(1)).get(address).status_code == 403


def test_a_buddy_says_on_the_own_page_how_it_goes(sqlite: Database, now: datetime) -> None:
    number = waiting_question(sqlite, "buddy_2", now)
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(1))
    assert "Hoe gaat het met u en Farida?" in mine(visitor)

    press(visitor, "care-so_so", number)

    assert "Hoe gaat het met u en Farida?" not in mine(visitor)
    with sqlite.reading() as session:
        assert session.get_one(CheckIn, number).answer == "so_so"


def test_a_buddy_rounds_off_a_heavy_match_and_rests(sqlite: Database, now: datetime) -> None:
    number = waiting_question(sqlite, "closing", now)
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(1))
    name, heavy = ({"type": kind, "what": what, "number": number} for kind, what in ((DO, "care-end"), (WHY, HEAVY)))

    visitor.call(
        visitor.doors.output_of("mine-changed.data"),
        [(..., "", many((name, "n_clicks", 1)))],
        [(..., "", many((heavy, "value", ["heavy"])))],
        [prop_id(name, "n_clicks")],
    )

    with sqlite.reading() as session:
        match = session.query(Match).one()
        assert (match.state, match.heavy, match.buddy.rest_until is not None) == (MatchState.ENDED, True, True)


def test_a_buddy_answers_only_for_the_own_match(sqlite: Database, now: datetime) -> None:
    number = waiting_question(sqlite, "buddy_2", now)

    press(Doors(sqlite, now).visitor(make.buddy_actor(2)), "care-good", number)

    with sqlite.reading() as session:
        assert session.get_one(CheckIn, number).answer is None


def waiting_question(database: Database, moment: str, now: datetime) -> int:
    """A question that the buddy of a new match was asked just now."""
    with database.writing() as session:
        make.match(session, now=now)
        row = session.query(CheckIn).filter_by(moment=moment).one()
        row.asked_at = now
        return row.id
