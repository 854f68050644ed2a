"""Which themes a story may be about: words of a dictionary, found in any form. It suggests; a person decides. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

LANGUAGES = ("nl", "en")
ANY_ENDING = "*"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Dictionary:
    """The words of one theme, as staff write them: a word or phrase each, `word*` with any ending."""

    theme: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """A theme, with the words of the story that are the reason for it, as they stand there."""

    theme: str
    because: tuple[str, ...]


def suggestions(text: str, dictionaries: Iterable[Dictionary]) -> tuple[Suggestion, ...]:
    """The themes of which a word is in the text, the one with most different words first, then in the order given."""
    tokens = [(match.start(), match.end(), base(match[0])) for match in WORD.finditer(text)]
    found = [Suggestion(one.theme, _because(text, tokens, one.words)) for one in dictionaries]
    return tuple(sorted((one for one in found if one.because), key=lambda one: -len(one.because)))


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """The form under which a dictionary has it: gepest and pestte are both pesten.

    Looked up until it stays the same. Where two words lead to each other, as wacht and wachten, both are the longest.
    """
    forms = [word.casefold()]
    while (form := str(simplemma.lemmatize(forms[-1], lang=LANGUAGES)).casefold()) not in forms:
        forms.append(form)
    return max(sorted(forms[forms.index(form) :]), key=len)


Token = tuple[int, int, str]


def _because(text: str, tokens: Sequence[Token], phrases: Iterable[str]) -> tuple[str, ...]:
    found = (text[starts:ends] for phrase in phrases for starts, ends in _places(text, tokens, phrase))
    kept: dict[str, str] = {}
    for words in found:
        kept.setdefault(words.casefold(), words)
    return tuple(kept.values())


def _places(text: str, tokens: Sequence[Token], phrase: str) -> Iterator[tuple[int, int]]:
    wanted = phrase.split()
    for at in range(len(tokens) - len(wanted) + 1):
        here = tokens[at : at + len(wanted)]
        if wanted and all(
            _is(text[starts:ends], form, one) for (starts, ends, form), one in zip(here, wanted, strict=True)
        ):
            yield here[0][0], here[-1][1]


def _is(written: str, form: str, wanted: str) -> bool:
    if wanted.endswith(ANY_ENDING):
        begins = wanted[:-1].casefold()
        return written.casefold().startswith(begins) or form.startswith(begins)
    return wanted.casefold() == written.casefold() or base(wanted) == form
