"""What an ending leads on to: what decided the game, asked of the lab, and what to play next."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from game.report.afterwards import following, last_words
from game.report.decisive import Decisive, best_paid, costliest
from game.ui.screens.lab_games import known_lab
from game.ui.screens.parts import pointed
from game.ui.toolkit import Button, Card, Column, Row, Widget
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.analysis.changes import Money
    from game.ui.house import House
    from game.ui.lab import Lab
    from game.ui.playing import Playing

_MONEY: "Money" = "moved"
"""What becomes of the money of what is left out: what the lab asks about at first."""


_SOUGHT: Final = (
    sentence("**Cost you most.** It is being worked out…"),
    sentence("**Earned you most.** It is being worked out…"),
)

_LINES: Final = 40
"""Design units of two lines: what most of it takes once it is known, so that little moves then."""


class AndNow:
    """The card of an ending that leads on; what it says of the game is worked out bit by bit.

    Args:
        house: in which the game was played.
        playing: a game that is over, whose score its player sees.

    """

    def __init__(self, house: "House", playing: "Playing") -> None:
        self._house = house
        self._playing = playing
        self._words = last_words(playing.rules, playing.view)
        self._work: Iterator[None] | None = self._asked()
        self._found: tuple[tuple[str, str, Decisive], ...] = ()

    @property
    def at_work(self) -> bool:
        """Whether something is still being worked out."""
        return self._work is not None

    def step(self) -> bool:
        """Do the work of one frame; say whether there is something new to show."""
        if self._work is not None and next(self._work, self) is self:
            self._work = None
            return True
        return False

    def card(self) -> Widget:
        """Return what is known by now."""
        rows: list[Widget] = [self._decisive(*each) for each in self._found]
        if self.at_work:
            rows += [_working(each) for each in _SOUGHT]
        rows += [pointed("arrow-right", each, "accent") for each in self._words]
        following = None if self._words else self._next()
        if following is not None:
            rows.append(following)
        return Card(Column(rows, gap=12), sentence("And now?"), "map")

    def _asked(self) -> Iterator[None]:
        """Ask everything that the lab asks, a few turns a step, and pick what decided."""
        yield
        lab: Lab = known_lab(self._house, self._playing)
        yield
        yield from lab.ask_all(_MONEY)
        answers = ((each, lab.answer(each, _MONEY)) for each in lab.questions(_MONEY))
        asked = [(each, found) for each, found in answers if found is not None]
        if not asked:
            return
        cost = costliest(lab.rules, asked, self._playing.language)
        earned = best_paid(lab.rules, asked, self._playing.language)
        sign = ("trending-down", "bad") if cost.question else ("circle-check", "good")
        self._found = ((*sign, cost),)
        if earned is not None:
            self._found += (("trending-up", "good", earned),)

    def _decisive(self, icon: str, role: str, found: Decisive) -> Widget:
        """Return a decision, and the way to it in the lab."""
        line = pointed(icon, found.said, role)
        if not found.question:
            return line
        ask = Button(
            sentence("In the Lab"),
            partial(self._house.lab, self._playing, found.question),
            "flask-conical",
            key=f"ending.{icon}",
            size=12,
            tooltip=sentence("See both games side by side"),
        )
        return Row([Column([line], grow=1), ask], gap=12)

    def _next(self) -> Widget | None:
        """Return what to play next: what has not been finished yet; None where all has been."""
        house, mine = self._house, self._playing.rules.name
        fresh = {
            each.name: each.rules
            for each in house.shelf.scenarios
            if each.rules is not None and each.name != mine and not house.has_finished(each.name)
        }
        rules = following(tuple(fresh.values()))
        if rules is None:
            return None
        said: Sentence = sentence("Next: “{title}”.", title=rules.title)
        if rules.learning_goals:
            lesson = rules.learning_goals[0].text
            said = sentence("Next: “{title}”. {lesson}", title=rules.title, lesson=lesson)
        role = "all" if self._playing.table is not None else self._playing.seat.role
        read = Button(
            sentence("Briefing"),
            partial(house.open_briefing, rules.name, role),
            "book-open",
            key="ending.next",
            size=12,
            tooltip=sentence("Read the briefing of “{title}”", title=rules.title),
        )
        return Row([Column([pointed("arrow-right", said, "accent")], grow=1), read], gap=12)


def _working(sought: Sentence) -> Widget:
    line = pointed("flask-conical", sought, ink="muted")
    return Row([Column([line], grow=1)], height=_LINES)
