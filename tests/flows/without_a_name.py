"""A story and a question that were told without a name, and their traces in what is read."""

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
from domain.clockwork import tidying
from domain.inquiring import daily_round
from domain.post.correspondence import Letterhead
from domain.register import counts
from domain.reporting import making
from domain.stories import noting, publishing, telling
from domain.stories.telling import Telling
from store.door_states import Consent
from store.models import Inquiry, Story
from tests.domain.inquiring.asked import asked
from tests.invented import Point, point_in
from tests.reports.pdf_text import lines

STORY = "Het ging over een pindakaasvloot in de klas, en niemand luisterde naar de hagelslagdek."
QUESTION = "Waar vraag ik een vlokkenkapitein aan voor mijn kind?"
CODE = codes.make()
WORDS = ("pindakaasvloot", "hagelslagdek", "vlokkenkapitein")


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
