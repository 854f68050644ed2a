"""Files that were taken in, and what is known of their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models import Buddy, ImportBatch, ImportedRow

AT_ONCE = 500


@dataclass(frozen=True)
class BatchFacts:
    id: int
    kind: str
    rows: int
    imported_at: datetime
    undone_at: datetime | None


def batches(session: Session, *, most: int = 20) -> tuple[BatchFacts, ...]:
    """The last files that were taken in, newest first."""
    query = select(ImportBatch).order_by(ImportBatch.id.desc()).limit(most)
    return tuple(_facts(row) for row in session.scalars(query))


def same_file(session: Session, kind: str, content_hash: bytes) -> BatchFacts | None:
    """The last time that exactly this file was taken in for this kind, and not undone."""
    query = select(ImportBatch).where(
        ImportBatch.kind == kind, ImportBatch.file_hash == content_hash, ImportBatch.undone_at.is_(None)
    )
    row = session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))
    return _facts(row) if row else None


def known_fingerprints(session: Session, kind: str, prints: Sequence[bytes]) -> set[bytes]:
    """Which of these rows were taken in before."""
    found: set[bytes] = set()
    for start in range(0, len(prints), AT_ONCE):
        some = prints[start : start + AT_ONCE]
        query = select(ImportedRow.fingerprint).where(ImportedRow.kind == kind, ImportedRow.fingerprint.in_(some))
        found.update(session.scalars(query))
    return found


def known_mail_addresses(session: Session) -> set[bytes]:
    """The blind index of every buddy's mail address."""
    return set(session.scalars(select(Buddy.email_index)))


def _facts(row: ImportBatch) -> BatchFacts:
    return BatchFacts(row.id, row.kind, row.rows, row.imported_at, row.undone_at)
