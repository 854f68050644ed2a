"""How easily a text is read: the length of its sentences, and the abbreviations in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[\w{}@]+(?:[-'’.][\w{}@]+)*")
END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{2,}(?![\w])")
IN_PLACE = re.compile(r"([A-Z]{2,}) \([^)]{8,}\)")
TAGS = re.compile(r"<[^>]+>|\]\([^)]*\)|^#+ .*$|^- |[\[*`]", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """`mean` is the mean length in words of the whole sentences, `longest` the longest of them."""

    mean: float
    longest: str

    @property
    def most(self) -> int:
        return len(words(self.longest))


def words(sentence: str) -> Sequence[str]:
    return WORD.findall(sentence)


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text that end as one; headings and labels are none."""
    parts = (part.strip() for part in END.split(TAGS.sub(" ", text)))
    return [part for part in parts if part.rstrip('"”’)')[-1:] in (".", "!", "?", ":")]


def read(texts: Iterable[str]) -> Reading:
    found = [one for text in texts for one in sentences(text)]
    lengths = [len(words(one)) for one in found]
    return Reading(
        sum(lengths) / len(lengths) if lengths else 0.0, max(found, key=lambda one: len(words(one)), default="")
    )


def abbreviations(text: str) -> set[str]:
    """Those that are used without being explained in brackets right behind them."""
    return set(ABBREVIATION.findall(text)) - set(IN_PLACE.findall(text))
