"""What is said to lift a curtain lifts it."""

from dataclasses import replace

import pytest

from game.market import LEVERS
from game.report.curtains import WITHIN, money_to_show, turns_to_show
from game.report.figures import Curtain
from game.report.language import ENGLISH
from game.report.team import team_report
from game.scenario.rules import Reveal, Rules
from game.session import EndTurn, Seat, Submit, apply, new_session, player_view, team
from game.session.plans import empty_plan
from tests.session.tables import small_rules


@pytest.mark.parametrize("lever", ["joint_meetings", "shared_kpis", "cross_training"])
def test_the_money_that_is_named_shows_the_figure_in_a_few_turns(lever: str) -> None:
    rules = replace(
        small_rules(), reveals=(Reveal(lever=lever, response=0.25, measures=("win_rate",)),)
    )

    def reached(amount: float) -> float:
        session = new_session(rules, 1)
        for _ in range(WITHIN):
            plan = empty_plan(rules).with_spend(lever, amount)
            session = apply(rules, session, Submit(seat=Seat(), spend=plan.spend))
            session = apply(rules, session, EndTurn())
        shown = player_view(rules, session, Seat()).now.responses[LEVERS.index(lever)].value
        assert shown is not None
        return shown

    amount = money_to_show(rules, lever)
    assert reached(amount) >= 0.25
    assert reached(0.8 * amount) < 0.25


def test_what_no_money_shows_has_no_amount() -> None:
    rules = replace(
        small_rules(), reveals=(Reveal(lever="shared_kpis", response=1.0, measures=("win_rate",)),)
    )
    assert money_to_show(rules, "seo") == 0
    view = player_view(rules, new_session(rules, 1), Seat())
    said = ENGLISH.say(Curtain(rules, view).why_hidden("shared_kpis"))
    assert said == "Shown once you spend enough on Shared KPIs."


@pytest.mark.parametrize("share", [0.5, 0.8, 1.2, 2.0])
def test_the_turns_that_are_named_pass_until_the_figure_is_shown(share: float) -> None:
    needed = 0.25
    rules = replace(
        small_rules(), reveals=(Reveal(lever="shared_kpis", response=needed, measures=("sqls",)),)
    )
    place, amount = LEVERS.index("shared_kpis"), share * money_to_show(rules, "shared_kpis")
    spend = empty_plan(rules).with_spend("shared_kpis", amount).spend
    session, said, reached = new_session(rules, 1), [], []
    for _ in range(5):
        session = apply(rules, session, Submit(seat=Seat(), spend=spend))
        session = apply(rules, session, EndTurn())
        response = player_view(rules, session, Seat()).now.responses[place].value
        assert response is not None
        reached.append(response)
        said.append(turns_to_show(rules, "shared_kpis", response, amount))
    opened = next((turn for turn, each in enumerate(reached) if each >= needed), None)
    for turn, turns in enumerate(said):
        if opened is not None and turn < opened:
            assert turns == opened - turn
        elif opened is None:
            assert turns is None or turns > len(said) - 1 - turn


def test_who_has_begun_to_spend_is_told_how_far_it_is() -> None:
    rules = load_small()
    place = LEVERS.index("shared_kpis")
    seats = team(rules, "marketing")
    session = new_session(rules, 1, seats)
    hidden = Curtain(rules, player_view(rules, session, seats[0]))
    assert ENGLISH.say(hidden.why_hidden("shared_kpis")).startswith("Shown after 3 months of about")
    spend = empty_plan(rules).with_spend("shared_kpis", 1_000.0).spend
    session = apply(rules, session, Submit(seat=seats[0], spend=spend))
    session = apply(rules, session, EndTurn())
    view = player_view(rules, session, seats[0])
    reached = view.now.responses[place].value
    assert reached is not None
    said = ENGLISH.say(Curtain(rules, view).why_hidden("shared_kpis"))
    assert said.startswith(f"Shared KPIs: at work {ENGLISH.figure('share', reached)}, shown from")
    (note,) = (
        each.unveils[0].note
        for each in team_report(rules, view).lines
        if each.line.key == "shared_kpis"
    )
    assert ENGLISH.say(note).partition(": ")[2] == said.partition(": ")[2]


def load_small() -> Rules:
    return replace(
        small_rules(), reveals=(Reveal(lever="shared_kpis", response=0.9, measures=("sqls",)),)
    )
