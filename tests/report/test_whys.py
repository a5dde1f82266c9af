"""Why a figure changed: what is shown adds up, is ordered by size, and tells no secrets."""

import math
from dataclasses import replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.funnel_why import FunnelWhy, funnel_why
from game.analysis.turn_inputs import Cause
from game.analysis.why import Why, whys
from game.market.arrays import locked
from game.report.charts import Size, waterfall
from game.report.figures import NOT_YOURS
from game.report.language import ENGLISH, Language
from game.report.number_style import MINUS
from game.report.rounding import grain_of
from game.report.stage_whys import IN_FUNNEL, StageStep, stage_steps
from game.report.theme import LIGHT
from game.report.whys import ASKED, MOST_STEPS, REST, UNSEEN, WhyReport, why_report
from game.scenario.measures import Kind
from game.scenario.rules import Reveal, RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    new_session,
    no_luck,
    player_view,
    replay,
    team,
)
from tests.report.reading import sentences, walk
from tests.report.test_secrets import secrets
from tests.session.tables import OFFER, STORM, even, play, small_rules, submit

TURNS = 6


def game(role: RoleKey = "all", strategy: str = "random") -> tuple[Rules, Session]:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    return rules, play(rules, new_session(rules, 3, seats=team(rules, role)), strategy)


def seen_by(rules: Rules, session: Session, role: RoleKey = "all") -> PlayerView:
    return player_view(rules, session, Seat(0, role))


def reports(role: RoleKey = "all", strategy: str = "random") -> list[WhyReport]:
    rules, session = game(role, strategy)
    view = seen_by(rules, session, role)
    return [
        why_report(rules, view, found)
        for turn in range(2, TURNS + 1)
        for found in whys(rules, session, ASKED, turn)
    ]


def parsed(said: str) -> float:
    """Return the number that is written in a change, in its own unit."""
    text = said.replace("\N{NO-BREAK SPACE}", "").replace(MINUS, "-").replace("€", "")
    text = text.replace(",", "")
    for unit, size in (("bn", 1e9), ("M", 1e6), ("k", 1e3), ("pp", 0.01), ("h", 1.0)):
        if text.endswith(unit):
            return float(text.removesuffix(unit)) * size
    return float(text)


KINDS: list[Kind] = ["people", "money", "share", "hours", "ratio"]


@given(
    kind=st.sampled_from(KINDS),
    start=st.floats(0, 1e6),
    parts=st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=7),
)
def test_written_parts_add_up_to_the_written_change(
    kind: Kind, start: float, parts: list[float]
) -> None:
    grain = grain_of(kind, [start, start + sum(parts), *parts])
    whole = grain.rounded(grain.rounded(start + sum(parts)) - grain.rounded(start))
    written = grain.parts(parts, whole)
    said = [parsed(grain.change(ENGLISH, each)) for each in written]
    assert math.fsum(said) == pytest.approx(whole, abs=grain.unit / 100)
    assert all(
        abs(one - other) <= grain.unit * 1.001 for one, other in zip(parts, written, strict=True)
    )


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_bars_lead_from_the_figure_before_to_the_figure_now(role: RoleKey) -> None:
    told = [report for report in reports(role) if report.before is not None]
    assert told
    for report in told:
        assert report.before is not None
        assert report.now is not None
        change = sum(step.change for step in report.steps)
        assert report.before + change == pytest.approx(report.now, abs=report.grain.unit / 100)
        chart = report.waterfall()
        assert chart is not None
        assert chart.end == pytest.approx(report.now, abs=report.grain.unit / 100)


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_at_most_seven_bars_show_the_largest_first(role: RoleKey) -> None:
    for report in reports(role):
        assert len(report.steps) <= MOST_STEPS
        named = [abs(step.change) for step in report.steps if step.key != REST]
        # Rounding may lift one of two that are alike, by one step of what is written.
        assert all(one >= other - report.grain.unit * 1.001 for one, other in pairwise(named))
        assert REST not in [step.key for step in report.steps[:-1]]


