"""The default method cries wolf as often as it says, whatever the mean and the spread; rules of thumb do not."""

import pytest

from benchmarks.false_alarms import RULES, Setting, invented, settings, shares
from trends.predictive import judged

OURS = "expected, 3 months"


@pytest.mark.parametrize("setting", [setting for _name, setting in settings()], ids=str)
def test_false_alarms_are_between_half_and_twice_what_was_promised(setting: Setting) -> None:
    counts, periods = invented(setting, 4000, seed=1)

    alarms = sum(one.p < 0.01 for one in judged(counts, periods, window=3))

    assert 0.005 <= alarms / 4000 <= 0.02


def test_the_topics_of_one_support_point_are_enough_to_learn_from() -> None:
    counts, periods = invented(Setting(3, 1.5, 9), 4000, seed=2)

    alarms = sum(one.p < 0.01 for at in range(0, 4000, 40) for one in judged(counts[at : at + 40], periods, window=3))

    assert 0.005 <= alarms / 4000 <= 0.02


def test_rules_of_thumb_cry_wolf_ten_times_as_often_and_see_little_more() -> None:
    false, seen = shares(Setting(6, 1.5, 9), 2000), shares(Setting(6, 1.5, 9, factor=2.0), 2000)

    naive = [rule for rule in RULES if not rule.startswith("expected")]
    assert [false[rule] > 7 * false[OURS] for rule in naive] == [True, True]
    assert [seen[rule] < seen[OURS] + 0.2 for rule in naive] == [True, True]


def test_what_doubles_is_seen_more_often_where_more_is_asked() -> None:
    seen = [shares(Setting(mean, 1.5, 9, factor=2.0), 1000)[OURS] for mean in (1, 3, 6, 12)]

    assert seen == sorted(seen)
    assert seen[-1] > 0.7
