"""What is said to lift a curtain lifts it."""

from dataclasses import replace

import pytest

from game.market import LEVERS
from game.report.curtains import WITHIN, money_to_show
from game.report.figures import Curtain
from game.report.language import ENGLISH
from game.scenario.rules import Reveal
from game.session import EndTurn, Seat, Submit, apply, new_session, player_view
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
