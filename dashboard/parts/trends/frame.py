"""The frame of a trend page: filters, sections to choose from, what was found, and its files."""

from datetime import date, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.parts.address import ADDRESS
from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from dashboard.parts.pieces import notice
from dashboard.parts.reporting.keep_view import keep_view
from dashboard.parts.trends import files, narrowing, printed
from dashboard.parts.trends import filters as chosen
from dashboard.parts.trends.filters import Filters, Options
from dashboard.parts.trends.finding import Finding, drawn
from dashboard.parts.trends.foot import SAVE
from dashboard.parts.trends.fresh import warned
from dashboard.parts.trends.kind import Kind
from dashboard.parts.trends.section import BREAKDOWNS, COUNTS, Section, Shown
from domain.register.narrowed import Narrow
from i18n import _
from i18n.dates import AMSTERDAM
from store.sessions import Session
from web.services import Services


def layout(kind: Kind, services: Services, header: list[Component | None], asked: dict[str, str | None]) -> Component:
    """The page without its numbers."""
    with services.database.reading() as session:
        options = kind.options(session, today(services.now()))
    now = chosen.filters([asked[key] for key in chosen.QUERY], options)
    if now is None:
        return html.Div([*header, kind.nothing()], className="page")
    prefix = kind.prefix
    buttons = html.Div([_file(prefix, "file", "CSV"), _file(prefix, "book", "Excel"), keep_view()], className="files")
    return html.Div(
        [
            *header,
            html.Div([*chosen.controls(prefix, now, options), buttons], className="filters"),
            dcc.Store(id=f"{prefix}-section", data=now.at(kind.section(now.section).key).kept),
            html.Div(id=f"{prefix}-body"),
            dcc.Download(id=f"{prefix}-download"),
        ],
        className="page",
    )


def register(kind: Kind, callbacks: Callbacks, services: Services) -> None:
    _register_body(kind, callbacks, services)
    narrowing.register(kind, callbacks, services)
    _register_files(kind, callbacks, services)


def _register_body(kind: Kind, callbacks: Callbacks, services: Services) -> None:
    prefix = kind.prefix

    @callbacks(
        Output(f"{prefix}-body", "children"),
        ADDRESS,
        *chosen.chosen(prefix),
        State(f"{prefix}-section", "data"),
        roles=kind.roles,
        prevent_initial_call="initial_duplicate",
    )
    def show(*asked: object) -> tuple[Component, str]:
        with services.database.reading() as session:
            now, shown, options = _read(kind, session, asked, services.now())
            body = _body(kind, shown, options) if shown else None
        return body or kind.not_this(), now.address if now else ""


def _register_files(kind: Kind, callbacks: Callbacks, services: Services) -> None:
    prefix = kind.prefix

    @callbacks(
        Output(f"{prefix}-download", "data"),
        Input(f"{prefix}-file", "n_clicks"),
        Input(f"{prefix}-book", "n_clicks"),
        Input({"type": SAVE, "page": prefix, "chart": ALL, "as": ALL}, "n_clicks"),
        *chosen.chosen_now(prefix),
        State(f"{prefix}-section", "data"),
        roles=kind.roles,
        prevent_initial_call=True,
    )
    def download(_file: object, _book: object, _saves: object, *asked: object) -> dict[str, Any] | None:
        if not any(one["value"] for one in ctx.triggered):
            return None
        with services.database.reading() as session:
            _now, shown, _options = _read(kind, session, asked, services.now())
            return _sheet(kind, shown, ctx.triggered_id) if shown else None


def today(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


def _read(
    kind: Kind, session: Session, asked: tuple[object, ...], moment: datetime
) -> tuple[Filters | None, Shown | None, Options]:
    day = today(moment)
    options = kind.options(session, day)
    now = chosen.filters(asked, options)
    picture = kind.read(session, now, day) if now else None
    return now, Shown(session, picture, now, day, moment) if picture and now else None, options


def _body(kind: Kind, shown: Shown, options: Options) -> Component:
    section = kind.section(shown.filters.section)
    fresh = kind.fresh(shown, _counted(section, shown.filters))
    note = f"{fresh.in_one} {kind.note(shown.session)}".strip()
    found = [drawn(finding, kind.prefix, note) for finding in section.findings(shown)]
    on_paper = printed.head(kind, shown, fresh.in_one)
    coarser = [notice(one, tone="plain") for one in (*_besides(shown), *_not_narrowed(section, shown.filters))]
    before = [
        on_paper,
        _sections(kind, shown.filters),
        narrowing.narrowing(kind.prefix, kind.path, shown.filters, options.only),
        *warned(fresh),
        *coarser,
    ]
    return html.Div([*before, *section.words(shown), *found], className="stack")


def _sections(kind: Kind, now: Filters) -> Component | None:
    if len(kind.sections) == 1:
        return None
    links = [
        dcc.Link(
            str(one.title),
            href=f"{kind.path}?{now.at(one.key).address}",
            className="choice here" if one.key == now.section else "choice",
        )
        for one in kind.sections
    ]
    return html.Nav(links, className="sections", **aria(label=_("Onderdelen")))


def _sheet(kind: Kind, shown: Shown, asked: object) -> dict[str, Any]:
    """What is on screen as a file: all of it, or one finding."""
    one = asked if isinstance(asked, dict) else {}
    every = _every(kind, shown)
    found = [finding for finding in every if finding.key == one.get("chart")] or every
    as_book = one.get("as") == "xlsx" or asked == f"{kind.prefix}-book"
    name = f"{kind.file()}-{one['chart']}" if one and len(found) == 1 else kind.file()
    name = f"{name}-{shown.filters.year}.{'xlsx' if as_book else 'csv'}"
    explained = [_asked(shown), *_fresh(kind, shown), *_besides(shown), kind.note(shown.session)]
    if as_book:
        return {
            "content": files.as_workbook(found, explained),
            "filename": name,
            "base64": True,
            "type": files.WORKBOOK,
        }
    return {"content": files.as_text(found, explained), "filename": name, "type": "text/csv"}


def _fresh(kind: Kind, shown: Shown) -> list[str]:
    """How new the counts are, and of what else is late."""
    late = [kind.fresh(shown, counted).late for counted in dict.fromkeys(one.counted for one in kind.sections)]
    return [kind.fresh(shown, COUNTS).said, *dict.fromkeys(one for one in late if one)]


def _besides(shown: Shown) -> tuple[str, ...]:
    """What is shown coarser, and which topics are in others."""
    return (*shown.picture.coarser, *shown.picture.joined)


def _counted(section: Section, now: Filters) -> str:
    """Which job makes the numbers that are shown."""
    by_term = now.only is not None and now.only.by is not Narrow.PLACE
    return BREAKDOWNS if by_term and section.counted == COUNTS else section.counted


def _not_narrowed(section: Section, now: Filters) -> tuple[str, ...]:
    if not now.only or section.narrows:
        return ()
    return (_("Dit onderdeel toont alle gemeenten, schoolsoorten en leeftijden samen."),)


def _asked(shown: Shown) -> str:
    return "?" + shown.filters.address


def _file(prefix: str, part: str, name: str) -> Component:
    return dmc.Button(
        [html.Span(f"{_('Download als')} ", className="unseen"), name],
        id=f"{prefix}-{part}",
        variant="default",
        leftSection=icon("download"),
    )


def _every(kind: Kind, shown: Shown) -> list[Finding]:
    """Every finding of every section, once; of what two sections show, the longer one."""
    found = [finding for section in kind.sections for finding in section.findings(shown)]
    return list({one.key: one for one in sorted(found, key=lambda one: len(one.columns))}.values())
