"""Numbers of one place, one kind of school or one age alone: what can be asked, and how that is said."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from domain.register import published_parts
from i18n import _
from store.queries import choices


class Narrow(StrEnum):
    """By what numbers can be narrowed: one of these at a time, as nothing is published of two together."""

    PLACE = "plek"
    SECTOR = "sector"
    AGE = "leeftijd"


@dataclass(frozen=True)
class Only:
    """The questions with this `code` alone."""

    by: Narrow
    code: str

    @property
    def address(self) -> str:
        """As it stands in an address: `plek:GM0361`."""
        return f"{self.by}:{self.code}"


def offered(session: Session) -> dict[Only, str]:
    """Everything that can be asked for, with its name; places, kinds of school and ages after each other."""
    places = {Only(Narrow.PLACE, one.code): one.name for one in choices.municipalities(session)}
    sectors = {Only(Narrow.SECTOR, code): name for code, name in published_parts.terms(session, "sector").items()}
    ages = {Only(Narrow.AGE, code): name for code, name in published_parts.terms(session, "age_band").items()}
    return {**places, **sectors, **ages}


def asked(session: Session, address: str) -> Only | None:
    """What an address asks for; None for anything that is not offered."""
    return next((one for one in offered(session) if one.address == address), None)


def beside(session: Session, only: Only | None) -> tuple[str, ...]:
    """What is said beside numbers that are narrowed; nothing of everything."""
    return (_("U ziet alleen de vragen bij: {name}.", name=offered(session)[only]),) if only else ()
