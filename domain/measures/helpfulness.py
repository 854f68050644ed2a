"""Whether it helped: the three questions at the start and at the end, laid beside each other parent by parent."""

from collections.abc import Iterable, Mapping

from store.queries.buddying.measures import Helped
from trends.paired import Paired, paired


def by_question(helped: Iterable[Helped], questions: Mapping[str, str]) -> Mapping[str, Paired | None]:
    """For each of `questions` (key: words) the change of the parents who answered it twice; None when nobody did."""
    known = list(helped)
    return {
        label: paired((one.first[key], one.last[key]) for one in known if key in one.first and key in one.last)
        for key, label in questions.items()
    }
