import subprocess
import sys
from dataclasses import fields

import numpy as np
import pytest

from game.market import LEVERS, Array, MarketParams, MarketState, step
from game.market.reference import no_luck, reference_decisions
from game.scenario import load
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules, alone
from game.session import EndTurn, apply, new_session


def rules_of(text: str) -> Rules:
    return load(f"title: A\n{text}", "test")


def arrays(value: MarketParams | MarketState) -> dict[str, Array]:
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: each for name, each in found.items() if isinstance(each, np.ndarray)}


def test_a_title_is_enough_to_play() -> None:
    rules = load("title: My game\n", "mine")
    firms, segments = 4, 4
    assert rules.params.price.shape == (firms, segments)
    assert rules.start.memory.shape == (firms, 16)
    assert rules.params.cares.shape == (segments, len(rules.messages))
    for value in (rules.params, rules.start):
        for name, array in arrays(value).items():
            assert np.isfinite(array).all(), name
            assert not array.flags.writeable, name
    assert len(rules.levers) == 16
    assert len(rules.firm_names) == firms
    assert sum(line.weight for line in rules.scorecard) == pytest.approx(1)
    _, outcome = step(rules.params, rules.start, reference_decisions(rules.params), no_luck())
    assert outcome.bookings.shape == (firms,)


def test_a_scenario_of_one_segment_and_no_rival_is_a_market_of_one() -> None:
    rules = rules_of("segments: {offices: {accounts: 500}}\nrivals: {}\n")
    assert rules.params.price.shape == (1, 1)
    assert rules.rivals == ()


def test_money_scales_levers_and_people_but_not_prices() -> None:
    small, usual = rules_of("budget: {per_turn: 100k}\n"), rules_of("")
    assert small.params.reference == pytest.approx(usual.params.reference / 2)
    assert small.params.sales_capacity == pytest.approx(usual.params.sales_capacity / 2)
    assert (small.params.price == usual.params.price).all()


def test_the_reference_plan_costs_the_budget_even_where_levers_are_missing() -> None:
    rules = rules_of("levers: {others: off, seo: {unlock: turn 2}, prospecting: on}\n")
    usable = [lever.available for lever in rules.levers]
    assert [key for key, is_usable in zip(LEVERS, usable, strict=True) if is_usable] == [
        "seo",
        "prospecting",
    ]
    assert rules.params.reference[usable].sum() == pytest.approx(200_000)
    assert rules.levers[LEVERS.index("seo")].unlock_turn == 2


def test_an_own_reference_spend_is_taken_as_it_is() -> None:
    rules = rules_of("levers: {seo: {reference: 7k, limit: 30k, name: Search}}\n")
    assert rules.params.reference[LEVERS.index("seo")] == 7_000
    lever = rules.levers[LEVERS.index("seo")]
    assert (lever.limit, lever.name) == (30_000, "Search")


@pytest.mark.parametrize(("length", "months"), [("week", 12 / 52), ("month", 1), ("quarter", 3)])
def test_a_turns_money_fits_its_length(length: str, months: float) -> None:
    rules = rules_of(f"turns: {{one_turn_is: {length}}}\n")
    assert rules.params.allowance == pytest.approx(200_000 * months)
    spend = reference_decisions(rules.params).spend[0].sum()
    assert spend == pytest.approx(rules.params.allowance[0], rel=1e-6)


def test_every_firm_starts_where_the_file_says() -> None:
    rules = rules_of(
        "segments: {a: {accounts: 1000}, b: {accounts: 2000}}\n"
        "company: {awareness: {all: 5%, b: 9%}, goodwill: 11%, customers: 1%}\n"
        "rivals: {x: {awareness: 30%, goodwill: 40%, customers: {a: 2%}, price: 90%}}\n"
    )
    assert rules.start.awareness.tolist() == [[0.05, 0.09], [0.3, 0.3]]
    assert rules.start.goodwill.tolist() == [0.11, 0.4]
    assert rules.start.customer.tolist() == [[10, 20], [20, 0]]
    assert rules.params.price.tolist() == [[1_000, 1_000], [900, 900]]


def test_nobody_pays_for_a_change_of_message_before_the_first_turn() -> None:
    text = "positioning: {a: A, b: B}\npolicies: {positioning: {value: b}}\n"
    rules = rules_of(text)
    assert rules.policies.positioning == 1
    assert rules.start.positioning.tolist() == [1, 0, 1, 0]


def test_a_start_level_of_collaboration_is_a_response() -> None:
    rules = rules_of("collaboration: {joint_meetings: {start_level: 40%}, congruence: 50%}\n")
    memory = rules.start.memory[:, LEVERS.index("joint_meetings")]
    assert memory[0] / (1 + memory[0]) == pytest.approx(0.4)
    assert memory[1:].tolist() == [0, 0, 0]
    assert rules.start.congruence[0] == 0.5


