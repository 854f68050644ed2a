"""Names that nobody told us of: by what stands before them and how they are written.

Dutch writes a capital for little else than names, so inside a sentence a capital is the best sign there is. At its
beginning, and where somebody writes no capitals at all, a list of given names, family words and a dictionary decide.
"""

from collections.abc import Iterator, Sequence

from domain.stories.finding import lists
from domain.stories.finding.functions import MOST_BETWEEN, is_function, small_words_of_a_name
from domain.stories.finding.spans import Kind, Span
from domain.stories.finding.words import Word, adjoining, is_english, is_read_well, ordinary, words

LEAST_LETTERS = 3
LOUD_SHARE = 0.5
PAST, LEAST_PAST = ("de", "te"), 5


def people(text: str) -> Iterator[Span]:
    """Spans in their order; how they are written decides what they are, so a school may come out as a name.

    What stands inside a name is no name again, or a text of nothing but names would be read once for each of them.
    """
    reading, ends = Reading(text), 0
    for place, word in enumerate(reading.words):
        if word.starts >= ends and reading.is_name(place):
            span = reading.run(place)
            ends = span.ends
            yield span


class Reading:
    """A text as words, each looked at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = words(text)
        self.english = is_english(text)
        self.well_read = is_read_well(self.words, self.english)
        long = [one for one in self.words if len(one.text) > LEAST_LETTERS]
        self.loud = sum(one.text.isupper() for one in long) > LOUD_SHARE * len(long)

    def is_name(self, place: int) -> bool:
        word = self.words[place]
        if word.capital and self._small_before(place):
            return word.folded not in lists.INSIDE  # “mevrouw de Voogd”
        if len(word.bare) < 2 or self._says_nothing(word):
            return False
        if self._is_called(place) or self._is_given_name(place):
            return True
        if self.loud or not word.capital:
            return False
        return self._opens_with_name(place) if word.opens else True

    def _says_nothing(self, word: Word) -> bool:
        folded = word.bare.casefold()
        short = word.bare.isupper() and len(word.bare) <= 6 and not self.loud
        if folded in lists.NOT_A_NAME or folded in lists.INSIDE or is_function(word.bare):
            return True
        return short and folded not in lists.GIVEN_NAMES

    def _is_given_name(self, place: int) -> bool:
        word = self.words[place]
        folded = word.bare.casefold()
        if folded not in lists.GIVEN_NAMES:
            return False
        if folded not in lists.ALSO_WORDS:
            return word.capital or not (self.english and ordinary(word.bare, english=True))
        return word.capital and not self.loud and (not word.opens or self._acts(place))

    def _acts(self, place: int) -> bool:
        """Whether a verb of somebody follows, as in “Roos wilde”."""
        after = self._beside(place, 1)
        if after is None or after.capital:
            return False
        return after.folded in lists.VERBS or (after.folded.endswith(PAST) and len(after.text) >= LEAST_PAST)

    def _is_called(self, place: int) -> bool:
        """Whether what stands before says that a name comes: a title, a family word, “heet”."""
        word, before = self.words[place], self._beside(place, -1)
        if before is not None and word.folded in lists.AFTER_DE and self._small_before(place):
            return True
        if before is None or word.folded in lists.AFTER_KIN or self._is_dull(word):
            return False
        if before.folded in lists.BETWEEN:
            further = self._beside(place - 1, -1)
            return further is not None and further.folded in lists.CALLED
        return before.folded in lists.KIN or before.folded in lists.TITLES or before.folded in lists.CALLED

    def _is_dull(self, word: Word) -> bool:
        """Whether it is a word like any other, small as it is written."""
        if word.capital and not self.loud:
            return False
        return ordinary(word.bare, self.english) and word.folded not in lists.ALSO_WORDS

    def _opens_with_name(self, place: int) -> bool:
        word, after = self.words[place], self._beside(place, 1)
        if after is not None and after.folded in lists.STAYS_SMALL and self._beyond_is_capital(place + 1):
            return not ordinary(word.bare, self.english)
        usual = len(word.bare) < LEAST_LETTERS or not self.well_read
        return not usual and not ordinary(word.bare, self.english)

    def _beyond_is_capital(self, place: int) -> bool:
        beyond = self._beside(place, 1)
        return beyond is not None and beyond.capital

    def _beside(self, place: int, step: int) -> Word | None:
        """The neighbour of a word, when only a blank stands between."""
        other = place + step
        if not (0 <= place < len(self.words) and 0 <= other < len(self.words)):
            return None
        first, second = sorted((place, other))
        touching = adjoining(self.text, self.words[first], self.words[second])
        return self.words[other] if touching else None

    def run(self, place: int) -> Span:
        """The whole name that begins here: family names with their small words belong to it."""
        last = place
        while (end := self._longer(last)) is not None:
            last = end
        word, first = self.words[last], place - self._small_before(place)
        starts, ends = self.words[first].starts, word.starts + len(word.bare)
        return Span(starts, ends, self._kind(place, last))

    def _small_before(self, place: int) -> int:
        """How many small words before it belong to the name, as in “meneer de Vries”."""
        before: list[str] = []
        while len(before) <= MOST_BETWEEN + 1 and (word := self._beside(place - len(before), -1)) is not None:
            before.insert(0, word.folded)
        return small_words_of_a_name(before)

    def _longer(self, last: int) -> int | None:
        """The place of the next capital of the same name, past small words such as “van der”."""
        at = last + 1
        while (word := self._beside(at - 1, 1)) is not None and word.folded in lists.INSIDE and at - last <= 2:
            if at > last + 1 and word.capital and word.folded in lists.ARTICLES:
                return None  # “de Wit van De Regenboog” is a person and a school
            at += 1
        word = self._beside(at - 1, 1)
        if word is None or not word.capital or self.loud or word.opens or word.folded in lists.NOT_A_NAME:
            return None
        return at

    def _kind(self, place: int, last: int) -> Kind:
        final = self.words[last].folded
        if final.endswith(lists.SCHOOL_ENDINGS):
            return Kind.SCHOOL
        before = self._beside(place, -1)
        if self._small_before(place):
            return Kind.NAME
        if before is not None and before.folded in lists.ARTICLES:
            return Kind.SCHOOL
        if before is None or self.words[place].folded in lists.GIVEN_NAMES:
            return Kind.NAME
        if before.folded in lists.AT_SCHOOL or before.folded in lists.SCHOOL_WORDS:
            return Kind.SCHOOL
        return Kind.PLACE if before.folded in lists.TO_PLACE else Kind.NAME
