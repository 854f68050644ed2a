"""What tellers could choose, in words, and how many chose it as far as that is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import forms
from i18n import _, lazy
from store.door_states import Audience
from store.queries.stories.published_stories import TOGETHER, StoryNumber
from trends.disclosure import Protected, Sum, total

SPLITS: Mapping[str, Mapping[str, lazy]] = {
    "audience": {"parents": lazy("Ouders en verzorgers"), "young": lazy("Jongeren")},
    "say": {"little": lazy("Niets of weinig"), "some": lazy("Deels"), "much": lazy("Veel of alles")},
    "triangle": {
        "school": lazy("School"),
        "home": lazy("Thuis"),
        "help": lazy("Hulp"),
        "spread": lazy("Verdeeld"),
    },
}
TERMS: Mapping[str, tuple[str, ...]] = {
    "feeling": ("story_feeling",),
    "listened": ("story_listened",),
    "helped": ("story_helped",),
    "missing": ("story_missing",),
    "sector": ("sector",),
    "role": tuple(f"story_role_{one}" for one in Audience),
}
Named = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Part:
    """How many stories chose this; `key` is empty for those in which nothing was chosen."""

    key: str
    name: str
    stories: Sum


def names(session: Session) -> Named:
    """By question, what each choice is called, in the order of its list."""
    found = {question: {key: str(label) for key, label in labels.items()} for question, labels in SPLITS.items()}
    for question, lists in TERMS.items():
        found[question] = dict(forms.labels([one for name in lists for one in forms.terms(session, name)]))
    return found


def parts(named: Named, numbers: Sequence[StoryNumber]) -> dict[str, tuple[Part, ...]]:
    """By question, each choice in the order of its list, nothing chosen last."""
    found: dict[str, tuple[Part, ...]] = {}
    for question, labels in named.items():
        values = {one.value: shown(one) for one in numbers if one.dimension == question and not one.theme}
        ordered = [*(key for key in labels if key in values), *([""] if "" in values else [])]
        if ordered:
            found[question] = tuple(Part(key, labels.get(key) or _("Niets gekozen"), values[key]) for key in ordered)
    return found


def typical(theme: str, named: Named, numbers: Sequence[StoryNumber]) -> tuple[tuple[str, str], ...]:
    """What the tellers of a theme surely chose more often than others: the question, and the choice in words."""
    of_theme = [one for one in numbers if one.theme == theme and one.dimension not in ("", TOGETHER)]
    found = {(one.dimension, one.value) for one in of_theme}
    return tuple(
        (question, label) for question, labels in named.items() for key, label in labels.items()
        if (question, key) in found
    )  # fmt: skip


def shown(one: StoryNumber) -> Sum:
    return total([Protected(one.stories, one.threshold)])