def test_each_collaboration_lever_lifts_its_own_part_of_the_curtain() -> None:
    shown = {reveal.lever: set(reveal.measures) for reveal in rules_of("").reveals}
    assert {"mqls", "wins"} <= shown["joint_meetings"]
    assert shown["shared_kpis"] == {"acceptance", "leakage", "handoff"}
    assert shown["cross_training"] == {"sales_load", "demo_load"}
    assert "lead_fit" in shown["feedback_loops"]
    assert all(measures <= set(MEASURES) for measures in shown.values())


def test_roles_own_their_lines_and_everyone_sees_the_money() -> None:
    roles = {role.key: role for role in rules_of("roles: {manager: off}\n").roles}
    assert set(roles) == {"marketing", "sales", "customer_voice"}
    assert {"turn", "revenue", "cash", "spend"} <= set(roles["customer_voice"].sees)
    assert "shared_vision" in roles["marketing"].levers
    assert "shared_vision" in roles["sales"].levers
    assert "prospecting" not in roles["marketing"].levers
    assert "win_rate" not in roles["marketing"].sees


def test_an_event_meets_everyone_and_a_choice_only_who_takes_it() -> None:
    rules = rules_of(
        "segments: {a: {accounts: 10}, b: {accounts: 10}}\n"
        "rivals: {x: {}, y: {}}\n"
        "events:\n  e:\n    title: E\n    segment: b\n"
        "    affects: [price -10%, price -5% for y, goodwill -1 points]\n"
        "    choices: {one: {text: 'T', affects: [price +10%, goodwill +1 points]}}\n"
    )
    event = rules.events[0]
    everyone, one_rival, liked = event.effects
    assert (everyone.firms, everyone.segment, everyone.rival) == ("all", 1, None)
    assert (one_rival.rival, one_rival.value) == (2, 0.95)
    assert (liked.segment, liked.operation) == (None, "plus")
    assert [each.firms for each in event.choices[0].effects] == ["you", "you"]


def test_expert_parameters_are_set_by_name() -> None:
    assert rules_of("expert: {forgetting: {value: 0.25}}\n").params.forgetting == 0.25


def test_the_season_starts_in_the_month_the_file_says() -> None:
    text = "turns: {starts_in: april}\nworld: {season: {june: 150%}, demand_noise: rough}\n"
    rules = rules_of(text)
    assert (rules.start_month, rules.params.start_month) == (3, 3)
    assert rules.params.season[5] == 1.5
    assert rules.noise == 0.2


def test_teams_of_a_shared_market_are_firms_of_it() -> None:
    rules = rules_of("workshop: {worlds: shared, teams: 3}\nrivals: {}\n")
    assert (rules.players, rules.params.firms, rules.shared_market) == (3, 3, True)


def test_focus_and_weights_are_divided_by_their_sum() -> None:
    rules = rules_of(
        "segments: {a: {accounts: 10}, b: {accounts: 10}}\n"
        "policies: {segment_focus: {value: {a: 60%, b: 20%}}}\n"
        "scorecard: {satisfaction: {weight: 90%}, goodwill: {weight: 90%}}\n"
    )
    assert rules.policies.focus == pytest.approx((0.75, 0.25))
    assert [line.weight for line in rules.scorecard] == [0.5, 0.5]


@pytest.mark.parametrize("measure", ["total_bookings", "goodwill"])
def test_the_usual_target_asks_more_of_a_longer_game(measure: str) -> None:
    def target(turns: int) -> float:
        rules = load(f"title: T\nturns: {{count: {turns}}}\n", "t")
        return next(line.target for line in rules.scorecard if line.measure == measure)

    assert target(4) < target(8) < target(16)


def test_playing_waits_for_neither_yaml_nor_pydantic() -> None:
    program = (
        "import sys, game.scenario, game.scenario.rules, game.scenario.problems;"
        "print(sorted({'yaml', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_shared_market_is_played_alone_against_the_other_teams() -> None:
    rules = rules_of("workshop: {worlds: shared, teams: 4}\nrivals: {a: {style: follower}}\n")
    solo = alone(rules)
    assert (rules.players, len(rules.rivals)) == (4, 1)
    assert (solo.players, len(solo.rivals)) == (1, 4)
    assert solo.params.firms == rules.params.firms
    assert solo.firm_names == rules.firm_names
    assert solo.rivals[0].budget == rules.params.allowance[1]
    outcome = apply(solo, new_session(solo, 1), EndTurn()).world.outcome
    assert outcome is not None
    assert outcome.spend[1:].sum(axis=-1).min() > 0, "no team stands still"
    assert alone(solo) is solo
