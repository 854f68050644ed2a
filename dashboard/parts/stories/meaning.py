"""What the teller says the story means, as rows of words, for whoever moderates it."""

from dashboard.parts.facts import Fact
from dashboard.parts.stories.looks import may, who
from domain import forms
from domain.stories.chosen import SPLITS
from domain.stories.publishing import how_much
from i18n import _, day
from store.queries import choices
from store.queries.stories.story_queue import StoryText
from store.sessions import Session

Rows = list[Fact]


def meaning(session: Session, one: StoryText) -> Rows:
    """Who told it, how far it may go, and what was chosen with it; nothing where nothing was chosen."""
    rows: Rows = [
        (_("Verteld"), day(one.told_on, year=True)),
        (_("Door"), who(one.audience)),
        (_("Mag"), may(one.consent)),
    ]
    lists = (
        (_("Gevoel"), "story_feeling", (one.feeling,)),
        (_("Wie luisterde"), "story_listened", one.listened),
        (_("Wat hielp"), "story_helped", one.helped),
        (_("Wat ontbrak"), "story_missing", one.missing),
        (_("Soort onderwijs"), "sector", (one.sector,)),
        (_("Rol"), f"story_role_{one.audience}", (one.role,)),
    )
    for heading, terms, chosen in lists:
        names = forms.labels(forms.terms(session, terms))
        said = ", ".join(names.get(key, key) for key in chosen if key)
        rows += [(heading, said)] if said else []
    return rows + _numbers(one) + _topics(session, one)


def _numbers(one: StoryText) -> Rows:
    rows: Rows = []
    if one.say is not None:
        rows.append((_("Hoeveel te zeggen"), str(SPLITS["say"][how_much(one.say)])))
    if one.triangle:
        school, home, help_ = one.triangle
        said = _("school {school}, thuis {home}, hulp {help}", school=school, home=home, help=help_)
        rows.append((_("Waar het lag"), said))
    return rows


def _topics(session: Session, one: StoryText) -> Rows:
    names = choices.topic_names(session)
    said = ", ".join(names.get(code, code) for code in one.topics)
    return [(_("Onderwerpen"), said)] if said else []
