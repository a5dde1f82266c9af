"""The right side of the desk: key figures, last turn's pipeline, what happened, advice, goals."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from game.report.advice import Advice
from game.report.changes import Change as Move
from game.report.changes import MeasureRow
from game.report.charts.pipelines import pipeline as still_pipeline
from game.report.desk import Desk as DeskReport
from game.report.event_cards import EventCard
from game.report.funnel import Funnel
from game.report.goals import GoalStanding
from game.report.language import Language
from game.report.pipeline_report import PipelineReport
from game.ui.toolkit import (
    Button,
    Card,
    Change,
    ChartView,
    Column,
    Grid,
    Icon,
    Inset,
    KpiCard,
    Label,
    Notice,
    Panel,
    Paragraph,
    Row,
    ShareBar,
    Spacer,
    Widget,
    caption,
    icon_button,
)
from game.ui.toolkit.assets import Wording
from game.ui.toolkit.panel import Direction
from game.words import Sentence, sentence

_FEW_GOALS = 6
"""Goals that fit in lines of the usual size beside the forecast."""


def key_figures(report: DeskReport, language: Language, *, first: bool, columns: int) -> Widget:
    """Return the cards above, so many in a row."""
    last = sentence("in {turn}", turn=report.last_turn)
    since = sentence("at the start") if first else last
    cards = [figure_card(card.row, language, card.against or since) for card in report.cards]
    return Grid(cards, columns=columns)


def figure_card(row: MeasureRow, language: Language, since: Sentence) -> Widget:
    """Return a key figure with how it moved; drawn as hidden or as not there yet where it is so."""
    if row.now.hidden:
        return _hidden_card(row)
    kind = row.now.kind
    if row.now.value is None:
        nothing = Label(language.figure(kind, None), size=28, weight=600, role="muted")
        return _card_of(row, nothing, row.now.note or "")
    return KpiCard(
        row.name,
        row.now.value,
        lambda value: language.figure(kind, value, short=True),
        move(row.change, language),
        since,
        row.icon,
        key=f"figure.{row.key}",
        tooltip=row.description,
    )


def _hidden_card(row: MeasureRow) -> Widget:
    hidden = [Icon("eye-off", 16), Label(sentence("Hidden"), weight=600, role="muted")]
    return _card_of(row, Row(hidden, gap=6), row.now.note or "", height=22)


def _card_of(row: MeasureRow, figure: Widget, foot: Wording, height: float = 39) -> Widget:
    """Return a card without a number."""
    label = Label(row.name, size=12, role="muted", shorten=True, grow=1)
    return Panel(
        Column(
            [
                Row([label, Icon(row.icon, 16)], gap=4),
                Column([figure], height=height, align="start"),
                Label(foot, size=12, role="muted"),
            ],
            gap=0,
        ),
        pad=12,
        pad_y=10,
        tooltip=row.description,
    )


def move(change: Move, language: Language) -> Change | None:
    """Return a change as arrow, sign and colour; None where nothing is known of it."""
    if change.value is None:
        return None
    good = None if change.good == 0 else change.good > 0
    return Change(change.said(language), _way(change.value), good)


def _way(value: float) -> Direction:
    if value == 0:
        return "level"
    return "up" if value > 0 else "down"


def pipeline_card(
    pipeline: PipelineReport | None, report: DeskReport, language: Language, *, grow: float
) -> Widget:
    """Return how far people came in the last turn and where they fell, small and still.

    Args:
        pipeline: of the last turn, the same that the results show; None before the first.
        report: of the desk.
        language: says the figures.
        grow: its share of the room beside the forecast.

    """
    if pipeline is None:
        text = sentence("After the first turn: how far people came, and who got lost.")
        empty = Notice("funnel", sentence("Nobody on their way yet"), text)
        return Card(empty, sentence("Pipeline"), pad=14, gap=4, grow=grow)
    title = sentence("Pipeline in {turn}", turn=report.last_turn)
    picture = ChartView(
        partial(still_pipeline, pipeline.flow, pipeline.words, fmt=language.people),
        (pipeline.flow, pipeline.words),
        130,
        key="chart.pipeline",
        name=title,
        tooltip=_stages_said(report.funnel, language),
        grow=1,
    )
    names = sentence("Aware · leads · MQL · SQL · deals · won")
    content = Column([picture, Label(names, size=12, role="muted", side="center")], gap=2)
    return Card(content, title, pad=14, gap=4, grow=grow)


def _stages_said(funnel: Funnel, language: Language) -> Sentence:
    """Return the stages with their numbers, and how many fell between the teams."""
    stages = tuple(
        sentence("{name} {count}", name=row.name, count=row.count.said(language))
        for row in funnel.rows
    )
    said = sentence(
        "{stages:list}. At the handoff: {note}.", stages=stages, note=funnel.handoff_note
    )
    if funnel.straight is None:
        return said
    return sentence("{stages} {straight}.", stages=said, straight=funnel.straight)


_LETTER = 0.58
"""Width of a letter as a part of its size, at most on average: figures stand beneath each other."""


def goals_card(goals: Sequence[GoalStanding], language: Language, *, large: bool = False) -> Card:
    """Return how far the goals of the scenario have been reached; ``large`` where there is room."""
    large = large and len(goals) <= _FEW_GOALS
    return Card(
        _goal_lines(goals, language, large=large),
        sentence("Goals"),
        "target",
        caption(sentence("so far")),
        pad=14,
        gap=8 if large else 4,
    )


def goals_on_board(
    goals: Sequence[GoalStanding], language: Language, *, large: bool = True
) -> Widget:
    """Return the same without a card, with a head as a group of the board has one."""
    head = Row(
        [
            Icon("target", 16),
            Label(sentence("Goals"), weight=600, grow=1),
            caption(sentence("so far")),
        ],
        gap=10,
        height=27,
    )
    lines = _goal_lines(goals, language, large=large)
    return Column([head, Inset(lines, 4, 4)], gap=0)


def _goal_lines(goals: Sequence[GoalStanding], language: Language, *, large: bool) -> Widget:
    size, height, gap = (14, 24, 4) if large else (12, 18, 1)
    said = [language.say(goal.said or _HIDDEN) for goal in goals]
    wide = _LETTER * size * max(map(len, said), default=0)
    rows = [
        Row(
            [
                Label(goal.name, size=size, shorten=True, grow=2.4),
                goal_bar(goal),
                Label(
                    said[place],
                    size=size,
                    weight=600,
                    side="right",
                    width=wide,
                    role="muted" if goal.now.hidden else "text",
                ),
            ],
            gap=8,
            height=height,
            tooltip=goal.now.note if goal.now.hidden and goal.now.note else goal.description,
        )
        for place, goal in enumerate(goals)
    ]
    return Column(rows, gap=gap)


_HIDDEN: Final = sentence("Hidden")


def goal_bar(goal: GoalStanding) -> Widget:
    """Return how much of a goal is reached, as a bar; a closed eye where that is hidden."""
    if goal.reached is None:
        return Row([Spacer(), Icon("eye-off", 14), Spacer()], grow=1)
    met = goal.reached >= 1
    return ShareBar(min(1.0, max(0.0, goal.reached)), "good" if met else "accent", 6, grow=1)


def event_card(event: EventCard, on_open: Callable[[], None], *, short: bool) -> Card:
    """Return what happened; the whole of it opens as a dialog.

    Args:
        event: the card.
        on_open: opens the dialog.
        short: leaves the story to the dialog, where there are several cards.

    """
    effects = [caption(effect, "text") for effect in event.effects[:2]]
    chosen = [each.text for each in event.choices if each.chosen]
    taken = None
    if chosen and not effects:
        taken = Paragraph(sentence("Chosen: {choice}", choice=chosen[0]), size=12)
    told = bool(effects or taken or event.waiting or short)
    story = None if told else Paragraph(event.story, role="muted")
    more = Button(
        sentence("Answer") if event.waiting else sentence("Read more"),
        on_open,
        variant="secondary" if event.waiting else "quiet",
        key=f"event.{event.key}",
        tooltip=sentence("See what can be chosen, and what it costs")
        if event.waiting
        else sentence("The whole story, and all that it does"),
    )
    lasts = caption(event.lasts) if event.lasts and event.effects else None
    if event.waiting:
        lasts = Label(sentence("Waiting for your answer"), size=12, weight=600, role="warning")
    foot = Row([lasts, Spacer(), more])
    return Card(
        Column([story, *effects, taken, foot], gap=2),
        event.title,
        "triangle-alert",
        tone="warning",
        pad=14,
        gap=4,
    )


def steps_card() -> Card:
    """Return how a turn goes, for whoever plans the first one."""
    rows = [
        Row(
            [Label(str(number), weight=600, role="accent", width=12), Paragraph(step, grow=1)],
            gap=8,
            align="start",
        )
        for number, step in enumerate(_STEPS, start=1)
    ]
    return Card(Column(rows, gap=2), sentence("How a turn goes"), "list-checks", pad=14, gap=6)


_STEPS: Final = (
    sentence("Put money on the lines at the left."),
    sentence("Watch the forecast move with it."),
    sentence("Predict your deals, play the turn."),
)


def advice_card(pieces: Sequence[Advice], on_put_away: Callable[[str], None]) -> Card:
    """Return what is worth a thought now; each piece can be put away."""
    alone = len(pieces) == 1
    rows = [_piece(piece, None if alone else _away(piece, on_put_away)) for piece in pieces]
    return Card(
        Column(rows, gap=8),
        sentence("Worth a thought"),
        "lightbulb",
        _away(pieces[0], on_put_away) if alone else None,
        pad=14,
        gap=2 if alone else 6,
    )


def _piece(piece: Advice, away: Widget | None) -> Widget:
    reason = Paragraph(piece.reason, size=12, role="muted") if piece.reason else None
    said = Column([reason, Paragraph(piece.question, role="text")], gap=0, grow=1)
    return Row([said, away], gap=8, align="start")


def _away(piece: Advice, on_put_away: Callable[[str], None]) -> Widget:
    return icon_button(
        "x",
        sentence("Put this advice away"),
        partial(on_put_away, piece.key),
        key=f"advice.{piece.key}",
        tooltip=sentence("Put it away. The journal keeps it."),
    )


def growing(card: Card, weight: float = 1.0) -> Card:
    """Return a card that takes its share of the room that is left."""
    return replace(card, grow=weight)
