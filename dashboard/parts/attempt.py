"""A form sent in: checked first, then done; what is wrong comes back by field."""

from collections.abc import Callable, Mapping

from domain.checking import Checked, check
from domain.forms import Form
from domain.refused import Refused
from domain.texts import say


def attempt(form: Form, values: Mapping[str, object], act: Callable[[Checked], object]) -> Mapping[str, str]:
    """Do it when everything is right; gives a sentence for each field that is not.

    A refusal that names no field of the form is raised on.
    """
    checked = check(form, values)
    if checked.errors:
        return checked.errors
    try:
        act(checked)
    except Refused as refused:
        if refused.field not in {one.key for one in form.fields}:
            raise
        return {str(refused.field): say(refused)}
    return {}
