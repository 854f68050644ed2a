"""Words of a text: where each stands, whether a sentence begins with it, and whether it is an ordinary word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

WORD = re.compile(r"'[tsn](?=\s)|[^\W\d_]+(?:['’\-&][^\W\d_]+)*", re.UNICODE)
ENDS = re.compile(r"(?:^|[.!?:…\n\"“”„‘(\[•*]|\s[-–])[\s\"'“”„‘(\[•*–-]*$")
AROUND = "\"'“”„‘([•*–-"
LANGUAGES = ("nl", "en")
ENGLISH = re.compile(r"\b(?:the|and|was|my|with|she|they|he)\b", re.IGNORECASE)
SHORTEST_PART = 3
KNOWN_SHARE = 0.6


@dataclass(frozen=True)
class Word:
    starts: int
    ends: int
    text: str
    opens: bool
    """Whether a sentence begins with it, so that its capital says nothing."""

    @property
    def folded(self) -> str:
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def bare(self) -> str:
        """Without the 's of whose it is."""
        return re.sub(r"['’]s?$", "", self.text)


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(one.start(), one.end(), one[0], _opens(text, one.start())) for one in WORD.finditer(text))


def _opens(text: str, starts: int) -> bool:
    """Whether a sentence begins here, by the signs just before it: not by all of the text before it."""
    at = starts
    while at and (text[at - 1].isspace() or text[at - 1] in AROUND):
        at -= 1
    return ENDS.search(text, max(at - 1, 0), starts) is not None


def adjoining(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a blank stands between two words."""
    return text[one.ends : other.starts] in (" ", "\u00a0")


@lru_cache(maxsize=20_000)
def ordinary(word: str, english: bool = False) -> bool:
    """Whether a dictionary has the word, whole or in two parts as Dutch writes them together."""
    plain = word.casefold()
    if _known(plain, english):
        return True
    return any(_is_two(plain, at, english) for at in range(SHORTEST_PART, len(plain) - SHORTEST_PART + 1))


def _is_two(word: str, at: int, english: bool) -> bool:
    first, second = word[:at], word[at:]
    glued = first.removesuffix("s") if len(first) > SHORTEST_PART else first
    return (
        len(second) > SHORTEST_PART and _known(second, english) and (_known(first, english) or _known(glued, english))
    )


def _known(word: str, english: bool) -> bool:
    return simplemma.is_known(word, lang=LANGUAGES if english else LANGUAGES[:1])


def in_dictionary(word: str) -> bool:
    """Whether a Dutch dictionary has the word as it stands; most place names it has not."""
    return _known(word.casefold(), english=False)


def is_english(text: str) -> bool:
    return len(ENGLISH.findall(text)) * 12 > len(text.split())


def is_read_well(found: Sequence[Word], english: bool) -> bool:
    """Whether the dictionaries know the language of the text, so that a word which they miss means something."""
    small = [one.folded for one in found if not one.capital]
    return not small or sum(ordinary(one, english) for one in small) >= KNOWN_SHARE * len(small)
