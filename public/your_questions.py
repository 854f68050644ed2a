"""What we heard, what we did and what came of it: quotes that may be read, and what staff chose to tell."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from flask import Blueprint, render_template

from domain.stories import common_thread, consent_texts, themes
from store.queries import choices
from store.queries.improving import told
from store.queries.improving.told import Told
from store.queries.stories import published_stories
from store.queries.stories.published_stories import ToldQuote
from store.sessions import Session
from web.services import Services


@dataclass(frozen=True)
class Heard:
    """A theme with its public quotes, and the places on the page of what was done about its topics."""

    name: str
    quotes: tuple[ToldQuote, ...]
    done: tuple[tuple[int, Told], ...]


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/uw-vragen")
    def your_questions() -> str:
        with services.database.reading() as session:
            found = told.told(session)
            heard = _heard(session, found)
            _none, stories = published_stories.public_stories(session, consent_texts.WHOLE, 0, 1)
        return render_template("your_questions.html", told=found, heard=heard, stories=stories)


def _heard(session: Session, done: Sequence[Told]) -> tuple[Heard, ...]:
    quotes = _once(common_thread.quotes_by_theme(session, public=True))
    group_of = {one.code: one.group_code for one in choices.topics(session, ended=True)}
    return tuple(
        Heard(theme.name, quotes[theme.key], tuple(_about({*theme.topics, *_groups(theme.topics, group_of)}, done)))
        for theme in themes.themes(session, all_of_them=True)
        if theme.key in quotes
    )


def _once(quotes: Mapping[str, tuple[ToldQuote, ...]]) -> dict[str, tuple[ToldQuote, ...]]:
    """A quote about two themes stands with the one that has fewer, and with the other where nothing else does."""
    shown: set[str] = set()
    found: dict[str, tuple[ToldQuote, ...]] = {}
    for theme, some in sorted(quotes.items(), key=lambda one: len(one[1])):
        found[theme] = tuple(one for one in some if one.words not in shown) or some
        shown.update(one.words for one in found[theme])
    return found


def _groups(topics: Sequence[str], group_of: Mapping[str, str]) -> set[str]:
    return {group_of[code] for code in topics if code in group_of}


def _about(wanted: Set[str], done: Sequence[Told]) -> list[tuple[int, Told]]:
    """What was told about one of these topics or groups."""
    return [(place, one) for place, one in enumerate(done, 1) if wanted & set(one.topics)]
