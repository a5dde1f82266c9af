"""Promises between the seats of a company: at the line they concern, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.market import LEVERS
from game.report.partner import Tone, feeling_sentence, promise_sentence, seat_name, tone_of
from game.scenario.rules import Rules
from game.session import PlayerView, Seat
from game.session.plans import ROUNDING
from game.session.sights import TurnView
from game.session.trades import Trade, promised
from game.words import Sentence, sentence

Fate: TypeAlias = Literal["kept", "broken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePromise:
    """What was promised about one budget line for this turn.

    Attributes:
        mine: whether the seat that looks is bound by it, rather than somebody else to it.
        least, most: money; None where nothing was said about it.
        note: the promise as a sentence.

    """

    mine: bool
    least: float | None
    most: float | None
    note: Sentence

    def kept(self, amount: float) -> bool:
        """Say whether an amount of money on the line keeps the promise."""
        enough = self.least is None or amount >= self.least - ROUNDING
        return enough and (self.most is None or amount <= self.most + ROUNDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A promise of a turn that is over, and what became of it."""

    fate: Fate
    promise: Sentence
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How a partner speaks after a turn: in which tone, and in its words."""

    name: Sentence
    tone: Tone
    words: Sentence


def line_promises(rules: Rules, view: PlayerView) -> Mapping[str, LinePromise]:
    """Return what binds this turn, by lever; a seat's own promise goes before one made to it.

    Args:
        rules: the scenario.
        view: of the seat that looks; of others it learns only what they promised it.

    """
    found: dict[str, LinePromise] = {}
    agreed = [each for each in view.trades if each.state == "agreed" and each.concerns(view.seat)]
    for seat in (view.seat, *(trade.other(view.seat) for trade in agreed)):
        terms = promised(agreed, seat)
        least, most = dict(terms.least), dict(terms.most)
        for lever in LEVERS:
            if lever in found or not (lever in least or lever in most):
                continue
            low, high = least.get(lever), most.get(lever)
            found[lever] = LinePromise(
                mine=seat == view.seat,
                least=low,
                most=high,
                note=_note(rules, seat, view.seat, low, high),
            )
    return found


def bar_promise(view: PlayerView) -> float | None:
    """Return the qualification bar that somebody promised for this turn, 0–1; None if nobody."""
    agreed = [each for each in view.trades if each.state == "agreed" and each.concerns(view.seat)]
    bars = [terms.bar for each in agreed for terms in (each.gives, each.asks)]
    return next((bar for bar in bars if bar is not None), None)


def judged_promises(rules: Rules, turn: TurnView, seat: Seat) -> tuple[Judged, ...]:
    """Return what became of a seat's promises, and of those made to it, in a played turn."""
    return tuple(
        Judged(
            fate="kept" if each.state == "kept" else "broken",
            promise=promise_sentence(rules, each, seat),
            note=_fate(rules, each, seat),
        )
        for each in turn.trades
        if each.concerns(seat) and each.state in {"kept", "broken", "taken_back"}
    )


def partner_feels(rules: Rules, view: PlayerView, heard: PlayerView) -> Feeling:
    """Return how a partner speaks now.

    Args:
        rules: the scenario.
        view: of the partner's seat.
        heard: of the seat that listens.

    """
    return Feeling(
        name=seat_name(rules, view.seat),
        tone=tone_of(rules, view),
        words=feeling_sentence(rules, view, heard),
    )


def _note(
    rules: Rules, seat: Seat, looks: Seat, least: float | None, most: float | None
) -> Sentence:
    amount: Sentence | None = None
    if least is not None and most is not None:
        amount = sentence("{least:money} to {most:money}", least=least, most=most)
    elif least is not None:
        amount = sentence("at least {least:money}", least=least)
    elif most is not None:
        amount = sentence("at most {most:money}", most=most)
    if seat == looks:
        return sentence("You promised {amount} here.", amount=amount or "")
    return sentence(
        "{name} promised {amount} here.", name=seat_name(rules, seat), amount=amount or ""
    )


def _fate(rules: Rules, trade: Trade, seat: Seat) -> Sentence:
    other = seat_name(rules, trade.other(seat))
    if trade.state == "kept":
        return sentence("You and {other} kept your word.", other=other)
    mine, theirs = seat in trade.broken_by, trade.other(seat) in trade.broken_by
    if trade.state == "taken_back":
        if mine:
            return sentence("You took your word back, and {other} remembers it.", other=other)
        return sentence("{other} took the promise back.", other=other)
    if mine and theirs:
        return sentence("Neither you nor {other} kept to it.", other=other)
    if mine:
        return sentence("You did not keep to it, and {other} remembers it.", other=other)
    return sentence("{other} did not keep to it.", other=other)
