"""How fresh the numbers of a section are, in words, and a calm warning when they should have been newer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from dashboard.parts.trends.section import Shown
from domain.register.overview import Overview
from i18n import _, month
from i18n.dates import AMSTERDAM
from store.queries.numbers import published_trends
from trends import text
from trends.lattice import ALL
from trends.periods import first_day, last_closed_month

PATIENCE = timedelta(days=2)  # the job that publishes may be late for a night without anybody being told


@dataclass(frozen=True)
class Fresh:
    """`said` stands below each chart and in each file; `late` is empty when all is well."""

    said: str
    late: str = ""

    @property
    def in_one(self) -> str:
        return f"{self.said} {self.late}".strip()


def warned(fresh: Fresh) -> Sequence[Component]:
    return [notice(fresh.late, tone="warn", symbol="clock")] if fresh.late else []


def of_published(shown: Shown, _counted: str) -> Fresh:
    """Late when a month that is closed is still not published."""
    due = last_closed_month((shown.now - PATIENCE).astimezone(AMSTERDAM).date())
    last = published_trends.last_period(shown.session, ALL.key)
    if last is None or last >= due:
        return Fresh(said(shown.picture))
    late = _("De cijfers van {month} hadden er al moeten zijn. Wat u ziet klopt, maar is minder nieuw dan het hoort.",
             month=month(first_day(due)))  # fmt: skip
    return Fresh(said(shown.picture), late)


def said(picture: Overview) -> str:
    return text.freshness(picture.updated, picture.until, picture.revised)
