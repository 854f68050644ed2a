"""What a moderator does with a story, and why not."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.refused import Refused
from domain.stories import moderating, quoting
from tests.stories import decision

Act = Callable[[Session, int, Actor, datetime], None]
ACTS: dict[str, Act] = {
    "release": lambda session, number, by, now: moderating.release(session, number, decision(), seen=1, by=by, now=now),
    "keep back": lambda session, number, by, now: moderating.keep_back(
        session, number, "no_story", seen=1, by=by, now=now
    ),
    "take back": lambda session, number, by, now: moderating.take_back(session, number, by=by, now=now),
    "pick": lambda session, number, by, now: quoting.pick(session, number, [0], public=False, by=by, now=now),
    "drop": lambda session, number, by, _now: quoting.drop(session, number, 1, by=by),
}


def refusal(act: Callable[[], None]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.key, refused.value.field
