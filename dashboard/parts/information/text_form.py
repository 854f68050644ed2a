"""The form of one text, in one language."""

from collections.abc import Mapping

from domain.checking import Checked
from domain.forms import Field, FieldKind, Form
from domain.information.articles import LONGEST_BODY, LONGEST_SUMMARY, LONGEST_TITLE, Words
from i18n import _
from store.queries.articles import Text

FORM = "article-text"


def text_form() -> Form:
    how = _("Een kop begint met ## en een opsomming met een streepje. Een link: [tekst](https://adres).")
    return Form(
        FORM,
        (
            Field("title", FieldKind.TEXT, _("Titel"), required=True, most=LONGEST_TITLE),
            Field("summary", FieldKind.TEXT, _("In één of twee zinnen"), most=LONGEST_SUMMARY),
            Field("body", FieldKind.LONG_TEXT, _("Tekst"), how, required=True, most=LONGEST_BODY),
        ),
    )


def values_of(text: Text | None) -> dict[str, object]:
    if text is None:
        return {"title": "", "summary": "", "body": ""}
    return {"title": text.title, "summary": text.summary, "body": text.body}


def words_of(checked: Checked) -> Words:
    return Words(checked.text("title"), checked.text("summary"), checked.text("body"))


def words_typed(values: Mapping[str, object]) -> Words:
    """What stands in the form now, right or not: for a look at it."""
    return Words(*(str(values.get(key) or "") for key in ("title", "summary", "body")))
