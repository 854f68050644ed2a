"""Information in plain words: what there is by subject, one page, and questions with their answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, abort, render_template
from markupsafe import Markup

from domain.information.words import Word, words
from public.wording import hours, seats
from store.door_states import ArticleKind, Audience
from store.queries import articles, choices
from store.queries.articles import Shown
from store.queries.gatherings import events
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from store.states import EventState
from web.explained import explaining
from web.markdown import Rendered, render
from web.services import Services

LONG = 4
CAFES = 2


@dataclass(frozen=True)
class Group:
    """Pages about one group of topics."""

    name: str
    pages: tuple[Shown, ...]


def routes(site: Blueprint, services: Services) -> None:
    @site.get("/informatie")
    def information() -> str:
        with services.database.reading() as session:
            pages = articles.titles(session, Audience.PARENTS)
            groups = by_group(session, of_kind(pages, ArticleKind.TOPIC))
        answers = of_kind(pages, ArticleKind.ANSWER)
        rights = of_kind(pages, ArticleKind.RIGHTS)
        return render_template("information.html", groups=groups, answers=answers, rights=rights)

    @site.get("/informatie/<slug>")
    def article(slug: str) -> str:
        with services.database.reading() as session:
            page = articles.at(session, slug) or abort(404)
            drawn = drawn_text(page, words(session))
            cafes = _cafes(session, page.about.topics, services.now())
        contents = drawn.headings if len(drawn.headings) >= LONG else ()
        young = page.about.audience is Audience.YOUNG
        shown = {"page": page, "drawn": drawn, "contents": contents, "young": young, "events": cafes}
        return render_template("article.html", **shown, seats=seats, hours=hours, now=services.now())

    @site.get("/vraag-en-antwoord")
    def answers() -> str:
        with services.database.reading() as session:
            pages = [one for one in articles.shown(session) if one.about.audience is Audience.PARENTS]
            found = of_kind(pages, ArticleKind.ANSWER)
            groups, known = by_group(session, found), words(session)
        drawn: Mapping[str, Markup] = {one.about.slug: drawn_text(one, known).html for one in found}
        drafts = any(one.about.is_draft_content for one in found)
        return render_template("answers.html", groups=groups, drawn=drawn, drafts=drafts)


def of_kind(pages: Iterable[Shown], kind: ArticleKind) -> tuple[Shown, ...]:
    return tuple(one for one in pages if one.about.kind is kind)


def by_group(session: Session, pages: Sequence[Shown]) -> tuple[Group, ...]:
    """The pages under the group of their first topic, in the order of the groups; without a topic last."""
    group_of = {one.code: one.group_code for one in choices.topics(session, ended=True)}
    under: dict[str, list[Shown]] = {}
    for one in pages:
        under.setdefault(next((group_of[code] for code in one.about.topics if code in group_of), ""), []).append(one)
    names = {**choices.topic_groups(session), "": ""}
    return tuple(Group(name, tuple(under[code])) for code, name in names.items() if code in under)


def drawn_text(page: Shown, known: Iterable[Word]) -> Rendered:
    """The text of a page as HTML, its difficult words explained where they are read in the reader's language."""
    return render(page.text.body, explaining(known))


def _cafes(session: Session, topics: Sequence[str], now: datetime) -> tuple[EventFacts, ...]:
    """The next gatherings about one of these topics."""
    coming = [one for one in events.agenda(session, now=now) if one.state is EventState.OPEN and one.starts_at > now]
    about = [one for one in coming if {topic.code for topic in one.topics} & set(topics)]
    return tuple(about[:CAFES])
