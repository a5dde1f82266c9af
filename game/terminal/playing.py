"""One game at the console: news, plan, prediction, results, turn after turn, saved at each step."""

from collections.abc import Callable
from datetime import date

from game.errors import DecisionRejected, StorageFailed
from game.report.amounts import parse_amount
from game.report.desk import Desk, desk
from game.report.ending import ending
from game.report.event_cards import EventCard
from game.report.funnel import funnel
from game.report.results import results
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    PlayerView,
    Seat,
    Session,
    apply,
    check_submit,
    is_over,
    player_view,
)
from game.session.checks import BECAUSE_LIMIT
from game.session.drafts import Draft, draft_submit
from game.session.partner_table import with_partners
from game.storage.making_room import make_room
from game.storage.pars import known_par
from game.storage.places import Places
from game.storage.results import Result, record_result
from game.storage.saves import autosave, save_game
from game.terminal.analyses import print_short_why
from game.terminal.console import Console, InputEnded
from game.terminal.ending import print_ending
from game.terminal.outcome import print_results
from game.terminal.pages import print_event, print_turn
from game.terminal.partnering import Partnering
from game.terminal.planning import Left, Planning
from game.terminal.quiz import ask_quiz
from game.words import Sentence, sentence


class Playing:
    """A game that somebody plays at the console.

    Args:
        console: where it is printed and typed.
        places: where it is saved.
        rules: the scenario.
        session: the game, new or loaded.
        seat: the person's; every other seat is played by the computer.

    """

    def __init__(
        self, console: Console, places: Places, rules: Rules, session: Session, seat: Seat
    ) -> None:
        self._console = console
        self._places = places
        self._rules = rules
        self._session = session
        self._seat = seat
        self._told = False  # have the last turn's results just been printed?
        self._unsaved: StorageFailed | None = None

    def play(self) -> None:
        """Play on until the game is over or the player leaves.

        Raises:
            StorageFailed: at the end, if the game as it stands could not be saved.

        """
        try:
            while not is_over(self._rules, self._session):
                self._play_turn()
            self._finish()
        except (Left, InputEnded):
            self._say_goodbye()
        if self._unsaved is not None:
            raise self._unsaved

    # One turn ------------------------------------------------------------------------------

    def _play_turn(self) -> None:
        self._keep()
        self._answer_events(desk(self._rules, self._view(), self._console.language))
        self._plan()
        self._end_turn()
        self._keep()
        self._show_results(self._rules, self._view())
        self._told = True

    def _plan(self) -> None:
        """Let who sits here plan, predict and submit."""
        planning = Planning(
            self._console,
            self._rules,
            self._session,
            self._view(),
            self._save_as,
            brief=self._told,
            talk=self._talk(),
        )
        submitted = False
        while not submitted:
            try:
                draft = planning.run()
                submitted = self._predict(draft)
            except (Left, InputEnded):
                self._keep_draft(planning.draft)
                raise

    def _show_results(self, rules: Rules, view: PlayerView) -> None:
        report = results(rules, view, self._console.language)
        if report is not None:
            print_results(self._console, report, funnel(rules, view))
            print_short_why(self._console, rules, self._session, view)
            self._console.pause()

    def _talk(self) -> Partnering:
        """Return the talk of this turn with the others of the company, if there are any."""
        return Partnering(self._console, self._rules, self._session, [self._seat], self._agreed)

    def _agreed(self, session: Session) -> None:
        self._session = session
        self._keep()

    def _answer_events(self, report: Desk) -> None:
        print_turn(self._console, report)
        for card in report.events:
            print_event(self._console, card)
            if card.waiting:
                self._console.ask_until(
                    sentence("Your choice, 1 to {count} (Enter for 1):", count=len(card.choices)),
                    self._chooser(card),
                )

    def _chooser(self, card: EventCard) -> Callable[[str], Sentence | None]:
        def choose(typed: str) -> Sentence | None:
            numbers = {str(number): each.key for number, each in enumerate(card.choices, start=1)}
            if typed.casefold() == "quit":
                raise Left
            key = numbers.get(typed or "1")
            if key is None:
                return sentence("Type a number from 1 to {count}.", count=len(numbers))
            try:
                command = Choose(seat=self._seat, event=card.key, choice=key)
                self._session = apply(self._rules, self._session, command)
            except DecisionRejected as refused:
                return refused.sentence
            return None

        return choose

    def _predict(self, draft: Draft) -> bool:
        """Ask for the prediction and submit the plan; False if it is to be changed again."""
        said: list[float | None] = []
        self._console.ask_until(
            sentence("How many deals will you win? A number, Enter for none, or 'back':"),
            lambda typed: self._read_deals(typed, said),
        )
        if not said:
            return False
        because = ""
        if said[-1] is not None:
            because = self._console.ask(sentence("Because (Enter for none):"))[:BECAUSE_LIMIT]
        submit = draft_submit(self._view(), draft, said[-1], because)
        try:
            check_submit(self._rules, self._session, submit)
        except DecisionRejected as refused:
            self._console.say(refused.sentence)
            return False
        self._session = apply(self._rules, self._session, submit)
        return True

    def _read_deals(self, typed: str, said: list[float | None]) -> Sentence | None:
        if typed.casefold() == "quit":
            raise Left
        if typed.casefold() == "back":
            return None
        try:
            said.append(parse_amount(typed, self._console.language) if typed else None)
        except ValueError:
            return sentence("Type a number of deals, for example 12, or nothing.")
        return None

    def _end_turn(self) -> None:
        """Let the computer's seats play, and end the turn."""
        session = with_partners(self._rules, self._session, [self._seat])
        self._session = apply(self._rules, session, EndTurn())

    # The end -------------------------------------------------------------------------------

    def _finish(self) -> None:
        view = self._view()
        par = known_par(self._places, self._rules)
        points = None if par is None else par.score
        report = ending(self._rules, view, self._console.language, points)
        print_ending(self._console, self._rules, report)
        # A finished game that is only looked at again is no new attempt.
        if view.score is not None and report is not None and self._told:
            self._record(view.score.total, report.of_par)
        ask_quiz(self._console, self._rules.quiz)

    def _record(self, total: float, of_par: float | None) -> None:
        """Count the game among the player's own."""
        try:
            record_result(
                self._places,
                Result(
                    scenario=self._rules.name,
                    role=self._seat.role,
                    total=total,
                    of_par=of_par,
                    date=date.today().isoformat(),  # the player's own calendar
                ),
            )
        except StorageFailed as failed:
            self._console.say(failed.sentence)
            self._unsaved = failed

    def _say_goodbye(self) -> None:
        if self._unsaved is None:
            self._console.say(
                sentence("The game is saved. Play the scenario again to go on with it.")
            )

    # Saving --------------------------------------------------------------------------------

    def _view(self) -> PlayerView:
        return player_view(self._rules, self._session, self._seat)

    def _keep(self) -> None:
        """Save by itself; a game that cannot be saved goes on, and says so once."""
        try:
            other = make_room(self._places, self._rules, self._session, self._seat)
            if other is not None:
                self._console.say(sentence("The game before is kept as “{name}”.", name=other))
            autosave(self._places, self._rules, self._session, self._seat)
        except StorageFailed as failed:
            if self._unsaved is None:
                self._console.say(failed.sentence)
                self._console.say(sentence("The game goes on, but is not saved."))
            self._unsaved = failed
        else:
            self._unsaved = None

    def _keep_draft(self, draft: Draft) -> None:
        """Save the game with the plan so far, as far as the rules allow it."""
        self._session = self._with_draft(draft)
        self._keep()

    def _with_draft(self, draft: Draft) -> Session:
        submit = draft_submit(self._view(), draft)
        if draft.total <= 0:
            return self._session
        try:
            return apply(self._rules, self._session, submit)
        except DecisionRejected:
            return self._session

    def _save_as(self, name: str, draft: Draft) -> Sentence:
        path = save_game(self._places, name, self._rules, self._with_draft(draft), self._seat)
        return sentence("Saved as {path}.", path=str(path))
