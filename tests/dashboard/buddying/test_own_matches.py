"""A buddy's own matches: how it goes, rounding off, and nothing of the match of another."""

from datetime import datetime

from dashboard.parts.buddying.my_check_ins import CARE_HEAVY as HEAVY
from dashboard.parts.buddying.my_proposals import DO, WHY
from store.database import Database
from store.models import CheckIn, Match
from store.states import MatchState
from tests import make
from tests.dashboard.buddying.own_pages import asked, mine, parent_says_yes, press
from tests.doors import Doors, many, prop_id


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


def test_a_buddy_does_not_touch_the_match_of_another(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now)
        other = make.buddy(session, now=now, email="b@example.nl")
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(other))

    answers = [press(visitor, what, match_id) for what in ("spoke", "help", "end")]

    assert all("Dit mag u niet bekijken of wijzigen." in answer for answer in answers)
    assert "Farida" not in mine(visitor)


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
