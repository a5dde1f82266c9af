"""What happens when a screen fails: the game is kept, the fault is written down, play goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import HandoffError
from game.storage.faults import write_fault
from game.ui.toolkit.app import Doing
from game.words import Sentence, sentence, verbatim

if TYPE_CHECKING:
    from game.ui.house import House
    from game.ui.playing import Playing


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is told about a failure.

    Attributes:
        what: on which screen it happened, and what the program was doing.
        kept: what became of the game; None where none was played.
        log: the file in which the fault is written down; None where that failed, too.
        playing: the game that can be gone on with, if there is one.

    """

    what: Sentence
    kept: Sentence | None
    log: Path | None
    playing: "Playing | None"


class Rescue:
    """Leads from a screen that failed to one that says so.

    Args:
        house: keeps the game and shows the screen.

    """

    def __init__(self, house: "House") -> None:
        self._house = house
        self._failed: set[tuple[str, object]] = set()

    def __call__(self, error: Exception, doing: Doing) -> None:
        """Keep the game, write the fault down, and say it on a screen of its own.

        What somebody may mend, such as a refused decision, is only told, as long as the screen
        can still be drawn.
        """
        house, screen = self._house, self._house.navigator.current
        if isinstance(error, HandoffError) and doing == "do":
            house.tell(error.sentence, "bad")
            return
        from game.ui.screens.crash import Crash

        playing = house.current_game
        kept, safe = _kept(house, playing)
        name = type(screen).__name__
        # What has failed here before will fail again: do not lead there a second time.
        again = (name, doing) in self._failed
        self._failed.add((name, doing))
        fault = Fault(
            what=_where(getattr(screen, "title", verbatim(name)), doing),
            kept=kept,
            log=_written(house, error, f"{name}, {doing}"),
            playing=playing if safe and not again else None,
        )
        house.navigator.home()
        house.navigator.push(Crash(house, fault))


def _where(screen: Sentence, doing: Doing) -> Sentence:
    if doing == "do":
        return sentence(
            "The program failed on the screen “{screen}”, at what you did last.", screen=screen
        )
    if doing == "move":
        return sentence(
            "The program failed on the screen “{screen}”, at what goes on there by itself.",
            screen=screen,
        )
    return sentence(
        "The program failed on the screen “{screen}”, while it was drawing it.", screen=screen
    )


def _kept(house: "House", playing: "Playing | None") -> tuple[Sentence | None, bool]:
    """Keep the game that is played; return what became of it, and whether it can be gone on."""
    if playing is None:
        return None, False
    try:
        house.keep(playing)
    except HandoffError as error:
        return error.sentence, True
    except Exception:  # the game itself is what failed; every decision was kept as it was made
        return sentence("Your game is as it was after your last decision."), False
    return sentence(
        "Your game “{title}” is kept with everything you decided.", title=playing.rules.title
    ), True


def _written(house: "House", error: Exception, where: str) -> Path | None:
    try:
        return write_fault(house.places, error, where)
    except Exception:  # a full disk must not hide what happened
        return None
