"""One story: read by its moderator, let out or kept back, quotes chosen; open to nobody else."""

from typing import Any

from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import MODERATOR, Page
from dashboard.parts import card, confirmed, errors_of, field_errors, field_values, notice, page_header, toast, typed
from dashboard.parts.attempt import attempt
from dashboard.parts.facts import facts
from dashboard.parts.stories import decided as after
from dashboard.parts.stories.deciding import FORM, KEEP_BACK, REASON, RELEASE, deciding, form_of
from dashboard.parts.stories.looks import PATH
from dashboard.parts.stories.marked import marked, second_reader
from dashboard.parts.stories.meaning import meaning
from dashboard.parts.stories.quote_acts import register_quotes
from dashboard.parts.stories.still_there import register_still_there
from domain import catalogue
from domain.checking import Checked
from domain.refused import Refused
from domain.stories import looking, moderating, themes
from domain.stories.moderating import Decision
from domain.stories.second_reading import apart
from domain.texts import say
from i18n import _, day, lazy
from store.door_states import Consent, SecondReading, StoryState
from store.queries.stories import story_queue
from store.queries.stories.story_queue import StoryText
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

BACK = (PATH, lazy("Verhalen"))


def layout(number: int) -> Component:
    stores = [dcc.Store(id="story-number", data=number), dcc.Store(id="story-changed"), dcc.Store(id="story-seen")]
    return html.Div([*stores, html.Div(id="story", className="stack")])


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    _register_release(callbacks, services)
    _register_keeping_back(callbacks, services)
    _register_taking_back(callbacks, services)
    register_quotes(callbacks, services)
    register_still_there(callbacks, services, FORM)


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("story", "children"),
        Output("story-seen", "data"),
        Input("story-number", "data"),
        Input("story-changed", "data"),
        roles=MODERATOR,
    )
    def show(number: int, _changed: object) -> tuple[list[Component], int]:
        with services.database.reading() as session:
            one = story_queue.one(session, int(number))
            if one is None:
                gone = _("Dit verhaal is er niet meer. De verteller heeft het gewist.")
                return [page_header(_("Verhaal"), gone, back=(PATH, str(BACK[1])))], 0
            return _draw(session, one), one.revision


def _draw(session: Session, one: StoryText) -> list[Component]:
    name = one.title or _("Verhaal van {day}", day=day(one.told_on, year=True))
    head: list[Component] = [page_header(name, back=(PATH, str(BACK[1])))]
    if one.is_urgent:
        said = _("Hier staan woorden van gevaar in. De coördinator kreeg daar bericht van. Lees dit verhaal het eerst.")
        head.append(notice(html.P(said), tone="bad", symbol="triangle-alert"))
    cards = [
        card(*_told(session, one), title=_("Verteld")),
        card(facts(meaning(session, one)), title=_("Wat de verteller erbij koos")),
    ]
    if one.state is StoryState.WAITING:
        reasons = catalogue.entries(session, moderating.KEPT_BACK)
        suggested = themes.suggest(session, one.released or one.told)
        return [*head, *cards, deciding(one, themes.themes(session), suggested, reasons)]
    reasons = catalogue.entries(session, moderating.KEPT_BACK, all_of_them=True)
    return [*head, *after.decided(one, themes.names(session), {why.key: why.label for why in reasons}), *cards]


def _told(session: Session, one: StoryText) -> list[Component]:
    if not one.told:
        return [html.P(_("De vertelde tekst is gewist, zoals beloofd."))]
    if one.consent is Consent.COUNT and one.state is not StoryState.WAITING:
        return [html.P(_("De verteller wilde alleen meetellen. Na het besluit leest niemand de woorden."))]
    told = marked(one.told, looking.in_told(session, one))
    will_read = one.state is StoryState.WAITING and apart.is_installed()
    if one.second_reading is SecondReading.WAITING and not will_read:
        return [told]
    return [told, second_reader(one.second_reading)]


def _register_release(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("story-changed", "data", allow_duplicate=True),
        Input(RELEASE, "n_clicks"),
        field_values(FORM),
        State("story-number", "data"),
        State("story-seen", "data"),
        roles=MODERATOR,
        prevent_initial_call=True,
    )
    def release(clicks: object, values: list[object], number: int, seen: int) -> tuple[list[Any], Any]:
        if not clicks:
            return [no_update] * len(values), no_update
        with services.database.reading() as session:
            one = story_queue.one(session, int(number))
            names = {theme.key: theme.name for theme in themes.themes(session)}
        if one is None:
            raise Refused("story.gone")
        form = form_of(one, names)
        if len(values) != len(form.fields):
            raise Refused("story.text_erased")  # at night, while the page stood open
        errors = attempt(form, typed(form, values), lambda checked: _release(services, one, checked, int(seen)))
        if errors:
            return errors_of(form, errors), no_update
        toast(_("Vrijgegeven, zo ver als de verteller wilde."))
        return errors_of(form, {}), services.now().isoformat()


def _release(services: Services, one: StoryText, checked: Checked, seen: int) -> None:
    decision = Decision(
        checked.text("words"), checked.text("title"), checked.yes("nobody_known"), checked.chosen("themes")
    )
    with services.database.writing() as session:
        moderating.release(session, one.number, decision, seen=seen, by=current_actor(), now=services.now())


def _register_keeping_back(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("story-changed", "data", allow_duplicate=True),
        Output(REASON, "error"),
        Input(KEEP_BACK, "n_clicks"),
        State(REASON, "value"),
        State("story-number", "data"),
        State("story-seen", "data"),
        roles=MODERATOR,
        prevent_initial_call=True,
    )
    def keep_back(clicks: object, reason: object, number: int, seen: int) -> tuple[Any, Any]:
        if not clicks:
            return no_update, no_update
        by, now = current_actor(), services.now()
        try:
            with services.database.writing() as session:
                moderating.keep_back(session, int(number), str(reason or ""), seen=int(seen), by=by, now=now)
        except Refused as refused:
            if refused.field != "reason":
                raise
            return no_update, say(refused)
        toast(_("Tegengehouden."))
        return now.isoformat(), None


def _register_taking_back(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("story-changed", "data", allow_duplicate=True),
        confirmed(after.TAKE_BACK),
        State("story-number", "data"),
        roles=MODERATOR,
        prevent_initial_call=True,
    )
    def take_back(clicks: object, number: int) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        if not clicks:
            return no_update
        now = services.now()
        with services.database.writing() as session:
            moderating.take_back(session, int(number), by=current_actor(), now=now)
        toast(_("Teruggehaald. Niemand leest het nog."))
        return now.isoformat()


PAGE = Page(f"{PATH}/<int:number>", lazy("Verhaal"), MODERATOR, layout, register=register)
