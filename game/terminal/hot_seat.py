"""Several people at one keyboard: it goes round, and the screen is wiped between two of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.errors import StorageFailed, UnknownName
from game.report.briefing import briefing
from game.report.desk import desk
from game.report.partner import seat_name
from game.scenario.rules import Rules
from game.session import EndTurn, Seat, Session, apply, is_over, new_session, player_view
from game.session.drafts import Draft
from game.session.hot_seat import (
    HotSeat,
    common_rules,
    common_view,
    crew,
    guesses,
    handed_on,
    taken,
)
from game.session.partner_table import with_partners
from game.storage.places import Places
from game.storage.saves import Opened, load_save, save_game
from game.terminal.briefing import print_briefing
from game.terminal.console import Console
from game.terminal.partnering import Partnering
from game.terminal.planning import Left
from game.terminal.playing import Playing
from game.words import sentence

TOGETHER: Final = sentence("All together")

SAVE: Final = "-hot-seat"
"""What stands behind the scenario in the name of the save."""


def play_hot_seat(
    console: Console, places: Places, rules: Rules, seed: int, roles: Sequence[str]
) -> None:
    """Play a scenario by several people: the game that they left, or a new one.

    Raises:
        UnknownName: if the scenario has no such roles.
        StorageFailed: at the end, if the game could not be saved.

    """
    seats, hot = crew(rules, roles)
    left = _left(places, rules, hot)
    if left is not None:
        console.say(sentence("The game that you left goes on."))
        RoundTheTable(console, places, left.rules, left.session, hot).play()
        return
    session = new_session(rules, seed, seats)
    # What everybody is told before the game is no secret of a role.
    told = briefing(rules, player_view(rules, session, Seat()), together=True)
    print_briefing(console, told, [seat.role for seat in hot.people])
    RoundTheTable(console, places, rules, session, hot).play()


def _left(places: Places, rules: Rules, hot: HotSeat) -> Opened | None:
    """Return the game that the same people left; None where there is none."""
    try:
        opened = load_save(places, f"{rules.name}{SAVE}")
    except UnknownName:
        return None
    same = set(hot.people) <= set(opened.session.seats)
    return opened if same and not is_over(opened.rules, opened.session) else None


class RoundTheTable(Playing):
    """A game of several people at one keyboard.

    Args:
        console: where it is printed and typed.
        places: where it is saved.
        rules: the scenario.
        session: the game, new or loaded, with a seat for everyone.
        hot: the people.

    """

    def __init__(
        self, console: Console, places: Places, rules: Rules, session: Session, hot: HotSeat
    ) -> None:
        super().__init__(console, places, rules, session, hot.people[0])
        self._hot = hot

    def _play_turn(self) -> None:
        self._keep()
        people, common = self._hot.people, common_rules(self._rules, self._hot.people)
        self._seat = people[0]
        news = desk(common, common_view(self._rules, self._session, people), self._console.language)
        self._answer_events(replace(news, role=TOGETHER))
        self._hot = handed_on(HotSeat(people=people), self._session)
        while self._hot.seat is not None:
            self._hand_over()
            self._plan()
            self._keep()
            self._hot = handed_on(self._hot, self._session)
        self._end_turn()
        self._keep()
        self._look_together(common)

    def _hand_over(self) -> None:
        """Ask for the next person, with nothing on the screen that is another's."""
        assert self._hot.seat is not None  # only where somebody is next
        self._console.clear()
        name = seat_name(self._rules, self._hot.seat)
        self._console.heading(sentence("Hand over to: {name}", name=name))
        typed = self._console.ask(
            sentence("{name}: press Enter once nobody else looks.", name=name)
        )
        if typed.casefold() == "quit":
            raise Left
        self._hot = taken(self._hot)
        assert self._hot.seat is not None  # it has just been taken
        self._seat = self._hot.seat
        self._console.heading(name)

    def _look_together(self, common: Rules) -> None:
        self._console.clear()
        self._console.heading(TOGETHER)
        self._show_results(common, common_view(self._rules, self._session, self._hot.people))
        for guess in guesses(self._session, self._hot.people):
            if guess.deals is not None:
                self._console.item(
                    sentence(
                        "{name} said {deals:decimal} deals. {because}",
                        name=seat_name(self._rules, guess.seat),
                        deals=guess.deals,
                        because=guess.because,
                    )
                )
        self._told = False  # each one's own figures are still to be shown, in its turn

    def _end_turn(self) -> None:
        session = with_partners(self._rules, self._session, self._hot.people)
        self._session = apply(self._rules, session, EndTurn())

    def _talk(self) -> Partnering:
        others = [seat for seat in self._hot.people if seat != self._seat]
        people = [self._seat, *others]
        return Partnering(self._console, self._rules, self._session, people, self._agreed)

    # Saving --------------------------------------------------------------------------------

    def _keep(self) -> None:
        try:
            save_game(
                self._places,
                f"{self._rules.name}{SAVE}",
                self._rules,
                self._session,
                self._hot.people[0],
            )
        except StorageFailed as failed:
            if self._unsaved is None:
                self._console.say(failed.sentence)
                self._console.say(sentence("The game goes on, but is not saved."))
            self._unsaved = failed
        else:
            self._unsaved = None

    def _keep_draft(self, _: Draft) -> None:
        """Leave an unfinished plan alone: a submitted one would count as finished."""
        self._keep()

    def _record(self, _total: float, _of_par: float | None) -> None:
        """Count nothing: a game of several is nobody's own best."""

    def _say_goodbye(self) -> None:
        if self._unsaved is None:
            self._console.say(
                sentence("The game is saved. Play it again by the same roles to go on with it.")
            )
