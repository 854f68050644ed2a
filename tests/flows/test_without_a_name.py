"""A story and a question without a name leave no trace in what anybody reads or takes along, whatever the role."""

import pytest

from domain.actors import Role
from store.models import JournalLine, Letter, Story
from tests import tracing
from tests.flows.attacker import opened
from tests.flows.policy_reader import asked_of, choices, open_to, signed_in
from tests.flows.without_a_name import WORDS, told, traces
from tests.invented import Point, invented_years

__all__ = ["invented_years", "told"]


QUEUES = {"/werk/verhalen", "/werk/vragen-van-ouders"}


"""Only who answers reads a question, only who moderates reads a story: everywhere else nothing may be found."""


FEEDS = ("/", "/agenda", "/agenda.ics", "/uw-vragen", "/verhalen", "/robots.txt")


def read_by(point: Point, role: Role) -> dict[str, bytes]:
    """Every page that is open to a role, and each of its callbacks with the first choice of every filter."""
    reader, answers = signed_in(point, role), dict[str, bytes]()
    callbacks = reader.callbacks()
    for page in (one for one in open_to(role) if one.path not in QUEUES):
        drawn = opened(reader, page.path)
        answers[page.path] = drawn.data
        first = {name: values[:1] for name, values in choices(drawn.get_json()).items() if values}
        for callback in callbacks:
            if any(one["id"] in first for one in (*callback["inputs"], *callback["state"])):
                body = next(body for _name, body in asked_of(callback, first))
                answers[f"{page.path} {callback['output'][:60]}"] = reader.send(body).data
    return answers


"""How many files each role gets at least, by the place where they come down."""


@pytest.mark.parametrize("role", [Role.POLICY, Role.ADMINISTRATOR, Role.BUDDY, Role.COORDINATOR, Role.MODERATOR])
def test_no_page_of_any_role_holds_a_trace(told: tuple[Point, tuple[str, ...]], role: Role) -> None:
    point, numbers = told

    answers = read_by(point, role)

    assert len(answers) > 1
    assert traces(answers, numbers) == []


def test_no_public_page_or_feed_holds_a_trace(told: tuple[Point, tuple[str, ...]]) -> None:
    point, numbers = told
    client = point.server.test_client()

    assert traces({address: client.get(address).data for address in FEEDS}, numbers) == []


def test_the_queues_are_looked_through_indeed(told: tuple[Point, tuple[str, ...]]) -> None:
    """The control: where somebody may read it, the same search finds it."""
    point, numbers = told
    with point.database.reading() as session:
        words = {row.told or "": b"" for row in session.query(Story) if str(row.id) in numbers}

    assert traces({"queue": "".join(words).encode()}, numbers) == [("queue", WORDS[0]), ("queue", WORDS[1])]


def test_letters_and_journal_hold_no_number_no_words_and_no_moment(told: tuple[Point, tuple[str, ...]]) -> None:
    point, numbers = told
    with point.database.reading() as session:
        letters = {
            f"letter {row.id}": f"{row.title} {row.body} {row.written_at}".encode() for row in session.query(Letter)
        }
        written = {
            f"line {row.id}": f"{row.kind} {row.subject_id} {row.facts} {row.at}".encode()
            for row in session.query(JournalLine)
        }

    assert len(letters) > 1
    assert traces({**letters, **written}, numbers) == []


def test_only_their_own_tables_hold_the_numbers(told: tuple[Point, tuple[str, ...]]) -> None:
    point, numbers = told

    ids = [int(one) for one in numbers if one.isdecimal()]
    where = {column.split(".")[0] for column in tracing.holding(point.database, *ids)}

    assert where == {"story", "inquiry", "inquiry_message"}
