"""The form of a gathering, kept for a moment: of a rush of parents not each has to read it from the database again."""

from datetime import datetime, timedelta

from domain import forms
from domain.forms import Form
from domain.taking_part.party import without_choice
from i18n import language
from store.queries.gatherings import events
from web.services import Services

# The page that a parent sends was drawn longer ago than this anyway. What gives seats looks at the gathering itself.
MOMENT = timedelta(seconds=2)
MOST = 500


class KeptForms:
    """The sign-up form of a gathering by its id, as it was at most a moment ago."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._database = services.database
        self._kept: dict[tuple[int, str], tuple[datetime, Form]] = {}

    def of(self, event_id: int) -> Form | None:
        """None when nobody outside may see this gathering."""
        now, key = self._services.now(), (event_id, language())
        if self._database is not self._services.database:
            self._database = self._services.database
            self._kept.clear()
        if (kept := self._kept.get(key)) and kept[0] <= now < kept[0] + MOMENT:
            return kept[1]
        form = self._read(event_id)
        if form:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = (now, form)
        return form

    def _read(self, event_id: int) -> Form | None:
        with self._services.database.reading() as session:
            online_seats = events.public_online_seats(session, event_id)
            return None if online_seats is None else without_choice(forms.load(session, "sign_up"), online_seats)
