"""Words that are typical of some texts beside others: log-odds with a Dirichlet prior.

Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008), equations 16, 20 and 22. A word counts once
a story, so that one long story does not speak for all; words of fewer than five stories are never shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from trends.stop_words import STOP_WORDS
from trends.themes import WORD, base

STORIES_OF_A_WORD = 5
STORIES_OF_A_THEME = 10
PRIOR = 50.0
"""How many words the prior weighs: as much as one or two stories."""
SURELY = 1.96
MOST = 8
SHORTEST = 3
Text = Mapping[str, str]
"""The words of one story: by base form how it was written."""


@dataclass(frozen=True)
class Typical:
    """`z` is the log-odds in standard deviations; `stories` is how many of the texts have the word."""

    word: str
    z: float
    stories: int


def words(text: str) -> Text:
    """The words of a story that say something, by base form as they were first written, in small letters.

    What was replaced by [NAAM] is left out.
    """
    bare = "".join(part.partition("]")[2] if at else part for at, part in enumerate(text.split("[")))
    found: dict[str, str] = {}
    for match in WORD.finditer(bare):
        written, form = match[0].casefold(), base(match[0])
        if len(form) >= SHORTEST and not {written, form} & STOP_WORDS:
            found.setdefault(form, written)
    return found


def typical(these: Sequence[Text], others: Sequence[Text]) -> tuple[Typical, ...]:
    """The words that surely come more often in these stories, the surest first; none of fewer than ten stories."""
    if len(these) < STORIES_OF_A_THEME or not others:
        return ()
    here, there = _counted(these), _counted(others)
    odds = log_odds(here, there)
    kept = (Typical(_written(word, these), odds[word], n) for word, n in here.items() if n >= STORIES_OF_A_WORD)
    return tuple(sorted((one for one in kept if one.z >= SURELY), key=lambda one: (-one.z, one.word))[:MOST])


def log_odds(here: Mapping[str, int], there: Mapping[str, int]) -> dict[str, float]:
    """By word the z of the log-odds-ratio; the prior is how often a word comes in both together.

    A single word is typical of nothing.
    """
    both = Counter(here) + Counter(there)
    everything = sum(both.values())
    if len(both) == 1:
        return dict.fromkeys(both, 0.0)
    n, m = sum(here.values()), sum(there.values())
    return {word: _z(here.get(word, 0), n, there.get(word, 0), m, PRIOR * k / everything) for word, k in both.items()}


def _z(y: int, n: int, other: int, m: int, prior: float) -> float:
    first = log((y + prior) / (n + PRIOR - y - prior))
    second = log((other + prior) / (m + PRIOR - other - prior))
    return (first - second) / sqrt(1 / (y + prior) + 1 / (other + prior))


def _written(word: str, texts: Iterable[Text]) -> str:
    """As most stories write it."""
    forms = Counter(text[word] for text in texts if word in text)
    return min(forms, key=lambda form: (-forms[form], form))


def _counted(texts: Iterable[Text]) -> Counter[str]:
    return Counter(word for text in texts for word in text)
