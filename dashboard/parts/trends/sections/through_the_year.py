"""All questions together, month by month or quarter by quarter, beside earlier; and where they came from."""

from collections.abc import Sequence

from dashboard.charts.over_time import over_time
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import Shown
from dashboard.parts.trends.sections.largest import places
from domain.register.overview import Overview
from i18n import _, month
from trends import text
from trends.periods import first_day

MONTHS_IN_A_QUARTER = 3


def through_the_year(shown: Shown) -> Sequence[Finding]:
    picture = shown.picture
    return [_over_time(picture), *([places(picture)] if picture.places else [])]


def _over_time(picture: Overview) -> Finding:
    this, before = words.year_name(picture), words.beside_name(picture)
    points = picture.points
    return Finding(
        key="over-time",
        title=_title(len(points[0].months)),
        about=_about(picture),
        figure=over_time(
            [words.months_in_words(point.months, short=True) for point in points],
            [
                (this, [words.known(point.now) for point in points]),
                (before, [words.known(point.before) for point in points]),
            ],
        ),
        columns=[_("Periode"), Column(this, numeric=True), Column(before, numeric=True)],
        rows=[[words.months_in_words(one.months), words.cell(one.now), words.cell(one.before)] for one in points],
        method=Method.COUNT,
    )


def _title(months: int) -> str:
    if months == 1:
        return _("Vragen per maand")
    return _("Vragen per kwartaal") if months == MONTHS_IN_A_QUARTER else _("Vragen in het schooljaar")


def _about(picture: Overview) -> str:
    if picture.so_far is None:
        return _("In dit schooljaar: {n} vragen.", n=text.amount(picture.all_together))
    now, before = (words.said(count) for count in picture.so_far)
    told = {"month": month(first_day(picture.span.whole[-1])), "now": now, "before": before}
    return _("Tot en met {month} waren het {now} vragen, {beside} in dezelfde maanden {before}.",
                 beside=words.beside_in_a_sentence(picture), **told)  # fmt: skip
