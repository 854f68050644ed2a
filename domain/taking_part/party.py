"""A party that wants to come: a first name or nickname, a way to reach it, and how many people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.answers import Stored, besides
from domain.checking import Checked
from domain.forms import Form
from domain.refused import Refused
from store.states import Way

HAS_A_COLUMN = frozenset({"name", "email", "phone", "party", "way", "maybe", "access_needs"})


@dataclass(frozen=True)
class Party:
    """`answers` holds the other fields of the form, such as the topics that somebody hopes for; kept encrypted."""

    name: str
    email: str = ""
    phone: str = ""
    people: int = 1
    answers: Mapping[str, Stored] = field(default_factory=dict)
    way: Way = Way.HERE
    maybe: bool = False
    access_needs: str = ""

    @property
    def contact(self) -> str:
        """What makes two sign-ups the same person; raises `Refused` when there is neither mail nor phone."""
        if not self.email and not self.phone:
            raise Refused("signup.contact_missing", field="email")
        return self.email or dialled(self.phone)

    def stored_answers(self) -> str | None:
        return json.dumps(dict(self.answers), ensure_ascii=False) if self.answers else None


def without_choice(form: Form, online_seats: int) -> Form:
    """The form of a gathering; how somebody takes part is only asked where there is a choice."""
    if online_seats:
        return form
    return Form(form.key, tuple(field for field in form.fields if field.key != "way"))


def party(checked: Checked) -> Party:
    """The party in a checked `sign_up` form; a field that was left open is not kept."""
    return Party(
        name=checked.text("name"),
        email=checked.text("email"),
        phone=checked.text("phone"),
        people=checked.number("party") or 1,
        way=Way(checked.text("way") or Way.HERE),
        maybe=checked.values.get("maybe") is True,
        access_needs=checked.text("access_needs"),
        answers=besides(checked, HAS_A_COLUMN),
    )


def dialled(phone: str) -> str:
    """A number as it is dialled inside the Netherlands, so that +31 6 and 06 are the same."""
    digits = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    for abroad in ("+31", "0031"):
        if digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits
