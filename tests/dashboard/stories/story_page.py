"""Stories as a moderator sees them over HTTP: listed, read, let out."""

from datetime import datetime
from typing import Any

from domain.actors import Actor
from store.database import Database
from store.door_states import StoryState
from store.models import Story
from tests.doors import Doors, Visitor, many
from tests.stories import MODERATOR


def visitor(database: Database, now: datetime, actor: Actor = MODERATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def one_story(who: Visitor, number: int) -> Any:
    inputs = [("story-number", "data", number), ("story-changed", "data", None)]
    return who.call(who.doors.output_of("story.children", "story-seen.data"), inputs)


def listed(who: Visitor, which: str = "wacht", page: int = 1) -> Any:
    inputs = [("stories-state", "value", which), ("stories-page", "value", page)]
    return who.call(who.doors.output_of("stories-list.children"), inputs, (), ["stories-page.value"])


def release(who: Visitor, number: int, values: tuple[object, ...], keys: tuple[str, ...], seen: int = 1) -> Any:
    ids = [{"type": "field", "form": "story", "key": key} for key in keys]
    fields = many(*((one, "value", value) for one, value in zip(ids, values, strict=True)))
    output = who.doors.output_of('"form":"story"', "error")
    states = [(..., "", fields), ("story-number", "data", number), ("story-seen", "data", seen)]
    return who.call(output, [("story-release", "n_clicks", 1)], states)


def state_of(database: Database, number: int) -> StoryState:
    with database.reading() as session:
        return session.get_one(Story, number).state
