"""Par as tables and sentences: what can be reached, by which plan."""

from collections.abc import Mapping

from game.analysis.par import Par
from game.market import LEVERS, Array
from game.report.language import Language
from game.report.names import lever_names, turn_label
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


def hindsight_line(seed: int, score: float) -> Sentence:
    """Return what could have been reached by one who knew the luck of a game."""
    return sentence(
        "Whoever knew the luck of seed {seed} could reach {score:decimal} points with it.",
        seed=str(seed),
        score=score,
    )
