"""What a seat may not see is in no report, and every report says what would show it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from game.market import LEVERS, Array
from game.report.figures import NOT_YOURS, NOTHING_YET, Curtain, why_several
from game.report.language import ENGLISH
from game.report.pipeline_report import pipeline_flow
from game.scenario.rules import RoleKey, Rules
from game.session import (
    Figure,
    PlayerView,
    Seat,
    Session,
    TurnView,
    new_session,
    player_view,
    team,
    views,
)
from game.session.flows import (
    FLOWS,
    REASONS,
    SEGMENT_FLOWS,
    Values,
    lead_sources,
    loss_reasons,
)
from game.session.measures import measure
from game.session.world import World
from tests.report.reading import everything, sentences, view_of, walk
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


def forget() -> None:
    """Let the gate look at every turn anew."""
    views.beginnings.clear()
    views.played_turns.clear()


@contextmanager
def bent(monkeypatch: pytest.MonkeyPatch, names: frozenset[str]) -> Iterator[None]:
    """Make the gate read other numbers wherever they are behind the curtain of these measures."""

    def other(values: Values) -> Values:
        return lambda world: 1.37 * values(world) + 11

    def other_parts(parts: Callable[..., dict[str, float]]) -> Callable[..., dict[str, float]]:
        return lambda *given: {key: 1.37 * each + 11 for key, each in parts(*given).items()}

    def other_measure(rules: Rules, world: World, name: str) -> Array:
        value = measure(rules, world, name)
        return 1.37 * value + 0.11 if name in names else value

    with monkeypatch.context() as patch:
        patch.setattr(views, "measure", other_measure)
        for flows in (FLOWS, SEGMENT_FLOWS):
            for key, (gate, values) in list(flows.items()):
                if gate in names:
                    patch.setitem(flows, key, (gate, other(values)))
        if "leads" in names:
            patch.setattr(views, "lead_sources", other_parts(lead_sources))
        if REASONS in names:
            patch.setattr(views, "loss_reasons", other_parts(loss_reasons))
        forget()
        yield
    forget()


def told(rules: Rules, session: Session, seat: Seat) -> bytes:
    """Everything that a seat is told, in words and in numbers, byte by byte."""
    reports = everything(rules, player_view(rules, session, seat))
    said = [ENGLISH.say(each) for each in sentences(reports)]
    return f"{reports!r} {said!r}".encode()


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["silo_marketing", "silo_sales", "random"])
def test_other_hidden_numbers_leave_every_report_as_it_is(
    monkeypatch: pytest.MonkeyPatch, role: RoleKey, strategy: str
) -> None:
    rules, seat = small_rules(TURNS, events=(STORM, OFFER)), Seat(0, role)
    session = play(rules, new_session(rules, seats=team(rules, role)), strategy, turns=3)
    turns = player_view(rules, session, seat).history
    hidden = frozenset(
        name for name in turns[0].figures if not any(turn.figures[name].known for turn in turns)
    )
    before = told(rules, session, seat)
    with bent(monkeypatch, hidden):
        assert told(rules, session, seat) == before
    with bent(monkeypatch, frozenset({"wins"})):
        assert told(rules, session, seat) != before
    # Whoever sees everything is told of it.
    whole = told(rules, session, Seat())
    with bent(monkeypatch, hidden):
        assert told(rules, session, Seat()) != whole


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
    said = ENGLISH.say(shown.note)
    assert said.startswith("Shown after 3 months of about €")
    assert said.endswith("a turn on Joint meetings.")
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


def test_several_hidden_things_are_spoken_of_together() -> None:
    assert ENGLISH.say(why_several(NOT_YOURS, 1)) == "Your role does not see this."
    assert ENGLISH.say(why_several(NOT_YOURS, 3)) == "Your role does not see these."
    assert why_several(NOTHING_YET, 3) == NOTHING_YET
