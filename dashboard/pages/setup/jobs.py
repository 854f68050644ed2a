"""Jobs: what the product does by itself, when, how it went; start one now, pause one."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import ADMINISTRATOR, COORDINATOR, SETUP, Page
from dashboard.parts import Column, empty_state, notice, page_header, table, toast
from dashboard.parts.setup.job_words import duration, error, moment, standing
from dashboard.parts.tables import Cell
from domain.clockwork import jobs, pulses, timetable
from domain.clockwork.jobs import JobLine
from domain.clockwork.timetable import Job
from i18n import _, lazy, number
from web.services import Services
from web.sessions import current_actor

PATH = "/werk/taken"
STAFF = COORDINATOR | ADMINISTRATOR
LOOK_EVERY = 5_000
DO = "job-do"
CELL = "job-cell"
DONE = {
    "run": lazy("De taak begint meteen. Hier ziet u hoe het ging."),
    "pause": lazy("De taak staat op pauze."),
    "resume": lazy("De taak gaat weer verder."),
}


def layout(services: Services) -> Component:
    """The table stands still, with its links and buttons; only what is inside its cells is drawn again."""
    with services.database.reading() as session:
        found = timetable.load(session)
    sentence = _("Dit doet het programma vanzelf. U kunt een taak meteen starten of op pauze zetten.")
    columns: list[Column | str] = [_("Taak"), _("Wanneer"), _("Laatst"), Column(_("Aantal"), numeric=True)]
    columns += [_("Stand"), _("Doen")]
    drawn = table(columns, [_row(job) for job in found], caption=_("Taken"))
    nothing = empty_state(_("Er zijn geen taken"), _("Alle taken zijn uitgezet."), symbol="timer")
    head = page_header(_("Taken"), sentence)
    return html.Div([head, *looking_again("jobs"), html.Div(id="jobs-clock"), drawn if found else nothing])


def looking_again(name: str) -> list[Component]:
    """What makes a page look again by itself; see `tick` in jobs.js."""
    stores = [dcc.Store(id=f"{name}-{part}") for part in ("tick", "shown", "changed")]
    return [dcc.Interval(id=f"{name}-interval", interval=LOOK_EVERY), *stores]


def fingerprint(shown: object, now: datetime) -> str:
    """Changes when what is shown does: without a change nothing is drawn again, and nobody is disturbed."""
    return hashlib.sha256(f"{now:%Y-%m-%d %H}{shown!r}".encode()).hexdigest()[:16]


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("jobs.tick", Output("jobs-tick", "data"), Input("jobs-interval", "n_intervals"))
    _register_showing(callbacks, services)
    _register_acting(callbacks, services)


def _register_showing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("jobs-clock", "children"),
        Output("jobs-shown", "data"),
        Output({"type": CELL, "part": ALL, "job": ALL}, "children"),
        Output({"type": DO, "what": "rest", "job": ALL}, "children"),
        Input("jobs-tick", "data"),
        Input("jobs-changed", "data"),
        State("jobs-shown", "data"),
        roles=STAFF,
    )
    def show(_tick: object, _changed: object, shown: str | None) -> tuple[Any, ...]:
        now = services.now()
        with services.database.reading() as session:
            board = jobs.board(session, now)
        fresh = fingerprint(board, now)
        if fresh == shown:
            raise PreventUpdate
        lines = {line.job.key: line for line in board.jobs}
        cells, buttons = ([one["id"] for one in ctx.outputs_list[place]] for place in (2, 3))
        drawn = [CELLS[one["part"]](lines[one["job"]], now) if one["job"] in lines else no_update for one in cells]
        names = [_rest(lines[one["job"]]) if one["job"] in lines else no_update for one in buttons]
        return [] if board.clock_runs else _no_clock(), fresh, drawn, names


def _register_acting(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("jobs-changed", "data"),
        Input({"type": DO, "what": ALL, "job": ALL}, "n_clicks"),
        roles=STAFF,
        prevent_initial_call=True,
    )
    def act(_clicks: object) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"] or pressed["what"] not in ("run", "rest"):
            return no_update
        done = _do(services, str(pressed["what"]), str(pressed["job"]))
        toast(str(DONE[done]))
        return services.now().isoformat()


def _do(services: Services, what: str, job: str) -> str:
    """Start a job, or let it rest when it doesn't and go on when it does; tells which of these was done."""
    with services.database.writing() as session:
        if what == "run":
            done, verb = "run", jobs.run_now
        else:
            done, verb = ("resume", jobs.resume) if pulses.is_paused(session, job) else ("pause", jobs.pause)
        verb(session, job, by=current_actor(), now=services.now())
    return done


def _no_clock() -> Component:
    sentence = _(
        "De klok staat stil: taken worden nu niet gedaan en berichten blijven liggen. "
        "Vraag uw beheerder om het programma opnieuw te starten."
    )
    return notice(html.P(sentence), tone="bad", symbol="triangle-alert")


def _row(job: Job) -> list[Cell]:
    name = [dcc.Link(job.label, href=f"{PATH}/{job.key}"), html.Span(job.help, className="note")]
    start = [] if job.is_continuous else [_button("run", job, *_named(_("Start nu"), job))]
    buttons = html.Div([*start, _button("rest", job)], className="job-buttons")
    cells = [html.Div(id={"type": CELL, "part": part, "job": job.key}, className=f"job-{part}") for part in CELLS]
    return [html.Div(name, className="job-name"), *cells, buttons]


def _button(what: str, job: Job, *text: Any) -> Component:  # noqa: ANN401 - texts and components
    name = {"type": DO, "what": what, "job": job.key}
    return dmc.Button(list(text), id=name, variant="default", size="compact-md")


def _named(text: str, job: Job) -> list[Any]:
    return [text, html.Span(f" {job.label}", className="unseen")]


def _rest(line: JobLine) -> list[Any]:
    return _named(_("Hervat") if line.is_paused else _("Pauzeer"), line.job)


def _when(line: JobLine, now: datetime) -> list[Any]:
    following = _("Volgende: {when}", when=moment(line.next_at, now)) if line.next_at else ""
    return [str(line.job.rhythm), html.Span(following, className="note")]


def _last(line: JobLine, now: datetime) -> list[Any]:
    if line.job.is_continuous:
        at, took = line.pulse.worked_at or line.pulse.ran_at, line.pulse.milliseconds
    else:
        at = line.last.started_at or line.last.finished_at if line.last else None
        took = line.last.milliseconds if line.last else None
    lasted = _("duurde {time}", time=duration(took)) if took is not None else ""
    return [moment(at, now), html.Span(lasted, className="note")]


def _rows(line: JobLine, _now: datetime) -> str:
    rows = line.pulse.rows if line.job.is_continuous else line.last.rows if line.last else None
    return "–" if rows is None else number(rows)


def _standing(line: JobLine, _now: datetime) -> list[Any]:
    return [html.Div(standing(line), className="badges"), html.Small(error(line) or "", className="job-error")]


CELLS: Mapping[str, Callable[[JobLine, datetime], Any]] = {
    "when": _when,
    "last": _last,
    "rows": _rows,
    "standing": _standing,
}

PAGE = Page(PATH, lazy("Taken"), STAFF, layout, register=register, icon="timer", group=SETUP)
