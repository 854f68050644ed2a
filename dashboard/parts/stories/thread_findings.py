"""The common thread in pictures: how often each theme, since when, what comes together, what tellers chose."""

from collections.abc import Iterator, Sequence

from dashboard.charts import bars, over_time, together, triangle
from dashboard.charts.bars import Bar
from dashboard.charts.together import Line
from dashboard.charts.triangle import Corner
from dashboard.parts.stories.most_often import most_often
from dashboard.parts.tables import Column
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import Both, Cell, Finding
from dashboard.parts.trends.methods import Method
from domain.stories.chosen import Part
from domain.stories.common_thread import ThemeTold, Thread
from i18n import _, lazy, n_
from trends import text
from trends.disclosure import Sum

ASKED = {
    "feeling": lazy("Hoe voelde het?"),
    "listened": lazy("Wie luisterde?"),
    "helped": lazy("Wat hielp?"),
    "missing": lazy("Wat ontbrak?"),
    "say": lazy("Hoeveel had u te zeggen?"),
    "audience": lazy("Wie vertelde?"),
    "role": lazy("Wie was de verteller in het verhaal?"),
    "sector": lazy("Op welke soort school?"),
}
WHERE = lazy("Waar lag het?")
SEVERAL = ("listened", "helped", "missing")
MOST_LINES = 5


def findings(thread: Thread) -> Sequence[Finding]:
    chosen = (*_typical(thread), *_chosen(thread), *_triangle(thread))
    return (_themes(thread), *_trend(thread), _together(thread), *chosen)


def _themes(thread: Thread) -> Finding:
    title, known = most_often(thread)
    about = _("{stories} in {year}. Een verhaal kan over meer thema's gaan, of over geen.",
              stories=_stories(thread.everything), year=school_year_name(thread.year))  # fmt: skip
    return Finding(
        key="themas",
        title=title,
        about=f"{about} {known}".strip(),
        columns=[_("Thema"), Column(_("Verhalen"), True), Column(_("Vorig schooljaar"), True)],
        rows=[[one.name, _cell(one.now), _cell(one.before) if one.before else "–"] for one in thread.themes],
        method=Method.STORIES,
        figure=bars.bars([_theme_bar(one) for one in thread.large], before=school_year_name(thread.year - 1)),
        height=bars.height(len(thread.large)),
    ) if thread.large else Finding(
        key="themas", title=title, about=_stories(thread.everything), method=Method.STORIES,
        columns=[_("Thema"), Column(_("Verhalen"), True)],
        rows=[[one.name, _cell(one.now)] for one in thread.themes],
    )  # fmt: skip


def _theme_bar(one: ThemeTold) -> Bar:
    before = one.before.shown if one.before and one.before.shown else None
    return Bar(one.name, one.now.shown or None, one.now.low, one.now.high, text.amount(one.now), before=before)


def _trend(thread: Thread) -> Iterator[Finding]:
    """Only where there are two years to lay beside each other."""
    years = [year for year, _sum in thread.by_year.get("", ())]
    if len(years) == 1:
        return
    labels, large = [school_year_name(year) for year in years], thread.large[:MOST_LINES]
    lines = [(one.name, [_number(thread, one.key, year) for year in years]) for one in large]
    yield Finding(
        key="jaren",
        title=_("Per schooljaar"),
        about=_("Hoogstens vijf thema's die vaak voorkomen. Zonder lijn waren het te weinig verhalen om te tonen."),
        columns=[_("Thema"), *(Column(label, True) for label in labels)],
        rows=[[one.name, *(_of_year(thread, one.key, year) for year in years)] for one in thread.themes],
        method=Method.STORIES,
        figure=over_time.over_time(labels, lines) if lines else None,
    )


def _number(thread: Thread, theme: str, year: int) -> int | None:
    found = dict(thread.by_year.get(theme, ())).get(year)
    return found.shown or None if found else None


def _of_year(thread: Thread, theme: str, year: int) -> Cell:
    found = dict(thread.by_year.get(theme, ())).get(year)
    return _cell(found) if found else "–"


