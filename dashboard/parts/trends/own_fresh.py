"""How fresh the exact numbers are: those that the counts, the breakdowns or the tests made. For coordinators only."""

from dashboard.parts.trends.fresh import Fresh, said
from dashboard.parts.trends.section import NOW, TESTS, Shown
from domain.register import freshness
from i18n import _, day, month, n_, time_of_day
from trends.periods import first_day


def of_own(shown: Shown, counted: str) -> Fresh:
    """As the job that made them says; numbers that are counted as the page opens are never late."""
    if counted == NOW:
        return Fresh(_("Geteld toen u deze pagina opende."))
    found = freshness.fresh(shown.session, counted, now=shown.now)
    if found is None:
        return Fresh(said(shown.picture))
    told = _("Bijgewerkt op {day} om {time}; cijfers tot en met {until}.", day=day(found.until, year=True),
             time=time_of_day(found.until), until=month(first_day(shown.picture.until)))  # fmt: skip
    waiting = found.waiting if counted != TESTS else 0
    more = n_("{n} wijziging telt nog niet mee.", "{n} wijzigingen tellen nog niet mee.", waiting) if waiting else ""
    return Fresh(f"{told} {more}".strip(), _late(found) if found.late else "")


def _late(found: freshness.Fresh) -> str:
    return _(
        "Deze cijfers lopen achter: sinds {day}, {time} zijn ze niet bijgewerkt. Wat u opschreef is wel bewaard. "
        "Vraag uw beheerder om bij Taken te kijken.",
        day=day(found.until),
        time=time_of_day(found.until),
    )
