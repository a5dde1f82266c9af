"""The dialog of an offer: what I do, what you do, and whether both could keep it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal, TypeAlias

from game.market import LEVERS
from game.report.amounts import AmountUnreadable, parse_amount, parse_money
from game.report.names import lever_names, policy_name
from game.report.partner import offer_sentence
from game.session import Propose, Seat, Terms
from game.session.commands import NO_TERMS
from game.session.partner import FIRST_SHARE, round_step
from game.ui.playing import Playing
from game.ui.screens.reach import nice_above
from game.ui.talk import Voice
from game.ui.toolkit import (
    COMMIT,
    AmountField,
    Button,
    Chips,
    Column,
    Dialog,
    Divider,
    Grid,
    Icon,
    Label,
    Option,
    Paragraph,
    Row,
    Slider,
    Widget,
)
from game.words import Sentence, sentence

Hand: TypeAlias = Literal["mine", "yours"]

OFFER_FIRST: Final = "offer.mine.amount"
"""The key of what has the focus when the dialog opens."""

_NOTHING: Final = "nothing"
_BAR: Final = "bar"
_REACH: Final = 4
"""How many times the usual offer a slider reaches; more can be typed."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two would do.

    Attributes:
        what: a lever, "bar" or "nothing".
        amount: money at least; of the bar a share of 0 to 1.

    """

    what: str = _NOTHING
    amount: float = 0.0

    @property
    def terms(self) -> Terms:
        """Return it as what binds a seat."""
        if self.what == _NOTHING:
            return NO_TERMS
        if self.what == _BAR:
            return Terms(bar=self.amount)
        return Terms(least=((self.what, self.amount),))

    @classmethod
    def of(cls, terms: Terms) -> "Side":
        """Return the first thing that terms hold."""
        for lever, amount in terms.least:
            return cls(lever, amount)
        return cls() if terms.bar is None else cls(_BAR, terms.bar)


@dataclass(slots=True)
class Offering:
    """An offer in the making."""

    by: Seat
    to: Seat
    name: Sentence
    mine: Side
    yours: Side

    @classmethod
    def begun(cls, playing: Playing, voice: Voice) -> "Offering":
        """Return what an offer begins with: the other's turned round, or half and half."""
        if voice.offer is not None:
            mine, yours = Side.of(voice.offer.asks), Side.of(voice.offer.gives)
        else:
            usual = usual_offer(playing)
            own = playing.talk.lines_of(playing.seat)
            both = [each for each in playing.talk.lines_of(voice.seat) if each in own]
            mine = Side(both[0], usual) if both else Side()
            yours = mine
        return cls(playing.seat, voice.seat, voice.name, mine, yours)

    @property
    def offer(self) -> Propose:
        """Return the command that makes the offer."""
        return Propose(seat=self.by, to=self.to, gives=self.mine.terms, asks=self.yours.terms)

    def set(self, hand: Hand, side: Side) -> None:
        """Let one of the two do something else."""
        if hand == "mine":
            self.mine = side
        else:
            self.yours = side


def usual_offer(playing: Playing) -> float:
    """Return the money that an offer begins with, rounded as partners speak of money."""
    budget = playing.view.budget
    step = round_step(budget)
    return max(step, round(FIRST_SHARE * budget / step) * step)


def offer_dialog(
    playing: Playing,
    offering: Offering,
    on_close: Callable[[], None],
    on_offer: Callable[[Propose], None],
) -> Dialog:
    """Return the dialog.

    Args:
        playing: the game.
        offering: what is chosen so far; the dialog changes it.
        on_close: called where nothing is offered.
        on_offer: called with the offer, once both could keep it.

    """
    offer = offering.offer
    refusal = playing.talk.refusal(offer)
    make = partial(on_offer, offer)
    keys = {} if refusal is not None else {COMMIT: make}
    sides = [
        _side(playing, offering, "mine", sentence("What I do")),
        _side(playing, offering, "yours", sentence("What {name} does", name=offering.name)),
    ]
    return Dialog(
        sentence("An offer to: {name}", name=offering.name),
        Column(
            [
                Grid(sides, columns=2, gap=24, least_column=260),
                Divider(),
                _said(playing, offer, refusal),
            ],
            gap=12,
        ),
        [
            Button(
                sentence("Cancel"),
                on_close,
                key="offer.cancel",
                tooltip=sentence("Offer nothing (Esc)"),
            ),
            Button(
                sentence("Offer it"),
                make,
                "messages-square",
                "primary",
                key="offer.make",
                tooltip=sentence("Ask for an answer (Ctrl+Enter)"),
                disabled=refusal or "",
            ),
        ],
        on_close,
        "handshake",
        limit=780,
        shortcuts=keys,
        key="offer",
    )


