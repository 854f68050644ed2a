"""Two people who put the same question right: the second hears what the first changed, and nothing is lost."""

from collections.abc import Mapping
from datetime import date, datetime

import dash_mantine_components as dmc
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.meanwhile import Opened, names, newest
from dashboard.parts.saving import Newer
from domain.forms import Form
from domain.refused import Refused
from i18n import _
from store.queries.editors import editors
from store.queries.numbers import questions as entries
from web.services import Services

CHANGE = "question-change"


def opened(entry: entries.Entry, now: datetime) -> Opened:
    """A question as it stands now; its mark is its revision."""
    return Opened(now, {key: _plain(value) for key, value in entry.answers.items()}, mark=str(entry.revision))


def save_button(words: str, place: str) -> Component:
    return dmc.Button(words, id={"type": CHANGE, "place": place}, leftSection=icon("check"))


def since_opened(services: Services, form: Form, number: int, seen: Opened, typed: Mapping[str, object]) -> Newer:
    """What was not touched follows the other; what was typed stays, and a button saves it all the same."""
    with services.database.reading() as session:
        entry = entries.entry(session, number)
        who = editors(session, "question", number, since=seen.at)
    if entry is None:
        raise Refused("not_found")
    now = opened(entry, services.now())
    who_did = _("{name} wijzigde deze vraag terwijl u typte.", name=names(who))
    again = save_button(_("Toch opslaan"), "notice")
    return *newest(form, seen.values, typed, now.values, who_did, again), now.as_data()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
