"""What may be done in a game, what is refused and how, and what a turn does with it."""

import math
from dataclasses import replace

import numpy as np
import pytest

from game.errors import DecisionRejected
from game.market import LEVERS
from game.scenario.rules import (
    Choice,
    Effect,
    EventRule,
    LeverRule,
    PolicyRules,
    Rules,
    ScoreRule,
)
from game.session import (
    Choose,
    Command,
    EndTurn,
    Seat,
    Session,
    Submit,
    apply,
    is_over,
    new_session,
    player_view,
    seat_budget,
)
from game.session.game import firm_plan
from game.session.score import reached
from game.session.seats import team
from tests.session.tables import BUDGET, OFFER, STORM, even, play, small_rules, submit


def refusal(rules: Rules, session: Session, command: Command) -> DecisionRejected:
    with pytest.raises(DecisionRejected) as caught:
        apply(rules, session, command)
    return caught.value


def test_a_game_of_six_turns_ends_after_six_turns() -> None:
    rules = small_rules(6)
    session = new_session(rules)
    for _ in range(6):
        assert not is_over(rules, session)
        session = apply(rules, session, EndTurn())
    assert is_over(rules, session)
    assert refusal(rules, session, EndTurn()).code == "game_over"
    assert refusal(rules, session, submit(even(0.0))).code == "game_over"


def test_more_money_than_there_is_is_refused_with_both_figures() -> None:
    rules = small_rules()
    error = refusal(rules, new_session(rules), submit(even(20_000.0)))
    assert error.code == "over_budget"
    assert "200,000" in str(error)
    assert "320,000" in str(error)
    assert "120,000" in str(error)


@pytest.mark.parametrize("amount", [-1.0, math.nan, math.inf])
def test_an_impossible_amount_is_refused_by_name(amount: float) -> None:
    rules = small_rules()
    error = refusal(rules, new_session(rules), submit(even(0.0, seo=amount)))
    assert error.code == "bad_amount"
    assert "seo" in str(error).lower()


def test_a_refused_command_leaves_the_game_as_it_was() -> None:
    rules = small_rules()
    session = apply(rules, new_session(rules), submit(even(1_000.0)))
    refusal(rules, session, submit(even(1e9)))
    assert session.submits[0].spend == even(1_000.0)
    assert len(session.journal) == 1


def test_a_locked_lever_opens_in_its_turn() -> None:
    levers = tuple(LeverRule(key=lever, unlock_turn=3 if lever == "seo" else 1) for lever in LEVERS)
    rules = small_rules(levers=levers)
    session = new_session(rules)
    error = refusal(rules, session, submit(even(100.0)))
    assert error.code == "lever_locked"
    assert "turn 3" in str(error)
    for _ in range(2):
        session = apply(rules, session, EndTurn())
    assert apply(rules, session, submit(even(100.0))).submits


def test_a_limit_of_a_lever_is_kept() -> None:
    levers = tuple(
        LeverRule(key=lever, limit=500.0 if lever == "seo" else None) for lever in LEVERS
    )
    rules = small_rules(levers=levers)
    assert refusal(rules, new_session(rules), submit(even(501.0))).code == "over_limit"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"bar": 1.2}, "bar_out_of_range"),
        ({"focus": (0.5, 0.5)}, "bad_focus"),
        ({"focus": (0.5, 0.5, 0.5, 0.5)}, "focus_sum"),
        ({"focus": (1.5, -0.5, 0.0, 0.0)}, "bad_focus"),
        ({"positioning": 7}, "unknown_message"),
        ({"prediction": -1.0}, "bad_prediction"),
        ({"prediction": math.nan}, "bad_prediction"),
        ({"because": "x" * 201}, "reason_too_long"),
    ],
)
def test_every_refusal_has_a_code_of_its_own(changes: dict[str, object], code: str) -> None:
    rules = small_rules()
    assert refusal(rules, new_session(rules), submit(even(0.0), **changes)).code == code


def test_a_locked_policy_cannot_be_changed_but_may_be_repeated() -> None:
    rules = small_rules(policies=PolicyRules(focus=(0.25,) * 4, bar_free=False))
    session = new_session(rules)
    assert refusal(rules, session, submit(even(0.0), bar=0.9)).code == "policy_locked"
    assert apply(rules, session, submit(even(0.0), bar=0.5)).submits


def test_unspent_money_stays_in_the_bank() -> None:
    rules = small_rules()
    session = apply(rules, new_session(rules), submit(even(5_000.0)))
    session = apply(rules, session, EndTurn())
    assert player_view(rules, session, Seat()).budget == pytest.approx(2 * BUDGET - 80_000)


