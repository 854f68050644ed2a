"""What the buttons on the page about plans do, and what is told about it afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dash.development.base_component import Component

from dashboard.parts.availability.appointment_typed import number_of
from dashboard.parts.planning.plan_changes import changes
from dashboard.parts.planning.plan_ids import APPLY, AWAY, BACK, CHOOSE, FORBID, MAKE, PIN
from dashboard.parts.planning.plan_people import people
from dashboard.parts.planning.plan_preview import DROP
from dashboard.parts.planning.prepared_list import what_was_prepared
from domain.actors import Actor
from domain.matchmaking import plans, prepared
from domain.refused import Refused
from i18n import _, lazy
from store.queries.matchmaking import plans as found
from store.sessions import Session

ADJUST = {
    PIN: (plans.pin, lazy("Vastgezet.")),
    CHOOSE: (plans.pin, lazy("Vastgezet.")),
    FORBID: (plans.forbid, lazy("Dit paar komt niet in het plan.")),
    BACK: (plans.take_back, lazy("Dat telt niet meer.")),
}


@dataclass(frozen=True)
class Done:
    """`sentence` is said in the corner, `told` stays on the page; `request_id` is where the reader was."""

    sentence: str
    told: Component | None = None
    request_id: int = 0


def carry_out(session: Session, pressed: Mapping[str, object], *, by: Actor, now: datetime) -> Done:
    """Do what a button with one of the ids of `plan_ids.do`, or the yes of a dialog, asks. Raises `Refused`."""
    what, request_id = str(pressed.get("what", "")), number_of(pressed, "request")
    name = str(pressed.get("name", ""))
    if name.startswith(DROP) and name.removeprefix(DROP).isdecimal():
        plans.drop(session, int(name.removeprefix(DROP)), by=by, now=now)
        return Done(_("Het plan is weggelegd."))
    if what == MAKE:
        plans.make(session, by=by, now=now)
        return Done(_("Het plan staat klaar om te bekijken."))
    if what == APPLY:
        return _apply(session, number_of(pressed, "plan"), by=by, now=now)
    if what == AWAY:
        prepared.put_away(session, request_id, by=by, now=now)
        return Done(_("Weggehaald. In een volgend plan kan het terugkomen."))
    if what in ADJUST:
        return _adjust(session, what, pressed, by=by, now=now)
    raise Refused("not_found")


def _apply(session: Session, plan_id: int, *, by: Actor, now: datetime) -> Done:
    done = prepared.apply(session, plan_id, by=by, now=now)
    who = people(session, tuple(done.fell), now)
    return Done(_("Klaargezet."), what_was_prepared(done.ready, done.fell, who))


def _adjust(session: Session, what: str, pressed: Mapping[str, object], *, by: Actor, now: datetime) -> Done:
    """The plan changes for this pair; whoever else moves by it is told."""
    verb, sentence = ADJUST[what]
    plan_id, request_id, buddy_id = (number_of(pressed, key) for key in ("plan", "request", "buddy"))
    new_id = verb(session, plan_id, request_id, buddy_id, by=by, now=now)
    before, after = found.one(session, plan_id), found.one(session, new_id)
    if before is None or after is None:
        return Done(str(sentence), request_id=request_id)
    was, became = plans.stored(before)[1], plans.stored(after)[1]
    who = people(session, (*became.pairs, *became.unmatched), now)
    moved = changes(was, became, request_id, who)
    said = _("{done} Daardoor verandert er ook iets voor anderen.", done=sentence) if moved else str(sentence)
    return Done(said, moved, request_id)
