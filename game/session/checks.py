"""Whether a command is allowed, apart from doing it: screens ask here why a button is grey.

Every refusal has a stable code and one sentence with the value given and the value allowed.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from game.errors import DecisionRejected
from game.market import GROUPS, LEVERS
from game.scenario.rules import EventRule, RoleRule, Rules
from game.session.commands import Choose, Submit
from game.session.plans import ROUNDING, Plan, open_levers
from game.session.seats import Seat, role_of
from game.session.split import MANAGER, allotted, on_lines
from game.session.trades import check_word
from game.session.world import NOT_CHOSEN
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.session.game import Session

_IN_WORDS: Final[dict[str, Sentence]] = {
    "marketing": sentence("marketing"),
    "sales": sentence("sales"),
    "together": sentence("working together"),
}

BECAUSE_LIMIT = 200
"""Most characters of a reason."""


def check_submit(rules: Rules, session: "Session", submit: Submit) -> None:
    """Raise DecisionRejected if a plan may not be played now; return nothing if it may."""
    check_running(rules, session)
    role = _role(rules, session, submit.seat)
    _check_amounts(rules, session.turn, role, submit)
    check_money(rules, session, submit)
    _check_split(role, submit.split)
    _check_policies(rules, session.plans[submit.seat.firm], role, submit)
    _check_words(submit)
    check_word(rules, session, submit)


def check_running(rules: Rules, session: "Session") -> None:
    """Raise DecisionRejected if the game is over."""
    if session.turn > rules.turns:
        raise DecisionRejected(
            "game_over",
            sentence("The game is over: all {turns} turns are played.", turns=rules.turns),
        )


def check_choose(rules: Rules, session: "Session", choose: Choose) -> tuple[int, int]:
    """Raise DecisionRejected if an answer may not be given now.

    Returns:
        the index of the event, and of the choice in it.

    """
    check_running(rules, session)
    _role(rules, session, choose.seat)
    place = _event_place(rules, choose.event)
    event = rules.events[place]
    number = _choice_number(event, choose.choice)
    if int(session.world.fired[place]) != session.turn:
        raise DecisionRejected(
            "event_not_now",
            sentence("'{event}' is not on the table in this turn.", event=event.title),
        )
    if int(session.world.chosen[place, choose.seat.firm]) != NOT_CHOSEN:
        raise DecisionRejected(
            "already_chosen",
            sentence("You have already decided about '{event}'.", event=event.title),
        )
    _check_affordable(session, choose.seat.firm, event, number)
    return place, number


def seat_budget(rules: Rules, session: "Session", seat: Seat) -> float:
    """Return the money a seat may spend in this turn: its share of what the firm has."""
    cash = max(float(session.world.market.cash[seat.firm]), 0.0)
    if seat.role == "all":
        return cash
    parts = allotted(rules, session, seat)
    if parts:
        return sum(parts.values())
    shares = {
        each: role_of(rules, each).budget_share
        for each in session.seats
        if each.firm == seat.firm and role_of(rules, each).levers
    }
    total = sum(shares.values())
    return cash * shares.get(seat, 0.0) / total if total > 0 else 0.0


def _role(rules: Rules, session: "Session", seat: Seat) -> RoleRule:
    if seat not in session.seats:
        raise DecisionRejected(
            "no_such_seat", sentence("Nobody sits at the seat '{role}'.", role=seat.role)
        )
    return role_of(rules, seat)


def _check_amounts(rules: Rules, turn: int, role: RoleRule, submit: Submit) -> None:
    if len(submit.spend) != len(LEVERS):
        raise DecisionRejected(
            "wrong_length",
            sentence(
                "A plan has {expected} amounts, one a lever; this one has {given}.",
                expected=len(LEVERS),
                given=len(submit.spend),
            ),
        )
    rows = zip(submit.spend, rules.levers, open_levers(rules, turn), strict=True)
    for amount, lever, is_open in rows:
        name = lever.name or lever.key
        if not math.isfinite(amount) or amount < 0:
            raise DecisionRejected(
                "bad_amount",
                sentence(
                    "The amount for {lever:term} is {amount}; it must be 0 or more.",
                    lever=name,
                    amount=str(amount),
                ),
            )
        if amount > 0 and not is_open:
            raise DecisionRejected("lever_locked", _locked_sentence(rules, name, lever.key))
        if amount > 0 and lever.key not in role.levers:
            raise DecisionRejected(
                "not_your_line",
                sentence("{lever:term} is not a line of your role; leave it at 0.", lever=name),
            )
        if lever.limit is not None and amount > lever.limit + ROUNDING:
            raise DecisionRejected(
                "over_limit",
                sentence(
                    "{lever:term} takes at most {limit:money} a turn; "
                    "this plan spends {amount:money}.",
                    lever=name,
                    limit=lever.limit,
                    amount=amount,
                ),
            )


def _locked_sentence(rules: Rules, name: str, key: str) -> Sentence:
    rule = rules.levers[LEVERS.index(key)]
    if not rule.available:
        return sentence("{lever:term} is not part of this scenario.", lever=name)
    return sentence(
        "{lever:term} opens in turn {turn}; leave it at 0 until then.",
        lever=name,
        turn=rule.unlock_turn,
    )


def check_money(rules: Rules, session: "Session", submit: Submit) -> None:
    """Raise DecisionRejected if a plan spends more than its seat has, in all or on one group."""
    available, planned = seat_budget(rules, session, submit.seat), sum(submit.spend)
    if planned > available + ROUNDING:
        raise DecisionRejected(
            "over_budget",
            sentence(
                "You can spend {available:money}; this plan spends {planned:money}, "
                "which is {over:money} too much.",
                available=available,
                planned=planned,
                over=planned - available,
            ),
        )

    for group, most in allotted(rules, session, submit.seat).items():
        there = on_lines(submit.spend, group)
        if there > most + ROUNDING:
            raise DecisionRejected(
                "over_split",
                sentence(
                    "The general manager gives you {most:money} for {group}; this plan spends "
                    "{planned:money}, which is {over:money} too much.",
                    most=most,
                    group=_IN_WORDS[group],
                    planned=there,
                    over=there - most,
                ),
            )


def _check_split(role: RoleRule, split: Sequence[float] | None) -> None:
    if split is None:
        return
    if role.key != MANAGER:
        raise DecisionRejected(
            "not_your_split",
            sentence("Your role does not divide the money between the groups."),
        )
    sound = len(split) == len(GROUPS) and all(math.isfinite(part) and part >= 0 for part in split)
    if not sound or abs(sum(split) - 1) > 1e-6:
        raise DecisionRejected(
            "bad_split",
            sentence(
                "The money is divided into {count} parts of 0 or more that add up to 100 %.",
                count=len(GROUPS),
            ),
        )


def _check_policies(rules: Rules, last: Plan, role: RoleRule, submit: Submit) -> None:
    """Refuse a change of a policy that is locked or another role's; repeating it is allowed."""
    free, mine = rules.policies, role.policies
    if submit.bar is not None and submit.bar != last.bar:
        _check_free("qualification_bar", free.bar_free, mine)
    if submit.bar is not None and not 0 <= submit.bar <= 1:
        raise DecisionRejected(
            "bar_out_of_range",
            sentence(
                "The qualification bar is {bar:share}; it must be between 0 % and 100 %.",
                bar=submit.bar,
            ),
        )
    if submit.focus is not None:
        if not _same(submit.focus, last.focus):
            _check_free("segment_focus", free.focus_free, mine)
        _check_focus(rules, submit.focus)
    if submit.positioning is not None:
        if submit.positioning != last.positioning:
            _check_free("positioning", free.positioning_free, mine)
        if not 0 <= submit.positioning < len(rules.messages):
            raise DecisionRejected(
                "unknown_message",
                sentence(
                    "There is no message number {given}; this scenario has {count}.",
                    given=submit.positioning + 1,
                    count=len(rules.messages),
                ),
            )


