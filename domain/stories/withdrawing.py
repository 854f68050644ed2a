"""Taking a story back with its code: everything of it goes at once, and nothing is written down about it."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain import codes
from domain.refused import Refused
from store.models import Story, StoryFinding, StoryQuote, StoryTheme, StoryTopic
from store.queries.stories import stories
from store.queries.stories.stories import Standing

OF_A_STORY = (StoryFinding, StoryQuote, StoryTheme, StoryTopic)


def standing(session: Session, code: str) -> Standing:
    """How the story of this code stands; raises `Refused` for a typing mistake and for a code without a story."""
    if not codes.looks_right(code):
        raise Refused("story.code_mistyped", field="code")
    found = stories.standing(session, codes.index(session, code))
    if found is None:
        raise Refused("story.code_unknown", field="code")
    return found


def withdraw(session: Session, code: str) -> bool:
    """Delete a story with its quotes, themes, topics and findings; gives whether it was there. Twice is harmless.

    The journal says nothing: a line would tell when somebody came back.
    """
    number = session.scalars(select(Story.id).where(Story.code_index == codes.index(session, code))).one_or_none()
    if number is None:
        return False
    for table in OF_A_STORY:
        session.execute(delete(table).where(table.story_id == number))
    session.execute(delete(Story).where(Story.id == number))
    return True
