"""Asking a question, for parents and for young people, and asking to be phoned. No name, no account."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from domain import crisis, forms
from domain.checking import Checked, check
from domain.forms import Form
from domain.inquiring import asking, promise
from domain.inquiring.asking import Receipt, Wanted
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _
from public import doorman
from public.quiet_limits import QuietLimit
from public.typed import typed
from store.database import Busy
from store.door_states import Audience, InquiryKind
from web.headers import keep_address_private, keep_no_copy
from web.services import Services

UNPROCESSABLE = 422
SEED = "formulier"
MOST, MINUTES = 20, 60


@dataclass(frozen=True)
class _Counter:
    """One page where somebody asks something."""

    address: str
    form: str
    audience: Audience = Audience.PARENTS
    kind: InquiryKind = InquiryKind.ASK

    @property
    def young(self) -> bool:
        return self.audience is Audience.YOUNG


COUNTERS = (
    _Counter("/stel-een-vraag", "inquiry"),
    _Counter("/jong/stel-een-vraag", "inquiry_young", Audience.YOUNG),
    _Counter("/bel-mij", "call_back", kind=InquiryKind.CALL_BACK),
)


def routes(site: Blueprint, services: Services) -> None:
    limit = QuietLimit("inquiry.too_many", most=MOST, minutes=MINUTES)
    for one in COUNTERS:
        _add(site, services, one, limit)


def _add(site: Blueprint, services: Services, counter: _Counter, limit: QuietLimit) -> None:
    def show() -> ResponseReturnValue:
        return _draw(services, counter, _form(services, counter), {})

    def ask() -> ResponseReturnValue:
        form = _form(services, counter)
        answers = typed(form)
        checked = check(form, answers)
        if checked.errors:
            return _draw(services, counter, form, answers, errors=checked.errors)
        try:
            receipt = _ask(services, counter, checked, limit)
        except Busy:
            busy = _("Het is erg druk. Probeer het over een paar tellen weer.")
            return _draw(services, counter, form, answers, message=busy)
        except Refused as refused:
            if refused.field:
                return _draw(services, counter, form, answers, errors={refused.field: say(refused)})
            return _draw(services, counter, form, answers, message=say(refused))
        return _thank(services, counter, receipt, checked)

    site.add_url_rule(counter.address, f"{counter.form}_form", show)
    site.add_url_rule(counter.address, f"{counter.form}_ask", ask, methods=["POST"])


def _form(services: Services, counter: _Counter) -> Form:
    with services.database.reading() as session:
        return forms.load(session, counter.form)


def _ask(services: Services, counter: _Counter, checked: Checked, limit: QuietLimit) -> Receipt:
    now = services.now()
    doorman.check(now)
    limit.count(doorman.source(), now)
    wanted = Wanted(
        words=checked.text("words"),
        kind=counter.kind,
        audience=counter.audience,
        topic_code=checked.text("topic") or None,
        name=checked.text("name") or None,
        email=checked.text("email") or None,
        phone=checked.text("phone") or None,
        moment=checked.text("moment") or None,
    )
    with services.database.writing() as session:
        return asking.ask(session, wanted, request.form.get(SEED) or secrets.token_urlsafe(16), now=now)


def _thank(services: Services, counter: _Counter, receipt: Receipt, checked: Checked) -> str:
    """The one time that the code is shown: it stands in no address, and the browser keeps no copy of the page."""
    keep_address_private()
    with services.database.reading() as session:
        helplines = crisis.helplines(session, counter.audience) if receipt.is_urgent else ()
    return render_template(
        "inquiry_received.html",
        receipt=receipt,
        counter=counter,
        email=checked.text("email"),
        phone=checked.text("phone"),
        helplines=helplines,
    )


def _draw(
    services: Services,
    counter: _Counter,
    form: Form,
    values: Mapping[str, str | list[str]],
    *,
    errors: Mapping[str, str] | None = None,
    message: str = "",
) -> ResponseReturnValue:
    keep_no_copy()
    now, said = services.now(), str(values.get("words", ""))
    with services.database.reading() as session:
        danger = bool(said) and crisis.speaks_of_danger(session, said)
        helplines = crisis.helplines(session, counter.audience)
        until = promise.answer_by(session, wall(now)[0])
    page = render_template(
        "call_back.html" if counter.kind is InquiryKind.CALL_BACK else "inquiry.html",
        form=form,
        counter=counter,
        values=values,
        errors=errors or {},
        message=message,
        until=until,
        danger=danger,
        helplines=helplines,
        seed=request.form.get(SEED) or secrets.token_urlsafe(16),
        hidden_fields=doorman.hidden_fields(now),
    )
    return page, UNPROCESSABLE if errors or message else 200
