"""The others of the company on the desk: what a partner means to do, says and offers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from game.errors import DecisionRejected
from game.report.partner import Tone, offer_sentence, promise_sentence, promises
from game.report.promises import judged_promises, partner_feels
from game.session import Propose, Seat, player_view
from game.session.partner_reactions import Kind
from game.ui.playing import Playing
from game.ui.screens.frame import Doors
from game.ui.screens.offer import OFFER_FIRST, Offering, offer_dialog
from game.ui.talk import Voice
from game.ui.toolkit import (
    Button,
    Card,
    Column,
    Dialog,
    Divider,
    Icon,
    Label,
    Panel,
    Paragraph,
    Row,
    Spacer,
    Widget,
    Wrap,
    caption,
)
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True)
class _Look:
    """How something is marked: by its icon, its colour, and in words."""

    icon: str
    role: str
    text: Sentence


TONES: Final[dict[Tone, _Look]] = {
    "friendly": _Look("heart-handshake", "good", sentence("wants what you want")),
    "sober": _Look("scale", "muted", sentence("goes half of the way")),
    "cold": _Look("lock", "warning", sentence("looks after its own figures")),
}

_KINDS: Final[dict[Kind, _Look]] = {
    "agree": _Look("circle-check", "good", sentence("Agrees")),
    "note": _Look("eye", "muted", sentence("Takes note")),
    "trade": _Look("handshake", "accent", sentence("Would trade")),
    "warn": _Look("triangle-alert", "warning", sentence("Warns you")),
}


_ASKS: Final = _Look("handshake", "accent", sentence("Offers you something"))


class TalkCards:
    """The cards of those who can be talked to, and the dialogs that they open.

    Args:
        playing: the game.
        house: shows messages and gives the focus.

    """

    def __init__(self, playing: Playing, house: Doors) -> None:
        self._playing = playing
        self._house = house
        self._offering: Offering | None = None
        self._doubting = False

    @property
    def version(self) -> tuple[object, ...]:
        """What the cards show; others are made once this has changed."""
        playing = self._playing
        offered = any(voice.offer is not None for voice in playing.talk.voices)
        return (playing.talk.voices, playing.view.trades, playing.draft if offered else None)

    def cards(self, *, roomy: bool) -> list[Widget]:
        """Return a card for everybody who can be talked to.

        Args:
            roomy: whether plan and talk have room beside each other.

        """
        return [self._card(voice, roomy=roomy) for voice in self._heard]

    def glances(self) -> list[Widget]:
        """Return a line for each card, with the way to it, for where it may be scrolled away."""
        if not self._may_offer:
            return []
        told = (voice for voice in self._heard if voice.card is not None or voice.offer is not None)
        return [self._glance(voice) for voice in told]

    def _glance(self, voice: Voice) -> Widget:
        look, waiting = _look_of(voice), voice.offer is not None
        said = sentence("{name}: {words}", name=voice.name, words=look.text)
        key = f"talk.{'yes' if waiting else 'offer'}.{voice.seat.role}"
        read = Button(
            sentence("Read"),
            partial(self._house.focus, key),
            "arrow-down",
            "quiet",
            key=f"talk.read.{voice.seat.role}",
            tooltip=sentence("Go to what was said, offered and agreed"),
        )
        words = Label(said, size=12, weight=600, role=look.role, shorten=True, grow=1)
        return Row([Icon(look.icon, 16, look.role), words, read], gap=8, height=30)

    @property
    def any(self) -> bool:
        """Whether there is a card."""
        return bool(self._heard)

    @property
    def _heard(self) -> tuple[Voice, ...]:
        """Those who have a card; who can promise nothing only hears what partners mean to do."""
        voices, may = self._playing.talk.voices, self._may_offer
        return tuple(voice for voice in voices if may or voice.card is not None)

    @property
    def _may_offer(self) -> bool:
        """Whether whoever sits here has anything to promise."""
        talk, seat = self._playing.talk, self._playing.seat
        return bool(talk.lines_of(seat)) or talk.sets_bar(seat)

    def dialog(self) -> Widget | None:
        """Return the dialog that is open."""
        if self._offering is not None:
            close = partial(self._close)
            return offer_dialog(self._playing, self._offering, close, self._propose)
        return self._doubt() if self._doubting else None

    # Cards ---------------------------------------------------------------------------------

    def _card(self, voice: Voice, *, roomy: bool) -> Widget:
        if voice.card is None:
            return Card(
                self._talk(voice),
                voice.name,
                "user",
                caption(sentence("plans at this machine, too")),
                pad=16,
                gap=8,
            )
        look = TONES[voice.card.tone]
        mood = Row(
            [Icon(look.icon, 16, look.role), Label(look.text, size=12, role=look.role)], gap=6
        )
        plan = _told(sentence("What I mean to do"), voice.card.plan)
        why = _told(sentence("Why"), voice.card.reasons)
        told: Widget = Column([plan, why], gap=6, grow=1.3)
        talk = Column([self._talk(voice)], grow=1)
        if not self._may_offer:
            body: Widget = Row([plan, why], gap=24, align="start") if roomy else told
            return Card(body, voice.name, "users", mood, pad=14, gap=6)
        if roomy:
            body = Row([told, Divider(upright=True), talk], gap=16, align="stretch")
        else:
            body = Column([talk, Divider(), told], gap=12)
        return Card(body, voice.name, "users", mood, pad=14, gap=6)

    def _talk(self, voice: Voice) -> Widget:
        """Return what stands between the two: promises, reaction, offer, answer."""
        rows: list[Widget | None] = [
            self._promises(voice),
            None if voice.card is None or not self._playing.can_spend else _reaction(voice),
            self._answer(voice),
            self._offer(voice),
        ]
        return Column(rows, gap=8)

    def _promises(self, voice: Voice) -> Widget | None:
        rules, me = self._playing.rules, self._playing.seat
        agreed = [
            each
            for each in self._playing.view.trades
            if each.state == "agreed" and each.concerns(me) and each.concerns(voice.seat)
        ]
        if not agreed:
            return None
        said = [Paragraph(promise_sentence(rules, each, me), grow=1) for each in agreed]
        rows: list[Widget | None] = [
            Row([Icon("handshake", 16, "together"), each], gap=8, align="start") for each in said
        ]
        back = Button(
            sentence("Take my word back…"),
            self._open_doubt,
            "undo-2",
            "quiet",
            key=f"talk.back.{voice.seat.role}",
            tooltip=sentence("Nobody is bound any more. It will be remembered."),
        )
        return Column([*rows, Row([Spacer(), back])], gap=4)

    def _answer(self, voice: Voice) -> Widget | None:
        if voice.answer is None:
            return None
        if voice.card is None:  # nobody has said it yet
            return Paragraph(voice.answer, role="muted")
        words: Widget = Paragraph(sentence("“{said}”", said=voice.answer), grow=1)
        return Row([Icon("quote", 16), words], gap=8, align="start")

    def _offer(self, voice: Voice) -> Widget:
        """Return what is offered with its answers, or the way to make an offer."""
        role, rules = voice.seat.role, self._playing.rules
        if voice.offer is None:
            asked = None
            if voice.asked is not None:
                words = offer_sentence(rules, voice.asked, self._playing.view.plan.bar)
                asked = Paragraph(sentence("You asked: “{said}”", said=words), role="muted")
            make = Button(
                sentence("Make an offer…"),
                partial(self._open_offer, voice),
                "messages-square",
                key=f"talk.offer.{role}",
                tooltip=sentence("Offer something for something"),
            )
            return Column([asked, Row([make])], gap=8)
        buttons: list[Widget] = [
            Button(
                sentence("Yes"),
                partial(self._reply, voice, True),
                key=f"talk.yes.{role}",
                tooltip=sentence("Agree: it binds both of you until the turn ends"),
            ),
            Button(
                sentence("No"),
                partial(self._reply, voice, False),
                key=f"talk.no.{role}",
                tooltip=sentence("Decline; nobody is bound"),
            ),
            Button(
                sentence("Counter-offer…"),
                partial(self._open_offer, voice),
                key=f"talk.offer.{role}",
                tooltip=sentence("Offer something else for it"),
            ),
        ]
        playing = self._playing
        words = offer_sentence(rules, voice.offer, playing.view.plan.bar, playing.draft)
        said = sentence("“{said}”", said=words)
        return Panel(
            Column([Paragraph(said), Wrap(buttons, gap=8)], gap=8),
            "raised",
            "",
            radius=8,
            pad=12,
            pad_y=10,
            shadow=False,
        )

    # Dialogs -------------------------------------------------------------------------------

    def _doubt(self) -> Widget:
        playing = self._playing
        keep = partial(self._close)
        bound: list[Widget] = [Paragraph(each) for each in promises(playing.rules, playing.view)]
        return Dialog(
            sentence("Take your word back?"),
            Column(
                [
                    *bound,
                    Paragraph(
                        sentence(
                            "Nobody is bound any more. The other side remembers it for some "
                            "turns, and gives you less."
                        ),
                        role="muted",
                    ),
                ],
                gap=12,
            ),
            [
                Button(
                    sentence("Keep my word"),
                    keep,
                    key="doubt.keep",
                    tooltip=sentence("Nothing changes (Esc)"),
                ),
                Button(
                    sentence("Take it back"),
                    self._take_back,
                    variant="danger",
                    key="doubt.back",
                    tooltip=sentence("Break what was agreed for this turn"),
                ),
            ],
            keep,
            icon="triangle-alert",
            tone="warning",
            limit=480,
            key="doubt",
        )

    # What is done --------------------------------------------------------------------------

    def _reply(self, voice: Voice, yes: bool) -> None:
        self._try(lambda: self._playing.talk.reply(voice, yes=yes))
        self._house.focus(f"talk.{'back' if yes else 'offer'}.{voice.seat.role}")

    def _propose(self, offer: Propose) -> None:
        if self._try(lambda: self._playing.talk.propose(offer)):
            self._offering = None
            self._house.focus(f"talk.offer.{offer.to.role}")

    def _take_back(self) -> None:
        self._doubting = False
        self._try(self._playing.talk.take_back)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except DecisionRejected as refused:
            self._house.tell(refused.sentence, "bad")
            return False
        return True

    def _open_offer(self, voice: Voice) -> None:
        self._offering = Offering.begun(self._playing, voice)
        self._house.focus(OFFER_FIRST)

    def _open_doubt(self) -> None:
        self._doubting = True
        self._house.focus("doubt.keep")

    def _close(self) -> None:
        self._offering, self._doubting = None, False


def _look_of(voice: Voice) -> _Look:
    """Return how things stand with somebody, in a few words."""
    if voice.card is None:
        return _ASKS
    return TONES[voice.card.tone] if voice.said is None else _KINDS[voice.said.kind]


def _told(title: Sentence, said: Sequence[Sentence]) -> Widget:
    lines = [Paragraph(each, size=13) for each in said]
    return Column([Label(title, size=12, weight=600, role="muted"), *lines], gap=1)


def _reaction(voice: Voice) -> Widget:
    """Return what a partner says to the plan as it stands."""
    title = Label(sentence("To your plan"), size=12, weight=600, role="muted", grow=1)
    if voice.said is None:
        waits = sentence("Plan something, and I tell you what I think of it.")
        return Column([title, Paragraph(waits, role="muted")], gap=2)
    look = _KINDS[voice.said.kind]
    mark = Row(
        [Icon(look.icon, 16, look.role), Label(look.text, size=12, weight=600, role=look.role)],
        gap=6,
    )
    words = [Paragraph(sentence("“{said}”", said=each)) for each in voice.said.sentences]
    return Column([Row([title, mark], gap=8), *words], gap=2)


def aftermath(playing: Playing) -> list[Widget]:
    """Return what became of the last turn's promises, and how partners speak since then."""
    rules, view = playing.rules, playing.view
    rows: list[Widget] = []
    if playing.together:
        return rows  # whom somebody promised what is between the two
    for judged in judged_promises(rules, view.now, playing.seat):
        kept = judged.fate == "kept"
        role = "good" if kept else "bad"
        said = Label(judged.note, weight=600, role=role, tooltip=judged.promise, grow=1)
        rows.append(
            Row(
                [Icon("handshake" if kept else "triangle-alert", 18, role), said],
                gap=8,
                align="start",
            )
        )
    return rows + [_feeling(playing, seat) for seat in _partners(playing)]


def _partners(playing: Playing) -> tuple[Seat, ...]:
    from game.session.partner_table import partner_seats

    return partner_seats(playing.rules, playing.session, playing.people)


def _feeling(playing: Playing, seat: Seat) -> Widget:
    view = player_view(playing.rules, playing.session, seat)
    feeling = partner_feels(playing.rules, view, playing.view)
    look = TONES[feeling.tone]
    words = sentence("{name}: “{words}”", name=feeling.name, words=feeling.words)
    return Row([Icon(look.icon, 18, look.role), Paragraph(words, grow=1)], gap=8, align="start")
