"""Reviewing a report: words around the numbers, approving, taking that back, sending. Nobody changes a number."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.allowed import quality_only
from domain.checking import MAIL
from domain.refused import Refused
from domain.reporting import files
from store.models import Report
from store.states import ReportState

LONGEST = 4000
MOST_ADDRESSES = 20
MAY_GET_IT = (Role.POLICY, Role.COORDINATOR, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Readers:
    """Who gets a report: everybody in these roles, and these addresses."""

    roles: tuple[Role, ...] = ()
    addresses: tuple[str, ...] = ()


def reword(session: Session, report_id: int, opening: str, closing: str, *, by: Actor, now: datetime) -> None:
    """Change the words before and after the numbers of a draft."""
    row = _draft(session, report_id, by)
    for field, typed in (("opening", opening), ("closing", closing)):
        if len(typed) > LONGEST:
            raise Refused("report.long", field=field, most=LONGEST)
    if (row.opening, row.closing) == (opening.strip(), closing.strip()):
        return
    row.opening, row.closing = opening.strip(), closing.strip()
    journal.record(session, "report.changed", ("report", row.id), by=by, now=now)


def approve(session: Session, report_id: int, *, by: Actor, now: datetime) -> None:
    """Stand for a report under one's own name; its files are made and stay so. Twice is harmless."""
    row = _locked(session, report_id, by)
    if row.state is not ReportState.DRAFT:
        return
    if not by.name:
        raise Refused("report.name_needed")
    if _is_replaced(session, row):
        raise Refused("report.replaced")
    said = files.approval(by.name, now, row.facts)
    row.pdf, row.docx = files.as_pdf(session, row, approved=said), files.as_word(row, approved=said)
    row.state, row.approved_by, row.approved_at = ReportState.APPROVED, by.label, now
    journal.record(session, "report.approved", ("report", row.id), by=by, now=now)


def take_back(session: Session, report_id: int, *, by: Actor, now: datetime) -> None:
    """Make it a draft again, as long as it wasn't sent. Twice is harmless."""
    row = _locked(session, report_id, by)
    if row.state is ReportState.SENT:
        raise Refused("report.sent")
    if row.state is ReportState.DRAFT:
        return
    row.state, row.pdf, row.docx, row.approved_by, row.approved_at = ReportState.DRAFT, None, None, None, None
    journal.record(session, "report.taken_back", ("report", row.id), by=by, now=now)


def send(session: Session, report_id: int, readers: Readers, *, by: Actor, now: datetime) -> None:
    """Let an approved report go to its readers; the letters follow from the journal. Twice is harmless.

    Raises `Refused` about `addresses` for one that is none, and when nobody was chosen.
    """
    row = _locked(session, report_id, by)
    if row.state is ReportState.SENT:
        return
    if row.state is not ReportState.APPROVED:
        raise Refused("report.not_approved")
    if _is_replaced(session, row):
        raise Refused("report.replaced")
    chosen = _checked(readers)
    row.readers = json.dumps({"roles": chosen.roles, "addresses": chosen.addresses})
    row.state, row.sent_at = ReportState.SENT, now
    facts = {"roles": list(chosen.roles), "addresses": len(chosen.addresses)}
    journal.record(session, "report.sent", ("report", row.id), by=by, now=now, **facts)


def typed_addresses(text: str) -> tuple[str, ...]:
    """Addresses with commas, spaces or new lines between them, each once."""
    return tuple(dict.fromkeys(one for one in re.split(r"[\s,;]+", text) if one))


def readers_of(row: Report) -> Readers:
    """Who was chosen; nobody before it was sent."""
    kept = json.loads(row.readers) if row.readers else {"roles": (), "addresses": ()}
    return Readers(tuple(Role(one) for one in kept["roles"]), tuple(kept["addresses"]))


def _checked(readers: Readers) -> Readers:
    if not (readers.roles or readers.addresses):
        raise Refused("report.readers_needed", field="addresses")
    if len(readers.addresses) > MOST_ADDRESSES:
        raise Refused("report.too_many", field="addresses", most=MOST_ADDRESSES)
    for address in readers.addresses:
        if not MAIL.fullmatch(address):
            raise Refused("report.address", field="addresses", address=address)
    return Readers(_allowed(readers.roles), readers.addresses)


def _allowed(roles: Collection[Role]) -> tuple[Role, ...]:
    if not set(roles) <= set(MAY_GET_IT):
        raise Refused("not_allowed")
    return tuple(sorted(set(roles)))


def _draft(session: Session, report_id: int, by: Actor) -> Report:
    row = _locked(session, report_id, by)
    if row.state is not ReportState.DRAFT:
        raise Refused("report.sent" if row.state is ReportState.SENT else "report.approved")
    return row


def _is_replaced(session: Session, row: Report) -> bool:
    same = (Report.kind == row.kind, Report.period == row.period)
    return (session.scalar(select(func.max(Report.edition)).where(*same)) or 0) > row.edition


def _locked(session: Session, report_id: int, by: Actor) -> Report:
    quality_only(by)
    row = session.get(Report, report_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refused("not_found")
    return row