def _check_free(policy: str, free: bool, mine: Sequence[str]) -> None:
    if not free:
        raise DecisionRejected(
            "policy_locked",
            sentence("This scenario does not let you change {policy:term}.", policy=policy),
        )
    if policy not in mine:
        raise DecisionRejected(
            "not_your_policy",
            sentence("Your role does not decide about {policy:term}.", policy=policy),
        )


def _check_focus(rules: Rules, focus: Sequence[float]) -> None:
    if len(focus) != len(rules.segments) or any(
        not math.isfinite(share) or share < 0 for share in focus
    ):
        raise DecisionRejected(
            "bad_focus",
            sentence(
                "The focus needs one share of 0 or more for each of the {count} segments.",
                count=len(rules.segments),
            ),
        )
    if abs(sum(focus) - 1) > 1e-6:
        raise DecisionRejected(
            "focus_sum",
            sentence("The focus adds up to {sum:share}; it must be 100 %.", sum=sum(focus)),
        )


def _check_words(submit: Submit) -> None:
    prediction = submit.prediction
    if prediction is not None and (not math.isfinite(prediction) or prediction < 0):
        raise DecisionRejected(
            "bad_prediction",
            sentence(
                "The prediction is {given}; it must be 0 deals or more.", given=str(prediction)
            ),
        )
    if len(submit.because) > BECAUSE_LIMIT:
        raise DecisionRejected(
            "reason_too_long",
            sentence(
                "The reason has {given} characters; {allowed} fit.",
                given=len(submit.because),
                allowed=BECAUSE_LIMIT,
            ),
        )


def _event_place(rules: Rules, key: str) -> int:
    for place, event in enumerate(rules.events):
        if event.key == key:
            return place
    raise DecisionRejected(
        "no_such_event", sentence("There is no event '{event}' in this scenario.", event=key)
    )


def _choice_number(event: EventRule, key: str) -> int:
    for number, choice in enumerate(event.choices):
        if choice.key == key:
            return number
    raise DecisionRejected(
        "no_such_choice",
        sentence("'{event}' has no choice '{choice}'.", event=event.title, choice=key),
    )


def _check_affordable(session: "Session", firm: int, event: EventRule, number: int) -> None:
    costs, cash = event.choices[number].costs, float(session.world.market.cash[firm])
    # The first choice is what happens where nobody decides, so it is always possible.
    if number and costs > cash + ROUNDING:
        raise DecisionRejected(
            "cannot_afford",
            sentence(
                "This choice costs {costs:money}; you have {cash:money}.",
                costs=costs,
                cash=max(cash, 0.0),
            ),
        )


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True)
    )
