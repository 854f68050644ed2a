"""Trends: the support point's own exact numbers, for its coordinators."""

from collections.abc import Sequence
from datetime import date, time

from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, INSIGHT, Page
from dashboard.parts import empty_state, link_button, notice, page_header
from dashboard.parts.trends import frame
from dashboard.parts.trends.filters import QUERY, Filters, Options
from dashboard.parts.trends.kind import Kind
from dashboard.parts.trends.own_fresh import of_own
from dashboard.parts.trends.section import Shown
from dashboard.parts.trends.sections import SECTIONS
from dashboard.parts.trends.sections.parts import sections
from dashboard.parts.trends.sections.tested import TESTED
from dashboard.parts.trends.source import Days, Source
from domain.local_time import instant
from domain.register import narrowed, own_numbers, own_parts, own_work
from domain.register.overview import Overview
from domain.register.published_work import Coverage
from i18n import _, lazy
from store.queries import choices
from store.sessions import Session
from web.services import Services


def layout(
    services: Services,
    jaar: str | None = None,
    groep: str | None = None,
    naast: str | None = None,
    deel: str | None = None,
    alleen: str | None = None,
) -> Component:
    warning = _("Intern: exacte aantallen van uw eigen steunpunt. Deel buiten het steunpunt alleen de pagina Beleid.")
    header = page_header(_("Trends"), _("Waar vragen over gaan, en wat er verandert."))
    asked = {"jaar": jaar, "groep": groep, "naast": naast, "deel": deel, "alleen": alleen}
    return frame.layout(KIND, services, [header, notice(warning, symbol="lock")], asked)


def register(callbacks: Callbacks, services: Services) -> None:
    frame.register(KIND, callbacks, services)


def _options(session: Session, today: date) -> Options:
    return Options(own_numbers.years(session, today=today), choices.topic_groups(session), narrowed.offered(session))


def _read(session: Session, asked: Filters, today: date) -> Overview | None:
    return own_numbers.overview(session, asked.year, asked.groups, back=asked.back, only=asked.only, today=today)


def _note(_session: Session) -> str:
    return _("Intern: exacte aantallen van het eigen steunpunt.")


def _nothing_yet() -> Component:
    return empty_state(
        _("Nog geen cijfers"),
        _("Zodra u vragen opschrijft, ziet u hier binnen enkele minuten waar ze over gaan."),
        symbol="chart-line",
        action=link_button(_("Vraag opschrijven"), "/werk/vragen", symbol="plus"),
    )


def _coverage(shown: Shown) -> Sequence[Coverage]:
    return own_work.coverage(shown.session, now=instant(shown.today, time(12)))


def _days(session: Session, year: int) -> Sequence[Days]:
    steps = (
        (_("Van buddyvraag tot koppeling"), own_work.days_to_match(session, year)),
        (_("Van koppeling tot afronden"), own_work.days_of_match(session, year)),
    )
    return [Days(name, found.value, found.n) for name, found in steps if found]


OWN = Source(
    years=own_parts.years,
    months=own_parts.so_far,
    everything=own_parts.everything,
    sectors=own_parts.sectors,
    age_bands=own_parts.age_bands,
    done=own_parts.done,
    places=own_parts.places,
    singles=own_parts.topics,
    pairs=own_parts.pairs,
    funnel=own_work.funnel,
    coverage=_coverage,
    days=_days,
)
KIND = Kind(
    prefix="trends",
    title=lazy("Trends"),
    path="/werk/trends",
    roles=COORDINATOR,
    options=_options,
    read=_read,
    note=_note,
    fresh=of_own,
    file=lambda: _("trends-intern"),
    nothing=_nothing_yet,
    not_this=_nothing_yet,
    sections=(*SECTIONS, *TESTED, *sections(OWN)),
)
PAGE = Page(
    KIND.path,
    KIND.title,
    COORDINATOR,
    layout,
    register=register,
    icon="chart-line",
    group=INSIGHT,
    query=QUERY,
    charts=True,
)
