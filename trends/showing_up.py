"""Which share of those who sign up can be expected to come, also where little is known yet. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_PEOPLE = 2.0  # what is known of other gatherings weighs at least as much as this many people
MOST_PEOPLE = 60.0


@dataclass(frozen=True)
class Turnout:
    """Of one gathering: how many people were expected, and how many of them came."""

    expected: int
    came: int


@dataclass(frozen=True)
class ShowingUp:
    """`share` in 0..1 is expected to come; `gatherings` of the same kind are what it rests on."""

    share: float
    gatherings: int


def showing_up(own: Sequence[Turnout], others: Sequence[Turnout]) -> ShowingUp | None:
    """The share that comes to gatherings like `own`, drawn towards that of all of them; None when nothing is known.

    A beta-binomial model whose prior is estimated from the data (empirical Bayes), so that one evening of three people
    says little and thirty evenings say nearly everything:

    1. the share and the spread of all gatherings together (`others` without `own`, and `own`), by moments;
    2. a spread beyond that of chance gives a prior of few people, no such spread one of many;
    3. the posterior mean: (came + share x prior people) / (expected + prior people).

    Method: J.C. Kleinman, Proportions with extraneous variance: single and independent samples, Journal of the
    American Statistical Association 68 (1973) 46-54.
    """
    own = [one for one in own if one.expected > 0]
    every = [*own, *(one for one in others if one.expected > 0)]
    if not own:
        return None
    share = sum(one.came for one in every) / sum(one.expected for one in every)
    weight = _prior_people(every, share)
    came, expected = sum(one.came for one in own), sum(one.expected for one in own)
    return ShowingUp((came + share * weight) / (expected + weight), len(own))


def _prior_people(every: Sequence[Turnout], share: float) -> float:
    """How many people the prior counts for: Kleinman's moments with the numbers of people as weights."""
    people = sum(one.expected for one in every)
    chance = share * (1 - share)
    if len(every) < 2 or chance == 0:
        return MOST_PEOPLE
    spread = sum(one.expected * (one.came / one.expected - share) ** 2 for one in every)
    by_chance = chance * (len(every) - 1)
    room = chance * (people - sum(one.expected**2 for one in every) / people - (len(every) - 1))
    # The share of the spread that chance does not explain: 0 for coins that are all the same, 1 for all or nothing.
    beyond = (spread - by_chance) / room if room > 0 else 0.0
    if beyond <= 0:
        return MOST_PEOPLE
    return min(MOST_PEOPLE, max(FEWEST_PEOPLE, 1 / beyond - 1))
