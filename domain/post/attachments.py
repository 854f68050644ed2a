"""Which files go with a letter: read when it is posted, so that the out-tray holds no copies."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from domain.reporting import files
from mail.post import Attachment


def of(session: Session, kind: str, subject_id: int) -> tuple[Attachment, ...]:
    """The files of a letter of this kind about this subject; most kinds have none."""
    find = ATTACHED.get(kind)
    return find(session, subject_id) if find else ()


def _report(session: Session, report_id: int) -> tuple[Attachment, ...]:
    made = files.pdf_of(session, report_id)
    return (Attachment(made.name, made.media_type, made.content),)


ATTACHED: Mapping[str, Callable[[Session, int], tuple[Attachment, ...]]] = {"report_sent": _report}
