"""A page of information with a text, and what is read of it."""

from datetime import datetime

from domain.information import articles
from domain.information.articles import ArticlePlan, Words
from store.sessions import Session
from tests import make

FIRST = Words("Eten op school", "Kort", "Dit mag u.")
SECOND = Words("Eten op school", "Kort", "Dit mag u altijd.")
BY = make.COORDINATOR


def page(session: Session, now: datetime) -> int:
    made = articles.add(session, ArticlePlan("eten", topics=("B1",)), by=BY, now=now)
    articles.write(session, made, "nl", FIRST, by=BY, now=now)
    return made
