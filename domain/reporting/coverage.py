"""Parents who waited for a buddy and buddies with room, as it was when a quarter came out."""

from sqlalchemy.orm import Session

from domain.register import published_work
from domain.register.published_work import Coverage
from i18n import _, n_
from reports.document import Section, Table
from trends import text
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD


def coverage(session: Session, quarter: int) -> tuple[Section, ...]:
    """The groups that can be shown, most waiting first; no section while none of them can be, nor all together."""
    found = published_work.coverage(session, quarter)
    known = [one for one in found if one.waiting.shown or one.room.shown]
    if not known:
        return ()
    known.sort(key=lambda one: (one.group != published_work.ALL_TOGETHER, -one.waiting.shown, one.room.shown))
    title = _("Ouders die wachten, en buddy's met plek")
    columns = (_("Groep onderwerpen"), _("Ouders die wachten"), _("Buddy's met plek"))
    rows = tuple((one.name, text.amount(one.waiting), text.amount(one.room)) for one in known)
    sentence = _("Zoals het was toen deze cijfers vrijkwamen. Een ouder of buddy kan bij meer groepen horen.")
    return (Section(title, (sentence, *_short(known)), None, Table(title, columns, rows, (1, 2)), _note(found, known)),)


def _short(known: list[Coverage]) -> tuple[str, ...]:
    """Where surely more parents wait than there are buddies with room."""
    short = [one for one in known if one.waiting.low > one.room.high]
    if any(one.group == published_work.ALL_TOGETHER for one in short):
        return (_("Er wachten zeker meer ouders dan er buddy's met plek zijn."),)
    names = ", ".join(one.name for one in short)
    return (
        (_("Er wachten zeker meer ouders dan er buddy's met plek zijn bij: {groups}.", groups=names),) if names else ()
    )


def _note(found: tuple[Coverage, ...], known: list[Coverage]) -> str:
    small = len(found) - len(known)
    hidden = _(
        "Minder dan {n} ouders of {m} buddy's tonen we niet, zodat niemand te herkennen is. Andere aantallen ronden we "
        "af op 5.",
        n=SENSITIVE_THRESHOLD,
        m=THRESHOLD,
    )
    said = n_(
        "Van {n} groep is het aantal te klein om te tonen.",
        "Van {n} groepen is het aantal te klein om te tonen.",
        small,
    )
    return f"{said} {hidden}" if small else hidden
