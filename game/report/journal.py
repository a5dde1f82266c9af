"""The journal: what was decided, expected and why, turn by turn."""

from dataclasses import dataclass

from game.market import LEVERS
from game.report.advice import Advice, advice_of_turns
from game.report.figures import Shown, known
from game.report.language import ENGLISH, Language
from game.report.names import lever_names, turn_label
from game.report.results import Prediction, prediction
from game.report.tables import Column, Table
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text, segment_name
from game.session import Plan, PlayerView, TurnView
from game.words import Sentence, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An amount that was changed against the turn before."""

    key: str
    name: Sentence
    before: float
    now: float
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One turn of the journal."""

    turn: int
    name: Sentence
    spend: float
    moves: tuple[Move, ...]  # largest first
    policies: tuple[Sentence, ...]
    events: tuple[Sentence, ...]
    advice: tuple[Advice, ...]  # that stood on the desk while it was planned
    prediction: Prediction
    bookings: Shown


def journal(rules: Rules, view: PlayerView, language: Language = ENGLISH) -> tuple[Entry, ...]:
    """Return one entry for every played turn, the first turn first."""
    given = advice_of_turns(rules, view)
    turns = zip(view.history[1:], given, strict=False)  # the turn that is planned is no entry
    return tuple(_entry(rules, view, turn, said, language) for turn, said in turns)


def _entry(
    rules: Rules, view: PlayerView, turn: TurnView, said: tuple[Advice, ...], language: Language
) -> Entry:
    before = view.history[turn.turn - 1]
    titles = {event.key: event.title for event in rules.events}
    # Turn 0 carries the first plan as well: against it nothing would ever change in turn 1.
    last = None if before.turn == 0 else before.plan
    return Entry(
        turn=turn.turn,
        name=verbatim(turn_label(rules, turn.turn, language, short=False)),
        spend=turn.plan.total,
        moves=_moves(rules, last, turn.plan),
        policies=_policy_moves(rules, last, turn.plan),
        events=tuple(verbatim(titles[key]) for key in turn.events),
        advice=said,
        prediction=prediction(turn),
        bookings=known("money", turn.figures["bookings"].value),
    )


def _moves(rules: Rules, last: Plan | None, plan: Plan) -> tuple[Move, ...]:
    names = lever_names(rules)
    before = (0.0,) * len(LEVERS) if last is None else last.spend
    rows = zip(LEVERS, before, plan.spend, strict=True)
    # Half a percent is rounding, and no decision.
    changed = [(key, old, new) for key, old, new in rows if abs(new - old) > 0.005 * max(old, new)]
    changed.sort(key=lambda move: -abs(move[2] - move[1]))
    return tuple(
        Move(
            key=key,
            name=names[key],
            before=old,
            now=new,
            note=sentence(
                "{lever} from {before:money} to {now:money}",
                lever=names[key],
                before=old,
                now=new,
            ),
        )
        for key, old, new in changed
    )


def _policy_moves(rules: Rules, last: Plan | None, plan: Plan) -> tuple[Sentence, ...]:
    moves = []
    free = rules.policies
    bar = free.bar if last is None else last.bar
    focus = free.focus if last is None else last.focus
    message = free.positioning if last is None else last.positioning
    if abs(plan.bar - bar) > 1e-9:
        moves.append(
            sentence("Qualification bar from {old:share} to {new:share}", old=bar, new=plan.bar)
        )
    for place, (old, new) in enumerate(zip(focus, plan.focus, strict=True)):
        if abs(new - old) >= 0.005:
            moves.append(
                sentence(
                    "Focus on {segment} from {old:share} to {new:share}",
                    segment=segment_name(rules, place),
                    old=old,
                    new=new,
                )
            )
    if plan.positioning != message:
        said = message_text(rules, plan.positioning)
        moves.append(sentence("New message: {message}", message=said))
    return tuple(moves)


def journal_table(entries: tuple[Entry, ...]) -> Table:
    """Return the journal as a table: one row a turn."""
    return Table(
        title=sentence("Journal"),
        columns=(
            Column(key="turn", heading=sentence("Turn"), kind="text"),
            Column(key="spend", heading=sentence("Spend"), kind="money"),
            Column(key="moves", heading=sentence("Largest change"), kind="text"),
            Column(key="predicted", heading=sentence("Predicted"), kind="people"),
            Column(key="won", heading=sentence("Won"), kind="people"),
            Column(key="bookings", heading=sentence("Bookings"), kind="money"),
            Column(key="because", heading=sentence("Because"), kind="text"),
        ),
        rows=tuple(
            (
                entry.name,
                entry.spend,
                entry.moves[0].note if entry.moves else sentence("No change"),
                entry.prediction.said,
                entry.prediction.won,
                entry.bookings,
                entry.prediction.because,
            )
            for entry in entries
        ),
    )
