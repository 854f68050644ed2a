"""What changed: each topic this year beside earlier, the surest change first."""

from collections.abc import Sequence

from dashboard.charts.dumbbell import Pair, dumbbell, height
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Both, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import Shown
from dashboard.parts.trends.sections.largest import largest
from domain.register.overview import Overview
from i18n import _
from trends import text
from trends.intervals import poisson_interval
from trends.rises import Change, State, strongest_first

MOST_ROWS, AT_LEAST = 20, 8


def changes(shown: Shown) -> Sequence[Finding]:
    """This year so far beside earlier, per topic; how many there are of each where there is nothing beside it."""
    picture = shown.picture
    ranked = strongest_first({**picture.to_date, **picture.changes})
    names = [name for name in ranked if name in picture.to_date]
    if not names:
        return [largest(picture)] if picture.bars else []
    telling = [name for name in names if _state(picture, name) is not State.TOO_LITTLE]
    top = names[: min(MOST_ROWS, max(len(telling), AT_LEAST))]
    earlier, now = words.beside_name(picture), words.year_name(picture)
    return (
        Finding(
            key="changes",
            title=_title(picture, names),
            about=_about(picture, len(names)),
            figure=dumbbell([_pair(name, picture.to_date[name], picture) for name in top], before=earlier, now=now),
            height=height(len(top)),
            columns=[
                _("Onderwerp"),
                Column(earlier, numeric=True),
                Column(now, numeric=True),
                _("Verschil"),
                _("Stand"),
            ],
            rows=[_row(name, picture.to_date[name], picture) for name in names],
            method=Method.CHANGE,
        ),
    )


def _title(picture: Overview, names: Sequence[str]) -> str:
    first = names[0]
    return text.over_chart(first, picture.to_date[first]).removesuffix(".")


def _state(picture: Overview, name: str) -> State:
    """Of the months that are judged; those of the year so far where there are none."""
    return picture.changes.get(name, picture.to_date[name]).state


def _about(picture: Overview, topics: int) -> str:
    months = words.period(picture.span.to_date)
    noun = _("groepen van onderwerpen") if picture.by_group else _("onderwerpen")
    return _(
        "{n} {noun} van {period}, naast {beside}. Streep: eerder. Stip: nu; de dunne lijn is wat toeval kan zijn.",
        n=topics, noun=noun, period=months, beside=words.beside_name(picture),
    )  # fmt: skip


def _pair(name: str, change: Change, picture: Overview) -> Pair:
    low = poisson_interval(change.recent.low).low
    high = poisson_interval(change.recent.high).high
    said = f"{words.short(change.before)} → {words.short(change.recent)}"
    before, now = words.known(change.before), words.known(change.recent)
    return Pair(f"{text.mark(_state(picture, name))} {name}", before, now, low, high, said)


def _row(name: str, change: Change, picture: Overview) -> list[str | int | float | Both | None]:
    return [
        name,
        words.cell(change.before),
        words.cell(change.recent),
        text.times(change) or "–",
        words.state(picture.changes.get(name, change)),
    ]