def test_a_sentence_says_what_was_decided() -> None:
    rules = small_rules(3)
    more = submit(even(advertising=40_000.0, seo=0.0))
    start = new_session(rules, 1, luck=no_luck(rules))
    session = replay(rules, start, [submit(), EndTurn(), EndTurn(), more, EndTurn()])
    found = whys(rules, session, ("leads",), 3)[0]
    report = why_report(rules, seen_by(rules, session), found)
    said = next(step.said for step in report.steps if step.key == "marketing")
    assert ENGLISH.say(said).startswith("More money for Advertising, less for SEO: +")


@pytest.mark.parametrize(("factor", "way"), [(1.6, "More"), (0.6, "Fewer")])
def test_a_sentence_says_which_way_demand_went(factor: float, way: str) -> None:
    rules = small_rules(3)
    luck = no_luck(rules)
    demand = luck.demand.copy()
    demand[2] = factor
    start = new_session(rules, 1, luck=locked(replace(luck, demand=demand)))
    session = replay(rules, start, [submit(), EndTurn(), EndTurn(), EndTurn()])
    report = why_report(rules, seen_by(rules, session), whys(rules, session, ("leads",), 3)[0])
    said = next(step.said for step in report.steps if step.key == "demand")
    assert ENGLISH.say(said).startswith((way, "Demand"))


def test_a_sentence_names_the_news() -> None:
    rules, session = game(strategy="steady")
    report = why_report(rules, seen_by(rules, session), whys(rules, session, ("leads",), 2)[0])
    said = next(step.said for step in report.steps if step.key == "events")
    assert "“A storm”" in ENGLISH.say(said)


def test_bars_that_did_harm_are_marked_so() -> None:
    for report in reports():
        assert all(step.good == (1 if step.change > 0 else -1) for step in report.steps)


# Secrets -----------------------------------------------------------------------------------------


def test_a_hidden_measure_is_not_explained() -> None:
    rules, session = game("marketing", "silo_sales")
    view = seen_by(rules, session, "marketing")
    found = whys(rules, session, ("satisfaction",), 3)[0]
    report = why_report(rules, view, found)
    assert report.headline == NOT_YOURS
    assert report.steps == ()
    assert report.waterfall() is None
    assert not {found.before, found.now} & set(walk(report))


def with_parts(found: Why, **parts: float) -> Why:
    changed: dict[Cause, float] = {**found.parts, **parts}  # type: ignore[dict-item]  # causes
    return replace(found, parts=MappingProxyType(changed))


def test_causes_behind_the_curtain_are_one_bar_that_does_not_tell_them_apart() -> None:
    rules, session = game("marketing", "silo_marketing")
    view = seen_by(rules, session, "marketing")
    found = whys(rules, session, ("bookings",), 3)[0]
    report = why_report(rules, view, found)
    assert {"sales", "together", "pipeline"}.isdisjoint(step.key for step in report.steps)
    hidden = next(step for step in report.steps if step.key == UNSEEN)
    assert "What your role does not see (" in ENGLISH.say(hidden.said)
    assert "Already on the way" in ENGLISH.say(hidden.said)
    other = with_parts(
        found,
        sales=found.parts["sales"] - 5_000,
        pipeline=found.parts["pipeline"] + 5_000,
    )
    assert why_report(rules, view, other) == report
    whole = seen_by(rules, session)
    assert why_report(rules, whole, other) != why_report(rules, whole, found)


def test_the_bar_of_hidden_things_says_what_would_show_them() -> None:
    shows = Reveal(lever="joint_meetings", response=0.3, measures=("opportunities",))
    rules = small_rules(TURNS, reveals=(shows,))
    session = play(rules, new_session(rules, 3, seats=team(rules, "marketing")), "silo_marketing")
    view = seen_by(rules, session, "marketing")
    report = why_report(rules, view, whys(rules, session, ("bookings",), 3)[0])
    hidden = next(step for step in report.steps if step.key == UNSEEN)
    assert "What you cannot see yet (" in ENGLISH.say(hidden.said)
    assert "; Joint meetings would show more)" in ENGLISH.say(hidden.said)


