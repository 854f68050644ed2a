"""A story and a question without a name leave no trace in what anybody reads or takes along, whatever the role."""

import json
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest

from automations.run import run
from domain import codes
from domain.actors import Role
from domain.clockwork import tidying
from domain.inquiring import daily_round
from domain.post.correspondence import Letterhead
from domain.register import counts
from domain.reporting import making
from domain.stories import noting, publishing, telling
from domain.stories.telling import Telling
from store.door_states import Consent
from store.models import Event, Inquiry, JournalLine, Letter, Question, Report, Story
from tests import tracing
from tests.domain.inquiring.asked import asked
from tests.flows.attacker import Attacker, _outputs, opened
from tests.flows.policy_reader import asked_of, choices, open_to, signed_in
from tests.invented import Point, invented_years, point_in
from tests.reports.pdf_text import lines

__all__ = ["invented_years"]

STORY = "Het ging over een pindakaasvloot in de klas, en niemand luisterde naar de hagelslagdek."
QUESTION = "Waar vraag ik een vlokkenkapitein aan voor mijn kind?"
CODE = codes.make()
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
            telling.tell(session, Telling(STORY, Consent.PUBLISH), CODE, now=moment)
            secret = asked(session, QUESTION, now=moment).code
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
            making.tend(session, now=point.now)
            counts.refresh(session, now=point.now)
            tidying.tidy(session, point.now)
        run(point.database, point.now, Letterhead(point.settings.public_url, point.settings.mail_from))
        yield point, (*numbers, *spelled(CODE), *spelled(secret))


def spelled(code: str) -> tuple[str, str]:
    """A code as it is shown and as it is compared."""
    return code, codes.normal(code)


def plain(answer: bytes) -> str:
    """What came over the wire, files unpacked, also a PDF."""
    said = answer.decode("utf-8", "replace")
    try:
        content = json.loads(said)["response"]
        packed = next(one["data"] for one in content.values() if one.get("data", {}).get("base64"))
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return said
    file = b64decode(packed["content"])
    if file.startswith(b"%PDF"):
        return said + "\n".join(lines(file))
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


Press = tuple[str, dict[str, Any]]


def buttons(point: Point, callback: dict[str, Any]) -> Iterator[Press]:
    """Every way to ask a callback for its file: each button, in each kind of file, about each thing there is."""
    with point.database.reading() as session:
        reports, events = ([one for (one,) in session.query(table.id)] for table in (Report, Event))
    about = {"report-number": reports, "event-number": events[:3]}
    wild: dict[str, list[dict[str, Any]]] = {
        "report-file": [{"kind": kind} for kind in ("pdf", "docx")],
        "": [{"chart": "all of it", "as": kind} for kind in ("csv", "xlsx")],
    }
    number = next((one["id"] for one in callback["state"] if one["id"] in about), "")
    for one in callback["inputs"]:
        name = json.loads(one["id"]) if one["id"].startswith("{") else {}
        ways = wild.get(name.get("type", ""), wild[""]) if name else [{}]
        for way in ways:
            for thing in about.get(number, [None]):
                yield (one["id"] if not name else json.dumps({**name, **way})), {number: thing, "question-notes": True}


def pressed(reader: Attacker, callback: dict[str, Any], press: Press, first: dict[str, list[object]]) -> bytes:
    """What comes when this button is pressed, with the filters as the page draws them."""
    button, states = press
    drawn = {name: values[0] for name, values in first.items() if not name.startswith("question-")}  # all of it
    known = {**drawn, **states}
    body: dict[str, Any] = {"output": callback["output"], "outputs": _outputs(callback["output"])}
    id_ = json.loads(button) if button.startswith("{") else button
    body["inputs"] = [
        [{"id": id_, "property": "n_clicks", "value": 1}]
        if one["id"].startswith("{")
        else {"id": one["id"], "property": one["property"], "value": 1 if one["id"] == button else None}
        for one in callback["inputs"]
    ]
    body["state"] = [
        {"id": one["id"], "property": one["property"], "value": known.get(one["id"])} for one in callback["state"]
    ]
    spelled_id = id_ if isinstance(id_, str) else json.dumps(id_, separators=(",", ":"), sort_keys=True)
    body["changedPropIds"] = [f"{spelled_id}.n_clicks"]
    return bytes(reader.send(body).data)


def files_of(point: Point, role: Role) -> dict[str, bytes]:
    """Every file that a role can take along: all buttons of all pages were really pressed."""
    reader, found = signed_in(point, role), dict[str, bytes]()
    first = {
        name: values
        for page in open_to(role)
        for name, values in choices(opened(reader, page.path).get_json()).items()
        if values
    }
    downloads = [one for one in reader.callbacks() if re.search(r"(download|-file)\.data$", one["output"])]
    for callback in downloads:
        for press in buttons(point, callback):
            answer = pressed(reader, callback, press, first)
            if b'"filename"' in answer:
                found[f"{callback['output']} {press}"] = answer
    return found


FILES = {
    Role.COORDINATOR: {
        "question-file": 2,
        "report-download": 2,
        "event-file": 1,
        "measures-download": 1,
        "trends-download": 4,
    },
    Role.POLICY: {"report-download": 2, "policy-download": 4, "thread-download": 2},
    Role.MODERATOR: {},
}
"""How many files each role gets at least, by the place where they come down."""


@pytest.mark.parametrize("role", FILES)
def test_no_file_that_a_role_can_take_along_holds_a_trace(told: tuple[Point, tuple[str, ...]], role: Role) -> None:
    point, wanted = told

    taken = files_of(point, role)

    by_place = Counter(name.split(".")[0] for name in taken)
    assert {place: most for place, most in FILES[role].items() if by_place[place] < most} == {}
    assert traces(taken, wanted) == []


def test_a_file_with_a_trace_would_be_found(told: tuple[Point, tuple[str, ...]]) -> None:
    """The control: what a coordinator writes beside a question is in the file that they take along."""
    point, wanted = told
    with point.database.writing() as session:
        row = session.query(Question).order_by(Question.id.desc())[0]
        kept, row.note = row.note, f"Over de {WORDS[2]}"

    found = {name.split(".")[0] for name, _word in traces(files_of(point, Role.COORDINATOR), wanted)}

    with point.database.writing() as session:
        session.query(Question).order_by(Question.id.desc())[0].note = kept
    assert found == {"question-file"}


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