def _said(playing: Playing, offer: Propose, refusal: Sentence | None) -> Widget:
    """Return the offer in words, or why it cannot be made."""
    if refusal is not None:
        return Row(
            [Icon("triangle-alert", 18, "warning"), Paragraph(refusal, role="warning", grow=1)],
            gap=8,
            align="start",
        )
    words = sentence("“{said}”", said=offer_sentence(playing.rules, offer, playing.view.plan.bar))
    return Row([Icon("quote", 18), Paragraph(words, grow=1)], gap=8, align="start")


def _side(playing: Playing, offering: Offering, hand: Hand, title: Sentence) -> Widget:
    side = offering.mine if hand == "mine" else offering.yours
    seat = offering.by if hand == "mine" else offering.to
    names = lever_names(playing.rules)
    options = [
        Option(lever, names[lever], tooltip=names[lever]) for lever in playing.talk.lines_of(seat)
    ]
    if playing.talk.sets_bar(seat):
        bar = policy_name("qualification_bar")
        options.append(Option(_BAR, bar, tooltip=bar))
    nothing = sentence("Nothing")
    options.append(Option(_NOTHING, nothing, tooltip=sentence("This side promises nothing")))
    choose = partial(_choose, playing, offering, hand)
    return Column(
        [
            Label(title, weight=600),
            _amount(playing, offering, hand, side),
            Chips(options, side.what, choose, key=f"offer.{hand}"),
        ],
        gap=8,
    )


def _amount(playing: Playing, offering: Offering, hand: Hand, side: Side) -> Widget:
    """Return how much: money or, for the bar, percent; typed or by the slider."""
    language = playing.language
    change = partial(_change, offering, hand, side)
    share = side.what == _BAR
    if side.what == _NOTHING:
        return Row([Label(sentence("Nothing"), role="muted")], height=36)
    name = policy_name("qualification_bar") if share else lever_names(playing.rules)[side.what]
    high = 1.0 if share else max(nice_above(_REACH * usual_offer(playing)), side.amount)
    said = language.share(side.amount, 0) if share else language.number(side.amount)
    return Row(
        [
            Slider(
                key=f"offer.{hand}.slider",
                name=name,
                tooltip=sentence("How much at least"),
                value=side.amount,
                high=high,
                step=0.05 if share else round_step(playing.view.budget),
                on_change=change,
                role="together",
                grow=1,
            ),
            AmountField(
                key=f"offer.{hand}.amount",
                name=name,
                tooltip=sentence("Type an amount: 20k, 12,400 or 5 %."),
                text=said,
                parse=partial(_parse, playing, share),
                on_commit=change,
                width=96,
            ),
        ],
        gap=12,
        height=36,
    )


def _parse(playing: Playing, share: bool, text: str) -> float | Sentence:
    try:
        if not share:
            return parse_money(text, playing.language, playing.view.budget)
        amount = parse_amount(text, playing.language, 1.0)
    except AmountUnreadable as unreadable:
        return unreadable.sentence
    return amount / 100 if amount > 1 else amount


def _change(offering: Offering, hand: Hand, side: Side, amount: float) -> None:
    offering.set(
        hand, replace(side, amount=round(amount, 2) if side.what == _BAR else float(round(amount)))
    )


def _choose(playing: Playing, offering: Offering, hand: Hand, what: str) -> None:
    before = offering.mine if hand == "mine" else offering.yours
    if what == _BAR:
        amount = playing.view.plan.bar
    elif before.what in LEVERS:
        amount = before.amount
    else:
        amount = usual_offer(playing)
    offering.set(hand, Side(what, amount))
