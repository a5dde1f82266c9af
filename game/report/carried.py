"""Who is between two stages as a turn begins and as it ends: they make its people add up."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown
from game.report.funnel import AT_HANDOFF
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence

BETWEEN: Final = ("assessing", "waiting", "waiting_for_demo", "open_deals")
"""The stocks between two stages, by their flows, in the order of the journey."""

_CROSSED: Final = ("outbound", "referrals")
"""Those accepted who never stood at the handoff."""


@dataclass(frozen=True, slots=True)
class Between:
    """People between two stages, by stock: None where the seat may not know.

    Attributes:
        before: as the turn began.
        after: as it ended.

    """

    before: dict[str, float | None]
    after: dict[str, float | None]


def between(rules: Rules, view: PlayerView, turn: TurnView) -> Between:
    """Return who was between two stages as a turn began, and as it ended.

    What was not to be seen then is worked out from what is seen now, where all of it is.
    """
    curtain = Curtain(rules, view)
    return Between(
        before={key: _before(curtain, turn, key) for key in BETWEEN},
        after={key: curtain.flow(turn, key).value for key in BETWEEN},
    )


def carried_over(
    rules: Rules, view: PlayerView, turn: TurnView, earlier: Sentence
) -> Sentence | None:
    """Say who was left over from the turn before, ``earlier``; None where nobody was."""
    parts = _said(between(rules, view, turn).before)
    return sentence("Left from {turn}: {parts:list}", turn=earlier, parts=parts) if parts else None


def left_over(rules: Rules, view: PlayerView, turn: TurnView) -> Sentence | None:
    """Say who is on the way as a turn ends; None where nobody is."""
    parts = _said(between(rules, view, turn).after)
    return sentence("Still on the way: {parts:list}", parts=parts) if parts else None


def _said(people: dict[str, float | None]) -> tuple[Sentence, ...]:
    return tuple(_named(key, count) for key, count in people.items() if count and round(count))


def _named(key: str, count: float) -> Sentence:
    if key == "assessing":
        return counted("{count} lead to assess", "{count} leads to assess", count)
    if key == "waiting":
        return counted("{count} at the handoff", "{count} at the handoff", count)
    if key == "waiting_for_demo":
        return counted("{count} for a demo", "{count} for a demo", count)
    return counted("{count} open deal", "{count} open deals", count)


def _before(curtain: Curtain, turn: TurnView, key: str) -> float | None:
    if key == "waiting_for_demo" and turn.turn > 1:
        return _wanted_before(curtain, turn)
    earlier = curtain.flow(curtain.view.history[turn.turn - 1], key).value
    if earlier is not None:
        return earlier
    worked_out = _left_and_stayed(curtain, turn, key)
    return None if worked_out is None else max(worked_out, 0.0)


def _wanted_before(curtain: Curtain, turn: TurnView) -> float | None:
    """Return those who want a demo, as the picture counts them, less those accepted now."""
    keys = ("opportunities", "unfit", "no_demo", "waiting_for_demo")
    wanted = _sum(*(curtain.flow(turn, key) for key in keys))
    accepted = curtain.measure(turn, "sqls").value
    if wanted is None or accepted is None:
        return None
    return float(max(round(wanted) - round(accepted), 0))


def _left_and_stayed(curtain: Curtain, turn: TurnView, key: str) -> float | None:
    """Return who went on, fell or stayed, less who came: those who were there before."""

    def less(gone: tuple[str, ...], came: tuple[str, ...]) -> float | None:
        out = _sum(*(curtain.flow(turn, each) for each in (*gone, key)))
        new = _sum(*(curtain.flow(turn, each) for each in came))
        return None if out is None or new is None else out - new

    if key == "assessing":
        return less(("not_ready", "mqls"), ("inbound", "nurtured"))
    if key == "waiting_for_demo":
        return None  # nobody has been accepted before the first turn
    if key == "open_deals":
        lost = ("lost_to_rivals", "lost_to_no_decision")
        return less(("wins", *lost), ("opportunities",))
    known = less((*AT_HANDOFF, "sqls"), ("mqls", *_CROSSED))
    return _by_leakage(curtain, turn) if known is None else known


def _by_leakage(curtain: Curtain, turn: TurnView) -> float | None:
    """Return who stood at the handoff before, of whom so many fell as are so large a share."""
    fell = _sum(*(curtain.flow(turn, each) for each in AT_HANDOFF))
    share, new = curtain.measure(turn, "leakage").value, curtain.measure(turn, "mqls").value
    if fell is None or new is None or not share or share >= 1:
        return None
    return fell / share - new


def _sum(*figures: Shown) -> float | None:
    values = [figure.value for figure in figures if figure.value is not None]
    return sum(values) if len(values) == len(figures) else None
