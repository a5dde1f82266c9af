"""The market of a scenario: parameters and start, scaled to the money that is played with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import numpy as np

from game.market import LEVERS, Array, MarketParams, MarketState, at_pace
from game.market.arrays import frozen, locked
from game.market.reference import new_state
from game.scenario import usual
from game.scenario.blocks import CollaborationEntry, LeverEntry, RivalEntry, SegmentEntry
from game.scenario.fields import TOGETHER
from game.scenario.model import Scenario
from game.scenario.values import MONTHS

TURN_MONTHS: Final = {"week": 12 / 52, "month": 1.0, "quarter": 3.0}
NEUTRAL: Final = 0.5
"""How much a message matters to a segment that does not mention it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A scenario's market, built."""

    params: MarketParams  # at the pace of a turn
    start: MarketState
    players: int
    per_turn: float  # money a player firm gets each turn
    scale: float  # of the money, against the reference budget
    segments: Mapping[str, SegmentEntry]
    rivals: Mapping[str, RivalEntry]
    messages: Mapping[str, str]


def build_market(scenario: Scenario) -> Market:
    """Return the market that a scenario describes."""
    months = TURN_MONTHS[scenario.turns.one_turn_is]
    per_turn = scenario.budget.per_turn
    if per_turn is None:
        per_turn = usual.REFERENCE_BUDGET * months
    scale = per_turn / months / usual.REFERENCE_BUDGET if per_turn else 1.0
    segments = scenario.segments or usual.usual_segments(scale)
    rivals = usual.usual_rivals() if scenario.rivals is None else scenario.rivals
    messages = scenario.positioning or usual.MESSAGES
    players = scenario.workshop.teams if scenario.workshop.worlds == "shared" else 1
    plan = _Plan(scenario, segments, rivals, messages, players, per_turn, scale)
    params = at_pace(_monthly(plan), scenario.turns.one_turn_is)
    return Market(
        params=locked(params),
        start=_start(plan, params),
        players=players,
        per_turn=per_turn,
        scale=scale,
        segments=segments,
        rivals=rivals,
        messages=messages,
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    scenario: Scenario
    segments: Mapping[str, SegmentEntry]
    rivals: Mapping[str, RivalEntry]
    messages: Mapping[str, str]
    players: int
    per_turn: float
    scale: float

    def firms(self, own: float, others: float | list[float]) -> Array:
        """Return one number a firm, (f,): the players' own and those of the rivals."""
        behind = others if isinstance(others, list) else [others] * len(self.rivals)
        return frozen([own] * self.players + behind)

    def shares(self, name: str) -> Array:
        """Return a starting share of each firm in each segment, (f, s)."""
        own = getattr(self.scenario.company, name)
        rows = [own] * self.players + [getattr(rival, name) for rival in self.rivals.values()]
        return frozen(
            [[row.get(key, row.get("all", 0.0)) for key in self.segments] for row in rows]
        )


def _monthly(plan: _Plan) -> MarketParams:
    segments, usual_values = list(plan.segments.values()), usual.REFERENCE_PARAMS
    firms = plan.players + len(plan.rivals)
    shape = (firms, len(segments))
    return replace(
        usual_values,
        accounts=frozen([each.accounts for each in segments]),
        price=frozen(_price_levels(plan)[:, None] * [each.price for each in segments]),
        usual_price=frozen([each.price for each in segments]),
        in_market=frozen([each.in_market for each in segments]),
        churn=frozen([each.churn for each in segments]),
        closing=frozen([min(1 / each.deal_takes, 0.95) for each in segments]),
        work=frozen([each.effort for each in segments]),
        cares=frozen(
            [[each.cares_about.get(key, NEUTRAL) for key in plan.messages] for each in segments]
        ),
        season=frozen([plan.scenario.world.season.get(month, 1.0) for month in MONTHS]),
        appeal=frozen(np.zeros(shape)),
        effect=frozen(np.tile(_lever_values(plan, "effect"), (firms, 1))),
        reference=frozen(_references(plan)),
        start_month=MONTHS.index(plan.scenario.turns.starts_in),
        carry_over=plan.scenario.budget.carry_over,
        **_firm_values(plan),
        **cast(Any, _expert(plan)),
    )


def _price_levels(plan: _Plan) -> Array:
    return plan.firms(1.0, [rival.price for rival in plan.rivals.values()])


def _firm_values(plan: _Plan) -> dict[str, Any]:
    company, usual_values = plan.scenario.company, usual.REFERENCE_PARAMS
    budgets = [
        plan.per_turn if rival.budget is None else rival.budget for rival in plan.rivals.values()
    ]
    # A rival with half the money has half the people.
    content = float(usual_values.contentment[0])
    sizes = [budget / plan.per_turn if plan.per_turn else 1.0 for budget in budgets]
    sales, demos = company.sales_capacity, company.demo_capacity
    sales = usual.SALES_CAPACITY * plan.scale if sales is None else sales
    demos = usual.DEMO_CAPACITY * plan.scale if demos is None else demos
    return {
        "sales_capacity": plan.firms(sales, [sales * size for size in sizes]),
        "demo_capacity": plan.firms(demos, [demos * size for size in sizes]),
        "response_hours": plan.firms(company.response, float(usual_values.response_hours[0])),
        "leak": plan.firms(company.leak, float(usual_values.leak[0])),
        "acceptance": plan.firms(company.acceptance, float(usual_values.acceptance[0])),
        "contentment": plan.firms(content, content),
        "margin": plan.firms(company.margin, float(usual_values.margin[0])),
        "allowance": plan.firms(plan.per_turn, budgets),
        "revenue_share": plan.firms(plan.scenario.budget.share_of_revenue, 0.0),
    }


def _expert(plan: _Plan) -> dict[str, float]:
    # What teaches a firm about its market is contacts, of which a small market has fewer.
    contacts = max(usual.REFERENCE_PARAMS.knowledge_contacts * plan.scale, 1e-6)
    given = {key: entry.value for key, entry in plan.scenario.expert.items()}
    return {"knowledge_contacts": contacts} | given


def _lever_entry(scenario: Scenario, key: str) -> LeverEntry:
    return scenario.levers.get(key) or scenario.levers.get("others") or LeverEntry()


def _lever_values(plan: _Plan, name: str) -> list[Any]:
    return [getattr(_lever_entry(plan.scenario, key), name) for key in LEVERS]


def _references(plan: _Plan) -> list[float]:
    entries = {key: _lever_entry(plan.scenario, key) for key in LEVERS}
    available = frozenset(key for key, entry in entries.items() if entry.available)
    scaled = usual.usual_reference(available)
    return [
        max(scaled[key] * plan.scale if entry.reference is None else entry.reference, 1e-6)
        for key, entry in entries.items()
    ]


def _start(plan: _Plan, params: MarketParams) -> MarketState:
    company, together = plan.scenario.company, plan.scenario.collaboration
    state = new_state(
        params,
        customer_share=plan.shares("customers"),
        awareness=plan.shares("awareness"),
        cash=plan.firms(plan.scenario.budget.start, 0.0),
    )
    memory = np.zeros((params.firms, len(LEVERS)), order="F")
    for lever in TOGETHER:
        entry: CollaborationEntry = getattr(together, lever)
        memory[: plan.players, LEVERS.index(lever)] = _memory_of(entry.start_level)
    rivals = list(plan.rivals.values())
    led = [_led(plan)] * plan.players + [place % len(plan.messages) for place in range(len(rivals))]
    return locked(
        replace(
            state,
            memory=memory,
            goodwill=plan.firms(company.goodwill, [rival.goodwill for rival in rivals]),
            satisfaction=plan.firms(company.satisfaction, 0.6),
            congruence=plan.firms(together.congruence, 0.3),
            positioning=np.array(led, dtype=np.int64),
        )
    )


def _memory_of(response: float) -> float:
    """Return the memory at which a concave lever has this response: ``h = K / (1 + K)``."""
    return response / (1 - response)


def _led(plan: _Plan) -> int:
    led = plan.scenario.policies.positioning.value
    return list(plan.messages).index(led) if led else 0
