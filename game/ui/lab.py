"""One game in the lab: what was asked of it, and how it was played otherwise. It stays as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.analysis.branches import (
    answers_given,
    asking,
    branched,
    compared,
    next_turn,
    part_played,
)
from game.analysis.changes import Money
from game.analysis.what_if import SERIES, Comparison, GameFigures, game_figures
from game.report.lab import Gain, LabTurn, Question, gain, lab_turns, questions
from game.report.language import Language
from game.report.trends import OFFERED
from game.report.what_ifs import COMPARED, WhatIfReport, what_if_report
from game.scenario.rules import Rules
from game.session import PlayerView, Seat, Session, Submit, is_over, player_view
from game.session.drafts import draft_submit
from game.session.plans import Plan
from game.ui.playing import Playing

MEASURES: Final = (
    *COMPARED,
    *(
        key
        for key in OFFERED
        if key in SERIES and key not in COMPARED and not key.startswith("total_")
    ),
)
"""What can be seen of both games, the main measures first; totals are what those add up to."""

FIRST: Final = 7
"""So many of them are shown at first."""

Rest: TypeAlias = Literal["kept", "played"]
"""How a branch goes on: with its last plan in every turn, or with the plans of the game."""

_TOLD: Final = 64
"""Reports that are kept: those of all questions, and of the branches looked at last."""

_AT_ONCE: Final = 2
"""Turns that are played otherwise in one frame: some 3 ms."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trial:
    """A branch that was played to its end."""

    key: str
    turn: int  # where it leaves the game
    session: Session
    found: Comparison


