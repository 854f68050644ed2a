"""The texts that a new support point starts with: shown at once, as drafts that staff still have to look at."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from i18n import LANGUAGES
from store.door_states import ArticleKind, Audience
from store.models import Article, ArticleVersion, Topic

HERE = Path(__file__).parent
WRITTEN = datetime(2026, 10, 1, tzinfo=UTC)
BY = "product"
Words = tuple[str, str, str]


def load(session: Session) -> None:
    """Add each page whose address is not in use; whatever staff did with one stays as it is. Twice is harmless."""
    there = set(session.scalars(select(Article.slug)))
    topics = {row.code: row for row in session.scalars(select(Topic))}
    for position, (facts, words) in enumerate(standard()):
        if facts["slug"] in there:
            continue
        row = Article(
            slug=facts["slug"],
            kind=ArticleKind(facts["kind"]),
            audience=Audience(facts["audience"]),
            position=position,
            topics=[topics[code] for code in facts["topics"] if code in topics],
        )
        session.add(row)
        session.flush()
        session.add_all(_version(row.id, language, *text) for language, text in words.items())


def standard() -> Iterator[tuple[dict[str, Any], dict[str, Words]]]:
    """Every page: its facts, and by language its title, its summary and its text."""
    for facts in _read("articles.toml")["article"]:
        yield facts, {language: _file(facts["slug"], language) for language in LANGUAGES}
    for facts in _read("answers.toml")["answer"]:
        about = {"kind": ArticleKind.ANSWER, "audience": facts.get("audience", Audience.PARENTS), **facts}
        yield about, {one: (facts[f"title_{one}"], "", facts[f"body_{one}"]) for one in LANGUAGES}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _file(slug: str, language: str) -> Words:
    """The first line is the title, the lines up to the first empty one are the summary."""
    text = (HERE / "articles" / f"{slug}.{language}.md").read_text(encoding="utf-8")
    title, _line, rest = text.partition("\n")
    summary, _empty, body = rest.partition("\n\n")
    return title.removeprefix("# ").strip(), " ".join(summary.split()), body.strip()


def _version(article_id: int, language: str, title: str, summary: str, body: str) -> ArticleVersion:
    texts = {"title": title, "summary": summary, "body": body}
    made = {"made_by": BY, "made_at": WRITTEN, "published_at": WRITTEN, "is_draft_content": True}
    return ArticleVersion(article_id=article_id, language=language, number=1, **texts, **made)
