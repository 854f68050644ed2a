"""How many of those who sign up usually come, from what was noted at the door."""

from sqlalchemy.orm import Session

from store.queries.gatherings import attendance
from trends.showing_up import ShowingUp, Turnout, showing_up

__all__ = ["ShowingUp", "usual"]

FEWEST = 3  # gatherings; of fewer nobody can say what is usual


def usual(session: Session, kind: str, series_id: int | None) -> ShowingUp | None:
    """What is usual in this series, or else for this kind; None where it was noted too seldom.

    It is for whoever plans, to know: nothing gives away more seats than there are because of it.
    """
    everything = [Turnout(*one) for one in attendance.turnouts(session)]
    found = None
    if series_id is not None:
        found = _usual([Turnout(*one) for one in attendance.turnouts(session, series_id=series_id)], everything)
    return found or _usual([Turnout(*one) for one in attendance.turnouts(session, kind=kind)], everything)


def _usual(own: list[Turnout], everything: list[Turnout]) -> ShowingUp | None:
    others = list(everything)
    for one in own:
        others.remove(one)
    found = showing_up(own, others)
    return found if found and found.gatherings >= FEWEST else None
