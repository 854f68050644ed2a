"""Everything that can be found: pages, questions with answers, words and addresses, by the words that people use."""

import re
from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from domain import catalogue
from domain.information.search import Document, Where
from domain.information.words import addresses, words
from domain.journal import KINDS
from i18n import language, written_language
from store.door_states import ArticleKind, Audience
from store.queries import articles, choices
from store.queries.articles import Shown

OTHER_WORDS = "synonym"
WORD, ADDRESS = "word", "address"
CHANGES = tuple(kind for kind in KINDS if kind.startswith(("article.", "catalogue.", "topic.", "region.", "setting.")))
_MARKS = re.compile(r"[#*_`>\[\]]|\(\S*\)")


def documents(session: Session) -> tuple[Document, ...]:
    """In the reader's language, what counts most first."""
    about = _topic_words(session)
    pages = (_page(one, about) for one in articles.shown(session))
    return (*pages, *_words(session), *_addresses(session))


def last_change(session: Session) -> int:
    """A number that is another one after anything changed that people can search in."""
    return articles.last_change(session, CHANGES)


def _topic_words(session: Session) -> Mapping[str, str]:
    """By topic its name and the other words for it, of staff and those that came with the product."""
    said = {one.code: [one.name, *one.synonyms] for one in choices.topics(session)}
    for one in catalogue.entries(session, OTHER_WORDS):
        for code in one.data["topics"]:
            said.get(code, []).extend(one.data["words"])
    return {code: ", ".join(found) for code, found in said.items()}


def _page(one: Shown, about: Mapping[str, str]) -> Document:
    text, slug = one.text, one.about.slug
    for_parents = one.about.audience is Audience.PARENTS
    among_answers = one.about.kind is ArticleKind.ANSWER and for_parents
    says = {
        Where.TITLE: text.title,
        Where.TOPIC: ", ".join(about.get(code, "") for code in one.about.topics),
        Where.SUMMARY: text.summary,
        Where.TEXT: plain(text.body),
    }
    address = f"/vraag-en-antwoord#{slug}" if among_answers else f"/informatie/{slug}"
    return Document(address, text.title, str(one.about.kind), says, text.summary, text.spoken, for_parents)


def _words(session: Session) -> Iterator[Document]:
    for one in words(session):
        says = {Where.TITLE: ", ".join((one.word, *one.also)), Where.SUMMARY: one.meaning}
        yield Document(f"/woordenlijst#{one.key}", one.word, WORD, says, one.meaning, written_language())


def _addresses(session: Session) -> Iterator[Document]:
    for one in addresses(session):
        says = {Where.TITLE: one.name, Where.SUMMARY: one.about}
        yield Document(f"/adressen#{one.key}", one.name, ADDRESS, says, one.about, language())


def plain(markdown: str) -> str:
    """A text without its marks, to be searched in."""
    return _MARKS.sub(" ", markdown)
