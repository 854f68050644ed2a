"""Letters that automations wrote, and the secret of the link in one."""

from datetime import datetime

from automations.run import run
from store.database import Database
from store.models import Letter
from tests import make


def letters_of(database: Database, now: datetime) -> list[Letter]:
    """Everything in the out-tray once the automations have done their work."""
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return session.query(Letter).order_by(Letter.id).all()


def secret_in(letter: Letter) -> str:
    (line,) = (line for line in (letter.body or "").splitlines() if "/link/" in line)
    return line.removeprefix("https://punt.example.nl/link/")
