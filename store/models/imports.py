"""Files that were imported, and a fingerprint of each row, so that nothing comes in twice."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from store.models.table import Table
from store.types import Instant


class ImportBatch(Table):
    __tablename__ = "import_batch"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    file_hash: Mapped[bytes]
    rows: Mapped[int]
    imported_at: Mapped[datetime] = mapped_column(Instant)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)


class ImportedRow(Table):
    """`fingerprint` is a keyed hash of the row's cells: it recognises the row and tells nothing."""

    __tablename__ = "imported_row"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id", ondelete="CASCADE"), index=True)
    subject_id: Mapped[int]
