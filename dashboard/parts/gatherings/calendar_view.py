"""What the calendar shows now: month, week or list, of which days, narrowed to what; as it stands in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode

from dashboard.parts.gatherings.month import FIRST_YEAR, LAST_YEAR, Month, month_of, read_month
from i18n import _, month
from store.queries.gatherings.calendar import Narrowed
from store.states import EventState

MONTH, WEEK, LIST = "maand", "week", "lijst"
SIGHTS = (MONTH, WEEK, LIST)
PAST = "geweest"
TO_COME = "komend"
QUERY = ("zicht", "maand", "datum", "soort", "regio", "gemeente", "onderwerp", "stand", "wanneer", "pagina")
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class CalendarView:
    """`day` is any day of the month or the week on screen; `past` and `page` count for the list alone."""

    sight: str
    day: date
    narrowed: Narrowed = field(default_factory=Narrowed)
    past: bool = False
    page: int = 1

    @property
    def month(self) -> Month:
        return month_of(self.day)

    @property
    def monday(self) -> date:
        return self.day - timedelta(days=self.day.weekday())

    @property
    def name(self) -> str:
        """What is on screen, as its heading says it."""
        if self.sight == LIST:
            return _("Geweest") if self.past else _("Komende bijeenkomsten")
        if self.sight == WEEK:
            number = self.monday.isocalendar().week
            return _("Week {number}, {month}", number=number, month=month(self.monday + timedelta(days=3)))
        return month(self.day).capitalize()

    def moved(self, steps: int) -> "CalendarView":
        """A month, a week or a page further; never off the edge."""
        if self.sight == LIST:
            return replace(self, page=max(1, self.page + steps))
        if self.sight == WEEK:
            return replace(self, day=_bounded(self.monday + steps * A_WEEK))
        return replace(self, day=self.month.moved(steps).first) if steps else self

    def question(self, today: date) -> str:
        """As it stands behind the question mark; what goes without saying is left out."""
        where = "gemeente" if self.narrowed.where.startswith("GM") else "regio"
        said = {
            "zicht": self.sight if self.sight != MONTH else "",
            "maand": self.month.address if self.sight == MONTH and self.month != month_of(today) else "",
            "datum": self.monday.isoformat() if self.sight == WEEK and self.monday != _monday(today) else "",
            "soort": self.narrowed.kind,
            where: self.narrowed.where,
            "onderwerp": self.narrowed.topic,
            "stand": self.narrowed.state,
            "wanneer": PAST if self.past else "",
            "pagina": str(self.page) if self.page > 1 else "",
        }
        return urlencode({key: value for key, value in said.items() if value})


def read_view(question: object, today: date) -> CalendarView:
    """The view in an address; whatever makes no sense in it is left out."""
    said = dict(parse_qsl(question)) if isinstance(question, str) else {}
    return view_of(said, today)


def view_of(said: Mapping[str, str], today: date) -> CalendarView:
    state = said.get("stand", "")
    page = said.get("pagina", "")
    return CalendarView(
        sight=said["zicht"] if said.get("zicht") in SIGHTS else MONTH,
        day=_day(said, today),
        narrowed=Narrowed(
            kind=said.get("soort", ""),
            where=said.get("gemeente") or said.get("regio", ""),
            topic=said.get("onderwerp", ""),
            state=state if state in set(EventState) else "",
        ),
        past=said.get("wanneer") == PAST,
        page=max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1,
    )


def chosen(view: CalendarView, choices: Mapping[str, object], today: date) -> CalendarView:
    """The view after somebody chose something in the controls; a narrower or another list begins at its first page.

    From the month to the week one comes to today where it is in that month, else to its first week.
    """
    values = {key: value if isinstance(value, str) else "" for key, value in choices.items()}
    narrowed = Narrowed(values["soort"], values["plaats"], values["onderwerp"], values["stand"])
    past, sight = values["wanneer"] == PAST, values["zicht"] if values["zicht"] in SIGHTS else view.sight
    day = today if view.sight == MONTH and sight == WEEK and view.month == month_of(today) else view.day
    same = (narrowed, past) == (view.narrowed, view.past)
    return CalendarView(sight, day, narrowed, past, view.page if same else 1)


def _day(said: Mapping[str, str], today: date) -> date:
    try:
        return _bounded(date.fromisoformat(said["datum"]))
    except (KeyError, ValueError):
        asked = read_month(said.get("maand"), today)
        return today if asked == month_of(today) else asked.first


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _bounded(day: date) -> date:
    return min(date(LAST_YEAR, 12, 31), max(date(FIRST_YEAR, 1, 3), day))
