"""The questions after the story, as fields: their choices are terms that staff may change."""

from dataclasses import dataclass

from domain import forms
from domain.forms import Field, FieldKind
from domain.stories.telling import MOST_TOPICS
from i18n import _
from public.telling.voices import Voice
from store.database import Database

SAY = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Questions:
    """What the page about the meaning asks, and the one about where it happened."""

    meaning: tuple[Field, ...]
    where: tuple[Field, ...]


def load(database: Database, voice: Voice) -> Questions:
    with database.reading() as session:

        def choice(key: str, label: object, terms: str, kind: FieldKind = FieldKind.CHOICES) -> Field:
            return Field(key, kind, str(label), options=forms.options(session, terms), required=True)

        topics = Field(
            "onderwerp", FieldKind.CHOICES, str(voice.topics), options=forms.topics(session), required=True,
            help=_("Kies er hoogstens {n}.", n=MOST_TOPICS),
        )  # fmt: skip
        return Questions(
            meaning=(
                choice("gevoel", voice.feeling, "story_feeling", FieldKind.CHOICE),
                choice("luisterde", voice.listened, "story_listened"),
                choice("hielp", voice.helped, "story_helped"),
                choice("miste", voice.missing, "story_missing"),
            ),
            where=(
                topics,
                choice("soort", voice.sector, "sector", FieldKind.CHOICE),
                choice("rol", voice.role, f"story_role_{voice.audience}", FieldKind.CHOICE),
            ),
        )


def say_words() -> tuple[tuple[int, str], ...]:
    """How much say, in words from nothing to everything."""
    return tuple(zip(SAY, (_("Niets"), _("Weinig"), _("Deels"), _("Veel"), _("Alles")), strict=True))


def places() -> tuple[tuple[str, str], ...]:
    """The places in the triangle, row by row from its top."""
    return (
        ("school", _("School")),
        ("school-thuis", _("School en thuis")),
        ("school-hulp", _("School en hulp")),
        ("midden", _("Alle drie evenveel")),
        ("thuis", _("Thuis")),
        ("thuis-hulp", _("Thuis en hulp")),
        ("hulp", _("Hulp")),
    )
