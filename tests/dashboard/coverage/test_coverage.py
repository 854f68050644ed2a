"""Coverage over HTTP: the answer in words, the lines, the map as tiles, whom to look for, and for whom it is."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.parts.coverage.coverage_table import bars
from dashboard.parts.coverage.new_buddies import Words, call
from dashboard.parts.coverage.tile_map import look
from domain.actors import Actor, Role
from domain.organisation import Organisation
from i18n import one_after_another
from matching.coverage import Covered, Wait
from matching.recruits import Profile
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor
from tests.matching.people import HEILOO

DUTCH = frozenset({"nl"})
WORDS = Words({"D1": "Thuiszitten", "F1": "Hoogbegaafd"}, {"GM0399": "Heiloo"}, {"ar": "Arabisch", "nl": "Nederlands"})


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def show(visitor: Visitor, way: object = "topic") -> Any:
    return visitor.call(visitor.doors.output_of("coverage-body.children"), [("coverage-way", "value", way)])


def seen(visitor: Visitor, part: str, way: object = "topic") -> str:
    return json.dumps(show(visitor, way).get_json()["response"][part], ensure_ascii=False)


def two_more(visitor: Visitor) -> Any:
    return visitor.call(visitor.doors.output_of("recruits-found.children"), [("recruits-go", "n_clicks", 1)])


def one_more(visitor: Visitor, topics: object, place: object = None) -> Any:
    chosen = [("more-topics", "value", topics), ("more-place", "value", place)]
    return visitor.call(visitor.doors.output_of("more-found.children"), chosen)


def said(answer: Any) -> str:
    return json.dumps(answer.get_json(), ensure_ascii=False)


def test_the_answer_names_what_is_needed_most(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))

    answer = seen(staff(sqlite, now), "coverage-answer")

    assert ("Meest nodig: Dreigend thuiszitten" in answer, "(1 ouder wacht, geen vrije plek)" in answer) == (True, True)


def test_the_answer_says_that_there_is_a_place_for_everybody(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.buddy(session, now=now)

    assert "is er een vrije plek." in seen(staff(sqlite, now), "coverage-answer")


def test_when_nobody_waits_the_answer_says_what_was_asked_and_has_no_place(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now, max_load=1)

    assert "Naar Hoogbegaafdheid / ontwikkelingsvoorsprong vroegen ouders" in seen(
        staff(sqlite, now), "coverage-answer"
    )


def test_an_empty_support_point_says_that_nobody_waits(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Nu wacht er niemand." in seen(visitor, "coverage-answer")
    assert "vroeg nog niemand een buddy" in seen(visitor, "coverage-body")


@pytest.mark.parametrize(
    ("way", "title"),
    [
        ("topic", "Per onderwerp"),
        ("group", "Per groep onderwerpen"),
        ("place", "Per gemeente"),
        ("nonsense", "Per onderwerp"),
    ],
)
def test_the_lines_can_be_of_topics_groups_and_municipalities(
    sqlite: Database, now: datetime, way: str, title: str
) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(days=3))

    body = seen(staff(sqlite, now), "coverage-body", way)

    assert (title in body, "3 dagen" in body, "te weinig gegevens" in body) == (True, True, True)


def test_every_municipality_is_a_tile_and_a_row(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, contact_modes=("home",))

    tiles = seen(staff(sqlite, now), "coverage-map")

    assert (tiles.count("gridRow"), tiles.count("1 plek te weinig")) == (6, 2)


@pytest.mark.parametrize(("open_", "free", "kind"), [(2, 1, "short"), (1, 1, "enough"), (0, 0, "quiet")])
def test_a_tile_looks_by_what_is_missing(open_: int, free: int, kind: str) -> None:
    assert look(Covered("x", open_, 0, (0, 0, 0, 0), 1, free, 0, Wait(None, 0))) == kind


def test_two_new_buddies_come_with_a_text_to_copy(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))
        make.request(session, now=now, topics=("F11",), email="b@example.nl")

    page = said(two_more(staff(sqlite, now)))

    texts = ("Met deze twee kunt u 2 ouders meer helpen.", "CopyButton", "Herkent u dit? Dreigend thuiszitten")
    assert [text in page for text in texts] == [True] * 3


def test_when_everybody_can_get_a_buddy_none_is_looked_for(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now)
        make.buddy(session, now=now)

    assert "Nieuwe buddy's zijn nu niet nodig." in said(two_more(staff(sqlite, now)))


def test_one_more_buddy_is_tried_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now, topics=("D1",))
    visitor = staff(sqlite, now)

    found = [said(one_more(visitor, topics)) for topics in (["D1"], ["G4"], [], None)]

    wanted = ["Dan krijgt 1 ouder meer een buddy.", "Dat helpt nu niemand meer", "null", "null"]
    assert [text in page for text, page in zip(wanted, found, strict=True)] == [True] * 4


@pytest.mark.parametrize("chosen", [(["Z9"], None), (["D1"], "GM9999"), ([3], 7)])
def test_a_forged_choice_is_refused(sqlite: Database, now: datetime, chosen: tuple[object, object]) -> None:
    answer = one_more(staff(sqlite, now), *chosen)

    assert ("meer een buddy" in said(answer), answer.status_code) == (False, 200)


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY, Role.ADMINISTRATOR])
def test_exact_numbers_are_for_coordinators_only(sqlite: Database, now: datetime, role: Role) -> None:
    visitor = Doors(sqlite, now).visitor(Actor(name="Bas", roles=frozenset({role}), account_id=7, buddy_id=1))

    answers = (visitor.get("/werk/dekking"), show(visitor), two_more(visitor), one_more(visitor, ["D1"]))
    assert [answer.status_code for answer in answers] == [403] * 4


def test_a_call_names_topics_place_language_and_how_to_reach_us() -> None:
    text = call(
        [Profile(("D1", "F1"), DUTCH, HEILOO), Profile(("D1",), frozenset({"nl", "ar"}))],
        WORDS,
        Organisation(short_name="Steunpunt", phone="072 123"),
    )

    assert text.split("\n") == [
        "Steunpunt zoekt ouders met ervaring.",
        "Herkent u dit? Thuiszitten en Hoogbegaafd. U woont in of bij Heiloo.",
        "Herkent u dit? Thuiszitten. U spreekt ook Arabisch.",
        "Als buddy luistert u naar een andere ouder en denkt u mee.",
        "U krijgt een training, en u kiest zelf wanneer u tijd heeft.",
        "Iets voor u? Bel 072 123.",
    ]


def test_twice_the_same_buddy_is_called_for_once() -> None:
    profile = Profile(("D1",), DUTCH)

    assert call([profile, profile], WORDS, Organisation()).count("Herkent u dit?") == 1


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_names_stand_one_after_another(names: list[str], text: str) -> None:
    assert one_after_another(names) == text


def test_the_highest_quarter_is_the_highest_bar_and_the_numbers_are_said() -> None:
    drawn = str(bars((0, 2, 1, 4)))

    assert [
        text in drawn
        for text in ("0% 100%/0.45rem 0%", "33% 100%/0.45rem 50%", "100% 100%/0.45rem 100%", "Per kwartaal: 0, 2, 1, 4")
    ] == [True] * 4
