"""What the closed days on screen are called: public and school holidays, and the support point's own."""

from collections.abc import Iterable
from datetime import date

from domain.gatherings.closed_days import closed_days
from store.queries.gatherings.calendar import holiday_places
from store.sessions import Session


def closed_names(session: Session, where: str, days: Iterable[date]) -> dict[date, str]:
    """The name of each closed day in a municipality or region; with the school region where it is not closed in all."""
    places, wanted = holiday_places(session, where), list(days)
    found: dict[date, dict[str, list[str]]] = {}
    for region, code in places.items():
        for one, closed in closed_days(session, code, wanted).items():
            found.setdefault(one, {}).setdefault(closed.name, []).append(region)
    return {one: ", ".join(_named(name, held, len(places)) for name, held in by.items()) for one, by in found.items()}


def _named(name: str, regions: list[str], every: int) -> str:
    return name if len(regions) == every else f"{name} ({', '.join(regions)})"
