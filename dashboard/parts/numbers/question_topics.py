"""Which topics the register form offers: those of the day, and as buttons those that are chosen often."""

from datetime import date
from typing import Any

from dash import Input, Output

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import choices_data, field_id
from dashboard.parts.numbers.question_form import FORM, WORDS, topic_words
from domain import forms
from domain.forms import TOPICS, Option
from domain.local_time import wall
from store.queries import choices
from store.queries.choices import TopicChoice
from store.sessions import Session
from trends.periods import month_of
from web.services import Services

MOST_USED = 6
A_YEAR = 12


def often_chosen(session: Session, today: date) -> tuple[TopicChoice, ...]:
    """The favourites, and the topics that this support point registered most in the last year."""
    used = choices.most_used(session, month_of(today) - A_YEAR, most=MOST_USED)
    every = [one for one in choices.topics(session, ended=True) if one.fits(today)]
    return tuple(one for one in every if one.favourite or one.code in used)


def every_topic(session: Session) -> tuple[Option, ...]:
    """All there ever were: which of them fit the day is decided when a question is written down."""
    return tuple(Option(one.code, one.name, one.group, one.synonyms) for one in choices.topics(session, ended=True))


def register_topics_of_the_day(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(field_id(FORM, TOPICS), "data"),
        Output(WORDS, "data-words"),
        Input(field_id(FORM, "asked_on"), "value"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def offer(asked_on: object) -> tuple[Any, str]:
        try:
            day = date.fromisoformat(str(asked_on))
        except ValueError:
            day = wall(services.now())[0]
        with services.database.reading() as session:
            offered = forms.topics(session, on=day)
        return choices_data(offered), topic_words(offered)
