"""Par as tables and sentences: what can be reached, by which plan."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from game.analysis.par import Par
from game.market import LEVERS, Array
from game.report.language import Language
from game.report.names import lever_names, turn_label
from game.report.rounding import Grain
from game.report.tables import Cell, Column, Table
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text, segment_name
from game.words import Sentence, sentence, verbatim


def par_headline(rules: Rules, par: Par) -> Sentence:
    """Return what can be reached."""
    return sentence(
        "Par of {title}: {score:decimal} points on average, {low:decimal} to {high:decimal} in "
        "eight of ten games.",
        title=rules.title,
        score=par.score,
        low=par.p10,
        high=par.p90,
    )


def plan_table(rules: Rules, money: Array, turns: range, language: Language) -> Table:
    """Return the plan of par: what it spends on each lever in some of the turns.

    Args:
        rules: the scenario.
        money: (t, l) spent on average.
        turns: from 1, those that stand in the columns.
        language: for the names of the turns.

    """
    names = lever_names(rules)
    used = [place for place in range(len(LEVERS)) if money[:, place].sum() > 0]
    heads = [verbatim(turn_label(rules, turn, language)) for turn in turns]
    rows: list[tuple[Cell, ...]] = [
        (names[LEVERS[place]], *(float(money[turn - 1, place]) for turn in turns)) for place in used
    ]
    total: tuple[Cell, ...] = (
        sentence("Total"),
        *(float(money[turn - 1].sum()) for turn in turns),
    )
    return Table(
        title=sentence("The plan"),
        columns=(
            Column(key="lever", heading=sentence("Lever"), kind="text"),
            *(
                Column(key=f"turn_{turn}", heading=head, kind="money")
                for turn, head in zip(turns, heads, strict=True)
            ),
        ),
        rows=(*rows, total),
    )


def share_lines(rules: Rules, shares: Mapping[str, float]) -> tuple[Sentence, ...]:
    """Return a line for each lever and its share of all the money, as they stand in ``shares``."""
    names = lever_names(rules)
    return tuple(
        sentence("{lever}: {share:share}", lever=names[lever], share=share)
        for lever, share in shares.items()
    )


def policy_lines(rules: Rules, par: Par) -> tuple[Sentence, ...]:
    """Return what the plan does beside the money: policies that are free, answers to events."""
    course, free = par.course, rules.policies
    lines = []
    if free.bar_free:
        first, last = float(course.bar[0, 0]), float(course.bar[-1, 0])
        lines.append(
            sentence(
                "Qualification bar: {first:share} at first, {last:share} at the end.",
                first=first,
                last=last,
            )
        )
    if free.focus_free and len(rules.segments) > 1:
        parts = tuple(
            sentence("{name} {share:share}", name=segment_name(rules, place), share=float(share))
            for place, share in enumerate(course.focus[0, 0])
        )
        lines.append(sentence("Segment focus: {parts:list}.", parts=parts))
    if free.positioning_free and len(rules.messages) > 1:
        message = message_text(rules, int(course.positioning[0, 0]))
        lines.append(sentence("Positioning: “{message}”", message=message))
    for place, event in enumerate(rules.events):
        if event.choices:
            choice = event.choices[int(course.answers[0, place, 0])]
            lines.append(sentence("“{event}”: {choice}", event=event.title, choice=choice.text))
    return tuple(lines)


def whole_money(row: Array) -> tuple[float, ...]:
    """Return a turn's money in whole units, (l,), which add up to no more than there was."""
    return _WHOLE.parts(row.tolist(), math.floor(float(row.sum()) + _HAIR))


def whole_shares(shares: Sequence[float]) -> tuple[float, ...]:
    """Return shares with six decimals that add up to no more than one.

    The shares of a plan may add up to a little more: then each gives way in proportion, as it does
    in the game.
    """
    there = max(math.fsum(shares), 1.0)
    whole = _FINE.rounded(math.fsum(shares) / there)
    return _FINE.parts([share / there for share in shares], whole)


_WHOLE: Final = Grain(kind="money", unit=1.0, digits=0)
_FINE: Final = Grain(kind="share", unit=1e-6, digits=4)
_HAIR: Final = 1e-6
"""How finely programs are told of money and of shares; what a sum may miss by rounding."""


def anew_line() -> Sentence:
    """Return why another command names a slightly different par."""
    return sentence(
        "This is the mean over games that the search has not seen. 'balance' plays the same plan "
        "in its own worlds, beside all others, and may find a little more or less."
    )


def hindsight_line(seed: int, score: float) -> Sentence:
    """Return what could have been reached by one who knew the luck of a game."""
    return sentence(
        "Whoever knew the luck of seed {seed} could reach {score:decimal} points with it.",
        seed=str(seed),
        score=score,
    )
