"""Finding that forgives: base forms of words, typing mistakes, words written apart; ranked, and it says why.

Each word that was asked is matched with the words of the texts, the best way that fits:
1. the word itself or its base form ("gepest" finds "pesten"), 2. words that begin with it or hold it, 3. words that
are one to three letters away, the longer the word the more. A document's score is the sum over the asked words of how
well it fits, times where it stands, times how rare it is. Pure: nothing of what is asked is kept.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import simplemma
from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST, MOST_WORDS = 120, 12
EXACT, BEGINS, HOLDS, NEAR = 1.0, 0.7, 0.5, 0.8
A_LETTER = 0.12  # what each wrong letter costs
SAYING = 20.0  # what a whole saying adds: more than its words one by one
FAR_BELOW = 0.3  # of the best score: less is noise
_WORD = re.compile(r"\w+")
DUTCH = (
    "de het een en of van voor in op aan te is zijn mijn ons onze uw je jouw ik wij we u hij zij ze dat die dit deze er"
    " om met als bij niet wat hoe wie waar kan kunnen mag moet wil word wordt naar nu ook maar dan door"
    " zo onder over uit tot"
)
ENGLISH = (
    "the a an and or of for in on at to is are be my our your i we you he she it they that this these there with as by"
    " not what how who where can may must will do does so"
)
STOP = {"nl": frozenset(DUTCH.split()), "en": frozenset(ENGLISH.split())}


class Where(StrEnum):
    """Where a word stands, what counts most first."""

    TITLE = "title"
    TOPIC = "topic"
    SUMMARY = "summary"
    TEXT = "text"


WEIGHTS: Mapping[Where, float] = {Where.TITLE: 5.0, Where.TOPIC: 4.0, Where.SUMMARY: 2.5, Where.TEXT: 1.0}


@dataclass(frozen=True)
class Document:
    """Something that can be found; `kind` is for who shows it."""

    address: str
    title: str
    kind: str
    says: Mapping[Where, str]
    summary: str = ""
    spoken: str = "nl"
    is_for_parents: bool = False


@dataclass(frozen=True)
class Because:
    """Why something was found: which word of it, and where that stands."""

    word: str
    where: Where


@dataclass(frozen=True)
class Hit:
    document: Document
    score: float
    because: tuple[Because, ...]


@dataclass(frozen=True)
class _Match:
    term: str
    fits: float


class Index:
    """Documents in one language, ready to be searched."""

    def __init__(self, documents: Iterable[Document], language: str) -> None:
        self.documents, self.language = tuple(documents), language
        self._stop = STOP.get(language, frozenset())
        self._standing: dict[str, dict[int, tuple[Where, str]]] = {}
        for number, one in enumerate(self.documents):
            for where in Where:  # the best place of a word comes first and stays
                for word in words_of(one.says.get(where, "")):
                    for term in {word, self._base(word)} - self._stop:
                        self._standing.setdefault(term, {}).setdefault(number, (where, word))
        self._terms = sorted(self._standing)
        self._phrases = self._sayings()

    def knows(self, word: str) -> bool:
        return word in self._standing or self._base(word) in self._standing

    def find(self, asked: str, most: int = 10) -> tuple[Hit, ...]:
        """What fits best first; equal scores in the order of the documents."""
        scores: dict[int, float] = {}
        because: dict[int, list[Because]] = {}
        for matches in self._asked(asked):
            best: dict[int, tuple[float, Because]] = {}
            common = min((self._rare(match.term) for match in matches if match.fits == EXACT), default=math.inf)
            for match in matches:
                for number, score, why in self._scored(match, common):
                    if score > best.get(number, (0.0, why))[0]:
                        best[number] = (score, why)
            for number, (score, why) in best.items():
                scores[number] = scores.get(number, 0.0) + score
                because.setdefault(number, []).append(why)
        for number, saying in self._said(asked):
            scores[number] = scores.get(number, 0.0) + SAYING
            because.setdefault(number, []).insert(0, Because(saying, Where.TOPIC))
        ranked = sorted(scores, key=lambda number: (-scores[number], number))
        enough = FAR_BELOW * max(scores.values(), default=0.0)
        kept = [number for number in ranked if scores[number] >= enough][:most]
        return tuple(Hit(self.documents[n], scores[n], tuple(dict.fromkeys(because[n]))) for n in kept)

    def _scored(self, match: _Match, most: float) -> Iterator[tuple[int, float, Because]]:
        """What a term adds to each document; a rare word that only holds a common one is no better than that."""
        rare = min(self._rare(match.term), most)
        for number, (where, word) in self._standing[match.term].items():
            yield number, match.fits * WEIGHTS[where] * rare, Because(word, where)

    def _sayings(self) -> Mapping[str, Sequence[int]]:
        """By saying of several words ("wil niet naar school") the documents about what it is said of."""
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self.documents):
            for part in one.says.get(Where.TOPIC, "").split(","):
                if " " in (saying := " ".join(words_of(part))):
                    found.setdefault(saying, []).append(number)
        return found

    def _said(self, asked: str) -> Iterator[tuple[int, str]]:
        """Each document whose saying stands in what was asked, once, with the longest of them."""
        whole, done = f" {' '.join(words_of(asked))} ", set[int]()
        for saying in sorted(self._phrases, key=len, reverse=True):
            for number in self._phrases[saying] if f" {saying} " in whole else ():
                if number not in done:
                    done.add(number)
                    yield number, saying

    def _rare(self, term: str) -> float:
        return math.log(1 + len(self.documents) / len(self._standing[term]))

    def _asked(self, asked: str) -> Iterator[list[_Match]]:
        """By asked word the terms that it may mean; two words that are one word together count as that."""
        words = words_of(asked[:LONGEST])[:MOST_WORDS]
        at = 0
        while at < len(words):
            joined = "".join(words[at : at + 2])
            if at + 1 < len(words) and len(joined) > 6 and self._near(joined, 1) and not self.knows(words[at + 1]):
                yield self._near(joined, 1)
                at += 2
                continue
            if words[at] not in self._stop:
                yield self._matches(words[at])
            at += 1

    def _matches(self, word: str) -> list[_Match]:
        exact = [_Match(term, EXACT) for term in dict.fromkeys((word, self._base(word))) if term in self._standing]
        wider = [_Match(term, fits) for term in self._terms if (fits := _within(word, term))]
        return [*exact, *wider] if exact else [*self._near(word, mistakes(word)), *wider]

    def _near(self, word: str, most: int) -> list[_Match]:
        found = process.extract(word, self._terms, scorer=OSA.distance, score_cutoff=most, limit=5)
        return [_Match(term, NEAR - A_LETTER * distance) for term, distance, _at in found]

    def _base(self, word: str) -> str:
        return folded(simplemma.lemmatize(word, self.language))


def mistakes(word: str) -> int:
    """How many letters of a word may be wrong: none in a very short one."""
    return next(most for least, most in ((14, 3), (8, 2), (4, 1), (0, 0)) if len(word) >= least)


def words_of(text: str) -> Sequence[str]:
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """In small letters and without accents: how people type when they search."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _within(word: str, term: str) -> float:
    if len(word) < 4 or word == term:
        return 0.0
    return BEGINS if term.startswith(word) else HOLDS if len(word) > 4 and word in term else 0.0
