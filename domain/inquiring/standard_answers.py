"""Short texts with which an answer begins: written once, put into an answer with one click."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import catalogue

CATALOGUE = "standard_answer"
DUTCH = "nl"


@dataclass(frozen=True)
class StandardAnswer:
    """`text` is in the language of who asked, or in Dutch where there is no other; `name` is for staff."""

    key: str
    name: str
    text: str


def standard_answers(session: Session, spoken: str) -> tuple[StandardAnswer, ...]:
    """Those that are switched on, by name."""
    found = (
        StandardAnswer(one.key, one.label, one.data.get(spoken) or one.data[DUTCH])
        for one in catalogue.entries(session, CATALOGUE)
    )
    return tuple(sorted(found, key=lambda one: one.name.casefold()))
