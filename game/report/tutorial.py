"""The tutorial of the first scenario: twelve steps, each done by doing it.

A step is data: where it is, what is said, and what the player does to complete it. Screens know
nothing of it; the window finds the place by the keys of its widgets.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from game.words import Sentence, sentence

SCENARIO: Final = "first_steps"
"""The only scenario that has a tutorial."""

Part: TypeAlias = Literal["plan", "results"]


class Moment(NamedTuple):
    """A part of a turn; they follow each other as they are sorted."""

    turn: int
    part: Part


@dataclass(frozen=True, slots=True)
class Spends:
    """Done when at least this share of the budget is planned for a lever, and no more in all."""

    lever: str
    share: float


@dataclass(frozen=True, slots=True)
class Shows:
    """Done when a widget is on the screen: a dialog or a page that the player opened."""

    key: str


@dataclass(frozen=True, slots=True)
class Fills:
    """Done when a field holds something."""

    key: str


@dataclass(frozen=True, slots=True)
class Looks:
    """Done when the player says so: there is nothing to do but to look."""


@dataclass(frozen=True, slots=True)
class Arrives:
    """Done when the game has come to a moment."""

    moment: Moment


Doing: TypeAlias = Spends | Shows | Fills | Looks | Arrives


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do.

    Attributes:
        key: stable; the settings remember it.
        moment: when it is due; it is passed over once the moment has gone.
        place: keys of the widgets that are shown; ``*`` at the end for all that begin so.
        row: whether the whole row is shown in which the widget stands.
        say: one or two short sentences.
        done: what completes it.
        dims: whether all else becomes darker; not where one is to look at it first.

    """

    key: str
    moment: Moment
    place: tuple[str, ...]
    row: bool = False
    say: Sentence
    done: Doing
    dims: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What the tutorial may know of the game and the screen.

    Attributes:
        moment: of the game.
        budget: money of this turn.
        spend: planned money by lever.
        keys: of the widgets on the screen.
        filled: keys of the fields that hold something.

    """

    moment: Moment
    budget: float
    spend: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    keys: Set[str] = frozenset()
    filled: Set[str] = frozenset()


_ROUNDING: Final = 0.005
"""Money above the budget that is no overspending."""


def is_done(step: Step, now: Now) -> bool:
    """Say whether a step is done by what can be seen; looking alone is never seen."""
    match step.done:
        case Spends(lever, share):
            there = sum(now.spend.values()) <= now.budget + _ROUNDING
            return there and now.spend.get(lever, 0.0) >= share * now.budget > 0
        case Shows(key):
            return key in now.keys
        case Fills(key):
            return key in now.filled
        case Arrives(moment):
            return now.moment >= moment
        case Looks():
            return False


def place_of_step(key: str) -> int:
    """Return where a step stands in the tutorial; 0 for one that does not exist (any more)."""
    return next((place for place, step in enumerate(STEPS) if step.key == key), 0)


def step_now(place: int, now: Now) -> int:
    """Return the step that waits for the player, from the one that waited before.

    Steps that are done or whose moment has gone are passed; ``len(STEPS)`` means all are.
    """
    while place < len(STEPS):
        step = STEPS[place]
        if step.moment >= now.moment and not (step.moment == now.moment and is_done(step, now)):
            return place
        place += 1
    return place


def seen_instead(place: int, now: Now, seen: Set[str]) -> Step | None:
    """Return the step to show while a step's own place is not to be seen.

    That is the last one before it that is open again: who closes the question is shown the button
    that asks it.

    Args:
        place: of the step that waits.
        now: the game and the screen.
        seen: keys of the steps whose place can be seen.

    """
    for step in reversed(STEPS[:place]):
        if step.moment != now.moment or isinstance(step.done, Looks):
            continue
        if step.key in seen and not is_done(step, now):
            return step
    return None


STEPS: Final[tuple[Step, ...]] = (
    Step(
        key="advertise",
        moment=Moment(1, "plan"),
        place=("lever.advertising",),
        row=True,
        say=sentence(
            "Few people know you yet. Put half of your money on advertising: drag the knob, press "
            "the arrow keys on it, or type an amount."
        ),
        done=Spends("advertising", 0.33),
    ),
    Step(
        key="left",
        moment=Moment(1, "plan"),
        place=("left",),
        row=True,
        say=sentence(
            "This is left to spend. What you keep stays in the bank; more than there is cannot "
            "be spent."
        ),
        done=Looks(),
    ),
    Step(
        key="content",
        moment=Moment(1, "plan"),
        place=("lever.content_marketing",),
        row=True,
        say=sentence(
            "Content works slowly, and brings back those who were not ready. Give it a good part "
            "of the rest."
        ),
        done=Spends("content_marketing", 0.15),
    ),
    Step(
        key="predict",
        moment=Moment(1, "plan"),
        place=("predict",),
        say=sentence("The plan stands. Go on to say what will come of it; nothing is played yet."),
        done=Shows("commit"),
    ),
    Step(
        key="deals",
        moment=Moment(1, "plan"),
        place=("predict.deals", "predict.fewer", "predict.more"),
        say=sentence(
            "How many deals will you win? Say a number and press Enter: a guess is enough, and "
            "shows later how well you know your market."
        ),
        done=Fills("predict.deals"),
    ),
    Step(
        key="play",
        moment=Moment(1, "plan"),
        place=("commit.play",),
        say=sentence("Now play the month. This alone cannot be taken back."),
        done=Arrives(Moment(1, "results")),
    ),
    Step(
        key="pipeline",
        moment=Moment(1, "results"),
        place=("pipeline",),
        say=sentence(
            "People come from the left. Over the bridge, leads pass from marketing to sales. See "
            "who falls there, and why."
        ),
        done=Looks(),
    ),
    Step(
        key="people",
        moment=Moment(1, "results"),
        place=("tabs.people",),
        say=sentence("Open People: it counts who got lost, and where."),
        done=Shows("results.people"),
    ),
    Step(
        key="next",
        moment=Moment(1, "results"),
        place=("next",),
        say=sentence(
            "Look where most got lost. Then go on: from next month you decide about sales as well."
        ),
        done=Arrives(Moment(2, "plan")),
        dims=False,
    ),
    Step(
        key="demos",
        moment=Moment(2, "plan"),
        place=("lever.product_demos",),
        row=True,
        say=sentence(
            "Sales is yours as well now. Leads that wait go cold: take a good part of the money "
            "from advertising and give it to demos."
        ),
        done=Spends("product_demos", 0.15),
    ),
    Step(
        key="meetings",
        moment=Moment(3, "plan"),
        place=("lever.joint_meetings",),
        row=True,
        say=sentence(
            "Now both sides may talk to each other. Take a twentieth of your money from "
            "advertising for joint meetings."
        ),
        done=Spends("joint_meetings", 0.03),
    ),
    Step(
        key="help",
        moment=Moment(3, "results"),
        place=("help",),
        say=sentence(
            "Did a smaller share fall between you? Help (F1) explains every word, and shows how "
            "each figure is worked out from yours."
        ),
        done=Shows("words"),
        dims=False,
    ),
)
"""The tutorial, in the order in which it is played."""
