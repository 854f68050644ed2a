"""The address to which a phone at the door sends who came: many marks at once, as often as it needs to."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, abort, jsonify, request
from flask.typing import ResponseReturnValue

from dashboard.page import BUDDY, COORDINATOR
from domain.actors import Actor
from domain.refused import Refused
from domain.taking_part import attendance
from domain.texts import say
from i18n import _, day_and_time
from store.queries.gatherings.attendance import Sheet
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor, require

MAY_NOTE = COORDINATOR | BUDDY
MOST_AT_ONCE = 500
LONGEST_AGO = 90 * 24 * 60 * 60 * 1000  # in milliseconds; names are wiped long before
LARGEST_ID = 2**31 - 1


def add_attendance(server: Flask, services: Services) -> None:
    @server.post("/api/aanwezig/<int:event_id>")
    def note(event_id: int) -> ResponseReturnValue:
        """Note every mark in one transaction; answers with the sheet as it is now, and with what was refused."""
        require(*MAY_NOTE)
        marks, by, refused = _marks(), current_actor(), {}
        with services.database.writing() as session:
            for one in marks:
                try:
                    _note(session, event_id, one, by, services.now())
                except Refused as refusal:
                    refused[str(one.get("target"))] = say(refusal)
            shown = attendance.sheet(session, event_id, by=by)
        return jsonify(sheet=as_data(shown), refused=refused)


def as_data(sheet: Sheet) -> dict[str, Any]:
    """The sheet as the script on the page reads it."""
    people = [asdict(one) for one in sheet.people]
    return {"head_count": sheet.head_count, "counted": _counted(sheet), "people": people}


def _counted(sheet: Sheet) -> str:
    """Who counted and when, in a sentence; nothing when nobody did."""
    last = sheet.counted
    if last is None or sheet.head_count is None:
        return ""
    when = day_and_time(last.at)
    return _("Geteld door {name}, {when}.", name=last.by, when=when) if last.by else _("Geteld: {when}.", when=when)


def _marks() -> list[dict[str, Any]]:
    body = request.get_json(silent=True)
    marks = body.get("marks") if isinstance(body, dict) else None
    if not isinstance(marks, list) or len(marks) > MOST_AT_ONCE or not all(isinstance(one, dict) for one in marks):
        abort(400)
    return marks


def _note(session: Session, event_id: int, one: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """One mark; a phone says how long ago it was tapped, because its own clock may be wrong."""
    came, ago = one.get("came"), one.get("ago")
    if not (came is None or isinstance(came, bool)) or not (isinstance(ago, int | float) and 0 <= ago <= LONGEST_AGO):
        abort(400)
    at = now - timedelta(milliseconds=ago)
    match one:
        case {"kind": "mark", "id": int(number)} if 0 < number <= LARGEST_ID:
            attendance.mark(session, event_id, number, came, at=at, by=by, now=now)
        case {"kind": "walk_in", "key": str(key), "name": str(name)}:
            attendance.walk_in(session, event_id, key, name, here=came is True, at=at, by=by, now=now)
        case {"kind": "count", "count": int() | None as count}:
            attendance.head_count(session, event_id, count, at=at, by=by, now=now)
        case _:
            abort(400)
