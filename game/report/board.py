"""The budget board: every line money can be put on, and how much is left to spend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.market import GROUPS, LEVERS
from game.report.figures import Curtain
from game.report.lever_words import LEVER_WORDS
from game.report.names import (
    group_description,
    group_name,
    lever_description,
    lever_icon,
    lever_name,
    role_name,
    turn_name,
)
from game.report.theme import GROUP_ICON
from game.scenario.rules import Rules
from game.session import LeverView, PlayerView
from game.words import Sentence, sentence

BLOCKS: Final = (0.10, 0.35, 0.55, 0.75)
"""From which response on a lever has one, two, three, four of its four blocks."""

_SATURATION: Final = (
    sentence("Hardly at work yet"),
    sentence("At work, with much room to grow"),
    sentence("Works well"),
    sentence("Works well; more money does less and less"),
    sentence("Full: more money does very little"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One lever on the board.

    Attributes:
        place: on the lever axis, where its amount stands in a plan.
        editable: whether this seat may put money on it in this turn.
        reason: why not; None where it may.
        deciders: who decides about it instead; None where that is not the reason.
        explanation: the same in full, with what the lever is for; None where it may.
        fresh: whether it can be used from this turn on and could not before.
        limit: most money a turn; None = no limit.
        last: what the seat spent on it in the last turn; on others' lines what they spent.
        saturation: 0–4 blocks; None where it is hidden or nothing was played.
        saturation_note: what the blocks mean, or why there are none.

    """

    key: str
    place: int
    group: str
    name: Sentence
    description: Sentence
    icon: str
    marketing: Sentence
    sales: Sentence
    editable: bool
    reason: Sentence | None
    deciders: Sentence | None
    explanation: Sentence | None
    fresh: bool
    limit: float | None
    limit_note: Sentence | None
    last: float
    saturation: int | None
    saturation_note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardGroup:
    """The lines of marketing, sales or together; groups without a line are left out."""

    key: str
    name: Sentence
    description: Sentence
    icon: str
    lines: tuple[BoardLine, ...]
    last: float  # money of the seat in the last turn

    def planned(self, spend: Sequence[float]) -> float:
        """Return what a draft spends on this group, from amounts in the order of LEVERS."""
        return sum(spend[line.place] for line in self.lines)

    @property
    def spent(self) -> float:
        """What its lines got in the last turn, whoever decided about them."""
        return sum(line.last for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftToSpend:
    """A draft's arithmetic. ``left`` is below zero where it asks for too much."""

    budget: float
    planned: float
    left: float
    over: bool
    note: Sentence


def budget_board(rules: Rules, view: PlayerView) -> tuple[BoardGroup, ...]:
    """Return the budget board of a seat: groups and lines in their fixed order."""
    groups = []
    for key, levers in GROUPS.items():
        lines = tuple(
            _line(rules, view, view.levers[LEVERS.index(lever)], key)
            for lever in levers
            if view.levers[LEVERS.index(lever)].available
        )
        if lines:
            groups.append(
                BoardGroup(
                    key=key,
                    name=group_name(key),
                    description=group_description(key),
                    icon=GROUP_ICON[key],
                    lines=lines,
                    last=sum(view.part[line.place] for line in lines),
                )
            )
    return tuple(groups)


def left_to_spend(view: PlayerView, spend: Sequence[float]) -> LeftToSpend:
    """Return how a draft compares with the money of the seat.

    Args:
        view: of the seat that drafts.
        spend: amounts in the order of LEVERS; cents above the budget are rounding.

    """
    planned = sum(spend)
    left = view.budget - planned
    over = left < -0.005
    if over:
        note = sentence("{over:money} more than there is", over=-left)
    elif left < 0.5:
        left = max(left, 0.0)
        note = sentence("All of {budget:money} is planned", budget=view.budget)
    else:
        note = sentence(
            "{left:money} of {budget:money} stays in the bank", left=left, budget=view.budget
        )
    return LeftToSpend(budget=view.budget, planned=planned, left=left, over=over, note=note)


def saturation_blocks(response: float) -> int:
    """Return how many of four blocks a response of 0–1 fills.

    >>> [saturation_blocks(response) for response in (0.0, 0.2, 0.5, 0.6, 0.9)]
    [0, 1, 2, 3, 4]
    """
    return sum(response >= level for level in BLOCKS)


def _line(rules: Rules, view: PlayerView, lever: LeverView, group: str) -> BoardLine:
    place = LEVERS.index(lever.key)
    blocks, note = _saturation(rules, view, place)
    words = LEVER_WORDS[lever.key]
    return BoardLine(
        key=lever.key,
        place=place,
        group=group,
        name=lever_name(lever.key, lever.name),
        description=lever_description(lever.key, rules.levers[place].description),
        icon=lever_icon(lever.key),
        marketing=words.marketing,
        sales=words.sales,
        editable=lever.mine and lever.open,
        reason=closed_reason(rules, lever),
        deciders=_deciders(rules, lever) if lever.open and not lever.mine else None,
        explanation=_explanation(rules, lever, place),
        fresh=lever.mine and lever.open and lever.unlock_turn == view.turn > 1,
        limit=lever.limit,
        limit_note=None
        if lever.limit is None
        else sentence("At most {limit:money} a turn", limit=lever.limit),
        last=view.part[place] if lever.mine else view.plan.spend[place],
        saturation=blocks,
        saturation_note=note,
    )


def closed_reason(rules: Rules, lever: LeverView) -> Sentence | None:
    """Say why a seat may not put money on a line; None where it may."""
    if not lever.available:
        return sentence("Not part of this scenario")
    if not lever.open:
        return sentence("Opens in {turn}", turn=turn_name(rules, lever.unlock_turn))
    if lever.mine:
        return None
    owners = _owners(rules, lever)
    if not owners:
        return sentence("Nobody decides about this line")
    return sentence("Decided by: {roles:list}", roles=owners)


def _deciders(rules: Rules, lever: LeverView) -> Sentence | None:
    """Return the names of those who decide about a line; None where nobody does."""
    owners = _owners(rules, lever)
    return sentence("{roles:list}", roles=owners) if owners else None


def _owners(rules: Rules, lever: LeverView) -> tuple[Sentence, ...]:
    return tuple(role_name(role.key, role.name) for role in rules.roles if lever.key in role.levers)


def _explanation(rules: Rules, lever: LeverView, place: int) -> Sentence | None:
    """Say why a line is closed, when that ends, and what the lever is for."""
    reason = closed_reason(rules, lever)
    if reason is None:
        return None
    about = lever_description(lever.key, rules.levers[place].description)
    if lever.open:
        return sentence("{reason}, not by your role. {about}", reason=reason, about=about)
    return sentence(
        "{reason}: here the lines open one after the other, so that you see what each of them "
        "does. {about}",
        reason=reason,
        about=about,
    )


def _saturation(rules: Rules, view: PlayerView, place: int) -> tuple[int | None, Sentence]:
    responses = view.now.responses
    if not responses:
        return None, sentence("How full it is shows after the first turn.")
    figure = responses[place]
    if figure.value is None:
        return None, Curtain(rules, view).why_hidden(figure.revealed_by)
    blocks = saturation_blocks(figure.value)
    return blocks, _SATURATION[blocks]
