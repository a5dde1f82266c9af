"""Whether an offer may be made, answered or taken back now, apart from doing it."""

import math
from typing import TYPE_CHECKING

from game.errors import DecisionRejected
from game.market import GROUPS, LEVERS
from game.scenario.rules import RoleRule, Rules
from game.session.checks import check_running, seat_budget
from game.session.commands import Propose, Reply, TakeBack, Terms
from game.session.plans import ROUNDING, open_levers
from game.session.seats import Seat, role_of
from game.session.split import allotted
from game.session.trades import merged, open_trade, promised
from game.words import sentence

if TYPE_CHECKING:
    from game.session.game import Session


def check_propose(rules: Rules, session: "Session", propose: Propose) -> None:
    """Raise DecisionRejected if an offer may not be made: both sides must be able to keep it."""
    check_running(rules, session)
    for seat in (propose.seat, propose.to):
        _check_seat(session, seat)
    if propose.seat == propose.to or propose.seat.firm != propose.to.firm:
        raise DecisionRejected(
            "no_partner", sentence("An offer is made to somebody else of your own company.")
        )
    if propose.gives.empty and propose.asks.empty:
        raise DecisionRejected(
            "empty_offer", sentence("This offer holds nothing; say what you give or ask for.")
        )
    _check_terms(rules, session, propose.seat, propose.gives)
    _check_terms(rules, session, propose.to, propose.asks)


def check_reply(rules: Rules, session: "Session", reply: Reply) -> None:
    """Raise DecisionRejected if there is nothing to answer, or a yes could not be kept."""
    check_running(rules, session)
    _check_seat(session, reply.seat)
    trade = open_trade(session.trades, reply.seat)
    if trade is None:
        raise DecisionRejected("no_offer", sentence("There is no offer that waits for an answer."))
    if reply.yes:
        _check_terms(rules, session, trade.by, trade.gives)
        _check_terms(rules, session, trade.to, trade.asks)


def check_take_back(rules: Rules, session: "Session", command: TakeBack) -> None:
    """Raise DecisionRejected if a seat has given no word that it could take back."""
    check_running(rules, session)
    _check_seat(session, command.seat)
    if not any(each.state == "agreed" and each.concerns(command.seat) for each in session.trades):
        raise DecisionRejected(
            "no_word_given", sentence("You have promised nothing for this turn.")
        )


def _check_seat(session: "Session", seat: Seat) -> None:
    if seat not in session.seats:
        raise DecisionRejected(
            "no_such_seat", sentence("Nobody sits at the seat '{role}'.", role=seat.role)
        )


def _check_terms(rules: Rules, session: "Session", seat: Seat, terms: Terms) -> None:
    """Refuse what a seat could not keep, with all that it has promised already."""
    role = role_of(rules, seat)
    for lever, amount in (*terms.least, *terms.most):
        _check_line(rules, session.turn, role, lever, amount)
    if terms.bar is not None:
        _check_bar(rules, role, terms.bar)
    whole = merged([promised(session.trades, seat), terms])
    _check_money(rules, session, seat, whole)
    most = dict(whole.most)
    for lever, amount in whole.least:
        if amount > most.get(lever, math.inf) + ROUNDING:
            raise DecisionRejected(
                "promises_clash",
                sentence(
                    "{lever:term} cannot get {least:money} at least and {most:money} at most.",
                    lever=rules.levers[LEVERS.index(lever)].name or lever,
                    least=amount,
                    most=most[lever],
                ),
            )


def _check_line(rules: Rules, turn: int, role: RoleRule, lever: str, amount: float) -> None:
    if lever not in LEVERS:
        raise DecisionRejected(
            "no_such_lever", sentence("There is no line '{lever}'.", lever=lever)
        )
    place = LEVERS.index(lever)
    rule = rules.levers[place]
    name = rule.name or lever
    if not math.isfinite(amount) or amount < 0:
        raise DecisionRejected(
            "bad_amount",
            sentence(
                "The amount for {lever:term} is {amount}; it must be 0 or more.",
                lever=name,
                amount=str(amount),
            ),
        )
    usable = lever in role.levers and open_levers(rules, turn)[place]
    if not usable or (rule.limit is not None and amount > rule.limit + ROUNDING):
        raise DecisionRejected(
            "cannot_be_promised",
            sentence(
                "{amount:money} for {lever:term} cannot be promised: the line is closed, "
                "takes less, or belongs to somebody else.",
                amount=amount,
                lever=name,
            ),
        )


def _check_bar(rules: Rules, role: RoleRule, bar: float) -> None:
    if not rules.policies.bar_free or "qualification_bar" not in role.policies:
        raise DecisionRejected(
            "not_your_policy",
            sentence(
                "Only who decides about {policy:term} can promise it.", policy="qualification_bar"
            ),
        )
    if not 0 <= bar <= 1:
        raise DecisionRejected(
            "bar_out_of_range",
            sentence(
                "The qualification bar is {bar:share}; it must be between 0 % and 100 %.", bar=bar
            ),
        )


def _check_money(rules: Rules, session: "Session", seat: Seat, whole: Terms) -> None:
    for group, most in allotted(rules, session, seat).items():
        there = sum(amount for lever, amount in whole.least if lever in GROUPS[group])
        if there > most + ROUNDING:
            raise DecisionRejected(
                "promised_too_much",
                sentence(
                    "That would promise {needed:money} in all, and there are {available:money}.",
                    needed=there,
                    available=most,
                ),
            )
    available, needed = seat_budget(rules, session, seat), sum(each for _, each in whole.least)
    if needed > available + ROUNDING:
        raise DecisionRejected(
            "promised_too_much",
            sentence(
                "That would promise {needed:money} in all, and there are {available:money}.",
                needed=needed,
                available=available,
            ),
        )
