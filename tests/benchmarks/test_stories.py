"""The floor below which finding personal data may not fall, on stories that were made by hand."""

import pytest

from benchmarks.stories import PARTS, Told, missed, needless, rules, score, told
from domain.stories.finding.spans import Kind, Span

# What was measured, less what one story more or less makes; docs/benchmarks.md has the figures.
LEAST_RECALL = {"tuned on": 0.97, "held out": 0.94}
MOST_NEEDLESS = {"tuned on": 0.5, "held out": 0.5}


@pytest.mark.parametrize("part", PARTS)
def test_enough_is_found_and_little_is_covered_without_need(part: str) -> None:
    measured = score(told(PARTS[part]), rules())

    assert (measured.recall >= LEAST_RECALL[part], measured.over_masking <= MOST_NEEDLESS[part]) == (True, True)


def test_there_are_sixty_to_tune_on_and_forty_held_out() -> None:
    assert {part: len(told(name)) for part, name in PARTS.items()} == {"tuned on": 60, "held out": 40}


def test_a_labelled_stretch_counts_when_each_telling_word_is_covered() -> None:
    one = Told("Juf Els van Dam belde Tim.", ((0, 15), (22, 25)))

    found = [Span(4, 15, Kind.NAME), Span(16, 21, Kind.NAME)]
    assert (missed(one, found), needless(one, found)) == (["Tim"], ["belde"])
