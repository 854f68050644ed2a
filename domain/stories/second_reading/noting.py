"""Keeps with each story that waits what the second reader found in it; who moderates sees it beside our own rules."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from domain.stories.second_reading.apart import Reading
from store.door_states import SecondReading, StoryState
from store.models import Story, StoryFinding


def note(session: Session, texts: Mapping[int, str], readings: Mapping[int, Reading]) -> int:
    """Keep what was found in the `texts`, both by number of the story; gives how many were read. Twice is harmless.

    A story that its teller took back or wrote anew meanwhile, or that somebody decided on, is left alone.
    """
    for number, reading in readings.items():
        row = session.get(Story, number, with_for_update=True)
        if row is None or row.state is not StoryState.WAITING or row.told != texts[number]:
            continue
        if row.second_reading is SecondReading.WAITING:
            found = reading or ()
            row.findings = [StoryFinding(starts=one.starts, ends=one.ends, kind=one.kind) for one in found]
            row.second_reading = SecondReading.FAILED if reading is None else SecondReading.DONE
    return len(readings)
