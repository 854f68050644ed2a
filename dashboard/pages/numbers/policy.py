"""Policy: what rises and what falls, from published numbers alone."""

from datetime import date

from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import INSIGHT, POLICY, Page
from dashboard.parts import empty_state, page_header
from dashboard.parts.trends import frame
from dashboard.parts.trends.filters import QUERY, Filters, Options
from dashboard.parts.trends.fresh import of_published
from dashboard.parts.trends.kind import Kind
from dashboard.parts.trends.published import PUBLISHED
from dashboard.parts.trends.sections import SECTIONS
from dashboard.parts.trends.sections.parts import sections
from domain.register import narrowed, published_numbers
from domain.register.overview import Overview
from i18n import _, lazy
from store.queries import choices
from store.sessions import Session
from trends import text
from trends.disclosure import SENSITIVE_THRESHOLD
from trends.periods import PUBLISHED_ON_DAY
from web.services import Services


def layout(
    services: Services,
    jaar: str | None = None,
    groep: str | None = None,
    naast: str | None = None,
    deel: str | None = None,
    alleen: str | None = None,
) -> Component:
    header = page_header(_("Beleid"), _("Wat stijgt, wat daalt: cijfers waarin niemand te herkennen is."))
    asked = {"jaar": jaar, "groep": groep, "naast": naast, "deel": deel, "alleen": alleen}
    return frame.layout(KIND, services, [header], asked)


def register(callbacks: Callbacks, services: Services) -> None:
    frame.register(KIND, callbacks, services)


def _options(session: Session, _today: date) -> Options:
    return Options(published_numbers.years(session), choices.topic_groups(session), narrowed.offered(session))


def _read(session: Session, asked: Filters, _today: date) -> Overview | None:
    return published_numbers.overview(session, asked.year, asked.groups, back=asked.back, only=asked.only)


def _protected(_session: Session) -> str:
    sensitive = _("Bij gevoelige onderwerpen ligt die grens op {n}.", n=SENSITIVE_THRESHOLD)
    return f"{text.why_hidden()} {sensitive} {text.why_rounded()}"


def _nothing_yet() -> Component:
    sentence = _("Cijfers van een maand verschijnen vanaf de {n}e dag van de maand erna.", n=PUBLISHED_ON_DAY)
    return empty_state(_("Er is nog niets vrijgegeven"), sentence, symbol="chart-line")


def _not_this() -> Component:
    sentence = _("Van deze groep zijn er nog geen cijfers in dit schooljaar. Die verschijnen per kwartaal.")
    return empty_state(_("Nog niets vrijgegeven"), sentence, symbol="chart-line")


KIND = Kind(
    prefix="policy",
    title=lazy("Beleid"),
    path="/werk/beleid",
    roles=POLICY,
    options=_options,
    read=_read,
    note=_protected,
    fresh=of_published,
    file=lambda: _("trends"),
    nothing=_nothing_yet,
    not_this=_not_this,
    sections=(*SECTIONS, *sections(PUBLISHED)),
)
PAGE = Page(
    KIND.path,
    KIND.title,
    POLICY,
    layout,
    register=register,
    icon="chart-column",
    group=INSIGHT,
    query=QUERY,
    charts=True,
)
