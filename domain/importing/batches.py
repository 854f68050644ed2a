"""Taking a file in as one act, and undoing it as one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain import journal
from domain.actors import Actor, Role
from domain.allowed import staff_only
from domain.importing.columns import Kind, Plan
from domain.importing.kinds import REGISTERS
from domain.importing.preview import Good, look
from domain.importing.sheets import Sheet
from domain.refused import Refused
from store.models import ImportBatch, ImportedRow


@dataclass(frozen=True)
class Taken:
    """What happened to a file: rows that came in, rows left out for what is wrong, rows that were known."""

    batch_id: int
    rows: int
    bad: int
    again: int


def file_hash(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def take_in(
    session: Session,
    sheets: Sequence[Sheet],
    plan: Plan,
    *,
    content_hash: bytes,
    all_or_nothing: bool,
    by: Actor,
    now: datetime,
) -> Taken:
    """Take in every good row that isn't known yet, or with `all_or_nothing` none when there is a bad one.

    The same rows again are harmless. Raises `Refused` when nothing is left to take in.
    """
    by = _as_coordinator(by)
    found = look(session, sheets, plan, now=now)
    if all_or_nothing and found.bad:
        raise Refused("import.has_bad_rows", rows=found.bad_rows)
    if not found.good:
        raise Refused("import.nothing_new" if found.again else "import.nothing_good")
    numbers = REGISTERS[plan.kind].save(session, [row.content for row in found.good], by=by, now=now)
    batch = _remember(session, plan.kind, content_hash, found.good, numbers, now)
    facts = {"register": batch.kind, "rows": batch.rows}
    journal.record(session, "import.done", ("import", batch.id), by=by, now=now, **facts)
    return Taken(batch.id, batch.rows, found.bad_rows, found.again)


def _remember(
    session: Session, kind: Kind, content_hash: bytes, good: Sequence[Good], numbers: Sequence[int], now: datetime
) -> ImportBatch:
    """Keep the file's hash and each row's fingerprint, so that nothing comes in twice."""
    batch = ImportBatch(kind=kind.value, file_hash=content_hash, rows=len(numbers), imported_at=now)
    session.add(batch)
    session.flush()
    session.add_all(
        ImportedRow(kind=batch.kind, fingerprint=row.fingerprint, batch_id=batch.id, subject_id=number)
        for row, number in zip(good, numbers, strict=True)
    )
    try:
        session.flush()
    except IntegrityError:  # somebody else took in the same rows at this very moment
        raise Refused("import.meanwhile") from None
    return batch


def undo(session: Session, batch_id: int, *, by: Actor, now: datetime) -> None:
    """Take out what a file brought, after which it may come in again. Twice is harmless.

    Raises `Refused("import.in_use")` when something depends on it by now; then nothing is taken out.
    """
    by = _as_coordinator(by)
    batch = session.get(ImportBatch, batch_id, with_for_update=True, populate_existing=True)
    if batch is None:
        raise Refused("not_found")
    if batch.undone_at is not None:
        return
    numbers = session.scalars(select(ImportedRow.subject_id).where(ImportedRow.batch_id == batch_id)).all()
    REGISTERS[Kind(batch.kind)].undo(session, sorted(numbers))
    session.execute(delete(ImportedRow).where(ImportedRow.batch_id == batch_id))
    batch.undone_at = now
    journal.record(session, "import.undone", ("import", batch.id), by=by, now=now, register=batch.kind, rows=batch.rows)


def _as_coordinator(by: Actor) -> Actor:
    """An administrator may bring a register in too, though the verbs behind it ask for a coordinator."""
    if by.has(Role.ADMINISTRATOR):
        return replace(by, roles=by.roles | {Role.COORDINATOR})
    staff_only(by)
    return by
