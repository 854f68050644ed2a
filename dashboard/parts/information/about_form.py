"""The form of what a page is: its kind, for whom, and about which topics."""

from datetime import datetime

from dashboard.parts.information.words import AUDIENCES, KINDS
from dashboard.parts.meanwhile import Opened
from domain import forms
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.information.articles import LONGEST_SLUG, LONGEST_TITLE, ArticlePlan
from i18n import _
from store.door_states import ArticleKind, Audience
from store.queries.articles import ArticleFacts
from store.sessions import Session

FORM, NEW_FORM = "article-about", "article-new"


def about_form(session: Session, kept: tuple[str, ...] = ()) -> Form:
    return Form(FORM, _fields(session, kept))


def new_form(session: Session) -> Form:
    how = _("Kleine letters en streepjes, bijvoorbeeld extra-hulp. Het adres verandert later niet meer.")
    names = (
        Field("title", FieldKind.TEXT, _("Titel"), required=True, most=LONGEST_TITLE),
        Field("slug", FieldKind.TEXT, _("Adres van de pagina"), how, required=True, most=LONGEST_SLUG),
    )
    return Form(NEW_FORM, (*names, *_fields(session, ())))


def _fields(session: Session, kept: tuple[str, ...]) -> tuple[Field, ...]:
    kinds = tuple(Option(str(one), str(label)) for one, label in KINDS.items())
    audiences = tuple(Option(str(one), str(label)) for one, label in AUDIENCES.items())
    about = _("De pagina staat bij de groep van het eerste onderwerp. Zoeken kent ook de andere woorden ervoor.")
    return (
        Field("kind", FieldKind.CHOICE, _("Soort"), required=True, options=kinds),
        Field("audience", FieldKind.CHOICE, _("Voor wie"), required=True, options=audiences),
        Field("topics", FieldKind.CHOICES, _("Onderwerpen"), about, options=forms.topics(session, kept=kept)),
    )


def opened(one: ArticleFacts, now: datetime) -> Opened:
    """What a page is about as it stands now, to be changed."""
    values: dict[str, object] = {"kind": str(one.kind), "audience": str(one.audience), "topics": list(one.topics)}
    return Opened(now, values, str(one.id), ArticlePlan(one.slug, one.kind, one.audience, one.topics).mark)


def plan_of(checked: Checked, slug: str) -> ArticlePlan:
    kind, audience = ArticleKind(checked.text("kind")), Audience(checked.text("audience"))
    return ArticlePlan(slug, kind, audience, checked.chosen("topics"))