def test_a_turn_without_a_plan_repeats_the_last_one() -> None:
    rules = small_rules()
    session = apply(rules, new_session(rules), submit(even(7_000.0), bar=0.7))
    session = apply(rules, session, EndTurn())
    session = apply(rules, session, EndTurn())
    assert session.history[1].plans == session.history[0].plans


def test_an_event_waits_for_a_choice_and_the_choice_costs_at_once() -> None:
    rules = small_rules(events=(OFFER,))
    session = apply(rules, new_session(rules), EndTurn())
    view = player_view(rules, session, Seat())
    assert [event.key for event in view.pending] == ["offer"]
    answered = apply(rules, session, Choose(seat=Seat(), event="offer", choice="pay"))
    after = player_view(rules, answered, Seat())
    assert after.budget == view.budget - 20_000
    assert after.now.figures["satisfaction"] == view.now.figures["satisfaction"]
    assert float(answered.world.market.satisfaction[0]) == pytest.approx(
        float(session.world.market.satisfaction[0]) + 0.1
    )
    again = Choose(seat=Seat(), event="offer", choice="wait")
    assert refusal(rules, answered, again).code == "already_chosen"


@pytest.mark.parametrize(
    ("event", "choice", "code"),
    [
        ("offer", "dream", "cannot_afford"),
        ("offer", "sing", "no_such_choice"),
        ("party", "wait", "no_such_event"),
        ("storm", "wait", "no_such_choice"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(event: str, choice: str, code: str) -> None:
    rules = small_rules(events=(OFFER, STORM))
    session = apply(rules, new_session(rules), EndTurn())
    command = Choose(seat=Seat(), event=event, choice=choice)
    assert refusal(rules, session, command).code == code


def test_where_nobody_chooses_the_first_choice_is_taken() -> None:
    rules = small_rules(events=(OFFER,))
    session = apply(rules, apply(rules, new_session(rules), EndTurn()), EndTurn())
    assert int(session.world.chosen[0, 0]) == 0


def test_a_cost_after_the_plan_cuts_the_plan_and_never_the_bank() -> None:
    rules = small_rules(events=(OFFER,))
    session = apply(rules, new_session(rules), submit(even(12_500.0)))
    session = apply(rules, session, EndTurn())
    session = apply(rules, session, submit(even(12_500.0)))
    session = apply(rules, session, Choose(seat=Seat(), event="offer", choice="pay"))
    session = apply(rules, session, EndTurn())
    assert session.history[-1].plans[0].total == pytest.approx(BUDGET - 20_000)
    assert float(session.world.market.cash[0]) == pytest.approx(BUDGET)


def test_an_event_bends_the_market_only_while_it_lasts() -> None:
    rules, calm = small_rules(events=(STORM,)), small_rules()
    stormy = play(rules, new_session(rules))
    quiet = play(calm, new_session(calm))
    people = [
        [record.closed.outcome.in_market[1] for record in session.history]  # type: ignore[union-attr]
        for session in (stormy, quiet)
    ]
    ratios = [float(a / b) for a, b in zip(*people, strict=True)]
    assert ratios[0] == 1
    assert ratios[1] == pytest.approx(0.5)
    assert ratios[2] == pytest.approx(0.5, abs=0.05)
    assert ratios[3] == pytest.approx(1, abs=0.05)


def test_two_roles_share_the_money_and_add_up_on_common_lines() -> None:
    rules = small_rules()
    seats = team(rules, "marketing")
    session = new_session(rules, seats=seats)
    marketing, sales = seats
    assert seat_budget(rules, session, marketing) == pytest.approx(0.6 * BUDGET)
    assert seat_budget(rules, session, sales) == pytest.approx(0.4 * BUDGET)
    one = submit(even(0.0, seo=10_000.0, joint_meetings=3_000.0))
    session = apply(rules, session, _at(one, marketing))
    two = submit(even(0.0, negotiation=5_000.0, joint_meetings=2_000.0))
    session = apply(rules, session, _at(two, sales))
    plan = firm_plan(rules, session, 0)
    assert plan.on("seo") == 10_000
    assert plan.on("negotiation") == 5_000
    assert plan.on("joint_meetings") == 5_000


def test_a_role_may_not_touch_the_other_sides_lines_or_policies() -> None:
    rules = small_rules()
    seats = team(rules, "marketing")
    session = new_session(rules, seats=seats)
    stolen = _at(submit(even(0.0, negotiation=1.0)), seats[0])
    assert refusal(rules, session, stolen).code == "not_your_line"
    barred = _at(submit(even(0.0), bar=0.9), seats[0])
    assert refusal(rules, session, barred).code == "not_your_policy"


def _at(command: Submit, seat: Seat) -> Submit:
    return replace(command, seat=seat)


def test_events_that_add_up_leave_a_share_a_share() -> None:
    worse = tuple(
        EventRule(
            key=f"worse_{number}",
            title="Worse",
            effects=(Effect(target="leak", operation="plus", value=0.6),),
        )
        for number in range(2)
    )
    rules = small_rules(events=worse)
    outcome = play(rules, new_session(rules), turns=1).history[0].closed.outcome
    assert outcome is not None
    assert outcome.leak_rate.max() <= 1
    assert outcome.sqls.min() >= 0


def test_a_seat_that_says_nothing_for_turns_goes_on_as_before() -> None:
    rules = small_rules()
    seats = team(rules, "marketing")
    session = new_session(rules, seats=seats)
    session = apply(rules, session, _at(submit(even(0.0, product_demos=2_000.0)), seats[1]))
    spent = []
    for _ in range(4):
        session = apply(rules, session, _at(submit(even(0.0, seo=1_000.0)), seats[0]))
        session = apply(rules, session, EndTurn())
        spent.append(session.history[-1].plans[0].on("product_demos"))
    assert spent == [2_000.0] * 4


def test_repeating_a_policy_does_not_take_it_from_who_decides_it() -> None:
    rules = small_rules()
    marketing, sales = seats = team(rules, "marketing")
    session = new_session(rules, seats=seats)
    session = apply(rules, session, _at(submit(even(0.0), bar=0.9), sales))
    session = apply(rules, session, _at(submit(even(0.0), bar=0.4), marketing))
    assert firm_plan(rules, session, 0).bar == 0.9


def test_more_budget_from_a_choice_can_be_spent_in_its_turns() -> None:
    grant = replace(
        OFFER,
        choices=(
            OFFER.choices[0],
            Choice(
                key="take",
                text="Take it",
                lasts_turns=2,
                effects=(Effect(target="budget", operation="plus", value=5e4, firms="you"),),
            ),
        ),
    )
    rules = small_rules(events=(grant,))
    session = apply(rules, new_session(rules), submit(even(12_500.0)))
    session = apply(rules, session, EndTurn())
    session = apply(rules, session, Choose(seat=Seat(), event="offer", choice="take"))
    budgets = []
    for _ in range(3):
        budgets.append(player_view(rules, session, Seat()).budget)
        session = apply(rules, session, submit((budgets[-1],) + (0.0,) * 15))
        session = apply(rules, session, EndTurn())
    assert budgets == [BUDGET + 5e4, BUDGET + 5e4, BUDGET]


def test_a_rival_with_less_budget_spends_less() -> None:
    cut = EventRule(
        key="cut",
        title="Cut",
        effects=(Effect(target="budget", operation="times", value=0.5, firms="rivals"),),
    )
    rules = small_rules(events=(cut,))
    outcome = play(rules, new_session(rules), turns=1).world.outcome
    assert outcome is not None
    assert outcome.spend[1:].sum(axis=-1) == pytest.approx(BUDGET / 2)


def test_a_cheaper_rival_wins_deals_from_you() -> None:
    cheap = EventRule(
        key="cheap",
        title="Cheap",
        effects=(Effect(target="price", operation="times", value=0.8, firms="rivals"),),
        lasts_turns=6,
    )
    wins = []
    for events in ((), (cheap,)):
        rules = small_rules(events=events)
        outcome = play(rules, new_session(rules)).world.outcome
        assert outcome is not None
        wins.append(outcome.wins.sum(axis=-1))
    assert wins[1][0] < wins[0][0]
    assert (wins[1][1:] > wins[0][1:]).all()


def test_an_event_does_not_return_while_its_choice_still_acts() -> None:
    again = replace(
        OFFER,
        when=(),
        repeats=True,
        choices=(replace(OFFER.choices[0], lasts_turns=4),),
    )
    rules = small_rules(events=(again,))
    session = play(rules, new_session(rules))
    happened = [int(record.opened.fired[0]) for record in session.history]
    assert happened == [1, 1, 1, 1, 5, 5]


def test_what_should_be_small_scores_more_when_it_is_small() -> None:
    rule = ScoreRule(measure="response_hours", target=10.0, weight=1.0)
    hours = np.array([5.0, 10.0, 20.0, 0.0])
    assert reached(rule, hours).tolist() == [2.0, 1.0, 0.5, 2.0]
