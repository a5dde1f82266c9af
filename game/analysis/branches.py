"""Branching: a game taken up again at one of its turns, under the same luck, and played otherwise.

The game itself is never changed: a branch is another session, from the same seed and luck tables.
It ends where the game ends that it comes from: what follows has not happened to anybody yet.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from game.analysis.changes import CourseChange, OtherJournal, changed_course
from game.analysis.courses import course_of_session
from game.analysis.games import play_course
from game.analysis.what_if import SERIES, Comparison, GameFigures, game_figures
from game.errors import DecisionRejected
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    Seat,
    Session,
    Submit,
    apply,
    journal_before,
    new_session,
    replay,
    score,
    seat_budget,
)
from game.session.measures import measure
from game.session.plans import ROUNDING, open_levers
from game.session.world import NOT_CHOSEN


def branched(rules: Rules, game: Session, turn: int) -> Session:
    """Return a game as it stood when a turn was opened, from 1; nothing of the turn is decided.

    Raises:
        ValueError: if the turn has not been played.

    """
    if not 1 <= turn <= len(game.history):
        raise ValueError(f"turn {turn} has not been played")
    start = new_session(rules, game.seed, game.seats, game.luck)
    return replay(rules, start, journal_before(game, turn))


def part_played(game: Session, seat: Seat, turn: int) -> Submit | None:
    """Return a seat's part of a played turn; None where it submitted nothing then or before.

    A seat that was silent repeated its last part. If it sits alone, that is the firm's plan, which
    may have been cut since.
    """
    record, firm = game.history[turn - 1], seat.firm
    silent = all(each.seat != seat for each in record.submits)
    if silent and [each for each in game.seats if each.firm == firm] == [seat]:
        plan = record.plans[firm]
        return Submit(
            seat=seat,
            spend=plan.spend,
            bar=plan.bar,
            focus=plan.focus,
            positioning=plan.positioning,
        )
    for record in reversed(game.history[:turn]):
        for submit in record.submits:
            if submit.seat == seat:
                return submit
    return None


def answers_given(rules: Rules, game: Session, firm: int = 0) -> dict[str, str]:
    """Return the last answer of a firm to each event that asked for one, by key."""
    given = {}
    for record in game.history:
        for place, event in enumerate(rules.events):
            if event.choices and int(record.opened.fired[place]) == record.turn:
                given[event.key] = event.choices[int(record.opened.chosen[place, firm])].key
    return given


def next_turn(rules: Rules, branch: Session, game: Session, mine: Submit | None = None) -> Session:
    """Return a branch one turn on: everybody does what they did in that turn of the game.

    Where the money is short, a part is cut in proportion. News that come to the branch as well are
    answered as they were; else the first answer is taken.

    Args:
        rules: the scenario.
        branch: not over, and its turn was played in the game.
        game: what it was branched from.
        mine: the part of one seat instead.

    Raises:
        DecisionRejected: if ``mine`` is not allowed, however it is cut.

    """
    after = _answered(rules, branch, game)
    for seat in branch.seats:
        own = mine is not None and mine.seat == seat
        part = mine if own else part_played(game, seat, branch.turn)
        if part is not None:
            after = apply(rules, after, fitted(rules, after, part))
    return apply(rules, after, EndTurn())


def fitted(rules: Rules, session: Session, part: Submit) -> Submit:
    """Return a seat's part without closed levers, cut in proportion where the money is short."""
    usable = [
        amount if is_open else 0.0
        for amount, is_open in zip(part.spend, open_levers(rules, session.turn), strict=True)
    ]
    total, there = sum(usable), seat_budget(rules, session, part.seat)
    share = there / total if total > there + ROUNDING else 1.0
    return replace(part, spend=tuple(amount * share for amount in usable))


def _answered(rules: Rules, branch: Session, game: Session) -> Session:
    """Answer the news of the branch as they were answered in the game, as far as they can be."""
    after, given = branch, course_of_session(rules, game).answers[branch.turn - 1]
    seats = {seat.firm: seat for seat in reversed(branch.seats)}
    for place, event in enumerate(rules.events):
        if not event.choices or int(branch.world.fired[place]) != branch.turn:
            continue
        for firm, seat in seats.items():
            if int(after.world.chosen[place, firm]) != NOT_CHOSEN:
                continue
            number = int(given[place, firm])
            if not number:
                continue  # the turn's end takes the first answer
            choice = event.choices[number].key
            try:
                after = apply(rules, after, Choose(seat=seat, event=event.key, choice=choice))
            except DecisionRejected:
                continue  # it cannot be paid here
    return after


def compared(rules: Rules, played: GameFigures, branch: Session, firm: int = 0) -> Comparison:
    """Return a game's figures beside a branch's, as far as the branch has been played.

    Args:
        rules: the scenario.
        played: of the game, turn by turn.
        branch: at least one turn played.
        firm: whose figures these are.

    """
    worlds = [record.closed for record in branch.history]
    full = len(next(iter(played.series.values())))
    both = min(full, len(worlds))
    return Comparison(
        change=OtherJournal(journal=branch.journal, firm=firm),
        turns=both,
        played=_first_turns(played, both),
        changed=game_figures(rules, worlds[:both], firm),
    )


def _first_turns(figures: GameFigures, turns: int) -> GameFigures:
    """Return the figures of the first turns; the score stays the game's."""
    return replace(figures, series={key: values[:turns] for key, values in figures.series.items()})


def asking(
    rules: Rules, game: Session, change: CourseChange, played: GameFigures
) -> Iterator[Comparison | None]:
    """Yield None for every turn played otherwise, and then what ``what_if`` would return.

    Args:
        rules: the scenario.
        game: at least one turn played.
        change: what is done otherwise.
        played: the figures of the game, ``game_figures`` of the same firm.

    """
    turns, firm = len(game.history), change.firm
    course = changed_course(rules, course_of_session(rules, game), change)
    yield None
    rows: dict[str, list[float]] = {name: [] for name in SERIES}
    last = game.history[-1].closed
    for each in islice(play_course(rules, course, game.luck), turns):
        last = each.closed
        for name, row in rows.items():
            row.append(float(measure(rules, last, name)[firm]))
        yield None
    changed = GameFigures(
        series={name: tuple(row) for name, row in rows.items()}, score=score(rules, last, firm)
    )
    yield Comparison(change=change, turns=turns, played=played, changed=changed)
