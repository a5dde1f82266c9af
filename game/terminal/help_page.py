"""What can be typed at the desk, and what it does."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.report.policies import Policies
from game.report.whys import ASKED
from game.terminal.console import Console
from game.terminal.tabs import TABS
from game.words import Sentence, sentence


def print_help(
    console: Console, policies: Policies, talk: Sequence[tuple[str, Sentence]] = ()
) -> None:
    """Print everything that can be typed, under each other.

    Args:
        console: where it is printed.
        policies: as this seat may set them; those of others are left out.
        talk: what can be said to the others of the company, and what it does.

    """
    closed = _closed(policies)
    orders = [*((typed, does) for typed, does in HELP.items() if typed not in closed), *talk]
    wide = max(len(typed) for typed, _ in orders)
    for typed, does in orders:
        console.item(does, mark=typed.ljust(wide))


def _closed(policies: Policies) -> set[str]:
    """Return what ``HELP`` says of policies that may not be changed here."""
    reasons = {
        BAR: policies.bar.reason,
        FOCUS: policies.focus.reason,
        MESSAGE: policies.positioning.reason,
    }
    return {typed for typed, reason in reasons.items() if reason is not None}


BAR: Final = "bar 60%"
FOCUS: Final = "focus SEGMENT 50%"
MESSAGE: Final = "message 2"

HELP: Final[Mapping[str, Sentence]] = {
    "advertising 20k": sentence("put an amount on a line; '20%' is a share of all money"),
    "advertising +5k": sentence("change what is on a line: '+5k' is so much more, '-5k' less"),
    "advertising": sentence("what a line does; 'why mql' explains a term"),
    "forecast": sentence("what the plan may bring in the turns ahead"),
    "why bookings": sentence(
        "why a figure changed in the last turn: {figures:list}", figures=ASKED
    ),
    BAR: sentence("how strict a lead must be before it is handed over"),
    FOCUS: sentence("how much of the effort a segment gets"),
    MESSAGE: sentence("which message the firm leads with"),
    "same, even": sentence("the plan of the last turn; the same amount on every line"),
    "undo, redo, reset": sentence("one step back, one step forward, as the turn began"),
    "show": sentence("the desk again"),
    "trends, segments, …": sentence("more about the firm: {tabs}", tabs=", ".join(TABS)),
    "save NAME": sentence("keep the game under a name"),
    "done": sentence("the plan is ready: predict, and play the turn"),
    "quit": sentence("stop; the game is kept and can be played on"),
}
"""What can be typed and what it does; words may be cut short as long as they are clear."""
