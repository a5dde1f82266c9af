"""Each collaboration lever does its own thing and nothing else; shared vision multiplies them."""

from dataclasses import replace

import numpy as np
import pytest

from game.market import GROUPS, LEVERS, Outcome
from game.market.reference import reference_decisions, reference_params
from tests.market.markets import bookings, plan, run, spending

TOGETHER = GROUPS["together"]
DIRECT = {
    "joint_meetings": {"response_hours", "leak_rate"},
    "shared_kpis": {"acceptance"},
    "cross_training": {"sales_load", "demo_load"},
    "feedback_loops": {"lead_fit", "handed_fit"},
}
RATES = (
    *("response_hours", "leak_rate", "acceptance", "lead_fit", "handed_fit", "discount"),
    *("sales_load", "demo_load"),
)
FOLLOWS = {
    "joint_meetings": {"sales_load", "demo_load"},  # who is not leaked has to be worked on
    "shared_kpis": {"demo_load"},  # who is accepted wants a demo
    "cross_training": set[str](),
    "feedback_loops": {"acceptance", "sales_load", "demo_load"},  # better leads are accepted
}


def first_month(**together: float) -> Outcome:
    params = reference_params(1)
    amounts = dict(zip(LEVERS, params.reference.tolist(), strict=True))
    amounts.update(dict.fromkeys(TOGETHER, 0.0))
    amounts.update(together)
    _, outcomes = run(params, spending(params, [plan(**amounts)]), 1)
    return outcomes[0]


@pytest.mark.parametrize("lever", list(DIRECT))
def test_a_collaboration_lever_does_its_own_thing_and_nothing_else(lever: str) -> None:
    without, with_it = first_month(), first_month(**{lever: 9_600.0})
    for rate in RATES:
        changed = abs(float(getattr(with_it, rate)[0] - getattr(without, rate)[0])) > 1e-9
        assert changed == (rate in DIRECT[lever] | FOLLOWS[lever]), f"{lever} on {rate}"


def test_joint_meetings_answer_leads_faster_and_lose_fewer() -> None:
    without, with_it = first_month(), first_month(joint_meetings=9_600)
    assert with_it.response_hours[0] < without.response_hours[0]
    assert with_it.leaked.sum() < without.leaked.sum()


def test_training_gives_both_sides_capacity() -> None:
    without, with_it = first_month(), first_month(cross_training=9_600)
    assert with_it.inbound.sum() > without.inbound.sum()
    assert with_it.sales_load[0] < without.sales_load[0] * 1.02
    assert with_it.unworked.sum() / with_it.mqls.sum() < without.unworked.sum() / without.mqls.sum()


def test_feedback_teaches_only_where_there_are_contacts() -> None:
    params = reference_params(1)
    loops = spending(params, [plan(feedback_loops=9_600)])
    deaf = spending(params, [plan(prospecting=25_000, product_demos=25_000)])
    both = spending(params, [plan(feedback_loops=9_600, prospecting=25_000, product_demos=25_000)])
    learned = [run(params, each, 12)[0][-1].knowledge[0] for each in (loops, deaf, both)]
    assert learned[1] == 0
    assert learned[2] > 2 * learned[0]


@pytest.mark.parametrize(
    "lever", ["joint_meetings", "cross_training", "shared_kpis", "feedback_loops"]
)
def test_every_other_collaboration_lever_is_worth_more_with_shared_vision(lever: str) -> None:
    params = reference_params(1)
    amounts = dict(zip(LEVERS, params.reference.tolist(), strict=True))
    amounts.update(dict.fromkeys(TOGETHER, 0.0))

    def worth(vision: float) -> float:
        base = {**amounts, "shared_vision": vision}
        without = bookings(params, spending(params, [plan(**base)]), 18)[0]
        base[lever] = 2_400.0
        with_it = bookings(params, spending(params, [plan(**base)]), 18)[0]
        return float(with_it / without - 1)

    assert worth(9_600.0) > worth(0.0) > 0


def test_goals_drift_apart_when_nobody_pays_for_them() -> None:
    params = reference_params(1)
    states, _ = run(params, spending(params, [plan()]), 24)
    assert states[-1].congruence[0] < 0.3 * states[0].congruence[0]


def test_the_best_share_of_budget_for_collaboration_is_interior() -> None:
    params = reference_params(3)
    rivals = reference_decisions(params).spend[1:].tolist()
    together = np.array([lever in TOGETHER for lever in LEVERS])
    shares = np.array([0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7])
    booked = []
    for share in shares:
        mine = np.where(together, params.reference, 0.0)
        others = np.where(together, 0.0, params.reference)
        whole = params.reference.sum()
        mine = whole * (share * mine / mine.sum() + (1 - share) * others / others.sum())
        booked.append(bookings(params, spending(params, [mine.tolist(), *rivals]), 12)[0])
    best = shares[int(np.argmax(booked))]
    assert 0.05 <= best <= 0.30
    assert max(booked) > 1.1 * booked[0]


def test_a_slower_answer_loses_leads() -> None:
    params = reference_params(1)
    _, usual = run(params, reference_decisions(params), 6)
    slow = replace(params, response_hours=params.response_hours * 2)
    _, late = run(slow, reference_decisions(params), 6)
    assert late[-1].too_late.sum() > usual[-1].too_late.sum()
    assert late[-1].wins.sum() < usual[-1].wins.sum()
