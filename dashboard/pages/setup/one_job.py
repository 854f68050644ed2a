"""One job: its last twenty runs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dash import Input, Output, State, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import Page
from dashboard.pages.setup.jobs import PATH, STAFF, fingerprint, looking_again
from dashboard.parts import Column, badge, card, empty_state, page_header, table
from dashboard.parts.facts import facts
from dashboard.parts.setup.job_words import duration, moment, result
from dashboard.parts.tables import Cell
from domain.clockwork import timetable
from domain.clockwork.timetable import Job
from domain.refused import Refused
from i18n import _, lazy, number
from store.queries import jobs
from store.queries.jobs import Pulse, Run
from web.services import Services


def layout(services: Services, key: str) -> Component:
    try:
        with services.database.reading() as session:
            job = timetable.job(session, key)
    except Refused:
        return html.Div([page_header(_("Deze taak is er niet"), back=(PATH, _("Taken")))])
    head = page_header(job.label, job.help, back=(PATH, _("Taken")))
    return html.Div([head, html.Div(key, id="job-key", hidden=True), *looking_again("job"), html.Div(id="job-runs")])


def register(callbacks: Callbacks, services: Services) -> None:
    callbacks.clientside("jobs.tick", Output("job-tick", "data"), Input("job-interval", "n_intervals"))

    @callbacks(
        Output("job-runs", "children"),
        Output("job-shown", "data"),
        Input("job-tick", "data"),
        Input("job-key", "children"),
        State("job-shown", "data"),
        roles=STAFF,
    )
    def show(_tick: object, key: str, shown: str | None) -> Any:  # noqa: ANN401 - or Dash's own "leave it"
        now = services.now()
        with services.database.reading() as session:
            job, runs = timetable.job(session, key), jobs.runs(session, key)
            pulse = jobs.pulses(session).get(key, Pulse())
        fresh = fingerprint((job, runs, pulse), now)
        return (no_update, no_update) if fresh == shown else (_history(job, runs, pulse, now), fresh)


def _history(job: Job, runs: Sequence[Run], pulse: Pulse, now: datetime) -> Component:
    if job.is_continuous:
        return card(facts(_beats(pulse, now)), title=str(job.rhythm))
    if not runs:
        return empty_state(_("Nog niet gedaan"), _("Hier komt elke keer dat deze taak gedaan is."), symbol="history")
    columns: list[Column | str] = [
        _("Moment"),
        _("Waarom"),
        _("Duur"),
        Column(_("Aantal"), numeric=True),
        _("Hoe het ging"),
    ]
    return table(columns, [_row(run, job, now) for run in runs], caption=_("De laatste keren"), show_caption=True)


def _beats(pulse: Pulse, now: datetime) -> list[tuple[str, Any]]:
    rows = "–" if pulse.rows is None else number(pulse.rows)
    found: list[tuple[str, Any]] = [
        (_("Keek voor het laatst"), moment(pulse.ran_at, now)),
        (_("Deed voor het laatst iets"), moment(pulse.worked_at, now)),
        (_("Aantal toen"), rows),
        (_("Duur toen"), duration(pulse.milliseconds)),
    ]
    if pulse.paused_at:
        found.append((_("Op pauze sinds"), moment(pulse.paused_at, now)))
    return [*found, (_("Ging mis"), pulse.error)] if pulse.error else found


def _row(run: Run, job: Job, now: datetime) -> list[Cell]:
    why = _("Gestart door een medewerker") if run.by_hand else str(job.rhythm)
    went = [result(run), html.Small(run.error, className="job-error") if run.error else None]
    if run.attempt > 1:
        went.append(badge(_("poging {n}", n=run.attempt), "plain"))
    rows = "–" if run.rows is None else number(run.rows)
    return [moment(run.started_at or run.due_at, now), why, duration(run.milliseconds), rows, html.Div(went)]


PAGE = Page(f"{PATH}/<key>", lazy("Taak"), STAFF, layout, register=register)