class Lab:
    """Everything that is asked of one game.

    Args:
        rules: the scenario.
        session: the game; it is read and never changed.
        seat: who asks; what it may not see stays hidden here as well.
        language: the reader's, with the scenario's currency.

    """

    def __init__(self, rules: Rules, session: Session, seat: Seat, language: Language) -> None:
        self.rules = rules
        self.session = session
        self.seat = seat
        self.language = language
        self.view: PlayerView = player_view(rules, session, seat)
        self.trials: list[Trial] = []
        self._played = _figures(rules, session, seat)
        self._given = answers_given(rules, session, seat.firm)
        self._asked: dict[Money, tuple[Question, ...]] = {}
        self._found: dict[tuple[str, Money], Comparison] = {}
        self._told: dict[tuple[Comparison, Language, bool], WhatIfReport] = {}
        self._seen: tuple[str, ...] = ()

    def is_of(self, rules: Rules, session: Session, seat: Seat, language: Language) -> bool:
        """Say whether it asks of a game, for somebody, in a language."""
        own = (self.rules.name, self.session.seed, self.seat, self.language)
        if own != (rules.name, session.seed, seat, language):
            return False
        # The same decisions in a scenario that has been edited since are another game.
        its = _figures(rules, session, seat)
        mine = self._played
        same = mine is its if mine is None or its is None else mine.series == its.series
        return same and self.session.journal == session.journal

    @property
    def turns(self) -> int:
        """How many turns were played: so far any branch goes."""
        return len(self.session.history)

    # Questions ------------------------------------------------------------------------------

    def questions(self, money: Money) -> tuple[Question, ...]:
        """Return what can be asked, money of lines that are left out being moved or not."""
        if money not in self._asked:
            self._asked[money] = questions(self.rules, self.view, self._given, money)
        return self._asked[money]

    def answer(self, question: Question, money: Money) -> Comparison | None:
        """Return what was found, if it has been asked."""
        return self._found.get((question.key, money))

    def ask(self, question: Question, money: Money) -> Iterator[None]:
        """Play the game otherwise, a few turns a step."""
        if self._played is None or (question.key, money) in self._found:
            return
        work = asking(self.rules, self.session, question.change, self._played)
        for number, found in enumerate(work):
            if found is not None:
                self._found[question.key, money] = found
            elif number % _AT_ONCE == 0:
                yield

    def ask_all(self, money: Money) -> Iterator[None]:
        """Ask everything that has not been asked."""
        for question in self.questions(money):
            yield from self.ask(question, money)

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return len(self._found)

    def forget(self) -> None:
        """Forget all answers, as if nothing had been asked."""
        self._found.clear()
        self._told.clear()

    def report(self, found: Comparison, *, every: bool = True) -> WhatIfReport:
        """Return both games side by side, in words and figures.

        Args:
            found: the game and what it would have been.
            every: whether to compare every measure that the seat sees, or the first few of them.

        """
        what = (found, self.language, every)
        if what not in self._told:
            if len(self._told) >= _TOLD:
                self._told.pop(next(iter(self._told)))
            keys = MEASURES if every else self.seen(found)[:FIRST]
            self._told[what] = what_if_report(self.rules, self.view, found, self.language, keys)
        return self._told[what]

    def seen(self, found: Comparison) -> tuple[str, ...]:
        """Return the measures of which the seat sees both games, in the order of MEASURES."""
        if not self._seen:
            whole = what_if_report(self.rules, self.view, found, self.language, MEASURES)
            self._seen = tuple(each.key for each in whole.series)
        return self._seen

    def gain(self, found: Comparison) -> Gain:
        """Return how much better it would have been, without comparing every measure."""
        return gain(what_if_report(self.rules, self.view, found, self.language, ("wins",)))

    def given(self, event: str) -> str:
        """Return the key of what was answered to an event in the game; "" if it did not come."""
        return self._given.get(event, "")

    # Branches -------------------------------------------------------------------------------

    def lab_turns(self) -> tuple[LabTurn, ...]:
        """Return the turns at which it can be branched."""
        return lab_turns(self.rules, self.view, self.language)

    def branch(self, turn: int) -> Playing:
        """Return the game at a turn, to be planned anew, with what was played as its draft."""
        return self.planning(branched(self.rules, self.session, turn), "played")

    def planning(self, branch: Session, rest: Rest) -> Playing:
        """Return a branch at its next turn; its draft is what would be played then anyway."""
        draft = None
        if rest == "played":
            draft = self._plan_of(branch.turn)
        return Playing(self.rules, branch, self.seat, self.language, keep=_nowhere, draft=draft)

    def is_done(self, branch: Session) -> bool:
        """Say whether a branch has come as far as the game."""
        return is_over(self.rules, branch) or len(branch.history) >= self.turns

    def played(self, playing: Playing) -> Session:
        """Return a branch after one turn with the plan in the making.

        Raises:
            DecisionRejected: if it may not be played.

        """
        part = draft_submit(playing.view, playing.draft)
        return next_turn(self.rules, playing.session, self.session, part)

    def play_on(self, playing: Playing, rest: Rest) -> Iterator[Session]:
        """Yield a branch after every turn: the first with the plan in the making.

        Raises:
            DecisionRejected: if the plan may not be played.

        """
        part = draft_submit(playing.view, playing.draft)
        session = self.played(playing)
        yield session
        while not self.is_done(session):
            mine: Submit | None = part if rest == "kept" else None
            session = next_turn(self.rules, session, self.session, mine)
            yield session

    def compare(self, branch: Session) -> Comparison:
        """Return the game beside a branch, as far as the branch has come."""
        assert self._played is not None
        return compared(self.rules, self._played, branch, self.seat.firm)

    def keep(self, branch: Session, turn: int) -> Trial:
        """Remember a branch that has come to its end."""
        number = len(self.trials) + 1
        trial = Trial(key=f"trial.{number}", turn=turn, session=branch, found=self.compare(branch))
        self.trials.append(trial)
        return trial

    def _plan_of(self, turn: int) -> Plan | None:
        """Return what the seat planned in a turn of the game."""
        if turn > self.turns:
            return None
        plan = self.session.history[turn - 1].plans[self.seat.firm]
        part = part_played(self.session, self.seat, turn)
        if part is None:
            return None
        return Plan(spend=part.spend, bar=plan.bar, focus=plan.focus, positioning=plan.positioning)


def _nowhere(rules: Rules, session: Session) -> None:
    """Keep nothing: a branch is no game of the player's until it is saved under a name."""


def _figures(rules: Rules, session: Session, seat: Seat) -> GameFigures | None:
    worlds = [record.closed for record in session.history]
    return game_figures(rules, worlds, seat.firm) if worlds else None
