"""A story and a question without a name leave no trace in what anybody reads or takes along, whatever the role."""

import json
from base64 import b64decode
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from automations.run import run
from domain import codes
from domain.actors import Role
from domain.clockwork import tidying
from domain.inquiring import daily_round
from domain.post.correspondence import Letterhead
from domain.register import counts
from domain.stories import noting, publishing, telling
from domain.stories.telling import Telling
from store.door_states import Consent
from store.models import Inquiry, JournalLine, Letter, Story
from tests import tracing
from tests.domain.inquiring.asked import asked
from tests.flows.attacker import opened
from tests.flows.policy_reader import asked_of, choices, open_to, signed_in
from tests.invented import Point, invented_years, point_in

__all__ = ["invented_years"]

STORY = "Het ging over een pindakaasvloot in de klas, en niemand luisterde naar de hagelslagdek."
QUESTION = "Waar vraag ik een vlokkenkapitein aan voor mijn kind?"
WORDS = ("pindakaasvloot", "hagelslagdek", "vlokkenkapitein")
QUEUES = {"/werk/verhalen", "/werk/vragen-van-ouders"}
"""Only who answers reads a question, only who moderates reads a story: everywhere else nothing may be found."""
FEEDS = ("/", "/agenda", "/agenda.ics", "/uw-vragen", "/verhalen", "/robots.txt")


@pytest.fixture(scope="module")
def told(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Point, tuple[str, ...]]]:
    """A point a day after both came in, with everything that follows by itself done; and the two numbers."""
    with point_in(tmp_path_factory.mktemp("without_a_name"), invented_years) as point:
        moment = (point.now + timedelta(days=1)).replace(hour=13, minute=7, second=41)
        with point.database.writing() as session:
            telling.tell(session, Telling(STORY, Consent.QUOTE), codes.make(), now=moment)
            asked(session, QUESTION, now=moment)
        point.now = moment.replace(hour=6, minute=0, second=0) + timedelta(days=1)
        with point.database.writing() as session:
            numbers = tuple(
                str(row.id)
                for row in (
                    session.query(Story).order_by(Story.told_on.desc()).first(),
                    session.query(Inquiry).order_by(Inquiry.asked_on.desc()).first(),
                )
                if row
            )
            daily_round.tend(session, point.now)
            noting.note(session, now=point.now)
            publishing.publish(session, now=point.now)
            counts.refresh(session, now=point.now)
            tidying.tidy(session, point.now)
        run(point.database, point.now, Letterhead(point.settings.public_url, point.settings.mail_from))
        yield point, numbers


def plain(answer: bytes) -> str:
    """What came over the wire, files unpacked."""
    said = answer.decode("utf-8", "replace")
    try:
        content = json.loads(said)["response"]
        packed = next(one["data"] for one in content.values() if one.get("data", {}).get("base64"))
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return said
    file = b64decode(packed["content"])
    if not is_zipfile(BytesIO(file)):
        return said + file.decode("utf-8", "replace")
    with ZipFile(BytesIO(file)) as archive:
        return said + " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def traces(answers: dict[str, bytes], numbers: tuple[str, ...]) -> list[tuple[str, str]]:
    wanted = (*WORDS, *numbers, "13:07:41", "T13:07", "T12:07")
    return [(name[:90], one) for name, said in answers.items() for one in wanted if one in plain(said)]


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
        lines = {
            f"line {row.id}": f"{row.kind} {row.subject_id} {row.facts} {row.at}".encode()
            for row in session.query(JournalLine)
        }

    assert len(letters) > 1
    assert traces({**letters, **lines}, numbers) == []


def test_only_their_own_tables_hold_the_numbers(told: tuple[Point, tuple[str, ...]]) -> None:
    point, numbers = told

    where = {column.split(".")[0] for column in tracing.holding(point.database, *(int(one) for one in numbers))}

    assert where == {"story", "inquiry", "inquiry_message"}
