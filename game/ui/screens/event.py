"""The dialog in which an event is read and answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from game.report.event_cards import ChoiceCard, EventCard
from game.ui.screens.parts import Pressable, neighbours
from game.ui.toolkit import (
    COMMIT,
    Box,
    Button,
    Canvas,
    Column,
    Dialog,
    Icon,
    Label,
    Look,
    Panel,
    Paragraph,
    Row,
    Size,
    Spacer,
    Ui,
    Widget,
    caption,
)
from game.words import Sentence, sentence

DONE: Final = "event.done"
"""Key of the button that decides, or goes on."""

TO_THE_PLAN: Final = sentence("To the plan")
_FOR_GOOD: Final = sentence("This cannot be taken back.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A way out of what waits for an answer, which goes on waiting."""

    text: Sentence
    note: Sentence
    go: Callable[[], None]
    asks: Sentence | None = None
    """What the one who answers should know, beside the question."""
    decides: Sentence = _FOR_GOOD
    """What deciding comes to."""


@dataclass(frozen=True, slots=True)
class Choice(Widget):
    """A ring, filled where it is the one that was chosen."""

    chosen: bool

    def measure(self, ui: Ui, room: int) -> Size:
        """Return its square."""
        return Size(ui.px(18), ui.px(18))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint ring and dot."""
        canvas.pill(box, "surface", "accent" if self.chosen else "control", 1.5)
        if self.chosen:
            canvas.disc(box.middle, canvas.ui.px(5), "accent")


def event_dialog(
    event: EventCard,
    picked: str,
    on_pick: Callable[[str], None],
    on_done: Callable[[], None],
    *,
    read: Sentence = TO_THE_PLAN,
    later: Later | None = None,
) -> Dialog:
    """Return the whole card of an event, with its choices where one is due.

    Args:
        event: what happened.
        picked: the choice that is about to be taken; "" for none yet.
        on_pick: called with the key of a choice.
        on_done: takes the picked choice, or only closes.
        read: what the button says where there is nothing to decide.
        later: the way out of what waits for an answer; Esc takes it too.

    """
    effects = [_effect(effect) for effect in event.effects]
    if effects and event.lasts:
        effects.append(caption(event.lasts))
    content = Column(
        [
            Paragraph(event.story),
            Panel(Column(effects, gap=4), "raised", "", radius=8, pad=12, shadow=False)
            if effects
            else None,
            caption(later.asks) if event.waiting and later is not None and later.asks else None,
            _choices(event, picked, on_pick) if event.choices else None,
        ],
        gap=12,
    )
    if not event.waiting:
        text, disabled = read, None
    else:
        text = sentence("Decide")
        disabled = None if picked else sentence("Choose one of these first.")
    done = Button(
        text,
        on_done,
        "arrow-right",
        "primary",
        icon_last=True,
        key=DONE,
        tooltip=(later.decides if later is not None else _FOR_GOOD)
        if event.waiting
        else sentence("Go on with the plan."),
        disabled=disabled or "",
    )
    away: list[Widget] = []
    close = on_done
    if event.waiting and later is not None:
        close = later.go
        away.append(Button(later.text, later.go, key="event.later", tooltip=later.note))
    return Dialog(
        event.title,
        content,
        [*away, done],
        None if event.waiting and later is None else close,
        "newspaper",
        "warning",
        560,
        {} if disabled else {COMMIT: on_done},
        key=f"event.{event.key}.dialog",
    )


def _price(choice: ChoiceCard) -> Widget:
    costs = caption(choice.cost_note or sentence("Free"), "muted")
    if choice.leaves is None:
        return costs
    left = Label(choice.leaves, size=12, weight=500, role="muted", side="right")
    return Column([Row([Spacer(), costs]), Row([Spacer(), left])], gap=2)


def _effect(effect: Sentence) -> Widget:
    return Row([Icon("chart-line", 16, "warning"), Label(effect, weight=500, grow=1)], gap=8)


def _choices(event: EventCard, picked: str, on_pick: Callable[[str], None]) -> Widget:
    keys = [f"choice.{choice.key}" for choice in event.choices]
    return Column(
        [
            _choice(event, choice, neighbours(keys, place), picked, on_pick)
            for place, choice in enumerate(event.choices)
        ],
        gap=8,
    )


def _choice(
    event: EventCard,
    choice: ChoiceCard,
    around: Mapping[str, str],
    picked: str,
    on_pick: Callable[[str], None],
) -> Widget:
    chosen = choice.key == picked if event.waiting else choice.chosen
    reason: Sentence | str = ""
    if not event.waiting:
        reason = sentence("This is decided.")
    elif not choice.affordable:
        reason = sentence("There is not enough money for it.")
    row = Row(
        [
            Choice(chosen),
            Column(
                [
                    Label(choice.text, weight=600 if chosen else 400),
                    Label(choice.does, size=12, role="muted") if choice.does else None,
                ],
                gap=2,
                grow=1,
            ),
            _price(choice),
        ],
        gap=12,
    )
    return Pressable(
        row,
        lambda: on_pick(choice.key),
        around,
        tone="accent" if chosen else "control",
        radius=8,
        pad=14,
        pad_y=10,
        shadow=False,
        key=f"choice.{choice.key}",
        name=choice.text,
        tooltip=choice.cost_note or choice.text,
        disabled=reason,
    )
