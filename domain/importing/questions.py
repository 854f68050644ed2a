"""The anonymous register from a sheet: what may come in of a row, and no more than that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.importing.columns import Column
from domain.importing.reading import Reading
from domain.importing.sheets import plain, shown
from i18n import _, lazy
from store.models import Question, Topic
from trends.disclosure import TOPICS_PER_QUESTION
from trends.periods import month_of

MOST_MINUTES = 600
AT_ONCE = 500
STILL_OPEN = frozenset({"ja", "yes", "x", "open", "loopt", "loopt nog"})
COLUMNS = (
    Column("asked_on", lazy("Datum"), required=True),
    Column("topics", lazy("Onderwerpen"), required=True),
    Column("channel", lazy("Hoe kwam de vraag binnen?"), required=True),
    Column("municipality", lazy("Gemeente of plaats")),
    Column("sector", lazy("Soort onderwijs")),
    Column("age_band", lazy("Leeftijd van het kind")),
    Column("asker", lazy("Wie vraagt het?")),
    Column("phase", lazy("Hoe staat het ervoor?")),
    Column("how_found", lazy("Hoe vond deze ouder ons?")),
    Column("done", lazy("Wat is er gedaan?")),
    Column("referred_to", lazy("Doorverwezen naar")),
    Column("minutes", lazy("Aantal minuten")),
    Column("language", lazy("Taal van het gesprek")),
    Column("open", lazy("Hier moet nog iets gebeuren")),
)


@dataclass(frozen=True)
class QuestionRow:
    asked_on: date
    topics: tuple[str, ...]
    channel: str
    municipality: str | None
    sector: str | None
    age_band: str | None
    asker: str | None
    phase: str | None
    how_found: str | None
    done: tuple[str, ...]
    referred_to: str | None
    minutes: int | None
    language: str | None
    open: bool = False


def read(row: Reading) -> QuestionRow:
    """What the row says; only of use when the row has no problems."""
    topics = row.several("topics", "topic", required=True)
    if len(topics) > TOPICS_PER_QUESTION:
        row.wrong("topics", _("Hier staan meer dan {most} onderwerpen. Kies er {most}.", most=TOPICS_PER_QUESTION))
    return QuestionRow(
        asked_on=row.day("asked_on", required=True, until=row.today) or row.today,
        topics=topics,
        channel=row.one("channel", "channel", required=True) or "",
        municipality=row.one("municipality", "municipality"),
        sector=row.one("sector", "sector"),
        age_band=_age_band(row),
        asker=row.one("asker", "asker"),
        phase=row.one("phase", "phase"),
        how_found=row.one("how_found", "how_found"),
        done=row.several("done", "done"),
        referred_to=row.one("referred_to", "referred_to"),
        minutes=row.minutes("minutes", most=MOST_MINUTES),
        language=row.one("language", "language"),
        open=plain(shown(row.cell("open"))) in STILL_OPEN,
    )


def save(session: Session, rows: Iterable[QuestionRow], *, by: Actor, now: datetime) -> list[int]:
    """Write the rows down; gives their numbers, in order.

    Nothing follows from each of them by itself, as it would from a question that came in today: `by` stands in the
    one line that the journal gets for the whole file.
    """
    topics = {row.code: row for row in session.scalars(select(Topic))}
    made = [_question(row, topics, now) for row in rows]
    session.add_all(made)
    session.flush()
    return [question.id for question in made]


def undo(session: Session, numbers: Sequence[int]) -> None:
    """Take the questions out again, those that are still there."""
    for start in range(0, len(numbers), AT_ONCE):
        some = Question.id.in_(numbers[start : start + AT_ONCE])
        session.execute(delete(Question).where(some), execution_options={"synchronize_session": False})


def _question(row: QuestionRow, topics: dict[str, Topic], now: datetime) -> Question:
    return Question(
        asked_on=row.asked_on,
        month=month_of(row.asked_on),
        topics=[topics[code] for code in row.topics],
        channel=row.channel,
        municipality_code=row.municipality,
        sector=row.sector,
        age_band=row.age_band,
        asker=row.asker,
        phase=row.phase,
        how_found=row.how_found,
        done=list(row.done),
        referred_to=row.referred_to,
        minutes=row.minutes,
        language=row.language,
        closed=not row.open,
        registered_at=now,
    )


def _age_band(row: Reading) -> str | None:
    """The band of an age, of "groep 5", of "klas 2", or a band itself, also one that Excel took for a date."""
    cell = row.cell("age_band")
    bands = row.known.lists["age_band"].labels
    text = f"{cell.day}-{cell.month}" if isinstance(cell, date) else shown(cell)
    if text.replace(" ", "") in bands:
        return text.replace(" ", "")
    age = _age(text)
    band = next((key for key in bands if age is not None and age in _ages(key)), None)
    if band or not text:
        return band
    return row.one("age_band", "age_band")


def _age(text: str) -> int | None:
    words = plain(text)
    if found := re.fullmatch(r"(?:groep|gr) ?(\d)", words):
        return int(found[1]) + 3
    if found := re.fullmatch(r"(?:klas|kl) ?(\d)", words):
        return int(found[1]) + 11
    if words == "brugklas":
        return 12
    found = re.fullmatch(r"(\d{1,2})(?: (?:jaar|jr|j))?", words)
    return int(found[1]) if found else None


def _ages(band: str) -> range:
    """The ages in a band such as `7-9` or `18+`."""
    numbers = [int(number) for number in re.findall(r"\d+", band)]
    if not numbers:
        return range(0)
    return range(numbers[0], (numbers[1] if len(numbers) > 1 else 25) + 1)
