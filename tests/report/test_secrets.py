"""What a seat may not see is in no report, and every report says what would show it."""

from collections.abc import Iterator

import pytest

from game.market import LEVERS
from game.report.figures import Curtain
from game.report.language import ENGLISH
from game.report.pipeline_report import pipeline_flow
from game.scenario.rules import RoleKey
from game.session import (
    Figure,
    PlayerView,
    Seat,
    TurnView,
    new_session,
    player_view,
    team,
)
from tests.report.reading import everything, view_of, walk
from tests.session.tables import OFFER, STORM, play, small_rules

TURNS = 6


def figures_of(turn: TurnView) -> Iterator[tuple[str, Figure]]:
    for group in ("figures", "flows", "sources", "losses"):
        for name, figure in getattr(turn, group).items():
            yield f"{group}.{name}", figure
    for name, row in turn.segments.items():
        for place, figure in enumerate(row):
            yield f"segments.{name}.{place}", figure
    for lever, figure in zip(LEVERS, turn.responses, strict=False):
        yield f"responses.{lever}", figure


def secrets(view: PlayerView, full: PlayerView) -> set[float]:
    """Values that one seat must not see and another does, unless they are seen elsewhere too.

    Round numbers (start values, targets, budgets) are left out: they may be equal by chance.
    """
    hidden: set[float] = set()
    seen: set[float] = set()
    for mine, whole in zip(view.history, full.history, strict=True):
        values = dict(figures_of(whole))
        for name, figure in figures_of(mine):
            value = values[name].value
            if value is not None:
                (seen if figure.known else hidden).add(value)
    return {value for value in hidden - seen if value != round(value, 3)}


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["steady", "silo_marketing", "silo_sales", "random"])
def test_no_report_shows_a_hidden_number(role: RoleKey, strategy: str) -> None:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    seats = team(rules, role)
    session = new_session(rules, seats=seats)
    for _ in range(TURNS):
        session = play(rules, session, strategy, turns=1)
        view = player_view(rules, session, Seat(0, role))
        full = player_view(rules, session, Seat())
        known = {each for each in walk(everything(rules, view)) if isinstance(each, float)}
        hidden = secrets(view, full)
        assert hidden
        assert known.isdisjoint(hidden)


def test_the_search_for_secrets_would_find_one() -> None:
    rules = small_rules(TURNS)
    seats = team(rules, "marketing")
    session = play(rules, new_session(rules, seats=seats), turns=2)
    view, full = player_view(rules, session, seats[0]), player_view(rules, session, Seat())
    known = {each for each in walk(everything(rules, full)) if isinstance(each, float)}
    assert not known.isdisjoint(secrets(view, full))


def test_a_hidden_figure_says_what_would_show_it() -> None:
    rules = small_rules()
    view = view_of(rules, "marketing", 1, "silo_marketing")
    shown = Curtain(rules, view).measure(view.now, "sqls")
    assert shown.hidden
    assert shown.said(ENGLISH) == "hidden"
    assert shown.note is not None
    assert ENGLISH.say(shown.note) == "Shown once you spend enough on Joint meetings."
    closed = Curtain(rules, view).measure(view.now, "win_rate")
    assert closed.note is not None
    assert ENGLISH.say(closed.note) == "Your role does not see this."


def test_the_pipeline_names_what_it_hides_and_says_no_number_there() -> None:
    rules = small_rules()
    report = pipeline_flow(rules, view_of(rules, "marketing", 2, "silo_marketing"))
    assert report is not None
    assert {"sqls", "opportunities", "waiting", "handoff", "lost"} <= set(report.hidden)
    assert not {"leads", "mqls", "wins"} & set(report.hidden)
    assert report.flow.hidden == set(report.hidden)
    assert report.words.hidden == "hidden"
    assert report.words.waiting == ""
    assert report.flow.handoff == ()
    assert report.flow.lost == ()
