"""What two seats of a firm promise each other for one turn, and whether they kept their word.

A trade is proposed, answered, perhaps taken back, and judged when the turn ends: all of it follows
from the journal, so whoever remembers a broken promise remembers it after loading as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from game.errors import DecisionRejected
from game.market import LEVERS
from game.scenario.rules import Rules
from game.session.commands import NO_TERMS, Propose, Reply, Submit, TakeBack, Terms
from game.session.plans import ROUNDING, Plan
from game.session.seats import Seat
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.session.game import Session

TradeState: TypeAlias = Literal["open", "agreed", "refused", "taken_back", "kept", "broken"]
"""Open until it is answered; kept or broken once its turn is over."""

NEARLY: Final = 0.005
"""So far a qualification bar may be from the promised one: half of what is seen on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What one seat proposed to another for this turn, and what became of it."""

    by: Seat
    to: Seat
    gives: Terms  # what ``by`` binds itself to
    asks: Terms  # what ``to`` is to bind itself to
    state: TradeState = "open"
    broken_by: tuple[Seat, ...] = ()  # who took its word back, or did not keep it

    def concerns(self, seat: Seat) -> bool:
        """Say whether a seat is one of the two."""
        return seat in (self.by, self.to)

    def terms_of(self, seat: Seat) -> Terms:
        """Return what a seat binds itself to; nothing where it is not one of the two."""
        if seat == self.by:
            return self.gives
        return self.asks if seat == self.to else NO_TERMS

    def other(self, seat: Seat) -> Seat:
        """Return the one of the two that a seat is not."""
        return self.to if seat == self.by else self.by


def open_trade(trades: Iterable[Trade], to: Seat) -> Trade | None:
    """Return what waits for an answer of a seat; None if nothing does."""
    return next((each for each in trades if each.to == to and each.state == "open"), None)


def promised(trades: Iterable[Trade], seat: Seat) -> Terms:
    """Return everything that a seat is bound to in this turn: of all its agreed trades together."""
    return merged([each.terms_of(seat) for each in trades if each.state == "agreed"])


def merged(parts: Sequence[Terms]) -> Terms:
    """Return several terms as one: the most of what is the least, the least of what is the most."""
    least: dict[str, float] = {}
    most: dict[str, float] = {}
    bar = None
    for terms in parts:
        for lever, amount in terms.least:
            least[lever] = max(amount, least.get(lever, amount))
        for lever, amount in terms.most:
            most[lever] = min(amount, most.get(lever, amount))
        bar = bar if terms.bar is None else terms.bar
    return Terms(least=tuple(least.items()), most=tuple(most.items()), bar=bar)


def keeps(terms: Terms, spend: Sequence[float], bar: float) -> bool:
    """Say whether a seat's money and the bar that holds are as it promised."""
    return (
        all(spend[LEVERS.index(lever)] >= amount - ROUNDING for lever, amount in terms.least)
        and all(spend[LEVERS.index(lever)] <= amount + ROUNDING for lever, amount in terms.most)
        and (terms.bar is None or abs(bar - terms.bar) <= NEARLY)
    )


def check_word(rules: Rules, session: "Session", submit: Submit) -> None:
    """Raise DecisionRejected if a plan breaks what its seat has promised for this turn."""
    terms = promised(session.trades, submit.seat)
    broken = _broken_sentence(rules, terms, submit.spend, _bar(session, submit))
    if broken is not None:
        raise DecisionRejected(
            "word_broken",
            sentence("{broken} Keep your word, or take it back first.", broken=broken),
        )


def _broken_sentence(
    rules: Rules, terms: Terms, spend: Sequence[float], bar: float
) -> Sentence | None:
    """Say the first promise that a plan breaks; None where it keeps all of them."""
    for lever, amount in terms.least:
        if spend[LEVERS.index(lever)] < amount - ROUNDING:
            return sentence(
                "You promised at least {promised:money} for {lever:term}; "
                "this plan has {planned:money}.",
                promised=amount,
                lever=rules.levers[LEVERS.index(lever)].name or lever,
                planned=spend[LEVERS.index(lever)],
            )
    for lever, amount in terms.most:
        if spend[LEVERS.index(lever)] > amount + ROUNDING:
            return sentence(
                "You promised at most {promised:money} for {lever:term}; "
                "this plan has {planned:money}.",
                promised=amount,
                lever=rules.levers[LEVERS.index(lever)].name or lever,
                planned=spend[LEVERS.index(lever)],
            )
    if terms.bar is not None and abs(bar - terms.bar) > NEARLY:
        return sentence(
            "You promised a qualification bar of {promised:share}; this plan has {planned:share}.",
            promised=terms.bar,
            planned=bar,
        )
    return None


# What commands do ----------------------------------------------------------------------------


def proposed(session: "Session", command: Propose) -> "Session":
    """Put a trade on the table; it takes the place of what the two had open before."""
    pair = {command.seat, command.to}
    others = tuple(
        each for each in session.trades if each.state != "open" or {each.by, each.to} != pair
    )
    trade = Trade(by=command.seat, to=command.to, gives=command.gives, asks=command.asks)
    return replace(session, trades=(*others, trade))


def replied(session: "Session", command: Reply) -> "Session":
    """Answer what is open; after a yes, plans submitted before that break it do not count."""
    trade = open_trade(session.trades, command.seat)
    assert trade is not None  # checked before
    answered = replace(trade, state="agreed" if command.yes else "refused")
    trades = tuple(answered if each is trade else each for each in session.trades)
    submits = tuple(
        each
        for each in session.submits
        if keeps(promised(trades, each.seat), each.spend, _bar(session, each))
    )
    return replace(session, trades=trades, submits=submits)


def taken_back(session: "Session", command: TakeBack) -> "Session":
    """Free a seat of its word, and those as well to whom it gave it."""
    trades = tuple(
        replace(each, state="taken_back", broken_by=(command.seat,))
        if each.state == "agreed" and each.concerns(command.seat)
        else each
        for each in session.trades
    )
    return replace(session, trades=trades)


def judged(
    trades: Iterable[Trade], parts: Iterable[Submit], plans: Sequence[Plan]
) -> tuple[Trade, ...]:
    """Return the trades of a turn that has ended, the agreed ones kept or broken.

    Args:
        trades: of the turn.
        parts: what every seat did, repeated parts as well.
        plans: one a player firm, as they were played.

    """
    spend = {part.seat: part.spend for part in parts}

    def judge(trade: Trade) -> Trade:
        if trade.state != "agreed":
            return trade
        bar = plans[trade.by.firm].bar
        broken_by = tuple(
            seat
            for seat in (trade.by, trade.to)
            if not keeps(trade.terms_of(seat), spend[seat], bar)
        )
        return replace(trade, state="broken" if broken_by else "kept", broken_by=broken_by)

    return tuple(judge(trade) for trade in trades)


def _bar(session: "Session", submit: Submit) -> float:
    return session.plans[submit.seat.firm].bar if submit.bar is None else submit.bar
