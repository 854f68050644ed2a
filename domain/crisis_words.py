"""Recognising phrases of danger in what somebody typed, however they typed it. Plain words in, yes or no out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

WIDEST_GAP = 3
GAP = ".."
ANY_ENDING = "*"
SWAPPED_FROM, MISTYPED_FROM = 5, 7  # letters from where two swapped ones, or one wrong letter, are forgiven
BREAK = "|"  # stands where a phrase was left out: nothing reaches over it
DOUBLED, NOT_A_WORD = re.compile(r"(.)\1+"), re.compile(r"[^\w|]+")
SENTENCE_END = re.compile(r"[.!?;\n]+")
APOSTROPHES = str.maketrans("", "", "'’‘`´\u00ad\u200b")


@dataclass(frozen=True)
class Phrase:
    """What is looked for, word by word: each a choice of words, or None for a gap."""

    parts: tuple[tuple[str, ...] | None, ...]


@dataclass(frozen=True)
class Words:
    """Phrases that mean danger, and those that only look like it."""

    say: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]

    def found_in(self, text: str) -> bool:
        """Whether one of the phrases is in the text, after those that mean something else were left out of it."""
        return any(_any_in(self.say, _without(self.unless, one)) for one in _sentences(text))


def words(say: Iterable[str], unless: Iterable[str]) -> Words:
    """Ready to look with, from phrases as staff write them: `a/b` either word, `self*` any ending, `..` a small gap."""
    found, other = map(_phrase, say), map(_phrase, unless)
    return Words(tuple(one for one in found if any(one.parts)), tuple(one for one in other if any(one.parts)))


@lru_cache(maxsize=2000)
def _phrase(written: str) -> Phrase:
    return Phrase(
        tuple(
            None if part == GAP else tuple(choice for one in part.split("/") if (choice := _choice(one)))
            for part in written.split()
        )
    )


def _choice(written: str) -> str:
    if written.endswith(ANY_ENDING):
        return _letters(written[:-1]) + ANY_ENDING
    return _plain(written)


def _letters(word: str) -> str:
    """Without accents, capitals, signs and doubled letters: `Suïcide`, `suicide` and `suiciiide` are one word."""
    bare = unicodedata.normalize("NFKD", word.casefold().translate(APOSTROPHES))
    return DOUBLED.sub(r"\1", "".join(sign for sign in bare if not unicodedata.combining(sign)))


def _plain(word: str) -> str:
    """A whole word as it sounds: `wilt` and `wild`, `snijdt`, `snijt` and `snijd` end alike."""
    letters = _letters(word)
    return re.sub(r"(dt|t|d)$", "d", letters) if len(letters) > len("is") else letters


def _sentences(text: str) -> Iterator[list[str]]:
    for sentence in SENTENCE_END.split(text.translate(APOSTROPHES)):
        if found := [one for one in NOT_A_WORD.split(sentence.replace(BREAK, " ")) if one]:
            yield [_letters(one) for one in found]


def _without(phrases: Sequence[Phrase], sentence: list[str]) -> list[str]:
    left = list(sentence)
    for phrase in phrases:
        for start in range(len(left)):
            if end := _match(phrase.parts, left, start):
                left[start:end] = [BREAK] * (end - start)
    return left


def _any_in(phrases: Sequence[Phrase], sentence: list[str]) -> bool:
    return any(_match(phrase.parts, sentence, start) for phrase in phrases for start in range(len(sentence)))


def _match(parts: Sequence[tuple[str, ...] | None], sentence: list[str], start: int) -> int:
    """Where the phrase that begins at `start` ends, or 0."""
    if not parts:
        return start
    if parts[0] is None:
        return next(filter(None, (_match(parts[1:], sentence, at) for at in _after_gap(sentence, start))), 0)
    if start < len(sentence) and any(one[0] == sentence[start][0] and _alike(one, sentence[start]) for one in parts[0]):
        return _match(parts[1:], sentence, start + 1)
    return 0


def _after_gap(sentence: list[str], start: int) -> Iterator[int]:
    for at in range(start, min(start + WIDEST_GAP, len(sentence)) + 1):
        yield at
        if at < len(sentence) and sentence[at] == BREAK:
            return


@lru_cache(maxsize=20_000)
def _alike(wanted: str, typed: str) -> bool:
    """The same word but for a typing mistake; the first letter was compared before."""
    if wanted.endswith(ANY_ENDING):
        stem = wanted[:-1]
        return typed.startswith(stem) or any(
            _nearly(stem, typed[:length]) for length in range(len(stem) - 1, len(stem) + 2)
        )
    return _nearly(wanted, _plain(typed))


def _nearly(wanted: str, typed: str) -> bool:
    if wanted == typed:
        return True
    if len(wanted) < SWAPPED_FROM:
        return False
    if len(wanted) < MISTYPED_FROM:
        return len(wanted) == len(typed) and sorted(wanted) == sorted(typed) and OSA.distance(wanted, typed) == 1
    return OSA.distance(wanted, typed, score_cutoff=1) <= 1