def _together(thread: Thread) -> Finding:
    names = {one.key: one.name for one in thread.themes}
    pairs = [(one, other) for one, other in thread.ties if one in names and other in names]
    sizes = {one.name: one.now.shown for one in thread.large}
    lines = [Line(names[one], names[other], 1, surely=True) for one, other in pairs]
    kept = [line for line in lines if line.one in sizes and line.other in sizes]
    title = n_("{n} paar thema's komt vaak samen", "{n} paren thema's komen vaak samen", len(pairs))
    about = _(
        "Twee thema's met een lijn komen vaker in één verhaal voor dan toeval verklaart. Hoe vaak zeggen we niet."
    )
    return Finding(
        key="samen",
        title=title if pairs else _("Welke thema's samen voorkomen, is nog niet te zeggen"),
        about=about if pairs else _("Daarvoor zijn minstens tien verhalen nodig waarin twee thema's samen staan."),
        columns=[_("Thema"), _("Komt samen met")],
        rows=[[names[one], names[other]] for one, other in pairs],
        method=Method.STORIES,
        figure=together.together(sizes, kept, surely=_("Komen vaak samen"), perhaps="") if kept else None,
        height=together.height(len(sizes)),
    )


def _typical(thread: Thread) -> Iterator[Finding]:
    """What tellers of a theme surely chose more often than others; nothing where that is not known of any."""
    rows: list[list[Cell]] = [
        [one.name, question_of(question), choice] for one in thread.themes for question, choice in one.chosen
    ]
    if rows:
        yield Finding(
            key="keuzes",
            title=_("Wat vertellers bij een thema vaker kiezen"),
            about=_("Vaker dan bij andere verhalen, en vaker dan toeval verklaart. Hoe vaak zeggen we niet."),
            columns=[_("Thema"), _("Vraag"), _("Antwoord")],
            rows=rows,
            method=Method.STORIES,
        )


def question_of(dimension: str) -> str:
    return str(ASKED.get(dimension, WHERE))


def _chosen(thread: Thread) -> Iterator[Finding]:
    """What tellers chose of each question, the most first."""
    for dimension, asked in ASKED.items():
        parts = thread.parts.get(dimension, ())
        shown = sorted((one for one in parts if one.key and one.stories.shown), key=lambda one: -one.stories.shown)
        if parts:
            yield _answers(dimension, str(asked), parts, shown)


def _answers(dimension: str, asked: str, parts: Sequence[Part], shown: Sequence[Part]) -> Finding:
    about = _("Wat de vertellers zelf kozen, van alle thema's samen.")
    several = _("Zij mochten meer dan één ding kiezen.") if dimension in SEVERAL else ""
    rows = [[one.name, _cell(one.stories)] for one in parts]
    return Finding(
        key=f"gekozen-{dimension}",
        title=asked,
        about=f"{about} {several}".strip(),
        columns=[_("Antwoord"), Column(_("Verhalen"), True)],
        rows=rows,
        method=Method.STORIES,
        figure=bars.bars([_part_bar(one) for one in shown]) if shown else None,
        height=bars.height(len(shown)),
    )


def _part_bar(one: Part) -> Bar:
    return Bar(one.name, one.stories.shown, one.stories.low, one.stories.high, text.amount(one.stories))


def _triangle(thread: Thread) -> Iterator[Finding]:
    parts = thread.parts.get("triangle", ())
    if not parts:
        return
    corners = {one.key: Corner(one.name, one.stories.shown, text.amount(one.stories)) for one in parts if one.key}
    yield Finding(
        key="driehoek",
        title=str(WHERE),
        about=_(
            "Vertellers zetten een stip tussen school, thuis en hulp. Een hoek telt als die meer dan de helft kreeg."
        ),
        columns=[_("Vlak"), Column(_("Verhalen"), True)],
        rows=[[one.name, _cell(one.stories)] for one in parts],
        method=Method.STORIES,
        figure=triangle.triangle(corners),
        height=400,
    )


def _stories(count: Sum) -> str:
    return _("{n} verhalen", n=text.amount(count)).capitalize()


def _cell(count: Sum) -> Cell:
    return Both(count.shown or None, text.amount(count))
