"""The page of jobs, as a browser presses it."""

from datetime import datetime, timedelta

from dashboard.pages.setup.jobs import CELL, CELLS, DO
from domain.actors import Actor
from domain.clockwork import lease, runs
from store.database import Database
from tests import make
from tests.doors import SAME_SITE, UPDATE, Doors, Visitor

EVERY_JOB = ("letters", "automations", "counts", "publish", "proposals", "tidy", "late")
KNOWN = {"counts", "publish", "tidy", "proposals", "late"}


def staff(database: Database, now: datetime, actor: Actor = make.COORDINATOR) -> Visitor:
    return Doors(database, now).visitor(actor)


def shown(visitor: Visitor, before: str | None = None) -> str:
    """The cells of every job, as Dash's own script asks for them."""
    cells = [
        {"id": {"type": CELL, "part": part, "job": job}, "property": "children"} for job in EVERY_JOB for part in CELLS
    ]
    buttons = [{"id": {"type": DO, "what": "rest", "job": job}, "property": "children"} for job in EVERY_JOB]
    clock, seen = (
        {"id": name, "property": prop} for name, prop in (("jobs-clock", "children"), ("jobs-shown", "data"))
    )
    body = {
        "output": visitor.doors.output_of("jobs-clock.children"),
        "outputs": [clock, seen, cells, buttons],
        "inputs": [{"id": f"jobs-{name}", "property": "data", "value": None} for name in ("tick", "changed")],
        "state": [{**seen, "value": before}],
        "changedPropIds": ["jobs-tick.data"],
    }
    answer = visitor.client.post(UPDATE, json=body, headers={**SAME_SITE, "X-CSRFToken": "form-token"})
    return answer.get_data(as_text=True)


def lead(database: Database, now: datetime) -> int:
    with database.writing() as session:
        fence = lease.take(session, "one", now)
        runs.queue_due(session, now, known=KNOWN)
        return fence or 0


def do_all(database: Database, now: datetime) -> None:
    fence = lead(database, now)
    with database.writing() as session:
        while run := runs.claim(session, fence, now, known=KNOWN):
            runs.finish(session, run, 1234, now + timedelta(milliseconds=2300))