def test_where_all_look_the_bar_is_of_what_one_of_them_may_not_see() -> None:
    rules, session = game("marketing", "silo_marketing")
    view = replace(seen_by(rules, session, "marketing"), shared=True)
    report = why_report(rules, view, whys(rules, session, ("bookings",), 3)[0])
    hidden = next(step for step in report.steps if step.key == UNSEEN)
    assert ENGLISH.say(hidden.name) == "Not seen by all"
    assert ENGLISH.say(hidden.said).startswith("What at least one of you may not see (")


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["silo_marketing", "silo_sales", "random"])
def test_no_hidden_figure_is_in_an_explanation(role: RoleKey, strategy: str) -> None:
    rules, session = game(role, strategy)
    view, full = seen_by(rules, session, role), seen_by(rules, session)
    hidden = secrets(view, full)
    assert hidden
    for turn in range(2, TURNS + 1):
        told = [why_report(rules, view, found) for found in whys(rules, session, ASKED, turn)]
        steps = [stage_steps(rules, view, funnel_why(session, name, turn)) for name in IN_FUNNEL]
        assert hidden.isdisjoint(each for each in walk([told, steps]) if isinstance(each, float))


# The funnel --------------------------------------------------------------------------------------


def stages(role: RoleKey, name: str, turn: int) -> tuple[StageStep, ...]:
    rules, session = game(role)
    return stage_steps(rules, seen_by(rules, session, role), funnel_why(session, name, turn))


@pytest.mark.parametrize("name", IN_FUNNEL)
@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_stages_add_up_to_the_change_as_it_is_written(role: RoleKey, name: str) -> None:
    rules, session = game(role)
    view = seen_by(rules, session, role)
    for turn in range(2, TURNS + 1):
        found = funnel_why(session, name, turn)
        grain = grain_of(
            "money" if name == "bookings" else "people",
            [found.before, found.now, *found.parts.values()],
        )
        steps = stage_steps(rules, view, found)
        assert sum(step.change for step in steps) == pytest.approx(
            found.now - found.before, abs=2 * grain.unit
        )


def test_whoever_sees_all_sees_every_stage() -> None:
    steps = stages("all", "bookings", 4)
    assert [step.key for step in steps] == [
        *("leads", "mqls", "sqls", "opportunities", "closed", "wins", "bookings"),
    ]
    assert ENGLISH.say(steps[1].said).startswith("Qualified, of the leads: ")
    assert steps[-1].kind == "money"


def test_hidden_stages_are_one_step_that_follows_from_what_is_seen() -> None:
    rules, session = game("marketing", "silo_marketing")
    view = seen_by(rules, session, "marketing")
    found = funnel_why(session, "bookings", 3)
    steps = stage_steps(rules, view, found)
    assert [step.key for step in steps] == ["leads", "mqls", "wins", "bookings"]
    assert "you do not see what happens between" in ENGLISH.say(steps[2].said)
    sqls, opened = found.rates["sqls"], found.rates["opportunities"]
    other = FunnelWhy(
        measure=found.measure,
        turn=found.turn,
        before=found.before,
        now=found.now,
        rates=MappingProxyType(
            {
                **found.rates,
                "sqls": (sqls[0] * 2, sqls[1] / 4),
                "opportunities": (opened[0] / 2, opened[1] * 4),
            }
        ),
        parts=found.parts,
    )
    assert stage_steps(rules, view, other) == steps
    whole = seen_by(rules, session)
    assert stage_steps(rules, whole, other) != stage_steps(rules, whole, found)


# Saying and drawing ------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "de", "qps"])
@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_every_explanation_can_be_said_and_drawn(locale: str, role: RoleKey) -> None:
    rules, session = game(role)
    view, language = seen_by(rules, session, role), Language.from_catalogue(locale)
    for found in whys(rules, session, ASKED, 4):
        report = why_report(rules, view, found, language)
        assert all(language.say(each) for each in sentences(report))
        data = report.waterfall(language)
        if data is not None:
            chart = waterfall(
                data,
                size=Size(width=600, height=240),
                theme=LIGHT,
                fmt=partial(report.grain.figure, language),
                fmt_change=partial(report.grain.change, language),
            )
            assert chart.description
    for name in IN_FUNNEL:
        steps = stage_steps(rules, view, funnel_why(session, name, 4), language)
        assert all(language.say(each) for each in sentences(steps))
