"""Shows places on the screens: the tutorial's steps, and where a word of the glossary is at home.

It reads the game and the widgets that are laid out; no screen knows of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from game.report.tutorial import (
    SCENARIO,
    STEPS,
    Looks,
    Moment,
    Now,
    Part,
    Shows,
    Step,
    place_of_step,
    seen_instead,
    step_now,
)
from game.ui.toolkit import (
    BACK,
    App,
    Box,
    Button,
    Column,
    Icon,
    Label,
    Paragraph,
    Row,
    ScrollArea,
    Shortcut,
    Spacer,
    Widget,
    icon_button,
)
from game.ui.toolkit.guide import Spotlight, first_of, place_of, to_be_read
from game.ui.toolkit.tree import Node
from game.ui.toolkit.typed import TypedField
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House
    from game.ui.playing import Playing

THERE: Final = Shortcut("f2")
"""The key that goes to what is shown, or goes on where there is only to look."""

_PARTS: Final[Mapping[str, Part]] = {"Desk": "plan", "Results": "results"}
"""The screens on which the tutorial has something to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the window.

    Attributes:
        presses: keys of what is pressed on the way, such as a tab.
        keys: of the widgets that are shown there; ``*`` at the end for all that begin so.
        row: whether the whole row is shown in which the widget stands.

    """

    presses: tuple[str, ...] = ()
    keys: tuple[str, ...]
    row: bool = False


@dataclass(slots=True)
class Reading:
    """What somebody reads in the help; kept while the program runs, for all screens.

    Attributes:
        page: "words" or "keys".
        term: key of the word that is open.
        wanted: what was looked for last.
        listing: whether the list is shown where only one of list and word has room.
        past, future: keys of words read before this one, and after it.

    """

    page: str = "words"
    term: str = "funnel"
    wanted: str = ""
    listing: bool = True
    past: list[str] = field(default_factory=list)
    future: list[str] = field(default_factory=list)

    def turn_to(self, term: str) -> None:
        """Open a word; ``back`` returns to the one before."""
        if term != self.term:
            self.past.append(self.term)
            self.future.clear()
        self.term, self.listing = term, False

    def back(self) -> None:
        """Return to the word that was read before."""
        if self.past:
            self.future.append(self.term)
            self.term, self.listing = self.past.pop(), False

    def forward(self) -> None:
        """Go again to the word that was left by ``back``."""
        if self.future:
            self.past.append(self.term)
            self.term, self.listing = self.future.pop(), False


@dataclass(slots=True)
class _Visit:
    """A place that somebody asked for."""

    spot: Spot
    title: Sentence
    presses: list[str]
    arrived: bool = False
    seen: bool = False


class Tutor:
    """The guide over all screens of a house."""

    def __init__(self, house: "House", app: App) -> None:
        self._house = house
        self._app = app
        self.reading = Reading()
        """What is read in the help."""
        self._visit: _Visit | None = None
        self._step: Step | None = None
        """The step that is shown, or that waits here out of sight."""
        self._unseen = ""
        self._revealed: tuple[object, ...] = ()

    # What others ask for --------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The key of what the focus or the pointer is at."""
        return self._app.subject

    @property
    def on(self) -> bool:
        """Whether the tutorial is to be shown where there is one."""
        return not self._house.settings.tutorial_done

    @property
    def step(self) -> int:
        """Which step waits, from 1; the last one when all are done."""
        return min(place_of_step(self._house.settings.tutorial_at), len(STEPS) - 1) + 1

    def begin(self) -> None:
        """Start the tutorial from its first step."""
        self._keep(done=False, at="")

    def resume(self) -> None:
        """Go on where it was put away."""
        self._keep(done=False, at=self._house.settings.tutorial_at)

    def switch(self, on: bool) -> None:
        """Let steps be shown or not, where the player has come to."""
        self._keep(done=not on, at=self._house.settings.tutorial_at)

    def put_away(self) -> None:
        """Show no more steps until somebody asks for them."""
        self._keep(done=True, at=self._house.settings.tutorial_at)
        self._step = None
        self._app.refresh()
        self._house.tell(sentence("The tutorial is put away. Help (F1) brings it back."))

    def show(self, spot: Spot, title: Sentence) -> None:
        """Go to a place and light it up."""
        self._visit = _Visit(spot, title, list(spot.presses))
        self._app.refresh()

    def bring_into_view(self, key: str) -> None:
        """Scroll to a widget once it is laid out."""
        self._unseen = key

    # What the app asks ----------------------------------------------------------------------

    def lead(self) -> bool:
        """Press what lies on the way to a place, and bring it into view."""
        visit = self._visit
        if visit is not None and visit.presses:
            self._app.press(visit.presses.pop(0))
            return True
        if visit is not None and not visit.arrived:
            visit.arrived = True
            self._go_to(visit.spot.keys)
            return True
        if self._unseen:
            self._app.reveal(self._unseen)
            self._unseen = ""
            return True
        return False

    def over(self, nodes: Sequence[Node]) -> Widget | None:
        """Return the place that is shown and what is said of it; None where nothing is."""
        self._step = None
        if self._visit is not None:
            return self._visited(nodes, self._visit)
        return self._taught(nodes)

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return the keys that go to the place, and that put everything away."""
        if self._visit is not None:
            return {BACK: self._leave}
        if self._step is None:
            return {}
        return {BACK: self.put_away, THERE: self._there}

    # A place from the glossary --------------------------------------------------------------

    def _visited(self, nodes: Sequence[Node], visit: _Visit) -> Widget | None:
        if not visit.arrived:
            return None
        place = place_of(nodes, visit.spot.keys, row=visit.spot.row)
        if place is None:
            self._visit = None
            if not visit.seen:
                self._house.tell(sentence("It is not to be seen here now."))
            return None
        visit.seen = True
        words = Row(
            [
                Icon("map", 18, "accent"),
                Label(visit.title, weight=600, grow=1),
                icon_button("x", sentence("Close (Esc)"), self._leave, key="spot.close"),
            ],
            gap=8,
        )
        return Spotlight(place, words, key="spot")

    def _leave(self) -> None:
        self._visit = None
        self._app.refresh()

    def _go_to(self, keys: Sequence[str]) -> None:
        """Bring a place into view and give it the focus if it can have it."""
        node = first_of(self._app.nodes, keys)
        if node is not None:
            self._app.reveal(node.key)
            if node.widget.focusable():
                self._app.ui.focus(node.key)

    # The tutorial ---------------------------------------------------------------------------

    def _taught(self, nodes: Sequence[Node]) -> Widget | None:
        screen = self._app.navigator.current
        part = _PARTS.get(type(screen).__name__)
        playing: Playing | None = getattr(screen, "playing", None)
        if part is None or playing is None or not self.on or not is_taught(playing):
            return None
        now = self._now(nodes, playing, part)
        at = place_of_step(self._house.settings.tutorial_at)
        if not self._app.held:  # nothing changes under a hand that drags
            at = self._followed(at, step_now(at, now))
        if at == len(STEPS) or STEPS[at].moment != now.moment:
            return None
        return self._shown(nodes, at, now)

    def _now(self, nodes: Sequence[Node], playing: "Playing", part: Part) -> Now:
        from game.market import LEVERS  # pulls in numpy, for which the first frame does not wait

        played = len(playing.view.history) - 1
        ui = self._app.ui
        return Now(
            moment=Moment(played + 1 if part == "plan" else played, part),
            budget=playing.view.budget,
            spend=dict(zip(LEVERS, playing.draft.spend, strict=True)),
            keys={node.key for node in nodes},
            filled={
                node.key
                for node in nodes
                if isinstance(node.widget, TypedField) and ui.say(node.widget.text)
            },
        )

    def _followed(self, before: int, now: int) -> int:
        """Remember the step that the player has come to."""
        if now == len(STEPS):
            self._keep(done=True, at="")
            self._house.tell(sentence("That was the tutorial. The rest is yours."), "good")
        elif now != before:
            self._keep(done=False, at=STEPS[now].key)
        return now

    def _shown(self, nodes: Sequence[Node], at: int, now: Now) -> Widget | None:
        """Return a step with its place, or the one before it that leads back to the place."""
        step: Step | None = STEPS[at]
        node = first_of(nodes, STEPS[at].place)
        if node is None:
            there = {each.key for each in STEPS[:at] if first_of(nodes, each.place) is not None}
            step = seen_instead(at, now, there)
            node = None if step is None else first_of(nodes, step.place)
        if step is None or node is None:
            return None
        self._step = step
        self._want_seen(step, node)
        return self._card(step, place_of(nodes, step.place, row=step.row))

    def _want_seen(self, step: Step, node: Node) -> None:
        """Bring a step's place into view once, and again in another window or text size."""
        shown = (step.key, self._app.ui.metrics)
        if shown != self._revealed:
            self._revealed = shown
            if not node.clip.encloses(node.box):
                self._unseen = node.key

    def _card(self, step: Step, place: Box | None) -> Widget:
        number = sentence("Step {step} of {steps}", step=STEPS.index(step) + 1, steps=len(STEPS))
        looking = isinstance(step.done, Looks)
        head = Row(
            [
                Icon("graduation-cap", 18, "accent"),
                Label(number, size=12, weight=600, role="muted", grow=1),
                icon_button(
                    "x",
                    sentence("Put the tutorial away"),
                    self.put_away,
                    key="tutorial.close",
                    tooltip=sentence("Put the tutorial away; help (F1) brings it back. (Esc)"),
                ),
            ],
            gap=8,
        )
        if looking:
            does, why = sentence("Go on"), sentence("On to the next step (F2)")
        elif self._opens(step):
            does, why = sentence("Open it"), sentence("Open what is shown (F2)")
        else:
            does, why = sentence("Go there"), sentence("Put the focus on it (F2)")
        button = Button(
            does,
            self._there,
            "arrow-right" if looking else "",
            icon_last=True,
            key="tutorial.go",
            tooltip=why,
        )
        text = ScrollArea(Paragraph(step.say), key="tutorial.text", edge_pad=0, grow=1)
        foot = Row([Spacer(), Label(sentence("F2"), size=12, role="muted"), button], gap=10)
        card = Column([head, text, foot], gap=8)
        # What is to be looked at first stays in sight, as far as there is room beside it.
        leave = () if step.dims else to_be_read(self._app.nodes)
        return Spotlight(place, card, step.dims, leave, key=f"tutorial.{step.key}")

    def _there(self) -> None:
        """Go on from what is only looked at; else go to what is to be done."""
        step = self._step
        if step is None:
            return
        if isinstance(step.done, Looks):
            at = STEPS.index(step) + 1
            self._keep(done=False, at=STEPS[at].key)
        else:
            self._go_to(step.place)
            node = first_of(self._app.nodes, step.place)
            if node is not None and self._opens(step):
                self._app.press(node.key)
        self._app.refresh()

    def _opens(self, step: Step) -> bool:
        """Say whether a step is done by opening what it shows; what a screen is about is not."""
        node = first_of(self._app.nodes, step.place)
        return isinstance(step.done, Shows) and node is not None and not node.widget.commits()

    def _keep(self, *, done: bool, at: str) -> None:
        house = self._house
        # Not by ``change``, which paints everything anew: how the window looks stays as it is.
        house.settings = replace(house.settings, tutorial_done=done, tutorial_at=at)
        house.keep_settings()


def is_taught(playing: "Playing") -> bool:
    """Say whether the tutorial speaks of this game: of a person who holds every role alone."""
    alone = playing.table is None and playing.seat.role == "all"
    return alone and playing.rules.name == SCENARIO
