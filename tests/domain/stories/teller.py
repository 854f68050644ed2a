"""Somebody who tells a story, with or without a code that was used before."""

from datetime import datetime

from domain import codes
from domain.stories import telling
from domain.stories.telling import Telling
from store.database import Database
from store.door_states import Consent

WORDS = "Het gesprek op school duurde tien minuten. Niemand vroeg hoe het thuis ging."


def tell(database: Database, now: datetime, code: str = "", *, anew: bool = False, **more: object) -> int:
    told = Telling(**{"words": WORDS, "consent": Consent.COUNT, **more})  # type: ignore[arg-type]
    with database.writing() as session:
        return telling.tell(session, told, code or codes.make(), now=now, anew=anew)
