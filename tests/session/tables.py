"""A small scenario in code, for tests of the rules that need no file."""

from dataclasses import replace

import numpy as np

from game.market import GROUPS, LEVERS
from game.market.arrays import frozen, locked
from game.market.reference import new_state, reference_params
from game.scenario.rules import (
    Choice,
    Condition,
    Effect,
    EventRule,
    LeverRule,
    Message,
    PolicyRules,
    Reveal,
    RivalRule,
    RoleRule,
    Rules,
    ScoreRule,
    Segment,
)
from game.session import (
    Bot,
    EndTurn,
    Seat,
    Session,
    Submit,
    answers,
    apply,
    is_over,
    new_bot,
    new_session,
    no_luck,
    player_view,
    replay,
)

BUDGET = 200_000.0

STORM = EventRule(
    key="storm",
    title="A storm",
    when=(Condition(measure="turn", comparison=">=", value=2, text="turn >= 2"),),
    effects=(Effect(target="demand", operation="times", value=0.5, segment=1),),
    lasts_turns=2,
)
OFFER = EventRule(
    key="offer",
    title="An offer",
    when=(Condition(measure="turn", comparison="=", value=2, text="turn = 2"),),
    choices=(
        Choice(key="wait", text="Wait"),
        Choice(
            key="pay",
            text="Pay",
            costs=20_000.0,
            effects=(Effect(target="satisfaction", operation="plus", value=0.1, firms="you"),),
        ),
        Choice(key="dream", text="Dream", costs=1e9),
    ),
)


def small_rules(
    turns: int = 6, events: tuple[EventRule, ...] = (), rivals: int = 3, **changes: object
) -> Rules:
    """Return a scenario on the reference market with one player firm."""
    firms = 1 + rivals
    params = replace(reference_params(firms), allowance=frozen([BUDGET] * firms))
    styles = ("steady", "cheap", "follower")
    rules = Rules(
        name="small",
        title="Small",
        turns=turns,
        one_turn_is="month",
        params=params,
        start=new_state(params),
        firm_names=("You", "Alpha", "Beta", "Gamma")[:firms],
        segments=tuple(Segment(key=f"s{place}", name=f"S{place}") for place in range(4)),
        messages=(Message(key="plain", text="Plain"), Message(key="bold", text="Bold")),
        levers=tuple(LeverRule(key=lever) for lever in LEVERS),
        policies=PolicyRules(bar=0.4, focus=(0.25,) * 4),
        roles=(
            RoleRule(
                key="marketing",
                levers=GROUPS["marketing"] + GROUPS["together"],
                policies=("positioning",),
                sees=("leads", "mqls", "awareness", "goodwill", "cost_per_lead"),
                budget_share=0.6,
            ),
            RoleRule(
                key="sales",
                levers=GROUPS["sales"] + GROUPS["together"],
                policies=("qualification_bar",),
                sees=("sqls", "opportunities", "win_rate", "satisfaction"),
                budget_share=0.4,
            ),
        ),
        reveals=(Reveal(lever="joint_meetings", response=0.3, measures=("sqls", "leads", "mqls")),),
        rivals=tuple(
            RivalRule(key=f"r{place}", name="ABC"[place], budget=BUDGET, style=styles[place])  # type: ignore[arg-type]  # one of them
            for place in range(rivals)
        ),
        scorecard=(
            ScoreRule(measure="bookings", target=1e6, weight=0.5, at="total"),
            ScoreRule(measure="pipeline", target=3e5, weight=0.2),
            ScoreRule(measure="satisfaction", target=0.7, weight=0.15),
            ScoreRule(measure="handoff", target=0.3, weight=0.15, at="mean"),
        ),
        events=events,
    )
    cares = frozen(np.array([[0.2, 0.8], [0.5, 0.5], [0.7, 0.4], [0.6, 0.9]]))
    rules = replace(rules, params=replace(rules.params, cares=cares))
    return replace(rules, **changes)  # type: ignore[arg-type]  # fields of Rules


def even(amount: float = 10_000.0, **changes: float) -> tuple[float, ...]:
    """Return the same amount on every lever, but for those named."""
    return tuple(changes.get(lever, amount) for lever in LEVERS)


def play(rules: Rules, session: Session, strategy: str = "steady", turns: int = 99) -> Session:
    """Let bots play all seats for some turns, or to the end."""
    while turns and not is_over(rules, session):
        for seat in session.seats:
            view = player_view(rules, session, seat)
            if seat == session.seats[0]:
                for answer in answers(view):
                    session = apply(rules, session, answer)
            session = apply(rules, session, new_bot(strategy, session.seed).decide(view))
        session = apply(rules, session, EndTurn())
        turns -= 1
    return session


def played_by(rules: Rules, bot: Bot, session: Session) -> Session:
    """Let a bot that holds all roles play a game to its end, answering all news."""
    while not is_over(rules, session):
        view = player_view(rules, session, Seat())
        for answer in answers(view):
            session = apply(rules, session, answer)
            view = player_view(rules, session, Seat())
        session = apply(rules, apply(rules, session, bot.decide(view)), EndTurn())
    return session


def good_month() -> tuple[Rules, Session]:
    """Return three turns of the same plan, the last of them with half as much demand again."""
    rules = small_rules(turns=3)
    luck = no_luck(rules)
    demand = luck.demand.copy()
    demand[2] = 1.5
    start = new_session(rules, 1, luck=locked(replace(luck, demand=demand)))
    return rules, replay(rules, start, [submit(), EndTurn(), EndTurn(), EndTurn()])


def submit(spend: tuple[float, ...] | None = None, **changes: object) -> Submit:
    """Return the plan of the seat that decides everything."""
    return Submit(seat=Seat(), spend=even() if spend is None else spend, **changes)  # type: ignore[arg-type]
